//! Any octets as a stream of IPA frames.
//!
//! Frames are found in one go as they are piece by piece; whatever is read is written and reads as it was.
#![no_main]

use akeyd::ansi41::ipa::{Frame, frame};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|octets: &[u8]| {
    let mut rest = octets;
    while let Ok(Some(length)) = frame(rest) {
        let (octets, behind) = rest.split_at(length);
        assert!((0..length).all(|cut| frame(&octets[..cut]) == Ok(None)));
        if let Ok(frame) = Frame::read(octets) {
            let mut written = Vec::new();
            frame.write(&mut written).expect("what was read can be written");
            assert_eq!(Frame::read(&written), Ok(frame));
        }
        rest = behind;
    }
    let _ = Frame::read(octets);
});
