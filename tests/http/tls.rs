//! TLS from outside: curl, openssl and a rustls client of our own choosing; certificates good and bad; peers that are slow, that lie, that flood.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use akeyd::http::server::{Door, Refusal, Settings, Shutdown, Timeouts, serve};
use akeyd::net::tls::files::{self, Files};
use akeyd::net::{Transport, memory};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::harness::{Raw, Server, backends, echo, eventually, on_both, quick};

/// A folder of certificates: `ca`, `server` and `client` of it, and `other`, a root that nobody trusts, with `stranger` of it.
struct Certificates(PathBuf);

impl Certificates {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("akeyd-tls-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let made = Self(folder);
        for (root, leaf, names) in [("ca", "server", vec!["localhost", "127.0.0.1"]), ("other", "stranger", vec!["x"])]
        {
            let root = made.root(root);
            made.leaf(&root, leaf, &names);
            if leaf == "server" {
                made.leaf(&root, "client", &["handset"]);
                made.leaf(&root, "next", &["localhost", "127.0.0.1", "next.example"]);
            }
        }
        made
    }

    fn root(&self, name: &str) -> CertifiedIssuer<'static, KeyPair> {
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(rcgen::DnType::CommonName, name);
        let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        std::fs::write(self.path(&format!("{name}.pem")), issuer.pem()).unwrap();
        issuer
    }

    fn leaf(&self, root: &CertifiedIssuer<'_, KeyPair>, name: &str, names: &[&str]) {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>()).unwrap();
        params.distinguished_name.push(rcgen::DnType::CommonName, name);
        let certificate = params.signed_by(&key, root).unwrap();
        std::fs::write(self.path(&format!("{name}.pem")), certificate.pem()).unwrap();
        std::fs::write(self.path(&format!("{name}.key")), key.serialize_pem()).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    fn files(&self, name: &str) -> Files {
        Files {
            certificate: self.path(&format!("{name}.pem")),
            key: self.path(&format!("{name}.key")),
            client_ca: None,
            client_required: true,
            tls_1_2: true,
        }
    }

    fn settings(&self) -> Settings {
        Settings { tls: Some(files::load(&self.files("server"), None).unwrap()), ..Settings::default() }
    }

    fn asking_clients(&self, required: bool) -> Settings {
        let files = Files { client_ca: Some(self.path("ca.pem")), client_required: required, ..self.files("server") };
        Settings { tls: Some(files::load(&files, None).unwrap()), ..Settings::default() }
    }

    fn client(&self) -> Arc<ClientConfig> {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_file(self.path("ca.pem")).unwrap()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        Arc::new(builder.with_root_certificates(roots).with_no_client_auth())
    }
}

impl Drop for Certificates {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A client that keeps its connection.
struct Client(StreamOwned<ClientConnection, TcpStream>);

impl Client {
    fn connect(address: SocketAddr, config: &Arc<ClientConfig>) -> Self {
        let name = ServerName::try_from("localhost").unwrap();
        let tcp = TcpStream::connect(address).unwrap();
        tcp.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        Self(StreamOwned::new(ClientConnection::new(Arc::clone(config), name).unwrap(), tcp))
    }

    fn try_post(&mut self, path: &str, body: &[u8]) -> std::io::Result<Vec<u8>> {
        let head = format!("POST {path} HTTP/1.1\r\nHost: h\r\nContent-Length: {}\r\n\r\n", body.len());
        self.0.write_all(&[head.as_bytes(), body].concat())?;
        self.answer()
    }

    fn post(&mut self, path: &str, body: &[u8]) -> Vec<u8> {
        self.try_post(path, body).unwrap()
    }

    fn answer(&mut self) -> std::io::Result<Vec<u8>> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut octet = [0];
            self.0.read_exact(&mut octet)?;
            head.push(octet[0]);
        }
        let head = String::from_utf8(head).unwrap();
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap().parse().unwrap();
        let mut body = vec![0; length];
        self.0.read_exact(&mut body)?;
        Ok(body)
    }
}

fn tool(name: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut tool = Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    // It may have made up its mind before it reads.
    let _ = tool.stdin.take().unwrap().write_all(input);
    tool.wait_with_output().unwrap()
}

fn curl(server: &Server, arguments: &[&str]) -> Output {
    let url = format!("https://{}/dm", server.address);
    tool("curl", &[&["-sS", "--max-time", "10", "-m", "10"], arguments, &[&url]].concat(), b"")
}

fn text(octets: &[u8]) -> String {
    String::from_utf8_lossy(octets).into_owned()
}

#[test]
fn curl_speaks_both_versions_and_nothing_older_is_spoken() {
    let made = Certificates::new("curl");
    on_both(made.settings(), |server| {
        let ca = made.text("ca.pem");
        for version in ["1.2", "1.3"] {
            let arguments =
                ["--cacert", &ca, &format!("--tlsv{version}"), "--tls-max", version, "--data-binary", "secret"];
            for form in ["--http1.1", "--http1.0", "--http2"] {
                let output = curl(server, &[&arguments[..], &[form]].concat());
                assert_eq!(text(&output.stdout), "secret", "{version} {form}: {}", text(&output.stderr));
            }
        }
        assert_eq!(curl(server, &["--cacert", &made.text("other.pem")]).status.code(), Some(60), "not its root");
        let old = curl(server, &["--cacert", &ca, "--tlsv1.0", "--tls-max", "1.1", "--ciphers", "ALL:@SECLEVEL=0"]);
        assert_eq!(old.status.code(), Some(35), "{}", text(&old.stderr));
        eventually("it is counted", || server.refused().contains(&Refusal::BadHandshake));
    });
}

/// What `openssl s_client` says and gets for a request of HTTP/1.0.
fn s_client(server: &Server, made: &Certificates, arguments: &[&str]) -> String {
    let address = server.address.to_string();
    let ca = made.text("ca.pem");
    let fixed = ["s_client", "-connect", &address, "-CAfile", &ca, "-verify_return_error", "-ign_eof"];
    let output = tool("openssl", &[&fixed, arguments].concat(), b"GET /query?openssl HTTP/1.0\r\n\r\n");
    text(&output.stdout) + &text(&output.stderr)
}

#[test]
fn openssl_speaks_both_versions_and_resumes_its_sessions() {
    let made = Certificates::new("openssl");
    on_both(made.settings(), |server| {
        for (flag, version) in [("-tls1_2", "TLSv1.2"), ("-tls1_3", "TLSv1.3")] {
            let kept = made.text(version);
            let first = s_client(server, &made, &[flag, "-sess_out", &kept]);
            assert!(first.contains(&format!("New, {version}")) && first.contains("\nopenssl\n"), "{first}");
            let resumed = s_client(server, &made, &[flag, "-sess_in", &kept]);
            assert!(resumed.contains(&format!("Reused, {version}")) && resumed.contains("\nopenssl\n"), "{resumed}");
            // A change of certificates does not end sessions; new ones get the new certificate.
            let before = (&made.files("server"), &server.door.settings().tls.clone().unwrap());
            let tls = Some(files::load(&made.files("next"), Some(before)).unwrap());
            server.door.set(Settings { tls, ..Settings::default() });
            let resumed = s_client(server, &made, &[flag, "-sess_in", &kept]);
            assert!(resumed.contains(&format!("Reused, {version}")), "{resumed}");
            let new = s_client(server, &made, &[flag]);
            assert!(new.contains("CN = next") && new.contains(&format!("New, {version}")), "{new}");
            // Its own keys open no other server's tickets.
            server.door.set(made.settings());
            assert!(s_client(server, &made, &[flag, "-sess_in", &kept]).contains(&format!("New, {version}")));
        }
    });
}

#[test]
fn clients_show_certificates_where_they_are_asked() {
    let made = Certificates::new("clients");
    let with = |name: &str| {
        vec![
            "--cacert".to_owned(),
            made.text("ca.pem"),
            "--cert".to_owned(),
            made.text(&format!("{name}.pem")),
            "--key".to_owned(),
            made.text(&format!("{name}.key")),
        ]
    };
    for (required, without) in [(true, false), (false, true)] {
        on_both(made.asking_clients(required), |server| {
            for version in ["1.2", "1.3"] {
                let passes = |arguments: &[String]| {
                    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
                    let output =
                        curl(server, &[&["--tls-max", version, "--data-binary", "in"], &arguments[..]].concat());
                    text(&output.stdout) == "in"
                };
                assert!(passes(&with("client")));
                assert_eq!(passes(&with("client")[..2]), without, "without one");
                assert!(!passes(&with("stranger")), "of a root that we do not trust");
            }
            eventually("it is counted", || server.refused().len() == if required { 4 } else { 2 });
            assert!(server.refused().iter().all(|cause| *cause == Refusal::BadHandshake));
        });
    }
}

#[test]
fn files_that_cannot_serve_are_named() {
    let made = Certificates::new("files");
    let refused = |files: Files| files::load(&files, None).unwrap_err().to_string();
    let of = |certificate: &str, key: &str| Files {
        certificate: made.path(certificate),
        key: made.path(key),
        ..made.files("server")
    };
    assert!(refused(of("none.pem", "server.key")).starts_with(&made.text("none.pem: cannot be read")));
    assert!(refused(of("server.key", "server.key")).ends_with("server.key: holds no certificate"));
    assert!(refused(of("server.pem", "server.pem")).contains("server.pem: holds no private key"));
    assert!(refused(of("server.pem", "client.key")).contains("client.key: does not fit the certificate"));
    std::fs::write(made.path("junk.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").unwrap();
    let junk = Files { client_ca: Some(made.path("junk.pem")), ..made.files("server") };
    assert!(refused(junk).contains("junk.pem: "));
}

#[test]
fn bodies_large_and_small_pass_and_the_end_is_told() {
    let made = Certificates::new("bodies");
    let timeouts = Timeouts { idle: Duration::from_secs(1), ..Timeouts::default() };
    on_both(Settings { timeouts, ..made.settings() }, |server| {
        let config = made.client();
        let mut client = Client::connect(server.address, &config);
        for size in [0, 1, 1200, 8 * 1024] {
            assert_eq!(client.post("/dm", &vec![b'x'; size]).len(), size);
        }
        let large: Vec<u8> = (0..64 * 1024_u32).map(|number| number as u8).collect();
        assert_eq!(client.post("/large", &large), large);
        // Answers to requests that come together.
        let one = "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc";
        client.0.write_all(one.repeat(300).as_bytes()).unwrap();
        assert!((0..300).all(|_| client.answer().unwrap() == b"abc"));
        client.0.write_all(b"GET /huge HTTP/1.1\r\nHost: h\r\n\r\n").unwrap();
        assert_eq!(client.answer().unwrap().len(), 16 << 20);
        // Idle for too long: a close_notify comes, without which this read would be an error.
        assert_eq!(client.0.read(&mut [0; 16]).unwrap(), 0);
    });
}

#[test]
fn a_change_of_certificates_under_load_drops_nothing() {
    let made = Certificates::new("reload");
    for &backend in backends() {
        let server = Server::start(backend, made.settings());
        let config = made.client();
        let address = server.address;
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let steady: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        let mut client = Client::connect(address, &config);
                        let mut count = 0;
                        while !over.load(Ordering::Relaxed) && count < 900 {
                            assert_eq!(client.post("/dm", b"steady"), b"steady");
                            count += 1;
                        }
                        count
                    })
                })
                .collect();
            let coming = scope.spawn(|| {
                let mut count = 0;
                while !over.load(Ordering::Relaxed) {
                    assert_eq!(Client::connect(address, &config).post("/dm", b"new"), b"new");
                    count += 1;
                }
                count
            });
            for round in 0..50 {
                let name = if round % 2 == 0 { "next" } else { "server" };
                let old = server.door.settings();
                let before = (&made.files("server"), old.tls.as_ref().unwrap());
                let tls = Some(files::load(&made.files(name), Some(before)).unwrap());
                server.door.set(Settings { tls, ..Settings::default() });
                std::thread::sleep(Duration::from_millis(10));
            }
            over.store(true, Ordering::Relaxed);
            assert!(steady.into_iter().all(|thread| thread.join().unwrap() > 10));
            assert!(coming.join().unwrap() > 3);
        });
        assert_eq!(server.refused(), []);
        assert_eq!(server.stop(Duration::from_secs(5)), 0);
    }
}

/// The first flight of a client: a ClientHello.
fn client_hello(made: &Certificates) -> Vec<u8> {
    let name = ServerName::try_from("localhost").unwrap();
    let mut connection = ClientConnection::new(made.client(), name).unwrap();
    let mut hello = Vec::new();
    connection.write_tls(&mut hello).unwrap();
    hello
}

#[test]
fn slow_lying_and_flooding_peers_cost_themselves() {
    let made = Certificates::new("hostile");
    let hello = client_hello(&made);
    on_both(Settings { handshakes: 5, timeouts: quick().timeouts, ..made.settings() }, |server| {
        let config = made.client();
        let mut steady = Client::connect(server.address, &config);
        assert_eq!(steady.post("/dm", b"well"), b"well");

        // No TLS at all: an alert, and the end.
        let mut plain = server.connect();
        plain.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        assert!(plain.is_gone());
        // A record that is cut or spoilt.
        let mut spoilt = hello.clone();
        spoilt[20] ^= 0xff;
        spoilt[3] = 0xff;
        let mut connection = server.connect();
        connection.send(&spoilt);
        assert!(connection.is_gone());
        eventually("both are counted", || server.refused() == [Refusal::BadHandshake; 2]);

        // Half a ClientHello, and one that is never followed: each has its time.
        for part in [&hello[..hello.len() / 2], &hello] {
            let mut slow = server.connect();
            slow.send(part);
            assert!(slow.is_gone());
        }
        eventually("both are counted", || server.refused()[2..] == [Refusal::SlowHandshake; 2]);

        // As many at once as may be; silent ones do not count, and more are let go at once.
        let silent: Vec<Raw> = (0..20).map(|_| server.connect()).collect();
        let mut busy: Vec<Raw> = (0..5).map(|_| server.connect()).collect();
        for connection in &mut busy {
            connection.send(&hello[..10]);
        }
        std::thread::sleep(Duration::from_millis(50));
        let mut sixth = server.connect();
        sixth.send(&hello);
        assert!(sixth.is_gone());
        eventually("it is counted", || server.refused()[4..] == [Refusal::Handshakes]);
        drop((silent, busy));
        eventually("room again", || Client::connect(server.address, &config).try_post("/dm", b"in").is_ok());

        // Reset in each state; cut in the middle of a request; then others are well.
        for cut in [0, 10, hello.len()] {
            let mut connection = server.connect();
            connection.send(&hello[..cut]);
            socket2::SockRef::from(&connection.stream).set_linger(Some(Duration::ZERO)).unwrap();
        }
        let mut half = Client::connect(server.address, &config);
        half.0.write_all(b"POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf").unwrap();
        socket2::SockRef::from(&half.0.sock).set_linger(Some(Duration::ZERO)).unwrap();
        drop(half);
        // Garbage behind the handshake.
        let mut garbage = Client::connect(server.address, &config);
        garbage.post("/dm", b"well");
        garbage.0.sock.write_all(&[0x17; 300]).unwrap();
        let _ = garbage.0.sock.read_to_end(&mut Vec::new());
        assert_eq!(Client::connect(server.address, &config).post("/dm", b"others"), b"others");
    });
}

/// The same over a stream that splits everything, with the far end driven by hand.
#[test]
fn records_may_be_cut_anywhere() {
    let made = Certificates::new("memory");
    let mut client = ClientConnection::new(made.client(), ServerName::try_from("localhost").unwrap()).unwrap();
    let answered = akeyd::net::epoll::run(async move {
        let (bring, listener) = memory::listener();
        // What the client says fits, so that it may say all before it listens; what the server says does not.
        let (mut near, far) = memory::pair(300);
        bring.send(far).ok().unwrap();
        let shutdown = Shutdown::new();
        tokio::task::spawn_local(serve(listener, echo(), Door::alone(made.settings()), shutdown.clone()));
        client.writer().write_all(b"POST /dm HTTP/1.0\r\nContent-Length: 5\r\n\r\nwhole").unwrap();
        let mut plain = Vec::new();
        loop {
            let deadline = tokio::time::Instant::now() + Duration::from_secs(10);
            while client.wants_write() {
                let mut octets = Vec::new();
                client.write_tls(&mut octets).unwrap();
                near.write_all(octets, deadline).await.0.unwrap();
            }
            let (read, octets) = near.read(Vec::with_capacity(3), deadline).await;
            if read.unwrap() == 0 {
                break;
            }
            assert_eq!(client.read_tls(&mut octets.as_slice()).unwrap(), octets.len());
            client.process_new_packets().unwrap();
            let _ = client.reader().read_to_end(&mut plain);
        }
        String::from_utf8(plain).unwrap()
    });
    assert!(answered.unwrap().ends_with("\r\n\r\nwhole"));
}

/// A browser asks for HTTP/2 first and sends more than we know.
#[test]
#[ignore = "needs Chromium: run by the long checks"]
fn chromium_reads_a_page() {
    let made = Certificates::new("browser");
    on_both(made.settings(), |server| {
        let url = format!("https://{}/query?seen-by-a-browser", server.address);
        let profile = made.text("profile");
        for version in ["tls1.2", "tls1.3"] {
            let output = tool(
                "chromium",
                &[
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--ignore-certificate-errors",
                    "--dump-dom",
                    &format!("--user-data-dir={profile}"),
                    &format!("--ssl-version-min={version}"),
                    &format!("--ssl-version-max={version}"),
                    &url,
                ],
                b"",
            );
            assert!(text(&output.stdout).contains("seen-by-a-browser"), "{version}: {}", text(&output.stderr));
        }
    });
    assert!(Path::new(&made.0).exists());
}
