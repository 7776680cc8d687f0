//! What is kept of devices and exchanges, as values: what a store holds and what a durable step changes.
//!
//! No storage here. Called by the desk, `store` and `north`.

use akeyd_hw::AKey;

use crate::dm::account::{Accepted, Account};
use crate::exchange::End;
use crate::exchange::choice::Capability;
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
    /// What it said that it supports, if it was asked.
    pub capability: Option<Remembered>,
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
    /// What the device supports.
    Capability(DeviceId, Remembered),
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
    pub key: Option<AKey>,
    /// When.
    pub at: Time,
}
