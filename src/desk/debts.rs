//! What the north is still to be told of exchanges that hold up nobody any more: to forget a key that will not be used, or to make one live whose
//! commit became known when the exchange was over.
//!
//! Told until it has heard, with growing pauses; what is owed stands in the exchange's record, so that a later process goes on. Of one device an older
//! key is made live before a younger one: the last that the centre hears of is the one that the handset uses. Younger is whose
//! Commit left later; no process's clock begins before a moment that an open exchange has. Nothing is discarded while a younger exchange of the device is
//! under way.
//!
//! A centre that knows the device alone, and no exchange, holds one key of it: whatever it is told is about that. It is told one thing of a device at a
//! time: a question of the device's exchange waits until no key of another one is to be made live and no discard is on its way; and what it has heard of
//! one exchange has taken the place of what it held of others, so that nothing is to be discarded of them. Called by [`super::Desk`].

use std::collections::{BTreeSet, HashMap};

use crate::exchange::north::{Ask, NorthAnswer};
use crate::exchange::{Call, Event as ExchangeEvent, Exchange, Key, NorthFault};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, State, Time, Way};

use super::doubts::Doubt;
use super::keeping::{audit, ended_apart};
use super::record::{Change, Ended, ExchangeRecord, OURSELVES};
use super::{Action, Desk, Step};

/// All that is owed.
#[derive(Default)]
pub(super) struct Debts {
    all: HashMap<ExchangeId, Debt>,
    due: BTreeSet<(Time, ExchangeId)>,
    /// Activations among them, and those that will be owed as soon as that is durable, by device and by when their Commits left.
    activations: BTreeSet<(DeviceId, Time, ExchangeId)>,
    /// Discards among them.
    discards: BTreeSet<(DeviceId, Time, ExchangeId)>,
}

/// One of them.
pub(super) struct Debt {
    record: Box<ExchangeRecord>,
    wants: Wants,
    /// The last question.
    call: Call,
    attempts: u32,
    refusals: u32,
    /// Whether an answer may come.
    asked: bool,
    due: Time,
}

enum Wants {
    Discard,
    /// The key is to be held first.
    Stage(Key),
    Activate,
}

impl Debt {
    /// What it holds of this exchange is to be forgotten.
    pub(super) fn discard(record: Box<ExchangeRecord>, call: Call) -> Self {
        Self::new(record, Wants::Discard, call)
    }

    /// The key of this exchange is to be made live; where a key is given, it is not certain that the centre holds it.
    pub(super) fn activate(record: Box<ExchangeRecord>, key: Option<Key>, call: Call) -> Self {
        Self::new(record, key.map_or(Wants::Activate, Wants::Stage), call)
    }

    fn new(record: Box<ExchangeRecord>, wants: Wants, call: Call) -> Self {
        Self { record, wants, call, attempts: 0, refusals: 0, asked: false, due: Time(0) }
    }
}

impl Debts {
    pub(super) fn deadline(&self) -> Option<Time> {
        self.due.first().map(|(time, _)| *time)
    }

    /// Whether this is the answer that something owed waits for.
    pub(super) fn waits_for(&self, exchange: ExchangeId, call: Call) -> bool {
        self.all.get(&exchange).is_some_and(|debt| debt.asked && debt.call == call)
    }

    /// Whether a key of this device that is older than the one of this exchange is still to be made live.
    pub(super) fn owe_older(&self, record: &ExchangeRecord) -> bool {
        of(&self.activations, record.device()).any(|(_, left, id)| (*left, *id) < (record.commit_at(), record.id))
    }

    /// Whether one of its kind is that is younger.
    pub(super) fn owe_younger(&self, record: &ExchangeRecord) -> bool {
        let same = |id| self.all.get(id).is_none_or(|debt| debt.record.kind == record.kind);
        let younger = |left: Time, id: ExchangeId| (left, id) > (record.commit_at(), record.id);
        of(&self.activations, record.device()).any(|(_, left, id)| younger(*left, *id) && same(id))
    }

    /// A key will be made live as soon as that is durable: from now on none of a younger exchange is before it.
    pub(super) fn expect_activation(&mut self, record: &ExchangeRecord) {
        self.activations.insert((record.device().clone(), record.commit_at(), record.id));
    }

    /// Whether a centre that holds one key of a device is not to be asked anything of this exchange now: a key of another one is to be made live
    /// first, or it is being told to forget one and might take that for this one's.
    pub(super) fn occupy_centre(&self, device: &DeviceId, exchange: ExchangeId) -> bool {
        of(&self.activations, device).any(|(_, _, id)| *id != exchange) || self.is_discarding(device, exchange)
    }

    /// Whether the centre is being told to forget a key of another exchange of this device.
    fn is_discarding(&self, device: &DeviceId, exchange: ExchangeId) -> bool {
        let asked = |id| self.all.get(id).is_some_and(|debt| debt.asked);
        of(&self.discards, device).any(|(_, _, id)| *id != exchange && asked(id))
    }

    /// Discards that are owed for a device.
    fn discards_of(&self, device: &DeviceId) -> Vec<ExchangeId> {
        of(&self.discards, device).map(|(_, _, id)| *id).collect()
    }

    /// The oldest key of this device that is to be made live.
    fn oldest(&self, device: &DeviceId) -> Option<ExchangeId> {
        of(&self.activations, device).next().map(|(_, _, id)| *id)
    }

    fn put_off(&mut self, exchange: ExchangeId, to: Time) {
        if let Some(debt) = self.all.get_mut(&exchange) {
            self.due.remove(&(debt.due, exchange));
            debt.due = to;
            self.due.insert((to, exchange));
        }
    }

    fn pay(&mut self, exchange: ExchangeId) -> Option<Debt> {
        let debt = self.all.remove(&exchange)?;
        self.due.remove(&(debt.due, exchange));
        let place = (debt.record.device().clone(), debt.record.commit_at(), exchange);
        self.activations.remove(&place);
        self.discards.remove(&place);
        Some(debt)
    }
}

/// Those of a device, the oldest first.
fn of<'a>(
    all: &'a BTreeSet<(DeviceId, Time, ExchangeId)>,
    device: &'a DeviceId,
) -> impl Iterator<Item = &'a (DeviceId, Time, ExchangeId)> {
    let first = (device.clone(), Time(0), ExchangeId(0));
    all.range(first..).take_while(move |(of, ..)| of == device)
}

impl Desk {
    /// Brings a question of a device's exchange to the north, or keeps it until its turn comes.
    pub(super) fn ask(&mut self, now: Time, id: &DeviceId, call: Call, ask: Ask, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let (Some(exchange), Some(record)) = (device.exchange.as_ref().map(Exchange::id), &device.record) else {
            return;
        };
        if matches!(ask, Ask::Activate(_)) && self.debts.owe_older(record) {
            // The centre would not know which of two keys is the younger: it is as good as away until it has made the older one live.
            let away = ExchangeEvent::North(call, Err(NorthFault::Unreachable));
            return self.device_event(now, id, away, out);
        }
        if !self.settings.knows_exchanges && !matches!(ask, Ask::Computed) {
            if self.debts.occupy_centre(id, exchange) {
                device.held_question = Some((call, ask));
                return;
            }
            // From now on it may hold a key of this one in the place of theirs.
            device.doubts.iter_mut().for_each(|doubt| doubt.overtaken = true);
        }
        out.push(Action::Ask { exchange, call, device: id.clone(), ask });
    }

    /// The question that waited for its turn, if it is still wanted.
    fn ask_held(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let last = device.exchange.as_ref().map(Exchange::last_call);
        if let Some((call, ask)) = device.held_question.take().filter(|(call, _)| last == Some(*call)) {
            self.ask(now, id, call, ask, out);
        }
    }

    /// The centre has answered an exchange: one that holds one key of a device holds none of its other exchanges any more.
    pub(super) fn centre_has_heard(&mut self, now: Time, exchange: ExchangeId, call: Call, out: &mut Vec<Action>) {
        if self.settings.knows_exchanges {
            return;
        }
        let Some(id) = self.exchanges.get(&exchange).cloned() else { return };
        let own = self.devices.get(&id).and_then(|device| device.exchange.as_ref());
        if own.is_some_and(|own| own.id() == exchange && own.last_call() == call) {
            self.discards_done(now, &id, out);
        }
    }

    fn discards_done(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        for discard in self.debts.discards_of(id) {
            self.paid(now, discard, None, out);
        }
    }

    /// Takes on what is owed; the north is told from this moment on.
    pub(super) fn owe(&mut self, debt: Debt, at: Time) {
        let id = debt.record.id;
        if matches!(debt.wants, Wants::Discard) && self.debts.all.len() >= limits::DEBTS_PER_DESK {
            // Too many wait for the centre. Its record says so: a later process tells it.
            self.exchanges.remove(&id);
            return;
        }
        let place = (debt.record.device().clone(), debt.record.commit_at(), id);
        let owed =
            if matches!(debt.wants, Wants::Discard) { &mut self.debts.discards } else { &mut self.debts.activations };
        owed.insert(place);
        self.debts.all.insert(id, debt);
        self.debts.put_off(id, at);
    }

    /// Tells the north what is due.
    pub(super) fn debts_due(&mut self, now: Time, out: &mut Vec<Action>) {
        while let Some((_, id)) = self.debts.due.first().copied().filter(|(time, _)| *time <= now) {
            let Some(debt) = self.debts.all.get(&id) else { return };
            let waits = !matches!(debt.wants, Wants::Discard) && self.debts.owe_older(&debt.record);
            let Some(debt) = self.debts.all.get_mut(&id) else { return };
            let device = debt.record.device().clone();
            if waits {
                self.debts.put_off(id, now.plus(limits::DEBT_WAITS_MS));
                continue;
            }
            let under_way = self.devices.get(&device).and_then(|device| device.exchange.as_ref());
            let younger = under_way.is_some_and(|other| other.id() != id && other.state() > State::Notified);
            let (discards, asked) = (matches!(debt.wants, Wants::Discard), debt.asked);
            // One that is asked again is on its way already.
            let in_its_way =
                if discards { self.debts.occupy_centre(&device, id) } else { self.debts.is_discarding(&device, id) };
            let occupied = !asked && !self.settings.knows_exchanges && in_its_way;
            if (younger && discards) || occupied {
                self.debts.put_off(id, now.plus(limits::DISCARD_WAITS_MS));
                continue;
            }
            let Some(debt) = self.debts.all.get_mut(&id) else { return };
            // What was not chosen before it asked the centre was for the centre to compute.
            let way = debt.record.choice.map_or(Way::Relay, |(way, _)| way);
            let ask = match &debt.wants {
                Wants::Discard => Ask::Discard(way),
                Wants::Stage(key) => Ask::Stage { key: key.copy() },
                Wants::Activate => Ask::Activate(way),
            };
            debt.call.0 += 1;
            debt.asked = true;
            let call = debt.call;
            self.debts.put_off(id, now.plus(self.settings.north_ms));
            out.push(Action::Ask { exchange: id, call, device, ask });
        }
    }

    /// The north has heard, or has not.
    pub(super) fn debt_answered(
        &mut self,
        now: Time,
        id: ExchangeId,
        result: Result<NorthAnswer, NorthFault>,
        out: &mut Vec<Action>,
    ) {
        let Some(debt) = self.debts.all.get_mut(&id) else { return };
        debt.asked = false;
        let device = debt.record.device().clone();
        match (result, &debt.wants) {
            (Ok(_), Wants::Stage(_)) => {
                debt.wants = Wants::Activate;
                debt.attempts = 0;
                if !self.settings.knows_exchanges {
                    self.discards_done(now, &device, out);
                }
                self.debts.put_off(id, now);
                self.debts_due(now, out);
            }
            (Ok(_), _) => self.paid(now, id, None, out),
            (Err(fault), _) => {
                debt.attempts += 1;
                debt.refusals += u32::from(matches!(fault, NorthFault::Refused(_)));
                // A centre that will not forget a key has none that it could make live.
                if debt.refusals >= limits::ACTIVATION_REFUSALS || fault == NorthFault::Removed {
                    self.paid(now, id, Some(&fault), out);
                } else {
                    let pause = (1_000 << debt.attempts.min(16)).min(limits::DEBT_WAITS_MS);
                    self.debts.put_off(id, now.plus(pause));
                }
            }
        }
        self.ask_held(now, &device, out);
    }

    /// Nothing is owed any more: the north has done it, or will never.
    fn paid(&mut self, now: Time, id: ExchangeId, fault: Option<&NorthFault>, out: &mut Vec<Action>) {
        let Some(Debt { mut record, wants, call, .. }) = self.debts.pay(id) else { return };
        let (device, left) = (record.device().clone(), record.commit_at());
        record.at = now;
        let mut changes = Vec::new();
        if matches!(wants, Wants::Discard) {
            record.discards = false;
        } else {
            let outcome = match fault {
                None => Outcome::Updated,
                Some(NorthFault::Removed) => Outcome::Failed,
                Some(_) => Outcome::AcFailed,
            };
            if fault.is_none() {
                record.state = State::Activated;
                let event = audit(now, OURSELVES, "key.activate", &record, "");
                changes.push(Change::Audit(Box::new(event)));
                // Also what the centre has refused since.
                self.supersede(now, &record, Some(left), &mut changes, out);
            }
            let cause = fault.cloned().map(crate::exchange::Cause::from);
            let end = crate::exchange::End { outcome, cause, version: record.version.clone() };
            record.ended = Some(Ended::of(&end, now));
            out.push(ended_apart(&record, end));
        }
        changes.push(Change::Exchange(Box::new(record.bare())));
        self.persist(Step::Kept(id), changes, out);
        if record.is_unsettled() {
            // The handset uses a key that the centre has lost.
            self.devices.entry(device.clone()).or_default().doubts.push(Doubt::new(record, call));
            self.go_on(now, &device, out);
        } else {
            self.exchanges.remove(&id);
            self.no_doubt_left(now, &device, out);
        }
        if let Some(next) = self.debts.oldest(&device).filter(|_| !matches!(wants, Wants::Discard)) {
            self.debts.put_off(next, now);
            self.debts_due(now, out);
        }
    }
}
