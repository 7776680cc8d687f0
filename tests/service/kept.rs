//! A service that keeps its records in a file: stopped, killed, on a failing disk, and grown.

use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use akeyd::desk::record::Change;
use akeyd::store;
use akeyd::store::embedded::{EmbeddedStore, Settings};
use akeyd::store::seal::MasterKey;
use akeyd::words::DeviceId;
use serde_json::{Value, json};

use crate::api::JSON;
use crate::harness::{AKEYD, Folder, Server, curl};

/// A server whose records are in a file of its folder.
pub(crate) fn kept() -> Server {
    let mut first = Server::with("perform", &[]);
    first.kill();
    let folder = Arc::clone(&first.folder);
    let config = std::fs::read_to_string(folder.0.join("akeyd.toml")).expect("written");
    folder.write("akeyd.toml", &config.replace("path = \"none\"", "path = \"kept.redb\""));
    akeyd(&folder, &["keygen", "store.key"]);
    again(&folder, &[])
}

/// The same server once more, perhaps under a tool.
fn again(folder: &Arc<Folder>, tool: &[&str]) -> Server {
    let line = [tool, &[AKEYD, "serve", "--config", "akeyd.toml"]].concat();
    Server::launch(Arc::clone(folder), Command::new(line[0]).args(&line[1..]).current_dir(&folder.0))
}

/// Runs a command in the folder; gives what it printed.
fn akeyd(folder: &Folder, arguments: &[&str]) -> String {
    let said = Command::new(AKEYD).args(arguments).current_dir(&folder.0).output().expect("akeyd runs");
    assert!(said.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8_lossy(&said.stdout).into_owned()
}

fn key_of(report: &Value) -> Vec<u8> {
    assert_eq!(report["outcome"], "updated", "{report}");
    let digits = report["committed"].as_str().expect("shown");
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hex")).collect()
}

#[test]
fn nonces_and_exchanges_outlive_an_end_and_a_kill_and_no_key_shows() {
    let mut server = kept();
    let folder = Arc::clone(&server.folder);
    let mut keys = vec![key_of(&server.handset(1, &[])[0])];
    assert_eq!(server.terminate(), Some(0));
    for kill in [true, false] {
        let mut server = again(&folder, &[]);
        keys.push(key_of(&server.handset(1, &[])[0]));
        // Its nonce was known, so nobody had to ask.
        assert_eq!(server.metric("akeyd_auth_total{result=\"good\"}"), 1, "{}", server.metrics());
        assert_eq!(server.metric("akeyd_auth_total{result=\"wrong\"}"), 0);
        assert_eq!(server.metric("akeyd_auth_total{result=\"missing\"}"), 0);
        assert!(server.metric("akeyd_store_commits_total") > 4);
        if kill {
            server.kill();
        } else {
            // A copy of a store that is in use.
            akeyd(&folder, &["store", "backup", "--config", "akeyd.toml", "copy.redb"]);
            assert_eq!(server.terminate(), Some(0));
        }
    }
    let told: Value =
        serde_json::from_str(&akeyd(&folder, &["store", "check", "--json", "--config", "akeyd.toml"])).expect("JSON");
    assert_eq!((&told["counts"]["subscribers"], &told["counts"]["exchanges"]), (&9.into(), &3.into()), "{told}");
    assert_eq!(told["counts"]["keys"], 3, "kept for a while after they are live: {told}");
    for name in ["kept.redb", "copy.redb"] {
        let file = std::fs::read(folder.0.join(name)).expect("there");
        for key in &keys {
            assert!(!file.windows(key.len()).any(|window| window == *key), "a key stands in {name}");
        }
    }

    // The copy in the place of the store: the handset is challenged anew, and then goes on.
    akeyd(&folder, &["store", "restore", "--config", "akeyd.toml", "copy.redb"]);
    akeyd(&folder, &["store", "compact", "--config", "akeyd.toml"]);
    let mut server = again(&folder, &[]);
    key_of(&server.handset(1, &[])[0]);
    assert_eq!(server.metric("akeyd_auth_total{result=\"wrong\"}"), 1, "{}", server.metrics());
    assert_eq!(server.terminate(), Some(0));
    assert!(folder.0.join("subscribers.csv").exists());
    folder.write("store.key.cred", "a key under another one");
    akeyd(&folder, &["zeroize", "--yes", "--config", "akeyd.toml"]);
    for gone in ["store.key", "store.key.cred", "subscribers.csv"] {
        assert!(!folder.0.join(gone).exists(), "{gone}");
    }
    akeyd(&folder, &["keygen", "store.key"]);
    let told = akeyd(&folder, &["store", "check", "--json", "--config", "akeyd.toml"]);
    assert!(told.contains("\"keys\":0") && told.contains("\"subscribers\":0"), "{told}");
}

#[test]
fn a_deleted_subscriber_stays_deleted_though_the_file_names_it() {
    let mut server = kept();
    let folder = Arc::clone(&server.folder);
    let device = "MEID:A0000000000009";
    let is_known = |server: &Server| server.akeyd(&["subscriber", "show", device]).0 == Some(0);
    assert_eq!(server.akeyd(&["subscriber", "delete", device]).0, Some(0));
    assert_eq!(server.terminate(), Some(0));
    let mut server = again(&folder, &[]);
    assert!(!is_known(&server));
    let audit = server.get("/v1/audit?limit=1000");
    let taken = audit["records"].as_array().into_iter().flatten().filter(|told| told["action"] == "subscriber.import");
    let taken: Vec<_> = taken.map(|told| (told["actor"].as_str(), told["subject"].as_str())).collect();
    assert_eq!(taken, [(Some("akeyd"), Some("9 subscribers"))], "{audit}");
    // By an operator it comes back, and stays.
    let file = folder.0.join("subscribers.csv").display().to_string();
    let (_, said, _) = server.akeyd(&["subscriber", "import", &file]);
    assert_eq!(said, "9 lines: 1 created, 8 replaced, 0 refused\n");
    assert_eq!(server.terminate(), Some(0));
    let mut server = again(&folder, &[]);
    assert!(is_known(&server));
    assert_eq!(server.terminate(), Some(0));
}

/// Whoever has the store open would go on sealing under a key that is nowhere any more.
#[test]
fn nothing_is_destroyed_beside_a_running_service_and_the_key_of_a_damaged_store_is() {
    let mut server = kept();
    let folder = Arc::clone(&server.folder);
    let zeroize = |more: &[&str]| {
        let arguments = [&["zeroize", "--config", "akeyd.toml"], more].concat();
        let said = Command::new(AKEYD).args(arguments).current_dir(&folder.0).output().expect("akeyd runs");
        (said.status.code(), String::from_utf8_lossy(&said.stderr).into_owned())
    };
    let are_there = |files: &[&str]| files.iter().map(|file| folder.0.join(file).exists()).collect::<Vec<_>>();
    let files = ["store.key", "subscribers.csv", "kept.redb"];
    let (code, said) = zeroize(&["--yes"]);
    assert!(code == Some(1) && said.contains("open in another process. Nothing was destroyed"), "{said}");
    assert_eq!(are_there(&files), [true; 3]);
    assert_eq!(server.terminate(), Some(0));
    let (code, said) = zeroize(&[]);
    assert!(code == Some(2) && said.contains("kept.redb") && said.contains("subscribers.csv"), "{said}");
    assert_eq!(are_there(&files), [true; 3]);
    folder.write("kept.redb", "this is no store");
    let (code, said) = zeroize(&["--yes"]);
    assert!(code == Some(1) && said.contains("kept.redb: is damaged"), "{said}");
    assert_eq!(are_there(&files), [false, false, true]);
    // Where the key is not found that is told, and no success.
    folder.write("kept.redb", "this is no store");
    let (code, said) = zeroize(&["--yes"]);
    assert!(code == Some(1) && said.contains("the store's key was NOT destroyed"), "{said}");
}

/// A doubt is looked into by what was asked of the handset last.
#[test]
fn the_commit_request_of_a_doubt_is_in_its_history_at_once_and_after_an_end() {
    let mut server = kept();
    let folder = Arc::clone(&server.folder);
    server.handset(1, &["--fault", "drop-commit-response"]);
    let steps = |server: &Server| {
        let id = server.get("/v1/exchanges")["exchanges"][0]["id"].as_str().expect("an exchange").to_owned();
        server.get(&format!("/v1/exchanges/{id}"))["steps"].to_string()
    };
    std::thread::sleep(Duration::from_secs(1));
    let told = steps(&server);
    assert!(told.contains("Commit Request"), "{told}");
    assert_eq!(server.terminate(), Some(0));
    assert_eq!(steps(&again(&folder, &[])), told);
}

/// A process may die between the removal of a subscriber and its desk hearing of that.
#[test]
fn a_doubt_of_a_subscriber_that_is_gone_ends_at_the_next_start() {
    let mut server = kept();
    let folder = Arc::clone(&server.folder);
    server.handset(1, &["--fault", "drop-commit-response"]);
    server.kill();
    let key = MasterKey::read(&folder.0.join("store.key")).unwrap();
    let path = folder.0.join("kept.redb");
    let settings = Settings { path, key, old_keys: Vec::new(), cache_mib: 8, must_exist: true };
    let opened = EmbeddedStore::open(settings).unwrap();
    let removal = vec![Change::RemoveSubscriber(DeviceId::new("MEID:A0000000000001").unwrap())];
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(store::commit(&opened.store, removal)).unwrap().unwrap();
    drop(opened);
    let server = again(&folder, &[]);
    let began = Instant::now();
    let told = loop {
        let told = server.get("/v1/exchanges")["exchanges"][0].clone();
        if told["outcome"] == "failed" || began.elapsed() > Duration::from_mins(1) {
            break told;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    assert_eq!((&told["outcome"], &told["cause"]), (&json!("failed"), &json!("the subscriber was removed")), "{told}");
    assert_eq!(server.metric("akeyd_exchanges_in_doubt"), 0);
}

/// After a failed fsync nothing is answered any more, and the process is gone; the next one trusts the disk alone.
#[test]
fn a_failing_disk_ends_the_process_with_74() {
    if Command::new("strace").arg("-V").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "strace is not installed");
        return eprintln!("skipped: strace is not installed");
    }
    let mut server = kept();
    let folder = Arc::clone(&server.folder);
    key_of(&server.handset(1, &[])[0]);
    assert_eq!(server.terminate(), Some(0));
    // The writer's fifteenth fsync and all after it.
    let inject = "inject=fdatasync:error=EIO:when=15+";
    let mut server = again(&folder, &["strace", "-f", "-qq", "-o", "trace.txt", "-e", "trace=fdatasync", "-e", inject]);
    for number in 2..5 {
        let mut handset = server.handset_command(number, &[]);
        let mut handset = handset
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("akeyd runs");
        while server.is_running() && handset.try_wait().expect("a child of ours").is_none() {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = handset.kill();
        let _ = handset.wait();
    }
    assert_eq!(server.ended(), Some(74));
    let mut server = again(&folder, &[]);
    for number in 1..6 {
        key_of(&server.handset(number, &[])[0]);
    }
    assert_eq!(server.terminate(), Some(0));
}

/// What was begun with since a backup was made it does not know: nothing more is, before somebody says so.
#[test]
fn a_campaign_of_a_backup_is_paused() {
    let mut server = kept();
    let folder = Arc::clone(&server.folder);
    let (status, made) = server.post("/v1/campaigns", &json!({ "name": "spring", "per_minute": 600 }));
    assert_eq!(status, 201, "{made}");
    let list = "MEID:A0000000000001\nMEID:A0000000000002\n";
    let plain = ["-H", "Content-Type: text/plain", "--data-binary", list];
    assert_eq!(server.ask("/v1/campaigns/spring/devices", &plain).0, 200);
    assert_eq!(server.ask("/v1/campaigns/spring/start", &["-X", "POST"]).0, 200);
    akeyd(&folder, &["store", "backup", "--config", "akeyd.toml", "copy.redb"]);
    server.kill();
    akeyd(&folder, &["store", "restore", "--config", "akeyd.toml", "copy.redb"]);
    let mut server = again(&folder, &[]);
    let found = server.get("/v1/campaigns/spring");
    let why = found["why"].as_str().unwrap_or_default();
    assert!(found["state"] == "paused" && why.contains("backup"), "{found}");
    let audit = server.get("/v1/audit?limit=1000");
    let paused = audit["records"].as_array().into_iter().flatten().filter(|told| told["action"] == "campaign.pause");
    assert!(paused.clone().count() == 1 && paused.clone().all(|told| told["actor"] == "akeyd"), "{audit}");
    assert_eq!(server.ask("/v1/campaigns/spring/resume", &["-X", "POST"]).1["state"], "running");
    assert_eq!(server.terminate(), Some(0));
}

/// Whoever has read that it is ready stops it in order, though it still writes down that it has gone on from a backup.
#[test]
fn a_signal_right_after_it_is_ready_stops_it_in_order() {
    let mut server = kept();
    let folder = Arc::clone(&server.folder);
    akeyd(&folder, &["store", "backup", "--config", "akeyd.toml", "copy.redb"]);
    server.kill();
    for _ in 0..4 {
        akeyd(&folder, &["store", "restore", "--config", "akeyd.toml", "copy.redb"]);
        assert_eq!(again(&folder, &[]).terminate(), Some(0));
    }
}

/// The key finds the exchange again, in whatever state that is, and nothing else.
#[test]
fn a_request_with_a_key_is_done_once_over_kills() {
    let mut server = kept();
    let folder = Arc::clone(&server.folder);
    let wanted = json!({ "device_id": "MEID:A0000000000001", "priority": 3, "expires": "2099-01-01T00:00:00Z" });
    let start = |server: &Server, body: &Value| {
        server.ask("/v1/exchanges", &["-H", JSON, "-H", "Idempotency-Key: order 17", "-d", &body.to_string()])
    };
    let (status, started) = start(&server, &wanted);
    assert_eq!(status, 201, "{started}");
    for handset_comes in [true, false] {
        server.kill();
        server = again(&folder, &[]);
        let (status, same) = start(&server, &wanted);
        assert_eq!((status, &same["id"]), (201, &started["id"]), "{same}");
        for (member, value) in
            [("device_id", json!("MEID:A0000000000002")), ("priority", json!(4)), ("probe", json!(true))]
        {
            let mut other = wanted.clone();
            other[member] = value;
            let (status, said) = start(&server, &other);
            assert_eq!((status, &said["cause"]), (422, &json!("key_reused")), "{said}");
        }
        if handset_comes {
            key_of(&server.handset(1, &[])[0]);
        }
    }
    let all = server.get("/v1/exchanges?device_id=MEID%3AA0000000000001");
    assert_eq!(all["exchanges"].as_array().map(Vec::len), Some(1), "{all}");
    assert_eq!(server.terminate(), Some(0));
}

/// The log is gone with what was committed last: no start goes on silently, the command does, and the handset comes to a key that both sides have.
#[test]
fn a_store_whose_log_is_lost_is_recovered_by_command() {
    let mut server = kept();
    let folder = Arc::clone(&server.folder);
    let _ = key_of(&server.handset(1, &[])[0]);
    server.kill();
    let log = folder.0.join("kept.redb.wal");
    std::fs::remove_file(&log).expect("a crash leaves one");
    let run = |arguments: &[&str]| {
        let said = Command::new(AKEYD).args(arguments).current_dir(&folder.0).output().expect("akeyd runs");
        (said.status.code(), String::from_utf8_lossy(&said.stderr).into_owned())
    };
    let config = ["--config", "akeyd.toml"];
    let (code, said) = run(&[&["serve"], &config[..]].concat());
    assert!(code == Some(74) && said.contains("akeyd store recover"), "{code:?} {said}");
    let (code, said) = run(&[&["store", "check"], &config[..]].concat());
    assert!(code == Some(1) && said.contains("akeyd store recover"), "{code:?} {said}");
    let (code, said) = run(&[&["store", "recover"], &config[..]].concat());
    assert!(code == Some(0) && said.contains("akeyd campaign create"), "{code:?} {said}");
    let (code, said) = run(&[&["store", "recover"], &config[..]].concat());
    assert!(code == Some(0) && said.contains("nothing is missing"), "{code:?} {said}");
    // Whoever reads no more ends it quietly; a disk that takes nothing is told.
    let shell = format!("{AKEYD} store check --config akeyd.toml | head -0; exit ${{PIPESTATUS[0]}}");
    let quiet = Command::new("bash").args(["-c", &shell]).current_dir(&folder.0).output().unwrap();
    assert!(quiet.status.success() && quiet.stderr.is_empty(), "{}", String::from_utf8_lossy(&quiet.stderr));
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let full = Command::new(AKEYD)
        .args(["store", "check", "--config", "akeyd.toml"])
        .current_dir(&folder.0)
        .stdout(full)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&full.stderr);
    assert!(full.status.code() == Some(1) && said.contains("standard output") && !said.contains("panicked"), "{said}");

    let server = again(&folder, &[]);
    let _ = key_of(&server.handset(1, &[])[0]);
    assert_eq!(server.metric("akeyd_exchanges_in_doubt"), 0);
}

#[test]
fn a_service_whose_operators_come_by_the_network_makes_backups_too() {
    let network = crate::operators::in_the_network();
    let mut server = kept();
    server.kill();
    let folder = Arc::clone(&server.folder);
    let (port, admin) = network.another();
    let config = std::fs::read_to_string(folder.0.join("akeyd.toml")).expect("written");
    folder.write("akeyd.toml", &(config + &admin));
    let _server = again(&folder, &[]);
    let backup = |more: &[&str]| {
        let mut command = Command::new(AKEYD);
        command.args(["store", "backup", "--config", "akeyd.toml", "copy.redb"]).args(more);
        let said = command.current_dir(&folder.0).output().expect("akeyd runs");
        (said.status.code(), String::from_utf8_lossy(&said.stderr).into_owned())
    };
    let (code, said) = backup(&[]);
    assert!(code == Some(1) && said.contains("give --url"), "{said}");
    let (certificate, key) = &network.operator;
    let url = format!("https://localhost:{port}");
    let network = ["--url", &url, "--ca", &network.own, "--certificate", certificate, "--key", key];
    assert_eq!(backup(&network), (Some(0), String::new()));
    assert!(folder.0.join("copy.redb").exists());
    assert!(backup(&network).1.contains("is there already"));
    assert_eq!(backup(&network[..2]).0, Some(2));
}

/// The trail tells a backup that was made from one that was only asked for, and where the file is whoever asks.
#[test]
fn a_backup_that_comes_to_nothing_is_told_as_that() {
    let server = kept();
    let socket = server.folder.0.join("admin.sock");
    let socket = socket.to_str().unwrap();
    let make = |name: &str| {
        let body = json!({ "name": name }).to_string();
        let url = "http://akeyd/v1/store/backup";
        let (code, said) = curl(&["--unix-socket", socket, "-H", JSON, "-d", &body, url]);
        (code, serde_json::from_str::<Value>(&said).expect("JSON"))
    };
    let (code, made) = make("one");
    let file = server.folder.0.join("backups/one");
    assert_eq!((code, made["file"].as_str()), (201, file.to_str()), "{made}");
    assert_eq!(make("one").0, 409);
    // What is there is no folder any more.
    std::fs::rename(server.folder.0.join("backups"), server.folder.0.join("aside")).unwrap();
    server.folder.write("backups", "");
    let (code, said) = make("two");
    assert_eq!((code, said["cause"].as_str()), (500, Some("failed")), "{said}");
    let (_, audit) = curl(&["--unix-socket", socket, "http://akeyd/v1/audit"]);
    let audit: Value = serde_json::from_str(&audit).unwrap();
    let told = audit["records"].as_array().unwrap().iter().filter_map(|record| {
        let action = record["action"].as_str()?.strip_prefix("store.")?;
        Some((action.to_owned(), record["detail"].as_str()?.to_owned()))
    });
    let expected = [("backup", "one"), ("backup", "two"), ("backup_failed", "two")];
    assert_eq!(told.collect::<Vec<_>>(), expected.map(|(action, detail)| (action.to_owned(), detail.to_owned())));
}
