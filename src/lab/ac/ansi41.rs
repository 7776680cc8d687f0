//! An authentication centre of the laboratory with an over-the-air function beside it, at the end of a signalling link.
//!
//! Answers OTASPREQ, takes delivered keys, and drives exchanges of both ways if asked to. Its arithmetic is its own; codecs and the table of
//! transactions it shares with the service, and what they do wrong is for tshark to find. Called by `cli` and by the demo.
//!
//! * [`book`]: what it keeps
//! * [`centre`]: what it answers
//! * [`mod@drive`]: what it asks
//! * [`fault`]: what it does wrong

pub mod book;
pub mod centre;
pub mod drive;
pub mod fault;
#[cfg(test)]
mod tests;

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use tokio::sync::{Notify, Semaphore, mpsc, oneshot};

use crate::ansi41::codes::{OperationCode, Problem};
use crate::ansi41::sccp::{Address, Unitdata};
use crate::north::ansi41::signalling::{Signalling, Wire};
use crate::north::ansi41::transactions::{Answer, Bounds, Happening, Invoke};
use crate::north::ansi41::{Meter, not_supported};
use crate::north::link;
use crate::words::Way;
use book::{Book, Subscriber};
use centre::Centre;
use drive::{Driver, Failure};
use fault::FaultKind;

/// Addresses of a relation.
#[derive(Clone, Debug)]
pub struct Addresses {
    /// We.
    pub own: Address,
    /// The switch on the other side.
    pub msc: Address,
    /// The over-the-air function there.
    pub otaf: Address,
}

/// Exchanges to drive.
#[derive(Clone, Copy, Debug)]
pub struct Drive {
    /// Which way.
    pub way: Way,
    /// How many at one time.
    pub at_once: usize,
    /// How long the other side may take for an exchange that it performs.
    pub patience: Duration,
}

/// What came of a subscriber.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// MIN or IMSI.
    pub msid: String,
    /// Where its key stands.
    pub state: &'static str,
    /// The key in use, hex.
    pub a_key: Option<String>,
    /// KeyVersion of the handset, where it was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_version: Option<u32>,
    /// Why an exchange that was driven failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

impl Line {
    /// Of a subscriber as it is.
    pub fn of(subscriber: &Subscriber, failure: Option<&Failure>) -> Self {
        Self {
            msid: subscriber.msid().to_owned(),
            state: subscriber.state(),
            a_key: subscriber.a_key.clone(),
            key_version: subscriber.key_version,
            failure: failure.map(ToString::to_string),
        }
    }
}

/// Nobody counts.
struct Uncounted;

impl Meter for Uncounted {
    fn tcap(&self, _happening: Happening) {}
}

/// How serving came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The link is gone.
    LinkGone,
    /// It is to start anew, with what its file has: a fault.
    Restart,
}

/// One exchange that is to be driven.
pub struct Order {
    /// Whose, by its place in the book.
    pub at: usize,
    /// Which way.
    pub way: Way,
    /// How long the other side may take where it performs.
    pub patience: Duration,
    /// Is told when the other side has heard of it.
    pub begun: oneshot::Sender<()>,
    /// Is told what came of it.
    pub done: oneshot::Sender<Result<(), Failure>>,
}

/// Serves at the end of a link, and drives what is ordered, until the link is gone. Must run on a thread with a local task set.
pub async fn run(
    centre: Rc<Centre>,
    addresses: Addresses,
    wire: Rc<dyn Wire>,
    events: mpsc::Receiver<link::Event>,
    mut orders: mpsc::Receiver<Order>,
) -> Ended {
    let signalling = Signalling::new(Rc::clone(&wire), Bounds::default(), Arc::new(Uncounted));
    let restart = Rc::new(Notify::new());
    let desk = Desk {
        centre: Rc::clone(&centre),
        signalling: Rc::clone(&signalling),
        wire,
        to: addresses.otaf.clone(),
        own: addresses.own.clone(),
        restart: Rc::clone(&restart),
    };
    let driver = Rc::new(Driver {
        centre,
        signalling: Rc::clone(&signalling),
        msc: addresses.msc,
        otaf: addresses.otaf,
        own: addresses.own,
    });
    let driven = async {
        while let Some(order) = orders.recv().await {
            let driver = Rc::clone(&driver);
            tokio::task::spawn_local(async move {
                let done = match order.way {
                    Way::Relay => driver.relay(order.at, order.begun).await,
                    Way::Perform => driver.perform(order.at, order.patience, order.begun).await,
                };
                let _ = order.done.send(done);
            });
        }
        std::future::pending::<()>().await;
    };
    tokio::select! {
        () = driven => Ended::LinkGone,
        () = signalling.run(events, move |invoke| desk.answer(invoke)) => Ended::LinkGone,
        () = restart.notified() => Ended::Restart,
    }
}

/// Orders exchanges for all subscribers whose key was not updated yet, and gives what came of each. Must run on a thread with a local task set.
pub async fn drive(book: &Book, orders: &mpsc::Sender<Order>, drive: Drive) -> Vec<Option<Failure>> {
    let room = Rc::new(Semaphore::new(drive.at_once.max(1)));
    let one = |at: usize| {
        let (book, orders, room) = (book.clone(), orders.clone(), Rc::clone(&room));
        tokio::task::spawn_local(async move {
            if book.get(at).updates > 0 {
                return None;
            }
            let _room = room.acquire().await;
            let ((begun, _), (done, outcome)) = (oneshot::channel(), oneshot::channel());
            let order = Order { at, way: drive.way, patience: drive.patience, begun, done };
            let taken = orders.send(order).await.is_ok();
            // A driver that is gone has delivered nothing.
            outcome.await.ok().filter(|_| taken).unwrap_or(Err(Failure::NoKey)).err()
        })
    };
    let exchanges: Vec<_> = (0..book.len()).map(one).collect();
    let mut failures = Vec::with_capacity(exchanges.len());
    for exchange in exchanges {
        failures.push(exchange.await.unwrap_or(Some(Failure::NoKey)));
    }
    failures
}

/// What came of each subscriber, with what went wrong where an exchange was driven.
pub fn lines(book: &Book, failures: &[Option<Failure>]) -> Vec<Line> {
    let failure = |at: usize| failures.get(at).and_then(Option::as_ref);
    book.all().iter().enumerate().map(|(at, subscriber)| Line::of(subscriber, failure(at))).collect()
}

/// Where invokes arrive.
struct Desk {
    centre: Rc<Centre>,
    signalling: Rc<Signalling>,
    wire: Rc<dyn Wire>,
    to: Address,
    own: Address,
    restart: Rc<Notify>,
}

impl Desk {
    /// Answers an invoke, or does what is wrong instead.
    fn answer(&self, invoke: Invoke) {
        let Invoke { ticket, operation, parameters } = invoke;
        if operation != OperationCode::OTASPREQ {
            return self.signalling.answer(ticket, not_supported(operation));
        }
        match self.centre.fault() {
            Some(FaultKind::Silence) => {}
            Some(FaultKind::Reject) => self.signalling.answer(ticket, Answer::Reject(Problem::INCORRECT_PARAMETER)),
            Some(FaultKind::Garbage) => {
                let (called, calling, data) = (self.to.clone(), self.own.clone(), b"garbage".to_vec());
                if let Err(refused) = self.wire.send(Unitdata { called, calling, data, ..Unitdata::default() }) {
                    tracing::debug!(%refused, "not even garbage was taken");
                }
            }
            Some(FaultKind::Late) => {
                let (centre, signalling) = (Rc::clone(&self.centre), Rc::clone(&self.signalling));
                tokio::task::spawn_local(async move {
                    tokio::time::sleep(centre.late()).await;
                    signalling.answer(ticket, centre.otaspreq(&parameters, None));
                });
            }
            Some(FaultKind::Restart) => self.restart.notify_one(),
            fault => self.signalling.answer(ticket, self.centre.otaspreq(&parameters, fault)),
        }
    }
}
