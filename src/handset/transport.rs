//! One message on its way and its answer back: octets, media type, patience, and the fault switches that disturb the way.
//!
//! A message keeps its octets however often it is sent: the server must see the same MsgID with the same content
//! (OMA-TS-DM_Protocol 1.2 section 8). Decides nothing of the protocol. Used by `run.rs`.

use std::time::{Duration, Instant};

use super::cause::Cause;
use super::client::{Heard, Session};
use super::code;
use super::device::faults::Fault;
use super::device::station::Handset;
use super::package::bare_alert;
use super::run::Carriage;
use super::sloppy;
use crate::http::client::{Client, ClientError, Reply, Url};
use crate::http::wire::is_media_type;
use crate::limits;
use crate::syncml::document::{Command, Message};

/// An answer of the server.
#[derive(Debug)]
pub(super) struct Answer {
    message: Message,
    body: Vec<u8>,
    hmac: Option<String>,
}

impl Answer {
    pub(super) fn heard(&self) -> Heard<'_> {
        Heard { message: &self.message, body: &self.body, hmac: self.hmac.as_deref() }
    }
}

/// A message in octets, ready to be sent as often as it takes.
struct Parcel {
    url: String,
    media_type: &'static str,
    body: Vec<u8>,
    hmac: Option<String>,
    /// Whether the connection ends with the answer.
    closes: bool,
}

/// Sends messages of a handset.
pub(super) struct Transport<'a> {
    pub(super) client: &'a mut Client,
    pub(super) carriage: &'a Carriage<'a>,
    /// How long each answer took, repeated messages and all.
    pub(super) latencies: Vec<Duration>,
}

impl Transport<'_> {
    /// Sends the last message of the session, and gives the answer to it, disturbed as the fault switch says.
    pub(super) async fn exchange(
        &mut self,
        handset: &Handset,
        session: &Session,
        message: &Message,
    ) -> Result<Answer, Cause> {
        let parcel = self.pack(handset, session, message)?;
        match session.disturbed() {
            Some(Fault::GarbageDocument) => self.send_garbage(&parcel).await?,
            Some(Fault::Disconnect) => self.cut(&parcel).await,
            _ => {}
        }
        let first = session.messages() == 1;
        let answer = self.deliver(&parcel, first).await?;
        match handset.fault {
            Some(Fault::LostResponse) => self.repeat(&parcel, answer).await,
            Some(Fault::ChangedRepeat) if session.disturbed().is_some() => {
                let mut changed = message.clone();
                changed.commands.push(Command::Alert(bare_alert(1224)));
                let parcel = self.pack(handset, session, &changed)?;
                // Whatever the server makes of it, the session goes on from the answer to the first one.
                let _ = self.post(&parcel).await;
                Ok(answer)
            }
            _ => Ok(answer),
        }
    }

    fn pack(&self, handset: &Handset, session: &Session, message: &Message) -> Result<Parcel, Cause> {
        if self.carriage.confined {
            stays(&handset.account.url, session.target())?;
        }
        let encoding = self.carriage.encoding;
        let habits = &handset.habits;
        let form = self.carriage.wbxml_form.unwrap_or(habits.wbxml_form);
        let body = sloppy::write(message, encoding, habits.sloppy, form);
        let body = body.map_err(|error| Cause::Transport(error.to_string()))?;
        let media_type = if habits.plain_media_type { encoding.plain_media_type() } else { encoding.media_type() };
        let hmac = session.hmac(handset, &body);
        Ok(Parcel { url: session.target().to_owned(), media_type, body, hmac, closes: habits.closes })
    }

    /// Sends until an answer has come, or patience is at its end: a busy server is asked again after the time that it
    /// names, and what got no answer at all is sent again, octet by octet the same.
    async fn deliver(&mut self, parcel: &Parcel, first: bool) -> Result<Answer, Cause> {
        let (mut busy, mut lost) = (limits::HANDSET_BUSY_RETRIES, limits::HANDSET_RETRANSMISSIONS);
        let mut pause = Duration::from_millis(limits::HANDSET_RETRY_MS);
        loop {
            match self.post(parcel).await {
                Ok(reply) if reply.status == 503 && busy > 0 => {
                    busy -= 1;
                    tokio::time::sleep(retry_after(&reply)).await;
                }
                Ok(reply) => return self.read(parcel.media_type, reply),
                Err(error) if lost > 0 && is_worth_another_try(&error, first) => {
                    lost -= 1;
                    tracing::info!("no answer ({error}); the message is sent again");
                    tokio::time::sleep(pause).await;
                    pause *= 2;
                }
                Err(error) => return Err(Cause::Transport(error.to_string())),
            }
        }
    }

    async fn post(&mut self, parcel: &Parcel) -> Result<Reply, ClientError> {
        let mut headers = vec![("Accept", parcel.media_type)];
        headers.extend(parcel.hmac.as_deref().map(|hmac| ("x-syncml-hmac", hmac)));
        if parcel.closes {
            headers.push(("Connection", "close"));
        }
        let sent = Instant::now();
        let reply = self.client.post(&parcel.url, parcel.media_type, &headers, &parcel.body).await;
        self.latencies.push(sent.elapsed());
        if parcel.closes {
            self.client.close();
        }
        reply
    }

    fn read(&self, asked: &str, reply: Reply) -> Result<Answer, Cause> {
        if reply.status != 200 {
            return Err(Cause::Transport(format!("the server answered with HTTP status {}", reply.status)));
        }
        let media_type = reply.content_type().unwrap_or_default();
        if !is_media_type(media_type, asked) {
            let shown: String = media_type.chars().take(64).collect();
            return Err(Cause::ServerMisbehaved(format!("Content-Type: expected {asked}, got `{shown}`")));
        }
        let message = self.carriage.encoding.read(&reply.body);
        let message = message.map_err(|error| Cause::ServerMisbehaved(format!("unreadable document: {error}")))?;
        let hmac = reply.headers.text("x-syncml-hmac").map(str::to_owned);
        Ok(Answer { message, body: reply.body, hmac })
    }

    /// Repeats a message as if its answer had been lost. The server must answer what it answered before; only a challenge
    /// may bring another nonce.
    async fn repeat(&mut self, parcel: &Parcel, first: Answer) -> Result<Answer, Cause> {
        let second = self.deliver(parcel, false).await?;
        if second.message == first.message || is_challenge(&first.message) {
            Ok(second)
        } else {
            Err(Cause::ServerMisbehaved("a repeated message got another answer".into()))
        }
    }

    /// Sends a message and cuts the connection without waiting for its answer.
    async fn cut(&mut self, parcel: &Parcel) {
        let brief = Duration::from_millis(limits::HANDSET_CUT_MS);
        let _ = tokio::time::timeout(brief, self.post(parcel)).await;
        self.client.close();
    }

    /// Sends octets that are no document, on a connection of their own; HTTP must refuse them.
    async fn send_garbage(&mut self, parcel: &Parcel) -> Result<(), Cause> {
        let failed = |error: ClientError| Cause::Transport(error.to_string());
        let mut other = self.client.sibling();
        let garbage = parcel.body.iter().map(|octet| octet ^ 0xA5).collect::<Vec<u8>>();
        let reply = other.post(&parcel.url, parcel.media_type, &[], &garbage).await.map_err(failed)?;
        if reply.status == 400 {
            return Ok(());
        }
        Err(Cause::ServerMisbehaved(format!("HTTP status {} for octets that are no document", reply.status)))
    }
}

/// Whether sending again may help. Where nobody listens at the very first message, there is no server.
fn is_worth_another_try(error: &ClientError, first: bool) -> bool {
    match error {
        ClientError::Connect { .. } => !first,
        ClientError::Broken(_) | ClientError::Closed | ClientError::TimedOut => true,
        _ => false,
    }
}

/// An error where a RespURI leads to another host or port than the account.
fn stays(account: &str, target: &str) -> Result<(), Cause> {
    let authority = |url: &str| Url::parse(url).ok().map(|url| (url.tls, url.authority()));
    if target.starts_with('/') || authority(account) == authority(target) {
        return Ok(());
    }
    Err(Cause::ServerMisbehaved("RespURI leads to another host".into()))
}

fn is_challenge(message: &Message) -> bool {
    message.commands.iter().any(|command| {
        matches!(command, Command::Status(status) if status.cmd_ref == 0
            && matches!(status.code, code::UNAUTHORIZED | code::CREDENTIALS_MISSING))
    })
}

fn retry_after(reply: &Reply) -> Duration {
    let seconds = reply.headers.text("retry-after").and_then(|text| text.trim().parse().ok()).unwrap_or(1);
    Duration::from_secs(seconds).min(Duration::from_millis(limits::HANDSET_BUSY_WAIT_MS))
}
