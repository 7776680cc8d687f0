//! The doubt that a Commit without an answer leaves, and how it is settled: by a late answer; in the `nodes` dialect by `KeyVersion`;
//! else by a new exchange, whose commit supersedes both keys.
//!
//! A group of the states of [`super::Stage`]; called by it alone.

use super::commit::SavingCommitted;
use super::ending::SavingEnd;
use super::opening::{self, Requested};
use super::{Stage, Step};
use crate::exchange::{Action, Cause, Record, SouthAnswer, SouthRequest, Tag, messages, values};
use crate::limits;
use crate::words::{Dialect, Outcome, State};

/// The mark that the handset may use either key is on its way to the disk.
pub(in crate::exchange) struct SavingDoubt {
    pub(super) tag: Tag,
    pub(super) cause: Cause,
    /// Whether the handset is here, without its answer to the Commit.
    pub(super) back: bool,
}

/// The answer to the Commit never came. It may still come, in a later session.
pub(in crate::exchange) struct InDoubt {
    pub(super) tag: Tag,
    pub(super) cause: Cause,
}

/// The handset is asked which key it uses.
pub(in crate::exchange) struct SettlingDoubt {
    pub(super) tag: Tag,
    cause: Cause,
    asks: Asks,
}

/// What of it is under way. A `KeyVersion` that has not risen says nothing of a Commit that the handset has taken and is still about; a new temporary
/// node ends the older one with its key, and what is read after that stands.
#[derive(Clone, Copy)]
enum Asks {
    KeyVersion,
    NewNode,
    KeyVersionAgain,
}

/// The handset has not committed; the record of that is on its way to the disk.
pub(in crate::exchange) struct SavingUndone;

impl SavingDoubt {
    /// `here`: the handset has answered, but not so that anybody could tell.
    pub(super) fn enter(tag: Tag, cause: Cause, here: bool, step: &mut Step<'_>) -> Stage {
        step.course.deadline = None;
        // `KeyVersion` went out with the Commit where they are joined: a handset that did not run the one may have refused the other.
        step.forget_ahead();
        let back = here && can_tell(step);
        if here && !back {
            step.out.push(Action::CloseSession);
        }
        let end = step.end(Outcome::InDoubt, Some(cause.clone()));
        let call = step.call();
        let record = Record { end: Some(end), ..Record::of(State::CommitSent) };
        step.out.push(Action::Persist(call, record));
        Stage::SavingDoubt(Self { tag, cause, back })
    }

    pub(super) fn durable(self, step: &mut Step<'_>) -> Stage {
        let doubt = InDoubt { tag: self.tag, cause: self.cause };
        if self.back {
            return doubt.opened(step);
        }
        step.want_handset();
        Stage::InDoubt(doubt).called_for(step)
    }
}

impl InDoubt {
    /// The handset is here, without an answer to the Commit.
    pub(super) fn opened(self, step: &mut Step<'_>) -> Stage {
        if can_tell(step) {
            step.ask(values::key_version());
            return Stage::SettlingDoubt(SettlingDoubt { tag: self.tag, cause: self.cause, asks: Asks::KeyVersion });
        }
        let end = step.end(Outcome::InDoubt, Some(self.cause));
        SavingEnd::enter(end, false, step)
    }
}

impl Stage {
    /// The Commit that is in doubt, as it would be asked for again.
    pub(in crate::exchange) fn unanswered_commit(
        &self,
        dialect: Dialect,
        temporary: Option<&str>,
    ) -> Option<(Tag, SouthRequest)> {
        let (Self::InDoubt(InDoubt { tag, .. }) | Self::SavingDoubt(SavingDoubt { tag, .. })) = self else {
            return None;
        };
        let request = match dialect {
            Dialect::Is683 => SouthRequest::Carry(messages::commit_request()),
            Dialect::Nodes => SouthRequest::Run(format!("{}/Commit", temporary.unwrap_or("X")), None),
        };
        Some((*tag, request))
    }
}

/// An operator knows whether the handset has committed.
pub(super) fn settled(committed: bool, step: &mut Step<'_>) -> Stage {
    step.out.push(Action::ForgetSouth);
    step.forget_answers();
    if committed { SavingCommitted::enter(step) } else { step.fail(Outcome::Failed, Cause::NotCommitted) }
}

/// Whether `KeyVersion` will tell which key the handset uses.
fn can_tell(step: &Step<'_>) -> bool {
    step.dialect() == Dialect::Nodes && step.course.version.key_version_before.is_some()
}

impl SettlingDoubt {
    pub(super) fn answered(self, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        let before = step.course.version.key_version_before.unwrap_or_default();
        match (self.asks, values::number(answer)) {
            (Asks::NewNode, _) if *answer == SouthAnswer::Done => {
                step.ask(values::key_version());
                Stage::SettlingDoubt(Self { asks: Asks::KeyVersionAgain, ..self })
            }
            (Asks::KeyVersion | Asks::KeyVersionAgain, Some(now)) if now == before.wrapping_add(1) => {
                step.course.version.key_version_after = Some(now);
                step.forget_answers();
                let fence = step.course.temporary.take().filter(|_| matches!(self.asks, Asks::KeyVersionAgain));
                let stage = SavingCommitted::enter(step);
                // It is there still, and is to be deleted.
                step.out.extend(fence.map(|node| Action::Temporary(Some(node.path().to_owned()))));
                stage
            }
            (Asks::KeyVersion, Some(now)) if now == before => {
                step.course.fences += 1;
                let temporary = step.new_temporary();
                let create = temporary.create();
                step.course.temporary = Some(temporary);
                step.ask(create);
                Stage::SettlingDoubt(Self { asks: Asks::NewNode, ..self })
            }
            (Asks::KeyVersionAgain, Some(now)) if now == before => SavingUndone::enter(step),
            _ => {
                let end = step.end(Outcome::InDoubt, Some(self.cause));
                SavingEnd::enter(end, false, step)
            }
        }
    }

    /// It left before it could say.
    pub(super) fn session_lost(self, step: &mut Step<'_>) -> Stage {
        step.course.deadline = None;
        step.want_handset_later();
        Stage::InDoubt(InDoubt { tag: self.tag, cause: self.cause })
    }
}

impl SavingUndone {
    /// The exchange begins again, in this session, with a fresh y.
    fn enter(step: &mut Step<'_>) -> Stage {
        step.course.losses += 1;
        if step.course.losses >= limits::SESSIONS_PER_EXCHANGE {
            return step.fail(Outcome::Failed, Cause::NotCommitted);
        }
        step.forget();
        step.course.deadline = None;
        step.course.state = State::InSession;
        let call = step.call();
        step.out.push(Action::Persist(call, Record::of(State::InSession)));
        Stage::SavingUndone(Self)
    }

    pub(super) fn durable(self, step: &mut Step<'_>) -> Stage {
        if step.course.here {
            return opening::choose_and_begin(step);
        }
        // It has been let go meanwhile.
        step.course.state = State::Requested;
        step.want_handset_later();
        Stage::Requested(Requested)
    }
}
