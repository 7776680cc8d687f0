//! Credentials of OMA DM: basic, md5 and MAC (OMA-TS-DM-Security 1.2 section 5.3, OMA-SyncML-RepPro 1.2 appendix).
//!
//! Pure functions over a user's digest, a nonce and octets. Never chooses a scheme, draws, stores or forgets a nonce,
//! and never counts attempts: `dm` and `handset` do. Comparisons take the same time wherever the values differ.

use std::fmt;

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use base64::engine::{DecodePaddingMode, general_purpose::STANDARD};
use md5::{Digest, Md5};
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

use super::document::{Cred, Meta};
use crate::limits;

mod header;
pub use header::{MacHeader, MacHeaderError};

/// How a party proves who it is, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AuthType {
    /// `syncml:auth-basic`: user and password in the clear.
    Basic,
    /// `syncml:auth-md5`: digest over password and nonce.
    Md5,
    /// `syncml:auth-MAC`: digest over password, nonce and the whole message, in the header `x-syncml-hmac`.
    Mac,
}

impl AuthType {
    /// Every type, weakest first.
    pub const ALL: [Self; 3] = [Self::Basic, Self::Md5, Self::Mac];

    /// The name in a Meta's Type.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Basic => "syncml:auth-basic",
            Self::Md5 => "syncml:auth-md5",
            Self::Mac => "syncml:auth-MAC",
        }
    }

    /// The type that a Meta names, upper or lower case alike.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(name.trim()))
    }
}

/// `B64(H(user:password))`, 24 characters: all that needs to be kept of a password. As good as the password itself for
/// md5 and MAC, so it is wiped when dropped and never printed.
#[derive(Clone)]
pub struct UserDigest([u8; UserDigest::LEN]);

impl UserDigest {
    /// Characters of a digest.
    pub const LEN: usize = 24;

    /// A digest as it was stored; `None` when the text is not the base64 of 16 octets.
    pub fn from_stored(text: &[u8]) -> Option<Self> {
        let stored: [u8; Self::LEN] = text.try_into().ok()?;
        let hash = Zeroizing::new(STANDARD.decode(stored).ok()?);
        (hash.len() == HASH).then_some(Self(stored))
    }

    /// The 24 characters, to be stored with care.
    pub fn as_stored(&self) -> &[u8; Self::LEN] {
        &self.0
    }

    fn of(user_and_password: &[u8]) -> Self {
        let mut hash = hash(&[user_and_password]);
        let digest = Self(encode_hash(&hash));
        hash.zeroize();
        digest
    }
}

impl Drop for UserDigest {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl PartialEq for UserDigest {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for UserDigest {}

impl fmt::Debug for UserDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserDigest([redacted])")
    }
}

/// The digest of a user and password, both UTF-8.
pub fn user_digest(user: &str, password: &str) -> UserDigest {
    UserDigest::of(&plain(user, password))
}

/// Cred Data of basic: `B64(user:password)`.
pub fn basic(user: &str, password: &str) -> String {
    STANDARD.encode(plain(user, password))
}

/// Cred Data of md5: `B64(H(digest:nonce))`. The nonce is the decoded NextNonce.
pub fn md5(digest: &UserDigest, nonce: &[u8]) -> String {
    STANDARD.encode(md5_hash(digest, nonce))
}

/// The MAC of a message: `B64(H(digest:nonce:B64(H(body))))`, body as it is sent. Not the HMAC of RFC 2104.
pub fn mac(digest: &UserDigest, nonce: &[u8], body: &[u8]) -> String {
    STANDARD.encode(mac_hash(digest, nonce, &body_hash(body)))
}

/// The digest at the start of a notification: `H(digest:nonce:B64(H(trigger)))`, the trigger being all that follows it
/// (OMA-TS-DM-Notification 1.2 section 6). `digest` is that of server id and server password.
pub fn notification(digest: &UserDigest, nonce: &[u8], trigger: &[u8]) -> [u8; HASH] {
    mac_hash(digest, nonce, &body_hash(trigger))
}

/// Whether Cred Data of basic is right. The password is not needed: its digest is taken again.
pub fn check_basic(digest: &UserDigest, data: &str) -> bool {
    decode(data).is_some_and(|plain| UserDigest::of(&Zeroizing::new(plain)).0.ct_eq(&digest.0).into())
}

/// Whether Cred Data of md5 is right for a nonce.
pub fn check_md5(digest: &UserDigest, nonce: &[u8], data: &str) -> bool {
    decode(data).is_some_and(|given| given.ct_eq(&md5_hash(digest, nonce)).into())
}

/// Whether a message's MAC is right for a nonce.
pub fn check_mac(digest: &UserDigest, nonce: &[u8], body: &[u8], given: &[u8; HASH]) -> bool {
    check_mac_of(digest, nonce, &body_hash(body), given)
}

/// What a MAC needs of a body: H(body).
pub fn body_hash(body: &[u8]) -> [u8; HASH] {
    hash(&[body])
}

/// As [`check_mac`], over the hash of a body that is gone.
pub fn check_mac_of(digest: &UserDigest, nonce: &[u8], body_hash: &[u8; HASH], given: &[u8; HASH]) -> bool {
    given.ct_eq(&mac_hash(digest, nonce, body_hash)).into()
}

/// Whether a notification's digest is right for a nonce.
pub fn check_notification(digest: &UserDigest, nonce: &[u8], trigger: &[u8], given: &[u8; HASH]) -> bool {
    check_mac(digest, nonce, trigger, given)
}

/// A Cred of basic.
pub fn basic_cred(user: &str, password: &str) -> Cred {
    Cred { meta: auth_meta(AuthType::Basic), data: basic(user, password) }
}

/// A Cred of md5.
pub fn md5_cred(digest: &UserDigest, nonce: &[u8]) -> Cred {
    Cred { meta: auth_meta(AuthType::Md5), data: md5(digest, nonce) }
}

/// The Meta of a Chal: which type is asked for, and for md5 and MAC the next nonce. Send 16 octets: libdmclient breaks
/// on a nonce whose base64 ends in a single `=`.
pub fn challenge(kind: AuthType, nonce: &[u8]) -> Meta {
    let next_nonce = (kind != AuthType::Basic).then(|| STANDARD.encode(nonce));
    Meta { next_nonce, ..auth_meta(kind) }
}

/// The type that the Meta of a Cred or Chal names.
pub fn auth_type(meta: &Meta) -> Option<AuthType> {
    AuthType::parse(meta.type_.as_deref()?)
}

/// The nonce in the Meta of a Chal, decoded once: what it decodes to may look like base64 again and still is the nonce.
/// `None` when there is none or it is not base64.
pub fn next_nonce(meta: &Meta) -> Option<Vec<u8>> {
    decode(meta.next_nonce.as_deref()?)
}

/// Octets of an MD5 value.
pub const HASH: usize = 16;

/// Takes base64 with or without padding, as senders write it.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Decodes base64 from a peer: blanks and line ends are passed over, padding may be missing.
fn decode(text: &str) -> Option<Vec<u8>> {
    if text.len() > limits::META_TEXT_OCTETS {
        return None;
    }
    let text: Zeroizing<Vec<u8>> = Zeroizing::new(text.bytes().filter(|b| !b.is_ascii_whitespace()).collect());
    LENIENT.decode(text.as_slice()).ok()
}

fn plain(user: &str, password: &str) -> Zeroizing<Vec<u8>> {
    // Reserved at once: a buffer that grows leaves the password behind in the old one.
    let mut plain = Zeroizing::new(Vec::with_capacity(user.len() + 1 + password.len()));
    plain.extend_from_slice(user.as_bytes());
    plain.push(b':');
    plain.extend_from_slice(password.as_bytes());
    plain
}

fn auth_meta(kind: AuthType) -> Meta {
    Meta { format: Some("b64".to_owned()), type_: Some(kind.as_str().to_owned()), ..Meta::default() }
}

fn md5_hash(digest: &UserDigest, nonce: &[u8]) -> [u8; HASH] {
    hash(&[&digest.0, b":", nonce])
}

fn mac_hash(digest: &UserDigest, nonce: &[u8], body_hash: &[u8; HASH]) -> [u8; HASH] {
    hash(&[&digest.0, b":", nonce, b":", &encode_hash(body_hash)])
}

fn hash(pieces: &[&[u8]]) -> [u8; HASH] {
    let mut md5 = Md5::new();
    for piece in pieces {
        md5.update(piece);
    }
    md5.finalize().into()
}

/// The base64 of a hash, on the stack: 16 octets always make 24 characters.
fn encode_hash(hash: &[u8; HASH]) -> [u8; UserDigest::LEN] {
    let mut text = [b'='; UserDigest::LEN];
    let written = STANDARD.encode_slice(hash, &mut text);
    debug_assert_eq!(written, Ok(UserDigest::LEN));
    text
}

#[cfg(test)]
mod tests;
