//! A handset that is called: an exchange is asked for, Package #0 goes out as a WSP push in a datagram, and the handset comes for it.

use std::net::UdpSocket;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use akeyd::desk::record::{Place, Subscriber};
use akeyd::desk::{self, Start};
use akeyd::dm::account::{Account, ServerSecret};
use akeyd::exchange::choice::Policy;
use akeyd::groups::Groups;
use akeyd::is683::AKeyPRev;
use akeyd::serve::front::{Front, Rules};
use akeyd::serve::{self, Plan, RelayCheck, Running};
use akeyd::store::memory::MemoryStore;
use akeyd::syncml::auth::{self, AuthType};
use akeyd::wake::settings::{Bearer, Host, Settings, Udp};
use akeyd::words::{DeviceId, Kind, Order, Way};
use akeyd_hw::{Backend, Group};

use crate::harness::{AKEYD, Folder, PASSWORD, SERVER_PASSWORD, reports};

const DEVICE: &str = "MEID:A0000000000001";

fn subscriber() -> Subscriber {
    let device = DeviceId::new(DEVICE).expect("a name");
    let server = ServerSecret::new(AuthType::Md5, "akeyd", SERVER_PASSWORD, b"server-nonce".to_vec());
    Subscriber {
        account: Account {
            scheme: AuthType::Md5,
            client: auth::user_digest("user1", PASSWORD),
            client_nonce: Vec::new(),
            last_slot: 0,
            resync_left: false,
            server: Some(server),
        },
        device,
        model: String::new(),
        spc: None,
        place: Place { address: Some("127.0.0.1".into()), ..Place::default() },
        capability: None,
        temporary: None,
    }
}

fn serve_calling(port: u16) -> Running {
    let group = Arc::new(Group::known("demo-512").expect("known"));
    let desk = desk::Settings {
        server_id: "akeyd".into(),
        auth: AuthType::Md5,
        hold_ms: 5_000,
        hold_rounds: 12,
        profiles: std::collections::HashMap::new(),
        policy: Policy {
            way: Some(Way::Perform),
            dialect: None,
            revisions: vec![AKeyPRev::A_KEY],
            north_computes: true,
        },
        order: Order::BsFirst,
        kind: Kind::AKey,
        start_on_contact: false,
        group: Arc::clone(&group),
        exponent_bits: 160,
        exchange_ms: 60_000,
        step_ms: 60_000,
        north_ms: 60_000,
        push_ms: 60_000,
        calls: true,
    };
    let udp = Udp { to: Host::Last, port, from: [127, 0, 0, 1].into() };
    serve::start(Plan {
        front: Front {
            plain: Some(std::net::SocketAddr::from(([127, 0, 0, 1], 0)).into()),
            tls: None,
            status: None,
            inherited: Vec::new(),
            rules: Rules { settings: akeyd::http::server::Settings::default(), tls: None },
        },
        path: "/dm".into(),
        threads: 2,
        net: None,
        compute_threads: 1,
        backend: Backend::detect(),
        check_every: 1,
        desk: Arc::new(desk),
        groups: Groups::fixed(group),
        relay: RelayCheck { refuse: true, min_p_bits: 512 },
        store: Arc::new(MemoryStore::new([subscriber()])),
        // Datagrams that come before the handset listens are lost: it is called again.
        wake: Some(Settings { order: vec![Bearer::Udp], attempts: 20, answer_ms: 500, udp: Some(udp), smpp: None }),
        trace: None,
    })
    .expect("it starts")
}

#[test]
fn a_handset_that_is_wanted_is_called_and_comes() {
    let folder = Folder::new();
    folder.write("password", PASSWORD);
    folder.write("server-password", SERVER_PASSWORD);
    let port = UdpSocket::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port();
    let running = serve_calling(port);
    let device = DeviceId::new(DEVICE).expect("a name");
    let start = Start { device: device.clone(), way: None, dialect: None, order: None, kind: None };
    assert!(running.start_exchange(start));

    let handset = Command::new(AKEYD)
        .args(["handset", "--json", "--show-keys", "--url", &format!("http://{}/dm", running.plain[0])])
        .args(["--device-id", DEVICE, "--user", "user1", "--server-nonce", "c2VydmVyLW5vbmNl"])
        .arg("--password-file")
        .arg(folder.0.join("password"))
        .arg("--server-password-file")
        .arg(folder.0.join("server-password"))
        .args(["--notify", &format!("127.0.0.1:{port}"), "--patience", "30"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("akeyd handset runs");
    let output = handset.wait_with_output().expect("it ends");
    let report = &reports(&output)[0];
    assert_eq!(report["outcome"], "updated", "{report}");

    let began = Instant::now();
    while running.centre.key(&device).is_none() {
        assert!(began.elapsed() < Duration::from_secs(10), "the centre has no key");
        std::thread::sleep(Duration::from_millis(10));
    }
    let metrics = running.metrics.text();
    let told = |result: &str| metrics.contains(&format!("akeyd_calls_total{{result=\"{result}\"}}"));
    assert!(told("sent") && told("came"), "{metrics}");
    running.stop();
}
