//! The log beside the file: what was committed since the file was synced last.
//!
//! A durable step changes a few hundred octets, and a commit of the file costs it dozens of pages all over the disk and two syncs. So what a group
//! changes goes to the end of the log, with one sync, and into the file without one; now and then the file is synced with everything in it and
//! the log begins anew. After a crash the file is as it was then, and what stands in the log is done to it again. A record is a list of
//! rows as they became: doing it twice is doing it once.
//!
//! Which records count, the file says: `meta` holds the mark of the log, a name drawn for it and a number that rises each time that it begins
//! anew, in the very commit that makes the older ones needless. A record that was cut off is no record; nobody has been answered for it. A copy
//! has no mark, nor has a store that was closed: it is whole without a log. Called by [`super::writer`] and [`super::opening`].

use std::cell::RefCell;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use redb::{Database, Durability, ReadableDatabase, WriteTransaction};
use sha2::{Digest, Sha256};

use crate::limits;
use crate::store::ReadError;
use crate::store::seal::sync_folder;

use super::Fault;
use super::codec::{Reader, damaged};
use super::file::{self, Disk};
use super::tables::{META, Tables, meta};

/// Records begin at multiples of this, so that writing one never writes over another one's end.
const BLOCK: usize = 4096;
/// What a record begins with.
const MAGIC: [u8; 8] = *b"akeydlog";
/// Octets before what a record holds: magic, mark, number, length, digest.
const HEAD: usize = MAGIC.len() + MARK + 8 + 4 + DIGEST;
/// Octets of a mark: a name and a number.
const MARK: usize = 16 + 8;
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

/// Which records of a log count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark([u8; MARK]);

impl Mark {
    fn draw() -> io::Result<Self> {
        let mut mark = [0; MARK];
        getrandom::fill(&mut mark[..16]).map_err(io::Error::other)?;
        Ok(Self(mark))
    }

    /// The mark after this one.
    fn next(self) -> Self {
        let (name, number) = self.0.split_at(16);
        let number = number.try_into().map_or(0, u64::from_be_bytes);
        let mut mark = [0; MARK];
        mark[..16].copy_from_slice(name);
        mark[16..].copy_from_slice(&(number + 1).to_be_bytes());
        Self(mark)
    }

    /// The mark in the file; `None`: it is whole without a log.
    fn of(database: &impl ReadableDatabase) -> Result<Option<Self>, Fault> {
        let transaction = database.begin_read()?;
        let table = transaction.open_table(META)?;
        let Some(value) = table.get(meta::LOG)? else { return Ok(None) };
        let mark = value.value().try_into().map_err(|_| damaged("its description"))?;
        Ok(Some(Self(mark)))
    }
}

/// An open log.
pub(super) struct Log {
    path: PathBuf,
    file: File,
    disk: Arc<Disk>,
    mark: Mark,
    /// Records since it began anew.
    number: u64,
    /// The digest of the last of them: each record is bound to the one before it.
    last: [u8; DIGEST],
    /// Octets that they take.
    end: usize,
    /// When the first of them was written.
    since: Option<Instant>,
}

impl Log {
    /// Makes a new log, all of its room taken, and marks the file with it.
    pub(super) fn create(store: &Path, database: &Database, disk: &Arc<Disk>) -> Result<Self, Fault> {
        let path = path(store);
        let make = || {
            remove(&path)?;
            let file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(&path)?;
            file::own_as(&file, store)?;
            // Zeros that are written, not a hole: from now on a sync has no new blocks to tell of.
            file.write_all_at(&vec![0; limits::STORE_LOG_OCTETS], 0)?;
            file.sync_all()?;
            sync_folder(&path)?;
            Ok((file, Mark::draw()?))
        };
        let (file, mark) = make().inspect_err(|_| drop(remove(&path))).map_err(redb::Error::Io)?;
        let mut log =
            Some(Self { path, file, disk: Arc::clone(disk), mark, number: 0, last: [0; DIGEST], end: 0, since: None });
        let begun = database.begin_write().map_err(Fault::from).and_then(|begun| settle(begun, &mut log));
        if let (Err(_), Some(log)) = (&begun, &log) {
            // Others need its room. Its name stays, for nobody knows whether the file has its mark.
            let _ = log.file.set_len(0);
        }
        begun.and(log.ok_or(Fault::Closed))
    }

    /// Opens the log of a file that was not closed, and does to it again what stands there. That is as durable as the log then.
    pub(super) fn take_up(store: &Path, database: &Database, disk: &Arc<Disk>) -> Result<Option<Self>, Fault> {
        let Some(mark) = Mark::of(database)? else { return Ok(None) };
        let path = path(store);
        let opened = OpenOptions::new().read(true).write(true).open(&path);
        let file = opened.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                let what = format!("{} is not there, and with it what was committed last", path.display());
                Fault::Record(ReadError::Damaged(what))
            }
            _ => redb::Error::Io(error).into(),
        })?;
        let mut log =
            Self { path, file, disk: Arc::clone(disk), mark, number: 0, last: [0; DIGEST], end: 0, since: None };
        let mut transaction = database.begin_write()?;
        transaction.set_durability(Durability::None)?;
        let content = log.read().map_err(redb::Error::Io)?;
        let tape = Tape::default();
        let mut tables = Tables::open(&transaction, &tape)?;
        while let Some((record, digest)) = log.record(&content) {
            play(record, &mut tables)?;
            log.stands(record.len(), digest);
            tape.forget();
        }
        if log.is_followed(&content) {
            let what =
                "a record of its log cannot be read and others come behind it, or the file is older than its log";
            return Err(ReadError::Damaged(what.into()).into());
        }
        drop(tables);
        transaction.commit()?;
        Ok(Some(log))
    }

    fn read(&self) -> io::Result<Vec<u8>> {
        // A process that was killed may have written what it did not sync: nobody acts on that before it is on the disk.
        self.file.sync_data().inspect_err(|error| self.disk.failed("fsync", error))?;
        let read = || {
            let mut content = vec![0; limits::STORE_LOG_OCTETS.min(self.file.metadata()?.len() as usize)];
            self.file.read_exact_at(&mut content, 0).map(|()| content)
        };
        read().inspect_err(|error| self.disk.failed("read", error))
    }

    /// Whether something was written after the record that should come next, or after the log had begun anew. Each record is synced before the
    /// next one is written, and the file with its mark before the first of them: what a crash cuts off is the last one.
    fn is_followed(&self, content: &[u8]) -> bool {
        let own = self.head(0);
        let (name, place) = (..MAGIC.len() + 16, MAGIC.len() + 16..MAGIC.len() + MARK + 8);
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
        head[8..8 + MARK].copy_from_slice(&self.mark.0);
        head[8 + MARK..][..8].copy_from_slice(&self.number.to_be_bytes());
        head[8 + MARK + 8..].copy_from_slice(&(length as u32).to_be_bytes());
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
}

/// Makes a transaction, and all before it, durable in the file itself; the log begins anew.
pub(super) fn settle(transaction: WriteTransaction, log: &mut Option<Log>) -> Result<(), Fault> {
    let mark = log.as_ref().map(|log| log.mark.next());
    if let Some(Mark(mark)) = &mark {
        transaction.open_table(META)?.insert(meta::LOG, &mark[..])?;
    }
    durably(transaction)?;
    if let (Some(log), Some(mark)) = (log, mark) {
        (log.mark, log.number, log.last, log.end, log.since) = (mark, 0, [0; DIGEST], 0, None);
    }
    Ok(())
}

/// Makes the file whole without its log, which goes.
pub(super) fn close(database: &Database, log: Log) -> Result<(), Fault> {
    let transaction = database.begin_write()?;
    drop(transaction.open_table(META)?.remove(meta::LOG)?);
    durably(transaction)?;
    Ok(remove(&log.path).map_err(redb::Error::Io)?)
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

/// Where the log of a file stands.
pub(super) fn path(store: &Path) -> PathBuf {
    let mut name = store.as_os_str().to_owned();
    name.push(".log");
    name.into()
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
