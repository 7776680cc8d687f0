//! The nodes dialect against the scripted server.

use super::script::*;
use super::session::{codes, play};
use super::*;
use crate::syncml::document::{Command, Data, Item, Location, Meta, Verb};
use crate::words::Dialect;
use crate::words::Time;

/// HMAC-SHA256 over the vector by an independent program, and the low 128 bits of its K.
const CHECK: &str = "7e443adf5e2b689f";
const ROOT_KEY: &str = "767984e232afdd3be0d83abf6441b6e7";
const X: &str = "./CDMA/AKey/X/0123456789abcdef";

fn phone(style: Style, fault: Option<Fault>) -> Handset {
    let carrier = Carrier { style, ..Carrier::default() };
    Handset::new(Build { dialect: Dialect::Nodes, carrier, fault, ..build() })
}

fn add(uri: &str) -> Command {
    let meta = Some(Meta { format: Some("node".into()), ..Meta::default() });
    access(Verb::Add, vec![Item { target: Some(Location::new(uri)), meta, ..Item::default() }])
}

fn fill(kind: &str) -> Command {
    let text = |name: &str, value: &str| Item {
        target: Some(Location::new(format!("{X}/{name}"))),
        meta: Some(Meta { format: Some("int".into()), ..Meta::default() }),
        data: Some(Data::text(value)),
        ..Item::default()
    };
    let b64 = |name: &str, value: &str| b64_item(&format!("{X}/{name}"), &hex(value));
    let items = vec![text("Revision", "2"), text("Kind", kind), b64("P", vector::P), b64("G", vector::G)];
    access(Verb::Replace, items)
}

fn step(name: &str, data: Option<&str>) -> Command {
    exec_of(&format!("{X}/{name}"), name, data.map(hex).as_deref())
}

fn exchange(kind: &str) -> Vec<Vec<Command>> {
    vec![
        vec![get(&["./CDMA/AKey/Ver", "./CDMA/AKey/Revisions", "./CDMA/AKey/KeyVersion"])],
        vec![add(X)],
        vec![fill(kind)],
        vec![step("Compute", None)],
        vec![get(&[&format!("{X}/MSResult")])],
        vec![step("Derive", Some(vector::BS_RESULT))],
        vec![get(&[&format!("{X}/Check")]), get(&[X])],
        vec![step("Commit", None)],
        vec![get(&["./CDMA/AKey/KeyVersion"]), get(&["./CDMA/AKey/X"]), get(&[X])],
    ]
}

/// Values that Gets found, as text.
fn found(server: &Server) -> Vec<String> {
    let results = server.heard.iter().flat_map(|message| &message.commands).filter_map(|command| match command {
        Command::Results(results) => Some(&results.items),
        _ => None,
    });
    results.flatten().map(|item| String::from_utf8(item.data.clone().unwrap().0).unwrap()).collect()
}

#[test]
fn an_exchange_by_nodes_makes_the_same_key() {
    for (kind, key) in [("64", vector::A_KEY), ("128", ROOT_KEY)] {
        for style in [Style::ExecAlert, Style::ExecGet] {
            let (mut handset, mut server) = (phone(style, None), Server::new(exchange(kind)));
            let (cause, session) = play(&mut handset, &mut server);
            assert_eq!(cause, None);
            assert_eq!(handset.keys().committed.as_ref().unwrap().expose(), hex(key));
            assert!(server.reverse.contains(&hex(vector::MS_RESULT)));
            assert!(server.reverse.contains(&hex(CHECK)));
            let values = found(&server);
            assert_eq!(values[..3], ["1", "2", "4"]);
            assert_eq!(values[5], "Check/Commit/Compute/Derive", "the values are gone when the key is derived");
            assert_eq!(values[6..], ["5", ""]);
            assert_eq!(server.codes.last(), Some(&("Get".to_owned(), 404)), "the temporary node is gone");
            let exec: Vec<u32> =
                server.codes.iter().filter(|(name, _)| name == "Exec").map(|(_, code)| *code).collect();
            assert_eq!(exec, [if style == Style::ExecAlert { 202 } else { 200 }; 3]);
            let report = Report::new(&handset, &session, None, 4, false);
            assert_eq!((report.outcome, report.key_version), (SessionOutcome::Updated, 5));
        }
    }
}

#[test]
fn the_end_of_a_step_is_told_by_an_alert_with_its_result_code() {
    let (mut handset, mut server) = (phone(Style::ExecAlert, None), Server::new(exchange("64")));
    play(&mut handset, &mut server);
    let alerts: Vec<_> = server
        .heard
        .iter()
        .flat_map(|message| &message.commands)
        .filter_map(|command| match command {
            Command::Alert(alert) if alert.code == Some(1226) => Some(alert),
            _ => None,
        })
        .collect();
    let correlators: Vec<&str> = alerts.iter().map(|alert| alert.correlator.as_deref().unwrap()).collect();
    assert_eq!(correlators, ["Compute", "Derive", "Commit"]);
    for alert in alerts {
        let meta = alert.items[0].meta.as_ref().unwrap();
        assert_eq!(meta.type_.as_deref(), Some("Reversed-Domain-Name: org.akeyd.step"));
        assert_eq!(alert.items[0].data.as_ref().unwrap().as_text(), Some("0"));
    }
}

#[test]
fn out_of_order_and_bad_values_get_500_with_the_result_code() {
    let refused = |script: Vec<Vec<Command>>| {
        let (mut handset, mut server) = (phone(Style::ExecAlert, None), Server::new(script));
        let (_, session) = play(&mut handset, &mut server);
        let status = server.heard.iter().flat_map(|message| &message.commands).find_map(|command| match command {
            Command::Status(status) if status.cmd == "Exec" && status.code == 500 => Some(status),
            _ => None,
        });
        let told = status.and_then(|status| status.items.first()?.data.as_ref()?.as_text()?.parse::<u8>().ok());
        assert_eq!(told, Report::new(&handset, &session, None, 4, false).result_code);
        assert_eq!(handset.keys().key_version, 4);
        told
    };
    let replace_int = |name: &str, value: &str| text(Verb::Replace, &format!("{X}/{name}"), value);
    assert_eq!(refused(vec![vec![add(X), step("Derive", Some(vector::BS_RESULT))]]), Some(6));
    assert_eq!(refused(vec![vec![add(X), step("Commit", None)]]), Some(6));
    assert_eq!(refused(vec![vec![add(X), step("Compute", None)]]), Some(4), "no values yet");
    assert_eq!(refused(vec![vec![add(X), fill("65"), step("Compute", None)]]), Some(4));
    assert_eq!(refused(vec![vec![add(X), fill("64"), replace_int("Revision", "3"), step("Compute", None)]]), Some(3));
    let even = b64_item(&format!("{X}/P"), &[0xfe; 64]);
    let even = access(Verb::Replace, vec![even]);
    assert_eq!(refused(vec![vec![add(X), fill("64"), even, step("Compute", None)]]), Some(4));
    let computed = || vec![add(X), fill("64"), step("Compute", None)];
    assert_eq!(refused(vec![computed(), vec![step("Derive", Some("01"))]]), Some(4));
    assert_eq!(refused(vec![computed(), vec![step("Commit", None)]]), Some(6));
}

#[test]
fn a_new_exchange_a_delete_and_a_quarter_of_an_hour_end_an_older_one() {
    let derived = || exchange("64").into_iter().skip(1).take(5);
    let other = "./CDMA/AKey/X/1111111111111111";
    for (ending, left) in [(add(other), "1111111111111111"), (text(Verb::Delete, X, ""), "")] {
        let script = derived().chain([vec![ending], vec![step("Commit", None)], vec![get(&["./CDMA/AKey/X"])]]);
        let (mut handset, mut server) = (phone(Style::ExecGet, None), Server::new(script));
        play(&mut handset, &mut server);
        assert_eq!(found(&server).last().unwrap(), left);
        let exec = server.codes.iter().rfind(|(name, _)| name == "Exec");
        assert_eq!(exec, Some(&("Exec".to_owned(), 404)));
        assert_eq!((handset.keys().key_version, &handset.keys().pending), (4, &None));
    }
    let (mut handset, mut server) = (phone(Style::ExecGet, None), Server::new(derived()));
    handset.tick(Time(1_000));
    play(&mut handset, &mut server);
    assert!(handset.keys().pending.is_some(), "the end of the session is not the end of the exchange");
    handset.tick(Time(1_000 + 15 * 60_000 - 1));
    assert!(handset.keys().pending.is_some());
    handset.tick(Time(1_000 + 15 * 60_000));
    assert_eq!(handset.keys().pending, None);
    assert!(!handset.tree.has(&X[2..]));
}

#[test]
fn the_temporary_node_is_made_as_a_whole_and_by_nothing_else() {
    let script = [vec![
        text(Verb::Add, X, "a leaf"),
        add("./CDMA/AKey/X/1/2"),
        add("./CDMA/AKey/Y"),
        group(crate::syncml::document::Grouping::Atomic, vec![add(X)]),
        add(X),
        text(Verb::Delete, &format!("{X}/P"), ""),
        get(&[X]),
        step("Derive", None),
        exec_of("./CDMA/AKey/Ver", "1", None),
        exec("2", &[6]),
    ]];
    let (mut handset, mut server) = (phone(Style::ExecAlert, None), Server::new(script));
    play(&mut handset, &mut server);
    let expected = [
        ("SyncHdr", 212),
        ("Add", 405),
        ("Add", 405),
        ("Add", 405),
        ("Atomic", 507),
        ("Add", 405),
        ("Add", 200),
        ("Delete", 405),
        ("Get", 200),
        ("Exec", 412),
        ("Exec", 405),
        ("Exec", 404),
    ];
    assert_eq!(codes(&server), expected);
    assert_eq!(found(&server), ["Check/Commit/Compute/Derive/G/Kind/MSResult/P/Revision"]);
}

#[test]
fn faults_spoil_the_steps_too() {
    let run = |fault| {
        let (mut handset, mut server) = (phone(Style::ExecAlert, Some(fault)), Server::new(exchange("64")));
        let (cause, session) = play(&mut handset, &mut server);
        let report = Report::new(&handset, &session, cause.as_ref(), 4, false);
        (report.outcome, report.result_code, report.cause.is_some())
    };
    assert_eq!(run(Fault::RejectKeyGeneration), (SessionOutcome::Rejected, Some(4), false));
    assert_eq!(run(Fault::RejectCommit), (SessionOutcome::Rejected, Some(1), false));
    assert_eq!(run(Fault::DropCommitResponse), (SessionOutcome::Updated, None, true));
    assert_eq!(run(Fault::Silent), (SessionOutcome::Failed, None, true));
    assert_eq!(run(Fault::Abort), (SessionOutcome::Failed, None, true));
    let (mut handset, mut server) = (phone(Style::ExecAlert, Some(Fault::BadMsResult)), Server::new(exchange("64")));
    play(&mut handset, &mut server);
    assert!(server.reverse.contains(&hex(&format!("{}01", "00".repeat(63)))));
}

#[test]
fn a_key_that_waits_for_its_commit_survives_power_off_for_its_quarter_of_an_hour() {
    let file = std::env::temp_dir().join(format!("akeyd-nodes-{}.json", std::process::id()));
    let revive = |now: u64| {
        let kept = load(&file, "MEID:A0000000000001").unwrap().unwrap();
        let Kept { nonces, keys, capability, exchange, .. } = kept;
        let build = Build { nonces, keys, capability, exchange, dialect: Dialect::Nodes, ..Build::of(account()) };
        let mut handset = Handset::new(build);
        handset.tick(Time(now));
        handset
    };
    let mut steps = exchange("64");
    let rest = steps.split_off(6);
    let (mut phone, mut server) = (phone(Style::ExecAlert, None), Server::new(steps));
    phone.tick(Time(1_000));
    assert_eq!(play(&mut phone, &mut server).0, None);
    assert!(phone.keys().pending.is_some());
    save(&file, &phone).unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(!text.contains(&base64::Engine::encode(&base64::engine::general_purpose::STANDARD, hex(vector::X))));

    let mut revived = revive(2_000);
    server.script = rest.into_iter().map(|commands| Turn { commands, not_final: false }).collect();
    assert_eq!(play(&mut revived, &mut server).0, None);
    assert!(server.reverse.contains(&hex(CHECK)), "its check value is still there");
    assert_eq!(revived.keys().committed.as_ref().unwrap().expose(), hex(vector::A_KEY));
    assert_eq!(revived.keys().key_version, 5);

    let late = revive(1_000 + 15 * 60_000);
    assert_eq!((&late.keys().pending, late.tree.has("CDMA/AKey/X/0123456789abcdef")), (&None, false));

    // Before Derive there is nothing worth keeping: x is gone with the power.
    let mut steps = exchange("64");
    steps.truncate(5);
    let (mut phone, mut server) = (self::phone(Style::ExecAlert, None), Server::new(steps));
    assert_eq!(play(&mut phone, &mut server).0, None);
    save(&file, &phone).unwrap();
    assert!(!revive(0).tree.has("CDMA/AKey/X/0123456789abcdef"));
    std::fs::remove_file(&file).unwrap();
}

#[test]
fn a_wrong_check_and_a_step_that_fails_are_told_apart_from_good_ones() {
    let (mut handset, mut server) = (phone(Style::ExecAlert, Some(Fault::WrongCheck)), Server::new(exchange("64")));
    assert_eq!(play(&mut handset, &mut server).0, None);
    assert!(!server.reverse.contains(&hex(CHECK)));
    let wrong: Vec<u8> = hex(CHECK).iter().map(|octet| octet ^ 0x55).collect();
    assert!(server.reverse.contains(&wrong));

    let (mut handset, mut server) = (phone(Style::ExecAlert, Some(Fault::FailExec)), Server::new(exchange("64")));
    play(&mut handset, &mut server);
    let failed = server.heard.iter().flat_map(|message| &message.commands).find_map(|command| match command {
        Command::Status(status) if status.code == 500 => Some(status),
        _ => None,
    });
    let failed = failed.expect("a Status 500");
    assert_eq!((failed.cmd.as_str(), failed.items[0].data.as_ref().unwrap().as_text()), ("Exec", Some("1")));
}
