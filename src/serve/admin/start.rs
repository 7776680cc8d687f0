//! `POST /v1/exchanges`: an exchange is asked for.
//!
//! It is durable when this is answered. A request with an Idempotency-Key is done once: the same key and body, of the same caller within a day, get
//! the first one's answer. Keys are remembered in memory, so not beyond a restart. Called by [`super`].

use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::desk::{Operation, Origin, Said, Start};
use crate::http::client::Url;
use crate::http::server::Response;
use crate::limits;
use crate::store;
use crate::words::{ExchangeId, Time};

use super::fields::Fields;
use super::problem::Problem;
use super::{Admin, Call, exchanges, moment, subscribers};

/// Requests that must not be done twice.
#[derive(Default)]
pub(super) struct Starts(RefCell<Known>);

/// A caller's name, and the key that he gave.
type Name = (Arc<str>, Vec<u8>);

#[derive(Default)]
struct Known {
    requests: HashMap<Name, Done>,
    /// The oldest first.
    order: VecDeque<Name>,
}

/// A request that was begun.
struct Done {
    body: [u8; 32],
    at: Time,
    /// What became of it; `None` while it is under way.
    exchange: Option<ExchangeId>,
}

impl Starts {
    /// Begins a request, or gives back what became of it.
    fn begin(&self, name: &Name, body: [u8; 32], now: Time) -> Result<Option<ExchangeId>, Problem> {
        let mut known = self.0.borrow_mut();
        while known.order.front().is_some_and(|oldest| {
            let old = known.requests.get(oldest).is_none_or(|done| now.since(done.at) >= limits::IDEMPOTENCY_MS);
            old || known.order.len() >= limits::IDEMPOTENCY_KEYS
        }) {
            let oldest = known.order.pop_front();
            oldest.map(|oldest| known.requests.remove(&oldest));
        }
        if let Some(done) = known.requests.get(name) {
            if done.body != body {
                return Err(
                    Problem::new(422, "key_reused", "the key came with another body before").of("Idempotency-Key")
                );
            }
            let under_way = || Problem::new(409, "under_way", "the first request with this key is under way");
            return done.exchange.map(Some).ok_or_else(under_way);
        }
        known.requests.insert(name.clone(), Done { body, at: now, exchange: None });
        known.order.push_back(name.clone());
        Ok(None)
    }

    /// What became of a request; one that came to nothing may come again.
    fn end(&self, name: &Name, exchange: Option<ExchangeId>) {
        let mut known = self.0.borrow_mut();
        if exchange.is_none() {
            known.requests.remove(name);
            known.order.retain(|kept| kept != name);
        } else if let Some(done) = known.requests.get_mut(name) {
            done.exchange = exchange;
        }
    }
}

pub(super) async fn start(admin: &Rc<Admin>, call: Call) -> Result<Response, Problem> {
    let fields = call.fields()?;
    let start = read(admin, &call, fields)?;
    let key = call.head.headers.get("idempotency-key");
    if key.is_some_and(|key| key.is_empty() || key.len() > limits::IDEMPOTENCY_KEY_OCTETS) {
        let detail = format!("is not 1 to {} octets", limits::IDEMPOTENCY_KEY_OCTETS);
        return Err(Problem::field("Idempotency-Key", detail));
    }
    call.query.end()?;
    let name = key.map(|key| (Arc::clone(&call.caller.name), key.to_vec()));
    let before = match &name {
        Some(name) => admin.starts.begin(name, Sha256::digest(&*call.body).into(), admin.now())?,
        None => None,
    };
    let id = match before {
        Some(exchange) => exchange,
        None => begin(admin, start, name).await?,
    };
    Ok(exchanges::shown(admin, id, 201, true).await?.with_header("Location", format!("/v1/exchanges/{id}")))
}

/// The exchange that a body asks for.
fn read(admin: &Admin, call: &Call, mut fields: Fields) -> Result<Start, Problem> {
    let device = subscribers::device("device_id", &fields.required("device_id")?)?;
    let wishes = subscribers::wishes(&mut fields)?;
    let revision = fields.number("a_key_p_rev", 0, u8::MAX.into())?;
    let priority = fields.number("priority", 0, u8::MAX.into())?.unwrap_or(0);
    let expires = fields.text("expires")?;
    let now = admin.now();
    let expires = expires.map(|text| {
        let time = moment::read(&text).ok_or("is not a moment such as 2026-06-01T12:00:00Z")?;
        if time <= now { Err("is over already") } else { Ok(time) }
    });
    let expires = expires.transpose().map_err(|why| Problem::field("expires", why))?;
    let probe = fields.flag("probe")?.unwrap_or(false);
    let outcome_url = outcome_url(&mut fields, |url| admin.around.outbox.allows(url))?;
    fields.end()?;
    Ok(Start {
        way: wishes.way,
        dialect: wishes.dialect,
        order: wishes.order,
        kind: wishes.kind,
        a_key_p_rev: revision.map(|revision| revision as u8),
        priority: priority as u8,
        expires,
        probe,
        outcome_url,
        ..Start::of(device, Origin::Operator(Arc::clone(&call.caller.name)))
    })
}

/// Where outcomes are sent; `allows`: whether they may go to a URL.
pub(super) fn outcome_url(fields: &mut Fields, allows: impl FnOnce(&str) -> bool) -> Result<Option<Arc<str>>, Problem> {
    let Some(url) = fields.text("outcome_url")? else { return Ok(None) };
    let most = limits::OUTCOME_URL_OCTETS;
    if url.len() > most || !Url::parse(&url).is_ok_and(|url| url.tls) {
        return Err(Problem::field("outcome_url", format!("is not an https URL of at most {most} octets")));
    }
    if !allows(&url) {
        return Err(Problem::field("outcome_url", "is none of those that the configuration allows ([outcomes])"));
    }
    Ok(Some(url.as_str().into()))
}

/// Asks for an exchange under this key, if it has one.
async fn begin(admin: &Rc<Admin>, start: Start, name: Option<Name>) -> Result<ExchangeId, Problem> {
    let own = Rc::clone(admin);
    // Goes on though nobody waits any more: only then is it known what the key stands for.
    let begun = tokio::task::spawn_local(async move {
        let started = ask(&own, start).await;
        if let Some(name) = name {
            own.starts.end(&name, started.as_ref().ok().copied());
        }
        started
    });
    let in_time = tokio::time::timeout(Duration::from_millis(limits::OPERATION_MS), begun).await;
    in_time.map_err(|_| Problem::late())?.unwrap_or_else(|_| Err(Problem::no_store()))
}

async fn ask(admin: &Admin, start: Start) -> Result<ExchangeId, Problem> {
    let device = start.device.clone();
    let wanted = device.clone();
    let known = store::read(&*admin.around.store, move |snapshot| Ok(snapshot.subscriber(&wanted)?.is_some())).await?;
    if !known {
        let detail = format!("there is no subscriber {device}");
        return Err(Problem::new(422, "unknown_device", detail).of("device_id"));
    }
    match admin.around.desks.begin(&device, Operation::Start(Box::new(start))).await {
        Said::Started(id) => Ok(id),
        Said::Conflict(why) => Err(Problem::new(409, "state", why)),
        Said::NotFound => Err(Problem::no_device(&device)),
        Said::Done | Said::Full => Err(Problem::full("there is no room for another exchange of this device now")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_good_for_one_body_and_one_day_and_keys_are_bounded() {
        let starts = Starts::default();
        let name = |key: usize| (Arc::from("uid:0"), key.to_be_bytes().to_vec());
        let (one, other) = ([1; 32], [2; 32]);
        assert_eq!(starts.begin(&name(1), one, Time(0)).unwrap(), None);
        assert!(starts.begin(&name(1), one, Time(1)).is_err(), "under way");
        starts.end(&name(1), Some(ExchangeId(7)));
        assert_eq!(starts.begin(&name(1), one, Time(2)).unwrap(), Some(ExchangeId(7)));
        assert!(starts.begin(&name(1), other, Time(2)).is_err(), "another body");
        let else_where = (Arc::from("uid:1"), name(1).1);
        assert_eq!(starts.begin(&else_where, other, Time(2)).unwrap(), None, "another caller");
        starts.end(&else_where, None);
        assert_eq!(starts.begin(&else_where, other, Time(2)).unwrap(), None, "it came to nothing");
        assert_eq!(starts.begin(&name(1), other, Time(limits::IDEMPOTENCY_MS)).unwrap(), None, "a day later");
        for key in 2..limits::IDEMPOTENCY_KEYS * 2 {
            assert_eq!(starts.begin(&name(key), one, Time(limits::IDEMPOTENCY_MS)).unwrap(), None);
        }
        let known = starts.0.borrow();
        assert!(known.requests.len() <= limits::IDEMPOTENCY_KEYS && known.order.len() == known.requests.len());
    }
}
