//! What one session came to: the line that `akeyd handset --json` prints, and the figures that the load test gathers.
//!
//! Made by `run.rs`.

use std::fmt::{self, Write as _};
use std::time::Duration;

use serde::{Serialize, Serializer};

use super::cause::Cause;
use super::client::Session;
use super::device::station::Handset;
use super::provisioning::keys::Key;
use crate::words::spelled;

spelled! {
    /// How a session ended for the handset.
    SessionOutcome {
        /// A new key became live.
        Updated = "updated",
        /// The server ended the session without a new key, and nothing was refused.
        Nothing = "nothing",
        /// The handset refused a provisioning message; `result_code` says why.
        Rejected = "rejected",
        /// The session broke off; `cause` says why.
        Failed = "failed",
    }
}

/// The report of one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Name of the handset.
    pub device_id: String,
    /// Outcome.
    #[serde(serialize_with = "as_word")]
    pub outcome: SessionOutcome,
    /// Why the session ended otherwise than by the server's empty package. An update may have one too: a key can be
    /// committed and its answer lost.
    pub cause: Option<String>,
    /// RESULT_CODE of the first provisioning message that the handset refused.
    pub result_code: Option<u8>,
    /// Commits so far.
    pub key_version: u32,
    /// The live key: whether there is one, or its hex digits.
    pub committed: KeyShown,
    /// The key that waits for its commit: whether there is one, or its hex digits.
    pub pending: KeyShown,
    /// Whether the session broke off before the server had ended it.
    #[serde(skip)]
    pub(super) broken: bool,
    /// Messages that the handset sent, repeated ones counted once.
    pub messages: u32,
    /// Time from each message sent to its answer.
    #[serde(skip)]
    pub latencies: Vec<Duration>,
}

/// A key in a report.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum KeyShown {
    /// Only whether there is one.
    Present(bool),
    /// Its octets as lower-case hex digits, shown on request.
    Hex(String),
}

impl fmt::Debug for KeyShown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Present(there) => write!(f, "Present({there})"),
            Self::Hex(_) => f.write_str("Hex([redacted])"),
        }
    }
}

impl KeyShown {
    fn new(key: Option<&Key>, show: bool) -> Self {
        match key {
            Some(key) if show => {
                let mut digits = String::with_capacity(2 * key.expose().len());
                for octet in key.expose() {
                    // Writing to a String cannot fail.
                    let _ = write!(digits, "{octet:02x}");
                }
                Self::Hex(digits)
            }
            other => Self::Present(other.is_some()),
        }
    }
}

impl Report {
    /// The report of a session that has ended; `key_version` is the counter from before it.
    pub fn new(handset: &Handset, session: &Session, cause: Option<&Cause>, key_version: u32, show_keys: bool) -> Self {
        let keys = handset.keys();
        let result_code = session.steps().iter().map(|step| step.result_code).find(|code| *code != 0);
        let outcome = if keys.key_version != key_version {
            SessionOutcome::Updated
        } else if result_code.is_some() {
            SessionOutcome::Rejected
        } else if cause.is_some() {
            SessionOutcome::Failed
        } else {
            SessionOutcome::Nothing
        };
        Self {
            device_id: handset.device_id().to_owned(),
            outcome,
            cause: cause.map(ToString::to_string),
            result_code,
            key_version: keys.key_version,
            committed: KeyShown::new(keys.committed.as_ref(), show_keys),
            pending: KeyShown::new(keys.pending.as_ref(), show_keys),
            broken: cause.is_some_and(Cause::is_break),
            messages: session.messages(),
            latencies: Vec::new(),
        }
    }

    /// Whether the session broke off, so that another may take up what it left.
    pub const fn is_broken(&self) -> bool {
        self.broken
    }

    /// The report as one JSON object on one line.
    pub fn json(&self) -> String {
        // Nothing in a report can fail to be written: its keys are texts, its numbers are integers.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The report as one line for people.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let took: Duration = self.latencies.iter().sum();
        write!(f, "{}: {}, key version {}", self.device_id, self.outcome, self.key_version)?;
        if let KeyShown::Hex(digits) = &self.committed {
            write!(f, ", key {digits}")?;
        }
        write!(f, ", {} messages in {} ms", self.messages, took.as_millis())?;
        if let Some(result_code) = self.result_code {
            write!(f, ", RESULT_CODE {result_code}")?;
        }
        self.cause.as_ref().map_or(Ok(()), |cause| write!(f, ": {cause}"))
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn as_word<S: Serializer>(outcome: &SessionOutcome, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(outcome.as_str())
}
