//! The handset's half of the key agreement (C.S0016 section 5): MS_RESULT, K and the A-key.
//!
//! Computes with the slow power of `akeyd_hw::reference` and slices keys by itself, so that the server's arithmetic is
//! judged by other code. Knows neither messages nor nodes. Used by both dialects, `otasp.rs` and `nodes.rs`.

use akeyd_hw::Secret;
use akeyd_hw::reference::power;
use zeroize::Zeroizing;

use super::credentials::Draw;

/// Octets of the secret exponent x: 160 bits.
const X_OCTETS: usize = 20;
/// Smallest P that this handset takes: 512 bits.
const MIN_P_OCTETS: usize = 64;

/// A value of the network that no honest side sends: named as in C.S0016.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadValue {
    /// P is shorter than [`MIN_P_OCTETS`], even, or has a zero top bit.
    #[error("PARAM_P")]
    ParamP,
    /// G is not between 1 and P − 1, both excluded.
    #[error("PARAM_G")]
    ParamG,
    /// BS_RESULT is not between 1 and P − 1, both excluded, is longer than P, or makes K trivial.
    #[error("BS_RESULT")]
    BsResult,
}

/// An agreement half-way: P and G are taken, x is drawn, MS_RESULT is known, BS_RESULT is not.
pub(super) struct Agreement {
    p: Vec<u8>,
    g: Vec<u8>,
    x: Zeroizing<Vec<u8>>,
    ms_result: Vec<u8>,
}

impl Agreement {
    /// The same as [`new`](Self::new) with an x of 160 fresh bits.
    pub(super) fn draw(p: &[u8], g: &[u8], draw: &mut Draw<'_>) -> Result<Self, BadValue> {
        let mut x = Zeroizing::new(vec![0; X_OCTETS]);
        draw(&mut x);
        Self::new(p, g, x)
    }

    /// Takes P and G, most significant octet first, and computes MS_RESULT = G^x mod P.
    fn new(p: &[u8], g: &[u8], x: Zeroizing<Vec<u8>>) -> Result<Self, BadValue> {
        let odd = p.last().is_some_and(|octet| octet & 1 == 1);
        let full = p.first().is_some_and(|octet| octet & 0x80 != 0);
        if p.len() < MIN_P_OCTETS || !odd || !full {
            return Err(BadValue::ParamP);
        }
        if !is_inside(g, p) {
            return Err(BadValue::ParamG);
        }
        let ms_result = power(g, &x, p);
        Ok(Self { p: p.to_vec(), g: g.to_vec(), x, ms_result })
    }

    /// MS_RESULT at P's length.
    pub(super) fn ms_result(&self) -> &[u8] {
        &self.ms_result
    }

    /// What a handset could not compute: MS_RESULT = 1, at P's length.
    pub(super) fn bad_ms_result(&self) -> Vec<u8> {
        let mut one = vec![0; self.p.len()];
        if let Some(last) = one.last_mut() {
            *last = 1;
        }
        one
    }

    /// P, G, MS_RESULT and BS_RESULT one after another, each at P's length.
    pub(super) fn numbers(&self, bs_result: &[u8]) -> Vec<u8> {
        let at_length = |value: &[u8]| {
            let value = strip(value);
            let zeros = self.p.len().saturating_sub(value.len());
            std::iter::repeat_n(0, zeros).chain(value.iter().copied()).collect::<Vec<u8>>()
        };
        [&self.p, &self.g, &self.ms_result, bs_result].map(at_length).concat()
    }

    /// Takes BS_RESULT, of any length up to P's, and computes K = BS_RESULT^x mod P, at P's length.
    pub(super) fn shared_secret(&self, bs_result: &[u8]) -> Result<Zeroizing<Vec<u8>>, BadValue> {
        if bs_result.len() > self.p.len() || !is_inside(bs_result, &self.p) {
            return Err(BadValue::BsResult);
        }
        let k = Zeroizing::new(power(bs_result, &self.x, &self.p));
        if is_inside(&k, &self.p) { Ok(k) } else { Err(BadValue::BsResult) }
    }
}

impl std::fmt::Debug for Agreement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Agreement").field("p", &self.p.len()).field("x", &"[redacted]").finish_non_exhaustive()
    }
}

/// The A-key: the 64 least significant bits of K, which are its last eight octets when K is written at P's length.
pub(super) fn a_key(k: &[u8]) -> Option<Secret<8>> {
    Secret::from_slice(k.get(k.len().checked_sub(8)?..)?)
}

/// 1 < value < P − 1, for an odd P with a set top bit.
fn is_inside(value: &[u8], p: &[u8]) -> bool {
    let Some((&last, most)) = p.split_last() else { return false };
    let p_less_one: Vec<u8> = most.iter().copied().chain([last & !1]).collect();
    let value = strip(value);
    let smaller = value.len() < p.len() || value.len() == p.len() && value < p_less_one.as_slice();
    smaller && value > [1].as_slice()
}

/// Without leading zero octets.
fn strip(value: &[u8]) -> &[u8] {
    &value[value.iter().take_while(|octet| **octet == 0).count()..]
}
