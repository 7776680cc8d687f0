//! The handsets of a load test: read from a subscribers file, or that file made for them.
//!
//! The file is the same that the server reads. Used by `load.rs` and `cli`.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::{LoadError, Settings};
use crate::config::subscribers::{self, SubscriberRow};
use crate::handset::{self, Arithmetic, Groups, Handset};
use crate::http::client::Trust;
use crate::is683::Spc;
use crate::limits;
use crate::words::DeviceId;

/// The handsets of the subscribers file.
pub(super) fn read(settings: &Settings) -> Result<Vec<Handset>, LoadError> {
    let (rows, _) = subscribers::load(&settings.subscribers)?;
    if rows.is_empty() {
        return Err(LoadError::NotPossible(format!("{}: names no handset", settings.subscribers.display())));
    }
    let arithmetic = if settings.fast { Arithmetic::Fast(Groups::default()) } else { Arithmetic::Reference };
    rows.iter().map(|row| handset(settings, row, arithmetic.clone())).collect()
}

/// Whom the handsets trust.
pub(super) fn trust(settings: &Settings) -> Result<Option<Trust>, LoadError> {
    choice(settings).trust().map_err(|error| LoadError::NotPossible(error.to_string()))
}

/// What all handsets have in common.
fn choice(settings: &Settings) -> handset::Settings {
    handset::Settings {
        ca: settings.ca.clone(),
        insecure: settings.insecure,
        dialect: settings.dialect,
        style: settings.style,
        encoding: settings.encoding,
        profile: settings.profile,
        ..handset::Settings::new(settings.url.as_str(), "")
    }
}

fn handset(settings: &Settings, row: &SubscriberRow, arithmetic: Arithmetic) -> Result<Handset, LoadError> {
    let secret = |password: &subscribers::Password| Zeroizing::new(password.expose().to_owned());
    let style = choice(settings).carrier_style().map_err(|error| LoadError::NotPossible(error.to_string()))?;
    let account = handset::Account {
        device_id: row.device_id.clone(),
        url: settings.url.clone(),
        version: handset::DmVersion::V1_2,
        scheme: settings.auth,
        user: row.user.clone(),
        password: secret(&row.password),
        server_id: settings.server_id.clone(),
        server_password: row.server_password.as_ref().map(secret).unwrap_or_default(),
    };
    let spc = row.spc.as_ref().and_then(|spc| Spc::of(spc.expose())).unwrap_or(Spc::DEFAULT);
    Ok(Handset::new(handset::Build {
        nonces: handset::Nonces { client: row.client_nonce.clone(), server: row.server_nonce.clone() },
        dialect: settings.dialect,
        carrier: handset::Carrier { style, ..handset::Carrier::default() },
        lock: handset::Lock::new(spc, false),
        profile: settings.profile,
        arithmetic,
        ..handset::Build::of(account)
    }))
}

/// Makes a subscribers file of so many handsets with passwords and nonces of their own. `pattern` is a device id in which
/// `{}` stands for the number, counted from 1 in hex digits that fill a MEID of 14. Never overwrites a file.
pub fn write_subscribers(file: &Path, count: u32, pattern: &str, model: Option<&str>) -> Result<(), LoadError> {
    if !(1..=limits::DEMO_HANDSETS).contains(&count) {
        return Err(LoadError::NotPossible(format!("--generate: must be 1 to {}", limits::DEMO_HANDSETS)));
    }
    let Some((before, behind)) = pattern.split_once("{}") else {
        return Err(LoadError::NotPossible(format!("--pattern: `{pattern}` has no {{}} where the number goes")));
    };
    let scheme = before.rfind(':').map_or(0, |at| at + 1);
    let digits = 14_usize.saturating_sub(before.len() - scheme);
    let id = |number: u32| format!("{before}{number:0digits$X}{behind}");
    if DeviceId::new(&id(count)).is_none() || pattern.contains([',', '"']) {
        return Err(LoadError::NotPossible(format!("--pattern: `{pattern}` makes no device id")));
    }
    let open = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    let told = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", file.display()));
    let mut out = BufWriter::new(open.map_err(told)?);
    writeln!(out, "{}", subscribers::HEADER).map_err(told)?;
    for number in 1..=count {
        let mut random = Zeroizing::new([0; 64]);
        getrandom::fill(&mut *random)?;
        let [password, server_password, client_nonce, server_nonce] =
            [0, 16, 32, 48].map(|at| Zeroizing::new(STANDARD.encode(&random[at..at + 16])));
        let (id, model) = (id(number), model.unwrap_or_default());
        let (password, server_password) = (password.as_str(), server_password.as_str());
        let (client_nonce, server_nonce) = (client_nonce.as_str(), server_nonce.as_str());
        writeln!(out, "{id},{id},{password},{server_password},{client_nonce},{server_nonce},{model},,,,,")
            .map_err(told)?;
    }
    out.flush().map_err(told)?;
    Ok(())
}
