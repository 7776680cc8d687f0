//! Paths and queries of requests, taken apart as strictly as bodies are.
//!
//! Used by [`super`] and every resource.

use std::fmt::{Display, Write as _};
use std::str::FromStr;

use crate::words::{ExchangeId, Time};

use super::moment;
use super::problem::Problem;

/// The parts of a path behind its first `/`, each decoded; `None` where one cannot be.
pub(super) fn segments(path: &str) -> Option<Vec<String>> {
    path.strip_prefix('/')?.split('/').map(|part| decoded(part, false)).collect()
}

/// The parameters of a query that have not been read yet.
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// Takes a query apart.
    pub(super) fn read(query: Option<&str>) -> Result<Self, Problem> {
        let mut parameters: Vec<(String, String)> = Vec::new();
        for pair in query.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (Some(name), Some(value)) = (decoded(name, true), decoded(value, true)) else {
                return Err(Problem::malformed("the query is not percent-encoded UTF-8"));
            };
            if parameters.iter().any(|(known, _)| *known == name) {
                return Err(Problem::parameter(name, "is given twice"));
            }
            parameters.push((name, value));
        }
        Ok(Self(parameters))
    }

    /// A parameter as it stands.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.swap_remove(at).1)
    }

    /// A parameter that reads as `T`.
    pub(super) fn word<T: FromStr<Err: Display>>(&mut self, name: &'static str) -> Result<Option<T>, Problem> {
        let text = self.text(name);
        text.map(|text| text.parse().map_err(|error: T::Err| Problem::parameter(name, error.to_string()))).transpose()
    }

    /// A whole number within these bounds.
    pub(super) fn number(&mut self, name: &'static str, least: u64, most: u64) -> Result<Option<u64>, Problem> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let plain = text.bytes().all(|octet| octet.is_ascii_digit());
        let number = text.parse().ok().filter(|number| plain && (least..=most).contains(number));
        let wrong = || Problem::parameter(name, format!("is not a whole number of {least} to {most}"));
        number.map(Some).ok_or_else(wrong)
    }

    /// Nothing may be left.
    pub(super) fn end(&self) -> Result<(), Problem> {
        match self.0.first() {
            None => Ok(()),
            Some((name, _)) => {
                Err(Problem::new(400, "unknown_parameter", "there is no such parameter").of(name.as_str()))
            }
        }
    }
}

/// An exchange by its name.
pub fn exchange(text: &str) -> Option<ExchangeId> {
    let fits = text.len() == 16 && text.bytes().all(|octet| octet.is_ascii_hexdigit());
    fits.then(|| u64::from_str_radix(text, 16).ok()).flatten().map(ExchangeId)
}

/// A moment in a parameter.
pub(super) struct Since(pub(super) Time);

impl FromStr for Since {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        moment::read(text).map(Self).ok_or("is not a moment such as 2026-06-01T12:00:00Z")
    }
}

/// Percent-decoding (RFC 3986 section 2.1); in a query, `+` is a blank. `None` where it is not UTF-8, or an escape is not whole.
fn decoded(text: &str, in_query: bool) -> Option<String> {
    let mut octets = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(octet) = rest.next() {
        octets.push(match octet {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16).map(|digit| digit as u8);
                digit()? << 4 | digit()?
            }
            b'+' if in_query => b' ',
            plain => plain,
        });
    }
    String::from_utf8(octets).ok()
}

/// Percent-encoding of whatever may not stand in one part of a path or in a parameter.
pub fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, octet| {
        if octet.is_ascii_alphanumeric() || b"-._~:".contains(&octet) {
            out.push(octet.into());
        } else {
            // Writing to memory does not fail.
            let _ = write!(out, "%{octet:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_survive_a_path() {
        for name in ["MEID:A0000000000001", "urn:imei:1/2", "ü%+ &=?#", "a"] {
            let path = format!("/v1/subscribers/{}", encoded(name));
            assert_eq!(segments(&path).unwrap(), ["v1", "subscribers", name]);
            let mut query = Query::read(Some(&format!("device={}", encoded(name)))).ok().unwrap();
            assert_eq!(query.text("device").unwrap(), name);
        }
        assert_eq!(segments("/v1/a%2"), None);
        assert_eq!(segments("/v1/%ff"), None);
        assert_eq!(segments("/v1/%zz"), None);
    }

    #[test]
    fn parameters_are_known_single_and_within_bounds() {
        let mut query = Query::read(Some("limit=10&after=x+y")).ok().unwrap();
        assert_eq!(query.number("limit", 1, 100).unwrap(), Some(10));
        assert_eq!(query.text("after").unwrap(), "x y");
        assert!(query.end().is_ok());
        for (text, what) in
            [("limit=0", "1 to 100"), ("limit=+5", "1 to 100"), ("limit=", "1 to 100"), ("x=1", "no such")]
        {
            let mut query = Query::read(Some(text)).ok().unwrap();
            let problem = query.number("limit", 1, 100).and_then(|_| query.end()).unwrap_err();
            assert!(problem.detail().contains(what), "{text}: {problem:?}");
        }
        assert!(Query::read(Some("a=1&a=2")).is_err());
        assert!(Query::read(Some("a=%f")).is_err());
    }
}
