//! The service under its manager: what it tells on the notify socket, and a unit that systemd itself finds right and tight.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use akeyd::config::subscribers::HEADER;

const AKEYD: &str = env!("CARGO_BIN_EXE_akeyd");
const UNIT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/systemd/akeyd.service");

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("akeyd-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the test");
        Self(folder)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let file = self.0.join(name);
        fs::write(&file, text).expect("written");
        file
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A service that does not outlive its test.
struct Service(Child);

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The service as a unit starts it, with a key among its credentials, and where it tells how it is.
fn unit(folder: &Folder, config: &Path) -> (Command, UnixDatagram) {
    let credentials = folder.0.join("credentials");
    let made = Command::new(AKEYD).arg("keygen").arg(credentials.join("store.key")).status().expect("akeyd runs");
    assert!(made.success());
    let socket = UnixDatagram::bind(folder.0.join("notify")).expect("a notify socket");
    socket.set_read_timeout(Some(Duration::from_secs(20))).expect("a deadline");
    let mut serve = Command::new(AKEYD);
    serve.args(["serve", "--config"]).arg(config);
    serve.env("NOTIFY_SOCKET", folder.0.join("notify")).env("CREDENTIALS_DIRECTORY", credentials);
    (serve, socket)
}

#[test]
fn serve_says_ready_feeds_the_watchdog_and_says_when_it_stops() {
    let folder = Folder::new("notify");
    let config = folder.write(
        "akeyd.toml",
        "[http]\nlisten = \"127.0.0.1:0\"\n[status]\nlisten = \"127.0.0.1:0\"\n[net]\nthreads = 1\n\
         [north.lab]\nkind = \"software\"\n",
    );
    // The unit hands the subscribers over as a credential, and the store's key.
    let credentials = folder.0.join("credentials");
    fs::create_dir(&credentials).expect("a folder for the credential");
    folder.write("credentials/subscribers.csv", &format!("{HEADER}\nMEID:A0000000000001,u,p,s,,,,,,,,\n"));
    let state = folder.0.join("state");
    fs::create_dir(&state).expect("a folder for what is kept");
    let (mut unit, socket) = unit(&folder, &config);
    let mut serve = Service(
        unit.env("STATE_DIRECTORY", &state)
            .env("WATCHDOG_USEC", "100000")
            .env_remove("WATCHDOG_PID")
            .stderr(Stdio::piped())
            .spawn()
            .expect("akeyd starts"),
    );
    let news = || {
        let mut octets = [0; 256];
        let length = socket.recv(&mut octets).expect("news from the service");
        String::from_utf8_lossy(&octets[..length]).trim_end().to_owned()
    };
    assert_eq!(news(), "EXTEND_TIMEOUT_USEC=30000000", "before anything that may take its time");
    assert_eq!(news(), "READY=1");
    for _ in 0..3 {
        assert_eq!(news(), "WATCHDOG=1");
    }
    let told = Command::new("kill").args(["-TERM", &serve.0.id().to_string()]).status().expect("kill runs");
    assert!(told.success());
    while news() != "STOPPING=1" {}
    assert!(serve.0.wait().expect("it ends").success());
    let log = BufReader::new(serve.0.stderr.take().expect("piped"));
    let log: Vec<String> = log.lines().map_while(Result::ok).collect();
    assert!(log.iter().any(|line| line.contains("akeyd is ready")), "{log:#?}");
    assert!(state.join("akeyd.redb").exists());
}

#[test]
fn a_wrong_configuration_ends_with_78_before_the_service_is_ready() {
    let folder = Folder::new("wrong");
    let config = folder.write("akeyd.toml", "[http]\nlisten = 8080\n");
    let socket = UnixDatagram::bind(folder.0.join("notify")).expect("a notify socket");
    socket.set_nonblocking(true).expect("asked once only");
    let output = Command::new(AKEYD)
        .args(["serve", "--config"])
        .arg(&config)
        .env("NOTIFY_SOCKET", folder.0.join("notify"))
        .output()
        .expect("akeyd runs");
    assert_eq!(output.status.code(), Some(78));
    let line = format!("{}:2: http.listen: ", config.display());
    assert!(String::from_utf8_lossy(&output.stderr).starts_with(&line), "{output:?}");
    assert!(socket.recv(&mut [0; 16]).is_err(), "nothing may be told");
}

/// Beside the unit nobody says where the service's folders are; the commands find them all the same, and its key where it is brought.
#[test]
fn commands_beside_the_unit_find_its_store() {
    let folder = Folder::new("beside");
    for name in ["etc/akeyd", "var/lib/akeyd", "run/akeyd", "credentials", "elsewhere"] {
        fs::create_dir_all(folder.0.join(name)).expect("a folder");
    }
    let text = "[http]\nlisten = \"127.0.0.1:0\"\n[status]\nlisten = \"127.0.0.1:0\"\n[net]\nthreads = 1\n\
                [north.lab]\nkind = \"software\"\n";
    let config = folder.write("etc/akeyd/akeyd.toml", text);
    let elsewhere = folder.write("elsewhere/akeyd.toml", text);
    let credentials = folder.0.join("credentials");
    let akeyd = |line: &[&str], config: &Path, more: &[(&str, &Path)]| {
        let mut command = Command::new(AKEYD);
        command.args(line).arg("--config").arg(config).current_dir(&folder.0).envs(more.iter().copied());
        let said = command.output().expect("akeyd runs");
        (said.status.code(), String::from_utf8_lossy(&said.stderr).into_owned())
    };
    let (mut unit, socket) = unit(&folder, &config);
    let mut serve = Service(
        unit.env("STATE_DIRECTORY", folder.0.join("var/lib/akeyd"))
            .env("RUNTIME_DIRECTORY", folder.0.join("run/akeyd"))
            .stderr(Stdio::null())
            .spawn()
            .expect("akeyd starts"),
    );
    let mut news = [0; 64];
    while !news.starts_with(b"READY=1") {
        let length = socket.recv(&mut news).expect("it is ready");
        news[length..].fill(0);
    }
    let (code, said) = akeyd(&["store", "backup", "copy.redb"], &config, &[]);
    assert_eq!(code, Some(0), "asked of the service: {said}");
    let told = Command::new("kill").args(["-TERM", &serve.0.id().to_string()]).status().expect("kill runs");
    assert!(told.success() && serve.0.wait().expect("it ends").success());

    for line in [&["store", "backup", "copy2.redb"][..], &["store", "restore", "copy.redb"], &["store", "compact"]] {
        let (code, said) = akeyd(line, &config, &[]);
        assert_eq!(code, Some(0), "{line:?}: {said}");
    }
    folder.write("etc/akeyd/store.key.cred", "encrypted");
    let (code, said) = akeyd(&["store", "check"], &config, &[]);
    assert!(code == Some(78) && said.contains("LoadCredentialEncrypted=store.key:"), "{said}");
    let (code, said) = akeyd(&["store", "check"], &config, &[("CREDENTIALS_DIRECTORY", &credentials)]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!folder.0.join("etc/akeyd/akeyd.redb").exists());

    // A configuration that leads elsewhere brings no backup back there by mistake.
    let (code, said) = akeyd(&["store", "restore", "copy.redb"], &elsewhere, &[]);
    assert!(code == Some(1) && said.contains("there is no store to replace"), "{said}");
    assert!(!folder.0.join("elsewhere/akeyd.redb").exists());
    let (code, said) = akeyd(&["store", "restore", "copy.redb", "--new"], &elsewhere, &[]);
    assert!(code == Some(0) && folder.0.join("elsewhere/akeyd.redb").exists(), "{said}");

    let (code, said) = akeyd(&["zeroize", "--yes"], &config, &[]);
    assert!(code == Some(0) && said.contains("var/lib/akeyd/akeyd.redb: no key is in it"), "{said}");
    assert!(!folder.0.join("etc/akeyd/store.key.cred").exists());
}

/// Runs `systemd-analyze`; nothing where it is missing on a developer's machine.
fn analyze(arguments: &[&str]) -> Option<Output> {
    match Command::new("systemd-analyze").args(arguments).output() {
        Ok(output) => Some(output),
        Err(error) if std::env::var_os("CI").is_none() => {
            eprintln!("skipped: systemd-analyze: {error}");
            None
        }
        Err(error) => panic!("systemd-analyze: {error}"),
    }
}

#[test]
fn the_unit_is_tight() {
    let Some(output) = analyze(&["security", "--offline=true", "--threshold=15", UNIT]) else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn the_unit_is_understood() {
    let folder = Folder::new("unit");
    let unit = fs::read_to_string(UNIT).expect("the unit");
    // systemd looks for the program, which is not installed here.
    let verify = |unit: &str| {
        let file = folder.write("akeyd.service", &unit.replace("/usr/bin/akeyd", AKEYD));
        analyze(&["verify", "--man=no", file.to_str().expect("UTF-8")])
    };
    let Some(output) = verify(&unit) else { return };
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    // With the service beside them, the sockets are understood too.
    for name in ["akeyd.socket", "akeyd-tls.socket"] {
        let shipped = Path::new(UNIT).with_file_name(name);
        let file = folder.write(name, &fs::read_to_string(shipped).expect("the socket unit"));
        let output = analyze(&["verify", "--man=no", file.to_str().expect("UTF-8")]).expect("it ran before");
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let planted = verify(&unit.replace("RestartSec=", "RestratSec=")).expect("it ran before");
    assert!(!planted.stderr.is_empty(), "a key that systemd does not know must be told");
}

#[test]
fn the_unit_names_what_the_program_has() {
    let unit = fs::read_to_string(UNIT).expect("the unit");
    let start = unit.lines().find_map(|line| line.strip_prefix("ExecStart=")).expect("ExecStart");
    let mut words = start.split(' ');
    assert_eq!(words.next().map(Path::new).and_then(Path::file_name).and_then(|name| name.to_str()), Some("akeyd"));
    let help = Command::new(AKEYD).args(words.clone().take(1)).arg("--help").output().expect("akeyd runs");
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    for flag in words.filter(|word| word.starts_with("--")) {
        assert!(help.contains(flag), "{flag} is not in\n{help}");
    }
    assert!(unit.contains("\nRestartPreventExitStatus=78\n"));
}
