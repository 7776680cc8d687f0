//! What the service tells the service manager that started it (`sd_notify(3)`); nothing where none did.
//!
//! A manager that cannot be told loses nothing but the news, so failures are logged and not returned. Called by `cli`.

use std::future;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use sd_notify::NotifyState;

use crate::limits;

/// Keeps the manager waiting as long as this lives: an upgrade of a large store, and taking over a million subscribers, may take longer than it
/// gives a start, and begin anew where it is killed.
pub struct Starting {
    // Closed when it is dropped, which ends the thread.
    _end: mpsc::Sender<()>,
}

/// The start has something to do that takes its time. Not for ever: [`limits::START_WAIT_S`].
pub fn starting() -> Starting {
    let (end, ended) = mpsc::channel();
    let period = Duration::from_secs(limits::START_PERIOD_S);
    // Twice as long as until the next time.
    let longer = || tell(NotifyState::ExtendTimeoutUsec(2 * limits::START_PERIOD_S as u32 * 1_000_000));
    longer();
    let wait = move || {
        for _ in 1..limits::START_WAIT_S / limits::START_PERIOD_S {
            if ended.recv_timeout(period) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            longer();
        }
    };
    if let Err(error) = thread::Builder::new().name("starting".into()).spawn(wait) {
        tracing::warn!(%error, "the service manager is not told that the start may take longer");
    }
    Starting { _end: end }
}

/// The service takes handsets: its start is over.
pub fn ready() {
    tell(NotifyState::Ready);
}

/// The service reads its configuration again; [`ready`] says when that is over.
pub fn reloading() {
    let now = NotifyState::monotonic_usec_now();
    match now {
        Ok(now) => tell_all(&[NotifyState::Reloading, now]),
        Err(_) => tell(NotifyState::Reloading),
    }
}

/// The service has begun to stop.
pub fn stopping() {
    tell(NotifyState::Stopping);
}

/// Tells the manager's watchdog, twice in each of its periods, that the thread that awaits this is alive. Never ends.
pub async fn watchdog() {
    let Some(period) = sd_notify::watchdog_enabled() else { return future::pending().await };
    // A period too short for a timer's millisecond would have us spin.
    let mut half = tokio::time::interval((period / 2).max(Duration::from_millis(1)));
    loop {
        half.tick().await;
        tell(NotifyState::Watchdog);
    }
}

fn tell(state: NotifyState<'_>) {
    tell_all(&[state]);
}

fn tell_all(states: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(states) {
        tracing::warn!(%error, "the service manager cannot be told");
    }
}
