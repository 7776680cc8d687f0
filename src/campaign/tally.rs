//! How many devices of a campaign stand where.
//!
//! Called by [`super`], and by whoever shows a campaign.

use crate::desk::record::campaign::{Stage, StageName};
use crate::words::{Outcome, Time};

use super::judge::is_failure;

/// Where a campaign is, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Devices that nothing has been done with.
    pub waiting: u64,
    /// Devices that are asked what they support.
    pub probing: u64,
    /// Devices that get their keys.
    pub updating: u64,
    /// Of those that are asked, those that support what is wanted, and wait for their turn to get their keys.
    pub fit: u64,
    /// Of those under way, those for whom as many exchanges wait as may: their own are asked for again.
    pub held: u64,
    /// The same whose exchanges were not asked for yet; for long only where desks or the store have no room, or some wait for their turns after a
    /// pause.
    pub unasked: u64,
    /// Devices that are done.
    pub done: u64,
    /// The same by how that was. One in doubt may yet become another.
    pub outcomes: Outcomes,
    /// Until when it begins with none because of its quiet hours, if they are now and it runs.
    pub quiet_until: Option<Time>,
    /// When the next turn is, if it runs and a device waits for one; a moment that has passed: as soon as there is room under way.
    pub next_begin: Option<Time>,
}

impl Tally {
    /// Counts a device in.
    pub fn add(&mut self, stage: &Stage) {
        *self.of(stage.name()) += 1;
        if let Stage::Over { outcome, .. } = stage {
            *self.outcomes.of(*outcome) += 1;
        }
    }

    /// Counts a device out.
    pub fn remove(&mut self, stage: &Stage) {
        let count = self.of(stage.name());
        *count = count.saturating_sub(1);
        if let Stage::Over { outcome, .. } = stage {
            let count = self.outcomes.of(*outcome);
            *count = count.saturating_sub(1);
        }
    }

    /// Devices that are done and have failed, as the rule counts them by which a campaign stops itself.
    pub fn failed(&self) -> u64 {
        self.outcomes.iter().filter(|(outcome, _)| is_failure(*outcome)).map(|(_, count)| count).sum()
    }

    fn of(&mut self, stage: StageName) -> &mut u64 {
        match stage {
            StageName::Waiting => &mut self.waiting,
            StageName::Probing => &mut self.probing,
            StageName::Updating => &mut self.updating,
            StageName::Over => &mut self.done,
        }
    }
}

/// Devices that are done, by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcomes([u64; Outcome::ALL.len()]);

impl Outcomes {
    /// How many ended so.
    pub fn get(&self, outcome: Outcome) -> u64 {
        self.0[outcome as usize]
    }

    /// Every outcome, in the order of [`Outcome::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Outcome, u64)> {
        Outcome::ALL.iter().map(|&outcome| (outcome, self.get(outcome)))
    }

    fn of(&mut self, outcome: Outcome) -> &mut u64 {
        &mut self.0[outcome as usize]
    }
}
