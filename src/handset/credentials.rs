//! Both proofs of a session, seen from the handset: its own towards the server, and the server's towards it
//! (OMA-TS-DM_Security 1.2 section 5).
//!
//! Holds what is true for one session; nonces that outlive it are handed to the caller, who keeps them only from an
//! authenticated peer. Used by `client.rs`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use subtle::ConstantTimeEq;

use super::account::{Account, Demand, Scheme};
use super::cause::Cause;
use super::code;
use super::package::meta;
use crate::limits;
use crate::syncml::auth;
use crate::syncml::document::{Cred, Meta, Status};

/// Octets of a nonce that this handset draws. 16, because libdmclient's server side cannot read every other length.
pub(super) const NONCE_OCTETS: usize = 16;

/// Fills the given octets with random ones.
pub type Draw<'a> = dyn FnMut(&mut [u8]) + 'a;

/// The handset's own proof.
#[derive(Debug)]
pub(super) struct Proof {
    nonce: Vec<u8>,
    /// Status 212 came: no more Cred in this session.
    settled: bool,
    challenges: u32,
}

impl Proof {
    /// A session's beginning, with the nonce kept from the last one.
    pub(super) fn new(nonce: &[u8]) -> Self {
        Self { nonce: nonce.to_vec(), settled: false, challenges: 0 }
    }

    /// Cred of the next message. With md5 there is none before the first nonce is known: the server challenges.
    pub(super) fn cred(&self, account: &Account) -> Option<Cred> {
        let unknown = account.scheme == Scheme::Md5 && self.nonce.is_empty();
        if self.settled || unknown {
            return None;
        }
        credentials(account.scheme, &account.user, &account.password, &self.nonce)
    }

    /// Takes the server's 401 or 407. Its nonce serves the next try; nothing is kept of a peer that is not authenticated.
    pub(super) fn challenged(&mut self, account: &Account, status: &Status) -> Result<(), Cause> {
        let chal = status.chal.as_ref().ok_or(Cause::NoChallenge(status.code))?;
        let asked = chal.type_.as_deref().unwrap_or_default().trim();
        if account.scheme == Scheme::None || !asked.eq_ignore_ascii_case(account.scheme.type_name()) {
            return Err(Cause::OtherScheme(asked.to_owned()));
        }
        self.challenges += 1;
        if self.challenges > limits::CHALLENGES_PER_SESSION {
            return Err(Cause::ChallengedTooOften);
        }
        self.settled = false;
        self.nonce = next_nonce(chal).unwrap_or_default();
        Ok(())
    }

    /// Takes the server's 200 or 212; the nonce for the next message or session when it gave one.
    pub(super) fn accepted(&mut self, status: &Status) -> Option<Vec<u8>> {
        self.settled |= status.code == code::AUTHENTICATED;
        let nonce = status.chal.as_ref().and_then(next_nonce)?;
        self.nonce.clone_from(&nonce);
        Some(nonce)
    }
}

/// What the server's message proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The server is who it says, or need not say.
    Trusted,
    /// The Cred is wrong, or made from another nonce: 401.
    Wrong,
    /// There is no Cred: 407.
    Missing,
}

/// The server's proof.
#[derive(Debug)]
pub(super) struct Trust {
    demand: Demand,
    nonce: Vec<u8>,
    /// Status 212 was given: no more Cred is wanted in this session.
    settled: bool,
    challenges: u32,
}

impl Trust {
    /// A session's beginning, with the nonce kept from the last one.
    pub(super) fn new(demand: Demand, nonce: &[u8]) -> Self {
        Self { demand, nonce: nonce.to_vec(), settled: false, challenges: 0 }
    }

    /// Judges the Cred of one message.
    pub(super) fn judge(&self, account: &Account, cred: Option<&Cred>) -> Verdict {
        if self.settled || self.demand == Demand::Nothing {
            return Verdict::Trusted;
        }
        let Some(cred) = cred else { return Verdict::Missing };
        let Some(right) = credentials(account.scheme, &account.server_id, &account.server_password, &self.nonce) else {
            return Verdict::Trusted;
        };
        let asked = account.scheme.type_name();
        let same_type = cred.meta.type_.as_deref().is_some_and(|given| given.trim().eq_ignore_ascii_case(asked));
        let same = right.data.as_bytes().ct_eq(cred.data.trim().as_bytes());
        if same_type && bool::from(same) { Verdict::Trusted } else { Verdict::Wrong }
    }

    /// Status code and Chal for SyncHdr of a message that was trusted, and the nonce to keep when a new one was given.
    pub(super) fn accept(&mut self, account: &Account, draw: &mut Draw<'_>) -> (u32, Option<Meta>, Option<Vec<u8>>) {
        let code = match self.demand {
            Demand::Nothing => return (code::OK, None, None),
            Demand::Once if self.settled => return (code::AUTHENTICATED, None, None),
            Demand::Once => code::AUTHENTICATED,
            Demand::Always => code::OK,
        };
        self.settled = self.demand == Demand::Once;
        if account.scheme != Scheme::Md5 {
            return (code, None, None);
        }
        let chal = self.challenge(account, draw);
        (code, Some(chal), Some(self.nonce.clone()))
    }

    /// Status code and Chal for SyncHdr of a message that was not trusted.
    pub(super) fn refuse(
        &mut self,
        account: &Account,
        verdict: Verdict,
        draw: &mut Draw<'_>,
    ) -> Result<(u32, Meta), Cause> {
        self.challenges += 1;
        if self.challenges > limits::CHALLENGES_PER_SESSION {
            return Err(Cause::ServerUnproven);
        }
        let code = if verdict == Verdict::Missing { code::CREDENTIALS_MISSING } else { code::UNAUTHORIZED };
        Ok((code, self.challenge(account, draw)))
    }

    /// A Chal; with md5 it carries a fresh nonce, which holds from now on in this session.
    fn challenge(&mut self, account: &Account, draw: &mut Draw<'_>) -> Meta {
        let mut chal = meta("b64", account.scheme.type_name());
        if account.scheme == Scheme::Md5 {
            self.nonce = vec![0; NONCE_OCTETS];
            draw(&mut self.nonce);
            chal.next_nonce = Some(BASE64.encode(&self.nonce));
        }
        chal
    }
}

/// The Cred of either side, `None` where the scheme has none.
fn credentials(scheme: Scheme, name: &str, password: &str, nonce: &[u8]) -> Option<Cred> {
    let data = match scheme {
        Scheme::None => return None,
        Scheme::Basic => auth::basic(name, password),
        Scheme::Md5 => auth::md5(&auth::user_digest(name, password), nonce),
    };
    Some(Cred { meta: meta("b64", scheme.type_name()), data })
}

/// NextNonce, decoded once: what looks like base64 within base64 is meant so.
fn next_nonce(chal: &Meta) -> Option<Vec<u8>> {
    let text = chal.next_nonce.as_deref()?.trim();
    Some(BASE64.decode(text).unwrap_or_else(|_| text.as_bytes().to_vec()))
}
