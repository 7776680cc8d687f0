//! Bodies that are never whole in memory: those that come piece by piece, and those that are made while they are sent.
//!
//! What makes or takes them is the service's; the pace, the deadlines and the end are the connection's. Used by [`super::Service`].

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use super::Response;

/// A future that stays on its thread.
pub type LocalFuture<'f, T> = Pin<Box<dyn Future<Output = T> + 'f>>;

/// Takes the body of a request.
pub trait Sink {
    /// Takes some octets of it, in their order; the peer sends no more until they are dealt with. `false`: the rest is not wanted.
    fn take<'s>(&'s mut self, octets: &'s [u8]) -> LocalFuture<'s, bool>;

    /// The body is whole, or no more of it is wanted: the answer. Not called when the body broke off.
    fn finish(self: Box<Self>) -> LocalFuture<'static, Response>;
}

/// Makes the body of an answer.
pub trait Source {
    /// The next octets, not none; `None` at the end. A call may be dropped, and with it the source, when the peer is gone or the
    /// service stops.
    fn next(&mut self) -> LocalFuture<'_, Option<Vec<u8>>>;
}

/// The body of an answer.
pub enum Body {
    /// All of it.
    Whole(Vec<u8>),
    /// As it is made.
    Stream(Box<dyn Source>),
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(octets) => write!(f, "{} octets", octets.len()),
            Self::Stream(_) => f.write_str("a stream"),
        }
    }
}
