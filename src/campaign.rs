//! The course of a campaign: which devices of its list are begun with and when, what becomes of each, and when it stops.
//!
//! Events in, acts out: no store, clock, thread or random source, and never the whole list: counts, the devices under way, and a page of those
//! that wait. Called by `serve`, which carries the acts out.
//!
//! * [`course`]: the campaign as a whole; one commit and one reading at a time
//! * [`event`]: the words between it and its surroundings
//! * [`wishes`]: what operators want of it
//! * [`devices`]: from a device's turn to its end; [`doubts`]: ends that become others later
//! * [`pace`]: when it may begin with another; [`judge`]: when it stops by itself; [`tally`]: its counts
//!
//! What is durable comes first: the name of an exchange stands in the device's record before the exchange is asked for. A later process finds it
//! there, looks whether the exchange came to be, and asks for the same one if it did not.

pub mod course;
mod devices;
mod doubts;
pub mod event;
mod judge;
pub mod pace;
pub mod tally;
#[cfg(test)]
mod tests;
mod wishes;

use crate::words::spelled;

pub use course::Course;
pub use event::{Act, Answer, Event, Found, Reading, Seen, Ticket, Wish};
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
