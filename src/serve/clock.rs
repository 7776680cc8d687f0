//! The one clock of the process: milliseconds since 1970 that never run back, though the system's clock does; nor do they from one process to the
//! next, though it is set back between them.
//!
//! It begins after every moment that the store knows of. So what happens later has a later moment, in whichever process: of two keys of a device the
//! one whose Commit left later is made live last. Called by `serve`'s threads, which hand moments to everything below.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::limits;
use crate::words::Time;

/// A clock, set once by the system's and driven by the monotonic one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    start: Instant,
    at_start: Time,
}

impl Clock {
    /// A clock that starts now, after what is known to have been.
    pub(super) fn start(known: Option<Time>) -> Self {
        let system = Self::system();
        let at_start = begin(system, known);
        let behind_ms = at_start.since(system);
        if behind_ms > limits::CLOCK_BEHIND_MS {
            tracing::warn!(
                behind_ms,
                "the system's clock is behind what the store knows: one of them is, or was, wrong. Time goes on from what the store knows"
            );
        }
        Self { start: Instant::now(), at_start }
    }

    /// Now.
    pub(super) fn now(&self) -> Time {
        self.at_start.plus(self.running_ms())
    }

    /// What the system's clock says, right or wrong.
    pub(super) fn system() -> Time {
        Time(millis(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO)))
    }

    /// For how long it has run.
    pub(super) fn running_ms(&self) -> u64 {
        millis(self.start.elapsed())
    }

    /// When `time` comes, for a timer; a moment that has passed is now.
    pub(super) fn instant(&self, time: Time) -> Instant {
        let wait = Duration::from_millis(time.since(self.now()));
        let now = Instant::now();
        now.checked_add(wait).unwrap_or(now)
    }
}

/// The first moment of a clock: none that the store knows of comes again.
fn begin(system: Time, known: Option<Time>) -> Time {
    known.map_or(system, |known| system.max(known.plus(1)))
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_begins_after_all_that_is_known() {
        assert_eq!(begin(Time(7), None), Time(7));
        assert_eq!(begin(Time(7), Some(Time(5))), Time(7));
        for known in [7, 8, 100] {
            assert_eq!(begin(Time(7), Some(Time(known))), Time(known + 1));
        }
        let ahead = Clock::system().plus(3_600_000);
        assert!(Clock::start(Some(ahead)).now() > ahead);
    }
}
