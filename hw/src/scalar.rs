//! The backend that runs everywhere: one power at a time on crypto-bigint, constant time for a given size of P and
//! length of the exponent. Called by [`crate::PowerBatch::run`] with values that were checked before.

use crypto_bigint::modular::{FixedMontyForm, FixedMontyParams};
use crypto_bigint::{JacobiSymbol, Odd, U512, U768, U1024, U1536, U2048, Uint};
use zeroize::{Zeroize, Zeroizing};

use crate::limits::FIXED_TABLE_OCTETS;
use crate::secret::{self, SecretOctets};
use crate::{Element, Exponent};

/// Montgomery parameters of a P, in the smallest width that holds it.
pub(crate) enum Modulus {
    U512(Box<FixedMontyParams<{ U512::LIMBS }>>),
    U768(Box<FixedMontyParams<{ U768::LIMBS }>>),
    U1024(Box<FixedMontyParams<{ U1024::LIMBS }>>),
    U1536(Box<FixedMontyParams<{ U1536::LIMBS }>>),
    U2048(Box<FixedMontyParams<{ U2048::LIMBS }>>),
}

impl Modulus {
    /// Precomputes for an odd P of at most 2048 bits.
    pub(crate) fn new(p: &[u8]) -> Self {
        match p.len() {
            0..=64 => Self::U512(Box::new(parameters(p))),
            65..=96 => Self::U768(Box::new(parameters(p))),
            97..=128 => Self::U1024(Box::new(parameters(p))),
            129..=192 => Self::U1536(Box::new(parameters(p))),
            _ => Self::U2048(Box::new(parameters(p))),
        }
    }
}

/// Calls a function with the parameters, whatever their width.
macro_rules! any_width {
    ($modulus:expr, $function:ident($($argument:expr),*)) => {
        match $modulus {
            Modulus::U512(parameters) => $function(parameters, $($argument),*),
            Modulus::U768(parameters) => $function(parameters, $($argument),*),
            Modulus::U1024(parameters) => $function(parameters, $($argument),*),
            Modulus::U1536(parameters) => $function(parameters, $($argument),*),
            Modulus::U2048(parameters) => $function(parameters, $($argument),*),
        }
    };
}

/// base^exponent mod P, padded to P's length.
pub(crate) fn power(modulus: &Modulus, base: &Element, exponent: &Exponent) -> SecretOctets {
    any_width!(modulus, power_of(base, exponent))
}

/// G^exponent mod P from the table, padded to P's length `octets`.
pub(crate) fn fixed_power(modulus: &Modulus, table: &Table, octets: usize, exponent: &Exponent) -> SecretOctets {
    any_width!(modulus, fixed_power_of(table, octets, exponent))
}

/// Whether a public value below P is a quadratic residue mod P: its Jacobi symbol is 1. Time depends on the value.
pub(crate) fn is_square(modulus: &Modulus, value: &Element) -> bool {
    any_width!(modulus, is_square_of(value))
}

/// Powers of a G: G^(d·16^i) in Montgomery form for every position i and digit d, a fixed number of words each. Public;
/// which entries are used is secret.
pub(crate) struct Table {
    words: Box<[u64]>,
    /// Exponents of so many bits can be served.
    bits: u32,
}

/// Digits of an exponent are half octets: wider ones would save multiplications and cost more in reading the table.
const ENTRIES: usize = 16;

impl Table {
    /// Computes the table for exponents of up to `bits` bits; `None` when it would be too large.
    pub(crate) fn new(modulus: &Modulus, g: &Element, bits: u32) -> Option<Self> {
        let words = any_width!(modulus, powers_of(g, bits.div_ceil(4) as usize))?;
        Some(Self { words, bits })
    }

    /// Whether exponents of so many bits find all their positions here.
    pub(crate) fn serves(&self, bits: u32) -> bool {
        bits <= self.bits
    }
}

fn powers_of<const LIMBS: usize>(
    parameters: &FixedMontyParams<LIMBS>,
    g: &Element,
    positions: usize,
) -> Option<Box<[u64]>> {
    let words = positions * ENTRIES * LIMBS;
    if words * size_of::<u64>() > FIXED_TABLE_OCTETS {
        return None;
    }
    let number = Uint::from_be_slice_truncated(g.as_bytes(), Uint::<LIMBS>::BITS);
    let mut base = FixedMontyForm::new(&number, parameters);
    let mut table = Vec::with_capacity(words);
    for _ in 0..positions {
        let mut power = FixedMontyForm::one(parameters);
        for _ in 0..ENTRIES {
            table.extend_from_slice(power.as_montgomery().as_words());
            power = power.mul(&base);
        }
        base = power;
    }
    Some(table.into())
}

fn fixed_power_of<const LIMBS: usize>(
    parameters: &FixedMontyParams<LIMBS>,
    table: &Table,
    octets: usize,
    exponent: &Exponent,
) -> SecretOctets {
    let digits = exponent.expose().iter().rev().flat_map(|octet| [octet & 15, octet >> 4]);
    let (entries, _) = table.words.as_chunks::<LIMBS>();
    let mut power = FixedMontyForm::one(parameters);
    for (digit, entries) in digits.zip(entries.chunks(ENTRIES)) {
        let mut factor = Zeroizing::new([0; LIMBS]);
        for (entry, at) in entries.iter().zip(0_u8..) {
            let chosen = !secret::ones_unless_zero(u64::from(digit ^ at));
            for (word, entry) in factor.iter_mut().zip(entry) {
                *word |= entry & chosen;
            }
        }
        let mut factor = FixedMontyForm::from_montgomery(Uint::from_words(*factor), parameters);
        power = power.mul(&factor);
        factor.as_montgomery_mut().zeroize();
    }
    finish(power, octets)
}

fn power_of<const LIMBS: usize>(
    parameters: &FixedMontyParams<LIMBS>,
    base: &Element,
    exponent: &Exponent,
) -> SecretOctets {
    let bits = exponent.bits();
    let exponent = Zeroizing::new(U2048::from_be_slice_truncated(exponent.expose(), U2048::BITS));
    let base_number = Uint::from_be_slice_truncated(base.as_bytes(), Uint::<LIMBS>::BITS);
    let power = FixedMontyForm::new(&base_number, parameters).pow_bounded_exp(&exponent, bits);
    finish(power, base.as_bytes().len())
}

fn is_square_of<const LIMBS: usize>(parameters: &FixedMontyParams<LIMBS>, value: &Element) -> bool {
    let number = Uint::<LIMBS>::from_be_slice_truncated(value.as_bytes(), Uint::<LIMBS>::BITS);
    number.jacobi_symbol_vartime(parameters.modulus()) == JacobiSymbol::One
}

/// Out of Montgomery form, into octets.
fn finish<const LIMBS: usize>(mut power: FixedMontyForm<LIMBS>, length: usize) -> SecretOctets {
    let number = Zeroizing::new(power.retrieve());
    power.as_montgomery_mut().zeroize();
    let wide = Zeroizing::new(number.to_be_bytes());
    secret::octets(length, |own| own.copy_from_slice(&wide.as_slice()[wide.as_slice().len() - length..]))
}

fn parameters<const LIMBS: usize>(p: &[u8]) -> FixedMontyParams<LIMBS> {
    let mut number = Uint::<LIMBS>::from_be_slice_truncated(p, Uint::<LIMBS>::BITS);
    // P is odd wherever this is called; saying so again is cheaper than a path for the impossible.
    number.as_mut_limbs()[0].0 |= 1;
    FixedMontyParams::new_vartime(Odd::new(number).expect("the lowest bit was just set"))
}
