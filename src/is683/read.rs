//! The pass that reads octets, and lets somebody watch.
//!
//! Memory is bounded by the message: a list reserves no more items than there are octets left.

use std::borrow::Cow;

use super::bits::BitReader;
use super::error::DecodeError;
use super::imsi::Digits;
use super::pass::{Number, Pass, Presence, Tolerance};

/// The pass that reads octets.
pub(super) struct Reader<'a, W> {
    bits: BitReader<'a>,
    tolerance: Tolerance,
    watch: W,
}

/// Sees every field as it is read. Nobody watches where it is `()`.
pub(super) trait Watch {
    /// A field: name, first bit, width, and what is in it.
    fn field(&mut self, _name: &'static str, _at: usize, _bits: usize, _shown: impl FnOnce() -> Shown) {}

    /// An item of a list begins; its fields follow.
    fn open(&mut self, _name: &'static str, _index: usize, _at: usize) {}

    /// The item ends.
    fn close(&mut self, _at: usize) {}
}

impl Watch for () {}

/// What is in a field.
pub(super) enum Shown {
    Number(u64, Option<Cow<'static, str>>),
    Octets(Vec<u8>),
    Text(String),
}

impl<'a, W: Watch> Reader<'a, W> {
    pub(super) fn new(octets: &'a [u8], tolerance: Tolerance, watch: W) -> Self {
        Self { bits: BitReader::new(octets), tolerance, watch }
    }

    /// Refuses octets that nothing has read.
    pub(super) fn finish(&self) -> Result<(), DecodeError> {
        self.bits.finish("end of message")
    }

    /// What was seen.
    pub(super) fn into_watch(self) -> W {
        self.watch
    }

    #[inline]
    fn take<T: Number>(&mut self, name: &'static str, bits: u32) -> Result<T, DecodeError> {
        let at = self.bits.at();
        let value = T::from_bits(self.bits.bits(name, bits)?);
        self.watch.field(name, at, bits as usize, || Shown::Number(value.bits(), value.meaning()));
        Ok(value)
    }

    #[inline]
    fn count(&mut self, name: &'static str) -> Result<usize, DecodeError> {
        Ok(self.take::<u8>(name, 8)?.into())
    }

    #[inline]
    fn run(&mut self, name: &'static str, count: usize) -> Result<&'a [u8], DecodeError> {
        let at = self.bits.at();
        let octets = self.bits.octets(name, count)?;
        self.watch.field(name, at, count * 8, || Shown::Octets(octets.to_vec()));
        Ok(octets)
    }
}

impl<'a, W: Watch> Pass<'a> for Reader<'a, W> {
    type Error = DecodeError;
    const FILLS: bool = true;

    #[inline]
    fn number<T: Number>(&mut self, name: &'static str, bits: u32, value: &mut T) -> Result<(), DecodeError> {
        *value = self.take(name, bits)?;
        Ok(())
    }

    fn reserved(&mut self, bits: u32) -> Result<(), DecodeError> {
        if bits == 0 { Ok(()) } else { self.take::<u64>("reserved", bits).map(drop) }
    }

    fn pad(&mut self) -> Result<(), DecodeError> {
        self.reserved((self.bits.left() % 8) as u32)
    }

    fn array<const N: usize>(&mut self, name: &'static str, value: &mut [u8; N]) -> Result<(), DecodeError> {
        value.copy_from_slice(self.run(name, N)?);
        Ok(())
    }

    fn digits(&mut self, count: &'static str, name: &'static str, value: &mut Digits) -> Result<(), DecodeError> {
        let count = self.take::<u8>(count, 4)?;
        let at = self.bits.at();
        *value = Digits::from_codes(self.bits.bits(name, u32::from(count) * 4)?, count);
        self.watch.field(name, at, usize::from(count) * 4, || Shown::Text(value.to_string()));
        Ok(())
    }

    #[inline]
    fn octets(&mut self, len: &'static str, name: &'static str, value: &mut &'a [u8]) -> Result<(), DecodeError> {
        let count = self.count(len)?;
        *value = self.run(name, count)?;
        Ok(())
    }

    fn rest(&mut self, name: &'static str, value: &mut &'a [u8]) -> Result<(), DecodeError> {
        *value = self.run(name, self.bits.left() / 8)?;
        Ok(())
    }

    fn block(
        &mut self,
        len: &'static str,
        name: &'static str,
        fields: impl FnOnce(&mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let count = self.count(len)?;
        let mut behind = self.bits;
        self.bits = behind.window(name, count)?;
        fields(self)?;
        self.bits.finish("end of block")?;
        self.bits = behind;
        Ok(())
    }

    fn list<T: Default>(
        &mut self,
        count: &'static str,
        name: &'static str,
        items: &mut Vec<T>,
        mut fields: impl FnMut(&mut T, &mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let count = self.count(count)?;
        items.reserve_exact(count.min(self.bits.left() / 8));
        for index in 0..count {
            self.watch.open(name, index, self.bits.at());
            let mut item = T::default();
            fields(&mut item, self)?;
            items.push(item);
            self.watch.close(self.bits.at());
        }
        Ok(())
    }

    fn codes<T: Number + Default>(
        &mut self,
        count: &'static str,
        name: &'static str,
        codes: &mut Vec<T>,
    ) -> Result<(), DecodeError> {
        let count = self.count(count)?;
        codes.reserve_exact(count.min(self.bits.left() / 8));
        for _ in 0..count {
            codes.push(self.take(name, 8)?);
        }
        Ok(())
    }

    fn each<'v, T: Number + 'v>(
        &mut self,
        name: &'static str,
        codes: impl ExactSizeIterator<Item = &'v mut T>,
    ) -> Result<(), DecodeError> {
        for code in codes {
            *code = self.take(name, 8)?;
        }
        Ok(())
    }

    fn optional<T: Default>(
        &mut self,
        _name: &'static str,
        presence: Presence,
        value: &mut Option<T>,
        fields: impl FnOnce(&mut T, &mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let present = match presence {
            Presence::If(present) => present,
            Presence::IfMore => !self.is_at_end(),
        };
        if present { fields(value.insert(T::default()), self) } else { Ok(()) }
    }

    fn tolerance(&self) -> Tolerance {
        self.tolerance
    }

    fn is_at_end(&self) -> bool {
        self.bits.left() == 0
    }

    fn ahead(&self) -> Option<BitReader<'a>> {
        Some(self.bits)
    }

    fn gives_octets(&self, _name: &'static str) -> bool {
        self.is_at_end()
    }
}
