//! What the service does with its store beside the exchanges: at start it reads what an earlier process left; then it wipes keys whose time is over,
//! and has removed what ended long ago.
//!
//! Called by [`super`] at start, and run on the side thread.

use std::collections::BTreeSet;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use crate::desk::record::campaign::{Campaign, CampaignState};
use crate::desk::record::{AuditEvent, Change, ExchangeRecord, Forget, OURSELVES};
use crate::limits;
use crate::store::{self, ReadError, Store};
use crate::words::{DeviceId, Time};

use super::clock::Clock;

/// What an earlier process left to a desk.
#[derive(Default)]
pub(super) struct Left {
    /// Exchanges of which something is still to come.
    pub(super) records: Vec<ExchangeRecord>,
    /// Devices among theirs whose subscriber is gone: the process may have died before their desk heard of it.
    pub(super) removed: BTreeSet<DeviceId>,
}

/// Exchanges of which something is still to come, each with the desk of its device: `of` says which of `desks`.
///
/// # Errors
/// What cannot be read; and more exchanges than the process may hold: then nothing is forgotten, but nothing is begun either.
pub(super) fn open_exchanges(
    store: &dyn Store,
    desks: usize,
    of: impl Fn(&str) -> usize,
) -> Result<Vec<Left>, ReadError> {
    let mut shares: Vec<Left> = (0..desks).map(|_| Left::default()).collect();
    let (mut after, mut count) = (None, 0);
    loop {
        let (answer, page) = mpsc::channel();
        store.read(Box::new(move |snapshot| {
            let read = || -> Result<Vec<_>, ReadError> {
                let page = snapshot.open_exchanges(after, limits::READ_PAGE)?.into_iter();
                page.map(|record| Ok((snapshot.is_subscriber(record.device())?, record))).collect()
            };
            drop(answer.send(read()));
        }));
        let page = page.recv().unwrap_or_else(|_| Err(ReadError::closed()))?;
        let Some((_, last)) = page.last() else { return Ok(shares) };
        after = Some((last.created, last.id));
        count += page.len();
        if count > limits::OPEN_EXCHANGES {
            let most = limits::OPEN_EXCHANGES;
            return Err(ReadError::Store(format!(
                "more than {most} exchanges are open; a process goes on with no more than that"
            )));
        }
        for (is_subscriber, record) in page {
            let share = &mut shares[of(record.device().as_str())];
            if !is_subscriber {
                share.removed.insert(record.device().clone());
            }
            share.records.push(record);
        }
    }
}

/// What a store tells of time.
pub(super) struct Known {
    /// The latest moment of all that a later one may be compared with: of its audit trail, and of exchanges of which something is still to come.
    pub(super) latest: Option<Time>,
    /// When what is over was looked for last; where that is not known, the moment of the last record of the audit trail.
    pub(super) looked: Option<Time>,
}

impl Known {
    /// # Errors
    /// What cannot be read.
    pub(super) fn of<'a>(store: &dyn Store, open: impl Iterator<Item = &'a ExchangeRecord>) -> Result<Self, ReadError> {
        let (answer, moments) = mpsc::channel();
        store.read(Box::new(move |snapshot| {
            let read = || {
                // One that cannot be read is passed by, and so is the moment of one that a command wrote by another clock.
                let before = snapshot.counts()?.audit.saturating_sub(limits::READ_PAGE as u64);
                let page = snapshot.audit(before, limits::READ_PAGE)?;
                Ok((page.iter().map(|audited| audited.event.at).max(), snapshot.looked()?))
            };
            drop(answer.send(read()));
        }));
        let (audit, looked) = moments.recv().unwrap_or_else(|_| Err(ReadError::closed()))?;
        Ok(Self { latest: open.map(latest).max().max(audit), looked: looked.or(audit) })
    }
}

/// The latest moment in a record.
fn latest(record: &ExchangeRecord) -> Time {
    let commit = record.commit.as_ref().map(|commit| commit.at);
    let ended = record.ended.as_ref().map(|ended| ended.at);
    [commit, ended].into_iter().flatten().fold(record.created.max(record.at), Time::max)
}

/// Pauses campaigns of a store that was brought back from a backup: which of their devices got what since then it does not tell.
///
/// # Errors
/// When they cannot be read or written.
pub(super) fn pause_campaigns(store: &dyn Store, now: Time) -> Result<(), ReadError> {
    let (answer, page) = mpsc::channel();
    store.read(Box::new(move |snapshot| drop(answer.send(snapshot.campaigns(None, limits::CAMPAIGNS)))));
    let why = "the store was brought back from a backup";
    let paused = page
        .recv()
        .unwrap_or_else(|_| Err(ReadError::closed()))?
        .into_iter()
        .filter(|campaign| campaign.state == CampaignState::Running);
    let changes: Vec<_> = paused
        .flat_map(|campaign| {
            let event = AuditEvent {
                at: now,
                actor: OURSELVES.into(),
                action: "campaign.pause".into(),
                subject: campaign.name.to_string(),
                detail: why.into(),
            };
            let campaign = Campaign { state: CampaignState::Paused, why: Some(why.into()), changed: now, ..campaign };
            [Change::Campaign(Box::new(campaign)), Change::Audit(Box::new(event))]
        })
        .collect();
    if changes.is_empty() {
        return Ok(());
    }
    let (answer, held) = mpsc::channel();
    store.commit(changes, Box::new(move |result| drop(answer.send(result))));
    match held.recv() {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) => Err(ReadError::Store("it has no room to pause campaigns".into())),
        Err(_) => Err(ReadError::closed()),
    }
}

/// Wipes keys that have been in use on both sides for so long, again and again.
pub(super) async fn wipe_keys(store: Arc<dyn Store>, clock: Clock, keep_ms: u64) {
    loop {
        let before = Time(clock.now().0.saturating_sub(keep_ms));
        if let Some(Err(refused)) = store::commit(&*store, vec![Change::WipeBefore(before)]).await {
            tracing::warn!(?refused, "keys whose time is over are not wiped yet");
        }
        tokio::time::sleep(Duration::from_millis(limits::WIPE_EVERY_MS)).await;
    }
}

/// For how long what is over is kept, milliseconds; `None`: for ever.
#[derive(Clone, Copy, Debug, Default)]
pub struct Retention {
    /// Exchanges after their end.
    pub exchanges: Option<u64>,
    /// Deliveries after their acknowledgement.
    pub deliveries: Option<u64>,
    /// Records of the audit trail.
    pub audit: Option<u64>,
}

/// Has what is over removed, again and again. `looked`: when that was done last.
///
/// What is removed by a clock that is ahead is gone for good. So nothing is before a service that was away for long, as it seems, has run for long.
pub(super) async fn forget(store: Arc<dyn Store>, clock: Clock, keep: Retention, mut looked: Option<Time>) {
    let mut is_told = false;
    loop {
        // A process's clock may go on from a moment that came of a wrong one.
        let now = clock.now().min(Clock::system());
        let changes = over(keep, now);
        if changes.is_empty() {
            return;
        }
        if !is_believed(keep, looked, now, clock.steady_ms()) {
            if !std::mem::replace(&mut is_told, true) {
                let away_ms = now.since(looked.unwrap_or(now));
                tracing::warn!(
                    away_ms,
                    "nothing that is over is removed for some days: is the system's clock right? By it the service was away for long"
                );
            }
        } else if let Some(Err(refused)) = store::commit(&*store, changes).await {
            tracing::warn!(?refused, "what is over is not removed yet");
        } else {
            looked = Some(now);
        }
        tokio::time::sleep(Duration::from_millis(limits::FORGET_EVERY_MS)).await;
    }
}

/// Whether the moment is not so far from the last look that the clock may be wrong, or the service has run by it for long enough since it was set.
fn is_believed(keep: Retention, looked: Option<Time>, now: Time, steady_ms: u64) -> bool {
    let shortest = [keep.exchanges, keep.deliveries, keep.audit].into_iter().flatten().min();
    let (Some(looked), Some(shortest)) = (looked, shortest) else { return true };
    now.since(looked) <= limits::FORGET_AWAY_MS.min(shortest / 2) || steady_ms >= limits::FORGET_DOUBT_MS.min(shortest)
}

/// What is to be removed at a moment.
fn over(keep: Retention, now: Time) -> Vec<Change> {
    let before = |keep: u64| Time(now.0.saturating_sub(keep));
    // By whole days: each time the trail gets a record that tells of it.
    let day = |time: Time| Time(time.0 - time.0 % DAY_MS);
    let all = [
        keep.exchanges.map(|keep| Forget::Exchanges(before(keep))),
        keep.deliveries.map(|keep| Forget::Deliveries(before(keep))),
        keep.audit.map(|keep| Forget::Audit { before: day(before(keep)), at: now }),
    ];
    let all: Vec<_> = all.into_iter().flatten().collect();
    let looked = (!all.is_empty()).then_some(Forget::Looked(now));
    all.into_iter().chain(looked).map(Change::Forget).collect()
}

const DAY_MS: u64 = 24 * 3_600_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::memory::MemoryStore;

    #[test]
    fn what_is_kept_for_ever_is_not_asked_to_go_and_the_trail_goes_by_days() {
        assert!(over(Retention::default(), Time(9)).is_empty());
        let keep = Retention { exchanges: Some(5), deliveries: Some(7), audit: Some(2 * DAY_MS) };
        for (now, audit) in [(10 * DAY_MS, 8), (11 * DAY_MS - 1, 8), (11 * DAY_MS, 9)] {
            let expected = [
                Forget::Exchanges(Time(now - 5)),
                Forget::Deliveries(Time(now - 7)),
                Forget::Audit { before: Time(audit * DAY_MS), at: Time(now) },
                Forget::Looked(Time(now)),
            ];
            assert_eq!(format!("{:?}", over(keep, Time(now))), format!("{:?}", expected.map(Change::Forget)));
        }
    }

    /// Else one start by a clock that is ahead would remove what ended yesterday.
    #[test]
    fn a_clock_that_has_leapt_is_believed_when_the_service_has_run_by_it_for_long() {
        let keep = |days: u64| Retention { exchanges: Some(days * DAY_MS), ..Retention::default() };
        let looked = Some(Time(20_000 * DAY_MS));
        let believed = |keep, days_away: u64, running_ms| {
            is_believed(keep, looked, Time((20_000 + days_away) * DAY_MS), running_ms)
        };
        assert!(believed(keep(90), 14, 0) && !believed(keep(90), 15, 0) && !believed(keep(90), 30_000, 0));
        assert!(!believed(keep(90), 30_000, 7 * DAY_MS - 1) && believed(keep(90), 30_000, 7 * DAY_MS));
        // What is kept for less.
        assert!(believed(keep(2), 1, 0) && !believed(keep(2), 2, 0) && believed(keep(2), 2, 2 * DAY_MS));
        let both = Retention { audit: Some(4 * DAY_MS), ..keep(90) };
        assert!(believed(both, 2, 0) && !believed(both, 3, 0));
        // It was behind, or nothing is known, or nothing is removed.
        assert!(is_believed(keep(90), looked, Time(5), 0) && is_believed(keep(90), None, Time(u64::MAX), 0));
        assert!(believed(Retention::default(), 30_000, 0));
    }

    fn kept(changes: Vec<Change>) -> Arc<dyn Store> {
        let store = MemoryStore::new([]);
        store.commit(changes, Box::new(|made| made.unwrap()));
        Arc::new(store)
    }

    fn event(at: Time) -> Change {
        Change::Audit(Box::new(AuditEvent {
            at,
            actor: "anna".into(),
            action: "exchange.start".into(),
            subject: "1".into(),
            detail: String::new(),
        }))
    }

    fn trail(store: &dyn Store) -> Vec<Time> {
        let (answer, read) = mpsc::channel();
        store.read(Box::new(move |snapshot| answer.send(snapshot.audit(0, 99).unwrap()).unwrap()));
        read.recv().unwrap().into_iter().map(|audited| audited.event.at).collect()
    }

    #[test]
    fn what_is_known_of_time_is_what_the_trail_and_open_exchanges_tell() {
        let now = Clock::system();
        let known = |changes| Known::of(&*kept(changes), std::iter::empty()).unwrap();
        assert!(known(vec![]).latest.is_none() && known(vec![]).looked.is_none());
        let both = known(vec![event(Time(7)), event(now), Change::Forget(Forget::Looked(Time(9)))]);
        assert_eq!((both.latest, both.looked), (Some(now), Some(Time(9))));
        assert_eq!(known(vec![event(now)]).looked, Some(now));
    }

    #[test]
    fn a_start_by_a_clock_that_is_ahead_removes_nothing() {
        let now = Clock::system();
        let keep = Retention { audit: Some(90 * DAY_MS), ..Retention::default() };
        let day = |days: u64| Time(now.0 - days * DAY_MS);
        // By a right clock all but the last are over; the last look was today, or, as it seems, long ago.
        for (looked, left) in [(day(0), 2), (day(400), 3)] {
            let store = kept(vec![event(day(500)), event(day(450)), event(day(400))]);
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let look = forget(Arc::clone(&store), Clock::start(None), keep, Some(looked));
            let looked = runtime.block_on(async { tokio::time::timeout(Duration::from_millis(50), look).await });
            assert!(looked.is_err(), "it looks again and again");
            assert_eq!(trail(&*store).len(), left);
        }
    }
}
