//! A small HTTP client: one connection, one request at a time.
//!
//! It keeps its connection, connects anew when that was closed meanwhile, and bounds every answer in size and time. It
//! speaks TLS where the URL says `https`, to whom its [`Trust`] allows; it follows no redirects and keeps no cookies. Runs
//! on any tokio runtime; the simulated handset, the load generator and the outbox call it.

mod streams;
mod tls;
mod url;

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::net::{TcpStream, UnixStream};
use tokio::time::{Instant, timeout_at};

pub use streams::Answer;
use tls::Stream;
pub use tls::Trust;
pub use url::Url;

use super::wire::{self, Chunked, Framing, HeadScanner, Headers, Method, ResponseHead, WireError};
use crate::limits;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The URL is not one that this client can call.
    #[error("URL `{url}`: {reason}")]
    Url {
        /// As given.
        url: String,
        /// What is wrong.
        reason: &'static str,
    },
    /// No connection came about.
    #[error("cannot connect to {authority}: {error}")]
    Connect {
        /// Host and port.
        authority: String,
        /// What the system said.
        error: io::Error,
    },
    /// The URL says `https`, and the client was given nobody to trust.
    #[error("https, and no certificates to trust")]
    NoTrust,
    /// No TLS came about: the peer is not trusted, or does not speak it as we do.
    #[error("no TLS with {authority}: {error}")]
    Tls {
        /// Host and port.
        authority: String,
        /// What was wrong.
        error: io::Error,
    },
    /// The connection broke.
    #[error("the connection broke: {0}")]
    Broken(#[source] io::Error),
    /// The peer closed before its answer was complete.
    #[error("closed by the peer before the answer was complete")]
    Closed,
    /// The deadline passed.
    #[error("no answer in time")]
    TimedOut,
    /// The answer is larger than this client takes.
    #[error("the answer is larger than {0} octets")]
    TooLarge(usize),
    /// The answer is not HTTP.
    #[error("the answer is {0}")]
    Malformed(#[from] WireError),
}

/// A whole answer.
#[derive(Debug)]
pub struct Reply {
    /// The status code; interim ones were skipped.
    pub status: u16,
    /// All header lines.
    pub headers: Headers,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// Content-Type as sent, parameters and all.
    pub fn content_type(&self) -> Option<&str> {
        self.headers.text("content-type")
    }
}

/// One connection to where the last request went.
#[derive(Debug)]
pub struct Client {
    url: Url,
    /// A Unix socket to go by, whatever host the URL names.
    socket: Option<PathBuf>,
    connection: Option<Stream>,
    trust: Option<Trust>,
    answer_limit: usize,
    answer_time: Duration,
}

impl Client {
    /// A client for requests to `url` and relative to it; connects at the first request.
    pub fn new(url: &str) -> Result<Self, ClientError> {
        Ok(Self {
            url: Url::parse(url)?,
            socket: None,
            connection: None,
            trust: None,
            answer_limit: limits::ANSWER_OCTETS,
            answer_time: Duration::from_millis(limits::CLIENT_ANSWER_MS),
        })
    }

    /// The same, connected.
    pub async fn connect(url: &str) -> Result<Self, ClientError> {
        let mut client = Self::new(url)?;
        client.connection = Some(client.open().await?);
        Ok(client)
    }

    /// Another client to the same place, with a connection of its own.
    #[must_use]
    pub fn sibling(&self) -> Self {
        let (url, socket) = (self.url.clone(), self.socket.clone());
        Self { url, socket, connection: None, trust: self.trust.clone(), ..*self }
    }

    /// Goes by the Unix socket at this path.
    #[must_use]
    pub fn by_socket(mut self, path: &Path) -> Self {
        self.socket = Some(path.into());
        self
    }

    /// Sets whom the client trusts where the URL says `https`.
    #[must_use]
    pub fn with_trust(mut self, trust: Option<Trust>) -> Self {
        self.trust = trust;
        self
    }

    /// Sets how long an answer may take, from the request to its last octet.
    #[must_use]
    pub const fn with_answer_time(mut self, time: Duration) -> Self {
        self.answer_time = time;
        self
    }

    /// Sets how many octets an answer may bring.
    #[must_use]
    pub const fn with_answer_limit(mut self, octets: usize) -> Self {
        self.answer_limit = octets;
        self
    }

    /// Where the last request went, or the next one goes if nothing else is said.
    pub const fn url(&self) -> &Url {
        &self.url
    }

    /// Posts `body` to `url`: a whole URL, a path from its `/`, or nothing for the same place as before.
    ///
    /// A request that found its kept connection closed, before any octet of an answer, is sent once more on a new one.
    /// The peer may then see it twice: what is posted here must stand that, as messages of a DM session do by their numbers.
    pub async fn post(
        &mut self,
        url: &str,
        content_type: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Reply, ClientError> {
        self.request(Method::Post, url, headers, Some((content_type, body))).await
    }

    /// Gets `url`, given as for [`post`](Self::post).
    pub async fn get(&mut self, url: &str) -> Result<Reply, ClientError> {
        self.request(Method::Get, url, &[], None).await
    }

    /// Closes the connection; the next request opens another.
    pub fn close(&mut self) {
        self.connection = None;
    }

    /// Any request, whose `body` has a content type; for `url` and for what may be sent twice see [`post`](Self::post).
    pub async fn request(
        &mut self,
        method: Method,
        url: &str,
        headers: &[(&str, &str)],
        body: Option<(&str, &[u8])>,
    ) -> Result<Reply, ClientError> {
        self.turn_to(url)?;
        let mut octets = Vec::with_capacity(512 + body.map_or(0, |(_, body)| body.len()));
        wire::write_request(&mut octets, method, &self.url.authority(), &self.url.target, headers, body);
        if let Some(kept) = self.connection.take() {
            match self.exchange(kept, method, &octets).await {
                Err(Failed { error: ClientError::Closed | ClientError::Broken(_), answered: false }) => {}
                other => return other.map_err(|failed| failed.error),
            }
        }
        let fresh = self.open().await?;
        self.exchange(fresh, method, &octets).await.map_err(|failed| failed.error)
    }

    /// Takes `url` as the place of the next request; another host has another connection.
    fn turn_to(&mut self, url: &str) -> Result<(), ClientError> {
        if url.is_empty() {
            return Ok(());
        }
        let place = if url.starts_with('/') {
            Url::parse(&format!("{}://{}{url}", self.url.scheme(), self.url.authority()))?
        } else {
            Url::parse(url)?
        };
        if (place.tls, &place.host, place.port) != (self.url.tls, &self.url.host, self.url.port) {
            self.connection = None;
        }
        self.url = place;
        Ok(())
    }

    async fn open(&self) -> Result<Stream, ClientError> {
        let deadline = Instant::now() + Duration::from_millis(limits::CLIENT_CONNECT_MS);
        if let Some(path) = &self.socket {
            let connected = timeout_at(deadline, UnixStream::connect(path)).await.unwrap_or_else(|_| late());
            let authority = path.display().to_string();
            return connected.map(Stream::Local).map_err(|error| ClientError::Connect { authority, error });
        }
        let authority = || self.url.authority();
        let connecting = TcpStream::connect((self.url.host.as_str(), self.url.port));
        let stream = timeout_at(deadline, connecting)
            .await
            .unwrap_or_else(|_| late())
            .map_err(|error| ClientError::Connect { authority: authority(), error })?;
        // It fails only on a connection that is gone already, and the request will say so.
        let _ = stream.set_nodelay(true);
        if !self.url.tls {
            return Ok(Stream::Plain(stream));
        }
        let trust = self.trust.as_ref().ok_or(ClientError::NoTrust)?;
        let shaken = timeout_at(deadline, trust.shake_hands(stream, &self.url.host)).await;
        shaken
            .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
            .map_err(|error| ClientError::Tls { authority: authority(), error })
    }

    /// Sends the request and reads its answer; keeps the connection if that may be.
    async fn exchange(&mut self, stream: Stream, method: Method, request: &[u8]) -> Result<Reply, Failed> {
        let deadline = Instant::now() + self.answer_time;
        let mut exchange = Exchange { stream, input: Vec::new(), limit: self.answer_limit, answered: false };
        let answer = async {
            exchange.stream.write_all(request).await.map_err(ClientError::Broken)?;
            let head = exchange.head(method).await?;
            let body = exchange.body(head.framing).await?;
            Ok((head, body))
        };
        let answer = timeout_at(deadline, answer).await.unwrap_or(Err(ClientError::TimedOut));
        let (head, body) = answer.map_err(|error| Failed { error, answered: exchange.answered })?;
        // Octets that nobody asked for make the rest of the connection worthless.
        if head.keep_alive && exchange.input.is_empty() {
            self.connection = Some(exchange.stream);
        }
        Ok(Reply { status: head.status, headers: head.headers, body })
    }
}

/// What did not come about in time.
fn late<T>() -> io::Result<T> {
    Err(io::ErrorKind::TimedOut.into())
}

/// A failed exchange, and whether any of its answer had come.
struct Failed {
    error: ClientError,
    answered: bool,
}

struct Exchange {
    stream: Stream,
    /// What has arrived and is not used up.
    input: Vec<u8>,
    limit: usize,
    answered: bool,
}

impl Exchange {
    /// The head of the final answer.
    async fn head(&mut self, method: Method) -> Result<ResponseHead, ClientError> {
        loop {
            let mut scanner = HeadScanner::default();
            let end = loop {
                if let Some(end) = scanner.find_end(&self.input)? {
                    break end;
                }
                self.fill().await?;
            };
            let head = ResponseHead::parse(&self.input[..end], method)?;
            self.input.drain(..end);
            if head.status >= 200 {
                return Ok(head);
            }
        }
    }

    async fn body(&mut self, framing: Framing) -> Result<Vec<u8>, ClientError> {
        let mut body = Vec::new();
        match framing {
            Framing::None => {}
            Framing::Length(length) => {
                let length = usize::try_from(length).ok().filter(|&length| length <= self.limit);
                let length = length.ok_or(ClientError::TooLarge(self.limit))?;
                while self.input.len() < length {
                    self.fill().await?;
                }
                let rest = self.input.split_off(length);
                body = std::mem::replace(&mut self.input, rest);
            }
            Framing::Chunked => {
                let mut chunked = Chunked::default();
                loop {
                    let used = chunked.decode(&self.input, &mut body, self.limit).map_err(|error| match error {
                        WireError::BodyTooLarge => ClientError::TooLarge(self.limit),
                        other => other.into(),
                    })?;
                    self.input.drain(..used.unwrap_or(self.input.len()));
                    if used.is_some() {
                        break;
                    }
                    self.fill().await?;
                }
            }
            Framing::UntilClose => loop {
                body.append(&mut self.input);
                if body.len() > self.limit {
                    return Err(ClientError::TooLarge(self.limit));
                }
                match self.fill().await {
                    Ok(()) => {}
                    Err(ClientError::Closed) => break,
                    Err(error) => return Err(error),
                }
            },
        }
        Ok(body)
    }

    async fn fill(&mut self) -> Result<(), ClientError> {
        self.input.reserve(limits::BUFFER_OCTETS);
        match self.stream.read(&mut self.input).await {
            Ok(0) => Err(ClientError::Closed),
            Ok(_) => {
                self.answered = true;
                Ok(())
            }
            Err(error) => Err(ClientError::Broken(error)),
        }
    }
}
