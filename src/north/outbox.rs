//! Deliveries to northern peers over JSON and HTTPS: durable before they are sent, at least once, each device's in their order.
//!
//! A key to stage, an activation, a discard becomes a [`Delivery`] in the store; then it is posted, or waits to be
//! fetched, until the authentication centre acknowledges it. The store is the truth and memory a window on it: what a former life of the process left
//! is sent again by itself. How exchanges end goes the same way to whoever wants to hear it. A key is wrapped before anything else happens to it.
//! Lives on the side thread; [`Outbox`] is the way to it from everywhere. Called by [`north`](super) and `serve`.
//!
//! * [`settings`]: who is delivered to
//! * [`document`]: what is said, in JSON
//! * `line`: the order of things (pure)
//! * `push`: one POST and its answer
//! * `clerk`: the task that does it

mod clerk;
pub mod document;
mod line;
mod push;
pub mod settings;
#[cfg(test)]
mod tests;

use std::sync::{Arc, mpsc as std_mpsc};

use tokio::sync::{Notify, mpsc, oneshot};

use super::Question;
use crate::desk::record::{Change, Delivery, DeliveryKind, ExchangeRecord, Origin};
use crate::limits;
use crate::store::{ReadError, Snapshot, Store};
use crate::words::{ExchangeId, Time};

use clerk::Clerk;
pub use line::Parcel;
use settings::{Outcomes, Settings};

/// Says what time it is.
pub type Now = Arc<dyn Fn() -> Time + Send + Sync>;

/// Is told what there is to count. Returns at once.
pub trait Meter: Send + Sync {
    /// So many deliveries wait; the oldest for so many seconds.
    fn outbox(&self, pending: u64, oldest_seconds: u64);

    /// An attempt at a delivery came to this: `done`, `refused`, `again`, or `parked` where it cannot be sent as it is and is held back.
    fn delivery(&self, kind: &'static str, result: &'static str);
}

/// [`Delivery::next`] of one that is held back until an operator lets it go.
pub const HELD: Time = Time(u64::MAX);

/// The way to the outbox. Cheap to clone.
#[derive(Clone)]
pub struct Outbox {
    orders: mpsc::Sender<Order>,
    bell: Arc<Notify>,
    listeners: Arc<Listeners>,
}

/// Who hears outcomes.
struct Listeners {
    peers: Vec<Arc<str>>,
    /// The peer that exchanges are delivered to, if it is one of them.
    default: Option<Arc<str>>,
    outcomes: Outcomes,
}

/// What is wanted of the clerk.
enum Order {
    /// A peer is asked something.
    Ask(Arc<str>, Question),
    /// A centre brings the BS_RESULT of an exchange that it said would come later, and says of which question.
    Bring(ExchangeId, Option<u32>, Vec<u8>, oneshot::Sender<bool>),
    /// Somebody has dealt with this delivery, or wants it dealt with. These changes go along.
    Settle(u64, Settlement, Vec<Change>, oneshot::Sender<Settled>),
}

/// What somebody has to say of a delivery: most often a peer that fetches them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Settlement {
    /// It has done what the delivery wants.
    Done,
    /// It will not, with this OTASP_ResultCode.
    Refused(u8),
    /// It has not: the delivery is sent as soon as may be, also one that was held back.
    Wanted,
}

/// With what the reason of a delivery begins that its centre fetched and refused.
pub const REFUSED: &str = "refused with OTASP_ResultCode ";

/// The reason of a delivery that was refused so.
pub fn settled_as(code: u8) -> String {
    format!("{REFUSED}{code}")
}

/// What became of an acknowledgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It is durable. Also when it was before.
    Done,
    /// There is no such delivery.
    Unknown,
    /// There is no room for it now: it may be tried again.
    Busy,
    /// This delivery of the same device comes before it.
    NotYet(u64),
    /// It would make a key live that the handset has replaced since.
    Superseded,
}

/// The work of an outbox, to be done on a thread with a local task set.
pub struct Work {
    settings: Settings,
    store: Arc<dyn Store>,
    now: Now,
    meter: Arc<dyn Meter>,
    orders: mpsc::Receiver<Order>,
    bell: Arc<Notify>,
}

impl Work {
    /// Does it until nobody can order anything any more.
    pub async fn run(self) {
        Clerk::new(self.settings, self.store, self.now, self.meter).run(self.orders, self.bell).await;
    }
}

impl Outbox {
    /// An outbox and the work that it makes. `default` is the peer that exchanges are delivered to.
    pub fn new(
        settings: Settings,
        default: Option<Arc<str>>,
        store: Arc<dyn Store>,
        now: Now,
        meter: Arc<dyn Meter>,
    ) -> (Self, Work) {
        let (orders, received) = mpsc::channel(limits::NORTH_QUEUE);
        let bell = Arc::new(Notify::new());
        let peers: Vec<_> = settings.listeners.iter().map(|(name, _)| Arc::clone(name)).collect();
        let default = default.filter(|name| peers.contains(name));
        let listeners = Listeners { peers, default, outcomes: settings.outcomes.clone() };
        let work = Work { settings, store, now, meter, orders: received, bell: Arc::clone(&bell) };
        (Self { orders, bell, listeners: Arc::new(listeners) }, work)
    }

    /// Asks the authentication centre of this name; without room the question is dropped, and so answered as unreachable.
    pub fn ask(&self, centre: &Arc<str>, question: Question) {
        if let Err(error) = self.orders.try_send(Order::Ask(Arc::clone(centre), question)) {
            tracing::warn!(%error, "no room for a question to the authentication centre");
        }
    }

    /// A peer that fetches deliveries has done what this one wants. When this says `Done` it is durable, the wrapped key is gone from the store, and
    /// whoever waited for it has been told. `along` is committed with it, unless it was acknowledged before.
    pub async fn acknowledge(&self, seq: u64, along: Vec<Change>) -> Settled {
        self.settle(seq, Settlement::Done, along).await
    }

    /// A peer that fetches deliveries will not do what this one wants; `code` is an OTASP_ResultCode of ANSI-41. It is not offered again.
    pub async fn refuse(&self, seq: u64, code: u8, along: Vec<Change>) -> Settled {
        self.settle(seq, Settlement::Refused(code), along).await
    }

    /// An operator wants a delivery sent now, or at all: one of a store that was brought back from a backup is not sent by itself.
    pub async fn send(&self, seq: u64, along: Vec<Change>) -> Settled {
        self.settle(seq, Settlement::Wanted, along).await
    }

    /// The centre brings the BS_RESULT of an exchange, which it said would come later, of the question with this `call`. `false`: nobody waits for it.
    pub async fn bring(&self, exchange: ExchangeId, call: Option<u32>, bs_result: Vec<u8>) -> bool {
        let (taken, answer) = oneshot::channel();
        let sent = self.orders.send(Order::Bring(exchange, call, bs_result, taken)).await.is_ok();
        sent && answer.await.unwrap_or(false)
    }

    async fn settle(&self, seq: u64, settlement: Settlement, along: Vec<Change>) -> Settled {
        let (answer, settled) = oneshot::channel();
        if self.orders.send(Order::Settle(seq, settlement, along, answer)).await.is_err() {
            return Settled::Busy;
        }
        settled.await.unwrap_or(Settled::Busy)
    }

    /// Somebody has put a delivery into the store.
    pub fn stir(&self) {
        self.bell.notify_one();
    }

    /// Whether an outcome may be sent to this URL.
    pub fn allows(&self, url: &str) -> bool {
        self.listeners.outcomes.allows(url).is_some()
    }

    /// Adds to the changes of a commit what must be told of exchanges that end in it. `true`: there is something, so [`stir`](Self::stir) when it is durable.
    pub fn tell_outcomes(&self, changes: &mut Vec<Change>) -> bool {
        let told = |id: ExchangeId, changes: &[Change]| {
            let of = |change: &Change| matches!(change, Change::Deliver(told) if told.exchange == id && told.kind == DeliveryKind::Outcome);
            changes.iter().any(of)
        };
        let mut added = Vec::new();
        for change in &*changes {
            let Change::Exchange(record) = change else { continue };
            // Changes that found no room come again as they were; a record that is written after its end has nothing new to tell.
            let ends = record.ended.as_ref().is_some_and(|ended| ended.at == record.at);
            if ends && !told(record.id, changes) {
                added.extend(self.outcomes_of(record));
            }
        }
        let any = changes.iter().any(|change| matches!(change, Change::Deliver(_))) || !added.is_empty();
        changes.extend(added);
        any
    }

    fn outcomes_of(&self, record: &ExchangeRecord) -> Vec<Change> {
        let Listeners { peers, default, outcomes } = &*self.listeners;
        let asked_by = match &record.start.origin {
            Origin::North(name) => peers.iter().find(|peer| *peer == name),
            _ => None,
        };
        let mut to: Vec<&Arc<str>> = default.iter().chain(asked_by).collect();
        to.dedup();
        // One that is not allowed was refused when the exchange was asked for; the rules may have changed since.
        to.extend(record.start.outcome_url.as_ref().filter(|url| outcomes.allows(url).is_some()));
        let Some(body) = document::outcome(record).filter(|_| !to.is_empty()) else { return Vec::new() };
        let body = body.to_string().into_bytes();
        let deliver = |to: &Arc<str>| {
            let kind = DeliveryKind::Outcome;
            Change::Deliver(Box::new(fresh(record.id, record.device(), to, kind, body.clone(), record.at)))
        };
        to.into_iter().map(deliver).collect()
    }
}

/// Holds back all that waits in a store which was brought back from a backup: what has happened since is not known there, so nothing may be sent
/// again by itself. Durable when this returns.
///
/// # Errors
/// The store cannot be read, or has no room.
pub fn hold_back(store: &dyn Store) -> Result<(), ReadError> {
    let mut after = 0;
    loop {
        let (answer, page) = std_mpsc::channel();
        let reading =
            move |snapshot: &dyn Snapshot| drop(answer.send(snapshot.deliveries(after, false, limits::OUTBOX_PAGE)));
        store.read(Box::new(reading));
        let page = page.recv().unwrap_or_else(|_| Err(ReadError::closed()))?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.seq;
        let hold = |delivery: &Delivery| Change::Undelivered {
            seq: delivery.seq,
            attempts: delivery.attempts,
            next: HELD,
            why: "held back: the store was brought back from a backup".into(),
        };
        let (answer, held) = std_mpsc::channel();
        store.commit(page.iter().map(hold).collect(), Box::new(move |result| drop(answer.send(result))));
        match held.recv() {
            Ok(Ok(())) => {}
            Ok(Err(_)) => return Err(ReadError::Store("it has no room to hold deliveries back".into())),
            Err(_) => return Err(ReadError::closed()),
        }
    }
}

/// A delivery that nobody has tried yet.
fn fresh(
    exchange: ExchangeId,
    device: &crate::words::DeviceId,
    to: &Arc<str>,
    kind: DeliveryKind,
    body: Vec<u8>,
    now: Time,
) -> Delivery {
    Delivery {
        seq: 0,
        exchange,
        device: device.clone(),
        to: Arc::clone(to),
        kind,
        body,
        created: now,
        attempts: 0,
        next: now,
        why: None,
        acknowledged: None,
    }
}
