//! A store in one file on disk: redb, one thread that writes, one that loads, one that reads for operators.
//!
//! A commit is answered when its group has been synced; nothing blocks the caller. Secrets are sealed before they reach the file
//! ([`super::seal`]). One process has the file open. `docs/store.md` tells operators the same.
//!
//! * [`mod@file`]: opened, made, locked, and left when the disk fails
//! * [`tables`], [`codec`], [`records`]: what stands where, as octets
//! * [`writer`], [`apply`], [`active`]: how changes are made; [`campaigns`]: all of campaigns; [`log`]: what makes changes durable before the
//!   file is synced
//! * [`forget`]: what is over goes; [`damage`]: what becomes of a record that cannot be read
//! * [`view`]: how a moment is read; [`names`]: whose names in the signalling network are
//! * [`keep`]: copied, compacted, made harmless; [`replace`]: restored, recovered; [`check`]: checked
//! * [`reseal`]: from an old key to a new one; [`upgrade`]: from an older format to this one

mod active;
mod apply;
mod campaigns;
pub mod check;
mod codec;
mod damage;
mod file;
mod forget;
pub mod keep;
mod log;
mod names;
mod opening;
mod records;
pub mod replace;
mod reseal;
mod tables;
mod upgrade;
mod view;
mod writer;

#[cfg(test)]
mod tests;

use std::fmt::Display;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock, RwLockReadGuard, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossbeam_channel::{Sender, TrySendError};
use redb::Database;

use crate::desk::record::{AuditEvent, Change, Subscriber, Write};
use crate::limits;
use crate::words::{DeviceId, Time};

use super::seal::{Keyring, MasterKey, NoRandom};
use super::{NotCopied, OnCopied, OnDurable, OnLoaded, ReadError, Reading, Refused, Store};
use damage::Damage;
use file::Disk;
pub use file::{BACKUPS, EXIT_IO, OpenError, clear_unfinished, give_name, unfinished};
use log::Log;
use view::{Known, Load};
use writer::{Job, Work, Writer};

/// Where a store is and how it is opened.
pub struct Settings {
    /// The file.
    pub path: PathBuf,
    /// The key to seal under.
    pub key: MasterKey,
    /// Keys that something may still be sealed under.
    pub old_keys: Vec<MasterKey>,
    /// MiB of the file that are kept in memory.
    pub cache_mib: usize,
    /// Whether there must be one: none is made then.
    pub must_exist: bool,
}

/// Who counts what the store does.
pub trait Meter: Send + Sync {
    /// So many commits became durable together, in this time.
    fn group(&self, commits: usize, took: Duration);
    /// Whether the disk is full.
    fn full(&self, is: bool);
    /// So many values are to be sealed anew; 0: none.
    fn to_reseal(&self, values: u64);
    /// So many exchanges, deliveries and records of the audit trail were removed, because they are over.
    fn removed(&self, exchanges: u64, deliveries: u64, audit: u64);
    /// So many records were met that cannot be read.
    fn damaged(&self, records: u64);
}

/// An open store, and what its opening showed.
pub struct Opened {
    /// The store.
    pub store: EmbeddedStore,
    /// When the backup was made that this store was restored from, if it was: what happened after that is not in it. Stays until
    /// [`EmbeddedStore::restored_is_settled`].
    pub restored: Option<Time>,
    /// The latest moment of the backup that was gone on from last, if any was: what is of it or before came with that.
    pub of_backup: Option<Time>,
}

/// Records in a file.
pub struct EmbeddedStore {
    shared: Arc<Shared>,
    commits: Sender<Work>,
    loads: Option<Sender<Load>>,
    reads: Option<Sender<Reading>>,
    /// The writer first, while it runs.
    threads: Mutex<Vec<JoinHandle<()>>>,
}

/// What the threads share.
struct Shared {
    path: PathBuf,
    cache_mib: usize,
    /// `None`: closed for want of room.
    database: RwLock<Option<Database>>,
    disk: Arc<Disk>,
    keys: Keyring,
    epoch: u64,
    meter: Arc<OnceLock<Arc<dyn Meter>>>,
    damage: Damage,
    closing: AtomicBool,
    /// A copy is being made.
    copying: AtomicBool,
}

/// Why something in the file could not be read or written.
#[derive(Debug)]
enum Fault {
    File(Box<redb::Error>),
    Record(ReadError),
    Random(NoRandom),
    /// The file is closed for want of room.
    Closed,
}

impl<E: Into<redb::Error>> From<E> for Fault {
    fn from(error: E) -> Self {
        Self::File(Box::new(error.into()))
    }
}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        Self::Record(error)
    }
}

impl From<NoRandom> for Fault {
    fn from(error: NoRandom) -> Self {
        Self::Random(error)
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(error) => write!(f, "{error}"),
            Self::Record(error) => write!(f, "{error}"),
            Self::Random(error) => write!(f, "{error}"),
            Self::Closed => write!(f, "the store is closed until there is room"),
        }
    }
}

impl From<Fault> for ReadError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Record(error) => error,
            fault => Self::Store(fault.to_string()),
        }
    }
}

impl Shared {
    fn database(&self) -> RwLockReadGuard<'_, Option<Database>> {
        // A panic elsewhere leaves a handle that redb itself refuses to use.
        self.database.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells whoever counts.
    fn tell(&self, what: impl FnOnce(&dyn Meter)) {
        if let Some(meter) = self.meter.get() {
            what(&**meter);
        }
    }

    /// Whether nobody waits for anything any more.
    fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Acquire)
    }

    /// Closes the file and opens it again, as after a crash. Returns its log.
    fn reopen(&self) -> Result<Option<Log>, OpenError> {
        let mut database = self.database.write().unwrap_or_else(PoisonError::into_inner);
        *database = None;
        let (opened, log) = opening::again(&self.path, self.cache_mib, &self.disk)?;
        *database = Some(opened);
        Ok(log)
    }
}

impl EmbeddedStore {
    /// Opens a store, or makes one where there is none.
    ///
    /// # Errors
    /// When the file is damaged, newer, in use, sealed under another key, or not there and must be. Nothing is changed then.
    pub fn open(settings: Settings) -> Result<Opened, OpenError> {
        let Settings { path, key, old_keys, cache_mib, must_exist } = settings;
        let path = file::resolved(&path);
        let disk = Arc::new(Disk::default());
        let opening::Found { database, log, keys, epoch, restored, of_backup, old } =
            opening::open(&path, key, old_keys, cache_mib, must_exist, &disk)?;
        disk.serve();
        let reseal = reseal::Reseal::of(old);
        let meter = Arc::default();
        let shared = Arc::new(Shared {
            path,
            cache_mib,
            database: RwLock::new(Some(database)),
            disk,
            keys,
            epoch,
            damage: Damage::new(Arc::clone(&meter)),
            meter,
            closing: AtomicBool::default(),
            copying: AtomicBool::default(),
        });
        let system = |error| OpenError::System(shared.path.clone(), error);

        let (commits, queue) = crossbeam_channel::bounded(limits::STORE_QUEUE);
        // Bounded by who asks: each desk has so many logins in progress.
        let (loads, to_load) = crossbeam_channel::unbounded();
        let (reads, to_read) = crossbeam_channel::bounded(limits::STORE_READS);
        let writer = Writer::new(Arc::clone(&shared), queue, log, reseal);
        let (loader, reader) = (Arc::clone(&shared), Arc::clone(&shared));
        let threads = vec![
            spawn("store-writer", move || writer.run()).map_err(system)?,
            spawn("store-loader", move || view::load_all(&loader, &to_load)).map_err(system)?,
            spawn("store-reader", move || view::read_all(&reader, &to_read)).map_err(system)?,
        ];
        let store = Self { shared, commits, loads: Some(loads), reads: Some(reads), threads: Mutex::new(threads) };
        Ok(Opened { store, restored, of_backup })
    }

    /// Writes what waits and answers it. Commits that come later are dropped; what was written can still be read.
    pub fn close(&self) {
        self.shared.closing.store(true, Ordering::Release);
        // An error: it has ended already.
        let _ = self.commits.send(Work::Close);
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        if !threads.is_empty() {
            let _ = threads.remove(0).join();
        }
    }

    /// What is to be done after a restoration has been committed or waits to be: once it is written, the next start need not do it again. It is known from
    /// then on that what is of this moment or before came with the backup.
    pub fn restored_is_settled(&self, until: Time) -> Result<(), OpenError> {
        let (answer, written) = mpsc::channel();
        self.commit(Vec::new(), Box::new(move |_| answer.send(()).unwrap_or_default()));
        // Nobody answers when the store is closed; then the next start does it again.
        let _ = written.recv();
        opening::settle_restored(&self.shared, until)
    }

    /// From now on what the store does is counted here.
    pub fn count_by(&self, meter: Arc<dyn Meter>) {
        // The first who counts stays.
        let _ = self.shared.meter.set(meter);
        self.shared.tell(|meter| meter.damaged(self.shared.damage.count()));
    }

    /// Has it looked up whether two subscribers have a name in the signalling network that should be one's alone, and logged which.
    pub fn look_for_shared_names(&self) {
        let shared = Arc::clone(&self.shared);
        match spawn("store-names", move || names::look(&shared)) {
            Ok(thread) => self.threads.lock().unwrap_or_else(PoisonError::into_inner).push(thread),
            Err(error) => tracing::warn!(%error, "no thread to look for names that two subscribers have"),
        }
    }

    /// How many subscribers there are.
    pub fn subscribers(&self) -> Result<u64, ReadError> {
        view::count(&self.shared)
    }

    /// Writes those subscribers that are not there yet and never were deleted; what is there stays as it is. What it writes together it writes with
    /// a record of the audit trail, which `told` makes of their number and the first and last of them. Waits, so it is for starts and tools.
    ///
    /// # Errors
    /// When there is no room.
    pub fn import(
        &self,
        mut subscribers: Vec<Subscriber>,
        told: impl Fn(usize, &DeviceId, &DeviceId) -> AuditEvent,
    ) -> Result<Imported, ImportError> {
        let mut done = Imported::default();
        // In the order of the rows: neighbours are one page.
        subscribers.sort_unstable_by(|one, other| one.device.cmp(&other.device));
        while !subscribers.is_empty() {
            let rest = subscribers.split_off(subscribers.len().min(limits::STORE_IMPORT));
            let mut page = std::mem::replace(&mut subscribers, rest);
            let known = view::which(&self.shared, page.iter().map(|subscriber| &subscriber.device))?;
            done.deleted += known.iter().filter(|known| **known == Known::Deleted).count();
            let mut known = known.iter();
            page.retain(|_| known.next() == Some(&Known::Not));
            let page = view::free(&self.shared, page)?;
            let (Some(first), Some(last)) = (page.first(), page.last()) else { continue };
            done.written += page.len();
            let event = Change::Audit(Box::new(told(page.len(), &first.device, &last.device)));
            let put = |subscriber| Change::Subscriber(Box::new(subscriber), Write::Put);
            let (answer, durable) = mpsc::channel();
            self.commit(
                page.into_iter().map(put).chain([event]).collect(),
                Box::new(move |result| drop(answer.send(result))),
            );
            match durable.recv() {
                Ok(Ok(())) => {}
                Ok(Err(Refused::Damaged(what))) => return Err(ReadError::Damaged(what).into()),
                Ok(Err(_)) => return Err(ImportError::Full),
                Err(_) => return Err(ReadError::closed().into()),
            }
        }
        Ok(done)
    }
}

/// What became of subscribers that were brought.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// They are new.
    pub written: usize,
    /// They were deleted here, and were not written.
    pub deleted: usize,
}

/// Why subscribers were not all written.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The disk is full.
    #[error("there is no room in the store")]
    Full,
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
}

/// A thread without which the store cannot go on.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<JoinHandle<()>> {
    let guarded = move || {
        if std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).is_err() {
            file::leave(&"one of its threads ended by a panic");
        }
    };
    thread::Builder::new().name(name.to_owned()).spawn(guarded)
}

impl Store for EmbeddedStore {
    fn load(&self, device: &DeviceId, answer: OnLoaded) {
        if let Some(loads) = &self.loads {
            // The thread is there as long as the store.
            let _ = loads.send(Load { device: device.clone(), answer });
        }
    }

    fn commit(&self, changes: Vec<Change>, answer: OnDurable) {
        match self.commits.try_send(Work::Commit(Job { changes, answer })) {
            Ok(()) => {}
            Err(TrySendError::Full(Work::Commit(Job { changes, answer }))) => answer(Err(Refused::Full(changes))),
            Err(_) => {}
        }
    }

    fn read(&self, reading: Reading) {
        if let Some(reads) = &self.reads {
            let _ = reads.try_send(reading);
        }
    }

    fn copy(&self, to: PathBuf, made: Time, copied: OnCopied) {
        if self.shared.copying.swap(true, Ordering::AcqRel) {
            return copied(Err(NotCopied::Busy));
        }
        let shared = Arc::clone(&self.shared);
        let copy = move || {
            let made = file::quietly(|| keep::backup(&shared, &to, made));
            shared.copying.store(false, Ordering::Release);
            copied(match made {
                Ok(Ok(())) => Ok(()),
                Ok(Err(OpenError::System(_, error))) if error.kind() == ErrorKind::AlreadyExists => {
                    Err(NotCopied::Exists)
                }
                Ok(Err(error)) if error.is_full() => Err(NotCopied::Full(error.to_string())),
                Ok(Err(error)) => Err(NotCopied::Failed(error.to_string())),
                Err(panicked) => Err(NotCopied::Failed(panicked)),
            });
        };
        // Nobody waits for it at the end of the process: a copy appears whole or not at all.
        if let Err(error) = thread::Builder::new().name("store-backup".into()).spawn(copy) {
            tracing::error!(%error, "no thread for a backup");
            self.shared.copying.store(false, Ordering::Release);
        }
    }
}

impl Drop for EmbeddedStore {
    fn drop(&mut self) {
        self.loads = None;
        self.reads = None;
        self.close();
        for thread in self.threads.get_mut().unwrap_or_else(PoisonError::into_inner).drain(..) {
            let _ = thread.join();
        }
    }
}
