//! `akeyd demo --every-combination`: one handset for each combination that exists, all in one service, each coming twice; and the table of
//! how many round trips they took.
//!
//! Called by `cli` and by the test that holds the table in the docs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use super::combination::{Combination, North};
use super::fleet::{Coming, Member, Visit};
use super::{DemoError, Settings, Stage};
use crate::dm::profile::Style;
use crate::handset::SessionOutcome;
use crate::words::{Dialect, Order, Way};

/// What came of all combinations.
#[derive(Debug, Serialize)]
pub struct Matrix {
    /// Combinations.
    pub combinations: usize,
    /// Those whose handset got a new key at both contacts, the authentication centre's each time.
    pub good: usize,
    /// What went wrong with the others.
    pub failures: Vec<String>,
    /// Round trips.
    pub rows: Vec<Row>,
}

/// Round trips of the combinations that differ in encoding, credentials and kind of key alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Who computes.
    pub way: &'static str,
    /// What is spoken.
    pub dialect: &'static str,
    /// Whose partial key is first.
    pub order: &'static str,
    /// Who drives.
    pub north: &'static str,
    /// Carrier style.
    pub style: &'static str,
    /// Whether requests are joined in Sequences.
    pub pipelining: bool,
    /// Messages of the handset, and so answers of the server, at the first contact: it is asked what it supports.
    pub first: Vec<u32>,
    /// At a later contact: that is remembered.
    pub later: Vec<u32>,
}

type Key = (Dialect, Way, Order, North, Style, bool);

/// Lets a handset of each combination come twice.
pub fn run(settings: &Settings) -> Result<Matrix, DemoError> {
    let combinations = Combination::all();
    let fleet = (0..).zip(&combinations).map(|(number, &combination)| Member::new(number, combination));
    let fleet = fleet.collect::<Result<Vec<_>, _>>()?;
    let stage = Stage::open(settings, North::Software, &fleet)?;
    let mut failures = BTreeSet::new();
    let mut rows: BTreeMap<Key, [BTreeSet<u32>; 2]> = BTreeMap::new();
    let mut coming = stage.coming(&fleet);
    for contact in 0..2 {
        let visits = stage.visits(coming)?;
        coming = Vec::with_capacity(visits.len());
        for visit in visits {
            match messages(&visit, &stage) {
                Ok(messages) => {
                    rows.entry(key(&visit.who.combination)).or_default()[contact].insert(messages);
                }
                Err(cause) => {
                    failures.insert(format!("{:?}: {cause}", visit.who.combination));
                }
            }
            coming.push(visit.who);
        }
    }
    stage.close();
    let rows = rows.into_iter().map(|(key, [first, later])| Row::new(key, first, later)).collect();
    let failed = failures.len();
    Ok(Matrix {
        combinations: combinations.len(),
        good: combinations.len() - failed,
        failures: failures.into_iter().collect(),
        rows,
    })
}

fn key(combination: &Combination) -> Key {
    let Combination { dialect, way, order, north, style, pipelining, .. } = *combination;
    (dialect, way, order, north, style, pipelining)
}

/// Messages of a visit after which both sides hold the same new key; else what is wrong.
fn messages(visit: &Visit, stage: &Stage) -> Result<u32, String> {
    let Visit { who: Coming { device, handset, .. }, report, otaf, .. } = visit;
    let report = report.as_ref().map_err(Clone::clone)?;
    if report.outcome != SessionOutcome::Updated {
        return Err(report.cause.clone().unwrap_or_else(|| report.outcome.to_string()));
    }
    if let Some(cause) = otaf {
        return Err(cause.clone());
    }
    let same = handset.keys().committed.as_ref().is_some_and(|key| stage.centre.comes_to_hold(device, key.expose()));
    if same { Ok(report.messages) } else { Err("the keys differ".into()) }
}

impl Matrix {
    /// Whether nothing went wrong.
    pub fn is_good(&self) -> bool {
        self.failures.is_empty() && self.good == self.combinations
    }
}

impl Row {
    fn new((dialect, way, order, north, style, pipelining): Key, first: BTreeSet<u32>, later: BTreeSet<u32>) -> Self {
        Self {
            way: way.as_str(),
            dialect: dialect.as_str(),
            order: order.as_str(),
            north: north.as_str(),
            style: style.as_str(),
            pipelining,
            first: first.into_iter().collect(),
            later: later.into_iter().collect(),
        }
    }
}

impl fmt::Display for Matrix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let trips = |trips: &[u32]| trips.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ");
        writeln!(f, "| dialect | way | order | north | style | joined | first contact | later contact |")?;
        writeln!(f, "|---|---|---|---|---|---|---:|---:|")?;
        for Row { way, dialect, order, north, style, pipelining, first, later } in &self.rows {
            let joined = if *pipelining { "yes" } else { "" };
            let (first, later) = (trips(first), trips(later));
            writeln!(f, "| {dialect} | {way} | {order} | {north} | {style} | {joined} | {first} | {later} |")?;
        }
        self.failures.iter().try_for_each(|failure| writeln!(f, "\nFAILED: {failure}"))
    }
}
