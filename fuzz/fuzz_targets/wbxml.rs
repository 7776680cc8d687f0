//! Any octets, read as a SyncML document in WBXML.
//!
//! Whatever is read can be written and reads again as it was; shown as XML it is XML that reads.
#![no_main]

use akeyd::limits::STRANGER_PIECES;
use akeyd::syncml::{convert, wbxml, xml};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|octets: &[u8]| {
    if let Ok(shown) = convert::to_xml(octets) {
        let back = convert::to_wbxml(&shown).expect("what is shown turns back");
        assert_eq!(convert::to_xml(&back).as_ref(), Ok(&shown));
    }
    let message = match wbxml::read(octets) {
        Ok(message) => message,
        Err(error) => {
            assert!(error.offset <= octets.len(), "{error}");
            assert!(wbxml::read_within(octets, STRANGER_PIECES).is_err());
            return;
        }
    };
    if let Ok(same) = wbxml::read_within(octets, STRANGER_PIECES) {
        assert_eq!(same, message);
    }
    // Names of no table cannot be written.
    if let Ok(written) = wbxml::write(&message) {
        assert_eq!(wbxml::read(&written).as_ref(), Ok(&message));
    }
    if let Ok(written) = xml::write(&message) {
        assert_eq!(xml::read(&written).as_ref(), Ok(&message));
    }
});
