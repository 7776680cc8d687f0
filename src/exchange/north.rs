//! What an exchange asks of an authentication centre, and what comes back.
//!
//! The questions are those of ANSI-41's OTASPREQ (relay: public values 10, generate 11) and of key delivery (perform: stage), with activate
//! (15) and discard (16) for both. Only words: `north` rooms carry them out. Every one may be asked more than once.

use crate::words::{Kind, Order, Way};

use super::key::Key;

/// One question. At most one is open for an exchange at any time, but for [`Ask::Computed`], whose answer nobody waits for.
#[derive(Debug)]
pub enum Ask {
    /// Relay: choose P, G and y, and say P, G and, where it comes first, BS_RESULT (ActionCode 10).
    PublicValues {
        /// A_KEY_P_REV values that handset and policy have in common, best first.
        revisions: Vec<u8>,
        /// Whether BS_RESULT is wanted now.
        order: Order,
        /// Which key shall come out.
        kind: Kind,
    },
    /// Relay with MS_RESULT first: the handset has computed it, it is being fetched.
    Computed,
    /// Relay: here is MS_RESULT, compute the key and hold it pending (ActionCode 11). Where MS_RESULT is first, the answer is BS_RESULT.
    Generate {
        /// MS_RESULT as the handset sent it.
        ms_result: Vec<u8>,
    },
    /// Perform: take this key beside the one in use.
    Stage {
        /// The pending key.
        key: Key,
    },
    /// The handset's new key is live: make it live (ActionCode 15).
    Activate(Way),
    /// The new key will not be used: forget it (ActionCode 16).
    Discard(Way),
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NorthAnswer {
    /// To [`Ask::PublicValues`].
    PublicValues(PublicValues),
    /// To [`Ask::Generate`] where MS_RESULT is first: BS_RESULT; the key is pending.
    BsResult(Vec<u8>),
    /// To every other question: done.
    Done,
}

/// P, G and BS_RESULT as the authentication centre chose and computed them: big-endian octets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicValues {
    /// A_KEY_P_REV to use.
    pub a_key_p_rev: u8,
    /// PARAM_P.
    pub param_p: Vec<u8>,
    /// PARAM_G.
    pub param_g: Vec<u8>,
    /// BS_RESULT; `None` where MS_RESULT is first.
    pub bs_result: Option<Vec<u8>>,
}
