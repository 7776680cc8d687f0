//! The backend that runs everywhere: one power at a time on crypto-bigint, constant time for a given size of P and
//! length of the exponent. Called by [`crate::PowerBatch::run`] with values that were checked before.

use crypto_bigint::modular::{FixedMontyForm, FixedMontyParams};
use crypto_bigint::{Odd, U512, U768, U1024, U1536, U2048, Uint};
use zeroize::{Zeroize, Zeroizing};

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

/// base^exponent mod P, padded to P's length.
pub(crate) fn power(modulus: &Modulus, base: &Element, exponent: &Exponent) -> SecretOctets {
    match modulus {
        Modulus::U512(parameters) => power_of(parameters, base, exponent),
        Modulus::U768(parameters) => power_of(parameters, base, exponent),
        Modulus::U1024(parameters) => power_of(parameters, base, exponent),
        Modulus::U1536(parameters) => power_of(parameters, base, exponent),
        Modulus::U2048(parameters) => power_of(parameters, base, exponent),
    }
}

fn power_of<const LIMBS: usize>(
    parameters: &FixedMontyParams<LIMBS>,
    base: &Element,
    exponent: &Exponent,
) -> SecretOctets {
    let bits = exponent.bits();
    let exponent = Zeroizing::new(U2048::from_be_slice_truncated(exponent.expose(), U2048::BITS));
    let base_number = Uint::from_be_slice_truncated(base.as_bytes(), Uint::<LIMBS>::BITS);
    let mut power = FixedMontyForm::new(&base_number, parameters).pow_bounded_exp(&exponent, bits);
    let number = Zeroizing::new(power.retrieve());
    power.as_montgomery_mut().zeroize();
    let wide = Zeroizing::new(number.to_be_bytes());
    let length = base.as_bytes().len();
    secret::octets(length, |own| own.copy_from_slice(&wide.as_slice()[wide.as_slice().len() - length..]))
}

fn parameters<const LIMBS: usize>(p: &[u8]) -> FixedMontyParams<LIMBS> {
    let mut number = Uint::<LIMBS>::from_be_slice_truncated(p, Uint::<LIMBS>::BITS);
    // P is odd wherever this is called; saying so again is cheaper than a path for the impossible.
    number.as_mut_limbs()[0].0 |= 1;
    FixedMontyParams::new_vartime(Odd::new(number).expect("the lowest bit was just set"))
}
