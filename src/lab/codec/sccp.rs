//! SCCP messages as JSON: codes and point codes as numbers, flags as 0 and 1, octets as hex. Lengths and pointers are derived.

use serde::{Deserialize, Serialize};

use super::notification::octets_of;
use crate::ansi41::PointCode;
use crate::ansi41::document::Document;
use crate::ansi41::sccp::{
    Address, Extended, Form, GlobalTitle, Message, Numbering, Optional, Purpose, ReturnCause, Routing, Segmentation,
    Ssn,
};
use crate::ansi41::tcap::Package;
use crate::is683::hex::to_hex;

/// A message.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fields {
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_type: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    protocol_class: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    return_on_error: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    return_cause: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hop_counter: Option<u8>,
    called: AddressFields,
    calling: AddressFields,
    #[serde(skip_serializing_if = "Option::is_none")]
    segmentation: Option<SegmentationFields>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<OtherFields>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<String>,
    /// The package that `data` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    tcap: Option<Document>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AddressFields {
    #[serde(default = "one")]
    national: u8,
    #[serde(default = "one")]
    route_on_ssn: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    ssn: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pc: Option<Code>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gt_indicator: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    global_title: Option<String>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SegmentationFields {
    first: u8,
    in_sequence: u8,
    remaining: u8,
    reference: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherFields {
    name: u8,
    value: String,
}

/// A point code: shown as a number, taken as `network-cluster-member` too.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Code {
    Number(u32),
    Text(String),
}

impl Code {
    pub(super) fn of(code: PointCode) -> Self {
        Self::Number(code.number())
    }

    pub(super) fn read(&self, field: &str) -> Result<PointCode, String> {
        let number = |number| PointCode::new(number).ok_or(format!("{number} is more than {}", PointCode::MAX));
        match self {
            Self::Number(found) => number(*found),
            Self::Text(text) => text.parse(),
        }
        .map_err(|reason| format!("{field}: {reason}"))
    }
}

const fn one() -> u8 {
    1
}

fn flag(field: &str, value: u8) -> Result<bool, String> {
    if value > 1 { Err(format!("{field}: expected 0 or 1, found {value}")) } else { Ok(value == 1) }
}

/// A message as JSON.
pub(super) fn show(octets: &[u8]) -> Result<String, String> {
    let message = Message::read(octets).map_err(|error| error.to_string())?;
    serde_json::to_string(&Fields::of(&message)).map_err(|error| error.to_string())
}

/// A message from JSON.
pub(super) fn make(text: &[u8]) -> Result<Vec<u8>, String> {
    let fields: Fields = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    fields.message("")?.write().map_err(|error| error.to_string())
}

impl Fields {
    pub(super) fn of(message: &Message) -> Self {
        let (class, returns, cause) = match message.purpose {
            Purpose::Deliver { in_sequence, return_on_error } => {
                (Some(in_sequence.into()), Some(return_on_error.into()), None)
            }
            Purpose::Return(cause) => (None, None, Some(cause.0)),
        };
        let extended = match &message.form {
            Form::Short => None,
            Form::Extended(extended) | Form::Long(extended) => Some(extended),
        };
        let others = extended.map(|extended| extended.others.as_slice()).unwrap_or_default();
        let message_type = message.message_type();
        Self {
            message: Message::name(message_type).map(str::to_owned),
            message_type: Some(message_type),
            protocol_class: class,
            return_on_error: returns,
            return_cause: cause,
            hop_counter: extended.map(|extended| extended.hop_counter),
            called: AddressFields::of(&message.called),
            calling: AddressFields::of(&message.calling),
            segmentation: message.segmentation().map(SegmentationFields::of),
            others: others.iter().map(|other| OtherFields { name: other.name, value: to_hex(&other.value) }).collect(),
            data: Some(to_hex(&message.data)),
            tcap: Package::read(&message.data).ok().map(|package| Document::of(&package)),
        }
    }

    /// The message; `path` is where it stands, empty or ending with a dot.
    pub(super) fn message(&self, path: &str) -> Result<Message, String> {
        let at = |field: &str| format!("{path}{field}");
        let known = [0x09, 0x0a, 0x11, 0x12, 0x13, 0x14];
        let named = |name: &str| known.into_iter().find(|number| Message::name(*number) == Some(name));
        let message_type = match (self.message_type, &self.message) {
            (Some(number), None) => Some(number).filter(|number| known.contains(number)),
            (Some(number), Some(name)) => Some(number).filter(|number| Message::name(*number) == Some(name)),
            (None, Some(name)) => named(name),
            (None, None) => None,
        };
        let message_type = message_type.ok_or_else(|| {
            format!("{}: expected UDT, UDTS, XUDT, XUDTS, LUDT or LUDTS, and its message_type", at("message"))
        })?;
        let missing = |field: &str| format!("{}: missing, though a {message_type} has it", at(field));
        let purpose = match message_type {
            0x09 | 0x11 | 0x13 => Purpose::Deliver {
                in_sequence: flag(&at("protocol_class"), self.protocol_class.unwrap_or(0))?,
                return_on_error: flag(&at("return_on_error"), self.return_on_error.unwrap_or(0))?,
            },
            _ => Purpose::Return(ReturnCause(self.return_cause.ok_or_else(|| missing("return_cause"))?)),
        };
        let other = |other: &OtherFields| {
            Ok(Optional { name: other.name, value: octets_of(&at("others.value"), &other.value)? })
        };
        let extended = || {
            Ok::<_, String>(Extended {
                hop_counter: self.hop_counter.ok_or_else(|| missing("hop_counter"))?,
                segmentation: self.segmentation.map(|fields| fields.read(path)).transpose()?,
                others: self.others.iter().map(other).collect::<Result<_, String>>()?,
            })
        };
        let form = match message_type {
            0x09 | 0x0a => Form::Short,
            0x11 | 0x12 => Form::Extended(extended()?),
            _ => Form::Long(extended()?),
        };
        Ok(Message {
            form,
            purpose,
            called: self.called.read(&at("called."))?,
            calling: self.calling.read(&at("calling."))?,
            data: self.data(path)?,
        })
    }

    /// The user's octets, given as such, as a package, or as both alike.
    fn data(&self, path: &str) -> Result<Vec<u8>, String> {
        let octets = self.data.as_ref().map(|digits| octets_of(&format!("{path}data"), digits)).transpose()?;
        let package = self.tcap.as_ref().map(|document| document.package().map(|package| package.write()));
        let package = package.transpose().map_err(|error| format!("{path}tcap.{error}"))?;
        match (octets, package) {
            (Some(octets), Some(package)) => {
                let written = Package::read(&octets).ok().map(|package| package.write());
                if written.as_ref() == Some(&package) {
                    return Ok(octets);
                }
                Err(format!("{path}data: expected the octets of tcap, or only one of the two"))
            }
            (Some(octets), None) | (None, Some(octets)) => Ok(octets),
            (None, None) => Err(format!("{path}data: expected hex digits or tcap, found nothing")),
        }
    }
}

impl AddressFields {
    fn of(address: &Address) -> Self {
        Self {
            national: (address.numbering == Numbering::National).into(),
            route_on_ssn: (address.routing == Routing::Ssn).into(),
            ssn: address.ssn.map(|ssn| ssn.0),
            pc: address.point_code.map(Code::of),
            gt_indicator: address.global_title.as_ref().map(|title| title.indicator),
            global_title: address.global_title.as_ref().map(|title| to_hex(&title.octets)),
        }
    }

    fn read(&self, path: &str) -> Result<Address, String> {
        let global_title = match (self.gt_indicator, &self.global_title) {
            (None, None) => None,
            (Some(indicator), Some(digits)) => {
                Some(GlobalTitle { indicator, octets: octets_of(&format!("{path}global_title"), digits)? })
            }
            _ => return Err(format!("{path}global_title: gt_indicator and global_title go together")),
        };
        Ok(Address {
            numbering: if flag(&format!("{path}national"), self.national)? {
                Numbering::National
            } else {
                Numbering::International
            },
            routing: if flag(&format!("{path}route_on_ssn"), self.route_on_ssn)? {
                Routing::Ssn
            } else {
                Routing::GlobalTitle
            },
            ssn: self.ssn.map(Ssn),
            point_code: self.pc.as_ref().map(|code| code.read(&format!("{path}pc"))).transpose()?,
            global_title,
        })
    }
}

impl SegmentationFields {
    fn of(segmentation: Segmentation) -> Self {
        let Segmentation { first, in_sequence, remaining, reference } = segmentation;
        Self { first: first.into(), in_sequence: in_sequence.into(), remaining, reference }
    }

    fn read(self, path: &str) -> Result<Segmentation, String> {
        Ok(Segmentation {
            first: flag(&format!("{path}segmentation.first"), self.first)?,
            in_sequence: flag(&format!("{path}segmentation.in_sequence"), self.in_sequence)?,
            remaining: self.remaining,
            reference: self.reference,
        })
    }
}
