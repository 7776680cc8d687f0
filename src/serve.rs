//! The service as a whole: start order, threads, stop order.
//!
//! Starts, in this order: self-test, compute, the side thread (the north, status listener), one IO thread per core with its
//! desk and listener; only then is the service ready. Stops in the opposite order. Called by `cli` (`akeyd serve`) and by `lab`, which runs a
//! whole service inside one process.
//!
//! * [`front`]: where they come in, and what is let in
//! * [`handsets`]: what they post to
//! * [`io`]: one IO thread and its desk; [`seat`]: what it is started with, and how it stops
//! * [`signalling`]: northern peers that are spoken to by signalling
//! * [`relay`]: values from the north, judged beside their way
//! * [`status`]: health and metrics; [`admin`]: the API for operators; [`enrolment`]: how subscribers come into being
//! * [`calls`]: notifications to handsets; [`campaigns`]: the way to the campaigns; [`desks`]: the way to the desks from other threads; [`events`]: what happens to exchanges, for
//!   those who watch
//! * [`upkeep`]: what an earlier process left, and keys whose time is over
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
mod status;
mod trace;
mod upkeep;

use std::convert::Infallible;
use std::future::Future;
use std::io as std_io;
use std::net::SocketAddr;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc as std_mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use akeyd_hw::{Backend, Group};
use tokio::sync::{mpsc, watch};

use crate::compute::{self, Compute};
use crate::desk::{self, Desk};
use crate::dm::account::Challenger;
use crate::groups::judge::Judge;
use crate::groups::{self, Groups, Keeper};
use crate::limits;
use crate::metrics::Metrics;
use crate::net;
use crate::net::listener::Place;
use crate::north::outbox::{self, Outbox};
use crate::north::software::SoftwareAc;
use crate::north::{self, North};
use crate::selftest::{self, SelfTestError};
use crate::store::{ReadError, Store};
use crate::wake::{self, Waker};
use crate::words::{Time, spelled};

use campaigns::Campaigns;
use clock::Clock;
pub use desks::Desks;
use events::Events;
use front::{Doors, Front, Rules};
use handsets::Threads;
use io::{Mail, Surroundings};
use relay::Relay;
pub use relay::RelayCheck;
use seat::{Seat, start_io};
use trace::Trace;
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
    /// Who answers exchanges' questions, and who is delivered to.
    pub north: north::Settings,
    /// Whether that is a backup which was brought back: more has happened than it tells.
    pub restored: bool,
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

/// Starts a service. It is ready when this returns.
#[allow(clippy::too_many_lines, reason = "one thing after the other, each needing what came before")]
pub fn start(plan: Plan) -> Result<Running, StartError> {
    selftest::run().verdict()?;
    let metrics = Arc::new(Metrics::new());
    let compute = start_compute(&plan, &metrics)?;
    let net = choose_net(plan.net)?;
    metrics.io_backend(net.as_str());
    let trace = plan.trace.as_deref().map(Trace::start).transpose().map_err(|error| system("trace folder", error))?;
    let (trace, trace_writer) = trace.unzip();
    let challenger = Arc::new(Challenger::new(random()?));
    let ready = Arc::new(AtomicBool::new(false));

    let (north, questions) = North::channel();
    let centre = SoftwareAc::new(plan.desk.group.clone(), plan.desk.exponent_bits, compute.clone());
    let (stop_side, side_stopped) = watch::channel(false);
    let (links_stand, links_gone) = mpsc::channel(1);
    let opened = front::open(plan.front, plan.threads)?;
    let status_place = opened.status.as_ref().map(|(_, place)| place.clone());
    let admin_place = opened.admin.as_ref().map(|(_, place)| place.clone());
    let desks = Desks::default();
    let clock = Clock::start();
    let north::Settings { peer, outbox: to, signalling } = plan.north;
    let (signalling, links, capture_writer) =
        signalling::open(signalling, &desks, &plan.store, &metrics, plan.pcap.as_deref())?;
    let (now, meter) = (Arc::new(move || clock.now()), Arc::clone(&metrics) as Arc<dyn outbox::Meter>);
    let fetchers = to.centres.iter().filter(|centre| centre.push.is_none()).cloned().collect();
    if plan.restored {
        outbox::hold_back(&*plan.store)?;
        upkeep::pause_campaigns(&*plan.store, clock.now())?;
    }
    let (outbox, clerk) = Outbox::new(to, peer.name().cloned(), Arc::clone(&plan.store), now, meter);
    let events = Events::default();
    let (campaigns, letters) = Campaigns::channel();
    let operators = match (opened.admin, plan.admin) {
        (Some((listener, place)), Some(settings)) => {
            let about = admin::About {
                ready: Arc::clone(&ready),
                compute: compute.clone(),
                began: clock.now(),
                net: net.as_str(),
                threads: plan.threads,
                powers: plan.backend.as_str(),
                handsets: opened.plain.iter().chain(&opened.tls).map(ToString::to_string).collect(),
                admin: place.to_string(),
            };
            let around = admin::Surroundings {
                clock,
                store: Arc::clone(&plan.store),
                desks: desks.clone(),
                outbox: outbox.clone(),
                fetchers,
                events: events.clone(),
                campaigns: campaigns.clone(),
                metrics: Arc::clone(&metrics),
                about,
            };
            Some(status::Operators { listener, settings, around, mark_key: random()? })
        }
        _ => None,
    };
    let (side, waker) = {
        let status =
            status::Status { metrics: Arc::clone(&metrics), ready: Arc::clone(&ready), compute: compute.clone() };
        let wake = plan.wake.map(|wake| (wake, calls::report(desks.clone(), Arc::clone(&metrics))));
        let wiping = upkeep::wipe_keys(Arc::clone(&plan.store), clock, plan.keep_key_ms);
        let forgetting = upkeep::forget(Arc::clone(&plan.store), clock, plan.retention);
        let (centre, outbox) = (centre.clone(), outbox.clone());
        let around = campaigns::runner::Around {
            store: Arc::clone(&plan.store),
            desks: desks.clone(),
            events: events.clone(),
            clock,
            metrics: Arc::clone(&metrics),
            seed: random()?,
        };
        let campaigns = campaigns::runner::run(around, letters);
        let stopped = side_stopped.clone();
        let work = || async move {
            let ways = signalling.serve(&stopped, &links_stand);
            drop(links_stand);
            let answers = peer.answer(questions, centre, outbox, ways);
            tokio::join!(clerk.run(), answers, wiping, forgetting, campaigns);
        };
        let listener = opened.status.map(|(listener, _)| listener);
        start_side(listener, status, operators, work, wake, (side_stopped, links_gone))?
    };

    let judge = Judge::start().map_err(|error| system("judge thread", error))?;
    let surroundings = Arc::new(Surroundings {
        clock,
        store: plan.store,
        compute: compute.clone(),
        groups: plan.groups.clone(),
        relay: Relay::new(plan.relay, judge, Arc::clone(&metrics)),
        north,
        outbox: outbox.clone(),
        waker,
        metrics: Arc::clone(&metrics),
        events: events.clone(),
    });
    let (inboxes, mails): (Vec<_>, Vec<_>) = opened.entrances.iter().map(|_| mpsc::channel(limits::DESK_INBOX)).unzip();
    let key: [u8; 16] = random()?;
    let (left, right) = key.split_at(8);
    let key = (word(left), word(right));
    let threads = Arc::new(Threads { inboxes, key });
    let shares = upkeep::open_exchanges(&*surroundings.store, threads.inboxes.len(), |device| threads.of(device))?;
    desks.open(Arc::clone(&threads));
    let (stop, stopped) = watch::channel(Stop::Run);
    let path: Arc<str> = plan.path.into();
    let mut seats = Vec::with_capacity(opened.entrances.len());
    let shares = opened.entrances.into_iter().zip(mails).zip(shares);
    for (own, ((entrances, mail), left)) in shares.enumerate() {
        seats.push(Seat {
            left,
            restored: plan.restored,
            own,
            entrances,
            mail,
            desk: Desk::new(Arc::clone(&plan.desk), Arc::clone(&challenger), random()?),
            surroundings: Arc::clone(&surroundings),
            path: Arc::clone(&path),
            threads: Arc::clone(&threads),
            challenger: Arc::clone(&challenger),
            trace: trace.clone(),
            stop: stopped.clone(),
        });
    }
    let (io, standing) = start_io(seats, net)?;
    let groups = keep(&plan.groups, &metrics, &threads, &compute).map_err(|error| system("thread", error))?;
    metrics.ready.set(1);
    ready.store(true, Ordering::Release);
    Ok(Running {
        plain: opened.plain,
        tls: opened.tls,
        status: status_place,
        admin: admin_place,
        net,
        centre,
        outbox,
        links,
        metrics,
        desks,
        events,
        campaigns,
        clock,
        ready,
        compute,
        doors: opened.doors,
        paths: opened.paths,
        stop,
        drained: standing,
        io,
        groups,
        side,
        stop_side,
        writers: trace_writer.into_iter().chain(capture_writer).collect(),
    })
}

/// Starts the threads that compute.
fn start_compute(plan: &Plan, metrics: &Arc<Metrics>) -> Result<Compute, StartError> {
    let settings = compute::Settings {
        threads: plan.compute_threads,
        backend: plan.backend,
        queue: limits::COMPUTE_QUEUE,
        check_every: plan.check_every,
        ready_pairs: limits::READY_PAIRS,
    };
    Compute::start(&settings, Arc::clone(metrics) as Arc<dyn compute::Meter>)
        .map_err(|error| system("compute threads", error))
}

/// Starts the side thread: status listener, the work of the north, and the bearers of notifications if there are any.
fn start_side<F: Future<Output = ()> + 'static>(
    listener: Option<OwnedFd>,
    status: status::Status,
    operators: Option<status::Operators>,
    north: impl FnOnce() -> F + Send + 'static,
    wake: Option<(wake::settings::Settings, wake::Report)>,
    stop: (watch::Receiver<bool>, mpsc::Receiver<Infallible>),
) -> Result<(JoinHandle<()>, Option<Waker>), StartError> {
    let (tell, waker) = std_mpsc::channel();
    let side = spawn("side".into(), move || {
        let (waker, bearers) = wake.map(|(settings, report)| wake::start(settings, report)).unzip();
        let _ = tell.send(waker);
        let work = async {
            match bearers {
                Some(bearers) => drop(tokio::join!(north(), bearers)),
                None => north().await,
            }
        };
        status::run_side(listener, status, operators, work, stop);
    })?;
    Ok((side, waker.recv().unwrap_or_default()))
}

/// Has fresh groups made and brought to every desk.
fn keep(
    groups: &Groups,
    metrics: &Arc<Metrics>,
    threads: &Arc<Threads>,
    compute: &Compute,
) -> std_io::Result<Option<Keeper>> {
    let (threads, compute) = (Arc::clone(threads), compute.clone());
    let last = Mutex::new(groups.current());
    let changed = move |group: Arc<Group>| {
        for inbox in &threads.inboxes {
            // A desk that has ended needs none.
            let _ = inbox.blocking_send(Mail::Group(Arc::clone(&group)));
        }
        let old = std::mem::replace(&mut *last.lock().unwrap_or_else(PoisonError::into_inner), group);
        compute.forget(&old);
    };
    groups.keep(Arc::clone(metrics) as Arc<dyn groups::Meter>, Box::new(changed))
}

impl Running {
    /// The way to the desks.
    pub fn desks(&self) -> &Desks {
        &self.desks
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

fn choose_net(asked: Option<NetBackend>) -> Result<NetBackend, StartError> {
    match (asked, net::ring::probe()) {
        (Some(NetBackend::Epoll), _) => Ok(NetBackend::Epoll),
        (_, Ok(())) => Ok(NetBackend::Ring),
        (Some(NetBackend::Ring), Err(denied)) => Err(denied.into()),
        (None, Err(denied)) => {
            tracing::warn!(%denied, "sockets are driven by epoll");
            Ok(NetBackend::Epoll)
        }
    }
}

fn spawn(name: String, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, StartError> {
    thread::Builder::new().name(name).spawn(work).map_err(|error| system("thread", error))
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

fn random<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut octets = [0; N];
    getrandom::fill(&mut octets)?;
    Ok(octets)
}

fn word(octets: &[u8]) -> u64 {
    octets.iter().fold(0, |word, &octet| word << 8 | u64::from(octet))
}

/// How long the side thread's connections may take to end.
const SIDE_DRAIN: Duration = Duration::from_millis(limits::SIDE_DRAIN_MS);
