//! Streams of events: whose they are, and how soon they end with their readers.

use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::api::server;
use crate::harness::{AKEYD, Server};
use crate::roles::as_user;

/// Less than the time after which a stream finds out by itself that nobody reads it.
const AT_ONCE: Duration = Duration::from_secs(12);

/// Waits until so many streams are open.
fn streams(count: u64, now: impl Fn() -> Value) {
    let began = Instant::now();
    while now() != json!(count) {
        assert!(began.elapsed() < AT_ONCE, "{} streams, not {count}", now());
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Opens a stream; gives it with the status that it was answered with.
fn open(server: &Server) -> (UnixStream, String) {
    let mut stream = UnixStream::connect(server.socket()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(b"GET /v1/events HTTP/1.1\r\nHost: h\r\n\r\n").unwrap();
    let mut status = [0; 12];
    stream.read_exact(&mut status).unwrap();
    (stream, String::from_utf8_lossy(&status[9..]).into_owned())
}

#[test]
fn a_stream_ends_with_its_reader_and_no_caller_has_all_places() {
    let server = server("[admin]\nread = [\"uid:61001\"]\n");
    let now = || server.get("/v1/status")["event_streams"].clone();
    let (mut own, told): (Vec<_>, Vec<_>) = (0..16).map(|_| open(&server)).unzip();
    assert_eq!(told, ["200"; 16]);
    assert_eq!(open(&server).1, "503");
    let (_, problem) = server.ask("/v1/events", &[]);
    assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains("as one caller may have")), "{problem}");
    // Another one has his places.
    let socket = server.socket();
    std::fs::set_permissions(&socket, std::os::unix::fs::PermissionsExt::from_mode(0o666)).unwrap();
    if let Some(mut command) = as_user((61001, 61001)) {
        let watching = command.args([AKEYD, "exchange", "watch", "--socket", &socket]).stdout(Stdio::null()).spawn();
        let mut watching = watching.unwrap();
        streams(17, now);
        watching.kill().unwrap();
        watching.wait().unwrap();
        streams(16, now);
    }
    // Who has only sent the next request is still there.
    own[0].write_all(b"GET /v1/status HTTP/1.1\r\nHost: h\r\n\r\n").unwrap();
    assert_eq!(server.handset(1, &[])[0]["outcome"], "updated");
    let mut seen = Vec::new();
    while !String::from_utf8_lossy(&seen).contains("MEID:A0000000000001") {
        let mut piece = [0; 4096];
        let count = own[0].read(&mut piece).unwrap();
        assert!(count > 0);
        seen.extend_from_slice(&piece[..count]);
    }
    own.drain(1..);
    streams(1, now);
    // One's own end of it is enough.
    own.push(open(&server).0);
    streams(2, now);
    own[1].shutdown(std::net::Shutdown::Write).unwrap();
    streams(1, now);
}

#[test]
fn a_stream_under_tls_ends_with_its_reader() {
    let network = crate::operators::in_the_network();
    let now = || {
        let (code, said) = network.akeyd(&network.operator, &["status", "--json"]);
        assert_eq!(code, Some(0), "{said}");
        serde_json::from_str::<Value>(&said).unwrap()["event_streams"].clone()
    };
    // One that says that it ends, and one that does not.
    for orderly in [true, false] {
        let (certificate, key) = &network.operator;
        let mut watching = Command::new("curl")
            .args(["-sN", "--cacert", &network.own, "--cert", certificate, "--key", key])
            .args(if orderly { &["--max-time", "3"][..] } else { &[] })
            .arg(format!("{}/v1/events", network.url))
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        streams(1, now);
        if !orderly {
            watching.kill().unwrap();
        }
        watching.wait().unwrap();
        streams(0, now);
    }
}
