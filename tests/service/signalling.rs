//! Both flows of ANSI-41 between `akeyd serve` and `akeyd ac`: over a link of their own, and through Osmocom's signalling transfer point, which
//! restarts in the middle.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::harness::{AKEYD, Folder, PASSWORD, SERVER_PASSWORD};
use crate::stp_support::{Stp, free};
use crate::support;
use akeyd::ansi41::m3ua::{self, Kind, Message, Parameter};

const HANDSETS: u32 = 4;
const TRANSPORT_KEY: &str = "000102030405060708090a0b0c0d0e0f";

/// A process that does not outlive its test.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A service whose north is reached by this link.
struct World {
    folder: Folder,
    server: Process,
    url: String,
}

impl World {
    fn start(way: &str, link: &str) -> Self {
        let folder = Folder::new();
        let row = |number: u32| {
            format!(
                "MEID:A000000000000{number},user{number},{PASSWORD},{SERVER_PASSWORD},,c2VydmVyLW5vbmNl,,200000000{number},,,A000000000000{number},"
            )
        };
        let rows = (1..=HANDSETS).map(row);
        let lines: Vec<_> = std::iter::once(akeyd::config::subscribers::HEADER.to_owned()).chain(rows).collect();
        let private = |name: &str, text: &str| {
            let file = folder.write(name, text);
            std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
            file
        };
        private("subscribers.csv", &(lines.join("\n") + "\n"));
        private("transport-key", TRANSPORT_KEY);
        private("password", PASSWORD);
        private("server-password", SERVER_PASSWORD);
        let config = folder.write(
            "akeyd.toml",
            &format!(
                "[http]\nlisten = \"127.0.0.1:0\"\n[status]\nlisten = \"127.0.0.1:0\"\n[group]\nname = \"demo-512\"\n\
                 [policy]\nway = \"{way}\"\nstart = \"request\"\n[store]\npath = \"none\"\n[net]\nthreads = 1\n\
                 [north.hlr]\nkind = \"ansi41\"\ntransport_key = \"transport-key\"\nexchange_parameter = 1000\n\
                 answer_ms = 1000\nattempts = 10\n[north.hlr.link]\nopc = \"1-1-1\"\ndpc = \"2-2-2\"\n{link}\n"
            ),
        );
        let mut child = Command::new(AKEYD)
            .args(["serve", "--config"])
            .arg(config)
            .arg("--pcap")
            .arg(folder.0.join("link.pcap"))
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let server = Process(child);
        let (mut said, mut line) = (String::new(), String::new());
        let address = loop {
            line.clear();
            assert!(log.read_line(&mut line).unwrap() > 0, "akeyd did not start: {said}");
            if let Some((_, rest)) = line.split_once("handsets=") {
                break rest.split_whitespace().next().unwrap().to_owned();
            }
            said += &line;
        };
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Self { folder, server, url: format!("http://{address}/dm") }
    }

    /// The authentication centre at the other end drives exchanges of all subscribers.
    fn centre(&self, way: &str, link: &[&str]) -> Child {
        let file = |name: &str| self.folder.0.join(name);
        Command::new(AKEYD)
            .args(["ac", "--json", "--drive", way, "--exchange-parameter", "1000"])
            .args(link)
            .arg("--subscribers")
            .arg(file("subscribers.csv"))
            .arg("--transport-key")
            .arg(file("transport-key"))
            .arg("--state")
            .arg(file("ac.json"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// A handset comes again and again until it has a key; gives that.
    fn handset(&self, number: u32) -> String {
        let file = |name: String| self.folder.0.join(name);
        let began = Instant::now();
        loop {
            let output = Command::new(AKEYD)
                .args(["handset", "--json", "--show-keys", "--url", &self.url])
                .args(["--device-id", &format!("MEID:A000000000000{number}"), "--user", &format!("user{number}")])
                .arg("--password-file")
                .arg(file("password".into()))
                .arg("--server-password-file")
                .arg(file("server-password".into()))
                .arg("--state")
                .arg(file(format!("state-{number}.json")))
                .output()
                .unwrap();
            let text = String::from_utf8_lossy(&output.stdout);
            let report: serde_json::Value = text.lines().last().map_or_else(
                || panic!("{}", String::from_utf8_lossy(&output.stderr)),
                |line| serde_json::from_str(line).unwrap(),
            );
            if let Some(key) = report["committed"].as_str() {
                return key.to_owned();
            }
            assert!(began.elapsed() < Duration::from_secs(90), "{report}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// The capture file shows ANSI-41, and zeros where a wrapped key was.
    fn judge_capture(&self, way: &str) {
        // More than records wait before they are written.
        std::thread::sleep(Duration::from_secs(1));
        let path = self.folder.0.join("link.pcap");
        let file = std::fs::read(&path).unwrap();
        // Parameter 1000: exchange id, and a wrapped key in a stage.
        let places = file.windows(3).enumerate().filter(|(_, tag)| *tag == [0x9f, 0x87, 0x68]).map(|(at, _)| at);
        let parameters: Vec<_> = places.map(|at| &file[at + 4..at + 4 + usize::from(file[at + 3])]).collect();
        let keys: Vec<_> = parameters.iter().filter(|octets| octets.len() > 8).collect();
        assert_eq!(keys.is_empty(), way == "relay", "{parameters:02x?}");
        assert!(keys.iter().all(|octets| octets[8..].iter().all(|octet| *octet == 0)), "{keys:02x?}");
        if support::is_there() {
            let mut tshark = Command::new("tshark");
            tshark.args(["-n", "-o", "mtp3.standard:ANSI", "-T", "fields", "-e", "frame.protocols", "-r"]).arg(&path);
            let output = tshark.output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            let layers = text.lines().filter(|layers| layers.ends_with("sccp:tcap:ansi_tcap:ansi_map")).count();
            assert!(layers >= 2 * HANDSETS as usize, "{text}");
        }
    }

    /// All handsets come; `meanwhile` happens when the first has its key. Every key must be the centre's.
    fn update(&self, centre: Child, meanwhile: impl FnOnce()) {
        let centre = Process(centre);
        let mut keys = vec![self.handset(1)];
        meanwhile();
        keys.extend((2..=HANDSETS).map(|number| self.handset(number)));
        let mut centre = centre;
        let output = BufReader::new(centre.0.stdout.take().unwrap());
        let lines: Vec<serde_json::Value> =
            output.lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
        assert!(centre.0.wait().unwrap().success(), "{lines:?}");
        assert_eq!(lines.len(), HANDSETS as usize);
        for (line, (number, key)) in lines.iter().zip((1..).zip(&keys)) {
            assert_eq!(line["msid"], format!("200000000{number}"));
            assert_eq!((&line["state"], &line["a_key"]), (&"updated".into(), &key.as_str().into()));
        }
    }
}

#[test]
fn both_flows_run_over_a_link_and_outlive_what_the_centre_does_wrong() {
    for (way, transport, more) in [
        ("relay", "m3ua-tcp", &[][..]),
        ("perform", "m3ua-tcp", &["--fault", "silence*2"]),
        ("perform", "ipa", &["--fault", "restart*1"]),
    ] {
        let place = free().to_string();
        let link = format!("transport = \"{transport}\"\nremote = [\"{place}\"]");
        let world = World::start(way, &link);
        let arguments: Vec<_> =
            ["--link", transport, "--listen", &place].into_iter().chain(more.iter().copied()).collect();
        world.update(world.centre(way, &arguments), || {});
        world.judge_capture(way);
    }
}

#[test]
fn both_flows_run_through_a_transfer_point_that_restarts() {
    let Some(mut stp) = Stp::start() else { return };
    for way in ["relay", "perform"] {
        let (place, [near, far]) = (stp.place.to_string(), stp.peers.map(|peer| peer.to_string()));
        let link = format!("transport = \"ipa\"\nunit_name = \"a\"\nlocal = [\"{near}\"]\nremote = [\"{place}\"]");
        let world = World::start(way, &link);
        let far = ["--link", "ipa", "--unit-name", "b", "--connect", &place, "--local", &far];
        world.update(world.centre(way, &far), || {
            stp.end();
            std::thread::sleep(Duration::from_millis(300));
            stp.begin();
        });
    }
}

/// A gateway made by hand: lets the service become active, and then hears how it takes leave.
struct Gateway(TcpStream, Vec<u8>);

impl Gateway {
    fn accept(listener: &TcpListener) -> Self {
        let (stream, _) = listener.accept().unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        Self(stream, Vec::new())
    }

    /// The next message; `None` at the end of the stream. A connection that is reset is an error.
    fn next(&mut self) -> Option<Message> {
        loop {
            if let Some(length) = m3ua::frame(&self.1).unwrap() {
                let message = Message::read(&self.1[..length]).unwrap();
                self.1.drain(..length);
                return Some(message);
            }
            let mut octets = [0; 4096];
            match self.0.read(&mut octets) {
                Ok(0) => return None,
                Ok(count) => self.1.extend(&octets[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => panic!("{error}"),
            }
        }
    }

    fn expect(&mut self, kind: Kind, ack: Kind) {
        let message = self.next().unwrap();
        assert_eq!(message.kind, kind, "{message:?}");
        let parameters = if ack == Kind::ASPAC_ACK { vec![Parameter::RoutingContexts(vec![5])] } else { Vec::new() };
        self.0.write_all(&Message::new(ack, parameters).write().unwrap()).unwrap();
    }
}

#[test]
fn a_service_that_is_told_to_stop_takes_leave_of_the_network() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let place = listener.local_addr().unwrap();
    let link = format!("transport = \"m3ua-tcp\"\nrouting_context = 5\nremote = [\"{place}\"]");
    let mut world = World::start("relay", &link);
    let mut gateway = Gateway::accept(&listener);
    gateway.expect(Kind::ASPUP, Kind::ASPUP_ACK);
    gateway.expect(Kind::ASPAC, Kind::ASPAC_ACK);
    let pid = world.server.0.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    gateway.expect(Kind::ASPIA, Kind::ASPIA_ACK);
    gateway.expect(Kind::ASPDN, Kind::ASPDN_ACK);
    assert!(gateway.next().is_none(), "closed, and not reset");
    assert!(world.server.0.wait().unwrap().success());
}
