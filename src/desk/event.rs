//! The words between a desk and its surroundings: what happens, what shall be done, what is worth telling.
//!
//! Values only; decides nothing. Called by [`super::Desk`], and by `serve`, which brings events and carries out actions.

use std::sync::Arc;

use akeyd_hw::{Element, Exponent, Group, SharedSecret};

use crate::dm::account::MacProof;
use crate::dm::session::Reply;
use crate::exchange::north::{Ask, NorthAnswer};
use crate::exchange::pushed::{Push, Ticket as PushTicket, Told};
use crate::exchange::{Call, End, NorthFault, PowerFault, Version};
use crate::syncml::document::Message;
use crate::words::{DeviceId, Dialect, ExchangeId, State, Time, Way};

use super::failures::Source;
use super::record::{Change, Ended, ExchangeRecord, Origin, Place, Start, Subscriber};

/// Names one message of a handset that waits for its reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ticket(pub u64);

/// Names one session of a device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct VisitId(pub u64);

/// Names one look for a subscriber in the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct LoadId(u64);

impl LoadId {
    /// The one after it.
    pub(super) fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// That records came with a backup which was brought back: more has happened since than they tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The latest moment that the backup knows of: what is of it or before came with the backup.
    pub until: Time,
    /// Whether this is the first process that goes on from it: that one calls no handset by itself.
    pub is_first: bool,
}

/// Names one durable step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A nonce was spent at the login that this look was for.
    Login(LoadId),
    /// A nonce of this session changed.
    Nonce(DeviceId, VisitId),
    /// An exchange was asked for.
    Queued(ExchangeId),
    /// An exchange moved on.
    Exchange(ExchangeId, Call),
    /// Something became of an exchange that is not, or not any more, the device's own: nobody waits, but it must not be lost.
    Kept(ExchangeId),
    /// What an operator wanted is done.
    Operation(OperationTicket),
    /// Nobody waits.
    Lazy,
}

/// What happened.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "moved once, from its maker into the desk")]
pub enum Event {
    /// A handset sent a message.
    Message(Incoming),
    /// The subscriber asked for by [`Action::Load`].
    Loaded(LoadId, Option<Box<Subscriber>>),
    /// The changes of this step are durable.
    Durable(Step),
    /// y and BS_RESULT.
    Public(ExchangeId, Call, Result<(Arc<Exponent>, Vec<u8>), PowerFault>),
    /// K.
    Shared(ExchangeId, Call, Result<SharedSecret, PowerFault>),
    /// BS_RESULT and K.
    Both(ExchangeId, Call, Result<(Vec<u8>, SharedSecret), PowerFault>),
    /// The north answered.
    North(ExchangeId, Call, Result<NorthAnswer, NorthFault>),
    /// An OTAF attaches to a device, for an exchange of this kind.
    Attach(Start, PushTicket),
    /// An OTAF, who it is, pushes something to the device it is attached to.
    Push(DeviceId, Origin, Push),
    /// An exchange is asked for, and nobody waits for an answer.
    Start(Start),
    /// An operator wants something of this device.
    Operation(DeviceId, Operation, OperationTicket),
    /// The changes of this step were not made, for want of room: they may be tried again.
    Refused(Step, Vec<Change>),
    /// The changes of this step were not made, and never will be: something that they change cannot be read.
    Impossible(Step),
    /// Exchanges of which something is still to come, the oldest first, with their keys: what an earlier process left. Comes before all
    /// other events.
    Resume {
        /// The exchanges.
        records: Vec<ExchangeRecord>,
        /// Whether some come from a backup: more has happened since than they tell.
        restored: Option<Restored>,
    },
    /// The subscriber of a device of which an earlier process left exchanges was removed: it may have died before this was heard of. Comes after
    /// those exchanges.
    Removed(DeviceId),
    /// P and G of the perform way are others from now on; an exchange that has begun keeps its own.
    Group(Arc<Group>),
    /// A notification is on its way to a device, or will not reach it.
    Called(DeviceId, bool),
    /// [`Desk::deadline`](super::Desk::deadline) has come.
    Timer,
    /// The process is about to end, and nothing that happens after this counts: what nobody waits for goes to the store now.
    Ending,
}

/// One message of a handset.
#[derive(Debug)]
pub struct Incoming {
    /// Who waits for the reply.
    pub ticket: Ticket,
    /// The document.
    pub message: Message,
    /// The session token of the request's URL.
    pub token: Option<String>,
    /// Digest of the body as sent: tells a retransmission.
    pub digest: [u8; 32],
    /// The message's MAC, if its request shows one.
    pub mac: Option<MacProof>,
    /// Whether the encoding can carry any octets (WBXML), or text alone (XML).
    pub binary: bool,
    /// The largest message, octets, that is taken where it came from.
    pub max_message: u32,
    /// Where it came from.
    pub source: Source,
    /// Where it came from, as text.
    pub peer: Option<String>,
}

/// What an operator, or somebody who speaks for one, wants of a device. Answered by [`Action::Answer`].
#[derive(Debug)]
pub enum Operation {
    /// An exchange; answered when it is durable.
    Start(Box<Start>),
    /// An exchange is to end before its Commit Request has left.
    Cancel(ExchangeId, Actor),
    /// A doubt is settled: whether the handset has committed.
    Settle(ExchangeId, bool, Actor),
    /// The subscriber was written anew or removed: what is remembered of it is not true any more.
    Changed,
}

/// Whoever answers for an operation, as the audit trail names him.
pub type Actor = Arc<str>;

/// Names one operation that waits for its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OperationTicket(pub u64);

/// What became of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The exchange is queued, or under way, and durable.
    Started(ExchangeId),
    /// It is done, and durable.
    Done,
    /// There is no such exchange here.
    NotFound,
    /// The exchange does not stand where this can be done.
    Conflict(&'static str),
    /// No room, whatever the device: later.
    Full,
    /// As many exchanges wait for the device as may: when one of them is over.
    QueueFull,
}

/// What shall be done.
#[derive(Debug)]
pub enum Action {
    /// Send this document as the answer to the message with this ticket.
    Reply(Ticket, Arc<Reply>),
    /// Answer that there is no room now (HTTP 503).
    Busy(Ticket),
    /// Fetch a subscriber.
    Load(LoadId, DeviceId),
    /// Make these changes durable in one commit, then say so.
    Persist(Step, Vec<Change>),
    /// Compute a power.
    Compute(ExchangeId, Call, Power),
    /// Ask the north.
    Ask {
        /// The exchange.
        exchange: ExchangeId,
        /// Names the answer.
        call: Call,
        /// Whose key it is about.
        device: DeviceId,
        /// The question.
        ask: Ask,
    },
    /// Answer an operation.
    Answer(OperationTicket, Said),
    /// Answer the north's push.
    Tell(PushTicket, Told),
    /// Bring a handset this notification; [`Event::Called`] answers.
    Call(Box<Notification>),
    /// A handset that was called has come.
    Came(DeviceId),
    /// Something worth counting or logging.
    Note(Note),
}

/// A notification and whom it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// Whom.
    pub device: DeviceId,
    /// Package #0.
    pub octets: Vec<u8>,
    /// The same, made with the resync nonce: for a handset that does not come by the first, where that is allowed.
    pub resync: Option<Vec<u8>>,
    /// Where it may be found.
    pub place: Place,
}

/// A power to compute.
#[derive(Debug)]
pub enum Power {
    /// Draw y of this many bits, compute G^y.
    Public(Arc<Group>, u32),
    /// Compute MS_RESULT^y.
    Shared(Arc<Group>, Element, Arc<Exponent>),
    /// Draw y of this many bits, compute G^y and MS_RESULT^y, forget y.
    Both(Arc<Group>, u32, Element),
}

/// Something worth counting or logging.
#[derive(Clone, Debug)]
pub enum Note {
    /// A credential was missing, wrong or good.
    Login(DeviceId, LoginResult),
    /// Wrong credentials that were shown for a device in the last hour.
    LoginFailures(DeviceId, u32),
    /// A session ended before its time.
    SessionAborted(DeviceId, String),
    /// A handset sent a message of a session that is not known here.
    UnknownSession(DeviceId),
    /// A handset found no room for its session; of what there are too many: `sessions`, `devices`, `logins`.
    NoRoom(&'static str),
    /// An exchange was asked for that found no room in the device's queue.
    StartRefused(DeviceId),
    /// A device is to be called, and cannot be: it is unknown, or has no secret by which the server could prove itself.
    CallImpossible(DeviceId),
    /// A device was called by a notification.
    Called(DeviceId),
    /// A device that was called has come, after so many milliseconds.
    Came(DeviceId, u64),
    /// An exchange has been in doubt for too long, for so many milliseconds.
    DoubtLasts(DeviceId, ExchangeId, u64),
    /// A doubt is over: by an operator's word, or by the commit of another exchange. Without an end: it goes on as committed.
    DoubtEnded {
        /// Whose.
        device: DeviceId,
        /// Which exchange.
        exchange: ExchangeId,
        /// Where it stands.
        state: State,
        /// How it is taken to have ended.
        ended: Option<Ended>,
        /// The campaign that it is of.
        campaign: Option<Arc<str>>,
        /// What is known of the handset's protocol revisions.
        version: Version,
    },
    /// The store made no change, for want of room.
    StoreRefused,
    /// An exchange began.
    ExchangeStarted(DeviceId, ExchangeId),
    /// An exchange has moved on.
    ExchangeMoved {
        /// Whose.
        device: DeviceId,
        /// Its name.
        exchange: ExchangeId,
        /// Where it stands now.
        state: State,
        /// What is known of the handset's protocol revisions.
        version: Version,
    },
    /// An exchange ended.
    ExchangeEnded {
        /// Whose.
        device: DeviceId,
        /// Its name.
        exchange: ExchangeId,
        /// Where it stood.
        state: State,
        /// Way and dialect, if it came so far.
        choice: Option<(Way, Dialect)>,
        /// How it ended.
        end: End,
        /// The campaign that it is of.
        campaign: Option<Arc<str>>,
        /// Milliseconds from the request for it: how long whoever asked has waited, for the handset too.
        millis: u64,
    },
}

/// What became of a login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginResult {
    /// No credential: 407.
    Missing,
    /// Wrong, or an unknown device: 401.
    Wrong,
    /// Good: 212.
    Good,
    /// Good, by the resync nonce: 212, once.
    Resync,
}
