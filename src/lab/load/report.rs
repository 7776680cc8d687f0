//! What a load test measured: counts, causes and times, as a table for people and as JSON.
//!
//! Filled by `load.rs`, one tally for each thread.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use serde::Serialize;

use super::Settings;
use crate::handset::{self, RunError, SessionOutcome};
use crate::lab::latency::{Latencies, Latency};
use crate::limits;

/// The result of a load test.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Handsets.
    pub handsets: usize,
    /// Sessions that began.
    pub sessions: u64,
    /// Sessions in which a key became live.
    pub updated: u64,
    /// Sessions in which the server wanted nothing.
    pub nothing: u64,
    /// Sessions in which the handset refused a step.
    pub rejected: u64,
    /// Sessions that failed.
    pub failed: u64,
    /// Sessions that were not over when patience was.
    pub abandoned: u64,
    /// Sessions that the schedule asked for and no handset was free for.
    pub not_started: u64,
    /// From the first session's beginning to the last one's end.
    pub seconds: f64,
    /// Sessions in a second, as they ended.
    pub sessions_per_second: f64,
    /// Updates in a second.
    pub updates_per_second: f64,
    /// Messages of the handsets.
    pub messages: u64,
    /// HTTP requests: repeated messages counted each time.
    pub requests: u64,
    /// The rate that was asked for.
    pub rate: Option<f64>,
    /// Sessions from the moment at which they should have begun, milliseconds.
    pub session_ms: Latency,
    /// Requests, milliseconds.
    pub request_ms: Latency,
    /// Why sessions failed, the most frequent first.
    pub causes: Vec<(String, u64)>,
}

/// What one thread has counted.
#[derive(Debug, Default)]
pub(super) struct Tally {
    begun: u64,
    ended: u64,
    updated: u64,
    nothing: u64,
    rejected: u64,
    failed: u64,
    messages: u64,
    requests: u64,
    session: Latencies,
    request: Latencies,
    causes: BTreeMap<String, u64>,
}

impl Tally {
    pub(super) fn begin(&mut self) {
        self.begun += 1;
    }

    pub(super) fn end(&mut self, took: Duration, report: Result<handset::Report, RunError>) {
        self.ended += 1;
        self.session.record(took);
        let report = match report {
            Ok(report) => report,
            Err(error) => {
                self.failed += 1;
                self.blame(error.to_string(), 1);
                return;
            }
        };
        self.messages += u64::from(report.messages);
        self.requests += report.latencies.len() as u64;
        report.latencies.iter().for_each(|took| self.request.record(*took));
        let counter = match report.outcome {
            SessionOutcome::Updated => &mut self.updated,
            SessionOutcome::Nothing => &mut self.nothing,
            SessionOutcome::Rejected => &mut self.rejected,
            SessionOutcome::Failed => &mut self.failed,
        };
        *counter += 1;
        match (report.cause, report.result_code) {
            (Some(cause), _) => self.blame(cause, 1),
            (None, Some(code)) => self.blame(format!("RESULT_CODE {code}"), 1),
            (None, None) => {}
        }
    }

    /// Counts a cause. Those that come late in a large choice are counted together.
    fn blame(&mut self, cause: String, count: u64) {
        let known = self.causes.contains_key(&cause) || self.causes.len() < limits::LOAD_CAUSES;
        *self.causes.entry(if known { cause } else { "other".into() }).or_default() += count;
    }

    pub(super) fn add(&mut self, other: Self) {
        self.begun += other.begun;
        self.ended += other.ended;
        self.updated += other.updated;
        self.nothing += other.nothing;
        self.rejected += other.rejected;
        self.failed += other.failed;
        self.messages += other.messages;
        self.requests += other.requests;
        self.session.add(other.session);
        self.request.add(other.request);
        other.causes.into_iter().for_each(|(cause, count)| self.blame(cause, count));
    }

    #[expect(clippy::cast_precision_loss, clippy::cast_sign_loss, reason = "counts far below 2^52")]
    pub(super) fn report(
        self,
        settings: &Settings,
        handsets: usize,
        sessions: u64,
        took: Duration,
        stopped: bool,
    ) -> Report {
        let seconds = took.as_secs_f64();
        let planned = match settings.rate {
            _ if stopped => self.begun,
            Some(rate) => sessions.min((rate * settings.duration.as_secs_f64()).ceil() as u64),
            None => self.begun,
        };
        let mut causes: Vec<_> = self.causes.into_iter().collect();
        causes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Report {
            handsets,
            sessions: self.begun,
            updated: self.updated,
            nothing: self.nothing,
            rejected: self.rejected,
            failed: self.failed,
            abandoned: self.begun - self.ended,
            not_started: planned.saturating_sub(self.begun),
            seconds,
            sessions_per_second: self.ended as f64 / seconds,
            updates_per_second: self.updated as f64 / seconds,
            messages: self.messages,
            requests: self.requests,
            rate: settings.rate,
            session_ms: self.session.figures(),
            request_ms: self.request.figures(),
            causes,
        }
    }
}

impl Report {
    /// Whether every session that the schedule asked for came to its regular end.
    pub const fn is_good(&self) -> bool {
        self.sessions > 0 && self.rejected + self.failed + self.abandoned + self.not_started == 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, count) in [
            ("handsets", self.handsets as u64),
            ("sessions", self.sessions),
            ("  updated", self.updated),
            ("  nothing to do", self.nothing),
            ("  rejected", self.rejected),
            ("  failed", self.failed),
            ("  abandoned", self.abandoned),
            ("not started", self.not_started),
        ] {
            writeln!(f, "  {name:<20}{count:>10}")?;
        }
        for (cause, count) in &self.causes {
            writeln!(f, "    {count} x {cause}")?;
        }
        writeln!(f, "  {:<20}{:>10.3}", "seconds", self.seconds)?;
        if let Some(rate) = self.rate {
            writeln!(f, "  {:<20}{rate:>10.1}", "sessions/s asked")?;
        }
        writeln!(f, "  {:<20}{:>10.1}", "sessions/s", self.sessions_per_second)?;
        writeln!(f, "  {:<20}{:>10.1}", "updates/s", self.updates_per_second)?;
        writeln!(f, "  {:<20}{:>10}", "messages", self.messages)?;
        writeln!(f, "  {:<20}{:>10}", "requests", self.requests)?;
        writeln!(f)?;
        writeln!(f, "  milliseconds           p50       p95       p99       max")?;
        for (name, of) in [("session", &self.session_ms), ("request", &self.request_ms)] {
            writeln!(f, "  {name:<16} {:>9.2} {:>9.2} {:>9.2} {:>9.2}", of.p50, of.p95, of.p99, of.max)?;
        }
        let from = if self.rate.is_some() { "the schedule" } else { "their first message" };
        write!(f, "  sessions are measured from {from}")
    }
}
