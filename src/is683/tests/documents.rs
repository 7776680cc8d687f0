//! Messages as documents. Their text is JSON elsewhere; here their shape counts.

use serde::de::Deserialize;
use serde::de::value::{Error, MapDeserializer};

use super::*;

/// Fills a message from names and numbers.
fn filled(entries: &[(&str, u64)]) -> Result<Vec<u8>, String> {
    let entries = entries.iter().copied();
    let document =
        Document::deserialize(MapDeserializer::<_, Error>::new(entries)).map_err(|error| error.to_string())?;
    let message = Reverse::from_document(&document).map_err(|error| error.to_string())?;
    message.write().map_err(|error| error.to_string())
}

#[test]
fn a_document_names_fields_as_the_standard_does() {
    let octets = hex("02 02 02 ffab 01 05");
    let text = format!("{:?}", Forward::read(&octets).unwrap().to_document());
    for name in ["message", "MS Key Request", "otasp_msg_type", "a_key_p_rev", "param_p", "ffab", "param_g"] {
        assert!(text.contains(&format!("\"{name}\"")), "{name} in {text}");
    }
    assert!(!text.contains("len"), "lengths are derived: {text}");
}

#[test]
fn a_document_gives_its_message_back() {
    for text in ["02 02 02 ffab 01 05", "06", "06 03 01 02", "09 02 00 03 123456 02 01 40", "c8 01", "05"] {
        let octets = hex(text);
        let document = Forward::read(&octets).unwrap().to_document();
        assert_eq!(Forward::from_document(&document).unwrap().write(), Ok(octets), "{document:?}");
    }
}

#[test]
fn numbers_are_checked_against_their_fields() {
    assert_eq!(filled(&[("otasp_msg_type", 2), ("result_code", 10)]), Ok(vec![2, 10]));
    let said = |entries| filled(entries).unwrap_err();
    assert_eq!(
        said(&[("otasp_msg_type", 2), ("result_code", 300)]),
        "result_code: expected a number from 0 to 255, found another number"
    );
    assert_eq!(said(&[("otasp_msg_type", 2)]), "result_code: expected a number, found nothing");
    assert_eq!(
        said(&[("otasp_msg_type", 2), ("result_code", 1), ("colour", 1)]),
        "colour: expected nothing of that name here, found another number"
    );
    assert_eq!(said(&[("result_code", 1)]), "otasp_msg_type: expected a number, found nothing");
    assert_eq!(said(&[("result_code", 1), ("result_code", 1)]), "result_code: given twice");
    assert_eq!(
        said(&[("otasp_msg_type", 3), ("result_code", 1), ("ms_result", 1)]),
        "ms_result: expected hex digits, found another number"
    );
}
