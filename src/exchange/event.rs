//! The words between an exchange and its surroundings: what happens to it, and what it wants done.
//!
//! Values only; decides nothing. An exchange is called with an [`Event`] and answers with [`Action`]s; the desk brings and carries out.

use std::sync::Arc;

use akeyd_hw::{Element, Exponent, Group, SharedSecret};

use crate::is683::{ResultCode, Spc};
use crate::words::{State, Way};

use super::choice::{Capability, Wishes};
use super::end::End;
use super::key::Key;
use super::north::{Ask, NorthAnswer};
use super::pushed;

/// What an exchange wants of the handset. Every one is answered by [`Event::Answered`] with the same tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct South {
    /// Names the request towards this exchange.
    pub tag: Tag,
    /// What is wanted.
    pub request: SouthRequest,
}

/// Name of one request to the handset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tag(pub u32);

/// Name of one thing that an exchange waits for: a power, a durable record, an answer of the north. An answer to an
/// older call than the last is stale (the session was lost meanwhile) and is dropped, with any secret in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Call(pub u32);

/// One request to the handset. Nodes are those of the `nodes` dialect, named relative to its object (`Ver`, `X/<id>/P`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SouthRequest {
    /// Carry a forward IS-683 message and bring the reverse one.
    Carry(Vec<u8>),
    /// Read a leaf of text or a number.
    Read(String),
    /// Read a leaf of octets.
    ReadOctets(String),
    /// Create an interior node.
    Create(String),
    /// Write a leaf that is there.
    Write(String, Leaf),
    /// Execute a node, with these octets as its data if there are any.
    Run(String, Option<Vec<u8>>),
}

/// The value of a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// Format `int`.
    Int(u32),
    /// Format `b64`.
    Octets(Vec<u8>),
}

/// The handset's answer to one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SouthAnswer {
    /// To [`SouthRequest::Carry`]: the reverse IS-683 message.
    Reverse(Vec<u8>),
    /// To a read: the leaf's value; octets as they are, not base64.
    Value(Vec<u8>),
    /// To [`SouthRequest::Create`] and [`SouthRequest::Write`]: done.
    Done,
    /// To [`SouthRequest::Run`]: the step is over, with this code.
    Ran(ResultCode),
    /// The handset's management client refused with this status code; whoever works behind it never saw the request.
    Refused(u32),
    /// The request was taken, but its answer could not be fetched: the management client refused that with this status code.
    Unfetched(u32),
}

/// What the handset's model, its subscriber and the operator say of the steps. Known when it is here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// What opens a locked handset, in this order, before the messages of the key exchange.
    pub preamble: Vec<Preamble>,
    /// Whether requests may be joined in a Sequence that carry IS-683 messages. Its Exec must answer at once.
    pub joins_messages: bool,
    /// Whether requests of the `nodes` dialect may be joined in a Sequence. Its Exec must answer at once.
    pub joins_nodes: bool,
    /// Whether an exchange under way outlives the session that it began in.
    pub survives_session: bool,
    /// What exchanges of this model shall be, where the request does not say.
    pub wishes: Wishes,
}

/// A step that opens a locked handset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preamble {
    /// OTAPA Request: it is told to begin, and, when all is done, to end.
    Otapa,
    /// Validation Request with the subscriber's SPC.
    Validation(Spc),
}

/// What happened.
#[derive(Debug)]
pub enum Event {
    /// The handset is here and authenticated.
    Opened {
        /// What it is known to support, if that is remembered.
        known: Option<Capability>,
        /// What its model and subscriber say.
        model: Model,
    },
    /// The handset answered the request with this tag.
    Answered(Tag, SouthAnswer),
    /// The session ended, was aborted or ran dry before the handset answered.
    SessionLost,
    /// The handset was let go because store or north took too long; nothing of it is unanswered.
    LetGo,
    /// The handset is not here: it may be called.
    Absent,
    /// Somebody says to be the handset, in a session that is not known: a call that is due later may be made now.
    Astray,
    /// It was called by a notification, or could not be.
    Called(bool),
    /// y was drawn and BS_RESULT computed.
    Public(Call, Result<(Arc<Exponent>, Vec<u8>), PowerFault>),
    /// K was computed.
    Shared(Call, Result<SharedSecret, PowerFault>),
    /// BS_RESULT and K were computed with a y that is gone already.
    Both(Call, Result<(Vec<u8>, SharedSecret), PowerFault>),
    /// The record is durable.
    Durable(Call),
    /// The north answered, or failed to.
    North(Call, Result<NorthAnswer, NorthFault>),
    /// A deadline may have passed.
    Timer,
    /// It is taken back; counts while [`super::Exchange::may_be_cancelled`].
    Cancel,
    /// Its subscriber is no more: whatever it waits for, nothing is to come of it.
    Removed,
    /// An operator knows whether the handset has committed; counts while [`super::Exchange::is_in_doubt`].
    Settle(bool),
    /// An OTAF attaches to the handset, sends it a message, or lets it go.
    Pushed(pushed::Push),
    /// The OTAF attaches again, and is not there any more to hear of the attach before; counts while [`super::Exchange::is_awaited`].
    Reattached(pushed::Ticket),
    /// The OTAF that is attached attaches anew; counts while [`super::Exchange::yields`].
    Replaced,
}

/// A power that could not be had: our own fault or overload, never the handset's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PowerFault {
    /// The queue of powers is full.
    #[error("the compute queue is full")]
    Busy,
    /// The batch failed, or its answer was withheld.
    #[error("the power could not be computed")]
    Failed,
    /// K is 0, 1 or P-1: the handset's value made the key known to everyone.
    #[error("the shared secret is trivial")]
    Trivial,
}

/// Why the north gave no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NorthFault {
    /// It refused, with its own code (OTASP_ResultCode of ANSI-41).
    #[error("the authentication centre refused with OTASP_ResultCode {0}")]
    Refused(u8),
    /// It was silent or not reachable.
    #[error("the authentication centre is not reachable")]
    Unreachable,
    /// The subscriber was removed: nobody can say any more by what name the centre knows it.
    #[error("the subscriber was removed")]
    Removed,
    /// One of its values is not fit, and may not pass.
    #[error("{field} from the authentication centre is not fit")]
    Unfit {
        /// `p`, `g` or `bs_result`.
        field: &'static str,
    },
}

/// What shall be done. Nothing follows from an action before its event comes.
#[derive(Debug)]
pub enum Action {
    /// Send these requests to the handset in one package.
    South(Vec<South>),
    /// The same, one after the other: an earlier one that fails keeps the later ones from being run.
    Sequence(Vec<South>),
    /// Nothing more to say to the handset: its session may end.
    CloseSession,
    /// Nothing that was asked of the handset matters any more: what it still answers is not to be brought.
    ForgetSouth,
    /// Call the handset by a notification; [`Event::Called`] answers.
    CallHandset,
    /// Draw y and compute G^y; [`Event::Public`] answers.
    MakePublic {
        /// Names the answer.
        call: Call,
        /// P and G.
        group: Arc<Group>,
        /// Length of y, bits.
        exponent_bits: u32,
    },
    /// Compute K = MS_RESULT^y; [`Event::Shared`] answers.
    Share {
        /// Names the answer.
        call: Call,
        /// P and G.
        group: Arc<Group>,
        /// MS_RESULT, checked.
        ms_result: Element,
        /// y, used for the second and last time.
        y: Arc<Exponent>,
    },
    /// Draw y, compute G^y and MS_RESULT^y together; [`Event::Both`] answers.
    MakeBoth {
        /// Names the answer.
        call: Call,
        /// P and G.
        group: Arc<Group>,
        /// Length of y, bits.
        exponent_bits: u32,
        /// MS_RESULT, checked.
        ms_result: Element,
    },
    /// Make the record durable, then say [`Event::Durable`].
    Persist(Call, Record),
    /// Keep what the handset supports; need not be durable.
    Remember(Capability),
    /// What the handset was believed to support is wrong: forget it.
    Forget,
    /// The handset has this temporary node of ours, or none any more; need not be durable.
    Temporary(Option<String>),
    /// Ask the north; [`Event::North`] answers.
    Ask(Call, Ask),
    /// Answer a push of the north.
    Tell(pushed::Ticket, pushed::Told),
    /// The north is to be told, until it has heard it, to forget what it holds of this exchange. The record says so already.
    Discard(Call, Way),
    /// The exchange is over.
    Finish(End),
}

/// What a durable step says of an exchange.
#[derive(Debug)]
pub struct Record {
    /// Where it stands.
    pub state: State,
    /// How it ended, with its cause, if it did.
    pub end: Option<End>,
    /// The pending key, when this step brings it into being.
    pub key: Option<Key>,
    /// The request that will be the Commit, in the step after which it leaves.
    pub commit: Option<Tag>,
    /// Whether the north is still to be told to forget what it holds.
    pub discards: bool,
}

impl Record {
    /// The exchange stands here.
    pub fn of(state: State) -> Self {
        Self { state, end: None, key: None, commit: None, discards: false }
    }
}
