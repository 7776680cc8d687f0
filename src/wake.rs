//! Wakes handsets: carries Package #0 to them, and follows what becomes of it until the handset comes, or not.
//!
//! Octets and places in, news out. Builds no notification and decides not whom to wake (that is `desk`); never waits for
//! anything that could hold up a handset. One task on the side thread's runtime; everything on its way to it is bounded.
//! Called by `serve`.
//!
//! * [`settings`]: which bearers there are, and how a handset is found on each
//! * [`tracker`]: what is on its way to whom, and what to do next (pure)
//! * [`udp`]: the push in a datagram to port 2948
//! * [`smpp`]: the push in short messages, through an SMSC

pub mod settings;
pub mod smpp;
#[cfg(test)]
mod tests;
mod tracker;
mod udp;

use std::fmt;
use std::future::Future;
use std::net::IpAddr;
use std::rc::Rc;
use std::sync::Arc;

use tokio::sync::mpsc;
use tokio::time::{Duration, Instant};

use crate::limits;
use crate::words::{DeviceId, Time};

use settings::{Bearer, Settings};
use tracker::{Action, Tracker};

/// One handset to be woken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wake {
    /// Whom.
    pub device: DeviceId,
    /// Where it may be found.
    pub place: Place,
    /// Package #0.
    pub notification: Vec<u8>,
    /// Package #0 for the attempts after the first, where it is another: made with the resync nonce.
    pub again: Option<Vec<u8>>,
}

/// Where a handset may be found, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Where its last authenticated message came from.
    pub address: Option<IpAddr>,
    /// Mobile Identification Number.
    pub min: Option<String>,
    /// International Mobile Subscriber Identity.
    pub imsi: Option<String>,
    /// Electronic Serial Number, 8 hex digits.
    pub esn: Option<String>,
    /// Mobile Equipment Identifier, 14 hex digits.
    pub meid: Option<String>,
}

/// What became of a handset's waking so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The push has left; this bearer tells no more.
    Sent(Bearer),
    /// The SMSC has taken it.
    Accepted(Bearer),
    /// The bearer did not take it.
    Failed(Bearer, Failure),
    /// A delivery receipt says that the handset has it.
    Delivered(Bearer),
    /// A delivery receipt says that the handset will not get it.
    Undelivered(Bearer, String),
    /// The handset came, so many milliseconds after it was first called. The last word.
    Came(u64),
    /// It did not come within its time, after so many attempts. The last word.
    NoShow(u32),
    /// Nobody knows where it is on any bearer, or too many others are being woken. The last word.
    NoWay,
}

impl News {
    /// Whether nothing more will be told of this waking.
    pub fn is_last(&self) -> bool {
        matches!(self, Self::Came(_) | Self::NoShow(_) | Self::NoWay)
    }
}

/// Why a bearer did not take a push.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The SMSC refused it with this command_status.
    #[error("refused with command_status {0:#010x}")]
    Status(u32),
    /// More waits for the bearer than it can carry.
    #[error("too much is waiting")]
    Full,
    /// The bearer did not get to it in time.
    #[error("not in time")]
    Late,
    /// The system refused, or the name is not known.
    #[error("{0}")]
    System(String),
    /// It is longer than the bearer carries.
    #[error("too long")]
    TooLong,
}

/// Takes what there is to tell. Called on the side thread: it must not wait.
pub type Report = Arc<dyn Fn(&DeviceId, &News) + Send + Sync>;

/// Where handsets to be woken are handed in. Cheap to clone.
#[derive(Clone)]
pub struct Waker(mpsc::Sender<Order>);

enum Order {
    Wake(Box<Wake>),
    Came(DeviceId),
}

impl Waker {
    /// Wakes a handset; one that is being woken is woken anew. `false` when there is no room: nothing will be told then.
    pub fn wake(&self, wake: Wake) -> bool {
        self.0.try_send(Order::Wake(Box::new(wake))).is_ok()
    }

    /// Says that a handset has come. Without room it is called once more than needed, which it passes over.
    pub fn came(&self, device: DeviceId) {
        let _ = self.0.try_send(Order::Came(device));
    }
}

impl fmt::Debug for Waker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Waker")
    }
}

/// The handle, and the task that must run on a current-thread runtime with a `LocalSet`. It ends when the last handle is gone.
pub fn start(settings: Settings, report: Report) -> (Waker, impl Future<Output = ()>) {
    let (sender, orders) = mpsc::channel(limits::WAKE_QUEUE);
    (Waker(sender), run(settings, orders, report))
}

/// What a bearer says about one push that it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    /// Number of the push.
    pub(crate) job: u64,
    pub(crate) what: What,
}

/// What happened to a push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Sent,
    Accepted,
    Failed(Failure),
    Delivered,
    Undelivered(String),
}

async fn run(settings: Settings, orders: mpsc::Receiver<Order>, report: Report) {
    let (tell, events) = mpsc::unbounded_channel();
    let udp = settings.udp.clone().map(|udp| Rc::new(udp::Sender::new(udp, tell.clone())));
    let smpp = settings.smpp.clone().map(|smpp| {
        let (jobs, queue) = mpsc::channel(limits::SMPP_QUEUE);
        (jobs, smpp::run(smpp, queue, tell.clone()))
    });
    let (smpp, carried) = smpp.unzip();
    let follow = follow(Tracker::new(settings), orders, (tell, events), udp, smpp, report);
    // Not in a task of its own, whose end nobody would see.
    match carried {
        Some(carried) => drop(tokio::join!(follow, carried)),
        None => follow.await,
    }
}

/// Follows each push, until nobody has any more.
async fn follow(
    mut tracker: Tracker,
    mut orders: mpsc::Receiver<Order>,
    (tell, mut events): (mpsc::UnboundedSender<Event>, mpsc::UnboundedReceiver<Event>),
    udp: Option<Rc<udp::Sender>>,
    smpp: Option<mpsc::Sender<smpp::Job>>,
    report: Report,
) {
    let began = Instant::now();
    let now = || Time(began.elapsed().as_millis() as u64);
    loop {
        let deadline = tracker.deadline().map(|time| began + Duration::from_millis(time.0));
        let timer = async {
            match deadline {
                Some(instant) => tokio::time::sleep_until(instant).await,
                None => std::future::pending().await,
            }
        };
        let actions = tokio::select! {
            order = orders.recv() => match order {
                Some(Order::Wake(wake)) => tracker.wake(now(), *wake),
                Some(Order::Came(device)) => tracker.came(now(), &device),
                None => return,
            },
            Some(event) = events.recv() => tracker.event(now(), event),
            () = timer => tracker.timer(now()),
        };
        for action in actions {
            match action {
                Action::Report(device, news) => report(&device, &news),
                Action::Udp { job, host, push } => {
                    if let Some(udp) = &udp {
                        tokio::task::spawn_local(Rc::clone(udp).send(job, host, push));
                    }
                }
                Action::Smpp { job, number, push, within } => {
                    let until = Instant::now() + Duration::from_millis(within);
                    let job = smpp::Job { id: job, number, push, until };
                    if let Some(Err(error)) = smpp.as_ref().map(|jobs| jobs.try_send(job)) {
                        let (mpsc::error::TrySendError::Full(job) | mpsc::error::TrySendError::Closed(job)) = error;
                        let _ = tell.send(Event { job: job.id, what: What::Failed(Failure::Full) });
                    }
                }
            }
        }
    }
}
