//! XML to elements: a bounded walk on quick-xml's pull reader, which appears in no other file.
//!
//! quick-xml checks tags, names, quotes and UTF-8. Added here, since it does not: one root, the end of the document,
//! depth, references, DOCTYPE and the declared encoding. Entities are never expanded, attributes and prefixes never
//! looked at: the local name decides. Nothing is fetched or opened.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};

use crate::limits;
use crate::syncml::assemble;
use crate::syncml::document::Message;
use crate::syncml::error::{Fault, ReadError};
use crate::syncml::tag::Tag;
use crate::syncml::walk::{Child, Elements, Name, is_blank, is_xml_char};

/// Reads a document. Takes elements in any order, blanks around codes, ids and URIs, and Data as text, CDATA or markup
/// (kept as its octets); skips elements that it does not know.
pub fn read(document: &[u8]) -> Result<Message, ReadError> {
    read_within(document, document.len())
}

/// As [`read`], but no more than so many pieces of markup: elements, references, comments, sections. They are what reading
/// spends its time on.
pub fn read_within(document: &[u8], pieces: usize) -> Result<Message, ReadError> {
    let mut walk = Walk::new(document, pieces)?;
    let message = assemble::message(&mut walk)?;
    walk.finish()?;
    Ok(message)
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What content keeps of the elements inside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inner {
    Keep,
    Skip,
}

/// The walk. `input` is the document without its byte order mark, `base` the length of that.
pub(in crate::syncml) struct Walk<'a> {
    reader: Reader<&'a [u8]>,
    input: &'a [u8],
    base: usize,
    /// Where the last event began, from the start of `input`.
    event_start: usize,
    /// Pieces of markup so far, and how many there may be.
    pieces: usize,
    limit: usize,
    /// Open elements.
    depth: usize,
    /// The current element was written as `<Name/>`: it has ended where it began.
    ended: bool,
    /// Where the name of the element entered last stands.
    name_start: usize,
    /// Whether a carriage return stands anywhere: only then are line ends looked at.
    has_returns: bool,
}

impl<'a> Walk<'a> {
    /// Reads the prolog and stands in the root element.
    pub(in crate::syncml) fn new(document: &'a [u8], pieces: usize) -> Result<Self, ReadError> {
        let limit = limits::DOCUMENT_OCTETS;
        if document.len() > limit {
            return Err(Fault::Limit { what: "octets of a document", limit }.at(limit));
        }
        let input = document.strip_prefix(BYTE_ORDER_MARK).unwrap_or(document);
        let mut walk = Self {
            reader: Reader::from_reader(input),
            input,
            base: document.len() - input.len(),
            event_start: 0,
            pieces: 0,
            limit: pieces,
            depth: 0,
            ended: false,
            name_start: 0,
            has_returns: input.contains(&b'\r'),
        };
        walk.prolog()?;
        Ok(walk)
    }

    fn prolog(&mut self) -> Result<(), ReadError> {
        let mut has_doctype = false;
        loop {
            match self.next()? {
                Event::Start(start) => return self.root(&start, false),
                Event::Empty(start) => return self.root(&start, true),
                Event::Decl(declaration) => self.check_encoding(&declaration)?,
                Event::DocType(text) if text.contains('[') => return Err(self.fault(Fault::InternalSubset)),
                Event::DocType(_) if has_doctype => return Err(self.ill_formed("a second DOCTYPE")),
                Event::DocType(_) => has_doctype = true,
                Event::Comment(_) | Event::PI(_) => {}
                Event::Text(text) if text.chars().all(is_blank) => {}
                Event::Eof => return Err(self.fault(Fault::EndsEarly)),
                Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) | Event::End(_) => {
                    return Err(self.ill_formed("no element at the start"));
                }
            }
        }
    }

    fn root(&mut self, start: &BytesStart<'a>, ended: bool) -> Result<(), ReadError> {
        match self.open(start, ended)? {
            Child::Known(Tag::SyncML) => Ok(()),
            _ => Err(self.fault(Fault::Root)),
        }
    }

    /// Checks that nothing but blanks and comments follows the root element.
    pub(in crate::syncml) fn finish(mut self) -> Result<(), ReadError> {
        loop {
            match self.next()? {
                Event::Eof => return Ok(()),
                Event::Comment(_) | Event::PI(_) => {}
                Event::Text(text) if text.chars().all(is_blank) => {}
                _ => return Err(self.fault(Fault::Trailing)),
            }
        }
    }

    fn next(&mut self) -> Result<Event<'a>, ReadError> {
        self.event_start = self.position();
        let event = self.reader.read_event().map_err(|error| {
            let fault = match error {
                Error::Encoding(_) => Fault::Encoding,
                Error::Syntax(_) => Fault::IllFormed("markup without its end"),
                Error::IllFormed(_) => Fault::IllFormed("tags or references that do not match"),
                _ => Fault::IllFormed("broken markup"),
            };
            self.fault(fault)
        })?;
        if !matches!(event, Event::Text(_) | Event::End(_) | Event::Eof) {
            if self.pieces == self.limit {
                return Err(self.fault(Fault::Limit { what: "pieces of markup", limit: self.limit }));
            }
            self.pieces += 1;
        }
        Ok(event)
    }

    fn position(&self) -> usize {
        // The input is a slice: its positions fit.
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn fault(&self, fault: Fault) -> ReadError {
        fault.at(self.base + self.event_start)
    }

    fn ill_formed(&self, rule: &'static str) -> ReadError {
        self.fault(Fault::IllFormed(rule))
    }

    fn check_encoding(&self, declaration: &BytesDecl<'a>) -> Result<(), ReadError> {
        if self.event_start != 0 {
            return Err(self.ill_formed("an XML declaration that is not the first thing"));
        }
        match declaration.encoding() {
            None => Ok(()),
            Some(Ok(name)) if name.eq_ignore_ascii_case("UTF-8") || name.eq_ignore_ascii_case("US-ASCII") => Ok(()),
            Some(Ok(_)) => Err(self.fault(Fault::Encoding)),
            Some(Err(_)) => Err(self.ill_formed("the XML declaration")),
        }
    }

    /// Takes a tag as the current element, whatever it is.
    fn descend(&mut self, start: &BytesStart<'a>, ended: bool) -> Result<(), ReadError> {
        if self.depth >= limits::XML_DEPTH {
            return Err(self.fault(Fault::Limit { what: "depth of elements", limit: limits::XML_DEPTH }));
        }
        if start.name().0.is_empty() {
            return Err(self.ill_formed("an element without a name"));
        }
        self.depth += 1;
        self.ended = ended;
        Ok(())
    }

    /// Takes a tag as the current element, and finds out what it is.
    fn open(&mut self, start: &BytesStart<'a>, ended: bool) -> Result<Child, ReadError> {
        self.descend(start, ended)?;
        self.name_start = self.event_start + 1;
        let name = start.name().0;
        // Most documents have no prefixes: looking for one first would cost every element.
        Ok(Tag::from_name(name).or_else(|| Tag::from_name(local(name))).map_or(Child::Stranger, Child::Known))
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    /// The character that a reference stands for: one by its number, or one of the five that XML names.
    fn resolve(&self, reference: &BytesRef<'a>) -> Result<char, ReadError> {
        let c = match &**reference {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "apos" => Some('\''),
            "quot" => Some('"'),
            _ => reference.resolve_char_ref().ok().flatten().filter(|&c| is_xml_char(c)),
        };
        c.ok_or_else(|| self.fault(Fault::Entity))
    }

    /// Refuses what cannot stand inside an element.
    fn check_inside(&self, event: &Event<'a>) -> Result<(), ReadError> {
        match event {
            Event::Eof => Err(self.fault(Fault::EndsEarly)),
            Event::Decl(_) => Err(self.ill_formed("an XML declaration inside an element")),
            Event::DocType(_) => Err(self.ill_formed("a DOCTYPE inside an element")),
            Event::GeneralRef(reference) => self.resolve(reference).map(drop),
            _ => Ok(()),
        }
    }

    /// Reads the current element to its end.
    fn content(&mut self, inner: Inner) -> Result<Cow<'a, str>, ReadError> {
        let mut content = Cow::Borrowed("");
        if std::mem::take(&mut self.ended) {
            self.leave();
            return Ok(content);
        }
        loop {
            match self.next()? {
                Event::Text(text) => self.append(&mut content, text.into_inner()),
                Event::CData(text) => self.append(&mut content, text.into_inner()),
                Event::GeneralRef(reference) => content.to_mut().push(self.resolve(&reference)?),
                Event::Start(start) => self.nested(&start, false, inner, &mut content)?,
                Event::Empty(start) => self.nested(&start, true, inner, &mut content)?,
                Event::End(_) => {
                    self.leave();
                    return Ok(content);
                }
                other => self.check_inside(&other)?,
            }
        }
    }

    /// Adds a piece of text, its line ends made one line feed (XML 1.0 section 2.11).
    fn append(&self, content: &mut Cow<'a, str>, mut piece: Cow<'a, str>) {
        if self.has_returns && piece.contains('\r') {
            piece = Cow::Owned(piece.replace("\r\n", "\n").replace('\r', "\n"));
        }
        if content.is_empty() {
            *content = piece;
        } else {
            content.to_mut().push_str(&piece);
        }
    }

    fn nested(
        &mut self,
        start: &BytesStart<'a>,
        ended: bool,
        inner: Inner,
        content: &mut Cow<'a, str>,
    ) -> Result<(), ReadError> {
        let from = self.event_start;
        self.descend(start, ended)?;
        self.skip()?;
        if inner == Inner::Keep {
            let markup = self.input.get(from..self.position()).unwrap_or_default();
            self.append(content, Cow::Borrowed(std::str::from_utf8(markup).map_err(|_| self.fault(Fault::Encoding))?));
        }
        Ok(())
    }
}

impl<'a> Elements<'a> for Walk<'a> {
    fn enter(&mut self) -> Result<Option<Child>, ReadError> {
        if std::mem::take(&mut self.ended) {
            self.leave();
            return Ok(None);
        }
        loop {
            match self.next()? {
                Event::Start(start) => return self.open(&start, false).map(Some),
                Event::Empty(start) => return self.open(&start, true).map(Some),
                Event::End(_) => {
                    self.leave();
                    return Ok(None);
                }
                other => self.check_inside(&other)?,
            }
        }
    }

    fn text(&mut self) -> Result<Cow<'a, str>, ReadError> {
        Ok(match self.content(Inner::Skip)? {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches(is_blank)),
            Cow::Owned(text) => Cow::Owned(text.trim_matches(is_blank).to_owned()),
        })
    }

    fn octets(&mut self) -> Result<Vec<u8>, ReadError> {
        Ok(self.content(Inner::Keep)?.into_owned().into_bytes())
    }

    fn skip(&mut self) -> Result<(), ReadError> {
        let outside = self.depth - 1;
        while self.depth > outside {
            if std::mem::take(&mut self.ended) {
                self.leave();
                continue;
            }
            match self.next()? {
                Event::Start(start) => self.descend(&start, false)?,
                Event::Empty(start) => self.descend(&start, true)?,
                Event::End(_) => self.leave(),
                other => self.check_inside(&other)?,
            }
        }
        Ok(())
    }

    fn name(&self) -> Name<'a> {
        let name = self.input.get(self.name_start..).unwrap_or_default();
        let end =
            name.iter().position(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n' | b'/' | b'>')).unwrap_or(name.len());
        Name::Text(local(std::str::from_utf8(name.get(..end).unwrap_or_default()).unwrap_or_default()))
    }

    fn offset(&self) -> usize {
        self.base + self.event_start
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
