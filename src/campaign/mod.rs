//! The course of a campaign: which devices of its list are begun with and when, what becomes of each, and when it stops.
//!
//! Events in, acts out: no store, clock, thread or random source. Called by `serve`, which carries the acts out.

pub mod tally;

use crate::words::spelled;

pub use tally::{Outcomes, Tally};

spelled! {
    /// What an operator orders of a campaign.
    CampaignOrder {
        /// A draft begins.
        Start = "start",
        /// Nothing new is begun; what is under way goes on.
        Pause = "pause",
        /// One that is paused or has stopped by itself goes on.
        Resume = "resume",
        /// It ends: no other device is begun with, and exchanges that can be taken back are.
        Cancel = "cancel",
        /// A draft, or one that has ended, is forgotten; exchanges stay as history.
        Remove = "remove",
    }
}

/// Why a campaign is not made, changed or found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is one by this name.
    Exists,
    /// There is none by this name.
    Missing,
    /// It does not stand where this can be done, or the values cannot be.
    Conflict(&'static str),
    /// No room: later.
    Full,
    /// The service stops.
    Gone,
}

/// What became of devices that were added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// So many are new in the list.
    pub added: u64,
    /// So many stand in the list already, or twice in what was added.
    pub doubled: u64,
}
