//! Who is behind the proxy that connects to us: the ways to know, and the PROXY protocol, version 2 (haproxy's proxy-protocol.txt, section 2.2).
//!
//! Reads octets, no socket. Whether a peer is a proxy that may be believed is decided by `http::server`.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use super::Peer;
use crate::limits;
use crate::words::spelled;

spelled! {
    /// How the address of a client is known.
    ClientAddress {
        /// It is that of the connection.
        Peer = "peer",
        /// A proxy tells it at the start of each connection, by the PROXY protocol, version 2.
        ProxyV2 = "proxy-v2",
        /// A proxy tells it with each request, as the last address in X-Forwarded-For.
        Header = "x-forwarded-for",
    }
}

/// Octets that every header begins with.
const SIGNATURE: &[u8; 12] = b"\r\n\r\n\0\r\nQUIT\n";
/// Signature, version and command, family, and the length of the rest.
const FIXED: usize = 16;

/// A header that has arrived whole.
#[derive(Debug, PartialEq, Eq)]
pub struct Header {
    /// Its octets, all of them.
    pub length: usize,
    /// Whom the proxy speaks for; `None`: for itself, or for somebody without an address.
    pub client: Option<Peer>,
}

/// The octets are not such a header.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a header of the PROXY protocol, version 2")]
pub struct NotAHeader;

/// Reads the header that `octets` begins with; `None` when it is not all there.
pub fn read(octets: &[u8]) -> Result<Option<Header>, NotAHeader> {
    let seen = octets.len().min(SIGNATURE.len());
    if octets[..seen] != SIGNATURE[..seen] {
        return Err(NotAHeader);
    }
    let Some((fixed, rest)) = octets.split_at_checked(FIXED) else { return Ok(None) };
    let length = usize::from(u16::from_be_bytes([fixed[14], fixed[15]]));
    if FIXED + length > limits::PROXY_HEADER_OCTETS {
        return Err(NotAHeader);
    }
    let Some(addresses) = rest.get(..length) else { return Ok(None) };
    let client = match (fixed[12], fixed[13]) {
        // LOCAL: the proxy itself, such as its health check.
        (0x20, _) => None,
        // PROXY, TCP over IPv4 and IPv6: source, destination, their ports.
        (0x21, 0x11) => Some(ipv4(addresses).ok_or(NotAHeader)?),
        (0x21, 0x21) => Some(ipv6(addresses).ok_or(NotAHeader)?),
        // PROXY for what has no address that we know.
        (0x21, _) => None,
        _ => return Err(NotAHeader),
    };
    Ok(Some(Header { length: FIXED + length, client }))
}

fn ipv4(addresses: &[u8]) -> Option<Peer> {
    let (block, _) = addresses.split_first_chunk::<12>()?;
    let [a, b, c, d, _, _, _, _, high, low, ..] = *block;
    Some(Peer::at(SocketAddr::new(Ipv4Addr::new(a, b, c, d).into(), u16::from_be_bytes([high, low]))))
}

fn ipv6(addresses: &[u8]) -> Option<Peer> {
    let (block, _) = addresses.split_first_chunk::<36>()?;
    let (source, rest) = block.split_first_chunk::<16>()?;
    Some(Peer::at(SocketAddr::new(Ipv6Addr::from(*source).into(), u16::from_be_bytes([rest[16], rest[17]]))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(kind: [u8; 2], rest: &[u8]) -> Vec<u8> {
        [SIGNATURE.as_slice(), &kind, &(rest.len() as u16).to_be_bytes(), rest].concat()
    }

    #[test]
    fn clients_are_read_whatever_follows_and_however_it_is_cut() {
        let v4 = header([0x21, 0x11], &[192, 0, 2, 1, 10, 0, 0, 1, 0x1f, 0x90, 0, 80, 3, 0, 1, 9]);
        let v6 = {
            let source: [u8; 16] = "2001:db8::1".parse::<Ipv6Addr>().unwrap().octets();
            header([0x21, 0x21], &[source.as_slice(), &[0; 16], &[0, 7, 0, 80]].concat())
        };
        for (octets, client) in [
            (&v4, Some("192.0.2.1:8080")),
            (&v6, Some("[2001:db8::1]:7")),
            (&header([0x20, 0x00], &[]), None),
            (&header([0x21, 0x00], &[1, 2]), None),
            (&header([0x21, 0x31], &[0; 216]), None),
        ] {
            let client = client.map(|text| Peer::Internet(text.parse().unwrap()));
            let followed = [octets.as_slice(), b"GET /"].concat();
            assert_eq!(read(&followed), Ok(Some(Header { length: octets.len(), client })));
            for cut in 0..octets.len() {
                assert_eq!(read(&octets[..cut]), Ok(None), "{cut}");
            }
        }
    }

    #[test]
    fn anything_else_is_not_one() {
        let short = header([0x21, 0x11], &[192, 0, 2, 1]);
        let old = header([0x11, 0x11], &[0; 12]);
        let command = header([0x22, 0x11], &[0; 12]);
        let long = header([0x21, 0x11], &vec![0; limits::PROXY_HEADER_OCTETS]);
        for bad in [
            b"GET / HTTP/1.1".as_slice(),
            b"PROXY TCP4 1.2.3.4",
            b"\r\n\r\n\0\r\nQUIT\r",
            &short,
            &old,
            &command,
            &long,
        ] {
            assert_eq!(read(bad), Err(NotAHeader), "{bad:02x?}");
        }
    }
}
