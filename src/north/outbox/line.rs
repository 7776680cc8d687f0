//! What waits for one destination: a lane for each exchange, in its order, and when whose turn is.
//!
//! Pure: takes moments and verdicts, sends nothing. Within a lane nothing overtakes; lanes do not wait for each other. A destination that cannot be
//! reached rests as a whole, and one delivery at a time finds out whether it is back; a delivery that alone is not taken rests alone. Holds a window of
//! what the store holds: beyond [`limits::OUTBOX_WINDOW`] it notes from where on the store must be read again. Called by [`super::clerk`].

use std::collections::{BTreeSet, HashMap, VecDeque};

use crate::desk::record::{Delivery, DeliveryKind, Place};
use crate::exchange::Version;
use crate::limits;
use crate::words::{ExchangeId, Time};

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

/// The deliveries to one destination.
#[derive(Debug)]
pub(super) struct Line {
    lanes: HashMap<ExchangeId, Lane>,
    /// The first delivery of each lane that is not on its way, and when it may go.
    due: BTreeSet<(Time, u64, ExchangeId)>,
    parcels: usize,
    on_their_way: usize,
    most: usize,
    rest: Option<Rest>,
    /// The first that the store holds and this line does not.
    beyond: Option<u64>,
}

#[derive(Debug, Default)]
struct Lane {
    queue: VecDeque<Parcel>,
    /// Its first is on its way.
    busy: bool,
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
            parcels: 0,
            on_their_way: 0,
            most,
            rest: None,
            beyond: None,
        }
    }

    /// Takes a delivery in. Gives those that need not be sent any more, of which it may be one: a younger key or a discard makes an older key
    /// worthless, and what is there already need not be there twice.
    pub(super) fn add(&mut self, parcel: Parcel) -> Vec<u64> {
        let (seq, exchange, kind) = (parcel.delivery.seq, parcel.delivery.exchange, parcel.delivery.kind);
        if self.beyond.is_some_and(|beyond| beyond <= seq) {
            return Vec::new();
        }
        if self.parcels >= limits::OUTBOX_WINDOW {
            self.beyond = Some(seq);
            return Vec::new();
        }
        let lane = self.lanes.entry(exchange).or_default();
        if lane.queue.iter().any(|own| own.delivery.seq == seq) {
            return Vec::new();
        }
        let twin = |own: &Parcel| own.delivery.kind == kind && own.delivery.body == parcel.delivery.body;
        if kind != DeliveryKind::Outcome && lane.queue.back().is_some_and(twin) {
            return vec![seq];
        }
        let mut worthless = Vec::new();
        if matches!(kind, DeliveryKind::Stage | DeliveryKind::Discard) {
            // A key that stands before an activation is to be made live; after a discard nothing of all that is wanted any more.
            let activation = lane.queue.iter().rposition(|own| own.delivery.kind == DeliveryKind::Activate);
            let kept = activation.filter(|_| kind == DeliveryKind::Stage).map_or(0, |at| at + 1);
            let first_free = usize::from(lane.busy).max(kept);
            let free = lane.queue.iter().skip(first_free).filter(|own| own.delivery.kind != DeliveryKind::Discard);
            worthless = free.map(|own| own.delivery.seq).collect();
            if let Some(first) = lane.queue.front().filter(|_| !lane.busy) {
                self.due.remove(&(first.delivery.next, first.delivery.seq, exchange));
            }
            lane.queue.retain(|own| !worthless.contains(&own.delivery.seq));
        }
        lane.queue.push_back(parcel);
        self.parcels = self.parcels + 1 - worthless.len();
        self.put_first(exchange);
        worthless
    }

    /// Whether this is waiting or on its way already.
    pub(super) fn holds(&self, exchange: ExchangeId, kind: DeliveryKind, body: &[u8]) -> bool {
        let lane = self.lanes.get(&exchange).and_then(|lane| lane.queue.back());
        lane.is_some_and(|last| last.delivery.kind == kind && last.delivery.body == body)
    }

    /// A delivery whose turn is now; it is on its way until [`done`](Self::done) or [`again`](Self::again).
    pub(super) fn take(&mut self, now: Time) -> Option<Parcel> {
        if self.on_their_way >= self.room() || self.rest.is_some_and(|rest| rest.until > now) {
            return None;
        }
        let &(next, seq, exchange) = self.due.first().filter(|(next, ..)| *next <= now)?;
        self.due.remove(&(next, seq, exchange));
        let lane = self.lanes.get_mut(&exchange)?;
        lane.busy = true;
        self.on_their_way += 1;
        lane.queue.front().cloned()
    }

    /// A delivery is over: it was taken, refused, or acknowledged by somebody who fetched it. Gives it, if it was here.
    pub(super) fn done(&mut self, exchange: ExchangeId, seq: u64) -> Option<Parcel> {
        let lane = self.lanes.get_mut(&exchange)?;
        let at = lane.queue.iter().position(|own| own.delivery.seq == seq)?;
        let parcel = lane.queue.remove(at)?;
        self.parcels -= 1;
        if at == 0 {
            self.due.remove(&(parcel.delivery.next, seq, exchange));
            if std::mem::take(&mut lane.busy) {
                self.on_their_way -= 1;
            }
        }
        self.put_first(exchange);
        Some(parcel)
    }

    /// A delivery was not taken: its lane rests until `next`. Gives how often it was tried.
    pub(super) fn again(&mut self, exchange: ExchangeId, seq: u64, next: Time) -> Option<u32> {
        let lane = self.lanes.get_mut(&exchange)?;
        let first = lane.queue.front_mut().filter(|first| first.delivery.seq == seq)?;
        first.delivery.attempts += 1;
        first.delivery.next = next;
        let attempts = first.delivery.attempts;
        if std::mem::take(&mut lane.busy) {
            self.on_their_way -= 1;
        }
        // What was on its way kept its place from a younger key or a discard that came meanwhile.
        self.put_first(exchange);
        Some(attempts)
    }

    /// A delivery need not rest any more.
    pub(super) fn hurry(&mut self, exchange: ExchangeId, seq: u64, now: Time) {
        let Some(lane) = self.lanes.get_mut(&exchange) else { return };
        let is_first = lane.queue.front().is_some_and(|first| first.delivery.seq == seq) && !lane.busy;
        let Some(own) = lane.queue.iter_mut().find(|own| own.delivery.seq == seq) else { return };
        if is_first {
            self.due.remove(&(own.delivery.next, seq, exchange));
        }
        own.delivery.next = now;
        self.put_first(exchange);
    }

    /// What was held back of an exchange need not be any more: what comes behind it is wanted now. Gives what that was.
    pub(super) fn release(&mut self, exchange: ExchangeId, now: Time) -> Vec<Delivery> {
        let lane = self.lanes.get(&exchange).into_iter().flat_map(|lane| &lane.queue);
        let held: Vec<_> = lane.map(|own| &own.delivery).filter(|own| own.is_held()).cloned().collect();
        held.iter().for_each(|own| self.hurry(exchange, own.seq, now));
        held
    }

    /// What became worthless while it was on its way and is back: its seq.
    pub(super) fn overtaken(&mut self, exchange: ExchangeId) -> Option<u64> {
        let lane = self.lanes.get(&exchange).filter(|lane| !lane.busy)?;
        let first = lane.queue.front().filter(|first| first.delivery.kind == DeliveryKind::Stage)?;
        let seq = first.delivery.seq;
        (lane.queue.get(1)?.delivery.kind != DeliveryKind::Activate).then_some(seq)
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
        let &(due, ..) = self.due.first().filter(|_| self.on_their_way < self.room())?;
        Some(self.rest.map_or(due, |rest| rest.until.max(due)))
    }

    /// From where on the store is to be read again, when there is room for it.
    pub(super) fn gap(&self) -> Option<u64> {
        self.beyond.filter(|_| self.parcels <= limits::OUTBOX_WINDOW / 2)
    }

    /// The store is being read again from the gap on.
    pub(super) fn close_gap(&mut self) {
        self.beyond = None;
    }

    /// There is more in the store from here on, unless there is more before it.
    pub(super) fn reopen_gap(&mut self, seq: u64) {
        self.beyond = Some(self.beyond.map_or(seq, |beyond| beyond.min(seq)));
    }

    fn room(&self) -> usize {
        if self.rest.is_some() { self.most.min(1) } else { self.most }
    }

    /// Enters the first of a lane among those that are due, or forgets an empty lane.
    fn put_first(&mut self, exchange: ExchangeId) {
        let Some(lane) = self.lanes.get(&exchange) else { return };
        match lane.queue.front() {
            None => drop(self.lanes.remove(&exchange)),
            Some(_) if lane.busy => {}
            Some(first) => drop(self.due.insert((first.delivery.next, first.delivery.seq, exchange))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::DeviceId;

    fn parcel(seq: u64, exchange: u64, kind: DeliveryKind) -> Parcel {
        let delivery = Delivery {
            seq,
            exchange: ExchangeId(exchange),
            device: DeviceId::new("MEID:A1").unwrap(),
            to: "ac".into(),
            kind,
            body: vec![seq as u8; 32],
            created: Time(0),
            attempts: 0,
            next: Time(0),
            why: None,
            acknowledged: None,
        };
        Parcel { delivery, place: Place::default(), version: Version::default() }
    }

    fn taken(line: &mut Line, now: u64) -> Vec<u64> {
        std::iter::from_fn(|| line.take(Time(now))).map(|parcel| parcel.delivery.seq).collect()
    }

    #[test]
    fn a_lane_keeps_its_order_and_holds_up_nobody_else() {
        let mut line = Line::new(8);
        for (seq, exchange, kind) in
            [(1, 1, DeliveryKind::Stage), (2, 2, DeliveryKind::Stage), (3, 1, DeliveryKind::Activate)]
        {
            assert!(line.add(parcel(seq, exchange, kind)).is_empty());
        }
        assert_eq!(taken(&mut line, 0), [1, 2]);
        assert_eq!(line.again(ExchangeId(1), 1, Time(50)), Some(1));
        assert_eq!(line.next(), Some(Time(50)));
        assert!(taken(&mut line, 49).is_empty(), "the activation waits behind its key");
        assert!(line.done(ExchangeId(2), 2).is_some());
        assert_eq!(taken(&mut line, 50), [1]);
        line.done(ExchangeId(1), 1);
        assert_eq!(taken(&mut line, 50), [3]);
        line.done(ExchangeId(1), 3);
        assert_eq!((line.parcels, line.on_their_way, line.lanes.len(), line.next()), (0, 0, 0, None));
    }

    #[test]
    fn no_more_than_allowed_are_on_their_way() {
        let mut line = Line::new(3);
        (1..=9).for_each(|at| assert!(line.add(parcel(at, at, DeliveryKind::Activate)).is_empty()));
        assert_eq!(taken(&mut line, 0), [1, 2, 3]);
        assert_eq!(line.next(), None, "only an answer makes room");
        line.done(ExchangeId(2), 2);
        assert_eq!(taken(&mut line, 0), [4]);
        let mut fetched = Line::new(0);
        fetched.add(parcel(1, 1, DeliveryKind::Stage));
        assert_eq!(taken(&mut fetched, 0), [0; 0]);
        assert!(fetched.done(ExchangeId(1), 1).is_some());
    }

    #[test]
    fn a_younger_key_or_a_discard_makes_an_older_key_worthless() {
        let mut line = Line::new(8);
        line.add(parcel(1, 1, DeliveryKind::Stage));
        assert_eq!(line.add(parcel(2, 1, DeliveryKind::Stage)), [1]);
        assert_eq!(taken(&mut line, 0), [2]);
        assert!(line.add(parcel(3, 1, DeliveryKind::Discard)).is_empty(), "2 is on its way");
        assert_eq!(line.overtaken(ExchangeId(1)), None);
        line.again(ExchangeId(1), 2, Time(9));
        assert_eq!(line.overtaken(ExchangeId(1)), Some(2));
        line.done(ExchangeId(1), 2);
        assert_eq!(taken(&mut line, 0), [3]);
        // The same twice.
        let twin = |seq| Parcel {
            delivery: Delivery { body: Vec::new(), ..parcel(seq, 5, DeliveryKind::Activate).delivery },
            ..parcel(seq, 5, DeliveryKind::Activate)
        };
        assert!(line.add(twin(4)).is_empty());
        assert_eq!(line.add(twin(5)), [5]);
        assert!(line.holds(ExchangeId(5), DeliveryKind::Activate, &[]));
        assert!(line.add(twin(4)).is_empty(), "read twice");
        assert_eq!(taken(&mut line, 0), [4]);
    }

    #[test]
    fn what_is_held_back_goes_when_it_is_let_go() {
        let mut line = Line::new(8);
        let held = |seq| {
            let parcel = parcel(seq, 1, DeliveryKind::Activate);
            Parcel { delivery: Delivery { next: Time(u64::MAX), ..parcel.delivery }, ..parcel }
        };
        (1..=2).for_each(|seq| drop(line.add(held(seq))));
        assert!(taken(&mut line, 1 << 60).is_empty());
        line.hurry(ExchangeId(1), 2, Time(5));
        assert!(taken(&mut line, 5).is_empty(), "not before the first");
        line.hurry(ExchangeId(1), 1, Time(5));
        assert_eq!(taken(&mut line, 5), [1]);
        line.done(ExchangeId(1), 1);
        assert_eq!(taken(&mut line, 5), [2]);
        line.done(ExchangeId(1), 2);
        (3..=4).for_each(|seq| drop(line.add(held(seq))));
        assert_eq!(line.release(ExchangeId(1), Time(6)).len(), 2);
        assert!(line.release(ExchangeId(1), Time(6)).is_empty());
        assert_eq!(taken(&mut line, 6), [3]);
    }

    #[test]
    fn what_is_to_be_made_live_stays_before_its_activation() {
        let mut line = Line::new(8);
        line.add(parcel(1, 1, DeliveryKind::Stage));
        line.add(parcel(2, 1, DeliveryKind::Activate));
        assert!(line.add(parcel(3, 1, DeliveryKind::Stage)).is_empty(), "asked anew by a later process");
        assert_eq!(taken(&mut line, 0), [1]);
        line.again(ExchangeId(1), 1, Time(9));
        assert_eq!(line.overtaken(ExchangeId(1)), None);
        assert_eq!(line.add(parcel(4, 1, DeliveryKind::Stage)), [3]);
        for seq in [1, 2, 4] {
            assert_eq!(taken(&mut line, 9), [seq]);
            line.done(ExchangeId(1), seq);
        }
        // A discard ends all of that, what is held back too.
        let held = parcel(5, 1, DeliveryKind::Activate);
        line.add(Parcel { delivery: Delivery { next: Time(u64::MAX), ..held.delivery }, ..held });
        line.add(parcel(6, 1, DeliveryKind::Stage));
        assert_eq!(line.add(parcel(7, 1, DeliveryKind::Discard)), [5, 6]);
        assert_eq!(taken(&mut line, 9), [7]);
    }

    #[test]
    fn a_destination_that_is_away_is_asked_by_one_at_a_time() {
        let mut line = Line::new(4);
        (1..=9).for_each(|at| drop(line.add(parcel(at, at, DeliveryKind::Stage))));
        assert_eq!(taken(&mut line, 0).len(), 4);
        for at in 1..=4 {
            assert_eq!(line.unreached(Time(0), |failures| 100 << failures), Time(200), "they count once");
            line.again(ExchangeId(at), at, Time(0));
        }
        assert_eq!(line.next(), Some(Time(200)));
        assert!(taken(&mut line, 199).is_empty());
        assert_eq!(taken(&mut line, 200), [1]);
        assert_eq!(line.unreached(Time(250), |failures| 100 << failures), Time(650));
        line.again(ExchangeId(1), 1, Time(0));
        assert_eq!(taken(&mut line, 650), [1]);
        line.reached(Time(649));
        assert!(taken(&mut line, 649).is_empty());
        line.reached(Time(650));
        line.done(ExchangeId(1), 1);
        assert_eq!(taken(&mut line, 650), [2, 3, 4, 5]);
    }

    #[test]
    fn what_does_not_fit_stays_in_the_store() {
        let mut line = Line::new(1);
        let window = limits::OUTBOX_WINDOW as u64;
        (1..=window + 5).for_each(|at| drop(line.add(parcel(at, at, DeliveryKind::Activate))));
        assert_eq!((line.parcels, line.beyond, line.gap()), (limits::OUTBOX_WINDOW, Some(window + 1), None));
        (1..=window / 2).for_each(|at| drop(line.done(ExchangeId(at), at)));
        assert_eq!(line.gap(), Some(window + 1));
        assert!(line.add(parcel(window + 9, 9, DeliveryKind::Activate)).is_empty(), "not before those of the gap");
        line.close_gap();
        line.add(parcel(window + 1, 7, DeliveryKind::Activate));
        line.reopen_gap(window + 2);
        assert_eq!(line.beyond, Some(window + 2));
    }
}
