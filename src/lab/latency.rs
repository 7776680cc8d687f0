//! How long things took: a histogram, and the four figures of it that reports show.
//!
//! Used by demo and load.

use std::time::Duration;

use hdrhistogram::Histogram;
use serde::Serialize;

/// Microseconds up to an hour, with three digits.
#[derive(Clone, Debug, Default)]
pub(super) struct Latencies(Option<Histogram<u64>>);

impl Latencies {
    pub(super) fn record(&mut self, took: Duration) {
        if self.0.is_none() {
            self.0 = Histogram::new_with_max(3_600_000_000, 3).ok();
        }
        if let Some(histogram) = &mut self.0 {
            histogram.saturating_record(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
        }
    }

    /// Adds what another has counted.
    pub(super) fn add(&mut self, other: Self) {
        match (&mut self.0, other.0) {
            (Some(mine), Some(theirs)) => {
                // Both have the same bounds.
                let _ = mine.add(theirs);
            }
            (mine @ None, theirs) => *mine = theirs,
            (Some(_), None) => {}
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "microseconds below an hour")]
    pub(super) fn figures(&self) -> Latency {
        let at = |quantile| self.0.as_ref().map_or(0.0, |of| of.value_at_quantile(quantile) as f64 / 1_000.0);
        Latency { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1.0) }
    }
}

/// A distribution, milliseconds.
#[derive(Debug, Serialize)]
pub struct Latency {
    /// Median.
    pub p50: f64,
    /// 95 of 100 are faster.
    pub p95: f64,
    /// 99 of 100 are faster.
    pub p99: f64,
    /// The slowest.
    pub max: f64,
}
