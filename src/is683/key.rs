//! Key messages: MS Key, Key Generation, Re-Authenticate, Commit, Service Key Generation (types 2, 3, 4, 5, 21;
//! C.S0016 sections 3.5.1.3 to 3.5.1.6, 3.5.1.22 and their forward twins 4.5.1.x).
//!
//! Carries the numbers of the exchange as octet strings; their arithmetic is elsewhere.

use std::borrow::Cow;

use super::codes::{AKeyPRev, ResultCode};
use super::pass::{Fields, Number, Pass, Presence};

/// MS Key Request: begin a key exchange, and here is the group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MsKeyRequest<'a> {
    /// A_KEY_P_REV.
    pub a_key_p_rev: AKeyPRev,
    /// P and G: there exactly when [`AKeyPRev::carries_group`] says so.
    pub group: Option<Group<'a>>,
}

/// PARAM_P and PARAM_G, numbers with the most significant octet first, at most 255 octets each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group<'a> {
    /// PARAM_P, the modulus.
    pub param_p: &'a [u8],
    /// PARAM_G, the generator.
    pub param_g: &'a [u8],
}

impl<'a> Fields<'a> for MsKeyRequest<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("a_key_p_rev", 8, &mut self.a_key_p_rev)?;
        let sent = Presence::If(self.a_key_p_rev.carries_group());
        pass.optional("param_p", sent, &mut self.group, |group, pass| {
            pass.octets("param_p_len", "param_p", &mut group.param_p)?;
            pass.octets("param_g_len", "param_g", &mut group.param_g)
        })
    }
}

/// MS Key Response: the handset took the group or not. It carries no key value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MsKeyResponse {
    /// RESULT_CODE.
    pub result_code: ResultCode,
}

impl<'a> Fields<'a> for MsKeyResponse {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("result_code", 8, &mut self.result_code)
    }
}

/// Key Generation Request: the network's partial key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyGenerationRequest<'a> {
    /// BS_RESULT, G^y mod P, most significant octet first, at most 255 octets.
    pub bs_result: &'a [u8],
}

impl<'a> Fields<'a> for KeyGenerationRequest<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.octets("bs_result_len", "bs_result", &mut self.bs_result)
    }
}

/// Key Generation Response: the handset's partial key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyGenerationResponse<'a> {
    /// RESULT_CODE.
    pub result_code: ResultCode,
    /// MS_RESULT, G^x mod P, most significant octet first, at most 255 octets; empty when the handset refuses.
    pub ms_result: &'a [u8],
}

impl<'a> Fields<'a> for KeyGenerationResponse<'a> {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("result_code", 8, &mut self.result_code)?;
        if pass.tolerance().missing_ms_result && pass.is_at_end() {
            return Ok(());
        }
        pass.octets("ms_result_len", "ms_result", &mut self.ms_result)
    }
}

/// Re-Authenticate Request: a challenge that the handset answers as it answers a global one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReAuthenticateRequest {
    /// RAND.
    pub rand: [u8; 4],
}

impl<'a> Fields<'a> for ReAuthenticateRequest {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.array("rand", &mut self.rand)
    }
}

/// Re-Authenticate Response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReAuthenticateResponse {
    /// AUTHR, 18 bits: authentication signature.
    pub authr: u32,
    /// RANDC: the top octet of RAND, to show which challenge is answered.
    pub randc: u8,
    /// COUNT, 6 bits: call history.
    pub count: u8,
    /// AUTH_DATA, 24 bits: authentication data input parameter.
    pub auth_data: u32,
}

impl<'a> Fields<'a> for ReAuthenticateResponse {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("authr", 18, &mut self.authr)?;
        pass.number("randc", 8, &mut self.randc)?;
        pass.number("count", 6, &mut self.count)?;
        pass.number("auth_data", 24, &mut self.auth_data)
    }
}

/// Commit Request: make permanent what this session has brought. The type octet alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitRequest;

impl<'a> Fields<'a> for CommitRequest {
    fn fields<P: Pass<'a>>(&mut self, _pass: &mut P) -> Result<(), P::Error> {
        Ok(())
    }
}

/// Commit Response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitResponse {
    /// RESULT_CODE.
    pub result_code: ResultCode,
}

impl<'a> Fields<'a> for CommitResponse {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("result_code", 8, &mut self.result_code)
    }
}

/// Service Key Generation Request: derive service root keys from the root key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceKeyGenerationRequest {
    /// KEY_ID.
    pub key_id: KeyId,
}

impl<'a> Fields<'a> for ServiceKeyGenerationRequest {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("key_id", 16, &mut self.key_id)
    }
}

/// Service Key Generation Response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceKeyGenerationResponse {
    /// RESULT_CODE.
    pub result_code: ResultCode,
}

impl<'a> Fields<'a> for ServiceKeyGenerationResponse {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.number("result_code", 8, &mut self.result_code)
    }
}

/// KEY_ID: one bit per key that shall be made; the bits without a name are reserved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyId(pub u16);

impl KeyId {
    /// IMS root key.
    pub const IMS_ROOT_KEY: Self = Self(0x8000);
    /// BCMCS root key.
    pub const BCMCS_ROOT_KEY: Self = Self(0x4000);
    /// WLAN root key.
    pub const WLAN_ROOT_KEY: Self = Self(0x2000);
}

impl Number for KeyId {
    fn from_bits(bits: u64) -> Self {
        Self(bits as u16)
    }

    fn bits(self) -> u64 {
        self.0.into()
    }

    fn meaning(self) -> Option<Cow<'static, str>> {
        let keys = [
            (Self::IMS_ROOT_KEY, "IMS root key"),
            (Self::BCMCS_ROOT_KEY, "BCMCS root key"),
            (Self::WLAN_ROOT_KEY, "WLAN root key"),
        ];
        Some(set_bits(self.0, &keys.map(|(key, name)| (key.0, name))))
    }
}

/// The names of the bits that are set, `none` for none.
pub(super) fn set_bits(value: u16, names: &[(u16, &'static str)]) -> Cow<'static, str> {
    let set: Vec<_> = names.iter().filter(|(bit, _)| value & bit != 0).map(|&(_, name)| name).collect();
    if set.is_empty() { "none".into() } else { set.join(", ").into() }
}
