//! The file under the store: made whole or not at all, locked, and left at once when the disk cannot be trusted.
//!
//! A failed fsync is never tried again, and after a read or write that failed nobody knows what the disk holds: then the process leaves with
//! [`EXIT_IO`], and recovery trusts the disk alone. A full disk is different: what does not fit is not written, and the store says so.
//! Called by [`super`].

use std::cell::Cell;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::ops::Bound;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, fchown};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Once};

use redb::backends::FileBackend;
use redb::{BackendError, Builder, Database, DatabaseError, StorageBackend, StorageError};
use rustix::fs::{CWD, RenameFlags};

use crate::limits;
use crate::store::seal::sync_folder;

/// The folder beside a store in which the service makes backups.
pub const BACKUPS: &str = "backups";

/// The exit code of a process whose disk failed (sysexits EX_IOERR).
pub const EXIT_IO: u8 = 74;

/// Why a store does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process has it open.
    #[error("{0}: is open in another process")]
    Taken(PathBuf),
    /// It is not what was written. Nothing was changed.
    #[error("{0}: is damaged ({1}): bring a backup back, by `akeyd store restore`")]
    Damaged(PathBuf, String),
    /// It is whole, and its log, which has what was committed last, is not. Nothing was changed.
    #[error(
        "{0}: {1}. Bring that log back, which belongs to this file; where it is lost, `akeyd store recover` goes on without, and tells what is missing"
    )]
    Lost(PathBuf, String),
    /// A newer akeyd wrote it.
    #[error("{file}: has format {found}, and this akeyd knows formats up to {known}: a newer one wrote it")]
    Newer {
        /// The file.
        file: PathBuf,
        /// Its format.
        found: u64,
        /// The newest that is known here.
        known: u64,
    },
    /// An older akeyd wrote it, and it could not be copied before its upgrade. Nothing was changed.
    #[error("{file}: has format {found} and is not upgraded, for it cannot be copied to {} first: {why}", copy.display())]
    NotUpgraded {
        /// The file.
        file: PathBuf,
        /// Its format.
        found: u64,
        /// Where the copy was to be.
        copy: PathBuf,
        /// Why there is none.
        why: Box<OpenError>,
    },
    /// An older akeyd wrote it, or its upgrade is not at its end; starts of the service upgrade.
    #[error("{0}: is of an older format: start the service, which upgrades it")]
    Older(PathBuf),
    /// There is none, and there must be one.
    #[error(
        "{0}: there is no store, and store.must_exist says that there is one: is its volume mounted? An empty one knows no handset and no key"
    )]
    Missing(PathBuf),
    /// There is none, and another file says that there was one.
    #[error(
        "{0}: there is no store, though {1} lies beside it: bring a backup back (`akeyd store restore --new`), or take that file away if an empty one is wanted"
    )]
    Strayed(PathBuf, PathBuf),
    /// Something in it is sealed under a key that was not given.
    #[error("{0}: {1}")]
    Key(PathBuf, &'static str),
    /// The system refused.
    #[error("{0}: {1}")]
    System(PathBuf, io::Error),
}

impl OpenError {
    /// Whether it is for want of room.
    pub(super) fn is_full(&self) -> bool {
        matches!(self, Self::System(_, error) if is_full(error))
    }
}

/// Whether the disk, or what its owner may have of it, is full.
pub(super) fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// Logs why, and leaves.
pub(super) fn leave(what: &dyn fmt::Display) -> ! {
    tracing::error!(%what, "the store cannot go on; the process leaves, and the next start trusts the disk alone");
    std::process::exit(EXIT_IO.into());
}

/// What the store knows of its disk.
#[derive(Debug, Default)]
pub(super) struct Disk {
    /// Whether the process leaves at an error. Not before the store has been opened: then the error is told.
    serving: AtomicBool,
    full: AtomicBool,
}

impl Disk {
    /// From now on the process leaves when the disk fails.
    pub(super) fn serve(&self) {
        self.serving.store(true, Ordering::Release);
    }

    /// Whether the disk was full since this was asked last.
    pub(super) fn was_full(&self) -> bool {
        self.full.swap(false, Ordering::AcqRel)
    }

    pub(super) fn failed(&self, what: &str, error: &io::Error) {
        if self.serving.load(Ordering::Acquire) {
            leave(&format_args!("{what}: {error}"));
        }
    }

    pub(super) fn not_written(&self, error: &io::Error) {
        if is_full(error) {
            self.full.store(true, Ordering::Release);
        } else {
            self.failed("write", error);
        }
    }
}

/// The file, watched.
#[derive(Debug)]
struct Watched {
    file: FileBackend,
    disk: Arc<Disk>,
}

impl StorageBackend for Watched {
    fn len(&self) -> io::Result<u64> {
        self.file.len().inspect_err(|error| self.disk.failed("length", error))
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.file.read(offset, out).inspect_err(|error| self.disk.failed("read", error))
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.file.set_len(len).inspect_err(|error| self.disk.not_written(error))
    }

    fn sync_data(&self) -> io::Result<()> {
        self.file.sync_data().inspect_err(|error| self.disk.failed("fsync", error))
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.file.write(offset, data).inspect_err(|error| self.disk.not_written(error))
    }

    fn close(&self) -> io::Result<()> {
        self.file.close()
    }

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.try_lock_range(start, end)
    }

    fn try_lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.try_lock_shared_range(start, end)
    }

    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.lock_range(start, end)
    }

    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.lock_shared_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.query_lock_range(start, end)
    }
}

/// As every handle of a file must be built: one process has it open, which alone allows commits that are not synced ([`super::log`]).
pub(super) fn builder(cache_mib: usize) -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(cache_mib * 1024 * 1024);
    builder
}

/// Opens a file that is there.
pub(super) fn open(path: &Path, cache_mib: usize, disk: &Arc<Disk>) -> Result<Database, OpenError> {
    let system = |error| OpenError::System(path.to_owned(), error);
    let file = OpenOptions::new().read(true).write(true).open(path).map_err(system)?;
    let length = file.metadata().map_err(system)?.len();
    if length == 0 {
        return Err(OpenError::Damaged(path.to_owned(), "it is empty".into()));
    }
    database(path, file, cache_mib, disk, length <= limits::STORE_CHECKED_OCTETS)
}

/// Opens a file that nobody else has, each of its pages checked; what is wrong is told as of the one that it was copied from.
pub(super) fn open_checked(path: &Path, from: &Path) -> Result<Database, OpenError> {
    let file = OpenOptions::new().read(true).write(true).open(path);
    let file = file.map_err(|error| OpenError::System(path.to_owned(), error))?;
    database(from, file, limits::STORE_CACHE_DEFAULT_MIB, &Arc::default(), true)
}

/// Keeps everybody else from opening a file as long as it is held, also where it is damaged. With `shared` others may read it, and nobody may
/// have it open to write.
pub(super) fn lock(path: &Path, shared: bool) -> Result<File, OpenError> {
    let system = |error| OpenError::System(path.to_owned(), error);
    let file = File::open(path).map_err(system)?;
    match if shared { file.try_lock_shared() } else { file.try_lock() } {
        Err(TryLockError::WouldBlock) => return Err(OpenError::Taken(path.to_owned())),
        // Where there are no locks nothing can be learnt from one.
        Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Unsupported => return Err(system(error)),
        _ => {}
    }
    let (own, there) = (file.metadata().map_err(system)?, fs::metadata(path).map_err(system)?);
    // Somebody has put another one in its place meanwhile.
    if own.ino() == there.ino() { Ok(file) } else { Err(OpenError::Taken(path.to_owned())) }
}

/// Where a path leads to through symbolic links: the log, copies and whatever takes the file's place belong beside the file itself.
pub(super) fn resolved(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| match fs::read_link(path) {
        // It leads to nothing yet.
        Ok(to) => path.parent().unwrap_or(Path::new("")).join(to),
        Err(_) => path.to_owned(),
    })
}

/// Gives a new file the owner and group of `like`, or of its folder where there is none: what root makes for a service with an account of its
/// own that service must be able to open.
pub(super) fn own_as(new: &File, like: &Path) -> io::Result<()> {
    if !rustix::process::geteuid().is_root() {
        return Ok(());
    }
    let owner = match fs::metadata(like) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::metadata(folder(like))?,
        about => about?,
    };
    let own = new.metadata()?;
    if (own.uid(), own.gid()) == (owner.uid(), owner.gid()) {
        return Ok(());
    }
    fchown(new, Some(owner.uid()), Some(owner.gid()))
}

/// Makes a file that is not there, with what `fill` writes into it. It appears whole, under its name, or not at all, and belongs to whom `like`
/// does ([`own_as`]).
pub(super) fn create(
    path: &Path,
    like: &Path,
    fill: impl FnOnce(&Database) -> Result<(), OpenError>,
) -> Result<(), OpenError> {
    let system = |error| OpenError::System(path.to_owned(), error);
    let new = unfinished(path);
    clear_unfinished(path);
    let make = || {
        let _ = fs::remove_file(&new);
        let file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(&new).map_err(system)?;
        own_as(&file, like).map_err(system)?;
        let keep = file.try_clone().map_err(system)?;
        let disk = Arc::<Disk>::default();
        let made = database(&new, file, limits::STORE_CACHE_DEFAULT_MIB, &disk, false)?;
        let filled = fill(&made).and_then(|()| made.close().map_err(|error| refused(path, error)));
        // What a database says of itself after it could not be written is no reason.
        filled.map_err(|error| if disk.was_full() { system(rustix::io::Errno::NOSPC.into()) } else { error })?;
        keep.sync_all().map_err(system)?;
        give_name(&new, path).map_err(system)
    };
    let made = make();
    let _ = fs::remove_file(&new);
    made?;
    sync_folder(path).map_err(system)
}

/// The name of a file as long as it is being made.
pub fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!("{UNFINISHED}{}", std::process::id()));
    name.into()
}

/// What stands in such a name before the number of the process.
const UNFINISHED: &str = ".new-";

/// Gives a finished file its name, which must be free; a plain rename would take somebody else's place. It may have its old name too, then.
pub fn give_name(new: &Path, name: &Path) -> io::Result<()> {
    match fs::hard_link(new, name) {
        // Some disks know one name of a file only, and some systems allow no second.
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported) => {
            Ok(rustix::fs::renameat_with(CWD, new, CWD, name, RenameFlags::NOREPLACE)?)
        }
        named => named,
    }
}

/// Removes what processes that were killed have left of a store and its copies. Called by who has the store open.
pub(super) fn sweep(path: &Path) {
    clear_unfinished(path);
    let backups = path.with_file_name(BACKUPS);
    fs::read_dir(backups).into_iter().flatten().flatten().for_each(|entry| clear(&entry.path()));
}

/// Removes what processes that were killed have left of a file, or of one whose name begins with its.
pub fn clear_unfinished(path: &Path) {
    beside(path)
        .filter(|file| rest(path, file).is_some_and(|rest| rest.starts_with('.')))
        .for_each(|file| clear(&file));
}

/// Removes a file that a process began to make, unless it still does: then it holds it.
fn clear(file: &Path) {
    let name = file.file_name().and_then(|name| name.to_str()).and_then(|name| name.rsplit_once(UNFINISHED));
    let is_left = name.is_some_and(|(_, number)| number.parse::<u32>().is_ok());
    if !is_left {
        return;
    }
    let removed = lock(file, false).and_then(|held| {
        fs::remove_file(file).map_err(|error| OpenError::System(file.to_owned(), error))?;
        drop(held);
        Ok(())
    });
    match removed {
        Err(OpenError::Taken(_)) | Ok(()) => {}
        Err(OpenError::System(_, error)) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => tracing::warn!(%error, "what is left of an unfinished file cannot be removed"),
    }
}

/// The log of a store that was not closed, or a file or log that was put aside when another took its place or when it was upgraded: where there is one there
/// was a store.
pub(super) fn trace_of(path: &Path) -> Option<PathBuf> {
    let is_trace = |file: &PathBuf| {
        rest(path, file)
            .is_some_and(|rest| rest.starts_with(".wal") || rest.starts_with(".before-") || rest.starts_with(".format"))
    };
    beside(path).find(is_trace)
}

/// Files in the same folder.
pub(super) fn beside(path: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder(path)).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()))
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What the name of a file has behind the store's own.
pub(super) fn rest<'f>(path: &Path, file: &'f Path) -> Option<&'f str> {
    file.file_name()?.to_str()?.strip_prefix(path.file_name()?.to_str()?)
}

/// A database in an open file. What redb has to say about a damaged one is caught, even where it panics.
fn database(path: &Path, file: File, cache_mib: usize, disk: &Arc<Disk>, checked: bool) -> Result<Database, OpenError> {
    let backend = FileBackend::new(file).map_err(|error| refused(path, error))?;
    let watched = Watched { file: backend, disk: Arc::clone(disk) };
    let opened = quietly(|| builder(cache_mib).set_check_integrity_on_open(checked).create_with_backend(watched));
    match opened {
        Ok(opened) => opened.map_err(|error| refused(path, error)),
        Err(panicked) => Err(OpenError::Damaged(path.to_owned(), panicked)),
    }
}

/// Runs something that may panic, and says what it panicked of.
pub(super) fn quietly<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOKED: Once = Once::new();
    thread_local! {
        static QUIET: Cell<bool> = const { Cell::new(false) };
    }
    HOOKED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panicked| {
            if !QUIET.get() {
                before(panicked);
            }
        }));
    });
    QUIET.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    QUIET.set(false);
    result.map_err(|panicked| {
        let text = panicked.downcast_ref::<String>().map(String::as_str);
        text.or(panicked.downcast_ref::<&str>().copied()).unwrap_or("of unknown cause").to_owned()
    })
}

/// Why redb does not open it.
pub(super) fn refused(path: &Path, error: DatabaseError) -> OpenError {
    let path = path.to_owned();
    match error {
        DatabaseError::DatabaseAlreadyOpen | DatabaseError::LockProtocolMismatch => OpenError::Taken(path),
        DatabaseError::Storage(StorageError::Io(error)) if error.kind() == io::ErrorKind::UnexpectedEof => {
            OpenError::Damaged(path, "its end is missing".into())
        }
        DatabaseError::Storage(StorageError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
            OpenError::Damaged(path, error.to_string())
        }
        DatabaseError::Storage(StorageError::Io(error)) => OpenError::System(path, error),
        error => OpenError::Damaged(path, error.to_string()),
    }
}
