//! The document model: one message of a DM session, as both encodings carry it.
//!
//! Fields follow the DTD of OMA-SyncML-RepPro 1.2 section 5 in name and order. A missing element is `None` or empty;
//! texts are kept as sent, but for blanks around codes, ids and URIs. Nothing here checks meaning.

/// One message: header and body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// SyncHdr.
    pub header: Header,
    /// The commands of SyncBody, in order.
    pub commands: Vec<Command>,
    /// Whether SyncBody ends with Final: the package is complete.
    pub is_final: bool,
}

/// SyncHdr.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// VerDTD, such as `1.2`.
    pub ver_dtd: String,
    /// VerProto, such as `DM/1.2`.
    pub ver_proto: String,
    /// SessionID: an opaque text.
    pub session_id: String,
    /// MsgID, from 1.
    pub msg_id: u32,
    /// Target: where the message goes.
    pub target: Location,
    /// Source: who sends it.
    pub source: Location,
    /// RespURI: where answers shall go.
    pub resp_uri: Option<String>,
    /// NoResp.
    pub no_resp: bool,
    /// Cred: the sender's proof.
    pub cred: Option<Cred>,
    /// Meta: MaxMsgSize and MaxObjSize.
    pub meta: Option<Meta>,
}

/// Target or Source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// LocURI.
    pub uri: String,
    /// LocName: the user's or server's name for md5 and MAC.
    pub name: Option<String>,
}

impl Location {
    /// A location without a name.
    pub fn new(uri: impl Into<String>) -> Self {
        Self { uri: uri.into(), name: None }
    }
}

/// Cred: Meta (Format and Type) and Data.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Cred {
    /// Format and Type of the credential.
    pub meta: Meta,
    /// The credential as text. Never printed.
    pub data: String,
}

impl std::fmt::Debug for Cred {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cred").field("meta", &self.meta).field("data", &"[redacted]").finish()
    }
}

/// Meta information; a Chal is one with Type, Format and NextNonce.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Format: `chr`, `b64`, `bin`, `int`, `node`, …; compare without case.
    pub format: Option<String>,
    /// Type: a MIME type, an authentication type or a reversed domain name.
    pub type_: Option<String>,
    /// Mark: importance of a generic alert.
    pub mark: Option<String>,
    /// Size of the data as sent, octets.
    pub size: Option<u32>,
    /// NextNonce, as sent (base64 text).
    pub next_nonce: Option<String>,
    /// MaxMsgSize, octets.
    pub max_msg_size: Option<u32>,
    /// MaxObjSize, octets.
    pub max_obj_size: Option<u32>,
}

/// Data of a command or an Item: characters of XML, or octets of WBXML. Never trimmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Data(pub Vec<u8>);

impl Data {
    /// Data that is text.
    pub fn text(text: impl Into<String>) -> Self {
        Self(text.into().into_bytes())
    }

    /// The data as text, `None` when it is not UTF-8.
    pub fn as_text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }
}

/// Item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Target.
    pub target: Option<Location>,
    /// Source.
    pub source: Option<Location>,
    /// Meta.
    pub meta: Option<Meta>,
    /// Data.
    pub data: Option<Data>,
    /// MoreData: this is a chunk, and not the last.
    pub more_data: bool,
}

/// A command of SyncBody. `CmdID` is 0 where the sender left it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Add, Copy, Delete, Get or Replace: a verb over Items.
    Access(Access),
    /// Alert.
    Alert(Alert),
    /// Exec.
    Exec(Exec),
    /// Results.
    Results(Results),
    /// Status.
    Status(Status),
    /// Sequence or Atomic.
    Group(Group),
    /// A command that DM does not use, by its element name; its content was skipped.
    Unknown {
        /// Element name as sent, such as `Sync`.
        name: String,
        /// CmdID.
        cmd_id: u32,
    },
}

/// The verbs over Items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Add.
    Add,
    /// Copy.
    Copy,
    /// Delete.
    Delete,
    /// Get.
    Get,
    /// Replace.
    Replace,
}

/// Add, Copy, Delete, Get or Replace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Which of them.
    pub verb: Verb,
    /// CmdID.
    pub cmd_id: u32,
    /// Meta of the command, inherited by Items that have none.
    pub meta: Option<Meta>,
    /// Items.
    pub items: Vec<Item>,
}

/// Alert.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alert {
    /// CmdID.
    pub cmd_id: u32,
    /// Data: the alert code.
    pub code: Option<u32>,
    /// Correlator.
    pub correlator: Option<String>,
    /// Items.
    pub items: Vec<Item>,
}

/// Exec.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exec {
    /// CmdID.
    pub cmd_id: u32,
    /// Meta of the command.
    pub meta: Option<Meta>,
    /// Correlator.
    pub correlator: Option<String>,
    /// The one Item.
    pub item: Item,
}

/// Results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// CmdID.
    pub cmd_id: u32,
    /// MsgRef; missing means the message being answered.
    pub msg_ref: Option<u32>,
    /// CmdRef.
    pub cmd_ref: u32,
    /// Meta.
    pub meta: Option<Meta>,
    /// TargetRef.
    pub target_ref: Option<String>,
    /// SourceRef.
    pub source_ref: Option<String>,
    /// Items.
    pub items: Vec<Item>,
}

/// Status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// CmdID.
    pub cmd_id: u32,
    /// MsgRef; missing means the message being answered.
    pub msg_ref: Option<u32>,
    /// CmdRef; 0 is the header, and what hostap leaves out.
    pub cmd_ref: u32,
    /// Cmd: name of the command that is answered.
    pub cmd: String,
    /// TargetRef, any number.
    pub target_refs: Vec<String>,
    /// SourceRef, any number.
    pub source_refs: Vec<String>,
    /// Cred of the answering side.
    pub cred: Option<Cred>,
    /// Chal: its Meta.
    pub chal: Option<Meta>,
    /// Data: the status code.
    pub code: u32,
    /// Items.
    pub items: Vec<Item>,
}

/// What a group promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// Sequence: in order.
    Sequence,
    /// Atomic: all or nothing.
    Atomic,
}

/// Sequence or Atomic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which of them.
    pub grouping: Grouping,
    /// CmdID.
    pub cmd_id: u32,
    /// Meta of the group.
    pub meta: Option<Meta>,
    /// Members.
    pub commands: Vec<Command>,
}

impl Command {
    /// Commands in it, itself and those of a group.
    pub fn count(&self) -> usize {
        match self {
            Self::Group(group) => 1 + group.commands.iter().map(Self::count).sum::<usize>(),
            _ => 1,
        }
    }

    /// CmdID.
    pub fn cmd_id(&self) -> u32 {
        match self {
            Self::Access(c) => c.cmd_id,
            Self::Alert(c) => c.cmd_id,
            Self::Exec(c) => c.cmd_id,
            Self::Results(c) => c.cmd_id,
            Self::Status(c) => c.cmd_id,
            Self::Group(c) => c.cmd_id,
            Self::Unknown { cmd_id, .. } => *cmd_id,
        }
    }

    /// Element name.
    pub fn name(&self) -> &str {
        match self {
            Self::Access(c) => match c.verb {
                Verb::Add => "Add",
                Verb::Copy => "Copy",
                Verb::Delete => "Delete",
                Verb::Get => "Get",
                Verb::Replace => "Replace",
            },
            Self::Alert(_) => "Alert",
            Self::Exec(_) => "Exec",
            Self::Results(_) => "Results",
            Self::Status(_) => "Status",
            Self::Group(c) => match c.grouping {
                Grouping::Sequence => "Sequence",
                Grouping::Atomic => "Atomic",
            },
            Self::Unknown { name, .. } => name,
        }
    }
}
