//! What outlives the process: the disk, and the centre with its keys.

use std::collections::{BTreeMap, HashMap};

use super::{Chance, Phone};
use crate::desk::record::{Change, ExchangeRecord, Subscriber};
use crate::desk::tests::{World, device, settings};
use crate::exchange::north::{Ask, NorthAnswer};
use crate::exchange::{Call, Key, NorthFault};
use crate::words::{ExchangeId, Time, Way};

/// A subscriber, and exchanges with their keys.
pub(super) struct Disk {
    pub(super) subscriber: Subscriber,
    pub(super) exchanges: BTreeMap<(Time, ExchangeId), ExchangeRecord>,
    pub(super) keys: HashMap<ExchangeId, Vec<u8>>,
}

impl Disk {
    pub(super) fn new() -> Self {
        let subscriber = World::new(settings(Way::Perform)).subscribers.remove(&device(1)).unwrap();
        Self { subscriber, exchanges: BTreeMap::new(), keys: HashMap::new() }
    }

    /// As it stands now.
    pub(super) fn moment(&self) -> Self {
        let exchanges = self.exchanges.iter().map(|(at, record)| (*at, record.bare())).collect();
        Self { subscriber: self.subscriber.clone(), exchanges, keys: self.keys.clone() }
    }

    pub(super) fn nonce(&self) -> &[u8] {
        &self.subscriber.account.client_nonce
    }

    pub(super) fn is_open(&self) -> bool {
        self.exchanges.values().any(ExchangeRecord::is_open)
    }

    pub(super) fn open_exchanges(&self) -> Vec<ExchangeRecord> {
        let open = self.exchanges.values().filter(|record| record.is_open());
        let key = |id| self.keys.get(&id).map(|octets| Key::A(akeyd_hw::AKey::from_slice(octets).unwrap()));
        open.map(|record| ExchangeRecord { key: key(record.id), ..record.bare() }).collect()
    }

    pub(super) fn apply(&mut self, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::Login(_, accepted) => {
                    let account = &mut self.subscriber.account;
                    account.client_nonce = accepted.next_nonce;
                    account.last_slot = accepted.last_slot;
                }
                Change::Capability(_, remembered) => self.subscriber.capability = remembered,
                Change::Temporary(_, node) => self.subscriber.temporary = node,
                Change::Exchange(record) => {
                    let key = record.key.as_ref().map(|key| key.expose().to_vec());
                    self.keys.extend(key.map(|key| (record.id, key)));
                    if !record.keeps_key() {
                        self.keys.remove(&record.id);
                    }
                    self.exchanges.insert((record.created, record.id), record.bare());
                }
                _ => {}
            }
        }
    }
}

/// An authentication centre that never has two values for an exchange that it has made live.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing by itself that a centre may be or not")]
#[derive(Default)]
pub(super) struct Centre {
    /// It knows no exchange and holds one key, the last that it heard of; else one for each exchange.
    pub(super) holds_one: bool,
    /// The disk has lost what it knew, so an exchange may run twice.
    pub(super) runs_again: bool,
    pub(super) live: Option<Vec<u8>>,
    pub(super) staged: HashMap<ExchangeId, Vec<u8>>,
    pub(super) activated: HashMap<ExchangeId, Vec<u8>>,
    pub(super) last: HashMap<ExchangeId, Call>,
    /// Whether it refuses everything for a while, now and then.
    pub(super) has_moods: bool,
    pub(super) refuses: bool,
}

impl Centre {
    pub(super) fn answer(
        &mut self,
        exchange: ExchangeId,
        call: Call,
        ask: Ask,
        phone: &Phone,
        mut chance: Option<&mut Chance>,
    ) -> Result<NorthAnswer, NorthFault> {
        let last = self.last.insert(exchange, call);
        assert!(last.is_none_or(|last| last < call), "a question is younger than all before: {last:?}, {call:?}");
        let mut one_in = |many| chance.as_mut().is_some_and(|chance| chance.one_in(many));
        if one_in(10) {
            // It never came there.
            return Err(NorthFault::Unreachable);
        }
        if self.has_moods && one_in(12) {
            self.refuses = !self.refuses;
        }
        if self.refuses {
            return Err(NorthFault::Refused(6));
        }
        // A centre that holds one key is told it anew, as long as the disk has it.
        if matches!(ask, Ask::Discard(_)) && (!self.holds_one || self.runs_again) {
            let mut gone = self.staged.iter().filter(|(of, _)| self.holds_one || **of == exchange);
            let is_used = gone.any(|(_, key)| phone.live.as_ref() == Some(key) && self.live.as_ref() != Some(key));
            assert!(!is_used, "the key that the handset uses would be forgotten");
        }
        match ask {
            Ask::Stage { key } => {
                let is_other = |live: &Vec<u8>| live != key.expose();
                if !self.holds_one && self.activated.get(&exchange).is_some_and(is_other) {
                    return Err(NorthFault::Refused(6));
                }
                if self.holds_one {
                    self.staged.clear();
                }
                if self.holds_one || !self.activated.contains_key(&exchange) {
                    self.staged.insert(exchange, key.expose().to_vec());
                }
            }
            Ask::Activate(_) => {
                let held = self.staged.keys().next().filter(|_| self.holds_one);
                assert!(held.is_none_or(|held| *held == exchange), "another exchange's key would be made live");
                if let Some(key) = self.staged.remove(&exchange) {
                    assert!(phone.committed.contains(&key), "made live, and the handset has not committed it");
                    self.live = Some(key.clone());
                    let before = self.activated.insert(exchange, key.clone());
                    let is_same = before.is_none_or(|before| before == key);
                    assert!(is_same || self.holds_one && self.runs_again, "made live twice with different values");
                } else if !self.activated.contains_key(&exchange) {
                    return Err(NorthFault::Refused(6));
                }
            }
            Ask::Discard(_) if self.holds_one => self.staged.clear(),
            Ask::Discard(_) => drop(self.staged.remove(&exchange)),
            other => panic!("{other:?}"),
        }
        // Its answer may be lost.
        if one_in(10) { Err(NorthFault::Unreachable) } else { Ok(NorthAnswer::Done) }
    }
}
