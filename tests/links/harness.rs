//! Links with short times, peers made by hand, and what a link counts.

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use akeyd::ansi41::PointCode;
use akeyd::ansi41::m3ua::{self, Kind, Message, Parameter, ProtocolData};
use akeyd::ansi41::sccp::{Address, Segmenting, Ssn, Unitdata};
use akeyd::north::link::meter::{Direction, Meter};
use akeyd::north::link::settings::{Role, Settings, Side, TrafficMode, Transport};
use akeyd::north::link::{self, Event, Handle, State};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

pub(crate) const OURS: PointCode = PointCode::of(1, 1, 1);
pub(crate) const THEIRS: PointCode = PointCode::of(2, 2, 2);

/// Runs a test on a side thread's runtime; nothing here takes a minute.
pub(crate) fn run(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, async {
        tokio::time::timeout(Duration::from_mins(1), test).await.expect("a test that ends");
    });
}

pub(crate) fn settings(transport: Transport, role: Role) -> Settings {
    let (opc, dpc) = if role == Role::Client { (OURS, THEIRS) } else { (THEIRS, OURS) };
    Settings {
        name: "stp".into(),
        transport,
        role,
        side: if role == Role::Client { Side::Asp } else { Side::Sg },
        local: if role == Role::Server { vec!["127.0.0.1:0".parse().unwrap()] } else { Vec::new() },
        remote: Vec::new(),
        mode: TrafficMode::LoadShare,
        opc,
        dpc,
        routing_context: Some(5),
        network_appearance: None,
        asp_identifier: Some(1),
        network_indicator: 2,
        priority: 0,
        unit_name: "akeyd".into(),
        ssns: vec![Ssn::AC, Ssn::OTAF],
        segmenting: Segmenting::default(),
        reassembly_ms: 400,
        heartbeat_ms: 600,
        answer_ms: 1_000,
    }
}

/// What a link has counted.
#[derive(Default)]
pub(crate) struct Counts {
    trouble: Mutex<BTreeMap<&'static str, u64>>,
    states: Mutex<BTreeMap<State, usize>>,
}

impl Meter for Counts {
    fn associations(&self, _link: &str, state: State, count: usize) {
        self.states.lock().unwrap().insert(state, count);
    }

    fn messages(&self, _link: &str, _direction: Direction, _count: u64) {}

    fn trouble(&self, _link: &str, cause: &'static str) {
        *self.trouble.lock().unwrap().entry(cause).or_default() += 1;
    }
}

impl Counts {
    pub(crate) fn of(&self, cause: &str) -> u64 {
        self.trouble.lock().unwrap().get(cause).copied().unwrap_or_default()
    }

    pub(crate) fn active(&self) -> usize {
        self.states.lock().unwrap().get(&State::Active).copied().unwrap_or_default()
    }
}

/// A running link.
pub(crate) struct Running {
    pub(crate) handle: Option<Handle>,
    pub(crate) events: mpsc::Receiver<Event>,
    pub(crate) places: Vec<SocketAddr>,
    pub(crate) counts: Arc<Counts>,
    pub(crate) task: tokio::task::JoinHandle<()>,
}

pub(crate) fn start(settings: Settings) -> Running {
    start_captured(settings, None)
}

pub(crate) fn start_captured(settings: Settings, capture: Option<link::capture::Capture>) -> Running {
    let counts = Arc::new(Counts::default());
    let (handle, events, link) = link::open(settings, Arc::clone(&counts) as Arc<dyn Meter>, capture).unwrap();
    let places = link.places();
    let task = tokio::task::spawn_local(link.run());
    Running { handle: Some(handle), events, places, counts, task }
}

impl Running {
    pub(crate) fn send(&self, unitdata: Unitdata) -> Result<(), link::Refused> {
        self.handle.as_ref().unwrap().send(unitdata)
    }

    pub(crate) async fn next(&mut self) -> Event {
        tokio::time::timeout(Duration::from_secs(20), self.events.recv())
            .await
            .expect("in time")
            .expect("a living link")
    }

    pub(crate) async fn expect(&mut self, event: Event) {
        assert_eq!(self.next().await, event);
    }

    pub(crate) async fn received(&mut self) -> Unitdata {
        match self.next().await {
            Event::Received(unitdata) => unitdata,
            other => panic!("{other:?}"),
        }
    }

    /// Lets the link go, and waits for its end.
    pub(crate) async fn stop(mut self) {
        self.handle = None;
        tokio::time::timeout(Duration::from_secs(5), self.task).await.expect("an end").unwrap();
    }
}

pub(crate) fn unitdata(octets: usize) -> Unitdata {
    Unitdata {
        called: Address::of_ssn(Ssn::AC),
        calling: Address::of_ssn(Ssn::OTAF),
        return_on_error: true,
        data: (0..octets).map(|at| at as u8).collect(),
        ..Unitdata::default()
    }
}

/// A client and a server that have found each other.
pub(crate) async fn pair(transport: Transport) -> (Running, Running) {
    let mut server = start(settings(transport, Role::Server));
    let mut client =
        start(Settings { remote: vec![server.places[0].to_string()], ..settings(transport, Role::Client) });
    client.expect(Event::Up).await;
    server.expect(Event::Up).await;
    (client, server)
}

/// A signalling gateway made by hand.
pub(crate) struct Gateway {
    pub(crate) stream: TcpStream,
    received: Vec<u8>,
}

impl Gateway {
    /// Takes the next client.
    pub(crate) async fn accept(listener: &TcpListener) -> Self {
        let (stream, _) = listener.accept().await.unwrap();
        Self { stream, received: Vec::new() }
    }

    /// The same, and lets it become active.
    pub(crate) async fn activate(listener: &TcpListener) -> Self {
        let mut gateway = Self::accept(listener).await;
        gateway.expect(Kind::ASPUP).await;
        gateway.send(Kind::ASPUP_ACK, Vec::new()).await;
        gateway.expect(Kind::ASPAC).await;
        gateway.send(Kind::ASPAC_ACK, vec![Parameter::RoutingContexts(vec![5])]).await;
        gateway
    }

    pub(crate) async fn send(&mut self, kind: Kind, parameters: Vec<Parameter>) {
        self.stream.write_all(&Message::new(kind, parameters).write().unwrap()).await.unwrap();
    }

    /// The next message; heartbeats are answered and passed over.
    pub(crate) async fn next(&mut self) -> Message {
        loop {
            if let Some(length) = m3ua::frame(&self.received).unwrap() {
                let message = Message::read(&self.received[..length]).unwrap();
                self.received.drain(..length);
                if message.kind != Kind::BEAT {
                    return message;
                }
                let ack = message.acknowledged(Kind::BEAT_ACK);
                self.stream.write_all(&ack.write().unwrap()).await.unwrap();
                continue;
            }
            let mut octets = [0; 4096];
            let count = tokio::time::timeout(Duration::from_secs(20), self.stream.read(&mut octets)).await;
            let count = count.expect("in time").unwrap();
            assert!(count > 0, "the client has hung up");
            self.received.extend(&octets[..count]);
        }
    }

    pub(crate) async fn expect(&mut self, kind: Kind) -> Message {
        let message = self.next().await;
        assert_eq!(message.kind, kind, "{message:?}");
        message
    }

    /// Sends an SCCP message as DATA.
    pub(crate) async fn data(&mut self, sccp: Vec<u8>) {
        let data = ProtocolData {
            opc: THEIRS,
            dpc: OURS,
            service_indicator: ProtocolData::SCCP,
            network_indicator: 2,
            message_priority: 0,
            sls: 0,
            data: sccp,
        };
        self.send(Kind::DATA, vec![Parameter::RoutingContexts(vec![5]), Parameter::ProtocolData(data)]).await;
    }

    /// Waits until the client is gone.
    pub(crate) async fn wait_for_end(&mut self) {
        let mut octets = [0; 4096];
        let end = async { while self.stream.read(&mut octets).await.is_ok_and(|count| count > 0) {} };
        tokio::time::timeout(Duration::from_secs(20), end).await.expect("an end");
    }
}

/// A client of a gateway made by hand, whose listener comes with it.
pub(crate) async fn client_of_gateway(change: impl FnOnce(&mut Settings)) -> (Running, TcpListener) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut settings = settings(Transport::M3uaTcp, Role::Client);
    settings.remote = vec![listener.local_addr().unwrap().to_string()];
    change(&mut settings);
    (start(settings), listener)
}
