//! What can be wrong with a document, and where. Names elements and offsets, never what a document holds: it may be secret.

/// Why octets are no document. Always the sender's fault; the sender gets no more than "cannot be parsed".
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault}, at octet {offset}")]
pub struct ReadError {
    /// What is wrong.
    pub fault: Fault,
    /// Where it was noticed: octets from the start of the body.
    pub offset: usize,
}

/// What is wrong with a document that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The octets are not UTF-8, or the document declares another character set.
    #[error("not UTF-8")]
    Encoding,
    /// Not well-formed; the text says which rule of the encoding is broken.
    #[error("ill-formed document: {0}")]
    IllFormed(&'static str),
    /// The document ends before its root element does.
    #[error("the document ends early")]
    EndsEarly,
    /// The root element is not `SyncML`.
    #[error("the root element is not SyncML")]
    Root,
    /// Something follows the root element.
    #[error("more follows the root element")]
    Trailing,
    /// A document type with an internal subset: it could define entities.
    #[error("DOCTYPE with an internal subset")]
    InternalSubset,
    /// An entity other than the five of XML, or a reference to no character.
    #[error("unknown entity")]
    Entity,
    /// An element that every message has is not there.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// An element that a message has once is there again.
    #[error("{0} stands twice")]
    Twice(&'static str),
    /// Content that must be a decimal number up to 4294967295 is not.
    #[error("{0} is not a number")]
    Number(&'static str),
    /// Text outside Data holds a character that XML 1.0 does not allow.
    #[error("{0} holds a control character")]
    Character(&'static str),
    /// More of something than `limits` allows.
    #[error("{what} above the limit of {limit}")]
    Limit {
        /// What there is too much of.
        what: &'static str,
        /// The most that is taken.
        limit: usize,
    },
}

impl Fault {
    pub(super) fn at(self, offset: usize) -> ReadError {
        ReadError { fault: self, offset }
    }
}

/// Why a message cannot be written: our own caller put something into it that the encoding cannot carry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{command} with CmdID {cmd_id}: {element} {cause}")]
pub struct WriteError {
    /// Name of the command, or `SyncHdr`.
    pub command: String,
    /// Its CmdID; 0 for `SyncHdr`.
    pub cmd_id: u32,
    /// The element whose content is at fault.
    pub element: &'static str,
    /// What is wrong with it.
    pub cause: &'static str,
}
