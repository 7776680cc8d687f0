//! How an exchange goes on in a later process than the one in which it began.
//!
//! What was under way between handset, compute and north is gone with the process; only what was made durable counts. Before the mark of the
//! Commit was durable no Commit Request has left: the exchange begins again, with a fresh y. After it, one may have left: doubt.
//! Called by [`super::super::Exchange::resumed`].

use super::doubt::{InDoubt, SavingDoubt};
use super::opening::Requested;
use super::{Course, Stage, Step};
use crate::exchange::{Action, Cause, Key, Stood, Tag, Terms};
use crate::words::{State, Time, Way};

/// The state to go on from.
pub(in crate::exchange) fn resume(now: Time, stood: Stood, terms: &Terms, out: &mut Vec<Action>) -> (Stage, Course) {
    let Stood { state, choice, version, commit, doubt, key, asked, overtaken, call, call_at } = stood;
    let tag = commit.unwrap_or(Tag(0));
    // The first step that is durable once it has been chosen how is that of the key: the centre may hold something.
    let got_far = choice.is_some();
    let mut course = Course::go_on_from(tag, call);
    (course.choice, course.version) = (choice, version);
    (course.north_holds, course.seen, course.overtaken) = (asked || got_far, got_far, overtaken);
    let mut step = Step { now, terms, course: &mut course, out };
    let stage = match doubt {
        Some(cause) => {
            step.course.state = State::CommitSent;
            step.course.expect(tag);
            step.take_over(key);
            step.want_handset_at(call_at);
            Stage::InDoubt(InDoubt { tag, cause: Cause::Before(cause) })
        }
        None if state >= State::CommitSent => {
            step.course.state = State::CommitSent;
            step.course.expect(tag);
            step.take_over(key);
            let cause = Cause::Silent(step.commit_name());
            SavingDoubt::enter(tag, cause, false, &mut step)
        }
        None => {
            step.course.state = State::Requested;
            step.want_handset_at(call_at);
            Stage::Requested(Requested)
        }
    };
    (stage, course)
}

impl Step<'_> {
    /// The key of a Commit that may have left: it is staged anew where it is not certain that the centre holds it.
    fn take_over(&mut self, key: Option<Key>) {
        if self.unawaited() || self.course.overtaken {
            self.course.unstaged = key;
        } else if !self.terms.knows_exchanges {
            self.course.staged = key;
        }
    }

    /// Whether the Commit Request leaves before the centre has said that it holds the key.
    pub(super) fn unawaited(&self) -> bool {
        self.terms.commit_without_ac && self.way() == Way::Perform
    }
}
