//! Where there is no store, and what an unfinished one leaves.

use super::*;

/// An unmounted volume is no reason to begin with nothing.
#[test]
fn no_store_is_made_where_one_must_be_or_has_been() {
    let folder = Folder::new("missing");
    let must = || Settings { must_exist: true, ..folder.settings() };
    assert!(matches!(refused(must()), OpenError::Missing(_)));
    drop(folder.open());
    drop(EmbeddedStore::open(must()).expect("it is there"));
    for trace in [".wal", ".wal.stray-76", ".before-77", ".format1-78"] {
        fs::remove_file(folder.file()).unwrap();
        let left = folder.0.join(format!("akeyd.redb{trace}"));
        fs::write(&left, "x").unwrap();
        let error = refused(folder.settings());
        assert!(matches!(&error, OpenError::Strayed(_, trace) if *trace == left), "{error}");
        fs::remove_file(left).unwrap();
        // What has nothing to do with it is in nobody's way.
        fs::write(folder.0.join("other.redb.wal"), "x").unwrap();
        drop(folder.open());
    }
}

#[test]
fn what_a_killed_process_left_of_a_file_goes_at_the_next_start() {
    let folder = Folder::new("left");
    let left = |name: &str| folder.0.join(format!("akeyd.redb{name}"));
    drop(folder.open());
    fs::create_dir(folder.0.join("backups")).unwrap();
    let gone =
        [left(".new-4711"), left(".format1-5.new-77"), left(".restored.new-99"), folder.0.join("backups/b.new-123")];
    let stay = [
        left(".new-x"),
        left(".newer"),
        left(".format1-5"),
        left("2.new-5"),
        folder.0.join("copy.redb.new-1"),
        folder.0.join("backups/b.redb"),
    ];
    gone.iter().chain(&stay).for_each(|file| fs::write(file, "x").unwrap());
    // Another process still makes this one.
    let made = folder.0.join("backups/c.new-124");
    let held = fs::File::create(&made).unwrap();
    held.lock().unwrap();
    drop(folder.open());
    assert!(gone.iter().all(|file| !file.exists()));
    assert!(stay.iter().all(|file| file.exists()) && made.exists());
    drop(held);
    drop(folder.open());
    assert!(!made.exists());
    // Nor does a copy leave the beginnings of others of its name.
    let copy = folder.0.join("copy.redb");
    keep::backup_file(&folder.file(), &copy, Time(7)).unwrap();
    assert!(copy.exists() && !stay[4].exists());
}
