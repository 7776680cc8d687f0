//! What tests see of a world, and whether it is as it must be in the end.

use crate::campaign::{Event, Tally};
use crate::desk::record::campaign::{Campaign, CampaignState, Member, Stage};
use crate::words::{Outcome, Time};

use super::{MINUTE, Made, World};

impl World {
    pub(in crate::campaign::tests) fn fails(&mut self, percent: u32) {
        self.plan.fails = percent;
    }

    pub(in crate::campaign::tests) fn campaign(&self) -> &Campaign {
        self.campaign.as_ref().expect("a campaign")
    }

    pub(in crate::campaign::tests) fn state(&self) -> CampaignState {
        self.campaign().state
    }

    pub(in crate::campaign::tests) fn members(&self) -> impl Iterator<Item = &Member> {
        self.members.values()
    }

    pub(in crate::campaign::tests) fn begun(&self) -> u64 {
        self.members().filter(|member| member.stage != Stage::Waiting).count() as u64
    }

    pub(in crate::campaign::tests) fn done(&self) -> u64 {
        self.members().filter(|member| matches!(member.stage, Stage::Over { .. })).count() as u64
    }

    pub(in crate::campaign::tests) fn ends(&self) -> &[Vec<Outcome>] {
        &self.ends
    }

    /// Nothing of what has happened is heard, and that is told.
    pub(in crate::campaign::tests) fn misses(&mut self) {
        self.heard.clear();
        self.event(Event::Missed);
    }

    /// Devices whose queues were found full.
    pub(in crate::campaign::tests) fn held(&self) -> usize {
        self.course.as_ref().map_or(0, |course| course.held)
    }

    /// Exchanges that have not ended, and those that have and whose devices are not done.
    pub(in crate::campaign::tests) fn open(&self) -> usize {
        self.exchanges.values().filter(|own| own.ended.is_none()).count()
    }

    pub(in crate::campaign::tests) fn unread(&self) -> usize {
        self.exchanges.values().filter(|own| own.ended.is_some()).count()
    }

    pub(in crate::campaign::tests) fn now(&self) -> Time {
        self.now
    }

    pub(in crate::campaign::tests) fn is_gone(&self) -> bool {
        self.gone && self.members.is_empty()
    }

    pub(in crate::campaign::tests) fn each_at_most_once(&self) {
        let mut seen = std::collections::HashSet::new();
        for Made { exchange, device, probe, .. } in &self.made {
            assert!(seen.insert((device, probe)), "{device} got another exchange: {exchange}");
        }
    }

    /// When exchanges were asked for that came to be, and whether they are updates.
    pub(in crate::campaign::tests) fn asked(&self) -> Vec<(Time, bool)> {
        let mut asked: Vec<_> = self.made.iter().map(|made| (made.asked_at, !made.probe)).collect();
        asked.sort();
        asked
    }

    /// No minute has more exchanges than the pace allows.
    pub(in crate::campaign::tests) fn is_never_too_fast(&self) {
        let most = u64::from(self.campaign().pace.per_minute);
        let asked = self.asked();
        for (at, (first, _)) in asked.iter().enumerate() {
            let minute = asked[at..].iter().take_while(|(time, _)| time.since(*first) < MINUTE).count() as u64;
            assert!(minute <= most, "{minute} in a minute of {most}");
        }
    }

    /// Every device was served once, all is told as it was, and never faster than was allowed.
    pub(in crate::campaign::tests) fn is_whole(&mut self) {
        self.is_whole_but_for_its_pace();
        self.is_never_too_fast();
    }

    /// The same where the pace was another one before.
    pub(in crate::campaign::tests) fn is_whole_but_for_its_pace(&mut self) {
        self.each_at_most_once();
        let mut tally = Tally::default();
        for member in self.members.values() {
            tally.add(&member.stage);
            let Stage::Over { exchange: Some(exchange), outcome, .. } = &member.stage else { panic!("{member:?}") };
            let own = &self.exchanges[exchange];
            assert_eq!((&own.device, own.probe), (&member.device, false));
            assert_eq!(own.ended.as_ref().map(|ended| ended.outcome), Some(*outcome));
        }
        assert_eq!(tally.done, self.plan.devices);
        let told = self.tally();
        assert_eq!(Tally { quiet_until: None, next_begin: None, ..told }, tally);
    }
}
