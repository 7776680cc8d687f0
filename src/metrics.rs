//! All metric families, in one table: [`Metrics::new`].
//!
//! Names begin with `akeyd_`, counters end in `_total`, times are `_seconds` histograms. Labels come from fixed lists: no
//! subscriber, address or text from outside ever becomes one. Everything here returns at once and may be called from any
//! thread. Written to by `serve` as it carries out actions, read by the status listener.

mod link;
mod store;

use std::time::Duration;

use akeyd_hw::{Backend, LANES};
use prometheus::core::Collector;
use prometheus::process_collector::ProcessCollector;
use prometheus::{
    Histogram, HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry,
    TextEncoder,
};

use crate::compute::{Meter, PowerKind};
use crate::groups;
use crate::north::ansi41::transactions::Happening;
use crate::north::{ansi41, outbox};
use crate::words::{Dialect, Outcome, Way};

/// Way and dialect of an exchange that ended before the handset said what it speaks.
const NOT_CHOSEN: &str = "none";

/// The numbers that the service shows about itself.
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    request_seconds: Histogram,
    refused: IntCounterVec,
    auth: IntCounterVec,
    calls: IntCounterVec,
    exchanges: IntCounterVec,
    exchange_seconds: Histogram,
    powers: IntCounterVec,
    batch_lanes: Histogram,
    compute_queue_seconds: Histogram,
    power_seconds: Histogram,
    power_mismatch: IntCounterVec,
    backend_in_service: IntGaugeVec,
    ready_pairs: IntGauge,
    io_backend: IntGaugeVec,
    group_exchanges: IntGauge,
    group_stock: IntGauge,
    group_overdue: IntGauge,
    group_changes: IntCounter,
    relay_unfit: IntCounterVec,
    outbox_pending: IntGauge,
    outbox_oldest_seconds: IntGauge,
    deliveries: IntCounterVec,
    links: link::Links,
    stored: store::Stored,
    campaigns: IntGaugeVec,
    campaign_devices: IntCounterVec,
    api_requests: IntCounterVec,
    api_seconds: HistogramVec,
    api_refused: IntCounterVec,
    /// In the order of [`Happening::ALL`].
    tcap: Vec<IntCounter>,
    /// Open connections of handsets.
    pub connections: IntGauge,
    /// DM messages of handsets that were handled.
    pub messages: IntCounter,
    /// Live DM sessions.
    pub sessions: IntGauge,
    /// Exchanges in doubt.
    pub exchanges_in_doubt: IntGauge,
    /// Of them, those that are worth an alert.
    pub in_doubt_overdue: IntGauge,
    /// Desks whose last change the store refused.
    pub store_refuses: IntGauge,
    clock_offset_seconds: IntGauge,
    /// 1 while `/readyz` says so.
    pub ready: IntGauge,
}

impl Metrics {
    /// The table. Series whose labels are known stand at 0 from the start, so that the first event is a change.
    #[expect(clippy::too_many_lines, reason = "it is the table")]
    pub fn new() -> Self {
        let table = Table(Registry::new());
        let metrics = Self {
            connections: table.gauge("akeyd_connections", "Open connections of handsets."),
            requests: table.counters("akeyd_requests_total", "HTTP requests answered, by status.", &["code"]),
            request_seconds: table.histogram(
                "akeyd_request_seconds",
                "From the last octet of a request to its answer.",
                &times(50e-6, 2.0, 18),
            ),
            refused: table.counters("akeyd_refused_total", "Requests and messages refused, by cause.", &["cause"]),
            messages: table.counter("akeyd_messages_total", "DM messages of handsets that were handled."),
            calls: table.counters(
                "akeyd_calls_total",
                "Notifications that call handsets to a session, by what became of them.",
                &["result"],
            ),
            auth: table.counters(
                "akeyd_auth_total",
                "Credentials of handsets that were judged, by result.",
                &["result"],
            ),
            sessions: table.gauge("akeyd_sessions", "Live DM sessions."),
            exchanges: table.counters(
                "akeyd_exchanges_total",
                "Exchanges that ended, by way, dialect and outcome.",
                &["way", "dialect", "outcome"],
            ),
            exchanges_in_doubt: table.gauge(
                "akeyd_exchanges_in_doubt",
                "Exchanges whose Commit Response never came, and which nobody has settled yet.",
            ),
            in_doubt_overdue: table.gauge(
                "akeyd_exchanges_in_doubt_overdue",
                "Of the exchanges in doubt, those that are for longer than [keys] in_doubt_alert_after.",
            ),
            store_refuses: table.gauge("akeyd_store_refuses", "Threads whose changes the store has no room for, else 0."),
            exchange_seconds: table.histogram(
                "akeyd_exchange_seconds",
                "From the request for an exchange to its outcome, with the time until its handset came.",
                // The last is more than an exchange's own limit.
                &times(1e-3, 4.0, 15),
            ),
            powers: table.counters(
                "akeyd_powers_total",
                "Modular powers computed, by backend and kind.",
                &["backend", "kind"],
            ),
            batch_lanes: table.histogram(
                "akeyd_batch_lanes",
                "Powers computed together in one batch.",
                &(1..=LANES as u32).map(f64::from).collect::<Vec<_>>(),
            ),
            compute_queue_seconds: table.histogram(
                "akeyd_compute_queue_seconds",
                "From the queuing of a power to the forming of its batch.",
                &times(1e-6, 4.0, 12),
            ),
            power_seconds: table.histogram(
                "akeyd_power_seconds",
                "Time of one batch of powers.",
                &times(4e-6, 2.0, 18),
            ),
            power_mismatch: table.counters(
                "akeyd_power_mismatch_total",
                "Powers that came out different when computed again, by the backend that served; their batches were withheld.",
                &["backend"],
            ),
            backend_in_service: table.gauges(
                "akeyd_backend_in_service",
                "1 for a backend that may compute, 0 for one that was found wrong.",
                &["backend"],
            ),
            io_backend: table.gauges("akeyd_io_backend", "1 for what drives the handsets' sockets.", &["backend"]),
            ready_pairs: table.gauge("akeyd_ready_pairs", "Pairs of y and G^y that are ready to be handed out."),
            group_exchanges: table.gauge("akeyd_group_exchanges", "Exchanges that the P in service has served."),
            group_stock: table.gauge("akeyd_group_stock", "Fresh groups that wait to be taken into service."),
            group_overdue: table.gauge(
                "akeyd_group_overdue",
                "1 while a P serves beyond its exchanges or hours because there is no fresh one, else 0.",
            ),
            group_changes: table.counter("akeyd_group_changes_total", "Fresh groups taken into service."),
            relay_unfit: table.counters(
                "akeyd_relay_unfit_total",
                "Values of authentication centres on their way to handsets that are not fit, by field.",
                &["field"],
            ),
            outbox_pending: table.gauge("akeyd_outbox_pending", "Deliveries that no northern peer has acknowledged yet."),
            outbox_oldest_seconds: table.gauge("akeyd_outbox_oldest_seconds", "For how long the oldest of them has waited."),
            deliveries: table.counters(
                "akeyd_deliveries_total",
                "Attempts at deliveries, by kind and what came of them.",
                &["kind", "result"],
            ),
            links: link::Links::new(&table),
            stored: store::Stored::new(&table),
            campaigns: table.gauges("akeyd_campaigns", "Campaigns by where they stand.", &["state"]),
            campaign_devices: table.counters(
                "akeyd_campaign_devices_total",
                "Devices that campaigns are done with, by outcome; one whose doubt ends counts again, by what it became.",
                &["outcome"],
            ),
            api_requests: table.counters(
                "akeyd_api_requests_total",
                "Requests of operators and their programs, by resource and status.",
                &["resource", "code"],
            ),
            api_seconds: table.histograms(
                "akeyd_api_request_seconds",
                "From the last octet of an operator's request to its answer; waits that were asked for and files included.",
                &["resource"],
                &times(250e-6, 4.0, 10),
            ),
            api_refused: table.counters(
                "akeyd_api_refused_total",
                "What came to the admin listener and never was a request, by cause.",
                &["cause"],
            ),
            tcap: {
                let help = "TCAP packages and invokes of northern peers, by what happened to them.";
                let family = table.counters("akeyd_tcap_total", help, &["event"]);
                Happening::ALL.iter().map(|happening| family.with_label_values(&[happening.as_str()])).collect()
            },
            clock_offset_seconds: table.gauge(
                "akeyd_clock_offset_seconds",
                "By how much the system's clock was ahead of the service's at the last look; behind it, less than 0.",
            ),
            ready: table.gauge("akeyd_ready", "1 when the service takes handsets, else 0."),
            registry: table.0.clone(),
        };
        table.of_the_process();
        metrics.stand_at_zero();
        metrics
    }
}

impl Metrics {
    /// Everything in Prometheus' text format, version 0.0.4.
    pub fn text(&self) -> String {
        let mut text = String::new();
        // What cannot be written is a family without a name or a series, and the table makes neither.
        let _ = TextEncoder::new().encode_utf8(&self.registry.gather(), &mut text);
        text
    }

    /// A request was answered with `code` after `took`.
    pub fn request(&self, code: u16, took: Duration) {
        self.requests.with_label_values(&[&code.to_string()]).inc();
        self.request_seconds.observe(took.as_secs_f64());
    }

    /// A request or message was refused; `cause` is one of the refusing room's own words.
    pub fn refused(&self, cause: &'static str) {
        self.refused.with_label_values(&[cause]).inc();
    }

    /// The system's clock is ahead of the service's by so many milliseconds, or behind by so many.
    pub fn clock_offset(&self, ahead_ms: u64, behind_ms: u64) {
        let seconds = |millis: u64| i64::try_from(millis / 1000).unwrap_or(i64::MAX);
        self.clock_offset_seconds.set(seconds(ahead_ms) - seconds(behind_ms));
    }

    /// A handset was called by a notification, could not be, or came; `result` is one of the calling room's own words.
    pub fn called(&self, result: &'static str) {
        self.calls.with_label_values(&[result]).inc();
    }

    /// What drives the handsets' sockets, in its own word.
    pub fn io_backend(&self, backend: &'static str) {
        self.io_backend.with_label_values(&[backend]).set(1);
    }

    /// A credential was judged; `result` is one of the judging room's own words.
    pub fn auth(&self, result: &'static str) {
        self.auth.with_label_values(&[result]).inc();
    }

    /// A value from the north was not fit; `field` is one of `p`, `g`, `bs_result`.
    pub fn relay_unfit(&self, field: &'static str) {
        self.relay_unfit.with_label_values(&[field]).inc();
    }

    /// A request of an operator was answered with `code` after `took`; `resource` is one of the API's own words.
    pub fn api(&self, resource: &'static str, code: u16, took: Duration) {
        self.api_requests.with_label_values(&[resource, &code.to_string()]).inc();
        self.api_seconds.with_label_values(&[resource]).observe(took.as_secs_f64());
    }

    /// Something at the admin listener was refused before it was a request.
    pub fn api_refused(&self, cause: &'static str) {
        self.api_refused.with_label_values(&[cause]).inc();
    }

    /// An exchange ended `took` after it was asked for; way and dialect are those chosen, if it came so far.
    pub fn exchange(&self, choice: Option<(Way, Dialect)>, outcome: Outcome, took: Duration) {
        let (way, dialect) = choice.map_or((NOT_CHOSEN, NOT_CHOSEN), |(way, dialect)| (way.as_str(), dialect.as_str()));
        self.exchanges.with_label_values(&[way, dialect, outcome.as_str()]).inc();
        self.exchange_seconds.observe(took.as_secs_f64());
    }

    /// So many campaigns more stand here, or fewer; `state` is one of their own words.
    pub fn campaigns(&self, state: &'static str, more: i64) {
        self.campaigns.with_label_values(&[state]).add(more);
    }

    /// A campaign is done with a device.
    pub fn campaign_device(&self, outcome: Outcome) {
        self.campaign_devices.with_label_values(&[outcome.as_str()]).inc();
    }

    fn stand_at_zero(&self) {
        for outcome in Outcome::ALL {
            self.campaign_devices.with_label_values(&[outcome.as_str()]);
        }
        for way in Way::ALL {
            for dialect in Dialect::ALL {
                for outcome in Outcome::ALL {
                    self.exchanges.with_label_values(&[way.as_str(), dialect.as_str(), outcome.as_str()]);
                }
            }
        }
        for field in ["p", "g", "bs_result"] {
            self.relay_unfit.with_label_values(&[field]);
        }
        for kind in ["stage", "activate", "discard", "outcome"] {
            for result in ["done", "refused", "again", "parked"] {
                self.deliveries.with_label_values(&[kind, result]);
            }
        }
        for backend in Backend::all_usable() {
            self.power_mismatch.with_label_values(&[backend.as_str()]);
            for kind in PowerKind::ALL {
                self.powers.with_label_values(&[backend.as_str(), kind.as_str()]);
            }
        }
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

impl Meter for Metrics {
    fn batch(&self, backend: Backend, kind: PowerKind, lanes: usize, took: Duration) {
        self.powers.with_label_values(&[backend.as_str(), kind.as_str()]).inc_by(lanes as u64);
        self.batch_lanes.observe(f64::from(lanes as u32));
        self.power_seconds.observe(took.as_secs_f64());
    }

    fn waited(&self, waited: Duration) {
        self.compute_queue_seconds.observe(waited.as_secs_f64());
    }

    fn ready_pairs(&self, pairs: usize) {
        self.ready_pairs.set(pairs.cast_signed() as i64);
    }

    fn mismatch(&self, serving: Backend) {
        self.power_mismatch.with_label_values(&[serving.as_str()]).inc();
    }

    fn in_service(&self, backend: Backend, is: bool) {
        self.backend_in_service.with_label_values(&[backend.as_str()]).set(i64::from(is));
    }

    fn none_in_service(&self) {
        self.ready.set(0);
    }
}

impl groups::Meter for Metrics {
    fn group_exchanges(&self, exchanges: u64) {
        self.group_exchanges.set(i64::try_from(exchanges).unwrap_or(i64::MAX));
    }

    fn group_stock(&self, groups: usize) {
        self.group_stock.set(groups.cast_signed() as i64);
    }

    fn group_overdue(&self, is: bool) {
        self.group_overdue.set(i64::from(is));
    }

    fn group_changed(&self) {
        self.group_changes.inc();
    }
}

impl outbox::Meter for Metrics {
    fn outbox(&self, pending: u64, oldest_seconds: u64) {
        self.outbox_pending.set(i64::try_from(pending).unwrap_or(i64::MAX));
        self.outbox_oldest_seconds.set(i64::try_from(oldest_seconds).unwrap_or(i64::MAX));
    }

    fn delivery(&self, kind: &'static str, result: &'static str) {
        self.deliveries.with_label_values(&[kind, result]).inc();
    }
}

impl ansi41::Meter for Metrics {
    fn tcap(&self, happening: Happening) {
        if let Some(counter) = self.tcap.get(happening as usize) {
            counter.inc();
        }
    }
}

/// Bounds of a time histogram in seconds, each `factor` times the one before.
fn times(first: f64, factor: f64, count: i32) -> Vec<f64> {
    (0..count).map(|power| first * factor.powi(power)).collect()
}

/// Makes families and enters them into the registry. Names and labels are ours and fixed: a wrong one is a defect that the
/// first test finds, so it ends the program.
struct Table(Registry);

impl Table {
    /// What stands still while the process runs, and what the system says of it.
    fn of_the_process(&self) {
        // With another value there is no service that could show it.
        self.gauge("akeyd_selftest_failed", "Known answers that came out wrong when the service started.");
        let version = self.gauges("akeyd_build_info", "Always 1; the labels say what runs.", &["version"]);
        version.with_label_values(&[env!("CARGO_PKG_VERSION")]).set(1);
        self.add(ProcessCollector::for_self());
    }

    fn add<C: Collector + 'static>(&self, family: C) {
        self.0.register(Box::new(family)).expect("each family stands once in the table");
    }

    fn made<C: Collector + Clone + 'static>(&self, family: prometheus::Result<C>) -> C {
        let family = family.expect("each family has a valid name and valid labels");
        self.add(family.clone());
        family
    }

    fn counter(&self, name: &str, help: &str) -> IntCounter {
        self.made(IntCounter::new(name, help))
    }

    fn counters(&self, name: &str, help: &str, labels: &[&str]) -> IntCounterVec {
        self.made(IntCounterVec::new(Opts::new(name, help), labels))
    }

    fn gauge(&self, name: &str, help: &str) -> IntGauge {
        self.made(IntGauge::new(name, help))
    }

    fn gauges(&self, name: &str, help: &str, labels: &[&str]) -> IntGaugeVec {
        self.made(IntGaugeVec::new(Opts::new(name, help), labels))
    }

    fn histograms(&self, name: &str, help: &str, labels: &[&str], bounds: &[f64]) -> HistogramVec {
        self.made(HistogramVec::new(HistogramOpts::new(name, help).buckets(bounds.to_vec()), labels))
    }

    fn histogram(&self, name: &str, help: &str, bounds: &[f64]) -> Histogram {
        self.made(Histogram::with_opts(HistogramOpts::new(name, help).buckets(bounds.to_vec())))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::process::{Command, Stdio};

    use super::*;
    use crate::north::link::State;
    use crate::north::link::meter::{Direction, Meter as Links};
    use crate::store::embedded;

    fn used() -> Metrics {
        let metrics = Metrics::new();
        metrics.request(200, Duration::from_millis(3));
        metrics.request(503, Duration::from_micros(40));
        metrics.refused("busy");
        metrics.auth("accepted");
        metrics.api("exchanges", 201, Duration::from_millis(2));
        metrics.api_refused("slow_head");
        metrics.messages.inc();
        metrics.sessions.set(7);
        metrics.exchange(Some((Way::Relay, Dialect::Is683)), Outcome::Updated, Duration::from_secs(2));
        metrics.exchange(None, Outcome::NoContact, Duration::from_mins(15));
        metrics.batch(Backend::Scalar, PowerKind::Shared, 5, Duration::from_micros(150));
        metrics.waited(Duration::from_micros(9));
        metrics.ready_pairs(64);
        metrics.mismatch(Backend::Scalar);
        metrics.in_service(Backend::Scalar, true);
        groups::Meter::group_exchanges(&metrics, 99);
        groups::Meter::group_stock(&metrics, 3);
        groups::Meter::group_overdue(&metrics, true);
        groups::Meter::group_changed(&metrics);
        metrics.relay_unfit("g");
        outbox::Meter::outbox(&metrics, 12, 34);
        outbox::Meter::delivery(&metrics, "stage", "again");
        Links::associations(&metrics, "stp", State::Active, 2);
        Links::messages(&metrics, "stp", Direction::Out, 5);
        Links::trouble(&metrics, "stp", "lost");
        embedded::Meter::group(&metrics, 12, Duration::from_millis(2));
        embedded::Meter::full(&metrics, true);
        embedded::Meter::to_reseal(&metrics, 5);
        embedded::Meter::removed(&metrics, 2, 0, 7);
        embedded::Meter::damaged(&metrics, 3);
        metrics
    }

    #[test]
    fn every_event_moves_its_own_series() {
        let text = used().text();
        for line in [
            "akeyd_requests_total{code=\"200\"} 1",
            "akeyd_requests_total{code=\"503\"} 1",
            "akeyd_request_seconds_count 2",
            "akeyd_refused_total{cause=\"busy\"} 1",
            "akeyd_auth_total{result=\"accepted\"} 1",
            "akeyd_messages_total 1",
            "akeyd_sessions 7",
            "akeyd_connections 0",
            "akeyd_ready 0",
            "akeyd_exchanges_total{dialect=\"is683\",outcome=\"updated\",way=\"relay\"} 1",
            "akeyd_exchanges_total{dialect=\"none\",outcome=\"no_contact\",way=\"none\"} 1",
            "akeyd_exchanges_total{dialect=\"is683\",outcome=\"in_doubt\",way=\"perform\"} 0",
            "akeyd_exchange_seconds_count 2",
            "akeyd_exchanges_in_doubt 0",
            "akeyd_powers_total{backend=\"scalar\",kind=\"shared\"} 5",
            "akeyd_powers_total{backend=\"scalar\",kind=\"public\"} 0",
            "akeyd_power_mismatch_total{backend=\"scalar\"} 1",
            "akeyd_backend_in_service{backend=\"scalar\"} 1",
            "akeyd_ready_pairs 64",
            "akeyd_group_exchanges 99",
            "akeyd_selftest_failed 0",
            "akeyd_group_stock 3",
            "akeyd_outbox_pending 12",
            "akeyd_outbox_oldest_seconds 34",
            "akeyd_deliveries_total{kind=\"stage\",result=\"again\"} 1",
            "akeyd_deliveries_total{kind=\"outcome\",result=\"done\"} 0",
            "akeyd_group_overdue 1",
            "akeyd_group_changes_total 1",
            "akeyd_relay_unfit_total{field=\"g\"} 1",
            "akeyd_relay_unfit_total{field=\"p\"} 0",
            "akeyd_link_associations{link=\"stp\",state=\"active\"} 2",
            "akeyd_link_messages_total{direction=\"out\",link=\"stp\"} 5",
            "akeyd_link_trouble_total{cause=\"lost\",link=\"stp\"} 1",
            "akeyd_store_commits_total 12",
            "akeyd_store_group_seconds_count 1",
            "akeyd_store_full 1",
            "akeyd_store_to_reseal 5",
            "akeyd_store_removed_total{kind=\"audit\"} 7",
            "akeyd_store_damaged_records 3",
            "akeyd_batch_lanes_bucket{le=\"4\"} 0",
            "akeyd_batch_lanes_bucket{le=\"5\"} 1",
            "akeyd_power_seconds_count 1",
            "akeyd_compute_queue_seconds_count 1",
            concat!("akeyd_build_info{version=\"", env!("CARGO_PKG_VERSION"), "\"} 1"),
        ] {
            assert!(text.lines().any(|have| have == line), "{line} is not in\n{text}");
        }
        assert!(text.contains("\nprocess_resident_memory_bytes "), "{text}");
        let series = text.lines().filter(|line| !line.starts_with('#')).count();
        assert!(series <= 300, "{series} series are more than a scrape of one appliance should cost");
    }

    #[test]
    fn two_tables_do_not_share_a_number() {
        let (one, other) = (Metrics::new(), Metrics::new());
        one.messages.inc();
        assert!(other.text().contains("akeyd_messages_total 0"));
    }

    /// Prometheus' own judge of names, help and types.
    #[test]
    fn promtool_finds_nothing_to_complain_about() {
        let judge = Command::new("promtool")
            .args(["check", "metrics"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut judge = match judge {
            Ok(judge) => judge,
            Err(error) if std::env::var_os("CI").is_none() => return eprintln!("skipped: promtool: {error}"),
            Err(error) => panic!("promtool: {error}"),
        };
        judge.stdin.take().expect("piped").write_all(used().text().as_bytes()).expect("promtool reads all");
        let verdict = judge.wait_with_output().expect("promtool ends");
        let said = String::from_utf8_lossy(&verdict.stderr) + String::from_utf8_lossy(&verdict.stdout);
        assert!(verdict.status.success() && said.is_empty(), "{said}");
    }
}
