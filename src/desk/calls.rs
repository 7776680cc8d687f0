//! Handsets that are wanted: the notification that calls them, and what becomes of it.
//!
//! Builds Package #0 with the secret by which the server proves itself; who carries it is not its business. A message of a session that is
//! not known here is no proof of anything: it may only bring forward a call that an exchange is waiting to make. Called by
//! [`super::Desk`].

use crate::exchange::Event as ExchangeEvent;
use crate::limits;
use crate::syncml::notification::{Initiator, Notification as Package0, UiMode};
use crate::words::{DeviceId, Time};

use super::queue::Loading;
use super::record::Subscriber;
use super::{Action, Desk, Note, Notification};

impl Desk {
    /// An exchange wants its handset.
    pub(super) fn call(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let here = self.devices.get_mut(id).and_then(|device| device.subscriber.clone());
        if let Some(subscriber) = here {
            return self.call_loaded(now, id, Some(&subscriber), out);
        }
        if self.loads.len() >= limits::LOGINS_PER_DESK {
            // The exchange tries again.
            return;
        }
        self.last_load += 1;
        self.loads.insert(self.last_load, Loading::Call(id.clone()));
        out.push(Action::Load(self.last_load, id.clone()));
    }

    /// The subscriber of a device that is to be called.
    pub(super) fn call_loaded(
        &mut self,
        now: Time,
        id: &DeviceId,
        subscriber: Option<&Subscriber>,
        out: &mut Vec<Action>,
    ) {
        let server = subscriber.and_then(|subscriber| subscriber.account.server.as_ref());
        let session_id = (self.entropy.id() as u16).max(1);
        let package_0 = Package0 {
            ui_mode: UiMode::NotSpecified,
            initiator: Initiator::Server,
            session_id,
            server_id: self.settings.server_id.clone(),
            vendor: Vec::new(),
        };
        let octets = server.and_then(|server| {
            let (digest, nonce) = server.notifies_with();
            package_0.build(&digest, nonce).ok()
        });
        match (octets, subscriber, self.devices.get_mut(id)) {
            (Some(octets), Some(subscriber), Some(device)) => {
                device.called = Some((device.called.map_or(now, |(first, _)| first), now));
                let place = subscriber.place.clone();
                out.push(Action::Call(Box::new(Notification { device: id.clone(), octets, place })));
            }
            (_, _, Some(_)) => {
                out.push(Action::Note(Note::CallImpossible(id.clone())));
                self.called(now, id, false, out);
            }
            (_, _, None) => {}
        }
    }

    /// A notification is on its way, or will not arrive.
    pub(super) fn called(&mut self, now: Time, id: &DeviceId, done: bool, out: &mut Vec<Action>) {
        if done && self.devices.contains_key(id) {
            out.push(Action::Note(Note::Called(id.clone())));
        }
        self.device_event(now, id, ExchangeEvent::Called(done), out);
        self.settle(now, id, out);
    }

    /// A message of a session that is not known here: after a restart, or when the session was forgotten. The device is told that its session is
    /// over; if an exchange wants it, and has not called it just now, it is called.
    pub(super) fn astray(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get(id) else { return };
        if device.visit.is_none() && device.called.is_none_or(|(_, last)| now.since(last) >= limits::CALL_AGAIN_MS) {
            self.device_event(now, id, ExchangeEvent::Astray, out);
            self.tidy(now, id);
        }
    }
}
