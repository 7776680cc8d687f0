//! How exchanges go on that an earlier process left.
//!
//! Sessions are gone with that process; what was durable counts. What each state means now:
//!
//! * the Commit may have left, or it was in doubt: in doubt; the handset is called at once, or in a while where the doubt was known; a late answer is
//!   known by its Correlator
//! * committed: the centre is told to make the key live; ended with something to discard: it is told to forget
//! * anything before: the exchange waits for its handset and begins again, with a fresh y; what the centre holds of it is staged anew,
//!   or discarded when it fails
//! * driven by an OTAF: over, for the OTAF's own session is gone; in doubt where its Commit may have left
//!
//! A centre that knows no exchange may have been asked for a younger one's key before the process died: an older doubt's key is staged anew before it is
//! made live, and where only the centre had it, it never is.
//!
//! Of what came with a backup more has happened than its records tell, and no later process learns it either: whatever had a key is in doubt, and
//! only the commit of another exchange or an operator ends that; what had none begins as if it never had; the centre is told to forget nothing. That
//! goes by the moments in the records, and the one up to which a backup told. Called by [`super::Desk::handle`].

use std::collections::{HashMap, HashSet};

use crate::exchange::choice::Choice;
use crate::exchange::{Call, Cause, End, Exchange, Key, Stood, Tag};
use crate::is683::AKeyPRev;
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Kind, Order, Outcome, State, Time, Way};

use super::debts::Debt;
use super::doubts::Doubt;
use super::keeping::{audit, ended_apart};
use super::queue::Queued;
use super::record::{Change, CommitMark, Ended, ExchangeRecord, OURSELVES};
use super::{Action, Desk, Restored, Step};

impl Desk {
    /// Takes over what an earlier process left: records with their keys, the oldest first.
    pub(super) fn resume(
        &mut self,
        now: Time,
        records: Vec<ExchangeRecord>,
        restored: Option<Restored>,
        out: &mut Vec<Action>,
    ) {
        self.calls = self.settings.calls && restored.is_none_or(|restored| !restored.is_first);
        let mut devices = Vec::new();
        let mut own = HashMap::<DeviceId, Vec<ExchangeRecord>>::new();
        for record in records {
            let device = record.device().clone();
            own.entry(device.clone())
                .or_insert_with(|| {
                    devices.push(device);
                    Vec::new()
                })
                .push(record);
        }
        // Not all of them at once.
        let mut call_at = now;
        for id in devices {
            let records = own.remove(&id).unwrap_or_default();
            self.resume_device(now, &id, records, restored, call_at, out);
            call_at = call_at.plus(limits::RESUMED_CALL_MS);
        }
    }

    fn resume_device(
        &mut self,
        now: Time,
        id: &DeviceId,
        records: Vec<ExchangeRecord>,
        restored: Option<Restored>,
        call_at: Time,
        out: &mut Vec<Action>,
    ) {
        let (mut doubts, mut by_otaf) = (Vec::new(), Vec::new());
        let overtaken = self.overtaken(&records);
        let apart = self.settings.knows_exchanges;
        let of_backup = |moment: Time| restored.is_some_and(|restored| moment <= restored.until);
        // Nobody knows what the centre was asked since a backup was made.
        let is_overtaken =
            |record: &ExchangeRecord| !apart && (of_backup(record.commit_at()) || overtaken.contains(&record.id));
        let keeps_keys = self.settings.commit_without_ac || !apart;
        for mut record in records {
            self.exchanges.insert(record.id, id.clone());
            let key = record.key.take();
            let mut record = Box::new(record);
            if of_backup(record.at) && record.ended.is_none() && record.state >= State::Pending {
                record.state = State::CommitSent;
                // If it left then it was not much later, and in any case before all that this store will know of.
                record.commit.get_or_insert(CommitMark { at: record.at, correlator: None, tag: 0 });
            }
            match &record.ended {
                Some(_) if !record.is_unsettled() => {
                    self.exchanges.remove(&record.id);
                    if of_backup(record.at) {
                        // It was told since, most likely, and may hold the key of another exchange by now.
                        record.discards = false;
                        self.persist(Step::Kept(record.id), vec![Change::Exchange(Box::new(record.bare()))], out);
                    } else {
                        let call = call_after(&record, now);
                        self.owe(Debt::discard(record, call), call_at);
                    }
                }
                Some(ended) if record.pushed || ended.outcome != Outcome::InDoubt => {
                    let (call, overtaken) = (call_after(&record, now), is_overtaken(&record));
                    record.key = key.filter(|_| !apart);
                    let doubt = Doubt::left_before(record, call, overtaken);
                    self.devices.entry(id.clone()).or_default().doubts.push(doubt);
                }
                None if record.pushed => {
                    let left = record.commit_at();
                    by_otaf.extend(self.pushed_before(now, record, out).map(|record| (record, left)));
                }
                None if record.state >= State::Committed => {
                    let call = call_after(&record, now);
                    let key = key.filter(|_| keeps_keys);
                    self.owe(Debt::activate(record, key, call), now);
                }
                Some(_) => doubts.push((record, key)),
                None if record.state == State::CommitSent => doubts.push((record, key)),
                None => {
                    let is_unknown = of_backup(record.created);
                    if is_unknown && record.choice.is_some() {
                        self.begins_unknown(now, &mut record, out);
                    }
                    // What it has asked the centre is not made durable before there is a key.
                    record.discards = record.choice.is_some() || (!is_unknown && self.may_be_relayed(&record));
                    let queued = Queued { record, is_durable: true, ticket: None, before: Some(call_at) };
                    self.devices.entry(id.clone()).or_default().enqueue(queued);
                }
            }
        }
        // A late answer can only belong to the youngest. Of one that came with a backup not even `KeyVersion` tells: another exchange may have made it rise.
        doubts.sort_by_key(|(record, _)| record.commit_at());
        // Nor where an OTAF's commit was the last.
        let youngest = doubts.pop_if(|(record, _)| by_otaf.is_empty() && !of_backup(record.commit_at()));
        for (mut record, key) in doubts {
            record.key = key.filter(|_| keeps_keys);
            let overtaken = is_overtaken(&record);
            self.doubted_before(now, record, overtaken, out);
        }
        // A process that dies again and again does not call a handset, nor begin to end its doubt, each time.
        let later = now.plus(limits::SUPERSEDE_AGAIN_MS);
        if let Some((record, key)) = youngest {
            let overtaken = is_overtaken(&record);
            // Whoever knew of the doubt has called.
            let call_at = if record.ended.is_some() { later } else { now };
            self.go_on_with(now, record, key, overtaken, call_at, out);
        } else if let Some(device) =
            self.devices.get_mut(id).filter(|_| restored.is_none_or(|restored| !restored.is_first))
        {
            // After a restoration the handset comes by itself, and nothing else ends its doubt.
            device.superseding.rest_until(later);
        }
        for (record, left) in by_otaf {
            let mut changes = vec![Change::Exchange(Box::new(record.bare()))];
            self.supersede(now, &record, Some(left), &mut changes, out);
            self.persist(Step::Kept(record.id), changes, out);
        }
        self.debts_due(now, out);
        self.next_exchange(now, id, out);
        self.tidy(now, id);
    }

    /// An exchange that came with a backup, and had begun or has begun since: its handset may use the key that it made after the backup, so nothing that
    /// the centre holds of it is discarded. It begins as one that was never begun.
    fn begins_unknown(&mut self, now: Time, record: &mut ExchangeRecord, out: &mut Vec<Action>) {
        record.at = now;
        record.state = State::Requested;
        record.choice = None;
        (record.order, record.kind) = (None, None);
        self.persist(Step::Kept(record.id), vec![Change::Exchange(Box::new(record.bare()))], out);
    }

    /// Those of a device's exchanges in whose place a centre that knows no exchange may hold another one's key.
    fn overtaken(&self, records: &[ExchangeRecord]) -> HashSet<ExchangeId> {
        let took_over = |other: &ExchangeRecord, own: &ExchangeRecord| {
            // What has no mark of its Commit may have asked at any time since the doubt began; what has is younger where its mark is. A probe asks nothing.
            let asks = (other.ended.is_none() && !other.start.probe) || other.discards;
            let unmarked = own.ended.is_some() && other.state < State::CommitSent && asks;
            other.id != own.id && !other.pushed && (unmarked || other.commit_at() > own.commit_at())
        };
        let own = records.iter().filter(|own| own.ended.is_none() || own.is_unsettled());
        let own = own.filter(|own| own.state >= State::CommitSent && !own.pushed && !self.settings.knows_exchanges);
        own.filter(|own| records.iter().any(|other| took_over(other, own))).map(|own| own.id).collect()
    }

    /// Whether the centre may have computed for an exchange of which nothing says so.
    fn may_be_relayed(&self, record: &ExchangeRecord) -> bool {
        let policy = &self.settings.policy;
        policy.north_computes && !record.start.probe && record.start.way.or(policy.way) != Some(Way::Perform)
    }

    /// An exchange that an OTAF has driven: its own session is gone. Gives one whose key is in use, which is to be made durable.
    fn pushed_before(
        &mut self,
        now: Time,
        mut record: Box<ExchangeRecord>,
        out: &mut Vec<Action>,
    ) -> Option<Box<ExchangeRecord>> {
        if record.state == State::CommitSent {
            self.doubted_before(now, record, false, out);
            return None;
        }
        let outcome = if record.state >= State::Committed { Outcome::Updated } else { Outcome::Cancelled };
        let cause = (outcome == Outcome::Cancelled).then(|| "the service began anew".to_owned());
        record.at = now;
        let end = End { outcome, cause: cause.clone().map(Cause::Before), version: record.version.clone() };
        record.ended = Some(Ended { outcome, cause, result_code: None, at: now });
        self.exchanges.remove(&record.id);
        out.push(ended_apart(&record, end));
        if outcome == Outcome::Updated {
            return Some(record);
        }
        out.push(Action::Persist(Step::Kept(record.id), vec![Change::Exchange(Box::new(record.bare()))]));
        None
    }

    /// An exchange in doubt whose answer nobody waits for any more.
    fn doubted_before(&mut self, now: Time, mut record: Box<ExchangeRecord>, overtaken: bool, out: &mut Vec<Action>) {
        if record.ended.is_none() {
            let end = End {
                outcome: Outcome::InDoubt,
                cause: Some(Cause::Silent("Commit")),
                version: record.version.clone(),
            };
            record.at = now;
            record.ended = Some(Ended::of(&end, now));
            let event = audit(now, OURSELVES, "exchange.in_doubt", &record, "");
            let changes = vec![Change::Exchange(Box::new(record.bare())), Change::Audit(Box::new(event))];
            out.push(Action::Persist(Step::Kept(record.id), changes));
            out.push(ended_apart(&record, end));
        }
        let call = call_after(&record, now);
        let doubt = Doubt::left_before(record, call, overtaken);
        self.devices.entry(doubt.record.device().clone()).or_default().doubts.push(doubt);
    }

    /// Makes an exchange of an earlier process the device's own.
    pub(super) fn take_up(&mut self, now: Time, record: Box<ExchangeRecord>, call_at: Time, out: &mut Vec<Action>) {
        self.go_on_with(now, record, None, false, call_at, out);
    }

    fn go_on_with(
        &mut self,
        now: Time,
        record: Box<ExchangeRecord>,
        key: Option<Key>,
        overtaken: bool,
        call_at: Time,
        out: &mut Vec<Action>,
    ) {
        let id = record.device().clone();
        let in_doubt = record.ended.as_ref().filter(|ended| ended.outcome == Outcome::InDoubt);
        let stood = Stood {
            state: record.state,
            choice: choice(&record),
            version: record.version.clone(),
            commit: record.commit.as_ref().map(|commit| Tag(commit.tag)),
            doubt: in_doubt.map(|ended| ended.cause.clone().unwrap_or_default()),
            key,
            asked: record.discards,
            overtaken,
            call: call_after(&record, now),
            call_at,
        };
        let (exchange, wishes) = Exchange::resumed(now, self.terms(&record), stood);
        self.adopt(record, exchange, out);
        if let Some(device) = self.devices.get_mut(&id) {
            device.resumed = true;
        }
        for wish in wishes {
            self.grant(now, &id, wish, out);
        }
    }
}

/// What was chosen, as far as the record tells.
fn choice(record: &ExchangeRecord) -> Option<Choice> {
    let (way, dialect) = record.choice?;
    Some(Choice {
        way,
        dialect,
        a_key_p_rev: AKeyPRev(record.version.a_key_p_rev.unwrap_or_default()),
        order: record.order.unwrap_or(Order::BsFirst),
        kind: record.kind.unwrap_or(Kind::AKey),
    })
}

/// A call that is younger than all of an earlier process: calls come more slowly than one in a millisecond from an exchange's beginning
/// to the end of a process, and more slowly than one in a second when it is weeks old.
pub(super) fn call_after(record: &ExchangeRecord, now: Time) -> Call {
    const WEEKS: u64 = 1 << 31;
    let age = now.max(record.at).since(record.created);
    let number = if age < WEEKS { age } else { WEEKS + (age - WEEKS) / 1_000 };
    Call(u32::try_from(number).unwrap_or(u32::MAX / 2))
}
