//! The words between a campaign's course and its surroundings.
//!
//! Plain values. Each act that asks for something is answered by one event: [`Act::Commit`] by [`Event::Durable`] or [`Event::Refused`],
//! [`Act::Read`] by what was read or [`Event::Unread`], [`Act::Ask`] and [`Act::Cancel`] by [`Event::Said`].

use crate::desk::record::campaign::{Campaign, Member, Pace, Stage, StopRule};
use crate::desk::record::{Change, Ended, Start};
use crate::desk::{Actor, Said};
use crate::words::{DeviceId, ExchangeId, Outcome};

use super::{Added, CampaignOrder, Refusal, Tally};

/// Names one wish that waits for its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// What an operator wants.
#[derive(Debug)]
pub enum Wish {
    /// That the campaign is made; comes first.
    Create,
    /// Devices in its list.
    Add(Vec<DeviceId>, Actor),
    /// Another pace or rule; `None`: as it is.
    Change(Option<Pace>, Option<StopRule>, Actor),
    /// Something that is ordered.
    Order(CampaignOrder, Actor),
    /// To know how many devices stand where.
    Tally,
}

/// What became of a wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// So many were added.
    Added(Added),
    /// It stands so now.
    Stands(Box<Campaign>),
    /// So many stand where.
    Tally(Tally),
    /// Not so.
    Refused(Refusal),
}

/// What happened.
#[derive(Debug)]
pub enum Event {
    /// An operator wants something.
    Wish(Ticket, Wish),
    /// The changes of the last commit are durable.
    Durable,
    /// They were not made, for want of room.
    Refused,
    /// The devices of the next part of the list that are wanted, and up to where that goes; `None`: to the list's end.
    Members(Vec<Member>, Option<u64>),
    /// Whether each of these devices is in the list.
    Known(Vec<bool>),
    /// How exchanges stand.
    Seen(Vec<(ExchangeId, Seen)>),
    /// What became of devices that are done.
    Found(Vec<Found>),
    /// What was to be read could not be.
    Unread,
    /// What the desk said of an exchange that was asked for or cancelled; `None`: nothing, in time.
    Said(ExchangeId, Option<Said>),
    /// An exchange of this campaign has ended, or its doubt has.
    Happened(DeviceId, ExchangeId),
    /// Something of that kind may have happened, and was not heard.
    Missed,
    /// [`Course::deadline`](super::Course::deadline) has come.
    Timer,
}

/// How an exchange stands in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// There is none by this name.
    Missing,
    /// It has not ended.
    Open,
    /// It has.
    Ended(Ended),
    /// What is kept of it cannot be read.
    Damaged,
}

/// A device as it stands in the list, and the updates that it got for this campaign since that was made, the youngest first.
#[derive(Clone, Debug)]
pub struct Found {
    /// The device.
    pub member: Member,
    /// Its exchanges, and how they ended if they did.
    pub exchanges: Vec<(ExchangeId, Option<Ended>)>,
}

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The next part of the list after this place, [`limits::CAMPAIGN_PAGE`](crate::limits::CAMPAIGN_PAGE) devices at most; of them these.
    Members(Which, u64),
    /// Which of these devices are in the list.
    Known(Vec<DeviceId>),
    /// How these exchanges stand.
    Exchanges(Vec<ExchangeId>),
    /// What became of these devices; those that are not in the list are left out.
    Devices(Vec<DeviceId>),
}

/// Which devices are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// Those that wait.
    Waiting,
    /// Those that are done and may have ended otherwise by now: in doubt, or committed by the handset and lost by the centre.
    Unsettled,
}

impl Which {
    /// Whether a device is one of them.
    pub fn fits(self, stage: &Stage) -> bool {
        match self {
            Self::All => true,
            Self::Waiting => *stage == Stage::Waiting,
            Self::Unsettled => {
                matches!(stage, Stage::Over { outcome: Outcome::InDoubt | Outcome::AcFailed, .. })
            }
        }
    }
}

/// What is to be done.
#[derive(Debug)]
pub enum Act {
    /// Make these changes durable in one commit. There is one at a time.
    Commit(Vec<Change>),
    /// Read this. There is one at a time.
    Read(Reading),
    /// Ask the device's desk for an exchange by this name.
    Ask(ExchangeId, Box<Start>),
    /// Take an exchange back.
    Cancel(ExchangeId, DeviceId),
    /// Answer an operator.
    Answer(Ticket, Answer),
    /// It is durable that a device is done so; for one whose doubt has ended once more.
    Count(Outcome),
    /// The campaign is no more.
    Gone,
}
