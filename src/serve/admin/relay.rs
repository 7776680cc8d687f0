//! `/v1/relay/{device}`: an OTAF that speaks HTTP. It attaches to a handset, sends one forward IS-683 message after the other, and gets the reverse
//! ones, octet for octet (the MSC's part in ANSI-41 SMDPP).
//!
//! A handset takes longer than a request may: each of these waits as long as `wait` says for what comes of it, and what has not come by then is
//! asked for by GET, or by the same request again. What became of a message, good or bad, is an answer; SMS_CauseCode says why none came
//! (N.S0005). Nothing is computed or changed here: messages are the desk's. Called by [`super`].

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use tokio::sync::Notify;

use crate::desk::{Origin, Start};
use crate::exchange::pushed::{SmsCause, Told};
use crate::http::server::Response;
use crate::is683::Reverse;
use crate::is683::hex::{from_hex, to_hex};
use crate::limits;
use crate::store;
use crate::words::{DeviceId, Kind, Time};

use super::problem::Problem;
use super::{Admin, Call, json, wait};

/// Who is attached to which device.
#[derive(Default)]
pub(super) struct Seats(RefCell<HashMap<DeviceId, Rc<Seat>>>);

/// An OTAF at a device.
struct Seat {
    owner: Arc<str>,
    /// Which key it attached for; `None`: as policy has it.
    kind: Option<Kind>,
    /// When it attached, or sent a message last.
    heard: Cell<Time>,
    standing: RefCell<Standing>,
    bell: Notify,
}

/// How it stands.
#[derive(Clone)]
enum Standing {
    /// The handset is waited for.
    Attaching,
    /// The handset is there; what became of the message before, if there was one.
    Attached(Option<Told>),
    /// It has this message.
    Carrying(Vec<u8>),
    /// It did not come.
    NotCome(SmsCause),
}

#[derive(Serialize)]
struct View<'s> {
    device_id: &'s str,
    /// `attaching`, `attached`, `carrying` or `not_come`.
    state: &'static str,
    /// The reverse message, as the handset sent it.
    reverse: Option<String>,
    /// The same, decoded; `null` also where it cannot be.
    message: Option<Value>,
    /// SMS_CauseCode: why there is no reverse message, or no handset.
    cause: Option<u8>,
}

impl Seat {
    /// As whom it is known to the desk.
    fn origin(&self) -> Origin {
        Origin::Operator(Arc::clone(&self.owner))
    }

    fn is_busy(&self) -> bool {
        matches!(*self.standing.borrow(), Standing::Attaching | Standing::Carrying(_))
    }

    fn turn(&self, standing: Standing) {
        *self.standing.borrow_mut() = standing;
        self.bell.notify_waiters();
    }

    /// Waits until nothing is waited for, at most for so long.
    async fn settled(&self, admin: &Admin, wait: Duration) {
        let settled = async {
            loop {
                let bell = self.bell.notified();
                if !self.is_busy() {
                    return;
                }
                bell.await;
            }
        };
        // What has not come by then is told as under way.
        admin.within(wait, settled).await;
    }

    fn show(&self, device: &DeviceId) -> Response {
        let standing = self.standing.borrow();
        let (state, told) = match &*standing {
            Standing::Attaching => ("attaching", None),
            Standing::Attached(told) => ("attached", told.clone()),
            Standing::Carrying(_) => ("carrying", None),
            Standing::NotCome(cause) => ("not_come", Some(Told::Cause(*cause))),
        };
        let (reverse, cause) = match told {
            Some(Told::Reverse(octets)) => (Some(octets), None),
            Some(Told::Cause(cause)) => (None, Some(cause.0)),
            Some(Told::Attached | Told::Released) | None => (None, None),
        };
        let message = reverse.as_deref().and_then(|octets| Reverse::read(octets).ok());
        let message = message.and_then(|message| serde_json::to_value(message.to_document()).ok());
        let reverse = reverse.map(|octets| to_hex(&octets));
        let status = if self.is_busy() { 202 } else { 200 };
        json(status, &View { device_id: device.as_str(), state, reverse, message, cause })
    }
}

impl Seats {
    /// The seat of this caller at a device.
    fn of(&self, device: &DeviceId, call: &Call) -> Result<Rc<Seat>, Problem> {
        let seat = self.0.borrow().get(device).cloned();
        let seat = seat.ok_or_else(|| Problem::new(404, "not_attached", format!("nobody is attached to {device}")))?;
        if seat.owner != call.caller.name {
            return Err(Problem::new(409, "taken", "somebody else is attached to this device"));
        }
        Ok(seat)
    }

    /// Forgets who has sent nothing for so long that a desk lets the handset go as well.
    fn prune(&self, now: Time) -> Vec<(DeviceId, Rc<Seat>)> {
        let mut seats = self.0.borrow_mut();
        let old = |seat: &Seat| now.since(seat.heard.get()) >= limits::OTAF_IDLE_MS && !seat.is_busy();
        seats.extract_if(|_, seat| old(seat)).collect()
    }
}

pub(super) async fn attach(admin: &Rc<Admin>, mut call: Call, device: &DeviceId) -> Result<Response, Problem> {
    let mut fields = call.fields_if_any()?;
    let kind = fields.word("kind")?;
    fields.end()?;
    let wait = wait(&mut call.query)?;
    call.query.end()?;
    for (device, seat) in admin.seats.prune(admin.now()) {
        let desks = admin.around.desks.clone();
        tokio::task::spawn_local(async move { desks.release(&device, seat.origin()).await });
    }
    let present = admin.seats.of(device, &call);
    let seat = match present {
        Ok(seat) if !matches!(*seat.standing.borrow(), Standing::NotCome(_)) => {
            if kind.is_some_and(|kind| seat.kind != Some(kind)) {
                let detail = "is not what you have attached to this device for: let go of it first";
                return Err(Problem::new(409, "attached", detail).of("kind"));
            }
            seat
        }
        Err(problem) if admin.seats.0.borrow().contains_key(device) => return Err(problem),
        _ => sit_down(admin, &call, device, kind).await?,
    };
    seat.settled(admin, wait).await;
    if matches!(*seat.standing.borrow(), Standing::NotCome(SmsCause::RESOURCE_SHORTAGE)) {
        admin.seats.0.borrow_mut().remove(device);
        return Err(Problem::full("there is no room at the device's desk now"));
    }
    Ok(seat.show(device))
}

/// Begins to attach.
async fn sit_down(admin: &Rc<Admin>, call: &Call, device: &DeviceId, kind: Option<Kind>) -> Result<Rc<Seat>, Problem> {
    let wanted = device.clone();
    let known = store::read(&*admin.around.store, move |snapshot| Ok(snapshot.subscriber(&wanted)?.is_some())).await?;
    if !known {
        return Err(Problem::no_device(device));
    }
    admin.commit(vec![admin.audit(&call.caller, "relay.attach", device.as_str(), "")]).await?;
    let seat = Rc::new(Seat {
        owner: Arc::clone(&call.caller.name),
        kind,
        heard: Cell::new(admin.now()),
        standing: RefCell::new(Standing::Attaching),
        bell: Notify::new(),
    });
    {
        let mut seats = admin.seats.0.borrow_mut();
        // Another request may have been quicker.
        if seats.get(device).is_some_and(|seat| !matches!(*seat.standing.borrow(), Standing::NotCome(_))) {
            return Err(Problem::new(409, "taken", "somebody else is attached to this device"));
        }
        if seats.len() >= limits::RELAY_SEATS {
            return Err(Problem::full("there are as many attached devices as there may be"));
        }
        seats.insert(device.clone(), Rc::clone(&seat));
    }
    let start = Start { kind, ..Start::of(device.clone(), seat.origin()) };
    let (desks, own) = (admin.around.desks.clone(), Rc::clone(&seat));
    tokio::task::spawn_local(async move {
        own.turn(match desks.attach(start).await {
            Told::Cause(cause) => Standing::NotCome(cause),
            _ => Standing::Attached(None),
        });
    });
    Ok(seat)
}

pub(super) async fn forward(admin: &Rc<Admin>, mut call: Call, device: &DeviceId) -> Result<Response, Problem> {
    let mut fields = call.fields()?;
    let message = fields.required("forward")?;
    fields.end()?;
    let wait = wait(&mut call.query)?;
    call.query.end()?;
    let octets = from_hex(&message).filter(|octets| (1..=limits::RELAY_MESSAGE_OCTETS).contains(&octets.len()));
    let octets = octets.ok_or_else(|| {
        let most = limits::RELAY_MESSAGE_OCTETS;
        Problem::field("forward", format!("is not a message of 1 to {most} octets in hex digits"))
    })?;
    let seat = admin.seats.of(device, &call)?;
    let standing = seat.standing.borrow().clone();
    match standing {
        Standing::Attached(_) => {
            seat.heard.set(admin.now());
            seat.turn(Standing::Carrying(octets.clone()));
            let (desks, own, device) = (admin.around.desks.clone(), Rc::clone(&seat), device.clone());
            tokio::task::spawn_local(async move {
                let told = desks.forward(&device, own.origin(), octets).await;
                own.turn(Standing::Attached(Some(told)));
            });
        }
        // The same request again: its answer is on its way.
        Standing::Carrying(before) if before == octets => {}
        Standing::Carrying(_) => return Err(Problem::new(409, "busy", "the handset has another message")),
        Standing::Attaching => return Err(Problem::new(409, "attaching", "the handset has not come yet")),
        Standing::NotCome(_) => return Err(Problem::new(409, "not_come", "the handset has not come")),
    }
    seat.settled(admin, wait).await;
    if matches!(&*seat.standing.borrow(), Standing::Attached(Some(Told::Cause(SmsCause::RESOURCE_SHORTAGE)))) {
        return Err(Problem::full("there is no room at the device's desk now"));
    }
    Ok(seat.show(device))
}

pub(super) async fn show(admin: &Rc<Admin>, mut call: Call, device: &DeviceId) -> Result<Response, Problem> {
    let wait = wait(&mut call.query)?;
    call.query.end()?;
    let seat = admin.seats.of(device, &call)?;
    seat.settled(admin, wait).await;
    Ok(seat.show(device))
}

pub(super) async fn release(admin: &Rc<Admin>, call: Call, device: &DeviceId) -> Result<Response, Problem> {
    call.query.end()?;
    let seat = admin.seats.of(device, &call)?;
    admin.commit(vec![admin.audit(&call.caller, "relay.release", device.as_str(), "")]).await?;
    let_go(&admin.around.desks.release(device, seat.origin()).await)?;
    admin.seats.0.borrow_mut().remove(device);
    Ok(Response::text(204, ""))
}

/// Whether a handset is let go: one that was not held any more is.
fn let_go(told: &Told) -> Result<(), Problem> {
    match told {
        Told::Cause(SmsCause::RESOURCE_SHORTAGE) => Err(Problem::full("there is no room at the device's desk now")),
        Told::Cause(SmsCause::NO_ACKNOWLEDGMENT) => Err(Problem::late()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handset_that_is_not_let_go_is_not_said_to_be() {
        for (told, cause) in [
            (Told::Cause(SmsCause::RESOURCE_SHORTAGE), Some("\"full\"")),
            (Told::Cause(SmsCause::NO_ACKNOWLEDGMENT), Some("\"late\"")),
            (Told::Cause(SmsCause::NO_SESSION), None),
            (Told::Released, None),
        ] {
            let said = format!("{:?}", let_go(&told));
            assert_eq!(
                (said.as_str() == "Ok(())", said.contains(cause.unwrap_or("Ok"))),
                (cause.is_none(), true),
                "{said}"
            );
        }
    }
}
