//! SyncML documents as OMA DM uses them (OMA-SyncML-RepPro 1.2): a document model and its encodings.
//!
//! Knows elements, their order and their bounds; never what a command means or who sent it. Called by `dm` and `desk`
//! (server side), by `handset` (client side) and by `serve`, which turns bodies into documents.
//!
//! Each encoding gives its documents as a walk over elements (`walk::Elements`) and takes them as calls on a
//! `walk::Sink`. What belongs where is said once: `assemble` builds the model from any walk, `emit` walks the model in
//! the order of the DTD.

mod assemble;
pub mod auth;
pub mod convert;
pub mod document;
mod emit;
mod error;
pub mod notification;
mod tag;
mod walk;
pub mod wbxml;
pub mod xml;

pub use error::{Fault, ReadError, WriteError};
