//! Whether a file is what was written: every page's checksum, every record, every seal, every index, and the chain of the audit trail.
//!
//! Reads everything, changes nothing but what redb repairs by itself after a crash. The service must not run. Called by `cli`.

use std::fmt::Display;
use std::path::Path;
use std::sync::Arc;

use redb::{ReadableDatabase, ReadableTableMetadata};
use sha2::{Digest, Sha256};

use crate::limits;
use crate::store::seal::{Keyring, MasterKey};
use crate::words::DeviceId;

use super::apply::{created, place};
use super::file::{self, OpenError};
use super::opening::{self, failed};
use super::view::{Table, View};
use super::{Fault, campaigns, records, tables};

/// What stands in a file, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Report {
    /// Kinds of records, and how many there are of each.
    pub counts: Vec<(&'static str, u64)>,
    /// What is wrong, up to [`limits::PROBLEMS`]; none: all is well.
    pub faults: Vec<String>,
}

impl Report {
    fn wrong(&mut self, what: impl Display) {
        if self.faults.len() < limits::PROBLEMS {
            self.faults.push(what.to_string());
        }
    }

    /// The value, or a fault.
    pub(super) fn take<T, E: Into<Fault>>(&mut self, what: impl Display, value: Result<T, E>) -> Option<T> {
        value.map_err(|fault| self.wrong(format_args!("{what}: {}", fault.into()))).ok()
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
    let mut database = file::open(path, limits::STORE_CACHE_DEFAULT_MIB, &Arc::default())?;
    let mut report = Report::default();
    let whole = file::quietly(|| database.check_integrity());
    let whole = whole.map_err(|panicked| OpenError::Damaged(path.to_owned(), panicked))?;
    if !whole.map_err(|error| file::refused(path, error))? {
        report.wrong("its pages were not as they were written; what could be repaired was");
    }
    let mut about = opening::about(path, &database)?;
    let (keys, _) = opening::ring(path, &mut about.checks, key, old_keys)?;
    let transaction = database.begin_read().map_err(|error| failed(path, error.into()))?;
    let view = View::of(transaction, &keys, about.epoch);
    walk(&view, &keys, about.epoch, &mut report).map_err(|fault| failed(path, fault))?;
    Ok(report)
}

fn walk(view: &View<'_>, keys: &Keyring, epoch: u64, report: &mut Report) -> Result<(), Fault> {
    subscribers(view, keys, epoch, report)?;
    exchanges(view, keys, report)?;
    deliveries(view, keys, report)?;
    campaigns::check(view, report)?;
    audit(view, report)
}

fn subscribers(view: &View<'_>, keys: &Keyring, epoch: u64, report: &mut Report) -> Result<(), Fault> {
    let (rows, names) = (view.table(tables::SUBSCRIBERS)?, view.table(tables::MOBILE_IDS)?);
    let mut expected = 0;
    for entry in rows.range::<&[u8]>(..)? {
        let (key, row) = entry?;
        let Some(device) = std::str::from_utf8(key.value()).ok().and_then(DeviceId::new) else {
            report.wrong("a subscriber's name");
            continue;
        };
        let read = records::read_subscriber(device.clone(), row.value(), None, epoch, keys);
        let Some(subscriber) = report.take(&device, read) else { continue };
        for id in subscriber.place.mobile_ids() {
            let named = names.get(&*tables::mobile_device(&id, &device))?.is_some();
            report.must(named, format_args!("{device}: {id:?} does not lead to it"));
            expected += 1;
        }
    }
    same(report, &names, expected, "names in the signalling network")?;
    for recent in [tables::ACTIVE, tables::SETTLING] {
        for entry in view.table(recent)?.range::<&[u8]>(..)? {
            let (key, value) = entry?;
            report.take("an active device", records::Recent::parse(value.value(), epoch));
            report.must(rows.get(key.value())?.is_some(), "an active device is no subscriber");
        }
    }
    report.counts.push(("subscribers", rows.len()?));
    Ok(())
}

fn exchanges(view: &View<'_>, keys: &Keyring, report: &mut Report) -> Result<(), Fault> {
    let [rows, ids, open, in_doubt, by_device, secrets] =
        [tables::EXCHANGES, tables::EXCHANGE_IDS, tables::OPEN, tables::IN_DOUBT, tables::BY_DEVICE, tables::KEYS]
            .map(|definition| view.table(definition));
    let (rows, ids, open, in_doubt, by_device, secrets) = (rows?, ids?, open?, in_doubt?, by_device?, secrets?);
    let (mut opened, mut doubtful) = (0, 0);
    for entry in rows.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let at = place(key.value())?;
        let Some(record) = report.take(at.1, records::read_exchange(at, value.value())) else { continue };
        report.must(created(&ids, at.1)? == Some(at.0), format_args!("exchange {}: cannot be found by its name", at.1));
        let named = tables::named(record.device().as_str(), at);
        report
            .must(by_device.get(&*named)?.is_some(), format_args!("exchange {}: its device does not lead to it", at.1));
        let stands = open.get(key.value())?.is_some() == record.is_open();
        report.must(stands, format_args!("exchange {}: open, or not", at.1));
        opened += u64::from(record.is_open());
        doubtful += u64::from(record.is_unsettled());
    }
    same(report, &open, opened, "open exchanges")?;
    same(report, &in_doubt, doubtful, "exchanges in doubt")?;
    same(report, &ids, rows.len()?, "names of exchanges")?;
    same(report, &by_device, rows.len()?, "exchanges by device")?;
    for entry in secrets.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let (_, id) = place(key.value())?;
        report.take(format_args!("key of exchange {id}"), records::read_key(id, value.value(), keys));
        report.must(rows.get(key.value())?.is_some(), format_args!("key of exchange {id}: there is no such exchange"));
    }
    let steps = view.table(tables::HISTORY)?;
    for entry in steps.range::<&[u8]>(..)? {
        report.take("a step", records::read_step(entry?.1.value()));
    }
    report.counts.push(("exchanges", rows.len()?));
    report.counts.push(("open", opened));
    report.counts.push(("keys", secrets.len()?));
    report.counts.push(("steps", steps.len()?));
    Ok(())
}

fn deliveries(view: &View<'_>, keys: &Keyring, report: &mut Report) -> Result<(), Fault> {
    let (rows, waiting) = (view.table(tables::DELIVERIES)?, view.table(tables::WAITING)?);
    let mut expected = 0;
    for entry in rows.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let seq = tables::read_place(key.value()).unwrap_or_default();
        let Some(delivery) =
            report.take(format_args!("delivery {seq}"), records::read_delivery(seq, value.value(), keys))
        else {
            continue;
        };
        let waits = waiting.get(key.value())?.is_some();
        report.must(
            !(waits && delivery.acknowledged.is_some()),
            format_args!("delivery {seq}: waits, and was acknowledged"),
        );
        expected += u64::from(waits);
    }
    same(report, &waiting, expected, "deliveries that wait")?;
    report.counts.push(("deliveries", rows.len()?));
    Ok(())
}

fn audit(view: &View<'_>, report: &mut Report) -> Result<(), Fault> {
    let rows = view.table(tables::AUDIT)?;
    let (mut expected, mut hash) = (1, [0; 32]);
    for entry in rows.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let seq = tables::read_place(key.value()).unwrap_or_default();
        let Some(audited) = report.take(format_args!("audit record {seq}"), records::read_audited(seq, value.value()))
        else {
            break;
        };
        hash = audited.event.chained(seq, &hash, Sha256::new()).finalize().into();
        if (seq, hash) != (expected, audited.hash) {
            report.wrong(format_args!("audit record {seq}: the chain breaks here"));
            break;
        }
        expected += 1;
    }
    report.counts.push(("audit", rows.len()?));
    Ok(())
}

pub(super) fn same(report: &mut Report, table: &Table, expected: u64, what: &str) -> Result<(), Fault> {
    let found = table.len()?;
    report.must(found == expected, format_args!("{what}: {found} are told, and there are {expected}"));
    Ok(())
}
