//! Random octets for exponents: one seed of the operating system for a round of jobs, stretched by ChaCha20.
//!
//! A seed is drawn, stretched and wiped inside one call, so nothing is left that a fork of the process could share, and no
//! exponent can be computed from what is in memory later. A source that gives one seed twice is stuck: then there is no
//! exponent at all. Never gives out octets twice. Called by the engine.

use std::sync::{Mutex, PoisonError};

use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::{PowerFault, Random};

/// Octets of a seed: a key of ChaCha20.
const SEED: usize = 32;
/// Octets of a block of ChaCha20.
const BLOCK: usize = 64;

/// The source, and the mark of its last seed.
pub(super) struct Source(Mutex<State>);

struct State {
    random: Random,
    /// The first block that the last seed made. Exponents come from later blocks, so it says nothing about them.
    mark: Option<[u8; BLOCK]>,
}

impl Source {
    pub(super) fn new(random: Random) -> Self {
        Self(Mutex::new(State { random, mark: None }))
    }

    /// As many fresh octets as are asked for. None cost nothing.
    pub(super) fn draw(&self, octets: usize) -> Result<Drawn, PowerFault> {
        if octets == 0 {
            return Ok(Drawn { octets: Zeroizing::default(), used: 0 });
        }
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut seed = Zeroizing::new([0; SEED]);
        (state.random)(&mut *seed).map_err(PowerFault::Random)?;
        // Each key is used once, so its nonce may be zero. Whole blocks: no rest of the stream stays in a buffer.
        let mut stream = ChaCha20::new((&*seed).into(), &[0; 12].into());
        let mut mark = [0; BLOCK];
        stream.apply_keystream(&mut mark);
        if state.mark.replace(mark).is_some_and(|last| last.ct_eq(&mark).into()) {
            return Err(PowerFault::RandomStuck);
        }
        let mut drawn = Zeroizing::new(vec![0; octets.next_multiple_of(BLOCK)]);
        stream.apply_keystream(&mut drawn);
        Ok(Drawn { octets: drawn, used: 0 })
    }
}

/// What one seed made. Wiped on drop.
pub(super) struct Drawn {
    octets: Zeroizing<Vec<u8>>,
    used: usize,
}

impl Drawn {
    /// The next `count` octets, never given before; fewer when more is asked for than was drawn.
    pub(super) fn take(&mut self, count: usize) -> &[u8] {
        let end = self.octets.len().min(self.used + count);
        let begin = std::mem::replace(&mut self.used, end);
        self.octets.get(begin..end).unwrap_or_default()
    }
}
