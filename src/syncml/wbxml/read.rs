//! WBXML to elements: a bounded walk over tokens, with no recursion.
//!
//! The code page is a state of the token stream (not of elements), which makes both habits of switching pages the same.
//! Attributes, processing instructions and extension tokens mean nothing in SyncML and are passed over.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::octets::Octets;
use super::token::{
    END, ENTITY, EXT_0, EXT_2, EXT_I_0, EXT_I_2, EXT_T_0, EXT_T_2, HAS_ATTRIBUTES, HAS_CONTENT, LITERAL, OPAQUE, PI,
    STR_I, STR_T, SWITCH_PAGE, TAG,
};
use crate::limits;
use crate::syncml::assemble;
use crate::syncml::document::Message;
use crate::syncml::error::{Fault, ReadError};
use crate::syncml::tag::{self, DMDDF, METINF, Tag};
use crate::syncml::walk::{Child, Elements, Name, is_blank, is_xml_char, is_xml_text};
use crate::syncml::xml;

/// Reads a document. Data keeps its octets whatever they were written as; markup in Data (elements of a management tree)
/// is turned into the octets that it has in XML, a nested WBXML document is left as it is.
pub fn read(document: &[u8]) -> Result<Message, ReadError> {
    read_within(document, document.len())
}

/// As [`read`], but no more than so many pieces of markup: elements, entities, references to the string table, extensions.
/// They are what reading spends its time on.
pub fn read_within(document: &[u8], pieces: usize) -> Result<Message, ReadError> {
    let mut walk = Walk::new(document, pieces)?;
    let message = assemble::message(&mut walk)?;
    walk.finish()?;
    Ok(message)
}

/// The walk.
pub(in crate::syncml) struct Walk<'a> {
    octets: Octets<'a>,
    /// The code page for the next tag.
    page: u8,
    /// Pieces of markup so far, and how many there may be.
    pieces: usize,
    limit: usize,
    /// Open elements.
    depth: usize,
    /// The current element has no content: it has ended where it began.
    ended: bool,
    /// Octets of strings that may still be given out: references to the string table multiply.
    strings_left: usize,
    /// The element entered last.
    entered: Entered<'a>,
}

/// What a tag token says.
#[derive(Clone, Copy)]
struct Entered<'a> {
    page: u8,
    code: u8,
    /// Its name, if any table has one.
    name: Option<&'a str>,
    child: Child,
}

/// What stands in an element.
enum Piece<'a> {
    Open,
    Close,
    Text(Cow<'a, [u8]>),
    Opaque(&'a [u8]),
}

impl<'a> Walk<'a> {
    /// Reads the header and stands in the root element.
    pub(in crate::syncml) fn new(document: &'a [u8], pieces: usize) -> Result<Self, ReadError> {
        let octets = Octets::new(document)?;
        let mut walk = Self {
            octets,
            page: 0,
            pieces: 0,
            limit: pieces,
            depth: 0,
            ended: false,
            strings_left: limits::DOCUMENT_OCTETS,
            entered: Entered { page: 0, code: 0, name: None, child: Child::Stranger },
        };
        match walk.piece()? {
            Piece::Open if walk.entered.child == Child::Known(Tag::SyncML) => Ok(walk),
            Piece::Open => Err(walk.fault(Fault::Root)),
            _ => Err(walk.fault(Fault::IllFormed("no element at the start"))),
        }
    }

    /// Checks that nothing but processing instructions and filling zeros follows the root element.
    pub(in crate::syncml) fn finish(mut self) -> Result<(), ReadError> {
        while let Some(token) = self.octets.next() {
            match token {
                PI => self.skip_attributes()?,
                0 => {}
                _ => return Err(self.fault(Fault::Trailing)),
            }
        }
        Ok(())
    }

    fn fault(&self, fault: Fault) -> ReadError {
        self.octets.fault(fault)
    }

    /// The next tag, end or string.
    fn piece(&mut self) -> Result<Piece<'a>, ReadError> {
        if std::mem::take(&mut self.ended) {
            return Ok(self.close());
        }
        loop {
            let token = self.octets.octet()?;
            if !matches!(token, SWITCH_PAGE | END | STR_I | OPAQUE) {
                if self.pieces == self.limit {
                    return Err(self.fault(Fault::Limit { what: "pieces of markup", limit: self.limit }));
                }
                self.pieces += 1;
            }
            match token {
                SWITCH_PAGE => self.page = self.octets.octet()?,
                END => return Ok(self.close()),
                ENTITY => {
                    let number = self.octets.integer()?;
                    let c = char::from_u32(number).filter(|&c| is_xml_char(c));
                    let c = c.ok_or_else(|| self.fault(Fault::Entity))?;
                    self.spend(c.len_utf8())?;
                    return Ok(Piece::Text(Cow::Owned(c.to_string().into_bytes())));
                }
                STR_I => {
                    let string = self.octets.inline_string()?;
                    self.spend(string.len())?;
                    return Ok(Piece::Text(Cow::Borrowed(string)));
                }
                STR_T => {
                    let index = self.octets.integer()?;
                    let string = self.octets.table_string(index)?;
                    self.spend(string.len())?;
                    return Ok(Piece::Text(Cow::Borrowed(string)));
                }
                OPAQUE => {
                    let length = self.octets.length()?;
                    let octets = self.octets.take(length)?;
                    self.spend(octets.len())?;
                    return Ok(Piece::Opaque(octets));
                }
                PI => self.skip_attributes()?,
                EXT_I_0..=EXT_I_2 => drop(self.octets.inline_string()?),
                EXT_T_0..=EXT_T_2 => drop(self.octets.integer()?),
                EXT_0..=EXT_2 => {}
                token => return self.open(token).map(|()| Piece::Open),
            }
        }
    }

    fn close(&mut self) -> Piece<'a> {
        self.depth = self.depth.saturating_sub(1);
        Piece::Close
    }

    /// Counts octets of strings that are given out.
    fn spend(&mut self, octets: usize) -> Result<(), ReadError> {
        let limit = limits::DOCUMENT_OCTETS;
        let left = self.strings_left.checked_sub(octets);
        self.strings_left = left.ok_or_else(|| self.fault(Fault::Limit { what: "octets of strings", limit }))?;
        Ok(())
    }

    fn open(&mut self, token: u8) -> Result<(), ReadError> {
        let limit = limits::XML_DEPTH;
        if self.depth >= limit {
            return Err(self.fault(Fault::Limit { what: "depth of elements", limit }));
        }
        self.depth += 1;
        let (page, code) = (self.page, token & TAG);
        let known = |tag: Option<Tag>| tag.map_or(Child::Stranger, Child::Known);
        self.entered = if code == LITERAL {
            let index = self.octets.integer()?;
            let name = self.octets.table_string(index)?;
            self.spend(name.len())?;
            let name = std::str::from_utf8(name).map_err(|_| self.fault(Fault::Encoding))?;
            Entered { page, code, name: Some(name), child: known(Tag::from_name(name)) }
        } else {
            Entered { page, code, name: tag::name(page, code), child: known(Tag::from_code(page, code)) }
        };
        if token & HAS_ATTRIBUTES != 0 {
            self.skip_attributes()?;
        }
        self.ended = token & HAS_CONTENT == 0;
        Ok(())
    }

    /// Passes over attributes up to their END.
    fn skip_attributes(&mut self) -> Result<(), ReadError> {
        loop {
            match self.octets.octet()? {
                END => return Ok(()),
                SWITCH_PAGE => drop(self.octets.octet()?),
                STR_I | EXT_I_0..=EXT_I_2 => drop(self.octets.inline_string()?),
                ENTITY | LITERAL | STR_T | EXT_T_0..=EXT_T_2 => drop(self.octets.integer()?),
                OPAQUE => {
                    let length = self.octets.length()?;
                    self.octets.take(length)?;
                }
                PI => return Err(self.fault(Fault::IllFormed("a processing instruction among attributes"))),
                _ => {}
            }
        }
    }

    /// Reads the current element to its end, elements inside as the markup that XML has for them or not at all.
    fn content(&mut self, keep_markup: bool) -> Result<Content<'a>, ReadError> {
        let mut content = Content { octets: Cow::Borrowed(&[]), has_opaque: false };
        loop {
            match self.piece()? {
                Piece::Close => return Ok(content),
                Piece::Text(text) => content.append(text),
                Piece::Opaque(octets) => {
                    content.append(Cow::Borrowed(octets));
                    content.has_opaque = true;
                }
                Piece::Open if keep_markup => self.markup(content.octets.to_mut())?,
                Piece::Open => self.skip()?,
            }
        }
    }

    /// Reads the current element, and all in it, as markup. Elements without a name are left out.
    fn markup(&mut self, out: &mut Vec<u8>) -> Result<(), ReadError> {
        let outside = self.depth - 1;
        let mut open: Vec<(&'a str, u8)> = Vec::new();
        let mut piece = Piece::Open;
        loop {
            match piece {
                Piece::Open => match self.entered.name.filter(|name| is_plain_name(name)) {
                    Some(name) => {
                        let outer = open.last().map(|&(_, page)| page);
                        let page = self.entered.page;
                        open_markup(name, (outer != Some(page)).then_some(page), out);
                        open.push((name, page));
                    }
                    None => self.skip()?,
                },
                Piece::Close => {
                    if let Some((name, _)) = open.pop() {
                        out.extend_from_slice(b"</");
                        out.extend_from_slice(name.as_bytes());
                        out.push(b'>');
                    }
                }
                Piece::Text(text) => self.markup_text(&text, out)?,
                Piece::Opaque(octets) => self.markup_text(octets, out)?,
            }
            if self.depth == outside {
                return Ok(());
            }
            piece = self.piece()?;
        }
    }

    fn markup_text(&self, octets: &[u8], out: &mut Vec<u8>) -> Result<(), ReadError> {
        match std::str::from_utf8(octets) {
            Ok(text) if is_xml_text(text) => {
                xml::escape(text, out);
                Ok(())
            }
            _ => Err(self.fault(Fault::Character("markup in Data"))),
        }
    }
}

impl<'a> Elements<'a> for Walk<'a> {
    fn enter(&mut self) -> Result<Option<Child>, ReadError> {
        loop {
            match self.piece()? {
                Piece::Open => return Ok(Some(self.entered.child)),
                Piece::Close => return Ok(None),
                Piece::Text(_) | Piece::Opaque(_) => {}
            }
        }
    }

    fn text(&mut self) -> Result<Cow<'a, str>, ReadError> {
        let may_be_raw = matches!(self.entered.child, Child::Known(Tag::NextNonce | Tag::Data));
        let content = self.content(false)?;
        let text = match content.octets {
            Cow::Borrowed(octets) => std::str::from_utf8(octets).map(|text| Cow::Borrowed(text.trim_matches(is_blank))),
            Cow::Owned(ref octets) => {
                std::str::from_utf8(octets).map(|text| Cow::Owned(text.trim_matches(is_blank).to_owned()))
            }
        };
        // A nonce or a credential as it is, where the model has base64 text.
        let is_raw = may_be_raw && content.has_opaque && !text.as_ref().is_ok_and(|text| is_xml_text(text));
        if is_raw {
            return Ok(Cow::Owned(STANDARD.encode(&content.octets)));
        }
        text.map_err(|_| self.fault(Fault::Encoding))
    }

    fn octets(&mut self) -> Result<Vec<u8>, ReadError> {
        Ok(self.content(true)?.octets.into_owned())
    }

    fn skip(&mut self) -> Result<(), ReadError> {
        let outside = self.depth - 1;
        while self.depth > outside {
            self.piece()?;
        }
        Ok(())
    }

    fn name(&self) -> Name<'a> {
        let Entered { page, code, name, .. } = self.entered;
        name.map_or(Name::Token(page, code), Name::Text)
    }

    fn offset(&self) -> usize {
        self.octets.offset()
    }
}

/// Content of a leaf.
struct Content<'a> {
    octets: Cow<'a, [u8]>,
    /// Whether some of it was OPAQUE.
    has_opaque: bool,
}

impl<'a> Content<'a> {
    fn append(&mut self, piece: Cow<'a, [u8]>) {
        if self.octets.is_empty() {
            self.octets = piece;
        } else {
            self.octets.to_mut().extend_from_slice(&piece);
        }
    }
}

/// Names of the string table that can stand in markup.
fn is_plain_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}

/// Writes a start tag, with the namespace of a page where the page is a new one.
fn open_markup(name: &str, new_page: Option<u8>, out: &mut Vec<u8>) {
    out.push(b'<');
    out.extend_from_slice(name.as_bytes());
    let namespace = match new_page {
        Some(0) => " xmlns='SYNCML:SYNCML1.2'",
        Some(METINF) => " xmlns='syncml:metinf'",
        Some(DMDDF) => " xmlns='syncml:dmddf1.2'",
        _ => "",
    };
    out.extend_from_slice(namespace.as_bytes());
    out.push(b'>');
}
