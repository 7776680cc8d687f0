//! Requests as they should be.

use std::io::{Read as _, Write as _};
use std::process::Command;
use std::time::Duration;

use akeyd::http::server::Settings;

use crate::harness::on_both;

#[test]
fn http_1_1_stays_open_and_1_0_only_when_asked() {
    on_both(Settings::default(), |server| {
        let mut connection = server.connect();
        for round in 0..5 {
            let body = format!("message {round}");
            let answer = connection.post("/dm", body.as_bytes()).answer();
            assert_eq!((answer.status, answer.text()), (200, body.as_str()));
            assert_eq!(answer.header("connection"), None);
            assert!(answer.head.starts_with("HTTP/1.1 200 OK\r\n"));
            assert!(answer.header("date").unwrap().ends_with(" GMT"));
        }
        connection.send("POST /dm HTTP/1.1\r\nHost: h\r\nConnection: Close\r\nContent-Length: 2\r\n\r\nhi");
        assert!(connection.answer().closes());
        assert!(connection.is_closed());

        let mut old = server.connect();
        old.send("POST /dm HTTP/1.0\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\nhi");
        assert_eq!(old.answer().header("connection"), Some("keep-alive"));
        old.send("POST /dm HTTP/1.0\r\nContent-Length: 2\r\n\r\nho");
        let answer = old.answer();
        assert_eq!(answer.text(), "ho");
        assert!(answer.closes());
        assert!(old.is_closed());
    });
}

#[test]
fn pipelined_requests_are_answered_in_order() {
    on_both(Settings { requests_per_connection: u32::MAX, ..Settings::default() }, |server| {
        let mut connection = server.connect();
        let mut all = Vec::new();
        for number in 0..50 {
            // An empty line behind a body, as some old clients send, is read over.
            let gap = if number % 7 == 0 { "\r\n" } else { "" };
            let body = "x".repeat(number * 40) + &number.to_string();
            all.extend(
                format!("{gap}POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: {}\r\n\r\n{body}", body.len()).bytes(),
            );
        }
        connection.send(&all);
        for number in 0..50 {
            assert_eq!(connection.answer().text(), "x".repeat(number * 40) + &number.to_string());
        }
        // Heads that are cut by the end of a buffer.
        let many = "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc".repeat(2000);
        let mut writer = connection.stream.try_clone().unwrap();
        let writing = std::thread::spawn(move || writer.write_all(many.as_bytes()).unwrap());
        for _ in 0..2000 {
            assert_eq!(connection.answer().text(), "abc");
        }
        writing.join().unwrap();
        // The slow one holds the quick one back.
        connection.post("/slow", b"first").post("/dm", b"second");
        assert_eq!(connection.answer().text(), "first");
        assert_eq!(connection.answer().text(), "second");
    });
}

#[test]
fn a_request_may_arrive_octet_by_octet() {
    on_both(Settings::default(), |server| {
        let mut connection = server.connect();
        for _ in 0..2 {
            for octet in b"\r\nPOST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nslow" {
                connection.send([*octet]);
                std::thread::sleep(Duration::from_millis(2));
            }
            assert_eq!(connection.answer().text(), "slow");
        }
    });
}

#[test]
fn bodies_come_by_length_or_in_chunks() {
    on_both(Settings::default(), |server| {
        let mut connection = server.connect();
        let large = vec![b'l'; 64 * 1024];
        assert_eq!(connection.post("/large", &large).answer().body, large);
        assert_eq!(connection.post("/dm", b"").answer().text(), "");

        connection.send("PUT /dm HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n");
        connection.send("5\r\nhello\r\n7;name=\"value\"\r\n, world\r\n0\r\nTrailer: yes\r\n\r\n");
        assert_eq!(connection.answer().text(), "hello, world");

        connection.send("POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-Continue\r\n\r\n");
        assert_eq!(connection.answer().status, 100);
        assert_eq!(connection.send("body").answer().text(), "body");
        // A body that came along needs no invitation.
        connection.send("POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\nbody");
        assert_eq!(connection.answer().status, 200);
    });
}

#[test]
fn a_target_is_taken_apart_and_head_brings_no_body() {
    on_both(Settings::default(), |server| {
        let mut connection = server.connect();
        connection.send("GET /query?sid=4Eq5AA== HTTP/1.1\r\nHost: h\r\n\r\n");
        assert_eq!(connection.answer().text(), "sid=4Eq5AA==\n");
        connection.send("GET http://h:80/query?a=b HTTP/1.1\r\nHost: h\r\n\r\n");
        assert_eq!(connection.answer().text(), "a=b\n");
        connection.send("GET /peer HTTP/1.1\r\nHost: h\r\n\r\n");
        let here = connection.stream.local_addr().unwrap().to_string();
        assert_eq!(connection.answer().text().trim(), here);
        connection.send("GET /busy HTTP/1.1\r\nHost: h\r\n\r\n");
        let answer = connection.answer();
        assert_eq!((answer.status, answer.header("retry-after")), (503, Some("7")));
        connection.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\nGET /query?next HTTP/1.1\r\nHost: h\r\n\r\n");
        let mut all = String::new();
        while !all.ends_with("next\n") {
            let mut octets = [0; 1024];
            let count = connection.stream.read(&mut octets).unwrap();
            all.push_str(std::str::from_utf8(&octets[..count]).unwrap());
        }
        assert!(all.contains("Content-Length: 6\r\n"), "{all}");
        assert!(!all.contains("hello"), "{all}");
    });
}

#[test]
fn curl_is_content() {
    on_both(Settings::default(), |server| {
        let url = format!("http://{}/dm", server.address);
        let curl = |arguments: &[&str]| {
            let output = Command::new("curl").args(["-sS", "--max-time", "10"]).args(arguments).output().expect("curl");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        };
        assert_eq!(curl(&["--data-binary", "from curl", &url]), "from curl");
        assert_eq!(curl(&["-0", "--data-binary", "from 1.0", &url]), "from 1.0");
        assert_eq!(curl(&["-H", "Transfer-Encoding: chunked", "--data-binary", "chunks", &url]), "chunks");
        assert_eq!(curl(&["-H", "Expect: 100-continue", "--data-binary", "waited", &url]), "waited");
        // Two requests on one connection.
        let twice = curl(&["-w", "%{num_connects} ", "--data-binary", "a", &url, &url]);
        assert_eq!(twice, "a1 a0 ");
        let status = curl(&["-o", "/dev/null", "-w", "%{http_code}", "--data-binary", &"x".repeat(9000), &url]);
        assert_eq!(status, "413");
        assert!(curl(&["-I", &url]).starts_with("HTTP/1.1 200 OK"));
    });
}
