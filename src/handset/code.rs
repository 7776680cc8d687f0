//! The Status codes that this handset gives or understands (OMA-SyncML-RepPro 1.2 section 10), by name.
//!
//! Numbers only: what they mean for a session is decided in `client.rs`. Used by the whole room.

/// Done; for SyncHdr: the credentials are good for this message only.
pub(super) const OK: u32 = 200;
/// Accepted, the result comes later.
pub(super) const ACCEPTED: u32 = 202;
/// The credentials are good for the whole session.
pub(super) const AUTHENTICATED: u32 = 212;
/// A piece of a large object is stored.
pub(super) const CHUNK_STORED: u32 = 213;
/// Not executed, because the user or an earlier command stopped the package.
pub(super) const NOT_EXECUTED: u32 = 215;
/// Rolled back, because another member of the Atomic failed.
pub(super) const ROLLED_BACK: u32 = 216;
/// The value cannot be read.
pub(super) const BAD_REQUEST: u32 = 400;
/// Credentials wrong.
pub(super) const UNAUTHORIZED: u32 = 401;
/// No such node.
pub(super) const NOT_FOUND: u32 = 404;
/// The node does not take this command.
pub(super) const NOT_ALLOWED: u32 = 405;
/// An optional feature that is missing here.
pub(super) const UNSUPPORTED_FEATURE: u32 = 406;
/// Credentials missing.
pub(super) const CREDENTIALS_MISSING: u32 = 407;
/// The command lacks a part that it needs.
pub(super) const INCOMPLETE: u32 = 412;
/// The value is larger than this handset stores.
pub(super) const TOO_LARGE: u32 = 413;
/// The URI is longer or deeper than `./DevDetail/URI` tells.
pub(super) const URI_TOO_LONG: u32 = 414;
/// Type or Format not supported.
pub(super) const UNSUPPORTED_TYPE: u32 = 415;
/// The node exists already.
pub(super) const EXISTS: u32 = 418;
/// No room for another node.
pub(super) const DEVICE_FULL: u32 = 420;
/// A large object has another length than its Size said.
pub(super) const SIZE_MISMATCH: u32 = 424;
/// The access control list gives no right.
pub(super) const NO_RIGHT: u32 = 425;
/// The command failed.
pub(super) const FAILED: u32 = 500;
/// This handset does not know the command.
pub(super) const NOT_IMPLEMENTED: u32 = 501;
/// The Atomic failed.
pub(super) const ATOMIC_FAILED: u32 = 507;
