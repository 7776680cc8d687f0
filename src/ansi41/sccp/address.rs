//! Called and calling party addresses.
//!
//! ANSI has its own order: subsystem number before point code, and the two indicator bits swapped against ITU. An address
//! that is marked international has the ITU layout (Q.713) also in an ANSI network; both are read and written. Global
//! titles pass unread.

use std::fmt;

use super::message::{DecodeError, EncodeError};
use crate::ansi41::PointCode;

/// A subsystem number: which application of a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ssn(pub u8);

impl Ssn {
    /// Home location register.
    pub const HLR: Self = Self(6);
    /// Visitor location register.
    pub const VLR: Self = Self(7);
    /// Mobile switching centre.
    pub const MSC: Self = Self(8);
    /// Authentication centre.
    pub const AC: Self = Self(10);
    /// Over-the-air activation function.
    pub const OTAF: Self = Self(12);
}

/// By what the network finds the addressee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Routing {
    /// By the global title, which some node translates.
    GlobalTitle,
    /// By point code (of the routing label, if there is none in the address) and subsystem number.
    #[default]
    Ssn,
}

/// Which standard the address is laid out by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Numbering {
    /// ANSI T1.112: 24-bit point codes.
    #[default]
    National,
    /// ITU Q.713: 14-bit point codes.
    International,
}

/// A global title, unread: its form depends on `indicator`. In ANSI 1 is translation type, numbering plan and encoding before
/// the digits, 2 is a translation type before them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GlobalTitle {
    /// Global title indicator, 1 to 15.
    pub indicator: u8,
    /// Everything behind.
    pub octets: Vec<u8>,
}

/// A called or calling party address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Address {
    /// Layout.
    pub numbering: Numbering,
    /// By what the network routes.
    pub routing: Routing,
    /// Subsystem; 0 is unknown.
    pub ssn: Option<Ssn>,
    /// Node.
    pub point_code: Option<PointCode>,
    /// Anything else that names it.
    pub global_title: Option<GlobalTitle>,
}

/// Bits of the address indicator. The two lowest are the other way round in ITU.
const NATIONAL: u8 = 0x80;
const ON_SSN: u8 = 0x40;
const BIT_0: u8 = 0x01;
const BIT_1: u8 = 0x02;

impl Address {
    /// A subsystem of the node that the routing label names.
    pub fn of_ssn(ssn: Ssn) -> Self {
        Self { ssn: Some(ssn), ..Self::default() }
    }

    /// A subsystem of a node.
    pub fn of(point_code: PointCode, ssn: Ssn) -> Self {
        Self { ssn: Some(ssn), point_code: Some(point_code), ..Self::default() }
    }

    /// Reads the octets of an address, its length already taken off. `at` is their place in the message.
    pub(super) fn read(octets: &[u8], field: &'static str, at: usize) -> Result<Self, DecodeError> {
        let short = DecodeError::Short { field, offset: at };
        let (&indicator, mut rest) = octets.split_first().ok_or(short)?;
        let numbering = if indicator & NATIONAL == 0 { Numbering::International } else { Numbering::National };
        let routing = if indicator & ON_SSN == 0 { Routing::GlobalTitle } else { Routing::Ssn };
        let (mut ssn, mut point_code) = (None, None);
        match numbering {
            Numbering::National => {
                if indicator & BIT_0 != 0 {
                    let [number] = take(&mut rest).ok_or(short)?;
                    ssn = Some(Ssn(number));
                }
                if indicator & BIT_1 != 0 {
                    point_code = Some(PointCode::from_wire(take(&mut rest).ok_or(short)?));
                }
            }
            Numbering::International => {
                if indicator & BIT_0 != 0 {
                    let [low, high] = take(&mut rest).ok_or(short)?;
                    point_code = Some(PointCode::of(0, high & 0x3f, low));
                }
                if indicator & BIT_1 != 0 {
                    let [number] = take(&mut rest).ok_or(short)?;
                    ssn = Some(Ssn(number));
                }
            }
        }
        let global_title = match indicator >> 2 & 0x0f {
            0 if !rest.is_empty() => {
                return Err(DecodeError::Long { field, offset: at + octets.len() - rest.len(), octets: rest.len() });
            }
            0 => None,
            indicator => Some(GlobalTitle { indicator, octets: rest.to_vec() }),
        };
        Ok(Self { numbering, routing, ssn, point_code, global_title })
    }

    /// Writes the address, without its length, behind `out`.
    pub(super) fn write(&self, field: &'static str, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        let title = self.global_title.as_ref().map_or(0, |title| title.indicator);
        if self.global_title.is_some() && !(1..=15).contains(&title) {
            return Err(EncodeError::TooBig { field, most: 15, found: title.into() });
        }
        let routing = if self.routing == Routing::Ssn { ON_SSN } else { 0 };
        let bit = |there: bool, bit: u8| if there { bit } else { 0 };
        match self.numbering {
            Numbering::National => {
                out.push(
                    NATIONAL
                        | routing
                        | title << 2
                        | bit(self.point_code.is_some(), BIT_1)
                        | bit(self.ssn.is_some(), BIT_0),
                );
                out.extend(self.ssn.map(|ssn| ssn.0));
                out.extend(self.point_code.iter().flat_map(|code| code.to_wire()));
            }
            Numbering::International => {
                out.push(routing | title << 2 | bit(self.ssn.is_some(), BIT_1) | bit(self.point_code.is_some(), BIT_0));
                if let Some(code) = self.point_code {
                    let number = u16::try_from(code.number()).ok().filter(|number| *number < 1 << 14);
                    let most = (1 << 14) - 1;
                    let number = number.ok_or(EncodeError::TooBig { field, most, found: code.number() as usize })?;
                    out.extend(number.to_le_bytes());
                }
                out.extend(self.ssn.map(|ssn| ssn.0));
            }
        }
        if let Some(title) = &self.global_title {
            out.extend_from_slice(&title.octets);
        }
        Ok(())
    }

    /// Octets on the wire, without the length.
    pub(super) fn len(&self) -> usize {
        let code = match self.numbering {
            Numbering::National => 3,
            Numbering::International => 2,
        };
        1 + usize::from(self.ssn.is_some())
            + if self.point_code.is_some() { code } else { 0 }
            + self.global_title.as_ref().map_or(0, |title| title.octets.len())
    }
}

/// The next octets, and moves on.
fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, behind) = rest.split_first_chunk::<N>()?;
    *rest = behind;
    Some(*taken)
}

impl fmt::Display for Address {
    /// Node and subsystem; of a global title only that there is one, for it may name a subscriber.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.point_code {
            Some(code) => write!(f, "{code}")?,
            None => f.write_str("-")?,
        }
        if let Some(ssn) = self.ssn {
            write!(f, "/{}", ssn.0)?;
        }
        if self.global_title.is_some() {
            f.write_str("+gt")?;
        }
        Ok(())
    }
}
