//! A small store of every kind of record, the same each time it is made: what a file of an older format must still hold after its upgrade.

use akeyd_hw::{AKey, RootKey};

use crate::desk::record::{
    AuditEvent, Change, CommitMark, Delivery, DeliveryKind, Ended, ExchangeRecord, Happened, HistoryStep, Origin,
    Place, Remembered, Start, Subscriber, Write,
};
use crate::dm::account::{Accepted, Account, ServerSecret};
use crate::exchange::choice::{Capability, Wishes};
use crate::exchange::{Key, Version};
use crate::is683::Spc;
use crate::store::Store;
use crate::syncml::auth::{AuthType, user_digest};
use crate::words::{DeviceId, Dialect, ExchangeId, Kind, Order, Outcome, State, Time, Way};

use super::commit;

/// How many subscribers there are.
pub(in crate::store) const SUBSCRIBERS: u64 = 60;
/// How many exchanges there are.
pub(in crate::store) const EXCHANGES: u64 = 40;

pub(in crate::store) fn device(number: u64) -> DeviceId {
    DeviceId::new(&format!("MEID:A{number:013}")).unwrap()
}

pub(in crate::store) fn subscriber(number: u64) -> Subscriber {
    let scheme = AuthType::ALL[(number % 3) as usize];
    let server = ServerSecret::new(scheme, "akeyd", "server's own", vec![number as u8; 16]);
    Subscriber {
        device: device(number),
        account: Account {
            scheme,
            client: user_digest("alice", &format!("password {number}")),
            client_nonce: vec![1, number as u8],
            last_slot: number,
            resync_left: number.is_multiple_of(2),
            server: (!number.is_multiple_of(4)).then_some(server),
        },
        model: if number.is_multiple_of(5) { "nodes-first".into() } else { String::new() },
        wishes: Wishes {
            way: (number.is_multiple_of(3)).then_some(Way::Perform),
            dialect: None,
            order: (number % 4 == 1).then_some(Order::BsFirst),
            kind: (number % 7 == 1).then_some(Kind::AKey),
        },
        spc: (number % 2 == 1).then_some(Spc([number as u8, 0x12, 0x34])),
        place: Place {
            address: (number % 3 == 1).then(|| format!("192.0.2.{number}:4000")),
            min: Some(format!("{number:010}")),
            imsi: (number.is_multiple_of(2)).then(|| format!("31000{number:010}")),
            esn: Some(format!("80AA{number:04X}")),
            meid: None,
        },
        capability: (number % 6 == 2).then(|| Remembered {
            capability: Capability { key_exchange: vec![2], nodes_version: Some(7), nodes_revisions: vec![2, 3] },
            at: Time(900 + number),
            dev_info: vec![("Man".into(), "Maker".into()), ("Mod".into(), format!("M{number}"))],
        }),
        temporary: (number % 8 == 3).then(|| format!("X/{number}")),
        last_contact: None,
    }
}

pub(in crate::store) fn exchange(number: u64) -> ExchangeRecord {
    let ended = |outcome| {
        let at = Time(5_000 + number);
        Some(Ended { outcome, cause: Some(format!("cause {number}")), result_code: Some(number as u8), at })
    };
    let (state, ended) = match number % 5 {
        0 => (State::Requested, None),
        1 => (State::CommitSent, None),
        2 => (State::Activated, ended(Outcome::Updated)),
        3 => (State::CommitSent, ended(Outcome::InDoubt)),
        _ => (State::Requested, ended(Outcome::Expired)),
    };
    let origin = match number % 4 {
        0 => Origin::Contact,
        1 => Origin::Operator("uid:0".into()),
        2 => Origin::Campaign("spring".into()),
        _ => Origin::North("ac".into()),
    };
    let key = if number.is_multiple_of(2) {
        Key::A(AKey::from_slice(&[number as u8; 8]).unwrap())
    } else {
        Key::Root(RootKey::from_slice(&[number as u8; 16]).unwrap())
    };
    ExchangeRecord {
        id: ExchangeId(number.wrapping_mul(0x0123_4567_89ab_cdef)),
        start: Start { priority: number as u8, ..Start::of(device(number % SUBSCRIBERS), origin) },
        created: Time(1_000 + number),
        at: Time(2_000 + number),
        expires: Time(9_000 + number),
        choice: Some((Way::Perform, Dialect::Nodes)),
        order: Some(Order::BsFirst),
        kind: Some(Kind::AKey),
        state,
        version: Version { a_key_p_rev: Some(2), feature_p_rev: vec![2, 3], ..Version::default() },
        commit: (number % 5 == 1).then(|| CommitMark { at: Time(3_000), correlator: Some("c".into()), tag: 7 }),
        ended,
        pushed: false,
        discards: number % 10 == 4,
        key: matches!(number % 5, 1..=3).then_some(key),
    }
}

/// Writes the last of it: devices that come once more.
pub(in crate::store) fn fill_last(store: &dyn Store) {
    for number in [2, 3] {
        let accepted =
            Accepted { next_nonce: vec![0xee; 16], last_slot: 900 + number, resync_left: true, resync: None };
        commit(store, vec![Change::Login(device(number), accepted)]).unwrap();
    }
}

/// Writes one half of it. Contacts are left out: what is kept of them depends on the format.
pub(in crate::store) fn fill(store: &dyn Store, half: u64) {
    for number in (half * SUBSCRIBERS / 2)..((half + 1) * SUBSCRIBERS / 2) {
        let changes = vec![Change::Subscriber(Box::new(subscriber(number)), Write::Create)];
        commit(store, changes).unwrap();
    }
    // In the second half of those of the first too.
    for number in (0..SUBSCRIBERS / 2 * (half + 1)).filter(|number| number % 3 == half) {
        let next_nonce = vec![half as u8, number as u8, 9];
        let accepted = Accepted { next_nonce, last_slot: 100 + number, resync_left: false, resync: None };
        let nonce = Change::ServerNonce(device(number), vec![7, number as u8]);
        let node = Change::Temporary(device(number), Some(format!("Y/{half}")));
        commit(store, vec![Change::Login(device(number), accepted), nonce, node]).unwrap();
    }
    for number in (half * EXCHANGES / 2)..((half + 1) * EXCHANGES / 2) {
        let record = exchange(number);
        let id = record.id;
        let delivery = Delivery {
            seq: 0,
            exchange: id,
            device: record.device().clone(),
            to: "ac".into(),
            kind: DeliveryKind::Stage,
            body: vec![number as u8; 24],
            created: Time(4_000 + number),
            attempts: 1,
            next: Time(4_001),
            why: Some("away".into()),
            acknowledged: None,
        };
        let step =
            |at, what| Change::History(id, Box::new(HistoryStep { at: Time(at), state: State::Requested, what }));
        let event = AuditEvent {
            at: Time(4_500 + number),
            actor: "akeyd".into(),
            action: "key.pending".into(),
            subject: id.to_string(),
            detail: format!("detail {number}"),
        };
        let changes = vec![
            Change::Exchange(Box::new(record)),
            step(1, Happened::Note("began".into())),
            step(2, Happened::Forward(vec![1, 2, 3])),
            Change::Deliver(Box::new(delivery)),
            Change::Audit(Box::new(event)),
        ];
        commit(store, changes).unwrap();
        if number.is_multiple_of(3) {
            commit(store, vec![Change::Delivered(number + 1, Time(6_000 + number))]).unwrap();
        }
    }
}
