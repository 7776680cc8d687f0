//! What the handset is and has: its tree and what stands in it, its account, its habits and faults.
//!
//! * [`station`]: the handset as a whole
//! * [`tree`], [`uri`], [`list`]: the management tree, addresses in it, and how it is listed
//! * [`account`]: who it is to its server
//! * [`profile`]: habits of handsets in the field; [`faults`]: one fault that it is asked to make
//!
//! Never knows what a session is. Used by all of [`super`].

pub(super) mod account;
pub(super) mod faults;
pub(super) mod list;
pub(super) mod profile;
pub(super) mod station;
pub(super) mod tree;
pub(super) mod uri;
