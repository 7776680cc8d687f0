//! A simulated mobile station: the other half of the protocol, whole, so that a server can be tried without a handset.
//!
//! It has a management tree, a DM client, the provisioning dialects, its own key arithmetic, habits of handsets in the
//! field, and fault switches. It proves the server and therefore shares none of its code: beside the codecs it uses
//! nothing of the rooms `dm`, `exchange` and `desk`. Started by `cli` (`akeyd handset`), by `lab` (demo and load), and by tests.
//!
//! | file | holds |
//! |---|---|
//! | `settings` | what a command line can set |
//! | `run`, `transport`, `encoding`, `sloppy` | sessions over HTTP, and the octets of their messages |
//! | `notify` | notifications that call the handset |
//! | `client`, `credentials`, `commands`, `exec`, `package` | the DM client: session, proofs, the server's commands, the answers |
//! | `outbox`, `large` | what does not fit one message, in both directions |
//! | `station`, `tree`, `list`, `uri`, `account`, `profile`, `faults` | what the handset is and has |
//! | `carrier`, `otasp`, `lock` | the is683 dialect: carrier nodes, IS-683 messages, programming lock |
//! | `nodes` | the nodes dialect: temporary nodes and their steps |
//! | `agreement`, `keys` | what both make: arithmetic, keys |
//! | `state`, `report`, `cause`, `code` | what is kept, what is told |

mod account;
mod agreement;
mod carrier;
mod cause;
mod client;
mod code;
mod commands;
mod credentials;
mod encoding;
mod exec;
mod faults;
mod keys;
mod large;
mod list;
mod lock;
mod nodes;
mod notify;
mod otasp;
mod outbox;
mod package;
mod profile;
mod report;
mod run;
mod settings;
mod sloppy;
mod state;
mod station;
mod transport;
mod tree;
mod uri;

pub use account::{Account, Demand, DmVersion, Nonces, Scheme};
pub use agreement::{Arithmetic, Groups};
pub use carrier::{Carrier, Style};
pub use cause::Cause;
pub use client::{Heard, Initiator, Next, Session};
pub use credentials::Draw;
pub use encoding::Encoding;
pub use faults::Fault;
pub use keys::{Key, Keys};
pub use lock::Lock;
pub use nodes::KeptExchange;
pub use notify::{Call, Ignored, Notifications, judge};
pub use otasp::{Capability, Step, StepKind};
pub use profile::{Habits, Profile, WbxmlForm};
pub use report::{KeyShown, Report, SessionOutcome};
pub use run::{Carriage, RunError, run, run_session};
pub use settings::Settings;
pub use state::{Kept, load, save};
pub use station::{Build, Handset};

#[cfg(test)]
mod tests;
