//! What the north is still to be told of exchanges that hold up nobody any more: to forget a key that will not be used, or to make one live whose
//! commit became known when the exchange was over.
//!
//! Told until it has heard, with growing pauses; what is owed stands in the exchange's record, so that a later process goes on. Of one device an older
//! key is made live before a younger one: the last that the centre hears of is the one that the handset uses. Nothing is discarded while a younger exchange of the device is under way, for a centre may know no exchange by its name. Called by
//! [`super::Desk`].

use std::collections::{BTreeSet, HashMap};

use crate::exchange::north::{Ask, NorthAnswer};
use crate::exchange::{Call, Key, NorthFault};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, State, Time, Way};

use super::doubts::Doubt;
use super::keeping::audit;
use super::record::{Change, Ended, ExchangeRecord};
use super::{Action, Desk, Note, Step};

/// All that is owed.
#[derive(Default)]
pub(super) struct Debts {
    all: HashMap<ExchangeId, Debt>,
    due: BTreeSet<(Time, ExchangeId)>,
    /// Activations among them, by device and age.
    activations: BTreeSet<(DeviceId, Time, ExchangeId)>,
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
        let own = (record.device().clone(), record.created, record.id);
        let first = (record.device().clone(), Time(0), ExchangeId(0));
        self.activations.range(first..own).next().is_some()
    }

    /// The oldest key of this device that is to be made live.
    fn oldest(&self, device: &DeviceId) -> Option<ExchangeId> {
        let first = (device.clone(), Time(0), ExchangeId(0));
        let (of, _, id) = self.activations.range(first..).next()?;
        (of == device).then_some(*id)
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
        self.activations.remove(&(debt.record.device().clone(), debt.record.created, exchange));
        Some(debt)
    }
}

impl Desk {
    /// Takes on what is owed; the north is told from this moment on.
    pub(super) fn owe(&mut self, debt: Debt, at: Time) {
        let id = debt.record.id;
        if !matches!(debt.wants, Wants::Discard) {
            self.debts.activations.insert((debt.record.device().clone(), debt.record.created, id));
        }
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
            if younger && matches!(debt.wants, Wants::Discard) {
                self.debts.put_off(id, now.plus(limits::DISCARD_WAITS_MS));
                continue;
            }
            let way = debt.record.choice.map_or(Way::Perform, |(way, _)| way);
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
        match (result, &debt.wants) {
            (Ok(_), Wants::Stage(_)) => {
                debt.wants = Wants::Activate;
                debt.attempts = 0;
                self.debts.put_off(id, now);
                self.debts_due(now, out);
            }
            (Ok(_), _) => self.paid(now, id, None, out),
            (Err(fault), wants) => {
                debt.attempts += 1;
                debt.refusals += u32::from(matches!(fault, NorthFault::Refused(_)));
                if !matches!(wants, Wants::Discard) && debt.refusals >= limits::ACTIVATION_REFUSALS {
                    return self.paid(now, id, Some(&fault), out);
                }
                let pause = (1_000 << debt.attempts.min(16)).min(limits::DEBT_WAITS_MS);
                self.debts.put_off(id, now.plus(pause));
            }
        }
    }

    /// Nothing is owed any more: the north has done it, or will never.
    fn paid(&mut self, now: Time, id: ExchangeId, fault: Option<&NorthFault>, out: &mut Vec<Action>) {
        let Some(Debt { mut record, wants, call, .. }) = self.debts.pay(id) else { return };
        let (device, millis) = (record.device().clone(), now.since(record.created));
        record.at = now;
        let mut changes = Vec::new();
        if matches!(wants, Wants::Discard) {
            record.discards = false;
        } else {
            let outcome = if fault.is_some() { Outcome::AcFailed } else { Outcome::Updated };
            if fault.is_none() {
                record.state = State::Activated;
                let event = audit(now, "akeyd", "key.activate", &record, "");
                changes.push(Change::Audit(Box::new(event)));
            }
            let cause = fault.cloned().map(crate::exchange::Cause::from);
            let end = crate::exchange::End { outcome, cause, version: record.version.clone() };
            record.ended = Some(Ended::of(&end, now));
            let (state, choice) = (record.state, record.choice);
            let device = device.clone();
            let campaign = record.campaign().cloned();
            out.push(Action::Note(Note::ExchangeEnded { device, exchange: id, state, choice, end, campaign, millis }));
        }
        changes.push(Change::Exchange(Box::new(record.bare())));
        self.persist(Step::Kept(id), changes, out);
        if record.is_unsettled() {
            // The handset uses a key that the centre has lost.
            self.devices.entry(device.clone()).or_default().doubts.push(Doubt::new(record, call));
            self.go_on(now, &device, out);
        } else {
            self.exchanges.remove(&id);
        }
        if let Some(next) = self.debts.oldest(&device).filter(|_| !matches!(wants, Wants::Discard)) {
            self.debts.put_off(next, now);
            self.debts_due(now, out);
        }
    }
}
