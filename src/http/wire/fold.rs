//! Header values that are folded over several lines (RFC 9112 section 5.2): old senders do so with long ones, `x-syncml-hmac` among them.
//!
//! Joins them, before a head is read, unless another program could find a line there that decides where the body ends or whom the request
//! is for. Called by [`super::RequestHead::parse`].

use std::borrow::Cow;

use super::WireError;

/// Headers that are never folded, and whose names no folded line may begin with.
const WHOLE: [&str; 8] =
    ["host", "content-length", "transfer-encoding", "connection", "expect", "te", "trailer", "upgrade"];

/// The head with blanks in the place of line ends that fold a value.
pub(super) fn unfolded(head: &[u8]) -> Result<Cow<'_, [u8]>, WireError> {
    if !head.windows(2).any(|pair| matches!(pair, b"\n " | b"\n\t")) {
        return Ok(Cow::Borrowed(head));
    }
    let mut joined = head.to_vec();
    // Name of the header that a folded line would go on with; the request line is none.
    let mut name: Option<&[u8]> = None;
    let mut is_begun = false;
    let mut start = 0_usize;
    for line in head.split(|&octet| octet == b'\n') {
        let own = name_of(line);
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            name = is_begun.then_some(own);
            is_begun |= line != b"\r";
        } else if name.is_some_and(|name| !is_whole(name)) && !is_whole(own) {
            // A line end has two octets: the scanner has seen to that.
            joined.get_mut(start.saturating_sub(2)..start).into_iter().for_each(|end| end.fill(b' '));
        } else {
            return Err(WireError::Malformed("folded header"));
        }
        start += line.len() + 1;
    }
    Ok(Cow::Owned(joined))
}

/// What would be the name, if a line is a header of its own.
fn name_of(line: &[u8]) -> &[u8] {
    line.split(|&octet| octet == b':').next().unwrap_or_default().trim_ascii()
}

fn is_whole(name: &[u8]) -> bool {
    WHOLE.iter().any(|whole| name.eq_ignore_ascii_case(whole.as_bytes()))
}
