//! What an exchange wants done, and what becomes of it.
//!
//! Translates between an exchange's words and those of a session and of the desk's own surroundings; decides nothing. Called by
//! [`super::Desk::handle`].

use crate::dm::request::{Errand, Request};
use crate::exchange::choice::Policy;
use crate::exchange::pushed::{Push, SmsCause, Ticket as PushTicket, Told};
use crate::exchange::{Action as Wish, End, Event as ExchangeEvent, Exchange, Record, South, SouthRequest, Terms};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, State, Time};

use super::record::{Change, ExchangeRecord, Remembered};
use super::{Action, Desk, Doubt, Note, Power, Start, Step};

impl Desk {
    /// Queues an exchange; it begins at the device's next contact, or at once when nothing else is queued.
    pub(super) fn start(&mut self, now: Time, start: Start, out: &mut Vec<Action>) {
        let id = start.device.clone();
        let device = self.devices.entry(id.clone()).or_default();
        if device.queue.len() < limits::EXCHANGES_PER_DEVICE {
            device.queue.push_back(start);
            self.next_exchange(now, &id, out);
        } else {
            out.push(Action::Note(Note::StartRefused(id.clone())));
        }
        self.settle(now, &id, out);
    }

    /// Makes a queued exchange the device's own.
    pub(super) fn begin(&mut self, now: Time, start: Start, out: &mut Vec<Action>) {
        let terms = self.terms(now, &start);
        let exchange = Exchange::driven(terms);
        self.adopt(now, start, exchange, out);
    }

    /// Begins an exchange that an OTAF drives.
    pub(super) fn begin_pushed(&mut self, now: Time, start: &Start, ticket: PushTicket, out: &mut Vec<Action>) {
        let terms = self.terms(now, start);
        let exchange = Exchange::pushed(terms, ticket, now);
        self.adopt(now, start.clone(), exchange, out);
    }

    fn adopt(&mut self, now: Time, start: Start, exchange: Exchange, out: &mut Vec<Action>) {
        let id = &start.device;
        out.push(Action::Note(Note::ExchangeStarted(id.clone(), exchange.id())));
        self.exchanges.insert(exchange.id(), id.clone());
        let device = self.devices.entry(id.clone()).or_default();
        device.exchange = Some(exchange);
        device.since = now;
        device.start = Some(start);
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
            group: self.group.clone(),
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
        exchange.use_group(&self.group);
        let wishes = exchange.handle(now, event);
        if exchange.is_in_doubt() {
            self.doubt(id);
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
                    visit.close();
                }
            }
            Wish::ForgetSouth => {
                device.late.clear();
                if let Some(visit) = &mut device.visit {
                    visit.forget_requests();
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
        let mut refused = Vec::new();
        for South { tag, request } in requests {
            let request = match request {
                SouthRequest::Carry(octets) => Request::Carry(octets),
                SouthRequest::Read(node) => Request::Get(format!("{nodes}/{node}")),
            };
            let correlator = self.entropy.correlator();
            refused.extend(visit.ask(Errand { tag: tag.0, request, correlator }));
        }
        self.answered(now, id, refused, out);
    }

    fn finish(&mut self, now: Time, id: &DeviceId, end: End, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let Some(exchange) = device.exchange.take() else { return };
        self.exchanges.remove(&exchange.id());
        device.late.clear();
        if let Some(visit) = &mut device.visit {
            visit.forget_requests();
        }
        let own = device.doubt.as_ref().is_some_and(|doubt| doubt.exchange == exchange.id());
        let settled = end.outcome == Outcome::Updated || (own && end.outcome == Outcome::Rejected);
        if settled && device.doubt.take().is_some() {
            self.in_doubt -= 1;
        }
        let (choice, millis) = (exchange.choice(), now.since(device.since));
        // The handset uses a key that the authentication centre has lost: as good as a doubt.
        let lost = end.outcome == Outcome::AcFailed && exchange.state() == State::Committed;
        let ended = Note::ExchangeEnded { device: id.clone(), exchange: exchange.id(), choice, end, millis };
        out.push(Action::Note(ended));
        if lost {
            let start = device.start.take().map(|start| Doubt { exchange: exchange.id(), start });
            self.in_doubt += usize::from(device.doubt.is_none() && start.is_some());
            device.doubt = start.or(device.doubt.take());
        }
        self.next_exchange(now, id, out);
    }

    /// Notes that the device's exchange left it open which key the handset uses.
    fn doubt(&mut self, id: &DeviceId) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let (Some(exchange), Some(start)) = (&device.exchange, &device.start) else { return };
        if device.doubt.is_none() {
            self.in_doubt += 1;
        }
        device.doubt = Some(Doubt { exchange: exchange.id(), start: start.clone() });
    }

    /// Begins what comes next for a device without an exchange: what ends its doubt, what is queued, or, when the handset is here, what each
    /// contact brings.
    pub(super) fn next_exchange(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id).filter(|device| device.exchange.is_none()) else { return };
        let here = device.visit.as_ref().filter(|visit| visit.is_open()).map(|visit| visit.capability.clone());
        let by_contact = here.is_some() && self.settings.start_on_contact;
        let new = || Start { device: id.clone(), way: None, dialect: None, order: None, kind: None };
        let doubted = device.doubt.as_ref().map(|doubt| doubt.start.clone());
        let next = doubted.or_else(|| device.queue.pop_front()).or_else(|| by_contact.then(new));
        if let Some(start) = next {
            self.begin(now, start, out);
            if let Some(known) = here {
                self.device_event(now, id, ExchangeEvent::Opened(known), out);
            }
        }
    }
}
