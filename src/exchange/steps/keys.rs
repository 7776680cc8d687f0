//! From MS_RESULT to the new key on both sides, neither of which uses it yet. The same for both dialects.
//!
//! A group of the states of [`super::Stage`]; called by it alone.

use super::commit::SavingCommitSent;
use super::nodes::Deriving;
use super::opening::{Half, Numbers};
use super::{Stage, Step};
use crate::exchange::key::Key;
use crate::exchange::messages;
use crate::exchange::north::{Ask, NorthAnswer, PublicValues};
use crate::exchange::values::Check;
use crate::exchange::{Action, Cause, Record};
use crate::words::{Dialect, Order, Outcome, State};

/// MS_RESULT is here; K is being computed, by us or by the authentication centre.
pub(in crate::exchange) struct AwaitKey {
    values: PublicValues,
    ms_result: Vec<u8>,
}

/// Perform: the pending key is on its way to the disk.
pub(in crate::exchange) struct SavingPending {
    key: Key,
    bs_result: Vec<u8>,
    check: Check,
}

/// Perform: the authentication centre is taking the key beside the one in use.
pub(in crate::exchange) struct Staging;

impl AwaitKey {
    /// `message` brought MS_RESULT, which is 1 to as many octets as P.
    pub(super) fn enter(numbers: Numbers, ms_result: Vec<u8>, message: &'static str, step: &mut Step<'_>) -> Stage {
        let Numbers { values, half } = numbers;
        let group = step.terms.group.clone();
        let call = step.call();
        let action = match half {
            Half::Relay => Action::Ask(call, Ask::Generate { ms_result: ms_result.clone() }),
            perform => match (group.check_partial_key(&ms_result), perform) {
                (Ok(ms_result), Half::Perform { y }) => Action::Share { call, group, ms_result, y },
                (Ok(ms_result), _) => {
                    Action::MakeBoth { call, group, exponent_bits: step.terms.exponent_bits, ms_result }
                }
                (Err(error), _) => {
                    let what = format!("MS_RESULT {error}");
                    return step.fail(Outcome::Failed, Cause::BadAnswer { message, what });
                }
            },
        };
        step.out.push(action);
        step.wait_for_north();
        Stage::AwaitKey(Self { values, ms_result })
    }

    /// We have K, and BS_RESULT now if it was made together with it.
    pub(super) fn computed(self, bs_result: Option<Vec<u8>>, k: &akeyd_hw::SharedSecret, step: &mut Step<'_>) -> Stage {
        let PublicValues { param_p, param_g, bs_result: first, .. } = self.values;
        let bs_result = bs_result.or(first).unwrap_or_default();
        let check = Check::new(k, &param_p, &param_g, &self.ms_result, &bs_result);
        let key = Key::cut(step.kind(), k);
        step.course.state = State::Pending;
        let call = step.call();
        step.out.push(Action::Persist(call, Record { key: Some(key.copy()), ..Record::of(State::Pending) }));
        Stage::SavingPending(SavingPending { key, bs_result, check })
    }

    /// The authentication centre has K.
    pub(super) fn generated(self, answer: NorthAnswer, step: &mut Step<'_>) -> Stage {
        let bs_result = match (step.order(), answer) {
            (Order::MsFirst, NorthAnswer::BsResult(bs_result)) => {
                if let Err(cause) = messages::check_value("bs_result", &bs_result, &self.values.param_p) {
                    return step.fail(Outcome::AcFailed, cause);
                }
                bs_result
            }
            (Order::BsFirst, NorthAnswer::Done) => self.values.bs_result.unwrap_or_default(),
            (_, _) => {
                let what = "is missing, or came at the wrong time".to_owned();
                return step.fail(Outcome::AcFailed, Cause::BadPublicValues { field: "bs_result", what });
            }
        };
        match step.dialect() {
            Dialect::Is683 => SavingCommitSent::enter(State::Pending, step),
            Dialect::Nodes => Deriving::enter(&bs_result, None, step),
        }
    }
}

impl SavingPending {
    pub(super) fn durable(self, step: &mut Step<'_>) -> Stage {
        match step.dialect() {
            Dialect::Is683 => Staging::enter(self.key, step),
            Dialect::Nodes => Deriving::enter(&self.bs_result, Some((self.key, self.check)), step),
        }
    }
}

impl Staging {
    pub(super) fn enter(key: Key, step: &mut Step<'_>) -> Stage {
        step.course.north_holds = true;
        step.course.staged = Some(key.copy()).filter(|_| !step.terms.knows_exchanges);
        let call = step.call();
        if step.unawaited() {
            step.out.push(Action::Ask(call, Ask::Stage { key: key.copy() }));
            step.course.unstaged = Some(key);
            return SavingCommitSent::enter(State::Pending, step);
        }
        step.out.push(Action::Ask(call, Ask::Stage { key }));
        step.wait_for_north();
        Stage::Staging(Self)
    }
}
