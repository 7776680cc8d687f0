//! Elements to XML: what `emit` says, as compact text with the two namespaces of SyncML.
//!
//! Text is escaped; a character that XML 1.0 cannot carry at all is an error. Never fails for lack of space.

use crate::syncml::document::Message;
use crate::syncml::emit;
use crate::syncml::error::WriteError;
use crate::syncml::tag::{METINF, Tag};
use crate::syncml::walk::{Sink, is_xml_text};

/// Writes a message as XML.
pub fn write(message: &Message) -> Result<Vec<u8>, WriteError> {
    let mut out = Vec::with_capacity(2048);
    write_into(message, &mut out)?;
    Ok(out)
}

/// Writes a message as XML behind what `out` holds. After an error `out` ends with a part of the message.
pub fn write_into(message: &Message, out: &mut Vec<u8>) -> Result<(), WriteError> {
    emit::message(message, &mut start(&message.header.ver_dtd, out))
}

/// Writes the XML declaration; the sink takes the rest.
pub(in crate::syncml) fn start<'o>(ver_dtd: &str, out: &'o mut Vec<u8>) -> XmlSink<'o> {
    out.extend_from_slice(br#"<?xml version="1.0" encoding="UTF-8"?>"#);
    XmlSink { out, namespace: namespace(ver_dtd) }
}

/// The root's namespace: that of the representation whose DTD the message names (OMA-SyncML-RepPro 1.1, 1.2).
fn namespace(ver_dtd: &str) -> &'static str {
    match ver_dtd {
        "1.0" => "SYNCML:SYNCML1.0",
        "1.1" => "SYNCML:SYNCML1.1",
        _ => "SYNCML:SYNCML1.2",
    }
}

/// Writes tags and characters.
pub(in crate::syncml) struct XmlSink<'o> {
    out: &'o mut Vec<u8>,
    namespace: &'static str,
}

impl XmlSink<'_> {
    fn start(&mut self, tag: Tag) {
        self.out.push(b'<');
        self.out.extend_from_slice(tag.name().as_bytes());
        if tag.page() == METINF {
            self.out.extend_from_slice(b" xmlns='syncml:metinf'");
        } else if tag == Tag::SyncML {
            self.out.extend_from_slice(b" xmlns='");
            self.out.extend_from_slice(self.namespace.as_bytes());
            self.out.push(b'\'');
        }
    }
}

impl Sink for XmlSink<'_> {
    fn open(&mut self, tag: Tag) {
        self.start(tag);
        self.out.push(b'>');
    }

    fn close(&mut self, tag: Tag) {
        self.out.extend_from_slice(b"</");
        self.out.extend_from_slice(tag.name().as_bytes());
        self.out.push(b'>');
    }

    fn empty(&mut self, tag: Tag) {
        self.start(tag);
        self.out.extend_from_slice(b"/>");
    }

    fn text(&mut self, text: &str) {
        escape(text, self.out);
    }

    fn octets(&mut self, octets: &[u8]) -> Result<(), &'static str> {
        let text = std::str::from_utf8(octets).map_err(|_| "is not UTF-8")?;
        if !is_xml_text(text) {
            return Err("holds a character that XML cannot carry");
        }
        self.text(text);
        Ok(())
    }
}

/// Writes characters as content of an element.
pub(in crate::syncml) fn escape(text: &str, out: &mut Vec<u8>) {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|b| matches!(b, b'<' | b'>' | b'&' | b'\r')) {
        let (plain, special) = rest.split_at(at);
        out.extend_from_slice(plain);
        out.extend_from_slice(match special.first() {
            Some(b'<') => b"&lt;",
            Some(b'>') => b"&gt;",
            Some(b'&') => b"&amp;",
            // A reader makes a bare one a line feed.
            _ => b"&#13;",
        });
        rest = special.get(1..).unwrap_or_default();
    }
    out.extend_from_slice(rest);
}
