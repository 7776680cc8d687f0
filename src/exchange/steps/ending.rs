//! How an exchange that fails, or is done, ends: the north forgets, the outcome becomes durable.
//!
//! A group of the states of [`super::Stage`]; called by it alone.

use super::{Stage, Step};
use crate::exchange::north::Ask;
use crate::exchange::{Action, End, Record};

/// The exchange failed; the north is told to forget it.
pub(in crate::exchange) struct Discarding {
    pub(super) end: End,
    pub(super) attempts: u32,
}

/// The outcome is on its way to the disk.
pub(in crate::exchange) struct SavingEnd {
    pub(super) end: End,
}

impl Discarding {
    pub(super) fn enter(end: End, attempts: u32, step: &mut Step<'_>) -> Stage {
        let way = step.way();
        let call = step.call();
        step.out.push(Action::Ask(call, Ask::Discard(way)));
        step.wait_for_north();
        Stage::Discarding(Self { end, attempts })
    }
}

impl SavingEnd {
    pub(super) fn enter(end: End, step: &mut Step<'_>) -> Stage {
        step.course.deadline = None;
        let call = step.call();
        let record = Record { state: step.course.state, end: Some(end.clone()), key: None };
        step.out.push(Action::Persist(call, record));
        Stage::SavingEnd(Self { end })
    }
}
