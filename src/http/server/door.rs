//! What a listener lets in: its settings, which may change while it is open, and the counts that bound them.
//!
//! One [`Gate`] counts for all listeners and threads whose connections are bounded together; everything in it returns at once. With
//! [`Door`] it is the only thing here that threads share.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use rustls::ServerConfig;

use crate::limits;
use crate::net::Peer;
use crate::net::network::{self, Network};
use crate::net::proxy::ClientAddress;

/// How long a connection may take for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// For a TLS handshake, from its first octet.
    pub handshake: Duration,
    /// From the first octet of a head to its last.
    pub head: Duration,
    /// From the end of the head to the end of the body.
    pub body: Duration,
    /// For an answer to be taken.
    pub write: Duration,
    /// Between requests, and before the first.
    pub idle: Duration,
    /// For a peer that is being sent away to stop sending.
    pub linger: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            handshake: Duration::from_millis(limits::TLS_HANDSHAKE_MS),
            head: Duration::from_millis(limits::HTTP_HEAD_MS),
            body: Duration::from_millis(limits::HTTP_BODY_MS),
            write: Duration::from_millis(limits::HTTP_WRITE_MS),
            idle: Duration::from_millis(limits::HTTP_IDLE_MS),
            linger: Duration::from_millis(limits::HTTP_LINGER_MS),
        }
    }
}

/// What an operator may set of a listener.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How long a connection may take for what.
    pub timeouts: Timeouts,
    /// Open connections of the gate; more are answered 503.
    pub connections: usize,
    /// Of them, those of one host that has not proved itself; more are answered 503.
    pub strangers_per_host: usize,
    /// Networks whose hosts may have any number of them.
    pub trusted_nets: Vec<Network>,
    /// TLS handshakes in progress; more are closed.
    pub handshakes: usize,
    /// Requests of one connection; the last is answered with `Connection: close`.
    pub requests_per_connection: u32,
    /// The largest body, whatever the service would take.
    pub body_octets: usize,
    /// TLS, or none.
    pub tls: Option<Arc<ServerConfig>>,
    /// How the address of a client is known.
    pub client_address: ClientAddress,
    /// Peers that are believed to be proxies; those by a Unix socket are.
    pub trusted_proxies: Vec<Network>,
    /// Each request is logged.
    pub access_log: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            timeouts: Timeouts::default(),
            connections: limits::CONNECTIONS_DEFAULT,
            strangers_per_host: limits::CONNECTIONS_DEFAULT / 4,
            trusted_nets: Vec::new(),
            handshakes: limits::HANDSHAKES_DEFAULT,
            requests_per_connection: limits::REQUESTS_PER_CONNECTION_DEFAULT,
            body_octets: limits::HTTP_BODY_OCTETS,
            tls: None,
            client_address: ClientAddress::Peer,
            trusted_proxies: Vec::new(),
            access_log: false,
        }
    }
}

impl Settings {
    /// Whether `peer` may speak for others.
    pub(super) fn trusts(&self, peer: Peer) -> bool {
        peer == Peer::Local || network::any_holds(&self.trusted_proxies, peer)
    }
}

/// A listener's settings and its gate. Settings may be changed at any time: connections keep those that they came with.
pub struct Door {
    settings: RwLock<Arc<Settings>>,
    gate: Arc<Gate>,
}

impl Door {
    /// A door in a gate that other doors may share.
    pub fn new(settings: Settings, gate: Arc<Gate>) -> Arc<Self> {
        Arc::new(Self { settings: RwLock::new(Arc::new(settings)), gate })
    }

    /// A door with a gate of its own.
    pub fn alone(settings: Settings) -> Arc<Self> {
        Self::new(settings, Arc::default())
    }

    /// The settings for connections that come now.
    pub fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.settings.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes them for connections to come.
    pub fn set(&self, settings: Settings) {
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
    }

    pub(super) fn gate(&self) -> &Arc<Gate> {
        &self.gate
    }
}

/// The counts of connections that are bounded together.
#[derive(Default)]
pub struct Gate {
    connections: AtomicUsize,
    handshakes: AtomicUsize,
    /// Connections of hosts that have not proved themselves.
    strangers: Mutex<HashMap<u64, u32>>,
}

impl Gate {
    /// Counts a connection for as long as the returned value lives; `None` when there are `limit` already.
    pub(super) fn connection(self: &Arc<Self>, limit: usize) -> Option<Counted> {
        Counted::one(self, Count::Connections, limit)
    }

    /// Counts a handshake for as long as the returned value lives; `None` when there are `limit` already.
    pub(super) fn handshake(self: &Arc<Self>, limit: usize) -> Option<Counted> {
        Counted::one(self, Count::Handshakes, limit)
    }

    /// Counts a stranger's connection for as long as the returned value lives; `Err` when its host has too many.
    pub(super) fn stranger(self: &Arc<Self>, peer: Peer, settings: &Settings) -> Result<Option<Stranger>, TooMany> {
        // Behind a proxy that has not told of anybody may be everybody.
        let Some(host) = network::host(peer).filter(|_| !settings.trusts(peer)) else { return Ok(None) };
        if network::any_holds(&settings.trusted_nets, peer) {
            return Ok(None);
        }
        let mut strangers = self.strangers.lock().unwrap_or_else(PoisonError::into_inner);
        let count = strangers.entry(host).or_default();
        if *count as usize >= settings.strangers_per_host {
            if *count == 0 {
                strangers.remove(&host);
            }
            return Err(TooMany);
        }
        *count += 1;
        Ok(Some(Stranger { gate: Arc::clone(self), host }))
    }

    fn count(&self, what: Count) -> &AtomicUsize {
        match what {
            Count::Connections => &self.connections,
            Count::Handshakes => &self.handshakes,
        }
    }
}

/// A host has as many strangers' connections as it may.
#[derive(Debug)]
pub(super) struct TooMany;

#[derive(Clone, Copy)]
enum Count {
    Connections,
    Handshakes,
}

/// One of a count.
pub(super) struct Counted {
    gate: Arc<Gate>,
    what: Count,
}

impl Counted {
    fn one(gate: &Arc<Gate>, what: Count, limit: usize) -> Option<Self> {
        let taken = gate
            .count(what)
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |count| (count < limit).then_some(count + 1));
        taken.ok().map(|_| Self { gate: Arc::clone(gate), what })
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.gate.count(self.what).fetch_sub(1, Ordering::Relaxed);
    }
}

/// One connection of a host that has not proved itself.
pub(super) struct Stranger {
    gate: Arc<Gate>,
    host: u64,
}

impl Drop for Stranger {
    fn drop(&mut self) {
        let mut strangers = self.gate.strangers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = strangers.get_mut(&self.host) {
            *count -= 1;
            if *count == 0 {
                strangers.remove(&self.host);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peer(text: &str) -> Peer {
        Peer::Internet(text.parse().unwrap())
    }

    #[test]
    fn a_host_has_its_share_and_no_trace_stays_of_it() {
        let gate = Arc::<Gate>::default();
        let settings = Settings {
            strangers_per_host: 2,
            trusted_nets: vec!["198.51.100.0/24".parse().unwrap()],
            trusted_proxies: vec!["127.0.0.1".parse().unwrap()],
            ..Settings::default()
        };
        let held: Vec<_> = (1..3).map(|port| gate.stranger(peer(&format!("192.0.2.1:{port}")), &settings)).collect();
        assert!(gate.stranger(peer("192.0.2.1:9"), &settings).is_err());
        assert!(gate.stranger(peer("192.0.2.2:9"), &settings).unwrap().is_some());
        for trusted in [peer("198.51.100.7:1"), peer("127.0.0.1:1"), Peer::Local] {
            assert!(gate.stranger(trusted, &settings).unwrap().is_none());
        }
        drop(held);
        assert!(gate.stranger(peer("192.0.2.1:9"), &settings).is_ok());
        assert!(gate.stranger(peer("192.0.2.1:9"), &Settings { strangers_per_host: 0, ..settings }).is_err());
        assert!(gate.strangers.lock().unwrap().is_empty());
    }

    #[test]
    fn counts_end_at_their_limit_and_come_back() {
        let gate = Arc::<Gate>::default();
        let held: Vec<_> = (0..3).map_while(|_| gate.connection(2)).collect();
        assert_eq!(held.len(), 2);
        assert!(gate.handshake(1).is_some());
        drop(held);
        assert!(gate.connection(1).is_some());
        assert_eq!(gate.connections.load(Ordering::Relaxed), 0);
    }
}
