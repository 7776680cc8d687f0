//! Until the exchange has its numbers: the handset comes, says what it supports, and P, G and BS_RESULT are there.
//!
//! A group of the states of [`super::Stage`]; called by it alone.

use std::sync::Arc;

use akeyd_hw::Exponent;

use super::course::Asked;
use super::nodes::Creating;
use super::otasp::Opening;
use super::{Stage, Step};
use crate::exchange::choice::{Capability, Policy, choose};
use crate::exchange::messages;
use crate::exchange::north::{Ask, PublicValues};
use crate::exchange::{Action, Cause, SouthAnswer, SouthRequest, Tag, Terms, values};
use crate::is683::AKeyPRev;
use crate::words::status::StatusCode;
use crate::words::{Dialect, Order, Outcome, State, Way};

/// Asked for; the handset is not here.
pub(in crate::exchange) struct Requested;

/// The handset was asked what it supports.
pub(in crate::exchange) struct Discovering {
    otasp: Tag,
    version: Tag,
    revisions: Tag,
    /// `KeyVersion`, where that is all that is wanted.
    key_version: Option<Tag>,
    found: Capability,
    /// Why it is not known whether the handset speaks IS-683.
    doubt: Option<Cause>,
}

/// P, G and, where it comes first, BS_RESULT are being made, by us or by the authentication centre.
pub(in crate::exchange) struct AwaitPublic;

/// What the handset gets to compute with, and who holds y.
pub(in crate::exchange) struct Numbers {
    pub(super) values: PublicValues,
    pub(super) half: Half,
}

/// The network's half of the exchange.
pub(in crate::exchange) enum Half {
    /// We hold y.
    Perform { y: Arc<Exponent> },
    /// We shall draw y when MS_RESULT is here.
    PerformLater,
    /// The authentication centre holds y.
    Relay,
}

impl Requested {
    pub(super) fn opened(self, known: Option<Capability>, step: &mut Step<'_>) -> Stage {
        step.course.state = State::InSession;
        match known.filter(|_| !step.terms.probe) {
            Some(capability) => {
                step.course.capability = Some((capability, Asked::Before));
                choose_and_begin(step)
            }
            None => Discovering::enter(step),
        }
    }
}

impl Discovering {
    pub(super) fn enter(step: &mut Step<'_>) -> Stage {
        let carry = SouthRequest::Carry(messages::capability_request());
        let mut requests = vec![carry, values::version(), values::revisions()];
        if step.terms.probe {
            requests.push(values::key_version());
        }
        let tags = step.south(requests);
        let [otasp, version, revisions] = tags.first_chunk().copied().unwrap_or([Tag(0); 3]);
        let (found, key_version) = (Capability::default(), tags.get(3).copied());
        Stage::Discovering(Self { otasp, version, revisions, key_version, found, doubt: None })
    }

    pub(super) fn answered(mut self, tag: Tag, answer: SouthAnswer, step: &mut Step<'_>) -> Stage {
        if tag == self.otasp {
            self.doubt = messages::take_capability(&answer, &mut self.found).err();
        } else if tag == self.version {
            self.found.nodes_version = values::number(&answer);
        } else if tag == self.revisions {
            self.found.nodes_revisions = values::numbers(&answer);
        } else if self.key_version == Some(tag) {
            step.course.version.key_version_before = values::number(&answer);
        }
        if !step.is_answered() {
            return Stage::Discovering(self);
        }
        match self.doubt {
            Some(cause) if self.found.nodes_version.is_none() => return step.fail(Outcome::Failed, cause),
            // It speaks the other dialect for certain. What was unclear is asked again next time.
            Some(_) => {}
            None => step.out.push(Action::Remember(self.found.clone())),
        }
        step.course.capability = Some((self.found, Asked::Now));
        choose_and_begin(step)
    }
}

/// Begins with what is known of the handset.
pub(super) fn choose_and_begin(step: &mut Step<'_>) -> Stage {
    step.course.state = State::InSession;
    let Some((capability, _)) = &step.course.capability else { return Discovering::enter(step) };
    step.course.version.feature_p_rev.clone_from(&capability.key_exchange);
    let terms = step.terms;
    let wishes = terms.asked.or(step.course.model.wishes);
    let policy = Policy {
        way: wishes.way.or(terms.policy.way),
        dialect: wishes.dialect.or(terms.policy.dialect),
        revisions: allowed(terms),
        ..terms.policy.clone()
    };
    let (order, kind) = (wishes.order.unwrap_or(terms.order), wishes.kind.unwrap_or(terms.kind));
    match choose(capability, &policy, order, kind) {
        Ok(choice) => {
            step.course.choice = Some(choice);
            step.course.version.a_key_p_rev = Some(choice.a_key_p_rev.0);
            if terms.probe {
                let end = step.end(Outcome::Probed, None);
                return step.finish(end);
            }
            AwaitPublic::enter(step)
        }
        Err(cause) => step.fail(Outcome::Unsupported, cause),
    }
}

/// A_KEY_P_REV values that may be used: of those of the policy the one that the request names, or all.
fn allowed(terms: &Terms) -> Vec<AKeyPRev> {
    let named = |revision: &AKeyPRev| terms.a_key_p_rev.is_none_or(|named| named == revision.0);
    terms.policy.revisions.iter().copied().filter(named).collect()
}

/// A handset that has no such node, or takes no such command, is not the one that was remembered: it is asked again, once.
pub(super) fn refused(status: u32, cause: Cause, step: &mut Step<'_>) -> Stage {
    let remembered = matches!(step.course.capability, Some((_, Asked::Before)));
    if status == 404 && remembered {
        step.forget();
        step.course.capability = None;
        step.out.push(Action::Forget);
        return Discovering::enter(step);
    }
    if status == 404 {
        step.out.push(Action::Forget);
    }
    step.fail(StatusCode(status).outcome().unwrap_or(Outcome::Failed), cause)
}

impl AwaitPublic {
    fn enter(step: &mut Step<'_>) -> Stage {
        let revision = step.revision();
        match (step.way(), step.order()) {
            (Way::Perform, Order::BsFirst) => {
                let call = step.call();
                let (group, exponent_bits) = (step.terms.group.clone(), step.terms.exponent_bits);
                step.out.push(Action::MakePublic { call, group, exponent_bits });
            }
            (Way::Perform, Order::MsFirst) => {
                let numbers = Numbers { values: step.own_values(None), half: Half::PerformLater };
                return begin(numbers, step);
            }
            (Way::Relay, order) => {
                step.course.north_holds = true;
                let call = step.call();
                let ask = Ask::PublicValues { revisions: vec![revision], order, kind: step.kind() };
                step.out.push(Action::Ask(call, ask));
            }
        }
        step.wait_for_north();
        Stage::AwaitPublic(Self)
    }

    pub(super) fn made(self, y: Arc<Exponent>, bs_result: Vec<u8>, step: &mut Step<'_>) -> Stage {
        let numbers = Numbers { values: step.own_values(Some(bs_result)), half: Half::Perform { y } };
        begin(numbers, step)
    }

    pub(super) fn given(self, values: PublicValues, step: &mut Step<'_>) -> Stage {
        match messages::check_public_values(&values, step.revision(), step.order()) {
            Ok(()) => begin(Numbers { values, half: Half::Relay }, step),
            Err(cause) => step.fail(Outcome::AcFailed, cause),
        }
    }
}

fn begin(numbers: Numbers, step: &mut Step<'_>) -> Stage {
    match step.dialect() {
        Dialect::Is683 => Opening::enter(numbers, step),
        Dialect::Nodes => Creating::enter(numbers, step),
    }
}

impl Step<'_> {
    fn revision(&self) -> u8 {
        self.course.choice.map_or(0, |choice| choice.a_key_p_rev.0)
    }

    /// Our own P and G.
    fn own_values(&self, bs_result: Option<Vec<u8>>) -> PublicValues {
        let group = &self.terms.group;
        let (param_p, param_g) = (group.p().to_vec(), group.g().to_vec());
        PublicValues { a_key_p_rev: self.revision(), param_p, param_g, bs_result }
    }
}
