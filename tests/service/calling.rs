//! Handsets that need more than a contact: one that is called by Package #0, a WSP push in a datagram, one that is locked, and one that finds a
//! store without room.

use std::net::UdpSocket;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use akeyd::desk::record::Change;
use akeyd::desk::record::{Place, Subscriber};
use akeyd::desk::{self, Origin, Start};
use akeyd::dm::account::{Account, ServerSecret};
use akeyd::dm::profile::{Is683Profile, Preamble, Profile};
use akeyd::exchange::choice::{Policy, Wishes};
use akeyd::groups::Groups;
use akeyd::is683::{AKeyPRev, Spc};
use akeyd::serve::front::{Front, Rules};
use akeyd::serve::{self, Past, Plan, RelayCheck, Running};
use akeyd::store::memory::MemoryStore;
use akeyd::store::{OnDurable, OnLoaded, Reading, Refused, Store};
use akeyd::syncml::auth::{self, AuthType};
use akeyd::wake::settings::{Bearer, Host, Settings, Udp};
use akeyd::words::{DeviceId, Kind, Order, Way};
use akeyd_hw::{Backend, Group};

use crate::harness::{AKEYD, Folder, PASSWORD, SERVER_PASSWORD, reports};

const DEVICE: &str = "MEID:A0000000000001";

fn subscriber(spc: Option<Spc>) -> Subscriber {
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
        wishes: Wishes::default(),
        spc,
        place: Place { address: Some("127.0.0.1".into()), ..Place::default() },
        capability: None,
        temporary: None,
        last_contact: None,
    }
}

/// A service for one handset of this profile; it is called at a port of this machine, or gets a new key when it comes.
fn start(profile: Profile, spc: Option<Spc>, called_at: Option<u16>) -> Running {
    start_on(Arc::new(MemoryStore::new([subscriber(spc)])), profile, called_at)
}

/// The same, with this store.
fn start_on(store: Arc<dyn Store>, profile: Profile, called_at: Option<u16>) -> Running {
    let group = Arc::new(Group::known("demo-512").expect("known"));
    let desk = desk::Settings {
        server_id: "akeyd".into(),
        auth: AuthType::Md5,
        hold_ms: 5_000,
        hold_rounds: 12,
        sessions: 10,
        profiles: [("standard".to_owned(), Arc::new(profile))].into(),
        policy: Policy {
            way: Some(Way::Perform),
            dialect: None,
            revisions: vec![AKeyPRev::A_KEY],
            north_computes: true,
        },
        order: Order::BsFirst,
        kind: Kind::AKey,
        start_on_contact: called_at.is_none(),
        group: Arc::clone(&group),
        exponent_bits: 160,
        exchange_ms: 60_000,
        step_ms: 60_000,
        north_ms: 60_000,
        push_ms: 60_000,
        calls: called_at.is_some(),
        resync_calls: called_at.is_some(),
        commit_without_ac: false,
        knows_exchanges: true,
        in_doubt_alert_ms: 3_600_000,
    };
    // Datagrams that come before the handset listens are lost: it is called again.
    let wake = called_at.map(|port| Settings {
        order: vec![Bearer::Udp],
        attempts: 20,
        answer_ms: 500,
        udp: Some(Udp { to: Host::Last, port, from: [127, 0, 0, 1].into() }),
        smpp: None,
    });
    serve::start(Plan {
        front: Front {
            plain: Some(std::net::SocketAddr::from(([127, 0, 0, 1], 0)).into()),
            tls: None,
            status: Some(([127, 0, 0, 1], 0).into()),
            admin: None,
            inherited: Vec::new(),
            rules: Rules { settings: akeyd::http::server::Settings::default(), tls: None },
        },
        path: "/dm".into(),
        metrics: Arc::new(akeyd::metrics::Metrics::new()),
        threads: 2,
        net: None,
        compute_threads: 1,
        backend: Backend::detect(),
        check_every: 1,
        desk: Arc::new(desk),
        groups: Groups::fixed(group),
        relay: RelayCheck { refuse: true, min_p_bits: 512 },
        store,
        north: akeyd::north::Settings::software(),
        restored: Past::Own,
        keep_key_ms: 86_400_000,
        retention: serve::Retention::default(),
        admin: None,
        wake,
        trace: None,
        pcap: None,
    })
    .expect("it starts")
}

/// The handset; gives its report.
fn handset(running: &Running, folder: &Folder, arguments: &[&str]) -> serde_json::Value {
    handset_with("c2VydmVyLW5vbmNl", running, folder, arguments)
}

/// The same, with this nonce for the server.
fn handset_with(nonce: &str, running: &Running, folder: &Folder, arguments: &[&str]) -> serde_json::Value {
    let output = Command::new(AKEYD)
        .args(["handset", "--json", "--url", &format!("http://{}/dm", running.plain[0])])
        .args(["--device-id", DEVICE, "--user", "user1", "--server-nonce", nonce])
        .arg("--password-file")
        .arg(folder.write("password", PASSWORD))
        .arg("--server-password-file")
        .arg(folder.write("server-password", SERVER_PASSWORD))
        .args(arguments)
        .output()
        .expect("akeyd handset runs");
    reports(&output).remove(0)
}

#[test]
fn a_handset_that_is_wanted_is_called_and_comes() {
    let folder = Folder::new();
    let port = UdpSocket::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port();
    let running = start(Profile::default(), None, Some(port));
    let device = DeviceId::new(DEVICE).expect("a name");
    let wanted = Start::of(device.clone(), Origin::Contact);
    assert!(running.desks().start(wanted));
    let report = handset(&running, &folder, &["--notify", &format!("127.0.0.1:{port}"), "--patience", "30"]);
    assert_eq!(report["outcome"], "updated", "{report}");

    let began = Instant::now();
    while running.centre.key(&device).is_none() {
        assert!(began.elapsed() < Duration::from_mins(1), "the centre has no key");
        std::thread::sleep(Duration::from_millis(10));
    }
    let metrics = running.metrics.text();
    let told = |result: &str| metrics.contains(&format!("akeyd_calls_total{{result=\"{result}\"}}"));
    assert!(told("sent") && told("came"), "{metrics}");
    running.stop();
}

/// It takes the first notification for a stranger's.
#[test]
fn a_handset_that_has_lost_the_nonce_of_the_server_is_called_all_the_same() {
    let folder = Folder::new();
    let port = UdpSocket::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port();
    let running = start(Profile::default(), None, Some(port));
    assert!(running.desks().start(Start::of(DeviceId::new(DEVICE).expect("a name"), Origin::Contact)));
    let arguments = &["--notify", &format!("127.0.0.1:{port}"), "--patience", "30"];
    let report = handset_with("YW5vdGhlcg==", &running, &folder, arguments);
    assert_eq!(report["outcome"], "updated", "{report}");
    running.stop();
}

#[test]
fn a_locked_handset_is_opened_by_what_its_profile_and_subscriber_say() {
    let folder = Folder::new();
    let locked = &["--spc", "123456", "--otapa"];
    let profile = |preamble: &[Preamble]| Profile {
        is683: Is683Profile { preamble: preamble.to_vec(), ..Is683Profile::default() },
        ..Profile::default()
    };
    for (preamble, spc, expected) in [
        (&[Preamble::Otapa, Preamble::Validation][..], Spc::of("123456"), "updated"),
        (&[Preamble::Otapa, Preamble::Validation], Spc::of("654321"), "rejected"),
        (&[Preamble::Otapa], Spc::of("123456"), "rejected"),
        (&[Preamble::Validation], Spc::of("123456"), "rejected"),
        (&[], None, "rejected"),
    ] {
        let running = start(profile(preamble), spc, None);
        let report = handset(&running, &folder, locked);
        let updated = report["outcome"] == "updated";
        assert_eq!(updated, expected == "updated", "{preamble:?}: {report}");
        let series = format!("outcome=\"{expected}\",way=\"perform\"}} 1");
        let began = Instant::now();
        while !running.metrics.text().contains(&series) {
            assert!(began.elapsed() < Duration::from_mins(1), "{preamble:?}: {}", running.metrics.text());
            std::thread::sleep(Duration::from_millis(10));
        }
        running.stop();
    }
}

/// A store whose disk is full while the switch says so.
struct Full(MemoryStore, Arc<AtomicBool>);

impl Store for Full {
    fn load(&self, device: &DeviceId, answer: OnLoaded) {
        self.0.load(device, answer);
    }

    fn commit(&self, changes: Vec<Change>, answer: OnDurable) {
        if self.1.load(Ordering::Acquire) {
            answer(Err(Refused::Full(changes)));
        } else {
            self.0.commit(changes, answer);
        }
    }

    fn read(&self, reading: Reading) {
        self.0.read(reading);
    }
}

fn status_of(running: &Running) -> String {
    let url = format!("http://{}/readyz", running.status.as_ref().expect("a status listener"));
    let output =
        Command::new("curl").args(["-s", "-o", "/dev/null", "-w", "%{http_code}", &url]).output().expect("curl runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_store_without_room_is_503_for_handsets_and_watchers_until_there_is_room() {
    let full = Arc::new(AtomicBool::new(false));
    let store = Full(MemoryStore::new([subscriber(None)]), Arc::clone(&full));
    let running = start_on(Arc::new(store), Profile::default(), None);
    let folder = Folder::new();
    assert_eq!(status_of(&running), "200");
    full.store(true, Ordering::Release);
    let report = handset(&running, &folder, &[]);
    assert_eq!(report["outcome"], "failed", "{report}");
    assert_eq!(status_of(&running), "503");
    full.store(false, Ordering::Release);
    let report = handset(&running, &folder, &[]);
    assert_eq!(report["outcome"], "updated", "{report}");
    assert_eq!(status_of(&running), "200");
    running.stop();
}
