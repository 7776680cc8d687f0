//! Heads as they leave, and bodies behind them.

use std::io::Write as _;

use super::Method;

/// The interim answer to `Expect: 100-continue`.
pub const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

/// What an answer says about its connection; decided when it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persistence {
    /// It stays open, which HTTP/1.1 need not be told.
    Stays,
    /// It stays open, and an HTTP/1.0 client must be told.
    StaysTold,
    /// It ends with this answer.
    Closes,
}

/// What goes into an answer.
pub struct ResponseParts<'a> {
    /// The status code.
    pub status: u16,
    /// Content-Type of the body; left out when there is no body.
    pub content_type: &'a str,
    /// Further header lines.
    pub headers: &'a [(&'static str, String)],
    /// Date, from [`http_date`](super::http_date).
    pub date: &'a str,
    /// The body.
    pub body: &'a [u8],
    /// The answer is to a HEAD request: the length is told, the body kept.
    pub to_head: bool,
    /// What becomes of the connection.
    pub persistence: Persistence,
}

/// Appends a whole answer to `out`: always with Content-Length, but for the statuses that forbid it.
pub fn write_response(out: &mut Vec<u8>, parts: &ResponseParts<'_>) {
    let bodiless = matches!(parts.status, 100..=199 | 204 | 304);
    put(out, format_args!("HTTP/1.1 {} {}\r\nDate: {}\r\n", parts.status, reason(parts.status), parts.date));
    if !bodiless {
        if !parts.body.is_empty() {
            put(out, format_args!("Content-Type: {}\r\n", parts.content_type));
        }
        put(out, format_args!("Content-Length: {}\r\n", parts.body.len()));
    }
    match parts.persistence {
        Persistence::Stays => {}
        Persistence::StaysTold => out.extend_from_slice(b"Connection: keep-alive\r\n"),
        Persistence::Closes => out.extend_from_slice(b"Connection: close\r\n"),
    }
    for (name, value) in parts.headers {
        header(out, name, value);
    }
    out.extend_from_slice(b"\r\n");
    if !bodiless && !parts.to_head {
        out.extend_from_slice(parts.body);
    }
}

/// Appends a whole request to `out`, with Host and, for methods that carry a body, Content-Length.
/// `target` is a path with its query.
pub fn write_request(
    out: &mut Vec<u8>,
    method: Method,
    host: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: Option<(&str, &[u8])>,
) {
    put(out, format_args!("{} {target} HTTP/1.1\r\nHost: {host}\r\n", method.as_str()));
    for (name, value) in headers {
        header(out, name, value);
    }
    if let Some((content_type, body)) = body {
        header(out, "Content-Type", content_type);
        put(out, format_args!("Content-Length: {}\r\n", body.len()));
    }
    out.extend_from_slice(b"\r\n");
    if let Some((_, body)) = body {
        out.extend_from_slice(body);
    }
}

/// One header line. Control characters in the value become blanks: no value can end its line.
fn header(out: &mut Vec<u8>, name: &str, value: &str) {
    put(out, format_args!("{name}: "));
    out.extend(value.bytes().map(|octet| if octet.is_ascii_control() { b' ' } else { octet }));
    out.extend_from_slice(b"\r\n");
}

fn put(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    // Writing to memory does not fail.
    let _ = out.write_fmt(text);
}

/// The words beside a status code (RFC 9110 section 15).
pub const fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        304 => "Not Modified",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        408 => "Request Timeout",
        409 => "Conflict",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        417 => "Expectation Failed",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "",
    }
}
