//! Records that are not what was written stop nothing but themselves.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::*;
use crate::desk::record::campaign::{Campaign, Member, Stage};
use crate::desk::record::{AuditEvent, MobileId};
use crate::store::tests::filled;
use crate::store::{Audited, Filter, MemberFilter};

/// A store with some of everything, some recent values of devices still to settle.
fn filled(folder: &Folder) {
    let store = folder.open();
    filled::fill(&store, 0);
    filled::fill(&store, 1);
    let database = store.shared.database();
    let transaction = database.as_ref().unwrap().begin_write().unwrap();
    active::turn(&transaction).unwrap();
    transaction.commit().unwrap();
    drop(database);
    filled::fill_last(&store);
}

/// Puts something else in the place of every third row of a table. Returns their keys.
pub(super) fn plant(
    folder: &Folder,
    table: tables::Definition,
    change: impl Fn(&[u8], &[u8]) -> (Vec<u8>, Vec<u8>),
) -> Vec<Vec<u8>> {
    let database = file::builder(8).open(folder.file()).unwrap();
    let transaction = database.begin_write().unwrap();
    let mut damaged = Vec::new();
    {
        let mut table = transaction.open_table(table).unwrap();
        let rows: Vec<_> = table
            .iter()
            .unwrap()
            .map(|row| row.map(|(key, value)| (key.value().to_vec(), value.value().to_vec())).unwrap())
            .collect();
        for (key, value) in rows.into_iter().step_by(3) {
            table.remove(&*key).unwrap();
            let (key, value) = change(&key, &value);
            table.insert(&*key, &*value).unwrap();
            damaged.push(key);
        }
    }
    transaction.commit().unwrap();
    damaged
}

/// What becomes of a row.
type Spoil = fn(&[u8], &[u8]) -> tables::Row;

/// A value that no reader takes.
pub(super) fn noise(key: &[u8], _: &[u8]) -> (Vec<u8>, Vec<u8>) {
    (key.to_vec(), vec![0xff; 21])
}

/// A key that leads nowhere.
fn stub(key: &[u8], value: &[u8]) -> (Vec<u8>, Vec<u8>) {
    (key[..5].to_vec(), value.to_vec())
}

/// A key that is too long.
fn tail(key: &[u8], value: &[u8]) -> (Vec<u8>, Vec<u8>) {
    ([key, &[9; 3]].concat(), value.to_vec())
}

fn all<T>(mut page: impl FnMut(Option<&T>) -> Vec<T>, most: usize) -> Vec<T> {
    let mut found: Vec<T> = Vec::new();
    loop {
        let more = page(found.last());
        assert!(more.len() <= most);
        let is_last = more.len() < most;
        found.extend(more);
        if is_last {
            return found;
        }
    }
}

/// How many there are of what, read in small pages that are full until the last.
fn listed(store: &EmbeddedStore) -> [usize; 7] {
    read(store, |of| {
        const MOST: usize = 4;
        let everybody =
            all(|last: Option<&Subscriber>| of.subscribers(last.map(|last| &last.device), MOST).unwrap(), MOST);
        let at = |last: &ExchangeRecord| (last.created, last.id);
        let any = Filter::default();
        let exchanges = all(|last| of.exchanges(&any, last.map(at), MOST).unwrap(), MOST);
        let open = all(|last| of.open_exchanges(last.map(at), MOST).unwrap(), MOST);
        let seq = |last: Option<&Delivery>| last.map_or(0, |last| last.seq);
        let deliveries = all(|last| of.deliveries(seq(last), true, MOST).unwrap(), MOST);
        let waiting = all(|last| of.deliveries(seq(last), false, MOST).unwrap(), MOST);
        let audit = all(|last: Option<&Audited>| of.audit(last.map_or(0, |last| last.seq), MOST).unwrap(), MOST);
        let steps = exchanges.iter().map(|record| of.history(record.id).unwrap().len()).sum();
        [everybody.len(), exchanges.len(), open.len(), deliveries.len(), waiting.len(), audit.len(), steps]
    })
}

const ALL: [usize; 7] = [60, 40, 28, 40, 26, 40, 80];

#[test]
fn pages_leave_out_what_is_damaged_and_go_on() {
    let folder = Folder::new("damage-pages");
    filled(&folder);
    let whole = fs::read(folder.file()).unwrap();
    assert_eq!(listed(&folder.open()), ALL);
    // What is left of each kind.
    let cases: [(tables::Definition, Spoil, [usize; 7]); 15] = [
        (tables::SUBSCRIBERS, noise, [40, 40, 28, 40, 26, 40, 80]),
        (tables::ACTIVE, noise, [59, 40, 28, 40, 26, 40, 80]),
        (tables::SETTLING, noise, [51, 40, 28, 40, 26, 40, 80]),
        (tables::MOBILE_IDS, stub, ALL),
        (tables::EXCHANGES, noise, [60, 26, 18, 40, 26, 40, 52]),
        // Lists do not ask it; an exchange's steps cannot be found without.
        (tables::EXCHANGE_IDS, noise, [60, 40, 28, 40, 26, 40, 52]),
        (tables::OPEN, stub, [60, 40, 18, 40, 26, 40, 80]),
        (tables::IN_DOUBT, stub, ALL),
        (tables::BY_DEVICE, stub, ALL),
        (tables::BY_CAMPAIGN, stub, ALL),
        (tables::HISTORY, noise, [60, 40, 28, 40, 26, 40, 53]),
        // An exchange without its key cannot go on.
        (tables::KEYS, noise, [60, 40, 20, 40, 26, 40, 80]),
        // The first third has been acknowledged.
        (tables::DELIVERIES, noise, [60, 40, 28, 26, 26, 40, 80]),
        (tables::WAITING, tail, [60, 40, 28, 40, 17, 40, 80]),
        (tables::AUDIT, noise, [60, 40, 28, 40, 26, 26, 80]),
    ];
    for (table, change, left) in cases {
        fs::write(folder.file(), &whole).unwrap();
        let planted = plant(&folder, table, change);
        let store = folder.open();
        assert_eq!(listed(&store), left, "{}", table.name());
        let met = read(&store, |of| of.counts().unwrap().damaged);
        let again = listed(&store);
        assert_eq!((again, read(&store, |of| of.counts().unwrap().damaged)), (left, met), "each once");
        assert_eq!(met > 0, left != ALL, "{}", table.name());
        drop(store);
        // The check tells every one of them, by its name.
        let told = check::check(&folder.file(), folder.key("store.key"), Vec::new()).unwrap().faults;
        for key in planted {
            let name = super::super::damage::name(table, &key);
            let is_told = told.iter().any(|fault| fault.starts_with(&name));
            assert!(is_told || table.name() == "mobile_ids", "{name} is not told: {told:?}");
        }
        assert!(!told.is_empty(), "{}", table.name());
    }
}

/// Changes to everything that there is, each a commit of its own, all of them one group.
fn changes() -> Vec<(&'static str, Change)> {
    let mut changes = Vec::new();
    let mut any = Any::new(29);
    for number in 0..filled::SUBSCRIBERS {
        let device = filled::device(number);
        let accepted = Accepted { next_nonce: vec![3; 16], last_slot: 1_000, resync_left: true, resync: None };
        changes.push(("login", Change::Login(device.clone(), accepted)));
        changes.push(("contact", Change::Contact(device.clone(), Time(9), None)));
        changes.push(("replace", Change::Subscriber(Box::new(filled::subscriber(number)), Write::Replace)));
    }
    // Those that are planted, and one that is not.
    let some = |number: &u64| number.is_multiple_of(3) || *number < 3;
    for number in (0..filled::EXCHANGES).filter(some) {
        let record = filled::exchange(number);
        changes.push(("step", Change::History(record.id, Box::new(any.step()))));
        changes.push(("wipe", Change::Wipe(record.id)));
        changes.push(("exchange", Change::Exchange(Box::new(record))));
    }
    for seq in (1..=filled::EXCHANGES).filter(|seq| some(&(seq - 1))) {
        let (next, why) = (Time(8), "again".to_owned());
        changes.push(("undelivered", Change::Undelivered { seq, attempts: 2, next, why }));
        changes.push(("delivered", Change::Delivered(seq, Time(9))));
    }
    changes.push(("wipes", Change::WipeBefore(Time(1 << 40))));
    changes.push(("deliver", Change::Deliver(Box::new(any.delivery()))));
    changes.push(("audit", Change::Audit(Box::new(any.event()))));
    for number in 0..filled::SUBSCRIBERS {
        changes.push(("remove", Change::RemoveSubscriber(filled::device(number))));
        changes.push(("create", Change::Subscriber(Box::new(filled::subscriber(number)), Write::Create)));
    }
    changes
}

#[test]
fn a_commit_that_needs_what_is_damaged_is_refused_alone() {
    let folder = Folder::new("damage-commits");
    filled(&folder);
    let whole = fs::read(folder.file()).unwrap();
    for table in tables::ALL.iter().copied().filter(|table| table.name() != "meta") {
        let change = match table.name() {
            "mobile_ids" | "open" | "in_doubt" | "by_device" | "by_campaign" | "wipes" | "waiting" => stub,
            _ => noise,
        };
        fs::write(folder.file(), &whole).unwrap();
        let planted = plant(&folder, table, change);
        let store = folder.open();
        let (answers, told) = mpsc::channel();
        let changes = changes();
        let words: Vec<_> = changes.iter().map(|(word, _)| *word).collect();
        for (number, (_, change)) in changes.into_iter().enumerate() {
            let answers = answers.clone();
            store.commit(vec![change], Box::new(move |result| answers.send((number, result)).unwrap()));
        }
        let mut refused = Vec::new();
        for (expected, word) in words.into_iter().enumerate() {
            let (number, result) = told.recv_timeout(Duration::from_mins(1)).expect("an answer");
            assert_eq!(number, expected, "in order");
            match result {
                Ok(()) => {}
                Err(Refused::Damaged(_)) => refused.push(word),
                Err(other) => panic!("{word} with damaged {}: {other:?}", table.name()),
            }
        }
        let expected = match table.name() {
            "subscribers" | "active" | "settling" => "replace",
            "exchange_ids" => "wipe",
            _ => "none",
        };
        let set: BTreeSet<_> = refused.iter().copied().collect();
        assert!(set.into_iter().all(|word| word == expected), "{}: {refused:?}", table.name());
        let count = match table.name() {
            // Nonces of the others stand apart from their rows and stay.
            "subscribers" => 11,
            _ if expected == "none" => 0,
            _ => planted.len(),
        };
        assert_eq!(refused.len(), count, "{}: {refused:?}", table.name());
        // What was written anew is whole.
        let left = listed(&store);
        assert_eq!(left[0], 60, "{}", table.name());
        assert_eq!(left[1], 40, "{}", table.name());
    }
}

/// Nothing of a device whose recent values are lost proves anybody, also when its row still has older ones.
#[test]
fn nonces_that_cannot_be_read_are_not_followed_by_older_ones() {
    let folder = Folder::new("damage-nonces");
    filled(&folder);
    let lost = plant(&folder, tables::SETTLING, noise);
    assert!(lost.len() > 3);
    let store = folder.open();
    for _ in 0..100 {
        commit(&store, vec![Change::Audit(Box::new(Any::new(1).event()))]).unwrap();
    }
    for name in &lost {
        let device = DeviceId::new(std::str::from_utf8(name).unwrap()).unwrap();
        assert!(load(&store, &device).is_none(), "{device}");
        assert!(read(&store, move |of| matches!(of.subscriber(&device), Err(ReadError::Damaged(_)))));
    }
    let others = filled::SUBSCRIBERS as usize - lost.len();
    assert_eq!(listed(&store)[0], others);
}

#[test]
fn a_damaged_subscriber_is_removed_with_its_names_and_created_anew() {
    let folder = Folder::new("damage-names");
    filled(&folder);
    let settled = folder.open();
    for _ in 0..filled::SUBSCRIBERS {
        commit(&settled, vec![Change::Audit(Box::new(Any::new(1).event()))]).unwrap();
    }
    drop(settled);
    plant(&folder, tables::SUBSCRIBERS, noise);
    let store = folder.open();
    // The first row is among them.
    let (device, min) = (filled::device(0), MobileId::Min("0000000000".into()));
    assert!(load(&store, &device).is_none());
    let mut other = Subscriber { device: device.clone(), ..filled::subscriber(1) };
    other.place.min = Some("9999999999".into());
    let create = || Change::Subscriber(Box::new(other.clone()), Write::Create);
    assert!(matches!(commit(&store, vec![create()]), Err(Refused::Exists(_))), "it is there");
    let damaged = || read(&store, |of| of.counts().unwrap().damaged);
    assert_eq!(damaged(), 1);
    commit(&store, vec![Change::RemoveSubscriber(device.clone()), create()]).unwrap();
    assert_eq!(damaged(), 0, "mended");
    assert_eq!(shown(&load(&store, &device).unwrap()), shown(&other));
    assert_eq!(read(&store, move |of| of.devices_of(&min, None, 9).unwrap()), [], "nobody's any more");
}

#[test]
fn the_audit_trail_goes_on_behind_a_damaged_record() {
    let folder = Folder::new("damage-audit");
    filled(&folder);
    let event = || AuditEvent { at: Time(5), ..Any::new(3).event() };
    let faults = || check::check(&folder.file(), folder.key("store.key"), Vec::new()).unwrap().faults;
    // The last one, its hash too; then one in the middle, behind its hash.
    let spoil = |seq: u64, keep: usize, with: u8| {
        let database = file::builder(8).open(folder.file()).unwrap();
        let transaction = database.begin_write().unwrap();
        {
            let mut table = transaction.open_table(tables::AUDIT).unwrap();
            let mut value = table.get(&seq.to_be_bytes()[..]).unwrap().unwrap().value().to_vec();
            value.truncate(keep + 3);
            value[keep..].fill(with);
            table.insert(&seq.to_be_bytes()[..], &*value).unwrap();
            value
        };
        transaction.commit().unwrap();
    };
    assert_eq!(faults(), [""; 0]);
    spoil(40, 0, 0xee);
    let store = folder.open();
    for _ in 0..2 {
        commit(&store, vec![Change::Audit(Box::new(event()))]).unwrap();
    }
    let trail = read(&store, |of| of.audit(38, 9).unwrap());
    assert_eq!(trail.iter().map(|audited| audited.seq).collect::<Vec<_>>(), [39, 41, 42]);
    let octets: [u8; 32] = Sha256::digest([0xee; 3]).into();
    let hash: [u8; 32] = event().chained(41, &octets, Sha256::new()).finalize().into();
    assert_eq!(trail[1].hash, hash, "chained on what stands there");
    drop(store);
    assert_eq!(faults(), ["audit 40: an audit record: damaged"]);
    spoil(7, 32, 0xee);
    assert_eq!(faults(), ["audit 7: an audit record: damaged", "audit 40: an audit record: damaged"]);
    // Another one in the place of the damaged one is found by the one behind it.
    spoil(40, 0, 0xdd);
    assert_eq!(faults().last().unwrap(), "audit 41: the chain breaks here");
}

#[test]
fn resealing_passes_damage_by_and_comes_to_its_end() {
    let folder = Folder::new("damage-reseal");
    filled(&folder);
    for table in [tables::SUBSCRIBERS, tables::KEYS, tables::DELIVERIES] {
        plant(&folder, table, noise);
    }
    let new = || Settings { key: folder.key("new.key"), ..folder.settings() };
    let store = EmbeddedStore::open(Settings { old_keys: vec![folder.key("store.key")], ..new() }).unwrap().store;
    let begun = std::time::Instant::now();
    while !is_resealed(&store) && begun.elapsed() < Duration::from_secs(20) {
        thread::sleep(Duration::from_millis(5));
    }
    drop(store);
    let store = EmbeddedStore::open(new()).expect("the new key alone").store;
    assert_eq!(listed(&store), [40, 40, 20, 26, 26, 40, 80], "what is whole is whole still");
}

#[test]
fn the_outbox_goes_on_past_a_damaged_delivery() {
    let folder = Folder::new("damage-outbox");
    let (mut any, store) = (Any::new(5), folder.open());
    for _ in 0..4 {
        commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    }
    drop(store);
    // The first and the last.
    plant(&folder, tables::DELIVERIES, noise);
    let store = folder.open();
    let waiting =
        || read(&store, |of| of.deliveries(0, false, 9).unwrap()).iter().map(|own| own.seq).collect::<Vec<_>>();
    assert_eq!(waiting(), [2, 3]);
    commit(&store, vec![Change::Deliver(Box::new(any.delivery()))]).unwrap();
    assert_eq!(waiting(), [2, 3, 5]);
    // Whoever had read it before may say that it has arrived: then nothing is left of it.
    commit(&store, vec![Change::Delivered(4, Time(3)), Change::Delivered(2, Time(3))]).unwrap();
    assert_eq!((waiting(), read(&store, |of| of.counts().unwrap().deliveries)), (vec![3, 5], 3));
    let all = read(&store, |of| of.deliveries(0, true, 9).unwrap());
    assert_eq!(all.iter().map(|own| own.seq).collect::<Vec<_>>(), [2, 3, 5]);
}

#[test]
fn a_damaged_campaign_leaves_the_others_and_their_devices_alone() {
    let folder = Folder::new("damage-campaign");
    let store = folder.open();
    let campaign = |name: &str| Campaign { name: name.into(), ..Any::new(1).campaign() };
    let member = |place| Member { place, device: filled::device(place), stage: Stage::Waiting };
    for name in ["a", "b"] {
        let members = Change::Members(name.into(), (1..=4).map(member).collect());
        commit(&store, vec![Change::Campaign(Box::new(campaign(name))), members]).unwrap();
    }
    drop(store);
    // The first campaign, and devices of both.
    plant(&folder, tables::CAMPAIGNS, noise);
    plant(&folder, tables::MEMBERS, noise);
    let store = folder.open();
    let all = MemberFilter::default;
    let (names, first, second) = read(&store, move |of| {
        let names: Vec<_> = of.campaigns(None, 9).unwrap().iter().map(|own| own.name.to_string()).collect();
        (names, of.members("a", all(), 0, 9), of.members("b", all(), 0, 9).unwrap().len())
    });
    assert_eq!((names, second), (vec!["b".to_owned()], 3));
    assert!(matches!(first, Err(ReadError::Damaged(_))));
    assert!(matches!(commit(&store, vec![Change::RemoveCampaign("a".into())]), Err(Refused::Damaged(_))));
    // A new one has no devices of another, and one that goes takes also those along that cannot be read.
    commit(&store, vec![Change::Campaign(Box::new(campaign("c")))]).unwrap();
    assert_eq!(read(&store, move |of| of.members("c", all(), 0, 9).unwrap()), []);
    commit(&store, vec![Change::RemoveCampaign("b".into())]).unwrap();
    let begun = std::time::Instant::now();
    let left = || {
        let database = store.shared.database();
        let transaction = database.as_ref().unwrap().begin_read().unwrap();
        let count = |table| transaction.open_table(table).unwrap().len().unwrap();
        [count(tables::MEMBERS), count(tables::MEMBER_PLACES), count(tables::LEAVING)]
    };
    while left() != [4, 4, 0] {
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", left());
        thread::sleep(Duration::from_millis(5));
    }
}

/// Where the outbox does not say which places were given out, none is given out twice.
#[test]
fn a_damaged_mark_of_the_outbox_gives_out_no_place_twice() {
    let folder = Folder::new("damage-places");
    drop(folder.open());
    let database = file::builder(8).open(folder.file()).unwrap();
    let transaction = database.begin_write().unwrap();
    transaction.open_table(tables::META).unwrap().insert(tables::meta::PLACES, &[1, 2, 3][..]).unwrap();
    transaction.commit().unwrap();
    drop(database);
    let store = folder.open();
    commit(&store, vec![Change::Deliver(Box::new(Any::new(1).delivery()))]).unwrap();
    assert!(read(&store, |of| of.deliveries(0, true, 9).unwrap())[0].seq > 1 << 40);
}
