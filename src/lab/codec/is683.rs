//! IS-683 messages as JSON and as a tree of fields. Errors are one line that names field and octet.

use crate::is683::{Document, Forward, Reverse, Tolerance, Tree};

use super::Format;

/// The tree of a message, `None` where the format is no IS-683 message.
pub(super) fn tree(format: Format, octets: &[u8]) -> Option<Tree> {
    match format {
        Format::Is683Forward => Some(Tree::forward(octets, Tolerance::STRICT)),
        Format::Is683Reverse => Some(Tree::reverse(octets, Tolerance::STRICT)),
        _ => None,
    }
}

pub(super) fn show_forward(octets: &[u8]) -> Result<String, String> {
    json(&Forward::read(octets).map_err(said)?.to_document())
}

pub(super) fn show_reverse(octets: &[u8]) -> Result<String, String> {
    json(&Reverse::read(octets).map_err(said)?.to_document())
}

pub(super) fn make_forward(text: &[u8]) -> Result<Vec<u8>, String> {
    Forward::from_document(&document(text)?).map_err(said)?.write().map_err(said)
}

pub(super) fn make_reverse(text: &[u8]) -> Result<Vec<u8>, String> {
    Reverse::from_document(&document(text)?).map_err(said)?.write().map_err(said)
}

fn json(document: &Document) -> Result<String, String> {
    serde_json::to_string(document).map_err(said)
}

fn document(text: &[u8]) -> Result<Document, String> {
    serde_json::from_slice(text).map_err(said)
}

fn said(error: impl std::error::Error) -> String {
    error.to_string()
}
