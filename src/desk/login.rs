//! From a stranger's first message to a session.
//!
//! A stranger without a credential costs one keyed digest and no memory; one with a credential a look into the store. Only a good credential
//! brings a commit, after which its nonce proves nothing any more, and a session. An unknown device and a wrong credential are answered
//! alike, after the same work. Called by [`super::Desk::handle`].

use std::sync::Arc;

use crate::dm::account::{Accepted, MacProof, Shown};
use crate::dm::profile::Profile;
use crate::dm::sent::Sent;
use crate::dm::session::{Opening, Session, model};
use crate::dm::status::StatusCode;
use crate::dm::strangers;
use crate::exchange::South;
use crate::limits;
use crate::syncml::document::Message;
use crate::words::{DeviceId, Time};

use super::entropy::Entropy;
use super::failures::Source;
use super::record::{AuditEvent, Change, OURSELVES, Subscriber};
use super::visit::Visit;
use super::{Action, Desk, Device, Incoming, LoadId, LoginResult, Note, Step, Ticket, VisitId};

/// A first message whose credential is being checked, or whose nonce is being spent.
pub(super) struct Login {
    device: DeviceId,
    ticket: Ticket,
    message: Message,
    digest: [u8; 32],
    mac: Option<MacProof>,
    binary: bool,
    max_message: u32,
    source: Source,
    peer: Option<String>,
    /// Set once the credential is good.
    accepted: Option<(Box<Subscriber>, Accepted)>,
}

impl Login {
    pub(super) fn is_of(&self, device: &DeviceId) -> bool {
        self.device == *device
    }

    pub(super) fn ticket(&self) -> Ticket {
        self.ticket
    }
}

impl Desk {
    /// A message that is not part of a live session.
    pub(super) fn stranger(&mut self, now: Time, device: DeviceId, incoming: Incoming, out: &mut Vec<Action>) {
        let Incoming { ticket, message, digest, mac, binary, max_message, source, peer, .. } = incoming;
        if !strangers::opens_session(&message) {
            out.push(Action::Reply(ticket, Arc::new(strangers::unknown_session(&message).into())));
            self.astray(now, &device, out);
            out.push(Action::Note(Note::UnknownSession(device)));
            return;
        }
        if (Shown { cred: message.header.cred.as_ref(), mac: mac.as_ref() }).is_empty() {
            self.challenge(now, device, &message, ticket, out);
            return;
        }
        // The same device is being let in right now: its retransmission waits for the same answer, anything else waits its turn.
        if let Some(login) = self.logins.values_mut().find(|login| login.accepted.is_some() && login.device == device) {
            let waiting = if login.digest == digest { std::mem::replace(&mut login.ticket, ticket) } else { ticket };
            out.push(Action::Busy(waiting));
            return;
        }
        if let Some(full) = self.full(&device) {
            out.push(Action::Note(Note::NoRoom(full)));
            out.push(Action::Busy(ticket));
            return;
        }
        self.last_load = self.last_load.next();
        out.push(Action::Load(self.last_load, device.clone()));
        let login = Login { device, ticket, message, digest, mac, binary, max_message, source, peer, accepted: None };
        self.logins.insert(self.last_load, login);
    }

    /// Of what there are too many for a device to open a session, if of anything. Its own older session makes room.
    fn full(&self, device: &DeviceId) -> Option<&'static str> {
        let here = self.devices.get(device);
        let live = here.and_then(|device| device.visit.as_ref()).is_some_and(|visit| !visit.over);
        let opening = self.logins.values().filter(|login| login.accepted.is_some()).count();
        if self.logins.len() >= limits::LOGINS_PER_DESK {
            Some("logins")
        } else if !live && self.visits + opening >= self.settings.sessions {
            Some("sessions")
        } else if here.is_none() && self.devices.len() + opening >= self.most_devices() {
            Some("devices")
        } else {
            None
        }
    }

    /// The answer to a message without a credential: at once.
    fn challenge(&self, now: Time, device: DeviceId, message: &Message, ticket: Ticket, out: &mut Vec<Action>) {
        let here = self.devices.get(&device).and_then(|device| device.subscriber.as_ref());
        let last_slot = here.map(|subscriber| subscriber.account.last_slot).unwrap_or_default();
        let chal = self.challenger.challenge(self.settings.auth, &device, now, last_slot);
        let reply = strangers::refuse(message, StatusCode::CREDENTIALS_MISSING, Some(chal));
        out.push(Action::Note(Note::Login(device, LoginResult::Missing)));
        out.push(Action::Reply(ticket, Arc::new(reply.into())));
    }

    /// The answer to a wrong credential: later, if there were many.
    fn refuse(&mut self, now: Time, login: Login, last_slot: u64, out: &mut Vec<Action>) {
        let Login { device, ticket, message, source, .. } = login;
        let (delay, told) = self.failures.wrong(now, &device, source);
        // The challenge is for the moment in which it is read.
        let at = now.plus(delay);
        let chal = self.challenger.challenge(self.settings.auth, &device, at, last_slot);
        let reply = Arc::new(strangers::refuse(&message, StatusCode::UNAUTHORIZED, Some(chal)).into());
        told.into_iter().for_each(|(device, count)| failed(now, device, count, out));
        out.push(Action::Note(Note::Login(device, LoginResult::Wrong)));
        if delay == 0 {
            out.push(Action::Reply(ticket, reply));
        } else if let Err(ticket) = self.failures.hold(at, ticket, reply) {
            out.push(Action::Busy(ticket));
        }
    }

    /// Answers to wrong credentials that have waited long enough, and what is to be told of failures.
    pub(super) fn failures_due(&mut self, now: Time, out: &mut Vec<Action>) {
        let due = self.failures.due(now);
        out.extend(due.replies.into_iter().map(|(ticket, reply)| Action::Reply(ticket, reply)));
        due.told.into_iter().for_each(|(device, count)| failed(now, device, count, out));
    }

    /// The subscriber of a login, or nobody.
    pub(super) fn loaded(
        &mut self,
        now: Time,
        load: LoadId,
        subscriber: Option<Box<Subscriber>>,
        out: &mut Vec<Action>,
    ) {
        let Some(mut login) = self.logins.remove(&load) else { return };
        if self.logins.values().any(|other| other.accepted.is_some() && other.device == login.device) {
            out.push(Action::Busy(login.ticket));
            return;
        }
        let next_nonce = self.entropy.nonce();
        let shown = Shown { cred: login.message.header.cred.as_ref(), mac: login.mac.as_ref() };
        let account = subscriber.as_ref().map_or(&self.nobody, |subscriber| &subscriber.account);
        let accepted = account.accept(&login.device, shown, &self.challenger, now, next_nonce);
        let last_slot = account.last_slot;
        match accepted.zip(subscriber) {
            // Others were let in meanwhile. No nonce is spent on who is turned away.
            Some(_) if let Some(full) = self.full(&login.device) => {
                out.push(Action::Note(Note::NoRoom(full)));
                out.push(Action::Busy(login.ticket));
            }
            Some((accepted, subscriber)) => {
                let address = login.peer.clone().or_else(|| subscriber.place.address.clone());
                let changes = vec![
                    Change::Login(login.device.clone(), accepted.clone()),
                    Change::Contact(login.device.clone(), now, address),
                ];
                let result = if accepted.resync.is_some() { LoginResult::Resync } else { LoginResult::Good };
                out.push(Action::Note(Note::Login(login.device.clone(), result)));
                self.failures.right(&login.device, login.source);
                out.push(Action::Persist(Step::Login(load), changes));
                login.accepted = Some((subscriber, accepted));
                self.logins.insert(load, login);
            }
            None => self.refuse(now, login, last_slot, out),
        }
    }

    /// The store had no room for a nonce that was to be spent: it is not, and proves the handset when it comes again.
    pub(super) fn login_refused(&mut self, load: LoadId, out: &mut Vec<Action>) {
        out.extend(self.logins.remove(&load).map(|login| Action::Busy(login.ticket)));
    }

    /// The nonce is spent: the session begins.
    pub(super) fn login_durable(&mut self, now: Time, load: LoadId, out: &mut Vec<Action>) {
        let Some(Login {
            device: id,
            ticket,
            message,
            digest,
            binary,
            max_message,
            peer,
            accepted: Some((mut subscriber, accepted)),
            ..
        }) = self.logins.remove(&load)
        else {
            return;
        };
        // Others of this device were loaded before the nonce was spent, and must not be judged by what was true then.
        self.logins.retain(|_, other| {
            let stale = other.device == id;
            if stale {
                out.push(Action::Busy(other.ticket));
            }
            !stale
        });
        self.end_visit(now, &id, out);
        subscriber.account.client_nonce.clone_from(&accepted.next_nonce);
        subscriber.account.last_slot = accepted.last_slot;
        subscriber.account.resync_left = accepted.resync_left;
        let profile = self.profile_for(&subscriber, &message);
        let device = self.devices.entry(id.clone()).or_default();
        device.expect_late_commit(&profile, subscriber.temporary.as_deref(), &mut self.entropy);
        let mut opening = Opening {
            profile,
            server_id: self.settings.server_id.clone(),
            account: subscriber.account.clone(),
            token: self.entropy.token(),
            binary,
            max_message,
            late: std::mem::take(&mut device.late),
        };
        if let (Some(nonce), Some(server)) = (accepted.resync, &mut opening.account.server) {
            server.take_nonce(nonce);
        }
        let (session, received) = Session::open(&message, opening, now);
        subscriber.place.address = peer.or(subscriber.place.address);
        device.subscriber = Some(subscriber);
        device.is_removed = false;
        if let Some(called) = device.called.take() {
            out.push(Action::Came(id.clone()));
            out.push(Action::Note(Note::Came(id.clone(), now.since(called.first))));
        }
        self.last_visit += 1;
        device.visit = Some(Box::new(Visit::new(VisitId(self.last_visit), session, ticket, digest, now)));
        self.visits += 1;

        self.received(now, &id, received, out);
        self.settle(now, &id, out);
    }
}

impl Desk {
    /// Of the subscriber's model, else of the one that the handset reports; an unknown one gets `standard`.
    fn profile_for(&self, subscriber: &Subscriber, message: &Message) -> Arc<Profile> {
        let name = if subscriber.model.is_empty() { model(message).unwrap_or_default() } else { &subscriber.model };
        let profiles = &self.settings.profiles;
        profiles.get(name).or_else(|| profiles.get("standard")).cloned().unwrap_or_default()
    }
}

/// Tells of a device's wrong credentials of an hour: one record, whatever their number.
fn failed(now: Time, device: DeviceId, count: u32, out: &mut Vec<Action>) {
    let event = AuditEvent {
        at: now,
        actor: OURSELVES.into(),
        action: "login.failures".into(),
        subject: device.to_string(),
        detail: format!("{count} wrong credentials within an hour"),
    };
    out.push(Action::Persist(Step::Lazy, vec![Change::Audit(Box::new(event))]));
    out.push(Action::Note(Note::LoginFailures(device, count)));
}

impl Device {
    /// Where its exchange has sent a Commit in an earlier process: the answer may come in the session that opens now.
    fn expect_late_commit(&mut self, profile: &Profile, temporary: Option<&str>, entropy: &mut Entropy) {
        if !std::mem::take(&mut self.resumed) {
            return;
        }
        let (Some(exchange), Some(record)) = (&self.exchange, &self.record) else { return };
        let correlator = record.commit.as_ref().and_then(|commit| commit.correlator.clone());
        let (Some((tag, request)), Some(correlator)) = (exchange.unanswered_commit(temporary), correlator) else {
            return;
        };
        let south = South { tag, request };
        let errand = self.errands.before(exchange.id(), south, &profile.nodes.prefix, correlator, entropy);
        self.late.push(Sent::of_earlier_session(errand, profile.carrier.style));
    }
}
