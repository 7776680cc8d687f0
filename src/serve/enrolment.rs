//! From what operators say of a handset to the subscriber that is kept of it.
//!
//! Passwords become digests where the scheme allows. Called by `cli` for the subscribers file, and by [`super::admin`].

use crate::config::subscribers::SubscriberRow;
use crate::desk::record::{Place, Subscriber};
use crate::dm::account::{Account, ServerSecret};
use crate::exchange::choice::Wishes;
use crate::is683::Spc;
use crate::syncml::auth::{self, AuthType};

/// What is the same for all accounts.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// How handsets prove themselves.
    pub auth: AuthType,
    /// The name by which the server proves itself.
    pub server_id: String,
    /// Whether the resync nonce may prove a handset, once.
    pub resync_nonce: bool,
}

impl Enrolment {
    /// The subscriber of a row.
    pub fn subscriber(&self, row: SubscriberRow) -> Subscriber {
        let secret = |password: &str| ServerSecret::new(self.auth, &self.server_id, password, row.server_nonce.clone());
        let account = Account {
            scheme: self.auth,
            client: auth::user_digest(&row.user, row.password.expose()),
            client_nonce: row.client_nonce,
            last_slot: 0,
            resync_left: self.resync_nonce,
            server: row.server_password.as_ref().map(|password| secret(password.expose())),
        };
        let place = Place {
            address: None,
            min: row.min,
            imsi: row.imsi,
            esn: row.esn.map(|esn| format!("{esn:08X}")),
            meid: row.meid.map(|meid| format!("{meid:014X}")),
        };
        Subscriber {
            device: row.device_id,
            account,
            model: row.model.unwrap_or_default(),
            wishes: Wishes::default(),
            spc: row.spc.as_ref().and_then(|spc| Spc::of(spc.expose())),
            place,
            capability: None,
            temporary: None,
            last_contact: None,
        }
    }
}
