//! What a crash leaves is there again, up to the last whole record of the right log, and nothing of another one.

use std::fs;
use std::path::Path;

use super::super::{EmbeddedStore, OpenError, Settings, keep, replace};
use super::*;
use crate::desk::record::Change;
use crate::store::tests::any::Any;
use crate::store::tests::{Folder, commit, everything, read};
use crate::words::Time;

/// The file and its log as they stand on the disk while the store runs: what a crash leaves. The writer has nothing to do meanwhile, and what
/// was committed is younger than the next sync.
fn crashed(store: &EmbeddedStore, from: &Folder, to: &Folder) -> (Vec<u8>, Vec<u8>) {
    let before = mark(store);
    let (file, log) = (fs::read(from.file()).unwrap(), fs::read(path(&from.file())).unwrap());
    assert_eq!(before, mark(store), "the file was synced meanwhile: this machine is too slow for the test");
    place(to, &file, &log);
    (file, log)
}

fn mark(store: &EmbeddedStore) -> Mark {
    match Said::of(store.shared.database().as_ref().unwrap()).unwrap() {
        Said::Counts(mark) => mark,
        said => panic!("{said:?}"),
    }
}

/// Until the file has been synced, and the log begins anew.
fn settled(store: &EmbeddedStore) {
    let (begun, first) = (Instant::now(), mark(store));
    while mark(store) == first {
        assert!(begun.elapsed().as_secs() < 20, "the file is not synced");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
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
            let touched = || fs::metadata(path(&other.file())).unwrap().modified().unwrap();
            let written = touched();
            let what = format!("octet {place_in} of record {broken}");
            match open(&other) {
                Ok(store) => assert_eq!((broken, &all(&store)), (11, moment), "{what}"),
                Err(refused) => {
                    assert_eq!(touched(), written, "when it was written can still be told");
                    // The last one seems to be of a later generation then.
                    assert!(broken < 11 || place_in == 31, "{what}: {refused}");
                    let is_told = |why: &str| {
                        why.contains("come behind it")
                            || broken == 0 && why.contains("not the log that was written last")
                    };
                    assert!(matches!(&refused, OpenError::Lost(_, why) if is_told(why)), "{what}: {refused}");
                }
            }
        }
        // What was never written, or not to its end.
        place(&other, &file, &torn(&log, broken * BLOCK + 100));
        match open(&other) {
            Ok(store) => assert_eq!(&all(&store), moment, "torn in record {broken}"),
            Err(refused) => panic!("torn in record {broken}: {refused}"),
        }
    }
    place(&other, &file, &log);
    assert_eq!(&all(&open(&other).unwrap()), moments.last().unwrap());
    // What was lost with a record is overwritten: what comes then is there after the next crash.
    place(&other, &file, &torn(&log, 5 * BLOCK + HEAD + 9));
    let store = open(&other).unwrap();
    commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    let (third, now) = (twin(&folder, "log-cut-third"), all(&store));
    crashed(&store, &other, &third);
    assert_eq!(all(&open(&third).unwrap()), now);
}

/// As a crash leaves what was being written: of nothing more than its beginning.
fn torn(log: &[u8], at: usize) -> Vec<u8> {
    let mut log = log.to_vec();
    log[at..].fill(0);
    log
}

/// Acknowledged commits are in it, so no start takes another one for it.
#[test]
fn a_log_that_is_not_the_one_that_was_written_is_refused() {
    let (folder, mut any) = (Folder::new("log-other"), Any::new(12));
    let other = twin(&folder, "log-other-after");
    let mut deliver = |store: &EmbeddedStore| commit(store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    // In the first generation, and where others have been before, each with records.
    for generation in 0..3 {
        let store = folder.open();
        let mut earlier = Vec::new();
        for _ in 0..generation {
            deliver(&store);
            earlier.push(fs::read(path(&folder.file())).unwrap());
            settled(&store);
        }
        for _ in 0..3 {
            deliver(&store);
        }
        let now = all(&store);
        let (file, log) = crashed(&store, &folder, &other);
        drop(store);
        let stranger = Folder::new("log-other-stranger");
        let store = stranger.open();
        deliver(&store);
        let foreign = fs::read(path(&stranger.file())).unwrap();
        drop(store);
        let mut logs = vec![
            ("emptied", Vec::new()),
            ("zeroed", vec![0; log.len()]),
            ("its first block zeroed", [&vec![0; BLOCK], &log[BLOCK..]].concat()),
            ("cut in the first head", log[..HEAD - 30].to_vec()),
            ("cut behind the first record", log[..BLOCK].to_vec()),
            ("cut behind all records", log[..3 * BLOCK].to_vec()),
            ("cut by an octet", log[..log.len() - 1].to_vec()),
            ("of another store", foreign),
            ("a text", b"Nov 26 akeyd: started\n".to_vec()),
        ];
        // The last one before is what stands there until this generation has a record.
        logs.extend(earlier.into_iter().rev().skip(1).map(|log| ("of an earlier time", log)));
        for (what, changed) in logs {
            place(&other, &file, &changed);
            let refused = open(&other).err().unwrap_or_else(|| panic!("{generation}: {what}"));
            let is_told = |why: &str| why.contains("akeyd.redb.wal") && why.contains("committed last");
            assert!(matches!(&refused, OpenError::Lost(_, why) if is_told(why)), "{generation}: {what}: {refused}");
            assert_eq!(fs::read(path(&other.file())).unwrap(), changed, "it is left as it is");
        }
        place(&other, &file, &log);
        assert_eq!(all(&open(&other).unwrap()), now);
    }
}

/// Until a generation has a record the log shows an earlier one: that a crash may leave, after many syncs too.
#[test]
fn a_log_without_a_record_since_the_file_was_synced_is_the_right_one() {
    let (folder, mut any) = (Folder::new("log-none"), Any::new(13));
    let other = twin(&folder, "log-none-after");
    let store = folder.open();
    let (_, log) = crashed(&store, &folder, &other);
    assert_eq!(told(&log).unwrap().1, 0, "as it was made");
    drop(open(&other).unwrap());
    commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    settled(&store);
    // Too large for any log.
    let body = vec![7; limits::STORE_LOG_OCTETS];
    let large = crate::desk::record::Delivery { body, ..any.delivery() };
    commit(&store, vec![Change::Deliver(Box::new(large))]).unwrap();
    let (_, log) = crashed(&store, &folder, &other);
    let now = all(&store);
    assert!(told(&log).unwrap().1 + 1 < mark(&store).generation, "others came in between");
    assert_eq!(all(&open(&other).unwrap()), now);
    // The first record of this generation, written in part: a sector is what it was or what it shall be.
    let generation = mark(&store).generation;
    commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    let (file, after) = crashed(&store, &folder, &other);
    assert_eq!(
        told(&after).unwrap().1,
        generation,
        "the file was synced meanwhile: this machine is too slow for the test"
    );
    for sector in 0..BLOCK / 512 {
        let mut torn = log.clone();
        torn[sector * 512..][..512].copy_from_slice(&after[sector * 512..][..512]);
        place(&other, &file, &torn);
        let then = all(&open(&other).unwrap());
        assert!(then == now || then == all(&store), "sector {sector}");
    }
}

/// Whoever moves the file takes its log along, or finds it again.
#[test]
fn a_log_of_another_file_is_put_aside_and_found_again() {
    let (folder, mut any) = (Folder::new("log-stray"), Any::new(14));
    let other = twin(&folder, "log-stray-after");
    let store = folder.open();
    commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    let (file, log) = crashed(&store, &folder, &other);
    let now = all(&store);
    drop(store);
    // Another file in its place, by hand.
    let third = twin(&folder, "log-stray-third");
    drop(third.open());
    fs::copy(third.file(), other.file()).unwrap();
    drop(open(&other).unwrap());
    let strays = || {
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
        let names = fs::read_dir(&other.0).unwrap().map(name);
        names.filter(|name| name.starts_with("akeyd.redb.wal.stray-")).collect::<Vec<_>>()
    };
    let [stray] = &strays()[..] else { panic!("{:?}", strays()) };
    assert_eq!(fs::read(other.0.join(stray)).unwrap(), log);
    // It says that there was a store.
    fs::remove_file(other.file()).unwrap();
    assert!(matches!(open(&other).err(), Some(OpenError::Strayed(..))));
    // The file comes back.
    fs::write(other.file(), &file).unwrap();
    let refused = open(&other).err().expect("refused");
    assert!(refused.to_string().contains(stray), "{refused}");
    fs::rename(other.0.join(stray), path(&other.file())).unwrap();
    assert_eq!(all(&open(&other).unwrap()), now);
    // What a process left that was killed while it made one, or closed in peace, goes without a word.
    for left in [Vec::new(), vec![0; 3 * BLOCK], made()] {
        fs::write(path(&other.file()), left).unwrap();
        drop(open(&other).unwrap());
        assert!(strays().is_empty() && !path(&other.file()).exists());
    }
    fs::write(path(&other.file()), own(&other, &log)).unwrap();
    drop(open(&other).unwrap());
    assert!(strays().is_empty() && !path(&other.file()).exists());
    fs::write(path(&other.file()), b"notes").unwrap();
    drop(open(&other).unwrap());
    assert_eq!(strays().len(), 1, "who knows what it is");
}

/// The head of a log that never had a record.
fn made() -> Vec<u8> {
    [&MAGIC[..], &[7; NAME], &[0; 8 + 8 + 4 + DIGEST]].concat()
}

/// A log with records, of the name of the last one that the file had.
fn own(folder: &Folder, log: &[u8]) -> Vec<u8> {
    let database = file::open(&folder.file(), 8, &Arc::default()).unwrap();
    let Said::Needless(name) = Said::of(&database).unwrap() else { panic!("it was closed in peace") };
    [&MAGIC[..], &name, &log[MAGIC.len() + NAME..]].concat()
}

/// Somebody tidies up: what was committed is in the file before anything more is promised.
#[test]
fn a_log_that_goes_while_the_store_runs_is_replaced() {
    for (name, harm) in [
        ("removed", (|log: &Path| fs::remove_file(log).unwrap()) as fn(&Path)),
        ("moved", |log| fs::rename(log, log.with_extension("old")).unwrap()),
        ("another's", |log| {
            fs::remove_file(log).unwrap();
            fs::write(log, b"notes").unwrap();
        }),
        ("cut", |log| OpenOptions::new().write(true).open(log).unwrap().set_len(0).unwrap()),
    ] {
        let (folder, mut any) = (Folder::new(&format!("log-goes-{name}")), Any::new(15));
        let other = twin(&folder, &format!("log-goes-{name}-after"));
        let mut deliver =
            |store: &EmbeddedStore| commit(store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
        let store = folder.open();
        deliver(&store);
        let first = mark(&store);
        harm(&path(&folder.file()));
        let begun = Instant::now();
        while !matches!(Said::of(store.shared.database().as_ref().unwrap()).unwrap(), Said::Counts(now) if now.name != first.name)
        {
            assert!(begun.elapsed().as_secs() < 20, "{name}: there is no new one");
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        deliver(&store);
        let now = all(&store);
        let (_, log) = crashed(&store, &folder, &other);
        assert_eq!(told(&log), Some((mark(&store).name, 1)), "{name}");
        assert_eq!(all(&open(&other).unwrap()), now, "{name}");
        drop(store);
        assert_eq!(all(&open(&folder).unwrap()), now, "{name}: closed in peace");
    }
}

/// The room of a new log is given back when the file cannot be marked with it.
#[test]
fn a_log_that_never_had_a_record_needs_no_room() {
    let (folder, mut any) = (Folder::new("log-room"), Any::new(16));
    let other = twin(&folder, "log-room-after");
    let store = folder.open();
    let (file, log) = crashed(&store, &folder, &other);
    place(&other, &file, &log[..BLOCK]);
    let again = open(&other).unwrap();
    commit(&again, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    let third = twin(&folder, "log-room-third");
    let (_, log) = crashed(&again, &other, &third);
    assert_eq!((log.len(), told(&log).unwrap().1), (limits::STORE_LOG_OCTETS, mark(&again).generation));
    assert_eq!(all(&open(&third).unwrap()), all(&again));
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
    assert!(matches!(&refused, OpenError::Lost(_, what) if what.contains("akeyd.redb.wal is not there")), "{refused}");
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
    settled(&store);
    deliver(&store);
    let (_, log) = crashed(&store, &folder, &other);
    place(&other, &old, &log);
    let refused = open(&other).err().expect("refused");
    assert!(matches!(&refused, OpenError::Lost(_, what) if what.contains("older than its log")), "{refused}");
}

/// Its mark was shorter: what stands in such a log is not read by other rules.
#[test]
fn a_log_that_an_older_program_did_not_take_in_is_refused_with_the_way_out() {
    let (folder, mut any) = (Folder::new("log-of-older"), Any::new(8));
    let other = twin(&folder, "log-of-older-after");
    let store = folder.open();
    commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    crashed(&store, &folder, &other);
    let octets = mark(&store).octets();
    let database = Database::open(other.file()).unwrap();
    let transaction = database.begin_write().unwrap();
    drop(transaction.open_table(META).unwrap().insert(meta::LOG, &octets[..NAME + 8]).unwrap());
    transaction.commit().unwrap();
    drop(database);
    let refused = open(&other).err().expect("refused");
    assert!(matches!(&refused, OpenError::Lost(_, what) if what.contains("start that one once more")), "{refused}");
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
    let before = replace::restore(&backup, &third.file(), Time(9), None).unwrap().before.unwrap();
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
    // The file alone has it all: the log shows what came before.
    place(&other, &now, &fs::read(path(&folder.file())).unwrap());
    assert_eq!(read(&open(&other).unwrap(), |snapshot| snapshot.counts().unwrap().deliveries), 8);
}
