//! Exchanges that are over for their handset and left it open which key it uses: their Commit was not answered, or the centre lost the key.
//!
//! Each stays until the commit of another exchange of the same kind ends it, or an operator does. One is begun for that though nobody asks; where it
//! fails the next one comes after a pause, and after some of them no more comes. How long a doubt has lasted is told once.
//! Called by [`super::Desk`].

use crate::exchange::Exchange;
use crate::words::{DeviceId, Outcome, Time, Way};

use super::debts::Debt;
use super::keeping::audit;
use super::record::{Change, Ended, ExchangeRecord, OURSELVES};
use super::{Action, Desk, Device, Note, Step};
use crate::exchange::{Call, Cause};
use crate::limits;

/// One doubt.
pub(super) struct Doubt {
    /// With its key, where it is not certain that the centre holds it, or will.
    pub(super) record: Box<ExchangeRecord>,
    /// The last question of it to the north.
    pub(super) call: Call,
    told: bool,
    /// Whether a centre that holds one key of a device may have been asked for another one since.
    pub(super) overtaken: bool,
    /// An earlier process left it, and may have been what its handset could not reach.
    before: bool,
}

impl Doubt {
    pub(super) fn new(record: Box<ExchangeRecord>, call: Call) -> Self {
        Self { record, call, told: false, overtaken: false, before: false }
    }

    /// One that an earlier process left.
    pub(super) fn left_before(record: Box<ExchangeRecord>, call: Call, overtaken: bool) -> Self {
        Self { before: true, overtaken, ..Self::new(record, call) }
    }

    fn since(&self) -> Time {
        self.record.ended.as_ref().map_or(self.record.at, |ended| ended.at)
    }
}

/// How those have fared that were begun to end doubts of a device.
#[derive(Clone, Copy, Default)]
pub(super) struct Superseding {
    /// How many came to nothing, one after the other.
    ends: u32,
    /// When the next one may begin.
    at: Option<Time>,
}

impl Superseding {
    /// None begins before this moment.
    pub(super) fn rest_until(&mut self, at: Time) {
        self.at = Some(at);
    }

    /// How an exchange ended. Doubts are bounded by themselves, and so is what waits in vain for its handset.
    fn ended(&mut self, now: Time, outcome: Outcome) {
        if !matches!(outcome, Outcome::InDoubt | Outcome::NoContact) {
            self.at = Some(now.plus(limits::SUPERSEDE_AGAIN_MS << self.ends.min(limits::SUPERSEDING_ENDS)));
            self.ends += 1;
        }
    }

    fn is_over(&self) -> bool {
        self.ends >= limits::SUPERSEDING_ENDS
    }

    /// Whether none is begun now.
    pub(super) fn rests(&self, now: Time) -> bool {
        self.is_over() || self.at.is_some_and(|at| now < at)
    }
}

impl Device {
    /// When an exchange may begin that ends its doubts, if it has to wait for that.
    pub(super) fn supersedes_at(&self) -> Option<Time> {
        let waits = self.exchange.is_none() && self.doubts.iter().any(|doubt| !doubt.record.pushed);
        let left = self.superseding.is_over() || self.has_too_many_doubts();
        self.superseding.at.filter(|_| waits && !left)
    }

    /// Its exchange has ended. A key that the centre took, and that leaves no doubt, is what all others were for.
    pub(super) fn supersedes_no_more(&mut self, now: Time, outcome: Outcome) {
        if outcome == Outcome::Updated && self.doubts.is_empty() {
            self.superseding = Superseding::default();
        } else if self.supersedes {
            self.superseding.ended(now, outcome);
        }
    }

    /// Since when its exchange is in doubt, if it is.
    fn in_doubt_since(&self) -> Option<Time> {
        self.exchange.as_ref().filter(|exchange| exchange.is_in_doubt())?;
        self.record.as_ref()?.ended.as_ref().map(|ended| ended.at)
    }

    /// Whether so many of its Commits were not answered that no more are sent. Those of an earlier process do not count: the silence may have
    /// been ours.
    pub(super) fn has_too_many_doubts(&self) -> bool {
        self.doubts.iter().filter(|doubt| !doubt.before).count() >= limits::DOUBTS_PER_DEVICE
    }

    /// How many exchanges are in doubt, and of them for too long.
    pub(super) fn counts(&self, now: Time, alert_ms: u64) -> (usize, usize) {
        let own = self.exchange.as_ref().is_some_and(Exchange::is_in_doubt);
        let since = self.doubts.iter().map(Doubt::since).chain(self.in_doubt_since());
        (self.doubts.len() + usize::from(own), since.filter(|&since| now.since(since) >= alert_ms).count())
    }

    /// When the next one will have lasted for too long.
    pub(super) fn alert_at(&self, alert_ms: u64) -> Option<Time> {
        let untold = self.doubts.iter().filter(|doubt| !doubt.told).map(Doubt::since);
        untold.chain(self.in_doubt_since().filter(|_| !self.doubt_told)).map(|since| since.plus(alert_ms)).min()
    }
}

impl Desk {
    /// Tells what has been in doubt for too long.
    pub(super) fn doubts_due(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let alert_ms = self.settings.in_doubt_alert_ms;
        let Some(device) = self.devices.get_mut(id) else { return };
        let mut tell = |exchange, since: Time, told: &mut bool| {
            if !*told && now.since(since) >= alert_ms {
                *told = true;
                out.push(Action::Note(Note::DoubtLasts(id.clone(), exchange, now.since(since))));
            }
        };
        for doubt in &mut device.doubts {
            let since = doubt.since();
            tell(doubt.record.id, since, &mut doubt.told);
        }
        if let (Some(since), Some(record)) = (device.in_doubt_since(), &device.record) {
            tell(record.id, since, &mut device.doubt_told);
        }
    }

    /// An exchange has brought a new key into use: no older one of its kind matters any more. `before`: older is what left its Commit before this
    /// moment; `None`: all that is in doubt, for it is the device's own exchange.
    pub(super) fn supersede(
        &mut self,
        now: Time,
        by: &ExchangeRecord,
        before: Option<Time>,
        changes: &mut Vec<Change>,
        out: &mut Vec<Action>,
    ) {
        let Some(device) = self.devices.get_mut(by.device()) else { return };
        let older = |doubt: &mut Doubt| {
            let same = doubt.record.kind.is_none_or(|kind| by.kind.is_none_or(|own| own == kind));
            same && before.is_none_or(|before| doubt.record.commit_at() < before)
        };
        let over: Vec<Doubt> = device.doubts.extract_if(.., older).collect();
        // A centre that holds one key of a device may hold that of an OTAF, which tells it itself what becomes of it.
        let may_discard = self.settings.knows_exchanges || !by.pushed;
        let discards = |record: &ExchangeRecord| {
            may_discard && !record.pushed && record.choice.is_some_and(|(way, _)| way == Way::Perform)
        };
        let why = format!("superseded by the commit of exchange {}", by.id);
        self.fail_doubts(now, over, &why, discards, changes, out);
    }

    /// The subscriber was removed: nobody can tell any more which key its handset uses, and nobody asks.
    pub(super) fn forget_doubts(&mut self, now: Time, id: &DeviceId, out: &mut Vec<Action>) {
        let Some(device) = self.devices.get_mut(id) else { return };
        let over = std::mem::take(&mut device.doubts);
        let (why, mut changes) = (Cause::Removed.to_string(), Vec::new());
        let Some(first) = over.first().map(|doubt| doubt.record.id) else { return };
        let discards = |record: &ExchangeRecord| !record.pushed && record.choice.is_some();
        self.fail_doubts(now, over, &why, discards, &mut changes, out);
        self.persist(Step::Kept(first), changes, out);
    }

    /// Ends doubts of which nothing more is to come.
    fn fail_doubts(
        &mut self,
        now: Time,
        over: Vec<Doubt>,
        why: &str,
        discards: impl Fn(&ExchangeRecord) -> bool,
        changes: &mut Vec<Change>,
        out: &mut Vec<Action>,
    ) {
        for Doubt { mut record, call, .. } in over {
            self.exchanges.remove(&record.id);
            record.at = now;
            record.commit = None;
            record.discards = discards(&record);
            let (outcome, cause) = (Outcome::Failed, Some(why.to_owned()));
            record.ended = Some(Ended { outcome, cause, result_code: None, at: now });
            changes.push(Change::Exchange(Box::new(record.bare())));
            changes.push(Change::Audit(Box::new(audit(now, OURSELVES, "exchange.settle", &record, why))));
            out.push(doubt_ended(&record));
            if record.discards {
                // Not before this is durable; a moment later is soon enough.
                self.owe(Debt::discard(record, call), now.plus(limits::STORE_AGAIN_MS));
            }
        }
    }
}

/// Tells what became of a doubt.
pub(super) fn doubt_ended(record: &ExchangeRecord) -> Action {
    Action::Note(Note::DoubtEnded {
        device: record.device().clone(),
        exchange: record.id,
        state: record.state,
        ended: record.ended.clone(),
        campaign: record.campaign().cloned(),
        version: record.version.clone(),
    })
}
