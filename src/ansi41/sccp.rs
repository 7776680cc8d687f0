//! Connectionless SCCP as ANSI T1.112 has it: unitdata and what comes back of it.
//!
//! [`Unitdata`] is what a user of SCCP sends and gets, of any length up to [`limits::SCCP_DATA_OCTETS`]; [`Message`] is one
//! message on the wire. [`split`] makes messages of the former, [`Reassembly`] makes the former of messages. No clock:
//! whoever calls says what time it is.
//!
//! A connection-oriented message, and any other type, is refused by name.

mod address;
mod message;
mod segments;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;

pub use address::{Address, GlobalTitle, Numbering, Routing, Ssn};
pub use message::{DecodeError, EncodeError, Extended, Form, Message, Optional, Purpose, ReturnCause, Segmentation};
pub use segments::{Dropped, Incoming, Reassembly, Segmenting, split};

use crate::limits;

/// What one user of SCCP sends to another: a TCAP package, for us.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Unitdata {
    /// To whom.
    pub called: Address,
    /// From whom: where the answer goes.
    pub calling: Address,
    /// Whether it must arrive in order with others between the same two (protocol class 1, else 0).
    pub in_sequence: bool,
    /// Whether it shall come back, with a [`ReturnCause`], when it cannot be delivered.
    pub return_on_error: bool,
    /// The octets of the user.
    pub data: Vec<u8>,
    /// Which of them are zeroed in a capture file: a wrapped key. Says nothing on the wire; empty in what is received.
    pub secret: Range<usize>,
}

impl Unitdata {
    /// What goes back to the sender when it cannot be delivered, with as much of its data as one message holds; `None` where
    /// nobody asked for that.
    pub fn returned(&self, cause: ReturnCause) -> Option<Message> {
        let most = limits::SCCP_MESSAGE_OCTETS.saturating_sub(8 + self.called.len() + self.calling.len()).min(255);
        let sent = Message {
            form: Form::Short,
            purpose: Purpose::Deliver { in_sequence: self.in_sequence, return_on_error: self.return_on_error },
            called: self.called.clone(),
            calling: self.calling.clone(),
            data: self.data.get(..most).unwrap_or(&self.data).to_vec(),
        };
        sent.returned(cause)
    }
}

impl fmt::Debug for Unitdata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unitdata({} to {}, {} octets)", self.calling, self.called, self.data.len())
    }
}
