//! The header of a WBXML document, and the octets behind it taken one by one. Never reads past an end, never allocates.

use super::token::{CHARSET_UNKNOWN, CHARSET_US_ASCII, CHARSET_UTF_8, PUBLIC_ID_IN_TABLE, VERSION_1_1, VERSION_1_3};
use crate::limits;
use crate::syncml::error::{Fault, ReadError};

/// What is left of a document.
pub(super) struct Octets<'a> {
    document: &'a [u8],
    /// Octets taken.
    at: usize,
    table: &'a [u8],
}

impl<'a> Octets<'a> {
    /// Reads the header: version, public id, character set, string table. The public id is not looked at, since senders
    /// put that of another version there; VerDTD tells the version.
    pub(super) fn new(document: &'a [u8]) -> Result<Self, ReadError> {
        let limit = limits::DOCUMENT_OCTETS;
        if document.len() > limit {
            return Err(Fault::Limit { what: "octets of a document", limit }.at(limit));
        }
        let mut octets = Self { document, at: 0, table: &[] };
        if !(VERSION_1_1..=VERSION_1_3).contains(&octets.octet()?) {
            return Err(Fault::IllFormed("a version other than WBXML 1.1 to 1.3").at(0));
        }
        let public_id = octets.integer()?;
        let public_id_at = if public_id == PUBLIC_ID_IN_TABLE { Some(octets.integer()?) } else { None };
        if !matches!(octets.integer()?, CHARSET_UNKNOWN | CHARSET_US_ASCII | CHARSET_UTF_8) {
            return Err(octets.fault(Fault::Encoding));
        }
        let length = octets.length()?;
        if length > limits::WBXML_STRING_TABLE_OCTETS {
            let limit = limits::WBXML_STRING_TABLE_OCTETS;
            return Err(octets.fault(Fault::Limit { what: "octets of the string table", limit }));
        }
        octets.table = octets.take(length)?;
        if let Some(index) = public_id_at {
            octets.table_string(index)?;
        }
        Ok(octets)
    }

    /// Octets taken so far.
    pub(super) fn offset(&self) -> usize {
        self.at
    }

    pub(super) fn fault(&self, fault: Fault) -> ReadError {
        fault.at(self.at)
    }

    /// The next octet, or `None` at the end.
    pub(super) fn next(&mut self) -> Option<u8> {
        let octet = self.document.get(self.at).copied()?;
        self.at += 1;
        Some(octet)
    }

    /// The next octet, where one must be.
    pub(super) fn octet(&mut self) -> Result<u8, ReadError> {
        self.next().ok_or_else(|| self.fault(Fault::EndsEarly))
    }

    /// A mb_u_int32: seven bits an octet, the top bit says that more follow.
    pub(super) fn integer(&mut self) -> Result<u32, ReadError> {
        let mut value = 0_u32;
        for _ in 0..5 {
            let octet = self.octet()?;
            if value > u32::MAX >> 7 {
                break;
            }
            value = value << 7 | u32::from(octet & 0x7F);
            if octet & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(self.fault(Fault::IllFormed("an integer longer than 32 bits")))
    }

    /// A mb_u_int32 that counts octets.
    pub(super) fn length(&mut self) -> Result<usize, ReadError> {
        let length = self.integer()?;
        usize::try_from(length).map_err(|_| self.fault(Fault::EndsEarly))
    }

    /// So many octets.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], ReadError> {
        let taken = self.document.get(self.at..).and_then(|rest| rest.get(..count));
        let taken = taken.ok_or_else(|| self.fault(Fault::EndsEarly))?;
        self.at += count;
        Ok(taken)
    }

    /// An inline string and its closing NUL.
    pub(super) fn inline_string(&mut self) -> Result<&'a [u8], ReadError> {
        let rest = self.document.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|&b| b == 0).ok_or_else(|| self.fault(Fault::EndsEarly))?;
        let string = self.take(length)?;
        self.octet()?;
        Ok(string)
    }

    /// The string that begins at an index of the string table, up to its NUL or the table's end: real senders leave out
    /// the last NUL.
    pub(super) fn table_string(&self, index: u32) -> Result<&'a [u8], ReadError> {
        let outside = || self.fault(Fault::IllFormed("an index outside the string table"));
        let index = usize::try_from(index).map_err(|_| outside())?;
        let from = self.table.get(index..).filter(|rest| !rest.is_empty()).ok_or_else(outside)?;
        Ok(from.split(|&b| b == 0).next().unwrap_or_default())
    }
}
