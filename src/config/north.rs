//! `[north.NAME]` and `[outcomes]`: peers in the operator's network. Keys, their rules, and what the files that they name hold.
//!
//! Called by [`super::read`], [`super::check`] and `cli`.

mod signalling;

use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use zeroize::Zeroizing;

use super::check::{Finding, doubtful, wrong};
use super::{Config, ConfigErrors, Problem, read};
use crate::http::client::{Trust, Url};
use crate::limits;
use crate::north::outbox::settings::{Beginning, Centre, Outcomes as OutcomeRules, Settings as Outbox, Target};
use crate::north::wrap::TransportKey;
use crate::north::{Peer, Settings};

/// `[north.NAME]`: a peer in the operator's network.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct North {
    /// What it is and how it is reached. Must be given.
    pub kind: NorthKind,
    /// Kind `http`: how deliveries get there. Default `push`.
    pub mode: Option<Mode>,
    /// Kind `http` and mode `push`: where they are posted.
    pub url: Option<String>,
    /// Kinds `http` and `ansi41`: file of the key under which keys travel, 16, 24 or 32 octets or their hex digits, which nobody else may read. A relative path
    /// starts at the folder of the configuration file, and at systemd's credentials before that.
    pub transport_key: Option<PathBuf>,
    /// Kind `http`: which one of its transport keys that is, as the peer counts them. Default 1.
    pub key_version: Option<u32>,
    /// Kind `http` and mode `push`: whether it computes the network's half of relayed exchanges. Default false.
    pub computes: Option<bool>,
    /// Deliveries that may be on their way to it at one time. Default 32.
    pub in_flight: Option<usize>,
    /// Where it wants to hear how exchanges end.
    pub outcome_url: Option<String>,
    /// Whose certificates its server may have. The files are PEM, and relative paths start at the folder of the configuration file.
    pub ca: Option<PathBuf>,
    /// Our own certificate.
    pub certificate: Option<PathBuf>,
    /// Its private key; a relative path starts at systemd's credentials before that.
    pub key: Option<PathBuf>,
    /// Milliseconds for an answer. Default 10000.
    pub answer_ms: Option<u64>,
    /// Kind `ansi41`: `[north.NAME.link]`. Must be given.
    pub link: Option<signalling::LinkKeys>,
    /// Kind `ansi41`: times that an invoke is sent. Default 3.
    pub attempts: Option<u32>,
    /// Kind `ansi41`: subsystem of the authentication centre. Default 10.
    pub ac_ssn: Option<u8>,
    /// Kind `ansi41`: ours as the over-the-air function. Default 12.
    pub otaf_ssn: Option<u8>,
    /// Kind `ansi41`: ours as the switch. Default 8.
    pub msc_ssn: Option<u8>,
    /// Kind `ansi41`: MSCID of this switch, 3 octets. Default 0, 0, 0.
    pub mscid: Option<[u8; 3]>,
    /// Kind `ansi41`: number of the private parameter with exchange id and wrapped key. Default: none, keys are not delivered.
    pub exchange_parameter: Option<u32>,
    /// Kind `ansi41`: number of the private parameter KeyVersion. Default: none, it is not told.
    pub key_version_parameter: Option<u32>,
}

/// The kinds of northern peers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NorthKind {
    /// An authentication centre inside this process: for the laboratory.
    Software,
    /// One that speaks JSON over HTTPS.
    Http,
    /// One that speaks ANSI-41 over signalling, and over-the-air functions that push messages through us.
    Ansi41,
}

/// How deliveries get to a peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// They are posted to it.
    Push,
    /// It fetches them from `/v1/keys`.
    Pull,
}

/// `[outcomes]`: where the outcome of an exchange may go when whoever asks for it names an URL.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Outcomes {
    /// The beginnings of URLs that are allowed. Default: none.
    pub allow: Vec<String>,
    /// Whose certificates its server may have. The files are PEM, and relative paths start at the folder of the configuration file.
    pub ca: Option<PathBuf>,
    /// Our own certificate.
    pub certificate: Option<PathBuf>,
    /// Its private key; a relative path starts at systemd's credentials before that.
    pub key: Option<PathBuf>,
    /// Milliseconds for an answer. Default 10000.
    pub answer_ms: Option<u64>,
}

/// How servers are trusted, and shown who we are.
#[derive(Clone, Copy)]
struct Client<'c> {
    ca: Option<&'c Path>,
    certificate: Option<&'c Path>,
    key: Option<&'c Path>,
    answer_ms: Option<u64>,
}

/// What is wrong with the peers.
pub(super) fn rules(config: &Config, findings: &mut Vec<Finding>) {
    let Config { north, outcomes, policy, .. } = config;
    if north.is_empty() {
        findings.push(wrong("north", "there is no [north.NAME]: nobody would get the keys"));
    }
    for (name, peer) in north {
        let plain = |octet: u8| octet.is_ascii_alphanumeric() || octet == b'-' || octet == b'_';
        if name.is_empty() || name.len() > limits::NORTH_NAME_OCTETS || !name.bytes().all(plain) {
            let most = limits::NORTH_NAME_OCTETS;
            findings.push(wrong(format!("north.{name}"), format!("a name has 1 to {most} letters, digits, - or _")));
        }
        peer_rules(name, peer, findings);
    }
    let mut inside = north.iter().filter(|(_, peer)| peer.kind == NorthKind::Software);
    if let Some((first, _)) = inside.next() {
        for (name, _) in inside {
            let message = format!("there is one software authentication centre in the process, and it is {first}");
            findings.push(wrong(format!("north.{name}"), message));
        }
        let message = "the software authentication centre forgets all keys with the process: for the laboratory only";
        findings.push(doubtful(format!("north.{first}"), message));
    }
    match &policy.north {
        Some(name) if !north.contains_key(name) => {
            findings.push(wrong("policy.north", format!("there is no [north.{name}]")));
        }
        // Two of a kind that there can be one of are told of already.
        None if north.len() > 1 && !north.values().all(|peer| peer.kind == NorthKind::Software) => {
            let names: Vec<_> = north.keys().map(String::as_str).collect();
            findings.push(wrong("policy.north", format!("must say which of {} takes the keys", names.join(", "))));
        }
        _ => {}
    }
    if outcomes.allow.len() > limits::OUTCOME_PLACES {
        let message = format!("{} places are more than {}", outcomes.allow.len(), limits::OUTCOME_PLACES);
        findings.push(wrong("outcomes.allow", message));
    }
    let urls: Vec<&str> = outcomes.allow.iter().map(String::as_str).collect();
    for url in &urls {
        if let Err(error) = Beginning::new(url) {
            findings.push(wrong("outcomes.allow", error.to_string()));
        }
    }
    client_rules("outcomes", "allow", &urls, outcomes.client(), findings);
}

fn peer_rules(name: &str, peer: &North, findings: &mut Vec<Finding>) {
    let at = |key: &str| format!("north.{name}.{key}");
    let of_http = [
        ("mode", peer.mode.is_some()),
        ("url", peer.url.is_some()),
        ("key_version", peer.key_version.is_some()),
        ("computes", peer.computes.is_some()),
    ];
    let of_ansi41 = [
        ("link", peer.link.is_some()),
        ("attempts", peer.attempts.is_some()),
        ("ac_ssn", peer.ac_ssn.is_some()),
        ("otaf_ssn", peer.otaf_ssn.is_some()),
        ("msc_ssn", peer.msc_ssn.is_some()),
        ("mscid", peer.mscid.is_some()),
        ("exchange_parameter", peer.exchange_parameter.is_some()),
        ("key_version_parameter", peer.key_version_parameter.is_some()),
    ];
    let mut not_for = |kind: &str, keys: &[(&str, bool)]| {
        for (key, _) in keys.iter().filter(|(_, given)| *given) {
            findings.push(wrong(at(key), format!("is for kind = \"{kind}\"")));
        }
    };
    match peer.kind {
        NorthKind::Software => {
            not_for("http", &of_http);
            not_for("http", &[("transport_key", peer.transport_key.is_some())]);
            not_for("ansi41", &of_ansi41);
        }
        NorthKind::Http => {
            not_for("ansi41", &of_ansi41);
            http_rules(name, peer, findings);
        }
        NorthKind::Ansi41 => {
            not_for("http", &of_http);
            signalling::rules(name, peer, findings);
        }
    }
    if let Some(in_flight) = peer.in_flight.filter(|count| !(1..=limits::NORTH_IN_FLIGHT).contains(count)) {
        findings.push(wrong(at("in_flight"), format!("{in_flight} is not 1 to {}", limits::NORTH_IN_FLIGHT)));
    }
    let section = format!("north.{name}");
    for (key, url) in [("url", &peer.url), ("outcome_url", &peer.outcome_url)] {
        let urls: Vec<&str> = url.iter().map(String::as_str).collect();
        client_rules(&section, key, &urls, peer.client(), findings);
    }
}

fn http_rules(name: &str, peer: &North, findings: &mut Vec<Finding>) {
    let at = |key: &str| format!("north.{name}.{key}");
    match (peer.is_pushed(), &peer.url) {
        (true, None) => findings.push(wrong(at("url"), "must be given: where deliveries are posted")),
        (false, Some(_)) => findings.push(wrong(at("url"), "is for mode = \"push\": this peer fetches")),
        _ => {}
    }
    if !peer.is_pushed() && peer.computes == Some(true) {
        findings.push(wrong(at("computes"), "is for mode = \"push\": a peer that fetches cannot be asked"));
    }
    if peer.transport_key.is_none() {
        findings.push(wrong(at("transport_key"), "must be given: keys travel wrapped under it"));
    }
}

/// What is wrong with URLs, and with how their servers are trusted.
fn client_rules(section: &str, key: &str, urls: &[&str], tls: Client<'_>, findings: &mut Vec<Finding>) {
    let at = |key: &str| format!("{section}.{key}");
    let mut secure = false;
    for url in urls {
        match Url::parse(url) {
            Err(error) => findings.push(wrong(at(key), error.to_string())),
            Ok(url) if url.tls => secure = true,
            Ok(url) if is_here(&url.host) => {
                findings.push(doubtful(at(key), "is in the clear: nobody proves who he is"));
            }
            Ok(_) => findings.push(wrong(at(key), "must begin with https:// where it leads to another machine")),
        }
    }
    if secure && tls.ca.is_none() {
        findings.push(wrong(at("ca"), "must be given: whose certificates are trusted"));
    }
    if secure && tls.certificate.is_none() && tls.key.is_none() {
        findings.push(doubtful(at("certificate"), "is not given: the peer cannot tell who delivers to it"));
    }
    if tls.certificate.is_some() != tls.key.is_some() {
        findings.push(wrong(at("certificate"), "goes with key, and key with it"));
    }
    if let Some(answer) = tls.answer_ms.filter(|answer| !limits::NORTH_POST_MS.contains(answer)) {
        let (least, most) = (limits::NORTH_POST_MS.start(), limits::NORTH_POST_MS.end());
        findings.push(wrong(at("answer_ms"), format!("{answer} is not {least} to {most} milliseconds")));
    }
}

fn is_here(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

impl Outcomes {
    fn client(&self) -> Client<'_> {
        let Self { ca, certificate, key, answer_ms, .. } = self;
        Client { ca: ca.as_deref(), certificate: certificate.as_deref(), key: key.as_deref(), answer_ms: *answer_ms }
    }
}

impl North {
    fn client(&self) -> Client<'_> {
        let Self { ca, certificate, key, answer_ms, .. } = self;
        Client { ca: ca.as_deref(), certificate: certificate.as_deref(), key: key.as_deref(), answer_ms: *answer_ms }
    }

    fn is_pushed(&self) -> bool {
        self.mode != Some(Mode::Pull)
    }

    fn target(&self, url: &str, trust: Option<&Trust>) -> Target {
        Target {
            url: url.to_owned(),
            trust: trust.cloned(),
            answer: self.client().answer(),
            in_flight: self.in_flight.unwrap_or(limits::NORTH_IN_FLIGHT_DEFAULT),
        }
    }
}

impl Client<'_> {
    fn answer(&self) -> Duration {
        Duration::from_millis(self.answer_ms.unwrap_or(limits::NORTH_POST_DEFAULT_MS))
    }

    /// Reads the files, if there are any.
    fn trust(&self, config: &Path) -> Result<Option<Trust>, ConfigErrors> {
        let Some(ca) = self.ca.map(|ca| read::beside(ca, config)) else { return Ok(None) };
        let octets = |file: &Path| fs::read(file).map_err(|error| unreadable(file, &error));
        let roots = octets(&ca)?;
        let own = match (self.certificate, self.key) {
            (Some(certificate), Some(key)) => {
                let key = Zeroizing::new(octets(&read::credential(key, config))?);
                Some((octets(&read::beside(certificate, config))?, key))
            }
            _ => None,
        };
        let own = own.as_ref().map(|(chain, key)| (chain.as_slice(), key.as_slice()));
        Trust::in_pem(&roots, own).map(Some).map_err(|error| unreadable(&ca, &error))
    }
}

impl Config {
    /// Who answers the questions of exchanges and who is delivered to, with what the files hold that are named. `file` is the configuration file.
    ///
    /// # Errors
    /// A file cannot be had, or holds something else.
    pub fn northern(&self, file: &Path) -> Result<Settings, ConfigErrors> {
        let mut outbox = Outbox::default();
        let mut signalling = Vec::new();
        for (name, peer) in &self.north {
            let trust = peer.client().trust(file)?;
            let target = |url: &String| peer.target(url, trust.as_ref());
            let name: Arc<str> = name.as_str().into();
            if let Some(url) = &peer.outcome_url {
                outbox.listeners.push((Arc::clone(&name), target(url)));
            }
            if peer.kind == NorthKind::Ansi41 {
                signalling.extend(signalling::settings(&name, peer, self.policy.min_p_bits, file)?);
            }
            if let (NorthKind::Http, Some(key)) = (peer.kind, &peer.transport_key) {
                let key = read::credential(key, file);
                outbox.centres.push(Centre {
                    name,
                    push: peer.url.as_ref().map(target),
                    transport_key: TransportKey::read(&key).map_err(|error| unreadable(&key, &error))?,
                    key_version: peer.key_version.unwrap_or(1),
                    computes: peer.computes.unwrap_or(false),
                });
            }
        }
        outbox.outcomes = OutcomeRules {
            allowed: self.outcomes.allow.iter().filter_map(|url| Beginning::new(url).ok()).collect(),
            trust: self.outcomes.client().trust(file)?,
            answer: self.outcomes.client().answer(),
        };
        let chosen = self.policy.north.as_ref().or_else(|| self.north.keys().next());
        let kind = chosen.and_then(|name| self.north.get(name)).map(|peer| peer.kind);
        let peer = match (chosen, kind) {
            (Some(name), Some(NorthKind::Http)) => Peer::Json(name.as_str().into()),
            (Some(name), Some(NorthKind::Ansi41)) => Peer::Ansi41(name.as_str().into()),
            _ => Peer::Software,
        };
        Ok(Settings { peer, outbox, signalling })
    }
}

fn unreadable(file: &Path, error: &std::io::Error) -> ConfigErrors {
    ConfigErrors(vec![Problem { file: file.into(), line: None, message: error.to_string() }])
}

#[cfg(test)]
mod tests;
