//! What holds for every message, whatever is in it.

use proptest::prelude::*;

use super::super::bits::BitReader;
use super::super::pass::{Fields, Number, Pass, Presence};
use super::*;

/// The pass that fills a message with whatever its dice say.
struct Dice<'a> {
    bits: BitReader<'a>,
}

impl<'a> Dice<'a> {
    /// As many bits as there are, then zeros.
    fn roll(&mut self, bits: u32) -> u64 {
        self.bits.bits("dice", bits).unwrap_or_default()
    }

    /// As many octets as there are, at most `most`.
    fn octets(&mut self, most: u64) -> &'a [u8] {
        let skip = (self.bits.left() % 8) as u32;
        self.roll(skip);
        let count = self.roll(8).min(most) as usize;
        self.bits.octets("dice", count).unwrap_or_default()
    }
}

impl<'a> Pass<'a> for Dice<'a> {
    type Error = ();
    const FILLS: bool = true;

    fn number<T: Number>(&mut self, _name: &'static str, bits: u32, value: &mut T) -> Result<(), ()> {
        *value = T::from_bits(self.roll(bits));
        Ok(())
    }

    fn reserved(&mut self, _bits: u32) -> Result<(), ()> {
        Ok(())
    }

    fn pad(&mut self) -> Result<(), ()> {
        Ok(())
    }

    fn array<const N: usize>(&mut self, _name: &'static str, value: &mut [u8; N]) -> Result<(), ()> {
        value.fill_with(|| self.roll(8) as u8);
        Ok(())
    }

    fn digits(&mut self, _count: &'static str, _name: &'static str, value: &mut Digits) -> Result<(), ()> {
        let count = self.roll(4) as u8;
        *value = Digits::from_codes(self.roll(u32::from(count) * 4), count);
        Ok(())
    }

    fn octets(&mut self, _len: &'static str, _name: &'static str, value: &mut &'a [u8]) -> Result<(), ()> {
        *value = self.octets(250);
        Ok(())
    }

    fn rest(&mut self, _name: &'static str, value: &mut &'a [u8]) -> Result<(), ()> {
        *value = self.octets(250);
        Ok(())
    }

    fn block(
        &mut self,
        _len: &'static str,
        _name: &'static str,
        fields: impl FnOnce(&mut Self) -> Result<(), ()>,
    ) -> Result<(), ()> {
        fields(self)
    }

    fn list<T: Default>(
        &mut self,
        _count: &'static str,
        _name: &'static str,
        items: &mut Vec<T>,
        mut fields: impl FnMut(&mut T, &mut Self) -> Result<(), ()>,
    ) -> Result<(), ()> {
        for _ in 0..self.roll(4) {
            let mut item = T::default();
            fields(&mut item, self)?;
            items.push(item);
        }
        Ok(())
    }

    fn codes<T: Number + Default>(
        &mut self,
        _count: &'static str,
        _name: &'static str,
        codes: &mut Vec<T>,
    ) -> Result<(), ()> {
        codes.extend((0..self.roll(4)).map(|_| T::from_bits(self.roll(8))));
        Ok(())
    }

    fn each<'v, T: Number + 'v>(
        &mut self,
        _name: &'static str,
        codes: impl ExactSizeIterator<Item = &'v mut T>,
    ) -> Result<(), ()> {
        codes.for_each(|code| *code = T::from_bits(self.roll(8)));
        Ok(())
    }

    fn optional<T: Default>(
        &mut self,
        _name: &'static str,
        presence: Presence,
        value: &mut Option<T>,
        fields: impl FnOnce(&mut T, &mut Self) -> Result<(), ()>,
    ) -> Result<(), ()> {
        let present = match presence {
            Presence::If(present) => present,
            Presence::IfMore => self.roll(1) == 1,
        };
        if present { fields(value.insert(T::default()), self) } else { Ok(()) }
    }
}

/// Dice for a message of any type.
fn dice() -> impl Strategy<Value = Vec<u8>> {
    (0..26_u8, prop::collection::vec(any::<u8>(), 0..400)).prop_map(|(value, mut octets)| {
        octets.insert(0, value);
        octets
    })
}

macro_rules! properties {
    ($direction:ident, $tree:path) => {
        proptest! {
            #[test]
            fn what_is_written_reads_as_it_was(dice in dice()) {
                let mut message = $direction::empty(OtaspMsgType::default());
                message.fields(&mut Dice { bits: BitReader::new(&dice) }).unwrap();
                // Dice know nothing of FRESH: what they filled under it reads as ciphertext, and then stays so.
                let octets = message.write().unwrap();
                let Ok(read) = $direction::read(&octets) else {
                    panic!("{message:?} was written as {octets:02x?}: {:?}", $direction::read(&octets));
                };
                prop_assert_eq!(read.write(), Ok(octets.clone()), "{:?}", &read);
                if !format!("{message:?}").contains("Included(") {
                    prop_assert_eq!(&read, &message);
                }
                let document = read.to_document();
                prop_assert_eq!($direction::from_document(&document), Ok(read.clone()), "{:?}", &document);
                let tree = $tree(&octets, Tolerance::STRICT);
                prop_assert_eq!(tree.error, None);
                let bits: usize = tree.rows.iter().filter(|row| row.value != RowValue::Item).map(|row| row.bits).sum();
                prop_assert_eq!(bits, octets.len() * 8, "every bit is in one row: {}", tree);
            }

            #[test]
            fn what_is_cut_short_is_refused_or_shorter(dice in dice(), cut in 1..8_usize) {
                let mut message = $direction::empty(OtaspMsgType::default());
                message.fields(&mut Dice { bits: BitReader::new(&dice) }).unwrap();
                let octets = message.write().unwrap();
                let short = &octets[..octets.len().saturating_sub(cut)];
                match $direction::read(short) {
                    // A trailer or an open end was cut: what is left is a message of its own.
                    Ok(read) => prop_assert_eq!(read.write().map(|octets| octets.len()), Ok(short.len())),
                    Err(error) => prop_assert!(error.offset <= short.len(), "{}", error),
                }
            }

            #[test]
            fn what_is_read_writes_canonically(octets in prop::collection::vec(any::<u8>(), 0..64), value in 0..26_u8) {
                let octets = [&[value], &octets[..]].concat();
                for tolerance in [Tolerance::STRICT, Tolerance::FIELD] {
                    let Ok(message) = $direction::read_with(&octets, tolerance) else { continue };
                    let written = message.write().unwrap();
                    prop_assert_eq!($direction::read(&written), Ok(message));
                    if tolerance == Tolerance::STRICT {
                        prop_assert_eq!(written.len(), octets.len());
                    }
                }
            }
        }
    };
}

mod forward {
    use super::*;
    properties!(Forward, Tree::forward);
}

mod reverse {
    use super::*;
    properties!(Reverse, Tree::reverse);
}
