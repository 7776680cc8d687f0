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

impl UiMode {
    /// All of them, each at its number.
    pub const ALL: [Self; 4] = [Self::NotSpecified, Self::Background, Self::Informative, Self::UserInteraction];
}

/// Whose wish the session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initiator {
    /// The user's.
    Client,
    /// The server's.
    Server,
}

impl Initiator {
    /// Both of them, each at its number.
    pub const ALL: [Self; 2] = [Self::Client, Self::Server];
}

/// Why a notification cannot be read (the sender's fault) or built (the caller's).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotificationError {
    /// Fewer octets than the fields need.
    #[error("the notification ends early, at octet {0}")]
    EndsEarly(usize),
    /// More octets than any bearer carries.
    #[error("the notification does not end at octet {limit}, the limit", limit = limits::NOTIFICATION_OCTETS)]
    TooLong,
    /// A version of more than ten bits, or reserved bits beyond the 27.
    #[error("the header at octet 16 has no room for that version or those reserved bits")]
    Header,
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
    /// The 27 reserved bits, 0 as far as is known.
    pub reserved: u32,
    /// The digest by which the server proves itself.
    pub digest: [u8; auth::HASH],
    /// What the digest covers: all that follows it.
    pub trigger: &'a [u8],
}

impl Notification {
    /// Builds the notification. `digest` is that of server id and server password, the nonce the one that the handset
    /// gave last.
    pub fn build(&self, digest: &UserDigest, nonce: &[u8]) -> Result<Vec<u8>, NotificationError> {
        let trigger = self.trigger(VERSION, 0)?;
        joined(auth::notification(digest, nonce, &trigger), &trigger)
    }

    /// Builds the notification with a digest, a version and reserved bits of whatever kind: for tools.
    pub fn with_header(
        &self,
        version: u16,
        reserved: u32,
        digest: [u8; auth::HASH],
    ) -> Result<Vec<u8>, NotificationError> {
        joined(digest, &self.trigger(version, reserved)?)
    }

    /// Header and body, which follow the digest.
    fn trigger(&self, version: u16, reserved: u32) -> Result<Vec<u8>, NotificationError> {
        if version >> VERSION_BITS != 0 || reserved >> RESERVED_BITS != 0 {
            return Err(NotificationError::Header);
        }
        if self.session_id == 0 {
            return Err(NotificationError::SessionId);
        }
        let id_length = u8::try_from(self.server_id.len()).ok().filter(|&length| length > 0);
        let id_length = id_length.ok_or(NotificationError::ServerId)?;
        let mode = (self.ui_mode as u64) << 1 | self.initiator as u64;
        let header = (u64::from(version) << 3 | mode) << RESERVED_BITS | u64::from(reserved);
        let mut trigger = header.to_be_bytes()[3..].to_vec();
        trigger.extend_from_slice(&self.session_id.to_be_bytes());
        trigger.push(id_length);
        trigger.extend_from_slice(self.server_id.as_bytes());
        trigger.extend_from_slice(&self.vendor);
        Ok(trigger)
    }
}

/// Bits of the version; two of ui mode and one of initiator follow.
const VERSION_BITS: u32 = 10;
/// Bits behind them.
const RESERVED_BITS: u32 = 27;

fn joined(digest: [u8; auth::HASH], trigger: &[u8]) -> Result<Vec<u8>, NotificationError> {
    if auth::HASH + trigger.len() > limits::NOTIFICATION_OCTETS {
        return Err(NotificationError::TooLong);
    }
    Ok([&digest, trigger].concat())
}

impl<'a> Received<'a> {
    /// Reads a notification. Any version and any reserved bits are taken.
    pub fn parse(octets: &'a [u8]) -> Result<Self, NotificationError> {
        if octets.len() > limits::NOTIFICATION_OCTETS {
            return Err(NotificationError::TooLong);
        }
        let ends_early = NotificationError::EndsEarly(octets.len());
        let (&digest, trigger) = octets.split_first_chunk().ok_or(ends_early)?;
        let (header, rest) = trigger.split_first_chunk::<5>().ok_or(ends_early)?;
        let (&[id_high, id_low, id_length], body) = rest.split_first_chunk().ok_or(ends_early)?;
        let (server_id, vendor) = body.split_at_checked(usize::from(id_length)).ok_or(ends_early)?;
        let session_id = u16::from_be_bytes([id_high, id_low]);
        if session_id == 0 {
            return Err(NotificationError::SessionId);
        }
        let server_id = std::str::from_utf8(server_id).ok().filter(|id| !id.is_empty());
        let header = header.iter().fold(0_u64, |header, &octet| header << 8 | u64::from(octet));
        let mode = header >> RESERVED_BITS;
        let notification = Notification {
            ui_mode: UiMode::ALL[(mode >> 1 & 0b11) as usize],
            initiator: Initiator::ALL[(mode & 1) as usize],
            session_id,
            server_id: server_id.ok_or(NotificationError::ServerId)?.to_owned(),
            vendor: vendor.to_vec(),
        };
        let reserved = (header & ((1 << RESERVED_BITS) - 1)) as u32;
        Ok(Self { notification, version: (mode >> 3) as u16, reserved, digest, trigger })
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
