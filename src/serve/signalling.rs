//! Northern peers that are spoken to by signalling: their links are opened at the start, their work is the side thread's.
//!
//! Joins three things that do not know each other: the link, the roles that speak over it, and the desks. Called by [`super::start`](mod@super::start).

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::thread::JoinHandle;

use tokio::sync::{mpsc, oneshot, watch};

use super::{Desks, StartError, system};
use crate::desk::{Operation, Origin, Start};
use crate::metrics::Metrics;
use crate::north::ansi41::{self, Handsets, Meter, Parts, Starting, Telling};
use crate::north::link::capture::Capture;
use crate::north::link::{self, Event, Handle, Link};
use crate::north::{North, Question, Signalling};
use crate::store::Store;
use crate::vital::Tasks;
use crate::words::DeviceId;

/// Peers whose links are open.
pub(super) struct Peers {
    open: Vec<Peer>,
    /// The way of questions to each.
    ways: Vec<(Arc<str>, North)>,
    desks: Desks,
    store: Arc<dyn Store>,
    metrics: Arc<Metrics>,
}

/// Where each listens, by its name.
pub(super) type Places = Vec<(Arc<str>, Vec<SocketAddr>)>;

struct Peer {
    settings: ansi41::Settings,
    questions: mpsc::Receiver<Question>,
    handle: Handle,
    events: mpsc::Receiver<Event>,
    link: Link,
}

/// Opens the links of all peers, and the capture file of them all; its thread ends with the last link.
pub(super) fn open(
    signalling: Vec<Signalling>,
    desks: &Desks,
    store: &Arc<dyn Store>,
    metrics: &Arc<Metrics>,
    pcap: Option<&Path>,
) -> Result<(Peers, Places, Option<JoinHandle<()>>), StartError> {
    let capture = pcap.map(Capture::create).transpose().map_err(|error| system("capture file", error))?;
    let (capture, writer) = capture.unzip();
    let (mut open, mut ways, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for Signalling { settings, link } in signalling {
        let meter = Arc::clone(metrics) as Arc<dyn link::meter::Meter>;
        let name = Arc::clone(&settings.name);
        let (handle, events, link) = link::open(link, meter, capture.clone())
            .map_err(|error| system(&format!("link of [north.{name}]"), error))?;
        let (way, questions) = North::channel();
        ways.push((Arc::clone(&name), way));
        places.push((name, link.places()));
        open.push(Peer { settings, questions, handle, events, link });
    }
    let (desks, store, metrics) = (desks.clone(), Arc::clone(store), Arc::clone(metrics));
    Ok((Peers { open, ways, desks, store, metrics }, places, writer))
}

impl Peers {
    /// Serves all peers by these tasks, from now on until the service stops; gives the ways to them. `stands` is dropped when the last link has taken leave. Must be called
    /// on a thread with a local task set.
    pub(super) fn serve(
        self,
        tasks: &mut Tasks,
        stopped: &watch::Receiver<bool>,
        stands: &mpsc::Sender<Infallible>,
    ) -> Vec<(Arc<str>, North)> {
        for (Peer { settings, questions, handle, events, link }, (name, way)) in self.open.into_iter().zip(&self.ways) {
            // It ends when it is told to, not when nobody can ask any more.
            let way = way.clone();
            let parts = Parts {
                settings,
                wire: Rc::new(handle),
                events,
                questions,
                handsets: Rc::new(self.desks.clone()),
                store: Arc::clone(&self.store),
                meter: Arc::clone(&self.metrics) as Arc<dyn Meter>,
            };
            let (mut stopped, stands) = (stopped.clone(), stands.clone());
            let (speaks, silent) = oneshot::channel::<Infallible>();
            tasks.spawn(format!("signalling of [north.{name}]"), async move {
                // An error means that the service is gone.
                let stop = async { drop(stopped.wait_for(|stopped| *stopped).await) };
                ansi41::run(parts, stop).await;
                drop((speaks, way));
            });
            tasks.spawn(format!("the link of [north.{name}]"), async move {
                link.run_until(async { drop(silent.await) }).await;
                drop(stands);
            });
        }
        self.ways
    }
}

impl Handsets for Desks {
    fn start(&self, start: Start) -> Starting<'_> {
        let device = start.device.clone();
        Box::pin(async move { self.operate(&device, Operation::Start(Box::new(start))).await })
    }

    fn attach(&self, start: Start) -> Telling<'_> {
        Box::pin(Desks::attach(self, start))
    }

    fn forward<'a>(&'a self, device: &'a DeviceId, origin: Origin, octets: Vec<u8>) -> Telling<'a> {
        Box::pin(Desks::forward(self, device, origin, octets))
    }

    fn release<'a>(&'a self, device: &'a DeviceId, origin: Origin) -> Telling<'a> {
        Box::pin(Desks::release(self, device, origin))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::handsets::Threads;
    use super::super::io::Mail;
    use super::*;
    use crate::ansi41::PointCode;
    use crate::ansi41::sccp::{Address, Ssn};
    use crate::desk::Said;
    use crate::north::link::settings::Transport;
    use crate::store::memory::MemoryStore;

    #[tokio::test]
    async fn who_asks_for_an_exchange_hears_what_the_desk_says_of_it() {
        let (inbox, mut letters) = mpsc::channel(1);
        let desks = Desks::default();
        desks.open(Arc::new(Threads { inboxes: vec![inbox], key: (1, 2) }));
        let start = || Start::of(DeviceId::new("MEID:A1").unwrap(), Origin::North("ac".into()));
        for said in [Said::QueueFull, Said::NotFound, Said::Started(crate::words::ExchangeId(7))] {
            let desk = async {
                let Some(Mail::Operation(_, Operation::Start(asked), heard)) = letters.recv().await else { panic!() };
                assert_eq!(*asked, start());
                heard.send(said).unwrap();
            };
            let (heard, ()) = tokio::join!(Handsets::start(&desks, start()), desk);
            assert_eq!(heard, Some(said));
        }
        drop(letters);
        assert_eq!(Handsets::start(&desks, start()).await, Some(Said::Full), "there is no desk any more");
    }

    fn peers() -> Peers {
        let (near, far) = (PointCode::of(1, 1, 1), PointCode::of(2, 2, 2));
        let link = link::settings::Settings::between("ac", Transport::M3uaTcp, near, far);
        let settings = ansi41::Settings {
            name: "ac".into(),
            ac: Address::of_ssn(Ssn::AC),
            otaf: Address::of_ssn(Ssn::OTAF),
            answer_ms: 500,
            attempts: 1,
            min_p_bits: 512,
            mscid: [0; 3],
            transport_key: None,
            private: ansi41::PrivateParameters::default(),
        };
        let store: Arc<dyn Store> = Arc::new(MemoryStore::new([]));
        let opened =
            open(vec![Signalling { settings, link }], &Desks::default(), &store, &Arc::new(Metrics::new()), None);
        opened.unwrap().0
    }

    #[tokio::test]
    async fn a_peer_whose_work_ends_before_the_stop_is_seen_and_the_stop_ends_it() {
        let ended = async {
            let (stop, stopped) = watch::channel(false);
            let (stands, mut links) = mpsc::channel(1);
            let mut tasks = Tasks::default();
            // Nobody may be left who asks, while IO threads end: that is not for the peer to leave at.
            drop(peers().serve(&mut tasks, &stopped, &stands));
            drop(stands);
            tokio::select! {
                biased;
                ended = tasks.ended() => panic!("{ended}"),
                // Whatever of it is ready runs meanwhile.
                () = async { for _ in 0..64 { tokio::task::yield_now().await } } => {}
            }
            stop.send_replace(true);
            tasks.all_ended().await;
            assert!(links.recv().await.is_none());

            let (_stop, stopped) = watch::channel(false);
            let (stands, _links) = mpsc::channel(1);
            let mut tasks = Tasks::default();
            let mut peers = peers();
            // As of a link that is gone.
            peers.open[0].events = mpsc::channel(1).1;
            let _ways = peers.serve(&mut tasks, &stopped, &stands);
            tasks.ended().await.to_string()
        };
        let ended = tokio::task::LocalSet::new().run_until(tokio::time::timeout(Duration::from_mins(1), ended)).await;
        assert_eq!(ended.unwrap(), "signalling of [north.ac]: ended though nobody told it to");
    }
}
