//! The push in a datagram: WSP connectionless, UDP port 2948 (WAP-259). Nobody says that it arrived.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::rc::Rc;

use tokio::net::UdpSocket;
use tokio::sync::Semaphore;
use tokio::sync::mpsc::UnboundedSender;
use tokio::time::{Duration, timeout};

use super::settings::Udp;
use super::{Event, Failure, What};
use crate::limits;

/// Sends datagrams, each from a socket of its own: nothing is ever received.
pub(super) struct Sender {
    settings: Udp,
    tell: UnboundedSender<Event>,
    /// How many may look up a name and hold a socket at one time.
    turns: Semaphore,
}

impl Sender {
    pub(super) fn new(settings: Udp, tell: UnboundedSender<Event>) -> Self {
        Self { settings, tell, turns: Semaphore::new(limits::WAKE_SENDS) }
    }

    /// Sends a push to a host, which may be a name, and tells what came of it.
    pub(super) async fn send(self: Rc<Self>, job: u64, host: String, push: Vec<u8>) {
        let what = match timeout(Duration::from_millis(limits::WAKE_SEND_MS), self.attempt(&host, &push)).await {
            Ok(Ok(())) => What::Sent,
            Ok(Err(error)) => What::Failed(Failure::System(error.to_string())),
            Err(_) => What::Failed(Failure::Late),
        };
        let _ = self.tell.send(Event { job, what });
    }

    async fn attempt(&self, host: &str, push: &[u8]) -> std::io::Result<()> {
        // Closed never.
        let _turn = self.turns.acquire().await;
        let ours = self.settings.from;
        let fits = |address: &SocketAddr| address.is_ipv4() == ours.is_ipv4() || ours.is_unspecified();
        let found = tokio::net::lookup_host((host, self.settings.port)).await?.find(fits);
        let to = found.ok_or_else(|| std::io::Error::other("no address that can be reached from wake.udp.from"))?;
        let from = match to.ip() {
            IpAddr::V6(_) if ours.is_unspecified() => IpAddr::V6(Ipv6Addr::UNSPECIFIED),
            IpAddr::V4(_) if ours.is_unspecified() => IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            _ => ours,
        };
        let socket = UdpSocket::bind((from, 0)).await?;
        socket.send_to(push, to).await.map(drop)
    }
}
