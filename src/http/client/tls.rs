//! The client's end of TLS, and whom it trusts.
//!
//! TLS 1.2 and 1.3 by rustls, which is octets in and octets out; the socket's part is here. Used by `client.rs`.

use std::fmt;
use std::io::{self, BufRead, Write as _};
use std::path::Path;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, RootCertStore, SignatureScheme};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};
use zeroize::Zeroizing;

use crate::limits;

/// Whom a client trusts. Cheap to clone; clones resume each other's sessions.
#[derive(Clone)]
pub struct Trust(Arc<ClientConfig>);

impl fmt::Debug for Trust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Trust")
    }
}

impl Trust {
    /// Servers whose certificates come from these, a PEM file.
    ///
    /// # Errors
    /// The file cannot be read, or holds no certificate.
    pub fn in_file(file: &Path) -> io::Result<Self> {
        Self::in_pem(&std::fs::read(file)?, None)
    }

    /// The same, and to those who ask for it a certificate of our own is shown: PEM files of it, with those up to its root, and of
    /// its private key.
    ///
    /// # Errors
    /// A file cannot be read or holds nothing, or key and certificate do not fit.
    pub fn in_file_as(file: &Path, certificate: &Path, key: &Path) -> io::Result<Self> {
        let read = |file: &Path| std::fs::read(file).map_err(|error| told(format!("{}: {error}", file.display())));
        Self::in_pem(&read(file)?, Some((&read(certificate)?, &Zeroizing::new(read(key)?))))
    }

    /// The same, with the PEM in hand: the roots, and our own certificate and private key if there is to be one.
    ///
    /// # Errors
    /// There is nothing in it, or key and certificate do not fit.
    pub fn in_pem(roots: &[u8], own: Option<(&[u8], &[u8])>) -> io::Result<Self> {
        let certificates = |pem| CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>();
        let mut trusted = RootCertStore::empty();
        for certificate in certificates(roots).map_err(|error| told(error.to_string()))? {
            trusted.add(certificate).map_err(|error| told(error.to_string()))?;
        }
        if trusted.is_empty() {
            return Err(told("holds no certificate".into()));
        }
        let own = own.map(|(chain, key)| {
            let chain = certificates(chain).map_err(|error| told(format!("our own certificate: {error}")))?;
            let key = PrivateKeyDer::from_pem_slice(key).map_err(|error| told(format!("our own key: {error}")))?;
            Ok::<_, io::Error>((chain, key))
        });
        let own = own.transpose()?;
        Self::with(|provider| {
            let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
            let builder = builder.with_root_certificates(trusted);
            match own {
                Some((chain, key)) => builder.with_client_auth_cert(chain, key),
                None => Ok(builder.with_no_client_auth()),
            }
        })
    }

    /// Any server at all, whatever it shows: for laboratories.
    ///
    /// # Errors
    /// Only where the cryptography of this build knows no version of TLS.
    pub fn of_anybody() -> io::Result<Self> {
        Self::with(|provider| {
            let anybody = Arc::new(Anybody(Arc::clone(&provider)));
            let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
            Ok(builder.dangerous().with_custom_certificate_verifier(anybody).with_no_client_auth())
        })
    }

    fn with(make: impl FnOnce(Arc<CryptoProvider>) -> Result<ClientConfig, rustls::Error>) -> io::Result<Self> {
        let mut config = make(Arc::new(ring::default_provider())).map_err(io::Error::other)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self(Arc::new(config)))
    }

    /// TLS on a fresh connection to `host`, a name or an address.
    pub(super) async fn shake_hands(&self, stream: TcpStream, host: &str) -> io::Result<Stream> {
        let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
        let mut session = ClientConnection::new(Arc::clone(&self.0), name).map_err(io::Error::other)?;
        // What is written is bounded by its callers, and sent at once.
        session.set_buffer_limit(None);
        let mut stream = Secured { stream, session: Box::new(session) };
        while stream.session.is_handshaking() {
            stream.flush().await?;
            if stream.session.is_handshaking() && stream.receive().await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        stream.flush().await?;
        Ok(Stream::Secured(stream))
    }
}

fn told(what: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

/// A connection, with TLS or without.
#[derive(Debug)]
pub(super) enum Stream {
    Plain(TcpStream),
    Local(UnixStream),
    Secured(Secured),
}

impl Stream {
    pub(super) async fn write_all(&mut self, octets: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(stream) => stream.write_all(octets).await,
            Self::Local(stream) => stream.write_all(octets).await,
            Self::Secured(stream) => {
                stream.session.writer().write_all(octets)?;
                stream.flush().await
            }
        }
    }

    /// Adds to `input` what has come; 0 is the end.
    pub(super) async fn read(&mut self, input: &mut Vec<u8>) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.read_buf(input).await,
            Self::Local(stream) => stream.read_buf(input).await,
            Self::Secured(stream) => stream.read(input).await,
        }
    }
}

/// A connection under TLS.
#[derive(Debug)]
pub(super) struct Secured {
    stream: TcpStream,
    session: Box<ClientConnection>,
}

impl Secured {
    async fn read(&mut self, input: &mut Vec<u8>) -> io::Result<usize> {
        loop {
            match self.session.reader().fill_buf() {
                Ok(plain) => {
                    let count = plain.len();
                    input.extend_from_slice(plain);
                    self.session.reader().consume(count);
                    return Ok(count);
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.receive().await?;
                    self.flush().await?;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Takes what the peer has sent; 0 is the end, which TLS is told too.
    async fn receive(&mut self) -> io::Result<usize> {
        let mut octets = Vec::with_capacity(limits::BUFFER_OCTETS);
        let count = self.stream.read_buf(&mut octets).await?;
        let mut rest = octets.as_slice();
        loop {
            let taken = self.session.read_tls(&mut rest)?;
            if let Err(error) = self.session.process_new_packets() {
                // The alert should leave, but a peer that does not take it changes nothing.
                let _ = self.flush().await;
                return Err(io::Error::new(io::ErrorKind::InvalidData, error));
            }
            if taken == 0 || rest.is_empty() {
                return Ok(count);
            }
        }
    }

    async fn flush(&mut self) -> io::Result<()> {
        let mut octets = Vec::new();
        while self.session.wants_write() {
            // Writing to memory does not fail.
            self.session.write_tls(&mut octets)?;
        }
        self.stream.write_all(&octets).await
    }
}

/// Finds every certificate good; what it signs is checked all the same.
#[derive(Debug)]
struct Anybody(Arc<CryptoProvider>);

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
