//! Sessions over HTTP: carries the messages of `client.rs` to a server and back, and reports what came of it.
//!
//! Runs on any tokio runtime. Makes no decision of the protocol, but for the transport: a busy server (503) is asked
//! again, and what HTTP or the document reader refuses ends the session. Called by `cli` for `akeyd handset`, by `lab`
//! for demo and load, and by tests.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use super::cause::Cause;
use super::client::{Initiator, Next, Session};
use super::code;
use super::encoding::Encoding;
use super::faults::Fault;
use super::report::{Report, SessionOutcome};
use super::settings::{Settings, file_error};
use super::state;
use super::station::Handset;
use crate::http::client::{Client, ClientError, Reply};
use crate::http::wire::is_media_type;
use crate::limits;
use crate::syncml::document::{Command, Message};
use crate::words::Time;

/// Why a session could not be run: our own surroundings, never the server.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A device id that no message can carry.
    #[error("--device-id: `{0}` is empty, too long, or holds blanks or control characters")]
    DeviceId(String),
    /// A service programming code that is none. The text is not repeated: it may be nearly right.
    #[error("--spc: not six decimal digits")]
    Spc,
    /// The scheme needs a password.
    #[error("{0}: wanted by the authentication scheme")]
    FlagMissing(&'static str),
    /// The URL cannot be called.
    #[error("--url: {0}")]
    Url(ClientError),
    /// A file could not be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The report could not be printed.
    #[error("standard output: {0}")]
    Output(#[source] io::Error),
    /// No random octets.
    #[error("random source: {0}")]
    Random(getrandom::Error),
}

/// How a session is carried.
#[derive(Clone, Debug)]
pub struct Carriage<'a> {
    /// Encoding of the messages.
    pub encoding: Encoding,
    /// Who began.
    pub initiator: Initiator,
    /// File that keeps the handset's state; written before a message that depends on it leaves.
    pub state: Option<&'a Path>,
    /// Whether the report shows keys.
    pub show_keys: bool,
}

/// Runs `settings.count` sessions and prints a report of each to `out`. True when none was rejected or failed.
pub async fn run(settings: &Settings, out: &mut impl Write) -> Result<bool, RunError> {
    let mut handset = settings.handset()?;
    let mut client = Client::new(&settings.url).map_err(RunError::Url)?;
    let mut well = true;
    for _ in 0..settings.count {
        handset.tick(now());
        let carriage = Carriage {
            encoding: settings.encoding,
            initiator: Initiator::Client,
            state: settings.state.as_deref(),
            show_keys: settings.show_keys,
        };
        let report = run_session(&mut handset, &mut client, &carriage, getrandom::fill).await?;
        well &= matches!(report.outcome, SessionOutcome::Updated | SessionOutcome::Nothing);
        let line = if settings.json { report.json() } else { report.to_string() };
        writeln!(out, "{line}").map_err(RunError::Output)?;
    }
    Ok(well)
}

/// Runs one session. `random` gives nonces, the SessionID and x. Whatever the server does ends in a report.
pub async fn run_session(
    handset: &mut Handset,
    client: &mut Client,
    carriage: &Carriage<'_>,
    random: impl FnMut(&mut [u8]) -> Result<(), getrandom::Error>,
) -> Result<Report, RunError> {
    let before = handset.keys().key_version;
    let mut random = Random { source: random, failed: None };
    let (mut session, mut message) = Session::start(handset, carriage.initiator.clone(), &mut |o| random.fill(o));
    let mut latencies = Vec::new();
    let cause = loop {
        random.check()?;
        keep(handset, carriage)?;
        let answer = match exchange(client, session.target(), carriage.encoding, &message, &mut latencies).await {
            Ok(answer) if handset.fault == Some(Fault::LostResponse) => {
                repeat(client, &session, carriage.encoding, &message, &answer).await
            }
            other => other,
        };
        let next = match answer {
            Ok(answer) => session.handle(handset, &answer, &mut |octets| random.fill(octets)),
            Err(cause) => Next::Done(Some(cause)),
        };
        match next {
            Next::Send(next) => message = next,
            Next::Done(cause) => break cause,
        }
    };
    handset.end_session();
    keep(handset, carriage)?;
    let report = Report::new(handset, &session, cause.as_ref(), before, carriage.show_keys);
    Ok(Report { latencies, ..report })
}

/// Sends a message and reads its answer. A server that is busy is asked again, after the time that it names.
async fn exchange(
    client: &mut Client,
    url: &str,
    encoding: Encoding,
    message: &Message,
    latencies: &mut Vec<Duration>,
) -> Result<Message, Cause> {
    let body = encoding.write(message).map_err(|error| Cause::Transport(error.to_string()))?;
    let mut patience = limits::HANDSET_BUSY_RETRIES;
    loop {
        let sent = Instant::now();
        let reply = client.post(url, encoding.media_type(), &[("Accept", encoding.media_type())], &body).await;
        latencies.push(sent.elapsed());
        let reply = reply.map_err(|error| Cause::Transport(error.to_string()))?;
        if reply.status == 503 && patience > 0 {
            patience -= 1;
            tokio::time::sleep(retry_after(&reply)).await;
            continue;
        }
        return read(encoding, &reply);
    }
}

/// Repeats a message as if its answer had been lost. The server must answer what it answered before; only a challenge may
/// bring another nonce.
async fn repeat(
    client: &mut Client,
    session: &Session,
    encoding: Encoding,
    message: &Message,
    first: &Message,
) -> Result<Message, Cause> {
    let second = exchange(client, session.target(), encoding, message, &mut Vec::new()).await?;
    if second == *first || is_challenge(first) {
        Ok(second)
    } else {
        Err(Cause::ServerMisbehaved("a repeated message got another answer".into()))
    }
}

fn is_challenge(message: &Message) -> bool {
    message.commands.iter().any(|command| {
        matches!(command, Command::Status(status) if status.cmd_ref == 0
            && matches!(status.code, code::UNAUTHORIZED | code::CREDENTIALS_MISSING))
    })
}

fn read(encoding: Encoding, reply: &Reply) -> Result<Message, Cause> {
    if reply.status != 200 {
        return Err(Cause::Transport(format!("the server answered with HTTP status {}", reply.status)));
    }
    let media_type = reply.content_type().unwrap_or_default();
    if !is_media_type(media_type, encoding.media_type()) {
        let shown: String = media_type.chars().take(64).collect();
        return Err(Cause::ServerMisbehaved(format!(
            "Content-Type: expected {}, got `{shown}`",
            encoding.media_type()
        )));
    }
    encoding.read(&reply.body).map_err(|error| Cause::ServerMisbehaved(format!("unreadable document: {error}")))
}

fn retry_after(reply: &Reply) -> Duration {
    let seconds = reply.headers.text("retry-after").and_then(|text| text.trim().parse().ok()).unwrap_or(1);
    Duration::from_secs(seconds).min(Duration::from_millis(limits::HANDSET_BUSY_WAIT_MS))
}

fn now() -> Time {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Time(u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX))
}

fn keep(handset: &Handset, carriage: &Carriage<'_>) -> Result<(), RunError> {
    match carriage.state {
        Some(path) => state::save(path, handset).map_err(|error| file_error(path, error)),
        None => Ok(()),
    }
}

/// A random source whose failure is seen before anything leaves that was made from it.
struct Random<R> {
    source: R,
    failed: Option<getrandom::Error>,
}

impl<R: FnMut(&mut [u8]) -> Result<(), getrandom::Error>> Random<R> {
    fn fill(&mut self, octets: &mut [u8]) {
        if let Err(error) = (self.source)(octets) {
            self.failed = Some(error);
        }
    }

    fn check(&self) -> Result<(), RunError> {
        self.failed.map_or(Ok(()), |error| Err(RunError::Random(error)))
    }
}
