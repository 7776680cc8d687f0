//! The states of an exchange that this server drives, a struct for each: both ways, both dialects, both orders.
//!
//! ```text
//! Requested → Discovering → AwaitPublic → (is683) Opening → AwaitKeyAccepted → AwaitMobileResult ┐
//!                                       → (nodes) Creating → Filling → Computing → ReadingResult  ┴→ AwaitKey
//!   → [perform: SavingPending] → [nodes: Deriving → perform: Checking] → [perform: Staging]
//!   → SavingCommitSent → AwaitCommit → SavingCommitted → [Closing] → Activating → SavingEnd
//! ```
//!
//! * `opening`: until BS_RESULT, or P and G alone, are there
//! * `otasp`, `nodes`: until MS_RESULT is there, and what `nodes` does between K and the commit
//! * `keys`: until the new key is held on both sides
//! * `commit`, `doubt`: until it is in use on both sides, and the doubt between
//! * `ending`: how it ends; `resume`: how it goes on in a later process
//! * `course`: what outlives the single state, and what a step works with
//!
//! A state is consumed by what happens to it and gives the next one, so an illegal step does not compile. Never called but by
//! [`super::Exchange::handle`].

mod commit;
mod course;
mod doubt;
mod ending;
mod keys;
mod nodes;
mod opening;
mod otasp;
mod resume;
use crate::limits;
use crate::words::{Outcome, State, Time, Way};

use super::messages::Request;
use super::north::NorthAnswer;
use super::{Action, Cause, Event, NorthFault, PowerFault, SouthAnswer, Tag, Terms};
use commit::{Activating, AwaitCommit, Closing, SavingCommitSent, SavingCommitted};
pub(super) use course::Course;
use course::Step;
use doubt::{InDoubt, SavingDoubt, SavingUndone, SettlingDoubt};
use ending::SavingEnd;
use keys::{AwaitKey, SavingPending, Staging};
use nodes::{Checking, Computing, Creating, Deriving, Filling, ReadingResult};
use opening::{AwaitPublic, Discovering, Requested};
use otasp::{AwaitKeyAccepted, AwaitMobileResult, Opening};
pub(super) use resume::resume;

/// Defines the states, and beside each what stands of it in `docs/states.md`: what is told of it, what it waits for, within which limit, and
/// what it does when the handset is lost.
macro_rules! stages {
    ($($name:ident: $told:literal | $waits_for:literal | $limit:literal | $lost:literal),+ $(,)?) => {
        /// Where the exchange stands, with all that is needed to go on.
        pub(super) enum Stage { $($name($name)),+ }

        /// A row for each state.
        #[cfg(test)]
        pub(super) const TABLE: &[[&str; 5]] = &[$([stringify!($name), $told, $waits_for, $limit, $lost]),+];
    };
}

stages! {
    Requested: "requested, notified" | "the handset's session" | "`exchange`" | "stays; calls the handset, with doubling pauses",
    Discovering: "in_session" | "capability, `Ver`, `Revisions`" | "`step`" | "begins again",
    AwaitPublic: "in_session" | "P, G, BS_RESULT of compute or the north" | "`north`" | "begins again; let go: stays, and calls the handset when they are there",
    Opening: "in_session" | "OTAPA Response, Validation Response" | "`step`" | "begins again",
    AwaitKeyAccepted: "in_session" | "MS Key Response" | "`step`" | "begins again",
    AwaitMobileResult: "in_session" | "Key Generation Response" | "`step`" | "begins again",
    Creating: "in_session" | "Status of Add, `KeyVersion`" | "`step`" | "begins again",
    Filling: "in_session" | "Status of each Replace" | "`step`" | "begins again",
    Computing: "in_session" | "RESULT_CODE of `Compute`" | "`step`" | "begins again",
    ReadingResult: "in_session" | "`MSResult`" | "`step`" | "begins again",
    AwaitKey: "in_session" | "K of compute, or the north's word" | "`north`" | "begins again; let go: stays if the model survives it",
    SavingPending: "pending" | "the pending key is durable" | "" | "begins again; let go: stays if the model survives it",
    Deriving: "pending" | "RESULT_CODE of `Derive`" | "`step`" | "begins again",
    Checking: "pending" | "`Check`" | "`step`" | "begins again",
    Staging: "pending" | "the centre's acknowledgement" | "`north`" | "begins again; let go: stays if the model survives it",
    SavingCommitSent: "pending, staged" | "the mark of the Commit is durable" | "" | "begins again; let go: stays if the model survives it",
    AwaitCommit: "commit_sent" | "Commit Response, RESULT_CODE of `Commit`" | "`step`" | "in doubt",
    SavingDoubt: "commit_sent" | "the doubt is durable" | "" | "stays",
    InDoubt: "commit_sent" | "a late answer, or the handset's session" | "" | "stays; calls the handset at once",
    SettlingDoubt: "commit_sent" | "`KeyVersion`; where it has not risen, Status of a new Add, and `KeyVersion` again" | "`step`" | "in doubt",
    SavingUndone: "in_session" | "the record is durable, then begins again" | "" | "stays",
    SavingCommitted: "committed" | "the record is durable" | "" | "stays",
    Closing: "committed" | "OTAPA Response, `KeyVersion`" | "`closing`" | "goes on without",
    Activating: "committed" | "the centre's acknowledgement" | "`north`, then 1, 2, 4 … 64 s" | "stays",
    SavingEnd: "as it was" | "the outcome is durable" | "" | "stays",
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
        if course.is_stale(&event) {
            return Some(self);
        }
        let mut step = Step { now, terms, course, out };
        let stage = match event {
            Event::Timer => self.time_passed(&mut step),
            // It was let go before.
            Event::SessionLost | Event::LetGo if !step.course.here => self,
            Event::SessionLost => {
                step.course.here = false;
                self.session_lost(&mut step)
            }
            Event::LetGo => {
                step.course.here = false;
                self.let_go(&mut step)
            }
            Event::Absent => {
                if step.course.call_at().is_none() {
                    step.want_handset();
                }
                self.called_for(&mut step)
            }
            Event::Astray => {
                step.hurry();
                self.called_for(&mut step)
            }
            Event::Called(done) => self.called(done, &mut step),
            Event::Cancel if self.may_expire() => {
                let end = step.end(Outcome::Cancelled, None);
                step.finish(end)
            }
            Event::Settle(committed) if self.is_in_doubt() => doubt::settled(committed, &mut step),
            Event::Removed if self.may_expire() => {
                let end = step.end(Outcome::Cancelled, Some(Cause::Removed));
                step.finish(end)
            }
            // Nobody is left to tell which key it uses.
            Event::Removed if self.is_in_doubt() || matches!(self, Self::AwaitCommit(_) | Self::SavingUndone(_)) => {
                step.fail(Outcome::Failed, Cause::Removed)
            }
            Event::Cancel | Event::Settle(_) | Event::Removed => self,
            Event::Answered(tag, answer) => match step.course.take_due(tag, answer) {
                Some(answer) => self.answered(tag, answer, &mut step),
                None => self,
            },
            Event::Opened { known, model } => {
                step.course.opened(model);
                return self.opened(known, &mut step);
            }
            event if self.needs_handset_next() && !step.course.here && event.is_good() => {
                // The answer waits for the handset, which is called for it.
                step.course.held = Some(event);
                step.course.deadline = None;
                step.want_handset();
                self.called_for(&mut step)
            }
            event => return self.advance(event, &mut step),
        };
        Some(stage.with_early_answers(&mut step))
    }

    /// Takes answers that have come before the step that waits for them.
    fn with_early_answers(self, step: &mut Step<'_>) -> Self {
        let mut stage = self;
        while let Some((tag, answer)) = step.course.early_answer() {
            stage = stage.answered(tag, answer, step);
        }
        stage
    }

    /// The handset is here.
    fn opened(self, known: Option<super::choice::Capability>, step: &mut Step<'_>) -> Option<Self> {
        if let Some(event) = step.course.held.take() {
            return self.advance(event, step);
        }
        Some(match self {
            Self::Requested(state) => state.opened(known, step).with_early_answers(step),
            Self::InDoubt(state) => state.opened(step),
            Self::SavingDoubt(state) => Self::SavingDoubt(SavingDoubt { back: true, ..state }),
            state => state,
        })
    }

    /// The handset answered something that the state waits for.
    fn answered(self, tag: Tag, answer: SouthAnswer, step: &mut Step<'_>) -> Self {
        match self {
            Self::Discovering(state) => state.answered(tag, answer, step),
            Self::Opening(state) => state.answered(&answer, step),
            Self::AwaitKeyAccepted(state) => state.answered(&answer, step),
            Self::AwaitMobileResult(state) => state.answered(&answer, step),
            Self::Creating(state) => state.answered(tag, &answer, step),
            Self::Filling(state) => state.answered(&answer, step),
            Self::Computing(state) => state.answered(&answer, step),
            Self::ReadingResult(state) => state.answered(&answer, step),
            Self::Deriving(state) => state.answered(&answer, step),
            Self::Checking(state) => state.answered(&answer, step),
            Self::AwaitCommit(AwaitCommit { tag: due }) if tag == due => AwaitCommit::answered(due, &answer, step),
            // A Commit Response that comes in a later session settles the doubt.
            Self::InDoubt(InDoubt { tag: due, .. })
            | Self::SavingDoubt(SavingDoubt { tag: due, .. })
            | Self::SettlingDoubt(SettlingDoubt { tag: due, .. })
                if tag == due =>
            {
                AwaitCommit::answered(due, &answer, step)
            }
            Self::SettlingDoubt(state) => state.answered(&answer, step),
            Self::Closing(state) => state.answered(tag, &answer, step),
            state => state,
        }
    }

    /// Store, compute or north ended a step.
    fn advance(self, event: Event, step: &mut Step<'_>) -> Option<Self> {
        let stage = match (self, event) {
            (
                state @ (Self::AwaitPublic(_) | Self::AwaitKey(_)),
                Event::Public(_, Err(PowerFault::Busy))
                | Event::Shared(_, Err(PowerFault::Busy))
                | Event::Both(_, Err(PowerFault::Busy)),
            ) => state.put_off(PowerFault::Busy.into(), step),
            (
                state @ (Self::AwaitPublic(_) | Self::AwaitKey(_) | Self::Staging(_)),
                Event::North(_, Err(NorthFault::Unreachable)),
            ) => state.put_off(NorthFault::Unreachable.into(), step),
            (
                Self::AwaitPublic(_) | Self::AwaitKey(_),
                Event::Public(_, Err(fault)) | Event::Shared(_, Err(fault)) | Event::Both(_, Err(fault)),
            ) => step.fail(Outcome::Failed, fault.into()),
            (Self::AwaitPublic(_) | Self::AwaitKey(_) | Self::Staging(_), Event::North(_, Err(fault))) => {
                step.fail(Outcome::AcFailed, fault.into())
            }
            (Self::AwaitPublic(state), Event::Public(_, Ok((y, bs_result)))) => state.made(y, bs_result, step),
            (Self::AwaitPublic(state), Event::North(_, Ok(NorthAnswer::PublicValues(values)))) => {
                state.given(values, step)
            }
            (Self::AwaitKey(state), Event::Shared(_, Ok(k))) => state.computed(None, &k, step),
            (Self::AwaitKey(state), Event::Both(_, Ok((bs_result, k)))) => state.computed(Some(bs_result), &k, step),
            (Self::AwaitKey(state), Event::North(_, Ok(answer))) => state.generated(answer, step),
            (Self::SavingPending(state), Event::Durable(_)) => state.durable(step),
            (Self::Staging(_), Event::North(_, Ok(_))) => SavingCommitSent::enter(State::Staged, step),
            (Self::SavingCommitSent(state), Event::Durable(_)) => state.durable(step),
            (Self::SavingDoubt(state), Event::Durable(_)) => state.durable(step),
            (Self::SavingUndone(state), Event::Durable(_)) => state.durable(step),
            (Self::SavingCommitted(_), Event::Durable(_)) => Closing::enter(step),
            (Self::Activating(state), Event::North(_, Ok(_))) => state.done(step),
            (Self::Activating(state), Event::North(_, Err(fault))) => state.refused(fault, step),
            (Self::SavingEnd(state), Event::Durable(_)) => {
                state.durable(step);
                return None;
            }
            (state, _) => state,
        };
        Some(stage.with_early_answers(step))
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
            state if !due => state.called_for(step),
            Self::Activating(state) => state.again(step),
            Self::Closing(_) => Activating::begin(step),
            Self::AwaitPublic(_) | Self::AwaitKey(_) if step.way() == Way::Perform => {
                step.fail(Outcome::Failed, PowerFault::Failed.into())
            }
            state @ (Self::AwaitPublic(_) | Self::AwaitKey(_) | Self::Staging(_)) => {
                state.put_off(NorthFault::Unreachable.into(), step)
            }
            state => {
                step.out.push(Action::CloseSession);
                step.course.here = false;
                state.session_lost(step)
            }
        }
    }

    /// The handset is gone. Before the Commit Request has left nothing is lost: the exchange starts again at the next
    /// contact, with a fresh y. After it, doubt begins.
    fn session_lost(self, step: &mut Step<'_>) -> Self {
        match self {
            Self::AwaitCommit(state) => SavingDoubt::enter(state.tag, Cause::Silent(step.commit_name()), false, step),
            Self::SettlingDoubt(state) => state.session_lost(step),
            Self::Closing(_) => Activating::begin(step),
            state if !state.may_begin_again() => state,
            under_way => under_way.begin_again(Cause::Silent(under_way.waits_for()), step),
        }
    }

    /// The handset was let go while the store or the north had the word. What it holds of the exchange is gone with the session, unless
    /// its model keeps it, or nothing was sent yet.
    fn let_go(self, step: &mut Step<'_>) -> Self {
        let nothing_sent = matches!(self, Self::AwaitPublic(_));
        if self.needs_handset_next() && (nothing_sent || step.course.model.survives_session) {
            return self;
        }
        self.session_lost(step)
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
        step.forget();
        step.course.here = false;
        step.course.state = State::Requested;
        step.course.deadline = None;
        step.want_handset_later();
        Self::Requested(Requested)
    }

    /// Calls the handset if it is wanted, absent, and the time has come.
    fn called_for(self, step: &mut Step<'_>) -> Self {
        let wanted = matches!(self, Self::Requested(_) | Self::InDoubt(_)) || step.course.held.is_some();
        if wanted && !step.course.here {
            step.call_handset();
        } else {
            step.forget_due_call();
        }
        self
    }

    /// It was called, or could not be.
    fn called(self, done: bool, step: &mut Step<'_>) -> Self {
        if done && matches!(self, Self::Requested(_)) {
            step.course.state = State::Notified;
        }
        self
    }

    /// Whether what comes next goes to the handset, once store or north have done their part.
    fn needs_handset_next(&self) -> bool {
        matches!(
            self,
            Self::AwaitPublic(_)
                | Self::AwaitKey(_)
                | Self::SavingPending(_)
                | Self::Staging(_)
                | Self::SavingCommitSent(_)
        )
    }

    fn waits_for(&self) -> &'static str {
        match self {
            Self::Opening(state) => state.name(),
            Self::AwaitKeyAccepted(_) => Request::MsKey.name(),
            Self::AwaitMobileResult(_) => Request::KeyGeneration.name(),
            Self::Discovering(_) => Request::Capability.name(),
            Self::Creating(_) => nodes::ADD,
            Self::Filling(_) => nodes::REPLACE,
            Self::Computing(_) => nodes::COMPUTE,
            Self::ReadingResult(_) => nodes::MS_RESULT,
            Self::Deriving(_) => nodes::DERIVE,
            Self::Checking(_) => nodes::CHECK,
            _ => "session",
        }
    }

    /// Whether it goes back to the start when the handset is lost.
    fn may_begin_again(&self) -> bool {
        self.may_expire() && !matches!(self, Self::Requested(_))
    }

    /// Whether the exchange can still be given up: no Commit Request has left, and it is not ending already.
    pub(super) fn may_expire(&self) -> bool {
        !matches!(
            self,
            Self::AwaitCommit(_)
                | Self::SavingDoubt(_)
                | Self::InDoubt(_)
                | Self::SettlingDoubt(_)
                | Self::SavingUndone(_)
                | Self::SavingCommitted(_)
                | Self::Closing(_)
                | Self::Activating(_)
                | Self::SavingEnd(_)
        )
    }

    /// Whether it is what a stop waits for: the store's steps, and the activation.
    pub(super) fn is_settling(&self) -> bool {
        matches!(
            self,
            Self::SavingPending(_)
                | Self::SavingCommitSent(_)
                | Self::SavingDoubt(_)
                | Self::SavingUndone(_)
                | Self::SavingCommitted(_)
                | Self::Activating(_)
                | Self::SavingEnd(_)
        )
    }

    /// Whether the handset may use either key.
    pub(super) fn is_in_doubt(&self) -> bool {
        matches!(self, Self::SavingDoubt(_) | Self::InDoubt(_) | Self::SettlingDoubt(_))
    }
}

impl Event {
    /// Whether it brings what was asked for.
    fn is_good(&self) -> bool {
        matches!(
            self,
            Self::Public(_, Ok(_))
                | Self::Shared(_, Ok(_))
                | Self::Both(_, Ok(_))
                | Self::North(_, Ok(_))
                | Self::Durable(_)
        )
    }
}
