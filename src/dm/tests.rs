//! Sessions with handsets written here as documents, in the shapes that real clients send.

mod accounts;
mod batches;
mod chunks;
mod styles;

use std::sync::Arc;

use super::account::{Account, Challenger, ServerSecret, Shown};
use super::profile::{Profile, Style};
use super::request::{Answer, Batch, Errand, Request};
use super::sent::same_type;
use super::session::{AbortReason, Arrival, Opening, Received, Session, Then};
use super::status::StatusCode;
use super::strangers;
use crate::limits;
use crate::syncml::auth::{self, AuthType};
use crate::syncml::document::{Command, Cred, Message, Status};
use crate::syncml::xml;
use crate::words::{DeviceId, Time};

/// A message of a handset: session 7, as MsgID `msg_id`, with these commands.
fn message(msg_id: u32, body: &str) -> Message {
    let document = format!(
        "<SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
         <SessionID>7</SessionID><MsgID>{msg_id}</MsgID><Target><LocURI>http://192.0.2.1/dm</LocURI></Target>\
         <Source><LocURI>MEID:A0000000000001</LocURI></Source></SyncHdr><SyncBody>{body}</SyncBody></SyncML>"
    );
    xml::read(document.as_bytes()).unwrap()
}

const PACKAGE_1: &str = "<Alert><CmdID>1</CmdID><Data>1201</Data></Alert>\
    <Replace><CmdID>2</CmdID><Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>A780</Data></Item></Replace><Final/>";

fn opening(server: Option<ServerSecret>) -> Opening {
    Opening {
        profile: Arc::new(Profile::default()),
        server_id: "akeyd".into(),
        account: Account { client_nonce: vec![9; 16], server, ..account() },
        token: "t0".into(),
        binary: false,
        max_message: 50_000,
        late: Vec::new(),
    }
}

fn server_secret() -> ServerSecret {
    ServerSecret::new(AuthType::Md5, "akeyd", "server-pw", b"first".to_vec())
}

/// A session, told what the handset said and asked what the next message is.
struct Talk(Session);

impl Talk {
    fn open(body: &str, opening: Opening) -> (Self, Received) {
        let (session, received) = Session::open(&message(1, body), opening, NOW);
        (Self(session), received)
    }

    fn hear(&mut self, msg_id: u32, body: &str) -> Received {
        self.hear_at(NOW, msg_id, body)
    }

    fn hear_at(&mut self, now: Time, msg_id: u32, body: &str) -> Received {
        self.0.receive(&message(msg_id, body), Arrival { now, mac: None, nonce: vec![8; 16] })
    }

    fn say(&mut self, errands: impl IntoIterator<Item = Errand>) -> Message {
        for errand in errands {
            assert_eq!(self.0.ask(Batch::One(errand)), []);
        }
        self.0.package(NOW).message
    }
}

const NOW: Time = Time(1_700_000_000_000);

fn open() -> Talk {
    let (talk, received) = Talk::open(PACKAGE_1, opening(None));
    assert_eq!(received, Received { answers: vec![], server_nonce: None, accepted: None, then: Then::Go });
    talk
}

fn errand(tag: u32, request: Request) -> Errand {
    Errand { tag, request, correlator: "00000000000000c1".into() }
}

fn carry(octets: &[u8]) -> Errand {
    errand(1, Request::Carry(octets.to_vec()))
}

fn get(tag: u32, uri: &str) -> Errand {
    errand(tag, Request::Get(uri.into()))
}

/// What came back, as octets, or the code where nothing did.
fn brought(answers: &[(u32, Answer)]) -> Vec<(u32, Result<Vec<u8>, u32>)> {
    let plain = |answer: &Answer| match &answer.value {
        Some(value) if answer.carried => Ok(value.binary()),
        Some(value) => Ok(value.clone().into_octets()),
        None => Err(answer.code.0),
    };
    answers.iter().map(|(tag, answer)| (*tag, plain(answer))).collect()
}

fn statuses(message: &Message) -> Vec<(String, u32)> {
    message
        .commands
        .iter()
        .filter_map(|command| match command {
            Command::Status(status) => Some((status.cmd.clone(), status.code)),
            _ => None,
        })
        .collect()
}

/// Our Exec is the third command of our first message: after a Status for SyncHdr, Alert and Replace it is the fourth.
const EXEC: u32 = 4;

#[test]
fn package_two_has_a_status_for_everything_then_the_exec() {
    let mut session = open();
    let reply = session.say([carry(&[6])]);
    let all = [("SyncHdr".to_owned(), 212), ("Alert".to_owned(), 200), ("Replace".to_owned(), 200)];
    assert_eq!(statuses(&reply), all);
    assert!(reply.is_final);
    assert_eq!(reply.header.meta.as_ref().and_then(|meta| meta.max_msg_size), Some(50_000), "what its listener takes");
    assert_eq!(reply.header.resp_uri.as_deref(), Some("http://192.0.2.1/dm?s=t0"));
    let text = String::from_utf8(xml::write(&reply).unwrap()).unwrap();
    let exec = "<Exec><CmdID>4</CmdID><Correlator>00000000000000c1</Correlator><Item><Target><LocURI>./CDMA/OTASP/Req</LocURI></Target>";
    assert!(text.contains(exec), "{text}");
    assert!(text.contains("<Data>Bg==</Data>"), "{text}");
    assert!(text.contains("CQkJCQkJCQkJCQkJCQkJCQ=="), "the next nonce: {text}");
}

#[test]
fn answers_are_found_in_the_shapes_of_real_clients() {
    let status = |code: u32| {
        format!(
            "<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>{EXEC}</CmdRef><Cmd>Exec</Cmd><Data>{code}</Data></Status>"
        )
    };
    let alert = |correlator: &str, type_: &str| {
        format!(
            "<Alert><CmdID>3</CmdID>{correlator}<Data>1226</Data><Item><Meta><Type xmlns='syncml:metinf'>{type_}</Type>\
             <Format xmlns='syncml:metinf'>b64</Format></Meta><Data>AgA=</Data></Item></Alert>"
        )
    };
    let mine = "<Correlator>00000000000000c1</Correlator>";
    let prefixed = "Reversed-Domain-Name: org.akeyd.otasp";
    let bodies = [
        // Status, then the alert; the alert first (libdmclient); no prefix, no blank; no Correlator, but the only message under way.
        format!("{}{}<Final/>", status(202), alert(mine, prefixed)),
        format!("{}{}<Final/>", alert(mine, prefixed), status(202)),
        format!("{}{}<Final/>", status(200), alert(mine, "org.akeyd.otasp")),
        format!("{}{}<Final/>", status(202), alert("", "reversed-domain-name:org.akeyd.otasp")),
    ];
    for body in bodies {
        let mut session = open();
        session.say([carry(&[2, 2])]);
        let received = session.hear(2, &body);
        assert_eq!(brought(&received.answers), [(1, Ok(vec![2, 0]))], "{body}");
        assert_eq!(received.then, Then::Go);
        let reply = session.0.farewell().message;
        assert!(statuses(&reply).contains(&("Alert".into(), 200)));
    }
}

/// XML has no octets, so the value of a node whose Format is `bin` stands there as base64; in WBXML it is what it is.
#[test]
fn a_value_of_format_bin_is_raw_in_wbxml_alone() {
    let meta = "<Meta><Format xmlns='syncml:metinf'>bin</Format></Meta>";
    let status = |code: u32| {
        format!(
            "<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>{EXEC}</CmdRef><Cmd>Exec</Cmd><Data>{code}</Data></Status>"
        )
    };
    let in_alert = format!(
        "{}<Alert><CmdID>3</CmdID><Correlator>00000000000000c1</Correlator><Data>1226</Data><Item>{meta}<Data>AgA=</Data></Item></Alert>",
        status(202)
    );
    let results = |meta_of_command: &str, meta: &str| {
        format!(
            "{}<Results><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>{EXEC}</CmdRef>{meta_of_command}<Item>{meta}<Data>AgA=</Data></Item></Results>",
            status(200)
        )
    };
    for body in [in_alert, results("", meta), results(meta, "")] {
        for (binary, expected) in [(false, &[2, 0][..]), (true, b"AgA=")] {
            let opening = Opening { binary, ..opening(None) };
            let (mut session, _) = Talk::open(PACKAGE_1, opening);
            session.say([carry(&[2, 2])]);
            let received = session.hear(2, &(body.clone() + "<Final/>"));
            assert_eq!(brought(&received.answers), [(1, Ok(expected.to_vec()))], "{body}");
        }
    }
}

#[test]
fn an_alert_of_somebody_else_is_415_and_changes_nothing() {
    let mut session = open();
    session.say([carry(&[2, 2])]);
    let body = "<Alert><CmdID>3</CmdID><Correlator>other</Correlator><Data>1226</Data><Item><Meta>\
        <Type xmlns='syncml:metinf'>org.akeyd.otasp</Type></Meta><Data>AgA=</Data></Item></Alert><Final/>";
    assert_eq!(session.hear(2, body).answers, []);
    assert!(session.0.is_waiting());
    assert!(statuses(&session.0.farewell().message).contains(&("Alert".into(), 415)));
}

#[test]
fn results_answer_an_exec_where_the_model_has_it_so() {
    let profile = Profile {
        carrier: super::profile::CarrierProfile { style: Style::ExecResults, ..Default::default() },
        ..Profile::default()
    };
    let (mut session, _) = Talk::open(PACKAGE_1, Opening { profile: Arc::new(profile), ..opening(None) });
    session.say([carry(&[2, 2])]);
    // No MsgRef, no Format, no Type, no padding: the profile says how to read it.
    let body = format!(
        "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>{EXEC}</CmdRef><Cmd>Exec</Cmd><Data>200</Data></Status>\
         <Results><CmdID>2</CmdID><CmdRef>{EXEC}</CmdRef><Item><Meta><Size xmlns='syncml:metinf'>3</Size></Meta><Data>AgA</Data></Item></Results><Final/>"
    );
    assert_eq!(brought(&session.hear(2, &body).answers), [(1, Ok(vec![2, 0]))]);
}

#[test]
fn a_refused_command_says_its_code() {
    for code in [0, 403, 404, 405, 406, 413, 500, 501, 510] {
        let mut session = open();
        session.say([carry(&[2, 2])]);
        let body = format!(
            "<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>{EXEC}</CmdRef><Cmd>Exec</Cmd><Data>{code}</Data></Status><Final/>"
        );
        assert_eq!(brought(&session.hear(2, &body).answers), [(1, Err(code))]);
        assert!(!session.0.is_waiting());
    }
}

#[test]
fn a_leaf_is_read_and_one_nul_too_many_is_not() {
    let mut session = open();
    session.say([get(1, "./CDMA/AKey/Ver"), get(2, "./CDMA/AKey/Revisions"), get(3, "./x"), get(4, "./y")]);
    let status = |cmd_ref: u32, code: u32| {
        format!(
            "<Status><CmdID>{cmd_ref}</CmdID><MsgRef>1</MsgRef><CmdRef>{cmd_ref}</CmdRef><Cmd>Get</Cmd><Data>{code}</Data></Status>"
        )
    };
    let results = |cmd_ref: u32, value: &str| {
        format!(
            "<Results><CmdID>9</CmdID><MsgRef>1</MsgRef><CmdRef>{cmd_ref}</CmdRef><Item><Data>{value}</Data></Item></Results>"
        )
    };
    let body = [status(4, 200), results(4, "1"), status(5, 200), results(5, "2,4"), status(6, 404), "<Final/>".into()]
        .concat();
    let mut answers = session.hear(2, &body).answers;
    answers.sort_by_key(|(tag, _)| *tag);
    let value = |text: &str| Ok(text.as_bytes().to_vec());
    assert_eq!(brought(&answers), [(1, value("1")), (2, value("2,4")), (3, Err(404)), (4, Err(0))]);
}

#[test]
fn a_package_in_parts_is_taken_whole() {
    let mut session = open();
    session.say([carry(&[2, 2])]);
    let first = format!(
        "<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>{EXEC}</CmdRef><Cmd>Exec</Cmd><Data>202</Data></Status>\
         <Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>00000000000000c1</Correlator><Item><Meta><Type xmlns='syncml:metinf'>x</Type></Meta><Data>AgA=</Data></Item></Alert>"
    );
    let received = session.hear(2, &first);
    assert_eq!((received.then, received.answers.len()), (Then::Continue, 0));
    let reply = session.0.next_message().message;
    assert!(!reply.is_final);
    assert!(matches!(reply.commands.last(), Some(Command::Alert(alert)) if alert.code == Some(1222)));
    let received = session.hear(3, "<Alert><CmdID>1</CmdID><Data>1222</Data></Alert><Final/>");
    assert_eq!(brought(&received.answers), [(1, Ok(vec![2, 0]))]);
}

#[test]
fn a_status_of_another_message_is_not_ours() {
    let profile = Profile {
        carrier: super::profile::CarrierProfile { style: Style::ExecResults, ..Default::default() },
        ..Profile::default()
    };
    let (mut session, _) = Talk::open(PACKAGE_1, Opening { profile: Arc::new(profile), ..opening(None) });
    session.say([carry(&[5])]);
    // The first part has the Status, the second Results of message 1 and a Status for our Alert in message 2, whose CmdID is the Exec's.
    let status = |msg_ref: u32, cmd: &str, code: u32| {
        format!(
            "<Status><CmdID>1</CmdID><MsgRef>{msg_ref}</MsgRef><CmdRef>{EXEC}</CmdRef><Cmd>{cmd}</Cmd><Data>{code}</Data></Status>"
        )
    };
    assert_eq!(session.hear(2, &status(1, "Exec", 200)).then, Then::Continue);
    session.0.next_message();
    let results = format!(
        "<Results><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>{EXEC}</CmdRef><Item><Data>BQA=</Data></Item></Results><Final/>"
    );
    let received = session.hear(3, &(status(2, "Alert", 406) + &results));
    assert_eq!(brought(&received.answers), [(1, Ok(vec![5, 0]))]);
}

#[test]
fn a_message_in_hand_counts_more_than_a_bad_status() {
    let mut session = open();
    session.say([carry(&[5])]);
    let body = format!(
        "<Alert><CmdID>1</CmdID><Data>1226</Data><Correlator>00000000000000c1</Correlator><Item><Data>BQA=</Data></Item></Alert>\
         <Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>{EXEC}</CmdRef><Cmd>Exec</Cmd><Data>500</Data></Status><Final/>"
    );
    assert_eq!(brought(&session.hear(2, &body).answers), [(1, Ok(vec![5, 0]))]);
}

#[test]
fn requests_of_an_earlier_session_are_not_sent_again() {
    let mut first = open();
    first.say([carry(&[5])]);
    let late = first.0.close();
    let (mut session, _) = Talk::open(PACKAGE_1, Opening { late, ..opening(Some(server_secret())) });
    let get = get(2, "./DevInfo/DevId");
    session.say([get]);
    let chal = "<Chal><Meta><NextNonce xmlns='syncml:metinf'>dGhpcmQ=</NextNonce></Meta></Chal>";
    let refused = format!(
        "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd>{chal}<Data>407</Data></Status><Final/>"
    );
    assert_eq!(session.hear(2, &refused).then, Then::Again);
    let again = session.0.again(NOW).message;
    assert!(!again.commands.iter().any(|command| matches!(command, Command::Exec(_))), "{again:?}");
    assert!(again.commands.iter().any(|command| matches!(command, Command::Access(_))));
}

#[test]
fn an_answer_may_come_in_a_later_session_by_its_correlator_alone() {
    let mut session = open();
    session.say([carry(&[2, 2])]);
    let accepted = format!(
        "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>{EXEC}</CmdRef><Cmd>Exec</Cmd><Data>202</Data></Status><Final/>"
    );
    assert_eq!(session.hear(2, &accepted).answers, []);
    let late = session.0.close();
    let body = PACKAGE_1.replace(
        "<Final/>",
        "<Alert><CmdID>4</CmdID><Data>1226</Data><Correlator>00000000000000c1</Correlator><Item><Data>AgA=</Data></Item></Alert><Final/>",
    );
    let (_, received) = Talk::open(&body, Opening { late, ..opening(None) });
    assert_eq!(brought(&received.answers), [(1, Ok(vec![2, 0]))]);
}

#[test]
fn commands_that_a_handset_may_not_send_are_refused_one_by_one() {
    let mut session = open();
    session.0.farewell();
    let item = "<Item><Target><LocURI>./x</LocURI></Target></Item>";
    let body = format!(
        "<Get><CmdID>1</CmdID>{item}</Get><Exec><CmdID>2</CmdID>{item}</Exec><Sync><CmdID>3</CmdID></Sync>\
         <Alert><CmdID>4</CmdID><Data>1224</Data></Alert><Alert><CmdID>5</CmdID><Data>7777</Data></Alert><Final/>"
    );
    assert_eq!(session.hear(2, &body).then, Then::Go);
    let codes: Vec<u32> = statuses(&session.0.farewell().message).iter().map(|(_, code)| *code).collect();
    assert_eq!(codes, [212, 405, 405, 501, 406, 406]);
}

#[test]
fn the_server_proves_itself_as_long_as_the_handset_wants() {
    let header_status = |msg_id: u32, code: u32, nonce: Option<&str>| {
        let chal = nonce.map_or(String::new(), |nonce| {
            format!(
                "<Chal><Meta><Type xmlns='syncml:metinf'>syncml:auth-md5</Type><Format xmlns='syncml:metinf'>b64</Format>\
                 <NextNonce xmlns='syncml:metinf'>{nonce}</NextNonce></Meta></Chal>"
            )
        });
        format!(
            "<Status><CmdID>1</CmdID><MsgRef>{msg_id}</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd>{chal}<Data>{code}</Data></Status><Final/>"
        )
    };
    let expected = |nonce: &[u8]| Some(auth::md5(&auth::user_digest("akeyd", "server-pw"), nonce));
    let shown = |reply: &Message| reply.header.cred.as_ref().map(|cred| cred.data.clone());

    // Once for the session: 212.
    let (mut session, _) = Talk::open(PACKAGE_1, opening(Some(server_secret())));
    let reply = session.say([carry(&[6])]);
    assert_eq!(shown(&reply), expected(b"first"));
    assert_eq!(reply.header.source.name.as_deref(), Some("akeyd"));
    session.hear(2, &header_status(1, 212, None));
    assert_eq!(shown(&session.0.farewell().message), None);

    // In every message: 200 with a nonce for the next.
    let (mut session, _) = Talk::open(PACKAGE_1, opening(Some(server_secret())));
    session.say([carry(&[6])]);
    let received = session.hear(2, &header_status(1, 200, Some("c2Vjb25k")));
    assert_eq!(received.server_nonce.as_deref(), Some(b"second".as_slice()));
    assert_eq!(shown(&session.0.farewell().message), expected(b"second"));

    // Stale: 407 with a nonce and package 1 again. The same commands go out with a new proof.
    let (mut session, _) = Talk::open(PACKAGE_1, opening(Some(server_secret())));
    session.say([carry(&[6])]);
    let body = header_status(1, 407, Some("dGhpcmQ=")).replace("<Final/>", &PACKAGE_1.replace("<CmdID>1", "<CmdID>8"));
    let received = session.hear(2, &body);
    assert_eq!(received.then, Then::Again);
    let again = session.0.again(NOW).message;
    assert_eq!(shown(&again), expected(b"third"));
    assert!(again.commands.iter().any(|command| matches!(command, Command::Exec(_))));
    let Some(Command::Status(Status { chal: Some(chal), .. })) = again.commands.first() else { panic!() };
    assert_eq!(auth::next_nonce(chal).unwrap(), [9; 16], "and the nonce for the next session");

    // Again and again: it ends.
    let mut rounds = 1;
    let reason = loop {
        rounds += 1;
        match session.hear(rounds + 1, &header_status(rounds, 401, Some("eA=="))).then {
            Then::Again => drop(session.0.again(NOW).message),
            Then::Abort(reason) => break reason,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(reason, AbortReason::ServerRefused);
    assert!(rounds <= limits::CHALLENGES_PER_SESSION + 1);
}

#[test]
fn a_handset_may_abort_and_cannot_go_on_for_ever() {
    let mut session = open();
    session.say([carry(&[6])]);
    let abort = "<Alert><CmdID>1</CmdID><Data>1223</Data></Alert><Final/>";
    assert_eq!(session.hear(2, abort).then, Then::Abort(AbortReason::ByHandset));
    let reply = session.0.last_word(AbortReason::ByHandset).message;
    assert!(reply.commands.iter().all(|command| matches!(command, Command::Status(_))), "statuses only");

    let mut session = open();
    let end = (2..=2 * limits::MESSAGES_PER_SESSION).find(|&msg_id| session.hear(msg_id, "<Final/>").then != Then::Go);
    assert_eq!(end, Some(limits::MESSAGES_PER_SESSION + 1));
}

#[test]
fn the_header_may_be_refused_without_credentials_being_asked() {
    for (code, reason) in [
        (0, AbortReason::HeaderRefused(StatusCode(0))),
        (500, AbortReason::HeaderRefused(StatusCode(500))),
        (401, AbortReason::ServerRefused),
    ] {
        let mut session = open();
        session.say([carry(&[6])]);
        let body =
            format!("<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Data>{code}</Data></Status><Final/>");
        assert_eq!(session.hear(2, &body).then, Then::Abort(reason));
    }
}

#[test]
fn a_session_belongs_to_those_who_know_its_token() {
    let session = open();
    let next = message(2, "<Final/>");
    assert!(session.0.owns(&next, Some("t0")));
    for token in [None, Some(""), Some("t1"), Some("t00")] {
        assert!(!session.0.owns(&next, token));
    }
    let mut other = next;
    other.header.session_id = "8".into();
    assert!(!session.0.owns(&other, Some("t0")));
}

fn account() -> Account {
    let client = auth::user_digest("Bruce2", "OhBehave");
    Account {
        scheme: AuthType::Md5,
        client,
        client_nonce: b"Nonce".to_vec(),
        last_slot: 0,
        resync_left: false,
        server: None,
    }
}

fn cred_of(cred: &Cred) -> Shown<'_> {
    Shown { cred: Some(cred), mac: None }
}

fn device() -> DeviceId {
    DeviceId::new("MEID:A0000000000001").unwrap()
}

#[test]
fn strangers_get_statuses_alone() {
    let package = message(1, PACKAGE_1);
    assert!(strangers::opens_session(&package));
    let chal = Challenger::new([1; 32]).challenge(AuthType::Md5, &device(), Time(0), 0);
    let answer = strangers::refuse(&package, StatusCode::CREDENTIALS_MISSING, Some(chal));
    assert_eq!(statuses(&answer).iter().map(|(_, code)| *code).collect::<Vec<_>>(), [407, 407, 407]);
    let Some(Command::Status(Status { chal: Some(chal), .. })) = answer.commands.first() else { panic!() };
    assert_eq!(chal.type_.as_deref(), Some("syncml:auth-md5"));

    let answer = strangers::unknown_session(&message(3, "<Final/>"));
    assert!(matches!(answer.commands.last(), Some(Command::Alert(alert)) if alert.code == Some(1223)));
}

#[test]
fn versions_that_nobody_speaks_are_named() {
    let mut package = message(1, PACKAGE_1);
    for (dtd, proto, expected) in [
        ("1.1", "DM/1.1", None),
        ("1.2", "DM/1.2", None),
        ("1.2", "DM/1.3", None),
        ("2.0", "DM/1.2", Some(StatusCode(505))),
        ("1.2", "DM/2.0", Some(StatusCode(513))),
        ("1.2", "SyncML/1.2", Some(StatusCode(513))),
    ] {
        package.header.ver_dtd = dtd.into();
        package.header.ver_proto = proto.into();
        assert_eq!(strangers::unsupported(&package.header), expected);
    }
    let answer = strangers::refuse(&package, StatusCode::PROTOCOL_UNSUPPORTED, None);
    assert_eq!(answer.header.ver_proto, "DM/1.2", "in words that we speak");
}

#[test]
fn alert_types_are_compared_as_real_senders_write_them() {
    for sent in ["Reversed-Domain-Name: org.akeyd.otasp", "reversed-domain-name:org.akeyd.otasp", " org.akeyd.otasp "] {
        assert!(same_type(sent, "org.akeyd.otasp"), "{sent}");
    }
    for sent in ["org.akeyd.step", "Content-Type: org.akeyd.otasp", "", ":"] {
        assert!(!same_type(sent, "org.akeyd.otasp"), "{sent}");
    }
}

#[test]
fn dev_info_is_bounded_in_octets_however_many_messages_report_it() {
    let leaf = |number: u32, octets: usize| {
        let value = "x".repeat(octets);
        format!(
            "<Replace><CmdID>2</CmdID><Item><Source><LocURI>./DevInfo/Ext/{number:02}</LocURI></Source>\
             <Data>{value}</Data></Item></Replace><Final/>"
        )
    };
    let mut session = open();
    let mut code_of = |msg_id: u32, body: &str| {
        session.hear(msg_id, body);
        statuses(&session.say([get(msg_id, "./DevInfo/DevId")]))[1].1
    };
    // Beside `./DevInfo/Mod`, which has 17 octets with its value; this one has 16 beside its value.
    let most = limits::DEV_INFO_OCTETS - 17 - 16;
    assert_eq!(code_of(2, &leaf(1, most + 1)), 413);
    assert_eq!(code_of(3, &leaf(1, most)), 200);
    assert_eq!(code_of(4, &leaf(2, 0)), 413);
    // A leaf that is told again takes its own place.
    assert_eq!(code_of(5, &leaf(1, most)), 200);
    assert_eq!(code_of(6, &leaf(1, 1)), 200);
    let fit = (7..40).filter(|&msg_id| code_of(msg_id, &leaf(msg_id, 200)) == 200).count();
    assert_eq!(fit, (limits::DEV_INFO_OCTETS - 17 - 17) / 216);
    let octets: usize = session.0.take_dev_info().iter().map(|(name, value)| name.len() + value.len()).sum();
    assert_eq!(octets, 17 + 17 + fit * 216);
}
