//! Capability messages: Protocol Capability and Extended Protocol Capability (types 6 and 16; C.S0016 sections 3.5.1.7,
//! 3.5.1.17 and 4.5.1.7).
//!
//! What a handset says of itself: features with their revisions, and records about the device.

use std::borrow::Cow;

use super::codes::{AKeyPRev, FeatureId, FeaturePRev, codes};
use super::key::set_bits;
use super::pass::{Fields, Number, Pass, Presence};

/// Protocol Capability Request: what can you do?
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProtocolCapabilityRequest {
    /// Ask for records too: the answer is then an Extended Protocol Capability Response from handsets that know it.
    pub records: Option<RecordRequest>,
}

/// The long form of a Protocol Capability Request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordRequest {
    /// OTASP_P_REV of the network.
    pub otasp_p_rev: u8,
    /// CAP_RECORD_TYPE of each record asked for.
    pub cap_record_types: Vec<CapRecordType>,
}

impl<'a> Fields<'a> for ProtocolCapabilityRequest {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.optional("otasp_p_rev", Presence::IfMore, &mut self.records, |records, pass| {
            pass.number("otasp_p_rev", 8, &mut records.otasp_p_rev)?;
            pass.codes("num_cap_records", "cap_record_type", &mut records.cap_record_types)
        })
    }
}

/// Protocol Capability Response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProtocolCapabilityResponse<'a> {
    /// MOB_FIRM_REV: firmware revision.
    pub mob_firm_rev: u16,
    /// MOB_MODEL: the manufacturer's model number.
    pub mob_model: u8,
    /// Features; one with several revisions is listed several times.
    pub features: Vec<Feature>,
    /// What ADD_LENGTH counts; `None` where it is 0.
    pub additional: Option<AdditionalFields<'a>>,
}

/// Additional fields of a Protocol Capability Response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AdditionalFields<'a> {
    /// BAND_MODE_CAP.
    pub band_mode_cap: BandModeCap,
    /// More additional fields, of later revisions.
    pub more: &'a [u8],
}

impl<'a> Fields<'a> for ProtocolCapabilityResponse<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("mob_firm_rev", 16, &mut self.mob_firm_rev)?;
        pass.number("mob_model", 8, &mut self.mob_model)?;
        pass.list("num_features", "features", &mut self.features, Fields::fields)?;
        pass.block("add_length", "additional fields", |pass| {
            pass.optional("band_mode_cap", Presence::IfMore, &mut self.additional, |additional, pass| {
                pass.number("band_mode_cap", 8, &mut additional.band_mode_cap)?;
                pass.rest("more_additional_fields", &mut additional.more)
            })
        })
    }
}

/// Extended Protocol Capability Response: the answer to a request that asks for records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExtendedProtocolCapabilityResponse<'a> {
    /// OTASP_MOB_P_REV of the handset.
    pub otasp_mob_p_rev: u8,
    /// MOB_FIRM_REV: firmware revision.
    pub mob_firm_rev: u16,
    /// MOB_MODEL: the manufacturer's model number.
    pub mob_model: u8,
    /// Features; one with several revisions is listed several times.
    pub features: Vec<Feature>,
    /// Records.
    pub cap_records: Vec<CapRecord<'a>>,
}

impl<'a> Fields<'a> for ExtendedProtocolCapabilityResponse<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("otasp_mob_p_rev", 8, &mut self.otasp_mob_p_rev)?;
        pass.number("mob_firm_rev", 16, &mut self.mob_firm_rev)?;
        pass.number("mob_model", 8, &mut self.mob_model)?;
        pass.list("num_features", "features", &mut self.features, Fields::fields)?;
        pass.list("num_cap_records", "cap_records", &mut self.cap_records, Fields::fields)
    }
}

/// A feature of a handset in one of its revisions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Feature {
    /// FEATURE_ID.
    pub feature_id: FeatureId,
    /// FEATURE_P_REV.
    pub feature_p_rev: FeaturePRev,
}

impl Feature {
    /// The revisions of key exchange among `features`, in the handset's order.
    pub fn key_exchange_revisions(features: &[Self]) -> impl Iterator<Item = AKeyPRev> + '_ {
        features
            .iter()
            .filter(|feature| feature.feature_id == FeatureId::KEY_EXCHANGE)
            .map(|feature| AKeyPRev(feature.feature_p_rev.0))
    }
}

impl<'a> Fields<'a> for Feature {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("feature_id", 8, &mut self.feature_id)?;
        if self.feature_id != FeatureId::KEY_EXCHANGE {
            return pass.number("feature_p_rev", 8, &mut self.feature_p_rev.0);
        }
        let mut revision = AKeyPRev(self.feature_p_rev.0);
        pass.number("feature_p_rev", 8, &mut revision)?;
        self.feature_p_rev = FeaturePRev(revision.0);
        Ok(())
    }
}

/// Capability information record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CapRecord<'a> {
    /// CAP_RECORD_TYPE.
    pub cap_record_type: CapRecordType,
    /// The record: 7 octets of a MEID, for example.
    pub cap_data: &'a [u8],
}

impl<'a> Fields<'a> for CapRecord<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("cap_record_type", 8, &mut self.cap_record_type)?;
        pass.octets("cap_record_len", "cap_data", &mut self.cap_data)
    }
}

codes! {
    /// CAP_RECORD_TYPE (C.S0016 table 3.5.1.17.1-1).
    CapRecordType {
        0 OPERATING_MODE "operating mode information",
        1 CDMA_BAND_CLASS "CDMA band class information",
        2 MEID "MEID",
        3 ICCID "ICCID",
        4 EXT_UIM_ID "EXT_UIM_ID",
        5 MEID_ME "MEID of the mobile equipment",
    }
}

/// BAND_MODE_CAP: one bit per band and mode; the bits without a name are reserved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BandModeCap(pub u8);

impl BandModeCap {
    /// Band class 0, analogue.
    pub const BAND_CLASS_0_ANALOG: Self = Self(0x80);
    /// Band class 0, CDMA.
    pub const BAND_CLASS_0_CDMA: Self = Self(0x40);
    /// Band class 1, CDMA.
    pub const BAND_CLASS_1_CDMA: Self = Self(0x20);
    /// Band class 3, CDMA.
    pub const BAND_CLASS_3_CDMA: Self = Self(0x10);
    /// Band class 6, CDMA.
    pub const BAND_CLASS_6_CDMA: Self = Self(0x08);
}

impl Number for BandModeCap {
    fn from_bits(bits: u64) -> Self {
        Self(bits as u8)
    }

    fn bits(self) -> u64 {
        self.0.into()
    }

    fn meaning(self) -> Option<Cow<'static, str>> {
        let bands = [
            (Self::BAND_CLASS_0_ANALOG, "band class 0 analogue"),
            (Self::BAND_CLASS_0_CDMA, "band class 0 CDMA"),
            (Self::BAND_CLASS_1_CDMA, "band class 1 CDMA"),
            (Self::BAND_CLASS_3_CDMA, "band class 3 CDMA"),
            (Self::BAND_CLASS_6_CDMA, "band class 6 CDMA"),
        ];
        Some(set_bits(self.0.into(), &bands.map(|(band, name)| (band.0.into(), name))))
    }
}
