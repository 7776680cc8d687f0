//! Names, nonces and tokens from one secret seed: HMAC-SHA256(seed, counter).
//!
//! Keeps the desk free of a random source, and a simulated run repeatable. Never makes key material: y and x are drawn from the
//! operating system where they are used. Called by the desk.

use std::fmt::Write;
use std::sync::Arc;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::dm::account::{Challenger, NONCE_OCTETS};

pub(super) struct Entropy {
    seed: [u8; 32],
    counter: u64,
    challenger: Arc<Challenger>,
}

/// Octets of a token that are random; eight octets of seal follow.
const TOKEN_OCTETS: usize = 16;

impl Entropy {
    pub(super) fn new(seed: [u8; 32], challenger: Arc<Challenger>) -> Self {
        Self { seed, counter: 0, challenger }
    }

    pub(super) fn nonce(&mut self) -> Vec<u8> {
        self.block()[..NONCE_OCTETS].to_vec()
    }

    pub(super) fn id(&mut self) -> u64 {
        let block = self.block();
        u64::from_be_bytes([block[0], block[1], block[2], block[3], block[4], block[5], block[6], block[7]])
    }

    /// 16 hex digits.
    pub(super) fn correlator(&mut self) -> String {
        format!("{:016x}", self.id())
    }

    /// 48 hex digits: 128 random bits and their seal.
    pub(super) fn token(&mut self) -> String {
        let random = &self.block()[..TOKEN_OCTETS];
        hex(random) + &hex(&self.challenger.seal(random))
    }

    fn block(&mut self) -> [u8; 32] {
        self.counter += 1;
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.seed) else { return [0; 32] };
        mac.update(&self.counter.to_be_bytes());
        mac.finalize().into_bytes().into()
    }
}

/// Whether a token was made by this process. Says nothing of its session, which may be over: it only tells a handset on its way from
/// a stranger, before a body is read.
pub fn is_sealed(token: &str, challenger: &Challenger) -> bool {
    let octets: Option<Vec<u8>> = (0..token.len())
        .step_by(2)
        .map(|at| token.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()))
        .collect();
    octets.filter(|octets| octets.len() == TOKEN_OCTETS + 8).is_some_and(|octets| {
        let (random, seal) = octets.split_at(TOKEN_OCTETS);
        challenger.seal(random) == seal
    })
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::with_capacity(2 * octets.len()), |mut text, octet| {
        let _ = write!(text, "{octet:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_ours_alone() {
        let challenger = Arc::new(Challenger::new([7; 32]));
        let mut entropy = Entropy::new([1; 32], Arc::clone(&challenger));
        let token = entropy.token();
        assert_eq!(token.len(), 48);
        assert!(is_sealed(&token, &challenger));
        assert_ne!(token, entropy.token());
        assert!(!is_sealed(&token, &Challenger::new([8; 32])));
        for bad in ["", "0", &token[2..], &token.replace(&token[..1], "g"), "ü".repeat(24).as_str()] {
            assert!(!is_sealed(bad, &challenger), "{bad}");
        }
    }
}
