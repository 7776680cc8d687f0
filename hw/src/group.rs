//! Groups and the received values that belong to them: everything is checked here, once, before any power is spent.
//!
//! P, G and partial keys are public, so these checks may take a time that depends on them. Used by whoever takes P, G
//! or a partial key from outside; [`crate::PowerBatch`] trusts what was checked.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use thiserror::Error;

use crate::known::{self, Known};
use crate::limits::{MAX_BITS, MIN_BITS};
use crate::prime::{self, Primality};
use crate::tables::Slot;
use crate::{cpu, fixed8, scalar, vector};

/// A modulus P and a generator G that were found fit, with what the backends precompute from them.
pub struct Group {
    p: Box<[u8]>,
    /// P − 1: nothing received may reach it.
    top: Box<[u8]>,
    g: Box<[u8]>,
    generator: Element,
    safe_prime: bool,
    /// Whether G is a quadratic residue mod P.
    square: bool,
    modulus: scalar::Modulus,
    vector: vector::Modulus,
    table: Slot<fixed8::Table>,
    scalar_table: Slot<scalar::Table>,
}

impl Group {
    /// The names that [`Group::known`] takes, smallest P first.
    pub const KNOWN: &'static [&'static str] = known::NAMES;

    /// Takes P and G as an operator wrote them down, most significant octet first; leading zero octets are ignored.
    ///
    /// P must be an odd prime that fills its octets (top bit set), of at least `min_bits` (never less than
    /// [`MIN_BITS`]) and at most [`MAX_BITS`] bits, and 1 < G < P − 1. The P of a known group is prime; any other is
    /// judged ([`prime::judge`]) with witnesses that follow from P, which is enough where nobody wants to deceive us.
    /// That takes milliseconds, so callers keep the group.
    pub fn new(p: &[u8], g: &[u8], min_bits: u32) -> Result<Self, GroupError> {
        Self::judged(p, g, min_bits, |p| prime::judge(p, &prime::plain_witnesses(p)))
    }

    /// As [`Group::new`], with the word of `judge` on whether P is prime: from [`prime::judge`] with random witnesses,
    /// now or earlier. It is asked last, only about a P that is fit otherwise, and not about a known one.
    pub fn judged(
        p: &[u8],
        g: &[u8],
        min_bits: u32,
        judge: impl FnOnce(&[u8]) -> Primality,
    ) -> Result<Self, GroupError> {
        let (p, g) = (strip(p), strip(g));
        check_size(p, min_bits.max(MIN_BITS))?;
        if p.last().is_none_or(|octet| octet.is_multiple_of(2)) {
            return Err(GroupError::Even);
        }
        let top = minus_one(p);
        if g <= &[1] {
            return Err(GroupError::GeneratorTooSmall);
        }
        if compare(g, &top) != Ordering::Less {
            return Err(GroupError::GeneratorTooLarge);
        }
        let known = known::GROUPS.iter().any(|known| known.p == p);
        match if known { Primality::Safe } else { judge(p) } {
            Primality::Composite => Err(GroupError::Composite),
            primality => Ok(Self::assemble(p, g, top, primality == Primality::Safe)),
        }
    }

    /// A shipped safe-prime group, see [`Group::KNOWN`]: `demo-512` and `demo-768` for demonstrations and tests,
    /// `oakley-1024` (RFC 2409 section 6.2) and `modp-1536` (RFC 3526 section 2) for service. G generates the subgroup
    /// of prime order (P − 1)/2.
    pub fn known(name: &str) -> Option<Self> {
        let Known { p, g, .. } = known::GROUPS.iter().find(|known| known.name == name)?;
        Some(Self::assemble(p, g, minus_one(p), true))
    }

    fn assemble(p: &[u8], g: &[u8], top: Box<[u8]>, safe_prime: bool) -> Self {
        let (modulus, generator) = (scalar::Modulus::new(p), Element(pad(g, p.len())));
        Self {
            square: scalar::is_square(&modulus, &generator),
            modulus,
            vector: vector::Modulus::new(p),
            table: Slot::default(),
            scalar_table: Slot::default(),
            generator,
            p: p.into(),
            top,
            g: g.into(),
            safe_prime,
        }
    }

    /// P, most significant octet first, top bit set.
    pub fn p(&self) -> &[u8] {
        &self.p
    }

    /// G, most significant octet first, without leading zero octets.
    pub fn g(&self) -> &[u8] {
        &self.g
    }

    /// P's length: every partial key and shared secret is padded to it.
    pub fn octets(&self) -> usize {
        self.p.len()
    }

    /// P's size in bits, a multiple of 8.
    pub fn bits(&self) -> u32 {
        self.p.len() as u32 * 8
    }

    /// Whether (P − 1)/2 is prime too.
    pub fn is_safe_prime(&self) -> bool {
        self.safe_prime
    }

    /// Whether the order of G is the prime (P − 1)/2: P is a safe prime and G a quadratic residue. Then
    /// [`Group::check_partial_key`] shows that a value is in the subgroup of G.
    pub fn has_prime_order(&self) -> bool {
        self.safe_prime && self.square
    }

    /// Takes a partial key that a peer sent: as [`Group::check`], and where G is a quadratic residue mod P the value
    /// must be one too.
    ///
    /// Whoever computes G^x as C.S0016 section 5 says sends a power of G, and every power of a residue is a residue: one
    /// that is not was made up, and K = value^y would tell whether y is even. With a safe prime that is the whole test
    /// of membership in the subgroup of G (NIST SP 800-56A revision 3, section 5.6.2.3.1). Other P and G come without
    /// the order of G, so a value may still lie outside its subgroup there.
    pub fn check_partial_key(&self, value: &[u8]) -> Result<Element, ValueError> {
        let element = self.check(value)?;
        if self.square && !scalar::is_square(&self.modulus, &element) {
            return Err(ValueError::NoPower);
        }
        Ok(element)
    }

    /// Takes a value from outside as an element: 1 octet up to P's length, 1 < value < P − 1.
    ///
    /// Senders differ in whether they keep leading zero octets, so any length up to P's is taken and padded. Whether it
    /// can be a power of G is not asked: for a peer's partial key see [`Group::check_partial_key`].
    pub fn check(&self, value: &[u8]) -> Result<Element, ValueError> {
        if value.is_empty() {
            return Err(ValueError::Empty);
        }
        if value.len() > self.octets() {
            return Err(ValueError::TooLong { octets: value.len(), most: self.octets() });
        }
        if strip(value) <= &[1] {
            return Err(ValueError::TooSmall);
        }
        let padded = pad(value, self.octets());
        if padded >= self.top {
            return Err(ValueError::TooLarge);
        }
        Ok(Element(padded))
    }

    /// Whether an element, perhaps of another group, may be raised to a power here.
    pub(crate) fn holds(&self, element: &Element) -> bool {
        element.0.len() == self.octets() && element.0 < self.top
    }

    /// G as an element.
    pub(crate) fn generator(&self) -> &Element {
        &self.generator
    }

    /// P − 1, as long as P.
    pub(crate) fn top(&self) -> &[u8] {
        &self.top
    }

    /// What the vector backends precompute.
    pub(crate) fn vector(&self) -> &vector::Modulus {
        &self.vector
    }

    /// The vector backends' table of G's powers for exponents of so many bits, made when it is first asked for and kept
    /// while it is used; `None` where it would be too large. Which backend makes it does not matter.
    pub(crate) fn table(&self, cpu: Option<cpu::Ifma>, bits: u32) -> Option<Arc<fixed8::Table>> {
        self.table.get(|table| table.serves(bits), || vector::table(cpu, &self.vector, &self.g, bits))
    }

    /// The scalar backend's table of G's powers, kept likewise.
    pub(crate) fn scalar_table(&self, bits: u32) -> Option<Arc<scalar::Table>> {
        let make = || scalar::Table::new(&self.modulus, &self.generator, bits);
        self.scalar_table.get(|table| table.serves(bits), make)
    }

    /// What the scalar backend precomputes.
    pub(crate) fn modulus(&self) -> &scalar::Modulus {
        &self.modulus
    }
}

impl fmt::Debug for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Group")
            .field("bits", &self.bits())
            .field("safe_prime", &self.safe_prime)
            .finish_non_exhaustive()
    }
}

impl PartialEq for Group {
    fn eq(&self, other: &Self) -> bool {
        self.p == other.p && self.g == other.g
    }
}

impl Eq for Group {}

/// A public value with 1 < value < P − 1, as long as P. Made by [`Group::check`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Element(Box<[u8]>);

impl Element {
    /// The value, most significant octet first, padded to P's length.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Why P and G were refused; [`GroupError::field`] says which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum GroupError {
    /// P is shorter than policy or [`MIN_BITS`] asks.
    #[error("has {bits} bits, fewer than {least}")]
    TooShort {
        /// P's size.
        bits: u32,
        /// The smallest size taken.
        least: u32,
    },
    /// P is longer than [`MAX_BITS`].
    #[error("has {bits} bits, more than {MAX_BITS}")]
    TooLong {
        /// P's size.
        bits: usize,
    },
    /// The top bit of P's first octet is not set.
    #[error("has {bits} bits, which do not fill whole octets")]
    NotWholeOctets {
        /// P's size.
        bits: u32,
    },
    /// P is even.
    #[error("is even")]
    Even,
    /// P is not prime.
    #[error("is not prime")]
    Composite,
    /// G is 0 or 1.
    #[error("is not greater than 1")]
    GeneratorTooSmall,
    /// G is P − 1 or more.
    #[error("is not less than P - 1")]
    GeneratorTooLarge,
}

impl GroupError {
    /// The parameter at fault: `p` or `g`.
    pub fn field(&self) -> &'static str {
        match self {
            Self::GeneratorTooSmall | Self::GeneratorTooLarge => "g",
            _ => "p",
        }
    }
}

/// Why a received partial key was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ValueError {
    /// No octets.
    #[error("is empty")]
    Empty,
    /// More octets than P has.
    #[error("has {octets} octets, more than the {most} of P")]
    TooLong {
        /// The value's length.
        octets: usize,
        /// P's length.
        most: usize,
    },
    /// 0 or 1.
    #[error("is not greater than 1")]
    TooSmall,
    /// P − 1 or more.
    #[error("is not less than P - 1")]
    TooLarge,
    /// No quadratic residue, though G is one.
    #[error("is no power of G")]
    NoPower,
}

/// Sizes are judged before any number is made, so that a hostile length costs nothing.
fn check_size(p: &[u8], least: u32) -> Result<(), GroupError> {
    let unused = p.first().map_or(0, |octet| octet.leading_zeros());
    let bits = p.len() * 8 - unused as usize;
    if bits > MAX_BITS as usize {
        return Err(GroupError::TooLong { bits });
    }
    let bits = bits as u32;
    if bits < least {
        return Err(GroupError::TooShort { bits, least });
    }
    if unused != 0 {
        return Err(GroupError::NotWholeOctets { bits });
    }
    Ok(())
}

/// Without leading zero octets.
fn strip(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|&&octet| octet == 0).count();
    &number[zeros..]
}

/// With leading zero octets up to `length`, which the number must not exceed.
fn pad(number: &[u8], length: usize) -> Box<[u8]> {
    let mut padded = vec![0; length - number.len()];
    padded.extend_from_slice(number);
    padded.into()
}

/// P − 1 for an odd P.
fn minus_one(p: &[u8]) -> Box<[u8]> {
    let mut top: Box<[u8]> = p.into();
    if let Some(last) = top.last_mut() {
        *last &= 0xfe;
    }
    top
}

/// Compares numbers without leading zero octets.
fn compare(a: &[u8], b: &[u8]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}
