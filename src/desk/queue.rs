//! Exchanges that are asked for, until their turn comes.
//!
//! Nothing is asked for on behalf of a device that the store does not know. What is queued is durable before anybody hears of it, and goes in
//! strict order: what an earlier process has begun, then by priority, then by age. Also how the next exchange of a device begins. Called by
//! [`super::Desk`].

use std::cmp::Reverse;

use crate::exchange::choice::Wishes;
use crate::exchange::pushed::{SmsCause, Ticket as PushTicket, Told};
use crate::exchange::{Event as ExchangeEvent, Exchange, Terms, Version};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, State, Time};

use super::keeping::audit;
use super::record::{Change, ExchangeRecord, Start};
use super::visit::Visit;
use super::{Action, Desk, Device, Note, OperationTicket, Origin, Said, Step};

/// Why a subscriber is being loaded.
pub(super) enum Loading {
    /// The device is to be called.
    Call(DeviceId),
    /// An exchange is asked for.
    Start(Box<Start>, Option<OperationTicket>),
    /// It was written anew, or removed.
    Changed(DeviceId),
}

/// An exchange whose turn has not come.
pub(super) struct Queued {
    pub(super) record: Box<ExchangeRecord>,
    pub(super) is_durable: bool,
    /// Who is told once it is durable.
    pub(super) ticket: Option<OperationTicket>,
    /// Where it is of an earlier process: when its handset may be called first.
    pub(super) before: Option<Time>,
}

impl Queued {
    fn place(&self) -> (bool, Reverse<u8>, Time, ExchangeId) {
        let record = &self.record;
        (record.choice.is_none(), Reverse(record.start.priority), record.created, record.id)
    }
}

impl Device {
    /// Takes an exchange into the queue, at its place.
    pub(super) fn enqueue(&mut self, queued: Queued) {
        let at = self.queue.partition_point(|other| other.place() <= queued.place());
        self.queue.insert(at, queued);
    }

    /// Whether exchanges that were asked for are not durable yet, or wait.
    pub(super) fn is_awaiting_starts(&self) -> bool {
        self.arriving > 0 || !self.queue.is_empty()
    }

    /// Whether an exchange that was asked for is not durable yet.
    pub(super) fn is_expecting(&self) -> bool {
        self.arriving > 0 || self.queue.iter().any(|queued| !queued.is_durable)
    }
}

impl Desk {
    /// An exchange is asked for; `ticket`: who hears what became of it.
    pub(super) fn start(&mut self, now: Time, start: Start, ticket: Option<OperationTicket>, out: &mut Vec<Action>) {
        let id = start.device.clone();
        if let Some(said) = self.started_before(&start) {
            return out.extend(ticket.map(|ticket| Action::Answer(ticket, said)));
        }
        if !self.has_room_for(&id) || !self.has_room_for_start() {
            return self.no_start(id, ticket, Said::Full, out);
        }
        let device = self.devices.entry(id.clone()).or_default();
        if device.subscriber.is_some() {
            return self.queue(now, start, ticket, out);
        }
        let is_queue_full = device.arriving >= limits::EXCHANGES_PER_DEVICE;
        if is_queue_full || self.loads.len() >= limits::LOGINS_PER_DESK {
            let said = if is_queue_full { Said::QueueFull } else { Said::Full };
            self.no_start(id.clone(), ticket, said, out);
            return self.tidy(now, &id);
        }
        device.arriving += 1;
        self.load(&id, Loading::Start(Box::new(start), ticket), out);
    }

    /// Looks for a subscriber in the store.
    pub(super) fn load(&mut self, id: &DeviceId, why: Loading, out: &mut Vec<Action>) {
        self.last_load = self.last_load.next();
        self.loads.insert(self.last_load, why);
        out.push(Action::Load(self.last_load, id.clone()));
    }

    /// It is known whether there is such a device.
    pub(super) fn start_loaded(
        &mut self,
        now: Time,
        start: Start,
        known: bool,
        ticket: Option<OperationTicket>,
        out: &mut Vec<Action>,
    ) {
        let id = start.device.clone();
        if let Some(device) = self.devices.get_mut(&id) {
            device.arriving = device.arriving.saturating_sub(1);
        }
        if known {
            return self.queue(now, start, ticket, out);
        }
        self.no_start(id.clone(), ticket, Said::NotFound, out);
        self.go_on(now, &id, out);
    }

    fn no_start(&self, id: DeviceId, ticket: Option<OperationTicket>, said: Said, out: &mut Vec<Action>) {
        out.push(Action::Note(Note::StartRefused(id)));
        out.extend(ticket.map(|ticket| Action::Answer(ticket, said)));
    }

    /// What is to be said of an exchange that is asked for by its name and is here already.
    fn started_before(&self, start: &Start) -> Option<Said> {
        let exchange = start.id?;
        let device = self.exchanges.get(&exchange)?;
        if *device != start.device {
            return Some(Said::Conflict("another device has an exchange of this name"));
        }
        let queue = self.devices.get(device).map_or(&[][..], |device| &device.queue);
        let is_new = queue.iter().any(|queued| queued.record.id == exchange && !queued.is_durable);
        Some(if is_new { Said::Conflict("it is being asked for") } else { Said::Started(exchange) })
    }

    fn queue(&mut self, now: Time, start: Start, ticket: Option<OperationTicket>, out: &mut Vec<Action>) {
        let id = start.device.clone();
        if let Some(said) = self.started_before(&start) {
            // It was asked for twice while the subscriber was being loaded.
            out.extend(ticket.map(|ticket| Action::Answer(ticket, said)));
            return self.go_on(now, &id, out);
        }
        let record = self.asked(now, start);
        let device = self.devices.entry(id.clone()).or_default();
        if device.queue.len() >= limits::EXCHANGES_PER_DEVICE {
            self.no_start(id.clone(), ticket, Said::QueueFull, out);
            return self.go_on(now, &id, out);
        }
        self.exchanges.insert(record.id, id.clone());
        let event = audit(now, &record.start.origin.name(), "exchange.start", &record, "");
        let changes = vec![Change::Exchange(Box::new(record.bare())), Change::Audit(Box::new(event))];
        out.push(Action::Persist(Step::Queued(record.id), changes));
        device.enqueue(Queued { record, is_durable: false, ticket, before: None });
        self.tidy(now, &id);
    }

    /// An exchange that was asked for is durable.
    pub(super) fn queued_durable(&mut self, now: Time, exchange: ExchangeId, out: &mut Vec<Action>) {
        let Some(id) = self.exchanges.get(&exchange).cloned() else { return };
        let Some(device) = self.devices.get_mut(&id) else { return };
        let Some(queued) = device.queue.iter_mut().find(|queued| queued.record.id == exchange) else { return };
        queued.is_durable = true;
        out.extend(queued.ticket.take().map(|ticket| Action::Answer(ticket, Said::Started(exchange))));
        let version = queued.record.version.clone();
        let state = State::Requested;
        out.push(Action::Note(Note::ExchangeMoved { device: id.clone(), exchange, state, version }));
        self.go_on(now, &id, out);
    }

    /// The store has no room for an exchange that was asked for.
    pub(super) fn queued_refused(&mut self, now: Time, exchange: ExchangeId, out: &mut Vec<Action>) {
        let Some(id) = self.exchanges.remove(&exchange) else { return };
        let Some(device) = self.devices.get_mut(&id) else { return };
        let Some(at) = device.queue.iter().position(|queued| queued.record.id == exchange) else { return };
        let queued = device.queue.remove(at);
        self.no_start(id.clone(), queued.ticket, Said::Full, out);
        self.go_on(now, &id, out);
    }

    /// Begins what may begin, and answers the handset if that was all it waited for.
    pub(super) fn go_on(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        self.next_exchange(now, id, out);
        self.settle(now, id, out);
    }

    /// What is kept of an exchange that is asked for now.
    pub(super) fn asked(&mut self, now: Time, mut start: Start) -> Box<ExchangeRecord> {
        let latest = now.plus(self.settings.exchange_ms);
        Box::new(ExchangeRecord {
            id: start.id.take().unwrap_or_else(|| ExchangeId(self.entropy.id())),
            created: now,
            at: now,
            expires: start.expires.unwrap_or(latest),
            start,
            choice: None,
            order: None,
            kind: None,
            state: State::Requested,
            version: Version::default(),
            commit: None,
            ended: None,
            pushed: false,
            discards: false,
            key: None,
        })
    }

    /// Begins what comes next for a device without an exchange: what ends its doubt, if that need not wait, what is queued, or, when the handset is here, what each
    /// contact brings.
    pub(super) fn next_exchange(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id).filter(|device| device.exchange.is_none()) else { return };
        if device.is_removed {
            return self.forget_doubts(now, id, out);
        }
        if device.has_too_many_doubts() {
            // A handset that leaves so many Commits unanswered needs a person, not another one.
            return;
        }
        let next = device.queue.iter().position(|queued| queued.is_durable);
        let doubted = device.doubts.iter().find(|doubt| !doubt.record.pushed).map(|doubt| &doubt.record.start);
        let ends_it = |start: &Start, doubted: &Start| !start.probe && start.kind == doubted.kind;
        let rests = doubted.is_some() && device.superseding.rests(now);
        // While none may be begun to end a doubt, the doubt holds up nothing else.
        let next =
            next.filter(|&at| rests || doubted.is_none_or(|doubted| ends_it(&device.queue[at].record.start, doubted)));
        let mut supersedes = false;
        if let Some(at) = next {
            let Queued { record, before, .. } = device.queue.remove(at);
            self.begin(now, record, before, out);
        } else if rests {
            return;
        } else if let Some(doubted) = doubted {
            supersedes = true;
            let start = Start { expires: None, probe: false, ..doubted.clone() };
            self.begin_unasked(now, start, out);
        } else {
            let here = device.visit.as_deref().is_some_and(Visit::is_open);
            if !here || !self.settings.start_on_contact || device.is_expecting() {
                return;
            }
            self.begin_unasked(now, Start::of(id.clone(), Origin::Contact), out);
        }
        if let Some(device) = self.devices.get_mut(id) {
            device.supersedes = supersedes;
        }
        self.greet(now, id, out);
    }

    /// Begins an exchange that is not in the queue. That it was asked for need not be durable: its key will be.
    fn begin_unasked(&mut self, now: Time, start: Start, out: &mut Vec<Action>) {
        let record = self.asked(now, start);
        out.push(Action::Persist(Step::Lazy, vec![Change::Exchange(Box::new(record.bare()))]));
        self.begin(now, record, None, out);
    }

    /// Makes an exchange the device's own. `before`: it is of an earlier process, and its handset may be called at this moment.
    fn begin(&mut self, now: Time, record: Box<ExchangeRecord>, before: Option<Time>, out: &mut Vec<Action>) {
        if let Some(call_at) = before {
            self.take_up(now, record, call_at, out);
        } else {
            let exchange = Exchange::driven(self.terms(&record));
            self.adopt(record, exchange, out);
        }
    }

    pub(super) fn adopt(&mut self, record: Box<ExchangeRecord>, exchange: Exchange, out: &mut Vec<Action>) {
        let id = record.device().clone();
        out.push(Action::Note(Note::ExchangeStarted(id.clone(), exchange.id())));
        self.exchanges.insert(exchange.id(), id.clone());
        let device = self.devices.entry(id).or_default();
        device.exchange = Some(exchange);
        device.record = Some(record);
        device.doubt_told = false;
        device.resumed = false;
    }

    pub(super) fn terms(&self, record: &ExchangeRecord) -> Terms {
        let (settings, start) = (&self.settings, &record.start);
        Terms {
            id: record.id,
            asked: Wishes { way: start.way, dialect: start.dialect, order: start.order, kind: start.kind },
            policy: settings.policy.clone(),
            order: settings.order,
            kind: settings.kind,
            group: self.group.clone(),
            exponent_bits: settings.exponent_bits,
            expires: record.expires,
            step_ms: settings.step_ms,
            north_ms: settings.north_ms,
            push_ms: settings.push_ms,
            calls: self.calls,
            a_key_p_rev: start.a_key_p_rev,
            probe: start.probe,
            commit_without_ac: settings.commit_without_ac,
            knows_exchanges: settings.knows_exchanges,
        }
    }

    /// An OTAF wants a device: it is told when the device's session is open.
    pub(super) fn attach(&mut self, now: Time, start: Start, ticket: PushTicket, out: &mut Vec<Action>) {
        let id = start.device.clone();
        if !self.has_room_for(&id) {
            return out.push(Action::Tell(ticket, Told::Cause(SmsCause::RESOURCE_SHORTAGE)));
        }
        let device = self.devices.entry(id.clone()).or_default();
        let Some(exchange) = &device.exchange else {
            self.begin_attached(now, start, ticket, out);
            return self.settle(now, &id, out);
        };
        let is_own = device.is_attached_by(&start.origin);
        if is_own && exchange.is_awaited() {
            self.device_event(now, &id, ExchangeEvent::Reattached(ticket), out);
            return self.settle(now, &id, out);
        }
        if !is_own || !exchange.yields(now) {
            return out.push(Action::Tell(ticket, Told::Cause(SmsCause::DESTINATION_BUSY)));
        }
        // The OTAF has lost what it knew of its attach before: that ends as if it had let go.
        if let Some(older) = device.reattach.replace(Box::new((start, ticket))) {
            out.push(Action::Tell(older.1, Told::Cause(SmsCause::DESTINATION_BUSY)));
        }
        self.device_event(now, &id, ExchangeEvent::Replaced, out);
        self.settle(now, &id, out);
    }

    /// Makes an exchange that an OTAF drives the device's own.
    pub(super) fn begin_attached(&mut self, now: Time, start: Start, ticket: PushTicket, out: &mut Vec<Action>) {
        let id = start.device.clone();
        let mut record = self.asked(now, start);
        record.pushed = true;
        out.push(Action::Persist(Step::Lazy, vec![Change::Exchange(Box::new(record.bare()))]));
        let exchange = Exchange::pushed(self.terms(&record), ticket, now);
        self.adopt(record, exchange, out);
        self.greet(now, &id, out);
    }

    /// Ends exchanges whose time was over before their turn came.
    pub(super) fn expire_queued(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let over = |queued: &mut Queued| queued.is_durable && queued.record.expires <= now;
        let over: Vec<Queued> = device.queue.extract_if(.., over).collect();
        for Queued { record, .. } in over {
            let step = Step::Kept(record.id);
            self.end_unbegun(now, record, (Outcome::NoContact, None), step, Vec::new(), out);
        }
    }
}
