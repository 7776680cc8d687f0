//! What is over is removed from memory, as from a file: `store::embedded::forget` says what stays.
//!
//! All at once, for there is little of it. Called by [`super`].

use std::collections::HashSet;

use crate::desk::record::{Delivery, Forget};
use crate::store::{Anchor, Audited, trimmed};
use crate::words::{ExchangeId, Time};

use super::Records;

impl Records {
    pub(super) fn forget(&mut self, what: Forget) {
        match what {
            Forget::Looked(at) => self.looked = Some(at),
            Forget::Exchanges(before) => self.forget_exchanges(before),
            Forget::Deliveries(before) => {
                let stays = |delivery: &Delivery| delivery.acknowledged.is_none_or(|at| at > before);
                self.deliveries.retain(|_, delivery| stays(delivery));
            }
            Forget::Audit { before, at } => {
                // The last one stays: all that are to come are chained on it.
                let most = self.audit.len().saturating_sub(1);
                let old = self.audit.iter().take(most).take_while(|audited| audited.event.at <= before).count();
                self.trim(old);
                if let Some(anchor) = self.anchor.filter(|_| old > 0) {
                    self.audited(trimmed(&anchor, at));
                }
            }
        }
    }

    fn forget_exchanges(&mut self, before: Time) {
        let waiting = self.deliveries.values().filter(|delivery| delivery.acknowledged.is_none());
        let awaited: HashSet<ExchangeId> = waiting.map(|delivery| delivery.exchange).collect();
        let over = self.exchanges.values().filter(|record| {
            let ended = record.ended.as_ref().filter(|_| !record.is_open());
            ended.is_some_and(|ended| ended.at <= before)
                && !self.keys.contains_key(&record.id)
                && !awaited.contains(&record.id)
                && !self.campaigns.awaits(record)
        });
        let over: HashSet<ExchangeId> = over.map(|record| record.id).collect();
        self.exchanges.retain(|(_, id), _| !over.contains(id));
        self.created.retain(|id, _| !over.contains(id));
        self.history.retain(|id, _| !over.contains(id));
        self.ended.retain(|id| !over.contains(id));
    }

    /// Removes so many records from the beginning of the audit trail.
    pub(super) fn trim(&mut self, count: usize) {
        if let Some(Audited { seq, hash, .. }) = self.audit.drain(..count).next_back() {
            self.anchor = Some(Anchor { seq, hash });
        }
    }
}
