//! The store on disk with a million subscribers: how fast they come in, how soon it is open again, how many exchanges it makes durable, what one
//! step costs against one fdatasync of this disk, and how much memory it takes.
//!
//! `cargo bench --bench store [-- SUBSCRIBERS]`. Works in the folder of temporary files, or where `STORE_BENCH_DIR` says: what is measured is its
//! disk. Figures of a machine that does other things at the same time mean little.

#![allow(clippy::cast_precision_loss, reason = "figures for people")]

use std::fs::{self, File};
use std::io::{Seek, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant, UNIX_EPOCH};

use akeyd::desk::record::{
    AuditEvent, Change, CommitMark, Ended, ExchangeRecord, Happened, HistoryStep, Origin, Place, Start, Subscriber,
};
use akeyd::dm::account::{Accepted, Account, ServerSecret};
use akeyd::exchange::choice::Wishes;
use akeyd::exchange::{Key, Version};
use akeyd::is683::Spc;
use akeyd::store::Store;
use akeyd::store::embedded::{EmbeddedStore, Settings};
use akeyd::store::seal::MasterKey;
use akeyd::syncml::auth::{AuthType, user_digest};
use akeyd::words::{DeviceId, Dialect, ExchangeId, Kind, Order, Outcome, State, Time, Way};
use akeyd_hw::AKey;

/// Exchanges at one time.
const IN_FLIGHT: usize = 256;
/// Subscribers that are made at one time.
const PAGE: u64 = akeyd::limits::STORE_IMPORT as u64;
/// How long exchanges run.
const RUN: Duration = Duration::from_secs(10);
/// Open exchanges that a start finds.
const WAITING: u64 = 100_000;
/// Durable steps of one exchange.
const STEPS: u8 = 5;

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let folder = std::env::var_os("STORE_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = folder.join("akeyd-bench-store");
    match arguments.next().as_deref() {
        Some("victim") => victim(&folder),
        Some("alone") => alone(&folder),
        subscribers => bench(&folder, subscribers.map_or(1_000_000, |number| number.parse().expect("a number"))),
    }
}

fn bench(folder: &Path, subscribers: u64) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder");
    MasterKey::draw().expect("random").write_new(&folder.join("key")).expect("written");
    let (sync_p50, sync_p99) = fdatasync(folder);
    println!("one fdatasync of 4 KiB            p50 {sync_p50:>9.1?}   p99 {sync_p99:.1?}");

    let store = open(folder);
    let begun = Instant::now();
    for first in (0..subscribers).step_by(PAGE as usize) {
        let rows = (first..subscribers.min(first + PAGE)).map(subscriber).collect();
        let told = |count, first: &_, last: &_| AuditEvent {
            at: Time(1),
            actor: "bench".into(),
            action: "subscriber.import".into(),
            subject: format!("{count} subscribers"),
            detail: format!("{first} to {last}"),
        };
        store.import(rows, told).expect("imported");
    }
    let took = begun.elapsed().as_secs_f64();
    println!("import of {subscribers} subscribers      {:>9.0} a second", subscribers as f64 / took);
    drop(store);

    let begun = Instant::now();
    let store = open(folder);
    println!("open after a clean end            {:>9.1?}", begun.elapsed());
    drop(store);
    let mut child = Command::new(std::env::current_exe().expect("this program"));
    let mut child = child.arg("victim").stdout(Stdio::null()).spawn().expect("it runs");
    std::thread::sleep(Duration::from_secs(3));
    child.kill().expect("killed");
    child.wait().expect("dead");
    let begun = Instant::now();
    let store = open(folder);
    println!("open after kill -9 under load     {:>9.1?}", begun.elapsed());

    let mut single: Vec<Duration> = (0..1_000)
        .map(|number| {
            let begun = Instant::now();
            commit(&store, step(subscribers, 1_000_000_000 + number, 0));
            begun.elapsed()
        })
        .collect();
    single.sort_unstable();
    let (p50, p99) = (single[single.len() / 2], single[single.len() * 99 / 100]);
    let times = p50.as_secs_f64() / sync_p50.as_secs_f64();
    println!("one durable step, alone           p50 {p50:>9.1?}   p99 {p99:.1?}   {times:.1} fdatasyncs");

    let waiting = waiting(&store, subscribers);
    drop(store);
    let begun = Instant::now();
    let store = open(folder);
    let read = open_exchanges(&store);
    println!("start with {waiting} open exchanges  {:>9.1?}", begun.elapsed());
    // Those that the kill broke off are open too.
    assert!(read >= waiting);

    let (exchanges, took, groups) = exchanges(&store, subscribers, RUN);
    let rate = exchanges as f64 / took.as_secs_f64();
    println!("exchanges, {IN_FLIGHT} in flight           {rate:>9.0} a second, {STEPS} durable steps each");
    println!("latency of a step then            p50 {:>9.1?}   p99 {:.1?}", groups.0, groups.1);
    drop(store);
    let size = fs::metadata(folder.join("file")).expect("there").len();
    println!("file                              {:>9} MiB", size >> 20);
    println!("memory of the process, at most    {:>9} MiB", peak_kib() >> 10);
    if std::env::var_os("KEEP").is_none() {
        fs::remove_dir_all(folder).expect("removed");
    }
}

fn alone(folder: &Path) {
    let (sync_p50, _) = fdatasync(folder);
    let store = open(folder);
    let mut single: Vec<Duration> = (0..1_000)
        .map(|number| {
            let begun = Instant::now();
            commit(&store, step(1_000_000, 1_000_000_000 + number, 0));
            begun.elapsed()
        })
        .collect();
    single.sort_unstable();
    let (p50, p99) = (single[single.len() / 2], single[single.len() * 99 / 100]);
    let times = p50.as_secs_f64() / sync_p50.as_secs_f64();
    println!(
        "sync {sync_p50:?} one durable step, alone           p50 {p50:>9.1?}   p99 {p99:.1?}   {times:.1} fdatasyncs"
    );
}

/// Asks for exchanges that nothing becomes of; gives how many.
fn waiting(store: &EmbeddedStore, subscribers: u64) -> u64 {
    for first in (0..WAITING).step_by(1_000) {
        let record = |number| {
            let device = device(mixed(number) % subscribers);
            Change::Exchange(Box::new(ExchangeRecord { choice: None, ..record(number, State::Requested, device) }))
        };
        commit(store, (first..first + 1_000).map(record).collect());
    }
    WAITING
}

/// Reads open exchanges as a start does; gives how many there are.
fn open_exchanges(store: &EmbeddedStore) -> u64 {
    let (mut after, mut count) = (None, 0);
    loop {
        let (answer, page) = mpsc::channel();
        let most = akeyd::limits::READ_PAGE;
        store.read(Box::new(move |snapshot| {
            let page = snapshot.open_exchanges(after, most).expect("readable");
            let last = page.last().map(|record| (record.created, record.id));
            answer.send((page.len() as u64, last)).expect("heard");
        }));
        let (read, last) = page.recv().expect("an answer");
        count += read;
        if last.is_none() {
            return count;
        }
        after = last;
    }
}

/// Exchanges until somebody kills it.
fn victim(folder: &Path) {
    let store = open(folder);
    exchanges(&store, 1_000_000, Duration::from_mins(1));
}

fn open(folder: &Path) -> EmbeddedStore {
    let key = MasterKey::read(&folder.join("key")).expect("a key");
    let settings = Settings { path: folder.join("file"), key, old_keys: Vec::new(), cache_mib: 64, must_exist: false };
    EmbeddedStore::open(settings).expect("opened").store
}

fn fdatasync(folder: &Path) -> (Duration, Duration) {
    let mut file = File::create(folder.join("sync")).expect("a file");
    file.write_all(&vec![1; 4096 * 512]).expect("written");
    file.sync_all().expect("synced");
    let mut times: Vec<Duration> = (0..500_u64)
        .map(|number| {
            let begun = Instant::now();
            file.seek(std::io::SeekFrom::Start(number % 512 * 4096)).expect("sought");
            file.write_all(&[number as u8; 4096]).expect("written");
            file.sync_data().expect("synced");
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    (times[times.len() / 2], times[times.len() * 99 / 100])
}

/// Runs exchanges of random devices; gives how many ended, in what time, and p50 and p99 of a step.
fn exchanges(store: &EmbeddedStore, subscribers: u64, run: Duration) -> (u64, Duration, (Duration, Duration)) {
    let (done, durable) = mpsc::channel();
    let send = |exchange: u64, stage: u8| {
        let (done, begun) = (done.clone(), Instant::now());
        let told = move |result: Result<(), _>| {
            result.unwrap_or_else(|_| panic!("refused"));
            let _ = done.send((exchange, stage, begun.elapsed()));
        };
        store.commit(step(subscribers, exchange, stage), Box::new(told));
        // What an operator may read later rides along.
        let note = HistoryStep { at: Time(exchange), state: State::InSession, what: Happened::Note("step".into()) };
        store.commit(vec![Change::History(id(exchange), Box::new(note))], Box::new(|_| {}));
    };
    let begun = Instant::now();
    // Rising over all runs, as time is.
    let mut next = UNIX_EPOCH.elapsed().expect("after 1970").as_micros() as u64;
    for _ in 0..IN_FLIGHT {
        send(next, 0);
        next += 1;
    }
    let (mut ended, mut running, mut times) = (0, IN_FLIGHT, Vec::new());
    while running > 0 {
        let (exchange, stage, took) = durable.recv().expect("an answer");
        times.push(took);
        match stage + 1 {
            STEPS => {
                ended += 1;
                if begun.elapsed() < run {
                    send(next, 0);
                    next += 1;
                } else {
                    running -= 1;
                }
            }
            stage => send(exchange, stage),
        }
    }
    times.sort_unstable();
    (ended, begun.elapsed(), (times[times.len() / 2], times[times.len() * 99 / 100]))
}

fn commit(store: &EmbeddedStore, changes: Vec<Change>) {
    let (answer, durable) = mpsc::channel();
    store.commit(changes, Box::new(move |result| answer.send(result.is_ok()).expect("heard")));
    assert!(durable.recv().expect("answered"));
}

/// Spreads numbers over the words.
fn mixed(number: u64) -> u64 {
    let mixed = (number ^ number >> 31).wrapping_mul(0x7fb5_d329_728e_a185);
    (mixed ^ mixed >> 27).wrapping_mul(0x81da_def4_bc2d_d44d) ^ mixed >> 33
}

fn id(exchange: u64) -> ExchangeId {
    ExchangeId(mixed(exchange))
}

fn device(number: u64) -> DeviceId {
    DeviceId::new(&format!("MEID:A{:013}", mixed(number) % 10_000_000_000_000)).expect("a name")
}

fn subscriber(number: u64) -> Subscriber {
    let account = Account {
        scheme: AuthType::Md5,
        client: user_digest("user", &number.to_string()),
        client_nonce: vec![7; 16],
        last_slot: 0,
        resync_left: false,
        server: Some(ServerSecret::new(AuthType::Md5, "akeyd", "server", vec![8; 16])),
    };
    let place = Place {
        address: None,
        min: Some(format!("{:010}", mixed(number) % 10_000_000_000)),
        imsi: Some(format!("31000{number:010}")),
        esn: None,
        meid: Some(format!("A{:013X}", mixed(number) % 0xf_ffff_ffff_ffff)),
    };
    Subscriber {
        device: device(number),
        account,
        model: String::new(),
        wishes: Wishes::default(),
        spc: Some(Spc([0x12, 0x34, 0x56])),
        place,
        capability: None,
        temporary: None,
        last_contact: None,
    }
}

/// The changes of one durable step of a perform exchange.
fn step(subscribers: u64, exchange: u64, stage: u8) -> Vec<Change> {
    let device = device(mixed(exchange) % subscribers);
    let (state, key) = match stage {
        0 => {
            let accepted = Accepted { next_nonce: vec![stage; 16], last_slot: 9, resync_left: false, resync: None };
            return vec![Change::Login(device, accepted)];
        }
        1 => (State::Pending, AKey::from_slice(&mixed(exchange).to_be_bytes()).map(Key::A)),
        2 => (State::CommitSent, None),
        3 => (State::Committed, None),
        _ => (State::Activated, None),
    };
    let record = ExchangeRecord { key, ..record(exchange, state, device.clone()) };
    let mut changes = vec![Change::Exchange(Box::new(record))];
    if stage == 1 || stage == 4 {
        changes.push(Change::Audit(Box::new(AuditEvent {
            at: Time(exchange),
            actor: "akeyd".into(),
            action: "key.pending".into(),
            subject: device.as_str().into(),
            detail: id(exchange).to_string(),
        })));
    }
    changes
}

/// An exchange that stands here.
fn record(exchange: u64, state: State, device: DeviceId) -> ExchangeRecord {
    let at = Time(exchange);
    let ended = Ended { outcome: Outcome::Updated, cause: None, result_code: None, at };
    let commit = CommitMark { at, correlator: Some("c0ffee".into()), tag: 3 };
    ExchangeRecord {
        id: id(exchange),
        start: Start::of(device, Origin::Contact),
        created: at,
        at,
        expires: at.plus(1_000_000),
        choice: Some((Way::Perform, Dialect::Is683)),
        order: Some(Order::BsFirst),
        kind: Some(Kind::AKey),
        state,
        version: Version { a_key_p_rev: Some(2), ..Version::default() },
        commit: (state == State::CommitSent).then_some(commit),
        ended: (state == State::Activated).then_some(ended),
        pushed: false,
        discards: false,
        key: None,
    }
}

/// The most memory that this process has had, KiB.
fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("readable");
    let line = status.lines().find(|line| line.starts_with("VmHWM")).expect("there");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number")
}
