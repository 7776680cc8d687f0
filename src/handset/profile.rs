//! Habits of handsets in the field: what a DM client does where the standard leaves room, or where it errs.
//!
//! Data only. The places that act on a habit name its field. Used by the whole room.

use super::account::Demand;
use crate::words::spelled;

spelled! {
    /// Which DM client the handset behaves like.
    Profile {
        /// By the book.
        Standard = "standard",
        /// The test client of Intel's libdmclient.
        Libdmclient = "libdmclient",
        /// The OMA DM engine of Motorola's Android telephones.
        Motorola = "motorola",
    }
}

/// Where Source carries the user's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserName {
    /// Never: the device id is all the server gets.
    Never,
    /// In every message that has a Cred (OMA-TS-DM_Security 1.2 section 5.3).
    WithCred,
    /// In the first message only.
    FirstMessage,
}

/// The habits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a habit of its own, and any of them may be set alone")]
pub struct Habits {
    /// What the server has to show.
    pub demand: Demand,
    /// Where Source carries LocName.
    pub user_name: UserName,
    /// MaxMsgSize, octets.
    pub max_msg_size: u32,
    /// Alert 1226 stands before the Status of its Exec.
    pub alert_first: bool,
    /// Results of an Exec carry the data and its Size, without Source, Format, Type and MsgRef.
    pub bare_results: bool,
    /// A command of several Items gets one Status per Item, even if all went alike.
    pub status_per_item: bool,
    /// Items without Meta inherit that of their command.
    pub command_meta: bool,
    /// Sequence and Atomic are understood; else they kill the session.
    pub groups: bool,
    /// Copy is understood; else 501.
    pub copy: bool,
    /// A server that is not trusted gets a Status for each of its commands, not only for SyncHdr.
    pub refuse_each: bool,
}

impl Profile {
    /// The habits of this client.
    pub const fn habits(self) -> Habits {
        let standard = Habits {
            demand: Demand::Once,
            user_name: UserName::WithCred,
            max_msg_size: 16_384,
            alert_first: false,
            bare_results: false,
            status_per_item: false,
            command_meta: true,
            groups: true,
            copy: true,
            refuse_each: true,
        };
        match self {
            Self::Standard => standard,
            Self::Libdmclient => Habits {
                user_name: UserName::Never,
                alert_first: true,
                command_meta: false,
                groups: false,
                copy: false,
                ..standard
            },
            Self::Motorola => Habits {
                demand: Demand::Always,
                user_name: UserName::FirstMessage,
                max_msg_size: 122_880,
                bare_results: true,
                status_per_item: true,
                refuse_each: false,
                ..standard
            },
        }
    }
}
