//! Changes as they are made in a transaction that writes.
//!
//! [`allow`] says whether all changes of a commit may be made, [`Maker::apply`] makes one. What is read and written of devices goes through
//! [`super::active`]. Called by [`super::writer`].

use std::collections::BTreeMap;

use redb::ReadableTable;
use sha2::{Digest, Sha256};

use crate::desk::record::{AuditEvent, Change, Delivery, ExchangeRecord, HistoryStep, Subscriber, Write};
use crate::limits;
use crate::store::seal::Keyring;
use crate::store::{Cursor, ReadError, Refused, keep_nonces};
use crate::words::{DeviceId, ExchangeId, Outcome, Time};

use super::records::{self, Recent};
use super::tables::{self, Tables};
use super::{Fault, active, campaigns};

/// What changes are made with.
pub(super) struct Maker<'t> {
    pub(super) tables: Tables<'t>,
    pub(super) keys: &'t Keyring,
    /// The epoch of nonces.
    pub(super) epoch: u64,
    /// Devices that became active.
    pub(super) awakened: usize,
    /// Keys are still to be wiped: those whose time was over at this moment.
    pub(super) to_wipe: Option<Time>,
    /// Names in the signalling network that come (true) or go: nobody asks for them here, and in their order they cost a fraction.
    pub(super) names: BTreeMap<Vec<u8>, bool>,
    /// Devices of removed campaigns are still there.
    pub(super) leaves: bool,
}

/// Whether the changes of a commit may be made, as things stand before them.
pub(super) fn allow(tables: &Tables<'_>, changes: &[Change]) -> Result<Result<(), Refused>, Fault> {
    let is_there = |device: &DeviceId| Ok::<_, Fault>(tables.subscribers.get(device.as_str().as_bytes())?.is_some());
    for change in changes {
        match change {
            Change::Subscriber(new, Write::Create) if is_there(&new.device)? => {
                return Ok(Err(Refused::Exists(new.device.clone())));
            }
            Change::Subscriber(new, Write::Replace) if !is_there(&new.device)? => {
                return Ok(Err(Refused::Missing(new.device.clone())));
            }
            Change::RemoveSubscriber(device) if !is_there(device)? => {
                return Ok(Err(Refused::Missing(device.clone())));
            }
            _ => {}
        }
    }
    Ok(Ok(()))
}

impl<'t> Maker<'t> {
    pub(super) fn new(tables: Tables<'t>, keys: &'t Keyring, epoch: u64) -> Self {
        Self { tables, keys, epoch, awakened: 0, to_wipe: None, names: BTreeMap::new(), leaves: false }
    }

    /// Makes one change.
    pub(super) fn apply(&mut self, change: &Change) -> Result<(), Fault> {
        match change {
            Change::Login(device, accepted) => self.device(device, |recent| {
                recent.client_nonce.clone_from(&accepted.next_nonce);
                recent.last_slot = accepted.last_slot;
                recent.resync_left = accepted.resync_left;
            }),
            Change::ServerNonce(device, nonce) => self.device(device, |recent| {
                if let Some(own) = &mut recent.server_nonce {
                    own.clone_from(nonce);
                }
            }),
            Change::Capability(device, remembered) => {
                self.device(device, |recent| recent.capability.clone_from(remembered))
            }
            Change::Temporary(device, node) => self.device(device, |recent| recent.temporary.clone_from(node)),
            Change::Contact(device, _, address) => self.device(device, |recent| recent.address.clone_from(address)),
            Change::Exchange(record) => self.exchange(record),
            Change::History(id, step) => self.step(*id, step),
            Change::Wipe(id) => self.wipe(*id),
            Change::WipeBefore(time) => self.wipe_before(*time),
            Change::Deliver(delivery) => self.deliver(delivery),
            Change::Delivered(seq, at) => {
                self.tables.waiting.remove(&seq.to_be_bytes()[..])?;
                self.delivery(*seq, |delivery| {
                    delivery.acknowledged = Some(*at);
                    delivery.body = Vec::new();
                })
            }
            Change::Undelivered { seq, attempts, next, why } => self.delivery(*seq, |delivery| {
                (delivery.attempts, delivery.next, delivery.why) = (*attempts, *next, Some(why.clone()));
            }),
            Change::Subscriber(subscriber, write) => self.subscriber(subscriber, *write),
            Change::RemoveSubscriber(device) => self.remove_subscriber(device),
            Change::Audit(event) => audit(&mut self.tables, event),
            Change::Campaign(campaign) => campaigns::put(&mut self.tables, campaign),
            Change::Members(name, members) => campaigns::put_members(&mut self.tables, name, members),
            Change::RemoveCampaign(name) => {
                self.leaves |= campaigns::remove(&mut self.tables, name)?;
                Ok(())
            }
        }
    }

    /// Changes what is recent of a device, if it is there.
    fn device(&mut self, device: &DeviceId, change: impl FnOnce(&mut Recent)) -> Result<(), Fault> {
        let name = device.as_str().as_bytes();
        let is_awake = self.tables.active.get(name)?.is_some();
        let Some(mut recent) = active::recent(&self.tables, name, self.epoch)? else { return Ok(()) };
        change(&mut recent);
        self.awakened += usize::from(!is_awake);
        active::write(&mut self.tables, name, &recent)
    }

    fn subscriber(&mut self, new: &Subscriber, write: Write) -> Result<(), Fault> {
        let name = new.device.as_str().as_bytes();
        let mut new = new.clone();
        if write == Write::Replace
            && let Some(before) = active::recent(&self.tables, name, self.epoch)?
        {
            keep_nonces(&mut new.account, before.client_nonce, before.last_slot, before.server_nonce);
        }
        self.forget_names(&new.device)?;
        for id in new.place.mobile_ids() {
            self.names.insert(tables::mobile_device(&id, &new.device), true);
        }
        active::remove(&mut self.tables, name)?;
        let row = records::subscriber(&new, &Recent::of(&new, self.epoch), self.keys)?;
        self.tables.subscribers.insert(name, row.octets())?;
        Ok(())
    }

    /// Takes the device's names in the signalling network back, if it is there.
    fn forget_names(&mut self, device: &DeviceId) -> Result<(), Fault> {
        let before = match self.tables.subscribers.get(device.as_str().as_bytes())? {
            Some(row) => records::place_of_row(row.value())?,
            None => return Ok(()),
        };
        for id in before.mobile_ids() {
            self.names.insert(tables::mobile_device(&id, device), false);
        }
        Ok(())
    }

    /// Writes what was put off.
    pub(super) fn finish(&mut self) -> Result<(), Fault> {
        for (name, is) in std::mem::take(&mut self.names) {
            mark(&mut self.tables.mobile_ids, &name, is)?;
        }
        Ok(())
    }

    fn remove_subscriber(&mut self, device: &DeviceId) -> Result<(), Fault> {
        self.forget_names(device)?;
        let name = device.as_str().as_bytes();
        self.tables.subscribers.remove(name)?;
        active::remove(&mut self.tables, name)?;
        let prefix = tables::named_prefix(device.as_str());
        let end = tables::after_prefix(&prefix).unwrap_or_default();
        for entry in self.tables.by_device.range(&*prefix..&*end)? {
            let (key, _) = entry?;
            let place = place(key.value())?;
            self.tables.keys.remove(&tables::cursor(place)[..])?;
        }
        Ok(())
    }

    fn exchange(&mut self, record: &ExchangeRecord) -> Result<(), Fault> {
        let place = (record.created, record.id);
        let key = tables::cursor(place);
        let tables = &mut self.tables;
        if created(&tables.exchange_ids, record.id)? != Some(record.created) {
            tables.exchange_ids.insert(&record.id.0.to_be_bytes()[..], &record.created.0.to_be_bytes()[..])?;
        }
        if tables.exchanges.insert(&key[..], records::exchange(record).octets())?.is_none() {
            tables.by_device.insert(&*tables::named(record.device().as_str(), place), &[][..])?;
            if let crate::desk::record::Origin::Campaign(name) = &record.start.origin {
                tables.by_campaign.insert(&*tables::named(name, place), &[][..])?;
            }
        }
        let ended = record.ended.as_ref();
        mark(&mut tables.open, &key, record.is_open())?;
        mark(&mut tables.in_doubt, &key, record.is_unsettled())?;

        if let Some(secret) = &record.key {
            tables.keys.insert(&key[..], &*records::key(record.id, secret, self.keys)?)?;
        }
        let updated = ended.filter(|ended| ended.outcome == Outcome::Updated);
        if !record.keeps_key() {
            tables.keys.remove(&key[..])?;
        }
        if let Some(ended) = updated
            && tables.keys.get(&key[..])?.is_some()
        {
            tables.wipes.insert(&tables::wipe(ended.at, place)[..], &[][..])?;
        }
        Ok(())
    }

    fn step(&mut self, id: ExchangeId, step: &HistoryStep) -> Result<(), Fault> {
        let history = &mut self.tables.history;
        // A step may come before its exchange: then it stands before all.
        let place = (created(&self.tables.exchange_ids, id)?.unwrap_or_default(), id);
        let range = tables::step(place, 0)..=tables::step(place, u32::MAX);
        let number = |entry: Option<Result<(redb::AccessGuard<'_, &[u8]>, _), redb::StorageError>>| match entry {
            Some(entry) => Ok(entry?.0.value().last_chunk().map(|number| u32::from_be_bytes(*number))),
            None => Ok::<_, Fault>(None),
        };
        let last = number(history.range(&range.start()[..]..=&range.end()[..])?.next_back())?;
        let next = last.map_or(0, |last| last + 1);
        if next as usize >= limits::HISTORY_STEPS {
            history.remove(&tables::step(place, next - limits::HISTORY_STEPS as u32)[..])?;
        }
        history.insert(&tables::step(place, next)[..], records::step(step).octets())?;
        Ok(())
    }

    fn wipe(&mut self, id: ExchangeId) -> Result<(), Fault> {
        if let Some(created) = created(&self.tables.exchange_ids, id)? {
            self.tables.keys.remove(&tables::cursor((created, id))[..])?;
        }
        Ok(())
    }

    /// Wipes keys, so many that others need not wait for long; the rest is left [to wipe](Self::to_wipe).
    pub(super) fn wipe_before(&mut self, time: Time) -> Result<(), Fault> {
        let end = tables::wipe(time, (Time(u64::MAX), ExchangeId(u64::MAX)));
        for wiped in 0.. {
            let Some(key) = first_key(&self.tables.wipes)?.filter(|key| key[..] <= end[..]) else { break };
            if wiped == limits::STORE_WIPES {
                self.to_wipe = self.to_wipe.max(Some(time));
                break;
            }
            self.tables.wipes.remove(&*key)?;
            let place = place(&key)?;
            let key = tables::cursor(place);
            let ended = match self.tables.exchanges.get(&key[..])? {
                Some(record) => records::read_exchange(place, record.value())?.ended,
                None => None,
            };
            // It may have moved since; then its new end is in the table too.
            if ended.is_some_and(|ended| ended.outcome == Outcome::Updated && ended.at <= time) {
                self.tables.keys.remove(&key[..])?;
            }
        }
        Ok(())
    }

    fn deliver(&mut self, new: &Delivery) -> Result<(), Fault> {
        let last = match self.tables.deliveries.last()? {
            Some((key, _)) => tables::read_place(key.value()).ok_or_else(|| broken("a delivery"))?,
            None => 0,
        };
        let taken = match self.tables.meta.get(tables::meta::PLACES)? {
            Some(value) => tables::read_place(value.value()).ok_or_else(|| broken("a description"))?,
            None => 0,
        };
        let seq = last.max(taken) + 1;
        let value = records::delivery(&Delivery { seq, ..new.clone() }, self.keys)?;
        self.tables.deliveries.insert(&seq.to_be_bytes()[..], value.octets())?;
        self.tables.waiting.insert(&seq.to_be_bytes()[..], &[][..])?;
        Ok(())
    }

    fn delivery(&mut self, seq: u64, change: impl FnOnce(&mut Delivery)) -> Result<(), Fault> {
        let key = seq.to_be_bytes();
        let mut delivery = match self.tables.deliveries.get(&key[..])? {
            Some(value) => records::read_delivery(seq, value.value(), self.keys)?,
            None => return Ok(()),
        };
        change(&mut delivery);
        self.tables.deliveries.insert(&key[..], records::delivery(&delivery, self.keys)?.octets())?;
        Ok(())
    }
}

/// Chains a record to the audit trail.
pub(super) fn audit(tables: &mut Tables<'_>, event: &AuditEvent) -> Result<(), Fault> {
    let (seq, before) = match tables.audit.last()? {
        Some((key, value)) => {
            let seq = tables::read_place(key.value()).ok_or_else(|| broken("an audit record"))?;
            (seq + 1, records::read_audited(seq, value.value())?.hash)
        }
        None => (1, [0; 32]),
    };
    let hash = event.chained(seq, &before, Sha256::new()).finalize().into();
    tables.audit.insert(&seq.to_be_bytes()[..], records::audited(event, &hash).octets())?;
    Ok(())
}

type Bytes = &'static [u8];

/// Puts a key into a table of keys, or takes it out, if it does not stand so already.
fn mark(table: &mut redb::Table<'_, Bytes, Bytes>, key: &[u8], is: bool) -> Result<(), Fault> {
    let was = table.get(key)?.is_some();
    if is && !was {
        table.insert(key, &[][..])?;
    } else if was && !is {
        table.remove(key)?;
    }
    Ok(())
}

fn first_key(table: &impl ReadableTable<Bytes, Bytes>) -> Result<Option<Vec<u8>>, Fault> {
    Ok(table.first()?.map(|(key, _)| key.value().to_vec()))
}

/// When an exchange was asked for.
pub(super) fn created(ids: &impl ReadableTable<Bytes, Bytes>, id: ExchangeId) -> Result<Option<Time>, Fault> {
    match ids.get(&id.0.to_be_bytes()[..])? {
        Some(value) => {
            tables::read_place(value.value()).map(|time| Some(Time(time))).ok_or_else(|| broken("an exchange"))
        }
        None => Ok(None),
    }
}

/// The exchange at the end of a key.
pub(super) fn place(key: &[u8]) -> Result<Cursor, Fault> {
    tables::read_cursor(key).ok_or_else(|| broken("an index"))
}

fn broken(what: &str) -> Fault {
    ReadError(format!("{what}: damaged")).into()
}
