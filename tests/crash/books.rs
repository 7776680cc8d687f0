//! What a store holds, copied out, and whether it fits what handsets and authentication centre know.
//!
//! The promises, as they are judged here (docs/crash-tests.md says them in full): a key whose Commit Request a handset has seen is kept, with the
//! mark that the request left; one whose Commit Response was acknowledged is kept as committed; a spent nonce is not the nonce in
//! force; the audit trail is one unbroken chain; and nothing that was durable once goes away again.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use akeyd::desk::record::ExchangeRecord;
use akeyd::exchange::Key;
use akeyd::store::embedded::{self, EmbeddedStore};
use akeyd::store::seal::MasterKey;
use akeyd::store::{self, Audited, ReadError, Snapshot, Store};
use akeyd::words::{DeviceId, ExchangeId, Outcome, State};
use sha2::{Digest, Sha256};

use super::fleet::{Diary, Mark};
use super::service::STORE;

/// A copy of a store.
pub(crate) struct Books {
    /// The nonce in force of each device.
    pub(crate) nonces: HashMap<DeviceId, Vec<u8>>,
    /// The exchanges of each device, the oldest first, with their keys.
    pub(crate) exchanges: HashMap<DeviceId, Vec<ExchangeRecord>>,
    /// Deliveries by their place, and whether they have been acknowledged.
    pub(crate) deliveries: BTreeMap<u64, bool>,
    pub(crate) audit: Vec<Audited>,
}

const PAGE: usize = 512;

impl Books {
    /// Opens the store in a folder, as a start of the service does, and copies it.
    pub(crate) fn open(folder: &Path, key: &Path) -> Result<Self, String> {
        let key = MasterKey::read(key).map_err(|error| error.to_string())?;
        let settings =
            embedded::Settings { path: folder.join(STORE), key, old_keys: Vec::new(), cache_mib: 8, must_exist: true };
        let opened = EmbeddedStore::open(settings).map_err(|error| error.to_string())?;
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let books = runtime.block_on(store::read(&opened.store as &dyn Store, Self::copied));
        books.map_err(|error| error.to_string())
    }

    /// Copies what a snapshot shows.
    pub(crate) fn copied(snapshot: &dyn Snapshot) -> Result<Self, ReadError> {
        let (mut nonces, mut exchanges) = (HashMap::new(), HashMap::<_, Vec<_>>::new());
        let mut after = None;
        loop {
            let page = snapshot.subscribers(after.as_ref(), PAGE)?;
            let Some(last) = page.last() else { break };
            after = Some(last.device.clone());
            nonces.extend(page.into_iter().map(|subscriber| (subscriber.device, subscriber.account.client_nonce)));
        }
        let mut after = None;
        loop {
            let page = snapshot.exchanges(&store::Filter::default(), after, PAGE)?;
            let Some(last) = page.last() else { break };
            after = Some((last.created, last.id));
            for listed in page {
                let whole = snapshot.exchange(listed.id)?;
                let whole = whole
                    .ok_or_else(|| ReadError::Damaged(format!("exchange {} is listed and not there", listed.id)))?;
                exchanges.entry(whole.device().clone()).or_default().push(whole);
            }
        }
        exchanges.values_mut().for_each(|exchanges| exchanges.reverse());
        let (mut deliveries, mut after) = (BTreeMap::new(), 0);
        loop {
            let page = snapshot.deliveries(after, true, PAGE)?;
            let Some(last) = page.last() else { break };
            after = last.seq;
            deliveries.extend(page.into_iter().map(|delivery| (delivery.seq, delivery.acknowledged.is_some())));
        }
        let mut audit: Vec<Audited> = Vec::new();
        loop {
            let page = snapshot.audit(audit.last().map_or(0, |last| last.seq), PAGE)?;
            if page.is_empty() {
                break;
            }
            audit.extend(page);
        }
        Ok(Self { nonces, exchanges, deliveries, audit })
    }

    /// All exchanges.
    pub(crate) fn all(&self) -> impl Iterator<Item = &ExchangeRecord> {
        self.exchanges.values().flatten()
    }

    /// What of one handset's diary, up to a moment, the books do not bear out.
    pub(crate) fn judge(&self, device: &DeviceId, diary: &Diary, until: Mark, wrong: &mut Vec<String>) {
        let mut complain = |what: String| wrong.push(format!("{device}: {what}"));
        let exchanges = self.exchanges.get(device).map(Vec::as_slice).unwrap_or_default();
        // Only the last: its commit made the keys before it worthless.
        if let Some((number, last)) = diary.keys.iter().enumerate().rfind(|(_, key)| key.asked <= until) {
            let keeps = |record: &&ExchangeRecord| record.key.as_ref().is_some_and(|key| key.expose() == last.key);
            match exchanges.iter().rfind(keeps) {
                None => complain(format!("key {number} was committed and is lost: {}", told(exchanges))),
                Some(record) => {
                    let acknowledged = last.acknowledged.is_some_and(|at| at <= until);
                    let least = if acknowledged { State::Committed } else { State::CommitSent };
                    let ended = record.ended.as_ref().is_some_and(|ended| ended.outcome != Outcome::Updated);
                    let given_up = ended && !record.is_unsettled();
                    if record.state < least || given_up {
                        let what = if acknowledged { "acknowledged" } else { "asked for" };
                        complain(format!(
                            "the commit of key {number} was {what}: {}",
                            told(std::slice::from_ref(record))
                        ));
                    }
                }
            }
        }
        let started = diary.started.iter().filter(|(_, at)| *at <= until).map(|(id, _)| id);
        for id in started.filter(|id| !exchanges.iter().any(|record| record.id.to_string() == **id)) {
            complain(format!("exchange {id} was started by an operator and is not there"));
        }
        let given = diary.nonces.iter().take_while(|(_, at)| *at <= until).count();
        let spent = &diary.nonces[..given.saturating_sub(1)];
        match self.nonces.get(device) {
            None => complain("it is not in the books".into()),
            Some(nonce) if spent.iter().any(|(spent, _)| spent == nonce) => {
                complain("a spent nonce is in force".into());
            }
            Some(_) => {}
        }
    }

    /// Whether the audit trail is one chain.
    pub(crate) fn judge_audit(&self, wrong: &mut Vec<String>) {
        let mut before = [0; 32];
        for (at, audited) in (1..).zip(&self.audit) {
            let hash: [u8; 32] = audited.event.chained(at, &before, Sha256::new()).finalize().into();
            if audited.seq != at || audited.hash != hash {
                wrong.push(format!("the audit trail breaks at {at}"));
                return;
            }
            before = hash;
        }
    }
}

/// Exchanges as a complaint shows them: never a key.
fn told(exchanges: &[ExchangeRecord]) -> String {
    let shown = |record: &ExchangeRecord| {
        let (key, ended) = (record.key.as_ref().map(Key::kind), record.ended.as_ref().map(|ended| ended.outcome));
        format!("{} {} {ended:?} key {key:?}", record.id, record.state)
    };
    let last = exchanges.iter().rev().take(4).map(shown);
    format!("{} exchanges, the last [{}]", exchanges.len(), last.collect::<Vec<_>>().join("; "))
}

/// What was durable at one moment and must be there ever after.
#[derive(Default)]
pub(crate) struct Floor {
    exchanges: Vec<ExchangeId>,
    acknowledged: Vec<u64>,
    audit: Vec<[u8; 32]>,
}

impl Floor {
    /// What of the floor is missing in later books.
    pub(crate) fn judge(&self, books: &Books, wrong: &mut Vec<String>) {
        let there: std::collections::HashSet<_> = books.all().map(|record| record.id).collect();
        wrong.extend(
            self.exchanges.iter().filter(|id| !there.contains(id)).map(|id| format!("exchange {id} has vanished")),
        );
        // What the store has forgotten after its time is not undelivered.
        let again = self.acknowledged.iter().filter(|seq| books.deliveries.get(seq) == Some(&false));
        wrong.extend(again.map(|seq| format!("delivery {seq} was acknowledged and is not any more")));
        let same = self.audit.iter().zip(&books.audit).all(|(hash, audited)| *hash == audited.hash);
        if !same || self.audit.len() > books.audit.len() {
            wrong.push("the audit trail has lost or changed records".into());
        }
    }

    /// The floor under these books.
    pub(crate) fn under(books: &Books) -> Self {
        Self {
            exchanges: books.all().map(|record| record.id).collect(),
            acknowledged: books.deliveries.iter().filter(|(_, done)| **done).map(|(seq, _)| *seq).collect(),
            audit: books.audit.iter().map(|audited| audited.hash).collect(),
        }
    }
}

#[cfg(test)]
#[path = "books/tests.rs"]
mod tests;
