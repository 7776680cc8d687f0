//! Forward messages of an OTAF for a handset that speaks `nodes`: what each one becomes, and the reverse message that comes of it.
//!
//! Type 6 is answered from `Revisions`, 2 after Compute and Get MSResult, 3 after Derive, 5 is Commit; any other is not supported.
//! Called by [`super::Attachment`].

use crate::exchange::event::{SouthAnswer, SouthRequest};
use crate::exchange::messages;
use crate::exchange::north::PublicValues;
use crate::exchange::values::Temporary;
use crate::is683::{
    CommitResponse, Feature, FeatureId, FeaturePRev, Forward, KeyGenerationResponse, MsKeyResponse, OtaspMsgType,
    ProtocolCapabilityResponse, ResultCode, Reverse,
};
use crate::words::{Kind, Order};

/// The handset's side of the exchange, as far as the OTAF has come.
pub(super) struct Nodes {
    revisions: Vec<u8>,
    kind: Kind,
    /// Names the next temporary node.
    next: u64,
    temporary: Option<Temporary>,
    ms_result: Option<Vec<u8>>,
    doing: Doing,
}

/// Which step the handset is at.
enum Doing {
    Nothing,
    Creating(PublicValues),
    /// So many leaves are still being written.
    Filling(usize),
    Computing,
    Reading,
    Deriving,
    Committing,
}

/// What comes of a message or an answer.
pub(super) enum Next {
    /// This is the reverse message.
    Reverse(Vec<u8>),
    /// This is to be asked first, in one package.
    Ask(Vec<SouthRequest>),
    /// A new temporary node is to be asked for first.
    Create(String, SouthRequest),
    /// More answers are to come.
    Wait,
    /// The handset can do nothing with such a message.
    NotSupported,
}

impl Nodes {
    pub(super) fn new(revisions: Vec<u8>, kind: Kind, number: u64) -> Self {
        Self { revisions, kind, next: number, temporary: None, ms_result: None, doing: Doing::Nothing }
    }

    pub(super) fn temporary(&self) -> Option<&str> {
        self.temporary.as_ref().map(Temporary::path)
    }

    /// The session is over; what was under way will not be answered.
    pub(super) fn lost(&mut self) {
        self.doing = Doing::Nothing;
    }

    /// Takes a forward message.
    pub(super) fn forward(&mut self, octets: &[u8]) -> Next {
        let message_type = OtaspMsgType(octets.first().copied().unwrap_or_default());
        let Ok(message) = Forward::read(octets) else { return refused(message_type, ResultCode::DATA_SIZE_MISMATCH) };
        match message {
            Forward::ProtocolCapabilityRequest(_) => reverse(&Reverse::ProtocolCapabilityResponse(self.capability())),
            Forward::MsKeyRequest(request) => {
                let supported = self.revisions.contains(&request.a_key_p_rev.0);
                let Some(group) = request.group.filter(|_| supported) else {
                    return refused(message_type, ResultCode::PROTOCOL_VERSION_MISMATCH);
                };
                let values = PublicValues {
                    a_key_p_rev: request.a_key_p_rev.0,
                    param_p: group.param_p.to_vec(),
                    param_g: group.param_g.to_vec(),
                    bs_result: None,
                };
                if messages::check_public_values(&values, values.a_key_p_rev, Order::MsFirst).is_err() {
                    return refused(message_type, ResultCode::INVALID_PARAMETER);
                }
                let temporary = Temporary::new(self.next);
                self.next = self.next.wrapping_add(1);
                let next = Next::Create(temporary.path().to_owned(), temporary.create());
                self.temporary = Some(temporary);
                self.ms_result = None;
                self.doing = Doing::Creating(values);
                next
            }
            Forward::KeyGenerationRequest(request) => match (&self.temporary, &self.ms_result) {
                (Some(temporary), Some(_)) => {
                    self.doing = Doing::Deriving;
                    Next::Ask(vec![temporary.derive(request.bs_result)])
                }
                _ => refused(message_type, ResultCode::NOT_EXPECTED_IN_MODE),
            },
            Forward::CommitRequest(_) => match &self.temporary {
                Some(temporary) => {
                    self.doing = Doing::Committing;
                    Next::Ask(vec![temporary.commit()])
                }
                None => refused(message_type, ResultCode::NOT_EXPECTED_IN_MODE),
            },
            _ => Next::NotSupported,
        }
    }

    /// Takes an answer of the handset.
    pub(super) fn answered(&mut self, answer: &SouthAnswer) -> Next {
        let Some(temporary) = &self.temporary else { return Next::NotSupported };
        match std::mem::replace(&mut self.doing, Doing::Nothing) {
            Doing::Nothing => Next::NotSupported,
            Doing::Creating(values) => match code(answer) {
                Some(ResultCode::ACCEPTED) => {
                    let fill = temporary.fill(&values, self.kind);
                    self.doing = Doing::Filling(fill.len());
                    Next::Ask(fill)
                }
                Some(code) => refused(OtaspMsgType::MS_KEY, code),
                None => Next::NotSupported,
            },
            Doing::Filling(left) => match (code(answer), left) {
                (Some(ResultCode::ACCEPTED), 2..) => {
                    self.doing = Doing::Filling(left - 1);
                    Next::Wait
                }
                (Some(ResultCode::ACCEPTED), _) => {
                    self.doing = Doing::Computing;
                    Next::Ask(vec![temporary.compute()])
                }
                (Some(code), _) => refused(OtaspMsgType::MS_KEY, code),
                (None, _) => Next::NotSupported,
            },
            Doing::Computing => match code(answer) {
                Some(ResultCode::ACCEPTED) => {
                    self.doing = Doing::Reading;
                    Next::Ask(vec![temporary.ms_result()])
                }
                Some(code) => refused(OtaspMsgType::MS_KEY, code),
                None => Next::NotSupported,
            },
            Doing::Reading => match answer {
                SouthAnswer::Value(octets) if (1..=255).contains(&octets.len()) => {
                    self.ms_result = Some(octets.clone());
                    reverse(&Reverse::MsKeyResponse(MsKeyResponse { result_code: ResultCode::ACCEPTED }))
                }
                _ => refused(OtaspMsgType::MS_KEY, ResultCode::REJECTED_UNKNOWN),
            },
            Doing::Deriving => match code(answer) {
                Some(ResultCode::ACCEPTED) => {
                    let ms_result = self.ms_result.take().unwrap_or_default();
                    let (result_code, ms_result) = (ResultCode::ACCEPTED, ms_result.as_slice());
                    reverse(&Reverse::KeyGenerationResponse(KeyGenerationResponse { result_code, ms_result }))
                }
                Some(code) => refused(OtaspMsgType::KEY_GENERATION, code),
                None => Next::NotSupported,
            },
            Doing::Committing => match code(answer) {
                Some(result_code) => {
                    if result_code == ResultCode::ACCEPTED {
                        self.temporary = None;
                    }
                    reverse(&Reverse::CommitResponse(CommitResponse { result_code }))
                }
                None => Next::NotSupported,
            },
        }
    }

    /// FEATURE_ID 1 with each revision. Firmware and model are not known here.
    fn capability(&self) -> ProtocolCapabilityResponse<'static> {
        let feature =
            |revision: &u8| Feature { feature_id: FeatureId::KEY_EXCHANGE, feature_p_rev: FeaturePRev(*revision) };
        ProtocolCapabilityResponse { features: self.revisions.iter().map(feature).collect(), ..Default::default() }
    }
}

/// The RESULT_CODE that an answer stands for; `None` where the management client refused.
fn code(answer: &SouthAnswer) -> Option<ResultCode> {
    match answer {
        SouthAnswer::Done => Some(ResultCode::ACCEPTED),
        SouthAnswer::Ran(code) => Some(*code),
        SouthAnswer::Reverse(_) | SouthAnswer::Value(_) | SouthAnswer::Refused(_) | SouthAnswer::Unfetched(_) => None,
    }
}

fn refused(message_type: OtaspMsgType, result_code: ResultCode) -> Next {
    match message_type {
        OtaspMsgType::MS_KEY => reverse(&Reverse::MsKeyResponse(MsKeyResponse { result_code })),
        OtaspMsgType::KEY_GENERATION => {
            reverse(&Reverse::KeyGenerationResponse(KeyGenerationResponse { result_code, ms_result: &[] }))
        }
        OtaspMsgType::COMMIT => reverse(&Reverse::CommitResponse(CommitResponse { result_code })),
        _ => Next::NotSupported,
    }
}

fn reverse(message: &Reverse<'_>) -> Next {
    message.write().map_or(Next::NotSupported, Next::Reverse)
}
