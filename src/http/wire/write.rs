//! Heads as they leave, and bodies behind them.

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
    put(out, &["HTTP/1.1 "]);
    number(out, parts.status.into());
    put(out, &[" ", reason(parts.status), "\r\nDate: ", parts.date, "\r\n"]);
    if !bodiless {
        if !parts.body.is_empty() {
            put(out, &["Content-Type: ", parts.content_type, "\r\n"]);
        }
        length(out, parts.body);
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

/// Appends the head of an answer whose body is made while it is sent: in chunks, or for HTTP/1.0 up to the end of the connection.
pub fn write_stream_head(out: &mut Vec<u8>, parts: &ResponseParts<'_>, chunked: bool) {
    put(out, &["HTTP/1.1 "]);
    number(out, parts.status.into());
    put(out, &[" ", reason(parts.status), "\r\nDate: ", parts.date, "\r\n"]);
    put(out, &["Content-Type: ", parts.content_type, "\r\n"]);
    if chunked {
        put(out, &["Transfer-Encoding: chunked\r\n"]);
    }
    if parts.persistence == Persistence::Closes {
        put(out, &["Connection: close\r\n"]);
    }
    for (name, value) in parts.headers {
        header(out, name, value);
    }
    out.extend_from_slice(b"\r\n");
}

/// Appends one chunk; the empty one ends the body.
pub fn write_chunk(out: &mut Vec<u8>, content: &[u8]) {
    put(out, &[&format!("{:x}\r\n", content.len())]);
    out.extend_from_slice(content);
    out.extend_from_slice(b"\r\n");
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
    put(out, &[method.as_str(), " ", target, " HTTP/1.1\r\nHost: ", host, "\r\n"]);
    for (name, value) in headers {
        header(out, name, value);
    }
    if let Some((content_type, body)) = body {
        header(out, "Content-Type", content_type);
        length(out, body);
    }
    out.extend_from_slice(b"\r\n");
    if let Some((_, body)) = body {
        out.extend_from_slice(body);
    }
}

/// One header line. Control characters in the value become blanks: no value can end its line.
fn header(out: &mut Vec<u8>, name: &str, value: &str) {
    put(out, &[name, ": "]);
    out.extend(value.bytes().map(|octet| if octet.is_ascii_control() { b' ' } else { octet }));
    out.extend_from_slice(b"\r\n");
}

/// The line that says how long a body is.
fn length(out: &mut Vec<u8>, body: &[u8]) {
    put(out, &["Content-Length: "]);
    number(out, body.len());
    put(out, &["\r\n"]);
}

fn put(out: &mut Vec<u8>, texts: &[&str]) {
    texts.iter().for_each(|text| out.extend_from_slice(text.as_bytes()));
}

/// A number in decimal digits. The machinery of `format!` costs as much as the rest of a head.
fn number(out: &mut Vec<u8>, mut number: usize) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[start..]);
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
