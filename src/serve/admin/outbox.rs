//! `/v1/outbox`: all that is on its way north, without what it carries, for those who operate; and a push for what waits.
//!
//! What a restored backup left is held until somebody says that it may be sent: more has happened than the backup tells. Called by [`super`].

use std::rc::Rc;

use serde::Serialize;

use crate::desk::record::Delivery;
use crate::http::server::Response;
use crate::north::outbox::{Settled, document};
use crate::store;
use crate::words::Time;

use super::problem::Problem;
use super::{Admin, Call, json, moment, page};

/// When a delivery is tried next that is held back.
const NEVER: Time = Time(u64::MAX);

/// A delivery as those see it who may not have what it carries.
#[derive(Serialize)]
struct View {
    seq: u64,
    exchange: String,
    device_id: String,
    to: String,
    action: &'static str,
    created: String,
    attempts: u32,
    /// When it is tried next; `null` while it is held back.
    next: Option<String>,
    why: Option<String>,
}

#[derive(Serialize)]
struct Page {
    deliveries: Vec<View>,
    /// The place to go on from; `null` at the end.
    next: Option<u64>,
}

/// Whether a delivery waits for somebody's word.
pub(super) fn is_held(delivery: &Delivery) -> bool {
    delivery.next == NEVER
}

fn view(delivery: Delivery) -> View {
    View {
        seq: delivery.seq,
        exchange: delivery.exchange.to_string(),
        device_id: delivery.device.to_string(),
        to: delivery.to.to_string(),
        action: document::word(delivery.kind),
        created: moment::written(delivery.created),
        attempts: delivery.attempts,
        next: (!is_held(&delivery)).then(|| moment::written(delivery.next)),
        why: delivery.why,
    }
}

pub(super) async fn list(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let limit = page(&mut call.query)?;
    let after = call.query.number("after", 0, u64::MAX)?.unwrap_or(0);
    call.query.end()?;
    let found = store::read(&*admin.around.store, move |snapshot| snapshot.deliveries(after, false, limit)).await?;
    let next = found.last().filter(|_| found.len() == limit).map(|last| last.seq);
    Ok(json(200, &Page { deliveries: found.into_iter().map(view).collect(), next }))
}

pub(super) async fn send(admin: &Rc<Admin>, call: Call, seq: u64) -> Result<Response, Problem> {
    call.fields_if_any()?.end()?;
    call.query.end()?;
    let unknown = || Problem::new(404, "unknown_delivery", format!("there is no delivery {seq} that waits"));
    let before = seq.checked_sub(1).ok_or_else(unknown)?;
    let found = store::read(&*admin.around.store, move |snapshot| snapshot.deliveries(before, false, 1)).await?;
    let delivery = found.into_iter().find(|delivery| delivery.seq == seq).ok_or_else(unknown)?;
    let detail = format!("{} of exchange {}", document::word(delivery.kind), delivery.exchange);
    let audit = admin.audit(&call.caller, "key.send", delivery.device.as_str(), detail);
    match admin.around.outbox.send(seq, vec![audit]).await {
        Settled::Done => Ok(Response::text(204, "")),
        Settled::Unknown => Err(unknown()),
        Settled::Superseded => {
            Err(Problem::new(409, "superseded", "the handset has replaced the key that this would make live"))
        }
        Settled::Busy | Settled::NotYet(_) => Err(Problem::full("the store has no room now")),
    }
}
