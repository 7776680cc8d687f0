//! What a file must do beyond what every store does: survive, refuse, and show no secret.

use std::fs;
use std::os::unix::fs::FileExt;
use std::path::Path;

use redb::{ReadableDatabase, ReadableTable, ReadableTableMetadata, TableHandle};

mod damage;
mod forget;
mod hands;
mod missing;
mod names;
mod upgrade;

use super::*;
use crate::desk::record::{Delivery, Ended, ExchangeRecord, Place, Write};
use crate::dm::account::{Accepted, Account, ServerSecret};
use crate::is683::Spc;
use crate::store::tests::any::Any;
use crate::store::tests::{Folder, commit, holds, load, read, shown};
use crate::syncml::auth::{AuthType, user_digest};
use crate::words::{ExchangeId, Outcome, State};

fn subscriber(name: &str) -> Subscriber {
    // None of two has a name in the signalling network of the other.
    Subscriber { device: DeviceId::new(name).unwrap(), place: Place::default(), ..Any::new(5).subscriber() }
}

fn put(store: &EmbeddedStore, subscriber: Subscriber) {
    commit(store, vec![Change::Subscriber(Box::new(subscriber), Write::Put)]).unwrap();
}

fn refused(settings: Settings) -> OpenError {
    match EmbeddedStore::open(settings) {
        Err(error) => error,
        Ok(_) => panic!("it opened"),
    }
}

#[test]
fn another_key_or_none_of_the_right_ones_is_refused_and_nothing_changes() {
    let folder = Folder::new("keys");
    put(&folder.open(), subscriber("A"));
    let wrong = || Settings { key: folder.key("other.key"), ..folder.settings() };
    assert!(matches!(refused(wrong()), OpenError::Key(..)));
    let store = folder.open();
    assert_eq!(shown(&load(&store, &DeviceId::new("A").unwrap()).unwrap()), shown(&subscriber("A")));
}

#[test]
fn a_file_is_open_once() {
    let folder = Folder::new("lock");
    let _store = folder.open();
    assert!(matches!(refused(folder.settings()), OpenError::Taken(_)));
    assert!(matches!(keep::compact(&folder.file()), Err(OpenError::Taken(_))));
    assert!(matches!(keep::hold(&folder.file()), Err(OpenError::Taken(_))));
    // Its first page is damaged under the process that has it open.
    fs::OpenOptions::new().write(true).open(folder.file()).unwrap().write_all_at(&[0; 4096], 0).unwrap();
    assert!(matches!(keep::hold(&folder.file()), Err(OpenError::Taken(_))));
}

#[test]
fn a_newer_format_is_refused_by_its_number() {
    let folder = Folder::new("newer");
    drop(folder.open());
    let database = file::builder(8).open(folder.file()).unwrap();
    let transaction = database.begin_write().unwrap();
    transaction
        .open_table(tables::META)
        .unwrap()
        .insert(tables::meta::FORMAT, &(tables::FORMAT + 1).to_be_bytes()[..])
        .unwrap();
    transaction.commit().unwrap();
    drop(database);
    let said = refused(folder.settings()).to_string();
    assert!(said.contains(&format!("has format {}", tables::FORMAT + 1)), "{said}");
}

/// Never a fresh store in the place of a damaged one.
#[test]
fn a_damaged_file_is_refused_or_right() {
    let folder = Folder::new("damage");
    let store = folder.open();
    for number in 0..300 {
        put(&store, subscriber(&format!("D{number}")));
    }
    drop(store);
    let whole = fs::read(folder.file()).unwrap();
    let count = |store: &EmbeddedStore| read(store, |snapshot| snapshot.counts().unwrap().subscribers);
    fs::write(folder.file(), []).unwrap();
    assert!(matches!(refused(folder.settings()), OpenError::Damaged(..)));
    for length in [1, 319, 320, 4096, 8192, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        fs::write(folder.file(), &whole[..length]).unwrap();
        let error = refused(folder.settings());
        assert!(matches!(error, OpenError::Damaged(..)), "{length}: {error}");
    }
    let mut found = 0;
    for place in (0..whole.len()).step_by(1021) {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x55;
        fs::write(folder.file(), damaged).unwrap();
        match EmbeddedStore::open(folder.settings()) {
            Err(OpenError::Damaged(..)) => found += 1,
            Err(other) => panic!("octet {place}: {other}"),
            // A page that nothing leads to.
            Ok(Opened { store, .. }) => assert_eq!(count(&store), 300, "octet {place}"),
        }
    }
    assert!(found > 20, "only {found} were found");
}

#[test]
fn no_secret_stands_in_the_file() {
    let folder = Folder::new("secrets");
    let password = "correct horse battery";
    let digest = user_digest("alice", password);
    let account = |server| Account {
        scheme: AuthType::Basic,
        client: digest.clone(),
        client_nonce: vec![1; 16],
        last_slot: 0,
        resync_left: false,
        server: Some(server),
    };
    let basic = ServerSecret::new(AuthType::Basic, "akeyd", "server's password", vec![2; 16]);
    let md5 = ServerSecret::new(AuthType::Md5, "akeyd", "server's password", vec![2; 16]);
    let md5_digest = user_digest("akeyd", "server's password");
    let mut any = Any::new(9);
    let key = any.key();
    let mut record = ExchangeRecord { state: State::Pending, ended: None, key: Some(key.copy()), ..any.exchange() };
    let body = b"a wrapped key, a wrapped key".to_vec();
    let delivery = Delivery { body: body.clone(), ..any.delivery() };
    let store = folder.open();
    let row = |name: &str, server| Subscriber {
        account: account(server),
        spc: Some(Spc([0x98, 0x76, 0x54])),
        ..subscriber(name)
    };
    put(&store, row("A", basic));
    put(&store, row("B", md5));
    let id = record.id;
    commit(&store, vec![Change::Exchange(Box::new(record.bare())), Change::Deliver(Box::new(delivery))]).unwrap();
    record.key = Some(key.copy());
    commit(&store, vec![Change::Exchange(Box::new(record))]).unwrap();
    // It is there, and comes back.
    let again = read(&store, move |snapshot| snapshot.exchange(id).unwrap().unwrap().key.unwrap());
    assert_eq!(again.expose(), key.expose());
    drop(store);
    let secrets: [&[u8]; 7] = [
        key.expose(),
        digest.as_stored(),
        md5_digest.as_stored(),
        b"server's password",
        password.as_bytes(),
        &body,
        &[0x98, 0x76, 0x54, 0x01],
    ];
    for secret in secrets {
        assert!(!holds(&folder.file(), secret), "{secret:02x?}");
    }
    assert!(holds(&folder.file(), &[2; 16]), "the search finds what is there: nonces are no secrets");
}

/// Everything under the old key, then the new key beside it, then the new key alone.
#[test]
fn secrets_are_sealed_anew_and_the_old_key_can_go() {
    let folder = Folder::new("rotation");
    let mut any = Any::new(11);
    let (key, body) = (any.key(), vec![7; 40]);
    let record = ExchangeRecord { state: State::Pending, ended: None, key: Some(key.copy()), ..any.exchange() };
    let id = record.id;
    let store = folder.open();
    for number in 0..600 {
        put(&store, subscriber(&format!("D{number}")));
    }
    let delivery = Delivery { body: body.clone(), ..any.delivery() };
    commit(&store, vec![Change::Exchange(Box::new(record)), Change::Deliver(Box::new(delivery))]).unwrap();
    drop(store);

    let old = || folder.key("store.key");
    let new = || Settings { key: folder.key("new.key"), ..folder.settings() };
    assert!(matches!(refused(new()), OpenError::Key(..)), "the old one is needed");
    let is_whole = |store: &EmbeddedStore| {
        let device = DeviceId::new("D599").unwrap();
        assert_eq!(shown(&load(store, &device).unwrap()), shown(&subscriber("D599")));
        let (kept, sent) = read(store, move |snapshot| {
            (snapshot.exchange(id).unwrap().unwrap().key.unwrap(), snapshot.deliveries(0, true, 9).unwrap())
        });
        assert_eq!((kept.expose(), &sent[0].body), (key.expose(), &body));
    };
    // Stopped in the middle, and begun again.
    for pause in [Duration::from_millis(30), Duration::from_secs(20)] {
        let store = EmbeddedStore::open(Settings { old_keys: vec![old()], ..new() }).unwrap().store;
        is_whole(&store);
        let begun = std::time::Instant::now();
        while begun.elapsed() < pause && !is_resealed(&store) {
            thread::sleep(Duration::from_millis(5));
        }
        is_whole(&store);
    }
    let store = EmbeddedStore::open(new()).expect("the new key alone").store;
    is_whole(&store);
    drop(store);
    assert!(matches!(refused(folder.settings()), OpenError::Key(..)), "the old key opens nothing any more");
}

fn is_resealed(store: &EmbeddedStore) -> bool {
    let database = store.shared.database();
    let transaction = database.as_ref().unwrap().begin_read().unwrap();
    let table = transaction.open_table(tables::META).unwrap();
    table.get(&*opening::check_key(1)).unwrap().is_none()
}

#[test]
fn a_backup_of_a_running_store_is_whole_and_makes_every_device_a_stranger() {
    let folder = Folder::new("backup");
    let (copy, device) = (folder.0.join("copy"), DeviceId::new("A").unwrap());
    let store = folder.open();
    put(&store, subscriber("A"));
    let accepted = Accepted { next_nonce: vec![5; 16], last_slot: 7, resync_left: false, resync: None };
    let login = || Change::Login(device.clone(), accepted.clone());
    commit(&store, vec![login()]).unwrap();
    let backup = |to: &Path, made| {
        let (answer, copied) = mpsc::channel();
        store.copy(to.to_owned(), made, Box::new(move |result| answer.send(result).unwrap()));
        copied.recv_timeout(Duration::from_mins(1)).expect("an answer")
    };
    backup(&copy, Time(77)).unwrap();
    backup(&folder.0.join("inner"), Time(78)).unwrap();
    assert!(matches!(backup(&copy, Time(79)), Err(NotCopied::Exists)), "nothing is overwritten");
    assert!(matches!(backup(&folder.0.join("none/x"), Time(79)), Err(NotCopied::Failed(_))));
    assert!(matches!(keep::backup_file(&folder.file(), &folder.0.join("outer"), Time(79)), Err(OpenError::Taken(_))));
    assert!(matches!(replace::restore(&copy, &folder.file(), Time(80), None), Err(OpenError::Taken(_))));
    put(&store, subscriber("younger"));
    drop(store);

    let aside = replace::restore(&copy, &folder.file(), Time(80), None).unwrap().before.unwrap();
    assert!(aside.exists());
    for round in 0..3 {
        let Opened { store, restored, of_backup } = EmbeddedStore::open(folder.settings()).unwrap();
        let expected = if round < 2 { (Some(Time(77)), None) } else { (None, Some(Time(79))) };
        assert_eq!((restored, of_backup), expected, "round {round}");
        let account = load(&store, &device).unwrap().account;
        if round == 2 {
            assert_eq!(account.client_nonce, [5; 16], "settled: what was written since stays");
            continue;
        }
        assert_eq!((account.client_nonce.len(), account.last_slot), (0, 7), "round {round}");
        assert_eq!(read(&store, |snapshot| snapshot.counts().unwrap().subscribers), 1);
        commit(&store, vec![login()]).unwrap();
        if round == 1 {
            store.restored_is_settled(Time(79)).unwrap();
        }
    }
    // The other copy is one too.
    let inner = Settings { path: folder.0.join("inner"), ..folder.settings() };
    assert_eq!(EmbeddedStore::open(inner).unwrap().restored, Some(Time(78)));
}

/// Peers tell deliveries by their places. After a restoration none may come again that was given out when the backup had been made.
#[test]
fn a_restored_outbox_gives_out_no_place_twice() {
    // By the machine's clock the backup was made long ago, or is still to be made.
    for made in [Time(77), opening::now().plus(10 * 86_400_000)] {
        let folder = Folder::new("places");
        let mut any = Any::new(3);
        let mut deliver = |store: &EmbeddedStore| {
            commit(store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
            read(store, |snapshot| snapshot.deliveries(0, false, 9).unwrap()).last().unwrap().seq
        };
        let store = folder.open();
        assert_eq!(deliver(&store), 1);
        let copy = folder.0.join("copy");
        keep::backup(&store.shared, &copy, made).unwrap();
        let mut last = deliver(&store);
        drop(store);
        // The same backup twice: what was given out after the first time is not in it either.
        for now in 80..82 {
            replace::restore(&copy, &folder.file(), Time(now), None).unwrap();
            thread::sleep(Duration::from_millis(2));
            let store = folder.open();
            for _ in 0..3 {
                let place = deliver(&store);
                assert!(place > last && place < 1 << 53, "{place} after {last}");
                last = place;
            }
        }
    }
}

/// What stood there may have been given out by a clock that was ahead; a file that says nonsense is not believed.
#[test]
fn places_are_above_what_the_store_gave_out_that_stood_there() {
    for (ahead_days, believed) in [(400, true), (40_000_000, false)] {
        let folder = Folder::new("places-before");
        let store = folder.open();
        let copy = folder.0.join("copy");
        keep::backup(&store.shared, &copy, Time(77)).unwrap();
        drop(store);
        let ahead = std::time::SystemTime::now() + Duration::from_secs(86_400 * ahead_days);
        let file = fs::File::options().write(true).open(folder.file()).unwrap();
        if file.set_modified(ahead).is_err() {
            continue;
        }
        drop(file);
        replace::restore(&copy, &folder.file(), Time(80), None).unwrap();
        let store = folder.open();
        commit(&store, vec![Change::Deliver(Box::new(Any::new(3).delivery()))]).unwrap();
        let place = read(&store, |snapshot| snapshot.deliveries(0, false, 9).unwrap()).last().unwrap().seq;
        let day = |days: u64| opening::places_of(opening::now().plus(days * 86_400_000));
        assert_eq!(place > day(399), believed, "{place}");
        assert!(place < day(401));
    }
}

/// The machine's clock may be behind the one by which the backup was made, or behind an earlier restoration.
#[test]
fn places_after_a_restoration_are_above_all_that_the_file_knows_of() {
    let first = |made: u64, own: Option<u64>| {
        let folder = Folder::new("places-behind");
        let store = folder.open();
        let copy = folder.0.join("copy");
        keep::backup(&store.shared, &copy, Time(made)).unwrap();
        drop(store);
        if let Some(own) = own {
            let file = Database::open(&copy).unwrap();
            let transaction = file.begin_write().unwrap();
            let places = &own.to_be_bytes()[..];
            transaction.open_table(tables::META).unwrap().insert(tables::meta::PLACES, places).unwrap();
            transaction.commit().unwrap();
        }
        replace::restore(&copy, &folder.file(), Time(1), None).unwrap();
        let store = folder.open();
        commit(&store, vec![Change::Deliver(Box::new(Any::new(4).delivery()))]).unwrap();
        read(&store, |snapshot| snapshot.deliveries(0, false, 9).unwrap())[0].seq
    };
    let now = opening::places_of_now();
    let later = (now >> 10) + 3_600_000;
    assert_eq!(first(later, None), (later << 10) + 1);
    assert_eq!(first(77, Some(later << 10)), (later << 10) + 1);
    assert!((now..later << 10).contains(&first(77, Some(5))));
}

#[test]
fn many_keys_are_wiped_a_few_at_a_time() {
    let folder = Folder::new("wipes");
    let (mut any, store) = (Any::new(21), folder.open());
    let many = 2 * limits::STORE_WIPES as u64 + 5;
    let ended = Ended { outcome: Outcome::Updated, cause: None, result_code: None, at: Time(5) };
    let mut record = |id| {
        let (ended, key) = (Some(ended.clone()), Some(any.key()));
        Change::Exchange(Box::new(ExchangeRecord {
            id: ExchangeId(id),
            created: Time(id),
            ended,
            key,
            ..any.exchange()
        }))
    };
    commit(&store, (0..many).map(&mut record).collect()).unwrap();
    let kept = || {
        let has_key = |id| read(&store, move |of| of.exchange(ExchangeId(id)).unwrap().unwrap().key.is_some());
        (0..many).filter(|&id| has_key(id)).count() as u64
    };
    assert_eq!(kept(), many);
    commit(&store, vec![Change::WipeBefore(Time(4))]).unwrap();
    assert_eq!(kept(), many, "not their time");
    commit(&store, vec![Change::WipeBefore(Time(5))]).unwrap();
    let begun = std::time::Instant::now();
    while kept() > 0 && begun.elapsed() < Duration::from_secs(20) {}
    assert_eq!(kept(), 0, "the rest follows by itself");
}

#[test]
fn zeroizing_leaves_history_and_no_key() {
    let folder = Folder::new("zeroize");
    let mut any = Any::new(13);
    let store = folder.open();
    put(&store, subscriber("A"));
    let record = ExchangeRecord { ended: None, key: Some(any.key()), ..any.exchange() };
    let id = record.id;
    let delivery = Delivery { body: vec![9; 99], ..any.delivery() };
    let changes = vec![
        Change::Exchange(Box::new(record)),
        Change::Deliver(Box::new(delivery)),
        Change::Audit(Box::new(any.event())),
    ];
    commit(&store, changes).unwrap();
    drop(store);
    let before = fs::metadata(folder.file()).unwrap().len();
    keep::hold(&folder.file()).unwrap().zeroize(&any.event()).unwrap();
    assert!(before > 0);
    // A new key: the old one is not asked for, for nothing is sealed under it.
    let store = EmbeddedStore::open(Settings { key: folder.key("new.key"), ..folder.settings() }).unwrap().store;
    let (counts, record, sent, audit) = read(&store, move |snapshot| {
        let record = snapshot.exchange(id).unwrap().unwrap();
        (snapshot.counts().unwrap(), record, snapshot.deliveries(0, true, 9).unwrap(), snapshot.audit(0, 9).unwrap())
    });
    assert_eq!((counts.subscribers, counts.deliveries, counts.audit), (0, 0, 2));
    assert!(record.key.is_none() && sent[0].body.is_empty());
    let mut hash = [0; 32];
    for audited in audit {
        use sha2::Digest;
        hash = audited.event.chained(audited.seq, &hash, sha2::Sha256::new()).finalize().into();
        assert_eq!(hash, audited.hash);
    }
}

#[test]
fn compacting_makes_the_file_smaller_and_keeps_all() {
    let folder = Folder::new("compact");
    let store = folder.open();
    for number in 0..500 {
        put(&store, subscriber(&format!("D{number}")));
    }
    for number in 0..499 {
        commit(&store, vec![Change::RemoveSubscriber(DeviceId::new(&format!("D{number}")).unwrap())]).unwrap();
    }
    drop(store);
    let (before, after) = keep::compact(&folder.file()).unwrap();
    assert!(after <= before, "{before} {after}");
    assert!(load(&folder.open(), &DeviceId::new("D499").unwrap()).is_some());
}

/// Recent values that have settled are the row's; those of a removed device are nobody's.
#[test]
fn what_settles_is_what_was_last_said() {
    let folder = Folder::new("settle");
    let store = folder.open();
    let database = store.shared.database();
    let transaction = database.as_ref().unwrap().begin_write().unwrap();
    let tape = log::Tape::default();
    {
        let device = |number: u64| DeviceId::new(&format!("D{number}")).unwrap();
        let login = |number, slot| {
            let nonce = vec![slot as u8; 3];
            let accepted = Accepted { next_nonce: nonce, last_slot: slot, resync_left: true, resync: None };
            Change::Login(device(number), accepted)
        };
        let tables = || tables::Tables::open(&transaction, &tape).unwrap();
        let maker = |keys| apply::Maker::new(tables(), keys, 0, &store.shared.damage);
        let mut first = maker(&store.shared.keys);
        for number in 0..4 {
            let row = Subscriber { device: device(number), ..Any::new(5).subscriber() };
            first.apply(&Change::Subscriber(Box::new(row), Write::Put)).unwrap();
            first.apply(&login(number, 10 + number)).unwrap();
        }
        assert_eq!(first.awakened, 4);
        drop(first);
        active::turn(&transaction).unwrap();
        let mut second = maker(&store.shared.keys);
        second.apply(&login(1, 99)).unwrap();
        second.apply(&Change::RemoveSubscriber(device(2))).unwrap();
        let slot = |maker: &apply::Maker<'_>, number| {
            active::recent(&maker.tables, device(number).as_str().as_bytes(), 0).unwrap().map(|recent| recent.last_slot)
        };
        let all = |maker: &apply::Maker<'_>| [0, 1, 2, 3].map(|number| slot(maker, number));
        let expected = [Some(10), Some(99), None, Some(13)];
        for _ in 0..5 {
            assert_eq!(all(&second), expected);
            assert!(!active::settle(&mut second.tables, 1, 0, &store.shared.damage).unwrap());
        }
        assert!(second.tables.settling.is_empty().unwrap());
        assert_eq!(second.tables.active.len().unwrap(), 1);
    }
    transaction.abort().unwrap();
}

#[test]
fn a_check_finds_what_is_wrong() {
    let folder = Folder::new("check");
    let mut any = Any::new(17);
    let store = folder.open();
    for _ in 0..200 {
        let _ = commit(&store, any.changes());
    }
    put(&store, subscriber("A"));
    // The last row, which is put wrong first: its names must not hide that another name is missing.
    put(&store, Subscriber { place: Place::default(), ..subscriber("ÿ") });
    let record = ExchangeRecord { ended: None, ..any.exchange() };
    let delivery = Change::Deliver(Box::new(any.delivery()));
    commit(&store, vec![Change::Exchange(Box::new(record)), delivery]).unwrap();
    drop(store);
    let check = || check::check(&folder.file(), folder.key("store.key"), Vec::new()).unwrap();
    assert_eq!(check().faults, [""; 0]);
    // A value of each kind, put wrong in turn.
    let plant = |definition: tables::Definition, change: &dyn Fn(&[u8]) -> Option<Vec<u8>>| {
        let database = file::builder(8).open(folder.file()).unwrap();
        let transaction = database.begin_write().unwrap();
        {
            let mut table = transaction.open_table(definition).unwrap();
            let (key, value) = {
                let (key, value) = table.last().unwrap().expect("a row");
                (key.value().to_vec(), value.value().to_vec())
            };
            match change(&value) {
                Some(value) => drop(table.insert(&*key, &*value).unwrap()),
                None => drop(table.remove(&*key).unwrap()),
            }
        }
        transaction.commit().unwrap();
        drop(database);
        let found = check();
        assert!(!found.faults.is_empty(), "{}", definition.name());
        found.faults.len()
    };
    let tampered = |value: &[u8]| {
        let mut value = value.to_vec();
        value[40] ^= 1;
        Some(value)
    };
    let mut last = 0;
    for (definition, change) in [
        (tables::SUBSCRIBERS, &tampered as &dyn Fn(&[u8]) -> Option<Vec<u8>>),
        (tables::MOBILE_IDS, &|_| None),
        (tables::OPEN, &|_| None),
        (tables::BY_DEVICE, &|_| None),
        (tables::KEYS, &|value: &[u8]| Some(value[1..].to_vec())),
        (tables::DELIVERIES, &|_| None),
        (tables::HISTORY, &|_| Some(vec![0xff])),
        (tables::MEMBER_PLACES, &|_| None),
        (tables::CAMPAIGNS, &|_| Some(vec![0xff])),
        (tables::AUDIT, &tampered),
    ] {
        let found = plant(definition, change);
        assert!(found > last, "{} was not seen", definition.name());
        last = found;
    }
}

/// On a small file system of its own; skipped where none can be had.
#[test]
fn a_full_disk_loses_nothing_and_refuses_until_there_is_room() {
    let folder = Folder::new("full");
    let mount = |arguments: &[&str]| {
        let said = std::process::Command::new(arguments[0]).args(&arguments[1..]).arg(&folder.0).output();
        said.is_ok_and(|said| said.status.success())
    };
    if !mount(&["mount", "-t", "tmpfs", "-o", "size=24m", "akeyd-test"]) {
        return eprintln!("skipped: no file system can be mounted");
    }
    // As much as the log may have for the file, and more.
    fs::write(folder.0.join("filler"), vec![1; 2 * limits::STORE_LOG_OCTETS]).unwrap();
    let store = folder.open();
    let deliver = || {
        let body = vec![7; 60_000];
        commit(&store, vec![Change::Deliver(Box::new(Delivery { body, ..Any::new(1).delivery() }))])
    };
    let mut taken = 0;
    let full = loop {
        match deliver() {
            Ok(()) => taken += 1,
            Err(refused) => break refused,
        }
        assert!(taken < 1000, "the disk never filled");
    };
    assert!(matches!(full, Refused::Full(changes) if changes.len() == 1), "they come back");
    assert!(taken > 5, "{taken}");
    let begun = std::time::Instant::now();
    assert!(matches!(deliver(), Err(Refused::Full(_))));
    assert!(begun.elapsed() < Duration::from_secs(2), "refused at once");
    // It is read meanwhile, but where the file has no room for what only the log has: then as soon as there is.
    let (answer, counted) = mpsc::channel();
    store.read(Box::new(move |snapshot| answer.send(snapshot.counts().unwrap().deliveries).unwrap()));
    let meanwhile = counted.recv_timeout(Duration::from_secs(10)).ok();
    fs::remove_file(folder.0.join("filler")).unwrap();
    assert_eq!(meanwhile.unwrap_or_else(|| counted.recv_timeout(Duration::from_mins(1)).unwrap()), taken);
    let begun = std::time::Instant::now();
    while deliver().is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "it does not come back");
        thread::sleep(Duration::from_millis(100));
    }
    taken += 1;
    drop(store);
    let counts = read(&folder.open(), |snapshot| snapshot.counts().unwrap());
    let unmounted = mount(&["umount"]);
    assert_eq!(counts.deliveries, taken);
    assert!(unmounted);
}
