//! Processor time of a request, server beside server, round after round.

use std::fs;
use std::path::Path;

use crate::server::{REQUEST, Server, certificates, pinned};

const ROUNDS: usize = 7;
const SECONDS: u32 = 2;
const CONNECTIONS: u32 = 64;

/// Plain HTTP.
pub(crate) fn plain() {
    compare("plain HTTP", "http", false, &["bare tokio", "io_uring", "epoll"]);
}

/// TLS 1.3 with a key of P-256; wrk chooses the cipher, the same for all.
pub(crate) fn under_tls() {
    compare("TLS", "https", true, &["io_uring-tls", "epoll-tls"]);
}

fn compare(title: &str, scheme: &str, tls: bool, kinds: &[&str]) {
    let folder = certificates();
    let script = folder.join("post.lua");
    let body = "x".repeat(REQUEST);
    fs::write(
        &script,
        format!(
            "wrk.method = \"POST\"\nwrk.body = \"{body}\"\n\
             wrk.headers[\"Content-Type\"] = \"application/vnd.syncml.dm+xml\"\n"
        ),
    )
    .expect("written");
    let mut servers: Vec<(String, Server, Vec<Round>)> =
        kinds.iter().map(|kind| ((*kind).to_owned(), Server::start(kind, &folder), Vec::new())).collect();
    match Server::nginx(&folder, tls) {
        Some(nginx) => servers.push(("nginx".into(), nginx, Vec::new())),
        None => println!("nginx is not installed: left out"),
    }
    for round in 0..=ROUNDS {
        for (_, server, rounds) in &mut servers {
            let taken = measure(server, scheme, &script);
            // The first is for warming up.
            if round > 0 {
                rounds.push(taken);
            }
        }
    }
    println!("\n{title}: POST of {REQUEST} octets, {CONNECTIONS} connections, {ROUNDS} rounds of {SECONDS} s, medians");
    println!(
        "{:<14} {:>12} {:>12} {:>12} {:>12} {:>10}",
        "server", "µs/request", "program", "kernel", "requests/s", "ratio"
    );
    let first = median(servers[0].2.iter().map(Round::both));
    for (name, _, rounds) in &servers {
        let both = median(rounds.iter().map(Round::both));
        println!(
            "{name:<14} {both:>12.2} {:>12.2} {:>12.2} {:>12.0} {:>10.2}",
            median(rounds.iter().map(|round| round.program)),
            median(rounds.iter().map(|round| round.kernel)),
            median(rounds.iter().map(|round| round.rate)),
            both / first
        );
    }
    let _ = fs::remove_dir_all(folder);
}

/// One round: microseconds for a request, and requests in a second.
struct Round {
    program: f64,
    kernel: f64,
    rate: f64,
}

impl Round {
    fn both(&self) -> f64 {
        self.program + self.kernel
    }
}

fn measure(server: &Server, scheme: &str, script: &Path) -> Round {
    let before = server.times();
    let output = pinned(0)
        .args(["wrk", "-t1", &format!("-c{CONNECTIONS}"), &format!("-d{SECONDS}s"), "-s"])
        .arg(script)
        .arg(format!("{scheme}://{}/dm", server.address))
        .output()
        .expect("wrk is installed");
    let after = server.times();
    let said = String::from_utf8_lossy(&output.stdout);
    let requests: f64 = said
        .lines()
        .find_map(|line| line.trim().split_once(" requests in ")?.0.parse().ok())
        .unwrap_or_else(|| panic!("wrk: {said}"));
    assert!(!said.contains("Non-2xx"), "{said}");
    Round {
        program: (after.0 - before.0) / requests,
        kernel: (after.1 - before.1) / requests,
        rate: requests / f64::from(SECONDS),
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
