//! The judge finds what is planted.

use akeyd::desk::record::{AuditEvent, Change, Ended, Origin, Start};
use akeyd::exchange::Version;
use akeyd::store::memory::MemoryStore;
use akeyd::words::Time;

use super::*;
use crate::fleet::Committed;

fn device() -> DeviceId {
    DeviceId::new("MEID:A2").expect("a device id")
}

fn exchange(id: u64, key: u8, state: State, outcome: Option<Outcome>) -> ExchangeRecord {
    let at = Time(id);
    ExchangeRecord {
        id: ExchangeId(id),
        start: Start::of(device(), Origin::Contact),
        created: at,
        at,
        expires: at.plus(1000),
        choice: None,
        order: None,
        kind: None,
        state,
        version: Version::default(),
        commit: None,
        ended: outcome.map(|outcome| Ended { outcome, cause: None, result_code: None, at }),
        key: Some(Key::A(akeyd_hw::AKey::new(Box::new([key; 8])))),
        discards: false,
        pushed: false,
    }
}

fn books(exchanges: Vec<ExchangeRecord>, nonce: &[u8], audited: u8) -> Books {
    let books = Books { nonces: HashMap::from([(device(), nonce.to_vec())]), ..copied(audited) };
    Books { exchanges: HashMap::from([(device(), exchanges)]), ..books }
}

/// What a store shows with so many records in its audit trail.
fn copied(audited: u8) -> Books {
    let memory = MemoryStore::new([]);
    for number in 0..audited {
        let text = |name: &str| format!("{name} {number}");
        let (actor, action, subject, detail) = (text("actor"), text("action"), text("subject"), text("detail"));
        let event = AuditEvent { at: Time(1), actor, action, subject, detail };
        memory.commit(vec![Change::Audit(Box::new(event))], Box::new(|done| assert!(done.is_ok())));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(store::read(&memory as &dyn Store, Books::copied)).expect("books")
}

/// A key asked for at 10 and acknowledged at 20; nonces `a`, `b` from 10 on, `c` from 20 on.
fn diary(key: u8) -> Diary {
    Diary {
        keys: vec![Committed { key: vec![key; 8], asked: 10, acknowledged: Some(20) }],
        nonces: vec![(b"a".to_vec(), 0), (b"b".to_vec(), 10), (b"c".to_vec(), 20)],
        ..Diary::default()
    }
}

fn judged(books: &Books, until: Mark) -> Vec<String> {
    let mut wrong = Vec::new();
    books.judge(&device(), &diary(7), until, &mut wrong);
    books.judge_audit(&mut wrong);
    wrong
}

#[test]
fn a_lost_key_a_forgotten_commit_and_a_spent_nonce_are_found() {
    use State::{Activated, CommitSent, Committed, Pending};
    let one = |state, outcome| vec![exchange(1, 7, state, outcome)];
    let good: [(Vec<_>, &[u8], Mark); 5] = [
        (vec![], b"a", 9),
        (one(CommitSent, None), b"b", 10),
        (one(CommitSent, Some(Outcome::InDoubt)), b"c", 19),
        (one(Committed, None), b"c", 20),
        (one(Activated, Some(Outcome::Updated)), b"d", 99),
    ];
    for (number, (exchanges, nonce, until)) in good.into_iter().enumerate() {
        assert_eq!(judged(&books(exchanges, nonce, 3), until), Vec::<String>::new(), "{number}");
    }
    let bad: [(Vec<_>, &[u8], Mark, &str); 7] = [
        (vec![], b"c", 10, "is lost"),
        (vec![exchange(1, 8, CommitSent, None)], b"c", 10, "is lost"),
        (one(Pending, None), b"c", 10, "asked for"),
        (one(CommitSent, None), b"c", 20, "acknowledged"),
        (one(Committed, Some(Outcome::Failed)), b"c", 20, "acknowledged"),
        (one(CommitSent, None), b"a", 10, "a spent nonce"),
        (one(Activated, None), b"b", 20, "a spent nonce"),
    ];
    for (number, (exchanges, nonce, until, what)) in bad.into_iter().enumerate() {
        let wrong = judged(&books(exchanges, nonce, 3), until);
        assert!(wrong.len() == 1 && wrong[0].contains(what), "{number}: {wrong:?}");
    }
}

#[test]
fn a_changed_audit_trail_is_found() {
    for spoil in [
        |trail: &mut Vec<Audited>| trail[1].event.detail.push('!'),
        |trail: &mut Vec<Audited>| trail.swap(0, 1),
        |trail: &mut Vec<Audited>| drop(trail.remove(1)),
        |trail: &mut Vec<Audited>| trail[2].hash[0] ^= 1,
    ] {
        let mut spoiled = copied(3);
        let mut wrong = Vec::new();
        spoiled.judge_audit(&mut wrong);
        assert!(wrong.is_empty(), "{wrong:?}");
        spoil(&mut spoiled.audit);
        spoiled.judge_audit(&mut wrong);
        assert_eq!(wrong.len(), 1);
    }
}

#[test]
fn what_was_durable_and_is_gone_is_found() {
    let early = || {
        let mut early = books(vec![exchange(1, 7, State::Activated, None)], b"a", 2);
        early.deliveries = BTreeMap::from([(1, true), (2, false)]);
        early
    };
    let floor = Floor::under(&early());
    let judged = |spoil: fn(&mut Books)| {
        let (mut later, mut wrong) = (early(), Vec::new());
        spoil(&mut later);
        floor.judge(&later, &mut wrong);
        wrong
    };
    assert_eq!(judged(|books| *books.deliveries.entry(2).or_default() = true), Vec::<String>::new());
    for spoil in [
        (|books: &mut Books| books.exchanges.clear()) as fn(&mut Books),
        |books| *books.deliveries.entry(1).or_default() = false,
        |books| drop(books.audit.pop()),
        |books| books.audit[1].hash[0] ^= 1,
    ] {
        assert_eq!(judged(spoil).len(), 1);
    }
}
