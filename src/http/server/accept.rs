//! The accept loop of one thread.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

use super::connection::turn_away;
use super::greeting::{Visit, serve_connection};
use super::{Door, Refusal, Service, Shutdown};
use crate::limits;
use crate::net::Listener;

/// Accepts connections and serves each in a task of this thread, until `shutdown` begins. Connections that are open
/// then go on: [`Shutdown::drained`] waits for them. Must run inside [`net::ring::run`](crate::net::ring::run) or
/// [`net::epoll::run`](crate::net::epoll::run).
pub async fn serve<L, S>(listener: L, service: Rc<S>, door: Arc<Door>, shutdown: Shutdown)
where
    L: Listener,
    L::Stream: 'static,
    S: Service + 'static,
{
    let turned_away = Rc::new(Cell::new(0));
    let mut failing = false;
    // What waits in the kernel when the end begins is taken in still; a flood may not put off the end.
    let mut late = 0;
    while late < limits::LISTEN_BACKLOG {
        late += i32::from(shutdown.is_begun());
        let accepted = listener.accept(shutdown.begun()).await;
        if let (Err(error), false) = (&accepted, failing) {
            tracing::warn!(%error, "cannot accept connections");
        }
        failing = accepted.is_err();
        let stream = match accepted {
            Ok(Some(stream)) => stream,
            Ok(None) => return,
            Err(_) if shutdown.is_begun() => return,
            Err(_) => {
                service.refused(Refusal::Accept);
                sleep(Duration::from_millis(limits::ACCEPT_PAUSE_MS)).await;
                continue;
            }
        };
        let settings = door.settings();
        let Some(counted) = door.gate().connection(settings.connections) else {
            service.refused(Refusal::Connections);
            // Under TLS a word would cost a handshake.
            if turned_away.get() < limits::TURNED_AWAY_PER_THREAD && settings.tls.is_none() {
                turned_away.set(turned_away.get() + 1);
                let (turned_away, service) = (Rc::clone(&turned_away), Rc::clone(&service));
                tokio::task::spawn_local(async move {
                    turn_away(stream, settings, &*service).await;
                    turned_away.set(turned_away.get() - 1);
                });
            }
            continue;
        };
        let (service, shutdown, gate) = (Rc::clone(&service), shutdown.clone(), Arc::clone(door.gate()));
        serve_connection(stream, Visit { service, settings, shutdown, gate }, counted);
    }
}
