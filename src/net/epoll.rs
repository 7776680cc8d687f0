//! Sockets driven by tokio's reactor: the twin of [`ring`](super::ring) where `io_uring` is denied, and the home of the
//! side thread.

use std::future::Future;
use std::io;
use std::net::Shutdown;
use std::os::fd::OwnedFd;

use rustix::net::RecvFlags;
use tokio::io::{AsyncReadExt, AsyncWriteExt, Interest};
use tokio::net::{TcpListener, TcpStream, UnixListener};
use tokio::task::LocalSet;
use tokio::time::{Instant, timeout_at};

use super::listener::{self, Place};
use super::{Identity, Peer, Transport, buffers};

/// Runs `future` on this thread with tokio's own reactor; tasks that it spawned and left end with it.
///
/// # Errors
/// When the system has no descriptors left.
pub fn run<F: Future>(future: F) -> io::Result<F::Output> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(LocalSet::new().block_on(&runtime, future))
}

/// A connection on the reactor.
pub struct Stream {
    /// A Unix socket is driven just alike.
    tcp: TcpStream,
    peer: Peer,
}

impl Transport for Stream {
    async fn read_idle(&mut self, give_up: impl Future<Output = ()>) -> io::Result<Option<Vec<u8>>> {
        let mut give_up = std::pin::pin!(give_up);
        loop {
            tokio::select! {
                biased;
                ready = self.tcp.readable() => ready?,
                () = &mut give_up => return last_look(&self.tcp),
            }
            let mut buffer = buffers::take();
            match self.tcp.try_read_buf(&mut buffer) {
                Ok(_) => return Ok(Some(buffer)),
                // The reactor remembered readiness that an earlier read has used up.
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => buffers::give(buffer),
                Err(error) => {
                    buffers::give(buffer);
                    return Err(error);
                }
            }
        }
    }

    async fn readable(&mut self, give_up: impl Future<Output = ()>) -> bool {
        let mut give_up = std::pin::pin!(give_up);
        loop {
            tokio::select! {
                biased;
                ready = self.tcp.readable() => if ready.is_err() { return true },
                () = &mut give_up => return false,
            }
            let flags = RecvFlags::PEEK | RecvFlags::DONTWAIT;
            let look = || Ok(rustix::net::recv(&self.tcp, &mut [0_u8; 1], flags).map(drop)?);
            match self.tcp.try_io(Interest::READABLE, look) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                _ => return true,
            }
        }
    }

    async fn read(&mut self, mut buffer: Vec<u8>, deadline: Instant) -> (io::Result<usize>, Vec<u8>) {
        if buffer.len() == buffer.capacity() {
            return (Err(io::ErrorKind::InvalidInput.into()), buffer);
        }
        let read = timeout_at(deadline, self.tcp.read_buf(&mut buffer)).await;
        (read.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())), buffer)
    }

    async fn write_all(&mut self, buffer: Vec<u8>, deadline: Instant) -> (io::Result<()>, Vec<u8>) {
        let written = timeout_at(deadline, self.tcp.write_all(&buffer)).await;
        (written.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())), buffer)
    }

    async fn finish(&mut self, _deadline: Instant) -> io::Result<()> {
        socket2::SockRef::from(&self.tcp).shutdown(Shutdown::Write)
    }

    fn peer(&self) -> Peer {
        self.peer
    }

    fn identity(&self) -> Identity {
        let process = (self.peer == Peer::Local).then(|| rustix::net::sockopt::socket_peercred(&self.tcp));
        match process {
            Some(Ok(process)) => Identity::Process { uid: process.uid.as_raw(), gid: process.gid.as_raw() },
            _ => Identity::Unknown,
        }
    }
}

/// What is waiting in the kernel, though the reactor may not have said so yet.
fn last_look(tcp: &TcpStream) -> io::Result<Option<Vec<u8>>> {
    let mut buffer = buffers::take();
    let room = rustix::buffer::spare_capacity(&mut buffer);
    match rustix::net::recv(tcp, room, RecvFlags::DONTWAIT) {
        Ok((octets, _)) if octets > 0 => Ok(Some(buffer)),
        Ok(_) | Err(rustix::io::Errno::AGAIN) => {
            buffers::give(buffer);
            Ok(None)
        }
        Err(error) => {
            buffers::give(buffer);
            Err(error.into())
        }
    }
}

/// A listening socket on the reactor.
pub enum Listener {
    /// Of TCP.
    Internet(TcpListener),
    /// Of this machine.
    Local(UnixListener),
}

impl Listener {
    /// Takes over a socket that listens. It becomes non-blocking.
    pub fn new(socket: impl Into<OwnedFd>) -> io::Result<Self> {
        let socket = socket.into();
        rustix::io::ioctl_fionbio(&socket, true)?;
        Ok(match Place::of(&socket)? {
            Place::Internet(_) => Self::Internet(TcpListener::from_std(socket.into())?),
            Place::Local(_) => Self::Local(UnixListener::from_std(socket.into())?),
        })
    }

    async fn accept(&self) -> io::Result<Stream> {
        match self {
            Self::Internet(socket) => {
                let (tcp, address) = socket.accept().await?;
                // It fails only on a connection that is gone already, and the first read will say so.
                let _ = tcp.set_nodelay(true);
                Ok(Stream { tcp, peer: Peer::at(address) })
            }
            Self::Local(socket) => {
                let (unix, _) = socket.accept().await?;
                let tcp = TcpStream::from_std(OwnedFd::from(unix.into_std()?).into())?;
                Ok(Stream { tcp, peer: Peer::Local })
            }
        }
    }
}

impl super::Listener for Listener {
    type Stream = Stream;

    async fn accept(&self, give_up: impl Future<Output = ()>) -> io::Result<Option<Stream>> {
        let mut give_up = std::pin::pin!(give_up);
        loop {
            let accepted = tokio::select! {
                biased;
                accepted = self.accept() => accepted,
                () = &mut give_up => return Ok(None),
            };
            match accepted {
                Ok(stream) => return Ok(Some(stream)),
                Err(error) if listener::is_passing(&error) => {}
                Err(error) => return Err(error),
            }
        }
    }
}
