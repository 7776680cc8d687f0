//! The words that every room shares: who, when, which way, and how it ended.
//!
//! Plain values only; nothing here decides anything. Used by all rooms, uses none.

pub mod status;

use std::fmt;
use std::sync::Arc;

use crate::limits;

/// A moment: milliseconds since 1970-01-01 UTC, from the one clock of the process, which never runs back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub u64);

impl Time {
    /// The moment `millis` milliseconds later; stops at the end of time instead of wrapping.
    #[must_use]
    pub const fn plus(self, millis: u64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to this moment, 0 when `earlier` is later.
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// The name under which a handset reports itself: Source/LocURI of its messages, equal to `./DevInfo/DevId`
/// (`MEID:…`, `urn:imei:…`, any URN). Printable, without blanks, cheap to clone, 1 to [`limits::DEVICE_ID_OCTETS`] octets.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(Arc<str>);

impl DeviceId {
    /// Takes a name as it came from outside; `None` when it is empty, too long, or holds blanks or control characters.
    pub fn new(name: &str) -> Option<Self> {
        let fits = (1..=limits::DEVICE_ID_OCTETS).contains(&name.len());
        let printable = !name.chars().any(|c| c.is_control() || c.is_whitespace());
        (fits && printable).then(|| Self(name.into()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One key update of one handset, from request to outcome. Printed as 16 hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExchangeId(pub u64);

#[expect(clippy::derivable_impls, reason = "the table of spellings makes the enum")]
impl Default for State {
    fn default() -> Self {
        Self::Requested
    }
}

impl fmt::Debug for ExchangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Display for ExchangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Defines an enum whose values have one spelling in configuration, JSON, metrics and logs.
macro_rules! spelled {
    ($(#[$about:meta])* $name:ident { $($(#[$value_about:meta])* $value:ident = $text:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$value_about])* $value),+ }

        impl $name {
            /// Every value, in the order of its definition.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The one spelling, used in configuration, JSON, metrics and logs.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $text),+ }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or_else(|| {
                    let known: Vec<_> = Self::ALL.iter().map(|value| value.as_str()).collect();
                    format!("`{text}` is not one of {}", known.join(", "))
                })
            }
        }
    };
}
pub(crate) use spelled;

spelled! {
    /// Who computes the network's half of the exchange.
    Way {
        /// The authentication centre: its messages pass unchanged, and akeyd never learns the key.
        Relay = "relay",
        /// akeyd: it draws y, computes the key and delivers it to the authentication centre.
        Perform = "perform",
    }
}

spelled! {
    /// What is on the wire towards the handset.
    Dialect {
        /// Whole IS-683 messages as payloads of management commands.
        Is683 = "is683",
        /// Plain management nodes and Exec commands.
        Nodes = "nodes",
    }
}

spelled! {
    /// Which side's partial key exists first.
    Order {
        /// BS_RESULT exists before the handset computes (C.S0016).
        BsFirst = "bs-first",
        /// The handset computes MS_RESULT and says so; only then is BS_RESULT made.
        MsFirst = "ms-first",
    }
}

spelled! {
    /// Which secret comes out of an exchange.
    Kind {
        /// The 64-bit A-key.
        AKey = "a_key",
        /// A 128-bit root key.
        RootKey = "root_key",
    }
}

spelled! {
    /// Where an exchange stands.
    State {
        /// Asked for; the handset has not been told.
        Requested = "requested",
        /// The handset has been sent a notification.
        Notified = "notified",
        /// The handset is here and authenticated.
        InSession = "in_session",
        /// Both sides have computed the new key; it is not live anywhere.
        Pending = "pending",
        /// The authentication centre holds the new key beside the old one.
        Staged = "staged",
        /// It is durable that a Commit Request leaves: from here on it may have left, and doubt is possible.
        CommitSent = "commit_sent",
        /// The handset has made the new key live.
        Committed = "committed",
        /// The authentication centre has made the new key live.
        Activated = "activated",
    }
}

spelled! {
    /// How an exchange ended.
    Outcome {
        /// Handset and authentication centre use the new key.
        Updated = "updated",
        /// The handset was asked what it supports, and no more was wanted: no key has changed.
        Probed = "probed",
        /// The handset refused with a RESULT_CODE.
        Rejected = "rejected",
        /// The handset speaks nothing that policy allows.
        Unsupported = "unsupported",
        /// The handset never came.
        NoContact = "no_contact",
        /// The exchange outlived its time.
        Expired = "expired",
        /// An operator took it back.
        Cancelled = "cancelled",
        /// The Commit Response never came: the handset may use either key.
        InDoubt = "in_doubt",
        /// The authentication centre refused or failed.
        AcFailed = "ac_failed",
        /// Anything else; the cause says what.
        Failed = "failed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn device_ids_are_bounded_and_printable() {
        assert_eq!(DeviceId::new("MEID:A0000000000001").unwrap().as_str(), "MEID:A0000000000001");
        assert!(DeviceId::new(&"x".repeat(limits::DEVICE_ID_OCTETS)).is_some());
        for bad in ["", "a b", "a\n", "a\0", &"x".repeat(limits::DEVICE_ID_OCTETS + 1)] {
            assert_eq!(DeviceId::new(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_spelling_reads_back_and_a_wrong_one_names_the_right_ones() {
        for &outcome in Outcome::ALL {
            assert_eq!(outcome.as_str().parse(), Ok(outcome));
        }
        assert_eq!("both".parse::<Way>().unwrap_err(), "`both` is not one of relay, perform");
    }
}
