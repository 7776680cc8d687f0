//! Both proofs of a session, seen from the handset: its own towards the server, and the server's towards it
//! (OMA-TS-DM_Security 1.2 section 5).
//!
//! Holds what is true for one session; nonces that outlive it are handed to the caller, who keeps them only from an
//! authenticated peer. Used by `client.rs`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use subtle::ConstantTimeEq;

use crate::handset::Draw;
use crate::handset::cause::Cause;
use crate::handset::code;
use crate::handset::device::account::{Account, Demand, Scheme};
use crate::handset::package::meta;
use crate::limits;
use crate::syncml::auth::{self, MacHeader};
use crate::syncml::document::{Cred, Meta, Status};

/// Octets of a nonce that this handset draws. 16, because libdmclient's server side cannot read every other length.
pub(crate) const NONCE_OCTETS: usize = 16;

/// What a message proves itself by: its Cred, or the octets of its body with the header that signs them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shown<'a> {
    /// Cred of SyncHdr.
    pub(crate) cred: Option<&'a Cred>,
    /// The body as it came.
    pub(crate) body: &'a [u8],
    /// The value of `x-syncml-hmac`.
    pub(crate) hmac: Option<&'a str>,
}

/// The handset's own proof.
#[derive(Debug)]
pub(crate) struct Proof {
    nonce: Vec<u8>,
    /// Status 212 came: no more Cred in this session.
    settled: bool,
    challenges: u32,
    /// The next message shows nothing, whatever could be shown.
    shy: bool,
}

impl Proof {
    /// A session's beginning, with the nonce kept from the last one. A shy handset proves itself only when asked.
    pub(crate) fn new(nonce: &[u8], shy: bool) -> Self {
        Self { nonce: nonce.to_vec(), settled: false, challenges: 0, shy }
    }

    /// Whether the next message brings a proof. With a nonce to come first there is none before it is known: the server
    /// challenges.
    pub(crate) fn is_due(&self, account: &Account) -> bool {
        let unknown = account.scheme.has_nonce() && self.nonce.is_empty();
        !(self.settled || self.shy || unknown || account.scheme == Scheme::None)
    }

    /// Cred of the next message.
    pub(crate) fn cred(&self, account: &Account) -> Option<Cred> {
        let due = self.is_due(account);
        due.then(|| credentials(account.scheme, &account.user, &account.password, &self.nonce)).flatten()
    }

    /// The header `x-syncml-hmac` of the next message, whose octets are `body`.
    pub(crate) fn hmac(&self, account: &Account, body: &[u8]) -> Option<String> {
        (account.scheme == Scheme::Mac && self.is_due(account)).then(|| {
            let digest = auth::user_digest(&account.user, &account.password);
            MacHeader::format(&account.user, &auth::mac(&digest, &self.nonce, body))
        })
    }

    /// Takes the server's 401 or 407. Its nonce serves the next try; nothing is kept of a peer that is not authenticated.
    pub(crate) fn challenged(&mut self, account: &Account, status: &Status) -> Result<(), Cause> {
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
        self.shy = false;
        self.nonce = next_nonce(chal).unwrap_or_default();
        Ok(())
    }

    /// Takes the server's 200 or 212; the nonce for the next message or session when it gave one.
    pub(crate) fn accepted(&mut self, status: &Status) -> Option<Vec<u8>> {
        self.settled |= status.code == code::AUTHENTICATED;
        let nonce = status.chal.as_ref().and_then(next_nonce)?;
        self.nonce.clone_from(&nonce);
        Some(nonce)
    }
}

/// What the server's message proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The server is who it says, or need not say.
    Trusted,
    /// The proof is wrong, or made from another nonce: 401.
    Wrong,
    /// There is none: 407.
    Missing,
}

/// The server's proof.
#[derive(Debug)]
pub(crate) struct Trust {
    demand: Demand,
    nonce: Vec<u8>,
    /// Another nonce that is as good until the first new one is given: that of a peer out of step.
    resync: Option<Vec<u8>>,
    /// Status 212 was given: no more Cred is wanted in this session.
    settled: bool,
    challenges: u32,
}

impl Trust {
    /// A session's beginning, with the nonce kept from the last one.
    pub(crate) fn new(demand: Demand, nonce: &[u8], resync: Option<Vec<u8>>) -> Self {
        Self { demand, nonce: nonce.to_vec(), resync, settled: false, challenges: 0 }
    }

    /// Judges the proof of one message.
    pub(crate) fn judge(&self, account: &Account, shown: Shown<'_>) -> Verdict {
        if self.settled || self.demand == Demand::Nothing || account.scheme == Scheme::None {
            return Verdict::Trusted;
        }
        let judge = |nonce: &[u8]| match account.scheme {
            Scheme::Mac => judge_mac(account, shown, nonce),
            _ => judge_cred(account, shown.cred, nonce),
        };
        match (judge(&self.nonce), &self.resync) {
            (Verdict::Wrong, Some(resync)) => judge(resync),
            (verdict, _) => verdict,
        }
    }

    /// Status code and Chal for SyncHdr of a message that was trusted, and the nonce to keep when a new one was given.
    pub(crate) fn accept(&mut self, account: &Account, draw: &mut Draw<'_>) -> (u32, Option<Meta>, Option<Vec<u8>>) {
        let code = match self.demand {
            Demand::Nothing => return (code::OK, None, None),
            // A MAC speaks for one message alone (OMA-TS-DM_Security 1.2 section 5.4).
            _ if account.scheme == Scheme::Mac => code::OK,
            Demand::Once if self.settled => return (code::AUTHENTICATED, None, None),
            Demand::Once => code::AUTHENTICATED,
            Demand::Always => code::OK,
        };
        self.settled = code == code::AUTHENTICATED;
        if !account.scheme.has_nonce() {
            return (code, None, None);
        }
        let chal = self.challenge(account, draw);
        (code, Some(chal), Some(self.nonce.clone()))
    }

    /// Chal for SyncHdr of a message that was not trusted.
    pub(crate) fn refuse(&mut self, account: &Account, draw: &mut Draw<'_>) -> Result<Meta, Cause> {
        self.challenges += 1;
        if self.challenges > limits::CHALLENGES_PER_SESSION {
            return Err(Cause::ServerUnproven);
        }
        Ok(self.challenge(account, draw))
    }

    /// A Chal; where proofs are made from nonces it carries a fresh one, which holds from now on in this session.
    fn challenge(&mut self, account: &Account, draw: &mut Draw<'_>) -> Meta {
        let mut chal = meta("b64", account.scheme.type_name());
        if account.scheme.has_nonce() {
            self.nonce = vec![0; NONCE_OCTETS];
            draw(&mut self.nonce);
            self.resync = None;
            chal.next_nonce = Some(BASE64.encode(&self.nonce));
        }
        chal
    }
}

fn judge_cred(account: &Account, cred: Option<&Cred>, nonce: &[u8]) -> Verdict {
    let Some(cred) = cred else { return Verdict::Missing };
    let Some(right) = credentials(account.scheme, &account.server_id, &account.server_password, nonce) else {
        return Verdict::Wrong;
    };
    let asked = account.scheme.type_name();
    let same_type = cred.meta.type_.as_deref().is_some_and(|given| given.trim().eq_ignore_ascii_case(asked));
    let same = right.data.as_bytes().ct_eq(cred.data.trim().as_bytes());
    if same_type && bool::from(same) { Verdict::Trusted } else { Verdict::Wrong }
}

fn judge_mac(account: &Account, shown: Shown<'_>, nonce: &[u8]) -> Verdict {
    let Some(header) = shown.hmac else { return Verdict::Missing };
    let Ok(header) = MacHeader::parse(header) else { return Verdict::Wrong };
    let digest = auth::user_digest(&account.server_id, &account.server_password);
    let right = auth::check_mac(&digest, nonce, shown.body, &header.mac);
    if right && header.username == account.server_id { Verdict::Trusted } else { Verdict::Wrong }
}

/// The Cred of either side, `None` where the scheme has none.
fn credentials(scheme: Scheme, name: &str, password: &str, nonce: &[u8]) -> Option<Cred> {
    let data = match scheme {
        Scheme::None | Scheme::Mac => return None,
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
