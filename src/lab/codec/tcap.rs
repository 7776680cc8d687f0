//! TCAP packages with what ANSI-41 puts into them, as JSON. Errors are one line that names field or octet.

use crate::ansi41::document::Document;
use crate::ansi41::tcap::Package;

/// A package as JSON.
pub(super) fn show(octets: &[u8]) -> Result<String, String> {
    let package = Package::read(octets).map_err(|error| error.to_string())?;
    serde_json::to_string(&Document::of(&package)).map_err(|error| error.to_string())
}

/// A package from JSON.
pub(super) fn make(text: &[u8]) -> Result<Vec<u8>, String> {
    let document: Document = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    Ok(document.package().map_err(|error| error.to_string())?.write())
}
