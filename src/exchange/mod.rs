//! One exchange: the key update of one handset, from request to outcome, as a pure state machine.
//!
//! An [`Exchange`] takes events (the handset's session opened, it answered, a power is computed, a record is durable,
//! the north answered, time passed) and returns actions. It never sees a SyncML document, a socket, a clock or a random source; who
//! carries its messages is not its business. Called by `desk`, which joins it to a device management session.
//!
//! * `steps`: the states of an exchange that this server drives, a struct for each
//! * [`pushed`]: the states of one that an OTAF drives with messages of its own
//! * `messages`: the IS-683 messages it writes and reads
//! * [`choice`]: which dialect and way a handset's capability and policy allow
//! * [`north`]: what is asked of an authentication centre, and what it answers

pub mod choice;
mod messages;
pub mod north;
pub mod pushed;
mod steps;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use akeyd_hw::{AKey, Element, Exponent, Group, SharedSecret};

use crate::is683::ResultCode;
use crate::words::{Dialect, ExchangeId, Kind, Order, Outcome, State, Time, Way};
use choice::{Capability, Policy};
use north::{Ask, NorthAnswer};

/// What an exchange is asked to do, and what it is bound by.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Its name.
    pub id: ExchangeId,
    /// What policy allows for this handset.
    pub policy: Policy,
    /// Which partial key exists first.
    pub order: Order,
    /// Which secret shall come out.
    pub kind: Kind,
    /// P and G of the perform way.
    pub group: Arc<Group>,
    /// Length of y, bits.
    pub exponent_bits: u32,
    /// When the exchange is given up.
    pub expires: Time,
    /// Milliseconds that the handset may take for one step, its modular powers included.
    pub step_ms: u64,
    /// Milliseconds that the north may take for one answer.
    pub north_ms: u64,
}

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

/// One request to the handset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SouthRequest {
    /// Carry a forward IS-683 message and bring the reverse one.
    Carry(Vec<u8>),
    /// Read a node of the `nodes` dialect, named relative to its object (`Ver`, `Revisions`).
    Read(&'static str),
}

/// The handset's answer to one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SouthAnswer {
    /// The reverse IS-683 message.
    Reverse(Vec<u8>),
    /// The node's value.
    Value(Vec<u8>),
    /// The handset's management client refused with this status code; the provisioning layer never saw the request.
    Refused(u32),
}

/// What happened.
#[derive(Debug)]
pub enum Event {
    /// The handset is here and authenticated; what it is known to support, if that is remembered.
    Opened(Option<Capability>),
    /// The handset answered the request with this tag.
    Answered(Tag, SouthAnswer),
    /// The session ended, was aborted or ran dry before the handset answered.
    SessionLost,
    /// y was drawn and BS_RESULT computed.
    Public(Call, Result<(Arc<Exponent>, Vec<u8>), PowerFault>),
    /// K was computed.
    Shared(Call, Result<SharedSecret, PowerFault>),
    /// The record is durable.
    Durable(Call),
    /// The north answered, or failed to.
    North(Call, Result<NorthAnswer, NorthFault>),
    /// A deadline may have passed.
    Timer,
    /// An OTAF attaches to the handset, sends it a message, or lets it go.
    Pushed(pushed::Push),
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
    /// Nothing more to say to the handset: its session may end.
    CloseSession,
    /// Nothing that was asked of the handset matters any more: what it still answers is not to be brought.
    ForgetSouth,
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
    /// Make the record durable, then say [`Event::Durable`].
    Persist(Call, Record),
    /// Keep what the handset supports; need not be durable.
    Remember(Capability),
    /// Ask the north; [`Event::North`] answers.
    Ask(Call, Ask),
    /// Answer a push of the north.
    Tell(pushed::Ticket, pushed::Told),
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
    pub key: Option<AKey>,
}

/// How an exchange ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The outcome.
    pub outcome: Outcome,
    /// Why, where the outcome does not say it all.
    pub cause: Option<Cause>,
    /// What is known of the handset's protocol revisions.
    pub version: Version,
}

/// The version indication that goes north with an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// A_KEY_P_REV in use.
    pub a_key_p_rev: Option<u8>,
    /// FEATURE_P_REV values of key exchange that the handset reported.
    pub feature_p_rev: Vec<u8>,
}

/// Why an exchange did not end well.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// The handset refused an IS-683 message.
    #[error("{message}: RESULT_CODE {} ({})", code.0, code.meaning())]
    ResultCode {
        /// The message it answered.
        message: &'static str,
        /// Its RESULT_CODE.
        code: ResultCode,
    },
    /// The management client refused to carry a message.
    #[error("{message}: DM status {status}")]
    Status {
        /// The message that was to be carried.
        message: &'static str,
        /// The status code.
        status: u32,
    },
    /// The handset's answer is not a message of IS-683, or not the one that was due.
    #[error("{message}: {what}")]
    BadAnswer {
        /// The message it answered.
        message: &'static str,
        /// What is wrong, without the value itself.
        what: String,
    },
    /// The handset supports neither dialect, or no revision that policy allows.
    #[error("no dialect or A_KEY_P_REV in common")]
    NothingInCommon,
    /// The combination asked for cannot be had with this handset.
    #[error("{0}")]
    NotPossible(&'static str),
    /// The handset did not answer in time, or left too often.
    #[error("{0}: no answer from the handset")]
    Silent(&'static str),
    /// The north failed.
    #[error(transparent)]
    North(#[from] NorthFault),
    /// The arithmetic failed.
    #[error(transparent)]
    Power(#[from] PowerFault),
    /// The north's values are not fit for use.
    #[error("{field} from the north {what}")]
    BadPublicValues {
        /// `p`, `g` or `bs_result`.
        field: &'static str,
        /// What is wrong with it.
        what: String,
    },
}

/// An exchange under way.
pub struct Exchange {
    terms: Terms,
    role: Role,
}

enum Role {
    Driven(Option<steps::Stage>, steps::Course),
    Pushed(pushed::Attachment),
}

impl Exchange {
    /// An exchange that this server drives, in state `requested`.
    pub fn driven(terms: Terms) -> Self {
        Self { role: Role::Driven(Some(steps::Stage::start()), steps::Course::default()), terms }
    }

    /// An exchange that an OTAF drives; `ticket` is its attach, answered when the handset's session is open.
    pub fn pushed(terms: Terms, ticket: pushed::Ticket, now: Time) -> Self {
        Self { role: Role::Pushed(pushed::Attachment::new(ticket, now, &terms)), terms }
    }

    /// Its name.
    pub fn id(&self) -> ExchangeId {
        self.terms.id
    }

    /// From now on this is P and G of the perform way, unless the exchange has begun with others: one that waits for its
    /// handset may outlive a P.
    pub fn use_group(&mut self, group: &Arc<Group>) {
        if self.state() == State::Requested && !Arc::ptr_eq(&self.terms.group, group) {
            self.terms.group = Arc::clone(group);
        }
    }

    /// Where it stands.
    pub fn state(&self) -> State {
        match &self.role {
            Role::Driven(_, course) => course.state,
            Role::Pushed(attachment) => attachment.state(),
        }
    }

    /// Way and dialect, once they are chosen.
    pub fn choice(&self) -> Option<(Way, Dialect)> {
        match &self.role {
            Role::Driven(_, course) => course.choice,
            Role::Pushed(_) => Some((Way::Relay, Dialect::Is683)),
        }
    }

    /// Whether it is driven from the north, message by message.
    pub fn is_pushed(&self) -> bool {
        matches!(self.role, Role::Pushed(_))
    }

    /// Whether the handset may use either key.
    pub fn is_in_doubt(&self) -> bool {
        matches!(&self.role, Role::Driven(Some(stage), _) if stage.is_in_doubt())
    }

    /// Whether the handset has no part in the step that it is in: the store or the north ends it.
    pub fn is_settling(&self) -> bool {
        matches!(&self.role, Role::Driven(Some(stage), _) if stage.is_settling())
    }

    /// The next moment at which [`Event::Timer`] is due.
    pub fn deadline(&self) -> Option<Time> {
        match &self.role {
            Role::Driven(Some(stage), course) if stage.may_expire() => {
                Some(course.deadline.unwrap_or(self.terms.expires).min(self.terms.expires))
            }
            Role::Driven(_, course) => course.deadline,
            Role::Pushed(attachment) => attachment.deadline(),
        }
    }

    /// Takes what happened and says what to do next. Events that do not fit the state change nothing.
    pub fn handle(&mut self, now: Time, event: Event) -> Vec<Action> {
        let mut out = Vec::new();
        match &mut self.role {
            Role::Driven(stage, course) => {
                if let Some(current) = stage.take() {
                    *stage = current.handle(now, event, &self.terms, course, &mut out);
                }
            }
            Role::Pushed(attachment) => attachment.handle(now, event, &mut out),
        }
        out
    }
}

impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Exchange({} {})", self.terms.id, self.state())
    }
}
