//! Tags and lengths (X.690, as T1.114.3 uses them): elements one after another, in octets that are there already.
//!
//! Lengths are definite: the short form, and the long form with as many octets as the sender likes. The indefinite form is refused: it
//! needs a constructed element, parameters of ANSI-41 are primitive, and nobody who knows a length in advance writes it so; refusing it
//! keeps what is carried through unread free of markers that would have to be counted. What is written has the shortest length.

use crate::limits::TAG_NUMBER;

/// Class, form and number of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag {
    /// 0 universal, 1 application, 2 context, 3 private.
    pub class: u8,
    /// Whether elements are inside.
    pub constructed: bool,
    /// At most [`TAG_NUMBER`].
    pub number: u32,
}

impl Tag {
    /// Primitive, of the context class: a parameter.
    pub const fn context(number: u32) -> Self {
        Self { class: 2, constructed: false, number }
    }

    /// Primitive, of the private class: a field of TCAP.
    pub(super) const fn private(number: u32) -> Self {
        Self { class: 3, constructed: false, number }
    }

    /// Constructed, of the private class: a part of TCAP.
    pub(super) const fn part(number: u32) -> Self {
        Self { class: 3, constructed: true, number }
    }
}

/// Octets that are no element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} at octet {offset}")]
pub struct BerError {
    /// What is wrong there.
    pub what: &'static str,
    /// Octets before it, counted from the start of what was being read.
    pub offset: usize,
}

/// Takes elements off the front of some octets.
#[derive(Clone, Debug)]
pub(super) struct Elements<'a> {
    rest: &'a [u8],
    offset: usize,
}

/// A tag, and what is inside.
#[derive(Clone, Debug)]
pub(super) struct Element<'a> {
    pub(super) tag: Tag,
    /// Where the tag is.
    pub(super) offset: usize,
    pub(super) content: Elements<'a>,
}

impl<'a> Element<'a> {
    pub(super) fn octets(&self) -> &'a [u8] {
        self.content.rest
    }
}

impl<'a> Elements<'a> {
    pub(super) fn new(octets: &'a [u8]) -> Self {
        Self { rest: octets, offset: 0 }
    }

    /// Octets read so far, counted from the start of everything.
    pub(super) fn offset(&self) -> usize {
        self.offset
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next element, `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Element<'a>>, BerError> {
        let start = self.offset;
        if self.is_empty() {
            return Ok(None);
        }
        let tag = self.tag()?;
        let length = self.length()?;
        let Some((content, rest)) = self.rest.split_at_checked(length) else {
            return Err(self.error("fewer octets than the length says"));
        };
        let content = Self { rest: content, offset: self.offset };
        self.offset += length;
        self.rest = rest;
        Ok(Some(Element { tag, offset: start, content }))
    }

    /// The next element if it has this tag.
    pub(super) fn take(&mut self, tag: Tag) -> Result<Option<Element<'a>>, BerError> {
        if self.clone().tag() == Ok(tag) { self.next() } else { Ok(None) }
    }

    /// The next element, with as much of its content as there is: all that is left, whatever its length says.
    pub(super) fn next_clipped(&mut self) -> Option<Element<'a>> {
        let start = self.offset;
        let tag = self.tag().ok()?;
        // A length that is none is passed over as far as it goes.
        let _ = self.length();
        Some(Element { tag, offset: start, content: self.clone() })
    }

    fn tag(&mut self) -> Result<Tag, BerError> {
        let first = self.octet().ok_or_else(|| self.error("no tag"))?;
        let number = match first & 0x1f {
            0x1f => self.high_number()?,
            low => low.into(),
        };
        Ok(Tag { class: first >> 6, constructed: first & 0x20 != 0, number })
    }

    fn octet(&mut self) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        self.offset += 1;
        Some(first)
    }

    /// A number of 31 or more: seven bits in each octet, the top one says whether more follow.
    fn high_number(&mut self) -> Result<u32, BerError> {
        let mut number = 0;
        loop {
            let octet = self.octet().ok_or_else(|| self.error("the tag goes on behind the end"))?;
            if number == 0 && octet == 0x80 {
                return Err(self.error("a tag that begins with nothing"));
            }
            number = number << 7 | u32::from(octet & 0x7f);
            if number > TAG_NUMBER {
                return Err(self.error("a tag of too many octets"));
            }
            if octet & 0x80 == 0 {
                return if number < 31 { Err(self.error("a small tag in the long form")) } else { Ok(number) };
            }
        }
    }

    fn length(&mut self) -> Result<usize, BerError> {
        let short = |octet: u8| (octet < 0x80).then_some(usize::from(octet));
        let first = self.octet().ok_or_else(|| self.error("no length"))?;
        if let Some(length) = short(first) {
            return Ok(length);
        }
        match first {
            0x80 => Err(self.error("an indefinite length")),
            0xff => Err(self.error("a reserved length")),
            _ => (0..first & 0x7f).try_fold(0_usize, |length, _| {
                let octet = self.octet().ok_or_else(|| self.error("the length goes on behind the end"))?;
                // What has more is behind the end whatever its value is.
                Ok(length.saturating_mul(256).saturating_add(octet.into()))
            }),
        }
    }

    fn error(&self, what: &'static str) -> BerError {
        BerError { what, offset: self.offset }
    }
}

/// Writes an element of octets that are there.
pub(super) fn put(out: &mut Vec<u8>, tag: Tag, content: &[u8]) {
    put_tag(out, tag);
    put_length(out, content.len());
    out.extend_from_slice(content);
}

/// Writes an element with whatever `inside` writes.
pub(super) fn put_with(out: &mut Vec<u8>, tag: Tag, inside: impl FnOnce(&mut Vec<u8>)) {
    put_tag(out, tag);
    let start = out.len();
    inside(out);
    let length = out.len() - start;
    let mut head = Vec::with_capacity(5);
    put_length(&mut head, length);
    out.splice(start..start, head);
}

fn put_tag(out: &mut Vec<u8>, tag: Tag) {
    let lead = tag.class << 6 | u8::from(tag.constructed) << 5;
    if tag.number < 31 {
        out.push(lead | tag.number as u8);
        return;
    }
    out.push(lead | 0x1f);
    for shift in (0..5).rev().map(|seven| seven * 7) {
        let more = u8::from(shift > 0) << 7;
        if shift == 0 || tag.number >> shift != 0 {
            out.push(more | (tag.number >> shift & 0x7f) as u8);
        }
    }
}

fn put_length(out: &mut Vec<u8>, length: usize) {
    if length < 0x80 {
        out.push(length as u8);
        return;
    }
    let octets = length.to_be_bytes();
    let zeros = octets.iter().take_while(|octet| **octet == 0).count();
    out.push(0x80 | (octets.len() - zeros) as u8);
    out.extend_from_slice(&octets[zeros..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(octets: &[u8]) -> Result<(Tag, Vec<u8>), &'static str> {
        let mut elements = Elements::new(octets);
        let element = elements.next().map_err(|error| error.what)?.ok_or("nothing")?;
        assert!(elements.is_empty() && elements.offset() == octets.len());
        Ok((element.tag, element.octets().to_vec()))
    }

    #[test]
    fn tags_of_every_length_come_back() {
        for number in [0, 8, 30, 31, 105, 127, 128, 181, 390, 16_383, 16_384, TAG_NUMBER] {
            let mut octets = Vec::new();
            put(&mut octets, Tag::context(number), &[1, 2]);
            assert_eq!(read(&octets), Ok((Tag::context(number), vec![1, 2])), "{octets:02x?}");
        }
        let mut octets = Vec::new();
        put(&mut octets, Tag::context(128), &[]);
        assert_eq!(octets, [0x9f, 0x81, 0, 0]);
    }

    #[test]
    fn lengths_of_every_form_are_read_and_the_shortest_is_written() {
        for (length, head) in
            [(0, &[0_u8][..]), (127, &[0x7f]), (128, &[0x81, 0x80]), (256, &[0x82, 1, 0]), (65_536, &[0x83, 1, 0, 0])]
        {
            let mut wanted = vec![0xe9];
            wanted.extend(head);
            wanted.extend(vec![7; length]);
            let mut written = Vec::new();
            put_with(&mut written, Tag::part(9), |out| out.extend(vec![7; length]));
            assert_eq!(written, wanted);
            assert_eq!(read(&wanted), Ok((Tag::part(9), vec![7; length])));
        }
        for long in
            [&[0xcf, 0x81, 1, 5][..], &[0xcf, 0x84, 0, 0, 0, 1, 5], &[0xcf, 0x8a, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 5]]
        {
            assert_eq!(read(long), Ok((Tag::private(15), vec![5])));
        }
    }

    #[test]
    fn what_is_no_element_is_refused_at_its_place() {
        for (octets, what, offset) in [
            (&[0xe8, 0x80, 0, 0][..], "an indefinite length", 2),
            (&[0xe8, 0xff], "a reserved length", 2),
            (&[0xe8], "no length", 1),
            (&[0xe8, 0x82, 1], "the length goes on behind the end", 3),
            (&[0xe8, 2, 1], "fewer octets than the length says", 2),
            (&[0xe8, 0x89, 255, 255, 255, 255, 255, 255, 255, 255, 255], "fewer octets than the length says", 11),
            (&[0x9f], "the tag goes on behind the end", 1),
            (&[0x9f, 0x80, 1, 0], "a tag that begins with nothing", 2),
            (&[0x9f, 8, 0], "a small tag in the long form", 2),
            (&[0x9f, 0xff, 0xff, 0xff, 0xff, 1, 0], "a tag of too many octets", 5),
        ] {
            assert_eq!(Elements::new(octets).next().err(), Some(BerError { what, offset }), "{octets:02x?}");
        }
    }
}
