//! The beginning of a connection: who is there, whether there is room for one more of them, and TLS.
//!
//! Nothing is held for a peer that has not said anything yet. What comes after is [`super::connection`]'s.

use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use tokio::time::{Instant, sleep};

use super::access;
use super::connection::{Connection, converse};
use super::door::{Counted, Gate, Settings, Stranger};
use super::{Refusal, Service, Shutdown, Trust};
use crate::limits;
use crate::net::proxy::{self, ClientAddress};
use crate::net::tls::Tls;
use crate::net::{Identity, Peer, Transport, buffers};

/// What a connection is served by and under.
pub(super) struct Visit<S> {
    pub(super) service: Rc<S>,
    pub(super) settings: Arc<Settings>,
    pub(super) shutdown: Shutdown,
    pub(super) gate: Arc<Gate>,
}

impl<S: Service> Visit<S> {
    pub(super) fn refused(&self, peer: Peer, cause: Refusal) {
        self.service.refused(cause);
        if self.settings.access_log {
            access::refused(peer, cause.as_str(), cause.status());
        }
    }

    /// Waits until a connection has waited for long enough: for its next request, or because the end has begun. One that has
    /// not `asked` anything yet is given a moment for it even then.
    pub(super) async fn patience(&self, asked: bool) {
        tokio::select! {
            () = self.shutdown.begun() => {
                if !asked {
                    sleep(Duration::from_millis(limits::HTTP_PARTING_MS)).await;
                }
            }
            () = sleep(self.settings.timeouts.idle) => {}
        }
    }
}

/// Serves one connection, in a task of this thread, until either side ends it. It counts as open from this call on.
pub(super) fn serve_connection<T, S>(transport: T, visit: Visit<S>, counted: Counted)
where
    T: Transport + 'static,
    S: Service + 'static,
{
    let presence = (visit.shutdown.enter(), counted);
    // Two kinds of tasks, so that the one does not pay for the memory of the other.
    match visit.settings.tls.clone() {
        None => tokio::task::spawn_local(async move {
            visit.service.connections(1);
            plain(transport, &visit).await;
            visit.service.connections(-1);
            drop(presence);
        }),
        Some(config) => tokio::task::spawn_local(async move {
            visit.service.connections(1);
            under_tls(transport, config, &visit).await;
            visit.service.connections(-1);
            drop(presence);
        }),
    };
}

async fn plain<T: Transport, S: Service>(mut transport: T, visit: &Visit<S>) {
    let greeted = greet(&mut transport, visit).await;
    let Ok(Guest { peer, first, .. }) = greeted else { return };
    let identity = if visit.service.identifies() { transport.identity() } else { Identity::Unknown };
    let mut connection = Connection::new(transport, peer, visit);
    let standing = match identity {
        Identity::Process { uid, .. } => visit.gate.user(uid, visit.service.trust(&identity), &visit.settings),
        _ => visit.gate.stranger(peer, &visit.settings),
    };
    match standing {
        Ok(stranger) => converse(connection, first, stranger, visit).await,
        Err(_) => Box::pin(connection.refuse(Refusal::HostConnections, visit)).await,
    }
}

async fn under_tls<T: Transport, S: Service>(mut transport: T, config: Arc<ServerConfig>, visit: &Visit<S>) {
    let Ok(Guest { peer, first }) = greet(&mut transport, visit).await else { return };
    let Ok(stranger) = visit.gate.stranger(peer, &visit.settings) else {
        return visit.refused(peer, Refusal::HostConnections);
    };
    let first =
        if first.is_empty() { transport.read_idle(visit.patience(false)).await.ok().flatten() } else { Some(first) };
    let Some(first) = first.filter(|first| !first.is_empty()) else { return };
    match Box::pin(shake_hands(transport, first, config, visit)).await {
        Ok(tls) => {
            let is_known = visit.service.identifies() && visit.service.trust(&tls.identity()) != Trust::Stranger;
            let standing = stranger.filter(|_| !is_known);
            converse(Connection::new(tls, peer, visit), Vec::new(), standing, visit).await;
        }
        Err(Some(cause)) => visit.refused(peer, cause),
        Err(None) => {}
    }
}

async fn shake_hands<T: Transport, S: Service>(
    transport: T,
    first: Vec<u8>,
    config: Arc<ServerConfig>,
    visit: &Visit<S>,
) -> Result<Tls<T>, Option<Refusal>> {
    let Settings { timeouts, handshakes, .. } = &*visit.settings;
    let _counted = visit.gate.handshake(*handshakes).ok_or(Refusal::Handshakes)?;
    let deadline = Instant::now() + timeouts.handshake;
    Tls::accept(transport, first, config, deadline, timeouts.write).await.map_err(|error| match error.kind() {
        io::ErrorKind::TimedOut => Some(Refusal::SlowHandshake),
        io::ErrorKind::InvalidData => {
            tracing::debug!(%error, "a TLS handshake failed");
            Some(Refusal::BadHandshake)
        }
        _ => None,
    })
}

/// Who is there, and what they said already.
struct Guest {
    peer: Peer,
    first: Vec<u8>,
}

/// Learns from a proxy whom it speaks for, where that is how it is known.
async fn greet<T: Transport, S: Service>(transport: &mut T, visit: &Visit<S>) -> Result<Guest, ()> {
    let peer = transport.peer();
    // Who is not trusted speaks for itself: a header from there is a malformed request.
    if visit.settings.client_address != ClientAddress::ProxyV2 || !visit.settings.trusts(peer) {
        return Ok(Guest { peer, first: Vec::new() });
    }
    let introduced = Box::pin(introduced(transport, visit)).await;
    introduced.map_err(|cause| cause.into_iter().for_each(|cause| visit.refused(peer, cause)))
}

async fn introduced<T: Transport, S: Service>(transport: &mut T, visit: &Visit<S>) -> Result<Guest, Option<Refusal>> {
    let peer = transport.peer();
    let Ok(Some(mut octets)) = transport.read_idle(visit.patience(false)).await else { return Err(None) };
    let deadline = Instant::now() + visit.settings.timeouts.head;
    loop {
        match proxy::read(&octets) {
            Ok(Some(header)) => {
                octets.drain(..header.length);
                if octets.is_empty() {
                    buffers::give(std::mem::take(&mut octets));
                }
                return Ok(Guest { peer: header.client.unwrap_or(peer), first: octets });
            }
            // A connection that says nothing, such as a proxy's test whether we are there, is nobody's mistake.
            Ok(None) if octets.is_empty() => return Err(None),
            Ok(None) => {}
            Err(_) => return Err(Some(Refusal::Proxy)),
        }
        let (read, buffer) = transport.read(octets, deadline).await;
        octets = buffer;
        match read {
            Ok(count) if count > 0 => {}
            Ok(_) => return Err(Some(Refusal::Proxy)),
            Err(error) if error.kind() == io::ErrorKind::TimedOut => return Err(Some(Refusal::Proxy)),
            Err(_) => return Err(None),
        }
    }
}

/// Where the conversation keeps what it was let in as.
pub(super) type Standing = Option<Stranger>;
