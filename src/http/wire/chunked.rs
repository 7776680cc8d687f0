//! A chunked body, decoded while it arrives (section 7.1).

use super::WireError;
use crate::limits;

/// Reads one chunked body. Extensions and trailers are read over; lines end in CRLF and nothing else.
#[derive(Default)]
pub struct Chunked {
    state: State,
    /// Octets of the line that is being read.
    line: usize,
    /// Octets spent on anything but content.
    framing: usize,
    /// Octets of content.
    content: usize,
}

#[derive(Clone, Copy, Default)]
enum State {
    /// In a size, of which so many digits and this value have been read.
    #[default]
    NoSize,
    Size(usize),
    /// After the size, up to the line's CR.
    Extension(usize),
    /// The CR was read, its LF must follow.
    SizeEnd(usize),
    /// In content, of which so much is left.
    Content(usize),
    /// The CRLF after content.
    ContentReturn,
    ContentEnd,
    /// At the start of a trailer line.
    Trailer,
    /// In a trailer line.
    TrailerText,
    TrailerTextEnd,
    /// The last LF.
    LastEnd,
    Done,
}

impl Chunked {
    /// Decodes `octets` onto the end of `body`, which may not grow beyond `limit`. `None` when all were used and the
    /// body goes on; otherwise how many were used when it ended.
    ///
    /// # Errors
    /// [`WireError::BodyTooLarge`] as soon as a size is announced that does not fit, or when sizes, extensions and
    /// trailers outgrow [`limits::CHUNK_FRAMING_OCTETS`]; [`WireError::Framing`] when the form is not as it must be.
    pub fn decode(&mut self, octets: &[u8], body: &mut Vec<u8>, limit: usize) -> Result<Option<usize>, WireError> {
        let mut rest = octets;
        loop {
            if let State::Content(left) = self.state {
                let here = left.min(rest.len());
                let (content, after) = rest.split_at(here);
                body.extend_from_slice(content);
                self.content += here;
                rest = after;
                self.state = if left == here { State::ContentReturn } else { State::Content(left - here) };
            }
            let Some((&octet, after)) = rest.split_first() else { return Ok(None) };
            rest = after;
            self.framing += 1;
            self.line = if octet == b'\n' { 0 } else { self.line + 1 };
            if self.framing > limits::CHUNK_FRAMING_OCTETS.saturating_add(self.content) {
                return Err(WireError::BodyTooLarge);
            }
            if self.line > limits::CHUNK_LINE_OCTETS {
                return Err(WireError::Framing("a chunk's line is too long"));
            }
            self.state = step(self.state, octet)?;
            match self.state {
                State::Content(size) if size > limit.saturating_sub(body.len()) => return Err(WireError::BodyTooLarge),
                State::Done => return Ok(Some(octets.len() - rest.len())),
                _ => {}
            }
        }
    }
}

fn step(state: State, octet: u8) -> Result<State, WireError> {
    const DOUBT: WireError = WireError::Framing("chunked body");
    let digit = char::from(octet).to_digit(16).map(|digit| digit as usize);
    Ok(match (state, octet) {
        (State::NoSize, _) => State::Size(digit.ok_or(DOUBT)?),
        (State::Size(size) | State::Extension(size), b'\r') => State::SizeEnd(size),
        (State::Size(size), b';') => State::Extension(size),
        (State::Size(size), _) => {
            let size = size.checked_mul(16).and_then(|size| size.checked_add(digit?));
            State::Size(size.ok_or(DOUBT)?)
        }
        (State::SizeEnd(0) | State::TrailerTextEnd, b'\n') => State::Trailer,
        (State::SizeEnd(size), b'\n') => State::Content(size),
        (State::ContentReturn, b'\r') => State::ContentEnd,
        (State::ContentEnd, b'\n') => State::NoSize,
        (State::Trailer, b'\r') => State::LastEnd,
        (State::LastEnd, b'\n') => State::Done,
        (State::TrailerText, b'\r') => State::TrailerTextEnd,
        (State::Extension(size), _) if is_text(octet) => State::Extension(size),
        // A trailer line begins with a name, not with a blank.
        (State::Trailer, _) if octet.is_ascii_graphic() => State::TrailerText,
        (State::TrailerText, _) if is_text(octet) => State::TrailerText,
        _ => return Err(DOUBT),
    })
}

/// What may stand in a line: no control characters but the tab.
fn is_text(octet: u8) -> bool {
    octet == b'\t' || !octet.is_ascii_control()
}
