//! Many connections, long lives, and the orderly end.

use std::process::Command;
use std::time::{Duration, Instant};

use akeyd::http::server::{Refusal, Settings};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::harness::{Raw, Server, backends, eventually, on_both};

#[test]
fn two_hundred_connections_at_once() {
    on_both(Settings::default(), |server| {
        let mut connections: Vec<Raw> = (0..200).map(|_| server.connect()).collect();
        for round in 0..3 {
            // All are waited for at the same time: one after the other would take 80 seconds.
            let start = Instant::now();
            for (number, connection) in connections.iter_mut().enumerate() {
                connection.post("/slow", format!("{round} {number}").as_bytes());
            }
            for (number, connection) in connections.iter_mut().enumerate() {
                assert_eq!(connection.answer().text(), format!("{round} {number}"));
            }
            assert!(start.elapsed() < Duration::from_secs(10));
        }
    });
}

#[test]
fn the_end_answers_what_runs_and_closes_what_waits() {
    for &backend in backends() {
        let server = Server::start(backend, Settings::default());
        let mut idle: Vec<Raw> = (0..40).map(|_| server.connect()).collect();
        for connection in idle.iter_mut().take(20) {
            assert_eq!(connection.post("/dm", b"before").answer().status, 200);
        }
        let mut running: Vec<Raw> = (0..20).map(|_| server.connect()).collect();
        for connection in &mut running {
            connection.post("/hold", b"running").post("/dm", b"never begun");
            // More than the server has read: it must not be answered by a reset.
            connection.post("/dm", &[b'x'; 8000]).post("/dm", &[b'x'; 8000]);
        }
        eventually("all run", || server.begun() == 40);

        server.begin_stop(Duration::from_secs(10));
        for connection in &mut idle {
            assert!(connection.is_closed());
        }
        server.release(true);
        for connection in &mut running {
            let answer = connection.answer();
            assert_eq!(answer.text(), "running");
            assert!(answer.closes() && connection.is_closed());
        }
        let address = server.address;
        assert_eq!(server.stop(Duration::from_secs(10)), 0, "{backend:?}");
        assert!(std::net::TcpStream::connect(address).is_err());
    }
}

#[test]
fn the_end_does_not_wait_for_ever() {
    for &backend in backends() {
        let server = Server::start(backend, Settings::default());
        let mut half = server.connect();
        half.send("POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf");
        assert_eq!(server.connect().post("/dm", b"order").answer().status, 200);
        let start = Instant::now();
        assert_eq!(server.stop(Duration::from_millis(200)), 1, "{backend:?}");
        assert!(start.elapsed() < Duration::from_secs(2));
    }
}

#[test]
fn a_request_that_came_before_the_end_is_answered() {
    // Sent, but perhaps not seen yet when the end begins: every one is answered, by whichever order of events.
    for &backend in backends() {
        for _ in 0..20 {
            let server = Server::start(backend, Settings::default());
            let mut connections: Vec<Raw> = (0..20).map(|_| server.connect()).collect();
            // All are accepted when the last one is answered.
            assert_eq!(connections[19].post("/dm", b"here").answer().status, 200);
            for connection in &mut connections {
                connection.post("/dm", b"last minute");
            }
            server.begin_stop(Duration::from_secs(5));
            for connection in &mut connections {
                assert_eq!(connection.answer().text(), "last minute", "{backend:?}");
            }
            assert_eq!(server.stop(Duration::from_secs(5)), 0);
        }
    }
}

/// Both run in a process of their own: what they count and lower belongs to the whole process.
#[test]
fn descriptors_do_not_leak_and_their_want_is_survived() {
    for name in ["life::alone_descriptors_do_not_leak", "life::alone_want_of_descriptors_is_survived"] {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--ignored", "--nocapture"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && said.contains("1 passed"),
            "{said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
#[ignore = "runs alone, as a child of another test"]
fn alone_descriptors_do_not_leak() {
    on_both(Settings::default(), |server| {
        let cycle = || {
            let mut connections: Vec<Raw> = (0..50).map(|_| server.connect()).collect();
            for (number, connection) in connections.iter_mut().enumerate() {
                match number % 6 {
                    0 => drop(connection.post("/dm", b"whole").answer()),
                    1 => drop(connection.send("POST /dm HTTP/1.1\r\nHo")),
                    2 => drop(connection.send("nonsense\n").answer()),
                    3 => drop(connection.send("GET /huge HTTP/1.1\r\nHost: h\r\n\r\n")),
                    4 => drop(connection.post("/slow", b"gone before the answer")),
                    _ => {}
                }
            }
        };
        cycle();
        eventually("the first cycle is over", || open_descriptors() < 50);
        let before = open_descriptors();
        for _ in 0..5 {
            cycle();
        }
        eventually("all are closed", || open_descriptors() <= before);
    });
}

#[test]
#[ignore = "runs alone, as a child of another test"]
fn alone_want_of_descriptors_is_survived() {
    for &backend in backends() {
        let server = Server::start(backend, Settings::default());
        let mut steady = server.connect();
        assert_eq!(steady.post("/dm", b"before").answer().status, 200);
        // Connected by the kernel, but the server has no descriptor to accept them with.
        let mut waiting = Raw::connect(server.address);
        assert_eq!(waiting.post("/dm", b"first").answer().status, 200);
        let room = open_descriptors() as u64 + 2;
        let limit = getrlimit(Resource::Nofile);
        setrlimit(Resource::Nofile, Rlimit { current: Some(room), ..limit }).unwrap();
        let mut held = Vec::new();
        while let Ok(stream) = std::net::TcpStream::connect(server.address) {
            held.push(stream);
        }
        eventually("accept fails", || server.refused().contains(&Refusal::Accept));
        assert_eq!(steady.post("/dm", b"others go on").answer().text(), "others go on");
        setrlimit(Resource::Nofile, limit).unwrap();
        assert_eq!(server.connect().post("/dm", b"and new ones come").answer().text(), "and new ones come");
        drop(held);
        assert_eq!(server.stop(Duration::from_secs(5)), 0);
    }
}

fn open_descriptors() -> usize {
    std::fs::read_dir("/proc/self/fd").unwrap().count()
}
