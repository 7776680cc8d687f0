//! From certificate files to what handshakes go by.
//!
//! TLS 1.2 and 1.3 with rustls' own choice of suites, HTTP/1.1 and 1.0 by ALPN, sessions resumed by tickets that any thread can read. A change
//! of certificates keeps the tickets, unless it changes whose certificates are asked for. Reads files, never writes; private keys stay inside rustls.
//! Called by `cli` when the service starts, when it is told to read its configuration again, and when a configuration is checked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::danger::ClientCertVerifier;
use rustls::server::{NoServerSessionStorage, ProducesTickets, WebPkiClientVerifier};
use rustls::{RootCertStore, ServerConfig, SupportedProtocolVersion};

/// Which files, and what of clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// Our certificate and those between it and its root, PEM, ours first.
    pub certificate: PathBuf,
    /// Its private key, PEM.
    pub key: PathBuf,
    /// Whose certificates clients may show, PEM; `None`: they are not asked.
    pub client_ca: Option<PathBuf>,
    /// Clients must show one.
    pub client_required: bool,
    /// TLS 1.2 is spoken too.
    pub tls_1_2: bool,
}

/// What is wrong with the files.
#[derive(Debug, thiserror::Error)]
#[error("{}: {what}", file.display())]
pub struct FileError {
    /// The file.
    pub file: PathBuf,
    /// What is wrong with it.
    pub what: String,
}

fn wrong(file: &Path, what: impl ToString) -> FileError {
    FileError { file: file.to_owned(), what: what.to_string() }
}

/// Reads the files. With `before`, the settings in force until now and their files, sessions of then can go on.
pub fn load(files: &Files, before: Option<(&Files, &Arc<ServerConfig>)>) -> Result<Arc<ServerConfig>, FileError> {
    let provider = Arc::new(ring::default_provider());
    let chain = certificates(&files.certificate)?;
    let key = PrivateKeyDer::from_pem_file(&files.key)
        .map_err(|error| wrong(&files.key, format!("holds no private key: {error}")))?;
    let versions: &[&SupportedProtocolVersion] =
        if files.tls_1_2 { &[&rustls::version::TLS13, &rustls::version::TLS12] } else { &[&rustls::version::TLS13] };
    let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_protocol_versions(versions)
        .map_err(|error| wrong(&files.certificate, error))?;
    let mut config = match verifier(files, provider)? {
        Some(verifier) => builder.with_client_cert_verifier(verifier),
        None => builder.with_no_client_auth(),
    }
    .with_single_cert(chain, key)
    .map_err(|error| wrong(&files.key, format!("does not fit the certificate: {error}")))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec(), b"http/1.0".to_vec()];
    config.session_storage = Arc::new(NoServerSessionStorage {});
    // One ticket is enough for a client that comes with one connection after another.
    config.send_tls13_tickets = 1;
    config.ticketer = match before {
        Some((old, config)) if (&old.client_ca, old.client_required) == (&files.client_ca, files.client_required) => {
            Arc::clone(&config.ticketer)
        }
        _ => tickets(files)?,
    };
    Ok(Arc::new(config))
}

fn tickets(files: &Files) -> Result<Arc<dyn ProducesTickets>, FileError> {
    ring::Ticketer::new().map_err(|error| wrong(&files.certificate, format!("no keys for session tickets: {error}")))
}

fn verifier(files: &Files, provider: Arc<CryptoProvider>) -> Result<Option<Arc<dyn ClientCertVerifier>>, FileError> {
    let Some(file) = &files.client_ca else { return Ok(None) };
    let mut roots = RootCertStore::empty();
    for certificate in certificates(file)? {
        roots.add(certificate).map_err(|error| wrong(file, error))?;
    }
    let builder = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
    let builder = if files.client_required { builder } else { builder.allow_unauthenticated() };
    builder.build().map(Some).map_err(|error| wrong(file, error))
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, FileError> {
    let found = CertificateDer::pem_file_iter(file).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    match found {
        Ok(found) if !found.is_empty() => Ok(found),
        Ok(_) => Err(wrong(file, "holds no certificate")),
        Err(error) => Err(wrong(file, format!("cannot be read: {error}"))),
    }
}
