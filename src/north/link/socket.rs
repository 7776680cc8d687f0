//! Sockets of associations: TCP, and the kernel's SCTP, each bound to an address of ours where that is set.
//!
//! A one-to-one SCTP socket is used like a TCP socket, with one message in each write. An association that is given up is reset, and nothing waits for a
//! peer that is gone. One that is left in order is closed, unless that would cost us a fixed port for a minute.

use std::io;
use std::net::{SocketAddr, TcpListener as StdListener};
use std::time::Duration;

use socket2::{Domain, Protocol, SockRef, Socket, Type};
use tokio::net::{TcpSocket, TcpStream, lookup_host};

use super::settings::Transport;
use crate::limits;
use crate::sys;

/// IPPROTO_SCTP.
const SCTP: i32 = 132;

fn socket(transport: Transport, domain: Domain) -> io::Result<Socket> {
    let protocol = if transport == Transport::M3uaSctp { Protocol::from(SCTP) } else { Protocol::TCP };
    let socket = Socket::new(domain, Type::STREAM, Some(protocol)).map_err(|error| match error.raw_os_error() {
        // EPROTONOSUPPORT
        Some(93) => io::Error::new(
            io::ErrorKind::Unsupported,
            "this kernel has no SCTP (module `sctp`): load it, or take m3ua-tcp or ipa",
        ),
        _ => error,
    })?;
    socket.set_nonblocking(true)?;
    socket.set_reuse_address(true)?;
    Ok(socket)
}

/// Says whether the kernel has what the transport needs.
pub(super) fn probe(transport: Transport) -> io::Result<()> {
    socket(transport, Domain::IPV4).map(drop)
}

/// Listens.
pub(super) fn listen(transport: Transport, address: SocketAddr) -> io::Result<StdListener> {
    let socket = socket(transport, Domain::for_address(address))?;
    socket.bind(&address.into())?;
    socket.listen(limits::LISTEN_BACKLOG)?;
    Ok(socket.into())
}

/// Connects, from `local` where that is given, within so much time.
pub(super) async fn connect(
    transport: Transport,
    local: Option<SocketAddr>,
    remote: &str,
    within: Duration,
) -> io::Result<TcpStream> {
    let attempt = async {
        let mut last = io::Error::new(io::ErrorKind::NotFound, "no address of a family that we are bound to");
        for address in lookup_host(remote).await? {
            if local.is_some_and(|local| local.is_ipv4() != address.is_ipv4()) {
                continue;
            }
            match dial(transport, local, address).await {
                Ok(stream) => return Ok(stream),
                Err(error) => last = error,
            }
        }
        Err(last)
    };
    tokio::time::timeout(within, attempt).await.map_err(|_| io::ErrorKind::TimedOut)?
}

async fn dial(transport: Transport, local: Option<SocketAddr>, remote: SocketAddr) -> io::Result<TcpStream> {
    let socket = socket(transport, Domain::for_address(remote))?;
    if let Some(local) = local {
        socket.bind(&local.into())?;
    }
    let stream = TcpSocket::from_std_stream(socket.into()).connect(remote).await?;
    prepare(transport, &stream)?;
    Ok(stream)
}

/// Makes a connection ready for use, whoever opened it.
pub(super) fn prepare(transport: Transport, stream: &TcpStream) -> io::Result<()> {
    let socket = SockRef::from(stream);
    // Seconds for octets of ours that nobody takes: none.
    socket.set_linger(Some(Duration::ZERO))?;
    match transport {
        Transport::M3uaSctp => sys::prepare_sctp(stream),
        Transport::M3uaTcp | Transport::Ipa => socket.set_tcp_nodelay(true),
    }
}

/// Prepares a connection that is left in order, and says whether it may be closed: the kernel keeps a fixed port of TCP for a minute (TIME_WAIT), but on
/// loopback; without it no association could come back before. Such a one is reset, when everything has arrived.
pub(super) fn may_close(transport: Transport, local: Option<SocketAddr>, stream: &TcpStream) -> bool {
    let is_fixed = local.is_some_and(|local| local.port() != 0 && !local.ip().is_loopback());
    let may_close = transport == Transport::M3uaSctp || !is_fixed;
    may_close && SockRef::from(stream).set_linger(None).is_ok()
}

/// What the next messages are, where the transport wants to know: SCTP has traffic and the rest in streams of their own.
pub(super) fn choose_stream(transport: Transport, stream: &TcpStream, is_traffic: bool) -> io::Result<()> {
    match transport {
        Transport::M3uaSctp => sys::choose_sctp_stream(stream, u16::from(is_traffic)),
        Transport::M3uaTcp | Transport::Ipa => Ok(()),
    }
}
