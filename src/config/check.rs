//! Rules that one value alone cannot show: ranges, pairs, and what the processor or the standards allow.
//!
//! Judges values, knows no file and no line. Called by [`Config::parse`](super::Config::parse) only.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use akeyd_hw::limits::{EXPONENT_MIN_BITS, MAX_BITS, MIN_BITS};
use akeyd_hw::{Group, Search};
use serde::Deserialize;

use super::read::{ClientAuth, TlsKeys, state_folder};
use super::{Compute, Config, Dm, GroupChoice, GroupSource, Http, Keys, Net, Policy, north};
use crate::groups::Fresh;
use crate::limits;
use crate::net::listener::Place;
use crate::net::proxy::ClientAddress;
use crate::words::{Dialect, Kind, Order};

/// Below this size of P a rich attacker's precomputation opens every exchange (Logjam, 2015).
const P_BITS_IN_SERVICE: u32 = 1024;
/// The default of `[group] name`.
const DEFAULT_GROUP: &str = "oakley-1024";

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The service does not start with it.
    Wrong,
    /// It starts, and the operator is told.
    Doubtful,
}

/// What a rule has to say about a key.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) verdict: Verdict,
    /// `section.key`
    pub(super) key: String,
    pub(super) message: String,
}

pub(super) fn wrong(key: impl Into<String>, message: impl Into<String>) -> Finding {
    Finding { verdict: Verdict::Wrong, key: key.into(), message: message.into() }
}

pub(super) fn doubtful(key: impl Into<String>, message: impl Into<String>) -> Finding {
    Finding { verdict: Verdict::Doubtful, key: key.into(), message: message.into() }
}

/// `[group]` as it stands in the file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct GroupKeys {
    name: Option<String>,
    p: Option<String>,
    g: Option<String>,
    exponent_bits: Option<u32>,
    fresh: Option<u32>,
    stock: Option<usize>,
    exchanges: Option<u64>,
    hours: Option<u32>,
    dir: Option<PathBuf>,
}

impl GroupKeys {
    /// The key that says which P it is.
    fn chosen_by(&self) -> &'static str {
        match (self.fresh, &self.p) {
            (Some(_), _) => "group.fresh",
            (None, Some(_)) => "group.p",
            (None, None) => "group.name",
        }
    }
}

/// P, G and the length of y; the default's where the file's are wrong.
pub(super) fn group(keys: &GroupKeys, min_p_bits: u32, config: &Path) -> (GroupChoice, Vec<Finding>) {
    let mut findings = Vec::new();
    let source = match keys.fresh {
        Some(bits) => fresh(keys, bits, config, &mut findings).map(GroupSource::Fresh),
        None => named_or_given(keys).map(|group| GroupSource::Fixed(Arc::new(group))),
    };
    let source = source.unwrap_or_else(|finding| {
        findings.push(finding);
        GroupSource::Fixed(Arc::new(Group::known(DEFAULT_GROUP).expect("shipped")))
    });
    let bits = source.bits();
    if bits < min_p_bits {
        let message = format!("a P of {bits} bits is below policy.min_p_bits = {min_p_bits}");
        findings.push(wrong(keys.chosen_by(), message));
    }
    let exponent_bits = keys.exponent_bits.unwrap_or(if bits < P_BITS_IN_SERVICE { 160 } else { 384 });
    if !(EXPONENT_MIN_BITS..=bits).contains(&exponent_bits) {
        let message = format!("{exponent_bits} is not {EXPONENT_MIN_BITS} to {bits}, the bits of P");
        findings.push(wrong("group.exponent_bits", message));
    }
    if bits < P_BITS_IN_SERVICE {
        let message = format!(
            "a P of {bits} bits serves demonstrations and tests, not subscribers: take {P_BITS_IN_SERVICE} bits"
        );
        findings.push(doubtful(keys.chosen_by(), message));
    }
    (GroupChoice { source, exponent_bits }, findings)
}

/// Fresh groups of this size.
fn fresh(keys: &GroupKeys, bits: u32, config: &Path, findings: &mut Vec<Finding>) -> Result<Fresh, Finding> {
    if !Search::takes(bits) {
        return Err(wrong("group.fresh", format!("{bits} is not {MIN_BITS} to {MAX_BITS} bits in steps of 8")));
    }
    if keys.name.is_some() || keys.p.is_some() || keys.g.is_some() {
        return Err(wrong("group.fresh", "makes its own numbers: give neither name nor p and g"));
    }
    let fresh = Fresh {
        bits,
        stock: keys.stock.unwrap_or(limits::GROUP_STOCK_DEFAULT),
        exchanges: keys.exchanges.unwrap_or(limits::GROUP_EXCHANGES_DEFAULT),
        hours: keys.hours.unwrap_or(limits::GROUP_HOURS_DEFAULT),
        folder: groups_folder(keys.dir.as_deref(), config),
    };
    let mut within = |key: &str, value: u64, least: u64, most: u64| {
        if !(least..=most).contains(&value) {
            findings.push(wrong(format!("group.{key}"), format!("{value} is not {least} to {most}")));
        }
    };
    within("stock", fresh.stock as u64, 1, limits::GROUP_STOCK as u64);
    within("exchanges", fresh.exchanges, 1, limits::GROUP_EXCHANGES);
    within("hours", fresh.hours.into(), 1, limits::GROUP_HOURS.into());
    Ok(fresh)
}

/// Where fresh groups wait.
fn groups_folder(given: Option<&Path>, config: &Path) -> PathBuf {
    match given {
        Some(folder) => config.parent().unwrap_or(Path::new("")).join(folder),
        None => state_folder(config).join("groups"),
    }
}

fn named_or_given(keys: &GroupKeys) -> Result<Group, Finding> {
    let only_fresh = [
        ("stock", keys.stock.is_some()),
        ("exchanges", keys.exchanges.is_some()),
        ("hours", keys.hours.is_some()),
        ("dir", keys.dir.is_some()),
    ];
    if let Some((key, _)) = only_fresh.iter().find(|(_, given)| *given) {
        return Err(wrong(format!("group.{key}"), "goes with fresh alone"));
    }
    let group = match (keys.name.as_deref(), keys.p.as_deref(), keys.g.as_deref()) {
        (Some(_) | None, None, None) => {
            let name = keys.name.as_deref().unwrap_or(DEFAULT_GROUP);
            let known = || format!("`{name}` is not one of {}", Group::KNOWN.join(", "));
            Group::known(name).ok_or_else(|| wrong("group.name", known()))?
        }
        (None, Some(p), Some(g)) => {
            let p = octets(p).ok_or_else(|| wrong("group.p", "is not a number in hex digits"))?;
            let g = octets(g).ok_or_else(|| wrong("group.g", "is not a number in hex digits"))?;
            Group::new(&p, &g, MIN_BITS)
                .map_err(|error| wrong(format!("group.{}", error.field()), error.to_string()))?
        }
        (Some(_), ..) => return Err(wrong("group.name", "stands for p and g: give the name or the numbers, not both")),
        (None, Some(_), None) => return Err(wrong("group.p", "needs g beside it")),
        (None, None, Some(_)) => return Err(wrong("group.g", "needs p beside it")),
    };
    Ok(group)
}

/// The octets of a number in hex digits of either case; blanks and line ends may stand between them.
fn octets(hex: &str) -> Option<Vec<u8>> {
    let mut digits =
        hex.chars().filter(|c| !c.is_ascii_whitespace()).map(|c| c.to_digit(16)).collect::<Option<Vec<u32>>>()?;
    if digits.len() % 2 == 1 {
        digits.insert(0, 0);
    }
    Some(digits.chunks_exact(2).map(|pair| (pair[0] << 4 | pair[1]) as u8).collect())
}

/// Everything else.
pub(super) fn rules(config: &Config) -> Vec<Finding> {
    let Config { http, policy, dm, keys, net, compute, .. } = config;
    let mut findings = Vec::new();
    listeners(config, &mut findings);
    bounds(config, &mut findings);
    path(http, &mut findings);
    exchanges(policy, &mut findings);
    north::rules(config, &mut findings);
    sessions(dm, &mut findings);
    new_keys(keys, &mut findings);
    threads(net, compute, &mut findings);
    store(config, &mut findings);
    super::wake::rules(&config.wake, &mut findings);
    super::admin::rules(&config.admin, &mut findings);
    findings
}

fn listeners(Config { http, tls, status, .. }: &Config, findings: &mut Vec<Finding>) {
    let of = |place: &Option<Place>| match place {
        Some(Place::Internet(address)) => Some(*address),
        _ => None,
    };
    let (plain, under_tls) = (of(&http.listen), of(&tls.listen));
    let overlap = |a: SocketAddr, b: SocketAddr| {
        a.port() != 0
            && a.port() == b.port()
            && (a.ip() == b.ip() || a.ip().is_unspecified() || b.ip().is_unspecified())
    };
    let taken = [
        ("status.listen", Some(status.listen), "http.listen", plain),
        ("status.listen", Some(status.listen), "tls.listen", under_tls),
        ("tls.listen", under_tls, "http.listen", plain),
    ];
    for (key, one, other_key, other) in taken {
        if let (Some(one), Some(other)) = (one, other)
            && overlap(one, other)
        {
            findings.push(wrong(key, format!("takes the same port as {other_key} = {other}")));
        }
    }
    if matches!(tls.listen, Some(Place::Local(_))) && tls.listen == http.listen {
        findings.push(wrong("tls.listen", "is the same socket as http.listen"));
    }
    if http.listen.is_none() && tls.files.is_none() {
        findings.push(wrong("http.listen", "is none, and so is tls.listen: nobody could come in"));
    }
    if plain.is_some_and(|address| !address.ip().is_loopback()) {
        let message =
            "handsets' messages cross the network in the clear: take [tls], or let a TLS proxy stand before akeyd";
        findings.push(doubtful("http.listen", message));
    }
    if http.client_address != ClientAddress::Peer && http.trusted_proxies.is_empty() && plain.or(under_tls).is_some() {
        findings.push(doubtful("http.client_address", "no proxy is believed: trusted_proxies is empty"));
    }
    if !status.listen.ip().is_loopback() {
        findings.push(doubtful("status.listen", "anybody in the network can read the metrics"));
    }
}

/// Keys of `[tls]` that need each other.
pub(super) fn tls(keys: &TlsKeys) -> Vec<Finding> {
    let mut findings = Vec::new();
    match (&keys.certificate, &keys.key) {
        (Some(_), None) => findings.push(wrong("tls.certificate", "needs key beside it")),
        (None, Some(_)) => findings.push(wrong("tls.key", "needs certificate beside it")),
        (None, None) if keys.listen.is_some() => {
            findings.push(wrong("tls.listen", "needs certificate and key beside it"));
        }
        _ => {}
    }
    let asked = keys.client_auth.is_some_and(|auth| auth != ClientAuth::None);
    if asked && keys.client_ca.is_none() {
        findings.push(wrong("tls.client_auth", "needs client_ca beside it"));
    }
    findings
}

fn bounds(Config { http, limits: section, .. }: &Config, findings: &mut Vec<Finding>) {
    let wait = |ms| (ms, 1, limits::HTTP_WAIT_MS);
    let per_address = section.connections_per_address.unwrap_or(1) as u64;
    for (key, (value, least, most)) in [
        ("connections", (section.connections as u64, 1, limits::CONNECTIONS as u64)),
        ("connections_per_address", (per_address, 1, limits::CONNECTIONS as u64)),
        ("sessions", (section.sessions.unwrap_or(1) as u64, 1, limits::SESSIONS as u64)),
        ("handshakes", (section.handshakes as u64, 1, limits::CONNECTIONS as u64)),
        ("requests_per_connection", (section.requests_per_connection.into(), 1, u32::MAX.into())),
        (
            "body_octets",
            (section.body_octets as u64, limits::HTTP_BODY_LEAST_OCTETS as u64, limits::HTTP_BODY_OCTETS as u64),
        ),
        ("handshake_ms", wait(section.handshake_ms)),
        ("head_ms", wait(section.head_ms)),
        ("body_ms", wait(section.body_ms)),
        ("write_ms", wait(section.write_ms)),
        ("idle_ms", wait(section.idle_ms)),
    ] {
        if !(least..=most).contains(&value) {
            findings.push(wrong(format!("limits.{key}"), format!("{value} is not {least} to {most}")));
        }
    }
    for (key, list) in [("http.trusted_proxies", &http.trusted_proxies), ("limits.trusted_nets", &section.trusted_nets)]
    {
        if list.len() > limits::NETWORKS {
            findings.push(wrong(key, format!("{} networks are more than {}", list.len(), limits::NETWORKS)));
        }
    }
}

fn path(http: &Http, findings: &mut Vec<Finding>) {
    let fits = http.path.len() <= limits::URI_OCTETS;
    let plain = |octet: u8| octet.is_ascii_graphic() && !b"?#%\"<>\\^`{|}".contains(&octet);
    if !(http.path.starts_with('/') && fits && http.path.bytes().all(plain)) {
        findings.push(wrong("http.path", format!("`{}` is not a plain absolute path such as /dm", http.path)));
    }
}

fn exchanges(policy: &Policy, findings: &mut Vec<Finding>) {
    if !(MIN_BITS..=MAX_BITS).contains(&policy.min_p_bits) {
        findings.push(wrong("policy.min_p_bits", format!("{} is not {MIN_BITS} to {MAX_BITS}", policy.min_p_bits)));
    }
    let is683_alone = policy.dialect == Some(Dialect::Is683);
    if policy.order == Order::MsFirst && is683_alone {
        // C.S0016: the Key Generation Request carries BS_RESULT, and only its response MS_RESULT.
        findings.push(wrong("policy.order", "`ms-first` is not possible in is683: take bs-first"));
    }
    if policy.kind == Kind::RootKey && is683_alone {
        findings.push(wrong("policy.kind", "`root_key` is not possible in is683: take a_key"));
    }
}

fn sessions(dm: &Dm, findings: &mut Vec<Finding>) {
    if crate::words::DeviceId::new(&dm.server_id).is_none() {
        let most = limits::DEVICE_ID_OCTETS;
        findings.push(wrong("dm.server_id", format!("`{}` is not 1 to {most} octets without blanks", dm.server_id)));
    }
    if dm.hold_ms > limits::DM_HOLD_MS {
        findings.push(wrong("dm.hold_ms", format!("{} is not 0 to {} milliseconds", dm.hold_ms, limits::DM_HOLD_MS)));
    }
    if dm.hold_rounds > limits::DM_HOLD_ROUNDS {
        findings.push(wrong("dm.hold_rounds", format!("{} is not 0 to {}", dm.hold_rounds, limits::DM_HOLD_ROUNDS)));
    }
}

fn new_keys(keys: &Keys, findings: &mut Vec<Finding>) {
    let (hours, minutes) = (keys.keep_after_activation, keys.in_doubt_alert_after);
    if hours > limits::KEEP_KEY_HOURS {
        let message = format!("{hours} is not 0 to {} hours", limits::KEEP_KEY_HOURS);
        findings.push(wrong("keys.keep_after_activation", message));
    }
    if !(1..=limits::IN_DOUBT_ALERT_MINUTES).contains(&minutes) {
        let message = format!("{minutes} is not 1 to {} minutes", limits::IN_DOUBT_ALERT_MINUTES);
        findings.push(wrong("keys.in_doubt_alert_after", message));
    }
}

fn store(Config { store, .. }: &Config, findings: &mut Vec<Finding>) {
    let (least, most) = limits::STORE_CACHE_MIB.into_inner();
    if !(least..=most).contains(&store.cache_mib) {
        findings.push(wrong("store.cache_mib", format!("{} is not {least} to {most}", store.cache_mib)));
    }
    if store.old_keys.len() >= limits::STORE_KEYS {
        let most = limits::STORE_KEYS - 1;
        findings.push(wrong("store.old_keys", format!("{} keys are more than {most}", store.old_keys.len())));
    }
    let kept = [
        ("store.keep_exchanges", store.keep_exchanges),
        ("store.keep_deliveries", store.keep_deliveries),
        ("store.keep_audit", store.keep_audit),
    ];
    for (key, days) in kept.into_iter().filter(|(_, days)| *days > limits::KEEP_DAYS) {
        findings.push(wrong(key, format!("{days} is not 0 to {} days", limits::KEEP_DAYS)));
    }
    if store.path.is_none() {
        let message = "exchanges and nonces are forgotten with the process: for the laboratory only";
        findings.push(doubtful("store.path", message));
    }
}

fn threads(net: &Net, compute: &Compute, findings: &mut Vec<Finding>) {
    for (key, threads) in [("net.threads", net.threads), ("compute.threads", compute.threads)] {
        if let Some(threads) = threads.filter(|threads| !(1..=limits::THREADS).contains(threads)) {
            findings.push(wrong(key, format!("{threads} is not 1 to {}", limits::THREADS)));
        }
    }
    if !(1..=limits::CHECK_EVERY).contains(&compute.check_every) {
        let message = format!("{} is not 1 to {}", compute.check_every, limits::CHECK_EVERY);
        findings.push(wrong("compute.check_every", message));
    }
    if let Some(backend) = compute.backend.filter(|backend| !backend.is_usable()) {
        let usable: Vec<_> = akeyd_hw::Backend::all_usable().map(akeyd_hw::Backend::as_str).collect();
        findings
            .push(wrong("compute.backend", format!("this processor lacks {backend}, but has {}", usable.join(", "))));
    }
    if let Some(backend) = compute.backend.filter(|backend| !backend.is_constant_time()) {
        let message = format!("the time of {backend} depends on keys");
        findings.push(if compute.variable_time {
            doubtful("compute.variable_time", format!("{message}: for the laboratory only"))
        } else {
            wrong("compute.backend", format!("{message}: a laboratory may set variable_time = true"))
        });
    }
}
