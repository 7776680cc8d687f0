//! Sessions over HTTP: drives the messages of `client.rs` to a server and back, and reports what came of it.
//!
//! Runs on any tokio runtime. Makes no decision of the protocol; which session comes next, and who begins it, is decided
//! here. Called by `cli` for `akeyd handset`, by `lab` for demo and load, and by tests.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::client::{Initiator, Next, Session};
use super::device::faults::Fault;
use super::device::profile::WbxmlForm;
use super::device::station::Handset;
use super::encoding::Encoding;
use super::notify::{Call, Listener};
use super::report::{Report, SessionOutcome};
use super::settings::{Settings, file_error};
use super::state;
use super::transport::Transport;
use crate::http::client::{Client, ClientError};
use crate::limits;
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
    /// Settings that do not go together.
    #[error("{0}")]
    NotPossible(String),
    /// No socket for notifications, or standard input broke.
    #[error("--notify: {0}")]
    Notifications(#[source] io::Error),
    /// A nonce that is not base64.
    #[error("{0}: not base64")]
    Nonce(&'static str),
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
    /// Form of WBXML documents, if not the profile's.
    pub wbxml_form: Option<WbxmlForm>,
    /// Who began.
    pub initiator: Initiator,
    /// How long the handset thinks before each message after the first.
    pub think: Duration,
    /// File that keeps the handset's state; written before a message that depends on it leaves.
    pub state: Option<&'a Path>,
    /// Whether the report shows keys.
    pub show_keys: bool,
    /// Whether the session ends rather than follow a RespURI to another host.
    pub confined: bool,
}

impl Carriage<'_> {
    /// A session that the handset begins, without delay and without a file.
    pub fn of(encoding: Encoding) -> Self {
        Self {
            encoding,
            wbxml_form: None,
            initiator: Initiator::Client,
            think: Duration::ZERO,
            state: None,
            show_keys: false,
            confined: false,
        }
    }
}

/// Runs `settings.count` sessions and prints a report of each to `out`. True when none was rejected or failed.
///
/// A session that follows by itself is not counted: one that brings what an earlier one owed, or that takes up an
/// exchange after the handset's restart or a broken session (`settings.resume`).
pub async fn run(settings: &Settings, out: &mut impl Write) -> Result<bool, RunError> {
    let mut handset = settings.handset()?;
    let mut client = Client::new(&settings.url).map_err(RunError::Url)?.with_trust(settings.trust()?);
    let mut listener = match settings.notifications {
        Some(from) => Some(Listener::open(from).await.map_err(RunError::Notifications)?),
        None => None,
    };
    let mut well = true;
    let mut served: Option<String> = None;
    let mut count = 0;
    while count < settings.count {
        let initiator = match &mut listener {
            None => Initiator::Client,
            Some(listener) => {
                let call = listener.next(&handset, settings.patience).await.map_err(RunError::Notifications)?;
                let Some(Call { session_id, resync }) = call else {
                    tracing::warn!("no notification any more");
                    return Ok(false);
                };
                // One session for all notifications that name it.
                if served.as_ref() == Some(&session_id) {
                    continue;
                }
                handset.resync = resync;
                Initiator::Server { session_id }
            }
        };
        count += 1;
        let mut initiator = Some(initiator);
        let (mut resumed, mut owed) = (0, 0);
        while let Some(who) = initiator.take() {
            let carriage = Carriage {
                encoding: settings.encoding,
                wbxml_form: settings.wbxml_form,
                initiator: who.clone(),
                think: settings.think,
                state: settings.state.as_deref(),
                show_keys: settings.show_keys,
                confined: false,
            };
            let report = run_session(&mut handset, &mut client, &carriage, getrandom::fill).await?;
            handset.resync = false;
            let line = if settings.json { report.json() } else { report.to_string() };
            writeln!(out, "{line}").map_err(RunError::Output)?;
            if let (Initiator::Server { session_id }, None) = (who, &report.cause) {
                served = Some(session_id);
            }
            if handset.fault == Some(Fault::Reboot) {
                handset.fault = None;
                handset.restart();
                initiator = Some(Initiator::Client);
            } else if report.is_broken() && resumed < settings.resume {
                resumed += 1;
                initiator = Some(Initiator::Client);
            } else if handset.owes_an_answer() && owed < limits::HANDSET_OWED_SESSIONS {
                owed += 1;
                initiator = Some(Initiator::Client);
            } else {
                well &= matches!(report.outcome, SessionOutcome::Updated | SessionOutcome::Nothing);
            }
        }
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
    handset.tick(now());
    let (mut session, mut message) = Session::start(handset, carriage.initiator.clone(), &mut |o| random.fill(o));
    session.measure_in(carriage.encoding);
    let mut transport = Transport { client, carriage, latencies: Vec::new() };
    let cause = loop {
        random.check()?;
        keep(handset, carriage)?;
        let next = match transport.exchange(handset, &session, &message).await {
            Ok(answer) => {
                handset.tick(now());
                session.handle(handset, answer.heard(), &mut |octets| random.fill(octets))
            }
            Err(cause) => Next::Done(Some(cause)),
        };
        match next {
            Next::Send(next) => message = next,
            Next::Done(cause) => break cause,
        }
        if carriage.think > Duration::ZERO {
            tokio::time::sleep(carriage.think).await;
        }
    };
    let latencies = transport.latencies;
    handset.end_session();
    keep(handset, carriage)?;
    let report = Report::new(handset, &session, cause.as_ref(), before, carriage.show_keys);
    Ok(Report { latencies, ..report })
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
