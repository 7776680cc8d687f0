//! `[north.NAME]` of kind `ansi41`: the link to the signalling network, and how the peer at its end is spoken to.
//!
//! Called by [`super`].

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use super::super::check::{Finding, doubtful, wrong};
use super::super::{ConfigErrors, read};
use super::{North, unreadable};
use crate::ansi41::PointCode;
use crate::ansi41::parameters::ParameterId;
use crate::ansi41::sccp::{Address, Segmenting, Ssn};
use crate::limits;
use crate::north::Signalling;
use crate::north::ansi41::{PrivateParameters, Settings};
use crate::north::link::settings::{Role, Settings as Link, Side, TrafficMode, Transport};
use crate::north::wrap::TransportKey;

/// `[north.NAME.link]`: how the signalling network is reached.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkKeys {
    /// What carries SCCP: `m3ua-tcp`, `m3ua-sctp` or `ipa`.
    #[serde(deserialize_with = "read::word")]
    pub transport: Transport,
    /// Who opens associations: `client`, the default, or `server`.
    #[serde(default = "client", deserialize_with = "read::word")]
    pub role: Role,
    /// Which half of M3UA we speak: `asp`, the default, `sg` or `ipsp`.
    #[serde(default = "asp", deserialize_with = "read::word")]
    pub side: Side,
    /// Our end: addresses with ports, which a client's associations take in turn, and at each of which a server listens. Port 0 takes any.
    #[serde(default)]
    pub local: Vec<SocketAddr>,
    /// Their end, `HOST:PORT`: a client opens one association to each; a server lets only these hosts in, all where there are none.
    #[serde(default)]
    pub remote: Vec<String>,
    /// How several associations share the traffic: `loadshare`, the default, or `override`.
    #[serde(default = "load_share", deserialize_with = "read::word")]
    pub mode: TrafficMode,
    /// Our point code, network-cluster-member.
    #[serde(deserialize_with = "read::word")]
    pub opc: PointCode,
    /// That of the authentication centre, or of the HLR before it.
    #[serde(deserialize_with = "read::word")]
    pub dpc: PointCode,
    /// Routing context of M3UA. Default: none.
    pub routing_context: Option<u32>,
    /// Network appearance of M3UA. Default: none.
    pub network_appearance: Option<u32>,
    /// ASP identifier of M3UA. Default: none.
    pub asp_identifier: Option<u32>,
    /// Network indicator: 2, the default, and 3 are national, 0 and 1 international.
    #[serde(default = "two")]
    pub network_indicator: u8,
    /// Priority of our messages, 0 to 3. Default 0.
    #[serde(default)]
    pub priority: u8,
    /// Our name in IPA. Default: the peer's name.
    pub unit_name: Option<String>,
    /// Octets of the longest SCCP message. Default 265.
    pub message_octets: Option<usize>,
    /// Milliseconds that segments wait for the rest of them. Default 10000.
    #[serde(default = "ten_seconds")]
    pub reassembly_ms: u64,
    /// Milliseconds of silence after which an association is tried. Default 30000.
    #[serde(default = "half_a_minute")]
    pub heartbeat_ms: u64,
    /// Milliseconds for the peer to connect and to answer each step of the start. Default 5000.
    #[serde(default = "five_seconds")]
    pub answer_ms: u64,
}

fn client() -> Role {
    Role::Client
}

fn asp() -> Side {
    Side::Asp
}

fn load_share() -> TrafficMode {
    TrafficMode::LoadShare
}

fn two() -> u8 {
    2
}

fn ten_seconds() -> u64 {
    10_000
}

fn half_a_minute() -> u64 {
    30_000
}

fn five_seconds() -> u64 {
    5_000
}

/// What is wrong with a peer of this kind.
pub(super) fn rules(name: &str, peer: &North, findings: &mut Vec<Finding>) {
    let at = |key: &str| format!("north.{name}.{key}");
    let Some(link) = &peer.link else {
        findings
            .push(wrong(format!("north.{name}"), "must have a section [north.NAME.link]: how the network is reached"));
        return;
    };
    match link.role {
        Role::Client if link.remote.is_empty() => {
            findings.push(wrong(at("link.remote"), "must be given: whom a client connects to"));
        }
        Role::Server if link.local.is_empty() => {
            findings.push(wrong(at("link.local"), "must be given: where a server listens"));
        }
        _ => {}
    }
    for (key, there, most) in [
        ("link.local", link.local.len(), limits::LINK_ASSOCIATIONS),
        ("link.remote", link.remote.len(), limits::LINK_ASSOCIATIONS),
        ("link.network_indicator", link.network_indicator.into(), 3),
        ("link.priority", link.priority.into(), 3),
    ] {
        if there > most {
            findings.push(wrong(at(key), format!("{there} is more than {most}")));
        }
    }
    if let Some(octets) = link.message_octets.filter(|octets| !limits::SCCP_MESSAGE.contains(octets)) {
        let (least, most) = (limits::SCCP_MESSAGE.start(), limits::SCCP_MESSAGE.end());
        findings.push(wrong(at("link.message_octets"), format!("{octets} is not {least} to {most}")));
    }
    for (key, given) in [
        ("link.reassembly_ms", link.reassembly_ms),
        ("link.heartbeat_ms", link.heartbeat_ms),
        ("link.answer_ms", link.answer_ms),
    ] {
        if !limits::LINK_WAIT_MS.contains(&given) {
            let (least, most) = (limits::LINK_WAIT_MS.start(), limits::LINK_WAIT_MS.end());
            findings.push(wrong(at(key), format!("{given} is not {least} to {most} milliseconds")));
        }
    }
    if let Some(answer) = peer.answer_ms.filter(|answer| !limits::TCAP_ANSWER_MS.contains(answer)) {
        let (least, most) = (limits::TCAP_ANSWER_MS.start(), limits::TCAP_ANSWER_MS.end());
        findings.push(wrong(at("answer_ms"), format!("{answer} is not {least} to {most} milliseconds")));
    }
    if let Some(attempts) = peer.attempts.filter(|attempts| !(1..=limits::TCAP_ATTEMPTS_MOST).contains(attempts)) {
        findings.push(wrong(at("attempts"), format!("{attempts} is not 1 to {}", limits::TCAP_ATTEMPTS_MOST)));
    }
    for (key, number) in
        [("exchange_parameter", peer.exchange_parameter), ("key_version_parameter", peer.key_version_parameter)]
    {
        let Some(number) = number else { continue };
        if number > limits::TAG_NUMBER {
            findings.push(wrong(at(key), format!("{number} is not 0 to {}", limits::TAG_NUMBER)));
        } else if let Some((standard, _)) = ParameterId(number).known() {
            findings.push(wrong(at(key), format!("{number} is {standard}: take a number that no standard has")));
        }
    }
    if peer.exchange_parameter.is_some() && peer.exchange_parameter == peer.key_version_parameter {
        findings.push(wrong(at("key_version_parameter"), "is the number of exchange_parameter"));
    }
    if peer.transport_key.is_some() != peer.exchange_parameter.is_some() {
        findings
            .push(wrong(at("transport_key"), "goes with exchange_parameter: keys are delivered by both or not at all"));
    } else if peer.transport_key.is_none() {
        let message = "is not given: keys of the way perform cannot be delivered to this peer";
        findings.push(doubtful(format!("north.{name}"), format!("transport_key {message}")));
    }
}

/// The peer as the service takes it.
pub(super) fn settings(
    name: &str,
    peer: &North,
    min_p_bits: u32,
    file: &Path,
) -> Result<Option<Signalling>, ConfigErrors> {
    let Some(keys) = &peer.link else { return Ok(None) };
    let transport_key = match &peer.transport_key {
        Some(key) => {
            let key = read::credential(key, file);
            Some(TransportKey::read(&key).map_err(|error| unreadable(&key, &error))?)
        }
        None => None,
    };
    let msc = Ssn(peer.msc_ssn.unwrap_or(Ssn::MSC.0));
    let otaf = Ssn(peer.otaf_ssn.unwrap_or(Ssn::OTAF.0));
    let ac = Ssn(peer.ac_ssn.unwrap_or(Ssn::AC.0));
    let segmenting = Segmenting::default();
    let link = Link {
        name: name.to_owned(),
        transport: keys.transport,
        role: keys.role,
        side: keys.side,
        local: keys.local.clone(),
        remote: keys.remote.clone(),
        mode: keys.mode,
        opc: keys.opc,
        dpc: keys.dpc,
        routing_context: keys.routing_context,
        network_appearance: keys.network_appearance,
        asp_identifier: keys.asp_identifier,
        network_indicator: keys.network_indicator,
        priority: keys.priority,
        unit_name: keys.unit_name.clone().unwrap_or_else(|| name.to_owned()),
        ssns: vec![msc, otaf],
        segmenting: Segmenting {
            message_octets: keys.message_octets.unwrap_or(segmenting.message_octets),
            ..segmenting
        },
        reassembly_ms: keys.reassembly_ms,
        heartbeat_ms: keys.heartbeat_ms,
        answer_ms: keys.answer_ms,
    };
    let settings = Settings {
        name: Arc::from(name),
        ac: Address::of(keys.dpc, ac),
        otaf: Address::of(keys.opc, otaf),
        answer_ms: peer.answer_ms.unwrap_or(limits::TCAP_ANSWER_DEFAULT_MS),
        attempts: peer.attempts.unwrap_or(limits::TCAP_ATTEMPTS),
        min_p_bits,
        mscid: peer.mscid.unwrap_or_default(),
        transport_key,
        private: PrivateParameters {
            exchange: peer.exchange_parameter.map(ParameterId),
            key_version: peer.key_version_parameter.map(ParameterId),
        },
    };
    Ok(Some(Signalling { settings, link }))
}
