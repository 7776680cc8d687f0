//! What is over goes in pieces, and nothing else does.

use sha2::{Digest, Sha256};

use super::*;
use crate::desk::record::{Forget, Origin, Start};
use crate::store::Filter;
use crate::store::memory::MemoryStore;
use crate::store::tests::same;

fn ended(number: u64, at: u64) -> ExchangeRecord {
    let start = Start::of(DeviceId::new(&format!("D{}", number % 7)).unwrap(), Origin::Campaign("spring".into()));
    let ended = Ended { outcome: Outcome::Failed, cause: None, result_code: None, at: Time(at) };
    ExchangeRecord {
        id: ExchangeId(number + 1),
        start,
        created: Time(number),
        ended: Some(ended),
        state: State::Requested,
        key: None,
        discards: false,
        ..Any::new(number).exchange()
    }
}

/// Rows of every table.
fn rows(store: &EmbeddedStore) -> Vec<(String, u64)> {
    let database = store.shared.database();
    let transaction = database.as_ref().unwrap().begin_read().unwrap();
    tables::ALL
        .iter()
        .map(|table| (table.name().to_owned(), transaction.open_table(*table).unwrap().len().unwrap()))
        .collect()
}

fn until(what: &str, mut is: impl FnMut() -> bool) {
    let begun = std::time::Instant::now();
    while !is() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
        thread::sleep(Duration::from_millis(2));
    }
}

#[derive(Default)]
struct Counted(Mutex<[u64; 3]>);

impl Meter for Counted {
    fn group(&self, _: usize, _: Duration) {}
    fn full(&self, _: bool) {}
    fn to_reseal(&self, _: u64) {}
    fn damaged(&self, _: u64) {}
    fn removed(&self, exchanges: u64, deliveries: u64, audit: u64) {
        let mut counted = self.0.lock().unwrap();
        *counted = [counted[0] + exchanges, counted[1] + deliveries, counted[2] + audit];
    }
}

#[test]
fn thousands_of_exchanges_go_a_few_at_a_time_and_leave_nothing() {
    let folder = Folder::new("forget-many");
    let store = folder.open();
    let counted = Arc::new(Counted::default());
    store.count_by(Arc::clone(&counted) as Arc<dyn Meter>);
    let empty = rows(&store);
    let many = 10 * limits::STORE_FORGET_LOOKS as u64 + 7;
    let mut any = Any::new(3);
    let mut changes = Vec::new();
    for number in 0..many {
        let id = ExchangeId(number + 1);
        // A step before the exchange, and one behind it.
        changes.push(Change::History(id, Box::new(any.step())));
        changes.push(Change::Exchange(Box::new(ended(number, 500 + number))));
        changes.push(Change::History(id, Box::new(any.step())));
    }
    commit(&store, changes).unwrap();
    let count = || read(&store, |of| of.exchanges(&Filter::default(), None, usize::MAX).unwrap().len() as u64);
    commit(&store, vec![Change::Forget(Forget::Exchanges(Time(499)))]).unwrap();
    assert_eq!(count(), many);
    commit(&store, vec![Change::Forget(Forget::Exchanges(Time(500 + many)))]).unwrap();
    let left = count();
    assert!(left >= many - 2 * limits::STORE_FORGET as u64, "a piece at a time, and not {left} at once");
    // Others are served meanwhile.
    let event = || Change::Audit(Box::new(Any::new(1).event()));
    commit(&store, vec![event()]).unwrap();
    assert!(count() > many / 2);
    until("they go", || count() == 0);
    let audit = |rows: Vec<(String, u64)>| rows.into_iter().filter(|(name, _)| name != "audit").collect::<Vec<_>>();
    assert_eq!(audit(rows(&store)), audit(empty), "nothing of them is left");
    assert_eq!(counted.0.lock().unwrap()[0], many);
}

/// Of each reason why an exchange must stay one, many of them, so that the walk has to pass them.
#[test]
fn what_something_is_to_come_of_stays() {
    let folder = Folder::new("forget-stay");
    let (file, memory) = (folder.open(), MemoryStore::default());
    let most = limits::STORE_FORGET_LOOKS as u64;
    for number in 0..most + 40 {
        let record = |number| ended(number, 5);
        let outcome = |outcome, record: ExchangeRecord| {
            let ended = record.ended.clone().map(|ended| Ended { outcome, ..ended });
            ExchangeRecord { ended, ..record }
        };
        let changes = || {
            let record = match number % 6 {
                0 => ExchangeRecord { ended: None, ..record(number) },
                1 => outcome(Outcome::InDoubt, record(number)),
                2 => ExchangeRecord { discards: true, ..record(number) },
                3 => ExchangeRecord { key: Some(Any::new(9).key()), ..outcome(Outcome::Updated, record(number)) },
                _ => record(number),
            };
            let mut changes = vec![Change::Exchange(Box::new(record))];
            if number % 6 == 4 {
                let delivery = Delivery { exchange: ExchangeId(number + 1), ..Any::new(number).delivery() };
                changes.push(Change::Deliver(Box::new(delivery)));
            }
            changes
        };
        commit(&memory, changes()).unwrap();
        commit(&file, changes()).unwrap();
    }
    let forget = |before| {
        commit(&memory, vec![Change::Forget(Forget::Exchanges(Time(before)))]).unwrap();
        commit(&file, vec![Change::Forget(Forget::Exchanges(Time(before)))]).unwrap();
    };
    forget(1_000);
    let all = |of: &dyn crate::store::Snapshot| of.exchanges(&Filter::default(), None, usize::MAX).unwrap().len();
    let expected = (0..most + 40).filter(|number| number % 6 != 5).count();
    until("the others go", || read(&file, all) == expected);
    same(&memory, &file);
    // Once its key is wiped, and its delivery has arrived, it goes too.
    for store in [&memory as &dyn Store, &file] {
        commit(store, vec![Change::WipeBefore(Time(1_000))]).unwrap();
        for seq in 1..=most {
            commit(store, vec![Change::Delivered(seq, Time(900))]).unwrap();
        }
    }
    forget(1_001);
    let expected = (0..most + 40).filter(|number| number % 6 < 3).count();
    until("those too", || read(&file, all) == expected);
    same(&memory, &file);
    drop(file);
    let faults = check::check(&folder.file(), folder.key("store.key"), Vec::new()).unwrap().faults;
    assert_eq!(faults, [""; 0]);
}

#[test]
fn an_exchange_that_has_moved_again_goes_by_its_new_end() {
    let folder = Folder::new("forget-moved");
    let store = folder.open();
    let put = |record| commit(&store, vec![Change::Exchange(Box::new(record))]).unwrap();
    put(ended(1, 10));
    put(ExchangeRecord { discards: true, ..ended(1, 10) });
    put(ended(1, 50));
    put(ended(2, 10));
    put(ExchangeRecord { ended: None, ..ended(2, 10) });
    let forget = |before| commit(&store, vec![Change::Forget(Forget::Exchanges(Time(before)))]).unwrap();
    let left = || read(&store, |of| of.exchanges(&Filter::default(), None, 9).unwrap().len());
    forget(49);
    assert_eq!(left(), 2);
    forget(50);
    assert_eq!(left(), 1);
    put(ended(2, 60));
    forget(60);
    assert_eq!(left(), 0);
}

#[test]
fn acknowledged_deliveries_go_and_no_place_is_given_out_twice() {
    let folder = Folder::new("forget-deliveries");
    let store = folder.open();
    let many = 3 * limits::STORE_FORGET_LOOKS as u64;
    let deliver = |created| {
        let delivery = Delivery { created: Time(created), ..Any::new(created).delivery() };
        Change::Deliver(Box::new(delivery))
    };
    commit(&store, (0..many).map(deliver).collect()).unwrap();
    // All but every tenth have arrived, half of them late.
    let arrived = (1..=many).filter(|seq| seq % 10 != 0);
    commit(
        &store,
        arrived.map(|seq| Change::Delivered(seq, Time(if seq % 2 == 0 { many } else { 9 * many }))).collect(),
    )
    .unwrap();
    let forget = |before| commit(&store, vec![Change::Forget(Forget::Deliveries(Time(before)))]).unwrap();
    let count = |acknowledged| read(&store, move |of| of.deliveries(0, acknowledged, usize::MAX).unwrap().len() as u64);
    forget(many);
    until("half of them", || count(true) == many / 10 + many / 2);
    forget(9 * many);
    until("the others", || count(true) == many / 10);
    assert_eq!(count(false), many / 10);
    // The last that is left too: its place stays its own.
    commit(&store, vec![Change::Delivered(many / 10 * 10, Time(1))]).unwrap();
    forget(9 * many + 1);
    until("the last", || count(true) == many / 10 - 1);
    drop(store);
    let store = folder.open();
    commit(&store, vec![deliver(7)]).unwrap();
    let last = read(&store, |of| of.deliveries(0, false, usize::MAX).unwrap().pop().unwrap());
    assert_eq!(last.seq, many + 1);
    drop(store);
    let faults = check::check(&folder.file(), folder.key("store.key"), Vec::new()).unwrap().faults;
    assert_eq!(faults, [""; 0]);
}

#[test]
fn the_audit_trail_loses_its_beginning_and_stays_a_chain() {
    let folder = Folder::new("forget-audit");
    let store = folder.open();
    let many = limits::STORE_FORGET_AUDIT as u64 + 100;
    let event = |at| Change::Audit(Box::new(AuditEvent { at: Time(at), ..Any::new(at).event() }));
    commit(&store, (1..=many).map(event).collect()).unwrap();
    let forget = |before| {
        let at = Time(10 * many);
        commit(&store, vec![Change::Forget(Forget::Audit { before: Time(before), at })]).unwrap();
    };
    let trail = || read(&store, |of| (of.audit_anchor().unwrap(), of.audit(0, usize::MAX).unwrap()));
    let is_chain = || {
        let (anchor, trail) = trail();
        let (mut seq, mut hash) = anchor.map_or((0, [0; 32]), |anchor| (anchor.seq, anchor.hash));
        for audited in &trail {
            seq += 1;
            hash = audited.event.chained(seq, &hash, Sha256::new()).finalize().into();
            assert_eq!((audited.seq, audited.hash), (seq, hash));
        }
        (anchor.map(|anchor| anchor.seq), trail.len() as u64, trail.last().unwrap().event.clone())
    };
    forget(0);
    assert_eq!((is_chain().0, is_chain().1), (None, many), "all of it is young");
    forget(100);
    let (anchor, left, last) = is_chain();
    assert_eq!((anchor, left), (Some(100), many - 99));
    assert_eq!((last.action.as_str(), last.at), ("audit.trim", Time(10 * many)));
    assert!(last.detail.starts_with("records up to 100, whose hash is "), "{}", last.detail);
    // All that is old, in more than one piece; what tells of it stays.
    forget(5 * many);
    until("the rest", || is_chain().0 == Some(many));
    assert_eq!(is_chain().1, 2 + u64::from(many - 100 > limits::STORE_FORGET_AUDIT as u64));
    drop(store);
    let checked = || check::check(&folder.file(), folder.key("store.key"), Vec::new()).unwrap().faults;
    assert_eq!(checked(), [""; 0]);
    // Zeroized and backed up it is a chain still.
    let copy = folder.0.join("copy");
    keep::backup_file(&folder.file(), &copy, Time(9)).unwrap();
    assert_eq!(check::check(&copy, folder.key("store.key"), Vec::new()).unwrap().faults, [""; 0]);
    keep::hold(&folder.file()).unwrap().zeroize(&Any::new(1).event()).unwrap();
    drop(folder.open());
    assert_eq!(checked(), [""; 0]);
    // Another anchor is found out.
    let database = file::builder(8).open(folder.file()).unwrap();
    let transaction = database.begin_write().unwrap();
    transaction.open_table(tables::META).unwrap().remove(tables::meta::ANCHOR).unwrap();
    transaction.commit().unwrap();
    drop(database);
    assert!(!checked().is_empty());
}

#[test]
fn a_damaged_record_is_no_reason_to_remove_anything_or_to_stand_still() {
    let folder = Folder::new("forget-damage");
    let store = folder.open();
    let many = 30;
    let records = (0..many).map(|number| Change::Exchange(Box::new(ended(number, 5))));
    let deliveries = (0..many).map(|number| {
        let delivery = Delivery { created: Time(1), exchange: ExchangeId(900), ..Any::new(number).delivery() };
        Change::Deliver(Box::new(delivery))
    });
    commit(&store, records.chain(deliveries).collect()).unwrap();
    commit(&store, (1..=many).map(|seq| Change::Delivered(seq, Time(2))).collect()).unwrap();
    drop(store);
    let planted = damage::plant(&folder, tables::EXCHANGES, damage::noise).len() as u64;
    assert_eq!(damage::plant(&folder, tables::DELIVERIES, damage::noise).len() as u64, planted);
    let store = folder.open();
    let forget = vec![Forget::Exchanges(Time(9)), Forget::Deliveries(Time(9))];
    commit(&store, forget.into_iter().map(Change::Forget).collect()).unwrap();
    let left = |name: &str| rows(&store).into_iter().find(|(table, _)| table == name).unwrap().1;
    assert_eq!((left("exchanges"), left("deliveries")), (planted, planted));
}
