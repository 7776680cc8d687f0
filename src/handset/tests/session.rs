//! Whole sessions against the scripted server, without sockets.

use super::script::*;
use super::*;
use crate::syncml::document::{Command, Grouping, Message, Verb};

/// Plays a session to its end; its cause, and the session.
pub(super) fn play(handset: &mut Handset, server: &mut Server) -> (Option<Cause>, Session) {
    play_with(handset, server, |message| message)
}

/// The same, with a look at every message of the server before the handset sees it.
pub(super) fn play_with(
    handset: &mut Handset,
    server: &mut Server,
    mut spoil: impl FnMut(Message) -> Message,
) -> (Option<Cause>, Session) {
    let mut draw = draw();
    let (mut session, mut message) = Session::start(handset, Initiator::Client, &mut draw);
    for _ in 0..50 {
        let answer = spoil(server.answer(&message));
        match session.handle(handset, &answer, &mut draw) {
            Next::Send(next) => message = next,
            Next::Done(cause) => {
                handset.end_session();
                server.hang_up();
                return (cause, session);
            }
        }
    }
    panic!("the session does not end");
}

pub(super) fn exchange() -> [Vec<Command>; 4] {
    [
        vec![exec("01", &[6])],
        vec![exec("02", &ms_key_request(vector::P, vector::G))],
        vec![exec("03", &key_generation_request(vector::BS_RESULT))],
        vec![exec("04", &[5])],
    ]
}

pub(super) fn reverse() -> Vec<Vec<u8>> {
    let capability = hex("060001000301020301040100");
    vec![capability, vec![2, 0], hex(&format!("030040{}", vector::MS_RESULT)), vec![5, 0]]
}

pub(super) fn live_key(handset: &Handset) -> Vec<u8> {
    handset.keys().committed.as_ref().unwrap().expose().to_vec()
}

pub(super) fn codes(server: &Server) -> Vec<(&str, u32)> {
    server.codes.iter().map(|(name, code)| (name.as_str(), *code)).collect()
}

#[test]
fn a_whole_exchange_updates_the_key() {
    let (mut handset, mut server) = (handset(), Server::new(exchange()));
    let (cause, session) = play(&mut handset, &mut server);
    assert_eq!(cause, None);
    assert_eq!(server.reverse, reverse());
    assert_eq!(live_key(&handset), hex(vector::A_KEY));
    assert_eq!((handset.keys().key_version, session.messages()), (5, 5));
    assert_eq!(session.target(), "http://dm.example/dm?sid=42");
    let header_codes: Vec<u32> =
        server.codes.iter().filter(|(name, _)| name == "SyncHdr").map(|(_, code)| *code).collect();
    assert_eq!(header_codes, [212; 4]);
    assert!(server.codes.iter().filter(|(name, _)| name == "Exec").all(|(_, code)| *code == 202));
    // Only the first message proves, and both nonces are new ones for the next session.
    let creds: Vec<bool> = server.heard.iter().map(|message| message.header.cred.is_some()).collect();
    assert_eq!(creds, [true, false, false, false, false]);
    assert_eq!(handset.nonces(), &Nonces { client: server.client_nonce.clone(), server: server.server_nonce.clone() });
    let report = Report::new(&handset, &session, cause.as_ref(), 4, true);
    assert_eq!((report.outcome, report.key_version, report.messages), (SessionOutcome::Updated, 5, 5));
    assert_eq!(report.committed, KeyShown::Hex(vector::A_KEY.into()));
    assert_eq!(report.pending, KeyShown::Present(false));
}

#[test]
fn the_next_session_uses_the_new_nonces() {
    let (mut handset, mut server) = (handset(), Server::new(exchange()));
    play(&mut handset, &mut server);
    server.script = exchange().map(|commands| Turn { commands, not_final: false }).into();
    let (cause, session) = play(&mut handset, &mut server);
    assert_eq!((cause, session.messages(), handset.keys().key_version), (None, 5, 6));
}

#[test]
fn a_handset_without_a_nonce_is_challenged_with_407_and_proves_itself() {
    let mut handset = Handset::new(Build { nonces: Nonces::default(), ..build() });
    let mut server = Server::new(exchange());
    server.server_nonce = Vec::new();
    let (cause, session) = play(&mut handset, &mut server);
    assert_eq!((cause, session.messages()), (None, 6));
    let (first, second) = (&server.heard[0], &server.heard[1]);
    assert_eq!(first.header.cred, None);
    assert_eq!(second.header.session_id, first.header.session_id);
    assert_eq!(second.header.msg_id, 2);
    assert_eq!(second.commands, first.commands, "package 1 again");
    assert_eq!(live_key(&handset), hex(vector::A_KEY));
}

#[test]
fn a_stale_nonce_heals_by_401() {
    let mut handset = Handset::new(Build { fault: Some(Fault::StaleNonce), ..build() });
    let mut server = Server::new(exchange());
    let (cause, session) = play(&mut handset, &mut server);
    assert_eq!((cause, session.messages()), (None, 6));
    assert_eq!(live_key(&handset), hex(vector::A_KEY));
}

#[test]
fn a_wrong_password_ends_after_the_capped_retries_and_keeps_no_nonce() {
    let mut handset = Handset::new(Build { fault: Some(Fault::WrongPassword), ..build() });
    let mut server = Server::new(exchange());
    let (cause, session) = play(&mut handset, &mut server);
    assert_eq!((cause.clone(), session.messages()), (Some(Cause::ChallengedTooOften), 4));
    assert_eq!(handset.nonces(), &build().nonces);
    assert_eq!(Report::new(&handset, &session, cause.as_ref(), 4, false).outcome, SessionOutcome::Failed);
    assert!(server.reverse.is_empty());
}

#[test]
fn a_cred_in_every_message_follows_the_nonce_of_the_last_answer() {
    let mut handset = Handset::new(Build { profile: Profile::Motorola, ..build() });
    let mut server = Server::new(exchange());
    server.good = 200;
    let (cause, session) = play(&mut handset, &mut server);
    assert_eq!((cause, session.messages()), (None, 5));
    assert!(server.heard.iter().all(|message| message.header.cred.is_some()));
    let header_codes: Vec<u32> =
        server.codes.iter().filter(|(name, _)| name == "SyncHdr").map(|(_, code)| *code).collect();
    assert_eq!(header_codes, [200; 4]);
    // The server used up the last nonce to end the session, and nobody could give it another.
    assert_eq!(handset.nonces().server, server.server_nonce);
    assert_eq!(handset.nonces().client, server.client_nonce);
}

#[test]
fn a_server_with_a_stale_nonce_is_told_401_and_nothing_is_run() {
    let (mut handset, mut server) = (handset(), Server::new(exchange()));
    server.server_nonce = b"long gone".to_vec();
    let (cause, _) = play(&mut handset, &mut server);
    assert_eq!(cause, None);
    assert_eq!(codes(&server)[..3], [("SyncHdr", 401), ("Exec", 401), ("SyncHdr", 212)]);
    assert_eq!(server.reverse, reverse(), "the same commands, once each");
    let again: Vec<&str> = server.heard[1].commands.iter().map(Command::name).collect();
    assert_eq!(again, ["Status", "Status", "Alert", "Replace"]);
    assert_eq!(server.heard[1].header.cred, None, "212 came, though from somebody who is not trusted yet");
    assert_eq!(server.heard[1].header.session_id, server.heard[0].header.session_id);
}

#[test]
fn both_sides_may_be_behind_and_prove_themselves_in_every_message() {
    let mut handset = Handset::new(Build { profile: Profile::Motorola, fault: Some(Fault::StaleNonce), ..build() });
    let mut server = Server::new(exchange());
    server.good = 200;
    server.server_nonce = b"long gone".to_vec();
    let (cause, session) = play(&mut handset, &mut server);
    assert_eq!((cause, session.messages()), (None, 7));
    assert_eq!(codes(&server)[..2], [("SyncHdr", 407), ("SyncHdr", 200)], "and no Status for what was not run");
    assert_eq!((&server.reverse, live_key(&handset)), (&reverse(), hex(vector::A_KEY)));
    assert_eq!(handset.nonces(), &Nonces { client: server.client_nonce.clone(), server: server.server_nonce.clone() });
}

#[test]
fn a_server_that_cannot_prove_itself_gets_nothing() {
    let (mut handset, mut server) = (handset(), Server::new(exchange()));
    server.password = "wrong".into();
    let (cause, _) = play(&mut handset, &mut server);
    assert_eq!(cause, Some(Cause::ServerUnproven));
    assert!(server.reverse.is_empty());
    assert_eq!((handset.nonces(), handset.keys().key_version), (&build().nonces, 4));
}

#[test]
fn a_server_without_cred_is_told_407() {
    let (mut handset, mut server) = (handset(), Server::new(exchange()));
    let (cause, _) = play_with(&mut handset, &mut server, |mut message| {
        message.header.cred = None;
        message
    });
    assert_eq!(cause, Some(Cause::ServerUnproven));
    assert_eq!(codes(&server)[..2], [("SyncHdr", 407), ("Exec", 407)]);
    assert!(server.reverse.is_empty());
}

#[test]
fn a_session_without_commands_ends_silently() {
    let (mut handset, mut server) = (handset(), Server::new([]));
    let (cause, session) = play(&mut handset, &mut server);
    assert_eq!((cause, session.messages()), (None, 1));
    assert_eq!(Report::new(&handset, &session, None, 4, false).outcome, SessionOutcome::Nothing);
}

#[test]
fn a_session_that_ends_before_commit_leaves_the_old_key() {
    let (mut handset, mut server) = (handset(), Server::new(exchange().into_iter().take(3)));
    let (cause, session) = play(&mut handset, &mut server);
    assert_eq!((cause, live_key(&handset)), (None, vec![7; 8]));
    assert_eq!(handset.keys().pending, None);
    assert_eq!(Report::new(&handset, &session, None, 4, false).outcome, SessionOutcome::Nothing);
}

#[test]
fn provisioning_out_of_order_is_refused_with_6() {
    let [_, ms_key, generation, commit] = exchange();
    let (mut handset, mut server) = (handset(), Server::new([generation, commit, ms_key]));
    let (cause, session) = play(&mut handset, &mut server);
    assert_eq!((cause, &server.reverse), (None, &vec![vec![3, 6, 0], vec![5, 6], vec![2, 0]]));
    let report = Report::new(&handset, &session, None, 4, false);
    assert_eq!((report.outcome, report.result_code), (SessionOutcome::Rejected, Some(6)));
}

#[test]
fn every_style_carries_the_exchange() {
    for style in Style::ALL.iter().copied() {
        let carrier = Carrier { style, ..Carrier::default() };
        let mut handset = Handset::new(Build { carrier, ..build() });
        let steps = exchange().into_iter().flat_map(|commands| match style {
            Style::ExecAlert | Style::ExecResults => vec![commands],
            Style::ExecGet => vec![commands, vec![get(&["./CDMA/OTASP/Rsp"])]],
            Style::ReplaceGet => {
                let Some(Command::Exec(exec)) = commands.into_iter().next() else { unreachable!() };
                let data = exec.item.data.unwrap();
                let octets = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, data.0).unwrap();
                vec![vec![replace("./CDMA/OTASP/Req", &octets)], vec![get(&["./CDMA/OTASP/Rsp"])]]
            }
        });
        let mut server = Server::new(steps);
        let (cause, _) = play(&mut handset, &mut server);
        assert_eq!((cause, &server.reverse), (None, &reverse()), "{style}");
        assert_eq!(live_key(&handset), hex(vector::A_KEY), "{style}");
        let expected = if style == Style::ExecAlert { 202 } else { 200 };
        assert!(server.codes.iter().filter(|(cmd, _)| cmd != "SyncHdr").all(|(_, code)| *code == expected), "{style}");
    }
}

#[test]
fn commands_get_the_codes_of_the_standard() {
    let script = [vec![
        get(&["./DevInfo/DevId", "./CDMA/OTASP", "./Nothing"]),
        get(&["./DevInfo/Man", "./DevInfo/Mod"]),
        text(Verb::Replace, "./DevInfo/DevId", "x"),
        text(Verb::Add, "./Mine/Leaf", "x"),
        text(Verb::Add, "./Mine/Leaf", "x"),
        text(Verb::Delete, "./Mine", ""),
        access(Verb::Get, Vec::new()),
        alert(1100),
        Command::Unknown { name: "Sync".into(), cmd_id: 0 },
        exec("", b""),
    ]];
    let (mut handset, mut server) = (handset(), Server::new(script));
    let (cause, _) = play(&mut handset, &mut server);
    assert_eq!(cause, None);
    assert_eq!(
        codes(&server),
        [
            ("SyncHdr", 212),
            ("Get", 200),
            ("Get", 200),
            ("Get", 404),
            ("Get", 200),
            ("Replace", 405),
            ("Add", 200),
            ("Add", 418),
            ("Delete", 200),
            ("Get", 412),
            ("Alert", 406),
            ("Sync", 501),
            ("Exec", 202),
        ]
    );
    let found: Vec<(&str, &str)> = server.heard[1]
        .commands
        .iter()
        .filter_map(|command| if let Command::Results(results) = command { Some(&results.items) } else { None })
        .flatten()
        .map(|item| (item.source.as_ref().unwrap().uri.as_str(), item.data.as_ref().unwrap().as_text().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("./DevInfo/DevId", "MEID:A0000000000001"),
            ("./CDMA/OTASP", "Req/Rsp"),
            ("./DevInfo/Man", "akeyd"),
            ("./DevInfo/Mod", "handset"),
        ]
    );
}

#[test]
fn a_payload_must_be_there_and_labelled_as_base64() {
    let bare = |change: fn(&mut crate::syncml::document::Item)| {
        let Command::Exec(mut exec) = exec("1", &[6]) else { unreachable!() };
        change(&mut exec.item);
        Command::Exec(exec)
    };
    let script = [vec![
        bare(|item| item.data = None),
        bare(|item| item.meta = None),
        bare(|item| item.data = Some(crate::syncml::document::Data::text("not base64!"))),
        bare(|item| item.target = Some(crate::syncml::document::Location::new("./CDMA/OTASP/Rsp"))),
        bare(|item| item.target = Some(crate::syncml::document::Location::new("./CDMA/OTASP/No"))),
    ]];
    let (mut handset, mut server) = (handset(), Server::new(script));
    play(&mut handset, &mut server);
    let exec_codes: Vec<u32> = server.codes.iter().filter(|(name, _)| name == "Exec").map(|(_, code)| *code).collect();
    assert_eq!(exec_codes, [412, 415, 400, 405, 404]);
    assert!(server.reverse.is_empty());
}

#[test]
fn a_sequence_runs_in_order_and_an_atomic_all_or_nothing() {
    let [_, ms_key, generation, _] = exchange();
    let sequence = group(Grouping::Sequence, [ms_key, generation].concat());
    let add = |leaf: &str| text(Verb::Add, &format!("./A/{leaf}"), leaf);
    let fails = group(
        Grouping::Atomic,
        vec![add("1"), text(Verb::Replace, "./DevInfo/Man", "x"), text(Verb::Delete, "./A/1", "")],
    );
    let works = group(Grouping::Atomic, vec![add("2"), add("3")]);
    let never = group(Grouping::Atomic, vec![get(&["."])]);
    let script = [vec![sequence], vec![fails, works, never], vec![get(&["./A"])]];
    let (mut handset, mut server) = (handset(), Server::new(script));
    assert_eq!(play(&mut handset, &mut server).0, None);
    assert_eq!(server.reverse[..2], reverse()[1..3]);
    let expected = [
        ("SyncHdr", 212),
        ("Sequence", 200),
        ("Exec", 202),
        ("Exec", 202),
        ("SyncHdr", 212),
        ("Atomic", 507),
        ("Add", 216),
        ("Replace", 405),
        ("Delete", 215),
        ("Atomic", 200),
        ("Add", 200),
        ("Add", 200),
        ("Atomic", 500),
        ("SyncHdr", 212),
        ("Get", 200),
    ];
    assert_eq!(codes(&server), expected);
    assert_eq!(handset.tree.get("./A", "akeyd").unwrap().octets, b"2/3");
}

#[test]
fn a_package_that_goes_on_is_answered_with_1222_and_without_final() {
    let mut server = Server::new([vec![get(&["."])], vec![get(&["."])]]);
    server.script[0].not_final = true;
    let mut handset = handset();
    assert_eq!(play(&mut handset, &mut server).0, None);
    let ends: Vec<bool> = server.heard.iter().map(|message| message.is_final).collect();
    assert_eq!(ends, [true, false, true]);
    let last = server.heard[1].commands.last();
    assert!(matches!(last, Some(Command::Alert(alert)) if alert.code == Some(1222)));
    // Also when it has brought nothing but statuses so far.
    let mut server = Server::new([Vec::new(), vec![get(&["."])]]);
    server.script[0].not_final = true;
    let mut handset = super::handset();
    assert_eq!(play(&mut handset, &mut server).0, None);
    assert_eq!(server.heard.len(), 3);
}

#[test]
fn fault_switches_end_the_session_where_they_say() {
    let run = |fault| {
        let mut handset = Handset::new(Build { fault: Some(fault), ..build() });
        let mut server = Server::new(exchange());
        let (cause, session) = play(&mut handset, &mut server);
        let report = Report::new(&handset, &session, cause.as_ref(), 4, false);
        (cause, report.outcome, server.reverse.len(), handset.keys().key_version, server)
    };
    let (cause, outcome, reverse, version, _) = run(Fault::Silent);
    assert_eq!((cause, outcome, reverse, version), (Some(Cause::Fault(Fault::Silent)), SessionOutcome::Failed, 1, 4));
    let (cause, outcome, reverse, version, server) = run(Fault::Abort);
    assert_eq!((cause, outcome, reverse, version), (Some(Cause::Fault(Fault::Abort)), SessionOutcome::Failed, 2, 4));
    let last = server.heard.last().unwrap();
    assert!(last.is_final);
    assert!(matches!(last.commands.last(), Some(Command::Alert(alert)) if alert.code == Some(1223)));
    let (cause, outcome, reverse, version, _) = run(Fault::DropCommitResponse);
    assert_eq!(
        (cause, outcome, reverse, version),
        (Some(Cause::Fault(Fault::DropCommitResponse)), SessionOutcome::Updated, 3, 5)
    );
    let (cause, outcome, reverse, version, _) = run(Fault::RejectCommit);
    assert_eq!((cause, outcome, reverse, version), (None, SessionOutcome::Rejected, 4, 4));
}

#[test]
fn a_late_alert_comes_one_message_or_one_session_later() {
    let mut slow = Handset::new(Build { fault: Some(Fault::SlowExec), ..build() });
    let steps = exchange().into_iter().flat_map(|commands| [commands, vec![get(&["./DevInfo/DevId"])]]);
    let mut server = Server::new(steps);
    assert_eq!(play(&mut slow, &mut server).0, None);
    assert_eq!(server.reverse.len(), 4);
    assert_eq!(live_key(&slow), hex(vector::A_KEY));

    let mut later = Handset::new(Build { fault: Some(Fault::LaterSession), ..build() });
    let mut server = Server::new(Vec::new());
    for (heard, step) in exchange().into_iter().enumerate() {
        server.script.push_back(Turn { commands: step, not_final: false });
        assert_eq!(play(&mut later, &mut server).0, None);
        assert_eq!(server.reverse.len(), heard, "not in the session of its Exec");
        assert!(later.owes_an_answer());
    }
    play(&mut later, &mut server);
    assert_eq!(server.reverse, reverse());
    assert!(!later.owes_an_answer());
    assert_eq!(live_key(&later), hex(vector::A_KEY));
}

#[test]
fn a_late_value_is_not_in_the_response_node_at_once() {
    let rsp = || vec![get(&["./CDMA/OTASP/Rsp"])];
    let step = || vec![replace("./CDMA/OTASP/Req", &[6])];
    let late = |fault| {
        let carrier = Carrier { style: Style::ReplaceGet, ..Carrier::default() };
        Handset::new(Build { carrier, fault: Some(fault), ..build() })
    };
    let capability = reverse().remove(0);
    let mut slow = late(Fault::SlowExec);
    let mut server = Server::new([step(), rsp(), rsp()]);
    assert_eq!(play(&mut slow, &mut server).0, None);
    assert_eq!(server.reverse, [Vec::new(), capability.clone()]);

    let mut later = late(Fault::LaterSession);
    let mut server = Server::new([step(), rsp(), rsp()]);
    assert_eq!(play(&mut later, &mut server).0, None);
    assert_eq!(server.reverse, [Vec::<u8>::new(), Vec::new()]);
    assert!(later.owes_an_answer());
    server.script.push_back(Turn { commands: rsp(), not_final: false });
    assert_eq!(play(&mut later, &mut server).0, None);
    assert_eq!(server.reverse.last(), Some(&capability));
    assert!(!later.owes_an_answer());
}

#[test]
fn the_servers_mistakes_are_named() {
    type Spoil = fn(&mut Message);
    let mistakes: [(Spoil, &str); 8] = [
        (|m| m.header.session_id.push('0'), "SessionID: expected"),
        (|m| m.header.msg_id += 1, "MsgID: expected `1`, got `2`"),
        (|m| m.header.target.uri = "IMEI:1".into(), "Target: expected `MEID:A0000000000001`, got `IMEI:1`"),
        (|m| m.header.ver_proto = "DM/1.3".into(), "VerProto: expected `DM/1.2`, got `DM/1.3`"),
        (|m| drop(m.commands.remove(0)), "no Status for SyncHdr"),
        (|m| drop(m.commands.remove(1)), "no Status for Alert with CmdID 1"),
        (|m| drop(m.commands.remove(2)), "no Status for Replace with CmdID 2"),
        (|m| m.commands.push(m.commands[0].clone()), "CmdID missing, 0, or used twice"),
    ];
    for (spoil, expected) in mistakes {
        let (mut handset, mut server) = (handset(), Server::new(exchange()));
        let (cause, _) = play_with(&mut handset, &mut server, |mut message| {
            spoil(&mut message);
            message
        });
        let Some(Cause::ServerMisbehaved(text)) = cause else { panic!("{expected}: {cause:?}") };
        assert!(text.starts_with(expected), "{text}");
        assert_eq!(handset.keys().key_version, 4);
    }
}

#[test]
fn a_challenge_with_a_command_is_not_obeyed() {
    let mut handset = Handset::new(Build { nonces: Nonces::default(), ..build() });
    let mut server = Server::new(exchange());
    let (cause, _) = play_with(&mut handset, &mut server, |mut message| {
        let Command::Exec(exec) = exec("1", &[6]) else { unreachable!() };
        message.commands.push(Command::Exec(crate::syncml::document::Exec { cmd_id: 99, ..exec }));
        message
    });
    assert_eq!(cause, Some(Cause::ServerMisbehaved("Exec beside a challenge".into())));
}

#[test]
fn an_abort_and_a_refusal_of_the_server_end_the_session() {
    let (mut handset, mut server) = (handset(), Server::new([vec![alert(1223)]]));
    assert_eq!(play(&mut handset, &mut server).0, Some(Cause::ServerAborted));
    for (code, cause) in [(500, Cause::Refused(500)), (401, Cause::NoChallenge(401))] {
        let mut handset = super::handset();
        let (ended, _) = play_with(&mut handset, &mut Server::new([]), |mut message| {
            let Some(Command::Status(status)) = message.commands.first_mut() else { unreachable!() };
            (status.code, status.chal) = (code, None);
            message
        });
        assert_eq!(ended, Some(cause));
    }
}

#[test]
fn a_weaker_scheme_than_the_accounts_is_not_used() {
    let mut handset = Handset::new(Build { nonces: Nonces::default(), ..build() });
    let (cause, _) = play_with(&mut handset, &mut Server::new([]), |mut message| {
        let Some(Command::Status(status)) = message.commands.first_mut() else { unreachable!() };
        status.chal.as_mut().unwrap().type_ = Some("syncml:auth-basic".into());
        message
    });
    assert_eq!(cause, Some(Cause::OtherScheme("syncml:auth-basic".into())));
}

#[test]
fn habits_of_the_field_show_on_the_wire() {
    let names = |server: &Server, at: usize| -> Vec<String> {
        server.heard[at].commands.iter().map(|command| command.name().to_owned()).collect()
    };
    let mut handset = Handset::new(Build { profile: Profile::Libdmclient, ..build() });
    let mut server = Server::new(exchange());
    assert_eq!(play(&mut handset, &mut server).0, None);
    assert_eq!(names(&server, 1), ["Status", "Alert", "Status"]);
    assert_eq!(server.heard[0].header.source.name, None);
    let sequence = group(Grouping::Sequence, vec![get(&["."])]);
    server.script.push_back(Turn { commands: vec![sequence], not_final: false });
    let (cause, _) = play(&mut handset, &mut server);
    assert!(matches!(cause, Some(Cause::ServerMisbehaved(_))));

    let carrier = Carrier { style: Style::ExecResults, ..Carrier::default() };
    let mut handset = Handset::new(Build { profile: Profile::Motorola, carrier, ..build() });
    let mut server = Server::new(exchange());
    assert_eq!(play(&mut handset, &mut server).0, None);
    assert_eq!(server.reverse, reverse());
    let Some(Command::Results(results)) = server.heard[1].commands.last() else { panic!() };
    let item = &results.items[0];
    let meta = item.meta.as_ref().unwrap();
    assert_eq!((results.msg_ref, &item.source, &meta.format, meta.size), (None, &None, &None, Some(16)));
    assert_eq!(server.heard[0].header.source.name.as_deref(), Some("Bruce2"));
    assert_eq!(server.heard[1].header.source.name, None);
}
