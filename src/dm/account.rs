//! Whether a credential proves its sender, and the server's own proof (OMA-TS-DM-Security 1.2 section 5).
//!
//! Holds the secrets of one device's account and the nonces of both directions. A nonce proves once: the caller makes what
//! [`Accepted`] says durable before any answer leaves. Called by [`super::session`], [`super::proof`], `desk`, and `serve` where subscribers come in.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::syncml::auth::{self, AuthType, MacHeader, UserDigest};
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
    /// Whether a credential made with the resync nonce may still prove the device: once, where the operator allows it at all.
    pub resync_left: bool,
    /// How this server proves itself; `None` where the device wants no proof.
    pub server: Option<ServerSecret>,
}

/// The resync nonce 0x00000000, as clients of the field write it: the standard does not say which.
pub const RESYNC: [&[u8]; 2] = [&[0; 4], b"0x00000000"];

/// What a message shows of its sender.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'m> {
    /// Cred of its header.
    pub cred: Option<&'m Cred>,
    /// Its MAC.
    pub mac: Option<&'m MacProof>,
}

impl Shown<'_> {
    /// Whether it shows nothing at all.
    pub fn is_empty(&self) -> bool {
        self.cred.is_none() && self.mac.is_none()
    }
}

/// The MAC of a message, as its HTTP request showed it, and what it is over.
#[derive(Clone, Debug)]
pub struct MacProof {
    /// `None` when the header cannot be read: a proof that proves nothing.
    given: Option<[u8; auth::HASH]>,
    body: [u8; auth::HASH],
}

impl MacProof {
    /// From the value of header `x-syncml-hmac` and the body as it was sent.
    pub fn read(header: &str, body: &[u8]) -> Self {
        Self { given: MacHeader::parse(header).ok().map(|header| header.mac), body: auth::body_hash(body) }
    }

    fn proves(&self, digest: &UserDigest, nonce: &[u8]) -> bool {
        let given = self.given.unwrap_or_default();
        auth::check_mac_of(digest, nonce, &self.body, &given) && self.given.is_some()
    }
}

/// What makes the MAC of a message of ours, once its octets are there.
#[derive(Clone, Debug)]
pub struct Seal {
    user: String,
    digest: UserDigest,
    nonce: Vec<u8>,
}

impl Seal {
    /// A seal as it was stored.
    pub fn new(user: String, digest: UserDigest, nonce: Vec<u8>) -> Self {
        Self { user, digest, nonce }
    }

    /// The name of the server in the header.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// H(server id:server password).
    pub fn digest(&self) -> &UserDigest {
        &self.digest
    }

    /// The value of header `x-syncml-hmac` for this body.
    pub fn header(&self, body: &[u8]) -> String {
        MacHeader::format(&self.user, &auth::mac(&self.digest, &self.nonce, body))
    }
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
    /// By `syncml:auth-MAC`: in the header of the HTTP answer.
    Mac(Seal),
}

/// Name and password of the server where they are sent as they are. Wiped when dropped, never printed.
#[derive(Clone)]
pub struct ServerPassword {
    id: String,
    password: Zeroizing<String>,
    /// The nonce of notifications, which prove the server by a digest whatever the scheme.
    nonce: Vec<u8>,
}

impl fmt::Debug for ServerPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl ServerPassword {
    /// The name of the server.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The password itself, to be stored with care.
    pub fn expose(&self) -> &str {
        &self.password
    }
}

impl Account {
    /// An account that nobody has: what a credential of an unknown device is checked against, at the same cost as any.
    pub fn nobody(scheme: AuthType, secret: &str) -> Self {
        let client = auth::user_digest("", secret);
        Self { scheme, client, client_nonce: vec![0; NONCE_OCTETS], last_slot: 0, resync_left: false, server: None }
    }
}

/// A credential that proved its sender; what must be kept so that it proves only once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The nonce for the device's next session.
    pub next_nonce: Vec<u8>,
    /// Credentials for challenges of this slot or older prove nothing from now on.
    pub last_slot: u64,
    /// Whether the resync nonce may still be used.
    pub resync_left: bool,
    /// The resync nonce, if it was used: the server proves itself with it too, in this session.
    pub resync: Option<&'static [u8]>,
}

impl Account {
    /// Checks what a first message shows. `next_nonce` is fresh, and becomes the account's nonce when the proof is good.
    pub fn accept(
        &self,
        device: &DeviceId,
        shown: Shown<'_>,
        challenger: &Challenger,
        now: Time,
        next_nonce: Vec<u8>,
    ) -> Option<Accepted> {
        let accepted = Accepted { next_nonce, last_slot: self.last_slot, resync_left: self.resync_left, resync: None };
        match (self.scheme, shown) {
            (AuthType::Mac, Shown { mac: Some(mac), .. }) => {
                self.spend(device, |nonce| mac.proves(&self.client, nonce), challenger, now, accepted)
            }
            (AuthType::Basic | AuthType::Md5, Shown { cred: Some(cred), .. })
                if auth::auth_type(&cred.meta) == Some(self.scheme) =>
            {
                if self.scheme == AuthType::Basic {
                    return auth::check_basic(&self.client, &cred.data).then_some(accepted);
                }
                let proves = |nonce: &[u8]| auth::check_md5(&self.client, nonce, &cred.data);
                self.spend(device, proves, challenger, now, accepted)
            }
            _ => None,
        }
    }

    /// Which nonce the proof was made with: the stored one, a challenge, or the resync nonce.
    fn spend(
        &self,
        device: &DeviceId,
        proves: impl Fn(&[u8]) -> bool,
        challenger: &Challenger,
        now: Time,
        accepted: Accepted,
    ) -> Option<Accepted> {
        // The same work for every account, whatever it proved last: time must not tell one from another.
        let stored = proves(&self.client_nonce) && !self.client_nonce.is_empty();
        let newest = slot(now).max(self.last_slot + 1);
        let oldest = newest.saturating_sub(SLOTS);
        let slot = (oldest..=newest)
            .fold(None, |proven, slot| if proves(&challenger.nonce(device, slot)) { Some(slot) } else { proven })
            .filter(|&slot| slot > self.last_slot);
        let resync = RESYNC.into_iter().fold(None, |proven, nonce| if proves(nonce) { Some(nonce) } else { proven });
        if stored {
            Some(accepted)
        } else if let Some(last_slot) = slot {
            Some(Accepted { last_slot, ..accepted })
        } else {
            resync.filter(|_| self.resync_left).map(|_| Accepted { resync_left: false, resync, ..accepted })
        }
    }

    /// Whether a message in a session shows a proof that is made with the account's nonce: a MAC, or a digest.
    pub(super) fn proves(&self, shown: Shown<'_>) -> bool {
        let proven = match self.scheme {
            AuthType::Mac => shown.mac.is_some_and(|mac| mac.proves(&self.client, &self.client_nonce)),
            AuthType::Md5 => {
                shown.cred.is_some_and(|cred| auth::check_md5(&self.client, &self.client_nonce, &cred.data))
            }
            AuthType::Basic => false,
        };
        proven && !self.client_nonce.is_empty()
    }
}

impl ServerSecret {
    /// A proof by the scheme of the account.
    pub fn new(scheme: AuthType, id: &str, password: &str, nonce: Vec<u8>) -> Self {
        match scheme {
            AuthType::Basic => {
                Self::Basic(ServerPassword { id: id.to_owned(), password: Zeroizing::new(password.to_owned()), nonce })
            }
            AuthType::Md5 => Self::Md5 { digest: auth::user_digest(id, password), nonce },
            AuthType::Mac => Self::Mac(Seal { user: id.to_owned(), digest: auth::user_digest(id, password), nonce }),
        }
    }

    /// The nonce that the device gave last.
    pub fn nonce(&self) -> &[u8] {
        match self {
            Self::Basic(ServerPassword { nonce, .. }) | Self::Md5 { nonce, .. } | Self::Mac(Seal { nonce, .. }) => {
                nonce
            }
        }
    }

    /// Takes the nonce that the device gave.
    pub fn take_nonce(&mut self, given: &[u8]) {
        match self {
            Self::Basic(ServerPassword { nonce, .. }) | Self::Md5 { nonce, .. } | Self::Mac(Seal { nonce, .. }) => {
                given.clone_into(nonce);
            }
        }
    }

    /// What proves the server in a notification, whatever the scheme of its messages: H(server id:server password), and the nonce.
    pub fn notifies_with(&self) -> (UserDigest, &[u8]) {
        match self {
            Self::Basic(ServerPassword { id, password, nonce }) => (auth::user_digest(id, password), nonce),
            Self::Md5 { digest, nonce } | Self::Mac(Seal { digest, nonce, .. }) => (digest.clone(), nonce),
        }
    }

    /// The server's own credential, where it stands in the message.
    pub fn cred(&self) -> Option<Cred> {
        match self {
            Self::Basic(ServerPassword { id, password, .. }) => Some(auth::basic_cred(id, password)),
            Self::Md5 { digest, nonce } => Some(auth::md5_cred(digest, nonce)),
            Self::Mac(_) => None,
        }
    }

    /// What makes the message's MAC, where that is the credential.
    pub fn seal(&self) -> Option<Seal> {
        if let Self::Mac(seal) = self { Some(seal.clone()) } else { None }
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
