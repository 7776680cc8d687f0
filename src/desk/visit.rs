//! The session of one device: its messages in, our replies out.
//!
//! Each message gets one reply. A reply leaves when there is something to ask, when the session is over, or when the handset has waited
//! long enough to be given something harmless to do; and never before the nonce that it uses is durable. The last reply is kept: a
//! retransmission gets it again, also one that shows the token and was written anew under its MsgID, and nothing runs twice. Called by
//! [`super::Desk::handle`].

use std::sync::Arc;

use crate::dm::profile::Profile;
use crate::dm::request::{Answer, Batch, Request};
use crate::dm::session::{Arrival, Received, Reply, Session, Then};
use crate::dm::status::StatusCode;
use crate::dm::strangers;
use crate::exchange::choice::Capability;
use crate::exchange::{Event as ExchangeEvent, Exchange};
use crate::limits;
use crate::syncml::document::Message;
use crate::words::{DeviceId, Time};

use super::errands::{Purpose, answer_of};
use super::record::{Change, Happened, Remembered};
use super::{Action, Desk, Device, Incoming, Note, Step, Ticket, VisitId};

/// A live session and the message that is being answered.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Visit {
    id: VisitId,
    session: Session,
    /// The message that waits for a reply.
    ticket: Option<Ticket>,
    /// Digest of the message last received.
    digest: [u8; 32],
    /// Whether that message showed the token; the first of a session cannot.
    by_token: bool,
    /// Whether package 1 is complete, and the exchange knows that the handset is here.
    announced: bool,
    /// Whether our last package has left.
    pub(super) over: bool,
    /// Our answer to the message last received, once given.
    answer: Option<Arc<Reply>>,
    /// How the session goes on.
    then: Then,
    /// What the handset reported of itself in package 1, once that is complete.
    pub(super) dev_info: Vec<(String, String)>,
    /// What the handset is known to support, from then on.
    pub(super) capability: Option<Capability>,
    /// Whether nothing more is to be asked.
    pub(super) close: bool,
    /// The temporary node that is being deleted, or was, in this session.
    cleaning: Option<String>,
    /// Whether a nonce that the reply uses is not durable yet.
    nonce_pending: bool,
    /// Whether the store has no room for that nonce now.
    nonce_refused: bool,
    hold_until: Option<Time>,
    holds: u32,
    idle_until: Time,
}

impl Visit {
    pub(super) fn new(id: VisitId, session: Session, ticket: Ticket, digest: [u8; 32], now: Time) -> Self {
        Self {
            id,
            session,
            ticket: Some(ticket),
            digest,
            by_token: false,
            announced: false,
            over: false,
            answer: None,
            then: Then::Go,
            dev_info: Vec::new(),
            capability: None,
            close: false,
            cleaning: None,
            nonce_pending: false,
            nonce_refused: false,
            hold_until: None,
            holds: 0,
            idle_until: now.plus(limits::SESSION_IDLE_MS),
        }
    }

    pub(super) fn deadline(&self) -> Time {
        if self.nonce_pending || self.ticket.is_none() {
            // Nothing can be said before the store has answered, or there is nobody to say it to.
            return self.idle_until;
        }
        // An answer is fetched when its time has come, if the handset waits for a reply.
        let due = self.session.due().filter(|_| self.then == Then::Go && !self.close);
        [self.hold_until, due].into_iter().flatten().fold(self.idle_until, Time::min)
    }

    /// Whether the handset is here and has not been let go.
    pub(super) fn is_open(&self) -> bool {
        self.announced && !self.close
    }

    /// The handset is let go with its next answer. Whether something that was asked of it may still be answered.
    pub(super) fn let_go(&mut self) -> bool {
        self.close();
        self.session.is_waiting()
    }

    /// Asks nothing more; what has not gone out stays here.
    pub(super) fn close(&mut self) {
        self.close = true;
        self.session.withdraw();
    }

    /// Forgets what was asked: the exchange that asked is over.
    pub(super) fn forget_requests(&mut self) {
        self.session.forget_requests();
    }

    /// Takes something to be asked; what can never be, is answered at once.
    pub(super) fn ask(&mut self, batch: Batch) -> Vec<(u32, Answer)> {
        self.session.ask(batch)
    }

    pub(super) fn profile(&self) -> &Profile {
        self.session.profile()
    }
}

impl Desk {
    /// A handset's message: retransmission, next of a live session, or a stranger's.
    pub(super) fn message(&mut self, now: Time, incoming: Incoming, out: &mut Vec<Action>) {
        let header = &incoming.message.header;
        let Some(id) = DeviceId::new(&header.source.uri).filter(|_| fits(&incoming.message)) else {
            let answer = strangers::refuse(&incoming.message, StatusCode::BAD_REQUEST, None);
            out.push(Action::Reply(incoming.ticket, Arc::new(answer.into())));
            return;
        };
        if let Some(code) = strangers::unsupported(header) {
            let answer = strangers::refuse(&incoming.message, code, None);
            out.push(Action::Reply(incoming.ticket, Arc::new(answer.into())));
            return;
        }
        let Some(visit) = self.devices.get_mut(&id).and_then(|device| device.visit.as_mut()) else {
            return self.stranger(now, id, incoming, out);
        };
        let owned = visit.session.owns(&incoming.message, incoming.token.as_deref());
        let is_last = visit.session.last_msg_id() == header.msg_id;
        if is_last && visit.digest == incoming.digest && (owned || !visit.by_token) {
            return self.again(now, &id, incoming.ticket, out);
        }
        // A handset that begins anew may do so where it was told to go on.
        let anew = header.msg_id <= visit.session.last_msg_id() && strangers::opens_session(&incoming.message);
        if !owned || anew {
            return self.stranger(now, id, incoming, out);
        }
        if is_last {
            // Written anew for want of an answer, with another time in it perhaps: nothing of it runs.
            return self.again(now, &id, incoming.ticket, out);
        }
        if visit.ticket.is_some() || header.msg_id < visit.session.last_msg_id() {
            // It did not wait for the reply to its last message, or the network brings an old one again.
            out.push(Action::Busy(incoming.ticket));
            return;
        }
        visit.by_token = true;
        visit.ticket = Some(incoming.ticket);
        visit.digest = incoming.digest;
        visit.answer = None;
        if !visit.over {
            visit.idle_until = now.plus(limits::SESSION_IDLE_MS);
        }
        let arrival = Arrival { now, mac: incoming.mac, nonce: self.entropy.nonce() };
        let received = visit.session.receive(&incoming.message, arrival);
        self.received(now, &id, received, out);
        self.part(now, &id, out);
        self.settle(now, &id, out);
    }

    /// Where a session is to end and nothing is to be answered in it any more, the exchange hears that it goes on in another one: it must not make
    /// the mark of a Commit that cannot leave.
    fn part(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let visit = self.devices.get(id).and_then(|device| device.visit.as_ref());
        if visit.is_some_and(|visit| visit.close && !visit.over && !visit.session.is_waiting()) {
            self.device_event(now, id, ExchangeEvent::LetGo, out);
        }
    }

    /// The message last received has come once more: it gets the same reply, now or when there is one.
    fn again(&mut self, now: Time, id: &DeviceId, ticket: Ticket, out: &mut Vec<Action>) {
        let Some(visit) = self.devices.get_mut(id).and_then(|device| device.visit.as_mut()) else { return };
        match (&visit.answer, visit.ticket) {
            (Some(answer), _) => out.push(Action::Reply(ticket, Arc::clone(answer))),
            (None, Some(older)) => {
                visit.ticket = Some(ticket);
                out.push(Action::Busy(older));
            }
            (None, None) if visit.nonce_refused => out.push(Action::Busy(ticket)),
            // It was turned away while the store had no room.
            (None, None) => {
                visit.ticket = Some(ticket);
                self.settle(now, id, out);
            }
        }
    }

    /// Passes on what a message brought.
    pub(super) fn received(&mut self, now: Time, id: &DeviceId, received: Received, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let Some(visit) = device.visit.as_mut() else { return };
        visit.then = received.then;
        let was_here = visit.announced;
        let server = device.subscriber.as_mut().and_then(|subscriber| subscriber.account.server.as_mut());
        if let (Some(nonce), Some(server)) = (&received.server_nonce, server) {
            // A notification is to prove us by it, too.
            server.take_nonce(nonce);
        }
        let client = received.accepted.map(|accepted| Change::Login(id.clone(), accepted));
        let server = received.server_nonce.map(|nonce| Change::ServerNonce(id.clone(), nonce));
        let nonces: Vec<Change> = client.into_iter().chain(server).collect();
        if !nonces.is_empty() {
            visit.nonce_pending = true;
            out.push(Action::Persist(Step::Nonce(id.clone(), visit.id), nonces));
        }
        self.answered(now, id, received.answers, out);
        match received.then {
            // Answers of an earlier session have settled what they belong to; now the handset counts as here.
            Then::Go if !was_here => self.announce(now, id, out),
            Then::Go => self.miss_answer(now, id, out),
            Then::Abort(reason) => out.push(Action::Note(Note::SessionAborted(id.clone(), reason.to_string()))),
            Then::Continue | Then::Again | Then::Refuse => {}
        }
    }

    /// Passes answers on to the exchange that asked, if it is still the device's.
    pub(super) fn answered(&mut self, now: Time, id: &DeviceId, answers: Vec<(u32, Answer)>, out: &mut Vec<Action>) {
        for (number, answer) in answers {
            let Some(device) = self.devices.get_mut(id) else { return };
            let purpose = device.errands.take(number);
            match (purpose, device.exchange.as_ref().map(Exchange::id)) {
                (Some(Purpose::Exchange(asked, tag, form)), Some(exchange)) if asked == exchange => {
                    let answer = answer_of(answer, form);
                    device.happened(now, Happened::of_answer(&answer));
                    self.device_event(now, id, ExchangeEvent::Answered(tag, answer), out);
                }
                (Some(Purpose::Clean), _) => self.cleaned(id, answer.code, out),
                _ => {}
            }
        }
    }

    /// Deletes a temporary node that an earlier session has left behind, unless an exchange goes on with it.
    fn clean(&mut self, id: &DeviceId) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let left = device.subscriber.as_ref().and_then(|subscriber| subscriber.temporary.as_deref());
        let in_use = device.exchange.as_ref().and_then(Exchange::temporary);
        let (Some(left), Some(visit)) = (left, device.visit.as_mut()) else { return };
        if in_use != Some(left) && visit.cleaning.as_deref() != Some(left) {
            let uri = format!("{}/{left}", visit.profile().nodes.prefix);
            visit.cleaning = Some(left.to_owned());
            let errand = device.errands.name(Purpose::Clean, Request::Delete(uri), &mut self.entropy);
            visit.ask(Batch::One(errand));
        }
    }

    /// The node that was left behind is gone, or was not there any more.
    fn cleaned(&mut self, id: &DeviceId, code: StatusCode, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get(id) else { return };
        let left = device.subscriber.as_ref().and_then(|subscriber| subscriber.temporary.as_ref());
        let cleaned = device.visit.as_ref().and_then(|visit| visit.cleaning.as_ref());
        if left.is_some() && left == cleaned && (code.is_good() || code == StatusCode::NOT_FOUND) {
            self.left(id, None, out);
        }
    }

    /// Package 1 is complete: the exchange hears that the handset is here, or the next one begins.
    fn announce(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let Some(visit) = device.visit.as_mut().filter(|visit| !visit.announced) else { return };
        visit.announced = true;
        visit.dev_info = visit.session.take_dev_info();
        let remembered = device.subscriber.as_ref().and_then(|subscriber| subscriber.capability.as_ref());
        let holds = |remembered: &&Remembered| {
            now.since(remembered.at) <= limits::CAPABILITY_MS && remembered.dev_info == visit.dev_info
        };
        visit.capability = remembered.filter(holds).map(|remembered| remembered.capability.clone());
        self.clean(id);
        let Some(device) = self.devices.get_mut(id) else { return };
        if device.exchange.is_some() {
            self.greet(now, id, out);
        } else {
            self.next_exchange(now, id, out);
        }
    }

    /// A handset that has said all of a later session's package 1, and one package more, without the answer that it owed, has lost it: it was
    /// switched off while it computed. Its exchange begins again at once. One that has sent its Commit is in doubt when its time is over.
    fn miss_answer(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get(id) else { return };
        let (Some(exchange), Some(visit)) = (&device.exchange, &device.visit) else { return };
        let is_due = |number| device.errands.is_of(number, exchange.id());
        if !exchange.is_pushed() && exchange.may_be_cancelled() && visit.session.earlier().any(is_due) {
            self.device_event(now, id, ExchangeEvent::SessionLost, out);
            self.greet(now, id, out);
        }
    }

    /// Gives the reply that is due, if one is.
    pub(super) fn settle(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let under_way = device.exchange.is_some() || device.is_expecting();
        let Some(visit) = device.visit.as_ref().filter(|visit| !visit.nonce_pending && visit.ticket.is_some()) else {
            return self.tidy(now, id);
        };
        if visit.announced && visit.then == Then::Go && (visit.close || !under_way) && !visit.session.is_waiting() {
            // Before it is let go.
            self.clean(id);
        }
        let Some(device) = self.devices.get_mut(id) else { return };
        let cleans = device.errands.has(Purpose::Clean);
        let Some(visit) = device.visit.as_mut() else { return };
        let mut aborted = false;
        let was_over = visit.over;
        let reply = match visit.then {
            Then::Continue => Some(visit.session.next_message()),
            Then::Again => Some(visit.session.again(now)),
            Then::Refuse => Some(visit.session.refuse()),
            Then::Abort(reason) => {
                aborted = true;
                Some(visit.session.last_word(reason))
            }
            Then::Go if (!visit.close || cleans) && visit.session.is_ready(now) => {
                visit.holds = 0;
                Some(visit.session.package(now))
            }
            // Nothing to come, or the handset's own answer will come in a later session.
            Then::Go if visit.close || !under_way || visit.session.is_put_off() => {
                visit.close = true;
                visit.over = true;
                visit.idle_until = now.plus(limits::SESSION_LINGER_MS);
                Some(visit.session.farewell())
            }
            Then::Go => {
                if visit.hold_until.is_none() {
                    visit.hold_until = Some(now.plus(self.settings.hold_ms));
                }
                None
            }
        };
        if let (Some(message), Some(ticket)) = (reply, visit.ticket) {
            let message = Arc::new(message);
            visit.ticket = None;
            visit.hold_until = None;
            visit.answer = Some(Arc::clone(&message));
            out.push(Action::Reply(ticket, message));
            let ended = visit.over && !was_over;
            // Nothing else may come of it for long: a Commit is asked for, and never answered.
            self.keep_history(id, out);
            if ended {
                self.visits -= 1;
            }
            if aborted {
                self.end_visit(now, id, out);
            }
            if aborted || ended {
                // Whatever wants it from now on has to call it.
                self.greet(now, id, out);
            }
        }
        self.tidy(now, id);
    }

    /// A nonce of this session is durable.
    pub(super) fn nonce_durable(&mut self, now: Time, id: &DeviceId, of: VisitId, out: &mut Vec<Action>) {
        if let Some(visit) = self.visit_of(id, of) {
            visit.nonce_pending = false;
            visit.nonce_refused = false;
            self.settle(now, id, out);
        }
    }

    /// The store has no room for a nonce of this session: the handset may come again with the same message. Whether the session is still there.
    pub(super) fn nonce_refused(&mut self, id: &DeviceId, of: VisitId, out: &mut Vec<Action>) -> bool {
        let Some(visit) = self.visit_of(id, of) else { return false };
        visit.nonce_refused = true;
        out.extend(visit.ticket.take().map(Action::Busy));
        true
    }

    pub(super) fn visit_of(&mut self, id: &DeviceId, of: VisitId) -> Option<&mut Visit> {
        self.devices.get_mut(id)?.visit.as_deref_mut().filter(|visit| visit.id == of)
    }

    /// Ends a device's session, if it has one; its exchange hears of it.
    pub(super) fn end_visit(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let Some(visit) = device.visit.take() else { return };
        if !visit.over {
            self.visits -= 1;
        }
        if let Some(ticket) = visit.ticket {
            out.push(Action::Busy(ticket));
        }
        device.errands.end_session();
        self.keep_history(id, out);
        let parted = visit.close && visit.session.is_waiting();
        let late = visit.session.close();
        if !parted {
            self.device_event(now, id, ExchangeEvent::SessionLost, out);
        }
        // Answers may still come to what the exchange goes on waiting for; one that begins again asks anew.
        if let Some(device) = self.devices.get_mut(id)
            && device.exchange.as_ref().is_some_and(|exchange| parted || exchange.is_in_doubt())
        {
            device.late = late;
        }
        self.tidy(now, id);
    }

    /// A deadline of a device has come: of its exchange, of a reply, or of its session.
    pub(super) fn device_timer(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        self.doubts_due(now, id, out);
        self.expire_queued(now, id, out);
        if self.devices.get(id).and_then(Device::supersedes_at).is_some_and(|at| at <= now) {
            self.next_exchange(now, id, out);
        }
        self.device_event(now, id, ExchangeEvent::Timer, out);
        let Some(visit) = self.devices.get_mut(id).and_then(|device| device.visit.as_mut()) else {
            return self.settle(now, id, out);
        };
        if visit.idle_until <= now {
            let was_over = visit.over;
            self.end_visit(now, id, out);
            if !was_over {
                self.greet(now, id, out);
            }
            return self.tidy(now, id);
        }
        if visit.hold_until.is_some_and(|hold| hold <= now) && !visit.session.is_ready(now) && !visit.close {
            visit.hold_until = None;
            visit.holds += 1;
            if visit.holds > self.settings.hold_rounds {
                visit.close = true;
                if visit.session.is_waiting() {
                    self.miss_answer(now, id, out);
                } else {
                    self.device_event(now, id, ExchangeEvent::LetGo, out);
                }
            } else {
                let (node, holds) = (visit.profile().harmless_node.clone(), visit.holds);
                let Some(device) = self.devices.get_mut(id) else { return };
                let errand = device.errands.name(Purpose::Harmless, Request::Get(node), &mut self.entropy);
                if let Some(visit) = &mut device.visit {
                    visit.ask(Batch::One(errand));
                }
                self.settle(now, id, out);
                if let Some(visit) = self.devices.get_mut(id).and_then(|device| device.visit.as_mut()) {
                    visit.holds = holds;
                }
                return;
            }
        }
        self.settle(now, id, out);
    }
}

/// Whether names in the header are within their bounds.
fn fits(message: &Message) -> bool {
    let header = &message.header;
    (1..=limits::SESSION_ID_OCTETS).contains(&header.session_id.len())
        && header.target.uri.len() <= limits::URI_OCTETS
        && (1..=limits::MSG_ID).contains(&header.msg_id)
}
