//! How an exchange ended, and why.
//!
//! Values and their texts; decides nothing. Made by the steps, told by desk, store and north.

use crate::is683::ResultCode;
use crate::words::Outcome;
use crate::words::status::StatusCode;

use super::event::{NorthFault, PowerFault};

/// How an exchange ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The outcome.
    pub outcome: Outcome,
    /// Why, where the outcome does not say it all.
    pub cause: Option<Cause>,
    /// What is known of the handset's protocol revisions.
    pub version: Version,
}

/// The version indication that goes north with an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// A_KEY_P_REV in use.
    pub a_key_p_rev: Option<u8>,
    /// FEATURE_P_REV values of key exchange that the handset reported.
    pub feature_p_rev: Vec<u8>,
    /// `KeyVersion` of the `nodes` dialect before the commit.
    pub key_version_before: Option<u32>,
    /// The same after it.
    pub key_version_after: Option<u32>,
}

/// Why an exchange did not end well.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// The handset refused a message or a step.
    #[error("{message}: RESULT_CODE {} ({})", code.0, code.meaning())]
    ResultCode {
        /// The message or step that it answered.
        message: &'static str,
        /// Its RESULT_CODE.
        code: ResultCode,
    },
    /// The handset refused because a step that opens it was not taken.
    #[error("{message}: RESULT_CODE {} ({}); the preamble lacks {missing}", code.0, code.meaning())]
    Preamble {
        /// The message that it answered.
        message: &'static str,
        /// Its RESULT_CODE.
        code: ResultCode,
        /// The step that is missing.
        missing: &'static str,
    },
    /// The management client refused a command.
    #[error("{message}: DM status {}", StatusCode(*status))]
    Status {
        /// The message that was to be carried, or the command.
        message: &'static str,
        /// The status code.
        status: u32,
    },
    /// The handset's answer is not a message of IS-683, not a value of its node, or not the one that was due.
    #[error("{message}: {what}")]
    BadAnswer {
        /// The message or command that it answered.
        message: &'static str,
        /// What is wrong, without the value itself.
        what: String,
    },
    /// The handset's check value is not that of our K: both sides would hold different keys.
    #[error("the handset's Check does not fit K")]
    CheckDiffers,
    /// The handset supports neither dialect, or no revision that policy allows.
    #[error("no dialect or A_KEY_P_REV in common")]
    NothingInCommon,
    /// The combination asked for cannot be had with this handset.
    #[error("{0}")]
    NotPossible(&'static str),
    /// The handset did not answer in time, or left too often.
    #[error("{0}: no answer from the handset")]
    Silent(&'static str),
    /// The handset came back after a Commit without an answer, and `KeyVersion` says that there was none.
    #[error("the handset has not committed")]
    NotCommitted,
    /// The centre holds one key of a device at a time, and was asked for another one since: it cannot make this one live.
    #[error("the authentication centre was asked for another key of the device since, and holds this one no more")]
    Overtaken,
    /// The north failed.
    #[error(transparent)]
    North(#[from] NorthFault),
    /// Its subscriber is no more.
    #[error("the subscriber was removed")]
    Removed,
    /// What an earlier process said of it.
    #[error("{0}")]
    Before(String),
    /// The arithmetic failed.
    #[error(transparent)]
    Power(#[from] PowerFault),
    /// The north's values are not fit for use.
    #[error("{field} from the north {what}")]
    BadPublicValues {
        /// `p`, `g` or `bs_result`.
        field: &'static str,
        /// What is wrong with it.
        what: String,
    },
}

impl Cause {
    /// The handset's RESULT_CODE, where that was the cause.
    pub fn result_code(&self) -> Option<u8> {
        match self {
            Self::ResultCode { code, .. } | Self::Preamble { code, .. } => Some(code.0),
            _ => None,
        }
    }
}
