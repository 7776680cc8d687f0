//! Whether a file is what was written: every page's checksum, every record, every seal, every index, and the chain of the audit trail.
//!
//! Reads everything, changes nothing but what redb repairs by itself after a crash, takes in what that left in the log, and makes tables that an
//! older akeyd did not know. The service must not run. Called by `cli`.

use std::fmt::Display;
use std::path::Path;
use std::sync::Arc;

use redb::{Database, ReadableDatabase, ReadableTableMetadata};
use sha2::{Digest, Sha256};

use crate::limits;
use crate::store::seal::{Keyring, MasterKey};
use crate::store::{Cursor, ReadError};
use crate::words::DeviceId;

use super::apply::{created, link, place};
use super::codec::damaged;
use super::damage::{self, Damage};
use super::file::{self, OpenError};
use super::opening::{self, failed, lost};
use super::tables::{self, Definition};
use super::view::{Table, View};
use super::{Fault, campaigns, forget, log, names, records};

/// What stands in a file, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Report {
    /// Kinds of records, and how many there are of each.
    pub counts: Vec<(&'static str, u64)>,
    /// What is wrong, up to [`limits::STORE_FAULTS`]; none: all is well.
    pub faults: Vec<String>,
    /// How much more is wrong.
    pub untold: u64,
}

impl Report {
    fn wrong(&mut self, what: impl Display) {
        if self.faults.len() < limits::STORE_FAULTS {
            self.faults.push(what.to_string());
        } else {
            self.untold += 1;
        }
    }

    /// The value of a record, or a fault.
    pub(super) fn take<T>(&mut self, of: Definition, key: &[u8], value: Result<T, ReadError>) -> Option<T> {
        value.map_err(|error| self.wrong(format_args!("{}: {error}", damage::name(of, key)))).ok()
    }

    /// The exchange that a key leads to, or a fault.
    fn place(&mut self, of: Definition, key: &[u8]) -> Option<Cursor> {
        self.take(of, key, place(key).map_err(Into::into))
    }

    pub(super) fn must(&mut self, is: bool, what: impl Display) {
        if !is {
            self.wrong(what);
        }
    }
}

/// Checks a file.
///
/// # Errors
/// When it cannot even be opened.
pub fn check(path: &Path, key: MasterKey, old_keys: Vec<MasterKey>) -> Result<Report, OpenError> {
    let path = &*file::resolved(path);
    let mut database = file::open(path, limits::STORE_CACHE_DEFAULT_MIB, &Arc::default())?;
    let mut report = Report::default();
    let whole = file::quietly(|| database.check_integrity());
    let whole = whole.map_err(|panicked| OpenError::Damaged(path.to_owned(), panicked))?;
    if !whole.map_err(|error| file::refused(path, error))? {
        report.wrong("its pages were not as they were written; what could be repaired was");
    }
    let mut about = opening::about(path, &database)?;
    if !about.is_current() {
        return Err(OpenError::Older(path.to_owned()));
    }
    opening::complete(&database).map_err(|fault| failed(path, fault))?;
    let (keys, _) = opening::ring(path, &mut about.checks, key, old_keys)?;
    log::take_in(path, &database).map_err(|fault| lost(path, fault))?;
    read(&database, &keys, about.epoch, &mut report).map_err(|fault| failed(path, fault))?;
    Ok(report)
}

/// What stands in an open file of this format whose pages are right, and what is wrong with it.
pub(super) fn of(database: &Database, keys: &Keyring, epoch: u64) -> Result<Report, Fault> {
    opening::complete(database)?;
    let mut report = Report::default();
    read(database, keys, epoch, &mut report)?;
    Ok(report)
}

fn read(database: &Database, keys: &Keyring, epoch: u64, report: &mut Report) -> Result<(), Fault> {
    let passed = Damage::default();
    let view = View::of(database.begin_read()?, keys, epoch, &passed);
    walk(&view, keys, epoch, report)
}

fn walk(view: &View<'_>, keys: &Keyring, epoch: u64, report: &mut Report) -> Result<(), Fault> {
    subscribers(view, keys, epoch, report)?;
    exchanges(view, report)?;
    of_exchanges(view, keys, report)?;
    deliveries(view, keys, report)?;
    campaigns::check(view, report)?;
    audit(view, report)
}

fn subscribers(view: &View<'_>, keys: &Keyring, epoch: u64, report: &mut Report) -> Result<(), Fault> {
    let (rows, ids) = (view.table(tables::SUBSCRIBERS)?, view.table(tables::MOBILE_IDS)?);
    let (mut expected, mut whole) = (0, true);
    for entry in rows.range::<&[u8]>(..)? {
        let (key, row) = entry?;
        let device = std::str::from_utf8(key.value()).ok().and_then(DeviceId::new);
        let read = device.ok_or_else(|| damaged("its name")).and_then(|device| {
            let subscriber = records::read_subscriber(device.clone(), row.value(), None, epoch, keys)?;
            Ok((device, subscriber))
        });
        let Some((device, subscriber)) = report.take(tables::SUBSCRIBERS, key.value(), read) else {
            whole = false;
            continue;
        };
        for id in subscriber.place.mobile_ids() {
            let named = ids.get(&*tables::mobile_device(&id, &device))?.is_some();
            report.must(named, format_args!("{device}: {id:?} does not lead to it"));
            expected += 1;
        }
    }
    // Names of one that cannot be read may be right.
    if whole {
        same(report, &ids, expected, "names in the signalling network")?;
    }
    let tell =
        |kind: &str, one: &str, other: &str| report.wrong(format_args!("{one} and {other} have the same {kind}"));
    names::shared(&ids, || true, tell)?;
    for recent in [tables::ACTIVE, tables::SETTLING] {
        for entry in view.table(recent)?.range::<&[u8]>(..)? {
            let (key, value) = entry?;
            report.take(recent, key.value(), records::Recent::parse(value.value(), epoch));
            let known = rows.get(key.value())?.is_some();
            report.must(known, format_args!("{}: is no subscriber", damage::name(recent, key.value())));
        }
    }
    report.counts.push(("subscribers", rows.len()?));
    Ok(())
}

fn exchanges(view: &View<'_>, report: &mut Report) -> Result<(), Fault> {
    let [rows, ids, open, in_doubt, by_device, ended] =
        [tables::EXCHANGES, tables::EXCHANGE_IDS, tables::OPEN, tables::IN_DOUBT, tables::BY_DEVICE, tables::ENDED]
            .map(|definition| view.table(definition));
    let (rows, ids, open, in_doubt, by_device, ended) = (rows?, ids?, open?, in_doubt?, by_device?, ended?);
    let (mut opened, mut doubtful, mut whole) = (0, 0, true);
    for entry in rows.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let read = place(key.value()).map_err(ReadError::from);
        let read = read.and_then(|at| Ok((at, records::read_exchange(at, value.value())?)));
        let Some((at, record)) = report.take(tables::EXCHANGES, key.value(), read) else {
            whole = false;
            continue;
        };
        let found = created(&ids, at.1).map_err(ReadError::from);
        let found = report.take(tables::EXCHANGE_IDS, &at.1.0.to_be_bytes(), found);
        let leads = found.is_none_or(|created| created == Some(at.0));
        report.must(leads, format_args!("exchange {}: cannot be found by its name", at.1));
        let named = tables::named(record.device().as_str(), at);
        report
            .must(by_device.get(&*named)?.is_some(), format_args!("exchange {}: its device does not lead to it", at.1));
        let stands = open.get(key.value())?.is_some() == record.is_open();
        report.must(stands, format_args!("exchange {}: open, or not", at.1));
        if let Some(end) = record.ended.as_ref().filter(|_| !record.is_open()) {
            let known = ended.get(&tables::wipe(end.at, at)[..])?.is_some();
            report.must(known, format_args!("exchange {}: its end does not lead to it", at.1));
        }
        opened += u64::from(record.is_open());
        doubtful += u64::from(record.is_unsettled());
    }
    if whole {
        same(report, &open, opened, "open exchanges")?;
        same(report, &in_doubt, doubtful, "exchanges in doubt")?;
    }
    same(report, &ids, rows.len()?, "names of exchanges")?;
    same(report, &by_device, rows.len()?, "exchanges by device")?;
    report.counts.push(("exchanges", rows.len()?));
    report.counts.push(("open", open.len()?));
    Ok(())
}

/// What stands apart from the exchanges themselves.
fn of_exchanges(view: &View<'_>, keys: &Keyring, report: &mut Report) -> Result<(), Fault> {
    let rows = view.table(tables::EXCHANGES)?;
    let secrets = view.table(tables::KEYS)?;
    for entry in secrets.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let Some((_, id)) = report.place(tables::KEYS, key.value()) else { continue };
        report.take(tables::KEYS, key.value(), records::read_key(id, value.value(), keys));
        report.must(rows.get(key.value())?.is_some(), format_args!("keys {id}: there is no such exchange"));
    }
    let steps = view.table(tables::HISTORY)?;
    for entry in steps.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        report.take(tables::HISTORY, key.value(), records::read_step(value.value()));
    }
    for entry in view.table(tables::WIPES)?.range::<&[u8]>(..)? {
        report.place(tables::WIPES, entry?.0.value());
    }
    for index in [tables::OPEN, tables::IN_DOUBT, tables::BY_DEVICE, tables::BY_CAMPAIGN, tables::ENDED] {
        for entry in view.table(index)?.range::<&[u8]>(..)? {
            let (key, _) = entry?;
            let Some(at) = report.place(index, key.value()) else { continue };
            let leads = rows.get(&tables::cursor(at)[..])?.is_some();
            report.must(leads, format_args!("{}: there is no such exchange", damage::name(index, key.value())));
        }
    }
    report.counts.push(("keys", secrets.len()?));
    report.counts.push(("steps", steps.len()?));
    Ok(())
}

fn deliveries(view: &View<'_>, keys: &Keyring, report: &mut Report) -> Result<(), Fault> {
    let (rows, waiting) = (view.table(tables::DELIVERIES)?, view.table(tables::WAITING)?);
    let of_exchanges = view.table(tables::WAITS)?;
    for entry in rows.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let read = tables::read_place(key.value()).ok_or_else(|| damaged("its place"));
        let read = read.and_then(|seq| records::read_delivery(seq, value.value(), keys));
        let Some(delivery) = report.take(tables::DELIVERIES, key.value(), read) else { continue };
        let waits = waiting.get(key.value())?.is_some();
        let seq = delivery.seq;
        let known = !waits || of_exchanges.get(&tables::waits(delivery.exchange, seq)[..])?.is_some();
        report.must(known, format_args!("deliveries {seq}: its exchange does not lead to it"));
        report.must(
            !(waits && delivery.acknowledged.is_some()),
            format_args!("deliveries {seq}: waits, and was acknowledged"),
        );
    }
    for entry in waiting.range::<&[u8]>(..)? {
        let (key, _) = entry?;
        let is_there = rows.get(key.value())?.is_some();
        report
            .must(is_there, format_args!("{}: there is no such delivery", damage::name(tables::WAITING, key.value())));
    }
    report.counts.push(("deliveries", rows.len()?));
    Ok(())
}

fn audit(view: &View<'_>, report: &mut Report) -> Result<(), Fault> {
    let rows = view.table(tables::AUDIT)?;
    // What the record at hand may be chained on: after one that cannot be read its octets as they stand, or the hash that they begin with.
    let anchor = forget::anchor(&view.table(tables::META)?).map_err(ReadError::from);
    let anchor = report.take(tables::META, tables::meta::ANCHOR, anchor).flatten();
    let (mut expected, mut before) = anchor.map_or((1, vec![[0; 32]]), |anchor| (anchor.seq + 1, vec![anchor.hash]));
    for entry in rows.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let Some(seq) = tables::read_place(key.value()) else {
            report.wrong(damage::name(tables::AUDIT, key.value()));
            continue;
        };
        if seq != expected {
            report.wrong(format_args!("audit {seq}: the one before it is missing"));
        }
        let read = records::read_audited(seq, value.value());
        if let Some(audited) = report.take(tables::AUDIT, key.value(), read) {
            let follows =
                |before: &[u8; 32]| *audited.event.chained(seq, before, Sha256::new()).finalize() == audited.hash;
            report.must(
                seq != expected || before.iter().any(follows),
                format_args!("audit {seq}: the chain breaks here"),
            );
            before = vec![audited.hash];
        } else {
            let first = value.value().first_chunk().copied();
            before = first.into_iter().chain([link(seq, value.value())]).collect();
        }
        expected = seq + 1;
    }
    report.counts.push(("audit", rows.len()?));
    Ok(())
}

pub(super) fn same(report: &mut Report, table: &Table, expected: u64, what: &str) -> Result<(), Fault> {
    let found = table.len()?;
    report.must(found == expected, format_args!("{what}: {found} are told, and there are {expected}"));
    Ok(())
}
