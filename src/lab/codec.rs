//! `akeyd decode` and `akeyd encode`: octets of a wire format to readable text and back.
//!
//! Reads its input and writes its answer; knows no option syntax and no format from within. Called by `cli`.

use std::fmt;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::is683::hex::to_hex;
use crate::is683::{DecodeError, Document, DocumentError, EncodeError, Forward, Reverse, Tolerance, Tree};
use crate::limits::CODEC_INPUT_OCTETS;

/// What the octets are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// IS-683 message from the network to the handset.
    Is683Forward,
    /// IS-683 message from the handset to the network.
    Is683Reverse,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[Self::Is683Forward, Self::Is683Reverse];

    /// Its name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Is683Forward => "is683-forward",
            Self::Is683Reverse => "is683-reverse",
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
    /// Show a tree of fields with their places and meanings; JSON otherwise.
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
    /// The octets are not a message.
    #[error("{format}: {error}")]
    Malformed {
        /// What they should be.
        format: Format,
        /// What is wrong with them.
        error: DecodeError,
    },
    /// The text is not JSON, or not of a kind that a message can be made of.
    #[error("{format}: {error}")]
    Json {
        /// What should be made of it.
        format: Format,
        /// What is wrong with it.
        error: serde_json::Error,
    },
    /// The JSON does not describe a message.
    #[error("{format}: {error}")]
    Document {
        /// What should be made of it.
        format: Format,
        /// What is wrong with it.
        error: DocumentError,
    },
    /// The message cannot be written.
    #[error("{format}: {error}")]
    Unwritable {
        /// What should be made of it.
        format: Format,
        /// What is wrong with it.
        error: EncodeError,
    },
}

/// Shows the octets that `request` names. A malformed message shows a tree as far as it goes, before the error.
pub fn decode(
    format: Format,
    request: &DecodeRequest,
    standard_input: impl Read,
    answer: &mut impl Write,
) -> Result<(), CodecError> {
    let octets = octets_of(request, standard_input)?;
    if request.tree {
        let tree = tree(format, &octets);
        write!(answer, "{tree}")?;
        return tree.error.map_or(Ok(()), |error| Err(CodecError::Malformed { format, error }));
    }
    let document = document(format, &octets).map_err(|error| CodecError::Malformed { format, error })?;
    let json = serde_json::to_string(&document).map_err(|error| CodecError::Json { format, error })?;
    writeln!(answer, "{json}")?;
    Ok(())
}

/// Reads JSON as `decode` shows it and writes the octets as hex, one line.
pub fn encode(format: Format, standard_input: impl Read, answer: &mut impl Write) -> Result<(), CodecError> {
    let json = bounded(standard_input)?;
    let document: Document = serde_json::from_slice(&json).map_err(|error| CodecError::Json { format, error })?;
    let octets = octets_from(format, &document)?;
    writeln!(answer, "{}", to_hex(&octets))?;
    Ok(())
}

fn tree(format: Format, octets: &[u8]) -> Tree {
    match format {
        Format::Is683Forward => Tree::forward(octets, Tolerance::STRICT),
        Format::Is683Reverse => Tree::reverse(octets, Tolerance::STRICT),
    }
}

fn document(format: Format, octets: &[u8]) -> Result<Document, DecodeError> {
    match format {
        Format::Is683Forward => Forward::read(octets).map(|message| message.to_document()),
        Format::Is683Reverse => Reverse::read(octets).map(|message| message.to_document()),
    }
}

fn octets_from(format: Format, document: &Document) -> Result<Vec<u8>, CodecError> {
    let octets = match format {
        Format::Is683Forward => Forward::from_document(document).map(|message| message.write()),
        Format::Is683Reverse => Reverse::from_document(document).map(|message| message.write()),
    };
    octets
        .map_err(|error| CodecError::Document { format, error })?
        .map_err(|error| CodecError::Unwritable { format, error })
}

fn octets_of(request: &DecodeRequest, standard_input: impl Read) -> Result<Vec<u8>, CodecError> {
    let input = match (&request.text, &request.file) {
        (Some(text), _) => text.clone().into_bytes(),
        (None, Some(file)) => bounded(open(file)?)?,
        (None, None) => bounded(standard_input)?,
    };
    match (request.base64, &request.file) {
        (true, _) => base64_octets(&input),
        (false, Some(_)) if request.text.is_none() => Ok(input),
        (false, _) => hex_octets(&input),
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

/// Octets of hex digits, two each. Blanks, colons, commas, hyphens and `0x` may stand between octets.
fn hex_octets(text: &[u8]) -> Result<Vec<u8>, CodecError> {
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
fn base64_octets(text: &[u8]) -> Result<Vec<u8>, CodecError> {
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

#[cfg(test)]
mod tests;
