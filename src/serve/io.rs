//! One IO thread: its desk, the events that come to it, and the actions that it carries out.
//!
//! A desk is only ever touched by its own thread. Messages of other threads come by a bounded inbox; answers of store, compute and north come by a
//! channel that never refuses, because each is the answer to one action and those are bounded by the desk. Called by the front ([`super::handsets`])
//! and by [`super`].

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use akeyd_hw::Group;
use tokio::sync::{Notify, mpsc, oneshot};

use crate::compute::{self, Busy, Compute, Job};
use crate::desk::failures::Source;
use crate::desk::{
    Action, Desk, Event, Incoming, Operation, OperationTicket, Origin, Power, Restored, Said, Start, Ticket,
};
use crate::dm::account::MacProof;
use crate::dm::session::Reply;
use crate::exchange::pushed::{Push, Ticket as PushTicket, Told};
use crate::exchange::{Call, NorthFault, PowerFault};
use crate::groups::{self, Groups};
use crate::http::server::RequestId;
use crate::metrics::Metrics;
use crate::north::outbox::Outbox;
use crate::north::{North, Question};
use crate::store::{Refused, Store};
use crate::syncml::document::Message;
use crate::wake::Waker;
use crate::words::{DeviceId, ExchangeId};

use super::calls;
use super::clock::Clock;
use super::events::Events;
use super::notes;
use super::relay::Relay;
use super::upkeep::Left;

/// What comes to a desk from other threads.
#[expect(clippy::large_enum_variant, reason = "nearly all of it is messages")]
pub(super) enum Mail {
    /// A handset's message that arrived on another thread.
    Message(Parcel),
    /// An exchange is asked for.
    Start(Start),
    /// An operator wants something of a device.
    Operation(DeviceId, Operation, oneshot::Sender<Said>),
    /// An OTAF attaches to a device.
    Attach(Start, oneshot::Sender<Told>),
    /// An OTAF, who it is, sends a forward message.
    Forward(DeviceId, Origin, Vec<u8>, oneshot::Sender<Told>),
    /// An OTAF lets a device go.
    Release(DeviceId, Origin, oneshot::Sender<Told>),
    /// P and G of the perform way are others.
    Group(Arc<Group>),
    /// A notification is on its way to a device, or will not reach it.
    Called(DeviceId, bool),
}

/// A handset's message and who waits for the reply. Dropped without one, there is no room: 503.
pub(super) struct Parcel {
    pub(super) message: Message,
    pub(super) token: Option<String>,
    pub(super) digest: [u8; 32],
    /// The name in logs of the request that brought it.
    pub(super) request: RequestId,
    pub(super) mac: Option<MacProof>,
    pub(super) binary: bool,
    /// The largest message that the handset may send.
    pub(super) max_message: u32,
    pub(super) source: Source,
    pub(super) peer: Option<String>,
    pub(super) reply: oneshot::Sender<Arc<Reply>>,
}

/// What all IO threads share.
pub(super) struct Surroundings {
    pub(super) clock: Clock,
    pub(super) store: Arc<dyn Store>,
    pub(super) compute: Compute,
    pub(super) groups: Groups,
    pub(super) relay: Relay,
    pub(super) north: North,
    pub(super) outbox: Outbox,
    pub(super) waker: Option<Waker>,
    pub(super) metrics: Arc<Metrics>,
    pub(super) events: Events,
}

/// The desk of this thread and those who wait for it.
pub(super) struct Io {
    desk: RefCell<Desk>,
    replies: RefCell<HashMap<Ticket, oneshot::Sender<Arc<Reply>>>>,
    pushes: RefCell<HashMap<PushTicket, oneshot::Sender<Told>>>,
    operations: RefCell<HashMap<OperationTicket, oneshot::Sender<Said>>>,
    last_ticket: Cell<u64>,
    surroundings: Arc<Surroundings>,
    answers: mpsc::UnboundedSender<Answer>,
    /// The request that the event in hand comes of: whatever is logged of it, however late, bears its name.
    request: Cell<Option<RequestId>>,
    /// Rings when the desk's next deadline may have moved.
    bell: Notify,
    counted: Cell<[usize; 4]>,
}

impl Io {
    pub(super) fn new(desk: Desk, surroundings: Arc<Surroundings>, answers: mpsc::UnboundedSender<Answer>) -> Rc<Self> {
        Rc::new(Self {
            desk: RefCell::new(desk),
            replies: RefCell::default(),
            pushes: RefCell::default(),
            operations: RefCell::default(),
            last_ticket: Cell::new(0),
            surroundings,
            answers,
            request: Cell::new(None),
            bell: Notify::new(),
            counted: Cell::new([0; 4]),
        })
    }

    /// Brings events and mail to the desk, and wakes it when its time comes. Ends when nobody can write any more.
    pub(super) async fn run(
        self: Rc<Self>,
        mut mail: mpsc::Receiver<Mail>,
        mut answers: mpsc::UnboundedReceiver<Answer>,
    ) {
        loop {
            let deadline = self.desk.borrow().deadline();
            let timer = async {
                match deadline {
                    Some(time) => tokio::time::sleep_until(self.surroundings.clock.instant(time).into()).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                Some((request, event)) = answers.recv() => {
                    // What was asked for before a handset was let in comes before it is: it must not leave for want of it.
                    while let Ok(letter) = mail.try_recv() {
                        self.open(letter);
                    }
                    self.event_of(request, event);
                }
                letter = mail.recv() => match letter {
                    Some(letter) => self.open(letter),
                    None => return,
                },
                () = timer => self.event(Event::Timer),
                () = self.bell.notified() => {}
            }
        }
    }

    /// Takes over what an earlier process left. Comes before everything else.
    pub(super) fn resume(self: &Rc<Self>, left: Left, restored: Option<Restored>) {
        let Left { records, removed } = left;
        self.event(Event::Resume { records, restored });
        removed.into_iter().for_each(|device| self.event(Event::Removed(device)));
    }

    /// Takes a message that arrived on this thread or another.
    pub(super) fn message(self: &Rc<Self>, parcel: Parcel) {
        let ticket = Ticket(self.ticket());
        self.replies.borrow_mut().insert(ticket, parcel.reply);
        let Parcel { message, token, digest, mac, binary, max_message, source, peer, request, .. } = parcel;
        let incoming = Incoming { ticket, message, token, digest, mac, binary, max_message, source, peer };
        self.event_of(Some(request), Event::Message(incoming));
    }

    /// Waits until no exchange of this desk is in a step that needs no handset, at most for `limit`.
    pub(super) async fn settled(&self, limit: Duration) {
        let deadline = tokio::time::Instant::now() + limit;
        while self.desk.borrow().is_settling() && tokio::time::Instant::now() < deadline {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// The thread is about to end: the desk leaves nothing in memory alone.
    pub(super) fn ending(self: &Rc<Self>) {
        self.event(Event::Ending);
    }

    fn open(self: &Rc<Self>, letter: Mail) {
        match letter {
            Mail::Message(parcel) => self.message(parcel),
            Mail::Start(start) => self.event(Event::Start(start)),
            Mail::Operation(device, operation, said) => {
                let ticket = OperationTicket(self.ticket());
                self.operations.borrow_mut().insert(ticket, said);
                self.event(Event::Operation(device, operation, ticket));
            }
            Mail::Attach(start, told) => {
                let ticket = self.push_ticket(told);
                self.event(Event::Attach(start, ticket));
            }
            Mail::Forward(device, origin, octets, told) => {
                match self.surroundings.relay.message(&device, &origin, &octets) {
                    Some(judgement) => {
                        let own = Rc::clone(self);
                        tokio::task::spawn_local(async move {
                            match judgement.await {
                                Some(answer) => drop(told.send(answer)),
                                None => own.forward(device, origin, octets, told),
                            }
                        });
                    }
                    None => self.forward(device, origin, octets, told),
                }
            }
            Mail::Release(device, origin, told) => {
                let ticket = self.push_ticket(told);
                self.surroundings.relay.released(&device, &origin);
                self.event(Event::Push(device, origin, Push::Release(ticket)));
            }
            Mail::Group(group) => self.event(Event::Group(group)),
            Mail::Called(device, done) => self.event(Event::Called(device, done)),
        }
    }

    fn forward(self: &Rc<Self>, device: DeviceId, origin: Origin, octets: Vec<u8>, told: oneshot::Sender<Told>) {
        let ticket = self.push_ticket(told);
        self.event(Event::Push(device, origin, Push::Forward(ticket, octets)));
    }

    fn event_of(self: &Rc<Self>, request: Option<RequestId>, event: Event) {
        self.request.set(request);
        self.event(event);
        self.request.set(None);
    }

    fn event(self: &Rc<Self>, event: Event) {
        let now = self.surroundings.clock.now();
        let (actions, counted) = {
            let mut desk = self.desk.borrow_mut();
            let actions = desk.handle(now, event);
            let refused = usize::from(desk.is_refused(now));
            (actions, [desk.sessions(), desk.exchanges_in_doubt(), desk.doubts_overdue(), refused])
        };
        self.count(counted);
        for action in actions {
            self.carry_out(action);
        }
        self.bell.notify_one();
    }

    /// Carries out one action. What comes of it comes back as an event, never from inside here.
    fn carry_out(self: &Rc<Self>, action: Action) {
        let Surroundings { clock, store, north, outbox, metrics, events, waker, .. } = &*self.surroundings;
        let answers = Answers { way: self.answers.clone(), request: self.request.get() };
        match action {
            Action::Reply(ticket, message) => {
                if let Some(reply) = self.replies.borrow_mut().remove(&ticket) {
                    // A connection that died meanwhile needs none; the desk keeps it for the retransmission.
                    let _ = reply.send(message);
                }
            }
            Action::Busy(ticket) => drop(self.replies.borrow_mut().remove(&ticket)),
            Action::Load(login, device) => {
                store.load(&device, Box::new(move |subscriber| answers.report(Event::Loaded(login, subscriber))));
            }
            Action::Persist(step, mut changes) => {
                let outbox = outbox.tell_outcomes(&mut changes).then(|| outbox.clone());
                let answer = move |result| match result {
                    Ok(()) => {
                        outbox.iter().for_each(Outbox::stir);
                        answers.report(Event::Durable(step));
                    }
                    Err(Refused::Full(changes)) => answers.report(Event::Refused(step, changes)),
                    // Trying again is of no use. A desk writes no subscriber.
                    Err(
                        refused @ (Refused::Damaged(_) | Refused::Exists(_) | Refused::Missing(_) | Refused::Taken(..)),
                    ) => {
                        tracing::error!(?refused, "a desk's change was refused");
                        answers.report(Event::Impossible(step));
                    }
                };
                store.commit(changes, Box::new(answer));
            }
            Action::Compute(exchange, call, power) => self.compute(exchange, call, power, answers),
            Action::Call(notification) => {
                let device = notification.device.clone();
                if !calls::call(waker.as_ref(), *notification) {
                    answers.report(Event::Called(device, false));
                }
            }
            Action::Came(device) => {
                if let Some(waker) = waker {
                    waker.came(device);
                }
            }
            Action::Ask { exchange, call, device, ask } => {
                let (answer, said) = oneshot::channel();
                let own = Rc::clone(self);
                north.ask(Question { exchange, call, device, ask, answer });
                tokio::task::spawn_local(async move {
                    let said = said.await.unwrap_or(Err(NorthFault::Unreachable));
                    let said = own.surroundings.relay.answer(said).await;
                    answers.report(Event::North(exchange, call, said));
                });
            }
            Action::Answer(ticket, said) => {
                if let Some(waiting) = self.operations.borrow_mut().remove(&ticket) {
                    let _ = waiting.send(said);
                }
            }
            Action::Tell(ticket, told) => {
                if let Some(waiting) = self.pushes.borrow_mut().remove(&ticket) {
                    let _ = waiting.send(told);
                }
            }
            Action::Note(note) => notes::take(&note, clock.now(), metrics, events, self.request.get()),
        }
    }

    /// Has a power computed, beside whatever else there is to do.
    fn compute(&self, exchange: ExchangeId, call: Call, power: Power, answers: Answers) {
        let Surroundings { compute, groups, metrics, .. } = &*self.surroundings;
        if let Power::Public(group, _) | Power::Both(group, ..) = &power {
            groups::Meter::group_exchanges(&**metrics, groups.used(group));
        }
        match power {
            Power::Public(group, exponent_bits) => {
                let (answer, made) = oneshot::channel();
                let queued = compute.submit(Job::MakePublic { group, exponent_bits, answer });
                tokio::task::spawn_local(async move {
                    let made = computed(queued, made).await.map(|made| (made.y, made.bs_result));
                    answers.report(Event::Public(exchange, call, made));
                });
            }
            Power::Shared(group, peer, y) => {
                let (answer, shared) = oneshot::channel();
                let queued = compute.submit(Job::Share { group, peer, y, answer });
                tokio::task::spawn_local(async move {
                    answers.report(Event::Shared(exchange, call, computed(queued, shared).await));
                });
            }
            Power::Both(group, exponent_bits, peer) => {
                let (answer, both) = oneshot::channel();
                let queued = compute.submit(Job::Both { group, exponent_bits, peer, answer });
                tokio::task::spawn_local(async move {
                    answers.report(Event::Both(exchange, call, computed(queued, both).await));
                });
            }
        }
    }

    fn ticket(&self) -> u64 {
        self.last_ticket.set(self.last_ticket.get() + 1);
        self.last_ticket.get()
    }

    fn push_ticket(&self, told: oneshot::Sender<Told>) -> PushTicket {
        let ticket = PushTicket(self.ticket());
        self.pushes.borrow_mut().insert(ticket, told);
        ticket
    }

    /// Passes on by how much this desk's sums have changed: the gauges are of all desks together.
    fn count(&self, now: [usize; 4]) {
        let before = self.counted.replace(now);
        let metrics = &self.surroundings.metrics;
        let gauges =
            [&metrics.sessions, &metrics.exchanges_in_doubt, &metrics.in_doubt_overdue, &metrics.store_refuses];
        for (gauge, (now, before)) in gauges.into_iter().zip(now.into_iter().zip(before)) {
            if now != before {
                gauge.add(now.cast_signed() as i64 - before.cast_signed() as i64);
            }
        }
    }
}

/// An answer to an action, and the request that it comes of.
pub(super) type Answer = (Option<RequestId>, Event);

/// The way back to the desk's thread.
struct Answers {
    way: mpsc::UnboundedSender<Answer>,
    request: Option<RequestId>,
}

impl Answers {
    /// Puts an answer where the desk's thread finds it. When that thread is gone nobody needs it.
    fn report(&self, event: Event) {
        let _ = self.way.send((self.request, event));
    }
}

/// What became of a job: an answer, or why there is none.
async fn computed<T>(
    queued: Result<(), Busy>,
    answer: oneshot::Receiver<Result<T, compute::PowerFault>>,
) -> Result<T, PowerFault> {
    queued.map_err(|_| PowerFault::Busy)?;
    let answered = answer.await.map_err(|_| PowerFault::Failed)?;
    answered.map_err(|fault| blame(&fault))
}

fn blame(fault: &compute::PowerFault) -> PowerFault {
    match fault {
        compute::PowerFault::Refused(akeyd_hw::PowerError::TrivialSecret) => PowerFault::Trivial,
        ours => {
            tracing::error!(%ours, "a power could not be computed");
            PowerFault::Failed
        }
    }
}

/// How long the drain of a stopping thread may take.
pub(super) const DRAIN: Duration = Duration::from_millis(crate::limits::DRAIN_MS);
