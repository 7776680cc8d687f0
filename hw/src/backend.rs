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
}

impl Backend {
    /// Every backend that was built in, fastest first.
    pub const ALL: [Self; 3] = [Self::Ifma, Self::Scalar, Self::Portable];

    /// The fastest backend that this processor can run.
    pub fn detect() -> Self {
        Self::all_usable().next().unwrap_or(Self::Scalar)
    }

    /// Every backend that this processor can run, fastest first.
    pub fn all_usable() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|backend| backend.is_usable())
    }

    /// Whether this processor can run it.
    pub fn is_usable(self) -> bool {
        match self {
            Self::Ifma => cpu::Ifma::detect().is_some(),
            Self::Scalar | Self::Portable => true,
        }
    }

    /// The one spelling, used in configuration, JSON, metrics and logs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ifma => "ifma",
            Self::Scalar => "scalar",
            Self::Portable => "portable",
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
        assert_eq!(
            "abacus".parse::<Backend>().unwrap_err().to_string(),
            "`abacus` is not one of ifma, scalar, portable"
        );
        assert!(Backend::detect().is_usable());
        assert!(Backend::all_usable().any(|backend| backend == Backend::Scalar), "scalar runs everywhere");
        assert!(Backend::all_usable().any(|backend| backend == Backend::Portable), "and so does portable");
    }
}
