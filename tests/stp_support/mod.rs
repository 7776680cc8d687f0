//! Osmocom's signalling transfer point over IPA, with two peers that it knows by their ports: a judge that others wrote.
//!
//! Its point codes are ITU's, which IPA does not carry: it finds the way by the association, and passes ANSI SCCP unread. Shared by the tests that go
//! through it.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The transfer point. It ends with its test.
pub(crate) struct Stp {
    pub(crate) place: SocketAddr,
    /// Where it expects its peers, whose unit names are `a` and `b`, to come from.
    pub(crate) peers: [SocketAddr; 2],
    config: PathBuf,
    child: Option<Child>,
}

/// A port that is free at this moment.
pub(crate) fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

impl Stp {
    /// `None` where it is not installed, which is a failure in CI.
    pub(crate) fn start() -> Option<Self> {
        let there = Command::new("osmo-stp").arg("--version").stdout(Stdio::null()).status();
        if !there.is_ok_and(|status| status.success()) {
            assert!(std::env::var_os("CI").is_none(), "osmo-stp is not installed");
            eprintln!("skipped: osmo-stp is not installed");
            return None;
        }
        let (place, peers) = (free(), [free(), free()]);
        let (port, [a, b]) = (place.port(), peers.map(|peer| peer.port()));
        // Its own console has one port, so each has an address of its own.
        let [high, low] = port.to_be_bytes();
        let text = format!(
            "line vty\n no login\n bind 127.{high}.{low}.1\ncs7 instance 0\n point-code 7.255.7\n\
             \x20asp a {a} {port} ipa\n  remote-ip 127.0.0.1\n asp b {b} {port} ipa\n  remote-ip 127.0.0.1\n\
             \x20as a ipa\n  asp a\n  routing-key 0 1.1.1\n  point-code override dpc 2.2.2\n\
             \x20as b ipa\n  asp b\n  routing-key 0 2.2.2\n  point-code override dpc 1.1.1\n\
             \x20route-table system\n  update route 1.1.1 7.255.7 linkset a\n  update route 2.2.2 7.255.7 linkset b\n\
             \x20listen ipa {port}\n  accept-asp-connections pre-configured\n"
        );
        let config = std::env::temp_dir().join(format!("akeyd-stp-{}-{port}.cfg", std::process::id()));
        std::fs::write(&config, text).unwrap();
        let mut stp = Self { place, peers, config, child: None };
        stp.begin();
        Some(stp)
    }

    /// Starts it, again or for the first time; it listens when this returns.
    pub(crate) fn begin(&mut self) {
        let mut command = Command::new("osmo-stp");
        command.arg("-c").arg(&self.config).stdout(Stdio::null()).stderr(Stdio::null());
        self.child = Some(command.spawn().expect("osmo-stp"));
        let began = Instant::now();
        while TcpStream::connect(self.place).is_err() {
            assert!(began.elapsed() < Duration::from_mins(1), "osmo-stp does not listen");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Kills it.
    pub(crate) fn end(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Stp {
    fn drop(&mut self) {
        self.end();
        let _ = std::fs::remove_file(&self.config);
    }
}
