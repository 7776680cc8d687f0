//! Who is delivered to, and how each is reached.
//!
//! Values only; read from the configuration by `config` and made by hand in the laboratory.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::http::client::{ClientError, Trust, Url};
use crate::limits;
use crate::north::wrap::TransportKey;

/// All of them.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Authentication centres that speak JSON.
    pub centres: Vec<Centre>,
    /// Peers of any kind that want to hear how exchanges end, by name.
    pub listeners: Vec<(Arc<str>, Target)>,
    /// Where outcomes may go that somebody else named.
    pub outcomes: Outcomes,
}

/// An authentication centre that speaks JSON.
#[derive(Clone, Debug)]
pub struct Centre {
    /// Its name in the configuration.
    pub name: Arc<str>,
    /// Where deliveries are posted; `None`: it fetches them.
    pub push: Option<Target>,
    /// The key under which keys travel to it.
    pub transport_key: TransportKey,
    /// Which one of its transport keys that is, as it counts them.
    pub key_version: u32,
    /// Whether it computes the network's half of relayed exchanges.
    pub computes: bool,
}

/// Where something is posted.
#[derive(Clone, Debug)]
pub struct Target {
    /// `https://…`, or `http://…`.
    pub url: String,
    /// Whom to trust there, and what to show of ourselves.
    pub trust: Option<Trust>,
    /// How long an answer may take.
    pub answer: Duration,
    /// Deliveries that may be on their way at one time.
    pub in_flight: usize,
}

/// Where outcomes may go that whoever asked for an exchange named.
#[derive(Clone, Debug, Default)]
pub struct Outcomes {
    /// The beginnings of all that is allowed.
    pub allowed: Vec<Beginning>,
    /// Whom to trust there.
    pub trust: Option<Trust>,
    /// How long an answer may take.
    pub answer: Duration,
}

/// The beginning of URLs: scheme, host and port are given whole, and so is each part of the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning(Url);

impl Beginning {
    /// Takes an URL without a query.
    ///
    /// # Errors
    /// It is none that our client can call, or its path has more than plain parts.
    pub fn new(url: &str) -> Result<Self, ClientError> {
        let parsed = Url::parse(url)?;
        if is_plain(&parsed.target) && !parsed.target.contains('?') {
            Ok(Self(parsed))
        } else {
            Err(ClientError::Url { url: url.to_owned(), reason: "has `.`, `..`, `%` or a query in its path" })
        }
    }

    /// Whether it begins `url`.
    pub fn begins(&self, url: &str) -> bool {
        let Ok(url) = Url::parse(url) else { return false };
        let (Self(own), path) = (self, url.target.split('?').next().unwrap_or_default());
        let rest = path.strip_prefix(own.target.trim_end_matches('/'));
        own.tls == url.tls
            && own.host.eq_ignore_ascii_case(&url.host)
            && own.port == url.port
            && is_plain(path)
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl fmt::Display for Beginning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whether a path means itself: nothing in it climbs, and nothing is written in another way.
fn is_plain(path: &str) -> bool {
    !path.contains(['%', '\\']) && !path.split('/').any(|part| matches!(part, "." | ".."))
}

impl Outcomes {
    /// Which of the beginnings allows `url`.
    pub fn allows(&self, url: &str) -> Option<usize> {
        if url.len() > limits::URI_OCTETS {
            return None;
        }
        self.allowed.iter().position(|beginning| beginning.begins(url))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_goes_nowhere_but_where_it_is_allowed() {
        let outcomes = Outcomes {
            allowed: vec![
                Beginning::new("https://prov.example/akeyd").unwrap(),
                Beginning::new("http://127.0.0.1:8000").unwrap(),
            ],
            ..Outcomes::default()
        };
        for (url, allowed) in [
            ("https://prov.example/akeyd", Some(0)),
            ("https://PROV.example:443/akeyd/", Some(0)),
            ("https://prov.example/akeyd/a?b=c/../d", Some(0)),
            ("http://127.0.0.1:8000/any/thing", Some(1)),
            ("https://prov.example/akeyd2", None),
            ("https://prov.example/other", None),
            ("http://prov.example/akeyd", None),
            ("https://prov.example:444/akeyd", None),
            ("https://prov.example.evil/akeyd", None),
            ("https://prov.example@evil/akeyd", None),
            ("https://prov.example/akeyd/../admin", None),
            ("https://prov.example/akeyd/%2e%2e/admin", None),
            ("https://prov.example/akeyd/./a", None),
            ("http://127.0.0.1:8001/any", None),
            ("http://127.0.0.1/any", None),
            ("http://localhost:8000/any", None),
            ("file:///etc/passwd", None),
            ("", None),
        ] {
            assert_eq!(outcomes.allows(url), allowed, "{url}");
        }
        assert_eq!(outcomes.allows(&format!("http://127.0.0.1:8000/{}", "a".repeat(limits::URI_OCTETS))), None);
        for bad in ["https://a/b?c", "https://a/../b", "https://a/%41", "ftp://a"] {
            assert!(Beginning::new(bad).is_err(), "{bad}");
        }
    }
}
