//! `[wake]`: how handsets are woken. Keys, their rules, and the SMSC's password, which lies in a file of its own.
//!
//! Called by [`super::read`], [`super::check`] and `cli`.

use std::fs;
use std::net::{IpAddr, Ipv4Addr};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer};
use zeroize::Zeroizing;

use super::check::{Finding, wrong};
use super::{ConfigErrors, Problem, read};
use crate::limits;
use crate::syncml::notification::push;
use crate::wake::settings::{Bearer, Bind, Form, Host, Settings, Smpp, Template, Udp};

/// `[wake]`: how handsets are woken.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Wake {
    /// How notifications travel: `udp`, `smpp`, the first choice first. Default: none, handsets come by themselves.
    #[serde(deserialize_with = "bearers")]
    pub bearers: Vec<Bearer>,
    /// Times that a handset is called; the bearers take turns. Default 3.
    pub attempts: u32,
    /// Milliseconds that it has to come, each time. Default 60000.
    pub answer_ms: u64,
    /// `[wake.udp]`
    pub udp: WakeUdp,
    /// `[wake.smpp]`; must be there where `bearers` names it.
    pub smpp: Option<WakeSmpp>,
}

/// `[wake.udp]`: datagrams.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WakeUdp {
    /// `last`, the address that the handset's last session came from, or a host name with `{min}`, `{imsi}`, `{esn}` or `{meid}` in it.
    /// Default `last`.
    #[serde(deserialize_with = "read::word")]
    pub to: Host,
    /// Port of the handset. Default 2948.
    pub port: u16,
    /// Which of our addresses they come from. Default `0.0.0.0`: any.
    pub from: IpAddr,
}

/// `[wake.smpp]`: short messages.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WakeSmpp {
    /// `HOST:PORT` of the SMSC.
    pub server: String,
    /// Our name there: up to 15 characters.
    pub system_id: String,
    /// File whose first line is the password: up to 8 characters. A relative path starts at the folder of the configuration file, and at
    /// systemd's credentials before that.
    pub password_file: PathBuf,
    /// What kind of client we are, where the SMSC wants to know. Default: empty.
    #[serde(default)]
    pub system_type: String,
    /// `transceiver`, the default, or `transmitter`, to which no delivery receipts come.
    #[serde(default = "transceiver", deserialize_with = "read::word")]
    pub bind: Bind,
    /// How the push lies in the message: `cdma`, the default, `udh` or `ports`.
    #[serde(default = "cdma", deserialize_with = "read::word")]
    pub form: Form,
    /// service_type, by which many SMSCs choose the teleservice. Default `WAP`.
    #[serde(default = "wap")]
    pub service_type: String,
    /// The number, with `{min}`, `{imsi}`, `{esn}` or `{meid}` in it. Default `{min}`.
    #[serde(default = "min", deserialize_with = "read::word")]
    pub to: Template,
    /// Type of that number. Default 2: national.
    #[serde(default = "two")]
    pub to_ton: u8,
    /// Its numbering plan. Default 1: E.164.
    #[serde(default = "one")]
    pub to_npi: u8,
    /// Our own number. Default: empty, the SMSC's choice.
    #[serde(default)]
    pub source: String,
    /// Type of our number. Default 0: unknown.
    #[serde(default)]
    pub source_ton: u8,
    /// Its numbering plan. Default 0: unknown.
    #[serde(default)]
    pub source_npi: u8,
    /// Whether the SMSC shall tell whether a message was delivered. Default true.
    #[serde(default = "yes")]
    pub receipts: bool,
    /// Messages on their way that it has not answered. Default 10.
    #[serde(default = "ten")]
    pub window: usize,
    /// Milliseconds of silence after which the link is tried. Default 30000.
    #[serde(default = "half_a_minute")]
    pub enquire_ms: u64,
    /// Milliseconds for the SMSC to answer. Default 10000.
    #[serde(default = "ten_seconds")]
    pub answer_ms: u64,
}

impl Default for Wake {
    fn default() -> Self {
        Self { bearers: Vec::new(), attempts: 3, answer_ms: 60_000, udp: WakeUdp::default(), smpp: None }
    }
}

impl Default for WakeUdp {
    fn default() -> Self {
        Self { to: Host::Last, port: push::PORT, from: IpAddr::V4(Ipv4Addr::UNSPECIFIED) }
    }
}

fn bearers<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Bearer>, D::Error> {
    let names = Vec::<String>::deserialize(from)?;
    names.iter().map(|name| name.parse().map_err(serde::de::Error::custom)).collect()
}

fn transceiver() -> Bind {
    Bind::Transceiver
}

fn cdma() -> Form {
    Form::Cdma
}

fn wap() -> String {
    "WAP".into()
}

fn min() -> Template {
    Template::min()
}

fn two() -> u8 {
    2
}

fn one() -> u8 {
    1
}

fn yes() -> bool {
    true
}

fn ten() -> usize {
    10
}

fn half_a_minute() -> u64 {
    30_000
}

fn ten_seconds() -> u64 {
    10_000
}

/// What is wrong with the values.
pub(super) fn rules(wake: &Wake, findings: &mut Vec<Finding>) {
    let mut range = |key: &str, value: u64, allowed: RangeInclusive<u64>| {
        if !allowed.contains(&value) {
            findings.push(wrong(key, format!("{value} is not {} to {}", allowed.start(), allowed.end())));
        }
    };
    range("wake.attempts", wake.attempts.into(), 1..=limits::WAKE_ATTEMPTS.into());
    range("wake.answer_ms", wake.answer_ms, limits::WAKE_ANSWER_MS);
    range("wake.udp.port", wake.udp.port.into(), 1..=u64::from(u16::MAX));
    if let Some(smpp) = &wake.smpp {
        range("wake.smpp.window", smpp.window as u64, 1..=limits::SMPP_WINDOW as u64);
        range("wake.smpp.enquire_ms", smpp.enquire_ms, limits::SMPP_WAIT_MS);
        range("wake.smpp.answer_ms", smpp.answer_ms, limits::SMPP_WAIT_MS);
        let texts = [
            ("system_id", &smpp.system_id, 15),
            ("system_type", &smpp.system_type, 12),
            ("service_type", &smpp.service_type, 5),
            ("source", &smpp.source, 20),
        ];
        for (key, text, most) in texts {
            if text.len() > most || !text.bytes().all(|octet| octet.is_ascii_graphic()) {
                let message = format!("`{text}` is not up to {most} characters of ASCII without blanks");
                findings.push(wrong(format!("wake.smpp.{key}"), message));
            }
        }
        let has_port = smpp
            .server
            .rsplit_once(':')
            .is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok_and(|port| port != 0));
        if !has_port {
            let message = format!("`{}` is not HOST:PORT, such as smsc.example:2775", smpp.server);
            findings.push(wrong("wake.smpp.server", message));
        }
    }
    let twice = wake.bearers.iter().enumerate().any(|(at, bearer)| wake.bearers[..at].contains(bearer));
    if twice {
        findings.push(wrong("wake.bearers", "names a bearer twice"));
    }
    if wake.bearers.contains(&Bearer::Smpp) && wake.smpp.is_none() {
        findings.push(wrong("wake.bearers", "names smpp, and there is no [wake.smpp]"));
    }
}

impl Wake {
    /// What the room that wakes handsets is started with; `None`: none are woken. `config` is the configuration file.
    ///
    /// # Errors
    /// The password cannot be had.
    pub fn settings(&self, config: &Path) -> Result<Option<Settings>, ConfigErrors> {
        if self.bearers.is_empty() {
            return Ok(None);
        }
        let WakeUdp { to, port, from } = &self.udp;
        let smpp = self.smpp.as_ref().filter(|_| self.bearers.contains(&Bearer::Smpp));
        Ok(Some(Settings {
            order: self.bearers.clone(),
            attempts: self.attempts,
            answer_ms: self.answer_ms,
            udp: Some(Udp { to: to.clone(), port: *port, from: *from }),
            smpp: smpp.map(|smpp| smpp.settings(config)).transpose()?,
        }))
    }
}

impl WakeSmpp {
    fn settings(&self, config: &Path) -> Result<Smpp, ConfigErrors> {
        Ok(Smpp {
            server: self.server.clone(),
            system_id: self.system_id.clone(),
            password: self.password(config)?,
            system_type: self.system_type.clone(),
            bind: self.bind,
            form: self.form,
            service_type: self.service_type.clone(),
            to: self.to.clone(),
            to_kind: (self.to_ton, self.to_npi),
            source: self.source.clone(),
            source_kind: (self.source_ton, self.source_npi),
            receipts: self.receipts,
            window: self.window,
            enquire_ms: self.enquire_ms,
            answer_ms: self.answer_ms,
        })
    }

    fn password(&self, config: &Path) -> Result<Zeroizing<String>, ConfigErrors> {
        let file = read::credential(&self.password_file, config);
        let wrong = |message: String| ConfigErrors(vec![Problem { file: file.clone(), line: None, message }]);
        let text = fs::read_to_string(&file).map(Zeroizing::new);
        let text = text.map_err(|error| wrong(format!("wake.smpp.password_file: cannot be read: {error}")))?;
        let password = text.lines().next().unwrap_or_default();
        if password.len() > PASSWORD || !password.is_ascii() {
            return Err(wrong(format!(
                "wake.smpp.password_file: its first line is not up to {PASSWORD} characters of ASCII"
            )));
        }
        Ok(Zeroizing::new(password.to_owned()))
    }
}

/// Characters of a password in SMPP.
const PASSWORD: usize = 8;
