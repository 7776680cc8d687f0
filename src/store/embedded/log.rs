//! The log beside the file: what was committed since the file was synced last.
//!
//! A durable step changes a few hundred octets, and a commit of the file costs it dozens of pages all over the disk and two syncs. So what a group
//! changes goes to the end of the log, with one sync, and into the file without one; now and then the file is synced with everything in it and
//! the log begins anew. After a crash the file is as it was then, and what stands in the log is done to it again. A record is a list of
//! rows as they became: doing it twice is doing it once.
//!
//! Which records count, the file says: `meta` holds the mark of the log, a name drawn for it and the number of its generation, which rises each
//! time that it begins anew, in the very commit that makes the older records needless. A record that was cut off is no record; nobody has been
//! answered for it. A file that was closed has the name alone, and a copy has nothing: they are whole without a log.
//!
//! A log that is not the one that was written is never taken for an empty one. Its first block always tells its name, and a generation: the file's
//! own once that has a record, until then the last one that had any, which the mark tells too. What cannot be known is that the end of a generation is
//! missing behind a whole record, where all of it reads as if it had never been written.
//!
//! Called by [`super::writer`] and [`super::opening`].

use std::cell::RefCell;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use redb::{Database, Durability, ReadableDatabase, ReadableTable, WriteTransaction};
use sha2::{Digest, Sha256};

use crate::limits;
use crate::store::ReadError;
use crate::store::seal::sync_folder;

use super::Fault;
use super::codec::{Reader, damaged};
use super::file::{self, Disk, rest};
use super::tables::{META, Tables, meta};
use super::{keep, opening};
pub(super) use salvage::{Salvaged, is_aside, salvage};

mod salvage;

/// Records begin at multiples of this, so that writing one never writes over another one's end.
const BLOCK: usize = 4096;
/// What a record begins with.
const MAGIC: [u8; 8] = *b"akeydlog";
/// Octets before what a record holds: magic, name, generation, number, length, digest.
const HEAD: usize = MAGIC.len() + NAME + 8 + 8 + 4 + DIGEST;
/// Octets of a log's name.
const NAME: usize = 16;
/// The end of a log that takes nothing.
const NO_ROOM: usize = limits::STORE_LOG_OCTETS + 1;
/// Octets of SHA-256 that are kept.
const DIGEST: usize = 16;

/// What a transaction changes, row by row, as it is written down.
#[derive(Default)]
pub(super) struct Tape(RefCell<Vec<u8>>);

impl Tape {
    /// A row becomes this.
    pub(super) fn put(&self, table: &str, key: &[u8], value: &[u8]) {
        self.row(table, key, Some(value));
    }

    /// A row is gone.
    pub(super) fn remove(&self, table: &str, key: &[u8]) {
        self.row(table, key, None);
    }

    /// Whatever is on it is not wanted.
    fn forget(&self) {
        self.0.borrow_mut().clear();
    }

    fn row(&self, table: &str, key: &[u8], value: Option<&[u8]>) {
        let mut to = super::codec::Writer::default();
        to.text(table);
        to.bytes(key);
        to.maybe(value, super::codec::Writer::bytes);
        let mut rows = self.0.borrow_mut();
        if rows.len() <= limits::STORE_LOG_OCTETS {
            // What does not fit into any log need not be kept to its end.
            rows.extend_from_slice(to.octets());
        }
    }
}

/// Does a record to the tables again.
fn play(record: &[u8], tables: &mut Tables<'_>) -> Result<(), Fault> {
    let mut from = Reader::new("the log", record);
    while !from.is_at_end() {
        let (name, key, value) = (from.str()?, from.bytes()?, from.maybe(Reader::bytes)?);
        let table =
            tables.named(name).ok_or_else(|| ReadError::Damaged(format!("the log: there is no table {name}")))?;
        match value {
            Some(value) => drop(table.insert(key, value)?),
            None => table.remove(key)?,
        }
    }
    Ok(())
}

/// What is drawn for each log, so that none is taken for another.
type Name = [u8; NAME];

/// Which records of a log count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    name: Name,
    generation: u64,
    /// The generation of the first block as long as this one has no record: the last one before that had any; 0 in a log as it was made.
    before: u64,
}

impl Mark {
    fn octets(self) -> [u8; NAME + 8 + 8] {
        let mut octets = [0; NAME + 8 + 8];
        octets[..NAME].copy_from_slice(&self.name);
        octets[NAME..][..8].copy_from_slice(&self.generation.to_be_bytes());
        octets[NAME + 8..].copy_from_slice(&self.before.to_be_bytes());
        octets
    }
}

/// What the file says of its log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// There was none.
    None,
    /// What stands in the one of this name stands in the file too.
    Needless(Name),
    Counts(Mark),
}

impl Said {
    fn of(database: &impl ReadableDatabase) -> Result<Self, Fault> {
        let transaction = database.begin_read()?;
        Self::in_table(&transaction.open_table(META)?)
    }

    fn in_table(table: &impl ReadableTable<&'static [u8], &'static [u8]>) -> Result<Self, Fault> {
        let Some(value) = table.get(meta::LOG)? else { return Ok(Self::None) };
        let Some((name, rest)) = value.value().split_first_chunk() else {
            return Err(damaged("its description").into());
        };
        let [generation, before] = match rest.as_chunks() {
            ([], []) => return Ok(Self::Needless(*name)),
            ([generation, before], []) => [generation, before].map(|number| u64::from_be_bytes(*number)),
            ([_], []) => return Err(lost(UNLIKE)),
            _ => return Err(damaged("its description").into()),
        };
        Ok(Self::Counts(Mark { name: *name, generation, before }))
    }
}

/// An open log.
pub(super) struct Log {
    store: PathBuf,
    file: File,
    disk: Arc<Disk>,
    name: Name,
    generation: u64,
    /// The generation that the first block tells.
    first: u64,
    /// Records of this generation.
    number: u64,
    /// The digest of the last of them: each record is bound to the one before it.
    last: [u8; DIGEST],
    /// Octets that they take; [`NO_ROOM`]: there is no room for any.
    end: usize,
    /// The file does not speak of it any more: another one is to be made.
    is_gone: bool,
    /// When the first of them was written.
    since: Option<Instant>,
}

impl Log {
    /// Makes a new log, and marks the file with it.
    pub(super) fn create(store: &Path, database: &Database, disk: &Arc<Disk>) -> Result<Self, Fault> {
        let needless = match Said::of(database)? {
            Said::Needless(name) => Some(name),
            Said::None | Said::Counts(_) => None,
        };
        let mut log = Some(Self::make(store, needless, disk).map_err(|error| at(&path(store), &error))?);
        database.begin_write().map_err(Fault::from).and_then(|begun| settle(begun, &mut log))?;
        log.ok_or(Fault::Closed)
    }

    /// Makes a new log, all of its room taken. What stands in its place goes if nothing in it can be missing anywhere; else it is put aside.
    fn make(store: &Path, needless: Option<Name>, disk: &Arc<Disk>) -> io::Result<Self> {
        let path = path(store);
        clear(&path, needless)?;
        let mut name = [0; NAME];
        getrandom::fill(&mut name).map_err(io::Error::other)?;
        let make = || {
            let file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(&path)?;
            file::own_as(&file, store)?;
            // Zeros that are written, not a hole: from now on a sync has no new blocks to tell of.
            file.write_all_at(&vec![0; limits::STORE_LOG_OCTETS], 0)?;
            let log = Self {
                store: store.to_owned(),
                file,
                disk: Arc::clone(disk),
                name,
                generation: 0,
                first: 0,
                number: 0,
                last: [0; DIGEST],
                end: 0,
                is_gone: false,
                since: None,
            };
            // A head of its own, which no record follows: generations that have records are above 0.
            log.file.write_all_at(&log.head(0), 0)?;
            log.file.sync_all()?;
            sync_folder(&path)?;
            Ok(log)
        };
        make().inspect_err(|_| drop(remove(&path)))
    }

    /// Opens the log of a file that was not closed, and does to it again what stands there. That is as durable as the log then.
    pub(super) fn take_up(store: &Path, database: &Database, disk: &Arc<Disk>) -> Result<Option<Self>, Fault> {
        let Said::Counts(mark) = Said::of(database)? else { return Ok(None) };
        let path = path(store);
        let opened = OpenOptions::new().read(true).write(true).open(&path);
        let file = opened.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => missing(&path, mark),
            _ => at(&path, &error),
        })?;
        let mut log = Self {
            store: store.to_owned(),
            file,
            disk: Arc::clone(disk),
            name: mark.name,
            generation: mark.generation,
            first: mark.before,
            number: 0,
            last: [0; DIGEST],
            end: 0,
            is_gone: false,
            since: None,
        };
        let content = log.read().map_err(|error| at(&path, &error))?;
        log.first = match told(&content) {
            Some((name, first)) if name == mark.name && (first == mark.generation || first == mark.before) => first,
            Some((name, first)) if name == mark.name && first > mark.generation => return Err(lost(OLDER)),
            _ => return Err(missing(&path, mark)),
        };
        let is_cut = content.len() < limits::STORE_LOG_OCTETS;
        if is_cut && log.first == mark.generation {
            let what = format!("the end of {} is cut off, and with it what was committed last", path.display());
            return Err(lost(&what));
        }
        let mut transaction = database.begin_write()?;
        transaction.set_durability(Durability::None)?;
        let tape = Tape::default();
        let mut tables = Tables::open(&transaction, &tape)?;
        while let Some((record, digest)) = log.record(&content) {
            play(record, &mut tables)?;
            log.stands(record.len(), digest);
            tape.forget();
        }
        if log.is_followed(&content) {
            return Err(lost(OLDER));
        }
        drop(tables);
        log.sync(&content).map_err(|error| at(&path, &error))?;
        transaction.commit()?;
        if is_cut {
            // It has had no record since the file was synced: its room was given back. The next settling makes another one.
            log.end = NO_ROOM;
        }
        Ok(Some(log))
    }

    fn read(&self) -> io::Result<Vec<u8>> {
        let read = || {
            let mut content = vec![0; limits::STORE_LOG_OCTETS.min(self.file.metadata()?.len() as usize)];
            self.file.read_exact_at(&mut content, 0).map(|()| content)
        };
        read().inspect_err(|error| self.disk.failed("read", error))
    }

    /// A process that was killed may have written what it did not sync: nobody acts on that before it is on the disk. After a sync that
    /// failed the system shows what the disk has not; what is done again is in the next sync of the file, and the first block is written anew.
    fn sync(&self, content: &[u8]) -> io::Result<()> {
        let first = content.first_chunk::<BLOCK>().map(|block| self.file.write_all_at(block, 0));
        first.unwrap_or(Ok(())).inspect_err(|error| self.disk.not_written(error))?;
        self.file.sync_data().inspect_err(|error| self.disk.failed("fsync", error))
    }

    /// Whether something was written after the record that should come next, or after the log had begun anew. Each record is synced before the
    /// next one is written, and the file with its mark before the first of them: what a crash cuts off is the last one.
    fn is_followed(&self, content: &[u8]) -> bool {
        let own = self.head(0);
        let (name, place) = (..MAGIC.len() + NAME, MAGIC.len() + NAME..MAGIC.len() + NAME + 16);
        let mut blocks = content.chunks_exact(BLOCK).skip(self.end / BLOCK);
        blocks.any(|block| block[name] == own[name] && block[place.clone()] > own[place.clone()])
    }

    /// The next record in the content of the log, if it is whole and counts.
    fn record<'c>(&self, content: &'c [u8]) -> Option<(&'c [u8], [u8; DIGEST])> {
        let (head, rest) = content.get(self.end..)?.split_at_checked(HEAD)?;
        let (before, digest) = head.split_at(HEAD - DIGEST);
        let length = u32::from_be_bytes(*before.last_chunk()?) as usize;
        let record = rest.get(..length)?;
        let own = self.digest_of(before, record);
        (before == self.head(length) && digest == own).then_some((record, own))
    }

    /// How a record begins that comes next, up to its digest.
    fn head(&self, length: usize) -> [u8; HEAD - DIGEST] {
        let mut head = [0; HEAD - DIGEST];
        head[..8].copy_from_slice(&MAGIC);
        head[8..][..NAME].copy_from_slice(&self.name);
        head[8 + NAME..][..8].copy_from_slice(&self.generation.to_be_bytes());
        head[8 + NAME + 8..][..8].copy_from_slice(&self.number.to_be_bytes());
        head[8 + NAME + 16..].copy_from_slice(&(length as u32).to_be_bytes());
        head
    }

    /// Whether what is on a tape can still be written.
    pub(super) fn has_room_for(&self, tape: &Tape) -> bool {
        self.end + blocks(tape.0.borrow().len()) <= limits::STORE_LOG_OCTETS
    }

    /// Writes what is on a tape, and syncs it.
    pub(super) fn append(&mut self, tape: &Tape) -> Result<(), Fault> {
        let rows = tape.0.borrow();
        let head = self.head(rows.len());
        let mut record = Vec::with_capacity(blocks(rows.len()));
        record.extend_from_slice(&head);
        let digest = self.digest_of(&head, &rows);
        record.extend_from_slice(&digest);
        record.extend_from_slice(&rows);
        record.resize(blocks(rows.len()), 0);
        let written = self.file.write_all_at(&record, self.end as u64);
        written.inspect_err(|error| self.disk.not_written(error)).map_err(redb::Error::Io)?;
        self.file.sync_data().inspect_err(|error| self.disk.failed("fsync", error)).map_err(redb::Error::Io)?;
        self.stands(rows.len(), digest);
        Ok(())
    }

    /// A record with so many octets of rows stands at the end now.
    fn stands(&mut self, length: usize, digest: [u8; DIGEST]) {
        self.first = self.generation;
        self.number += 1;
        self.last = digest;
        self.end += blocks(length);
        self.since.get_or_insert_with(Instant::now);
    }

    fn digest_of(&self, head: &[u8], rows: &[u8]) -> [u8; DIGEST] {
        let digest = Sha256::new().chain_update(self.last).chain_update(head).chain_update(rows).finalize();
        std::array::from_fn(|place| digest[place])
    }

    /// Since when the file has not been synced with what stands here; `None`: nothing does.
    pub(super) fn since(&self) -> Option<Instant> {
        self.since
    }

    /// Whether another one is to be made in its place.
    pub(super) fn is_gone(&self) -> bool {
        self.is_gone
    }

    /// Whether this file stands under its name, whole: else a crash would lose what is written to it.
    fn is_there(&self) -> bool {
        let same = || {
            let (named, own) = (fs::metadata(path(&self.store))?, self.file.metadata()?);
            let is_same = (named.dev(), named.ino()) == (own.dev(), own.ino());
            io::Result::Ok(is_same && own.len() >= limits::STORE_LOG_OCTETS as u64)
        };
        !self.is_gone && same().unwrap_or(false)
    }
}

/// Makes a transaction, and all before it, durable in the file itself; the log begins anew. A file that has none is whole alone then, and so is
/// one whose log is not in its place any more, or was cut: that one takes nothing from now on.
pub(super) fn settle(transaction: WriteTransaction, log: &mut Option<Log>) -> Result<(), Fault> {
    let is_there = log.as_ref().is_some_and(Log::is_there);
    let mark = log.as_ref().filter(|_| is_there).map(|log| Mark {
        name: log.name,
        generation: log.generation + 1,
        before: log.first,
    });
    {
        let mut table = transaction.open_table(META)?;
        match (mark, Said::in_table(&table)?) {
            (Some(mark), _) => drop(table.insert(meta::LOG, &mark.octets()[..])?),
            (None, Said::Counts(Mark { name, .. })) => drop(table.insert(meta::LOG, &name[..])?),
            (None, _) => {}
        }
    }
    let settled = durably(transaction);
    let Some(log) = log else { return settled };
    if settled.is_err() {
        if log.generation == 0 {
            // Others need its room. Its name stays, for nobody knows whether the file has its mark.
            let _ = log.file.set_len(BLOCK as u64);
        }
        return settled;
    }
    if !is_there && log.end < NO_ROOM {
        let path = path(&log.store);
        tracing::error!(log = %path.display(), "somebody removed the log, moved it or cut it; the file is whole without it");
    }
    log.is_gone = !is_there;
    log.generation += 1;
    (log.number, log.last, log.since) = (0, [0; DIGEST], None);
    log.end = if is_there { 0 } else { NO_ROOM };
    Ok(())
}

/// Makes the file whole without its log, which goes.
pub(super) fn close(database: &Database, log: Log) -> Result<(), Fault> {
    settle(database.begin_write()?, &mut None)?;
    if log.is_there() {
        let path = path(&log.store);
        remove(&path).map_err(|error| at(&path, &error))?;
    }
    Ok(())
}

/// Makes a file that was not closed whole without its log, for those who want it alone.
pub(super) fn take_in(store: &Path, database: &Database) -> Result<(), Fault> {
    match Log::take_up(store, database, &Arc::default())? {
        Some(log) => close(database, log),
        None => Ok(()),
    }
}

/// Commits to the disk, so that the next opening need not walk through the file.
pub(super) fn durably(mut transaction: WriteTransaction) -> Result<(), Fault> {
    transaction.set_two_phase_commit(true);
    transaction.set_quick_repair(true);
    Ok(transaction.commit()?)
}

/// Where the log of a file stands. Not `.log`: what turns and tidies texts of that name shall not find it.
pub(super) fn path(store: &Path) -> PathBuf {
    keep::beside(store, ".wal")
}

/// Makes place for a new log. One that may have what is nowhere else is put aside: it is of another store, whose file stood here before.
fn clear(path: &Path, needless: Option<Name>) -> io::Result<()> {
    let head = match first_block(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        head => head?,
    };
    let is_needless = match told(&head) {
        // It never had a record, or the file has all of them.
        Some((name, first)) => first == 0 || Some(name) == needless,
        // A process was killed while it made it.
        None => head.iter().all(|octet| *octet == 0),
    };
    // Whoever put another file in the store's place has kept it beside the one before, and was killed then.
    if is_needless || fs::metadata(path)?.nlink() > 1 {
        return remove(path);
    }
    let aside = keep::beside(path, &format!("{STRAY}{}", opening::now().0));
    fs::rename(path, &aside)?;
    tracing::warn!(log = %aside.display(), "a log that is not this store's lay beside it, and is kept under this name: what was committed \
        last to the store that stood here before may be in it");
    Ok(())
}

/// What is put behind the name of a log that is not the store's.
const STRAY: &str = ".stray-";

fn first_block(path: &Path) -> io::Result<Vec<u8>> {
    let mut block = Vec::new();
    File::open(path)?.take(BLOCK as u64).read_to_end(&mut block)?;
    Ok(block)
}

/// The name and the generation that a first block tells.
fn told(content: &[u8]) -> Option<(Name, u64)> {
    let (name, rest) = content.strip_prefix(&MAGIC)?.split_first_chunk()?;
    Some((*name, u64::from_be_bytes(*rest.first_chunk()?)))
}

/// Another file stands where the log should be, or none.
fn missing(path: &Path, mark: Mark) -> Fault {
    let log = path.display();
    let what = if path.exists() {
        format!("{log} is not the log that was written last, and what was committed last is in that one")
    } else {
        format!("{log} is not there, and with it what was committed last")
    };
    let hint = aside(path, mark.name).map(|aside| format!("; {} is it: give it its name back", aside.display()));
    lost(&(what + &hint.unwrap_or_default()))
}

/// The log of this name, if it was put aside here.
fn aside(path: &Path, name: Name) -> Option<PathBuf> {
    let is_it = |file: &PathBuf| {
        let is_stray = rest(path, file).is_some_and(|rest| rest.starts_with(STRAY));
        let head = is_stray.then(|| first_block(file).ok()).flatten();
        head.and_then(|head| told(&head)).is_some_and(|(own, _)| own == name)
    };
    file::beside(path).find(is_it)
}

/// More is missing than a crash can take.
fn lost(what: &str) -> Fault {
    ReadError::Damaged(what.into()).into()
}

/// Why a file is refused whose log an older program wrote and did not take in.
const UNLIKE: &str = "an older akeyd wrote its log and was not stopped in order: start that one once more, stop it in order, and \
     update then";

/// Why a file is refused whose log is of a later time, or has a gap.
const OLDER: &str = "a record of its log cannot be read and others come behind it, or the file is older than its log";

/// What the system says of the log.
fn at(path: &Path, error: &io::Error) -> Fault {
    redb::Error::Io(io::Error::new(error.kind(), format!("{}: {error}", path.display()))).into()
}

/// Removes a file, if it is there.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Octets that a record takes.
fn blocks(length: usize) -> usize {
    (HEAD + length).next_multiple_of(BLOCK)
}

#[cfg(test)]
mod tests;
