//! What binds this handset to its server: names, passwords, schemes and nonces (the DMAcc object of OMA-TS-DM_StdObj 1.2).
//!
//! Plain values; how they prove anything stands in `credentials.rs`. Built by `settings.rs`.

use zeroize::Zeroizing;

use crate::words::{DeviceId, spelled};

spelled! {
    /// How both sides prove themselves (OMA-TS-DM_Security 1.2 section 5).
    Scheme {
        /// Not at all: the transport has done it.
        None = "none",
        /// `syncml:auth-basic`: name and password as base64 text.
        Basic = "basic",
        /// `syncml:auth-md5`: a digest over name, password and nonce.
        Md5 = "md5",
        /// `syncml:auth-MAC`: a digest over name, password, nonce and the whole message, in the header `x-syncml-hmac`.
        Mac = "mac",
    }
}

impl Scheme {
    /// Type of Cred and Chal.
    pub const fn type_name(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Basic => "syncml:auth-basic",
            Self::Md5 => "syncml:auth-md5",
            Self::Mac => "syncml:auth-MAC",
        }
    }

    /// Whether a proof is made from a nonce.
    pub const fn has_nonce(self) -> bool {
        matches!(self, Self::Md5 | Self::Mac)
    }
}

spelled! {
    /// Version of OMA DM.
    DmVersion {
        /// DM 1.1.2: no Correlator, no generic alert, the account below `./SyncML/DMAcc`.
        V1_1 = "1.1.2",
        /// DM 1.2.
        V1_2 = "1.2",
        /// DM 1.3: the same documents under another VerProto.
        V1_3 = "1.3",
    }
}

impl DmVersion {
    /// VerDTD of every message.
    pub const fn ver_dtd(self) -> &'static str {
        match self {
            Self::V1_1 => "1.1",
            Self::V1_2 | Self::V1_3 => "1.2",
        }
    }

    /// VerProto of every message.
    pub const fn ver_proto(self) -> &'static str {
        match self {
            Self::V1_1 => "DM/1.1",
            Self::V1_2 => "DM/1.2",
            Self::V1_3 => "DM/1.3",
        }
    }

    /// Whether there are Correlator and generic alert.
    pub const fn has_generic_alert(self) -> bool {
        !matches!(self, Self::V1_1)
    }
}

spelled! {
    /// What the handset wants from its server before it runs a command.
    Demand {
        /// No credentials: the transport has authenticated the server.
        Nothing = "nothing",
        /// Credentials once in a session: Status 212 (libdmclient).
        Once = "once",
        /// Credentials in every message: Status 200 (Motorola).
        Always = "always",
    }
}

/// The account. Passwords are wiped when it is dropped.
#[derive(Clone)]
pub struct Account {
    /// Name of the handset: Source of its messages, DevInfo/DevId.
    pub device_id: DeviceId,
    /// Where messages go until the server gives a RespURI.
    pub url: String,
    /// Version of OMA DM.
    pub version: DmVersion,
    /// Scheme of both sides.
    pub scheme: Scheme,
    /// AAuthName of the client.
    pub user: String,
    /// AAuthSecret of the client.
    pub password: Zeroizing<String>,
    /// ServerID, and AAuthName of the server.
    pub server_id: String,
    /// AAuthSecret of the server.
    pub server_password: Zeroizing<String>,
}

/// The nonces of the account; empty means that none was ever given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nonces {
    /// Makes the handset's next Cred.
    pub client: Vec<u8>,
    /// Must have made the server's next Cred, or its notification.
    pub server: Vec<u8>,
}
