//! The simulated authentication centre (`akeyd ac`) as a process of its own, whose state outlives it.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use akeyd::north::wrap::TransportKey;
use akeyd::words::DeviceId;
use serde::Deserialize;

use super::disk;
use super::service::{program, write_private};

/// A running authentication centre.
pub(crate) struct Centre {
    process: Child,
    pub(crate) port: u16,
    pub(crate) transport_key: TransportKey,
}

/// What it holds of a device.
#[derive(Debug, Deserialize)]
pub(crate) struct Held {
    device_id: String,
    /// The key in use, hex.
    a_key: Option<String>,
    /// Times that one delivery brought two different keys.
    pub(crate) conflicts: u32,
}

const TRANSPORT_KEY: [u8; 32] = [0x7A; 32];

impl Centre {
    /// Starts it with an empty state in this folder.
    pub(crate) fn start(folder: &Path) -> Self {
        let (key, state) = (folder.join("transport.key"), folder.join("centre"));
        write_private(&key, &TRANSPORT_KEY);
        let mut process = Command::new(program())
            .args(["ac", "--json", "--listen", "127.0.0.1:0", "--transport-key"])
            .arg(&key)
            .arg("--state")
            .arg(state)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("akeyd ac starts");
        let mut said = BufReader::new(process.stderr.take().expect("piped"));
        let mut line = String::new();
        said.read_line(&mut line).expect("where it listens");
        // Whoever writes must be read, or it stands still.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let port = line.trim_end().trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok());
        let port = port.unwrap_or_else(|| panic!("akeyd ac did not start: {line}"));
        Self { process, port, transport_key: TransportKey::new(&TRANSPORT_KEY).expect("256 bits") }
    }

    /// The section of the service's configuration that delivers to it, through this port.
    pub(crate) fn section(&self, port: u16) -> String {
        format!("[north.ac]\nkind = \"http\"\nurl = \"http://127.0.0.1:{port}/\"\ntransport_key = \"transport.key\"\n")
    }

    /// Ends it, and asks what it holds.
    pub(crate) fn finish(mut self) -> HashMap<DeviceId, Held> {
        disk::run(Command::new("kill").arg(self.process.id().to_string()));
        let mut lines = String::new();
        self.process.stdout.take().expect("piped").read_to_string(&mut lines).expect("its report");
        assert!(self.process.wait().expect("it ends").success(), "akeyd ac failed");
        let held = lines.lines().map(|line| serde_json::from_str::<Held>(line).expect("a line of JSON"));
        held.map(|held| (DeviceId::new(&held.device_id).expect("a device id"), held)).collect()
    }
}

impl Held {
    /// The key in use.
    pub(crate) fn key(&self) -> Option<Vec<u8>> {
        let octet = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).expect("digits"), 16).expect("hex digits");
        self.a_key.as_ref().map(|hex| hex.as_bytes().chunks(2).map(octet).collect())
    }
}

impl Drop for Centre {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
