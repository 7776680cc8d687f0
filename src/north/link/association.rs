//! One association: a socket for its time, and [`Protocol`] over it; then another one.

use std::io;
use std::net::SocketAddr;
use std::rc::Rc;

use bytes::{Buf, BytesMut};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::sync::{mpsc, watch};
use tokio::time::{Duration, Instant, sleep, sleep_until, timeout};

use super::capture;
use super::meter::Direction;
use super::protocol::{Act, HangUp, Protocol, State};
use super::settings::Transport;
use super::shared::{Order, Shared};
use super::socket;
use crate::limits;
use crate::words::Time;

/// One seat of a link, and what is needed to fill it.
pub(super) struct Association {
    index: usize,
    shared: Rc<Shared>,
    protocol: Protocol,
    orders: mpsc::UnboundedReceiver<Order>,
    leaving: watch::Receiver<bool>,
    /// The address that we are bound to, where we connect.
    local: Option<SocketAddr>,
}

/// Why an association is over.
#[derive(Debug, thiserror::Error)]
enum Lost {
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("{0}")]
    HangUp(#[from] HangUp),
    /// The link ends.
    #[error("we take leave")]
    Done,
}

/// How long the peer may take to let us go.
const LEAVE: Duration = Duration::from_millis(limits::LINK_LEAVE_MS / 2);

/// Octets on their way out.
#[derive(Default)]
struct Out {
    octets: BytesMut,
    /// Of traffic and not of control, message by message: SCTP has streams for each, and sends one message at a time.
    traffic: std::collections::VecDeque<(usize, bool)>,
    /// Since when nothing of it was taken.
    since: Time,
}

impl Association {
    pub(super) fn new(
        index: usize,
        shared: Rc<Shared>,
        orders: mpsc::UnboundedReceiver<Order>,
        leaving: watch::Receiver<bool>,
    ) -> Self {
        let protocol = Protocol::new(&shared.settings);
        Self { index, shared, protocol, orders, leaving, local: None }
    }

    fn within(&self) -> Duration {
        Duration::from_millis(self.shared.settings.answer_ms)
    }

    /// Connects, and again whenever the connection is lost, later each time; until the link ends.
    pub(super) async fn keep(mut self, local: Option<SocketAddr>, remote: String) {
        self.local = local;
        let (least, most) = (*limits::LINK_RECONNECT_MS.start(), *limits::LINK_RECONNECT_MS.end());
        let mut pause = least;
        loop {
            let transport = self.shared.settings.transport;
            let connected = tokio::select! {
                connected = socket::connect(transport, local, &remote, self.within()) => connected,
                _ = self.leaving.changed() => return,
            };
            let began = Instant::now();
            let lost = match connected {
                Ok(stream) => self.life(stream).await,
                Err(error) => Lost::Io(error),
            };
            if matches!(lost, Lost::Done) {
                return;
            }
            tracing::warn!(link = self.shared.settings.name, remote, %lost, "an association is down");
            // One that stood for a while was a good one.
            if began.elapsed() > Duration::from_millis(most) {
                pause = least;
            }
            tokio::select! {
                () = sleep(jittered(pause)) => {}
                _ = self.leaving.changed() => return,
            }
            pause = (pause * 2).min(most);
        }
    }

    /// Lives over a connection that somebody else opened, to its end. Gives itself back for the next one.
    pub(super) async fn host(mut self, stream: TcpStream) -> Self {
        let remote = stream.peer_addr().map_or_else(|_| "?".into(), |address| address.to_string());
        let lost = self.life(stream).await;
        if !matches!(lost, Lost::Done) {
            tracing::warn!(link = self.shared.settings.name, remote, %lost, "an association is down");
        }
        self
    }

    /// A connection from its first octet to its last.
    async fn life(&mut self, mut stream: TcpStream) -> Lost {
        self.protocol = Protocol::new(&self.shared.settings);
        let lost = match self.run(&mut stream).await {
            Ok(never) => match never {},
            Err(lost) => lost,
        };
        self.shared.state(self.index, State::Down);
        if !matches!(lost, Lost::Done) {
            self.shared.trouble("lost");
        }
        // What was still to be sent is lost with it: whoever waits for an answer has a timer.
        while let Ok(order) = self.orders.try_recv() {
            if matches!(order, Order::Send(..)) {
                self.shared.taken(self.index);
                self.shared.trouble("down");
            }
        }
        lost
    }

    async fn run(&mut self, stream: &mut TcpStream) -> Result<std::convert::Infallible, Lost> {
        let ends = (stream.local_addr()?, stream.peer_addr()?);
        let mut received = BytesMut::new();
        // When a message began to come that is not whole.
        let mut begun = None;
        let mut out = Out::default();
        let mut acts = Vec::new();
        self.protocol.connected(self.shared.now(), &mut acts);
        self.act(&mut acts, &mut out, ends)?;
        loop {
            let patience = self.shared.settings.answer_ms;
            let stuck = (!out.octets.is_empty()).then(|| out.since.plus(patience));
            let unfinished = begun.map(|begun: Time| begun.plus(patience));
            let deadline = stuck.into_iter().chain(unfinished).fold(self.protocol.deadline(), Time::min);
            let deadline = self.shared.instant(deadline);
            let transport = self.shared.settings.transport;
            let has_room = out.octets.len() < limits::LINK_OUT_OCTETS;
            received.reserve(limits::LINK_READ_OCTETS);
            let (reader, writer) = stream.split();
            tokio::select! {
                count = take_in(&reader, &mut received) => {
                    if count? == 0 {
                        return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
                    }
                    let had = begun.is_some();
                    let whole = self.read(&mut received, &mut acts, ends)?;
                    begun = if received.is_empty() { None } else if whole || !had { Some(self.shared.now()) } else { begun };
                    self.act(&mut acts, &mut out, ends)?;
                }
                sent = out.send(transport, writer), if !out.octets.is_empty() => {
                    sent?;
                    out.since = self.shared.now();
                }
                order = self.orders.recv(), if has_room => {
                    let mut next = order;
                    let mut count = 0;
                    while let Some(order) = next {
                        count += u64::from(self.obey(order, &mut acts, &mut out, ends));
                        next = if out.octets.len() < limits::LINK_OUT_OCTETS { self.orders.try_recv().ok() } else { None };
                    }
                    self.shared.messages(Direction::Out, count);
                    self.act(&mut acts, &mut out, ends)?;
                }
                () = sleep_until(deadline) => {
                    let now = self.shared.now();
                    if stuck.is_some_and(|due| due <= now) {
                        return Err(HangUp::Stuck.into());
                    }
                    if unfinished.is_some_and(|due| due <= now) {
                        return Err(HangUp::Unfinished.into());
                    }
                    self.protocol.timer(now, &mut acts);
                    self.act(&mut acts, &mut out, ends)?;
                }
                _ = self.leaving.changed() => {
                    let _ = timeout(LEAVE, self.leave(stream, out, received, ends)).await;
                    return Err(Lost::Done);
                }
            }
        }
    }

    /// Takes the whole messages out of what was received; says whether there was one.
    fn read(
        &mut self,
        received: &mut BytesMut,
        acts: &mut Vec<Act>,
        (local, remote): (SocketAddr, SocketAddr),
    ) -> Result<bool, HangUp> {
        let mut whole = false;
        while let Some(length) = self.protocol.frame(received)? {
            let message = received.split_to(length);
            let reader = self.protocol.reader();
            self.shared.note(reader, remote, local, || capture::shown(reader, &message));
            self.protocol.take(self.shared.now(), &message, acts);
            whole = true;
        }
        Ok(whole)
    }

    /// Does what the link wants; says whether that was a message.
    fn obey(&mut self, order: Order, acts: &mut Vec<Act>, out: &mut Out, ends: (SocketAddr, SocketAddr)) -> bool {
        match order {
            Order::Send(outgoing, ticket) => {
                self.shared.taken(self.index);
                let mut octets = Vec::with_capacity(outgoing.sccp.len() + 48);
                self.protocol.write_frame(&outgoing, &outgoing.sccp, &mut octets);
                self.shared.note(self.protocol.reader(), ends.0, ends.1, || {
                    let mut shown = Vec::new();
                    self.protocol.write_frame(&outgoing, outgoing.shown.as_ref().unwrap_or(&outgoing.sccp), &mut shown);
                    shown
                });
                out.push(&octets, true, self.shared.now());
                drop(ticket);
                true
            }
            Order::Want(active) => {
                self.protocol.want(self.shared.now(), active, acts);
                false
            }
        }
    }

    /// Does what the protocol wants.
    fn act(&mut self, acts: &mut Vec<Act>, out: &mut Out, ends: (SocketAddr, SocketAddr)) -> Result<(), HangUp> {
        let mut delivered = 0;
        for act in acts.drain(..) {
            match act {
                Act::Send(octets) => {
                    // A peer that asks and takes no answer.
                    if out.octets.len() > 2 * limits::LINK_OUT_OCTETS {
                        self.shared.trouble("answers_full");
                        continue;
                    }
                    let reader = self.protocol.reader();
                    self.shared.note(reader, ends.0, ends.1, || capture::shown(reader, &octets));
                    out.push(&octets, false, self.shared.now());
                }
                Act::Deliver { from, sccp } => {
                    delivered += 1;
                    let now = self.shared.now();
                    self.shared.with(None, |core, out| core.arrived(now, from, &sccp, out));
                }
                Act::State(state) => {
                    tracing::info!(link = self.shared.settings.name, remote = %ends.1, %state, "an association");
                    self.shared.state(self.index, state);
                }
                Act::Alternate => self.shared.with(None, |core, _| core.alternate(self.index)),
                Act::Way { to, mask, way } => self.shared.with(None, |core, _| core.way(self.index, to, mask, way)),
                Act::Count(cause) => self.shared.trouble(cause),
                Act::HangUp(why) => return Err(why),
            }
        }
        if delivered > 0 {
            self.shared.messages(Direction::In, delivered);
            self.shared.changed.notify_one();
        }
        Ok(())
    }

    /// Sends what is left, says farewell, waits until the peer has heard it, and closes.
    async fn leave(
        &mut self,
        stream: &mut TcpStream,
        mut out: Out,
        mut received: BytesMut,
        ends: (SocketAddr, SocketAddr),
    ) -> Result<(), Lost> {
        let mut acts = Vec::new();
        // Answers that were given last.
        while let Ok(order) = self.orders.try_recv() {
            let is_message = self.obey(order, &mut acts, &mut out, ends);
            self.shared.messages(Direction::Out, is_message.into());
        }
        acts.clear();
        let farewell = self.protocol.farewell();
        let is_said = !farewell.is_empty();
        let mut rest = farewell.as_slice();
        while let Ok(Some(length)) = self.protocol.frame(rest) {
            let (message, behind) = rest.split_at(length);
            let reader = self.protocol.reader();
            self.shared.note(reader, ends.0, ends.1, || capture::shown(reader, message));
            out.push(message, false, Time(0));
            rest = behind;
        }
        while !out.octets.is_empty() {
            out.send(self.shared.settings.transport, stream.split().1).await?;
        }
        while is_said && !acts.iter().any(|act| matches!(act, Act::HangUp(_))) {
            received.reserve(limits::BUFFER_OCTETS);
            if take_in(&stream.split().0, &mut received).await? == 0 {
                break;
            }
            while let Some(length) = self.protocol.frame(&received)? {
                let message = received.split_to(length);
                self.protocol.take(self.shared.now(), &message, &mut acts);
            }
        }
        if socket::may_close(self.shared.settings.transport, self.local, stream) {
            stream.shutdown().await?;
            // What comes meanwhile is read: octets that nobody has read would make the kernel reset it.
            while take_in(&stream.split().0, &mut received).await? > 0 {
                received.clear();
            }
        }
        Ok(())
    }
}

impl Out {
    fn push(&mut self, octets: &[u8], is_traffic: bool, now: Time) {
        if self.octets.is_empty() {
            self.since = now;
        }
        self.octets.extend_from_slice(octets);
        self.traffic.push_back((octets.len(), is_traffic));
    }

    /// Sends as much as the socket takes; one message where the transport knows messages. Nothing is lost where the future is
    /// dropped.
    async fn send(&mut self, transport: Transport, mut writer: WriteHalf<'_>) -> io::Result<()> {
        let length = match (transport, self.traffic.front()) {
            (Transport::M3uaSctp, Some((length, is_traffic))) => {
                socket::choose_stream(transport, writer.as_ref(), *is_traffic)?;
                *length
            }
            _ => self.octets.len(),
        };
        let mut written = writer.write(&self.octets[..length.min(self.octets.len())]).await?;
        self.octets.advance(written);
        while let Some((left, _)) = self.traffic.front_mut() {
            if *left > written {
                *left -= written;
                break;
            }
            written -= *left;
            self.traffic.pop_front();
        }
        Ok(())
    }
}

/// Reads what there is. Not by `AsyncRead`, which takes a short read for an empty socket: SCTP gives one message at a time.
async fn take_in(reader: &ReadHalf<'_>, received: &mut BytesMut) -> io::Result<usize> {
    loop {
        reader.readable().await?;
        match reader.try_read_buf(received) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            result => return result,
        }
    }
}

/// Half of a pause to the whole of it, so that many clients do not come at once.
fn jittered(pause_ms: u64) -> Duration {
    let random = getrandom::u32().unwrap_or(u32::MAX / 2);
    let half = pause_ms / 2;
    Duration::from_millis(half + half * u64::from(random) / u64::from(u32::MAX))
}
