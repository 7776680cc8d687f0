//! One campaign as a whole: what it knows, and what comes next.
//!
//! At most one commit and one reading are on their way; whatever else is to be written or read is gathered meanwhile. Called by `serve`.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use crate::desk::record::campaign::{Campaign, CampaignState, Member};
use crate::desk::record::{AuditEvent, Change, OURSELVES};
use crate::limits;
use crate::words::{ExchangeId, Time};

use super::devices::Under;
use super::doubts::Find;
use super::event::{Act, Answer, Event, Reading, Ticket, Which, Wish};
use super::judge::Judged;
use super::pace::{self, Bucket};
use super::tally::Tally;
use super::wishes::Ordered;

/// Draws names of exchanges that no exchange has had.
pub type Draw<'d> = &'d mut dyn FnMut() -> ExchangeId;

/// One campaign.
pub struct Course {
    pub(super) campaign: Campaign,
    pub(super) tally: Tally,
    pub(super) judged: Judged,
    /// Up to where the list was counted; `None`: to its end.
    pub(super) counted: Option<u64>,
    /// Why it stops by itself.
    pub(super) stops: Option<String>,
    /// Devices under way whose exchanges were not asked for yet.
    pub(super) unasked: usize,
    /// Those for whom as many exchanges wait as may.
    pub(super) held: usize,
    pub(super) bucket: Bucket,
    /// The next of those that wait.
    pub(super) page: VecDeque<Member>,
    /// The last place that was looked at for them; `None`: the list is at its end.
    pub(super) read_to: Option<u64>,
    /// Devices under way, by their exchanges.
    pub(super) under: HashMap<ExchangeId, Under>,
    /// When something is due for one of them.
    pub(super) due: BTreeSet<(Time, ExchangeId)>,
    /// Those whose exchanges are asked for when their turns come, and since when they wait.
    pub(super) turns: BTreeSet<(Time, ExchangeId)>,
    /// The same for those that were asked what they support and are to get their keys; their exchanges have no names yet.
    pub(super) fit: BTreeSet<(Time, ExchangeId)>,
    /// Those whose exchanges are to be looked at.
    pub(super) looks: BTreeSet<ExchangeId>,
    /// Questions to desks that are not answered.
    pub(super) asked: usize,
    /// Devices that are done and may have ended otherwise, and those of them that are being looked for.
    pub(super) finds: BTreeSet<Find>,
    pub(super) finding: Vec<Find>,
    /// Up to where devices whose ends may become others were looked at again, while they are.
    pub(super) recheck: Option<u64>,
    /// What was written of devices since the last reading of such began.
    pub(super) written_since: BTreeMap<u64, Member>,
    pub(super) wishes: VecDeque<(Ticket, Wish)>,
    /// For the first of the wishes, which of its devices are in the list.
    pub(super) known: Option<Vec<bool>>,
    /// Devices that have moved on and are to be written.
    pub(super) moved: BTreeMap<u64, Member>,
    pub(super) writing: Option<Writing>,
    pub(super) reading: Option<Reading>,
    /// Nothing is written or read before these.
    pub(super) write_at: Time,
    pub(super) read_at: Time,
}

/// What is on its way to the store.
pub(super) enum Writing {
    /// Devices.
    Moved(BTreeMap<u64, Member>),
    /// What an operator ordered.
    Ordered(Ticket, Ordered),
    /// The campaign, as it is to stand by itself.
    Own(Box<Campaign>),
}

impl Course {
    /// A campaign that is to be made: [`Wish::Create`] comes first.
    pub fn new(campaign: Campaign, now: Time) -> Self {
        Self {
            bucket: Bucket::of(1, now),
            campaign,
            tally: Tally::default(),
            judged: Judged::default(),
            counted: None,
            stops: None,
            unasked: 0,
            held: 0,
            page: VecDeque::new(),
            read_to: Some(0),
            under: HashMap::new(),
            due: BTreeSet::new(),
            turns: BTreeSet::new(),
            fit: BTreeSet::new(),
            looks: BTreeSet::new(),
            asked: 0,
            finds: BTreeSet::new(),
            finding: Vec::new(),
            recheck: None,
            written_since: BTreeMap::new(),
            wishes: VecDeque::new(),
            known: None,
            moved: BTreeMap::new(),
            writing: None,
            reading: None,
            write_at: Time(0),
            read_at: Time(0),
        }
    }

    /// A campaign that an earlier process left.
    pub fn resumed(campaign: Campaign, now: Time) -> Self {
        // A clock that was ahead and has been set right: what ends from now on does so after the last change all the same.
        let campaign = Campaign { changed: campaign.changed.min(now), ..campaign };
        // What was begun with just before the process ended is not known: a minute must not have more for that.
        Self { bucket: Bucket::of(0, now), counted: Some(0), ..Self::new(campaign, now) }
    }

    /// As it stands, durably.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// Takes what happened, says what to do.
    pub fn handle(&mut self, now: Time, event: Event, draw: Draw<'_>) -> Vec<Act> {
        let mut out = Vec::new();
        match event {
            Event::Wish(ticket, wish) => self.wish(ticket, wish, &mut out),
            Event::Durable => self.durable(now, &mut out),
            Event::Refused => self.refused(now, &mut out),
            Event::Members(members, next) => self.members(now, members, next),
            Event::Known(known) => {
                self.reading = None;
                self.known = Some(known);
            }
            Event::Seen(seen) => self.seen(now, seen, &mut out),
            Event::Found(found) => self.found(now, found),
            Event::Unread => {
                if let Some(reading) = self.reading.take() {
                    self.unread(reading);
                }
                self.read_at = now.plus(limits::CAMPAIGN_AGAIN_MS);
            }
            Event::Said(exchange, said) => self.said(now, exchange, said),
            Event::Happened(device, exchange) => self.happened(now, device, exchange),
            Event::Missed => self.missed(),
            Event::Timer => {}
        }
        self.go_on(now, draw, &mut out);
        out
    }

    /// The next moment at which [`Event::Timer`] is due, seen from `now`.
    pub fn deadline(&self, now: Time) -> Option<Time> {
        let due = self.due.first().map(|(time, _)| *time);
        let later = |time: Time| Some(time).filter(|time| *time > now);
        let quiet_end = self.quiet_until(now).filter(|_| self.waits() || !self.turns.is_empty());
        let asks = !self.turns.is_empty() && self.asked < limits::CAMPAIGN_ASKS && self.may_begin(now);
        let begins = self.writing.is_none() && self.can_begin(now);
        let turn = (asks || begins).then(|| self.bucket.next(&self.campaign.pace));
        let find = self.finds.first().map(|find| find.at);
        let times =
            [due, later(self.write_at), later(self.read_at), quiet_end, turn.and_then(later), find.and_then(later)];
        times.into_iter().flatten().min()
    }

    fn go_on(&mut self, now: Time, draw: Draw<'_>, out: &mut Vec<Act>) {
        let judges = self.writing.is_none() && self.counted.is_none() && self.stops.is_none();
        if judges && self.campaign.state == CampaignState::Running {
            self.stops = self.judged.verdict(self.campaign.stop);
        }
        self.do_due(now);
        self.take_turns(now, out);
        while self.writing.is_none() && self.write_at <= now && self.write(now, draw, out) {}
        if self.reading.is_none() && self.read_at <= now {
            self.reading = self.next_reading(now);
            if let Some(reading) = &self.reading {
                // One of which something is heard while it is read is to be looked at again.
                match reading {
                    Reading::Exchanges(exchanges) => {
                        for exchange in exchanges {
                            self.looks.remove(exchange);
                        }
                    }
                    Reading::Devices(_) => {
                        self.finding = self.due_finds(now).cloned().collect();
                        for find in &self.finding {
                            self.finds.remove(find);
                        }
                    }
                    Reading::Members(..) | Reading::Known(_) => {}
                }
                self.written_since.clear();
                out.push(Act::Read(reading.clone()));
            }
        }
    }

    /// Begins a commit if there is one to make, or answers a wish without one; whether something was done.
    fn write(&mut self, now: Time, draw: Draw<'_>, out: &mut Vec<Act>) -> bool {
        if self.counted.is_some() {
            return false;
        }
        if self.grant(now, out) {
            return true;
        }
        self.begin(now, draw);
        if !self.moved.is_empty() {
            let rest = match self.moved.keys().nth(limits::CAMPAIGN_BATCH) {
                Some(&place) => self.moved.split_off(&place),
                None => BTreeMap::new(),
            };
            let moved = std::mem::replace(&mut self.moved, rest);
            let members = moved.values().cloned().collect();
            out.push(Act::Commit(vec![Change::Members(self.campaign.name.clone(), members)]));
            self.writing = Some(Writing::Moved(moved));
            return true;
        }
        // What speaks for it is durable by now.
        if let Some(why) = self.stops.clone() {
            self.stand(now, CampaignState::Stopped, "campaign.stop", Some(why), out);
            return true;
        }
        if self.campaign.state == CampaignState::Running && self.tally.waiting == 0 && self.under.is_empty() {
            self.stand(now, CampaignState::Done, "campaign.done", None, out);
            return true;
        }
        false
    }

    /// The campaign is to stand elsewhere, by itself.
    fn stand(&mut self, now: Time, state: CampaignState, action: &str, why: Option<String>, out: &mut Vec<Act>) {
        let detail = why.clone().unwrap_or_default();
        let campaign = Campaign { state, why, changed: now, ..self.campaign.clone() };
        let event = self.audit(now, OURSELVES, action, detail);
        out.push(Act::Commit(vec![Change::Campaign(Box::new(campaign.clone())), event]));
        self.writing = Some(Writing::Own(Box::new(campaign)));
    }

    fn durable(&mut self, now: Time, out: &mut Vec<Act>) {
        match self.writing.take() {
            Some(Writing::Moved(moved)) => self.moved_durable(now, moved, out),
            Some(Writing::Ordered(ticket, ordered)) => self.ordered_durable(now, ticket, ordered, out),
            Some(Writing::Own(campaign)) => {
                self.stands(now, *campaign);
            }
            None => {}
        }
    }

    fn refused(&mut self, now: Time, out: &mut Vec<Act>) {
        self.write_at = now.plus(limits::CAMPAIGN_AGAIN_MS);
        match self.writing.take() {
            Some(Writing::Moved(moved)) => {
                for (place, member) in moved {
                    self.moved.entry(place).or_insert(member);
                }
            }
            Some(Writing::Ordered(ticket, ordered)) => {
                out.push(Act::Answer(ticket, Answer::Refused(super::Refusal::Full)));
                if matches!(ordered, Ordered::Made) {
                    self.go(out);
                }
            }
            Some(Writing::Own(_)) | None => {}
        }
    }

    /// The campaign stands so now.
    pub(super) fn stands(&mut self, now: Time, campaign: Campaign) {
        if campaign.state != self.campaign.state {
            self.judged = Judged::default();
        }
        // By its rule as it is now, it may not stop.
        self.stops = None;
        self.campaign = campaign;
        if self.campaign.state == CampaignState::Cancelled {
            self.cancel_all(now);
        }
    }

    /// What is read next.
    fn next_reading(&self, now: Time) -> Option<Reading> {
        if let Some(after) = self.counted {
            return Some(Reading::Members(Which::All, after));
        }
        // Who is on the way into the list is not in it yet.
        let adds = self.wishes.front().filter(|_| self.writing.is_none() && self.known.is_none());
        if let Some((_, Wish::Add(devices, _))) = adds {
            return Some(Reading::Known(devices.clone()));
        }
        let runs = self.campaign.state == CampaignState::Running;
        let waiting = self.read_to.filter(|_| runs).map(|after| Reading::Members(Which::Waiting, after));
        if self.page.is_empty() && waiting.is_some() {
            return waiting;
        }
        if !self.looks.is_empty() {
            return Some(Reading::Exchanges(self.looks.iter().take(limits::CAMPAIGN_LOOKS).copied().collect()));
        }
        let devices: BTreeSet<_> = self.due_finds(now).map(|find| find.device.clone()).collect();
        if !devices.is_empty() {
            return Some(Reading::Devices(devices.into_iter().collect()));
        }
        if let Some(after) = self.recheck.filter(|_| self.finds.len() < limits::CAMPAIGN_PAGE) {
            return Some(Reading::Members(Which::Unsettled, after));
        }
        waiting.filter(|_| self.page.len() < limits::CAMPAIGN_PAGE / 2)
    }

    /// What a reading of devices brought.
    fn members(&mut self, now: Time, members: Vec<Member>, next: Option<u64>) {
        let Some(Reading::Members(which, _)) = self.reading.take() else { return };
        match which {
            Which::All => self.count(now, members, next),
            Which::Waiting => {
                self.page.extend(members);
                self.read_to = next;
            }
            Which::Unsettled => {
                self.finds.extend(members.into_iter().map(|member| Find::of(now, member.device)));
                self.recheck = next;
            }
        }
    }

    /// A device that is on its way to the store.
    pub(super) fn on_its_way(&self, place: u64) -> Option<&Member> {
        match &self.writing {
            Some(Writing::Moved(moved)) => moved.get(&place),
            _ => None,
        }
    }

    fn unread(&mut self, reading: Reading) {
        // What was to be read is still known to be, but for what was taken out to be read.
        if let Reading::Exchanges(exchanges) = reading {
            self.looks.extend(exchanges.into_iter().filter(|exchange| self.under.contains_key(exchange)));
        }
        self.finds.extend(std::mem::take(&mut self.finding));
    }

    /// Whether devices may be begun with at this time, as far as state and hours are concerned.
    pub(super) fn may_begin(&self, now: Time) -> bool {
        let runs = self.campaign.state == CampaignState::Running && self.stops.is_none();
        runs && self.counted.is_none() && pace::quiet_until(&self.campaign.pace, now).is_none()
    }

    /// Whether another exchange could be named, but for the pace. Not while those before it were not asked for, for want of room or of turns.
    pub(super) fn can_begin(&self, now: Time) -> bool {
        let is_one = !self.fit.is_empty() || (!self.page.is_empty() && self.room() > 0);
        is_one && self.unasked == 0 && self.may_begin(now)
    }

    /// So many more devices may be under way.
    pub(super) fn room(&self) -> usize {
        (self.campaign.pace.at_once as usize).saturating_sub(self.under.len())
    }

    /// Whether a device waits for its turn; those apart that are asked for again because their own queues were full.
    pub(super) fn waits(&self) -> bool {
        self.tally.waiting > 0 || self.unasked > 0 || !self.fit.is_empty()
    }

    pub(super) fn quiet_until(&self, now: Time) -> Option<Time> {
        let runs = self.campaign.state == CampaignState::Running;
        pace::quiet_until(&self.campaign.pace, now).filter(|_| runs)
    }

    pub(super) fn audit(&self, at: Time, actor: &str, action: &str, detail: String) -> Change {
        let (actor, action, subject) = (actor.to_owned(), action.to_owned(), self.campaign.name.to_string());
        Change::Audit(Box::new(AuditEvent { at, actor, action, subject, detail }))
    }
}
