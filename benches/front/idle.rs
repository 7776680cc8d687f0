//! Memory of idle connections, and whether others notice them.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use socket2::{Domain, Socket, Type};

use crate::server::{ANSWER, REQUEST, Server, certificates};

/// Keep-alive connections that have had one request each.
pub(crate) fn plain() {
    let folder = certificates();
    for kind in ["io_uring", "epoll"] {
        cycles(kind, 15_000, 20, &folder, None);
    }
    let _ = std::fs::remove_dir_all(folder);
}

/// The same under TLS.
pub(crate) fn under_tls() {
    let folder = certificates();
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(folder.join("cert.pem")).expect("a certificate")).expect("a root");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().expect("versions");
    let mut config = builder.with_root_certificates(roots).with_no_client_auth();
    // Every handshake is a whole one.
    config.resumption = rustls::client::Resumption::disabled();
    let config = Arc::new(config);
    for kind in ["io_uring-tls", "epoll-tls"] {
        cycles(kind, 10_000, 2, &folder, Some(&config));
    }
    let _ = std::fs::remove_dir_all(folder);
}

fn cycles(kind: &str, connections: usize, cycles: usize, folder: &Path, tls: Option<&Arc<ClientConfig>>) {
    akeyd::sys::raise_descriptor_limit().expect("descriptors");
    let server = Server::start(kind, folder);
    let mut source = 0;
    let mut connect = || {
        source += 1;
        ask(connect_from(source, server.address), tls)
    };
    drop(connect());
    let before = server.resident();
    println!(
        "\n{kind}: {connections} idle connections, after one request each; resident memory without any {} KiB",
        before / 1024
    );
    println!(
        "{:>6} {:>14} {:>20} {:>16} {:>16}",
        "cycle", "KiB in all", "octets a connection", "new client, ms", "KiB when closed"
    );
    for cycle in 1..=cycles {
        let held: Vec<TcpStream> = (0..connections).map(|_| connect()).collect();
        std::thread::sleep(Duration::from_millis(100));
        let resident = server.resident();
        let mut waited = Duration::ZERO;
        for _ in 0..20 {
            let began = Instant::now();
            drop(connect());
            waited = waited.max(began.elapsed());
        }
        drop(held);
        std::thread::sleep(Duration::from_millis(500));
        if cycle <= 2 || cycle % 5 == 0 {
            println!(
                "{cycle:>6} {:>14} {:>20} {:>16.2} {:>16}",
                resident / 1024,
                resident.saturating_sub(before) / connections as u64,
                waited.as_secs_f64() * 1e3,
                server.resident() / 1024
            );
        }
    }
}

/// Addresses and ports of this machine one after the other: the kernel need not search for free ones, and they do not run out.
fn connect_from(number: u32, server: SocketAddr) -> TcpStream {
    let [_, a, b, c] = (number / 10_000 + 2).to_be_bytes();
    let port = 20_000 + (number % 10_000) as u16;
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    socket.set_reuse_address(true).expect("a socket");
    socket.bind(&SocketAddr::from(([127, a, b, c], port)).into()).expect("loopback");
    socket.connect(&server.into()).expect("the server listens");
    socket.set_tcp_nodelay(true).expect("TCP");
    socket.into()
}

/// One request and its answer; the connection stays.
fn ask(stream: TcpStream, tls: Option<&Arc<ClientConfig>>) -> TcpStream {
    let request =
        format!("POST /dm HTTP/1.1\r\nHost: localhost\r\nContent-Length: {REQUEST}\r\n\r\n{}", "x".repeat(REQUEST));
    match tls {
        None => converse(stream, &request),
        Some(config) => {
            let name = ServerName::try_from("localhost").expect("a name");
            let connection = ClientConnection::new(Arc::clone(config), name).expect("a client");
            converse(StreamOwned::new(connection, stream), &request).sock
        }
    }
}

fn converse<S: Read + Write>(mut stream: S, request: &str) -> S {
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = Vec::new();
    let mut part = [0; 4096];
    loop {
        let count = stream.read(&mut part).expect("an answer");
        assert!(count > 0, "the server hung up");
        answer.extend_from_slice(&part[..count]);
        let head = answer.windows(4).position(|four| four == b"\r\n\r\n");
        if head.is_some_and(|end| answer.len() == end + 4 + ANSWER) {
            return stream;
        }
    }
}
