//! Any octets, read as a SyncML document in XML.
//!
//! Whatever is read can be written, in either encoding, and reads again as it was.
#![no_main]

use akeyd::limits::STRANGER_PIECES;
use akeyd::syncml::{convert, wbxml, xml};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|octets: &[u8]| {
    let message = match xml::read(octets) {
        Ok(message) => message,
        Err(error) => {
            assert!(error.offset <= octets.len(), "{error}");
            assert!(xml::read_within(octets, STRANGER_PIECES).is_err());
            return;
        }
    };
    if let Ok(same) = xml::read_within(octets, STRANGER_PIECES) {
        assert_eq!(same, message);
    }
    // A client's NUL in Data is read and cannot be written; names of no table cannot either.
    if let Ok(written) = xml::write(&message) {
        assert_eq!(xml::read(&written).as_ref(), Ok(&message));
        let shown = convert::to_wbxml(&written).expect("what is written turns into WBXML");
        assert_eq!(wbxml::read(&shown).as_ref(), Ok(&message));
    }
    if let Ok(written) = wbxml::write(&message) {
        assert_eq!(wbxml::read(&written).as_ref(), Ok(&message));
    }
    let _ = convert::to_wbxml(octets);
});
