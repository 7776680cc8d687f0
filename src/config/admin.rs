//! `[admin]`: where operators and their programs come in, and what each of them may do.
//!
//! Keys and their rules. A role is had by the uid or gid of a process at the other end of the Unix socket, or by a name in a client's
//! certificate. Called by [`super::read`] and `serve`.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::Deserialize;

use super::check::{Finding, doubtful, wrong};
use super::read;
use crate::limits;
use crate::net::listener::Place;
use crate::net::tls::files::Files;
use crate::words::spelled;

spelled! {
    /// What somebody may do.
    Role {
        /// Look at everything but messages and keys.
        Read = "read",
        /// Look, start exchanges, change subscribers.
        Operate = "operate",
        /// Fetch wrapped keys for an authentication centre.
        KeyExport = "key-export",
    }
}

/// Who has a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Processes of this user.
    Uid(u32),
    /// Processes of this group.
    Gid(u32),
    /// Holders of a certificate with this common name, DNS name, mail address or URI.
    Certificate(String),
}

impl FromStr for Who {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |digits: &str| digits.parse().ok();
        let who = match text.split_once(':') {
            Some(("uid", digits)) => number(digits).map(Self::Uid),
            Some(("gid", digits)) => number(digits).map(Self::Gid),
            Some(("cert", name)) if !name.is_empty() => Some(Self::Certificate(name.into())),
            _ => None,
        };
        who.ok_or_else(|| format!("`{text}` is not uid:NUMBER, gid:NUMBER or cert:NAME"))
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Uid(number) => write!(f, "uid:{number}"),
            Self::Gid(number) => write!(f, "gid:{number}"),
            Self::Certificate(name) => write!(f, "cert:{name}"),
        }
    }
}

/// `[admin]`: where operators come in.
#[derive(Debug, Default, PartialEq)]
pub struct Admin {
    /// A Unix socket; an address and a port, which needs certificates on both sides; or `none`. Default: `admin.sock` in systemd's
    /// runtime directory, else beside the configuration file.
    pub listen: Option<Place>,
    /// From `certificate`, `key` and `client_ca`.
    pub files: Option<Files>,
    /// Who has which role. Root and the service's own user have every one.
    pub grants: Vec<(Role, Who)>,
}

/// `[admin]` as it stands in the file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct AdminKeys {
    listen: Option<Listen>,
    certificate: Option<PathBuf>,
    key: Option<PathBuf>,
    client_ca: Option<PathBuf>,
    #[serde(deserialize_with = "read::words")]
    read: Vec<Who>,
    #[serde(deserialize_with = "read::words")]
    operate: Vec<Who>,
    #[serde(deserialize_with = "read::words")]
    key_export: Vec<Who>,
}

/// `listen`, where it is given.
#[derive(Deserialize)]
#[serde(transparent)]
struct Listen(#[serde(deserialize_with = "read::place_or_none")] Option<Place>);

impl AdminKeys {
    pub(super) fn resolve(self, config: &Path) -> Admin {
        let beside = |file: &Path| config.parent().unwrap_or(Path::new("")).join(file);
        let under_systemd = || {
            let (folder, _) = read::unit_folder("RUNTIME_DIRECTORY", "run/akeyd", config)?;
            Some(folder.join(SOCKET))
        };
        let listen = match self.listen {
            Some(Listen(listen)) => listen,
            None => Some(Place::Local(under_systemd().unwrap_or_else(|| beside(Path::new(SOCKET))))),
        };
        let files = self.certificate.zip(self.key).zip(self.client_ca).map(|((certificate, key), client_ca)| Files {
            certificate: beside(&certificate),
            key: beside(&key),
            client_ca: Some(beside(&client_ca)),
            client_required: true,
            tls_1_2: false,
        });
        let grants = [(Role::Read, self.read), (Role::Operate, self.operate), (Role::KeyExport, self.key_export)];
        let grants = grants.into_iter().flat_map(|(role, all)| all.into_iter().map(move |who| (role, who))).collect();
        Admin { listen, files, grants }
    }

    /// Rules that need to know which keys were given.
    pub(super) fn rules(&self) -> Vec<Finding> {
        let given = [&self.certificate, &self.key, &self.client_ca].map(Option::is_some);
        let by_network = matches!(self.listen, Some(Listen(Some(Place::Internet(_)))));
        let message = "needs certificate, key and client_ca: in the network operators show certificates";
        match given {
            [true, true, true] if by_network => Vec::new(),
            [false, false, false] if !by_network => Vec::new(),
            _ if by_network => vec![wrong("admin.listen", message)],
            [certificate, key, _] => {
                let key = if certificate {
                    "certificate"
                } else if key {
                    "key"
                } else {
                    "client_ca"
                };
                vec![wrong(format!("admin.{key}"), "goes with an address and a port in listen alone")]
            }
        }
    }
}

/// The file name of the socket.
const SOCKET: &str = "admin.sock";

/// Rules for what was resolved.
pub(super) fn rules(admin: &Admin, findings: &mut Vec<Finding>) {
    let Admin { listen, grants, .. } = admin;
    if grants.len() > limits::ADMIN_GRANTS {
        let message = format!("{} entries of roles are more than {}", grants.len(), limits::ADMIN_GRANTS);
        findings.push(wrong("admin", message));
    }
    let key = |role: &Role| match role {
        Role::Read => "admin.read",
        Role::Operate => "admin.operate",
        Role::KeyExport => "admin.key_export",
    };
    for (role, who) in grants {
        let fits = match listen {
            Some(Place::Internet(_)) => matches!(who, Who::Certificate(_)),
            Some(Place::Local(_)) => !matches!(who, Who::Certificate(_)),
            None => true,
        };
        if !fits {
            let message =
                format!("`{who}` cannot come in by admin.listen: a Unix socket shows uid and gid, TLS a certificate");
            findings.push(doubtful(key(role), message));
        }
    }
    let nobody = matches!(listen, Some(Place::Internet(_))) && grants.is_empty();
    if nobody {
        findings.push(doubtful(
            "admin.listen",
            "nobody has a role: add names of certificates to read, operate or key_export",
        ));
    }
    if let Some(Place::Local(path)) = listen
        && path.as_os_str().len() > limits::SOCKET_PATH_OCTETS
    {
        let message = format!("`{}` is longer than {} octets", path.display(), limits::SOCKET_PATH_OCTETS);
        findings.push(wrong("admin.listen", message));
    }
}
