//! When a campaign stops by itself.
//!
//! Looks at devices that were done since it was started or resumed last: whoever resumes one that has stopped has seen what was before, and would
//! else see it stop at once. Called by [`super::course`].

use crate::desk::record::campaign::StopRule;
use crate::words::Outcome;

/// Devices that were done since the campaign runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Judged {
    done: u64,
    failed: u64,
    in_doubt: u64,
}

impl Judged {
    pub(super) fn add(&mut self, outcome: Outcome) {
        self.done += 1;
        self.failed += u64::from(is_failure(outcome));
        self.in_doubt += u64::from(outcome == Outcome::InDoubt);
    }

    pub(super) fn remove(&mut self, outcome: Outcome) {
        self.done = self.done.saturating_sub(1);
        self.failed = self.failed.saturating_sub(u64::from(is_failure(outcome)));
        self.in_doubt = self.in_doubt.saturating_sub(u64::from(outcome == Outcome::InDoubt));
    }

    /// Why the campaign is to stop, if it is.
    pub(super) fn verdict(&self, rule: StopRule) -> Option<String> {
        let Self { done, failed, in_doubt } = *self;
        if done < u64::from(rule.after) {
            return None;
        }
        let above = |count: u64, percent: u8| count * 100 > u64::from(percent) * done;
        if above(failed, rule.failed_percent) {
            return Some(format!("{failed} of {done} devices have failed, above {} percent", rule.failed_percent));
        }
        above(in_doubt, rule.in_doubt_percent)
            .then(|| format!("{in_doubt} of {done} devices are in doubt, above {} percent", rule.in_doubt_percent))
    }
}

/// Whether an end speaks against going on.
pub(super) fn is_failure(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Updated | Outcome::Probed | Outcome::Unsupported | Outcome::InDoubt | Outcome::Cancelled => false,
        Outcome::Rejected | Outcome::NoContact | Outcome::Expired | Outcome::AcFailed | Outcome::Failed => true,
    }
}
