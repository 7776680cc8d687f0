//! IS-683 (C.S0016) messages, exact to the bit: over-the-air service provisioning between network and handset.
//!
//! Wire format only: what a message is made of, never what to do with it. Called by `dm`, `exchange`, `desk` and `handset`,
//! which carry these octets, and by `lab`, which shows them.
//!
//! A message is described once, in a `Fields` impl that names its fields in the standard's order; *passes* go over
//! that description: one reads octets, one writes them.
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
mod capability;
mod codes;
mod error;
mod key;
mod message;
mod pass;

pub use capability::{
    AdditionalFields, BandModeCap, CapRecord, CapRecordType, ExtendedProtocolCapabilityResponse, Feature,
    ProtocolCapabilityRequest, ProtocolCapabilityResponse, RecordRequest,
};
pub use codes::{AKeyPRev, AKeyProtocolVersion, FeatureId, FeaturePRev, OtaspMsgType, ResultCode};
pub use error::{DecodeError, EncodeError};
pub use key::{
    CommitRequest, CommitResponse, Group, KeyGenerationRequest, KeyGenerationResponse, KeyId, MsKeyRequest,
    MsKeyResponse, ReAuthenticateRequest, ReAuthenticateResponse, ServiceKeyGenerationRequest,
    ServiceKeyGenerationResponse,
};
pub use message::{Forward, Opaque, Reverse};
pub use pass::Tolerance;

#[cfg(test)]
mod tests;
