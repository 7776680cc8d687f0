//! Whether a number is prime, where whoever chose it may want us to believe so; and whether it is a safe prime.
//!
//! Two tests of different kinds, both of which must pass: Baillie-PSW (Miller-Rabin to base 2 and a strong Lucas test,
//! `crypto-primes`), which no composite is known to pass, and Miller-Rabin to [`WITNESSES`] bases that the caller has
//! drawn. The first one is deterministic, so an adversary could look for a composite at leisure; against bases that
//! were drawn after P was chosen no composite passes one round more often than one time in four (Rabin 1980), 4^-32 in
//! all. Bases that are written down anywhere are worth nothing here: Arnault (1995) made composites that pass all of
//! them. P is public, so times may depend on it. Draws nothing itself. Called by [`crate::Group`] and by whoever makes
//! or judges a P.

use crypto_bigint::{BoxedUint, NonZero, Odd};
use crypto_primes::hazmat::MillerRabin;
use crypto_primes::{Flavor, is_prime};

use crate::limits::FIELD_OCTETS;

/// Rounds of Miller-Rabin.
pub const WITNESSES: usize = 32;
/// Octets of one base before it is reduced: 64 bits more than P, so that no residue is preferred.
const BASE_OCTETS: usize = FIELD_OCTETS + 8;
/// Random octets that a judgement takes.
pub const WITNESS_OCTETS: usize = WITNESSES * BASE_OCTETS;

/// What is known of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Primality {
    /// It is not prime.
    Composite,
    /// It is prime.
    Prime,
    /// It is prime, and so is (P − 1)/2.
    Safe,
}

/// Judges P, most significant octet first. `witnesses` are [`WITNESS_OCTETS`] octets that were drawn after P was
/// chosen; what is missing counts as zeros, and zeros prove nothing: then P is called composite.
///
/// Takes from milliseconds to half a second: not for a thread that serves sockets. (P − 1)/2 goes
/// through Baillie-PSW alone: a P that only seems safe is still a prime.
pub fn judge(p: &[u8], witnesses: &[u8]) -> Primality {
    let number = BoxedUint::from_be_slice_vartime(p);
    if !is_prime(Flavor::Any, &number) {
        return Primality::Composite;
    }
    let (Some(odd), Some(divisor)) =
        (Odd::new(number.clone()).into_option(), NonZero::new(number.clone()).into_option())
    else {
        return Primality::Composite;
    };
    let rounds = MillerRabin::new(odd);
    let bases = (0..WITNESSES).map(|round| witnesses.get(round * BASE_OCTETS..(round + 1) * BASE_OCTETS));
    for base in bases {
        let base = BoxedUint::from_be_slice_vartime(base.unwrap_or(&[0])).rem_vartime(&divisor);
        if rounds.test(&base).is_composite() {
            return Primality::Composite;
        }
    }
    let half = number.shr_vartime(1).unwrap_or_default();
    let three_mod_four = p.last().is_some_and(|octet| octet & 3 == 3);
    if three_mod_four && is_prime(Flavor::Any, &half) { Primality::Safe } else { Primality::Prime }
}

/// Witnesses for numbers that nobody chose to deceive us, such as an operator's own: made of P by splitmix64.
pub(crate) fn plain_witnesses(p: &[u8]) -> Vec<u8> {
    let mut state = p.iter().fold(0, |state: u64, octet| mixed(state ^ u64::from(*octet)));
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(state).to_be_bytes()
    };
    (0..WITNESS_OCTETS.div_ceil(8)).flat_map(|_| next()).collect()
}

fn mixed(state: u64) -> u64 {
    let x = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ x >> 31
}
