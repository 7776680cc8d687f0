//! An over-the-air function for one handset: attaches, sends forward messages of its own, lets go.
//!
//! What a vendor's OTAF does through SMDPP, it does through the same events; the network's half comes from the software authentication centre.
//! Called by the demo.

use crate::desk::Start;
use crate::exchange::north::{Ask, NorthAnswer};
use crate::exchange::pushed::Told;
use crate::exchange::{Call, NorthFault};
use crate::is683::{
    AKeyPRev, CommitRequest, EncodeError, Forward, Group, KeyGenerationRequest, MsKeyRequest, ResultCode, Reverse,
};
use crate::serve::Running;
use crate::words::{ExchangeId, Kind, Order, Way};

/// Why an OTAF gave up.
#[derive(Debug, thiserror::Error)]
pub(super) enum OtafError {
    #[error("{what}: told {told:?}")]
    Told { what: &'static str, told: Told },
    #[error("{what}: answered by RESULT_CODE or message {answer}")]
    Refused { what: &'static str, answer: String },
    #[error(transparent)]
    North(#[from] NorthFault),
    #[error(transparent)]
    Encode(#[from] EncodeError),
}

/// Drives one whole exchange.
pub(super) async fn drive(running: &Running, start: Start) -> Result<(), OtafError> {
    match running.desks().attach(start.clone()).await {
        Told::Attached => {}
        told => return Err(OtafError::Told { what: "attach", told }),
    }
    let done = exchange(running, &start).await;
    running.desks().release(&start.device, start.origin).await;
    done
}

async fn exchange(running: &Running, attached: &Start) -> Result<(), OtafError> {
    let (device, kind) = (&attached.device, attached.kind.unwrap_or(Kind::AKey));
    let centre = &running.centre;
    // One exchange for each device of a demo: its name need only differ.
    let id = ExchangeId(device.as_str().bytes().fold(0, |id, octet| id << 5 ^ id >> 59 ^ u64::from(octet)));
    let ask = |call, ask| centre.answer(id, Call(call), device.clone(), ask);
    let values = Ask::PublicValues { revisions: vec![AKeyPRev::A_KEY.0], order: Order::BsFirst, kind };
    let NorthAnswer::PublicValues(values) = ask(1, values).await? else {
        return Err(NorthFault::Unreachable.into());
    };
    let group = Group { param_p: &values.param_p, param_g: &values.param_g };
    let request = MsKeyRequest { a_key_p_rev: AKeyPRev(values.a_key_p_rev), group: Some(group) };
    accepted("MS Key Request", &forward(running, attached, &Forward::MsKeyRequest(request)).await?)?;

    let request = Forward::KeyGenerationRequest(KeyGenerationRequest {
        bs_result: values.bs_result.as_deref().unwrap_or_default(),
    });
    let ms_result = accepted("Key Generation Request", &forward(running, attached, &request).await?)?;
    ask(2, Ask::Generate { ms_result }).await?;

    accepted("Commit Request", &forward(running, attached, &Forward::CommitRequest(CommitRequest)).await?)?;
    ask(3, Ask::Activate(Way::Relay)).await?;
    Ok(())
}

async fn forward(running: &Running, attached: &Start, message: &Forward<'_>) -> Result<Vec<u8>, OtafError> {
    match running.desks().forward(&attached.device, attached.origin.clone(), message.write()?).await {
        Told::Reverse(octets) => Ok(octets),
        told => Err(OtafError::Told { what: message.name(), told }),
    }
}

/// The value in an accepting answer, empty where it has none.
fn accepted(what: &'static str, octets: &[u8]) -> Result<Vec<u8>, OtafError> {
    let refused = |answer: String| OtafError::Refused { what, answer };
    let (code, value) = match Reverse::read(octets).map_err(|error| refused(error.to_string()))? {
        Reverse::MsKeyResponse(response) => (response.result_code, Vec::new()),
        Reverse::KeyGenerationResponse(response) => (response.result_code, response.ms_result.to_vec()),
        Reverse::CommitResponse(response) => (response.result_code, Vec::new()),
        other => return Err(refused(other.name().to_owned())),
    };
    if code == ResultCode::ACCEPTED { Ok(value) } else { Err(refused(code.0.to_string())) }
}
