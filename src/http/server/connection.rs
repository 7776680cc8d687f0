//! One connection: requests in, one after the other; answers out, in the same order.
//!
//! An idle connection is one small waiting task without a buffer; what a request needs is made when its first octets
//! are there and let go when its answer has left. A connection ends at the first doubt about where a request ends.

use std::future::poll_fn;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::{Instant, sleep, sleep_until};

use super::{Refusal, Request, Response, Service, Shutdown, Timeouts};
use crate::http::wire::{
    self, CONTINUE, Chunked, Expectation, Framing, HeadScanner, Method, Persistence, RequestHead, ResponseParts,
};
use crate::limits;
use crate::net::{Transport, buffers};

/// Serves one connection until either side ends it. It counts as open for `shutdown` from this call on.
pub fn serve_connection<T, S>(
    transport: T,
    service: Rc<S>,
    timeouts: Timeouts,
    shutdown: Shutdown,
) -> impl Future<Output = ()>
where
    T: Transport,
    S: Service,
{
    let presence = shutdown.enter();
    async move {
        service.connections(1);
        run(Connection { transport, timeouts }, &*service, &shutdown).await;
        service.connections(-1);
        drop(presence);
    }
}

/// How long a connection lingers that has nothing more to say as far as we know.
const BRIEFLY: Duration = Duration::from_millis(limits::HTTP_LINGER_BRIEFLY_MS);

async fn run<T: Transport, S: Service>(mut connection: Connection<T>, service: &S, shutdown: &Shutdown) {
    let timeouts = connection.timeouts;
    loop {
        let give_up = async {
            tokio::select! {
                () = shutdown.begun() => {}
                () = sleep(timeouts.idle) => {}
            }
        };
        let Ok(Some(octets)) = connection.transport.read_idle(give_up).await else { return };
        let input = Input { buffer: octets, used: 0 };
        // In a box, so that the memory of a request is not kept for an idle connection.
        match Box::pin(connection.answer_all(input, service, shutdown)).await {
            Ok(()) => {}
            Err(Ending::Refused(cause)) => {
                service.refused(cause);
                Box::pin(connection.refuse(cause)).await;
                return;
            }
            Err(Ending::SlowReader) => {
                service.refused(Refusal::SlowReader);
                return;
            }
            Err(Ending::Lingering) => {
                Box::pin(connection.linger(timeouts.linger)).await;
                return;
            }
            Err(Ending::Done) => {
                Box::pin(connection.linger(timeouts.linger.min(BRIEFLY))).await;
                return;
            }
        }
    }
}

/// Tells a connection beyond the cap to come back later.
pub(super) async fn turn_away<T: Transport>(transport: T, timeouts: Timeouts) {
    Connection { transport, timeouts }.refuse(Refusal::Connections).await;
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

struct Connection<T> {
    transport: T,
    timeouts: Timeouts,
}

impl<T: Transport> Connection<T> {
    /// Answers the request that `input` begins, and all that came behind it. `Ok` when the connection is idle again.
    async fn answer_all<S: Service>(
        &mut self,
        mut input: Input,
        service: &S,
        shutdown: &Shutdown,
    ) -> Result<(), Ending> {
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
            let request = Request { head, body, peer: self.transport.peer() };
            let response = call(service, request).await.ok_or(Refusal::OurFault)?;
            // Decided now that the answer is written: the end may have begun while it was made.
            let persistence = match (keep_alive && !shutdown.is_begun(), http_1_0) {
                (false, _) => Persistence::Closes,
                (true, true) => Persistence::StaysTold,
                (true, false) => Persistence::Stays,
            };
            self.write(&response, method, persistence).await?;
            if persistence == Persistence::Closes {
                // Though no octet is left here, one may be on its way: closed upon it, the peer would see a reset, not the answer
                // (RFC 9112 section 9.6).
                return Err(if input.is_empty() { Ending::Done } else { Ending::Lingering });
            }
        }
    }

    async fn read_head(&mut self, input: &mut Input) -> Result<RequestHead, Ending> {
        let deadline = Instant::now() + self.timeouts.head;
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
        let limit = service.body_limit(head);
        if length.is_some_and(|length| length > limit) {
            return Err(Refusal::BodyTooLarge.into());
        }

        let deadline = Instant::now() + self.timeouts.body;
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
        let parts = ResponseParts {
            status: response.status,
            content_type: response.content_type,
            headers: &response.headers,
            date: &date(),
            body: &response.body,
            to_head: method == Method::Head,
            persistence,
        };
        wire::write_response(&mut buffer, &parts);
        self.send(buffer).await
    }

    async fn send(&mut self, buffer: Vec<u8>) -> Result<(), Ending> {
        let (written, buffer) = self.transport.write_all(buffer, Instant::now() + self.timeouts.write).await;
        buffers::give(buffer);
        written.map_err(|error| match error.kind() {
            io::ErrorKind::TimedOut => Ending::SlowReader,
            _ => Ending::Done,
        })
    }

    /// Says why, and closes so that the peer can read it.
    async fn refuse(&mut self, cause: Refusal) {
        let Some(status) = cause.status() else { return };
        let mut response = Response::text(status, cause.as_str());
        if status == 503 {
            response = response.with_header("Retry-After", "5");
        }
        if self.write(&response, Method::Get, Persistence::Closes).await.is_ok() {
            self.linger(self.timeouts.linger).await;
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

/// Date of an answer that leaves now.
fn date() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    wire::http_date(now.as_secs())
}
