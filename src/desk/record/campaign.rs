//! What is kept of campaigns, as values: the campaign itself, and where each of its devices stands.
//!
//! No storage here. Called by `campaign`, which decides what is next, `store` and `serve`.

use std::sync::Arc;

use crate::exchange::choice::Wishes;
use crate::words::{DeviceId, ExchangeId, Outcome, Time, spelled};

/// A campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// Its name, by which exchanges know it: letters, digits, `.`, `_` and `-`.
    pub name: Arc<str>,
    /// Who made it, as the audit trail names him.
    pub by: Arc<str>,
    /// When it was made.
    pub created: Time,
    /// When its state changed last.
    pub changed: Time,
    /// What each device gets.
    pub wanted: Wanted,
    /// How fast it goes, and when.
    pub pace: Pace,
    /// When it stops by itself.
    pub stop: StopRule,
    /// Where it stands.
    pub state: CampaignState,
    /// Why it stands there, where somebody or something halted it; without secrets.
    pub why: Option<String>,
    /// Devices in its list.
    pub devices: u64,
}

/// What each device of a campaign gets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Way, dialect, order and kind, where they are not as policy has them.
    pub wishes: Wishes,
    /// A_KEY_P_REV that must be used.
    pub a_key_p_rev: Option<u8>,
    /// Priority among the exchanges of a device.
    pub priority: u8,
    /// Milliseconds after which an exchange that was asked for is given up; `None`: as policy has it.
    pub expires_after: Option<u64>,
    /// Whether a device is first asked what it supports, and gets no exchange if it does not.
    pub probe_first: bool,
    /// Where outcomes are sent.
    pub outcome_url: Option<Arc<str>>,
}

/// How fast a campaign goes, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Exchanges that it asks for in a minute, at most; a device that is probed first gets two.
    pub per_minute: u32,
    /// Devices under way at one time, at most. Those in doubt are not under way.
    pub at_once: u32,
    /// When it begins with none.
    pub quiet: Option<Quiet>,
}

/// Hours of each day in which no device is begun with. What has begun goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// First minute of the day, 0 to 1439.
    pub from: u16,
    /// First minute that is not quiet any more; before `from`: of the next day.
    pub to: u16,
    /// Minutes by which the day's clock is ahead of UTC.
    pub utc_offset: i16,
}

/// When a campaign stops by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StopRule {
    /// Percent of the devices that are done that may have failed: all ends but `updated`, `unsupported`, `in_doubt` and `cancelled`.
    pub failed_percent: u8,
    /// Percent of the devices that are done that may be in doubt.
    pub in_doubt_percent: u8,
    /// Devices that must be done before either is looked at.
    pub after: u32,
}

spelled! {
    /// Where a campaign stands.
    CampaignState {
        /// It gets its list.
        Draft = "draft",
        /// It begins with devices.
        Running = "running",
        /// An operator halted it; what is under way goes on.
        Paused = "paused",
        /// It halted itself by its [`StopRule`]; an operator may resume it.
        Stopped = "stopped",
        /// An operator ended it: exchanges that could be taken back were.
        Cancelled = "cancelled",
        /// Every device is done.
        Done = "done",
    }
}

/// A device of a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its place in the list, from 1.
    pub place: u64,
    /// Which device.
    pub device: DeviceId,
    /// Where it stands.
    pub stage: Stage,
}

impl Member {
    /// Whether it is under way by this exchange.
    pub fn awaits(&self, id: ExchangeId) -> bool {
        matches!(self.stage, Stage::Probing(own) | Stage::Updating(own) if own == id)
    }
}

/// Where a device of a campaign stands. The name of an exchange is here, durably, before the exchange is asked for; so one that is asked for again
/// after a restart is the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing has been done.
    Waiting,
    /// It is asked what it supports, by this exchange.
    Probing(ExchangeId),
    /// It gets its key, by this exchange.
    Updating(ExchangeId),
    /// It is done.
    Over {
        /// The last exchange that it got; `None`: none.
        exchange: Option<ExchangeId>,
        /// How that ended. One in doubt may yet become another.
        outcome: Outcome,
        /// Why, as text.
        cause: Option<String>,
        /// RESULT_CODE of the handset, where that was the cause.
        result_code: Option<u8>,
        /// When.
        at: Time,
    },
}

spelled! {
    /// The name of a stage.
    StageName {
        /// [`Stage::Waiting`].
        Waiting = "waiting",
        /// [`Stage::Probing`].
        Probing = "probing",
        /// [`Stage::Updating`].
        Updating = "updating",
        /// [`Stage::Over`].
        Over = "over",
    }
}

impl Stage {
    /// Its name.
    pub fn name(&self) -> StageName {
        match self {
            Self::Waiting => StageName::Waiting,
            Self::Probing(_) => StageName::Probing,
            Self::Updating(_) => StageName::Updating,
            Self::Over { .. } => StageName::Over,
        }
    }

    /// The exchange that is under way, or was the last.
    pub fn exchange(&self) -> Option<ExchangeId> {
        match self {
            Self::Waiting => None,
            Self::Probing(id) | Self::Updating(id) => Some(*id),
            Self::Over { exchange, .. } => *exchange,
        }
    }
}
