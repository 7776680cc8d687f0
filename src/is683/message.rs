//! The two tables of all messages: what the network sends, and what the handset sends.
//!
//! A type that neither table knows is kept with its octets unharmed.

use super::blocks::{BlockIds, BlockReports, BlockResults, Blocks, SingleReport};
use super::capability::{ExtendedProtocolCapabilityResponse, ProtocolCapabilityRequest, ProtocolCapabilityResponse};
use super::codes::OtaspMsgType;
use super::document::{Document, DocumentError, UNKNOWN};
use super::error::{DecodeError, EncodeError};
use super::key::{
    CommitRequest, CommitResponse, KeyGenerationRequest, KeyGenerationResponse, MsKeyRequest, MsKeyResponse,
    ReAuthenticateRequest, ReAuthenticateResponse, ServiceKeyGenerationRequest, ServiceKeyGenerationResponse,
};
use super::nam::{ConfigurationResponse, DownloadRequest, NamBlockId};
use super::pass::{Fields, Names, Pass, Tolerance};
use super::read::{Reader, Watch};
use super::services::{
    MmdBlockId, MmsBlockId, MmsReportId, PacketDataBlockId, PacketDataReportId, PuzlBlockId, PuzlConfigurationRequest,
    PuzlDownloadResponse, PuzlReportId, SystemTagConfigurationRequest, SystemTagConfigurationResponse,
    SystemTagDownloadRequest, SystemTagDownloadResponse,
};
use super::sspr::{SsprConfigurationRequest, SsprDownloadRequest, SsprDownloadResponse, SsprReportId};
use super::validation::{
    OtapaRequest, OtapaResponse, SecureModeRequest, SecureModeResponse, ValidationBlockId, ValidationRequest,
};
use super::write::Writer;

/// Defines the messages of one direction from a table: OTASP_MSG_TYPE, variant, content, name.
macro_rules! messages {
    ($(#[$about:meta])* $direction:ident { $($value:literal $message:ident($content:ty) $name:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $direction<'a> {
            $(#[doc = $name] $message($content),)+
            /// A type without a place in this direction.
            Unknown {
                /// OTASP_MSG_TYPE.
                otasp_msg_type: OtaspMsgType,
                /// Everything behind it.
                octets: &'a [u8],
            },
        }

        impl<'a> $direction<'a> {
            const NAMES: Names = &[$(($value, $name)),+];

            /// OTASP_MSG_TYPE.
            pub fn otasp_msg_type(&self) -> OtaspMsgType {
                match self {
                    $(Self::$message(_) => OtaspMsgType($value),)+
                    Self::Unknown { otasp_msg_type, .. } => *otasp_msg_type,
                }
            }

            /// The standard's name of the message.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$message(_) => $name,)+
                    Self::Unknown { .. } => UNKNOWN,
                }
            }

            /// A message of this type, all fields empty.
            pub(super) fn empty(otasp_msg_type: OtaspMsgType) -> Self {
                match otasp_msg_type.0 {
                    $($value => Self::$message(<$content>::default()),)+
                    _ => Self::Unknown { otasp_msg_type, octets: &[] },
                }
            }
        }

        impl<'a> Fields<'a> for $direction<'a> {
            fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
                let mut otasp_msg_type = self.otasp_msg_type();
                pass.message(Self::NAMES, &mut otasp_msg_type)?;
                if P::FILLS {
                    *self = Self::empty(otasp_msg_type);
                }
                match self {
                    $(Self::$message(content) => content.fields(pass),)+
                    Self::Unknown { octets, .. } => pass.rest("octets", octets),
                }
            }
        }

        impl<'a> $direction<'a> {
            /// Reads a whole message as the standard has it.
            pub fn read(octets: &'a [u8]) -> Result<Self, DecodeError> {
                Self::read_with(octets, Tolerance::STRICT)
            }

            /// Reads a whole message and lets pass what `tolerance` allows.
            pub fn read_with(octets: &'a [u8], tolerance: Tolerance) -> Result<Self, DecodeError> {
                Self::watch(octets, tolerance, ()).0
            }

            /// Reads a whole message while `watch` sees each field.
            pub(super) fn watch<W: Watch>(octets: &'a [u8], tolerance: Tolerance, watch: W) -> (Result<Self, DecodeError>, W) {
                let mut reader = Reader::new(octets, tolerance, watch);
                let mut message = Self::empty(OtaspMsgType::default());
                let mut read = message.fields(&mut reader);
                if !(tolerance.octets_after_commit && message.otasp_msg_type() == OtaspMsgType::COMMIT) {
                    read = read.and_then(|()| reader.finish());
                }
                (read.map(|()| message), reader.into_watch())
            }

            /// Writes the message. What comes out reads as an equal message, and reserved bits are 0.
            pub fn write(&self) -> Result<Vec<u8>, EncodeError> {
                if let Self::Unknown { otasp_msg_type, .. } = *self
                    && !matches!(Self::empty(otasp_msg_type), Self::Unknown { .. })
                {
                    return Err(EncodeError::Unexpected { field: "octets" });
                }
                // A pass may fill what it goes over; this one does not, and works on a copy to say so.
                let mut writer = Writer::default();
                self.clone().fields(&mut writer)?;
                Ok(writer.into_octets())
            }

            /// The message as readable JSON.
            pub fn to_document(&self) -> Document {
                Document::of(self.clone())
            }

            /// The message that a document describes. Octet strings are borrowed from it.
            pub fn from_document(document: &'a Document) -> Result<Self, DocumentError> {
                let mut message = Self::empty(OtaspMsgType::default());
                document.fill(&mut message)?;
                Ok(message)
            }
        }
    };
}

messages! {
    /// A message from the network to the handset (C.S0016 section 4.5.1).
    Forward {
        0 ConfigurationRequest(BlockIds<NamBlockId>) "Configuration Request",
        1 DownloadRequest(DownloadRequest<'a>) "Download Request",
        2 MsKeyRequest(MsKeyRequest<'a>) "MS Key Request",
        3 KeyGenerationRequest(KeyGenerationRequest<'a>) "Key Generation Request",
        4 ReAuthenticateRequest(ReAuthenticateRequest) "Re-Authenticate Request",
        5 CommitRequest(CommitRequest) "Commit Request",
        6 ProtocolCapabilityRequest(ProtocolCapabilityRequest) "Protocol Capability Request",
        7 SsprConfigurationRequest(SsprConfigurationRequest) "SSPR Configuration Request",
        8 SsprDownloadRequest(SsprDownloadRequest<'a>) "SSPR Download Request",
        9 ValidationRequest(ValidationRequest<'a>) "Validation Request",
        10 OtapaRequest(OtapaRequest) "OTAPA Request",
        11 PuzlConfigurationRequest(PuzlConfigurationRequest<'a>) "PUZL Configuration Request",
        12 PuzlDownloadRequest(Blocks<'a, PuzlBlockId>) "PUZL Download Request",
        13 PacketDataConfigurationRequest(BlockIds<PacketDataReportId>) "3GPD Configuration Request",
        14 PacketDataDownloadRequest(Blocks<'a, PacketDataBlockId>) "3GPD Download Request",
        15 SecureModeRequest(SecureModeRequest) "Secure Mode Request",
        17 MmdConfigurationRequest(BlockIds<MmdBlockId>) "MMD Configuration Request",
        18 MmdDownloadRequest(Blocks<'a, MmdBlockId>) "MMD Download Request",
        19 SystemTagConfigurationRequest(SystemTagConfigurationRequest) "System Tag Configuration Request",
        20 SystemTagDownloadRequest(SystemTagDownloadRequest<'a>) "System Tag Download Request",
        21 ServiceKeyGenerationRequest(ServiceKeyGenerationRequest) "Service Key Generation Request",
        22 MmsConfigurationRequest(BlockIds<MmsReportId>) "MMS Configuration Request",
        23 MmsDownloadRequest(Blocks<'a, MmsBlockId>) "MMS Download Request",
    }
}

messages! {
    /// A message from the handset to the network (C.S0016 section 3.5.1).
    Reverse {
        0 ConfigurationResponse(ConfigurationResponse<'a>) "Configuration Response",
        1 DownloadResponse(BlockResults<NamBlockId>) "Download Response",
        2 MsKeyResponse(MsKeyResponse) "MS Key Response",
        3 KeyGenerationResponse(KeyGenerationResponse<'a>) "Key Generation Response",
        4 ReAuthenticateResponse(ReAuthenticateResponse) "Re-Authenticate Response",
        5 CommitResponse(CommitResponse) "Commit Response",
        6 ProtocolCapabilityResponse(ProtocolCapabilityResponse<'a>) "Protocol Capability Response",
        7 SsprConfigurationResponse(SingleReport<'a, SsprReportId>) "SSPR Configuration Response",
        8 SsprDownloadResponse(SsprDownloadResponse) "SSPR Download Response",
        9 ValidationResponse(BlockResults<ValidationBlockId>) "Validation Response",
        10 OtapaResponse(OtapaResponse) "OTAPA Response",
        11 PuzlConfigurationResponse(SingleReport<'a, PuzlReportId>) "PUZL Configuration Response",
        12 PuzlDownloadResponse(PuzlDownloadResponse) "PUZL Download Response",
        13 PacketDataConfigurationResponse(BlockReports<'a, PacketDataReportId>) "3GPD Configuration Response",
        14 PacketDataDownloadResponse(BlockResults<PacketDataBlockId>) "3GPD Download Response",
        15 SecureModeResponse(SecureModeResponse) "Secure Mode Response",
        16 ExtendedProtocolCapabilityResponse(ExtendedProtocolCapabilityResponse<'a>)
            "Extended Protocol Capability Response",
        17 MmdConfigurationResponse(BlockReports<'a, MmdBlockId>) "MMD Configuration Response",
        18 MmdDownloadResponse(BlockResults<MmdBlockId>) "MMD Download Response",
        19 SystemTagConfigurationResponse(SystemTagConfigurationResponse<'a>) "System Tag Configuration Response",
        20 SystemTagDownloadResponse(SystemTagDownloadResponse) "System Tag Download Response",
        21 ServiceKeyGenerationResponse(ServiceKeyGenerationResponse) "Service Key Generation Response",
        22 MmsConfigurationResponse(BlockReports<'a, MmsReportId>) "MMS Configuration Response",
        23 MmsDownloadResponse(BlockResults<MmsBlockId>) "MMS Download Response",
    }
}
