//! One moment of the file, and the threads that read: one for devices that come, one for operators, who may ask for much.
//!
//! Each answer comes from one read transaction, begun after the question came, so it sees every commit that was answered before. Pages are
//! owned values; no iterator leaves. Records that cannot be read are passed over ([`super::damage`]). Called by [`super::EmbeddedStore`].

use std::thread;
use std::time::Duration;

use crossbeam_channel::Receiver;
use redb::{AccessGuard, ReadOnlyTable, ReadTransaction, ReadableDatabase, ReadableTable, ReadableTableMetadata};

use crate::desk::record::campaign::{Campaign, Member};
use crate::desk::record::{Delivery, ExchangeRecord, HistoryStep, MobileId, Subscriber};
use crate::exchange::Key;
use crate::limits;
use crate::store::seal::Keyring;
use crate::store::{
    Anchor, Audited, Counts, Cursor, Filter, Looked, MemberFilter, OnLoaded, ReadError, Reading, Snapshot, if_readable,
};
use crate::words::{DeviceId, ExchangeId, Outcome, Time};

use super::apply::{created, place};
use super::codec::damaged;
use super::damage::Damage;
use super::tables::{self, Definition};
use super::{Fault, Shared, active, campaigns, forget, names, records};

/// A device that is wanted.
pub(super) struct Load {
    pub(super) device: DeviceId,
    pub(super) answer: OnLoaded,
}

/// How long a reader waits for a file that is closed for want of room.
const CLOSED: Duration = Duration::from_millis(100);

/// One moment of the file.
pub(super) struct View<'s> {
    transaction: ReadTransaction,
    keys: &'s Keyring,
    epoch: u64,
    pub(super) damage: &'s Damage,
}

/// Loads devices until nobody can ask any more.
pub(super) fn load_all(shared: &Shared, wanted: &Receiver<Load>) {
    while let Ok(first) = wanted.recv() {
        // Taken before the moment begins: what was answered to whoever asks has happened by then.
        let batch: Vec<_> = std::iter::once(first).chain(wanted.try_iter()).collect();
        let Some(mut view) = View::wait(shared) else { return };
        for Load { device, answer } in batch {
            // One that cannot be read is treated as a stranger, and others go on.
            let mut found = if_readable(view.subscriber(&device));
            if found.is_err() {
                // The file may have been closed for want of room since.
                let Some(again) = View::wait(shared) else { return };
                view = again;
                found = if_readable(view.subscriber(&device));
            }
            answer(found.unwrap_or_else(|error| {
                tracing::error!(%device, %error, "a device cannot be loaded");
                None
            }));
        }
    }
}

/// Reads for operators until nobody can ask any more.
pub(super) fn read_all(shared: &Shared, wanted: &Receiver<Reading>) {
    while let Ok(reading) = wanted.recv() {
        let Some(view) = View::wait(shared) else { return };
        reading(&view);
    }
}

/// How many subscribers there are.
pub(super) fn count(shared: &Shared) -> Result<u64, ReadError> {
    let view = View::wait(shared).ok_or_else(ReadError::closed)?;
    Ok(view.counts()?.subscribers)
}

/// What is known of a device's subscriber.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    Not,
    There,
    Deleted,
}

/// What is known of these devices.
pub(super) fn which<'d>(shared: &Shared, devices: impl Iterator<Item = &'d DeviceId>) -> Result<Vec<Known>, ReadError> {
    let view = View::wait(shared).ok_or_else(ReadError::closed)?;
    let read = || -> Result<_, Fault> {
        let (there, deleted) = (view.table(tables::SUBSCRIBERS)?, view.table(tables::DELETED)?);
        let known = |name: &[u8]| match (there.get(name)?, deleted.get(name)?) {
            (Some(_), _) => Ok(Known::There),
            (None, Some(_)) => Ok(Known::Deleted),
            (None, None) => Ok(Known::Not),
        };
        devices.map(|device| known(device.as_str().as_bytes())).collect()
    };
    Ok(read()?)
}

/// Those of new subscribers of which no name is another's already.
pub(super) fn free(shared: &Shared, subscribers: Vec<Subscriber>) -> Result<Vec<Subscriber>, ReadError> {
    let view = View::wait(shared).ok_or_else(ReadError::closed)?;
    names::free(&view, subscribers)
}

impl<'s> View<'s> {
    /// The moment that a transaction shows.
    pub(super) fn of(transaction: ReadTransaction, keys: &'s Keyring, epoch: u64, damage: &'s Damage) -> Self {
        Self { transaction, keys, epoch, damage }
    }

    /// Waits while the file is closed for want of room; `None` when the store is closed for good.
    pub(super) fn wait(shared: &'s Shared) -> Option<Self> {
        loop {
            let transaction = shared.database().as_ref().map(ReadableDatabase::begin_read);
            match transaction {
                Some(Ok(transaction)) => {
                    return Some(Self::of(transaction, &shared.keys, shared.epoch, &shared.damage));
                }
                _ if shared.is_closing() => return None,
                _ => thread::sleep(CLOSED),
            }
        }
    }

    pub(super) fn table(&self, definition: Definition) -> Result<Table, Fault> {
        Ok(self.transaction.open_table(definition)?)
    }

    /// An exchange without its key, if it can be read.
    fn bare(&self, exchanges: &Table, place: Cursor) -> Result<Option<ExchangeRecord>, Fault> {
        let key = tables::cursor(place);
        match exchanges.get(&key[..])? {
            Some(value) => self.damage.pass(tables::EXCHANGES, &key, records::read_exchange(place, value.value())),
            None => Ok(None),
        }
    }

    /// The key of an exchange, if there is one; `Err`: it cannot be read.
    fn key(&self, keys: &Table, place: Cursor) -> Result<Result<Option<Key>, Unread>, Fault> {
        let key = tables::cursor(place);
        let Some(value) = keys.get(&key[..])? else { return Ok(Ok(None)) };
        let read = records::read_key(place.1, value.value(), self.keys);
        Ok(self.damage.pass(tables::KEYS, &key, read)?.map(Some).ok_or(Unread))
    }

    /// The exchange that an index leads to.
    fn place(&self, index: Definition, key: &[u8]) -> Result<Option<Cursor>, Fault> {
        self.damage.pass(index, key, place(key))
    }

    /// The exchanges that stand behind a prefix in this index, the youngest first, as far as they fit.
    fn fitting(
        &self,
        (index, prefix): (Definition, &[u8]),
        filter: &Filter,
        after: Option<Cursor>,
        limit: usize,
        looks: usize,
    ) -> Result<Looked, Fault> {
        let (of, index, exchanges) = (index, self.table(index)?, self.table(tables::EXCHANGES)?);
        let key = |cursor: Cursor| [prefix, &tables::cursor(cursor)].concat();
        let (oldest, end) = (
            key((filter.since.unwrap_or_default(), ExchangeId(0))),
            key(after.unwrap_or((Time(u64::MAX), ExchangeId(u64::MAX)))),
        );
        let mut looked = Looked { found: Vec::new(), next: after };
        if oldest > end {
            return Ok(Looked { next: None, ..looked });
        }
        // Without a place to begin after, the last possible one is wanted too.
        let range = index.range(&*oldest..=&*end)?.rev();
        let mut left = looks;
        for entry in range {
            let Some(place) = self.place(of, entry?.0.value())?.filter(|place| after != Some(*place)) else { continue };
            if looked.found.len() == limit || left == 0 {
                return Ok(looked);
            }
            left -= 1;
            looked.next = Some(place);
            looked.found.extend(self.bare(&exchanges, place)?.filter(|record| filter.fits(record)));
        }
        looked.next = None;
        Ok(looked)
    }

    /// Of the audit trail as many as `limit` of these rows.
    fn audited<'r>(&self, rows: impl Iterator<Item = Row<'r>>, limit: usize) -> Result<Vec<Audited>, Fault> {
        self.of_places(tables::AUDIT, rows, limit, |seq, value| Ok(Some(records::read_audited(seq, value)?)))
    }

    /// Values of a table of places, from after one on.
    fn places<T>(
        &self,
        of: Definition,
        after: u64,
        limit: usize,
        read: impl FnMut(u64, &[u8]) -> Result<Option<T>, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let Some(first) = after.checked_add(1) else { return Ok(Vec::new()) };
        self.of_places(of, self.table(of)?.range(&first.to_be_bytes()[..]..)?, limit, read)
    }

    /// Values of these rows of such a table.
    fn of_places<'r, T>(
        &self,
        of: Definition,
        rows: impl Iterator<Item = Row<'r>>,
        limit: usize,
        mut read: impl FnMut(u64, &[u8]) -> Result<Option<T>, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut found = Vec::new();
        for entry in rows {
            if found.len() == limit {
                break;
            }
            let (key, value) = entry?;
            let seq = tables::read_place(key.value()).ok_or_else(|| damaged("a queue"));
            let read = seq.map_err(Fault::from).and_then(|seq| read(seq, value.value()));
            found.extend(self.damage.pass(of, key.value(), read)?.flatten());
        }
        Ok(found)
    }

    /// A subscriber; damaged too where its recent values are: older ones would prove what proves nothing any more.
    fn row(&self, tables: &Rows, device: DeviceId, row: &[u8]) -> Result<Subscriber, Fault> {
        let recent = active::apart(&tables.active, &tables.settling, device.as_str().as_bytes(), self.epoch)?;
        Ok(records::read_subscriber(device, row, recent, self.epoch, self.keys)?)
    }

    fn rows(&self) -> Result<Rows, Fault> {
        Ok(Rows {
            subscribers: self.table(tables::SUBSCRIBERS)?,
            active: self.table(tables::ACTIVE)?,
            settling: self.table(tables::SETTLING)?,
        })
    }

    fn steps(&self, id: ExchangeId) -> Result<Vec<HistoryStep>, Fault> {
        let table = self.table(tables::HISTORY)?;
        let known = created(&self.table(tables::EXCHANGE_IDS)?, id);
        let known = self.damage.pass(tables::EXCHANGE_IDS, &id.0.to_be_bytes(), known)?;
        let created = known.flatten().unwrap_or_default();
        let mut steps = Vec::new();
        let places = if created == Time::default() { vec![created] } else { vec![Time::default(), created] };
        for place in places.into_iter().map(|created| (created, id)) {
            for entry in table.range(&tables::step(place, 0)[..]..=&tables::step(place, u32::MAX)[..])? {
                let (key, value) = entry?;
                steps.extend(self.damage.pass(tables::HISTORY, key.value(), records::read_step(value.value()))?);
            }
        }
        let over = steps.len().saturating_sub(limits::HISTORY_STEPS);
        steps.drain(..over);
        Ok(steps)
    }
}

pub(super) type Table = ReadOnlyTable<&'static [u8], &'static [u8]>;

/// A row of a table.
type Row<'r> = redb::Result<(AccessGuard<'r, &'static [u8]>, AccessGuard<'r, &'static [u8]>), redb::StorageError>;

/// A record that is there and cannot be read; it was told.
struct Unread;

/// What a subscriber is read from.
struct Rows {
    subscribers: Table,
    active: Table,
    settling: Table,
}

fn named(name: &[u8]) -> Result<DeviceId, ReadError> {
    let name = std::str::from_utf8(name).ok().and_then(DeviceId::new);
    name.ok_or_else(|| damaged("a subscriber's name"))
}

impl Snapshot for View<'_> {
    fn is_subscriber(&self, device: &DeviceId) -> Result<bool, ReadError> {
        let read =
            || -> Result<_, Fault> { Ok(self.table(tables::SUBSCRIBERS)?.get(device.as_str().as_bytes())?.is_some()) };
        Ok(read()?)
    }

    fn subscriber(&self, device: &DeviceId) -> Result<Option<Box<Subscriber>>, ReadError> {
        let read = || -> Result<_, Fault> {
            let (rows, name) = (self.rows()?, device.as_str().as_bytes());
            let Some(row) = rows.subscribers.get(name)? else { return Ok(None) };
            let read = self.row(&rows, device.clone(), row.value());
            Ok(Some(Box::new(self.damage.must(tables::SUBSCRIBERS, name, read)?)))
        };
        Ok(read()?)
    }

    fn subscribers(&self, after: Option<&DeviceId>, limit: usize) -> Result<Vec<Subscriber>, ReadError> {
        let read = || -> Result<_, Fault> {
            let rows = self.rows()?;
            let mut found = Vec::new();
            let after = after.map(|device| device.as_str().as_bytes());
            for entry in rows.subscribers.range(after.unwrap_or_default()..)? {
                if found.len() == limit {
                    break;
                }
                let (key, row) = entry?;
                if after != Some(key.value()) {
                    let device = named(key.value()).map_err(Fault::from);
                    let read = device.and_then(|device| self.row(&rows, device, row.value()));
                    found.extend(self.damage.pass(tables::SUBSCRIBERS, key.value(), read)?);
                }
            }
            Ok(found)
        };
        Ok(read()?)
    }

    fn devices_of(&self, id: &MobileId, after: Option<&DeviceId>, limit: usize) -> Result<Vec<DeviceId>, ReadError> {
        let read = || -> Result<_, Fault> {
            let prefix = tables::mobile_id(id);
            let first = after.map_or_else(|| prefix.clone(), |after| tables::mobile_device(id, after));
            let table = self.table(tables::MOBILE_IDS)?;
            let mut found = Vec::new();
            for entry in table.range(&*first..)? {
                let (key, _) = entry?;
                let Some(name) = key.value().strip_prefix(&*prefix).filter(|_| found.len() < limit) else { break };
                let device = self.damage.pass(tables::MOBILE_IDS, key.value(), named(name).map_err(Fault::from))?;
                found.extend(device.filter(|device| Some(device) != after));
            }
            Ok(found)
        };
        Ok(read()?)
    }

    fn exchange(&self, id: ExchangeId) -> Result<Option<ExchangeRecord>, ReadError> {
        let read = || -> Result<_, Fault> {
            let created = created(&self.table(tables::EXCHANGE_IDS)?, id);
            let created = self.damage.must(tables::EXCHANGE_IDS, &id.0.to_be_bytes(), created)?;
            let Some(place) = created.map(|created| (created, id)) else { return Ok(None) };
            let (key, exchanges) = (tables::cursor(place), self.table(tables::EXCHANGES)?);
            let Some(value) = exchanges.get(&key[..])? else { return Ok(None) };
            let read = records::read_exchange(place, value.value());
            let mut record = self.damage.must(tables::EXCHANGES, &key, read)?;
            record.key = self.key(&self.table(tables::KEYS)?, place)?.unwrap_or_default();
            Ok(Some(record))
        };
        Ok(read()?)
    }

    fn look_for_exchanges(
        &self,
        filter: &Filter,
        after: Option<Cursor>,
        limit: usize,
        looks: usize,
    ) -> Result<Looked, ReadError> {
        let name = match (&filter.device, &filter.campaign) {
            (Some(device), _) => tables::named_prefix(device.as_str()),
            (None, Some(campaign)) => tables::named_prefix(campaign),
            (None, None) => Vec::new(),
        };
        let index = match filter {
            Filter { device: Some(_), .. } => tables::BY_DEVICE,
            Filter { campaign: Some(_), .. } => tables::BY_CAMPAIGN,
            Filter { outcome: Some(Outcome::InDoubt), .. } => tables::IN_DOUBT,
            Filter { open: Some(true), .. } => tables::OPEN,
            _ => tables::EXCHANGES,
        };
        Ok(self.fitting((index, &name), filter, after, limit, looks)?)
    }

    fn open_exchanges(&self, after: Option<Cursor>, limit: usize) -> Result<Vec<ExchangeRecord>, ReadError> {
        let read = || -> Result<_, Fault> {
            let (open, exchanges) = (self.table(tables::OPEN)?, self.table(tables::EXCHANGES)?);
            let keys = self.table(tables::KEYS)?;
            let mut found = Vec::new();
            let first = after.map(tables::cursor);
            for entry in open.range(first.as_ref().map_or(&[][..], |first| &first[..])..)? {
                if found.len() == limit {
                    break;
                }
                let Some(place) = self.place(tables::OPEN, entry?.0.value())? else { continue };
                if after == Some(place) {
                    continue;
                }
                if let Some(record) = self.bare(&exchanges, place)?
                    && let Ok(key) = self.key(&keys, place)?
                {
                    found.push(ExchangeRecord { key, ..record });
                }
            }
            Ok(found)
        };
        Ok(read()?)
    }

    fn history(&self, id: ExchangeId) -> Result<Vec<HistoryStep>, ReadError> {
        Ok(self.steps(id)?)
    }

    fn deliveries(&self, after: u64, acknowledged: bool, limit: usize) -> Result<Vec<Delivery>, ReadError> {
        let read = || -> Result<_, Fault> {
            let all = |seq, value: &[u8]| Ok(Some(records::read_delivery(seq, value, self.keys)?));
            if acknowledged {
                return self.places(tables::DELIVERIES, after, limit, all);
            }
            let deliveries = self.table(tables::DELIVERIES)?;
            self.places(tables::WAITING, after, limit, |seq, _| {
                let key = seq.to_be_bytes();
                match deliveries.get(&key[..])? {
                    Some(value) => Ok(self.damage.pass(tables::DELIVERIES, &key, all(seq, value.value()))?.flatten()),
                    None => Ok(None),
                }
            })
        };
        Ok(read()?)
    }

    fn audit(&self, after: u64, limit: usize) -> Result<Vec<Audited>, ReadError> {
        let read = || -> Result<_, Fault> {
            let Some(first) = after.checked_add(1) else { return Ok(Vec::new()) };
            self.audited(self.table(tables::AUDIT)?.range(&first.to_be_bytes()[..]..)?, limit)
        };
        Ok(read()?)
    }

    fn audit_before(&self, before: u64, limit: usize) -> Result<Vec<Audited>, ReadError> {
        let read = || -> Result<_, Fault> {
            self.audited(self.table(tables::AUDIT)?.range(..&before.to_be_bytes()[..])?.rev(), limit)
        };
        Ok(read()?)
    }

    fn audit_anchor(&self) -> Result<Option<Anchor>, ReadError> {
        let read = || -> Result<_, Fault> {
            let read = forget::anchor(&self.table(tables::META)?);
            Ok(self.damage.pass(tables::META, tables::meta::ANCHOR, read)?.flatten())
        };
        Ok(read()?)
    }

    fn looked(&self) -> Result<Option<Time>, ReadError> {
        let read = || -> Result<_, Fault> {
            let meta = self.table(tables::META)?;
            let Some(value) = meta.get(tables::meta::LOOKED)? else { return Ok(None) };
            self.damage.pass(
                tables::META,
                tables::meta::LOOKED,
                tables::read_place(value.value()).ok_or_else(|| damaged("a moment")),
            )
        };
        Ok(read()?.map(Time))
    }

    fn counts(&self) -> Result<Counts, ReadError> {
        let read = || -> Result<_, Fault> {
            let last = match self.table(tables::AUDIT)?.last()? {
                Some((key, _)) => tables::read_place(key.value()).unwrap_or_default(),
                None => 0,
            };
            Ok(Counts {
                subscribers: self.table(tables::SUBSCRIBERS)?.len()?,
                open: self.table(tables::OPEN)?.len()?,
                in_doubt: self.table(tables::IN_DOUBT)?.len()?,
                deliveries: self.table(tables::WAITING)?.len()?,
                audit: last,
                damaged: self.damage.count(),
            })
        };
        Ok(read()?)
    }

    fn campaigns(&self, after: Option<&str>, limit: usize) -> Result<Vec<Campaign>, ReadError> {
        Ok(campaigns::page(self, after, limit)?)
    }

    fn campaign(&self, name: &str) -> Result<Option<Campaign>, ReadError> {
        Ok(campaigns::get(self, name)?)
    }

    fn members(&self, name: &str, filter: MemberFilter, after: u64, limit: usize) -> Result<Vec<Member>, ReadError> {
        Ok(campaigns::members(self, name, filter, after, limit)?)
    }

    fn member_place(&self, name: &str, device: &DeviceId) -> Result<Option<u64>, ReadError> {
        Ok(campaigns::place(self, name, device)?)
    }
}
