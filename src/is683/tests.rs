//! Real octets and their meaning, and what every message must do.

use super::*;

mod capability;
mod documents;
mod key;
mod nam;
mod properties;
mod services;
mod sspr;
mod trees;
mod validation;

/// Octets from hex with blanks.
fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

/// `text` reads as `message`, and is what is written for it.
fn forward(text: &str, message: &Forward<'_>) {
    assert_eq!(Forward::read(&hex(text)).as_ref(), Ok(message), "{text}");
    assert_eq!(message.write(), Ok(hex(text)), "{message:?}");
}

/// As [`forward`].
fn reverse(text: &str, message: &Reverse<'_>) {
    assert_eq!(Reverse::read(&hex(text)).as_ref(), Ok(message), "{text}");
    assert_eq!(message.write(), Ok(hex(text)), "{message:?}");
}

#[test]
fn unknown_types_keep_their_octets() {
    let unknown = |otasp_msg_type| Forward::Unknown { otasp_msg_type, octets: &[1, 2] };
    forward("c8 0102", &unknown(OtaspMsgType(200)));
    forward("10 0102", &unknown(OtaspMsgType(16)));
    assert_eq!(unknown(OtaspMsgType::COMMIT).write(), Err(EncodeError::Unexpected { field: "octets" }));
}

#[test]
fn an_error_says_where_and_what() {
    let said = |text: &str| Forward::read(&hex(text)).unwrap_err().to_string();
    assert_eq!(said(""), "otasp_msg_type at octet 0: expected 1 octet, found 0 octets");
    assert_eq!(said("02 02 04 0102"), "param_p at octet 3: expected 4 octets, found 2 octets");
    assert_eq!(said("02 02 01 07"), "param_g_len at octet 4: expected 1 octet, found 0 octets");
    assert_eq!(said("02 03 01 07"), "end of message at octet 2: expected 0 octets, found 2 octets");
}

#[test]
fn every_type_is_named() {
    for value in 0..24 {
        let (forward, reverse) = (Forward::empty(OtaspMsgType(value)), Reverse::empty(OtaspMsgType(value)));
        let name = OtaspMsgType(value).meaning();
        assert_eq!(forward.name() == "Unknown", value == 16);
        assert!(value == 16 || forward.name() == format!("{name} Request"), "{}", forward.name());
        assert_eq!(reverse.name(), format!("{name} Response"));
        assert_eq!((forward.otasp_msg_type().0, reverse.otasp_msg_type().0), (value, value));
    }
}

#[test]
fn the_two_number_spaces_translate() {
    assert_eq!(AKeyProtocolVersion::with_octets(64, 20), Some(AKeyProtocolVersion::DIFFIE_HELLMAN_512_160));
    assert_eq!(AKeyProtocolVersion::with_octets(128, 1), None);
    for version in AKeyPRev::A_KEY.protocol_versions() {
        assert_eq!(version.a_key_p_rev(), Some(AKeyPRev::A_KEY));
        let (param_p, param_g) = version.octets().unwrap();
        assert_eq!(AKeyProtocolVersion::with_octets(param_p, param_g), Some(*version));
    }
    assert_eq!(AKeyPRev::ROOT_KEY.protocol_versions(), []);
    assert_eq!(AKeyProtocolVersion::NOT_SUPPORTED.a_key_p_rev(), None);
}

#[test]
fn codes_without_a_name_are_reserved_or_the_manufacturers() {
    let said = |code| ResultCode(code).meaning();
    assert_eq!(said(0), "accepted, operation successful");
    assert_eq!(said(50), "rejected, MMSS WLAN parameters format mismatch");
    assert_eq!([said(51), said(127), said(255)], ["reserved"; 3]);
    assert_eq!([said(128), said(254)], ["manufacturer specific"; 2]);
    assert!((0..51).all(|code| said(code) != "reserved"));
    let said = |id| FeatureId(id).meaning();
    assert_eq!(
        [said(1), said(12), said(191), said(192)],
        ["key exchange", "reserved", "reserved", "manufacturer specific"]
    );
    assert_eq!(AKeyPRev(9).meaning(), "reserved");
    assert_eq!(ResultCode(200).to_string(), "200");
}
