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
    /// When it is tried next; `null` where it is not tried by itself.
    next: Option<String>,
    /// Whom it waits for: `time` for its next attempt, `centre` to fetch it, `operator` while it is held back.
    waits_for: &'static str,
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

/// Whether a centre without a URL asks for it.
fn is_fetched(admin: &Admin, delivery: &Delivery) -> bool {
    admin.around.fetchers.iter().any(|centre| centre.name == delivery.to)
}

fn view(admin: &Admin, delivery: Delivery) -> View {
    let waits_for = match () {
        () if is_held(&delivery) => "operator",
        () if is_fetched(admin, &delivery) => "centre",
        () => "time",
    };
    View {
        seq: delivery.seq,
        exchange: delivery.exchange.to_string(),
        device_id: delivery.device.to_string(),
        to: delivery.to.to_string(),
        action: document::word(delivery.kind),
        created: moment::written(delivery.created),
        attempts: delivery.attempts,
        next: (waits_for == "time").then(|| moment::written(delivery.next)),
        waits_for,
        why: delivery.why,
    }
}

pub(super) async fn list(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let limit = page(&mut call.query)?;
    let after = call.query.number("after", 0, u64::MAX)?.unwrap_or(0);
    call.query.end()?;
    let found = store::read(&*admin.around.store, move |snapshot| snapshot.deliveries(after, false, limit)).await?;
    let next = found.last().filter(|_| found.len() == limit).map(|last| last.seq);
    Ok(json(200, &Page { deliveries: found.into_iter().map(|one| view(admin, one)).collect(), next }))
}

pub(super) async fn send(admin: &Rc<Admin>, call: Call, seq: u64) -> Result<Response, Problem> {
    call.fields_if_any()?.end()?;
    call.query.end()?;
    let unknown = || Problem::new(404, "unknown_delivery", format!("there is no delivery {seq} that waits"));
    let before = seq.checked_sub(1).ok_or_else(unknown)?;
    let found = store::read(&*admin.around.store, move |snapshot| snapshot.deliveries(before, false, 1)).await?;
    let delivery = found.into_iter().find(|delivery| delivery.seq == seq).ok_or_else(unknown)?;
    if is_fetched(admin, &delivery) && !is_held(&delivery) {
        return Err(Problem::new(409, "fetched", format!("{} fetches it: nothing is sent", delivery.to)));
    }
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
