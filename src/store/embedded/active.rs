//! What changes from session to session, apart from the rows of all subscribers.
//!
//! A commit that writes to a few places of a small table costs the disk a fraction of one that writes all over a large one. So the recent
//! values of a device stand in `active` from its first change on; when that has many, it becomes `settling` and a new one begins, and
//! behind every commit some of `settling` go back into their rows, in the order of the rows. Newest first: `active`, `settling`, the row.

use redb::{ReadableTable, ReadableTableMetadata, WriteTransaction};

use crate::limits;

use super::Fault;
use super::damage::Damage;
use super::records::{self, Recent};
use super::tables::{self, Tables};

type Bytes = &'static [u8];

/// What is recent of a device, while a transaction writes.
pub(super) fn recent(tables: &Tables<'_>, device: &[u8], epoch: u64) -> Result<Option<Recent>, Fault> {
    if let Some(recent) = apart(&*tables.active, &*tables.settling, device, epoch)? {
        return Ok(Some(recent));
    }
    match tables.subscribers.get(device)? {
        Some(row) => Ok(Some(records::recent_of_row(row.value(), epoch)?)),
        None => Ok(None),
    }
}

/// What is recent of a device and not in its row.
pub(super) fn apart(
    active: &impl ReadableTable<Bytes, Bytes>,
    settling: &impl ReadableTable<Bytes, Bytes>,
    device: &[u8],
    epoch: u64,
) -> Result<Option<Recent>, Fault> {
    let value = match active.get(device)? {
        Some(value) => Some(value),
        None => settling.get(device)?,
    };
    Ok(value.map(|value| Recent::parse(value.value(), epoch)).transpose()?)
}

/// Writes what is recent of a device.
pub(super) fn write(tables: &mut Tables<'_>, device: &[u8], recent: &Recent) -> Result<(), Fault> {
    let mut to = super::codec::Writer::default();
    recent.write(&mut to);
    tables.active.insert(device, to.octets())?;
    Ok(())
}

/// Forgets what is recent of a device: its row has all.
pub(super) fn remove(tables: &mut Tables<'_>, device: &[u8]) -> Result<(), Fault> {
    tables.active.remove(device)?;
    tables.settling.remove(device)?;
    Ok(())
}

/// Brings up to `most` of those that settle back into their rows. Returns whether `active` should become `settling` next.
///
/// What cannot be read, or whose row cannot, goes back to `active` as it is: without it the older nonces of the row would prove somebody again.
pub(super) fn settle(tables: &mut Tables<'_>, most: usize, epoch: u64, damage: &Damage) -> Result<bool, Fault> {
    for _ in 0..most {
        let Some((device, recent)) = take_first(tables)? else { break };
        // A newer value stands in `active`: the row need not hear of this one.
        if tables.active.get(&*device)?.is_some() {
            continue;
        }
        let row = match tables.subscribers.get(&*device)? {
            Some(row) => Recent::parse(&recent, epoch).and_then(|recent| records::with_recent(row.value(), &recent)),
            None => continue,
        };
        match damage.pass(tables::SUBSCRIBERS, &device, row)? {
            Some(row) => tables.subscribers.insert(&device, row.octets())?,
            None => tables.active.insert(&device, &recent)?,
        };
    }
    Ok(tables.active.len()? >= limits::STORE_ACTIVE && tables.settling.is_empty()?)
}

fn take_first(tables: &mut Tables<'_>) -> Result<Option<tables::Row>, Fault> {
    Ok(tables.settling.take(.., 1)?.pop())
}

/// Makes `active` into `settling`, which is empty.
pub(super) fn turn(transaction: &WriteTransaction) -> Result<(), Fault> {
    transaction.delete_table(tables::SETTLING)?;
    transaction.rename_table(tables::ACTIVE, tables::SETTLING)?;
    Ok(())
}
