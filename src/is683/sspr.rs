//! System selection for preferred roaming: SSPR Configuration and Download (types 7 and 8; C.S0016 sections 3.5.1.8,
//! 3.5.1.9, 4.5.1.8, 4.5.1.9). The roaming list travels in segments; what is in it is not looked at.

use std::fmt;

use super::blocks::{Block, Fresh, skip_data};
use super::codes::{ResultCode, codes};
use super::pass::{Fields, Pass, Presence};

codes! {
    /// BLOCK_ID of SSPR blocks that a handset reports (C.S0016 table 3.5.3-1).
    SsprReportId {
        0 PRL_DIMENSIONS "preferred roaming list dimensions",
        1 PRL "preferred roaming list",
        2 EXTENDED_PRL_DIMENSIONS "extended preferred roaming list dimensions",
        [128..=254] "manufacturer specific",
    }

    /// BLOCK_ID of SSPR blocks that a handset stores (C.S0016 table 4.5.3-1).
    SsprBlockId {
        0 PRL "preferred roaming list",
        1 EXTENDED_PRL "extended preferred roaming list",
        [128..=254] "manufacturer specific",
    }
}

/// SSPR Configuration Request: report this block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SsprConfigurationRequest {
    /// BLOCK_ID.
    pub block_id: SsprReportId,
    /// Which part of the list: there exactly when the block is [`SsprReportId::PRL`].
    pub part: Option<RequestedPart>,
}

/// Which part of something long shall be reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequestedPart {
    /// REQUEST_OFFSET: first octet.
    pub request_offset: u16,
    /// REQUEST_MAX_SIZE: octets at most.
    pub request_max_size: u8,
}

impl<'a> Fields<'a> for RequestedPart {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("request_offset", 16, &mut self.request_offset)?;
        pass.number("request_max_size", 8, &mut self.request_max_size)
    }
}

impl<'a> Fields<'a> for SsprConfigurationRequest {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("block_id", 8, &mut self.block_id)?;
        let is_list = Presence::If(self.block_id == SsprReportId::PRL);
        pass.optional("request_offset", is_list, &mut self.part, Fields::fields)
    }
}

/// SSPR Download Request: store this segment of a roaming list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SsprDownloadRequest<'a> {
    /// The block; under [`Fresh::Included`] it is [`SsprBlock::Other`], for it is ciphertext.
    pub block: SsprBlock<'a>,
    /// FRESH trailer; older networks leave it out.
    pub fresh: Option<Fresh>,
}

/// An SSPR block that a handset shall store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SsprBlock<'a> {
    /// Segment of a roaming list ([`SsprBlockId::PRL`]).
    Prl(Segment<'a>),
    /// Segment of an extended roaming list ([`SsprBlockId::EXTENDED_PRL`]).
    ExtendedPrl(Segment<'a>),
    /// A block of another kind, an empty one, or ciphertext.
    Other(Block<'a, SsprBlockId>),
}

impl Default for SsprBlock<'_> {
    fn default() -> Self {
        Self::Other(Block::default())
    }
}

/// A segment of a roaming list.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Segment<'a> {
    /// LAST_SEGMENT: the list ends with this one.
    pub last_segment: bool,
    /// SEGMENT_OFFSET: place of the first octet in the list.
    pub segment_offset: u16,
    /// SEGMENT_DATA, at most 251 octets.
    pub segment_data: &'a [u8],
}

impl fmt::Debug for Segment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, last) = (self.segment_data.len(), if self.last_segment { ", the last" } else { "" });
        write!(f, "Segment({count} octets from {}{last})", self.segment_offset)
    }
}

impl<'a> Fields<'a> for Segment<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.reserved(7)?;
        pass.number("last_segment", 1, &mut self.last_segment)?;
        pass.number("segment_offset", 16, &mut self.segment_offset)?;
        pass.octets("segment_size", "segment_data", &mut self.segment_data)
    }
}

impl SsprBlock<'_> {
    /// BLOCK_ID.
    pub fn block_id(&self) -> SsprBlockId {
        match self {
            Self::Prl(_) => SsprBlockId::PRL,
            Self::ExtendedPrl(_) => SsprBlockId::EXTENDED_PRL,
            Self::Other(block) => block.block_id,
        }
    }

    fn empty(block_id: SsprBlockId, as_octets: bool) -> Self {
        match block_id {
            SsprBlockId::PRL if !as_octets => Self::Prl(Segment::default()),
            SsprBlockId::EXTENDED_PRL if !as_octets => Self::ExtendedPrl(Segment::default()),
            _ => Self::Other(Block { block_id, param_data: &[] }),
        }
    }
}

impl<'a> Fields<'a> for SsprDownloadRequest<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        let mut block_id = self.block.block_id();
        pass.number("block_id", 8, &mut block_id)?;
        let enciphered = Fresh::enciphers(pass, skip_data);
        let block = &mut self.block;
        pass.block("block_len", "param_data", |pass| {
            if P::FILLS {
                *block = SsprBlock::empty(block_id, enciphered || pass.gives_octets("param_data"));
            }
            match block {
                SsprBlock::Prl(segment) | SsprBlock::ExtendedPrl(segment) => segment.fields(pass),
                SsprBlock::Other(block) => pass.rest("param_data", &mut block.param_data),
            }
        })?;
        Fresh::trailer(&mut self.fresh, pass)
    }
}

/// SSPR Download Response: what became of a segment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SsprDownloadResponse {
    /// BLOCK_ID.
    pub block_id: SsprBlockId,
    /// RESULT_CODE.
    pub result_code: ResultCode,
    /// Which segment.
    pub stored: StoredPart,
}

/// Which segment a handset has stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StoredPart {
    /// SEGMENT_OFFSET.
    pub segment_offset: u16,
    /// SEGMENT_SIZE.
    pub segment_size: u8,
}

impl<'a> Fields<'a> for StoredPart {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("segment_offset", 16, &mut self.segment_offset)?;
        pass.number("segment_size", 8, &mut self.segment_size)
    }
}

impl<'a> Fields<'a> for SsprDownloadResponse {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("block_id", 8, &mut self.block_id)?;
        pass.number("result_code", 8, &mut self.result_code)?;
        self.stored.fields(pass)
    }
}
