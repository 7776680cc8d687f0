//! Where handsets come in: the sockets, who opens them, and the rules at each door, which may change while they are open.
//!
//! A socket that the service manager opened goes before the configured one of the same name. Called by [`super`] at start, and by
//! whoever reads the configuration again.

use std::net::SocketAddr;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::sync::Arc;

use rustls::ServerConfig;

use crate::http::server::{Door, Gate, Settings};
use crate::net::listener::{self, Place};

use super::{StartError, system};

/// Where handsets and those who watch come in.
pub struct Front {
    /// Plain HTTP.
    pub plain: Option<Place>,
    /// HTTP under TLS.
    pub tls: Option<Place>,
    /// Health and metrics.
    pub status: Option<SocketAddr>,
    /// Operators.
    pub admin: Option<Place>,
    /// Sockets that the service manager opened, by name: `http`, `https`, `status` or `admin`.
    pub inherited: Vec<(String, OwnedFd)>,
    /// What is let in.
    pub rules: Rules,
}

/// What is let in; may be changed while the service runs.
#[derive(Clone)]
pub struct Rules {
    /// The same for all doors; its `tls` is not looked at.
    pub settings: Settings,
    /// Certificates of the door under TLS.
    pub tls: Option<Arc<ServerConfig>>,
}

impl Rules {
    fn plain(&self) -> Settings {
        Settings { tls: None, ..self.settings.clone() }
    }

    fn under_tls(&self) -> Settings {
        Settings { tls: self.tls.clone(), ..self.settings.clone() }
    }
}

/// The doors of handsets, for changes of rules.
pub(super) struct Doors {
    plain: Arc<Door>,
    tls: Arc<Door>,
}

impl Doors {
    /// Changes the rules for connections to come.
    pub(super) fn set(&self, rules: &Rules) {
        self.plain.set(rules.plain());
        self.tls.set(rules.under_tls());
    }
}

/// A listening socket of one thread, and its door.
pub(super) type Entrance = (OwnedFd, Arc<Door>);

/// All that is open.
pub(super) struct Opened {
    pub(super) doors: Doors,
    /// Each thread's.
    pub(super) entrances: Vec<Vec<Entrance>>,
    pub(super) plain: Vec<Place>,
    pub(super) tls: Vec<Place>,
    pub(super) status: Option<(OwnedFd, Place)>,
    pub(super) admin: Option<(OwnedFd, Place)>,
    /// Unix sockets of our own making: they go with the service.
    pub(super) paths: Vec<PathBuf>,
}

/// Opens everything.
pub(super) fn open(front: Front, threads: usize) -> Result<Opened, StartError> {
    let gate = Arc::<Gate>::default();
    let doors = Doors {
        plain: Door::new(front.rules.plain(), Arc::clone(&gate)),
        tls: Door::new(front.rules.under_tls(), gate),
    };
    let (mut plain, mut tls, mut status, mut admin) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let only = front.inherited.len() == 1;
    for (name, socket) in front.inherited {
        match name.as_str() {
            "http" => plain.push(socket),
            "https" if front.rules.tls.is_some() => tls.push(socket),
            "https" => return Err(unusable("inherited socket `https`", "[tls] has no certificate")),
            "status" => status.push(socket),
            "admin" => admin.push(socket),
            // A socket unit that names nothing.
            _ if only => plain.push(socket),
            _ => {
                return Err(unusable(
                    &format!("inherited socket `{name}`"),
                    "its name is not http, https, status or admin",
                ));
            }
        }
    }
    let mut opened = Opened {
        doors,
        entrances: (0..threads).map(|_| Vec::new()).collect(),
        plain: Vec::new(),
        tls: Vec::new(),
        status: None,
        admin: None,
        paths: Vec::new(),
    };
    opened.plain = opened.add(plain, front.plain, |doors| &doors.plain)?;
    opened.tls = opened.add(tls, front.tls, |doors| &doors.tls)?;
    if opened.plain.is_empty() && opened.tls.is_empty() {
        return Err(unusable("listeners", "there is none for handsets"));
    }
    opened.status = opened.one(status.pop(), front.status.map(Place::from))?;
    opened.admin = opened.one(admin.pop(), front.admin)?;
    Ok(opened)
}

impl Opened {
    /// The one socket of a listener on the side thread.
    fn one(
        &mut self,
        inherited: Option<OwnedFd>,
        configured: Option<Place>,
    ) -> Result<Option<(OwnedFd, Place)>, StartError> {
        let socket = match (inherited, configured) {
            (Some(socket), _) => Some(socket),
            (None, Some(configured)) => {
                let socket = sockets(&configured, 1)?.pop();
                if let Place::Local(path) = configured {
                    self.paths.push(path);
                }
                socket
            }
            (None, None) => None,
        };
        socket.map(|socket| place(&socket).map(|place| (socket, place))).transpose()
    }

    /// Gives each thread its handle of every socket of one door.
    fn add(
        &mut self,
        inherited: Vec<OwnedFd>,
        configured: Option<Place>,
        door: impl Fn(&Doors) -> &Arc<Door>,
    ) -> Result<Vec<Place>, StartError> {
        let threads = self.entrances.len();
        let mut all = Vec::new();
        for socket in inherited {
            all.push(listener::share(socket, threads).map_err(|error| system("inherited socket", error))?);
        }
        if let Some(place) = configured.filter(|_| all.is_empty()) {
            all.push(sockets(&place, threads)?);
            if let Place::Local(path) = place {
                self.paths.push(path);
            }
        }
        let mut places = Vec::new();
        for sockets in all {
            places.extend(sockets.first().map(place).transpose()?);
            for (thread, socket) in self.entrances.iter_mut().zip(sockets) {
                thread.push((socket, Arc::clone(door(&self.doors))));
            }
        }
        Ok(places)
    }
}

fn sockets(place: &Place, threads: usize) -> Result<Vec<OwnedFd>, StartError> {
    listener::spread(place, threads).map_err(|error| system(&format!("listener {place}"), error))
}

fn place(socket: &OwnedFd) -> Result<Place, StartError> {
    Place::of(socket).map_err(|error| system("listener", error))
}

fn unusable(what: &str, why: &str) -> StartError {
    system(what, std::io::Error::new(std::io::ErrorKind::InvalidInput, why.to_owned()))
}
