//! The simulated handset as a program, against the server as a program: load, notifications, faults of the way, power-off.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, UdpSocket};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use md5::{Digest, Md5};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use serde_json::Value;

use crate::harness::{AKEYD, Folder, SERVER_PASSWORD, Server, reports};

/// A push that calls to session `session_id`, made here from OMA-TS-DM_Notification 1.2 sections 6 and 7.
fn push(nonce: &[u8], session_id: u16) -> Vec<u8> {
    let trigger = [b"\x02\xD8\0\0\0", session_id.to_be_bytes().as_slice(), b"\x05akeyd"].concat();
    let inner = BASE64.encode(Md5::digest(format!("akeyd:{SERVER_PASSWORD}")));
    let body = BASE64.encode(Md5::digest(&trigger));
    let digest = Md5::digest([inner.as_bytes(), b":", nonce, b":", body.as_bytes()].concat());
    [b"\x01\x06\x03\xC4\xAF\x87", digest.as_slice(), &trigger].concat()
}

fn load(server: &Server, arguments: &[&str]) -> Value {
    let output = Command::new(AKEYD)
        .args(["load", "--json", "--fast", "--url", &server.url(), "--subscribers"])
        .arg(server.folder.0.join("subscribers.csv"))
        .args(arguments)
        .output()
        .expect("akeyd load runs");
    let report = reports(&output).remove(0);
    assert!(output.status.success(), "{report}");
    report
}

#[test]
fn a_load_updates_every_handset_as_often_as_it_is_told() {
    let server = Server::start("perform");
    let report = load(&server, &["--sessions", "27", "--concurrency", "4", "--threads", "2"]);
    assert_eq!((&report["handsets"], &report["sessions"], &report["updated"]), (&9.into(), &27.into(), &27.into()));
    assert!(report["messages"].as_u64() > Some(27 * 4) && report["session_ms"]["p50"].as_f64() > Some(0.0), "{report}");
    // Another process has lost the nonces, which heals; the schedule of a rate is kept, and time is a bound.
    let report =
        load(&server, &["--rate", "20", "--duration", "1", "--sessions", "1000", "--encoding", "wbxml", "--reuse"]);
    assert_eq!((&report["sessions"], &report["updated"]), (&20.into(), &20.into()), "{report}");
    assert!(report["seconds"].as_f64() > Some(0.9), "{report}");
    server.wait_for("akeyd_exchanges_total{dialect=\"is683\",outcome=\"updated\",way=\"perform\"}", 47);
}

#[test]
fn a_load_that_cannot_be_is_refused() {
    let refused = |arguments: &[&str]| {
        let output = Command::new(AKEYD).arg("load").args(arguments).output().expect("akeyd load runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, text) = refused(&["--url", "http://192.0.2.1/dm", "--subscribers", "x"]);
    assert_eq!(code, Some(2));
    assert!(text.contains("192.0.2.1 is not this machine; --beyond-this-machine"), "{text}");
    assert_eq!(refused(&["--url", "http://127.0.0.1/dm", "--subscribers", "/nowhere"]).0, Some(1));
    assert_eq!(refused(&["--subscribers", "x"]).0, Some(2));
}

#[test]
fn a_notification_brings_the_handset_into_the_session_that_it_names() {
    let traces = std::env::temp_dir().join(format!("akeyd-phone-traces-{}", std::process::id()));
    std::fs::create_dir_all(&traces).expect("a folder");
    let server = Server::with("perform", &["--trace-dir", traces.to_str().expect("UTF-8")]);
    let nonce = BASE64.encode(b"server-nonce");
    let arguments = ["--server-nonce", &nonce, "--notify", "127.0.0.1:0", "--patience", "20", "--count", "2"];
    let mut child = server
        .handset_command(1, &arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("akeyd handset runs");
    let mut log = BufReader::new(child.stderr.take().expect("its log"));
    let mut line = String::new();
    while !line.contains("address=") {
        line.clear();
        assert!(log.read_line(&mut line).expect("a line") > 0, "it listens");
    }
    let address = line.split("address=").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("an address");
    let address = address.to_owned();
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a socket");
    let send = |octets: &[u8]| socket.send_to(octets, &address).expect("sent");
    let mut out = BufReader::new(child.stdout.take().expect("its reports"));
    let mut report = || {
        let mut line = String::new();
        out.read_line(&mut line).expect("a line");
        serde_json::from_str::<Value>(&line).expect("JSON")
    };
    // Strangers, a wrong nonce, nonsense: nothing happens.
    send(&push(b"another", 0xBEEF));
    send(b"nonsense");
    send(&push(b"server-nonce", 0xBEEF));
    // A repeat calls to the same session, which is over by then.
    send(&push(b"server-nonce", 0xBEEF));
    let first = report();
    assert_eq!((&first["outcome"], &first["key_version"]), (&"updated".into(), &1.into()), "{first}");
    let state = std::fs::read_to_string(server.folder.0.join("state-1.json")).expect("the state");
    let state: Value = serde_json::from_str(&state).expect("JSON");
    let nonce = BASE64.decode(state["server_nonce"].as_str().expect("a nonce")).expect("base64");
    assert_ne!(nonce, b"server-nonce", "the server got another");
    send(&push(&nonce, 0x12));
    let second = report();
    assert_eq!((&second["outcome"], &second["key_version"]), (&"updated".into(), &2.into()), "{second}");
    assert!(child.wait().expect("it ends").success());
    let traced: Vec<String> = std::fs::read_dir(&traces)
        .expect("traces")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    for name in ["BEEF-1-in.xml", "12-1-in.xml"] {
        assert!(traced.iter().any(|trace| trace.ends_with(name)), "{name} in {traced:?}");
    }
    let _ = std::fs::remove_dir_all(&traces);
}

#[test]
fn notifications_come_as_hex_too() {
    let server = Server::start("perform");
    let nonce = BASE64.encode(b"server-nonce");
    let mut child = server
        .handset_command(1, &["--server-nonce", &nonce, "--notify", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("akeyd handset runs");
    // In a short message of teleservice 4100, the ports twice.
    let octets = [b"\0\x01\0\xC0\x02\x0B\x84\xC0\x02\x0B\x84".as_slice(), &push(b"server-nonce", 7)].concat();
    let digits = octets.iter().fold(String::new(), |digits, octet| digits + &format!("{octet:02X}"));
    write!(child.stdin.take().expect("its input"), "xyz\n{digits}\n").expect("written");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(reports(&output)[0]["outcome"], "updated");
    assert!(String::from_utf8_lossy(&output.stderr).contains("notification ignored: not hex digits"));
}

#[test]
fn disturbances_of_the_way_do_not_disturb_the_exchange() {
    let server = Server::start("perform");
    let faults = ["disconnect", "lost-response", "changed-repeat", "garbage-document", "double-answer", "lost-nonces"];
    for (number, fault) in (1..).zip(faults) {
        let report = &server.handset(number, &["--fault", fault])[0];
        assert_eq!(report["outcome"], "updated", "{fault}: {report}");
    }
    // A handset that was switched off in the middle begins anew, and one that owes an answer brings it.
    let reports = server.handset(7, &["--fault", "reboot", "--fault-step", "3"]);
    assert_eq!((&reports[0]["outcome"], &reports[1]["outcome"]), (&"failed".into(), &"updated".into()), "{reports:?}");
    let reports = server.handset(8, &["--fault", "later-session"]);
    assert!(reports.len() > 1 && reports.iter().any(|report| report["outcome"] == "updated"), "{reports:?}");
    for (number, fault) in [(9, "garbage-ms-result"), (9, "nonsense"), (9, "out-of-order"), (9, "fail-exec")] {
        let report = &server.handset(number, &["--fault", fault])[0];
        assert!(report["outcome"] != "updated" && report["key_version"] == 0, "{fault}: {report}");
    }
    assert_eq!(server.handset(9, &[])[0]["outcome"], "updated", "and then it is well again");
    assert_eq!(server.metric("akeyd_exchanges_in_doubt"), 0);
}

#[test]
fn the_state_file_survives_kill_at_any_moment() {
    let server = Server::start("perform");
    let state = server.folder.0.join("state-1.json");
    let mut version = 0;
    for round in 0..12_u64 {
        let mut child = server
            .handset_command(1, &["--count", "1000"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("akeyd handset runs");
        std::thread::sleep(Duration::from_millis(150 + 37 * round));
        child.kill().expect("killed");
        child.wait().expect("over");
        if !state.exists() {
            continue;
        }
        let text = std::fs::read_to_string(&state).expect("the state");
        let kept: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let now = kept["key_version"].as_u64().expect("a number");
        assert!(now >= version, "the key counter never goes back");
        version = now;
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&state).expect("a file").permissions());
        assert_eq!(mode & 0o777, 0o600);
    }
    assert!(version > 0, "some exchange came to its end");
    let report = &server.handset(1, &[])[0];
    assert_eq!(report["outcome"], "updated", "{report}");
    assert!(report["key_version"].as_u64() > Some(version));
}

#[test]
fn stacks_of_the_field_are_served() {
    let server = Server::start("perform");
    for (number, profile, encoding, form) in [
        (1, "standard", "wbxml", "string-table"),
        (2, "libdmclient", "xml", "inline"),
        (3, "libdmclient", "wbxml", "inline"),
        (4, "motorola", "xml", "inline"),
        (5, "motorola", "wbxml", "named-public-id"),
    ] {
        let arguments = ["--profile", profile, "--encoding", encoding, "--wbxml-form", form];
        // A Motorola handset answers by Results, which the default profile takes too: they are matched by CmdRef.
        let report = &server.handset(number, &arguments)[0];
        assert_eq!(report["outcome"], "updated", "{profile} in {encoding}: {report}");
    }
    for (number, version) in [(6, "1.1.2"), (7, "1.3")] {
        let report = &server.handset(number, &["--dm-version", version, "--style", "exec+results"])[0];
        assert_eq!(report["outcome"], "updated", "DM {version}: {report}");
    }
}

#[test]
fn stacks_without_exec_are_served_by_the_profiles_of_their_names() {
    for profile in ["hostap", "replace-get"] {
        let server = Server::of_model(profile, "perform", "[group]\nname = \"demo-512\"\n", &[]);
        let report = &server.handset(1, &["--profile", profile])[0];
        assert_eq!((&report["outcome"], &report["key_version"]), (&"updated".into(), &1.into()), "{profile}: {report}");
        // With a device of another model the same stack is asked to run what it has not.
        let other = Server::start("perform");
        assert_ne!(other.handset(1, &["--profile", profile])[0]["outcome"], "updated", "{profile}");
    }
}

/// Certificates for a server on this machine, and the root that signed them.
fn certificates(folder: &Path) {
    let mut params = CertificateParams::new([]).expect("no names");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let root = CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("a root");
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new(vec!["localhost".into(), "127.0.0.1".into()]).expect("names");
    let certificate = params.signed_by(&key, &root).expect("signed");
    let other = KeyPair::generate().expect("a key");
    let other = CertificateParams::new(vec!["localhost".into()]).expect("a name").self_signed(&other).expect("signed");
    for (name, pem) in [
        ("ca.pem", root.pem()),
        ("server.pem", certificate.pem()),
        ("server.key", key.serialize_pem()),
        ("other.pem", other.pem()),
    ] {
        std::fs::write(folder.join(name), pem).expect("written");
    }
}

#[test]
fn handsets_come_under_tls_to_a_server_that_they_trust() {
    let folder = Folder::new();
    certificates(&folder.0);
    let file = |name: &str| folder.0.join(name).to_str().expect("UTF-8").to_owned();
    let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
    let keys = format!(
        "name = \"demo-512\"\n[tls]\nlisten = \"127.0.0.1:{port}\"\ncertificate = \"{}\"\nkey = \"{}\"",
        file("server.pem"),
        file("server.key")
    );
    let server = Server::with_group("perform", &keys, &[]);
    let handset = |host: &str, arguments: &[&str]| {
        let output = Command::new(AKEYD)
            .args(["handset", "--json", "--url", &format!("https://{host}:{port}/dm")])
            .args(["--device-id", "MEID:A0000000000001", "--user", "user1", "--password-file"])
            .arg(server.folder.0.join("password"))
            .arg("--server-password-file")
            .arg(server.folder.0.join("server-password"))
            .args(arguments)
            .output()
            .expect("akeyd handset runs");
        reports(&output).remove(0)
    };
    for host in ["localhost", "127.0.0.1"] {
        let report = handset(host, &["--ca", &file("ca.pem")]);
        assert_eq!(report["outcome"], "updated", "{report}");
    }
    assert_eq!(handset("localhost", &["--insecure"])["outcome"], "updated");
    for trust in [vec!["--ca".to_owned(), file("other.pem")], Vec::new()] {
        let arguments: Vec<&str> = trust.iter().map(String::as_str).collect();
        if arguments.is_empty() && !Path::new("/etc/ssl/certs/ca-certificates.crt").exists() {
            continue;
        }
        let report = handset("localhost", &arguments);
        assert_eq!(report["outcome"], "failed", "{report}");
        assert!(report["cause"].as_str().is_some_and(|cause| cause.starts_with("no TLS with localhost:")), "{report}");
    }
    let output = Command::new(AKEYD)
        .args(["load", "--json", "--url", &format!("https://localhost:{port}/dm"), "--ca", &file("ca.pem")])
        .arg("--subscribers")
        .arg(server.folder.0.join("subscribers.csv"))
        .output()
        .expect("akeyd load runs");
    assert_eq!(reports(&output)[0]["updated"], 9);
}
