//! Services beside voice: PUZL, 3GPD, MMD, System Tag, MMS (types 11 to 14, 17 to 20, 22, 23; C.S0016 sections 3.5.1.12 to
//! 3.5.1.15, 3.5.1.18 to 3.5.1.21, 3.5.1.23, 3.5.1.24 and their forward twins 4.5.1.x).
//!
//! Their blocks are kept as octets; the list forms are those of `blocks`.

use super::blocks::Block;
use super::codes::{ResultCode, codes};
use super::pass::{Fields, Pass, Presence};
use super::sspr::{RequestedPart, StoredPart};

codes! {
    /// BLOCK_ID of PUZL blocks that a handset reports (C.S0016 table 3.5.6-1).
    PuzlReportId {
        0 PUZL_DIMENSIONS "PUZL dimensions",
        1 PUZL_PRIORITIES "PUZL priorities",
        2 USER_ZONE "user zone",
        3 PREFERRED_USER_ZONE_LIST "preferred user zone list",
        [128..=254] "manufacturer specific",
    }

    /// BLOCK_ID of PUZL blocks that a handset stores (C.S0016 table 4.5.6-1).
    PuzlBlockId {
        0 USER_ZONE_INSERT "user zone insert",
        1 USER_ZONE_UPDATE "user zone update",
        2 USER_ZONE_DELETE "user zone delete",
        3 USER_ZONE_PRIORITY_CHANGE "user zone priority change",
        4 PUZL_FLAGS "PUZL flags",
        [128..=254] "manufacturer specific",
    }

    /// BLOCK_ID of 3GPD blocks that a handset reports (C.S0016 table 3.5.8-1).
    PacketDataReportId {
        0 OPERATION_CAPABILITY "3GPD operation capability",
        1 OPERATION_MODE "3GPD operation mode",
        2 SIMPLE_IP_CAPABILITY "Simple IP capability",
        3 MOBILE_IP_CAPABILITY "Mobile IP capability",
        4 SIMPLE_IP_USER_PROFILE "Simple IP user profile",
        5 MOBILE_IP_USER_PROFILE "Mobile IP user profile",
        6 SIMPLE_IP_STATUS "Simple IP status",
        7 MOBILE_IP_STATUS "Mobile IP status",
        8 SIMPLE_IP_PAP_SECRET "Simple IP PAP secret",
        9 SIMPLE_IP_CHAP_SECRET "Simple IP CHAP secret",
        10 MOBILE_IP_SECRET "Mobile IP secret",
        11 HRPD_CAPABILITY "HRPD access authentication capability",
        12 HRPD_USER_PROFILE "HRPD access authentication user profile",
        13 HRPD_CHAP_SECRET "HRPD access authentication CHAP secret",
    }

    /// BLOCK_ID of 3GPD blocks that a handset stores (C.S0016 table 4.5.7-1).
    PacketDataBlockId {
        0 OPERATION_MODE "3GPD operation mode",
        1 SIMPLE_IP_USER_PROFILE "Simple IP user profile",
        2 MOBILE_IP_USER_PROFILE "Mobile IP user profile",
        6 SIMPLE_IP_STATUS "Simple IP status",
        7 MOBILE_IP_STATUS "Mobile IP status",
        8 SIMPLE_IP_PAP_SECRET "Simple IP PAP secret",
        9 SIMPLE_IP_CHAP_SECRET "Simple IP CHAP secret",
        10 MOBILE_IP_SECRET "Mobile IP secret",
        11 HRPD_USER_PROFILE "HRPD access authentication user profile",
        12 HRPD_CHAP_SECRET "HRPD access authentication CHAP secret",
    }

    /// BLOCK_ID of MMD blocks, both ways (C.S0016 tables 3.5.9-1 and 4.5.8-1).
    MmdBlockId {
        0 APPLICATION "MMD application",
    }

    /// BLOCK_ID of System Tag blocks that a handset reports (C.S0016 table 3.5.10-1).
    SystemTagReportId {
        0 HOME_SYSTEM_TAG "home system tag",
        1 GROUP_TAG_LIST_DIMENSIONS "group tag list dimensions",
        2 GROUP_TAG_LIST "group tag list",
        3 SPECIFIC_TAG_LIST_DIMENSIONS "specific tag list dimensions",
        4 SPECIFIC_TAG_LIST "specific tag list",
        5 CALL_PROMPT_LIST_DIMENSIONS "call prompt list dimensions",
        6 CALL_PROMPT_LIST "call prompt list",
    }

    /// BLOCK_ID of System Tag blocks that a handset stores (C.S0016 table 4.5.9-1).
    SystemTagBlockId {
        0 HOME_SYSTEM_TAG "home system tag",
        1 GROUP_TAG_LIST "group tag list",
        2 SPECIFIC_TAG_LIST "specific tag list",
        3 CALL_PROMPT_LIST "call prompt list",
        [128..=254] "manufacturer specific",
    }

    /// BLOCK_ID of MMS blocks that a handset reports (C.S0016 table 3.5.12-1).
    MmsReportId {
        0 MMS_URI "MMS URI",
        1 MMS_URI_CAPABILITY "MMS URI capability",
    }

    /// BLOCK_ID of MMS blocks that a handset stores (C.S0016 table 4.5.10-1).
    MmsBlockId {
        0 MMS_URI "MMS URI",
    }
}

/// PUZL Configuration Request: report this block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PuzlConfigurationRequest<'a> {
    /// BLOCK_ID.
    pub block_id: PuzlReportId,
    /// What the block needs to be found, to the end of the message.
    pub request_data: &'a [u8],
}

impl<'a> Fields<'a> for PuzlConfigurationRequest<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("block_id", 8, &mut self.block_id)?;
        pass.rest("request_data", &mut self.request_data)
    }
}

/// PUZL Download Response: what became of each block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PuzlDownloadResponse {
    /// One result per block of the request.
    pub results: Vec<PuzlResult>,
}

/// What became of a PUZL block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PuzlResult {
    /// BLOCK_ID.
    pub block_id: PuzlBlockId,
    /// RESULT_CODE.
    pub result_code: ResultCode,
    /// Which user zone. IDENTIFIERS_PRESENT says whether it is there.
    pub user_zone: Option<UserZone>,
}

/// A user zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UserZone {
    /// UZ_ID.
    pub uz_id: u16,
    /// UZ_SID, 15 bits.
    pub uz_sid: u16,
}

impl<'a> Fields<'a> for PuzlDownloadResponse {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.list("num_blocks", "blocks", &mut self.results, |result, pass| {
            pass.number("block_id", 8, &mut result.block_id)?;
            pass.number("result_code", 8, &mut result.result_code)?;
            let mut present = result.user_zone.is_some();
            pass.number("identifiers_present", 1, &mut present)?;
            pass.optional("uz_id", Presence::If(present), &mut result.user_zone, |user_zone, pass| {
                pass.number("uz_id", 16, &mut user_zone.uz_id)?;
                pass.number("uz_sid", 15, &mut user_zone.uz_sid)
            })?;
            pass.reserved(if present { 0 } else { 7 })
        })
    }
}

/// System Tag Configuration Request: report this block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemTagConfigurationRequest {
    /// BLOCK_ID.
    pub block_id: SystemTagReportId,
    /// Which part of a list.
    pub part: Option<RequestedPart>,
}

impl<'a> Fields<'a> for SystemTagConfigurationRequest {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("block_id", 8, &mut self.block_id)?;
        pass.optional("request_offset", Presence::IfMore, &mut self.part, Fields::fields)
    }
}

/// System Tag Configuration Response: a block of the handset, without a trailer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemTagConfigurationResponse<'a> {
    /// BLOCK_ID.
    pub block_id: SystemTagReportId,
    /// RESULT_CODE.
    pub result_code: ResultCode,
    /// PARAM_DATA, at most 255 octets.
    pub param_data: &'a [u8],
}

impl<'a> Fields<'a> for SystemTagConfigurationResponse<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("block_id", 8, &mut self.block_id)?;
        pass.number("result_code", 8, &mut self.result_code)?;
        pass.octets("block_len", "param_data", &mut self.param_data)
    }
}

/// System Tag Download Request: store this block.
pub type SystemTagDownloadRequest<'a> = Block<'a, SystemTagBlockId>;

/// System Tag Download Response: what became of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemTagDownloadResponse {
    /// BLOCK_ID.
    pub block_id: SystemTagBlockId,
    /// RESULT_CODE.
    pub result_code: ResultCode,
    /// Which segment: there exactly when the block is one of the three lists.
    pub stored: Option<StoredPart>,
}

impl<'a> Fields<'a> for SystemTagDownloadResponse {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("block_id", 8, &mut self.block_id)?;
        pass.number("result_code", 8, &mut self.result_code)?;
        let is_list = (SystemTagBlockId::GROUP_TAG_LIST..=SystemTagBlockId::CALL_PROMPT_LIST).contains(&self.block_id);
        pass.optional("segment_offset", Presence::If(is_list), &mut self.stored, Fields::fields)
    }
}
