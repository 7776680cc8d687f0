//! `akeyd load`: many simulated handsets against a server that is somewhere else.
//!
//! Either at a rate (sessions begin when the schedule says so, whatever the server does, and are measured from that
//! moment: a server that stalls cannot hide it), or with so many handsets at one time. Bounded in sessions and in time.
//! Refuses a server on another machine unless told that its owner agrees, and does not follow a RespURI that leads
//! to another host. Called by `cli`.

mod fleet;
mod report;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use tokio::sync::Semaphore;

use crate::config::ConfigErrors;
use crate::handset::{self, Carriage, Handset};
use crate::http::client::{Client, ClientError, Url};
use crate::limits;
use crate::words::Dialect;

pub use fleet::write_subscribers;
pub use report::Report;
use report::Tally;

/// What shall be loaded, and how.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
pub struct Settings {
    /// Where handsets send their first message.
    pub url: String,
    /// Whose certificates an `https` server may show; those of the system when not given.
    pub ca: Option<PathBuf>,
    /// Any certificate will do.
    pub insecure: bool,
    /// The server may be on another machine.
    pub beyond_this_machine: bool,
    /// The handsets' accounts: the subscribers file.
    pub subscribers: PathBuf,
    /// Name of the server.
    pub server_id: String,
    /// Sessions that begin in a second; without it each handset's session follows another's.
    pub rate: Option<f64>,
    /// Sessions at one time.
    pub concurrency: usize,
    /// Sessions in all; default: one for each handset.
    pub sessions: Option<u64>,
    /// Time in which sessions begin.
    pub duration: Duration,
    /// Threads.
    pub threads: usize,
    /// Keys are computed with the fastest arithmetic of this machine, not with the handset's slow one.
    pub fast: bool,
    /// Connections serve one session after another.
    pub reuse: bool,
    /// Dialect.
    pub dialect: Dialect,
    /// Carrier style; the profile's when not given.
    pub style: Option<handset::Style>,
    /// Encoding.
    pub encoding: handset::Encoding,
    /// Scheme of both sides.
    pub auth: handset::Scheme,
    /// Habits of the handsets.
    pub profile: handset::Profile,
}

/// Why there was no load.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// Settings that do not go together, or that ask for nothing.
    #[error("{0}")]
    NotPossible(String),
    /// The subscribers file.
    #[error("{0}")]
    Subscribers(#[from] ConfigErrors),
    /// The URL.
    #[error("--url: {0}")]
    Url(#[from] ClientError),
    /// A thread, runtime or file could not be had.
    #[error("{0}")]
    System(#[from] io::Error),
    /// The random source gave nothing.
    #[error("no random numbers: {0}")]
    Random(#[from] getrandom::Error),
}

/// Loads the server. A progress bar goes to standard error, if that is a terminal. An interrupt ends it early, and what
/// was measured is still told.
pub fn run(settings: &Settings) -> Result<Report, LoadError> {
    check(settings)?;
    let fleet = fleet::read(settings)?;
    let client = Client::new(&settings.url)?.with_trust(fleet::trust(settings)?);
    let handsets = fleet.len();
    let sessions = settings.sessions.unwrap_or(handsets as u64);
    let bar = ProgressBar::new(sessions).with_style(
        ProgressStyle::with_template("{bar:40} {pos}/{len} sessions  {per_sec}  {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    let threads = settings.threads.clamp(1, handsets);
    let course = Arc::new(Course {
        settings: settings.clone(),
        client,
        threads,
        began: Instant::now(),
        scheduled: AtomicU64::new(0),
        sessions,
        stopped: AtomicBool::new(false),
        bar,
    });
    let mut shares: Vec<Vec<Handset>> = (0..threads).map(|_| Vec::new()).collect();
    for (handset, share) in fleet.into_iter().zip((0..threads).cycle()) {
        if let Some(share) = shares.get_mut(share) {
            share.push(handset);
        }
    }
    let mut workers = Vec::new();
    for (number, share) in shares.into_iter().enumerate() {
        let course = Arc::clone(&course);
        let thread = std::thread::Builder::new().name(format!("load-{number}"));
        workers.push(thread.spawn(move || work(&course, number, share))?);
    }
    let mut tally = Tally::default();
    for worker in workers {
        let share = worker.join().map_err(|_| io::Error::other("a thread of the load has died"))??;
        tally.add(share);
    }
    course.bar.finish_and_clear();
    let stopped = course.stopped.load(Ordering::Relaxed);
    Ok(tally.report(settings, handsets, sessions, course.began.elapsed(), stopped))
}

fn check(settings: &Settings) -> Result<(), LoadError> {
    let not = |what: String| Err(LoadError::NotPossible(what));
    let host = Url::parse(&settings.url)?.host;
    if !settings.beyond_this_machine && !is_loopback(&host) {
        return not(format!(
            "--url: {host} is not this machine; --beyond-this-machine loads it all the same, if its owner agrees"
        ));
    }
    match settings {
        Settings { rate: Some(rate), .. } if !(*rate > 0.0 && *rate <= limits::LOAD_RATE) => {
            not(format!("--rate: must be above 0 and at most {}", limits::LOAD_RATE))
        }
        Settings { concurrency, .. } if !(1..=limits::LOAD_CONCURRENCY).contains(concurrency) => {
            not(format!("--concurrency: must be 1 to {}", limits::LOAD_CONCURRENCY))
        }
        Settings { sessions: Some(0), .. } => not("--sessions: 0 is none".into()),
        Settings { duration, .. } if duration.is_zero() || duration.as_secs() > limits::LOAD_S => {
            not(format!("--duration: must be 1 to {} seconds", limits::LOAD_S))
        }
        _ => Ok(()),
    }
}

fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// The course of the load, which all threads share.
struct Course {
    settings: Settings,
    /// What every session's client is a sibling of.
    client: Client,
    threads: usize,
    began: Instant,
    /// Sessions that have been given out.
    scheduled: AtomicU64,
    /// Sessions in all.
    sessions: u64,
    stopped: AtomicBool,
    bar: ProgressBar,
}

impl Course {
    /// The number of the next session, while there are any.
    fn next(&self) -> Option<u64> {
        let over = self.stopped.load(Ordering::Relaxed) || self.began.elapsed() >= self.settings.duration;
        if over {
            return None;
        }
        let number = self.scheduled.fetch_add(1, Ordering::Relaxed);
        (number < self.sessions).then_some(number)
    }

    /// When a session shall begin; at once without a rate.
    fn moment(&self, number: u64) -> Option<Instant> {
        #[expect(clippy::cast_precision_loss, reason = "sessions are far fewer than 2^52")]
        self.settings.rate.map(|rate| self.began + Duration::from_secs_f64(number as f64 / rate))
    }
}

/// One thread's share.
fn work(course: &Arc<Course>, number: usize, share: Vec<Handset>) -> io::Result<Tally> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let tasks = tokio::task::LocalSet::new();
    Ok(tasks.block_on(&runtime, async {
        if number == 0 {
            let course = Arc::clone(course);
            tokio::task::spawn_local(async move {
                if tokio::signal::ctrl_c().await.is_ok() {
                    course.stopped.store(true, Ordering::Relaxed);
                }
            });
        }
        sessions(course, share).await
    }))
}

/// What a thread's sessions share.
struct Shared {
    idle: RefCell<VecDeque<Handset>>,
    connections: RefCell<Vec<Client>>,
    tally: RefCell<Tally>,
}

async fn sessions(course: &Arc<Course>, share: Vec<Handset>) -> Tally {
    let at_once = course.settings.concurrency.div_ceil(course.threads).min(share.len()).max(1);
    let room = Arc::new(Semaphore::new(at_once));
    let shared = Rc::new(Shared {
        idle: RefCell::new(share.into()),
        connections: RefCell::default(),
        tally: RefCell::default(),
    });
    let end = course.began + course.settings.duration;
    let wait = async || tokio::time::timeout_at(end.into(), Arc::clone(&room).acquire_owned()).await.ok()?.ok();
    loop {
        // Without a rate, the next session is that of the handset that becomes free. With one the schedule goes on while
        // none is free: who has to wait is late, and measured so.
        let free = if course.settings.rate.is_none() { wait().await } else { None };
        let Some(number) = course.next() else { break };
        let moment = course.moment(number);
        if let Some(moment) = moment {
            if moment >= end {
                break;
            }
            tokio::time::sleep_until(moment.into()).await;
        }
        let free = if moment.is_some() { wait().await } else { free };
        let Some(free) = free else { break };
        let (course, shared) = (Arc::clone(course), Rc::clone(&shared));
        tokio::task::spawn_local(async move {
            session(&course, &shared, moment.unwrap_or_else(Instant::now)).await;
            drop(free);
        });
    }
    let grace = Duration::from_secs(limits::LOAD_GRACE_S);
    // Sessions that are not over by then are told as abandoned: their handsets are not idle.
    let _ = tokio::time::timeout(grace, room.acquire_many(at_once as u32)).await;
    shared.tally.take()
}

/// One session of the handset that has been idle longest, measured from the moment at which it should have begun.
async fn session(course: &Course, shared: &Shared, moment: Instant) {
    let Some(mut handset) = shared.idle.borrow_mut().pop_front() else { return };
    shared.tally.borrow_mut().begin();
    let kept = shared.connections.borrow_mut().pop();
    let mut client = kept.unwrap_or_else(|| course.client.sibling());
    let carriage = Carriage { confined: true, ..Carriage::of(course.settings.encoding) };
    let report = handset::run_session(&mut handset, &mut client, &carriage, getrandom::fill).await;
    shared.tally.borrow_mut().end(moment.elapsed(), report);
    if course.settings.reuse {
        shared.connections.borrow_mut().push(client);
    }
    shared.idle.borrow_mut().push_back(handset);
    course.bar.inc(1);
}

#[cfg(test)]
mod tests;
