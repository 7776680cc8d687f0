//! Dialect `nodes`: the temporary node is created, filled and executed until MS_RESULT is there; and, when K is, Derive and its check.
//!
//! A group of the states of [`super::Stage`]; called by it alone. The handset deletes the node when it has committed; one that is left
//! behind is told by [`Action::Temporary`], and deleted in the next session.

use super::commit::SavingCommitSent;
use super::keys::{AwaitKey, Staging};
use super::opening::{Half, Numbers, refused};
use super::{Stage, Step};
use crate::exchange::key::Key;
use crate::exchange::north::Ask;
use crate::exchange::values::{self, Check, Temporary};
use crate::exchange::{Action, Cause, SouthAnswer, SouthRequest, Tag};
use crate::is683::ResultCode;
use crate::words::{Order, Outcome, State};

pub(super) const ADD: &str = "Add X/<id>";
pub(super) const REPLACE: &str = "Replace in X/<id>";
pub(super) const COMPUTE: &str = "Exec Compute";
pub(super) const MS_RESULT: &str = "Get MSResult";
pub(super) const DERIVE: &str = "Exec Derive";
pub(super) const CHECK: &str = "Get Check";
pub(super) const COMMIT: &str = "Exec Commit";

/// The temporary node is being made; `KeyVersion` is read beside it.
pub(in crate::exchange) struct Creating {
    numbers: Numbers,
    key_version: Tag,
}

/// P and G are being written.
pub(in crate::exchange) struct Filling {
    numbers: Numbers,
}

/// The handset computes MS_RESULT.
pub(in crate::exchange) struct Computing {
    numbers: Numbers,
}

/// MS_RESULT is being read.
pub(in crate::exchange) struct ReadingResult {
    numbers: Numbers,
}

/// The handset has BS_RESULT and computes K.
pub(in crate::exchange) struct Deriving {
    key: Option<(Key, Check)>,
}

/// Perform: the handset's check value is being read.
pub(in crate::exchange) struct Checking {
    key: Key,
    check: Check,
}

impl Creating {
    pub(super) fn enter(numbers: Numbers, step: &mut Step<'_>) -> Stage {
        let temporary = step.new_temporary();
        let later = step.later(&temporary, &numbers);
        let first = vec![values::key_version(), temporary.create()];
        step.course.temporary = Some(temporary);
        let tags = step.south_ahead(first, step.course.model.joins_nodes, later);
        let key_version = tags.first().copied().unwrap_or(Tag(0));
        Stage::Creating(Self { numbers, key_version })
    }

    pub(super) fn answered(self, tag: Tag, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        if tag == self.key_version {
            step.course.version.key_version_before = values::number(answer);
        } else if let Some(stage) = step.trouble(ADD, answer) {
            return stage;
        }
        if !step.is_answered() {
            return Stage::Creating(self);
        }
        let Some(temporary) = &step.course.temporary else { return Stage::Creating(self) };
        let fill = temporary.fill(&self.numbers.values, step.kind());
        step.south(fill);
        Stage::Filling(Filling { numbers: self.numbers })
    }
}

impl Step<'_> {
    /// A node that the handset is to make: a new id for each attempt.
    pub(super) fn new_temporary(&mut self) -> Temporary {
        let number = self.terms.id.0.wrapping_add(u64::from(self.course.attempt()));
        let temporary = Temporary::new(number);
        self.out.push(Action::Temporary(Some(temporary.path().to_owned())));
        temporary
    }
}

impl Filling {
    pub(super) fn answered(self, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        if let Some(stage) = step.trouble(REPLACE, answer) {
            return stage;
        }
        match &step.course.temporary {
            Some(temporary) if step.is_answered() => {
                let compute = temporary.compute();
                step.ask(compute);
                Stage::Computing(Computing { numbers: self.numbers })
            }
            _ => Stage::Filling(self),
        }
    }
}

impl Computing {
    pub(super) fn answered(self, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        if let Some(stage) = step.trouble(COMPUTE, answer) {
            return stage;
        }
        if matches!(self.numbers.half, Half::Relay) && step.order() == Order::MsFirst {
            let call = step.call();
            step.out.push(Action::Ask(call, Ask::Computed));
        }
        if let Some(read) = step.course.temporary.as_ref().map(Temporary::ms_result) {
            step.ask(read);
        }
        Stage::ReadingResult(ReadingResult { numbers: self.numbers })
    }
}

impl ReadingResult {
    pub(super) fn answered(self, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        let p_octets = self.numbers.values.param_p.len();
        match answer {
            SouthAnswer::Value(octets) if (1..=p_octets).contains(&octets.len()) => {
                AwaitKey::enter(self.numbers, octets.clone(), MS_RESULT, step)
            }
            SouthAnswer::Value(octets) => {
                let what = format!("MS_RESULT of {} octets where P has {p_octets}", octets.len());
                step.fail(Outcome::Failed, Cause::BadAnswer { message: MS_RESULT, what })
            }
            other => step.out_of_place(MS_RESULT, other),
        }
    }
}

impl Deriving {
    /// `key`: what we computed, where we did.
    pub(super) fn enter(bs_result: &[u8], key: Option<(Key, Check)>, step: &mut Step<'_>) -> Stage {
        if let Some(temporary) = &step.course.temporary {
            let (derive, check) = (temporary.derive(bs_result), temporary.check());
            let later = key.iter().map(|_| check.clone()).collect();
            step.south_ahead(vec![derive], step.course.model.joins_nodes, later);
        }
        Stage::Deriving(Self { key })
    }

    pub(super) fn answered(self, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        if let Some(stage) = step.trouble(DERIVE, answer) {
            return stage;
        }
        match self.key {
            Some((key, check)) => {
                if let Some(read) = step.course.temporary.as_ref().map(Temporary::check) {
                    step.ask(read);
                }
                Stage::Checking(Checking { key, check })
            }
            None => SavingCommitSent::enter(State::Pending, step),
        }
    }
}

impl Checking {
    pub(super) fn answered(self, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        match answer {
            SouthAnswer::Value(said) if self.check.fits(said) => Staging::enter(self.key, step),
            SouthAnswer::Value(_) => step.fail(Outcome::Failed, Cause::CheckDiffers),
            other => step.out_of_place(CHECK, other),
        }
    }
}

/// A step that the handset refused by itself.
pub(super) fn rejected(message: &'static str, code: ResultCode) -> (Outcome, Cause) {
    (Outcome::Rejected, Cause::ResultCode { message, code })
}

impl Step<'_> {
    /// What follows the creation of the node, as far as it can be said beforehand.
    fn later(&self, temporary: &Temporary, numbers: &Numbers) -> Vec<SouthRequest> {
        let mut later = temporary.fill(&numbers.values, self.kind());
        later.extend([temporary.compute(), temporary.ms_result()]);
        if let Some(bs_result) = &numbers.values.bs_result {
            later.push(temporary.derive(bs_result));
            if !matches!(numbers.half, Half::Relay) {
                later.push(temporary.check());
            }
        }
        later
    }

    /// How the exchange goes on if a command of the dialect was not done.
    fn trouble(&mut self, message: &'static str, answer: &SouthAnswer) -> Option<Stage> {
        match answer {
            SouthAnswer::Done => None,
            SouthAnswer::Ran(code) if *code == ResultCode::ACCEPTED => None,
            SouthAnswer::Ran(code) => {
                let (outcome, cause) = rejected(message, *code);
                Some(self.fail(outcome, cause))
            }
            other => Some(self.out_of_place(message, other)),
        }
    }

    fn out_of_place(&mut self, message: &'static str, answer: &SouthAnswer) -> Stage {
        match answer {
            SouthAnswer::Refused(status) => refused(*status, Cause::Status { message, status: *status }, self),
            _ => self.fail(Outcome::Failed, Cause::BadAnswer { message, what: "an answer to something else".into() }),
        }
    }
}
