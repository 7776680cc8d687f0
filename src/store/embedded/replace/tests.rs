//! What takes the store's place is whole and knows what it lacks; what stood there is kept, and nobody opens either meanwhile.

use super::*;
use crate::desk::record::{Change, Delivery, ExchangeRecord};
use crate::dm::account::Accepted;
use crate::limits;
use crate::store::embedded::{EmbeddedStore, Opened, Settings, keep};
use crate::store::tests::any::Any;
use crate::store::tests::{Folder, commit, load, read};

/// A folder whose store opens with the key of another's.
fn twin(of: &Folder, name: &str) -> Folder {
    let folder = Folder::new(name);
    let _ = of.key("store.key");
    fs::copy(of.0.join("store.key"), folder.0.join("store.key")).unwrap();
    folder
}

fn place(folder: &Folder, file: &[u8], log: Option<&[u8]>) {
    fs::write(folder.file(), file).unwrap();
    log.map_or_else(|| log::remove(&log::path(&folder.file())), |log| fs::write(log::path(&folder.file()), log))
        .unwrap();
}

/// What is said of the log in the file.
fn said(store: &EmbeddedStore) -> Option<Vec<u8>> {
    let transaction = store.shared.database().as_ref().unwrap().begin_read().unwrap();
    let value = transaction.open_table(tables::META).unwrap().get(meta::LOG).unwrap();
    value.map(|value| value.value().to_vec())
}

/// The file and its log as a crash leaves them now: what was committed is younger than the next sync.
fn crashed(store: &EmbeddedStore, folder: &Folder) -> (Vec<u8>, Vec<u8>) {
    let before = said(store);
    let left = (fs::read(folder.file()).unwrap(), fs::read(log::path(&folder.file())).unwrap());
    assert_eq!(before, said(store), "the file was synced meanwhile: this machine is too slow for the test");
    left
}

fn deliver(store: &EmbeddedStore, any: &mut Any) {
    commit(store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
}

fn deliveries(store: &EmbeddedStore) -> Vec<Delivery> {
    read(store, |snapshot| snapshot.deliveries(0, true, 99).unwrap())
}

fn keys(folder: &Folder, name: &str) -> (MasterKey, Vec<MasterKey>) {
    (folder.key(name), Vec::new())
}

fn restored(backup: &Path, folder: &Folder) -> Result<Restored, OpenError> {
    restore(backup, &folder.file(), Time(9), Some(keys(folder, "store.key")))
}

/// A store with some deliveries, and a backup of it.
fn with_backup(name: &str) -> (Folder, PathBuf) {
    let (folder, mut any) = (Folder::new(name), Any::new(4));
    let store = folder.open();
    (0..30).for_each(|_| deliver(&store, &mut any));
    drop(store);
    let backup = folder.0.join("backup");
    keep::backup_file(&folder.file(), &backup, Time(7)).unwrap();
    (folder, backup)
}

#[test]
fn a_damaged_backup_takes_nobodys_place() {
    let (folder, backup) = with_backup("replace-damaged");
    let (whole, there) = (fs::read(&backup).unwrap(), fs::read(folder.file()).unwrap());
    let (mut found, bad) = (0, folder.0.join("bad"));
    for at in (0..whole.len()).step_by(499) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(&bad, damaged).unwrap();
        match restored(&bad, &folder) {
            Err(OpenError::Damaged(named, _)) => {
                found += 1;
                assert_eq!(named, bad);
                assert!(fs::read(folder.file()).unwrap() == there, "nothing was changed");
            }
            Err(other) => panic!("octet {at}: {other}"),
            // A page that nothing leads to.
            Ok(Restored { before, report }) => {
                assert_eq!(report.unwrap().faults, [""; 0], "octet {at}");
                assert_eq!(deliveries(&folder.open()).len(), 30, "octet {at}");
                fs::rename(before.unwrap(), folder.file()).unwrap();
            }
        }
    }
    assert!(found > 20, "only {found} were found");
    for length in [0, 1, 4096, whole.len() / 2, whole.len() - 1] {
        fs::write(&bad, &whole[..length]).unwrap();
        assert!(matches!(restored(&bad, &folder), Err(OpenError::Damaged(..))), "{length}");
    }
    assert!(fs::read(folder.file()).unwrap() == there);
    let names = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(!names.into_iter().any(|name| name.contains(".new-")), "no copy is left");
}

/// Checksums say that pages are as they were written, not that what was written was right.
#[test]
fn what_is_wrong_in_a_backup_is_told() {
    let (folder, backup) = with_backup("replace-wrong");
    let database = file::open_checked(&backup, &backup).unwrap();
    let transaction = database.begin_write().unwrap();
    transaction.open_table(tables::DELIVERIES).unwrap().insert(&3_u64.to_be_bytes()[..], &[0xff; 21][..]).unwrap();
    transaction.commit().unwrap();
    drop(database);
    let report = restored(&backup, &folder).unwrap().report.unwrap();
    assert!(report.faults[0].starts_with("deliveries 3:"), "{:?}", report.faults);
    assert!(restore(&backup, &folder.file(), Time(11), None).unwrap().report.is_none(), "without keys nobody looks");
}

#[test]
fn a_backup_under_another_key_takes_nobodys_place() {
    let (folder, backup) = with_backup("replace-key");
    let other = restore(&backup, &folder.file(), Time(9), Some(keys(&folder, "other.key")));
    assert!(matches!(other, Err(OpenError::Key(named, _)) if named == backup));
    let ring = Some((folder.key("other.key"), vec![folder.key("store.key")]));
    assert!(restore(&backup, &folder.file(), Time(9), ring).unwrap().report.is_some(), "it is an old key");
    assert_eq!(deliveries(&folder.open()).len(), 30);
}

#[test]
fn nobody_opens_a_place_while_something_is_put_there() {
    let (folder, backup) = with_backup("replace-lock");
    let opens = || match EmbeddedStore::open(folder.settings()) {
        Ok(_) => true,
        Err(OpenError::Taken(_)) => false,
        Err(other) => panic!("{other}"),
    };
    let taken = Place::take(&folder.file()).unwrap();
    assert!(!opens());
    assert!(matches!(restored(&backup, &folder), Err(OpenError::Taken(_))));
    assert!(matches!(recover(&folder.file(), Time(9)), Err(OpenError::Taken(_))));
    drop(taken);
    assert!(opens());
    // Nor is a store copied that somebody writes to.
    let other = twin(&folder, "replace-lock-other");
    let store = folder.open();
    assert!(matches!(restored(&folder.file(), &other), Err(OpenError::Taken(_))));
    assert!(!other.file().exists());
    drop(store);
    // Nor one into itself.
    let itself = restored(&folder.file(), &folder).err().map(|error| error.to_string());
    assert!(itself.as_ref().is_some_and(|error| error.contains("is the store itself")), "{itself:?}");
    // A damaged one is held as well, and is no hindrance.
    fs::write(folder.file(), "x").unwrap();
    let taken = Place::take(&folder.file()).unwrap();
    assert!(matches!(Place::take(&folder.file()), Err(OpenError::Taken(_))));
    drop(taken);
    let before = restored(&backup, &folder).unwrap().before.unwrap();
    assert_eq!(fs::read(before).unwrap(), b"x");
    assert_eq!(deliveries(&folder.open()).len(), 30);
}

/// The volume of the store is elsewhere, and a link leads there.
#[test]
fn a_link_stays_and_what_it_leads_to_is_replaced() {
    let (folder, backup) = with_backup("replace-link");
    let volume = folder.0.join("volume");
    fs::create_dir(&volume).unwrap();
    let real = volume.join("real.redb");
    fs::rename(folder.file(), &real).unwrap();
    std::os::unix::fs::symlink("volume/real.redb", folder.file()).unwrap();
    let before = restored(&backup, &folder).unwrap().before.unwrap();
    assert_eq!(before, volume.join("real.redb.before-9"));
    assert!(fs::symlink_metadata(folder.file()).unwrap().is_symlink());
    assert!(fs::symlink_metadata(&real).unwrap().is_file());
    let store = folder.open();
    assert!(log::path(&real).exists() && !log::path(&folder.file()).exists(), "its log is beside it");
    assert_eq!(deliveries(&store).len(), 30);
    drop(store);
    fs::remove_file(&real).unwrap();
    assert!(restored(&backup, &folder).unwrap().before.is_none());
    assert!(fs::symlink_metadata(&real).unwrap().is_file(), "a link that leads to nothing yet");
}

/// A store that a crash left is no backup without its log.
#[test]
fn a_copy_of_what_a_crash_left_is_whole_or_refused() {
    let (folder, mut any) = (Folder::new("replace-crashed"), Any::new(6));
    let [copy, other] = ["copy", "other"].map(|name| twin(&folder, &format!("replace-crashed-{name}")));
    let store = folder.open();
    (0..5).for_each(|_| deliver(&store, &mut any));
    let (file, log) = crashed(&store, &folder);
    place(&copy, &file, None);
    let refused = restored(&copy.file(), &other).err();
    assert!(matches!(&refused, Some(OpenError::Lost(named, _)) if *named == copy.file()), "{refused:?}");
    assert!(!other.file().exists());
    place(&copy, &file, Some(&log));
    restored(&copy.file(), &other).unwrap();
    assert_eq!(deliveries(&other.open()).len(), 5);
    assert!(fs::read(copy.file()).unwrap() == file && fs::read(log::path(&copy.file())).unwrap() == log);
}

/// What becomes of the octets of a log.
type Harm = fn(&[u8]) -> Option<Vec<u8>>;

const BLOCK: usize = 4096;

/// Whatever became of the log: what was whole of it is in the store, in order; the next start knows that more has happened, no nonce proves
/// anybody, no place of the outbox comes again, and the audit trail is a chain that tells of it.
#[test]
fn a_store_goes_on_without_what_its_log_has_lost() {
    let (folder, mut any) = (Folder::new("recover"), Any::new(12));
    let foreign = twin(&folder, "recover-foreign");
    let store = foreign.open();
    deliver(&store, &mut any);
    let (_, foreign_log) = crashed(&store, &foreign);
    drop(store);
    let store = folder.open();
    let known = Any::new(5).subscriber();
    let device = known.device.clone();
    commit(&store, vec![Change::Subscriber(Box::new(known), crate::desk::record::Write::Put)]).unwrap();
    drop(store);
    let store = folder.open();
    let mut exchanges = Vec::new();
    for number in 0..8_u64 {
        let accepted =
            Accepted { next_nonce: vec![number as u8; 16], last_slot: number, resync_left: false, resync: None };
        let record =
            ExchangeRecord { id: ExchangeId(number), created: Time(1_000 + number), ended: None, ..any.exchange() };
        exchanges.push((record.id, (record.device().clone(), record.state)));
        let event = AuditEvent { at: Time(2_000 + number), ..any.event() };
        let changes = vec![
            Change::Login(device.clone(), accepted),
            Change::Exchange(Box::new(record.bare())),
            Change::Deliver(Box::new(any.delivery())),
            Change::Audit(Box::new(event)),
        ];
        commit(&store, changes).unwrap();
    }
    let (file, log) = crashed(&store, &folder);
    let last = deliveries(&store).last().unwrap().seq;
    drop(store);
    assert!((0..8).all(|number| log[number * BLOCK..].starts_with(b"akeydlog")), "each takes one block");
    assert_eq!(log.len(), limits::STORE_LOG_OCTETS);

    // What became of the log, records that are whole before the harm, and those that can be told behind it.
    let cases: [(&str, Harm, usize, usize); 8] = [
        ("gone", |_| None, 0, 8),
        ("emptied", |_| Some(Vec::new()), 0, 8),
        ("zeroed", |log| Some(vec![0; log.len()]), 0, 8),
        ("cut", |log| Some(log[..3 * BLOCK].to_vec()), 3, 8),
        ("cut within a record", |log| Some(log[..3 * BLOCK + 100].to_vec()), 3, 8),
        ("its first block zeroed", |log| Some([&[0; BLOCK], &log[BLOCK..]].concat()), 0, 1),
        (
            "a block in the middle zeroed",
            |log| Some([&log[..4 * BLOCK], &[0; BLOCK], &log[5 * BLOCK..]].concat()),
            4,
            5,
        ),
        (
            "an octet flipped",
            |log| Some([&log[..2 * BLOCK + 90], &[log[2 * BLOCK + 90] ^ 1], &log[2 * BLOCK + 91..]].concat()),
            2,
            3,
        ),
    ];
    let cases = cases.map(|(what, harm, whole, told)| (what, harm(&log), whole, told));
    let cases = cases.into_iter().chain([("of another store", Some(foreign_log), 0, 8)]);
    let other = twin(&folder, "recover-after");
    for (what, harmed, whole, told) in cases {
        place(&other, &file, harmed.as_deref());
        let now = Time(1_700_000_000_000);
        let Some(recovered) = recover(&other.file(), now).unwrap_or_else(|error| panic!("{what}: {error}")) else {
            panic!("{what}: nothing is missing");
        };
        assert_eq!(recovered.records, whole as u64, "{what}");
        assert_eq!(recovered.until, if whole == 0 { now } else { Time(2_000 + whole as u64 - 1) }, "{what}");
        // The flipped record can still be told, though it is not to be trusted.
        let lost: Vec<_> = recovered.lost.into_iter().collect();
        let expected = if what == "an octet flipped" { &exchanges[3..] } else { &exchanges[told..] };
        assert!(lost.ends_with(expected) && lost.len() <= expected.len() + 1, "{what}: {lost:?}");
        // What was there is there.
        assert!(fs::read(&recovered.before).unwrap() == file, "{what}");
        assert_eq!(fs::read(log::path(&recovered.before)).ok(), harmed, "{what}");
        fs::remove_file(&recovered.before).unwrap();
        log::remove(&log::path(&recovered.before)).unwrap();
        assert!(!log::path(&other.file()).exists(), "{what}");
        let faults = check::check(&other.file(), other.key("store.key"), Vec::new()).unwrap().faults;
        assert!(faults.iter().all(|fault| !fault.contains("audit")), "{what}: {faults:?}");

        assert!(recover(&other.file(), now).unwrap().is_none(), "{what}: it is whole now");
        for _ in 0..2 {
            let Opened { store, restored, .. } =
                EmbeddedStore::open(Settings { cache_mib: 8, ..other.settings() }).unwrap();
            assert_eq!(restored, Some(recovered.until), "{what}: until somebody has gone on from it");
            let account = load(&store, &device).unwrap().account;
            assert!(account.client_nonce.is_empty(), "{what}: no nonce proves anybody");
            assert_eq!(read(&store, |snapshot| snapshot.counts().unwrap().open), whole as u64, "{what}");
            let audit = read(&store, |snapshot| snapshot.audit(0, 99).unwrap());
            assert_eq!(audit.last().unwrap().event.action, "store.recover", "{what}");
            deliver(&store, &mut any);
            assert!(deliveries(&store).last().unwrap().seq > last, "{what}: no place comes again");
        }
    }
}

#[test]
fn nothing_is_recovered_that_is_whole_or_damaged_or_to_be_had() {
    let (folder, mut any) = (Folder::new("recover-not"), Any::new(13));
    let other = twin(&folder, "recover-not-after");
    let store = folder.open();
    (0..8).for_each(|_| deliver(&store, &mut any));
    let (file, log) = crashed(&store, &folder);
    drop(store);
    // A log that is whole says so, and nothing changes.
    place(&other, &file, Some(&log));
    assert!(recover(&other.file(), Time(9)).unwrap().is_none());
    assert!(fs::read(other.file()).unwrap() == file);
    assert_eq!(deliveries(&other.open()).len(), 8);
    // One that was only put aside is to be had.
    place(&other, &file, None);
    let stray = other.0.join("akeyd.redb.wal.stray-5");
    fs::write(&stray, &log).unwrap();
    let refused = recover(&other.file(), Time(9)).err().map(|error| error.to_string());
    assert!(refused.as_ref().is_some_and(|error| error.contains("give it its name back")), "{refused:?}");
    fs::remove_file(stray).unwrap();
    // Nor is a damaged file made whole by it.
    let mut damaged = file.clone();
    damaged[64] ^= 0xff;
    damaged[192] ^= 0xff;
    place(&other, &damaged, None);
    assert!(matches!(recover(&other.file(), Time(9)), Err(OpenError::Damaged(..))));
    assert!(fs::read(other.file()).unwrap() == damaged);
}
