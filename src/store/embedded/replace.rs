//! Puts another file in the store's place: a backup, or what can be had of a store whose log is damaged or gone.
//!
//! All the while nobody else can open the store. What comes is copied beside it octet by octet, opened there with every page checked, and appears
//! in its place whole or not at all; what stood there is kept beside it with its log, as it was. Never puts what is damaged in the place of
//! anything, and never lets a file pass for whole that lacks what was committed last. The next start knows that more has happened than the file
//! tells ([`meta::RESTORED`]). Called by `cli`.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use redb::{Database, ReadableDatabase, ReadableTable};

use crate::desk::record::{AuditEvent, OURSELVES};
use crate::store::seal::{MasterKey, sync_folder};
use crate::words::{DeviceId, ExchangeId, State, Time};

use super::check::{self, Report};
use super::file::{self, OpenError};
use super::keep::beside;
use super::log::{self, Log, Salvaged, Tape, durably};
use super::opening::{self, failed};
use super::tables::{self, Tables, meta};
use super::{Fault, apply, records};

/// A backup in its place.
pub struct Restored {
    /// What stood there.
    pub before: Option<PathBuf>,
    /// What is in it, where its keys were given and it is of this format.
    pub report: Option<Report>,
}

/// A store that goes on without what it lost.
pub struct Recovered {
    /// What stood there.
    pub before: PathBuf,
    /// Records of the log that are in it.
    pub records: u64,
    /// The moment that it is of: of the last record of the audit trail, or the last exchange asked for.
    pub until: Time,
    /// When the log was written to last, if it is there: what was committed from `until` to this moment may be missing.
    pub written: Option<Time>,
    /// Exchanges that lost records of the log tell of.
    pub lost: BTreeMap<ExchangeId, (DeviceId, State)>,
}

/// Puts a backup in the place of the store, which must not be open. With keys it is opened under them first.
///
/// # Errors
/// When either is open, the backup is damaged, not whole without a log that it has not, or sealed under other keys. Nothing was changed then.
pub fn restore(
    backup: &Path,
    path: &Path,
    now: Time,
    keys: Option<(MasterKey, Vec<MasterKey>)>,
) -> Result<Restored, OpenError> {
    let seen = places_seen(&file::resolved(path));
    let place = Place::take(path)?;
    let backup = file::resolved(backup);
    if place.is(&backup) {
        let what = io::Error::new(io::ErrorKind::InvalidInput, "is the store itself");
        return Err(OpenError::System(backup, what));
    }
    let quiet = file::lock(&backup, true)?;
    let draft = Draft::copy(&backup, &place.path)?;
    let database = draft.open(&backup)?;
    let mut about = opening::about(&backup, &database)?;
    // A file that was copied by other means does not say when: then nothing in it is older than now.
    let made = about.restored.unwrap_or(now);
    let ring = keys.map(|(key, old)| opening::ring(&backup, &mut about.checks, key, old)).transpose()?;
    // One that a crash left is whole with its log.
    let log = Log::take_up(&backup, &database, &Arc::default()).map_err(|fault| opening::lost(&backup, fault))?;
    drop((log, quiet));
    mark(&database, made, seen, None).map_err(|fault| failed(&draft.0, fault))?;
    let report = ring.filter(|_| about.is_current()).map(|(keys, _)| check::of(&database, &keys, about.epoch));
    let report = report.transpose().map_err(|fault| failed(&backup, fault))?;
    let before = place.put(draft, database, now)?;
    Ok(Restored { before, report })
}

/// Lets a store go on that lacks the end of its log, or all of it: with the records up to the first that cannot be read. `None`: nothing is
/// missing, and nothing was changed. Needs no key.
///
/// # Errors
/// When it is open, or damaged itself, or its log is only put aside. Nothing was changed then.
pub fn recover(path: &Path, now: Time) -> Result<Option<Recovered>, OpenError> {
    let place = Place::take(path)?;
    if place.old.is_none() {
        return Err(OpenError::System(place.path.clone(), io::ErrorKind::NotFound.into()));
    }
    let draft = Draft::copy(&place.path, &place.path)?;
    let database = draft.open(&place.path)?;
    let about = opening::about(&place.path, &database)?;
    let Err(fault) = Log::take_up(&place.path, &database, &Arc::default()) else { return Ok(None) };
    if log::is_aside(&place.path, &database).map_err(|fault| failed(&place.path, fault))? {
        return Err(opening::lost(&place.path, fault));
    }
    let log = log::path(&place.path);
    let written = fs::metadata(&log).and_then(|about| about.modified()).ok();
    let written = written.and_then(|at| at.duration_since(UNIX_EPOCH).ok()).map(|since| Time(since.as_millis() as u64));
    let Salvaged { records, lost } = log::salvage(&place.path, &database).map_err(|fault| failed(&log, fault))?;
    let until = last_moment(&database).map_err(|fault| failed(&place.path, fault))?.unwrap_or(now);
    let event = AuditEvent {
        at: now,
        actor: OURSELVES.into(),
        action: "store.recover".into(),
        subject: "store".into(),
        detail: format!("records of the log: {records}; what came after {} is missing", until.0),
    };
    // Of a backup that nobody has gone on from yet still more is missing.
    let made = about.restored.map_or(until, |made| made.min(until));
    mark(&database, made, 0, Some(&event)).map_err(|fault| failed(&draft.0, fault))?;
    let before = place.put(draft, database, now)?.unwrap_or_default();
    Ok(Some(Recovered { before, records, until, written, lost }))
}

/// The copy is one, of this moment, and whole without a log. It gives out no place in the outbox up to `seen`.
fn mark(database: &Database, made: Time, seen: u64, event: Option<&AuditEvent>) -> Result<(), Fault> {
    let (transaction, tape) = (database.begin_write()?, Tape::default());
    {
        let mut tables = Tables::open(&transaction, &tape)?;
        event.map(|event| apply::audit(&mut tables, event)).transpose()?;
        tables.meta.insert(meta::RESTORED, &made.0.to_be_bytes()[..])?;
        tables.meta.remove(meta::LOG)?;
        let own = tables.meta.get(meta::PLACES)?.map(|value| tables::read_place(value.value()));
        // One that cannot be read stays so: places go by the clock then.
        if own.is_none_or(|own| own.is_some_and(|own| own < seen)) {
            tables.meta.insert(meta::PLACES, &seen.to_be_bytes()[..])?;
        }
    }
    durably(transaction)
}

/// Up to where the store that a backup takes the place of may have given out places in its outbox, as far as it can be told: by what stands in it if
/// it was closed in order, and by when it was written last. The machine's clock may be behind, so that the moment says too little.
fn places_seen(path: &Path) -> u64 {
    let given = || -> Result<u64, Fault> {
        let transaction = redb::ReadOnlyDatabase::open(path)?.begin_read()?;
        let taken = transaction.open_table(tables::META)?.get(meta::PLACES)?;
        let taken = taken.and_then(|value| tables::read_place(value.value()));
        let last = apply::last_place(&transaction.open_table(tables::DELIVERIES)?)?.map(|(seq, _)| seq);
        Ok(taken.max(last).unwrap_or_default())
    };
    let given = file::quietly(given).ok().and_then(Result::ok);
    let written = [path.to_owned(), log::path(path)].into_iter().filter_map(|file| {
        let since = fs::metadata(file).ok()?.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(opening::places_of(Time(since.as_millis() as u64 + 1)))
    });
    // A file that is damaged may say anything.
    written.chain(given).filter(|place| *place < PLACES_BELIEVED).max().unwrap_or_default()
}

/// Places that JSON carries whole, and as many again behind them.
const PLACES_BELIEVED: u64 = 1 << 52;

/// The youngest moment that its records tell of.
fn last_moment(database: &Database) -> Result<Option<Time>, Fault> {
    let transaction = database.begin_read()?;
    let audited = apply::last_place(&transaction.open_table(tables::AUDIT)?)?;
    let audited = audited.and_then(|(seq, value)| records::read_audited(seq, &value).ok());
    let exchanges = transaction.open_table(tables::EXCHANGES)?;
    let asked = exchanges.range::<&[u8]>(..)?.next_back().transpose()?;
    let asked = asked.and_then(|(key, _)| tables::read_cursor(key.value())).map(|(created, _)| created);
    Ok(audited.map(|audited| audited.event.at).max(asked))
}

/// The place of a store, which nobody else can open while this lives.
struct Place {
    path: PathBuf,
    /// What stands there, locked.
    old: Option<File>,
}

impl Place {
    fn take(path: &Path) -> Result<Self, OpenError> {
        let path = file::resolved(path);
        let old = match file::lock(&path, false) {
            Err(OpenError::System(_, error)) if error.kind() == io::ErrorKind::NotFound => None,
            locked => Some(locked?),
        };
        Ok(Self { path, old })
    }

    /// Whether a file is the one that stands here.
    fn is(&self, other: &Path) -> bool {
        let of = |about: fs::Metadata| (about.dev(), about.ino());
        let old = self.old.as_ref().and_then(|old| old.metadata().ok()).map(of);
        old.is_some() && old == fs::metadata(other).ok().map(of)
    }

    /// Puts a finished copy here. What stood here has the name that is returned, and so has its log.
    fn put(&self, draft: Draft, database: Database, now: Time) -> Result<Option<PathBuf>, OpenError> {
        let system = |error| OpenError::System(self.path.clone(), error);
        database.close().map_err(|error| file::refused(&draft.0, error))?;
        // Nobody opens the new one either before the old one's log is out of its way.
        let new = file::lock(&draft.0, false)?;
        new.sync_all().map_err(system)?;
        let log = log::path(&self.path);
        let before = self.old.as_ref().map(|_| beside(&self.path, &format!(".before-{}", now.0)));
        if let Some(before) = &before {
            match name_too(&log, &log::path(before)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(system(error)),
                _ => {}
            }
            // There is a store under its name at every moment, and a start never makes an empty one in its place.
            name_too(&self.path, before).map_err(system)?;
            sync_folder(&self.path).map_err(system)?;
            fs::rename(&draft.0, &self.path).map_err(system)?;
        } else {
            // Whoever has made one meanwhile keeps it.
            file::give_name(&draft.0, &self.path).map_err(system)?;
        }
        sync_folder(&self.path).map_err(system)?;
        // The new one has no mark of a log, so nothing in this one could be done to it.
        log::remove(&log).and_then(|()| sync_folder(&self.path)).map_err(system)?;
        Ok(before)
    }
}

/// Gives a file a second name; where a disk knows one name only, another one.
fn name_too(file: &Path, name: &Path) -> io::Result<()> {
    match fs::hard_link(file, name) {
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported) => {
            fs::rename(file, name)
        }
        named => named,
    }
}

/// A copy of a file beside the place that it is for; it goes with whoever drops it, and a start sweeps up what a killed process has left of one.
struct Draft(PathBuf);

impl Draft {
    fn copy(from: &Path, place: &Path) -> Result<Self, OpenError> {
        let system = |path: &Path| {
            let path = path.to_owned();
            move |error| OpenError::System(path, error)
        };
        let mut source = File::open(from).map_err(system(from))?;
        if source.metadata().map_err(system(from))?.len() == 0 {
            return Err(OpenError::Damaged(from.to_owned(), "it is empty".into()));
        }
        let draft = Self(file::unfinished(place));
        let _ = fs::remove_file(&draft.0);
        let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft.0);
        let mut made = made.map_err(system(&draft.0))?;
        file::own_as(&made, place).map_err(system(&draft.0))?;
        io::copy(&mut source, &mut made).map_err(system(&draft.0))?;
        Ok(draft)
    }

    fn open(&self, from: &Path) -> Result<Database, OpenError> {
        file::open_checked(&self.0, from)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests;
