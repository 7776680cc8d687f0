//! Who is believed: credentials of accounts, the MAC of each message, the resync nonce.

use super::*;
use crate::dm::account::MacProof;

#[test]
fn the_published_credential_is_accepted_once() {
    let challenger = Challenger::new([1; 32]);
    let mut cred = auth::md5_cred(&auth::user_digest("x", "y"), b"z");
    cred.data = "Zz6EivR3yeaaENcRN6lpAQ==".into();
    let mut account = account();
    let accepted = account.accept(&device(), cred_of(&cred), &challenger, Time(0), vec![5; 16]).expect("good");
    account.client_nonce = accepted.next_nonce;
    assert_eq!(
        account.accept(&device(), cred_of(&cred), &challenger, Time(0), vec![6; 16]),
        None,
        "its nonce is spent"
    );
}

#[test]
fn a_challenge_is_answered_once_in_time_by_its_device_alone() {
    let challenger = Challenger::new([1; 32]);
    let now = Time(1_700_000_000_000);
    let nonce = auth::next_nonce(&challenger.challenge(AuthType::Md5, &device(), now, 0)).unwrap();
    assert_eq!(nonce.len(), 16);
    let mut account = account();
    let cred = auth::md5_cred(&account.client, &nonce);
    let accept = |account: &Account, device: &DeviceId, now| {
        account.accept(device, cred_of(&cred), &challenger, now, vec![5; 16])
    };

    assert_eq!(accept(&account, &device(), now.plus(120_000)), None, "too late");
    assert_eq!(accept(&account, &DeviceId::new("MEID:A0000000000002").unwrap(), now), None, "another device");
    let restarted = Challenger::new([2; 32]);
    assert_eq!(account.accept(&device(), cred_of(&cred), &restarted, now, vec![5; 16]), None, "another process");
    let accepted = accept(&account, &device(), now.plus(30_000)).expect("good");
    account.last_slot = accepted.last_slot;
    assert_eq!(accept(&account, &device(), now.plus(31_000)), None, "spent");

    // Challenged again at once: another challenge, which proves as well.
    let again = auth::next_nonce(&challenger.challenge(AuthType::Md5, &device(), now, account.last_slot)).unwrap();
    assert_ne!(again, nonce);
    let cred = auth::md5_cred(&account.client, &again);
    assert!(account.accept(&device(), cred_of(&cred), &challenger, now, vec![5; 16]).is_some());
}

#[test]
fn a_weaker_or_other_scheme_is_refused() {
    let challenger = Challenger::new([1; 32]);
    let basic = auth::basic_cred("Bruce2", "OhBehave");
    assert_eq!(account().accept(&device(), cred_of(&basic), &challenger, Time(0), vec![]), None);
    let account = Account { scheme: AuthType::Basic, ..account() };
    assert!(account.accept(&device(), cred_of(&basic), &challenger, Time(0), vec![]).is_some());
    let wrong = auth::basic_cred("Bruce2", "OhBehave2");
    assert_eq!(account.accept(&device(), cred_of(&wrong), &challenger, Time(0), vec![]), None);
    assert_eq!(account.accept(&device(), cred_of(&Cred::default()), &challenger, Time(0), vec![]), None);
}

#[test]
fn the_resync_nonce_proves_once_and_only_where_it_is_allowed() {
    let challenger = Challenger::new([1; 32]);
    for nonce in [&[0_u8; 4][..], b"0x00000000"] {
        let cred = auth::md5_cred(&account().client, nonce);
        let accept = |account: &Account| account.accept(&device(), cred_of(&cred), &challenger, NOW, vec![5; 16]);
        assert_eq!(accept(&account()), None, "off by default");
        let allowed = Account { resync_left: true, ..account() };
        let accepted = accept(&allowed).expect("allowed");
        assert_eq!((accepted.resync, accepted.resync_left), (Some(nonce), false));
        assert_eq!(accept(&Account { resync_left: accepted.resync_left, ..allowed }), None, "used up");
    }
    // A device that has its nonce does not use it up.
    let cred = auth::md5_cred(&account().client, b"Nonce");
    let allowed = Account { resync_left: true, ..account() };
    let accepted = allowed.accept(&device(), cred_of(&cred), &challenger, NOW, vec![5; 16]).expect("good");
    assert_eq!((accepted.resync, accepted.resync_left), (None, true));
}

/// The published message and its MAC: funambol / funambol, nonce `clientnonce12345`.
const PUBLISHED: &[u8] = include_bytes!("../../../tests/data/hmac-message.xml");
const PUBLISHED_MAC: &str = "algorithm=MD5, username=\"funambol\", mac=cJQS8nnxiFM60m0IQaputw==";

fn funambol() -> Account {
    Account {
        scheme: AuthType::Mac,
        client: auth::user_digest("funambol", "funambol"),
        client_nonce: b"clientnonce12345".to_vec(),
        ..account()
    }
}

fn mac_of(mac: &MacProof) -> Shown<'_> {
    Shown { cred: None, mac: Some(mac) }
}

#[test]
fn the_published_mac_is_accepted_and_nothing_near_it() {
    let challenger = Challenger::new([1; 32]);
    let accept = |account: &Account, header: &str, body: &[u8]| {
        let proof = MacProof::read(header, body);
        account.accept(&device(), mac_of(&proof), &challenger, NOW, vec![5; 16]).is_some()
    };
    assert!(accept(&funambol(), PUBLISHED_MAC, PUBLISHED));
    assert!(!accept(&funambol(), PUBLISHED_MAC, &PUBLISHED[1..]), "another body");
    assert!(!accept(&funambol(), "mac=", PUBLISHED), "no header that could be read");
    assert!(!accept(&Account { client_nonce: b"other".to_vec(), ..funambol() }, PUBLISHED_MAC, PUBLISHED));
    assert!(!accept(&Account { scheme: AuthType::Md5, ..funambol() }, PUBLISHED_MAC, PUBLISHED), "another scheme");
    let cred = auth::md5_cred(&funambol().client, b"clientnonce12345");
    assert_eq!(funambol().accept(&device(), cred_of(&cred), &challenger, NOW, vec![]), None, "a weaker scheme");
}

/// What a handset's MAC over this document shows.
fn sealed(document: &str, nonce: &[u8]) -> MacProof {
    let digest = auth::user_digest("funambol", "funambol");
    let mac = auth::mac(&digest, nonce, document.as_bytes());
    MacProof::read(&format!("username=\"funambol\", mac={mac}"), document.as_bytes())
}

fn chal(message: &Message) -> Vec<u8> {
    let Some(Command::Status(Status { chal: Some(chal), .. })) = message.commands.first() else {
        panic!("{message:?}")
    };
    assert_eq!(chal.type_.as_deref(), Some("syncml:auth-MAC"));
    auth::next_nonce(chal).unwrap()
}

#[test]
fn with_mac_every_message_proves_itself_and_ours_do_too() {
    let server = ServerSecret::new(AuthType::Mac, "akeyd", "server-pw", b"first".to_vec());
    let account = Account { client_nonce: vec![1; 16], server: Some(server), ..funambol() };
    let (mut session, _) = Talk::open(PACKAGE_1, Opening { account, ..opening(None) });
    session.0.ask(Batch::One(carry(&[2, 2])));
    let reply = session.0.package(NOW);
    assert_eq!(statuses(&reply.message)[0], ("SyncHdr".into(), 200), "for this message alone");
    assert_eq!(chal(&reply.message), [1; 16]);
    assert!(reply.message.header.cred.is_none(), "never in the document");
    assert_eq!(reply.message.header.source.name.as_deref(), Some("akeyd"));
    let header = reply.seal.expect("sealed").header(b"body");
    let ours = auth::mac(&auth::user_digest("akeyd", "server-pw"), b"first", b"body");
    assert_eq!(header, format!("algorithm=MD5, username=\"akeyd\", mac={ours}"));

    let body = "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Chal><Meta>\
        <NextNonce xmlns='syncml:metinf'>c2Vjb25k</NextNonce></Meta></Chal><Data>200</Data></Status><Final/>";
    let hear = |session: &mut Talk, msg_id, mac: Option<MacProof>| {
        session.0.receive(&message(msg_id, body), Arrival { now: NOW, mac, nonce: vec![msg_id as u8; 16] })
    };
    // Without a MAC, and with one that was made with a spent nonce, nothing counts.
    assert_eq!(hear(&mut session, 2, None).then, Then::Refuse);
    let refused = session.0.refuse().message;
    assert_eq!(statuses(&refused), [("SyncHdr".to_owned(), 401)]);
    assert_eq!(chal(&refused), [2; 16]);
    let stale = sealed("x", &[1; 16]);
    assert_eq!(hear(&mut session, 3, Some(stale)).then, Then::Refuse);
    let nonce = chal(&session.0.refuse().message);
    let received = hear(&mut session, 4, Some(sealed("x", &nonce)));
    assert_eq!((received.then, received.server_nonce.as_deref()), (Then::Go, Some(&b"second"[..])));
    assert_eq!(received.accepted.expect("a nonce is spent").next_nonce, [4; 16]);
    let reply = session.0.farewell();
    assert_eq!(chal(&reply.message), [4; 16]);
    let ours = auth::mac(&auth::user_digest("akeyd", "server-pw"), b"second", b"body");
    assert!(reply.seal.expect("200: in every message").header(b"body").ends_with(&ours));
}

#[test]
fn a_handset_that_never_proves_itself_is_let_go() {
    let (mut session, _) = Talk::open(PACKAGE_1, Opening { account: funambol(), ..opening(None) });
    session.say([carry(&[2, 2])]);
    let end = (2..20).map(|msg_id| session.hear(msg_id, "<Final/>").then).find(|then| *then != Then::Refuse);
    assert_eq!(end, Some(Then::Abort(AbortReason::Unproven)));
}

#[test]
fn basic_is_shown_as_often_as_it_is_wanted() {
    let server = ServerSecret::new(AuthType::Basic, "akeyd", "server-pw", Vec::new());
    let (mut session, _) = Talk::open(PACKAGE_1, opening(Some(server)));
    let shown = |message: &Message| message.header.cred.as_ref().map(|cred| cred.data.clone());
    let expected = Some(auth::basic("akeyd", "server-pw"));
    assert_eq!(shown(&session.say([carry(&[2])])), expected);
    let status = |code: u32| {
        format!("<Status><CmdID>1</CmdID><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>{code}</Data></Status><Final/>")
    };
    session.hear(2, &status(200));
    assert_eq!(shown(&session.0.package(NOW).message), expected, "for one message");
    session.hear(3, &status(212));
    assert_eq!(shown(&session.0.package(NOW).message), None, "for the session");
    assert_eq!(session.hear(4, &status(407)).then, Then::Again, "after all");
    assert_eq!(shown(&session.0.again(NOW).message), expected);
}

#[test]
fn a_proof_by_a_wrong_nonce_in_a_session_is_told_the_right_one() {
    let (mut session, _) = Talk::open(PACKAGE_1, opening(None));
    session.say([carry(&[6])]);
    let mut hear = |msg_id: u32, cred: Option<Cred>| {
        let mut message = message(msg_id, "<Final/>");
        message.header.cred = cred;
        let received = session.0.receive(&message, Arrival { now: NOW, mac: None, nonce: vec![8; 16] });
        let reply = session.0.package(NOW).message;
        let Some(Command::Status(status)) = reply.commands.first() else { panic!() };
        (status.code, status.chal.as_ref().and_then(auth::next_nonce), received.accepted.is_some())
    };
    let proof = |nonce: &[u8]| Some(auth::md5_cred(&account().client, nonce));
    assert_eq!(hear(2, proof(b"stale")), (212, Some(vec![9; 16]), false), "the token is enough");
    assert_eq!(hear(3, None), (212, None, false));
    assert_eq!(hear(4, proof(&[9; 16])), (212, Some(vec![8; 16]), true), "healed");
}
