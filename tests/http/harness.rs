//! A server to test against, and a raw client to test with.

use std::cell::RefCell;
use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown as Half, SocketAddr, TcpStream};
use std::os::fd::OwnedFd;
use std::path::Path;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use akeyd::http::server::{
    Door, LocalFuture, Method, Refusal, Request, RequestHead, Response, Service, Settings, Shutdown, Sink, Source,
    Timeouts, serve,
};
use akeyd::net::listener::{self, Place};
use akeyd::net::{Identity, Peer, epoll, ring};
use tokio::sync::oneshot;

/// Which way sockets are driven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Backend {
    Ring,
    Epoll,
}

/// Both backends; on a developer's machine that denies `io_uring`, the other one, with a word about it.
pub(crate) fn backends() -> &'static [Backend] {
    match ring::probe() {
        Err(denied) if std::env::var_os("CI").is_none() => {
            println!("only epoll is tested: {denied}");
            &[Backend::Epoll]
        }
        _ => &[Backend::Ring, Backend::Epoll],
    }
}

/// Runs a test body against a server of each backend, then drains the server and looks that nobody is left.
pub(crate) fn on_both(settings: Settings, body: impl Fn(&Server)) {
    for &backend in backends() {
        println!("--- {backend:?}");
        let server = Server::start(backend, settings.clone());
        body(&server);
        let left = server.stop(Duration::from_secs(10));
        assert_eq!(left, 0, "connections left after the drain, {backend:?}");
    }
}

/// Settings with waits that a test can afford.
pub(crate) fn quick() -> Settings {
    let timeouts = Timeouts {
        handshake: Duration::from_millis(300),
        head: Duration::from_millis(300),
        body: Duration::from_millis(300),
        write: Duration::from_millis(300),
        idle: Duration::from_millis(600),
        linger: Duration::from_millis(300),
    };
    Settings { timeouts, ..Settings::default() }
}

/// What the service has seen, told to the test's thread.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) begun: AtomicUsize,
    pub(crate) ended: AtomicUsize,
    pub(crate) refused: Mutex<Vec<Refusal>>,
    /// Calls of `/hold` end when this is set.
    pub(crate) released: AtomicBool,
}

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    /// Its settings, which a test may change.
    pub(crate) door: Arc<Door>,
    pub(crate) seen: Arc<Seen>,
    /// Begins the drain without waiting for its end.
    begin: RefCell<Option<oneshot::Sender<Duration>>>,
    left: mpsc::Receiver<usize>,
    thread: JoinHandle<()>,
}

impl Server {
    pub(crate) fn start(backend: Backend, settings: Settings) -> Self {
        let socket = listener::bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = socket.local_addr().unwrap();
        Self::on(backend, settings, socket.into(), address)
    }

    /// The same at a Unix socket; its `address` is nobody's.
    pub(crate) fn start_at(backend: Backend, settings: Settings, path: &Path) -> Self {
        let socket = listener::spread(&Place::Local(path.into()), 1).unwrap().remove(0);
        Self::on(backend, settings, socket, "127.0.0.1:1".parse().unwrap())
    }

    fn on(backend: Backend, settings: Settings, socket: OwnedFd, address: SocketAddr) -> Self {
        let door = Door::alone(settings);
        let own = Arc::clone(&door);
        let seen = Arc::new(Seen::default());
        let (begin, begun) = oneshot::channel();
        let (tell, left) = mpsc::channel();
        let service = Echo { seen: Arc::clone(&seen) };
        let thread = std::thread::spawn(move || {
            let life = async move {
                let shutdown = Shutdown::new();
                let service = Rc::new(service);
                let end = shutdown.clone();
                let asked = tokio::task::spawn_local(async move {
                    let limit = begun.await.unwrap_or_default();
                    end.begin();
                    limit
                });
                match backend {
                    Backend::Ring => {
                        serve(ring::Listener::new(socket).unwrap(), service, own, shutdown.clone()).await;
                    }
                    Backend::Epoll => {
                        serve(epoll::Listener::new(socket).unwrap(), service, own, shutdown.clone()).await;
                    }
                }
                shutdown.drained(asked.await.unwrap()).await
            };
            let count = match backend {
                Backend::Ring => ring::run(life).unwrap(),
                Backend::Epoll => epoll::run(life).unwrap(),
            };
            // The test may be over.
            let _ = tell.send(count);
        });
        Self { address, door, seen, begin: RefCell::new(Some(begin)), left, thread }
    }

    /// Begins the end, which may take `limit`.
    pub(crate) fn begin_stop(&self, limit: Duration) {
        if let Some(begin) = self.begin.borrow_mut().take() {
            begin.send(limit).unwrap();
        }
    }

    /// Ends the server and tells how many connections were left open.
    pub(crate) fn stop(self, limit: Duration) -> usize {
        self.begin_stop(limit);
        let left = self.left.recv_timeout(limit + Duration::from_secs(10)).expect("the server came to its end");
        self.thread.join().unwrap();
        left
    }

    pub(crate) fn connect(&self) -> Raw {
        Raw::connect(self.address)
    }

    /// Lets calls of `/hold` end, or holds those to come.
    pub(crate) fn release(&self, released: bool) {
        self.seen.released.store(released, Ordering::SeqCst);
    }

    pub(crate) fn begun(&self) -> usize {
        self.seen.begun.load(Ordering::SeqCst)
    }

    pub(crate) fn ended(&self) -> usize {
        self.seen.ended.load(Ordering::SeqCst)
    }

    pub(crate) fn refused(&self) -> Vec<Refusal> {
        self.seen.refused.lock().unwrap().clone()
    }
}

/// The service of these tests, for a server that a test makes itself.
pub(crate) fn echo() -> Rc<impl Service + 'static> {
    Rc::new(Echo { seen: Arc::default() })
}

/// Counts a body, up to `enough` octets of it.
struct Count {
    octets: usize,
    pieces: usize,
    enough: usize,
}

impl Sink for Count {
    fn take<'s>(&'s mut self, octets: &'s [u8]) -> LocalFuture<'s, bool> {
        self.octets += octets.len();
        self.pieces += 1;
        assert!(octets.len() <= 64 * 1024, "a piece is not the whole");
        Box::pin(async move {
            tokio::task::yield_now().await;
            self.octets < self.enough
        })
    }

    fn finish(self: Box<Self>) -> LocalFuture<'static, Response> {
        Box::pin(async move { Response::text(200, &format!("{} octets", self.octets)) })
    }
}

/// Numbers, one each 20 ms, and a panic behind the 13th.
struct Ticks {
    number: usize,
    left: usize,
}

impl Source for Ticks {
    fn next(&mut self) -> LocalFuture<'_, Option<Vec<u8>>> {
        Box::pin(async {
            tokio::time::sleep(Duration::from_millis(20)).await;
            assert!(self.number < 13 || self.left > 100, "on purpose");
            self.number += 1;
            self.left = self.left.checked_sub(1)?;
            Some(format!("{}\n", self.number).into_bytes())
        })
    }
}

/// More than anybody takes.
struct Flood;

impl Source for Flood {
    fn next(&mut self) -> LocalFuture<'_, Option<Vec<u8>>> {
        Box::pin(async { Some(vec![b'x'; 64 * 1024]) })
    }
}

/// Answers a POST with its body, and does as some paths say.
struct Echo {
    seen: Arc<Seen>,
}

impl Service for Echo {
    fn body_limit(&self, head: &RequestHead) -> usize {
        match head.path.as_str() {
            "/large" => 64 * 1024,
            "/count" => 64 << 20,
            _ => 8 * 1024,
        }
    }

    fn sink(&self, head: &RequestHead, _peer: Peer, _identity: &Identity) -> Option<Box<dyn Sink>> {
        (head.path == "/count").then(|| {
            let enough = head.query.as_deref().map_or(usize::MAX, |query| query.parse().unwrap());
            Box::new(Count { octets: 0, pieces: 0, enough }) as Box<dyn Sink>
        })
    }

    async fn call(&self, request: Request) -> Response {
        self.seen.begun.fetch_add(1, Ordering::SeqCst);
        let response = match (request.head.method, request.head.path.as_str()) {
            (Method::Post | Method::Put, "/slow") => {
                tokio::time::sleep(Duration::from_millis(400)).await;
                Response::new(200, "text/plain", request.body)
            }
            (Method::Post | Method::Put, "/hold") => {
                while !self.seen.released.load(Ordering::SeqCst) {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                Response::new(200, "text/plain", request.body)
            }
            (Method::Post | Method::Put, _) => Response::new(200, "text/plain", request.body),
            (_, "/ticks") => {
                let left = request.head.query.map_or(usize::MAX, |query| query.parse().unwrap());
                Response::streamed(200, "text/plain", Box::new(Ticks { number: 0, left }))
            }
            (_, "/flood") => Response::streamed(200, "text/plain", Box::new(Flood)),
            (_, "/query") => Response::text(200, &request.head.query.unwrap_or_default()),
            (_, "/peer") => Response::text(200, &request.peer.to_string()),
            // Twice what the kernel would buffer for a peer that does not read.
            (_, "/huge") => Response::new(200, "application/octet-stream", vec![b'x'; 16 << 20]),
            (_, "/known") => Response { to_known: true, ..Response::text(200, "known") },
            (_, "/busy") => Response::text(503, "busy").with_header("Retry-After", "7"),
            (_, "/panic") => panic!("on purpose"),
            _ => Response::text(200, "hello"),
        };
        self.seen.ended.fetch_add(1, Ordering::SeqCst);
        response
    }

    fn refused(&self, cause: Refusal) {
        self.seen.refused.lock().unwrap().push(cause);
    }
}

/// A connection on which every octet is the test's choice.
pub(crate) struct Raw {
    pub(crate) stream: TcpStream,
    rest: Vec<u8>,
}

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (known, value) = line.split_once(':')?;
            known.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }

    pub(crate) fn closes(&self) -> bool {
        self.header("connection") == Some("close")
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

impl Raw {
    pub(crate) fn connect(address: SocketAddr) -> Self {
        Self::over(TcpStream::connect(address).unwrap())
    }

    pub(crate) fn over(stream: TcpStream) -> Self {
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, rest: Vec::new() }
    }

    pub(crate) fn send(&mut self, octets: impl AsRef<[u8]>) -> &mut Self {
        self.stream.write_all(octets.as_ref()).unwrap();
        self
    }

    /// Sends what the server may no longer want.
    pub(crate) fn try_send(&mut self, octets: impl AsRef<[u8]>) -> bool {
        self.stream.write_all(octets.as_ref()).is_ok()
    }

    pub(crate) fn end(&mut self) -> &mut Self {
        self.stream.shutdown(Half::Write).unwrap();
        self
    }

    pub(crate) fn post(&mut self, path: &str, body: &[u8]) -> &mut Self {
        self.send(format!("POST {path} HTTP/1.1\r\nHost: h\r\nContent-Length: {}\r\n\r\n", body.len())).send(body)
    }

    /// Reads the head of one answer.
    pub(crate) fn head(&mut self) -> String {
        let end = loop {
            if let Some(at) = self.rest.windows(4).position(|window| window == b"\r\n\r\n") {
                break at + 4;
            }
            assert!(self.more(), "closed before the end of a head: {:?}", String::from_utf8_lossy(&self.rest));
        };
        String::from_utf8(self.rest.drain(..end).collect()).unwrap()
    }

    /// Reads one answer, by its Content-Length.
    pub(crate) fn answer(&mut self) -> Answer {
        let head = self.head();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let mut answer = Answer { status, head, body: Vec::new() };
        if status >= 200 {
            let length = answer.header("content-length").expect("Content-Length").parse().unwrap();
            while self.rest.len() < length {
                assert!(self.more(), "closed before the end of a body");
            }
            answer.body = self.rest.drain(..length).collect();
        }
        answer
    }

    /// Whether the server has closed, with nothing left to read: not by a reset.
    pub(crate) fn is_closed(&mut self) -> bool {
        self.rest.is_empty() && !self.more()
    }

    /// Whether the server ends the connection, with or without a word, in good order or not.
    pub(crate) fn is_gone(&mut self) -> bool {
        let mut buffer = [0; 4096];
        loop {
            match self.stream.read(&mut buffer) {
                Ok(0) => return true,
                Ok(_) => {}
                Err(error) => return error.kind() == ErrorKind::ConnectionReset,
            }
        }
    }

    fn more(&mut self) -> bool {
        let mut buffer = [0; 16 * 1024];
        let count = self.stream.read(&mut buffer).expect("an orderly answer");
        self.rest.extend_from_slice(&buffer[..count]);
        count > 0
    }
}

/// Waits until `condition` holds; fails after five seconds.
pub(crate) fn eventually(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..500 {
        if condition() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("never: {what}");
}
