//! Powers: what goes in (group, base, exponent), the batch that computes up to eight of them, and what comes out.
//!
//! The two powers of an exchange are G^y, whose [`Residue`] becomes the public `BS_RESULT`, and `MS_RESULT^y`, whose
//! residue becomes the [`SharedSecret`] and the key. Everything between is secret. Nothing here knows which backend is
//! at work.

use std::fmt;
use std::sync::Arc;

use subtle::Choice;
use thiserror::Error;

use crate::limits::EXPONENT_MAX_BITS;
use crate::secret::{self, AKey, RootKey, Secret, SecretOctets};
use crate::{Backend, Element, Group, batch, vector};

/// Powers in one batch: 64-bit lanes of a 512-bit register.
pub const LANES: usize = 8;

/// A secret exponent of fixed, public length; wiped on drop.
pub struct Exponent {
    octets: SecretOctets,
    bits: u32,
}

impl Exponent {
    /// Takes an exponent of `bits` bits, most significant octet first.
    ///
    /// All `bits` count, leading zeros too: time depends on `bits` and never on the value. Fewer octets are padded;
    /// bits above `bits` in the first octet are cleared, so that random octets may be given as they were drawn. The
    /// caller wipes its own copy.
    pub fn from_bytes(octets: &[u8], bits: u32) -> Result<Self, ExponentError> {
        if !(1..=EXPONENT_MAX_BITS).contains(&bits) {
            return Err(ExponentError::Bits { bits });
        }
        let length = bits.div_ceil(8) as usize;
        let Some(padding) = length.checked_sub(octets.len()) else {
            return Err(ExponentError::TooLong { octets: octets.len(), most: length });
        };
        let mask = u8::MAX >> (length as u32 * 8 - bits);
        let octets = secret::octets(length, |own| {
            own[padding..].copy_from_slice(octets);
            own[0] &= mask;
        });
        Ok(Self { octets, bits })
    }

    /// The public length in bits.
    pub fn bits(&self) -> u32 {
        self.bits
    }

    /// The secret value, `bits` rounded up to octets long.
    pub fn expose(&self) -> &[u8] {
        &self.octets
    }
}

impl fmt::Debug for Exponent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Exponent({} bits, [redacted])", self.bits)
    }
}

/// Why an exponent was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ExponentError {
    /// The length is none we compute with.
    #[error("has {bits} bits, not 1 to {EXPONENT_MAX_BITS}")]
    Bits {
        /// The length asked for.
        bits: u32,
    },
    /// More octets than the length has.
    #[error("has {octets} octets, more than {most}")]
    TooLong {
        /// Octets given.
        octets: usize,
        /// Octets of the length asked for.
        most: usize,
    },
}

/// What is raised to the power.
#[derive(Clone, Debug)]
pub enum Base {
    /// G of the group: the fixed base, for which tables may exist.
    Generator,
    /// A received partial key.
    Element(Element),
}

/// One power to compute. The exponent is shared, so that G^y and `MS_RESULT^y` use the same y without a copy of it.
#[derive(Clone, Debug)]
pub struct Power {
    /// P and G.
    pub group: Arc<Group>,
    /// What is raised.
    pub base: Base,
    /// To which power.
    pub exponent: Arc<Exponent>,
}

impl Power {
    /// Computes this power alone. Where several are at hand, a [`PowerBatch`] is faster.
    pub fn run(self, backend: Backend) -> Result<Residue, PowerError> {
        batch::run(&[&self], backend).pop().expect("one answer for each power")
    }

    /// The base as an element; one that was checked against another group is refused here.
    pub(crate) fn element(&self) -> Result<&Element, PowerError> {
        match &self.base {
            Base::Generator => Ok(self.group.generator()),
            Base::Element(element) if self.group.holds(element) => Ok(element),
            Base::Element(_) => Err(PowerError::ForeignBase),
        }
    }
}

/// Up to [`LANES`] powers that are computed together. They may differ in everything: group, size, base, length.
#[derive(Debug, Default)]
pub struct PowerBatch {
    powers: Vec<Power>,
}

impl PowerBatch {
    /// An empty batch.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a power, or gives it back when the batch is full.
    pub fn push(&mut self, power: Power) -> Result<(), Power> {
        if self.powers.len() == LANES {
            return Err(power);
        }
        self.powers.push(power);
        Ok(())
    }

    /// Powers in the batch.
    pub fn len(&self) -> usize {
        self.powers.len()
    }

    /// Whether there is nothing to compute.
    pub fn is_empty(&self) -> bool {
        self.powers.is_empty()
    }

    /// Computes all of them; answers come in the order of [`PowerBatch::push`]. The error of one never touches another.
    ///
    /// A backend that this processor cannot run is replaced by [`Backend::Portable`], whose answers are the same.
    pub fn run(self, backend: Backend) -> Vec<Result<Residue, PowerError>> {
        batch::run(&self.powers.iter().collect::<Vec<_>>(), backend)
    }

    /// Whether two batches of powers modulo P's of so many octets gain by [`PowerBatch::run_all`].
    pub fn gains_by_company(octets: usize) -> bool {
        vector::most_jobs(vector::limbs_for(octets)) > LANES
    }

    /// Computes several batches together, which is faster than one after the other where P is short: two of them hide
    /// each other's waiting. Answers come batch by batch, as [`PowerBatch::run`] gives them.
    pub fn run_all(batches: &[Self], backend: Backend) -> Vec<Vec<Result<Residue, PowerError>>> {
        let powers: Vec<_> = batches.iter().flat_map(|batch| &batch.powers).collect();
        let mut answers = batch::run(&powers, backend).into_iter();
        batches.iter().map(|batch| answers.by_ref().take(batch.len()).collect()).collect()
    }
}

/// Why a power has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PowerError {
    /// The base was checked against another group: our own mistake.
    #[error("the base does not belong to the group")]
    ForeignBase,
    /// K is 0, 1 or P − 1: the peer's value has a tiny order, or the exponent is useless.
    #[error("the shared secret is trivial")]
    TrivialSecret,
}

/// The result of a power, secret until its owner says what it is.
pub struct Residue {
    octets: SecretOctets,
    group: Arc<Group>,
}

impl Residue {
    /// What a backend computed.
    pub(crate) fn new(octets: SecretOctets, group: Arc<Group>) -> Self {
        Self { octets, group }
    }

    /// Declares it public (`BS_RESULT` = G^y), most significant octet first, padded to P's length.
    pub fn into_public(self) -> Vec<u8> {
        self.octets.into_public()
    }

    /// Declares it the shared secret K; refused unless 1 < K < P − 1. Constant time but for the verdict.
    pub fn into_shared(self) -> Result<SharedSecret, PowerError> {
        let fit = above_one(&self.octets) & below(&self.octets, self.group.top());
        if bool::from(fit) { Ok(SharedSecret { octets: self.octets }) } else { Err(PowerError::TrivialSecret) }
    }
}

impl fmt::Debug for Residue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Residue([redacted])")
    }
}

/// K, what both sides know after an exchange; wiped on drop.
pub struct SharedSecret {
    octets: SecretOctets,
}

impl SharedSecret {
    /// K, most significant octet first, padded to P's length.
    pub fn as_bytes(&self) -> &[u8] {
        &self.octets
    }

    /// The A-key: the 64 least significant bits of K by position, zero or not (C.S0016 section 5).
    pub fn a_key(&self) -> AKey {
        self.low()
    }

    /// The root key of the `nodes` dialect: the 128 least significant bits of K by position.
    pub fn root_key(&self) -> RootKey {
        self.low()
    }

    fn low<const N: usize>(&self) -> Secret<N> {
        Secret::fill_with(|key| {
            for (own, octet) in key.iter_mut().rev().zip(self.octets.iter().rev()) {
                *own = *octet;
            }
        })
    }
}

impl fmt::Debug for SharedSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SharedSecret([redacted])")
    }
}

/// number > 1, in constant time: any bit above the lowest.
fn above_one(number: &[u8]) -> Choice {
    let (last, rest) = number.split_last().map_or((0, [].as_slice()), |(last, rest)| (*last, rest));
    let high = rest.iter().fold(last & 0xfe, |all, octet| all | octet);
    // 0 - high borrows unless high is 0.
    Choice::from((0_u16.wrapping_sub(u16::from(high)) >> 15) as u8)
}

/// a < b for numbers of one length, in constant time: the borrow of a - b.
fn below(a: &[u8], b: &[u8]) -> Choice {
    let borrow = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .fold(0_u16, |borrow, (a, b)| u16::from(*a).wrapping_sub(u16::from(*b)).wrapping_sub(borrow) >> 15);
    Choice::from(borrow as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparisons_in_constant_time_are_right() {
        let number = |value: u16| value.to_be_bytes();
        for value in [0, 1, 2, 3, 255, 256, 257, 0x1234, 0xfffe, 0xffff] {
            assert_eq!(bool::from(above_one(&number(value))), value > 1, "{value}");
            for other in [0, 1, 2, 255, 256, 0x1233, 0x1234, 0x1235, 0xff00, 0xffff] {
                assert_eq!(bool::from(below(&number(value), &number(other))), value < other, "{value} < {other}");
            }
        }
    }

    #[test]
    fn exponents_are_padded_cut_and_refused() {
        assert_eq!(Exponent::from_bytes(&[5], 24).unwrap().expose(), [0, 0, 5]);
        assert_eq!(Exponent::from_bytes(&[0xff, 0xff], 11).unwrap().expose(), [0x07, 0xff]);
        assert_eq!(Exponent::from_bytes(&[0xff; 255], 2040).unwrap().expose(), [0xff; 255]);
        assert_eq!(Exponent::from_bytes(&[1], 0).unwrap_err(), ExponentError::Bits { bits: 0 });
        assert_eq!(Exponent::from_bytes(&[1], 2041).unwrap_err(), ExponentError::Bits { bits: 2041 });
        let long = Exponent::from_bytes(&[0; 21], 160).unwrap_err();
        assert_eq!(long.to_string(), "has 21 octets, more than 20");
        assert_eq!(format!("{:?}", Exponent::from_bytes(&[0xab], 8).unwrap()), "Exponent(8 bits, [redacted])");
    }
}
