//! What is kept of devices and exchanges, as values: what a store holds and what a durable step changes.
//!
//! No storage here. Called by the desk, `store` and `north`.

use crate::dm::account::{Accepted, Account};
use crate::exchange::choice::Capability;
use crate::exchange::{End, Key};
use crate::is683::Spc;
use crate::words::{DeviceId, Dialect, ExchangeId, State, Time, Way};

/// A device as the store knows it.
#[derive(Clone, Debug)]
pub struct Subscriber {
    /// Its name.
    pub device: DeviceId,
    /// Credentials and nonces.
    pub account: Account,
    /// Name of its model profile; empty: the standard handset.
    pub model: String,
    /// Service programming code, where the operator knows it.
    pub spc: Option<Spc>,
    /// Where it may be found.
    pub place: Place,
    /// What it said that it supports, if it was asked.
    pub capability: Option<Remembered>,
    /// The temporary node of an exchange that it may still have, relative to its `nodes` object.
    pub temporary: Option<String>,
}

/// Where a device may be found, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Where its last session came from.
    pub address: Option<String>,
    /// Mobile Identification Number.
    pub min: Option<String>,
    /// International Mobile Subscriber Identity.
    pub imsi: Option<String>,
    /// Electronic Serial Number, 8 hex digits.
    pub esn: Option<String>,
    /// Mobile Equipment Identifier, 14 hex digits.
    pub meid: Option<String>,
}

/// A capability, believed until it is too old or the device reports itself otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// What it supports.
    pub capability: Capability,
    /// When it said so.
    pub at: Time,
    /// What it reported in package 1 then.
    pub dev_info: Vec<(String, String)>,
}

/// One change of a durable step.
#[derive(Debug)]
pub enum Change {
    /// The device proved itself: its nonce is spent, the next one is this.
    Login(DeviceId, Accepted),
    /// The nonce that the server proves itself with from now on.
    ServerNonce(DeviceId, Vec<u8>),
    /// What the device supports; `None`: what was believed is wrong.
    Capability(DeviceId, Option<Remembered>),
    /// The device has this temporary node of ours, or none.
    Temporary(DeviceId, Option<String>),
    /// An exchange moved on.
    Exchange(Box<ExchangeRecord>),
}

/// An exchange as the store knows it.
#[derive(Debug)]
pub struct ExchangeRecord {
    /// Its name.
    pub id: ExchangeId,
    /// Whose.
    pub device: DeviceId,
    /// Way and dialect, once chosen.
    pub choice: Option<(Way, Dialect)>,
    /// Where it stands.
    pub state: State,
    /// How it ended, if it did.
    pub end: Option<End>,
    /// The pending key, in the step that brings it into being.
    pub key: Option<Key>,
    /// When.
    pub at: Time,
}
