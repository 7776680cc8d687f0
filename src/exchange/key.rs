//! The key that comes out of an exchange that this server performs.
//!
//! Wiped on drop, printed as `[redacted]`. Called by the steps that cut it out of K, and by those who keep and deliver it.

use akeyd_hw::{AKey, RootKey, SharedSecret};

use crate::words::Kind;

/// A new key of either kind.
#[derive(Debug, PartialEq, Eq)]
pub enum Key {
    /// The 64-bit A-key.
    A(AKey),
    /// A 128-bit root key.
    Root(RootKey),
}

impl Key {
    /// Cuts a key out of K.
    pub fn cut(kind: Kind, k: &SharedSecret) -> Self {
        match kind {
            Kind::AKey => Self::A(k.a_key()),
            Kind::RootKey => Self::Root(k.root_key()),
        }
    }

    /// Which secret it is.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::A(_) => Kind::AKey,
            Self::Root(_) => Kind::RootKey,
        }
    }

    /// The octets. The caller answers for what it does with them.
    pub fn expose(&self) -> &[u8] {
        match self {
            Self::A(key) => key.expose(),
            Self::Root(key) => key.expose(),
        }
    }

    /// A second copy, wiped on its own.
    #[must_use]
    pub fn copy(&self) -> Self {
        match self {
            Self::A(key) => Self::A(key.copy()),
            Self::Root(key) => Self::Root(key.copy()),
        }
    }
}
