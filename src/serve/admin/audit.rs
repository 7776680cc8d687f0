//! `/v1/audit`: the audit trail with its chain.
//!
//! Each record's hash is SHA-256 over the one before and all that the record says: whoever has kept one hash can prove that nothing before it was
//! changed. Where the beginning was removed, the anchor tells what the first record is chained on. Verified by the reader (`akeyd audit verify`), not here. Called by [`super`].

use std::rc::Rc;

use serde::Serialize;

use crate::http::server::Response;
use crate::is683::hex::to_hex;
use crate::store::{self, Audited, Snapshot};

use super::problem::Problem;
use super::{Admin, Call, json, moment, page};

/// A record as it is shown.
#[derive(Serialize)]
struct View {
    seq: u64,
    at: String,
    actor: String,
    action: String,
    subject: String,
    detail: String,
    hash: String,
}

#[derive(Serialize)]
struct Page {
    records: Vec<View>,
    /// The place to go on from; `null` at the end of the trail.
    next: Option<u64>,
    /// The last record that was removed from the beginning; `null` where none was.
    anchor: Option<AnchorView>,
}

#[derive(Serialize)]
struct AnchorView {
    seq: u64,
    hash: String,
}

pub(super) async fn list(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let limit = page(&mut call.query)?;
    let after = call.query.number("after", 0, u64::MAX)?.unwrap_or(0);
    call.query.end()?;
    let reading = move |snapshot: &dyn Snapshot| Ok((snapshot.audit(after, limit)?, snapshot.audit_anchor()?));
    let (records, anchor) = store::read(&*admin.around.store, reading).await?;
    let anchor = anchor.map(|anchor| AnchorView { seq: anchor.seq, hash: to_hex(&anchor.hash) });
    let next = (records.len() == limit).then(|| records.last().map(|last| last.seq)).flatten();
    Ok(json(200, &Page { records: records.into_iter().map(view).collect(), next, anchor }))
}

fn view(Audited { seq, event, hash }: Audited) -> View {
    View {
        seq,
        at: moment::written(event.at),
        actor: event.actor,
        action: event.action,
        subject: event.subject,
        detail: event.detail,
        hash: to_hex(&hash),
    }
}
