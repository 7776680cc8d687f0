//! What is on its way to whom, and what to do next: the bearers in turn, the attempts, the time that a handset has to come.
//!
//! Pure. A push is known to the bearers by a number; a new one is given each time, so that what an old one still causes is
//! passed over.

use std::collections::{BTreeSet, HashMap};

use super::settings::{Bearer, Host, Settings};
use super::{Event, News, Wake, What};
use crate::limits;
use crate::syncml::notification::push;
use crate::words::{DeviceId, Time};

/// What shall be done.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Tell this.
    Report(DeviceId, News),
    /// Send a push in a datagram.
    Udp { job: u64, host: String, push: Vec<u8> },
    /// Send a push in short messages.
    Smpp { job: u64, number: String, push: Vec<u8>, within: u64 },
}

/// All handsets that are being woken.
pub(super) struct Tracker {
    settings: Settings,
    wakes: HashMap<DeviceId, Waking>,
    jobs: HashMap<u64, DeviceId>,
    timers: BTreeSet<(Time, DeviceId)>,
    last_job: u64,
}

/// One handset that is being woken.
struct Waking {
    wake: Wake,
    began: Time,
    /// Attempts so far, this one counted.
    attempt: u32,
    /// The bearer of this attempt, by its place in the order, and how many were tried in it.
    bearer: usize,
    tried: usize,
    /// The push that is under way; 0: none.
    job: u64,
    /// When this attempt has failed.
    until: Time,
}

impl Tracker {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings, wakes: HashMap::new(), jobs: HashMap::new(), timers: BTreeSet::new(), last_job: 0 }
    }

    /// The next moment at which [`timer`](Self::timer) is due.
    pub(super) fn deadline(&self) -> Option<Time> {
        self.timers.first().map(|(time, _)| *time)
    }

    /// Begins to wake a handset, anew if need be.
    pub(super) fn wake(&mut self, now: Time, wake: Wake) -> Vec<Action> {
        let device = wake.device.clone();
        let before = self.remove(&device);
        if before.is_none() && self.wakes.len() >= limits::WAKES {
            return vec![Action::Report(device, News::NoWay)];
        }
        let began = before.map_or(now, |before| before.began);
        let mut waking = Waking { wake, began, attempt: 1, bearer: 0, tried: 0, job: 0, until: now };
        let mut out = Vec::new();
        if self.call(now, &mut waking, &mut out) {
            self.insert(waking);
        } else {
            out.push(Action::Report(device, News::NoWay));
        }
        out
    }

    /// A handset has come.
    pub(super) fn came(&mut self, now: Time, device: &DeviceId) -> Vec<Action> {
        self.remove(device)
            .map(|waking| Action::Report(device.clone(), News::Came(now.since(waking.began))))
            .into_iter()
            .collect()
    }

    /// A bearer has something to say.
    pub(super) fn event(&mut self, now: Time, event: Event) -> Vec<Action> {
        let Some(device) = self.jobs.get(&event.job).cloned() else { return Vec::new() };
        let Some(waking) = self.wakes.get(&device) else { return Vec::new() };
        let bearer = self.settings.order[waking.bearer];
        let (news, failed) = match event.what {
            What::Sent => (News::Sent(bearer), false),
            What::Accepted => (News::Accepted(bearer), false),
            What::Delivered => (News::Delivered(bearer), false),
            What::Failed(failure) => (News::Failed(bearer, failure), true),
            What::Undelivered(state) => (News::Undelivered(bearer, state), true),
        };
        let mut out = vec![Action::Report(device.clone(), news)];
        if let Some(mut waking) = self.remove(&device) {
            if failed {
                waking.bearer += 1;
                waking.tried += 1;
                // With no bearer left the next attempt comes in its time, by the first.
                self.call(now, &mut waking, &mut out);
            } else {
                waking.until = now.plus(self.settings.answer_ms);
            }
            self.insert(waking);
        }
        out
    }

    /// Time has passed.
    pub(super) fn timer(&mut self, now: Time) -> Vec<Action> {
        let mut out = Vec::new();
        while let Some((time, device)) = self.timers.first().cloned()
            && time <= now
        {
            let Some(mut waking) = self.remove(&device) else {
                self.timers.remove(&(time, device));
                continue;
            };
            if waking.attempt >= self.settings.attempts {
                out.push(Action::Report(device, News::NoShow(waking.attempt)));
                continue;
            }
            waking.attempt += 1;
            waking.bearer += 1;
            waking.tried = 0;
            waking.until = now.plus(self.settings.answer_ms);
            self.call(now, &mut waking, &mut out);
            self.insert(waking);
        }
        out
    }

    /// Calls a handset by the next bearer on which it can be found. `false`: there is none left in this attempt.
    fn call(&mut self, now: Time, waking: &mut Waking, out: &mut Vec<Action>) -> bool {
        let order = &self.settings.order;
        while waking.tried < order.len() {
            waking.bearer %= order.len();
            self.last_job += 1;
            let job = self.last_job;
            let Wake { place, notification, again, .. } = &waking.wake;
            let notification = again.as_ref().filter(|_| waking.attempt > 1).unwrap_or(notification);
            // The transaction id need not be known again: the push is not confirmed.
            let push = push::wrap(job as u8, notification);
            let within = self.settings.answer_ms;
            let action = match (order[waking.bearer], &self.settings.udp, &self.settings.smpp) {
                (Bearer::Udp, Some(udp), _) => match &udp.to {
                    Host::Last => place.address.map(|address| address.to_string()),
                    Host::Template(template) => template.of(place),
                }
                .map(|host| Action::Udp { job, host, push }),
                (Bearer::Smpp, _, Some(smpp)) => {
                    smpp.to.of(place).map(|number| Action::Smpp { job, number, push, within })
                }
                _ => None,
            };
            if let Some(action) = action {
                waking.job = job;
                waking.until = now.plus(within);
                out.push(action);
                return true;
            }
            waking.bearer += 1;
            waking.tried += 1;
        }
        waking.bearer %= order.len().max(1);
        waking.job = 0;
        false
    }

    fn insert(&mut self, waking: Waking) {
        let device = waking.wake.device.clone();
        self.timers.insert((waking.until, device.clone()));
        if waking.job != 0 {
            self.jobs.insert(waking.job, device.clone());
        }
        self.wakes.insert(device, waking);
    }

    fn remove(&mut self, device: &DeviceId) -> Option<Waking> {
        let waking = self.wakes.remove(device)?;
        self.timers.remove(&(waking.until, device.clone()));
        self.jobs.remove(&waking.job);
        Some(waking)
    }
}
