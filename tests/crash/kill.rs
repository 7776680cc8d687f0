//! The server is killed at any instant, again and again, under handsets that remember.
//!
//! Moments are drawn evenly over the life of a process, its start included; some are aimed at the edges of what is durable: strace ends the
//! process at its n-th `fdatasync`. In the end the server is left alone, handsets come until nothing is open, and the books of all three sides are
//! compared: what handsets committed, what the store keeps, what the authentication centre was told and holds.

use std::path::PathBuf;
use std::rc::Rc;
use std::time::{Duration, Instant};

use akeyd::words::DeviceId;

use super::books::Books;
use super::campaign;
use super::centre::{Centre, Held};
use super::fleet::{self, Clock, Course, Phone};
use super::random::Random;
use super::service::{Folder, Service};
use super::witness::{Account, Witness};
use super::{is_long, needs};

const PHONES: u32 = 64;
/// One life in so many ends at an `fdatasync`.
const AIMED: u32 = 8;

#[test]
fn no_key_is_lost_however_often_the_server_is_killed() {
    let _turn = needs::turn();
    let kills = if is_long() { 1500 } else { 40 };
    let wrong = Ordeal::new("kill").run(kills, needs::are_there(needs::STRACE));
    assert!(wrong.is_empty(), "{} complaints: {:#?}", wrong.len(), &wrong[..wrong.len().min(40)]);
}

/// The control: a store that answers some commits and does not make them.
#[cfg(feature = "wrong-answers")]
#[test]
fn a_store_that_lies_is_found_out() {
    let _turn = needs::turn();
    let mut ordeal = Ordeal::new("liar");
    ordeal.service.environment = vec![("AKEYD_LYING_STORE", "10")];
    let wrong = ordeal.run(40, false);
    // A slow machine may leave something open in the end: only a broken promise tells a lie.
    let promises = [
        "is lost",
        "is not there",
        "has vanished",
        "not any more",
        "the centre has",
        "different keys",
        "proves it again",
        "never committed",
    ];
    let broken: Vec<_> = wrong.iter().filter(|what| promises.iter().any(|promise| what.contains(promise))).collect();
    println!("found out: {:?}", broken.iter().take(12).collect::<Vec<_>>());
    assert!(!broken.is_empty(), "40 kills and no lie was seen: {wrong:?}");
}

/// A server, its authentication centre, and handsets.
pub(crate) struct Ordeal {
    service: Service,
    witness: Witness,
    centre: Centre,
    store: PathBuf,
    // Last: it goes when nobody is in it any more.
    _folder: Folder,
}

impl Ordeal {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Folder::new(name);
        let store = folder.0.join("store");
        std::fs::create_dir(&store).expect("a folder for the store");
        let centre = Centre::start(&folder.0);
        let witness = Witness::before(centre.port, || 0);
        let service = Service::new(&folder.0, &store, PHONES, &centre.section(witness.port));
        Self { service, witness, centre, store, _folder: folder }
    }

    /// Gives all that is wrong in the end.
    pub(crate) fn run(mut self, kills: u32, aimed: bool) -> Vec<String> {
        let mut random = Random::announced("kill");
        let clock: Clock = Rc::new(|| 0);
        let phones = fleet::phones(PHONES, &self.service, &clock, &mut random);
        let began = Instant::now();
        // Of a store that lies nothing can be expected.
        let listed = if self.service.environment.is_empty() { PHONES } else { 0 };
        let devices: Vec<_> = phones.iter().take(listed as usize).map(|phone| phone.device.clone()).collect();
        let course = Course { pause_ms: 40, away_ms: 1500, last: 2, last_time: Duration::from_mins(1) };
        let service = &mut self.service;
        let ((phones, mut wrong), lives) = fleet::while_they_come(
            |over| fleet::come_and_go(phones, course, over),
            || {
                if listed > 0 {
                    begin_campaign(service, &devices, kills);
                }
                let lives = kill_often(service, kills, aimed, &mut random);
                if listed > 0 {
                    campaign::hasten(service, 6_000);
                    campaign::wait(service, "done", |now| now["state"] == "done");
                }
                lives
            },
        );
        println!("{kills} kills in {:?}: {lives}", began.elapsed());
        let commits: usize = phones.iter().map(|phone| phone.diary.keys.len()).sum();
        let broken: u32 = phones.iter().map(|phone| phone.diary.broken).sum();
        let started: usize = phones.iter().map(|phone| phone.diary.started.len()).sum();
        println!("{commits} commits, {broken} sessions broken off, {started} exchanges started by operators");
        self.drain(&mut wrong);
        let transport_key = self.centre.transport_key.clone();
        let held = self.centre.finish();
        let books = Books::open(&self.store, &self.service.store_key()).expect("the store opens");
        let asked = campaign::asked_for(&books);
        for phone in phones.iter().take(listed as usize) {
            let [probes, updates] = asked.get(&phone.device).cloned().unwrap_or_default();
            if (probes.len(), updates.len()) != (0, 1) {
                wrong.push(format!("{}: the campaign asked for {probes:?} and {updates:?}", phone.device));
            }
        }
        let account = self.witness.account(&transport_key);
        for phone in &phones {
            books.judge(&phone.device, &phone.diary, u64::MAX, &mut wrong);
            judge_centre(phone, held.get(&phone.device), &mut wrong);
        }
        books.judge_audit(&mut wrong);
        account.judge(&books, u64::MAX, &mut wrong);
        judge_account(&books, &account, &phones, &mut wrong);
        wrong
    }

    fn is_drained(&self) -> bool {
        self.service.metric("akeyd_outbox_pending") == Some(0.0) && self.service.exchanges("&open=true").is_empty()
    }

    /// Waits until all is delivered, then ends the server in order.
    fn drain(&mut self, wrong: &mut Vec<String>) {
        let began = Instant::now();
        let until = began + Duration::from_mins(1);
        while !self.is_drained() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(100));
        }
        for name in ["akeyd_outbox_pending", "akeyd_exchanges_in_doubt"] {
            let left = self.service.metric(name);
            if left != Some(0.0) {
                wrong.push(format!("in the end {name} is {left:?}"));
            }
        }
        println!("drained after {:?}", began.elapsed());
        let ended = self.service.stop();
        if !ended.success() {
            wrong.push(format!("told to end, it ended with {ended}: {}", self.service.last_words()));
        }
    }
}

/// The key that a handset uses is the one that the authentication centre has in use.
fn judge_centre(phone: &Phone, held: Option<&Held>, wrong: &mut Vec<String>) {
    let key = held.and_then(Held::key);
    if key.as_deref() != phone.key() {
        let what = if key.is_some() { "another key than" } else { "no key where" };
        wrong.push(format!("{}: the centre has {what} the handset has one", phone.device));
    }
    if held.is_some_and(|held| held.conflicts > 0) {
        wrong.push(format!("{}: one delivery brought different keys", phone.device));
    }
}

/// What the authentication centre was told, against handsets and store.
fn judge_account(books: &Books, account: &Account, phones: &[Phone], wrong: &mut Vec<String>) {
    for (exchange, told) in &account.0 {
        if told.activated.len() > 1 {
            wrong.push(format!("exchange {exchange}: {} different keys were activated", told.activated.len()));
        }
        let phone = phones.iter().find(|phone| told.device.as_ref() == Some(&phone.device));
        let Some(phone) = phone else {
            wrong.push(format!("exchange {exchange} is of no handset: {:?}", told.device));
            continue;
        };
        if told.activated.iter().any(|key| !phone.diary.keys.iter().any(|committed| committed.key == *key)) {
            wrong.push(format!("exchange {exchange}: a key was activated that {} never committed", phone.device));
        }
        if told.discarded.iter().any(|key| phone.key() == Some(key)) {
            wrong.push(format!("exchange {exchange}: the key that {} uses was discarded", phone.device));
        }
    }
    wrong.extend(books.all().filter(|record| record.is_open()).map(|record| {
        format!("exchange {} of {} is still open: {} {:?}", record.id, record.device(), record.state, record.ended)
    }));
}

/// Starts a campaign over all handsets, at a pace at which it lasts for about as long as the kills.
fn begin_campaign(service: &mut Service, devices: &[DeviceId], kills: u32) {
    service.start(&[]);
    assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
    let seconds = (kills / 2).max(1);
    let never = serde_json::json!({ "failed_percent": 100, "in_doubt_percent": 100 });
    let plan = serde_json::json!({ "per_minute": (PHONES * 60 / seconds).max(1), "at_once": 16, "stop": never });
    campaign::begin(service, devices, plan);
    service.kill();
}

/// How processes lived and died.
#[derive(Debug, Default)]
struct Lives {
    by_clock: u32,
    at_a_sync: u32,
    /// Those that ended before they took connections.
    unborn: u32,
    /// Times from the start of the process until it took connections, of those that did.
    starts: Vec<Duration>,
}

impl std::fmt::Display for Lives {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut starts = self.starts.clone();
        starts.sort_unstable();
        let middle = starts.get(starts.len() / 2).copied().unwrap_or_default();
        let last = starts.last().copied().unwrap_or_default();
        let Self { by_clock, at_a_sync, unborn, .. } = self;
        write!(
            f,
            "{by_clock} by the clock, {at_a_sync} at a sync, {unborn} before they were up; up in {middle:?}, at most {last:?}"
        )
    }
}

/// Starts and kills the server so often, then leaves it running.
fn kill_often(service: &mut Service, kills: u32, aimed: bool, random: &mut Random) -> Lives {
    let mut lives = Lives::default();
    for number in 0..kills {
        if aimed && number % AIMED == AIMED - 1 {
            die_at_a_sync(service, random, &mut lives);
        } else {
            die_by_the_clock(service, random, &mut lives);
        }
    }
    service.start(&[]);
    assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
    lives
}

fn die_by_the_clock(service: &mut Service, random: &mut Random, lives: &mut Lives) {
    let began = Instant::now();
    service.start(&[]);
    lives.by_clock += 1;
    if random.once_in(5) {
        // It may not have come to life yet.
        std::thread::sleep(Duration::from_micros(random.below(120_000)));
        lives.unborn += u32::from(!service.is_up());
    } else {
        assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
        lives.starts.push(began.elapsed());
        // Where starting takes long, everything does.
        let longest = Duration::from_millis(400).max(2 * began.elapsed());
        std::thread::sleep(Duration::from_micros(random.below(longest.as_micros() as u64)));
    }
    if let Some(ended) = service.ended() {
        panic!("it ended by itself, {ended}: {}", service.last_words());
    }
    service.kill();
}

/// The n-th `fdatasync` of whichever thread is first is its last call.
fn die_at_a_sync(service: &mut Service, random: &mut Random, lives: &mut Lives) {
    let inject = format!("inject=fdatasync:signal=KILL:when={}", 1 + random.below(24));
    service.start(&["strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", &inject]);
    lives.at_a_sync += 1;
    let until = Instant::now() + Duration::from_secs(3);
    while service.ended().is_none() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(2));
    }
    service.kill();
}
