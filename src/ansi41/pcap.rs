//! Capture files: the format only, so that Wireshark shows what goes over a link with all its layers.
//!
//! The link type is "upper PDU" (252): each record says by whom it is to be read, and between which addresses it went. So
//! M3UA needs no invented SCTP packets around it, and IPA is known at any port. ANSI addresses need one setting of the
//! reader: `-o mtp3.standard:ANSI`.

/// One end of an association.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Its address.
    pub address: Address,
    /// Its port.
    pub port: u16,
}

/// An IP address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// Version 4.
    V4([u8; 4]),
    /// Version 6.
    V6([u8; 16]),
}

/// Who reads a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// M3UA, one message.
    M3ua,
    /// IPA, one frame.
    Ipa,
}

const LINK_TYPE: u32 = 252;
/// Tags of a record's head.
const DISSECTOR_NAME: u16 = 12;
const DISSECTOR_TABLE: u16 = 14;
const TABLE_VALUE: u16 = 32;
const PORT_TYPE: u16 = 24;
const SOURCE_PORT: u16 = 25;
const DESTINATION_PORT: u16 = 26;
/// Values of the port type.
const SCTP: u32 = 1;
const TCP: u32 = 2;

/// What a file begins with.
pub fn header() -> Vec<u8> {
    let version = 2_u32 << 16 | 4;
    let words = [0xa1b2_c3d4, version, 0, 0, u32::from(u16::MAX), LINK_TYPE];
    words.into_iter().flat_map(u32::to_be_bytes).collect()
}

/// One message that went from one end to the other, so many microseconds after 1970 began.
pub fn record(micros: u64, reader: Reader, from: Endpoint, to: Endpoint, message: &[u8]) -> Vec<u8> {
    let mut head = Vec::with_capacity(96);
    let mut tag = |tag: u16, value: &[u8]| {
        let length = value.len().next_multiple_of(4);
        head.extend(tag.to_be_bytes());
        head.extend((length as u16).to_be_bytes());
        head.extend_from_slice(value);
        head.resize(head.len() + length - value.len(), 0);
    };
    let port_type = match reader {
        Reader::M3ua => {
            tag(DISSECTOR_NAME, b"m3ua");
            SCTP
        }
        // It has no name to be called by, but a port.
        Reader::Ipa => {
            tag(DISSECTOR_TABLE, b"tcp.port");
            tag(TABLE_VALUE, &5_000_u32.to_be_bytes());
            TCP
        }
    };
    for (end, endpoint) in [(0, from), (1, to)] {
        match endpoint.address {
            Address::V4(address) => tag(20 + end, &address),
            Address::V6(address) => tag(22 + end, &address),
        }
    }
    tag(PORT_TYPE, &port_type.to_be_bytes());
    tag(SOURCE_PORT, &u32::from(from.port).to_be_bytes());
    tag(DESTINATION_PORT, &u32::from(to.port).to_be_bytes());
    tag(0, &[]);
    let octets = (head.len() + message.len()) as u32;
    let time = [(micros / 1_000_000) as u32, (micros % 1_000_000) as u32];
    let mut out: Vec<u8> = [time[0], time[1], octets, octets].into_iter().flat_map(u32::to_be_bytes).collect();
    out.extend(head);
    out.extend_from_slice(message);
    out
}
