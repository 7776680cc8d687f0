//! SyncML documents as OMA DM uses them (OMA-SyncML-RepPro 1.2): a document model and its encodings.
//!
//! Knows elements, their order and their bounds; never what a command means or who sent it. Called by `dm` and `desk`
//! (server side), by `handset` (client side) and by `serve`, which turns bodies into documents.

pub mod document;
