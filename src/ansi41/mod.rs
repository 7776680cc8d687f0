//! ANSI-41 as it travels between an authentication centre, an over-the-air function and a switch: codecs only, no socket, no clock.
//!
//! From the top: operations and their parameters (X.S0004-540, -550), TCAP packages (T1.114.3), and what carries those. What is read borrows
//! the octets that it was read from; every reader is bounded and none panics. What to do with a message is decided in `north`. Called by
//! `north` and `lab`.
