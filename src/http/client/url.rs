//! URLs as far as our client calls them.
//!
//! Used by `client.rs` and its callers.

use std::fmt;

use super::ClientError;

/// Where a request goes: the parts of an `http` or `https` URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url {
    /// Whether it is `https`.
    pub tls: bool,
    /// A name or an address; IPv6 without its brackets.
    pub host: String,
    /// The port; 80, or 443 of `https`, when none was given.
    pub port: u16,
    /// Path and query, from the `/`.
    pub target: String,
}

impl Url {
    /// Takes an URL apart: `http://host[:port][/path][?query]` or `https://…`, without user names and fragments.
    pub fn parse(url: &str) -> Result<Self, ClientError> {
        Self::split(url).map_err(|reason| ClientError::Url { url: url.to_owned(), reason })
    }

    fn split(url: &str) -> Result<Self, &'static str> {
        let (tls, rest) = match url.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => (false, rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => (true, rest),
            _ => return Err("does not begin with http:// or https://"),
        };
        if !rest.bytes().all(|octet| octet.is_ascii_graphic()) {
            return Err("holds blanks, control characters or letters beyond ASCII");
        }
        if rest.contains('#') {
            return Err("holds a fragment");
        }
        let (authority, target) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        if authority.contains('@') {
            return Err("holds a user name");
        }
        let (host, port) = match authority.strip_prefix('[') {
            Some(literal) => literal.split_once(']').ok_or("`[` without `]`")?,
            None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
        };
        if host.is_empty() {
            return Err("has no host");
        }
        let port = match port.strip_prefix(':') {
            None if port.is_empty() => usual_port(tls),
            Some(digits) if digits.bytes().all(|octet| octet.is_ascii_digit()) => {
                digits.parse().map_err(|_| "has no port from 0 to 65535")?
            }
            _ => return Err("has no port from 0 to 65535"),
        };
        let slash = if target.starts_with('/') { "" } else { "/" };
        Ok(Self { tls, host: host.to_owned(), port, target: format!("{slash}{target}") })
    }

    /// `http` or `https`.
    pub const fn scheme(&self) -> &'static str {
        if self.tls { "https" } else { "http" }
    }

    /// Host and port as in a Host header; the usual port is left out.
    pub fn authority(&self) -> String {
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        if self.port == usual_port(self.tls) { host } else { format!("{host}:{}", self.port) }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme(), self.authority(), self.target)
    }
}

const fn usual_port(tls: bool) -> u16 {
    if tls { 443 } else { 80 }
}
