//! Which bearers there are, in which order they are tried, and how a handset is found on each.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::str::FromStr;

use zeroize::Zeroizing;

use super::Place;
use crate::syncml::notification::push;
use crate::words::spelled;

spelled! {
    /// How a notification travels.
    Bearer {
        /// A datagram to port 2948.
        Udp = "udp",
        /// Short messages, through an SMSC.
        Smpp = "smpp",
    }
}

/// How handsets are woken.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Bearers, the first choice first.
    pub order: Vec<Bearer>,
    /// Times that a handset is called before it counts as absent; the bearers take turns.
    pub attempts: u32,
    /// Milliseconds that it may take to come, each time.
    pub answer_ms: u64,
    /// The datagram bearer; must be there where `order` names it.
    pub udp: Option<Udp>,
    /// The SMPP bearer; must be there where `order` names it.
    pub smpp: Option<Smpp>,
}

/// The datagram bearer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Udp {
    /// Where the datagram goes.
    pub to: Host,
    /// To which port.
    pub port: u16,
    /// Which of our addresses it comes from.
    pub from: IpAddr,
}

/// How a handset's address is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Host {
    /// The source address of its last authenticated message: in networks that keep a handset's address.
    Last,
    /// A host name or address made of what is known of the handset.
    Template(Template),
}

impl FromStr for Host {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "last" { Ok(Self::Last) } else { text.parse().map(Self::Template) }
    }
}

/// The SMPP bearer: one bind to one SMSC.
#[derive(Clone)]
pub struct Smpp {
    /// Host and port of the SMSC.
    pub server: String,
    /// system_id.
    pub system_id: String,
    /// password: at most eight characters.
    pub password: Zeroizing<String>,
    /// system_type.
    pub system_type: String,
    /// Which bind is asked for.
    pub bind: Bind,
    /// How the push lies in the short message.
    pub form: Form,
    /// service_type: which teleservice the SMSC takes.
    pub service_type: String,
    /// Where the message goes: digits made of what is known of the handset.
    pub to: Template,
    /// dest_addr_ton and dest_addr_npi.
    pub to_kind: (u8, u8),
    /// source_addr; empty: the SMSC's own.
    pub source: String,
    /// source_addr_ton and source_addr_npi.
    pub source_kind: (u8, u8),
    /// Whether a delivery receipt is asked for.
    pub receipts: bool,
    /// Messages on their way to the SMSC that it has not answered.
    pub window: usize,
    /// Milliseconds of silence after which the link is tried with enquire_link.
    pub enquire_ms: u64,
    /// Milliseconds for the SMSC to answer anything.
    pub answer_ms: u64,
}

impl fmt::Debug for Smpp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smpp").field("server", &self.server).field("system_id", &self.system_id).finish_non_exhaustive()
    }
}

spelled! {
    /// The binds that can submit.
    Bind {
        /// bind_transceiver: delivery receipts come on the same link.
        Transceiver = "transceiver",
        /// bind_transmitter: no delivery receipts.
        Transmitter = "transmitter",
    }
}

spelled! {
    /// How a push lies in a short message.
    Form {
        /// WDP segments as CDMA carries them in teleservice 4100 (WAP-259 section 6.5).
        Cdma = "cdma",
        /// A user data header with the ports, and concatenation where it is needed (3GPP TS 23.040).
        Udh = "udh",
        /// Ports and segments as optional parameters of submit_sm (source_port, destination_port, sar_…).
        Ports = "ports",
    }
}

/// A name with `{min}`, `{imsi}`, `{esn}` or `{meid}` in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Min,
    Imsi,
    Esn,
    Meid,
}

impl FromStr for Template {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((plain, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or_else(|| format!("`{text}`: a {{ without its }}"))?;
            if !plain.is_empty() {
                parts.push(Part::Text(plain.to_owned()));
            }
            parts.push(match name {
                "min" => Part::Min,
                "imsi" => Part::Imsi,
                "esn" => Part::Esn,
                "meid" => Part::Meid,
                _ => return Err(format!("`{{{name}}}` is not one of {{min}}, {{imsi}}, {{esn}}, {{meid}}")),
            });
            rest = after;
        }
        if parts.is_empty() {
            return Err(format!(
                "`{text}` would be the same for all handsets: it needs {{min}}, {{imsi}}, {{esn}} or {{meid}}"
            ));
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        Ok(Self(parts))
    }
}

impl Template {
    /// The Mobile Identification Number alone.
    pub fn min() -> Self {
        Self(vec![Part::Min])
    }

    /// The name for one handset; `None` where it lacks something.
    pub fn of(&self, place: &Place) -> Option<String> {
        let mut name = String::new();
        for part in &self.0 {
            name.push_str(match part {
                Part::Text(text) => text,
                Part::Min => place.min.as_deref()?,
                Part::Imsi => place.imsi.as_deref()?,
                Part::Esn => place.esn.as_deref()?,
                Part::Meid => place.meid.as_deref()?,
            });
        }
        Some(name)
    }
}

impl Default for Udp {
    fn default() -> Self {
        Self { to: Host::Last, port: push::PORT, from: IpAddr::V4(Ipv4Addr::UNSPECIFIED) }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A client of an SMSC on loopback.
    pub(in crate::wake) fn smpp() -> Smpp {
        Smpp {
            server: "127.0.0.1:2775".into(),
            system_id: "akeyd".into(),
            password: Zeroizing::new("secret".into()),
            system_type: String::new(),
            bind: Bind::Transceiver,
            form: Form::Cdma,
            service_type: "WAP".into(),
            to: "{min}".parse().unwrap(),
            to_kind: (2, 1),
            source: "1234".into(),
            source_kind: (3, 9),
            receipts: true,
            window: 2,
            enquire_ms: 30_000,
            answer_ms: 10_000,
        }
    }
}
