//! One parameter as JSON.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::ber::Tag;
use super::super::digits;
use super::super::parameters::{Parameter, ParameterId, Shape};
use super::{DocumentError, Hex, wrong};
use crate::is683::hex::{from_hex, to_hex};
use crate::is683::{self, Forward, Reverse};
use crate::limits::TAG_NUMBER;

/// A parameter, by name or by tag.
#[derive(Clone, Debug)]
pub(super) enum ParameterDocument {
    Known { name: Cow<'static, str>, value: Option<Value>, is683: Option<is683::Document> },
    Other { tag: u32, class: u8, constructed: bool, octets: Hex },
}

/// What a known parameter is shown as.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Value {
    Number(u64),
    Numbers(Vec<u8>),
    Text(String),
}

/// What SMS_BearerData carries, by the component that it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carried {
    /// A message to the handset: in an invoke.
    Forward,
    /// One from it: in a result.
    Reverse,
    /// None that is known.
    Nothing,
}

impl Carried {
    fn document(self, octets: &[u8]) -> Option<is683::Document> {
        match self {
            Self::Forward => Forward::read(octets).ok().map(|message| message.to_document()),
            Self::Reverse => Reverse::read(octets).ok().map(|message| message.to_document()),
            Self::Nothing => None,
        }
    }

    fn octets(self, document: &is683::Document) -> Result<Vec<u8>, String> {
        let said = |error: is683::EncodeError| error.to_string();
        match self {
            Self::Forward => Forward::from_document(document).map_err(|error| error.to_string())?.write().map_err(said),
            Self::Reverse => Reverse::from_document(document).map_err(|error| error.to_string())?.write().map_err(said),
            Self::Nothing => Err("no message stands here".into()),
        }
    }
}

impl Value {
    /// What octets of this shape are shown as, `None` where they have another one.
    fn of(octets: &[u8], shape: Shape) -> Option<Self> {
        match (shape, octets) {
            (Shape::Code, [code]) => Some(Self::Number((*code).into())),
            (Shape::Codes, [_, ..]) => Some(Self::Numbers(octets.to_vec())),
            (Shape::Code | Shape::Codes, _) => None,
            (Shape::Min, _) => digits::min_digits(octets).map(Self::Text),
            (Shape::Imsi, _) => digits::imsi_digits(octets).map(Self::Text),
            (Shape::Octets, _) => Some(Self::Text(to_hex(octets))),
        }
    }

    fn octets(&self, shape: Shape) -> Result<Vec<u8>, &'static str> {
        let code = |number: &u64| u8::try_from(*number).map(|code| vec![code]);
        match (shape, self) {
            (Shape::Code, Self::Number(number)) => code(number).map_err(|_| "a number from 0 to 255"),
            (Shape::Code, _) => Err("a number from 0 to 255"),
            (Shape::Codes, Self::Number(number)) => code(number).map_err(|_| "numbers from 0 to 255"),
            (Shape::Codes, Self::Numbers(numbers)) if !numbers.is_empty() => Ok(numbers.clone()),
            (Shape::Codes, _) => Err("numbers from 0 to 255"),
            (Shape::Min, Self::Text(text)) => digits::min_octets(text).ok_or("10 digits"),
            (Shape::Min, _) => Err("10 digits"),
            (Shape::Imsi, Self::Text(text)) => digits::imsi_octets(text).ok_or("6 to 15 digits"),
            (Shape::Imsi, _) => Err("6 to 15 digits"),
            (Shape::Octets, Self::Text(text)) => from_hex(text).ok_or("hex digits, two for an octet"),
            (Shape::Octets, _) => Err("hex digits, two for an octet"),
        }
    }
}

impl ParameterDocument {
    pub(super) fn of(parameter: &Parameter<'_>, carried: Carried) -> Self {
        let Parameter { tag, octets } = parameter;
        let id = ParameterId(tag.number);
        if *tag == Tag::context(tag.number)
            && let Some((name, shape)) = id.known()
            && let Some(value) = Value::of(octets, shape)
        {
            let is683 = if id == ParameterId::SMS_BEARER_DATA { carried.document(octets) } else { None };
            return Self::Known { name: name.into(), value: Some(value), is683 };
        }
        let Tag { class, constructed, number } = *tag;
        Self::Other { tag: number, class, constructed, octets: Hex(octets.to_vec()) }
    }

    pub(super) fn parameter(&self, carried: Carried) -> Result<Parameter<'static>, DocumentError> {
        match self {
            Self::Known { name, value, is683 } => {
                let (id, shape) =
                    ParameterId::named(name).ok_or_else(|| wrong(&**name, "a name of a known parameter, or tag"))?;
                let given =
                    value.as_ref().map(|value| value.octets(shape).map_err(|expected| wrong(&**name, expected)));
                let octets = match (given.transpose()?, is683) {
                    (Some(octets), None) => octets,
                    (given, Some(document)) => {
                        let made = carried.octets(document).map_err(|error| wrong("is683", error))?;
                        // Reserved bits and stray octets of what was carried are not in the message: its octets count.
                        if given.as_ref().is_some_and(|given| carried.document(given).as_ref() != Some(document)) {
                            return Err(wrong(&**name, format_args!("the octets of is683, {}", to_hex(&made))));
                        }
                        given.unwrap_or(made)
                    }
                    (None, None) => return Err(wrong(&**name, "a value")),
                };
                Ok(Parameter { tag: Tag::context(id.0), octets: Cow::Owned(octets) })
            }
            Self::Other { tag, class, constructed, octets } => {
                if *tag > TAG_NUMBER {
                    return Err(wrong("tag", format_args!("a number from 0 to {TAG_NUMBER}")));
                }
                if *class > 3 {
                    return Err(wrong("class", "a number from 0 to 3"));
                }
                let tag = Tag { class: *class, constructed: *constructed, number: *tag };
                Ok(Parameter { tag, octets: Cow::Owned(octets.0.clone()) })
            }
        }
    }
}

impl Serialize for ParameterDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Known { name, value, is683 } => {
                map.serialize_entry(name, value)?;
                if let Some(document) = is683 {
                    map.serialize_entry("is683", document)?;
                }
            }
            Self::Other { tag, class, constructed, octets } => {
                map.serialize_entry("tag", tag)?;
                if *class != 2 {
                    map.serialize_entry("class", class)?;
                }
                if *constructed {
                    map.serialize_entry("constructed", constructed)?;
                }
                map.serialize_entry("octets", octets)?;
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for ParameterDocument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ParameterVisitor)
    }
}

struct ParameterVisitor;

impl<'de> Visitor<'de> for ParameterVisitor {
    type Value = ParameterDocument;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a parameter: its name and value, or tag and octets")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ParameterDocument, A::Error> {
        let (mut tag, mut class, mut constructed, mut octets) = (None, 2, false, None);
        let (mut known, mut is683) = (None, None);
        while let Some(key) = map.next_key::<String>()? {
            match &*key {
                "tag" => tag = Some(map.next_value()?),
                "class" => class = map.next_value()?,
                "constructed" => constructed = map.next_value()?,
                "octets" => octets = Some(map.next_value()?),
                "is683" => is683 = Some(map.next_value()?),
                _ if known.is_none() => known = Some((key, map.next_value()?)),
                _ => return Err(A::Error::custom(format_args!("{key}: expected one parameter in one object"))),
            }
        }
        match (known, tag, octets) {
            (Some((name, value)), None, None) => {
                Ok(ParameterDocument::Known { name: name.into(), value: Some(value), is683 })
            }
            (None, None, None) if is683.is_some() => {
                Ok(ParameterDocument::Known { name: "sms_bearer_data".into(), value: None, is683 })
            }
            (None, Some(tag), Some(octets)) if is683.is_none() => {
                Ok(ParameterDocument::Other { tag, class, constructed, octets })
            }
            _ => Err(A::Error::custom("expected a parameter: its name and value, or tag and octets")),
        }
    }
}
