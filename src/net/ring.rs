//! Sockets driven by `io_uring`.
//!
//! The kernel owns the buffer of an operation until the operation ends, so none is ever abandoned: at a deadline the
//! socket is shut down in that direction, which makes the kernel end the operation, and the operation is still awaited.
//! (Cancelling by descriptor would do too, but the kernel finds it by walking all waiting operations: with ten thousand
//! idle connections that is dear, and slow peers would get to choose how often.) A listener must not be shut down, since
//! others may hold the same socket: there the accept is cancelled by descriptor.
//!
//! An idle connection waits by a poll, which holds no buffer. Nothing on this thread may spin or compute for long:
//! operations reach the kernel only when the thread has nothing else to do.

use std::future::Future;
use std::io;
use std::net::Shutdown;
use std::os::fd::{AsRawFd, OwnedFd};
use std::pin::pin;
use std::rc::Rc;

use io_uring::{cqueue, opcode, types};
use tokio::time::{Instant, sleep_until};
use tokio_uring::buf::BoundedBuf;
use tokio_uring::net::TcpStream;
use tokio_uring::{OneshotOutputTransform, UnsubmittedOneshot};

use super::{Peer, Transport, buffers, listener};
use crate::{limits, sys};

/// Runs `future` on this thread, with a ring of its own; tasks that it spawned and left end with it.
///
/// # Errors
/// [`Denied`] when the system gives no ring; `future` has not been polled then.
pub fn run<F: Future>(future: F) -> Result<F::Output, Denied> {
    Ok(runtime()?.block_on(future))
}

/// Whether this process may have a ring: makes one and lets it go.
///
/// On a thread of its own: the kernel takes a ring down in the background, and interrupts whatever system call its
/// thread is in then.
pub fn probe() -> Result<(), Denied> {
    let probed = std::thread::Builder::new().spawn(|| runtime().map(drop)).map(std::thread::JoinHandle::join);
    match probed {
        Ok(Ok(probed)) => probed,
        Ok(Err(_)) => Err(Denied { cause: "it could not be set up".to_owned(), error: io::ErrorKind::Other.into() }),
        Err(error) => Err(Denied { cause: "no thread to try it on".to_owned(), error }),
    }
}

/// Never `tokio_uring::start`, which panics where this returns an error.
fn runtime() -> Result<tokio_uring::Runtime, Denied> {
    let mut ring = tokio_uring::uring_builder();
    ring.setup_coop_taskrun().setup_taskrun_flag().setup_single_issuer().setup_cqsize(limits::RING_COMPLETIONS);
    let mut builder = tokio_uring::builder();
    builder.entries(limits::RING_ENTRIES).uring_builder(&ring);
    tokio_uring::Runtime::new(&builder).map_err(|error| {
        let sysctl = std::fs::read_to_string("/proc/sys/kernel/io_uring_disabled").ok();
        Denied { cause: cause(&error, sysctl.as_deref().map(str::trim)), error }
    })
}

/// The system gives no ring: what it said, and what that means.
#[derive(Debug, thiserror::Error)]
#[error("io_uring is denied: {cause} ({error})")]
pub struct Denied {
    cause: String,
    error: io::Error,
}

/// What an error of `io_uring_setup` means, given the value of the sysctl `kernel.io_uring_disabled`, if there is one.
fn cause(error: &io::Error, sysctl: Option<&str>) -> String {
    use rustix::io::Errno;
    match error.raw_os_error().map(Errno::from_raw_os_error) {
        Some(Errno::PERM) => match sysctl {
            Some(value) if value != "0" => format!("kernel.io_uring_disabled={value}"),
            _ => "seccomp, such as a container's default profile".to_owned(),
        },
        Some(Errno::NOSYS) => "the kernel has none, or seccomp hides it".to_owned(),
        Some(Errno::INVAL) => "the kernel is older than 6.0".to_owned(),
        Some(Errno::NOMEM) => "locked memory is used up: LimitMEMLOCK".to_owned(),
        Some(Errno::MFILE | Errno::NFILE) => "descriptors are used up: LimitNOFILE".to_owned(),
        _ => "the system refused".to_owned(),
    }
}

/// A connection on the ring.
pub struct Stream {
    /// A Unix socket is driven just alike.
    tcp: TcpStream,
    peer: Peer,
}

impl Stream {
    /// Awaits `operation`. When `give_up` comes first, the socket is shut down in the direction `way`, whereupon the
    /// operation ends; the flag says that this happened.
    async fn or_shut<T>(
        &self,
        way: Shutdown,
        give_up: impl Future<Output = ()>,
        operation: impl Future<Output = T>,
    ) -> (T, bool) {
        let mut operation = pin!(operation);
        tokio::select! {
            biased;
            done = &mut operation => (done, false),
            () = give_up => {
                // It fails only on a socket that is not connected any more, and there nothing waits.
                let _ = self.tcp.shutdown(way);
                (operation.await, true)
            }
        }
    }
}

impl Transport for Stream {
    async fn read_idle(&mut self, give_up: impl Future<Output = ()>) -> io::Result<Option<Vec<u8>>> {
        let mut give_up = pin!(give_up);
        loop {
            let readable = opcode::PollAdd::new(types::Fd(self.tcp.as_raw_fd()), POLLIN).build();
            let readable = UnsubmittedOneshot::new((), Outcome, readable).submit();
            let (polled, gave_up) = self.or_shut(Shutdown::Read, &mut give_up, readable).await;
            polled?;
            // The octets are here: to read them through the ring would only hold the buffer for longer.
            let mut buffer = buffers::take();
            match sys::receive_now(&self.tcp, &mut buffer) {
                Ok(octets) if octets > 0 || !gave_up => return Ok(Some(buffer)),
                Err(error) if error.kind() != io::ErrorKind::WouldBlock => {
                    buffers::give(buffer);
                    return Err(error);
                }
                _ => buffers::give(buffer),
            }
            if gave_up {
                return Ok(None);
            }
        }
    }

    async fn read(&mut self, buffer: Vec<u8>, deadline: Instant) -> (io::Result<usize>, Vec<u8>) {
        let filled = buffer.len();
        if filled == buffer.capacity() {
            return (Err(io::ErrorKind::InvalidInput.into()), buffer);
        }
        let read = self.tcp.read(buffer.slice(filled..));
        let ((read, slice), late) = self.or_shut(Shutdown::Read, sleep_until(deadline), read).await;
        let read = match read {
            Ok(0) | Err(_) if late => Err(io::ErrorKind::TimedOut.into()),
            other => other,
        };
        (read, slice.into_inner())
    }

    async fn write_all(&mut self, mut buffer: Vec<u8>, deadline: Instant) -> (io::Result<()>, Vec<u8>) {
        let mut written = 0;
        while written < buffer.len() {
            let end = buffer.len();
            let write = self.tcp.write(buffer.slice(written..end)).submit();
            let ((wrote, slice), late) = self.or_shut(Shutdown::Write, sleep_until(deadline), write).await;
            buffer = slice.into_inner();
            match wrote {
                Ok(0) => return (Err(io::ErrorKind::WriteZero.into()), buffer),
                Ok(octets) => written += octets,
                Err(error) if !late => return (Err(error), buffer),
                Err(_) => {}
            }
            if late && written < buffer.len() {
                return (Err(io::ErrorKind::TimedOut.into()), buffer);
            }
        }
        (Ok(()), buffer)
    }

    async fn finish(&mut self, _deadline: Instant) -> io::Result<()> {
        self.tcp.shutdown(Shutdown::Write)
    }

    fn peer(&self) -> Peer {
        self.peer
    }
}

/// A listening socket on the ring.
pub struct Listener {
    socket: Rc<OwnedFd>,
}

impl Listener {
    /// Takes over a socket that listens. It becomes blocking, as the ring wants it on older kernels.
    pub fn new(socket: impl Into<OwnedFd>) -> io::Result<Self> {
        let socket = socket.into();
        rustix::io::ioctl_fionbio(&socket, false)?;
        Ok(Self { socket: Rc::new(socket) })
    }

    /// Asks the kernel to give up every operation of this ring on the listener. They must still be awaited.
    async fn cancel(&self) {
        let all = types::CancelBuilder::fd(types::Fd(self.socket.as_raw_fd())).all();
        // That there was nothing left to cancel is fine.
        let _ = UnsubmittedOneshot::new((), Outcome, opcode::AsyncCancel2::new(all).build()).submit().await;
    }
}

impl super::Listener for Listener {
    type Stream = Stream;

    async fn accept(&self, give_up: impl Future<Output = ()>) -> io::Result<Option<Stream>> {
        let mut give_up = pin!(give_up);
        loop {
            let mut accept = pin!(sys::accept_by_ring(&self.socket));
            let (accepted, gave_up) = tokio::select! {
                biased;
                accepted = &mut accept => (accepted, false),
                () = &mut give_up => {
                    self.cancel().await;
                    // A connection may have come in the meantime: it is served.
                    (accept.await, true)
                }
            };
            match accepted.and_then(|accepted| Ok((listener::peer(&accepted)?, accepted))) {
                Ok((peer, accepted)) => {
                    let tcp = TcpStream::from_std(accepted.into());
                    // It fails only on a Unix socket, which has no such delay, and on a connection that is gone already: the
                    // first read will say so.
                    let _ = tcp.set_nodelay(true);
                    return Ok(Some(Stream { tcp, peer }));
                }
                Err(_) if gave_up => return Ok(None),
                Err(error) if listener::is_passing(&error) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// `POLLIN` of poll(2).
const POLLIN: u32 = 1;

/// Reads the result of an operation that holds nothing.
struct Outcome;

impl OneshotOutputTransform for Outcome {
    type Output = io::Result<i32>;
    type StoredData = ();

    fn transform_oneshot_output(self, (): (), entry: cqueue::Entry) -> io::Result<i32> {
        match entry.result() {
            code if code < 0 => Err(io::Error::from_raw_os_error(-code)),
            code => Ok(code),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_denial_names_its_cause() {
        let said = |errno: i32, sysctl| cause(&io::Error::from_raw_os_error(errno), sysctl);
        assert_eq!(said(1, Some("2")), "kernel.io_uring_disabled=2");
        assert!(said(1, Some("0")).contains("seccomp"));
        assert!(said(1, None).contains("seccomp"));
        assert!(said(38, None).contains("kernel"));
        assert!(said(22, Some("0")).contains("older than 6.0"));
    }

    #[test]
    fn a_ring_runs_or_says_why_not() {
        match run(async { 42 }) {
            Ok(answer) => assert_eq!(answer, 42),
            Err(denied) => assert!(denied.to_string().starts_with("io_uring is denied: "), "{denied}"),
        }
    }
}
