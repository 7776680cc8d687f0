//! Who may change what: Validation, OTAPA and Secure Mode (types 9, 10, 15; C.S0016 sections 3.5.1.10, 3.5.1.11, 3.5.1.16
//! and their forward twins 4.5.1.x; blocks in section 4.5.4).

use std::fmt;

use super::blocks::Block;
use super::codes::{ResultCode, codes};
use super::pass::{Fields, Pass, Presence};

codes! {
    /// BLOCK_ID of validation blocks (C.S0016 table 4.5.4-1).
    ValidationBlockId {
        0 VERIFY_SPC "verify SPC",
        1 CHANGE_SPC "change SPC",
        2 VALIDATE_SPASM "validate SPASM",
        [128..=254] "manufacturer specific",
    }

    /// SECURITY, 4 bits: the source of the secure mode ciphering key when secure mode starts.
    Security {
        0 SHARED_SECRET_DATA "SMCK from SSD_A and SSD_B",
        1 ROOT_KEY "SMCK from the 3G root key",
    }
}

/// Validation Request: open the lock, change it, or validate the network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValidationRequest<'a> {
    /// The blocks.
    pub blocks: Vec<ValidationBlock<'a>>,
}

/// A validation block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValidationBlock<'a> {
    /// Verify SPC: open the lock with its code.
    VerifySpc(Spc),
    /// Change SPC: a new code for the lock, from the next commit on.
    ChangeSpc(Spc),
    /// Validate SPASM.
    ValidateSpasm(Spasm),
    /// A block of another kind, or an empty one.
    Other(Block<'a, ValidationBlockId>),
}

impl Default for ValidationBlock<'_> {
    fn default() -> Self {
        Self::Other(Block::default())
    }
}

impl ValidationBlock<'_> {
    /// BLOCK_ID.
    pub fn block_id(&self) -> ValidationBlockId {
        match self {
            Self::VerifySpc(_) => ValidationBlockId::VERIFY_SPC,
            Self::ChangeSpc(_) => ValidationBlockId::CHANGE_SPC,
            Self::ValidateSpasm(_) => ValidationBlockId::VALIDATE_SPASM,
            Self::Other(block) => block.block_id,
        }
    }

    fn empty(block_id: ValidationBlockId, as_octets: bool) -> Self {
        match block_id {
            ValidationBlockId::VERIFY_SPC if !as_octets => Self::VerifySpc(Spc::default()),
            ValidationBlockId::CHANGE_SPC if !as_octets => Self::ChangeSpc(Spc::default()),
            ValidationBlockId::VALIDATE_SPASM if !as_octets => Self::ValidateSpasm(Spasm::default()),
            _ => Self::Other(Block { block_id, param_data: &[] }),
        }
    }
}

impl<'a> Fields<'a> for ValidationBlock<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        let mut block_id = self.block_id();
        pass.number("block_id", 8, &mut block_id)?;
        pass.block("block_len", "param_data", |pass| {
            if P::FILLS {
                *self = Self::empty(block_id, pass.gives_octets("param_data"));
            }
            match self {
                Self::VerifySpc(spc) | Self::ChangeSpc(spc) => pass.array("spc", &mut spc.0),
                Self::ValidateSpasm(spasm) => spasm.fields(pass),
                Self::Other(block) => pass.rest("param_data", &mut block.param_data),
            }
        })
    }
}

impl<'a> Fields<'a> for ValidationRequest<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.list("num_blocks", "blocks", &mut self.blocks, Fields::fields)
    }
}

/// Service programming code: six decimal digits in three octets, the first digit in the high half octet. Never printed.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Spc(pub [u8; 3]);

impl Spc {
    /// The code that means that the lock is open: 000000.
    pub const DEFAULT: Self = Self([0; 3]);

    /// The code of six decimal digits; `None` for anything else.
    pub fn of(digits: &str) -> Option<Self> {
        let mut halves = digits.chars().map(|digit| digit.to_digit(10).map(|value| value as u8));
        let mut octets = [0; 3];
        for octet in &mut octets {
            *octet = halves.next()?? << 4 | halves.next()??;
        }
        halves.next().is_none().then_some(Self(octets))
    }

    /// The six digits; `None` where a half octet is none.
    pub fn digits(self) -> Option<String> {
        let halves = self.0.iter().flat_map(|octet| [octet >> 4, octet & 0x0f]);
        halves.map(|half| char::from_digit(half.into(), 10)).collect()
    }
}

impl fmt::Debug for Spc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Spc([redacted])")
    }
}

/// Validate SPASM: the network answers RAND_OTAPA, and says whether the active NAM shall be protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spasm {
    /// AUTH_OTAPA, 18 bits: the signature. AUTH_OTAPA_INCL says whether it is there.
    pub auth_otapa: Option<u32>,
    /// Whether SPASM protection of the active NAM is switched on.
    pub activate: bool,
}

impl<'a> Fields<'a> for Spasm {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        let mut included = self.auth_otapa.is_some();
        pass.number("auth_otapa_incl", 1, &mut included)?;
        pass.optional("auth_otapa", Presence::If(included), &mut self.auth_otapa, |auth_otapa, pass| {
            pass.number("auth_otapa", 18, auth_otapa)
        })?;
        pass.number("activate", 1, &mut self.activate)?;
        pass.pad()
    }
}

/// OTAPA Request: begin or end a session that the user does not notice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OtapaRequest {
    /// START_STOP: true begins, false ends.
    pub start_stop: bool,
}

impl<'a> Fields<'a> for OtapaRequest {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("start_stop", 1, &mut self.start_stop)?;
        pass.reserved(7)
    }
}

/// OTAPA Response.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OtapaResponse {
    /// RESULT_CODE.
    pub result_code: ResultCode,
    /// RAND_OTAPA: the challenge that Validate SPASM answers. NAM_LOCK says whether it is there.
    pub rand_otapa: Option<[u8; 4]>,
}

impl<'a> Fields<'a> for OtapaResponse {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("result_code", 8, &mut self.result_code)?;
        pass.reserved(7)?;
        let mut nam_lock = self.rand_otapa.is_some();
        pass.number("nam_lock", 1, &mut nam_lock)?;
        pass.optional("rand_otapa", Presence::If(nam_lock), &mut self.rand_otapa, |rand_otapa, pass| {
            pass.array("rand_otapa", rand_otapa)
        })
    }
}

/// Secure Mode Request: encipher PARAM_DATA from now on, or no longer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SecureModeRequest {
    /// SECURITY, 4 bits.
    pub security: Security,
    /// RAND_SMCK, from which both sides make the key. START_STOP says whether it is there: without it secure mode ends.
    pub rand_smck: Option<[u8; 8]>,
}

impl<'a> Fields<'a> for SecureModeRequest {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        let mut start_stop = self.rand_smck.is_some();
        pass.number("start_stop", 1, &mut start_stop)?;
        pass.number("security", 4, &mut self.security)?;
        pass.reserved(3)?;
        pass.optional("rand_smck", Presence::If(start_stop), &mut self.rand_smck, |rand_smck, pass| {
            pass.array("rand_smck", rand_smck)
        })
    }
}

/// Secure Mode Response.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SecureModeResponse {
    /// RESULT_CODE.
    pub result_code: ResultCode,
}

impl<'a> Fields<'a> for SecureModeResponse {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("result_code", 8, &mut self.result_code)
    }
}
