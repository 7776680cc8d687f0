//! The table of `docs/http.md`: requests that could be read in two ways, and what each is answered.

use akeyd::http::server::Settings;

use crate::harness::on_both;

/// What, octets, status.
fn table() -> Vec<(String, Vec<u8>, u16)> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/http.md")).unwrap();
    let (_, section) = text.split_once("\n## What could be read in two ways\n").unwrap();
    let rows = section.split("\n## ").next().unwrap().lines().filter(|line| line.contains("` |"));
    rows.map(|row| {
        let (name, rest) = row.trim_start_matches("| ").split_once(" | `").unwrap();
        let (request, status) = rest.rsplit_once("` | ").unwrap();
        (name.to_owned(), octets(request), status.trim_end_matches(" |").parse().unwrap())
    })
    .collect()
}

/// Takes the escapes of the table back.
fn octets(text: &str) -> Vec<u8> {
    text.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0").replace("\\x0b", "\x0b").into_bytes()
}

#[test]
fn each_classic_of_request_smuggling_is_refused_and_nothing_behind_it_is_read() {
    let table = table();
    assert!(table.len() >= 38, "{} rows", table.len());
    on_both(Settings::default(), |server| {
        for (name, request, status) in &table {
            let mut connection = server.connect();
            connection.send(request).send("GET /query?smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
            let answer = connection.answer();
            assert_eq!(answer.status, *status, "{name}: {}", answer.head);
            assert!(answer.closes() && connection.is_closed(), "{name}: something follows");
        }
        assert_eq!(server.refused().len(), table.len());
    });
}

/// What looks alike and has one meaning only.
#[test]
fn a_body_belongs_to_its_request_whatever_the_method() {
    on_both(Settings::default(), |server| {
        let mut connection = server.connect();
        connection.send(
            "GET /query?one HTTP/1.1\r\nHost: h\r\nContent-Length: 37\r\n\r\nGET /query?smuggled HTTP/1.1\r\nHost: h",
        );
        assert_eq!(connection.answer().text(), "one\n");
        connection.send("GET /query?two HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nGE\r\n0\r\nContent-Length: 9\r\n\r\n");
        assert_eq!(connection.answer().text(), "two\n");
        connection.send("GET /query?three HTTP/1.1\r\nHost: h\r\n\r\n");
        assert_eq!(connection.answer().text(), "three\n");
    });
}
