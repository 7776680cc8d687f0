//! Whether a credential proves its sender, and the server's own proof (OMA-TS-DM-Security 1.2 section 5).
//!
//! Holds the secrets of one device's account and the nonces of both directions. A nonce proves once: the caller makes what
//! [`Accepted`] says durable before any answer leaves. Called by [`super::session`], [`super::strangers`] and `desk`.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::syncml::auth::{self, AuthType, UserDigest};
use crate::syncml::document::{Cred, Meta};
use crate::words::{DeviceId, Time};

/// Octets of a nonce: 128 bits, and a length whose base64 every client seen decodes.
pub const NONCE_OCTETS: usize = 16;

/// Milliseconds for which one challenge is the same for one device.
const SLOT_MS: u64 = 4_000;
/// Slots for which a challenge may be answered: 64 s.
const SLOTS: u64 = 16;

/// The secrets that a device and this server share. Cheap to clone into a session.
#[derive(Clone, Debug)]
pub struct Account {
    /// Scheme by which the device proves itself; never lowered by a message.
    pub scheme: AuthType,
    /// H(user:password).
    pub client: UserDigest,
    /// The nonce that the device's next credential may be made with. Empty: none, it must be challenged first.
    pub client_nonce: Vec<u8>,
    /// The slot of the last challenge that a credential was accepted for; older ones prove nothing more.
    pub last_slot: u64,
    /// How this server proves itself; `None` where the device wants no proof.
    pub server: Option<ServerSecret>,
}

/// The server's half of the account: how it proves itself to the device.
#[derive(Clone, Debug)]
pub enum ServerSecret {
    /// By `syncml:auth-basic`.
    Basic(ServerPassword),
    /// By `syncml:auth-md5`.
    Md5 {
        /// H(server id:server password).
        digest: UserDigest,
        /// The nonce that the device gave last.
        nonce: Vec<u8>,
    },
}

/// Name and password of the server where they are sent as they are. Wiped when dropped, never printed.
#[derive(Clone)]
pub struct ServerPassword {
    id: String,
    password: Zeroizing<String>,
}

impl fmt::Debug for ServerPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Account {
    /// An account that nobody has: what a credential of an unknown device is checked against, at the same cost as any.
    pub fn nobody(scheme: AuthType, secret: &str) -> Self {
        let client = auth::user_digest("", secret);
        Self { scheme, client, client_nonce: vec![0; NONCE_OCTETS], last_slot: 0, server: None }
    }
}

/// A credential that proved its sender; what must be kept so that it proves only once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The nonce for the device's next session.
    pub next_nonce: Vec<u8>,
    /// Credentials for challenges of this slot or older prove nothing from now on.
    pub last_slot: u64,
}

impl Account {
    /// Checks a credential. `next_nonce` is fresh, and becomes the account's nonce when the credential is good.
    pub fn accept(
        &self,
        device: &DeviceId,
        cred: &Cred,
        challenger: &Challenger,
        now: Time,
        next_nonce: Vec<u8>,
    ) -> Option<Accepted> {
        if auth::auth_type(&cred.meta) != Some(self.scheme) {
            return None;
        }
        let last_slot = match self.scheme {
            AuthType::Basic => auth::check_basic(&self.client, &cred.data).then_some(self.last_slot),
            AuthType::Md5 => self.slot_of(device, cred, challenger, now),
            AuthType::Mac => None,
        }?;
        Some(Accepted { next_nonce, last_slot })
    }

    /// The slot to remember when the credential is good: unchanged for the stored nonce, else that of its challenge.
    fn slot_of(&self, device: &DeviceId, cred: &Cred, challenger: &Challenger, now: Time) -> Option<u64> {
        let proves = |nonce: &[u8]| auth::check_md5(&self.client, nonce, &cred.data);
        if proves(&self.client_nonce) && !self.client_nonce.is_empty() {
            return Some(self.last_slot);
        }
        // The same work for every account, whatever it proved last: time must not tell one from another.
        let newest = slot(now).max(self.last_slot + 1);
        let oldest = newest.saturating_sub(SLOTS);
        let proven = (oldest..=newest).rev().filter(|&slot| proves(&challenger.nonce(device, slot))).last();
        proven.filter(|&slot| slot > self.last_slot)
    }
}

impl ServerSecret {
    /// A proof by the scheme of the account.
    pub fn new(scheme: AuthType, id: &str, password: &str, nonce: Vec<u8>) -> Self {
        match scheme {
            AuthType::Basic => {
                Self::Basic(ServerPassword { id: id.to_owned(), password: Zeroizing::new(password.to_owned()) })
            }
            AuthType::Md5 | AuthType::Mac => Self::Md5 { digest: auth::user_digest(id, password), nonce },
        }
    }

    /// Takes the nonce that the device gave; of no use where passwords are sent as they are.
    pub fn take_nonce(&mut self, given: &[u8]) {
        if let Self::Md5 { nonce, .. } = self {
            given.clone_into(nonce);
        }
    }

    /// The server's own credential.
    pub fn cred(&self) -> Cred {
        match self {
            Self::Basic(ServerPassword { id, password }) => auth::basic_cred(id, password),
            Self::Md5 { digest, nonce } => auth::md5_cred(digest, nonce),
        }
    }
}

/// Makes challenges that need not be remembered: each is a keyed digest of device and time, so the server finds it again
/// when the answer comes. A device that is not known gets one just alike.
pub struct Challenger {
    key: [u8; 32],
}

impl Challenger {
    /// `key` is random, the same for all threads of a process, and forgotten with it.
    pub fn new(key: [u8; 32]) -> Self {
        Self { key }
    }

    /// The challenge for a device now: Meta of a Chal. `last_slot` is the account's, as far as it is known: a device that has just
    /// answered a challenge gets the next one.
    pub fn challenge(&self, scheme: AuthType, device: &DeviceId, now: Time, last_slot: u64) -> Meta {
        auth::challenge(scheme, &self.nonce(device, slot(now).max(last_slot + 1)))
    }

    fn nonce(&self, device: &DeviceId, slot: u64) -> [u8; NONCE_OCTETS] {
        let full = self.mac(&[b"challenge", &slot.to_be_bytes(), device.as_str().as_bytes()]);
        full[..NONCE_OCTETS].try_into().unwrap_or_default()
    }

    /// A seal over the random part of a session token, so that any thread can tell a token of ours without memory.
    pub fn seal(&self, random: &[u8]) -> [u8; 8] {
        let full = self.mac(&[b"token", random]);
        full[..8].try_into().unwrap_or_default()
    }

    fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.key) else { return [0; 32] };
        parts.iter().for_each(|part| mac.update(part));
        mac.finalize().into_bytes().into()
    }
}

fn slot(now: Time) -> u64 {
    now.0 / SLOT_MS
}
