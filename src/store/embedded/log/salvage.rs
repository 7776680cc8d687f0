//! What can still be had of a log that is not whole: its records up to the first that cannot be read, and of whom the others tell.
//!
//! Never takes a record in behind one that is missing: rows of one moment without those of the moment before are no store. Never changes the log,
//! and reads it block by block, for its disk may give only some. Called by [`super::super::replace`].

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

use redb::{Database, Durability};
use sha2::{Digest, Sha256};

use crate::limits;
use crate::words::{DeviceId, ExchangeId, State};

use super::super::codec::Reader;
use super::super::records;
use super::super::tables::{self, Tables};
use super::super::{Fault, ReadError};
use super::{BLOCK, DIGEST, HEAD, MAGIC, Mark, NAME, Said, Tape, aside, blocks, play};

/// Where in a head its number of the generation and of the record stands, and where its length.
const NUMBERS: usize = MAGIC.len() + NAME;
const LENGTH: usize = NUMBERS + 16;

/// What a log gave.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Salvaged {
    /// Records that are in the file again.
    pub(in super::super) records: u64,
    /// Exchanges that lost records tell of, as far as these can be read.
    pub(in super::super) lost: BTreeMap<ExchangeId, (DeviceId, State)>,
}

/// Does to a file again what stands in the whole beginning of the log of `store`. Not durable before the next commit that is.
///
/// # Errors
/// When the log is there and may not be read, or another akeyd wrote it.
pub(in super::super) fn salvage(store: &Path, database: &Database) -> Result<Salvaged, Fault> {
    let Said::Counts(Mark { name, generation, .. }) = Said::of(database)? else { return Ok(Salvaged::default()) };
    let content = read(&super::path(store)).map_err(redb::Error::Io)?;
    let mut salvaged = Salvaged::default();
    let mut transaction = database.begin_write()?;
    transaction.set_durability(Durability::None)?;
    let tape = Tape::default();
    let mut tables = Tables::open(&transaction, &tape)?;
    let (mut end, mut last) = (0, [0; DIGEST]);
    while let Some((head, rows)) = record(&content, end) {
        let digest =
            Sha256::new().chain_update(last).chain_update(&head[..HEAD - DIGEST]).chain_update(rows).finalize();
        let numbers = [generation.to_be_bytes(), salvaged.records.to_be_bytes()].concat();
        if head[MAGIC.len()..NUMBERS] != name
            || head[NUMBERS..LENGTH] != numbers
            || head[LENGTH + 4..] != digest[..DIGEST]
        {
            break;
        }
        play(rows, &mut tables)?;
        last.copy_from_slice(&digest[..DIGEST]);
        salvaged.records += 1;
        end += blocks(rows.len());
    }
    drop(tables);
    transaction.commit()?;
    // What was overwritten is older than the file; the rest is younger than what was taken in.
    let next = [generation.to_be_bytes(), salvaged.records.to_be_bytes()].concat();
    for at in (end..content.len()).step_by(BLOCK) {
        if let Some((head, rows)) = record(&content, at)
            && head[MAGIC.len()..NUMBERS] == name
            && head[NUMBERS..LENGTH] >= *next
        {
            tells_of(rows, &mut salvaged.lost);
        }
    }
    Ok(salvaged)
}

/// Whether the log that a file misses was put aside, where it can be had whole.
pub(in super::super) fn is_aside(store: &Path, database: &Database) -> Result<bool, Fault> {
    match Said::of(database)? {
        Said::Counts(mark) => Ok(aside(&super::path(store), mark.name).is_some()),
        Said::None | Said::Needless(_) => Ok(false),
    }
}

/// What is there of a log, with zeros in the place of what the disk does not give.
fn read(log: &Path) -> io::Result<Vec<u8>> {
    let log = match File::open(log) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        opened => opened?,
    };
    let length = log.metadata()?.len().min(limits::STORE_LOG_OCTETS as u64) as usize;
    let mut content = vec![0; length];
    for (number, block) in content.chunks_mut(BLOCK).enumerate() {
        if log.read_exact_at(block, (number * BLOCK) as u64).is_err() {
            block.fill(0);
        }
    }
    Ok(content)
}

/// What looks like a record here: its head, and as many rows as that says.
fn record(content: &[u8], at: usize) -> Option<(&[u8], &[u8])> {
    let (head, rest) = content.get(at..)?.split_at_checked(HEAD)?;
    let length = u32::from_be_bytes(*head[LENGTH..].first_chunk()?) as usize;
    (head[..MAGIC.len()] == MAGIC).then_some((head, rest.get(..length)?))
}

/// Notes whose exchanges these rows tell of, up to where they cannot be read.
fn tells_of(rows: &[u8], lost: &mut BTreeMap<ExchangeId, (DeviceId, State)>) {
    let mut from = Reader::new("the log", rows);
    let mut row = || -> Result<_, ReadError> { Ok((from.str()?, from.bytes()?, from.maybe(Reader::bytes)?)) };
    while let Ok((table, key, value)) = row() {
        if table == "exchanges"
            && let (Some(at), Some(value)) = (tables::read_cursor(key), value)
            && let Ok(record) = records::read_exchange(at, value)
        {
            lost.insert(record.id, (record.device().clone(), record.state));
        }
    }
}
