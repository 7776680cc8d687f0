//! The one clock of the process: milliseconds since 1970 that never run back, though the system's clock does.
//!
//! Called by `serve`'s threads, which hand moments to everything below.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::words::Time;

/// A clock, set once by the system's and driven by the monotonic one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    start: Instant,
    at_start: Time,
}

impl Clock {
    /// A clock that starts now.
    pub(super) fn start() -> Self {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        Self { start: Instant::now(), at_start: Time(millis(since_1970)) }
    }

    /// Now.
    pub(super) fn now(&self) -> Time {
        self.at_start.plus(millis(self.start.elapsed()))
    }

    /// When `time` comes, for a timer; a moment that has passed is now.
    pub(super) fn instant(&self, time: Time) -> Instant {
        let wait = Duration::from_millis(time.since(self.now()));
        let now = Instant::now();
        now.checked_add(wait).unwrap_or(now)
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
