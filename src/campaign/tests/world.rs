//! A store, desks and handsets for one campaign, in random order from a seed.

mod look;
mod plan;
mod trouble;

use std::collections::{BTreeMap, HashMap, VecDeque};

use crate::campaign::{Act, Answer, CampaignOrder, Course, Event, Found, Reading, Seen, Tally, Ticket, Wish, pace};
use crate::desk::Said;
use crate::desk::record::campaign::{Campaign, CampaignState, Member, Stage, Wanted};
use crate::desk::record::{Change, Ended, Start};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, Time};

pub(super) use plan::Plan;

pub(super) const MINUTE: u64 = 60_000;
/// Devices that are read at one time.
const PART: usize = 7;

struct Exchange {
    device: DeviceId,
    probe: bool,
    ended: Option<Ended>,
    created: Time,
    /// Whether the store has it.
    durable: bool,
}

struct Made {
    exchange: ExchangeId,
    device: DeviceId,
    probe: bool,
    asked_at: Time,
}

pub(super) struct World {
    plan: Plan,
    random: u64,
    now: Time,
    course: Option<Course>,
    campaign: Option<Campaign>,
    members: BTreeMap<u64, Member>,
    /// Exchanges that desks have.
    exchanges: HashMap<ExchangeId, Exchange>,
    /// Every exchange that ever came to be, in its order, and when it was asked for.
    made: Vec<Made>,
    /// On their way.
    commit: Option<Vec<Change>>,
    reading: Option<Reading>,
    asks: VecDeque<(ExchangeId, Option<Box<Start>>, DeviceId)>,
    asked_at: HashMap<ExchangeId, Time>,
    /// Exchanges that are on their way to the store, and whether somebody still waits for that.
    arriving: Vec<(ExchangeId, bool)>,
    heard: VecDeque<(DeviceId, ExchangeId)>,
    answers: HashMap<Ticket, Answer>,
    last_ticket: u64,
    last_exchange: u64,
    /// In which order devices were done, those of each commit together.
    ends: Vec<Vec<Outcome>>,
    gone: bool,
}

impl World {
    pub(super) fn new(plan: Plan) -> Self {
        let mut pace = plan.pace.clone();
        if plan.at_once > 0 {
            pace.at_once = plan.at_once;
        }
        let now = Time(1_800_000_000_000);
        let campaign = Campaign {
            name: "spring".into(),
            by: "op".into(),
            created: now,
            changed: now,
            wanted: Wanted { probe_first: plan.probe_first, ..Wanted::default() },
            pace,
            stop: plan.stop,
            state: CampaignState::Draft,
            why: None,
            devices: 0,
        };
        let mut world = Self {
            random: plan.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            plan,
            now,
            course: Some(Course::new(campaign, now)),
            campaign: None,
            members: BTreeMap::new(),
            exchanges: HashMap::new(),
            made: Vec::new(),
            commit: None,
            reading: None,
            asks: VecDeque::new(),
            asked_at: HashMap::new(),
            arriving: Vec::new(),
            heard: VecDeque::new(),
            answers: HashMap::new(),
            last_ticket: 0,
            last_exchange: 0,
            ends: Vec::new(),
            gone: false,
        };
        let crashes = std::mem::take(&mut world.plan.crashes);
        assert!(matches!(world.wish(Wish::Create), Answer::Stands(_)));
        let devices: Vec<_> = (0..world.plan.devices).map(device).collect();
        for batch in devices.chunks(limits::CAMPAIGN_BATCH) {
            let twice = batch.iter().chain(batch.first()).take(limits::CAMPAIGN_BATCH).cloned().collect();
            let Answer::Added(added) = world.wish(Wish::Add(twice, "op".into())) else { panic!() };
            assert_eq!((added.added, added.doubled), (batch.len() as u64, 1));
        }
        let Answer::Added(added) = world.wish(Wish::Add(vec![device(0)], "op".into())) else { panic!() };
        assert_eq!((added.added, added.doubled), (0, 1));
        world.order(CampaignOrder::Start);
        world.plan.crashes = crashes;
        world
    }

    fn below(&mut self, end: u64) -> u64 {
        self.random ^= self.random >> 12;
        self.random ^= self.random << 25;
        self.random ^= self.random >> 27;
        self.random.wrapping_mul(0x2545_f491_4f6c_dd1d) % end
    }

    fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < u64::from(percent)
    }

    fn event(&mut self, event: Event) {
        let Some(course) = &mut self.course else { return };
        let last = &mut self.last_exchange;
        let acts = course.handle(self.now, event, &mut || {
            *last += 1;
            ExchangeId(last.wrapping_mul(0x9e37_79b9_7f4a_7c15))
        });
        for act in acts {
            self.act(act);
        }
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Commit(changes) => {
                assert!(self.commit.is_none(), "one commit at a time");
                assert!(!changes.is_empty());
                let quiet = self.campaign.as_ref().and_then(|campaign| pace::quiet_until(&campaign.pace, self.now));
                for change in &changes {
                    let Change::Members(_, members) = change else { continue };
                    assert!(members.len() <= limits::CAMPAIGN_BATCH);
                    for member in members {
                        let before = self.members.get(&member.place).map(|before| &before.stage);
                        if before == Some(&Stage::Waiting)
                            && matches!(member.stage, Stage::Probing(_) | Stage::Updating(_))
                        {
                            assert_eq!(quiet, None, "begun with in a quiet hour");
                        }
                    }
                }
                self.commit = Some(changes);
            }
            Act::Read(reading) => {
                assert!(self.reading.is_none(), "one reading at a time");
                self.reading = Some(reading);
            }
            Act::Ask(exchange, start) => {
                assert_eq!(start.id, Some(exchange));
                let kept = self.members.values().find(|member| member.device == start.device).unwrap();
                let expected = if start.probe { Stage::Probing(exchange) } else { Stage::Updating(exchange) };
                assert_eq!(kept.stage, expected, "its name is durable before it is asked for");
                assert_eq!(pace::quiet_until(&self.campaign().pace, self.now), None, "asked for in a quiet hour");
                assert_eq!(self.state(), CampaignState::Running, "asked for while it does not run");
                let device = start.device.clone();
                self.asked_at.insert(exchange, self.now);
                self.asks.push_back((exchange, Some(start), device));
                assert!(self.asks.len() <= limits::CAMPAIGN_ASKS);
            }
            Act::Cancel(exchange, device) => self.asks.push_back((exchange, None, device)),
            Act::Answer(ticket, answer) => drop(self.answers.insert(ticket, answer)),
            Act::Count(outcome) => {
                let _ = outcome;
            }
            Act::Gone => self.gone = true,
        }
    }

    fn make_durable(&mut self, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::Campaign(campaign) => self.campaign = Some(*campaign),
                Change::Members(_, members) => {
                    self.ends.push(Vec::new());
                    for member in members {
                        let before = self.members.get(&member.place);
                        assert!(before.is_none_or(|before| before.device == member.device));
                        if let Stage::Over { outcome, .. } = member.stage
                            && !matches!(before.unwrap().stage, Stage::Over { .. })
                        {
                            self.ends.last_mut().unwrap().push(outcome);
                        }
                        self.members.insert(member.place, member);
                    }
                }
                Change::RemoveCampaign(_) => self.members.clear(),
                Change::Audit(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }

    fn commit_ends(&mut self) {
        let Some(changes) = self.commit.take() else { return };
        if self.plan.crashes && self.percent(5) {
            return self.event(Event::Refused);
        }
        self.make_durable(changes);
        self.event(Event::Durable);
    }

    fn read(&mut self) {
        let Some(reading) = self.reading.take() else { return };
        if self.plan.crashes && self.percent(5) {
            return self.event(Event::Unread);
        }
        let event = match reading {
            Reading::Members(which, after) => {
                let fits = |member: &Member| which.fits(&member.stage);
                let part: Vec<_> = self.members.range(after + 1..).map(|(_, member)| member).take(PART).collect();
                let next = part.last().map(|last| last.place).filter(|_| part.len() == PART);
                Event::Members(part.into_iter().filter(|member| fits(member)).cloned().collect(), next)
            }
            Reading::Known(devices) => {
                let known = |device: &DeviceId| self.members.values().any(|member| member.device == *device);
                Event::Known(devices.iter().map(known).collect())
            }
            Reading::Exchanges(exchanges) => {
                let seen = |exchange: ExchangeId| match self.exchanges.get(&exchange) {
                    None | Some(Exchange { durable: false, .. }) => Seen::Missing,
                    Some(Exchange { ended: None, .. }) => Seen::Open,
                    Some(Exchange { ended: Some(ended), .. }) => Seen::Ended(ended.clone()),
                };
                Event::Seen(exchanges.into_iter().map(|exchange| (exchange, seen(exchange))).collect())
            }
            Reading::Devices(devices) => {
                let found = |device: &DeviceId| {
                    let member = self.members.values().find(|member| member.device == *device)?.clone();
                    let mut exchanges: Vec<_> =
                        self.exchanges.iter().filter(|(_, own)| own.device == *device && !own.probe).collect();
                    exchanges.sort_by_key(|(_, own)| std::cmp::Reverse(own.created));
                    let exchanges =
                        exchanges.into_iter().map(|(exchange, own)| (*exchange, own.ended.clone())).collect();
                    Some(Found { member, exchanges })
                };
                Event::Found(devices.iter().filter_map(found).collect())
            }
        };
        self.event(event);
    }

    /// A desk takes what it is asked; `told`: whether the answer comes through.
    fn desk(&mut self, told: bool) {
        let Some((exchange, start, device)) = self.asks.pop_front() else { return };
        let said = match start {
            Some(_) if self.plan.crashes && self.percent(10) => Said::Full,
            Some(_) if self.plan.crashes && self.percent(10) => Said::QueueFull,
            Some(_) if self.plan.busy => Said::Full,
            Some(start) if is_among(&start.device, self.plan.full) => Said::QueueFull,
            Some(start) if is_among(&start.device, self.plan.strangers) => Said::NotFound,
            Some(start) => match self.exchanges.get(&exchange) {
                Some(Exchange { durable: true, .. }) => Said::Started(exchange),
                Some(_) => Said::Conflict("it is being asked for"),
                None => {
                    let (device, asked_at) = (start.device.clone(), self.asked_at[&exchange]);
                    self.made.push(Made { exchange, device, probe: start.probe, asked_at });
                    let own = Exchange {
                        device: start.device,
                        probe: start.probe,
                        ended: None,
                        created: self.now,
                        durable: false,
                    };
                    self.exchanges.insert(exchange, own);
                    return self.arriving.push((exchange, told));
                }
            },
            None => match self.exchanges.get_mut(&exchange) {
                Some(own) if own.durable && own.ended.is_none() => {
                    own.ended =
                        Some(Ended { outcome: Outcome::Cancelled, cause: None, result_code: None, at: self.now });
                    self.heard.push_back((device, exchange));
                    Said::Done
                }
                _ => Said::NotFound,
            },
        };
        let said = Some(said).filter(|_| told && !(self.plan.crashes && self.percent(5)));
        self.event(Event::Said(exchange, said));
    }

    /// The store has an exchange; or whoever waits for that has waited for too long.
    fn arrive(&mut self) {
        if self.arriving.is_empty() {
            return;
        }
        let at = self.below(self.arriving.len() as u64) as usize;
        if self.plan.crashes && self.percent(10) && std::mem::take(&mut self.arriving[at].1) {
            return self.event(Event::Said(self.arriving[at].0, None));
        }
        let (exchange, told) = self.arriving.swap_remove(at);
        if let Some(own) = self.exchanges.get_mut(&exchange) {
            own.durable = true;
        }
        if told {
            self.event(Event::Said(exchange, Some(Said::Started(exchange))));
        }
    }

    /// An exchange ends.
    fn handset(&mut self) {
        let mut open: Vec<_> =
            self.exchanges.iter().filter(|(_, own)| own.durable && own.ended.is_none()).map(|(id, _)| *id).collect();
        open.sort();
        if open.is_empty() || self.plan.absent || (self.plan.slow && !self.percent(10)) {
            return;
        }
        let exchange = open[self.below(open.len() as u64) as usize];
        let (fails, doubts) = (self.plan.fails, self.plan.doubts);
        let (one, other) = (self.percent(fails), self.percent(doubts));
        let Some(own) = self.exchanges.get_mut(&exchange) else { return };
        let outcome = match (own.probe, one, other) {
            (true, ..) => Outcome::Probed,
            (_, true, _) => Outcome::Rejected,
            (_, _, true) => Outcome::InDoubt,
            _ => Outcome::Updated,
        };
        own.ended = Some(Ended { outcome, cause: None, result_code: None, at: self.now });
        let device = own.device.clone();
        self.heard.push_back((device, exchange));
    }

    fn hear(&mut self) {
        if self.plan.deaf {
            return;
        }
        let Some((device, exchange)) = self.heard.pop_front() else { return };
        if self.plan.crashes && self.percent(10) {
            // It was lost with others, which is told.
            self.event(Event::Missed);
        } else {
            self.event(Event::Happened(device, exchange));
        }
    }

    /// The process ends: what was on its way to the store may have arrived, what was asked of desks too.
    pub(super) fn crash(&mut self) {
        self.course = None;
        if let Some(changes) = self.commit.take()
            && self.below(2) == 0
        {
            self.make_durable(changes);
        }
        while !self.asks.is_empty() && self.below(2) == 0 {
            self.desk(false);
        }
        self.asks.clear();
        for (exchange, _) in std::mem::take(&mut self.arriving) {
            if self.below(2) == 0 {
                // As if it had never been.
                self.exchanges.remove(&exchange);
                self.made.retain(|made| made.exchange != exchange);
            } else if let Some(own) = self.exchanges.get_mut(&exchange) {
                own.durable = true;
            }
        }
        self.heard.clear();
        self.reading = None;
        self.now = self.now.plus(self.random % 1_000);
        self.course = self.campaign.clone().map(|campaign| Course::resumed(campaign, self.now));
        self.event(Event::Timer);
    }

    fn step(&mut self) {
        match self.below(9) {
            0 | 1 => self.commit_ends(),
            2 => self.read(),
            3 => self.desk(true),
            4 => self.handset(),
            5 => self.hear(),
            6 => self.pass(),
            7 => self.arrive(),
            _ if self.plan.crashes && self.percent(3) => self.crash(),
            _ if self.plan.crashes && self.percent(3) => {
                let order = if self.percent(50) { CampaignOrder::Pause } else { CampaignOrder::Resume };
                self.last_ticket += 1;
                self.event(Event::Wish(Ticket(self.last_ticket), Wish::Order(order, "op".into())));
            }
            _ => {}
        }
    }

    /// Time passes, to what is due next if nothing else is to happen.
    fn pass(&mut self) {
        let deadline = self.course.as_ref().and_then(|course| course.deadline(self.now));
        let idle = self.commit.is_none()
            && self.reading.is_none()
            && self.asks.is_empty()
            && self.arriving.is_empty()
            && self.heard.is_empty();
        let open = self.exchanges.values().any(|own| own.ended.is_none());
        let runs = self.campaign.as_ref().is_some_and(|campaign| campaign.state == CampaignState::Running);
        let open = open && !self.plan.absent;
        if idle && !open && runs {
            assert!(deadline.is_some(), "it waits for nothing and does nothing");
        }
        let step = self.below(50);
        match deadline.filter(|_| idle && (!open || self.plan.slow)) {
            Some(deadline) => self.now = self.now.max(deadline),
            None => self.now = self.now.plus(step),
        }
        if deadline.is_some_and(|deadline| deadline <= self.now) {
            self.event(Event::Timer);
            let again = self.course.as_ref().and_then(|course| course.deadline(self.now));
            let idle =
                self.commit.is_none() && self.reading.is_none() && self.asks.is_empty() && self.arriving.is_empty();
            assert!(!idle || again.is_none_or(|again| again > self.now), "it is due again at once");
        }
    }

    pub(super) fn run_while(&mut self, goes_on: impl Fn(&Self) -> bool) {
        for _ in 0..400_000 {
            if !goes_on(self) {
                return;
            }
            self.step();
        }
        let course = self.course.as_ref().map(|course| (course.tally, course.deadline(self.now)));
        panic!("it does not end: {:?} {course:?}", self.campaign);
    }

    /// To its end. Pauses of the random operator are ended.
    pub(super) fn run(&mut self) {
        for _ in 0..10_000 {
            for _ in 0..300 {
                if self.state() == CampaignState::Done {
                    return;
                }
                self.step();
            }
            if self.state() == CampaignState::Paused {
                self.last_ticket += 1;
                self.event(Event::Wish(Ticket(self.last_ticket), Wish::Order(CampaignOrder::Resume, "op".into())));
            }
        }
        panic!("it does not end: {:?}", self.campaign);
    }

    pub(super) fn run_for(&mut self, millis: u64) {
        let end = self.now.plus(millis);
        for _ in 0..200_000 {
            self.step();
            let idle = self.commit.is_none()
                && self.reading.is_none()
                && self.asks.is_empty()
                && self.arriving.is_empty()
                && self.heard.is_empty();
            if self.now >= end && idle && self.exchanges.values().all(|own| own.ended.is_some()) {
                return;
            }
            if self.below(20) == 0 && self.now < end {
                self.now = self.now.plus(millis / 50);
            }
        }
    }

    pub(super) fn wish(&mut self, wish: Wish) -> Answer {
        self.last_ticket += 1;
        let ticket = Ticket(self.last_ticket);
        // Whoever waits for a process that ends hears nothing.
        let crashes = std::mem::take(&mut self.plan.crashes);
        self.event(Event::Wish(ticket, wish));
        for _ in 0..100_000 {
            if let Some(answer) = self.answers.remove(&ticket) {
                self.plan.crashes = crashes;
                return answer;
            }
            match self.below(3) {
                0 => self.commit_ends(),
                1 => self.read(),
                _ => self.step(),
            }
        }
        panic!("no answer");
    }

    pub(super) fn order(&mut self, order: CampaignOrder) {
        let answer = self.wish(Wish::Order(order, "op".into()));
        assert!(matches!(answer, Answer::Stands(_)), "{order}: {answer:?}");
    }

    pub(super) fn tally(&mut self) -> Tally {
        let Answer::Tally(tally) = self.wish(Wish::Tally) else { panic!("no tally") };
        tally
    }

    /// What is in doubt is settled as committed; or another exchange, which the desk begins for that, ends it.
    pub(super) fn settle_all(&mut self, by_word: bool) {
        let doubted: Vec<_> = self
            .exchanges
            .iter()
            .filter(|(_, own)| own.ended.as_ref().is_some_and(|ended| ended.outcome == Outcome::InDoubt))
            .map(|(id, own)| (*id, own.device.clone()))
            .collect();
        for (exchange, device) in doubted {
            self.now = self.now.plus(1_000);
            let ended = |outcome, at| Some(Ended { outcome, cause: None, result_code: None, at });
            let outcome = if by_word { Outcome::Updated } else { Outcome::Failed };
            if let Some(own) = self.exchanges.get_mut(&exchange) {
                own.ended = ended(outcome, self.now);
            }
            self.heard.push_back((device.clone(), exchange));
            if !by_word {
                self.last_exchange += 1;
                let next = ExchangeId(self.last_exchange.wrapping_mul(0x9e37_79b9_7f4a_7c15));
                let own = Exchange {
                    device: device.clone(),
                    probe: false,
                    ended: ended(Outcome::Updated, self.now),
                    created: self.now,
                    durable: true,
                };
                self.exchanges.insert(next, own);
                self.heard.push_back((device, next));
            }
        }
    }
}

fn device(number: u64) -> DeviceId {
    DeviceId::new(&format!("D{number}")).expect("a name")
}

/// Whether it is one of the first so many.
fn is_among(device: &DeviceId, first: u64) -> bool {
    device.as_str()[1..].parse::<u64>().is_ok_and(|number| number < first)
}
