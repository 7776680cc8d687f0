//! The front end from outside: raw sockets against both backends, with the same test bodies.
//!
//! Each test runs a server on a thread of its own, by `io_uring` and then by epoll, and talks to it with plain blocking
//! sockets, so that what arrives and when is the test's choice. `curl` and our own client are two more outsiders.

#![cfg(feature = "serve")]

#[path = "http/harness.rs"]
mod harness;

#[path = "http/client.rs"]
mod client;
#[path = "http/doors.rs"]
mod doors;
#[path = "http/hostile.rs"]
mod hostile;
#[path = "http/life.rs"]
mod life;
#[path = "http/requests.rs"]
mod requests;
#[path = "http/smuggling.rs"]
mod smuggling;
#[path = "http/streams.rs"]
mod streams;
#[path = "http/tls.rs"]
mod tls;
