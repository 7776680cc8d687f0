//! What is shown of a campaign: its settings and shares for people, its devices as a table, as CSV or as JSON lines.
//!
//! Names and causes may come from handsets: none commands a terminal, and none is a formula to a spreadsheet. Called by [`super`].

use serde_json::Value;

use super::super::{cell, pairs, row, say};

/// Shows a campaign. `false`: nobody reads any more.
pub(super) fn campaign(campaign: &Value) -> bool {
    const FIRST: [&str; 6] = ["name", "state", "why", "by", "created", "changed"];
    const WANTED: [&str; 9] =
        ["way", "dialect", "order", "kind", "a_key_p_rev", "priority", "expires_after_s", "probe_first", "outcome_url"];
    let plain = |name: &'static str| (name, campaign[name].clone());
    let there = |(name, value): (&'static str, Value)| (!value.is_null()).then(|| (name, cell(&value)));
    let (quiet, stop, tally) = (&campaign["quiet"], &campaign["stop"], &campaign["tally"]);
    let hours = format!("{}-{} {}", cell(&quiet["from"]), cell(&quiet["to"]), cell(&quiet["utc_offset"]));
    let rule = format!(
        "above {} % failed or {} % in doubt, from {} done on",
        cell(&stop["failed_percent"]),
        cell(&stop["in_doubt_percent"]),
        cell(&stop["after"])
    );
    let first = FIRST.into_iter().chain(WANTED).map(plain).filter_map(there);
    let pace = ["per_minute", "at_once"].map(|name| (name, cell(&campaign[name])));
    let quiet = (!quiet.is_null()).then_some(("quiet", hours));
    let stages = ["waiting", "probing", "updating", "done"].map(|name| (name, cell(&tally[name])));
    let done = number(&tally["done"]);
    let outcomes = tally["outcomes"].as_object().into_iter().flatten();
    let outcomes = outcomes.filter(|(_, count)| number(count) > 0);
    let outcomes = outcomes.map(|(name, count)| (name.as_str(), format!("{count:<9} {}", share(number(count), done))));
    let waits =
        ["fit", "held", "unasked"].map(|name| (name, &tally[name])).into_iter().filter(|(_, count)| number(count) > 0);
    let waits = waits.map(|(name, count)| (name, cell(count)));
    let next = ["quiet_until", "next_begin"].map(|name| (name, tally[name].clone())).into_iter().filter_map(there);
    let all = first
        .chain(pace)
        .chain(quiet)
        .chain([("stops", rule), ("progress", bar(done, number(&campaign["devices"])))])
        .chain(stages)
        .chain(waits)
        .chain(outcomes)
        .chain(next);
    pairs(all)
}

/// How far it is, in one line.
pub(super) fn progress(campaign: &Value) -> String {
    let tally = &campaign["tally"];
    let (devices, done) = (number(&campaign["devices"]), number(&tally["done"]));
    let under_way = number(&tally["probing"]) + number(&tally["updating"]);
    let [updated, in_doubt] = ["updated", "in_doubt"].map(|name| number(&tally["outcomes"][name]));
    let failed = number(&tally["failed"]);
    let why = campaign["why"].as_str().map(|_| format!("; {}", cell(&campaign["why"]))).unwrap_or_default();
    format!(
        "{}: {done} of {devices} done ({}), {under_way} under way, {updated} updated, {failed} failed ({}), {in_doubt} in doubt ({}){why}",
        cell(&campaign["state"]),
        share(done, devices),
        share(failed, done),
        share(in_doubt, done)
    )
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

/// A share in percent, rounded down: what is not whole is never shown as 100.
fn share(part: u64, whole: u64) -> String {
    let mille = u128::from(part) * 1000 / u128::from(whole.max(1));
    format!("{}.{} %", mille / 10, mille % 10)
}

fn bar(done: u64, devices: u64) -> String {
    const WIDTH: u128 = 20;
    let filled = (u128::from(done) * WIDTH / u128::from(devices.max(1))).min(WIDTH) as usize;
    let (full, empty) = ("#".repeat(filled), ".".repeat(WIDTH as usize - filled));
    format!("[{full}{empty}] {done} of {devices} ({})", share(done, devices))
}

/// How devices are shown.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Table,
    Csv,
    Json,
}

/// The members of a device, and how wide they are in a table.
const COLUMNS: [(&str, usize); 8] = [
    ("device_id", 24),
    ("place", 8),
    ("stage", 8),
    ("exchange", 16),
    ("outcome", 11),
    ("cause", 24),
    ("result_code", 11),
    ("at", 0),
];

impl Form {
    /// Says what stands above the devices. `false`: nobody reads any more.
    pub(super) fn head(self) -> bool {
        let names = COLUMNS.map(|(name, _)| name);
        match self {
            Self::Json => true,
            Self::Csv => say(names.join(",")),
            Self::Table => {
                let names = ["DEVICE", "PLACE", "STAGE", "EXCHANGE", "OUTCOME", "CAUSE", "RESULT_CODE", "AT"];
                say(row(&COLUMNS.map(|(_, width)| width), names))
            }
        }
    }

    /// Shows a device. `false`: nobody reads any more.
    pub(super) fn device(self, device: &Value) -> bool {
        match self {
            Self::Json => say(device),
            Self::Csv => say(COLUMNS.map(|(name, _)| field(&device[name])).join(",")),
            Self::Table => {
                let cells = COLUMNS.map(|(name, _)| cell(&device[name]));
                say(row(&COLUMNS.map(|(_, width)| width), cells.iter().map(String::as_str)))
            }
        }
    }
}

/// A field of CSV (RFC 4180), nothing being empty. What a spreadsheet would take for a formula gets a `'` before it, which makes it a text.
fn field(value: &Value) -> String {
    let text = if value.is_null() { String::new() } else { cell(value) };
    let formula = text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let text = if formula { format!("'{text}") } else { text };
    if text.contains([',', '"', '\'', ';', ' ']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_field_is_no_formula_and_keeps_its_place() {
        for (value, wanted) in [
            (json!(null), ""),
            (json!(7), "7"),
            (json!("MEID:A1"), "MEID:A1"),
            (json!("a,b"), "\"a,b\""),
            (json!("say \"no\""), "\"say \"\"no\"\"\""),
            (json!("=cmd|' /C calc'!A0"), "\"'=cmd|' /C calc'!A0\""),
            (json!("+1"), "\"'+1\""),
            (json!("-2"), "\"'-2\""),
            (json!("@SUM(1)"), "\"'@SUM(1)\""),
            (json!("＝1"), "\"'＝1\""),
            (json!("\t=1"), "\\u{9}=1"),
            (json!("a\r\n=1"), "a\\u{d}\\u{a}=1"),
            (json!("\u{1b}[2J"), "\\u{1b}[2J"),
        ] {
            assert_eq!(field(&value), wanted, "{value}");
        }
    }

    #[test]
    fn progress_says_shares_of_what_is_done() {
        let campaign = json!({
            "state": "stopped", "why": "30.0 % failed", "devices": 1000,
            "tally": { "waiting": 880, "probing": 7, "updating": 13, "done": 100, "failed": 30, "outcomes": { "updated": 69, "in_doubt": 1 } },
        });
        assert_eq!(
            progress(&campaign),
            "stopped: 100 of 1000 done (10.0 %), 20 under way, 69 updated, 30 failed (30.0 %), 1 in doubt (1.0 %); 30.0 % failed"
        );
        assert_eq!(share(999_999, 1_000_000), "99.9 %");
        assert_eq!((share(0, 0), share(u64::MAX, u64::MAX)), ("0.0 %".into(), "100.0 %".into()));
        assert_eq!(bar(1, 4), "[#####...............] 1 of 4 (25.0 %)");
        assert_eq!(bar(0, 0), "[....................] 0 of 0 (0.0 %)");
    }
}
