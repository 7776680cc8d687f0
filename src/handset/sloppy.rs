//! The octets of a message as clients of the field write them: forms of WBXML, and carelessness that no document model
//! holds.
//!
//! Edits what the regular writer wrote, so that a server's reader is tried with more than that writer's own habits.
//! Knows nothing of sessions. Used by `run.rs`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::device::profile::{Sloppy, WbxmlForm};
use super::encoding::Encoding;
use crate::syncml::WriteError;
use crate::syncml::document::{Command, Message};

/// Stands for a NUL while XML is written, which refuses it.
const NUL_IN_XML: char = '\u{F8FF}';

/// Octets of a message in this manner.
pub(super) fn write(
    message: &Message,
    encoding: Encoding,
    sloppy: Sloppy,
    form: WbxmlForm,
) -> Result<Vec<u8>, WriteError> {
    match encoding {
        Encoding::Xml if sloppy == Sloppy::default() => encoding.write(message),
        Encoding::Xml => {
            let octets = encoding.write(&without_nul(message))?;
            Ok(careless_xml(String::from_utf8_lossy(&octets).into_owned(), sloppy).into_bytes())
        }
        Encoding::Wbxml => {
            let mut octets = encoding.write(message)?;
            if sloppy.correlator_first {
                swap_correlators(&mut octets);
            }
            Ok(match form {
                WbxmlForm::Inline => octets,
                WbxmlForm::NamedPublicId => with_named_public_id(&octets),
                WbxmlForm::StringTable => with_string_table(&octets),
            })
        }
    }
}

fn without_nul(message: &Message) -> Cow<'_, Message> {
    let results = |command: &Command| matches!(command, Command::Results(_));
    if !message.commands.iter().any(results) {
        return Cow::Borrowed(message);
    }
    let mut message = message.clone();
    for command in &mut message.commands {
        let Command::Results(results) = command else { continue };
        for data in results.items.iter_mut().filter_map(|item| item.data.as_mut()) {
            if data.0.pop_if(|last| *last == 0).is_some() {
                data.0.extend_from_slice(NUL_IN_XML.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }
    Cow::Owned(message)
}

fn careless_xml(mut text: String, sloppy: Sloppy) -> String {
    if sloppy.nul_after_property {
        text = text.replace(NUL_IN_XML, "\0");
    }
    if sloppy.no_header_cmd_ref {
        text = text.replace("<CmdRef>0</CmdRef>", "");
    }
    if sloppy.correlator_first {
        text = each(&text, "<Alert>", "</Alert>", |alert| moved(alert, "Correlator", "<Data>"));
    }
    if sloppy.data_before_refs {
        text = each(&text, "<Status>", "</Status>", |status| {
            let before = ["<TargetRef>", "<SourceRef>", "<Chal>"].into_iter().find(|tag| status.contains(tag));
            before.map_or_else(|| status.to_owned(), |before| moved(status, "Data", before))
        });
    }
    text
}

/// Rewrites each element of this name.
fn each(text: &str, open: &str, close: &str, rewrite: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(open) {
        let end = rest[start..].find(close).map_or(rest.len(), |length| start + length);
        out.push_str(&rest[..start]);
        out.push_str(&rewrite(&rest[start..end]));
        rest = &rest[end..];
    }
    out + rest
}

/// The first element of this name, moved before the first `before`, if it stands behind it.
fn moved(text: &str, name: &str, before: &str) -> String {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let whole = || text.to_owned();
    let (Some(to), Some(from)) = (text.find(before), text.find(&open)) else { return whole() };
    let Some(length) = text[from..].find(&close).map(|length| length + close.len()) else { return whole() };
    if from < to {
        return whole();
    }
    [&text[..to], &text[from..from + length], &text[to..from], &text[from + length..]].concat()
}

// WBXML, as the regular writer makes it: a header of five octets, tags, inline strings and opaque data.

const HEADER: usize = 5;
const SWITCH_PAGE: u8 = 0x00;
const STR_I: u8 = 0x03;
const STR_T: u8 = 0x83;
const OPAQUE: u8 = 0xC3;
/// `<Data>1226</Data>`.
const GENERIC_ALERT: &[u8] = b"\x4F\x031226\x00\x01";
/// `<Correlator>` and the beginning of its text.
const CORRELATOR: &[u8] = b"\x7C\x03";

/// Puts the Correlator of generic alerts before their Data.
fn swap_correlators(octets: &mut [u8]) {
    let pattern = [GENERIC_ALERT, CORRELATOR].concat();
    let mut at = 0;
    while let Some(found) = octets[at..].windows(pattern.len()).position(|window| window == pattern) {
        let start = at + found;
        let correlator = start + GENERIC_ALERT.len();
        let Some(length) = octets[correlator..].iter().position(|octet| *octet == 0) else { return };
        // The text's NUL and END.
        let end = correlator + length + 2;
        let Some(alert) = octets.get_mut(start..end) else { return };
        alert.rotate_left(GENERIC_ALERT.len());
        at = end;
    }
}

/// The public id as text in the string table, without a closing NUL, as Motorola's engine writes it.
fn with_named_public_id(octets: &[u8]) -> Vec<u8> {
    let name: &[u8] = if octets.get(1..3) == Some(&[0x9F, 0x53]) {
        b"-//SYNCML//DTD SyncML 1.1//EN"
    } else {
        b"-//SYNCML//DTD SyncML 1.2//EN"
    };
    let body = octets.get(HEADER..).unwrap_or_default();
    [&[0x02, 0x00, 0x00, 0x6A, name.len() as u8], name, body].concat()
}

/// Strings that come more than once stand in the string table.
fn with_string_table(octets: &[u8]) -> Vec<u8> {
    let body = octets.get(HEADER..).unwrap_or_default();
    let mut counts: BTreeMap<&[u8], u32> = BTreeMap::new();
    for token in tokens(body) {
        if let Token::Text(text) = token {
            *counts.entry(text).or_default() += 1;
        }
    }
    let mut table = Vec::new();
    let mut places = BTreeMap::new();
    for (text, count) in counts {
        if count > 1 && text.len() > 2 {
            places.insert(text, table.len() as u32);
            table.extend_from_slice(text);
            table.push(0);
        }
    }
    let mut out = octets.get(..HEADER - 1).unwrap_or_default().to_vec();
    integer(table.len() as u32, &mut out);
    out.extend_from_slice(&table);
    for token in tokens(body) {
        match token {
            Token::Text(text) if places.contains_key(text) => {
                out.push(STR_T);
                integer(places.get(text).copied().unwrap_or_default(), &mut out);
            }
            Token::Text(text) => {
                out.push(STR_I);
                out.extend_from_slice(text);
                out.push(0);
            }
            Token::Other(octets) => out.extend_from_slice(octets),
        }
    }
    out
}

enum Token<'a> {
    Text(&'a [u8]),
    Other(&'a [u8]),
}

fn tokens(body: &[u8]) -> impl Iterator<Item = Token<'_>> {
    let mut rest = body;
    std::iter::from_fn(move || {
        let first = *rest.first()?;
        let length = match first {
            STR_I => {
                let length = rest.iter().skip(1).position(|octet| *octet == 0)?;
                let text = rest.get(1..=length)?;
                rest = rest.get(length + 2..)?;
                return Some(Token::Text(text));
            }
            SWITCH_PAGE => 2,
            OPAQUE => {
                let digits = rest.iter().skip(1).position(|octet| octet & 0x80 == 0)? + 1;
                let length = rest.get(1..=digits)?;
                1 + digits + length.iter().fold(0, |value, octet| value << 7 | usize::from(octet & 0x7F))
            }
            _ => 1,
        };
        let (token, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(Token::Other(token))
    })
}

/// Writes a mb_u_int32.
fn integer(value: u32, out: &mut Vec<u8>) {
    for shift in [28, 21, 14, 7] {
        if value >> shift != 0 {
            out.push(0x80 | (value >> shift & 0x7F) as u8);
        }
    }
    out.push((value & 0x7F) as u8);
}
