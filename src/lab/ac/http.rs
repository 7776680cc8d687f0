//! An authentication centre that speaks JSON over HTTPS: takes `stage`, `activate`, `discard` and `outcome`, answers the questions of relayed exchanges.
//!
//! The other end of `docs/delivery.md`, written from that page. Durable: what it has acknowledged it never loses, so that crash tests can be judged
//! by it. Computes with the slow, obvious power and cuts keys by itself. GET `/state` tells everything, keys too: for laboratories. Runs on a thread of
//! its own. Called by `cli` and by the demo.
//!
//! * [`ledger`]: what is held
//! * `journal`: how it stays
//! * [`half`]: the network's half of relayed exchanges
//! * [`fault`]: what goes wrong on request

pub mod fault;
pub mod half;
mod journal;
pub mod ledger;

use std::cell::Cell;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError, mpsc as std_mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use akeyd_hw::Group;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustls::ServerConfig;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::http::server::{self, Door, Method, Refusal, Request, RequestHead, Response, Service, Shutdown};
use crate::limits;
use crate::net::epoll;
use crate::north::outbox::document;
use crate::north::wrap::TransportKey;
use crate::words::DeviceId;
use fault::{Fault, FaultKind};
use half::Half;
use journal::Journal;
use ledger::{Action, Entry, Ledger, Line, Verdict};

/// How a centre is started.
pub struct Settings {
    /// Where it listens; port 0 takes any.
    pub listen: SocketAddr,
    /// TLS, or plain HTTP.
    pub tls: Option<Arc<ServerConfig>>,
    /// File of what it has taken; `None`: it ends with the process.
    pub state: Option<PathBuf>,
    /// Under which keys travel to it.
    pub transport_key: TransportKey,
    /// P and G of exchanges that it computes.
    pub group: Group,
    /// What goes wrong.
    pub fault: Option<Fault>,
}

/// A running centre.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    ledger: Arc<Mutex<Ledger>>,
    stop: watch::Sender<bool>,
    thread: JoinHandle<()>,
}

/// Starts a centre on a thread of its own.
///
/// # Errors
/// The address cannot be had, or the file cannot be read.
pub fn start(settings: Settings) -> io::Result<Running> {
    let Settings { listen, tls, state, transport_key, group, fault } = settings;
    let socket = std::net::TcpListener::bind(listen)?;
    let address = socket.local_addr()?;
    let mut held = Ledger::default();
    let journal = match &state {
        Some(path) => Journal::open(path, &mut held)?,
        None => Journal::default(),
    };
    let ledger = Arc::new(Mutex::new(held));
    let (stop, mut stopped) = watch::channel(false);
    let (stands, standing) = std_mpsc::channel();
    let own = Arc::clone(&ledger);
    let serve = move || {
        let served = epoll::run(async {
            let listener = epoll::Listener::new(socket)?;
            let defaults = server::Settings::default();
            let door = Door::alone(server::Settings { tls, strangers_per_host: defaults.connections, ..defaults });
            let centre =
                Centre { ledger: own, journal, transport_key, half: Half::new(group), fault, requests: Cell::new(0) };
            let shutdown = Shutdown::new();
            tokio::task::spawn_local(server::serve(listener, Rc::new(centre), door, shutdown.clone()));
            let _ = stands.send(Ok(()));
            let _ = stopped.wait_for(|stopped| *stopped).await;
            shutdown.begin();
            shutdown.drained(Duration::from_secs(1)).await;
            Ok(())
        });
        if let Err(error) = served.and_then(|served| served) {
            let _ = stands.send(Err(error));
        }
    };
    let thread = std::thread::Builder::new().name("ac".into()).spawn(serve)?;
    standing.recv().unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))?;
    Ok(Running { address, ledger, stop, thread })
}

impl Running {
    /// The key in use for a device.
    pub fn key(&self, device: &DeviceId) -> Option<Vec<u8>> {
        document::octets(lock(&self.ledger).key(device.as_str())?)
    }

    /// Every subscriber.
    pub fn lines(&self) -> Vec<Line> {
        lock(&self.ledger).lines()
    }

    /// Stops: requests that run end.
    pub fn stop(self) {
        self.stop.send_replace(true);
        let _ = self.thread.join();
    }
}

fn lock(ledger: &Mutex<Ledger>) -> std::sync::MutexGuard<'_, Ledger> {
    ledger.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Centre {
    ledger: Arc<Mutex<Ledger>>,
    journal: Journal,
    transport_key: TransportKey,
    half: Half,
    fault: Option<Fault>,
    requests: Cell<u64>,
}

/// What every post says.
#[derive(Deserialize)]
struct Post {
    id: String,
    exchange: String,
    action: String,
    device: Device,
    #[serde(default)]
    seq: u64,
    wrapped_key: Option<String>,
    outcome: Option<String>,
}

#[derive(Deserialize)]
struct Device {
    #[serde(rename = "device_id")]
    name: String,
    min: Option<String>,
    imsi: Option<String>,
}

impl Device {
    fn msid(&self) -> &str {
        self.min.as_ref().or(self.imsi.as_ref()).unwrap_or(&self.name)
    }
}

impl Service for Centre {
    fn body_limit(&self, _head: &RequestHead) -> usize {
        limits::NORTH_ANSWER_OCTETS
    }

    async fn call(&self, request: Request) -> Response {
        match request.head.method {
            Method::Get if request.head.path == "/state" => {
                let lines = lock(&self.ledger).lines();
                answer(200, &serde_json::to_value(lines).unwrap_or_default())
            }
            Method::Post => self.post(&request).await,
            _ => Response::text(404, "POST, or GET /state"),
        }
    }

    fn refused(&self, cause: Refusal) {
        tracing::debug!(cause = cause.as_str(), "refused");
    }
}

impl Centre {
    async fn post(&self, request: &Request) -> Response {
        let fault = self.fault.and_then(|fault| fault.with(self.requests.replace(self.requests.get() + 1)));
        match fault {
            Some(FaultKind::Silence) => std::future::pending().await,
            Some(FaultKind::Late) => tokio::time::sleep(LATE).await,
            Some(FaultKind::Error) => return Response::text(500, "as asked for"),
            Some(FaultKind::Busy) => return Response::text(503, "as asked for").with_header("Retry-After", "1"),
            Some(FaultKind::Conflict) => return refuse(409, 1, "as asked for"),
            Some(FaultKind::Forget) => return answer(200, &json!({ "state": "forgotten" })),
            Some(FaultKind::Lose) | None => {}
        }
        let response = self.answer(request).await;
        if fault == Some(FaultKind::Lose) {
            // The client gives up, and sends it again.
            std::future::pending::<()>().await;
        }
        response
    }

    async fn answer(&self, request: &Request) -> Response {
        let Ok(post) = serde_json::from_slice::<Post>(&request.body) else {
            return refuse(400, 1, "this is not a delivery");
        };
        if request.head.headers.text("idempotency-key") != Some(&post.id) {
            return refuse(400, 1, "Idempotency-Key is not the id");
        }
        match post.action.parse() {
            Ok(action) => self.take(action, post).await,
            Err(_) => match self.half.answer(&request.body, post.device.msid()) {
                Ok((said, None)) => answer(200, &said),
                Ok((said, Some(computed))) => {
                    let verdict = lock(&self.ledger).judge(&computed, Action::Stage);
                    match verdict {
                        Verdict::Take => self.write(computed).await,
                        Verdict::Known => self.journal.durable().await,
                        Verdict::Refuse(code, why) => return refuse(409, code, why),
                    }
                    answer(200, &said)
                }
                Err((code, why)) => refuse(422, code, why),
            },
        }
    }

    async fn take(&self, action: Action, post: Post) -> Response {
        let mut entry = Entry {
            seq: post.seq,
            msid: post.device.msid().to_owned(),
            exchange: post.exchange,
            action: post.action,
            device_id: post.device.name,
            kind: None,
            key: None,
            outcome: post.outcome.filter(|_| action == Action::Outcome),
        };
        if action == Action::Stage {
            let wrapped = post.wrapped_key.and_then(|text| STANDARD.decode(text).ok()).unwrap_or_default();
            let Ok((exchange, key)) = self.transport_key.unwrap(&wrapped) else {
                return refuse(422, 2, "the key cannot be unwrapped");
            };
            if exchange.to_string() != entry.exchange {
                return refuse(422, 2, "the key is another exchange's");
            }
            entry.kind = Some(key.kind().as_str().into());
            entry.key = Some(document::hex(key.expose()));
        }
        let verdict = lock(&self.ledger).judge(&entry, action);
        match verdict {
            Verdict::Take => self.write(entry).await,
            // Perhaps its first coming is still on its way to the disk.
            Verdict::Known => self.journal.durable().await,
            Verdict::Refuse(code, why) => return refuse(409, code, why),
        }
        answer(200, &json!({ "state": if verdict == Verdict::Take { "taken" } else { "known" } }))
    }

    async fn write(&self, entry: Entry) {
        self.journal.append(&entry);
        lock(&self.ledger).take(entry);
        self.journal.durable().await;
    }
}

/// Longer than clients wait.
const LATE: Duration = Duration::from_secs(15);

fn answer(status: u16, document: &Value) -> Response {
    Response::new(status, "application/json", document.to_string())
}

fn refuse(status: u16, code: u8, why: &str) -> Response {
    answer(status, &json!({ "result_code": code, "detail": why }))
}
