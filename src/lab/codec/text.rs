//! Octets of a text: hex digits or base64, as people copy them out of logs and traces. Errors say at which character.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::CodecError;

/// Octets of hex digits, two each. Blanks, colons, commas, hyphens and `0x` may stand between octets.
pub(super) fn hex_octets(text: &[u8]) -> Result<Vec<u8>, CodecError> {
    let mut octets = Vec::with_capacity(text.len() / 2);
    let mut rest = text;
    loop {
        let wrong = |what: &str, octet| {
            let what = what.to_owned();
            Err(CodecError::Text { what, character: text.len() - rest.len() + 1, octet })
        };
        rest = match rest {
            [] => return Ok(octets),
            [b' ' | b'\t' | b'\r' | b'\n' | b':' | b',' | b'-', after @ ..] | [b'0', b'x' | b'X', after @ ..] => after,
            [high, after @ ..] => {
                let Some(high) = hex_digit(*high) else { return wrong("not a hex digit", octets.len()) };
                let Some((low, after)) = after.split_first().and_then(|(low, after)| Some((hex_digit(*low)?, after)))
                else {
                    return wrong("half an octet", octets.len());
                };
                octets.push(high << 4 | low);
                after
            }
        };
    }
}

fn hex_digit(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

/// Octets of base64, blanks ignored.
pub(super) fn base64_octets(text: &[u8]) -> Result<Vec<u8>, CodecError> {
    let dense: Vec<u8> = text.iter().copied().filter(|character| !character.is_ascii_whitespace()).collect();
    STANDARD.decode(&dense).map_err(|error| {
        let dense_at = match error {
            base64::DecodeError::InvalidByte(at, _) | base64::DecodeError::InvalidLastSymbol { offset: at, .. } => at,
            _ => dense.len(),
        };
        let blanks = text.iter().enumerate().filter(|(_, character)| !character.is_ascii_whitespace());
        let character = blanks.map(|(at, _)| at).nth(dense_at).unwrap_or(text.len()) + 1;
        CodecError::Text { what: "not base64".into(), character, octet: dense_at * 3 / 4 }
    })
}
