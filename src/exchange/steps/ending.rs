//! How an exchange that fails, or is done, ends: the outcome becomes durable, and with it that the north is to forget.
//!
//! A group of the states of [`super::Stage`]; called by it alone.

use super::{Stage, Step};
use crate::exchange::{Action, End, Record};

/// The outcome is on its way to the disk.
pub(in crate::exchange) struct SavingEnd {
    end: End,
    discards: bool,
}

impl SavingEnd {
    /// `discards`: whether the north holds something that will never be of use.
    pub(super) fn enter(end: End, discards: bool, step: &mut Step<'_>) -> Stage {
        step.course.deadline = None;
        let call = step.call();
        let record = Record { end: Some(end.clone()), discards, ..Record::of(step.course.state) };
        step.out.push(Action::Persist(call, record));
        Stage::SavingEnd(Self { end, discards })
    }

    pub(super) fn durable(self, step: &mut Step<'_>) {
        if self.discards {
            let call = step.call();
            step.out.push(Action::Discard(call, step.way()));
        }
        step.out.push(Action::Finish(self.end));
    }
}
