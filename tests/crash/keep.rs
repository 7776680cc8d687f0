//! Commands that take a store as a whole are killed at their system calls.
//!
//! Whenever it happens there is a store under its name that opens: with all that was committed, or, once a restoration has put it there, with all of
//! the backup; one whose log is gone is refused, or has been recovered. A copy has its name when it is whole, not before. The same command once more does it, and the next start leaves nothing of what
//! was begun. Of each system call some are tried, or with `AKEYD_LONG=1` every one.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::books::Books;
use super::service::{Folder, SOFTWARE_AC, STORE, Service, program};
use super::{is_long, needs};

/// What names, cuts, writes and syncs files. Some machines have only some of them.
const CALLS: [&str; 8] = ["?linkat", "?renameat2", "?rename", "?unlink", "fsync", "fdatasync", "ftruncate", "pwrite64"];
/// The name of its log.
const LOG: &str = "akeyd.redb.wal";
/// Subscribers from the file.
const PHONES: u32 = 8;

#[test]
fn a_command_that_is_killed_leaves_a_whole_store_and_no_half_copy() {
    if !needs::are_there(needs::STRACE) {
        return;
    }
    let _turn = needs::turn();
    let place = Place::new();
    let mut kills = 0;
    // What was there is kept at first; the backup, or what the file alone has, is in its place in the end.
    for (command, all_after) in [
        (&["compact"][..], PHONES + 1),
        (&["backup", "copy"], PHONES + 1),
        (&["restore", "backup"], PHONES),
        (&["recover"], PHONES),
    ] {
        for call in CALLS {
            let mut at = 1;
            loop {
                place.lay();
                if command[0] == "recover" {
                    fs::remove_file(place.store.join(LOG)).expect("a log");
                }
                let was_killed = place.run(command, Some((call, at)));
                let what = format!("{}, killed at {call} {at}", command.join(" "));
                match place.subscribers() {
                    Ok(has) => assert!(has == PHONES + 1 || has == all_after, "{what}: {has} subscribers"),
                    Err(error) => assert!(command[0] == "recover" && error.contains("is not there"), "{what}: {error}"),
                }
                if !was_killed {
                    break;
                }
                kills += 1;
                let copy = place.folder.0.join("copy");
                // It is whole, then, and stands in its own way.
                if !copy.exists() {
                    assert!(!place.run(command, None), "{what}");
                }
                assert_eq!(place.subscribers(), Ok(all_after), "{what}");
                if command[0] == "backup" {
                    let other = place.folder.0.join("other");
                    let _ = fs::remove_dir_all(&other);
                    fs::create_dir(&other).expect("a folder");
                    fs::rename(&copy, other.join(STORE)).expect("a copy");
                    let books = Books::open(&other, &place.service.store_key());
                    assert_eq!(books.map(|books| books.nonces.len()), Ok(PHONES as usize + 1), "{what}");
                }
                at = if is_long() { at + 1 } else { at * 4 };
            }
        }
    }
    println!("{kills} kills");
    assert!(kills > 20, "{kills} kills");
}

/// A store as a crash left it, with a backup from before its last subscriber.
struct Place {
    service: Service,
    store: PathBuf,
    /// What it is laid anew from.
    crashed: PathBuf,
    // Last: it goes when nobody is in it any more.
    folder: Folder,
}

impl Place {
    fn new() -> Self {
        let folder = Folder::new("keep");
        let [store, crashed] = ["store", "crashed"].map(|name| folder.0.join(name));
        fs::create_dir(&store).expect("a folder");
        let service = Service::new(&folder.0, &store, PHONES, SOFTWARE_AC);
        let mut place = Self { service, store, crashed, folder };
        place.service.start(&[]);
        assert!(place.service.wait_until_up(Duration::from_mins(1)));
        assert!(!place.run(&["backup", "backup"], None));
        // What there is so far is in the file itself.
        std::thread::sleep(Duration::from_secs(2));
        fs::write(place.folder.0.join("password"), "pw\n").expect("a password");
        let mut create = Command::new(program());
        create.args(["subscriber", "create", "--user", "late", "DEV:late", "--socket"]).arg(place.service.admin());
        let created = create.arg("--password-file").arg(place.folder.0.join("password")).output().expect("akeyd runs");
        assert!(created.status.success(), "{created:?}");
        // Before the file is synced: the subscriber is in the log.
        place.service.kill();
        fs::rename(&place.store, &place.crashed).expect("a folder");
        place
    }

    fn lay(&self) {
        let _ = fs::remove_dir_all(&self.store);
        fs::create_dir(&self.store).expect("a folder");
        let _ = fs::remove_file(self.folder.0.join("copy"));
        for name in [STORE, LOG] {
            fs::copy(self.crashed.join(name), self.store.join(name)).expect("a copy");
        }
    }

    /// Runs a command; returns whether it was killed at its n-th such call. Any other failure is one of the test.
    fn run(&self, command: &[&str], kill: Option<(&str, u32)>) -> bool {
        let mut run = Command::new(kill.map_or(program(), |_| "strace".into()));
        if let Some((call, at)) = kill {
            run.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}"), "-e"]);
            run.arg(format!("inject={call}:signal=KILL:when={at}")).arg(program());
        }
        let (word, files) = command.split_first().expect("a command");
        let files = files.iter().map(|name| self.folder.0.join(name));
        run.args(["store", word, "--config"]).arg(self.folder.0.join("akeyd.toml")).args(files);
        let ended = run.stdin(Stdio::null()).output().expect("it runs");
        let was_killed = ended.status.signal() == Some(9);
        assert!(was_killed && kill.is_some() || ended.status.success(), "{command:?} {kill:?}: {ended:?}");
        was_killed
    }

    /// How many subscribers the store has, opened as a start does, which leaves nothing that was begun.
    fn subscribers(&self) -> Result<u32, String> {
        let books = Books::open(&self.store, &self.service.store_key())?;
        let names = fs::read_dir(&self.store).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let left: Vec<_> = names.filter(|name| !is_kept(name)).collect();
        if left.is_empty() { Ok(books.nonces.len() as u32) } else { Err(format!("{left:?} is left")) }
    }
}

/// The store, and what a restoration puts aside.
fn is_kept(name: &OsStr) -> bool {
    name == STORE || name.to_str().is_some_and(|name| name.starts_with("akeyd.redb.before-") && !name.contains(".new-"))
}
