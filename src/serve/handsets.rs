//! The handsets' side of HTTP: `POST /dm`, one document in, one document out.
//!
//! Frames nothing (that is `http`), decides nothing (that is `desk`): it reads the document, finds the device's thread, and writes the reply in the
//! encoding that was asked in. Called by `http::server` on each IO thread.

use std::cell::Cell;
use std::hash::Hasher;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};
use siphasher::sip::SipHasher13;
use tokio::sync::{mpsc, oneshot};

use crate::desk::entropy;
use crate::desk::failures::Source;
use crate::dm::account::{Challenger, MacProof};
use crate::dm::session::Reply;
use crate::http::server::{Method, Refusal, Request, RequestHead, Response, Service};
use crate::http::wire::is_media_type;
use crate::limits;
use crate::metrics::Metrics;
use crate::net::{Peer, network};
use crate::syncml::document::{Command, Message};
use crate::syncml::{ReadError, WriteError, wbxml, xml};

use super::io::{Io, Mail, Parcel};
use super::trace::{Direction, Trace};

/// What handsets post to on one thread.
pub(super) struct Handsets {
    pub(super) path: Arc<str>,
    pub(super) threads: Arc<Threads>,
    /// Number of this thread.
    pub(super) own: usize,
    pub(super) io: Rc<Io>,
    pub(super) challenger: Arc<Challenger>,
    pub(super) metrics: Arc<Metrics>,
    pub(super) trace: Option<Trace>,
    /// When a document of a session was last told to be none.
    pub(super) told: Cell<Option<Instant>>,
}

/// The inboxes of all desks, and which of them is a device's.
pub(super) struct Threads {
    pub(super) inboxes: Vec<mpsc::Sender<Mail>>,
    /// Random: which devices share a thread is nobody's business outside.
    pub(super) key: (u64, u64),
}

impl Threads {
    /// The thread of a device.
    pub(super) fn of(&self, device: &str) -> usize {
        let mut hasher = SipHasher13::new_with_keys(self.key.0, self.key.1);
        hasher.write(device.as_bytes());
        (hasher.finish() % self.inboxes.len().max(1) as u64) as usize
    }
}

/// How a document is encoded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Xml,
    Wbxml,
}

/// The media types: those of device management, and those without `.dm` which a widespread client sends. The answer is of the
/// type that was asked in, whatever Accept says.
const TYPES: [(&str, Encoding); 4] = [
    ("application/vnd.syncml.dm+xml", Encoding::Xml),
    ("application/vnd.syncml.dm+wbxml", Encoding::Wbxml),
    ("application/vnd.syncml+xml", Encoding::Xml),
    ("application/vnd.syncml+wbxml", Encoding::Wbxml),
];

impl Encoding {
    fn read(self, body: &[u8], pieces: usize) -> Result<Message, ReadError> {
        match self {
            Self::Xml => xml::read_within(body, pieces),
            Self::Wbxml => wbxml::read_within(body, pieces),
        }
    }

    pub(super) fn write(self, message: &Message) -> Result<Vec<u8>, WriteError> {
        match self {
            Self::Xml => xml::write(message),
            Self::Wbxml => wbxml::write(message),
        }
    }
}

impl Service for Handsets {
    fn body_limit(&self, head: &RequestHead) -> usize {
        if self.is_known(head) { limits::HTTP_BODY_OCTETS } else { limits::STRANGER_BODY_OCTETS }
    }

    async fn call(&self, request: Request) -> Response {
        let began = Instant::now();
        let response = self.answer(request).await;
        self.metrics.request(response.status, began.elapsed());
        response
    }

    fn connections(&self, change: i64) {
        self.metrics.connections.add(change);
    }

    fn refused(&self, cause: Refusal) {
        self.metrics.refused(cause.as_str());
    }
}

impl Handsets {
    /// Whether a request shows a token of ours.
    fn is_known(&self, head: &RequestHead) -> bool {
        token(head).is_some_and(|token| entropy::is_sealed(token, &self.challenger))
    }

    /// Whether another line about a session's documents may be written now.
    fn may_tell(&self) -> bool {
        let pause = Duration::from_millis(limits::BAD_DOCUMENT_LINES_MS);
        let may = self.told.get().is_none_or(|told| told.elapsed() >= pause);
        if may {
            self.told.set(Some(Instant::now()));
        }
        may
    }

    async fn answer(&self, request: Request) -> Response {
        if request.head.path != *self.path {
            return Response::text(404, "not found");
        }
        if request.head.method != Method::Post {
            return Response::text(405, "POST only").with_header("Allow", "POST");
        }
        if is_coded(&request.head) {
            return Response::text(415, "a content coding").with_header("Accept-Encoding", "identity");
        }
        let content_type = request.head.content_type().unwrap_or_default();
        let Some((media_type, encoding)) = TYPES.into_iter().find(|(known, _)| is_media_type(content_type, known))
        else {
            return Response::text(415, "not a SyncML document");
        };
        let known = self.is_known(&request.head);
        let pieces = if known { limits::SESSION_PIECES } else { limits::STRANGER_PIECES };
        let fits = |message: &Message| {
            known || message.commands.iter().map(Command::count).sum::<usize>() <= limits::STRANGER_COMMANDS
        };
        let message = match encoding.read(&request.body, pieces) {
            Ok(message) if fits(&message) => message,
            Ok(_) => {
                tracing::debug!(request = %request.id, peer = %request.peer, "a stranger's document has too many commands");
                self.metrics.refused("bad_document");
                return Response::text(400, "too many commands");
            }
            Err(error) => {
                // Of a handset that has proved itself an operator will want to know; there are few, but one may be mad.
                if known && self.may_tell() {
                    tracing::info!(request = %request.id, peer = %request.peer, %error, "a body of a session is not a document");
                } else {
                    tracing::debug!(request = %request.id, peer = %request.peer, %error, "a body is not a document");
                }
                self.metrics.refused("bad_document");
                return Response::text(400, "not a SyncML document");
            }
        };
        if let Some(trace) = &self.trace {
            trace.note(Direction::In, encoding, &message, &request.body);
        }
        self.metrics.messages.inc();
        let (reply, answered) = oneshot::channel();
        let digest = Sha256::digest(&request.body).into();
        let token = token(&request.head).map(str::to_owned);
        let thread = self.threads.of(&message.header.source.uri);
        let mac = mac(&request);
        let binary = encoding == Encoding::Wbxml;
        let max_message = request.body_octets.min(limits::HTTP_BODY_OCTETS) as u32;
        let source = Source(network::host(request.peer).unwrap_or_default());
        // Where a handset is found is learned when it comes, not with each message.
        let peer = match request.peer {
            Peer::Internet(address) if token.is_none() => Some(address.ip().to_string()),
            _ => None,
        };
        let parcel =
            Parcel { message, token, digest, mac, binary, max_message, source, peer, request: request.id, reply };
        if thread == self.own {
            self.io.message(parcel);
        } else if self.threads.inboxes[thread].try_send(Mail::Message(parcel)).is_err() {
            self.metrics.refused("desk_full");
        }
        match answered.await {
            Ok(reply) => Response {
                // Only a session has a place of its own, and only a credential opens one.
                to_known: reply.message.header.resp_uri.is_some(),
                ..self.written(&reply, media_type, encoding)
            },
            Err(_) => Response::text(503, "busy").with_header("Retry-After", limits::RETRY_AFTER_S.to_string()),
        }
    }

    fn written(&self, reply: &Reply, media_type: &'static str, encoding: Encoding) -> Response {
        let message = &reply.message;
        match encoding.write(message) {
            Ok(body) => {
                if let Some(trace) = &self.trace {
                    trace.note(Direction::Out, encoding, message, &body);
                }
                let mac = reply.seal.as_ref().map(|seal| seal.header(&body));
                let response = Response::new(200, media_type, body).with_header("Cache-Control", "no-store");
                mac.into_iter().fold(response, |response, mac| response.with_header(MAC_HEADER, mac))
            }
            Err(error) => {
                tracing::error!(%error, "a document cannot be written");
                Response::text(500, "internal error")
            }
        }
    }
}

/// Whether a body is compressed or the like (RFC 9110 section 8.4): no handset was seen to do so, and none of it is undone here.
fn is_coded(head: &RequestHead) -> bool {
    let codings = head.headers.all("content-encoding").flat_map(|list| list.split(|&octet| octet == b','));
    codings.map(<[u8]>::trim_ascii).any(|coding| !coding.is_empty() && !coding.eq_ignore_ascii_case(b"identity"))
}

/// The header that holds the MAC of a message.
const MAC_HEADER: &str = "x-syncml-hmac";

/// The MAC that a request shows, over its body as it came.
fn mac(request: &Request) -> Option<MacProof> {
    let value = String::from_utf8_lossy(request.head.headers.get(MAC_HEADER)?);
    Some(MacProof::read(&value, &request.body))
}

/// The session token of a request: `s` of the query.
fn token(head: &RequestHead) -> Option<&str> {
    head.query.as_deref()?.split('&').find_map(|pair| pair.strip_prefix("s="))
}
