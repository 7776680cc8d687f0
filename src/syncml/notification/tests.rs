//! The published header, wholes and parts, and envelopes of every kind.

use proptest::prelude::*;

use super::push::{self, Push, PushError, Token};
use super::*;
use crate::syncml::auth::user_digest;

fn example() -> Notification {
    Notification {
        ui_mode: UiMode::Background,
        initiator: Initiator::Client,
        session_id: 0x1234,
        server_id: "com.mgmtsrv.manage".to_owned(),
        vendor: Vec::new(),
    }
}

const NONCE: &[u8] = b"server nonce";

fn digest() -> UserDigest {
    user_digest("com.mgmtsrv.manage", "srvpwd")
}

#[test]
fn the_header_is_that_of_the_published_example() {
    let octets = example().build(&digest(), NONCE).unwrap();
    assert_eq!(octets.len(), 24 + 18);
    assert_eq!(&octets[16..24], b"\x02\xD0\x00\x00\x00\x12\x34\x12");
    assert_eq!(&octets[24..], b"com.mgmtsrv.manage");
}

#[test]
fn the_digest_is_the_nested_hash_of_the_standard() {
    // H(B64(H("com.mgmtsrv.manage:srvpwd")) ":server nonce:" B64(H(trigger))), computed with Python's hashlib and base64.
    let octets = example().build(&digest(), NONCE).unwrap();
    assert_eq!(octets[..16], EXAMPLE_DIGEST);
}

const EXAMPLE_DIGEST: [u8; 16] = *b"\x50\x6B\xBB\xB4\x42\x01\xF1\x2D\x6A\xA7\xCE\xB5\x29\x57\x6E\x4A";

#[test]
fn a_notification_is_proven_by_its_server_and_nonce_alone() {
    let octets = example().build(&digest(), NONCE).unwrap();
    let received = Received::parse(&octets).unwrap();
    assert_eq!((&received.notification, received.version), (&example(), VERSION));
    assert!(received.is_proven(&digest(), NONCE));
    assert!(!received.is_proven(&digest(), b"\0\0\0\0"));
    assert!(!received.is_proven(&user_digest("com.mgmtsrv.manage", "other"), NONCE));
    for at in 0..octets.len() {
        let mut octets = octets.clone();
        octets[at] ^= 0x01;
        let proven = Received::parse(&octets).is_ok_and(|received| received.is_proven(&digest(), NONCE));
        assert!(!proven, "octet {at}");
    }
}

#[test]
fn a_notification_that_is_none_is_refused() {
    let octets = example().build(&digest(), NONCE).unwrap();
    for length in 0..octets.len() {
        assert_eq!(Received::parse(&octets[..length]), Err(NotificationError::EndsEarly(length)));
    }
    let with = |at: usize, octet: u8| {
        let mut octets = octets.clone();
        octets[at] = octet;
        octets
    };
    assert_eq!(Received::parse(&[&octets[..21], &[0, 0], &octets[23..]].concat()), Err(NotificationError::SessionId));
    assert_eq!(Received::parse(&with(23, 0)), Err(NotificationError::ServerId));
    assert_eq!(Received::parse(&with(24, 0xFF)), Err(NotificationError::ServerId));
    assert_eq!(Received::parse(&[0x41; limits::NOTIFICATION_OCTETS + 1]), Err(NotificationError::TooLong));
    assert_eq!(Received::parse(&with(16, 0x03)).unwrap().version, 15, "any version is read");
    assert_eq!(Received::parse(&with(20, 0xFF)).unwrap().notification, example(), "so are reserved bits");

    let build = |notification: Notification| notification.build(&digest(), NONCE).unwrap_err();
    assert_eq!(build(Notification { session_id: 0, ..example() }), NotificationError::SessionId);
    assert_eq!(build(Notification { server_id: String::new(), ..example() }), NotificationError::ServerId);
    assert_eq!(build(Notification { server_id: "x".repeat(256), ..example() }), NotificationError::ServerId);
    let vendor = vec![0; limits::NOTIFICATION_OCTETS];
    assert_eq!(build(Notification { vendor, ..example() }), NotificationError::TooLong);
}

#[test]
fn a_session_is_named_in_hex_without_zeros_in_front() {
    assert_eq!([0xBEEF, 0x1, 0x0A0].map(session_id_text), ["BEEF", "1", "A0"]);
}

#[test]
fn a_push_has_the_six_octets_of_the_field() {
    let push = push::wrap(1, b"body");
    assert_eq!(push, b"\x01\x06\x03\xC4\xAF\x87body");
    assert_eq!(push::unwrap(&push), Ok(&b"body"[..]));
    let parsed = Push::parse(&push).unwrap();
    assert_eq!((parsed.transaction_id, parsed.content_type), (1, Token::Number(0x44)));
    assert_eq!(parsed.application_id, Some(Token::Number(7)));
}

#[test]
fn pushes_of_other_senders_are_read() {
    for headers in [
        &b"\xC4"[..],
        b"\x01\xC4\xAF\x87",
        b"\x01\xC4\xAF\x01\x07",
        b"\x02\x01\x44\xAF\x87",
        b"\x03\xC4\x81\xEA\xAF\x87",
        b"\x1F\x03\xC4\x81\xEA\xAF\x87",
        b"application/vnd.syncml.notification\0\xAFx-wap-application:syncml.dm\0",
        b"\x24application/vnd.SyncML.notification\0\xAF\x87",
        b"\xC4\x8D\x02\x01\x00\xAF\x87Push-Flag\0text\0\x81\x7F\xC3\xA9\0",
    ] {
        let headers = if headers[0] == 0x24 { [&b"\x1F\x24"[..], &headers[1..]].concat() } else { headers.to_vec() };
        let push = [&[9, 6, headers.len() as u8][..], &headers, b"body"].concat();
        assert_eq!(push::unwrap(&push), Ok(&b"body"[..]), "{headers:02x?}");
    }
}

#[test]
fn names_of_any_kind_come_back() {
    for name in ["", "a/b", "\u{7F}", "\u{1}x", "\u{E9}", " "] {
        let push = Push {
            transaction_id: 1,
            content_type: Token::Text(name),
            application_id: Some(Token::Text(name)),
            others: b"\x8D\x81".to_vec(),
            body: b"body",
        };
        assert_eq!(Push::parse(&push.write()).as_ref(), Ok(&push));
    }
    for number in [0, 0x7F, 0x80, 0xEA, 0x1234, 0x0001_0000, u32::MAX] {
        let push = Push {
            transaction_id: 1,
            content_type: Token::Number(number),
            application_id: Some(Token::Number(number)),
            others: Vec::new(),
            body: b"",
        };
        assert_eq!(Push::parse(&push.write()).as_ref(), Ok(&push));
    }
}

#[test]
fn pushes_of_something_else_are_refused() {
    for (push, expected) in [
        (&b""[..], PushError::EndsEarly(0)),
        (b"\x01", PushError::EndsEarly(1)),
        (b"\x01\x07\x03\xC4\xAF\x87", PushError::PduType),
        (b"\x01\x06\x00body", PushError::EndsEarly(3)),
        (b"\x01\x06\x04\xC4\xAF\x87", PushError::EndsEarly(6)),
        (b"\x01\x06\x02\xC4\xAF\x87", PushError::EndsEarly(5)),
        (b"\x01\x06\xFF\xFF\xFF\xFF\xFF\x01\xC4", PushError::Header(2)),
        (b"\x01\x06\x05\xC4\xAF\x1F\xFF\x7Fbody", PushError::EndsEarly(8)),
        (b"\x01\x06\x04abcdbody\0", PushError::EndsEarly(7)),
        (b"\x01\x06\x03a\xFF\0body", PushError::Header(3)),
        (b"\x01\x06\x07\x06\x05\x01\x01\x01\x01\x01body", PushError::Header(3)),
        (b"\x01\x06\x03\xAE\xAF\x87", PushError::OtherContent),
        (b"\x01\x06\x03\xC4\xAF\x84", PushError::OtherContent),
        (b"\x01\x06\x04\xC4\xAFx\0", PushError::OtherContent),
        (b"\x01\x06\x05text\0", PushError::OtherContent),
    ] {
        assert_eq!(push::unwrap(push), Err(expected), "{push:02x?}");
    }
}

#[test]
fn a_cdma_message_has_the_thirteen_octets_of_the_field() {
    let segments = push::segments(&push::wrap(1, b"body")).unwrap();
    assert_eq!(segments, [b"\x00\x01\x00\xC0\x02\x0B\x84\x01\x06\x03\xC4\xAF\x87body".to_vec()]);
}

#[test]
fn segments_join_in_any_order_and_only_whole() {
    let body: Vec<u8> = (0..=255).cycle().take(300).collect();
    let push = push::wrap(1, &body);
    let segments = push::segments(&push).unwrap();
    assert_eq!(segments.len(), 3);
    assert!(segments.iter().all(|segment| segment.len() <= limits::SHORT_MESSAGE_OCTETS));
    let [a, b, c] = [&segments[0][..], &segments[1], &segments[2]];
    assert_eq!(push::join(&[c, a, b]).unwrap(), push);
    for bad in
        [&[][..], &[a, b], &[a, b, b], &[a, b, c, c], &[b, c], &[&a[..2], b, c], &[b"\x01\x01\0\xC0\x02\x0B\x84x"]]
    {
        assert_eq!(push::join(bad), Err(PushError::Segments));
    }
    assert_eq!(push::join(&[b"\0\x01\0\xC0\x02\x0B"]), Err(PushError::Segments));
    assert_eq!(
        push::join(&[b"\0\x01\0\xC0\x02\x0B\x85\x01\x06\x03\xC4\xAF\x87"]),
        Err(PushError::Segments),
        "another port"
    );
    assert_eq!(push::segments(&vec![0; 256 * limits::SHORT_MESSAGE_OCTETS]), Err(PushError::TooLong));
}

#[test]
fn ports_that_a_carrier_doubled_are_taken_off() {
    let doubled = b"\x00\x01\x00\xC0\x02\x0B\x84\xC0\x02\x0B\x84\x01\x06\x03\xC4\xAF\x87body";
    assert_eq!(push::join(&[doubled]).unwrap(), push::wrap(1, b"body"));
    let other = b"\x00\x01\x00\xC0\x02\x0B\x84\xF8\x06\x01\xAF\x06\x06\x01\xC4\x00\xAF";
    assert_eq!(push::join(&[other]).unwrap(), &other[7..], "those are no ports");
    let looks_doubled = b"\x00\x01\x00\xC0\x02\x0B\x84\x01\x06\x09\xC4x\x06\x01\xC4\xAF\0v\0body";
    assert_eq!(push::unwrap(&looks_doubled[11..]), Ok(&b"\xAF\0v\0body"[..]));
    assert_eq!(push::join(&[looks_doubled]).unwrap(), &looks_doubled[7..], "a push is taken as it stands");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_built_is_read(
        ui_mode in prop::sample::select(&[UiMode::NotSpecified, UiMode::Background, UiMode::Informative, UiMode::UserInteraction][..]),
        initiator in prop::sample::select(&[Initiator::Client, Initiator::Server][..]),
        session_id in 1..=u16::MAX,
        server_id in "\\PC{1,60}",
        vendor in prop::collection::vec(any::<u8>(), 0..300),
        nonce in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let notification = Notification { ui_mode, initiator, session_id, server_id, vendor };
        let octets = notification.build(&digest(), &nonce).unwrap();
        let pushed = push::wrap(7, &octets);
        let segments = push::segments(&pushed).unwrap();
        let segments: Vec<&[u8]> = segments.iter().rev().map(Vec::as_slice).collect();
        let joined = push::join(&segments).unwrap();
        let received = Received::parse(push::unwrap(&joined).unwrap()).unwrap();
        prop_assert!(received.is_proven(&digest(), &nonce));
        prop_assert_eq!(received.notification, notification);
    }

    #[test]
    fn any_octets_are_read_or_refused(octets in prop::collection::vec(any::<u8>(), 0..200), at in 0..200_usize) {
        let _ = Received::parse(&octets);
        let _ = push::unwrap(&octets);
        let _ = push::unwrap(&[b"\x01\x06", &octets[..]].concat());
        let (a, b) = octets.split_at(at.min(octets.len()));
        let _ = push::join(&[a, b]);
        let _ = push::join(&[&[b"\0\x01\0\xC0\x02\x0B\x84", a].concat()]);
    }
}
