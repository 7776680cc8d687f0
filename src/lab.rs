//! The laboratory: what an engineer runs beside the service, to see it work or to check it.
//!
//! Each file is the body of one command; arguments are defined in `cli`. Uses the whole house; nothing uses it but `cli`.

pub mod ac;
pub mod codec;
pub mod demo;
pub mod dh;
mod latency;
pub mod load;
mod otaf;
