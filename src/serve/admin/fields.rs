//! Members of a JSON object, read strictly: each once, each known, each of its type, and nested once at most.
//!
//! Texts may be passwords: they are wiped when dropped, and no error repeats one. Used by every resource that takes a body, and for the
//! lines of a file of subscribers.

use std::fmt::{self, Display};
use std::str::FromStr;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use zeroize::Zeroizing;

use super::problem::Problem;
use crate::limits;

/// The members of an object that have not been read yet.
pub(super) struct Fields(Vec<(String, Value)>);

/// The value of a member.
enum Value {
    Null,
    Bool(bool),
    Whole(u64),
    Text(Zeroizing<String>),
    /// An object in the object; one within that is something else.
    Object(Fields),
    /// Anything else, by its name.
    Other(&'static str),
    /// It was given more than once.
    Twice,
}

impl Fields {
    /// Reads an object.
    pub(super) fn read(json: &[u8]) -> Result<Self, Problem> {
        Self::parse(json, |line, column| format!("line {line}, column {column}"))
    }

    /// The same from a line of a file, whose number is told beside it.
    pub(super) fn of_line(json: &[u8]) -> Result<Self, Problem> {
        Self::parse(json, |_, column| format!("column {column}"))
    }

    fn parse(json: &[u8], place: impl FnOnce(usize, usize) -> String) -> Result<Self, Problem> {
        let fields: Self = serde_json::from_slice(json).map_err(|error| {
            // Only the place: the text around it may be secret.
            let what = match error.classify() {
                serde_json::error::Category::Data => {
                    error.to_string().split(" at line ").next().unwrap_or_default().to_owned()
                }
                serde_json::error::Category::Eof => "the JSON ends early".into(),
                _ => "is not JSON".into(),
            };
            // What is wrong as a whole has no place.
            Problem::malformed(match error.column() {
                0 => what,
                column => format!("{what} ({})", place(error.line(), column)),
            })
        })?;
        match fields.twice() {
            Some(name) => Err(Problem::malformed("is given twice").of(name)),
            None => Ok(fields),
        }
    }

    /// The name of a member that was given twice.
    fn twice(&self) -> Option<String> {
        self.0.iter().find_map(|(name, value)| match value {
            Value::Twice => Some(name.clone()),
            Value::Object(inner) => inner.twice().map(|inner| format!("{name}.{inner}")),
            _ => None,
        })
    }

    /// None at all: of a request without a body.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.swap_remove(at).1).filter(|value| !matches!(value, Value::Null))
    }

    /// A text; `null` is none.
    pub(super) fn text(&mut self, name: &'static str) -> Result<Option<Zeroizing<String>>, Problem> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(other) => Err(other.is_not("a string", name)),
        }
    }

    /// A text that must be there.
    pub(super) fn required(&mut self, name: &'static str) -> Result<Zeroizing<String>, Problem> {
        self.text(name)?.ok_or_else(|| Problem::field(name, "must be given"))
    }

    /// A text that reads as `T`.
    pub(super) fn word<T: FromStr<Err: Display>>(&mut self, name: &'static str) -> Result<Option<T>, Problem> {
        let text = self.text(name)?;
        text.map(|text| text.parse().map_err(|error: T::Err| Problem::field(name, error.to_string()))).transpose()
    }

    /// A whole number within these bounds.
    pub(super) fn number(&mut self, name: &'static str, least: u64, most: u64) -> Result<Option<u64>, Problem> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Whole(number)) if (least..=most).contains(&number) => Ok(Some(number)),
            Some(_) => Err(Problem::field(name, format!("is not a whole number of {least} to {most}"))),
        }
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, name: &'static str) -> Result<Option<bool>, Problem> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(flag)),
            Some(other) => Err(other.is_not("true or false", name)),
        }
    }

    /// Whether a member is there, be it `null`.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// What `read` makes of an object's members, which are named behind its own name; `null` is none.
    pub(super) fn object<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Self) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        let mut inner = match self.take(name) {
            None => return Ok(None),
            Some(Value::Object(inner)) => inner,
            Some(other) => return Err(other.is_not("an object", name)),
        };
        let done = read(&mut inner).and_then(|value| inner.end().map(|()| Some(value)));
        done.map_err(|problem| problem.within(name))
    }

    /// Nothing may be left: a member that nobody knows may be one that was meant otherwise.
    pub(super) fn end(self) -> Result<(), Problem> {
        match self.0.into_iter().next() {
            None => Ok(()),
            Some((name, _)) => Err(Problem::new(422, "unknown_field", "there is no such member").of(name)),
        }
    }
}

impl Value {
    fn is_not(&self, wanted: &str, field: &'static str) -> Problem {
        let found = match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Whole(_) => "a number",
            Self::Text(_) => "a string",
            Self::Object(_) => "an object",
            Self::Other(name) => name,
            Self::Twice => "given twice",
        };
        Problem::field(field, format!("is {found}, not {wanted}"))
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Object { nested: false })
    }
}

/// Reads an object's members.
struct Object {
    nested: bool,
}

impl<'de> Visitor<'de> for Object {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields: Vec<(String, Value)> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if fields.len() == limits::ADMIN_MEMBERS {
                return Err(A::Error::custom(format_args!("has more than {} members", limits::ADMIN_MEMBERS)));
            }
            let value = map.next_value_seed(Any { nested: self.nested })?;
            match fields.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known = Value::Twice,
                None => fields.push((name, value)),
            }
        }
        Ok(Fields(fields))
    }
}

/// Reads a member's value.
struct Any {
    nested: bool,
}

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Whole(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Value, E> {
        Ok(Value::Other("a number below 0"))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        // JSON knows one kind of number: 2.0 is 2.
        let whole = number.fract() == 0.0 && (0.0..=WHOLE).contains(&number);
        #[expect(clippy::cast_sign_loss, reason = "whole and within bounds")]
        Ok(if whole { Value::Whole(number as u64) } else { Value::Other("a number") })
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(Zeroizing::new(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(Zeroizing::new(text)))
    }

    // serde_json reads over what nobody wants without going down into it.
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other("a list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        if !self.nested {
            return Object { nested: true }.visit_map(map).map(Value::Object);
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other("an object"))
    }
}

/// Up to here every whole number is one of the type.
const WHOLE: f64 = 9_007_199_254_740_992.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Way;

    fn problem(json: &str, read: impl FnOnce(&mut Fields) -> Result<(), Problem>) -> (Option<String>, String) {
        let mut fields = match Fields::read(json.as_bytes()) {
            Ok(fields) => fields,
            Err(problem) => return problem.into_parts(),
        };
        read(&mut fields).and_then(|()| fields.end()).unwrap_err().into_parts()
    }

    #[test]
    fn members_are_read_by_name_and_type() {
        let json = br#"{"way":"relay","priority":2.0,"probe":true,"model":null,"user":"\u00e4"}"#;
        let mut fields = Fields::read(json).ok().unwrap();
        assert_eq!(fields.word("way").unwrap(), Some(Way::Relay));
        assert_eq!(fields.number("priority", 0, 255).unwrap(), Some(2));
        assert_eq!(fields.flag("probe").unwrap(), Some(true));
        assert!(fields.text("model").unwrap().is_none());
        assert_eq!(*fields.required("user").unwrap(), "ä");
        assert!(fields.end().is_ok());
    }

    #[test]
    fn an_object_is_read_as_strictly_as_the_one_around_it() {
        let read = |fields: &mut Fields| {
            let quiet = |inner: &mut Fields| Ok((inner.required("from")?.to_string(), inner.number("to", 0, 9)?));
            assert_eq!(fields.object("quiet", quiet)?, Some(("x".into(), Some(1))));
            Ok(())
        };
        let mut good = Fields::read(br#"{"quiet":{"to":1,"from":"x"},"none":null}"#).ok().unwrap();
        assert!(good.has("quiet") && good.has("none") && !good.has("nothing"));
        assert!(read(&mut good).is_ok() && good.object("none", |_| Ok(())).unwrap().is_none());
        assert!(good.end().is_ok());
        for (json, field, detail) in [
            (r#"{"quiet":{"from":"x","to":10}}"#, Some("quiet.to"), "is not a whole number of 0 to 9"),
            (r#"{"quiet":{"from":"x","to":1,"at":1}}"#, Some("quiet.at"), "there is no such member"),
            (r#"{"quiet":{}}"#, Some("quiet.from"), "must be given"),
            (r#"{"quiet":{"from":{"from":"x"}}}"#, Some("quiet.from"), "is an object, not a string"),
            (r#"{"quiet":"22:00"}"#, Some("quiet"), "is a string, not an object"),
            (r#"{"quiet":{"from":"x","from":"y"}}"#, Some("quiet.from"), "is given twice"),
        ] {
            let found = problem(json, read);
            assert_eq!((found.0.as_deref(), found.1.as_str()), (field, detail), "{json}");
        }
        let deep = format!(r#"{{"quiet":{}1{}}}"#, r#"{"from":"#.repeat(50_000), "}".repeat(50_000));
        assert_eq!(problem(&deep, read).1, "is an object, not a string");
    }

    #[test]
    fn what_is_wrong_is_named_and_not_repeated() {
        for (json, field, detail) in [
            (r#"{"a":1,"user":"x"}"#, Some("a"), "there is no such member"),
            (r#"{"user":["secret"]}"#, Some("user"), "is a list, not a string"),
            (r#"{"user":null}"#, Some("user"), "must be given"),
            (r#"{"user":"secret","user":"x"}"#, Some("user"), "is given twice"),
            (r#"{"user":"secret"#, None, "the JSON ends early (line 1, column 15)"),
            (r#"{"user":secret}"#, None, "is not JSON (line 1, column 9)"),
            (r#"["secret"]"#, None, "invalid type: sequence, expected a JSON object"),
            ("{\n\"user\":secret}", None, "is not JSON (line 2, column 8)"),
            (r#"{"user":"x"} secret"#, None, "is not JSON (line 1, column 14)"),
        ] {
            let found = problem(json, |fields| fields.required("user").map(drop));
            assert_eq!((found.0.as_deref(), found.1.as_str()), (field, detail), "{json}");
        }
        let line = |json: &str| Fields::of_line(json.as_bytes()).err().unwrap().into_parts();
        assert_eq!(line(r#"{"user":secret}"#), (None, "is not JSON (column 9)".into()));
        assert_eq!(line(r#"{"user":"secret","user":"x"}"#), (Some("user".into()), "is given twice".into()));
        let deep = format!(r#"{{"user":{}"x"{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(problem(&deep, |fields| fields.required("user").map(drop)).1, "is a list, not a string");
        for (json, detail) in [
            (r#"{"n":-1}"#, "is not a whole number of 0 to 9"),
            (r#"{"n":10}"#, "is not a whole number of 0 to 9"),
            (r#"{"n":1.5}"#, "is not a whole number of 0 to 9"),
            (r#"{"n":1e300}"#, "is not a whole number of 0 to 9"),
            (r#"{"n":"1"}"#, "is not a whole number of 0 to 9"),
        ] {
            assert_eq!(problem(json, |fields| fields.number("n", 0, 9).map(drop)).1, detail, "{json}");
        }
        let found = problem(r#"{"way":"both"}"#, |fields| fields.word::<Way>("way").map(drop));
        assert_eq!(found.1, "`both` is not one of relay, perform");
    }
}
