//! Sockets that listen: made here, one per thread, or inherited.
//!
//! With a listener per thread (`SO_REUSEPORT`) the kernel spreads connections evenly over the threads; an inherited
//! socket is one for all threads (`try_clone`), less even, but it stays open while the service restarts. `serve` makes
//! them; [`ring`](super::ring) and [`epoll`](super::epoll) accept on them.

use std::io;
use std::net::{SocketAddr, TcpListener};

use socket2::{Domain, Protocol, Socket, Type};

use crate::limits;

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

#[cfg(test)]
mod tests {
    use super::*;

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
