//! Keys on their way to an authentication centre: wrapped under its transport key with AES-KWP (RFC 5649).
//!
//! What is wrapped is exchange ‖ kind ‖ key: 8 octets big-endian, 1 octet (0: A-key, 1: root key), 8 or 16 octets. It comes out at 32 or 40 octets,
//! always the same for the same key. The transport key is a file of its owner's alone, and is wiped when dropped; nothing here prints a key or keeps
//! one. Called by the northern peers, whatever they travel on, and by the laboratory's authentication centre.

use std::fmt;
use std::io::{self, Read as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use aes_kw::aes::cipher::KeyInit as _;
use aes_kw::{KwpAes128, KwpAes192, KwpAes256};
use akeyd_hw::{AKey, RootKey};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::exchange::Key;
use crate::words::{ExchangeId, Kind};

/// The key under which keys travel to one authentication centre: 128, 192 or 256 bits.
#[derive(Clone)]
pub struct TransportKey(Zeroizing<Vec<u8>>);

/// What was wrapped is not what it says, or was wrapped under another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this was not wrapped under this transport key, or is damaged")]
pub struct UnwrapError;

impl TransportKey {
    /// Takes 16, 24 or 32 octets; `None` for any other number of them.
    pub fn new(octets: &[u8]) -> Option<Self> {
        matches!(octets.len(), 16 | 24 | 32).then(|| Self(Zeroizing::new(octets.to_vec())))
    }

    /// Reads a file that holds it as 16, 24 or 32 octets, or as twice as many hex digits and perhaps the end of a line.
    ///
    /// # Errors
    /// The file cannot be read, holds something else, or can be read by others than its owner. Where systemd shows a credential to a service,
    /// the group's permission is the mask of a list of its own, and stays unjudged.
    pub fn read(path: &Path) -> io::Result<Self> {
        let mut file = std::fs::File::open(path)?;
        let credentials = std::env::var_os("CREDENTIALS_DIRECTORY");
        let shown = credentials.is_some_and(|folder| path.starts_with(folder));
        let others = if shown { 0o007 } else { 0o077 };
        let mode = file.metadata()?.mode();
        if mode & others != 0 {
            return Err(invalid(format!("can be read by others, its mode is {:03o}: chmod 600", mode & 0o777)));
        }
        // One octet more than the longest form, so that a longer file is known without being read.
        let mut octets = Zeroizing::new([0; 67]);
        let mut length = 0;
        while length < octets.len() {
            match file.read(&mut octets[length..])? {
                0 => break,
                more => length += more,
            }
        }
        let octets = &octets[..length];
        let line = octets.trim_ascii_end();
        let key = if !line.is_empty() && line.len().is_multiple_of(2) && line.iter().all(u8::is_ascii_hexdigit) {
            let digit = |octet: u8| char::from(octet).to_digit(16).unwrap_or_default() as u8;
            let octets: Zeroizing<Vec<u8>> =
                Zeroizing::new(line.chunks_exact(2).map(|two| digit(two[0]) << 4 | digit(two[1])).collect());
            Self::new(&octets)
        } else {
            Self::new(octets)
        };
        key.ok_or_else(|| invalid("is not a key of 16, 24 or 32 octets, nor 32, 48 or 64 hex digits".into()))
    }

    /// Wraps a key for its way: 32 octets of an A-key, 40 of a root key.
    pub fn wrap(&self, exchange: ExchangeId, key: &Key) -> Vec<u8> {
        let mut plain = Zeroizing::new([0; 25]);
        plain[..8].copy_from_slice(&exchange.0.to_be_bytes());
        plain[8] = match key.kind() {
            Kind::AKey => 0,
            Kind::RootKey => 1,
        };
        let length = 9 + key.expose().len();
        plain[9..length].copy_from_slice(key.expose());
        let mut wrapped = vec![0; length.next_multiple_of(8) + 8];
        let done =
            match self.0.len() {
                16 => KwpAes128::new_from_slice(&self.0)
                    .map(|cipher| cipher.wrap_key(&plain[..length], &mut wrapped).is_ok()),
                24 => KwpAes192::new_from_slice(&self.0)
                    .map(|cipher| cipher.wrap_key(&plain[..length], &mut wrapped).is_ok()),
                _ => KwpAes256::new_from_slice(&self.0)
                    .map(|cipher| cipher.wrap_key(&plain[..length], &mut wrapped).is_ok()),
            };
        assert_eq!(done, Ok(true), "lengths are right by construction");
        wrapped
    }

    /// Takes out what [`wrap`](Self::wrap) put in.
    ///
    /// # Errors
    /// It was not wrapped under this key, or is damaged.
    pub fn unwrap(&self, wrapped: &[u8]) -> Result<(ExchangeId, Key), UnwrapError> {
        let mut plain = Zeroizing::new([0; 32]);
        let room = kind_of(wrapped).map(|_| wrapped.len() - 8).ok_or(UnwrapError)?;
        let plain = &mut plain[..room];
        let octets = match self.0.len() {
            16 => KwpAes128::new_from_slice(&self.0).map(|cipher| cipher.unwrap_key(wrapped, plain)),
            24 => KwpAes192::new_from_slice(&self.0).map(|cipher| cipher.unwrap_key(wrapped, plain)),
            _ => KwpAes256::new_from_slice(&self.0).map(|cipher| cipher.unwrap_key(wrapped, plain)),
        };
        let octets = octets.map_err(|_| UnwrapError)?.map_err(|_| UnwrapError)?;
        let (exchange, rest) = octets.split_first_chunk().ok_or(UnwrapError)?;
        let key = match rest.split_first() {
            Some((0, key)) => AKey::from_slice(key).map(Key::A),
            Some((1, key)) => RootKey::from_slice(key).map(Key::Root),
            _ => None,
        };
        Ok((ExchangeId(u64::from_be_bytes(*exchange)), key.ok_or(UnwrapError)?))
    }

    /// Four octets by which people may compare a key with the one that the authentication centre holds: the first of
    /// HMAC-SHA256(transport key, key). For those alone who may also see wrapped keys.
    pub fn fingerprint(&self, key: &Key) -> [u8; 4] {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { unreachable!("a key of any length will do") };
        mac.update(key.expose());
        let [a, b, c, d, ..] = mac.finalize().into_bytes().0;
        [a, b, c, d]
    }
}

/// The kind of a wrapped key, which its length tells; `None`: it is none.
pub const fn kind_of(wrapped: &[u8]) -> Option<Kind> {
    match wrapped.len() {
        32 => Some(Kind::AKey),
        40 => Some(Kind::RootKey),
        _ => None,
    }
}

impl fmt::Debug for TransportKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl PartialEq for TransportKey {
    fn eq(&self, other: &Self) -> bool {
        subtle::ConstantTimeEq::ct_eq(self.0.as_slice(), other.0.as_slice()).into()
    }
}

impl Eq for TransportKey {}

fn invalid(what: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests;
