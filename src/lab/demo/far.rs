//! The far end of a demo's signalling link: an authentication centre and an over-the-air function on a thread of their own, reached over loopback.
//!
//! Called by the demo, where its north is reached by signalling.

use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc as std_mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

use super::DemoError;
use super::fleet::Member;
use crate::ansi41::PointCode;
use crate::ansi41::identity::Identity;
use crate::ansi41::parameters::ParameterId;
use crate::ansi41::sccp::{Address, Ssn};
use crate::is683::hex::from_hex;
use crate::lab::ac::ansi41::book::{Book, Subscriber};
use crate::lab::ac::ansi41::centre::{Centre, Settings};
use crate::lab::ac::ansi41::drive::Failure;
use crate::lab::ac::ansi41::{self as ac, Addresses, Order};
use crate::limits;
use crate::north::ansi41::{self, PrivateParameters};
use crate::north::link::settings::{Role, Settings as Link, Side, Transport};
use crate::north::link::{self, Handle};
use crate::north::outbox::settings::Settings as Outbox;
use crate::north::wrap::TransportKey;
use crate::north::{self, Peer, Signalling};
use crate::words::{DeviceId, Order as First, Way};

/// Name of the peer.
const NAME: &str = "demo";
const EXCHANGE: ParameterId = ParameterId(1000);
const NEAR: PointCode = PointCode::of(1, 1, 1);
const FAR: PointCode = PointCode::of(2, 2, 2);
/// How long a handset may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// The far end.
pub(super) struct Far {
    book: Book,
    transport_key: TransportKey,
    place: SocketAddr,
    orders: mpsc::Sender<Order>,
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

/// An exchange that was ordered there.
pub(super) struct Ordered {
    /// Resolves when the other side has begun.
    pub(super) begun: oneshot::Receiver<()>,
    /// What came of it.
    pub(super) done: oneshot::Receiver<Result<(), Failure>>,
}

impl Far {
    /// Begins, with a subscriber for each handset.
    pub(super) fn begin(fleet: &[Member], order: First) -> Result<Self, DemoError> {
        let mut octets = [0; 16];
        getrandom::fill(&mut octets)?;
        let transport_key = TransportKey::new(&octets).ok_or_else(|| DemoError::NotPossible("transport key".into()))?;
        let subscriber = |member: &Member| {
            let place = member.place();
            Subscriber { min: place.min, meid: place.meid, ..Subscriber::default() }
        };
        let book = Book::new(fleet.iter().map(subscriber).collect());
        let settings = Settings {
            order: Some(order),
            transport_key: Some(transport_key.clone()),
            exchange_parameter: Some(EXCHANGE),
            ..Settings::default()
        };
        let link =
            Link { role: Role::Server, side: Side::Sg, local: vec![([127, 0, 0, 1], 0).into()], ..ends(FAR, NEAR) };
        let link = Link { ssns: vec![Ssn::AC], ..link };
        let (orders, taken) = mpsc::channel(limits::TCAP_ASKED);
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = std_mpsc::channel();
        let thread = {
            let book = book.clone();
            thread::Builder::new().name("far".into()).spawn(move || {
                let opened = link::open(link, Arc::new(()), None).and_then(|opened| {
                    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
                    Ok((opened, runtime))
                });
                let ((handle, events, link), runtime) = match opened {
                    Ok(opened) => opened,
                    Err(error) => return drop(tell.send(Err(error))),
                };
                let place = link.places().first().copied().ok_or_else(|| std::io::ErrorKind::AddrNotAvailable.into());
                let _ = tell.send(place);
                let serve = serve(Centre::new(book, settings), handle, events, link, taken);
                let tasks = tokio::task::LocalSet::new();
                runtime.block_on(tasks.run_until(async {
                    tokio::select! {
                        () = serve => {}
                        _ = stopped => {}
                    }
                }));
            })?
        };
        let place = told.recv().unwrap_or_else(|_| Err(std::io::ErrorKind::Other.into()))?;
        Ok(Self { book, transport_key, place, orders, stop, thread })
    }

    /// How the service reaches it.
    pub(super) fn north(&self, min_p_bits: u32) -> north::Settings {
        let settings = ansi41::Settings {
            name: NAME.into(),
            ac: Address::of(FAR, Ssn::AC),
            otaf: Address::of(NEAR, Ssn::OTAF),
            answer_ms: limits::TCAP_ANSWER_DEFAULT_MS,
            attempts: limits::TCAP_ATTEMPTS,
            min_p_bits,
            mscid: [0, 1, 1],
            transport_key: Some(self.transport_key.clone()),
            private: PrivateParameters { exchange: Some(EXCHANGE), key_version: None },
        };
        let link = Link { remote: vec![self.place.to_string()], ..ends(NEAR, FAR) };
        let link = Link { ssns: vec![Ssn::MSC, Ssn::OTAF], ..link };
        north::Settings {
            peer: Peer::Ansi41(NAME.into()),
            outbox: Outbox::default(),
            signalling: vec![Signalling { settings, link }],
        }
    }

    /// Orders an exchange.
    pub(super) async fn order(&self, device: &DeviceId, way: Way) -> Option<Ordered> {
        let at = self.book.find(&identity(device))?;
        let ((begun, is_begun), (done, outcome)) = (oneshot::channel(), oneshot::channel());
        self.orders.send(Order { at, way, patience: PATIENCE, begun, done }).await.ok()?;
        Some(Ordered { begun: is_begun, done: outcome })
    }

    /// The key in use for a device.
    pub(super) fn key(&self, device: &DeviceId) -> Option<Vec<u8>> {
        let at = self.book.find(&identity(device))?;
        self.book.get(at).a_key.as_deref().and_then(from_hex)
    }

    /// Ends.
    pub(super) fn end(self) {
        let _ = self.stop.send(());
        // A thread that has panicked has said so.
        let _ = self.thread.join();
    }
}

/// The names of a handset of the demo follow from its device id.
fn identity(device: &DeviceId) -> Identity {
    Identity { meid: device.as_str().strip_prefix("MEID:").map(str::to_owned), ..Identity::default() }
}

fn ends(opc: PointCode, dpc: PointCode) -> Link {
    Link::between(NAME, Transport::M3uaTcp, opc, dpc)
}

async fn serve(
    centre: Centre,
    handle: Handle,
    events: mpsc::Receiver<link::Event>,
    link: link::Link,
    orders: mpsc::Receiver<Order>,
) {
    let addresses = Addresses {
        own: Address::of(FAR, Ssn::AC),
        msc: Address::of(NEAR, Ssn::MSC),
        otaf: Address::of(NEAR, Ssn::OTAF),
    };
    tokio::task::spawn_local(link.run());
    ac::run(Rc::new(centre), addresses, Rc::new(handle), events, orders).await;
}
