//! The order of a device's keys, whatever fails; and what is held back.

use super::*;

fn delivery(device: u64, exchange: u64, kind: DeliveryKind, body: &[u8]) -> Change {
    let device = DeviceId::new(&format!("MEID:A1{device}")).unwrap();
    Change::Deliver(Box::new(fresh(ExchangeId(exchange), &device, &"ac".into(), kind, body.to_vec(), Time(1))))
}

/// A centre that looks at no number, and refuses now and then what it has done already.
#[test]
fn the_last_key_that_a_device_made_live_is_the_last_that_a_centre_hears_of() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let outbox = open(&store, settings(Some(listener.open().await), false));
        let (devices, exchanges) = (40, 3);
        for number in 0..200_u64 {
            match (number * number + number) % 23 {
                0 => listener.answer("503 Later\r\n", ""),
                1..=3 => listener.answer("500 Broken\r\n", ""),
                4 => listener.answer("408 Slow\r\n", ""),
                _ => listener.answer("200 OK\r\n", ""),
            }
        }
        for exchange in 1..=exchanges {
            for kind in [DeliveryKind::Stage, DeliveryKind::Activate] {
                let body: &[u8] = if kind == DeliveryKind::Stage { &[7; 32] } else { &[] };
                let all = (1..=devices).map(|device| delivery(device, device * 10 + exchange, kind, body));
                commit(&*store, all.collect()).await.unwrap().unwrap();
                outbox.stir();
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
        while !kept(&store, false).await.is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let heard = listener.heard();
        assert!(heard.len() as u64 > devices * exchanges * 2 + 20, "some came again: {}", heard.len());
        for device in 1..=devices {
            let of_it = |(_, exchange): &&(String, u64)| exchange / 10 == device;
            let its: Vec<_> = heard.iter().filter(of_it).map(|(_, exchange)| exchange % 10).collect();
            assert!(its.is_sorted(), "{device}: {its:?}");
            assert_eq!(heard.iter().rfind(of_it), Some(&("activate".to_owned(), device * 10 + exchanges)));
        }
    });
}

/// Else a process that dies in between would send it again, after a younger one.
#[test]
fn the_next_of_a_device_is_not_sent_before_it_is_durable_that_the_one_before_has_arrived() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let slow = Arc::new(Slow { store: Arc::clone(&store), held: Mutex::default() });
        let now = Arc::new(|| Time(1_000_000));
        let settings = settings(Some(listener.open().await), false);
        let own = Arc::clone(&slow) as Arc<dyn Store>;
        let (outbox, work) = Outbox::new(settings, Some("ac".into()), own, now, Arc::new(()));
        tokio::task::spawn_local(work.run());
        let changes = [1, 2].map(|exchange| delivery(1, exchange, DeliveryKind::Activate, &[]));
        commit(&*store, changes.into_iter().chain([delivery(2, 3, DeliveryKind::Activate, &[])]).collect())
            .await
            .unwrap()
            .unwrap();
        outbox.stir();
        tokio::time::sleep(Duration::from_millis(200)).await;
        let mut heard: Vec<_> = listener.heard().into_iter().map(|(_, exchange)| exchange).collect();
        heard.sort_unstable();
        assert_eq!(heard, [1, 3], "another device's does not wait");
        while !kept(&store, false).await.is_empty() {
            let held = std::mem::take(&mut *slow.held.lock().unwrap());
            held.into_iter().for_each(|(changes, answer)| store.commit(changes, answer));
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!(listener.heard().len(), 3);
    });
}

/// A store whose commits are durable when the test says so.
struct Slow {
    store: Arc<MemoryStore>,
    held: Mutex<Vec<(Vec<Change>, crate::store::OnDurable)>>,
}

impl Store for Slow {
    fn load(&self, device: &DeviceId, answer: crate::store::OnLoaded) {
        self.store.load(device, answer);
    }

    fn commit(&self, changes: Vec<Change>, answer: crate::store::OnDurable) {
        self.held.lock().unwrap().push((changes, answer));
    }

    fn read(&self, reading: crate::store::Reading) {
        self.store.read(reading);
    }
}

#[test]
fn a_peer_that_wants_time_has_not_refused() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let outbox = open(&store, settings(Some(listener.open().await), false));
        for (exchange, status) in [(1, "408 Slow\r\n"), (2, "429 Busy\r\n")] {
            listener.answer(status, "{\"result_code\": 5}");
            assert_eq!(ask(&outbox, exchange, 1, key(1)).await, DONE, "{status}");
        }
        // By its key a peer tells a delivery that comes again.
        let keys = listener
            .with(|heard| heard.posts.iter().map(|post| post["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>());
        assert_eq!((keys.len(), &keys[0], &keys[2]), (4, &keys[1], &keys[3]));
        assert_ne!(keys[0], keys[2]);
        // Of one exchange and kind, each has its own.
        listener.answer("422 No\r\n", "");
        assert!(ask(&outbox, 1, 2, key(2)).await.is_err());
        assert!(ask(&outbox, 1, 3, key(3)).await.is_ok());
        let keys = listener.with(|heard| {
            heard.posts[4..].iter().map(|post| post["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        });
        assert!(keys.len() == 2 && keys[0] != keys[1], "{keys:?}");
    });
}

#[test]
fn who_fetches_acknowledges_in_the_order_of_each_device() {
    run(async {
        let store = Arc::new(MemoryStore::new([]));
        let outbox = open(&store, settings(None, false));
        let of = |device, exchange| delivery(device, exchange, DeliveryKind::Activate, &[]);
        commit(&*store, vec![of(1, 1), of(2, 2), of(1, 3)]).await.unwrap().unwrap();
        assert_eq!(outbox.acknowledge(3, Vec::new()).await, Settled::NotYet(1));
        assert_eq!(outbox.refuse(3, 1, Vec::new()).await, Settled::NotYet(1));
        assert_eq!(outbox.acknowledge(2, Vec::new()).await, Settled::Done);
        assert_eq!(outbox.acknowledge(1, Vec::new()).await, Settled::Done);
        assert_eq!(outbox.acknowledge(3, Vec::new()).await, Settled::Done);
        assert_eq!(kept(&store, false).await, []);
    });
}

#[test]
fn what_cannot_be_read_or_sent_is_held_back_and_stops_nothing() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let (now, counted) = (Arc::new(|| Time(1_000_000)), Arc::new(Counted::default()));
        let meter = Arc::clone(&counted) as Arc<dyn Meter>;
        let url = listener.open().await;
        let mut settings = settings(Some(url.clone()), false);
        let target = Target { url: url.clone(), trust: None, answer: Duration::from_secs(5), in_flight: 4 };
        settings.listeners = vec![("ac".into(), target)];
        let (outbox, work) = Outbox::new(settings, Some("ac".into()), Arc::clone(&store) as Arc<dyn Store>, now, meter);
        tokio::task::spawn_local(work.run());
        let changes = vec![
            delivery(1, 1, DeliveryKind::Stage, &[1; 32]),
            delivery(9, 2, DeliveryKind::Activate, &[]),
            delivery(1, 3, DeliveryKind::Stage, &[1; 5]),
            delivery(1, 4, DeliveryKind::Outcome, b"no JSON"),
            delivery(1, 4, DeliveryKind::Outcome, b"{\"action\":\"outcome\",\"exchange\":\"4\"}"),
            delivery(1, 5, DeliveryKind::Stage, &[1; 32]),
        ];
        commit(&*store, changes).await.unwrap().unwrap();
        outbox.stir();
        while kept(&store, false).await.len() > 2 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let left = kept(&store, false).await;
        let why = |delivery: &Delivery| (delivery.seq, delivery.is_held(), delivery.why.clone().unwrap());
        let expected = [
            (3, true, "what it carries is no wrapped key".to_owned()),
            (4, true, "what it carries is no outcome".to_owned()),
        ];
        assert_eq!(left.iter().map(why).collect::<Vec<_>>(), expected);
        let mut exchanges: Vec<_> = listener.heard().into_iter().map(|(_, exchange)| exchange).collect();
        exchanges.sort_unstable();
        assert_eq!(exchanges, [1, 2, 4, 5]);
        let counted = counted.0.lock().unwrap();
        assert_eq!(counted.iter().filter(|(_, result)| *result == "parked").count(), 2, "{counted:?}");
    });
}

#[test]
fn an_operator_cannot_bring_back_a_key_that_the_handset_has_replaced() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let of = |id, created, state| {
            let start = Start::of(DeviceId::new("MEID:A11").unwrap(), Origin::Contact);
            let record = ExchangeRecord { state, created: Time(created), kind: Some(Kind::AKey), ..record(id, start) };
            Change::Exchange(Box::new(record))
        };
        let mut changes = vec![of(1, 5, State::Committed), of(2, 6, State::InSession)];
        changes.extend([1, 2].map(|exchange| delivery(1, exchange, DeliveryKind::Activate, &[])));
        commit(&*store, changes).await.unwrap().unwrap();
        hold_back(&*store).unwrap();
        let outbox = open(&store, settings(Some(listener.open().await), false));
        commit(&*store, vec![of(2, 6, State::Committed)]).await.unwrap().unwrap();
        assert_eq!(outbox.send(1, Vec::new()).await, Settled::Superseded);
        assert_eq!(outbox.send(2, Vec::new()).await, Settled::Done);
        while kept(&store, false).await.len() == 2 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!(listener.heard(), [("activate".to_owned(), 2)]);
    });
}

/// Counts attempts.
#[derive(Default)]
struct Counted(Mutex<Vec<(&'static str, &'static str)>>);

impl Meter for Counted {
    fn outbox(&self, _: u64, _: u64) {}

    fn delivery(&self, kind: &'static str, result: &'static str) {
        self.0.lock().unwrap().push((kind, result));
    }
}
