//! Everything that a command line can set about a simulated handset, and the handset made from it.
//!
//! Reads the password files and the state file; opens no connection. Used by `run.rs`; filled by `cli`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::account::{Account, Nonces, Scheme};
use super::carrier::{Carrier, Style};
use super::encoding::Encoding;
use super::faults::Fault;
use super::keys::Keys;
use super::lock::Lock;
use super::otasp::Capability;
use super::profile::Profile;
use super::run::RunError;
use super::state;
use super::station::{Build, Handset};
use crate::is683::Spc;
use crate::words::{DeviceId, Dialect};

/// The settings of `akeyd handset`, one field for each flag.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `--url`: where the first message goes.
    pub url: String,
    /// `--device-id`.
    pub device_id: String,
    /// `--user`; the device id when not given.
    pub user: Option<String>,
    /// `--password-file`: the client's password, one line. Not wanted with `--auth none`.
    pub password_file: Option<PathBuf>,
    /// `--server-id`.
    pub server_id: String,
    /// `--server-password-file`: the server's password, one line. Not wanted with `--auth none`.
    pub server_password_file: Option<PathBuf>,
    /// `--dialect`: whose nodes the handset has.
    pub dialect: Dialect,
    /// `--style`: carrier style of the is683 dialect.
    pub style: Style,
    /// `--encoding`.
    pub encoding: Encoding,
    /// `--auth`: scheme of both sides.
    pub auth: Scheme,
    /// `--spc`: six digits of the service programming code; the lock is open when not given.
    pub spc: Option<String>,
    /// `--otapa`: nothing is provisioned outside an OTAPA session.
    pub otapa: bool,
    /// `--profile`: whose habits the handset has.
    pub profile: Profile,
    /// `--state`: file that keeps nonces and keys; without it each run is a handset fresh from the factory.
    pub state: Option<PathBuf>,
    /// `--fault`.
    pub fault: Option<Fault>,
    /// `--count`: sessions, one after another.
    pub count: u32,
    /// `--json`: one object per session instead of a line for people.
    pub json: bool,
    /// `--show-keys`: hex digits of keys in the report. For laboratories.
    pub show_keys: bool,
}

impl Settings {
    /// Settings of a handset by the book, for one session without authentication.
    pub fn new(url: impl Into<String>, device_id: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            device_id: device_id.into(),
            user: None,
            password_file: None,
            server_id: "akeyd".into(),
            server_password_file: None,
            dialect: Dialect::Is683,
            style: Style::ExecAlert,
            encoding: Encoding::Xml,
            auth: Scheme::None,
            spc: None,
            otapa: false,
            profile: Profile::Standard,
            state: None,
            fault: None,
            count: 1,
            json: false,
            show_keys: false,
        }
    }

    /// The handset, with what its state file kept.
    pub fn handset(&self) -> Result<Handset, RunError> {
        let device_id = DeviceId::new(&self.device_id).ok_or_else(|| RunError::DeviceId(self.device_id.clone()))?;
        let password = |flag: &'static str, path: &Option<PathBuf>| match (path, self.auth) {
            (Some(path), _) => read_password(path),
            (None, Scheme::None) => Ok(Zeroizing::default()),
            (None, _) => Err(RunError::FlagMissing(flag)),
        };
        let kept = match &self.state {
            Some(path) => state::load(path, &self.device_id).map_err(|error| file_error(path, error))?,
            None => None,
        };
        let given = match self.spc.as_deref().map(Spc::of) {
            None => Spc::DEFAULT,
            Some(spc) => spc.ok_or(RunError::Spc)?,
        };
        let (nonces, keys, capability, spc) = match kept {
            Some(kept) => (kept.nonces, kept.keys, kept.capability, kept.spc),
            None => (Nonces::default(), Keys::default(), Capability::default(), given),
        };
        let account = Account {
            device_id,
            url: self.url.clone(),
            scheme: self.auth,
            user: self.user.clone().unwrap_or_else(|| self.device_id.clone()),
            password: password("--password-file", &self.password_file)?,
            server_id: self.server_id.clone(),
            server_password: password("--server-password-file", &self.server_password_file)?,
        };
        Ok(Handset::new(Build {
            account,
            nonces,
            dialect: self.dialect,
            carrier: Carrier { style: self.style, ..Carrier::default() },
            capability,
            lock: Lock::new(spc, self.otapa),
            keys,
            profile: self.profile,
            fault: self.fault,
        }))
    }
}

/// The first line of a file.
fn read_password(path: &Path) -> Result<Zeroizing<String>, RunError> {
    let text = Zeroizing::new(fs::read_to_string(path).map_err(|error| file_error(path, error))?);
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

pub(super) fn file_error(path: &Path, error: io::Error) -> RunError {
    RunError::File { path: path.to_owned(), error }
}
