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
        while let Some(&octet) = octets.get(self.seen) {
            let at = self.seen;
            self.seen += 1;
            let after_return = at > self.line_start && octets.get(at - 1) == Some(&b'\r');
            if (octet == b'\n') != after_return {
                return Err(WireError::Malformed("line end"));
            }
            if self.seen > limits::HTTP_HEAD_OCTETS {
                return Err(WireError::HeadTooLarge);
            }
            if self.seen - self.line_start > limits::HTTP_LINE_OCTETS {
                return Err(if self.begun { WireError::HeadTooLarge } else { WireError::TargetTooLong });
            }
            if octet == b'\n' {
                let empty = at == self.line_start + 1;
                if empty && self.begun {
                    return Ok(Some(self.seen));
                }
                self.begun |= !empty;
                self.line_start = self.seen;
            }
        }
        // A buffer that is full with no end in it will never hold the end.
        if self.seen >= limits::HTTP_HEAD_OCTETS { Err(WireError::HeadTooLarge) } else { Ok(None) }
    }
}
