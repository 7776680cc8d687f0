//! What the service does with its store beside the exchanges: at start it reads what an earlier process left; then it wipes keys whose time is over.
//!
//! Called by [`super`] at start, and run on the side thread.

use std::sync::{Arc, mpsc};
use std::time::Duration;

use crate::desk::record::campaign::{Campaign, CampaignState};
use crate::desk::record::{AuditEvent, Change, ExchangeRecord};
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
                actor: "akeyd".into(),
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
