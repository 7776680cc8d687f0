//! What a stranger gets, by curl and by raw sockets, and that it costs nobody else anything.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::{Digest, Md5};

use crate::harness::{PASSWORD, Server, between, curl, package_1, post, raw};

const DEVICE: &str = "MEID:A0000000000001";
const NOBODY: &str = "MEID:AFFFFFFFFFFFFF";

fn b64_md5(octets: &[u8]) -> String {
    STANDARD.encode(Md5::digest(octets))
}

/// The md5 credential by the formula of OMA-TS-DM-Security 1.2 section 5.3.2, written once more.
fn md5_cred(user: &str, password: &str, nonce: &[u8]) -> String {
    let inner = b64_md5(format!("{user}:{password}").as_bytes());
    b64_md5(&[inner.as_bytes(), b":", nonce].concat())
}

fn nonce(answer: &str) -> Vec<u8> {
    let text = between(answer, "<NextNonce xmlns='syncml:metinf'>", "</NextNonce>");
    STANDARD.decode(text).expect("base64")
}

fn header_status(answer: &str) -> &str {
    let status = between(answer, "<CmdRef>0</CmdRef>", "</Status>");
    status.rsplit_once("<Data>").expect("Data").1.trim_end_matches("</Data>")
}

#[test]
fn a_challenge_for_those_without_credentials_a_refusal_for_wrong_ones_and_a_session_for_right_ones() {
    let server = Server::start("perform");
    let (http, answer) = post(&server, &package_1(DEVICE, 1, None));
    assert_eq!((http, header_status(&answer)), (200, "407"));
    assert!(answer.contains(">syncml:auth-md5<"), "{answer}");
    let challenge = nonce(&answer);
    assert_eq!(challenge.len(), 16);

    let wrong = md5_cred("user1", "guess", &challenge);
    let (http, answer) = post(&server, &package_1(DEVICE, 2, Some(&wrong)));
    assert_eq!((http, header_status(&answer)), (200, "401"));

    let right = md5_cred("user1", PASSWORD, &nonce(&answer));
    let (http, answer) = post(&server, &package_1(DEVICE, 3, Some(&right)));
    assert_eq!((http, header_status(&answer)), (200, "212"));
    assert!(answer.contains("<Exec>"), "{answer}");

    // The same octets again are a retransmission; the same proof in other octets proves nothing.
    assert_eq!(post(&server, &package_1(DEVICE, 3, Some(&right))).1, answer);
    let (_, replayed) = post(&server, &package_1(DEVICE, 4, Some(&right)));
    assert_eq!(header_status(&replayed), "401");
    assert_eq!(server.metric("akeyd_powers_total"), 0);
}

#[test]
fn a_body_with_a_content_coding_is_refused_by_name() {
    let server = Server::start("perform");
    let document = package_1(DEVICE, 1, None);
    let posted = |coding: &str| {
        let kind = "Content-Type: application/vnd.syncml.dm+xml";
        curl(&[
            "-i",
            "-H",
            kind,
            "-H",
            &format!("Content-Encoding: {coding}"),
            "--data-binary",
            &document,
            &server.url(),
        ])
    };
    for coding in ["gzip", "identity, deflate", "x"] {
        let (http, answer) = posted(coding);
        assert_eq!(http, 415, "{coding}");
        assert!(answer.contains("Accept-Encoding: identity"), "{answer}");
    }
    assert_eq!(posted("Identity").0, 200);
}

#[test]
fn a_handset_is_told_how_long_a_message_its_listener_takes() {
    let server = Server::of_model("", "perform", "body_octets = 5000\n[group]\nname = \"demo-512\"\n", &[]);
    let (_, challenge) = post(&server, &package_1(DEVICE, 1, None));
    let cred = md5_cred("user1", PASSWORD, &nonce(&challenge));
    let (_, answer) = post(&server, &package_1(DEVICE, 2, Some(&cred)));
    assert_eq!(between(&answer, "<MaxMsgSize xmlns='syncml:metinf'>", "<"), "5000");
}

#[test]
fn a_session_too_many_is_told_to_come_later_and_counted() {
    let server = Server::of_model("", "perform", "sessions = 2\n[group]\nname = \"demo-512\"\n", &[]);
    let come = |number: u32| {
        let device = format!("MEID:A000000000000{number}");
        let (_, answer) = post(&server, &package_1(&device, 1, None));
        let cred = md5_cred(&format!("user{number}"), PASSWORD, &nonce(&answer));
        let document = server.folder.write("document", &package_1(&device, 2, Some(&cred)));
        let kind = "Content-Type: application/vnd.syncml.dm+xml";
        curl(&["-i", "-H", kind, "--data-binary", &format!("@{}", document.display()), &server.url()])
    };
    // Two threads with room for one each: of three devices one finds no room at least.
    let answers: Vec<_> = (1..=3).map(come).collect();
    let turned_away = answers.iter().filter(|(code, _)| *code == 503).count();
    assert!((1..=2).contains(&turned_away), "{answers:?}");
    for (code, answer) in answers {
        assert!(code == 200 || answer.to_lowercase().contains("\r\nretry-after: "), "{code}: {answer}");
    }
    assert_eq!(server.metric("akeyd_refused_total{cause=\"sessions\"}"), turned_away as u64);
    assert_eq!(server.metric("akeyd_sessions"), 3 - turned_away as u64);
}

#[test]
fn nobody_can_tell_who_is_a_subscriber() {
    let server = Server::start("perform");
    for cred in [None, Some("d3Jvbmc=")] {
        let [known, unknown] = [DEVICE, NOBODY].map(|device| {
            let (http, answer) = post(&server, &package_1(device, 1, cred));
            let challenge = between(&answer, "<NextNonce xmlns='syncml:metinf'>", "</NextNonce>");
            (http, answer.replace(challenge, "N").replace(device, "D"))
        });
        assert_eq!(known, unknown);
    }
}

#[test]
fn ten_thousand_strangers_move_no_counter_but_their_own() {
    let server = Server::start("perform");
    let threads: Vec<_> = (0..4)
        .map(|thread| {
            let address = server.address.clone();
            std::thread::spawn(move || {
                use std::io::{Read, Write};
                let mut stream = std::net::TcpStream::connect(address).expect("connected");
                let mut answer = [0; 8192];
                for number in 0..2_500 {
                    // A name of its own for each wrong credential: the next one of a device and source would wait.
                    let stranger = format!("MEID:B{thread}{number:04}");
                    let body = match number % 6 {
                        0 | 2 | 4 => package_1(&stranger, thread + 1, Some("d3Jvbmc=")),
                        3 => package_1(DEVICE, thread + 1, None),
                        _ => package_1(NOBODY, thread + 1, None),
                    };
                    let head = format!(
                        "POST /dm HTTP/1.1\r\nHost: x\r\nContent-Type: application/vnd.syncml.dm+xml\r\nContent-Length: {}\r\n\r\n",
                        body.len()
                    );
                    stream.write_all((head + &body).as_bytes()).expect("sent");
                    let mut seen = 0;
                    while !answer[..seen].ends_with(b"</SyncML>") {
                        let read = stream.read(&mut answer[seen..]).expect("an answer");
                        assert!(read > 0, "the server hung up");
                        seen += read;
                    }
                    assert!(answer.starts_with(b"HTTP/1.1 200"));
                }
            })
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().expect("done"));
    let metrics = server.metrics();
    assert!(metrics.contains("akeyd_auth_total{result=\"missing\"} 5000"), "{metrics}");
    assert!(metrics.contains("akeyd_auth_total{result=\"wrong\"} 5000"), "{metrics}");
    for line in
        metrics.lines().filter(|line| line.starts_with("akeyd_powers_total") || line.starts_with("akeyd_sessions "))
    {
        assert!(line.ends_with(" 0"), "{line}");
    }
}

#[test]
fn bad_requests_get_their_code_and_disturb_nobody() {
    let server = Server::start("perform");
    let good = package_1(DEVICE, 1, None);
    let request = |content_type: &str, length: usize, body: &str| {
        format!(
            "POST /dm HTTP/1.1\r\nHost: x\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n{body}"
        )
    };
    let dm = "application/vnd.syncml.dm+xml; charset=UTF-8";
    let big = "x".repeat(8 * 1024 + 1);
    let deep = "<a>".repeat(2_000);
    // With the alert and the Replace of the first message, one command too many for a stranger.
    let many = good.replace("<Final/>", &format!("{}<Final/>", "<Get><CmdID>9</CmdID></Get>".repeat(63)));
    let bomb = "<!DOCTYPE SyncML [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><SyncML>&b;</SyncML>";
    let cases = [
        ("garbage", request(dm, 7, "garbage"), "400"),
        ("nothing", request(dm, 0, ""), "400"),
        ("NUL", request(dm, 3, "\0\0\0"), "400"),
        ("half a document", request(dm, 100, &good[..100]), "400"),
        ("deep", request(dm, deep.len(), &deep), "400"),
        ("many commands", request(dm, many.len(), &many), "400"),
        ("entities", request(dm, bomb.len(), bomb), "400"),
        ("another root", request(dm, 4, "<a/>"), "400"),
        ("too large for a stranger", request(dm, big.len(), &big), "413"),
        ("half sent", request(dm, 500, "<SyncML>"), "400"),
        ("no length", "POST /dm HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\n\r\n".into(), "411"),
        ("another type", request("text/xml", good.len(), &good), "415"),
        ("GET", "GET /dm HTTP/1.1\r\nHost: x\r\n\r\n".into(), "405"),
        ("another path", "POST /other HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".into(), "404"),
        (
            "two lengths",
            format!("POST /dm HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{good}"),
            "400",
        ),
        (
            "length and chunks",
            format!("POST /dm HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n{good}"),
            "400",
        ),
    ];
    // Handsets update their keys meanwhile.
    std::thread::scope(|scope| {
        let updates: Vec<_> = (1..=4)
            .map(|number| {
                scope.spawn({
                    let server = &server;
                    move || server.handset(number, &["--count", "3"])
                })
            })
            .collect();
        for _ in 0..3 {
            for (what, octets, code) in &cases {
                let answer = raw(&server, octets.as_bytes(), false);
                assert!(answer.starts_with(&format!("HTTP/1.1 {code} ")), "{what}: {answer}");
                // And the same from a peer that is gone before the answer.
                raw(&server, octets.as_bytes(), true);
                raw(&server, &octets.as_bytes()[..octets.len() / 2], true);
            }
        }
        for update in updates {
            for report in update.join().expect("done") {
                assert_eq!(report["outcome"], "updated", "{report}");
            }
        }
    });
    // One more stranger is answered as the first one was.
    assert_eq!(header_status(&post(&server, &good).1), "407");
}

#[test]
fn a_message_without_the_sessions_token_does_not_touch_the_session() {
    let server = Server::start("perform");
    let (_, answer) = post(&server, &package_1(DEVICE, 1, None));
    let right = md5_cred("user1", PASSWORD, &nonce(&answer));
    let (_, first) = post(&server, &package_1(DEVICE, 2, Some(&right)));
    let header = package_1(DEVICE, 3, None);
    let header = &header[..header.find("<SyncBody>").expect("a body")];
    let next = format!(
        "{header}<SyncBody><Status><CmdID>1</CmdID><MsgRef>2</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>212</Data></Status>\
         <Status><CmdID>2</CmdID><MsgRef>2</MsgRef><CmdRef>4</CmdRef><Cmd>Exec</Cmd><Data>406</Data></Status><Final/></SyncBody></SyncML>"
    );
    // In the device's name, but without what only the device was told.
    let (_, answer) = post(&server, &next);
    assert!(answer.contains("<Data>1223</Data>"), "{answer}");
    let token = between(&first, "?s=", "</RespURI>");
    let url = format!("{}?s={token}", server.url());
    let kind = "Content-Type: application/vnd.syncml.dm+xml";
    let (_, answer) = curl(&["-H", kind, "--data-binary", &next, &url]);
    assert!(!answer.contains("<Data>1223</Data>"), "{answer}");
    server.wait_for("akeyd_exchanges_total{dialect=\"none\",outcome=\"unsupported\",way=\"none\"}", 1);
}
