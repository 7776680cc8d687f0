//! The IS-683 messages that an exchange writes and reads, and what each answer may be.
//!
//! Builds requests and turns answers into values or causes; holds no state. Called by `steps`.

use crate::is683::{
    AKeyPRev, CommitRequest, EncodeError, Feature, Forward, Group, KeyGenerationRequest, MsKeyRequest, OtapaRequest,
    ProtocolCapabilityRequest, ResultCode, Reverse, Spc, Tolerance, ValidationBlock, ValidationRequest,
};
use crate::words::status::StatusCode;
use crate::words::{Order, Outcome};

use super::choice::Capability;
use super::north::PublicValues;
use super::{Cause, SouthAnswer};

/// A request under way, named as the standard names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Request {
    Capability,
    OtapaStart,
    Validation,
    MsKey,
    KeyGeneration,
    Commit,
}

/// An answer that ends the exchange.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) outcome: Outcome,
    pub(super) cause: Cause,
}

/// What an answer says of the handset's key.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Committed {
    /// The new key is live.
    Yes,
    /// It is not.
    No(Refusal),
    /// Nobody can tell.
    Unknown(Cause),
}

impl Request {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Capability => "Protocol Capability Request",
            Self::OtapaStart => "OTAPA Request",
            Self::Validation => "Validation Request",
            Self::MsKey => "MS Key Request",
            Self::KeyGeneration => "Key Generation Request",
            Self::Commit => "Commit Request",
        }
    }

    fn bad(self, what: impl ToString) -> Cause {
        Cause::BadAnswer { message: self.name(), what: what.to_string() }
    }

    fn refused(self, code: ResultCode) -> Refusal {
        Refusal { outcome: Outcome::Rejected, cause: Cause::ResultCode { message: self.name(), code } }
    }

    /// The reverse message in an answer.
    fn reverse(self, answer: &SouthAnswer) -> Result<Reverse<'_>, Cause> {
        match answer {
            SouthAnswer::Reverse(octets) => {
                Reverse::read_with(octets, Tolerance::FIELD).map_err(|error| self.bad(error))
            }
            SouthAnswer::Value(_) | SouthAnswer::Done | SouthAnswer::Ran(_) => Err(self.bad("no message came back")),
            SouthAnswer::Refused(status) | SouthAnswer::Unfetched(status) => {
                Err(Cause::Status { message: self.name(), status: *status })
            }
        }
    }

    fn unexpected(self, got: &Reverse<'_>) -> Cause {
        self.bad(format_args!("answered by {}", got.name()))
    }
}

impl From<Cause> for Refusal {
    fn from(cause: Cause) -> Self {
        let outcome = match cause {
            Cause::Status { status, .. } => StatusCode(status).outcome(),
            _ => None,
        };
        Self { outcome: outcome.unwrap_or(Outcome::Failed), cause }
    }
}

impl Refusal {
    /// Names the step of the preamble that would have opened the handset, if it was not taken.
    pub(super) fn with_missing_step(self, otapa: bool, validation: bool) -> Self {
        let Cause::ResultCode { message, code } = self.cause else { return self };
        let missing = match code {
            ResultCode::NOT_EXPECTED_IN_MODE if !otapa => "OTAPA Request",
            ResultCode::MOBILE_STATION_LOCKED if !validation => "Validation Request with the subscriber's SPC",
            _ => return self,
        };
        Self { cause: Cause::Preamble { message, code, missing }, ..self }
    }
}

/// Protocol Capability Request, short form.
pub(super) fn capability_request() -> Vec<u8> {
    written(&Forward::ProtocolCapabilityRequest(ProtocolCapabilityRequest::default()))
}

/// Commit Request.
pub(super) fn commit_request() -> Vec<u8> {
    written(&Forward::CommitRequest(CommitRequest))
}

/// OTAPA Request: begins or ends what a locked handset obeys in.
pub(super) fn otapa_request(start_stop: bool) -> Vec<u8> {
    written(&Forward::OtapaRequest(OtapaRequest { start_stop }))
}

/// Validation Request with one block, Verify SPC.
pub(super) fn validation_request(spc: Spc) -> Vec<u8> {
    written(&Forward::ValidationRequest(ValidationRequest { blocks: vec![ValidationBlock::VerifySpc(spc)] }))
}

/// MS Key Request with P and G.
pub(super) fn ms_key_request(values: &PublicValues) -> Result<Vec<u8>, Cause> {
    let a_key_p_rev = AKeyPRev(values.a_key_p_rev);
    let group = Group { param_p: &values.param_p, param_g: &values.param_g };
    let group = a_key_p_rev.carries_group().then_some(group);
    fitting(Forward::MsKeyRequest(MsKeyRequest { a_key_p_rev, group }).write())
}

/// Key Generation Request.
pub(super) fn key_generation_request(values: &PublicValues) -> Result<Vec<u8>, Cause> {
    let bs_result = values.bs_result.as_deref().unwrap_or_default();
    fitting(Forward::KeyGenerationRequest(KeyGenerationRequest { bs_result }).write())
}

/// The capability of a handset that may not speak IS-683 at all: then it has none.
pub(super) fn take_capability(answer: &SouthAnswer, into: &mut Capability) -> Result<(), Cause> {
    let pairs =
        |features: &[Feature]| -> Vec<_> { features.iter().map(|f| (f.feature_id, f.feature_p_rev.0)).collect() };
    let features = match (answer, Request::Capability.reverse(answer)) {
        (SouthAnswer::Refused(404 | 405 | 406 | 501), _) => Vec::new(),
        (_, Ok(Reverse::ProtocolCapabilityResponse(response))) => pairs(&response.features),
        (_, Ok(Reverse::ExtendedProtocolCapabilityResponse(response))) => pairs(&response.features),
        (_, Ok(other)) => return Err(Request::Capability.unexpected(&other)),
        (_, Err(cause)) => return Err(cause),
    };
    into.take_features(features);
    Ok(())
}

/// The handset obeys from now on.
pub(super) fn otapa_accepted(answer: &SouthAnswer) -> Result<(), Refusal> {
    match Request::OtapaStart.reverse(answer)? {
        Reverse::OtapaResponse(response) if response.result_code == ResultCode::ACCEPTED => Ok(()),
        Reverse::OtapaResponse(response) => Err(Request::OtapaStart.refused(response.result_code)),
        other => Err(Request::OtapaStart.unexpected(&other).into()),
    }
}

/// The handset took the code.
pub(super) fn validated(answer: &SouthAnswer) -> Result<(), Refusal> {
    match Request::Validation.reverse(answer)? {
        Reverse::ValidationResponse(response) => {
            match response.results.iter().find(|block| block.result_code != ResultCode::ACCEPTED) {
                Some(block) => Err(Request::Validation.refused(block.result_code)),
                None if response.results.is_empty() => Err(Request::Validation.bad("no block is answered").into()),
                None => Ok(()),
            }
        }
        other => Err(Request::Validation.unexpected(&other).into()),
    }
}

/// The handset took P and G.
pub(super) fn ms_key_accepted(answer: &SouthAnswer) -> Result<(), Refusal> {
    match Request::MsKey.reverse(answer)? {
        Reverse::MsKeyResponse(response) if response.result_code == ResultCode::ACCEPTED => Ok(()),
        Reverse::MsKeyResponse(response) => Err(Request::MsKey.refused(response.result_code)),
        other => Err(Request::MsKey.unexpected(&other).into()),
    }
}

/// MS_RESULT: 1 to `p_octets` octets. Handsets that strip leading zeros and handsets that keep them both work.
pub(super) fn ms_result(answer: &SouthAnswer, p_octets: usize) -> Result<Vec<u8>, Refusal> {
    match Request::KeyGeneration.reverse(answer)? {
        Reverse::KeyGenerationResponse(response) if response.result_code != ResultCode::ACCEPTED => {
            Err(Request::KeyGeneration.refused(response.result_code))
        }
        Reverse::KeyGenerationResponse(response) if (1..=p_octets).contains(&response.ms_result.len()) => {
            Ok(response.ms_result.to_vec())
        }
        Reverse::KeyGenerationResponse(response) => {
            let what = format!("MS_RESULT of {} octets where P has {p_octets}", response.ms_result.len());
            Err(Request::KeyGeneration.bad(what).into())
        }
        other => Err(Request::KeyGeneration.unexpected(&other).into()),
    }
}

/// What the answer to a Commit Request says.
pub(super) fn committed(answer: &SouthAnswer) -> Committed {
    match (answer, Request::Commit.reverse(answer)) {
        (_, Ok(Reverse::CommitResponse(response))) if response.result_code == ResultCode::ACCEPTED => Committed::Yes,
        (_, Ok(Reverse::CommitResponse(response))) => Committed::No(Request::Commit.refused(response.result_code)),
        (_, Ok(other)) => Committed::Unknown(Request::Commit.unexpected(&other)),
        (answer, Err(cause)) if never_arrived(answer) => Committed::No(cause.into()),
        (_, Err(cause)) => Committed::Unknown(cause),
    }
}

/// Whether a management client says that it has not passed a message on.
pub(super) fn never_arrived(answer: &SouthAnswer) -> bool {
    matches!(answer, SouthAnswer::Refused(214..=216 | 400..=407 | 409..=499 | 501))
}

/// Whether P, G and BS_RESULT of the north can be what they claim to be: sizes, P odd with its top bit set, 1 < G, BS_RESULT < P-1.
/// They pass unchanged; whether P is prime is the authentication centre's business.
pub(super) fn check_public_values(values: &PublicValues, asked: u8, order: Order) -> Result<(), Cause> {
    if values.a_key_p_rev != asked {
        return bad("a_key_p_rev", "is not the one that was asked for");
    }
    let p = values.param_p.as_slice();
    let (Some(first), Some(last)) = (p.first(), p.last()) else { return bad("p", "is empty") };
    if p.len() > akeyd_hw::limits::FIELD_OCTETS {
        return bad("p", "is longer than 255 octets");
    }
    if first & 0x80 == 0 || last & 1 == 0 {
        return bad("p", "is even or its top bit is not set");
    }
    check_value("g", &values.param_g, p)?;
    match (order, &values.bs_result) {
        (Order::BsFirst, Some(bs_result)) => check_value("bs_result", bs_result, p),
        (Order::BsFirst, None) => bad("bs_result", "is missing"),
        (Order::MsFirst, None) => Ok(()),
        (Order::MsFirst, Some(_)) => bad("bs_result", "comes before MS_RESULT"),
    }
}

/// Whether 1 < value < P-1.
pub(super) fn check_value(field: &'static str, value: &[u8], p: &[u8]) -> Result<(), Cause> {
    if is_between_one_and_top(value, p) { Ok(()) } else { bad(field, "is not between 1 and P-1") }
}

fn bad(field: &'static str, what: &str) -> Result<(), Cause> {
    Err(Cause::BadPublicValues { field, what: what.to_owned() })
}

/// Whether 1 < value < p - 1, both big-endian, p odd.
fn is_between_one_and_top(value: &[u8], p: &[u8]) -> bool {
    let start = value.iter().position(|&octet| octet != 0).unwrap_or(value.len());
    let significant = &value[start..];
    let above_one = significant.len() > 1 || significant.first().is_some_and(|&octet| octet > 1);
    let mut top = p.to_vec();
    if let Some(last) = top.last_mut() {
        *last &= 0xfe;
    }
    above_one && (significant.len(), significant) < (p.len(), top.as_slice())
}

/// A message without fields that could be too long.
fn written(message: &Forward<'_>) -> Vec<u8> {
    message.write().unwrap_or_default()
}

fn fitting(octets: Result<Vec<u8>, EncodeError>) -> Result<Vec<u8>, Cause> {
    octets.map_err(|error| Cause::BadPublicValues { field: "p, g or bs_result", what: error.to_string() })
}
