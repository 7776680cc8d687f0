//! What can be wrong with a message: octets from a peer that do not fit, or a message of ours that cannot be written.

use std::fmt;

/// Octets that are not a message: the peer's fault. Holds names and places, never content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field} at octet {offset}: expected {expected}, found {found}")]
pub struct DecodeError {
    /// The standard's field name in lower case, or `end of …` where something should have ended.
    pub field: &'static str,
    /// Octet of the message at which the field starts, from 0.
    pub offset: usize,
    /// How much the field needs; the most there may be at an end.
    pub expected: Amount,
    /// How much there is.
    pub found: Amount,
}

/// A stretch of a message, counted in bits and printed in octets where it is made of whole ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    /// Bits.
    pub bits: usize,
}

impl Amount {
    pub(super) const fn of_bits(bits: usize) -> Self {
        Self { bits }
    }

    pub(super) const fn of_octets(octets: usize) -> Self {
        Self { bits: octets * 8 }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = if self.bits.is_multiple_of(8) { (self.bits / 8, "octet") } else { (self.bits, "bit") };
        write!(f, "{count} {unit}{}", if count == 1 { "" } else { "s" })
    }
}

/// A message that the wire format cannot carry: the caller's fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// More octets or items than the one-octet length before them can count.
    #[error("{field}: {found} do not fit where {most} is the most")]
    TooLong {
        /// Field name.
        field: &'static str,
        /// The most there may be.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// A value wider than its field.
    #[error("{field}: {found} does not fit into {bits} bits")]
    TooBig {
        /// Field name.
        field: &'static str,
        /// Width of the field.
        bits: u32,
        /// The value.
        found: u64,
    },
    /// Other fields of the message demand this one.
    #[error("{field}: missing, though other fields demand it")]
    Missing {
        /// Field name.
        field: &'static str,
    },
    /// Other fields of the message rule this one out.
    #[error("{field}: present, though other fields rule it out")]
    Unexpected {
        /// Field name.
        field: &'static str,
    },
}
