//! Codes of one octet or two, each a newtype with named constants, so that a value without a name survives and prints as its number.

use std::fmt;

/// Defines codes from one table: value, constant and meaning.
macro_rules! codes {
    ($($(#[$about:meta])* $name:ident($number:ty) { $($value:literal $constant:ident $meaning:literal,)* })+) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $number);

        #[allow(missing_docs, reason = "each constant's doc is its meaning in the table")]
        impl $name {
            /// Every value that has a name.
            pub const ALL: &'static [Self] = &[$(Self($value)),*];

            $(#[doc = $meaning] pub const $constant: Self = Self($value);)*

            /// What the standard says of this value; `unknown` where it says nothing.
            pub const fn meaning(self) -> &'static str {
                match self.0 {
                    $($value => $meaning,)*
                    _ => "unknown",
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} ({})", self.0, self.meaning())
            }
        }
    )+ };
}

codes! {
    /// Why a transaction was given up by the transport of transactions itself (P-Abort cause, T1.114.3).
    PAbortCause(u8) {
        1 UNRECOGNIZED_PACKAGE_TYPE "unrecognized package type",
        2 INCORRECT_TRANSACTION_PORTION "incorrect transaction portion",
        3 BADLY_STRUCTURED_TRANSACTION_PORTION "badly structured transaction portion",
        4 UNRECOGNIZED_TRANSACTION_ID "unrecognized transaction id",
        5 PERMISSION_TO_RELEASE "permission to release problem",
        6 RESOURCE_UNAVAILABLE "resource unavailable",
        7 UNRECOGNIZED_DIALOGUE_PORTION_ID "unrecognized dialogue portion id",
        8 BADLY_STRUCTURED_DIALOGUE_PORTION "badly structured dialogue portion",
        9 MISSING_DIALOGUE_PORTION "missing dialogue portion",
        10 INCONSISTENT_DIALOGUE_PORTION "inconsistent dialogue portion",
    }

    /// Why a component was rejected: type and specifier, an octet each (problem code, T1.114.3).
    Problem(u16) {
        0x0101 UNRECOGNIZED_COMPONENT "unrecognized component",
        0x0102 INCORRECT_COMPONENT_PORTION "incorrect component portion",
        0x0103 BADLY_STRUCTURED_COMPONENT_PORTION "badly structured component portion",
        0x0104 INCORRECT_COMPONENT_CODING "incorrect component coding",
        0x0201 DUPLICATE_INVOCATION "duplicate invocation",
        0x0202 UNRECOGNIZED_OPERATION "unrecognized operation",
        0x0203 INCORRECT_PARAMETER "incorrect parameter of an invoke",
        0x0204 INVOKE_UNRECOGNIZED_CORRELATION_ID "an invoke's unrecognized correlation id",
        0x0301 RESULT_UNRECOGNIZED_CORRELATION_ID "a result's unrecognized correlation id",
        0x0302 UNEXPECTED_RETURN_RESULT "unexpected return result",
        0x0303 RESULT_INCORRECT_PARAMETER "incorrect parameter of a result",
        0x0401 ERROR_UNRECOGNIZED_CORRELATION_ID "an error's unrecognized correlation id",
        0x0402 UNEXPECTED_RETURN_ERROR "unexpected return error",
        0x0403 UNRECOGNIZED_ERROR "unrecognized error",
        0x0404 UNEXPECTED_ERROR "unexpected error",
        0x0405 ERROR_INCORRECT_PARAMETER "incorrect parameter of an error",
        0x0501 UNRECOGNIZED_PACKAGE_TYPE "unrecognized package type",
        0x0502 INCORRECT_TRANSACTION_PORTION "incorrect transaction portion",
        0x0503 BADLY_STRUCTURED_TRANSACTION_PORTION "badly structured transaction portion",
        0x0504 UNASSIGNED_RESPONDING_TRANSACTION_ID "unassigned responding transaction id",
        0x0505 PERMISSION_TO_RELEASE "permission to release problem",
        0x0506 RESOURCE_UNAVAILABLE "resource unavailable",
    }

    /// Errors of ANSI-41, private error codes of TCAP (X.S0004-540).
    MapError(u8) {
        129 UNRECOGNIZED_MIN "unrecognized MIN",
        130 UNRECOGNIZED_ESN "unrecognized ESN",
        131 MIN_HLR_MISMATCH "MIN/HLR mismatch",
        132 OPERATION_SEQUENCE "operation sequence problem",
        133 RESOURCE_SHORTAGE "resource shortage",
        134 OPERATION_NOT_SUPPORTED "operation not supported",
        135 TRUNK_UNAVAILABLE "trunk unavailable",
        136 PARAMETER_ERROR "parameter error",
        137 SYSTEM_FAILURE "system failure",
        138 UNRECOGNIZED_PARAMETER_VALUE "unrecognized parameter value",
        139 FEATURE_INACTIVE "feature inactive",
        140 MISSING_PARAMETER "missing parameter",
    }

    /// ActionCode (X.S0004-550): what OTASPREQ or SMDPP shall do.
    ActionCode(u8) {
        8 ATTACH "attach MSC to OTAF",
        9 INITIATE_REGISTRATION "initiate RegistrationNotification",
        10 GENERATE_PUBLIC_VALUES "generate public encryption values",
        11 GENERATE_A_KEY "generate A-key",
        12 PERFORM_SSD_UPDATE "perform SSD update",
        13 PERFORM_REAUTHENTICATION "perform re-authentication",
        14 RELEASE_TRN "release TRN",
        15 COMMIT_A_KEY "commit A-key",
        16 RELEASE_RESOURCES "release resources",
        17 RECORD_NEWMSID "record NEWMSID",
        18 ALLOCATE_RESOURCES "allocate resources",
        19 GENERATE_SIGNATURE "generate authentication signature",
    }

    /// OTASP_ResultCode (X.S0004-550).
    OtaspResultCode(u8) {
        0 ACCEPTED "accepted",
        1 REJECTED "rejected, unknown cause",
        2 COMPUTATION_FAILURE "computation failure",
        3 CSC_CHALLENGE_FAILED "CSC challenge failed",
        4 UNRECOGNIZED_CALL_ENTRY "unrecognized OTASPCallEntry",
        5 UNSUPPORTED_VERSION "unsupported AKeyProtocolVersion",
        6 UNABLE_TO_COMMIT "unable to commit",
    }

    /// ServiceIndicator (X.S0004-550).
    ServiceIndicator(u8) {
        0 UNDEFINED "undefined",
        1 CDMA_OTASP "CDMA OTASP",
        2 TDMA_OTASP "TDMA OTASP",
        3 CDMA_OTAPA "CDMA OTAPA",
    }
}

/// What an invoke asks for: an operation of T1.114 itself or of whoever defined a private one; ANSI-41 has family 9 of those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OperationCode {
    /// Whether it is private (tag D1); national (D0) otherwise.
    pub private: bool,
    /// Operation family.
    pub family: u8,
    /// Operation specifier.
    pub specifier: u8,
}

impl OperationCode {
    /// SMSDeliveryPointToPoint.
    pub const SMDPP: Self = Self::ansi41(53);
    /// OTASPRequest.
    pub const OTASPREQ: Self = Self::ansi41(56);
    /// ANSI-41's own family.
    pub const ANSI41_FAMILY: u8 = 9;

    /// An operation of ANSI-41.
    pub const fn ansi41(specifier: u8) -> Self {
        Self { private: true, family: Self::ANSI41_FAMILY, specifier }
    }

    /// Whether it belongs to ANSI-41.
    pub const fn is_ansi41(self) -> bool {
        self.private && self.family == Self::ANSI41_FAMILY
    }

    /// ANSI-41's abbreviation or name, `Unknown` where it has none that matters here.
    pub const fn name(self) -> &'static str {
        if !self.is_ansi41() {
            return "Unknown";
        }
        match self.specifier {
            13 => "REGNOT",
            14 => "REGCANC",
            15 => "LOCREQ",
            16 => "ROUTREQ",
            17 => "FEATREQ",
            27 => "AUTHDIR",
            28 => "AUTHREQ",
            29 => "BSCHALL",
            39 => "AUTHDIRFWD",
            40 => "ASREPORT",
            53 => "SMDPP",
            54 => "SMSNOT",
            55 => "SMSREQ",
            56 => "OTASPREQ",
            _ => "Unknown",
        }
    }
}

/// Why an operation failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ErrorCode {
    /// Whether it is private (tag D4), as ANSI-41's are; national (D3) otherwise.
    pub private: bool,
    /// The number.
    pub code: u8,
}

impl From<MapError> for ErrorCode {
    fn from(error: MapError) -> Self {
        Self { private: true, code: error.0 }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.private { MapError(self.code).fmt(f) } else { write!(f, "national {}", self.code) }
    }
}
