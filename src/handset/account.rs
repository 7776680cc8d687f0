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
    }
}

impl Scheme {
    /// Type of Cred and Chal.
    pub const fn type_name(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Basic => "syncml:auth-basic",
            Self::Md5 => "syncml:auth-md5",
        }
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
