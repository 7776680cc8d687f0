//! What the laboratory's authentication centre does wrong on request.
//!
//! Called by the rest of the centre.

use std::fmt;
use std::str::FromStr;

use crate::ansi41::codes::MapError;

/// A fault, and how often it happens: `NAME` always, `NAME*N` the first N times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What goes wrong.
    pub kind: FaultKind,
    /// How often; `None` for always.
    pub times: Option<u32>,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// No answer.
    Silence,
    /// An answer that comes when nobody waits any more.
    Late,
    /// An error of ANSI-41 instead of a result.
    Error(MapError),
    /// An OTASP_ResultCode other than 0.
    Result(u8),
    /// A reject.
    Reject,
    /// Octets that are no package.
    Garbage,
    /// BS_RESULT is 1.
    WrongBskey,
    /// P is even.
    WrongModulus,
    /// Another key than the one agreed on becomes pending.
    WrongKey,
    /// No answer; what is not in the file is forgotten, and the link is opened anew.
    Restart,
}

impl FaultKind {
    const PLAIN: [(&'static str, Self); 8] = [
        ("silence", Self::Silence),
        ("late", Self::Late),
        ("reject", Self::Reject),
        ("garbage", Self::Garbage),
        ("wrong-bskey", Self::WrongBskey),
        ("wrong-modulus", Self::WrongModulus),
        ("wrong-key", Self::WrongKey),
        ("restart", Self::Restart),
    ];
}

impl FromStr for Fault {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, times) = match text.split_once('*') {
            Some((name, times)) => (name, Some(times.parse().map_err(|_| format!("`{times}` is no number of times"))?)),
            None => (text, None),
        };
        let number = |prefix: &str| name.strip_prefix(prefix).and_then(|number| number.parse::<u8>().ok());
        let plain = FaultKind::PLAIN.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
        let error = number("error-").map(MapError).filter(|error| MapError::ALL.contains(error)).map(FaultKind::Error);
        let kind = plain.or(error).or(number("result-").map(FaultKind::Result)).ok_or_else(|| {
            let known: Vec<_> = FaultKind::PLAIN.iter().map(|(known, _)| *known).collect();
            format!("`{name}` is not one of {}, error-129 to error-140, result-N", known.join(", "))
        })?;
        Ok(Self { kind, times })
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Error(error) => write!(f, "error-{}", error.0),
            Self::Result(code) => write!(f, "result-{code}"),
            plain => f.write_str(Self::PLAIN.iter().find(|(_, kind)| kind == plain).map_or("", |(name, _)| name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_have_names() {
        for name in ["silence", "late*3", "error-134", "result-6*1", "wrong-key", "restart*1"] {
            let fault: Fault = name.parse().unwrap();
            let times = fault.times.map(|times| format!("*{times}")).unwrap_or_default();
            assert_eq!(format!("{}{times}", fault.kind), name);
        }
        for name in ["", "error-1", "error-141", "late*x", "result-"] {
            assert!(name.parse::<Fault>().is_err(), "{name}");
        }
    }
}
