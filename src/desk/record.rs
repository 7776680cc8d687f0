//! What is kept of devices, exchanges, keys and deliveries, as values: what a store holds and what a durable step changes.
//!
//! No storage here. Called by the desk, `store`, `north` and `serve`.
//!
//! * [`campaign`]: exchanges for many devices

pub mod campaign;

use std::sync::Arc;

use campaign::{Campaign, Member};

use crate::dm::account::{Accepted, Account};
use crate::exchange::choice::{Capability, Wishes};
use crate::exchange::{End, Key, Version};
use crate::is683::Spc;
#[cfg(doc)]
use crate::limits;
use crate::words::{DeviceId, Dialect, ExchangeId, Kind, Order, Outcome, State, Time, Way};

/// A device as the store knows it.
#[derive(Clone, Debug)]
pub struct Subscriber {
    /// Its name.
    pub device: DeviceId,
    /// Credentials and nonces.
    pub account: Account,
    /// Name of its model profile; empty: the standard handset.
    pub model: String,
    /// What its exchanges shall be, where the request does not say; goes before what its model says.
    pub wishes: Wishes,
    /// Service programming code, where the operator knows it.
    pub spc: Option<Spc>,
    /// Where it may be found.
    pub place: Place,
    /// What it said that it supports, if it was asked.
    pub capability: Option<Remembered>,
    /// The temporary node of an exchange that it may still have, relative to its `nodes` object.
    pub temporary: Option<String>,
    /// When its last session began, as far as it is known.
    pub last_contact: Option<Time>,
}

/// Where a device may be found, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Where its last session came from.
    pub address: Option<String>,
    /// Mobile Identification Number.
    pub min: Option<String>,
    /// International Mobile Subscriber Identity.
    pub imsi: Option<String>,
    /// Electronic Serial Number, 8 hex digits.
    pub esn: Option<String>,
    /// Mobile Equipment Identifier, 14 hex digits.
    pub meid: Option<String>,
}

/// A name by which the signalling network knows a device.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MobileId {
    /// Mobile Identification Number, 10 digits.
    Min(String),
    /// International Mobile Subscriber Identity, up to 15 digits.
    Imsi(String),
    /// Electronic Serial Number, 8 hex digits in upper case.
    Esn(String),
    /// Mobile Equipment Identifier, 14 hex digits in upper case.
    Meid(String),
}

impl MobileId {
    /// Whether one device alone may have it. An ESN may be a pseudo-ESN, a digest of an MEID, and those of two handsets may be alike.
    pub fn is_of_one(&self) -> bool {
        !matches!(self, Self::Esn(_))
    }

    /// Which kind of name it is, as the interface has it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Min(_) => "min",
            Self::Imsi(_) => "imsi",
            Self::Esn(_) => "esn",
            Self::Meid(_) => "meid",
        }
    }
}

impl Place {
    /// The names by which the signalling network knows the device.
    pub fn mobile_ids(&self) -> impl Iterator<Item = MobileId> {
        let upper = |text: &String| text.to_ascii_uppercase();
        [
            self.min.clone().map(MobileId::Min),
            self.imsi.clone().map(MobileId::Imsi),
            self.esn.as_ref().map(upper).map(MobileId::Esn),
            self.meid.as_ref().map(upper).map(MobileId::Meid),
        ]
        .into_iter()
        .flatten()
    }
}

/// A capability, believed until it is too old or the device reports itself otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// What it supports.
    pub capability: Capability,
    /// When it said so.
    pub at: Time,
    /// What it reported in package 1 then.
    pub dev_info: Vec<(String, String)>,
}

/// An exchange that is asked for. `None`: as subscriber, model and policy have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The name that it shall have, by which it is known if it is asked for again; `None`: any. Not kept here: the record has it.
    pub id: Option<ExchangeId>,
    /// Whose.
    pub device: DeviceId,
    /// Who asks.
    pub origin: Origin,
    /// Way.
    pub way: Option<Way>,
    /// Dialect.
    pub dialect: Option<Dialect>,
    /// Order.
    pub order: Option<Order>,
    /// Kind.
    pub kind: Option<Kind>,
    /// A_KEY_P_REV that it must use; others the handset has are not taken.
    pub a_key_p_rev: Option<u8>,
    /// Of two exchanges that wait for one device the one with the higher number goes first; of equals the older.
    pub priority: u8,
    /// When it is given up.
    pub expires: Option<Time>,
    /// Whether it only asks what the handset supports, and changes no key.
    pub probe: bool,
    /// Where its outcome is sent, beside everything else.
    pub outcome_url: Option<Arc<str>>,
}

impl Start {
    /// An exchange as policy has it.
    pub fn of(device: DeviceId, origin: Origin) -> Self {
        Self {
            id: None,
            device,
            origin,
            way: None,
            dialect: None,
            order: None,
            kind: None,
            a_key_p_rev: None,
            priority: 0,
            expires: None,
            probe: false,
            outcome_url: None,
        }
    }
}

/// Who asked for an exchange.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Nobody: policy gives one to each handset that comes.
    Contact,
    /// An operator, by the name that the audit trail knows.
    Operator(Arc<str>),
    /// A campaign, by its name.
    Campaign(Arc<str>),
    /// A northern peer, by its name in the configuration.
    North(Arc<str>),
}

/// One change of a durable step. The changes of one commit are made together or not at all.
#[derive(Debug)]
pub enum Change {
    /// The device proved itself: its nonce is spent, the next one is this.
    Login(DeviceId, Accepted),
    /// The nonce that the server proves itself with from now on.
    ServerNonce(DeviceId, Vec<u8>),
    /// What the device supports; `None`: what was believed is wrong.
    Capability(DeviceId, Option<Remembered>),
    /// The device has this temporary node of ours, or none.
    Temporary(DeviceId, Option<String>),
    /// The device was here, and came from there.
    Contact(DeviceId, Time, Option<String>),
    /// An exchange began or moved on.
    Exchange(Box<ExchangeRecord>),
    /// Something happened in an exchange that an operator may want to read later.
    History(ExchangeId, Box<HistoryStep>),
    /// The key of an exchange is wiped.
    Wipe(ExchangeId),
    /// Keys whose time is over are wiped: those of exchanges that ended `updated` at this moment or before.
    WipeBefore(Time),
    /// What is over and old is removed, by and by.
    Forget(Forget),
    /// Something is to be delivered north, at least once. Its `seq` is given by the store.
    Deliver(Box<Delivery>),
    /// A delivery was acknowledged, at this moment: it is not sent again, and what it carries is wiped.
    Delivered(u64, Time),
    /// A delivery failed: so often by now, why, and when it is tried next.
    Undelivered {
        /// Which.
        seq: u64,
        /// How often it was tried.
        attempts: u32,
        /// When it is tried again.
        next: Time,
        /// What went wrong, without secrets.
        why: String,
    },
    /// A subscriber is written.
    Subscriber(Box<Subscriber>, Write),
    /// A subscriber is removed, with its nonces and the key of any exchange it has; its exchanges stay as history.
    RemoveSubscriber(DeviceId),
    /// A record of the audit trail. Its place in the chain is given by the store.
    Audit(Box<AuditEvent>),
    /// A campaign is written.
    Campaign(Box<Campaign>),
    /// Devices of a campaign, new or moved on; at most [`limits::CAMPAIGN_BATCH`]. Whose place or device the campaign has
    /// otherwise is left out; so is all if there is no such campaign.
    Members(Arc<str>, Vec<Member>),
    /// A campaign is removed. Its name is free at once; its devices leave the store by and by, seen by nobody.
    RemoveCampaign(Arc<str>),
}

/// What is removed because it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forget {
    /// Exchanges that ended at this moment or before and of which nothing is to come: no key of theirs is kept, no delivery waits, and no
    /// campaign has still to see how they ended. Their history goes with them.
    Exchanges(Time),
    /// Deliveries that were acknowledged at this moment or before.
    Deliveries(Time),
    /// The beginning of the audit trail, up to the last record of before a moment that none of after it stands in front of. A new record tells of it.
    Audit {
        /// Records of this moment or before.
        before: Time,
        /// The moment of the new record.
        at: Time,
    },
    /// Nothing: it is known from now on that what is over was looked for at this moment.
    Looked(Time),
}

/// How a subscriber is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// It must not be there.
    Create,
    /// It must be there; nonces stay unless the new one brings some.
    Replace,
    /// The same, and all that the handset has said or done stays too.
    Amend,
    /// Either. Whoever imports it is alone, and has seen that its names are nobody else's.
    Put,
}

/// An exchange as the store knows it: all that is needed to go on after a restart.
#[derive(Debug)]
pub struct ExchangeRecord {
    /// Its name.
    pub id: ExchangeId,
    /// What was asked for.
    pub start: Start,
    /// When it was asked for.
    pub created: Time,
    /// When it moved last.
    pub at: Time,
    /// When it is given up.
    pub expires: Time,
    /// Way and dialect, once chosen.
    pub choice: Option<(Way, Dialect)>,
    /// Order, once chosen.
    pub order: Option<Order>,
    /// Kind, once chosen.
    pub kind: Option<Kind>,
    /// Where it stands.
    pub state: State,
    /// What is known of the handset's protocol revisions.
    pub version: Version,
    /// From the mark of a Commit Request on: by what a late answer is known, and which of two commits is the younger.
    pub commit: Option<CommitMark>,
    /// How it ended, if it did. One that ended in doubt is open until it is settled.
    pub ended: Option<Ended>,
    /// Whether an OTAF drives it with messages of its own.
    pub pushed: bool,
    /// Whether the north is still to be told to forget what it holds of it.
    pub discards: bool,
    /// The pending key, in the step that brings it into being. On reading: the key, if one is kept.
    pub key: Option<Key>,
}

impl ExchangeRecord {
    /// Whose.
    pub fn device(&self) -> &DeviceId {
        &self.start.device
    }

    /// The campaign that it is of.
    pub fn campaign(&self) -> Option<&Arc<str>> {
        if let Origin::Campaign(name) = &self.start.origin { Some(name) } else { None }
    }

    /// When its Commit Request was to leave; where no mark says so, when it moved last. Of two commits of a device the younger one counts.
    pub fn commit_at(&self) -> Time {
        self.commit.as_ref().map_or(self.at, |commit| commit.at)
    }

    /// Milliseconds from the request for it to this moment.
    pub fn lasted(&self, until: Time) -> u64 {
        until.since(self.created)
    }

    /// Whether something is still to come of it: it has not ended, it left two sides with different keys, or the north is to be told.
    pub fn is_open(&self) -> bool {
        self.ended.is_none() || self.is_unsettled() || self.discards
    }

    /// Whether it ended so that the handset may use a key that the authentication centre does not: in doubt, or because the centre
    /// could not make live what the handset had committed.
    pub fn is_unsettled(&self) -> bool {
        self.ended.as_ref().is_some_and(|ended| match ended.outcome {
            Outcome::InDoubt => true,
            Outcome::AcFailed => self.state == State::Committed,
            _ => false,
        })
    }

    /// Whether its key, if it has one, is still of use: until it has ended, and, where it is in use or may be, beyond that.
    pub fn keeps_key(&self) -> bool {
        self.is_unsettled() || self.ended.as_ref().is_none_or(|ended| ended.outcome == Outcome::Updated)
    }

    /// A copy without its key.
    #[must_use]
    pub fn bare(&self) -> Self {
        Self {
            id: self.id,
            start: self.start.clone(),
            created: self.created,
            at: self.at,
            expires: self.expires,
            choice: self.choice,
            order: self.order,
            kind: self.kind,
            state: self.state,
            version: self.version.clone(),
            commit: self.commit.clone(),
            ended: self.ended.clone(),
            pushed: self.pushed,
            discards: self.discards,
            key: None,
        }
    }
}

/// The mark that a Commit Request leaves, made before it does: how a late answer to it may be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitMark {
    /// When the mark was made.
    pub at: Time,
    /// Correlator of its Exec, if it has one.
    pub correlator: Option<String>,
    /// The exchange's name of the request.
    pub tag: u32,
}

/// How an exchange ended, as it is kept and told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The outcome.
    pub outcome: Outcome,
    /// Why, as text.
    pub cause: Option<String>,
    /// RESULT_CODE of the handset, where that was the cause.
    pub result_code: Option<u8>,
    /// When.
    pub at: Time,
}

impl Ended {
    /// What is kept of an end.
    pub fn of(end: &End, at: Time) -> Self {
        let result_code = end.cause.as_ref().and_then(crate::exchange::Cause::result_code);
        Self { outcome: end.outcome, cause: end.cause.as_ref().map(ToString::to_string), result_code, at }
    }
}

/// Something that happened in an exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryStep {
    /// When.
    pub at: Time,
    /// Where the exchange stood then.
    pub state: State,
    /// What happened.
    pub what: Happened,
}

/// What happened in an exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// It moved on; what that means, in words.
    Note(String),
    /// An IS-683 message went to the handset. Never one with a secret: of what is not of the key exchange the type alone.
    Forward(Vec<u8>),
    /// An IS-683 message came from the handset; of what is not of the key exchange the first two octets alone.
    Reverse(Vec<u8>),
}

/// Something that is to reach a northern peer at least once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its place in the outbox, rising; the same for every attempt. 0 until the store has given one.
    pub seq: u64,
    /// Which exchange it is about.
    pub exchange: ExchangeId,
    /// Whose key.
    pub device: DeviceId,
    /// Which peer: its name in the configuration, or a URL that a peer has named.
    pub to: Arc<str>,
    /// What is to be done.
    pub kind: DeliveryKind,
    /// What goes with it: a key wrapped under the peer's transport key, or a document. Never a key in clear.
    pub body: Vec<u8>,
    /// When it was put here.
    pub created: Time,
    /// How often it was tried.
    pub attempts: u32,
    /// When it is tried next.
    pub next: Time,
    /// What went wrong last.
    pub why: Option<String>,
    /// When it was acknowledged.
    pub acknowledged: Option<Time>,
}

impl Delivery {
    /// Whether it is held back: it came with a backup that was brought back, and waits until somebody wants it.
    pub fn is_held(&self) -> bool {
        self.next == Time(u64::MAX)
    }
}

/// What a delivery wants of a northern peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeliveryKind {
    /// Take this key beside the one in use.
    Stage,
    /// Make the staged key live.
    Activate,
    /// Forget the staged key.
    Discard,
    /// Hear how the exchange ended.
    Outcome,
}

/// Who does what nobody asked for, in the audit trail.
pub const OURSELVES: &str = "akeyd";

/// A campaign's name in the audit trail.
pub fn campaign_actor(name: &str) -> String {
    format!("campaign:{name}")
}

/// Who did what to whom: the audit trail chains these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEvent {
    /// When.
    pub at: Time,
    /// Who: an operator's name, `campaign:NAME`, `north:NAME` of a peer, [`OURSELVES`] for what the service does of itself.
    pub actor: String,
    /// What, in two words with a dot: `exchange.start`, `key.activate`, `subscriber.create`, `login.failures`.
    pub action: String,
    /// To what: a device, an exchange, a campaign.
    pub subject: String,
    /// More, without secrets.
    pub detail: String,
}
