//! What the benchmark measures against: powers of other libraries, and what this processor could do at best.
//!
//! Libraries are found with `dlopen` when the benchmark starts, so that building needs none of them and no process that
//! serves keys ever loads one. Included by `benches/powers.rs` only; it stands here because `unsafe` is allowed here.
#![allow(unsafe_code, reason = "foreign functions, and instructions to time")]

pub(crate) mod gmp;
pub(crate) mod libcrypto;
mod library;
pub(crate) mod limit;
