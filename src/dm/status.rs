//! Status codes and alert codes (OMA-TS-DM-Protocol 1.2 section 8) by name.
//!
//! Called by the rest of `dm` and by `desk`.

pub use crate::words::status::StatusCode;

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
    /// An object in chunks was broken off.
    pub const END_OF_DATA_MISSING: u32 = 1225;
    /// Generic alert.
    pub const GENERIC: u32 = 1226;
}
