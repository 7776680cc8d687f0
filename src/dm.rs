//! The server's side of an OMA DM session (OMA-TS-DM-Protocol 1.2): packages, status matching, credentials, carrier styles.
//!
//! Carries requests to a handset and brings the answers, without knowing what they are for. It sees whole documents, never octets of a
//! body, never an exchange. Called by `desk`, which owns the sessions.
//!
//! The caller opens a [`session::Session`] on an authenticated package 1 and then, for each message of the handset:
//!
//! 1. [`session::Session::receive`] gives answers by tag ([`request::Answer`]: a status code and what came back) and says how to go on;
//! 2. [`session::Session::ask`] takes what is to be asked next: [`request::Batch`]es of [`request::Request`]s, any of Get, Add, Replace,
//!    Delete, Copy, Exec and carried octets, alone, in a Sequence or in an Atomic;
//! 3. when [`session::Session::is_ready`], [`session::Session::package`] is the reply; it takes what order, MaxMsgSize and the model allow, and
//!    the rest waits for the next one. [`session::Session::due`] says when an answer is to be fetched; [`session::Session::farewell`] ends
//!    the session.
//!
//! * [`session`]: one session with an authenticated handset
//! * [`request`]: what is asked and answered
//! * [`strangers`]: answers to those who are not, or not yet
//! * [`account`]: whether a credential proves its sender, and our own proof
//! * [`profile`]: what differs between handset models, as data
//! * [`status`]: status and alert codes
//! * [`outbox`]: what waits and what is under way; [`sent`]: one request and its answer; [`carrier`]: its command; [`packing`]: sizes and
//!   chunks; [`objects`]: chunks that come; [`proof`]: the server's credentials

pub mod account;
mod carrier;
mod objects;
mod outbox;
mod packing;
pub mod profile;
mod proof;
pub mod request;
pub mod sent;
pub mod session;
pub mod status;
pub mod strangers;
#[cfg(test)]
mod tests;
