//! A file of the first format, as the program of that time wrote it: everything in it is there after the upgrade, wherever that was cut off.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::*;
use crate::store::memory::MemoryStore;
use crate::store::tests::{filled, same};

/// Puts the file of that time and its key into a folder. `filled` says what is in it.
fn put_format_1(folder: &Folder) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/store");
    let file = fs::File::create(folder.file()).unwrap();
    let unpacked = Command::new("gzip").arg("-dc").arg(data.join("format1.redb.gz")).stdout(file).status();
    assert!(unpacked.expect("gzip is there").success());
    let key = folder.0.join("store.key");
    fs::copy(data.join("format1.key"), &key).unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
}

fn expected() -> MemoryStore {
    let memory = MemoryStore::default();
    filled::fill(&memory, 0);
    filled::fill(&memory, 1);
    filled::fill_last(&memory);
    memory
}

fn copies(folder: &Folder) -> Vec<PathBuf> {
    let files = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|file| file.to_string_lossy().contains(".format1-")).collect()
}

fn format_of(file: &Path) -> u64 {
    let database = file::builder(8).open(file).unwrap();
    let table = database.begin_read().unwrap().open_table(tables::META).unwrap();
    tables::read_place(table.get(tables::meta::FORMAT).unwrap().unwrap().value()).unwrap()
}

#[test]
fn a_file_of_format_1_is_copied_and_upgraded_with_all_that_is_in_it() {
    let folder = Folder::new("upgrade");
    put_format_1(&folder);
    assert_eq!(format_of(&folder.file()), 1);
    let checked = || check::check(&folder.file(), folder.key("store.key"), Vec::new());
    assert!(matches!(checked(), Err(OpenError::Older(_))));
    // Without the right key nothing is touched.
    assert!(matches!(refused(Settings { key: folder.key("other.key"), ..folder.settings() }), OpenError::Key(..)));
    assert_eq!((format_of(&folder.file()), copies(&folder).len()), (1, 0));

    let store = folder.open();
    same(&expected(), &store);
    let device = filled::device(7);
    assert_eq!(load(&store, &device).unwrap().last_contact, None);
    commit(&store, vec![Change::Contact(device.clone(), Time(77), None)]).unwrap();
    assert_eq!(load(&store, &device).unwrap().last_contact, Some(Time(77)));
    drop(store);
    assert_eq!(checked().unwrap().faults, [""; 0]);
    // Once, and no more.
    assert_eq!(load(&folder.open(), &device).unwrap().last_contact, Some(Time(77)));
    let copies = copies(&folder);
    assert_eq!(copies.len(), 1);
    assert_eq!(format_of(&copies[0]), 1, "the copy is of the older format");
    // It can be brought back, and is upgraded then.
    replace::restore(&copies[0], &folder.file(), Time(80), None).unwrap();
    let opened = EmbeddedStore::open(folder.settings()).unwrap();
    assert!(opened.restored.is_some());
    let kept = load(&opened.store, &device).unwrap();
    assert_eq!((kept.last_contact, kept.account.client_nonce.len()), (None, 0));
    assert_eq!(read(&opened.store, |of| of.counts().unwrap().subscribers), filled::SUBSCRIBERS);
}

#[test]
fn an_upgrade_that_is_cut_off_goes_on_at_the_next_start() {
    let folder = Folder::new("upgrade-cut");
    let mut cut = 1;
    loop {
        put_format_1(&folder);
        let mut steps = 0;
        let more = {
            let database = file::builder(8).open(folder.file()).unwrap();
            loop {
                let more = super::super::upgrade::step(&database, 17).unwrap();
                steps += 1;
                if steps == cut || !more {
                    break more;
                }
            }
        };
        assert_eq!(format_of(&folder.file()), 2, "an older akeyd does not take it for its own");
        let checked = || check::check(&folder.file(), folder.key("store.key"), Vec::new());
        assert_eq!(matches!(checked(), Err(OpenError::Older(_))), more);
        let store = folder.open();
        same(&expected(), &store);
        drop(store);
        assert_eq!(checked().unwrap().faults, [""; 0], "cut off after {cut}");
        if !more {
            break;
        }
        cut += 3;
    }
    assert!(cut > 10, "there were {cut} steps");
}

/// On a small file system of its own; skipped where none can be had.
#[test]
fn without_room_for_a_copy_nothing_is_upgraded() {
    let folder = Folder::new("upgrade-full");
    let mount = |arguments: &[&str]| {
        let said = Command::new(arguments[0]).args(&arguments[1..]).arg(&folder.0).output();
        said.is_ok_and(|said| said.status.success())
    };
    if !mount(&["mount", "-t", "tmpfs", "-o", "size=200k", "akeyd-test"]) {
        return eprintln!("skipped: no file system can be mounted");
    }
    put_format_1(&folder);
    let error = refused(folder.settings());
    let format = format_of(&folder.file());
    let unmounted = mount(&["umount"]);
    assert!(matches!(error, OpenError::NotUpgraded { found: 1, .. }), "{error}");
    assert!(error.to_string().contains("No space left"), "{error}");
    assert_eq!(format, 1);
    assert!(unmounted);
}
