//! `akeyd serve`: from a configuration file to a running service, and from a signal to its end.
//!
//! SIGTERM and SIGINT: readiness off, running requests end, then the threads; a second one ends at once. SIGHUP: the configuration is read
//! again, and taken as a whole or not at all ([`reload`]). Called by [`super::main`].

mod reload;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use akeyd_hw::Backend;
use rustls::ServerConfig;
use tokio::runtime::{self, Runtime};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tracing_subscriber::EnvFilter;

use crate::compute;
use crate::config::profiles::{self, Profiles};
use crate::config::subscribers::SubscriberRow;
use crate::config::{self, Config, GroupSource};
use crate::desk;
use crate::exchange::choice::Policy;
use crate::groups::Groups;
use crate::http::server;
use crate::is683::AKeyPRev;
use crate::limits;
use crate::metrics::Metrics;
use crate::net::listener::Place;
use crate::net::tls::files;
use crate::north;
use crate::serve::admin;
use crate::serve::enrolment::Enrolment;
use crate::serve::front::{Front, Rules};
use crate::serve::{self, NetBackend, Past, Plan, RelayCheck, Retention, Running};
use crate::store::embedded::BACKUPS;
use crate::store::{Store, embedded};
use crate::words::Way;
use crate::{sys, systemd, wake};

use super::{EXIT_CONFIG, fail, store};
use reload::Current;

/// Runs the service until it is told to stop.
pub(super) fn run(file: &Path, trace: Option<PathBuf>, pcap: Option<PathBuf>) -> ExitCode {
    // Before anything else is opened.
    let inherited = sys::inherited_listeners();
    let Loaded { config, tls, admin_tls, subscribers, profiles, north, wake, store, warnings } = match load(file) {
        Ok(loaded) => loaded,
        Err(errors) => return fail(&errors, EXIT_CONFIG),
    };
    let log = Log::to_stderr(&filter(&config));
    warnings.iter().for_each(|warning| tracing::warn!("{warning}"));
    let inherited = match inherited {
        Ok(inherited) => inherited,
        Err(error) => return fail(&format_args!("akeyd serve: {error}"), 1),
    };
    match sys::raise_descriptor_limit() {
        Ok(descriptors) if descriptors < config.limits.connections as u64 + limits::OTHER_DESCRIPTORS => {
            let connections = config.limits.connections;
            tracing::warn!(descriptors, connections, "fewer open files than limits.connections may need: LimitNOFILE");
        }
        Ok(_) => {}
        Err(error) => tracing::warn!(%error, "the limit of open files stays as it is"),
    }
    if let Err(error) = sys::forbid_dumps() {
        tracing::warn!(%error, "core dumps stay possible");
    }
    let enrolment = enrolment(&config);
    let subscribers = subscribers.into_iter().map(|row| enrolment.subscriber(row)).collect();
    let waiting = systemd::starting();
    let kept = match store::Kept::open(store, subscribers, &config.subscribers.file) {
        Ok(kept) => kept,
        Err(error) => return fail(&format_args!("akeyd serve: {error}"), error.exit_code()),
    };
    if kept.subscribers == 0 {
        tracing::warn!("no subscriber is known: every handset will be refused");
    }
    drop(waiting);
    let groups = match &config.group.source {
        GroupSource::Fixed(group) => Groups::fixed(Arc::clone(group)),
        GroupSource::Fresh(fresh) => match Groups::fresh(fresh.clone()) {
            Ok(groups) => groups,
            Err(error) => return fail(&format_args!("akeyd serve: groups: {error}"), 1),
        },
    };
    let rules = rules(&config, tls.clone());
    let front = Front {
        plain: config.http.listen.clone(),
        tls: config.tls.listen.clone(),
        status: Some(config.status.listen),
        admin: config.admin.listen.clone(),
        inherited,
        rules,
    };
    let beside = config.store.path.as_deref().and_then(Path::parent);
    let backups = beside.map(|folder| folder.join(BACKUPS));
    let admin = admin::Settings { tls: admin_tls, grants: config.admin.grants.clone(), enrolment, backups };
    let plan = Plan {
        wake,
        admin: Some(admin),
        pcap,
        restored: kept.past(),
        ..plan(&config, groups, front, kept.store(), profiles, north, trace)
    };
    let (threads, backend, p_bits) = (plan.threads, plan.backend, plan.desk.group.bits());
    // Before the start, which has work for the store at once.
    kept.count_by(&plan.metrics);
    // Not while the store is opened, which may take long and may be broken off at any instant.
    let signals = match Signals::listen() {
        Ok(signals) => signals,
        Err(error) => return fail(&format_args!("akeyd serve: signals: {error}"), 1),
    };
    match serve::start(plan) {
        Ok(running) => {
            let status = running.status.as_ref().map(tracing::field::display);
            let north = config.policy.north.as_deref().or(config.north.keys().next().map(String::as_str));
            let admin = running.admin.as_ref().map(tracing::field::display);
            let way = config.policy.way.map_or("auto", Way::as_str);
            tracing::info!(
                handsets = %listed(&running.plain), tls = %listed(&running.tls), path = config.http.path, status, admin,
                sockets = %running.net, threads, powers = %backend, p_bits, way, north, store = kept.name(),
                subscribers = kept.subscribers, version = env!("CARGO_PKG_VERSION"), "akeyd is ready"
            );
            if let Some(until) = running.goes_on_from() {
                kept.gone_on_from_backup(until, running.now());
            }
            until_stopped(signals, running, Current { file: file.to_owned(), config, tls, log });
            // Nobody asks it for anything any more: what waits is written.
            kept.close();
            ExitCode::SUCCESS
        }
        Err(error) => fail(&format_args!("akeyd serve: {error}"), 1),
    }
}

/// Places, or `none`.
fn listed(places: &[Place]) -> String {
    let places: Vec<_> = places.iter().map(ToString::to_string).collect();
    if places.is_empty() { "none".into() } else { places.join(",") }
}

/// What the files of a configuration hold.
pub(super) struct Loaded {
    config: Config,
    tls: Option<Arc<ServerConfig>>,
    admin_tls: Option<Arc<ServerConfig>>,
    subscribers: Vec<SubscriberRow>,
    profiles: Profiles,
    north: north::Settings,
    wake: Option<wake::settings::Settings>,
    store: Option<embedded::Settings>,
    pub(super) warnings: Vec<config::Problem>,
}

/// Reads a configuration and the files that it names.
pub(super) fn load(file: &Path) -> Result<Loaded, config::ConfigErrors> {
    let (config, mut warnings) = Config::load(file)?;
    let certificates = |files: &Option<files::Files>| files.as_ref().map(|files| files::load(files, None)).transpose();
    let tls = certificates(&config.tls.files).map_err(unreadable)?;
    let admin_tls = certificates(&config.admin.files).map_err(unreadable)?;
    let profiles = profiles::load(config.profiles.dir.as_deref())?;
    let (subscribers, more) = config.subscribers.load()?;
    warnings.extend(more);
    let wake = config.wake.settings(file)?;
    let north = config.northern(file)?;
    let store = store::settings(&config.store)?;
    Ok(Loaded { config, tls, admin_tls, subscribers, profiles, north, wake, store, warnings })
}

/// A certificate file that cannot be taken, as a mistake of the configuration.
fn unreadable(error: files::FileError) -> config::ConfigErrors {
    config::ConfigErrors(vec![config::Problem { file: error.file, line: None, message: error.what }])
}

/// Signals as they come, from before the service says that it is ready: nobody who has read that ends it by surprise.
struct Signals {
    runtime: Runtime,
    term: Signal,
    interrupt: Signal,
    hang_up: Signal,
}

impl Signals {
    fn listen() -> io::Result<Self> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let _inside = runtime.enter();
        let [term, interrupt, hang_up] =
            [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::hangup()].map(signal);
        Ok(Self { term: term?, interrupt: interrupt?, hang_up: hang_up?, runtime })
    }
}

fn until_stopped(signals: Signals, running: Running, mut current: Current) {
    let Signals { runtime, mut term, mut interrupt, mut hang_up } = signals;
    systemd::ready();
    runtime.block_on(async {
        let again = async {
            while hang_up.recv().await.is_some() {
                current.reload(&running);
            }
        };
        tokio::select! {
            _ = term.recv() => {}
            _ = interrupt.recv() => {}
            () = systemd::watchdog() => {}
            () = again => {}
        }
    });
    systemd::stopping();
    tracing::info!("stopping: running requests end first");
    let ended = std::thread::spawn(move || running.stop());
    runtime.block_on(async {
        let again = async {
            tokio::select! { _ = term.recv() => {}, _ = interrupt.recv() => {} }
        };
        tokio::pin!(again);
        while !ended.is_finished() {
            let pause = tokio::time::sleep(Duration::from_millis(10));
            tokio::select! {
                () = pause => {}
                () = &mut again => {
                    tracing::warn!("a second signal: stopping at once");
                    std::process::exit(1);
                }
            }
        }
    });
    tracing::info!("stopped");
}

/// What is let in.
fn rules(config: &Config, tls: Option<Arc<ServerConfig>>) -> Rules {
    let config::Limits {
        connections,
        connections_per_address,
        trusted_nets,
        sessions: _,
        handshakes,
        requests_per_connection,
        body_octets,
        handshake_ms,
        head_ms,
        body_ms,
        write_ms,
        idle_ms,
    } = &config.limits;
    let settings = server::Settings {
        timeouts: server::Timeouts {
            handshake: Duration::from_millis(*handshake_ms),
            head: Duration::from_millis(*head_ms),
            body: Duration::from_millis(*body_ms),
            write: Duration::from_millis(*write_ms),
            idle: Duration::from_millis(*idle_ms),
            ..server::Timeouts::default()
        },
        connections: *connections,
        strangers_per_host: connections_per_address.unwrap_or((connections / 4).max(1)),
        trusted_nets: trusted_nets.clone(),
        handshakes: *handshakes,
        requests_per_connection: *requests_per_connection,
        body_octets: *body_octets,
        tls: None,
        client_address: config.http.client_address,
        trusted_proxies: config.http.trusted_proxies.clone(),
        access_log: config.log.access,
        // Handsets are no users of this machine.
        ..server::Settings::default()
    };
    Rules { settings, tls }
}

fn plan(
    config: &Config,
    groups: Groups,
    front: Front,
    store: Arc<dyn Store>,
    profiles: Profiles,
    north: north::Settings,
    trace: Option<PathBuf>,
) -> Plan {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = config.net.threads.unwrap_or(cores);
    let desk = desk::Settings {
        server_id: config.dm.server_id.clone(),
        auth: config.dm.auth,
        hold_ms: config.dm.hold_ms,
        hold_rounds: config.dm.hold_rounds,
        sessions: config.limits.sessions.map_or(limits::SESSIONS_PER_DESK, |all| all.div_ceil(threads)),
        profiles,
        policy: Policy {
            way: config.policy.way,
            dialect: config.policy.dialect,
            revisions: vec![AKeyPRev::A_KEY],
            north_computes: north.computes(),
        },
        order: config.policy.order,
        kind: config.policy.kind,
        start_on_contact: config.policy.start == config::Start::Contact,
        group: groups.current(),
        exponent_bits: config.group.exponent_bits,
        exchange_ms: limits::EXCHANGE_MS,
        step_ms: limits::STEP_MS,
        north_ms: limits::NORTH_MS,
        push_ms: limits::PUSH_MS,
        calls: !config.wake.bearers.is_empty(),
        resync_calls: config.dm.resync_nonce,
        commit_without_ac: config.keys.commit_without_ac,
        knows_exchanges: north.knows_exchanges(),
        in_doubt_alert_ms: u64::from(config.keys.in_doubt_alert_after) * 60_000,
    };
    Plan {
        front,
        metrics: Arc::new(Metrics::new()),
        path: config.http.path.clone(),
        threads,
        net: match config.net.backend {
            config::NetBackend::Auto => None,
            config::NetBackend::IoUring => Some(NetBackend::Ring),
            config::NetBackend::Epoll => Some(NetBackend::Epoll),
        },
        compute_threads: config.compute.threads.unwrap_or_else(|| compute::threads_for(cores)),
        backend: config.compute.backend.unwrap_or_else(Backend::detect),
        check_every: config.compute.check_every,
        desk: Arc::new(desk),
        groups,
        relay: RelayCheck {
            refuse: config.relay.check == config::RelayCheck::Refuse,
            min_p_bits: config.policy.min_p_bits,
        },
        store,
        north,
        restored: Past::Own,
        keep_key_ms: u64::from(config.keys.keep_after_activation) * 3_600_000,
        retention: retention(&config.store),
        admin: None,
        wake: None,
        trace,
        pcap: None,
    }
}

/// For how long the store keeps what is over.
fn retention(store: &config::StorePlace) -> Retention {
    let days = |days: u32| (days > 0).then_some(u64::from(days) * 24 * 3_600_000);
    Retention {
        exchanges: days(store.keep_exchanges),
        deliveries: days(store.keep_deliveries),
        audit: days(store.keep_audit),
    }
}

/// How subscribers come into being.
fn enrolment(config: &Config) -> Enrolment {
    let config::Dm { auth, server_id, resync_nonce, .. } = &config.dm;
    Enrolment { auth: *auth, server_id: server_id.clone(), resync_nonce: *resync_nonce }
}

/// What is logged: events from the configured level on, and those of the access log if it is on.
fn filter(config: &Config) -> String {
    format!("{},access={}", config.log.level.as_str(), if config.log.access { "info" } else { "off" })
}

/// Logs go to standard error, from this level on.
pub(super) fn log_to_stderr(level: &str) {
    Log::to_stderr(level);
}

/// The log, whose filter can be changed.
struct Log(Box<dyn Fn(&str)>);

impl Log {
    fn to_stderr(filter: &str) -> Self {
        let colours = io::stderr().is_terminal();
        let log = tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(filter))
            .with_writer(io::stderr)
            .with_ansi(colours)
            .with_filter_reloading();
        let handle = log.reload_handle();
        // A subscriber that is there already (in a test) stays.
        let _ = log.try_init();
        Self(Box::new(move |filter| {
            // It fails only when that other subscriber stayed.
            let _ = handle.reload(EnvFilter::new(filter));
        }))
    }
}
