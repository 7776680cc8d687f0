//! What a stranger's request costs the whole service, from its head to its answer.
//!
//! `cargo bench --bench strangers` starts `akeyd serve` as a process of its own and lets one client bring it requests on keep-alive
//! connections, one at a time, so that every request wakes the server: the dearest way to be asked. It prints the processor time (program
//! and kernel, all threads) that the process spent on a request, nothing subtracted, and how far its memory grew meanwhile. A promise
//! stands behind it: 100 µs and 8 KiB at most, no modular power, nothing stored. The latter is read from `/metrics` and from the kernel,
//! and the bench fails where it is not so. `-- --json FILE` writes the same figures. Under a minute. Linux alone.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Duration;

use akeyd::config::subscribers::HEADER;
use akeyd::limits::{FAILURES_FREE, STRANGER_BODY_OCTETS};
use akeyd::syncml::{wbxml, xml};

/// Requests of a kind in one round.
const REQUESTS: u32 = 5_000;
/// Rounds; the first is for warming up and does not count.
const ROUNDS: u32 = 6;
/// Accounts: as many that nobody shows more wrong credentials than are answered without a delay.
const ACCOUNTS: u32 = ROUNDS * REQUESTS / FAILURES_FREE;
/// Connections that take turns.
const CONNECTIONS: u32 = 8;
/// What is promised, microseconds.
const PROMISED: f64 = 100.0;

const XML: &str = "application/vnd.syncml.dm+xml";
const WBXML: &str = "application/vnd.syncml.dm+wbxml";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let json = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => None,
        ["--json", file] => Some(file.to_owned()),
        _ => {
            eprintln!("usage: cargo bench --bench strangers [-- --json FILE]");
            return ExitCode::from(2);
        }
    };
    let server = Server::start();
    let written = server.written();
    println!(
        "{:<46} {:>7} {:>5} {:>12} {:>9} {:>9} {:>10}",
        "a stranger's request", "octets", "code", "µs, median", "least", "most", "KiB more"
    );
    let mut lines = Vec::new();
    for kind in kinds() {
        let line = measure(&server, &kind);
        println!(
            "{:<46} {:>7} {:>5} {:>12.1} {:>9.1} {:>9.1} {:>10}{}",
            line.name,
            line.octets,
            line.code,
            line.median(),
            line.micros[0],
            line.micros[line.micros.len() - 1],
            line.grown,
            if line.median() > PROMISED { "  MORE THAN PROMISED" } else { "" }
        );
        lines.push(line);
    }
    server.nothing_dear(&lines);
    assert_eq!(server.written(), written, "octets written to a disk");
    println!("no power, no session, no exchange, no credential taken, nothing written");
    if let Some(file) = json {
        fs::write(file, to_json(&lines)).expect("written");
    }
    ExitCode::SUCCESS
}

/// What is asked, and what must come of it.
struct Kind {
    name: &'static str,
    content_type: &'static str,
    code: u16,
    /// What `akeyd_auth_total` counts each request as, if it comes so far.
    auth: Option<&'static str>,
    body: Box<dyn Fn(u32) -> Vec<u8>>,
}

fn kinds() -> Vec<Kind> {
    let always = |octets: Vec<u8>| Box::new(move |_| octets.clone());
    let binary = |octets: &[u8]| wbxml::write(&xml::read(octets).expect("a document")).expect("a document");
    let kind = |name, content_type, code, auth, body| Kind { name, content_type, code, auth, body };
    let (missing, wrong) = (Some("missing"), Some("wrong"));
    vec![
        kind("package 1, unknown device", XML, 200, missing, always(package_1(&unknown(0), false))),
        kind("package 1, known device", XML, 200, missing, always(package_1(&known(0), false))),
        kind("package 1 in WBXML, unknown device", WBXML, 200, missing, always(binary(&package_1(&unknown(0), false)))),
        kind("wrong credential, unknown devices", XML, 200, wrong, Box::new(|n| package_1(&unknown(n), true))),
        kind("wrong credential, known devices", XML, 200, wrong, Box::new(|n| package_1(&known(n % ACCOUNTS), true))),
        kind("package 1 of as many commands as may be", XML, 200, missing, always(many_commands())),
        kind(
            "tiny tags",
            XML,
            400,
            None,
            always(filled(b"<SyncML><SyncHdr/><SyncBody>", b"<a></a>", b"</SyncBody></SyncML>")),
        ),
        kind(
            "tiny tags in WBXML",
            WBXML,
            400,
            None,
            always(filled(b"\x02\xA4\x01\x6A\x00\x6D\x6C\x01\x6B", b"\x7E\x01", b"\x01\x01")),
        ),
        kind("garbage", XML, 400, None, always((0..STRANGER_BODY_OCTETS).map(|at| ((at * 167) >> 3) as u8).collect())),
        kind("a body of 9 KiB, a connection each", XML, 413, None, always(vec![b'x'; 9 * 1024])),
    ]
}

fn unknown(number: u32) -> String {
    format!("MEID:B{number:013X}")
}

fn known(number: u32) -> String {
    format!("MEID:A{number:013X}")
}

/// A client's first message, as handsets write it.
fn package_1(device: &str, with_cred: bool) -> Vec<u8> {
    let cred = "<Cred><Meta><Format xmlns='syncml:metinf'>b64</Format><Type xmlns='syncml:metinf'>syncml:auth-md5</Type></Meta>\
         <Data>Zz6EivR3yeaaENcRN6lpAQ==</Data></Cred>";
    let leaf = |name: &str, value: &str| {
        format!("<Item><Source><LocURI>./DevInfo/{name}</LocURI></Source><Data>{value}</Data></Item>")
    };
    let leaves: String = [("DevId", device), ("Man", "Example"), ("Mod", "E1"), ("DmV", "1.2"), ("Lang", "en-US")]
        .map(|(name, value)| leaf(name, value))
        .concat();
    opened(device, if with_cred { cred } else { "" }, &format!("<Replace><CmdID>2</CmdID>{leaves}</Replace>"))
        .into_bytes()
}

fn opened(device: &str, cred: &str, commands: &str) -> String {
    format!(
        "<?xml version='1.0' encoding='UTF-8'?><SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
         <SessionID>9AD1</SessionID><MsgID>1</MsgID><Target><LocURI>http://dm.example/dm</LocURI></Target><Source><LocURI>{device}</LocURI>\
         </Source>{cred}</SyncHdr><SyncBody><Alert><CmdID>1</CmdID><Data>1201</Data></Alert>{commands}<Final/></SyncBody></SyncML>"
    )
}

/// A first message that wants as many Statuses as one can.
fn many_commands() -> Vec<u8> {
    // Beside the alert.
    opened(&unknown(0), "", &"<Get/>".repeat(akeyd::limits::STRANGER_COMMANDS - 1)).into_bytes()
}

/// A document filled up with so much of one thing.
fn filled(head: &[u8], piece: &[u8], tail: &[u8]) -> Vec<u8> {
    let room = STRANGER_BODY_OCTETS - head.len() - tail.len();
    [head, &piece.repeat(room / piece.len()), tail].concat()
}

/// What a kind of request cost.
struct Line {
    name: &'static str,
    octets: usize,
    code: u16,
    auth: Option<&'static str>,
    /// Microseconds of a request in each round, sorted.
    micros: Vec<f64>,
    /// KiB of resident memory at the peak beyond what it was before, all rounds but the first.
    grown: u64,
}

impl Line {
    fn median(&self) -> f64 {
        self.micros[self.micros.len() / 2]
    }
}

fn measure(server: &Server, kind: &Kind) -> Line {
    let mut connections: Vec<Option<TcpStream>> = (0..CONNECTIONS).map(|_| None).collect();
    let mut micros = Vec::new();
    let mut before = 0;
    for round in 0..ROUNDS {
        let requests: Vec<_> = (0..REQUESTS)
            .map(|number| {
                let body = (kind.body)(round * REQUESTS + number);
                let head = format!(
                    "POST /dm HTTP/1.1\r\nHost: dm.example\r\nUser-Agent: bench\r\nAccept: {0}\r\nContent-Type: {0}\r\nContent-Length: {1}\r\n\r\n",
                    kind.content_type,
                    body.len()
                );
                [head.into_bytes(), body].concat()
            })
            .collect();
        if round == 1 {
            before = server.forget_peak();
        }
        let began = server.time();
        for (request, turn) in requests.iter().zip((0..connections.len()).cycle()) {
            let connection = &mut connections[turn];
            let stream = connection.get_or_insert_with(|| connect(&server.address));
            stream.write_all(request).expect("sent");
            let (code, closes) = answer(stream);
            assert_eq!(code, kind.code, "{}", kind.name);
            if closes {
                *connection = None;
            }
        }
        if round > 0 {
            micros.push(server.time().saturating_sub(began).as_secs_f64() * 1e6 / f64::from(REQUESTS));
        }
    }
    micros.sort_by(f64::total_cmp);
    let grown = server.memory("VmHWM").saturating_sub(before);
    Line { name: kind.name, octets: (kind.body)(0).len(), code: kind.code, auth: kind.auth, micros, grown }
}

fn connect(address: &str) -> TcpStream {
    let stream = TcpStream::connect(address).expect("the server listens");
    stream.set_nodelay(true).expect("TCP");
    stream
}

/// Reads one answer: its status, and whether the connection ends with it.
fn answer(stream: &mut TcpStream) -> (u16, bool) {
    let mut octets = Vec::new();
    let mut part = [0; 8 * 1024];
    loop {
        let count = stream.read(&mut part).expect("an answer");
        assert!(count > 0, "the server hung up");
        octets.extend_from_slice(&part[..count]);
        let Some(end) = octets.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = std::str::from_utf8(&octets[..end]).expect("a head");
        let value = |name: &str| head.lines().find_map(|line| line.strip_prefix(name));
        let length: usize = value("Content-Length: ").and_then(|text| text.parse().ok()).expect("a length");
        if octets.len() >= end + 4 + length {
            return (head[9..12].parse().expect("a status"), value("Connection: close").is_some());
        }
    }
}

/// A running `akeyd serve`, killed when dropped.
struct Server {
    child: Child,
    address: String,
    status: String,
    folder: PathBuf,
}

impl Server {
    fn start() -> Self {
        let folder = std::env::temp_dir().join(format!("akeyd-strangers-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let rows = (0..ACCOUNTS)
            .map(|number| format!("{},user,correct horse,battery staple,,c2VydmVyLW5vbmNl,,,,,,", known(number)));
        let lines: Vec<_> = std::iter::once(HEADER.to_owned()).chain(rows).collect();
        fs::write(folder.join("subscribers.csv"), lines.join("\n") + "\n").expect("written");
        let config = folder.join("akeyd.toml");
        let text = "[http]\nlisten = \"127.0.0.1:0\"\n[status]\nlisten = \"127.0.0.1:0\"\n[group]\nname = \"demo-512\"\n\
                    [policy]\nway = \"perform\"\n[store]\npath = \"none\"\n[north.lab]\nkind = \"software\"\n[limits]\nrequests_per_connection = 1000000\n";
        fs::write(&config, text).expect("written");
        let mut child = Command::new(env!("CARGO_BIN_EXE_akeyd"))
            .args(["serve", "--config"])
            .arg(config)
            .stderr(Stdio::piped())
            .spawn()
            .expect("akeyd starts");
        let mut log = BufReader::new(child.stderr.take().expect("its log"));
        let mut line = String::new();
        let (mut address, mut status) = (None, None);
        while address.is_none() {
            line.clear();
            assert!(log.read_line(&mut line).expect("a line") > 0, "akeyd did not start");
            (address, status) = (find_address(&line, "handsets"), find_address(&line, "status"));
        }
        // Whoever writes must be read, or it stands still.
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        let (address, status) = (address.expect("an address"), status.expect("an address"));
        Self { child, address, status, folder }
    }

    fn proc(&self, name: &str) -> PathBuf {
        PathBuf::from(format!("/proc/{}/{name}", self.child.id()))
    }

    /// Processor time of all threads until now, in the program and in the kernel for it.
    fn time(&self) -> Duration {
        let threads = fs::read_dir(self.proc("task")).expect("it runs");
        threads
            .map(|thread| {
                let text = fs::read_to_string(thread.expect("a thread").path().join("schedstat")).expect("schedstat");
                Duration::from_nanos(text.split(' ').next().and_then(|time| time.parse().ok()).expect("nanoseconds"))
            })
            .sum()
    }

    /// A line of `/proc/PID/status`, KiB.
    fn memory(&self, key: &str) -> u64 {
        let text = fs::read_to_string(self.proc("status")).expect("it runs");
        let rest = text.lines().find_map(|line| line.strip_prefix(key)).expect("a line");
        rest.trim_matches([':', ' ', '\t', 'k', 'B']).parse().expect("a number")
    }

    /// Lets the kernel forget the peak of resident memory; gives what is resident now, KiB.
    fn forget_peak(&self) -> u64 {
        fs::write(self.proc("clear_refs"), "5").expect("the kernel forgets");
        self.memory("VmRSS")
    }

    /// Octets that the process has had written to disks.
    fn written(&self) -> String {
        let text = fs::read_to_string(self.proc("io")).expect("it runs");
        text.lines().find(|line| line.starts_with("write_bytes")).expect("a line").to_owned()
    }

    /// By its metrics: all strangers were strangers, and none of them came to anything dear.
    fn nothing_dear(&self, lines: &[Line]) {
        let mut stream = connect(&self.status);
        stream.write_all(b"GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").expect("sent");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("metrics");
        let sum = |series: &str| -> u64 {
            let values = text.lines().filter(|line| line.starts_with(series));
            values
                .map(|line| line.rsplit(' ').next().and_then(|value| value.parse::<u64>().ok()).expect("a number"))
                .sum()
        };
        assert!(text.contains("\nakeyd_powers_total{") && text.contains("\nakeyd_sessions "), "{text}");
        for series in ["akeyd_powers_total", "akeyd_sessions ", "akeyd_exchanges_total", "akeyd_exchanges_in_doubt "] {
            assert_eq!(sum(series), 0, "{series}: {text}");
        }
        let mut judged = 0;
        for result in ["missing", "wrong"] {
            let expected =
                lines.iter().filter(|line| line.auth == Some(result)).count() as u64 * u64::from(ROUNDS * REQUESTS);
            assert_eq!(sum(&format!("akeyd_auth_total{{result=\"{result}\"}}")), expected, "{result}: {text}");
            judged += expected;
        }
        assert_eq!(sum("akeyd_auth_total"), judged, "{text}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn find_address(line: &str, key: &str) -> Option<String> {
    let value = line.split(&format!("{key}=")).nth(1)?.split_whitespace().next()?;
    Some(value.trim_start_matches("Some(").trim_end_matches(')').to_owned())
}

fn to_json(lines: &[Line]) -> String {
    let mut json = String::from("[");
    for (number, line) in lines.iter().enumerate() {
        let _ = write!(
            json,
            "{}\n  {{\"request\": \"{}\", \"octets\": {}, \"code\": {}, \"microseconds\": {:.2}, \"least\": {:.2}, \"most\": {:.2}, \"grown_kib\": {}}}",
            if number == 0 { "" } else { "," },
            line.name,
            line.octets,
            line.code,
            line.median(),
            line.micros[0],
            line.micros[line.micros.len() - 1],
            line.grown
        );
    }
    json + "\n]\n"
}
