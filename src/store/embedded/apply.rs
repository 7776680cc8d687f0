//! Changes as they are made in a transaction that writes.
//!
//! [`Maker::allow`] says whether all changes of a commit may be made, [`Maker::apply`] makes one. What is read and written of devices goes through
//! [`super::active`]. Called by [`super::writer`].
//!
//! A record that a change needs and that cannot be read ([`super::damage`]):
//!
//! * what changes of a device: as if the device were not there. Nobody can log in to it, so no nonce of it proves anything, and an exchange under
//!   way comes to its end with its key kept
//! * a subscriber that is replaced: refused, for its nonces could not be kept. Removed or put, it is whole again
//! * an exchange, with its index: a step brings the whole record, so it takes the damaged one's place
//! * the key of an exchange whose end cannot be read is kept: better too long than lost
//! * a delivery: acknowledged, it is removed; anything else passes it by
//! * the last record of the audit trail: the next one is chained on its octets ([`link`])

use std::collections::BTreeMap;

use redb::ReadableTable;
use sha2::{Digest, Sha256};

use crate::desk::record::{AuditEvent, Change, Delivery, ExchangeRecord, Forget, HistoryStep, Subscriber, Write};
use crate::limits;
use crate::store::seal::Keyring;
use crate::store::{Cursor, ReadError, Refused, judge, keep_nonces};
use crate::words::{DeviceId, ExchangeId, Outcome, Time};

use super::damage::Damage;
use super::forget::{self, Forgetting, Removed};
use super::records::{self, Recent};
use super::tables::{self, Tables};
use super::{Fault, active, campaigns, names, opening};

/// What changes are made with.
pub(super) struct Maker<'t> {
    pub(super) tables: Tables<'t>,
    pub(super) keys: &'t Keyring,
    /// The epoch of nonces.
    pub(super) epoch: u64,
    pub(super) damage: &'t Damage,
    /// Devices that became active.
    pub(super) awakened: usize,
    /// Keys are still to be wiped: those whose time was over at this moment.
    pub(super) to_wipe: Option<Time>,
    /// Names in the signalling network that come (true) or go: written in their order they cost a fraction. [`names`] looks here too.
    pub(super) names: BTreeMap<Vec<u8>, bool>,
    /// Devices of removed campaigns are still there.
    pub(super) leaves: bool,
    /// What is over and to be removed.
    pub(super) forgetting: Forgetting,
    pub(super) removed: Removed,
}

impl<'t> Maker<'t> {
    pub(super) fn new(tables: Tables<'t>, keys: &'t Keyring, epoch: u64, damage: &'t Damage) -> Self {
        Self {
            tables,
            keys,
            epoch,
            damage,
            awakened: 0,
            to_wipe: None,
            names: BTreeMap::new(),
            leaves: false,
            forgetting: Forgetting::default(),
            removed: Removed::default(),
        }
    }

    /// Whether the changes of a commit may be made, each as things stand after those before it.
    pub(super) fn allow(&self, changes: &[Change]) -> Result<Result<(), Refused>, Fault> {
        let rows = &self.tables.subscribers;
        let is_there = |device: &DeviceId| Ok::<_, Fault>(rows.get(device.as_str().as_bytes())?.is_some());
        judge(changes, is_there, &mut |id, counts| names::holder(self, id, counts))
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
            Change::Contact(device, at, address) => self.device(device, |recent| {
                recent.last_contact = Some(*at);
                recent.address.clone_from(address);
            }),
            Change::Exchange(record) => self.exchange(record),
            Change::History(id, step) => self.step(*id, step),
            Change::Wipe(id) => self.wipe(*id),
            Change::WipeBefore(time) => self.wipe_before(*time),
            Change::Forget(what) => {
                match what {
                    Forget::Exchanges(before) => self.forgetting.exchanges(*before),
                    Forget::Deliveries(before) => self.forgetting.deliveries(*before),
                    Forget::Audit { before, at } => self.forgetting.audit(*before, *at),
                    Forget::Looked(at) => {
                        self.tables.meta.insert(tables::meta::LOOKED, &at.0.to_be_bytes()[..])?;
                        return Ok(());
                    }
                }
                forget::piece(self)
            }
            Change::Deliver(delivery) => self.deliver(delivery),
            Change::Delivered(seq, at) => self.delivered(*seq, *at),
            Change::Undelivered { seq, attempts, next, why } => self
                .delivery(*seq, |delivery| {
                    (delivery.attempts, delivery.next, delivery.why) = (*attempts, *next, Some(why.clone()));
                })
                .map(drop),
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

    /// Changes what is recent of a device, if it is there and can be read.
    fn device(&mut self, device: &DeviceId, change: impl FnOnce(&mut Recent)) -> Result<(), Fault> {
        let name = device.as_str().as_bytes();
        let is_awake = self.tables.active.get(name)?.is_some();
        let recent = active::recent(&self.tables, name, self.epoch);
        let Some(mut recent) = self.damage.pass(tables::SUBSCRIBERS, name, recent)?.flatten() else { return Ok(()) };
        change(&mut recent);
        self.awakened += usize::from(!is_awake);
        active::write(&mut self.tables, name, &recent)
    }

    fn subscriber(&mut self, new: &Subscriber, write: Write) -> Result<(), Fault> {
        let name = new.device.as_str().as_bytes();
        let mut new = new.clone();
        if matches!(write, Write::Replace | Write::Amend)
            && let Some(before) =
                self.damage.must(tables::SUBSCRIBERS, name, active::recent(&self.tables, name, self.epoch))?
        {
            keep_nonces(&mut new.account, before.client_nonce, before.last_slot, before.server_nonce);
            new.last_contact = new.last_contact.or(before.last_contact);
            if write == Write::Amend {
                new.account.resync_left = before.resync_left;
                new.place.address = before.address;
                (new.capability, new.temporary) = (before.capability, before.temporary);
                new.last_contact = before.last_contact;
            }
        }
        self.forget_names(&new.device)?;
        for id in new.place.mobile_ids() {
            self.names.insert(tables::mobile_device(&id, &new.device), true);
        }
        active::remove(&mut self.tables, name)?;
        self.tables.deleted.remove(name)?;
        let row = records::subscriber(&new, &Recent::of(&new, self.epoch), self.keys)?;
        self.tables.subscribers.insert(name, row.octets())?;
        self.damage.mended(tables::SUBSCRIBERS, name);
        Ok(())
    }

    /// Takes the device's names in the signalling network back, if it is there.
    fn forget_names(&mut self, device: &DeviceId) -> Result<(), Fault> {
        let name = device.as_str().as_bytes();
        let before = match self.tables.subscribers.get(name)? {
            Some(row) => records::place_of_row(row.value()),
            None => return Ok(()),
        };
        if let Some(before) = self.damage.pass(tables::SUBSCRIBERS, name, before)? {
            for id in before.mobile_ids() {
                self.names.insert(tables::mobile_device(&id, device), false);
            }
            return Ok(());
        }
        // The row does not say which they are: of all names those that lead to this device.
        for entry in self.tables.mobile_ids.range::<&[u8]>(..)? {
            let (key, _) = entry?;
            if tables::read_mobile_device(key.value()) == Some(name) {
                self.names.insert(key.value().to_vec(), false);
            }
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
        self.tables.deleted.insert(name, &[])?;
        self.damage.mended(tables::SUBSCRIBERS, name);
        active::remove(&mut self.tables, name)?;
        let prefix = tables::named_prefix(device.as_str());
        let end = tables::after_prefix(&prefix).unwrap_or_default();
        for entry in self.tables.by_device.range(&*prefix..&*end)? {
            let (key, _) = entry?;
            if let Some(place) = self.damage.pass(tables::BY_DEVICE, key.value(), place(key.value()))? {
                self.tables.keys.remove(&tables::cursor(place)[..])?;
            }
        }
        Ok(())
    }

    fn exchange(&mut self, record: &ExchangeRecord) -> Result<(), Fault> {
        let place = (record.created, record.id);
        let key = tables::cursor(place);
        let tables = &mut self.tables;
        let id = record.id.0.to_be_bytes();
        let known = self.damage.pass(tables::EXCHANGE_IDS, &id, created(&*tables.exchange_ids, record.id))?;
        if known != Some(Some(record.created)) {
            tables.exchange_ids.insert(&id[..], &record.created.0.to_be_bytes()[..])?;
            self.damage.mended(tables::EXCHANGE_IDS, &id);
        }
        self.damage.mended(tables::EXCHANGES, &key);
        if tables.exchanges.insert(&key[..], records::exchange(record).octets())?.is_none() {
            tables.by_device.insert(&tables::named(record.device().as_str(), place), &[][..])?;
            if let Some(name) = record.campaign() {
                tables.by_campaign.insert(&tables::named(name, place), &[][..])?;
            }
        }
        let ended = record.ended.as_ref();
        mark(&mut tables.open, &key, record.is_open())?;
        mark(&mut tables.in_doubt, &key, record.is_unsettled())?;
        if let Some(ended) = ended.filter(|_| !record.is_open()) {
            // It stays there when the exchange moves once more: whoever reads it looks at the record.
            tables.ended.insert(&tables::wipe(ended.at, place)[..], &[][..])?;
        }

        if let Some(secret) = &record.key {
            tables.keys.insert(&key[..], &records::key(record.id, secret, self.keys)?)?;
            self.damage.mended(tables::KEYS, &key);
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
        let known = created(&*self.tables.exchange_ids, id);
        let known = self.damage.pass(tables::EXCHANGE_IDS, &id.0.to_be_bytes(), known)?;
        let place = (known.flatten().unwrap_or_default(), id);
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
        let created = created(&*self.tables.exchange_ids, id);
        if let Some(created) = self.damage.must(tables::EXCHANGE_IDS, &id.0.to_be_bytes(), created)? {
            self.tables.keys.remove(&tables::cursor((created, id))[..])?;
        }
        Ok(())
    }

    /// Wipes keys, so many that others need not wait for long; the rest is left [to wipe](Self::to_wipe).
    pub(super) fn wipe_before(&mut self, time: Time) -> Result<(), Fault> {
        let end = tables::wipe(time, (Time(u64::MAX), ExchangeId(u64::MAX)));
        for wiped in 0.. {
            let Some(key) = first_key(&*self.tables.wipes)?.filter(|key| key[..] <= end[..]) else { break };
            if wiped == limits::STORE_WIPES {
                self.to_wipe = self.to_wipe.max(Some(time));
                break;
            }
            self.tables.wipes.remove(&key)?;
            let Some(place) = self.damage.pass(tables::WIPES, &key, place(&key))? else { continue };
            let key = tables::cursor(place);
            let record = match self.tables.exchanges.get(&key[..])? {
                Some(record) => records::read_exchange(place, record.value()),
                None => continue,
            };
            let ended = self.damage.pass(tables::EXCHANGES, &key, record)?.and_then(|record| record.ended);
            // It may have moved since; then its new end is in the table too.
            if ended.is_some_and(|ended| ended.outcome == Outcome::Updated && ended.at <= time) {
                self.tables.keys.remove(&key[..])?;
            }
        }
        Ok(())
    }

    fn deliver(&mut self, new: &Delivery) -> Result<(), Fault> {
        let last = last_place(&*self.tables.deliveries)?.map_or(0, |(seq, _)| seq);
        let seq = last.max(self.places_taken()?) + 1;
        let value = records::delivery(&Delivery { seq, ..new.clone() }, self.keys)?;
        self.tables.deliveries.insert(&seq.to_be_bytes()[..], value.octets())?;
        self.tables.waiting.insert(&seq.to_be_bytes()[..], &[][..])?;
        self.tables.waits.insert(&tables::waits(new.exchange, seq)[..], &[][..])?;
        Ok(())
    }

    /// No place in the outbox is given out up to this one, whatever stands there.
    pub(super) fn places_taken(&self) -> Result<u64, Fault> {
        Ok(match self.tables.meta.get(tables::meta::PLACES)? {
            // Where it does not say, none that may have been given out.
            Some(value) => tables::read_place(value.value()).unwrap_or_else(opening::places_of_now),
            None => 0,
        })
    }

    fn delivered(&mut self, seq: u64, at: Time) -> Result<(), Fault> {
        let key = seq.to_be_bytes();
        self.tables.waiting.remove(&key[..])?;
        let mut exchange = None;
        let done = self.delivery(seq, |delivery| {
            delivery.acknowledged = Some(at);
            delivery.body = Vec::new();
            exchange = Some(delivery.exchange);
        })?;
        if let Some(exchange) = exchange {
            self.tables.waits.remove(&tables::waits(exchange, seq)[..])?;
        }
        if !done {
            // What it carries goes with it.
            self.tables.deliveries.remove(&key[..])?;
            self.damage.mended(tables::DELIVERIES, &key);
        }
        Ok(())
    }

    /// Changes a delivery, if it is there. Returns whether it could be read.
    fn delivery(&mut self, seq: u64, change: impl FnOnce(&mut Delivery)) -> Result<bool, Fault> {
        let key = seq.to_be_bytes();
        let delivery = match self.tables.deliveries.get(&key[..])? {
            Some(value) => records::read_delivery(seq, value.value(), self.keys),
            None => return Ok(true),
        };
        let Some(mut delivery) = self.damage.pass(tables::DELIVERIES, &key, delivery)? else { return Ok(false) };
        change(&mut delivery);
        self.tables.deliveries.insert(&key[..], records::delivery(&delivery, self.keys)?.octets())?;
        Ok(true)
    }
}

/// Chains a record to the audit trail.
pub(super) fn audit(tables: &mut Tables<'_>, event: &AuditEvent) -> Result<(), Fault> {
    let (seq, before) = match last_place(&*tables.audit)? {
        Some((seq, value)) => (seq + 1, link(seq, &value)),
        None => forget::anchor(&*tables.meta)?.map_or((1, [0; 32]), |anchor| (anchor.seq + 1, anchor.hash)),
    };
    let hash = event.chained(seq, &before, Sha256::new()).finalize().into();
    tables.audit.insert(&seq.to_be_bytes()[..], records::audited(event, &hash).octets())?;
    Ok(())
}

/// What the next record of the audit trail is chained on: the hash of this one; if it cannot be read, that of its octets as they stand, so
/// that they remain evidence.
pub(super) fn link(seq: u64, value: &[u8]) -> [u8; 32] {
    records::read_audited(seq, value).map_or_else(|_| Sha256::digest(value).into(), |audited| audited.hash)
}

type Bytes = &'static [u8];

/// The last place of a queue or trail, and what stands there.
pub(super) fn last_place(table: &impl ReadableTable<Bytes, Bytes>) -> Result<Option<(u64, Vec<u8>)>, Fault> {
    for entry in table.range::<&[u8]>(..)?.rev() {
        let (key, value) = entry?;
        if let Some(seq) = tables::read_place(key.value()) {
            return Ok(Some((seq, value.value().to_vec())));
        }
    }
    Ok(None)
}

/// Puts a key into a table of keys, or takes it out, if it does not stand so already.
fn mark(table: &mut tables::Rows<'_>, key: &[u8], is: bool) -> Result<(), Fault> {
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
    ReadError::Damaged(format!("{what}: damaged")).into()
}
