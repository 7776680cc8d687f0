//! Until the exchange has its numbers: the handset comes, says what it supports, and BS_RESULT is made.
//!
//! A group of the states of [`super::Stage`]; called by it alone.

use std::sync::Arc;

use akeyd_hw::Exponent;

use super::keys::AwaitKeyAccepted;
use super::{Half, Stage, Step};
use crate::exchange::choice::{Capability, Choice, choose};
use crate::exchange::messages;
use crate::exchange::north::{Ask, PublicValues};
use crate::exchange::{Action, South, SouthAnswer, SouthRequest, Tag};
use crate::words::{Outcome, State, Way};

/// Asked for; the handset is not here.
pub(in crate::exchange) struct Requested;

/// The handset was asked what it supports.
pub(in crate::exchange) struct Discovering {
    pub(super) otasp: Tag,
    pub(super) nodes_version: Tag,
    pub(super) nodes_revisions: Tag,
    pub(super) open: u32,
    pub(super) found: Capability,
}

/// BS_RESULT is being made, by us or by the authentication centre.
pub(in crate::exchange) struct AwaitPublic {
    pub(super) choice: Choice,
}

impl Requested {
    pub(super) fn opened(self, known: Option<Capability>, step: &mut Step<'_>) -> Stage {
        step.course.seen = true;
        step.course.state = State::InSession;
        step.wait_for_handset();
        match known {
            Some(capability) => choose_and_begin(capability, step),
            None => Discovering::enter(step),
        }
    }
}

impl Discovering {
    pub(super) fn enter(step: &mut Step<'_>) -> Stage {
        let (otasp, nodes_version, nodes_revisions) = (step.tag(), step.tag(), step.tag());
        step.out.push(Action::South(vec![
            South { tag: otasp, request: SouthRequest::Carry(messages::capability_request()) },
            South { tag: nodes_version, request: SouthRequest::Read("Ver") },
            South { tag: nodes_revisions, request: SouthRequest::Read("Revisions") },
        ]));
        let found = Capability::default();
        Stage::Discovering(Self { otasp, nodes_version, nodes_revisions, open: 3, found })
    }

    pub(super) fn answered(mut self, tag: Tag, answer: SouthAnswer, step: &mut Step<'_>) -> Stage {
        if tag == self.otasp {
            if let Err(cause) = messages::take_capability(&answer, &mut self.found) {
                return step.fail(Outcome::Failed, cause);
            }
        } else if tag == self.nodes_version {
            self.found.nodes_version = messages::number(&answer);
        } else if tag == self.nodes_revisions {
            self.found.nodes_revisions = messages::numbers(&answer);
        } else {
            return Stage::Discovering(self);
        }
        self.open -= 1;
        if self.open > 0 {
            return Stage::Discovering(self);
        }
        step.out.push(Action::Remember(self.found.clone()));
        choose_and_begin(self.found, step)
    }
}

fn choose_and_begin(capability: Capability, step: &mut Step<'_>) -> Stage {
    step.course.version.feature_p_rev.clone_from(&capability.key_exchange);
    let terms = step.terms;
    match choose(&capability, &terms.policy, terms.order, terms.kind) {
        Ok(choice) => {
            step.course.choice = Some((choice.way, choice.dialect));
            step.course.version.a_key_p_rev = Some(choice.a_key_p_rev.0);
            AwaitPublic::enter(choice, step)
        }
        Err(cause) => step.fail(Outcome::Unsupported, cause),
    }
}

impl AwaitPublic {
    pub(super) fn enter(choice: Choice, step: &mut Step<'_>) -> Stage {
        let call = step.call();
        match choice.way {
            Way::Perform => step.out.push(Action::MakePublic {
                call,
                group: step.terms.group.clone(),
                exponent_bits: step.terms.exponent_bits,
            }),
            Way::Relay => {
                step.course.north_holds = true;
                step.out.push(Action::Ask(call, Ask::PublicValues { revisions: vec![choice.a_key_p_rev.0] }));
            }
        }
        step.wait_for_north();
        Stage::AwaitPublic(Self { choice })
    }

    pub(super) fn made(self, y: Arc<Exponent>, bs_result: Vec<u8>, step: &mut Step<'_>) -> Stage {
        let group = &step.terms.group;
        let values = PublicValues {
            a_key_p_rev: self.choice.a_key_p_rev.0,
            param_p: group.p().to_vec(),
            param_g: group.g().to_vec(),
            bs_result,
        };
        AwaitKeyAccepted::enter(Half::Perform { y }, values, step)
    }

    pub(super) fn given(self, values: PublicValues, step: &mut Step<'_>) -> Stage {
        match messages::check_public_values(&values, self.choice.a_key_p_rev) {
            Ok(()) => AwaitKeyAccepted::enter(Half::Relay, values, step),
            Err(cause) => step.fail(Outcome::AcFailed, cause),
        }
    }
}
