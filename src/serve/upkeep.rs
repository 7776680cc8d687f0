//! What the service does with its store beside the exchanges: at start it reads what an earlier process left; then it wipes keys whose time is over,
//! and has removed what ended long ago.
//!
//! Called by [`super`] at start, and run on the side thread.

use std::sync::{Arc, mpsc};
use std::time::Duration;

use crate::desk::record::campaign::{Campaign, CampaignState};
use crate::desk::record::{AuditEvent, Change, ExchangeRecord, Forget, OURSELVES};
use crate::limits;
use crate::store::{self, ReadError, Store};
use crate::words::Time;

use super::clock::Clock;

/// Exchanges of which something is still to come, each with the desk of its device: `of` says which of `desks`.
///
/// # Errors
/// What cannot be read; and more exchanges than the process may hold: then nothing is forgotten, but nothing is begun either.
pub(super) fn open_exchanges(
    store: &dyn Store,
    desks: usize,
    of: impl Fn(&str) -> usize,
) -> Result<Vec<Vec<ExchangeRecord>>, ReadError> {
    let mut shares: Vec<Vec<ExchangeRecord>> = (0..desks).map(|_| Vec::new()).collect();
    let (mut after, mut count) = (None, 0);
    loop {
        let (answer, page) = mpsc::channel();
        store.read(Box::new(move |snapshot| drop(answer.send(snapshot.open_exchanges(after, limits::READ_PAGE)))));
        let page = page.recv().unwrap_or_else(|_| Err(ReadError::closed()))?;
        let Some(last) = page.last() else { return Ok(shares) };
        after = Some((last.created, last.id));
        count += page.len();
        if count > limits::OPEN_EXCHANGES {
            let most = limits::OPEN_EXCHANGES;
            return Err(ReadError::Store(format!(
                "more than {most} exchanges are open; a process goes on with no more than that"
            )));
        }
        for record in page {
            let desk = of(record.device().as_str());
            shares[desk].push(record);
        }
    }
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

/// Has what is over removed, again and again.
pub(super) async fn forget(store: Arc<dyn Store>, clock: Clock, keep: Retention) {
    loop {
        let changes = over(keep, clock.now());
        if !changes.is_empty()
            && let Some(Err(refused)) = store::commit(&*store, changes).await
        {
            tracing::warn!(?refused, "what is over is not removed yet");
        }
        tokio::time::sleep(Duration::from_millis(limits::FORGET_EVERY_MS)).await;
    }
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
    all.into_iter().flatten().map(Change::Forget).collect()
}

const DAY_MS: u64 = 24 * 3_600_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_for_ever_is_not_asked_to_go_and_the_trail_goes_by_days() {
        assert!(over(Retention::default(), Time(9)).is_empty());
        let keep = Retention { exchanges: Some(5), deliveries: Some(7), audit: Some(2 * DAY_MS) };
        for (now, audit) in [(10 * DAY_MS, 8), (11 * DAY_MS - 1, 8), (11 * DAY_MS, 9)] {
            let expected = [
                Forget::Exchanges(Time(now - 5)),
                Forget::Deliveries(Time(now - 7)),
                Forget::Audit { before: Time(audit * DAY_MS), at: Time(now) },
            ];
            assert_eq!(format!("{:?}", over(keep, Time(now))), format!("{:?}", expected.map(Change::Forget)));
        }
    }
}
