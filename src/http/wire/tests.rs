//! Heads and bodies as bytes: what is read, what is refused, and that nothing panics.

use proptest::prelude::*;

use super::*;

const HOST: &str = "Host: h\r\n";

fn request(text: &str) -> Result<RequestHead, WireError> {
    let mut scanner = HeadScanner::default();
    let end = scanner.find_end(text.as_bytes())?.expect("a whole head");
    RequestHead::parse(&text.as_bytes()[..end])
}

fn post(headers: &str) -> Result<RequestHead, WireError> {
    request(&format!("POST /dm HTTP/1.1\r\n{HOST}{headers}\r\n"))
}

fn is_framing(result: &Result<RequestHead, WireError>) -> bool {
    matches!(result, Err(WireError::Framing(_)))
}

fn is_malformed(result: &Result<RequestHead, WireError>) -> bool {
    matches!(result, Err(WireError::Malformed(_)))
}

/// The head that Motorola's client sends, as captured.
#[test]
fn an_old_handset_is_understood() {
    let head = request(
        "POST /dm?sid=4Eq5AA== HTTP/1.0\r\nCache-Control: private\r\nUser-Agent: Motorola SyncML DM Client [en] \r\n\
         Accept: application/vnd.syncml.dm+wbxml\r\nAccept-Language: en\r\nConnection: Close\r\n\
         Content-type: Application/vnd.syncml.dm+XML; charset=UTF-8\r\nContent-length: 1234\r\n\
         x-syncml-hmac: algorithm=MD5, username=\"u\", mac=cJQS8nnxiFM60m0IQaputw==\r\n\r\n",
    )
    .unwrap();
    assert_eq!((head.method, head.path.as_str(), head.query.as_deref()), (Method::Post, "/dm", Some("sid=4Eq5AA==")));
    assert!(head.http_1_0 && !head.keep_alive);
    assert_eq!(head.framing, Framing::Length(1234));
    assert!(is_media_type(head.content_type().unwrap(), "application/vnd.syncml.dm+xml"));
    assert_eq!(head.headers.text("USER-AGENT"), Some("Motorola SyncML DM Client [en]"));
    assert_eq!(
        head.headers.get("X-SyncML-HMAC"),
        Some(&b"algorithm=MD5, username=\"u\", mac=cJQS8nnxiFM60m0IQaputw=="[..])
    );
    assert_eq!(head.headers.iter().count(), 8);
    assert_eq!(head.headers.get("x-syncml"), None);
}

#[test]
fn a_folded_value_is_joined_where_nothing_hangs_on_it() {
    let folded =
        "x-syncml-hmac: algorithm=MD5,\r\n username=\"u\",\r\n\tmac=cJQS8nnxiFM60m0IQaputw==\r\nContent-Length: 4\r\n";
    let head = post(folded).unwrap();
    assert_eq!(
        head.headers.text("x-syncml-hmac"),
        Some("algorithm=MD5,   username=\"u\",  \tmac=cJQS8nnxiFM60m0IQaputw==")
    );
    assert_eq!(head.framing, Framing::Length(4));
    assert_eq!(head.headers.iter().count(), 3);
    assert_eq!(post("X:\r\n \r\n y\r\n").unwrap().headers.text("x"), Some("y"));
    for doubtful in [
        "Content-Length:\r\n 4\r\n",
        "Content-Length: 4\r\n 4\r\n",
        "Transfer-Encoding:\r\n\tchunked\r\n",
        "Connection: close,\r\n x\r\n",
        "Expect:\r\n 100-continue\r\n",
        "X: y\r\n content-length: 4\r\n",
        "X: y\r\n z\r\n \tTransfer-Encoding : chunked\r\n",
        "Host\r\n : h\r\n",
    ] {
        assert!(is_malformed(&post(doubtful)), "{doubtful:?}");
    }
    assert!(is_malformed(&request("POST /dm\r\n HTTP/1.1\r\nHost: h\r\n\r\n")));
    assert!(is_malformed(&request("POST /dm HTTP/1.1\r\n Host: h\r\n\r\n")));
    assert!(is_malformed(&request("\r\nPOST /dm HTTP/1.1\r\n Host: h\r\n\r\n")));
}

#[test]
fn a_body_whose_end_is_in_doubt_is_refused() {
    for doubtful in [
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: 5\r\nContent-Length: 5\r\n",
        "Content-Length: 5, 5\r\n",
        "Content-Length: +5\r\n",
        "Content-Length: -5\r\n",
        "Content-Length: 0x5\r\n",
        "Content-Length: 5 5\r\n",
        "Content-Length: \r\n",
        "Content-Length: 5;\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: \"chunked\"\r\n",
        "Transfer-Encoding: identity\r\n",
        "Transfer-Encoding: chunked;q=1\r\n",
        "Transfer-Encoding: \r\n",
    ] {
        let result = post(doubtful);
        assert!(is_framing(&result), "{doubtful:?}: {result:?}");
    }
    let old = request("POST /dm HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n");
    assert!(is_framing(&old), "{old:?}");
    assert_eq!(post("Transfer-Encoding: gzip, chunked\r\n").unwrap_err(), WireError::Coding);
    assert_eq!(post("Transfer-Encoding: CHUNKED\r\n").unwrap().framing, Framing::Chunked);
    assert_eq!(post("Content-Length: 007\r\n").unwrap().framing, Framing::Length(7));
    // Too large for any limit, but no doubt.
    assert_eq!(post("Content-Length: 99999999999999999999\r\n").unwrap().framing, Framing::Length(u64::MAX));
}

#[test]
fn a_head_of_doubtful_form_is_refused() {
    for odd in [
        "Content-Length : 5\r\n",
        " Content-Length: 5\r\n",
        "Connection: a\r\n b\r\n",
        "Expect: a\r\n\tb\r\n",
        "Content-Length\r\n",
        ": 5\r\n",
        "Acc ept: a\r\n",
        "Accept: a\0b\r\n",
        "Host: twice\r\n",
        "Accept: a\nContent-Length: 5\r\n",
        "Accept: a\rContent-Length: 5\r\n",
        "Accept: a\r\r\n",
    ] {
        let result = post(odd);
        assert!(is_malformed(&result), "{odd:?}: {result:?}");
    }
    for odd in [
        "POST /dm HTTP/1.1\r\n\r\n",
        "POST  /dm HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST dm HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST * HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST /dm#a HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST /d\u{e4}m HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST /dm\r\nHost: h\r\n\r\n",
        "/dm HTTP/1.1\r\nHost: h\r\n\r\n",
        "\x16\x03\x01\x02\r\n\r\n",
    ] {
        let result = request(odd);
        assert!(is_malformed(&result), "{odd:?}: {result:?}");
    }
    for version in ["HTTP/2.0", "HTTP/0.9", "HTTP/1.2", " HTTP/1.1", "m HTTP/1.1"] {
        let result = request(&format!("POST /dm {version}\r\n{HOST}\r\n"));
        assert_eq!(result.unwrap_err(), WireError::Version, "{version}");
    }
    assert_eq!(request("BREW /dm HTTP/1.1\r\nHost: h\r\n\r\n").unwrap().method, Method::Other);
    assert_eq!(request("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n").unwrap().method, Method::Other);
}

#[test]
fn heads_are_bounded_in_octets_lines_and_length_of_lines() {
    let target = "/".to_owned() + &"x".repeat(limits::HTTP_LINE_OCTETS);
    assert_eq!(request(&format!("GET {target} HTTP/1.1\r\n{HOST}\r\n")).unwrap_err(), WireError::TargetTooLong);
    // Told before the line has ended.
    let begun = HeadScanner::default().find_end(target.as_bytes());
    assert_eq!(begun.unwrap_err(), WireError::TargetTooLong);

    let line = |octets: usize| format!("A: {}\r\n", "x".repeat(octets - 5));
    assert!(post(&line(limits::HTTP_LINE_OCTETS)).is_ok());
    assert_eq!(post(&line(limits::HTTP_LINE_OCTETS + 1)).unwrap_err(), WireError::HeadTooLarge);

    let used = format!("POST /dm HTTP/1.1\r\n{HOST}\r\n").len();
    let half = line((limits::HTTP_HEAD_OCTETS - used) / 2);
    let rest = |more: usize| line(limits::HTTP_HEAD_OCTETS - used - half.len() + more);
    assert!(post(&format!("{half}{}", rest(0))).is_ok());
    assert_eq!(post(&format!("{half}{}", rest(1))).unwrap_err(), WireError::HeadTooLarge);

    assert!(post(&"A: b\r\n".repeat(limits::HTTP_HEADERS - 1)).is_ok());
    assert_eq!(post(&"A: b\r\n".repeat(limits::HTTP_HEADERS)).unwrap_err(), WireError::HeadTooLarge);
}

#[test]
fn persistence_and_expectation_follow_the_version() {
    let keep = |version: &str, option: &str| {
        let head = request(&format!("GET / HTTP/{version}\r\n{HOST}Connection: {option}\r\n\r\n")).unwrap();
        head.keep_alive
    };
    assert!(keep("1.1", "TE") && keep("1.1", "keep-alive") && keep("1.0", "foo, Keep-Alive"));
    assert!(!keep("1.0", "TE") && !keep("1.1", "TE, CLOSE") && !keep("1.0", "keep-alive, close"));
    assert_eq!(post("Expect: 100-Continue\r\n").unwrap().expectation, Expectation::Continue);
    assert_eq!(post("Expect: 102-processing\r\n").unwrap().expectation, Expectation::Unknown);
    let old = request("POST / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n").unwrap();
    assert_eq!(old.expectation, Expectation::None);
}

#[test]
fn targets_are_split() {
    let split = |target| split_target(target, Method::Get).unwrap();
    assert_eq!(split("/dm?a?b"), ("/dm", Some("a?b")));
    assert_eq!(split("/"), ("/", None));
    assert_eq!(split("http://host:80/dm?a"), ("/dm", Some("a")));
    assert_eq!(split("HTTPS://host"), ("/", None));
    assert_eq!(split("http://host?a"), ("/", Some("a")));
    assert_eq!(split("/dm?to=http://x/"), ("/dm", Some("to=http://x/")));
    assert!(split_target("ftp://host/dm", Method::Get).is_err());
}

#[test]
fn a_chunked_body_is_read_strictly() {
    let decode = |text: &str| {
        let mut body = Vec::new();
        let used = Chunked::default().decode(text.as_bytes(), &mut body, 100)?;
        Ok::<_, WireError>((used, body))
    };
    let whole = "4\r\nWiki\r\nA;x=\"y\"\t\r\n0123456789\r\n00\r\nT: v\r\n\r\n";
    assert_eq!(decode(&format!("{whole}POST")), Ok((Some(whole.len()), b"Wiki0123456789".to_vec())));
    assert_eq!(decode("4\r\nWi"), Ok((None, b"Wi".to_vec())));
    for doubtful in [
        "\r\n",
        "G\r\n",
        "0x4\r\nWiki\r\n",
        " 4\r\nWiki\r\n",
        "4 \r\nWiki\r\n",
        "+4\r\nWiki\r\n",
        "4\nWiki\r\n",
        "4\rWiki\r\n",
        "4\r\nWikis\r\n",
        "4\r\nWiki\n",
        "4;a\nb\r\nWiki\r\n",
        "4;\0\r\nWiki\r\n",
        "0\r\n T: v\r\n\r\n",
        "0\r\nT: v\n\r\n",
        "0\r\nT: v\r\r\n",
        "0\r\n\n",
        "10000000000000000\r\n",
    ] {
        assert_eq!(decode(doubtful), Err(WireError::Framing("chunked body")), "{doubtful:?}");
    }
    assert_eq!(decode(&format!("64\r\n{}\r\n0\r\n\r\n", "x".repeat(100))).unwrap().1.len(), 100);
    assert_eq!(decode("65\r\n"), Err(WireError::BodyTooLarge));
    assert_eq!(decode("60\r\n").unwrap(), (None, vec![]));
    assert_eq!(decode(&format!("63\r\n{}\r\n2\r\n", "x".repeat(99))), Err(WireError::BodyTooLarge));
    assert!(matches!(decode(&format!("1;{}\r\n", "x".repeat(300))), Err(WireError::Framing(_))));
    let hoard = format!("0\r\n{}", format!("{}\r\n", "t".repeat(250)).repeat(300));
    assert_eq!(decode(&hoard), Err(WireError::BodyTooLarge));
}

#[test]
fn answers_are_read() {
    let parse = |text: &str, method| ResponseHead::parse(text.as_bytes(), method);
    let head = parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", Method::Post).unwrap();
    assert_eq!((head.status, head.framing, head.keep_alive), (200, Framing::Length(5), true));
    let head = parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", Method::Head).unwrap();
    assert_eq!(head.framing, Framing::None);
    let head = parse("HTTP/1.0 200\r\nConnection: keep-alive\r\n\r\n", Method::Get).unwrap();
    assert_eq!((head.framing, head.keep_alive), (Framing::UntilClose, false));
    let head = parse("HTTP/1.1 204 No Content\r\n\r\n", Method::Get).unwrap();
    assert_eq!((head.framing, head.keep_alive), (Framing::None, true));
    assert!(parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", Method::Get).is_err());
    assert!(parse("ICY 200 OK\r\n\r\n", Method::Get).is_err());
}

#[test]
fn what_is_written_is_as_read() {
    let mut out = Vec::new();
    write_request(
        &mut out,
        Method::Post,
        "h:8080",
        "/dm?a",
        &[("X-A", "b\r\nX-Evil: c")],
        Some(("text/plain", b"body")),
    );
    let text = String::from_utf8(out).unwrap();
    let head = request(&text).unwrap();
    assert_eq!((head.path.as_str(), head.query.as_deref(), head.framing), ("/dm", Some("a"), Framing::Length(4)));
    assert_eq!(head.headers.text("x-a"), Some("b  X-Evil: c"));
    assert_eq!(head.headers.get("x-evil"), None);
    assert!(text.ends_with("\r\n\r\nbody"));

    let date = http_date(784_111_777);
    let mut parts = ResponseParts {
        status: 200,
        content_type: "text/plain",
        headers: &[("Retry-After", "5".into())],
        date: &date,
        body: b"body",
        to_head: false,
        persistence: Persistence::StaysTold,
    };
    let write = |parts: &ResponseParts<'_>| {
        let mut out = Vec::new();
        write_response(&mut out, parts);
        String::from_utf8(out).unwrap()
    };
    assert_eq!(
        write(&parts),
        "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\
         Connection: keep-alive\r\nRetry-After: 5\r\n\r\nbody"
    );
    parts.to_head = true;
    assert!(write(&parts).ends_with("Retry-After: 5\r\n\r\n"));
    (parts.status, parts.body) = (204, b"");
    assert!(!write(&parts).contains("Content-"));
}

/// Against `date -u -d @N "+%a, %d %b %Y %T GMT"`.
#[test]
fn dates_are_those_of_the_calendar() {
    for (seconds, date) in [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"),
        (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"),
        (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
    ] {
        assert_eq!(http_date(seconds), date);
    }
}

#[test]
fn empty_lines_before_a_head_are_part_of_it() {
    let mut scanner = HeadScanner::default();
    let octets = b"\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\nrest";
    for end in 0..octets.len() - 4 {
        assert_eq!(scanner.find_end(&octets[..end]), Ok(None));
    }
    assert_eq!(scanner.find_end(octets), Ok(Some(octets.len() - 4)));
    assert_eq!(RequestHead::parse(&octets[..octets.len() - 4]).unwrap().path, "/");
}

#[test]
fn empty_lines_are_counted_in_pairs() {
    assert_eq!(empty_lines(b"\r\n\r\nPOST"), 4);
    assert_eq!(empty_lines(b"\r\n\r"), 2);
    assert_eq!(empty_lines(b"\n\r\n"), 0);
    assert_eq!(empty_lines(b""), 0);
}

proptest! {
    #[test]
    fn a_head_ends_at_the_same_octet_however_it_arrives(octets in "(a|b|\r\n|\r|\n){0,40}", cuts in prop::collection::vec(0_usize..40, 0..5)) {
        let octets = octets.as_bytes();
        let whole = HeadScanner::default().find_end(octets);
        let mut cuts: Vec<_> = cuts.into_iter().map(|cut| cut.min(octets.len())).chain([octets.len()]).collect();
        cuts.sort_unstable();
        let mut scanner = HeadScanner::default();
        let piecewise = cuts.iter().map(|&cut| scanner.find_end(&octets[..cut])).find(|end| *end != Ok(None));
        prop_assert_eq!(piecewise.unwrap_or(Ok(None)), whole);
    }

    #[test]
    fn a_chunked_body_reads_the_same_however_it_is_cut(
        chunks in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..50), 0..6),
        cut in 1_usize..20,
        garbage in any::<Option<u8>>(),
    ) {
        let mut wire = Vec::new();
        for chunk in &chunks {
            wire.extend(format!("{:x}\r\n", chunk.len()).bytes().chain(chunk.iter().copied()).chain(*b"\r\n"));
        }
        wire.extend(b"0\r\n\r\n");
        if let Some(garbage) = garbage {
            let at = usize::from(garbage) % wire.len();
            wire[at] = garbage;
        }
        let mut whole_body = Vec::new();
        let whole = Chunked::default().decode(&wire, &mut whole_body, 1000);
        if garbage.is_none() {
            prop_assert_eq!(whole, Ok(Some(wire.len())));
            prop_assert_eq!(&whole_body, &chunks.concat());
        }
        let (mut decoder, mut body, mut used) = (Chunked::default(), Vec::new(), 0);
        let mut piecewise = Ok(None);
        for piece in wire.chunks(cut) {
            match decoder.decode(piece, &mut body, 1000) {
                Ok(None) => used += piece.len(),
                Ok(Some(last)) => { piecewise = Ok(Some(used + last)); break; }
                error => { piecewise = error; break; }
            }
        }
        prop_assert_eq!(piecewise, whole);
        prop_assert_eq!(body, whole_body);
    }

    #[test]
    fn no_head_makes_the_reader_stumble(octets in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = RequestHead::parse(&octets);
        let _ = ResponseHead::parse(&octets, Method::Get);
        let _ = HeadScanner::default().find_end(&octets);
    }
}
