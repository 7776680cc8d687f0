//! A store with a past: brought back from a backup, or full of what is over and old.

use std::process::Command;
use std::time::{Duration, Instant};

use akeyd::desk::record::{AuditEvent, Change, Delivery, DeliveryKind, Ended, ExchangeRecord, Origin, Start};
use akeyd::exchange::Version;
use akeyd::store;
use akeyd::store::embedded::{EmbeddedStore, Settings};
use akeyd::store::seal::MasterKey;
use akeyd::words::{DeviceId, ExchangeId, Outcome, State, Time};
use serde_json::Value;

use crate::delivery::{Site, device, keys, metric, wait_for};
use crate::harness::{AKEYD, curl};

/// Runs a command in the site's folder; gives what it printed.
pub(crate) fn akeyd(site: &Site, arguments: &[&str]) -> String {
    let said = Command::new(AKEYD).args(arguments).current_dir(&site.folder.0).output().expect("akeyd runs");
    assert!(said.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8_lossy(&said.stdout).into_owned()
}

pub(crate) fn get(site: &Site, path: &str) -> Value {
    let socket = site.folder.0.join("admin.sock").to_string_lossy().into_owned();
    let (code, body) = curl(&["--unix-socket", &socket, &format!("http://akeyd{path}")]);
    assert_eq!(code, 200, "{path}: {body}");
    serde_json::from_str(&body).expect("JSON")
}

/// More has happened than the backup tells, and a process that dies of a kill leaves the next one no wiser: nothing is sent by itself, no handset is believed
/// by an old nonce or its counter of keys, and each key is in doubt until its handset has a new one.
#[test]
fn after_a_restoration_deliveries_are_held_and_keys_are_in_doubt() {
    const HANDSETS: usize = 2;
    let site = Site::new(HANDSETS);
    let (service, address, status) = site.service();
    let come = |address: &str| {
        let dialects = ["is683", "nodes"];
        (0..HANDSETS).map(|at| site.handset_with(at, address, &["--dialect", dialects[at]])).collect::<Vec<_>>()
    };
    let handsets = come(&address);
    wait_for(&status, "akeyd_outbox_pending", HANDSETS as u64);
    akeyd(&site, &["store", "backup", "--config", "akeyd.toml", "copy.redb"]);
    // What happens now is not in the backup: the keys become live on both sides.
    let _centre = site.centre(&[]);
    let used = keys(handsets);
    site.settled(HANDSETS);
    wait_for(&status, "akeyd_outbox_pending", 0);
    drop(service);

    akeyd(&site, &["store", "restore", "--config", "akeyd.toml", "copy.redb"]);
    let (service, ..) = site.service();
    service.says("the store was restored from a backup", 0);
    // What became of each exchange is told, and that is all.
    let doubted = |line: &Value| line["outcomes"].as_array().is_some_and(|told| told.len() == 2);
    let began = Instant::now();
    while !site.lines().iter().all(doubted) {
        assert!(began.elapsed() < Duration::from_mins(1), "{:#?}", site.lines());
        std::thread::sleep(Duration::from_millis(100));
    }
    let known = site.lines();
    service.says("what came with the backup is marked", 0);
    drop(service);
    let (_service, address, status) = site.service();
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(site.lines(), known, "nothing else was sent");
    wait_for(&status, "akeyd_outbox_pending", HANDSETS as u64);
    let held = get(&site, "/v1/outbox")["deliveries"].as_array().cloned().unwrap();
    assert_eq!(held.len(), HANDSETS);
    assert!(held.iter().all(|delivery| delivery["next"].is_null()), "{held:#?}");
    assert_eq!(metric(&status, "akeyd_exchanges_in_doubt"), HANDSETS as u64);
    // The handsets come with nonces of after the backup: they are challenged, prove themselves, and the doubt is settled.
    let again = keys(come(&address));
    let challenged = metric(&status, "akeyd_auth_total{result=\"wrong\"}");
    assert!(challenged >= HANDSETS as u64, "{challenged}");
    assert!(used.iter().all(|key| !again.contains(key)), "each has a new key");
    let began = Instant::now();
    loop {
        let lines = site.lines();
        let same = lines.iter().zip(&again).all(|(line, key)| line["a_key"] == key.as_str());
        if same && metric(&status, "akeyd_exchanges_in_doubt") == 0 {
            break;
        }
        assert!(began.elapsed() < Duration::from_mins(1), "{lines:#?} {again:?}");
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(site.lines().iter().all(|line| line["conflicts"] == 0));
}

/// Writes into the site's store, which no service has.
pub(crate) fn commit(site: &Site, changes: Vec<Change>) {
    let key = MasterKey::read(&site.folder.0.join("store.key")).unwrap();
    let path = site.folder.0.join("akeyd.redb");
    let settings = Settings { path, key, old_keys: Vec::new(), cache_mib: 8, must_exist: false };
    let opened = EmbeddedStore::open(settings).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(store::commit(&opened.store, changes)).unwrap().unwrap();
}

/// An exchange, a delivery and records of the audit trail of long ago, beside an exchange that is still open.
fn fill(site: &Site) {
    let device = DeviceId::new(&device(0)).unwrap();
    let record = |id, ended: Option<Ended>| ExchangeRecord {
        id: ExchangeId(id),
        start: Start::of(device.clone(), Origin::Operator("uid:0".into())),
        created: Time(1_000 + id),
        at: Time(2_000),
        expires: Time(u64::MAX >> 1),
        choice: None,
        order: None,
        kind: None,
        state: State::Requested,
        version: Version::default(),
        commit: None,
        ended,
        pushed: false,
        discards: false,
        key: None,
    };
    let ended = Ended { outcome: Outcome::Cancelled, cause: None, result_code: None, at: Time(3_000) };
    let delivery = Delivery {
        seq: 0,
        exchange: ExchangeId(1),
        device: device.clone(),
        to: "ac".into(),
        kind: DeliveryKind::Discard,
        body: Vec::new(),
        created: Time(2_000),
        attempts: 0,
        next: Time(2_000),
        why: None,
        acknowledged: None,
    };
    let event = |at| AuditEvent {
        at: Time(at),
        actor: "uid:0".into(),
        action: "exchange.cancel".into(),
        subject: "1".into(),
        detail: String::new(),
    };
    let mut changes = vec![
        Change::Exchange(Box::new(record(1, Some(ended)))),
        Change::Exchange(Box::new(record(2, None))),
        Change::Deliver(Box::new(delivery)),
        Change::Delivered(1, Time(3_000)),
    ];
    changes.extend((0..20).map(|at| Change::Audit(Box::new(event(at)))));
    commit(site, changes);
}

#[test]
fn what_is_over_and_old_goes_and_the_trail_can_be_verified() {
    let site = Site::new(1);
    let config = std::fs::read_to_string(site.folder.0.join("akeyd.toml")).unwrap();
    site.folder.write("akeyd.toml", &format!("{config}[store]\nkeep_audit = 1\nmust_exist = true\n"));
    // Before there is one.
    let refused = Command::new(AKEYD).args(["serve", "--config", "akeyd.toml"]).current_dir(&site.folder.0).output();
    let refused = refused.unwrap();
    assert_eq!(refused.status.code(), Some(78));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("is its volume mounted?"));
    fill(&site);
    // The start takes a subscriber over, and its record is the last of the trail: all before it may go.
    let (_service, _, status) = site.service();
    for (kind, count) in [("exchange", 1), ("delivery", 1), ("audit", 20)] {
        wait_for(&status, &format!("akeyd_store_removed_total{{kind=\"{kind}\"}}"), count);
    }
    let exchanges = get(&site, "/v1/exchanges")["exchanges"].as_array().cloned().unwrap();
    assert_eq!(exchanges.len(), 1, "the open one: {exchanges:#?}");
    let page = get(&site, "/v1/audit");
    assert_eq!((&page["anchor"]["seq"], &page["records"][0]["seq"]), (&20.into(), &21.into()), "{page:#}");
    let actions: Vec<_> = page["records"].as_array().unwrap().iter().map(|record| record["action"].as_str()).collect();
    assert!(actions.contains(&Some("audit.trim")), "{actions:?}");
    let told = akeyd(&site, &["audit", "verify", "--socket", "admin.sock"]);
    assert!(told.contains("records up to 20 were removed"), "{told}");
    let listed = akeyd(&site, &["audit", "list", "--json", "--socket", "admin.sock"]);
    let verified = |text: &str| {
        site.folder.write("trail", text);
        let verify = ["audit", "verify", "--file", "trail"];
        Command::new(AKEYD).args(verify).current_dir(&site.folder.0).status().unwrap().success()
    };
    assert!(verified(&listed));
    // Without its anchor the first record is taken on trust, with another it is found out.
    let (anchor, rest) = listed.split_once('\n').unwrap();
    let hash = serde_json::from_str::<Value>(anchor).unwrap()["anchor"]["hash"].as_str().unwrap().to_owned();
    assert!(verified(rest));
    assert!(!verified(&listed.replace(&hash, &"0".repeat(64))));
}
