//! The task of the outbox: takes questions in, reads the store, sends what is due, keeps what came of it.
//!
//! Everything in it happens on one thread, one thing after another; posts are tasks that report back. Reads the store in order and in pages, and never
//! more than the lines have room for. Called by [`super::Outbox`].

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, Semaphore, mpsc, oneshot};

use super::line::{Line, Parcel};
use super::push::{Push, Verdict};
use super::settings::{Centre, Outcomes, Settings, Target};
use super::{Meter, Now, Order, Settled, Settlement, document, fresh};
use crate::desk::record::{Change, Delivery, DeliveryKind, Place};
use crate::exchange::north::{Ask, NorthAnswer};
use crate::exchange::{NorthFault, Version};
use crate::limits;
use crate::north::Question;
use crate::store::{ReadError, Refused, Snapshot, Store};
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
    /// A page of deliveries after this place; for one line alone, or for all.
    Page(Option<Destination>, u64, Result<Vec<Parcel>, ReadError>),
    /// How many wait, and since when the oldest.
    Counted(u64, Option<Time>),
    /// A post is over.
    Posted(Destination, Box<Parcel>, Verdict),
    /// The delivery that a question wanted is durable, or was not taken.
    Kept(ExchangeId, DeliveryKind, Vec<u8>, Option<Asker>, bool),
    /// Changes for which there was no room.
    Unsaved(Vec<Change>),
    /// A delivery that somebody has dealt with was looked up.
    Found(Option<Box<Delivery>>, Settlement, Vec<Change>, oneshot::Sender<Settled>),
    /// It is over, durably or not.
    Over(Box<Delivery>, Settlement, oneshot::Sender<Settled>, bool),
}

/// Exchanges whose BS_RESULT a centre will bring, and who waits for it.
type Owed = Rc<RefCell<HashMap<ExchangeId, oneshot::Sender<Result<NorthAnswer, NorthFault>>>>>;

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
    unsaved: Vec<Change>,
    strange: HashSet<Arc<str>>,
    questions: Rc<Semaphore>,
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
            strange: HashSet::new(),
            questions: Rc::new(Semaphore::new(limits::NORTH_QUESTIONS)),
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
            Order::Bring(exchange, bs_result, taken) => {
                let waiting = self.owed.borrow_mut().remove(&exchange);
                let brought = waiting.is_some_and(|waiting| waiting.send(Ok(NorthAnswer::BsResult(bs_result))).is_ok());
                let _ = taken.send(brought);
            }
            Order::Settle(seq, settlement, along, answer) => {
                let news = self.news.clone();
                self.store.read(Box::new(move |snapshot| {
                    let found = snapshot.deliveries(seq.saturating_sub(1), true, 1);
                    let found = found.unwrap_or_default().into_iter().find(|found| found.seq == seq);
                    let _ = news.send(News::Found(found.map(Box::new), settlement, along, answer));
                }));
            }
        }
    }

    fn ask(&mut self, name: &Arc<str>, question: Question) {
        let Some(centre) = self.centres.iter().find(|centre| centre.name == *name) else { return };
        let Question { exchange, call, device, ask, answer } = question;
        let (kind, body) = match ask {
            Ask::Stage { key } => (DeliveryKind::Stage, centre.transport_key.wrap(exchange, &key)),
            Ask::Activate(_) => (DeliveryKind::Activate, Vec::new()),
            Ask::Discard(_) => (DeliveryKind::Discard, Vec::new()),
            Ask::Computed if !centre.computes => return drop(answer.send(Ok(NorthAnswer::Done))),
            ask => return self.question(name, Question { exchange, call, device, ask, answer }),
        };
        let destination = Destination::Centre(Arc::clone(name));
        let way = self.ways.get_mut(&destination);
        let held = way.as_ref().is_some_and(|way| way.line.holds(exchange, kind, &body));
        if let Some(way) = way.filter(|_| kind != DeliveryKind::Discard) {
            let now = (self.now)();
            let released = way.line.release(exchange, now);
            let wanted = |own: &Delivery| {
                let (seq, attempts, why) = (own.seq, own.attempts, "wanted now".into());
                Change::Undelivered { seq, attempts, next: now, why }
            };
            if !released.is_empty() {
                self.save(released.iter().map(wanted).collect());
            }
        }
        let mut asker = Some(answer);
        if kind != DeliveryKind::Discard {
            let waiting = self.waiting.entry((exchange, kind));
            let waiting = waiting.or_insert_with(|| Waiting { body: body.clone(), askers: Vec::new() });
            let known = waiting.body == body && !waiting.askers.is_empty();
            if waiting.body != body {
                // A younger key: nobody waits for the older one any more.
                *waiting = Waiting { body: body.clone(), askers: Vec::new() };
            }
            waiting.askers.retain(|asker| !asker.is_closed());
            if waiting.askers.len() >= limits::OUTBOX_ASKERS {
                waiting.askers.remove(0);
            }
            waiting.askers.extend(asker.take());
            if known {
                return;
            }
        }
        if held {
            // It is durable already, which is all that who discards wants to know.
            asker.map(|asker| asker.send(Ok(NorthAnswer::Done)));
            return;
        }
        let delivery = fresh(exchange, &device, name, kind, body.clone(), (self.now)());
        let news = self.news.clone();
        let kept = move |result: Result<(), Refused>| {
            let _ = news.send(News::Kept(exchange, kind, body, asker, result.is_ok()));
        };
        self.store.commit(vec![Change::Deliver(Box::new(delivery))], Box::new(kept));
    }

    /// Asks what is asked and not delivered.
    fn question(&self, name: &Arc<str>, question: Question) {
        let Question { exchange, call, device, ask, answer } = question;
        let centre = self.centres.iter().find(|centre| centre.name == *name && centre.computes);
        let push = self.ways.get(&Destination::Centre(Arc::clone(name))).and_then(|way| way.push.clone());
        let (Some(_), Some(push)) = (centre, push) else {
            let _ = answer.send(Err(NorthFault::Refused(COMPUTATION_FAILURE)));
            return;
        };
        let (store, room, owed) = (Arc::clone(&self.store), Rc::clone(&self.questions), Rc::clone(&self.owed));
        tokio::task::spawn_local(async move {
            let (loaded, place) = oneshot::channel();
            let id = device.clone();
            store.load(&id, Box::new(move |subscriber| drop(loaded.send(subscriber.map(|known| known.place)))));
            let place = place.await.ok().flatten().unwrap_or_default();
            let Some(document) = document::question(exchange, call.0, &device, &place, &ask) else { return };
            let _room = room.acquire().await;
            let said = match push.ask(&document).await {
                Verdict::Done(body) if document::is_later(&ask, &body) => {
                    let mut owed = owed.borrow_mut();
                    owed.retain(|_, waiting| !waiting.is_closed());
                    // Without room it is dropped, and so asked again.
                    if owed.len() < limits::NORTH_QUEUE {
                        owed.insert(exchange, answer);
                    }
                    return;
                }
                Verdict::Done(body) => document::answer(&ask, &body).ok_or(NorthFault::Unreachable),
                Verdict::Refused { code, .. } => Err(NorthFault::Refused(code.unwrap_or(COMPUTATION_FAILURE))),
                Verdict::Again { .. } => Err(NorthFault::Unreachable),
            };
            let _ = answer.send(said);
        });
    }

    fn hear(&mut self, news: News) {
        match news {
            News::Page(only, after, parcels) => self.page(only, after, parcels),
            News::Counted(pending, oldest) => {
                self.meter.outbox(pending, oldest.map_or(0, |oldest| (self.now)().since(oldest) / 1000));
            }
            News::Posted(destination, parcel, verdict) => self.posted(&destination, *parcel, verdict),
            News::Kept(exchange, kind, body, asker, kept) => {
                if kept {
                    self.more = true;
                    asker.map(|asker| asker.send(Ok(NorthAnswer::Done)));
                } else if self.waiting.get(&(exchange, kind)).is_some_and(|waiting| waiting.body == body) {
                    // Dropped unanswered: not reachable.
                    self.waiting.remove(&(exchange, kind));
                }
            }
            News::Unsaved(changes) => self.unsaved.extend(changes),
            News::Found(found, settlement, along, answer) => match found {
                None => drop(answer.send(Settled::Unknown)),
                Some(found) if found.acknowledged.is_some() => drop(answer.send(Settled::Done)),
                Some(found) => self.settle(found, settlement, along, answer),
            },
            News::Over(delivery, settlement, answer, durable) => {
                if durable {
                    self.over(&delivery, settlement);
                }
                let _ = answer.send(if durable { Settled::Done } else { Settled::Busy });
            }
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
                changes.push(undelivered(&delivery, now, format!("refused with OTASP_ResultCode {code}")));
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

    /// A delivery is over: those who wait hear it, and its lane goes on.
    fn over(&mut self, delivery: &Delivery, settlement: Settlement) {
        if let Some(way) = self.destination(delivery).and_then(|destination| self.ways.get_mut(&destination)) {
            if settlement == Settlement::Wanted {
                return way.line.hurry(delivery.exchange, delivery.seq, (self.now)());
            }
            way.line.done(delivery.exchange, delivery.seq);
        }
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

    fn posted(&mut self, destination: &Destination, parcel: Parcel, verdict: Verdict) {
        let now = (self.now)();
        let Parcel { delivery, .. } = parcel;
        let (exchange, seq) = (delivery.exchange, delivery.seq);
        let Some(way) = self.ways.get_mut(destination) else { return };
        let word = document::word(delivery.kind);
        match verdict {
            Verdict::Done(_) => {
                way.line.reached(now);
                self.meter.delivery(word, "done");
                self.over(&delivery, Settlement::Done);
                self.save(vec![Change::Delivered(seq, now)]);
            }
            Verdict::Refused { code, why } => {
                way.line.reached(now);
                self.meter.delivery(word, "refused");
                tracing::warn!(%exchange, kind = word, why, "a delivery was refused");
                let code =
                    code.unwrap_or(if delivery.kind == DeliveryKind::Activate { UNABLE_TO_COMMIT } else { REJECTED });
                self.over(&delivery, Settlement::Refused(code));
                self.save(vec![undelivered(&delivery, now, why), Change::Delivered(seq, now)]);
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
                let Some(attempts) = way.line.again(exchange, seq, if away { now } else { next }) else { return };
                tracing::debug!(%exchange, kind = word, attempts, why, "a delivery is tried again later");
                let mut changes = vec![Change::Undelivered { seq, attempts, next, why }];
                if let Some(worthless) = way.line.overtaken(exchange) {
                    way.line.done(exchange, worthless);
                    changes.push(Change::Delivered(worthless, now));
                }
                self.save(changes);
            }
        }
    }

    fn page(&mut self, only: Option<Destination>, after: u64, parcels: Result<Vec<Parcel>, ReadError>) {
        self.reading = false;
        let parcels = match parcels {
            Ok(parcels) => parcels,
            Err(error) => {
                tracing::error!(%error, "the outbox cannot be read");
                self.unread = true;
                let way = only.and_then(|only| self.ways.get_mut(&only));
                return way.into_iter().for_each(|way| way.line.reopen_gap(after + 1));
            }
        };
        let last = parcels.len() < limits::OUTBOX_PAGE;
        if only.is_none() {
            self.more |= !last;
        }
        let mut worthless = Vec::new();
        let mut seen = None;
        for parcel in parcels {
            let seq = parcel.delivery.seq;
            seen = Some(seq);
            if only.is_none() {
                self.cursor = self.cursor.max(seq);
            }
            let Some(destination) = self.destination(&parcel.delivery) else {
                let to = &parcel.delivery.to;
                if self.strange.len() < limits::OUTBOX_STRANGERS && self.strange.insert(Arc::clone(to)) {
                    tracing::warn!(%to, "deliveries wait for somebody who is not in the configuration");
                }
                continue;
            };
            if only.as_ref().is_some_and(|only| *only != destination) {
                continue;
            }
            if let Some(way) = self.ways.get_mut(&destination) {
                worthless.extend(way.line.add(parcel));
            }
        }
        if let (Some(way), Some(seen)) = (only.and_then(|only| self.ways.get_mut(&only)), seen.filter(|_| !last)) {
            way.line.reopen_gap(seen + 1);
        }
        if !worthless.is_empty() {
            let now = (self.now)();
            self.save(worthless.into_iter().map(|seq| Change::Delivered(seq, now)).collect());
        }
    }

    /// Reads the next page, if there may be one and room for it.
    fn read_more(&mut self) {
        if self.reading || self.unread {
            return;
        }
        let gap = self.ways.iter().find_map(|(destination, way)| Some((destination.clone(), way.line.gap()?)));
        let (only, after) = match gap {
            Some((destination, from)) => {
                self.ways.get_mut(&destination).into_iter().for_each(|way| way.line.close_gap());
                (Some(destination), from.saturating_sub(1))
            }
            None if self.more => (None, self.cursor),
            None => return,
        };
        if only.is_none() {
            self.more = false;
        }
        self.reading = true;
        let news = self.news.clone();
        self.store.read(Box::new(move |snapshot| {
            let _ = news.send(News::Page(only, after, parcels(snapshot, after)));
        }));
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
        let unsaved = std::mem::take(&mut self.unsaved);
        if !unsaved.is_empty() {
            self.save(unsaved);
        }
        self.waiting.retain(|_, waiting| waiting.askers.iter().any(|asker| !asker.is_closed()));
        let news = self.news.clone();
        self.store.read(Box::new(move |snapshot| {
            let oldest = snapshot.deliveries(0, false, 1);
            if let (Ok(counts), Ok(oldest)) = (snapshot.counts(), oldest) {
                let _ = news.send(News::Counted(counts.deliveries, oldest.first().map(|oldest| oldest.created)));
            }
        }));
    }

    fn save(&self, changes: Vec<Change>) {
        let news = self.news.clone();
        let saved = move |result: Result<(), Refused>| {
            if let Err(Refused::Full(changes)) = result {
                let _ = news.send(News::Unsaved(changes));
            }
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
        return Verdict::Refused { code: None, why: "what was kept cannot be read".into() };
    };
    push.post(url, &document::idempotency_key(parcel), document.to_string().as_bytes()).await
}

fn undelivered(delivery: &Delivery, next: Time, why: String) -> Change {
    Change::Undelivered { seq: delivery.seq, attempts: delivery.attempts + 1, next, why }
}

/// A page of what waits after this place, with what goes along.
fn parcels(snapshot: &dyn Snapshot, after: u64) -> Result<Vec<Parcel>, ReadError> {
    let along = |delivery: Delivery| {
        let place = snapshot.subscriber(&delivery.device)?.map_or_else(Place::default, |own| own.place);
        let version = snapshot.exchange(delivery.exchange)?.map_or_else(Version::default, |record| record.version);
        Ok(Parcel { delivery, place, version })
    };
    snapshot.deliveries(after, false, limits::OUTBOX_PAGE)?.into_iter().map(along).collect()
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
