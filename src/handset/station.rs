//! The handset as a whole: account, tree, mobile station and habits, and what of them outlives a session.
//!
//! Holds things together and decides nothing: a session's course stands in `client.rs`. Built from `settings.rs`; kept by
//! `state.rs`.

use super::account::{Account, Demand, Nonces, Scheme};
use super::carrier::Carrier;
use super::faults::Fault;
use super::keys::Keys;
use super::lock::Lock;
use super::nodes::Nodes;
use super::otasp::{Capability, Mobile};
use super::package::{meta, own_item};
use super::profile::{Habits, Profile};
use super::tree::{Access, Content, Tree};
use super::uri::{MAX_DEPTH, MAX_SEG_LEN, MAX_TOT_LEN};
use crate::syncml::document::{Alert, Data, Item};
use crate::words::{Dialect, Time};

/// The leaves of DevInfo, in the order in which package 1 sends them (OMA-TS-DM_StdObj 1.2 section 5.3.2).
const DEV_INFO: [&str; 5] = ["DevId", "Man", "Mod", "DmV", "Lang"];

/// A simulated handset.
pub struct Handset {
    pub(super) account: Account,
    pub(super) nonces: Nonces,
    pub(super) tree: Tree,
    pub(super) keys: Keys,
    pub(super) mobile: Mobile,
    pub(super) carrier: Carrier,
    /// The nodes dialect, where the handset speaks it.
    pub(super) nodes: Option<Nodes>,
    /// The moment that it was told last.
    pub(super) now: Time,
    pub(super) habits: Habits,
    /// What the server has to show.
    pub(super) demand: Demand,
    pub(super) fault: Option<Fault>,
    /// Generic alerts that wait for a later message.
    pub(super) deferred: Vec<Alert>,
}

/// What makes one handset different from another.
pub struct Build {
    /// Account.
    pub account: Account,
    /// Nonces of the account.
    pub nonces: Nonces,
    /// The dialect whose nodes it has.
    pub dialect: Dialect,
    /// Carrier nodes and style of the is683 dialect.
    pub carrier: Carrier,
    /// What Protocol Capability tells.
    pub capability: Capability,
    /// Lock against provisioning.
    pub lock: Lock,
    /// Keys it was made with, or holds since its last session.
    pub keys: Keys,
    /// Habits.
    pub profile: Profile,
    /// Fault switch.
    pub fault: Option<Fault>,
}

impl Handset {
    /// Builds a handset.
    pub fn new(build: Build) -> Self {
        let Build { mut account, nonces, dialect, mut carrier, capability, lock, keys, profile, fault } = build;
        let habits = profile.habits();
        carrier.bare_results |= habits.bare_results;
        // Where the client need not prove itself over DM, neither does the server: the transport has done both.
        let demand = if account.scheme == Scheme::None { Demand::Nothing } else { habits.demand };
        if fault == Some(Fault::WrongPassword) {
            account.password.push('!');
        }
        let mut tree = Tree::new();
        plant_standard_objects(&mut tree, &account);
        tree.plant_interior("CDMA", Access::GET);
        tree.set_acl("CDMA", "Add=*&Delete=*&Exec=*&Get=*&Replace=*");
        let nodes = match dialect {
            Dialect::Is683 => {
                carrier.plant(&mut tree);
                None
            }
            Dialect::Nodes => Some(Nodes::plant(&mut tree, "CDMA/AKey", capability.key_exchange_revisions(), &keys)),
        };
        let mobile = Mobile::new(capability, lock);
        Self {
            account,
            nonces,
            tree,
            keys,
            mobile,
            carrier,
            nodes,
            now: Time::default(),
            habits,
            demand,
            fault,
            deferred: Vec::new(),
        }
    }

    /// Name of the handset.
    pub fn device_id(&self) -> &str {
        self.account.device_id.as_str()
    }

    /// Where its first message goes.
    pub fn url(&self) -> &str {
        &self.account.url
    }

    /// The keys that it holds.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// What Protocol Capability tells.
    pub fn capability(&self) -> &Capability {
        self.mobile.capability()
    }

    /// Its lock against provisioning.
    pub fn lock(&self) -> &Lock {
        self.mobile.lock()
    }

    /// The nonces of its account.
    pub fn nonces(&self) -> &Nonces {
        &self.nonces
    }

    /// Whether a generic alert waits for a later session.
    pub fn has_deferred_alerts(&self) -> bool {
        !self.deferred.is_empty()
    }

    /// Tells the handset what time it is: an exchange of the nodes dialect that has outlived its time ends.
    pub fn tick(&mut self, now: Time) {
        self.now = now;
        if let Some(nodes) = &mut self.nodes {
            nodes.expire(now, &mut self.tree, &mut self.keys);
        }
    }

    /// What the end of a session throws away: a key that was not committed (C.S0016 section 3.3). While an answer still
    /// waits to be sent, the provisioning goes on.
    pub fn end_session(&mut self) {
        // The nodes dialect has its own end: a new exchange, or 15 minutes.
        if self.deferred.is_empty() && self.nodes.is_none() {
            self.mobile.release(&mut self.keys);
        }
    }

    /// The leaves of DevInfo as package 1 reports them.
    pub(super) fn dev_info(&self) -> Vec<Item> {
        let item = |name: &&str| {
            let path = format!("DevInfo/{name}");
            let value = self.tree.value(&path)?;
            Some(Item {
                meta: Some(meta("chr", "text/plain")),
                data: Some(Data(value.to_vec())),
                ..own_item(&format!("./{path}"))
            })
        };
        DEV_INFO.iter().filter_map(item).collect()
    }
}

/// DevInfo, DevDetail and DMAcc (OMA-TS-DM_StdObj 1.2).
fn plant_standard_objects(tree: &mut Tree, account: &Account) {
    let read_only = |tree: &mut Tree, path: &str, content: Content| tree.plant(path, Access::GET, content);
    for (name, value) in DEV_INFO.iter().zip([account.device_id.as_str(), "akeyd", "handset", "1.2", "en"]) {
        read_only(tree, &format!("DevInfo/{name}"), Content::text(value));
    }
    let version = env!("CARGO_PKG_VERSION");
    for (name, value) in [("DevTyp", "phone"), ("OEM", "akeyd"), ("FwV", version), ("SwV", version), ("HwV", "1")] {
        read_only(tree, &format!("DevDetail/{name}"), Content::text(value));
    }
    read_only(tree, "DevDetail/LrgObj", Content::formatted("bool", "false"));
    for (name, limit) in [("MaxDepth", MAX_DEPTH), ("MaxTotLen", MAX_TOT_LEN), ("MaxSegLen", MAX_SEG_LEN)] {
        read_only(tree, &format!("DevDetail/URI/{name}"), Content::text(limit.to_string()));
    }
    let auth_type = match account.scheme {
        Scheme::None => "TRANSPORT",
        Scheme::Basic => "BASIC",
        Scheme::Md5 => "DIGEST",
    };
    let leaf = |name: &str| format!("DMAcc/akeyd/{name}");
    read_only(tree, &leaf("AppID"), Content::text("w7"));
    read_only(tree, &leaf("ServerID"), Content::text(account.server_id.clone()));
    read_only(tree, &leaf("AppAddr/1/Addr"), Content::text(account.url.clone()));
    read_only(tree, &leaf("AppAddr/1/AddrType"), Content::text("URI"));
    read_only(tree, &leaf("AAuthPref"), Content::text(auth_type));
    for (side, level, name) in [("client", "CLCRED", &account.user), ("server", "SRVCRED", &account.server_id)] {
        let leaf = |name: &str| format!("DMAcc/akeyd/AppAuth/{side}/{name}");
        read_only(tree, &leaf("AAuthLevel"), Content::text(level));
        read_only(tree, &leaf("AAuthType"), Content::text(auth_type));
        read_only(tree, &leaf("AAuthName"), Content::text(name.clone()));
        // Secrets are never read, so they are not even here.
        tree.plant(&leaf("AAuthSecret"), Access::NONE, Content::text(""));
        tree.plant(&leaf("AAuthData"), Access::NONE, Content::binary([]));
    }
}
