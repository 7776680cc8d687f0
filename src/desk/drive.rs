//! What an exchange wants done, and what becomes of it.
//!
//! Translates between an exchange's words and those of a session and of the desk's own surroundings; decides nothing. Called by
//! [`super::Desk::handle`].

use crate::dm::carrier::Request;
use crate::exchange::choice::Policy;
use crate::exchange::pushed::{Push, SmsCause, Ticket as PushTicket, Told};
use crate::exchange::{Action as Wish, End, Event as ExchangeEvent, Exchange, Record, South, SouthRequest, Terms};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, Time};

use super::record::{Change, ExchangeRecord, Remembered};
use super::visit;
use super::{Action, Desk, Note, Power, Start, Step};

impl Desk {
    /// Queues an exchange; it begins at the device's next contact, or at once when nothing else is queued.
    pub(super) fn start(&mut self, now: Time, start: Start, out: &mut Vec<Action>) {
        let id = start.device.clone();
        let device = self.devices.entry(id.clone()).or_default();
        if device.exchange.is_none() {
            let here = device.visit.as_ref().filter(|visit| !visit.close).map(|visit| visit.capability.clone());
            self.begin(now, start, out);
            if let Some(known) = here {
                self.device_event(now, &id, ExchangeEvent::Opened(known), out);
            }
        } else if device.queue.len() < limits::EXCHANGES_PER_DEVICE {
            device.queue.push_back(start);
        }
        self.settle(now, &id, out);
    }

    /// Makes a queued exchange the device's own.
    pub(super) fn begin(&mut self, now: Time, start: Start, out: &mut Vec<Action>) {
        let terms = self.terms(now, &start);
        self.adopt(now, &start.device, Exchange::driven(terms), out);
    }

    /// Begins an exchange that an OTAF drives.
    pub(super) fn begin_pushed(&mut self, now: Time, start: &Start, ticket: PushTicket, out: &mut Vec<Action>) {
        let terms = self.terms(now, start);
        self.adopt(now, &start.device, Exchange::pushed(terms, ticket, now), out);
    }

    fn adopt(&mut self, now: Time, id: &DeviceId, exchange: Exchange, out: &mut Vec<Action>) {
        out.push(Action::Note(Note::ExchangeStarted(id.clone(), exchange.id())));
        self.exchanges.insert(exchange.id(), id.clone());
        let device = self.devices.entry(id.clone()).or_default();
        device.exchange = Some(exchange);
        device.since = now;
    }

    fn terms(&mut self, now: Time, start: &Start) -> Terms {
        let settings = &self.settings;
        let policy = Policy {
            way: start.way.or(settings.policy.way),
            dialect: start.dialect.or(settings.policy.dialect),
            ..settings.policy.clone()
        };
        Terms {
            id: ExchangeId(self.entropy.id()),
            policy,
            order: start.order.unwrap_or(settings.order),
            kind: start.kind.unwrap_or(settings.kind),
            group: settings.group.clone(),
            exponent_bits: settings.exponent_bits,
            expires: now.plus(settings.exchange_ms),
            step_ms: settings.step_ms,
            north_ms: settings.north_ms,
        }
    }

    /// What an OTAF pushes to a device that it is attached to.
    pub(super) fn push(&mut self, now: Time, id: &DeviceId, push: Push, out: &mut Vec<Action>) {
        let attached =
            self.devices.get(id).and_then(|device| device.exchange.as_ref()).is_some_and(Exchange::is_pushed);
        if attached {
            self.device_event(now, id, ExchangeEvent::Pushed(push), out);
            self.settle(now, id, out);
        } else {
            let (Push::Forward(ticket, _) | Push::Release(ticket)) = push;
            out.push(Action::Tell(ticket, Told::Cause(SmsCause::NO_SESSION)));
        }
    }

    /// An event of an exchange that is known by its name.
    pub(super) fn exchange_event(&mut self, now: Time, id: ExchangeId, event: ExchangeEvent, out: &mut Vec<Action>) {
        if let Some(device) = self.exchanges.get(&id).cloned() {
            self.device_event(now, &device, event, out);
            self.settle(now, &device, out);
        }
    }

    /// An event of the exchange that a device has, if it has one.
    pub(super) fn device_event(&mut self, now: Time, id: &DeviceId, event: ExchangeEvent, out: &mut Vec<Action>) {
        let Some(exchange) = self.devices.get_mut(id).and_then(|device| device.exchange.as_mut()) else { return };
        let doubted = exchange.is_in_doubt();
        let wishes = exchange.handle(now, event);
        match (doubted, exchange.is_in_doubt()) {
            (false, true) => self.in_doubt += 1,
            (true, false) => self.in_doubt -= 1,
            _ => {}
        }
        for wish in wishes {
            self.grant(now, id, wish, out);
        }
    }

    fn grant(&mut self, now: Time, id: &DeviceId, wish: Wish, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let Some(exchange) = device.exchange.as_ref() else { return };
        let exchange_id = exchange.id();
        match wish {
            Wish::South(requests) => self.send(now, id, requests, out),
            Wish::CloseSession => {
                if let Some(visit) = &mut device.visit {
                    visit.close = true;
                }
            }
            Wish::MakePublic { call, group, exponent_bits } => {
                out.push(Action::Compute(exchange_id, call, Power::Public(group, exponent_bits)));
            }
            Wish::Share { call, group, ms_result, y } => {
                out.push(Action::Compute(exchange_id, call, Power::Shared(group, ms_result, y)));
            }
            Wish::Persist(call, Record { state, end, key }) => {
                let record = ExchangeRecord {
                    id: exchange_id,
                    device: id.clone(),
                    choice: exchange.choice(),
                    state,
                    end,
                    key,
                    at: now,
                };
                out.push(Action::Persist(Step::Exchange(exchange_id, call), vec![Change::Exchange(Box::new(record))]));
            }
            Wish::Remember(capability) => {
                let Some(visit) = &mut device.visit else { return };
                visit.capability = Some(capability.clone());
                let dev_info = visit.dev_info();
                let remembered = Remembered { capability, at: now, dev_info };
                out.push(Action::Persist(Step::Lazy, vec![Change::Capability(id.clone(), remembered)]));
            }
            Wish::Ask(call, ask) => out.push(Action::Ask { exchange: exchange_id, call, device: id.clone(), ask }),
            Wish::Tell(ticket, told) => out.push(Action::Tell(ticket, told)),
            Wish::Finish(end) => self.finish(now, id, end, out),
        }
    }

    fn send(&mut self, now: Time, id: &DeviceId, requests: Vec<South>, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let Some(visit) = device.visit.as_mut().filter(|visit| !visit.close) else {
            return self.device_event(now, id, ExchangeEvent::SessionLost, out);
        };
        let nodes = visit.nodes_prefix();
        for South { tag, request } in requests {
            let request = match request {
                SouthRequest::Carry(octets) => Request::Carry(octets),
                SouthRequest::Read(node) => Request::Get(format!("{nodes}/{node}")),
            };
            visit.outbox.push(visit::request(tag, request, self.entropy.correlator()));
        }
    }

    fn finish(&mut self, now: Time, id: &DeviceId, end: End, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let Some(exchange) = device.exchange.take() else { return };
        self.exchanges.remove(&exchange.id());
        device.late.clear();
        if let Some(visit) = &mut device.visit {
            visit.forget_requests();
        }
        let (choice, millis) = (exchange.choice(), now.since(device.since));
        let doubted = end.outcome == Outcome::InDoubt && !exchange.is_pushed();
        let ended = Note::ExchangeEnded { device: id.clone(), exchange: exchange.id(), choice, end, millis };
        out.push(Action::Note(ended));
        self.next_exchange(now, id, doubted, out);
    }

    /// Begins what comes next for a handset that is here and has not been let go: what is queued, what supersedes the keys of a doubt, or
    /// what each contact brings. Otherwise that waits for its next contact.
    pub(super) fn next_exchange(&mut self, now: Time, id: &DeviceId, doubted: bool, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id).filter(|device| device.exchange.is_none()) else { return };
        let Some(visit) = device.visit.as_ref().filter(|visit| !visit.close) else { return };
        let known = visit.capability.clone();
        let new = || Start { device: id.clone(), way: None, dialect: None, order: None, kind: None };
        let queued = device.queue.pop_front();
        if let Some(start) = queued.or_else(|| (doubted || self.settings.start_on_contact).then(new)) {
            self.begin(now, start, out);
            self.device_event(now, id, ExchangeEvent::Opened(known), out);
        }
    }
}
