//! The HTTP header `x-syncml-hmac`: who sends a message, and its MAC (OMA-TS-DM-Security 1.2 section 5.3).

use super::{HASH, decode};

/// The header's value: `algorithm=MD5, username="…", mac=…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MacHeader {
    /// The sender: LocName of the message's Source; for a server its id.
    pub username: String,
    /// The MAC, decoded.
    pub mac: [u8; HASH],
}

/// Why a header is none. All of them are failed authentications.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MacHeaderError {
    /// No list of `name=value`, a parameter missing or given twice, or a MAC that is not the base64 of 16 octets.
    #[error("malformed x-syncml-hmac header")]
    Malformed,
    /// The algorithm is not MD5.
    #[error("x-syncml-hmac with an algorithm other than MD5")]
    Algorithm,
}

impl MacHeader {
    /// Reads a header's value. Takes parameters in any order, no algorithm (it is MD5), quotes or none around any
    /// value, a MAC without padding, and a value folded over lines.
    pub fn parse(value: &str) -> Result<Self, MacHeaderError> {
        let (mut algorithm, mut username, mut mac) = (None, None, None);
        let mut rest = value.trim();
        while !rest.is_empty() {
            let (name, after) = rest.split_once('=').ok_or(MacHeaderError::Malformed)?;
            let (value, after) = parameter(after.trim_start())?;
            rest = after;
            let place = match name.trim().to_ascii_lowercase().as_str() {
                "algorithm" => &mut algorithm,
                "username" => &mut username,
                "mac" => &mut mac,
                _ => continue,
            };
            if place.replace(value).is_some() {
                return Err(MacHeaderError::Malformed);
            }
        }
        if algorithm.is_some_and(|name| !name.eq_ignore_ascii_case("MD5")) {
            return Err(MacHeaderError::Algorithm);
        }
        let username = username.ok_or(MacHeaderError::Malformed)?;
        let mac = mac.and_then(|mac| decode(&mac)?.try_into().ok()).ok_or(MacHeaderError::Malformed)?;
        Ok(Self { username, mac })
    }

    /// Writes the header's value; `mac` is the text that [`mac`](super::mac) made. Control characters of the name are
    /// left out, since one could end the header.
    pub fn format(username: &str, mac: &str) -> String {
        let mut value = String::from("algorithm=MD5, username=\"");
        for c in username.chars().filter(|c| !c.is_control()) {
            if matches!(c, '"' | '\\') {
                value.push('\\');
            }
            value.push(c);
        }
        value.push_str("\", mac=");
        value.push_str(mac);
        value
    }
}

/// One value and what follows its comma.
fn parameter(text: &str) -> Result<(String, &str), MacHeaderError> {
    let Some(quoted) = text.strip_prefix('"') else {
        let (value, rest) = text.split_once(',').unwrap_or((text, ""));
        return Ok((value.trim().to_owned(), rest.trim_start()));
    };
    let mut value = String::new();
    let mut chars = quoted.chars();
    loop {
        match chars.next().ok_or(MacHeaderError::Malformed)? {
            '"' => break,
            '\\' => value.push(chars.next().ok_or(MacHeaderError::Malformed)?),
            c => value.push(c),
        }
    }
    let rest = chars.as_str().trim_start();
    match rest.strip_prefix(',') {
        Some(rest) => Ok((value, rest.trim_start())),
        None if rest.is_empty() => Ok((value, rest)),
        None => Err(MacHeaderError::Malformed),
    }
}
