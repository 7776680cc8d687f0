//! One description of a message, many passes over it.
//!
//! A [`Fields`] impl lists the fields of a message in the standard's order: name, width, condition. A [`Pass`] goes over
//! the list and does one thing with it. Passes that *fill* (from octets or from a document) start with an empty message
//! and set each field; the others leave the message as it is. Used by every family of messages; knows none of them.

use std::borrow::Cow;

use super::bits::{BitReader, BitWriter};
use super::error::{DecodeError, EncodeError};

/// The most that a one-octet length or count can say.
pub(super) const MOST: usize = u8::MAX as usize;

/// A message, or a part of one, that knows its fields.
pub(super) trait Fields<'a> {
    /// Goes over all fields once, in order.
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error>;
}

/// What is done with each field.
pub(super) trait Pass<'a>: Sized {
    /// Why a pass ends early.
    type Error;

    /// Whether this pass sets the fields that it goes over.
    const FILLS: bool;

    /// A number of up to 64 bits.
    fn number<T: Number>(&mut self, name: &'static str, bits: u32, value: &mut T) -> Result<(), Self::Error>;

    /// Bits without a meaning: anything when read, 0 when written, never in a document.
    fn reserved(&mut self, bits: u32) -> Result<(), Self::Error>;

    /// Reserved bits up to the end of the octet.
    fn pad(&mut self) -> Result<(), Self::Error>;

    /// Exactly N octets.
    fn array<const N: usize>(&mut self, name: &'static str, value: &mut [u8; N]) -> Result<(), Self::Error>;

    /// A one-octet length, then so many octets.
    fn octets(&mut self, len: &'static str, name: &'static str, value: &mut &'a [u8]) -> Result<(), Self::Error>;

    /// All octets that are left in the message or block.
    fn rest(&mut self, name: &'static str, value: &mut &'a [u8]) -> Result<(), Self::Error>;

    /// A one-octet length, then fields that fill so many octets. `name` says what ends there.
    fn block(
        &mut self,
        len: &'static str,
        name: &'static str,
        fields: impl FnOnce(&mut Self) -> Result<(), Self::Error>,
    ) -> Result<(), Self::Error>;

    /// A one-octet count, then so many items with fields of their own.
    fn list<T: Default>(
        &mut self,
        count: &'static str,
        name: &'static str,
        items: &mut Vec<T>,
        fields: impl FnMut(&mut T, &mut Self) -> Result<(), Self::Error>,
    ) -> Result<(), Self::Error>;

    /// A one-octet count, then so many one-octet codes.
    fn codes<T: Number + Default>(
        &mut self,
        count: &'static str,
        name: &'static str,
        codes: &mut Vec<T>,
    ) -> Result<(), Self::Error>;

    /// Fields that are there or not, as `presence` says. `name` is the first of them.
    fn optional<T: Default>(
        &mut self,
        name: &'static str,
        presence: Presence,
        value: &mut Option<T>,
        fields: impl FnOnce(&mut T, &mut Self) -> Result<(), Self::Error>,
    ) -> Result<(), Self::Error>;

    /// What this pass lets pass.
    fn tolerance(&self) -> Tolerance {
        Tolerance::STRICT
    }

    /// Whether a pass over octets has reached the end of the message or block.
    fn is_at_end(&self) -> bool {
        false
    }
}

/// What decides whether optional fields are there.
#[derive(Clone, Copy, Debug)]
pub(super) enum Presence {
    /// Fields before them.
    If(bool),
    /// Whether the message or block goes on.
    IfMore,
}

/// A value of a field of up to 64 bits.
pub(super) trait Number: Copy {
    /// The value of these bits; there are never more than the field has.
    fn from_bits(bits: u64) -> Self;

    /// The bits of the value.
    fn bits(self) -> u64;

    /// What the value means, where its number does not say so.
    fn meaning(self) -> Option<Cow<'static, str>> {
        None
    }
}

impl Number for bool {
    fn from_bits(bits: u64) -> Self {
        bits != 0
    }

    fn bits(self) -> u64 {
        self.into()
    }

    fn meaning(self) -> Option<Cow<'static, str>> {
        Some(if self { "yes" } else { "no" }.into())
    }
}

macro_rules! plain_numbers {
    ($($type:ty),+) => { $(
        impl Number for $type {
            fn from_bits(bits: u64) -> Self {
                bits as Self
            }

            fn bits(self) -> u64 {
                self.into()
            }
        }
    )+ };
}
plain_numbers!(u8, u16, u32, u64);

/// Deviations from the standard that a reader may let pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tolerance {
    /// A Key Generation Response may end behind RESULT_CODE, without MS_RESULT_LEN.
    pub missing_ms_result: bool,
    /// Octets behind a Commit Request or Commit Response are ignored.
    pub octets_after_commit: bool,
}

impl Tolerance {
    /// Nothing passes that the standard does not allow.
    pub const STRICT: Self = Self { missing_ms_result: false, octets_after_commit: false };
    /// What handsets are known or feared to do passes.
    pub const FIELD: Self = Self { missing_ms_result: true, octets_after_commit: true };
}

/// The pass that reads octets.
pub(super) struct Reader<'a> {
    bits: BitReader<'a>,
    tolerance: Tolerance,
}

impl<'a> Reader<'a> {
    pub(super) fn new(octets: &'a [u8], tolerance: Tolerance) -> Self {
        Self { bits: BitReader::new(octets), tolerance }
    }

    /// Refuses octets that nothing has read.
    pub(super) fn finish(&self, field: &'static str) -> Result<(), DecodeError> {
        self.bits.finish(field)
    }

    fn octet(&mut self, field: &'static str) -> Result<usize, DecodeError> {
        Ok(self.bits.bits(field, 8)? as usize)
    }

    /// Room for `count` items, but never for more than the octets left could hold.
    fn room(&self, count: usize) -> usize {
        count.min(self.bits.left() / 8)
    }
}

impl<'a> Pass<'a> for Reader<'a> {
    type Error = DecodeError;
    const FILLS: bool = true;

    #[inline]
    fn number<T: Number>(&mut self, name: &'static str, bits: u32, value: &mut T) -> Result<(), DecodeError> {
        *value = T::from_bits(self.bits.bits(name, bits)?);
        Ok(())
    }

    fn reserved(&mut self, bits: u32) -> Result<(), DecodeError> {
        self.bits.bits("reserved", bits).map(drop)
    }

    fn pad(&mut self) -> Result<(), DecodeError> {
        self.reserved((self.bits.left() % 8) as u32)
    }

    fn array<const N: usize>(&mut self, name: &'static str, value: &mut [u8; N]) -> Result<(), DecodeError> {
        value.copy_from_slice(self.bits.octets(name, N)?);
        Ok(())
    }

    #[inline]
    fn octets(&mut self, len: &'static str, name: &'static str, value: &mut &'a [u8]) -> Result<(), DecodeError> {
        let count = self.octet(len)?;
        *value = self.bits.octets(name, count)?;
        Ok(())
    }

    fn rest(&mut self, name: &'static str, value: &mut &'a [u8]) -> Result<(), DecodeError> {
        *value = self.bits.octets(name, self.bits.left() / 8)?;
        Ok(())
    }

    fn block(
        &mut self,
        len: &'static str,
        name: &'static str,
        fields: impl FnOnce(&mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let count = self.octet(len)?;
        let mut inside = Self { bits: self.bits.window(name, count)?, tolerance: self.tolerance };
        fields(&mut inside)?;
        inside.finish(name)
    }

    fn list<T: Default>(
        &mut self,
        count: &'static str,
        _name: &'static str,
        items: &mut Vec<T>,
        mut fields: impl FnMut(&mut T, &mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let count = self.octet(count)?;
        items.reserve_exact(self.room(count));
        for _ in 0..count {
            let mut item = T::default();
            fields(&mut item, self)?;
            items.push(item);
        }
        Ok(())
    }

    fn codes<T: Number + Default>(
        &mut self,
        count: &'static str,
        name: &'static str,
        codes: &mut Vec<T>,
    ) -> Result<(), DecodeError> {
        let count = self.octet(count)?;
        codes.extend(self.bits.octets(name, count)?.iter().map(|&octet| T::from_bits(octet.into())));
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
            Presence::IfMore => self.bits.left() > 0,
        };
        if present { fields(value.insert(T::default()), self) } else { Ok(()) }
    }

    fn tolerance(&self) -> Tolerance {
        self.tolerance
    }

    fn is_at_end(&self) -> bool {
        self.bits.left() == 0
    }
}

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
