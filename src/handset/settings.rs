//! Everything that a command line can set about a simulated handset, and the handset made from it.
//!
//! Reads the password files and the state file; opens no connection. Used by `run.rs`; filled by `cli`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use zeroize::Zeroizing;

use super::device::account::{Account, Demand, DmVersion, Nonces, Scheme};
use super::device::faults::Fault;
use super::device::profile::{Known, Profile, WbxmlForm};
use super::device::station::{Build, Handset};
use super::encoding::Encoding;
use super::notify::Notifications;
use super::provisioning::agreement::Arithmetic;
use super::provisioning::carrier::{Carrier, Style};
use super::provisioning::keys::Keys;
use super::provisioning::lock::Lock;
use super::provisioning::otasp::Capability;
use super::run::RunError;
use super::state::{self, Kept};
use crate::http::client::{Trust, Url};
use crate::is683::Spc;
use crate::limits;
use crate::words::{DeviceId, Dialect};

/// Where Debian and its kin keep the certificates that all programs trust.
const SYSTEM_ROOTS: &str = "/etc/ssl/certs/ca-certificates.crt";

/// The settings of `akeyd handset`, one field for each flag.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
pub struct Settings {
    /// `--url`: where the first message goes.
    pub url: String,
    /// `--ca`: whose certificates an `https` server may show, PEM; those of the system when not given.
    pub ca: Option<PathBuf>,
    /// `--insecure`: any certificate will do.
    pub insecure: bool,
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
    /// `--style`: carrier style of the is683 dialect; the profile's when not given.
    pub style: Option<Style>,
    /// `--dm-version`.
    pub version: DmVersion,
    /// `--encoding`.
    pub encoding: Encoding,
    /// `--wbxml-form`: how strings travel in WBXML; the profile's way when not given.
    pub wbxml_form: Option<WbxmlForm>,
    /// `--auth`: scheme of both sides.
    pub auth: Scheme,
    /// `--demand`: what the server has to show; what the profile wants when not given.
    pub demand: Option<Demand>,
    /// `--client-nonce`, base64: the nonce of the handset's first proof.
    pub client_nonce: Option<String>,
    /// `--server-nonce`, base64: the nonce of the server's first proof and of notifications.
    pub server_nonce: Option<String>,
    /// `--max-msg-size`, octets; the profile's when not given.
    pub max_msg_size: Option<u32>,
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
    /// `--fault-step`: the provisioning step that the fault disturbs, from 1.
    pub fault_step: Option<u32>,
    /// `--think`: time before each message after the first.
    pub think: Duration,
    /// `--resume`: times that a broken session is followed by another.
    pub resume: u32,
    /// `--notify`: sessions begin when a notification calls for them.
    pub notifications: Option<Notifications>,
    /// `--patience`: how long to wait for a notification.
    pub patience: Duration,
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
            ca: None,
            insecure: false,
            device_id: device_id.into(),
            user: None,
            password_file: None,
            server_id: "akeyd".into(),
            server_password_file: None,
            dialect: Dialect::Is683,
            style: None,
            version: DmVersion::V1_2,
            encoding: Encoding::Xml,
            wbxml_form: None,
            auth: Scheme::None,
            demand: None,
            client_nonce: None,
            server_nonce: None,
            max_msg_size: None,
            spc: None,
            otapa: false,
            profile: Profile::Standard,
            state: None,
            fault: None,
            fault_step: None,
            think: Duration::ZERO,
            resume: 0,
            notifications: None,
            patience: Duration::from_secs(limits::HANDSET_PATIENCE_S),
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
        let Kept { nonces, keys, capability, spc, exchange } = kept.unwrap_or(Kept {
            nonces: Nonces {
                client: nonce("--client-nonce", self.client_nonce.as_deref())?,
                server: nonce("--server-nonce", self.server_nonce.as_deref())?,
            },
            keys: Keys::default(),
            capability: Capability::default(),
            spc: given,
            exchange: None,
        });
        let style = self.carrier_style()?;
        let account = Account {
            device_id,
            url: self.url.clone(),
            version: self.version,
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
            carrier: Carrier { style, ..Carrier::default() },
            capability,
            lock: Lock::new(spc, self.otapa),
            keys,
            profile: self.profile,
            demand: self.demand,
            max_msg_size: self.max_msg_size,
            fault: self.fault,
            fault_step: self.fault_step,
            arithmetic: Arithmetic::Reference,
            exchange,
        }))
    }

    /// Whom the handset trusts, where the URL says `https`.
    pub fn trust(&self) -> Result<Option<Trust>, RunError> {
        if !Url::parse(&self.url).map_err(RunError::Url)?.tls {
            return Ok(None);
        }
        if self.insecure {
            return Trust::of_anybody().map(Some).map_err(|error| RunError::NotPossible(error.to_string()));
        }
        let file = self.ca.as_deref().unwrap_or(Path::new(SYSTEM_ROOTS));
        Trust::in_file(file).map(Some).map_err(|error| file_error(file, error))
    }

    /// The carrier style, seen together with what else was set.
    pub fn carrier_style(&self) -> Result<Style, RunError> {
        let not = |what: String| Err(RunError::NotPossible(what));
        let habits = self.profile.habits();
        let style = self.style.unwrap_or(habits.style);
        if self.profile == Profile::Hostap && self.encoding == Encoding::Wbxml {
            return not(format!("--encoding: {} speaks XML alone", self.profile));
        }
        let wants_exec = self.dialect == Dialect::Nodes || style != Style::ReplaceGet;
        if wants_exec && habits.exec != Known::Yes {
            let flag = if self.dialect == Dialect::Nodes { "--dialect" } else { "--style" };
            return not(format!("{flag}: {} has no Exec", self.profile));
        }
        if self.dialect == Dialect::Is683 && style == Style::ExecAlert && !self.version.has_generic_alert() {
            return not(format!("--style: DM {} has no generic alert, which {style} needs", self.version));
        }
        Ok(style)
    }
}

fn nonce(flag: &'static str, text: Option<&str>) -> Result<Vec<u8>, RunError> {
    BASE64.decode(text.unwrap_or_default()).map_err(|_| RunError::Nonce(flag))
}

/// The first line of a file.
fn read_password(path: &Path) -> Result<Zeroizing<String>, RunError> {
    let text = Zeroizing::new(fs::read_to_string(path).map_err(|error| file_error(path, error))?);
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

pub(super) fn file_error(path: &Path, error: io::Error) -> RunError {
    RunError::File { path: path.to_owned(), error }
}
