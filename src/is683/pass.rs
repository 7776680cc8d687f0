//! One description of a message, many passes over it.
//!
//! A [`Fields`] impl lists the fields of a message in the standard's order: name, width, condition. A [`Pass`] goes over
//! the list and does one thing with it. Passes that *fill* (from octets or from a document) start with an empty message
//! and set each field; the others leave the message as it is. Used by every family of messages; knows none of them.

use std::borrow::Cow;

use super::bits::BitReader;
use super::codes::OtaspMsgType;
use super::imsi::Digits;

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

    /// OTASP_MSG_TYPE, the first field of every message. `names` is the table of the direction.
    fn message(&mut self, _names: Names, otasp_msg_type: &mut OtaspMsgType) -> Result<(), Self::Error> {
        self.number("otasp_msg_type", 8, otasp_msg_type)
    }

    /// A number of up to 64 bits.
    fn number<T: Number>(&mut self, name: &'static str, bits: u32, value: &mut T) -> Result<(), Self::Error>;

    /// Bits without a meaning: anything when read, 0 when written, never in a document.
    fn reserved(&mut self, bits: u32) -> Result<(), Self::Error>;

    /// Reserved bits up to the end of the octet.
    fn pad(&mut self) -> Result<(), Self::Error>;

    /// Exactly N octets.
    fn array<const N: usize>(&mut self, name: &'static str, value: &mut [u8; N]) -> Result<(), Self::Error>;

    /// A four-bit count, then so many digits of four bits each.
    fn digits(&mut self, count: &'static str, name: &'static str, value: &mut Digits) -> Result<(), Self::Error>;

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

    /// One-octet codes that belong to items which went before, one to each.
    fn each<'v, T: Number + 'v>(
        &mut self,
        name: &'static str,
        codes: impl ExactSizeIterator<Item = &'v mut T>,
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

    /// A reader of the octets to come, where this pass has any.
    fn ahead(&self) -> Option<BitReader<'a>> {
        None
    }

    /// Whether a pass that fills finds the block at hand as octets `name`, not as fields: it is empty, or a document has it so.
    fn gives_octets(&self, _name: &'static str) -> bool {
        false
    }
}

/// The messages of a direction: OTASP_MSG_TYPE and name.
pub(super) type Names = &'static [(u8, &'static str)];

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

    /// The value that a document may give as text.
    fn from_text(_text: &str) -> Option<Self> {
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
