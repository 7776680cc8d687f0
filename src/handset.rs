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
//! | `client/` | the DM client: session, proofs, the server's commands, the answers, what does not fit one message |
//! | `device/` | what the handset is and has: tree, account, habits, faults |
//! | `provisioning/` | how a key comes into it, in both dialects |
//! | `package` | how a DM client words a message |
//! | `state`, `report`, `cause`, `code` | what is kept, what is told |

mod cause;
mod client;
mod code;
mod device;
mod encoding;
mod notify;
mod package;
mod provisioning;
mod report;
mod run;
mod settings;
mod sloppy;
mod state;
mod transport;

pub use cause::Cause;
pub use client::{Heard, Initiator, Next, Session};
pub use device::account::{Account, Demand, DmVersion, Nonces, Scheme};
pub use device::faults::Fault;
pub use device::profile::{Habits, Profile, WbxmlForm};
pub use device::station::{Build, Handset};
pub use encoding::Encoding;
pub use notify::{Call, Ignored, Notifications, judge};
pub use provisioning::agreement::{Arithmetic, Groups};
pub use provisioning::carrier::{Carrier, Style};
pub use provisioning::keys::{Key, Keys};
pub use provisioning::lock::Lock;
pub use provisioning::nodes::KeptExchange;
pub use provisioning::otasp::{Capability, Step, StepKind};
pub use report::{KeyShown, Report, SessionOutcome};
pub use run::{Carriage, RunError, run, run_session};
pub use settings::Settings;
pub use state::{Kept, load, save};

/// Fills the given octets with random ones.
pub type Draw<'a> = dyn FnMut(&mut [u8]) + 'a;

#[cfg(test)]
mod tests;
