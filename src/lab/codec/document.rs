//! SyncML documents: WBXML shown as XML, and back. Errors name the octet of the body that was given.

use crate::syncml::convert;

/// WBXML as XML, element by element: order and gaps stay as they are on the wire.
pub(super) fn show(octets: &[u8]) -> Result<String, String> {
    let document = convert::to_xml(octets).map_err(|error| error.to_string())?;
    String::from_utf8(document).map_err(|error| error.to_string())
}

/// XML as WBXML.
pub(super) fn make(text: &[u8]) -> Result<Vec<u8>, String> {
    convert::to_wbxml(text).map_err(|error| error.to_string())
}
