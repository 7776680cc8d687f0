//! A stream without a kernel: two ends in one thread, for tests and simulations of what stands above [`Transport`].
//!
//! As real ones do, it holds only so much, splits what it is given wherever it likes, and tells the end of either side. It never opens
//! a socket and works on any tokio runtime.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::rc::Rc;

use tokio::sync::{Notify, mpsc};
use tokio::time::{Instant, timeout_at};

use super::{Peer, Transport, buffers};

/// One end of a stream in memory.
pub struct Stream {
    inward: Rc<Pipe>,
    outward: Rc<Pipe>,
    peer: Peer,
}

/// Octets on their way in one direction.
struct Pipe {
    octets: RefCell<Way>,
    /// Rings at every change.
    bell: Notify,
    room: usize,
}

#[derive(Default)]
struct Way {
    waiting: VecDeque<u8>,
    /// Nothing more will come, or nobody takes it any more.
    ended: bool,
}

impl Pipe {
    fn new(room: usize) -> Rc<Self> {
        Rc::new(Self { octets: RefCell::default(), bell: Notify::new(), room })
    }

    /// Waits until `look` has an answer.
    async fn until<T>(&self, mut look: impl FnMut(&mut Way) -> Option<T>) -> T {
        loop {
            let bell = self.bell.notified();
            if let Some(found) = look(&mut self.octets.borrow_mut()) {
                self.bell.notify_waiters();
                return found;
            }
            bell.await;
        }
    }

    fn end(&self) {
        self.octets.borrow_mut().ended = true;
        self.bell.notify_waiters();
    }
}

/// Two ends of one stream, each of which holds `room` octets that the other has not read yet.
pub fn pair(room: usize) -> (Stream, Stream) {
    let (one, other) = (Pipe::new(room), Pipe::new(room));
    let peer = |port| Peer::Internet(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port));
    (
        Stream { inward: Rc::clone(&one), outward: Rc::clone(&other), peer: peer(1) },
        Stream { inward: other, outward: one, peer: peer(2) },
    )
}

/// Moves what is waiting into `buffer`, within its capacity. `None` when nothing is there yet.
fn take(way: &mut Way, buffer: &mut Vec<u8>) -> Option<usize> {
    let count = way.waiting.len().min(buffer.capacity() - buffer.len());
    buffer.extend(way.waiting.drain(..count));
    (count > 0 || way.ended).then_some(count)
}

impl Transport for Stream {
    async fn read_idle(&mut self, give_up: impl Future<Output = ()>) -> io::Result<Option<Vec<u8>>> {
        let mut buffer = Vec::new();
        let mut look = |way: &mut Way| {
            if way.waiting.is_empty() && !way.ended {
                return None;
            }
            buffer = buffers::take();
            take(way, &mut buffer)
        };
        tokio::select! {
            biased;
            _ = self.inward.until(&mut look) => Ok(Some(buffer)),
            () = give_up => Ok(None),
        }
    }

    async fn readable(&mut self, give_up: impl Future<Output = ()>) -> bool {
        tokio::select! {
            biased;
            () = self.inward.until(|way| (!way.waiting.is_empty() || way.ended).then_some(())) => true,
            () = give_up => false,
        }
    }

    async fn read(&mut self, mut buffer: Vec<u8>, deadline: Instant) -> (io::Result<usize>, Vec<u8>) {
        if buffer.len() == buffer.capacity() {
            return (Err(io::ErrorKind::InvalidInput.into()), buffer);
        }
        let read = timeout_at(deadline, self.inward.until(|way| take(way, &mut buffer))).await;
        (read.map_err(|_| io::ErrorKind::TimedOut.into()), buffer)
    }

    async fn write_all(&mut self, buffer: Vec<u8>, deadline: Instant) -> (io::Result<()>, Vec<u8>) {
        let mut written = 0;
        let room = self.outward.room;
        let writing = self.outward.until(|way| {
            if way.ended {
                return Some(Err(io::ErrorKind::BrokenPipe.into()));
            }
            let count = (buffer.len() - written).min(room - way.waiting.len());
            way.waiting.extend(&buffer[written..written + count]);
            written += count;
            if count > 0 {
                self.outward.bell.notify_waiters();
            }
            (written == buffer.len()).then_some(Ok(()))
        });
        let done = timeout_at(deadline, writing).await.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
        (done, buffer)
    }

    async fn finish(&mut self, _deadline: Instant) -> io::Result<()> {
        self.outward.end();
        Ok(())
    }

    fn peer(&self) -> Peer {
        self.peer
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.outward.end();
        self.inward.end();
    }
}

/// Where ends of streams arrive.
pub struct Listener(tokio::sync::Mutex<mpsc::UnboundedReceiver<Stream>>);

/// A listener, and the way to bring streams to it.
pub fn listener() -> (mpsc::UnboundedSender<Stream>, Listener) {
    let (bring, arrive) = mpsc::unbounded_channel();
    (bring, Listener(tokio::sync::Mutex::new(arrive)))
}

impl super::Listener for Listener {
    type Stream = Stream;

    async fn accept(&self, give_up: impl Future<Output = ()>) -> io::Result<Option<Stream>> {
        let mut arrive = self.0.lock().await;
        tokio::select! {
            biased;
            Some(stream) = arrive.recv() => Ok(Some(stream)),
            () = give_up => Ok(None),
        }
    }
}
