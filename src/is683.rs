//! IS-683 (C.S0016) messages, exact to the bit: over-the-air service provisioning between network and handset.
//!
//! Wire format only: what a message is made of, never what to do with it. Called by `dm`, `exchange`, `desk` and `handset`,
//! which carry these octets, and by `lab`, which shows them.
//!
//! A message is described once, in a `Fields` impl that names its fields in the standard's order; five *passes* go over
//! that description: reading octets, writing octets, making and reading a [`Document`] (JSON), and drawing a [`Tree`].
//! Octet strings are borrowed from the octets read.
//!
//! ```
//! use akeyd::is683::{AKeyPRev, Forward};
//!
//! let octets = [2, 2, 3, 0xff, 0xab, 0xcd, 1, 5];
//! let message = Forward::read(&octets)?;
//! let Forward::MsKeyRequest(request) = &message else { panic!("{}", message.name()) };
//! assert_eq!(request.a_key_p_rev, AKeyPRev::A_KEY);
//! assert_eq!(request.group.unwrap().param_p, [0xff, 0xab, 0xcd]);
//! assert_eq!(message.write()?, octets);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bits;
mod blocks;
mod capability;
mod codes;
mod document;
mod error;
pub(crate) mod hex;
mod imsi;
mod key;
mod message;
mod nam;
mod pass;
mod read;
mod services;
mod sspr;
mod tree;
mod validation;
mod value;
mod write;

pub use blocks::{Block, BlockIds, BlockReport, BlockReports, BlockResult, BlockResults, Blocks, Fresh, SingleReport};
pub use capability::{
    AdditionalFields, BandModeCap, CapRecord, CapRecordType, ExtendedProtocolCapabilityResponse, Feature,
    ProtocolCapabilityRequest, ProtocolCapabilityResponse, RecordRequest,
};
pub use codes::{AKeyPRev, AKeyProtocolVersion, FeatureId, FeaturePRev, OtaspMsgType, ResultCode};
pub use document::{Document, DocumentError};
pub use error::{Amount, DecodeError, EncodeError};
pub use imsi::{Digits, Imsi, Imsi1112, ImsiS, Mcc, Mdn};
pub use key::{
    CommitRequest, CommitResponse, Group, KeyGenerationRequest, KeyGenerationResponse, KeyId, MsKeyRequest,
    MsKeyResponse, ReAuthenticateRequest, ReAuthenticateResponse, ServiceKeyGenerationRequest,
    ServiceKeyGenerationResponse,
};
pub use message::{Forward, Reverse};
pub use nam::{
    Access, CdmaAnalogNam, CdmaNam, CdmaStation, ConfigurationResponse, DownloadRequest, NamBlock, NamBlockId,
    NamReport, SidNid,
};
pub use pass::Tolerance;
pub use services::{
    MmdBlockId, MmsBlockId, MmsReportId, PacketDataBlockId, PacketDataReportId, PuzlBlockId, PuzlConfigurationRequest,
    PuzlDownloadResponse, PuzlReportId, PuzlResult, SystemTagBlockId, SystemTagConfigurationRequest,
    SystemTagConfigurationResponse, SystemTagDownloadRequest, SystemTagDownloadResponse, SystemTagReportId, UserZone,
};
pub use sspr::{
    RequestedPart, Segment, SsprBlock, SsprBlockId, SsprConfigurationRequest, SsprDownloadRequest,
    SsprDownloadResponse, SsprReportId, StoredPart,
};
pub use tree::{Row, RowValue, Tree};
pub use validation::{
    OtapaRequest, OtapaResponse, SecureModeRequest, SecureModeResponse, Security, Spasm, Spc, ValidationBlock,
    ValidationBlockId, ValidationRequest,
};

#[cfg(test)]
mod tests;
