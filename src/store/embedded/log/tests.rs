//! What a crash leaves is there again, up to the last whole record of the right log, and nothing of another one.

use std::fs;
use std::path::Path;

use super::super::{EmbeddedStore, OpenError, Settings, keep};
use super::*;
use crate::desk::record::Change;
use crate::store::tests::any::Any;
use crate::store::tests::{Folder, commit, everything, read};
use crate::words::Time;

/// The file and its log as they stand on the disk while the store runs: what a crash leaves. The writer has nothing to do meanwhile, and what
/// was committed is younger than the next sync.
fn crashed(store: &EmbeddedStore, from: &Folder, to: &Folder) -> (Vec<u8>, Vec<u8>) {
    let mark = || Mark::of(store.shared.database().as_ref().unwrap()).unwrap();
    let before = mark();
    let (file, log) = (fs::read(from.file()).unwrap(), fs::read(path(&from.file())).unwrap());
    assert_eq!(before, mark(), "the file was synced meanwhile: this machine is too slow for the test");
    place(to, &file, &log);
    (file, log)
}

fn place(folder: &Folder, file: &[u8], log: &[u8]) {
    fs::write(folder.file(), file).unwrap();
    fs::write(path(&folder.file()), log).unwrap();
}

/// A folder whose store opens with the key of another's.
fn twin(of: &Folder, name: &str) -> Folder {
    let folder = Folder::new(name);
    let _ = of.key("store.key");
    fs::copy(of.0.join("store.key"), folder.0.join("store.key")).unwrap();
    folder
}

fn all(store: &EmbeddedStore) -> Vec<String> {
    read(store, |snapshot| everything(snapshot, 7))
}

fn open(folder: &Folder) -> Result<EmbeddedStore, OpenError> {
    EmbeddedStore::open(Settings { cache_mib: 8, ..folder.settings() }).map(|opened| opened.store)
}

#[test]
fn what_was_answered_is_there_after_a_crash_whatever_it_was() {
    for seed in 1..6 {
        let folder = Folder::new(&format!("log-{seed}"));
        let other = twin(&folder, &format!("log-{seed}-after"));
        let (mut any, store) = (Any::new(seed), folder.open());
        for _ in 0..40 {
            let _ = commit(&store, any.changes());
        }
        let (_, log) = crashed(&store, &folder, &other);
        assert_eq!(&log[..8], MAGIC, "there is something to be done again");
        let before = all(&store);
        // Crashed again and again before the file is synced, and with more on top.
        for round in 0..3 {
            let again = open(&other).unwrap();
            assert_eq!(all(&again), before, "seed {seed}, round {round}");
            let third = twin(&folder, &format!("log-{seed}-{round}"));
            crashed(&again, &other, &third);
            let third = open(&third).unwrap();
            assert_eq!(all(&third), before);
            let changes = any.changes();
            let _ = commit(&third, changes);
        }
    }
}

#[test]
fn a_log_counts_up_to_where_it_is_cut_and_is_refused_where_it_is_damaged() {
    let (folder, mut any) = (Folder::new("log-cut"), Any::new(77));
    let other = twin(&folder, "log-cut-after");
    let store = folder.open();
    let mut moments = vec![all(&store)];
    for _ in 0..12 {
        commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
        moments.push(all(&store));
    }
    let (file, log) = crashed(&store, &folder, &other);
    drop(store);
    // Each takes one block. What a crash cuts off is the last one; where others stand behind it, it was whole once, and they are lost with it.
    for (broken, moment) in moments.iter().enumerate().take(12) {
        for place_in in [0, 9, 31, 40, 60, HEAD, HEAD + 30] {
            let mut log = log.clone();
            log[broken * BLOCK + place_in] ^= 4;
            place(&other, &file, &log);
            let what = format!("octet {place_in} of record {broken}");
            match open(&other) {
                Ok(store) => assert_eq!((broken, &all(&store)), (11, moment), "{what}"),
                Err(refused) => {
                    // The last one's mark seems to be a later one then.
                    assert!(broken < 11 || place_in == 31, "{what}: {refused}");
                    let is_told = matches!(&refused, OpenError::Damaged(_, why) if why.contains("come behind it"));
                    assert!(is_told, "{what}: {refused}");
                }
            }
        }
        place(&other, &file, &log[..broken * BLOCK + 100]);
        assert_eq!(&all(&open(&other).unwrap()), moment, "cut in record {broken}");
    }
    place(&other, &file, &log);
    assert_eq!(&all(&open(&other).unwrap()), moments.last().unwrap());
    // What was lost with a record is overwritten: what comes then is there after the next crash.
    place(&other, &file, &log[..5 * BLOCK + HEAD + 9]);
    let store = open(&other).unwrap();
    commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    let (third, now) = (twin(&folder, "log-cut-third"), all(&store));
    crashed(&store, &other, &third);
    assert_eq!(all(&open(&third).unwrap()), now);
}

#[test]
fn a_file_without_its_log_is_refused_and_one_that_was_closed_needs_none() {
    let (folder, mut any) = (Folder::new("log-gone"), Any::new(5));
    let other = twin(&folder, "log-gone-after");
    let store = folder.open();
    commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    let now = all(&store);
    crashed(&store, &folder, &other);
    drop(store);
    assert!(!path(&folder.file()).exists(), "closed in peace");
    assert_eq!(all(&open(&folder).unwrap()), now);
    let log = path(&other.file());
    fs::rename(&log, log.with_extension("aside")).unwrap();
    let refused = open(&other).err().expect("refused");
    assert!(
        matches!(&refused, OpenError::Damaged(_, what) if what.contains("akeyd.redb.log is not there")),
        "{refused}"
    );
    fs::rename(log.with_extension("aside"), &log).unwrap();
    assert_eq!(all(&open(&other).unwrap()), now);
}

/// Somebody brought the file back alone, or its disk forgot a sync.
#[test]
fn a_file_that_is_older_than_its_log_is_refused() {
    let (folder, mut any) = (Folder::new("log-older"), Any::new(8));
    let other = twin(&folder, "log-older-after");
    let mut deliver = |store: &EmbeddedStore| commit(store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    let store = folder.open();
    deliver(&store);
    let (old, _) = crashed(&store, &folder, &other);
    let settled = Instant::now();
    while Mark::of(store.shared.database().as_ref().unwrap()).unwrap().unwrap().0[23] < 2 {
        assert!(settled.elapsed().as_secs() < 20, "the file is not synced");
    }
    deliver(&store);
    let (_, log) = crashed(&store, &folder, &other);
    place(&other, &old, &log);
    let refused = open(&other).err().expect("refused");
    assert!(matches!(&refused, OpenError::Damaged(_, what) if what.contains("older than its log")), "{refused}");
}

#[test]
fn secrets_go_whatever_became_of_the_log() {
    let (folder, mut any) = (Folder::new("log-zeroize"), Any::new(6));
    let other = twin(&folder, "log-zeroize-after");
    let store = folder.open();
    commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    crashed(&store, &folder, &other);
    fs::remove_file(path(&other.file())).unwrap();
    let event = crate::desk::record::AuditEvent {
        at: Time(7),
        actor: "akeyd".into(),
        action: "store.zeroize".into(),
        subject: "store".into(),
        detail: String::new(),
    };
    let before = fs::read(other.file()).unwrap();
    keep::hold(&other.file()).unwrap().zeroize(&event).unwrap();
    assert_ne!(fs::read(other.file()).unwrap(), before);
}

/// A log beside a copy belongs to the store that stood there before it.
#[test]
fn a_copy_hears_nothing_of_the_log_beside_it() {
    let (folder, mut any) = (Folder::new("log-copy"), Any::new(9));
    let other = twin(&folder, "log-copy-after");
    let mut deliver = |store: &EmbeddedStore| commit(store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    let deliveries = |store: &EmbeddedStore| read(store, |snapshot| snapshot.counts().unwrap().deliveries);
    let store = folder.open();
    deliver(&store);
    let copy = other.0.join("copy");
    keep::backup(&store.shared, &copy, Time(7)).unwrap();
    deliver(&store);
    crashed(&store, &folder, &other);
    drop(store);
    // By hand, over the file.
    fs::copy(&copy, other.file()).unwrap();
    let store = open(&other).unwrap();
    assert_eq!(deliveries(&store), 1);
    deliver(&store);
    // By the command, over what a crash left: that is whole beside it.
    let (third, copied) = (twin(&folder, "log-copy-third"), |of: &Path| fs::copy(&copy, of).unwrap());
    crashed(&store, &other, &third);
    let backup = third.0.join("backup");
    copied(&backup);
    let before = keep::restore(&backup, &third.file(), Time(9)).unwrap().unwrap();
    assert!(!path(&third.file()).exists());
    assert_eq!(deliveries(&open(&third).unwrap()), 1);
    let aside = EmbeddedStore::open(Settings { path: before, ..third.settings() }).unwrap().store;
    assert_eq!(deliveries(&aside), 2, "what was there is whole");
}

#[test]
fn a_backup_of_what_a_crash_left_has_what_stood_in_the_log() {
    let (folder, mut any) = (Folder::new("log-backup"), Any::new(31));
    let other = twin(&folder, "log-backup-after");
    let store = folder.open();
    for _ in 0..5 {
        commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    }
    crashed(&store, &folder, &other);
    drop(store);
    let copy = other.0.join("copy");
    keep::backup_file(&other.file(), &copy, Time(7)).unwrap();
    let opened = EmbeddedStore::open(Settings { path: copy, ..other.settings() }).unwrap().store;
    assert_eq!(read(&opened, |snapshot| snapshot.counts().unwrap().deliveries), 5);
}

/// More than the log holds, in small commits and in large ones; and a store at rest syncs its file.
#[test]
fn a_full_log_begins_anew_and_a_quiet_store_settles() {
    let folder = Folder::new("log-full");
    let other = twin(&folder, "log-full-after");
    let (mut any, store) = (Any::new(3), folder.open());
    let mark = |store: &EmbeddedStore| Mark::of(store.shared.database().as_ref().unwrap()).unwrap().unwrap();
    let first = mark(&store);
    let mut deliver = |octets: usize| {
        let delivery = crate::desk::record::Delivery { body: vec![7; octets], ..any.delivery() };
        commit(&store, vec![Change::Deliver(Box::new(delivery))]).unwrap();
    };
    for octets in [900_000; 6] {
        deliver(octets);
    }
    deliver(limits::STORE_LOG_OCTETS);
    deliver(10);
    assert_ne!(mark(&store), first);
    assert_eq!(fs::metadata(path(&folder.file())).unwrap().len(), limits::STORE_LOG_OCTETS as u64);
    let started = Instant::now();
    let now = loop {
        let (before, file) = (mark(&store), fs::read(folder.file()).unwrap());
        if started.elapsed().as_millis() > 2 * u128::from(limits::STORE_SETTLE_MS) && before == mark(&store) {
            break file;
        }
    };
    // The file alone has it all; the log says nothing.
    place(&other, &now, &[]);
    assert_eq!(read(&open(&other).unwrap(), |snapshot| snapshot.counts().unwrap().deliveries), 8);
}
