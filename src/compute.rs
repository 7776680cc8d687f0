//! The service that turns queued powers into batches of eight lanes.
//!
//! A job enters a bounded queue and is answered by its oneshot channel. One thread takes all that is queued, fills lanes
//! with it and shares the batches among the threads of its own pool, of which it is one; it never waits for a batch to
//! fill, because one lane used of eight is still faster than a plain power. While there is nothing to do it makes pairs of y
//! and G^y ready, and a sample of all powers is computed twice before its batch's answers leave. It never looks into a key,
//! never blocks a caller, and never keeps a job whose asker has gone. Called by `serve`, which carries the desk's actions
//! here and the answers back as events.
//!
//! * [`batcher`]: the thread that empties the queue
//! * [`engine`]: jobs to batches to answers; [`both`]: two powers with one answer
//! * [`backends`]: which arithmetic serves, and the check of one by another
//! * [`random`]: exponents from one seed
//! * [`stock`]: ready-made pairs

mod backends;
mod batcher;
mod both;
mod engine;
mod random;
mod stock;
#[cfg(test)]
mod tests;

use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use akeyd_hw::{Backend, Element, Exponent, ExponentError, Group, PowerError, SharedSecret};
use crossbeam_channel::Sender;
use tokio::sync::oneshot;

use crate::limits;
use backends::Backends;
use engine::Engine;
use stock::Stock;

/// One power to compute, and where its answer goes.
///
/// A job whose receiver has been dropped before its batch begins costs nothing.
pub enum Job {
    /// The network's half of an exchange: draw y, compute BS_RESULT = G^y mod P.
    MakePublic {
        /// P and G.
        group: Arc<Group>,
        /// Bits of y.
        exponent_bits: u32,
        /// Gets y and BS_RESULT.
        answer: oneshot::Sender<Result<Ephemeral, PowerFault>>,
    },
    /// The secret that both sides share: K = MS_RESULT^y mod P.
    Share {
        /// P and G, the same as BS_RESULT was made with.
        group: Arc<Group>,
        /// MS_RESULT, checked by the group.
        peer: Element,
        /// The y of this exchange.
        y: Arc<Exponent>,
        /// Gets K.
        answer: oneshot::Sender<Result<SharedSecret, PowerFault>>,
    },
    /// Both at once, where MS_RESULT is there first: draw y, compute BS_RESULT and K, forget y. Never answered from what is ready.
    Both {
        /// P and G.
        group: Arc<Group>,
        /// Bits of y.
        exponent_bits: u32,
        /// MS_RESULT, checked by the group.
        peer: Element,
        /// Gets BS_RESULT and K.
        answer: oneshot::Sender<Result<(Vec<u8>, SharedSecret), PowerFault>>,
    },
}

/// A fresh y and what it makes public. For one exchange, and never again.
#[derive(Debug)]
pub struct Ephemeral {
    /// y, kept until MS_RESULT comes.
    pub y: Arc<Exponent>,
    /// BS_RESULT = G^y mod P, big endian, as long as P.
    pub bs_result: Vec<u8>,
}

/// Why a job has no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PowerFault {
    /// The arithmetic refused an input or its own result.
    #[error(transparent)]
    Refused(#[from] PowerError),
    /// A length of y that no exponent has: the configuration was not checked.
    #[error("y {0}")]
    Exponent(#[from] ExponentError),
    /// The random source gave nothing, so there is no y.
    #[error("no random numbers: {0}")]
    Random(getrandom::Error),
    /// The random source gave the same seed twice, so there is no y.
    #[error("the random source repeats itself")]
    RandomStuck,
    /// A power of the batch came out different when it was computed again: none of its answers is to be trusted.
    #[error("the check of a power failed: its batch is withheld")]
    Withheld,
    /// Every arithmetic was found wrong.
    #[error("no arithmetic is in service")]
    NoBackend,
    /// A defect of ours: the batch broke off. Its other jobs got this answer too.
    #[error("the batch broke off")]
    Broken,
}

/// The queue is full, or the service has stopped: the job was not taken. The handset is answered 503.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no room in the compute queue")]
pub struct Busy;

/// Which of the two powers of an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PowerKind {
    /// G^y: fixed base.
    Public,
    /// MS_RESULT^y: variable base.
    Shared,
}

impl PowerKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Public, Self::Shared];

    /// The spelling in metrics.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Shared => "shared",
        }
    }
}

/// What the service tells about its work. Called between batches, from any thread of the pool: must return at once.
pub trait Meter: Send + Sync {
    /// A batch of `lanes` powers of one kind took `took`.
    fn batch(&self, backend: Backend, kind: PowerKind, lanes: usize, took: Duration);
    /// A job stood in the queue for `waited` before its batch was formed.
    fn waited(&self, waited: Duration);
    /// So many pairs of y and G^y are ready.
    fn ready_pairs(&self, pairs: usize);
    /// A power that `serving` computed came out different when it was computed again.
    fn mismatch(&self, serving: Backend);
    /// A backend is in service, or is so no more.
    fn in_service(&self, backend: Backend, is: bool);
    /// The last backend went out of service: no power is computed until the next start.
    fn none_in_service(&self);
}

/// Tells nobody.
impl Meter for () {
    fn batch(&self, _: Backend, _: PowerKind, _: usize, _: Duration) {}
    fn waited(&self, _: Duration) {}
    fn ready_pairs(&self, _: usize) {}
    fn mismatch(&self, _: Backend) {}
    fn in_service(&self, _: Backend, _: bool) {}
    fn none_in_service(&self) {}
}

/// Fills a buffer with random octets. The service uses the operating system's source; a simulator brings its own.
pub type Random = Box<dyn FnMut(&mut [u8]) -> Result<(), getrandom::Error> + Send>;

/// How the service runs.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Threads that compute, the batcher included.
    pub threads: usize,
    /// Which arithmetic serves; the others that the processor can use check it and stand in for it.
    pub backend: Backend,
    /// Jobs that may wait.
    pub queue: usize,
    /// One power in so many of each kind is computed twice; 1 is every one.
    pub check_every: u32,
    /// Pairs of y and G^y kept ready for each group; 0 is none.
    pub ready_pairs: usize,
}

/// Threads that compute unless it is configured: a quarter of `cores`, for with eight lanes the powers are the smaller part of a message's cost.
pub fn threads_for(cores: usize) -> usize {
    (cores / 4).max(1)
}

/// A handle on the service: cheap to clone. The service ends when the last handle is dropped or any is told to
/// [`stop`](Self::stop); what is queued then is still computed.
#[derive(Clone)]
pub struct Compute {
    mode: Mode,
    backends: Arc<Backends>,
}

#[derive(Clone)]
enum Mode {
    Threads {
        queue: Sender<Message>,
        stock: Arc<Stock>,
        /// Tells a batcher at rest that the stock has room.
        taken: Sender<()>,
        batcher: Arc<Mutex<Option<JoinHandle<()>>>>,
    },
    Inline(Arc<Engine>),
}

enum Message {
    Work { job: Job, queued: Instant },
    Stop,
}

impl Compute {
    /// Starts the batcher and its pool.
    ///
    /// # Errors
    /// When the operating system refuses a thread.
    pub fn start(settings: &Settings, meter: Arc<dyn Meter>) -> io::Result<Self> {
        let backends = Backends::usable(settings.backend, settings.check_every);
        let engine = Engine::new(backends, Box::new(getrandom::fill), settings.ready_pairs, meter);
        Self::start_with(settings, engine)
    }

    fn start_with(settings: &Settings, engine: Engine) -> io::Result<Self> {
        let (queue, work) = crossbeam_channel::bounded(settings.queue);
        let (taken, room) = crossbeam_channel::bounded(1);
        let (stock, backends) = (Arc::clone(&engine.stock), Arc::clone(&engine.backends));
        let batcher = batcher::spawn(engine, settings.threads, work, room)?;
        let batcher = Arc::new(Mutex::new(Some(batcher)));
        Ok(Self { mode: Mode::Threads { queue, stock, taken, batcher }, backends })
    }

    /// A service without threads: each job is computed inside [`submit`](Self::submit) and answered when that returns.
    /// With a `random` that repeats itself from start to start, so does everything else. Keeps no pairs ready.
    pub fn inline(backend: Backend, random: Random, meter: Arc<dyn Meter>) -> Self {
        let backends = Backends::usable(backend, limits::CHECK_EVERY_DEFAULT);
        let engine = Engine::new(backends, random, 0, meter);
        Self { backends: Arc::clone(&engine.backends), mode: Mode::Inline(Arc::new(engine)) }
    }

    /// Whether any arithmetic is in service. Once false, every job is answered with [`PowerFault::NoBackend`].
    pub fn in_service(&self) -> bool {
        self.backends.serving().is_some()
    }

    /// Queues a job, or answers it at once where a pair is ready. Never blocks. An answer channel that closes without an answer means that the service stopped at
    /// the same moment.
    ///
    /// # Errors
    /// [`Busy`] when the queue is full or the service has stopped.
    pub fn submit(&self, job: Job) -> Result<(), Busy> {
        match &self.mode {
            Mode::Threads { queue, stock, taken, .. } => {
                let Some(job) = from_stock(stock, job) else {
                    // Full: the batcher has been told already.
                    let _ = taken.try_send(());
                    return Ok(());
                };
                queue.try_send(Message::Work { job, queued: Instant::now() }).map_err(|_| Busy)
            }
            Mode::Inline(engine) => {
                for batch in engine.form(vec![job]) {
                    engine.compute(batch);
                }
                Ok(())
            }
        }
    }

    /// Wipes the pairs that were made ready for a group: no more exchanges begin with it.
    pub fn forget(&self, group: &Group) {
        if let Mode::Threads { stock, .. } = &self.mode {
            stock.forget(group);
        }
    }

    /// Computes what is queued, refuses what comes later, and returns when all threads have ended. Blocks: not for a
    /// thread that serves sockets. Does nothing the second time, or without threads.
    pub fn stop(&self) {
        let Mode::Threads { queue, stock, batcher, .. } = &self.mode else { return };
        let thread = batcher.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            // A closed queue and a panic of the batcher both mean that it has ended already.
            let _ = queue.send(Message::Stop);
            let _ = thread.join();
        }
        stock.close();
    }
}

/// Answers a job from the stock, or gives it back.
fn from_stock(stock: &Stock, job: Job) -> Option<Job> {
    match job {
        Job::MakePublic { group, exponent_bits, answer } => match stock.take(&group, exponent_bits) {
            Some(pair) => {
                // Nobody there any more: the pair is wiped.
                let _ = answer.send(Ok(pair));
                None
            }
            None => Some(Job::MakePublic { group, exponent_bits, answer }),
        },
        other @ (Job::Share { .. } | Job::Both { .. }) => Some(other),
    }
}
