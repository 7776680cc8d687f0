//! What came of a demo: the handsets and keys counted, the times.
//!
//! Called by the demo; printed by `cli`.

use std::fmt;

use akeyd_hw::Backend;
use serde::Serialize;

use super::Settings;
use super::centre::Centre;
use super::fleet::Visit;
use crate::handset::SessionOutcome;
use crate::lab::latency::{Latencies, Latency};
use crate::serve::Running;

/// What came of it.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Handsets.
    pub handsets: u32,
    /// Handsets that hold a new key.
    pub updated: u32,
    /// Handsets that do not.
    pub failed: u32,
    /// Handsets whose key is the authentication centre's.
    pub keys_match: u32,
    /// From the first handset's first message to the last one's last.
    pub seconds: f64,
    /// Exchanges in a second.
    pub exchanges_per_second: f64,
    /// Way.
    pub way: &'static str,
    /// Dialect.
    pub dialect: &'static str,
    /// Carrier style.
    pub style: &'static str,
    /// Who drove from the north.
    pub north: &'static str,
    /// P, bits.
    pub p_bits: u32,
    /// How sockets were driven.
    pub net: &'static str,
    /// Which arithmetic.
    pub backend: &'static str,
    /// Messages that a handset sent, on average.
    pub messages_per_exchange: f64,
    /// A handset's session from its first message to its last answer, milliseconds.
    pub exchange_ms: Latency,
    /// One message to its answer, milliseconds.
    pub message_ms: Latency,
    /// Why handsets failed, with how many.
    pub causes: Vec<(String, u32)>,
}

impl Report {
    /// Whether every handset holds the authentication centre's key.
    pub fn is_good(&self) -> bool {
        self.updated == self.handsets && self.keys_match == self.handsets
    }
}

/// What is counted on the way to a report.
#[derive(Default)]
pub(super) struct Tally {
    updated: u32,
    keys_match: u32,
    messages: u64,
    exchange: Latencies,
    message: Latencies,
    causes: std::collections::BTreeMap<String, u32>,
}

impl Tally {
    pub(super) fn count(&mut self, visit: &Visit, centre: &Centre) {
        let key = visit.who.handset.keys().committed.as_ref();
        if key.is_some_and(|key| centre.comes_to_hold(&visit.who.device, key.expose())) {
            self.keys_match += 1;
        }
        self.exchange.record(visit.took);
        let cause = match &visit.report {
            Ok(report) => {
                self.messages += u64::from(report.messages);
                report.latencies.iter().for_each(|took| self.message.record(*took));
                if report.outcome == SessionOutcome::Updated {
                    self.updated += 1;
                    None
                } else {
                    Some(report.cause.clone().unwrap_or_else(|| report.outcome.to_string()))
                }
            }
            Err(error) => Some(error.clone()),
        };
        if let Some(cause) = cause.or_else(|| visit.otaf.clone()) {
            *self.causes.entry(cause).or_default() += 1;
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "an average for people")]
    pub(super) fn report(
        self,
        settings: &Settings,
        running: &Running,
        seconds: f64,
        p_bits: u32,
        backend: Backend,
    ) -> Report {
        Report {
            handsets: settings.handsets,
            updated: self.updated,
            failed: settings.handsets - self.updated,
            keys_match: self.keys_match,
            seconds,
            exchanges_per_second: f64::from(self.updated) / seconds,
            way: settings.combination.way.as_str(),
            dialect: settings.combination.dialect.as_str(),
            style: settings.combination.style.as_str(),
            north: settings.combination.north.as_str(),
            p_bits,
            net: running.net.as_str(),
            backend: backend.as_str(),
            messages_per_exchange: self.messages as f64 / f64::from(settings.handsets),
            exchange_ms: self.exchange.figures(),
            message_ms: self.message.figures(),
            causes: self.causes.into_iter().collect(),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} by {}, {} {}, P of {} bits; sockets by {}, powers by {}",
            self.way, self.north, self.dialect, self.style, self.p_bits, self.net, self.backend
        )?;
        writeln!(f)?;
        writeln!(f, "  handsets            {:>10}", self.handsets)?;
        writeln!(f, "  updated             {:>10}", self.updated)?;
        writeln!(f, "  failed              {:>10}", self.failed)?;
        writeln!(f, "  keys match the AC's {:>10}", self.keys_match)?;
        for (cause, count) in &self.causes {
            writeln!(f, "    {count} x {cause}")?;
        }
        writeln!(f, "  seconds             {:>10.3}", self.seconds)?;
        writeln!(f, "  exchanges/s         {:>10.0}", self.exchanges_per_second)?;
        writeln!(f, "  messages/exchange   {:>10.2}", self.messages_per_exchange)?;
        writeln!(f)?;
        writeln!(f, "  milliseconds           p50       p95       p99       max")?;
        for (name, of) in [("exchange", &self.exchange_ms), ("message", &self.message_ms)] {
            writeln!(f, "  {name:<16} {:>9.2} {:>9.2} {:>9.2} {:>9.2}", of.p50, of.p95, of.p99, of.max)?;
        }
        writeln!(f)?;
        f.write_str(if self.is_good() { "All keys match." } else { "NOT all keys match." })
    }
}
