//! What a handset keeps while it is switched off: nonces, keys, the key counter and its capability, as a JSON file.
//!
//! The only place where keys leave memory. The file is made for its owner alone (0600) and replaced as a whole, so that a
//! crash leaves the old or the new one. Used by `run.rs`.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::device::account::Nonces;
use super::device::station::Handset;
use super::provisioning::keys::{Key, Keys};
use super::provisioning::nodes::KeptExchange;
use super::provisioning::otasp::Capability;
use crate::is683::Spc;

/// The file's content, binary values in base64.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    device_id: String,
    client_nonce: String,
    server_nonce: String,
    key_version: u32,
    committed: Option<String>,
    pending: Option<String>,
    /// Six digits of the service programming code.
    spc: String,
    capability: Capability,
    /// The exchange to which the pending key belongs.
    #[serde(default)]
    exchange: Option<KeptExchange>,
}

impl Drop for Stored {
    fn drop(&mut self) {
        self.committed.zeroize();
        self.pending.zeroize();
        self.spc.zeroize();
    }
}

/// What a file gives back.
#[derive(Debug)]
pub struct Kept {
    /// Nonces of the account.
    pub nonces: Nonces,
    /// Keys and their counter.
    pub keys: Keys,
    /// Code of the lock.
    pub spc: Spc,
    /// Capability.
    pub capability: Capability,
    /// The exchange of the nodes dialect to which the pending key belongs.
    pub exchange: Option<KeptExchange>,
}

/// Reads the state of `device_id`; `None` when there is no file yet. A file of another handset, or one that cannot be
/// read, is an error and is left as it is.
pub fn load(path: &Path, device_id: &str) -> io::Result<Option<Kept>> {
    let text = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => Zeroizing::new(other?),
    };
    let stored: Stored = serde_json::from_slice(&text).map_err(|error| bad(path, &error))?;
    if stored.device_id != device_id {
        return Err(bad(path, &format!("device_id: it is the state of {}", stored.device_id)));
    }
    let nonce = |field: &str, text: &str| BASE64.decode(text).map_err(|_| bad(path, &format!("{field}: not base64")));
    let key = |field: &str, text: &Option<String>| {
        let Some(text) = text else { return Ok(None) };
        let octets = BASE64.decode(text).ok().map(Zeroizing::new);
        let key = octets.and_then(|octets| Key::from_octets(&octets));
        key.map(Some).ok_or_else(|| bad(path, &format!("{field}: not 8 or 16 octets in base64")))
    };
    Ok(Some(Kept {
        nonces: Nonces {
            client: nonce("client_nonce", &stored.client_nonce)?,
            server: nonce("server_nonce", &stored.server_nonce)?,
        },
        keys: Keys {
            committed: key("committed", &stored.committed)?,
            pending: key("pending", &stored.pending)?,
            key_version: stored.key_version,
        },
        spc: Spc::of(&stored.spc).ok_or_else(|| bad(path, &"spc: not six digits"))?,
        capability: stored.capability.clone(),
        exchange: stored.exchange.clone(),
    }))
}

/// Writes the state of a handset, durably: when this returns, the new state survives a crash.
pub fn save(path: &Path, handset: &Handset) -> io::Result<()> {
    let key = |key: &Option<Key>| key.as_ref().map(|key| BASE64.encode(key.expose()));
    let stored = Stored {
        device_id: handset.device_id().to_owned(),
        client_nonce: BASE64.encode(&handset.nonces().client),
        server_nonce: BASE64.encode(&handset.nonces().server),
        key_version: handset.keys().key_version,
        committed: key(&handset.keys().committed),
        pending: key(&handset.keys().pending),
        spc: handset.lock().spc().digits().unwrap_or_default(),
        capability: handset.capability().clone(),
        exchange: handset.kept_exchange(),
    };
    let text = Zeroizing::new(serde_json::to_vec_pretty(&stored)?);
    let beside = path.with_added_extension("new");
    // A leftover of a crash goes: its permissions are anybody's guess.
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(&beside, path)?;
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(directory)?.sync_all()
}

fn bad(path: &Path, why: &dyn std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{}: {why}", path.display()))
}
