//! The power goes: every state that a disk can be in afterwards keeps what handsets were promised.
//!
//! The service runs with its store on a [`Disk`] that logs, under handsets. Then the log is played again up to one moment after another, what no
//! flush has followed is left out, torn or kept, the file system recovers, the store is opened, and the books are held against
//! the diaries up to that moment. A control run, whose `fdatasync` only seems to be done, must be found out.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::books::{Books, Floor};
use super::centre::Centre;
use super::disk::{Cut, Disk, Log, Mounted, Replay};
use super::fleet::{self, Clock, Course, Mark, Phone};
use super::random::Random;
use super::service::{Folder, Service};
use super::witness::{Account, Witness};
use super::{is_long, needs};

const DISK_MIB: u64 = 96;
const PHONES: u32 = 64;

#[test]
fn whatever_the_disk_holds_after_a_power_cut_keeps_every_promise() {
    if !needs::are_there(needs::BLOCK_LOG) {
        return;
    }
    let _turn = needs::turn();
    let (states, seconds) = if is_long() { (1000, 12) } else { (60, 3) };
    let mut random = Random::announced("power cut");
    let folder = Folder::new("power");
    let run = Run::new(&folder.0, &[], Duration::from_secs(seconds), &mut random);
    let began = Instant::now();
    let wrong = run.judge(states, usize::MAX, &mut random);
    println!("{states} states in {:?}", began.elapsed());
    assert!(wrong.is_empty(), "{} of {states} states: {:#?}", wrong.len(), &wrong[..wrong.len().min(5)]);
}

#[test]
fn a_service_that_does_not_wait_for_its_disk_is_found_out() {
    if !needs::are_there(needs::BLOCK_LOG) || !needs::are_there(needs::STRACE) {
        return;
    }
    let _turn = needs::turn();
    let mut random = Random::announced("power cut, without fdatasync");
    let folder = Folder::new("power-lie");
    let run = Run::new(&folder.0, &LYING, Duration::from_secs(3), &mut random);
    let wrong = run.judge(50, 1, &mut random);
    println!("found out: {:.400}", wrong.join("; "));
    assert!(!wrong.is_empty(), "50 states without one lost promise");
}

/// Says that data is on the disk, and does nothing for it.
const LYING: [&str; 14] = [
    "strace",
    "-D",
    "-f",
    "-qq",
    "-o",
    "/dev/null",
    "-e",
    "trace=fdatasync,fsync",
    "-e",
    "inject=fdatasync:retval=0",
    "-e",
    "inject=fsync:retval=0",
    "-e",
    "signal=none",
];

/// What is left of a run: the log of its disk, and the diaries.
struct Run {
    folder: PathBuf,
    key: PathBuf,
    replay: Replay,
    phones: Vec<Phone>,
    account: Account,
}

impl Run {
    fn new(folder: &Path, through: &[&str], time: Duration, random: &mut Random) -> Self {
        let disk = Disk::new(folder, DISK_MIB);
        let log = disk.log.clone();
        let size = move || fs::metadata(&log).expect("the log is there").len();
        let centre = Centre::start(folder);
        let witness = Witness::before(centre.port, size.clone());
        let mut service = Service::new(folder, &disk.root, PHONES, &centre.section(witness.port));
        service.start(through);
        assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
        let clock: Clock = Rc::new(size);
        let phones = fleet::phones(PHONES, &service, &clock, random);
        let course = Course { pause_ms: 20, away_ms: 2000, last: 0, last_time: Duration::ZERO };
        let ((phones, wrong), ()) =
            fleet::while_they_come(|over| fleet::come_and_go(phones, course, over), || std::thread::sleep(time));
        service.kill();
        assert!(wrong.is_empty(), "{wrong:?}");
        let account = witness.account(&centre.transport_key);
        let commits: usize = phones.iter().map(|phone| phone.diary.keys.len()).sum();
        let log = Log::read(&disk.finish()).expect("the disk's log");
        println!("{commits} commits, {} requests to the disk, {} MiB", log.entries.len(), log.octets() >> 20);
        assert!(commits > 50, "only {commits} commits: {}", service.last_words());
        Self {
            folder: folder.to_owned(),
            key: service.store_key(),
            replay: Replay::new(log, DISK_MIB),
            phones,
            account,
        }
    }

    /// Judges so many states, half of them at the moment of a promise; ends early when enough are wrong.
    fn judge(mut self, states: u32, enough: usize, random: &mut Random) -> Vec<String> {
        let promises: Vec<Mark> = self.phones.iter().flat_map(Phone::promises).collect();
        let entries = &self.replay.log().entries;
        let first = promises.iter().min().copied().unwrap_or_default();
        let by = |mark: Mark| entries.partition_point(|entry| entry.end <= mark);
        let (earliest, latest) = (by(first), entries.len());
        let mut moments: Vec<usize> = (0..states)
            .map(|number| match number % 2 {
                0 => by(promises[random.below(promises.len() as u64) as usize]),
                _ => earliest + random.below((latest - earliest) as u64) as usize,
            })
            .collect();
        moments.sort_unstable();
        let (image, mounted) =
            (Path::new("/dev/shm").join(format!("akeyd-crash-{}", std::process::id())), self.folder.join("state"));
        fs::create_dir(&mounted).expect("a folder for states");
        let (mut wrong, mut floor) = (Vec::new(), Floor::default());
        for (number, moment) in moments.into_iter().enumerate() {
            let cut = Cut::EACH[number % Cut::EACH.len()];
            self.replay.state(moment, cut, random, &image);
            let until = self.replay.log().entries[..moment].last().map_or(0, |entry| entry.end);
            let mut complaints = Vec::new();
            let held = Mounted::new(&image, &mounted).map_err(|error| error.to_string());
            match held.and_then(|_held| Books::open(&mounted, &self.key)) {
                Ok(books) => {
                    self.phones
                        .iter()
                        .for_each(|phone| books.judge(&phone.device, &phone.diary, until, &mut complaints));
                    self.account.judge(&books, until, &mut complaints);
                    books.judge_audit(&mut complaints);
                    floor.judge(&books, &mut complaints);
                    if cut == Cut::None {
                        floor = Floor::under(&books);
                    }
                }
                Err(error) => complaints.push(error),
            }
            if !complaints.is_empty() {
                wrong.push(format!("state {number}, {moment} requests, {cut:?}: {complaints:?}"));
                if wrong.len() >= enough {
                    break;
                }
            }
        }
        let _ = fs::remove_file(&image);
        wrong
    }
}
