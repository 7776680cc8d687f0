//! HTTP/1.1 and 1.0, as handsets, operators' tools and our own simulator speak it.
//!
//! [`wire`] reads and writes heads and bodies and knows no socket; both sides use it. [`server`] is the connection loop
//! that a [`Service`](server::Service) answers through; [`client`] is what the simulated handset, the load generator and
//! the outbox call with. Whatever could be read in two ways is refused: request smuggling ends here (RFC 9112 section 11.2).

pub mod client;
pub mod server;
pub mod wire;
