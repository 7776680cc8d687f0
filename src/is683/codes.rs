//! One-octet codes of the standard. Each is a newtype with named constants, so that a value without a name survives and
//! prints as its number.

use std::fmt;

/// Defines codes from one table: value, constant and meaning, then the ranges without names of their own.
macro_rules! codes {
    ($(
        $(#[$about:meta])*
        $name:ident {
            $($value:literal $constant:ident $meaning:literal,)*
            $([$range:pat] $range_meaning:literal,)*
        }
    )+) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u8);

        #[allow(missing_docs, reason = "each constant's doc is its meaning in the table")]
        impl $name {
            $(#[doc = $meaning] pub const $constant: Self = Self($value);)*

            /// What the standard says of this value; `reserved` where it says nothing.
            pub const fn meaning(self) -> &'static str {
                match self.0 {
                    $($value => $meaning,)*
                    $($range => $range_meaning,)*
                    #[allow(unreachable_patterns, reason = "some tables name all 256 values")]
                    _ => "reserved",
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl $crate::is683::pass::Number for $name {
            fn from_bits(bits: u64) -> Self {
                Self(bits as u8)
            }

            fn bits(self) -> u64 {
                self.0.into()
            }

            fn meaning(self) -> Option<::std::borrow::Cow<'static, str>> {
                Some($name::meaning(self).into())
            }
        }
    )+ };
}
pub(super) use codes;

codes! {
    /// OTASP_MSG_TYPE, the first octet of every message: a request and its response share it, the direction tells them
    /// apart (C.S0016 sections 3.5.1 and 4.5.1).
    OtaspMsgType {
        0 CONFIGURATION "Configuration",
        1 DOWNLOAD "Download",
        2 MS_KEY "MS Key",
        3 KEY_GENERATION "Key Generation",
        4 RE_AUTHENTICATE "Re-Authenticate",
        5 COMMIT "Commit",
        6 PROTOCOL_CAPABILITY "Protocol Capability",
        7 SSPR_CONFIGURATION "SSPR Configuration",
        8 SSPR_DOWNLOAD "SSPR Download",
        9 VALIDATION "Validation",
        10 OTAPA "OTAPA",
        11 PUZL_CONFIGURATION "PUZL Configuration",
        12 PUZL_DOWNLOAD "PUZL Download",
        13 PACKET_DATA_CONFIGURATION "3GPD Configuration",
        14 PACKET_DATA_DOWNLOAD "3GPD Download",
        15 SECURE_MODE "Secure Mode",
        16 EXTENDED_PROTOCOL_CAPABILITY "Extended Protocol Capability",
        17 MMD_CONFIGURATION "MMD Configuration",
        18 MMD_DOWNLOAD "MMD Download",
        19 SYSTEM_TAG_CONFIGURATION "System Tag Configuration",
        20 SYSTEM_TAG_DOWNLOAD "System Tag Download",
        21 SERVICE_KEY_GENERATION "Service Key Generation",
        22 MMS_CONFIGURATION "MMS Configuration",
        23 MMS_DOWNLOAD "MMS Download",
    }

    /// RESULT_CODE, one table for all responses (C.S0016 table 3.5.1.2-1; 47 to 50 since revision D).
    ResultCode {
        0 ACCEPTED "accepted, operation successful",
        1 REJECTED_UNKNOWN "rejected, unknown reason",
        2 DATA_SIZE_MISMATCH "rejected, data size mismatch",
        3 PROTOCOL_VERSION_MISMATCH "rejected, protocol version mismatch",
        4 INVALID_PARAMETER "rejected, invalid parameter",
        5 SID_NID_LENGTH_MISMATCH "rejected, SID/NID length mismatch",
        6 NOT_EXPECTED_IN_MODE "rejected, message not expected in this mode",
        7 BLOCK_ID_NOT_SUPPORTED "rejected, BLOCK_ID value not supported",
        8 ROAMING_LIST_LENGTH_MISMATCH "rejected, preferred roaming list length mismatch",
        9 CRC_ERROR "rejected, CRC error",
        10 MOBILE_STATION_LOCKED "rejected, mobile station locked",
        11 INVALID_SPC "rejected, invalid SPC",
        12 SPC_CHANGE_DENIED "rejected, SPC change denied by the user",
        13 INVALID_SPASM "rejected, invalid SPASM",
        14 BLOCK_ID_NOT_EXPECTED "rejected, BLOCK_ID not expected in this mode",
        15 USER_ZONE_IN_PUZL "rejected, user zone already in PUZL",
        16 USER_ZONE_NOT_IN_PUZL "rejected, user zone not in PUZL",
        17 PUZL_EMPTY "rejected, no entries in PUZL",
        18 OPERATION_MODE_MISMATCH "rejected, operation mode mismatch",
        19 SIMPLE_IP_NAI_NUMBER_MISMATCH "rejected, Simple IP number of NAI mismatch",
        20 SIMPLE_IP_NAI_LENGTH_MISMATCH "rejected, Simple IP NAI length mismatch",
        21 MOBILE_IP_NAI_NUMBER_MISMATCH "rejected, Mobile IP number of NAI mismatch",
        22 MOBILE_IP_NAI_LENGTH_MISMATCH "rejected, Mobile IP NAI length mismatch",
        23 PAP_SECRET_LENGTH_MISMATCH "rejected, Simple IP PAP secret length mismatch",
        24 CHAP_SECRET_LENGTH_MISMATCH "rejected, Simple IP CHAP secret length mismatch",
        25 MN_AAA_SECRET_LENGTH_MISMATCH "rejected, Mobile IP MN-AAA secret length mismatch",
        26 MN_HA_SECRET_LENGTH_MISMATCH "rejected, Mobile IP MN-HA secret length mismatch",
        27 MN_AAA_ALGORITHM_MISMATCH "rejected, Mobile IP MN-AAA algorithm mismatch",
        28 MN_HA_ALGORITHM_MISMATCH "rejected, Mobile IP MN-HA algorithm mismatch",
        29 SIMPLE_IP_ACTIVE_NAI_MISMATCH "rejected, Simple IP active NAI index mismatch",
        30 MOBILE_IP_ACTIVE_NAI_MISMATCH "rejected, Mobile IP active NAI index mismatch",
        31 PAP_NAI_INDEX_MISMATCH "rejected, Simple IP PAP NAI index mismatch",
        32 CHAP_NAI_INDEX_MISMATCH "rejected, Simple IP CHAP NAI index mismatch",
        33 MOBILE_IP_NAI_INDEX_MISMATCH "rejected, Mobile IP NAI index mismatch",
        34 UNEXPECTED_PRL_BLOCK_ID "rejected, unexpected PRL BLOCK_ID change",
        35 PRL_FORMAT_MISMATCH "rejected, PRL format mismatch",
        36 HRPD_NAI_LENGTH_MISMATCH "rejected, HRPD access authentication NAI length mismatch",
        37 HRPD_CHAP_SECRET_LENGTH_MISMATCH "rejected, HRPD access authentication CHAP secret length mismatch",
        38 MMD_IMPU_NUMBER_MISMATCH "rejected, MMD number of IMPU mismatch",
        39 MMD_IMPU_LENGTH_MISMATCH "rejected, MMD IMPU length mismatch",
        40 MMD_P_CSCF_NUMBER_MISMATCH "rejected, MMD number of P-CSCF mismatch",
        41 MMD_P_CSCF_LENGTH_MISMATCH "rejected, MMD P-CSCF length mismatch",
        42 UNEXPECTED_SYSTEM_TAG_BLOCK_ID "rejected, unexpected system tag BLOCK_ID change",
        43 SYSTEM_TAG_FORMAT_MISMATCH "rejected, system tag format mismatch",
        44 MMS_URI_NUMBER_MISMATCH "rejected, number of MMS URI mismatch",
        45 MMS_URI_LENGTH_MISMATCH "rejected, MMS URI length mismatch",
        46 INVALID_MMS_URI "rejected, invalid MMS URI",
        47 MMSS_MODE_SETTINGS_MISMATCH "rejected, MMSS mode settings format mismatch",
        48 MLPL_FORMAT_MISMATCH "rejected, MLPL format mismatch",
        49 MSPL_FORMAT_MISMATCH "rejected, MSPL format mismatch",
        50 MMSS_WLAN_MISMATCH "rejected, MMSS WLAN parameters format mismatch",
        [128..=254] "manufacturer specific",
    }

    /// FEATURE_ID (C.S0016 table 3.5.1.7-1; 11 since revision D).
    FeatureId {
        0 NAM_DOWNLOAD "NAM download",
        1 KEY_EXCHANGE "key exchange",
        2 SSPR "system selection for preferred roaming",
        3 SERVICE_PROGRAMMING_LOCK "service programming lock",
        4 OTAPA "over-the-air parameter administration",
        5 PUZL "preferred user zone list",
        6 PACKET_DATA "3G packet data",
        7 SECURE_MODE "secure mode",
        8 MMD "multimedia domain",
        9 SYSTEM_TAG "system tag download",
        10 MMS "multimedia messaging service",
        11 MMSS "multimode system selection",
        [192..=254] "manufacturer specific",
    }

    /// A_KEY_P_REV: which key exchange (C.S0016 section 4.5.1.3; 6 and more since revision D).
    ///
    /// ANSI-41's [`AKeyProtocolVersion`] is another number space.
    AKeyPRev {
        2 A_KEY "2G: A-key",
        3 A_KEY_AND_ROOT_KEY "2G and 3G: A-key and root key",
        4 ROOT_KEY "3G: root key",
        5 ENHANCED_ROOT_KEY "enhanced 3G root key",
        6 SERVICE_KEY "service key generation",
        7 EHRPD_ROOT_KEY "eHRPD root key",
        8 EHRPD_ROOT_KEY_2 "eHRPD root key",
    }

    /// ANSI-41's AKeyProtocolVersion (N.S0011), between OTAF and authentication centre: the sizes of a Diffie-Hellman
    /// exchange, P before G. [`AKeyPRev`] is another number space.
    AKeyProtocolVersion {
        0 NOT_USED "not used",
        1 NOT_SUPPORTED "A-key generation not supported",
        2 DIFFIE_HELLMAN_768_160 "Diffie-Hellman, P 768 and G 160 bits",
        3 DIFFIE_HELLMAN_512_160 "Diffie-Hellman, P 512 and G 160 bits",
        4 DIFFIE_HELLMAN_768_32 "Diffie-Hellman, P 768 and G 32 bits",
    }
}

/// FEATURE_P_REV: a revision of a feature. For [`FeatureId::KEY_EXCHANGE`] it is an [`AKeyPRev`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FeaturePRev(pub u8);

impl fmt::Display for FeaturePRev {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl AKeyPRev {
    /// Whether MS Key Request carries P and G under this revision; above it both sides know a fixed group.
    pub const fn carries_group(self) -> bool {
        self.0 < Self::A_KEY_AND_ROOT_KEY.0
    }

    /// What an OTAF may offer to an authentication centre for a handset of this revision, likeliest to fit a handset first.
    /// Empty where ANSI-41 has no value: it cannot ask for a root key.
    pub const fn protocol_versions(self) -> &'static [AKeyProtocolVersion] {
        match self {
            Self::A_KEY => &[
                AKeyProtocolVersion::DIFFIE_HELLMAN_512_160,
                AKeyProtocolVersion::DIFFIE_HELLMAN_768_160,
                AKeyProtocolVersion::DIFFIE_HELLMAN_768_32,
            ],
            _ => &[],
        }
    }
}

impl AKeyProtocolVersion {
    /// The A_KEY_P_REV under which a handset takes the P and G of this version; `None` where there is no exchange.
    /// C.S0016 has one revision for a group that is sent, whatever its size.
    pub const fn a_key_p_rev(self) -> Option<AKeyPRev> {
        match self.octets() {
            Some(_) => Some(AKeyPRev::A_KEY),
            None => None,
        }
    }

    /// Octets of P and of G.
    pub const fn octets(self) -> Option<(usize, usize)> {
        match self {
            Self::DIFFIE_HELLMAN_768_160 => Some((96, 20)),
            Self::DIFFIE_HELLMAN_512_160 => Some((64, 20)),
            Self::DIFFIE_HELLMAN_768_32 => Some((96, 4)),
            _ => None,
        }
    }

    /// The version whose P (ModulusValue) and G (PrimitiveValue) have these sizes in octets.
    pub fn with_octets(param_p: usize, param_g: usize) -> Option<Self> {
        [Self::DIFFIE_HELLMAN_512_160, Self::DIFFIE_HELLMAN_768_160, Self::DIFFIE_HELLMAN_768_32]
            .into_iter()
            .find(|version| version.octets() == Some((param_p, param_g)))
    }
}
