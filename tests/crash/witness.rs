//! Stands between the service and its authentication centre, passes everything on, and writes down what was said.
//!
//! So the test knows of every key that was staged, activated and discarded, from neither side's account of it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use akeyd::north::wrap::TransportKey;
use akeyd::words::{DeviceId, State};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::books::Books;
use super::fleet::Mark;

/// What passed, in order.
#[derive(Default)]
struct Notes {
    /// Deliveries, each with the moment at which its first octet passed.
    deliveries: Vec<(Mark, serde_json::Value)>,
    /// Every octet of both directions.
    traffic: Vec<u8>,
}

/// A way to the authentication centre that remembers.
pub(crate) struct Witness {
    pub(crate) port: u16,
    notes: Arc<Mutex<Notes>>,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Witness {
    /// Passes on to this port of this machine.
    pub(crate) fn before(centre: u16, clock: impl Fn() -> Mark + Send + 'static) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a mode of sockets");
        let port = listener.local_addr().expect("bound").port();
        let notes = Arc::new(Mutex::new(Notes::default()));
        let (end, ended) = oneshot::channel();
        let own = Arc::clone(&notes);
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            let clock: Rc<dyn Fn() -> Mark> = Rc::new(clock);
            tokio::task::LocalSet::new().block_on(&runtime, async {
                let listener = TcpListener::from_std(listener).expect("a listener");
                let pass = async {
                    loop {
                        let Ok((client, _)) = listener.accept().await else { continue };
                        tokio::task::spawn_local(pass_on(client, centre, Arc::clone(&own), Rc::clone(&clock)));
                    }
                };
                tokio::select! { () = pass => {} , _ = ended => {} }
            });
        });
        Self { port, notes, end: Some(end), thread: Some(thread) }
    }

    /// What was said of each exchange.
    pub(crate) fn account(&self, key: &TransportKey) -> Account {
        let notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        let mut account = Account::default();
        for (mark, delivery) in &notes.deliveries {
            account.take(*mark, delivery, key);
        }
        account
    }

    /// Whether these octets have passed.
    pub(crate) fn traffic(&self) -> Vec<u8> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner).traffic.clone()
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        drop(self.end.take());
        self.thread.take().map(JoinHandle::join);
    }
}

async fn pass_on(mut client: TcpStream, centre: u16, notes: Arc<Mutex<Notes>>, clock: Rc<dyn Fn() -> Mark>) {
    let Ok(mut server) = TcpStream::connect(("127.0.0.1", centre)).await else { return };
    let (mut from_client, mut to_client) = client.split();
    let (mut from_server, mut to_server) = server.split();
    let requests = RefCell::new(Requests::default());
    let there = async {
        let mut buffer = [0; 16384];
        while let Ok(length @ 1..) = from_client.read(&mut buffer).await {
            let octets = &buffer[..length];
            let found = requests.borrow_mut().take(octets, clock());
            note(&notes, octets, found);
            if to_server.write_all(octets).await.is_err() {
                break;
            }
        }
    };
    let back = async {
        let mut buffer = [0; 16384];
        while let Ok(length @ 1..) = from_server.read(&mut buffer).await {
            let octets = &buffer[..length];
            note(&notes, octets, Vec::new());
            if to_client.write_all(octets).await.is_err() {
                break;
            }
        }
    };
    // When either side is gone, so is the connection.
    tokio::select! { () = there => {}, () = back => {} }
}

fn note(notes: &Mutex<Notes>, octets: &[u8], deliveries: Vec<(Mark, serde_json::Value)>) {
    let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
    notes.traffic.extend_from_slice(octets);
    notes.deliveries.extend(deliveries);
}

/// Requests of one connection, as they come.
#[derive(Default)]
struct Requests {
    octets: Vec<u8>,
    since: Mark,
}

impl Requests {
    /// Takes what came; gives the JSON bodies that are complete now.
    fn take(&mut self, octets: &[u8], now: Mark) -> Vec<(Mark, serde_json::Value)> {
        if self.octets.is_empty() {
            self.since = now;
        }
        self.octets.extend_from_slice(octets);
        let mut found = Vec::new();
        while let Some(head) = self.octets.windows(4).position(|four| four == b"\r\n\r\n") {
            let text = String::from_utf8_lossy(&self.octets[..head]).to_ascii_lowercase();
            let length = text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
            let end = head + 4 + length.unwrap_or(0);
            if self.octets.len() < end {
                break;
            }
            if let Ok(body) = serde_json::from_slice(&self.octets[head + 4..end]) {
                found.push((self.since, body));
            }
            self.octets.drain(..end);
            self.since = now;
        }
        found
    }
}

/// What the authentication centre was told of one exchange.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) device: Option<DeviceId>,
    /// Keys that it was to take beside the one in use; the last one counts.
    pub(crate) staged: Vec<Vec<u8>>,
    /// Keys that it was to make live.
    pub(crate) activated: BTreeSet<Vec<u8>>,
    /// When it first was to take one, and to make one live.
    pub(crate) first: [Option<Mark>; 2],
    /// Keys that it was to forget.
    pub(crate) discarded: BTreeSet<Vec<u8>>,
}

/// What it was told, by exchange.
#[derive(Debug, Default)]
pub(crate) struct Account(pub(crate) BTreeMap<String, Told>);

impl Account {
    /// What of it, up to a moment, the books do not bear out: who is told of a key before it is durable here may know of one that nobody has.
    pub(crate) fn judge(&self, books: &Books, until: Mark, wrong: &mut Vec<String>) {
        for (exchange, told) in &self.0 {
            let passed = |mark: Option<Mark>| mark.is_some_and(|mark| mark <= until);
            let least = match told.first.map(passed) {
                [_, true] => State::Committed,
                [true, false] => State::Pending,
                [false, false] => continue,
            };
            let own = told.device.as_ref().and_then(|device| books.exchanges.get(device)).into_iter().flatten();
            match own.into_iter().find(|record| record.id.to_string() == *exchange) {
                None => wrong.push(format!("exchange {exchange} of {:?} has vanished", told.device)),
                // One that has begun again since stands lower for a while, unless its key is live.
                Some(record) if record.state < least && least == State::Committed => {
                    wrong.push(format!(
                        "exchange {exchange}: its key was to be live, and it stands at {}",
                        record.state
                    ));
                }
                Some(_) => {}
            }
        }
    }

    fn take(&mut self, mark: Mark, delivery: &serde_json::Value, key: &TransportKey) {
        let text = |name: &str| delivery[name].as_str().unwrap_or_default();
        let told = self.0.entry(text("exchange").to_owned()).or_default();
        told.device = told.device.take().or_else(|| DeviceId::new(delivery["device"]["device_id"].as_str()?));
        match text("action") {
            "stage" => {
                let wrapped = BASE64.decode(text("wrapped_key")).expect("a wrapped key in base64");
                let (exchange, key) = key.unwrap(&wrapped).expect("wrapped under the transport key");
                assert_eq!(exchange.to_string(), text("exchange"), "the key is another exchange's");
                told.first[0].get_or_insert(mark);
                told.staged.push(key.expose().to_vec());
            }
            "activate" => {
                told.first[1].get_or_insert(mark);
                told.activated.extend(told.staged.last().cloned());
            }
            "discard" => told.discarded.extend(told.staged.last().cloned()),
            _ => {}
        }
    }
}
