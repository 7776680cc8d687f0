//! akeyd updates the security keys of CDMA handsets over IP.
//!
//! This library is the house; `ARCHITECTURE.md` walks through its rooms. Rooms stand in floors, and each may use only
//! those below it: `cli → lab → serve → (http, north, handset) → desk → (dm, exchange) → (syncml, is683, ansi41) → hw`.
//! Without the feature `serve` only the pure floor is built: no socket, clock, thread or random source.
//! `tests/architecture.rs` holds the arrows.

pub mod ansi41;
pub mod campaign;
pub mod desk;
pub mod dm;
pub mod exchange;
pub mod is683;
pub mod limits;
pub mod syncml;
pub mod words;

#[cfg(feature = "serve")]
pub mod cli;
#[cfg(feature = "serve")]
pub mod compute;
#[cfg(feature = "serve")]
pub mod config;
#[cfg(feature = "serve")]
pub mod groups;
#[cfg(feature = "serve")]
pub mod handset;
#[cfg(feature = "serve")]
pub mod http;
#[cfg(feature = "serve")]
pub mod lab;
#[cfg(feature = "serve")]
pub mod metrics;
#[cfg(feature = "serve")]
pub mod net;
#[cfg(feature = "serve")]
pub mod north;
#[cfg(feature = "serve")]
pub mod selftest;
#[cfg(feature = "serve")]
pub mod serve;
#[cfg(feature = "serve")]
pub mod store;
#[cfg(feature = "serve")]
pub mod sys;
#[cfg(feature = "serve")]
pub mod systemd;
#[cfg(feature = "serve")]
pub mod vital;
#[cfg(feature = "serve")]
pub mod wake;
