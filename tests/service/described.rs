//! What the API's description says of statuses, against what the service answers.

use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;

use crate::api::server;

const DESCRIPTION: &str = include_str!("../../docs/openapi.yaml");

/// The lines below one that reads so, as far as they are further in.
fn below<'t>(text: &'t str, head: &str) -> &'t str {
    let line = format!("{head}\n");
    let rest = text.strip_prefix(&line).or_else(|| Some(text.split_once(&format!("\n{line}"))?.1));
    let rest = rest.unwrap_or_else(|| panic!("no {head:?}"));
    let depth = head.len() - head.trim_start().len();
    let is_out = |line: &str| !line.trim().is_empty() && line.len() - line.trim_start().len() <= depth;
    let end: usize = rest.split_inclusive('\n').take_while(|line| !is_out(line)).map(str::len).sum();
    &rest[..end]
}

#[test]
fn each_status_that_an_operation_answers_with_is_described() {
    let server = server("");
    let id = "0123456789abcdef";
    let (plain, broken, odd) = (("text/plain", "x"), ("application/json", "{"), ("application/json", r#"{"x":1}"#));
    let none = ("", "");
    let order = |path: &'static str| [(path, plain, 415), (path, broken, 400), (path, odd, 422), (path, none, 404)];
    let mut asked = Vec::new();
    for path in [
        "/v1/exchanges/{id}/cancel",
        "/v1/outbox/{seq}/send",
        "/v1/campaigns/{name}/start",
        "/v1/campaigns/{name}/pause",
        "/v1/campaigns/{name}/resume",
        "/v1/campaigns/{name}/cancel",
        "/v1/keys/{seq}/ack",
    ] {
        asked.extend(order(path));
        asked.push((path, ("application/json", "{}"), 404));
    }
    // This one has no file.
    let backup = "/v1/store/backup";
    asked.extend([(backup, plain, 415), (backup, odd, 422), (backup, none, 409)]);
    for (path, (media_type, body), status) in asked {
        let url = path.replace("{id}", id).replace("{seq}", "7").replace("{name}", "none");
        let header = format!("Content-Type: {media_type}");
        let arguments = ["-X", "POST", "-H", &header, "-d", body];
        let (said, problem) = server.ask(&url, if body.is_empty() { &arguments[..2] } else { &arguments });
        assert_eq!(said, status, "{path} {body}: {problem}");
        let operation = below(below(DESCRIPTION, &format!("  {path}:")), "    post:");
        // What any operation may answer stands in one place.
        let all = below(DESCRIPTION, "    Problem:");
        let is_described =
            operation.contains(&format!("\n        \"{status}\": ")) || all.contains(&format!("{status}"));
        assert!(is_described, "{path}: {status}");
        assert!(problem["cause"].is_string(), "{problem}");
    }
    for (request, status) in [
        ("GET /v1/status HTTP/3.0\r\nHost: h\r\n\r\n", 505),
        ("POST /v1/exchanges HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
        ("GET /v1/status HTTP/1.1\r\n\r\n", 400),
        ("POST /v1/exchanges HTTP/1.1\r\nHost: h\r\nExpect: more\r\nContent-Length: 1\r\n\r\n", 417),
    ] {
        let mut stream = UnixStream::connect(server.socket()).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
        assert!(below(DESCRIPTION, "    Problem:").contains(&status.to_string()), "{status}");
    }
    // HEAD is GET without the body.
    let (status, _) = server.ask("/v1/exchanges", &["-I"]);
    assert_eq!(status, 200);
}
