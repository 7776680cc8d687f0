//! `/v1/exchanges` and what lies below: exchanges looked at, taken back, and settled.
//!
//! Messages that went to and came from a handset are shown decoded, to operators only: P, G, BS_RESULT and MS_RESULT are what a breaker of small
//! P's would need. They never hold a key; of a message with a code of the subscriber only its type was kept. Called by [`super`]; new ones are
//! [`super::start`]'s.

use std::rc::Rc;
use std::str::FromStr;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use crate::config::admin::Role;
use crate::desk::record::{ExchangeRecord, Happened, HistoryStep};
use crate::desk::{Operation, Origin, Said};
use crate::http::server::Response;
use crate::is683::hex::from_hex;
use crate::is683::{Forward, Reverse};
use crate::limits;
use crate::store::{self, Cursor, Filter, Snapshot};
use crate::words::{DeviceId, Dialect, ExchangeId, Kind, Order, Time, Way};

use super::look::{Piece, look};
use super::problem::Problem;
use super::query::Since;
use super::subscribers::device;
use super::{Admin, Call, json, moment, page};

/// An exchange as it is shown.
#[derive(Serialize)]
struct View {
    id: String,
    device_id: String,
    way: Option<&'static str>,
    dialect: Option<&'static str>,
    order: Option<&'static str>,
    kind: Option<&'static str>,
    state: &'static str,
    outcome: Option<&'static str>,
    cause: Option<String>,
    result_code: Option<u8>,
    version: Version,
    created: String,
    changed: String,
    expires: String,
    ended: Option<String>,
    origin: String,
    a_key_p_rev: Option<u8>,
    priority: u8,
    probe: bool,
    outcome_url: Option<String>,
    /// Whether something is still to come of it.
    open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<Step>>,
}

/// The version indication.
#[derive(Serialize)]
pub(super) struct Version {
    a_key_p_rev: Option<u8>,
    feature_p_rev: Vec<u8>,
    #[serde(rename = "key_version")]
    counter: Counter,
}

/// `KeyVersion` of the handset, where it has one.
#[derive(Serialize)]
struct Counter {
    before: Option<u32>,
    after: Option<u32>,
}

impl From<&crate::exchange::Version> for Version {
    fn from(version: &crate::exchange::Version) -> Self {
        Self {
            a_key_p_rev: version.a_key_p_rev,
            feature_p_rev: version.feature_p_rev.clone(),
            counter: Counter { before: version.key_version_before, after: version.key_version_after },
        }
    }
}

/// Something that happened.
#[derive(Serialize)]
struct Step {
    at: String,
    state: &'static str,
    /// `note`, `forward` or `reverse`.
    what: &'static str,
    /// A note, or the name of a message.
    text: String,
    /// The message.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Value>,
}

#[derive(Serialize)]
struct Page {
    exchanges: Vec<View>,
    next: Option<String>,
}

fn view(record: &ExchangeRecord, steps: Option<Vec<Step>>) -> View {
    let wished = &record.start;
    View {
        id: record.id.to_string(),
        device_id: record.device().to_string(),
        way: record.choice.map(|(way, _)| way).or(wished.way).map(Way::as_str),
        dialect: record.choice.map(|(_, dialect)| dialect).or(wished.dialect).map(Dialect::as_str),
        order: record.order.or(wished.order).map(Order::as_str),
        kind: record.kind.or(wished.kind).map(Kind::as_str),
        state: record.state.as_str(),
        outcome: record.ended.as_ref().map(|ended| ended.outcome.as_str()),
        cause: record.ended.as_ref().and_then(|ended| ended.cause.clone()),
        result_code: record.ended.as_ref().and_then(|ended| ended.result_code),
        version: (&record.version).into(),
        created: moment::written(record.created),
        changed: moment::written(record.at),
        expires: moment::written(record.expires),
        ended: record.ended.as_ref().map(|ended| moment::written(ended.at)),
        origin: match &wished.origin {
            Origin::Contact => "contact".into(),
            Origin::Operator(name) => format!("operator {name}"),
            Origin::Campaign(name) => format!("campaign {name}"),
            Origin::North(name) => format!("north {name}"),
        },
        a_key_p_rev: wished.a_key_p_rev,
        priority: wished.priority,
        probe: wished.probe,
        outcome_url: wished.outcome_url.as_deref().map(str::to_owned),
        open: record.is_open(),
        steps,
    }
}

fn step(step: HistoryStep, with_messages: bool) -> Step {
    let (what, text, message) = match &step.what {
        Happened::Note(text) => ("note", text.clone(), None),
        Happened::Forward(octets) => match Forward::read(octets) {
            Ok(message) => ("forward", message.name().to_owned(), Some(serde_json::to_value(message.to_document()))),
            Err(_) => ("forward", unread(octets), None),
        },
        Happened::Reverse(octets) => match Reverse::read(octets) {
            Ok(message) => ("reverse", message.name().to_owned(), Some(serde_json::to_value(message.to_document()))),
            Err(_) => ("reverse", unread(octets), None),
        },
    };
    let message = message.filter(|_| with_messages).and_then(Result::ok);
    Step { at: moment::written(step.at), state: step.state.as_str(), what, text, message }
}

/// The name of a message of which no more was kept, or can be read, than its type.
fn unread(octets: &[u8]) -> String {
    octets.first().map_or_else(|| "nothing".into(), |kind| format!("type {kind}"))
}

/// A place among exchanges, as callers see it.
struct Place(Cursor);

impl FromStr for Place {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        let read = || {
            let (time, id) = text.split_once('-')?;
            let hex = |text: &str| {
                let fits = text.len() <= 16 && text.bytes().all(|octet| octet.is_ascii_hexdigit());
                fits.then(|| u64::from_str_radix(text, 16).ok()).flatten()
            };
            Some(Self((Time(hex(time)?), ExchangeId(hex(id)?))))
        };
        read().ok_or("is not what `next` said")
    }
}

pub(super) async fn list(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let query = &mut call.query;
    let limit = page(query)?;
    let after = query.word::<Place>("after")?.map(|Place(cursor)| cursor);
    let filter = Filter {
        device: query.text("device_id").map(|name| device("device_id", &name)).transpose()?,
        state: query.word("state")?,
        outcome: query.word("outcome")?,
        open: query.word("open")?,
        campaign: query.text("campaign").map(Arc::from),
        since: query.word::<Since>("since")?.map(|Since(time)| time),
    };
    call.query.end()?;
    let read = move |snapshot: &dyn Snapshot, from, room| {
        let looked = snapshot.look_for_exchanges(&filter, from, room, limits::ADMIN_LOOKS)?;
        Ok(Piece { found: looked.found, next: looked.next.map(Some) })
    };
    let Piece { found: records, next } = look(admin, Piece::from(after), limit, read).await?;
    let next = next.flatten().map(|(created, id)| format!("{:x}-{:016x}", created.0, id.0));
    Ok(json(200, &Page { exchanges: records.iter().map(|record| view(record, None)).collect(), next }))
}

pub(super) async fn show(admin: &Rc<Admin>, call: Call, id: ExchangeId) -> Result<Response, Problem> {
    let with_messages = call.caller.has(Role::Operate);
    call.query.end()?;
    shown(admin, id, 200, with_messages).await
}

/// An exchange with its steps.
pub(super) async fn shown(
    admin: &Admin,
    id: ExchangeId,
    status: u16,
    with_messages: bool,
) -> Result<Response, Problem> {
    let found = store::read(&*admin.around.store, move |snapshot| {
        let record = snapshot.exchange(id)?.map(|record| record.bare());
        Ok((record, snapshot.history(id)?))
    });
    let (record, history) = found.await?;
    let record = record.ok_or_else(|| Problem::no_exchange(id))?;
    let steps = history.into_iter().map(|happened| step(happened, with_messages)).collect();
    Ok(json(status, &view(&record, Some(steps))))
}

pub(super) async fn cancel(admin: &Rc<Admin>, call: Call, id: ExchangeId) -> Result<Response, Problem> {
    call.fields_if_any()?.end()?;
    call.query.end()?;
    let actor = Arc::clone(&call.caller.name);
    operate(admin, id, Operation::Cancel(id, actor)).await
}

pub(super) async fn settle(admin: &Rc<Admin>, call: Call, id: ExchangeId) -> Result<Response, Problem> {
    let mut fields = call.fields()?;
    let committed = fields.flag("committed")?.ok_or_else(|| Problem::field("committed", "must be given"))?;
    fields.end()?;
    call.query.end()?;
    let actor = Arc::clone(&call.caller.name);
    operate(admin, id, Operation::Settle(id, committed, actor)).await
}

/// The authentication centre brings a BS_RESULT that it said would come later.
pub(super) async fn bs_result(admin: &Rc<Admin>, call: Call, id: ExchangeId) -> Result<Response, Problem> {
    let mut fields = call.fields()?;
    let text = fields.required("bs_result")?;
    let asked = fields.number("call", 0, u32::MAX.into())?;
    fields.end()?;
    call.query.end()?;
    // Its length has one octet on the wire.
    let most = usize::from(u8::MAX);
    let octets = from_hex(&text).filter(|octets| (1..=most).contains(&octets.len()));
    let wrong = || Problem::field("bs_result", format!("is not a number of 1 to {most} octets in hex digits"));
    let octets = octets.ok_or_else(wrong)?;
    let device = device_of(admin, id).await?;
    let audit = admin.audit(&call.caller, "exchange.bs_result", device.as_str(), format!("exchange {id}"));
    if !admin.around.outbox.bring(id, asked.map(|call| call as u32), octets).await {
        return Err(Problem::new(409, "not_awaited", "the exchange waits for no BS_RESULT"));
    }
    admin.commit(vec![audit]).await?;
    Ok(Response::text(204, ""))
}

/// Brings an operation to the desk of an exchange's device, and shows the exchange as it is then.
async fn operate(admin: &Rc<Admin>, id: ExchangeId, operation: Operation) -> Result<Response, Problem> {
    let device = device_of(admin, id).await?;
    match admin.around.desks.operate(&device, operation).await {
        Some(Said::Done | Said::Started(_)) => shown(admin, id, 200, true).await,
        Some(Said::NotFound) => Err(not_at_the_desk(admin, id).await?),
        Some(Said::Conflict(why)) => Err(Problem::new(409, "state", why)),
        Some(Said::Full | Said::QueueFull) => Err(Problem::full("there is no room at the device's desk now")),
        None => Err(Problem::late()),
    }
}

/// Why nothing can be wanted of an exchange that is known, or was a moment ago, and that no desk has any more.
async fn not_at_the_desk(admin: &Admin, id: ExchangeId) -> Result<Problem, Problem> {
    let found =
        store::read(&*admin.around.store, move |snapshot| Ok(snapshot.exchange(id)?.map(|record| record.bare())));
    Ok(past_the_desk(found.await?.as_ref()))
}

fn past_the_desk(record: Option<&ExchangeRecord>) -> Problem {
    match record.filter(|record| record.is_open()) {
        Some(record) => {
            let detail =
                format!("it is {}: only the authentication centre is still to hear of it", record.state.as_str());
            Problem::new(409, "state", detail)
        }
        None => Problem::new(409, "over", "the exchange is over"),
    }
}

async fn device_of(admin: &Admin, id: ExchangeId) -> Result<DeviceId, Problem> {
    let found = store::read(&*admin.around.store, move |snapshot| {
        Ok(snapshot.exchange(id)?.map(|record| record.device().clone()))
    });
    found.await?.ok_or_else(|| Problem::no_exchange(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Start;
    use crate::desk::record::Ended;
    use crate::words::{Outcome, State};

    /// A doubt that was settled, and of which the centre has not heard yet, is not over.
    #[test]
    fn what_is_owed_to_the_centre_alone_is_told_as_that() {
        let mut record = ExchangeRecord {
            id: ExchangeId(1),
            start: Start::of(DeviceId::new("MEID:A1").unwrap(), Origin::Contact),
            created: Time(1),
            at: Time(2),
            expires: Time(9),
            choice: None,
            order: None,
            kind: None,
            state: State::Committed,
            version: crate::exchange::Version::default(),
            commit: None,
            ended: None,
            pushed: false,
            discards: false,
            key: None,
        };
        assert!(past_the_desk(Some(&record)).detail().starts_with("it is committed: only"));
        record.ended = Some(Ended { outcome: Outcome::Updated, cause: None, result_code: None, at: Time(3) });
        assert_eq!(past_the_desk(Some(&record)).detail(), "the exchange is over");
        assert_eq!(past_the_desk(None).detail(), "the exchange is over");
    }
}
