//! The states of an exchange that this server drives, a struct for each, both ways (bs-first, dialect `is683`).
//!
//! ```text
//! Requested → Discovering → AwaitPublic → AwaitKeyAccepted → AwaitMobileResult → AwaitKey
//!           → [perform: SavingPending → Staging] → SavingCommitSent → AwaitCommit → SavingCommitted → Activating → SavingEnd
//! ```
//!
//! * `opening`: until BS_RESULT is there
//! * `keys`: until the new key is held on both sides
//! * `commit`: until it is in use on both sides, and the doubt between
//! * `ending`: how it ends
//!
//! A state is consumed by what happens to it and gives the next one, so an illegal step does not compile. The two ways differ in
//! [`Half`] alone: who makes BS_RESULT and who takes MS_RESULT. Never called but by [`super::Exchange::handle`].

mod commit;
mod ending;
mod keys;
mod opening;

use std::sync::Arc;

use akeyd_hw::Exponent;

use crate::limits;
use crate::words::{Dialect, Outcome, State, Time, Way};

use super::messages::Request;
use super::north::NorthAnswer;
use super::{Action, Call, Cause, End, Event, NorthFault, PowerFault, South, SouthRequest, Tag, Terms, Version};
use commit::{Activating, AwaitCommit, InDoubt, SavingCommitSent, SavingCommitted, SavingDoubt};
use ending::{Discarding, SavingEnd};
use keys::{AwaitKey, AwaitKeyAccepted, AwaitMobileResult, SavingPending, Staging};
use opening::{AwaitPublic, Discovering, Requested};

/// What outlives the single state: where the exchange stands and what it waits for.
#[derive(Default)]
pub(super) struct Course {
    pub(super) state: State,
    pub(super) choice: Option<(Way, Dialect)>,
    pub(super) deadline: Option<Time>,
    version: Version,
    last_tag: u32,
    call: Call,
    /// How often it had to begin again.
    losses: u32,
    /// Whether the handset ever came.
    seen: bool,
    /// Whether the north holds something of this exchange that must be discarded when it fails.
    north_holds: bool,
}

/// Where the exchange stands, with all that is needed to go on.
pub(super) enum Stage {
    Requested(Requested),
    Discovering(Discovering),
    AwaitPublic(AwaitPublic),
    AwaitKeyAccepted(AwaitKeyAccepted),
    AwaitMobileResult(AwaitMobileResult),
    AwaitKey(AwaitKey),
    SavingPending(SavingPending),
    Staging(Staging),
    SavingCommitSent(SavingCommitSent),
    AwaitCommit(AwaitCommit),
    SavingDoubt(SavingDoubt),
    InDoubt(InDoubt),
    SavingCommitted(SavingCommitted),
    Activating(Activating),
    Discarding(Discarding),
    SavingEnd(SavingEnd),
}

/// The network's half of the exchange: what differs between the ways.
pub(super) enum Half {
    /// We hold y.
    Perform { y: Arc<Exponent> },
    /// The authentication centre holds y.
    Relay,
}

/// What a step works with, besides its own state.
struct Step<'a> {
    now: Time,
    terms: &'a Terms,
    course: &'a mut Course,
    out: &'a mut Vec<Action>,
}

impl Stage {
    pub(super) fn start() -> Self {
        Self::Requested(Requested)
    }

    /// Takes what happened; `None` when the exchange is over.
    pub(super) fn handle(
        self,
        now: Time,
        event: Event,
        terms: &Terms,
        course: &mut Course,
        out: &mut Vec<Action>,
    ) -> Option<Self> {
        if let Event::Public(call, _) | Event::Shared(call, _) | Event::Durable(call) | Event::North(call, _) = &event
            && *call != course.call
        {
            return Some(self);
        }
        let mut step = Step { now, terms, course, out };
        match event {
            Event::Timer => Some(self.time_passed(&mut step)),
            Event::SessionLost => Some(self.session_lost(&mut step)),
            event => self.advance(event, &mut step),
        }
    }

    fn advance(self, event: Event, step: &mut Step<'_>) -> Option<Self> {
        Some(match (self, event) {
            (Self::Requested(state), Event::Opened(known)) => state.opened(known, step),
            (Self::Discovering(state), Event::Answered(tag, answer)) => state.answered(tag, answer, step),
            (Self::AwaitPublic(state), Event::Public(_, Ok((y, bs_result)))) => state.made(y, bs_result, step),
            (
                state @ (Self::AwaitPublic(_) | Self::AwaitKey(_)),
                Event::Public(_, Err(PowerFault::Busy)) | Event::Shared(_, Err(PowerFault::Busy)),
            ) => state.put_off(PowerFault::Busy.into(), step),
            (
                state @ (Self::AwaitPublic(_) | Self::AwaitKey(_) | Self::Staging(_)),
                Event::North(_, Err(NorthFault::Unreachable)),
            ) => state.put_off(NorthFault::Unreachable.into(), step),
            (Self::AwaitPublic(_), Event::Public(_, Err(fault))) => step.fail(Outcome::Failed, fault.into()),
            (Self::AwaitPublic(state), Event::North(_, Ok(NorthAnswer::PublicValues(values)))) => {
                state.given(values, step)
            }
            (Self::AwaitKeyAccepted(state), Event::Answered(tag, answer)) if tag == state.tag => {
                state.answered(answer, step)
            }
            (Self::AwaitMobileResult(state), Event::Answered(tag, answer)) if tag == state.tag => {
                state.answered(answer, step)
            }
            (Self::AwaitKey(state), Event::Shared(_, Ok(shared))) => state.computed(shared.a_key(), step),
            (Self::AwaitKey(_), Event::Shared(_, Err(fault))) => step.fail(Outcome::Failed, fault.into()),
            (Self::AwaitKey(state), Event::North(_, Ok(_))) => state.generated(step),
            (Self::SavingPending(state), Event::Durable(_)) => state.durable(step),
            (Self::Staging(_), Event::North(_, Ok(_))) => SavingCommitSent::enter(State::Staged, step),
            (Self::AwaitPublic(_) | Self::AwaitKey(_) | Self::Staging(_), Event::North(_, Err(fault))) => {
                step.fail(Outcome::AcFailed, fault.into())
            }
            (Self::SavingCommitSent(state), Event::Durable(_)) => state.durable(step),
            (Self::AwaitCommit(AwaitCommit { tag: due }), Event::Answered(tag, answer)) if tag == due => {
                AwaitCommit::answered(due, &answer, step)
            }
            (Self::SavingDoubt(state), Event::Opened(_)) => Self::SavingDoubt(SavingDoubt { back: true, ..state }),
            (Self::SavingDoubt(SavingDoubt { tag, cause, back: false }), Event::Durable(_)) => {
                Self::InDoubt(InDoubt { tag, cause })
            }
            // A Commit Response that comes in a later session settles the doubt.
            (
                Self::InDoubt(InDoubt { tag: due, .. }) | Self::SavingDoubt(SavingDoubt { tag: due, .. }),
                Event::Answered(tag, answer),
            ) if tag == due => AwaitCommit::answered(due, &answer, step),
            // The handset came back without it: a new exchange, whose commit supersedes both keys, is the way out.
            (Self::InDoubt(InDoubt { cause, .. }), Event::Opened(_))
            | (Self::SavingDoubt(SavingDoubt { cause, back: true, .. }), Event::Durable(_)) => {
                let end = step.end(Outcome::InDoubt, Some(cause));
                SavingEnd::enter(end, step)
            }
            (Self::SavingCommitted(_), Event::Durable(_)) => {
                step.out.push(Action::CloseSession);
                Activating::enter(0, 0, step)
            }
            (Self::Activating(_), Event::North(_, Ok(_))) => {
                step.course.state = State::Activated;
                let end = step.end(Outcome::Updated, None);
                SavingEnd::enter(end, step)
            }
            (Self::Activating(state), Event::North(_, Err(fault))) => state.refused(fault, step),
            (Self::Discarding(Discarding { end, .. }), Event::North(_, Ok(_))) => SavingEnd::enter(end, step),
            (Self::Discarding(state), Event::North(_, Err(_))) => {
                step.course.deadline = Some(step.now.plus(backoff_ms(state.attempts)));
                Self::Discarding(state)
            }
            (Self::SavingEnd(state), Event::Durable(_)) => {
                step.out.push(Action::Finish(state.end));
                return None;
            }
            (state, _) => state,
        })
    }

    fn time_passed(self, step: &mut Step<'_>) -> Self {
        let due = step.course.deadline.is_some_and(|deadline| deadline <= step.now);
        let expired = step.terms.expires <= step.now && self.may_expire();
        match self {
            state if expired => {
                let outcome = if step.course.seen { Outcome::Expired } else { Outcome::NoContact };
                let end = step.end(outcome, (step.course.seen).then(|| Cause::Silent(state.waits_for())));
                step.finish(end)
            }
            state if !due => state,
            Self::Activating(state) => state.again(step),
            Self::Discarding(state) if state.attempts + 1 >= limits::DISCARD_ATTEMPTS => {
                SavingEnd::enter(state.end, step)
            }
            Self::Discarding(state) => Discarding::enter(state.end, state.attempts + 1, step),
            Self::AwaitPublic(_) | Self::AwaitKey(_) if step.way() == Way::Perform => {
                step.fail(Outcome::Failed, PowerFault::Failed.into())
            }
            state @ (Self::AwaitPublic(_) | Self::AwaitKey(_) | Self::Staging(_)) => {
                state.put_off(NorthFault::Unreachable.into(), step)
            }
            state => {
                step.out.push(Action::CloseSession);
                state.session_lost(step)
            }
        }
    }

    /// The handset is gone. Before the Commit Request has left nothing is lost: the exchange starts again at the next
    /// contact, with a fresh y. After it, doubt begins.
    fn session_lost(self, step: &mut Step<'_>) -> Self {
        match self {
            Self::AwaitCommit(state) => SavingDoubt::enter(state.tag, Cause::Silent(Request::Commit.name()), step),
            state @ (Self::Requested(_)
            | Self::SavingDoubt(_)
            | Self::InDoubt(_)
            | Self::SavingCommitted(_)
            | Self::Activating(_)
            | Self::Discarding(_)
            | Self::SavingEnd(_)) => state,
            under_way => under_way.begin_again(Cause::Silent(under_way.waits_for()), step),
        }
    }

    /// There is no room now, here or in the north: the handset is let go, and the exchange begins again at its next contact.
    fn put_off(self, cause: Cause, step: &mut Step<'_>) -> Self {
        step.out.push(Action::CloseSession);
        self.begin_again(cause, step)
    }

    fn begin_again(&self, cause: Cause, step: &mut Step<'_>) -> Self {
        step.course.losses += 1;
        if step.course.losses >= limits::SESSIONS_PER_EXCHANGE {
            let outcome = if matches!(cause, Cause::North(_)) { Outcome::AcFailed } else { Outcome::Failed };
            return step.fail(outcome, cause);
        }
        step.out.push(Action::ForgetSouth);
        step.course.call.0 += 1;
        step.course.state = State::Requested;
        step.course.deadline = None;
        Self::Requested(Requested)
    }

    fn waits_for(&self) -> &'static str {
        match self {
            Self::AwaitKeyAccepted(_) => Request::MsKey.name(),
            Self::AwaitMobileResult(_) => Request::KeyGeneration.name(),
            Self::Discovering(_) => Request::Capability.name(),
            _ => "session",
        }
    }

    /// Whether the exchange can still be given up: no Commit Request has left, and it is not ending already.
    pub(super) fn may_expire(&self) -> bool {
        !matches!(
            self,
            Self::AwaitCommit(_)
                | Self::SavingDoubt(_)
                | Self::InDoubt(_)
                | Self::SavingCommitted(_)
                | Self::Activating(_)
                | Self::Discarding(_)
                | Self::SavingEnd(_)
        )
    }

    /// Whether the handset may use either key.
    pub(super) fn is_in_doubt(&self) -> bool {
        matches!(self, Self::SavingDoubt(_) | Self::InDoubt(_))
    }
}

impl Step<'_> {
    fn tag(&mut self) -> Tag {
        self.course.last_tag += 1;
        Tag(self.course.last_tag)
    }

    fn call(&mut self) -> Call {
        self.course.call.0 += 1;
        self.course.call
    }

    fn way(&self) -> Way {
        self.course.choice.map_or(Way::Perform, |(way, _)| way)
    }

    fn carry(&mut self, octets: Vec<u8>) -> Tag {
        let tag = self.tag();
        self.out.push(Action::South(vec![South { tag, request: SouthRequest::Carry(octets) }]));
        self.wait_for_handset();
        tag
    }

    fn wait_for_handset(&mut self) {
        self.course.deadline = Some(self.now.plus(self.terms.step_ms));
    }

    fn wait_for_north(&mut self) {
        self.course.deadline = Some(self.now.plus(self.terms.north_ms));
    }

    fn end(&self, outcome: Outcome, cause: Option<Cause>) -> End {
        End { outcome, cause, version: self.course.version.clone() }
    }

    fn fail(&mut self, outcome: Outcome, cause: Cause) -> Stage {
        let end = self.end(outcome, Some(cause));
        self.finish(end)
    }

    /// Ends an exchange whose new key is live nowhere: the handset is let go, the north forgets what it holds.
    fn finish(&mut self, end: End) -> Stage {
        self.out.push(Action::CloseSession);
        if self.course.north_holds { Discarding::enter(end, 0, self) } else { SavingEnd::enter(end, self) }
    }
}

/// Milliseconds until the next try after `attempts` failed ones: 1, 2, 4 … 64 seconds.
fn backoff_ms(attempts: u32) -> u64 {
    1_000 << attempts.min(6)
}
