//! `/v1/outbox`: all that is on its way north, without what it carries, for those who operate; and a push for what waits.
//!
//! What a restored backup left is held until somebody says that it may be sent: more has happened than the backup tells. Called by [`super`].

use std::rc::Rc;
use std::str::FromStr;
use std::sync::Arc;

use serde::Serialize;

use crate::desk::record::Delivery;
use crate::http::server::Response;
use crate::limits;
use crate::north::outbox::{Settled, document};
use crate::store::{self, Snapshot};
use crate::words::{DeviceId, ExchangeId};

use super::look::{Piece, look};
use super::problem::Problem;
use super::query;
use super::subscribers::device;
use super::{Admin, Call, json, moment, page};

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

/// The centres that fetch.
fn fetchers(admin: &Admin) -> Arc<[Arc<str>]> {
    admin.around.fetchers.iter().map(|centre| Arc::clone(&centre.name)).collect()
}

/// Whom a delivery waits for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WaitsFor {
    Time,
    Centre,
    Operator,
}

impl WaitsFor {
    const ALL: [(Self, &str); 3] = [(Self::Time, "time"), (Self::Centre, "centre"), (Self::Operator, "operator")];

    fn of(centres: &[Arc<str>], delivery: &Delivery) -> Self {
        match () {
            () if delivery.is_held() => Self::Operator,
            () if centres.contains(&delivery.to) => Self::Centre,
            () => Self::Time,
        }
    }

    fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find(|(known, _)| *known == self).map_or("", |(_, word)| word)
    }
}

impl FromStr for WaitsFor {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        let known = Self::ALL.into_iter().find(|(_, word)| *word == text);
        known.map(|(known, _)| known).ok_or("is none of time, centre and operator")
    }
}

/// Which deliveries are wanted; `None`: any.
#[derive(Clone, Default, PartialEq)]
struct Wanted {
    exchange: Option<ExchangeId>,
    device: Option<DeviceId>,
    to: Option<String>,
    waits_for: Option<WaitsFor>,
}

impl Wanted {
    fn fits(&self, centres: &[Arc<str>], delivery: &Delivery) -> bool {
        self.exchange.is_none_or(|id| id == delivery.exchange)
            && self.device.as_ref().is_none_or(|device| *device == delivery.device)
            && self.to.as_ref().is_none_or(|to| **to == *delivery.to)
            && self.waits_for.is_none_or(|wanted| wanted == WaitsFor::of(centres, delivery))
    }
}

fn view(centres: &[Arc<str>], delivery: Delivery) -> View {
    let waits_for = WaitsFor::of(centres, &delivery);
    View {
        seq: delivery.seq,
        exchange: delivery.exchange.to_string(),
        device_id: delivery.device.to_string(),
        to: delivery.to.to_string(),
        action: document::word(delivery.kind),
        created: moment::written(delivery.created),
        attempts: delivery.attempts,
        next: (waits_for == WaitsFor::Time).then(|| moment::written(delivery.next)),
        waits_for: waits_for.as_str(),
        why: delivery.why,
    }
}

pub(super) async fn list(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let query = &mut call.query;
    let limit = page(query)?;
    let after = query.number("after", 0, u64::MAX)?.unwrap_or(0);
    let exchange = query.text("exchange").map(|id| {
        query::exchange(&id)
            .ok_or_else(|| Problem::parameter("exchange", "is not a name of an exchange, 16 hex digits"))
    });
    let wanted = Wanted {
        exchange: exchange.transpose()?,
        device: query.text("device_id").map(|name| device("device_id", &name)).transpose()?,
        to: query.text("to"),
        waits_for: query.word("waits_for")?,
    };
    query.end()?;
    let centres = fetchers(admin);
    let known = Arc::clone(&centres);
    let read = move |snapshot: &dyn Snapshot, from, room| {
        let looks = if wanted == Wanted::default() { room } else { limits::ADMIN_LOOKS };
        let found = snapshot.deliveries(from, false, looks)?;
        let fits = |delivery: &Delivery| wanted.fits(&known, delivery);
        Ok(Piece::of(found, (looks, room), |delivery| delivery.seq, fits, |_| false))
    };
    let Piece { found, next } = look(admin, Piece::from(after), limit, read).await?;
    Ok(json(200, &Page { deliveries: found.into_iter().map(|one| view(&centres, one)).collect(), next }))
}

pub(super) async fn send(admin: &Rc<Admin>, call: Call, seq: u64) -> Result<Response, Problem> {
    call.fields_if_any()?.end()?;
    call.query.end()?;
    let unknown = || Problem::new(404, "unknown_delivery", format!("there is no delivery {seq} that waits"));
    let before = seq.checked_sub(1).ok_or_else(unknown)?;
    let found = store::read(&*admin.around.store, move |snapshot| snapshot.deliveries(before, false, 1)).await?;
    let delivery = found.into_iter().find(|delivery| delivery.seq == seq).ok_or_else(unknown)?;
    if WaitsFor::of(&fetchers(admin), &delivery) == WaitsFor::Centre {
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
