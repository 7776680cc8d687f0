//! Package #0: the notification by which a server calls a handset to a session (OMA-TS-DM-Notification 1.2 section 6), and
//! the envelopes that it travels in.
//!
//! Octets only: never sends, never keeps a nonce, never decides whom to call. Called by `desk` and `serve` to build, by
//! `handset` and the tools of `cli` to read.

pub mod push;

#[cfg(test)]
mod tests;

use super::auth::{self, UserDigest};
use crate::limits;

/// What a notification asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// How much of the session the user shall notice.
    pub ui_mode: UiMode,
    /// Whose wish the session is.
    pub initiator: Initiator,
    /// The session's id, never 0. The handset names it in SyncHdr as [`session_id_text`] spells it.
    pub session_id: u16,
    /// The server's id, 1 to 255 octets: by it the handset finds the account.
    pub server_id: String,
    /// The vendor's part, which the digest covers.
    pub vendor: Vec<u8>,
}

/// How much of the session the user shall notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UiMode {
    /// The handset's choice.
    NotSpecified,
    /// Nothing.
    Background,
    /// The handset tells that a session begins.
    Informative,
    /// The handset asks before a session begins.
    UserInteraction,
}

/// Whose wish the session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initiator {
    /// The user's.
    Client,
    /// The server's.
    Server,
}

/// Why a notification cannot be read (the sender's fault) or built (the caller's).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotificationError {
    /// Fewer octets than the fields need.
    #[error("the notification ends early, at octet {0}")]
    EndsEarly(usize),
    /// More octets than any bearer carries.
    #[error("a notification above the limit of {limit} octets", limit = limits::NOTIFICATION_OCTETS)]
    TooLong,
    /// Session id 0.
    #[error("the session id at octet 21 is 0")]
    SessionId,
    /// A server id that is empty, longer than 255 octets or not UTF-8.
    #[error("the server id at octet 24 is not 1 to 255 octets of UTF-8")]
    ServerId,
}

/// The version in the header: 1.1, which DM 1.1.2 and 1.2 share.
pub const VERSION: u16 = 11;

/// A notification as it was read, not yet proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received<'a> {
    /// What it asks for.
    pub notification: Notification,
    /// The version in the header, ten times the number: 11 is 1.1. Clients in the field take any.
    pub version: u16,
    /// The digest by which the server proves itself.
    pub digest: [u8; auth::HASH],
    /// What the digest covers: all that follows it.
    pub trigger: &'a [u8],
}

impl Notification {
    /// Builds the notification. `digest` is that of server id and server password, the nonce the one that the handset
    /// gave last.
    pub fn build(&self, digest: &UserDigest, nonce: &[u8]) -> Result<Vec<u8>, NotificationError> {
        let trigger = self.trigger()?;
        let mut octets = auth::notification(digest, nonce, &trigger).to_vec();
        octets.extend_from_slice(&trigger);
        if octets.len() > limits::NOTIFICATION_OCTETS {
            return Err(NotificationError::TooLong);
        }
        Ok(octets)
    }

    /// Header and body, which follow the digest.
    fn trigger(&self) -> Result<Vec<u8>, NotificationError> {
        if self.session_id == 0 {
            return Err(NotificationError::SessionId);
        }
        let id_length = u8::try_from(self.server_id.len()).ok().filter(|&length| length > 0);
        let id_length = id_length.ok_or(NotificationError::ServerId)?;
        // Ten bits of version, two of ui mode, one of initiator, and three of the 27 reserved ones.
        let first = VERSION << 6 | (self.ui_mode as u16) << 4 | (self.initiator as u16) << 3;
        let mut trigger = first.to_be_bytes().to_vec();
        trigger.extend_from_slice(&[0; 3]);
        trigger.extend_from_slice(&self.session_id.to_be_bytes());
        trigger.push(id_length);
        trigger.extend_from_slice(self.server_id.as_bytes());
        trigger.extend_from_slice(&self.vendor);
        Ok(trigger)
    }
}

impl<'a> Received<'a> {
    /// Reads a notification. Any version and any reserved bits are taken.
    pub fn parse(octets: &'a [u8]) -> Result<Self, NotificationError> {
        if octets.len() > limits::NOTIFICATION_OCTETS {
            return Err(NotificationError::TooLong);
        }
        let ends_early = NotificationError::EndsEarly(octets.len());
        let (&digest, trigger) = octets.split_first_chunk().ok_or(ends_early)?;
        let (&[first, second, _, _, _, id_high, id_low, id_length], body) =
            trigger.split_first_chunk().ok_or(ends_early)?;
        let (server_id, vendor) = body.split_at_checked(usize::from(id_length)).ok_or(ends_early)?;
        let session_id = u16::from_be_bytes([id_high, id_low]);
        if session_id == 0 {
            return Err(NotificationError::SessionId);
        }
        let server_id = std::str::from_utf8(server_id).ok().filter(|id| !id.is_empty());
        let head = u16::from_be_bytes([first, second]);
        let notification = Notification {
            ui_mode: match head >> 4 & 0b11 {
                0 => UiMode::NotSpecified,
                1 => UiMode::Background,
                2 => UiMode::Informative,
                _ => UiMode::UserInteraction,
            },
            initiator: if head >> 3 & 1 == 0 { Initiator::Client } else { Initiator::Server },
            session_id,
            server_id: server_id.ok_or(NotificationError::ServerId)?.to_owned(),
            vendor: vendor.to_vec(),
        };
        Ok(Self { notification, version: head >> 6, digest, trigger })
    }

    /// Whether the server with this digest, of server id and server password, sent it with this nonce.
    pub fn is_proven(&self, digest: &UserDigest, nonce: &[u8]) -> bool {
        auth::check_notification(digest, nonce, self.trigger, &self.digest)
    }
}

/// The SessionID by which the handset answers: one to four upper-case hex digits.
pub fn session_id_text(session_id: u16) -> String {
    format!("{session_id:X}")
}
