//! Where a head ends, found while it arrives.

use super::WireError;
use crate::limits;

/// How many octets of empty lines `octets` begins with. Old clients send one after a body (section 2.2).
pub fn empty_lines(octets: &[u8]) -> usize {
    let (lines, _) = octets.as_chunks::<2>();
    2 * lines.iter().take_while(|line| *line == b"\r\n").count()
}

/// Finds the end of one head in a buffer that grows. Looks at every octet once.
#[derive(Default)]
pub struct HeadScanner {
    seen: usize,
    line_start: usize,
    /// The first line has been seen whole.
    begun: bool,
}

impl HeadScanner {
    /// The length of the head that `octets` begins with, its empty line and those before it included; `None` when it is not all there.
    /// `octets` must begin with what the last call was given.
    ///
    /// # Errors
    /// A line that ends in a bare CR or LF, and a head beyond the limits: as soon as they are seen.
    pub fn find_end(&mut self, octets: &[u8]) -> Result<Option<usize>, WireError> {
        loop {
            let rest = octets.get(self.seen..).unwrap_or_default();
            self.seen += rest.iter().position(|octet| matches!(octet, b'\r' | b'\n')).unwrap_or(rest.len());
            self.within_limits()?;
            match octets.get(self.seen..) {
                Some([b'\r', b'\n', ..]) => {
                    let empty = self.seen == self.line_start;
                    self.seen += 2;
                    self.within_limits()?;
                    if empty && self.begun {
                        return Ok(Some(self.seen));
                    }
                    self.begun |= !empty;
                    self.line_start = self.seen;
                }
                // What follows a CR is not here yet.
                None | Some([] | [b'\r']) => break,
                Some(_) => return Err(WireError::Malformed("line end")),
            }
        }
        // A buffer that is full with no end in it will never hold the end.
        if octets.len() >= limits::HTTP_HEAD_OCTETS { Err(WireError::HeadTooLarge) } else { Ok(None) }
    }

    fn within_limits(&self) -> Result<(), WireError> {
        if self.seen - self.line_start > limits::HTTP_LINE_OCTETS {
            return Err(if self.begun { WireError::HeadTooLarge } else { WireError::TargetTooLong });
        }
        if self.seen > limits::HTTP_HEAD_OCTETS { Err(WireError::HeadTooLarge) } else { Ok(()) }
    }
}
