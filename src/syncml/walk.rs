//! The two halves of an encoding: a walk over the elements of a document, and the calls that make one.
//!
//! Implemented by `xml` and `wbxml`; used by `assemble` (walk to model) and `emit` (model to calls).

use std::borrow::Cow;

use super::error::ReadError;
use super::tag::Tag;

/// What stands inside an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Child {
    /// An element of the tables.
    Known(Tag),
    /// An element of another vocabulary; [`Elements::name`] tells its name.
    Stranger,
}

/// The name of an element, as far as there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name<'a> {
    /// A name.
    Text(&'a str),
    /// A WBXML token that no table names, on its code page.
    Token(u8, u8),
}

impl std::fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(name) => f.write_str(name),
            Self::Token(page, code) => write!(f, "token-{page}-{code:02X}"),
        }
    }
}

/// A walk over a document, an element at a time. Exactly one element is the current one; a new walk stands in the root.
pub(super) trait Elements<'a> {
    /// Enters the next child of the current element; `None` leaves the current element, which has no more of them.
    fn enter(&mut self) -> Result<Option<Child>, ReadError>;

    /// Reads the current element as a text and leaves it: elements inside are skipped, blanks around are cut off.
    fn text(&mut self) -> Result<Cow<'a, str>, ReadError>;

    /// Reads the current element as octets and leaves it: nothing is cut off, markup inside stays as it was sent.
    fn octets(&mut self) -> Result<Vec<u8>, ReadError>;

    /// Leaves the current element unread.
    fn skip(&mut self) -> Result<(), ReadError>;

    /// Local name of the element entered last.
    fn name(&self) -> Name<'a>;

    /// Octets of the document that are behind.
    fn offset(&self) -> usize;

    /// As [`enter`](Self::enter), past elements of other vocabularies.
    fn enter_known(&mut self) -> Result<Option<Tag>, ReadError> {
        loop {
            match self.enter()? {
                Some(Child::Known(tag)) => return Ok(Some(tag)),
                Some(Child::Stranger) => self.skip()?,
                None => return Ok(None),
            }
        }
    }
}

/// Blanks around codes, ids and URIs. NUL counts as one: clients written in C send it behind their strings.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n' | '\0')
}

/// The characters of XML 1.0 (Char, section 2.2).
pub(super) fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Whether a text has only characters of XML.
pub(super) fn is_xml_text(text: &str) -> bool {
    text.bytes().all(|b| (0x20..0x80).contains(&b)) || text.chars().all(is_xml_char)
}

/// Takes a document, an element at a time.
pub(super) trait Sink {
    /// Starts an element.
    fn open(&mut self, tag: Tag);

    /// Ends it.
    fn close(&mut self, tag: Tag);

    /// An element without content.
    fn empty(&mut self, tag: Tag);

    /// Content of a leaf: characters of XML only.
    fn text(&mut self, text: &str);

    /// Content of a leaf. The error says what about it the encoding cannot carry.
    fn octets(&mut self, octets: &[u8]) -> Result<(), &'static str>;
}
