//! Any octets, read as a notification, as a push, and as user data of one short message or two.
//!
//! What is read is written and reads again as it was; a push that is cut into short messages comes back whole.
#![no_main]

use akeyd::syncml::auth::user_digest;
use akeyd::syncml::notification::Received;
use akeyd::syncml::notification::push::{self, Push};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|octets: &[u8]| {
    if let Ok(received) = Received::parse(octets) {
        let Received { notification, version, reserved, digest, .. } = &received;
        assert_eq!(notification.with_header(*version, *reserved, *digest).as_deref(), Ok(octets));
        assert!(!received.is_proven(&user_digest("server", "password"), b"nonce"));
    }
    if let Ok(push) = Push::parse(octets) {
        let written = push.write();
        assert_eq!(Push::parse(&written).as_ref(), Ok(&push));
        let segments = push::segments(&written).expect("an input is short");
        let segments: Vec<&[u8]> = segments.iter().rev().map(Vec::as_slice).collect();
        let joined = push::join(&segments);
        // Another push may look like a notification behind ports that a carrier doubled.
        if push.notification().is_ok() {
            assert_eq!(joined, Ok(written));
        }
    }
    let (first, second) = octets.split_at(octets.len() / 2);
    let _ = push::join(&[octets]);
    let _ = push::join(&[first, second]);
});
