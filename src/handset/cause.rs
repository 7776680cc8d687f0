//! Why a session ended otherwise than by the server's empty package: the `cause` of a report.
//!
//! Sorted by blame: the server refused, the server misbehaved, the way between failed, or a fault switch was set. Never
//! holds a secret. Made by the whole room, printed by `report.rs`.

use super::device::faults::Fault;

/// The cause.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// The server answers SyncHdr with a code that ends the session.
    #[error("the server refused the message with Status {0}")]
    Refused(u32),
    /// The server wants credentials, but does not say how.
    #[error("the server answered Status {0} without a Chal")]
    NoChallenge(u32),
    /// The server asks for a scheme that the account does not have.
    #[error("the server asks for the scheme `{0}`, which is not the account's")]
    OtherScheme(String),
    /// The server wants credentials again and again.
    #[error("the server refused the credentials too often")]
    ChallengedTooOften,
    /// The server sent Alert 1223.
    #[error("the server aborted the session (Alert 1223)")]
    ServerAborted,
    /// The server could not prove itself.
    #[error("the server's credentials were missing or wrong too often")]
    ServerUnproven,
    /// The server's message breaks a rule of the protocol.
    #[error("the server misbehaved: {0}")]
    ServerMisbehaved(String),
    /// The session does not end.
    #[error("the session has more than {} messages", crate::limits::MESSAGES_PER_SESSION)]
    TooManyMessages,
    /// No answer, or none that HTTP or the document reader accepts.
    #[error("{0}")]
    Transport(String),
    /// A fault switch ended the session on purpose.
    #[error("fault switch {0}")]
    Fault(Fault),
}

impl Cause {
    /// Whether nobody refused anything: the way between broke, or the server lost the session.
    pub(super) const fn is_break(&self) -> bool {
        matches!(self, Self::Transport(_) | Self::ServerAborted)
    }
}
