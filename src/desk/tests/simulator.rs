//! A desk, a disk, a centre and a handset that play exchanges while the process dies again and again.
//!
//! Disk, centre and handset keep what they have; the desk, and whatever was on its way to it or to the disk, is lost with each crash. Crashes come at
//! the boundaries of commits, before or after the commit was made; what was said to handset and centre before has been heard. An operator may settle doubts
//! in any order, by what the handset really uses, ask for probes, and write the subscriber anew; and the centre may refuse for a while. Whatever the order of things, no
//! Commit Request reaches the handset before its key is on the disk and with the centre, no key is made live that the handset has not
//! committed, and in the end all three have the same key.

mod around;
mod phone;

use super::*;
use crate::words::Dialect;
use around::{Centre, Disk};
use phone::Phone;

/// What goes wrong.
enum Trouble {
    /// The process dies at these commits, counted from 0 over all lives; each is made before, or lost.
    Crashes(Vec<(usize, bool)>),
    /// The process dies behind this commit, and the disk is found as it was after so many: a backup was brought back, or what its log could not tell is
    /// lost. The handset stays away for so many milliseconds then. The process that goes on from that may die behind so many commits of its own.
    Loses { at: usize, left: usize, away: u64, again: Option<usize> },
    /// All kinds of things, as often as out of so many, by a seed.
    Random(Chance),
}

/// Numbers that look random and are the same for the same seed.
#[derive(Clone)]
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 11
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.next().is_multiple_of(many)
    }
}

/// The simulation.
struct Sim {
    settings: Arc<Settings>,
    desk: Desk,
    now: Time,
    lives: u8,
    disk: Disk,
    centre: Centre,
    phone: Phone,
    trouble: Trouble,
    /// Commits so far, made or lost.
    commits: usize,
    /// The disk after each of them.
    past: Vec<Disk>,
    /// The latest moment of the backup that was brought back, if one was.
    of_backup: Option<Time>,
    /// When the handset comes back.
    back: Time,
    /// What is on its way to the desk, and to the disk.
    ahead: VecDeque<Ahead>,
    /// The answer to the handset's message.
    reply: Option<Arc<Message>>,
    tickets: u64,
    said: Vec<Said>,
    /// Powers so far: each y is another one.
    powers: u32,
    was_in_doubt: bool,
    /// Whether an operator has a hand in it.
    meddles: bool,
    /// The most doubts at one time.
    most_doubts: usize,
}

/// What comes next: in the order in which it was asked for.
#[expect(clippy::large_enum_variant, reason = "there are a few at a time")]
enum Ahead {
    Event(Event),
    Commit(Step, Vec<Change>),
}

/// The process is dead.
struct Dead;

impl Sim {
    fn new(settings: Settings, trouble: Trouble, answers_late: bool) -> Self {
        let settings = Arc::new(settings);
        let holds_one = !settings.knows_exchanges;
        let desk = Self::desk(&settings, 0);
        let phone = Phone::new(settings.policy.dialect.unwrap(), answers_late);
        Self {
            desk,
            settings,
            now: Time(1_700_000_000_000),
            lives: 1,
            disk: Disk::new(),
            centre: Centre { holds_one, ..Centre::default() },
            phone,
            trouble,
            commits: 0,
            past: vec![Disk::new()],
            of_backup: None,
            back: Time(0),
            ahead: VecDeque::new(),
            reply: None,
            tickets: 0,
            said: vec![],
            powers: 0,
            was_in_doubt: false,
            meddles: false,
            most_doubts: 0,
        }
    }

    fn desk(settings: &Arc<Settings>, life: u8) -> Desk {
        Desk::new(Arc::clone(settings), Arc::new(Challenger::new([life; 32])), [life + 100; 32])
    }

    /// Plays until nothing is to come of any exchange, through all that goes wrong. Gives the number of commits.
    fn play(&mut self) -> usize {
        // Whoever asked for it and heard nothing asks again.
        for _ in 0..20 {
            if self.disk.exchanges.is_empty() {
                let start = Box::new(Start::of(device(1), Origin::Operator("anna".into())));
                self.live(Event::Operation(device(1), Operation::Start(start), OperationTicket(1)));
            }
        }
        assert!(!self.disk.exchanges.is_empty());
        let mut rounds = 0;
        while self.disk.is_open() {
            self.was_in_doubt |= self.desk.exchanges_in_doubt() > 0;
            self.most_doubts = self.most_doubts.max(self.desk.exchanges_in_doubt());
            self.meddle();
            rounds += 1;
            assert!(rounds < 20_000, "it never ends: {:?}", self.disk.exchanges.values().next());
            let commits = self.reply.as_ref().is_some_and(|reply| phone::is_commit(reply));
            let is_here = self.now >= self.back;
            if is_here && let Some(document) = self.phone.next(self.reply.take(), self.disk.nonce()) {
                // So that doubts come together, where somebody settles them.
                let often = if commits && self.meddles { 2 } else { 15 };
                if let Trouble::Random(chance) = &mut self.trouble
                    && chance.one_in(often)
                {
                    self.phone.lose_session();
                    continue;
                }
                self.send(&document);
            }
            if self.reply.is_none() {
                // Nobody says anything: time goes by, until something is due or the handset gives up waiting.
                let later = self.now.plus(10_000).max(self.back);
                self.now = self.desk.deadline().map_or(later, |due| due.min(later)).max(self.now.plus(1));
                self.live(Event::Timer);
                if self.reply.is_none() && !self.phone.waits(self.now) {
                    self.phone.lose_session();
                }
            }
        }
        self.commits
    }

    /// What an operator does now and then: what he says of a doubt is true.
    fn meddle(&mut self) {
        let Trouble::Random(chance) = &mut self.trouble else { return };
        let (settles, changes, probes, pick) =
            (chance.one_in(12), chance.one_in(40), chance.one_in(60), chance.next() as usize);
        if !self.meddles {
            return;
        }
        let unsettled: Vec<_> = self.disk.exchanges.values().filter(|record| record.is_unsettled()).collect();
        // Of a Commit that may still come to the handset nobody could say what becomes of it.
        if settles && !unsettled.is_empty() && self.reply.is_none() && self.phone.is_away() {
            let id = unsettled[pick % unsettled.len()].id;
            let committed = self.disk.keys.get(&id).is_some_and(|key| self.phone.committed.contains(key));
            let settle = Operation::Settle(id, committed, "anna".into());
            self.live(Event::Operation(device(1), settle, OperationTicket(2)));
        }
        if changes {
            self.live(Event::Operation(device(1), Operation::Changed, OperationTicket(3)));
        }
        if probes {
            let probe = Start { probe: true, ..Start::of(device(1), Origin::Operator("anna".into())) };
            self.live(Event::Operation(device(1), Operation::Start(Box::new(probe)), OperationTicket(4)));
        }
    }

    /// In the end all have the same key, and it is one that the handset has committed and the centre was told to use.
    fn judge(&self) {
        let records: Vec<_> = self.disk.exchanges.values().collect();
        for record in &records {
            assert!(record.ended.is_some() && !record.is_unsettled() && !record.discards, "{record:?}");
        }
        assert_eq!(self.desk.exchanges_in_doubt(), 0);
        assert_eq!(self.phone.live, self.centre.live, "handset and centre; {records:?}");
        let updated = records.iter().filter(|record| record.ended.as_ref().unwrap().outcome == Outcome::Updated);
        let kept: Vec<_> = updated.filter_map(|record| self.disk.keys.get(&record.id)).collect();
        if let Some(live) = &self.phone.live {
            assert!(kept.contains(&live), "the disk has the key in use");
        }
        // One that refuses is not asked for ever to forget a key.
        assert!(self.centre.has_moods || self.centre.staged.is_empty(), "what is not in use is forgotten: {records:?}");
        assert!(self.disk.keys.len() == kept.len(), "and wiped here");
    }

    fn send(&mut self, document: &str) {
        self.tickets += 1;
        let message = xml::read(document.as_bytes()).unwrap();
        let mut digest = [0_u8; 32];
        digest[..8].copy_from_slice(&self.tickets.to_be_bytes());
        let token = self.phone.token();
        let (ticket, source) = (Ticket(self.tickets), Source(1));
        let (mac, max_message) = (None, 65_536);
        let incoming = Incoming { ticket, message, token, digest, mac, binary: false, max_message, source, peer: None };
        self.live(Event::Message(incoming));
    }

    /// Lets something happen to the process, and all that follows from it; if it dies of it, another one begins.
    fn live(&mut self, event: Event) {
        self.happens(event);
        while self.work().is_err() {
            assert!(self.lives < 100, "it dies for ever");
            self.lives += 1;
            self.desk = Self::desk(&self.settings, self.lives);
            self.ahead.clear();
            if self.reply.is_none() {
                self.phone.lose_session();
            }
            self.now = self.now.plus(500);
            let is_first = if let Trouble::Loses { left, away, again, .. } = self.trouble {
                self.back = self.now.plus(away);
                self.disk = self.past.swap_remove(left);
                self.of_backup = Some(Time(self.now.0 - 1));
                self.trouble = Trouble::Crashes(again.map(|again| (self.commits + again, true)).into_iter().collect());
                self.centre.runs_again = true;
                self.reply = None;
                self.phone.lose_session();
                true
            } else {
                false
            };
            let restored = self.of_backup.map(|until| Restored { until, is_first });
            let records = self.disk.open_exchanges();
            self.happens(Event::Resume { records, restored });
        }
    }

    fn work(&mut self) -> Result<(), Dead> {
        while let Some(ahead) = self.ahead.pop_front() {
            match ahead {
                Ahead::Event(event) => {
                    for action in self.desk.handle(self.now, event) {
                        self.carry_out(action);
                    }
                }
                Ahead::Commit(step, changes) => self.commit(step, changes)?,
            }
        }
        Ok(())
    }

    fn happens(&mut self, event: Event) {
        self.ahead.push_back(Ahead::Event(event));
    }

    fn carry_out(&mut self, action: Action) {
        match action {
            Action::Reply(_, reply) => {
                if phone::is_commit(&reply.message) {
                    self.may_commit();
                }
                self.reply = Some(Arc::new(reply.message.clone()));
            }
            Action::Load(load, id) => {
                let found = (id == device(1)).then(|| Box::new(self.disk.subscriber.clone()));
                self.happens(Event::Loaded(load, found));
            }
            Action::Persist(step, changes) => self.ahead.push_back(Ahead::Commit(step, changes)),
            Action::Ask { exchange, call, ask, .. } => {
                let chance = match &mut self.trouble {
                    Trouble::Random(chance) => Some(chance),
                    Trouble::Crashes(_) | Trouble::Loses { .. } => None,
                };
                let answer = self.centre.answer(exchange, call, ask, &self.phone, chance);
                self.happens(Event::North(exchange, call, answer));
            }
            Action::Answer(_, said) => self.said.push(said),
            Action::Compute(exchange, call, power) => self.compute(exchange, call, power),
            Action::Busy(_) | Action::Tell(..) | Action::Call(_) | Action::Came(_) | Action::Note(_) => {}
        }
    }

    fn commit(&mut self, step: Step, changes: Vec<Change>) -> Result<(), Dead> {
        let number = self.commits;
        self.commits += 1;
        let (dies, made) = match &mut self.trouble {
            Trouble::Crashes(at) => {
                let crash = at.iter().find(|(at, _)| *at == number);
                (crash.is_some(), crash.is_none_or(|(_, made)| *made))
            }
            Trouble::Loses { at, .. } => (*at == number, true),
            Trouble::Random(chance) => {
                if chance.one_in(25) {
                    self.happens(Event::Refused(step, changes));
                    return Ok(());
                }
                (chance.one_in(12), chance.one_in(2))
            }
        };
        if dies && !made {
            return Err(Dead);
        }
        self.disk.apply(changes);
        self.past.push(self.disk.moment());
        if dies {
            return Err(Dead);
        }
        self.happens(Event::Durable(step));
        Ok(())
    }

    fn compute(&mut self, exchange: ExchangeId, call: Call, power: Power) {
        self.powers += 1;
        let mut octets = [0x5a; 20];
        octets[16..].copy_from_slice(&self.powers.to_be_bytes());
        let y = Arc::new(Exponent::from_bytes(&octets, 160).unwrap());
        let run = |group: &Arc<Group>, base, y: &Arc<Exponent>| {
            HwPower { group: Arc::clone(group), base, exponent: Arc::clone(y) }.run(Backend::Scalar).unwrap()
        };
        self.happens(match power {
            Power::Public(group, _) => {
                let bs_result = run(&group, Base::Generator, &y).into_public();
                Event::Public(exchange, call, Ok((y, bs_result)))
            }
            Power::Shared(group, peer, y) => {
                Event::Shared(exchange, call, Ok(run(&group, Base::Element(peer), &y).into_shared().unwrap()))
            }
            Power::Both(group, _, peer) => {
                let bs_result = run(&group, Base::Generator, &y).into_public();
                let k = run(&group, Base::Element(peer), &y).into_shared().unwrap();
                Event::Both(exchange, call, Ok((bs_result, k)))
            }
        });
    }

    /// A Commit Request leaves: the new key is on the disk and with the centre, and the disk says that it leaves.
    fn may_commit(&self) {
        let pending = self.phone.pending.as_ref().expect("a pending key");
        let of_disk = self.disk.exchanges.values().filter(|record| record.state == State::CommitSent);
        let marked: Vec<_> = of_disk.filter(|record| self.disk.keys.get(&record.id) == Some(pending)).collect();
        assert!(!marked.is_empty(), "a Commit Request leaves before its key and its mark are durable");
        if self.settings.commit_without_ac {
            return;
        }
        let staged = |record: &&ExchangeRecord| self.centre.staged.get(&record.id) == Some(pending);
        assert!(marked.into_iter().any(|record| staged(&record)), "a Commit Request leaves before its key is staged");
    }
}

fn of(dialect: Dialect, order: Order) -> Settings {
    let policy = Policy { dialect: Some(dialect), ..settings(Way::Perform).policy };
    Settings { policy, order, start_on_contact: false, ..settings(Way::Perform) }
}

const COMBINATIONS: [(Dialect, Order); 3] =
    [(Dialect::Is683, Order::BsFirst), (Dialect::Nodes, Order::BsFirst), (Dialect::Nodes, Order::MsFirst)];

#[test]
fn a_crash_at_any_commit_loses_no_key() {
    for (dialect, order) in COMBINATIONS {
        for late in [false, true] {
            let mut smooth = Sim::new(of(dialect, order), Trouble::Crashes(vec![]), late);
            let commits = smooth.play();
            smooth.judge();
            assert!(commits >= 7, "login, queued, pending, mark, committed, activated, and more: {commits}");
            let mut doubts = 0;
            for at in 0..commits {
                for made in [false, true] {
                    let mut sim = Sim::new(of(dialect, order), Trouble::Crashes(vec![(at, made)]), late);
                    sim.play();
                    sim.judge();
                    assert_eq!(sim.lives, 2, "{dialect} {order} {at} {made}");
                    doubts += usize::from(sim.was_in_doubt);
                }
            }
            assert!(doubts > 0, "some of them were in doubt, and were seen to be");
        }
    }
}

#[test]
fn two_crashes_at_any_two_commits_lose_no_key() {
    for (dialect, order) in COMBINATIONS {
        let commits = Sim::new(of(dialect, order), Trouble::Crashes(vec![]), false).play();
        for first in 0..commits {
            for second in first + 1..first + commits + 4 {
                for made in [false, true] {
                    let crashes = vec![(first, made), (second, made ^ (second % 2 == 0))];
                    let settings = Settings { knows_exchanges: second % 3 != 0, ..of(dialect, order) };
                    let mut sim = Sim::new(settings, Trouble::Crashes(crashes), first % 2 == 0);
                    sim.play();
                    sim.judge();
                }
            }
        }
    }
}

/// Whatever was lost, whether the handset comes back at once or when exchanges have expired, and whether the process that goes on from it dies as well:
/// nobody forgets the key that it uses, and once it has had an exchange that nothing went wrong with, it and the centre have the same one.
#[test]
fn whatever_the_disk_has_lost_handset_and_centre_come_to_the_same_key() {
    const DAYS: u64 = 3 * 24 * 3_600_000;
    for (dialect, order) in COMBINATIONS {
        for (knows_exchanges, away) in [(true, 0), (true, DAYS), (false, 0), (false, DAYS)] {
            let settings = || Settings { knows_exchanges, ..of(dialect, order) };
            let commits = Sim::new(settings(), Trouble::Crashes(vec![]), false).play();
            for at in 0..commits {
                for left in 0..=at {
                    let again = ((at + left) % 3 > 0).then_some((at + 2 * left) % 9);
                    let what = format!(
                        "{dialect} {order} {knows_exchanges} {away}: dies behind {at}, {left} are left; again {again:?}"
                    );
                    println!("{what}");
                    let mut sim = Sim::new(settings(), Trouble::Loses { at, left, away, again }, false);
                    sim.play();
                    if sim.phone.live.is_none() || sim.phone.live != sim.centre.live {
                        sim.trouble = Trouble::Crashes(vec![]);
                        sim.now = sim.now.max(sim.back);
                        let start = Box::new(Start::of(device(1), Origin::Operator("anna".into())));
                        sim.live(Event::Operation(device(1), Operation::Start(start), OperationTicket(2)));
                        sim.play();
                    }
                    assert!(sim.lives == 2 || again.is_some(), "{what}");
                    assert_eq!(sim.desk.exchanges_in_doubt(), 0, "{what}");
                    assert!(sim.phone.live.is_some(), "{what}");
                    assert_eq!(sim.phone.live, sim.centre.live, "{what}");
                }
            }
        }
    }
}

#[test]
fn crashes_lost_sessions_a_full_disk_and_a_centre_that_comes_and_goes_lose_no_key() {
    for seed in 1..=400_u64 {
        let (dialect, order) = COMBINATIONS[(seed % 3) as usize];
        let commit_without_ac = seed % 5 == 0;
        println!("seed {seed}");
        let chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let knows_exchanges = seed / 3 % 2 == 0;
        let settings = Settings { commit_without_ac, knows_exchanges, ..of(dialect, order) };
        let mut sim = Sim::new(settings, Trouble::Random(chance), seed % 2 == 0);
        sim.play();
        sim.judge();
    }
}

#[test]
fn an_operator_who_settles_doubts_in_any_order_and_a_centre_that_refuses_lose_no_key() {
    let mut most_doubts = 0;
    for seed in 1..=400_u64 {
        let (dialect, order) = COMBINATIONS[(seed % 3) as usize];
        println!("seed {seed}");
        let chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let knows_exchanges = seed / 3 % 2 == 0;
        let settings = Settings { knows_exchanges, ..of(dialect, order) };
        let mut sim = Sim::new(settings, Trouble::Random(chance), seed % 2 == 0);
        (sim.meddles, sim.centre.has_moods) = (true, true);
        sim.play();
        sim.judge();
        most_doubts = most_doubts.max(sim.most_doubts);
    }
    assert!(most_doubts > 1, "there were several at a time");
}
