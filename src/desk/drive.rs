//! What an exchange wants done, and what becomes of it.
//!
//! Translates between an exchange's words and those of a session and of the desk's own surroundings; decides nothing. Called by
//! [`super::Desk::handle`].

use crate::dm::profile::{Preamble as PreambleStep, Profile};
use crate::exchange::choice::Wishes;
use crate::exchange::pushed::{Push, SmsCause, Told};
use crate::exchange::{Action as Wish, End, Event as ExchangeEvent, Exchange, Model, Preamble, South};
use crate::is683::Spc;
use crate::words::{DeviceId, ExchangeId, Time};

use super::debts::Debt;
use super::doubts::Doubt;
use super::errands::Purpose;
use super::record::{Change, Happened, Origin, Remembered};
use super::{Action, Desk, Device, Note, Power, Step};

impl Desk {
    /// What an OTAF pushes to a device that it is attached to. One that another OTAF is attached to is none of its own.
    pub(super) fn push(&mut self, now: Time, id: &DeviceId, origin: &Origin, push: Push, out: &mut Vec<Action>) {
        if self.devices.get(id).is_some_and(|device| device.is_attached_by(origin)) {
            self.device_event(now, id, ExchangeEvent::Pushed(push), out);
            self.settle(now, id, out);
        } else {
            let (Push::Forward(ticket, _) | Push::Release(ticket)) = push;
            out.push(Action::Tell(ticket, Told::Cause(SmsCause::NO_SESSION)));
        }
    }

    /// An event of an exchange that is known by its name.
    pub(super) fn exchange_event(&mut self, now: Time, id: ExchangeId, event: ExchangeEvent, out: &mut Vec<Action>) {
        let Some(device) = self.exchanges.get(&id).cloned() else { return };
        let own = self.devices.get(&device).and_then(|device| device.exchange.as_ref()).map(Exchange::id);
        if own == Some(id) {
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
            self.keep_pushed(now, id, out);
        }
        for wish in wishes {
            self.grant(now, id, wish, out);
        }
    }

    pub(super) fn grant(&mut self, now: Time, id: &DeviceId, wish: Wish, out: &mut Vec<Action>) {
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
            Wish::Persist(call, step) => self.keep(now, id, call, step, out),
            Wish::Remember(capability) => {
                let Some(visit) = &mut device.visit else { return };
                visit.capability = Some(capability.clone());
                let dev_info = visit.dev_info.clone();
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
            Wish::Ask(call, ask) => self.ask(now, id, call, ask, out),
            Wish::Discard(call, _) => {
                if let Some(record) = &device.record {
                    let debt = Debt::discard(Box::new(record.bare()), call);
                    self.owe(debt, now);
                    self.debts_due(now, out);
                }
            }
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
        let commit = device.record.as_ref().and_then(|record| record.commit.as_ref());
        let said: Vec<Happened> = requests.iter().map(|south| Happened::of_request(&south.request)).collect();
        let batches = device.errands.batches(exchange, requests, in_sequence, &prefix, commit, &mut self.entropy);
        let refused = batches.into_iter().flat_map(|batch| visit.ask(batch)).collect();
        said.into_iter().for_each(|what| device.happened(now, what));
        self.answered(now, id, refused, out);
    }

    /// The handset has this temporary node of ours, or none any more.
    pub(super) fn left(&mut self, id: &DeviceId, node: Option<String>, out: &mut Vec<Action>) {
        let Some(subscriber) = self.devices.get_mut(id).and_then(|device| device.subscriber.as_mut()) else { return };
        subscriber.temporary.clone_from(&node);
        out.push(Action::Persist(Step::Lazy, vec![Change::Temporary(id.clone(), node)]));
    }

    fn finish(&mut self, now: Time, id: &DeviceId, end: End, out: &mut Vec<Action>) {
        self.keep_history(id, out);
        let Some(device) = self.devices.get_mut(id) else { return };
        let (Some(mut exchange), Some(mut record)) = (device.exchange.take(), device.record.take()) else { return };
        device.forget_requests();
        device.held_question = None;
        let outcome = end.outcome;
        out.push(Action::Note(Note::ExchangeEnded {
            device: id.clone(),
            exchange: exchange.id(),
            state: exchange.state(),
            choice: exchange.choice(),
            end,
            campaign: record.campaign().cloned(),
            millis: record.lasted(now),
        }));
        if record.is_unsettled() {
            record.key = exchange.take_key();
            device.doubts.push(Doubt::new(record, exchange.last_call()));
        } else {
            self.exchanges.remove(&exchange.id());
        }
        device.supersedes_no_more(now, outcome);
        match device.reattach.take() {
            Some(waiting) if !device.is_removed => {
                let (start, ticket) = *waiting;
                self.begin_attached(now, start, ticket, out);
            }
            waiting => {
                out.extend(waiting.map(|waiting| Action::Tell(waiting.1, Told::Cause(SmsCause::NO_PAGE_RESPONSE))));
                self.next_exchange(now, id, out);
            }
        }
    }

    /// Tells a device's exchange whether its handset is here.
    pub(super) fn greet(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get(id) else { return };
        let event = match device.visit.as_ref() {
            Some(visit) if visit.is_open() => {
                let spc = device.subscriber.as_ref().and_then(|subscriber| subscriber.spc);
                let wishes = device.subscriber.as_ref().map(|subscriber| subscriber.wishes).unwrap_or_default();
                ExchangeEvent::Opened { known: visit.capability.clone(), model: model(visit.profile(), spc, wishes) }
            }
            // It is coming, or has not been told yet that it is let go.
            Some(visit) if !visit.over => return,
            _ => ExchangeEvent::Absent,
        };
        self.device_event(now, id, event, out);
    }
}

impl Device {
    /// Whether this OTAF is attached to it.
    pub(super) fn is_attached_by(&self, origin: &Origin) -> bool {
        self.exchange.as_ref().is_some_and(Exchange::is_pushed)
            && self.record.as_ref().is_some_and(|record| record.start.origin == *origin)
    }

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
fn model(profile: &Profile, spc: Option<Spc>, wishes: Wishes) -> Model {
    let preamble = profile.is683.preamble.iter().filter_map(|step| match step {
        PreambleStep::Otapa => Some(Preamble::Otapa),
        PreambleStep::Validation => spc.map(Preamble::Validation),
    });
    Model {
        preamble: preamble.collect(),
        joins_messages: profile.can_pipeline(),
        joins_nodes: profile.can_join_nodes(),
        survives_session: profile.survives_session,
        wishes: wishes.or(Wishes {
            way: profile.policy.way,
            dialect: profile.policy.dialect,
            order: profile.policy.order,
            kind: profile.policy.kind,
        }),
    }
}
