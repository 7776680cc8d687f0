//! The handset as a whole: account, tree, mobile station and habits, and what of them outlives a session.
//!
//! Holds things together and decides nothing: a session's course stands in `client.rs`. Built from `settings.rs`; kept by
//! `state.rs`.

use super::account::{Account, Demand, DmVersion, Nonces, Scheme};
use super::faults::Fault;
use super::profile::{Chunks, Habits, Profile};
use super::tree::{Access, Content, Tree};
use super::uri::{MAX_DEPTH, MAX_SEG_LEN, MAX_TOT_LEN};
use crate::handset::package::{meta, own_item};
use crate::handset::provisioning::agreement::Arithmetic;
use crate::handset::provisioning::carrier::Carrier;
use crate::handset::provisioning::keys::Keys;
use crate::handset::provisioning::lock::Lock;
use crate::handset::provisioning::nodes::{KeptExchange, Nodes};
use crate::handset::provisioning::otasp::{Capability, Mobile, StepKind};
use crate::syncml::document::{Alert, Data, Item};
use crate::words::{Dialect, Time};

/// The leaves of DevInfo, in the order in which package 1 sends them (OMA-TS-DM_StdObj 1.2 section 5.3.2).
const DEV_INFO: [&str; 5] = ["DevId", "Man", "Mod", "DmV", "Lang"];

/// A simulated handset.
pub struct Handset {
    pub(crate) account: Account,
    pub(crate) nonces: Nonces,
    pub(crate) tree: Tree,
    pub(crate) keys: Keys,
    pub(crate) mobile: Mobile,
    pub(crate) carrier: Carrier,
    /// The nodes dialect, where the handset speaks it.
    pub(crate) nodes: Option<Nodes>,
    /// The moment that it was told last.
    pub(crate) now: Time,
    pub(crate) habits: Habits,
    /// What the server has to show.
    pub(crate) demand: Demand,
    pub(crate) fault: Option<Fault>,
    /// The provisioning step that the fault disturbs, from 1.
    pub(crate) fault_step: Option<u32>,
    /// The last reverse message.
    pub(crate) last_reverse: Vec<u8>,
    /// A reverse message that is not in the response node yet, because the handset is slow.
    pub(crate) late_reverse: Option<Vec<u8>>,
    /// A notification was proven by the resync nonce: the server is out of step.
    pub(crate) resync: bool,
    /// Generic alerts that wait for a later message.
    pub(crate) deferred: Vec<Alert>,
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
    /// What the server has to show, if not what the profile wants.
    pub demand: Option<Demand>,
    /// MaxMsgSize, octets, if not the profile's.
    pub max_msg_size: Option<u32>,
    /// Fault switch.
    pub fault: Option<Fault>,
    /// The provisioning step that it disturbs, counted from 1; the first key step when not given.
    pub fault_step: Option<u32>,
    /// Which arithmetic makes its keys.
    pub arithmetic: Arithmetic,
    /// The exchange of the nodes dialect to which the pending key belongs.
    pub exchange: Option<KeptExchange>,
}

impl Build {
    /// A handset by the book, fresh from the factory, of the is683 dialect.
    pub fn of(account: Account) -> Self {
        Self {
            account,
            nonces: Nonces::default(),
            dialect: Dialect::Is683,
            carrier: Carrier::default(),
            capability: Capability::default(),
            lock: Lock::default(),
            keys: Keys::default(),
            profile: Profile::Standard,
            demand: None,
            max_msg_size: None,
            fault: None,
            fault_step: None,
            arithmetic: Arithmetic::Reference,
            exchange: None,
        }
    }
}

impl Handset {
    /// Builds a handset.
    pub fn new(build: Build) -> Self {
        let Build { mut account, nonces, dialect, mut carrier, capability, lock, keys, profile, fault, .. } = build;
        let mut habits = profile.habits();
        habits.max_msg_size = build.max_msg_size.or(habits.max_msg_size);
        carrier.bare_results |= habits.bare_results;
        // Where the client need not prove itself over DM, neither does the server: the transport has done both.
        let demand = build.demand.unwrap_or(habits.demand);
        let demand = if account.scheme == Scheme::None { Demand::Nothing } else { demand };
        if fault == Some(Fault::WrongPassword) {
            account.password.push('!');
        }
        let mut tree = Tree::new();
        plant_standard_objects(&mut tree, &account, habits.chunks == Chunks::Whole);
        plant_account(&mut tree, &account);
        tree.plant_interior("CDMA", Access::GET);
        plant_cdma(&mut tree);
        tree.set_acl("CDMA", "Add=*&Delete=*&Exec=*&Get=*&Replace=*");
        let mut keys = keys;
        let mut nodes = match dialect {
            Dialect::Is683 => {
                carrier.plant(&mut tree);
                None
            }
            Dialect::Nodes => Some(Nodes::plant(
                &mut tree,
                "CDMA/AKey",
                capability.key_exchange_revisions(),
                &keys,
                build.arithmetic.clone(),
            )),
        };
        match (&build.exchange, &mut nodes) {
            (Some(kept), Some(nodes)) if keys.pending.is_some() => nodes.resume(kept, &mut tree),
            // A key whose session or exchange is gone can never be committed.
            _ => keys.pending = None,
        }
        let mobile = Mobile::new(capability, lock, build.arithmetic);
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
            fault_step: build.fault_step,
            last_reverse: Vec::new(),
            late_reverse: None,
            resync: false,
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

    /// The exchange of the nodes dialect whose key is pending.
    pub(crate) fn kept_exchange(&self) -> Option<KeptExchange> {
        self.nodes.as_ref().and_then(|nodes| nodes.kept(&self.tree, &self.keys))
    }

    /// The nonces of its account.
    pub fn nonces(&self) -> &Nonces {
        &self.nonces
    }

    /// Whether an answer waits for a later session: a generic alert, or a value for the response node.
    pub fn owes_an_answer(&self) -> bool {
        !self.deferred.is_empty() || self.late_reverse.is_some()
    }

    /// Puts a late answer into the response node.
    pub(crate) fn deliver(&mut self, late: Option<Vec<u8>>) {
        if let Some(reverse) = late {
            self.tree.set_value(&self.carrier.response, reverse);
        }
    }

    /// Tells the handset what time it is: an exchange of the nodes dialect that has outlived its time ends.
    pub fn tick(&mut self, now: Time) {
        self.now = now;
        if let Some(nodes) = &mut self.nodes {
            nodes.expire(now, &mut self.tree, &mut self.keys);
        }
    }

    /// Whether the fault switch disturbs this provisioning step, of which `before` came earlier in the session.
    pub(crate) fn is_struck(&self, kind: StepKind, before: usize) -> bool {
        match self.fault_step {
            Some(step) => step as usize == before + 1,
            None => kind == StepKind::MsKey,
        }
    }

    /// What a handset loses when it is switched off and on again: all that was not written down.
    pub(crate) fn restart(&mut self) {
        self.deferred.clear();
        self.late_reverse = None;
        self.end_session();
        if let Some(nodes) = &mut self.nodes {
            nodes.forget();
        }
    }

    /// What the end of a session throws away: a key that was not committed (C.S0016 section 3.3). While an answer still
    /// waits to be sent, the provisioning goes on.
    pub fn end_session(&mut self) {
        // The nodes dialect has its own end: a new exchange, or 15 minutes.
        if !self.owes_an_answer() && self.nodes.is_none() {
            self.mobile.release(&mut self.keys);
        }
    }

    /// The leaves of DevInfo as package 1 reports them.
    pub(crate) fn dev_info(&self) -> Vec<Item> {
        let item = |name: &&str| {
            let path = format!("DevInfo/{name}");
            let value = self.tree.value(&path)?;
            Some(Item {
                meta: (!self.habits.bare_meta).then(|| meta("chr", "text/plain")),
                data: Some(Data(value.to_vec())),
                ..own_item(&format!("./{path}"))
            })
        };
        DEV_INFO.iter().filter_map(item).collect()
    }
}

/// DevInfo and DevDetail (OMA-TS-DM_StdObj 1.2).
fn plant_standard_objects(tree: &mut Tree, account: &Account, large_objects: bool) {
    let read_only = |tree: &mut Tree, path: &str, content: Content| tree.plant(path, Access::GET, content);
    for (name, value) in
        DEV_INFO.iter().zip([account.device_id.as_str(), "akeyd", "handset", account.version.as_str(), "en"])
    {
        read_only(tree, &format!("DevInfo/{name}"), Content::text(value));
    }
    let version = env!("CARGO_PKG_VERSION");
    for (name, value) in [("DevTyp", "phone"), ("OEM", "akeyd"), ("FwV", version), ("SwV", version), ("HwV", "1")] {
        read_only(tree, &format!("DevDetail/{name}"), Content::text(value));
    }
    read_only(tree, "DevDetail/LrgObj", Content::formatted("bool", large_objects.to_string()));
    for (name, limit) in [("MaxDepth", MAX_DEPTH), ("MaxTotLen", MAX_TOT_LEN), ("MaxSegLen", MAX_SEG_LEN)] {
        read_only(tree, &format!("DevDetail/URI/{name}"), Content::text(limit.to_string()));
    }
}

/// The CDMA subtree as telephones of the field have it: parameter blocks of IS-683 as binary leaves. It stores them.
fn plant_cdma(tree: &mut Tree) {
    let stored = Access::GET.and(Access::REPLACE);
    for leaf in ["NAM/CdmaNam", "NAM/MobDirNum", "PRL/PrefRoamList", "RoamPreference"] {
        tree.plant(&format!("CDMA/{leaf}"), stored, Content::binary([]));
    }
    for leaf in ["NAI", "MobileIpAddress", "PriHAIp", "SecHAIp"] {
        tree.plant(&format!("CDMA/3GPD/1/{leaf}"), stored, Content::text(""));
    }
}

/// The account: DMAcc of DM 1.2, or that of DM 1.1.
fn plant_account(tree: &mut Tree, account: &Account) {
    let read_only = |tree: &mut Tree, path: &str, content: Content| tree.plant(path, Access::GET, content);
    let auth_type = match account.scheme {
        Scheme::None => "TRANSPORT",
        Scheme::Basic => "BASIC",
        Scheme::Md5 => "DIGEST",
        Scheme::Mac => "HMAC",
    };
    if account.version == DmVersion::V1_1 {
        let leaf = |name: &str| format!("SyncML/DMAcc/akeyd/{name}");
        read_only(tree, &leaf("Addr"), Content::text(account.url.clone()));
        // 1 is HTTP.
        read_only(tree, &leaf("AddrType"), Content::formatted("int", "1"));
        read_only(tree, &leaf("ServerId"), Content::text(account.server_id.clone()));
        read_only(tree, &leaf("UserName"), Content::text(account.user.clone()));
        read_only(tree, &leaf("AuthPref"), Content::text(auth_type));
        for secret in ["ServerPW", "ServerNonce", "ClientPW", "ClientNonce"] {
            tree.plant(&leaf(secret), Access::NONE, Content::text(""));
        }
        return;
    }
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
