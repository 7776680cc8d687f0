//! One moment of the file, and the threads that read: one for devices that come, one for operators, who may ask for much.
//!
//! Each answer comes from one read transaction, begun after the question came, so it sees every commit that was answered before. Pages are
//! owned values; no iterator leaves. Called by [`super::EmbeddedStore`].

use std::thread;
use std::time::Duration;

use crossbeam_channel::Receiver;
use redb::{AccessGuard, ReadOnlyTable, ReadTransaction, ReadableDatabase, ReadableTable, ReadableTableMetadata};

use crate::desk::record::campaign::{Campaign, Member};
use crate::desk::record::{Delivery, ExchangeRecord, HistoryStep, MobileId, Subscriber};
use crate::limits;
use crate::store::seal::Keyring;
use crate::store::{Audited, Counts, Cursor, Filter, MemberFilter, OnLoaded, ReadError, Reading, Snapshot};
use crate::words::{DeviceId, ExchangeId, Outcome, Time};

use super::apply::{created, place};
use super::tables::{self, Definition};
use super::{Fault, Shared, active, campaigns, records};

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
}

/// Loads devices until nobody can ask any more.
pub(super) fn load_all(shared: &Shared, wanted: &Receiver<Load>) {
    while let Ok(first) = wanted.recv() {
        // Taken before the moment begins: what was answered to whoever asks has happened by then.
        let batch: Vec<_> = std::iter::once(first).chain(wanted.try_iter()).collect();
        let Some(mut view) = View::wait(shared) else { return };
        for Load { device, answer } in batch {
            let mut found = view.subscriber(&device);
            if found.is_err() {
                // The file may have been closed for want of room since.
                let Some(again) = View::wait(shared) else { return };
                view = again;
                found = view.subscriber(&device);
            }
            answer(found.unwrap_or_else(|error| {
                // It is treated as a stranger, and others go on.
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
    let view = View::wait(shared).ok_or_else(|| ReadError("it is closed".into()))?;
    Ok(view.counts()?.subscribers)
}

/// Which of these devices are there.
pub(super) fn which<'d>(shared: &Shared, devices: impl Iterator<Item = &'d DeviceId>) -> Result<Vec<bool>, ReadError> {
    let view = View::wait(shared).ok_or_else(|| ReadError("it is closed".into()))?;
    let read = || -> Result<_, Fault> {
        let table = view.table(tables::SUBSCRIBERS)?;
        devices.map(|device| Ok(table.get(device.as_str().as_bytes())?.is_some())).collect()
    };
    Ok(read()?)
}

impl<'s> View<'s> {
    /// The moment that a transaction shows.
    pub(super) fn of(transaction: ReadTransaction, keys: &'s Keyring, epoch: u64) -> Self {
        Self { transaction, keys, epoch }
    }

    /// Waits while the file is closed for want of room; `None` when the store is closed for good.
    fn wait(shared: &'s Shared) -> Option<Self> {
        loop {
            let transaction = shared.database().as_ref().map(ReadableDatabase::begin_read);
            match transaction {
                Some(Ok(transaction)) => return Some(Self::of(transaction, &shared.keys, shared.epoch)),
                _ if shared.is_closing() => return None,
                _ => thread::sleep(CLOSED),
            }
        }
    }

    pub(super) fn table(&self, definition: Definition) -> Result<Table, Fault> {
        Ok(self.transaction.open_table(definition)?)
    }

    /// An exchange without its key.
    fn bare(&self, exchanges: &Table, place: Cursor) -> Result<Option<ExchangeRecord>, Fault> {
        match exchanges.get(&tables::cursor(place)[..])? {
            Some(value) => Ok(Some(records::read_exchange(place, value.value())?)),
            None => Ok(None),
        }
    }

    fn with_key(&self, keys: &Table, mut record: ExchangeRecord) -> Result<ExchangeRecord, Fault> {
        if let Some(value) = keys.get(&tables::cursor((record.created, record.id))[..])? {
            record.key = Some(records::read_key(record.id, value.value(), self.keys)?);
        }
        Ok(record)
    }

    /// The exchanges that stand behind a prefix in this index, the youngest first, as far as they fit.
    fn fitting(
        &self,
        (index, prefix): (Definition, &[u8]),
        filter: &Filter,
        after: Option<Cursor>,
        limit: usize,
    ) -> Result<Vec<ExchangeRecord>, Fault> {
        let (index, exchanges) = (self.table(index)?, self.table(tables::EXCHANGES)?);
        let key = |cursor: Cursor| [prefix, &tables::cursor(cursor)].concat();
        let (oldest, end) = (
            key((filter.since.unwrap_or_default(), ExchangeId(0))),
            key(after.unwrap_or((Time(u64::MAX), ExchangeId(u64::MAX)))),
        );
        let mut found = Vec::new();
        if oldest > end {
            return Ok(found);
        }
        // Without a place to begin after, the last possible one is wanted too.
        let range = index.range(&*oldest..=&*end)?.rev();
        for entry in range {
            if found.len() == limit {
                break;
            }
            let place = place(entry?.0.value())?;
            if after == Some(place) {
                continue;
            }
            found.extend(self.bare(&exchanges, place)?.filter(|record| filter.fits(record)));
        }
        Ok(found)
    }

    fn audited(&self, after: u64, limit: usize) -> Result<Vec<Audited>, Fault> {
        let table = self.table(tables::AUDIT)?;
        self.places(&table, after, limit, |seq, value| Ok(Some(records::read_audited(seq, value)?)))
    }

    /// Values of a table of places, from after one on.
    fn places<T>(
        &self,
        table: &Table,
        after: u64,
        limit: usize,
        mut read: impl FnMut(u64, &[u8]) -> Result<Option<T>, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut found = Vec::new();
        let Some(first) = after.checked_add(1) else { return Ok(found) };
        for entry in table.range(&first.to_be_bytes()[..]..)? {
            if found.len() == limit {
                break;
            }
            let (key, value) = entry?;
            let seq = tables::read_place(key.value()).ok_or_else(|| ReadError("a queue: damaged".into()))?;
            found.extend(read(seq, value.value())?);
        }
        Ok(found)
    }

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
        let created = created(&self.table(tables::EXCHANGE_IDS)?, id)?.unwrap_or_default();
        let mut steps = Vec::new();
        let places = if created == Time::default() { vec![created] } else { vec![Time::default(), created] };
        for place in places.into_iter().map(|created| (created, id)) {
            for entry in table.range(&tables::step(place, 0)[..]..=&tables::step(place, u32::MAX)[..])? {
                steps.push(records::read_step(entry?.1.value())?);
            }
        }
        let over = steps.len().saturating_sub(limits::HISTORY_STEPS);
        steps.drain(..over);
        Ok(steps)
    }
}

pub(super) type Table = ReadOnlyTable<&'static [u8], &'static [u8]>;

/// What a subscriber is read from.
struct Rows {
    subscribers: Table,
    active: Table,
    settling: Table,
}

fn device(key: &AccessGuard<'_, &'static [u8]>) -> Result<DeviceId, Fault> {
    named(key.value())
}

fn named(name: &[u8]) -> Result<DeviceId, Fault> {
    let name = std::str::from_utf8(name).ok().and_then(DeviceId::new);
    name.ok_or_else(|| ReadError("a subscriber's name: damaged".into()).into())
}

impl Snapshot for View<'_> {
    fn subscriber(&self, device: &DeviceId) -> Result<Option<Box<Subscriber>>, ReadError> {
        let read = || -> Result<_, Fault> {
            let rows = self.rows()?;
            match rows.subscribers.get(device.as_str().as_bytes())? {
                Some(row) => Ok(Some(Box::new(self.row(&rows, device.clone(), row.value())?))),
                None => Ok(None),
            }
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
                    found.push(self.row(&rows, device(&key)?, row.value())?);
                }
            }
            Ok(found)
        };
        Ok(read()?)
    }

    fn device_of(&self, id: &MobileId) -> Result<Option<DeviceId>, ReadError> {
        let read = || -> Result<_, Fault> {
            let prefix = tables::mobile_id(id);
            let table = self.table(tables::MOBILE_IDS)?;
            let first = table.range(&*prefix..)?.next().transpose()?;
            match first.as_ref().and_then(|(key, _)| key.value().strip_prefix(&*prefix)) {
                Some(name) => Ok(Some(named(name)?)),
                None => Ok(None),
            }
        };
        Ok(read()?)
    }

    fn exchange(&self, id: ExchangeId) -> Result<Option<ExchangeRecord>, ReadError> {
        let read = || -> Result<_, Fault> {
            let Some(created) = created(&self.table(tables::EXCHANGE_IDS)?, id)? else { return Ok(None) };
            let record = self.bare(&self.table(tables::EXCHANGES)?, (created, id))?;
            record.map(|record| self.with_key(&self.table(tables::KEYS)?, record)).transpose()
        };
        Ok(read()?)
    }

    fn exchanges(
        &self,
        filter: &Filter,
        after: Option<Cursor>,
        limit: usize,
    ) -> Result<Vec<ExchangeRecord>, ReadError> {
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
        Ok(self.fitting((index, &name), filter, after, limit)?)
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
                let place = place(entry?.0.value())?;
                if after == Some(place) {
                    continue;
                }
                if let Some(record) = self.bare(&exchanges, place)? {
                    found.push(self.with_key(&keys, record)?);
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
            let deliveries = self.table(tables::DELIVERIES)?;
            let all = |seq, value: &[u8]| Ok(Some(records::read_delivery(seq, value, self.keys)?));
            if acknowledged {
                return self.places(&deliveries, after, limit, all);
            }
            let waiting = self.table(tables::WAITING)?;
            self.places(&waiting, after, limit, |seq, _| match deliveries.get(&seq.to_be_bytes()[..])? {
                Some(value) => all(seq, value.value()),
                None => Ok(None),
            })
        };
        Ok(read()?)
    }

    fn audit(&self, after: u64, limit: usize) -> Result<Vec<Audited>, ReadError> {
        Ok(self.audited(after, limit)?)
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
