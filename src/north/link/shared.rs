//! What the tasks of one link share on their thread: decisions of [`Core`] carried out, queues, counts.

use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::{Notify, OwnedSemaphorePermit, mpsc};
use tokio::time::{Duration, Instant};

use super::Event;
use super::capture::Capture;
use super::core::{Core, Effect};
use super::meter::{Direction, Meter};
use super::protocol::{Outgoing, State};
use super::settings::Settings;
use crate::ansi41::pcap::Reader;
use crate::ansi41::sccp::ReturnCause;
use crate::limits;
use crate::words::Time;

/// The place in the link's queue that unitdata has until it is written.
pub(super) type Ticket = Arc<OwnedSemaphorePermit>;

/// What an association is told.
pub(super) enum Order {
    /// Send a message.
    Send(Outgoing, Option<Ticket>),
    /// Carry traffic, or not.
    Want(bool),
}

pub(super) struct Shared {
    pub(super) settings: Settings,
    core: RefCell<Core>,
    seats: Vec<Seat>,
    events: mpsc::Sender<Event>,
    is_up: Arc<AtomicBool>,
    /// What the user was last told.
    told_up: Cell<bool>,
    /// Wakes the link's own task.
    pub(super) changed: Notify,
    meter: Arc<dyn Meter>,
    capture: Option<Capture>,
    began: Instant,
}

/// The way to an association's task. What is in it is bounded by tickets, and by `waiting`.
struct Seat {
    orders: mpsc::UnboundedSender<Order>,
    waiting: Cell<usize>,
}

impl Shared {
    pub(super) fn new(
        settings: Settings,
        orders: Vec<mpsc::UnboundedSender<Order>>,
        events: mpsc::Sender<Event>,
        is_up: Arc<AtomicBool>,
        meter: Arc<dyn Meter>,
        capture: Option<Capture>,
    ) -> Self {
        let seats: Vec<_> = orders.into_iter().map(|orders| Seat { orders, waiting: Cell::new(0) }).collect();
        let core = RefCell::new(Core::new(settings.clone(), seats.len(), capture.is_some()));
        let shared = Self {
            settings,
            core,
            seats,
            events,
            is_up,
            told_up: Cell::new(false),
            changed: Notify::new(),
            meter,
            capture,
            began: Instant::now(),
        };
        shared.count_states();
        shared
    }

    pub(super) fn now(&self) -> Time {
        Time(self.began.elapsed().as_millis() as u64)
    }

    pub(super) fn instant(&self, time: Time) -> Instant {
        // A timer that is never due within the life of a process.
        const FAR_MS: u64 = 365 * 24 * 3_600_000;
        self.began + Duration::from_millis(time.0.min(FAR_MS))
    }

    /// Lets the core decide, and carries out what it wants. Not to be called from within itself.
    pub(super) fn with(&self, ticket: Option<&Ticket>, decide: impl FnOnce(&mut Core, &mut Vec<Effect>)) {
        let mut effects = Vec::new();
        decide(&mut self.core.borrow_mut(), &mut effects);
        // What cannot be carried out may have effects of its own; those have none.
        let mut more = Vec::new();
        for effect in effects {
            self.carry_out(effect, ticket, &mut more);
        }
        let mut none = Vec::new();
        for effect in more {
            self.carry_out(effect, None, &mut none);
        }
    }

    fn carry_out(&self, effect: Effect, ticket: Option<&Ticket>, more: &mut Vec<Effect>) {
        match effect {
            Effect::Send(seat, outgoing) => self.enqueue(seat, outgoing, ticket.cloned()),
            Effect::Tell(Event::Up | Event::Down) => {
                self.is_up.store(self.core.borrow().is_up(), Ordering::Release);
                self.tell_state();
            }
            Effect::Tell(event) => {
                if let Err(mpsc::error::TrySendError::Full(event)) = self.events.try_send(event) {
                    self.trouble("user_full");
                    if let Event::Received(unitdata) = event {
                        let cause = ReturnCause::SUBSYSTEM_CONGESTION;
                        self.core.borrow_mut().give_back(None, &unitdata, cause, more);
                    }
                }
            }
            Effect::Want(seat, active) => {
                if let Some(seat) = self.seats.get(seat) {
                    // Without a task there is nobody to want anything.
                    let _ = seat.orders.send(Order::Want(active));
                }
            }
            Effect::Count(cause) => self.trouble(cause),
        }
    }

    fn enqueue(&self, seat: usize, outgoing: Outgoing, ticket: Option<Ticket>) {
        let core = self.core.borrow();
        // The only way out may hold all that was taken from the user, and that is bounded already.
        let is_bounded = ticket.is_some() && core.count(State::Active) <= 1;
        let most = if is_bounded { usize::MAX } else { limits::LINK_QUEUE_OF_ASSOCIATION };
        let has_room = |index: &usize| self.seats.get(*index).is_some_and(|seat| seat.waiting.get() < most);
        let index = Some(seat).filter(has_room).or_else(|| core.other_seats(seat, outgoing.to).find(has_room));
        let Some(seat) = index.and_then(|index| self.seats.get(index)) else { return self.trouble("full") };
        seat.waiting.set(seat.waiting.get() + 1);
        if seat.orders.send(Order::Send(outgoing, ticket)).is_err() {
            self.trouble("down");
        }
    }

    /// An order of a seat has been taken out of its queue.
    pub(super) fn taken(&self, seat: usize) {
        if let Some(seat) = self.seats.get(seat) {
            seat.waiting.set(seat.waiting.get().saturating_sub(1));
        }
    }

    /// Tells the user whether traffic may flow, if it does not know and there is room; else the link's task does, later.
    pub(super) fn tell_state(&self) {
        let is_up = self.core.borrow().is_up();
        if self.told_up.get() == is_up {
            return;
        }
        match self.events.try_send(if is_up { Event::Up } else { Event::Down }) {
            Ok(()) => self.told_up.set(is_up),
            Err(_) => self.changed.notify_one(),
        }
    }

    /// Whether the user does not know yet how things are.
    pub(super) fn must_tell(&self) -> bool {
        self.told_up.get() != self.core.borrow().is_up() && !self.events.is_closed()
    }

    /// Waits until the user takes something.
    pub(super) async fn room(&self) {
        let _ = self.events.reserve().await;
    }

    /// When segments are due to be dropped.
    pub(super) fn deadline(&self) -> Option<Time> {
        self.core.borrow().deadline()
    }

    /// An association has come so far.
    pub(super) fn state(&self, seat: usize, state: State) {
        self.with(None, |core, out| core.state(seat, state, out));
        self.count_states();
    }

    fn count_states(&self) {
        for state in State::ALL {
            let count = self.core.borrow().count(*state);
            self.meter.associations(&self.settings.name, *state, count);
        }
    }

    pub(super) fn trouble(&self, cause: &'static str) {
        self.meter.trouble(&self.settings.name, cause);
    }

    pub(super) fn messages(&self, direction: Direction, count: u64) {
        self.meter.messages(&self.settings.name, direction, count);
    }

    /// Notes what went over an association, `shown` as a capture may show it.
    pub(super) fn note(&self, reader: Reader, from: SocketAddr, to: SocketAddr, shown: impl FnOnce() -> Vec<u8>) {
        if let Some(capture) = &self.capture
            && !capture.note(reader, from, to, &shown())
        {
            self.trouble("capture_full");
        }
    }
}
