//! A server as a process, with two subscribers, and the tools to talk to it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

pub(crate) const AKEYD: &str = env!("CARGO_BIN_EXE_akeyd");
pub(crate) const PASSWORD: &str = "correct horse";
pub(crate) const SERVER_PASSWORD: &str = "battery staple";

/// A folder that goes with the test.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("akeyd-service-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the test");
        Self(folder)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
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

/// A running `akeyd serve`, which does not outlive its test.
pub(crate) struct Server {
    child: Child,
    /// `127.0.0.1:PORT` of the handsets' listener.
    pub(crate) address: String,
    /// The same of the status listener.
    pub(crate) status: String,
    pub(crate) folder: Arc<Folder>,
}

impl Server {
    pub(crate) fn start(way: &str) -> Self {
        Self::with(way, &[])
    }

    /// A server with more arguments. Its devices are `MEID:A0000000000001` to `…9`; their user name is their own.
    pub(crate) fn with(way: &str, arguments: &[&str]) -> Self {
        Self::with_group(way, "name = \"demo-512\"", arguments)
    }

    /// The same with these keys of `[group]`.
    pub(crate) fn with_group(way: &str, group: &str, arguments: &[&str]) -> Self {
        Self::of_model("", way, &format!("[group]\n{group}\n"), arguments)
    }

    /// The same whose devices are of one model, with more of the configuration, which stands behind `[limits]`.
    pub(crate) fn of_model(model: &str, way: &str, more: &str, arguments: &[&str]) -> Self {
        let folder = Folder::new();
        let rows = (1..=9).map(|number| {
            format!(
                "MEID:A000000000000{number},user{number},{PASSWORD},{SERVER_PASSWORD},,c2VydmVyLW5vbmNl,{model},,,,,"
            )
        });
        let lines: Vec<_> = std::iter::once(akeyd::config::subscribers::HEADER.to_owned()).chain(rows).collect();
        folder.write("subscribers.csv", &(lines.join("\n") + "\n"));
        folder.write("password", PASSWORD);
        folder.write("server-password", SERVER_PASSWORD);
        let config = folder.write(
            "akeyd.toml",
            &format!(
                "[http]\nlisten = \"127.0.0.1:0\"\n[status]\nlisten = \"127.0.0.1:0\"\n\
                 [limits]\nrequests_per_connection = 1000000\n{more}\
                 [policy]\nway = \"{way}\"\n[store]\npath = \"none\"\n[north.lab]\nkind = \"software\"\n[net]\nthreads = 2\n"
            ),
        );
        Self::launch(Arc::new(folder), Command::new(AKEYD).args(["serve", "--config"]).arg(config).args(arguments))
    }

    /// Runs a command that becomes a server, or ends as one.
    pub(crate) fn launch(folder: Arc<Folder>, command: &mut Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().expect("akeyd starts");
        let mut log = BufReader::new(child.stderr.take().expect("its log"));
        let mut said = String::new();
        let (mut address, mut status) = (None, None);
        while address.is_none() && log.read_line(&mut said).expect("a line") > 0 {
            let line = said.lines().last().unwrap_or_default();
            address = find_address(line, "handsets");
            status = find_address(line, "status");
        }
        // Whoever writes must be read, or it stands still.
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        let (Some(address), Some(status)) = (address, status) else { panic!("akeyd did not start: {said}") };
        Self { child, address, status, folder }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/dm", self.address)
    }

    /// Runs the simulated handset `number`; gives its reports.
    pub(crate) fn handset(&self, number: u32, arguments: &[&str]) -> Vec<serde_json::Value> {
        let output = self.handset_command(number, arguments).output().expect("akeyd handset runs");
        reports(&output)
    }

    pub(crate) fn handset_command(&self, number: u32, arguments: &[&str]) -> Command {
        let mut command = Command::new(AKEYD);
        let state = self.folder.0.join(format!("state-{number}.json"));
        command
            .args(["handset", "--json", "--show-keys", "--url", &self.url()])
            .args(["--device-id", &format!("MEID:A000000000000{number}"), "--user", &format!("user{number}")])
            .arg("--password-file")
            .arg(self.folder.0.join("password"))
            .arg("--server-password-file")
            .arg(self.folder.0.join("server-password"))
            .arg("--state")
            .arg(state)
            .args(arguments);
        command
    }

    /// The sum of all series of `/metrics` that begin like this: a name, or a name with its labels.
    pub(crate) fn metric(&self, series: &str) -> u64 {
        let text = self.metrics();
        let lines = text.lines().filter(|line| {
            line.strip_prefix(series).is_some_and(|rest| rest.starts_with(' ') || rest.starts_with('{'))
        });
        lines.filter_map(|line| line.rsplit(' ').next()?.parse::<u64>().ok()).sum()
    }

    pub(crate) fn metrics(&self) -> String {
        curl(&[&format!("http://{}/metrics", self.status)]).1
    }

    /// Waits until a series has a value.
    pub(crate) fn wait_for(&self, series: &str, value: u64) {
        let began = Instant::now();
        while self.metric(series) != value {
            assert!(began.elapsed() < Duration::from_mins(1), "{series} is {}, not {value}", self.metric(series));
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// SIGKILL.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("it ends");
    }

    /// Whether it has not ended.
    pub(crate) fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("a child of ours").is_none()
    }

    /// Waits for its end; gives the exit code, or nothing when it goes on.
    pub(crate) fn ended(&mut self) -> Option<i32> {
        let began = Instant::now();
        while began.elapsed() < Duration::from_mins(1) {
            if let Some(status) = self.child.try_wait().expect("a child of ours") {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }

    /// SIGTERM; gives the exit code.
    pub(crate) fn terminate(&mut self) -> Option<i32> {
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().expect("kill runs");
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reports of `akeyd handset --json`, a line each.
pub(crate) fn reports(output: &Output) -> Vec<serde_json::Value> {
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(!text.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

pub(crate) fn find_address(line: &str, key: &str) -> Option<String> {
    let rest = line.split(&format!("{key}=")).nth(1)?;
    let value = rest.split_whitespace().next()?;
    Some(value.trim_start_matches("Some(").trim_end_matches(')').to_owned())
}

/// Runs curl; gives the HTTP status and the body.
pub(crate) fn curl(arguments: &[&str]) -> (u16, String) {
    let output = Command::new("curl")
        .args(["-sS", "--max-time", "20", "-w", "\n%{http_code}"])
        .args(arguments)
        .output()
        .expect("curl is installed");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let (body, code) = text.rsplit_once('\n').unwrap_or(("", &text));
    (code.parse().unwrap_or(0), body.to_owned())
}

/// Posts a document with curl.
pub(crate) fn post(server: &Server, document: &str) -> (u16, String) {
    let kind = "Content-Type: application/vnd.syncml.dm+xml";
    curl(&["-H", kind, "--data-binary", document, &server.url()])
}

/// Sends octets as they are, then closes the sending half, unless they are to be left hanging; gives what comes back.
pub(crate) fn raw(server: &Server, octets: &[u8], hang_up: bool) -> String {
    let mut stream = TcpStream::connect(&server.address).expect("connected");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a deadline");
    stream.write_all(octets).expect("sent");
    if hang_up {
        return String::new();
    }
    stream.shutdown(std::net::Shutdown::Write).expect("closed");
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

/// A package 1.
pub(crate) fn package_1(device: &str, msg_id: u32, cred: Option<&str>) -> String {
    let cred = cred.map_or(String::new(), |data| {
        format!(
            "<Cred><Meta><Format xmlns='syncml:metinf'>b64</Format><Type xmlns='syncml:metinf'>syncml:auth-md5</Type></Meta>\
             <Data>{data}</Data></Cred>"
        )
    });
    format!(
        "<?xml version='1.0' encoding='UTF-8'?><SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD>\
         <VerProto>DM/1.2</VerProto><SessionID>5</SessionID><MsgID>{msg_id}</MsgID>\
         <Target><LocURI>http://192.0.2.1/dm</LocURI></Target><Source><LocURI>{device}</LocURI></Source>{cred}</SyncHdr>\
         <SyncBody><Alert><CmdID>1</CmdID><Data>1201</Data></Alert><Replace><CmdID>2</CmdID><Item><Source>\
         <LocURI>./DevInfo/Mod</LocURI></Source><Data>M</Data></Item></Replace><Final/></SyncBody></SyncML>"
    )
}

/// What stands between the first two marks.
pub(crate) fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} in {text}")).0
}
