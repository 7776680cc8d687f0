//! The start of a service: its parts, each needing what came before.
//!
//! In this order: self-test, compute, what listens, the side thread (the north, status listener, operators), one IO thread per core with its desk and
//! listener; only then is the service ready. Called by whoever calls [`super`].

use std::convert::Infallible;
use std::io;
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc as std_mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use akeyd_hw::Group;
use tokio::sync::{mpsc, watch};

use crate::compute::{self, Compute};
use crate::desk::{self, Desk};
use crate::dm::account::Challenger;
use crate::groups::judge::Judge;
use crate::groups::{self, Groups, Keeper};
use crate::limits;
use crate::metrics::Metrics;
use crate::net;
use crate::north::outbox::{self, Outbox};
use crate::north::software::SoftwareAc;
use crate::north::{self, North, Question};
use crate::selftest;
use crate::store::Store;
use crate::vital::Tasks;
use crate::wake::{self, Waker};
use crate::words::Time;

use super::campaigns::{Campaigns, Letter, runner};
use super::clock::Clock;
use super::desks::Desks;
use super::events::Events;
use super::front::{self, Entrance};
use super::handsets::Threads;
use super::io::{Mail, Surroundings};
use super::relay::Relay;
use super::seat::{Seat, start_io};
use super::trace::Trace;
use super::upkeep::{self, Left, Retention};
use super::{NetBackend, Past, Plan, Running, StartError, Stop, admin, calls, signalling, spawn, status, system};

/// Starts a service. It is ready when this returns.
pub fn start(plan: Plan) -> Result<Running, StartError> {
    selftest::run().verdict()?;
    let metrics = Arc::clone(&plan.metrics);
    let compute = start_compute(&plan, &metrics)?;
    let net = choose_net(plan.net)?;
    metrics.io_backend(net.as_str());
    let trace = plan.trace.as_deref().map(Trace::start).transpose().map_err(|error| system("trace folder", error))?;
    let (trace, trace_writer) = trace.unzip();

    let opened = front::open(plan.front, plan.threads)?;
    let [status_place, admin_place] = [&opened.status, &opened.admin].map(|one| Some(one.as_ref()?.1.clone()));
    let shares = shares(&*plan.store, opened.entrances.len())?;
    let known = upkeep::Known::of(&*plan.store, shares.left.iter().flat_map(|left| &left.records))?;
    let (desks, clock) = (Desks::default(), Clock::start(known.latest));
    let north::Settings { peer, outbox: to, signalling } = plan.north;
    let (signalling, links, capture_writer) =
        signalling::open(signalling, &desks, &plan.store, &metrics, plan.pcap.as_deref())?;
    let restored = go_on(plan.restored, &*plan.store, known.latest, clock.now())?;
    let (now, meter) = (moments(&clock), Arc::clone(&metrics) as Arc<dyn outbox::Meter>);
    let fetchers = to.centres.iter().filter(|centre| centre.push.is_none()).cloned().collect();
    let (outbox, clerk) = Outbox::new(to, peer.name().cloned(), Arc::clone(&plan.store), now, meter);
    let (campaigns, letters) = Campaigns::channel();
    let (store, events, ready) = (plan.store, Events::default(), Arc::new(AtomicBool::new(false)));
    let common = Common { clock: clock.clone(), store, compute, metrics, desks, events, outbox, campaigns, ready };

    let operators = match (opened.admin, plan.admin) {
        (Some((listener, place)), Some(settings)) => {
            let about = admin::About {
                ready: Arc::clone(&common.ready),
                compute: common.compute.clone(),
                began: clock.now(),
                net: net.as_str(),
                threads: plan.threads,
                powers: plan.backend.as_str(),
                handsets: opened.plain.iter().chain(&opened.tls).map(ToString::to_string).collect(),
                admin: place.to_string(),
            };
            Some(common.operators(listener, settings, fetchers, about)?)
        }
        _ => None,
    };
    let (north, questions) = North::channel();
    let centre = SoftwareAc::new(plan.desk.group.clone(), plan.desk.exponent_bits, common.compute.clone());
    let work = Work {
        clock: clock.clone(),
        store: Arc::clone(&common.store),
        signalling,
        peer,
        questions,
        centre: centre.clone(),
        outbox: common.outbox.clone(),
        clerk,
        campaigns: common.campaigns()?,
        letters,
        keep_key_ms: plan.keep_key_ms,
        retention: plan.retention,
        looked: known.looked,
    };
    let wake = plan.wake.map(|wake| (wake, calls::report(common.desks.clone(), Arc::clone(&common.metrics))));
    let side = start_side(opened.status.map(|(socket, _)| socket), common.status(), operators, work, wake)?;

    let judge = Judge::start().map_err(|error| system("judge thread", error))?;
    let relay = Relay::new(plan.relay, judge, Arc::clone(&common.metrics));
    let surroundings = common.surroundings(plan.groups.clone(), relay, north, side.waker);
    let (stop, stopped) = watch::channel(Stop::Run);
    let (desk, path) = (plan.desk, plan.path.into());
    let threads = Arc::clone(&shares.threads);
    let seats = seats(opened.entrances, shares, &Alike { surroundings, desk, restored, path, trace, stop: stopped })?;
    common.desks.open(Arc::clone(&threads));
    let (io, drained) = start_io(seats, net)?;
    let groups =
        keep(&plan.groups, &common.metrics, &threads, &common.compute).map_err(|error| system("thread", error))?;
    common.metrics.ready.set(1);
    common.ready.store(true, Ordering::Release);
    let Common { compute, metrics, desks, events, outbox, campaigns, ready, .. } = common;
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
        restored,
        ready,
        compute,
        doors: opened.doors,
        paths: opened.paths,
        stop,
        drained,
        io,
        groups,
        side: side.thread,
        stop_side: side.stop,
        writers: trace_writer.into_iter().chain(capture_writer).collect(),
    })
}

fn moments(clock: &Clock) -> Arc<dyn Fn() -> Time + Send + Sync> {
    let clock = clock.clone();
    Arc::new(move || clock.now())
}

/// Nothing of a backup that nobody has gone on from goes on by itself. Gives what desks are told of the store's past.
fn go_on(past: Past, store: &dyn Store, latest: Option<Time>, now: Time) -> Result<Option<desk::Restored>, StartError> {
    if past == Past::Backup {
        outbox::hold_back(store)?;
        upkeep::pause_campaigns(store, now)?;
    }
    Ok(past.restored(latest))
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

/// What the parts of a service have in common.
struct Common {
    clock: Clock,
    store: Arc<dyn Store>,
    compute: Compute,
    metrics: Arc<Metrics>,
    desks: Desks,
    events: Events,
    outbox: Outbox,
    campaigns: Campaigns,
    ready: Arc<AtomicBool>,
}

impl Common {
    /// The door of operators, and what is behind it.
    fn operators(
        &self,
        listener: OwnedFd,
        settings: admin::Settings,
        fetchers: Vec<outbox::settings::Centre>,
        about: admin::About,
    ) -> Result<status::Operators, StartError> {
        let around = admin::Surroundings {
            clock: self.clock.clone(),
            store: Arc::clone(&self.store),
            desks: self.desks.clone(),
            outbox: self.outbox.clone(),
            fetchers,
            events: self.events.clone(),
            campaigns: self.campaigns.clone(),
            metrics: Arc::clone(&self.metrics),
            about,
        };
        Ok(status::Operators { listener, settings, around, mark_key: random()? })
    }

    /// What campaigns run in.
    fn campaigns(&self) -> Result<runner::Around, StartError> {
        Ok(runner::Around {
            store: Arc::clone(&self.store),
            desks: self.desks.clone(),
            events: self.events.clone(),
            clock: self.clock.clone(),
            metrics: Arc::clone(&self.metrics),
            seed: random()?,
        })
    }

    /// What all IO threads share.
    fn surroundings(&self, groups: Groups, relay: Relay, north: North, waker: Option<Waker>) -> Arc<Surroundings> {
        Arc::new(Surroundings {
            clock: self.clock.clone(),
            store: Arc::clone(&self.store),
            compute: self.compute.clone(),
            groups,
            relay,
            north,
            outbox: self.outbox.clone(),
            waker,
            metrics: Arc::clone(&self.metrics),
            events: self.events.clone(),
        })
    }

    fn status(&self) -> status::Status {
        status::Status {
            metrics: Arc::clone(&self.metrics),
            ready: Arc::clone(&self.ready),
            compute: self.compute.clone(),
        }
    }
}

/// What the side thread does beside its listeners.
struct Work {
    clock: Clock,
    store: Arc<dyn Store>,
    signalling: signalling::Peers,
    peer: north::Peer,
    questions: mpsc::Receiver<Question>,
    centre: SoftwareAc,
    outbox: Outbox,
    clerk: outbox::Work,
    campaigns: runner::Around,
    letters: mpsc::Receiver<Letter>,
    keep_key_ms: u64,
    retention: Retention,
    looked: Option<Time>,
}

impl Work {
    /// Begins it, and gives what is to be run beside. While a link stands, somebody holds `stands`.
    fn begin(
        self,
        tasks: &mut Tasks,
        stopped: &watch::Receiver<bool>,
        stands: &mpsc::Sender<Infallible>,
    ) -> impl Future<Output = ()> + use<> {
        let ways = self.signalling.serve(tasks, stopped, stands);
        tasks.spawn("the clock", self.clock.clone().follow(Arc::clone(&self.campaigns.metrics)));
        async move {
            tokio::join!(
                self.clerk.run(),
                self.peer.answer(self.questions, self.centre, self.outbox, ways),
                upkeep::wipe_keys(Arc::clone(&self.store), self.clock.clone(), self.keep_key_ms),
                upkeep::forget(self.store, self.clock, self.retention, self.looked),
                runner::run(self.campaigns, self.letters),
            );
        }
    }
}

/// The side thread, how it is stopped, and the way to who carries notifications.
struct Side {
    thread: JoinHandle<()>,
    stop: watch::Sender<bool>,
    waker: Option<Waker>,
}

/// Starts the side thread: its listeners, its work, and the bearers of notifications if there are any.
fn start_side(
    listener: Option<OwnedFd>,
    status: status::Status,
    operators: Option<status::Operators>,
    work: Work,
    wake: Option<(wake::settings::Settings, wake::Report)>,
) -> Result<Side, StartError> {
    let (stop, stopped) = watch::channel(false);
    let (links_stand, links_gone) = mpsc::channel(1);
    let (tell, waker) = std_mpsc::channel();
    let thread = spawn("side", move || {
        let (waker, bearers) = wake.map(|(settings, report)| wake::start(settings, report)).unzip();
        let _ = tell.send(waker);
        let work_stopped = stopped.clone();
        let begin = move |tasks: &mut Tasks| {
            let work = work.begin(tasks, &work_stopped, &links_stand);
            let bearers = async {
                if let Some(bearers) = bearers {
                    bearers.await;
                }
            };
            // One task: some of it ends at the stop before the thread does.
            tasks.spawn("the work of the side thread", async {
                tokio::join!(work, bearers);
            });
        };
        status::run_side(listener, status, operators, begin, (stopped, links_gone));
    })?;
    Ok(Side { thread, stop, waker: waker.recv().unwrap_or_default() })
}

/// What is the same for every seat.
struct Alike {
    surroundings: Arc<Surroundings>,
    desk: Arc<desk::Settings>,
    restored: Option<desk::Restored>,
    path: Arc<str>,
    trace: Option<Trace>,
    stop: watch::Receiver<Stop>,
}

/// The way between the threads, and what an earlier process left to each.
struct Shares {
    threads: Arc<Threads>,
    mails: Vec<mpsc::Receiver<Mail>>,
    left: Vec<Left>,
}

fn shares(store: &dyn Store, threads: usize) -> Result<Shares, StartError> {
    let (inboxes, mails): (Vec<_>, Vec<_>) = (0..threads).map(|_| mpsc::channel(limits::DESK_INBOX)).unzip();
    let key: [u8; 16] = random()?;
    let (left, right) = key.split_at(8);
    let threads = Arc::new(Threads { inboxes, key: (word(left), word(right)) });
    let left = upkeep::open_exchanges(store, threads.inboxes.len(), |device| threads.of(device))?;
    Ok(Shares { threads, mails, left })
}

/// A seat for each thread.
fn seats(entrances: Vec<Vec<Entrance>>, shares: Shares, alike: &Alike) -> Result<Vec<Seat>, StartError> {
    let Shares { threads, mails, left } = shares;
    let challenger = Arc::new(Challenger::new(random()?));
    let mut seats = Vec::with_capacity(left.len());
    for (own, ((entrances, mail), left)) in entrances.into_iter().zip(mails).zip(left).enumerate() {
        seats.push(Seat {
            left,
            restored: alike.restored,
            own,
            entrances,
            mail,
            desk: Desk::new(Arc::clone(&alike.desk), Arc::clone(&challenger), random()?),
            surroundings: Arc::clone(&alike.surroundings),
            path: Arc::clone(&alike.path),
            threads: Arc::clone(&threads),
            challenger: Arc::clone(&challenger),
            trace: alike.trace.clone(),
            stop: alike.stop.clone(),
        });
    }
    Ok(seats)
}

/// Has fresh groups made and brought to every desk.
fn keep(
    groups: &Groups,
    metrics: &Arc<Metrics>,
    threads: &Arc<Threads>,
    compute: &Compute,
) -> io::Result<Option<Keeper>> {
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

fn random<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut octets = [0; N];
    getrandom::fill(&mut octets)?;
    Ok(octets)
}

fn word(octets: &[u8]) -> u64 {
    octets.iter().fold(0, |word, &octet| word << 8 | u64::from(octet))
}
