//! ANSI-41 as it travels between an authentication centre, an over-the-air function and a switch: codecs only, no socket, no clock.
//!
//! From the top: operations and their parameters (X.S0004-540, -550), TCAP packages (T1.114.3), and what carries those. What is read is
//! bounded by the octets that it was read from; none panics. What to do with a message is decided in `north`. Called by
//! `north` and `lab`.
//!
//! * [`sccp`]: connectionless SCCP in its ANSI form (T1.112)
//! * [`point_code`]: addresses of the network's nodes

pub mod point_code;
pub mod sccp;

pub use point_code::PointCode;
