//! The program as its users meet it: `akeyd` as a process, real sockets, judges from outside.
//!
//! * `api`, `operators`: operators, by curl and by commands
//! * `campaigns`: the same, for many devices at once
//! * `roles`: who may what
//! * `described`: statuses, against the API's description
//! * `aged`: a store that was brought back from a backup, and one whose records are over and old
//! * `looking`: a long audit trail and an outbox, looked through
//! * `strangers`: what curl gets, and what attackers cost others
//! * `updates`: handsets with and without faults against one server
//! * `trace`: what is on the wire, judged by xmllint and tshark
//! * `calling`: a handset called by a datagram, and a locked one
//! * `matrix`: every combination of the demo
//! * `commands`: `dh`, `demo`, `check-config`
//! * `watching`: streams of events, and their readers
//! * `phone`: the simulated handset and the load test as programs
//! * `quirks`: handsets of the field, from scripts
//! * `front`: reload, inherited sockets, denied io_uring, slow attackers, the access log
//! * `delivery`: an authentication centre over HTTPS that is away, and a service that dies meanwhile
//! * `kept`: what a file keeps over a stop, a kill and a failing disk
//! * `groups`: P's of its own making
//! * `processors`: the same program on other processors
//! * `selftest`: starts that must not be
//! * `signalling`: a north that is reached by signalling, also through a transfer point that others wrote

mod aged;
mod api;
mod calling;
mod campaigns;
mod commands;
mod delivery;
mod described;
mod front;
mod groups;
mod harness;
mod kept;
mod looking;
mod matrix;
mod operators;
mod phone;
mod processors;
mod quirks;
mod roles;
mod selftest;
mod signalling;
#[path = "../stp_support/mod.rs"]
mod stp_support;
mod strangers;
#[path = "../tshark_support/mod.rs"]
mod support;
mod trace;
#[path = "../is683_tshark/tshark.rs"]
#[allow(dead_code, reason = "another test binary uses the rest")]
mod tshark;
mod updates;
mod watching;
