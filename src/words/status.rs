//! Status codes of device management (OMA-SyncML-RepPro 1.2 section 10): names, and what each means for the one who asked.
//!
//! One table, for sessions, which act by it, and for exchanges, which end by it.

use std::fmt;

use super::Outcome;

/// A status code: the Data of a Status. Unknown codes act by their class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusCode(pub u32);

/// What a status code means for a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// Done.
    Done,
    /// Taken; what comes of it comes later.
    Taken,
    /// Not run, or undone: because of something else, not of itself.
    NotRun,
    /// Better credentials are wanted.
    Challenge,
    /// Not now; later it may be done.
    NotNow,
    /// The handset does not have what was asked for.
    Unsupported,
    /// The handset, its rights or its user say no.
    Refused,
    /// There is no room for it in the handset or in its messages.
    TooLarge,
    /// The handset failed, or did not understand.
    Failed,
}

use Sense::{Challenge, Done, Failed, NotNow, NotRun, Refused, Taken, TooLarge, Unsupported};

/// Every code that the texts of device management name for a command or a header.
const TABLE: [(u32, Sense, &str); 46] = [
    (101, Taken, "in progress"),
    (200, Done, "done"),
    (201, Done, "item added"),
    (202, Taken, "accepted"),
    (212, Done, "authenticated"),
    (213, Taken, "chunk stored"),
    (214, Refused, "cancelled by the user"),
    (215, NotRun, "not executed"),
    (216, NotRun, "undone with its group"),
    (304, NotRun, "not modified"),
    (400, Failed, "syntax"),
    (401, Challenge, "credentials wrong"),
    (402, Refused, "payment required"),
    (403, Refused, "forbidden"),
    (404, Unsupported, "no such node"),
    (405, Unsupported, "command not allowed"),
    (406, Unsupported, "optional feature missing"),
    (407, Challenge, "credentials missing"),
    (408, NotNow, "too slow"),
    (409, Failed, "conflict"),
    (410, Unsupported, "gone"),
    (412, Failed, "command incomplete"),
    (413, TooLarge, "too large"),
    (414, TooLarge, "URI too long"),
    (415, Unsupported, "type or format not supported"),
    (416, TooLarge, "size too big"),
    (417, NotNow, "retry later"),
    (418, Failed, "exists already"),
    (420, TooLarge, "device full"),
    (424, Failed, "size mismatch"),
    (425, Refused, "no right"),
    (500, Failed, "failed"),
    (501, Unsupported, "command unknown"),
    (502, NotNow, "bad gateway"),
    (503, NotNow, "overloaded"),
    (504, NotNow, "gateway timed out"),
    (505, Unsupported, "VerDTD not supported"),
    (506, Failed, "processing error"),
    (507, Failed, "atomic failed"),
    (508, Failed, "refresh required"),
    (510, Failed, "store failed"),
    (511, Failed, "severe failure"),
    (513, Unsupported, "VerProto not supported"),
    (514, NotRun, "operation cancelled"),
    (516, Failed, "atomic, and not undone"),
    (517, TooLarge, "atomic answer too large"),
];

impl StatusCode {
    /// None came.
    pub const NONE: Self = Self(0);
    /// Done; for SyncHdr: credentials good for this message only.
    pub const OK: Self = Self(200);
    /// Accepted, the result comes later.
    pub const ACCEPTED: Self = Self(202);
    /// Credentials good for the session.
    pub const AUTHENTICATED: Self = Self(212);
    /// Chunk stored, more is wanted.
    pub const CHUNK: Self = Self(213);
    /// Not executed.
    pub const NOT_EXECUTED: Self = Self(215);
    /// Syntax.
    pub const BAD_REQUEST: Self = Self(400);
    /// Credentials wrong.
    pub const UNAUTHORIZED: Self = Self(401);
    /// No such node.
    pub const NOT_FOUND: Self = Self(404);
    /// Command not allowed.
    pub const NOT_ALLOWED: Self = Self(405);
    /// Optional feature missing.
    pub const FEATURE_MISSING: Self = Self(406);
    /// Credentials missing.
    pub const CREDENTIALS_MISSING: Self = Self(407);
    /// Command incomplete.
    pub const INCOMPLETE: Self = Self(412);
    /// Item too large.
    pub const TOO_LARGE: Self = Self(413);
    /// Type or format not supported.
    pub const UNSUPPORTED_TYPE: Self = Self(415);
    /// The object is not as long as it was said to be.
    pub const SIZE_MISMATCH: Self = Self(424);
    /// Failed.
    pub const FAILED: Self = Self(500);
    /// Command unknown.
    pub const UNKNOWN_COMMAND: Self = Self(501);
    /// VerDTD not supported.
    pub const DTD_UNSUPPORTED: Self = Self(505);
    /// VerProto not supported.
    pub const PROTOCOL_UNSUPPORTED: Self = Self(513);

    fn row(self) -> Option<&'static (u32, Sense, &'static str)> {
        TABLE.iter().find(|row| row.0 == self.0)
    }

    /// What it means. An unknown code acts by its class; codes below 100, which one client sends, and those of vendors are failures.
    pub fn sense(self) -> Sense {
        match (self.row(), self.0) {
            (Some(row), _) => row.1,
            (None, 100..=199) => Taken,
            (None, 200..=299) => Done,
            (None, _) => Failed,
        }
    }

    /// Whether the command was done or taken.
    pub fn is_good(self) -> bool {
        matches!(self.sense(), Done | Taken)
    }

    /// Whether the other side wants (better) credentials.
    pub fn is_challenge(self) -> bool {
        self.sense() == Challenge
    }

    /// How an exchange ends that cannot go on because of it; `None` where it can.
    pub fn outcome(self) -> Option<Outcome> {
        match self.sense() {
            Done | Taken => None,
            Unsupported => Some(Outcome::Unsupported),
            Refused => Some(Outcome::Rejected),
            NotRun | Challenge | NotNow | TooLarge | Failed => Some(Outcome::Failed),
        }
    }
}

/// The number and what it says: operators know both.
impl fmt::Display for StatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row() {
            Some((code, _, name)) => write!(f, "{code} ({name})"),
            None => write!(f, "{}", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_one_row_in_order() {
        assert!(TABLE.is_sorted_by(|one, other| one.0 < other.0));
    }

    #[test]
    fn known_codes_mean_what_the_texts_say_and_unknown_ones_their_class() {
        let good = |codes: &[u32]| codes.iter().all(|&code| StatusCode(code).is_good());
        assert!(good(&[101, 200, 202, 212, 213, 299]));
        for bad in [0, 1, 99, 214, 215, 216, 304, 399, 400, 404, 417, 500, 503, 516, 599, 600, u32::MAX] {
            assert!(!good(&[bad]), "{bad}");
        }
        for (code, outcome) in [
            (200, None),
            (202, None),
            (214, Some(Outcome::Rejected)),
            (404, Some(Outcome::Unsupported)),
            (425, Some(Outcome::Rejected)),
            (417, Some(Outcome::Failed)),
            (677, Some(Outcome::Failed)),
        ] {
            assert_eq!(StatusCode(code).outcome(), outcome, "{code}");
        }
        assert_eq!(StatusCode(404).to_string(), "404 (no such node)");
        assert_eq!(StatusCode(677).to_string(), "677");
    }
}
