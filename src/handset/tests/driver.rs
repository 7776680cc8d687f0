//! Sessions over real sockets, against the scripted server behind a few lines of HTTP.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::script::*;
use super::*;
use crate::http::client::Client;
use crate::syncml::document::Message;
use crate::syncml::{wbxml, xml};

type Shared = Arc<Mutex<Server>>;
/// What to answer to a message: HTTP status line and body.
type Answer = fn(&mut Server, &Message) -> (&'static str, Vec<u8>);

fn regular(server: &mut Server, message: &Message) -> (&'static str, Vec<u8>) {
    ("200 OK", xml::write(&server.answer(message)).unwrap())
}

fn binary(server: &mut Server, message: &Message) -> (&'static str, Vec<u8>) {
    ("200 OK", wbxml::write(&server.answer(message)).unwrap())
}

/// The same octets again for a MsgID that was answered.
fn remembering(server: &mut Server, message: &Message) -> (&'static str, Vec<u8>) {
    if let Some((_, body)) = server.answered.iter().find(|(heard, _)| heard == message) {
        return ("200 OK", body.clone());
    }
    let (status, body) = regular(server, message);
    server.answered.push((message.clone(), body.clone()));
    (status, body)
}

/// Looks into the handset's state file when its Commit Response comes.
fn watching(server: &mut Server, message: &Message) -> (&'static str, Vec<u8>) {
    let answer = regular(server, message);
    if server.reverse.last().is_some_and(|reverse| reverse == &[5, 0]) && server.kept.is_none() {
        let kept = load(&server.state, "MEID:A0000000000001").unwrap().unwrap();
        server.kept = Some((kept.keys.key_version, kept.keys.committed.is_some(), kept.nonces.client));
    }
    answer
}

async fn listen(server: Shared, answer: Answer) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/dm", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let server = Arc::clone(&server);
            tokio::spawn(async move { talk(stream, server, answer).await });
        }
    });
    url
}

async fn talk(mut stream: TcpStream, server: Shared, answer: Answer) -> Option<()> {
    let mut input = Vec::new();
    loop {
        let end = loop {
            if let Some(at) = input.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            (stream.read_buf(&mut input).await.ok()? > 0).then_some(())?;
        };
        let head = String::from_utf8(input.drain(..end).collect()).unwrap().to_ascii_lowercase();
        assert!(head.starts_with("post /dm"), "{head}");
        let media_type = head.split("\r\ncontent-type: ").nth(1)?.split("\r\n").next()?.to_owned();
        let encoding = Encoding::ALL.iter().find(|encoding| encoding.media_type() == media_type).unwrap();
        let length: usize = head.split("content-length: ").nth(1)?.split("\r\n").next()?.parse().ok()?;
        while input.len() < length {
            (stream.read_buf(&mut input).await.ok()? > 0).then_some(())?;
        }
        let message = encoding.read(&input.drain(..length).collect::<Vec<u8>>()).unwrap();
        let (status, body) = answer(&mut server.lock().unwrap(), &message);
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nRetry-After: 0\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(&[head.as_bytes(), &body].concat()).await.ok()?;
    }
}

fn script() -> Shared {
    let mut server = Server::new([
        vec![exec("01", &[6])],
        vec![exec("02", &ms_key_request(vector::P, vector::G))],
        vec![exec("03", &key_generation_request(vector::BS_RESULT))],
        vec![exec("04", &[5])],
    ]);
    server.resp_uri = None;
    Arc::new(Mutex::new(server))
}

fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// One session of a handset with this fault against a server that answers so; its report.
fn session(server: &Shared, answer: Answer, fault: Option<Fault>) -> Report {
    session_in(Encoding::Xml, server, answer, fault)
}

fn session_in(encoding: Encoding, server: &Shared, answer: Answer, fault: Option<Fault>) -> Report {
    block_on(async {
        let url = listen(Arc::clone(server), answer).await;
        let account = Account { url: url.clone(), ..account() };
        let mut handset = Handset::new(Build { account, fault, ..build() });
        let mut client = Client::new(&url).unwrap();
        let carriage = Carriage { show_keys: true, ..Carriage::of(encoding) };
        let mut draw = draw();
        run_session(&mut handset, &mut client, &carriage, |octets| {
            draw(octets);
            Ok(())
        })
        .await
        .unwrap()
    })
}

#[test]
fn a_session_over_sockets_updates_the_key_and_reports_it() {
    let report = session(&script(), regular, None);
    assert_eq!((report.latencies.len(), report.outcome), (5, SessionOutcome::Updated));
    assert_eq!(
        report.json(),
        r#"{"device_id":"MEID:A0000000000001","outcome":"updated","cause":null,"result_code":null,"key_version":5,"committed":"e0d83abf6441b6e7","pending":false,"messages":5}"#
    );
    assert!(
        report
            .to_string()
            .starts_with("MEID:A0000000000001: updated, key version 5, key e0d83abf6441b6e7, 5 messages in ")
    );
}

#[test]
fn a_session_in_wbxml_is_the_same_session() {
    let server = script();
    let report = session_in(Encoding::Wbxml, &server, binary, None);
    assert_eq!((report.outcome, report.messages, report.cause), (SessionOutcome::Updated, 5, None));
    let text = script();
    session(&text, regular, None);
    let (server, text) = (server.lock().unwrap(), text.lock().unwrap());
    assert_eq!(server.reverse, text.reverse);
    assert_eq!(server.heard.len(), text.heard.len());
    for (binary, text) in server.heard.iter().zip(&text.heard).skip(1) {
        assert_eq!(binary.commands, text.commands);
    }
    // An answer in the other encoding is not what was asked for.
    assert!(session_in(Encoding::Wbxml, &script(), regular, None).cause.unwrap().contains("unreadable document"));
}

#[test]
fn a_repeated_message_must_get_the_same_answer() {
    let report = session(&script(), remembering, Some(Fault::LostResponse));
    assert_eq!((report.outcome, report.cause), (SessionOutcome::Updated, None));
    let report = session(&script(), regular, Some(Fault::LostResponse));
    assert_eq!(report.outcome, SessionOutcome::Failed);
    assert_eq!(report.cause.as_deref(), Some("the server misbehaved: a repeated message got another answer"));
}

#[test]
fn a_busy_server_is_asked_again_and_a_broken_one_is_not() {
    fn busy_at_first(server: &mut Server, message: &Message) -> (&'static str, Vec<u8>) {
        if server.busy > 0 {
            server.busy -= 1;
            return ("503 Service Unavailable", Vec::new());
        }
        regular(server, message)
    }
    let server = script();
    server.lock().unwrap().busy = 3;
    let report = session(&server, busy_at_first, None);
    assert_eq!((report.outcome, report.messages, report.latencies.len()), (SessionOutcome::Updated, 5, 8));
    server.lock().unwrap().busy = 1000;
    let report = session(&server, busy_at_first, None);
    assert_eq!(report.cause.as_deref(), Some("the server answered with HTTP status 503"));

    let report = session(&script(), |_, _| ("200 OK", b"<SyncML>".to_vec()), None);
    assert!(report.cause.unwrap().starts_with("the server misbehaved: unreadable document: "));
}

/// Takes requests as octets: drops the first answer to each message by closing the connection, then answers.
async fn forgetful(listener: TcpListener, server: Shared, seen: Arc<Mutex<Vec<Vec<u8>>>>) {
    while let Ok((mut stream, _)) = listener.accept().await {
        let mut input = Vec::new();
        let body = loop {
            if stream.read_buf(&mut input).await.unwrap_or(0) == 0 {
                break Vec::new();
            }
            let text = String::from_utf8_lossy(&input).to_ascii_lowercase();
            let Some(end) = text.find("\r\n\r\n") else { continue };
            let length = text.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next()?.parse().ok());
            if let Some(body) = input.get(end + 4..end + 4 + length.unwrap_or(0)) {
                break body.to_vec();
            }
        };
        let again = seen.lock().unwrap().last() == Some(&body);
        seen.lock().unwrap().push(body.clone());
        if again {
            let body = regular(&mut server.lock().unwrap(), &xml::read(&body).unwrap()).1;
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.syncml.dm+xml\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
                body.len()
            );
            let _ = stream.write_all(&[head.as_bytes(), &body].concat()).await;
        }
    }
}

#[test]
fn a_message_without_an_answer_is_sent_again_octet_by_octet() {
    let (server, seen) = (script(), Arc::new(Mutex::new(Vec::new())));
    let report = block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/dm", listener.local_addr().unwrap());
        tokio::spawn(forgetful(listener, Arc::clone(&server), Arc::clone(&seen)));
        let account = Account { url: url.clone(), ..account() };
        let Build { nonces, keys, .. } = build();
        let mut handset = Handset::new(Build { nonces, keys, ..Build::of(account) });
        let mut client = Client::new(&url).unwrap();
        run_session(&mut handset, &mut client, &Carriage::of(Encoding::Xml), getrandom::fill).await.unwrap()
    });
    assert_eq!((report.outcome, report.messages, report.latencies.len()), (SessionOutcome::Updated, 5, 10));
    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 10);
    assert!(seen.chunks(2).all(|pair| pair[0] == pair[1]), "the same octets");
}

#[test]
fn a_confined_session_does_not_follow_a_resp_uri_to_another_host() {
    let report = |confined: bool| {
        let server = script();
        server.lock().unwrap().resp_uri = Some("http://127.0.0.2:9/dm".into());
        block_on(async {
            let url = listen(Arc::clone(&server), regular).await;
            let mut handset = handset();
            handset.account.url.clone_from(&url);
            let carriage = Carriage { confined, ..Carriage::of(Encoding::Xml) };
            run_session(&mut handset, &mut Client::new(&url).unwrap(), &carriage, getrandom::fill).await.unwrap()
        })
    };
    let cause = "the server misbehaved: RespURI leads to another host";
    assert_eq!(report(true).cause.as_deref(), Some(cause));
    assert!(report(false).cause.unwrap().starts_with("cannot connect to 127.0.0.2:9"));
}

#[test]
fn no_server_at_all_is_a_failed_session() {
    let mut handset = handset();
    let report = block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/dm", listener.local_addr().unwrap());
        drop(listener);
        handset.account.url.clone_from(&url);
        let carriage = Carriage::of(Encoding::Xml);
        run_session(&mut handset, &mut Client::new(&url).unwrap(), &carriage, getrandom::fill).await.unwrap()
    });
    assert_eq!((report.outcome, report.messages), (SessionOutcome::Failed, 1));
    assert!(report.cause.unwrap().starts_with("cannot connect to 127.0.0.1:"));
}

#[test]
fn settings_make_a_handset_that_keeps_its_state_in_a_file() {
    let directory = std::env::temp_dir().join(format!("akeyd-handset-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let file = |name: &str, text: &str| {
        let path = directory.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let state = directory.join("state.json");
    let server = script();
    {
        let mut server = server.lock().unwrap();
        server.server_nonce = Vec::new();
        server.state.clone_from(&state);
    }
    let mut out = Vec::new();
    let well = block_on(async {
        let settings = Settings {
            user: Some("Bruce2".into()),
            password_file: Some(file("client", "OhBehave\n")),
            server_password_file: Some(file("server", "minime\nsecond line\n")),
            auth: Scheme::Md5,
            state: Some(state.clone()),
            json: true,
            ..Settings::new(listen(Arc::clone(&server), watching).await, "MEID:A0000000000001")
        };
        run(&settings, &mut out).await.unwrap()
    });
    let line = String::from_utf8(out).unwrap();
    assert!(
        well && line
            .contains(r#""outcome":"updated","cause":null,"result_code":null,"key_version":1,"committed":true,"#),
        "{line}"
    );
    // The scripted server cannot know x, which was drawn by the system; the file must hold what a restart needs.
    let kept = load(&state, "MEID:A0000000000001").unwrap().unwrap();
    assert_eq!(kept.keys.key_version, 1);
    let seen = server.lock().unwrap().kept.clone();
    assert_eq!(seen, Some((1, true, kept.nonces.client.clone())), "it was written before the Commit Response left");
    assert_eq!(kept.nonces.client, server.lock().unwrap().client_nonce);
    assert_eq!(kept.nonces.server, server.lock().unwrap().server_nonce);
    assert_eq!(kept.keys.committed.as_ref().unwrap().expose().len(), 8);
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&state).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    let again = Settings {
        auth: Scheme::None,
        state: Some(state.clone()),
        ..Settings::new("http://x/", "MEID:A0000000000001")
    };
    let again = again.handset().unwrap();
    assert_eq!(again.keys().committed, kept.keys.committed);
    assert!(load(&state, "MEID:other").unwrap_err().to_string().contains("it is the state of MEID:A0000000000001"));
    std::fs::write(&state, "{}").unwrap();
    assert!(load(&state, "MEID:A0000000000001").is_err());
    std::fs::remove_dir_all(&directory).unwrap();
}

#[test]
fn settings_that_cannot_work_name_their_flag() {
    let error = |settings: Settings| settings.handset().err().unwrap().to_string();
    let settings = |auth| Settings { auth, ..Settings::new("http://x/", "MEID:1") };
    assert!(error(Settings { device_id: "a b".into(), ..settings(Scheme::None) }).starts_with("--device-id: `a b`"));
    assert_eq!(error(settings(Scheme::Md5)), "--password-file: wanted by the authentication scheme");
    let missing = Settings { password_file: Some("/nowhere/at/all".into()), ..settings(Scheme::Md5) };
    assert!(error(missing).starts_with("/nowhere/at/all: "));
    assert_eq!("slow".parse::<Fault>().unwrap_err().split(", ").count(), Fault::ALL.len());
}
