//! The name of a request in logs, and the access log: one event of the target `access` for each request that was answered.
//!
//! It holds no query, no header and no body: those may name subscribers. Off unless it is configured.

use std::fmt;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use super::Method;
use crate::net::Peer;

/// Names a request in logs: 16 hex digits, different for every request of this process and of those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestId(u64);

impl RequestId {
    /// The next name: the second of the start in front, a running number behind.
    pub(super) fn next() -> Self {
        static NEXT: LazyLock<AtomicU64> = LazyLock::new(|| {
            let start = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            AtomicU64::new(start.as_secs() << 32)
        });
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// What the log says of a request, gathered before it is answered.
pub(super) struct Entry {
    id: RequestId,
    peer: Peer,
    method: Method,
    path: String,
    received: usize,
    began: Instant,
}

impl Entry {
    pub(super) fn new(id: RequestId, peer: Peer, method: Method, path: &str, received: usize) -> Self {
        Self { id, peer, method, path: path.to_owned(), received, began: Instant::now() }
    }

    /// Writes it, now that the answer has left.
    pub(super) fn write(&self, status: u16, sent: usize) {
        let micros = self.began.elapsed().as_micros() as u64;
        tracing::info!(
            target: "access",
            request = %self.id, peer = %self.peer, method = self.method.as_str(), path = self.path, status,
            received = self.received, sent, micros
        );
    }
}

/// Writes that something was refused before it was a request.
pub(super) fn refused(peer: Peer, cause: &'static str, status: Option<u16>) {
    tracing::info!(target: "access", peer = %peer, refused = cause, status);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_request_has_a_name_of_its_own() {
        let (one, other) = (RequestId::next(), RequestId::next());
        assert_ne!(one, other);
        assert_eq!((one.to_string().len(), other.0), (16, one.0 + 1));
    }
}
