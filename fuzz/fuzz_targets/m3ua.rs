//! Any octets as a stream of M3UA messages.
//!
//! Frames are found in one go as they are piece by piece; whatever is read is written and reads as it was; whatever is refused
//! has an error that can be sent.
#![no_main]

use akeyd::ansi41::m3ua::{Message, frame};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|octets: &[u8]| {
    let mut rest = octets;
    while let Ok(Some(length)) = frame(rest) {
        let (octets, behind) = rest.split_at(length);
        assert!((0..length).all(|cut| frame(&octets[..cut]) == Ok(None)));
        match Message::read(octets) {
            Ok(message) => {
                let written = message.write().expect("what was read can be written");
                // Padding that the last parameter had not is written.
                assert!(written.len() <= octets.len() + 3);
                assert_eq!(Message::read(&written), Ok(message));
            }
            Err(error) => {
                let answer = Message::error(error.code(), octets).write().expect("short");
                assert!(Message::read(&answer).is_ok_and(|answer| answer.error_code() == Some(error.code())));
            }
        }
        rest = behind;
    }
    let _ = Message::read(octets);
});
