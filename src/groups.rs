//! P and G: those that we bring in, and those that others give us.
//!
//! A P of ours serves a bounded number of exchanges and hours and then never again, because whoever breaks one P (one
//! precomputation, Logjam 2015) reads every exchange that used it. So fresh ones are made while the service runs and
//! kept on disk; [`Groups`] says which one serves now. A P of others is [`judge`]d before anybody believes in it. Never
//! draws an exponent, never computes with a secret. Called by `cli`, which opens the groups before the service starts,
//! and by `serve`.
//!
//! * [`judge`]: whether a P from outside is prime, asked from threads that must not wait
//! * [`keeper`]: the thread that makes fresh groups and changes the one in service
//! * [`stock`]: groups on disk
//! * [`make`]: one fresh group

pub mod judge;
mod keeper;
mod make;
mod stock;
#[cfg(test)]
mod tests;

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use akeyd_hw::Group;

pub use keeper::Keeper;
use stock::Stock;

/// How fresh groups are made and used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// Size of P.
    pub bits: u32,
    /// Groups that wait on disk.
    pub stock: usize,
    /// Exchanges that a P serves.
    pub exchanges: u64,
    /// Hours that it serves.
    pub hours: u32,
    /// The folder of the stock.
    pub folder: PathBuf,
}

impl Fresh {
    fn lifetime(&self) -> Duration {
        Duration::from_hours(u64::from(self.hours))
    }

    /// Exchanges after which the next P is taken: a little early, because exchanges that have begun keep theirs.
    fn change_after(&self) -> u64 {
        (self.exchanges - self.exchanges / 64).max(1)
    }
}

/// What is told about groups. Must return at once.
pub trait Meter: Send + Sync {
    /// The P in service has served so many exchanges.
    fn group_exchanges(&self, exchanges: u64);
    /// So many fresh groups wait.
    fn group_stock(&self, groups: usize);
    /// The P in service has served its time, and there is no other; or that is over.
    fn group_overdue(&self, is: bool);
    /// A fresh group was taken into service.
    fn group_changed(&self);
}

/// Tells nobody.
impl Meter for () {
    fn group_exchanges(&self, _: u64) {}
    fn group_stock(&self, _: usize) {}
    fn group_overdue(&self, _: bool) {}
    fn group_changed(&self) {}
}

/// Why there is no fresh group to begin with.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder of the stock cannot be used.
    #[error("{}: {error}", folder.display())]
    Folder {
        /// Which.
        folder: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The random source gave nothing.
    #[error("no random numbers: {0}")]
    Random(#[from] getrandom::Error),
}

/// The P and G that we bring into exchanges: one for good, or one fresh one after the other. Cheap to clone.
#[derive(Clone)]
pub struct Groups(Arc<Shared>);

struct Shared {
    serving: Mutex<Serving>,
    /// Exchanges that the one in service has served.
    exchanges: AtomicU64,
    /// Exchanges after which the keeper is called.
    change_after: u64,
    /// Whether the keeper has been called for this one.
    called: AtomicBool,
    source: Option<Source>,
}

/// Where fresh groups come from.
struct Source {
    fresh: Fresh,
    stock: Stock,
    call: crossbeam_channel::Sender<()>,
    calls: crossbeam_channel::Receiver<()>,
}

struct Serving {
    group: Arc<Group>,
    since: Instant,
}

impl Groups {
    /// This one, for good.
    pub fn fixed(group: Arc<Group>) -> Self {
        Self::new(group, u64::MAX, None)
    }

    /// A fresh one from the stock, or one that is made now, which takes from a moment to a minute.
    ///
    /// What is taken into service leaves the disk first: a P never serves again after the process has ended, and so no
    /// count of exchanges needs to be kept.
    pub fn fresh(fresh: Fresh) -> Result<Self, OpenError> {
        let stock = Stock::open(&fresh.folder, fresh.bits)
            .map_err(|error| OpenError::Folder { folder: fresh.folder.clone(), error })?;
        let group = match stock.take()? {
            Some(group) => group,
            None => make::group(fresh.bits, &|| false)?.ok_or(getrandom::Error::UNEXPECTED)?,
        };
        let change_after = fresh.change_after();
        let (call, calls) = crossbeam_channel::bounded(1);
        Ok(Self::new(Arc::new(group), change_after, Some(Source { fresh, stock, call, calls })))
    }

    fn new(group: Arc<Group>, change_after: u64, source: Option<Source>) -> Self {
        Self(Arc::new(Shared {
            serving: Mutex::new(Serving { group, since: Instant::now() }),
            exchanges: AtomicU64::new(0),
            change_after,
            called: AtomicBool::new(false),
            source,
        }))
    }

    /// The one in service.
    pub fn current(&self) -> Arc<Group> {
        Arc::clone(&self.0.serving.lock().unwrap_or_else(PoisonError::into_inner).group)
    }

    /// Counts an exchange for which a y was drawn in `group`. One that is retired already counts for nothing. Returns
    /// how many exchanges the group in service has served.
    pub fn used(&self, group: &Group) -> u64 {
        let shared = &*self.0;
        if !std::ptr::eq(&raw const *self.current(), group) {
            return shared.exchanges.load(Ordering::Relaxed);
        }
        let exchanges = shared.exchanges.fetch_add(1, Ordering::Relaxed) + 1;
        if exchanges >= shared.change_after
            && !shared.called.swap(true, Ordering::Relaxed)
            && let Some(source) = &shared.source
        {
            // Full: the keeper has been called already.
            let _ = source.call.try_send(());
        }
        exchanges
    }

    /// Starts the thread that keeps the stock and changes the group in service; each new one is told to `changed`. `None`
    /// where the group is fixed.
    ///
    /// # Errors
    /// When the operating system refuses a thread.
    pub fn keep(&self, meter: Arc<dyn Meter>, changed: Box<dyn Fn(Arc<Group>) + Send>) -> io::Result<Option<Keeper>> {
        if self.0.source.is_none() {
            return Ok(None);
        }
        Keeper::start(self.clone(), meter, changed).map(Some)
    }

    /// Whether the one in service has served its exchanges or its hours.
    fn is_due(&self, source: &Source) -> bool {
        self.0.exchanges.load(Ordering::Relaxed) >= self.0.change_after || self.left(source).is_zero()
    }

    /// How long the one in service may serve on.
    fn left(&self, source: &Source) -> Duration {
        let since = self.0.serving.lock().unwrap_or_else(PoisonError::into_inner).since;
        source.fresh.lifetime().saturating_sub(since.elapsed())
    }

    /// Takes a fresh one into service.
    fn change(&self, group: Arc<Group>) {
        let mut serving = self.0.serving.lock().unwrap_or_else(PoisonError::into_inner);
        *serving = Serving { group, since: Instant::now() };
        self.0.exchanges.store(0, Ordering::Relaxed);
        self.0.called.store(false, Ordering::Relaxed);
    }
}
