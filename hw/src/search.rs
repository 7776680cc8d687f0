//! The search for safe primes of our own: candidates of one form, most of them struck out by a sieve, the rest tested.
//!
//! A P is 2^n − 2^(n−64) + 2^64·m + 2^64 − 1: 64 ones at both ends (as RFC 2412 appendix E has them) and m, whose
//! n − 128 bits are drawn, between. Ones at the lower end make −P^−1 mod 2^52 = 1, which saves the kernels a
//! multiplication for each row; ones at the upper end make a quotient's guess right. Neither helps anybody to a
//! logarithm: the forms of the special number field sieve need all but a few coefficients small. Draws nothing itself,
//! never tests more than it is asked for. Called by whoever makes a P, on a thread that has time.

use crypto_bigint::{BoxedUint, Odd};
use crypto_primes::hazmat::MillerRabin;

use crate::limits::{MAX_BITS, MIN_BITS};

/// Octets of ones at either end.
const ENDS: usize = 8;
/// Candidates in one sieve: a safe prime of 1024 bits is found within it nine times of ten.
const CANDIDATES: usize = 1 << 18;
/// Small primes that are struck out: from about here on a test is cheaper than one more prime.
const SMALL: u32 = 1 << 20;

/// A sieve over neighbouring candidates. As an iterator it tests one candidate at a time and gives P for a safe prime,
/// `None` for anything else; when it ends, all are tested.
pub struct Search {
    /// The first candidate, most significant octet first.
    first: Box<[u8]>,
    /// Candidates that are not struck out yet, as multiples of 2^64 above the first.
    left: std::vec::IntoIter<u32>,
}

impl Search {
    /// Octets of m for a P of `bits` bits.
    pub fn random_octets(bits: u32) -> usize {
        (bits as usize / 8).saturating_sub(2 * ENDS)
    }

    /// Whether a P of `bits` bits can be found here: whole octets, [`MIN_BITS`] to [`MAX_BITS`].
    pub fn takes(bits: u32) -> bool {
        (MIN_BITS..=MAX_BITS).contains(&bits) && bits.is_multiple_of(8)
    }

    /// Sieves the candidates from m = `random` on, [`Search::random_octets`] long; `None` for a size of P that is not
    /// taken, for another length of `random`, or where m would run over.
    pub fn new(bits: u32, random: &[u8]) -> Option<Self> {
        // m may grow by the number of candidates without reaching the ones above it.
        if !Self::takes(bits) || random.len() != Self::random_octets(bits) || random.first_chunk::<4>()? == &[0xff; 4] {
            return None;
        }
        let first: Box<[u8]> = [&[0xff; ENDS], random, &[0xff; ENDS]].concat().into();
        let left = sieve(&first).into_iter();
        Some(Self { first, left })
    }

    /// The candidate that stands so many multiples of 2^64 above the first.
    fn candidate(&self, at: u32) -> Box<[u8]> {
        let mut p = self.first.clone();
        let mut carry = u64::from(at);
        let end = p.len() - ENDS;
        for octet in p[..end].iter_mut().rev() {
            carry += u64::from(*octet);
            *octet = carry as u8;
            carry >>= 8;
        }
        p
    }
}

impl Iterator for Search {
    type Item = Option<Box<[u8]>>;

    fn next(&mut self) -> Option<Self::Item> {
        let at = self.left.next()?;
        let p = self.candidate(at);
        Some(is_likely_safe(&p).then_some(p))
    }
}

/// Whether both (P − 1)/2 and P pass Miller-Rabin to base 2: the caller judges what does.
fn is_likely_safe(p: &[u8]) -> bool {
    let number = BoxedUint::from_be_slice_vartime(p);
    let passes = |number: BoxedUint| {
        Odd::new(number).into_option().is_some_and(|odd| MillerRabin::new(odd).test_base_two().is_probably_prime())
    };
    let half = number.shr_vartime(1).unwrap_or_default();
    passes(half) && passes(number)
}

/// The candidates P for which no small prime divides P or (P − 1)/2.
fn sieve(first: &[u8]) -> Vec<u32> {
    let mut struck = vec![false; CANDIDATES];
    for prime in small_primes() {
        let modulus = u64::from(prime);
        let start = remainder(first, modulus);
        let back = modulus - inverse(power_of_two(64, modulus), modulus);
        // P + 2^64·k = 0 and = 1.
        for residue in [0, 1] {
            let above = (start + modulus - residue) % modulus;
            let mut at = (above * back % modulus) as usize;
            while at < CANDIDATES {
                struck[at] = true;
                at += prime as usize;
            }
        }
    }
    (0..).zip(struck).filter(|(_, struck)| !struck).map(|(at, _)| at).collect()
}

/// The odd primes below [`SMALL`] (Eratosthenes).
fn small_primes() -> Vec<u32> {
    let mut composite = vec![false; SMALL as usize / 2];
    let mut primes = Vec::new();
    for half in 1..composite.len() {
        if composite[half] {
            continue;
        }
        let prime = 2 * half + 1;
        primes.push(prime as u32);
        // Odd multiples from its square on.
        let mut at = prime * prime / 2;
        while at < composite.len() {
            composite[at] = true;
            at += prime;
        }
    }
    primes
}

/// A number mod a small one.
fn remainder(number: &[u8], modulus: u64) -> u64 {
    number.rchunks(4).rev().fold(0, |rest, chunk| {
        let limb = chunk.iter().fold(0, |limb, octet| limb << 8 | u64::from(*octet));
        (rest << (8 * chunk.len()) | limb) % modulus
    })
}

/// 2^exponent mod a small odd number.
fn power_of_two(exponent: u32, modulus: u64) -> u64 {
    (0..exponent).fold(1, |power, _| power * 2 % modulus)
}

/// number^−1 mod a small prime (Fermat).
fn inverse(number: u64, prime: u64) -> u64 {
    let (mut base, mut exponent, mut result) = (number % prime, prime - 2, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % prime;
        }
        base = base * base % prime;
        exponent >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_primes_are_the_primes() {
        let primes = small_primes();
        assert_eq!(primes[..10], [3, 5, 7, 11, 13, 17, 19, 23, 29, 31]);
        // pi(2^20) = 82,025, of which one is even.
        assert_eq!((primes.len(), primes.last()), (82_024, Some(&1_048_573)));
    }

    #[test]
    fn the_sieve_strikes_out_what_a_small_prime_divides_and_nothing_else() {
        let first = Search::new(512, &[0x42; 48]).unwrap().first;
        let left = sieve(&first);
        let search = Search { first, left: Vec::new().into_iter() };
        let few = &small_primes()[..2000];
        let divided = |at: u32| {
            let p = search.candidate(at);
            few.iter().any(|prime| remainder(&p, u64::from(*prime)) <= 1)
        };
        assert!(left.iter().take(50).all(|at| !divided(*at)));
        // A candidate that is missing is divided by some small prime, nearly always by one of the first.
        let missing = (0..200).filter(|at| left.binary_search(at).is_err());
        assert!(missing.filter(|at| divided(*at)).count() > 190);
        assert!(left.len() > 800 && left.len() < 1600, "{} of {CANDIDATES} are left", left.len());
    }

    #[test]
    fn sizes_and_starts_that_do_not_fit_are_refused() {
        for (bits, octets) in [(504, 47), (516, 48), (2048, 240), (512, 47), (512, 49), (0, 0)] {
            assert!(Search::new(bits, &vec![1; octets]).is_none(), "{bits} bits, {octets} octets");
        }
        assert!(Search::new(512, &[0xff; 48]).is_none(), "the ones above would be reached");
    }
}
