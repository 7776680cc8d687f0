//! Campaigns by the operators' API and commands: made, filled from files, started, followed to their end and reported.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use akeyd::config::subscribers::HEADER;
use serde_json::{Value, json};

use crate::api::{JSON, server};
use crate::harness::{AKEYD, PASSWORD, SERVER_PASSWORD, Server, curl};

const CSV: &str = "Content-Type: text/csv";
const PLAIN: &str = "Content-Type: text/plain; charset=utf-8";
const LINES: &str = "Content-Type: application/x-ndjson";

fn device(number: u32) -> String {
    format!("MEID:A000000000000{number}")
}

/// Of a moment as the API writes it, such as 2026-02-03T04:05:06.789Z.
fn millis_of_day(moment: &str) -> u64 {
    let number = |at: std::ops::Range<usize>| moment[at].parse::<u64>().unwrap();
    ((number(11..13) * 60 + number(14..16)) * 60 + number(17..19)) * 1_000 + number(20..23)
}

impl Server {
    /// Makes a campaign.
    fn campaign(&self, body: &Value) -> Value {
        let (status, made) = self.post("/v1/campaigns", body);
        assert_eq!(status, 201, "{made}");
        made
    }

    /// Brings a list.
    fn bring(&self, name: &str, kind: &str, list: impl AsRef<[u8]>) -> (u16, Value) {
        let file = self.folder.0.join("list");
        std::fs::write(&file, list).unwrap();
        let from = format!("@{}", file.display());
        self.ask(&format!("/v1/campaigns/{name}/devices"), &["-H", kind, "--data-binary", &from])
    }

    /// Orders something.
    fn order(&self, name: &str, word: &str) -> (u16, Value) {
        self.ask(&format!("/v1/campaigns/{name}/{word}"), &["-X", "POST"])
    }

    /// Waits until a campaign is as wanted.
    fn until(&self, name: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let began = Instant::now();
        loop {
            let campaign = self.get(&format!("/v1/campaigns/{name}"));
            if wanted(&campaign) {
                return campaign;
            }
            assert!(began.elapsed() < Duration::from_mins(1), "{campaign}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

#[test]
fn a_campaign_is_made_as_it_is_asked_for_and_changed() {
    let server = server("");
    let wanted = json!({
        "name": "all", "way": "perform", "dialect": "nodes", "order": "ms-first", "kind": "root_key", "a_key_p_rev": 3, "priority": 5,
        "expires_after_s": 86_400, "probe_first": true, "per_minute": 600, "at_once": 50,
        "quiet": { "from": "22:00", "to": "06:00", "utc_offset": "+02:00" },
        "stop": { "failed_percent": 10, "in_doubt_percent": 1, "after": 7 },
    });
    let made = server.campaign(&wanted);
    for (member, value) in wanted.as_object().unwrap() {
        assert_eq!(made[member], *value, "{member}");
    }
    assert_eq!((&made["state"], &made["devices"], &made["tally"]["waiting"]), (&json!("draft"), &json!(0), &json!(0)));
    assert_eq!(server.get("/v1/campaigns/all"), made);
    let (status, problem) = server.post("/v1/campaigns", &wanted);
    assert_eq!((status, &problem["cause"], &problem["field"]), (409, &json!("exists"), &json!("name")));

    // A merge: what is not said stays.
    let patch = |body: &str| server.ask("/v1/campaigns/all", &["-X", "PATCH", "-H", JSON, "-d", body]);
    let (status, changed) = patch(r#"{"per_minute":30,"quiet":null,"stop":{"in_doubt_percent":2}}"#);
    assert_eq!(status, 200, "{changed}");
    assert_eq!(
        (&changed["per_minute"], &changed["at_once"], &changed["quiet"]),
        (&json!(30), &json!(50), &Value::Null)
    );
    assert_eq!(changed["stop"], json!({ "failed_percent": 10, "in_doubt_percent": 2, "after": 7 }));
    let (status, problem) = patch(r#"{"priority":1}"#);
    assert_eq!((status, &problem["cause"], &problem["field"]), (422, &json!("unknown_field"), &json!("priority")));
    let (status, problem) = patch(r#"{"quiet":{"from":"22:00","to":"6:00","utc_offset":"Z"}}"#);
    assert_eq!((status, &problem["field"]), (422, &json!("quiet.to")), "{problem}");

    // Errors as everywhere.
    let ask = |method: &str, path: &str, more: &[&str]| {
        let (status, problem) = server.ask(path, &[&["-X", method][..], more].concat());
        (status, problem["cause"].as_str().unwrap_or_default().to_owned())
    };
    for (method, path, more, status, cause) in [
        ("POST", "/v1/campaigns", &["-H", JSON, "-d", r#"{"name":"../x"}"#][..], 422, "invalid"),
        ("POST", "/v1/campaigns", &["-H", JSON, "-d", "{}"], 422, "invalid"),
        ("POST", "/v1/campaigns", &["-H", JSON, "-d", "{"], 400, "malformed"),
        ("POST", "/v1/campaigns", &["-H", CSV, "-d", "x"], 415, "media_type"),
        ("POST", "/v1/campaigns/all/devices", &["-H", JSON, "-d", "{}"], 415, "media_type"),
        ("POST", "/v1/campaigns/all/start", &["-H", JSON, "-d", r#"{"now":true}"#], 422, "unknown_field"),
        ("POST", "/v1/campaigns/none/start", &[], 404, "unknown_campaign"),
        ("POST", "/v1/campaigns/none/devices", &["-H", PLAIN, "-d", "x"], 404, "unknown_campaign"),
        ("PATCH", "/v1/campaigns/none", &["-H", JSON, "-d", "{}"], 404, "unknown_campaign"),
        ("DELETE", "/v1/campaigns/none", &[], 404, "unknown_campaign"),
        ("GET", "/v1/campaigns/none", &[], 404, "unknown_campaign"),
        ("GET", "/v1/campaigns/none/devices", &[], 404, "unknown_campaign"),
        ("GET", "/v1/campaigns/.all", &[], 404, "unknown_path"),
        ("GET", "/v1/campaigns?limit=0", &[], 400, "parameter"),
        ("GET", "/v1/campaigns?after=.", &[], 400, "parameter"),
        ("GET", "/v1/campaigns?state=draft", &[], 400, "unknown_parameter"),
        ("GET", "/v1/campaigns/all/devices?stage=begun", &[], 400, "parameter"),
        ("GET", "/v1/campaigns/all/devices?outcome=good", &[], 400, "parameter"),
        ("GET", "/v1/campaigns/all/devices?after=-1", &[], 400, "parameter"),
        ("PUT", "/v1/campaigns/all", &[], 405, "method"),
        ("GET", "/v1/campaigns/all/pause", &[], 405, "method"),
        ("GET", "/v1/campaigns", &["-H", "Accept: text/html"], 406, "not_acceptable"),
        ("POST", "/v1/campaigns/all/pause", &[], 409, "state"),
        ("POST", "/v1/campaigns/all/resume", &[], 409, "state"),
    ] {
        assert_eq!(ask(method, path, more), (status, cause.to_owned()), "{method} {path} {more:?}");
    }

    // Campaigns are listed by name, page by page.
    for name in ["c", "b.2", "b-1", "a_0"] {
        server.campaign(&json!({ "name": name }));
    }
    let names = |path: &str| {
        let page = server.get(path);
        let names: Vec<_> =
            page["campaigns"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
        (names, page["next"].clone())
    };
    assert_eq!(names("/v1/campaigns?limit=2"), (vec!["a_0".into(), "all".into()], json!("all")));
    assert_eq!(names("/v1/campaigns?limit=9&after=all"), (vec!["b-1".into(), "b.2".into(), "c".into()], Value::Null));
    assert_eq!(ask("DELETE", "/v1/campaigns/c", &[]).0, 204);
    assert_eq!(ask("GET", "/v1/campaigns/c", &[]).0, 404);
    let head = curl(&[
        "-i",
        "--unix-socket",
        &server.socket(),
        "-H",
        JSON,
        "-d",
        r#"{"name":"c"}"#,
        "http://localhost/v1/campaigns",
    ])
    .1;
    assert!(head.contains("\r\nLocation: /v1/campaigns/c\r\n"), "a name can be used again: {head}");
}

#[test]
fn a_list_is_taken_in_every_format_and_told_by_line() {
    let server = server("");
    server.campaign(&json!({ "name": "l" }));
    let counts = |report: &Value| ["lines", "added", "doubled", "refused"].map(|name| report[name].as_u64().unwrap());
    let refusals = |report: &Value| {
        let each = |one: &Value| (one["line"].as_u64().unwrap(), one["field"].as_str().map(str::to_owned));
        report["refusals"].as_array().unwrap().iter().map(each).collect::<Vec<_>>()
    };
    let named = || Some("device_id".to_owned());

    // CSV with a byte order mark, CRLF, quotes, columns that do not matter, a line that is too long, and one device twice.
    let (one, two, three) = (device(1), device(2), device(3));
    let long = "x".repeat(20_000);
    let csv = format!(
        "\u{feff}device_id,note\r\n{one},first\r\n\"{two}\",\"a, \"\"b\"\"\"\r\n\r\n{one},again\r\n{three}\r\n{long},\r\nMEID:FF,\r\na b,x\r\n{three},last"
    );
    let (status, report) = server.bring("l", CSV, csv);
    assert_eq!((status, counts(&report)), (200, [8, 3, 1, 4]), "{report}");
    assert_eq!(refusals(&report), [(6, None), (7, None), (8, named()), (9, named())], "{report}");

    // The subscribers file as it is.
    let rows = (3..=5).map(|number| format!("{},u,{PASSWORD},{SERVER_PASSWORD},,,,,,,,\n", device(number)));
    let (status, report) = server.bring("l", CSV, format!("{HEADER}\n{}", rows.collect::<String>()));
    assert_eq!((status, counts(&report)), (200, [3, 2, 1, 0]), "{report}");

    // JSON lines, with members that do not matter; and plain names.
    let lines = format!(
        "{}\r\n{}\n[]\n{{}}\n",
        json!({ "device_id": device(6), "outcome": "failed", "at": { "x": [1] } }),
        json!({ "device_id": device(1) })
    );
    let (status, report) = server.bring("l", LINES, lines);
    assert_eq!((status, counts(&report)), (200, [4, 1, 1, 2]), "{report}");
    assert_eq!(refusals(&report), [(3, None), (4, named())]);
    let mut plain = format!("\u{feff}{}\r\n\n{}\n", device(7), device(7)).into_bytes();
    plain.extend(b"MEID:\xff\n");
    let (status, report) = server.bring("l", PLAIN, plain);
    assert_eq!((status, counts(&report)), (200, [3, 1, 1, 1]), "{report}");
    assert_eq!(server.bring("l", PLAIN, "").1["lines"], 0);

    for (kind, list) in [(CSV, "device\nMEID:A0000000000001\n"), (CSV, ""), (CSV, "note,device_id\n")] {
        let (status, problem) = server.bring("l", kind, list);
        assert_eq!((status, &problem["cause"]), (422, &json!("header")), "{list}");
    }

    // The list is in its order, in pages that stay.
    let mut places = Vec::new();
    let mut after = String::new();
    loop {
        let page = server.get(&format!("/v1/campaigns/l/devices?limit=3&stage=waiting{after}"));
        let devices = page["devices"].as_array().unwrap();
        places.extend(
            devices.iter().map(|one| (one["place"].as_u64().unwrap(), one["device_id"].as_str().unwrap().to_owned())),
        );
        let Some(next) = page["next"].as_u64() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(places, (1..=7).map(|number| (u64::from(number), device(number))).collect::<Vec<_>>());
    let shown = server.get("/v1/campaigns/l");
    assert_eq!((&shown["devices"], &shown["tally"]["waiting"]), (&json!(7), &json!(7)), "{shown}");
    assert_eq!(server.get("/v1/campaigns/l/devices?stage=over")["devices"], json!([]));
    assert!(server.get("/v1/audit").to_string().contains("campaign."));

    // What is rare is found behind more than one reading takes in.
    let rows: Vec<_> = (0..2_500).map(|number| format!("MEID:B{number:013X},b,{PASSWORD},,,,,,,,,\n")).collect();
    let rows = rows.concat();
    let file = server.folder.write("more.csv", &format!("{HEADER}\n{rows}")).display().to_string();
    assert_eq!(server.akeyd(&["subscriber", "import", &file]).0, Some(0));
    server.campaign(&json!({ "name": "rare", "at_once": 1_200, "per_minute": 600_000 }));
    assert_eq!(counts(&server.bring("rare", CSV, format!("{HEADER}\n{rows}")).1), [2_500, 2_500, 0, 0]);
    assert_eq!(server.order("rare", "start").0, 200);
    server.until("rare", |campaign| campaign["tally"]["updating"] == 1_200);
    let page = server.get("/v1/campaigns/rare/devices?stage=waiting&limit=5");
    let places: Vec<_> = page["devices"].as_array().unwrap().iter().map(|one| one["place"].clone()).collect();
    assert_eq!((places, &page["next"]), ((1_201..=1_205).map(|place| json!(place)).collect(), &json!(1_205)));
    assert_eq!(server.get("/v1/campaigns/rare/devices?stage=over")["devices"], json!([]));
    assert_eq!(server.akeyd(&["campaign", "report", "rare", "--stage", "waiting", "--json"]).1.lines().count(), 1_300);

    // A list that began is complete.
    assert_eq!(server.order("l", "start").0, 200);
    let (status, problem) = server.bring("l", PLAIN, device(8));
    assert_eq!((status, &problem["cause"]), (409, &json!("state")), "{problem}");
    let (status, problem) =
        server.bring("l", CSV, format!("device_id\n{}\n", format!("{}\n", device(8)).repeat(10_000)));
    assert_eq!((status, &problem["cause"]), (409, &json!("state")), "{problem}");
}

#[test]
fn devices_get_their_keys_and_the_report_says_so() {
    let server = server("");
    server.campaign(&json!({ "name": "run", "stop": { "after": 1_000 } }));
    assert_eq!(server.bring("run", PLAIN, [device(1), device(2), device(3)].join("\n")).0, 200);
    let (status, started) = server.order("run", "start");
    assert_eq!((status, &started["state"]), (200, &json!("running")), "{started}");
    server.until("run", |campaign| campaign["tally"]["updating"] == 3);
    let report = server.get("/v1/campaigns/run/devices?stage=updating");
    let id = report["devices"][0]["exchange"].as_str().unwrap();
    assert_eq!(server.get(&format!("/v1/exchanges/{id}"))["origin"], "campaign run");

    let (status, paused) = server.order("run", "pause");
    assert_eq!((status, &paused["state"]), (200, &json!("paused")), "{paused}");
    assert_eq!(server.handset(1, &[])[0]["outcome"], "updated");
    server.until("run", |campaign| campaign["tally"]["outcomes"]["updated"] == 1);
    assert_eq!(server.order("run", "resume").1["state"], "running");
    assert_eq!(server.handset(2, &[])[0]["outcome"], "updated");
    let campaign = server.until("run", |campaign| campaign["tally"]["done"] == 2);
    assert_eq!((&campaign["tally"]["updating"], &campaign["tally"]["failed"]), (&json!(1), &json!(0)));
    let updated = server.get("/v1/campaigns/run/devices?outcome=updated");
    let devices = updated["devices"].as_array().unwrap();
    assert_eq!(devices.len(), 2);
    assert!(devices.iter().all(|one| one["stage"] == "over" && one["at"].is_string()), "{updated}");

    let (status, _) = server.ask("/v1/campaigns/run", &["-X", "DELETE"]);
    assert_eq!(status, 409, "one that runs is not forgotten");
    let (status, cancelled) = server.order("run", "cancel");
    assert_eq!((status, &cancelled["state"]), (200, &json!("cancelled")), "{cancelled}");
    server.until("run", |campaign| campaign["tally"]["outcomes"]["cancelled"] == 1);
    assert_eq!(server.order("run", "resume").0, 409);
    assert_eq!(server.ask("/v1/campaigns/run", &["-X", "DELETE"]).0, 204);
    assert_eq!(server.get("/v1/exchanges?campaign=run")["exchanges"].as_array().unwrap().len(), 3, "history stays");
}

#[test]
fn one_that_goes_wrong_stops_and_one_that_asks_first_changes_no_key() {
    let server = server("");
    server.campaign(
        &json!({ "name": "bad", "at_once": 1, "per_minute": 60_000, "stop": { "failed_percent": 0, "after": 1 } }),
    );
    assert_eq!(server.bring("bad", PLAIN, [device(1), device(2)].join("\n")).0, 200);
    assert_eq!(server.order("bad", "start").0, 200);
    server.until("bad", |campaign| campaign["tally"]["updating"] == 1);
    assert_eq!(server.handset(1, &["--fault", "reject-commit"])[0]["outcome"], "rejected");
    let stopped = server.until("bad", |campaign| campaign["state"] == "stopped");
    assert_eq!((&stopped["tally"]["failed"], &stopped["tally"]["waiting"]), (&json!(1), &json!(1)), "{stopped}");
    assert_eq!(stopped["why"], "1 of 1 devices have failed, above 0 percent");
    let (code, said, _) = server.akeyd(&["campaign", "watch", "bad"]);
    assert!(
        code == Some(1) && said.starts_with("stopped: 1 of 2 done (50.0 %), 0 under way, 0 updated, 1 failed"),
        "{said}"
    );
    let (_, csv, _) = server.akeyd(&["campaign", "report", "bad", "--stage", "over", "--csv"]);
    let line = csv.lines().nth(1).unwrap();
    assert!(line.starts_with(&format!("{},1,over,", device(1))), "{csv}");
    assert!(line.contains(",rejected,\"Commit Request: RESULT_CODE 1 (rejected, unknown reason)\",1,"), "{csv}");
    assert_eq!(server.order("bad", "resume").1["state"], "running");
    server.until("bad", |campaign| campaign["tally"]["updating"] == 1);

    // A handset that does not speak what is wanted is asked, and that is all.
    server.campaign(&json!({ "name": "ask", "probe_first": true, "dialect": "nodes", "per_minute": 60_000 }));
    assert_eq!(server.bring("ask", PLAIN, device(3)).0, 200);
    assert_eq!(server.order("ask", "start").0, 200);
    server.until("ask", |campaign| campaign["tally"]["probing"] == 1);
    server.handset(3, &["--dialect", "is683"]);
    let done = server.until("ask", |campaign| campaign["state"] == "done");
    assert_eq!(done["tally"]["outcomes"]["unsupported"], 1, "{done}");
    let exchanges = server.get("/v1/exchanges?campaign=ask");
    assert_eq!(
        exchanges["exchanges"].as_array().unwrap().iter().filter(|one| one["probe"] == false).count(),
        0,
        "{exchanges}"
    );
}

#[test]
fn commands_take_a_campaign_from_its_file_to_its_report() {
    let server = server("");
    let run = |arguments: &[&str]| server.akeyd(&[&["campaign"][..], arguments].concat());
    let file = |name: &str, text: &str| server.folder.write(name, text).display().to_string();
    let csv = file("list.csv", &format!("device_id\n{}\n{}\n", device(1), device(2)));
    let (code, said, errors) = run(&[
        "create",
        "one",
        "--file",
        &csv,
        "--per-minute",
        "6000",
        "--at-once",
        "10",
        "--quiet",
        "22:00-06:00",
        "--utc-offset",
        "-03:00",
        "--stop-failed",
        "10",
        "--stop-in-doubt",
        "1",
        "--stop-after",
        "30",
        "--dialect",
        "is683",
        "--priority",
        "2",
        "--expires-after",
        "3600",
    ]);
    assert_eq!((code, errors.as_str()), (Some(0), ""), "{said}");
    for line in [
        "2 lines: 2 added, 0 doubled, 0 refused",
        "name                 one",
        "state                draft",
        "dialect              is683",
        "expires_after_s      3600",
        "quiet                22:00-06:00 -03:00",
        "stops                above 10 % failed or 1 % in doubt, from 30 done on",
        "progress             [....................] 0 of 2 (0.0 %)",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}: {said}");
    }
    let (code, said, _) = run(&["set", "one", "--no-quiet", "--stop-failed", "100", "--json"]);
    let changed: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &changed["quiet"], &changed["stop"]["failed_percent"]), (Some(0), &Value::Null, &json!(100)));
    let (code, said, _) = run(&["list"]);
    assert!(code == Some(0) && said.starts_with("NAME ") && said.lines().nth(1).unwrap().starts_with("one "), "{said}");

    // What is refused is told by line, and then nothing is started.
    let names = file("names", &format!("{}\nMEID:FF\n", device(3)));
    let (code, said, errors) = run(&["create", "two", "--file", &names, "--start"]);
    assert!(code == Some(1) && said.contains("1 added, 0 doubled, 1 refused") && said.contains("draft"), "{said}");
    assert!(
        errors.contains("names:2: device_id: there is no subscriber MEID:FF\n") && errors.contains("not started"),
        "{errors}"
    );
    assert_eq!(run(&["create", "three", "--file", "/nonexistent"]).0, Some(1));
    assert_eq!(run(&["show", "three"]).0, Some(1), "and leaves no draft");
    assert_eq!(run(&["remove", "two"]).0, Some(0));
    for wrong in [
        &["create", "x", "--quiet", "22:00-06:00"][..],
        &["create", "x", "--quiet", "22:00", "--utc-offset", "Z"],
        &["set", "one", "--utc-offset", "Z"],
        &["report", "one", "--csv", "--json"],
        &["report", "one", "--stage", "begun"],
        &["watch", "one", "--every", "0"],
    ] {
        assert_eq!(run(wrong).0, Some(2), "{wrong:?}");
    }
    let (code, _, errors) = run(&["set", "one", "--per-minute", "0"]);
    assert!(code == Some(1) && errors.contains("per_minute: is not a whole number of 1 to "), "{errors}");
}

#[test]
fn commands_follow_a_campaign_to_its_report() {
    let server = server("");
    let run = |arguments: &[&str]| server.akeyd(&[&["campaign"][..], arguments].concat());
    let file = |name: &str, text: &str| server.folder.write(name, text).display().to_string();
    let names = file("names", &format!("{}\n{}\n", device(1), device(2)));
    let (code, said, _) = run(&["create", "one", "--file", &names, "--per-minute", "6000", "--start"]);
    assert!(code == Some(0) && said.contains("state                running"), "{said}");
    let watching = Command::new(AKEYD)
        .args(["campaign", "watch", "one", "--every", "1", "--socket", &server.socket()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    server.until("one", |campaign| campaign["tally"]["updating"] == 2);
    assert_eq!(server.handset(1, &[])[0]["outcome"], "updated");
    assert_eq!(server.handset(2, &[])[0]["outcome"], "updated");
    let watched = watching.wait_with_output().unwrap();
    let said = String::from_utf8(watched.stdout).unwrap();
    assert!(watched.status.success(), "{said}");
    assert_eq!(
        said.lines().last(),
        Some("done: 2 of 2 done (100.0 %), 0 under way, 2 updated, 0 failed (0.0 %), 0 in doubt (0.0 %)")
    );

    let (code, table, _) = run(&["report", "one", "--outcome", "updated"]);
    assert!(code == Some(0) && table.lines().count() == 3 && table.starts_with("DEVICE "), "{table}");
    let (_, lines, _) = run(&["report", "one", "--json"]);
    let devices: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((devices.len(), &devices[1]["device_id"]), (2, &json!(device(2))));
    let (_, csv, _) = run(&["report", "one", "--csv"]);
    assert!(
        csv.starts_with("device_id,place,stage,exchange,outcome,cause,result_code,at\nMEID:A0000000000001,1,over,"),
        "{csv}"
    );

    // A report is the list of the next campaign.
    for (name, report) in [("again.csv", &csv), ("again.jsonl", &lines)] {
        let again = file(name, report);
        let (code, said, errors) = run(&["create", name, "--file", &again]);
        assert_eq!((code, said.lines().next()), (Some(0), Some("2 lines: 2 added, 0 doubled, 0 refused")), "{errors}");
    }
    let unknown = file("unknown", "MEID:FF\n");
    assert_eq!(run(&["add", "again.csv", &names]).0, Some(0), "they are in it already");
    assert_eq!(run(&["add", "again.csv", &unknown]).0, Some(1));
    assert_eq!(run(&["cancel", "one"]).0, Some(1), "what is done is done");
    assert_eq!(run(&["remove", "one"]).0, Some(0));
}

/// Handsets that were asked in a pause get their keys at the pace, not all when the campaign goes on.
#[test]
fn handsets_that_were_asked_in_a_pause_take_turns_for_their_keys() {
    let server = server("");
    server.campaign(&json!({ "name": "ask", "probe_first": true, "per_minute": 60_000 }));
    assert_eq!(server.bring("ask", PLAIN, [device(1), device(2), device(3)].join("\n")).0, 200);
    assert_eq!(server.order("ask", "start").0, 200);
    server.until("ask", |campaign| campaign["tally"]["probing"] == 3);
    assert_eq!(server.order("ask", "pause").0, 200);
    for number in 1..=3 {
        server.handset(number, &[]);
    }
    server.until("ask", |campaign| campaign["tally"]["fit"] == 3);
    let pace = r#"{"per_minute":20}"#;
    assert_eq!(server.ask("/v1/campaigns/ask", &["-X", "PATCH", "-H", JSON, "-d", pace]).0, 200);
    assert_eq!(server.order("ask", "resume").0, 200);
    let campaign = server.until("ask", |campaign| campaign["tally"]["updating"] == 3);
    assert_eq!((&campaign["tally"]["fit"], &campaign["tally"]["probing"]), (&json!(0), &json!(0)));
    let exchanges = server.get("/v1/exchanges?campaign=ask");
    let updates = exchanges["exchanges"].as_array().unwrap().iter().filter(|one| one["probe"] == false);
    let mut created: Vec<_> = updates.map(|one| one["created"].as_str().unwrap().to_owned()).collect();
    created.sort_unstable();
    assert_eq!(created.len(), 3);
    // What lies between a turn and the exchange that comes of it may differ by a little; a day may end.
    let gaps =
        created.windows(2).map(|pair| (millis_of_day(&pair[1]) + 86_400_000 - millis_of_day(&pair[0])) % 86_400_000);
    assert!(gaps.into_iter().all(|gap| gap > 1_500), "{created:?}");
}
