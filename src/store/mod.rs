//! What must outlive a message: subscribers with their nonces, exchanges with their keys.
//!
//! A [`Store`] loads and commits; it decides nothing. Answers come by a callback, from whatever thread it likes or at once, in the order of the
//! commits. Called by `serve`, which carries out the desk's actions.

pub mod memory;

use crate::desk::record::{Change, Subscriber};
use crate::words::DeviceId;

/// Takes the subscriber, or `None` when there is no such device.
pub type OnLoaded = Box<dyn FnOnce(Option<Box<Subscriber>>) + Send>;
/// Called when the changes are durable, and only then.
pub type OnDurable = Box<dyn FnOnce() + Send>;

/// A place that keeps records.
pub trait Store: Send + Sync {
    /// Loads one subscriber. Sees every commit whose callback has been called.
    fn load(&self, device: &DeviceId, answer: OnLoaded);

    /// Commits changes, all or nothing. Where that fails for good the callback is dropped: no answer that depends on it may leave.
    fn commit(&self, changes: Vec<Change>, answer: OnDurable);
}
