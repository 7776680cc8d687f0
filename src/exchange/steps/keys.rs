//! The exchange of partial keys with the handset, until the new key is held on both sides.
//!
//! A group of the states of [`super::Stage`]; called by it alone.

use std::sync::Arc;

use akeyd_hw::{AKey, Element, Exponent};

use super::commit::SavingCommitSent;
use super::{Half, Stage, Step};
use crate::exchange::messages::{self, Request};
use crate::exchange::north::{Ask, PublicValues};
use crate::exchange::{Action, Cause, Record, SouthAnswer, Tag};
use crate::words::{Outcome, State, Way};

/// The handset has P and G.
pub(in crate::exchange) struct AwaitKeyAccepted {
    pub(super) tag: Tag,
    pub(super) half: Half,
    pub(super) bs_result: Vec<u8>,
    p_octets: usize,
}

/// The handset has BS_RESULT and computes.
pub(in crate::exchange) struct AwaitMobileResult {
    pub(super) tag: Tag,
    pub(super) half: Half,
    pub(super) p_octets: usize,
}

/// MS_RESULT is here; K is being computed, by us or by the authentication centre.
pub(in crate::exchange) struct AwaitKey {
    pub(super) way: Way,
}

/// Perform: the pending key is on its way to the disk.
pub(in crate::exchange) struct SavingPending {
    pub(super) key: AKey,
}

/// Perform: the authentication centre is taking the key beside the one in use.
pub(in crate::exchange) struct Staging;

impl AwaitKeyAccepted {
    pub(super) fn enter(half: Half, values: PublicValues, step: &mut Step<'_>) -> Stage {
        match messages::ms_key_request(&values) {
            Ok(octets) => {
                let tag = step.carry(octets);
                let p_octets = values.param_p.len();
                Stage::AwaitKeyAccepted(Self { tag, half, bs_result: values.bs_result, p_octets })
            }
            Err(cause) => step.fail(Outcome::Failed, cause),
        }
    }

    pub(super) fn answered(self, answer: SouthAnswer, step: &mut Step<'_>) -> Stage {
        if let Err(refusal) = messages::ms_key_accepted(&answer) {
            return step.fail(refusal.outcome, refusal.cause);
        }
        match messages::key_generation_request(&self.bs_result) {
            Ok(octets) => {
                let tag = step.carry(octets);
                Stage::AwaitMobileResult(AwaitMobileResult { tag, half: self.half, p_octets: self.p_octets })
            }
            Err(cause) => step.fail(Outcome::Failed, cause),
        }
    }
}

impl AwaitMobileResult {
    pub(super) fn answered(self, answer: SouthAnswer, step: &mut Step<'_>) -> Stage {
        let ms_result = match messages::ms_result(&answer, self.p_octets) {
            Ok(value) => value,
            Err(refusal) => return step.fail(refusal.outcome, refusal.cause),
        };
        match self.half {
            Half::Perform { y } => match step.terms.group.check_partial_key(&ms_result) {
                Ok(element) => AwaitKey::compute(element, y, step),
                Err(error) => {
                    let message = Request::KeyGeneration.name();
                    step.fail(Outcome::Failed, Cause::BadAnswer { message, what: format!("MS_RESULT {error}") })
                }
            },
            Half::Relay => {
                let call = step.call();
                step.out.push(Action::Ask(call, Ask::Generate { ms_result }));
                step.wait_for_north();
                Stage::AwaitKey(AwaitKey { way: Way::Relay })
            }
        }
    }
}

impl AwaitKey {
    pub(super) fn compute(ms_result: Element, y: Arc<Exponent>, step: &mut Step<'_>) -> Stage {
        let call = step.call();
        step.out.push(Action::Share { call, group: step.terms.group.clone(), ms_result, y });
        step.wait_for_north();
        Stage::AwaitKey(Self { way: Way::Perform })
    }

    pub(super) fn computed(self, key: AKey, step: &mut Step<'_>) -> Stage {
        step.course.state = State::Pending;
        let call = step.call();
        step.out.push(Action::Persist(call, Record { state: State::Pending, end: None, key: Some(key.copy()) }));
        Stage::SavingPending(SavingPending { key })
    }

    pub(super) fn generated(self, step: &mut Step<'_>) -> Stage {
        match self.way {
            Way::Relay => SavingCommitSent::enter(State::Pending, step),
            Way::Perform => Stage::AwaitKey(self),
        }
    }
}

impl SavingPending {
    pub(super) fn durable(self, step: &mut Step<'_>) -> Stage {
        step.course.north_holds = true;
        let call = step.call();
        step.out.push(Action::Ask(call, Ask::Stage { key: self.key }));
        step.wait_for_north();
        Stage::Staging(Staging)
    }
}
