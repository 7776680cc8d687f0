//! `akeyd decode` and `akeyd encode`: octets of a wire format to readable text and back.
//!
//! Reads its input and writes its answer; knows no option syntax and no format from within. Called by `cli`.
//!
//! * [`is683`], [`notification`], [`document`], [`tcap`], [`sccp`], [`m3ua`]: the formats
//! * [`text`]: octets of hex or base64

mod document;
mod is683;
mod m3ua;
mod notification;
mod sccp;
mod tcap;
mod text;

use std::fmt;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::is683::hex::to_hex;
use crate::limits::CODEC_INPUT_OCTETS;

/// What the octets are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// IS-683 message from the network to the handset.
    Is683Forward,
    /// IS-683 message from the handset to the network.
    Is683Reverse,
    /// Package #0, the notification of device management.
    Notification,
    /// WSP connectionless push.
    WspPush,
    /// SyncML document in WBXML; its text is XML.
    SyncmlWbxml,
    /// TCAP package with components of ANSI-41.
    Tcap,
    /// Connectionless SCCP message.
    Sccp,
    /// M3UA message.
    M3ua,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[
        Self::Is683Forward,
        Self::Is683Reverse,
        Self::Notification,
        Self::WspPush,
        Self::SyncmlWbxml,
        Self::Tcap,
        Self::Sccp,
        Self::M3ua,
    ];

    /// Its name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Is683Forward => "is683-forward",
            Self::Is683Reverse => "is683-reverse",
            Self::Notification => "notification",
            Self::WspPush => "wsp-push",
            Self::SyncmlWbxml => "syncml-wbxml",
            Self::Tcap => "tcap",
            Self::Sccp => "sccp",
            Self::M3ua => "m3ua",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.iter().copied().find(|format| format.as_str() == text).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|format| format.as_str()).collect();
            format!("`{text}` is not one of {}", known.join(", "))
        })
    }
}

/// Where the octets of `decode` come from, and how they shall be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecodeRequest {
    /// The octets as text; standard input is read where neither this nor `file` is given.
    pub text: Option<String>,
    /// Text is base64; it is hex otherwise.
    pub base64: bool,
    /// A file of raw octets, or of base64 text with `base64`.
    pub file: Option<PathBuf>,
    /// Show a tree of fields with their places and meanings (IS-683 only); JSON or XML otherwise.
    pub tree: bool,
}

/// Why nothing, or not everything, could be shown. One line, with the octet where there is one.
#[derive(Debug, thiserror::Error)]
pub enum CodecError {
    /// The input could not be read, or the answer not be written.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// The input is larger than a message can be.
    #[error("input: more than {CODEC_INPUT_OCTETS} octets")]
    TooLong,
    /// The input is not text of octets.
    #[error("input: {what} at character {character}, octet {octet}")]
    Text {
        /// What is wrong.
        what: String,
        /// Place in the text, from 1.
        character: usize,
        /// Octets before it.
        octet: usize,
    },
    /// The octets are no such message, or no such message can be made of the text.
    #[error("{format}: {reason}")]
    Refused {
        /// What they should be, or become.
        format: Format,
        /// What is wrong, and where.
        reason: String,
    },
    /// There is no tree of this format.
    #[error("{0}: only IS-683 messages are shown as a tree")]
    NoTree(Format),
}

/// Shows the octets that `request` names. A malformed message shows a tree as far as it goes, before the error.
pub fn decode(
    format: Format,
    request: &DecodeRequest,
    standard_input: impl Read,
    answer: &mut impl Write,
) -> Result<(), CodecError> {
    let octets = octets_of(request, standard_input)?;
    let refused = |reason| CodecError::Refused { format, reason };
    if request.tree {
        let tree = is683::tree(format, &octets).ok_or(CodecError::NoTree(format))?;
        write!(answer, "{tree}")?;
        return tree.error.map_or(Ok(()), |error| Err(refused(error.to_string())));
    }
    let shown = match format {
        Format::Is683Forward => is683::show_forward(&octets),
        Format::Is683Reverse => is683::show_reverse(&octets),
        Format::Notification => notification::show(&octets),
        Format::WspPush => notification::show_push(&octets),
        Format::SyncmlWbxml => document::show(&octets),
        Format::Tcap => tcap::show(&octets),
        Format::Sccp => sccp::show(&octets),
        Format::M3ua => m3ua::show(&octets),
    };
    writeln!(answer, "{}", shown.map_err(refused)?)?;
    Ok(())
}

/// Reads what `decode` shows (JSON, or XML of a SyncML document) and writes the octets as hex, one line.
pub fn encode(format: Format, standard_input: impl Read, answer: &mut impl Write) -> Result<(), CodecError> {
    let text = bounded(standard_input)?;
    let made = match format {
        Format::Is683Forward => is683::make_forward(&text),
        Format::Is683Reverse => is683::make_reverse(&text),
        Format::Notification => notification::make(&text),
        Format::WspPush => notification::make_push(&text),
        Format::SyncmlWbxml => document::make(&text),
        Format::Tcap => tcap::make(&text),
        Format::Sccp => sccp::make(&text),
        Format::M3ua => m3ua::make(&text),
    };
    let octets = made.map_err(|reason| CodecError::Refused { format, reason })?;
    writeln!(answer, "{}", to_hex(&octets))?;
    Ok(())
}

fn octets_of(request: &DecodeRequest, standard_input: impl Read) -> Result<Vec<u8>, CodecError> {
    let input = match (&request.text, &request.file) {
        (Some(text), _) => text.clone().into_bytes(),
        (None, Some(file)) => bounded(open(file)?)?,
        (None, None) => bounded(standard_input)?,
    };
    match (request.base64, &request.file) {
        (true, _) => text::base64_octets(&input),
        (false, Some(_)) if request.text.is_none() => Ok(input),
        (false, _) => text::hex_octets(&input),
    }
}

fn open(file: &Path) -> io::Result<File> {
    File::open(file).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))
}

fn bounded(input: impl Read) -> Result<Vec<u8>, CodecError> {
    let mut octets = Vec::new();
    input.take(CODEC_INPUT_OCTETS + 1).read_to_end(&mut octets)?;
    if octets.len() as u64 > CODEC_INPUT_OCTETS { Err(CodecError::TooLong) } else { Ok(octets) }
}

#[cfg(test)]
mod tests;
