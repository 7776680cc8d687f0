//! The northern signalling link: carries unitdata between this process and the operator's network.
//!
//! Unitdata in, unitdata out; knows no TCAP and no operation. Runs as one task on the side thread's runtime: whatever it
//! waits for costs no handset anything. Everything that queues is bounded, everything that waits has a deadline. Called by
//! `north`.
//!
//! * [`settings`]: how the network is reached

pub mod settings;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::mpsc;

use crate::ansi41::sccp::{ReturnCause, Unitdata};

/// What the link has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Traffic may flow: the first association is active.
    Up,
    /// No association is active any more. What was sent and not answered may be lost.
    Down,
    /// Unitdata for one of our subsystems. Its calling address holds the point code that it came from where the network
    /// told that and the sender did not: an answer goes to that address as it is.
    Received(Unitdata),
    /// Unitdata of ours, or as much of it as came back, and why. Its addresses are as they were when it left.
    Returned(Unitdata, ReturnCause),
}

/// Why unitdata was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// No association is active.
    #[error("the link is down")]
    Down,
    /// More waits than the link carries.
    #[error("too much is waiting for the link")]
    Full,
    /// The network has said that it is congested on the way to this point code.
    #[error("the network is congested")]
    Congested,
    /// The network has said that this point code cannot be reached.
    #[error("the point code cannot be reached")]
    Unreachable,
    /// It is longer than 16 segments, or its addresses do not fit into a message.
    #[error("too long")]
    TooLong,
}

impl Refused {
    /// All causes.
    pub const ALL: [Self; 5] = [Self::Down, Self::Full, Self::Congested, Self::Unreachable, Self::TooLong];

    /// The word for it in metrics.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Down => "down",
            Self::Full => "full",
            Self::Congested => "congested",
            Self::Unreachable => "unreachable",
            Self::TooLong => "too_long",
        }
    }
}

/// Where unitdata is handed in. Cheap to clone; the link ends when the last one is gone.
#[derive(Clone)]
pub struct Handle {
    queue: mpsc::Sender<Unitdata>,
    is_up: Arc<AtomicBool>,
}

impl Handle {
    /// Sends unitdata. Never waits; what is taken may still be lost, as connectionless messages are: whoever needs an
    /// answer has a timer.
    ///
    /// # Errors
    /// Where it was not taken; nothing more will be told of it then.
    pub fn send(&self, unitdata: Unitdata) -> Result<(), Refused> {
        if !self.is_up() {
            return Err(Refused::Down);
        }
        self.queue.try_send(unitdata).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Refused::Full,
            mpsc::error::TrySendError::Closed(_) => Refused::Down,
        })
    }

    /// Whether traffic may flow.
    pub fn is_up(&self) -> bool {
        self.is_up.load(Ordering::Acquire)
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Handle({})", if self.is_up() { "up" } else { "down" })
    }
}
