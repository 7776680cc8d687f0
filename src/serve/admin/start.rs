//! `POST /v1/exchanges`: an exchange is asked for.
//!
//! It is durable when this is answered. A request with an Idempotency-Key is done once: the name of its exchange comes of the caller's name and the
//! key, so the same key finds the same exchange for as long as that is kept, after a restart too. In memory are those that are under way. Called by
//! [`super`].

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::desk::{Operation, Origin, Said, Start};
use crate::http::client::Url;
use crate::http::server::Response;
use crate::limits;
use crate::store;
use crate::words::ExchangeId;

use super::fields::Fields;
use super::problem::Problem;
use super::{Admin, Call, exchanges, moment, subscribers};

/// Exchanges that are being asked for under a key.
#[derive(Default)]
pub(super) struct Starts(RefCell<HashSet<ExchangeId>>);

impl Starts {
    fn begin(&self, exchange: ExchangeId) -> Result<(), Problem> {
        let mut under_way = self.0.borrow_mut();
        if under_way.len() >= limits::IDEMPOTENCY_KEYS {
            return Err(Problem::full("there is no room for another request with a key now"));
        }
        let is_new = under_way.insert(exchange);
        let problem = || Problem::new(409, "under_way", "the first request with this key is under way");
        is_new.then_some(()).ok_or_else(problem)
    }

    fn end(&self, exchange: ExchangeId) {
        self.0.borrow_mut().remove(&exchange);
    }
}

/// The name of the exchange that a caller asks for under a key.
fn name_of(caller: &str, key: &[u8]) -> ExchangeId {
    let digest = Sha256::new()
        .chain_update(b"akeyd Idempotency-Key")
        .chain_update((caller.len() as u64).to_be_bytes())
        .chain_update(caller)
        .chain_update(key)
        .finalize();
    ExchangeId(digest[..8].iter().fold(0, |name, octet| name << 8 | u64::from(*octet)))
}

pub(super) async fn start(admin: &Rc<Admin>, call: Call) -> Result<Response, Problem> {
    let fields = call.fields()?;
    let (mut start, doubt) = read(admin, &call, fields)?;
    let mut keys = call.head.headers.all("idempotency-key");
    let key = keys.next();
    if keys.next().is_some() {
        return Err(Problem::malformed("there is more than one").of("Idempotency-Key"));
    }
    if key.is_some_and(|key| key.is_empty() || key.len() > limits::IDEMPOTENCY_KEY_OCTETS) {
        let detail = format!("is not 1 to {} octets", limits::IDEMPOTENCY_KEY_OCTETS);
        return Err(Problem::field("Idempotency-Key", detail));
    }
    call.query.end()?;
    start.id = key.map(|key| name_of(&call.caller.name, key));
    let id = begin(admin, start, doubt).await?;
    Ok(exchanges::shown(admin, id, 201, true).await?.with_header("Location", format!("/v1/exchanges/{id}")))
}

/// The exchange that a body asks for; and why none can be begun so now, where only time or configuration is against it: one that was begun under
/// the same key is found all the same.
fn read(admin: &Admin, call: &Call, mut fields: Fields) -> Result<(Start, Option<Problem>), Problem> {
    let device = subscribers::device("device_id", &fields.required("device_id")?)?;
    let wishes = subscribers::wishes(&mut fields)?;
    let revision = fields.number("a_key_p_rev", 0, u8::MAX.into())?;
    let priority = fields.number("priority", 0, u8::MAX.into())?.unwrap_or(0);
    let expires = fields.text("expires")?;
    let expires = expires.map(|text| moment::read(&text).ok_or("is not a moment such as 2026-06-01T12:00:00Z"));
    let expires = expires.transpose().map_err(|why| Problem::field("expires", why))?;
    let is_over = expires.is_some_and(|expires| expires <= admin.now());
    let mut doubt = is_over.then(|| Problem::field("expires", "is over already"));
    let probe = fields.flag("probe")?.unwrap_or(false);
    let outcome_url = https_url(&mut fields)?;
    if let Some(url) = &outcome_url {
        doubt = doubt.or(allowed(url, |url| admin.around.outbox.allows(url)).err());
    }
    fields.end()?;
    let start = Start {
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
    };
    Ok((start, doubt))
}

/// Where outcomes are sent; `allows`: whether they may go to a URL.
pub(super) fn outcome_url(fields: &mut Fields, allows: impl FnOnce(&str) -> bool) -> Result<Option<Arc<str>>, Problem> {
    let url = https_url(fields)?;
    url.map(|url| allowed(&url, allows).map(|()| url)).transpose()
}

/// The URL that a body names for outcomes.
fn https_url(fields: &mut Fields) -> Result<Option<Arc<str>>, Problem> {
    let Some(url) = fields.text("outcome_url")? else { return Ok(None) };
    let most = limits::OUTCOME_URL_OCTETS;
    if url.len() > most || !Url::parse(&url).is_ok_and(|url| url.tls) {
        return Err(Problem::field("outcome_url", format!("is not an https URL of at most {most} octets")));
    }
    Ok(Some(url.as_str().into()))
}

fn allowed(url: &str, allows: impl FnOnce(&str) -> bool) -> Result<(), Problem> {
    let why = "is none of those that the configuration allows ([outcomes])";
    allows(url).then_some(()).ok_or_else(|| Problem::field("outcome_url", why))
}

/// Asks for an exchange, once where it has a name.
async fn begin(admin: &Rc<Admin>, start: Start, doubt: Option<Problem>) -> Result<ExchangeId, Problem> {
    let own = Rc::clone(admin);
    let name = start.id;
    if let Some(name) = name {
        own.starts.begin(name)?;
    }
    // Goes on though nobody waits any more: only then is it known what the key stands for.
    let begun = tokio::task::spawn_local(async move {
        let started = ask(&own, start, doubt).await;
        if let Some(name) = name {
            own.starts.end(name);
        }
        started
    });
    let in_time = tokio::time::timeout(Duration::from_millis(limits::OPERATION_MS), begun).await;
    in_time.map_err(|_| Problem::late())?.unwrap_or_else(|_| Err(Problem::no_store()))
}

/// The exchange that was asked for under this name before.
async fn asked_before(admin: &Admin, name: ExchangeId, start: &Start) -> Result<Option<ExchangeId>, Problem> {
    let Some(before) = store::read(&*admin.around.store, move |snapshot| snapshot.exchange(name)).await? else {
        return Ok(None);
    };
    if before.start != (Start { id: None, ..start.clone() }) {
        return Err(Problem::new(422, "key_reused", "the key came with another body before").of("Idempotency-Key"));
    }
    Ok(Some(name))
}

async fn ask(admin: &Admin, start: Start, doubt: Option<Problem>) -> Result<ExchangeId, Problem> {
    if let Some(name) = start.id
        && let Some(before) = asked_before(admin, name, &start).await?
    {
        return Ok(before);
    }
    if let Some(doubt) = doubt {
        return Err(doubt);
    }
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
        Said::Done | Said::Full | Said::QueueFull => {
            Err(Problem::full("there is no room for another exchange of this device now"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_one_callers_and_under_way_once() {
        let starts = Starts::default();
        let name = name_of("uid:0", b"k1");
        assert_eq!(name, name_of("uid:0", b"k1"));
        for other in
            [name_of("uid:0", b"k2"), name_of("uid:1", b"k1"), name_of("uid:0k", b"1"), name_of("uid:", b"0k1")]
        {
            assert_ne!(name, other);
        }
        starts.begin(name).unwrap();
        assert!(starts.begin(name).is_err(), "under way");
        starts.end(name);
        starts.begin(name).unwrap();
        (1..limits::IDEMPOTENCY_KEYS as u64).for_each(|other| starts.begin(ExchangeId(other)).unwrap());
        assert!(starts.begin(ExchangeId(0)).is_err(), "as many as may be");
    }
}
