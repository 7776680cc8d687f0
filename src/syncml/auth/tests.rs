//! Published vectors, and the sloppiness of real senders.

use super::*;

const BODY: &[u8] = include_bytes!("../../../tests/data/hmac-message.xml");
const FUNAMBOL_MAC: &str = "cJQS8nnxiFM60m0IQaputw==";

#[test]
fn basic_is_the_example_of_the_standard() {
    assert_eq!(basic("Bruce2", "OhBehave"), "QnJ1Y2UyOk9oQmVoYXZl");
    let digest = user_digest("Bruce2", "OhBehave");
    assert!(check_basic(&digest, "QnJ1Y2UyOk9oQmVoYXZl"));
    assert!(check_basic(&digest, " QnJ1Y2Uy\r\nOk9oQmVoYXZl "));
    for wrong in ["QnJ1Y2UyOk9oQmVoYXZm", "QnJ1Y2UyOk9oQmVoYXZ", "", "!"] {
        assert!(!check_basic(&digest, wrong), "{wrong}");
    }
}

#[test]
fn md5_is_the_example_of_the_standard() {
    let digest = user_digest("Bruce2", "OhBehave");
    assert_eq!(md5(&digest, b"Nonce"), "Zz6EivR3yeaaENcRN6lpAQ==");
    assert!(check_md5(&digest, b"Nonce", "Zz6EivR3yeaaENcRN6lpAQ=="));
    assert!(check_md5(&digest, b"Nonce", "Zz6EivR3yeaaENcRN6lpAQ"), "padding may be missing");
    assert!(!check_md5(&digest, b"nonce", "Zz6EivR3yeaaENcRN6lpAQ=="));
    assert!(!check_md5(&user_digest("Bruce2", "OhBehav"), b"Nonce", "Zz6EivR3yeaaENcRN6lpAQ=="));
    for wrong in ["", "Zz6EivR3yeaaENcRN6lpAA==", "Zz6EivR3yeaaENcRN6lpAQEB", "====", &"A".repeat(100_000)] {
        assert!(!check_md5(&digest, b"Nonce", wrong), "{wrong}");
    }
}

#[test]
fn mac_is_that_of_a_real_client() {
    let digest = user_digest("funambol", "funambol");
    assert_eq!(mac(&digest, b"clientnonce12345", BODY), FUNAMBOL_MAC);
    let header = MacHeader::parse(&MacHeader::format("funambol", FUNAMBOL_MAC)).unwrap();
    assert_eq!(header.username, "funambol");
    assert!(check_mac(&digest, b"clientnonce12345", BODY, &header.mac));
    assert!(!check_mac(&digest, b"clientnonce12346", BODY, &header.mac));
    for at in [0, BODY.len() / 2, BODY.len() - 1] {
        let mut body = BODY.to_vec();
        body[at] ^= 1;
        assert!(!check_mac(&digest, b"clientnonce12345", &body, &header.mac));
    }
}

#[test]
fn a_stored_digest_reads_back_and_prints_nothing() {
    let digest = user_digest("Bruce2", "OhBehave");
    assert_eq!(digest.as_stored().len(), UserDigest::LEN);
    assert_eq!(UserDigest::from_stored(digest.as_stored()), Some(digest.clone()));
    assert_eq!(UserDigest::from_stored(b"short"), None);
    assert_eq!(UserDigest::from_stored(b"AAAAAAAAAAAAAAAAAAAAAAAA"), None, "18 octets");
    assert_eq!(format!("{digest:?}"), "UserDigest([redacted])");
}

#[test]
fn types_are_ordered_and_known_in_any_case() {
    for kind in AuthType::ALL {
        assert_eq!(AuthType::parse(&kind.as_str().to_uppercase()), Some(kind));
    }
    assert_eq!(AuthType::parse(" syncml:auth-mac\n"), Some(AuthType::Mac));
    assert_eq!(AuthType::parse("syncml:auth-x509"), None);
    assert!(AuthType::Basic < AuthType::Md5 && AuthType::Md5 < AuthType::Mac);
}

#[test]
fn a_challenge_carries_type_and_nonce() {
    let nonce = [7; 16];
    let meta = challenge(AuthType::Md5, &nonce);
    assert_eq!(auth_type(&meta), Some(AuthType::Md5));
    assert_eq!(meta.format.as_deref(), Some("b64"));
    assert_eq!(next_nonce(&meta).unwrap(), nonce);
    assert_eq!(next_nonce(&challenge(AuthType::Basic, &nonce)), None);
    assert_eq!(auth_type(&basic_cred("u", "p").meta), Some(AuthType::Basic));
    assert_eq!(md5_cred(&user_digest("u", "p"), &nonce).data, md5(&user_digest("u", "p"), &nonce));
}

#[test]
fn a_nonce_is_decoded_once() {
    let nonce = |text: &str| next_nonce(&Meta { next_nonce: Some(text.to_owned()), ..Meta::default() });
    assert_eq!(nonce("WTJ4cFpXNTA=").unwrap(), b"Y2xpZW50");
    assert_eq!(nonce("AAAAAA==").unwrap(), [0; 4]);
    assert_eq!(nonce("AAAAAA").unwrap(), [0; 4]);
    assert_eq!(nonce("AAA\r\n AAA ==").unwrap(), [0; 4]);
    assert_eq!(nonce("").unwrap(), b"");
    assert_eq!(nonce("n*nce"), None);
}

#[test]
fn headers_of_real_senders_are_read() {
    let mac = decode(FUNAMBOL_MAC).unwrap();
    for value in [
        r#"algorithm=MD5, username="Robert Jordan", mac=cJQS8nnxiFM60m0IQaputw=="#,
        r#"mac=cJQS8nnxiFM60m0IQaputw==,username="Robert Jordan""#,
        r#"username=Robert Jordan,mac="cJQS8nnxiFM60m0IQaputw""#,
        "algorithm=md5,\r\n\t username=\"Robert Jordan\",\r\n mac=cJQS8nnxiFM60m0IQaputw",
        r#" Algorithm = "MD5" , USERNAME = "Robert \Jordan" , later="a,b" , Mac = cJQS8nnxiFM60m0IQaputw== "#,
    ] {
        let header = MacHeader::parse(value).unwrap_or_else(|error| panic!("{value}: {error}"));
        assert_eq!((header.username.as_str(), header.mac.as_slice()), ("Robert Jordan", mac.as_slice()), "{value}");
    }
}

#[test]
fn headers_that_are_none_are_refused() {
    for value in [
        "",
        "MD5",
        r#"username="u""#,
        "mac=cJQS8nnxiFM60m0IQaputw==",
        r#"username="u, mac=cJQS8nnxiFM60m0IQaputw=="#,
        r#"username="u" x, mac=cJQS8nnxiFM60m0IQaputw=="#,
        r"username=u, mac=cJQS8nnx",
        r"username=u, mac=cJQS8nnxiFM60m0IQaputw==, mac=cJQS8nnxiFM60m0IQaputw==",
        r#"username="u\"#,
    ] {
        assert_eq!(MacHeader::parse(value), Err(MacHeaderError::Malformed), "{value}");
    }
    let sha = "algorithm=SHA1, username=u, mac=cJQS8nnxiFM60m0IQaputw==";
    assert_eq!(MacHeader::parse(sha), Err(MacHeaderError::Algorithm));
}

#[test]
fn a_name_cannot_end_the_header_that_names_it() {
    let value = MacHeader::format("a\"b\\c\r\nx-evil: 1", FUNAMBOL_MAC);
    assert!(!value.contains(['\r', '\n']));
    assert_eq!(MacHeader::parse(&value).unwrap().username, "a\"b\\cx-evil: 1");
}
