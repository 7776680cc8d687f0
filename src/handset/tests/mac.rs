//! The MAC scheme, both ways, message by message: a server of its own arithmetic against the handset.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::script::{exec, mac};
use super::*;
use crate::syncml::document::*;
use crate::syncml::xml;

fn mac_handset() -> Handset {
    let Build { nonces, keys, .. } = build();
    Handset::new(Build { nonces, keys, ..Build::of(Account { scheme: Scheme::Mac, ..account() }) })
}

/// The server's answer to a message: Status 200 with the next nonce, and what else it says.
fn answer(to: &Message, next_nonce: &[u8], more: Vec<Command>) -> Message {
    let chal = Meta {
        format: Some("b64".into()),
        type_: Some("syncml:auth-MAC".into()),
        next_nonce: Some(BASE64.encode(next_nonce)),
        ..Meta::default()
    };
    let status = |cmd_ref: u32, cmd: &str, chal: Option<Meta>| {
        let msg_ref = Some(to.header.msg_id);
        Command::Status(Status {
            cmd_id: cmd_ref + 1,
            msg_ref,
            cmd_ref,
            cmd: cmd.into(),
            chal,
            code: 200,
            ..Status::default()
        })
    };
    let mut commands = vec![status(0, "SyncHdr", Some(chal))];
    for command in &to.commands {
        if !matches!(command, Command::Status(_) | Command::Results(_)) {
            commands.push(status(command.cmd_id(), command.name(), None));
        }
    }
    commands.extend(more.into_iter().map(|command| match command {
        Command::Exec(exec) => Command::Exec(Exec { cmd_id: 90, ..exec }),
        other => other,
    }));
    Message {
        header: Header {
            ver_dtd: "1.2".into(),
            ver_proto: "DM/1.2".into(),
            session_id: to.header.session_id.clone(),
            msg_id: to.header.msg_id,
            target: Location::new(to.header.source.uri.clone()),
            source: Location::new("http://dm.example/dm"),
            ..Header::default()
        },
        commands,
        is_final: true,
    }
}

fn header(name: &str, mac: &str) -> String {
    format!("algorithm=MD5, username=\"{name}\", mac={mac}")
}

fn header_status(message: &Message) -> &Status {
    let Some(Command::Status(status)) = message.commands.first() else { panic!("{message:?}") };
    assert_eq!((status.cmd_ref, status.cmd.as_str()), (0, "SyncHdr"));
    status
}

#[test]
fn each_message_is_signed_by_the_nonce_of_the_last_one_on_both_sides() {
    let mut handset = mac_handset();
    let mut draw = draw();
    let (mut session, mut message) = Session::start(&mut handset, Initiator::Client, &mut draw);
    let (mut client_nonce, mut server_nonce) = (b"Nonce".to_vec(), b"server nonce".to_vec());
    let steps = [vec![6], ms_key_request(vector::P, vector::G), key_generation_request(vector::BS_RESULT), vec![5]];
    for (turn, step) in (1..).zip(steps) {
        let body = xml::write(&message).unwrap();
        assert_eq!(
            session.hmac(&handset, &body),
            Some(header("Bruce2", &mac("Bruce2", "OhBehave", &client_nonce, &body)))
        );
        assert_eq!((&message.header.cred, message.header.source.name.as_deref()), (&None, Some("Bruce2")));
        client_nonce = vec![turn; 16];
        let reply = answer(&message, &client_nonce, vec![exec("01", &step)]);
        let body = xml::write(&reply).unwrap();
        let hmac = header("akeyd", &mac("akeyd", "minime", &server_nonce, &body));
        let heard = Heard { message: &reply, body: &body, hmac: Some(&hmac) };
        let Next::Send(next) = session.handle(&mut handset, heard, &mut draw) else { panic!("it goes on") };
        let status = header_status(&next);
        assert_eq!(status.code, 200, "a MAC speaks for one message");
        server_nonce = BASE64.decode(status.chal.as_ref().unwrap().next_nonce.as_ref().unwrap()).unwrap();
        message = next;
    }
    assert_eq!(handset.keys().committed.as_ref().unwrap().expose(), hex(vector::A_KEY));
    assert_eq!(handset.nonces(), &Nonces { client: client_nonce, server: server_nonce }, "kept for the next session");
}

#[test]
fn a_mac_of_other_octets_another_name_or_none_is_not_believed() {
    type Shown = fn(&[u8]) -> Option<String>;
    let right = |body: &[u8]| mac("akeyd", "minime", b"server nonce", body);
    let cases: [(Shown, u32); 5] = [
        (|_| None, 407),
        (|_| Some(header("akeyd", &mac("akeyd", "minime", b"server nonce", b"another body"))), 401),
        (|body| Some(header("somebody", &mac("akeyd", "minime", b"server nonce", body))), 401),
        (|body| Some(header("akeyd", &mac("akeyd", "minime", b"old nonce", body))), 401),
        (|_| Some("nonsense".into()), 401),
    ];
    for (shown, code) in cases {
        let mut handset = mac_handset();
        let mut draw = draw();
        let (mut session, message) = Session::start(&mut handset, Initiator::Client, &mut draw);
        let reply = answer(&message, b"next", vec![exec("01", &[6])]);
        let body = xml::write(&reply).unwrap();
        let hmac = shown(&body);
        let heard = Heard { message: &reply, body: &body, hmac: hmac.as_deref() };
        let Next::Send(next) = session.handle(&mut handset, heard, &mut draw) else { panic!("it challenges") };
        let status = header_status(&next);
        assert_eq!(status.code, code);
        assert_eq!(status.chal.as_ref().unwrap().type_.as_deref(), Some("syncml:auth-MAC"));
        let names: Vec<&str> = next.commands.iter().map(Command::name).collect();
        assert_eq!(names, ["Status", "Status", "Alert", "Replace"], "package 1 again, and nothing was run");
        assert_eq!(handset.nonces().client, b"Nonce", "nothing is kept of a server that proves nothing");
        // The nonce of the challenge is what the next proof is made from.
        let nonce = BASE64.decode(status.chal.as_ref().unwrap().next_nonce.as_ref().unwrap()).unwrap();
        let reply = answer(&next, b"next", vec![exec("01", &[6])]);
        let body = xml::write(&reply).unwrap();
        assert_ne!(mac("akeyd", "minime", &nonce, &body), right(&body));
        let hmac = header("akeyd", &mac("akeyd", "minime", &nonce, &body));
        let heard = Heard { message: &reply, body: &body, hmac: Some(&hmac) };
        let Next::Send(next) = session.handle(&mut handset, heard, &mut draw) else { panic!("it goes on") };
        assert_eq!(header_status(&next).code, 200);
    }
}

#[test]
fn without_a_nonce_there_is_no_mac_and_a_challenge_brings_one() {
    let account = Account { scheme: Scheme::Mac, ..account() };
    let mut handset = Handset::new(Build { nonces: Nonces::default(), ..Build::of(account) });
    let mut draw = draw();
    let (mut session, message) = Session::start(&mut handset, Initiator::Client, &mut draw);
    assert_eq!(session.hmac(&handset, b"whatever"), None);
    let mut challenge = answer(&message, b"a nonce", Vec::new());
    for command in &mut challenge.commands {
        let Command::Status(status) = command else { panic!() };
        status.code = 407;
    }
    let Next::Send(again) = session.handle(&mut handset, &challenge, &mut draw) else { panic!("it tries again") };
    assert_eq!(again.header.msg_id, 2);
    assert_eq!(
        session.hmac(&handset, b"body"),
        Some(header("Bruce2", &mac("Bruce2", "OhBehave", b"a nonce", b"body")))
    );
}

#[test]
fn the_mac_of_fixed_octets_is_a_fixed_text() {
    // By an independent program: printf, openssl dgst -md5 -binary, base64.
    let mut handset = mac_handset();
    let (session, _) = Session::start(&mut handset, Initiator::Client, &mut draw());
    assert_eq!(
        session.hmac(&handset, b"<SyncML/>").as_deref(),
        Some("algorithm=MD5, username=\"Bruce2\", mac=urdCeS3JUmjFgi8SX3webw==")
    );
}
