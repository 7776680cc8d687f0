//! Families of the store in a file.

use std::time::Duration;

use prometheus::{Histogram, IntCounter, IntCounterVec, IntGauge};

use super::{Table, times};
use crate::store::embedded;

pub(super) struct Stored {
    commits: IntCounter,
    group_seconds: Histogram,
    full: IntGauge,
    to_reseal: IntGauge,
    damaged_records: IntGauge,
    removed: IntCounterVec,
}

impl Stored {
    pub(super) fn new(table: &Table) -> Self {
        Self {
            commits: table.counter("akeyd_store_commits_total", "Commits that became durable."),
            group_seconds: table.histogram(
                "akeyd_store_group_seconds",
                "Time in which the disk took all commits that waited, together.",
                &times(100e-6, 2.0, 16),
            ),
            full: table.gauge("akeyd_store_full", "1 while the disk is full and commits are refused, else 0."),
            removed: table.counters(
                "akeyd_store_removed_total",
                "Records that were removed from the store because they are over, by kind.",
                &["kind"],
            ),
            damaged_records: table.gauge(
                "akeyd_store_damaged_records",
                "Records of the store that were found damaged and are passed over, 1024 at most.",
            ),
            to_reseal: table.gauge(
                "akeyd_store_to_reseal",
                "Secrets that may still be sealed under an old key; 0: the store opens without old keys; backups made before do not.",
            ),
        }
    }
}

impl embedded::Meter for super::Metrics {
    fn group(&self, commits: usize, took: Duration) {
        self.stored.commits.inc_by(commits as u64);
        self.stored.group_seconds.observe(took.as_secs_f64());
    }

    fn full(&self, is: bool) {
        self.stored.full.set(i64::from(is));
    }

    fn to_reseal(&self, values: u64) {
        self.stored.to_reseal.set(i64::try_from(values).unwrap_or(i64::MAX));
    }

    fn removed(&self, exchanges: u64, deliveries: u64, audit: u64) {
        for (kind, count) in [("exchange", exchanges), ("delivery", deliveries), ("audit", audit)] {
            self.stored.removed.with_label_values(&[kind]).inc_by(count);
        }
    }

    fn damaged(&self, records: u64) {
        self.stored.damaged_records.set(i64::try_from(records).unwrap_or(i64::MAX));
    }
}
