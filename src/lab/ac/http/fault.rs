//! What an authentication centre that speaks JSON does wrong on request.
//!
//! Called by the rest of the centre.

use std::str::FromStr;

use crate::words::spelled;

spelled! {
    /// What goes wrong with a request.
    FaultKind {
        /// It is never answered.
        Silence = "silence",
        /// It is answered when the client has given up.
        Late = "late",
        /// 500, and nothing is done.
        Error = "error",
        /// 503 with a Retry-After of a second, and nothing is done.
        Busy = "busy",
        /// 409, and nothing is done.
        Conflict = "conflict",
        /// It is done, and never answered: the client sends it again.
        Lose = "lose",
        /// It is acknowledged and forgotten: what this centre must never do, to see that those notice who judge by it.
        Forget = "forget",
    }
}

/// A fault, and how often it happens: `NAME` always, `NAME*N` with the first N requests, `NAME/N` with each N-th.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    kind: FaultKind,
    often: Often,
}

#[derive(Clone, Copy, Debug)]
enum Often {
    First(u64),
    Each(u64),
}

impl Fault {
    /// What goes wrong with this request, if anything does; the first one is 0.
    pub(super) fn with(self, request: u64) -> Option<FaultKind> {
        let strikes = match self.often {
            Often::First(most) => request < most,
            Often::Each(every) => (request + 1).is_multiple_of(every),
        };
        strikes.then_some(self.kind)
    }
}

impl FromStr for Fault {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| {
            let number = text.parse().ok().filter(|&number| number > 0);
            number.ok_or_else(|| format!("`{text}` is not a number from 1"))
        };
        let (name, often) = if let Some((name, times)) = text.split_once('*') {
            (name, Often::First(number(times)?))
        } else if let Some((name, every)) = text.split_once('/') {
            (name, Often::Each(number(every)?))
        } else {
            (text, Often::Each(1))
        };
        Ok(Self { kind: name.parse()?, often })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn struck(text: &str) -> Vec<bool> {
        let fault: Fault = text.parse().unwrap();
        (0..5).map(|request| fault.with(request).is_some()).collect()
    }

    #[test]
    fn a_fault_strikes_as_often_as_it_says() {
        assert_eq!(struck("silence"), [true; 5]);
        assert_eq!(struck("error*2"), [true, true, false, false, false]);
        assert_eq!(struck("lose/2"), [false, true, false, true, false]);
        for bad in ["nothing", "lose*0", "lose/x", ""] {
            assert!(bad.parse::<Fault>().is_err(), "{bad}");
        }
    }
}
