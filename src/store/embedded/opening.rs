//! From a path to an open file whose format and keys are right.
//!
//! Changes nothing until both are. Called by [`super::EmbeddedStore::open`].

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use redb::{Database, ReadableDatabase, ReadableTable, TableHandle};

use crate::store::ReadError;
use crate::store::seal::{self, Keyring, MasterKey, Sealed};
use crate::words::Time;

use super::file::{self, Disk, OpenError};
use super::log::{self, Log, Tape, durably, take_in};
use super::tables::{self, FORMAT, META, Tables, meta};
use super::{Fault, Shared, upgrade};

/// What an opening found.
pub(super) struct Found {
    pub(super) database: Database,
    /// `None`: there was no room for one.
    pub(super) log: Option<Log>,
    pub(super) keys: Keyring,
    pub(super) epoch: u64,
    pub(super) restored: Option<Time>,
    pub(super) of_backup: Option<Time>,
    /// Numbers of keys that something may be sealed under, beside the current one.
    pub(super) old: Vec<u8>,
}

impl About {
    /// Whether every row is as this program writes it.
    pub(super) fn is_current(&self) -> bool {
        self.format == FORMAT && !self.is_between
    }
}

/// Octets that a check record seals.
const CHECK: [u8; 16] = *b"akeyd check text";

/// What `meta` holds.
#[derive(Default)]
pub(super) struct About {
    format: u64,
    /// An upgrade to this format was begun, and did not come to its end.
    is_between: bool,
    pub(super) epoch: u64,
    pub(super) restored: Option<Time>,
    pub(super) of_backup: Option<Time>,
    /// Numbers of keys, with their check records.
    pub(super) checks: Vec<(u8, Vec<u8>)>,
}

pub(super) fn open(
    path: &Path,
    key: MasterKey,
    old_keys: Vec<MasterKey>,
    cache_mib: usize,
    must_exist: bool,
    disk: &Arc<Disk>,
) -> Result<Found, OpenError> {
    if !path.try_exists().map_err(|error| OpenError::System(path.to_owned(), error))? {
        if must_exist {
            return Err(OpenError::Missing(path.to_owned()));
        }
        if let Some(trace) = file::trace_of(path) {
            return Err(OpenError::Strayed(path.to_owned(), trace));
        }
        tracing::warn!(path = %path.display(), "there is no store: an empty one is made. Once there is one, set store.must_exist");
        file::create(path, path, |database| begin(database).map_err(|fault| failed(path, fault)))?;
    }
    let database = file::open(path, cache_mib, disk)?;
    file::sweep(path);
    let mut about = about(path, &database)?;
    let (keys, is_new) = ring(path, &mut about.checks, key, old_keys)?;
    if !about.is_current() {
        // Rows of an older format in a log would be done to upgraded ones.
        take_in(path, &database).map_err(|fault| lost(path, fault))?;
        upgrade::run(path, &database, about.format, now())?;
    }
    complete(&database).map_err(|fault| failed(path, fault))?;
    if about.restored.is_some() {
        // What was handed out since the backup is not known here, so no nonce of it may prove anybody.
        about.epoch += 1;
    }
    if is_new || about.restored.is_some() {
        write(&database, &about).map_err(|fault| failed(path, fault))?;
    }
    let (database, log) = log(path, database, cache_mib, disk)?;
    let old = about.checks.iter().map(|(number, _)| *number).filter(|number| *number != keys.current()).collect();
    let About { epoch, restored, of_backup, .. } = about;
    Ok(Found { database, log, keys, epoch, restored, of_backup, old })
}

/// What a crash left in the log is in the file when this returns; durably, unless the disk is full.
fn log(
    path: &Path,
    database: Database,
    cache_mib: usize,
    disk: &Arc<Disk>,
) -> Result<(Database, Option<Log>), OpenError> {
    let begin = || {
        let mut log = Log::take_up(path, &database, disk)?;
        if log.is_some() {
            // After a sync that failed the system shows what the disk has not; what is written anew is there.
            log::settle(database.begin_write()?, &mut log)?;
        }
        if log.as_ref().is_none_or(Log::is_gone) {
            log = Some(Log::create(path, &database, disk)?);
        }
        Ok(log)
    };
    match begin() {
        Ok(log) => Ok((database, log)),
        Err(fault) if is_full(&fault, disk) => {
            // The handle is of no use any more.
            drop(database);
            let (database, log) = again(path, cache_mib, disk)?;
            // That is told, and nothing else is to be taken for it.
            disk.was_full();
            if log.is_none() {
                tell_no_room();
            }
            Ok((database, log))
        }
        Err(fault) => Err(lost(path, fault)),
    }
}

pub(super) fn tell_no_room() {
    tracing::warn!("there is no room for a log: every commit is synced into the file itself, which takes longer");
}

/// Opens a file whose format and keys are known to be right, as after a crash.
pub(super) fn again(path: &Path, cache_mib: usize, disk: &Arc<Disk>) -> Result<(Database, Option<Log>), OpenError> {
    let database = file::open(path, cache_mib, disk)?;
    let log = Log::take_up(path, &database, disk).map_err(|fault| lost(path, fault))?;
    Ok((database, log))
}

/// Whether it is for want of room.
pub(super) fn is_full(fault: &Fault, disk: &Disk) -> bool {
    let full = |error: &std::io::Error| matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded);
    disk.was_full() || matches!(fault, Fault::File(error) if matches!(&**error, redb::Error::Io(error) if full(error)))
}

pub(super) fn failed(path: &Path, fault: Fault) -> OpenError {
    match fault {
        Fault::File(error) => match *error {
            redb::Error::Io(error) => OpenError::System(path.to_owned(), error),
            error => OpenError::Damaged(path.to_owned(), error.to_string()),
        },
        Fault::Random(error) => OpenError::System(path.to_owned(), std::io::Error::other(error.to_string())),
        fault => OpenError::Damaged(path.to_owned(), fault.to_string()),
    }
}

/// Why what stands in a log is not in the file.
pub(super) fn lost(path: &Path, fault: Fault) -> OpenError {
    match fault {
        Fault::Record(ReadError::Damaged(what)) => OpenError::Lost(path.to_owned(), what),
        fault => failed(path, fault),
    }
}

/// The tables of an empty store.
fn begin(database: &Database) -> Result<(), Fault> {
    let transaction = database.begin_write()?;
    let tape = Tape::default();
    {
        let mut tables = Tables::open(&transaction, &tape)?;
        tables.meta.insert(meta::FORMAT, &FORMAT.to_be_bytes()[..])?;
        tables.meta.insert(meta::EPOCH, &0_u64.to_be_bytes()[..])?;
    }
    durably(transaction)
}

fn write(database: &Database, about: &About) -> Result<(), Fault> {
    let transaction = database.begin_write()?;
    {
        let mut table = transaction.open_table(META)?;
        table.insert(meta::EPOCH, &about.epoch.to_be_bytes()[..])?;
        for (number, check) in &about.checks {
            table.insert(&*check_key(*number), &**check)?;
        }
        if let Some(made) = about.restored {
            let own = table.get(meta::PLACES)?.and_then(|value| tables::read_place(value.value())).unwrap_or_default();
            // The machine's clock may be behind the one by which the backup was made.
            let places = own.max(places_of(made)).max(places_of_now());
            table.insert(meta::PLACES, &places.to_be_bytes()[..])?;
        }
    }
    durably(transaction)
}

/// A place in the outbox that no earlier life of the store has given out: peers know deliveries by their places, those too that a backup does not
/// know of, and would take a delivery at such a place for one that they have had. There are fewer than 1,024 in a millisecond, and JSON
/// carries the number whole for centuries.
pub(super) fn places_of_now() -> u64 {
    places_of(now())
}

pub(super) fn places_of(moment: Time) -> u64 {
    moment.0.saturating_mul(1 << 10)
}

pub(super) fn now() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time(u64::try_from(since.as_millis()).unwrap_or_default())
}

/// Makes the tables that an older akeyd of this format did not know.
pub(super) fn complete(database: &Database) -> Result<(), Fault> {
    let there: BTreeSet<_> = database.begin_read()?.list_tables()?.map(|table| table.name().to_owned()).collect();
    if tables::ALL.iter().all(|table| there.contains(table.name())) {
        return Ok(());
    }
    let transaction = database.begin_write()?;
    Tables::open(&transaction, &Tape::default())?;
    durably(transaction)
}

/// The file is no fresh copy any more: what is of this moment or before came with it, what is later is its own.
pub(super) fn settle_restored(shared: &Shared, until: Time) -> Result<(), OpenError> {
    let settle = || -> Result<(), Fault> {
        let database = shared.database();
        let Some(database) = &*database else { return Err(Fault::Closed) };
        let transaction = database.begin_write()?;
        {
            let mut table = transaction.open_table(META)?;
            table.remove(meta::RESTORED)?;
            table.insert(meta::OF_BACKUP, &until.0.to_be_bytes()[..])?;
        }
        durably(transaction)
    };
    settle().map_err(|fault| failed(&shared.path, fault))
}

/// The key in `meta` of a check record.
pub(super) fn check_key(number: u8) -> Vec<u8> {
    [meta::KEY, &[number]].concat()
}

/// What `meta` says, if this program can read what stands there.
pub(super) fn about(path: &Path, database: &impl ReadableDatabase) -> Result<About, OpenError> {
    let read = || -> Result<About, Fault> {
        let transaction = database.begin_read()?;
        let table = transaction.open_table(META)?;
        let number = |word: &[u8]| -> Result<Option<u64>, Fault> {
            let Some(value) = table.get(word)? else { return Ok(None) };
            let number = tables::read_place(value.value());
            number.map(Some).ok_or_else(|| ReadError::Damaged("its description: damaged".into()).into())
        };
        let mut about = About {
            format: number(meta::FORMAT)?.unwrap_or_default(),
            is_between: table.get(meta::UPGRADE)?.is_some(),
            epoch: number(meta::EPOCH)?.unwrap_or_default(),
            restored: number(meta::RESTORED)?.map(Time),
            of_backup: number(meta::OF_BACKUP)?.map(Time),
            checks: Vec::new(),
        };
        for entry in table.range(meta::KEY..)? {
            let (key, value) = entry?;
            match key.value().strip_prefix(meta::KEY) {
                Some([number]) => about.checks.push((*number, value.value().to_vec())),
                _ => break,
            }
        }
        Ok(about)
    };
    let read = match file::quietly(read) {
        Ok(read) => read.map_err(|fault| failed(path, fault))?,
        Err(panicked) => return Err(OpenError::Damaged(path.to_owned(), panicked)),
    };
    match read.format {
        1..=FORMAT => Ok(read),
        0 => Err(OpenError::Damaged(path.to_owned(), "it is no store of akeyd".into())),
        found => Err(OpenError::Newer { file: path.to_owned(), found, known: FORMAT }),
    }
}

/// Matches the keys that were given with those that the store knows. The first given is the one to seal under; when the store does not
/// know it, it gets a number.
pub(super) fn ring(
    path: &Path,
    checks: &mut Vec<(u8, Vec<u8>)>,
    key: MasterKey,
    old_keys: Vec<MasterKey>,
) -> Result<(Keyring, bool), OpenError> {
    let mut given: Vec<Option<MasterKey>> = std::iter::once(key).chain(old_keys).map(Some).collect();
    let mut ring = Vec::new();
    let mut current = None;
    for (number, check) in &*checks {
        let opens = |key: &Option<MasterKey>| key.as_ref().is_some_and(|key| is_key_of(key, *number, check));
        let Some(place) = given.iter().position(opens) else {
            return Err(OpenError::Key(
                path.to_owned(),
                "is sealed under a key that is neither store.key nor in store.old_keys",
            ));
        };
        match given[place].take() {
            Some(key) if place == 0 => current = Some((*number, key)),
            Some(key) => ring.push((*number, key)),
            None => {}
        }
    }
    let is_new = current.is_none();
    if let Some(key) = given[0].take() {
        let free = (1..=u8::MAX).find(|number| !checks.iter().any(|(taken, _)| taken == number));
        let number = free.ok_or_else(|| OpenError::Key(path.to_owned(), "knows too many keys"))?;
        let check = seal::seal_under(&key, number, Sealed::Check, &[number], &CHECK);
        let check = check.map_err(|error| failed(path, error.into()))?;
        checks.push((number, check));
        current = Some((number, key));
    }
    ring.extend(current);
    Ok((Keyring::new(ring), is_new))
}

fn is_key_of(key: &MasterKey, number: u8, check: &[u8]) -> bool {
    seal::open_under(key, Sealed::Check, &[number], check).is_ok_and(|text| *text == CHECK)
}
