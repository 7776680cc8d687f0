//! Elements to WBXML 1.2: numeric public id, no string table, strings inline, which every known peer reads.

use super::token::{
    CHARSET_UTF_8, END, HAS_CONTENT, OPAQUE, STR_I, SWITCH_PAGE, SYNCML_1_0, SYNCML_1_1, SYNCML_1_2, VERSION_1_2,
};
use crate::syncml::document::Message;
use crate::syncml::emit;
use crate::syncml::error::WriteError;
use crate::syncml::tag::Tag;
use crate::syncml::walk::{Sink, is_xml_text};

/// Writes a message as WBXML.
pub fn write(message: &Message) -> Result<Vec<u8>, WriteError> {
    let mut out = Vec::with_capacity(1024);
    write_into(message, &mut out)?;
    Ok(out)
}

/// Writes a message as WBXML behind what `out` holds. After an error `out` ends with a part of the message.
pub fn write_into(message: &Message, out: &mut Vec<u8>) -> Result<(), WriteError> {
    emit::message(message, &mut start(&message.header.ver_dtd, out))
}

/// Writes a document's header; the sink takes the rest.
pub(in crate::syncml) fn start<'o>(ver_dtd: &str, out: &'o mut Vec<u8>) -> WbxmlSink<'o> {
    out.push(VERSION_1_2);
    integer(
        match ver_dtd {
            "1.0" => SYNCML_1_0,
            "1.1" => SYNCML_1_1,
            _ => SYNCML_1_2,
        },
        out,
    );
    integer(CHARSET_UTF_8, out);
    integer(0, out);
    WbxmlSink { out, page: 0 }
}

/// Writes tokens.
pub(in crate::syncml) struct WbxmlSink<'o> {
    out: &'o mut Vec<u8>,
    page: u8,
}

impl WbxmlSink<'_> {
    fn tag(&mut self, tag: Tag, flags: u8) {
        if tag.page() != self.page {
            self.page = tag.page();
            self.out.extend_from_slice(&[SWITCH_PAGE, self.page]);
        }
        self.out.push(tag.code() | flags);
    }
}

impl Sink for WbxmlSink<'_> {
    fn open(&mut self, tag: Tag) {
        self.tag(tag, HAS_CONTENT);
    }

    fn close(&mut self, _: Tag) {
        self.out.push(END);
    }

    fn empty(&mut self, tag: Tag) {
        self.tag(tag, 0);
    }

    fn text(&mut self, text: &str) {
        self.out.push(STR_I);
        self.out.extend_from_slice(text.as_bytes());
        self.out.push(0);
    }

    fn octets(&mut self, octets: &[u8]) -> Result<(), &'static str> {
        match std::str::from_utf8(octets) {
            Ok(text) if is_xml_text(text) => self.text(text),
            _ => {
                let length = u32::try_from(octets.len()).map_err(|_| "is longer than a document can say")?;
                self.out.push(OPAQUE);
                integer(length, self.out);
                self.out.extend_from_slice(octets);
            }
        }
        Ok(())
    }
}

/// Writes a mb_u_int32.
fn integer(value: u32, out: &mut Vec<u8>) {
    for shift in [28, 21, 14, 7] {
        if value >> shift != 0 {
            out.push(0x80 | (value >> shift & 0x7F) as u8);
        }
    }
    out.push((value & 0x7F) as u8);
}
