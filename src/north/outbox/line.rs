//! What waits for one destination: a lane for the keys of each device, one for the outcomes of each exchange, and when whose turn is.
//!
//! Pure: takes moments and verdicts, sends nothing. Within a lane nothing overtakes, and the next one is not sent before it is durable that the one
//! before is over: also a centre that looks at no number ends with the key that was made live last. Lanes do not wait for each other. What is held back
//! holds up its own exchange alone. A destination that cannot be reached rests as a whole, and one delivery at a time finds out whether it is back; a
//! delivery that alone is not taken rests alone. Holds a window of what the store holds: beyond it the line, and a lane that is long, note from where on
//! the store must be read again. Called by [`super::clerk`].

use std::collections::{BTreeSet, HashMap, VecDeque};

use crate::desk::record::{Delivery, DeliveryKind, Place};
use crate::exchange::Version;
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Time};

#[cfg(test)]
mod tests;

/// A delivery, with what is known of its device and exchange when it was read.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// The delivery.
    pub delivery: Delivery,
    /// The names by which the network knows the device.
    pub place: Place,
    /// What is known of the handset's protocol revisions.
    pub version: Version,
}

/// Whose order is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum LaneId {
    /// What a centre is to do with the keys of a device.
    Keys(DeviceId),
    /// What is told of an exchange. Nobody uses a key by it, so it waits for no other exchange.
    Outcomes(ExchangeId),
}

impl LaneId {
    pub(super) fn of(delivery: &Delivery) -> Self {
        match delivery.kind {
            DeliveryKind::Outcome => Self::Outcomes(delivery.exchange),
            _ => Self::Keys(delivery.device.clone()),
        }
    }
}

/// The deliveries to one destination.
#[derive(Debug)]
pub(super) struct Line {
    lanes: HashMap<LaneId, Lane>,
    /// The next delivery of each lane that has none on its way, and when it may go.
    due: BTreeSet<(Time, u64, LaneId)>,
    /// Lanes that have room again for what the store holds of them.
    short: BTreeSet<LaneId>,
    /// Those that are not held back, and those that are.
    parcels: usize,
    held: usize,
    on_their_way: usize,
    most: usize,
    rest: Option<Rest>,
    /// The first that the store holds and this line does not.
    beyond: Option<u64>,
    /// Whether it found no room because so many are held back.
    beyond_is_held: bool,
}

#[derive(Debug, Default)]
struct Lane {
    /// In the outbox's order.
    queue: VecDeque<Parcel>,
    busy: Option<Busy>,
    /// The first that the store holds and this lane does not.
    beyond: Option<u64>,
    /// What stands of it among those that are due.
    due: Option<(Time, u64)>,
}

/// A delivery that the others of its lane wait for.
#[derive(Clone, Copy, Debug)]
enum Busy {
    OnItsWay(u64),
    /// It is over, which is not durable yet.
    Over(u64),
}

/// From where on the store is to be read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// From this place on.
    pub(super) from: u64,
    /// For this lane alone.
    pub(super) lane: Option<LaneId>,
}

/// The destination cannot be reached, or has asked for rest.
#[derive(Clone, Copy, Debug)]
struct Rest {
    until: Time,
    failures: u32,
}

impl Line {
    /// A line with at most so many deliveries on their way at one time; 0: they are fetched.
    pub(super) fn new(most: usize) -> Self {
        Self {
            lanes: HashMap::new(),
            due: BTreeSet::new(),
            short: BTreeSet::new(),
            parcels: 0,
            held: 0,
            on_their_way: 0,
            most,
            rest: None,
            beyond: None,
            beyond_is_held: false,
        }
    }

    /// Takes a delivery in. Gives those that need not be sent any more, of which it may be one: a younger key or a discard makes an older key of the
    /// same exchange worthless, and what is there already need not be there twice.
    pub(super) fn add(&mut self, parcel: Parcel) -> Vec<u64> {
        let Delivery { seq, exchange, kind, .. } = parcel.delivery;
        if self.beyond.is_some_and(|beyond| beyond <= seq) {
            return Vec::new();
        }
        let is_held = parcel.delivery.is_held();
        let (count, most) =
            if is_held { (self.held, limits::OUTBOX_HELD) } else { (self.parcels, limits::OUTBOX_WINDOW) };
        if count >= most {
            (self.beyond, self.beyond_is_held) = (Some(seq), is_held);
            return Vec::new();
        }
        let id = LaneId::of(&parcel.delivery);
        let lane = self.lanes.entry(id.clone()).or_default();
        if lane.beyond.is_some_and(|beyond| beyond <= seq) || lane.position(seq).is_ok() {
            return Vec::new();
        }
        if lane.queue.len() >= limits::OUTBOX_LANE {
            lane.beyond = Some(seq);
            return Vec::new();
        }
        if kind != DeliveryKind::Outcome && lane.holds(exchange, kind, &parcel.delivery.body) {
            return vec![seq];
        }
        let worthless = lane.made_worthless_by(&parcel.delivery);
        if let Err(at) = lane.position(seq) {
            lane.queue.insert(at, parcel);
        }
        *if is_held { &mut self.held } else { &mut self.parcels } += 1;
        worthless.iter().for_each(|seq| drop(self.remove(&id, *seq)));
        self.refresh(&id);
        worthless
    }

    /// Whether the last that waits of an exchange, or is on its way, is this.
    pub(super) fn holds(&self, lane: &LaneId, exchange: ExchangeId, kind: DeliveryKind, body: &[u8]) -> bool {
        self.lanes.get(lane).is_some_and(|lane| lane.holds(exchange, kind, body))
    }

    /// A delivery whose turn is now; it is on its way until [`over`](Self::over) or [`again`](Self::again).
    pub(super) fn take(&mut self, now: Time) -> Option<Parcel> {
        if self.on_their_way >= self.room() || self.rest.is_some_and(|rest| rest.until > now) {
            return None;
        }
        let (_, seq, id) = self.due.first().filter(|(next, ..)| *next <= now).cloned()?;
        let lane = self.lanes.get_mut(&id)?;
        let parcel = lane.get(seq)?.clone();
        lane.busy = Some(Busy::OnItsWay(seq));
        self.on_their_way += 1;
        self.refresh(&id);
        Some(parcel)
    }

    /// A delivery is over: it was taken, refused, or acknowledged by somebody who fetched it. Its lane goes on when that is durable
    /// ([`done`](Self::done)).
    pub(super) fn over(&mut self, id: &LaneId, seq: u64) {
        let Some(lane) = self.lanes.get_mut(id).filter(|lane| lane.get(seq).is_some()) else { return };
        match lane.busy {
            Some(Busy::OnItsWay(busy)) if busy == seq => self.on_their_way -= 1,
            // Somebody fetched it, or an older copy of it came back, while another one is on its way.
            Some(_) => return,
            None => {}
        }
        lane.busy = Some(Busy::Over(seq));
        self.refresh(id);
    }

    /// It is durable that a delivery is over. Gives it, if it was here.
    pub(super) fn done(&mut self, id: &LaneId, seq: u64) -> Option<Parcel> {
        let parcel = self.remove(id, seq);
        self.refresh(id);
        parcel
    }

    /// A delivery was not taken: its lane rests until `next`. Gives how often it was tried.
    pub(super) fn again(&mut self, id: &LaneId, seq: u64, next: Time) -> Option<u32> {
        let lane = self.lanes.get_mut(id)?;
        if matches!(lane.busy, Some(Busy::OnItsWay(busy)) if busy == seq) {
            lane.busy = None;
            self.on_their_way -= 1;
        }
        let own = lane.get_mut(seq)?;
        own.delivery.attempts += 1;
        own.delivery.next = next;
        let attempts = own.delivery.attempts;
        self.refresh(id);
        Some(attempts)
    }

    /// A delivery can never be sent as it is: it is held back, and what comes behind it of other exchanges goes on.
    pub(super) fn park(&mut self, id: &LaneId, seq: u64) {
        let Some(lane) = self.lanes.get_mut(id) else { return };
        if matches!(lane.busy, Some(Busy::OnItsWay(busy)) if busy == seq) {
            lane.busy = None;
            self.on_their_way -= 1;
        }
        self.put_off(id, seq, Time(u64::MAX));
    }

    /// A delivery need not rest any more. One that is on its way, or over, does not.
    pub(super) fn hurry(&mut self, id: &LaneId, seq: u64, now: Time) {
        let busy = self.lanes.get(id).and_then(|lane| lane.busy);
        if !matches!(busy, Some(Busy::OnItsWay(busy) | Busy::Over(busy)) if busy == seq) {
            self.put_off(id, seq, now);
        }
    }

    fn put_off(&mut self, id: &LaneId, seq: u64, to: Time) {
        let Some(lane) = self.lanes.get_mut(id) else { return };
        let Some(own) = lane.get_mut(seq) else { return };
        let before = own.delivery.is_held();
        own.delivery.next = to;
        match (before, own.delivery.is_held()) {
            (true, false) => (self.held, self.parcels) = (self.held - 1, self.parcels + 1),
            (false, true) => (self.held, self.parcels) = (self.held + 1, self.parcels - 1),
            _ => {}
        }
        self.refresh(id);
    }

    /// What was held back of an exchange need not be any more: what comes behind it is wanted now. Gives what that was.
    pub(super) fn release(&mut self, id: &LaneId, exchange: ExchangeId, now: Time) -> Vec<Delivery> {
        let lane = self.lanes.get(id).into_iter().flat_map(|lane| &lane.queue).map(|own| &own.delivery);
        let held: Vec<_> = lane.filter(|own| own.exchange == exchange && own.is_held()).cloned().collect();
        held.iter().for_each(|own| self.hurry(id, own.seq, now));
        held
    }

    /// Whether a delivery that was on its way and is back has become worthless meanwhile.
    pub(super) fn is_overtaken(&self, id: &LaneId, seq: u64) -> bool {
        let Some(lane) = self.lanes.get(id).filter(|lane| lane.busy.is_none()) else { return false };
        let Some(own) = lane.get(seq).filter(|own| own.delivery.kind == DeliveryKind::Stage) else { return false };
        let exchange = own.delivery.exchange;
        let mut behind = lane.queue.iter().filter(|other| other.delivery.exchange == exchange);
        let next = behind.find(|other| other.delivery.seq > seq);
        next.is_some_and(|next| next.delivery.kind != DeliveryKind::Activate)
    }

    /// What must be done before this one may be said to be: the first of its lane that is neither held back nor over. `Err`: that cannot be told,
    /// because not all that stands before it is here.
    pub(super) fn before(&self, id: &LaneId, seq: u64) -> Result<Option<u64>, ()> {
        let lane = self.lanes.get(id);
        let first = lane.and_then(|lane| lane.next()).map(|first| first.delivery.seq).filter(|first| *first < seq);
        let over = lane.and_then(|lane| lane.busy).map(|(Busy::OnItsWay(own) | Busy::Over(own))| own);
        let is_known = |beyond: Option<u64>| beyond.is_none_or(|beyond| beyond > seq);
        match first.or(over.filter(|over| *over < seq)) {
            None if !is_known(self.beyond) || !is_known(lane.and_then(|lane| lane.beyond)) => Err(()),
            first => Ok(first),
        }
    }

    /// The destination answers. It rests all the same as long as it wanted: this was on its way before.
    pub(super) fn reached(&mut self, now: Time) {
        self.rest = self.rest.filter(|rest| rest.until > now);
    }

    /// The destination cannot be reached, or wants rest. `pause` gives milliseconds for the number of failures in a row. Gives until when it rests.
    pub(super) fn unreached(&mut self, now: Time, pause: impl FnOnce(u32) -> u64) -> Time {
        let failures = match self.rest {
            // Of those that were on their way together only the first counts.
            Some(rest) if rest.until > now => return rest.until,
            Some(rest) => rest.failures + 1,
            None => 1,
        };
        let until = now.plus(pause(failures));
        self.rest = Some(Rest { until, failures });
        until
    }

    /// When something may be taken again, if nothing happens before.
    pub(super) fn next(&self) -> Option<Time> {
        let (due, ..) = self.due.first().filter(|_| self.on_their_way < self.room())?;
        Some(self.rest.map_or(*due, |rest| rest.until.max(*due)))
    }

    /// From where on the store is to be read again, when there is room for it.
    pub(super) fn gap(&self) -> Option<Gap> {
        let (count, most) =
            if self.beyond_is_held { (self.held, limits::OUTBOX_HELD) } else { (self.parcels, limits::OUTBOX_WINDOW) };
        if let Some(from) = self.beyond {
            return (count <= most / 2).then_some(Gap { from, lane: None });
        }
        let lane = self.short.first()?;
        let from = self.lanes.get(lane).and_then(|lane| lane.beyond)?;
        Some(Gap { from, lane: Some(lane.clone()) })
    }

    /// The store is being read again from the gap on.
    pub(super) fn close_gap(&mut self, gap: &Gap) {
        match &gap.lane {
            None => self.beyond = None,
            Some(id) => {
                self.lanes.get_mut(id).into_iter().for_each(|lane| lane.beyond = None);
                self.refresh(id);
            }
        }
    }

    /// There is more in the store from here on, unless there is more before it.
    pub(super) fn reopen_gap(&mut self, Gap { from, lane }: Gap) {
        let sooner = |beyond: Option<u64>| Some(beyond.map_or(from, |beyond| beyond.min(from)));
        match lane {
            None => self.beyond = sooner(self.beyond),
            Some(id) => {
                let lane = self.lanes.entry(id.clone()).or_default();
                lane.beyond = sooner(lane.beyond);
                self.refresh(&id);
            }
        }
    }

    fn room(&self) -> usize {
        if self.rest.is_some() { self.most.min(1) } else { self.most }
    }

    fn remove(&mut self, id: &LaneId, seq: u64) -> Option<Parcel> {
        let lane = self.lanes.get_mut(id)?;
        let parcel = lane.queue.remove(lane.position(seq).ok()?)?;
        *if parcel.delivery.is_held() { &mut self.held } else { &mut self.parcels } -= 1;
        match lane.busy {
            Some(Busy::OnItsWay(busy)) if busy == seq => {
                lane.busy = None;
                self.on_their_way -= 1;
            }
            Some(Busy::Over(busy)) if busy == seq => lane.busy = None,
            _ => {}
        }
        Some(parcel)
    }

    /// Enters the next of a lane among those that are due, or forgets an empty lane.
    fn refresh(&mut self, id: &LaneId) {
        let Some(lane) = self.lanes.get_mut(id) else { return };
        if let Some((next, seq)) = lane.due.take() {
            self.due.remove(&(next, seq, id.clone()));
        }
        if lane.busy.is_none()
            && let Some(next) = lane.next()
        {
            let due = (next.delivery.next, next.delivery.seq);
            lane.due = Some(due);
            self.due.insert((due.0, due.1, id.clone()));
        }
        if lane.beyond.is_some() && lane.queue.len() <= limits::OUTBOX_LANE / 2 {
            self.short.insert(id.clone());
        } else {
            self.short.remove(id);
        }
        if lane.queue.is_empty() && lane.beyond.is_none() {
            self.lanes.remove(id);
        }
    }
}

impl Lane {
    /// Where a delivery stands, or would.
    fn position(&self, seq: u64) -> Result<usize, usize> {
        self.queue.binary_search_by_key(&seq, |own| own.delivery.seq)
    }

    fn get(&self, seq: u64) -> Option<&Parcel> {
        self.queue.get(self.position(seq).ok()?)
    }

    fn get_mut(&mut self, seq: u64) -> Option<&mut Parcel> {
        let at = self.position(seq).ok()?;
        self.queue.get_mut(at)
    }

    /// The first that may go: not held back, and no key of its exchange before it is.
    fn next(&self) -> Option<&Parcel> {
        let is_over = |own: &Parcel| matches!(self.busy, Some(Busy::Over(seq)) if seq == own.delivery.seq);
        let blocks = |before: &Delivery, own: &Delivery| {
            before.is_held() && before.exchange == own.exchange && before.kind != DeliveryKind::Outcome
        };
        let is_free = |&(at, own): &(usize, &Parcel)| {
            let mut before = self.queue.iter().take(at);
            !own.delivery.is_held() && !is_over(own) && !before.any(|before| blocks(&before.delivery, &own.delivery))
        };
        self.queue.iter().enumerate().find(is_free).map(|(_, own)| own)
    }

    fn holds(&self, exchange: ExchangeId, kind: DeliveryKind, body: &[u8]) -> bool {
        let last = self.queue.iter().rfind(|own| own.delivery.exchange == exchange).map(|own| &own.delivery);
        let last = last.filter(|last| !matches!(self.busy, Some(Busy::Over(over)) if over == last.seq));
        last.is_some_and(|last| last.kind == kind && last.body == body)
    }

    /// What a younger delivery of the same exchange leaves nothing to do. What is on its way keeps its place.
    fn made_worthless_by(&self, younger: &Delivery) -> Vec<u64> {
        if !matches!(younger.kind, DeliveryKind::Stage | DeliveryKind::Discard) {
            return Vec::new();
        }
        let own = || self.queue.iter().map(|own| &own.delivery).filter(|own| own.exchange == younger.exchange);
        // A key that stands before an activation is to be made live; after a discard nothing of all that is wanted any more.
        let activation = own().filter(|own| own.kind == DeliveryKind::Activate).map(|own| own.seq).next_back();
        let kept = activation.filter(|_| younger.kind == DeliveryKind::Stage).unwrap_or(0);
        let busy = self.busy.map(|(Busy::OnItsWay(busy) | Busy::Over(busy))| busy);
        let is_free = |own: &&Delivery| {
            own.seq > kept && own.seq < younger.seq && Some(own.seq) != busy && own.kind != DeliveryKind::Discard
        };
        own().filter(is_free).map(|own| own.seq).collect()
    }
}
