//! A long audit trail and an outbox that is held back, looked through by the API and by commands.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use akeyd::desk::record::{AuditEvent, Change, Delivery, DeliveryKind};
use akeyd::words::{DeviceId, ExchangeId, Time};
use serde_json::{Value, json};

use crate::aged::{akeyd, commit, get};
use crate::delivery::{Site, device};
use crate::harness::{AKEYD, curl};

/// Records of the trail: more than a page, and than one reading looks at.
const RECORDS: u64 = 2_500;
/// The one that is looked for.
const RARE: u64 = 7;

/// When the first record was written: an hour ago. Each is a second younger than the one before.
fn began() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as u64;
    now - 3_600_000
}

fn trail(began: u64) -> impl Iterator<Item = Change> {
    (1..=RECORDS).map(move |seq| {
        let (action, subject, detail) = match seq {
            RARE => ("key.send", device(0), "discard of exchange 00000000000000ab".to_owned()),
            _ => ("exchange.start", format!("{seq:016x}"), "MEID:A00000000000FF".to_owned()),
        };
        let at = Time(began + seq * 1_000);
        Change::Audit(Box::new(AuditEvent { at, actor: "uid:0".into(), action: action.into(), subject, detail }))
    })
}

/// A delivery that is held back.
fn held(exchange: u64, about: usize, kind: DeliveryKind) -> Change {
    Change::Deliver(Box::new(Delivery {
        seq: 0,
        exchange: ExchangeId(exchange),
        device: DeviceId::new(&device(about)).unwrap(),
        to: "ac".into(),
        kind,
        body: if kind == DeliveryKind::Outcome { b"{}".to_vec() } else { Vec::new() },
        created: Time(began()),
        attempts: 0,
        next: Time(u64::MAX),
        why: Some("held back".into()),
        acknowledged: None,
    }))
}

fn seqs(page: &Value, list: &str) -> Vec<u64> {
    page[list].as_array().unwrap().iter().map(|one| one["seq"].as_u64().unwrap()).collect()
}

/// Runs a command that may fail; gives its exit code, and what it says of it.
fn tried(site: &Site, arguments: &[&str]) -> (Option<i32>, String) {
    let run = Command::new(AKEYD).args(arguments).args(["--socket", "admin.sock"]).current_dir(&site.folder.0).output();
    let run = run.unwrap();
    (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
}

#[test]
fn one_record_of_many_is_found_by_what_it_is_about_and_the_newest_first() {
    let site = Site::new(1);
    let began = began();
    commit(&site, trail(began).collect());
    let (_service, ..) = site.service();
    let last = get(&site, "/v1/audit?order=newest&limit=1")["records"][0]["seq"].as_u64().unwrap();
    assert!(last >= RECORDS);
    let page = get(&site, "/v1/audit?order=newest&limit=3");
    assert_eq!((seqs(&page, "records"), &page["next"]), (vec![last, last - 1, last - 2], &json!(last - 2)));
    let page = get(&site, &format!("/v1/audit?order=newest&limit=1&after={}", last - 2));
    assert_eq!(seqs(&page, "records"), [last - 3]);
    assert_eq!(seqs(&get(&site, "/v1/audit?order=newest&after=3"), "records"), [2, 1]);
    let about = device(0);
    for query in [
        &format!("subject={about}&action=key"),
        "subject=00000000000000ab&action=key.send&actor=uid:0",
        "action=key&order=newest&limit=1",
    ] {
        let page = get(&site, &format!("/v1/audit?{query}"));
        assert_eq!(seqs(&page, "records"), [RARE], "{query}: {page}");
    }
    for query in ["action=key.sen", "actor=uid:1", "subject=00000000000000a", "action=key&after=7"] {
        let page = get(&site, &format!("/v1/audit?{query}"));
        assert_eq!((seqs(&page, "records"), &page["next"]), (vec![], &Value::Null), "{query}: {page}");
    }
    // Of the last of our records, written a second apart.
    let at = get(&site, &format!("/v1/audit?after={}&limit=1", RECORDS - 3))["records"][0]["at"].clone();
    let since = format!("since={}&actor=uid:0", at.as_str().unwrap());
    let wanted: Vec<_> = (RECORDS - 2..=RECORDS).collect();
    assert_eq!(seqs(&get(&site, &format!("/v1/audit?{since}")), "records"), wanted);
    let newest = get(&site, &format!("/v1/audit?{since}&order=newest"));
    assert_eq!(seqs(&newest, "records"), wanted.iter().rev().copied().collect::<Vec<_>>());
    let socket = site.folder.0.join("admin.sock").display().to_string();
    let (status, problem) = curl(&["--unix-socket", &socket, "http://akeyd/v1/audit?order=random"]);
    assert!(status == 400 && problem.contains("is neither oldest nor newest"), "{problem}");

    let listed = |arguments: &[&str]| {
        let list = ["audit", "list", "--json", "--socket", "admin.sock"];
        let said = akeyd(&site, &[&list[..], arguments].concat());
        said.lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["seq"].as_u64().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(listed(&["--after", "5"]), (6..=last).collect::<Vec<_>>());
    assert_eq!(listed(&["--newest"]), (1..=last).rev().collect::<Vec<_>>());
    assert_eq!(listed(&["--newest", "--limit", "2"]), [last, last - 1]);
    assert_eq!(listed(&["--subject", &about, "--action", "key"]), [RARE]);
    let (code, said) = tried(&site, &["audit", "list", "--since", "yesterday"]);
    assert!(code == Some(1) && said.contains("since: is not a moment"), "{said}");
}

#[test]
fn what_is_held_back_is_listed_by_whom_it_concerns_and_sent_by_exchange_or_all_at_once() {
    let site = Site::new(3);
    let (outcome, discard) = (DeliveryKind::Outcome, DeliveryKind::Discard);
    commit(&site, vec![held(0xa, 0, discard), held(0xb, 1, discard), held(0xb, 1, outcome), held(0xc, 2, discard)]);
    let (_service, ..) = site.service();
    for (query, wanted) in [
        ("", vec![1, 2, 3, 4]),
        (&*format!("?device_id={}", device(2)), vec![4]),
        ("?exchange=000000000000000b&to=ac", vec![2, 3]),
        ("?exchange=000000000000000b&limit=1", vec![2]),
        ("?exchange=000000000000000b&after=2", vec![3]),
        ("?waits_for=operator&limit=3", vec![1, 2, 3]),
        ("?waits_for=centre", vec![]),
        ("?waits_for=time", vec![]),
        ("?to=another", vec![]),
    ] {
        let page = get(&site, &format!("/v1/outbox{query}"));
        assert_eq!(seqs(&page, "deliveries"), wanted, "{query}: {page}");
    }
    let key = |arguments: &[&str]| akeyd(&site, &[&["key", "--socket", "admin.sock"], arguments].concat());
    assert_eq!(key(&["send", "--exchange", "000000000000000b"]), "2 sent, 0 refused\n");
    assert_eq!(seqs(&get(&site, "/v1/outbox?waits_for=operator"), "deliveries"), [1, 4]);
    let listed = key(&["outbox", "--waits-for", "time"]);
    assert!(listed.lines().count() == 3 && listed.contains(&device(1)), "{listed}");
    assert_eq!(key(&["send", "--all-held", "--json"]), "{\"refused\":0,\"sent\":2}\n");
    assert_eq!(key(&["send", "--all-held"]), "0 sent, 0 refused\n");
    let (code, said) = tried(&site, &["key", "send", "99", "1"]);
    assert!(code == Some(1) && said.contains("delivery 99: there is no delivery 99"), "{said}");
    let (code, said) = tried(&site, &["key", "send", "--exchange", "00000000000000ff"]);
    assert!(code == Some(1) && said.contains("nothing of this exchange waits"), "{said}");
    let (code, said) = tried(&site, &["key", "send", "--exchange", "ff"]);
    assert!(code == Some(1) && said.contains("exchange: is not"), "{said}");
    assert_eq!(tried(&site, &["key", "send"]).0, Some(2));
    assert_eq!(tried(&site, &["key", "send", "1", "--all-held"]).0, Some(2));
}
