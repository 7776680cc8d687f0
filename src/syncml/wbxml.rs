//! SyncML documents as WBXML (WAP-192, OMA-SyncML-RepPro 1.2 section 8), media type `application/vnd.syncml.dm+wbxml`.
//!
//! Called by `serve` and `handset` for bodies of HTTP messages, and by `dm` to know how long a message will be.

mod octets;
mod read;
mod token;
mod write;

pub(super) use read::Walk;
pub use read::{read, read_within};
pub(super) use write::start;
pub use write::{write, write_into};

#[cfg(test)]
mod tests;
