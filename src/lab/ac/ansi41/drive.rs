//! The over-the-air function of the laboratory: takes subscribers one after the other through an exchange.
//!
//! Relay: attaches to the handset through the switch by SMDPP, pushes forward messages, and lets the centre compute. Perform: pulls the trigger,
//! and waits until the key has been delivered. Called by the rest of the centre.

use std::rc::Rc;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::Instant;

use super::centre::Centre;
use crate::ansi41::codes::{ActionCode, OperationCode, OtaspResultCode, ServiceIndicator};
use crate::ansi41::parameters::{ParameterId, Parameters};
use crate::ansi41::sccp::Address;
use crate::exchange::pushed::SmsCause;
use crate::is683::{
    AKeyPRev, CommitRequest, FeatureId, Forward, Group, KeyGenerationRequest, MsKeyRequest, ProtocolCapabilityRequest,
    ResultCode, Reverse,
};
use crate::north::ansi41::signalling::{Ask, Signalling};
use crate::north::ansi41::transactions::Outcome;

/// Milliseconds for an answer to SMDPP: an attach waits a minute for its handset.
const SMDPP_WAIT: Duration = Duration::from_secs(75);
/// Milliseconds for an answer to OTASPREQ.
const OTASPREQ_WAIT: Duration = Duration::from_secs(10);
/// Times that a message is pushed whose answer does not come in time.
const REPEATS: u32 = 3;
/// Times that a handset is attached to anew when its session is gone.
const SESSIONS: u32 = 3;
/// Times that a handset is attached to that somebody else has.
const ATTACHES: u32 = 5;
/// Between two of them, and between two pushes of a message that is under way already.
const BUSY: Duration = Duration::from_millis(500);
/// Between two looks whether a key has been delivered.
const LOOK: Duration = Duration::from_millis(20);

/// Where an exchange is driven, and by whom.
pub struct Driver {
    /// Keys are computed here.
    pub centre: Rc<Centre>,
    /// The way there.
    pub signalling: Rc<Signalling>,
    /// The switch.
    pub msc: Address,
    /// The other over-the-air function, which performs.
    pub otaf: Address,
    /// We.
    pub own: Address,
}

/// Why an exchange was given up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// SMDPP or OTASPREQ came to this.
    #[error("{what}: {outcome}")]
    Operation {
        /// Which.
        what: &'static str,
        /// What came of it.
        outcome: String,
    },
    /// The switch said why not.
    #[error("{what}: SMS_CauseCode {}", cause.0)]
    Cause {
        /// Of what.
        what: &'static str,
        /// Why.
        cause: SmsCause,
    },
    /// The handset refused.
    #[error("{what}: RESULT_CODE {}", code.0)]
    Refused {
        /// What.
        what: &'static str,
        /// Why.
        code: ResultCode,
    },
    /// The centre refused.
    #[error("{what}: OTASP_ResultCode {}", code.0)]
    Centre {
        /// What.
        what: &'static str,
        /// Why.
        code: OtaspResultCode,
    },
    /// The handset's answer is another message, or none.
    #[error("{what}: an answer that does not fit")]
    Strange {
        /// To what.
        what: &'static str,
    },
    /// The key was not delivered in time.
    #[error("no key was delivered in time")]
    NoKey,
}

impl Driver {
    /// Relays one exchange for a subscriber. `begun` is told when the handset is attached.
    pub async fn relay(&self, at: usize, begun: oneshot::Sender<()>) -> Result<(), Failure> {
        let mut begun = Some(begun);
        let mut sessions = 0;
        let done = loop {
            sessions += 1;
            match self.session(at, &mut begun).await {
                Err(Failure::Cause { cause: SmsCause::NO_SESSION | SmsCause::DISCONNECTED, .. })
                    if sessions < SESSIONS => {}
                done => break done,
            }
        };
        // Also one that has failed is let go.
        let release = self.smdpp(at).with_code(ParameterId::ACTION_CODE, ActionCode::RELEASE_RESOURCES.0);
        let released = self.push("release", release).await;
        if done.is_err() {
            self.centre.discard(at, None);
        }
        released.and(done)
    }

    async fn session(&self, at: usize, begun: &mut Option<oneshot::Sender<()>>) -> Result<(), Failure> {
        let attach = self
            .smdpp(at)
            .with_code(ParameterId::ACTION_CODE, ActionCode::ATTACH.0)
            .with_code(ParameterId::SRVIND, ServiceIndicator::CDMA_OTAPA.0);
        let mut attaches = 0;
        loop {
            attaches += 1;
            match self.push("attach", attach.clone()).await {
                // Perhaps ourselves, and the answer was lost.
                Err(Failure::Cause { cause: SmsCause::DESTINATION_BUSY, .. }) if attaches < ATTACHES => {
                    let release = self.smdpp(at).with_code(ParameterId::ACTION_CODE, ActionCode::RELEASE_RESOURCES.0);
                    self.push("release", release).await?;
                    tokio::time::sleep(BUSY).await;
                }
                Err(error) => return Err(error),
                Ok(_) => break,
            }
        }
        begun.take().map(|begun| begun.send(()));

        let capability = Forward::ProtocolCapabilityRequest(ProtocolCapabilityRequest::default());
        let revision = match Reverse::read(&self.forward(at, "Protocol Capability", &capability).await?) {
            Ok(Reverse::ProtocolCapabilityResponse(response)) => {
                let key_exchange =
                    response.features.iter().filter(|feature| feature.feature_id == FeatureId::KEY_EXCHANGE);
                key_exchange
                    .map(|feature| AKeyPRev(feature.feature_p_rev.0))
                    .find(|rev| !rev.protocol_versions().is_empty())
            }
            _ => None,
        };
        let what = "Protocol Capability";
        let revision = revision.ok_or(Failure::Strange { what })?;
        let offered: Vec<u8> = revision.protocol_versions().iter().map(|version| version.0).collect();
        let public = self
            .centre
            .public_values(at, &offered)
            .ok_or(Failure::Centre { what: "public values", code: OtaspResultCode::UNSUPPORTED_VERSION })?;

        let group = Group { param_p: &public.modulus, param_g: &public.primitive };
        let request = MsKeyRequest { a_key_p_rev: revision, group: Some(group) };
        let what = "MS Key";
        match Reverse::read(&self.forward(at, what, &Forward::MsKeyRequest(request)).await?) {
            Ok(Reverse::MsKeyResponse(response)) => accepted(what, response.result_code)?,
            _ => return Err(Failure::Strange { what }),
        }

        let what = "Key Generation";
        let bs_result = public.bs_result.ok_or(Failure::Strange { what })?;
        let request = Forward::KeyGenerationRequest(KeyGenerationRequest { bs_result: &bs_result });
        match Reverse::read(&self.forward(at, what, &request).await?) {
            Ok(Reverse::KeyGenerationResponse(response)) => {
                accepted(what, response.result_code)?;
                let generated = self.centre.generate(at, response.ms_result, false);
                generated.map_err(|code| Failure::Centre { what, code })?;
            }
            _ => return Err(Failure::Strange { what }),
        }

        let what = "Commit";
        match Reverse::read(&self.forward(at, what, &Forward::CommitRequest(CommitRequest)).await?) {
            Ok(Reverse::CommitResponse(response)) => accepted(what, response.result_code)?,
            _ => return Err(Failure::Strange { what }),
        }
        match self.centre.activate(at, None) {
            OtaspResultCode::ACCEPTED => Ok(()),
            code => Err(Failure::Centre { what: "activation", code }),
        }
    }

    /// Triggers an exchange that the other side performs, and waits until it is over. `begun` is told when the other side has begun.
    pub async fn perform(&self, at: usize, patience: Duration, begun: oneshot::Sender<()>) -> Result<(), Failure> {
        let deadline = Instant::now() + patience;
        let before = self.centre.book().get(at).updates;
        let identity = self.centre.book().get(at).identity();
        let parameters =
            identity.write(Parameters::default().with_code(ParameterId::ACTION_CODE, ActionCode::GENERATE_A_KEY.0));
        let ask = Ask {
            to: &self.otaf,
            from: &self.own,
            operation: OperationCode::OTASPREQ,
            parameters: &parameters,
            secret: None,
            wait: OTASPREQ_WAIT,
        };
        let what = "trigger";
        match self.signalling.ask(&ask, REPEATS).await {
            Outcome::Result(result) => match result.code(ParameterId::OTASP_RESULT_CODE) {
                Ok(Some(0)) => {}
                Ok(code) => {
                    let code = OtaspResultCode(code.unwrap_or(OtaspResultCode::REJECTED.0));
                    return Err(Failure::Centre { what, code });
                }
                Err(_) => return Err(Failure::Strange { what }),
            },
            outcome => return Err(Failure::Operation { what, outcome: said(&outcome) }),
        }
        // Nobody may want to know.
        let _ = begun.send(());
        while self.centre.book().get(at).updates == before {
            if Instant::now() >= deadline {
                return Err(Failure::NoKey);
            }
            tokio::time::sleep(LOOK).await;
        }
        Ok(())
    }

    /// What every SMDPP begins with: who, and nothing yet to carry.
    fn smdpp(&self, at: usize) -> Parameters<'static> {
        let identity = self.centre.book().get(at).identity();
        let parameters = identity.write(Parameters::default());
        parameters
            .with(ParameterId::SMS_BEARER_DATA, Vec::new())
            .with(ParameterId::SMS_TELESERVICE_IDENTIFIER, Vec::new())
    }

    async fn forward(&self, at: usize, what: &'static str, message: &Forward<'_>) -> Result<Vec<u8>, Failure> {
        let octets = message.write().map_err(|_| Failure::Strange { what })?;
        let identity = self.centre.book().get(at).identity();
        let parameters = identity
            .write(Parameters::default())
            .with(ParameterId::SMS_BEARER_DATA, octets)
            .with(ParameterId::SMS_TELESERVICE_IDENTIFIER, Vec::new());
        let mut repeats = 0;
        loop {
            repeats += 1;
            match self.push(what, parameters.clone()).await {
                // A late answer is kept for the same message, which does not run twice.
                Err(Failure::Cause { cause: SmsCause::NO_ACKNOWLEDGMENT, .. }) if repeats < REPEATS => {}
                Err(Failure::Cause { cause: SmsCause::DESTINATION_BUSY, .. }) if repeats < REPEATS => {
                    tokio::time::sleep(BUSY).await;
                }
                Err(error) => return Err(error),
                Ok(result) => {
                    let reverse = result.octets(ParameterId::SMS_BEARER_DATA).map(<[u8]>::to_vec);
                    return reverse.ok_or(Failure::Strange { what });
                }
            }
        }
    }

    async fn push(&self, what: &'static str, parameters: Parameters<'_>) -> Result<Parameters<'static>, Failure> {
        let ask = Ask {
            to: &self.msc,
            from: &self.own,
            operation: OperationCode::SMDPP,
            parameters: &parameters,
            secret: None,
            wait: SMDPP_WAIT,
        };
        match self.signalling.ask(&ask, REPEATS).await {
            Outcome::Result(result) => match result.code(ParameterId::SMS_CAUSE_CODE) {
                Ok(None) => Ok(result),
                Ok(Some(cause)) => Err(Failure::Cause { what, cause: SmsCause(cause) }),
                Err(_) => Err(Failure::Strange { what }),
            },
            outcome => Err(Failure::Operation { what, outcome: said(&outcome) }),
        }
    }
}

fn accepted(what: &'static str, code: ResultCode) -> Result<(), Failure> {
    if code == ResultCode::ACCEPTED { Ok(()) } else { Err(Failure::Refused { what, code }) }
}

fn said(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Result(_) => "a result".into(),
        Outcome::Error(error, _) => format!("error {error}"),
        Outcome::Rejected(problem) => format!("reject {problem}"),
        Outcome::Aborted => "given up by the other side".into(),
        Outcome::Returned(cause) => format!("not delivered, cause {}", cause.0),
        Outcome::Silent => "no answer".into(),
        Outcome::Malformed => "an answer that makes no sense".into(),
    }
}
