//! Sockets that listen: made here, one per thread, or inherited.
//!
//! With a listener per thread (`SO_REUSEPORT`) the kernel spreads connections evenly over the threads; an inherited
//! socket is one for all threads (`try_clone`), less even, but it stays open while the service restarts. `serve` makes
//! them; [`ring`](super::ring) and [`epoll`](super::epoll) accept on them, by TCP and by Unix sockets alike.

use std::fmt;
use std::fs;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

use socket2::{Domain, Protocol, SockRef, Socket, Type};

use super::Peer;
use crate::limits;

/// Where a socket listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// An address and a port of TCP.
    Internet(SocketAddr),
    /// A Unix socket of this path.
    Local(PathBuf),
}

impl From<SocketAddr> for Place {
    fn from(address: SocketAddr) -> Self {
        Self::Internet(address)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Internet(address) => address.fmt(f),
            Self::Local(path) => write!(f, "unix:{}", path.display()),
        }
    }
}

impl Place {
    /// Where a listening socket is.
    pub fn of(socket: impl AsFd) -> io::Result<Self> {
        let address = SockRef::from(&socket).local_addr()?;
        match (address.as_socket(), address.as_pathname()) {
            (Some(address), _) => Ok(Self::Internet(address)),
            (None, path) => Ok(Self::Local(path.unwrap_or(Path::new("")).to_owned())),
        }
    }
}

/// As many handles of a listening socket as there are threads: sockets of their own at an address, the same one by a path.
pub fn spread(place: &Place, threads: usize) -> io::Result<Vec<OwnedFd>> {
    match place {
        Place::Internet(address) => {
            let first = bind(*address)?;
            let bound = first.local_addr()?;
            let mut all = vec![first.into()];
            for _ in 1..threads {
                all.push(bind(bound)?.into());
            }
            Ok(all)
        }
        Place::Local(path) => share(bind_path(path)?.into(), threads),
    }
}

/// As many handles of one socket as there are threads.
pub fn share(socket: OwnedFd, threads: usize) -> io::Result<Vec<OwnedFd>> {
    let mut all = vec![socket];
    for _ in 1..threads {
        all.push(all[0].try_clone()?);
    }
    Ok(all)
}

/// A socket that listens on `address` beside others of this process that were bound the same way. With port 0 the
/// first one finds a port, which `local_addr` tells.
pub fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    socket.set_reuse_address(true)?;
    socket.set_reuse_port(true)?;
    if address.is_ipv6() {
        // `[::]` means IPv6 and nothing else; IPv4 has its own listener, whatever net.ipv6.bindv6only says.
        socket.set_only_v6(true)?;
    }
    socket.bind(&address.into())?;
    socket.listen(limits::LISTEN_BACKLOG)?;
    Ok(socket.into())
}

/// A socket that listens at a path, which our user and group may use. What a dead process left there is taken away.
fn bind_path(path: &Path) -> io::Result<UnixListener> {
    let is_socket = fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_socket());
    if is_socket && UnixStream::connect(path).is_err_and(|error| error.kind() == io::ErrorKind::ConnectionRefused) {
        fs::remove_file(path)?;
    }
    let listener = UnixListener::bind(path)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o660))?;
    Ok(listener)
}

/// Who is at the other end of an accepted socket.
pub(super) fn peer(socket: &OwnedFd) -> io::Result<Peer> {
    Ok(SockRef::from(socket).peer_addr()?.as_socket().map_or(Peer::Local, Peer::at))
}

/// Whether accept(2) failed for the one connection only, which is gone; the next may be well.
pub(super) fn is_passing(error: &io::Error) -> bool {
    use io::ErrorKind::{
        ConnectionAborted, HostUnreachable, Interrupted, NetworkDown, NetworkUnreachable, NotConnected,
    };
    matches!(
        error.kind(),
        ConnectionAborted | HostUnreachable | Interrupted | NetworkDown | NetworkUnreachable | NotConnected
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_taken_over_from_the_dead_only() {
        let path = std::env::temp_dir().join(format!("akeyd-listener-{}", std::process::id()));
        let place = Place::Local(path.clone());
        let sockets = spread(&place, 2).unwrap();
        assert_eq!((sockets.len(), Place::of(&sockets[1]).unwrap()), (2, place.clone()));
        assert_eq!(spread(&place, 1).unwrap_err().kind(), io::ErrorKind::AddrInUse, "somebody listens");
        drop(sockets);
        drop(spread(&place, 1).unwrap());
        fs::remove_file(&path).unwrap();
        fs::write(&path, "a file").unwrap();
        assert!(spread(&place, 1).is_err(), "not a socket");
        fs::remove_file(&path).unwrap();
    }

    #[test]
    fn threads_share_a_port_and_a_stranger_does_not_get_it() {
        let first = bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = first.local_addr().unwrap();
        let second = bind(address).unwrap();
        assert_eq!(second.local_addr().unwrap(), address);
        let stranger = TcpListener::bind(address).unwrap_err();
        assert_eq!(stranger.kind(), io::ErrorKind::AddrInUse);
    }
}
