//! From the Commit to the key in use on both sides.
//!
//! A group of the states of [`super::Stage`]; called by it alone.

use super::course::backoff_ms;
use super::doubt::SavingDoubt;
use super::ending::SavingEnd;
use super::nodes::{COMMIT, rejected};
use super::{Stage, Step};
use crate::exchange::messages::{self, Committed, Refusal, Request};
use crate::exchange::north::Ask;
use crate::exchange::values;
use crate::exchange::{Action, Cause, NorthFault, Preamble, Record, SouthAnswer, SouthRequest, Tag};
use crate::is683::ResultCode;
use crate::limits;
use crate::words::{Dialect, Outcome, State};

/// The mark that a Commit leaves is on its way to the disk.
pub(in crate::exchange) struct SavingCommitSent {
    tag: Tag,
}

/// The Commit has left.
pub(in crate::exchange) struct AwaitCommit {
    pub(super) tag: Tag,
}

/// The handset uses the new key; the record of it is on its way to the disk.
pub(in crate::exchange) struct SavingCommitted;

/// A last word with the handset: it ends its OTAPA session, or says its new `KeyVersion`. Nothing depends on it.
pub(in crate::exchange) struct Closing {
    key_version: Option<Tag>,
}

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
        let (call, tag) = (step.call(), step.next_tag());
        step.out.push(Action::Persist(call, Record { commit: Some(tag), ..Record::of(State::CommitSent) }));
        Stage::SavingCommitSent(Self { tag })
    }

    pub(super) fn durable(self, step: &mut Step<'_>) -> Stage {
        AwaitCommit::enter(self.tag, step)
    }
}

impl AwaitCommit {
    /// `tag`: the name under which the Commit was made durable.
    fn enter(tag: Tag, step: &mut Step<'_>) -> Stage {
        step.course.state = State::CommitSent;
        let tags = match (step.dialect(), &step.course.temporary) {
            (Dialect::Nodes, Some(temporary)) => {
                let commit = temporary.commit();
                step.south_ahead(vec![commit], step.course.model.joins_nodes, vec![values::key_version()])
            }
            _ => step.south(vec![SouthRequest::Carry(messages::commit_request())]),
        };
        debug_assert_eq!(tags, [tag], "nothing was asked of the handset meanwhile");
        Stage::AwaitCommit(Self { tag })
    }

    pub(super) fn answered(tag: Tag, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        let committed = match step.dialect() {
            Dialect::Is683 => messages::committed(answer),
            Dialect::Nodes => committed(answer),
        };
        match committed {
            Committed::Yes => SavingCommitted::enter(step),
            Committed::No(refusal) => step.fail(refusal.outcome, refusal.cause),
            Committed::Unknown(cause) => SavingDoubt::enter(tag, cause, step.course.here, step),
        }
    }
}

/// What the answer to Exec of `Commit` says.
fn committed(answer: &SouthAnswer) -> Committed {
    match answer {
        SouthAnswer::Done => Committed::Yes,
        SouthAnswer::Ran(code) if *code == ResultCode::ACCEPTED => Committed::Yes,
        SouthAnswer::Ran(code) => {
            let (outcome, cause) = rejected(COMMIT, *code);
            Committed::No(Refusal { outcome, cause })
        }
        SouthAnswer::Refused(status) => {
            let cause = Cause::Status { message: COMMIT, status: *status };
            if messages::never_arrived(answer) { Committed::No(cause.into()) } else { Committed::Unknown(cause) }
        }
        SouthAnswer::Reverse(_) | SouthAnswer::Value(_) | SouthAnswer::Unfetched(_) => {
            Committed::Unknown(Cause::BadAnswer { message: COMMIT, what: "an answer to something else".into() })
        }
    }
}

impl SavingCommitted {
    pub(super) fn enter(step: &mut Step<'_>) -> Stage {
        step.course.state = State::Committed;
        step.course.deadline = None;
        step.course.temporary = None;
        if step.dialect() == Dialect::Nodes {
            step.out.push(Action::Temporary(None));
        }
        let call = step.call();
        step.out.push(Action::Persist(call, Record::of(State::Committed)));
        Stage::SavingCommitted(Self)
    }
}

impl Closing {
    /// The new key is durably known to be live. The centre does not wait long for what is left to say.
    pub(super) fn enter(step: &mut Step<'_>) -> Stage {
        let last = match step.dialect() {
            Dialect::Nodes if step.course.version.key_version_after.is_none() => Some(values::key_version()),
            Dialect::Is683 if step.course.model.preamble.contains(&Preamble::Otapa) => {
                Some(SouthRequest::Carry(messages::otapa_request(false)))
            }
            _ => None,
        };
        match last.filter(|_| step.course.here) {
            Some(request) => {
                let asks_version = request == values::key_version();
                let tag = step.ask(request);
                step.course.deadline = Some(step.now.plus(limits::CLOSING_MS));
                Stage::Closing(Self { key_version: asks_version.then_some(tag) })
            }
            None => Activating::begin(step),
        }
    }

    pub(super) fn answered(self, tag: Tag, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        if self.key_version == Some(tag) {
            step.course.version.key_version_after = values::number(answer);
        }
        Activating::begin(step)
    }
}

impl Activating {
    /// The handset is let go.
    pub(super) fn begin(step: &mut Step<'_>) -> Stage {
        step.out.push(Action::CloseSession);
        if step.course.overtaken && step.course.unstaged.is_none() {
            // The centre would make another key live than the handset has.
            let end = step.end(Outcome::AcFailed, Some(Cause::Overtaken));
            return SavingEnd::enter(end, false, step);
        }
        Self::enter(0, 0, step)
    }

    /// The centre has done what it was asked.
    pub(super) fn done(self, step: &mut Step<'_>) -> Stage {
        if step.course.unstaged.take().is_some() {
            // It holds the key at last.
            return Self::enter(0, self.refusals, step);
        }
        step.course.state = State::Activated;
        let end = step.end(Outcome::Updated, None);
        SavingEnd::enter(end, false, step)
    }

    /// Asks once more.
    pub(super) fn again(self, step: &mut Step<'_>) -> Stage {
        Self::enter(self.attempts + 1, self.refusals, step)
    }

    /// An authentication centre that cannot be reached is asked until it can: the handset uses the new key already. One that
    /// refuses again and again has lost the key; only another exchange helps.
    pub(super) fn refused(self, fault: NorthFault, step: &mut Step<'_>) -> Stage {
        if fault == NorthFault::Removed {
            let end = step.end(Outcome::Failed, Some(Cause::Removed));
            return SavingEnd::enter(end, false, step);
        }
        let refusals = self.refusals + u32::from(matches!(fault, NorthFault::Refused(_)));
        if refusals >= limits::ACTIVATION_REFUSALS {
            let end = step.end(Outcome::AcFailed, Some(fault.into()));
            return SavingEnd::enter(end, false, step);
        }
        step.course.deadline = Some(step.now.plus(backoff_ms(self.attempts)));
        Stage::Activating(Self { refusals, ..self })
    }

    pub(super) fn enter(attempts: u32, refusals: u32, step: &mut Step<'_>) -> Stage {
        step.forget_answers();
        let call = step.call();
        let ask = match &step.course.unstaged {
            Some(key) => Ask::Stage { key: key.copy() },
            None => Ask::Activate(step.way()),
        };
        step.out.push(Action::Ask(call, ask));
        step.wait_for_north();
        Stage::Activating(Self { attempts, refusals })
    }
}

impl Step<'_> {
    /// The name of the Commit in the dialect that is spoken.
    pub(super) fn commit_name(&self) -> &'static str {
        match self.dialect() {
            Dialect::Is683 => Request::Commit.name(),
            Dialect::Nodes => COMMIT,
        }
    }
}
