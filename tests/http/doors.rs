//! Who is let in, as whom, and how often: limits, proxies, Unix sockets, and settings that change while the door is open.

use std::net::SocketAddr;
use std::os::unix::net::UnixStream;
use std::process::Command;

use akeyd::http::server::{Refusal, Settings};
use akeyd::net::proxy::ClientAddress;
use socket2::{Domain, Socket, Type};

use crate::harness::{Raw, Server, backends, eventually, on_both, quick};

/// A connection from another address of this machine.
fn from(address: &str, server: &Server) -> Raw {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.bind(&format!("{address}:0").parse::<SocketAddr>().unwrap().into()).unwrap();
    socket.connect(&server.address.into()).unwrap();
    Raw::over(socket.into())
}

fn peer(connection: &mut Raw) -> String {
    connection.send("GET /peer HTTP/1.1\r\nHost: h\r\n\r\n").answer().text().trim().to_owned()
}

/// A header of the PROXY protocol, version 2, for a client.
fn introduction(client: &str) -> Vec<u8> {
    let client: std::net::SocketAddrV4 = client.parse().unwrap();
    let mut octets = b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c".to_vec();
    octets.extend(client.ip().octets());
    octets.extend([127, 0, 0, 1]);
    octets.extend(client.port().to_be_bytes());
    octets.extend(80_u16.to_be_bytes());
    octets
}

#[test]
fn a_connection_brings_so_many_requests() {
    on_both(Settings { requests_per_connection: 3, ..Settings::default() }, |server| {
        let mut connection = server.connect();
        for _ in 0..2 {
            assert!(!connection.post("/dm", b"more").answer().closes());
        }
        assert!(connection.post("/dm", b"last").answer().closes());
        assert!(connection.is_closed());
    });
}

#[test]
fn a_host_of_strangers_has_its_share_and_those_who_are_known_do_not_count() {
    let settings = Settings { strangers_per_host: 3, trusted_nets: vec!["127.0.0.3".parse().unwrap()], ..quick() };
    on_both(settings, |server| {
        let mut held: Vec<Raw> = (0..3).map(|_| server.connect()).collect();
        assert_eq!(held[2].post("/dm", b"in").answer().status, 200);
        let refused = |server: &Server| {
            let mut fourth = server.connect();
            let answer = fourth.answer();
            assert_eq!((answer.status, answer.closes()), (503, true));
            assert!(answer.header("retry-after").is_some());
        };
        refused(server);
        assert_eq!(server.refused(), [Refusal::HostConnections]);
        assert_eq!(from("127.0.0.2", server).post("/dm", b"another host").answer().status, 200);
        let mut trusted: Vec<Raw> = (0..10).map(|_| from("127.0.0.3", server)).collect();
        assert!(trusted.iter_mut().all(|connection| connection.post("/dm", b"trusted").answer().status == 200));

        assert_eq!(held[2].send("GET /known HTTP/1.1\r\nHost: h\r\n\r\n").answer().text(), "known\n");
        let mut next = server.connect();
        assert_eq!(next.post("/dm", b"room for one more").answer().status, 200);
        refused(server);
        // Who is known leaves, and takes nobody's place with it.
        drop(held.remove(2));
        std::thread::sleep(std::time::Duration::from_millis(50));
        refused(server);
        held.clear();
        eventually("those who left make room", || server.connect().post("/dm", b"in").answer().status == 200);
    });
}

#[test]
fn a_trusted_proxy_introduces_its_clients_and_nobody_else_can() {
    let settings = Settings {
        client_address: ClientAddress::ProxyV2,
        trusted_proxies: vec!["127.0.0.1".parse().unwrap()],
        strangers_per_host: 2,
        ..quick()
    };
    on_both(settings, |server| {
        let mut proxied = server.connect();
        proxied.send([introduction("192.0.2.7:4711").as_slice(), b"GET /peer HTTP/1.1\r\nHost: h\r\n\r\n"].concat());
        assert_eq!(proxied.answer().text(), "192.0.2.7:4711\n");
        assert_eq!(peer(&mut proxied), "192.0.2.7:4711", "it stands for the whole connection");
        let mut slow = server.connect();
        for octet in introduction("192.0.2.7:9") {
            slow.send([octet]);
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        assert_eq!(peer(&mut slow), "192.0.2.7:9");
        // The limits are the client's, not the proxy's.
        let mut third = server.connect();
        assert_eq!(third.send(introduction("192.0.2.7:10")).answer().status, 503);
        let mut other = server.connect();
        assert_eq!(peer(other.send(introduction("192.0.2.8:1"))), "192.0.2.8:1");
        // LOCAL: the proxy itself.
        let mut itself = server.connect();
        itself.send(b"\r\n\r\n\0\r\nQUIT\n\x20\x00\0\0");
        let own = itself.stream.local_addr().unwrap().to_string();
        assert_eq!(peer(&mut itself), own);
        assert_eq!(server.refused(), [Refusal::HostConnections]);

        // A proxy that does not introduce anybody, in whatever way, gets nothing.
        for silent in ["GET /peer HTTP/1.1\r\nHost: h\r\n\r\n", "PROXY TCP4 1.2.3.4 1.2.3.4 1 2\r\n", "\r\n\r\n\0\r\nQ"]
        {
            let mut connection = server.connect();
            assert!(connection.try_send(silent));
            assert!(connection.is_gone(), "{silent:?}");
        }
        assert_eq!(server.refused()[1..], [Refusal::Proxy; 3]);
        // One that tests whether we are there is no mistake.
        drop(server.connect());
        // Who is not trusted speaks for itself.
        let mut liar = from("127.0.0.2", server);
        assert_eq!(liar.send(introduction("192.0.2.7:1")).answer().status, 400);
        let mut direct = from("127.0.0.2", server);
        assert!(peer(&mut direct).starts_with("127.0.0.2:"));
        assert_eq!(server.refused().len(), 5);
    });
}

#[test]
fn a_header_names_the_client_where_its_proxy_is_trusted() {
    let settings = Settings {
        client_address: ClientAddress::Header,
        trusted_proxies: vec!["127.0.0.1".parse().unwrap()],
        ..Settings::default()
    };
    on_both(settings, |server| {
        let told = |connection: &mut Raw, headers: &str| {
            connection.send(format!("GET /peer HTTP/1.1\r\nHost: h\r\n{headers}\r\n")).answer().text().trim().to_owned()
        };
        let mut proxy = server.connect();
        let own = proxy.stream.local_addr().unwrap().to_string();
        assert_eq!(told(&mut proxy, "X-Forwarded-For: 192.0.2.1\r\n"), "192.0.2.1:0");
        assert_eq!(
            told(&mut proxy, "X-Forwarded-For: 6.6.6.6, 2001:db8::1\r\n"),
            "[2001:db8::1]:0",
            "the proxy's own word"
        );
        assert_eq!(told(&mut proxy, "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 192.0.2.2\r\n"), "192.0.2.2:0");
        assert_eq!(told(&mut proxy, "X-Forwarded-For: unknown\r\n"), own);
        assert_eq!(told(&mut proxy, ""), own);
        let mut liar = from("127.0.0.2", server);
        assert!(told(&mut liar, "X-Forwarded-For: 192.0.2.1\r\n").starts_with("127.0.0.2:"));
    });
}

#[test]
fn a_unix_socket_serves_a_proxy_on_this_machine() {
    for &backend in backends() {
        let path = std::env::temp_dir().join(format!("akeyd-http-{backend:?}-{}", std::process::id()));
        let settings = Settings { client_address: ClientAddress::Header, ..Settings::default() };
        let server = Server::start_at(backend, settings, &path);
        let curl = |arguments: &[&str]| {
            let output = Command::new("curl")
                .args(["-sS", "--max-time", "10", "--unix-socket", path.to_str().unwrap()])
                .args(arguments)
                .output()
                .expect("curl");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        };
        assert_eq!(curl(&["--data-binary", "by path", "http://h/dm"]), "by path");
        assert_eq!(curl(&["http://h/peer"]), "local\n");
        assert_eq!(curl(&["-H", "X-Forwarded-For: 192.0.2.1", "http://h/peer"]), "192.0.2.1:0\n");
        let idle = UnixStream::connect(&path).unwrap();
        assert_eq!(server.stop(std::time::Duration::from_secs(5)), 0);
        drop(idle);
        std::fs::remove_file(path).unwrap();
    }
}

#[test]
fn settings_change_for_those_who_come_and_not_for_those_who_are_here() {
    on_both(Settings::default(), |server| {
        let mut before = server.connect();
        assert_eq!(before.post("/dm", &[b'x'; 100]).answer().status, 200);
        server.door.set(Settings { body_octets: 99, requests_per_connection: 1, ..Settings::default() });
        assert_eq!(before.post("/dm", &[b'x'; 100]).answer().status, 200);
        assert_eq!(server.connect().post("/dm", &[b'x'; 100]).answer().status, 413);
        assert!(server.connect().post("/dm", b"x").answer().closes());
        server.door.set(Settings { connections: 0, ..Settings::default() });
        assert_eq!(server.connect().post("/dm", b"x").answer().status, 503);
        assert_eq!(before.post("/dm", b"still here").answer().status, 200);
    });
}
