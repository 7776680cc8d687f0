//! Notifications (Package #0, OMA-TS-DM_Notification 1.2): how a server calls the handset to a session.
//!
//! Takes a push as UDP port 2948 or short messages of teleservice 4100 bring it, and finds out whether the handset's
//! server sent it: by the nonce that the server was given last, or by the resync nonce. Opens the socket; starts no
//! session. Used by `run.rs`.

use std::io::{self, BufRead, Read};
use std::net::SocketAddr;
use std::str::FromStr;
use std::time::Duration;

use tokio::net::UdpSocket;

use super::device::station::Handset;
use crate::limits;
use crate::syncml::auth;
use crate::syncml::notification::{NotificationError, Received, push, session_id_text};

/// Where notifications come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notifications {
    /// Pushes at this UDP address.
    Udp(SocketAddr),
    /// Lines of hex digits on standard input: a push, the user data of its short messages one after another, or the
    /// bare notification.
    StandardInput,
}

impl FromStr for Notifications {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "-" {
            return Ok(Self::StandardInput);
        }
        text.parse().map(Self::Udp).map_err(|_| format!("`{text}` is neither ADDRESS:PORT nor -"))
    }
}

/// A notification that the handset obeys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// SessionID that the session has to have.
    pub session_id: String,
    /// It was proven by the resync nonce: the server is out of step.
    pub resync: bool,
}

/// Why a notification is not obeyed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Ignored {
    /// Not hex digits.
    #[error("not hex digits")]
    Hex,
    /// Neither a push, nor short messages that carry one, nor a notification.
    #[error("{0}")]
    Unreadable(#[from] NotificationError),
    /// From a server that the handset does not know.
    #[error("server id `{0}` is not the account's")]
    OtherServer(String),
    /// The digest is another's, or of another nonce.
    #[error("the digest proves nothing")]
    Unproven,
}

/// Judges the octets of a push, or of the user data of one short message, or of a bare notification.
pub fn judge(handset: &Handset, octets: &[u8]) -> Result<Call, Ignored> {
    judge_parts(handset, &[octets])
}

/// Judges what came in one or several short messages.
fn judge_parts(handset: &Handset, parts: &[&[u8]]) -> Result<Call, Ignored> {
    let whole = parts.concat();
    let joined = push::join(parts);
    let body = match (push::unwrap(&whole), &joined) {
        (Ok(body), _) => body,
        (Err(_), Ok(joined)) => push::unwrap(joined).unwrap_or(&whole),
        _ => &whole,
    };
    let received = Received::parse(body)?;
    let account = &handset.account;
    if received.notification.server_id != account.server_id {
        return Err(Ignored::OtherServer(received.notification.server_id.chars().take(64).collect()));
    }
    let digest = auth::user_digest(&account.server_id, &account.server_password);
    let session_id = session_id_text(received.notification.session_id);
    if received.is_proven(&digest, &handset.nonces.server) {
        return Ok(Call { session_id, resync: false });
    }
    if received.is_proven(&digest, handset.habits.resync_nonce) {
        return Ok(Call { session_id, resync: true });
    }
    Err(Ignored::Unproven)
}

/// A source of notifications, open.
pub(super) enum Listener {
    Udp(UdpSocket),
    StandardInput(io::Lines<io::Take<io::StdinLock<'static>>>),
}

impl Listener {
    pub(super) async fn open(from: Notifications) -> io::Result<Self> {
        Ok(match from {
            Notifications::Udp(address) => {
                let socket = UdpSocket::bind(address).await?;
                tracing::info!(address = %socket.local_addr()?, "waiting for notifications");
                Self::Udp(socket)
            }
            Notifications::StandardInput => {
                Self::StandardInput(io::stdin().lock().take(limits::CODEC_INPUT_OCTETS).lines())
            }
        })
    }

    /// The next notification that the handset obeys; the others are passed over and told in the log. `None` when none
    /// comes in this time, or standard input has ended.
    pub(super) async fn next(&mut self, handset: &Handset, patience: Duration) -> io::Result<Option<Call>> {
        let deadline = tokio::time::Instant::now() + patience;
        // One octet more than a notification may have, so that a longer one shows.
        let mut octets = vec![0; limits::NOTIFICATION_OCTETS + limits::SHORT_MESSAGE_OCTETS];
        loop {
            let judged = match self {
                Self::Udp(socket) => match tokio::time::timeout_at(deadline, socket.recv_from(&mut octets)).await {
                    Err(_) => return Ok(None),
                    Ok(received) => judge(handset, octets.get(..received?.0).unwrap_or_default()),
                },
                Self::StandardInput(lines) => match lines.next().transpose()? {
                    None => return Ok(None),
                    Some(line) => judge_line(handset, &line),
                },
            };
            match judged {
                Ok(call) => return Ok(Some(call)),
                Err(ignored) => tracing::warn!("notification ignored: {ignored}"),
            }
        }
    }
}

/// Judges a line of hex digits; blanks part short messages.
fn judge_line(handset: &Handset, line: &str) -> Result<Call, Ignored> {
    let parts: Option<Vec<Vec<u8>>> = line.split_whitespace().map(octets_of).collect();
    let parts = parts.ok_or(Ignored::Hex)?;
    judge_parts(handset, &parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn octets_of(digits: &str) -> Option<Vec<u8>> {
    let digit = |character: u8| char::from(character).to_digit(16);
    let (pairs, rest) = digits.as_bytes().as_chunks();
    let octet = |[high, low]: &[u8; 2]| Some((digit(*high)? << 4 | digit(*low)?) as u8);
    rest.is_empty().then(|| pairs.iter().map(octet).collect())?
}
