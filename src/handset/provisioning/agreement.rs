//! The handset's half of the key agreement (C.S0016 section 5): MS_RESULT, K and the A-key.
//!
//! Computes with the slow power of `akeyd_hw::reference` and slices keys by itself, so that the server's arithmetic is
//! judged by other code; only where many handsets share a machine with what they load, it is asked to be fast. Knows
//! neither messages nor nodes. Used by both dialects, `otasp.rs` and `nodes.rs`.

use std::sync::{Arc, Mutex, PoisonError};

use akeyd_hw::{Backend, Base, Exponent, Group, Power, Residue, Secret, reference};
use zeroize::Zeroizing;

use crate::handset::Draw;
use crate::handset::device::faults::Fault;

/// Octets of the secret exponent x: 160 bits.
const X_OCTETS: usize = 20;
/// Smallest P that this handset takes: 512 bits.
const MIN_P_OCTETS: usize = 64;

/// A value of the network that no honest side sends: named as in C.S0016.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BadValue {
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

/// Which arithmetic computes the powers.
#[derive(Clone, Debug)]
pub enum Arithmetic {
    /// The slow, obvious one, which shares nothing with the server's.
    Reference,
    /// The fastest of this machine, which is the server's too.
    Fast(Groups),
}

/// Groups that were seen to be good, shared by the handsets of a load test: to check one takes longer than to use it.
#[derive(Clone, Debug, Default)]
pub struct Groups(Arc<Mutex<Vec<Arc<Group>>>>);

/// Groups kept: a server has one, and perhaps changes it.
const GROUPS: usize = 4;

impl Groups {
    /// The group of P and G; `None` where it is none.
    fn group(&self, p: &[u8], g: &[u8]) -> Option<Arc<Group>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(group) = known.iter().find(|group| group.p() == p && group.g() == strip(g)) {
            return Some(Arc::clone(group));
        }
        let group = Arc::new(Group::new(p, g, 8 * MIN_P_OCTETS as u32).ok()?);
        known.truncate(GROUPS - 1);
        known.insert(0, Arc::clone(&group));
        Some(group)
    }
}

impl Arithmetic {
    /// `base`^x mod P at P's length, where base is G when none is given.
    fn power(&self, p: &[u8], g: &[u8], base: Option<&[u8]>, x: &[u8]) -> Zeroizing<Vec<u8>> {
        let fast = match self {
            Self::Reference => None,
            Self::Fast(groups) => fast_power(groups, p, g, base, x),
        };
        fast.unwrap_or_else(|| Zeroizing::new(reference::power(base.unwrap_or(g), x, p)))
    }
}

/// `None` where the values are not those of a good group, which the slow power does not mind.
fn fast_power(groups: &Groups, p: &[u8], g: &[u8], base: Option<&[u8]>, x: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let group = groups.group(p, g)?;
    let exponent = Arc::new(Exponent::from_bytes(x, 8 * x.len() as u32).ok()?);
    let base = match base {
        None => Base::Generator,
        Some(base) => Base::Element(group.check(base).ok()?),
    };
    let is_generator = matches!(base, Base::Generator);
    let residue = Power { group, base, exponent }.run(Backend::detect()).ok()?;
    if is_generator {
        return Some(Zeroizing::new(residue.into_public()));
    }
    Residue::into_shared(residue).ok().map(|k| Zeroizing::new(k.as_bytes().to_vec()))
}

/// An agreement half-way: P and G are taken, x is drawn, MS_RESULT is known, BS_RESULT is not.
pub(crate) struct Agreement {
    p: Vec<u8>,
    g: Vec<u8>,
    x: Zeroizing<Vec<u8>>,
    ms_result: Vec<u8>,
    arithmetic: Arithmetic,
}

impl Agreement {
    /// The same as [`new`](Self::new) with an x of 160 fresh bits.
    pub(crate) fn draw(p: &[u8], g: &[u8], arithmetic: &Arithmetic, draw: &mut Draw<'_>) -> Result<Self, BadValue> {
        let mut x = Zeroizing::new(vec![0; X_OCTETS]);
        draw(&mut x);
        Self::new(p, g, x, arithmetic)
    }

    /// Takes P and G, most significant octet first, and computes MS_RESULT = G^x mod P.
    fn new(p: &[u8], g: &[u8], x: Zeroizing<Vec<u8>>, arithmetic: &Arithmetic) -> Result<Self, BadValue> {
        let odd = p.last().is_some_and(|octet| octet & 1 == 1);
        let full = p.first().is_some_and(|octet| octet & 0x80 != 0);
        if p.len() < MIN_P_OCTETS || !odd || !full {
            return Err(BadValue::ParamP);
        }
        if !is_inside(g, p) {
            return Err(BadValue::ParamG);
        }
        let ms_result = arithmetic.power(p, g, None, &x).to_vec();
        Ok(Self { p: p.to_vec(), g: g.to_vec(), x, ms_result, arithmetic: arithmetic.clone() })
    }

    /// MS_RESULT as the network gets it: spoiled where a fault switch says so.
    pub(crate) fn shown_ms_result(&self, fault: Option<Fault>) -> Vec<u8> {
        match fault {
            Some(Fault::BadMsResult) => {
                let mut one = vec![0; self.p.len()];
                one.iter_mut().next_back().into_iter().for_each(|last| *last = 1);
                one
            }
            Some(Fault::GarbageMsResult) => vec![0xFF; self.p.len()],
            _ => self.ms_result.clone(),
        }
    }

    /// P, G, MS_RESULT and BS_RESULT one after another, each at P's length.
    pub(crate) fn numbers(&self, bs_result: &[u8]) -> Vec<u8> {
        let at_length = |value: &[u8]| {
            let value = strip(value);
            let zeros = self.p.len().saturating_sub(value.len());
            std::iter::repeat_n(0, zeros).chain(value.iter().copied()).collect::<Vec<u8>>()
        };
        [&self.p, &self.g, &self.ms_result, bs_result].map(at_length).concat()
    }

    /// Takes BS_RESULT, of any length up to P's, and computes K = BS_RESULT^x mod P, at P's length.
    pub(crate) fn shared_secret(&self, bs_result: &[u8]) -> Result<Zeroizing<Vec<u8>>, BadValue> {
        if bs_result.len() > self.p.len() || !is_inside(bs_result, &self.p) {
            return Err(BadValue::BsResult);
        }
        let k = self.arithmetic.power(&self.p, &self.g, Some(bs_result), &self.x);
        if is_inside(&k, &self.p) { Ok(k) } else { Err(BadValue::BsResult) }
    }
}

impl std::fmt::Debug for Agreement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Agreement").field("p", &self.p.len()).field("x", &"[redacted]").finish_non_exhaustive()
    }
}

/// The A-key: the 64 least significant bits of K, which are its last eight octets when K is written at P's length.
pub(crate) fn a_key(k: &[u8]) -> Option<Secret<8>> {
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
