//! What an IO thread is started with, and what it does until it stops: its desk and its listeners.
//!
//! Called by [`super`].

use std::cell::Cell;
use std::io as std_io;
use std::os::fd::OwnedFd;
use std::rc::Rc;
use std::sync::{Arc, mpsc as std_mpsc};
use std::thread::JoinHandle;

use tokio::sync::{mpsc, watch};

use crate::desk::{Desk, Restored};
use crate::dm::account::Challenger;
use crate::http::server::{self, Shutdown};
use crate::net;
use crate::vital::Tasks;

use super::front::Entrance;
use super::handsets::{Handsets, Threads};
use super::io::{self, Io, Mail, Surroundings};
use super::trace::Trace;
use super::upkeep::Left;
use super::{NetBackend, SIDE_DRAIN, StartError, Stop, spawn, system};

/// Starts a thread for each seat. All take connections when this returns; each tells later when none is left.
#[expect(clippy::type_complexity, reason = "the threads, and what they tell")]
pub(super) fn start_io(
    seats: Vec<Seat>,
    net: NetBackend,
) -> Result<(Vec<JoinHandle<()>>, std_mpsc::Receiver<std_io::Result<()>>), StartError> {
    let (stands, standing) = std_mpsc::channel();
    let mut io = Vec::with_capacity(seats.len());
    for seat in seats {
        let stands = stands.clone();
        io.push(spawn(&format!("io-{}", seat.own), move || seat.run(net, &stands))?);
    }
    drop(stands);
    for _ in &io {
        // A thread that ends without a word has failed.
        let result = standing.recv().unwrap_or_else(|_| Err(std_io::ErrorKind::Other.into()));
        result.map_err(|error| system("an IO thread", error))?;
    }
    Ok((io, standing))
}

/// What one IO thread is started with.
pub(super) struct Seat {
    pub(super) own: usize,
    /// What an earlier process left.
    pub(super) left: Left,
    pub(super) restored: Option<Restored>,
    pub(super) entrances: Vec<Entrance>,
    pub(super) mail: mpsc::Receiver<Mail>,
    pub(super) desk: Desk,
    pub(super) surroundings: Arc<Surroundings>,
    pub(super) path: Arc<str>,
    pub(super) threads: Arc<Threads>,
    pub(super) challenger: Arc<Challenger>,
    pub(super) trace: Option<Trace>,
    pub(super) stop: watch::Receiver<Stop>,
}

impl Seat {
    /// Runs the thread. Tells `stands` first whether it takes connections, and, at the stop, that none is left.
    fn run(self, net: NetBackend, stands: &std_mpsc::Sender<std_io::Result<()>>) {
        let ended = match net {
            NetBackend::Ring => {
                net::ring::run(self.serve(net::ring::Listener::new, stands)).map_err(std_io::Error::other)
            }
            NetBackend::Epoll => net::epoll::run(self.serve(net::epoll::Listener::new, stands)),
        };
        if let Err(error) = ended.and_then(|served| served) {
            // Nobody hears it once the service has started: an IO thread does not end by itself then.
            let _ = stands.send(Err(error));
        }
    }

    async fn serve<L, F>(self, listener: F, stands: &std_mpsc::Sender<std_io::Result<()>>) -> std_io::Result<()>
    where
        L: net::Listener + 'static,
        L::Stream: 'static,
        F: Fn(OwnedFd) -> std_io::Result<L>,
    {
        let open = |(socket, door)| Ok((listener(socket)?, door));
        let entrances: Vec<_> = self.entrances.into_iter().map(open).collect::<std_io::Result<_>>()?;
        let (answers, from_others) = mpsc::unbounded_channel();
        let metrics = Arc::clone(&self.surroundings.metrics);
        let io = Io::new(self.desk, self.surroundings, answers);
        io.resume(self.left, self.restored);
        let (mut desk, mut accepting) = (Tasks::default(), Tasks::default());
        desk.spawn(format!("the desk of thread {}", self.own), Rc::clone(&io).run(self.mail, from_others));
        let service = Rc::new(Handsets {
            path: self.path,
            threads: self.threads,
            own: self.own,
            io: Rc::clone(&io),
            challenger: self.challenger,
            metrics,
            trace: self.trace,
            told: Cell::default(),
        });
        let shutdown = Shutdown::new();
        for (listener, door) in entrances {
            let taken_in = server::serve(listener, Rc::clone(&service), door, shutdown.clone());
            accepting.spawn(format!("a listener of thread {}", self.own), taken_in);
        }
        // An error means that nobody waits for this thread any more; then it is told to stop, too.
        let _ = stands.send(Ok(()));
        let mut stop = self.stop;
        tokio::select! {
            _ = stop.wait_for(|stop| *stop >= Stop::Drain) => {}
            // Its devices would wait for ever.
            ended = desk.ended() => ended.leave(),
            ended = accepting.ended() => ended.leave(),
        }
        shutdown.begin();
        accepting.all_ended().await;
        let left = shutdown.drained(io::DRAIN).await;
        if left > 0 {
            tracing::warn!(left, "connections were still busy at the end");
        }
        io.settled(SIDE_DRAIN).await;
        io.ending();
        let _ = stands.send(Ok(()));
        let _ = stop.wait_for(|stop| *stop == Stop::End).await;
        drop(desk);
        Ok(())
    }
}
