//! Trouble that tests make for a world by hand, each at its moment.

use crate::campaign::{Answer, CampaignOrder, Event, Ticket, Wish};
use crate::desk::record::Ended;
use crate::desk::record::campaign::{Pace, StopRule};
use crate::words::{Outcome, Time};

use super::World;

impl World {
    /// Only the first so many devices have as many exchanges waiting as may.
    pub(in crate::campaign::tests) fn full(&mut self, devices: u64) {
        self.plan.full = devices;
    }

    /// Whether no desk has room from now on.
    pub(in crate::campaign::tests) fn busy(&mut self, busy: bool) {
        self.plan.busy = busy;
    }

    /// The pace and the rule are changed; `None`: as they are.
    pub(in crate::campaign::tests) fn change(&mut self, pace: Option<Pace>, stop: Option<StopRule>) {
        let answer = self.wish(Wish::Change(pace, stop, "op".into()));
        assert!(matches!(answer, Answer::Stands(_)), "{answer:?}");
    }

    /// From now on handsets come.
    pub(in crate::campaign::tests) fn come(&mut self) {
        self.plan.absent = false;
    }

    /// Whether ends are not heard from now on.
    pub(in crate::campaign::tests) fn deaf(&mut self, deaf: bool) {
        self.plan.deaf = deaf;
    }

    /// The process ends, and the next one's clock is behind by so much.
    pub(in crate::campaign::tests) fn crash_with_clock_behind(&mut self, millis: u64) {
        self.now = Time(self.now.0 - millis);
        self.crash();
    }

    /// What is in doubt is settled as committed, and that is heard and looked at before the store has it.
    pub(in crate::campaign::tests) fn settle_all_late(&mut self) {
        let is_in_doubt = |ended: &Ended| ended.outcome == Outcome::InDoubt;
        let doubted = self.exchanges.iter().filter(|(_, own)| own.ended.as_ref().is_some_and(is_in_doubt));
        let doubted: Vec<_> = doubted.map(|(id, own)| (*id, own.device.clone())).collect();
        for (exchange, device) in &doubted {
            self.event(Event::Happened(device.clone(), *exchange));
        }
        while self.reading.is_some() {
            self.read();
        }
        for (exchange, _) in doubted {
            let now = self.now;
            if let Some(own) = self.exchanges.get_mut(&exchange) {
                own.ended = Some(Ended { outcome: Outcome::Updated, cause: None, result_code: None, at: now });
            }
        }
    }

    /// Wants this removed and its tally at one time; gives what became of the latter.
    pub(in crate::campaign::tests) fn remove_with_one_behind(&mut self) -> Option<Answer> {
        self.event(Event::Wish(Ticket(1_000_001), Wish::Order(CampaignOrder::Remove, "op".into())));
        self.event(Event::Wish(Ticket(1_000_002), Wish::Tally));
        self.commit_ends();
        self.answers.remove(&Ticket(1_000_002))
    }
}
