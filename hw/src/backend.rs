//! Which arithmetic computes a batch. Chosen once at start, or forced by configuration.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::cpu;

/// An implementation of [`crate::PowerBatch::run`]. All give the same answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Backend {
    /// Eight powers at once on AVX-512 IFMA.
    Ifma,
    /// One power after the other on crypto-bigint; runs everywhere.
    Scalar,
    /// The steps of `Ifma` on plain machine words: slow, there to check and to be checked; runs everywhere.
    Portable,
    /// One power after the other on GMP, whose time depends on secrets: to compare with, in laboratories.
    #[cfg(feature = "gmp")]
    Gmp,
}

impl Backend {
    /// Every backend that was built in: those in constant time first, fastest first.
    pub const ALL: [Self; 3 + cfg!(feature = "gmp") as usize] = [
        Self::Ifma,
        Self::Scalar,
        Self::Portable,
        #[cfg(feature = "gmp")]
        Self::Gmp,
    ];

    /// The fastest backend in constant time that this processor can run.
    pub fn detect() -> Self {
        Self::all_in_constant_time().next().unwrap_or(Self::Scalar)
    }

    /// Every backend that this processor can run, in the order of [`Backend::ALL`].
    pub fn all_usable() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|backend| backend.is_usable())
    }

    /// Those of them that may see a subscriber's secrets, fastest first.
    pub fn all_in_constant_time() -> impl Iterator<Item = Self> {
        Self::all_usable().filter(|backend| backend.is_constant_time())
    }

    /// Whether its time tells nothing of secrets.
    pub const fn is_constant_time(self) -> bool {
        match self {
            Self::Ifma | Self::Scalar | Self::Portable => true,
            #[cfg(feature = "gmp")]
            Self::Gmp => false,
        }
    }

    /// Whether this processor can run it.
    pub fn is_usable(self) -> bool {
        match self {
            Self::Ifma => cpu::Ifma::detect().is_some(),
            Self::Scalar | Self::Portable => true,
            #[cfg(feature = "gmp")]
            Self::Gmp => true,
        }
    }

    /// The one spelling, used in configuration, JSON, metrics and logs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ifma => "ifma",
            Self::Scalar => "scalar",
            Self::Portable => "portable",
            #[cfg(feature = "gmp")]
            Self::Gmp => "gmp",
        }
    }
}

impl fmt::Display for Backend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Backend {
    type Err = UnknownBackend;

    fn from_str(text: &str) -> Result<Self, UnknownBackend> {
        Self::ALL.into_iter().find(|backend| backend.as_str() == text).ok_or_else(|| UnknownBackend(text.into()))
    }
}

/// No backend has this name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is not one of {known}", known = Backend::ALL.map(Backend::as_str).join(", "))]
pub struct UnknownBackend(Box<str>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_reads_back_and_a_wrong_one_names_the_right_ones() {
        for backend in Backend::ALL {
            assert_eq!(backend.to_string().parse(), Ok(backend));
        }
        let more = if cfg!(feature = "gmp") { ", gmp" } else { "" };
        assert_eq!(
            "abacus".parse::<Backend>().unwrap_err().to_string(),
            format!("`abacus` is not one of ifma, scalar, portable{more}")
        );
        assert!(Backend::detect().is_usable() && Backend::detect().is_constant_time());
        assert_eq!(Backend::all_usable().filter(|backend| !backend.is_constant_time()).count(), more.len() / 5);
        assert!(Backend::all_usable().any(|backend| backend == Backend::Scalar), "scalar runs everywhere");
        assert!(Backend::all_usable().any(|backend| backend == Backend::Portable), "and so does portable");
    }
}
