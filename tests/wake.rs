//! Handsets woken through an SMSC and a socket that were written by others, what went over the wire as tshark sees it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use akeyd::syncml::notification::push;
use akeyd::wake::settings::{Bearer, Bind, Form, Settings, Smpp};
use akeyd::wake::{self, Failure, News, Place, Report, Wake, Waker};
use akeyd::words::DeviceId;
use tokio::sync::mpsc;

/// The SMSC of `data/smsc.pl`, behind a relay that writes down what passes.
struct Smsc {
    child: Child,
    /// Where clients come in.
    address: String,
    said: Arc<Mutex<Vec<String>>>,
    wire: Arc<Wire>,
}

/// What passed, piece by piece.
type Wire = Mutex<Vec<(Side, Vec<u8>)>>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Client,
    Smsc,
}

impl Smsc {
    /// `None` where Net::SMPP is not installed, which is a failure in CI.
    fn start() -> Option<Self> {
        let there = Command::new("perl").args(["-MNet::SMPP", "-e", "1"]).stderr(Stdio::null()).status();
        if !there.is_ok_and(|status| status.success()) {
            assert!(std::env::var_os("CI").is_none(), "Net::SMPP for Perl is not installed");
            return None;
        }
        let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/smsc.pl");
        let mut child = Command::new("perl").arg(script).stdout(Stdio::piped()).spawn().expect("perl");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let first = lines.next().expect("a line").expect("text");
        let port: u16 = first.strip_prefix("port ").and_then(|port| port.parse().ok()).expect("its port");
        let said = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&said);
        thread::spawn(move || lines.map_while(Result::ok).for_each(|line| noted.lock().unwrap().push(line)));
        let wire: Arc<Wire> = Arc::default();
        let address = relay(port, Arc::clone(&wire));
        Some(Self { child, address, said, wire })
    }

    fn said(&self) -> Vec<String> {
        self.said.lock().unwrap().clone()
    }

    /// Waits for a line.
    fn wait_for(&self, line: &str) {
        for _ in 0..500 {
            if self.said().iter().any(|said| said == line) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        panic!("`{line}` is not in {:#?}", self.said());
    }
}

impl Drop for Smsc {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Passes connections on to a port; gives the address to connect to.
fn relay(port: u16, wire: Arc<Wire>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("bound").to_string();
    thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            let smsc = TcpStream::connect(("127.0.0.1", port)).expect("the SMSC");
            let (client_too, smsc_too) = (client.try_clone().expect("a clone"), smsc.try_clone().expect("a clone"));
            let noted = Arc::clone(&wire);
            thread::spawn(move || pump(client_too, smsc_too, Side::Client, &noted));
            let noted = Arc::clone(&wire);
            thread::spawn(move || pump(smsc, client, Side::Smsc, &noted));
        }
    });
    address
}

fn pump(mut from: TcpStream, mut to: TcpStream, side: Side, wire: &Wire) {
    let mut octets = [0; 4096];
    while let Ok(count @ 1..) = from.read(&mut octets) {
        wire.lock().unwrap().push((side, octets[..count].to_vec()));
        if to.write_all(&octets[..count]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
    let _ = from.shutdown(Shutdown::Both);
}

fn client(server: &str) -> Smpp {
    Smpp {
        server: server.to_owned(),
        system_id: "akeyd".into(),
        password: zeroize::Zeroizing::new("secret".into()),
        system_type: String::new(),
        bind: Bind::Transceiver,
        form: Form::Cdma,
        service_type: "WAP".into(),
        to: "{min}".parse().unwrap(),
        to_kind: (2, 1),
        source: "1234".into(),
        source_kind: (3, 9),
        receipts: true,
        window: 4,
        enquire_ms: 30_000,
        answer_ms: 10_000,
    }
}

fn handset(min: &str, notification: &[u8]) -> Wake {
    Wake {
        device: DeviceId::new(&format!("MIN:{min}")).unwrap(),
        place: Place { min: Some(min.to_owned()), ..Place::default() },
        notification: notification.to_vec(),
        again: None,
    }
}

/// What is told of handsets, by the last digit of their number.
struct Ears(mpsc::UnboundedReceiver<(DeviceId, News)>);

impl Ears {
    /// The next news.
    async fn next(&mut self) -> (char, News) {
        let next = tokio::time::timeout(Duration::from_secs(30), self.0.recv()).await.expect("in time");
        let (device, news) = next.expect("a living waker");
        (device.as_str().chars().last().unwrap(), news)
    }

    /// So many news, sorted by handset; each handset's in their order.
    async fn take(&mut self, count: usize) -> Vec<(char, News)> {
        let mut all = Vec::new();
        for _ in 0..count {
            all.push(self.next().await);
        }
        all.sort_by_key(|(digit, _)| *digit);
        all
    }
}

fn run<F: Future<Output = ()> + 'static>(
    smpp: Smpp,
    attempts: u32,
    answer_ms: u64,
    test: impl FnOnce(Waker, Ears) -> F,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (told, ears) = mpsc::unbounded_channel();
    let report: Report = Arc::new(move |device, news| drop(told.send((device.clone(), news.clone()))));
    let settings = Settings { order: vec![Bearer::Smpp], attempts, answer_ms, udp: None, smpp: Some(smpp) };
    tokio::task::LocalSet::new().block_on(&runtime, async move {
        let (waker, task) = wake::start(settings, report);
        let task = tokio::task::spawn_local(task);
        test(waker, Ears(ears)).await;
        tokio::time::timeout(Duration::from_secs(5), task).await.expect("ends with its handles").unwrap();
        // The link takes its leave.
        tokio::time::sleep(Duration::from_millis(500)).await;
    });
}

#[test]
fn an_smsc_takes_refuses_throttles_delivers_and_gives_up() {
    let Some(smsc) = Smsc::start() else { return };
    run(client(&smsc.address), 1, 60_000, |waker, mut ears| async move {
        let smpp = Bearer::Smpp;
        // Alone: a receipt that goes down with the link would not come again.
        assert!(waker.wake(handset("9195551237", b"notification")));
        assert_eq!(ears.take(2).await, [('7', News::Accepted(smpp)), ('7', News::Delivered(smpp))]);
        for digit in ["1", "0", "8", "9"] {
            assert!(waker.wake(handset(&format!("919555123{digit}"), b"notification")));
        }
        let news = ears.take(7).await;
        assert_eq!(
            news,
            [
                ('0', News::Failed(smpp, Failure::Status(0x0B))),
                ('1', News::Accepted(smpp)),
                ('1', News::Delivered(smpp)),
                ('8', News::Accepted(smpp)),
                ('8', News::Delivered(smpp)),
                ('9', News::Accepted(smpp)),
                ('9', News::Undelivered(smpp, "EXPIRED".into())),
            ]
        );
        waker.came(DeviceId::new("MIN:9195551231").unwrap());
        let (digit, news) = ears.next().await;
        assert!(digit == '1' && matches!(news, News::Came(_)), "{news:?}");
    });
    smsc.wait_for("unbind");
    let said = smsc.said();
    let count = |start: &str| said.iter().filter(|line| line.starts_with(start)).count();
    assert_eq!(said[0], "bind transceiver akeyd version=0x34 status=0");
    assert_eq!(count("bind "), 2, "one link was lost: {said:#?}");
    assert!(count("alive") >= 1, "enquire_link is answered: {said:#?}");
    assert_eq!(count("taken status=0"), 4);
    assert_eq!(count("strange"), 0);
    // The second push of its waker: transaction id 2.
    let push = "020603c4af876e6f74696669636174696f6e";
    let submits: Vec<_> = said.iter().filter(|line| line.starts_with("submit to=9195551231")).collect();
    let wanted = format!(
        "submit to=9195551231/2/1 from=1234/3/9 service=WAP esm_class=0 data_coding=4 receipt=1 data=000100c0020b84{push}"
    );
    assert_eq!(submits, [&wanted]);
    assert_eq!(count("submit to=9195551238"), 2, "again after the pause");
    tshark_agrees(&smsc);
}

/// tshark reads every PDU of both sides, none is malformed, and it finds the push in them.
fn tshark_agrees(smsc: &Smsc) {
    if !Command::new("tshark").arg("--version").output().is_ok_and(|ran| ran.status.success()) {
        assert!(std::env::var_os("CI").is_none(), "tshark is not installed");
        return;
    }
    let folder = std::env::temp_dir().join(format!("akeyd-wake-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("smpp.pcap");
    std::fs::write(&file, capture(&smsc.wire.lock().unwrap())).unwrap();
    let fields = |filter: &str, fields: &[&str]| {
        let mut command = Command::new("tshark");
        command.args(["-d", "tcp.port==2775,smpp", "-Y", filter, "-T", "fields", "-E", "separator=|", "-r"]).arg(&file);
        command.args(fields.iter().flat_map(|field| ["-e", field]));
        let ran = command.output().unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(fields("_ws.malformed", &["frame.number"]), [""; 0]);
    let seen = fields(
        "smpp.command_id == 4 && smpp.destination_addr == \"9195551231\"",
        &["smpp.service_type", "smpp.source_addr", "smpp.data_coding", "smpp.sm_length"],
    );
    assert!(["WAP", "1234", "0x04", "25"].iter().all(|value| seen[0].contains(value)), "{seen:?}");
    assert!(fields("smpp.command_id == 0x80000005", &["smpp.sequence_number"]).len() + 1 >= 4, "deliver_sm_resp");
    std::fs::remove_dir_all(folder).unwrap();
}

/// A capture file of one TCP connection from port 49152 to 2775, on loopback.
fn capture(wire: &[(Side, Vec<u8>)]) -> Vec<u8> {
    const RAW_IP: u32 = 101;
    let words = |words: &[u32]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    let mut file = words(&[0xA1B2_C3D4, 0x0004_0002, 0, 0, 65_535, RAW_IP]);
    let mut next = [1_u32, 1];
    for (number, (side, octets)) in wire.iter().enumerate() {
        let (own, other) = (usize::from(*side == Side::Smsc), usize::from(*side == Side::Client));
        let ports = if *side == Side::Client { [49_152_u16, 2775] } else { [2775, 49_152] };
        let length = 40 + octets.len() as u16;
        let mut packet = vec![0x45, 0];
        packet.extend(length.to_be_bytes());
        packet.extend([0, 0, 0, 0, 64, 6, 0, 0, 127, 0, 0, 1, 127, 0, 0, 1]);
        ports.iter().for_each(|port| packet.extend(port.to_be_bytes()));
        packet.extend(next[own].to_be_bytes());
        packet.extend(next[other].to_be_bytes());
        packet.extend([0x50, 0x18, 0xFF, 0xFF, 0, 0, 0, 0]);
        packet.extend(octets);
        next[own] += octets.len() as u32;
        file.extend(words(&[number as u32, 0, packet.len() as u32, packet.len() as u32]));
        file.extend(packet);
    }
    file
}

#[test]
fn long_pushes_and_other_forms_reach_the_smsc_whole() {
    let body: Vec<u8> = (0..240).collect();
    let pushed = push::wrap(1, &body);
    for form in [Form::Cdma, Form::Udh, Form::Ports] {
        let Some(smsc) = Smsc::start() else { return };
        let smpp = Smpp { form, receipts: false, bind: Bind::Transmitter, ..client(&smsc.address) };
        let notification = body.clone();
        run(smpp, 1, 60_000, |waker, mut ears| async move {
            assert!(waker.wake(handset("9195551231", &notification)));
            assert_eq!(ears.next().await, ('1', News::Accepted(Bearer::Smpp)));
        });
        smsc.wait_for("unbind");
        let said = smsc.said();
        assert_eq!(said[0], "bind transmitter akeyd version=0x34 status=0");
        let value = |line: &str, name: &str| {
            let found = line.split(' ').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
            found.unwrap_or_else(|| panic!("no {name} in {line}")).to_owned()
        };
        let lines: Vec<_> = said.iter().filter(|line| line.starts_with("submit ")).collect();
        assert_eq!(lines.len(), 2, "{said:#?}");
        let data: Vec<Vec<u8>> = lines.iter().map(|line| octets(&value(line, "data"))).collect();
        let whole = match form {
            Form::Cdma => push::join(&[&data[0], &data[1]]).unwrap(),
            Form::Udh => {
                assert!(lines.iter().all(|line| value(line, "esm_class") == "0x40"));
                let header = |number| [11, 5, 4, 0x0B, 0x84, 0xC0, 2, 0, 3, 1, 2, number];
                assert_eq!([&data[0][..12], &data[1][..12]], [header(1), header(2)]);
                [&data[0][12..], &data[1][12..]].concat()
            }
            Form::Ports => {
                for (line, number) in lines.iter().zip(["01", "02"]) {
                    let wanted = ["c002", "0b84", "0001", "02", number];
                    assert_eq!(["020a", "020b", "020c", "020e", "020f"].map(|tag| value(line, tag)), wanted);
                }
                data.concat()
            }
        };
        assert_eq!(whole, pushed, "{form}");
    }
}

fn octets(hex: &str) -> Vec<u8> {
    hex.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

#[test]
fn an_smsc_that_is_away_or_refuses_us_costs_the_attempt() {
    let Some(smsc) = Smsc::start() else { return };
    let smpp = Smpp { password: zeroize::Zeroizing::new("wrong".into()), ..client(&smsc.address) };
    run(smpp, 2, 1_000, |waker, mut ears| async move {
        assert!(waker.wake(handset("9195551231", b"notification")));
        assert_eq!(ears.next().await, ('1', News::NoShow(2)));
    });
    assert_eq!(smsc.said()[0], "bind transceiver akeyd version=0x34 status=0xe");
    let nobody = TcpListener::bind((IpAddr::V4(Ipv4Addr::LOCALHOST), 0)).unwrap().local_addr().unwrap().to_string();
    run(client(&nobody), 1, 1_000, |waker, mut ears| async move {
        assert!(waker.wake(handset("9195551231", b"notification")));
        assert_eq!(ears.next().await, ('1', News::NoShow(1)));
    });
}
