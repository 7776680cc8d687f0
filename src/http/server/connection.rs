//! One connection that has been let in: requests in, one after the other; answers out, in the same order.
//!
//! An idle connection is one small waiting task without a buffer; what a request needs is made when its first octets
//! are there and let go when its answer has left. A connection ends at the first doubt about where a request ends.

use std::cell::RefCell;
use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::{Instant, sleep_until};

use super::access::Entry;
use super::greeting::{Standing, Visit};
use super::{Refusal, Request, RequestId, Response, Service, Settings};
use crate::http::wire::{
    self, CONTINUE, Chunked, Expectation, Framing, HeadScanner, Method, Persistence, RequestHead, ResponseParts,
};
use crate::limits;
use crate::net::proxy::ClientAddress;
use crate::net::{Peer, Transport, buffers};

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
pub(super) async fn turn_away<T: Transport>(transport: T, settings: Arc<Settings>) {
    let mut connection = Connection { peer: transport.peer(), transport, requests_left: 0, settings };
    let linger = connection.settings.timeouts.linger;
    connection.say(Refusal::Connections, linger).await;
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
            let head = self.read_head(&mut input).await?;
            let body = self.read_body(&head, &mut input, service).await?;
            let (method, http_1_0, keep_alive) = (head.method, head.http_1_0, head.keep_alive);
            let id = RequestId::next();
            let peer = self.client(&head);
            let entry = self.settings.access_log.then(|| Entry::new(id, peer, method, &head.path, body.len()));
            let response = call(service, Request { head, body, peer, id }).await.ok_or(Refusal::OurFault)?;
            if response.to_known {
                *standing = None;
            }
            self.requests_left = self.requests_left.saturating_sub(1);
            // Decided now that the answer is written: the end may have begun while it was made.
            let stays = keep_alive && self.requests_left > 0 && !visit.shutdown.is_begun();
            let persistence = match (stays, http_1_0) {
                (false, _) => Persistence::Closes,
                (true, true) => Persistence::StaysTold,
                (true, false) => Persistence::Stays,
            };
            self.write(&response, method, persistence).await?;
            if let Some(entry) = entry {
                entry.write(response.status, response.body.len());
            }
            if persistence == Persistence::Closes {
                // Though no octet is left here, one may be on its way: closed upon it, the peer would see a reset, not the answer
                // (RFC 9112 section 9.6).
                return Err(if input.is_empty() { Ending::Done } else { Ending::Lingering });
            }
        }
    }

    async fn read_head(&mut self, input: &mut Input) -> Result<RequestHead, Ending> {
        let deadline = Instant::now() + self.settings.timeouts.head;
        let mut scanner = HeadScanner::default();
        loop {
            if let Some(end) = scanner.find_end(input.octets())? {
                let head = RequestHead::parse(&input.octets()[..end]);
                input.consume(end);
                let head = head?;
                return if head.method == Method::Other { Err(Refusal::NotSupported.into()) } else { Ok(head) };
            }
            self.fill(input, deadline, Refusal::SlowHead).await?;
        }
    }

    async fn read_body<S: Service>(
        &mut self,
        head: &RequestHead,
        input: &mut Input,
        service: &S,
    ) -> Result<Vec<u8>, Ending> {
        if head.expectation == Expectation::Unknown {
            return Err(Refusal::Expectation.into());
        }
        let length = match head.framing {
            Framing::Length(length) => Some(usize::try_from(length).unwrap_or(usize::MAX)),
            Framing::Chunked => None,
            Framing::None | Framing::UntilClose if matches!(head.method, Method::Post | Method::Put) => {
                return Err(Refusal::NoLength.into());
            }
            Framing::None | Framing::UntilClose => return Ok(Vec::new()),
        };
        let limit = service.body_limit(head).min(self.settings.body_octets);
        if length.is_some_and(|length| length > limit) {
            return Err(Refusal::BodyTooLarge.into());
        }

        let deadline = Instant::now() + self.settings.timeouts.body;
        if head.expectation == Expectation::Continue && input.is_empty() && length != Some(0) {
            let mut buffer = buffers::take();
            buffer.extend_from_slice(CONTINUE);
            self.send(buffer).await?;
        }
        let mut body = Vec::with_capacity(length.unwrap_or(0).min(limits::BUFFER_OCTETS));
        let mut chunked = Chunked::default();
        loop {
            let octets = input.octets();
            let done = match length {
                Some(length) => {
                    let here = octets.len().min(length - body.len());
                    body.extend_from_slice(&octets[..here]);
                    (body.len() == length).then_some(here)
                }
                None => chunked.decode(octets, &mut body, limit)?,
            };
            input.consume(done.unwrap_or(octets.len()));
            if done.is_some() {
                return Ok(body);
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

    async fn write(&mut self, response: &Response, method: Method, persistence: Persistence) -> Result<(), Ending> {
        let mut buffer = buffers::take();
        with_date(|date| {
            let parts = ResponseParts {
                status: response.status,
                content_type: response.content_type,
                headers: &response.headers,
                date,
                body: &response.body,
                to_head: method == Method::Head,
                persistence,
            };
            wire::write_response(&mut buffer, &parts);
        });
        self.send(buffer).await
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
        self.say(cause, if cause == Refusal::HostConnections { linger.min(BRIEFLY) } else { linger }).await;
    }

    /// Says why, and closes so that the peer can read it.
    async fn say(&mut self, cause: Refusal, linger: Duration) {
        let Some(status) = cause.status() else { return };
        let mut response = Response::text(status, cause.as_str());
        if status == 503 {
            response = response.with_header("Retry-After", limits::RETRY_AFTER_S.to_string());
        }
        if self.write(&response, Method::Get, Persistence::Closes).await.is_ok() {
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

/// Has the service answer; `None` when it panicked, which ends this connection and no other.
async fn call<S: Service>(service: &S, request: Request) -> Option<Response> {
    let mut call = pin!(service.call(request));
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| call.as_mut().poll(context))) {
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
