//! Forms that several families share: parameter blocks as octets, lists of them, and the FRESH trailer.
//!
//! A family whose blocks are taken apart has types of its own; see `nam`, `sspr` and `validation`.

use std::fmt;

use super::bits::BitReader;
use super::codes::ResultCode;
use super::pass::{Fields, Number, Pass, Presence};

/// A parameter block, not taken apart. Its octets may be secrets or ciphertext: they are never printed.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Block<'a, Id> {
    /// BLOCK_ID.
    pub block_id: Id,
    /// PARAM_DATA, at most 255 octets.
    pub param_data: &'a [u8],
}

impl<Id: fmt::Debug> fmt::Debug for Block<'_, Id> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Block({:?}, {} octets)", self.block_id, self.param_data.len())
    }
}

impl<'a, Id: Number> Fields<'a> for Block<'a, Id> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("block_id", 8, &mut self.block_id)?;
        pass.octets("block_len", "param_data", &mut self.param_data)
    }
}

/// Configuration Requests: which blocks shall be reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockIds<Id> {
    /// BLOCK_ID of each.
    pub block_ids: Vec<Id>,
}

impl<'a, Id: Number + Default> Fields<'a> for BlockIds<Id> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.codes("num_blocks", "block_id", &mut self.block_ids)
    }
}

/// Download Requests of families whose blocks are kept as octets (C.S0016 sections 4.5.1.13, 15, 19, 24).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks<'a, Id> {
    /// The blocks.
    pub blocks: Vec<Block<'a, Id>>,
    /// FRESH trailer; older networks leave it out.
    pub fresh: Option<Fresh>,
}

impl<'a, Id: Number + Default> Fields<'a> for Blocks<'a, Id> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.list("num_blocks", "blocks", &mut self.blocks, Fields::fields)?;
        Fresh::trailer(&mut self.fresh, pass)
    }
}

/// Download Responses and Validation Response: what became of each block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockResults<Id> {
    /// One result per block of the request.
    pub results: Vec<BlockResult<Id>>,
}

/// What became of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BlockResult<Id> {
    /// BLOCK_ID.
    pub block_id: Id,
    /// RESULT_CODE.
    pub result_code: ResultCode,
}

impl<'a, Id: Number + Default> Fields<'a> for BlockResults<Id> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.list("num_blocks", "blocks", &mut self.results, |result, pass| {
            pass.number("block_id", 8, &mut result.block_id)?;
            pass.number("result_code", 8, &mut result.result_code)
        })
    }
}

/// Configuration Responses in which RESULT_CODE follows each block: 3GPD, MMD, MMS (C.S0016 sections 3.5.1.14, 18, 23).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockReports<'a, Id> {
    /// The blocks.
    pub blocks: Vec<BlockReport<'a, Id>>,
    /// FRESH trailer; older handsets leave it out.
    pub fresh: Option<Fresh>,
}

/// A block that a handset reports, not taken apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BlockReport<'a, Id> {
    /// The block; empty where the handset refuses.
    pub block: Block<'a, Id>,
    /// RESULT_CODE.
    pub result_code: ResultCode,
}

impl<'a, Id: Number + Default> Fields<'a> for BlockReports<'a, Id> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.list("num_blocks", "blocks", &mut self.blocks, |report, pass| {
            report.block.fields(pass)?;
            pass.number("result_code", 8, &mut report.result_code)
        })?;
        Fresh::trailer(&mut self.fresh, pass)
    }
}

/// Configuration Responses of a single block: SSPR and PUZL (C.S0016 sections 3.5.1.8 and 12).
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct SingleReport<'a, Id> {
    /// BLOCK_ID.
    pub block_id: Id,
    /// RESULT_CODE.
    pub result_code: ResultCode,
    /// PARAM_DATA, at most 255 octets.
    pub param_data: &'a [u8],
    /// FRESH trailer; older handsets leave it out.
    pub fresh: Option<Fresh>,
}

impl<Id: fmt::Debug> fmt::Debug for SingleReport<'_, Id> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { block_id, result_code, param_data, fresh } = self;
        write!(f, "SingleReport({block_id:?}, {result_code:?}, {} octets, {fresh:?})", param_data.len())
    }
}

impl<'a, Id: Number> Fields<'a> for SingleReport<'a, Id> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("block_id", 8, &mut self.block_id)?;
        pass.number("result_code", 8, &mut self.result_code)?;
        pass.octets("block_len", "param_data", &mut self.param_data)?;
        Fresh::trailer(&mut self.fresh, pass)
    }
}

/// The trailer of messages whose PARAM_DATA may be enciphered: FRESH_INCL, then FRESH or reserved bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fresh {
    /// FRESH_INCL = 0: secure mode is off.
    #[default]
    NotIncluded,
    /// FRESH_INCL = 1: secure mode is on, PARAM_DATA is ciphertext made with this FRESH of 15 bits.
    Included(u16),
}

impl Fresh {
    /// The trailer at the end of a message.
    pub(super) fn trailer<'a, P: Pass<'a>>(fresh: &mut Option<Self>, pass: &mut P) -> Result<(), P::Error> {
        pass.optional("fresh_incl", Presence::IfMore, fresh, |fresh, pass| {
            let (mut included, mut value) = match *fresh {
                Self::NotIncluded => (false, 0),
                Self::Included(value) => (true, value),
            };
            pass.number("fresh_incl", 1, &mut included)?;
            if included { pass.number("fresh", 15, &mut value) } else { pass.reserved(7) }?;
            *fresh = if included { Self::Included(value) } else { Self::NotIncluded };
            Ok(())
        })
    }

    /// Looks ahead to the trailer, from where `skip` leaves the reader: whether the blocks before it are ciphertext.
    /// Only octets hide what they are; every other pass has it in the message.
    pub(super) fn enciphers<'a, P: Pass<'a>>(pass: &P, skip: impl FnOnce(&mut BitReader<'a>) -> Option<()>) -> bool {
        let included = || {
            let mut ahead = pass.ahead()?;
            skip(&mut ahead)?;
            ahead.bits("fresh_incl", 1).ok()
        };
        included() == Some(1)
    }
}

/// Steps over BLOCK_LEN and PARAM_DATA.
pub(super) fn skip_data(ahead: &mut BitReader<'_>) -> Option<()> {
    let count = ahead.bits("block_len", 8).ok()?;
    ahead.octets("param_data", count as usize).ok().map(drop)
}

/// Steps over NUM_BLOCKS and so many blocks, and says how many there were.
pub(super) fn skip_blocks(ahead: &mut BitReader<'_>) -> Option<usize> {
    let count = ahead.bits("num_blocks", 8).ok()?;
    for _ in 0..count {
        ahead.bits("block_id", 8).ok()?;
        skip_data(ahead)?;
    }
    Some(count as usize)
}
