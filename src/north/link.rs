//! The northern signalling link: carries unitdata between this process and the operator's network.
//!
//! Unitdata in, unitdata out; knows no TCAP and no operation. Runs as one task on the side thread's runtime, a current-thread
//! one with a `LocalSet`: whatever it waits for costs no handset anything. Everything that queues is bounded, everything that
//! waits has a deadline. Called by `north`.
//!
//! * [`settings`]: how the network is reached
//! * [`core`]: which association carries what, SCCP's segments and returns (pure)
//! * [`protocol`], [`m3ua`], [`ipa`]: what is said on one association (pure)
//! * [`association`], [`socket`]: the same over sockets, again and again
//! * [`shared`]: what the tasks of a link share
//! * [`capture`]: the same as Wireshark shows it, without secrets
//! * [`meter`]: what is counted

mod association;
pub mod capture;
mod core;
mod ipa;
mod m3ua;
pub mod meter;
mod protocol;
pub mod settings;
mod shared;
mod socket;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener as StdListener};
use std::panic::resume_unwind;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::net::TcpListener;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::{Duration, sleep, sleep_until, timeout};

use crate::ansi41::sccp::{ReturnCause, Unitdata};
use crate::limits;
use association::Association;
use capture::Capture;
use meter::Meter;
pub use protocol::{HangUp, State};
use settings::{Role, Settings};
use shared::{Shared, Ticket};

/// What the link has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Traffic may flow: the first association is active.
    Up,
    /// No association is active any more. What was sent and not answered may be lost.
    Down,
    /// Unitdata for one of our subsystems. Its calling address holds the point code that it came from where the network
    /// told that and the sender did not: an answer goes to that address as it is.
    Received(Unitdata),
    /// Unitdata of ours, or as much of it as came back, and why. Its addresses are as they were when it left. What the link
    /// itself cannot send (too long, no way to its point code, congestion) comes back so too.
    Returned(Unitdata, ReturnCause),
}

/// Why unitdata was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// No association is active.
    #[error("the link is down")]
    Down,
    /// More waits than the link carries.
    #[error("too much is waiting for the link")]
    Full,
}

/// Where unitdata is handed in. Cheap to clone; the link ends when the last one is gone.
#[derive(Clone)]
pub struct Handle {
    queue: mpsc::UnboundedSender<(Unitdata, OwnedSemaphorePermit)>,
    /// Bounds the queue, and all that follow.
    room: Arc<Semaphore>,
    is_up: Arc<AtomicBool>,
}

impl Handle {
    /// Sends unitdata. Never waits; what is taken may still be lost, as connectionless messages are: whoever needs an
    /// answer has a timer.
    ///
    /// # Errors
    /// Where it was not taken; nothing more will be told of it then.
    pub fn send(&self, unitdata: Unitdata) -> Result<(), Refused> {
        if !self.is_up() {
            return Err(Refused::Down);
        }
        let permit = Arc::clone(&self.room).try_acquire_owned().map_err(|_| Refused::Full)?;
        self.queue.send((unitdata, permit)).map_err(|_| Refused::Down)
    }

    /// Whether traffic may flow.
    pub fn is_up(&self) -> bool {
        self.is_up.load(Ordering::Acquire)
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Handle({})", if self.is_up() { "up" } else { "down" })
    }
}

/// A link that is ready to run; its listeners are open.
pub struct Link {
    settings: Settings,
    listeners: Vec<StdListener>,
    queue: mpsc::UnboundedReceiver<(Unitdata, OwnedSemaphorePermit)>,
    events: mpsc::Sender<Event>,
    is_up: Arc<AtomicBool>,
    meter: Arc<dyn Meter>,
    capture: Option<Capture>,
}

/// Opens a link: its handle, what it tells, and what [`Link::run`] makes of it on the side thread.
///
/// # Errors
/// Where it cannot listen, or the kernel has no SCTP.
pub fn open(
    settings: Settings,
    meter: Arc<dyn Meter>,
    capture: Option<Capture>,
) -> io::Result<(Handle, mpsc::Receiver<Event>, Link)> {
    socket::probe(settings.transport)?;
    let listeners = match settings.role {
        Role::Client => Vec::new(),
        Role::Server => {
            let listen = |address: &SocketAddr| {
                let named = |error: io::Error| io::Error::new(error.kind(), format!("{address}: {error}"));
                socket::listen(settings.transport, *address).map_err(named)
            };
            settings.local.iter().map(listen).collect::<io::Result<_>>()?
        }
    };
    let (sender, queue) = mpsc::unbounded_channel();
    let (events, told) = mpsc::channel(limits::LINK_EVENTS);
    let is_up = Arc::new(AtomicBool::new(false));
    let room = Arc::new(Semaphore::new(limits::LINK_QUEUE));
    let handle = Handle { queue: sender, room, is_up: Arc::clone(&is_up) };
    Ok((handle, told, Link { settings, listeners, queue, events, is_up, meter, capture }))
}

impl Link {
    /// Where it listens.
    pub fn places(&self) -> Vec<SocketAddr> {
        self.listeners.iter().filter_map(|listener| listener.local_addr().ok()).collect()
    }

    /// Runs the link until its last handle is gone; then takes leave of the network.
    pub async fn run(self) {
        self.run_until(std::future::pending()).await;
    }

    /// The same, or until this says so.
    pub async fn run_until(self, end: impl Future<Output = ()>) {
        let Self { settings, listeners, mut queue, events, is_up, meter, capture } = self;
        let seats = match settings.role {
            Role::Client => settings.remote.len(),
            Role::Server => limits::LINK_ASSOCIATIONS,
        };
        let (orders, takers): (Vec<_>, Vec<_>) = (0..seats).map(|_| mpsc::unbounded_channel()).unzip();
        let shared = Rc::new(Shared::new(settings, orders, events, is_up, meter, capture));
        let (leave, leaving) = watch::channel(false);
        let associations = takers
            .into_iter()
            .enumerate()
            .map(|(index, orders)| Association::new(index, Rc::clone(&shared), orders, leaving.clone()));
        let mut tasks = JoinSet::new();
        match shared.settings.role {
            Role::Client => {
                let settings = &shared.settings;
                for ((index, association), remote) in associations.enumerate().zip(&settings.remote) {
                    let local = settings.local.get(index % settings.local.len().max(1)).copied();
                    tasks.spawn_local(association.keep(local, remote.clone()));
                }
            }
            Role::Server => {
                let free = Rc::new(RefCell::new(associations.rev().collect::<Vec<_>>()));
                for listener in listeners {
                    tasks.spawn_local(accept(listener, Rc::clone(&shared), Rc::clone(&free), leaving.clone()));
                }
            }
        }
        tokio::select! {
            () = carry(&shared, &mut queue) => {}
            () = end => queue.close(),
            // None ends before it is told to: whoever runs the link sees that it is over.
            Some(ended) = tasks.join_next(), if !tasks.is_empty() => {
                if let Err(panicked) = ended {
                    resume_unwind(panicked.into_panic());
                }
                return;
            }
        }
        // What was handed in before.
        while let Ok((unitdata, permit)) = queue.try_recv() {
            let ticket = Ticket::new(permit);
            shared.with(Some(&ticket), |core, out| core.send(unitdata, out));
        }
        let _ = leave.send(true);
        // Each has its own time to leave.
        let _ =
            timeout(Duration::from_millis(limits::LINK_LEAVE_MS), async { while tasks.join_next().await.is_some() {} })
                .await;
    }
}

/// Takes unitdata of the user, and sees to what is due.
async fn carry(shared: &Shared, queue: &mut mpsc::UnboundedReceiver<(Unitdata, OwnedSemaphorePermit)>) {
    loop {
        let deadline = shared.deadline().map(|time| shared.instant(time));
        let due = async {
            match deadline {
                Some(instant) => sleep_until(instant).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            taken = queue.recv() => {
                let Some((unitdata, permit)) = taken else { return };
                let ticket = Ticket::new(permit);
                shared.with(Some(&ticket), |core, out| core.send(unitdata, out));
            }
            () = due => {
                let now = shared.now();
                shared.with(None, |core, out| core.timer(now, out));
            }
            () = shared.room(), if shared.must_tell() => shared.tell_state(),
            () = shared.changed.notified() => {}
        }
    }
}

/// Lets peers in while there are seats.
async fn accept(
    listener: StdListener,
    shared: Rc<Shared>,
    free: Rc<RefCell<Vec<Association>>>,
    mut leaving: watch::Receiver<bool>,
) {
    let Ok(listener) = TcpListener::from_std(listener) else { return shared.trouble("listener") };
    let is_open = shared.settings.remote.is_empty();
    let known: Vec<IpAddr> = shared.settings.remote.iter().filter_map(|remote| host(remote)).collect();
    let mut hosted = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(association) = hosted.join_next(), if !hosted.is_empty() => match association {
                Ok(association) => {
                    free.borrow_mut().push(association);
                    continue;
                }
                Err(panicked) => resume_unwind(panicked.into_panic()),
            },
            _ = leaving.changed() => break,
        };
        let Ok((stream, address)) = accepted else {
            sleep(Duration::from_millis(limits::ACCEPT_PAUSE_MS)).await;
            continue;
        };
        if !is_open && !known.contains(&address.ip().to_canonical()) {
            shared.trouble("stranger");
            continue;
        }
        if socket::prepare(shared.settings.transport, &stream).is_err() {
            continue;
        }
        match free.borrow_mut().pop() {
            Some(association) => drop(hosted.spawn_local(association.host(stream))),
            None => shared.trouble("no_seat"),
        }
    }
    while hosted.join_next().await.is_some() {}
}

/// The address in `ADDRESS` or `ADDRESS:PORT`.
fn host(remote: &str) -> Option<IpAddr> {
    let address = remote.parse::<SocketAddr>().map(|address| address.ip()).or_else(|_| remote.parse());
    address.ok().map(|address: IpAddr| address.to_canonical())
}
