//! A document from one encoding into the other, element by element: for people who look at what was on the wire.
//!
//! Keeps the order and the gaps of the document, which the document model does not; leaves out attributes, comments and
//! elements that no table names. Binary Data has no place in XML, so it becomes base64 there and its Format says so
//! (OMA-TS-DM-Protocol 1.2: `b64` in XML is `bin` in WBXML). Called by the codec of `lab`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::error::{Fault, ReadError};
use super::tag::Tag;
use super::walk::{Elements, Sink, is_xml_text};
use super::{wbxml, xml};

/// Turns WBXML into XML.
pub fn to_xml(document: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut walk = wbxml::Walk::new(document, document.len())?;
    let mut root = Element::read(&mut walk)?;
    walk.finish()?;
    root.fit_for_xml();
    let mut out = Vec::new();
    root.write(&mut xml::start(root.ver_dtd(), &mut out))?;
    Ok(out)
}

/// Turns XML into WBXML.
pub fn to_wbxml(document: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut walk = xml::Walk::new(document, document.len())?;
    let root = Element::read(&mut walk)?;
    walk.finish()?;
    let mut out = Vec::new();
    root.write(&mut wbxml::start(root.ver_dtd(), &mut out))?;
    Ok(out)
}

/// An element of a document. As deep as a walk allows, so that recursion is bounded.
struct Element {
    tag: Tag,
    content: Content,
}

enum Content {
    Elements(Vec<Element>),
    Text(String),
    Octets(Vec<u8>),
}

impl Element {
    /// Reads the element in which the walk stands, which is the root.
    fn read<'a>(from: &mut impl Elements<'a>) -> Result<Self, ReadError> {
        let mut open = Vec::new();
        let (mut tag, mut inner) = (Tag::SyncML, Vec::new());
        loop {
            match from.enter_known()? {
                Some(Tag::Data) if tag == Tag::Item => {
                    inner.push(Self { tag: Tag::Data, content: Content::Octets(from.octets()?) });
                }
                Some(leaf) if leaf.is_leaf() => {
                    let text = from.text()?.into_owned();
                    if !is_xml_text(&text) {
                        return Err(Fault::Character(leaf.name()).at(from.offset()));
                    }
                    inner.push(Self { tag: leaf, content: Content::Text(text) });
                }
                Some(child) => open.push((std::mem::replace(&mut tag, child), std::mem::take(&mut inner))),
                None => {
                    let element = Self { tag, content: Content::Elements(inner) };
                    let Some((outer_tag, outer)) = open.pop() else { return Ok(element) };
                    (tag, inner) = (outer_tag, outer);
                    inner.push(element);
                }
            }
        }
    }

    fn child(&self, tag: Tag) -> Option<&Self> {
        match &self.content {
            Content::Elements(elements) => elements.iter().find(|element| element.tag == tag),
            Content::Text(_) | Content::Octets(_) => None,
        }
    }

    fn ver_dtd(&self) -> &str {
        match self.child(Tag::SyncHdr).and_then(|header| header.child(Tag::VerDTD)).map(|element| &element.content) {
            Some(Content::Text(text)) => text,
            _ => "",
        }
    }

    /// Turns Data that XML cannot carry into base64, here and inside.
    fn fit_for_xml(&mut self) {
        let Content::Elements(elements) = &mut self.content else { return };
        let mut has_binary = false;
        for element in &mut *elements {
            element.fit_for_xml();
            if let Content::Octets(octets) = &element.content
                && !std::str::from_utf8(octets).is_ok_and(is_xml_text)
            {
                element.content = Content::Text(STANDARD.encode(octets));
                has_binary = true;
            }
        }
        if has_binary {
            set_format(elements);
        }
    }

    fn write(&self, sink: &mut impl Sink) -> Result<(), ReadError> {
        match &self.content {
            Content::Text(text) if text.is_empty() => {
                sink.empty(self.tag);
                return Ok(());
            }
            Content::Octets(octets) if octets.is_empty() => {
                sink.empty(self.tag);
                return Ok(());
            }
            _ => {}
        }
        sink.open(self.tag);
        match &self.content {
            Content::Elements(elements) => elements.iter().try_for_each(|element| element.write(sink))?,
            Content::Text(text) => sink.text(text),
            Content::Octets(octets) => sink.octets(octets).map_err(|_| Fault::Character(self.tag.name()).at(0))?,
        }
        sink.close(self.tag);
        Ok(())
    }
}

/// Makes the Meta of an Item say that its Data is base64.
fn set_format(item: &mut Vec<Element>) {
    let format = || Element { tag: Tag::Format, content: Content::Text("b64".to_owned()) };
    let meta = item.iter_mut().find(|element| element.tag == Tag::Meta);
    if let Some(Content::Elements(meta)) = meta.map(|meta| &mut meta.content) {
        meta.retain(|element| element.tag != Tag::Format);
        meta.insert(0, format());
    } else {
        let before_data = item.iter().position(|element| element.tag == Tag::Data).unwrap_or_default();
        item.insert(before_data, Element { tag: Tag::Meta, content: Content::Elements(vec![format()]) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document with one Item, as WBXML: no MsgID, Data before CmdRef, raw Data.
    const SLOPPY: &[u8] = b"\x02\xA4\x01\x6A\x00\x6D\x6C\x71\x031.1\0\x01\x01\x6B\x69\x4F\x03200\0\x01\x4C\xC3\x011\x01\x01\
        \x60\x54\x4F\xC3\x03\xFF\0\x01\x01\x01\x01\x60\x54\x5A\0\x01\x47\x03bin\0\x01\x52\x033\0\x01\x01\0\0\x4F\xC3\x02\0\
        \x01\x01\x34\x01\x01\x12\x01\x01";

    #[test]
    fn a_sloppy_document_is_shown_as_it_is_and_binary_as_base64() {
        let shown = String::from_utf8(to_xml(SLOPPY).unwrap()).unwrap();
        assert_eq!(
            shown,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><SyncML xmlns='SYNCML:SYNCML1.1'><SyncHdr><VerDTD>1.1</VerDTD></SyncHdr>\
             <SyncBody><Status><Data>200</Data><CmdRef>1</CmdRef></Status><Replace><Item><Meta><Format xmlns='syncml:metinf'>\
             b64</Format></Meta><Data>/wAB</Data></Item></Replace><Replace><Item><Meta><Format xmlns='syncml:metinf'>b64\
             </Format><Size xmlns='syncml:metinf'>3</Size></Meta><Data>AAE=</Data><MoreData/></Item></Replace><Final/>\
             </SyncBody></SyncML>"
        );
    }

    #[test]
    fn what_is_shown_turns_back() {
        let shown = to_xml(SLOPPY).unwrap();
        let octets = to_wbxml(&shown).unwrap();
        assert!(octets.starts_with(b"\x02\x9F\x53\x6A\x00\x6D"));
        assert_eq!(to_xml(&octets).unwrap(), shown);
    }

    #[test]
    fn what_is_no_document_is_refused_either_way() {
        assert_eq!(to_xml(b"").unwrap_err().fault, Fault::EndsEarly);
        assert_eq!(to_wbxml(b"<a/>").unwrap_err().fault, Fault::Root);
        assert_eq!(to_wbxml(b"<SyncML/>x").unwrap_err().fault, Fault::Trailing);
        let control = b"\x02\xA4\x01\x6A\x00\x6D\x6C\x71\x03a\x02\0\x01\x01\x01";
        assert_eq!(to_xml(control).unwrap_err().fault, Fault::Character("VerDTD"));
        assert_eq!(to_xml(&[SLOPPY, b"x"].concat()).unwrap_err().fault, Fault::Trailing);
    }
}
