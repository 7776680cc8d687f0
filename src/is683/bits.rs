//! Bits out of octets and into them, most significant first. Never reads past a window, never writes a cut value.

use super::error::{Amount, DecodeError, EncodeError};

/// Reads fields from a window of a message.
#[derive(Clone, Copy, Debug)]
pub(super) struct BitReader<'a> {
    octets: &'a [u8],
    /// Next bit, counted from the start of the message.
    at: usize,
    /// First bit behind the window.
    end: usize,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(octets: &'a [u8]) -> Self {
        Self { octets, at: 0, end: octets.len() * 8 }
    }

    /// Bit of the message at which the next field starts.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Bits left in the window.
    pub(super) fn left(&self) -> usize {
        self.end - self.at
    }

    /// A field of up to 64 bits.
    #[inline]
    pub(super) fn bits(&mut self, field: &'static str, bits: u32) -> Result<u64, DecodeError> {
        let (from, to) = (self.at, self.claim(field, Amount::of_bits(bits as usize))?);
        // Eight octets at once where the message has them and the field lies in them.
        let word = self.octets.get(from / 8..).and_then(<[u8]>::first_chunk);
        match word {
            Some(word) if (1..=64 - from % 8).contains(&(to - from)) => {
                Ok(u64::from_be_bytes(*word) << (from % 8) >> (64 - bits))
            }
            _ => Ok(self.bit_by_bit(from, to)),
        }
    }

    /// The bits from `from` to `to`, octet for octet: at the end of a message.
    fn bit_by_bit(&self, from: usize, to: usize) -> u64 {
        let (mut value, mut bit) = (0, from);
        while bit < to {
            let octet = self.octets.get(bit / 8).copied().unwrap_or_default();
            let take = (8 - bit % 8).min(to - bit);
            value = value << take | u64::from(octet << (bit % 8) >> (8 - take));
            bit += take;
        }
        value
    }

    /// A run of whole octets, borrowed from the message.
    #[inline]
    pub(super) fn octets(&mut self, field: &'static str, count: usize) -> Result<&'a [u8], DecodeError> {
        debug_assert!(self.at.is_multiple_of(8), "octet strings start at octets");
        let (from, to) = (self.at, self.claim(field, Amount::of_octets(count))?);
        Ok(self.octets.get(from / 8..to / 8).unwrap_or_default())
    }

    /// The next `count` octets as a window of their own; this window goes on behind them.
    pub(super) fn window(&mut self, field: &'static str, count: usize) -> Result<Self, DecodeError> {
        let (at, end) = (self.at, self.claim(field, Amount::of_octets(count))?);
        Ok(Self { octets: self.octets, at, end })
    }

    /// Refuses a window in which something is left.
    pub(super) fn finish(&self, field: &'static str) -> Result<(), DecodeError> {
        if self.left() == 0 {
            return Ok(());
        }
        Err(self.error(field, Amount::of_bits(0)))
    }

    /// Steps over `amount` and tells where it ends.
    #[inline]
    fn claim(&mut self, field: &'static str, amount: Amount) -> Result<usize, DecodeError> {
        if amount.bits > self.left() {
            return Err(self.error(field, amount));
        }
        self.at += amount.bits;
        Ok(self.at)
    }

    #[cold]
    fn error(&self, field: &'static str, expected: Amount) -> DecodeError {
        DecodeError { field, offset: self.at / 8, expected, found: Amount::of_bits(self.left()) }
    }
}

/// Room that a writer starts with: a key message at 512 bits.
const ROOM: usize = 96;

/// Writes fields one behind the other.
#[derive(Debug)]
pub(super) struct BitWriter {
    octets: Vec<u8>,
    /// Bits of the last octet that are free, 0 to 7.
    free: u32,
}

impl Default for BitWriter {
    fn default() -> Self {
        Self { octets: Vec::with_capacity(ROOM), free: 0 }
    }
}

impl BitWriter {
    /// A field of up to 64 bits.
    pub(super) fn bits(&mut self, field: &'static str, bits: u32, value: u64) -> Result<(), EncodeError> {
        if bits < 64 && value >> bits != 0 {
            return Err(EncodeError::TooBig { field, bits, found: value });
        }
        let mut left = bits;
        while left > 0 {
            if self.free == 0 {
                self.octets.push(0);
                self.free = 8;
            }
            let take = left.min(self.free);
            let part = (value >> (left - take)) as u8 & (0xff >> (8 - take));
            if let Some(last) = self.octets.last_mut() {
                *last |= part << (self.free - take);
            }
            self.free -= take;
            left -= take;
        }
        Ok(())
    }

    /// A run of whole octets.
    pub(super) fn octets(&mut self, octets: &[u8]) {
        debug_assert!(self.free == 0, "octet strings start at octets");
        self.octets.extend_from_slice(octets);
    }

    /// Leaves the rest of the last octet 0.
    pub(super) fn pad(&mut self) {
        self.free = 0;
    }

    /// Octets so far.
    pub(super) fn len(&self) -> usize {
        self.octets.len()
    }

    /// Puts a value that was not known before into an octet written earlier.
    pub(super) fn set(&mut self, at: usize, value: u8) {
        if let Some(octet) = self.octets.get_mut(at) {
            *octet = value;
        }
    }

    pub(super) fn into_octets(self) -> Vec<u8> {
        self.octets
    }
}
