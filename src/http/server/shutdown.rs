//! The orderly end of a thread's connections.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::timeout;

/// Ends the connections of one thread: idle ones close, running requests are answered with `Connection: close`, no new
/// ones are accepted. Cloned handles are the same.
#[derive(Clone, Default)]
pub struct Shutdown(Rc<Shared>);

#[derive(Default)]
struct Shared {
    begun: Cell<bool>,
    bell: Notify,
    open: Cell<usize>,
    all_gone: Notify,
}

impl Shutdown {
    /// A handle for connections to come.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins the end. Once is enough.
    pub fn begin(&self) {
        self.0.begun.set(true);
        self.0.bell.notify_waiters();
    }

    /// Whether the end has begun.
    pub fn is_begun(&self) -> bool {
        self.0.begun.get()
    }

    /// Waits for the end to begin.
    pub async fn begun(&self) {
        // Made before the look at the flag: it hears a bell that rings from here on.
        let bell = self.0.bell.notified();
        if !self.is_begun() {
            bell.await;
        }
    }

    /// Connections that are open now.
    pub fn connections(&self) -> usize {
        self.0.open.get()
    }

    /// Waits until no connection is open, at most for `limit`. Tells how many are left.
    pub async fn drained(&self, limit: Duration) -> usize {
        let gone = async {
            while self.connections() > 0 {
                self.0.all_gone.notified().await;
            }
        };
        // Those that are left are told by their number.
        let _ = timeout(limit, gone).await;
        self.connections()
    }

    /// Counts a connection for as long as the returned value lives.
    pub(super) fn enter(&self) -> Presence {
        self.0.open.set(self.0.open.get() + 1);
        Presence(self.clone())
    }
}

/// One open connection.
pub(super) struct Presence(Shutdown);

impl Drop for Presence {
    fn drop(&mut self) {
        let shared = &self.0.0;
        shared.open.set(shared.open.get() - 1);
        if shared.open.get() == 0 {
            shared.all_gone.notify_waiters();
        }
    }
}
