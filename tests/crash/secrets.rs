//! No key, and no password, where anybody could read it: the store's files, logs at their most talkative, traces, metrics, API answers, what went to the
//! authentication centre, and the memory of the live process a second after the last session.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use super::centre::Centre;
use super::fleet::{self, Clock, Course};
use super::needs;
use super::random::Random;
use super::scan::Wanted;
use super::service::{Folder, Service};
use super::witness::Witness;

const PHONES: u32 = 16;

#[test]
fn no_key_stands_where_it_can_be_read() {
    let _turn = needs::turn();
    let folder = Folder::new("secrets");
    let (store, traces) = (folder.0.join("store"), folder.0.join("traces"));
    fs::create_dir(&store).expect("a folder for the store");
    let centre = Centre::start(&folder.0);
    let witness = Witness::before(centre.port, || 0);
    let mut service = Service::new(&folder.0, &store, PHONES, &centre.section(witness.port));
    service.tell_everything(&traces);
    service.start(&[]);
    assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
    let clock: Clock = Rc::new(|| 0);
    let phones = fleet::phones(PHONES, &service, &clock, &mut Random::announced("secrets"));
    let course = Course { pause_ms: 20, away_ms: 2000, last: 1, last_time: Duration::from_secs(20) };
    let ((phones, wrong), ()) = fleet::while_they_come(
        |over| fleet::come_and_go(phones, course, over),
        || std::thread::sleep(Duration::from_secs(2)),
    );
    assert!(wrong.is_empty(), "{wrong:?}");

    let keys = || phones.iter().flat_map(|phone| &phone.diary.keys).map(|committed| committed.key.as_slice());
    let passwords = [fleet::PASSWORD, fleet::SERVER_PASSWORD].map(str::as_bytes);
    println!("{} keys", keys().count());
    assert!(keys().count() > PHONES as usize, "{}", service.last_words());
    let wanted = Wanted::new(keys().chain(passwords));
    let mut found: Vec<String> = Vec::new();
    let mut look =
        |place: &str, here: Vec<String>| found.extend(here.into_iter().map(|what| format!("{place}: {what}")));

    // The control: what a service must remember is found where it remembers it.
    let device = Wanted::new(std::iter::once(phones[0].device.as_str().as_bytes()));
    assert!(!device.find_in_file(&service.log()).is_empty() || !device.find_in_process(service.id()).0.is_empty());

    std::thread::sleep(Duration::from_secs(1));
    let (in_memory, octets) = wanted.find_in_process(service.id());
    println!("{} KiB of memory", octets >> 10);
    look("memory", in_memory);
    look("metrics", wanted.find(service.metrics().as_bytes()));
    let said = service.everything_it_says();
    assert!(said.contains(phones[0].device.as_str()), "the control: {said:.200}");
    look("the API", wanted.find(said.as_bytes()));
    look("the way to the centre", wanted.find(&witness.traffic()));
    assert!(service.stop().success(), "{}", service.last_words());
    for place in [&store, &traces, &service.log()] {
        for file in files(place) {
            look(&file.display().to_string(), wanted.find_in_file(&file));
        }
    }
    assert!(found.is_empty(), "{} findings: {:#?}", found.len(), &found[..found.len().min(10)]);
}

/// All files below a folder, or the one file.
fn files(place: &Path) -> Vec<PathBuf> {
    match fs::read_dir(place) {
        Err(_) => vec![place.to_owned()],
        Ok(entries) => entries.flat_map(|entry| files(&entry.expect("an entry").path())).collect(),
    }
}
