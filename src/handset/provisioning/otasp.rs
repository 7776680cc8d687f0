//! The mobile station of C.S0016 (IS-683): takes a forward message, gives the reverse one.
//!
//! Speaks A_KEY_P_REV 2 of the key exchange, Commit, Protocol Capability in both forms, and the OTAPA Request and Validation
//! that open a locked handset. Any other message is answered with its type and RESULT_CODE 1: a convention of this handset,
//! for the standard has no answer to an unknown message.
//! Knows nothing of nodes, and of sessions only the end. Used by `commands.rs`, which carries its octets.

use serde::{Deserialize, Serialize};

use super::agreement::{Agreement, Arithmetic};
use super::keys::{Key, Keys};
use super::lock::Lock;
use crate::handset::Draw;
use crate::handset::device::faults::Fault;
use crate::is683::{
    AKeyPRev, CommitResponse, ExtendedProtocolCapabilityResponse, Feature, FeatureId, FeaturePRev, Forward,
    KeyGenerationRequest, KeyGenerationResponse, MsKeyRequest, MsKeyResponse, OtapaResponse, OtaspMsgType,
    ProtocolCapabilityRequest, ProtocolCapabilityResponse, ResultCode, Reverse,
};
use crate::words::Kind;

/// What Protocol Capability tells about the handset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capability {
    /// Pairs of FEATURE_ID and FEATURE_P_REV; a feature of several revisions stands there several times.
    pub features: Vec<(u8, u8)>,
    /// OTASP_MOB_P_REV when the handset knows the extended form, which has records beside the features.
    pub otasp_mob_p_rev: Option<u8>,
    /// MOB_FIRM_REV.
    pub mob_firm_rev: u16,
    /// MOB_MODEL.
    pub mob_model: u8,
}

impl Default for Capability {
    /// A handset that takes A-keys and can be provisioned in a data session.
    fn default() -> Self {
        let features = vec![
            (FeatureId::KEY_EXCHANGE.0, AKeyPRev::A_KEY.0),
            (FeatureId::SERVICE_PROGRAMMING_LOCK.0, 1),
            (FeatureId::OTAPA.0, 1),
        ];
        Self { features, otasp_mob_p_rev: Some(3), mob_firm_rev: 1, mob_model: 0 }
    }
}

impl Capability {
    /// Values of A_KEY_P_REV, from the feature key exchange.
    pub(crate) fn key_exchange_revisions(&self) -> Vec<u8> {
        let key_exchange = self.features.iter().filter(|(id, _)| *id == FeatureId::KEY_EXCHANGE.0);
        key_exchange.map(|(_, revision)| *revision).collect()
    }
}

/// Which step of a provisioning was run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// P and G were offered.
    MsKey,
    /// BS_RESULT was offered.
    KeyGeneration,
    /// The pending key was to become live.
    Commit,
    /// Anything else.
    Other,
}

impl StepKind {
    /// The step that a forward message is.
    pub(crate) fn of(forward: &[u8]) -> Self {
        match OtaspMsgType(forward.first().copied().unwrap_or_default()) {
            OtaspMsgType::MS_KEY => Self::MsKey,
            OtaspMsgType::KEY_GENERATION => Self::KeyGeneration,
            OtaspMsgType::COMMIT => Self::Commit,
            _ => Self::Other,
        }
    }
}

/// One step and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which step.
    pub kind: StepKind,
    /// RESULT_CODE of the answer, 0 where it has none.
    pub result_code: u8,
}

/// The mobile station.
#[derive(Debug)]
pub(crate) struct Mobile {
    capability: Capability,
    lock: Lock,
    /// P and G were accepted; Key Generation may come.
    agreement: Option<Agreement>,
    arithmetic: Arithmetic,
}

impl Mobile {
    /// A mobile station that can do this, behind this lock.
    pub(crate) fn new(capability: Capability, lock: Lock, arithmetic: Arithmetic) -> Self {
        Self { capability, lock, agreement: None, arithmetic }
    }

    /// What it can do.
    pub(crate) fn capability(&self) -> &Capability {
        &self.capability
    }

    /// Its lock.
    pub(crate) fn lock(&self) -> &Lock {
        &self.lock
    }

    /// The end of a provisioning session: what was not committed is gone, the old key stays, the lock snaps.
    pub(crate) fn release(&mut self, keys: &mut Keys) {
        self.forget(keys);
        self.lock.release();
    }

    fn forget(&mut self, keys: &mut Keys) {
        self.agreement = None;
        keys.pending = None;
    }

    /// Takes one forward message, gives the reverse one. x is drawn from `draw`; `fault` may spoil the answer.
    pub(crate) fn hear(
        &mut self,
        forward: &[u8],
        keys: &mut Keys,
        fault: Option<Fault>,
        draw: &mut Draw<'_>,
    ) -> (Vec<u8>, Step) {
        let otasp_msg_type = OtaspMsgType(forward.first().copied().unwrap_or_default());
        let (result_code, reverse) = match Forward::read(forward) {
            Ok(message) => self.answer(&message, keys, fault, draw),
            // The octets do not fit the fields that they should fill.
            Err(_) => refusal(otasp_msg_type, ResultCode::DATA_SIZE_MISMATCH),
        };
        (reverse, Step { kind: StepKind::of(forward), result_code: result_code.0 })
    }

    fn answer(
        &mut self,
        message: &Forward<'_>,
        keys: &mut Keys,
        fault: Option<Fault>,
        draw: &mut Draw<'_>,
    ) -> (ResultCode, Vec<u8>) {
        let guarded = matches!(message, Forward::MsKeyRequest(_) | Forward::KeyGenerationRequest(_));
        if let Some(code) = self.lock.refusal().filter(|_| guarded) {
            return refusal(message.otasp_msg_type(), code);
        }
        match message {
            Forward::MsKeyRequest(request) => {
                let result_code = self.ms_key(request, keys, draw);
                (result_code, written(&Reverse::MsKeyResponse(MsKeyResponse { result_code })))
            }
            Forward::KeyGenerationRequest(request) => {
                let (result_code, ms_result) = match fault {
                    Some(Fault::RejectKeyGeneration) => (ResultCode::INVALID_PARAMETER, Vec::new()),
                    _ => self.key_generation(request, keys, fault),
                };
                let response = KeyGenerationResponse { result_code, ms_result: &ms_result };
                (result_code, written(&Reverse::KeyGenerationResponse(response)))
            }
            Forward::CommitRequest(_) => {
                let result_code = self.commit(keys, fault);
                (result_code, written(&Reverse::CommitResponse(CommitResponse { result_code })))
            }
            Forward::ProtocolCapabilityRequest(request) => (ResultCode::ACCEPTED, self.protocol_capability(request)),
            Forward::ValidationRequest(request) => {
                let response = self.lock.validate(request);
                let refused = response.results.iter().map(|result| result.result_code);
                let result_code = refused.into_iter().find(|code| *code != ResultCode::ACCEPTED).unwrap_or_default();
                (result_code, written(&Reverse::ValidationResponse(response)))
            }
            Forward::OtapaRequest(request) => {
                if !request.start_stop {
                    self.forget(keys);
                }
                self.lock.otapa(request.start_stop);
                (ResultCode::ACCEPTED, written(&Reverse::OtapaResponse(OtapaResponse::default())))
            }
            other => refusal(other.otasp_msg_type(), ResultCode::REJECTED_UNKNOWN),
        }
    }

    /// Takes P and G. A second request begins anew: another x, and no pending key (C.S0016 section 3.3).
    fn ms_key(&mut self, request: &MsKeyRequest<'_>, keys: &mut Keys, draw: &mut Draw<'_>) -> ResultCode {
        self.forget(keys);
        let spoken = (FeatureId::KEY_EXCHANGE.0, request.a_key_p_rev.0);
        let Some(group) = &request.group else { return ResultCode::PROTOCOL_VERSION_MISMATCH };
        if request.a_key_p_rev != AKeyPRev::A_KEY || !self.capability.features.contains(&spoken) {
            return ResultCode::PROTOCOL_VERSION_MISMATCH;
        }
        match Agreement::draw(group.param_p, group.param_g, &self.arithmetic, draw) {
            Ok(agreement) => {
                self.agreement = Some(agreement);
                ResultCode::ACCEPTED
            }
            Err(_) => ResultCode::INVALID_PARAMETER,
        }
    }

    /// Takes BS_RESULT, makes the pending key, gives MS_RESULT. x is used once: a repeat is out of order.
    fn key_generation(
        &mut self,
        request: &KeyGenerationRequest<'_>,
        keys: &mut Keys,
        fault: Option<Fault>,
    ) -> (ResultCode, Vec<u8>) {
        let Some(agreement) = self.agreement.take() else {
            return (ResultCode::NOT_EXPECTED_IN_MODE, Vec::new());
        };
        let Ok(k) = agreement.shared_secret(request.bs_result) else {
            return (ResultCode::INVALID_PARAMETER, Vec::new());
        };
        keys.pending = Key::from_shared_secret(Kind::AKey, &k);
        (ResultCode::ACCEPTED, agreement.shown_ms_result(fault))
    }

    fn commit(&mut self, keys: &mut Keys, fault: Option<Fault>) -> ResultCode {
        if fault == Some(Fault::RejectCommit) {
            return ResultCode::REJECTED_UNKNOWN;
        }
        let (key, code) = (keys.commit(), self.lock.commit());
        // Accepting a commit of nothing would let the network believe in a key that is not here.
        if key || code { ResultCode::ACCEPTED } else { ResultCode::NOT_EXPECTED_IN_MODE }
    }

    fn protocol_capability(&self, request: &ProtocolCapabilityRequest) -> Vec<u8> {
        let features = self
            .capability
            .features
            .iter()
            .map(|(id, p_rev)| Feature { feature_id: FeatureId(*id), feature_p_rev: FeaturePRev(*p_rev) })
            .collect();
        let (mob_firm_rev, mob_model) = (self.capability.mob_firm_rev, self.capability.mob_model);
        // The long form of the request asks for records, which only a handset that knows the extended form can answer.
        let extended = request.records.as_ref().and(self.capability.otasp_mob_p_rev);
        if let Some(otasp_mob_p_rev) = extended {
            return written(&Reverse::ExtendedProtocolCapabilityResponse(ExtendedProtocolCapabilityResponse {
                otasp_mob_p_rev,
                mob_firm_rev,
                mob_model,
                features,
                cap_records: Vec::new(),
            }));
        }
        let additional = None;
        let response = ProtocolCapabilityResponse { mob_firm_rev, mob_model, features, additional };
        written(&Reverse::ProtocolCapabilityResponse(response))
    }
}

/// The answer to what cannot be answered otherwise. A Key Generation Response has a length even then.
fn refusal(otasp_msg_type: OtaspMsgType, result_code: ResultCode) -> (ResultCode, Vec<u8>) {
    let mut octets = vec![otasp_msg_type.0, result_code.0];
    if otasp_msg_type == OtaspMsgType::KEY_GENERATION {
        octets.push(0);
    }
    (result_code, octets)
}

/// Octets of a message whose parts are all short enough to be written.
fn written(message: &Reverse<'_>) -> Vec<u8> {
    message.write().unwrap_or_default()
}
