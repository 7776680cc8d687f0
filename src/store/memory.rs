//! A store that forgets everything at the end of the process: for the laboratory, the demo and tests.
//!
//! Answers at once, on the caller's thread. Keeps exchanges while something is still to come of them, and a bounded number of those that have
//! ended. Never refuses for want of room.

mod campaigns;
mod forget;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::convert::Infallible;
use std::ops::Bound;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use crate::desk::record::campaign::{Campaign, Member};
use crate::desk::record::{AuditEvent, Change, Delivery, ExchangeRecord, HistoryStep, MobileId, Subscriber, Write};
use crate::dm::account::Account;
use crate::exchange::Key;
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, Time};

use super::{
    Anchor, Audited, Counts, Cursor, Filter, Looked, MemberFilter, OnDurable, OnLoaded, ReadError, Reading, Refused,
    Snapshot, Store, judge, keep_nonces,
};

/// Records in memory.
#[derive(Default)]
pub struct MemoryStore {
    records: Mutex<Records>,
}

#[derive(Default)]
struct Records {
    subscribers: BTreeMap<DeviceId, Subscriber>,
    /// Who is known by which name in the signalling network.
    names: BTreeMap<MobileId, BTreeSet<DeviceId>>,
    exchanges: BTreeMap<Cursor, ExchangeRecord>,
    /// When an exchange was asked for: its place in `exchanges`.
    created: HashMap<ExchangeId, Time>,
    /// Those of which nothing is to come, the oldest first.
    ended: VecDeque<ExchangeId>,
    history: HashMap<ExchangeId, VecDeque<HistoryStep>>,
    keys: HashMap<ExchangeId, Key>,
    deliveries: BTreeMap<u64, Delivery>,
    last_delivery: u64,
    audit: VecDeque<Audited>,
    /// What was removed last from its beginning.
    anchor: Option<Anchor>,
    looked: Option<Time>,
    campaigns: campaigns::Campaigns,
}

impl MemoryStore {
    /// A store of these subscribers. Of two with one name the later stays.
    pub fn new(subscribers: impl IntoIterator<Item = Subscriber>) -> Self {
        let mut records = Records::default();
        subscribers.into_iter().for_each(|subscriber| records.put(subscriber));
        Self { records: Mutex::new(records) }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Records) -> T) -> T {
        // A panic elsewhere leaves whole records behind: each change is applied by one call.
        work(&mut self.records.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Store for MemoryStore {
    fn load(&self, device: &DeviceId, answer: OnLoaded) {
        answer(self.with(|records| records.subscribers.get(device).cloned().map(Box::new)));
    }

    fn commit(&self, changes: Vec<Change>, answer: OnDurable) {
        answer(self.with(|records| {
            records.allow(&changes)?;
            changes.into_iter().for_each(|change| records.apply(change));
            Ok(())
        }));
    }

    fn read(&self, reading: Reading) {
        self.with(|records| reading(records));
    }
}

impl Records {
    fn allow(&self, changes: &[Change]) -> Result<(), Refused> {
        let is_there = |device: &DeviceId| Ok::<_, Infallible>(self.subscribers.contains_key(device));
        let Ok(verdict) = judge(changes, is_there, &mut |id, counts| {
            Ok::<_, Infallible>(self.holders(id).find(|device| counts(device)).cloned())
        });
        verdict
    }

    /// Who is known by a name in the signalling network.
    fn holders(&self, id: &MobileId) -> impl Iterator<Item = &DeviceId> {
        self.names.get(id).into_iter().flatten()
    }

    /// Writes a subscriber, with its names.
    fn put(&mut self, subscriber: Subscriber) {
        self.remove(&subscriber.device);
        for id in subscriber.place.mobile_ids() {
            self.names.entry(id).or_default().insert(subscriber.device.clone());
        }
        self.subscribers.insert(subscriber.device.clone(), subscriber);
    }

    /// Takes a subscriber away, with its names.
    fn remove(&mut self, device: &DeviceId) {
        let Some(before) = self.subscribers.remove(device) else { return };
        for id in before.place.mobile_ids() {
            if let Entry::Occupied(mut holders) = self.names.entry(id) {
                holders.get_mut().remove(device);
                if holders.get().is_empty() {
                    holders.remove();
                }
            }
        }
    }

    fn apply(&mut self, change: Change) {
        match change {
            Change::Login(device, accepted) => self.change(&device, |subscriber| {
                subscriber.account.client_nonce = accepted.next_nonce;
                subscriber.account.last_slot = accepted.last_slot;
                subscriber.account.resync_left = accepted.resync_left;
            }),
            Change::ServerNonce(device, nonce) => self.change(&device, |subscriber| {
                if let Some(server) = &mut subscriber.account.server {
                    server.take_nonce(&nonce);
                }
            }),
            Change::Capability(device, remembered) => {
                self.change(&device, |subscriber| subscriber.capability = remembered);
            }
            Change::Temporary(device, node) => self.change(&device, |subscriber| subscriber.temporary = node),
            Change::Contact(device, at, address) => self.change(&device, |subscriber| {
                (subscriber.last_contact, subscriber.place.address) = (Some(at), address);
            }),
            Change::Exchange(record) => self.exchange_moved(*record),
            Change::History(id, step) => {
                let steps = self.history.entry(id).or_default();
                if steps.len() == limits::HISTORY_STEPS {
                    steps.pop_front();
                }
                steps.push_back(*step);
            }
            Change::Wipe(id) => drop(self.keys.remove(&id)),
            Change::WipeBefore(time) => {
                let over = |id: &ExchangeId| {
                    let ended = self.of(*id).and_then(|record| record.ended.as_ref());
                    ended.is_some_and(|ended| ended.outcome == Outcome::Updated && ended.at <= time)
                };
                let over: Vec<_> = self.keys.keys().copied().filter(over).collect();
                for id in over {
                    self.keys.remove(&id);
                }
            }
            Change::Forget(what) => self.forget(what),
            Change::Deliver(delivery) => {
                self.last_delivery += 1;
                self.deliveries.insert(self.last_delivery, Delivery { seq: self.last_delivery, ..*delivery });
                while self.deliveries.len() > limits::DELIVERIES_IN_MEMORY {
                    self.deliveries.pop_first();
                }
            }
            Change::Delivered(seq, at) => {
                if let Some(delivery) = self.deliveries.get_mut(&seq) {
                    delivery.acknowledged = Some(at);
                    delivery.body = Vec::new();
                }
            }
            Change::Undelivered { seq, attempts, next, why } => {
                if let Some(delivery) = self.deliveries.get_mut(&seq) {
                    (delivery.attempts, delivery.next, delivery.why) = (attempts, next, Some(why));
                }
            }
            Change::Subscriber(mut subscriber, write) => {
                let keeps = matches!(write, Write::Replace | Write::Amend);
                let before = self.subscribers.get(&subscriber.device).filter(|_| keeps);
                subscriber.last_contact = subscriber.last_contact.or(before.and_then(|before| before.last_contact));
                if let Some(Account { client_nonce, last_slot, server, .. }) = before.map(|before| &before.account) {
                    let server_nonce = server.as_ref().map(|server| server.nonce().to_vec());
                    keep_nonces(&mut subscriber.account, client_nonce.clone(), *last_slot, server_nonce);
                }
                if let Some(before) = before.filter(|_| write == Write::Amend) {
                    subscriber.account.resync_left = before.account.resync_left;
                    subscriber.place.address.clone_from(&before.place.address);
                    subscriber.capability.clone_from(&before.capability);
                    subscriber.temporary.clone_from(&before.temporary);
                    subscriber.last_contact = before.last_contact;
                }
                self.put(*subscriber);
            }
            Change::RemoveSubscriber(device) => {
                self.remove(&device);
                let own: Vec<_> = self
                    .exchanges
                    .values()
                    .filter(|record| *record.device() == device)
                    .map(|record| record.id)
                    .collect();
                for id in own {
                    self.keys.remove(&id);
                }
            }
            Change::Audit(event) => self.audited(*event),
            Change::Campaign(campaign) => self.campaigns.put(*campaign),
            Change::Members(name, members) => self.campaigns.put_members(&name, members),
            Change::RemoveCampaign(name) => self.campaigns.remove(&name),
        }
    }

    fn change(&mut self, device: &DeviceId, change: impl FnOnce(&mut Subscriber)) {
        if let Some(subscriber) = self.subscribers.get_mut(device) {
            change(subscriber);
        }
    }

    fn of(&self, id: ExchangeId) -> Option<&ExchangeRecord> {
        self.exchanges.get(&(*self.created.get(&id)?, id))
    }

    fn exchange_moved(&mut self, mut record: ExchangeRecord) {
        let id = record.id;
        if let Some(key) = record.key.take() {
            self.keys.insert(id, key);
        }
        if !record.keeps_key() {
            self.keys.remove(&id);
        }
        let ends = !record.is_open() && self.of(id).is_none_or(ExchangeRecord::is_open);
        self.created.insert(id, record.created);
        self.exchanges.insert((record.created, id), record);
        if ends {
            self.ended.push_back(id);
        }
        while self.ended.len() > limits::EXCHANGES_IN_MEMORY {
            let Some(oldest) = self.ended.pop_front() else { break };
            self.history.remove(&oldest);
            self.keys.remove(&oldest);
            if let Some(created) = self.created.remove(&oldest) {
                self.exchanges.remove(&(created, oldest));
            }
        }
    }

    fn audited(&mut self, event: AuditEvent) {
        let last = self.audit.back();
        let (seq, before) = last.map_or((1, [0; 32]), |last| (last.seq + 1, last.hash));
        let hash = event.chained(seq, &before, Sha256::new()).finalize().into();
        if self.audit.len() == limits::AUDIT_IN_MEMORY {
            self.trim(1);
        }
        self.audit.push_back(Audited { seq, event, hash });
    }

    fn with_key(&self, record: &ExchangeRecord) -> ExchangeRecord {
        ExchangeRecord { key: self.keys.get(&record.id).map(Key::copy), ..record.bare() }
    }
}

impl Snapshot for Records {
    fn is_subscriber(&self, device: &DeviceId) -> Result<bool, ReadError> {
        Ok(self.subscribers.contains_key(device))
    }

    fn subscriber(&self, device: &DeviceId) -> Result<Option<Box<Subscriber>>, ReadError> {
        Ok(self.subscribers.get(device).cloned().map(Box::new))
    }

    fn subscribers(&self, after: Option<&DeviceId>, limit: usize) -> Result<Vec<Subscriber>, ReadError> {
        let later = self.subscribers.iter().skip_while(|(device, _)| after.is_some_and(|after| *device <= after));
        Ok(later.take(limit).map(|(_, subscriber)| subscriber.clone()).collect())
    }

    fn devices_of(&self, id: &MobileId, after: Option<&DeviceId>, limit: usize) -> Result<Vec<DeviceId>, ReadError> {
        Ok(self.holders(id).filter(|device| after.is_none_or(|after| *device > after)).take(limit).cloned().collect())
    }

    fn exchange(&self, id: ExchangeId) -> Result<Option<ExchangeRecord>, ReadError> {
        Ok(self.of(id).map(|record| self.with_key(record)))
    }

    fn look_for_exchanges(
        &self,
        filter: &Filter,
        after: Option<Cursor>,
        limit: usize,
        looks: usize,
    ) -> Result<Looked, ReadError> {
        let end = after.map_or(Bound::Unbounded, Bound::Excluded);
        let mut looked = Looked { found: Vec::new(), next: after };
        for (count, (cursor, record)) in self.exchanges.range((Bound::Unbounded, end)).rev().enumerate() {
            if looked.found.len() == limit || count == looks {
                return Ok(looked);
            }
            looked.next = Some(*cursor);
            looked.found.extend(filter.fits(record).then(|| record.bare()));
        }
        looked.next = None;
        Ok(looked)
    }

    fn open_exchanges(&self, after: Option<Cursor>, limit: usize) -> Result<Vec<ExchangeRecord>, ReadError> {
        let younger = self.exchanges.iter().filter(|(cursor, _)| after.is_none_or(|after| **cursor > after));
        let open = younger.map(|(_, record)| record).filter(|record| record.is_open());
        Ok(open.take(limit).map(|record| self.with_key(record)).collect())
    }

    fn history(&self, id: ExchangeId) -> Result<Vec<HistoryStep>, ReadError> {
        Ok(self.history.get(&id).into_iter().flatten().cloned().collect())
    }

    fn deliveries(&self, after: u64, acknowledged: bool, limit: usize) -> Result<Vec<Delivery>, ReadError> {
        let later = self.deliveries.range(after.saturating_add(1)..).map(|(_, delivery)| delivery);
        Ok(later.filter(|delivery| acknowledged || delivery.acknowledged.is_none()).take(limit).cloned().collect())
    }

    fn audit(&self, after: u64, limit: usize) -> Result<Vec<Audited>, ReadError> {
        Ok(self.audit.iter().filter(|audited| audited.seq > after).take(limit).cloned().collect())
    }

    fn audit_before(&self, before: u64, limit: usize) -> Result<Vec<Audited>, ReadError> {
        Ok(self.audit.iter().rev().filter(|audited| audited.seq < before).take(limit).cloned().collect())
    }

    fn audit_anchor(&self) -> Result<Option<Anchor>, ReadError> {
        Ok(self.anchor)
    }

    fn looked(&self) -> Result<Option<Time>, ReadError> {
        Ok(self.looked)
    }

    fn counts(&self) -> Result<Counts, ReadError> {
        let open = || self.exchanges.values().filter(|record| record.is_open());
        Ok(Counts {
            subscribers: self.subscribers.len() as u64,
            open: open().count() as u64,
            in_doubt: open().filter(|record| record.is_unsettled()).count() as u64,
            deliveries: self.deliveries.values().filter(|delivery| delivery.acknowledged.is_none()).count() as u64,
            audit: self.audit.back().map_or(0, |last| last.seq),
            damaged: 0,
        })
    }

    fn campaigns(&self, after: Option<&str>, limit: usize) -> Result<Vec<Campaign>, ReadError> {
        Ok(self.campaigns.page(after, limit))
    }

    fn campaign(&self, name: &str) -> Result<Option<Campaign>, ReadError> {
        Ok(self.campaigns.get(name))
    }

    fn members(&self, name: &str, filter: MemberFilter, after: u64, limit: usize) -> Result<Vec<Member>, ReadError> {
        Ok(self.campaigns.members(name, filter, after, limit))
    }

    fn member_place(&self, name: &str, device: &DeviceId) -> Result<Option<u64>, ReadError> {
        Ok(self.campaigns.place(name, device))
    }
}
