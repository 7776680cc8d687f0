//! M3UA (RFC 4666): what a signalling gateway and an application server process say to each other.
//!
//! A [`Message`] is a kind and parameters in their order; parameters that are none of ours stay as they are and are passed
//! over. [`frame`] finds the messages in a stream of octets before any memory is spent on them. What is wrong with a
//! message has the error code with which RFC 4666 answers it.

mod parameter;
#[cfg(test)]
mod tests;

use std::fmt;

pub use parameter::{AffectedPointCode, Parameter, ProtocolData, Status, UserCause};

use crate::ansi41::PointCode;
use crate::limits;

/// What a message is: class and type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kind {
    /// Message class.
    pub class: u8,
    /// Message type within it.
    pub number: u8,
}

#[expect(missing_docs, reason = "the standard's names")]
impl Kind {
    pub const ERR: Self = Self::new(0, 0);
    pub const NTFY: Self = Self::new(0, 1);
    pub const DATA: Self = Self::new(1, 1);
    pub const DUNA: Self = Self::new(2, 1);
    pub const DAVA: Self = Self::new(2, 2);
    pub const DAUD: Self = Self::new(2, 3);
    pub const SCON: Self = Self::new(2, 4);
    pub const DUPU: Self = Self::new(2, 5);
    pub const DRST: Self = Self::new(2, 6);
    pub const ASPUP: Self = Self::new(3, 1);
    pub const ASPDN: Self = Self::new(3, 2);
    pub const BEAT: Self = Self::new(3, 3);
    pub const ASPUP_ACK: Self = Self::new(3, 4);
    pub const ASPDN_ACK: Self = Self::new(3, 5);
    pub const BEAT_ACK: Self = Self::new(3, 6);
    pub const ASPAC: Self = Self::new(4, 1);
    pub const ASPIA: Self = Self::new(4, 2);
    pub const ASPAC_ACK: Self = Self::new(4, 3);
    pub const ASPIA_ACK: Self = Self::new(4, 4);

    /// Of its numbers.
    pub const fn new(class: u8, number: u8) -> Self {
        Self { class, number }
    }

    /// The standard's abbreviation, `None` for what is none of ours.
    pub fn name(self) -> Option<&'static str> {
        NAMES.iter().find(|(kind, _)| *kind == self).map(|(_, name)| *name)
    }

    /// Of the standard's abbreviation.
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }
}

/// What we know. Registration (class 9) is answered as unsupported.
const NAMES: [(Kind, &str); 19] = [
    (Kind::ERR, "ERR"),
    (Kind::NTFY, "NTFY"),
    (Kind::DATA, "DATA"),
    (Kind::DUNA, "DUNA"),
    (Kind::DAVA, "DAVA"),
    (Kind::DAUD, "DAUD"),
    (Kind::SCON, "SCON"),
    (Kind::DUPU, "DUPU"),
    (Kind::DRST, "DRST"),
    (Kind::ASPUP, "ASPUP"),
    (Kind::ASPDN, "ASPDN"),
    (Kind::BEAT, "BEAT"),
    (Kind::ASPUP_ACK, "ASPUP ACK"),
    (Kind::ASPDN_ACK, "ASPDN ACK"),
    (Kind::BEAT_ACK, "BEAT ACK"),
    (Kind::ASPAC, "ASPAC"),
    (Kind::ASPIA, "ASPIA"),
    (Kind::ASPAC_ACK, "ASPAC ACK"),
    (Kind::ASPIA_ACK, "ASPIA ACK"),
];

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(name),
            None => write!(f, "class {} type {}", self.class, self.number),
        }
    }
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it is.
    pub kind: Kind,
    /// What it says, in the order of the wire.
    pub parameters: Vec<Parameter>,
}

/// The error codes of RFC 4666 section 3.8.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ErrorCode(pub u32);

#[expect(missing_docs, reason = "the standard's names")]
impl ErrorCode {
    pub const INVALID_VERSION: Self = Self(0x01);
    pub const UNSUPPORTED_CLASS: Self = Self(0x03);
    pub const UNSUPPORTED_TYPE: Self = Self(0x04);
    pub const UNSUPPORTED_TRAFFIC_MODE: Self = Self(0x05);
    pub const UNEXPECTED_MESSAGE: Self = Self(0x06);
    pub const PROTOCOL_ERROR: Self = Self(0x07);
    pub const INVALID_STREAM_ID: Self = Self(0x09);
    pub const MANAGEMENT_BLOCKING: Self = Self(0x0d);
    pub const ASP_ID_REQUIRED: Self = Self(0x0e);
    pub const INVALID_ASP_ID: Self = Self(0x0f);
    pub const INVALID_PARAMETER_VALUE: Self = Self(0x11);
    pub const PARAMETER_FIELD_ERROR: Self = Self(0x12);
    pub const UNEXPECTED_PARAMETER: Self = Self(0x13);
    pub const DESTINATION_STATUS_UNKNOWN: Self = Self(0x14);
    pub const INVALID_NETWORK_APPEARANCE: Self = Self(0x15);
    pub const MISSING_PARAMETER: Self = Self(0x16);
    pub const INVALID_ROUTING_CONTEXT: Self = Self(0x19);
    pub const NO_CONFIGURED_AS: Self = Self(0x1a);

    /// The standard's name, `None` for a number that has none.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::INVALID_VERSION => "invalid version",
            Self::UNSUPPORTED_CLASS => "unsupported message class",
            Self::UNSUPPORTED_TYPE => "unsupported message type",
            Self::UNSUPPORTED_TRAFFIC_MODE => "unsupported traffic mode type",
            Self::UNEXPECTED_MESSAGE => "unexpected message",
            Self::PROTOCOL_ERROR => "protocol error",
            Self::INVALID_STREAM_ID => "invalid stream identifier",
            Self::MANAGEMENT_BLOCKING => "refused - management blocking",
            Self::ASP_ID_REQUIRED => "ASP identifier required",
            Self::INVALID_ASP_ID => "invalid ASP identifier",
            Self::INVALID_PARAMETER_VALUE => "invalid parameter value",
            Self::PARAMETER_FIELD_ERROR => "parameter field error",
            Self::UNEXPECTED_PARAMETER => "unexpected parameter",
            Self::DESTINATION_STATUS_UNKNOWN => "destination status unknown",
            Self::INVALID_NETWORK_APPEARANCE => "invalid network appearance",
            Self::MISSING_PARAMETER => "missing parameter",
            Self::INVALID_ROUTING_CONTEXT => "invalid routing context",
            Self::NO_CONFIGURED_AS => "no configured AS for ASP",
            _ => return None,
        })
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(name),
            None => write!(f, "error code {}", self.0),
        }
    }
}

/// How traffic is shared, RFC 4666 section 3.7.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TrafficModeType(pub u32);

#[expect(missing_docs, reason = "the standard's names")]
impl TrafficModeType {
    pub const OVERRIDE: Self = Self(1);
    pub const LOADSHARE: Self = Self(2);
    pub const BROADCAST: Self = Self(3);
}

/// Octets that are no message, or not one of ours: the peer's fault. Holds names and places, never content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Another version of M3UA.
    #[error("version at octet 0: expected 1, found {0}")]
    Version(u8),
    /// A class that is none of ours.
    #[error("message_class at octet 2: {0} is not known")]
    Class(u8),
    /// A type that is none of ours.
    #[error("message_type at octet 3: {} is not known in class {}", .0.number, .0.class)]
    Type(Kind),
    /// A length that the octets do not bear out.
    #[error("{field} at octet {offset}: ends before it is whole")]
    Short {
        /// The part.
        field: &'static str,
        /// Where it begins, from 0.
        offset: usize,
    },
    /// A message whose length is not that of the octets.
    #[error("length at octet 4: says {said} octets, there are {found}")]
    Length {
        /// The length field.
        said: u32,
        /// The octets.
        found: usize,
    },
    /// A parameter whose value has another size or range than it must.
    #[error("{field} at octet {offset}: cannot be")]
    Field {
        /// The parameter.
        field: &'static str,
        /// Where it begins, from 0.
        offset: usize,
    },
}

impl DecodeError {
    /// With what RFC 4666 answers it.
    pub fn code(self) -> ErrorCode {
        match self {
            Self::Version(_) => ErrorCode::INVALID_VERSION,
            Self::Class(_) => ErrorCode::UNSUPPORTED_CLASS,
            Self::Type(_) => ErrorCode::UNSUPPORTED_TYPE,
            Self::Short { .. } | Self::Length { .. } => ErrorCode::PROTOCOL_ERROR,
            Self::Field { .. } => ErrorCode::PARAMETER_FIELD_ERROR,
        }
    }
}

/// A message that the wire cannot carry: the caller's fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {found} octets do not fit where {most} is the most")]
pub struct EncodeError {
    /// The parameter.
    pub field: &'static str,
    /// The most there may be.
    pub most: usize,
    /// How many there are.
    pub found: usize,
}

/// Version, reserved, class, type, length.
pub const HEADER_OCTETS: usize = 8;
const VERSION: u8 = 1;

/// Where the next message in a stream ends: its octets, `None` while there are too few to tell or it is not whole yet.
///
/// # Errors
/// What the stream holds can be no message of ours, so nobody knows where the next one begins: the stream is of no use.
pub fn frame(octets: &[u8]) -> Result<Option<usize>, DecodeError> {
    let Some(header) = octets.first_chunk::<HEADER_OCTETS>() else { return Ok(None) };
    let [_, _, _, _, length @ ..] = *header;
    let said = u32::from_be_bytes(length);
    let length = said as usize;
    if !(HEADER_OCTETS..=limits::M3UA_OCTETS).contains(&length) {
        return Err(DecodeError::Length { said, found: octets.len() });
    }
    Ok((length <= octets.len()).then_some(length))
}

impl Message {
    /// A message.
    pub fn new(kind: Kind, parameters: Vec<Parameter>) -> Self {
        Self { kind, parameters }
    }

    /// A refusal, with the beginning of what is refused.
    pub fn error(code: ErrorCode, refused: &[u8]) -> Self {
        // Section 3.8.1: the first 40 octets, where an error has this parameter at all.
        let begin = refused.get(..40).unwrap_or(refused);
        Self::new(Kind::ERR, vec![Parameter::ErrorCode(code), Parameter::DiagnosticInformation(begin.to_vec())])
    }

    /// Reads one message, no octet more or less.
    pub fn read(octets: &[u8]) -> Result<Self, DecodeError> {
        let header = octets.first_chunk::<HEADER_OCTETS>();
        let [version, _, class, number, length @ ..] =
            *header.ok_or(DecodeError::Short { field: "header", offset: 0 })?;
        if version != VERSION {
            return Err(DecodeError::Version(version));
        }
        let said = u32::from_be_bytes(length);
        if usize::try_from(said) != Ok(octets.len()) {
            return Err(DecodeError::Length { said, found: octets.len() });
        }
        let kind = Kind::new(class, number);
        if kind.name().is_none() {
            let known = NAMES.iter().any(|(known, _)| known.class == class);
            return Err(if known { DecodeError::Type(kind) } else { DecodeError::Class(class) });
        }
        let mut parameters = Vec::new();
        let mut offset = HEADER_OCTETS;
        while offset < octets.len() {
            let (parameter, next) = Parameter::read(octets, offset)?;
            parameters.push(parameter);
            offset = next;
        }
        Ok(Self { kind, parameters })
    }

    /// Writes it.
    pub fn write(&self) -> Result<Vec<u8>, EncodeError> {
        let mut out = vec![VERSION, 0, self.kind.class, self.kind.number, 0, 0, 0, 0];
        for parameter in &self.parameters {
            parameter.write(&mut out)?;
        }
        let found = out.len();
        if found > limits::M3UA_OCTETS {
            return Err(EncodeError { field: "message", most: limits::M3UA_OCTETS, found });
        }
        out[4..HEADER_OCTETS].copy_from_slice(&(found as u32).to_be_bytes());
        Ok(out)
    }

    /// What the parameter of a kind says; `None` where there is none.
    fn find<'a, T>(&'a self, of: impl Fn(&'a Parameter) -> Option<T>) -> Option<T> {
        self.parameters.iter().find_map(of)
    }

    /// Routing contexts; none where there is no such parameter.
    pub fn routing_contexts(&self) -> &[u32] {
        let found = self.find(|parameter| match parameter {
            Parameter::RoutingContexts(contexts) => Some(contexts.as_slice()),
            _ => None,
        });
        found.unwrap_or_default()
    }

    /// Network appearance.
    pub fn network_appearance(&self) -> Option<u32> {
        self.find(|parameter| if let Parameter::NetworkAppearance(number) = parameter { Some(*number) } else { None })
    }

    /// Traffic mode type.
    pub fn traffic_mode_type(&self) -> Option<TrafficModeType> {
        self.find(|parameter| if let Parameter::TrafficModeType(mode) = parameter { Some(*mode) } else { None })
    }

    /// ASP identifier.
    pub fn asp_identifier(&self) -> Option<u32> {
        self.find(|parameter| if let Parameter::AspIdentifier(number) = parameter { Some(*number) } else { None })
    }

    /// Error code.
    pub fn error_code(&self) -> Option<ErrorCode> {
        self.find(|parameter| if let Parameter::ErrorCode(code) = parameter { Some(*code) } else { None })
    }

    /// Status.
    pub fn status(&self) -> Option<Status> {
        self.find(|parameter| if let Parameter::Status(status) = parameter { Some(*status) } else { None })
    }

    /// Affected point codes; none where there is no such parameter.
    pub fn affected_point_codes(&self) -> &[AffectedPointCode] {
        let found = self.find(|parameter| match parameter {
            Parameter::AffectedPointCodes(codes) => Some(codes.as_slice()),
            _ => None,
        });
        found.unwrap_or_default()
    }

    /// Congestion level.
    pub fn congestion_level(&self) -> Option<u8> {
        self.find(|parameter| if let Parameter::CongestionLevel(level) = parameter { Some(*level) } else { None })
    }

    /// Concerned destination.
    pub fn concerned_destination(&self) -> Option<PointCode> {
        self.find(|parameter| if let Parameter::ConcernedDestination(code) = parameter { Some(*code) } else { None })
    }

    /// Protocol data, taken out.
    pub fn into_protocol_data(self) -> Option<ProtocolData> {
        let of = |parameter| if let Parameter::ProtocolData(data) = parameter { Some(data) } else { None };
        self.parameters.into_iter().find_map(of)
    }

    /// The parameters that an acknowledgement carries back: heartbeat data, routing contexts and the like.
    #[must_use]
    pub fn acknowledged(self, kind: Kind) -> Self {
        let carried = |parameter: &Parameter| {
            matches!(
                parameter,
                Parameter::HeartbeatData(_) | Parameter::RoutingContexts(_) | Parameter::TrafficModeType(_)
            )
        };
        Self::new(kind, self.parameters.into_iter().filter(carried).collect())
    }
}
