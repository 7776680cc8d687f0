//! Arithmetic on secrets: the modular powers of the A-key exchange, eight at a time, in constant time.
//!
//! An exchange (C.S0016 section 5) is two powers on the network's side: `BS_RESULT` = G^y mod P, and
//! K = `MS_RESULT^y` mod P, whose low 64 bits are the A-key.
//!
//! ```
//! use std::sync::Arc;
//! use akeyd_hw::{Backend, Base, Exponent, Group, Power, PowerBatch};
//!
//! let group = Arc::new(Group::known("demo-512").unwrap());
//! let y = Arc::new(Exponent::from_bytes(&[7; 20], 160)?);
//! let ms_result = group.check(&[3; 64])?;
//!
//! let mut batch = PowerBatch::new();
//! for base in [Base::Generator, Base::Element(ms_result)] {
//!     batch.push(Power { group: Arc::clone(&group), base, exponent: Arc::clone(&y) }).unwrap();
//! }
//! let mut answers = batch.run(Backend::detect()).into_iter();
//! let bs_result = answers.next().unwrap()?.into_public();
//! let a_key = answers.next().unwrap()?.into_shared()?.a_key();
//! assert_eq!(bs_result.len(), group.octets());
//! assert_eq!(format!("{a_key:?}"), "[redacted]");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What comes from outside is checked when it becomes a [`Group`] or an [`Element`]; what is secret ([`Exponent`],
//! [`Residue`], [`SharedSecret`], [`Secret`]) is boxed, wiped on drop and prints as `[redacted]`. This package knows no
//! random source, clock, thread or file: exponents are drawn by its callers. It never logs and never blocks.

mod backend;
mod batch;
mod blocks8;
mod cpu;
mod fixed8;
#[cfg(feature = "gmp")]
mod gmp;
mod group;
mod known;
mod lanes;
mod limbs;
pub mod limits;
mod mont8;
mod pow8;
mod power;
pub mod prime;
pub mod reference;
mod scalar;
mod search;
mod secret;
mod tables;
mod vector;

pub use backend::{Backend, UnknownBackend};
pub use group::{Element, Group, GroupError, ValueError};
pub use power::{Base, Exponent, ExponentError, LANES, Power, PowerBatch, PowerError, Residue, SharedSecret};
pub use search::Search;
pub use secret::{AKey, RootKey, Secret};
