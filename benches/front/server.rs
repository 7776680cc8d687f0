//! The servers that are measured, each in a process of its own, and what the kernel says of their time and memory.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::rc::Rc;

use akeyd::http::server::{Door, Refusal, Request, RequestHead, Response, Service, Settings, Shutdown, serve};
use akeyd::net::tls::files::{self, Files};
use akeyd::net::{epoll, ring};
use rcgen::{CertificateParams, KeyPair};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Octets of a request's body and of an answer's.
pub(crate) const REQUEST: usize = 1_200;
pub(crate) const ANSWER: usize = 1_000;

/// Makes a key of NIST P-256 and its certificate in a folder.
pub(crate) fn certificates() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("akeyd-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new(["localhost".to_owned()]).expect("a name");
    fs::write(folder.join("cert.pem"), params.self_signed(&key).expect("signed").pem()).expect("written");
    fs::write(folder.join("key.pem"), key.serialize_pem()).expect("written");
    folder
}

struct Fixed;

impl Service for Fixed {
    fn body_limit(&self, _head: &RequestHead) -> usize {
        8 * 1024
    }

    async fn call(&self, _request: Request) -> Response {
        Response::new(200, "application/vnd.syncml.dm+xml", vec![b'x'; ANSWER])
    }

    fn refused(&self, _cause: Refusal) {}
}

/// Serves on one thread until it is killed. Prints its address first.
pub(crate) fn run(kind: &str, certificates: &Path) {
    akeyd::sys::raise_descriptor_limit().expect("descriptors");
    let socket = TcpListener::bind("127.0.0.1:0").expect("a port");
    println!("{}", socket.local_addr().expect("an address"));
    let files = Files {
        certificate: certificates.join("cert.pem"),
        key: certificates.join("key.pem"),
        client_ca: None,
        client_required: false,
        tls_1_2: true,
    };
    let tls = kind.ends_with("tls").then(|| files::load(&files, None).expect("certificates"));
    let settings =
        Settings { tls, requests_per_connection: u32::MAX, strangers_per_host: 1 << 20, ..Settings::default() };
    let timeouts = akeyd::http::server::Timeouts { idle: std::time::Duration::from_mins(10), ..settings.timeouts };
    let door = Door::alone(Settings { timeouts, ..settings });
    match kind.trim_end_matches("-tls") {
        "io_uring" => {
            ring::run(async {
                serve(ring::Listener::new(socket).expect("open"), Rc::new(Fixed), door, Shutdown::new()).await;
            })
            .expect("a ring");
        }
        "epoll" => {
            epoll::run(async {
                serve(epoll::Listener::new(socket).expect("open"), Rc::new(Fixed), door, Shutdown::new()).await;
            })
            .expect("a reactor");
        }
        _ => epoll::run(bare(socket)).expect("a reactor"),
    }
}

/// The least that a server on tokio can do: read to the end of the request that Content-Length tells, answer what is ready-made.
async fn bare(socket: TcpListener) {
    socket.set_nonblocking(true).expect("non-blocking");
    let listener = tokio::net::TcpListener::from_std(socket).expect("open");
    while let Ok((mut stream, _)) = listener.accept().await {
        let _ = stream.set_nodelay(true);
        tokio::task::spawn_local(async move {
            let answer =
                [format!("HTTP/1.1 200 OK\r\nContent-Length: {ANSWER}\r\n\r\n").into_bytes(), vec![b'x'; ANSWER]]
                    .concat();
            let mut buffer = vec![0; 8 * 1024];
            let mut filled = 0;
            loop {
                match stream.read(&mut buffer[filled..]).await {
                    Ok(count) if count > 0 => filled += count,
                    _ => return,
                }
                let Some(end) = buffer[..filled].windows(4).position(|four| four == b"\r\n\r\n") else { continue };
                let head = String::from_utf8_lossy(&buffer[..end]);
                let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")?.parse::<usize>().ok());
                if filled >= end + 4 + length.unwrap_or(0) {
                    filled = 0;
                    if stream.write_all(&answer).await.is_err() {
                        return;
                    }
                }
            }
        });
    }
}

/// A running server, killed when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// One of ours, or the bare one, on the second core where there is one.
    pub(crate) fn start(kind: &str, certificates: &Path) -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child = pinned(1)
            .arg(program)
            .args(["serve", kind])
            .arg(certificates)
            .stdout(Stdio::piped())
            .spawn()
            .expect("taskset is installed");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("an address");
        Self { child, address: line.trim().parse().expect("an address") }
    }

    /// nginx with one worker, which is the process itself; `None` where it is not installed.
    pub(crate) fn nginx(certificates: &Path, tls: bool) -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?.port();
        let folder = certificates.display();
        let ssl = if tls {
            format!("ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;")
        } else {
            String::new()
        };
        let config = certificates.join("nginx.conf");
        fs::write(
            &config,
            format!(
                "daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;\n\
                 events {{ worker_connections 1024; }}\n\
                 http {{ access_log off; keepalive_requests 1000000000; client_body_temp_path {folder}/body;\n\
                 proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;\n\
                 scgi_temp_path {folder}/scgi;\n\
                 server {{ listen 127.0.0.1:{port} {}; {ssl} location / {{ return 200 {}; }} }} }}\n",
                if tls { "ssl" } else { "" },
                "x".repeat(ANSWER)
            ),
        )
        .ok()?;
        let child = pinned(1).arg("nginx").arg("-c").arg(config).stderr(Stdio::null()).spawn().ok()?;
        let server = Self { child, address: SocketAddr::from(([127, 0, 0, 1], port)) };
        for _ in 0..100 {
            if std::net::TcpStream::connect(server.address).is_ok() {
                return Some(server);
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        None
    }

    /// Processor time until now, in microseconds: in the program, and in the kernel for it.
    pub(crate) fn times(&self) -> (f64, f64) {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).expect("it runs");
        let fields: Vec<&str> = stat.rsplit(") ").next().expect("fields").split(' ').collect();
        // Fields 14 and 15, in ticks of 10 ms.
        let ticks = |at: usize| fields[at].parse::<f64>().expect("a number") * 10_000.0;
        (ticks(11), ticks(12))
    }

    /// Resident memory, octets.
    pub(crate) fn resident(&self) -> u64 {
        let statm = fs::read_to_string(format!("/proc/{}/statm", self.child.id())).expect("it runs");
        statm.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).expect("a number") * 4096
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The beginning of a command on one core.
pub(crate) fn pinned(core: usize) -> Command {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut command = Command::new("taskset");
    command.args(["-c", &(core % cores).to_string()]);
    command
}
