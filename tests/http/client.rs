//! Our own client, against our server and against servers that misbehave.

use std::future::Future;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use akeyd::http::client::{Client, ClientError, Url};
use akeyd::http::server::Settings;

use crate::harness::{on_both, quick};

fn run<F: Future>(future: F) -> F::Output {
    akeyd::net::epoll::run(future).unwrap()
}

/// A server that answers each connection with the next of these texts, after it has seen a request, and closes it.
fn answering(answers: &'static [&'static str]) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 4096]).unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
        }
    });
    address
}

async fn get(address: SocketAddr) -> Result<String, ClientError> {
    let client = Client::new(&format!("http://{address}/"))?;
    let reply = client.with_answer_time(Duration::from_millis(500)).with_answer_limit(100).get("").await?;
    Ok(format!("{} {}", reply.status, String::from_utf8(reply.body).unwrap()))
}

#[test]
fn it_keeps_its_connection_and_finds_a_new_one() {
    on_both(quick(), |server| {
        run(async {
            let mut client = Client::connect(&format!("http://{}/dm", server.address)).await.unwrap();
            let first = client.get("/peer").await.unwrap().body;
            let reply = client.post("/dm?sid=1", "text/plain", &[("X-A", "b")], b"hello").await.unwrap();
            assert_eq!(
                (reply.status, reply.body.as_slice(), reply.content_type()),
                (200, &b"hello"[..], Some("text/plain"))
            );
            assert_eq!(client.get("/peer").await.unwrap().body, first, "one connection");
            // The server closes it while nobody looks.
            tokio::time::sleep(Duration::from_millis(900)).await;
            let reply = client.post("", "text/plain", &[], b"again").await.unwrap();
            assert_eq!(reply.status, 200);
            assert_ne!(client.get("/peer").await.unwrap().body, first, "another connection");
            // A refusal is an answer like any other.
            let reply = client.post("/dm", "text/plain", &[], &vec![b'x'; 9000]).await.unwrap();
            assert_eq!(reply.status, 413);
            assert_eq!(client.post("/dm", "text/plain", &[], b"on").await.unwrap().body, b"on");
        });
    });
}

#[test]
fn it_follows_to_another_place_by_url() {
    on_both(Settings::default(), |server| {
        run(async {
            let elsewhere = answering(&["HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nelsewhere"]);
            let mut client = Client::new(&format!("http://{}", server.address)).unwrap();
            assert_eq!(client.get("").await.unwrap().body, b"hello\n");
            assert_eq!(client.get(&format!("http://{elsewhere}/x?y")).await.unwrap().body, b"elsewhere");
            assert_eq!(client.url().to_string(), format!("http://{elsewhere}/x?y"));
        });
    });
}

#[test]
fn answers_of_every_framing_are_read_and_bad_ones_named() {
    run(async {
        let one = |answer: &'static [&'static str]| get(answering(answer));
        assert_eq!(one(&["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"]).await.unwrap(), "200 ok");
        assert_eq!(one(&["HTTP/1.0 404 No\r\n\r\nuntil close"]).await.unwrap(), "404 until close");
        let chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nin\r\n6\r\n parts\r\n0\r\n\r\n";
        assert_eq!(one(Vec::leak(vec![chunks])).await.unwrap(), "200 in parts");
        let interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 204 None\r\n\r\n";
        assert_eq!(one(Vec::leak(vec![interim])).await.unwrap(), "204 ");

        let too_large = one(&["HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n"]).await;
        assert!(matches!(too_large, Err(ClientError::TooLarge(100))), "{too_large:?}");
        let too_large = one(Vec::leak(vec![&*format!("HTTP/1.1 200 OK\r\n\r\n{}", "x".repeat(101)).leak()])).await;
        assert!(matches!(too_large, Err(ClientError::TooLarge(100))), "{too_large:?}");
        let too_large = one(&["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n"]).await;
        assert!(matches!(too_large, Err(ClientError::TooLarge(100))), "{too_large:?}");
        let short = one(&["HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort"]).await;
        assert!(matches!(short, Err(ClientError::Closed)), "{short:?}");
        let nothing = one(&[""]).await;
        assert!(matches!(nothing, Err(ClientError::Closed)), "{nothing:?}");
        let nonsense = one(&["SSH-2.0-OpenSSH\r\n\r\n"]).await;
        assert!(matches!(nonsense, Err(ClientError::Malformed(_))), "{nonsense:?}");
        let both = one(&["HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"]).await;
        assert!(matches!(both, Err(ClientError::Malformed(_))), "{both:?}");
    });
}

#[test]
fn a_silent_or_absent_server_costs_its_time_and_no_more() {
    run(async {
        let silent = TcpListener::bind("127.0.0.1:0").unwrap();
        let waited = get(silent.local_addr().unwrap()).await;
        assert!(matches!(waited, Err(ClientError::TimedOut)), "{waited:?}");
        let address = silent.local_addr().unwrap();
        drop(silent);
        let refused = get(address).await;
        assert!(matches!(refused, Err(ClientError::Connect { .. })), "{refused:?}");
        assert!(refused.unwrap_err().to_string().starts_with(&format!("cannot connect to {address}: ")));
    });
}

/// A request is sent again only when nothing of an answer came.
#[test]
fn a_begun_answer_is_not_asked_for_again() {
    run(async {
        let address = {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let address = listener.local_addr().unwrap();
            std::thread::spawn(move || {
                let (mut stream, _) = listener.accept().unwrap();
                for answer in ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 200 OK\r\nContent-Le"] {
                    let _ = stream.read(&mut [0; 4096]).unwrap();
                    stream.write_all(answer.as_bytes()).unwrap();
                }
                drop(stream);
                // A second connection would find an answer here.
                if let Ok((mut stream, _)) = listener.accept() {
                    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nagain").unwrap();
                }
            });
            address
        };
        let mut client = Client::new(&format!("http://{address}/")).unwrap();
        assert_eq!(client.get("").await.unwrap().body, b"ok");
        let begun = client.get("").await;
        assert!(matches!(begun, Err(ClientError::Closed)), "{begun:?}");
    });
}

#[test]
fn urls_are_taken_apart_and_bad_ones_named() {
    let parse = |url: &str| Url::parse(url).map(|url| (url.host, url.port, url.target));
    let parts = |host: &str, port, target: &str| (host.to_owned(), port, target.to_owned());
    assert_eq!(parse("http://h").unwrap(), parts("h", 80, "/"));
    assert_eq!(parse("HTTP://h:8080/dm?sid=a/b").unwrap(), parts("h", 8080, "/dm?sid=a/b"));
    assert_eq!(parse("http://h?a").unwrap(), parts("h", 80, "/?a"));
    assert_eq!(parse("http://[::1]:8/x").unwrap(), parts("::1", 8, "/x"));
    assert_eq!(Url::parse("http://[::1]/x").unwrap().to_string(), "http://[::1]/x");
    assert_eq!(parse("HTTPS://h/x").unwrap(), parts("h", 443, "/x"));
    for url in ["https://h/x", "https://h:80/x", "http://h:443/x"] {
        assert_eq!(Url::parse(url).unwrap().to_string(), url);
    }
    for (url, reason) in [
        ("ftp://h/", "does not begin with http:// or https://"),
        ("h:80", "does not begin with http:// or https://"),
        ("", "does not begin with http:// or https://"),
        ("http://", "has no host"),
        ("http://:80/", "has no host"),
        ("http://h:/", "has no port from 0 to 65535"),
        ("http://h:65536/", "has no port from 0 to 65535"),
        ("http://h:+1/", "has no port from 0 to 65535"),
        ("http://[::1/", "`[` without `]`"),
        ("http://[::1]x/", "has no port from 0 to 65535"),
        ("http://u@h/", "holds a user name"),
        ("http://h/a b", "holds blanks, control characters or letters beyond ASCII"),
        ("http://h/#a", "holds a fragment"),
    ] {
        assert_eq!(Url::parse(url).unwrap_err().to_string(), format!("URL `{url}`: {reason}"));
    }
}
