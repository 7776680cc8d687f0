//! Handsets against one server process: plain updates, and each way in which a handset can fail.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::harness::{Server, curl};

const UPDATED: &str = "akeyd_exchanges_total{dialect=\"is683\",outcome=\"updated\",way=\"perform\"}";

#[test]
fn a_handset_keeps_its_state_and_updates_again_and_again() {
    let server = Server::start("perform");
    let mut keys = Vec::new();
    for version in 1..=3 {
        let reports = server.handset(1, &[]);
        assert_eq!(reports[0]["outcome"], "updated", "{reports:?}");
        assert_eq!(reports[0]["key_version"], version);
        keys.push(reports[0]["committed"].to_string());
    }
    keys.dedup();
    assert_eq!(keys.len(), 3, "a fresh key each time");
    server.wait_for(UPDATED, 3);
    // The first session was challenged once; later ones came with the nonce that they were given.
    assert_eq!(
        server.metric("akeyd_auth_total{result=\"wrong\"}") + server.metric("akeyd_auth_total{result=\"missing\"}"),
        1
    );
}

#[test]
fn faults_of_a_handset_end_its_own_exchange_with_an_outcome_that_names_them() {
    let server = Server::start("perform");
    let outcome =
        |outcome: &str| format!("akeyd_exchanges_total{{dialect=\"is683\",outcome=\"{outcome}\",way=\"perform\"}}");

    let report = &server.handset(1, &["--fault", "bad-ms-result"])[0];
    assert_ne!(report["outcome"], "updated", "{report}");
    server.wait_for(&outcome("failed"), 1);

    let report = &server.handset(2, &["--fault", "reject-commit"])[0];
    assert_eq!(report["outcome"], "rejected", "{report}");
    server.wait_for(&outcome("rejected"), 1);

    let report = &server.handset(3, &["--fault", "wrong-password"])[0];
    assert_eq!(report["outcome"], "failed", "{report}");

    let report = &server.handset(4, &["--fault", "lost-response"])[0];
    assert_eq!(report["outcome"], "updated", "{report}");

    let report = &server.handset(5, &["--fault", "stale-nonce"])[0];
    assert_eq!(report["outcome"], "updated", "{report}");

    // Aborted, then well: the exchange goes on in the next session.
    let report = &server.handset(6, &["--fault", "abort"])[0];
    assert_ne!(report["outcome"], "updated", "{report}");
    assert_eq!(server.handset(6, &[])[0]["outcome"], "updated");
    assert_eq!(server.metric("akeyd_exchanges_in_doubt"), 0);
}

#[test]
fn a_lost_commit_response_is_doubt_and_the_next_contact_ends_it() {
    for way in ["perform", "relay"] {
        let server = Server::start(way);
        let report = &server.handset(1, &["--fault", "drop-commit-response"])[0];
        assert_eq!(report["key_version"], 1, "the handset uses the new key: {report}");
        let report = &server.handset(1, &[])[0];
        assert_eq!((&report["outcome"], &report["key_version"]), (&"updated".into(), &2.into()), "{report}");
        let outcome =
            |outcome: &str| format!("akeyd_exchanges_total{{dialect=\"is683\",outcome=\"{outcome}\",way=\"{way}\"}}");
        server.wait_for(&outcome("in_doubt"), 1);
        server.wait_for(&outcome("updated"), 1);
        server.wait_for("akeyd_exchanges_in_doubt", 0);
    }
}

#[test]
fn health_metrics_and_an_orderly_end() {
    let mut server = Server::start("relay");
    assert_eq!(curl(&[&format!("http://{}/healthz", server.status)]).0, 200);
    assert_eq!(curl(&[&format!("http://{}/readyz", server.status)]).0, 200);
    assert_eq!(curl(&[&format!("http://{}/other", server.status)]).0, 404);
    assert_eq!(curl(&["-d", "", &format!("http://{}/metrics", server.status)]).0, 405);
    assert_eq!(server.handset(1, &[])[0]["outcome"], "updated");

    let open = std::net::TcpStream::connect(&server.address).expect("connected");
    server.wait_for("akeyd_connections", 1);
    drop(open);
    server.wait_for("akeyd_connections", 0);
    let metrics = server.metrics();
    assert!(metrics.contains("akeyd_build_info"), "{metrics}");
    assert!(!metrics.contains("MEID"), "no identities");
    let promtool =
        Command::new("promtool").args(["check", "metrics"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    match promtool {
        Ok(mut promtool) => {
            promtool.stdin.take().expect("its input").write_all(metrics.as_bytes()).expect("written");
            let output = promtool.wait_with_output().expect("it ends");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        }
        Err(error) => assert!(std::env::var_os("CI").is_none(), "promtool: {error}"),
    }
    assert_eq!(server.terminate(), Some(0));
}

#[test]
fn a_stop_lets_running_exchanges_end() {
    let mut server = Server::start("perform");
    let running: Vec<_> = (1..=6)
        .map(|number| {
            let mut command = server.handset_command(number, &["--count", "40"]);
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("akeyd handset runs")
        })
        .collect();
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!(server.terminate(), Some(0), "no request hangs");
    for handset in running {
        let output = handset.wait_with_output().expect("it ends");
        // Whatever was cut off said so; no report is missing.
        assert!(!output.stdout.is_empty());
    }
}

#[test]
fn a_handset_of_nodes_updates_and_its_key_version_ends_a_doubt() {
    for way in ["perform", "relay"] {
        let server = Server::start(way);
        let outcome =
            |outcome: &str| format!("akeyd_exchanges_total{{dialect=\"nodes\",outcome=\"{outcome}\",way=\"{way}\"}}");
        let report = &server.handset(1, &["--dialect", "nodes"])[0];
        assert_eq!((&report["outcome"], &report["key_version"]), (&"updated".into(), &1.into()), "{report}");
        server.wait_for(&outcome("updated"), 1);

        let report = &server.handset(2, &["--dialect", "nodes", "--fault", "drop-commit-response"])[0];
        assert_eq!(report["key_version"], 1, "the handset uses the new key: {report}");
        let report = &server.handset(2, &["--dialect", "nodes"])[0];
        assert_eq!(report["key_version"], 1, "it was asked, and needs no other: {report}");
        server.wait_for(&outcome("updated"), 2);
        server.wait_for("akeyd_exchanges_in_doubt", 0);
        assert_eq!(server.metric(&outcome("in_doubt")), 0, "{}", server.metrics());

        // It dies half-way; in its next session what it still had is deleted, and a new key made.
        let report = &server.handset(3, &["--dialect", "nodes", "--fault", "abort"])[0];
        assert_ne!(report["outcome"], "updated", "{report}");
        let report = &server.handset(3, &["--dialect", "nodes"])[0];
        assert_eq!(report["outcome"], "updated", "{report}");
        assert_eq!(server.handset(3, &["--dialect", "nodes"])[0]["outcome"], "updated");

        let report = &server.handset(4, &["--dialect", "nodes", "--fault", "reject-commit"])[0];
        assert_eq!(report["outcome"], "rejected", "{report}");
        server.wait_for(&outcome("rejected"), 1);
    }
}
