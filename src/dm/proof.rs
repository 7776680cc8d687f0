//! How the server proves itself in a session, as often as the handset's Status codes ask for it (OMA-TS-DM-Security 1.2 section 5.3).
//!
//! Called by [`super::session`].

use crate::limits;
use crate::syncml::auth;
use crate::syncml::document::{Header, Status};

use super::account::{Seal, ServerSecret};
use super::session::{AbortReason, Then};
use super::status::StatusCode;

/// The server's side of mutual authentication in one session.
pub(super) struct Proof {
    secret: ServerSecret,
    mode: Mode,
    refusals: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// A proof goes into the next message; what comes then depends on the handset's status.
    Offer,
    /// The handset wants one in every message.
    Every,
    /// The handset is content.
    Done,
}

impl Proof {
    pub(super) fn new(secret: ServerSecret) -> Self {
        Self { secret, mode: Mode::Offer, refusals: 0 }
    }

    /// Puts the proof into a header; what makes the MAC, where that is the proof.
    pub(super) fn show(&self, server_id: &str, header: &mut Header) -> Option<Seal> {
        if self.mode == Mode::Done {
            return None;
        }
        header.source.name = Some(server_id.to_owned());
        header.cred = self.secret.cred();
        self.secret.seal()
    }

    /// Takes the handset's Status for our header: how to go on, and the nonce that it uses from now on.
    pub(super) fn take(&mut self, status: &Status) -> (Then, Option<Vec<u8>>) {
        let code = StatusCode(status.code);
        let nonce = status.chal.as_ref().and_then(auth::next_nonce);
        if let Some(nonce) = &nonce {
            self.secret.take_nonce(nonce);
        }
        let then = if code == StatusCode::AUTHENTICATED {
            self.mode = Mode::Done;
            Then::Go
        } else if code == StatusCode::OK {
            // For this message alone: the next one needs a proof too, by the nonce that came along where there are nonces.
            let again = nonce.is_some() || matches!(self.secret, ServerSecret::Basic(_));
            if self.mode != Mode::Done {
                self.mode = if again { Mode::Every } else { Mode::Done };
            }
            Then::Go
        } else if code.is_challenge() {
            self.refusals += 1;
            self.mode = Mode::Offer;
            let hopeless = nonce.is_none() && !matches!(self.secret, ServerSecret::Basic(_));
            if self.refusals > limits::CHALLENGES_PER_SESSION || hopeless {
                Then::Abort(AbortReason::ServerRefused)
            } else {
                Then::Again
            }
        } else {
            verdict(code)
        };
        (then, nonce)
    }
}

/// What a Status for our header means where the server has nothing to prove itself with.
pub(super) fn unproven(status: &Status) -> Then {
    let code = StatusCode(status.code);
    if code.is_challenge() { Then::Abort(AbortReason::ServerRefused) } else { verdict(code) }
}

fn verdict(code: StatusCode) -> Then {
    if code.is_good() { Then::Go } else { Then::Abort(AbortReason::HeaderRefused(code)) }
}
