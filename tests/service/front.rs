//! The life of the front end: a configuration that is read again under load, sockets that outlive the process, a kernel that denies
//! io_uring, attackers that are slow, and what the log says of all that.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::AsRawFd;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rcgen::{CertificateParams, KeyPair};

use crate::harness::{AKEYD, Folder, curl};

/// `akeyd serve` with a configuration of the test's, and its log.
struct Daemon {
    child: Child,
    log: Arc<Mutex<String>>,
}

impl Daemon {
    /// Starts it by a command that ends with `serve --config FILE`, and waits until it is ready or gone.
    fn start(command: &mut Command, config: &Path) -> Self {
        let mut child =
            command.args(["serve", "--config"]).arg(config).stderr(Stdio::piped()).spawn().expect("it starts");
        let lines = BufReader::new(child.stderr.take().expect("piped"));
        let log = Arc::new(Mutex::new(String::new()));
        let kept = Arc::clone(&log);
        std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                kept.lock().expect("no panic").push_str(&(line + "\n"));
            }
        });
        let mut daemon = Self { child, log };
        let began = Instant::now();
        while !daemon.said().contains("akeyd is ready") && daemon.child.try_wait().expect("asked").is_none() {
            assert!(began.elapsed() < Duration::from_mins(1), "{}", daemon.said());
            std::thread::sleep(Duration::from_millis(10));
        }
        // The reader may be a moment behind one that is gone.
        std::thread::sleep(Duration::from_millis(50));
        daemon
    }

    fn said(&self) -> String {
        self.log.lock().expect("no panic").clone()
    }

    fn wait_for(&self, words: &str) -> String {
        let began = Instant::now();
        loop {
            let said = self.said();
            if said.contains(words) {
                return said;
            }
            assert!(began.elapsed() < Duration::from_mins(1), "never said: {words}\n{said}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// What stands behind `key=` in the line that says that it is ready.
    fn place(&self, key: &str) -> String {
        let said = self.said();
        let ready = said.lines().find(|line| line.contains("akeyd is ready")).unwrap_or_else(|| panic!("{said}"));
        let value = ready.split(&format!(" {key}=")).nth(1).unwrap_or_else(|| panic!("no {key} in {ready}"));
        value.split(' ').next().unwrap_or_default().to_owned()
    }

    fn signal(&self, name: &str) {
        let told = Command::new("kill").args([name, &self.child.id().to_string()]).status().expect("kill runs");
        assert!(told.success());
    }

    fn end(&mut self, signal: &str) {
        self.signal(signal);
        self.child.wait().expect("it ends");
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const BASE: &str = "[status]\nlisten = \"127.0.0.1:0\"\n[group]\nname = \"demo-512\"\n[store]\npath = \"none\"\n[north.lab]\nkind = \"software\"\n";

/// A folder with subscribers, for this many handsets.
fn folder(handsets: u32) -> Folder {
    let folder = Folder::new();
    let file = folder.0.join("subscribers.csv");
    let made = Command::new(AKEYD)
        .args(["load", "--generate", &handsets.to_string(), "--subscribers"])
        .arg(&file)
        .output()
        .expect("akeyd load runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    folder
}

fn config(folder: &Folder, rest: &str) -> std::path::PathBuf {
    let http = if rest.contains("[http]") { "" } else { "[http]\nlisten = \"127.0.0.1:0\"\n" };
    folder.write("akeyd.toml", &format!("{http}{BASE}{rest}"))
}

/// Whole exchanges with a server; gives how many sessions there were and how many of them gave a key.
fn load(url: &str, folder: &Folder, sessions: u32) -> String {
    let output = Command::new(AKEYD)
        .args([
            "load",
            "--json",
            "--url",
            url,
            "--sessions",
            &sessions.to_string(),
            "--concurrency",
            "16",
            "--subscribers",
        ])
        .arg(folder.0.join("subscribers.csv"))
        .output()
        .expect("akeyd load runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

/// Makes `NAME.pem` and `NAME.key` for this machine.
fn certificate(folder: &Folder, name: &str) {
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new(["127.0.0.1".to_owned()]).expect("an address");
    folder.write(&format!("{name}.pem"), &params.self_signed(&key).expect("signed").pem());
    folder.write(&format!("{name}.key"), &key.serialize_pem());
}

/// A request on a connection of its own; what came back.
fn ask(address: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.write_all(b"GET /dm HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn a_configuration_is_read_again_whole_or_not_at_all_and_drops_nothing() {
    let folder = folder(4);
    certificate(&folder, "old");
    certificate(&folder, "new");
    let tls =
        |name: &str| format!("[tls]\nlisten = \"127.0.0.1:0\"\ncertificate = \"{name}.pem\"\nkey = \"{name}.key\"\n");
    let file = config(&folder, &tls("old"));
    let daemon = Daemon::start(&mut Command::new(AKEYD), &file);
    let (plain, under_tls) = (daemon.place("handsets"), daemon.place("tls"));
    let trusts = |name: &str| {
        let file = folder.0.join(format!("{name}.pem"));
        curl(&["--cacert", file.to_str().expect("UTF-8"), &format!("https://{under_tls}/dm")]).0 == 405
    };
    assert!(trusts("old") && !trusts("new"));

    let over = AtomicBool::new(false);
    let answered = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut steady = TcpStream::connect(&plain).expect("connected");
                while !over.load(Ordering::Relaxed) {
                    steady.write_all(b"GET /dm HTTP/1.1\r\nHost: h\r\n\r\n").expect("sent");
                    let mut answer = [0; 4096];
                    let count = steady.read(&mut answer).expect("an answer");
                    assert!(answer[..count].starts_with(b"HTTP/1.1 405"));
                    assert!(ask(&plain).expect("an answer").starts_with("HTTP/1.1 405"));
                    answered.fetch_add(2, Ordering::Relaxed);
                    std::thread::sleep(Duration::from_millis(5));
                }
            });
        }
        config(
            &folder,
            &(tls("new") + "[limits]\nbody_octets = 4096\nrequests_per_connection = 1000000\n[log]\naccess = true\n"),
        );
        daemon.signal("-HUP");
        daemon.wait_for("was read again and is in force");
        assert!(trusts("new") && !trusts("old"));
        let long = curl(&[
            "-H",
            "Content-Type: application/vnd.syncml.dm+xml",
            "--data-binary",
            &"x".repeat(4097),
            &format!("http://{plain}/dm"),
        ]);
        assert_eq!(long.0, 413, "the new limit is in force");
        daemon.wait_for("refused=\"body_too_large\"");

        // A mistake changes nothing, and is told with its line.
        config(&folder, &(tls("old") + "[limits]\nbody_octets = 0\n"));
        daemon.signal("-HUP");
        daemon.wait_for("limits.body_octets: 0 is not 4096 to 65536");
        assert!(trusts("new"), "nothing of a file with a mistake is taken");
        // Nor does a key that does not fit its certificate.
        let torn = tls("old").replace("old.key", "new.key");
        config(&folder, &torn);
        daemon.signal("-HUP");
        daemon.wait_for("does not fit the certificate");
        assert!(trusts("new"));
        // Nor does what only a restart can give: it is named.
        config(&folder, &(tls("old") + "[net]\nthreads = 1\n[dm]\nhold_ms = 1\n"));
        daemon.signal("-HUP");
        daemon.wait_for("stays as it was: dm, net can change only by a restart");
        assert!(trusts("new"));
        over.store(true, Ordering::Relaxed);
    });
    assert!(answered.load(Ordering::Relaxed) > 50);
}

#[test]
fn a_request_has_one_name_in_all_logs_and_a_query_is_in_none() {
    let folder = folder(1);
    let file = config(&folder, "[log]\naccess = true\nlevel = \"debug\"\n");
    let daemon = Daemon::start(&mut Command::new(AKEYD), &file);
    load(&format!("http://{}/dm", daemon.place("handsets")), &folder, 1);
    let said = daemon.wait_for("exchange ended");
    let name =
        |line: &str| line.split(" request=").nth(1).and_then(|rest| rest.split_whitespace().next()).map(str::to_owned);
    let line =
        |words: &str| said.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {said}"));
    let ended = name(line("exchange ended")).expect("the exchange's end names a request");
    let access = said.lines().filter(|line| line.contains(" access: "));
    let of_ended: Vec<&str> = access.filter(|line| name(line).as_deref() == Some(&ended)).collect();
    assert_eq!(of_ended.len(), 1, "{said}");
    for field in ["peer=127.0.0.1:", "method=\"POST\"", "path=\"/dm\"", "status=200", "received=", "sent=", "micros="] {
        assert!(of_ended[0].contains(field), "{field}: {}", of_ended[0]);
    }
    assert!(name(line("exchange started")).is_some());
    assert!(!said.contains("?s="), "a token is in the log");
}

/// Starts a program with this socket as the first that a service manager hands over.
fn with_inherited(socket: &TcpListener) -> Command {
    rustix::io::fcntl_setfd(socket, rustix::io::FdFlags::empty()).expect("it may be inherited");
    let mut command = Command::new("bash");
    let script = format!(
        "exec 3<&{}; export LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=http; exec {AKEYD} \"$@\"",
        socket.as_raw_fd()
    );
    command.args(["-c", &script, "akeyd"]);
    command
}

#[test]
fn a_socket_that_is_inherited_outlives_the_process() {
    let folder = folder(1);
    let file = config(&folder, "");
    let socket = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = socket.local_addr().expect("bound").to_string();
    let mut daemon = Daemon::start(&mut with_inherited(&socket), &file);
    assert_eq!(daemon.place("handsets"), address, "the inherited socket goes before the configured one");

    let over = AtomicBool::new(false);
    let killing = AtomicBool::new(false);
    let answered = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let harsh = killing.load(Ordering::SeqCst);
                    match ask(&address) {
                        Ok(answer) if answer.starts_with("HTTP/1.1 405") => {
                            answered.fetch_add(1, Ordering::Relaxed);
                        }
                        // A process that is killed takes what it has in hand with it, but nothing is refused at the door.
                        other => {
                            assert!(
                                harsh || killing.load(Ordering::SeqCst),
                                "an orderly restart lost a request: {other:?}"
                            );
                            let refused =
                                |error: &std::io::Error| error.kind() == std::io::ErrorKind::ConnectionRefused;
                            assert!(!other.as_ref().is_err_and(refused), "refused: {other:?}");
                        }
                    }
                }
            });
        }
        for signal in ["-TERM", "-KILL", "-TERM", "-KILL"] {
            std::thread::sleep(Duration::from_millis(200));
            killing.store(signal == "-KILL", Ordering::SeqCst);
            daemon.end(signal);
            daemon = Daemon::start(&mut with_inherited(&socket), &file);
            // What was in hand of the killed one is over when the next one has answered.
            let before = answered.load(Ordering::Relaxed);
            while answered.load(Ordering::Relaxed) < before + 20 {
                std::thread::sleep(Duration::from_millis(5));
            }
            killing.store(false, Ordering::SeqCst);
        }
        over.store(true, Ordering::Relaxed);
    });
    assert!(answered.load(Ordering::Relaxed) > 100);
}

/// Runs a program under a filter that answers EPERM to io_uring_setup, as a container's default profile does.
const SECCOMP: &str = "
import ctypes, os, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
rules = [(0x20, 0, 0, 0), (0x15, 0, 1, 425), (0x06, 0, 0, 0x00050001), (0x06, 0, 0, 0x7fff0000)]
code = ctypes.create_string_buffer(b''.join(struct.pack('HBBI', *rule) for rule in rules))
class Program(ctypes.Structure):
    _fields_ = [('length', ctypes.c_ushort), ('code', ctypes.c_void_p)]
program = Program(len(rules), ctypes.cast(code, ctypes.c_void_p))
assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, ctypes.byref(program), 0, 0) == 0
os.execv(sys.argv[1], sys.argv[1:])
";

#[test]
fn where_io_uring_is_denied_epoll_serves_and_the_log_says_why() {
    if Command::new("python3").arg("-V").output().is_err() && std::env::var_os("CI").is_none() {
        return eprintln!("skipped: python3 is not installed");
    }
    let folder = folder(20);
    let denied = || {
        let mut command = Command::new("python3");
        command.args(["-c", SECCOMP, AKEYD]);
        command
    };
    let daemon = Daemon::start(&mut denied(), &config(&folder, ""));
    assert_eq!(daemon.place("sockets"), "epoll");
    let metrics = curl(&[&format!("http://{}/metrics", daemon.place("status"))]).1;
    assert!(metrics.contains("akeyd_io_backend{backend=\"epoll\"} 1"), "{metrics}");
    let said = daemon.said();
    let lines: Vec<&str> = said.lines().filter(|line| line.contains("io_uring")).collect();
    assert_eq!(lines.len(), 1, "{said}");
    assert!(lines[0].contains("driven by epoll") && lines[0].contains("seccomp"), "{}", lines[0]);
    load(&format!("http://{}/dm", daemon.place("handsets")), &folder, 20);

    let mut asked = Daemon::start(&mut denied(), &config(&folder, "[net]\nbackend = \"io_uring\"\n"));
    assert_eq!(asked.child.wait().expect("it ends").code(), Some(1));
    asked.wait_for("io_uring is denied: seccomp");
}

/// slowhttptest in its modes against a server by each backend, while 500 handsets get their keys.
#[test]
fn slow_attackers_do_not_keep_handsets_from_their_keys() {
    if Command::new("slowhttptest").arg("-h").output().is_err() && std::env::var_os("CI").is_none() {
        return eprintln!("skipped: slowhttptest is not installed");
    }
    let folder = folder(500);
    for backend in ["auto", "epoll"] {
        let limits = "[limits]\nhead_ms = 1500\nbody_ms = 1500\nwrite_ms = 1500\nidle_ms = 3000\n";
        let daemon = Daemon::start(
            &mut Command::new(AKEYD),
            &config(&folder, &format!("[net]\nbackend = \"{backend}\"\n{limits}")),
        );
        let url = format!("http://{}/dm", daemon.place("handsets"));
        // Slow heads, slow bodies, slow readers, and headers of many ranges.
        let modes: [&[&str]; 4] =
            [&["-H", "-i", "1"], &["-B", "-i", "1", "-s", "4096"], &["-X", "-n", "1", "-z", "8", "-k", "3"], &["-R"]];
        let attacks: Vec<Child> = modes
            .iter()
            .map(|mode| {
                let fixed = ["-c", "200", "-r", "100", "-l", "6", "-p", "3", "-u", &url];
                Command::new("slowhttptest")
                    .args(*mode)
                    .args(fixed)
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn()
                    .expect("it starts")
            })
            .collect();
        std::thread::sleep(Duration::from_secs(2));
        load(&url, &folder, 500);
        let slowest = (0..20).map(|_| {
            let began = Instant::now();
            assert!(ask(daemon.place("handsets").as_str()).expect("an answer").starts_with("HTTP/1.1 405"));
            began.elapsed()
        });
        let slowest = slowest.max().unwrap_or_default();
        assert!(slowest < Duration::from_secs(1), "a new client waited {slowest:?}");
        for attack in attacks {
            let output = attack.wait_with_output().expect("it ends");
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(!said.contains("service available:   NO"), "{said}");
        }
        let metrics = curl(&[&format!("http://{}/metrics", daemon.place("status"))]).1;
        for cause in ["slow_head", "slow_body"] {
            let counted =
                metrics.lines().any(|line| line.starts_with(&format!("akeyd_refused_total{{cause=\"{cause}\"}} ")));
            assert!(counted, "{cause} is not counted:\n{metrics}");
        }
    }
}
