//! Status codes (OMA-SyncML-RepPro 1.2 section 10) and alert codes (OMA-TS-DM-Protocol 1.2 section 8) by name.
//!
//! Numbers only. Called by the rest of `dm`.

/// A status code: the Data of a Status. Unknown codes act by their class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusCode(pub u32);

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

    /// Whether the command was done or taken. 214 to 216 say that it was not, or was undone; codes below 100, which one client
    /// sends, are failures.
    pub const fn is_good(self) -> bool {
        self.0 >= 200 && self.0 <= 213
    }

    /// Whether the other side wants (better) credentials.
    pub const fn is_challenge(self) -> bool {
        self.0 == Self::UNAUTHORIZED.0 || self.0 == Self::CREDENTIALS_MISSING.0
    }
}

/// Alert codes.
pub mod alert {
    /// Server-initiated session: the handset comes because it was notified.
    pub const SERVER_INITIATED: u32 = 1200;
    /// Client-initiated session.
    pub const CLIENT_INITIATED: u32 = 1201;
    /// Next message of the same package.
    pub const NEXT_MESSAGE: u32 = 1222;
    /// Session abort.
    pub const SESSION_ABORT: u32 = 1223;
    /// Client event.
    pub const CLIENT_EVENT: u32 = 1224;
    /// An object in chunks was broken off.
    pub const END_OF_DATA_MISSING: u32 = 1225;
    /// Generic alert.
    pub const GENERIC: u32 = 1226;
}
