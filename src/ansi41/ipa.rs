//! IPA: SCCP over TCP in frames of length, stream and octets, as Osmocom's programs and base station vendors have it.
//!
//! Stream 0xfd is SCCP without any routing label, 0xfe the control of the connection: a ping and its pong, and at the start
//! the server's question who is there. [`frame`] finds frames in a stream of octets before any memory is spent on them.

use crate::limits;

/// Length of what follows, and the stream.
pub const HEADER_OCTETS: usize = 3;
/// The stream of SCCP.
const SCCP: u8 = 0xfd;
/// The stream of control.
const CCM: u8 = 0xfe;

/// One frame, its octets borrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame<'a> {
    /// An SCCP message.
    Sccp(&'a [u8]),
    /// Control.
    Ccm(Ccm),
    /// A stream that is none of ours; its frames are passed over.
    Other {
        /// The stream.
        stream: u8,
        /// The octets.
        octets: &'a [u8],
    },
}

/// Control of a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ccm {
    /// 0: shows that it lives, wants a pong.
    Ping,
    /// 1: lives too.
    Pong,
    /// 4: asks for these tags.
    IdGet(Vec<u8>),
    /// 5: who it is: tags and texts.
    IdResponse(Vec<(u8, Vec<u8>)>),
    /// 6: that is known; the server's is answered by one of the client's.
    IdAck,
    /// Anything else.
    Other(u8),
}

/// Tags of identity.
pub mod tag {
    /// Serial number.
    pub const SERIAL_NUMBER: u8 = 0;
    /// Name of the unit: how an STP knows an application server.
    pub const UNIT_NAME: u8 = 1;
    /// Software version.
    pub const SOFTWARE: u8 = 5;
    /// Number of the unit.
    pub const UNIT_ID: u8 = 8;
}

/// Octets that are no frame: the peer's fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A frame longer than any message of ours: nobody knows where the next one begins.
    #[error("length at octet 0: {0} octets are more than {most}", most = limits::IPA_OCTETS)]
    Length(usize),
    /// A frame that ends too early.
    #[error("{field} at octet {offset}: ends before it is whole")]
    Short {
        /// The part.
        field: &'static str,
        /// Where it begins, from 0.
        offset: usize,
    },
    /// Octets behind the frame.
    #[error("end of frame at octet {offset}: {octets} octets too many")]
    Long {
        /// Where they begin, from 0.
        offset: usize,
        /// How many.
        octets: usize,
    },
}

/// A frame that the wire cannot carry: the caller's fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {found} octets do not fit where {most} is the most")]
pub struct EncodeError {
    /// The part.
    pub field: &'static str,
    /// The most there may be.
    pub most: usize,
    /// How many there are.
    pub found: usize,
}

/// Where the next frame in a stream ends: its octets, `None` while it is not whole.
///
/// # Errors
/// It is longer than anything of ours: the stream is of no use.
pub fn frame(octets: &[u8]) -> Result<Option<usize>, DecodeError> {
    let Some([high, low, _]) = octets.first_chunk::<HEADER_OCTETS>() else { return Ok(None) };
    let length = usize::from(u16::from_be_bytes([*high, *low]));
    if length > limits::IPA_OCTETS {
        return Err(DecodeError::Length(length));
    }
    let whole = HEADER_OCTETS + length;
    Ok((whole <= octets.len()).then_some(whole))
}

impl<'a> Frame<'a> {
    /// Reads one frame, no octet more or less.
    pub fn read(octets: &'a [u8]) -> Result<Self, DecodeError> {
        let end = frame(octets)?.ok_or(DecodeError::Short { field: "frame", offset: 0 })?;
        if end < octets.len() {
            return Err(DecodeError::Long { offset: end, octets: octets.len() - end });
        }
        let (_, rest) = octets.split_at(2);
        let Some((stream, payload)) = rest.split_first() else {
            return Err(DecodeError::Short { field: "stream", offset: 2 });
        };
        match *stream {
            SCCP => Ok(Self::Sccp(payload)),
            CCM => Ccm::read(payload).map(Self::Ccm),
            stream => Ok(Self::Other { stream, octets: payload }),
        }
    }

    /// Writes it behind `out`.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        let begin = out.len();
        out.extend([0, 0]);
        match self {
            Self::Sccp(octets) => {
                out.push(SCCP);
                out.extend_from_slice(octets);
            }
            Self::Ccm(ccm) => {
                out.push(CCM);
                ccm.write(out)?;
            }
            Self::Other { stream, octets } => {
                out.push(*stream);
                out.extend_from_slice(octets);
            }
        }
        let found = out.len() - begin - HEADER_OCTETS;
        if found > limits::IPA_OCTETS {
            out.truncate(begin);
            return Err(EncodeError { field: "frame", most: limits::IPA_OCTETS, found });
        }
        out[begin..begin + 2].copy_from_slice(&(found as u16).to_be_bytes());
        Ok(())
    }
}

impl Ccm {
    fn read(payload: &[u8]) -> Result<Self, DecodeError> {
        let short =
            |field, rest: &[u8]| DecodeError::Short { field, offset: HEADER_OCTETS + payload.len() - rest.len() };
        let (kind, mut rest) = payload.split_first().ok_or(short("ccm", &[]))?;
        Ok(match *kind {
            0 => Self::Ping,
            1 => Self::Pong,
            4 => {
                // Length of one octet that counts the tag, tag; what follows the tag has no meaning in a question.
                let mut tags = Vec::new();
                while let Some((&count, behind)) = rest.split_first() {
                    let item = behind.get(..count.into()).ok_or(short("tag", rest))?;
                    tags.push(*item.first().ok_or(short("tag", rest))?);
                    rest = &behind[item.len()..];
                }
                Self::IdGet(tags)
            }
            5 => {
                // Length of two octets that counts the tag, tag, text that ends with a zero octet.
                let mut texts = Vec::new();
                while !rest.is_empty() {
                    let ([high, low], behind) = rest.split_first_chunk::<2>().ok_or(short("tag", rest))?;
                    let count = usize::from(u16::from_be_bytes([*high, *low]));
                    let item = behind.get(..count).ok_or(short("tag", rest))?;
                    let (&tag, text) = item.split_first().ok_or(short("tag", rest))?;
                    texts.push((tag, text.strip_suffix(&[0]).unwrap_or(text).to_vec()));
                    rest = &behind[count..];
                }
                Self::IdResponse(texts)
            }
            6 => Self::IdAck,
            other => Self::Other(other),
        })
    }

    fn write(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        match self {
            Self::Ping => out.push(0),
            Self::Pong => out.push(1),
            Self::IdGet(tags) => {
                out.push(4);
                tags.iter().for_each(|tag| out.extend([1, *tag]));
            }
            Self::IdResponse(texts) => {
                out.push(5);
                for (tag, text) in texts {
                    let (found, most) = (text.len(), usize::from(u16::MAX) - 2);
                    let count = u16::try_from(found + 2).map_err(|_| EncodeError { field: "text", most, found })?;
                    out.extend(count.to_be_bytes());
                    out.push(*tag);
                    out.extend_from_slice(text);
                    out.push(0);
                }
            }
            Self::IdAck => out.push(6),
            Self::Other(kind) => out.push(*kind),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(frame: &Frame<'_>) -> Vec<u8> {
        let mut out = Vec::new();
        frame.write(&mut out).unwrap();
        out
    }

    #[test]
    fn the_frames_of_a_start() {
        let ask = Frame::Ccm(Ccm::IdGet(vec![tag::UNIT_ID, tag::UNIT_NAME]));
        assert_eq!(written(&ask), [0, 5, 0xfe, 4, 1, 8, 1, 1]);
        let answer = Frame::Ccm(Ccm::IdResponse(vec![(tag::UNIT_NAME, b"a".to_vec())]));
        assert_eq!(written(&answer), [0, 6, 0xfe, 5, 0, 3, 1, b'a', 0]);
        assert_eq!(written(&Frame::Ccm(Ccm::IdAck)), [0, 1, 0xfe, 6]);
        assert_eq!(written(&Frame::Sccp(&[9, 0])), [0, 2, 0xfd, 9, 0]);
    }

    #[test]
    fn frames_are_found_and_those_too_long_refused_by_their_head() {
        assert_eq!(frame(&[0, 2, 0xfd, 9, 0, 0]), Ok(Some(5)));
        assert_eq!(frame(&[0, 2, 0xfd, 9]), Ok(None));
        assert_eq!(frame(&[0]), Ok(None));
        assert_eq!(frame(&[0xff, 0xff, 0xfd]), Err(DecodeError::Length(0xffff)));
        assert_eq!(Frame::read(&[0, 0, 0xfe]), Err(DecodeError::Short { field: "ccm", offset: 3 }));
        assert_eq!(Frame::read(&[0, 3, 0xfe, 4, 2, 1]), Err(DecodeError::Short { field: "tag", offset: 4 }));
        assert_eq!(Frame::read(&[0, 3, 0xfe, 5, 0, 1]), Err(DecodeError::Short { field: "tag", offset: 4 }));
        assert_eq!(Frame::read(&[0, 1, 0, 7]), Ok(Frame::Other { stream: 0, octets: &[7] }));
    }

    proptest! {
        #[test]
        fn what_is_read_writes_canonically(stream in prop_oneof![Just(0xfd_u8), Just(0xfe), any::<u8>()],
                                           payload in prop::collection::vec(0..12_u8, 0..40)) {
            let mut octets = (payload.len() as u16).to_be_bytes().to_vec();
            octets.push(stream);
            octets.extend(payload);
            if let Ok(frame) = Frame::read(&octets) {
                let again = written(&frame);
                prop_assert_eq!(Frame::read(&again), Ok(frame));
            }
        }
    }
}
