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
    /// Of them, those of all that have not proved themselves.
    pub strangers: usize,
    /// Of them, those of one user of this machine, known or not; for a service that [identifies](super::Service::identifies).
    pub per_user: usize,
    /// Of them, those that nobody of this machine may have but the [owner](Trust::Owner).
    pub reserved: usize,
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
            strangers: usize::MAX,
            per_user: usize::MAX,
            reserved: 0,
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

/// What a service thinks of who is at the other end of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// It has shown nothing that gives it a right.
    Stranger,
    /// It has a right to be here.
    Known,
    /// It must be let in whoever else is here.
    Owner,
}

/// The counts of connections that are bounded together.
#[derive(Default)]
pub struct Gate {
    connections: AtomicUsize,
    handshakes: AtomicUsize,
    shares: Mutex<Shares>,
}

/// Connections of those that have a share of them.
#[derive(Default)]
struct Shares {
    /// By host, as long as it has not proved itself, or user.
    of: HashMap<Who, u32>,
    /// All that have not proved themselves.
    strangers: usize,
    /// All users' but the owner's.
    users: usize,
}

/// Whose share it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Who {
    Host(u64),
    User(u32),
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
        self.share(Who::Host(host), true, settings.strangers_per_host, settings).map(Some)
    }

    /// The same of a user of this machine, who keeps it however well it is known; `Err` when it, or all users together, have too many.
    pub(super) fn user(
        self: &Arc<Self>,
        uid: u32,
        trust: Trust,
        settings: &Settings,
    ) -> Result<Option<Stranger>, TooMany> {
        let (is_stranger, most) = match trust {
            Trust::Stranger => (true, settings.strangers_per_host),
            Trust::Known => (false, settings.per_user),
            Trust::Owner => return Ok(None),
        };
        self.share(Who::User(uid), is_stranger, most, settings).map(Some)
    }

    fn share(
        self: &Arc<Self>,
        who: Who,
        is_stranger: bool,
        most: usize,
        settings: &Settings,
    ) -> Result<Stranger, TooMany> {
        let is_user = matches!(who, Who::User(_));
        let mut shares = self.shares.lock().unwrap_or_else(PoisonError::into_inner);
        let own = shares.of.get(&who).copied().unwrap_or_default();
        if own as usize >= most
            || (is_stranger && shares.strangers >= settings.strangers)
            || (is_user && shares.users >= settings.connections.saturating_sub(settings.reserved))
        {
            return Err(TooMany);
        }
        shares.of.insert(who, own + 1);
        shares.strangers += usize::from(is_stranger);
        shares.users += usize::from(is_user);
        Ok(Stranger { gate: Arc::clone(self), who, unproved: is_stranger })
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

/// One connection of a host that has not proved itself, or of a user.
pub(super) struct Stranger {
    gate: Arc<Gate>,
    who: Who,
    unproved: bool,
}

impl Stranger {
    /// Whether it goes once the other end has proved itself.
    pub(super) fn may_prove_itself(&self) -> bool {
        matches!(self.who, Who::Host(_))
    }
}

impl Drop for Stranger {
    fn drop(&mut self) {
        let mut shares = self.gate.shares.lock().unwrap_or_else(PoisonError::into_inner);
        shares.strangers -= usize::from(self.unproved);
        shares.users -= usize::from(matches!(self.who, Who::User(_)));
        if let Some(count) = shares.of.get_mut(&self.who) {
            *count -= 1;
            if *count == 0 {
                shares.of.remove(&self.who);
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
        assert!(gate.shares.lock().unwrap().of.is_empty());
    }

    #[test]
    fn strangers_have_a_share_in_all_and_users_leave_the_owner_his() {
        let gate = Arc::<Gate>::default();
        let settings = Settings {
            connections: 8,
            strangers_per_host: 2,
            strangers: 3,
            per_user: 4,
            reserved: 2,
            ..Settings::default()
        };
        let user = |uid, trust| gate.user(uid, trust, &settings);
        let mut held = vec![gate.stranger(peer("192.0.2.1:1"), &settings).unwrap()];
        held.extend([user(7, Trust::Stranger).unwrap(), user(7, Trust::Stranger).unwrap()]);
        assert!(user(7, Trust::Stranger).is_err(), "its own share");
        assert!(
            user(8, Trust::Stranger).is_err() && gate.stranger(peer("192.0.2.2:1"), &settings).is_err(),
            "all of them"
        );
        held.extend((0..4).map(|_| user(9, Trust::Known).unwrap()));
        assert!(user(9, Trust::Known).is_err(), "its own share");
        assert!(user(10, Trust::Known).is_err(), "what is left is the owner's");
        assert!(user(0, Trust::Owner).unwrap().is_none());
        assert!(
            held.iter().flatten().map(Stranger::may_prove_itself).eq([true, false, false, false, false, false, false])
        );
        held.clear();
        let shares = gate.shares.lock().unwrap();
        assert_eq!((shares.of.len(), shares.strangers, shares.users), (0, 0, 0));
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
