//! What happens to exchanges, for those who watch: each change of state and each outcome, to whoever listens at the moment.
//!
//! Keeps nothing: who comes later reads the store, and who listens too slowly is told how much he missed
//! ([`RecvError::Lagged`](tokio::sync::broadcast::error::RecvError)). Costs nothing while nobody listens. Filled by [`super::io`] from the
//! desks' notes on every IO thread; listened to by event streams on the side thread, by way of [`super::Running::events`].

use std::sync::Arc;

use tokio::sync::broadcast;

use crate::exchange::Version;
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, State, Time};

/// An exchange has moved on, or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub at: Time,
    /// Whose exchange.
    pub device: DeviceId,
    /// Which.
    pub exchange: ExchangeId,
    /// Where it stands now.
    pub state: State,
    /// How it ended, if it did. One in doubt may yet end otherwise.
    pub outcome: Option<Outcome>,
    /// Why, as text, where the outcome does not say it all.
    pub cause: Option<String>,
    /// What is known of the handset's protocol revisions.
    pub version: Version,
}

/// An exchange of a campaign has ended, or its doubt has: the store knows how, now or in a moment.
#[derive(Clone, Debug)]
pub(super) struct CampaignEnd {
    pub(super) campaign: Arc<str>,
    pub(super) device: DeviceId,
    pub(super) exchange: ExchangeId,
}

/// The hub. Cheap to clone; all clones are the same one.
#[derive(Clone)]
pub struct Events {
    all: broadcast::Sender<Arc<Happening>>,
    /// Apart, so that whoever runs campaigns is not woken by the rest.
    ends: broadcast::Sender<CampaignEnd>,
}

impl Default for Events {
    fn default() -> Self {
        Self { all: broadcast::channel(limits::HAPPENINGS).0, ends: broadcast::channel(limits::HAPPENINGS).0 }
    }
}

impl Events {
    /// Tells what happens from now on.
    pub fn listen(&self) -> broadcast::Receiver<Arc<Happening>> {
        self.all.subscribe()
    }

    /// Tells everybody, if anybody listens; only then `happening` is made.
    pub(super) fn tell(&self, happening: impl FnOnce() -> Happening) {
        if self.all.receiver_count() > 0 {
            // The last listener may have left just now.
            let _ = self.all.send(Arc::new(happening()));
        }
    }

    /// Tells which exchanges of campaigns end from now on.
    pub(super) fn listen_to_ends(&self) -> broadcast::Receiver<CampaignEnd> {
        self.ends.subscribe()
    }

    pub(super) fn tell_end(&self, end: CampaignEnd) {
        // At the end of the process nobody listens any more.
        let _ = self.ends.send(end);
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::broadcast::error::TryRecvError;

    use super::*;

    #[test]
    fn who_listens_hears_what_happens_and_who_is_slow_how_much_he_missed() {
        let events = Events::default();
        let happening = |at: usize| Happening {
            at: Time(at as u64),
            device: DeviceId::new("MEID:A1").unwrap(),
            exchange: ExchangeId(1),
            state: State::Pending,
            outcome: None,
            cause: None,
            version: Version::default(),
        };
        events.tell(|| panic!("nobody listens"));
        let (mut quick, mut slow) = (events.listen(), events.listen());
        let rounds = limits::HAPPENINGS + 3;
        for at in 0..rounds {
            events.tell(|| happening(at));
            assert_eq!(*quick.try_recv().unwrap(), happening(at));
        }
        assert_eq!(
            slow.try_recv(),
            Err(TryRecvError::Lagged((rounds - limits::HAPPENINGS.next_power_of_two()) as u64))
        );
    }
}
