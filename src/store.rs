//! What must outlive a message: subscribers with their nonces, exchanges with their keys, deliveries, the audit trail.
//!
//! A [`Store`] loads, commits and reads; it decides nothing. Answers come by a callback, from whatever thread it likes or at once; those of commits
//! that were taken in the order of the commits. Reading for operators and after a start goes through a [`Snapshot`]: one moment of the store, in
//! pages of owned values. Called by `serve`, which carries out the desk's actions, and by `north`.
//!
//! * [`embedded`]: a file on disk
//! * [`memory`]: forgets everything at the end of the process, for laboratories and tests
//! * [`seal`]: secrets, encrypted before they reach a file
//! * [`names`]: whose a name in the signalling network is

pub mod embedded;
#[cfg(feature = "wrong-answers")]
pub mod liar;
pub mod memory;
pub mod names;
pub mod seal;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::oneshot;

use crate::desk::record::campaign::{Campaign, Member, Stage, StageName};
use crate::desk::record::{
    AuditEvent, Change, Delivery, ExchangeRecord, HistoryStep, MobileId, OURSELVES, Subscriber, Write,
};
use crate::dm::account::Account;
use crate::is683::hex::to_hex;
use crate::words::{DeviceId, ExchangeId, Outcome, State, Time};
use names::Names;

/// Takes the subscriber, or `None` when there is no such device.
pub type OnLoaded = Box<dyn FnOnce(Option<Box<Subscriber>>) + Send>;
/// Called when the changes are durable, or when none of them was made.
pub type OnDurable = Box<dyn FnOnce(Result<(), Refused>) + Send>;
/// Called when a copy is on the disk, or why it is not.
pub type OnCopied = Box<dyn FnOnce(Result<(), NotCopied>) + Send>;
/// Reads from one moment of the store.
pub type Reading = Box<dyn FnOnce(&dyn Snapshot) + Send>;

/// Why no change of a commit was made. The service goes on; an error after which the disk cannot be trusted is not among these: then
/// the process leaves, and no callback is called.
#[derive(Debug)]
pub enum Refused {
    /// There is no room on the disk, or too much waits for it. The changes come back: they may be tried again.
    Full(Vec<Change>),
    /// A subscriber that was to be created is there already.
    Exists(DeviceId),
    /// A subscriber that was to be replaced or removed is not there.
    Missing(DeviceId),
    /// A name in the signalling network that one subscriber alone may have is this other one's.
    Taken(MobileId, DeviceId),
    /// A record that was to be changed cannot be read, and what stands in it is not to be guessed. Which, without secrets. Trying again is of no
    /// use.
    Damaged(String),
}

/// A place that keeps records.
///
/// A record that cannot be read stops nothing but itself: pages leave it out, a subscriber is as if it were not there, and changes to what
/// a device or delivery holds pass it by.
pub trait Store: Send + Sync {
    /// Loads one subscriber; one that cannot be read is not there. Sees every commit whose callback has been called.
    fn load(&self, device: &DeviceId, answer: OnLoaded);

    /// Commits changes, all or nothing. One for which there is no room in the queue is refused at once ([`Refused::Full`]), ahead of the answers
    /// of those that wait: whoever tries it again must see that nothing younger has taken its place meanwhile.
    fn commit(&self, changes: Vec<Change>, answer: OnDurable);

    /// Reads. Sees every commit whose callback has been called. When the store is gone or has too much to read, the reading is dropped.
    fn read(&self, reading: Reading);

    /// Copies one moment of the store into a new file; the copy knows that it is one, of this time. Takes as long as it takes, while the
    /// store goes on.
    fn copy(&self, _to: PathBuf, _made: Time, copied: OnCopied) {
        copied(Err(NotCopied::None));
    }
}

/// Why there is no copy.
#[derive(Debug)]
pub enum NotCopied {
    /// The store has no file.
    None,
    /// Another copy is being made.
    Busy,
    /// There is a file under this name.
    Exists,
    /// There is no room for it: what the system said.
    Full(String),
    /// Anything else that the system said.
    Failed(String),
}

/// One moment of the store. Pages are of owned values, at most `limit` long; the next one begins after the last value of this. A record that
/// cannot be read is left out of them, so a page is full all the same unless it is the last; asked for alone it is [`ReadError::Damaged`].
pub trait Snapshot {
    /// One subscriber.
    fn subscriber(&self, device: &DeviceId) -> Result<Option<Box<Subscriber>>, ReadError>;

    /// Whether there is a subscriber of this name, readable or not.
    fn is_subscriber(&self, device: &DeviceId) -> Result<bool, ReadError>;

    /// Subscribers in the order of their names.
    fn subscribers(&self, after: Option<&DeviceId>, limit: usize) -> Result<Vec<Subscriber>, ReadError>;

    /// The devices that the signalling network knows by this name, in the order of their own; several may have one ESN.
    fn devices_of(&self, id: &MobileId, after: Option<&DeviceId>, limit: usize) -> Result<Vec<DeviceId>, ReadError>;

    /// One exchange, with its key if one is kept and can be read.
    fn exchange(&self, id: ExchangeId) -> Result<Option<ExchangeRecord>, ReadError>;

    /// Exchanges, the youngest first, without their keys; no more than `looks` are looked at for those that are wanted, so that who wants few of
    /// many does not keep the others from reading.
    fn look_for_exchanges(
        &self,
        filter: &Filter,
        after: Option<Cursor>,
        limit: usize,
        looks: usize,
    ) -> Result<Looked, ReadError>;

    /// The same, however many must be looked at: for filters that an index answers.
    fn exchanges(
        &self,
        filter: &Filter,
        after: Option<Cursor>,
        limit: usize,
    ) -> Result<Vec<ExchangeRecord>, ReadError> {
        Ok(self.look_for_exchanges(filter, after, limit, usize::MAX)?.found)
    }

    /// Exchanges of which something is still to come, the oldest first, with their keys; without those whose key cannot be read.
    fn open_exchanges(&self, after: Option<Cursor>, limit: usize) -> Result<Vec<ExchangeRecord>, ReadError>;

    /// What happened in an exchange, in order; at most what is kept of one.
    fn history(&self, id: ExchangeId) -> Result<Vec<HistoryStep>, ReadError>;

    /// The outbox in its order, from after this place on; `acknowledged` says whether what has arrived is wanted too.
    fn deliveries(&self, after: u64, acknowledged: bool, limit: usize) -> Result<Vec<Delivery>, ReadError>;

    /// The audit trail in its order, from after this place on.
    fn audit(&self, after: u64, limit: usize) -> Result<Vec<Audited>, ReadError>;

    /// The same the other way round, from before this place on.
    fn audit_before(&self, before: u64, limit: usize) -> Result<Vec<Audited>, ReadError>;

    /// Where the audit trail begins, if it was trimmed.
    fn audit_anchor(&self) -> Result<Option<Anchor>, ReadError>;

    /// When what is over was looked for last, by a clock that is believed.
    fn looked(&self) -> Result<Option<Time>, ReadError>;

    /// How much there is of what.
    fn counts(&self) -> Result<Counts, ReadError>;

    /// Campaigns in the order of their names.
    fn campaigns(&self, after: Option<&str>, limit: usize) -> Result<Vec<Campaign>, ReadError>;

    /// One campaign.
    fn campaign(&self, name: &str) -> Result<Option<Campaign>, ReadError>;

    /// Devices of a campaign in the order of its list, from after this place on; none if there is no such campaign.
    fn members(&self, name: &str, filter: MemberFilter, after: u64, limit: usize) -> Result<Vec<Member>, ReadError>;

    /// The place of a device in a campaign's list.
    fn member_place(&self, name: &str, device: &DeviceId) -> Result<Option<u64>, ReadError>;
}

/// Exchanges that were looked for.
#[derive(Debug)]
pub struct Looked {
    /// Those that are wanted.
    pub found: Vec<ExchangeRecord>,
    /// Where to go on; `None`: that was the last.
    pub next: Option<Cursor>,
}

/// The place of an exchange among all: when it was asked for, and its name.
pub type Cursor = (Time, ExchangeId);

/// Which exchanges are wanted; `None`: any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those of this device.
    pub device: Option<DeviceId>,
    /// Those that stand here.
    pub state: Option<State>,
    /// Those that ended so.
    pub outcome: Option<Outcome>,
    /// Those of which something is still to come, or those of which nothing is.
    pub open: Option<bool>,
    /// Those of this campaign.
    pub campaign: Option<Arc<str>>,
    /// Those asked for at this moment or later.
    pub since: Option<Time>,
}

/// Which devices of a campaign are wanted; `None`: any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemberFilter {
    /// Those that stand here.
    pub stage: Option<StageName>,
    /// Those that ended so.
    pub outcome: Option<Outcome>,
}

impl MemberFilter {
    /// Whether a device is wanted.
    pub fn fits(self, member: &Member) -> bool {
        let outcome = if let Stage::Over { outcome, .. } = member.stage { Some(outcome) } else { None };
        self.stage.is_none_or(|stage| stage == member.stage.name())
            && self.outcome.is_none_or(|wanted| outcome == Some(wanted))
    }
}

/// A record of the audit trail in its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audited {
    /// Its place, from 1.
    pub seq: u64,
    /// What happened.
    pub event: AuditEvent,
    /// SHA-256 over the hash of the record before it (zeros for the first) and this one.
    pub hash: [u8; 32],
}

/// The last record that was removed from the beginning of the audit trail: the first that is there is chained on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Its place.
    pub seq: u64,
    /// Its hash.
    pub hash: [u8; 32],
}

/// How much there is of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Subscribers.
    pub subscribers: u64,
    /// Exchanges of which something is still to come.
    pub open: u64,
    /// Of them, those in doubt.
    pub in_doubt: u64,
    /// Deliveries that have not been acknowledged.
    pub deliveries: u64,
    /// Records of the audit trail.
    pub audit: u64,
    /// Records that could not be read since the store was opened, as far as they were met.
    pub damaged: u64,
}

/// Why something could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The store is closed, has too much to read, or its file cannot be read.
    #[error("the store cannot be read: {0}")]
    Store(String),
    /// This record is not what was written; others can be read.
    #[error("{0}")]
    Damaged(String),
}

impl ReadError {
    /// The store is gone, or about to be.
    pub fn closed() -> Self {
        Self::Store("it is closed".into())
    }
}

/// A record that can be done without: one that cannot be read is as if it were not there.
pub fn if_readable<T>(read: Result<Option<T>, ReadError>) -> Result<Option<T>, ReadError> {
    match read {
        Err(ReadError::Damaged(_)) => Ok(None),
        read => read,
    }
}

/// What the audit trail says of its own beginning's removal.
fn trimmed(anchor: &Anchor, at: Time) -> AuditEvent {
    AuditEvent {
        at,
        actor: OURSELVES.into(),
        action: "audit.trim".into(),
        subject: "audit".into(),
        detail: format!("records up to {}, whose hash is {}", anchor.seq, to_hex(&anchor.hash)),
    }
}

/// Whether the changes of a commit may be made, each as things stand after those before it.
fn judge<E>(
    changes: &[Change],
    mut is_there: impl FnMut(&DeviceId) -> Result<bool, E>,
    holder: &mut names::Holder<'_, E>,
) -> Result<Result<(), Refused>, E> {
    // Most commits are about none.
    let mut names = Names::default();
    for change in changes {
        let (device, new, write) = match change {
            Change::Subscriber(new, write) => (&new.device, Some(&new.place), Some(*write)),
            Change::RemoveSubscriber(device) => (device, None, None),
            _ => continue,
        };
        // Whoever puts has looked already: twice would be much for a million.
        if write == Some(Write::Put) {
            continue;
        }
        let is_there = match names.is_there(device) {
            Some(is_there) => is_there,
            None => is_there(device)?,
        };
        match write {
            Some(Write::Create) if is_there => return Ok(Err(Refused::Exists(device.clone()))),
            Some(Write::Replace | Write::Amend) | None if !is_there => {
                return Ok(Err(Refused::Missing(device.clone())));
            }
            _ => {}
        }
        if let Some(place) = new
            && let Some((id, other)) = names.taken(device, place, holder)?
        {
            return Ok(Err(Refused::Taken(id, other)));
        }
        names.write(device, new);
    }
    Ok(Ok(()))
}

/// What [`Write::Replace`] keeps: nonces that the new account does not bring, and what was accepted.
fn keep_nonces(new: &mut Account, client_nonce: Vec<u8>, last_slot: u64, server_nonce: Option<Vec<u8>>) {
    if new.client_nonce.is_empty() {
        new.client_nonce = client_nonce;
    }
    // A challenge that proved somebody once never does again.
    new.last_slot = new.last_slot.max(last_slot);
    if let (Some(server), Some(nonce)) = (&mut new.server, server_nonce)
        && server.nonce().is_empty()
    {
        server.take_nonce(&nonce);
    }
}

/// Reads on the store's thread and brings the answer here. An error when the store is gone.
pub async fn read<T, F>(store: &dyn Store, reading: F) -> Result<T, ReadError>
where
    T: Send + 'static,
    F: FnOnce(&dyn Snapshot) -> Result<T, ReadError> + Send + 'static,
{
    let (answer, read) = oneshot::channel();
    store.read(Box::new(move |snapshot| drop(answer.send(reading(snapshot)))));
    read.await.unwrap_or_else(|_| Err(ReadError::Store("it is closed, or too much waits to be read".into())))
}

/// Commits and waits. `None` when the store is gone.
pub async fn commit(store: &dyn Store, changes: Vec<Change>) -> Option<Result<(), Refused>> {
    let (answer, durable) = oneshot::channel();
    store.commit(changes, Box::new(move |result| drop(answer.send(result))));
    durable.await.ok()
}

impl Filter {
    /// Whether an exchange is wanted.
    pub fn fits(&self, record: &ExchangeRecord) -> bool {
        self.device.as_ref().is_none_or(|device| device == record.device())
            && self.state.is_none_or(|state| state == record.state)
            && self.outcome.is_none_or(|outcome| record.ended.as_ref().is_some_and(|ended| ended.outcome == outcome))
            && self.open.is_none_or(|open| open == record.is_open())
            && self.campaign.as_ref().is_none_or(|wanted| record.campaign() == Some(wanted))
            && self.since.is_none_or(|since| since <= record.created)
    }
}

impl AuditEvent {
    /// Takes this record, at this place and after the record with this hash, into a digest that finds the hash of its own.
    /// Every part is preceded by its length, so that no two records look alike.
    pub fn chained<D: sha2::Digest>(&self, seq: u64, before: &[u8; 32], mut digest: D) -> D {
        digest.update(before);
        digest.update(seq.to_be_bytes());
        digest.update(self.at.0.to_be_bytes());
        for part in [&self.actor, &self.action, &self.subject, &self.detail] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part.as_bytes());
        }
        digest
    }
}
