//! One connection that has been let in: requests in, one after the other; answers out, in the same order.
//!
//! An idle connection is one small waiting task without a buffer; what a request needs is made when its first octets
//! are there and let go when its answer has left. A connection ends at the first doubt about where a request ends.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::io;
use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::{Instant, sleep_until};
use zeroize::Zeroize;

use super::access::Entry;
use super::greeting::{Standing, Visit};
use super::{Body, Refusal, Request, RequestId, Response, Service, Settings, Sink, Source};
use crate::http::wire::{
    self, CONTINUE, Chunked, Expectation, Framing, HeadScanner, Method, Persistence, RequestHead, ResponseParts,
};
use crate::limits;
use crate::net::proxy::ClientAddress;
use crate::net::{Identity, Peer, Transport, buffers};

/// How long a connection lingers that has nothing more to say as far as we know.
const BRIEFLY: Duration = Duration::from_millis(limits::HTTP_LINGER_BRIEFLY_MS);

/// Answers requests, one after the other, until either side ends the connection. `first` has been read already; `standing` is
/// let go when the client has proved who it is.
pub(super) async fn converse<T: Transport, S: Service>(
    mut connection: Connection<T>,
    mut first: Vec<u8>,
    mut standing: Standing,
    visit: &Visit<S>,
) {
    let mut asked = false;
    loop {
        let octets = if first.is_empty() {
            match connection.transport.read_idle(visit.patience(asked)).await {
                Ok(Some(octets)) => octets,
                Ok(None) => {
                    // Under TLS the end is told; a peer that does not listen changes nothing.
                    let _ = connection.transport.finish(Instant::now() + BRIEFLY).await;
                    return;
                }
                Err(_) => return,
            }
        } else {
            std::mem::take(&mut first)
        };
        asked = true;
        let input = Input { buffer: octets, used: 0 };
        // In a box, so that the memory of a request is not kept for an idle connection.
        let Err(ending) = Box::pin(connection.answer_all(input, &mut standing, visit)).await else { continue };
        return Box::pin(connection.end(ending, visit)).await;
    }
}

/// Tells a connection beyond the cap to come back later.
pub(super) async fn turn_away<T: Transport, S: Service>(transport: T, settings: Arc<Settings>, service: &S) {
    let mut connection = Connection { peer: transport.peer(), transport, requests_left: 0, settings };
    let linger = connection.settings.timeouts.linger;
    connection.say(Refusal::Connections, linger, service).await;
}

/// How long a body may last that a sink takes piece by piece.
const STREAMED_BODY: Duration = Duration::from_millis(limits::HTTP_STREAMED_BODY_MS);

/// A body, as far as it came.
struct Received {
    /// What no sink took.
    body: Vec<u8>,
    /// How long it was.
    octets: usize,
    /// Its end was reached.
    whole: bool,
}

/// How a connection ends.
enum Ending {
    /// Answer why, then close.
    Refused(Refusal),
    /// Close; but the peer may still be sending, and must not lose its answer for that.
    Lingering,
    /// The peer did not take its answer.
    SlowReader,
    /// Close.
    Done,
}

impl From<Refusal> for Ending {
    fn from(cause: Refusal) -> Self {
        Self::Refused(cause)
    }
}

impl From<wire::WireError> for Ending {
    fn from(error: wire::WireError) -> Self {
        Self::Refused(error.into())
    }
}

/// Octets that have arrived and are not used up.
struct Input {
    buffer: Vec<u8>,
    used: usize,
}

impl Input {
    fn octets(&self) -> &[u8] {
        self.buffer.get(self.used..).unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        self.octets().is_empty()
    }

    /// Lets go of the first `count` octets, and of the buffer when they were the last.
    fn consume(&mut self, count: usize) {
        self.used += count;
        if self.is_empty() {
            buffers::give(std::mem::take(&mut self.buffer));
            self.used = 0;
        }
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        buffers::give(std::mem::take(&mut self.buffer));
    }
}

/// A connection on which HTTP is spoken.
pub(super) struct Connection<T> {
    transport: T,
    peer: Peer,
    requests_left: u32,
    settings: Arc<Settings>,
}

impl<T: Transport> Connection<T> {
    pub(super) fn new<S>(transport: T, peer: Peer, visit: &Visit<S>) -> Self {
        let settings = Arc::clone(&visit.settings);
        Self { transport, peer, requests_left: settings.requests_per_connection, settings }
    }

    /// Answers the request that `input` begins, and all that came behind it. `Ok` when the connection is idle again.
    async fn answer_all<S: Service>(
        &mut self,
        mut input: Input,
        standing: &mut Standing,
        visit: &Visit<S>,
    ) -> Result<(), Ending> {
        let service = &*visit.service;
        if input.is_empty() {
            return Err(Ending::Done);
        }
        loop {
            input.consume(wire::empty_lines(input.octets()));
            if input.is_empty() {
                return Ok(());
            }
            let head = self.read_head(&mut input, service).await?;
            let (method, http_1_0, keep_alive) = (head.method, head.http_1_0, head.keep_alive);
            let peer = self.client(&head);
            let identity = if service.identifies() { self.transport.identity() } else { Identity::Unknown };
            let mut sink = service.sink(&head, peer, &identity);
            let Received { body, octets, whole } = self.read_body(&head, &mut input, service, sink.as_mut()).await?;
            let id = RequestId::next();
            let entry = self.settings.access_log.then(|| Entry::new(id, peer, method, &head.path, octets));
            let body_octets = self.settings.body_octets;
            let answered = match sink {
                Some(sink) => guarded(sink.finish()).await,
                None => guarded(service.call(Request { head, body, peer, identity, id, body_octets })).await,
            };
            let response = answered.ok_or(Refusal::OurFault)?;
            if response.to_known {
                standing.take_if(|standing| standing.may_prove_itself());
            }
            self.requests_left = self.requests_left.saturating_sub(1);
            // Decided now that the answer is written: the end may have begun while it was made.
            let stays = keep_alive && whole && self.requests_left > 0 && !visit.shutdown.is_begun();
            let persistence = match (stays, http_1_0) {
                (false, _) => Persistence::Closes,
                (true, true) => Persistence::StaysTold,
                (true, false) => Persistence::Stays,
            };
            let status = response.status;
            let (sent, ends) = match response.body {
                Body::Whole(ref body) => (self.write(&response, body, method, persistence).await?, false),
                Body::Stream(_) => self.stream(response, method, http_1_0, persistence, &mut input, visit).await?,
            };
            if let Some(entry) = entry {
                entry.write(status, sent);
            }
            if persistence == Persistence::Closes || ends {
                // Though no octet is left here, one may be on its way: closed upon it, the peer would see a reset, not the answer
                // (RFC 9112 section 9.6).
                return Err(if input.is_empty() && whole { Ending::Done } else { Ending::Lingering });
            }
        }
    }

    async fn read_head<S: Service>(&mut self, input: &mut Input, service: &S) -> Result<RequestHead, Ending> {
        let deadline = Instant::now() + self.settings.timeouts.head;
        let mut scanner = HeadScanner::default();
        loop {
            if let Some(end) = scanner.find_end(input.octets())? {
                let head = RequestHead::parse(&input.octets()[..end]);
                input.consume(end);
                let head = head?;
                let unknown = head.method == Method::Other && service.is_strict();
                return if unknown { Err(Refusal::NotSupported.into()) } else { Ok(head) };
            }
            self.fill(input, deadline, Refusal::SlowHead).await?;
        }
    }

    async fn read_body<S: Service>(
        &mut self,
        head: &RequestHead,
        input: &mut Input,
        service: &S,
        mut sink: Option<&mut Box<dyn Sink>>,
    ) -> Result<Received, Ending> {
        if head.expectation == Expectation::Unknown {
            return Err(Refusal::Expectation.into());
        }
        let length = match head.framing {
            Framing::Length(length) => Some(usize::try_from(length).unwrap_or(usize::MAX)),
            Framing::Chunked => None,
            Framing::None | Framing::UntilClose
                if matches!(head.method, Method::Post | Method::Put) && service.is_strict() =>
            {
                return Err(Refusal::NoLength.into());
            }
            Framing::None | Framing::UntilClose => return Ok(Received { body: Vec::new(), octets: 0, whole: true }),
        };
        let limit = service.body_limit(head).min(self.settings.body_octets);
        if length.is_some_and(|length| length > limit) {
            return Err(Refusal::BodyTooLarge.into());
        }

        let began = Instant::now();
        let mut deadline = began + self.settings.timeouts.body;
        if head.expectation == Expectation::Continue && input.is_empty() && length != Some(0) {
            let mut buffer = buffers::take();
            buffer.extend_from_slice(CONTINUE);
            self.send(buffer).await?;
        }
        let mut body = Vec::with_capacity(length.unwrap_or(0).min(limits::BUFFER_OCTETS));
        let mut chunked = Chunked::default();
        // Octets that a sink has taken.
        let mut taken = 0;
        loop {
            let octets = input.octets();
            let done = match length {
                Some(length) => {
                    let here = octets.len().min(length - taken - body.len());
                    body.extend_from_slice(&octets[..here]);
                    (taken + body.len() == length).then_some(here)
                }
                None => chunked.decode(octets, &mut body, limit - taken)?,
            };
            input.consume(done.unwrap_or(octets.len()));
            if let Some(sink) = sink.as_deref_mut().filter(|_| !body.is_empty()) {
                let more = guarded(sink.take(&body)).await.ok_or(Refusal::OurFault)?;
                taken += body.len();
                // It may have held what is secret.
                body.zeroize();
                if !more {
                    return Ok(Received { body, octets: taken, whole: done.is_some() });
                }
                // Who sends something has time for more; but not for ever.
                deadline = (Instant::now() + self.settings.timeouts.body).min(began + STREAMED_BODY);
            }
            if done.is_some() {
                let octets = taken + body.len();
                return Ok(Received { body, octets, whole: true });
            }
            self.fill(input, deadline, Refusal::SlowBody).await?;
        }
    }

    /// Reads more octets behind those in `input`.
    async fn fill(&mut self, input: &mut Input, deadline: Instant, slow: Refusal) -> Result<(), Ending> {
        let mut buffer = std::mem::take(&mut input.buffer);
        if buffer.capacity() == 0 {
            buffer = buffers::take();
        }
        buffer.drain(..input.used);
        input.used = 0;
        let (read, buffer) = self.transport.read(buffer, deadline).await;
        input.buffer = buffer;
        match read {
            Ok(0) => Err(Refusal::Incomplete.into()),
            Ok(_) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::TimedOut => Err(slow.into()),
            Err(_) => Err(Ending::Done),
        }
    }

    /// Writes an answer with all of its body. Tells how long that is.
    async fn write(
        &mut self,
        response: &Response,
        body: &[u8],
        method: Method,
        persistence: Persistence,
    ) -> Result<usize, Ending> {
        let mut buffer = buffers::take();
        with_date(|date| {
            let parts = ResponseParts {
                status: response.status,
                content_type: response.content_type,
                headers: &response.headers,
                date,
                body,
                to_head: method == Method::Head,
                persistence,
            };
            wire::write_response(&mut buffer, &parts);
        });
        self.send(buffer).await?;
        Ok(body.len())
    }

    /// Writes an answer while its body is made: to its end, or to that of the service or the peer. Tells how long it was, and whether
    /// the connection ends with it.
    async fn stream<S: Service>(
        &mut self,
        response: Response,
        method: Method,
        http_1_0: bool,
        persistence: Persistence,
        input: &mut Input,
        visit: &Visit<S>,
    ) -> Result<(usize, bool), Ending> {
        let Response { status, content_type, body, headers, .. } = response;
        let Body::Stream(mut source) = body else { return Ok((0, false)) };
        let persistence = if http_1_0 { Persistence::Closes } else { persistence };
        let mut buffer = buffers::take();
        with_date(|date| {
            let to_head = method == Method::Head;
            let parts =
                ResponseParts { status, content_type, headers: &headers, date, body: &[], to_head, persistence };
            wire::write_stream_head(&mut buffer, &parts, !http_1_0);
        });
        self.send(buffer).await?;
        let mut sent = 0;
        while let Some(octets) = self.piece(&mut *source, method, input, visit).await? {
            sent += octets.len();
            let mut buffer = buffers::take();
            if http_1_0 {
                buffer.extend_from_slice(&octets);
            } else {
                wire::write_chunk(&mut buffer, &octets);
            }
            self.send(buffer).await?;
        }
        if !http_1_0 && method != Method::Head {
            let mut buffer = buffers::take();
            wire::write_chunk(&mut buffer, &[]);
            self.send(buffer).await?;
        }
        Ok((sent, http_1_0 || visit.shutdown.is_begun()))
    }

    /// The next piece of a body that is made while it is sent. A peer that leaves meanwhile ends it: nobody would read what comes.
    async fn piece<S: Service>(
        &mut self,
        source: &mut dyn Source,
        method: Method,
        input: &mut Input,
        visit: &Visit<S>,
    ) -> Result<Option<Vec<u8>>, Ending> {
        if method == Method::Head {
            return Ok(None);
        }
        let mut next = pin!(guarded(async {
            tokio::select! {
                biased;
                () = visit.shutdown.begun() => None,
                next = source.next() => next.filter(|octets| !octets.is_empty()),
            }
        }));
        let mut made = None;
        // Of who has sent the next request already no more is read: what waits for its turn is bounded.
        if input.is_empty() && self.transport.readable(async { made = Some(next.as_mut().await) }).await {
            let (read, buffer) = self.transport.read(buffers::take(), Instant::now() + BRIEFLY).await;
            *input = Input { buffer, used: 0 };
            if !read.is_ok_and(|octets| octets > 0) {
                return Err(Ending::Done);
            }
        }
        let made = match made {
            Some(made) => made,
            None => next.await,
        };
        // Broken off without its end, so that nobody takes it for whole.
        made.ok_or(Ending::Done)
    }

    async fn send(&mut self, buffer: Vec<u8>) -> Result<(), Ending> {
        let (written, buffer) = self.transport.write_all(buffer, Instant::now() + self.settings.timeouts.write).await;
        buffers::give(buffer);
        written.map_err(|error| match error.kind() {
            io::ErrorKind::TimedOut => Ending::SlowReader,
            _ => Ending::Done,
        })
    }

    /// Whom a request comes from.
    fn client(&self, head: &RequestHead) -> Peer {
        if self.settings.client_address != ClientAddress::Header || !self.settings.trusts(self.peer) {
            return self.peer;
        }
        // The last address is the proxy's own word; what stands before it anybody may have written.
        let told = head.headers.all("x-forwarded-for").last().and_then(|value| std::str::from_utf8(value).ok());
        let address = told.and_then(|value| value.rsplit(',').next()?.trim().parse().ok());
        address.map_or(self.peer, |address| Peer::at(SocketAddr::new(address, 0)))
    }

    async fn end<S: Service>(&mut self, ending: Ending, visit: &Visit<S>) {
        let linger = self.settings.timeouts.linger;
        match ending {
            Ending::Refused(cause) => self.refuse(cause, visit).await,
            Ending::SlowReader => visit.refused(self.peer, Refusal::SlowReader),
            Ending::Lingering => self.linger(linger).await,
            Ending::Done => self.linger(linger.min(BRIEFLY)).await,
        }
    }

    /// Counts and says why, and closes.
    pub(super) async fn refuse<S: Service>(&mut self, cause: Refusal, visit: &Visit<S>) {
        visit.refused(self.peer, cause);
        let linger = self.settings.timeouts.linger;
        // A host that has too many connections shall not keep this one for long.
        let linger = match (cause, self.peer) {
            // By a Unix socket an answer is read whatever else is left.
            (Refusal::HostConnections, Peer::Local) => Duration::ZERO,
            (Refusal::HostConnections, _) => linger.min(BRIEFLY),
            _ => linger,
        };
        self.say(cause, linger, &*visit.service).await;
    }

    /// Says why, and closes so that the peer can read it.
    async fn say<S: Service>(&mut self, cause: Refusal, linger: Duration, service: &S) {
        let Some(status) = cause.status() else { return };
        let mut response = service.refusal(cause);
        if status == 503 {
            response = response.with_header("Retry-After", limits::RETRY_AFTER_S.to_string());
        }
        let Body::Whole(ref body) = response.body else { return };
        if self.write(&response, body, Method::Get, Persistence::Closes).await.is_ok() {
            self.linger(linger).await;
        }
    }

    /// Ends our side, and reads and forgets what the peer still sends: to close on unread octets would reset the
    /// connection, and the peer might lose the answer (RFC 9112 section 9.6).
    async fn linger(&mut self, limit: Duration) {
        let deadline = Instant::now() + limit;
        if self.transport.finish(deadline).await.is_err() {
            return;
        }
        let mut budget = limits::HTTP_LINGER_OCTETS;
        while let Ok(Some(octets)) = self.transport.read_idle(sleep_until(deadline)).await {
            let count = octets.len();
            buffers::give(octets);
            match budget.checked_sub(count) {
                Some(left) if count > 0 => budget = left,
                _ => return,
            }
        }
    }
}

/// What the service makes; `None` when it panicked, which ends this connection and no other.
async fn guarded<T>(made: impl Future<Output = T>) -> Option<T> {
    let mut made = pin!(made);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| made.as_mut().poll(context))) {
        Ok(poll) => poll.map(Some),
        Err(_) => Poll::Ready(None),
    })
    .await
}

/// Lends the date of an answer that leaves now, which is made once a second.
fn with_date(write: impl FnOnce(&str)) {
    thread_local! {
        static DATE: RefCell<(u64, String)> = const { RefCell::new((0, String::new())) };
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs();
    DATE.with_borrow_mut(|(second, text)| {
        if *second != now || text.is_empty() {
            (*second, *text) = (now, wire::http_date(now));
        }
        write(text);
    });
}
