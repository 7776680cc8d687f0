//! The operators' API over its socket: curl is the judge, `akeyd`'s own commands are users like others ([`crate::operators`] has those alone).

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};
use std::time::Duration;

use akeyd::config::subscribers::HEADER;
use serde_json::{Value, json};

use crate::harness::{AKEYD, PASSWORD, SERVER_PASSWORD, Server, curl};

pub(crate) const JSON: &str = "Content-Type: application/json";
pub(crate) fn server(more: &str) -> Server {
    Server::of_model("", "perform", &format!("{more}[group]\nname = \"demo-512\"\n"), &[])
}

impl Server {
    pub(crate) fn socket(&self) -> String {
        self.folder.0.join("admin.sock").display().to_string()
    }

    /// Asks by curl; gives status and JSON.
    pub(crate) fn ask(&self, path: &str, arguments: &[&str]) -> (u16, Value) {
        let (socket, url) = (self.socket(), format!("http://localhost{path}"));
        let (status, body) = curl(&[&["--unix-socket", &socket, &url][..], arguments].concat());
        (status, serde_json::from_str(&body).unwrap_or(Value::Null))
    }

    pub(crate) fn get(&self, path: &str) -> Value {
        let (status, value) = self.ask(path, &[]);
        assert_eq!(status, 200, "{path}: {value}");
        value
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        self.ask(path, &["-H", JSON, "-d", &body.to_string()])
    }

    /// Runs one of our own commands.
    pub(crate) fn akeyd(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let run = Command::new(AKEYD).args(arguments).args(["--socket", &self.socket()]).output().unwrap();
        let text = |octets: &[u8]| String::from_utf8(octets.to_vec()).unwrap();
        (run.status.code(), text(&run.stdout), text(&run.stderr))
    }
}

#[test]
fn subscribers_are_created_shown_without_secrets_replaced_and_deleted() {
    let server = server("");
    let alice = json!({
        "device_id": "urn:x/alice 1".replace(' ', "-"), "user": "alice", "password": "pass-word", "server_password": "its-own",
        "client_nonce": "Y2xpZW50LW5vbmNl", "min": "5551230001", "imsi": "310005551230001", "spc": "123456", "dialect": "nodes",
    });
    let path = "/v1/subscribers/urn:x%2Falice-1";
    let (status, created) = server.post("/v1/subscribers", &alice);
    assert_eq!((status, &created["server_proof"], &created["spc"]), (201, &json!(true), &json!(true)), "{created}");
    assert_eq!(server.post("/v1/subscribers", &alice).0, 409);
    assert_eq!(server.get(path), created);
    for (name, value) in [("min", "5551230001"), ("imsi", "310005551230001")] {
        assert_eq!(server.get(&format!("/v1/subscribers?{name}={value}"))["subscribers"], json!([created]));
    }
    let shown = server.get("/v1/subscribers?limit=1000").to_string();
    for secret in ["pass-word", "its-own", "123456\"", "Y2xpZW50", PASSWORD, SERVER_PASSWORD, "alice\""] {
        assert!(!shown.contains(secret), "{secret}");
    }

    // A change of another state than the one that was seen is refused.
    let (_, head) = curl(&["--unix-socket", &server.socket(), "-I", &format!("http://localhost{path}")]);
    let mark = head.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap().trim().to_owned();
    let if_match = format!("If-Match: {mark}");
    let bob = json!({ "user": "bob", "password": "other" }).to_string();
    let put = |more: &[&str]| server.ask(path, &[&["-X", "PUT", "-H", JSON, "-d", &bob][..], more].concat());
    let (status, replaced) = put(&["-H", &if_match]);
    assert_eq!((status, &replaced["min"], &replaced["client_nonce"]), (200, &Value::Null, &json!(true)), "{replaced}");
    let (status, problem) = put(&["-H", &if_match]);
    assert_eq!((status, &problem["cause"]), (412, &json!("changed")));
    assert_eq!(server.ask(path, &["-X", "DELETE", "-H", &if_match]).0, 412);
    assert_eq!(server.ask(path, &["-X", "DELETE"]).0, 204);
    assert_eq!(server.ask(path, &[]).0, 404);
    assert_eq!(put(&[]).0, 404);
    let actions: Vec<_> =
        server.get("/v1/audit")["records"].as_array().unwrap().iter().map(|one| one["action"].clone()).collect();
    assert_eq!(actions, ["subscriber.create", "subscriber.replace", "subscriber.delete"]);
}

/// The authentication centre knows a handset by its number: two with one number would end with one key.
#[test]
fn a_number_is_one_subscribers_until_it_is_taken_from_it() {
    let server = server("");
    let new = |device: &str, more: Value| {
        let mut body = json!({ "device_id": device, "user": "u", "password": "p" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let number = json!({ "min": "5551230001", "esn": "80aa0001" });
    assert_eq!(server.post("/v1/subscribers", &new("A", number.clone())).0, 201);
    let (status, problem) = server.post("/v1/subscribers", &new("B", number.clone()));
    assert_eq!((status, &problem["cause"], &problem["field"]), (409, &json!("taken"), &json!("min")), "{problem}");
    assert!(problem["detail"].as_str().unwrap().starts_with("A has it"), "{problem}");
    // An ESN may be two handsets', and all are shown.
    assert_eq!(server.post("/v1/subscribers", &new("B", json!({ "min": "5551230002", "esn": "80AA0001" }))).0, 201);
    let listed = |query: &str| {
        let page = server.get(&format!("/v1/subscribers?{query}"));
        let names =
            page["subscribers"].as_array().unwrap().iter().map(|one| one["device_id"].clone()).collect::<Value>();
        (names, page["next"].clone())
    };
    assert_eq!(listed("esn=80aa0001"), (json!(["A", "B"]), Value::Null));
    assert_eq!(listed("esn=80AA0001&limit=1"), (json!(["A"]), json!("A")));
    assert_eq!(listed("esn=80AA0001&limit=1&after=A"), (json!(["B"]), json!("B")));
    assert_eq!(listed("esn=80AA0001&min=5551230002"), (json!(["B"]), Value::Null));

    // Lines of a file one by one: the number of the first, of one that is there, and a free one.
    let file = format!(
        "{HEADER}\nC,c,p,,,,,5551230003,,,,\nD,d,p,,,,,5551230003,,,,\nE,e,p,,,,,5551230001,,,,\nF,f,p,,,,,5551230004,,,,\n"
    );
    let (_, report) = server.ask("/v1/subscribers", &["-H", "Content-Type: text/csv", "--data-binary", &file]);
    let refused = |line: u64, whose: &str| json!({ "line": line, "field": "min", "reason": format!("is {whose}'s") });
    assert_eq!((&report["created"], &report["refusals"]), (&json!(2), &json!([refused(3, "C"), refused(4, "A")])));

    // Taken from A it may be B's.
    let put = |device: &str, body: &Value| {
        server.ask(&format!("/v1/subscribers/{device}"), &["-X", "PUT", "-H", JSON, "-d", &body.to_string()]).0
    };
    let body = json!({ "user": "u", "password": "p", "min": "5551230001" });
    assert_eq!(put("B", &body), 409);
    assert_eq!(put("A", &json!({ "user": "u", "password": "p" })), 200);
    assert_eq!(put("B", &body), 200);
    assert_eq!(listed("min=5551230001"), (json!(["B"]), Value::Null));
}

#[test]
fn what_a_change_does_not_name_stays_as_it_is() {
    let server = server("");
    let device = "/v1/subscribers/MEID:A0000000000001";
    let patch = |body: Value| server.ask(device, &["-X", "PATCH", "-H", JSON, "-d", &body.to_string()]);
    let (status, shown) = patch(json!({ "min": "5551230001", "dialect": "is683", "spc": "123456" }));
    assert_eq!(
        (status, &shown["min"], &shown["server_proof"], &shown["spc"]),
        (200, &json!("5551230001"), &json!(true), &json!(true))
    );
    // The handset's account is what it was: both prove themselves.
    assert_eq!(server.handset(1, &[])[0]["outcome"], "updated");
    let seen = server.get(device);
    let (status, shown) = patch(json!({ "model": "other", "min": null }));
    let mut wanted = seen.clone();
    (wanted["model"], wanted["min"]) = (json!("other"), Value::Null);
    assert_eq!((status, &shown), (200, &wanted), "what the handset said stays too");
    for (body, status, field) in [
        (json!({ "user": "u" }), 422, "password"),
        (json!({ "password": "p" }), 422, "user"),
        (json!({ "min": "1" }), 422, "min"),
        (json!({ "order": "ms-first" }), 422, "order"),
        (json!({ "device_id": "D" }), 422, "device_id"),
        (json!({ "colour": "red" }), 422, "colour"),
    ] {
        let (said, problem) = patch(body.clone());
        assert_eq!((said, &problem["field"]), (status, &json!(field)), "{body}: {problem}");
    }
    assert_eq!(server.get(device), wanted);
    assert_eq!(patch(json!({ "server_password": null })).1["server_proof"], false);
    assert_eq!(server.ask("/v1/subscribers/D", &["-X", "PATCH", "-H", JSON, "-d", "{}"]).0, 404);
    let records = server.get("/v1/audit")["records"].clone();
    let changes = records.as_array().unwrap().iter().filter(|one| one["action"] == "subscriber.change");
    let changes: Vec<_> = changes.map(|one| one["detail"].as_str().unwrap()).collect();
    assert_eq!(changes, ["min, spc, dialect", "model, min", "server_password"]);

    let set = |arguments: &[&str]| server.akeyd(&[&["subscriber", "set", "MEID:A0000000000002"], arguments].concat());
    assert!(set(&["--min", "5551230001"]).1.contains("min                  5551230001\n"));
    let (code, said, _) = server.akeyd(&["subscriber", "list", "--min", "5551230001", "--json"]);
    assert!(code == Some(0) && said.lines().count() == 1 && said.contains("MEID:A0000000000002"), "{said}");
    assert_eq!(set(&["--min", ""]).0, Some(0));
    assert_eq!(server.akeyd(&["subscriber", "list", "--min", "5551230001", "--json"]).1, "");
    assert_eq!(set(&["--user", "u"]).0, Some(2), "with its password, or not");
    let (code, _, said) = set(&[]);
    assert!(code == Some(1) && said.contains("nothing is said that is to be changed"), "{said}");
}

#[test]
fn what_is_wrong_is_a_problem_that_names_it() {
    let server = server("");
    let post = |body: &str| server.ask("/v1/subscribers", &["-H", JSON, "-d", body]);
    for (body, status, cause, field) in [
        (r#"{"device_id":"D","user":"u","password":"p","extra":1}"#, 422, "unknown_field", "extra"),
        (r#"{"device_id":"D","user":"u"}"#, 422, "invalid", "password"),
        (r#"{"device_id":"a b","user":"u","password":"p"}"#, 422, "invalid", "device_id"),
        (r#"{"device_id":"D","user":"u","password":["p"]}"#, 422, "invalid", "password"),
        (r#"{"device_id":"D","user":"u","password":"p","min":"1"}"#, 422, "invalid", "min"),
        (
            r#"{"device_id":"D","user":"u","password":"p","dialect":"is683","order":"ms-first"}"#,
            422,
            "order_not_possible",
            "order",
        ),
    ] {
        let (said, problem) = post(body);
        assert_eq!(
            (said, &problem["cause"], &problem["field"]),
            (status, &json!(cause), &json!(field)),
            "{body}: {problem}"
        );
        assert_eq!((&problem["status"], &problem["type"]), (&json!(status), &json!("about:blank")));
    }
    let (status, problem) = post(r#"{"device_id":"D","user":"u","password":"hidden","user":"x"}"#);
    assert!(status == 400 && !problem.to_string().contains("hidden"), "{problem}");
    assert_eq!(server.ask("/v1/subscribers", &["-d", "{}"]).0, 415);
    assert_eq!(server.ask("/v1/status", &["-H", "Accept: text/html"]).0, 406);
    assert_eq!(server.ask("/v1/nothing", &[]).0, 404);
    assert_eq!(server.ask("/v1/subscribers?limit=0", &[]).1["field"], "limit");
    assert_eq!(server.ask("/v1/subscribers?colour=red", &[]).1["cause"], "unknown_parameter");
    assert_eq!(post(&"x".repeat(20_000)).0, 413);
    for (path, method, allow) in
        [("/v1/status", "BREW", "GET, HEAD"), ("/v1/exchanges/0000000000000001/cancel", "GET", "POST")]
    {
        let url = format!("http://localhost{path}");
        let (status, head) = curl(&["--unix-socket", &server.socket(), "-i", "-X", method, &url]);
        assert!(status == 405 && head.contains(&format!("\r\nAllow: {allow}\r\n")), "{head}");
        assert!(head.contains("application/problem+json"));
    }
    // What never becomes a request is told in the same form.
    let mut stream = UnixStream::connect(server.socket()).unwrap();
    stream.write_all(b"GET /v1/status HTTP/1.1\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 400 ") && answer.contains("\"cause\":\"malformed\""), "{answer}");
}

#[test]
fn a_file_is_taken_line_by_line_and_its_handsets_get_keys() {
    let server = server("");
    let good =
        |number: u32| format!("MEID:B{number:013X},b{number},{PASSWORD},{SERVER_PASSWORD},,,,{number:010},,,,\r\n");
    // As spreadsheets write it.
    let mut file = HEADER.split(',').map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(",") + "\r\n";
    file.extend((0..1500).map(good));
    file += "MEID:C1,u,p,s,,,,12,,,,\n\nMEID:C2,,p,,,,,,,,,\nshort\n";
    let long = "x".repeat(20_000);
    file.extend([
        format!("MEID:C3,\"{long}\",p,,,,,,,,,\n"),
        format!("MEID:B0000000000000,b0,{PASSWORD},{SERVER_PASSWORD},,,,,,,,"),
    ]);
    let path = server.folder.write("import.csv", &file);
    let from = format!("@{}", path.display());
    let (status, report) = server.ask("/v1/subscribers", &["-H", "Content-Type: text/csv", "--data-binary", &from]);
    assert_eq!(status, 200, "{report}");
    let counts = ["lines", "created", "replaced", "refused"].map(|name| report[name].as_u64().unwrap());
    assert_eq!(counts, [1505, 1500, 1, 4], "{report}");
    let refusals: Vec<_> =
        report["refusals"].as_array().unwrap().iter().map(|one| (one["line"].clone(), one["field"].clone())).collect();
    let wanted = [(1502, json!("min")), (1504, json!("user")), (1505, Value::Null), (1506, Value::Null)];
    assert_eq!(refusals, wanted.map(|(line, field)| (json!(line), field)));
    assert_eq!(server.get("/v1/status")["subscribers"], 1509);

    let lines = format!(
        "{}\n{}\n",
        json!({ "device_id": "MEID:B0000000000001", "user": "b1", "password": PASSWORD, "server_password": SERVER_PASSWORD }),
        json!({ "device_id": "MEID:D1", "user": "d", "password": "p", "colour": "red" }),
    ) + "{\"user\":\"e\",\"user\":\"hidden\"}\n{\"user\":hidden}\n";
    let (status, report) =
        server.ask("/v1/subscribers?existing=refuse", &["-H", "Content-Type: application/x-ndjson", "-d", &lines]);
    assert_eq!(
        (status, report["refused"].as_u64(), &report["refusals"][1]["field"]),
        (200, Some(4), &json!("colour")),
        "{report}"
    );
    assert_eq!(report["refusals"][2], json!({ "line": 3, "field": "user", "reason": "is given twice" }));
    assert_eq!(report["refusals"][3], json!({ "line": 4, "field": null, "reason": "is not JSON (column 9)" }));
    let (status, problem) = server.ask("/v1/subscribers", &["-H", "Content-Type: text/csv", "-d", "no header"]);
    assert_eq!((status, &problem["cause"]), (422, &json!("header")));

    let folder = &server.folder.0;
    let handset = Command::new(AKEYD)
        .args(["handset", "--json", "--url", &server.url(), "--device-id", "MEID:B000000000002A", "--user", "b42"])
        .arg("--password-file")
        .arg(folder.join("password"))
        .arg("--server-password-file")
        .arg(folder.join("server-password"))
        .output()
        .unwrap();
    assert!(handset.status.success(), "{handset:?}");
    assert!(String::from_utf8_lossy(&handset.stdout).contains("\"updated\""), "{handset:?}");
}

#[test]
fn an_exchange_is_asked_for_once_watched_shown_and_proved() {
    let server = server("");
    let mut events = Command::new("curl")
        .args(["-sSN", "--max-time", "20", "--unix-socket", &server.socket(), "http://localhost/v1/events?wait=20"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    while server.get("/v1/status")["event_streams"] != 1 {
        std::thread::sleep(Duration::from_millis(20));
    }
    let wanted = json!({ "device_id": "MEID:A0000000000001", "dialect": "is683", "priority": 3 }).to_string();
    let start = |body: &str| server.ask("/v1/exchanges", &["-H", JSON, "-H", "Idempotency-Key: k1", "-d", body]);
    let (status, started) = start(&wanted);
    assert_eq!((status, &started["state"], &started["outcome"]), (201, &json!("requested"), &Value::Null), "{started}");
    assert_eq!(start(&wanted).1["id"], started["id"], "the same request is done once");
    assert_eq!(start(&json!({ "device_id": "MEID:A0000000000002" }).to_string()).1["cause"], "key_reused");
    let twice = ["-H", JSON, "-H", "Idempotency-Key: k1", "-H", "Idempotency-Key: k2", "-d", &wanted];
    assert_eq!(server.ask("/v1/exchanges", &twice).1["cause"], "malformed", "which of two keys is meant nobody knows");
    // The same request is the same one after its time too, while a new one of that time is refused.
    let soon = Command::new("date").args(["-u", "-d", "2 seconds", "+%FT%TZ"]).output().unwrap();
    let soon = String::from_utf8(soon.stdout).unwrap();
    let brief = json!({ "device_id": "MEID:A0000000000003", "expires": soon.trim() }).to_string();
    let ask =
        |key: &str| server.ask("/v1/exchanges", &["-H", JSON, "-H", &format!("Idempotency-Key: {key}"), "-d", &brief]);
    let (status, first) = ask("k3");
    assert_eq!(status, 201, "{first}");
    std::thread::sleep(Duration::from_millis(2_500));
    let (status, again) = ask("k3");
    assert_eq!((status, &again["id"]), (201, &first["id"]), "{again}");
    assert_eq!(ask("k4").1["field"], "expires");
    assert_eq!(server.post("/v1/exchanges", &json!({ "device_id": "MEID:FF" })).1["cause"], "unknown_device");

    let reports = server.handset(1, &[]);
    assert_eq!(reports[0]["outcome"], "updated", "{reports:?}");
    let id = started["id"].as_str().unwrap();
    let shown = server.get(&format!("/v1/exchanges/{id}"));
    assert_eq!(
        (&shown["outcome"], &shown["priority"], &shown["way"]),
        (&json!("updated"), &json!(3), &json!("perform")),
        "{shown}"
    );
    let steps = shown["steps"].as_array().unwrap();
    let message = |what: &str, text: &str| steps.iter().find(|step| step["what"] == what && step["text"] == text);
    let request = message("forward", "MS Key Request").unwrap_or_else(|| panic!("{shown}"));
    assert_eq!(request["message"]["param_p"].as_str().unwrap().len(), 128);
    assert_eq!(message("reverse", "Commit Response").unwrap()["message"]["result_code"], 0, "{shown}");

    // The stream told all of it, and a late reader hears it again.
    let told = |text: &str| text.matches(&format!("\"exchange\":\"{id}\"")).count();
    let from_start =
        curl(&["-N", "--unix-socket", &server.socket(), "-H", "Last-Event-ID: x", "http://localhost/v1/events?wait=1"])
            .1;
    assert!(told(&from_start) >= 5 && from_start.starts_with("event: gap\n"), "{from_start}");
    let last = from_start.lines().filter_map(|line| line.strip_prefix("id: ")).next_back().unwrap().to_owned();
    let header = format!("Last-Event-ID: {last}");
    let nothing_new =
        curl(&["-N", "--unix-socket", &server.socket(), "-H", &header, "http://localhost/v1/events?wait=1"]).1;
    assert_eq!((told(&nothing_new), nothing_new.contains("gap")), (0, false), "{nothing_new}");
    events.kill().unwrap();
    let mut live = String::new();
    events.stdout.take().unwrap().read_to_string(&mut live).unwrap();
    events.wait().unwrap();
    assert!(told(&live) >= 5 && live.contains("\"outcome\":\"updated\""), "{live}");

    // What is over cannot be taken back, nor settled.
    assert_eq!(server.ask(&format!("/v1/exchanges/{id}/cancel"), &["-X", "POST"]).0, 409);
    assert_eq!(server.post(&format!("/v1/exchanges/{id}/settle"), &json!({ "committed": true })).0, 409);
    let (_, second) = server.post("/v1/exchanges", &json!({ "device_id": "MEID:A0000000000002" }));
    let (status, cancelled) =
        server.ask(&format!("/v1/exchanges/{}/cancel", second["id"].as_str().unwrap()), &["-X", "POST"]);
    assert_eq!((status, &cancelled["outcome"]), (200, &json!("cancelled")), "{cancelled}");
    assert_eq!(server.get("/v1/exchanges?outcome=cancelled")["exchanges"].as_array().unwrap().len(), 1);

    // The trail holds it all, and one changed octet is found.
    let (code, said, _) = server.akeyd(&["audit", "verify", "--json"]);
    let verdict: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &verdict["first"], &verdict["from_beginning"]), (Some(0), &json!(1), &json!(true)), "{said}");
    let (_, trail, _) = server.akeyd(&["audit", "list", "--json"]);
    for action in ["exchange.start", "exchange.cancel"] {
        assert!(
            trail.contains(action) && trail.contains(&format!("uid:{}", fs::metadata(&server.folder.0).unwrap().uid())),
            "{trail}"
        );
    }
    let file = server.folder.write("trail", &trail);
    let verify = |more: &[&str]| {
        let file = file.display().to_string();
        server.akeyd(&[&["audit", "verify", "--file", &file][..], more].concat())
    };
    assert_eq!(verify(&[]).0, Some(0));
    let known = format!("{}:{}", verdict["last"], verdict["hash"].as_str().unwrap());
    assert_eq!(verify(&["--known", &known]).0, Some(0));
    assert_eq!(verify(&["--known", &format!("1:{}", "0".repeat(64))]).0, Some(1));
    let at = trail.find("MEID:A0000000000001").unwrap();
    let mut octets = trail.into_bytes();
    octets[at + 18] ^= 1;
    fs::write(&file, octets).unwrap();
    let (code, _, said) = verify(&[]);
    assert!(code == Some(1) && said.contains("is not what was written"), "{said}");
}

#[test]
fn pages_stay_as_they_are_while_more_is_added() {
    let server = server("");
    let start =
        |device: u32| server.post("/v1/exchanges", &json!({ "device_id": format!("MEID:A000000000000{device}") }));
    let first: Vec<_> = (0..24).map(|number| start(1 + number % 8).1["id"].clone()).collect();
    let (mut seen, mut after, mut pages) = (Vec::new(), String::new(), 0);
    loop {
        let page = server.get(&format!("/v1/exchanges?limit=5{after}"));
        seen.extend(page["exchanges"].as_array().unwrap().iter().map(|one| one["id"].clone()));
        pages += 1;
        start(9);
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    let mut wanted = first;
    wanted.reverse();
    // Of one millisecond the order is that of the names.
    let sorted = |mut ids: Vec<Value>| {
        ids.sort_by_key(ToString::to_string);
        ids
    };
    assert_eq!((sorted(seen), pages), (sorted(wanted), 5));
    let names = |page: &Value| {
        page["subscribers"].as_array().unwrap().iter().map(|one| one["device_id"].clone()).collect::<Vec<_>>()
    };
    let page = server.get("/v1/subscribers?limit=4");
    let rest = server.get(&format!("/v1/subscribers?limit=9&after={}", page["next"].as_str().unwrap()));
    assert_eq!((names(&page).len(), names(&rest).len(), &rest["next"]), (4, 5, &Value::Null));
}

#[test]
fn an_otaf_relays_by_long_poll() {
    let server = Server::of_model("", "relay", "[group]\nname = \"demo-512\"\n", &[]);
    let path = "/v1/relay/MEID:A0000000000003";
    assert_eq!(server.ask(path, &[]).1["cause"], "not_attached");
    assert_eq!(server.ask("/v1/relay/MEID:FF", &["-X", "PUT"]).0, 404);
    let (status, seat) = server.ask(&format!("{path}?wait=0"), &["-X", "PUT"]);
    assert_eq!((status, &seat["state"]), (202, &json!("attaching")), "{seat}");
    assert_eq!(server.post(path, &json!({ "forward": "06" })).0, 409, "the handset has not come");
    let mut handset = server.handset_command(3, &[]).stdout(Stdio::null()).spawn().unwrap();
    let (status, seat) = server.ask(&format!("{path}?wait=20"), &[]);
    assert_eq!((status, &seat["state"]), (200, &json!("attached")), "{seat}");
    let (status, answer) = server.post(&format!("{path}?wait=20"), &json!({ "forward": "06" }));
    let reverse = answer["reverse"].as_str().unwrap_or_default();
    assert!(status == 200 && reverse.starts_with("06"), "{answer}");
    assert_eq!(answer["message"]["otasp_msg_type"], 6, "{answer}");
    let attach = |body: &str| server.ask(path, &["-X", "PUT", "-H", JSON, "-d", body]);
    assert_eq!(attach("{}").0, 200, "it is attached already");
    let (status, problem) = attach(r#"{"kind":"root_key"}"#);
    assert_eq!((status, &problem["field"]), (409, &json!("kind")), "for another key: {problem}");
    assert_eq!(server.get(path)["reverse"], reverse, "it can be asked for again");
    assert_eq!(server.post(path, &json!({ "forward": "6" })).1["field"], "forward");
    assert_eq!(server.ask(path, &["-X", "DELETE"]).0, 204);
    assert_eq!(server.ask(path, &[]).0, 404);
    handset.wait().unwrap();
}

#[test]
fn bad_neighbours_cost_themselves_only() {
    let server = server("");
    let connect = || UnixStream::connect(server.socket()).unwrap();
    let mut slow: Vec<_> = (0..20).map(|_| connect()).collect();
    slow.iter_mut()
        .for_each(|stream| stream.write_all(b"POST /v1/subscribers HTTP/1.1\r\nHost: h\r\nContent-").unwrap());
    let mut unread: Vec<_> = (0..20).map(|_| connect()).collect();
    let many = b"GET /v1/openapi.yaml HTTP/1.1\r\nHost: h\r\n\r\n".repeat(50);
    unread.iter_mut().for_each(|stream| stream.write_all(&many).unwrap());
    // More connections than there may be are told so; the others go on.
    let mut more: Vec<_> = (0..104).map(|_| connect()).collect();
    more.iter_mut().for_each(|stream| drop(stream.write_all(b"GET /v1/status HTTP/1.1\r\nHost: h\r\n\r\n")));
    let mut told = 0;
    for stream in &mut more {
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let mut first = [0; 12];
        told += usize::from(stream.read_exact(&mut first).is_ok() && &first == b"HTTP/1.1 503");
    }
    assert!(told > 0, "a full house says so");
    drop((slow, unread, more));
    assert_eq!(server.handset(1, &[])[0]["outcome"], "updated");
}
