//! (room opens below)

pub mod codec;
