//! The keys that a handset holds: the live one, and one that waits for its commit.
//!
//! Both wipe themselves and print as `[redacted]`. Used by both dialects; kept over power-off by `state.rs`.

use akeyd_hw::{AKey, RootKey, Secret};

use super::agreement;
use crate::words::Kind;

/// A key of either kind.
#[derive(Debug, PartialEq, Eq)]
pub enum Key {
    /// The 64-bit A-key.
    A(AKey),
    /// A 128-bit root key.
    Root(RootKey),
}

impl Key {
    /// Cuts a key out of K, which is written at P's length. `None` when K is shorter than the key.
    pub fn from_shared_secret(kind: Kind, k: &[u8]) -> Option<Self> {
        match kind {
            Kind::AKey => agreement::a_key(k).map(Self::A),
            Kind::RootKey => Secret::from_slice(k.get(k.len().checked_sub(16)?..)?).map(Self::Root),
        }
    }

    /// Takes a key of 8 or 16 octets; `None` for any other length.
    pub fn from_octets(octets: &[u8]) -> Option<Self> {
        Secret::from_slice(octets).map(Self::A).or_else(|| Secret::from_slice(octets).map(Self::Root))
    }

    /// The octets. The caller answers for what it does with them.
    pub fn expose(&self) -> &[u8] {
        match self {
            Self::A(key) => key.expose(),
            Self::Root(key) => key.expose(),
        }
    }
}

/// What the handset holds.
#[derive(Debug, Default)]
pub struct Keys {
    /// The key in use.
    pub committed: Option<Key>,
    /// The key that a Commit would make live.
    pub pending: Option<Key>,
    /// Commits so far.
    pub key_version: u32,
}

impl Keys {
    /// Makes the pending key live and counts it; false when there is none.
    pub fn commit(&mut self) -> bool {
        let Some(key) = self.pending.take() else { return false };
        self.committed = Some(key);
        self.key_version = self.key_version.saturating_add(1);
        true
    }
}
