//! What a world is made from, and how much goes wrong in it.

use crate::desk::record::campaign::{Pace, StopRule};

/// What a world is made from.
#[expect(clippy::struct_excessive_bools, reason = "each is wrong by itself")]
pub(in crate::campaign::tests) struct Plan {
    pub(in crate::campaign::tests) seed: u64,
    pub(in crate::campaign::tests) devices: u64,
    /// Of them, those that are no subscribers.
    pub(in crate::campaign::tests) strangers: u64,
    /// Of them, the first ones that have as many exchanges waiting as may.
    pub(in crate::campaign::tests) full: u64,
    pub(in crate::campaign::tests) pace: Pace,
    /// Goes before the pace's; 0: as that has it.
    pub(in crate::campaign::tests) at_once: u32,
    pub(in crate::campaign::tests) stop: StopRule,
    pub(in crate::campaign::tests) probe_first: bool,
    /// The process ends now and then, and much goes wrong.
    pub(in crate::campaign::tests) crashes: bool,
    /// Exchanges take long.
    pub(in crate::campaign::tests) slow: bool,
    /// No desk has room.
    pub(in crate::campaign::tests) busy: bool,
    /// No handset comes.
    pub(in crate::campaign::tests) absent: bool,
    /// No end is heard.
    pub(in crate::campaign::tests) deaf: bool,
    /// Percent of updates that fail, and that end in doubt.
    pub(in crate::campaign::tests) fails: u32,
    pub(in crate::campaign::tests) doubts: u32,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            seed: 1,
            devices: 1,
            strangers: 0,
            full: 0,
            pace: Pace { per_minute: 1, at_once: 1, quiet: None },
            at_once: 0,
            stop: StopRule { failed_percent: 100, in_doubt_percent: 100, after: 0 },
            probe_first: false,
            crashes: false,
            slow: false,
            busy: false,
            absent: false,
            deaf: false,
            fails: 0,
            doubts: 0,
        }
    }
}
