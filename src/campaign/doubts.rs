//! Ends that become others later: a doubt is settled, or ended by an exchange that the desk began for that.
//!
//! A device in doubt is not under way. Whatever is heard of it is no more than a hint: its record and its exchanges are read, and the end is what
//! they say together. Called by [`super::course`].

use crate::desk::record::Ended;
use crate::desk::record::campaign::{Member, Stage};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, Time};

use super::course::Course;
use super::event::Found;

/// A device that is done and may have ended otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Find {
    /// When it is looked for.
    pub(super) at: Time,
    pub(super) device: DeviceId,
    /// The exchange whose end was heard, and how often that was not in the store; `None`: nothing was heard.
    heard: Option<(ExchangeId, u32)>,
}

impl Find {
    /// One of which nothing was heard.
    pub(super) fn of(at: Time, device: DeviceId) -> Self {
        Self { at, device, heard: None }
    }
}

impl Course {
    /// A device is to be looked for: an end of an exchange of it was heard, and so often was not in the store.
    pub(super) fn find(&mut self, now: Time, device: DeviceId, exchange: ExchangeId, tries: u32) {
        if self.counted.is_some() {
            // Those that may have ended otherwise are looked at when all are counted.
        } else if self.finds.len() < limits::CAMPAIGN_PAGE {
            let pause = |tries: u32| limits::CAMPAIGN_HEARD_MS << tries.min(16);
            let pause = tries.checked_sub(1).map_or(0, pause).min(limits::CAMPAIGN_AGAIN_MOST_MS);
            self.finds.insert(Find { at: now.plus(pause), device, heard: Some((exchange, tries)) });
        } else {
            self.recheck = Some(0);
        }
    }

    /// All that may have ended otherwise are to be looked for, if there are any.
    pub(super) fn recheck_unsettled(&mut self) {
        let is_one = [Outcome::InDoubt, Outcome::AcFailed].iter().any(|outcome| self.tally.outcomes.get(*outcome) > 0);
        self.recheck = is_one.then_some(0).or(self.recheck);
    }

    /// Those that are to be looked for now.
    pub(super) fn due_finds(&self, now: Time) -> impl Iterator<Item = &Find> {
        self.finds.iter().take_while(move |find| find.at <= now).take(limits::CAMPAIGN_LOOKS)
    }

    /// What became of devices that are done.
    pub(super) fn found(&mut self, now: Time, found: Vec<Found>) {
        self.reading = None;
        let finding = std::mem::take(&mut self.finding);
        for Found { member, exchanges } in found {
            let member = self.newest(member);
            let is_under_way = member.stage.exchange().is_some_and(|own| self.under.contains_key(&own));
            let is_told = |exchange: ExchangeId| {
                let over = |ended: &Ended| ended.outcome != Outcome::InDoubt;
                exchanges.iter().any(|(own, ended)| *own == exchange && ended.as_ref().is_some_and(over))
            };
            // What is under way will be looked at; else the store may not say yet what was heard.
            for find in finding.iter().filter(|find| find.device == member.device && !is_under_way) {
                let Some((exchange, tries)) = find.heard else { continue };
                if !is_told(exchange) && tries < limits::CAMPAIGN_FINDS {
                    self.find(now, find.device.clone(), exchange, tries + 1);
                }
            }
            let Stage::Over { exchange, outcome, at, .. } = member.stage else { continue };
            let Some((last, ended)) = verdict(exchanges) else { continue };
            if (Some(last), ended.outcome) == (exchange, outcome) {
                continue;
            }
            let since = self.campaign.changed;
            if at >= since {
                self.judged.remove(outcome);
            }
            if ended.at >= since {
                self.judged.add(ended.outcome);
            }
            let Ended { outcome, cause, result_code, at } = ended;
            self.moves(member, Stage::Over { exchange: Some(last), outcome, cause, result_code, at });
        }
    }

    /// A device as it is known here, if it was written or is to be since it was read.
    fn newest(&self, read: Member) -> Member {
        let place = read.place;
        let written = self.written_since.get(&place);
        self.moved.get(&place).or_else(|| self.on_its_way(place)).or(written).cloned().unwrap_or(read)
    }
}

/// How a device's updates have ended, the youngest of them first: one that is under way may yet end a doubt; else what has updated counts before
/// what is in doubt, and that before the rest. `None`: not yet.
fn verdict(exchanges: Vec<(ExchangeId, Option<Ended>)>) -> Option<(ExchangeId, Ended)> {
    let ended: Vec<_> =
        exchanges.into_iter().map(|(exchange, ended)| ended.map(|ended| (exchange, ended))).collect::<Option<_>>()?;
    let rank = |(_, ended): &(ExchangeId, Ended)| match ended.outcome {
        Outcome::Updated => 0,
        Outcome::InDoubt => 1,
        _ => 2,
    };
    ended.into_iter().min_by_key(rank)
}
