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
use crate::desk::record::{MobileId, Start};
use crate::exchange::Version;
use crate::exchange::pushed::Told;
use crate::limits;
use crate::store::{self, Store};
use crate::words::{DeviceId, ExchangeId};
use msc::Msc;
use otaf::Otaf;
use signalling::{Signalling, Wire};
use transactions::{Answer, Bounds, Happening, Invoke};

/// The handsets, as this room needs them.
pub trait Handsets {
    /// Asks for an exchange; `false` when there is no room.
    fn start(&self, start: Start) -> bool;

    /// Attaches an OTAF to a handset.
    fn attach(&self, start: Start) -> Telling<'_>;

    /// Sends a forward message to an attached handset; the reverse one comes back.
    fn forward<'a>(&'a self, device: &'a DeviceId, octets: Vec<u8>) -> Telling<'a>;

    /// Lets an attached handset go.
    fn release<'a>(&'a self, device: &'a DeviceId) -> Telling<'a>;
}

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
        let msid = identity.min.map(MobileId::Min).or(identity.imsi.map(MobileId::Imsi));
        let equipment = identity.meid.map(MobileId::Meid).or(identity.esn.map(MobileId::Esn));
        if msid.is_none() && equipment.is_none() {
            return Err(faulty(Fault::missing(ParameterId::MIN)));
        }
        let by_msid = msid.is_some();
        let found = store::read(&*self.0, move |snapshot| {
            let device = |id: Option<MobileId>| id.map(|id| snapshot.device_of(&id)).transpose().map(Option::flatten);
            Ok((device(msid)?, device(equipment)?))
        });
        let error = |error: MapError| Err(Answer::Error(error.into(), Parameters::default()));
        match found.await {
            Ok((Some(device), Some(other))) if device != other => error(MapError::UNRECOGNIZED_ESN),
            // The subscribers file may have one name of a handset and not the other.
            Ok((Some(device), _) | (None, Some(device))) => Ok(device),
            Ok((None, None)) if by_msid => error(MapError::UNRECOGNIZED_MIN),
            Ok((None, None)) => error(MapError::UNRECOGNIZED_ESN),
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

    /// The names that signalling has for a device; `None` where there is no such device, or none can be read.
    async fn identity(&self, device: &DeviceId) -> Option<Identity> {
        let device = device.clone();
        let found = store::read(&*self.0, move |snapshot| snapshot.subscriber(&device)).await;
        let place = found.inspect_err(|why| tracing::error!(%why, "a subscriber could not be looked up")).ok()??.place;
        let upper = |text: String| text.to_ascii_uppercase();
        let (esn, meid) = (place.esn.map(upper), place.meid.map(upper));
        Some(Identity { min: place.min, imsi: place.imsi, esn, meid })
    }
}
