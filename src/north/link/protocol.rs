//! What the protocols of an association have in common: what they ask for, and what they are asked. Pure.

use super::ipa::Ipa;
use super::m3ua::M3ua;
use super::settings::{Settings, Transport};
use crate::ansi41::PointCode;
use crate::ansi41::pcap::Reader;
use crate::words::{Time, spelled};

spelled! {
    /// How far an association has come.
    State {
        /// There is none, or its peer has not come up.
        Down = "down",
        /// It stands and carries nothing.
        Inactive = "inactive",
        /// It carries traffic.
        Active = "active",
    }
}

/// What shall be done.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Send these octets.
    Send(Vec<u8>),
    /// Hand an SCCP message up.
    Deliver {
        /// Who sent it, where the network says so.
        from: Option<PointCode>,
        /// The message.
        sccp: Vec<u8>,
    },
    /// It has come so far.
    State(State),
    /// Another association carries the traffic now.
    Alternate,
    /// The way to these point codes is narrow, closed, or free again.
    Way {
        /// A point code.
        to: PointCode,
        /// How many of its lowest bits do not count.
        mask: u8,
        /// What it is like.
        way: Way,
    },
    /// Count something that is not as it should be.
    Count(&'static str),
    /// Give the association up.
    HangUp(HangUp),
}

/// What the way to a point code is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Free,
    /// Messages of lower priority than this stay at home.
    Congested(u8),
    Closed,
}

/// Why an association is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HangUp {
    /// Nothing comes, or no answer.
    #[error("the peer does not answer")]
    Silent,
    /// A message was begun and never ended.
    #[error("the peer does not end its message")]
    Unfinished,
    /// It takes nothing off us.
    #[error("the peer takes nothing")]
    Stuck,
    /// What comes is no protocol of ours.
    #[error("the peer sends what is no message")]
    Garbage,
    /// It says no.
    #[error("the peer refuses: {0}")]
    Refused(crate::ansi41::m3ua::ErrorCode),
    /// It takes leave.
    #[error("the peer takes leave")]
    Left,
}

/// An SCCP message on its way out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Outgoing {
    pub(super) to: PointCode,
    pub(super) sls: u8,
    pub(super) sccp: Vec<u8>,
    /// The same with its secret zeroed, where it has one and there is a capture.
    pub(super) shown: Option<Vec<u8>>,
}

/// The protocol of one association, from its first octet to its last.
pub(super) enum Protocol {
    M3ua(M3ua),
    Ipa(Ipa),
}

/// Calls the protocol that it is.
macro_rules! either {
    ($self:expr, $protocol:ident => $call:expr) => {
        match $self {
            Protocol::M3ua($protocol) => $call,
            Protocol::Ipa($protocol) => $call,
        }
    };
}

impl Protocol {
    pub(super) fn new(settings: &Settings) -> Self {
        match settings.transport {
            Transport::M3uaTcp | Transport::M3uaSctp => Self::M3ua(M3ua::new(settings)),
            Transport::Ipa => Self::Ipa(Ipa::new(settings)),
        }
    }

    /// Who reads it in a capture.
    pub(super) fn reader(&self) -> Reader {
        match self {
            Self::M3ua(_) => Reader::M3ua,
            Self::Ipa(_) => Reader::Ipa,
        }
    }

    /// Where the next message in a stream ends, `None` while it is not whole.
    pub(super) fn frame(&self, octets: &[u8]) -> Result<Option<usize>, HangUp> {
        match self {
            Self::M3ua(_) => crate::ansi41::m3ua::frame(octets).map_err(|_| HangUp::Garbage),
            Self::Ipa(_) => crate::ansi41::ipa::frame(octets).map_err(|_| HangUp::Garbage),
        }
    }

    /// The connection stands.
    pub(super) fn connected(&mut self, now: Time, out: &mut Vec<Act>) {
        either!(self, protocol => protocol.connected(now, out));
    }

    /// The peer has said something: one message.
    pub(super) fn take(&mut self, now: Time, octets: &[u8], out: &mut Vec<Act>) {
        either!(self, protocol => protocol.take(now, octets, out));
    }

    /// Time has passed.
    pub(super) fn timer(&mut self, now: Time, out: &mut Vec<Act>) {
        either!(self, protocol => protocol.timer(now, out));
    }

    /// When [`timer`](Self::timer) is due.
    pub(super) fn deadline(&self) -> Time {
        either!(self, protocol => protocol.deadline())
    }

    /// It shall carry traffic, or not.
    pub(super) fn want(&mut self, now: Time, active: bool, out: &mut Vec<Act>) {
        match self {
            Self::M3ua(m3ua) => m3ua.want(now, active, out),
            Self::Ipa(ipa) => ipa.want(active, out),
        }
    }

    /// The octets of an SCCP message on its way out, behind `out`.
    pub(super) fn write_frame(&self, outgoing: &Outgoing, sccp: &[u8], out: &mut Vec<u8>) {
        either!(self, protocol => protocol.write_frame(outgoing, sccp, out));
    }

    /// What is said before an orderly end. That the peer has heard it, and all before it, shows by [`HangUp::Left`].
    pub(super) fn farewell(&mut self) -> Vec<u8> {
        either!(self, protocol => protocol.farewell())
    }
}
