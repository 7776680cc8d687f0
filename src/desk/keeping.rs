//! What of an exchange is made durable, and what becomes of a step that the store has no room for.
//!
//! Each durable step of an exchange is one commit: its whole record, what has happened in it since the last one, and what the audit trail
//! says of it. A step that is refused is tried again until there is room, or until a younger step of the same exchange takes its place; the
//! handset meanwhile waits as for a slow store. Called by [`super::Desk`].

use std::borrow::Cow;
use std::collections::VecDeque;

use crate::exchange::{Call, Cause, End, Event as ExchangeEvent, Record};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, State, Time, Way};

use super::debts::Debt;
use super::record::{
    AuditEvent, Change, CommitMark, Ended, ExchangeRecord, Happened, HistoryStep, OURSELVES, Origin, campaign_actor,
};
use super::resume::call_after;
use super::{Action, Desk, Device, Note, Said, Step};

impl Origin {
    /// Whoever asked, as the audit trail names him: no campaign and no peer is called as another one.
    pub(super) fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Contact => OURSELVES.into(),
            Self::Operator(name) => (&**name).into(),
            Self::Campaign(name) => campaign_actor(name).into(),
            Self::North(name) => format!("north:{name}").into(),
        }
    }
}

/// Tells how an exchange ended that was not under way here.
pub(super) fn ended_apart(record: &ExchangeRecord, end: End) -> Action {
    Action::Note(Note::ExchangeEnded {
        device: record.device().clone(),
        exchange: record.id,
        state: record.state,
        choice: record.choice,
        end,
        campaign: record.campaign().cloned(),
        millis: record.lasted(record.at),
    })
}

/// A record of the audit trail about an exchange.
pub(super) fn audit(at: Time, actor: &str, action: &str, record: &ExchangeRecord, more: &str) -> AuditEvent {
    let gap = if more.is_empty() { "" } else { "; " };
    AuditEvent {
        at,
        actor: actor.to_owned(),
        action: action.to_owned(),
        subject: record.id.to_string(),
        detail: format!("{}{gap}{more}", record.device()),
    }
}

impl Device {
    /// Notes something that happened in the exchange; it goes to the store with the next step, or once the handset has been answered.
    pub(super) fn happened(&mut self, at: Time, what: Happened) {
        let Some(exchange) = &self.exchange else { return };
        if self.history.len() == limits::HISTORY_STEPS {
            self.history.remove(0);
        }
        self.history.push(HistoryStep { at, state: exchange.state(), what });
    }

    /// Brings the record in line with a step of the exchange.
    fn take_down(&mut self, now: Time, step: &Record, correlator: impl FnOnce() -> String) -> Option<&ExchangeRecord> {
        let (exchange, record) = (self.exchange.as_ref()?, self.record.as_mut()?);
        record.at = now;
        record.state = step.state;
        record.choice = exchange.choice();
        (record.order, record.kind) = exchange.order_and_kind().unzip();
        record.version = exchange.version().clone();
        record.discards = step.discards;
        if let Some(tag) = step.commit {
            record.commit = Some(CommitMark { at: now, correlator: Some(correlator()), tag: tag.0 });
        } else if step.state < State::CommitSent {
            record.commit = None;
        }
        let since = record.ended.take().filter(|before| before.outcome == Outcome::InDoubt).map(|before| before.at);
        record.ended = step.end.as_ref().map(|end| {
            let ended = Ended::of(end, now);
            // It is in doubt since it first was.
            Ended { at: since.filter(|_| ended.outcome == Outcome::InDoubt).unwrap_or(now), ..ended }
        });
        Some(record)
    }

    /// What has happened since the last step.
    fn take_history(&mut self) -> Vec<Change> {
        let Some(id) = self.record.as_ref().map(|record| record.id) else { return Vec::new() };
        self.history.drain(..).map(|step| Change::History(id, Box::new(step))).collect()
    }
}

impl Desk {
    /// Makes a step of the device's exchange durable, and what goes with it.
    pub(super) fn keep(&mut self, now: Time, id: &DeviceId, call: Call, step: Record, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let was_in_doubt = device.record.as_ref().is_some_and(|record| record.is_unsettled());
        let entropy = &mut self.entropy;
        let Some(record) = device.take_down(now, &step, || entropy.correlator()) else { return };
        let exchange = record.id;
        let said = key_event(&step, record, was_in_doubt).map(|action| audit(now, OURSELVES, action, record, ""));
        let said = said.into_iter().chain(step.end.as_ref().and_then(|end| removed(now, end, record)));
        // Known to be in use by the handset; or by both, when what the centre has refused before matters no more either.
        let in_use = match &step.end {
            None => step.state == State::Committed,
            Some(end) => end.outcome == Outcome::Updated,
        };
        let by = in_use.then(|| record.bare());
        let whole = ExchangeRecord { key: step.key, ..record.bare() };
        let mut changes = vec![Change::Exchange(Box::new(whole))];
        changes.extend(device.take_history());
        changes.extend(device.audit.drain(..).chain(said).map(|event| Change::Audit(Box::new(event))));
        if let Some((_, waits)) = &mut device.operation {
            waits.get_or_insert(call);
        }
        if let Some(by) = by {
            self.supersede(now, &by, None, &mut changes, out);
        }
        self.persist(Step::Exchange(exchange, call), changes, out);
    }

    /// Makes changes durable that write records of exchanges anew: they take the place of older steps of those that still wait for room.
    pub(super) fn persist(&mut self, step: Step, mut changes: Vec<Change>, out: &mut Vec<Action>) {
        let of = |change: &Change| if let Change::Exchange(record) = change { Some(record.id) } else { None };
        for exchange in changes.iter().filter_map(of).collect::<Vec<_>>() {
            changes.extend(self.refusals.replaced_by(exchange));
        }
        out.push(Action::Persist(step, changes));
    }

    /// Brings to the store what has happened in the device's exchange, though no step of it is due.
    pub(super) fn keep_history(&mut self, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let changes = device.take_history();
        if !changes.is_empty() {
            out.push(Action::Persist(Step::Lazy, changes));
        }
    }

    /// The same of every device: the process is about to end.
    pub(super) fn keep_histories(&mut self, out: &mut Vec<Action>) {
        let devices: Vec<_> =
            self.devices.iter().filter(|(_, device)| !device.history.is_empty()).map(|(id, _)| id.clone()).collect();
        devices.iter().for_each(|id| self.keep_history(id, out));
    }

    /// Notes where an exchange stands that an OTAF drives: nothing but its Commit Request waits for that to be durable, for the key is the OTAF's.
    pub(super) fn keep_pushed(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let Some(exchange) = device.exchange.as_ref().filter(|exchange| exchange.is_pushed()) else { return };
        let state = exchange.state();
        let Some(record) = device.take_down(now, &Record::of(state), String::new) else { return };
        let change = Change::Exchange(Box::new(record.bare()));
        out.push(Action::Persist(Step::Lazy, vec![change]));
    }

    /// Ends an exchange that is not under way.
    pub(super) fn end_unbegun(
        &mut self,
        now: Time,
        mut record: Box<ExchangeRecord>,
        (outcome, cause): (Outcome, Option<Cause>),
        step: Step,
        audited: Vec<AuditEvent>,
        out: &mut Vec<Action>,
    ) {
        self.exchanges.remove(&record.id);
        // One that an earlier process has begun may have left something with the centre.
        record.discards |= record.choice.is_some();
        record.at = now;
        let end = End { outcome, cause, version: record.version.clone() };
        record.ended = Some(Ended::of(&end, now));
        let mut changes = vec![Change::Exchange(Box::new(record.bare()))];
        let said = audited.into_iter().chain(removed(now, &end, &record));
        changes.extend(said.map(|event| Change::Audit(Box::new(event))));
        self.persist(step, changes, out);
        out.push(ended_apart(&record, end));
        if record.discards {
            let call = call_after(&record, now);
            self.owe(Debt::discard(record, call), now.plus(limits::STORE_AGAIN_MS));
        }
    }

    /// A step is durable.
    pub(super) fn durable(&mut self, now: Time, step: Step, out: &mut Vec<Action>) {
        self.refusals.no_more();
        match step {
            Step::Login(login) => self.login_durable(now, login, out),
            Step::Nonce(device, visit) => self.nonce_durable(now, &device, visit, out),
            Step::Queued(exchange) => self.queued_durable(now, exchange, out),
            Step::Exchange(exchange, call) => {
                self.operation_durable(exchange, call, out);
                self.exchange_event(now, exchange, ExchangeEvent::Durable(call), out);
            }
            Step::Operation(ticket) => {
                if let Some(debt) = self.operations.remove(&ticket) {
                    out.push(Action::Answer(ticket, Said::Done));
                    if let Some(debt) = debt {
                        self.owe(debt, now);
                        self.debts_due(now, out);
                    }
                }
            }
            Step::Kept(_) | Step::Lazy => {}
        }
    }

    /// The operation that waited for this step of an exchange is done.
    fn operation_durable(&mut self, exchange: ExchangeId, call: Call, out: &mut Vec<Action>) {
        let Some(device) = self.exchanges.get(&exchange).and_then(|id| self.devices.get_mut(id)) else { return };
        if let Some((ticket, _)) = device.operation.take_if(|(_, waits)| *waits == Some(call)) {
            out.push(Action::Answer(ticket, Said::Done));
        }
    }

    /// The store has no room for a step.
    pub(super) fn refused(&mut self, now: Time, step: Step, mut changes: Vec<Change>, out: &mut Vec<Action>) {
        self.refusals.noted(now);
        out.push(Action::Note(Note::StoreRefused));
        match step {
            Step::Login(login) => self.login_refused(login, out),
            Step::Queued(exchange) => self.queued_refused(now, exchange, out),
            Step::Lazy => {}
            Step::Nonce(device, visit) => {
                if self.nonce_refused(&device, visit, out) {
                    self.refusals.wait(now, Step::Nonce(device, visit), changes);
                }
            }
            Step::Exchange(exchange, call) if !self.awaits(exchange, call) => {
                // A younger step has been taken meanwhile, or is on its way: made after it, this one would undo it.
                changes.retain(|change| !matches!(change, Change::Exchange(record) if record.id == exchange));
                if !changes.is_empty() {
                    self.refusals.wait(now, Step::Kept(exchange), changes);
                }
            }
            step => self.refusals.wait(now, step, changes),
        }
    }

    /// The store will never make a step. Who waits is told; an exchange that waits for it ends when its time is over.
    pub(super) fn impossible(&mut self, now: Time, step: Step, out: &mut Vec<Action>) {
        const WHY: Said = Said::Conflict("what is kept of it is damaged");
        match step {
            Step::Login(login) => self.login_refused(login, out),
            Step::Queued(exchange) => self.queued_refused(now, exchange, out),
            Step::Nonce(device, visit) => drop(self.nonce_refused(&device, visit, out)),
            Step::Operation(ticket) => {
                self.operations.remove(&ticket);
                out.push(Action::Answer(ticket, WHY));
            }
            Step::Exchange(exchange, call) => {
                let device = self.exchanges.get(&exchange).and_then(|id| self.devices.get_mut(id));
                let waiting = device.and_then(|device| device.operation.take_if(|(_, waits)| *waits == Some(call)));
                out.extend(waiting.map(|(ticket, _)| Action::Answer(ticket, WHY)));
            }
            Step::Kept(_) | Step::Lazy => {}
        }
    }

    /// Whether this is the last thing that an exchange waits for.
    fn awaits(&self, exchange: ExchangeId, call: Call) -> bool {
        let device = self.exchanges.get(&exchange).and_then(|id| self.devices.get(id));
        let own = device.and_then(|device| device.exchange.as_ref()).filter(|own| own.id() == exchange);
        own.is_some_and(|own| own.is_pushed() || own.last_call() == call)
    }

    /// Steps that are to be tried again.
    pub(super) fn refusals_due(&mut self, now: Time, out: &mut Vec<Action>) {
        while let Some((step, changes)) = self.refusals.due(now) {
            // The nonce of a session that is over may be older than the one that the device has now.
            if let Step::Nonce(device, visit) = &step
                && self.visit_of(device, *visit).is_none()
            {
                continue;
            }
            out.push(Action::Persist(step, changes));
        }
    }
}

/// What the audit trail says of a step, if it is about a key.
fn key_event(step: &Record, record: &ExchangeRecord, was_in_doubt: bool) -> Option<&'static str> {
    match (step.state, step.end.as_ref().map(|end| end.outcome)) {
        (State::Pending, None) if step.key.is_some() => Some("key.pending"),
        (State::Committed, None) => Some("key.commit"),
        (_, Some(Outcome::Updated)) => Some("key.activate"),
        (_, Some(Outcome::InDoubt)) if !was_in_doubt => Some("exchange.in_doubt"),
        (_, Some(Outcome::InDoubt)) => None,
        (state, Some(_)) if step.discards || (state >= State::Pending && record.choice.is_some_and(performs)) => {
            Some("key.discard")
        }
        _ => None,
    }
}

/// What the audit trail says of an exchange that ends because its subscriber was removed: nobody else has a word about it.
fn removed(now: Time, end: &End, record: &ExchangeRecord) -> Option<AuditEvent> {
    let cause = end.cause.as_ref().filter(|cause| **cause == Cause::Removed)?;
    let action = if end.outcome == Outcome::Cancelled { "exchange.cancel" } else { "exchange.settle" };
    Some(audit(now, OURSELVES, action, record, &cause.to_string()))
}

fn performs((way, _): (Way, crate::words::Dialect)) -> bool {
    way == Way::Perform
}

/// Steps that the store had no room for, in their order.
#[derive(Default)]
pub(super) struct Refusals {
    waiting: VecDeque<(Time, Step, Vec<Change>)>,
    /// When the last one was refused.
    last: Option<Time>,
}

impl Refusals {
    /// When a step is to be tried again, or it may be thought that there is room.
    pub(super) fn deadline(&self) -> Option<Time> {
        let forgiven = self.last.map(|last| last.plus(2 * limits::STORE_AGAIN_MS));
        self.waiting.front().map(|(time, ..)| *time).into_iter().chain(forgiven).min()
    }

    /// Whether the store has refused something, and taken nothing since.
    pub(super) fn is_refused(&self, now: Time) -> bool {
        !self.waiting.is_empty() || self.last.is_some_and(|last| now < last.plus(2 * limits::STORE_AGAIN_MS))
    }

    fn noted(&mut self, now: Time) {
        self.last = Some(now);
    }

    fn no_more(&mut self) {
        self.last = None;
    }

    fn wait(&mut self, now: Time, step: Step, changes: Vec<Change>) {
        self.waiting.push_back((now.plus(limits::STORE_AGAIN_MS), step, changes));
    }

    fn due(&mut self, now: Time) -> Option<(Step, Vec<Change>)> {
        self.last = self.last.filter(|last| now < last.plus(2 * limits::STORE_AGAIN_MS));
        self.waiting.pop_front_if(|(time, ..)| *time <= now).map(|(_, step, changes)| (step, changes))
    }

    /// A younger step of this exchange is on its way: it tells all that an older one would, but for what only that one knew.
    fn replaced_by(&mut self, exchange: ExchangeId) -> Vec<Change> {
        let mut rest = Vec::new();
        self.waiting.retain_mut(|(_, step, changes)| {
            let older = matches!(step, Step::Exchange(id, _) | Step::Kept(id) if *id == exchange);
            if older {
                let other = |change: &Change| !matches!(change, Change::Exchange(record) if record.id == exchange);
                rest.extend(changes.drain(..).filter(other));
            }
            !older
        });
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_campaign_or_peer_is_called_as_another_one() {
        let name = "akeyd";
        let origins = [
            Origin::Contact,
            Origin::Operator("uid:0".into()),
            Origin::Campaign(name.into()),
            Origin::North(name.into()),
        ];
        assert_eq!(origins.each_ref().map(Origin::name), ["akeyd", "uid:0", "campaign:akeyd", "north:akeyd"]);
    }
}
