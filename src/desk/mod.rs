//! All live devices of one IO thread: joins device management sessions and exchanges.
//!
//! Pure: [`Desk::handle`] takes what happened and says what to do. It has no socket, clock, thread or disk; its random names come from
//! one seed. A device is always at the same desk, so nothing here is locked. Called by `serve`, which carries out the actions and brings
//! their answers as events.
//!
//! * [`login`]: from a stranger's first message to a session; [`failures`]: what wrong credentials cost
//! * [`visit`]: the session of one device, its messages and our replies
//! * [`drive`]: what an exchange wants done, and what becomes of it; [`errands`]: what it asks of the handset, and the answers
//! * [`calls`]: handsets that are wanted, and notified
//! * [`record`]: what is kept of devices and exchanges
//! * [`entropy`]: names, nonces and tokens from one seed

mod calls;
mod drive;
pub mod entropy;
mod errands;
pub mod failures;
mod login;
pub mod record;
#[cfg(test)]
mod tests;
mod visit;

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use akeyd_hw::{Element, Exponent, Group, SharedSecret};

use crate::dm::account::{Account, Challenger, MacProof};
use crate::dm::profile::Profile;
use crate::dm::sent::Sent;
use crate::dm::session::Reply;
use crate::exchange::choice::Policy;
use crate::exchange::north::{Ask, NorthAnswer};
use crate::exchange::pushed::{Push, Ticket as PushTicket, Told};
use crate::exchange::{Call, End, Exchange, NorthFault, PowerFault, Version};
use crate::syncml::auth::AuthType;
use crate::syncml::document::Message;
use crate::words::{DeviceId, Dialect, ExchangeId, Kind, Order, State, Time, Way};

use entropy::Entropy;
use errands::Errands;
use failures::{Failures, Source};
use login::Login;
use record::{Change, Place, Subscriber};
pub use record::{Origin, Start};
use visit::Visit;

/// What a desk goes by.
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
}

/// Names one message of a handset that waits for its reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ticket(pub u64);

/// Names one durable step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A nonce was spent at login.
    Login(u64),
    /// A handset's nonce for us changed.
    Nonce(DeviceId),
    /// An exchange moved on.
    Exchange(ExchangeId, Call),
    /// Nobody waits.
    Lazy,
}

/// What happened.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "moved once, from its maker into the desk")]
pub enum Event {
    /// A handset sent a message.
    Message(Incoming),
    /// The subscriber asked for by [`Action::Load`].
    Loaded(u64, Option<Box<Subscriber>>),
    /// The changes of this step are durable.
    Durable(Step),
    /// y and BS_RESULT.
    Public(ExchangeId, Call, Result<(Arc<Exponent>, Vec<u8>), PowerFault>),
    /// K.
    Shared(ExchangeId, Call, Result<SharedSecret, PowerFault>),
    /// BS_RESULT and K.
    Both(ExchangeId, Call, Result<(Vec<u8>, SharedSecret), PowerFault>),
    /// The north answered.
    North(ExchangeId, Call, Result<NorthAnswer, NorthFault>),
    /// An OTAF attaches to a device, for an exchange of this kind.
    Attach(Start, PushTicket),
    /// An OTAF pushes something to the device it is attached to.
    Push(DeviceId, Push),
    /// An exchange is asked for, and nobody waits for an answer.
    Start(Start),
    /// An operator wants something of this device.
    Operation(DeviceId, Operation, OperationTicket),
    /// The changes of this step were not made, for want of room: they may be tried again.
    Refused(Step, Vec<Change>),
    /// P and G of the perform way are others from now on; an exchange that has begun keeps its own.
    Group(Arc<Group>),
    /// A notification is on its way to a device, or will not reach it.
    Called(DeviceId, bool),
    /// [`Desk::deadline`] has come.
    Timer,
}

/// One message of a handset.
#[derive(Debug)]
pub struct Incoming {
    /// Who waits for the reply.
    pub ticket: Ticket,
    /// The document.
    pub message: Message,
    /// The session token of the request's URL.
    pub token: Option<String>,
    /// Digest of the body as sent: tells a retransmission.
    pub digest: [u8; 32],
    /// The message's MAC, if its request shows one.
    pub mac: Option<MacProof>,
    /// Whether the encoding can carry any octets (WBXML), or text alone (XML).
    pub binary: bool,
    /// Where it came from.
    pub source: Source,
    /// Where it came from, as text.
    pub peer: Option<String>,
}

/// What an operator, or somebody who speaks for one, wants of a device. Answered by [`Action::Answer`].
#[derive(Debug)]
pub enum Operation {
    /// An exchange; answered when it is durable.
    Start(Box<Start>),
    /// An exchange is to end before its Commit Request has left.
    Cancel(ExchangeId, Actor),
    /// A doubt is settled: whether the handset has committed.
    Settle(ExchangeId, bool, Actor),
    /// The subscriber was written anew or removed: what is remembered of it is not true any more.
    Changed,
}

/// Whoever answers for an operation, as the audit trail names him.
pub type Actor = Arc<str>;

/// Names one operation that waits for its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OperationTicket(pub u64);

/// What became of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The exchange is queued, or under way, and durable.
    Started(ExchangeId),
    /// It is done, and durable.
    Done,
    /// There is no such exchange here.
    NotFound,
    /// The exchange does not stand where this can be done.
    Conflict(&'static str),
    /// No room: later.
    Full,
}

/// What shall be done.
#[derive(Debug)]
pub enum Action {
    /// Send this document as the answer to the message with this ticket.
    Reply(Ticket, Arc<Reply>),
    /// Answer that there is no room now (HTTP 503).
    Busy(Ticket),
    /// Fetch a subscriber.
    Load(u64, DeviceId),
    /// Make these changes durable in one commit, then say so.
    Persist(Step, Vec<Change>),
    /// Compute a power.
    Compute(ExchangeId, Call, Power),
    /// Ask the north.
    Ask {
        /// The exchange.
        exchange: ExchangeId,
        /// Names the answer.
        call: Call,
        /// Whose key it is about.
        device: DeviceId,
        /// The question.
        ask: Ask,
    },
    /// Answer an operation.
    Answer(OperationTicket, Said),
    /// Answer the north's push.
    Tell(PushTicket, Told),
    /// Bring a handset this notification; [`Event::Called`] answers.
    Call(Box<Notification>),
    /// A handset that was called has come.
    Came(DeviceId),
    /// Something worth counting or logging.
    Note(Note),
}

/// A notification and whom it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// Whom.
    pub device: DeviceId,
    /// Package #0.
    pub octets: Vec<u8>,
    /// Where it may be found.
    pub place: Place,
}

/// A power to compute.
#[derive(Debug)]
pub enum Power {
    /// Draw y of this many bits, compute G^y.
    Public(Arc<Group>, u32),
    /// Compute MS_RESULT^y.
    Shared(Arc<Group>, Element, Arc<Exponent>),
    /// Draw y of this many bits, compute G^y and MS_RESULT^y, forget y.
    Both(Arc<Group>, u32, Element),
}

/// Something worth counting or logging.
#[derive(Clone, Debug)]
pub enum Note {
    /// A credential was missing, wrong or good.
    Login(DeviceId, LoginResult),
    /// Wrong credentials that were shown for a device in the last hour.
    LoginFailures(DeviceId, u32),
    /// A session ended before its time.
    SessionAborted(DeviceId, String),
    /// A handset sent a message of a session that is not known here.
    UnknownSession(DeviceId),
    /// A handset found no room for its session; of what there are too many: `sessions`, `devices`, `logins`.
    NoRoom(&'static str),
    /// An exchange was asked for that found no room in the device's queue.
    StartRefused(DeviceId),
    /// A device is to be called, and cannot be: it is unknown, or has no secret by which the server could prove itself.
    CallImpossible(DeviceId),
    /// A device was called by a notification.
    Called(DeviceId),
    /// A device that was called has come, after so many milliseconds.
    Came(DeviceId, u64),
    /// An exchange began.
    ExchangeStarted(DeviceId, ExchangeId),
    /// An exchange has moved on.
    ExchangeMoved {
        /// Whose.
        device: DeviceId,
        /// Its name.
        exchange: ExchangeId,
        /// Where it stands now.
        state: State,
        /// What is known of the handset's protocol revisions.
        version: Version,
    },
    /// An exchange ended.
    ExchangeEnded {
        /// Whose.
        device: DeviceId,
        /// Its name.
        exchange: ExchangeId,
        /// Where it stood.
        state: State,
        /// Way and dialect, if it came so far.
        choice: Option<(Way, Dialect)>,
        /// How it ended.
        end: End,
        /// Milliseconds from its first session, or from its beginning if the handset never came.
        millis: u64,
    },
}

/// What became of a login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginResult {
    /// No credential: 407.
    Missing,
    /// Wrong, or an unknown device: 401.
    Wrong,
    /// Good: 212.
    Good,
    /// Good, by the resync nonce: 212, once.
    Resync,
}

/// The devices of one IO thread.
pub struct Desk {
    settings: Arc<Settings>,
    challenger: Arc<Challenger>,
    entropy: Entropy,
    devices: HashMap<DeviceId, Device>,
    exchanges: HashMap<ExchangeId, DeviceId>,
    logins: HashMap<u64, Login>,
    /// Devices to be called whose subscribers are being loaded.
    calls: HashMap<u64, DeviceId>,
    last_load: u64,
    failures: Failures,
    /// What the credentials of unknown devices are checked against.
    nobody: Account,
    /// P and G of the next exchange.
    group: Arc<Group>,
    /// Sessions that are not over.
    visits: usize,
    in_doubt: usize,
    timers: BTreeSet<(Time, DeviceId)>,
}

/// One device that is here, or has an exchange.
#[derive(Default)]
struct Device {
    visit: Option<Visit>,
    exchange: Option<Exchange>,
    /// What the exchange was asked to be.
    start: Option<Start>,
    /// When the handset first came for the exchange; until then, when the exchange began.
    since: Time,
    /// An exchange that left it open which key the handset uses; the commit of another one ends that.
    doubt: Option<Doubt>,
    queue: VecDeque<Start>,
    /// Requests that are not answered.
    errands: Errands,
    /// Requests of sessions that are over, whose answers may still come.
    late: Vec<Sent>,
    /// When it was called, while it has not come: first and last.
    called: Option<(Time, Time)>,
    subscriber: Option<Box<Subscriber>>,
    timer: Option<Time>,
}

/// A doubt, and the exchange that will end it.
struct Doubt {
    exchange: ExchangeId,
    start: Start,
}

impl Desk {
    /// An empty desk. `seed` is secret, random, and of this desk alone.
    pub fn new(settings: Arc<Settings>, challenger: Arc<Challenger>, seed: [u8; 32]) -> Self {
        let mut entropy = Entropy::new(seed, Arc::clone(&challenger));
        Self {
            nobody: Account::nobody(settings.auth, &entropy.correlator()),
            group: settings.group.clone(),
            entropy,
            settings,
            challenger,
            devices: HashMap::new(),
            exchanges: HashMap::new(),
            logins: HashMap::new(),
            calls: HashMap::new(),
            last_load: 0,
            failures: Failures::default(),
            visits: 0,
            in_doubt: 0,
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

    /// Whether an exchange is in the middle of a step that the store or the north will end by itself.
    pub fn is_settling(&self) -> bool {
        self.devices.values().filter_map(|device| device.exchange.as_ref()).any(Exchange::is_settling)
    }

    /// The next moment at which [`Event::Timer`] is due.
    pub fn deadline(&self) -> Option<Time> {
        let device = self.timers.first().map(|(time, _)| *time);
        device.into_iter().chain(self.failures.deadline()).min()
    }

    /// Takes what happened, says what to do.
    pub fn handle(&mut self, now: Time, event: Event) -> Vec<Action> {
        let mut out = Vec::new();
        match event {
            Event::Message(incoming) => self.message(now, incoming, &mut out),
            Event::Loaded(load, subscriber) => match self.calls.remove(&load) {
                Some(device) => self.call_loaded(now, &device, subscriber.as_deref(), &mut out),
                None => self.loaded(now, load, subscriber, &mut out),
            },
            Event::Durable(Step::Login(login)) => self.login_durable(now, login, &mut out),
            Event::Durable(Step::Nonce(device)) => self.nonce_durable(now, &device, &mut out),
            Event::Durable(Step::Exchange(id, call)) => {
                self.exchange_event(now, id, crate::exchange::Event::Durable(call), &mut out);
            }
            Event::Durable(Step::Lazy) => {}
            Event::Public(id, call, result) => {
                self.exchange_event(now, id, crate::exchange::Event::Public(call, result), &mut out);
            }
            Event::Shared(id, call, result) => {
                self.exchange_event(now, id, crate::exchange::Event::Shared(call, result), &mut out);
            }
            Event::Both(id, call, result) => {
                self.exchange_event(now, id, crate::exchange::Event::Both(call, result), &mut out);
            }
            Event::North(id, call, result) => {
                self.exchange_event(now, id, crate::exchange::Event::North(call, result), &mut out);
            }
            Event::Attach(start, ticket) => self.attach(now, &start, ticket, &mut out),
            Event::Push(device, push) => self.push(now, &device, push, &mut out),
            Event::Start(start) => self.start(now, start, &mut out),
            Event::Operation(device, operation, ticket) => self.operation(now, &device, operation, ticket, &mut out),
            Event::Refused(step, changes) => out.push(Action::Persist(step, changes)),
            Event::Group(group) => self.group = group,
            Event::Called(device, done) => self.called(now, &device, done, &mut out),
            Event::Timer => self.timers(now, &mut out),
        }
        out
    }

    fn timers(&mut self, now: Time, out: &mut Vec<Action>) {
        self.failures_due(now, out);
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

    /// Brings a device's timer in line with what it waits for; forgets a device that is neither here nor busy.
    fn tidy(&mut self, id: &DeviceId) {
        let Some(device) = self.devices.get_mut(id) else { return };
        if device.visit.is_none() && device.exchange.is_none() && device.queue.is_empty() {
            if let Some(time) = device.timer {
                self.timers.remove(&(time, id.clone()));
            }
            self.devices.remove(id);
            return;
        }
        let visit = device.visit.as_ref().map(Visit::deadline);
        let exchange = device.exchange.as_ref().and_then(Exchange::deadline);
        let due = visit.into_iter().chain(exchange).min();
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
