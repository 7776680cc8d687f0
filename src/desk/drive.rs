//! What an exchange wants done, and what becomes of it.
//!
//! Translates between an exchange's words and those of a session and of the desk's own surroundings; decides nothing. Called by
//! [`super::Desk::handle`].

use crate::dm::profile::{Preamble as PreambleStep, Profile};
use crate::exchange::choice::Wishes;
use crate::exchange::pushed::{Push, SmsCause, Ticket as PushTicket, Told};
use crate::exchange::{Action as Wish, End, Event as ExchangeEvent, Exchange, Model, Preamble, Record, South, Terms};
use crate::is683::Spc;
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, State, Time};

use super::errands::Purpose;
use super::record::{Change, Ended, ExchangeRecord, Remembered};
use super::visit::Visit;
use super::{Action, Desk, Device, Doubt, Note, Operation, OperationTicket, Origin, Power, Said, Start, Step};

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

    /// What an operator wants of a device.
    pub(super) fn operation(
        &mut self,
        now: Time,
        id: &DeviceId,
        operation: Operation,
        ticket: OperationTicket,
        out: &mut Vec<Action>,
    ) {
        let said = match operation {
            Operation::Start(start) => {
                self.start(now, *start, out);
                let device = self.devices.get(id).and_then(|device| device.exchange.as_ref());
                device.map_or(Said::Full, |exchange| Said::Started(exchange.id()))
            }
            Operation::Cancel(..) | Operation::Settle(..) => Said::NotFound,
            Operation::Changed => Said::Done,
        };
        out.push(Action::Answer(ticket, said));
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
        Terms {
            id: ExchangeId(self.entropy.id()),
            asked: Wishes { way: start.way, dialect: start.dialect, order: start.order, kind: start.kind },
            policy: settings.policy.clone(),
            order: settings.order,
            kind: settings.kind,
            group: self.group.clone(),
            exponent_bits: settings.exponent_bits,
            expires: now.plus(settings.exchange_ms),
            step_ms: settings.step_ms,
            north_ms: settings.north_ms,
            push_ms: settings.push_ms,
            calls: settings.calls,
        }
    }

    /// An OTAF wants a device: it is told when the device's session is open.
    pub(super) fn attach(&mut self, now: Time, start: &Start, ticket: PushTicket, out: &mut Vec<Action>) {
        let id = start.device.clone();
        let device = self.devices.entry(id.clone()).or_default();
        if device.exchange.is_some() {
            out.push(Action::Tell(ticket, Told::Cause(SmsCause::DESTINATION_BUSY)));
            return;
        }
        self.begin_pushed(now, start, ticket, out);
        self.greet(now, &id, out);
        self.settle(now, &id, out);
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
        let before = exchange.state();
        let wishes = exchange.handle(now, event);
        let state = exchange.state();
        if state != before {
            let (device, exchange, version) = (id.clone(), exchange.id(), exchange.version().clone());
            out.push(Action::Note(Note::ExchangeMoved { device, exchange, state, version }));
        }
        let (in_doubt, undone) = (exchange.is_in_doubt(), state < State::CommitSent);
        if in_doubt {
            self.doubt(id);
        } else if undone {
            self.no_doubt(id);
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
            Wish::South(requests) => self.send(now, id, requests, false, out),
            Wish::Sequence(requests) => self.send(now, id, requests, true, out),
            Wish::CallHandset => self.call(now, id, out),
            Wish::CloseSession => {
                if let Some(visit) = &mut device.visit {
                    visit.close();
                }
            }
            Wish::ForgetSouth => {
                device.forget_requests();
            }
            Wish::MakePublic { call, group, exponent_bits } => {
                out.push(Action::Compute(exchange_id, call, Power::Public(group, exponent_bits)));
            }
            Wish::Share { call, group, ms_result, y } => {
                out.push(Action::Compute(exchange_id, call, Power::Shared(group, ms_result, y)));
            }
            Wish::MakeBoth { call, group, exponent_bits, ms_result } => {
                out.push(Action::Compute(exchange_id, call, Power::Both(group, exponent_bits, ms_result)));
            }
            Wish::Persist(call, Record { state, end, key }) => {
                let Some(start) = device.start.clone() else { return };
                let record = ExchangeRecord {
                    id: exchange_id,
                    start,
                    created: device.since,
                    at: now,
                    expires: exchange.expires(),
                    choice: exchange.choice(),
                    order: None,
                    kind: None,
                    state,
                    version: end.as_ref().map(|end| end.version.clone()).unwrap_or_default(),
                    commit: None,
                    ended: end.map(|end| Ended::of(&end, now)),
                    pushed: exchange.is_pushed(),
                    discards: false,
                    key,
                };
                out.push(Action::Persist(Step::Exchange(exchange_id, call), vec![Change::Exchange(Box::new(record))]));
            }
            Wish::Remember(capability) => {
                let Some(visit) = &mut device.visit else { return };
                visit.capability = Some(capability.clone());
                let dev_info = visit.dev_info();
                let remembered = Remembered { capability, at: now, dev_info };
                out.push(Action::Persist(Step::Lazy, vec![Change::Capability(id.clone(), Some(remembered))]));
            }
            Wish::Forget => {
                if let Some(visit) = &mut device.visit {
                    visit.capability = None;
                }
                out.push(Action::Persist(Step::Lazy, vec![Change::Capability(id.clone(), None)]));
            }
            Wish::Temporary(node) => self.left(id, node, out),
            Wish::Ask(call, ask) => out.push(Action::Ask { exchange: exchange_id, call, device: id.clone(), ask }),
            Wish::Tell(ticket, told) => out.push(Action::Tell(ticket, told)),
            Wish::Finish(end) => self.finish(now, id, end, out),
        }
    }

    fn send(&mut self, now: Time, id: &DeviceId, requests: Vec<South>, in_sequence: bool, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let Some(exchange) = device.exchange.as_ref().map(Exchange::id) else { return };
        let Some(visit) = device.visit.as_mut().filter(|visit| !visit.close) else {
            return self.device_event(now, id, ExchangeEvent::SessionLost, out);
        };
        let prefix = visit.profile().nodes.prefix.clone();
        let batches = device.errands.batches(exchange, requests, in_sequence, &prefix, &mut self.entropy);
        let refused = batches.into_iter().flat_map(|batch| visit.ask(batch)).collect();
        self.answered(now, id, refused, out);
    }

    /// The handset has this temporary node of ours, or none any more.
    pub(super) fn left(&mut self, id: &DeviceId, node: Option<String>, out: &mut Vec<Action>) {
        let Some(subscriber) = self.devices.get_mut(id).and_then(|device| device.subscriber.as_mut()) else { return };
        subscriber.temporary.clone_from(&node);
        out.push(Action::Persist(Step::Lazy, vec![Change::Temporary(id.clone(), node)]));
    }

    fn finish(&mut self, now: Time, id: &DeviceId, end: End, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let Some(exchange) = device.exchange.take() else { return };
        self.exchanges.remove(&exchange.id());
        device.forget_requests();
        let own = device.doubt.as_ref().is_some_and(|doubt| doubt.exchange == exchange.id());
        let settled = match end.outcome {
            Outcome::Updated => true,
            Outcome::Rejected | Outcome::Failed => own,
            _ => false,
        };
        if settled && device.doubt.take().is_some() {
            self.in_doubt -= 1;
        }
        let (choice, millis) = (exchange.choice(), now.since(device.since));
        // The handset uses a key that the authentication centre has lost: as good as a doubt.
        let lost = end.outcome == Outcome::AcFailed && exchange.state() == State::Committed;
        let state = exchange.state();
        let ended = Note::ExchangeEnded { device: id.clone(), exchange: exchange.id(), state, choice, end, millis };
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
        // An older doubt is more: it stays when this one comes to nothing, and one commit ends both.
        if device.doubt.is_none() {
            self.in_doubt += 1;
            device.doubt = Some(Doubt { exchange: exchange.id(), start: start.clone() });
        }
    }

    /// Notes that the handset has not committed after all, where the device's exchange has found that out.
    fn no_doubt(&mut self, id: &DeviceId) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let own = device.exchange.as_ref().map(Exchange::id);
        if device.doubt.as_ref().is_some_and(|doubt| Some(doubt.exchange) == own) {
            device.doubt = None;
            self.in_doubt -= 1;
        }
    }

    /// Begins what comes next for a device without an exchange: what ends its doubt, what is queued, or, when the handset is here, what each
    /// contact brings.
    pub(super) fn next_exchange(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id).filter(|device| device.exchange.is_none()) else { return };
        let here = device.visit.as_ref().is_some_and(Visit::is_open);
        let by_contact = here && self.settings.start_on_contact;
        let new = || Start::of(id.clone(), Origin::Contact);
        let doubted = device.doubt.as_ref().map(|doubt| doubt.start.clone());
        let next = doubted.or_else(|| device.queue.pop_front()).or_else(|| by_contact.then(new));
        if let Some(start) = next {
            self.begin(now, start, out);
            self.greet(now, id, out);
        }
    }

    /// Tells a device's exchange whether its handset is here.
    pub(super) fn greet(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get(id) else { return };
        let event = match device.visit.as_ref() {
            Some(visit) if visit.is_open() => {
                let spc = device.subscriber.as_ref().and_then(|subscriber| subscriber.spc);
                ExchangeEvent::Opened { known: visit.capability.clone(), model: model(visit.profile(), spc) }
            }
            // It is coming, or has not been told yet that it is let go.
            Some(visit) if !visit.over => return,
            _ => ExchangeEvent::Absent,
        };
        self.device_event(now, id, event, out);
    }
}

impl Device {
    /// The exchange waits for no answer any more: what it asked for is forgotten, wherever it is.
    fn forget_requests(&mut self) {
        self.late.clear();
        self.errands.clear();
        // A node that is being deleted is still to be heard of; other answers find nobody.
        if let Some(visit) = self.visit.as_mut().filter(|_| !self.errands.has(Purpose::Clean)) {
            visit.forget_requests();
        }
    }
}

/// What a profile and a subscriber say of the steps.
fn model(profile: &Profile, spc: Option<Spc>) -> Model {
    let preamble = profile.is683.preamble.iter().filter_map(|step| match step {
        PreambleStep::Otapa => Some(Preamble::Otapa),
        PreambleStep::Validation => spc.map(Preamble::Validation),
    });
    Model {
        preamble: preamble.collect(),
        joins_messages: profile.can_pipeline(),
        joins_nodes: profile.can_join_nodes(),
        survives_session: profile.survives_session,
        wishes: Wishes {
            way: profile.policy.way,
            dialect: profile.policy.dialect,
            order: profile.policy.order,
            kind: profile.policy.kind,
        },
    }
}
