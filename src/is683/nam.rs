//! NAM messages: Configuration and Download (types 0 and 1; C.S0016 sections 3.5.1.1, 3.5.1.2, 4.5.1.1, 4.5.1.2), with the
//! number assignment module's parameter blocks (sections 3.5.2 and 4.5.2).
//!
//! A block has the same fields in both directions, but that a handset reports some more: these are `Option`s here.

use super::blocks::{Block, Fresh, skip_blocks};
use super::codes::{ResultCode, codes};
use super::imsi::{IMSI_M, IMSI_T, Imsi, Mdn};
use super::pass::{Fields, Pass, Presence};

codes! {
    /// BLOCK_ID of NAM parameter blocks (C.S0016 tables 3.5.2-1 and 4.5.2-1; 4 since revision D).
    NamBlockId {
        0 CDMA_ANALOG "CDMA/analogue NAM",
        1 MDN "mobile directory number",
        2 CDMA "CDMA NAM",
        3 IMSI_T "IMSI_T",
        4 EHRPD_IMSI "eHRPD IMSI",
        [128..=254] "manufacturer specific",
    }
}

/// Download Request: store these blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DownloadRequest<'a> {
    /// The blocks; under [`Fresh::Included`] all of them are [`NamBlock::Other`], for they are ciphertext.
    pub blocks: Vec<NamBlock<'a>>,
    /// FRESH trailer; older networks leave it out.
    pub fresh: Option<Fresh>,
}

impl<'a> Fields<'a> for DownloadRequest<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        let enciphered = Fresh::enciphers(pass, |ahead| skip_blocks(ahead).map(drop));
        pass.list("num_blocks", "blocks", &mut self.blocks, |block, pass| {
            block.fields(Form::Download, enciphered, pass)
        })?;
        Fresh::trailer(&mut self.fresh, pass)
    }
}

/// Configuration Response: what the handset has stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigurationResponse<'a> {
    /// The blocks; under [`Fresh::Included`] all of them are [`NamBlock::Other`], for they are ciphertext.
    pub blocks: Vec<NamReport<'a>>,
    /// FRESH trailer; older handsets leave it out.
    pub fresh: Option<Fresh>,
}

/// A NAM block that a handset reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamReport<'a> {
    /// The block; empty where the handset refuses.
    pub block: NamBlock<'a>,
    /// RESULT_CODE; on the wire these stand behind the last block.
    pub result_code: ResultCode,
}

impl<'a> Fields<'a> for ConfigurationResponse<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        let enciphered = Fresh::enciphers(pass, |ahead| {
            let count = skip_blocks(ahead)?;
            ahead.octets("result_code", count).ok().map(drop)
        });
        pass.list("num_blocks", "blocks", &mut self.blocks, |report, pass| {
            report.block.fields(Form::Configuration, enciphered, pass)
        })?;
        pass.each("result_code", self.blocks.iter_mut().map(|report| &mut report.result_code))?;
        Fresh::trailer(&mut self.fresh, pass)
    }
}

/// A NAM parameter block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NamBlock<'a> {
    /// CDMA/analogue NAM.
    CdmaAnalog(CdmaAnalogNam),
    /// Mobile directory number.
    Mdn(Mdn),
    /// CDMA NAM.
    Cdma(CdmaNam),
    /// IMSI_T.
    ImsiT(Imsi),
    /// A block of another kind, an empty one, or ciphertext.
    Other(Block<'a, NamBlockId>),
}

impl Default for NamBlock<'_> {
    fn default() -> Self {
        Self::Other(Block::default())
    }
}

/// Which of its two forms a block has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Download,
    Configuration,
}

impl Form {
    /// Whether fields are there that only a handset reports.
    fn reported(self) -> Presence {
        Presence::If(self == Self::Configuration)
    }

    /// Name of the count of SID/NID pairs.
    fn pairs(self) -> &'static str {
        if self == Self::Configuration { "stored_sid_nid" } else { "n_sid_nid" }
    }
}

impl<'a> NamBlock<'a> {
    /// BLOCK_ID.
    pub fn block_id(&self) -> NamBlockId {
        match self {
            Self::CdmaAnalog(_) => NamBlockId::CDMA_ANALOG,
            Self::Mdn(_) => NamBlockId::MDN,
            Self::Cdma(_) => NamBlockId::CDMA,
            Self::ImsiT(_) => NamBlockId::IMSI_T,
            Self::Other(block) => block.block_id,
        }
    }

    fn empty(block_id: NamBlockId, as_octets: bool) -> Self {
        match block_id {
            NamBlockId::CDMA_ANALOG if !as_octets => Self::CdmaAnalog(CdmaAnalogNam::default()),
            NamBlockId::MDN if !as_octets => Self::Mdn(Mdn::default()),
            NamBlockId::CDMA if !as_octets => Self::Cdma(CdmaNam::default()),
            NamBlockId::IMSI_T if !as_octets => Self::ImsiT(Imsi::default()),
            _ => Self::Other(Block { block_id, param_data: &[] }),
        }
    }

    fn fields<P: Pass<'a>>(&mut self, form: Form, enciphered: bool, pass: &mut P) -> Result<(), P::Error> {
        let mut block_id = self.block_id();
        pass.number("block_id", 8, &mut block_id)?;
        pass.block("block_len", "param_data", |pass| {
            if P::FILLS {
                *self = Self::empty(block_id, enciphered || pass.gives_octets("param_data"));
            }
            match self {
                Self::CdmaAnalog(nam) => nam.fields(form, pass),
                Self::Mdn(mdn) => mdn.fields(pass),
                Self::Cdma(nam) => nam.fields(form, pass),
                Self::ImsiT(imsi) => {
                    imsi.fields(&IMSI_T, pass)?;
                    pass.pad()
                }
                Self::Other(block) => pass.rest("param_data", &mut block.param_data),
            }
        })
    }
}

/// CDMA/analogue NAM.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CdmaAnalogNam {
    /// FIRSTCHP, 11 bits: first paging channel of the home system.
    pub firstchp: u16,
    /// HOME_SID, 15 bits: home system identification.
    pub home_sid: u16,
    /// EX: extended address indicator.
    pub ex: bool,
    /// SCM: station class mark. Reported only.
    pub scm: Option<u8>,
    /// MOB_P_REV: protocol revision of the handset. Reported only.
    pub mob_p_rev: Option<u8>,
    /// IMSI_M.
    pub imsi_m: Imsi,
    /// Access and termination.
    pub access: Access,
    /// MAX_SID_NID: how many pairs the handset can store. Reported only.
    pub max_sid_nid: Option<u8>,
    /// SID/NID pairs, at most 255.
    pub sid_nid: Vec<SidNid>,
}

impl CdmaAnalogNam {
    fn fields<'a, P: Pass<'a>>(&mut self, form: Form, pass: &mut P) -> Result<(), P::Error> {
        pass.number("firstchp", 11, &mut self.firstchp)?;
        pass.number("home_sid", 15, &mut self.home_sid)?;
        pass.number("ex", 1, &mut self.ex)?;
        pass.optional("scm", form.reported(), &mut self.scm, |scm, pass| pass.number("scm", 8, scm))?;
        pass.optional("mob_p_rev", form.reported(), &mut self.mob_p_rev, |rev, pass| pass.number("mob_p_rev", 8, rev))?;
        self.imsi_m.fields(&IMSI_M, pass)?;
        self.access.fields(pass)?;
        SidNid::pairs(&mut self.max_sid_nid, &mut self.sid_nid, form, pass)
    }
}

/// CDMA NAM.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CdmaNam {
    /// SLOTTED_MODE and MOB_P_REV. Reported only.
    pub station: Option<CdmaStation>,
    /// IMSI_M.
    pub imsi_m: Imsi,
    /// Access and termination.
    pub access: Access,
    /// MAX_SID_NID: how many pairs the handset can store. Reported only.
    pub max_sid_nid: Option<u8>,
    /// SID/NID pairs, at most 255.
    pub sid_nid: Vec<SidNid>,
}

/// What a handset reports of itself in a CDMA NAM.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CdmaStation {
    /// SLOTTED_MODE: whether it operates in slotted mode.
    pub slotted_mode: bool,
    /// MOB_P_REV: protocol revision of the handset.
    pub mob_p_rev: u8,
}

impl CdmaNam {
    fn fields<'a, P: Pass<'a>>(&mut self, form: Form, pass: &mut P) -> Result<(), P::Error> {
        pass.optional("slotted_mode", form.reported(), &mut self.station, |station, pass| {
            pass.reserved(2)?;
            pass.number("slotted_mode", 1, &mut station.slotted_mode)?;
            pass.reserved(5)?;
            pass.number("mob_p_rev", 8, &mut station.mob_p_rev)
        })?;
        self.imsi_m.fields(&IMSI_M, pass)?;
        self.access.fields(pass)?;
        SidNid::pairs(&mut self.max_sid_nid, &mut self.sid_nid, form, pass)
    }
}

/// Access and termination parameters of a NAM.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "the standard has four flags")]
pub struct Access {
    /// ACCOLC, 4 bits: access overload class.
    pub accolc: u8,
    /// LOCAL_CONTROL.
    pub local_control: bool,
    /// MOB_TERM_HOME: calls reach the handset at home.
    pub mob_term_home: bool,
    /// MOB_TERM_FOR_SID: and when it roams to another system.
    pub mob_term_for_sid: bool,
    /// MOB_TERM_FOR_NID: and when it roams to another network.
    pub mob_term_for_nid: bool,
}

impl<'a> Fields<'a> for Access {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("accolc", 4, &mut self.accolc)?;
        pass.number("local_control", 1, &mut self.local_control)?;
        pass.number("mob_term_home", 1, &mut self.mob_term_home)?;
        pass.number("mob_term_for_sid", 1, &mut self.mob_term_for_sid)?;
        pass.number("mob_term_for_nid", 1, &mut self.mob_term_for_nid)
    }
}

/// A system and network identification.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SidNid {
    /// SID, 15 bits.
    pub sid: u16,
    /// NID.
    pub nid: u16,
}

impl SidNid {
    /// The end of both NAM blocks.
    fn pairs<'a, P: Pass<'a>>(
        max_sid_nid: &mut Option<u8>,
        sid_nid: &mut Vec<Self>,
        form: Form,
        pass: &mut P,
    ) -> Result<(), P::Error> {
        pass.optional("max_sid_nid", form.reported(), max_sid_nid, |max, pass| pass.number("max_sid_nid", 8, max))?;
        pass.list(form.pairs(), "sid_nid", sid_nid, |pair, pass| {
            pass.number("sid", 15, &mut pair.sid)?;
            pass.number("nid", 16, &mut pair.nid)
        })?;
        pass.pad()
    }
}
