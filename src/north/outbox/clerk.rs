//! The task of the outbox: takes questions in, reads the store, sends what is due, keeps what came of it.
//!
//! Everything in it happens on one thread, one thing after another; posts are tasks that report back. Called by [`super::Outbox`].
//!
//! * [`ask`]: what exchanges ask
//! * [`reading`]: what waits in the store

mod ask;
mod reading;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, Semaphore, mpsc, oneshot};

use super::line::{Gap, LaneId, Line, Parcel};
use super::push::{Push, Verdict};
use super::settings::{Centre, Outcomes, Settings, Target};
use super::{Meter, Now, Order, Settled, Settlement, document, settled_as};
use crate::desk::record::{Change, Delivery, DeliveryKind};
use crate::exchange::NorthFault;
use crate::exchange::north::NorthAnswer;
use crate::limits;
use crate::store::{ReadError, Refused, Store};
use crate::words::{ExchangeId, Time};

/// OTASP_ResultCode 1 of ANSI-41: rejected, unknown reason.
const REJECTED: u8 = 1;
/// OTASP_ResultCode 2: the A-key cannot be computed.
const COMPUTATION_FAILURE: u8 = 2;
/// OTASP_ResultCode 6: nothing to commit.
const UNABLE_TO_COMMIT: u8 = 6;

/// One place that deliveries go to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Destination {
    /// A centre's keys.
    Centre(Arc<str>),
    /// A peer's outcomes.
    Listener(Arc<str>),
    /// Outcomes to URLs with this beginning.
    Allowed(usize),
}

/// A destination's line and how it is posted to; without: it fetches.
struct Way {
    line: Line,
    push: Option<Rc<Push>>,
    key_version: u32,
}

/// Who waits for a delivery's acknowledgement.
struct Waiting {
    body: Vec<u8>,
    askers: Vec<Asker>,
}

type Asker = oneshot::Sender<Result<NorthAnswer, NorthFault>>;

/// What comes back from the store and from posts.
enum News {
    /// A page of deliveries after this place; for one line or lane alone, or for all.
    Page(Option<(Destination, Gap)>, u64, Result<Vec<reading::Read>, ReadError>),
    /// How many wait, and since when the oldest.
    Counted(u64, Option<Time>),
    /// A post is over.
    Posted(Destination, Box<Parcel>, Verdict),
    /// The delivery that a question wanted is durable, or was not taken.
    Kept(ExchangeId, DeliveryKind, Vec<u8>, Option<Asker>, bool),
    /// Changes are durable, and with them that these are over.
    Saved(Vec<(Destination, LaneId, u64)>),
    /// Changes for which there was no room.
    Unsaved(Saving),
    /// A delivery that somebody has dealt with was looked up.
    Found(Option<Box<Found>>, Settlement, Vec<Change>, oneshot::Sender<Settled>),
    /// It is over, durably or not.
    Over(Box<Delivery>, Settlement, oneshot::Sender<Settled>, bool),
}

/// Changes on their way to the store, and the deliveries that are over when they are durable.
struct Saving {
    changes: Vec<Change>,
    over: Vec<(Destination, LaneId, u64)>,
}

/// A delivery that was looked up.
struct Found {
    delivery: Delivery,
    /// It would make a key live that the handset has replaced since.
    is_superseded: bool,
}

/// Exchanges whose BS_RESULT a centre will bring, of which question, and who waits for it.
type Owed = Rc<RefCell<HashMap<ExchangeId, (u32, Asker)>>>;

pub(super) struct Clerk {
    store: Arc<dyn Store>,
    now: Now,
    meter: Arc<dyn Meter>,
    centres: Vec<Centre>,
    outcomes: Outcomes,
    ways: HashMap<Destination, Way>,
    waiting: HashMap<(ExchangeId, DeliveryKind), Waiting>,
    /// The last delivery of the store that was looked at.
    cursor: u64,
    /// A page is being read.
    reading: bool,
    /// There may be more behind the cursor.
    more: bool,
    /// The store could not be read: not at once again.
    unread: bool,
    unsaved: Vec<Saving>,
    /// What became over while a page was being read.
    finished: HashSet<u64>,
    /// What was looked up and is younger than all that was read.
    early: Vec<News>,
    strange: HashSet<Arc<str>>,
    questions: Rc<Semaphore>,
    asked: Arc<Semaphore>,
    owed: Owed,
    news: mpsc::UnboundedSender<News>,
    from_tasks: Option<mpsc::UnboundedReceiver<News>>,
}

impl Clerk {
    pub(super) fn new(settings: Settings, store: Arc<dyn Store>, now: Now, meter: Arc<dyn Meter>) -> Self {
        let Settings { centres, listeners, outcomes } = settings;
        let way = |target: Option<&Target>, key_version| {
            let push =
                target.map(Push::new).transpose().inspect_err(|error| tracing::error!(%error, "a northern peer"));
            let push = push.ok().flatten().map(Rc::new);
            Way { line: Line::new(target.map_or(0, |target| target.in_flight)), push, key_version }
        };
        let mut ways = HashMap::new();
        for centre in &centres {
            ways.insert(Destination::Centre(Arc::clone(&centre.name)), way(centre.push.as_ref(), centre.key_version));
        }
        for (name, target) in &listeners {
            ways.insert(Destination::Listener(Arc::clone(name)), way(Some(target), 0));
        }
        for (at, beginning) in outcomes.allowed.iter().enumerate() {
            let target = Target {
                url: beginning.to_string(),
                trust: outcomes.trust.clone(),
                answer: outcomes.answer,
                in_flight: limits::OUTCOMES_IN_FLIGHT,
            };
            ways.insert(Destination::Allowed(at), way(Some(&target), 0));
        }
        let (news, from_tasks) = mpsc::unbounded_channel();
        Self {
            store,
            now,
            meter,
            centres,
            outcomes,
            ways,
            waiting: HashMap::new(),
            cursor: 0,
            reading: false,
            more: true,
            unread: false,
            unsaved: Vec::new(),
            finished: HashSet::new(),
            early: Vec::new(),
            strange: HashSet::new(),
            questions: Rc::new(Semaphore::new(limits::NORTH_QUESTIONS)),
            asked: Arc::new(Semaphore::new(limits::NORTH_QUEUE)),
            owed: Owed::default(),
            news,
            from_tasks: Some(from_tasks),
        }
    }

    /// Works until nobody can order anything any more.
    pub(super) async fn run(mut self, mut orders: mpsc::Receiver<Order>, bell: Arc<Notify>) {
        let Some(mut from_tasks) = self.from_tasks.take() else { return };
        let mut look = tokio::time::interval(Duration::from_millis(limits::OUTBOX_LOOK_MS));
        look.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            self.read_more();
            self.send_due();
            let pause = self.next().map(|next| Duration::from_millis(next.since((self.now)())));
            let due = async {
                match pause {
                    // A moment more: timers count whole milliseconds.
                    Some(pause) => tokio::time::sleep(pause).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                Some(news) = from_tasks.recv() => self.hear(news),
                order = orders.recv() => match order {
                    Some(order) => self.take(order),
                    None => return,
                },
                () = bell.notified() => self.more = true,
                _ = look.tick() => self.look(),
                () = due => {}
            }
        }
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Ask(centre, question) => self.ask(&centre, question),
            Order::Bring(exchange, call, bs_result, taken) => {
                let mut owed = self.owed.borrow_mut();
                // An exchange that has begun again waits for what comes of its younger MS_RESULT.
                let is_it = owed.get(&exchange).is_some_and(|(own, _)| call.is_none_or(|call| call == *own));
                let waiting = if is_it { owed.remove(&exchange) } else { None };
                let brought =
                    waiting.is_some_and(|(_, waiting)| waiting.send(Ok(NorthAnswer::BsResult(bs_result))).is_ok());
                let _ = taken.send(brought);
            }
            Order::Settle(seq, settlement, along, answer) => {
                let news = self.news.clone();
                self.store.read(Box::new(move |snapshot| {
                    let found = snapshot.deliveries(seq.saturating_sub(1), true, 1);
                    let found = found.unwrap_or_default().into_iter().find(|found| found.seq == seq);
                    let found = found.map(|delivery| {
                        // What cannot be looked up is taken for the worst.
                        let is_superseded = reading::is_superseded(snapshot, &delivery).unwrap_or(true);
                        Box::new(Found { delivery, is_superseded })
                    });
                    let _ = news.send(News::Found(found, settlement, along, answer));
                }));
            }
        }
    }

    fn hear(&mut self, news: News) {
        match news {
            News::Page(gap, after, page) => self.page(gap, after, page),
            News::Counted(pending, oldest) => {
                self.meter.outbox(pending, oldest.map_or(0, |oldest| (self.now)().since(oldest) / 1000));
            }
            News::Posted(destination, parcel, verdict) => self.posted(destination, *parcel, verdict),
            News::Kept(exchange, kind, body, asker, kept) => {
                if kept {
                    self.more = true;
                    asker.map(|asker| asker.send(Ok(NorthAnswer::Done)));
                } else if self.waiting.get(&(exchange, kind)).is_some_and(|waiting| waiting.body == body) {
                    // Dropped unanswered: not reachable.
                    self.waiting.remove(&(exchange, kind));
                }
            }
            News::Saved(over) => {
                over.into_iter().for_each(|(destination, lane, seq)| self.done(&destination, &lane, seq));
            }
            News::Unsaved(saving) => self.unsaved.push(saving),
            News::Found(found, settlement, along, answer) => match found {
                None => drop(answer.send(Settled::Unknown)),
                Some(found) if found.delivery.acknowledged.is_some() => drop(answer.send(Settled::Done)),
                Some(found) if found.delivery.seq > self.cursor && !self.unread => {
                    // What stands before it in its lane is known when the store has been read so far.
                    self.more = true;
                    self.early.push(News::Found(Some(found), settlement, along, answer));
                }
                Some(found) => match self.may_settle(&found, settlement) {
                    Ok(()) => self.settle(Box::new(found.delivery), settlement, along, answer),
                    Err(settled) => drop(answer.send(settled)),
                },
            },
            News::Over(delivery, settlement, answer, durable) => {
                if durable {
                    self.over(&delivery, settlement);
                }
                let _ = answer.send(if durable { Settled::Done } else { Settled::Busy });
            }
        }
    }

    /// What was looked up before the store was read so far.
    fn hear_early(&mut self) {
        std::mem::take(&mut self.early).into_iter().for_each(|news| self.hear(news));
    }

    /// Whether what somebody says of a delivery fits the order of its lane.
    fn may_settle(&self, Found { delivery, is_superseded }: &Found, settlement: Settlement) -> Result<(), Settled> {
        if settlement == Settlement::Wanted {
            return if *is_superseded { Err(Settled::Superseded) } else { Ok(()) };
        }
        let way = self.destination(delivery).and_then(|destination| self.ways.get(&destination));
        match way.map(|way| way.line.before(&LaneId::of(delivery), delivery.seq)) {
            Some(Ok(Some(first))) => Err(Settled::NotYet(first)),
            Some(Err(())) => Err(Settled::Busy),
            Some(Ok(None)) | None => Ok(()),
        }
    }

    /// Somebody has dealt with a delivery, or wants it dealt with.
    fn settle(
        &mut self,
        delivery: Box<Delivery>,
        settlement: Settlement,
        along: Vec<Change>,
        answer: oneshot::Sender<Settled>,
    ) {
        let news = self.news.clone();
        let (seq, now) = (delivery.seq, (self.now)());
        let mut changes = along;
        match settlement {
            Settlement::Done => changes.push(Change::Delivered(seq, now)),
            Settlement::Refused(code) => {
                changes.push(undelivered(&delivery, now, settled_as(code)));
                changes.push(Change::Delivered(seq, now));
            }
            Settlement::Wanted => {
                let (attempts, why) = (delivery.attempts, "wanted now".into());
                changes.push(Change::Undelivered { seq, attempts, next: now, why });
            }
        }
        let over = move |result: Result<(), Refused>| {
            let _ = news.send(News::Over(delivery, settlement, answer, result.is_ok()));
        };
        self.store.commit(changes, Box::new(over));
    }

    /// A delivery is durably over, or wanted now.
    fn over(&mut self, delivery: &Delivery, settlement: Settlement) {
        if let Some(destination) = self.destination(delivery) {
            let lane = LaneId::of(delivery);
            if settlement != Settlement::Wanted {
                self.done(&destination, &lane, delivery.seq);
            } else if let Some(way) = self.ways.get_mut(&destination) {
                way.line.hurry(&lane, delivery.seq, (self.now)());
            }
        }
        self.tell(delivery, settlement);
    }

    /// It is durable that a delivery is over: its lane goes on.
    fn done(&mut self, destination: &Destination, lane: &LaneId, seq: u64) {
        if self.reading {
            self.finished.insert(seq);
        }
        self.ways.get_mut(destination).into_iter().for_each(|way| drop(way.line.done(lane, seq)));
    }

    /// A delivery is over: those who wait hear it.
    fn tell(&mut self, delivery: &Delivery, settlement: Settlement) {
        let key = (delivery.exchange, delivery.kind);
        if self.waiting.get(&key).is_none_or(|waiting| waiting.body != delivery.body) {
            return;
        }
        let said = match settlement {
            Settlement::Done => Ok(NorthAnswer::Done),
            Settlement::Refused(code) => Err(NorthFault::Refused(code)),
            Settlement::Wanted => return,
        };
        for asker in self.waiting.remove(&key).into_iter().flat_map(|waiting| waiting.askers) {
            let _ = asker.send(said.clone());
        }
    }

    fn posted(&mut self, destination: Destination, parcel: Parcel, verdict: Verdict) {
        let now = (self.now)();
        let Parcel { delivery, .. } = parcel;
        let (exchange, seq, lane) = (delivery.exchange, delivery.seq, LaneId::of(&delivery));
        let Some(way) = self.ways.get_mut(&destination) else { return };
        let word = document::word(delivery.kind);
        let (settlement, changes) = match verdict {
            Verdict::Done(_) => {
                way.line.reached(now);
                self.meter.delivery(word, "done");
                (Settlement::Done, vec![Change::Delivered(seq, now)])
            }
            Verdict::Refused { code, why } => {
                way.line.reached(now);
                self.meter.delivery(word, "refused");
                tracing::warn!(%exchange, kind = word, why, "a delivery was refused");
                let code =
                    code.unwrap_or(if delivery.kind == DeliveryKind::Activate { UNABLE_TO_COMMIT } else { REJECTED });
                (Settlement::Refused(code), vec![undelivered(&delivery, now, why), Change::Delivered(seq, now)])
            }
            Verdict::Unfit(why) => {
                way.line.park(&lane, seq);
                let changes = vec![self.parked(&delivery, why)];
                return self.save(Saving { changes, over: Vec::new() });
            }
            Verdict::Again { away, after, why } => {
                self.meter.delivery(word, "again");
                let after = after.map(|after| after.as_millis() as u64);
                let pause = |failures| after.unwrap_or(0).max(pause(failures));
                let next = if away {
                    way.line.unreached(now, pause)
                } else {
                    way.line.reached(now);
                    now.plus(pause(delivery.attempts + 1))
                };
                // A destination that rests lets none go before; then its deliveries go in their order.
                let attempts = way.line.again(&lane, seq, if away { now } else { next });
                let Some(attempts) = attempts else { return };
                tracing::debug!(%exchange, kind = word, attempts, why, "a delivery is tried again later");
                let mut saving =
                    Saving { changes: vec![Change::Undelivered { seq, attempts, next, why }], over: Vec::new() };
                if way.line.is_overtaken(&lane, seq) {
                    way.line.over(&lane, seq);
                    saving.changes.push(Change::Delivered(seq, now));
                    saving.over.push((destination, lane, seq));
                }
                return self.save(saving);
            }
        };
        way.line.over(&lane, seq);
        self.tell(&delivery, settlement);
        self.save(Saving { changes, over: vec![(destination, lane, seq)] });
    }

    fn send_due(&mut self) {
        let now = (self.now)();
        for (destination, way) in &mut self.ways {
            let Some(push) = &way.push else { continue };
            while let Some(parcel) = way.line.take(now) {
                let (push, news, destination) = (Rc::clone(push), self.news.clone(), destination.clone());
                let key_version = way.key_version;
                tokio::task::spawn_local(async move {
                    let verdict = post(&push, &destination, &parcel, key_version).await;
                    let _ = news.send(News::Posted(destination, Box::new(parcel), verdict));
                });
            }
        }
    }

    /// When something is due by itself.
    fn next(&self) -> Option<Time> {
        self.ways.values().filter(|way| way.push.is_some()).filter_map(|way| way.line.next()).min()
    }

    /// Looks how much waits, and saves what found no room.
    fn look(&mut self) {
        self.more |= std::mem::take(&mut self.unread);
        std::mem::take(&mut self.unsaved).into_iter().for_each(|saving| self.save(saving));
        self.waiting.retain(|_, waiting| waiting.askers.iter().any(|asker| !asker.is_closed()));
        let news = self.news.clone();
        self.store.read(Box::new(move |snapshot| {
            let oldest = snapshot.deliveries(0, false, 1);
            if let (Ok(counts), Ok(oldest)) = (snapshot.counts(), oldest) {
                let _ = news.send(News::Counted(counts.deliveries, oldest.first().map(|oldest| oldest.created)));
            }
        }));
    }

    fn save(&self, Saving { changes, over }: Saving) {
        let news = self.news.clone();
        let saved = move |result: Result<(), Refused>| {
            let _ = match result {
                Err(Refused::Full(changes)) => news.send(News::Unsaved(Saving { changes, over })),
                // No other refusal is possible: no subscriber is written.
                _ => news.send(News::Saved(over)),
            };
        };
        self.store.commit(changes, Box::new(saved));
    }

    fn destination(&self, delivery: &Delivery) -> Option<Destination> {
        let to = &delivery.to;
        let named = match delivery.kind {
            DeliveryKind::Outcome => Destination::Listener(Arc::clone(to)),
            _ => Destination::Centre(Arc::clone(to)),
        };
        if self.ways.contains_key(&named) {
            return Some(named);
        }
        let is_outcome = delivery.kind == DeliveryKind::Outcome;
        is_outcome.then(|| self.outcomes.allows(to).map(Destination::Allowed)).flatten()
    }
}

async fn post(push: &Push, destination: &Destination, parcel: &Parcel, key_version: u32) -> Verdict {
    let url = if matches!(destination, Destination::Allowed(_)) { &*parcel.delivery.to } else { "" };
    let document = match parcel.delivery.kind {
        DeliveryKind::Outcome => document::outcome_delivery(parcel),
        _ => Some(document::delivery(parcel, key_version)),
    };
    let Some(document) = document else {
        return Verdict::Unfit("what it carries cannot be read".into());
    };
    push.post(url, &document::idempotency_key(parcel), document.to_string().as_bytes()).await
}

fn undelivered(delivery: &Delivery, next: Time, why: String) -> Change {
    Change::Undelivered { seq: delivery.seq, attempts: delivery.attempts + 1, next, why }
}

/// Milliseconds from one attempt to the next: doubled each time, and half of it by chance, so that many do not come together.
fn pause(attempts: u32) -> u64 {
    let (first, most) = (*limits::NORTH_RETRY_MS.start(), *limits::NORTH_RETRY_MS.end());
    let whole = first.saturating_mul(1 << attempts.saturating_sub(1).min(20)).min(most);
    let mut chance = [0; 8];
    // Without chance they come together, and are taken all the same.
    let _ = getrandom::fill(&mut chance);
    whole / 2 + u64::from_le_bytes(chance) % (whole / 2 + 1)
}
