//! What is said to northern peers in JSON: deliveries, questions, outcomes; and what they answer.
//!
//! Octet strings are hex, wrapped keys base64, absent values null. Never a key in clear. Written down for the other side in `docs/delivery.md`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::line::Parcel;
use crate::desk::record::{DeliveryKind, ExchangeRecord, Place};
use crate::exchange::Version;
use crate::exchange::north::{Ask, NorthAnswer, PublicValues};
use crate::north::wrap;
use crate::words::{DeviceId, Dialect, ExchangeId, Kind, Order, Way};

/// The word for a kind of delivery.
pub const fn word(kind: DeliveryKind) -> &'static str {
    match kind {
        DeliveryKind::Stage => "stage",
        DeliveryKind::Activate => "activate",
        DeliveryKind::Discard => "discard",
        DeliveryKind::Outcome => "outcome",
    }
}

/// The same for all attempts at one delivery, and for no other.
pub fn idempotency_key(parcel: &Parcel) -> String {
    let delivery = &parcel.delivery;
    format!("{}-{}-{}", delivery.exchange, word(delivery.kind), delivery.seq)
}

/// The device by all its names.
pub fn device(device: &DeviceId, place: &Place) -> Value {
    json!({
        "device_id": device.as_str(), "min": place.min, "imsi": place.imsi, "esn": place.esn, "meid": place.meid,
    })
}

/// The version indication.
pub fn version(version: &Version) -> Value {
    json!({
        "a_key_p_rev": version.a_key_p_rev,
        "feature_p_rev": version.feature_p_rev,
        "key_version": { "before": version.key_version_before, "after": version.key_version_after },
    })
}

/// A delivery of `stage`, `activate` or `discard`; `key_version` names the transport key.
pub fn delivery(parcel: &Parcel, key_version: u32) -> Value {
    let delivery = &parcel.delivery;
    let staged = delivery.kind == DeliveryKind::Stage;
    json!({
        "id": idempotency_key(parcel),
        "seq": delivery.seq,
        "exchange": delivery.exchange.to_string(),
        "action": word(delivery.kind),
        "device": device(&delivery.device, &parcel.place),
        "kind": staged.then(|| wrap::kind_of(&delivery.body).map(Kind::as_str)),
        "wrapped_key": staged.then(|| STANDARD.encode(&delivery.body)),
        "transport_key_version": staged.then_some(key_version),
        "version": version(&parcel.version),
        "created": delivery.created.0,
    })
}

/// How an exchange ended, as far as its record says; `None` while it has not. The rest is added when it is sent.
pub fn outcome(record: &ExchangeRecord) -> Option<Value> {
    let ended = record.ended.as_ref()?;
    let (way, dialect) = record.choice.unzip();
    Some(json!({
        "exchange": record.id.to_string(),
        "action": "outcome",
        "way": way.map(Way::as_str),
        "dialect": dialect.map(Dialect::as_str),
        "order": record.order.map(Order::as_str),
        "kind": record.kind.map(Kind::as_str),
        "outcome": ended.outcome.as_str(),
        "cause": ended.cause,
        "result_code": ended.result_code,
        "version": version(&record.version),
        "ended": ended.at.0,
    }))
}

/// Whether what was kept is an outcome.
pub fn is_outcome(body: &[u8]) -> bool {
    serde_json::from_slice::<Value>(body).is_ok_and(|value| value.is_object())
}

/// An outcome on its way; `None`: what was kept is no outcome.
pub fn outcome_delivery(parcel: &Parcel) -> Option<Value> {
    let mut value: Value = serde_json::from_slice(&parcel.delivery.body).ok()?;
    let members = value.as_object_mut()?;
    members.insert("id".into(), idempotency_key(parcel).into());
    members.insert("seq".into(), parcel.delivery.seq.into());
    members.insert("device".into(), device(&parcel.delivery.device, &parcel.place));
    Some(value)
}

/// A question of the relay way; `None`: it is delivered, not asked.
pub fn question(exchange: ExchangeId, call: u32, device: &DeviceId, place: &Place, ask: &Ask) -> Option<Value> {
    let (action, more) = match ask {
        Ask::PublicValues { revisions, order, kind } => {
            ("public_values", json!({ "revisions": revisions, "order": order.as_str(), "kind": kind.as_str() }))
        }
        Ask::Computed => ("computed", json!({})),
        Ask::Generate { ms_result } => ("generate", json!({ "ms_result": hex(ms_result) })),
        Ask::Stage { .. } | Ask::Activate(_) | Ask::Discard(_) => return None,
    };
    let mut question = json!({
        "id": format!("{exchange}-{action}-{call}"),
        "call": call,
        "exchange": exchange.to_string(),
        "action": action,
        "device": self::device(device, place),
    });
    if let (Value::Object(question), Value::Object(more)) = (&mut question, more) {
        question.extend(more);
    }
    Some(question)
}

/// The answer to `public_values`, on both ends.
#[derive(Debug, Serialize, Deserialize)]
pub struct PublicValuesAnswer {
    /// A_KEY_P_REV to use.
    pub a_key_p_rev: u8,
    /// PARAM_P.
    pub param_p: String,
    /// PARAM_G.
    pub param_g: String,
    /// BS_RESULT, where it comes first.
    #[serde(default)]
    pub bs_result: Option<String>,
}

/// The answer to `generate`, on both ends.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct GenerateAnswer {
    /// BS_RESULT, where MS_RESULT came first.
    #[serde(default)]
    pub bs_result: Option<String>,
    /// It will be brought when it is there.
    #[serde(default)]
    pub later: bool,
}

/// Whether an answer to `generate` says that BS_RESULT will be brought.
pub fn is_later(ask: &Ask, body: &[u8]) -> bool {
    let answer = || serde_json::from_slice::<GenerateAnswer>(body).ok();
    matches!(ask, Ask::Generate { .. }) && answer().is_some_and(|answer| answer.later)
}

/// A refusal, on both ends.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Refusal {
    /// OTASP_ResultCode of ANSI-41.
    #[serde(default)]
    pub result_code: Option<u8>,
    /// Why, for people.
    #[serde(default)]
    pub detail: Option<String>,
}

/// Reads the answer to a question; `None`: it is not one.
pub fn answer(ask: &Ask, body: &[u8]) -> Option<NorthAnswer> {
    match ask {
        Ask::PublicValues { .. } => {
            let answer: PublicValuesAnswer = serde_json::from_slice(body).ok()?;
            Some(NorthAnswer::PublicValues(PublicValues {
                a_key_p_rev: answer.a_key_p_rev,
                param_p: octets(&answer.param_p)?,
                param_g: octets(&answer.param_g)?,
                bs_result: answer.bs_result.map(|text| octets(&text).ok_or(())).transpose().ok()?,
            }))
        }
        Ask::Generate { .. } => {
            let answer = if body.is_empty() { GenerateAnswer::default() } else { serde_json::from_slice(body).ok()? };
            match answer.bs_result {
                Some(text) => octets(&text).map(NorthAnswer::BsResult),
                None => Some(NorthAnswer::Done),
            }
        }
        _ => Some(NorthAnswer::Done),
    }
}

/// Lower-case hex digits.
pub fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::with_capacity(2 * octets.len()), |text, octet| text + &format!("{octet:02x}"))
}

/// Octets of hex digits; `None`: they are none.
pub fn octets(hex: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> =
        hex.chars().map(|digit| digit.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
    digits.len().is_multiple_of(2).then(|| digits.chunks_exact(2).map(|two| two[0] << 4 | two[1]).collect())
}
