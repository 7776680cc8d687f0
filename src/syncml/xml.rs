//! SyncML documents as XML 1.0, media type `application/vnd.syncml.dm+xml`.
//!
//! Called by `serve` and `handset` for bodies of HTTP messages, and by `dm` to know how long a message will be.

mod read;
mod write;

pub(super) use read::Walk;
pub use read::{read, read_within};
pub(super) use write::{escape, start};
pub use write::{write, write_into};

#[cfg(test)]
mod tests;
