//! Any octets, read as a TCAP package.
//!
//! Whatever is read must be written, read again as it was, and come back from its document; whatever is refused has a place, and an answer
//! that can be read.
#![no_main]

use akeyd::ansi41::document::Document;
use akeyd::ansi41::tcap::Package;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|octets: &[u8]| {
    let package = match Package::read(octets) {
        Ok(package) => package,
        Err(error) => {
            assert!(error.offset <= octets.len(), "{error}");
            if let Some(answer) = error.answer() {
                let written = answer.write();
                assert_eq!(Package::read(&written).as_ref(), Ok(&answer));
            }
            return;
        }
    };
    let written = package.write();
    assert!(written.len() <= octets.len(), "shortest lengths");
    assert_eq!(Package::read(&written).as_ref(), Ok(&package));
    let document = Document::of(&package);
    assert_eq!(document.package().as_ref(), Ok(&package));
});
