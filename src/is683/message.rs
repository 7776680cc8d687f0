//! The two tables of all messages: what the network sends, and what the handset sends.
//!
//! A type that neither table knows is kept with its octets unharmed.

use super::capability::{ExtendedProtocolCapabilityResponse, ProtocolCapabilityRequest, ProtocolCapabilityResponse};
use super::codes::OtaspMsgType;
use super::error::{DecodeError, EncodeError};
use super::key::{
    CommitRequest, CommitResponse, KeyGenerationRequest, KeyGenerationResponse, MsKeyRequest, MsKeyResponse,
    ReAuthenticateRequest, ReAuthenticateResponse, ServiceKeyGenerationRequest, ServiceKeyGenerationResponse,
};
use super::pass::{Fields, Pass, Reader, Tolerance, Writer};

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
                    Self::Unknown { .. } => "Unknown",
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
                pass.number("otasp_msg_type", 8, &mut otasp_msg_type)?;
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
                let mut message = Self::empty(OtaspMsgType::default());
                let mut reader = Reader::new(octets, tolerance);
                message.fields(&mut reader)?;
                if !(tolerance.octets_after_commit && message.otasp_msg_type() == OtaspMsgType::COMMIT) {
                    reader.finish("end of message")?;
                }
                Ok(message)
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
        }
    };
}

messages! {
    /// A message from the network to the handset (C.S0016 section 4.5.1).
    Forward {
        0 ConfigurationRequest(Opaque<'a>) "Configuration Request",
        1 DownloadRequest(Opaque<'a>) "Download Request",
        2 MsKeyRequest(MsKeyRequest<'a>) "MS Key Request",
        3 KeyGenerationRequest(KeyGenerationRequest<'a>) "Key Generation Request",
        4 ReAuthenticateRequest(ReAuthenticateRequest) "Re-Authenticate Request",
        5 CommitRequest(CommitRequest) "Commit Request",
        6 ProtocolCapabilityRequest(ProtocolCapabilityRequest) "Protocol Capability Request",
        7 SsprConfigurationRequest(Opaque<'a>) "SSPR Configuration Request",
        8 SsprDownloadRequest(Opaque<'a>) "SSPR Download Request",
        9 ValidationRequest(Opaque<'a>) "Validation Request",
        10 OtapaRequest(Opaque<'a>) "OTAPA Request",
        11 PuzlConfigurationRequest(Opaque<'a>) "PUZL Configuration Request",
        12 PuzlDownloadRequest(Opaque<'a>) "PUZL Download Request",
        13 PacketDataConfigurationRequest(Opaque<'a>) "3GPD Configuration Request",
        14 PacketDataDownloadRequest(Opaque<'a>) "3GPD Download Request",
        15 SecureModeRequest(Opaque<'a>) "Secure Mode Request",
        17 MmdConfigurationRequest(Opaque<'a>) "MMD Configuration Request",
        18 MmdDownloadRequest(Opaque<'a>) "MMD Download Request",
        19 SystemTagConfigurationRequest(Opaque<'a>) "System Tag Configuration Request",
        20 SystemTagDownloadRequest(Opaque<'a>) "System Tag Download Request",
        21 ServiceKeyGenerationRequest(ServiceKeyGenerationRequest) "Service Key Generation Request",
        22 MmsConfigurationRequest(Opaque<'a>) "MMS Configuration Request",
        23 MmsDownloadRequest(Opaque<'a>) "MMS Download Request",
    }
}

messages! {
    /// A message from the handset to the network (C.S0016 section 3.5.1).
    Reverse {
        0 ConfigurationResponse(Opaque<'a>) "Configuration Response",
        1 DownloadResponse(Opaque<'a>) "Download Response",
        2 MsKeyResponse(MsKeyResponse) "MS Key Response",
        3 KeyGenerationResponse(KeyGenerationResponse<'a>) "Key Generation Response",
        4 ReAuthenticateResponse(ReAuthenticateResponse) "Re-Authenticate Response",
        5 CommitResponse(CommitResponse) "Commit Response",
        6 ProtocolCapabilityResponse(ProtocolCapabilityResponse<'a>) "Protocol Capability Response",
        7 SsprConfigurationResponse(Opaque<'a>) "SSPR Configuration Response",
        8 SsprDownloadResponse(Opaque<'a>) "SSPR Download Response",
        9 ValidationResponse(Opaque<'a>) "Validation Response",
        10 OtapaResponse(Opaque<'a>) "OTAPA Response",
        11 PuzlConfigurationResponse(Opaque<'a>) "PUZL Configuration Response",
        12 PuzlDownloadResponse(Opaque<'a>) "PUZL Download Response",
        13 PacketDataConfigurationResponse(Opaque<'a>) "3GPD Configuration Response",
        14 PacketDataDownloadResponse(Opaque<'a>) "3GPD Download Response",
        15 SecureModeResponse(Opaque<'a>) "Secure Mode Response",
        16 ExtendedProtocolCapabilityResponse(ExtendedProtocolCapabilityResponse<'a>)
            "Extended Protocol Capability Response",
        17 MmdConfigurationResponse(Opaque<'a>) "MMD Configuration Response",
        18 MmdDownloadResponse(Opaque<'a>) "MMD Download Response",
        19 SystemTagConfigurationResponse(Opaque<'a>) "System Tag Configuration Response",
        20 SystemTagDownloadResponse(Opaque<'a>) "System Tag Download Response",
        21 ServiceKeyGenerationResponse(ServiceKeyGenerationResponse) "Service Key Generation Response",
        22 MmsConfigurationResponse(Opaque<'a>) "MMS Configuration Response",
        23 MmsDownloadResponse(Opaque<'a>) "MMS Download Response",
    }
}

/// The fields of a message, not taken apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opaque<'a> {
    /// Everything behind OTASP_MSG_TYPE.
    pub octets: &'a [u8],
}

impl<'a> Fields<'a> for Opaque<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.rest("octets", &mut self.octets)
    }
}
