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
    for name in [".new-4711", ".new-x", ".newer"] {
        fs::write(left(name), "x").unwrap();
    }
    fs::write(folder.0.join("copy.redb.new-1"), "x").unwrap();
    drop(folder.open());
    assert!(!left(".new-4711").exists());
    assert!(left(".new-x").exists() && left(".newer").exists() && folder.0.join("copy.redb.new-1").exists());
}
