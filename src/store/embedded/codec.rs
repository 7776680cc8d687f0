//! Octets of values: numbers in as few octets as they need, texts and octets behind their length, choices by their place.
//!
//! Knows no record; [`super::records`] does. What is read is never believed: a length beyond the end, an unknown choice or octets left
//! over are damage, and told as such.

use std::fmt::Debug;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::store::ReadError;
use crate::words::{DeviceId, Time};

/// Writes a value. Wiped when dropped: some are secret.
#[derive(Default)]
pub(super) struct Writer(Zeroizing<Vec<u8>>);

impl Writer {
    /// With room for so much, so that what is secret does not move and leave a copy behind.
    pub(super) fn with_capacity(octets: usize) -> Self {
        Self(Zeroizing::new(Vec::with_capacity(octets)))
    }

    pub(super) fn octets(&self) -> &[u8] {
        &self.0
    }

    /// Seven bits an octet, the lowest first; the top bit says that more follow.
    pub(super) fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest >= 0x80 {
            self.0.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.0.push(rest as u8);
    }

    pub(super) fn octet(&mut self, octet: u8) {
        self.0.push(octet);
    }

    pub(super) fn flag(&mut self, flag: bool) {
        self.0.push(u8::from(flag));
    }

    pub(super) fn time(&mut self, time: Time) {
        self.number(time.0);
    }

    /// Octets as they are: the reader knows how many.
    pub(super) fn raw(&mut self, octets: &[u8]) {
        self.0.extend_from_slice(octets);
    }

    pub(super) fn bytes(&mut self, octets: &[u8]) {
        self.number(octets.len() as u64);
        self.raw(octets);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub(super) fn maybe<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.flag(value.is_some());
        if let Some(value) = value {
            write(self, value);
        }
    }

    pub(super) fn list<T>(&mut self, values: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(values.len() as u64);
        values.iter().for_each(|value| write(self, value));
    }

    /// One of these, by its place among them.
    pub(super) fn word<T: PartialEq>(&mut self, all: &[T], value: T) {
        let place = all.iter().position(|known| *known == value).unwrap_or(usize::from(u8::MAX));
        self.octet(place as u8);
    }
}

/// Reads a value to its end.
pub(super) struct Reader<'v> {
    rest: &'v [u8],
    /// Where the value stands, for the message.
    what: &'static str,
}

pub(super) type Read<T> = Result<T, ReadError>;

/// A record that is not what was written.
pub(super) fn damaged(what: &str) -> ReadError {
    ReadError::Damaged(format!("{what}: damaged"))
}

impl<'v> Reader<'v> {
    /// `what` names the kind of record in messages.
    pub(super) fn new(what: &'static str, value: &'v [u8]) -> Self {
        Self { rest: value, what }
    }

    /// Everything has been read.
    pub(super) fn end(self) -> Read<()> {
        if self.rest.is_empty() { Ok(()) } else { Err(self.damaged()) }
    }

    /// Whether everything has been read.
    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// All that has not been read.
    pub(super) fn all(self) -> &'v [u8] {
        self.rest
    }

    pub(super) fn damaged(&self) -> ReadError {
        damaged(self.what)
    }

    pub(super) fn raw(&mut self, octets: usize) -> Read<&'v [u8]> {
        let (taken, rest) = self.rest.split_at_checked(octets).ok_or_else(|| self.damaged())?;
        self.rest = rest;
        Ok(taken)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Read<[u8; N]> {
        let octets = self.raw(N)?;
        octets.try_into().map_err(|_| self.damaged())
    }

    pub(super) fn octet(&mut self) -> Read<u8> {
        Ok(self.raw(1)?[0])
    }

    pub(super) fn number(&mut self) -> Read<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let octet = self.octet()?;
            let bits = u64::from(octet & 0x7f);
            if shift == 63 && bits > 1 {
                break;
            }
            number |= bits << shift;
            if octet < 0x80 {
                return Ok(number);
            }
        }
        Err(self.damaged())
    }

    pub(super) fn narrow<T: TryFrom<u64>>(&mut self) -> Read<T> {
        self.number()?.try_into().map_err(|_| self.damaged())
    }

    pub(super) fn flag(&mut self) -> Read<bool> {
        match self.octet()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(self.damaged()),
        }
    }

    pub(super) fn time(&mut self) -> Read<Time> {
        Ok(Time(self.number()?))
    }

    pub(super) fn bytes(&mut self) -> Read<&'v [u8]> {
        let octets = self.narrow()?;
        self.raw(octets)
    }

    pub(super) fn vec(&mut self) -> Read<Vec<u8>> {
        Ok(self.bytes()?.to_vec())
    }

    pub(super) fn str(&mut self) -> Read<&'v str> {
        let octets = self.bytes()?;
        std::str::from_utf8(octets).map_err(|_| self.damaged())
    }

    pub(super) fn text(&mut self) -> Read<String> {
        Ok(self.str()?.to_owned())
    }

    pub(super) fn shared(&mut self) -> Read<Arc<str>> {
        Ok(self.str()?.into())
    }

    pub(super) fn device(&mut self) -> Read<DeviceId> {
        let name = self.str()?;
        DeviceId::new(name).ok_or_else(|| self.damaged())
    }

    pub(super) fn maybe<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<Option<T>> {
        if self.flag()? { read(self).map(Some) } else { Ok(None) }
    }

    pub(super) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        let length: u64 = self.number()?;
        // Each value has an octet at least: a length that cannot be is damage before it is memory.
        if length > self.rest.len() as u64 {
            return Err(self.damaged());
        }
        (0..length).map(|_| read(self)).collect()
    }

    pub(super) fn word<T: Copy + Debug>(&mut self, all: &[T]) -> Read<T> {
        let place = usize::from(self.octet()?);
        all.get(place).copied().ok_or_else(|| self.damaged())
    }
}
