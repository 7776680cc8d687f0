//! Bodies that are never whole in memory, in both directions.

use std::io::Read as _;
use std::process::Command;
use std::time::{Duration, Instant};

use akeyd::http::client::{Client, ClientError};
use akeyd::http::server::{Refusal, Settings};

use crate::harness::{on_both, quick};

fn curl(arguments: &[&str]) -> Option<String> {
    let run = Command::new("curl").args(["--silent", "--show-error", "--max-time", "20"]).args(arguments).output();
    let Ok(run) = run else {
        assert!(std::env::var_os("CI").is_none(), "curl is missing");
        return None;
    };
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    Some(String::from_utf8(run.stdout).unwrap())
}

#[test]
fn a_body_is_taken_piece_by_piece() {
    let folder = std::env::temp_dir().join(format!("akeyd-streams-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("large");
    std::fs::write(&file, vec![b'l'; 20 << 20]).unwrap();
    let from = format!("@{}", file.display());
    on_both(Settings { body_octets: 32 << 20, ..Settings::default() }, |server| {
        let url = format!("http://{}/count", server.address);
        for header in ["X-None: 0", "Transfer-Encoding: chunked"] {
            let Some(said) = curl(&["--data-binary", &from, "-H", header, "-H", "Expect:", &url]) else { return };
            assert_eq!(said, format!("{} octets\n", 20 << 20), "{header}");
        }
        // Longer than it may be: told at once, or when the limit is passed.
        let mut connection = server.connect();
        connection.send("POST /count HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n");
        assert_eq!(connection.answer().status, 413);
        let mut connection = server.connect();
        connection.send("POST /count HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5f5e0ff\r\n");
        assert_eq!(connection.answer().status, 413);
        // An empty one, and what comes behind one.
        let mut connection = server.connect();
        connection.send("POST /count HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
        assert_eq!(connection.answer().text(), "0 octets\n");
        connection.send(
            "POST /count HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabcPOST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi",
        );
        assert_eq!(connection.answer().text(), "3 octets\n");
        assert_eq!(connection.answer().text(), "hi");
        // One of which enough has come.
        let mut connection = server.connect();
        connection.send("POST /count?4 HTTP/1.1\r\nHost: h\r\nContent-Length: 9000\r\n\r\n12345");
        let answer = connection.answer();
        assert_eq!(answer.text(), "5 octets\n");
        assert!(answer.closes());
    });
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn our_client_sends_a_stream_and_hears_an_early_answer() {
    on_both(Settings { body_octets: 32 << 20, ..Settings::default() }, |server| {
        let said = akeyd::net::epoll::run(async {
            let mut client = Client::new(&format!("http://{}", server.address)).unwrap();
            let mut left = 300;
            let pieces = move || {
                left -= 1;
                Ok((left >= 0).then(|| b"0\r\n".repeat(4096)))
            };
            let whole = client.upload("/count", "text/csv", pieces).await.unwrap();
            let early = client.upload("/count?9", "text/csv", pieces).await;
            (whole, early)
        });
        let (whole, early) = said.unwrap();
        assert_eq!(whole.body, format!("{} octets\n", 300 * 4096 * 3).as_bytes());
        // It was still sending when the connection ended: it may find the answer, or a connection that is gone.
        match early {
            Ok(early) => assert_eq!(early.status, 200),
            Err(error) => assert!(matches!(error, ClientError::Broken(_)), "{error}"),
        }
    });
}

#[test]
fn an_answer_is_sent_while_it_is_made() {
    on_both(quick(), |server| {
        let url = format!("http://{}/ticks?5", server.address);
        let Some(said) = curl(&[&url]) else { return };
        assert_eq!(said, "1\n2\n3\n4\n5\n");
        assert_eq!(curl(&["--http1.0", &url]).unwrap(), said);
        // The connection stays, and a HEAD brings no body.
        let mut connection = server.connect();
        connection.send(
            "HEAD /ticks?5 HTTP/1.1\r\nHost: h\r\n\r\nPOST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi",
        );
        let head = connection.head();
        assert!(head.contains("Transfer-Encoding: chunked\r\n"), "{head}");
        assert_eq!(connection.answer().text(), "hi");
        // What broke off cannot be taken for whole.
        let run = Command::new("curl").args(["--silent", &format!("http://{}/ticks?50", server.address)]).output();
        let run = run.unwrap();
        assert_eq!((run.status.code(), run.stdout.len()), (Some(18), 30), "a transfer that is not whole");
        // Our client takes it as it comes.
        let numbers = akeyd::net::epoll::run(async {
            let mut client = Client::new(&format!("http://{}", server.address)).unwrap();
            // One that has no end in the time of this test.
            let mut endless = client.open_stream("/ticks?1000000", &[]).await.unwrap();
            assert_eq!(endless.next().await.unwrap().unwrap(), b"1\n");
            drop(endless);
            let mut client = Client::new(&format!("http://{}", server.address)).unwrap();
            let mut answer = client.open_stream("/ticks?3", &[]).await.unwrap();
            assert_eq!(answer.next().await.unwrap().unwrap(), b"1\n");
            answer.rest().await.unwrap()
        });
        assert_eq!(numbers.unwrap(), b"2\n3\n");
    });
}

#[test]
fn a_stream_ends_with_its_reader_and_with_the_service() {
    on_both(quick(), |server| {
        // Nobody reads: the write deadline ends it.
        let mut idle = server.connect();
        idle.send("GET /flood HTTP/1.1\r\nHost: h\r\n\r\n");
        let began = Instant::now();
        while !server.seen.refused.lock().unwrap().contains(&Refusal::SlowReader) {
            assert!(began.elapsed() < Duration::from_secs(5), "a reader that does not read is let go");
            std::thread::sleep(Duration::from_millis(10));
        }
        // The end of the service is an orderly end of the stream.
        let mut endless = server.connect();
        endless.send("GET /ticks?1000000 HTTP/1.1\r\nHost: h\r\n\r\n");
        std::thread::sleep(Duration::from_millis(100));
        server.begin_stop(Duration::from_secs(5));
        let mut all = String::new();
        endless.stream.read_to_string(&mut all).unwrap();
        assert!(all.contains("\r\n2\r\n1\n\r\n"), "{all}");
        assert!(all.ends_with("\r\n0\r\n\r\n"), "{all}");
    });
}
