//! The authentication centre of a demo: the one in the service's process, one that is reached over HTTPS, or one at the far end of a signalling link.
//!
//! The second is that of `akeyd ac`, with certificates made for the occasion on both sides; nothing is written anywhere. Called by the rest of the demo.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use akeyd_hw::Group;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig};

use super::DemoError;
use super::far::Far;
use crate::http::client::Trust;
use crate::lab::ac::http;
use crate::limits;
use crate::north;
use crate::north::outbox::settings::{Centre as Peer, Settings, Target};
use crate::north::software::SoftwareAc;
use crate::north::wrap::TransportKey;
use crate::words::DeviceId;

/// Who holds the keys.
pub(super) enum Centre {
    /// The one in the service's process.
    Software(SoftwareAc),
    /// The one on the loopback.
    Http(http::Running),
    /// The one at the far end of a signalling link.
    Far(Rc<Far>),
}

impl Centre {
    /// Whether it comes to hold this key: it is told right after the handset's session has ended.
    pub(super) fn comes_to_hold(&self, device: &DeviceId, key: &[u8]) -> bool {
        static PATIENCE_MS: AtomicU64 = AtomicU64::new(5_000);
        loop {
            let holds = match self {
                Self::Software(centre) => centre.key(device).is_some_and(|in_use| in_use.expose() == key),
                Self::Http(centre) => centre.key(device).is_some_and(|in_use| in_use == key),
                Self::Far(far) => far.key(device).is_some_and(|in_use| in_use == key),
            };
            if holds {
                return true;
            }
            if PATIENCE_MS.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err() {
                return false;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// The far end, if there is a signalling link.
    pub(super) fn far(&self) -> Option<&Rc<Far>> {
        match self {
            Self::Far(far) => Some(far),
            Self::Software(_) | Self::Http(_) => None,
        }
    }

    pub(super) fn stop(self) {
        match self {
            Self::Software(_) => {}
            Self::Http(centre) => centre.stop(),
            Self::Far(far) => {
                if let Ok(far) = Rc::try_unwrap(far) {
                    far.end();
                }
            }
        }
    }
}

/// Starts a centre on the loopback, and says how it is reached. Each side shows the other a certificate.
pub(super) fn over_https(group: &str) -> Result<(north::Settings, http::Running), DemoError> {
    let no_group = || DemoError::NotPossible(format!("--group: `{group}` is none"));
    let mut secret = zeroize::Zeroizing::new([0; 32]);
    getrandom::fill(&mut *secret)?;
    let transport_key = TransportKey::new(&*secret).ok_or_else(no_group)?;
    let root = root()?;
    let (server, server_key) = leaf(&root, &["localhost", "127.0.0.1"])?;
    let (client, client_key) = leaf(&root, &["akeyd"])?;
    let centre = http::start(http::Settings {
        listen: ([127, 0, 0, 1], 0).into(),
        tls: Some(tls(&root.pem(), &server, &server_key)?),
        state: None,
        transport_key: transport_key.clone(),
        group: Group::known(group).ok_or_else(no_group)?,
        fault: None,
    })?;
    let target = Target {
        url: format!("https://{}/keys", centre.address),
        trust: Some(Trust::in_pem(root.pem().as_bytes(), Some((client.as_bytes(), client_key.as_bytes())))?),
        answer: Duration::from_millis(limits::NORTH_POST_DEFAULT_MS),
        in_flight: limits::NORTH_IN_FLIGHT_DEFAULT,
    };
    let name: Arc<str> = "demo".into();
    let peer = Peer { name: Arc::clone(&name), push: Some(target), transport_key, key_version: 1, computes: true };
    let outbox = Settings { centres: vec![peer], ..Settings::default() };
    Ok((north::Settings { peer: north::Peer::Json(name), outbox, signalling: Vec::new() }, centre))
}

fn root() -> Result<CertifiedIssuer<'static, KeyPair>, rcgen::Error> {
    let mut params = CertificateParams::new([])?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate()?)
}

/// A certificate and its key, PEM.
fn leaf(root: &CertifiedIssuer<'_, KeyPair>, names: &[&str]) -> Result<(String, String), rcgen::Error> {
    let key = KeyPair::generate()?;
    let params = CertificateParams::new(names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>())?;
    Ok((params.signed_by(&key, root)?.pem(), key.serialize_pem()))
}

/// A server that lets nobody in who does not show a certificate of this root.
fn tls(root: &str, certificate: &str, key: &str) -> Result<Arc<ServerConfig>, std::io::Error> {
    let certificate_of = |pem: &str| CertificateDer::from_pem_slice(pem.as_bytes()).map_err(std::io::Error::other);
    let mut roots = RootCertStore::empty();
    roots.add(certificate_of(root)?).map_err(std::io::Error::other)?;
    let provider = Arc::new(ring::default_provider());
    let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider)).build();
    let key = PrivateKeyDer::from_pem_slice(key.as_bytes()).map_err(std::io::Error::other)?;
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(std::io::Error::other)?
        .with_client_cert_verifier(verifier.map_err(std::io::Error::other)?)
        .with_single_cert(vec![certificate_of(certificate)?], key)
        .map_err(std::io::Error::other)?;
    Ok(Arc::new(config))
}
