//! Dialect `is683` until MS_RESULT is there: the preamble that opens a locked handset, MS Key, Key Generation.
//!
//! A group of the states of [`super::Stage`]; called by it alone.

use super::keys::AwaitKey;
use super::opening::{Numbers, refused};
use super::{Stage, Step};
use crate::exchange::messages::{self, Refusal, Request};
use crate::exchange::{Preamble, SouthAnswer, SouthRequest};
use crate::words::Outcome;

/// A locked handset is being opened.
pub(in crate::exchange) struct Opening {
    step: Preamble,
    /// What is still to be sent after it.
    rest: Vec<Preamble>,
    numbers: Numbers,
}

/// The handset has P and G.
pub(in crate::exchange) struct AwaitKeyAccepted {
    numbers: Numbers,
}

/// The handset has BS_RESULT and computes.
pub(in crate::exchange) struct AwaitMobileResult {
    numbers: Numbers,
}

impl Opening {
    pub(super) fn enter(numbers: Numbers, step: &mut Step<'_>) -> Stage {
        let preamble = step.course.model.preamble.clone();
        Self::next(preamble, numbers, step)
    }

    fn next(mut rest: Vec<Preamble>, numbers: Numbers, step: &mut Step<'_>) -> Stage {
        if rest.is_empty() {
            return AwaitKeyAccepted::enter(numbers, step);
        }
        let first = rest.remove(0);
        step.ask(SouthRequest::Carry(match first {
            Preamble::Otapa => messages::otapa_request(true),
            Preamble::Validation(spc) => messages::validation_request(spc),
        }));
        Stage::Opening(Self { step: first, rest, numbers })
    }

    pub(super) fn name(&self) -> &'static str {
        match self.step {
            Preamble::Otapa => Request::OtapaStart.name(),
            Preamble::Validation(_) => Request::Validation.name(),
        }
    }

    pub(super) fn answered(self, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        let accepted = match self.step {
            Preamble::Otapa => messages::otapa_accepted(answer),
            Preamble::Validation(_) => messages::validated(answer),
        };
        match accepted {
            Ok(()) => Self::next(self.rest, self.numbers, step),
            Err(refusal) => step.refused(refusal, answer),
        }
    }
}

impl AwaitKeyAccepted {
    pub(super) fn enter(numbers: Numbers, step: &mut Step<'_>) -> Stage {
        let ms_key = messages::ms_key_request(&numbers.values);
        match ms_key.and_then(|ms_key| Ok((ms_key, messages::key_generation_request(&numbers.values)?))) {
            Ok((ms_key, key_generation)) => {
                let (first, later) = (SouthRequest::Carry(ms_key), SouthRequest::Carry(key_generation));
                step.south_ahead(vec![first], step.course.model.joins_messages, vec![later]);
                Stage::AwaitKeyAccepted(Self { numbers })
            }
            Err(cause) => step.fail(Outcome::Failed, cause),
        }
    }

    pub(super) fn answered(self, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        if let Err(refusal) = messages::ms_key_accepted(answer) {
            return step.refused(refusal, answer);
        }
        match messages::key_generation_request(&self.numbers.values) {
            Ok(octets) => {
                step.ask(SouthRequest::Carry(octets));
                Stage::AwaitMobileResult(AwaitMobileResult { numbers: self.numbers })
            }
            Err(cause) => step.fail(Outcome::Failed, cause),
        }
    }
}

impl AwaitMobileResult {
    pub(super) fn answered(self, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        match messages::ms_result(answer, self.numbers.values.param_p.len()) {
            Ok(ms_result) => AwaitKey::enter(self.numbers, ms_result, Request::KeyGeneration.name(), step),
            Err(refusal) => step.refused(refusal, answer),
        }
    }
}

impl Step<'_> {
    /// Ends an exchange that the handset refused; names the step of the preamble that would have opened it.
    pub(super) fn refused(&mut self, refusal: Refusal, answer: &SouthAnswer) -> Stage {
        if let SouthAnswer::Refused(status) = answer {
            return refused(*status, refusal.cause, self);
        }
        let preamble = &self.course.model.preamble;
        let validates = preamble.iter().any(|step| matches!(step, Preamble::Validation(_)));
        let refusal = refusal.with_missing_step(preamble.contains(&Preamble::Otapa), validates);
        self.fail(refusal.outcome, refusal.cause)
    }
}
