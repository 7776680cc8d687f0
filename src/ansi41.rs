//! ANSI-41 as it travels between an authentication centre, an over-the-air function and a switch: codecs only, no socket, no clock.
//!
//! From the top: operations and their parameters (X.S0004-540, -550), TCAP packages (T1.114.3), and what carries those. What is read is
//! bounded by the octets that it was read from; none panics. What to do with a message is decided in `north`. Called by
//! `north` and `lab`.
//!
//! * [`codes`]: operations, errors, action codes and the like, by number
//! * [`digits`], [`identity`]: MIN and IMSI, and the subscriber whom an operation is about
//! * [`parameters`]: what an operation says, in order, known or not
//! * [`tcap`]: packages, components, and the answer to one that cannot be read
//! * [`document`]: a package as JSON
//! * [`ber`]: tags and lengths
//! * [`sccp`]: connectionless SCCP in its ANSI form (T1.112)
//! * [`m3ua`]: MTP3 user adaptation (RFC 4666), over SCTP or TCP
//! * [`ipa`]: SCCP over TCP in Osmocom's framing
//! * [`pcap`]: capture files for Wireshark
//! * [`point_code`]: addresses of the network's nodes

pub mod ber;
pub mod codes;
pub mod digits;
pub mod document;
pub mod identity;
pub mod ipa;
pub mod m3ua;
pub mod parameters;
pub mod pcap;
pub mod point_code;
pub mod sccp;
pub mod tcap;

pub use point_code::PointCode;
