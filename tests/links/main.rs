//! The northern signalling link: what it sends as tshark reads it, through sockets, and through Osmocom's STP.
//!
//! What needs a tool is skipped where that is not installed, but not where the environment has `CI`.

#![cfg(feature = "serve")]

mod capture;
mod harness;
mod leaving;
mod sctp;
mod sockets;
mod stp;
#[path = "../stp_support/mod.rs"]
mod stp_support;
mod tshark;
