//! `akeyd serve` as a process that may die at any moment, and is started again in the same place.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom};
use std::net::TcpListener;
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::fleet::{self, Manner};

/// The program: the one built with the test, or another build that `AKEYD_PROGRAM` names.
pub(crate) fn program() -> OsString {
    std::env::var_os("AKEYD_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_akeyd").into())
}

/// The name of the store in its folder.
pub(crate) const STORE: &str = "akeyd.redb";

/// An authentication centre within the service, which dies with it.
pub(crate) const SOFTWARE_AC: &str = "[north.lab]\nkind = \"software\"\n";

/// A folder that goes with the test.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("akeyd-crash-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the test");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A place where a service lives: its configuration, its ports, and the process while there is one.
pub(crate) struct Service {
    folder: PathBuf,
    pub(crate) port: u16,
    status_port: u16,
    /// What its environment has beside ours.
    pub(crate) environment: Vec<(&'static str, &'static str)>,
    /// Arguments beside the configuration.
    arguments: Vec<OsString>,
    process: Option<Child>,
}

impl Service {
    /// Writes the configuration of a service for so many handsets. `store` is the folder of its store; `north` the section of its
    /// authentication centre.
    pub(crate) fn new(folder: &Path, store: &Path, phones: u32, north: &str) -> Self {
        let (port, status_port) = (free_port(), free_port());
        let profiles = folder.join("profiles");
        fs::create_dir(&profiles).expect("a folder for profiles");
        for (name, text) in Manner::profiles() {
            fs::write(profiles.join(name), text).expect("a profile");
        }
        write_private(&folder.join("subscribers.csv"), fleet::subscribers(phones).as_bytes());
        write_private(&folder.join("store.key"), "5e".repeat(32).as_bytes());
        let config = format!(
            "[http]\nlisten = \"127.0.0.1:{port}\"\n[status]\nlisten = \"127.0.0.1:{status_port}\"\n\
             [admin]\nlisten = \"unix:{}\"\n\
             [limits]\nconnections_per_address = 4096\n[group]\nname = \"demo-512\"\n\
             [policy]\nway = \"perform\"\nstart = \"contact\"\n[profiles]\ndir = \"profiles\"\n[net]\nthreads = 2\n\
             [store]\npath = \"{}\"\nkey = \"store.key\"\n{north}",
            folder.join("admin.sock").display(),
            store.join(STORE).display()
        );
        fs::write(folder.join("akeyd.toml"), config).expect("the configuration");
        Self {
            folder: folder.to_owned(),
            port,
            status_port,
            environment: Vec::new(),
            arguments: Vec::new(),
            process: None,
        }
    }

    /// Handsets that come get an exchange where one was asked for, and no other.
    pub(crate) fn waits_to_be_asked(&mut self) {
        let file = self.folder.join("akeyd.toml");
        let config = fs::read_to_string(&file).expect("the configuration");
        fs::write(file, config.replace("start = \"contact\"", "start = \"request\"")).expect("the configuration");
    }

    /// Logs all that can be logged, and traces each message to a folder.
    pub(crate) fn tell_everything(&mut self, traces: &Path) {
        let file = self.folder.join("akeyd.toml");
        let config = fs::read_to_string(&file).expect("the configuration");
        fs::write(file, config + "[log]\nlevel = \"trace\"\naccess = true\n").expect("the configuration");
        self.arguments = vec!["--trace-dir".into(), traces.into()];
    }

    /// The key of its store.
    pub(crate) fn store_key(&self) -> PathBuf {
        self.folder.join("store.key")
    }

    /// The socket of the operators' API.
    pub(crate) fn admin(&self) -> PathBuf {
        self.folder.join("admin.sock")
    }

    /// Where handsets go.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/dm", self.port)
    }

    /// Starts the process, in the hands of another program where one is given, which must leave it the process that it was started as.
    pub(crate) fn start(&mut self, through: &[&str]) {
        assert!(self.process.is_none(), "it runs");
        let log = OpenOptions::new().create(true).append(true).open(self.log()).expect("a file for its log");
        let mut words = through.iter().map(OsString::from).chain([program()]);
        let program = words.next().expect("a program");
        let child = Command::new(program)
            .args(words)
            .args(["serve", "--config"])
            .arg(self.folder.join("akeyd.toml"))
            .args(&self.arguments)
            .envs(self.environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("akeyd starts");
        self.process = Some(child);
    }

    /// Waits until it takes connections; `false` when it has ended instead.
    pub(crate) fn wait_until_up(&mut self, patience: Duration) -> bool {
        let until = Instant::now() + patience;
        loop {
            if self.is_up() {
                return true;
            }
            if self.ended().is_some() {
                return false;
            }
            assert!(Instant::now() < until, "akeyd is not up in time: {}", self.last_words());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Whether it takes connections: operators' come last. Handsets' would prove nothing: what a killed process had asked of
    /// `io_uring` keeps its sockets listening for some milliseconds after its end.
    pub(crate) fn is_up(&self) -> bool {
        UnixStream::connect(self.admin()).is_ok()
    }

    /// How the process ended, if it did.
    pub(crate) fn ended(&mut self) -> Option<ExitStatus> {
        let ended = self.process.as_mut()?.try_wait().expect("its state")?;
        self.process = None;
        Some(ended)
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.process.as_ref().expect("it runs").id()
    }

    /// SIGKILL.
    pub(crate) fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }

    /// SIGTERM, and the end that follows.
    pub(crate) fn stop(&mut self) -> ExitStatus {
        super::disk::run(Command::new("kill").arg(self.id().to_string()));
        let until = Instant::now() + Duration::from_mins(1);
        loop {
            if let Some(ended) = self.ended() {
                return ended;
            }
            assert!(Instant::now() < until, "told to end, it is still there: {}", self.last_words());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// All metrics; empty where nobody answers.
    pub(crate) fn metrics(&self) -> String {
        let url = format!("http://127.0.0.1:{}/metrics", self.status_port);
        let output = Command::new("curl").args(["-sS", "--max-time", "5", &url]).output().expect("curl runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// What the API says to an operator who may do everything.
    fn get(&self, path: &str) -> String {
        self.api(path, &[])
    }

    fn api(&self, path: &str, arguments: &[&str]) -> String {
        let output = Command::new("curl")
            .args(["-sS", "--max-time", "10", "--unix-socket"])
            .arg(self.admin())
            .args(arguments)
            .arg(format!("http://localhost{path}"))
            .output()
            .expect("curl runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// What the API says to what an operator wants, in JSON on both sides.
    pub(crate) fn post(&self, path: &str, kind: &str, body: &str) -> serde_json::Value {
        self.order(path, &["-H", &format!("Content-Type: {kind}"), "--data-binary", body])
    }

    /// The same of what is to be changed.
    pub(crate) fn patch(&self, path: &str, body: &str) -> serde_json::Value {
        self.order(path, &["-X", "PATCH", "-H", "Content-Type: application/json", "--data-binary", body])
    }

    fn order(&self, path: &str, arguments: &[&str]) -> serde_json::Value {
        let said = self.api(path, arguments);
        serde_json::from_str(&said).unwrap_or_else(|_| panic!("{path}: {said}; {}", self.last_words()))
    }

    /// A resource of the API; `None` while nobody answers.
    pub(crate) fn resource(&self, path: &str) -> Option<serde_json::Value> {
        serde_json::from_str(&self.get(path)).ok()
    }

    /// Exchanges that fit, the youngest first, at most a page of them.
    pub(crate) fn exchanges(&self, filter: &str) -> Vec<serde_json::Value> {
        let said = self.get(&format!("/v1/exchanges?limit=100{filter}"));
        let page = serde_json::from_str::<serde_json::Value>(&said).ok();
        let listed = page.as_ref().and_then(|page| page["exchanges"].as_array());
        listed.unwrap_or_else(|| panic!("not a page of exchanges: {said}")).clone()
    }

    /// All that an operator may read by the API.
    pub(crate) fn everything_it_says(&self) -> String {
        let get = |path: &str| self.get(path);
        let exchanges = get("/v1/exchanges?limit=100");
        let listed = self.exchanges("");
        let ids = listed.iter().filter_map(|one| one["id"].as_str());
        let each = ids.map(|id| get(&format!("/v1/exchanges/{id}")));
        let others = ["/v1/subscribers", "/v1/keys", "/v1/audit", "/v1/status"].map(get);
        each.chain(others).fold(exchanges.clone(), |all, one| all + &one)
    }

    /// The sum of all series of a metric; `None` where there is none.
    pub(crate) fn metric(&self, name: &str) -> Option<f64> {
        let text = self.metrics();
        let own = text.lines().filter_map(|line| {
            let (series, value) = line.rsplit_once(' ')?;
            (series.split('{').next() == Some(name)).then(|| value.parse::<f64>().ok()).flatten()
        });
        own.reduce(|sum, value| sum + value)
    }

    /// Its log.
    pub(crate) fn log(&self) -> PathBuf {
        self.folder.join("akeyd.log")
    }

    /// The end of its log.
    pub(crate) fn last_words(&self) -> String {
        let mut words = String::new();
        if let Ok(mut file) = File::open(self.log()) {
            let length = file.metadata().map_or(0, |file| file.len());
            let _ = file.seek(SeekFrom::Start(length.saturating_sub(4096)));
            let mut octets = Vec::new();
            let _ = file.read_to_end(&mut octets);
            words = String::from_utf8_lossy(&octets).into_owned();
        }
        words
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Writes a file for its owner alone.
pub(crate) fn write_private(file: &Path, octets: &[u8]) {
    use std::io::Write;
    let opened = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file);
    opened.and_then(|mut file| file.write_all(octets)).expect("written");
}

/// A port of this machine that is free at this moment.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a free port").port()
}
