//! `/v1/status`, whether all is well and how full it is; and `/v1/openapi.yaml`, the description of the API.
//!
//! Called by [`super`].

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;

use crate::compute::Compute;
use crate::http::server::Response;
use crate::store;
use crate::words::Time;

use super::problem::Problem;
use super::{Admin, Call, YAML, json, moment};

/// What does not change while the service runs, and whether it is ready.
pub(in crate::serve) struct About {
    pub(in crate::serve) ready: Arc<AtomicBool>,
    pub(in crate::serve) compute: Compute,
    /// When the service began.
    pub(in crate::serve) began: Time,
    /// How sockets are driven.
    pub(in crate::serve) net: &'static str,
    /// Threads that serve sockets.
    pub(in crate::serve) threads: usize,
    /// Which arithmetic.
    pub(in crate::serve) powers: &'static str,
    /// Where handsets come in.
    pub(in crate::serve) handsets: Vec<String>,
    /// Where operators do.
    pub(in crate::serve) admin: String,
}

#[derive(Serialize)]
struct View<'a> {
    ready: bool,
    version: &'static str,
    began: String,
    now: String,
    handsets: &'a [String],
    admin: &'a str,
    sockets: &'static str,
    threads: usize,
    powers: &'static str,
    connections: i64,
    sessions: i64,
    subscribers: u64,
    exchanges_open: u64,
    exchanges_in_doubt: u64,
    outbox_pending: u64,
    audit_records: u64,
    damaged_records: u64,
    event_streams: usize,
}

pub(super) async fn show(admin: &Rc<Admin>, call: Call) -> Result<Response, Problem> {
    call.query.end()?;
    let counts = store::read(&*admin.around.store, |snapshot| snapshot.counts()).await?;
    let (about, metrics) = (&admin.around.about, &admin.around.metrics);
    Ok(json(
        200,
        &View {
            ready: about.ready.load(Ordering::Acquire) && about.compute.in_service(),
            version: env!("CARGO_PKG_VERSION"),
            began: moment::written(about.began),
            now: moment::written(admin.now()),
            handsets: &about.handsets,
            admin: &about.admin,
            sockets: about.net,
            threads: about.threads,
            powers: about.powers,
            connections: metrics.connections.get(),
            sessions: metrics.sessions.get(),
            subscribers: counts.subscribers,
            exchanges_open: counts.open,
            exchanges_in_doubt: counts.in_doubt,
            outbox_pending: counts.deliveries,
            audit_records: counts.audit,
            damaged_records: counts.damaged,
            event_streams: admin.ring.streams(),
        },
    ))
}

pub(super) fn openapi(call: Call) -> Result<Response, Problem> {
    call.query.end()?;
    Ok(Response::new(200, YAML, include_str!("../../../docs/openapi.yaml")))
}
