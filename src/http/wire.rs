//! Heads and bodies of HTTP messages as octets: pure functions, used by both sides.
//!
//! Reading goes in two steps: [`HeadScanner`] finds where a head ends, refusing bare line ends and everything too long
//! while it arrives; then [`RequestHead::parse`] or [`ResponseHead::parse`] reads it (by `httparse`) and decides the
//! framing of the body. Any doubt about the framing is an error, after which the connection must be closed.
//! RFC 9110 and RFC 9112; section numbers below are those of RFC 9112 unless said otherwise.

mod chunked;
mod date;
mod fold;
mod headers;
mod scan;
mod write;

#[cfg(test)]
mod tests;

pub use chunked::Chunked;
pub use date::http_date;
pub use headers::{Headers, is_media_type, media_type};
pub use scan::{HeadScanner, empty_lines};
pub use write::{
    CONTINUE, Persistence, ResponseParts, reason, write_chunk, write_request, write_response, write_stream_head,
};

use crate::limits;

/// Why octets are not an HTTP message that we accept. All but [`WireError::Coding`] and [`WireError::Version`] are
/// the sender's fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// The request line is longer than [`limits::HTTP_LINE_OCTETS`].
    #[error("the request line is longer than {} octets", limits::HTTP_LINE_OCTETS)]
    TargetTooLong,
    /// The head breaks [`limits::HTTP_HEAD_OCTETS`], [`limits::HTTP_HEADERS`], or [`limits::HTTP_LINE_OCTETS`].
    #[error(
        "the head is larger than {} octets, {} headers or {} octets a line",
        limits::HTTP_HEAD_OCTETS,
        limits::HTTP_HEADERS,
        limits::HTTP_LINE_OCTETS
    )]
    HeadTooLarge,
    /// Not HTTP by its form; the text says what.
    #[error("malformed: {0}")]
    Malformed(&'static str),
    /// Where the body ends could be read in two ways; the text says why.
    #[error("the end of the body is in doubt: {0}")]
    Framing(&'static str),
    /// The body, or what frames it, is larger than it may be.
    #[error("the body is too large")]
    BodyTooLarge,
    /// An HTTP version other than 1.0 and 1.1.
    #[error("an HTTP version other than 1.0 and 1.1")]
    Version,
    /// A transfer coding beside `chunked`.
    #[error("a transfer coding other than chunked")]
    Coding,
}

/// A request method, as far as we know any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// GET.
    Get,
    /// HEAD.
    Head,
    /// POST.
    Post,
    /// PUT.
    Put,
    /// DELETE.
    Delete,
    /// PATCH (RFC 5789).
    Patch,
    /// Any other, known to somebody else: 501.
    Other,
}

impl Method {
    fn parse(name: &str) -> Self {
        match name {
            "GET" => Self::Get,
            "HEAD" => Self::Head,
            "POST" => Self::Post,
            "PUT" => Self::Put,
            "DELETE" => Self::Delete,
            "PATCH" => Self::Patch,
            _ => Self::Other,
        }
    }

    /// As on the wire; `-` for one we do not know.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
            Self::Patch => "PATCH",
            Self::Other => "-",
        }
    }
}

/// How the end of a body is found (section 6.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// Nothing was said, and there is none.
    None,
    /// Content-Length, in octets.
    Length(u64),
    /// Transfer-Encoding: chunked.
    Chunked,
    /// The end of the connection; answers only.
    UntilClose,
}

/// What the sender of a request expects before it sends the body (RFC 9110 section 10.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// Nothing.
    None,
    /// `100-continue`: a word that the body is welcome.
    Continue,
    /// Something we do not know: 417.
    Unknown,
}

/// The head of a request.
#[derive(Clone, Debug)]
pub struct RequestHead {
    /// What is asked.
    pub method: Method,
    /// The path as sent, percent-escapes and all, from its `/`, without the query.
    pub path: String,
    /// What follows the `?`, without it.
    pub query: Option<String>,
    /// The sender speaks HTTP/1.0.
    pub http_1_0: bool,
    /// All header lines.
    pub headers: Headers,
    /// How the end of the body is found.
    pub framing: Framing,
    /// The sender would keep the connection.
    pub keep_alive: bool,
    /// What the sender expects before the body.
    pub expectation: Expectation,
}

impl RequestHead {
    /// Reads a head that [`HeadScanner`] found complete.
    pub fn parse(head: &[u8]) -> Result<Self, WireError> {
        let head = fold::unfolded(head)?;
        let mut lines = [httparse::EMPTY_HEADER; limits::HTTP_HEADERS];
        let mut request = httparse::Request::new(&mut lines);
        complete(request.parse(&head))?;
        let http_1_0 = request.version == Some(0);
        let method = Method::parse(request.method.unwrap_or_default());
        let target = request.path.unwrap_or_default();
        let headers = Headers::new(request.headers)?;
        let (path, query) = split_target(target, method)?;

        let hosts = headers.all("host").count();
        if hosts > 1 || (hosts == 0 && !http_1_0) {
            return Err(WireError::Malformed("not exactly one Host"));
        }
        let framing = match framing(&headers, http_1_0)? {
            Framing::UntilClose => Framing::None,
            known => known,
        };
        Ok(Self {
            method,
            path: path.to_owned(),
            query: query.map(str::to_owned),
            http_1_0,
            framing,
            keep_alive: keep_alive(&headers, http_1_0),
            expectation: expectation(&headers, http_1_0),
            headers,
        })
    }

    /// Content-Type as sent, parameters and all; [`is_media_type`] compares it.
    pub fn content_type(&self) -> Option<&str> {
        self.headers.text("content-type")
    }
}

/// The head of an answer.
#[derive(Clone, Debug)]
pub struct ResponseHead {
    /// The status code.
    pub status: u16,
    /// All header lines.
    pub headers: Headers,
    /// How the end of the body is found.
    pub framing: Framing,
    /// The sender will keep the connection.
    pub keep_alive: bool,
}

impl ResponseHead {
    /// Reads a head that [`HeadScanner`] found complete, of the answer to a request with `method`.
    pub fn parse(head: &[u8], method: Method) -> Result<Self, WireError> {
        let mut lines = [httparse::EMPTY_HEADER; limits::HTTP_HEADERS];
        let mut response = httparse::Response::new(&mut lines);
        complete(response.parse(head))?;
        let http_1_0 = response.version == Some(0);
        let status = response.code.unwrap_or_default();
        let headers = Headers::new(response.headers)?;
        let framing = match (framing(&headers, http_1_0)?, status) {
            (_, 100..=199 | 204 | 304) => Framing::None,
            _ if method == Method::Head => Framing::None,
            (known, _) => known,
        };
        let keep_alive = keep_alive(&headers, http_1_0) && framing != Framing::UntilClose;
        Ok(Self { status, headers, framing, keep_alive })
    }
}

fn complete(parsed: httparse::Result<usize>) -> Result<(), WireError> {
    match parsed {
        Ok(httparse::Status::Complete(_)) => Ok(()),
        Ok(httparse::Status::Partial) => Err(WireError::Malformed("the head ends early")),
        Err(error) => Err(match error {
            httparse::Error::HeaderName => WireError::Malformed("header name"),
            httparse::Error::HeaderValue => WireError::Malformed("header value"),
            httparse::Error::NewLine => WireError::Malformed("line end"),
            httparse::Error::Status => WireError::Malformed("status"),
            httparse::Error::Token => WireError::Malformed("first line"),
            httparse::Error::TooManyHeaders => WireError::HeadTooLarge,
            httparse::Error::Version => WireError::Version,
        }),
    }
}

/// Path and query of a request target, which may be a path or a whole `http` URL (section 3.2). The other forms belong
/// to methods that nobody here knows.
fn split_target(target: &str, method: Method) -> Result<(&str, Option<&str>), WireError> {
    if !target.bytes().all(|octet| octet.is_ascii_graphic() && octet != b'#') {
        return Err(WireError::Malformed("request target"));
    }
    let path = match target.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => {
            rest.find(['/', '?']).map_or("/", |at| &rest[at..])
        }
        _ => target,
    };
    let (path, query) = match path.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (path, None),
    };
    match path {
        "" => Ok(("/", query)),
        _ if path.starts_with('/') || method == Method::Other => Ok((path, query)),
        _ => Err(WireError::Malformed("request target")),
    }
}

/// Sections 6.1 to 6.3, but stricter: one header line at most, one value in it, never both kinds.
fn framing(headers: &Headers, http_1_0: bool) -> Result<Framing, WireError> {
    let mut lengths = headers.all("content-length");
    let mut codings = headers.all("transfer-encoding");
    match (lengths.next(), codings.next()) {
        (None, None) => Ok(Framing::UntilClose),
        (Some(_), Some(_)) => Err(WireError::Framing("both Content-Length and Transfer-Encoding")),
        (Some(length), None) => {
            if lengths.next().is_some() {
                return Err(WireError::Framing("more than one Content-Length"));
            }
            if length.is_empty() || !length.iter().all(u8::is_ascii_digit) {
                return Err(WireError::Framing("Content-Length is not a number"));
            }
            // Digits that overflow are a length all the same: one that every limit refuses.
            Ok(Framing::Length(
                length.iter().fold(0, |sum: u64, digit| sum.saturating_mul(10).saturating_add(u64::from(digit - b'0'))),
            ))
        }
        (None, Some(coding)) => {
            if http_1_0 {
                return Err(WireError::Framing("Transfer-Encoding in HTTP/1.0"));
            }
            if codings.next().is_some() {
                return Err(WireError::Framing("more than one Transfer-Encoding"));
            }
            if coding.eq_ignore_ascii_case(b"chunked") {
                return Ok(Framing::Chunked);
            }
            let last = coding.rsplit(|&octet| octet == b',').next().unwrap_or_default().trim_ascii();
            if last.eq_ignore_ascii_case(b"chunked") && coding.is_ascii() {
                Err(WireError::Coding)
            } else {
                Err(WireError::Framing("the last transfer coding is not chunked"))
            }
        }
    }
}

/// Section 9.3. `close` wins over `keep-alive`.
fn keep_alive(headers: &Headers, http_1_0: bool) -> bool {
    let asks = |option| headers.lists("connection", option);
    !asks("close") && (!http_1_0 || asks("keep-alive"))
}

fn expectation(headers: &Headers, http_1_0: bool) -> Expectation {
    match headers.get("expect") {
        Some(_) if http_1_0 => Expectation::None,
        None => Expectation::None,
        Some(value) if value.eq_ignore_ascii_case(b"100-continue") => Expectation::Continue,
        Some(_) => Expectation::Unknown,
    }
}
