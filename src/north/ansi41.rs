//! ANSI-41 towards the operator's network: as the switch that an over-the-air function pushes messages through, and as the over-the-air function
//! that asks an authentication centre.
//!
//! Runs on the side thread. The link below carries unitdata; handsets are behind [`Handsets`], subscribers in the store. `docs/ansi41.md`
//! has what is sent when.
//!
//! * [`signalling`]: invokes out, invokes in, over a link that comes and goes
//! * [`transactions`]: what is under way
//! * [`msc`]: SMDPP of an OTAF, for attached handsets
//! * [`otaf`]: OTASPREQ towards the authentication centre, and its trigger

pub mod msc;
pub mod otaf;
pub mod signalling;
#[cfg(test)]
mod tests;
pub mod transactions;

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;

use super::Question;
use super::link;
use super::wrap::TransportKey;
use crate::ansi41::codes::{MapError, OperationCode, Problem};
use crate::ansi41::identity::Identity;
use crate::ansi41::parameters::{Fault, ParameterId, Parameters};
use crate::ansi41::sccp::Address;
use crate::desk::Said;
use crate::desk::record::{MobileId, Origin, Start};
use crate::exchange::pushed::Told;
use crate::exchange::{NorthFault, Version};
use crate::limits;
use crate::store::names;
use crate::store::{self, ReadError, Snapshot, Store};
use crate::words::{DeviceId, ExchangeId};
use msc::Msc;
use otaf::Otaf;
use signalling::{Signalling, Wire};
use transactions::{Answer, Bounds, Happening, Invoke};

/// The handsets, as this room needs them.
pub trait Handsets {
    /// Asks for an exchange, and says what became of that; `None`: nobody has said in time, and it may still happen.
    fn start(&self, start: Start) -> Starting<'_>;

    /// Attaches an OTAF to a handset.
    fn attach(&self, start: Start) -> Telling<'_>;

    /// Sends a forward message to a handset that `origin` is attached to; the reverse one comes back.
    fn forward<'a>(&'a self, device: &'a DeviceId, origin: Origin, octets: Vec<u8>) -> Telling<'a>;

    /// Lets a handset go that `origin` is attached to.
    fn release<'a>(&'a self, device: &'a DeviceId, origin: Origin) -> Telling<'a>;
}

/// What comes of asking for an exchange.
pub type Starting<'a> = Pin<Box<dyn Future<Output = Option<Said>> + 'a>>;

/// What a push comes to.
pub type Telling<'a> = Pin<Box<dyn Future<Output = Told> + 'a>>;

/// What is counted.
pub trait Meter: Send + Sync {
    /// A package came, left, or did not.
    fn tcap(&self, happening: Happening);
}

/// How a peer is spoken to.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Its name in the configuration.
    pub name: Arc<str>,
    /// The authentication centre, or the HLR before it.
    pub ac: Address,
    /// We, when we ask it.
    pub otaf: Address,
    /// Milliseconds for it to answer an invoke.
    pub answer_ms: u64,
    /// Times that an invoke is sent.
    pub attempts: u32,
    /// The smallest P that is offered to it, bits.
    pub min_p_bits: u32,
    /// MSCID of the results of an attach.
    pub mscid: [u8; 3],
    /// Under what keys are delivered; none of the perform way can be without it.
    pub transport_key: Option<TransportKey>,
    /// Parameters of our own.
    pub private: PrivateParameters,
}

/// Numbers of parameters that no standard has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrivateParameters {
    /// Of a stage: exchange id, 8 octets, and the wrapped key; where a key is activated or discarded, the exchange id alone.
    pub exchange: Option<ParameterId>,
    /// Where a key is activated: the handset's KeyVersion before and after, 4 octets each, if both are known.
    pub key_version: Option<ParameterId>,
}

/// What this room is started with.
pub struct Parts {
    /// The peer.
    pub settings: Settings,
    /// The way out.
    pub wire: Rc<dyn Wire>,
    /// What the link tells.
    pub events: mpsc::Receiver<link::Event>,
    /// What exchanges ask.
    pub questions: mpsc::Receiver<Question>,
    /// The handsets.
    pub handsets: Rc<dyn Handsets>,
    /// The subscribers.
    pub store: Arc<dyn Store>,
    /// Who counts.
    pub meter: Arc<dyn Meter>,
}

/// Serves until the link or all askers are gone, or `stop` says so; then what is under way gets its time. Must run on a thread with a local task set.
pub async fn run(parts: Parts, stop: impl Future<Output = ()>) {
    let Parts { settings, wire, events, mut questions, handsets, store, meter } = parts;
    let settings = Rc::new(settings);
    let subscribers = Subscribers(store);
    let signalling = Signalling::new(wire, Bounds::default(), meter);
    let msc = Rc::new(Msc::new(Rc::clone(&settings), subscribers.clone(), Rc::clone(&handsets)));
    let otaf = Rc::new(Otaf::new(settings, subscribers, handsets, Rc::clone(&signalling)));
    let asked = {
        let otaf = Rc::clone(&otaf);
        async move {
            while let Some(question) = questions.recv().await {
                let otaf = Rc::clone(&otaf);
                tokio::task::spawn_local(async move { otaf.carry(question).await });
            }
        }
    };
    let heard = {
        let answers = Rc::clone(&signalling);
        Rc::clone(&signalling).run(events, move |invoke: Invoke| {
            let (msc, otaf, answers) = (Rc::clone(&msc), Rc::clone(&otaf), Rc::clone(&answers));
            tokio::task::spawn_local(async move {
                let Invoke { ticket, operation, parameters } = invoke;
                let answer = match operation {
                    OperationCode::SMDPP => msc.smdpp(&parameters).await,
                    OperationCode::OTASPREQ => otaf.trigger(&parameters).await,
                    other => not_supported(other),
                };
                answers.answer(ticket, answer);
            });
        })
    };
    let stopped = {
        let signalling = Rc::clone(&signalling);
        async move {
            stop.await;
            signalling.drained(Duration::from_millis(limits::TCAP_DRAIN_MS)).await;
        }
    };
    tokio::select! {
        () = asked => {}
        () = heard => {}
        () = stopped => {}
    }
}

/// The answer to an operation that is not served here. ANSI-41 has an error for its own operations; what another family's code means nobody
/// here knows, and that is T1.114's to say.
pub fn not_supported(operation: OperationCode) -> Answer {
    if operation.is_ansi41() {
        Answer::Error(MapError::OPERATION_NOT_SUPPORTED.into(), Parameters::default())
    } else {
        Answer::Reject(Problem::UNRECOGNIZED_OPERATION)
    }
}

/// The answer to a parameter that cannot be used.
fn faulty(fault: Fault) -> Answer {
    Answer::Error(fault.error.into(), fault.parameters())
}

/// Subscribers by the names that signalling has for them.
#[derive(Clone)]
struct Subscribers(Arc<dyn Store>);

impl Subscribers {
    /// The device whom an operation is about, or the error that says why there is none.
    async fn find(&self, parameters: &Parameters<'_>) -> Result<DeviceId, Answer> {
        let identity = Identity::read(parameters).map_err(faulty)?;
        let equipment = identity.meid.map(MobileId::Meid).or(identity.esn.map(MobileId::Esn));
        let names = [identity.min.map(MobileId::Min), identity.imsi.map(MobileId::Imsi), equipment];
        // The most telling ones first.
        let names: Vec<_> = names.into_iter().flatten().collect();
        let Some(by_equipment) = names.first().map(|first| matches!(first, MobileId::Meid(_) | MobileId::Esn(_)))
        else {
            return Err(faulty(Fault::missing(ParameterId::MIN)));
        };
        let error = |error: MapError| Err(Answer::Error(error.into(), Parameters::default()));
        match store::read(&*self.0, move |snapshot| meant(snapshot, &names)).await {
            Ok(Meant::One(device)) => Ok(device),
            Ok(Meant::Nobody) if by_equipment => error(MapError::UNRECOGNIZED_ESN),
            Ok(Meant::Nobody) => error(MapError::UNRECOGNIZED_MIN),
            Ok(Meant::Others) => error(MapError::UNRECOGNIZED_ESN),
            // Two handsets may have one ESN: which of them is meant is for the asker to say.
            Ok(Meant::Several) if by_equipment => Err(faulty(Fault::missing(ParameterId::MIN))),
            Ok(Meant::Several) => {
                tracing::error!("an operation is refused: two subscribers have the MIN or IMSI that it names");
                error(MapError::UNRECOGNIZED_MIN)
            }
            Err(why) => {
                tracing::error!(%why, "a subscriber could not be looked up");
                error(MapError::SYSTEM_FAILURE)
            }
        }
    }

    /// What is known of the handset's revisions, as the exchange has kept it.
    async fn version(&self, exchange: ExchangeId) -> Version {
        let found = store::read(&*self.0, move |snapshot| snapshot.exchange(exchange)).await;
        let record = found.inspect_err(|why| tracing::error!(%why, "an exchange could not be read")).ok().flatten();
        record.map(|record| record.version).unwrap_or_default()
    }

    /// The names that signalling has for a device, or why it cannot be asked about: there is no such device; or, as long as that is so, none can be
    /// read, or one of them is another's too.
    async fn identity(&self, device: &DeviceId) -> Result<Identity, NorthFault> {
        let wanted = device.clone();
        let found = store::read(&*self.0, move |snapshot| {
            let Some(subscriber) = snapshot.subscriber(&wanted)? else { return Ok(None) };
            let shared = names::shared(snapshot, &subscriber.place)?;
            Ok(Some((subscriber.place, shared)))
        });
        let found = found.await.inspect_err(|why| tracing::error!(%why, "a subscriber could not be looked up"));
        let (place, shared) = found.map_err(|_| NorthFault::Unreachable)?.ok_or(NorthFault::Removed)?;
        if let Some(id) = shared {
            tracing::error!(%device, kind = id.kind(), "the authentication centre is not asked: another subscriber has the same name");
            return Err(NorthFault::Unreachable);
        }
        let upper = |text: String| text.to_ascii_uppercase();
        let (esn, meid) = (place.esn.map(upper), place.meid.map(upper));
        Ok(Identity { min: place.min, imsi: place.imsi, esn, meid })
    }
}

/// Whom the names of an operation mean.
#[derive(Debug, PartialEq, Eq)]
enum Meant {
    One(DeviceId),
    Nobody,
    /// They are of different subscribers.
    Others,
    Several,
}

/// The one subscriber that has all of these names that anybody has: the subscribers file may have one name of a handset and not the other.
fn meant(snapshot: &dyn Snapshot, names: &[MobileId]) -> Result<Meant, ReadError> {
    let mut known = Vec::new();
    for id in names {
        let devices = snapshot.devices_of(id, None, limits::NAME_HOLDERS)?;
        if !devices.is_empty() {
            known.push((id, devices));
        }
    }
    let Some((_, devices)) = known.first() else { return Ok(Meant::Nobody) };
    let mut found = None;
    for device in devices {
        let Some(subscriber) = store::if_readable(snapshot.subscriber(device))? else { continue };
        let has = |id: &MobileId| subscriber.place.mobile_ids().any(|own| own == *id);
        if known.iter().all(|(id, _)| has(id)) && found.replace(device).is_some() {
            return Ok(Meant::Several);
        }
    }
    Ok(found.map_or(Meant::Others, |device| Meant::One(device.clone())))
}

#[cfg(test)]
mod identities {
    use super::*;
    use crate::desk::record::{Place, Subscriber};
    use crate::dm::account::Account;
    use crate::exchange::choice::Wishes;
    use crate::store::memory::MemoryStore;
    use crate::syncml::auth::{AuthType, user_digest};

    fn known(name: &str, [min, imsi, esn, meid]: [&str; 4]) -> Subscriber {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let account = Account {
            scheme: AuthType::Md5,
            client: user_digest("alice", "password"),
            client_nonce: Vec::new(),
            last_slot: 0,
            resync_left: false,
            server: None,
        };
        Subscriber {
            device: DeviceId::new(name).unwrap(),
            account,
            model: String::new(),
            wishes: Wishes::default(),
            spc: None,
            place: Place { address: None, min: text(min), imsi: text(imsi), esn: text(esn), meid: text(meid) },
            capability: None,
            temporary: None,
            last_contact: None,
        }
    }

    #[test]
    fn an_operation_means_the_one_that_has_all_its_names_or_nobody() {
        let store = MemoryStore::new([
            known("A", ["5551230001", "", "80AA0001", ""]),
            known("B", ["5551230002", "310005551230002", "80AA0001", "A0000000000002"]),
            known("C", ["", "", "80AA0003", ""]),
            // As an older akeyd took them.
            known("D", ["5551230004", "", "80AA0004", ""]),
            known("E", ["5551230004", "", "80AA0005", ""]),
        ]);
        let (min, imsi) = (|text: &str| MobileId::Min(text.into()), |text: &str| MobileId::Imsi(text.into()));
        let (esn, meid) = (|text: &str| MobileId::Esn(text.into()), |text: &str| MobileId::Meid(text.into()));
        let one = |name| Meant::One(DeviceId::new(name).unwrap());
        for (names, wanted) in [
            (vec![min("5551230001")], one("A")),
            (vec![min("5551230002"), imsi("310005551230002"), meid("A0000000000002")], one("B")),
            (vec![min("5551230001"), imsi("310005551230002")], Meant::Others),
            (vec![min("5551230001"), esn("80AA0001")], one("A")),
            (vec![min("5551230002"), esn("80AA0001")], one("B")),
            (vec![esn("80AA0001")], Meant::Several),
            (vec![esn("80AA0003")], one("C")),
            (vec![min("5551230001"), esn("80AA0003")], Meant::Others),
            // What nobody has says nothing.
            (vec![min("5551230001"), esn("80FFFFFF")], one("A")),
            (vec![min("5551239999"), esn("80FFFFFF")], Meant::Nobody),
            (vec![min("5551230004")], Meant::Several),
            (vec![min("5551230004"), esn("80AA0005")], one("E")),
        ] {
            let (answer, found) = std::sync::mpsc::channel();
            let asked = names.clone();
            store.read(Box::new(move |snapshot| answer.send(meant(snapshot, &asked)).unwrap()));
            assert_eq!(found.recv().unwrap().unwrap(), wanted, "{names:?}");
        }
    }
}
