//! From the Commit Request to the key in use on both sides, and the doubt between.
//!
//! A group of the states of [`super::Stage`]; called by it alone.

use super::ending::SavingEnd;
use super::{Stage, Step, backoff_ms};
use crate::exchange::messages;
use crate::exchange::north::Ask;
use crate::exchange::{Action, Cause, NorthFault, Record, SouthAnswer, Tag};
use crate::limits;
use crate::words::{Outcome, State};

/// The mark that a Commit Request leaves is on its way to the disk.
pub(in crate::exchange) struct SavingCommitSent;

/// The Commit Request has left.
pub(in crate::exchange) struct AwaitCommit {
    pub(super) tag: Tag,
}

/// The mark that the handset may use either key is on its way to the disk.
pub(in crate::exchange) struct SavingDoubt {
    pub(super) tag: Tag,
    pub(super) cause: Cause,
    /// Whether the handset came back meanwhile, without its Commit Response.
    pub(super) back: bool,
}

/// The Commit Response never came. It may still come, in a later session.
pub(in crate::exchange) struct InDoubt {
    pub(super) tag: Tag,
    pub(super) cause: Cause,
}

/// The handset uses the new key; the record of it is on its way to the disk.
pub(in crate::exchange) struct SavingCommitted;

/// The authentication centre is making the new key live.
pub(in crate::exchange) struct Activating {
    pub(super) attempts: u32,
    /// How often the authentication centre said no.
    refusals: u32,
}

impl SavingCommitSent {
    pub(super) fn enter(from: State, step: &mut Step<'_>) -> Stage {
        step.course.state = from;
        step.course.deadline = None;
        let call = step.call();
        step.out.push(Action::Persist(call, Record { state: State::CommitSent, end: None, key: None }));
        Stage::SavingCommitSent(Self)
    }

    pub(super) fn durable(self, step: &mut Step<'_>) -> Stage {
        step.course.state = State::CommitSent;
        let tag = step.carry(messages::commit_request());
        Stage::AwaitCommit(AwaitCommit { tag })
    }
}

impl AwaitCommit {
    pub(super) fn answered(tag: Tag, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        match messages::committed(answer) {
            messages::Committed::Yes => {
                step.course.state = State::Committed;
                step.course.deadline = None;
                let call = step.call();
                step.out.push(Action::Persist(call, Record { state: State::Committed, end: None, key: None }));
                Stage::SavingCommitted(SavingCommitted)
            }
            messages::Committed::No(refusal) => step.fail(refusal.outcome, refusal.cause),
            messages::Committed::Unknown(cause) => {
                step.out.push(Action::CloseSession);
                SavingDoubt::enter(tag, cause, step)
            }
        }
    }
}

impl SavingDoubt {
    pub(super) fn enter(tag: Tag, cause: Cause, step: &mut Step<'_>) -> Stage {
        step.course.deadline = None;
        let end = step.end(Outcome::InDoubt, Some(cause.clone()));
        let call = step.call();
        step.out.push(Action::Persist(call, Record { state: State::CommitSent, end: Some(end), key: None }));
        Stage::SavingDoubt(Self { tag, cause, back: false })
    }
}

impl Activating {
    /// Asks once more.
    pub(super) fn again(self, step: &mut Step<'_>) -> Stage {
        Self::enter(self.attempts + 1, self.refusals, step)
    }

    /// An authentication centre that cannot be reached is asked until it can: the handset uses the new key already. One that
    /// refuses again and again has lost the key; only another exchange helps.
    pub(super) fn refused(self, fault: NorthFault, step: &mut Step<'_>) -> Stage {
        let refusals = self.refusals + u32::from(matches!(fault, NorthFault::Refused(_)));
        if refusals >= limits::ACTIVATION_REFUSALS {
            let end = step.end(Outcome::AcFailed, Some(fault.into()));
            return SavingEnd::enter(end, step);
        }
        step.course.deadline = Some(step.now.plus(backoff_ms(self.attempts)));
        Stage::Activating(Self { refusals, ..self })
    }

    pub(super) fn enter(attempts: u32, refusals: u32, step: &mut Step<'_>) -> Stage {
        let way = step.way();
        let call = step.call();
        step.out.push(Action::Ask(call, Ask::Activate(way)));
        step.wait_for_north();
        Stage::Activating(Self { attempts, refusals })
    }
}
