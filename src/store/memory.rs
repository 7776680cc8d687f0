//! A store that forgets everything at the end of the process: for the laboratory, the demo and tests.
//!
//! Answers at once, on the caller's thread. Pending keys are kept until their exchange ends.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::desk::record::{Change, Subscriber};
use crate::exchange::Key;
use crate::words::{DeviceId, ExchangeId};

use super::{OnDurable, OnLoaded, Store};

/// Records in memory.
#[derive(Default)]
pub struct MemoryStore {
    records: Mutex<Records>,
}

#[derive(Default)]
struct Records {
    subscribers: HashMap<DeviceId, Subscriber>,
    pending: HashMap<ExchangeId, Key>,
}

impl MemoryStore {
    /// A store of these subscribers. Of two with one name the later stays.
    pub fn new(subscribers: impl IntoIterator<Item = Subscriber>) -> Self {
        let subscribers = subscribers.into_iter().map(|subscriber| (subscriber.device.clone(), subscriber)).collect();
        Self { records: Mutex::new(Records { subscribers, pending: HashMap::new() }) }
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
        self.with(|records| changes.into_iter().for_each(|change| records.apply(change)));
        answer();
    }
}

impl Records {
    fn apply(&mut self, change: Change) {
        match change {
            Change::Login(device, accepted) => {
                if let Some(subscriber) = self.subscribers.get_mut(&device) {
                    subscriber.account.client_nonce = accepted.next_nonce;
                    subscriber.account.last_slot = accepted.last_slot;
                    subscriber.account.resync_left = accepted.resync_left;
                }
            }
            Change::ServerNonce(device, nonce) => {
                if let Some(server) = self.subscribers.get_mut(&device).and_then(|s| s.account.server.as_mut()) {
                    server.take_nonce(&nonce);
                }
            }
            Change::Capability(device, remembered) => {
                if let Some(subscriber) = self.subscribers.get_mut(&device) {
                    subscriber.capability = remembered;
                }
            }
            Change::Temporary(device, node) => {
                if let Some(subscriber) = self.subscribers.get_mut(&device) {
                    subscriber.temporary = node;
                }
            }
            Change::Exchange(record) => {
                if let Some(key) = record.key {
                    self.pending.insert(record.id, key);
                }
                if record.end.is_some_and(|end| end.outcome != crate::words::Outcome::InDoubt) {
                    self.pending.remove(&record.id);
                }
            }
        }
    }
}
