//! Ends that become others later: a doubt is settled, or ended by an exchange that the desk began for that.
//!
//! A device in doubt is not under way. Whatever is heard of it is no more than a hint: its record and its exchanges are read, and the end is what
//! they say together. Called by [`super::course`].

use crate::desk::record::Ended;
use crate::desk::record::campaign::{Member, Stage};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, Time};

use super::course::Course;
use super::event::{Found, Reading};

impl Course {
    /// A device is to be looked for that may have ended otherwise.
    pub(super) fn find(&mut self, device: DeviceId, tries: u32) {
        if self.counted.is_some() {
            // Those in doubt are looked at when all are counted.
        } else if self.finds.len() < limits::CAMPAIGN_PAGE {
            self.finds.push_back((device, tries));
        } else {
            self.recheck = Some(0);
        }
    }

    /// What became of devices that are done.
    pub(super) fn found(&mut self, now: Time, found: Vec<Found>) {
        let Some(Reading::Devices(devices)) = self.reading.take() else { return };
        let looked_for: Vec<_> = self.finds.drain(..devices.len().min(self.finds.len())).collect();
        let mut is_early = false;
        for Found { member, exchanges } in found {
            let tries = looked_for.iter().find(|(device, _)| *device == member.device).map_or(0, |(_, tries)| *tries);
            let member = self.newest(member);
            let Stage::Over { exchange, outcome, at, .. } = member.stage else {
                // Its end is on its way to the store, or it is under way and will be looked at.
                let is_under_way = member.stage.exchange().is_some_and(|own| self.under.contains_key(&own));
                if !is_under_way && tries < limits::CAMPAIGN_FINDS {
                    self.find(member.device, tries + 1);
                    is_early = true;
                }
                continue;
            };
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
        if is_early {
            self.read_at = now.plus(limits::CAMPAIGN_AGAIN_MS);
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
