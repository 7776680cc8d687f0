//! The laboratory: what a person tries by hand, and what proves the service from outside.

pub mod dh;
