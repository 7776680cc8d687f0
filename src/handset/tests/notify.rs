//! Notifications from octets that are written here, not by the server's writer.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use md5::{Digest, Md5};

use super::*;
use crate::handset::Ignored;

/// Version 1.1, background, server-initiated; session BEEF; server id `akeyd`.
const TRIGGER: &str = "02d8000000beef05616b657964";
/// WSP: transaction 1, Push, three octets of headers: notification, X-Wap-Application-Id syncml.dm.
const PUSH: &str = "010603c4af87";

/// Digest and trigger, by OMA-TS-DM_Notification 1.2 section 6.
fn notification(server_id: &str, password: &str, nonce: &[u8], trigger: &[u8]) -> Vec<u8> {
    let inner = BASE64.encode(Md5::digest(format!("{server_id}:{password}")));
    let body = BASE64.encode(Md5::digest(trigger));
    let digest = Md5::digest([inner.as_bytes(), b":", nonce, b":", body.as_bytes()].concat());
    [digest.as_slice(), trigger].concat()
}

fn ours(nonce: &[u8]) -> Vec<u8> {
    notification("akeyd", "minime", nonce, &hex(TRIGGER))
}

#[test]
fn a_push_that_the_server_signed_calls_for_its_session() {
    let call = Call { session_id: "BEEF".into(), resync: false };
    let notification = ours(b"server nonce");
    let push = [hex(PUSH), notification.clone()].concat();
    assert_eq!(judge(&handset(), &notification), Ok(call.clone()));
    assert_eq!(judge(&handset(), &push), Ok(call.clone()));
    // Short messages of teleservice 4100: type, segments, number, ports; some carriers put the ports there twice.
    let message = [hex("000100c0020b84"), push.clone()].concat();
    assert_eq!(judge(&handset(), &message), Ok(call.clone()));
    let doubled = [hex("000100c0020b84c0020b84"), push].concat();
    assert_eq!(judge(&handset(), &doubled), Ok(call));
}

#[test]
fn a_session_starts_with_1200_under_the_id_of_the_notification() {
    let mut handset = handset();
    let call = judge(&handset, &ours(b"server nonce")).unwrap();
    let initiator = Initiator::Server { session_id: call.session_id };
    let (_, message) = Session::start(&mut handset, initiator, &mut draw());
    assert_eq!(message.header.session_id, "BEEF");
    let Some(crate::syncml::document::Command::Alert(alert)) = message.commands.first() else { panic!() };
    assert_eq!(alert.code, Some(1200));
}

#[test]
fn the_resync_nonce_is_four_octets_or_a_text_and_holds_in_that_session_alone() {
    use super::script::{Server, get};
    use super::session::play;

    let resync = Ok(Call { session_id: "BEEF".into(), resync: true });
    assert_eq!(judge(&handset(), &ours(&[0; 4])), resync);
    assert_eq!(judge(&handset(), &ours(b"0x00000000")), Err(Ignored::Unproven));
    let text = Handset::new(Build { profile: Profile::Libdmclient, ..build() });
    assert_eq!(judge(&text, &ours(b"0x00000000")), resync);

    let mut server = Server::new([vec![get(&["./DevInfo/Man"])]]);
    server.server_nonce = vec![0; 4];
    let mut phone = handset();
    phone.resync = true;
    let (cause, session) = play(&mut phone, &mut server);
    assert_eq!((cause, session.messages()), (None, 2), "no challenge was needed");
    assert_eq!(phone.nonces().server, server.server_nonce, "and a good nonce is back");

    let mut server = Server::new([vec![get(&["./DevInfo/Man"])]]);
    server.server_nonce = vec![0; 4];
    let (cause, session) = play(&mut handset(), &mut server);
    assert_eq!((cause, session.messages()), (None, 3), "not for a session that began by itself");
}

#[test]
fn what_proves_nothing_is_ignored() {
    let handset = handset();
    assert_eq!(judge(&handset, &ours(b"old nonce")), Err(Ignored::Unproven));
    let other = notification("akeyd", "wrong", b"server nonce", &hex(TRIGGER));
    assert_eq!(judge(&handset, &other), Err(Ignored::Unproven));
    let mut changed = ours(b"server nonce");
    changed[22] ^= 1;
    assert_eq!(judge(&handset, &changed), Err(Ignored::Unproven), "the digest covers the session id");
    let trigger = hex("02d8000000beef056f74686572");
    let other = notification("other", "minime", b"server nonce", &trigger);
    assert_eq!(judge(&handset, &other), Err(Ignored::OtherServer("other".into())));
    for octets in [hex(""), hex("0106"), ours(b"server nonce")[..20].to_vec(), vec![0xFF; 200]] {
        assert!(matches!(judge(&handset, &octets), Err(Ignored::Unreadable(_))), "{octets:02x?}");
    }
}
