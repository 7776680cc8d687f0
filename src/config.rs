//! The configuration file as types: every key with its meaning, unit and default.
//!
//! The file is TOML; a key that nobody knows is an error, and every error says in which line it stands and what would be
//! right. `systemd/akeyd.toml` is the same in the operator's words, with all defaults. What stands here takes effect when
//! the service starts. Never reads the subscribers themselves ([`subscribers`]), opens no socket, and holds no secret.
//! Called by `cli` and `serve`.

mod check;
pub mod profiles;
mod read;
pub mod subscribers;

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use akeyd_hw::{Backend, Group};
use serde::Deserialize;

use crate::groups::Fresh;
use crate::limits;
use crate::syncml::auth::AuthType;
use crate::words::{Dialect, Order, Way};

/// Everything that an operator may choose.
#[derive(Debug, PartialEq)]
pub struct Config {
    /// `[http]`
    pub http: Http,
    /// `[status]`
    pub status: Status,
    /// `[subscribers]`
    pub subscribers: Subscribers,
    /// `[group]`
    pub group: GroupChoice,
    /// `[relay]`
    pub relay: Relay,
    /// `[policy]`
    pub policy: Policy,
    /// `[north.NAME]`, by name.
    #[allow(clippy::zero_sized_map_values, reason = "a kind with one value is still what the peer is")]
    pub north: BTreeMap<String, North>,
    /// `[dm]`
    pub dm: Dm,
    /// `[profiles]`
    pub profiles: ProfilesFolder,
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
    /// Address and port; port 0 takes any free one. Default `127.0.0.1:8080`.
    #[serde(deserialize_with = "read::address")]
    pub listen: SocketAddr,
    /// Path of the resource that device management messages are posted to. Default `/dm`.
    pub path: String,
}

/// `[status]`: health and metrics, read only and without identities.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Status {
    /// Address and port. Default `127.0.0.1:9464`.
    #[serde(deserialize_with = "read::address")]
    pub listen: SocketAddr,
}

/// `[subscribers]`: which handsets there are.
#[derive(Debug, PartialEq)]
pub struct Subscribers {
    /// The file that [`subscribers::load`] reads. A relative path starts at the folder of the configuration file. Default
    /// `subscribers.csv`: among systemd's credentials where the unit loads one, else beside the configuration file.
    pub file: PathBuf,
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
    /// Who computes the network's half. Default `perform`.
    #[serde(deserialize_with = "read::word")]
    pub way: Way,
    /// What is spoken with the handset; `auto`, the default, takes what it says that it supports.
    #[serde(deserialize_with = "read::word_or_auto")]
    pub dialect: Option<Dialect>,
    /// Whose partial key exists first. Default `bs-first`.
    #[serde(deserialize_with = "read::word")]
    pub order: Order,
    /// The smallest P that is taken from anybody, in bits. Default 512; below 1024 bits a rich attacker can break P.
    pub min_p_bits: u32,
    /// When an exchange begins. Default `contact`.
    pub start: Start,
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

/// `[north.NAME]`: a peer in the operator's network.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct North {
    /// What it is and how it is reached. Must be given.
    pub kind: NorthKind,
}

/// The kinds of northern peers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NorthKind {
    /// An authentication centre inside this process: for the laboratory.
    Software,
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
    /// Whether a handset that has lost its nonce may prove itself once with the resync nonce, which everybody knows. Default false.
    pub resync_nonce: bool,
    /// Milliseconds that an answer to a handset waits for the north. Default 5000.
    pub hold_ms: u64,
    /// Packages that keep a session open while the north thinks, before it is closed. Default 12.
    pub hold_rounds: u32,
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
        Self { listen: loopback(8080), path: "/dm".into() }
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
            way: Way::Perform,
            dialect: None,
            order: Order::BsFirst,
            min_p_bits: akeyd_hw::limits::MIN_BITS,
            start: Start::Contact,
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

impl Default for Compute {
    fn default() -> Self {
        Self { threads: None, backend: None, check_every: limits::CHECK_EVERY_DEFAULT, variable_time: false }
    }
}

impl Default for Log {
    fn default() -> Self {
        Self { level: Level::Info }
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
