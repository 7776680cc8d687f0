//! What operators do with the file as a whole: copy it, make it smaller, and make its secrets unreadable.
//!
//! A running store makes a copy of one of its moments; everything else needs the file to itself. Called by `cli` and by
//! [`Store::copy`](super::Store::copy).

use std::borrow::Cow;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use redb::{Database, ReadTransaction, ReadableDatabase, TableError, TableHandle};

use crate::desk::record::AuditEvent;
use crate::limits;
use crate::store::seal::sync_folder;
use crate::words::Time;

use super::codec::Writer;
use super::file::{self, Disk, OpenError};
use super::log::{self, Tape, durably};
use super::opening::{self, failed};
use super::tables::{self, Definition, META, meta};
use super::{Fault, Shared, apply, records};

/// Copies a running store at one moment into a new file.
///
/// # Errors
/// When the file is there already, or the disk fails.
pub(super) fn backup(shared: &Shared, to: &Path, now: Time) -> Result<(), OpenError> {
    let transaction = shared.database().as_ref().map(ReadableDatabase::begin_read);
    match transaction {
        Some(Ok(transaction)) => copy(&transaction, to, to, now),
        Some(Err(error)) => Err(failed(&shared.path, error.into())),
        None => Err(failed(&shared.path, Fault::Closed)),
    }
}

/// As [`backup`], of a file that nobody has open; what a crash left in its log is in the copy.
///
/// # Errors
/// As [`backup`], and when it is open.
pub fn backup_file(path: &Path, to: &Path, now: Time) -> Result<(), OpenError> {
    let path = &*file::resolved(path);
    let database = open_alone(path)?;
    let transaction = database.begin_read().map_err(|error| failed(path, error.into()))?;
    copy(&transaction, to, to, now)
}

/// Opens a file that nobody else has open.
fn open_bare(path: &Path) -> Result<Database, OpenError> {
    let database = file::open(path, limits::STORE_CACHE_DEFAULT_MIB, &Arc::<Disk>::default())?;
    opening::about(path, &database)?;
    Ok(database)
}

/// Opens a file that nobody else has open; what a crash left in its log is in it then.
fn open_alone(path: &Path) -> Result<Database, OpenError> {
    let database = open_bare(path)?;
    log::take_in(path, &database).map_err(|fault| opening::lost(path, fault))?;
    Ok(database)
}

/// Copies everything, and marks the copy as one. It belongs to whom `like` does.
pub(super) fn copy(from: &ReadTransaction, to: &Path, like: &Path, made: Time) -> Result<(), OpenError> {
    edited(from, (to, like), whole, |tables| {
        tables.meta.insert(meta::RESTORED, &made.0.to_be_bytes()[..])?;
        Ok(())
    })
}

/// What of a row passes into a copy.
type Edit = for<'v> fn(&Definition, &[u8], &'v [u8]) -> Option<Cow<'v, [u8]>>;

/// Everything but the mark of a log that the copy has not.
fn whole<'v>(definition: &Definition, key: &[u8], value: &'v [u8]) -> Option<Cow<'v, [u8]>> {
    let is_mark = definition.name() == META.name() && key == meta::LOG;
    (!is_mark).then_some(Cow::Borrowed(value))
}

/// Copies what `edit` lets pass into a new file, which belongs to whom `like` does, and then lets `finish` write.
fn edited(
    from: &ReadTransaction,
    (to, like): (&Path, &Path),
    edit: Edit,
    finish: impl FnOnce(&mut tables::Tables<'_>) -> Result<(), Fault>,
) -> Result<(), OpenError> {
    file::create(to, like, |database| {
        let fill = || -> Result<(), Fault> {
            for definition in tables::ALL {
                let table = match from.open_table(*definition) {
                    Ok(table) => table,
                    // An older akeyd wrote it.
                    Err(TableError::TableDoesNotExist(_)) => continue,
                    Err(error) => return Err(error.into()),
                };
                let mut rows = table.range::<&[u8]>(..)?.peekable();
                loop {
                    let transaction = database.begin_write()?;
                    {
                        let mut table = transaction.open_table(*definition)?;
                        for row in rows.by_ref().take(limits::STORE_IMPORT) {
                            let (key, value) = row?;
                            if let Some(value) = edit(definition, key.value(), value.value()) {
                                table.insert(key.value(), &*value)?;
                            }
                        }
                    }
                    durably(transaction)?;
                    if rows.peek().is_none() {
                        break;
                    }
                }
            }
            let (transaction, tape) = (database.begin_write()?, Tape::default());
            {
                let mut tables = tables::Tables::open(&transaction, &tape)?;
                finish(&mut tables)?;
            }
            durably(transaction)
        };
        fill().map_err(|fault| failed(to, fault))
    })
}

/// Makes the file as small as it can be. Returns its octets before and after.
pub fn compact(path: &Path) -> Result<(u64, u64), OpenError> {
    let path = &*file::resolved(path);
    let size =
        || fs::metadata(path).map(|about| about.len()).map_err(|error| OpenError::System(path.to_owned(), error));
    let before = size()?;
    let mut database = open_alone(path)?;
    while database.compact().map_err(|error| failed(path, error.into()))? {}
    database.close().map_err(|error| file::refused(path, error))?;
    Ok((before, size()?))
}

/// A store whose keys are to be destroyed: nobody else can open it as long as this is there.
pub struct Held {
    path: PathBuf,
    /// Its log, if it has one.
    log: Option<File>,
    /// Or why it does not open, and what keeps others from trying.
    opened: Result<Database, (OpenError, File)>,
}

/// Holds a store whose keys are to be destroyed, also one that is damaged beyond opening.
///
/// # Errors
/// When another process has it open, it is not there, or it may not be written. Nothing was changed then.
pub fn hold(path: &Path) -> Result<Held, OpenError> {
    let path = &*file::resolved(path);
    let open = |file: &Path| OpenOptions::new().write(true).open(file);
    open(path).map_err(|error| OpenError::System(path.to_owned(), error))?;
    let log = log::path(path);
    let log = match open(&log) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        opened => Some(opened.map_err(|error| OpenError::System(log, error))?),
    };
    let opened = match open_bare(path) {
        Err(error @ OpenError::Taken(_)) => return Err(error),
        // Who had it open before it was damaged still has.
        Err(error) => Err((error, file::lock(path, false)?)),
        Ok(database) => Ok(database),
    };
    Ok(Held { path: path.to_owned(), log, opened })
}

impl Held {
    /// Leaves nothing in the file that opens anything: exchanges, deliveries and the audit trail stay as history; keys, subscribers and what
    /// deliveries carried go. The old file is overwritten. Needs no key.
    ///
    /// # Errors
    /// When it does not open or the disk fails.
    pub fn zeroize(self, event: &AuditEvent) -> Result<(), OpenError> {
        let Self { path, log, opened } = self;
        let database = opened.map_err(|(error, _)| error)?;
        let system = |error| OpenError::System(path.clone(), error);
        let clean = beside(&path, ".zeroized");
        let _ = fs::remove_file(&clean);
        if let Err(fault) = log::take_in(&path, &database) {
            // A log that is damaged or gone spares no secret.
            tracing::warn!(%fault, "what was committed last is missing");
        }
        let transaction = database.begin_read().map_err(|error| failed(&path, error.into()))?;
        edited(&transaction, (&clean, &path), harmless, |tables| apply::audit(tables, event))?;
        drop(transaction);
        // The database stays open until another file has its name, so that nobody opens it meanwhile.
        overwrite(OpenOptions::new().write(true).open(&path).map_err(system)?).map_err(system)?;
        log.map(overwrite).transpose().map_err(system)?;
        fs::rename(&clean, &path).map_err(system)?;
        sync_folder(&path).map_err(system)?;
        // It finds zeros where its pages were, and what it makes of them has no name any more.
        let _ = file::quietly(|| drop(database));
        Ok(())
    }
}

/// What of a row may stay when nothing shall be left that opens anything.
fn harmless<'v>(definition: &Definition, key: &[u8], value: &'v [u8]) -> Option<Cow<'v, [u8]>> {
    match definition.name() {
        "subscribers" | "deleted" | "active" | "settling" | "mobile_ids" | "keys" | "wipes" | "waiting" | "waits" => {
            None
        }
        "meta" if !STAYS.contains(&key) => None,
        "deliveries" => {
            let (_, rest) = records::sealed_first(value).ok()?;
            let mut to = Writer::default();
            to.bytes(&[]);
            to.raw(rest);
            Some(Cow::Owned(to.octets().to_vec()))
        }
        _ => Some(Cow::Borrowed(value)),
    }
}

/// What of the file's description stays then.
const STAYS: [&[u8]; 6] = [meta::FORMAT, meta::UPGRADE, meta::EPOCH, meta::OF_BACKUP, meta::PLACES, meta::ANCHOR];

/// Writes zeros over a whole file, and makes that durable.
fn overwrite(mut open: File) -> io::Result<()> {
    let zeros = vec![0; 1024 * 1024];
    let mut left = open.metadata()?.len();
    while left > 0 {
        let piece = left.min(zeros.len() as u64);
        open.write_all(&zeros[..piece as usize])?;
        left -= piece;
    }
    open.sync_all()
}

/// A name beside the file's own.
pub(super) fn beside(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(more);
    name.into()
}
