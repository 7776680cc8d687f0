//! `akeyd demo`: a whole service, its authentication centre and N handsets in one process, over loopback sockets.
//!
//! Every handset comes once, gets a new key, and its key is compared with the authentication centre's. Nothing is written anywhere. Called by
//! `cli`; every piece in it is the one that serves in earnest, but for the store, which is memory.

use std::fmt;
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use akeyd_hw::{Backend, Group};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::desk::record::Subscriber;
use crate::desk::{self, Start};
use crate::dm::account::{Account, ServerSecret};
use crate::dm::profile::{CarrierProfile, Profile, Style};
use crate::exchange::choice::Policy;
use crate::groups::Groups;
use crate::handset::{self, Carriage, Encoding, Handset, SessionOutcome};
use crate::http::client::Client;
use crate::http::server;
use crate::is683::AKeyPRev;
use crate::limits;
use crate::serve::front::{Front, Rules};
use crate::serve::{self, NetBackend, Plan, RelayCheck, Running, StartError};
use crate::store::memory::MemoryStore;
use crate::syncml::auth::{self, AuthType};
use crate::words::{DeviceId, Dialect, Kind, Order, Way, spelled};

use super::latency::{Latencies, Latency};
use super::otaf;

spelled! {
    /// Who drives the exchanges of the demo from the north.
    North {
        /// akeyd does, and asks an authentication centre in software.
        Software = "software",
        /// An over-the-air function does, which attaches to each handset and sends forward messages; relay only.
        Otaf = "otaf",
    }
}

/// What shall be shown.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Handsets.
    pub handsets: u32,
    /// Handsets that are here at one time.
    pub at_once: usize,
    /// Way.
    pub way: Way,
    /// Dialect.
    pub dialect: Dialect,
    /// Order.
    pub order: Order,
    /// Kind of key.
    pub kind: Kind,
    /// Encoding of documents.
    pub encoding: Encoding,
    /// Carrier style.
    pub style: Style,
    /// Scheme of credentials.
    pub auth: AuthType,
    /// Who drives from the north.
    pub north: North,
    /// Name of the group.
    pub group: String,
    /// IO threads; `None`: one for each core.
    pub threads: Option<usize>,
    /// How sockets are driven.
    pub net: Option<NetBackend>,
    /// Folder for traced messages.
    pub trace: Option<std::path::PathBuf>,
}

/// What came of it.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Handsets.
    pub handsets: u32,
    /// Handsets that hold a new key.
    pub updated: u32,
    /// Handsets that do not.
    pub failed: u32,
    /// Handsets whose key is the authentication centre's.
    pub keys_match: u32,
    /// From the first handset's first message to the last one's last.
    pub seconds: f64,
    /// Exchanges in a second.
    pub exchanges_per_second: f64,
    /// Way.
    pub way: &'static str,
    /// Dialect.
    pub dialect: &'static str,
    /// Carrier style.
    pub style: &'static str,
    /// Who drove from the north.
    pub north: &'static str,
    /// P, bits.
    pub p_bits: u32,
    /// How sockets were driven.
    pub net: &'static str,
    /// Which arithmetic.
    pub backend: &'static str,
    /// Messages that a handset sent, on average.
    pub messages_per_exchange: f64,
    /// A handset's session from its first message to its last answer, milliseconds.
    pub exchange_ms: Latency,
    /// One message to its answer, milliseconds.
    pub message_ms: Latency,
    /// Why handsets failed, with how many.
    pub causes: Vec<(String, u32)>,
}

/// Why there is nothing to show.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A combination that does not exist.
    #[error("{0}")]
    NotPossible(String),
    /// The service did not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// A thread or runtime could not be had.
    #[error("{0}")]
    System(#[from] std::io::Error),
    /// The random source gave nothing.
    #[error("no random numbers: {0}")]
    Random(#[from] getrandom::Error),
}

impl Report {
    /// Whether every handset holds the authentication centre's key.
    pub fn is_good(&self) -> bool {
        self.updated == self.handsets && self.keys_match == self.handsets
    }
}

/// Runs the demo. A progress bar goes to standard error, if that is a terminal.
pub fn run(settings: &Settings) -> Result<Report, DemoError> {
    check(settings)?;
    let group = Group::known(&settings.group).ok_or_else(|| {
        DemoError::NotPossible(format!("--group: `{}` is not one of {}", settings.group, Group::KNOWN.join(", ")))
    })?;
    let fleet = (0..settings.handsets).map(Member::new).collect::<Result<Vec<_>, _>>()?;
    let plan = plan(settings, Arc::new(group), &fleet);
    let (p_bits, backend) = (plan.desk.group.bits(), plan.backend);
    let running = Rc::new(serve::start(plan)?);

    let bar = ProgressBar::new(u64::from(settings.handsets)).with_style(
        ProgressStyle::with_template("{bar:40} {pos}/{len} handsets  {per_sec}  {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    let began = Instant::now();
    let visits = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(tokio::task::LocalSet::new().run_until(visits(settings, &running, &fleet, &bar)));
    let seconds = began.elapsed().as_secs_f64();
    bar.finish_and_clear();

    let mut tally = Tally::default();
    for visit in &visits {
        tally.count(visit, &running);
    }
    let report = tally.report(settings, &running, seconds, p_bits, backend);
    if let Ok(running) = Rc::try_unwrap(running) {
        running.stop();
    }
    Ok(report)
}

fn check(settings: &Settings) -> Result<(), DemoError> {
    let not = |what: String| Err(DemoError::NotPossible(what));
    match settings {
        Settings { handsets: 0, .. } => not("--handsets: 0 is none".into()),
        Settings { handsets, .. } if *handsets > limits::DEMO_HANDSETS => {
            not(format!("--handsets: {handsets} are more than {}", limits::DEMO_HANDSETS))
        }
        Settings { dialect: Dialect::Is683, order: Order::MsFirst, .. } => {
            not("--order: order_not_possible: is683 has BS_RESULT first".into())
        }
        Settings { dialect: Dialect::Is683, kind: Kind::RootKey, .. } => not("--kind: is683 makes an A-key".into()),
        Settings { north: North::Otaf, way: Way::Perform, .. } => {
            not("--north: an OTAF drives a relay, not the way perform".into())
        }
        _ => Ok(()),
    }
}

/// A handset and its account.
struct Member {
    device: DeviceId,
    user: String,
    password: Zeroizing<String>,
    server_password: Zeroizing<String>,
    client_nonce: Vec<u8>,
    server_nonce: Vec<u8>,
}

impl Member {
    fn new(number: u32) -> Result<Self, DemoError> {
        let mut random = Zeroizing::new([0; 64]);
        getrandom::fill(&mut *random)?;
        let password = |octets: &[u8]| {
            Zeroizing::new(octets.iter().fold(String::new(), |text, octet| text + &format!("{octet:02x}")))
        };
        let name = format!("MEID:A1{number:012X}");
        Ok(Self {
            device: DeviceId::new(&name).ok_or_else(|| DemoError::NotPossible(name.clone()))?,
            user: name,
            password: password(&random[..16]),
            server_password: password(&random[16..32]),
            client_nonce: random[32..48].to_vec(),
            server_nonce: random[48..].to_vec(),
        })
    }

    fn subscriber(&self, scheme: AuthType) -> Subscriber {
        let server = ServerSecret::new(scheme, SERVER_ID, &self.server_password, self.server_nonce.clone());
        let account = Account {
            scheme,
            client: auth::user_digest(&self.user, &self.password),
            client_nonce: self.client_nonce.clone(),
            last_slot: 0,
            resync_left: false,
            server: Some(server),
        };
        Subscriber { device: self.device.clone(), account, model: "demo".into(), capability: None }
    }

    fn handset(&self, settings: &Settings, url: &str) -> Handset {
        let account = handset::Account {
            device_id: self.device.clone(),
            url: url.to_owned(),
            version: handset::DmVersion::V1_2,
            scheme: match settings.auth {
                AuthType::Basic => handset::Scheme::Basic,
                AuthType::Md5 => handset::Scheme::Md5,
                AuthType::Mac => handset::Scheme::Mac,
            },
            user: self.user.clone(),
            password: self.password.clone(),
            server_id: SERVER_ID.into(),
            server_password: self.server_password.clone(),
        };
        Handset::new(handset::Build {
            nonces: handset::Nonces { client: self.client_nonce.clone(), server: self.server_nonce.clone() },
            dialect: settings.dialect,
            carrier: handset::Carrier { style: handset_style(settings.style), ..handset::Carrier::default() },
            ..handset::Build::of(account)
        })
    }
}

const SERVER_ID: &str = "akeyd-demo";

fn handset_style(style: Style) -> handset::Style {
    match style {
        Style::ExecAlert => handset::Style::ExecAlert,
        Style::ExecResults => handset::Style::ExecResults,
        Style::ExecGet => handset::Style::ExecGet,
        Style::ReplaceGet => handset::Style::ReplaceGet,
    }
}

fn plan(settings: &Settings, group: Arc<Group>, fleet: &[Member]) -> Plan {
    let profile = Profile {
        carrier: CarrierProfile { style: settings.style, ..CarrierProfile::default() },
        ..Profile::default()
    };
    let exponent_bits = if group.bits() < 1024 { 160 } else { 384 };
    let desk = desk::Settings {
        server_id: SERVER_ID.into(),
        auth: settings.auth,
        hold_ms: limits::DM_HOLD_DEFAULT_MS,
        hold_rounds: limits::DM_HOLD_ROUNDS_DEFAULT,
        profiles: [("demo".to_owned(), Arc::new(profile))].into(),
        policy: Policy {
            way: Some(settings.way),
            dialect: Some(settings.dialect),
            revisions: vec![AKeyPRev::A_KEY],
            north_computes: true,
        },
        order: settings.order,
        kind: settings.kind,
        start_on_contact: false,
        group,
        exponent_bits,
        exchange_ms: limits::EXCHANGE_MS,
        step_ms: limits::STEP_MS,
        north_ms: limits::NORTH_MS,
    };
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    Plan {
        front: Front {
            plain: Some(SocketAddr::from(([127, 0, 0, 1], 0)).into()),
            tls: None,
            status: Some(([127, 0, 0, 1], 0).into()),
            inherited: Vec::new(),
            rules: Rules { settings: at_loopback(), tls: None },
        },
        path: "/dm".into(),
        threads: settings.threads.unwrap_or(cores),
        net: settings.net,
        compute_threads: (cores / 4).max(1),
        check_every: limits::CHECK_EVERY_DEFAULT,
        backend: Backend::detect(),
        groups: Groups::fixed(Arc::clone(&desk.group)),
        relay: RelayCheck { refuse: true, min_p_bits: akeyd_hw::limits::MIN_BITS },
        desk: Arc::new(desk),
        store: Arc::new(MemoryStore::new(fleet.iter().map(|member| member.subscriber(settings.auth)))),
        trace: settings.trace.clone(),
    }
}

/// All handsets of the demo are behind one address.
fn at_loopback() -> server::Settings {
    let defaults = server::Settings::default();
    server::Settings { strangers_per_host: defaults.connections, ..defaults }
}

/// What one handset's visit came to.
struct Visit {
    device: DeviceId,
    handset: Handset,
    took: Duration,
    report: Result<handset::Report, String>,
    /// Why the OTAF's half failed, if it drove and did.
    otaf: Option<String>,
}

async fn visits(settings: &Settings, running: &Rc<Running>, fleet: &[Member], bar: &ProgressBar) -> Vec<Visit> {
    let url = format!("http://{}/dm", running.plain[0]);
    let room = Rc::new(Semaphore::new(settings.at_once.max(1)));
    let tasks: Vec<_> = fleet
        .iter()
        .map(|member| {
            let (room, running, bar) = (Rc::clone(&room), Rc::clone(running), bar.clone());
            let handset = member.handset(settings, &url);
            let (device, url, settings) = (member.device.clone(), url.clone(), settings.clone());
            tokio::task::spawn_local(async move {
                let _room = room.acquire().await;
                let visit = visit(&settings, &running, device, handset, &url).await;
                bar.inc(1);
                visit
            })
        })
        .collect();
    let mut visits = Vec::with_capacity(tasks.len());
    for task in tasks {
        if let Ok(visit) = task.await {
            visits.push(visit);
        }
    }
    visits
}

async fn visit(settings: &Settings, running: &Running, device: DeviceId, mut handset: Handset, url: &str) -> Visit {
    let carriage = Carriage::of(settings.encoding);
    let began = Instant::now();
    let (report, otaf) = {
        let come = async {
            let mut client = Client::new(url).map_err(|error| error.to_string())?;
            handset::run_session(&mut handset, &mut client, &carriage, getrandom::fill).await.map_err(|e| e.to_string())
        };
        match settings.north {
            North::Software => {
                let start = Start { device: device.clone(), way: None, dialect: None, order: None, kind: None };
                if running.start_exchange(start) { (come.await, None) } else { (Err("no room".into()), None) }
            }
            North::Otaf => {
                let (report, driven) = tokio::join!(come, otaf::drive(running, &device));
                (report, driven.err().map(|error| error.to_string()))
            }
        }
    };
    Visit { device, handset, took: began.elapsed(), report, otaf }
}

#[derive(Default)]
struct Tally {
    updated: u32,
    keys_match: u32,
    messages: u64,
    exchange: Latencies,
    message: Latencies,
    causes: std::collections::BTreeMap<String, u32>,
}

impl Tally {
    fn count(&mut self, visit: &Visit, running: &Running) {
        let key = visit.handset.keys().committed.as_ref();
        if key.is_some_and(|key| activated(running, &visit.device, key.expose())) {
            self.keys_match += 1;
        }
        self.exchange.record(visit.took);
        let cause = match &visit.report {
            Ok(report) => {
                self.messages += u64::from(report.messages);
                report.latencies.iter().for_each(|took| self.message.record(*took));
                if report.outcome == SessionOutcome::Updated {
                    self.updated += 1;
                    None
                } else {
                    Some(report.cause.clone().unwrap_or_else(|| report.outcome.to_string()))
                }
            }
            Err(error) => Some(error.clone()),
        };
        if let Some(cause) = cause.or_else(|| visit.otaf.clone()) {
            *self.causes.entry(cause).or_default() += 1;
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "an average for people")]
    fn report(self, settings: &Settings, running: &Running, seconds: f64, p_bits: u32, backend: Backend) -> Report {
        Report {
            handsets: settings.handsets,
            updated: self.updated,
            failed: settings.handsets - self.updated,
            keys_match: self.keys_match,
            seconds,
            exchanges_per_second: f64::from(self.updated) / seconds,
            way: settings.way.as_str(),
            dialect: settings.dialect.as_str(),
            style: settings.style.as_str(),
            north: settings.north.as_str(),
            p_bits,
            net: running.net.as_str(),
            backend: backend.as_str(),
            messages_per_exchange: self.messages as f64 / f64::from(settings.handsets),
            exchange_ms: self.exchange.figures(),
            message_ms: self.message.figures(),
            causes: self.causes.into_iter().collect(),
        }
    }
}

/// Whether the authentication centre comes to hold this key: it is told right after the handset's session has ended.
fn activated(running: &Running, device: &DeviceId, key: &[u8]) -> bool {
    static PATIENCE_MS: AtomicU64 = AtomicU64::new(5_000);
    loop {
        if running.centre.a_key(device).is_some_and(|in_use| in_use.expose() == key) {
            return true;
        }
        if PATIENCE_MS.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err() {
            return false;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} by {}, {} {}, P of {} bits; sockets by {}, powers by {}",
            self.way, self.north, self.dialect, self.style, self.p_bits, self.net, self.backend
        )?;
        writeln!(f)?;
        writeln!(f, "  handsets            {:>10}", self.handsets)?;
        writeln!(f, "  updated             {:>10}", self.updated)?;
        writeln!(f, "  failed              {:>10}", self.failed)?;
        writeln!(f, "  keys match the AC's {:>10}", self.keys_match)?;
        for (cause, count) in &self.causes {
            writeln!(f, "    {count} x {cause}")?;
        }
        writeln!(f, "  seconds             {:>10.3}", self.seconds)?;
        writeln!(f, "  exchanges/s         {:>10.0}", self.exchanges_per_second)?;
        writeln!(f, "  messages/exchange   {:>10.2}", self.messages_per_exchange)?;
        writeln!(f)?;
        writeln!(f, "  milliseconds           p50       p95       p99       max")?;
        for (name, of) in [("exchange", &self.exchange_ms), ("message", &self.message_ms)] {
            writeln!(f, "  {name:<16} {:>9.2} {:>9.2} {:>9.2} {:>9.2}", of.p50, of.p95, of.p99, of.max)?;
        }
        writeln!(f)?;
        f.write_str(if self.is_good() { "All keys match." } else { "NOT all keys match." })
    }
}
