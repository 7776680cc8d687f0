//! The disk is full, or fails: nothing is promised that is not kept, and what can be mended mends itself.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::{Duration, Instant};

use super::books::Books;
use super::disk::{self, Disk, Mounted};
use super::fleet::{self, Clock, Course, Phone, Tally};
use super::needs;
use super::random::Random;
use super::service::{Folder, SOFTWARE_AC, Service};

const PHONES: u32 = 32;
const COURSE: Course = Course { pause_ms: 20, away_ms: 4000, last: 0, last_time: Duration::ZERO };
/// EX_IOERR.
const EXIT_IO: i32 = 74;

/// Runs handsets against a service while `meanwhile` has its way with the disk; gives what it gave.
fn under_load<T: Send>(
    service: &mut Service,
    name: &str,
    meanwhile: impl FnOnce(&mut Service, &Tally) -> T + Send,
) -> (T, Vec<Phone>) {
    let mut random = Random::announced(name);
    let clock: Clock = Rc::new(|| 0);
    let phones = fleet::phones(PHONES, service, &clock, &mut random);
    let tally = Arc::clone(phones[0].tally());
    let ((phones, wrong), fate) = fleet::while_they_come(
        |over| fleet::come_and_go(phones, COURSE, over),
        || {
            tally.wait_for_commits(20, Duration::from_mins(1));
            meanwhile(service, &tally)
        },
    );
    assert!(wrong.is_empty(), "{wrong:?}");
    (fate, phones)
}

fn judge(store: &Path, service: &Service, phones: &[Phone]) {
    let books = Books::open(store, &service.store_key()).expect("the store opens");
    let mut wrong = Vec::new();
    phones.iter().for_each(|phone| books.judge(&phone.device, &phone.diary, u64::MAX, &mut wrong));
    books.judge_audit(&mut wrong);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_full_disk_refuses_and_nothing_more() {
    if !needs::are_there(needs::LOOP) {
        return;
    }
    let _turn = needs::turn();
    let folder = Folder::new("full");
    let (image, root) = (folder.0.join("disk"), folder.0.join("mounted"));
    fs::create_dir(&root).expect("a folder to mount it at");
    disk::format(&image, 16);
    let mounted = Mounted::new(&image, &root).expect("mounted");
    let mut service = Service::new(&folder.0, &root, PHONES, SOFTWARE_AC);
    service.start(&[]);
    assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
    let process = service.id();
    let ((refused, back), phones) = under_load(&mut service, "full disk", |service, tally| {
        let ballast = root.join("ballast");
        let until = Instant::now() + Duration::from_mins(1);
        while tally.refused() == 0 {
            assert!(Instant::now() < until, "nobody was refused: {}", service.last_words());
            assert!(service.ended().is_none(), "it ended: {}", service.last_words());
            fill(&ballast);
            thread::sleep(Duration::from_millis(20));
        }
        let until = Instant::now() + Duration::from_secs(3);
        while Instant::now() < until {
            fill(&ballast);
            thread::sleep(Duration::from_millis(20));
        }
        let refused = tally.refused();
        fs::remove_file(&ballast).expect("room again");
        let began = Instant::now();
        tally.wait_for_commits(tally.commits() + 20, Duration::from_mins(1));
        (refused, began.elapsed())
    });
    println!("{refused} requests refused with 503 while the disk was full; 20 commits {back:?} after there was room");
    assert_eq!(service.id(), process, "it went on without being started again");
    service.kill();
    judge(&root, &service, &phones);
    drop(mounted);
}

/// Leaves no room.
fn fill(ballast: &Path) {
    let mut file = OpenOptions::new().append(true).create(true).open(ballast).expect("a ballast");
    for size in [64 << 10, 4096, 512] {
        while file.write_all(&vec![0xBA; size]).and_then(|()| file.sync_data()).is_ok() {}
    }
}

#[test]
fn a_disk_that_dies_is_the_end_and_what_it_held_is_what_counts() {
    if !needs::are_there(needs::BLOCK_LOG) {
        return;
    }
    let _turn = needs::turn();
    let folder = Folder::new("dies");
    let mut disk = Disk::new(&folder.0, 64);
    let mut service = Service::new(&folder.0, &disk.root, PHONES, SOFTWARE_AC);
    service.start(&[]);
    assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
    let (took, phones) = under_load(&mut service, "dead disk", |service, _| {
        disk.die();
        leaves(service)
    });
    println!("it left {took:?} after its disk had died");
    assert!(took < Duration::from_secs(1));
    drop(disk);
    let (image, root) = (folder.0.join("disk"), folder.0.join("again"));
    fs::create_dir(&root).expect("a folder to mount it at");
    let mounted = Mounted::new(&image, &root).expect("the file system recovers");
    judge(&root, &service, &phones);
    drop(mounted);
}

#[test]
fn a_sync_that_fails_once_is_the_end_and_is_not_tried_again() {
    if !needs::are_there(needs::STRACE) {
        return;
    }
    let _turn = needs::turn();
    let folder = Folder::new("sync");
    let store = folder.0.join("store");
    fs::create_dir(&store).expect("a folder for the store");
    let mut service = Service::new(&folder.0, &store, PHONES, SOFTWARE_AC);
    service.start(&[
        "strace",
        "-D",
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        "trace=fdatasync",
        "-e",
        "inject=fdatasync:error=EIO:when=400",
    ]);
    assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
    let (took, phones) = under_load(&mut service, "failed sync", |service, _| leaves(service));
    println!("it left {took:?}");
    judge(&store, &service, &phones);
    // Started again it trusts the disk, and goes on.
    service.start(&[]);
    assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
    let over = Arc::new(AtomicBool::new(true));
    let last = Course { last: 2, last_time: Duration::from_secs(30), ..COURSE };
    let (phones, wrong) = fleet::come_and_go(phones, last, &over);
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(service.stop().success(), "{}", service.last_words());
    judge(&store, &service, &phones);
}

/// Waits until the service leaves by itself, and sees that it says why.
fn leaves(service: &mut Service) -> Duration {
    let began = Instant::now();
    loop {
        if let Some(ended) = service.ended() {
            assert_eq!(ended.code(), Some(EXIT_IO), "{ended}: {}", service.last_words());
            return began.elapsed();
        }
        assert!(began.elapsed() < Duration::from_mins(1), "it is still there: {}", service.last_words());
        thread::sleep(Duration::from_millis(2));
    }
}
