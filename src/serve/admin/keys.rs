//! `/v1/keys`: the outbox, for an authentication centre that fetches what it is to do.
//!
//! Shows what waits for centres without a URL of their own, in the words that others are posted (`north::outbox::document`). Keys are wrapped under
//! the centre's transport key; in clear there is none. What a brought-back backup holds back is not shown. What was acknowledged is not shown again, and is wiped: the outbox commits it, and tells the
//! exchange that waits. Called by [`super`].

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use tokio::time::Instant;

use crate::desk::record::{Delivery, DeliveryKind, Place};
use crate::exchange::Version;
use crate::http::server::Response;
use crate::is683::hex::to_hex;
use crate::limits;
use crate::north::outbox::settings::Centre;
use crate::north::outbox::{Parcel, REFUSED, Settled, document, settled_as};
use crate::store::{self, ReadError, Snapshot};

use super::problem::Problem;
use super::{Admin, Call, json, page, wait};

#[derive(Serialize)]
struct Page {
    deliveries: Vec<Value>,
    /// The place to go on from.
    next: u64,
}

pub(super) async fn list(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let limit = page(&mut call.query)?;
    let after = call.query.number("after", 0, u64::MAX)?.unwrap_or(0);
    let deadline = Instant::now() + wait(&mut call.query)?;
    let to = call.query.text("to");
    call.query.end()?;
    let centres: Arc<[Arc<str>]> = admin.around.fetchers.iter().map(|centre| Arc::clone(&centre.name)).collect();
    if let Some(to) = to.as_ref().filter(|to| !centres.iter().any(|name| **name == ***to)) {
        let detail = format!("`{to}` is no authentication centre that fetches");
        return Err(Problem::new(404, "unknown_peer", detail).of("to"));
    }
    let (mut parcels, mut next) = (Vec::new(), after);
    // A piece at a time, so that others read in between, and only once what was not wanted.
    loop {
        let (centres, to, from, room) = (Arc::clone(&centres), to.clone(), next, limit - parcels.len());
        let reading = move |snapshot: &dyn Snapshot| {
            let wanted = |delivery: &Delivery| {
                let fetched = centres.contains(&delivery.to);
                fetched && to.as_ref().is_none_or(|to| **to == *delivery.to)
            };
            read(snapshot, from, room, wanted)
        };
        let piece = store::read(&*admin.around.store, reading).await?;
        parcels.extend(piece.parcels);
        next = piece.next;
        if piece.more && parcels.len() < limit {
            continue;
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if parcels.is_empty() && !left.is_zero() && !admin.shutdown.is_begun() {
            let pause = Duration::from_millis(limits::KEYS_LOOK_MS).min(left);
            admin.within(pause, std::future::pending::<()>()).await;
            continue;
        }
        let deliveries = parcels.iter().filter_map(|parcel| show(&admin.around.fetchers, parcel)).collect();
        return Ok(json(200, &Page { deliveries, next }));
    }
}

/// What was read at one time.
struct Piece {
    parcels: Vec<Parcel>,
    /// The place to go on from.
    next: u64,
    more: bool,
}

/// Those of a piece that are wanted from a place on, with what goes along.
fn read(
    snapshot: &dyn Snapshot,
    after: u64,
    limit: usize,
    wanted: impl Fn(&Delivery) -> bool,
) -> Result<Piece, ReadError> {
    let found = snapshot.deliveries(after, false, limits::ADMIN_LOOKS)?;
    let mut piece = Piece { parcels: Vec::new(), next: after, more: found.len() == limits::ADMIN_LOOKS };
    for delivery in found {
        if piece.parcels.len() == limit {
            break;
        }
        piece.next = delivery.seq;
        if wanted(&delivery) && !delivery.is_held() {
            let device = store::if_readable(snapshot.subscriber(&delivery.device))?;
            let exchange = store::if_readable(snapshot.exchange(delivery.exchange))?;
            let place = device.map_or_else(Place::default, |own| own.place);
            let version = exchange.map_or_else(Version::default, |record| record.version);
            piece.parcels.push(Parcel { delivery, place, version });
        }
    }
    Ok(piece)
}

fn show(centres: &[Centre], parcel: &Parcel) -> Option<Value> {
    let delivery = &parcel.delivery;
    let centre = centres.iter().find(|centre| centre.name == delivery.to)?;
    let mut shown = match delivery.kind {
        DeliveryKind::Outcome => document::outcome_delivery(parcel)?,
        _ => document::delivery(parcel, centre.key_version),
    };
    let members = shown.as_object_mut()?;
    members.insert("to".into(), (*delivery.to).into());
    if delivery.kind == DeliveryKind::Stage {
        // What cannot be unwrapped was wrapped under another transport key, which its centre may still hold.
        let key = centre.transport_key.unwrap(&delivery.body).ok();
        let fingerprint = key.map(|(_, key)| to_hex(&centre.transport_key.fingerprint(&key)));
        members.insert("fingerprint".into(), fingerprint.into());
    }
    Some(shown)
}

pub(super) async fn acknowledge(admin: &Rc<Admin>, call: Call, seq: u64) -> Result<Response, Problem> {
    let mut fields = call.fields_if_any()?;
    let refused = fields.number("refused", 0, u8::MAX.into())?;
    fields.end()?;
    call.query.end()?;
    let unknown = || Problem::new(404, "unknown_delivery", format!("there is no delivery {seq} for who fetches"));
    let before = seq.checked_sub(1).ok_or_else(unknown)?;
    let found = store::read(&*admin.around.store, move |snapshot| snapshot.deliveries(before, true, 1)).await?;
    let fetched = |delivery: &Delivery| admin.around.fetchers.iter().any(|centre| centre.name == delivery.to);
    let delivery = found.into_iter().find(|delivery| delivery.seq == seq && fetched(delivery)).ok_or_else(unknown)?;
    if delivery.acknowledged.is_some() {
        let said = delivery.why.filter(|why| why.starts_with(REFUSED));
        // The same word once more is no mistake; another one is of no use any more.
        return match said {
            said if said == refused.map(|code| settled_as(code as u8)) => Ok(Response::text(204, "")),
            Some(why) => Err(Problem::new(409, "answered", format!("it was {why} before"))),
            None => Err(Problem::new(409, "answered", "it was acknowledged before")),
        };
    }
    let what = format!("{} of exchange {}", document::word(delivery.kind), delivery.exchange);
    let detail = match refused {
        None => what,
        Some(code) => format!("{what}, refused with OTASP_ResultCode {code}"),
    };
    let audit = admin.audit(&call.caller, "key.acknowledge", delivery.device.as_str(), detail);
    let outbox = &admin.around.outbox;
    let settled = match refused {
        None => outbox.acknowledge(seq, vec![audit]).await,
        Some(code) => outbox.refuse(seq, code as u8, vec![audit]).await,
    };
    match settled {
        Settled::Done => Ok(Response::text(204, "")),
        Settled::Unknown => Err(unknown()),
        Settled::NotYet(first) => {
            Err(Problem::new(409, "out_of_order", format!("delivery {first} of the same device comes before it")))
        }
        Settled::Busy | Settled::Superseded => {
            Err(Problem::full("the store has no room now, or older deliveries wait"))
        }
    }
}
