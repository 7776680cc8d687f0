//! Through Osmocom's signalling transfer point: a judge of our IPA that others wrote.
//!
//! Its point codes are ITU's, which IPA does not carry: it finds the way by the association, and passes ANSI SCCP unread.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use akeyd::north::link::Event;
use akeyd::north::link::settings::{Role, Settings, Transport};
use tokio::time::sleep;

use crate::harness::{Running, run, settings, start, unitdata};

/// A transfer point for two peers, known by their ports.
struct Stp {
    config: PathBuf,
    child: Option<Child>,
    place: SocketAddr,
    peers: [SocketAddr; 2],
}

/// Ports that are free at this moment.
fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

impl Stp {
    /// `None` where it is not installed, which is a failure in CI.
    fn start() -> Option<Self> {
        let there = Command::new("osmo-stp").arg("--version").stdout(Stdio::null()).status();
        if !there.is_ok_and(|status| status.success()) {
            assert!(std::env::var_os("CI").is_none(), "osmo-stp is not installed");
            eprintln!("skipped: osmo-stp is not installed");
            return None;
        }
        let (place, vty, peers) = (free(), free(), [free(), free()]);
        let [a, b] = peers;
        let text = format!(
            "line vty\n no login\n bind 127.0.0.1 {}\n\
             cs7 instance 0\n point-code 7.255.7\n\
             \x20asp a {} {} ipa\n  remote-ip 127.0.0.1\n\
             \x20asp b {} {} ipa\n  remote-ip 127.0.0.1\n\
             \x20as a ipa\n  asp a\n  routing-key 0 1.1.1\n  point-code override dpc 2.2.2\n\
             \x20as b ipa\n  asp b\n  routing-key 0 2.2.2\n  point-code override dpc 1.1.1\n\
             \x20route-table system\n  update route 1.1.1 7.255.7 linkset a\n  update route 2.2.2 7.255.7 linkset b\n\
             \x20listen ipa {}\n  accept-asp-connections pre-configured\n",
            vty.port(),
            a.port(),
            place.port(),
            b.port(),
            place.port(),
            place.port(),
        );
        let config = std::env::temp_dir().join(format!("akeyd-stp-{}-{}.cfg", std::process::id(), place.port()));
        std::fs::write(&config, text).unwrap();
        let mut stp = Self { config, child: None, place, peers };
        stp.begin();
        Some(stp)
    }

    fn begin(&mut self) {
        let mut command = Command::new("osmo-stp");
        command.arg("-c").arg(&self.config).stdout(Stdio::null()).stderr(Stdio::null());
        self.child = Some(command.spawn().expect("osmo-stp"));
    }

    fn end(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    fn client(&self, peer: usize) -> Running {
        start(Settings {
            local: vec![self.peers[peer]],
            remote: vec![self.place.to_string()],
            unit_name: ["a", "b"][peer].into(),
            ..settings(Transport::Ipa, Role::Client)
        })
    }
}

impl Drop for Stp {
    fn drop(&mut self) {
        self.end();
        let _ = std::fs::remove_file(&self.config);
    }
}

/// Sends until something arrives: the transfer point knows a peer a moment later than the peer knows it.
async fn crosses(from: &Running, to: &mut Running, octets: usize) {
    let sent = unitdata(octets);
    for _ in 0..100 {
        let _ = from.send(sent.clone());
        match tokio::time::timeout(Duration::from_millis(200), to.events.recv()).await {
            Ok(Some(Event::Received(got))) if got.data.len() == octets => {
                assert_eq!(got, sent);
                return;
            }
            Ok(None) => panic!("the link is gone"),
            Ok(Some(_)) | Err(_) => {}
        }
    }
    panic!("nothing crosses");
}

#[test]
fn unitdata_crosses_a_transfer_point_and_survives_its_restart() {
    let Some(mut stp) = Stp::start() else { return };
    run(async {
        while TcpStream::connect(stp.place).is_err() {
            sleep(Duration::from_millis(50)).await;
        }
        let (mut a, mut b) = (stp.client(0), stp.client(1));
        a.expect(Event::Up).await;
        b.expect(Event::Up).await;
        for octets in [1, 100, 255, 256, 1_500] {
            crosses(&a, &mut b, octets).await;
            crosses(&b, &mut a, octets).await;
        }
        stp.end();
        a.expect(Event::Down).await;
        stp.begin();
        a.expect(Event::Up).await;
        crosses(&a, &mut b, 42).await;
        crosses(&b, &mut a, 43).await;
        // Its answers to our pings keep the association: nothing is said for several times the heartbeat.
        let lost = a.counts.of("lost");
        sleep(Duration::from_secs(2)).await;
        assert_eq!(a.counts.of("lost"), lost);
    });
}
