//! The service as a whole: what it is started with, what is seen of it while it runs, how it stops.
//!
//! Its parts stop in the opposite order to that in which they start. Called by `cli` (`akeyd serve`) and by `lab`, which runs a whole service inside
//! one process.
//!
//! * [`mod@start`]: how its parts start
//! * [`front`]: where handsets, operators and those who watch come in, and what is let in
//! * [`handsets`]: what handsets post to
//! * [`io`]: one IO thread and its desk; [`seat`]: what it is started with, and how it stops
//! * [`signalling`]: northern peers that are spoken to by signalling
//! * [`relay`]: values from the north, judged beside their way
//! * [`status`]: health and metrics; [`admin`]: the API for operators; [`enrolment`]: how subscribers come into being
//! * [`calls`]: notifications to handsets; [`campaigns`]: the way to the campaigns; [`desks`]: the way to the desks from other threads; [`events`]: what happens to exchanges, for
//!   those who watch
//! * [`upkeep`]: what an earlier process left, keys whose time is over, and what is over and old
//! * [`clock`], [`notes`], [`trace`]: time, what is counted and logged, what is written down for laboratories

pub mod admin;
mod calls;
pub mod campaigns;
mod clock;
mod desks;
pub mod enrolment;
pub mod events;
pub mod front;
mod handsets;
mod io;
mod notes;
mod relay;
mod seat;
mod signalling;
mod start;
mod status;
mod trace;
mod upkeep;

use std::io as std_io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc as std_mpsc;
use std::thread::JoinHandle;
use std::time::Duration;

use akeyd_hw::Backend;
use tokio::sync::watch;

use crate::compute::Compute;
use crate::desk;
use crate::groups::{Groups, Keeper};
use crate::limits;
use crate::metrics::Metrics;
use crate::net;
use crate::net::listener::Place;
use crate::north;
use crate::north::outbox::Outbox;
use crate::north::software::SoftwareAc;
use crate::selftest::SelfTestError;
use crate::store::{ReadError, Store};
use crate::vital;
use crate::wake;
use crate::words::{Time, spelled};

use campaigns::Campaigns;
use clock::Clock;
pub use desks::Desks;
use events::Events;
use front::{Doors, Front, Rules};
pub use relay::RelayCheck;
pub use start::start;
pub use upkeep::Retention;

spelled! {
    /// How sockets are driven.
    NetBackend {
        /// `io_uring`.
        Ring = "io_uring",
        /// `epoll`.
        Epoll = "epoll",
    }
}

/// Everything that a service is started with.
pub struct Plan {
    /// Where handsets come in; port 0 takes any.
    pub front: Front,
    /// Path of the resource that they post to.
    pub path: String,
    /// IO threads.
    pub threads: usize,
    /// How sockets are driven; `None`: `io_uring` where the kernel allows it.
    pub net: Option<NetBackend>,
    /// Threads that compute.
    pub compute_threads: usize,
    /// Which arithmetic.
    pub backend: Backend,
    /// One power in so many is computed twice.
    pub check_every: u32,
    /// What desks go by.
    pub desk: Arc<desk::Settings>,
    /// P and G of the perform way; `desk` begins with the one in service.
    pub groups: Groups,
    /// What becomes of P, G and BS_RESULT from the north.
    pub relay: RelayCheck,
    /// Where records are kept.
    pub store: Arc<dyn Store>,
    /// What is counted, by the store too from before the start on.
    pub metrics: Arc<Metrics>,
    /// Who answers exchanges' questions, and who is delivered to.
    pub north: north::Settings,
    /// Whether that is a backup which was brought back: more has happened than it tells.
    pub restored: Past,
    /// Milliseconds for which a key is kept after both sides use it.
    pub keep_key_ms: u64,
    /// For how long it keeps what is over.
    pub retention: Retention,
    /// How operators come in by `front.admin`.
    pub admin: Option<admin::Settings>,
    /// How handsets are called; `desk.calls` says whether they are.
    pub wake: Option<wake::settings::Settings>,
    /// Folder for traced messages.
    pub trace: Option<PathBuf>,
    /// Capture file of what goes over signalling links.
    pub pcap: Option<PathBuf>,
}

/// Whose past a store tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Past {
    /// Its own.
    Own,
    /// That of a backup which was brought back, and nobody has gone on from yet.
    Backup,
    /// Up to this moment that of a backup, its own since.
    BackupUntil(Time),
}

impl Past {
    /// What desks are told of it; `latest`: the latest moment that the store knows of.
    fn restored(self, latest: Option<Time>) -> Option<desk::Restored> {
        match self {
            Self::Own => None,
            Self::Backup => Some(desk::Restored { until: latest.unwrap_or_default(), is_first: true }),
            Self::BackupUntil(until) => Some(desk::Restored { until, is_first: false }),
        }
    }
}

/// Why a service does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A known answer came out wrong: no key may leave.
    #[error(transparent)]
    SelfTest(#[from] SelfTestError),
    /// A socket, thread or file could not be had.
    #[error("{what}: {error}")]
    System {
        /// What was being done.
        what: String,
        /// What the system said.
        error: std_io::Error,
    },
    /// `io_uring` was asked for and is denied.
    #[error(transparent)]
    Ring(#[from] net::ring::Denied),
    /// What an earlier process left cannot be gone on with.
    #[error(transparent)]
    Store(#[from] ReadError),
    /// The random source gave nothing.
    #[error("no random numbers: {0}")]
    Random(#[from] getrandom::Error),
}

/// A running service.
pub struct Running {
    /// Where handsets come in by plain HTTP.
    pub plain: Vec<Place>,
    /// Where they come in under TLS.
    pub tls: Vec<Place>,
    /// Where health and metrics are read.
    pub status: Option<Place>,
    /// Where operators come in.
    pub admin: Option<Place>,
    /// How sockets are driven.
    pub net: NetBackend,
    /// The authentication centre in this process.
    pub centre: SoftwareAc,
    /// What is to be delivered to northern peers.
    pub outbox: Outbox,
    /// Where signalling links listen, by the name of their peer.
    pub links: Vec<(Arc<str>, Vec<SocketAddr>)>,
    /// All metrics.
    pub metrics: Arc<Metrics>,
    desks: Desks,
    events: Events,
    campaigns: Campaigns,
    clock: Clock,
    restored: Option<desk::Restored>,
    ready: Arc<AtomicBool>,
    compute: Compute,
    doors: Doors,
    paths: Vec<PathBuf>,
    stop: watch::Sender<Stop>,
    drained: std_mpsc::Receiver<std_io::Result<()>>,
    io: Vec<JoinHandle<()>>,
    groups: Option<Keeper>,
    side: JoinHandle<()>,
    stop_side: watch::Sender<bool>,
    writers: Vec<JoinHandle<()>>,
}

impl Running {
    /// The way to the desks.
    pub fn desks(&self) -> &Desks {
        &self.desks
    }

    /// The latest moment of a backup, where this is the first process that goes on from it.
    pub fn goes_on_from(&self) -> Option<Time> {
        self.restored.filter(|restored| restored.is_first).map(|restored| restored.until)
    }

    /// Now, by the clock of the process.
    pub fn now(&self) -> Time {
        self.clock.now()
    }

    /// What happens to exchanges.
    pub fn events(&self) -> &Events {
        &self.events
    }

    /// Exchanges for many devices.
    pub fn campaigns(&self) -> &Campaigns {
        &self.campaigns
    }

    /// Changes what is let in, for connections to come; open ones go on as they are.
    pub fn set_rules(&self, rules: &Rules) {
        self.doors.set(rules);
    }

    /// Says "not ready" to those who ask, while requests are still served.
    pub fn lame_duck(&self) {
        self.ready.store(false, Ordering::Release);
        self.metrics.ready.set(0);
    }

    /// Stops: no new connections, running requests end on every thread, exchanges take the step that they are in, then the threads.
    pub fn stop(self) {
        self.lame_duck();
        self.stop.send_replace(Stop::Drain);
        // A desk serves requests of other threads too: it stays until all have drained.
        for _ in &self.io {
            if self.drained.recv_timeout(io::DRAIN + SIDE_DRAIN).is_err() {
                break;
            }
        }
        drop(self.groups);
        self.stop.send_replace(Stop::End);
        for thread in self.io {
            join(thread);
        }
        for path in self.paths {
            // A path that is gone already is what we want.
            let _ = std::fs::remove_file(path);
        }
        self.stop_side.send_replace(true);
        join(self.side);
        // Nobody is left who gives them anything to write.
        self.writers.into_iter().for_each(join);
        self.compute.stop();
    }
}

/// How far the stop is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stop {
    Run,
    /// No new connections; what runs ends.
    Drain,
    /// Nobody needs a desk any more.
    End,
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, StartError> {
    vital::thread(name, work).map_err(|error| system("thread", error))
}

fn join(thread: JoinHandle<()>) {
    let name = thread.thread().name().unwrap_or_default().to_owned();
    if thread.join().is_err() {
        tracing::error!(thread = name, "a thread ended by a panic");
    }
}

fn system(what: &str, error: std_io::Error) -> StartError {
    StartError::System { what: what.to_owned(), error }
}

/// How long the side thread's connections may take to end.
const SIDE_DRAIN: Duration = Duration::from_millis(limits::SIDE_DRAIN_MS);
