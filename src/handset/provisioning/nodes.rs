//! The nodes dialect: an exchange by plain management nodes and Exec commands.
//!
//! `<prefix>/X/<id>` is the temporary node of one exchange: the server adds it and fills in `Revision`, `Kind`, `P` and `G`;
//! Exec of `Compute`, `Derive` and `Commit` are its steps, with the RESULT_CODEs that C.S0016 gives for the same mistakes.
//! Used by `commands.rs`, which has asked the tree for permission before.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::agreement::{Agreement, Arithmetic};
use super::keys::{Key, Keys};
use super::otasp::StepKind;
use crate::handset::Draw;
use crate::handset::code;
use crate::handset::device::faults::Fault;
use crate::handset::device::tree::{Access, Answer, Content, Tree};
use crate::is683::{AKeyPRev, ResultCode};
use crate::limits;
use crate::words::{Kind, Time};

/// Version of the node object.
const VERSION: &str = "1";
/// The values of an exchange, deleted as soon as the key is derived.
const VALUES: [&str; 5] = ["Revision", "Kind", "P", "G", "MSResult"];
/// The steps of an exchange, as nodes.
const STEPS: [&str; 3] = ["Compute", "Derive", "Commit"];
/// Octets of the check value.
const CHECK_OCTETS: usize = 8;

/// The dialect's state.
#[derive(Debug)]
pub(crate) struct Nodes {
    prefix: String,
    revisions: Vec<u8>,
    arithmetic: Arithmetic,
    exchange: Option<Exchange>,
}

/// What is kept over power-off of an exchange whose key waits for its Commit: nothing secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptExchange {
    /// Path of the temporary node, without the leading `./`.
    pub(crate) path: String,
    /// When it was added, milliseconds since 1970.
    pub(crate) begun: u64,
    /// The check value, base64.
    pub(crate) check: String,
}

/// The one exchange that may be under way.
#[derive(Debug)]
struct Exchange {
    path: String,
    begun: Time,
    /// Between Compute and Derive.
    agreement: Option<(Kind, Agreement)>,
}

/// What an Exec may use and change beside the dialect's own state.
pub(crate) struct Means<'a> {
    pub(crate) tree: &'a mut Tree,
    pub(crate) keys: &'a mut Keys,
    pub(crate) fault: Option<Fault>,
}

impl Nodes {
    /// Plants the object under `prefix`, a path without the leading `./`; `revisions`: the values of A_KEY_P_REV.
    pub(crate) fn plant(
        tree: &mut Tree,
        prefix: &str,
        revisions: Vec<u8>,
        keys: &Keys,
        arithmetic: Arithmetic,
    ) -> Self {
        let list: Vec<String> = revisions.iter().map(u8::to_string).collect();
        tree.plant_interior(prefix, Access::GET);
        tree.plant(&format!("{prefix}/Ver"), Access::GET, Content::formatted("int", VERSION));
        tree.plant(&format!("{prefix}/Revisions"), Access::GET, Content::text(list.join(",")));
        let version = Content::formatted("int", keys.key_version.to_string());
        tree.plant(&format!("{prefix}/KeyVersion"), Access::GET, version);
        tree.plant_interior(&format!("{prefix}/X"), Access::ADD.and(Access::GET));
        Self { prefix: prefix.to_owned(), revisions, arithmetic, exchange: None }
    }

    /// Whether an Add goes to the temporary nodes at all; then it must be an interior node right below `X`.
    pub(crate) fn takes(&self, path: &str, content: &Content) -> Answer<bool> {
        let Some(id) = path.strip_prefix(&self.prefix).and_then(|rest| rest.strip_prefix("/X/")) else {
            return Ok(false);
        };
        if content.format == "node" && !id.contains('/') { Ok(true) } else { Err(code::NOT_ALLOWED) }
    }

    /// The server has added a temporary node: it gets its children, and an older exchange is over.
    pub(crate) fn begin(&mut self, path: &str, now: Time, tree: &mut Tree, keys: &mut Keys) {
        self.discard(tree, keys);
        let leaf = |name: &str| format!("{path}/{name}");
        let given = Access::GET.and(Access::REPLACE);
        tree.graft(&leaf("Revision"), given, Content::formatted("int", ""));
        tree.graft(&leaf("Kind"), given, Content::formatted("int", ""));
        tree.graft(&leaf("P"), given, Content::binary([]));
        tree.graft(&leaf("G"), given, Content::binary([]));
        tree.graft(&leaf("MSResult"), Access::GET, Content::binary([]));
        tree.graft(&leaf("Check"), Access::GET, Content::binary([]));
        for step in STEPS {
            tree.graft(&leaf(step), Access::EXEC, Content::formatted("null", ""));
        }
        self.exchange = Some(Exchange { path: path.to_owned(), begun: now, agreement: None });
    }

    /// The server has deleted a node; an exchange that stood there is over.
    pub(crate) fn deleted(&mut self, tree: &mut Tree, keys: &mut Keys) {
        if self.exchange.as_ref().is_some_and(|exchange| !tree.has(&exchange.path)) {
            self.discard(tree, keys);
        }
    }

    /// Ends an exchange that has outlived its time.
    pub(crate) fn expire(&mut self, now: Time, tree: &mut Tree, keys: &mut Keys) {
        if self.exchange.as_ref().is_some_and(|exchange| now.since(exchange.begun) >= limits::HANDSET_EXCHANGE_MS) {
            self.discard(tree, keys);
        }
    }

    /// The exchange whose key is pending, for what is kept over power-off.
    pub(crate) fn kept(&self, tree: &Tree, keys: &Keys) -> Option<KeptExchange> {
        let exchange = self.exchange.as_ref().filter(|_| keys.pending.is_some())?;
        let check = tree.value(&exchange.leaf("Check"))?;
        let check = BASE64.encode(check);
        Some(KeptExchange { path: exchange.path.clone(), begun: exchange.begun.0, check })
    }

    /// Takes up what was kept: the key that is pending may still be checked and committed.
    pub(crate) fn resume(&mut self, kept: &KeptExchange, tree: &mut Tree) {
        let leaf = |name: &str| format!("{}/{name}", kept.path);
        let check = BASE64.decode(&kept.check).unwrap_or_default();
        tree.graft_interior(&kept.path);
        tree.graft(&leaf("Check"), Access::GET, Content::binary(check));
        for step in STEPS {
            tree.graft(&leaf(step), Access::EXEC, Content::formatted("null", ""));
        }
        self.exchange = Some(Exchange { path: kept.path.clone(), begun: Time(kept.begun), agreement: None });
    }

    /// Forgets x, as at power-off.
    pub(crate) fn forget(&mut self) {
        if let Some(exchange) = &mut self.exchange {
            exchange.agreement = None;
        }
    }

    fn discard(&mut self, tree: &mut Tree, keys: &mut Keys) {
        if let Some(exchange) = self.exchange.take() {
            tree.uproot(&exchange.path);
        }
        keys.pending = None;
    }

    /// The step that Exec of this path is.
    pub(crate) fn step(&self, path: &str) -> Option<StepKind> {
        match path.strip_prefix(&self.exchange.as_ref()?.path)? {
            "/Compute" => Some(StepKind::MsKey),
            "/Derive" => Some(StepKind::KeyGeneration),
            "/Commit" => Some(StepKind::Commit),
            _ => None,
        }
    }

    /// Runs a step. `data` is BS_RESULT for Derive.
    pub(crate) fn run(
        &mut self,
        step: StepKind,
        data: &[u8],
        means: &mut Means<'_>,
        draw: &mut Draw<'_>,
    ) -> ResultCode {
        let Some(exchange) = &mut self.exchange else { return ResultCode::NOT_EXPECTED_IN_MODE };
        let done = match step {
            StepKind::MsKey => exchange.compute(&self.revisions, &self.arithmetic, means, draw),
            StepKind::KeyGeneration => exchange.derive(data, means),
            _ => {
                let done = commit(means.fault, means.keys);
                if done.is_ok() {
                    means.tree.uproot(&exchange.path);
                    let version = means.keys.key_version.to_string();
                    means.tree.set_value(&format!("{}/KeyVersion", self.prefix), version);
                    self.exchange = None;
                }
                done
            }
        };
        done.err().unwrap_or_default()
    }
}

impl Exchange {
    fn leaf(&self, name: &str) -> String {
        format!("{}/{name}", self.path)
    }

    /// Takes the values, draws x and computes MS_RESULT. Again means anew, with another x.
    fn compute(
        &mut self,
        revisions: &[u8],
        arithmetic: &Arithmetic,
        means: &mut Means<'_>,
        draw: &mut Draw<'_>,
    ) -> Result<(), ResultCode> {
        means.keys.pending = None;
        self.agreement = None;
        let value = |name: &str| means.tree.value(&self.leaf(name)).unwrap_or_default();
        let number = |name: &str| std::str::from_utf8(value(name)).ok().and_then(|text| text.trim().parse::<u8>().ok());
        let revision = number("Revision").ok_or(ResultCode::INVALID_PARAMETER)?;
        if revision != AKeyPRev::A_KEY.0 || !revisions.contains(&revision) {
            return Err(ResultCode::PROTOCOL_VERSION_MISMATCH);
        }
        let kind = match number("Kind") {
            Some(64) => Kind::AKey,
            Some(128) => Kind::RootKey,
            _ => return Err(ResultCode::INVALID_PARAMETER),
        };
        let agreement =
            Agreement::draw(value("P"), value("G"), arithmetic, draw).map_err(|_| ResultCode::INVALID_PARAMETER)?;
        means.tree.set_value(&self.leaf("MSResult"), agreement.shown_ms_result(means.fault));
        self.agreement = Some((kind, agreement));
        Ok(())
    }

    /// Takes BS_RESULT, makes the pending key and its check value, and forgets what it was made from.
    fn derive(&mut self, bs_result: &[u8], means: &mut Means<'_>) -> Result<(), ResultCode> {
        if means.fault == Some(Fault::RejectKeyGeneration) {
            return Err(ResultCode::INVALID_PARAMETER);
        }
        let (kind, agreement) = self.agreement.take().ok_or(ResultCode::NOT_EXPECTED_IN_MODE)?;
        let k = agreement.shared_secret(bs_result).map_err(|_| ResultCode::INVALID_PARAMETER)?;
        let mut check = check(&k, &agreement.numbers(bs_result));
        if means.fault == Some(Fault::WrongCheck) {
            check.iter_mut().for_each(|octet| *octet ^= 0x55);
        }
        means.tree.set_value(&self.leaf("Check"), check);
        means.keys.pending = Key::from_shared_secret(kind, &k);
        for name in VALUES {
            means.tree.uproot(&self.leaf(name));
        }
        Ok(())
    }
}

fn commit(fault: Option<Fault>, keys: &mut Keys) -> Result<(), ResultCode> {
    if fault == Some(Fault::RejectCommit) {
        return Err(ResultCode::REJECTED_UNKNOWN);
    }
    if keys.commit() { Ok(()) } else { Err(ResultCode::NOT_EXPECTED_IN_MODE) }
}

/// The first octets of HMAC-SHA256(K, "akeyd-check" ‖ P ‖ G ‖ MS_RESULT ‖ BS_RESULT), all numbers at P's length.
fn check(k: &[u8], numbers: &[u8]) -> Vec<u8> {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(k) else { return Vec::new() };
    mac.update(b"akeyd-check");
    mac.update(numbers);
    mac.finalize().into_bytes().iter().copied().take(CHECK_OCTETS).collect()
}
