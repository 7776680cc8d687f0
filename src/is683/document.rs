//! A message as readable JSON: the standard's field names in lower case, codes as numbers, octet strings as hex, flags as 0
//! and 1; lengths and reserved bits are not shown, for they are derived.
//!
//! Only the shape is here; the text is made and read by whoever serializes a [`Document`].

use std::convert::Infallible;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

use super::codes::OtaspMsgType;
use super::hex::to_hex;
use super::imsi::Digits;
use super::pass::{Fields, Names, Number, Pass, Presence};
use super::value::{Object, Value, serialize_object};

/// How a type that no table knows is called.
pub(super) const UNKNOWN: &str = "Unknown";

/// The readable form of a message: an object of fields, in the order of the wire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document(Object);

/// A document that does not describe a message: its author's fault.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: expected {expected}, found {found}")]
pub struct DocumentError {
    /// The field, with the lists around it: `blocks[0].sid_nid[2].sid`.
    pub field: String,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: &'static str,
}

impl Document {
    /// The document of a message.
    pub(super) fn of<'a>(mut message: impl Fields<'a>) -> Self {
        let mut pass = ToDocument { object: Object::new() };
        match message.fields(&mut pass) {
            Ok(()) => Self(pass.object),
            Err(never) => match never {},
        }
    }

    /// Fills a message.
    pub(super) fn fill<'a>(&'a self, message: &mut impl Fields<'a>) -> Result<(), DocumentError> {
        let mut pass = FromDocument::new(&self.0, String::new());
        message.fields(&mut pass)?;
        pass.finish()
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_object(&self.0, serializer)
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Object(object) => Ok(Self(object)),
            other => Err(D::Error::custom(format_args!("expected an object, found {}", other.kind()))),
        }
    }
}

/// The pass that makes a document.
struct ToDocument {
    object: Object,
}

impl ToDocument {
    fn put(&mut self, name: &'static str, value: Value) {
        self.object.push((name.into(), value));
    }
}

impl<'a> Pass<'a> for ToDocument {
    type Error = Infallible;
    const FILLS: bool = false;

    fn message(&mut self, names: Names, otasp_msg_type: &mut OtaspMsgType) -> Result<(), Infallible> {
        let known = names.iter().find(|(value, _)| *value == otasp_msg_type.0);
        self.put("message", Value::text(known.map_or(UNKNOWN, |(_, name)| name).into()));
        self.number("otasp_msg_type", 8, otasp_msg_type)
    }

    fn number<T: Number>(&mut self, name: &'static str, _bits: u32, value: &mut T) -> Result<(), Infallible> {
        self.put(name, Value::Number(value.bits()));
        Ok(())
    }

    fn reserved(&mut self, _bits: u32) -> Result<(), Infallible> {
        Ok(())
    }

    fn pad(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn array<const N: usize>(&mut self, name: &'static str, value: &mut [u8; N]) -> Result<(), Infallible> {
        self.put(name, Value::text(to_hex(value)));
        Ok(())
    }

    fn digits(&mut self, _count: &'static str, name: &'static str, value: &mut Digits) -> Result<(), Infallible> {
        self.put(name, Value::text(value.to_string()));
        Ok(())
    }

    fn octets(&mut self, _len: &'static str, name: &'static str, value: &mut &'a [u8]) -> Result<(), Infallible> {
        self.rest(name, value)
    }

    fn rest(&mut self, name: &'static str, value: &mut &'a [u8]) -> Result<(), Infallible> {
        self.put(name, Value::text(to_hex(value)));
        Ok(())
    }

    fn block(
        &mut self,
        _len: &'static str,
        _name: &'static str,
        fields: impl FnOnce(&mut Self) -> Result<(), Infallible>,
    ) -> Result<(), Infallible> {
        fields(self)
    }

    fn list<T: Default>(
        &mut self,
        _count: &'static str,
        name: &'static str,
        items: &mut Vec<T>,
        mut fields: impl FnMut(&mut T, &mut Self) -> Result<(), Infallible>,
    ) -> Result<(), Infallible> {
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            let mut inside = Self { object: Object::new() };
            fields(item, &mut inside)?;
            list.push(Value::Object(inside.object));
        }
        self.put(name, Value::List(list));
        Ok(())
    }

    fn codes<T: Number + Default>(
        &mut self,
        _count: &'static str,
        name: &'static str,
        codes: &mut Vec<T>,
    ) -> Result<(), Infallible> {
        self.each(name, codes.iter_mut())
    }

    fn each<'v, T: Number + 'v>(
        &mut self,
        name: &'static str,
        codes: impl ExactSizeIterator<Item = &'v mut T>,
    ) -> Result<(), Infallible> {
        self.put(name, Value::List(codes.map(|code| Value::Number(code.bits())).collect()));
        Ok(())
    }

    fn optional<T: Default>(
        &mut self,
        _name: &'static str,
        _presence: Presence,
        value: &mut Option<T>,
        fields: impl FnOnce(&mut T, &mut Self) -> Result<(), Infallible>,
    ) -> Result<(), Infallible> {
        value.as_mut().map_or(Ok(()), |value| fields(value, self))
    }
}

/// The pass that fills a message from a document.
struct FromDocument<'a> {
    object: &'a Object,
    /// Which entries of the object a field has taken.
    taken: Vec<bool>,
    /// Where the object stands: empty, or ending with a dot.
    path: String,
}

impl<'a> FromDocument<'a> {
    fn new(object: &'a Object, path: String) -> Self {
        Self { object, taken: vec![false; object.len()], path }
    }

    /// Refuses entries that no field has taken.
    fn finish(self) -> Result<(), DocumentError> {
        let left = self.object.iter().zip(&self.taken).find(|(_, taken)| !**taken);
        left.map_or(Ok(()), |((name, value), _)| Err(self.error(name, "nothing of that name here", value.kind())))
    }

    fn error(&self, name: &str, expected: impl Into<String>, found: &'static str) -> DocumentError {
        DocumentError { field: format!("{}{name}", self.path), expected: expected.into(), found }
    }

    fn find(&self, name: &str) -> Option<(usize, &'a Value)> {
        self.object.iter().enumerate().find_map(|(index, (key, value))| (key == name).then_some((index, value)))
    }

    fn take_if_any(&mut self, name: &str) -> Option<&'a Value> {
        let (index, value) = self.find(name)?;
        if let Some(taken) = self.taken.get_mut(index) {
            *taken = true;
        }
        Some(value)
    }

    fn take(&mut self, name: &str, expected: &str) -> Result<&'a Value, DocumentError> {
        self.take_if_any(name).ok_or_else(|| self.error(name, expected, "nothing"))
    }

    fn hex(&mut self, name: &str) -> Result<&'a [u8], DocumentError> {
        match self.take(name, "hex digits")? {
            Value::Text(_, Some(octets)) => Ok(octets),
            other => Err(self.error(name, "hex digits", other.kind())),
        }
    }

    fn items(&mut self, name: &str) -> Result<&'a [Value], DocumentError> {
        match self.take(name, "a list")? {
            Value::List(items) => Ok(items),
            other => Err(self.error(name, "a list", other.kind())),
        }
    }

    fn value<T: Number>(&self, name: &str, bits: u32, value: &Value) -> Result<T, DocumentError> {
        let most = u64::MAX >> (64 - bits);
        match value {
            Value::Number(number) if *number <= most => Ok(T::from_bits(*number)),
            Value::Flag(flag) if bits == 1 => Ok(T::from_bits((*flag).into())),
            Value::Text(text, _) if let Some(value) = T::from_text(text) => Ok(value),
            other => Err(self.error(name, format!("a number from 0 to {most}"), other.kind())),
        }
    }
}

impl<'a> Pass<'a> for FromDocument<'a> {
    type Error = DocumentError;
    const FILLS: bool = true;

    /// Type and name say the same; either is enough.
    fn message(&mut self, names: Names, otasp_msg_type: &mut OtaspMsgType) -> Result<(), DocumentError> {
        let said = self.take_if_any("message");
        let named = names.iter().find(|(_, name)| matches!(said, Some(Value::Text(text, _)) if text == name));
        match (self.find("otasp_msg_type"), named) {
            (None, Some((value, _))) => {
                *otasp_msg_type = OtaspMsgType(*value);
                return Ok(());
            }
            _ => self.number("otasp_msg_type", 8, otasp_msg_type)?,
        }
        let known = names.iter().find(|(value, _)| *value == otasp_msg_type.0).map_or(UNKNOWN, |(_, name)| name);
        match said {
            Some(Value::Text(text, _)) if text != known => Err(self.error("message", known, "another text")),
            Some(Value::Text(..)) | None => Ok(()),
            Some(other) => Err(self.error("message", known, other.kind())),
        }
    }

    fn number<T: Number>(&mut self, name: &'static str, bits: u32, value: &mut T) -> Result<(), DocumentError> {
        let found = self.take(name, "a number")?;
        *value = self.value(name, bits, found)?;
        Ok(())
    }

    fn reserved(&mut self, _bits: u32) -> Result<(), DocumentError> {
        Ok(())
    }

    fn pad(&mut self) -> Result<(), DocumentError> {
        Ok(())
    }

    fn array<const N: usize>(&mut self, name: &'static str, value: &mut [u8; N]) -> Result<(), DocumentError> {
        let octets = self.hex(name)?;
        *value = octets.try_into().map_err(|_| self.error(name, format!("{N} octets"), "another length"))?;
        Ok(())
    }

    fn digits(&mut self, _count: &'static str, name: &'static str, value: &mut Digits) -> Result<(), DocumentError> {
        match self.take(name, "digits")? {
            Value::Text(text, _) => {
                *value = text.parse().map_err(|reason: String| self.error(name, reason, "another text"))?;
                Ok(())
            }
            other => Err(self.error(name, "digits", other.kind())),
        }
    }

    fn octets(&mut self, _len: &'static str, name: &'static str, value: &mut &'a [u8]) -> Result<(), DocumentError> {
        self.rest(name, value)
    }

    fn rest(&mut self, name: &'static str, value: &mut &'a [u8]) -> Result<(), DocumentError> {
        *value = self.hex(name)?;
        Ok(())
    }

    fn block(
        &mut self,
        _len: &'static str,
        _name: &'static str,
        fields: impl FnOnce(&mut Self) -> Result<(), DocumentError>,
    ) -> Result<(), DocumentError> {
        fields(self)
    }

    fn list<T: Default>(
        &mut self,
        _count: &'static str,
        name: &'static str,
        items: &mut Vec<T>,
        mut fields: impl FnMut(&mut T, &mut Self) -> Result<(), DocumentError>,
    ) -> Result<(), DocumentError> {
        for (index, value) in self.items(name)?.iter().enumerate() {
            let place = format!("{}{name}[{index}]", self.path);
            let Value::Object(object) = value else {
                return Err(DocumentError { field: place, expected: "an object".into(), found: value.kind() });
            };
            let mut inside = Self::new(object, place + ".");
            let mut item = T::default();
            fields(&mut item, &mut inside)?;
            inside.finish()?;
            items.push(item);
        }
        Ok(())
    }

    fn codes<T: Number + Default>(
        &mut self,
        _count: &'static str,
        name: &'static str,
        codes: &mut Vec<T>,
    ) -> Result<(), DocumentError> {
        *codes = self.items(name)?.iter().map(|value| self.value(name, 8, value)).collect::<Result<_, _>>()?;
        Ok(())
    }

    fn each<'v, T: Number + 'v>(
        &mut self,
        name: &'static str,
        codes: impl ExactSizeIterator<Item = &'v mut T>,
    ) -> Result<(), DocumentError> {
        let items = self.items(name)?;
        if items.len() != codes.len() {
            return Err(self.error(name, format!("{} numbers", codes.len()), "another length"));
        }
        for (code, value) in codes.zip(items) {
            *code = self.value(name, 8, value)?;
        }
        Ok(())
    }

    fn optional<T: Default>(
        &mut self,
        name: &'static str,
        presence: Presence,
        value: &mut Option<T>,
        fields: impl FnOnce(&mut T, &mut Self) -> Result<(), DocumentError>,
    ) -> Result<(), DocumentError> {
        let present = match presence {
            Presence::If(present) => present,
            Presence::IfMore => self.find(name).is_some(),
        };
        if present { fields(value.insert(T::default()), self) } else { Ok(()) }
    }

    fn gives_octets(&self, name: &'static str) -> bool {
        self.find(name).is_some()
    }
}
