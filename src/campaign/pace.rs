//! When a campaign may ask for another exchange: so many in a minute, and none in quiet hours.
//!
//! Moments come from outside; one that runs back counts as the last one. Called by [`super::course`] and [`super::wishes`].

use crate::desk::record::campaign::{Pace, Quiet, StopRule};
use crate::limits;
use crate::words::Time;

const MINUTE_MS: u64 = 60_000;
const DAY_MINUTES: u64 = 24 * 60;
/// Parts of a minute in which turns may be taken together, so that one commit can serve some of them.
const PARTS: u32 = 240;

/// Turns: each is good for one exchange. Fills by and by, and holds so little that no minute ever has more than its pace allows, whatever pause or
/// leap of time came before it.
#[derive(Clone, Debug)]
pub struct Bucket {
    /// In parts of a turn: as many as a minute has milliseconds.
    credit: u64,
    at: Time,
    /// Turns that were taken, and may yet come to nothing.
    open: u64,
    /// What the bucket would hold beyond its credit, had these not been taken.
    spare: u64,
}

impl Bucket {
    /// One that is good for so many turns now.
    pub fn of(turns: u32, now: Time) -> Self {
        Self { credit: u64::from(turns) * MINUTE_MS, at: now, open: 0, spare: 0 }
    }

    /// How many may be taken now.
    pub fn ready(&mut self, now: Time, pace: &Pace) -> u32 {
        let (rate, most) = rate(pace);
        let grown = now.since(self.at).saturating_mul(rate);
        self.credit = self.credit.saturating_add(grown).min(most);
        self.spare = self.spare.min(most - self.credit);
        self.at = self.at.max(now);
        u32::try_from(self.credit / MINUTE_MS).unwrap_or(u32::MAX)
    }

    /// One of those that are ready is taken. What comes of it is told by [`Self::spent`] or [`Self::give_back`].
    pub fn take(&mut self) {
        let turn = self.credit.min(MINUTE_MS);
        self.credit -= turn;
        self.spare += turn;
        self.open += 1;
    }

    /// An exchange came of a turn, or may have.
    pub fn spent(&mut self) {
        self.open = self.open.saturating_sub(1);
        self.spare = self.spare.min(self.open.saturating_mul(MINUTE_MS));
    }

    /// Nothing came of a turn: the bucket is as if it had not been taken, and holds no more than it would.
    pub fn give_back(&mut self) {
        let turn = self.spare.min(MINUTE_MS);
        self.credit += turn;
        self.spare -= turn;
        self.open = self.open.saturating_sub(1);
    }

    /// When one may be taken.
    pub fn next(&self, pace: &Pace) -> Time {
        let (rate, most) = rate(pace);
        let missing = MINUTE_MS.saturating_sub(self.credit.min(most));
        self.at.plus(missing.div_ceil(rate.max(1)))
    }
}

/// What a bucket gets in a millisecond, and the most it holds. Together they make a minute's turns and no more.
fn rate(pace: &Pace) -> (u64, u64) {
    let together = (pace.per_minute / PARTS).max(1);
    let rate = (pace.per_minute + 1).saturating_sub(together);
    (rate.into(), u64::from(together) * MINUTE_MS)
}

/// Until when it is quiet, if it is now.
pub fn quiet_until(pace: &Pace, now: Time) -> Option<Time> {
    let Quiet { from, to, utc_offset } = pace.quiet?;
    let (from, to) = (u64::from(from) % DAY_MINUTES, u64::from(to) % DAY_MINUTES);
    let quiet = (to + DAY_MINUTES - from) % DAY_MINUTES;
    let minute = now.0 / MINUTE_MS;
    let ahead = u64::from(utc_offset.rem_euclid(DAY_MINUTES as i16).unsigned_abs());
    let since = (minute % DAY_MINUTES + ahead + DAY_MINUTES - from) % DAY_MINUTES;
    (since < quiet).then(|| Time(minute.saturating_add(quiet - since).saturating_mul(MINUTE_MS)))
}

/// What cannot be of a pace.
pub(super) fn wrong_pace(pace: &Pace) -> Option<&'static str> {
    if !(1..=limits::CAMPAIGN_PER_MINUTE).contains(&pace.per_minute) {
        return Some("so many devices in a minute cannot be");
    }
    if !(1..=limits::CAMPAIGN_AT_ONCE).contains(&pace.at_once) {
        return Some("so many devices under way at one time cannot be");
    }
    let quiet = pace.quiet.as_ref()?;
    let day = DAY_MINUTES as u16;
    let fits = quiet.from < day && quiet.to < day && quiet.from != quiet.to && quiet.utc_offset.unsigned_abs() < day;
    (!fits).then_some("such quiet hours cannot be")
}

/// What cannot be of a rule.
pub(super) fn wrong_rule(rule: StopRule) -> Option<&'static str> {
    let fits = rule.failed_percent <= 100 && rule.in_doubt_percent <= 100;
    (!fits).then_some("a share of more than 100 percent cannot be")
}
