//! The northern side: carries an exchange's questions to an authentication centre and its answers back.
//!
//! Knows no handset. Called by `serve`, whose side thread runs it.
//!
//! * [`software`]: an authentication centre in this process, for laboratories and the demo
//! * [`wrap`]: keys on their way, under the authentication centre's transport key
//! * [`link`]: signalling links to the operator's network
//! * [`ansi41`]: an authentication centre and an over-the-air function of the operator, by signalling

pub mod ansi41;
pub mod link;
pub mod software;
pub mod wrap;

use tokio::sync::{mpsc, oneshot};

use crate::exchange::north::{Ask, NorthAnswer};
use crate::exchange::{Call, NorthFault};
use crate::limits;
use crate::words::{DeviceId, ExchangeId};

/// One question on its way north.
pub struct Question {
    /// Of which exchange; repeats of a question are told by it.
    pub exchange: ExchangeId,
    /// Which of its questions: of two, the one with the higher number is the younger, whatever overtakes what on the way.
    pub call: Call,
    /// Whose key it is about.
    pub device: DeviceId,
    /// The question.
    pub ask: Ask,
    /// Gets the answer. Dropped unanswered: the authentication centre is not reachable.
    pub answer: oneshot::Sender<Result<NorthAnswer, NorthFault>>,
}

/// The way north, for those who ask. Cheap to clone.
#[derive(Clone)]
pub struct North(mpsc::Sender<Question>);

impl North {
    /// A way north and its far end.
    pub fn channel() -> (Self, mpsc::Receiver<Question>) {
        let (sender, receiver) = mpsc::channel(limits::NORTH_QUEUE);
        (Self(sender), receiver)
    }

    /// Sends a question; one that finds no room is dropped, and so answered as unreachable.
    pub fn ask(&self, question: Question) {
        if let Err(error) = self.0.try_send(question) {
            tracing::warn!(%error, "no room for a question to the authentication centre");
        }
    }
}
