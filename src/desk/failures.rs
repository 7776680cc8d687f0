//! What a wrong credential costs the one who sends it: time, by device and by where it came from.
//!
//! The first few cost nothing, for a lost nonce is nobody's fault; then each answer waits longer. Only answers to wrong credentials wait: a
//! right one is never refused for others' failures. All of it is in memory and bounded. Called by [`super::login`].

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::dm::session::Reply;
use crate::limits;
use crate::words::{DeviceId, Time};

use super::Ticket;

/// Where a message came from: a number that stands for the host.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Source(pub u64);

/// Failures of the last hour, and the answers that wait.
#[derive(Default)]
pub(super) struct Failures {
    records: HashMap<DeviceId, Record>,
    /// When a record is an hour old: then it is told and forgotten.
    by_age: BTreeSet<(Time, DeviceId)>,
    held: BTreeMap<(Time, u64), Arc<Reply>>,
}

struct Record {
    count: u32,
    sources: Vec<(Source, u32)>,
}

/// What has come due.
pub(super) struct Due {
    /// Answers that have waited long enough.
    pub(super) replies: Vec<(Ticket, Arc<Reply>)>,
    /// Devices whose hour is over, and how many wrong credentials were shown for each.
    pub(super) told: Vec<(DeviceId, u32)>,
}

impl Failures {
    /// Notes a wrong credential: for how many milliseconds its answer waits, and a record that had to make room.
    pub(super) fn wrong(&mut self, now: Time, device: &DeviceId, source: Source) -> (u64, Option<(DeviceId, u32)>) {
        let crowded = !self.records.contains_key(device) && self.records.len() >= limits::FAILURES_PER_DESK;
        let told = if crowded { self.forget_oldest() } else { None };
        let record = self.records.entry(device.clone()).or_insert_with(|| {
            let until = now.plus(limits::FAILURE_RECORD_MS);
            self.by_age.insert((until, device.clone()));
            Record { count: 0, sources: Vec::new() }
        });
        record.count = record.count.saturating_add(1);
        (delay(record.one_more(source)), told)
    }

    /// A right credential came from there: its failures are forgiven.
    pub(super) fn right(&mut self, device: &DeviceId, source: Source) {
        if let Some(record) = self.records.get_mut(device) {
            record.sources.retain(|(known, _)| *known != source);
        }
    }

    /// Keeps an answer until its time; gives it back when there is no room.
    pub(super) fn hold(&mut self, until: Time, ticket: Ticket, reply: Arc<Reply>) -> Result<(), Ticket> {
        if self.held.len() >= limits::HELD_ANSWERS {
            return Err(ticket);
        }
        self.held.insert((until, ticket.0), reply);
        Ok(())
    }

    pub(super) fn deadline(&self) -> Option<Time> {
        let held = self.held.keys().next().map(|(time, _)| *time);
        let record = self.by_age.first().map(|(time, _)| *time);
        held.into_iter().chain(record).min()
    }

    pub(super) fn due(&mut self, now: Time) -> Due {
        let mut due = Due { replies: Vec::new(), told: Vec::new() };
        while let Some(entry) = self.held.first_entry().filter(|entry| entry.key().0 <= now) {
            let ticket = Ticket(entry.key().1);
            due.replies.push((ticket, entry.remove()));
        }
        while self.by_age.first().is_some_and(|(until, _)| *until <= now) {
            due.told.extend(self.forget_oldest());
        }
        due
    }

    fn forget_oldest(&mut self) -> Option<(DeviceId, u32)> {
        let (_, device) = self.by_age.pop_first()?;
        let record = self.records.remove(&device)?;
        Some((device, record.count))
    }
}

impl Record {
    /// Failures from one source, this one counted. Of too many sources the later ones share the last place.
    fn one_more(&mut self, source: Source) -> u32 {
        let known = self.sources.iter().position(|(known, _)| *known == source);
        if known.is_none() && self.sources.len() < limits::FAILURE_SOURCES {
            self.sources.push((source, 0));
        }
        let at = known.unwrap_or(self.sources.len() - 1);
        let count = &mut self.sources[at].1;
        *count = count.saturating_add(1);
        *count
    }
}

/// Milliseconds for the answer to the `count`-th wrong credential.
fn delay(count: u32) -> u64 {
    match count.checked_sub(limits::FAILURES_FREE) {
        None | Some(0) => 0,
        Some(beyond) => {
            limits::FAILURE_DELAY_MS.saturating_mul(1 << (beyond - 1).min(10)).min(limits::FAILURE_DELAY_MOST_MS)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(number: usize) -> DeviceId {
        DeviceId::new(&format!("MEID:{number}")).unwrap()
    }

    #[test]
    fn delays_grow_by_device_and_source_and_have_an_end() {
        let mut failures = Failures::default();
        let (one, other) = (Source(1), Source(2));
        let delays: Vec<u64> = (0..10).map(|_| failures.wrong(Time(0), &device(1), one).0).collect();
        assert_eq!(delays, [0, 0, 0, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
        assert_eq!(failures.wrong(Time(0), &device(1), other).0, 0, "another source");
        assert_eq!(failures.wrong(Time(0), &device(2), one).0, 0, "another device");
        failures.right(&device(1), one);
        assert_eq!(failures.wrong(Time(0), &device(1), one).0, 0, "forgiven");
        let due = failures.due(Time(limits::FAILURE_RECORD_MS));
        assert_eq!(due.told, [(device(1), 12), (device(2), 1)], "one record for each device and hour");
        assert_eq!(failures.deadline(), None);
    }

    #[test]
    fn memory_is_bounded_whatever_comes() {
        let mut failures = Failures::default();
        for number in 0..limits::FAILURES_PER_DESK {
            assert_eq!(failures.wrong(Time(number as u64), &device(number), Source(0)), (0, None));
        }
        let (_, told) = failures.wrong(Time(99_999), &device(limits::FAILURES_PER_DESK), Source(0));
        assert_eq!(told, Some((device(0), 1)), "the oldest is told and forgotten");
        assert_eq!(failures.records.len(), limits::FAILURES_PER_DESK);
        assert_eq!(failures.by_age.len(), limits::FAILURES_PER_DESK);
        for source in 0..1_000 {
            failures.wrong(Time(99_999), &device(7), Source(source));
        }
        assert_eq!(failures.records[&device(7)].sources.len(), limits::FAILURE_SOURCES);
        let reply = Arc::new(Reply::from(crate::syncml::document::Message::default()));
        for ticket in 0..=limits::HELD_ANSWERS as u64 {
            let kept = failures.hold(Time(5), Ticket(ticket), Arc::clone(&reply));
            assert_eq!(kept.is_ok(), ticket < limits::HELD_ANSWERS as u64);
        }
        assert_eq!(failures.due(Time(4)).replies.len(), 0);
        assert_eq!(failures.due(Time(5)).replies.len(), limits::HELD_ANSWERS);
    }
}
