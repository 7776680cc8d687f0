//! `/v1/audit`: the audit trail with its chain.
//!
//! Each record's hash is SHA-256 over the one before and all that the record says: whoever has kept one hash can prove that nothing before it was
//! changed. Where the beginning was removed, the anchor tells what the first record is chained on. Verified by the reader (`akeyd audit verify`),
//! not here. What is looked for is read in pieces, so that others read in between. Called by [`super`].

use std::rc::Rc;
use std::str::FromStr;

use serde::Serialize;

use crate::desk::record::AuditEvent;
use crate::http::server::Response;
use crate::is683::hex::to_hex;
use crate::limits;
use crate::store::{self, Audited, ReadError, Snapshot};
use crate::words::Time;

use super::look::{Piece, look};
use super::problem::Problem;
use super::query::Since;
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

/// In which order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Oldest,
    Newest,
}

impl FromStr for Order {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        match text {
            "oldest" => Ok(Self::Oldest),
            "newest" => Ok(Self::Newest),
            _ => Err("is neither oldest nor newest"),
        }
    }
}

/// Which records are wanted; `None`: any.
#[derive(Clone, Default, PartialEq)]
struct Wanted {
    subject: Option<String>,
    action: Option<String>,
    actor: Option<String>,
    since: Option<Time>,
}

impl Wanted {
    fn fits(&self, event: &AuditEvent) -> bool {
        self.subject.as_ref().is_none_or(|subject| is_about(event, subject))
            && self.action.as_ref().is_none_or(|action| is_of(&event.action, action))
            && self.actor.as_ref().is_none_or(|actor| event.actor == *actor)
            && self.since.is_none_or(|since| since <= event.at)
    }

    fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether none that was written before this one can be wanted.
    fn ends_at(&self, event: &AuditEvent) -> bool {
        self.since.is_some_and(|since| event.at.plus(limits::AUDIT_DISORDER_MS) < since)
    }
}

/// Whether a record is about this device, exchange or campaign: what is done to an exchange has its device in the detail, what is done to
/// a device's key the exchange.
fn is_about(event: &AuditEvent, subject: &str) -> bool {
    let named = |word: &str| word == subject || word.trim_end_matches([';', ',']) == subject;
    event.subject == subject || event.detail.split(' ').any(named)
}

/// Whether an action is this one, or one of this kind: `exchange` is all that is done to exchanges.
fn is_of(action: &str, wanted: &str) -> bool {
    action.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

pub(super) async fn list(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let query = &mut call.query;
    let limit = page(query)?;
    let order = query.word("order")?.unwrap_or(Order::Oldest);
    let after = query.number("after", 0, u64::MAX)?;
    let wanted = Wanted {
        subject: query.text("subject"),
        action: query.text("action"),
        actor: query.text("actor"),
        since: query.word::<Since>("since")?.map(|Since(time)| time),
    };
    query.end()?;
    let from = after.unwrap_or(if order == Order::Newest { u64::MAX } else { 0 });
    let read = move |snapshot: &dyn Snapshot, from, room| read(snapshot, &wanted, order, from, room);
    let first = read.clone();
    // The anchor is that of the moment of the first record.
    let begin = move |snapshot: &dyn Snapshot| Ok((first(snapshot, from, limit)?, snapshot.audit_anchor()?));
    let (begun, anchor) = store::read(&*admin.around.store, begin).await?;
    let Piece { found, next } = look(admin, begun, limit, read).await?;
    let anchor = anchor.map(|anchor| AnchorView { seq: anchor.seq, hash: to_hex(&anchor.hash) });
    Ok(json(200, &Page { records: found.into_iter().map(view).collect(), next, anchor }))
}

/// Those of a piece that are wanted.
fn read(
    snapshot: &dyn Snapshot,
    wanted: &Wanted,
    order: Order,
    from: u64,
    room: usize,
) -> Result<Piece<Audited, u64>, ReadError> {
    let looks = if wanted.is_all() { room } else { limits::ADMIN_LOOKS };
    let records = match order {
        Order::Oldest => snapshot.audit(from, looks)?,
        Order::Newest => snapshot.audit_before(from, looks)?,
    };
    let is_over = |audited: &Audited| order == Order::Newest && wanted.ends_at(&audited.event);
    let fits = |audited: &Audited| wanted.fits(&audited.event);
    Ok(Piece::of(records, (looks, room), |audited| audited.seq, fits, is_over))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_found_by_whatever_it_is_about() {
        let event = |at: u64, action: &str, subject: &str, detail: &str| AuditEvent {
            at: Time(at),
            actor: "uid:0".into(),
            action: action.into(),
            subject: subject.into(),
            detail: detail.into(),
        };
        let started = event(5, "exchange.start", "00000000000000ab", "MEID:A1; as policy has it");
        let sent = event(90_000, "key.send", "MEID:A1", "stage of exchange 00000000000000ab");
        let of = |wanted: &Wanted| [&started, &sent].map(|event| wanted.fits(event));
        let about = |subject: &str| of(&Wanted { subject: Some(subject.into()), ..Wanted::default() });
        assert_eq!(about("MEID:A1"), [true, true]);
        assert_eq!(about("00000000000000ab"), [true, true]);
        assert_eq!(about("MEID:A"), [false, false]);
        let of_action = |action: &str| of(&Wanted { action: Some(action.into()), ..Wanted::default() });
        assert_eq!([of_action("exchange"), of_action("exchange.start")], [[true, false]; 2]);
        assert_eq!([of_action("exch"), of_action("exchange.")], [[false, false]; 2]);
        assert_eq!(of(&Wanted { actor: Some("uid:00".into()), ..Wanted::default() }), [false, false]);
        let since = |since: u64| Wanted { since: Some(Time(since)), ..Wanted::default() };
        assert_eq!(of(&since(6)), [false, true]);
        // One of a thread that was a little late may stand behind younger ones.
        assert_eq!([since(60_005).ends_at(&started), since(60_006).ends_at(&started)], [false, true]);
    }
}
