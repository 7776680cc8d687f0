//! What every store must do, asked of each: the same changes, the same answers.

pub(in crate::store) mod any;
pub(in crate::store) mod filled;

use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use proptest::prelude::*;

use super::embedded::{EmbeddedStore, Settings};
use super::memory::MemoryStore;
use super::seal::MasterKey;
use super::*;
use crate::desk::record::{Place, Write};
use crate::is683::Spc;
use any::Any;

/// A folder of its own, removed in the end.
pub(in crate::store) struct Folder(pub(in crate::store) PathBuf);

impl Folder {
    pub(in crate::store) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("akeyd-store-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(in crate::store) fn file(&self) -> PathBuf {
        self.0.join("akeyd.redb")
    }

    /// The key of this folder, made when it is asked for first.
    pub(in crate::store) fn key(&self, name: &str) -> MasterKey {
        let file = self.0.join(name);
        if !file.exists() {
            MasterKey::draw().unwrap().write_new(&file).unwrap();
        }
        MasterKey::read(&file).unwrap()
    }

    pub(in crate::store) fn open(&self) -> EmbeddedStore {
        EmbeddedStore::open(self.settings()).unwrap().store
    }

    pub(in crate::store) fn settings(&self) -> Settings {
        Settings {
            path: self.file(),
            key: self.key("store.key"),
            old_keys: Vec::new(),
            cache_mib: 8,
            must_exist: false,
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Commits and waits.
pub(in crate::store) fn commit(store: &dyn Store, changes: Vec<Change>) -> Result<(), Refused> {
    let (answer, durable) = mpsc::channel();
    store.commit(changes, Box::new(move |result| answer.send(result).unwrap()));
    durable.recv_timeout(Duration::from_mins(1)).expect("an answer")
}

pub(in crate::store) fn load(store: &dyn Store, device: &DeviceId) -> Option<Box<Subscriber>> {
    let (answer, loaded) = mpsc::channel();
    store.load(device, Box::new(move |subscriber| answer.send(subscriber).unwrap()));
    loaded.recv_timeout(Duration::from_mins(1)).expect("an answer")
}

pub(in crate::store) fn read<T: Send + 'static>(
    store: &dyn Store,
    reading: impl FnOnce(&dyn Snapshot) -> T + Send + 'static,
) -> T {
    let (answer, read) = mpsc::channel();
    store.read(Box::new(move |snapshot| answer.send(reading(snapshot)).ok().unwrap()));
    read.recv_timeout(Duration::from_mins(1)).expect("an answer")
}

/// A subscriber whole, secrets too.
pub(in crate::store) fn shown(subscriber: &Subscriber) -> String {
    let account = &subscriber.account;
    let server = account.server.as_ref().map(|server| {
        let (digest, nonce) = server.notifies_with();
        let mac = server.seal().map(|seal| seal.header(b"body"));
        format!("{:?} {nonce:?} {:?} {mac:?}", digest.as_stored(), server.cred())
    });
    let spc = subscriber.spc.and_then(Spc::digits);
    format!("{subscriber:?} {:?} {server:?} {spc:?}", account.client.as_stored())
}

/// An exchange whole, its key too.
pub(in crate::store) fn shown_exchange(record: &ExchangeRecord) -> String {
    format!("{record:?} {:?}", record.key.as_ref().map(|key| (key.kind(), key.expose().to_vec())))
}

/// Everything that a store answers, as text.
pub(in crate::store) fn everything(snapshot: &dyn Snapshot, pages: usize) -> Vec<String> {
    let mut told = Vec::new();
    let mut tell = |what: &str, answer: &dyn Debug| told.push(format!("{what}: {answer:?}"));
    let mut any = Any::new(pages as u64);
    tell("counts", &snapshot.counts().unwrap());

    let mut after: Option<DeviceId> = None;
    loop {
        let page = snapshot.subscribers(after.as_ref(), pages).unwrap();
        assert!(page.len() <= pages);
        let Some(last) = page.last() else { break };
        after = Some(last.device.clone());
        for subscriber in &page {
            tell("subscriber", &shown(subscriber));
            let alone = snapshot.subscriber(&subscriber.device).unwrap().unwrap();
            assert_eq!(shown(&alone), shown(subscriber));
            for id in subscriber.place.mobile_ids() {
                tell("devices of", &(&id, snapshot.devices_of(&id, None, pages).unwrap()));
            }
        }
    }
    for _ in 0..20 {
        for id in any.subscriber().place.mobile_ids() {
            tell("devices of", &(&id, snapshot.devices_of(&id, Some(&any.device()), pages).unwrap()));
        }
    }

    let mut after = None;
    loop {
        let page = snapshot.open_exchanges(after, pages).unwrap();
        let Some(last) = page.last() else { break };
        after = Some((last.created, last.id));
        page.iter().for_each(|record| tell("open", &shown_exchange(record)));
    }
    for number in 0..12 {
        let id = ExchangeId(number * 0x0123_4567_89ab_cdef);
        tell("exchange", &snapshot.exchange(id).unwrap().map(|record| shown_exchange(&record)));
        tell("history", &snapshot.history(id).unwrap());
    }
    let filters = [
        Filter::default(),
        Filter { device: Some(any.device()), ..Filter::default() },
        Filter { device: Some(any.device()), open: Some(true), ..Filter::default() },
        Filter { state: Some(State::CommitSent), ..Filter::default() },
        Filter { outcome: Some(Outcome::Updated), ..Filter::default() },
        Filter { outcome: Some(Outcome::InDoubt), ..Filter::default() },
        Filter { outcome: Some(Outcome::InDoubt), open: Some(false), ..Filter::default() },
        Filter { open: Some(true), ..Filter::default() },
        Filter { open: Some(false), since: Some(Time(3)), ..Filter::default() },
        Filter { campaign: Some("one".into()), ..Filter::default() },
        Filter { campaign: Some("one more".into()), since: Some(Time(2)), ..Filter::default() },
        Filter { since: Some(Time(4)), ..Filter::default() },
        Filter { since: Some(Time(5)), ..Filter::default() },
    ];
    for filter in filters {
        let mut after = None;
        loop {
            let page = snapshot.exchanges(&filter, after, pages).unwrap();
            let Some(last) = page.last() else { break };
            after = Some((last.created, last.id));
            page.iter().for_each(|record| tell("listed", &shown_exchange(record)));
        }
        tell("end of", &filter);
        // Looked for in pieces it is the same, and no piece looks at more.
        let whole = snapshot.exchanges(&filter, None, 1000).unwrap();
        let (mut after, mut found) = (None, Vec::new());
        loop {
            let looked = snapshot.look_for_exchanges(&filter, after, 1000, 2).unwrap();
            assert!(looked.found.len() <= 2, "{looked:?}");
            found.extend(looked.found);
            after = looked.next;
            if after.is_none() {
                break;
            }
        }
        assert!(found.iter().map(|record| record.id).eq(whole.iter().map(|record| record.id)), "{filter:?}");
    }
    for acknowledged in [true, false] {
        let mut after = 0;
        loop {
            let page = snapshot.deliveries(after, acknowledged, pages).unwrap();
            let Some(last) = page.last() else { break };
            after = last.seq;
            tell("deliveries", &page);
        }
    }
    trail(snapshot, pages, &mut tell);
    campaigns(snapshot, pages, &mut any, &mut tell);
    tell("anchor", &snapshot.audit_anchor().unwrap());
    tell("looked", &snapshot.looked().unwrap());
    tell("beyond", &snapshot.members("one", MemberFilter::default(), u64::MAX, 9).unwrap());
    tell("beyond", &(snapshot.audit(u64::MAX, 9).unwrap(), snapshot.deliveries(u64::MAX, true, 9).unwrap()));
    told
}

/// What it answers of the audit trail: the same from either end.
fn trail(snapshot: &dyn Snapshot, pages: usize, tell: &mut dyn FnMut(&str, &dyn Debug)) {
    let mut after = 0;
    loop {
        let page = snapshot.audit(after, pages).unwrap();
        let Some(last) = page.last() else { break };
        after = last.seq;
        tell("audit", &page);
    }
    let (mut before, mut back) = (u64::MAX, Vec::new());
    loop {
        let page = snapshot.audit_before(before, pages).unwrap();
        assert!(page.len() <= pages);
        let Some(last) = page.last() else { break };
        before = last.seq;
        back.extend(page);
    }
    back.reverse();
    assert_eq!(back, snapshot.audit(0, usize::MAX).unwrap());
}

/// What it answers of campaigns.
fn campaigns(snapshot: &dyn Snapshot, pages: usize, any: &mut Any, tell: &mut dyn FnMut(&str, &dyn Debug)) {
    let mut after: Option<String> = None;
    loop {
        let page = snapshot.campaigns(after.as_deref(), pages).unwrap();
        assert!(page.len() <= pages);
        let Some(last) = page.last() else { break };
        after = Some(last.name.to_string());
        page.iter().for_each(|campaign| {
            tell("campaign", campaign);
            assert_eq!(snapshot.campaign(&campaign.name).unwrap().as_ref(), Some(campaign));
        });
    }
    for _ in 0..20 {
        let (name, device) = (any.campaign_name(), any.device());
        let filter = MemberFilter {
            stage: any.maybe(|any| any.member().stage.name()),
            outcome: any.maybe(|any| any.of(Outcome::ALL)),
        };
        tell("place", &(&name, &device, snapshot.member_place(&name, &device).unwrap()));
        for filter in [filter, MemberFilter::default()] {
            let mut after = None;
            loop {
                let page = snapshot.members(&name, filter, after.unwrap_or_default(), pages).unwrap();
                assert!(page.len() <= pages);
                let Some(last) = page.last() else { break };
                after = Some(last.place);
                tell("members", &(&name, filter, page));
            }
        }
    }
}

pub(in crate::store) fn same(one: &dyn Store, other: &dyn Store) {
    for pages in [1, 3, 1000] {
        let answers = |store: &dyn Store| read(store, move |snapshot| everything(snapshot, pages));
        let (one, other) = (answers(one), answers(other));
        for (one, other) in one.iter().zip(&other) {
            assert_eq!(one, other);
        }
        assert_eq!(one.len(), other.len());
    }
    let mut any = Any::new(1);
    for _ in 0..12 {
        let device = any.device();
        let shown = |store| load(store, &device).map(|subscriber| shown(&subscriber));
        assert_eq!(shown(one), shown(other));
    }
}

/// The same changes, made the same way twice over: secrets have no copies.
fn twice(seed: u64) -> impl Iterator<Item = (Vec<Change>, Vec<Change>)> {
    let (mut one, mut other) = (Any::new(seed), Any::new(seed));
    (0..60).map(move |_| (one.changes(), other.changes()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// One generator, both stores, all answers equal, before and after the file was closed.
    #[test]
    fn a_store_in_a_file_answers_as_one_in_memory(seed: u64) {
        let folder = Folder::new(&format!("equal-{seed}"));
        let (memory, mut file) = (MemoryStore::default(), folder.open());
        for (round, (one, other)) in twice(seed).enumerate() {
            let (one, other) = (commit(&memory, one), commit(&file, other));
            prop_assert_eq!(format!("{one:?}"), format!("{other:?}"));
            if round == 30 {
                drop(file);
                file = folder.open();
            }
            if round % 20 == 19 {
                same(&memory, &file);
            }
        }
    }
}

#[test]
fn commits_that_come_together_are_judged_apart_and_answered_in_order() {
    let folder = Folder::new("group");
    let store = folder.open();
    let (answers, told) = mpsc::channel();
    let device = |number: u64| DeviceId::new(&format!("D{number}")).unwrap();
    for number in 0..200 {
        let subscriber = named(device(number / 2).as_str(), Place::default());
        let answers = answers.clone();
        let changes = vec![Change::Subscriber(subscriber, Write::Create)];
        store.commit(changes, Box::new(move |result| answers.send((number, result)).unwrap()));
    }
    for number in 0..200 {
        let (who, result) = told.recv_timeout(Duration::from_mins(1)).unwrap();
        assert_eq!(who, number);
        match result {
            Ok(()) => assert_eq!(number % 2, 0),
            Err(Refused::Exists(name)) => assert_eq!((number % 2, name), (1, device(number / 2))),
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!(read(&store, |snapshot| snapshot.counts().unwrap().subscribers), 100);
}

/// Each change of a commit is judged as things stand after those before it.
#[test]
fn two_that_create_one_device_are_one_too_many_in_one_commit_too() {
    let folder = Folder::new("twice");
    for store in [&folder.open() as &dyn Store, &MemoryStore::default()] {
        let row = |write| {
            let subscriber = Subscriber { device: DeviceId::new("D").unwrap(), ..Any::new(7).subscriber() };
            Change::Subscriber(Box::new(subscriber), write)
        };
        let remove = || Change::RemoveSubscriber(DeviceId::new("D").unwrap());
        let known = || read(store, |snapshot| snapshot.counts().unwrap().subscribers);
        assert!(matches!(commit(store, vec![row(Write::Create), row(Write::Create)]), Err(Refused::Exists(_))));
        assert_eq!(known(), 0, "nothing of it is made");
        assert!(matches!(commit(store, vec![row(Write::Create), remove(), remove()]), Err(Refused::Missing(_))));
        let replaced = vec![row(Write::Create), row(Write::Replace), remove(), row(Write::Create)];
        commit(store, replaced).unwrap();
        assert_eq!(known(), 1);
        commit(store, vec![remove(), row(Write::Create)]).unwrap();
        assert!(matches!(commit(store, vec![remove(), row(Write::Replace)]), Err(Refused::Missing(_))));
    }
}

fn named(device: &str, place: Place) -> Box<Subscriber> {
    Box::new(Subscriber { device: DeviceId::new(device).unwrap(), place, ..Any::new(7).subscriber() })
}

fn min(number: &str) -> Place {
    Place { min: Some(number.into()), ..Place::default() }
}

/// A MIN, an IMSI or an MEID is one subscriber's, also where two come at the same time.
#[test]
fn of_two_that_would_have_one_name_the_second_is_refused() {
    let folder = Folder::new("taken");
    let (file, memory) = (folder.open(), MemoryStore::default());
    for store in [&file as &dyn Store, &memory] {
        let place = |kind: u32, text: &str| {
            let text = |own| (own == kind).then(|| text.to_owned());
            Place { min: text(0), imsi: text(1), meid: text(2), esn: text(3), address: None }
        };
        for (kind, number) in ["5551230001", "310005551230001", "A0000000000001"].into_iter().enumerate() {
            let kind = kind as u32;
            // In one group of commits, where the disk is not asked in between.
            let (answers, told) = mpsc::channel();
            for name in ["A", "B"] {
                let answers = answers.clone();
                // An MEID is the same in small letters.
                let number = if name == "B" { number.to_ascii_lowercase() } else { number.to_owned() };
                let new = named(&format!("{name}{kind}"), place(kind, &number));
                let answer = move |result| answers.send(result).unwrap();
                store.commit(vec![Change::Subscriber(new, Write::Create)], Box::new(answer));
            }
            let answer = || told.recv_timeout(Duration::from_mins(1)).unwrap();
            answer().unwrap();
            let Err(Refused::Taken(id, other)) = answer() else { panic!("both have it") };
            assert_eq!((id.is_of_one(), other.as_str()), (true, &*format!("A{kind}")));
        }
        // Two handsets may have one ESN.
        for name in ["E1", "E2"] {
            commit(store, vec![Change::Subscriber(named(name, place(3, "80AA0001")), Write::Put)]).unwrap();
        }
        let both = read(store, |of| of.devices_of(&MobileId::Esn("80AA0001".into()), None, 9).unwrap());
        assert_eq!(both.iter().map(DeviceId::as_str).collect::<Vec<_>>(), ["E1", "E2"]);
    }
}

/// A number moves once it is free, in the same commit too.
#[test]
fn a_name_that_was_given_up_may_be_taken() {
    let folder = Folder::new("moved");
    let (file, memory) = (folder.open(), MemoryStore::default());
    for store in [&file as &dyn Store, &memory] {
        let write = |name, place, write| Change::Subscriber(named(name, place), write);
        let holders = || read(store, |of| of.devices_of(&MobileId::Min("5551230001".into()), None, 9).unwrap());
        commit(store, vec![write("A", min("5551230001"), Write::Create)]).unwrap();
        // Who has it keeps it.
        commit(store, vec![write("A", min("5551230001"), Write::Replace)]).unwrap();
        let late = vec![write("B", min("5551230001"), Write::Create), write("A", Place::default(), Write::Replace)];
        assert!(matches!(commit(store, late), Err(Refused::Taken(_, other)) if other.as_str() == "A"));
        commit(
            store,
            vec![
                write("A", Place::default(), Write::Replace),
                write("B", min("5551230001"), Write::Put),
                write("B", min("5551230002"), Write::Put),
                write("C", min("5551230001"), Write::Put),
            ],
        )
        .unwrap();
        assert_eq!(holders().iter().map(DeviceId::as_str).collect::<Vec<_>>(), ["C"]);
        let device = DeviceId::new("C").unwrap();
        commit(store, vec![Change::RemoveSubscriber(device), write("A", min("5551230001"), Write::Replace)]).unwrap();
        assert_eq!(holders().iter().map(DeviceId::as_str).collect::<Vec<_>>(), ["A"]);
    }
}

/// All or nothing: the change before the one that is refused is not made either.
#[test]
fn a_commit_that_is_refused_leaves_nothing() {
    let folder = Folder::new("nothing");
    for store in [&folder.open() as &dyn Store, &MemoryStore::default()] {
        let event = Change::Audit(Box::new(Any::new(3).event()));
        let gone = Change::RemoveSubscriber(DeviceId::new("nobody").unwrap());
        assert!(matches!(commit(store, vec![event, gone]), Err(Refused::Missing(_))));
        assert_eq!(read(store, |snapshot| snapshot.counts().unwrap()), Counts::default());
    }
}

/// Whether a file holds these octets.
pub(in crate::store) fn holds(file: &Path, octets: &[u8]) -> bool {
    let content = std::fs::read(file).unwrap();
    content.windows(octets.len()).any(|window| window == octets)
}
