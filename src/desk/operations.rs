//! What operators want of a device's exchanges: to take one back, to settle a doubt; and what follows when a subscriber is written anew.
//!
//! Each is answered when it is durable, and stands in the audit trail under the name of whoever wanted it. Called by [`super::Desk`].

use crate::exchange::{Event as ExchangeEvent, Exchange};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, State, Time};

use super::debts::Debt;
use super::doubts::{Doubt, doubt_ended};
use super::keeping::audit;
use super::queue::Loading;
use super::record::{Change, Ended};
use super::{Action, Actor, Desk, Device, Operation, OperationTicket, Said, Step};

/// Whether a centre that holds one key of a device can make the key of this doubt live, and would make no other.
fn may_be_made_live(device: &Device, doubt: &Doubt) -> Result<(), Said> {
    let under_way = device.exchange.as_ref().is_some_and(Exchange::has_asked);
    match (&doubt.record.key, doubt.record.pushed || !doubt.overtaken) {
        // It is staged anew first, and must not take the place of a younger one.
        (Some(_), _) if under_way => Err(Said::Conflict(YOUNGER_UNDER_WAY)),
        (None, false) => Err(Said::Conflict(OVERTAKEN)),
        _ => Ok(()),
    }
}

/// Why a key is not made live now.
const YOUNGER_UNDER_WAY: &str =
    "the authentication centre holds a younger key of the device: when that exchange is over, it can be settled";
/// Why it never will be.
const OVERTAKEN: &str = "the authentication centre was asked for another key of the device since and holds this one no more: only another exchange helps";
/// Why something can not be taken back.
const HAS_LEFT: &str = "its Commit Request may have left";
const BUSY: &str = "another operation is under way";

impl Desk {
    /// What an operator wants of a device.
    pub(super) fn operation(
        &mut self,
        now: Time,
        id: &DeviceId,
        operation: Operation,
        ticket: OperationTicket,
        out: &mut Vec<Action>,
    ) {
        match operation {
            Operation::Start(start) => self.start(now, *start, Some(ticket), out),
            Operation::Cancel(exchange, actor) => {
                if let Err(said) = self.cancel(now, id, exchange, &actor, ticket, out) {
                    out.push(Action::Answer(ticket, said));
                }
            }
            Operation::Settle(exchange, committed, actor) => {
                if let Err(said) = self.settle_doubt(now, id, exchange, committed, &actor, ticket, out) {
                    out.push(Action::Answer(ticket, said));
                }
            }
            Operation::Changed => {
                self.changed(now, id, out);
                out.push(Action::Answer(ticket, Said::Done));
            }
        }
    }

    fn cancel(
        &mut self,
        now: Time,
        id: &DeviceId,
        exchange: ExchangeId,
        actor: &Actor,
        ticket: OperationTicket,
        out: &mut Vec<Action>,
    ) -> Result<(), Said> {
        let device = self.devices.get_mut(id).ok_or(Said::NotFound)?;
        if let Some(at) = device.queue.iter().position(|queued| queued.record.id == exchange) {
            if !device.queue[at].is_durable {
                return Err(Said::Conflict(BUSY));
            }
            let record = device.queue.remove(at).record;
            let event = audit(now, actor, "exchange.cancel", &record, "");
            self.operations.insert(ticket, None);
            self.end_unbegun(now, record, Outcome::Cancelled, Step::Operation(ticket), vec![event], out);
            self.go_on(now, id, out);
            return Ok(());
        }
        if device.doubts.iter().any(|doubt| doubt.record.id == exchange) {
            return Err(Said::Conflict(HAS_LEFT));
        }
        let own = device.exchange.as_ref().filter(|own| own.id() == exchange).ok_or(Said::NotFound)?;
        if !own.may_be_cancelled() {
            return Err(Said::Conflict(if own.state() < State::CommitSent { "it is ending" } else { HAS_LEFT }));
        }
        self.operate(now, id, "exchange.cancel", "", actor, ticket, ExchangeEvent::Cancel, out)
    }

    #[expect(clippy::too_many_arguments, reason = "who, what, to what, and the way back")]
    fn settle_doubt(
        &mut self,
        now: Time,
        id: &DeviceId,
        exchange: ExchangeId,
        committed: bool,
        actor: &Actor,
        ticket: OperationTicket,
        out: &mut Vec<Action>,
    ) -> Result<(), Said> {
        let device = self.devices.get_mut(id).ok_or(Said::NotFound)?;
        let what = if committed { "committed" } else { "not committed" };
        if let Some(at) = device.doubts.iter().position(|doubt| doubt.record.id == exchange) {
            if committed && !self.settings.knows_exchanges {
                may_be_made_live(device, &device.doubts[at])?;
            }
            let Some(device) = self.devices.get_mut(id) else { return Err(Said::NotFound) };
            let Doubt { mut record, call, .. } = device.doubts.remove(at);
            let event = audit(now, actor, "exchange.settle", &record, what);
            let mut changes = vec![Change::Audit(Box::new(event))];
            record.at = now;
            record.commit = None;
            let (by_otaf, failed) = (record.pushed, |cause: &str| Ended {
                outcome: Outcome::Failed,
                cause: Some(cause.to_owned()),
                result_code: None,
                at: now,
            });
            if !committed {
                record.ended = Some(failed("the handset has not committed"));
                record.discards = !by_otaf && record.choice.is_some();
            } else if by_otaf {
                record.state = State::Committed;
                record.ended = Some(Ended { outcome: Outcome::Updated, cause: None, result_code: None, at: now });
            } else {
                record.state = State::Committed;
                record.ended = None;
                changes.push(Change::Audit(Box::new(audit(now, actor, "key.commit", &record, ""))));
            }
            changes.insert(0, Change::Exchange(Box::new(record.bare())));
            self.persist(Step::Operation(ticket), changes, out);
            out.push(doubt_ended(&record));
            let debt = if record.ended.is_none() {
                self.debts.expect_activation(&record);
                let key = record.key.take();
                Some(Debt::activate(record, key, call))
            } else if record.discards {
                Some(Debt::discard(record, call))
            } else {
                None
            };
            self.operations.insert(ticket, debt);
            self.no_doubt_left(now, id, out);
            self.go_on(now, id, out);
            return Ok(());
        }
        if device.queue.iter().any(|queued| queued.record.id == exchange) {
            return Err(Said::Conflict("it is not in doubt"));
        }
        let own = device.exchange.as_ref().filter(|own| own.id() == exchange).ok_or(Said::NotFound)?;
        if !own.is_in_doubt() {
            return Err(Said::Conflict("it is not in doubt"));
        }
        self.operate(now, id, "exchange.settle", what, actor, ticket, ExchangeEvent::Settle(committed), out)
    }

    /// Lets an operation happen to the exchange that a device has; it is answered when what follows is durable.
    #[expect(clippy::too_many_arguments, reason = "who, what, to what, and the way back")]
    fn operate(
        &mut self,
        now: Time,
        id: &DeviceId,
        action: &str,
        more: &str,
        actor: &Actor,
        ticket: OperationTicket,
        event: ExchangeEvent,
        out: &mut Vec<Action>,
    ) -> Result<(), Said> {
        let device = self.devices.get_mut(id).ok_or(Said::NotFound)?;
        if device.operation.is_some() {
            return Err(Said::Conflict(BUSY));
        }
        device.operation = Some((ticket, None));
        let said = device.record.as_ref().map(|record| audit(now, actor, action, record, more));
        device.audit.extend(said);
        self.device_event(now, id, event, out);
        self.settle(now, id, out);
        Ok(())
    }

    /// An exchange that was to end a doubt, and has not met its handset, is needed no more when there is none.
    fn no_doubt_left(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get(id).filter(|device| device.supersedes && device.doubts.is_empty()) else {
            return;
        };
        let waits = |exchange: &Exchange| matches!(exchange.state(), State::Requested | State::Notified);
        if device.exchange.as_ref().is_some_and(waits) {
            self.device_event(now, id, ExchangeEvent::Cancel, out);
        }
    }

    /// A subscriber was written anew, or removed: what is remembered of it is not true any more. Its session ends with the next answer.
    fn changed(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        self.logins.retain(|_, login| {
            let stale = login.is_of(id);
            if stale {
                out.push(Action::Busy(login.ticket()));
            }
            !stale
        });
        let Some(device) = self.devices.get_mut(id) else { return };
        device.subscriber = None;
        if let Some(visit) = &mut device.visit {
            let waits = visit.let_go();
            if !waits {
                self.device_event(now, id, ExchangeEvent::LetGo, out);
            }
        }
        if self.loads.len() < limits::LOGINS_PER_DESK {
            self.load(id, Loading::Changed(id.clone()), out);
        }
        self.settle(now, id, out);
    }

    /// It is known whether the subscriber is there still: of one that is not, nothing is to come.
    pub(super) fn changed_loaded(&mut self, now: Time, id: &DeviceId, known: bool, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id).filter(|_| !known) else { return };
        let waiting: Vec<_> = device.queue.extract_if(.., |queued| queued.is_durable).collect();
        for queued in waiting {
            let step = Step::Kept(queued.record.id);
            self.end_unbegun(now, queued.record, Outcome::Cancelled, step, Vec::new(), out);
        }
        self.device_event(now, id, ExchangeEvent::Cancel, out);
        self.settle(now, id, out);
    }
}
