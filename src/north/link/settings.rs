//! How the network is reached. Values only; `config` fills them.

use std::net::SocketAddr;

use crate::ansi41::PointCode;
use crate::ansi41::sccp::{Segmenting, Ssn};
use crate::words::spelled;

spelled! {
    /// What carries SCCP.
    Transport {
        /// M3UA over TCP.
        M3uaTcp = "m3ua-tcp",
        /// M3UA over the kernel's SCTP.
        M3uaSctp = "m3ua-sctp",
        /// SCCP over TCP in IPA framing.
        Ipa = "ipa",
    }
}

spelled! {
    /// Who opens associations.
    Role {
        /// We do.
        Client = "client",
        /// The others do.
        Server = "server",
    }
}

spelled! {
    /// Which half of M3UA we speak.
    Side {
        /// Application server process: asks to be made active.
        Asp = "asp",
        /// Signalling gateway: lets others become active.
        Sg = "sg",
        /// One of two application server processes without a gateway between: asks and lets.
        Ipsp = "ipsp",
    }
}

spelled! {
    /// How several associations share the traffic.
    TrafficMode {
        /// One carries all of it, another one takes over when that is lost.
        Override = "override",
        /// Each carries a part.
        LoadShare = "loadshare",
    }
}

/// A link, with all its associations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Its name in logs and metrics.
    pub name: String,
    /// What carries SCCP.
    pub transport: Transport,
    /// Who opens associations.
    pub role: Role,
    /// Which half of M3UA we speak.
    pub side: Side,
    /// Our end: a client's associations take these in turn, and any where there are none; a server listens at each.
    pub local: Vec<SocketAddr>,
    /// Their end, `HOST:PORT`: a client opens one association to each. A server lets only these in, all where there are none; they
    /// are addresses then, and ports do not count.
    pub remote: Vec<String>,
    /// How several associations share the traffic.
    pub mode: TrafficMode,
    /// Our point code.
    pub opc: PointCode,
    /// Whom messages go to whose called address has no point code.
    pub dpc: PointCode,
    /// Routing context of M3UA.
    pub routing_context: Option<u32>,
    /// Network appearance of M3UA.
    pub network_appearance: Option<u32>,
    /// ASP identifier of M3UA.
    pub asp_identifier: Option<u32>,
    /// Network indicator of MTP: 2 or 3 national, 0 or 1 international.
    pub network_indicator: u8,
    /// Priority of our messages, 0 to 3: on a congested way the lower ones stay at home.
    pub priority: u8,
    /// Our name in IPA.
    pub unit_name: String,
    /// Our subsystems: what comes for others goes back. All where there are none.
    pub ssns: Vec<Ssn>,
    /// How unitdata is cut.
    pub segmenting: Segmenting,
    /// Milliseconds that segments wait for the rest of them.
    pub reassembly_ms: u64,
    /// Milliseconds of silence after which an association is tried; as many again without a word end it.
    pub heartbeat_ms: u64,
    /// Milliseconds for the peer to connect and to answer each step of the start.
    pub answer_ms: u64,
}

impl Settings {
    /// A client's link in the national network, with nothing of its own but names: a laboratory's, or what others begin from.
    pub fn between(name: &str, transport: Transport, opc: PointCode, dpc: PointCode) -> Self {
        Self {
            name: name.into(),
            transport,
            role: Role::Client,
            side: Side::Asp,
            local: Vec::new(),
            remote: Vec::new(),
            mode: TrafficMode::LoadShare,
            opc,
            dpc,
            routing_context: None,
            network_appearance: None,
            asp_identifier: None,
            network_indicator: 2,
            priority: 0,
            unit_name: name.into(),
            ssns: Vec::new(),
            segmenting: Segmenting::default(),
            reassembly_ms: 10_000,
            heartbeat_ms: 30_000,
            answer_ms: 5_000,
        }
    }
}
