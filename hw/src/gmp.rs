//! The backend to be compared with: powers by GMP (`rug`), built with the feature `gmp` alone.
//!
//! NOT constant time, whatever GMP itself promises: the wrapper around it branches on its numbers' lengths, and they stay
//! in memory that nobody wipes. So it is never chosen by [`crate::Backend::detect`], and serves nobody unless somebody
//! insists. Called by [`crate::PowerBatch::run`] with values that were checked before.

use rug::Integer;
use rug::integer::Order;

use crate::secret::{self, SecretOctets};
use crate::{Element, Exponent};

/// base^exponent mod P, padded to P's length.
pub(crate) fn power(p: &[u8], base: &Element, exponent: &Exponent) -> SecretOctets {
    let number = |octets: &[u8]| Integer::from_digits(octets, Order::Msf);
    let (p_number, exponent) = (number(p), number(exponent.expose()));
    let base = number(base.as_bytes());
    let power = if exponent == 0 { Integer::from(1) } else { base.secure_pow_mod(&exponent, &p_number) };
    secret::octets(p.len(), |own| {
        let digits = power.significant_digits::<u8>();
        power.write_digits(&mut own[p.len() - digits..], Order::Msf);
    })
}
