//! Invokes out and in, over a link that comes and goes: joins the table of transactions to the link, a clock and those who wait.
//!
//! Decides nothing about what is said. An invoke that finds the link down waits for it until its time is over. Called by [`super`], and by the
//! laboratory's authentication centre.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, mpsc, oneshot};
use tokio::time::Instant;

use super::Meter;
use super::transactions::{Answer, Bounds, Happening, Heard, Invoke, Outcome, Ticket, Transactions};
use crate::ansi41::codes::OperationCode;
use crate::ansi41::parameters::Parameters;
use crate::ansi41::sccp::{Address, Unitdata};
use crate::ansi41::tcap::TransactionId;
use crate::north::link::{Event, Handle, Refused};
use crate::words::Time;

/// The way out.
pub trait Wire {
    /// Sends unitdata; what is taken may still be lost.
    fn send(&self, unitdata: Unitdata) -> Result<(), Refused>;
}

impl Wire for Handle {
    fn send(&self, unitdata: Unitdata) -> Result<(), Refused> {
        Handle::send(self, unitdata)
    }
}

/// One side of a signalling relation.
pub struct Signalling {
    wire: Rc<dyn Wire>,
    table: RefCell<Transactions<oneshot::Sender<Outcome>>>,
    meter: Arc<dyn Meter>,
    began: Instant,
    /// Rings when the table's next deadline may have moved.
    bell: Notify,
    /// Rings when it comes up.
    came_up: Notify,
}

/// An invoke of ours.
pub struct Ask<'a> {
    /// To whom.
    pub to: &'a Address,
    /// From whom.
    pub from: &'a Address,
    /// What to do.
    pub operation: OperationCode,
    /// With what.
    pub parameters: &'a Parameters<'a>,
    /// The octets of it that no capture file may show.
    pub secret: Option<&'a [u8]>,
    /// How long each attempt waits.
    pub wait: Duration,
}

impl Signalling {
    /// A side that sends by this wire.
    pub fn new(wire: Rc<dyn Wire>, bounds: Bounds, meter: Arc<dyn Meter>) -> Rc<Self> {
        Rc::new(Self {
            wire,
            table: RefCell::new(Transactions::new(bounds)),
            meter,
            began: Instant::now(),
            bell: Notify::new(),
            came_up: Notify::new(),
        })
    }

    /// Sends an invoke, up to `attempts` times, and waits for what becomes of it. An error, a reject or an abort is an answer; silence, and what came
    /// back, is not.
    pub async fn ask(&self, ask: &Ask<'_>, attempts: u32) -> Outcome {
        let mut outcome = Outcome::Silent;
        for _ in 0..attempts {
            outcome = self.ask_once(ask).await;
            match outcome {
                Outcome::Silent | Outcome::Malformed => {}
                // What cannot be delivered now may be later.
                Outcome::Returned(_) => tokio::time::sleep(ask.wait / 4).await,
                _ => break,
            }
        }
        outcome
    }

    async fn ask_once(&self, ask: &Ask<'_>) -> Outcome {
        let deadline = Instant::now() + ask.wait;
        let sent = loop {
            // Before the attempt, so that no ring between it and the wait is missed.
            let came_up = self.came_up.notified();
            match self.send(ask) {
                Ok(sent) => break Some(sent),
                Err(Refused::Down) => {
                    if tokio::time::timeout_at(deadline, came_up).await.is_err() {
                        break None;
                    }
                }
                Err(Refused::Full) => {
                    if Instant::now() >= deadline {
                        break None;
                    }
                    tokio::time::sleep(REFUSED_PAUSE).await;
                }
            }
        };
        match sent {
            Some(answer) => answer.await.unwrap_or(Outcome::Silent),
            None => Outcome::Silent,
        }
    }

    fn send(&self, ask: &Ask<'_>) -> Result<oneshot::Receiver<Outcome>, Refused> {
        let name = getrandom::u32().map_err(|error| {
            tracing::error!(%error, "no random numbers for a transaction");
            Refused::Full
        })?;
        let (answer, outcome) = oneshot::channel();
        let deadline = self.now().plus(ask.wait.as_millis() as u64);
        let parameters = ask.parameters.clone();
        let data = self
            .table
            .borrow_mut()
            .ask(TransactionId(name), ask.operation, parameters, deadline, answer)
            .map_err(|_full| Refused::Full)?;
        let secret = ask.secret.and_then(|secret| {
            let at = data.windows(secret.len().max(1)).position(|window| window == secret)?;
            Some(at..at + secret.len())
        });
        let unitdata = Unitdata {
            called: ask.to.clone(),
            calling: ask.from.clone(),
            return_on_error: true,
            data,
            secret: secret.unwrap_or_default(),
            ..Unitdata::default()
        };
        if let Err(refused) = self.wire.send(unitdata) {
            self.table.borrow_mut().forget(TransactionId(name));
            return Err(refused);
        }
        self.meter.tcap(Happening::Asked);
        self.bell.notify_one();
        Ok(outcome)
    }

    /// Waits until nothing is under way any more, at most for so long.
    pub async fn drained(&self, limit: Duration) {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline {
            let (asked, running, _) = self.table.borrow().counts();
            if asked + running == 0 {
                return;
            }
            tokio::time::sleep(DRAIN_PAUSE).await;
        }
    }

    /// Answers an invoke of others. One whose time is over gets none; so does one while the link is down, until its query comes again.
    pub fn answer(&self, ticket: Ticket, answer: Answer) {
        let answer =
            self.table.borrow_mut().answer(self.now(), ticket, answer, &mut |happening| self.meter.tcap(happening));
        if let Some(unitdata) = answer {
            self.reply(unitdata);
        }
        self.bell.notify_one();
    }

    /// Brings what the link tells to the table, and the table's words to whoever waits. Ends when the link is gone.
    pub async fn run(self: Rc<Self>, mut events: mpsc::Receiver<Event>, invoked: impl Fn(Invoke)) {
        loop {
            let deadline = self.table.borrow().deadline();
            let timer = async {
                match deadline {
                    Some(time) => tokio::time::sleep_until(self.began + Duration::from_millis(time.0)).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                event = events.recv() => match event {
                    Some(event) => self.heard(event, &invoked),
                    None => return,
                },
                () = timer => {
                    let silent = self.table.borrow_mut().time_passed(self.now(), &mut |happening| self.meter.tcap(happening));
                    for waiting in silent {
                        let _ = waiting.send(Outcome::Silent);
                    }
                }
                () = self.bell.notified() => {}
            }
        }
    }

    fn heard(&self, event: Event, invoked: &impl Fn(Invoke)) {
        let count = &mut |happening| self.meter.tcap(happening);
        let heard = match event {
            Event::Up => return self.came_up.notify_waiters(),
            Event::Down => {
                let lost = self.table.borrow_mut().lost(count);
                return lost.into_iter().for_each(|waiting| drop(waiting.send(Outcome::Silent)));
            }
            Event::Received(unitdata) => self.table.borrow_mut().received(self.now(), unitdata, count),
            Event::Returned(unitdata, cause) => self.table.borrow_mut().returned(&unitdata, cause, count),
        };
        match heard {
            Heard::Invoke(invoke) => invoked(invoke),
            Heard::Outcome(waiting, outcome, reply) => {
                let _ = waiting.send(outcome);
                if let Some(reply) = reply {
                    self.reply(reply);
                }
            }
            Heard::Send(unitdata) => self.reply(unitdata),
            Heard::Nothing => {}
        }
    }

    fn reply(&self, unitdata: Unitdata) {
        if let Err(refused) = self.wire.send(unitdata) {
            tracing::debug!(%refused, "an answer was not taken by the link");
        }
    }

    fn now(&self) -> Time {
        Time(self.began.elapsed().as_millis() as u64)
    }
}

/// Between two looks whether anything is under way.
const DRAIN_PAUSE: Duration = Duration::from_millis(10);
/// Between two attempts to hand unitdata to a link that is full.
const REFUSED_PAUSE: Duration = Duration::from_millis(50);
