//! One SCCP message on the wire: UDT, XUDT, LUDT and their returns UDTS, XUDTS, LUDTS.

use std::fmt;

use super::address::Address;

/// A connectionless message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// How much of a header it has.
    pub form: Form,
    /// Whether it goes to its addressee or comes back.
    pub purpose: Purpose,
    /// To whom. In what comes back: who had sent it.
    pub called: Address,
    /// From whom. In what comes back: to whom it had been sent.
    pub calling: Address,
    /// The octets of the user, or some of them where `form` has a [`Segmentation`].
    pub data: Vec<u8>,
}

/// The three headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// UDT and UDTS: at most 255 octets of data.
    Short,
    /// XUDT and XUDTS: a hop counter and optional parameters.
    Extended(Extended),
    /// LUDT and LUDTS: the same with lengths of two octets.
    Long(Extended),
}

/// What is in a longer header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extended {
    /// Translations that it may still pass: 15 to 1.
    pub hop_counter: u8,
    /// Which part of the data this is, where it has been cut.
    pub segmentation: Option<Segmentation>,
    /// Other optional parameters, unread.
    pub others: Vec<Optional>,
}

/// Where a segment belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segmentation {
    /// Whether it is the first one.
    pub first: bool,
    /// Whether the user had asked for sequence; segments always do.
    pub in_sequence: bool,
    /// How many follow, 0 to 15.
    pub remaining: u8,
    /// Joins the segments of one unitdata, 24 bits.
    pub reference: u32,
}

/// An optional parameter that is none of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Optional {
    /// Its name octet, not 0.
    pub name: u8,
    /// Its octets.
    pub value: Vec<u8>,
}

/// Which way a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To its addressee.
    Deliver {
        /// Protocol class 1, else 0.
        in_sequence: bool,
        /// Whether it shall come back when it cannot be delivered.
        return_on_error: bool,
    },
    /// Back to its sender.
    Return(ReturnCause),
}

/// Why a message came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReturnCause(pub u8);

#[expect(missing_docs, reason = "the standard's names")]
impl ReturnCause {
    pub const NO_TRANSLATION_OF_NATURE: Self = Self(0);
    pub const NO_TRANSLATION: Self = Self(1);
    pub const SUBSYSTEM_CONGESTION: Self = Self(2);
    pub const SUBSYSTEM_FAILURE: Self = Self(3);
    pub const UNEQUIPPED_USER: Self = Self(4);
    pub const MTP_FAILURE: Self = Self(5);
    pub const NETWORK_CONGESTION: Self = Self(6);
    pub const UNQUALIFIED: Self = Self(7);
    pub const ERROR_IN_MESSAGE_TRANSPORT: Self = Self(8);
    pub const ERROR_IN_LOCAL_PROCESSING: Self = Self(9);
    pub const NO_REASSEMBLY: Self = Self(10);
    pub const SCCP_FAILURE: Self = Self(11);
    pub const HOP_COUNTER_VIOLATION: Self = Self(12);
    pub const NO_SEGMENTATION: Self = Self(13);
    pub const SEGMENTATION_FAILURE: Self = Self(14);

    /// The standard's name, `None` for a number that has none.
    pub fn name(self) -> Option<&'static str> {
        const NAMES: [&str; 15] = [
            "no translation for an address of such nature",
            "no translation for this specific address",
            "subsystem congestion",
            "subsystem failure",
            "unequipped user",
            "MTP failure",
            "network congestion",
            "unqualified",
            "error in message transport",
            "error in local processing",
            "destination cannot perform reassembly",
            "SCCP failure",
            "hop counter violation",
            "segmentation not supported",
            "segmentation failure",
        ];
        NAMES.get(usize::from(self.0)).copied()
    }
}

impl fmt::Display for ReturnCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(name),
            None => write!(f, "return cause {}", self.0),
        }
    }
}

/// Octets that are no connectionless message: the peer's fault. Holds names and places, never content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A part ends before it is whole, or lies outside the message.
    #[error("{field} at octet {offset}: ends before it is whole")]
    Short {
        /// The part.
        field: &'static str,
        /// Where it begins, from 0.
        offset: usize,
    },
    /// Octets that belong to nothing.
    #[error("{field} at octet {offset}: {octets} octets too many")]
    Long {
        /// The part.
        field: &'static str,
        /// Where they begin, from 0.
        offset: usize,
        /// How many.
        octets: usize,
    },
    /// A message of another kind.
    #[error("message_type at octet 0: {0} is no connectionless message")]
    Type(u8),
    /// A protocol class of connections.
    #[error("protocol_class at octet 1: expected 0 or 1, found {0}")]
    Class(u8),
}

/// A message that the wire cannot carry: the caller's fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// More octets than lengths and pointers can count.
    #[error("{field}: {found} octets do not fit where {most} is the most")]
    TooLong {
        /// The part.
        field: &'static str,
        /// The most there may be.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// A number wider than its field.
    #[error("{field}: {found} is more than {most}")]
    TooBig {
        /// The part.
        field: &'static str,
        /// The largest.
        most: usize,
        /// The number.
        found: usize,
    },
}

impl From<EncodeError> for ReturnCause {
    fn from(_: EncodeError) -> Self {
        Self::SEGMENTATION_FAILURE
    }
}

/// The optional parameter that is ours.
const SEGMENTATION: u8 = 0x10;
/// Ends the optional part.
const END: u8 = 0;
/// message_handling: return message on error.
const RETURN: u8 = 0x80;
/// What a length of one octet can say, and a pointer.
const MOST: usize = u8::MAX as usize;

impl Message {
    /// message_type.
    pub fn message_type(&self) -> u8 {
        let base = match self.form {
            Form::Short => 0x09,
            Form::Extended(_) => 0x11,
            Form::Long(_) => 0x13,
        };
        base + u8::from(matches!(self.purpose, Purpose::Return(_)))
    }

    /// The standard's name of a type.
    pub fn name(message_type: u8) -> Option<&'static str> {
        Some(match message_type {
            0x09 => "UDT",
            0x0a => "UDTS",
            0x11 => "XUDT",
            0x12 => "XUDTS",
            0x13 => "LUDT",
            0x14 => "LUDTS",
            _ => return None,
        })
    }

    /// Which segment it is, where its data has been cut.
    pub fn segmentation(&self) -> Option<Segmentation> {
        match &self.form {
            Form::Short => None,
            Form::Extended(extended) | Form::Long(extended) => extended.segmentation,
        }
    }

    /// This message on its way back, as its addressee's node sends it; `None` where nobody asked for that.
    #[must_use]
    pub fn returned(&self, cause: ReturnCause) -> Option<Self> {
        let Purpose::Deliver { return_on_error: true, .. } = self.purpose else { return None };
        let mut form = self.form.clone();
        if let Form::Extended(extended) | Form::Long(extended) = &mut form {
            extended.hop_counter = super::segments::HOP_COUNTER;
        }
        Some(Self {
            form,
            purpose: Purpose::Return(cause),
            called: self.calling.clone(),
            calling: self.called.clone(),
            data: self.data.clone(),
        })
    }

    /// Reads a message.
    pub fn read(octets: &[u8]) -> Result<Self, DecodeError> {
        let short = |field, offset| DecodeError::Short { field, offset };
        let octet = |field, offset| octets.get(offset).copied().ok_or(short(field, offset));
        let message_type = octet("message_type", 0)?;
        if Self::name(message_type).is_none() {
            return Err(DecodeError::Type(message_type));
        }
        let purpose = match message_type {
            0x09 | 0x11 | 0x13 => {
                let class = octet("protocol_class", 1)?;
                if class & 0x0f > 1 {
                    return Err(DecodeError::Class(class & 0x0f));
                }
                Purpose::Deliver { in_sequence: class & 0x0f == 1, return_on_error: class & 0xf0 == RETURN }
            }
            _ => Purpose::Return(ReturnCause(octet("return_cause", 1)?)),
        };
        let is_short = message_type <= 0x0a;
        let is_long = message_type >= 0x13;
        let hop_counter = if is_short { 0 } else { octet("hop_counter", 2)? };
        let pointers = Pointers { octets, at: if is_short { 2 } else { 3 }, is_long };
        let (called, called_at) = pointers.part(0, "called", false)?;
        let (calling, calling_at) = pointers.part(1, "calling", false)?;
        let (data, _) = pointers.part(2, "data", is_long)?;
        let form = if is_short {
            Form::Short
        } else {
            let (segmentation, others) = match pointers.target(3, "optional")? {
                Some(at) => options(octets, at)?,
                None => (None, Vec::new()),
            };
            let extended = Extended { hop_counter, segmentation, others };
            if is_long { Form::Long(extended) } else { Form::Extended(extended) }
        };
        Ok(Self {
            form,
            purpose,
            called: Address::read(called, "called", called_at)?,
            calling: Address::read(calling, "calling", calling_at)?,
            data: data.to_vec(),
        })
    }

    /// Writes it.
    pub fn write(&self) -> Result<Vec<u8>, EncodeError> {
        let (is_long, extended) = match &self.form {
            Form::Short => (false, None),
            Form::Extended(extended) => (false, Some(extended)),
            Form::Long(extended) => (true, Some(extended)),
        };
        let mut out = Vec::with_capacity(40 + self.data.len());
        out.push(self.message_type());
        out.push(match self.purpose {
            Purpose::Deliver { in_sequence, return_on_error } => {
                u8::from(in_sequence) | if return_on_error { RETURN } else { 0 }
            }
            Purpose::Return(cause) => cause.0,
        });
        out.extend(extended.map(|extended| extended.hop_counter));
        let (count, width) = (if extended.is_some() { 4 } else { 3 }, if is_long { 2 } else { 1 });
        let pointers = out.len();
        out.resize(pointers + count * width, 0);
        let point = |out: &mut Vec<u8>, index: usize, field| {
            // Counted from the pointer's last octet.
            let at = pointers + index * width;
            let distance = out.len() - (at + width - 1);
            let most = if is_long { usize::from(u16::MAX) } else { MOST };
            if distance > most {
                return Err(EncodeError::TooLong { field, most, found: distance });
            }
            let octets = (distance as u16).to_le_bytes();
            out[at..at + width].copy_from_slice(&octets[..width]);
            Ok(())
        };
        for (index, field, address) in [(0, "called", &self.called), (1, "calling", &self.calling)] {
            point(&mut out, index, field)?;
            out.push(counted(field, address.len())?);
            address.write(field, &mut out)?;
        }
        point(&mut out, 2, "data")?;
        if is_long {
            let found = self.data.len();
            let most = usize::from(u16::MAX);
            let count = u16::try_from(found).map_err(|_| EncodeError::TooLong { field: "data", most, found })?;
            out.extend(count.to_le_bytes());
        } else {
            out.push(counted("data", self.data.len())?);
        }
        out.extend_from_slice(&self.data);
        if let Some(extended) = extended.filter(|extended| extended.has_options()) {
            point(&mut out, 3, "optional")?;
            extended.write(&mut out)?;
        }
        Ok(out)
    }
}

impl Extended {
    fn has_options(&self) -> bool {
        self.segmentation.is_some() || !self.others.is_empty()
    }

    fn write(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        if let Some(segmentation) = self.segmentation {
            let too_big = |field, most, found| EncodeError::TooBig { field, most, found };
            if segmentation.remaining > 15 {
                return Err(too_big("remaining", 15, segmentation.remaining.into()));
            }
            if segmentation.reference >= 1 << 24 {
                return Err(too_big("reference", (1 << 24) - 1, segmentation.reference as usize));
            }
            let [low, middle, high, _] = segmentation.reference.to_le_bytes();
            let flags = u8::from(segmentation.first) << 7 | u8::from(segmentation.in_sequence) << 6;
            out.extend([SEGMENTATION, 4, flags | segmentation.remaining, low, middle, high]);
        }
        for other in &self.others {
            if other.name == END {
                return Err(EncodeError::TooBig { field: "name", most: MOST, found: 0 });
            }
            out.extend([other.name, counted("optional", other.value.len())?]);
            out.extend_from_slice(&other.value);
        }
        out.push(END);
        Ok(())
    }
}

fn counted(field: &'static str, found: usize) -> Result<u8, EncodeError> {
    u8::try_from(found).map_err(|_| EncodeError::TooLong { field, most: MOST, found })
}

/// The pointers of a message that is being read.
struct Pointers<'a> {
    octets: &'a [u8],
    at: usize,
    is_long: bool,
}

impl<'a> Pointers<'a> {
    /// Where the part begins; `None` where a pointer of 0 says that there is none.
    fn target(&self, index: usize, field: &'static str) -> Result<Option<usize>, DecodeError> {
        let at = self.at + if self.is_long { index * 2 } else { index };
        let octet = |at: usize| {
            let found = self.octets.get(at).copied();
            found.map(usize::from).ok_or(DecodeError::Short { field, offset: at })
        };
        let (last, distance) = if self.is_long { (at + 1, octet(at)? | octet(at + 1)? << 8) } else { (at, octet(at)?) };
        Ok((distance > 0).then_some(last + distance))
    }

    /// A part that must be there, and where it begins behind its length.
    fn part(&self, index: usize, field: &'static str, wide: bool) -> Result<(&'a [u8], usize), DecodeError> {
        let offset = self.at;
        let begin = self.target(index, field)?.ok_or(DecodeError::Short { field, offset })?;
        let short = DecodeError::Short { field, offset: begin };
        let octet = |at: usize| self.octets.get(at).copied().map(usize::from).ok_or(short);
        let (at, count) =
            if wide { (begin + 2, octet(begin)? | octet(begin + 1)? << 8) } else { (begin + 1, octet(begin)?) };
        Ok((self.octets.get(at..at + count).ok_or(short)?, at))
    }
}

/// Reads the optional part. The end of the message may stand for its end.
fn options(octets: &[u8], mut at: usize) -> Result<(Option<Segmentation>, Vec<Optional>), DecodeError> {
    let (mut segmentation, mut others) = (None, Vec::new());
    while let Some(&name) = octets.get(at) {
        if name == END {
            return Ok((segmentation, others));
        }
        let short = DecodeError::Short { field: "optional", offset: at };
        let count = usize::from(*octets.get(at + 1).ok_or(short)?);
        let value = octets.get(at + 2..at + 2 + count).ok_or(short)?;
        match (name, value) {
            (SEGMENTATION, &[flags, low, middle, high]) => {
                segmentation = Some(Segmentation {
                    first: flags & 0x80 != 0,
                    in_sequence: flags & 0x40 != 0,
                    remaining: flags & 0x0f,
                    reference: u32::from_le_bytes([low, middle, high, 0]),
                });
            }
            (SEGMENTATION, _) => return Err(DecodeError::Short { field: "segmentation", offset: at }),
            _ => others.push(Optional { name, value: value.to_vec() }),
        }
        at += 2 + count;
    }
    // A pointer beyond the message points at nothing.
    if at > octets.len() {
        Err(DecodeError::Short { field: "optional", offset: at })
    } else {
        Ok((segmentation, others))
    }
}
