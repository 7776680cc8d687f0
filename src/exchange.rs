//! One exchange: the key update of one handset, from request to outcome, as a pure state machine.
//!
//! An [`Exchange`] takes events (the handset's session opened, it answered, a power is computed, a record is durable,
//! the north answered, time passed) and returns actions. It never sees a SyncML document, a socket, a clock or a random source; who
//! carries its messages is not its business. Called by `desk`, which joins it to a device management session.
//!
//! * [`event`]: what happens to an exchange, and what it wants done; [`end`]: how it ended; [`key`]: what came out
//! * `steps`: the states of an exchange that this server drives, a struct for each, both dialects
//! * [`pushed`]: the states of one that an OTAF drives with messages of its own
//! * `messages`, `values`: the IS-683 messages, and the nodes of the `nodes` dialect
//! * [`choice`]: which dialect and way a handset's capability and policy allow
//! * [`north`]: what is asked of an authentication centre, and what it answers

pub mod choice;
pub mod end;
pub mod event;
pub mod key;
mod messages;
pub mod north;
pub mod pushed;
mod steps;
#[cfg(test)]
mod tests;
mod values;

use std::fmt;
use std::sync::Arc;

use akeyd_hw::Group;

use crate::words::{Dialect, ExchangeId, Kind, Order, State, Time, Way};
use choice::{Choice, Policy, Wishes};
pub use end::{Cause, End, Version};
pub use event::{
    Action, Call, Event, Leaf, Model, NorthFault, PowerFault, Preamble, Record, South, SouthAnswer, SouthRequest, Tag,
};
pub use key::Key;

/// What an exchange is asked to do, and what it is bound by.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Terms {
    /// Its name.
    pub id: ExchangeId,
    /// What the request wants. It goes before what the handset's model wants, and that before the policy.
    pub asked: Wishes,
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
    /// Milliseconds that an OTAF waits for the handset to come, and for each of its answers.
    pub push_ms: u64,
    /// Whether the handset can be called by a notification.
    pub calls: bool,
    /// A_KEY_P_REV that the request names: no other may be used.
    pub a_key_p_rev: Option<u8>,
    /// Whether the handset is asked what it supports, and no more.
    pub probe: bool,
    /// Whether the Commit Request leaves without the centre's word that it holds the key.
    pub commit_without_ac: bool,
    /// Whether the authentication centre tells the keys of a device apart by their exchanges. One that knows the device alone holds one of its keys at a
    /// time, the last that it heard of.
    pub knows_exchanges: bool,
}

/// Where an exchange stood when it was last made durable: what it goes on from in a later process.
#[derive(Debug)]
pub struct Stood {
    /// Its state. One that was committed needs its handset no more, and is not gone on with here.
    pub state: State,
    /// What was chosen, if it came so far.
    pub choice: Option<Choice>,
    /// What was known of the handset's protocol revisions.
    pub version: Version,
    /// The request that was its Commit, from when that may have left.
    pub commit: Option<Tag>,
    /// Why it was in doubt, where that was known already.
    pub doubt: Option<String>,
    /// Its key, if one was kept.
    pub key: Option<Key>,
    /// Whether the centre may hold something of it.
    pub asked: bool,
    /// Whether a centre that holds one key of a device may have been asked for another one since.
    pub overtaken: bool,
    /// Younger than every call of earlier processes.
    pub call: Call,
    /// When the handset may be called first.
    pub call_at: Time,
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

    /// An exchange that this server has driven in an earlier process, and what it wants done to go on.
    pub fn resumed(now: Time, terms: Terms, stood: Stood) -> (Self, Vec<Action>) {
        let mut out = Vec::new();
        let (stage, course) = steps::resume(now, stood, &terms, &mut out);
        (Self { role: Role::Driven(Some(stage), course), terms }, out)
    }

    /// An exchange that an OTAF drives; `ticket` is its attach, answered when the handset's session is open.
    pub fn pushed(terms: Terms, ticket: pushed::Ticket, now: Time) -> Self {
        Self { role: Role::Pushed(pushed::Attachment::new(ticket, now, &terms)), terms }
    }

    /// Its name.
    pub fn id(&self) -> ExchangeId {
        self.terms.id
    }

    /// Its key, where the authentication centre has not said that it holds it, though the Commit Request was not kept waiting for that; or where the
    /// centre may come to hold another one in its place.
    pub fn take_key(&mut self) -> Option<Key> {
        match &mut self.role {
            Role::Driven(_, course) => course.unstaged.take().or(course.staged.take()),
            Role::Pushed(_) => None,
        }
    }

    /// Whether the authentication centre may hold something of it.
    pub fn has_asked(&self) -> bool {
        matches!(&self.role, Role::Driven(_, course) if course.north_holds)
    }

    /// When it is given up.
    pub fn expires(&self) -> Time {
        self.terms.expires
    }

    /// From now on this is P and G of the perform way, unless the exchange has begun with others: one that waits for its
    /// handset may outlive a P.
    pub fn use_group(&mut self, group: &Arc<Group>) {
        let waits = matches!(self.state(), State::Requested | State::Notified);
        if waits && !Arc::ptr_eq(&self.terms.group, group) {
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
            Role::Driven(_, course) => course.choice(),
            Role::Pushed(attachment) => Some((Way::Relay, attachment.dialect())),
        }
    }

    /// Order and kind, once they are chosen.
    pub fn order_and_kind(&self) -> Option<(Order, Kind)> {
        match &self.role {
            Role::Driven(_, course) => course.choice.map(|choice| (choice.order, choice.kind)),
            Role::Pushed(attachment) => Some((Order::BsFirst, attachment.kind())),
        }
    }

    /// The number of the last thing that it waited for.
    pub fn last_call(&self) -> Call {
        match &self.role {
            Role::Driven(_, course) => course.last_call(),
            Role::Pushed(_) => Call::default(),
        }
    }

    /// The Commit whose answer may still come though its session is gone, if there is one. `temporary`: the node that the handset may still have,
    /// as it was known last.
    pub fn unanswered_commit(&self, temporary: Option<&str>) -> Option<(Tag, SouthRequest)> {
        match &self.role {
            Role::Driven(Some(stage), course) => stage.unanswered_commit(course.choice()?.1, temporary),
            _ => None,
        }
    }

    /// What is known of the handset's protocol revisions.
    pub fn version(&self) -> &Version {
        match &self.role {
            Role::Driven(_, course) => &course.version,
            Role::Pushed(attachment) => attachment.version(),
        }
    }

    /// The temporary node that the handset has for it, if it has one: relative to the `nodes` object.
    pub fn temporary(&self) -> Option<&str> {
        match &self.role {
            Role::Driven(_, course) => course.temporary(),
            Role::Pushed(attachment) => attachment.temporary(),
        }
    }

    /// Whether it is driven from the north, message by message.
    pub fn is_pushed(&self) -> bool {
        matches!(self.role, Role::Pushed(_))
    }

    /// Whether an OTAF waits for its handset.
    pub fn is_awaited(&self) -> bool {
        matches!(&self.role, Role::Pushed(attachment) if attachment.is_awaited())
    }

    /// Whether another attach of the same OTAF may take its place: the one before has come to its end, or been silent for so long that it is taken for
    /// lost.
    pub fn yields(&self, now: Time) -> bool {
        matches!(&self.role, Role::Pushed(attachment) if attachment.yields(now))
    }

    /// Whether the handset may use either key.
    pub fn is_in_doubt(&self) -> bool {
        matches!(&self.role, Role::Driven(Some(stage), _) if stage.is_in_doubt())
    }

    /// Whether it is in what a stop waits for: a step that the store ends, or the activation.
    pub fn is_settling(&self) -> bool {
        matches!(&self.role, Role::Driven(Some(stage), _) if stage.is_settling())
    }

    /// Whether it can still be taken back: no Commit Request has left, and it is not ending already.
    pub fn may_be_cancelled(&self) -> bool {
        match &self.role {
            Role::Driven(stage, _) => stage.as_ref().is_some_and(steps::Stage::may_expire),
            Role::Pushed(attachment) => attachment.may_be_cancelled(),
        }
    }

    /// The next moment at which [`Event::Timer`] is due.
    pub fn deadline(&self) -> Option<Time> {
        match &self.role {
            Role::Driven(stage, course) => {
                let expires = stage.as_ref().filter(|stage| stage.may_expire()).map(|_| self.terms.expires);
                [course.deadline, course.call_at(), expires].into_iter().flatten().min()
            }
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
