//! A line by hand, and one whose answers, crashes and readings of the store are drawn by a seed.

use std::collections::BTreeMap;

use super::*;

/// Of a device and of one of its exchanges.
fn of(seq: u64, device: u64, exchange: u64, kind: DeliveryKind) -> Parcel {
    let delivery = Delivery {
        seq,
        exchange: ExchangeId(exchange),
        device: DeviceId::new(&format!("MEID:A{device}")).unwrap(),
        to: "ac".into(),
        kind,
        body: vec![seq as u8; 32],
        created: Time(0),
        attempts: 0,
        next: Time(0),
        why: None,
        acknowledged: None,
    };
    Parcel { delivery, place: Place::default(), version: Version::default() }
}

/// Of a device with one exchange.
fn parcel(seq: u64, number: u64, kind: DeliveryKind) -> Parcel {
    of(seq, number, number, kind)
}

fn lane(device: u64) -> LaneId {
    LaneId::Keys(DeviceId::new(&format!("MEID:A{device}")).unwrap())
}

fn held(parcel: Parcel) -> Parcel {
    Parcel { delivery: Delivery { next: Time(u64::MAX), ..parcel.delivery }, ..parcel }
}

fn taken(line: &mut Line, now: u64) -> Vec<u64> {
    std::iter::from_fn(|| line.take(Time(now))).map(|parcel| parcel.delivery.seq).collect()
}

/// It was taken, and that is durable.
fn done(line: &mut Line, device: u64, seq: u64) {
    line.over(&lane(device), seq);
    assert!(line.done(&lane(device), seq).is_some());
}

#[test]
fn a_lane_keeps_its_order_and_holds_up_nobody_else() {
    let mut line = Line::new(8);
    for (seq, exchange, kind) in
        [(1, 1, DeliveryKind::Stage), (2, 2, DeliveryKind::Stage), (3, 1, DeliveryKind::Activate)]
    {
        assert!(line.add(parcel(seq, exchange, kind)).is_empty());
    }
    assert_eq!(taken(&mut line, 0), [1, 2]);
    assert_eq!(line.again(&lane(1), 1, Time(50)), Some(1));
    assert_eq!(line.next(), Some(Time(50)));
    assert!(taken(&mut line, 49).is_empty(), "the activation waits behind its key");
    done(&mut line, 2, 2);
    assert_eq!(taken(&mut line, 50), [1]);
    line.over(&lane(1), 1);
    assert!(taken(&mut line, 50).is_empty(), "not before that is durable");
    line.done(&lane(1), 1);
    assert_eq!(taken(&mut line, 50), [3]);
    done(&mut line, 1, 3);
    assert_eq!((line.parcels, line.on_their_way, line.lanes.len(), line.next()), (0, 0, 0, None));
}

#[test]
fn exchanges_of_one_device_go_one_after_the_other_and_outcomes_do_not() {
    let mut line = Line::new(8);
    line.add(of(1, 1, 1, DeliveryKind::Activate));
    line.add(of(2, 1, 2, DeliveryKind::Stage));
    line.add(of(3, 1, 2, DeliveryKind::Activate));
    assert_eq!(taken(&mut line, 0), [1]);
    line.again(&lane(1), 1, Time(9));
    assert!(taken(&mut line, 8).is_empty(), "the younger exchange waits for the older one");
    for seq in 1..=3 {
        assert_eq!(taken(&mut line, 9), [seq]);
        done(&mut line, 1, seq);
    }
    let mut outcomes = Line::new(8);
    for (seq, exchange) in [(1, 1), (2, 2), (3, 1)] {
        outcomes.add(of(seq, 1, exchange, DeliveryKind::Outcome));
    }
    assert_eq!(taken(&mut outcomes, 0), [1, 2], "in doubt, then what became of it");
}

#[test]
fn no_more_than_allowed_are_on_their_way() {
    let mut line = Line::new(3);
    (1..=9).for_each(|at| assert!(line.add(parcel(at, at, DeliveryKind::Activate)).is_empty()));
    assert_eq!(taken(&mut line, 0), [1, 2, 3]);
    assert_eq!(line.next(), None, "only an answer makes room");
    line.over(&lane(2), 2);
    assert_eq!(taken(&mut line, 0), [4]);
    let mut fetched = Line::new(0);
    fetched.add(parcel(1, 1, DeliveryKind::Stage));
    assert_eq!(taken(&mut fetched, 0), [0; 0]);
    assert!(fetched.done(&lane(1), 1).is_some());
}

#[test]
fn a_younger_key_or_a_discard_makes_an_older_key_worthless() {
    let mut line = Line::new(8);
    line.add(of(1, 1, 1, DeliveryKind::Stage));
    line.add(of(2, 1, 9, DeliveryKind::Stage));
    assert_eq!(line.add(of(3, 1, 1, DeliveryKind::Stage)), [1], "of its own exchange alone");
    assert_eq!(taken(&mut line, 0), [2]);
    done(&mut line, 1, 2);
    assert_eq!(taken(&mut line, 0), [3]);
    assert!(line.add(of(4, 1, 1, DeliveryKind::Discard)).is_empty(), "3 is on its way");
    assert!(!line.is_overtaken(&lane(1), 3));
    line.again(&lane(1), 3, Time(9));
    assert!(line.is_overtaken(&lane(1), 3));
    line.done(&lane(1), 3);
    assert_eq!(taken(&mut line, 0), [4]);
    // The same twice.
    let twin = |seq| {
        let parcel = parcel(seq, 5, DeliveryKind::Activate);
        Parcel { delivery: Delivery { body: Vec::new(), ..parcel.delivery }, ..parcel }
    };
    let holds = |line: &Line| line.holds(&lane(5), ExchangeId(5), DeliveryKind::Activate, &[]);
    assert!(line.add(twin(5)).is_empty());
    assert_eq!(line.add(twin(6)), [6]);
    assert!(holds(&line));
    assert!(line.add(twin(5)).is_empty(), "read twice");
    assert_eq!(taken(&mut line, 0), [5]);
    line.over(&lane(5), 5);
    assert!(!holds(&line), "who wants it now waits for another one");
    assert!(line.add(twin(7)).is_empty());
    line.done(&lane(5), 5);
    assert_eq!(taken(&mut line, 0), [7]);
}

#[test]
fn what_is_held_back_holds_up_its_own_exchange_alone_and_goes_when_it_is_let_go() {
    let mut line = Line::new(8);
    (1..=2).for_each(|seq| drop(line.add(held(parcel(seq, 1, DeliveryKind::Activate)))));
    assert!(taken(&mut line, 1 << 60).is_empty());
    line.hurry(&lane(1), 2, Time(5));
    assert!(taken(&mut line, 5).is_empty(), "not before the first");
    line.add(of(3, 1, 7, DeliveryKind::Stage));
    assert_eq!(taken(&mut line, 5), [3], "another exchange of the device");
    done(&mut line, 1, 3);
    line.hurry(&lane(1), 1, Time(5));
    assert_eq!(taken(&mut line, 5), [1]);
    done(&mut line, 1, 1);
    assert_eq!(taken(&mut line, 5), [2]);
    done(&mut line, 1, 2);
    (4..=5).for_each(|seq| drop(line.add(held(parcel(seq, 1, DeliveryKind::Activate)))));
    assert_eq!(line.release(&lane(1), ExchangeId(2), Time(6)).len(), 0);
    assert_eq!(line.release(&lane(1), ExchangeId(1), Time(6)).len(), 2);
    assert_eq!(line.release(&lane(1), ExchangeId(1), Time(6)).len(), 0);
    assert_eq!(taken(&mut line, 6), [4]);
    line.hurry(&lane(1), 4, Time(6));
    assert!(taken(&mut line, 6).is_empty(), "it is on its way");
    // One that cannot be sent at all.
    line.park(&lane(1), 4);
    assert_eq!((taken(&mut line, 6).len(), line.held, line.parcels, line.on_their_way), (0, 1, 1, 0));
}

#[test]
fn what_is_to_be_made_live_stays_before_its_activation() {
    let mut line = Line::new(8);
    line.add(parcel(1, 1, DeliveryKind::Stage));
    line.add(parcel(2, 1, DeliveryKind::Activate));
    assert!(line.add(parcel(3, 1, DeliveryKind::Stage)).is_empty(), "asked anew by a later process");
    assert_eq!(taken(&mut line, 0), [1]);
    line.again(&lane(1), 1, Time(9));
    assert!(!line.is_overtaken(&lane(1), 1));
    assert_eq!(line.add(parcel(4, 1, DeliveryKind::Stage)), [3]);
    for seq in [1, 2, 4] {
        assert_eq!(taken(&mut line, 9), [seq]);
        done(&mut line, 1, seq);
    }
    // A discard ends all of that, what is held back too.
    line.add(held(parcel(5, 1, DeliveryKind::Activate)));
    line.add(parcel(6, 1, DeliveryKind::Stage));
    assert_eq!(line.add(parcel(7, 1, DeliveryKind::Discard)), [5, 6]);
    assert_eq!(taken(&mut line, 9), [7]);
}

#[test]
fn a_destination_that_is_away_is_asked_by_one_at_a_time() {
    let mut line = Line::new(4);
    (1..=9).for_each(|at| drop(line.add(parcel(at, at, DeliveryKind::Stage))));
    assert_eq!(taken(&mut line, 0).len(), 4);
    for at in 1..=4 {
        assert_eq!(line.unreached(Time(0), |failures| 100 << failures), Time(200), "they count once");
        line.again(&lane(at), at, Time(0));
    }
    assert_eq!(line.next(), Some(Time(200)));
    assert!(taken(&mut line, 199).is_empty());
    assert_eq!(taken(&mut line, 200), [1]);
    assert_eq!(line.unreached(Time(250), |failures| 100 << failures), Time(650));
    line.again(&lane(1), 1, Time(0));
    assert_eq!(taken(&mut line, 650), [1]);
    line.reached(Time(649));
    assert!(taken(&mut line, 649).is_empty());
    line.reached(Time(650));
    done(&mut line, 1, 1);
    assert_eq!(taken(&mut line, 650), [2, 3, 4, 5]);
}

#[test]
fn what_does_not_fit_stays_in_the_store() {
    let mut line = Line::new(1);
    let window = limits::OUTBOX_WINDOW as u64;
    (1..=window + 5).for_each(|at| drop(line.add(parcel(at, at, DeliveryKind::Activate))));
    assert_eq!((line.parcels, line.beyond, line.gap()), (limits::OUTBOX_WINDOW, Some(window + 1), None));
    assert_eq!(line.before(&lane(3), 3), Ok(None));
    assert_eq!(line.before(&lane(9), window + 9), Ok(Some(9)));
    assert_eq!(line.before(&lane(window + 9), window + 9), Err(()), "nobody knows");
    (1..=window / 2).for_each(|at| drop(line.done(&lane(at), at)));
    let gap = Gap { from: window + 1, lane: None };
    assert_eq!(line.gap(), Some(gap.clone()));
    assert!(line.add(parcel(window + 9, 9, DeliveryKind::Activate)).is_empty(), "not before those of the gap");
    line.close_gap(&gap);
    line.add(parcel(window + 1, 7, DeliveryKind::Activate));
    line.reopen_gap(Gap { from: window + 2, lane: None });
    assert_eq!(line.beyond, Some(window + 2));
}

#[test]
fn one_device_keeps_nobody_out_however_much_waits_for_it_and_what_is_held_back_neither() {
    let mut line = Line::new(4);
    let most = limits::OUTBOX_LANE as u64;
    (1..=most + 50).for_each(|at| drop(line.add(of(at, 1, at, DeliveryKind::Discard))));
    line.add(parcel(1_000, 2, DeliveryKind::Stage));
    assert_eq!((line.parcels, line.gap()), (limits::OUTBOX_LANE + 1, None));
    assert_eq!(taken(&mut line, 0), [1, 1_000]);
    assert_eq!(line.before(&lane(1), most + 9), Ok(Some(1)));
    for at in 1..=most / 2 {
        done(&mut line, 1, at);
        assert_eq!(taken(&mut line, 0), [at + 1]);
    }
    let gap = line.gap().unwrap();
    assert_eq!(gap, Gap { from: most + 1, lane: Some(lane(1)) });
    line.close_gap(&gap);
    assert_eq!(line.gap(), None);
    (most + 1..=most + 20).for_each(|at| drop(line.add(of(at, 1, at, DeliveryKind::Discard))));
    line.reopen_gap(Gap { from: most + 21, ..gap });
    assert_eq!(line.gap(), None, "more than half of it is here");
    for at in most / 2 + 1..=most / 2 + 20 {
        done(&mut line, 1, at);
        assert_eq!(taken(&mut line, 0), [at + 1]);
    }
    assert_eq!(line.gap().unwrap().from, most + 21);
    assert!(line.add(of(most + 30, 1, 9, DeliveryKind::Discard)).is_empty(), "not before those of the gap");

    let mut line = Line::new(4);
    let first = limits::OUTBOX_HELD as u64 + 1;
    (1..first + 9).for_each(|at| drop(line.add(held(parcel(at, at, DeliveryKind::Stage)))));
    assert_eq!((line.held, line.parcels, line.beyond, line.gap()), (limits::OUTBOX_HELD, 0, Some(first), None));
}

/// Numbers that look random and are the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % most
    }
}

/// A store with an outbox, a process that may die, and a centre that looks at no number: it does what it is told, each time.
#[test]
fn whatever_fails_and_comes_twice_the_centre_ends_with_the_key_that_was_made_live_last() {
    for seed in 1..=300_u64 {
        let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let (devices, exchanges) = (1 + chance.below(5), 2 + chance.below(4));
        // What each device's exchanges bring, in their order, mixed with others'.
        let mut left: Vec<(u64, Vec<(u64, DeliveryKind)>)> = (1..=devices)
            .map(|device| {
                let of = |number| {
                    let exchange = device * 100 + number;
                    [DeliveryKind::Stage, DeliveryKind::Activate].map(|kind| (exchange, kind))
                };
                (device, (1..=exchanges).flat_map(of).collect())
            })
            .collect();
        let mut store: BTreeMap<u64, Parcel> = BTreeMap::new();
        let (mut live, mut line, mut now) = (HashMap::new(), Line::new(3), 0_u64);
        let (mut cursor, mut seq) = (0, 0);
        let mut under_way: Vec<Parcel> = Vec::new();
        let mut undurable: VecDeque<u64> = VecDeque::new();
        loop {
            let room = chance.below(devices) as usize;
            match chance.below(10) {
                0..=2 if !left[room].1.is_empty() => {
                    let (exchange, kind) = left[room].1.remove(0);
                    seq += 1;
                    store.insert(seq, of(seq, left[room].0, exchange, kind));
                }
                // A page, perhaps of what was read before.
                3 | 4 => {
                    let from = if chance.below(4) == 0 { 0 } else { cursor };
                    let page: Vec<_> = store.range(from + 1..).take(4).map(|(_, parcel)| parcel.clone()).collect();
                    for parcel in page {
                        // As the clerk has it, what became over and is not durable is not read anew.
                        if parcel.delivery.seq > cursor {
                            cursor = parcel.delivery.seq;
                        }
                        for worthless in line.add(parcel) {
                            store.remove(&worthless);
                        }
                    }
                }
                5 | 6 => under_way.extend(line.take(Time(now))),
                7 if !under_way.is_empty() => {
                    let parcel = under_way.swap_remove(chance.below(under_way.len() as u64) as usize);
                    let Delivery { seq, kind, ref device, exchange, .. } = parcel.delivery;
                    let arrives = chance.below(4) > 0;
                    if arrives && kind == DeliveryKind::Activate {
                        live.insert(device.clone(), exchange);
                    }
                    let id = LaneId::of(&parcel.delivery);
                    // An answer may be lost.
                    if arrives && chance.below(3) > 0 {
                        line.over(&id, seq);
                        undurable.push_back(seq);
                    } else if chance.below(4) == 0 {
                        line.unreached(Time(now), |failures| failures.min(5).into());
                        line.again(&id, seq, Time(now));
                    } else {
                        line.again(&id, seq, Time(now + chance.below(20)));
                    }
                }
                8 => {
                    if let Some(seq) = undurable.pop_front() {
                        let parcel = store.remove(&seq).unwrap();
                        line.done(&LaneId::of(&parcel.delivery), seq);
                    }
                }
                // The process dies: what was on its way may have arrived.
                9 if chance.below(20) == 0 => {
                    for parcel in under_way.drain(..) {
                        if chance.below(2) == 0 && parcel.delivery.kind == DeliveryKind::Activate {
                            live.insert(parcel.delivery.device, parcel.delivery.exchange);
                        }
                    }
                    undurable.clear();
                    (line, cursor) = (Line::new(3), 0);
                }
                _ => now += 1,
            }
            if store.is_empty() && left.iter().all(|(_, left)| left.is_empty()) {
                break;
            }
        }
        for device in 1..=devices {
            let LaneId::Keys(id) = lane(device) else { unreachable!() };
            assert_eq!(live[&id], ExchangeId(device * 100 + exchanges), "seed {seed}");
        }
        assert_eq!((line.parcels, line.on_their_way, line.lanes.len()), (0, 0, 0));
    }
}
