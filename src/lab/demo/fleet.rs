//! The handsets of a demo, the service that they come to, and their visits.
//!
//! Called by the rest of the demo.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use akeyd_hw::{Backend, Group};
use indicatif::ProgressBar;
use tokio::sync::{Semaphore, oneshot};
use zeroize::Zeroizing;

use super::combination::{Combination, North};
use super::far::{Far, Ordered};
use super::{DemoError, Settings};
use crate::compute;
use crate::desk::record::{Place, Subscriber};
use crate::desk::{self, Origin, Start};
use crate::dm::account::{Account, ServerSecret};
use crate::dm::profile::{CarrierProfile, Is683Profile, NodesProfile, Profile, Style};
use crate::exchange::choice::{Policy, Wishes};
use crate::groups::Groups;
use crate::handset::{self, Carriage, Handset, SessionOutcome};
use crate::http::client::Client;
use crate::http::server;
use crate::is683::AKeyPRev;
use crate::lab::otaf;
use crate::limits;
use crate::metrics::Metrics;
use crate::north;
use crate::serve::front::{Front, Rules};
use crate::serve::{Past, Plan, RelayCheck, Retention, Running};
use crate::store::memory::MemoryStore;
use crate::syncml::auth::{self, AuthType};
use crate::words::{DeviceId, Way};

/// A handset and its account.
pub(super) struct Member {
    number: u32,
    pub(super) device: DeviceId,
    pub(super) combination: Combination,
    user: String,
    password: Zeroizing<String>,
    server_password: Zeroizing<String>,
    client_nonce: Vec<u8>,
    server_nonce: Vec<u8>,
}

impl Member {
    pub(super) fn new(number: u32, combination: Combination) -> Result<Self, DemoError> {
        let mut random = Zeroizing::new([0; 64]);
        getrandom::fill(&mut *random)?;
        let password = |octets: &[u8]| {
            Zeroizing::new(octets.iter().fold(String::new(), |text, octet| text + &format!("{octet:02x}")))
        };
        let name = format!("MEID:A1{number:012X}");
        Ok(Self {
            number,
            device: DeviceId::new(&name).ok_or_else(|| DemoError::NotPossible(name.clone()))?,
            combination,
            user: name,
            password: password(&random[..16]),
            server_password: password(&random[16..32]),
            client_nonce: random[32..48].to_vec(),
            server_nonce: random[48..].to_vec(),
        })
    }

    pub(super) fn subscriber(&self) -> Subscriber {
        let scheme = self.combination.auth;
        let server = ServerSecret::new(scheme, SERVER_ID, &self.server_password, self.server_nonce.clone());
        let account = Account {
            scheme,
            client: auth::user_digest(&self.user, &self.password),
            client_nonce: self.client_nonce.clone(),
            last_slot: 0,
            resync_left: false,
            server: Some(server),
        };
        Subscriber {
            device: self.device.clone(),
            account,
            model: model(self.combination.style, self.combination.pipelining),
            wishes: Wishes::default(),
            spc: None,
            place: self.place(),
            capability: None,
            temporary: None,
            last_contact: None,
        }
    }

    /// Its names in the signalling network.
    pub(super) fn place(&self) -> Place {
        let meid = self.device.as_str().strip_prefix("MEID:").map(str::to_owned);
        Place { min: Some(format!("{:010}", 2_000_000_000 + u64::from(self.number))), meid, ..Place::default() }
    }

    /// Its handset, fresh from the factory.
    pub(super) fn coming(&self, url: &str) -> Coming {
        Coming { device: self.device.clone(), combination: self.combination, handset: self.handset(url) }
    }

    fn handset(&self, url: &str) -> Handset {
        let Combination { auth, dialect, style, .. } = self.combination;
        let account = handset::Account {
            device_id: self.device.clone(),
            url: url.to_owned(),
            version: handset::DmVersion::V1_2,
            scheme: match auth {
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
            dialect,
            carrier: handset::Carrier { style: handset_style(style), ..handset::Carrier::default() },
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

/// Name of the profile of a style.
fn model(style: Style, pipelining: bool) -> String {
    format!("{style}{}", if pipelining { " joined" } else { "" })
}

/// A profile for each style, with and without Sequence.
fn profiles() -> HashMap<String, Arc<Profile>> {
    let of = |&style: &Style| {
        [false, true].map(|pipelining| {
            let profile = Profile {
                sequence: pipelining,
                carrier: CarrierProfile { style, ..CarrierProfile::default() },
                is683: Is683Profile { pipelining, ..Is683Profile::default() },
                nodes: NodesProfile { pipelining, ..NodesProfile::default() },
                ..Profile::default()
            };
            (model(style, pipelining), Arc::new(profile))
        })
    };
    Style::ALL.iter().flat_map(of).collect()
}

/// What the service is started with.
pub(super) fn plan(settings: &Settings, group: Arc<Group>, fleet: &[Member], north: north::Settings) -> Plan {
    let exponent_bits = if group.bits() < 1024 { 160 } else { 384 };
    let Combination { way, order, kind, auth, .. } = settings.combination;
    let desk = desk::Settings {
        server_id: SERVER_ID.into(),
        auth,
        hold_ms: limits::DM_HOLD_DEFAULT_MS,
        hold_rounds: limits::DM_HOLD_ROUNDS_DEFAULT,
        sessions: limits::SESSIONS_PER_DESK,
        profiles: profiles(),
        policy: Policy { way: Some(way), dialect: None, revisions: vec![AKeyPRev::A_KEY], north_computes: true },
        order,
        kind,
        start_on_contact: false,
        group,
        exponent_bits,
        exchange_ms: limits::EXCHANGE_MS,
        step_ms: limits::STEP_MS,
        north_ms: limits::NORTH_MS,
        push_ms: limits::PUSH_MS,
        calls: false,
        resync_calls: false,
        commit_without_ac: false,
        knows_exchanges: north.knows_exchanges(),
        in_doubt_alert_ms: u64::from(limits::IN_DOUBT_ALERT_DEFAULT_MINUTES) * 60_000,
    };
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    Plan {
        front: Front {
            plain: Some(SocketAddr::from(([127, 0, 0, 1], 0)).into()),
            tls: None,
            status: Some(([127, 0, 0, 1], 0).into()),
            admin: None,
            inherited: Vec::new(),
            rules: Rules { settings: at_loopback(), tls: None },
        },
        path: "/dm".into(),
        threads: settings.threads.unwrap_or(cores),
        net: settings.net,
        compute_threads: compute::threads_for(cores),
        check_every: limits::CHECK_EVERY_DEFAULT,
        backend: Backend::detect(),
        groups: Groups::fixed(Arc::clone(&desk.group)),
        relay: RelayCheck { refuse: true, min_p_bits: akeyd_hw::limits::MIN_BITS },
        desk: Arc::new(desk),
        store: Arc::new(MemoryStore::new(fleet.iter().map(Member::subscriber))),
        metrics: Arc::new(Metrics::new()),
        north,
        restored: Past::Own,
        keep_key_ms: u64::from(limits::KEEP_KEY_DEFAULT_HOURS) * 3_600_000,
        retention: Retention::default(),
        admin: None,
        wake: None,
        trace: settings.trace.clone(),
        pcap: None,
    }
}

/// All handsets of the demo are behind one address.
fn at_loopback() -> server::Settings {
    let defaults = server::Settings::default();
    server::Settings { strangers_per_host: defaults.connections, ..defaults }
}

/// A handset on its way.
pub(super) struct Coming {
    pub(super) device: DeviceId,
    pub(super) combination: Combination,
    pub(super) handset: Handset,
}

/// What one handset's visit came to.
pub(super) struct Visit {
    pub(super) who: Coming,
    pub(super) took: Duration,
    pub(super) report: Result<handset::Report, String>,
    /// Why the OTAF's half failed, if it drove and did.
    pub(super) otaf: Option<String>,
}

/// Lets every handset come once.
pub(super) async fn visits(
    at_once: usize,
    running: &Rc<Running>,
    far: Option<&Rc<Far>>,
    coming: Vec<Coming>,
    bar: &ProgressBar,
) -> Vec<Visit> {
    let url = format!("http://{}/dm", running.plain[0]);
    let room = Rc::new(Semaphore::new(at_once.max(1)));
    let tasks: Vec<_> = coming
        .into_iter()
        .map(|who| {
            let (room, running, bar, url) = (Rc::clone(&room), Rc::clone(running), bar.clone(), url.clone());
            let far = far.map(Rc::clone);
            tokio::task::spawn_local(async move {
                let _room = room.acquire().await;
                let visit = visit(&running, far.as_deref(), who, &url).await;
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

async fn visit(running: &Running, far: Option<&Far>, mut who: Coming, url: &str) -> Visit {
    let Combination { way, dialect, order, kind, .. } = who.combination;
    let start = Start {
        way: Some(way),
        dialect: Some(dialect),
        order: Some(order),
        kind: Some(kind),
        ..Start::of(who.device.clone(), Origin::Operator("demo".into()))
    };
    let carriage = Carriage::of(who.combination.encoding);
    let device = who.device.clone();
    let north = who.combination.north;
    let began = Instant::now();
    let (report, otaf) =
        {
            let mut come = async || {
                let mut client = Client::new(url).map_err(|error| error.to_string())?;
                handset::run_session(&mut who.handset, &mut client, &carriage, getrandom::fill)
                    .await
                    .map_err(|e| e.to_string())
            };
            match (north, way, far) {
                (North::Software | North::Http, ..) | (North::Ansi41, Way::Relay, _) => {
                    if running.desks().start(start) { (come().await, None) } else { (Err("no room".into()), None) }
                }
                (North::Otaf, ..) => {
                    let (report, driven) = tokio::join!(come(), otaf::drive(running, start));
                    (report, driven.err().map(|error| error.to_string()))
                }
                (North::Ansi41 | North::Ansi41Otaf, _, Some(far)) => ordered(far, &device, way, come).await,
                (North::Ansi41 | North::Ansi41Otaf, _, None) => (Err("there is no far end".into()), None),
            }
        };
    Visit { who, took: began.elapsed(), report, otaf }
}

/// A handset comes while the far end drives an exchange with it. One that comes before anybody wants it comes again.
async fn ordered(
    far: &Far,
    device: &DeviceId,
    way: Way,
    mut come: impl AsyncFnMut() -> Result<handset::Report, String>,
) -> (Result<handset::Report, String>, Option<String>) {
    let Some(Ordered { begun, mut done }) = far.order(device, way).await else {
        return (Err("nobody takes orders".into()), None);
    };
    if way == Way::Perform {
        // Until then there is no exchange for it.
        let _ = begun.await;
    }
    loop {
        let report = come().await;
        let nothing = report.as_ref().is_ok_and(|report| report.outcome == SessionOutcome::Nothing);
        let ended = match done.try_recv() {
            Err(oneshot::error::TryRecvError::Empty) if nothing => {
                tokio::time::sleep(COME_AGAIN).await;
                continue;
            }
            Err(oneshot::error::TryRecvError::Empty) => done.await,
            Ok(ended) => Ok(ended),
            Err(oneshot::error::TryRecvError::Closed) => done.await,
        };
        let failure =
            ended.map_or_else(|_| Some("the far end is gone".into()), |done| done.err().map(|e| e.to_string()));
        return (report, failure);
    }
}

/// From a session in which nobody wanted the handset to the next one.
const COME_AGAIN: Duration = Duration::from_millis(20);
