//! Delivery to an authentication centre over HTTPS, each side a process: it is away and comes back, the service dies in the middle, strangers knock.

use std::fs::{self, File};
use std::io::Write as _;
use std::net::TcpListener;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine as _;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use redb::ReadableTable as _;
use serde_json::Value;

use crate::harness::{AKEYD, Folder, PASSWORD, SERVER_PASSWORD, curl, find_address, reports};

/// A process of ours with its log in a file; it does not outlive its test.
pub(crate) struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    fn start(folder: &Folder, name: &str, arguments: &[&str]) -> Self {
        let log = folder.0.join(format!("{name}.log"));
        let child = Command::new(AKEYD)
            .args(arguments)
            .current_dir(&folder.0)
            .stdout(Stdio::null())
            .stderr(File::options().append(true).create(true).open(&log).unwrap())
            .spawn()
            .expect("akeyd starts");
        Self { child, log }
    }

    /// The last line of the log that holds this.
    pub(crate) fn says(&self, what: &str, since: usize) -> String {
        let began = Instant::now();
        loop {
            let text = fs::read_to_string(&self.log).unwrap_or_default();
            let lines: Vec<_> = text.lines().filter(|line| line.contains(what)).collect();
            if lines.len() > since {
                return (*lines.last().unwrap()).to_owned();
            }
            assert!(began.elapsed() < Duration::from_mins(1), "no `{what}` in {text}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder with certificates, keys, subscribers and a configuration; and the port of a centre that is not there yet.
pub(crate) struct Site {
    pub(crate) folder: Folder,
    port: u16,
    lives: std::cell::Cell<usize>,
}

impl Site {
    /// A site whose centre is posted to.
    pub(crate) fn new(handsets: usize) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let north = format!(
            "url = \"https://localhost:{port}/keys\"\noutcome_url = \"https://localhost:{port}/outcomes\"\n\
             ca = \"ca.pem\"\ncertificate = \"akeyd.pem\"\nkey = \"akeyd.key\""
        );
        Self::with(handsets, port, &north)
    }

    fn with(handsets: usize, port: u16, north: &str) -> Self {
        let folder = Folder::new();
        let root = issuer();
        folder.write("ca.pem", &root.pem());
        for (root, name) in [(&root, "centre"), (&root, "akeyd"), (&issuer(), "stranger")] {
            let key = KeyPair::generate().unwrap();
            let mut params = CertificateParams::new(vec!["localhost".into(), "127.0.0.1".into()]).unwrap();
            params.distinguished_name.push(rcgen::DnType::CommonName, name);
            folder.write(&format!("{name}.pem"), &params.signed_by(&key, root).unwrap().pem());
            folder.write(&format!("{name}.key"), &key.serialize_pem());
        }
        let open = File::options().write(true).create_new(true).mode(0o600).open(folder.0.join("transport-key"));
        open.unwrap().write_all("0f1e2d3c4b5a69788796a5b4c3d2e1f0".repeat(2).as_bytes()).unwrap();
        let row = |at| format!("{},user,{PASSWORD},{SERVER_PASSWORD},,c2VydmVyLW5vbmNl,,{at:010},,,,", device(at));
        let header = akeyd::config::subscribers::HEADER.to_owned();
        let rows: Vec<_> = std::iter::once(header).chain((0..handsets).map(row)).collect();
        folder.write("subscribers.csv", &(rows.join("\n") + "\n"));
        folder.write("password", PASSWORD);
        folder.write("server-password", SERVER_PASSWORD);
        let config = format!(
            "[http]\nlisten = \"127.0.0.1:0\"\n[status]\nlisten = \"127.0.0.1:0\"\n[net]\nthreads = 2\n[group]\nname = \"demo-512\"\n\
             [dm]\nhold_ms = 1000\nhold_rounds = 60\n[log]\nlevel = \"trace\"\n\
             [north.ac]\nkind = \"http\"\ntransport_key = \"transport-key\"\n{north}\n"
        );
        folder.write("akeyd.toml", &config);
        let made = Command::new(AKEYD).arg("keygen").arg(folder.0.join("store.key")).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Self { folder, port, lives: std::cell::Cell::new(0) }
    }

    /// The service; gives its handsets' and its status address too.
    pub(crate) fn service(&self) -> (Process, String, String) {
        let process = Process::start(&self.folder, "akeyd", &["serve", "--config", "akeyd.toml"]);
        let ready = process.says("akeyd is ready", self.lives.replace(self.lives.get() + 1));
        let address = |key| find_address(&ready, key).unwrap();
        (process, address("handsets"), address("status"))
    }

    pub(crate) fn centre(&self, more: &[&str]) -> Process {
        let listen = format!("127.0.0.1:{}", self.port);
        let files =
            ["--certificate", "centre.pem", "--key", "centre.key", "--client-ca", "ca.pem", "--state", "ac.state"];
        let arguments = [&["ac", "--listen", &listen, "--transport-key", "transport-key"], &files[..], more].concat();
        let process = Process::start(&self.folder, "ac", &arguments);
        process.says("listens at", 0);
        process
    }

    pub(crate) fn handset(&self, at: usize, address: &str) -> Child {
        self.handset_with(at, address, &[])
    }

    pub(crate) fn handset_with(&self, at: usize, address: &str, more: &[&str]) -> Child {
        Command::new(AKEYD)
            .current_dir(&self.folder.0)
            .args([
                "handset",
                "--json",
                "--show-keys",
                "--url",
                &format!("http://{address}/dm"),
                "--device-id",
                &device(at),
            ])
            .args(["--user", "user", "--password-file", "password", "--server-password-file", "server-password"])
            .args(["--state", &format!("handset-{at}.json")])
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// Asks the centre as whoever holds this certificate.
    fn state(&self, name: Option<&str>) -> (u16, String) {
        let file = |file: &str| self.folder.0.join(file).to_string_lossy().into_owned();
        let (ca, url) = (file("ca.pem"), format!("https://localhost:{}/state", self.port));
        let mut arguments = vec!["--cacert".to_owned(), ca, url];
        if let Some(name) = name {
            arguments.extend([
                "--cert".into(),
                file(&format!("{name}.pem")),
                "--key".into(),
                file(&format!("{name}.key")),
            ]);
        }
        curl(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    }

    pub(crate) fn lines(&self) -> Vec<Value> {
        serde_json::from_str(&self.state(Some("akeyd")).1).expect("JSON")
    }

    /// The centre's line of each device, when all of them have a key in use and their last outcome has been told.
    pub(crate) fn settled(&self, handsets: usize) -> Vec<Value> {
        let began = Instant::now();
        loop {
            let lines = self.lines();
            let updated = |line: &&Value| {
                line["state"] == "active"
                    && line["outcomes"].as_array().unwrap().iter().any(|told| told["outcome"] == "updated")
            };
            if lines.iter().filter(updated).count() == handsets {
                return lines;
            }
            assert!(began.elapsed() < Duration::from_mins(1), "{lines:#?}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

fn issuer() -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new([]).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(rcgen::DnType::CommonName, "root");
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

pub(crate) fn device(at: usize) -> String {
    format!("MEID:A1{at:012}")
}

/// Waits for handsets; gives the key that each uses.
pub(crate) fn keys(handsets: Vec<Child>) -> Vec<String> {
    let key = |handset: Child| {
        let report = reports(&handset.wait_with_output().unwrap()).remove(0);
        assert_eq!(report["outcome"], "updated", "{report}");
        report["committed"].as_str().unwrap().to_owned()
    };
    handsets.into_iter().map(key).collect()
}

pub(crate) fn metric(status: &str, series: &str) -> u64 {
    let text = curl(&[&format!("http://{status}/metrics")]).1;
    let line = text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' ').map(ToOwned::to_owned));
    line.unwrap_or_default().parse().unwrap_or(0)
}

pub(crate) fn wait_for(status: &str, series: &str, value: u64) {
    let began = Instant::now();
    while metric(status, series) != value {
        assert!(began.elapsed() < Duration::from_mins(1), "{series} is {}, not {value}", metric(status, series));
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// No file of the service holds one of these keys in any form; the centre's does, to see that the search finds.
fn no_key_lies_about(site: &Site, keys: &[String]) {
    let text = |octets: &[u8]| octets.iter().map(|&octet| char::from(octet)).collect::<String>();
    let content = |name: &str| text(&fs::read(site.folder.0.join(name)).unwrap());
    let state = content("ac.state");
    let own = ["akeyd.redb", "akeyd.log", "ac.log"].map(|name| (name, content(name)));
    for key in keys {
        let octets: Vec<u8> =
            (0..key.len()).step_by(2).map(|at| u8::from_str_radix(&key[at..at + 2], 16).unwrap()).collect();
        let base64 = base64::engine::general_purpose::STANDARD_NO_PAD.encode(&octets);
        let forms = [key.clone(), key.to_uppercase(), text(&octets), base64];
        assert!(state.contains(key), "the search finds nothing");
        for (name, content) in &own {
            assert!(!forms.iter().any(|form| content.contains(form)), "{key} is in {name}");
        }
    }
}

#[test]
fn a_centre_that_was_away_gets_every_key_once_it_is_back() {
    const HANDSETS: usize = 100;
    let site = Site::new(HANDSETS);
    let (service, address, status) = site.service();
    let handsets: Vec<_> = (0..HANDSETS).map(|at| site.handset(at, &address)).collect();
    wait_for(&status, "akeyd_outbox_pending", HANDSETS as u64);
    assert!(metric(&status, "akeyd_deliveries_total{kind=\"stage\",result=\"again\"}") > 0);
    assert_eq!(metric(&status, "akeyd_deliveries_total{kind=\"stage\",result=\"done\"}"), 0);
    // It answers every seventh request badly, and so must be asked again.
    let _centre = site.centre(&["--fault", "error/7"]);
    let keys = keys(handsets);
    let lines = site.settled(HANDSETS);
    for (line, (key, at)) in lines.iter().zip(keys.iter().zip(0..)) {
        assert_eq!((&line["device_id"], &line["msid"]), (&device(at).into(), &format!("{at:010}").into()));
        assert_eq!((&line["a_key"], &line["conflicts"]), (&key.as_str().into(), &0.into()));
        assert_eq!(line["activated"].as_array().unwrap().len(), 1, "{line}");
    }
    wait_for(&status, "akeyd_outbox_pending", 0);
    drop(service);
    no_key_lies_about(&site, &keys);
}

#[test]
fn what_was_not_delivered_when_the_service_died_is_delivered_by_the_next_one() {
    const HANDSETS: usize = 8;
    let site = Site::new(HANDSETS);
    let (service, address, status) = site.service();
    let handsets: Vec<_> = (0..HANDSETS).map(|at| site.handset(at, &address)).collect();
    wait_for(&status, "akeyd_outbox_pending", HANDSETS as u64);
    // SIGKILL.
    drop(service);
    for mut handset in handsets {
        let _ = handset.kill();
        let _ = handset.wait();
    }
    let (service, address, status) = site.service();
    let _centre = site.centre(&[]);
    // Nobody has come: it is sent all the same.
    let began = Instant::now();
    while site.lines().iter().filter(|line| line["state"] == "staged").count() < HANDSETS {
        assert!(began.elapsed() < Duration::from_secs(90), "{:#?}", site.lines());
        std::thread::sleep(Duration::from_millis(100));
    }
    let keys = keys((0..HANDSETS).map(|at| site.handset(at, &address)).collect());
    for (line, key) in site.settled(HANDSETS).iter().zip(&keys) {
        assert_eq!((&line["a_key"], &line["conflicts"]), (&key.as_str().into(), &0.into()));
    }
    wait_for(&status, "akeyd_outbox_pending", 0);
    drop(service);
    no_key_lies_about(&site, &keys);
}

/// Puts noise in the place of a record.
fn spoil(site: &Site, table: &str, key: impl Fn(&[u8], &[u8]) -> bool) {
    let mut builder = redb::Builder::new();
    let database = builder.set_concurrency_mode(redb::ConcurrencyMode::SingleWriter);
    let database = database.open(site.folder.0.join("akeyd.redb")).unwrap();
    let transaction = database.begin_write().unwrap();
    {
        let mut table = transaction.open_table(redb::TableDefinition::<&[u8], &[u8]>::new(table)).unwrap();
        let rows = table.iter().unwrap().map(Result::unwrap);
        let found = rows.into_iter().find(|(name, value)| key(name.value(), value.value()));
        let found = found.expect("such a record").0.value().to_vec();
        table.insert(&*found, &[0xff; 30][..]).unwrap();
    }
    transaction.commit().unwrap();
}

/// A delivery, an exchange that is under way and a subscriber are not what was written: the service starts, and all others are served.
#[test]
fn damaged_records_stop_nothing_but_themselves() {
    const HANDSETS: usize = 5;
    let site = Site::new(HANDSETS);
    let (service, address, status) = site.service();
    let handsets: Vec<_> = (0..HANDSETS - 1).map(|at| site.handset(at, &address)).collect();
    wait_for(&status, "akeyd_outbox_pending", HANDSETS as u64 - 1);
    drop(service);
    for mut handset in handsets {
        let _ = handset.kill();
        let _ = handset.wait();
    }
    // What stands in the log beside the file goes into it.
    let whole = Command::new(AKEYD)
        .current_dir(&site.folder.0)
        .args(["store", "compact", "--config", "akeyd.toml"])
        .output()
        .unwrap();
    assert!(whole.status.success(), "{}", String::from_utf8_lossy(&whole.stderr));
    let holds = |at: usize| {
        let name = device(at);
        move |_: &[u8], value: &[u8]| value.windows(name.len()).any(|window| window == name.as_bytes())
    };
    spoil(&site, "deliveries", holds(0));
    spoil(&site, "exchanges", holds(1));
    spoil(&site, "subscribers", |name, _| name == device(4).as_bytes());

    let (service, address, status) = site.service();
    assert_eq!(curl(&[&format!("http://{status}/readyz")]).0, 200);
    let _centre = site.centre(&[]);
    let stranger = site.handset(4, &address).wait_with_output().unwrap();
    assert_ne!(reports(&stranger)[0]["outcome"], "updated");
    let keys = keys((0..HANDSETS - 1).map(|at| site.handset(at, &address)).collect());
    // One waits for ever: nobody knows what it is.
    wait_for(&status, "akeyd_outbox_pending", 1);
    for (line, key) in site.lines().iter().zip(&keys) {
        assert_eq!((&line["a_key"], &line["conflicts"]), (&key.as_str().into(), &0.into()));
        assert!(line["outcomes"].as_array().unwrap().iter().any(|told| told["outcome"] == "updated"), "{line}");
        // What is not known is not discarded either.
        assert_eq!(line["state"], if line["device_id"] == device(1) { "staged" } else { "active" }, "{line}");
    }
    assert_eq!(metric(&status, "akeyd_store_damaged_records"), 3);

    let socket = site.folder.0.join("admin.sock").to_string_lossy().into_owned();
    let api = |arguments: &[&str], path: &str| {
        let (code, body) = curl(&[&["--unix-socket", &socket, &format!("http://akeyd{path}")], arguments].concat());
        (code, serde_json::from_str::<Value>(&body).unwrap_or(Value::Null))
    };
    let listed = api(&[], "/v1/subscribers").1["subscribers"].as_array().map(Vec::len);
    assert_eq!((listed, &api(&[], "/v1/status").1["damaged_records"]), (Some(HANDSETS - 1), &3.into()));
    let path = format!("/v1/subscribers/{}", device(4));
    let (code, problem) = api(&[], &path);
    assert_eq!((code, &problem["cause"]), (409, &"damaged".into()), "{problem}");
    let asked = serde_json::json!({ "device_id": device(4) }).to_string();
    let (code, problem) = api(&["-d", &asked, "-H", "Content-Type: application/json"], "/v1/exchanges");
    assert_eq!((code, &problem["cause"]), (409, &"damaged".into()), "{problem}");
    // Deleted and created anew it is as any other.
    assert_eq!(api(&["-X", "DELETE"], &path).0, 204);
    let row = serde_json::json!({
        "device_id": device(4), "user": "user", "password": PASSWORD, "server_password": SERVER_PASSWORD,
        "server_nonce": "c2VydmVyLW5vbmNl",
    });
    assert_eq!(api(&["-d", &row.to_string(), "-H", "Content-Type: application/json"], "/v1/subscribers").0, 201);
    assert_eq!(self::keys(vec![site.handset(4, &address)]).len(), 1);
    assert_eq!(metric(&status, "akeyd_store_damaged_records"), 2);
    drop(service);
    let checked = Command::new(AKEYD)
        .current_dir(&site.folder.0)
        .args(["store", "check", "--config", "akeyd.toml"])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert_eq!(checked.status.code(), Some(1), "{told}");
    for record in ["deliveries ", "exchanges "] {
        let told = told.lines().any(|line| line.contains(&format!(": {record}")) && line.ends_with("damaged"));
        assert!(told, "{record} is not told: {}", String::from_utf8_lossy(&checked.stderr));
    }
}

#[test]
fn a_centre_talks_to_nobody_without_the_right_certificate() {
    let site = Site::new(1);
    let _centre = site.centre(&[]);
    assert_eq!(site.state(None).0, 0);
    assert_eq!(site.state(Some("stranger")).0, 0);
    assert_eq!(site.state(Some("akeyd")), (200, "[]".into()));

    // The service in the stranger's clothes: its delivery stays where it is.
    fs::copy(site.folder.0.join("stranger.pem"), site.folder.0.join("akeyd.pem")).unwrap();
    fs::copy(site.folder.0.join("stranger.key"), site.folder.0.join("akeyd.key")).unwrap();
    let (_service, address, status) = site.service();
    let mut handset = site.handset(0, &address);
    wait_for(&status, "akeyd_outbox_pending", 1);
    let began = Instant::now();
    while metric(&status, "akeyd_deliveries_total{kind=\"stage\",result=\"again\"}") == 0 {
        assert!(began.elapsed() < Duration::from_mins(1));
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(metric(&status, "akeyd_deliveries_total{kind=\"stage\",result=\"done\"}"), 0);
    let _ = handset.kill();
    let _ = handset.wait();
}

#[test]
fn a_centre_that_fetches_gets_what_others_are_posted() {
    let site = Site::with(1, 0, "mode = \"pull\"\nkey_version = 4");
    let (_service, address, status) = site.service();
    let socket = site.folder.0.join("admin.sock").to_string_lossy().into_owned();
    let api = |arguments: &[&str], path: &str| {
        curl(&[&["--unix-socket", &socket, &format!("http://akeyd{path}")], arguments].concat())
    };
    let next = |after: u64| {
        let (code, body) = api(&[], &format!("/v1/keys?to=ac&wait=15&after={after}"));
        let page: Value = serde_json::from_str(&body).expect("JSON");
        assert_eq!((code, page["deliveries"].as_array().map(Vec::len)), (200, Some(1)), "{page}");
        page["deliveries"][0].clone()
    };
    let acknowledge = |seq: u64| api(&["-X", "POST"], &format!("/v1/keys/{seq}/ack")).0;
    let handset = site.handset(0, &address);
    let staged = next(0);
    assert_eq!((&staged["action"], &staged["transport_key_version"]), (&"stage".into(), &4.into()));
    let wrapped = base64::engine::general_purpose::STANDARD.decode(staged["wrapped_key"].as_str().unwrap()).unwrap();
    let seq = staged["seq"].as_u64().unwrap();
    // Nothing can be sent to who fetches, and nobody says that it was.
    let (_, page) = api(&[], "/v1/outbox");
    let waiting = serde_json::from_str::<Value>(&page).expect("JSON")["deliveries"][0].clone();
    assert_eq!((&waiting["waits_for"], &waiting["next"]), (&"centre".into(), &Value::Null), "{page}");
    let (code, problem) = api(&["-X", "POST"], &format!("/v1/outbox/{seq}/send"));
    assert!(code == 409 && problem.contains("\"fetched\""), "{problem}");
    assert_eq!((acknowledge(seq), acknowledge(seq), acknowledge(seq + 9)), (204, 204, 404));
    let refuse = ["-H", "Content-Type: application/json", "-d", r#"{"refused":5}"#];
    let (code, problem) = api(&[&["-X", "POST"][..], &refuse].concat(), &format!("/v1/keys/{seq}/ack"));
    assert!(code == 409 && problem.contains("\"answered\""), "the first word holds: {problem}");
    let activated = next(seq);
    assert_eq!((&activated["action"], &activated["exchange"]), (&"activate".into(), &staged["exchange"]));
    assert_eq!(acknowledge(activated["seq"].as_u64().unwrap()), 204);
    wait_for(&status, "akeyd_outbox_pending", 0);

    let secret = fs::read_to_string(site.folder.0.join("transport-key")).unwrap();
    let mut openssl = Command::new("openssl")
        .args(["enc", "-d", "-id-aes256-wrap-pad", "-iv", "a65959a6", "-K", &secret])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("openssl runs");
    openssl.stdin.take().unwrap().write_all(&wrapped).unwrap();
    let plain = openssl.wait_with_output().unwrap().stdout;
    let plain = plain.iter().fold(String::new(), |text, octet| text + &format!("{octet:02x}"));
    let key = keys(vec![handset]).remove(0);
    assert_eq!(plain, format!("{}00{key}", staged["exchange"].as_str().unwrap()));
    // What people compare.
    let octets: Vec<u8> =
        (0..key.len()).step_by(2).map(|at| u8::from_str_radix(&key[at..at + 2], 16).unwrap()).collect();
    fs::write(site.folder.0.join("key"), octets).unwrap();
    let mut openssl = Command::new("openssl");
    openssl.args(["dgst", "-sha256", "-mac", "HMAC", "-macopt", &format!("hexkey:{secret}")]);
    let digest = openssl.arg(site.folder.0.join("key")).output().expect("openssl runs").stdout;
    let digest = String::from_utf8(digest).unwrap().trim().rsplit(' ').next().unwrap().to_owned();
    assert_eq!(staged["fingerprint"], digest[..8], "{digest}");
    // An operator sees that nothing waits.
    let (code, page) = api(&[], "/v1/outbox");
    let page: Value = serde_json::from_str(&page).expect("JSON");
    assert_eq!((code, &page["deliveries"]), (200, &serde_json::json!([])));
}

#[test]
fn what_a_brought_back_backup_holds_is_seen_and_let_go_by_an_operator() {
    let site = Site::with(1, 0, "mode = \"pull\"");
    let socket = site.folder.0.join("admin.sock").to_string_lossy().into_owned();
    let api = |arguments: &[&str], path: &str| {
        let (code, body) = curl(&[&["--unix-socket", &socket, &format!("http://akeyd{path}")], arguments].concat());
        (code, serde_json::from_str::<Value>(&body).unwrap_or(Value::Null))
    };
    let akeyd = |arguments: &[&str]| {
        let mut command = Command::new(AKEYD);
        let output = command.current_dir(&site.folder.0).args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    let (service, address, status) = site.service();
    let mut handset = site.handset(0, &address);
    wait_for(&status, "akeyd_outbox_pending", 1);
    let staged = api(&[], "/v1/keys?to=ac").1["deliveries"][0].clone();
    let (code, problem) = api(&[], "/v1/keys?to=another");
    assert_eq!((code, &problem["cause"]), (404, &"unknown_peer".into()));
    let seq = &staged["seq"];
    let ask = |path: &str| api(&["-X", "POST"], path).0;
    assert_eq!(ask(&format!("/v1/keys/{}/ack", seq.as_u64().unwrap() + 1)), 404);
    akeyd(&["store", "backup", "--config", "akeyd.toml", "copy.redb"]);
    drop(service);
    let _ = handset.kill();
    let _ = handset.wait();
    akeyd(&["store", "restore", "--config", "akeyd.toml", "copy.redb"]);

    let (_service, _, status) = site.service();
    wait_for(&status, "akeyd_outbox_pending", 1);
    assert_eq!(api(&[], "/v1/keys?to=ac"), (200, serde_json::json!({ "deliveries": [], "next": seq })));
    let held = api(&[], "/v1/outbox").1["deliveries"][0].clone();
    assert_eq!((&held["seq"], &held["action"], &held["next"]), (seq, &"stage".into(), &Value::Null), "{held}");
    assert_eq!(held["waits_for"], "operator", "{held}");
    assert!(held["why"].as_str().is_some_and(|why| why.starts_with("held back")), "{held}");
    assert_eq!(ask(&format!("/v1/outbox/{seq}/send")), 204);
    let shown = api(&[], "/v1/keys?to=ac&wait=10").1["deliveries"][0].clone();
    assert_eq!((&shown["seq"], &shown["wrapped_key"]), (seq, &staged["wrapped_key"]));
    let waiting = api(&[], "/v1/outbox").1["deliveries"][0].clone();
    assert_eq!((&waiting["waits_for"], &waiting["why"]), (&"centre".into(), &"wanted now".into()), "{waiting}");
    let records = api(&[], "/v1/audit?limit=1000").1["records"].clone();
    let sent = records.as_array().unwrap().iter().find(|record| record["action"] == "key.send").cloned();
    let sent = sent.expect("it stands in the audit trail");
    let detail = format!("stage of exchange {}", staged["exchange"].as_str().unwrap());
    assert_eq!((&sent["detail"], &sent["subject"]), (&detail.as_str().into(), &device(0).as_str().into()), "{sent}");
    assert!(sent["actor"].as_str().is_some_and(|actor| actor.starts_with("uid:")), "{sent}");
}
