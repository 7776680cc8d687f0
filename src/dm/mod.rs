//! The server's side of an OMA DM session (OMA-TS-DM-Protocol 1.2): packages, status matching, credentials, carrier styles.
//!
//! Carries requests to a handset and brings the answers, without knowing what they are for. It sees whole documents, never octets of a
//! body, never an exchange. Called by `desk`, which owns the sessions.
//!
//! * [`session`]: one session with an authenticated handset
//! * [`strangers`]: answers to those who are not, or not yet
//! * [`account`]: whether a credential proves its sender, and our own proof
//! * [`carrier`]: how octets travel in management commands, by model
//! * [`profile`]: what differs between handset models, as data
//! * [`status`]: status and alert codes

pub mod account;
pub mod carrier;
pub mod profile;
pub mod session;
pub mod status;
pub mod strangers;
#[cfg(test)]
mod tests;
