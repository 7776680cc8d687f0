//! A small random source whose seed is printed: a run that failed can be had again.

use std::time::{SystemTime, UNIX_EPOCH};

/// SplitMix64. Good enough to choose moments and sectors, and one line to seed.
pub(crate) struct Random(u64);

impl Random {
    /// The seed in `AKEYD_SEED`, or a fresh one; printed either way.
    pub(crate) fn announced(what: &str) -> Self {
        let given = std::env::var("AKEYD_SEED").ok().and_then(|text| text.parse().ok());
        let fresh = || SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_nanos() as u64;
        let seed = given.unwrap_or_else(fresh);
        println!("{what}: AKEYD_SEED={seed}");
        Self(seed)
    }

    /// Another source, which gives other numbers.
    pub(crate) fn branch(&mut self) -> Self {
        Self(self.next())
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`; 0 when there is none.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        if bound == 0 { 0 } else { self.next() % bound }
    }

    /// True once in so many.
    pub(crate) fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}
