//! Handsets that are wanted: the notification that calls them, and what becomes of it.
//!
//! Builds Package #0 with the secret by which the server proves itself, and the nonce that the handset gave last. A handset that has lost that one takes
//! it for a stranger's: where policy allows, one that does not come is also called by the resync nonce, in both ways in which clients read it. Who carries
//! it is not its business. A message of a session that is
//! not known here is no proof of anything: it may only bring forward a call that an exchange is waiting to make. Called by
//! [`super::Desk`].

use crate::dm::account::RESYNC;
use crate::exchange::Event as ExchangeEvent;
use crate::limits;
use crate::syncml::notification::{Initiator, Notification as Package0, UiMode};
use crate::words::{DeviceId, Time};

use super::queue::Loading;
use super::record::Subscriber;
use super::{Action, Desk, Note, Notification};

/// When and how often a handset was called that has not come.
#[derive(Clone, Copy)]
pub(super) struct Called {
    pub(super) first: Time,
    last: Time,
    times: u32,
}

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
        self.load(id, Loading::Call(id.clone()), out);
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
        let times = self.devices.get(id).and_then(|device| device.called).map_or(0, |called| called.times);
        let pushes = server.and_then(|server| {
            let (digest, nonce) = server.notifies_with();
            let resync = RESYNC[times as usize % RESYNC.len()];
            let again = self.settings.resync_calls.then(|| package_0.build(&digest, resync).ok()).flatten();
            let octets = package_0.build(&digest, nonce).ok()?;
            // Where the bearers try once, its turn comes at last too.
            let first = if times % 3 == 2 { again.clone() } else { None };
            Some((first.unwrap_or(octets), again))
        });
        match (pushes, subscriber, self.devices.get_mut(id)) {
            (Some((octets, resync)), Some(subscriber), Some(device)) => {
                let first = device.called.map_or(now, |called| called.first);
                device.called = Some(Called { first, last: now, times: times + 1 });
                let place = subscriber.place.clone();
                out.push(Action::Call(Box::new(Notification { device: id.clone(), octets, resync, place })));
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
        if device.visit.is_none() && device.called.is_none_or(|called| now.since(called.last) >= limits::CALL_AGAIN_MS)
        {
            self.device_event(now, id, ExchangeEvent::Astray, out);
            self.tidy(now, id);
        }
    }
}
