//! The envelopes of a notification: a WSP connectionless push (WAP-230 section 8.2.4.1), as UDP port 2948 carries it, and
//! the segments of WDP in CDMA short messages (WAP-259 section 6.5; teleservice 4100).

use crate::limits;

/// UDP and WDP port of connectionless push.
pub const PORT: u16 = 2948;
/// The port that senders usually name as their own.
pub const SOURCE_PORT: u16 = 49154;

/// `application/vnd.syncml.notification`.
const CONTENT_TYPE: u32 = 0x44;
const CONTENT_TYPE_NAME: &str = "application/vnd.syncml.notification";
/// The header X-Wap-Application-Id.
const APPLICATION_ID_HEADER: u8 = 0x2F;
/// `x-wap-application:syncml.dm`.
const APPLICATION_ID: u32 = 0x07;
const APPLICATION_ID_NAME: &str = "x-wap-application:syncml.dm";

const PUSH: u8 = 0x06;
/// The top bit marks a number of seven bits, and a well-known header.
const SHORT: u8 = 0x80;
/// Lengths of values up to this one are written in one octet.
const SHORT_LENGTH: u8 = 30;
/// Announces a length of any size.
const LENGTH_QUOTE: u8 = 31;
/// Stands before a text whose first octet has the top bit set.
const QUOTE: u8 = 127;

/// A push as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Push<'a> {
    /// Transaction id.
    pub transaction_id: u8,
    /// Content type.
    pub content_type: Token<'a>,
    /// X-Wap-Application-Id, if there is one.
    pub application_id: Option<Token<'a>>,
    /// The other headers, as they stand there.
    pub others: Vec<u8>,
    /// What is pushed.
    pub body: &'a [u8],
}

/// A value that WSP knows by number or spells out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// A number of the WAP registry.
    Number(u32),
    /// A name.
    Text(&'a str),
}

impl Token<'_> {
    fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::Number(number) if number < u32::from(SHORT) => out.push(SHORT | number as u8),
            Self::Number(number) => {
                let octets = number.to_be_bytes();
                let zeros = number.leading_zeros() as usize / 8;
                out.push((octets.len() - zeros) as u8);
                out.extend_from_slice(octets.get(zeros..).unwrap_or_default());
            }
            Self::Text(name) => {
                // Without a quote it would be taken for a length, a number, or a quote.
                if name.is_empty() || name.starts_with(|c: char| !c.is_ascii() || c < ' ' || c == char::from(QUOTE)) {
                    out.push(QUOTE);
                }
                out.extend_from_slice(name.as_bytes());
                out.push(0);
            }
        }
    }
}

/// Why octets are no push, or segments no datagram. Always the sender's fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PushError {
    /// Fewer octets than the fields need.
    #[error("the push ends early, at octet {0}")]
    EndsEarly(usize),
    /// Another PDU than a push.
    #[error("the PDU type at octet 1 is not Push")]
    PduType,
    /// A header that breaks the rules of WSP.
    #[error("malformed header at octet {0}")]
    Header(usize),
    /// A push of something else than a notification, or for another application than `syncml.dm`.
    #[error("not a device management notification")]
    OtherContent,
    /// Something that needs more segments than a datagram can have.
    #[error("too long for short messages")]
    TooLong,
    /// A segment without its header, of another type, or numbers that make no whole.
    #[error("segments that make no datagram")]
    Segments,
}

/// Wraps a notification into a push.
pub fn wrap(transaction_id: u8, notification: &[u8]) -> Vec<u8> {
    let push = Push {
        transaction_id,
        content_type: Token::Number(CONTENT_TYPE),
        application_id: Some(Token::Number(APPLICATION_ID)),
        others: Vec::new(),
        body: notification,
    };
    push.write()
}

impl<'a> Push<'a> {
    /// Reads a push, of whatever content.
    pub fn parse(octets: &'a [u8]) -> Result<Self, PushError> {
        let mut rest = Fields { pdu: octets, at: 0, end: octets.len() };
        let transaction_id = rest.octet()?;
        if rest.octet()? != PUSH {
            return Err(PushError::PduType);
        }
        let length = rest.length()?;
        let (mut headers, rest) = rest.split(length)?;
        let content_type = headers.content_type()?;
        let mut application_id = None;
        let mut others = Vec::new();
        while headers.at < headers.end {
            let this = headers.remaining();
            let start = headers.at;
            match headers.header()? {
                (APPLICATION_ID_HEADER, id) => application_id = id,
                _ => others.extend_from_slice(this.get(..headers.at - start).unwrap_or_default()),
            }
        }
        Ok(Self { transaction_id, content_type, application_id, others, body: rest.remaining() })
    }

    /// Writes the push.
    pub fn write(&self) -> Vec<u8> {
        let mut headers = Vec::new();
        self.content_type.write(&mut headers);
        if headers.first().is_some_and(|&first| first <= SHORT_LENGTH) {
            // A long number has its place in the general form only, which has a length of its own.
            headers.insert(0, headers.len() as u8);
        }
        if let Some(id) = self.application_id {
            headers.push(SHORT | APPLICATION_ID_HEADER);
            id.write(&mut headers);
        }
        headers.extend_from_slice(&self.others);
        let mut octets = vec![self.transaction_id, PUSH];
        let length = headers.len();
        for shift in [28, 21, 14, 7] {
            if length >> shift != 0 {
                octets.push(0x80 | (length >> shift & 0x7F) as u8);
            }
        }
        octets.push((length & 0x7F) as u8);
        octets.extend_from_slice(&headers);
        octets.extend_from_slice(self.body);
        octets
    }

    /// The notification, if it is one for device management. A push without an application id counts as one.
    pub fn notification(&self) -> Result<&'a [u8], PushError> {
        let is_notification = match self.content_type {
            Token::Number(number) => number == CONTENT_TYPE,
            Token::Text(name) => name.eq_ignore_ascii_case(CONTENT_TYPE_NAME),
        };
        let is_dm = match self.application_id {
            None | Some(Token::Number(APPLICATION_ID)) => true,
            Some(Token::Text(name)) => name.eq_ignore_ascii_case(APPLICATION_ID_NAME),
            Some(Token::Number(_)) => false,
        };
        if is_notification && is_dm { Ok(self.body) } else { Err(PushError::OtherContent) }
    }
}

/// Unwraps the notification from a push.
pub fn unwrap(octets: &[u8]) -> Result<&[u8], PushError> {
    Push::parse(octets)?.notification()
}

/// Cuts a push into the user data of CDMA short messages of teleservice 4100.
pub fn segments(push: &[u8]) -> Result<Vec<Vec<u8>>, PushError> {
    let mut datagram = SOURCE_PORT.to_be_bytes().to_vec();
    datagram.extend_from_slice(&PORT.to_be_bytes());
    datagram.extend_from_slice(push);
    let pieces = datagram.chunks(limits::SHORT_MESSAGE_OCTETS - SEGMENT_HEADER);
    let count = u8::try_from(pieces.len()).map_err(|_| PushError::TooLong)?;
    Ok(pieces.zip(0_u8..).map(|(piece, number)| [&[WDP, count, number], piece].concat()).collect())
}

/// The message type of a WDP segment.
const WDP: u8 = 0;
/// Message type, number of segments, number of this one.
const SEGMENT_HEADER: usize = 3;
/// Source and destination port.
const PORTS: usize = 4;

/// Puts the user data of short messages, in any order, together and gives the push in them. Some carriers put the ports
/// there twice; the second pair is then taken off too.
pub fn join(segments: &[&[u8]]) -> Result<Vec<u8>, PushError> {
    let mut ordered = segments.to_vec();
    ordered.sort_by_key(|segment| segment.get(2).copied());
    let count = u8::try_from(ordered.len()).map_err(|_| PushError::Segments)?;
    let mut datagram = Vec::new();
    for (segment, number) in ordered.iter().zip(0..count) {
        match segment.split_first_chunk() {
            Some((&[WDP, total, this], piece)) if total == count && this == number => datagram.extend_from_slice(piece),
            _ => return Err(PushError::Segments),
        }
    }
    let push = behind_ports(&datagram).ok_or(PushError::Segments)?;
    let again = behind_ports(push).filter(|again| unwrap(push).is_err() && unwrap(again).is_ok());
    Ok(again.unwrap_or(push).to_vec())
}

/// What follows a source port and the destination port of push.
fn behind_ports(datagram: &[u8]) -> Option<&[u8]> {
    let (&[_, _, high, low], rest) = datagram.split_first_chunk::<PORTS>()?;
    (u16::from_be_bytes([high, low]) == PORT).then_some(rest)
}

/// A push from where it was read to an end.
struct Fields<'a> {
    pdu: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Fields<'a> {
    fn remaining(&self) -> &'a [u8] {
        self.pdu.get(self.at..self.end).unwrap_or_default()
    }

    fn octet(&mut self) -> Result<u8, PushError> {
        let octet = self.remaining().first().copied().ok_or(PushError::EndsEarly(self.at))?;
        self.at += 1;
        Ok(octet)
    }

    /// The next octets, and what follows them.
    fn split(self, count: usize) -> Result<(Self, Self), PushError> {
        let middle = self.at.checked_add(count).filter(|&middle| middle <= self.end);
        let middle = middle.ok_or(PushError::EndsEarly(self.end))?;
        Ok((Self { end: middle, ..self }, Self { at: middle, ..self }))
    }

    /// A uintvar that counts octets: seven bits an octet, the top bit says that more follow.
    fn length(&mut self) -> Result<usize, PushError> {
        let start = self.at;
        let mut value = 0_u32;
        for _ in 0..5 {
            let octet = self.octet()?;
            if value > u32::MAX >> 7 {
                break;
            }
            value = value << 7 | u32::from(octet & 0x7F);
            if octet & 0x80 == 0 {
                return usize::try_from(value).map_err(|_| PushError::Header(start));
            }
        }
        Err(PushError::Header(start))
    }

    /// A text and its NUL.
    fn text(&mut self) -> Result<&'a str, PushError> {
        let start = self.at;
        let text = self.remaining();
        let length = text.iter().position(|&b| b == 0).ok_or(PushError::EndsEarly(self.end))?;
        self.at += length + 1;
        let text = text.get(..length).unwrap_or_default();
        std::str::from_utf8(text.strip_prefix(&[QUOTE]).unwrap_or(text)).map_err(|_| PushError::Header(start))
    }

    /// A value, by its first octet: a length and so many octets, a text, or a short number.
    fn value(&mut self) -> Result<Value<'a>, PushError> {
        match self.remaining().first().copied().ok_or(PushError::EndsEarly(self.at))? {
            short @ 0..=LENGTH_QUOTE => {
                self.at += 1;
                let length = if short <= SHORT_LENGTH { usize::from(short) } else { self.length()? };
                let (octets, rest) = Fields { ..*self }.split(length)?;
                self.at = rest.at;
                Ok(Value::Octets(octets))
            }
            number @ SHORT.. => {
                self.at += 1;
                Ok(Value::Token(Token::Number(u32::from(number & !SHORT))))
            }
            _ => self.text().map(|text| Value::Token(Token::Text(text))),
        }
    }

    /// The content type, its parameters passed over.
    fn content_type(&mut self) -> Result<Token<'a>, PushError> {
        let start = self.at;
        match self.value()? {
            Value::Token(token) => Ok(token),
            // The general form: a media type with parameters behind it.
            Value::Octets(mut general) => match general.value()? {
                Value::Token(token) => Ok(token),
                Value::Octets(number) => number.number().ok_or(PushError::Header(start)),
            },
        }
    }

    /// One header, a well-known one by its number, any other as 0.
    fn header(&mut self) -> Result<(u8, Option<Token<'a>>), PushError> {
        let first = self.remaining().first().copied().ok_or(PushError::EndsEarly(self.at))?;
        if first & SHORT == 0 {
            self.text()?;
            self.text()?;
            return Ok((0, None));
        }
        self.at += 1;
        let value = match self.value()? {
            Value::Token(token) => Some(token),
            Value::Octets(number) => number.number(),
        };
        Ok((first & !SHORT, value))
    }

    /// These octets as a number.
    fn number(&self) -> Option<Token<'a>> {
        let octets = self.remaining();
        let value = octets.iter().fold(0_u32, |value, &octet| value << 8 | u32::from(octet));
        (1..=4).contains(&octets.len()).then_some(Token::Number(value))
    }
}

/// A value of a header.
enum Value<'a> {
    Token(Token<'a>),
    Octets(Fields<'a>),
}
