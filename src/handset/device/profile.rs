//! Habits of handsets in the field: what a DM client does where the standard leaves room, or where it errs.
//!
//! Data only. The places that act on a habit name its field. Used by the whole room.

use super::account::Demand;
use crate::handset::provisioning::carrier::Style;
use crate::words::spelled;

spelled! {
    /// Which DM client the handset behaves like. Where the server has a profile for it, that has the same name.
    Profile {
        /// By the book.
        Standard = "standard",
        /// The test client of Intel's libdmclient.
        Libdmclient = "libdmclient",
        /// The OMA DM engine of Motorola's Android telephones.
        Motorola = "motorola",
        /// The client of hostap for Hotspot 2.0: XML alone, and careless about it.
        Hostap = "hostap",
        /// By the book, but without Exec.
        ReplaceGet = "replace-get",
    }
}

/// Where Source carries the user's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserName {
    /// Never: the device id is all the server gets.
    Never,
    /// In every message that has a proof (OMA-TS-DM_Security 1.2 section 5.3).
    WithCred,
    /// In the first message only, where Target has the server's name too.
    FirstMessage,
}

/// What a server hears that has not proved itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// 401 for a wrong proof, 407 for none.
    Exact,
    /// 407 whatever was wrong.
    AlwaysMissing,
    /// 401 for a wrong proof; for none Status 0, and the session is over.
    ZeroAndEnd,
}

/// What a command is to a client that need not know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is run.
    Yes,
    /// It is run, or not, and has no Status.
    Unanswered,
    /// It is answered with this Status.
    Refused(u32),
    /// It kills the client.
    Fatal,
}

/// What becomes of a large object that arrives in pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunks {
    /// It is put together.
    Whole,
    /// MoreData is passed over: the first piece is taken for the value, the others get 200 and no more.
    FirstPiece,
    /// Each piece is received, and the last one taken for the value.
    LastPiece,
}

/// How a session gets its SessionID where the handset chooses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionIds {
    /// Up to four hex digits, drawn.
    Hex,
    /// A decimal number, drawn.
    Decimal,
    /// Always `1`.
    One,
}

spelled! {
    /// How the strings of a WBXML document travel.
    WbxmlForm {
        /// Public id by number, strings inline.
        Inline = "inline",
        /// Public id in the string table, without a closing NUL; strings inline.
        NamedPublicId = "named-public-id",
        /// Public id by number; strings that come again stand in the string table.
        StringTable = "string-table",
    }
}

/// Carelessness that a document shows and no document model holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a habit of its own, and any of them may be set alone")]
pub struct Sloppy {
    /// Correlator stands before Data in Alert.
    pub correlator_first: bool,
    /// The Status of SyncHdr has no CmdRef.
    pub no_header_cmd_ref: bool,
    /// Data stands before TargetRef in Status.
    pub data_before_refs: bool,
    /// The first two commands have the same CmdID.
    pub doubled_cmd_id: bool,
    /// Property values end with a NUL, which no XML may hold.
    pub nul_after_property: bool,
}

/// The habits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a habit of its own, and any of them may be set alone")]
pub struct Habits {
    /// What the server has to show.
    pub demand: Demand,
    /// Carrier style, unless another is set.
    pub style: Style,
    /// Where Source carries LocName.
    pub user_name: UserName,
    /// Nothing is proved before the server asks.
    pub shy: bool,
    /// SessionID.
    pub session_ids: SessionIds,
    /// MaxMsgSize, octets.
    pub max_msg_size: Option<u32>,
    /// Messages after the first repeat the server's MaxMsgSize.
    pub echoes_max_msg_size: bool,
    /// What is too long for the server's MaxMsgSize goes in several messages.
    pub splits: bool,
    /// Large objects from the server.
    pub chunks: Chunks,
    /// Alert 1226 stands before the Status of its Exec.
    pub alert_first: bool,
    /// Results of an Exec carry the data and its Size, without Source, Format, Type and MsgRef; its errors no TargetRef.
    pub bare_results: bool,
    /// Meta is left out where the defaults say enough, and Type always.
    pub bare_meta: bool,
    /// A command of several Items gets one Status per Item, even if all went alike.
    pub status_per_item: bool,
    /// Items without Meta inherit that of their command.
    pub command_meta: bool,
    /// Sequence.
    pub sequence: Known,
    /// Atomic.
    pub atomic: Known,
    /// Copy.
    pub copy: Known,
    /// Exec.
    pub exec: Known,
    /// `?list=`.
    pub lists: bool,
    /// Alerts 1222 and 1223 of the server are understood; else 406.
    pub session_alerts: bool,
    /// How a server is turned down.
    pub refusal: Refusal,
    /// A server that is not trusted gets a Status for each of its commands, not only for SyncHdr.
    pub refuse_each: bool,
    /// Octets of the nonce by which both sides find back into step.
    pub resync_nonce: &'static [u8],
    /// The media types are those of data synchronisation, without `.dm`.
    pub plain_media_type: bool,
    /// Each message has a connection of its own.
    pub closes: bool,
    /// Form of WBXML documents.
    pub wbxml_form: WbxmlForm,
    /// Carelessness.
    pub sloppy: Sloppy,
}

/// The resync nonce as four zero octets.
const ZERO_OCTETS: &[u8] = &[0; 4];
/// The resync nonce as libdmclient reads `0x00000000` in the standard.
const ZERO_TEXT: &[u8] = b"0x00000000";

impl Profile {
    /// Another spelling on command lines.
    pub const fn alias(self) -> Option<&'static str> {
        match self {
            Self::Libdmclient => Some("libdmclient-like"),
            Self::Motorola => Some("motorola-like"),
            Self::Hostap => Some("hostap-like"),
            Self::Standard | Self::ReplaceGet => None,
        }
    }

    /// The habits of this client.
    pub const fn habits(self) -> Habits {
        let standard = Habits {
            demand: Demand::Once,
            style: Style::ExecAlert,
            user_name: UserName::WithCred,
            shy: false,
            session_ids: SessionIds::Hex,
            max_msg_size: Some(16_384),
            echoes_max_msg_size: false,
            splits: true,
            chunks: Chunks::Whole,
            alert_first: false,
            bare_results: false,
            bare_meta: false,
            status_per_item: false,
            command_meta: true,
            sequence: Known::Yes,
            atomic: Known::Yes,
            copy: Known::Yes,
            exec: Known::Yes,
            lists: true,
            session_alerts: true,
            refusal: Refusal::Exact,
            refuse_each: true,
            resync_nonce: ZERO_OCTETS,
            plain_media_type: false,
            closes: false,
            wbxml_form: WbxmlForm::Inline,
            sloppy: Sloppy {
                correlator_first: false,
                no_header_cmd_ref: false,
                data_before_refs: false,
                doubled_cmd_id: false,
                nul_after_property: false,
            },
        };
        match self {
            Self::Standard => standard,
            Self::Libdmclient => Habits {
                user_name: UserName::Never,
                session_ids: SessionIds::Decimal,
                splits: false,
                chunks: Chunks::FirstPiece,
                alert_first: true,
                command_meta: false,
                sequence: Known::Fatal,
                atomic: Known::Unanswered,
                copy: Known::Refused(501),
                lists: false,
                session_alerts: false,
                refusal: Refusal::ZeroAndEnd,
                resync_nonce: ZERO_TEXT,
                plain_media_type: true,
                sloppy: Sloppy { correlator_first: true, nul_after_property: true, ..standard.sloppy },
                ..standard
            },
            Self::Motorola => Habits {
                demand: Demand::Always,
                style: Style::ExecResults,
                user_name: UserName::FirstMessage,
                max_msg_size: Some(122_880),
                echoes_max_msg_size: true,
                splits: false,
                chunks: Chunks::LastPiece,
                bare_results: true,
                bare_meta: true,
                status_per_item: true,
                refusal: Refusal::AlwaysMissing,
                refuse_each: false,
                closes: true,
                wbxml_form: WbxmlForm::NamedPublicId,
                ..standard
            },
            Self::Hostap => Habits {
                demand: Demand::Nothing,
                style: Style::ReplaceGet,
                user_name: UserName::Never,
                shy: true,
                session_ids: SessionIds::One,
                max_msg_size: None,
                splits: false,
                sequence: Known::Refused(501),
                atomic: Known::Refused(501),
                copy: Known::Refused(501),
                exec: Known::Refused(404),
                lists: false,
                sloppy: Sloppy {
                    no_header_cmd_ref: true,
                    data_before_refs: true,
                    doubled_cmd_id: true,
                    ..standard.sloppy
                },
                ..standard
            },
            Self::ReplaceGet => Habits { style: Style::ReplaceGet, exec: Known::Refused(406), ..standard },
        }
    }
}
