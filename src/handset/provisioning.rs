//! How a key comes into the handset, in both dialects, and what its half of the arithmetic makes of it.
//!
//! * [`carrier`], [`otasp`], [`lock`]: the is683 dialect: carrier nodes, IS-683 messages, programming lock
//! * [`nodes`]: the nodes dialect: temporary nodes and their steps
//! * [`agreement`], [`keys`]: what both make: arithmetic, keys
//!
//! Never knows what a session is. Called by [`super::client`] for the server's commands; kept in [`super::device`].

pub(super) mod agreement;
pub(super) mod carrier;
pub(super) mod keys;
pub(super) mod lock;
pub(super) mod nodes;
pub(super) mod otasp;
