//! The server side: connections in, requests to a [`Service`], answers out.
//!
//! [`serve`] accepts on one thread and gives each connection a task, which learns who is there, shakes hands if there is TLS,
//! reads requests one after the other, has them answered in order, and keeps every limit of size and time on the way. It
//! decides everything that HTTP decides; what a path or a body means is the service's. [`Shutdown`] ends a thread's connections without
//! breaking off a request. Threads share a [`Door`] and its counts, and nothing else here.

#![expect(async_fn_in_trait, reason = "a service and its futures never leave their thread")]

mod accept;
mod access;
mod connection;
mod door;
mod greeting;
mod refusal;
mod shutdown;
mod streams;

pub use accept::serve;
pub use access::RequestId;
pub use door::{Door, Gate, Settings, Timeouts, Trust};
pub use refusal::Refusal;
pub use shutdown::Shutdown;
pub use streams::{Body, LocalFuture, Sink, Source};

pub use super::wire::{Headers, Method, RequestHead};
use crate::net::{Identity, Peer};

/// What answers requests: one per thread, shared by its connections.
pub trait Service {
    /// The largest body, in octets, that a request with this head may bring; a larger one gets 413 unread.
    fn body_limit(&self, head: &RequestHead) -> usize;

    /// Answers a request. Once begun this runs to its end, though its connection died meanwhile.
    async fn call(&self, request: Request) -> Response;

    /// Takes a body piece by piece, where it may be too large to be held; `None`: [`call`](Self::call) gets it whole.
    fn sink(&self, _head: &RequestHead, _peer: Peer, _identity: &Identity) -> Option<Box<dyn Sink>> {
        None
    }

    /// Whether requests say what their peers have shown of who they are.
    fn identifies(&self) -> bool {
        false
    }

    /// How far one is let in beside others that has shown this, where the service identifies.
    fn trust(&self, _identity: &Identity) -> Trust {
        Trust::Stranger
    }

    /// Whether a method that nobody knows (501), and one that should bring a body but tells no length (411), is refused unread.
    /// Otherwise the call decides, about an empty body.
    fn is_strict(&self) -> bool {
        true
    }

    /// The answer to what is refused.
    fn refusal(&self, cause: Refusal) -> Response {
        Response::text(cause.status().unwrap_or(500), cause.as_str())
    }

    /// By how much the number of open connections has changed. For counting.
    fn connections(&self, _change: i64) {}

    /// A request or a connection was refused and never became a call, or its answer was not taken. For counting.
    fn refused(&self, cause: Refusal);
}

/// A whole request.
#[derive(Debug)]
pub struct Request {
    /// Request line and headers.
    pub head: RequestHead,
    /// The body, unchunked; empty when there is none.
    pub body: Vec<u8>,
    /// The client: the other end of the connection, or whom a trusted proxy speaks for.
    pub peer: Peer,
    /// What the other end of the connection has shown of who it is, for a service that [identifies](Service::identifies).
    pub identity: Identity,
    /// Its name in logs.
    pub id: RequestId,
    /// Octets that the listener lets a body have, whoever sends it.
    pub body_octets: usize,
}

/// An answer. Content-Length or Transfer-Encoding, Connection and Date are added when it is written.
#[derive(Debug)]
pub struct Response {
    /// The status code, 200 or above.
    pub status: u16,
    /// Content-Type of the body.
    pub content_type: &'static str,
    /// The body.
    pub body: Body,
    /// Further header lines, such as Retry-After.
    pub headers: Vec<(&'static str, String)>,
    /// The client has proved who it is: its connection no longer counts among strangers'.
    pub to_known: bool,
}

impl Response {
    /// An answer with a body.
    pub fn new(status: u16, content_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, content_type, body: Body::Whole(body.into()), headers: Vec::new(), to_known: false }
    }

    /// An answer whose body is made while it is sent.
    pub fn streamed(status: u16, content_type: &'static str, source: Box<dyn Source>) -> Self {
        Self { status, content_type, body: Body::Stream(source), headers: Vec::new(), to_known: false }
    }

    /// An answer that says one line of plain text; the empty line is no body.
    pub fn text(status: u16, line: &str) -> Self {
        let body = if line.is_empty() { String::new() } else { format!("{line}\n") };
        Self::new(status, "text/plain; charset=utf-8", body)
    }

    /// The same with one more header line.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}
