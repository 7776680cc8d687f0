//! The side thread: the status listener (`/healthz`, `/readyz`, `/metrics`; read only, no identities), the API for operators
//! ([`super::admin`]), and the authentication centre.
//!
//! A plain tokio runtime on one thread; IO threads never wait for it but by messages. Called by [`super`].

use std::convert::Infallible;
use std::os::fd::OwnedFd;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::{mpsc, watch};

use crate::compute::Compute;
use crate::http::server::{self, Door, Method, Refusal, Request, RequestHead, Response, Service, Settings, Shutdown};
use crate::limits;
use crate::metrics::Metrics;
use crate::net::epoll;
use crate::vital::Tasks;

use super::admin::{self, Admin, Api};

/// The admin listener and what is behind it.
pub(super) struct Operators {
    pub(super) listener: OwnedFd,
    pub(super) settings: admin::Settings,
    pub(super) around: admin::Surroundings,
    pub(super) mark_key: [u8; 16],
}

/// What the status listener shows.
pub(super) struct Status {
    pub(super) metrics: Arc<Metrics>,
    pub(super) ready: Arc<AtomicBool>,
    pub(super) compute: Compute,
}

impl Service for Status {
    fn body_limit(&self, _head: &RequestHead) -> usize {
        0
    }

    async fn call(&self, request: Request) -> Response {
        if !matches!(request.head.method, Method::Get | Method::Head) {
            return Response::text(405, "GET only").with_header("Allow", "GET, HEAD");
        }
        match request.head.path.as_str() {
            "/healthz" => Response::text(200, "ok"),
            "/readyz" if self.metrics.store_refuses.get() > 0 => Response::text(503, "the store has no room"),
            "/readyz" if self.ready.load(Ordering::Acquire) && self.compute.in_service() => {
                Response::text(200, "ready")
            }
            "/readyz" => Response::text(503, "not ready"),
            "/metrics" => Response::new(200, "text/plain; version=0.0.4; charset=utf-8", self.metrics.text()),
            _ => Response::text(404, "not found"),
        }
    }

    fn refused(&self, cause: Refusal) {
        self.metrics.refused(cause.as_str());
    }
}

/// Runs the side thread until it is stopped. `begin` begins its other work; `links`: gone when the last signalling link has taken leave.
pub(super) fn run_side(
    listener: Option<OwnedFd>,
    status: Status,
    admin: Option<Operators>,
    begin: impl FnOnce(&mut Tasks) + 'static,
    (mut stopped, mut links): (watch::Receiver<bool>, mpsc::Receiver<Infallible>),
) {
    let ended = epoll::run(async move {
        let mut tasks = Tasks::default();
        begin(&mut tasks);
        let shutdown = Shutdown::new();
        if let Some(listener) = listener {
            let listener = epoll::Listener::new(listener)?;
            let door = Door::alone(Settings { connections: limits::STATUS_CONNECTIONS, ..Settings::default() });
            tasks.spawn("the status listener", server::serve(listener, Rc::new(status), door, shutdown.clone()));
        }
        if let Some(Operators { listener, settings, around, mark_key }) = admin {
            let listener = epoll::Listener::new(listener)?;
            let door = Door::alone(Settings {
                connections: limits::ADMIN_CONNECTIONS,
                strangers_per_host: limits::ADMIN_STRANGERS_PER_HOST,
                strangers: limits::ADMIN_STRANGERS,
                per_user: limits::ADMIN_PER_USER,
                reserved: limits::ADMIN_RESERVED,
                body_octets: limits::SUBSCRIBERS_OCTETS as usize,
                tls: settings.tls.clone(),
                ..Settings::default()
            });
            let admin = Admin::new(settings, around, shutdown.clone(), mark_key);
            tasks.spawn("the operators' events", Rc::clone(&admin).watch());
            tasks
                .spawn("the operators' listener", server::serve(listener, Rc::new(Api(admin)), door, shutdown.clone()));
        }
        // An error means that the service is gone: stop too.
        if let Some(ended) = tasks.ended_before(&mut stopped).await {
            // No key would reach the north any more, or nobody would see how the service is.
            ended.leave();
        }
        shutdown.begin();
        let leave = Duration::from_millis(limits::TCAP_DRAIN_MS + limits::LINK_LEAVE_MS);
        let _ = tokio::join!(shutdown.drained(super::SIDE_DRAIN), tokio::time::timeout(leave, links.recv()));
        drop(tasks);
        Ok::<_, std::io::Error>(())
    });
    if let Err(error) = ended.and_then(|served| served) {
        tracing::error!(%error, "the side thread ended; the service cannot go on without it");
        std::process::exit(1);
    }
}
