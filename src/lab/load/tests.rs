//! Tests of the load test: what it refuses, the handsets that it makes, and how it counts and schedules.

use std::time::Duration;

use super::*;

fn settings(url: &str) -> Settings {
    Settings {
        url: url.into(),
        ca: None,
        insecure: false,
        beyond_this_machine: false,
        subscribers: "/nowhere".into(),
        server_id: "akeyd".into(),
        rate: None,
        concurrency: 4,
        sessions: None,
        duration: Duration::from_secs(5),
        threads: 1,
        fast: true,
        reuse: false,
        dialect: Dialect::Is683,
        style: None,
        encoding: handset::Encoding::Xml,
        auth: handset::Scheme::Md5,
        profile: handset::Profile::Standard,
    }
}

#[test]
fn only_this_machine_is_loaded_unless_the_flag_says_otherwise() {
    for url in
        ["http://127.0.0.1/dm", "http://127.9.9.9:8080/", "http://[::1]/dm", "http://localhost:1/", "http://LOCALHOST"]
    {
        assert!(check(&settings(url)).is_ok(), "{url}");
    }
    for url in ["http://192.0.2.1/dm", "http://dm.example/", "http://localhost.example/", "http://[2001:db8::1]/"] {
        let error = check(&settings(url)).unwrap_err().to_string();
        assert!(error.contains("is not this machine; --beyond-this-machine"), "{error}");
        assert!(check(&Settings { beyond_this_machine: true, ..settings(url) }).is_ok());
    }
}

#[test]
fn bounds_are_kept_and_named() {
    let refused = |change: fn(&mut Settings)| {
        let mut settings = settings("http://127.0.0.1/dm");
        change(&mut settings);
        check(&settings).unwrap_err().to_string()
    };
    assert!(refused(|s| s.rate = Some(0.0)).starts_with("--rate: "));
    assert!(refused(|s| s.rate = Some(f64::NAN)).starts_with("--rate: "));
    assert!(refused(|s| s.rate = Some(f64::INFINITY)).starts_with("--rate: "));
    assert!(refused(|s| s.concurrency = 0).starts_with("--concurrency: "));
    assert!(refused(|s| s.concurrency = 1_000_000).starts_with("--concurrency: "));
    assert!(refused(|s| s.sessions = Some(0)).starts_with("--sessions: "));
    assert!(refused(|s| s.duration = Duration::ZERO).starts_with("--duration: "));
    assert!(refused(|s| s.duration = Duration::from_secs(1_000_000)).starts_with("--duration: "));
    assert!(refused(|s| s.url = "ftp://x".into()).starts_with("--url: "));
}

#[test]
fn the_file_made_for_handsets_is_one_that_a_server_reads() {
    let folder = std::env::temp_dir().join(format!("akeyd-load-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("subscribers.csv");
    write_subscribers(&file, 20, "MEID:A1{}", Some("standard")).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600, "it holds passwords");
    let (rows, doubts) = crate::config::subscribers::load(&file).unwrap();
    assert_eq!((rows.len(), doubts.len()), (20, 0));
    assert_eq!(rows[0].device_id.as_str(), "MEID:A1000000000001");
    assert_eq!(rows[19].device_id.as_str(), "MEID:A1000000000014");
    assert_eq!((rows[0].client_nonce.len(), rows[0].model.as_deref()), (16, Some("standard")));
    assert_ne!(rows[0].password.expose(), rows[1].password.expose());
    let fleet = fleet::read(&Settings { subscribers: file.clone(), ..settings("http://127.0.0.1/dm") }).unwrap();
    assert_eq!(fleet[1].device_id(), "MEID:A1000000000002");
    assert!(write_subscribers(&file, 1, "MEID:A1{}", None).unwrap_err().to_string().contains("exists"));
    let other = folder.join("other.csv");
    let refused = |count, pattern| write_subscribers(&other, count, pattern, None).unwrap_err().to_string();
    assert!(refused(0, "MEID:A1{}").starts_with("--generate: "));
    assert!(refused(1, "MEID:A1").starts_with("--pattern: "));
    assert!(refused(1, "MEID A1{}").starts_with("--pattern: "));
    assert!(refused(1, "MEID:A1{},x").starts_with("--pattern: "));
    std::fs::remove_dir_all(&folder).unwrap();
}

/// An HTTP server that answers nothing but 400, each time after a pause.
fn slow_server(pause: Duration) -> String {
    use std::io::{Read, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/dm", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            // One after another: a server that stalls.
            let _ = stream.read(&mut [0; 8_192]);
            std::thread::sleep(pause);
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    url
}

#[test]
fn a_stalling_server_is_measured_from_the_schedule() {
    let folder = std::env::temp_dir().join(format!("akeyd-stall-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("subscribers.csv");
    write_subscribers(&file, 10, "MEID:A1{}", None).unwrap();
    let url = slow_server(Duration::from_millis(50));
    let load = |rate, concurrency| {
        let settings = Settings { subscribers: file.clone(), rate, concurrency, ..settings(&url) };
        run(&settings).unwrap()
    };
    // Ten sessions of 50 ms, one at a time: the last one of the schedule waits for nine others.
    let scheduled = load(Some(1_000.0), 1);
    assert_eq!((scheduled.sessions, scheduled.failed, scheduled.not_started), (10, 10, 0));
    assert!(scheduled.session_ms.max > 450.0, "{:?}", scheduled.session_ms);
    assert!(scheduled.session_ms.p50 > 200.0, "{:?}", scheduled.session_ms);
    assert_eq!(scheduled.causes, [("the server answered with HTTP status 400".to_owned(), 10)]);
    assert!(!scheduled.is_good());
    // Without a schedule nobody waits but for his own session.
    let closed = load(None, 1);
    assert_eq!(closed.sessions, 10);
    assert!(closed.session_ms.p50 < 200.0, "{:?}", closed.session_ms);
    std::fs::remove_dir_all(&folder).unwrap();
}
