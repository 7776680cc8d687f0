//! What stands in the nodes of the `nodes` dialect, and the check value over it.
//!
//! Paths, values and their bounds; holds no state. Called by the steps of that dialect and by `pushed`.

use akeyd_hw::SharedSecret;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::words::Kind;

use super::event::{Leaf, SouthAnswer, SouthRequest};
use super::north::PublicValues;

/// Octets of `Check`.
const CHECK_OCTETS: usize = 8;

/// The temporary node of one attempt: `X/` and 16 hex digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Temporary(String);

impl Temporary {
    pub(super) fn new(number: u64) -> Self {
        Self(format!("X/{number:016x}"))
    }

    pub(super) fn path(&self) -> &str {
        &self.0
    }

    fn leaf(&self, name: &str) -> String {
        format!("{}/{name}", self.0)
    }

    pub(super) fn create(&self) -> SouthRequest {
        SouthRequest::Create(self.0.clone())
    }

    /// `Revision`, `Kind`, `P`, `G`.
    pub(super) fn fill(&self, values: &PublicValues, kind: Kind) -> Vec<SouthRequest> {
        let write = |name: &str, leaf| SouthRequest::Write(self.leaf(name), leaf);
        vec![
            write("Revision", Leaf::Int(values.a_key_p_rev.into())),
            write("Kind", Leaf::Int(bits(kind))),
            write("P", Leaf::Octets(values.param_p.clone())),
            write("G", Leaf::Octets(values.param_g.clone())),
        ]
    }

    pub(super) fn compute(&self) -> SouthRequest {
        SouthRequest::Run(self.leaf("Compute"), None)
    }

    pub(super) fn ms_result(&self) -> SouthRequest {
        SouthRequest::ReadOctets(self.leaf("MSResult"))
    }

    pub(super) fn derive(&self, bs_result: &[u8]) -> SouthRequest {
        SouthRequest::Run(self.leaf("Derive"), Some(bs_result.to_vec()))
    }

    pub(super) fn check(&self) -> SouthRequest {
        SouthRequest::ReadOctets(self.leaf("Check"))
    }

    pub(super) fn commit(&self) -> SouthRequest {
        SouthRequest::Run(self.leaf("Commit"), None)
    }
}

pub(super) fn version() -> SouthRequest {
    SouthRequest::Read("Ver".into())
}

pub(super) fn revisions() -> SouthRequest {
    SouthRequest::Read("Revisions".into())
}

pub(super) fn key_version() -> SouthRequest {
    SouthRequest::Read("KeyVersion".into())
}

/// `Kind`: the key's length, bits.
const fn bits(kind: Kind) -> u32 {
    match kind {
        Kind::AKey => 64,
        Kind::RootKey => 128,
    }
}

/// What the handset's `Check` must be.
pub(super) struct Check([u8; CHECK_OCTETS]);

impl Check {
    /// HMAC-SHA256(K, "akeyd-check" ‖ P ‖ G ‖ MS_RESULT ‖ BS_RESULT), numbers at P's length, its first octets.
    pub(super) fn new(k: &SharedSecret, p: &[u8], g: &[u8], ms_result: &[u8], bs_result: &[u8]) -> Self {
        let mut check = [0; CHECK_OCTETS];
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(k.as_bytes()) {
            mac.update(b"akeyd-check");
            for number in [p, g, ms_result, bs_result] {
                mac.update(&at_length(number, p.len()));
            }
            check.iter_mut().zip(mac.finalize().into_bytes()).for_each(|(own, octet)| *own = octet);
        }
        Self(check)
    }

    pub(super) fn fits(&self, said: &[u8]) -> bool {
        self.0.as_slice().ct_eq(said).into()
    }
}

/// A big-endian number in exactly `length` octets; one that does not fit keeps its low octets.
fn at_length(number: &[u8], length: usize) -> Vec<u8> {
    let mut octets = vec![0; length];
    octets.iter_mut().rev().zip(number.iter().rev()).for_each(|(own, octet)| *own = *octet);
    octets
}

/// A leaf that holds a decimal number.
pub(super) fn number(answer: &SouthAnswer) -> Option<u32> {
    text(answer)?.trim().parse().ok()
}

/// A leaf that holds decimal numbers with commas.
pub(super) fn numbers(answer: &SouthAnswer) -> Vec<u8> {
    text(answer).unwrap_or_default().split(',').filter_map(|number| number.trim().parse().ok()).collect()
}

fn text(answer: &SouthAnswer) -> Option<&str> {
    match answer {
        SouthAnswer::Value(octets) => std::str::from_utf8(octets).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use akeyd_hw::{Backend, Base, Exponent, Group, Power};

    use super::*;

    fn octets(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    #[test]
    fn the_check_is_what_another_program_makes_of_the_vector() {
        // HMAC-SHA256 by python's hmac over the numbers of the 512-bit vector.
        let bs_result = octets(
            "993b1c614cd7eff05e06f17c074ba59e302abadf8a9c1dc6a8f342081483425e3d90a0f3f05e5a34eb8f3c3402c9d993963b8273773ded179e43affdead01eb9",
        );
        let ms_result = octets(
            "91bf7a666f3902d6e9745ede65993280ed4cdf3ea3f898c0301bcd9167863a1bc4a11ea3c50926e351d55043619db53a4b6c020dca9f191ed2c87ee4569a2820",
        );
        let group = Arc::new(Group::known("demo-512").unwrap());
        let y = Arc::new(Exponent::from_bytes(&octets("cbf09eaa93a766bddea706a25cbf99c567b81a65"), 160).unwrap());
        let base = Base::Element(group.check(&ms_result).unwrap());
        let k = Power { group: group.clone(), base, exponent: y }.run(Backend::Scalar).unwrap().into_shared().unwrap();
        let check = Check::new(&k, group.p(), group.g(), &ms_result, &bs_result);
        let said = octets("7e443adf5e2b689f");
        assert!(check.fits(&said));
        let padded = Check::new(&k, group.p(), &[vec![0; 3], group.g().to_vec()].concat(), &ms_result, &bs_result);
        assert!(padded.fits(&said), "numbers count, not how they are written");
        for bad in [&said[..7], &[], &[said.as_slice(), &[0]].concat(), &octets("7e443adf5e2b689e")] {
            assert!(!check.fits(bad), "{bad:?}");
        }
    }

    #[test]
    fn numbers_are_read_leniently_and_nothing_else_is_a_number() {
        let value = |text: &str| SouthAnswer::Value(text.into());
        assert_eq!(number(&value(" 7\n")), Some(7));
        assert_eq!(number(&value("x")), None);
        assert_eq!(number(&SouthAnswer::Refused(404)), None);
        assert_eq!(numbers(&value("2, 4,999,x,")), [2, 4]);
    }
}
