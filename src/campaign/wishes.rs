//! What operators want of a campaign: one thing after the other, each answered when it is durable.
//!
//! Called by [`super::course`].

use std::collections::HashSet;

use crate::desk::Actor;
use crate::desk::record::Change;
use crate::desk::record::campaign::{Campaign, CampaignState, Member, Pace, Quiet, Stage, StopRule};
use crate::limits;
use crate::words::{DeviceId, Time};

use super::course::{Course, Writing};
use super::event::{Act, Answer, Ticket, Wish};
use super::pace::{Bucket, wrong_pace, wrong_rule};
use super::tally::Tally;
use super::{Added, CampaignOrder, Refusal};

/// What is on its way to the store because an operator wants it.
pub(super) enum Ordered {
    /// The campaign.
    Made,
    /// So many devices more.
    Added(Added),
    /// The campaign, as it shall stand.
    Changed(Box<Campaign>),
    /// That there is none.
    Removed,
}

impl Course {
    pub(super) fn wish(&mut self, ticket: Ticket, wish: Wish, out: &mut Vec<Act>) {
        if self.wishes.len() >= limits::CAMPAIGN_WISHES {
            return out.push(Act::Answer(ticket, Answer::Refused(Refusal::Full)));
        }
        if matches!(&wish, Wish::Add(devices, _) if devices.len() > limits::CAMPAIGN_BATCH) {
            let refusal = Refusal::Conflict("too many devices at one time");
            return out.push(Act::Answer(ticket, Answer::Refused(refusal)));
        }
        self.wishes.push_back((ticket, wish));
    }

    /// Grants the first of the wishes, if there is one and nothing must be read for it; whether something was done.
    pub(super) fn grant(&mut self, now: Time, out: &mut Vec<Act>) -> bool {
        if matches!(self.wishes.front(), Some((_, Wish::Add(..)))) && self.known.is_none() {
            return false;
        }
        let Some((ticket, wish)) = self.wishes.pop_front() else { return false };
        let known = self.known.take().unwrap_or_default();
        let is_making = matches!(wish, Wish::Create);
        let done = match wish {
            Wish::Tally => {
                out.push(Act::Answer(ticket, Answer::Tally(self.told(now))));
                return true;
            }
            Wish::Create => self.create(now),
            Wish::Add(devices, by) => self.add(now, devices, &known, &by),
            Wish::Change(pace, stop, by) => self.change(now, pace, stop, &by),
            Wish::Order(order, by) => self.order(now, order, &by),
        };
        match done {
            Ok((Ordered::Added(added), _)) if added.added == 0 => {
                out.push(Act::Answer(ticket, Answer::Added(added)));
            }
            Ok((ordered, changes)) => {
                out.push(Act::Commit(changes));
                self.writing = Some(Writing::Ordered(ticket, ordered));
            }
            Err(refusal) => {
                out.push(Act::Answer(ticket, Answer::Refused(refusal)));
                if is_making {
                    self.go(out);
                }
            }
        }
        true
    }

    /// How many devices stand where, and when the next has its turn.
    fn told(&mut self, now: Time) -> Tally {
        let quiet_until = self.quiet_until(now);
        let runs = self.campaign.state == CampaignState::Running;
        self.bucket.ready(now, &self.campaign.pace);
        let next = (runs && self.waits()).then(|| self.bucket.next(&self.campaign.pace));
        let next_begin = next.map(|next| quiet_until.map_or(next, |end| end.max(next)));
        let (fit, held, unasked) = (self.fit.len() as u64, self.held as u64, self.unasked as u64);
        Tally { fit, held, unasked, quiet_until, next_begin, ..self.tally }
    }

    fn create(&self, now: Time) -> Result<(Ordered, Vec<Change>), Refusal> {
        let Campaign { name, pace, stop, by, .. } = &self.campaign;
        if !(1..=limits::CAMPAIGN_NAME_OCTETS).contains(&name.len()) {
            return Err(Refusal::Conflict("such a name cannot be"));
        }
        if let Some(why) = wrong_pace(pace).or_else(|| wrong_rule(*stop)) {
            return Err(Refusal::Conflict(why));
        }
        let event = self.audit(now, by, "campaign.create", String::new());
        Ok((Ordered::Made, vec![Change::Campaign(Box::new(self.campaign.clone())), event]))
    }

    fn add(
        &self,
        now: Time,
        devices: Vec<DeviceId>,
        known: &[bool],
        by: &Actor,
    ) -> Result<(Ordered, Vec<Change>), Refusal> {
        if self.campaign.state != CampaignState::Draft {
            return Err(Refusal::Conflict("its list is closed: it has been started"));
        }
        let asked = devices.len() as u64;
        let mut new = HashSet::new();
        let devices: Vec<DeviceId> = devices
            .into_iter()
            .zip(known.iter().copied().chain(std::iter::repeat(false)))
            .filter(|(device, known)| !known && new.insert(device.clone()))
            .map(|(device, _)| device)
            .collect();
        let added = devices.len() as u64;
        if self.campaign.devices + added > limits::CAMPAIGN_DEVICES {
            return Err(Refusal::Conflict("its list is as long as it may be"));
        }
        let places = self.campaign.devices + 1..;
        let waiting = |(place, device)| Member { place, device, stage: Stage::Waiting };
        let members = places.zip(devices).map(waiting).collect();
        let campaign = Campaign { devices: self.campaign.devices + added, ..self.campaign.clone() };
        let event = self.audit(now, by, "campaign.add", format!("{added} devices"));
        let changes =
            vec![Change::Campaign(Box::new(campaign)), Change::Members(self.campaign.name.clone(), members), event];
        Ok((Ordered::Added(Added { added, doubled: asked - added }), changes))
    }

    fn change(
        &self,
        now: Time,
        pace: Option<Pace>,
        stop: Option<StopRule>,
        by: &Actor,
    ) -> Result<(Ordered, Vec<Change>), Refusal> {
        if matches!(self.campaign.state, CampaignState::Done | CampaignState::Cancelled) {
            return Err(Refusal::Conflict("it has ended"));
        }
        let mut campaign = self.campaign.clone();
        let mut detail = Vec::new();
        if let Some(pace) = pace {
            detail.push(format!("{} devices a minute, {} at one time", pace.per_minute, pace.at_once));
            detail.push(pace.quiet.map_or_else(|| "no quiet hours".into(), quiet_hours));
            campaign.pace = pace;
        }
        if let Some(stop) = stop {
            let StopRule { failed_percent, in_doubt_percent, after } = stop;
            detail.push(format!("stops above {failed_percent} % failed, {in_doubt_percent} % in doubt, after {after}"));
            campaign.stop = stop;
        }
        if let Some(why) = wrong_pace(&campaign.pace).or_else(|| wrong_rule(campaign.stop)) {
            return Err(Refusal::Conflict(why));
        }
        let event = self.audit(now, by, "campaign.change", detail.join("; "));
        let changes = vec![Change::Campaign(Box::new(campaign.clone())), event];
        Ok((Ordered::Changed(Box::new(campaign)), changes))
    }

    fn order(&self, now: Time, order: CampaignOrder, by: &Actor) -> Result<(Ordered, Vec<Change>), Refusal> {
        use CampaignState::{Cancelled, Done, Draft, Paused, Running, Stopped};
        let state = match (order, self.campaign.state) {
            (CampaignOrder::Start, Draft) if self.campaign.devices == 0 => {
                return Err(Refusal::Conflict("it has no devices"));
            }
            (CampaignOrder::Start, Draft) | (CampaignOrder::Resume, Paused | Stopped) => Running,
            (CampaignOrder::Pause, Running) => Paused,
            (CampaignOrder::Cancel, Draft | Running | Paused | Stopped) => Cancelled,
            (CampaignOrder::Remove, Draft | Done | Cancelled) => {
                if !self.under.is_empty() || !self.moved.is_empty() {
                    return Err(Refusal::Conflict("devices of it are under way"));
                }
                let event = self.audit(now, by, "campaign.remove", String::new());
                return Ok((Ordered::Removed, vec![Change::RemoveCampaign(self.campaign.name.clone()), event]));
            }
            (CampaignOrder::Start, _) => return Err(Refusal::Conflict("it has been started")),
            (CampaignOrder::Pause, _) => return Err(Refusal::Conflict("it does not run")),
            (CampaignOrder::Resume, _) => return Err(Refusal::Conflict("it is neither paused nor stopped")),
            (CampaignOrder::Cancel, _) => return Err(Refusal::Conflict("it has ended")),
            (CampaignOrder::Remove, _) => return Err(Refusal::Conflict("it has not ended: cancel it first")),
        };
        let campaign = Campaign { state, changed: now, why: None, ..self.campaign.clone() };
        let event = self.audit(now, by, &format!("campaign.{order}"), String::new());
        let changes = vec![Change::Campaign(Box::new(campaign.clone())), event];
        Ok((Ordered::Changed(Box::new(campaign)), changes))
    }

    /// What an operator wanted is durable.
    pub(super) fn ordered_durable(&mut self, now: Time, ticket: Ticket, ordered: Ordered, out: &mut Vec<Act>) {
        let answer = match ordered {
            Ordered::Made => Answer::Stands(Box::new(self.campaign.clone())),
            Ordered::Added(added) => {
                self.campaign.devices += added.added;
                self.tally.waiting += added.added;
                self.read_to.get_or_insert(0);
                Answer::Added(added)
            }
            Ordered::Changed(campaign) => {
                if self.campaign.state == CampaignState::Draft && campaign.state == CampaignState::Running {
                    self.bucket = Bucket::of(1, now);
                }
                self.stands(now, *campaign);
                Answer::Stands(Box::new(self.campaign.clone()))
            }
            Ordered::Removed => {
                // Once it is gone nobody answers for it.
                out.push(Act::Answer(ticket, Answer::Stands(Box::new(self.campaign.clone()))));
                return self.go(out);
            }
        };
        out.push(Act::Answer(ticket, answer));
    }

    /// It is no more: whoever still waits hears so.
    pub(super) fn go(&mut self, out: &mut Vec<Act>) {
        let waiting = self.wishes.drain(..).map(|(ticket, _)| Act::Answer(ticket, Answer::Refused(Refusal::Missing)));
        out.extend(waiting);
        out.push(Act::Gone);
    }
}

/// Quiet hours, as the audit trail tells them.
fn quiet_hours(Quiet { from, to, utc_offset }: Quiet) -> String {
    let hour = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    format!("quiet from {} to {}, {utc_offset:+} minutes from UTC", hour(from), hour(to))
}
