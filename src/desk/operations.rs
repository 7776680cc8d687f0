//! What operators want of a device's exchanges: to take one back, to settle a doubt; and what follows when a subscriber is written anew.
//!
//! Each is answered when it is durable, and stands in the audit trail under the name of whoever wanted it. Called by [`super::Desk`].

use crate::exchange::{Cause, Event as ExchangeEvent, Exchange};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, State, Time};

use super::debts::Debt;
use super::doubts::{Doubt, Superseding, doubt_ended};
use super::keeping::audit;
use super::queue::Loading;
use super::record::{Change, Ended, ExchangeRecord};
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
const YOUNGER_COMMITTED: &str =
    "the handset has committed a younger key, which the authentication centre is being told to make live";
/// Why it never will be.
const OVERTAKEN: &str = "the authentication centre was asked for another key of the device since and holds this one no more: only another exchange helps";
/// Why something can not be taken back.
const HAS_LEFT: &str = "its Commit Request may have left";
const BUSY: &str = "another operation is under way";

/// What an operator says of a doubt, as the audit trail has it.
fn word(committed: bool) -> &'static str {
    if committed { "committed" } else { "not committed" }
}

impl ExchangeRecord {
    /// What an operator's word makes of a doubt: it failed, it has brought its key into use, or the centre is to make that live.
    fn settle(&mut self, now: Time, committed: bool) {
        let ended = |outcome, cause: Option<&str>| {
            Some(Ended { outcome, cause: cause.map(str::to_owned), result_code: None, at: now })
        };
        self.at = now;
        if committed {
            self.state = State::Committed;
            // An OTAF makes it live by itself.
            self.ended = if self.pushed { ended(Outcome::Updated, None) } else { None };
        } else {
            self.commit = None;
            self.ended = ended(Outcome::Failed, Some("the handset has not committed"));
            self.discards = !self.pushed && self.choice.is_some();
        }
    }
}

/// Who asks for an operation on what device, when, and where the answer goes.
#[derive(Clone, Copy)]
struct Asked<'a> {
    now: Time,
    id: &'a DeviceId,
    ticket: OperationTicket,
    actor: &'a Actor,
}

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
        let done = match operation {
            Operation::Start(start) => return self.start(now, *start, Some(ticket), out),
            Operation::Cancel(exchange, actor) => self.cancel(Asked { now, id, ticket, actor: &actor }, exchange, out),
            Operation::Settle(exchange, committed, actor) => {
                self.settle_doubt(Asked { now, id, ticket, actor: &actor }, exchange, committed, out)
            }
            Operation::Changed => {
                self.changed(now, id, out);
                out.push(Action::Answer(ticket, Said::Done));
                Ok(())
            }
        };
        if let Err(said) = done {
            out.push(Action::Answer(ticket, said));
        }
    }

    fn cancel(&mut self, asked: Asked<'_>, exchange: ExchangeId, out: &mut Vec<Action>) -> Result<(), Said> {
        let Asked { now, id, ticket, actor } = asked;
        let device = self.devices.get_mut(id).ok_or(Said::NotFound)?;
        if let Some(at) = device.queue.iter().position(|queued| queued.record.id == exchange) {
            if !device.queue[at].is_durable {
                return Err(Said::Conflict(BUSY));
            }
            let record = device.queue.remove(at).record;
            let event = audit(now, actor, "exchange.cancel", &record, "");
            self.operations.insert(ticket, None);
            self.end_unbegun(now, record, (Outcome::Cancelled, None), Step::Operation(ticket), vec![event], out);
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
        self.operate(asked, "exchange.cancel", "", ExchangeEvent::Cancel, out)
    }

    fn settle_doubt(
        &mut self,
        asked: Asked<'_>,
        exchange: ExchangeId,
        committed: bool,
        out: &mut Vec<Action>,
    ) -> Result<(), Said> {
        let device = self.devices.get_mut(asked.id).ok_or(Said::NotFound)?;
        if let Some(at) = device.doubts.iter().position(|doubt| doubt.record.id == exchange) {
            if committed {
                let doubted = &device.doubts[at].record;
                let own = device.record.as_ref().filter(|own| own.state >= State::Committed);
                if own.is_some_and(|own| own.kind == doubted.kind) || self.debts.owe_younger(doubted) {
                    return Err(Said::Conflict(YOUNGER_COMMITTED));
                }
                if !self.settings.knows_exchanges {
                    may_be_made_live(device, &device.doubts[at])?;
                }
            }
            let doubt = device.doubts.remove(at);
            self.end_doubt(asked, doubt, committed, out);
            return Ok(());
        }
        if device.queue.iter().any(|queued| queued.record.id == exchange) {
            return Err(Said::Conflict("it is not in doubt"));
        }
        let own = device.exchange.as_ref().filter(|own| own.id() == exchange).ok_or(Said::NotFound)?;
        if !own.is_in_doubt() {
            return Err(Said::Conflict("it is not in doubt"));
        }
        self.operate(asked, "exchange.settle", word(committed), ExchangeEvent::Settle(committed), out)
    }

    /// Ends a doubt that holds up nobody; what the centre is to hear of it is owed once that is durable.
    fn end_doubt(&mut self, asked: Asked<'_>, doubt: Doubt, committed: bool, out: &mut Vec<Action>) {
        let Asked { now, id, ticket, actor } = asked;
        let Doubt { mut record, call, .. } = doubt;
        let (mut said, left) =
            (vec![audit(now, actor, "exchange.settle", &record, word(committed))], record.commit_at());
        record.settle(now, committed);
        let is_owed = record.ended.is_none();
        if is_owed {
            said.push(audit(now, actor, "key.commit", &record, ""));
        }
        let said = said.into_iter().map(|event| Change::Audit(Box::new(event)));
        let mut changes: Vec<_> = std::iter::once(Change::Exchange(Box::new(record.bare()))).chain(said).collect();
        if committed {
            // What the handset had before cannot be what it uses now.
            self.supersede(now, &record, Some(left), &mut changes, out);
        }
        self.persist(Step::Operation(ticket), changes, out);
        out.push(doubt_ended(&record));
        let debt = if is_owed {
            self.debts.expect_activation(&record);
            let key = record.key.take();
            Some(Debt::activate(record, key, call))
        } else if record.discards {
            Some(Debt::discard(record, call))
        } else {
            None
        };
        self.operations.insert(ticket, debt);
        if let Some(device) = self.devices.get_mut(id) {
            // Somebody has looked at it.
            device.superseding = Superseding::default();
        }
        self.no_doubt_left(now, id, out);
        self.go_on(now, id, out);
    }

    /// Lets an operation happen to the exchange that a device has; it is answered when what follows is durable.
    fn operate(
        &mut self,
        asked: Asked<'_>,
        action: &str,
        more: &str,
        event: ExchangeEvent,
        out: &mut Vec<Action>,
    ) -> Result<(), Said> {
        let Asked { now, id, ticket, actor } = asked;
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
    pub(super) fn no_doubt_left(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
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
        let Some(device) = self.devices.get_mut(id) else { return };
        device.is_removed = !known;
        if known {
            return;
        }
        let waiting: Vec<_> = device.queue.extract_if(.., |queued| queued.is_durable).collect();
        for queued in waiting {
            let step = Step::Kept(queued.record.id);
            let end = (Outcome::Cancelled, Some(Cause::Removed));
            self.end_unbegun(now, queued.record, end, step, Vec::new(), out);
        }
        self.forget_doubts(now, id, out);
        self.device_event(now, id, ExchangeEvent::Removed, out);
        self.settle(now, id, out);
    }
}
