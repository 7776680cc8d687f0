//! The configuration file as types: every key with its meaning, unit and default.
//!
//! The file is TOML; a key that nobody knows is an error, and every error says in which line it stands and what would be
//! right. `systemd/akeyd.toml` is the same in the operator's words, with all defaults. [`reload`] tells what of it a running
//! service can take. Never reads the subscribers themselves ([`subscribers`]), opens no socket, and holds no secret.
//! Called by `cli` and `serve`.

pub mod admin;
mod check;
pub mod north;
pub mod profiles;
mod read;
pub mod reload;
pub mod subscribers;
pub mod wake;

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use akeyd_hw::{Backend, Group};
use serde::Deserialize;

use crate::groups::Fresh;
use crate::limits;
use crate::net::listener::Place;
use crate::net::network::Network;
use crate::net::proxy::ClientAddress;
use crate::net::tls::files::Files;
use crate::syncml::auth::AuthType;
use crate::words::{Dialect, Kind, Order, Way};

/// Everything that an operator may choose.
#[derive(Debug, PartialEq)]
pub struct Config {
    /// `[http]`
    pub http: Http,
    /// `[tls]`
    pub tls: Tls,
    /// `[limits]`
    pub limits: Limits,
    /// `[status]`
    pub status: Status,
    /// `[store]`
    pub store: StorePlace,
    /// `[admin]`
    pub admin: admin::Admin,
    /// `[subscribers]`
    pub subscribers: Subscribers,
    /// `[group]`
    pub group: GroupChoice,
    /// `[relay]`
    pub relay: Relay,
    /// `[policy]`
    pub policy: Policy,
    /// `[north.NAME]`, by name.
    pub north: BTreeMap<String, north::North>,
    /// `[outcomes]`
    pub outcomes: north::Outcomes,
    /// `[dm]`
    pub dm: Dm,
    /// `[keys]`
    pub keys: Keys,
    /// `[profiles]`
    pub profiles: ProfilesFolder,
    /// `[wake]`
    pub wake: wake::Wake,
    /// `[net]`
    pub net: Net,
    /// `[compute]`
    pub compute: Compute,
    /// `[log]`
    pub log: Log,
}

/// `[http]`: where handsets come in.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Http {
    /// Plain HTTP: address and port, where port 0 takes any free one; or a Unix socket; or `none`. Default `127.0.0.1:8080`.
    #[serde(deserialize_with = "read::place_or_none")]
    pub listen: Option<Place>,
    /// Path of the resource that device management messages are posted to. Default `/dm`.
    pub path: String,
    /// How the address of a client is known. Default `peer`.
    #[serde(deserialize_with = "read::word")]
    pub client_address: ClientAddress,
    /// Networks whose hosts may speak for others; who comes by a Unix socket may anyway. Default: none.
    #[serde(deserialize_with = "read::words")]
    pub trusted_proxies: Vec<Network>,
}

/// `[tls]`: where handsets come in under TLS.
#[derive(Debug, Default, PartialEq)]
pub struct Tls {
    /// Address and port, a Unix socket, or `none`, the default.
    pub listen: Option<Place>,
    /// Read from `certificate`, `key`, `client_ca`, `client_auth` and `min_version`; relative paths start at the folder of the
    /// configuration file.
    pub files: Option<Files>,
}

/// `[limits]`: how many and how long.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Open connections of handsets. Default 32768.
    pub connections: usize,
    /// Of them, those of one address, or of 64 bits of IPv6, that has not proved itself. Default: a quarter of all.
    pub connections_per_address: Option<usize>,
    /// Networks, such as a carrier's NAT, whose addresses may have any number of them. Default: none.
    #[serde(deserialize_with = "read::words")]
    pub trusted_nets: Vec<Network>,
    /// Sessions, shared out evenly among the threads. Default: 32768 for each thread.
    pub sessions: Option<usize>,
    /// TLS handshakes in progress. Default 2048.
    pub handshakes: usize,
    /// Requests of one connection. Default 1000.
    pub requests_per_connection: u32,
    /// Octets of a body, which handsets are told as MaxMsgSize. Default 65536, which is the most.
    pub body_octets: usize,
    /// Milliseconds for a TLS handshake. Default 15000.
    pub handshake_ms: u64,
    /// Milliseconds for the head of a request. Default 10000.
    pub head_ms: u64,
    /// Milliseconds for its body. Default 30000.
    pub body_ms: u64,
    /// Milliseconds for an answer to be taken. Default 30000.
    pub write_ms: u64,
    /// Milliseconds that a connection may be idle. Default 60000.
    pub idle_ms: u64,
}

/// `[status]`: health and metrics, read only and without identities.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Status {
    /// Address and port. Default `127.0.0.1:9464`.
    #[serde(deserialize_with = "read::address")]
    pub listen: SocketAddr,
}

/// `[store]`: where records are kept.
#[derive(Debug, PartialEq)]
pub struct StorePlace {
    /// The file; `none`: in memory, and gone with the process. A relative path starts at the folder of the configuration file. Default
    /// `akeyd.redb` in systemd's state directory, else beside the configuration file.
    pub path: Option<PathBuf>,
    /// The file of the key that secrets are sealed under. Default `store.key`: among systemd's credentials where the unit loads one, else
    /// beside the configuration file.
    pub key: PathBuf,
    /// Files of keys that were in use before, as long as something may be sealed under them. Default: none.
    pub old_keys: Vec<PathBuf>,
    /// MiB of the file that are kept in memory. Default 64.
    pub cache_mib: usize,
    /// Days for which an exchange and its history are kept after its end; 0: for ever. Default 90.
    pub keep_exchanges: u32,
    /// Days for which a delivery is kept after it was acknowledged; 0: for ever. Default 30.
    pub keep_deliveries: u32,
    /// Days for which records of the audit trail are kept; 0: for ever. Default 0.
    pub keep_audit: u32,
    /// Whether a start fails where there is no store, instead of making an empty one. Default false.
    pub must_exist: bool,
}

/// `[subscribers]`: which handsets there are.
#[derive(Debug, PartialEq)]
pub struct Subscribers {
    /// The file that [`subscribers::load`] reads. A relative path starts at the folder of the configuration file. Default
    /// `subscribers.csv`: among systemd's credentials where the unit loads one, else beside the configuration file.
    pub file: PathBuf,
    /// Whether the configuration names it: then it must be there.
    pub named: bool,
}

impl Subscribers {
    /// Reads the file: nobody, where none is named and the default one is not there.
    ///
    /// # Errors
    /// As [`subscribers::load`].
    pub fn load(&self) -> Result<(Vec<subscribers::SubscriberRow>, Vec<Problem>), ConfigErrors> {
        // What cannot be looked at is read, so that it is told why.
        if !self.named && !self.file.try_exists().unwrap_or(true) {
            return Ok((Vec::new(), Vec::new()));
        }
        subscribers::load(&self.file)
    }
}

/// `[group]`: the numbers of the key exchange that akeyd brings in.
#[derive(Debug, PartialEq)]
pub struct GroupChoice {
    /// Where P and G come from.
    pub source: GroupSource,
    /// Bits of each fresh y, from [`EXPONENT_MIN_BITS`](akeyd_hw::limits::EXPONENT_MIN_BITS) to P's size. Default 160 for
    /// a P below 1024 bits, else 384.
    pub exponent_bits: u32,
}

/// Where P and G come from.
#[derive(Debug, PartialEq)]
pub enum GroupSource {
    /// These, checked: `name` is one of [`Group::KNOWN`] (default `oakley-1024`), or `p` and `g` are hex.
    Fixed(Arc<Group>),
    /// Fresh ones: `fresh` is the size of P in bits, a multiple of 8; `stock` (default 4), `exchanges` (100000), `hours`
    /// (24) and `dir` go with it. A relative `dir` starts at the folder of the configuration file; the default is `groups`
    /// in systemd's state directory, else beside the configuration file.
    Fresh(Fresh),
}

impl GroupSource {
    /// Size of P.
    pub fn bits(&self) -> u32 {
        match self {
            Self::Fixed(group) => group.bits(),
            Self::Fresh(fresh) => fresh.bits,
        }
    }
}

/// `[relay]`: what passes between handsets and an authentication centre that computes.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Relay {
    /// What becomes of a P, G or BS_RESULT that is not fit. Default `report`.
    pub check: RelayCheck,
}

/// What becomes of a value from an authentication centre that is not fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RelayCheck {
    /// It passes, and is logged and counted.
    #[default]
    Report,
    /// The handset never gets it; the north hears RESULT_CODE 4.
    Refuse,
}

/// `[policy]`: what an exchange may and must be.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// Who computes the network's half; `auto`: the authentication centre for handsets that speak `is683`, akeyd for others. Default
    /// `perform`.
    #[serde(deserialize_with = "read::word_or_auto")]
    pub way: Option<Way>,
    /// What is spoken with the handset; `auto`, the default, takes what it says that it supports.
    #[serde(deserialize_with = "read::word_or_auto")]
    pub dialect: Option<Dialect>,
    /// Whose partial key exists first. Default `bs-first`.
    #[serde(deserialize_with = "read::word")]
    pub order: Order,
    /// Which key comes out. Default `a_key`.
    #[serde(deserialize_with = "read::word")]
    pub kind: Kind,
    /// The smallest P that is taken from anybody, in bits. Default 512; below 1024 bits a rich attacker can break P.
    pub min_p_bits: u32,
    /// When an exchange begins. Default `contact`.
    pub start: Start,
    /// Which `[north.NAME]` takes the keys; must be given where there are several.
    pub north: Option<String>,
}

/// What begins an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Start {
    /// An authenticated handset that comes by itself gets a new key.
    Contact,
    /// Only a request from the north.
    Request,
}

/// `[dm]`: sessions with handsets.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dm {
    /// The name under which handsets know this server. Default `akeyd`.
    pub server_id: String,
    /// How handsets prove themselves: `basic`, `md5` or `mac`, fixed for all accounts and never lowered by a message. Default `md5`.
    #[serde(deserialize_with = "read::scheme")]
    pub auth: AuthType,
    /// Whether a handset that has lost its nonce may prove itself once with the resync nonce, which everybody knows; and whether one that does not
    /// come is also called by it, for it may have lost the one that it gave. Default false.
    pub resync_nonce: bool,
    /// Milliseconds that an answer to a handset waits for the north. Default 5000.
    pub hold_ms: u64,
    /// Packages that keep a session open while the north thinks, before it is closed. Default 12.
    pub hold_rounds: u32,
}

/// `[keys]`: new keys on their way into use.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Keys {
    /// Hours for which a key is kept here after both sides use it. Default 24.
    pub keep_after_activation: u32,
    /// Whether a Commit Request leaves without the authentication centre's word that it holds the new key. Default false.
    pub commit_without_ac: bool,
    /// Minutes after which an exchange in doubt is worth an alert. Default 60.
    pub in_doubt_alert_after: u32,
}

/// `[profiles]`: what differs between handset models.
#[derive(Debug, Default, PartialEq)]
pub struct ProfilesFolder {
    /// Folder of profiles, a TOML file for each model, that go before the shipped ones. A relative path starts at the folder of the
    /// configuration file. Default: none.
    pub dir: Option<PathBuf>,
}

/// `[net]`: the threads that serve sockets.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Net {
    /// How sockets are driven. Default `auto`.
    pub backend: NetBackend,
    /// Threads, each with a listener of its own. Default: one for each core.
    pub threads: Option<usize>,
}

/// How sockets are driven.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NetBackend {
    /// `io_uring` where the kernel allows it, else `epoll`.
    #[default]
    Auto,
    /// `io_uring` or no start.
    IoUring,
    /// `epoll`.
    Epoll,
}

/// `[compute]`: the threads that compute powers.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Compute {
    /// Threads. Default: one for each four cores.
    pub threads: Option<usize>,
    /// Which arithmetic; `auto`, the default, takes the fastest that this processor has.
    #[serde(deserialize_with = "read::word_or_auto")]
    pub backend: Option<Backend>,
    /// One exchange in so many is computed twice before its keys leave; 1 is every one. Default 64.
    pub check_every: u32,
    /// Whether a backend may serve whose time depends on secrets: for the laboratory. Default false.
    pub variable_time: bool,
}

/// `[log]`: what is told on standard error.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// The least important event that is told. Default `info`.
    pub level: Level,
    /// Whether each request is told, with its client, answer and time. Default no.
    pub access: bool,
}

/// Importance of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Something is broken.
    Error,
    /// Something may break.
    Warn,
    /// The life of the service and the outcome of each exchange.
    Info,
    /// Each step.
    Debug,
    /// Each message.
    Trace,
}

impl Level {
    /// The spelling in the file, which is also what `tracing` reads.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
            Self::Trace => "trace",
        }
    }
}

const fn loopback(port: u16) -> SocketAddr {
    SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port)
}

impl Default for Http {
    fn default() -> Self {
        Self {
            listen: Some(loopback(8080).into()),
            path: "/dm".into(),
            client_address: ClientAddress::Peer,
            trusted_proxies: Vec::new(),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: limits::CONNECTIONS_DEFAULT,
            connections_per_address: None,
            trusted_nets: Vec::new(),
            sessions: None,
            handshakes: limits::HANDSHAKES_DEFAULT,
            requests_per_connection: limits::REQUESTS_PER_CONNECTION_DEFAULT,
            body_octets: limits::HTTP_BODY_OCTETS,
            handshake_ms: limits::TLS_HANDSHAKE_MS,
            head_ms: limits::HTTP_HEAD_MS,
            body_ms: limits::HTTP_BODY_MS,
            write_ms: limits::HTTP_WRITE_MS,
            idle_ms: limits::HTTP_IDLE_MS,
        }
    }
}

impl Default for Status {
    fn default() -> Self {
        Self { listen: loopback(9464) }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            way: Some(Way::Perform),
            dialect: None,
            order: Order::BsFirst,
            kind: Kind::AKey,
            min_p_bits: akeyd_hw::limits::MIN_BITS,
            start: Start::Contact,
            north: None,
        }
    }
}

impl Default for Dm {
    fn default() -> Self {
        Self {
            server_id: "akeyd".into(),
            auth: AuthType::Md5,
            resync_nonce: false,
            hold_ms: limits::DM_HOLD_DEFAULT_MS,
            hold_rounds: limits::DM_HOLD_ROUNDS_DEFAULT,
        }
    }
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            keep_after_activation: limits::KEEP_KEY_DEFAULT_HOURS,
            commit_without_ac: false,
            in_doubt_alert_after: limits::IN_DOUBT_ALERT_DEFAULT_MINUTES,
        }
    }
}

impl Default for Compute {
    fn default() -> Self {
        Self { threads: None, backend: None, check_every: limits::CHECK_EVERY_DEFAULT, variable_time: false }
    }
}

impl Default for Log {
    fn default() -> Self {
        Self { level: Level::Info, access: false }
    }
}

/// What is wrong, or only doubtful, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: PathBuf,
    /// The line, counted from 1, where it is known.
    pub line: Option<usize>,
    /// The key or column, what is wrong with it, and what would be right.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}", self.message)
    }
}

/// Everything that is wrong with a file, in the order of its lines; printed one to a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigErrors(pub Vec<Problem>);

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigErrors {}

impl Config {
    /// Reads and checks a file. What is only doubtful comes beside the configuration.
    ///
    /// # Errors
    /// All that could be found at once.
    pub fn load(file: &Path) -> Result<(Self, Vec<Problem>), ConfigErrors> {
        let text = std::fs::read_to_string(file).map_err(|error| {
            ConfigErrors(vec![Problem { file: file.into(), line: None, message: format!("cannot be read: {error}") }])
        })?;
        Self::parse(&text, file)
    }

    /// As [`load`](Self::load), with the text in hand; `file` is its name in messages, and relative paths start at its
    /// folder.
    ///
    /// # Errors
    /// All that could be found at once.
    pub fn parse(text: &str, file: &Path) -> Result<(Self, Vec<Problem>), ConfigErrors> {
        read::parse(text, file)
    }

    /// The configuration file that is shipped: every key with its default, and comments.
    pub fn example() -> &'static str {
        include_str!("../systemd/akeyd.toml")
    }
}
