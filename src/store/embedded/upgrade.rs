//! From an older format to the one of this program: a copy first, then row by row in bounded transactions.
//!
//! The first transaction raises the file's format and marks that it is being upgraded, each further one tells in the mark how far it is, the last one
//! takes it away. So a process that dies in between leaves a file that an older akeyd refuses and that the next start of this one goes on with. What
//! cannot be read stays as it is, and is damaged as it was before. Called by [`super::opening`].
//!
//! Format 2 knows when a device was last here, which exchanges are over since when, and which deliveries an exchange waits for.

use std::path::Path;

use redb::{Database, ReadableDatabase, ReadableTable, WriteTransaction};

use crate::limits;
use crate::words::Time;

use super::codec::{Read, Reader, Writer};
use super::file::OpenError;
use super::log::{Tape, durably};
use super::tables::{self, FORMAT, META, Row, Tables, meta};
use super::{Fault, keep, records};

/// What is walked through, in this order. The place in it is the first octet of the mark; the last row that was done follows.
const WALK: [tables::Definition; 5] =
    [tables::SUBSCRIBERS, tables::ACTIVE, tables::SETTLING, tables::EXCHANGES, tables::WAITING];

/// Upgrades a file of an older format, or goes on with an upgrade.
pub(super) fn run(path: &Path, database: &Database, found: u64, now: Time) -> Result<(), OpenError> {
    if found < FORMAT {
        let copy = keep::beside(path, &format!(".format{found}-{}", now.0));
        tracing::warn!(format = found, copy = %copy.display(), "the store is of an older format: it is copied, then upgraded");
        let copied = database.begin_read().map_err(|error| super::opening::failed(path, error.into()));
        copied.and_then(|transaction| keep::copy(&transaction, &copy, path, now)).map_err(|error| {
            OpenError::NotUpgraded { file: path.to_owned(), found, copy: copy.clone(), why: Box::new(error) }
        })?;
    }
    while step(database, limits::STORE_UPGRADE).map_err(|fault| super::opening::failed(path, fault))? {}
    tracing::info!(format = FORMAT, "the store is upgraded");
    Ok(())
}

/// One transaction of up to so many rows. Returns whether there is more to do.
pub(super) fn step(database: &Database, most: usize) -> Result<bool, Fault> {
    let transaction = database.begin_write()?;
    let more = advance(&transaction, most)?;
    durably(transaction)?;
    Ok(more)
}

fn advance(transaction: &WriteTransaction, most: usize) -> Result<bool, Fault> {
    let mark = {
        let mut table = transaction.open_table(META)?;
        let mark = table.get(meta::UPGRADE)?.map(|mark| mark.value().to_vec());
        table.insert(meta::FORMAT, &FORMAT.to_be_bytes()[..])?;
        mark.unwrap_or_else(|| vec![0])
    };
    let (phase, after) = mark.split_first().map_or((0, &[][..]), |(phase, after)| (usize::from(*phase), after));
    let tape = Tape::default();
    let mut tables = Tables::open(transaction, &tape)?;
    let Some(of) = WALK.get(phase) else {
        tables.meta.remove(meta::UPGRADE)?;
        return Ok(false);
    };
    let rows = rows(&tables, phase, after, most)?;
    let mark = match rows.last() {
        Some((key, _)) if rows.len() == most => [&[phase as u8], &key[..]].concat(),
        _ => vec![phase as u8 + 1],
    };
    for (key, value) in rows {
        if let Err(Fault::Record(error)) = upgrade(&mut tables, phase, &key, &value) {
            let record = super::damage::name(*of, &key);
            tracing::error!(record, %error, "a damaged record is not upgraded");
        }
    }
    tables.meta.insert(meta::UPGRADE, &mark)?;
    Ok(true)
}

/// Rows from after one on.
fn rows(tables: &Tables<'_>, phase: usize, after: &[u8], most: usize) -> Result<Vec<Row>, Fault> {
    let table = match phase {
        0 => &tables.subscribers,
        1 => &tables.active,
        2 => &tables.settling,
        3 => &tables.exchanges,
        _ => &tables.waiting,
    };
    let mut rows = Vec::new();
    for entry in table.range(after..)? {
        let (key, value) = entry?;
        if key.value() != after {
            rows.push((key.value().to_vec(), value.value().to_vec()));
        }
        if rows.len() == most {
            break;
        }
    }
    Ok(rows)
}

fn upgrade(tables: &mut Tables<'_>, phase: usize, key: &[u8], value: &[u8]) -> Result<(), Fault> {
    match phase {
        0 => drop(tables.subscribers.insert(key, subscriber(value)?.octets())?),
        1 => drop(tables.active.insert(key, active(value)?.octets())?),
        2 => drop(tables.settling.insert(key, active(value)?.octets())?),
        3 => {
            let place = super::apply::place(key)?;
            let record = records::read_exchange(place, value)?;
            if let Some(ended) = record.ended.as_ref().filter(|_| !record.is_open()) {
                tables.ended.insert(&tables::wipe(ended.at, place)[..], &[][..])?;
            }
        }
        _ => {
            let exchange = match tables.deliveries.get(key)? {
                Some(value) => records::exchange_of_delivery(value.value())?,
                None => return Ok(()),
            };
            if let Some(seq) = tables::read_place(key) {
                tables.waits.insert(&tables::waits(exchange, seq)[..], &[][..])?;
            }
        }
    }
    Ok(())
}

/// The row of a subscriber: the recent values in it get one more.
fn subscriber(value: &[u8]) -> Read<Writer> {
    let mut from = Reader::new("a subscriber", value);
    let sealed = from.bytes()?;
    let recent = records::Recent::read_format_1(&mut from)?;
    let mut to = Writer::default();
    to.bytes(sealed);
    recent.write(&mut to);
    to.raw(from.all());
    Ok(to)
}

fn active(value: &[u8]) -> Read<Writer> {
    let mut from = Reader::new("an active device", value);
    let recent = records::Recent::read_format_1(&mut from)?;
    from.end()?;
    let mut to = Writer::default();
    recent.write(&mut to);
    Ok(to)
}
