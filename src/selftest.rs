//! Known answers and the health of the random source, before any key may leave.
//!
//! Every digest, cipher and backend that the service may use is asked for what is known, and must say it to the last bit;
//! nothing that is tested computes what it is tested by. Called by `serve` before it listens, and by `cli`
//! (`akeyd selftest`).
//!
//! * [`known`]: the questions and their answers
//! * [`health`]: whether the random source is stuck
//! * `planted`: answers made wrong, in tests

mod health;
mod known;
#[cfg(any(test, feature = "wrong-answers"))]
mod planted;

use std::fmt;
use std::time::{Duration, Instant};

use akeyd_hw::Backend;
use serde::Serialize;

use known::Answers;

/// Something that is known came out wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("self-test failed: {what}")]
pub struct SelfTestError {
    /// Which answer, and of which arithmetic.
    pub what: String,
}

/// One test, and how it ended.
#[derive(Debug, Serialize)]
pub struct Check {
    /// What was tested.
    pub name: String,
    /// Whether the answer was right.
    pub passed: bool,
    /// How long it took.
    #[serde(rename = "milliseconds", serialize_with = "milliseconds")]
    pub took: Duration,
}

/// All tests, in the order in which they ran. As text a line for each; as JSON `passed`, `milliseconds` and `checks`.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Whether all answers were right.
    pub passed: bool,
    /// All of them together.
    #[serde(rename = "milliseconds", serialize_with = "milliseconds")]
    pub took: Duration,
    /// Each of them.
    pub checks: Vec<Check>,
}

impl Report {
    /// Names the first test that failed.
    pub fn verdict(&self) -> Result<(), SelfTestError> {
        match self.checks.iter().find(|check| !check.passed) {
            Some(Check { name, .. }) => Err(SelfTestError { what: name.clone() }),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Check { name, passed, took } in &self.checks {
            let end = if *passed { "ok" } else { "FAILED" };
            writeln!(f, "{end:<6} {:>9.3} ms  {name}", took.as_secs_f64() * 1e3)?;
        }
        let end = if self.passed { "ok" } else { "FAILED" };
        write!(f, "{end:<6} {:>9.3} ms  all {}", self.took.as_secs_f64() * 1e3, self.checks.len())
    }
}

/// Runs all tests, with every backend that this processor can use and the operating system's random source.
pub fn run() -> Report {
    #[cfg(feature = "wrong-answers")]
    let answers = planted::answers();
    #[cfg(not(feature = "wrong-answers"))]
    let answers = known::ANSWERS;
    run_with(&answers, &mut getrandom::fill)
}

/// Fills a buffer with random octets.
type Source<'a> = &'a mut dyn FnMut(&mut [u8]) -> Result<(), getrandom::Error>;

fn run_with(answers: &Answers, random: Source<'_>) -> Report {
    let begun = Instant::now();
    let mut checks = Vec::new();
    let mut check = |name: String, test: &mut dyn FnMut() -> bool| {
        let begun = Instant::now();
        let passed = test();
        checks.push(Check { name, passed, took: begun.elapsed() });
    };
    check("random source".into(), &mut || health::is_healthy(random));
    for (name, test) in known::PRIMITIVES {
        check((*name).into(), &mut || test(answers));
    }
    for backend in Backend::all_usable() {
        check(format!("BS_RESULT on {backend}"), &mut || known::public(answers, backend) == Some(true));
        check(format!("A-key on {backend}"), &mut || known::a_key(answers, backend) == Some(true));
        for larger in &answers.groups {
            let name = format!("{} on {backend}", larger.name);
            check(name, &mut || known::both_powers(larger, backend) == Some(true));
        }
    }
    Report { passed: checks.iter().all(|check| check.passed), took: begun.elapsed(), checks }
}

fn milliseconds<S: serde::Serializer>(took: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64(took.as_secs_f64() * 1e3)
}

#[cfg(test)]
mod tests;
