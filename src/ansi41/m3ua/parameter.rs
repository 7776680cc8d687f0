//! Parameters of M3UA: tag, length, value, and padding to four octets.

use std::fmt;

use super::{DecodeError, EncodeError, ErrorCode, TrafficModeType};
use crate::ansi41::PointCode;

/// One parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// 4: text for people, at most 255 octets.
    InfoString(Vec<u8>),
    /// 6: which routing keys.
    RoutingContexts(Vec<u32>),
    /// 7: what was wrong, usually the beginning of the message.
    DiagnosticInformation(Vec<u8>),
    /// 9: comes back as it is.
    HeartbeatData(Vec<u8>),
    /// 11: how traffic is shared.
    TrafficModeType(TrafficModeType),
    /// 12: what was wrong.
    ErrorCode(ErrorCode),
    /// 13: what has changed.
    Status(Status),
    /// 17: who is up.
    AspIdentifier(u32),
    /// 18: what a message of network management is about.
    AffectedPointCodes(Vec<AffectedPointCode>),
    /// 19: marks the first message of a sequence.
    CorrelationId(u32),
    /// 0x200: which network's point codes.
    NetworkAppearance(u32),
    /// 0x204: who is not there, and why.
    UserCause(UserCause),
    /// 0x205: congestion level, 0 for none to 3.
    CongestionLevel(u8),
    /// 0x206: who sent what met congestion.
    ConcernedDestination(PointCode),
    /// 0x210: a message of an MTP user.
    ProtocolData(ProtocolData),
    /// Any other, unread.
    Other {
        /// Its tag.
        tag: u16,
        /// Its octets.
        value: Vec<u8>,
    },
}

/// What has changed, RFC 4666 section 3.8.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Status {
    /// 1: state of an application server, 2: other.
    pub kind: u16,
    /// Which state, or what.
    pub information: u16,
}

#[expect(missing_docs, reason = "the standard's names")]
impl Status {
    pub const AS_INACTIVE: Self = Self { kind: 1, information: 2 };
    pub const AS_ACTIVE: Self = Self { kind: 1, information: 3 };
    pub const AS_PENDING: Self = Self { kind: 1, information: 4 };
    pub const INSUFFICIENT_ASP_RESOURCES: Self = Self { kind: 2, information: 1 };
    pub const ALTERNATE_ASP_ACTIVE: Self = Self { kind: 2, information: 2 };
    pub const ASP_FAILURE: Self = Self { kind: 2, information: 3 };
}

/// A point code that something has happened to, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AffectedPointCode {
    /// How many of its lowest bits do not count.
    pub mask: u8,
    /// The point code.
    pub point_code: PointCode,
}

/// Which user is not there, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UserCause {
    /// 0 unknown, 1 unequipped, 2 inaccessible.
    pub cause: u16,
    /// 3 is SCCP.
    pub user: u16,
}

/// A message of an MTP user, and its routing label.
#[derive(Clone, PartialEq, Eq)]
pub struct ProtocolData {
    /// Originating point code.
    pub opc: PointCode,
    /// Destination point code.
    pub dpc: PointCode,
    /// Service indicator: 3 is SCCP.
    pub service_indicator: u8,
    /// Network indicator: 2 is national.
    pub network_indicator: u8,
    /// Message priority.
    pub message_priority: u8,
    /// Signalling link selection: what has the same stays in order.
    pub sls: u8,
    /// The user's octets.
    pub data: Vec<u8>,
}

impl ProtocolData {
    /// Service indicator of SCCP.
    pub const SCCP: u8 = 3;
}

impl fmt::Debug for ProtocolData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { opc, dpc, service_indicator, sls, data, .. } = self;
        write!(f, "ProtocolData({opc} to {dpc}, SI {service_indicator}, SLS {sls}, {} octets)", data.len())
    }
}

impl Parameter {
    /// Its number.
    pub fn tag(&self) -> u16 {
        match self {
            Self::InfoString(_) => 0x0004,
            Self::RoutingContexts(_) => 0x0006,
            Self::DiagnosticInformation(_) => 0x0007,
            Self::HeartbeatData(_) => 0x0009,
            Self::TrafficModeType(_) => 0x000b,
            Self::ErrorCode(_) => 0x000c,
            Self::Status(_) => 0x000d,
            Self::AspIdentifier(_) => 0x0011,
            Self::AffectedPointCodes(_) => 0x0012,
            Self::CorrelationId(_) => 0x0013,
            Self::NetworkAppearance(_) => 0x0200,
            Self::UserCause(_) => 0x0204,
            Self::CongestionLevel(_) => 0x0205,
            Self::ConcernedDestination(_) => 0x0206,
            Self::ProtocolData(_) => 0x0210,
            Self::Other { tag, .. } => *tag,
        }
    }

    /// Reads the parameter at `offset` of a message; gives where the next one begins.
    pub(super) fn read(message: &[u8], offset: usize) -> Result<(Self, usize), DecodeError> {
        let short = DecodeError::Short { field: "parameter", offset };
        let rest = message.get(offset..).unwrap_or_default();
        let [tag_high, tag_low, high, low] = *rest.first_chunk::<4>().ok_or(short)?;
        let tag = u16::from_be_bytes([tag_high, tag_low]);
        let length = usize::from(u16::from_be_bytes([high, low]));
        let value = rest.get(4..length).ok_or(short)?;
        // The last one's padding is left out by some; others count it into the message's length.
        let next = (offset + length.next_multiple_of(4)).min(message.len());
        let number = |field| four(value).ok_or(DecodeError::Field { field, offset });
        let code = |field| number(field).map(|number| PointCode::new(number & PointCode::MAX).unwrap_or_default());
        let parameter = match tag {
            0x0004 => Self::InfoString(value.to_vec()),
            0x0006 => Self::RoutingContexts(
                words(value).ok_or(DecodeError::Field { field: "routing_context", offset })?.collect(),
            ),
            0x0007 => Self::DiagnosticInformation(value.to_vec()),
            0x0009 => Self::HeartbeatData(value.to_vec()),
            0x000b => Self::TrafficModeType(TrafficModeType(number("traffic_mode_type")?)),
            0x000c => Self::ErrorCode(ErrorCode(number("error_code")?)),
            0x000d => {
                let (kind, information) = halves(number("status")?);
                Self::Status(Status { kind, information })
            }
            0x0011 => Self::AspIdentifier(number("asp_identifier")?),
            0x0012 => {
                let words = words(value).ok_or(DecodeError::Field { field: "affected_point_code", offset })?;
                let affected = |word: u32| AffectedPointCode {
                    mask: (word >> 24) as u8,
                    point_code: PointCode::new(word & PointCode::MAX).unwrap_or_default(),
                };
                Self::AffectedPointCodes(words.map(affected).collect())
            }
            0x0013 => Self::CorrelationId(number("correlation_id")?),
            0x0200 => Self::NetworkAppearance(number("network_appearance")?),
            0x0204 => {
                let (cause, user) = halves(number("user_cause")?);
                Self::UserCause(UserCause { cause, user })
            }
            0x0205 => Self::CongestionLevel(number("congestion_level")? as u8),
            0x0206 => Self::ConcernedDestination(code("concerned_destination")?),
            0x0210 => {
                let wrong = |field| DecodeError::Field { field, offset };
                let (label, data) = value.split_first_chunk::<12>().ok_or(wrong("protocol_data"))?;
                let [o3, o2, o1, o0, d3, d2, d1, d0, service_indicator, network_indicator, message_priority, sls] =
                    *label;
                // Another network's point codes may be wider; ours are not.
                let code = |octets, field| PointCode::new(u32::from_be_bytes(octets)).ok_or(wrong(field));
                Self::ProtocolData(ProtocolData {
                    opc: code([o3, o2, o1, o0], "opc")?,
                    dpc: code([d3, d2, d1, d0], "dpc")?,
                    service_indicator,
                    network_indicator,
                    message_priority,
                    sls,
                    data: data.to_vec(),
                })
            }
            tag => Self::Other { tag, value: value.to_vec() },
        };
        Ok((parameter, next))
    }

    /// Writes it behind `out`.
    pub(super) fn write(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        let begin = out.len();
        out.extend(self.tag().to_be_bytes());
        out.extend([0, 0]);
        let mut word = |number: u32| out.extend(number.to_be_bytes());
        match self {
            Self::InfoString(octets)
            | Self::DiagnosticInformation(octets)
            | Self::HeartbeatData(octets)
            | Self::Other { value: octets, .. } => out.extend_from_slice(octets),
            Self::RoutingContexts(contexts) => contexts.iter().copied().for_each(word),
            Self::TrafficModeType(TrafficModeType(number))
            | Self::ErrorCode(ErrorCode(number))
            | Self::AspIdentifier(number)
            | Self::CorrelationId(number)
            | Self::NetworkAppearance(number) => word(*number),
            Self::Status(status) => word(u32::from(status.kind) << 16 | u32::from(status.information)),
            Self::AffectedPointCodes(codes) => {
                codes.iter().for_each(|code| word(u32::from(code.mask) << 24 | code.point_code.number()));
            }
            Self::UserCause(cause) => word(u32::from(cause.cause) << 16 | u32::from(cause.user)),
            Self::CongestionLevel(level) => word((*level).into()),
            Self::ConcernedDestination(code) => word(code.number()),
            Self::ProtocolData(data) => {
                word(data.opc.number());
                word(data.dpc.number());
                out.extend([data.service_indicator, data.network_indicator, data.message_priority, data.sls]);
                out.extend_from_slice(&data.data);
            }
        }
        let found = out.len() - begin;
        let most = usize::from(u16::MAX);
        let length = u16::try_from(found).map_err(|_| EncodeError { field: "parameter", most, found })?;
        out[begin + 2..begin + 4].copy_from_slice(&length.to_be_bytes());
        out.resize(begin + found.next_multiple_of(4), 0);
        Ok(())
    }
}

fn four(value: &[u8]) -> Option<u32> {
    value.try_into().ok().map(u32::from_be_bytes)
}

fn halves(word: u32) -> (u16, u16) {
    ((word >> 16) as u16, word as u16)
}

/// One or more numbers of four octets.
fn words(value: &[u8]) -> Option<impl Iterator<Item = u32> + '_> {
    let (words, rest) = value.as_chunks::<4>();
    (rest.is_empty() && !words.is_empty()).then(|| words.iter().map(|word| u32::from_be_bytes(*word)))
}
