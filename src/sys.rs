//! What the process asks of the kernel about itself, and where a descriptor that is only a number becomes a socket.
//!
//! Called by `cli` at start, by `groups` for its thread, by `net::ring`, and by `north::link` for what SCTP wants of a socket. With `hw/`, the only code that may be unsafe.

use std::future::Future;
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use io_uring::{cqueue, opcode, types};
use rustix::net::{AddressFamily, RecvFlags, SocketFlags, SocketType, sockopt};
use rustix::process::{
    DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setpriority_process, setrlimit,
};
use tokio_uring::{OneshotOutputTransform, UnsubmittedOneshot};

use crate::limits;

/// The listening sockets, TCP or Unix, that the service manager opened for us, each with its name
/// (`sd_listen_fds_with_names(3)`); none when it opened none. To be called once, before the process opens anything of its
/// own: a second call finds none.
///
/// # Errors
/// When what was handed over is anything but such sockets; the error names the descriptor.
pub fn inherited_listeners() -> io::Result<Vec<(String, OwnedFd)>> {
    static TAKEN: AtomicBool = AtomicBool::new(false);
    if TAKEN.swap(true, Ordering::Relaxed) {
        return Ok(Vec::new());
    }
    let named = |(fd, name)| match adopt(fd) {
        Ok(listener) => Ok((name, listener)),
        Err(error) => Err(io::Error::new(error.kind(), format!("inherited descriptor {fd} ({name}): {error}"))),
    };
    sd_notify::listen_fds_with_names()?.map(named).collect()
}

/// Takes over a descriptor if it is a listening TCP or Unix socket, else leaves it alone.
#[expect(unsafe_code, reason = "the service manager hands sockets over as numbers")]
fn adopt(fd: RawFd) -> io::Result<OwnedFd> {
    if fd < 0 {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    // SAFETY: not -1, and only asked about within this function; for a number that is not open the kernel says EBADF.
    let socket = unsafe { BorrowedFd::borrow_raw(fd) };
    let stream = sockopt::socket_type(socket)? == SocketType::STREAM;
    let domain = sockopt::socket_domain(socket)?;
    let known = matches!(domain, AddressFamily::INET | AddressFamily::INET6 | AddressFamily::UNIX);
    if !(stream && known && sockopt::socket_acceptconn(socket)?) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a listening TCP or Unix socket"));
    }
    // SAFETY: an open socket of the right kind. The manager gave it to this process, and `inherited_listeners` brings
    // each number here once, before anything else can own it.
    let socket = unsafe { OwnedFd::from_raw_fd(fd) };
    // No program that we start is to hold it open.
    rustix::io::fcntl_setfd(&socket, rustix::io::FdFlags::CLOEXEC)?;
    Ok(socket)
}

/// Accepts a connection through the ring of this thread. The future must run to its end: dropped before, the connection that
/// the kernel still hands over is lost.
pub fn accept_by_ring(listener: &Rc<OwnedFd>) -> impl Future<Output = io::Result<OwnedFd>> + use<> {
    let flags = SocketFlags::CLOEXEC.bits().cast_signed();
    let (nobody, no_length) = (std::ptr::null_mut(), std::ptr::null_mut());
    let accept = opcode::Accept::new(types::Fd(listener.as_raw_fd()), nobody, no_length).flags(flags).build();
    UnsubmittedOneshot::new(Rc::clone(listener), Accepted, accept).submit()
}

/// Makes a descriptor of the result of an accept. Keeps the listener open until then.
struct Accepted;

impl OneshotOutputTransform for Accepted {
    type Output = io::Result<OwnedFd>;
    type StoredData = Rc<OwnedFd>;

    #[expect(unsafe_code, reason = "the ring hands a descriptor over as a number")]
    fn transform_oneshot_output(self, _listener: Rc<OwnedFd>, entry: cqueue::Entry) -> io::Result<OwnedFd> {
        match entry.result() {
            code if code < 0 => Err(io::Error::from_raw_os_error(-code)),
            // SAFETY: the kernel has just opened it for this operation, whose result is read once.
            fd => Ok(unsafe { OwnedFd::from_raw_fd(fd) }),
        }
    }
}

/// Reads what has arrived on a connection of the ring into the free room of `buffer`, without waiting for more. 0 is the
/// end of the stream.
///
/// # Errors
/// [`io::ErrorKind::WouldBlock`] when nothing has arrived; what the connection died of.
#[expect(unsafe_code, reason = "the stream lends its descriptor only as a number")]
pub fn receive_now(stream: &tokio_uring::net::TcpStream, buffer: &mut Vec<u8>) -> io::Result<usize> {
    // SAFETY: the stream owns its descriptor, which stays open while the stream is borrowed.
    let socket = unsafe { BorrowedFd::borrow_raw(stream.as_raw_fd()) };
    let (octets, _) = rustix::net::recv(socket, rustix::buffer::spare_capacity(buffer), RecvFlags::DONTWAIT)?;
    Ok(octets)
}

/// Raises the number of descriptors that this process may have, as far as the hard limit and [`limits::DESCRIPTORS`]
/// allow. Returns the number in force.
pub fn raise_descriptor_limit() -> io::Result<u64> {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let wanted = maximum.map_or(limits::DESCRIPTORS, |maximum| maximum.min(limits::DESCRIPTORS));
    match current {
        Some(current) if current < wanted => {
            setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum })?;
            Ok(wanted)
        }
        Some(current) => Ok(current),
        None => Ok(u64::MAX),
    }
}

/// No core dumps and no tracing by other processes of the same user: memory holds keys.
pub fn forbid_dumps() -> io::Result<()> {
    Ok(set_dumpable_behavior(DumpableBehavior::NotDumpable)?)
}

/// Gives the calling thread the lowest priority: it works when nobody else wants to.
pub fn lower_priority() -> io::Result<()> {
    // 0 is the calling thread, not its process (setpriority(2), C library/kernel differences).
    Ok(setpriority_process(None, 19)?)
}

/// Has the kernel send what is written to an SCTP socket at once.
pub fn prepare_sctp(socket: &impl AsRawFd) -> io::Result<()> {
    const SCTP_NODELAY: i32 = 3;
    let on = 1_i32;
    set_sctp_option(socket, SCTP_NODELAY, &on.to_ne_bytes())?;
    choose_sctp_stream(socket, 0)
}

/// The stream of the following messages on an SCTP socket, as M3UA's (payload protocol identifier 3).
pub fn choose_sctp_stream(socket: &impl AsRawFd, stream: u16) -> io::Result<()> {
    /// With `struct sctp_sndinfo`: stream, flags, payload protocol identifier in network order, context, association.
    const SCTP_DEFAULT_SNDINFO: i32 = 34;
    let mut info = [0; 16];
    info[..2].copy_from_slice(&stream.to_ne_bytes());
    info[4..8].copy_from_slice(&3_u32.to_be_bytes());
    set_sctp_option(socket, SCTP_DEFAULT_SNDINFO, &info)
}

#[expect(unsafe_code, reason = "no crate of ours knows the options of SCTP")]
fn set_sctp_option(socket: &impl AsRawFd, name: i32, value: &[u8]) -> io::Result<()> {
    const IPPROTO_SCTP: i32 = 132;
    unsafe extern "C" {
        fn setsockopt(socket: RawFd, level: i32, name: i32, value: *const u8, length: u32) -> i32;
    }
    // SAFETY: the kernel reads `length` octets of `value`, which lives until then, and checks everything else.
    let result = unsafe { setsockopt(socket.as_raw_fd(), IPPROTO_SCTP, name, value.as_ptr(), value.len() as u32) };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::os::fd::IntoRawFd;
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::SocketAddr;

    use super::*;

    fn abstract_name() -> SocketAddr {
        SocketAddr::from_abstract_name(format!("akeyd-sys-{}", std::process::id())).unwrap()
    }

    #[test]
    fn a_listener_is_adopted_and_nothing_else() {
        let given = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = given.local_addr().unwrap();
        let adopted = TcpListener::from(adopt(given.into_raw_fd()).unwrap());
        assert_eq!(adopted.local_addr().unwrap(), address);
        let unix = std::os::unix::net::UnixListener::bind_addr(&abstract_name()).unwrap();
        assert!(adopt(unix.into_raw_fd()).is_ok());

        let file = std::fs::File::open("/proc/self/stat").unwrap();
        assert!(adopt(file.as_raw_fd()).is_err());
        let datagrams = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
        assert!(adopt(datagrams.as_raw_fd()).is_err());
        assert!(adopt(-1).is_err());
        assert!(adopt(1_000_000).is_err());
    }

    #[test]
    fn the_descriptor_limit_rises_once() {
        let raised = raise_descriptor_limit().unwrap();
        assert_eq!(raise_descriptor_limit().unwrap(), raised);
    }
}
