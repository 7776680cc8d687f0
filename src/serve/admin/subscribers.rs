//! `/v1/subscribers` and `/v1/subscribers/{device}`: who is known.
//!
//! What was given as a password, nonce or service programming code is never shown again: only that it is there. A mark (ETag) tells states of a
//! subscriber apart, secrets included, and keeps two operators from undoing each other's changes. Called by [`super`]; lines of files are
//! [`super::import`]'s.

use std::rc::Rc;

use serde::Serialize;
use zeroize::Zeroizing;

use crate::config::subscribers::{COLUMNS, HEADER, SubscriberRow, of_fields};
use crate::desk::record::{Change, MobileId, Place, Subscriber, Write};
use crate::dm::account::{Account, ServerSecret};
use crate::exchange::choice::Wishes;
use crate::http::server::Response;
use crate::http::wire::Headers;
use crate::serve::enrolment::Enrolment;
use crate::store::{self, ReadError, Snapshot};
use crate::syncml::auth::{self, AuthType};
use crate::words::{DeviceId, Dialect, Kind, Order, Way};

use super::fields::Fields;
use super::import::Existing;
use super::problem::Problem;
use super::query::encoded;
use super::{Admin, Call, json, moment, page};

/// A subscriber as it is shown.
#[derive(Serialize)]
pub(super) struct View<'s> {
    device_id: &'s str,
    model: Option<&'s str>,
    min: Option<&'s str>,
    imsi: Option<&'s str>,
    esn: Option<&'s str>,
    meid: Option<&'s str>,
    way: Option<&'static str>,
    dialect: Option<&'static str>,
    order: Option<&'static str>,
    kind: Option<&'static str>,
    auth: &'static str,
    /// Whether the server proves itself to it.
    server_proof: bool,
    /// Whether its next credential may be made with a nonce that was given.
    client_nonce: bool,
    /// Whether its service programming code is known.
    spc: bool,
    /// When its last session began.
    last_contact: Option<String>,
    /// Where it came from.
    address: Option<&'s str>,
    capability: Option<Capability<'s>>,
}

#[derive(Serialize)]
struct Capability<'s> {
    /// FEATURE_P_REV values of key exchange.
    feature_p_rev: &'s [u8],
    nodes_version: Option<u32>,
    nodes_revisions: &'s [u8],
    at: String,
}

#[derive(Serialize)]
struct Page<'s> {
    subscribers: Vec<View<'s>>,
    /// The name to go on after; `null` at the end.
    next: Option<&'s str>,
}

fn view(subscriber: &Subscriber) -> View<'_> {
    let Subscriber { device, account, model, wishes, spc, place, capability, temporary: _, last_contact } = subscriber;
    View {
        device_id: device.as_str(),
        model: Some(model.as_str()).filter(|model| !model.is_empty()),
        min: place.min.as_deref(),
        imsi: place.imsi.as_deref(),
        esn: place.esn.as_deref(),
        meid: place.meid.as_deref(),
        way: wishes.way.map(Way::as_str),
        dialect: wishes.dialect.map(Dialect::as_str),
        order: wishes.order.map(Order::as_str),
        kind: wishes.kind.map(Kind::as_str),
        auth: match account.scheme {
            AuthType::Basic => "basic",
            AuthType::Md5 => "md5",
            AuthType::Mac => "mac",
        },
        server_proof: account.server.is_some(),
        client_nonce: !account.client_nonce.is_empty(),
        spc: spc.is_some(),
        last_contact: last_contact.map(moment::written),
        address: place.address.as_deref(),
        capability: capability.as_ref().map(|remembered| Capability {
            feature_p_rev: &remembered.capability.key_exchange,
            nodes_version: remembered.capability.nodes_version,
            nodes_revisions: &remembered.capability.nodes_revisions,
            at: moment::written(remembered.at),
        }),
    }
}

pub(super) async fn list(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let query = &mut call.query;
    let limit = page(query)?;
    let after = query.text("after").map(|after| device("after", &after)).transpose()?;
    let mut ids = Vec::new();
    // An ESN, which several may have, comes last.
    for name in ["min", "imsi", "meid", "esn"] {
        let Some(value) = query.text(name).map(|value| value.to_ascii_uppercase()) else { continue };
        ids.push(match name {
            "min" => MobileId::Min(value),
            "imsi" => MobileId::Imsi(value),
            "esn" => MobileId::Esn(value),
            _ => MobileId::Meid(value),
        });
    }
    call.query.end()?;
    let (subscribers, next) = store::read(&*admin.around.store, move |snapshot| match ids.first() {
        None => {
            let found = snapshot.subscribers(after.as_ref(), limit)?;
            let last = found.last().filter(|_| found.len() == limit).map(|last| last.device.clone());
            Ok((found, last))
        }
        Some(first) => by_mobile_ids(snapshot, first, &ids, after.as_ref(), limit),
    })
    .await?;
    let next = next.as_ref().map(DeviceId::as_str);
    Ok(json(200, &Page { subscribers: subscribers.iter().map(view).collect(), next }))
}

/// Those that have all of these names, of a page of those that have the first; and where the next page begins, if there is one.
fn by_mobile_ids(
    snapshot: &dyn Snapshot,
    first: &MobileId,
    ids: &[MobileId],
    after: Option<&DeviceId>,
    limit: usize,
) -> Result<(Vec<Subscriber>, Option<DeviceId>), ReadError> {
    let has_all = |subscriber: &Subscriber| ids.iter().all(|id| subscriber.place.mobile_ids().any(|own| own == *id));
    let devices = snapshot.devices_of(first, after, limit)?;
    let mut found = Vec::new();
    for device in &devices {
        let subscriber = store::if_readable(snapshot.subscriber(device))?.filter(|subscriber| has_all(subscriber));
        found.extend(subscriber.map(|subscriber| *subscriber));
    }
    let last = devices.last().filter(|_| devices.len() == limit).cloned();
    Ok((found, last))
}

pub(super) async fn show(admin: &Rc<Admin>, call: Call, device: &DeviceId) -> Result<Response, Problem> {
    call.query.end()?;
    let subscriber = find(admin, device).await?;
    Ok(json(200, &view(&subscriber)).with_header("ETag", mark(admin, &subscriber)))
}

pub(super) async fn create(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let fields = call.fields()?;
    let existing = call.query.word::<Existing>("existing")?.unwrap_or(Existing::Refuse);
    call.query.end()?;
    let subscriber = subscriber(admin, fields, None)?;
    let device = subscriber.device.clone();
    let _alone = admin.writing.lock().await;
    let replaces = existing == Existing::Replace && find(admin, &device).await.is_ok();
    let (status, write, action) =
        if replaces { (200, Write::Replace, "subscriber.replace") } else { (201, Write::Create, "subscriber.create") };
    let audit = admin.audit(&call.caller, action, device.as_str(), "");
    admin.commit(vec![Change::Subscriber(Box::new(subscriber), write), audit]).await?;
    admin.around.desks.changed(&device).await;
    // Nonces may have stayed: what is shown is what is kept.
    let subscriber = find(admin, &device).await?;
    Ok(json(status, &view(&subscriber))
        .with_header("Location", format!("/v1/subscribers/{}", encoded(device.as_str())))
        .with_header("ETag", mark(admin, &subscriber)))
}

pub(super) async fn replace(admin: &Rc<Admin>, call: Call, device: &DeviceId) -> Result<Response, Problem> {
    let fields = call.fields()?;
    call.query.end()?;
    let subscriber = subscriber(admin, fields, Some(device))?;
    let _alone = admin.writing.lock().await;
    check_mark(admin, &call.head.headers, &find(admin, device).await?)?;
    let audit = admin.audit(&call.caller, "subscriber.replace", device.as_str(), "");
    admin.commit(vec![Change::Subscriber(Box::new(subscriber), Write::Replace), audit]).await?;
    admin.around.desks.changed(device).await;
    // Nonces may have stayed: what is shown is what is kept.
    let subscriber = find(admin, device).await?;
    Ok(json(200, &view(&subscriber)).with_header("ETag", mark(admin, &subscriber)))
}

/// Changes what is said and leaves the rest, so that a number moves without anybody knowing a password.
pub(super) async fn change(admin: &Rc<Admin>, call: Call, device: &DeviceId) -> Result<Response, Problem> {
    let fields = call.fields()?;
    call.query.end()?;
    let _alone = admin.writing.lock().await;
    let before = find(admin, device).await?;
    check_mark(admin, &call.head.headers, &before)?;
    let (subscriber, changed) = changed(admin, fields, before)?;
    if !changed.is_empty() {
        let audit = admin.audit(&call.caller, "subscriber.change", device.as_str(), changed.join(", "));
        admin.commit(vec![Change::Subscriber(Box::new(subscriber), Write::Amend), audit]).await?;
        admin.around.desks.changed(device).await;
    }
    let subscriber = find(admin, device).await?;
    Ok(json(200, &view(&subscriber)).with_header("ETag", mark(admin, &subscriber)))
}

pub(super) async fn remove(admin: &Rc<Admin>, call: Call, device: &DeviceId) -> Result<Response, Problem> {
    call.query.end()?;
    let _alone = admin.writing.lock().await;
    let wanted = device.clone();
    let found = store::read(&*admin.around.store, move |snapshot| snapshot.subscriber(&wanted)).await;
    match found {
        // That is how one comes to an end whose record is damaged, so that it can be created anew.
        Err(ReadError::Damaged(_)) if call.head.headers.get("if-match").is_none() => {}
        found => {
            let found = found?.ok_or_else(|| Problem::no_device(device))?;
            check_mark(admin, &call.head.headers, &found)?;
        }
    }
    let audit = admin.audit(&call.caller, "subscriber.delete", device.as_str(), "");
    admin.commit(vec![Change::RemoveSubscriber(device.clone()), audit]).await?;
    admin.around.desks.changed(device).await;
    Ok(Response::text(204, ""))
}

async fn find(admin: &Admin, device: &DeviceId) -> Result<Subscriber, Problem> {
    let wanted = device.clone();
    let found = store::read(&*admin.around.store, move |snapshot| snapshot.subscriber(&wanted)).await?;
    found.map(|found| *found).ok_or_else(|| Problem::no_device(device))
}

/// A name of a device in a parameter or member.
pub(super) fn device(field: &'static str, text: &str) -> Result<DeviceId, Problem> {
    let most = crate::limits::DEVICE_ID_OCTETS;
    let wrong = || Problem::field(field, format!("is not a name of 1 to {most} octets without blanks"));
    DeviceId::new(text).ok_or_else(wrong)
}

/// The subscriber that members of a body describe; `known`: the path named the device already.
pub(super) fn subscriber(admin: &Admin, mut fields: Fields, known: Option<&DeviceId>) -> Result<Subscriber, Problem> {
    let mut texts: [Zeroizing<String>; COLUMNS] = Default::default();
    for (text, column) in texts.iter_mut().zip(HEADER.split(',')) {
        let given = fields.text(column)?;
        if let Some(known) = known.filter(|_| column == "device_id") {
            if given.is_some_and(|given| *given != known.as_str()) {
                return Err(Problem::field(column, "is another one than the path names"));
            }
            known.as_str().clone_into(text);
        } else {
            *text = given.unwrap_or_default();
        }
    }
    let wishes = wishes(&mut fields)?;
    fields.end()?;
    Ok(Subscriber { wishes, ..admin.settings.enrolment.subscriber(row(&texts)?) })
}

/// The row that these columns make.
fn row(texts: &[Zeroizing<String>; COLUMNS]) -> Result<SubscriberRow, Problem> {
    of_fields(&texts.each_ref().map(|text| text.as_str())).map_err(|error| {
        let (field, why) = error.split_once(": ").unwrap_or(("device_id", &error));
        Problem::field(field, why)
    })
}

/// A subscriber with what members of a body say, the rest as it is; and the names of those members.
fn changed(admin: &Admin, mut fields: Fields, before: Subscriber) -> Result<(Subscriber, Vec<&'static str>), Problem> {
    const WISHES: [&str; 4] = ["way", "dialect", "order", "kind"];
    let given: Vec<_> = HEADER.split(',').chain(WISHES).filter(|name| fields.has(name)).collect();
    let is = |name| given.contains(&name);
    if is("user") != is("password") {
        // What is kept of both is one digest.
        return Err(Problem::field(if is("user") { "password" } else { "user" }, "must be given too"));
    }
    let was = before.wishes;
    let wishes = Wishes {
        way: if is("way") { fields.word("way")? } else { was.way },
        dialect: if is("dialect") { fields.word("dialect")? } else { was.dialect },
        order: if is("order") { fields.word("order")? } else { was.order },
        kind: if is("kind") { fields.word("kind")? } else { was.kind },
    };
    possible(wishes)?;
    let mut texts: [Zeroizing<String>; COLUMNS] = Default::default();
    for (text, column) in texts.iter_mut().zip(HEADER.split(',')) {
        *text = fields.text(column)?.unwrap_or_default();
        match column {
            "device_id" if is("device_id") && **text != *before.device.as_str() => {
                return Err(Problem::field(column, "is another one than the path names"));
            }
            "device_id" => before.device.as_str().clone_into(text),
            // Only to be read: an account is made of both or of none.
            "user" | "password" if !is(column) => "-".clone_into(text),
            _ => {}
        }
    }
    fields.end()?;
    let scheme = if is("user") { admin.settings.enrolment.auth } else { before.account.scheme };
    let row = row(&texts)?;
    let server_nonce = row.server_nonce.clone();
    let new = Enrolment { auth: scheme, ..admin.settings.enrolment.clone() }.subscriber(row);
    let Subscriber { device, account, model, wishes: _, spc, place, capability, temporary, last_contact } = before;
    if scheme != account.scheme && account.server.is_some() && !is("server_password") {
        return Err(Problem::field("server_password", "must be given too: the service's scheme is another one now"));
    }
    let mut account = Account {
        scheme,
        client: if is("user") { new.account.client } else { account.client },
        server: if is("server_password") { new.account.server } else { account.server },
        // Those that are kept at the moment of the commit stay, unless another is given.
        client_nonce: new.account.client_nonce,
        ..account
    };
    if let Some(server) = &mut account.server {
        server.take_nonce(&server_nonce);
    }
    let place = Place {
        address: place.address,
        min: if is("min") { new.place.min } else { place.min },
        imsi: if is("imsi") { new.place.imsi } else { place.imsi },
        esn: if is("esn") { new.place.esn } else { place.esn },
        meid: if is("meid") { new.place.meid } else { place.meid },
    };
    let model = if is("model") { new.model } else { model };
    let spc = if is("spc") { new.spc } else { spc };
    Ok((Subscriber { device, account, model, wishes, spc, place, capability, temporary, last_contact }, given))
}

/// What exchanges shall be.
pub(super) fn wishes(fields: &mut Fields) -> Result<Wishes, Problem> {
    let wishes = Wishes {
        way: fields.word("way")?,
        dialect: fields.word("dialect")?,
        order: fields.word("order")?,
        kind: fields.word("kind")?,
    };
    possible(wishes)?;
    Ok(wishes)
}

/// Refuses wishes of which no exchange could be.
fn possible(wishes: Wishes) -> Result<(), Problem> {
    if wishes.dialect == Some(Dialect::Is683) && wishes.order == Some(Order::MsFirst) {
        // C.S0016: the Key Generation Request carries BS_RESULT, and only its response MS_RESULT.
        return Err(Problem::new(422, "order_not_possible", "`ms-first` is not possible in is683").of("order"));
    }
    if wishes.dialect == Some(Dialect::Is683) && wishes.kind == Some(Kind::RootKey) {
        return Err(Problem::new(422, "kind_not_possible", "`root_key` is not possible in is683").of("kind"));
    }
    Ok(())
}

/// Tells states of a subscriber apart, for as long as the process lives: a digest under a key of its own over all that can be changed.
fn mark(admin: &Admin, subscriber: &Subscriber) -> String {
    let mut shown = view(subscriber);
    // What the handset changes is no operator's change.
    (shown.address, shown.last_contact, shown.capability, shown.client_nonce) = (None, None, None, false);
    let mut over = admin.mark_key.to_vec();
    over.extend(serde_json::to_vec(&shown).unwrap_or_default());
    over.extend(subscriber.spc.map(|spc| spc.0).unwrap_or_default());
    if let Some(ServerSecret::Md5 { digest, .. }) = &subscriber.account.server {
        over.extend(auth::md5(digest, &admin.mark_key).into_bytes());
    }
    let digest = auth::md5(&subscriber.account.client, &over);
    format!("\"{}\"", digest.trim_end_matches('=').replace(['+', '/'], "-"))
}

/// Refuses a change of another state than the one that was meant (If-Match, RFC 9110 section 13.1.1).
fn check_mark(admin: &Admin, headers: &Headers, subscriber: &Subscriber) -> Result<(), Problem> {
    if headers.get("if-match").is_none() || headers.lists("if-match", "*") {
        return Ok(());
    }
    let own = mark(admin, subscriber);
    let meant = headers.all("if-match").flat_map(|value| value.split(|&octet| octet == b',')).map(<[u8]>::trim_ascii);
    if meant.into_iter().any(|mark| mark == own.as_bytes()) {
        return Ok(());
    }
    Err(Problem::new(412, "changed", "the subscriber is in another state than If-Match names").of("If-Match"))
}
