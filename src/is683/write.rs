//! The pass that writes octets.

use super::bits::BitWriter;
use super::error::EncodeError;
use super::imsi::Digits;
use super::pass::{Number, Pass, Presence};

/// The most that a one-octet length or count can say.
const MOST: usize = u8::MAX as usize;

/// The pass that writes octets.
#[derive(Default)]
pub(super) struct Writer {
    bits: BitWriter,
}

impl Writer {
    pub(super) fn into_octets(self) -> Vec<u8> {
        self.bits.into_octets()
    }

    fn count(&mut self, field: &'static str, found: usize) -> Result<(), EncodeError> {
        if found > MOST {
            return Err(EncodeError::TooLong { field, most: MOST, found });
        }
        self.bits.bits(field, 8, found as u64)
    }
}

impl<'a> Pass<'a> for Writer {
    type Error = EncodeError;
    const FILLS: bool = false;

    fn number<T: Number>(&mut self, name: &'static str, bits: u32, value: &mut T) -> Result<(), EncodeError> {
        self.bits.bits(name, bits, value.bits())
    }

    fn reserved(&mut self, bits: u32) -> Result<(), EncodeError> {
        self.bits.bits("reserved", bits, 0)
    }

    fn pad(&mut self) -> Result<(), EncodeError> {
        self.bits.pad();
        Ok(())
    }

    fn array<const N: usize>(&mut self, _name: &'static str, value: &mut [u8; N]) -> Result<(), EncodeError> {
        self.bits.octets(value);
        Ok(())
    }

    fn digits(&mut self, count: &'static str, name: &'static str, value: &mut Digits) -> Result<(), EncodeError> {
        let (codes, how_many) = value.codes();
        self.bits.bits(count, 4, how_many.into())?;
        self.bits.bits(name, u32::from(how_many) * 4, codes)
    }

    fn octets(&mut self, _len: &'static str, name: &'static str, value: &mut &'a [u8]) -> Result<(), EncodeError> {
        self.count(name, value.len())?;
        self.bits.octets(value);
        Ok(())
    }

    fn rest(&mut self, _name: &'static str, value: &mut &'a [u8]) -> Result<(), EncodeError> {
        self.bits.octets(value);
        Ok(())
    }

    fn block(
        &mut self,
        len: &'static str,
        name: &'static str,
        fields: impl FnOnce(&mut Self) -> Result<(), EncodeError>,
    ) -> Result<(), EncodeError> {
        let at = self.bits.len();
        self.bits.bits(len, 8, 0)?;
        fields(self)?;
        let found = self.bits.len() - at - 1;
        if found > MOST {
            return Err(EncodeError::TooLong { field: name, most: MOST, found });
        }
        self.bits.set(at, found as u8);
        Ok(())
    }

    fn list<T: Default>(
        &mut self,
        _count: &'static str,
        name: &'static str,
        items: &mut Vec<T>,
        mut fields: impl FnMut(&mut T, &mut Self) -> Result<(), EncodeError>,
    ) -> Result<(), EncodeError> {
        self.count(name, items.len())?;
        items.iter_mut().try_for_each(|item| fields(item, self))
    }

    fn codes<T: Number + Default>(
        &mut self,
        _count: &'static str,
        name: &'static str,
        codes: &mut Vec<T>,
    ) -> Result<(), EncodeError> {
        self.count(name, codes.len())?;
        codes.iter().try_for_each(|code| self.bits.bits(name, 8, code.bits()))
    }

    fn each<'v, T: Number + 'v>(
        &mut self,
        name: &'static str,
        mut codes: impl ExactSizeIterator<Item = &'v mut T>,
    ) -> Result<(), EncodeError> {
        codes.try_for_each(|code| self.bits.bits(name, 8, code.bits()))
    }

    fn optional<T: Default>(
        &mut self,
        name: &'static str,
        presence: Presence,
        value: &mut Option<T>,
        fields: impl FnOnce(&mut T, &mut Self) -> Result<(), EncodeError>,
    ) -> Result<(), EncodeError> {
        match (presence, value) {
            (Presence::If(true) | Presence::IfMore, Some(value)) => fields(value, self),
            (Presence::If(false) | Presence::IfMore, None) => Ok(()),
            (Presence::If(true), None) => Err(EncodeError::Missing { field: name }),
            (Presence::If(false), Some(_)) => Err(EncodeError::Unexpected { field: name }),
        }
    }
}
