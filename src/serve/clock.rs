//! The one clock of the process: milliseconds since 1970 that never run back, though the system's clock does; nor do they from one process to the
//! next, though it is set back between them.
//!
//! It begins after every moment that the store knows of. So what happens later has a later moment, in whichever process: of two keys of a device the
//! one whose Commit left later is made live last. Between two looks at the system's clock it is driven by the monotonic one, which stands still while
//! the machine sleeps and knows no correction. What the system's clock is ahead by is caught up with, but only as far as a wrong clock may do little
//! harm: a moment that was once given out cannot be taken back. Called by `serve`'s threads, which hand moments to everything below.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::limits;
use crate::metrics::Metrics;
use crate::words::Time;

/// A clock, set by the system's and driven by the monotonic one. Cheap to clone; all clones go alike.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    start: Instant,
    at_start: Time,
    leapt: Arc<Leapt>,
}

/// How the clock has been corrected.
#[derive(Debug, Default)]
struct Leapt {
    /// By how much, in all.
    ms: AtomicU64,
    /// When it was last: for how long the clock had run.
    at_ms: AtomicU64,
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
        Self::at(at_start)
    }

    fn at(at_start: Time) -> Self {
        Self { start: Instant::now(), at_start, leapt: Arc::default() }
    }

    /// Now.
    pub(super) fn now(&self) -> Time {
        self.at_start.plus(self.running_ms()).plus(self.leapt.ms.load(Ordering::Acquire))
    }

    /// What the system's clock says, right or wrong.
    pub(super) fn system() -> Time {
        Time(millis(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO)))
    }

    fn running_ms(&self) -> u64 {
        millis(self.start.elapsed())
    }

    /// For how long it has run since it was set.
    pub(super) fn steady_ms(&self) -> u64 {
        self.running_ms().saturating_sub(self.leapt.at_ms.load(Ordering::Acquire))
    }

    /// When to look whether `time` has come, for a timer: no later than a correction may have brought it; a moment that has passed is now.
    pub(super) fn instant(&self, time: Time) -> Instant {
        let wait = Duration::from_millis(time.since(self.now()).min(limits::CLOCK_LOOK_MS));
        let now = Instant::now();
        now.checked_add(wait).unwrap_or(now)
    }

    /// Follows the system's clock where that is ahead, for ever.
    pub(super) async fn follow(self, metrics: Arc<Metrics>) {
        let (mut corrections, mut told) = (Corrections::default(), None);
        loop {
            let (own, system) = (self.now(), Self::system());
            metrics.clock_offset(system.since(own), own.since(system));
            let found = corrections.judge(self.running_ms(), own, system);
            if let Found::Ahead(ms) = found {
                self.leap(ms);
            }
            let kind = std::mem::discriminant(&found);
            if told.replace(kind) != Some(kind) || matches!(found, Found::Ahead(_)) {
                found.tell();
            }
            tokio::time::sleep(Duration::from_millis(limits::CLOCK_LOOK_MS)).await;
        }
    }

    fn leap(&self, ms: u64) {
        self.leapt.at_ms.store(self.running_ms(), Ordering::Release);
        self.leapt.ms.fetch_add(ms, Ordering::AcqRel);
    }
}

/// What corrections have been followed: a start takes whatever the system's clock says, and so does a process that has just begun, for the machine may
/// have come up without the time. Later one day in a day, all told: a machine that slept is brought up to date, a clock that leaps by a year is not
/// believed.
#[derive(Debug, Default)]
struct Corrections {
    /// Milliseconds that were leapt over, less those that have passed since.
    spent_ms: u64,
    /// As of when.
    at_ms: u64,
}

/// What the system's clock was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Alike,
    /// Ahead by so many milliseconds, and to be followed.
    Ahead(u64),
    /// Ahead by so many that it is not believed.
    TooFar(u64),
    Behind(u64),
}

impl Corrections {
    /// Judges a correction by when it comes, in milliseconds since the start.
    fn judge(&mut self, running_ms: u64, own: Time, system: Time) -> Found {
        let (ahead_ms, behind_ms) = (system.since(own), own.since(system));
        if behind_ms > limits::CLOCK_BEHIND_MS {
            return Found::Behind(behind_ms);
        }
        if ahead_ms < limits::CLOCK_AHEAD_MS {
            return Found::Alike;
        }
        if running_ms < limits::CLOCK_STARTING_MS {
            return Found::Ahead(ahead_ms);
        }
        let spent_ms = self.spent_ms.saturating_sub(running_ms.saturating_sub(self.at_ms)).saturating_add(ahead_ms);
        if spent_ms > limits::CLOCK_LEAP_MS {
            return Found::TooFar(ahead_ms);
        }
        (self.spent_ms, self.at_ms) = (spent_ms, running_ms);
        Found::Ahead(ahead_ms)
    }
}

impl Found {
    fn tell(self) {
        match self {
            Self::Alike => {}
            Self::Ahead(ms) => {
                tracing::warn!(
                    ms,
                    "the system's clock is ahead: it was set, or the machine slept. Time leaps after it"
                );
            }
            Self::TooFar(ms) => tracing::error!(
                ms,
                "the system's clock is ahead by more than is believed while the service runs. Where it is right, restart the service"
            ),
            Self::Behind(ms) => {
                tracing::warn!(ms, "the system's clock is behind the service's, which does not run back");
            }
        }
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

    const HOUR: u64 = 3_600_000;

    #[tokio::test]
    async fn a_machine_that_slept_is_brought_up_to_date_for_all_who_have_the_clock() {
        let slept = Clock::at(Time(Clock::system().0 - 3 * HOUR));
        let (other, metrics) = (slept.clone(), Arc::new(Metrics::new()));
        let due = other.now().plus(2 * HOUR);
        assert!(
            other.instant(due) <= Instant::now() + Duration::from_millis(limits::CLOCK_LOOK_MS),
            "nobody sleeps through it"
        );
        // It looks at once, and then rests.
        let rests = tokio::time::timeout(Duration::from_millis(1), slept.follow(Arc::clone(&metrics))).await;
        assert!(rests.is_err());
        assert!(Clock::system().since(other.now()) < 1_000 && other.now() >= due);
        assert!(other.steady_ms() <= other.running_ms());
        assert!(metrics.text().contains("akeyd_clock_offset_seconds 10800"), "{}", metrics.text());
    }

    #[test]
    fn time_never_runs_back_and_a_wild_clock_is_not_believed() {
        let own = Time(1_800_000_000_000);
        let day = limits::CLOCK_LEAP_MS;
        let late = limits::CLOCK_STARTING_MS;
        let judge = |running_ms, ahead_ms| Corrections::default().judge(running_ms, own, own.plus(ahead_ms));
        // A start takes whatever the clock says.
        assert_eq!(judge(late - 1, 365 * day), Found::Ahead(365 * day));
        assert_eq!(judge(late, 365 * day), Found::TooFar(365 * day));
        assert_eq!((judge(late, day), judge(late, day + 1)), (Found::Ahead(day), Found::TooFar(day + 1)));
        assert_eq!(judge(late, limits::CLOCK_AHEAD_MS - 1), Found::Alike);
        let behind = Corrections::default().judge(late, own, Time(own.0 - HOUR));
        assert_eq!(behind, Found::Behind(HOUR));
        // Nor one that goes wild by small steps.
        let mut corrections = Corrections::default();
        let mut step = |running_ms| corrections.judge(running_ms, own, own.plus(10 * HOUR));
        assert_eq!([step(late), step(late + 1)], [Found::Ahead(10 * HOUR); 2]);
        assert_eq!(step(late + 2), Found::TooFar(10 * HOUR));
        assert_eq!([step(late + 6 * HOUR), step(late + 7 * HOUR)], [Found::Ahead(10 * HOUR), Found::TooFar(10 * HOUR)]);
        assert_eq!(step(late + 7 * day), Found::Ahead(10 * HOUR));
    }
}
