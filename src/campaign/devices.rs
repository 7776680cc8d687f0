//! From a device's turn to its end.
//!
//! A device that is begun with has the name of its exchange in its record, durably, before the exchange is asked for. What the desk says is
//! believed as far as "there is room" goes; whether an exchange has ended, and how, is read from the store, whatever was heard. Called
//! by [`super::course`].

use std::collections::BTreeMap;

use crate::desk::Said;
use crate::desk::record::campaign::{CampaignState, Member, Stage};
use crate::desk::record::{Ended, Origin, Start};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, Time};

use super::course::{Course, Draw};
use super::event::{Act, Seen};

/// A device under way.
pub(super) struct Under {
    pub(super) member: Member,
    phase: Phase,
    /// How often its desk had no room, or itself.
    tries: u32,
    /// How often its exchange was looked at since it was heard to end, or may have been; `None`: it was not.
    heard: Option<u32>,
    /// Whether it has a turn of which it is not known what came.
    turn: bool,
    due: Option<Time>,
    /// Since when it waits for a turn.
    since: Option<Time>,
}

/// Where a device under way stands, beyond what its record says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// The name of its exchange is on its way to the store.
    Kept,
    /// Its exchange is to be asked for when its turn comes.
    Wanted,
    /// As many exchanges wait for the device as may: its own is to be asked for again, and nobody else waits for that.
    Held,
    /// Its desk is asked for it.
    Asked,
    /// Its desk is asked to take it back.
    TakenBack,
    /// Its exchange is there, as far as is known.
    There,
    /// It was asked what it supports, and is to get its key when its turn comes.
    Fit,
}

impl Phase {
    /// Whether its exchange was not asked for yet.
    fn is_unasked(self) -> bool {
        matches!(self, Self::Kept | Self::Wanted)
    }
}

impl Under {
    fn new(member: Member, phase: Phase) -> Self {
        Self { member, phase, tries: 0, heard: None, turn: false, due: None, since: None }
    }

    /// There was no room for it once more: how long it waits now, `most` at most.
    fn pause(&mut self, most: u64) -> u64 {
        self.tries += 1;
        (limits::CAMPAIGN_AGAIN_MS << self.tries.min(16)).min(most)
    }
}

impl Course {
    /// Counts devices of the list, as an earlier process left it.
    pub(super) fn count(&mut self, now: Time, members: Vec<Member>, next: Option<u64>) {
        if self.counted == Some(0) {
            self.read_to = None;
        }
        for member in members {
            self.tally.add(&member.stage);
            match &member.stage {
                Stage::Waiting => drop(self.read_to.get_or_insert(member.place.saturating_sub(1))),
                Stage::Probing(exchange) | Stage::Updating(exchange) => {
                    let exchange = *exchange;
                    self.looks.insert(exchange);
                    // Its end may have been heard before this, and may not be durable yet.
                    let under = Under { heard: Some(0), ..Under::new(member, Phase::There) };
                    self.under.insert(exchange, under);
                }
                Stage::Over { outcome, at, .. } if *at >= self.campaign.changed => self.judged.add(*outcome),
                Stage::Over { .. } => {}
            }
        }
        self.counted = next;
        self.bucket.ready(now, &self.campaign.pace);
        if next.is_none() {
            self.recheck_unsettled();
        }
    }

    /// Names exchanges for as many devices as there are turns; they are written next, and take the turns when their exchanges are asked for. Those that
    /// were found fit come first, for what they said of themselves is fresh.
    pub(super) fn begin(&mut self, now: Time, draw: Draw<'_>) {
        if !self.can_begin(now) {
            return;
        }
        let ready = self.bucket.ready(now, &self.campaign.pace) as usize;
        let mut most = ready.min(limits::CAMPAIGN_BATCH.saturating_sub(self.moved.len()));
        while most > 0
            && let Some((_, probe)) = self.fit.pop_first()
        {
            if let Some(Under { member, .. }) = self.forget(probe) {
                self.moves(member, Stage::Updating(draw()));
                most -= 1;
            }
        }
        let new: Vec<Member> = self.page.drain(..most.min(self.room()).min(self.page.len())).collect();
        for member in new {
            let exchange = draw();
            let probes = self.campaign.wanted.probe_first;
            self.moves(member, if probes { Stage::Probing(exchange) } else { Stage::Updating(exchange) });
        }
    }

    /// A device moves on, to an exchange or to its end.
    pub(super) fn moves(&mut self, mut member: Member, stage: Stage) {
        self.tally.remove(&member.stage);
        self.tally.add(&stage);
        member.stage = stage;
        if let Stage::Probing(exchange) | Stage::Updating(exchange) = member.stage {
            self.under.insert(exchange, Under::new(member.clone(), Phase::Kept));
            self.unasked += 1;
        }
        self.moved.insert(member.place, member);
    }

    /// Devices are written: what was named is asked for.
    pub(super) fn moved_durable(&mut self, now: Time, moved: BTreeMap<u64, Member>, out: &mut Vec<Act>) {
        for member in moved.values() {
            match &member.stage {
                Stage::Over { outcome, .. } => out.push(Act::Count(*outcome)),
                stage => {
                    let Some(exchange) = stage.exchange() else { continue };
                    if self.under.get(&exchange).is_some_and(|under| under.phase == Phase::Kept) {
                        self.set(now, exchange, Phase::Wanted, Some(now));
                    }
                }
            }
        }
        if self.reading.is_some() {
            self.written_since.extend(moved);
        }
    }

    /// Sets where a device stands, and when something is due for it. `None` where it needs a turn: it waits for that from now on.
    fn set(&mut self, now: Time, exchange: ExchangeId, phase: Phase, due: Option<Time>) {
        let Some(under) = self.under.get_mut(&exchange) else { return };
        let before = std::mem::replace(&mut under.phase, phase);
        self.unasked += usize::from(phase.is_unasked());
        self.unasked -= usize::from(before.is_unasked());
        self.held += usize::from(phase == Phase::Held);
        self.held -= usize::from(before == Phase::Held);
        if std::mem::take(&mut under.turn) {
            self.bucket.spent();
        }
        let needs_turn = matches!(phase, Phase::Wanted | Phase::Held | Phase::Fit);
        let since = due.is_none().then_some(now).filter(|_| needs_turn);
        let left = (std::mem::replace(&mut under.due, due), std::mem::replace(&mut under.since, since));
        self.leave(exchange, left);
        if let Some(time) = due {
            self.due.insert((time, exchange));
        }
        if let Some(since) = since {
            let waiting = if phase == Phase::Fit { &mut self.fit } else { &mut self.turns };
            waiting.insert((since, exchange));
        }
    }

    /// A device was due, or waited, and is and does no more.
    fn leave(&mut self, exchange: ExchangeId, (due, since): (Option<Time>, Option<Time>)) {
        if let Some(due) = due {
            self.due.remove(&(due, exchange));
        }
        if let Some(since) = since {
            self.turns.remove(&(since, exchange));
            self.fit.remove(&(since, exchange));
        }
    }

    fn forget(&mut self, exchange: ExchangeId) -> Option<Under> {
        let under = self.under.remove(&exchange)?;
        self.unasked -= usize::from(under.phase.is_unasked());
        self.held -= usize::from(under.phase == Phase::Held);
        if under.turn {
            self.bucket.spent();
        }
        self.leave(exchange, (under.due, under.since));
        self.looks.remove(&exchange);
        Some(under)
    }

    /// Does what is due for devices under way.
    pub(super) fn do_due(&mut self, now: Time) {
        while let Some((_, exchange)) = self.due.first().copied().filter(|(time, _)| *time <= now) {
            let Some(under) = self.under.get(&exchange) else {
                self.due.pop_first();
                continue;
            };
            let phase = under.phase;
            let is_unasked = matches!(phase, Phase::Wanted | Phase::Held);
            if is_unasked && self.campaign.state == CampaignState::Cancelled {
                self.end(exchange, None, cancelled(now));
                continue;
            }
            self.set(now, exchange, phase, None);
            if !is_unasked {
                self.looks.insert(exchange);
            }
        }
    }

    /// Asks for as many exchanges as there are turns, for whoever waits longest first.
    pub(super) fn take_turns(&mut self, now: Time, out: &mut Vec<Act>) {
        if !self.may_begin(now) {
            return;
        }
        while self.asked < limits::CAMPAIGN_ASKS
            && let Some((_, exchange)) = self.turns.first().copied()
            && self.bucket.ready(now, &self.campaign.pace) > 0
        {
            let Some(under) = self.under.get(&exchange) else {
                self.turns.pop_first();
                continue;
            };
            let start = self.start(now, exchange, &under.member);
            self.set(now, exchange, Phase::Asked, None);
            self.bucket.take();
            if let Some(under) = self.under.get_mut(&exchange) {
                under.turn = true;
            }
            self.asked += 1;
            out.push(Act::Ask(exchange, Box::new(start)));
        }
    }

    /// What a device's exchange shall be.
    fn start(&self, now: Time, exchange: ExchangeId, member: &Member) -> Start {
        let wanted = &self.campaign.wanted;
        Start {
            id: Some(exchange),
            way: wanted.wishes.way,
            dialect: wanted.wishes.dialect,
            order: wanted.wishes.order,
            kind: wanted.wishes.kind,
            a_key_p_rev: wanted.a_key_p_rev,
            priority: wanted.priority,
            expires: wanted.expires_after.map(|millis| now.plus(millis)),
            probe: matches!(member.stage, Stage::Probing(_)),
            outcome_url: wanted.outcome_url.clone(),
            ..Start::of(member.device.clone(), Origin::Campaign(self.campaign.name.clone()))
        }
    }

    /// What a desk said of an exchange.
    pub(super) fn said(&mut self, now: Time, exchange: ExchangeId, said: Option<Said>) {
        self.asked = self.asked.saturating_sub(1);
        let Some(under) = self.under.get_mut(&exchange) else { return };
        let is_asked = match under.phase {
            Phase::Asked => true,
            Phase::TakenBack => false,
            // Its end was seen before this.
            _ => return,
        };
        let soon = now.plus(limits::CAMPAIGN_AGAIN_MS);
        // Whoever says nothing may yet do it.
        if !matches!(said, Some(Said::Started(_)) | None) && std::mem::take(&mut under.turn) {
            self.bucket.give_back();
        }
        match said {
            Some(Said::Started(_)) if is_asked => {
                under.tries = 0;
                let look = if under.heard.is_some() || self.campaign.state == CampaignState::Cancelled {
                    now
                } else {
                    later(now)
                };
                self.set(now, exchange, Phase::There, Some(look));
            }
            Some(Said::NotFound) if is_asked => {
                let (outcome, cause) = (Outcome::Failed, Some("there is no such subscriber".to_owned()));
                self.end(exchange, None, Ended { outcome, cause, result_code: None, at: now });
            }
            Some(Said::QueueFull) if is_asked => {
                let pause = under.pause(limits::CAMPAIGN_HELD_MOST_MS);
                self.set(now, exchange, Phase::Held, Some(now.plus(pause)));
            }
            Some(Said::Full) if is_asked => {
                let pause = under.pause(limits::CAMPAIGN_AGAIN_MOST_MS);
                self.set(now, exchange, Phase::Wanted, Some(now.plus(pause)));
            }
            // It has been taken back.
            Some(Said::Done) => self.set(now, exchange, Phase::There, Some(now)),
            // It cannot be taken back now.
            Some(Said::Conflict(_)) if !is_asked => self.set(now, exchange, Phase::There, Some(later(now))),
            // Whether it was asked for, or taken back, is not known.
            _ => self.set(now, exchange, Phase::There, Some(soon)),
        }
    }

    /// How exchanges stand.
    pub(super) fn seen(&mut self, now: Time, seen: Vec<(ExchangeId, Seen)>, out: &mut Vec<Act>) {
        self.reading = None;
        for (exchange, seen) in seen {
            let Some(under) = self.under.get_mut(&exchange) else { continue };
            let is_cancelled = self.campaign.state == CampaignState::Cancelled;
            match (under.phase, seen) {
                // It is not there yet, or has been seen to end already.
                (Phase::Kept | Phase::Fit, _)
                | (Phase::Asked | Phase::TakenBack, Seen::Missing | Seen::Open)
                | (Phase::Wanted | Phase::Held, Seen::Missing) => {}
                (_, Seen::Damaged) => {
                    let cause = Some("what is kept of its exchange is damaged".to_owned());
                    let ended = Ended { outcome: Outcome::Failed, cause, result_code: None, at: now };
                    self.end(exchange, Some(exchange), ended);
                }
                (_, Seen::Ended(ended)) => self.exchange_ended(now, exchange, ended),
                // Its end was heard while this was read, so it is there by now: it is looked at once more.
                (Phase::There, Seen::Missing) if self.looks.contains(&exchange) => {}
                (Phase::There, Seen::Missing) => self.set(now, exchange, Phase::Wanted, Some(now)),
                (Phase::There | Phase::Wanted | Phase::Held, Seen::Open)
                    if is_cancelled && self.asked < limits::CAMPAIGN_ASKS =>
                {
                    let device = under.member.device.clone();
                    self.set(now, exchange, Phase::TakenBack, None);
                    self.asked += 1;
                    out.push(Act::Cancel(exchange, device));
                }
                (Phase::There | Phase::Wanted | Phase::Held, Seen::Open) => {
                    let due = match &mut under.heard {
                        Some(looks) => {
                            *looks += 1;
                            let pause = limits::CAMPAIGN_HEARD_MS << (*looks - 1).min(16);
                            now.plus(pause.min(limits::CAMPAIGN_AGAIN_MOST_MS))
                        }
                        None if is_cancelled => now.plus(limits::CAMPAIGN_AGAIN_MS),
                        None => later(now),
                    };
                    self.set(now, exchange, Phase::There, Some(due));
                }
            }
        }
    }

    fn exchange_ended(&mut self, now: Time, exchange: ExchangeId, ended: Ended) {
        let Some(under) = self.under.get(&exchange) else { return };
        let is_probe = matches!(under.member.stage, Stage::Probing(_));
        if !is_probe || ended.outcome != Outcome::Probed {
            // Its doubt may have ended while it was read.
            let again = self.looks.contains(&exchange) && ended.outcome == Outcome::InDoubt;
            let find = again.then(|| under.member.device.clone());
            self.end(exchange, Some(exchange), ended);
            find.into_iter().for_each(|device| self.find(now, device, exchange, 0));
        } else if self.campaign.state == CampaignState::Cancelled {
            self.end(exchange, Some(exchange), cancelled(now));
        } else {
            self.set(now, exchange, Phase::Fit, None);
        }
    }

    /// A device is done.
    fn end(&mut self, exchange: ExchangeId, last: Option<ExchangeId>, ended: Ended) {
        let Some(Under { member, .. }) = self.forget(exchange) else { return };
        let Ended { outcome, cause, result_code, at } = ended;
        if at >= self.campaign.changed {
            self.judged.add(outcome);
        }
        self.moves(member, Stage::Over { exchange: last, outcome, cause, result_code, at });
    }

    /// The campaign is cancelled: exchanges are taken back, and those that were not asked for never are.
    pub(super) fn cancel_all(&mut self, now: Time) {
        let all: Vec<_> = self.under.iter().map(|(exchange, under)| (*exchange, under.phase)).collect();
        for (exchange, phase) in all {
            match phase {
                Phase::Wanted | Phase::Held | Phase::There => self.set(now, exchange, phase, Some(now)),
                Phase::Fit => self.end(exchange, Some(exchange), cancelled(now)),
                Phase::Kept | Phase::Asked | Phase::TakenBack => {}
            }
        }
    }

    /// An exchange has ended, or its doubt has; which of them the store knows.
    pub(super) fn happened(&mut self, now: Time, device: DeviceId, exchange: ExchangeId) {
        if let Some(under) = self.under.get_mut(&exchange) {
            under.heard = Some(0);
            let phase = under.phase;
            // Who did not say in time whether it was asked for has done it: its desk may know it no more, and is not asked again.
            if matches!(phase, Phase::Wanted | Phase::Held) {
                self.set(now, exchange, Phase::There, None);
            }
            self.looks.insert(exchange);
        } else {
            self.find(now, device, exchange, 0);
        }
    }

    /// Something may have happened that was not heard.
    pub(super) fn missed(&mut self) {
        self.looks.extend(self.under.keys());
        self.recheck_unsettled();
    }
}

/// When an exchange is looked at that nothing was heard of.
fn later(now: Time) -> Time {
    now.plus(limits::CAMPAIGN_LOOK_MS)
}

fn cancelled(now: Time) -> Ended {
    Ended { outcome: Outcome::Cancelled, cause: Some("the campaign was cancelled".into()), result_code: None, at: now }
}
