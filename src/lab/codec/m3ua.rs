//! M3UA messages as JSON: an object of parameters in the order of the wire, codes as numbers, octets as hex. SCCP in a DATA
//! message is shown as what it is. A parameter that has no name is `tag_N` and hex.

use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::notification::octets_of;
use super::sccp::{self, Code};
use crate::ansi41::m3ua::{
    AffectedPointCode, ErrorCode, Kind, Message, Parameter, ProtocolData, Status, TrafficModeType, UserCause,
};
use crate::ansi41::sccp as wire;
use crate::is683::hex::to_hex;

/// A message as JSON.
pub(super) fn show(octets: &[u8]) -> Result<String, String> {
    let message = Message::read(octets).map_err(|error| error.to_string())?;
    serde_json::to_string(&Shown(message)).map_err(|error| error.to_string())
}

/// A message from JSON.
pub(super) fn make(text: &[u8]) -> Result<Vec<u8>, String> {
    let Shown(message) = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    message.write().map_err(|error| error.to_string())
}

struct Shown(Message);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusFields {
    status_type: u16,
    status_information: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AffectedFields {
    #[serde(default)]
    mask: u8,
    pc: Code,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct UserCauseFields {
    cause: u16,
    user: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProtocolDataFields {
    opc: Code,
    dpc: Code,
    si: u8,
    ni: u8,
    mp: u8,
    sls: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    sccp: Option<sccp::Fields>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<String>,
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Kind { class, number } = self.0.kind;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("message", self.0.kind.name().unwrap_or("Unknown"))?;
        map.serialize_entry("message_class", &class)?;
        map.serialize_entry("message_type", &number)?;
        for parameter in &self.0.parameters {
            match parameter {
                Parameter::InfoString(octets) => map.serialize_entry("info_string", &to_hex(octets)),
                Parameter::RoutingContexts(contexts) => map.serialize_entry("routing_context", contexts),
                Parameter::DiagnosticInformation(octets) => {
                    map.serialize_entry("diagnostic_information", &to_hex(octets))
                }
                Parameter::HeartbeatData(octets) => map.serialize_entry("heartbeat_data", &to_hex(octets)),
                Parameter::TrafficModeType(mode) => map.serialize_entry("traffic_mode_type", &mode.0),
                Parameter::ErrorCode(code) => map.serialize_entry("error_code", &code.0),
                Parameter::Status(Status { kind, information }) => map
                    .serialize_entry("status", &StatusFields { status_type: *kind, status_information: *information }),
                Parameter::AspIdentifier(number) => map.serialize_entry("asp_identifier", number),
                Parameter::AffectedPointCodes(codes) => {
                    let shown =
                        codes.iter().map(|code| AffectedFields { mask: code.mask, pc: Code::of(code.point_code) });
                    map.serialize_entry("affected_point_code", &shown.collect::<Vec<_>>())
                }
                Parameter::CorrelationId(number) => map.serialize_entry("correlation_id", number),
                Parameter::NetworkAppearance(number) => map.serialize_entry("network_appearance", number),
                Parameter::UserCause(UserCause { cause, user }) => {
                    map.serialize_entry("user_cause", &UserCauseFields { cause: *cause, user: *user })
                }
                Parameter::CongestionLevel(level) => map.serialize_entry("congestion_level", level),
                Parameter::ConcernedDestination(code) => map.serialize_entry("concerned_destination", &Code::of(*code)),
                Parameter::ProtocolData(data) => map.serialize_entry("protocol_data", &ProtocolDataFields::of(data)),
                Parameter::Other { tag, value } => map.serialize_entry(&format!("tag_{tag}"), &to_hex(value)),
            }?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Shown {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MessageVisitor)
    }
}

struct MessageVisitor;

impl<'de> Visitor<'de> for MessageVisitor {
    type Value = Shown;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the name of a message and its parameters")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shown, A::Error> {
        let (mut name, mut class, mut number) = (None::<String>, None, None);
        let mut parameters = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "message" => name = Some(map.next_value()?),
                "message_class" => class = Some(map.next_value()?),
                "message_type" => number = Some(map.next_value()?),
                key => parameters.push(parameter(key, &mut map)?),
            }
        }
        let named = name.as_deref().and_then(Kind::named);
        let kind = match (class, number, named) {
            (Some(class), Some(number), _) => Kind::new(class, number),
            (None, None, Some(kind)) => kind,
            _ => return Err(A::Error::custom("message: expected a name, or message_class and message_type")),
        };
        if named.is_some_and(|named| named != kind) || kind.name().is_none() {
            return Err(A::Error::custom("message: expected the name that goes with message_class and message_type"));
        }
        Ok(Shown(Message::new(kind, parameters)))
    }
}

/// The parameter of this name.
fn parameter<'de, A: MapAccess<'de>>(key: &str, map: &mut A) -> Result<Parameter, A::Error> {
    let said = A::Error::custom::<String>;
    let mut hex = || octets_of(key, &map.next_value::<String>()?).map_err(said);
    Ok(match key {
        "info_string" => Parameter::InfoString(hex()?),
        "diagnostic_information" => Parameter::DiagnosticInformation(hex()?),
        "heartbeat_data" => Parameter::HeartbeatData(hex()?),
        "routing_context" => Parameter::RoutingContexts(map.next_value()?),
        "traffic_mode_type" => Parameter::TrafficModeType(TrafficModeType(map.next_value()?)),
        "error_code" => Parameter::ErrorCode(ErrorCode(map.next_value()?)),
        "status" => {
            let StatusFields { status_type, status_information } = map.next_value()?;
            Parameter::Status(Status { kind: status_type, information: status_information })
        }
        "asp_identifier" => Parameter::AspIdentifier(map.next_value()?),
        "affected_point_code" => {
            let read = |fields: AffectedFields| {
                let point_code = fields.pc.read("affected_point_code.pc").map_err(said)?;
                Ok(AffectedPointCode { mask: fields.mask, point_code })
            };
            let list = map.next_value::<Vec<AffectedFields>>()?;
            Parameter::AffectedPointCodes(list.into_iter().map(read).collect::<Result<_, _>>()?)
        }
        "correlation_id" => Parameter::CorrelationId(map.next_value()?),
        "network_appearance" => Parameter::NetworkAppearance(map.next_value()?),
        "user_cause" => {
            let UserCauseFields { cause, user } = map.next_value()?;
            Parameter::UserCause(UserCause { cause, user })
        }
        "congestion_level" => Parameter::CongestionLevel(map.next_value()?),
        "concerned_destination" => Parameter::ConcernedDestination(map.next_value::<Code>()?.read(key).map_err(said)?),
        "protocol_data" => Parameter::ProtocolData(map.next_value::<ProtocolDataFields>()?.read().map_err(said)?),
        _ => match key.strip_prefix("tag_").and_then(|tag| tag.parse().ok()) {
            Some(tag) => Parameter::Other { tag, value: hex()? },
            None => return Err(said(format!("{key}: nothing of that name here"))),
        },
    })
}

impl ProtocolDataFields {
    /// Octets that say the same in other words stand beside what they say, or they could not come back as they were.
    fn of(data: &ProtocolData) -> Self {
        let message = (data.service_indicator == ProtocolData::SCCP).then(|| wire::Message::read(&data.data).ok());
        let message = message.flatten();
        let is_plain = message.as_ref().is_some_and(|message| message.write().as_ref() == Ok(&data.data));
        Self {
            opc: Code::of(data.opc),
            dpc: Code::of(data.dpc),
            si: data.service_indicator,
            ni: data.network_indicator,
            mp: data.message_priority,
            sls: data.sls,
            sccp: message.as_ref().map(sccp::Fields::of),
            data: (!is_plain).then(|| to_hex(&data.data)),
        }
    }

    fn read(&self) -> Result<ProtocolData, String> {
        let message = self.sccp.as_ref().map(|fields| fields.message("protocol_data.sccp.")).transpose()?;
        let octets = self.data.as_ref().map(|digits| octets_of("protocol_data.data", digits)).transpose()?;
        let data = match (message, octets) {
            (Some(message), Some(octets)) if wire::Message::read(&octets).as_ref() != Ok(&message) => {
                return Err("protocol_data.data: expected the octets of sccp, or only one of the two".into());
            }
            (_, Some(octets)) => octets,
            (Some(message), None) => message.write().map_err(|error| format!("protocol_data.sccp.{error}"))?,
            (None, None) => return Err("protocol_data.data: expected hex digits or sccp, found nothing".into()),
        };
        Ok(ProtocolData {
            opc: self.opc.read("protocol_data.opc")?,
            dpc: self.dpc.read("protocol_data.dpc")?,
            service_indicator: self.si,
            network_indicator: self.ni,
            message_priority: self.mp,
            sls: self.sls,
            data,
        })
    }
}
