//! Sockets: one trait for a stream of octets, and the two ways to drive it.
//!
//! [`ring`] drives sockets by `io_uring`, [`epoll`] by tokio's reactor where `io_uring` is denied or not worth it, and
//! [`memory`] is a stream without a kernel, for tests. All give the same promises, so that everything above is written
//! once; [`tls`] stands on any of them. Futures here stay on their thread; buffers are owned by whoever uses them at the
//! moment, so that the kernel can hold one; a wait without a deadline does not exist.
//!
//! Nothing here knows HTTP. `http::server` talks through [`Transport`] and [`Listener`]; `serve` picks the backend.

#![expect(async_fn_in_trait, reason = "a stream and its futures never leave their thread")]

pub mod buffers;
pub mod epoll;
pub mod listener;
pub mod memory;
pub mod network;
pub mod proxy;
pub mod ring;
pub mod tls;

use std::fmt;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::time::Instant;

/// Who is at the other end of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    /// A host in the network; IPv4 as IPv4, whatever socket it came by.
    Internet(SocketAddr),
    /// A process on this machine, by a Unix socket.
    Local,
}

impl Peer {
    /// The peer at an address.
    pub fn at(address: SocketAddr) -> Self {
        Self::Internet(SocketAddr::new(address.ip().to_canonical(), address.port()))
    }
}

impl fmt::Display for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Internet(address) => address.fmt(f),
            Self::Local => f.pad("local"),
        }
    }
}

/// What a peer has shown of who it is, beside where it is: what it cannot choose freely.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Identity {
    /// Nothing.
    #[default]
    Unknown,
    /// A process of this machine, by what the kernel says of it (SO_PEERCRED).
    Process {
        /// User.
        uid: u32,
        /// Group.
        gid: u32,
    },
    /// Whoever holds the key of this certificate, DER, which has been found good.
    Certificate(Arc<[u8]>),
}

/// A stream of octets with one peer, plain or under TLS. Dropping it closes it.
///
/// No future of this trait may be dropped before it is ready: the kernel may still hold its buffer. Each ends by itself
/// at its deadline, with [`io::ErrorKind::TimedOut`]; after that the stream is not used again in that direction.
pub trait Transport {
    /// Waits, holding no buffer, until the peer has sent something, then reads it into a buffer of [`buffers`].
    ///
    /// An empty buffer is the end of the stream. `None` when `give_up` came first and nothing was waiting. After
    /// `give_up` the stream may be at its end for later reads, though the peer did not end it.
    async fn read_idle(&mut self, give_up: impl Future<Output = ()>) -> io::Result<Option<Vec<u8>>>;

    /// Waits, taking nothing, until the peer has sent something or has ended its side; the next read tells which. `false` when
    /// `give_up` came first, and the stream is as it was. One that cannot be waited for so hears nothing of the peer meanwhile.
    async fn readable(&mut self, give_up: impl Future<Output = ()>) -> bool {
        give_up.await;
        false
    }

    /// Appends what the peer sent to `buffer`, within its capacity, which must have room. 0 is the end of the stream.
    async fn read(&mut self, buffer: Vec<u8>, deadline: Instant) -> (io::Result<usize>, Vec<u8>);

    /// Writes all of `buffer`.
    async fn write_all(&mut self, buffer: Vec<u8>, deadline: Instant) -> (io::Result<()>, Vec<u8>);

    /// Tells the peer that nothing more will be written; reading goes on.
    async fn finish(&mut self, deadline: Instant) -> io::Result<()>;

    /// Who is at the other end.
    fn peer(&self) -> Peer;

    /// What it has shown of who it is.
    fn identity(&self) -> Identity {
        Identity::Unknown
    }
}

/// A socket that connections arrive at.
pub trait Listener {
    /// What a connection becomes.
    type Stream: Transport;

    /// The next connection; `None` when `give_up` came first and none was waiting.
    async fn accept(&self, give_up: impl Future<Output = ()>) -> io::Result<Option<Self::Stream>>;
}
