//! All live devices of one IO thread: joins device management sessions and exchanges.
//!
//! Pure: [`Desk::handle`] takes what happened and says what to do. It has no socket, clock, thread or disk; its random names come from
//! one seed. A device is always at the same desk, so nothing here is locked. Called by `serve`, which carries out the actions and brings
//! their answers as events.
//!
//! * [`event`]: the words between a desk and its surroundings
//! * [`login`]: from a stranger's first message to a session; [`failures`]: what wrong credentials cost
//! * [`visit`]: the session of one device, its messages and our replies
//! * [`queue`]: exchanges that are asked for, until their turn comes; [`operations`]: what operators want of them
//! * [`drive`]: what an exchange wants done, and what becomes of it; [`errands`]: what it asks of the handset, and the answers
//! * [`keeping`]: what of it is made durable, and what becomes of a step that the store has no room for
//! * [`doubts`]: exchanges that left it open which key a handset uses; [`debts`]: what the north is still to be told of one that is over
//! * [`resume`]: how all this goes on in a later process
//! * [`calls`]: handsets that are wanted, and notified
//! * [`record`]: what is kept of devices and exchanges
//! * [`entropy`]: names, nonces and tokens from one seed

mod calls;
mod debts;
mod doubts;
mod drive;
pub mod entropy;
mod errands;
pub mod event;
pub mod failures;
mod keeping;
mod login;
mod operations;
mod queue;
pub mod record;
mod resume;
#[cfg(test)]
mod tests;
mod visit;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use akeyd_hw::Group;

use crate::dm::account::{Account, Challenger};
use crate::dm::profile::Profile;
use crate::dm::sent::Sent;
use crate::exchange::choice::Policy;
use crate::exchange::north::Ask;
use crate::exchange::pushed::Ticket as PushTicket;
use crate::exchange::{Call, Exchange};
use crate::syncml::auth::AuthType;
use crate::words::{DeviceId, ExchangeId, Kind, Order, Time};

use calls::Called;
use debts::{Debt, Debts};
use doubts::{Doubt, Superseding};
use entropy::Entropy;
use errands::Errands;
pub use event::{
    Action, Actor, Event, Incoming, LoadId, LoginResult, Note, Notification, Operation, OperationTicket, Power,
    Restored, Said, Step, Ticket, VisitId,
};
use failures::Failures;
use keeping::Refusals;
use login::Login;
use queue::{Loading, Queued};
use record::{AuditEvent, ExchangeRecord, HistoryStep, Subscriber};
pub use record::{Origin, Start};
use visit::Visit;

/// What a desk goes by.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Settings {
    /// The name by which the server proves itself.
    pub server_id: String,
    /// How handsets prove themselves; what a stranger is asked for.
    pub auth: AuthType,
    /// Milliseconds after which a handset that must wait is given something harmless to do.
    pub hold_ms: u64,
    /// How often, before its session is closed.
    pub hold_rounds: u32,
    /// Sessions at one time.
    pub sessions: usize,
    /// Model profiles by name; the one named `standard` serves the rest.
    pub profiles: HashMap<String, Arc<Profile>>,
    /// What policy allows.
    pub policy: Policy,
    /// Order of new exchanges.
    pub order: Order,
    /// Kind of new exchanges.
    pub kind: Kind,
    /// Whether a handset that comes without a queued exchange gets one.
    pub start_on_contact: bool,
    /// P and G of the perform way, until [`Event::Group`] brings others.
    pub group: Arc<Group>,
    /// Length of y, bits.
    pub exponent_bits: u32,
    /// Milliseconds that an exchange may last.
    pub exchange_ms: u64,
    /// Milliseconds that a handset may take for one step.
    pub step_ms: u64,
    /// Milliseconds that the north may take for one answer.
    pub north_ms: u64,
    /// Milliseconds that an OTAF waits for a handset to come, and for each of its answers.
    pub push_ms: u64,
    /// Whether handsets can be called by a notification.
    pub calls: bool,
    /// Whether a handset that does not come is also called by the resync nonce, which everybody knows: it may have lost the one it gave.
    pub resync_calls: bool,
    /// Whether a Commit Request leaves without the centre's word that it holds the key.
    pub commit_without_ac: bool,
    /// Whether the authentication centre tells the keys of a device apart by their exchanges. One that knows the device alone holds one of its keys at a
    /// time, the last that it heard of.
    pub knows_exchanges: bool,
    /// Milliseconds after which an exchange in doubt is worth an alert.
    pub in_doubt_alert_ms: u64,
}

/// The devices of one IO thread.
pub struct Desk {
    settings: Arc<Settings>,
    challenger: Arc<Challenger>,
    entropy: Entropy,
    devices: HashMap<DeviceId, Device>,
    /// Whose they are: exchanges that wait, are under way, or are in doubt.
    exchanges: HashMap<ExchangeId, DeviceId>,
    logins: HashMap<LoadId, Login>,
    /// Why subscribers are being loaded, but for logins.
    loads: HashMap<LoadId, Loading>,
    last_load: LoadId,
    failures: Failures,
    /// What the credentials of unknown devices are checked against.
    nobody: Account,
    /// P and G of the next exchange.
    group: Arc<Group>,
    /// Whether handsets are called.
    calls: bool,
    /// Sessions that are not over.
    visits: usize,
    last_visit: u64,
    in_doubt: usize,
    overdue: usize,
    debts: Debts,
    /// What is owed once an operation is durable.
    operations: HashMap<OperationTicket, Option<Debt>>,
    refusals: Refusals,
    timers: BTreeSet<(Time, DeviceId)>,
}

/// One device that is here, or has an exchange.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Device {
    /// Its session; apart, for most devices that wait have none.
    visit: Option<Box<Visit>>,
    exchange: Option<Exchange>,
    /// What is kept of the exchange.
    record: Option<Box<ExchangeRecord>>,
    /// Whether the exchange was begun to end a doubt.
    supersedes: bool,
    /// Exchanges that left it open which key the handset uses; the commit of another one ends that.
    doubts: Vec<Doubt>,
    superseding: Superseding,
    queue: Vec<Queued>,
    /// Exchanges that were asked for, and whose subscriber is being loaded.
    arriving: usize,
    /// An attach that waits until the same OTAF's attach before it has come to its end.
    reattach: Option<Box<(Start, PushTicket)>>,
    /// Whether it was told that its exchange is in doubt for too long.
    doubt_told: bool,
    /// What happened in the exchange and is not with the store yet.
    history: Vec<HistoryStep>,
    /// What goes to the audit trail with the exchange's next step.
    audit: Vec<AuditEvent>,
    /// A question to the north that waits until the centre has heard of other exchanges of the device.
    held_question: Option<(Call, Ask)>,
    /// The operation that waits for a step of the exchange, and for which.
    operation: Option<(OperationTicket, Option<Call>)>,
    /// Requests that are not answered.
    errands: Errands,
    /// Requests of sessions that are over, whose answers may still come.
    late: Vec<Sent>,
    /// Whether the Commit of the exchange is of an earlier process.
    resumed: bool,
    /// When it was called, while it has not come: first and last, and how often.
    called: Option<Called>,
    subscriber: Option<Box<Subscriber>>,
    timer: Option<Time>,
    /// Whether its subscriber was removed: nothing is begun for it.
    is_removed: bool,
    /// What it counts for in the sums of the desk: exchanges in doubt, and those for too long.
    counted: (usize, usize),
}

impl Desk {
    /// An empty desk. `seed` is secret, random, and of this desk alone.
    pub fn new(settings: Arc<Settings>, challenger: Arc<Challenger>, seed: [u8; 32]) -> Self {
        let mut entropy = Entropy::new(seed, Arc::clone(&challenger));
        Self {
            nobody: Account::nobody(settings.auth, &entropy.correlator()),
            group: settings.group.clone(),
            calls: settings.calls,
            entropy,
            settings,
            challenger,
            devices: HashMap::new(),
            exchanges: HashMap::new(),
            logins: HashMap::new(),
            loads: HashMap::new(),
            last_load: LoadId::default(),
            failures: Failures::default(),
            visits: 0,
            last_visit: 0,
            in_doubt: 0,
            overdue: 0,
            debts: Debts::default(),
            operations: HashMap::new(),
            refusals: Refusals::default(),
            timers: BTreeSet::new(),
        }
    }

    /// Sessions under way.
    pub fn sessions(&self) -> usize {
        self.visits
    }

    /// Exchanges whose handset may use either key.
    pub fn exchanges_in_doubt(&self) -> usize {
        self.in_doubt
    }

    /// Of them, those that are worth an alert.
    pub fn doubts_overdue(&self) -> usize {
        self.overdue
    }

    /// Whether the store has no room, as far as is known.
    pub fn is_refused(&self, now: Time) -> bool {
        self.refusals.is_refused(now)
    }

    /// Whether an exchange is in what a stop waits for: a step that the store ends, or the activation.
    pub fn is_settling(&self) -> bool {
        self.devices.values().filter_map(|device| device.exchange.as_ref()).any(Exchange::is_settling)
    }

    /// The next moment at which [`Event::Timer`] is due.
    pub fn deadline(&self) -> Option<Time> {
        let device = self.timers.first().map(|(time, _)| *time);
        let others = [device, self.failures.deadline(), self.debts.deadline(), self.refusals.deadline()];
        others.into_iter().flatten().min()
    }

    /// Takes what happened, says what to do.
    pub fn handle(&mut self, now: Time, event: Event) -> Vec<Action> {
        use crate::exchange::Event as OfExchange;
        let mut out = Vec::new();
        match event {
            Event::Message(incoming) => self.message(now, incoming, &mut out),
            Event::Loaded(load, subscriber) => match self.loads.remove(&load) {
                Some(Loading::Call(device)) => self.call_loaded(now, &device, subscriber.as_deref(), &mut out),
                Some(Loading::Start(start, ticket)) => {
                    self.start_loaded(now, *start, subscriber.is_some(), ticket, &mut out);
                }
                Some(Loading::Changed(device)) => self.changed_loaded(now, &device, subscriber.is_some(), &mut out),
                None => self.loaded(now, load, subscriber, &mut out),
            },
            Event::Durable(step) => self.durable(now, step, &mut out),
            Event::Refused(step, changes) => self.refused(now, step, changes, &mut out),
            Event::Impossible(step) => self.impossible(now, step, &mut out),
            Event::Public(id, call, result) => {
                self.exchange_event(now, id, OfExchange::Public(call, result), &mut out);
            }
            Event::Shared(id, call, result) => {
                self.exchange_event(now, id, OfExchange::Shared(call, result), &mut out);
            }
            Event::Both(id, call, result) => {
                self.exchange_event(now, id, OfExchange::Both(call, result), &mut out);
            }
            Event::North(id, call, result) if self.debts.waits_for(id, call) => {
                self.debt_answered(now, id, result, &mut out);
            }
            Event::North(id, call, result) => {
                if result.is_ok() {
                    self.centre_has_heard(now, id, call, &mut out);
                }
                self.exchange_event(now, id, OfExchange::North(call, result), &mut out);
            }
            Event::Attach(start, ticket) => self.attach(now, start, ticket, &mut out),
            Event::Push(device, origin, push) => self.push(now, &device, &origin, push, &mut out),
            Event::Start(start) => self.start(now, start, None, &mut out),
            Event::Operation(device, operation, ticket) => self.operation(now, &device, operation, ticket, &mut out),
            Event::Resume { records, restored } => self.resume(now, records, restored, &mut out),
            Event::Removed(device) => self.changed_loaded(now, &device, false, &mut out),
            Event::Group(group) => self.group = group,
            Event::Called(device, done) => self.called(now, &device, done, &mut out),
            Event::Timer => self.timers(now, &mut out),
            Event::Ending => self.keep_histories(&mut out),
        }
        out
    }

    fn timers(&mut self, now: Time, out: &mut Vec<Action>) {
        self.failures_due(now, out);
        self.refusals_due(now, out);
        self.debts_due(now, out);
        // Each once: one that were due again at once would hold up all the others.
        for _ in 0..self.timers.len() {
            let Some((time, device)) = self.timers.first().cloned().filter(|(time, _)| *time <= now) else { return };
            self.timers.remove(&(time, device.clone()));
            if let Some(state) = self.devices.get_mut(&device) {
                state.timer = None;
            }
            self.device_timer(now, &device, out);
        }
    }

    /// Whether another device finds room.
    fn has_room_for(&self, id: &DeviceId) -> bool {
        self.devices.contains_key(id) || self.devices.len() < self.most_devices()
    }

    /// Whether another exchange may wait for its handset: each device may have one.
    fn has_room_for_start(&self) -> bool {
        self.exchanges.len() < self.most_devices()
    }

    fn most_devices(&self) -> usize {
        self.settings.sessions.max(crate::limits::SESSIONS_PER_DESK) * crate::limits::DEVICES_PER_SESSION
    }

    /// Brings a device's timer in line with what it waits for; forgets a device that is neither here nor busy.
    fn tidy(&mut self, now: Time, id: &DeviceId) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let counted = device.counts(now, self.settings.in_doubt_alert_ms);
        self.in_doubt = self.in_doubt + counted.0 - device.counted.0;
        self.overdue = self.overdue + counted.1 - device.counted.1;
        device.counted = counted;
        let due = device.deadline(self.settings.in_doubt_alert_ms);
        if device.is_idle() {
            if let Some(time) = device.timer {
                self.timers.remove(&(time, id.clone()));
            }
            self.devices.remove(id);
            return;
        }
        if due != device.timer {
            if let Some(time) = device.timer {
                self.timers.remove(&(time, id.clone()));
            }
            if let Some(time) = due {
                self.timers.insert((time, id.clone()));
            }
            device.timer = due;
        }
    }
}

impl Device {
    fn is_idle(&self) -> bool {
        self.visit.is_none() && self.exchange.is_none() && self.doubts.is_empty() && !self.is_awaiting_starts()
    }

    /// The next moment at which something is due.
    fn deadline(&self, alert_ms: u64) -> Option<Time> {
        let visit = self.visit.as_deref().map(Visit::deadline);
        let exchange = self.exchange.as_ref().and_then(Exchange::deadline);
        let queued = self.queue.iter().filter(|queued| queued.is_durable).map(|queued| queued.record.expires).min();
        [visit, exchange, queued, self.alert_at(alert_ms), self.supersedes_at()].into_iter().flatten().min()
    }
}
