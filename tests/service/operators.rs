//! Operators' commands, and the lines of the API's documentation: over the same API, by its socket and by the network.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use akeyd::config::subscribers::HEADER;
use serde_json::Value;
use socket2::{Domain, Socket, Type};

use crate::api::server;
use crate::harness::{AKEYD, Folder, PASSWORD, SERVER_PASSWORD, Server, curl};

#[test]
fn commands_are_for_people_and_programs() {
    let server = server("");
    let (code, said, _) = server.akeyd(&["status"]);
    assert!(code == Some(0) && said.starts_with("ready                yes\n"), "{said}");
    let password = server.folder.write("p", "secret\n").display().to_string();
    let create =
        ["subscriber", "create", "MEID:E1", "--user", "e", "--password-file", &password, "--min", "5551239999"];
    let (code, said, _) = server.akeyd(&[&create[..], &["--json"]].concat());
    assert_eq!((code, serde_json::from_str::<Value>(&said).unwrap()["min"].as_str()), (Some(0), Some("5551239999")));
    let (code, _, said) = server.akeyd(&create);
    assert!(code == Some(1) && said.contains("there is a subscriber MEID:E1 already (exists, 409)"), "{said}");
    let (_, said, _) = server.akeyd(&["subscriber", "list"]);
    assert!(said.starts_with("DEVICE ") && said.lines().count() == 11, "{said}");
    let (_, said, _) = server.akeyd(&["subscriber", "show", "MEID:E1"]);
    assert!(said.contains("min                  5551239999\n"), "{said}");
    assert_eq!(server.akeyd(&["subscriber", "delete", "MEID:E1"]).0, Some(0));
    let file = server.folder.write("i.csv", &format!("{HEADER}\nMEID:E2,e,p,,,,,,,,,\nMEID:E3,e\n"));
    let (code, said, errors) = server.akeyd(&["subscriber", "import", &file.display().to_string()]);
    assert_eq!((code, said.as_str()), (Some(1), "2 lines: 1 created, 0 replaced, 1 refused\n"));
    assert!(errors.ends_with("i.csv:3: has 2 columns, not 12\n"), "{errors}");

    let (code, said, _) = server.akeyd(&["exchange", "start", "MEID:A0000000000001", "--json"]);
    let id = serde_json::from_str::<Value>(&said).unwrap()["id"].as_str().unwrap().to_owned();
    assert_eq!(code, Some(0));
    let watching = Command::new(AKEYD)
        .args(["exchange", "watch", &id, "--socket", &server.socket()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    while server.get("/v1/status")["event_streams"] != 1 {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(server.handset(1, &[])[0]["outcome"], "updated");
    let watched = watching.wait_with_output().unwrap();
    let said = String::from_utf8(watched.stdout).unwrap();
    assert!(watched.status.success() && said.contains(" updated "), "{said}");
    let (_, said, _) = server.akeyd(&["exchange", "list", "--outcome", "updated"]);
    assert!(said.lines().count() == 2 && said.contains(&id), "{said}");
    let (_, said, _) = server.akeyd(&["exchange", "show", &id]);
    assert!(said.contains("MS Key Request"), "{said}");
    assert_eq!(server.akeyd(&["exchange", "cancel", &id]).0, Some(1));
    let (code, _, said) = server.akeyd(&["exchange", "settle", &id]);
    assert!(code == Some(2) && said.contains("<--committed|--not-committed>"), "which way is not said: {said}");
    assert_eq!(server.akeyd(&["exchange", "settle", &id, "--committed", "--not-committed"]).0, Some(2));
    let probing = Command::new(AKEYD)
        .args(["exchange", "start", "MEID:A0000000000002", "--probe", "--wait", "--socket", &server.socket()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let probes = || server.get("/v1/exchanges?device_id=MEID:A0000000000002")["exchanges"].as_array().map(Vec::len);
    while probes() != Some(1) {
        std::thread::sleep(Duration::from_millis(20));
    }
    server.handset(2, &[]);
    let probed = probing.wait_with_output().unwrap();
    let said = String::from_utf8(probed.stdout).unwrap();
    assert!(probed.status.success() && said.contains(" probed "), "{said}");
    assert_eq!(server.akeyd(&["key", "list", "--json"]), (Some(0), String::new(), String::new()));
    assert_eq!(server.akeyd(&["key", "ack", "7"]).0, Some(1));
    assert_eq!(server.akeyd(&["key", "outbox", "--json"]), (Some(0), String::new(), String::new()));
    assert_eq!(server.akeyd(&["key", "send", "7"]).0, Some(1));
    assert!(server.akeyd(&["audit", "list"]).1.contains("subscriber.import"));

    let run = |arguments: &[&str]| Command::new(AKEYD).args(arguments).output().unwrap();
    let nobody = run(&["status", "--socket", "/nonexistent/admin.sock"]);
    assert!(
        nobody.status.code() == Some(1)
            && String::from_utf8_lossy(&nobody.stderr).contains("cannot connect to /nonexistent/admin.sock")
    );
    for list in [
        &["subscriber", "list"][..],
        &["exchange", "list"],
        &["campaign", "list"],
        &["campaign", "report", "x"],
        &["key", "list"],
        &["key", "outbox"],
        &["audit", "list"],
    ] {
        let said = run(&[list, &["--socket", "/nonexistent/admin.sock"]].concat());
        assert_eq!(
            (said.status.code(), said.stdout.as_slice()),
            (Some(1), &b""[..]),
            "{list:?}: what fails has no head"
        );
        // An empty list has.
        if let ["campaign", "list"] | ["key", _] = list {
            let (code, said, _) = server.akeyd(list);
            assert_eq!((code, said.lines().count()), (Some(0), 1), "{list:?}: {said}");
        }
    }
    let no_files =
        ["status", "--url", "https://127.0.0.1:1", "--ca", "/nonexistent", "--certificate", "/x", "--key", "/x"];
    assert_eq!(run(&no_files).status.code(), Some(78));
    assert_eq!(run(&["status", "--url", "https://127.0.0.1:1"]).status.code(), Some(2));
}

/// A service of one exchange, by a socket in this folder: its stream tells of a gap and then nothing more, and the exchange has ended when it is
/// looked at again.
fn gap_in_the_stream(folder: &Folder) -> PathBuf {
    let path = folder.0.join("fake.sock");
    let listener = UnixListener::bind(&path).unwrap();
    let looks = Arc::new(AtomicU32::new(0));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let looks = Arc::clone(&looks);
            std::thread::spawn(move || {
                let mut stream = BufReader::new(stream.unwrap());
                let mut lines = Vec::new();
                loop {
                    let mut line = String::new();
                    if stream.read_line(&mut line).unwrap_or(0) == 0 {
                        return;
                    }
                    if line != "\r\n" {
                        lines.push(line);
                        continue;
                    }
                    if lines[0].starts_with("GET /v1/events ") {
                        let event = "id: 1-9\nevent: gap\ndata: {\"missed\":3}\n\n";
                        let head =
                            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
                        write!(stream.get_mut(), "{head}{:x}\r\n{event}\r\n", event.len()).unwrap();
                    } else {
                        let outcome = if looks.fetch_add(1, Ordering::Relaxed) == 0 { "null" } else { "\"updated\"" };
                        let body = format!("{{\"id\":\"0000000000000001\",\"outcome\":{outcome}}}");
                        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
                        write!(stream.get_mut(), "{head}Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
                    }
                    lines.clear();
                }
            });
        }
    });
    path
}

#[test]
fn who_watches_an_exchange_sees_its_end_though_it_was_among_the_events_missed() {
    let folder = Folder::new();
    let socket = gap_in_the_stream(&folder);
    let mut watching = Command::new(AKEYD)
        .args(["exchange", "watch", "0000000000000001", "--socket"])
        .arg(socket)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let began = Instant::now();
    while watching.try_wait().unwrap().is_none() {
        if began.elapsed() > Duration::from_secs(20) {
            watching.kill().unwrap();
            panic!("it waits for ever");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let watched = watching.wait_with_output().unwrap();
    let said = String::from_utf8(watched.stdout).unwrap();
    assert!(watched.status.success() && said.contains("outcome              updated\n"), "{said}");
}

/// Runs a command whose standard output nobody reads; gives its exit code and what it says of it.
fn unread(arguments: &[&str]) -> (Option<i32>, String) {
    let mut child = Command::new(AKEYD).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_reader_who_leaves_ends_no_command_noisily() {
    let server = server("");
    let socket = server.socket();
    for arguments in [
        &["subscriber", "list", "--socket", &socket][..],
        &["subscriber", "list", "--json", "--socket", &socket],
        &["status", "--socket", &socket],
        &["audit", "verify", "--socket", &socket],
        &["exchange", "list", "--socket", &socket],
        &["demo", "--handsets", "2"],
        &["example-config"],
        &["profile", "list"],
        &["selftest"],
        &[
            "dh",
            "--p",
            "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404ddef9519b3cd3a439dffffffffffffffff",
            "--g",
            "2",
            "--exponent",
            "3",
        ],
        &["decode", "is683-forward", "06"],
        &["--help"],
    ] {
        let (code, said) = unread(arguments);
        let said: Vec<_> = said.lines().filter(|line| !line.contains(" WARN ")).collect();
        assert_eq!((code, said), (Some(0), Vec::<&str>::new()), "{arguments:?}");
    }
}

/// A service whose admin listener is in the network, and who may come.
pub(crate) struct Network {
    _server: Server,
    pub(crate) url: String,
    port: u16,
    /// The service's certificate.
    pub(crate) own: String,
    own_key: String,
    both: String,
    /// Certificate and key of who may look, and of who may nothing.
    pub(crate) operator: (String, String),
    stranger: (String, String),
    _folder: Folder,
}

pub(crate) fn in_the_network() -> Network {
    let folder = Folder::new();
    let make = |name: &str| {
        let mut params = rcgen::CertificateParams::new(vec!["localhost".into()]).unwrap();
        params.distinguished_name.push(rcgen::DnType::CommonName, name);
        let key = rcgen::KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap();
        let paths = (
            folder.write(&format!("{name}.pem"), &certificate.pem()),
            folder.write(&format!("{name}.key"), &key.serialize_pem()),
        );
        (paths.0.display().to_string(), paths.1.display().to_string())
    };
    let (own, own_key) = make("service");
    let (operator, stranger) = (make("operator"), make("stranger"));
    let read = |file: &str| fs::read_to_string(file).unwrap();
    let both = folder.write("both.pem", &(read(&operator.0) + &read(&stranger.0)));
    let both = both.display().to_string();
    let own = (own, own_key);
    let admin = admin(&own, &both, "read");
    let server = server(&admin.1);
    let url = format!("https://localhost:{}", admin.0);
    Network {
        _server: server,
        url,
        port: admin.0,
        own: own.0,
        own_key: own.1,
        both,
        operator,
        stranger,
        _folder: folder,
    }
}

/// A port that is free, and a configuration whose operator comes in there with this role.
fn admin((certificate, key): &(String, String), client_ca: &str, role: &str) -> (u16, String) {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let listen = format!("[admin]\nlisten = \"127.0.0.1:{port}\"\ncertificate = \"{certificate}\"\nkey = \"{key}\"\n");
    (port, listen + &format!("client_ca = \"{client_ca}\"\n{role} = [\"cert:operator\"]\n"))
}

impl Network {
    /// The same for another service, whose operator may change things.
    pub(crate) fn another(&self) -> (u16, String) {
        admin(&(self.own.clone(), self.own_key.clone()), &self.both, "operate")
    }

    /// Runs one of our commands as who holds this certificate; gives its exit code and all that it says.
    pub(crate) fn akeyd(&self, (certificate, key): &(String, String), arguments: &[&str]) -> (Option<i32>, String) {
        let run = Command::new(AKEYD)
            .args(arguments)
            .args(["--url", &self.url, "--ca", &self.own, "--certificate", certificate, "--key", key])
            .output()
            .unwrap();
        (run.status.code(), String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr))
    }
}

#[test]
fn operators_in_the_network_show_certificates() {
    let network = in_the_network();
    let Network { url, port, own, own_key, operator, stranger, .. } = &network;
    let status = |who: &(String, String)| network.akeyd(who, &["status", "--json"]);
    let (code, said) = status(operator);
    assert!(code == Some(0) && said.contains("\"ready\":true"), "{said}");
    let (code, said) = status(stranger);
    assert!(code == Some(1) && said.contains("cert:stranger has no role"), "{said}");
    let (code, said) = status(&(own.clone(), own_key.clone()));
    assert!(code == Some(1) && !said.contains("role"), "a certificate that nobody vouches for: {said}");

    // Who shows no certificate keeps nobody out, however often he comes.
    let address: std::net::SocketAddr = format!("127.0.0.1:{port}").parse().unwrap();
    let strangers: Vec<_> = (0..200)
        .map(|_| {
            let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
            socket.bind(&"127.0.0.2:0".parse::<std::net::SocketAddr>().unwrap().into()).unwrap();
            socket.connect(&address.into()).unwrap();
            socket
        })
        .collect();
    for _ in 0..12 {
        let (code, said) = status(operator);
        assert_eq!(code, Some(0), "{said}");
    }
    drop(strangers);
    // Without any there is no connection at all.
    let (status, _) = curl_quietly(&["--cacert", own, &format!("{url}/v1/status")]);
    assert_eq!(status, 0);
    let (status, body) =
        curl_quietly(&["--cacert", own, "--cert", &operator.0, "--key", &operator.1, &format!("{url}/v1/status")]);
    assert!(status == 200 && body.contains("\"ready\":true"), "{status} {body}");
}

fn curl_quietly(arguments: &[&str]) -> (u16, String) {
    curl(&[&["--no-show-error"][..], arguments].concat())
}

#[test]
fn the_lines_of_the_documentation_run() {
    let server = crate::kept::kept();
    server.folder.write("more.csv", &format!("{HEADER}\nMEID:A00000000000AB,bob,his password,the server's,,,,,,,,\n"));
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/api.md")).unwrap();
    let blocks: Vec<_> = text.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(blocks.len() >= 5);
    // A status of 400 or more is a failure, which these lines do not ask for themselves.
    let script = format!("curl() {{ command curl --fail-with-body --max-time 30 \"$@\"; }}\n{}", blocks.concat());
    let run =
        Command::new("bash").args(["-euo", "pipefail", "-c", &script]).current_dir(&server.folder.0).output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{said}\n{}", String::from_utf8_lossy(&run.stderr));
    for wanted in [
        "\"device_id\":\"MEID:A00000000000AB\"",
        "\"outcome\":\"cancelled\"",
        ": akeyd",
        "\"deliveries\":[]",
        "\"state\":\"attaching\"",
        "\"state\":\"cancelled\"",
        &format!("\"file\":\"{}/backups/", server.folder.0.display()),
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
}

#[test]
#[ignore = "takes a while: run by the long checks"]
fn a_hundred_thousand_subscribers_come_in() {
    let server = server("");
    let rows =
        (0..100_000).map(|number| format!("MEID:F{number:013X},u{number},{PASSWORD},{SERVER_PASSWORD},,,,,,,,\n"));
    let file = server.folder.write("many.csv", &(format!("{HEADER}\n") + &rows.collect::<String>()));
    let began = Instant::now();
    let (code, said, errors) = server.akeyd(&["subscriber", "import", &file.display().to_string(), "--json"]);
    let seconds = began.elapsed().as_secs_f64();
    assert_eq!(
        (code, serde_json::from_str::<Value>(&said).unwrap()["created"].as_u64()),
        (Some(0), Some(100_000)),
        "{errors}"
    );
    println!("100,000 subscribers in {seconds:.2} s: {:.0} a second", 100_000.0 / seconds);
}
