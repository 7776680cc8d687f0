//! One session with an authenticated handset, from its package 1 to our last package (OMA-TS-DM-Protocol 1.2 section 8).
//!
//! Takes the handset's messages, tells what was answered, and writes ours. Never waits, never decides what to ask. The caller
//! authenticates package 1 before a session exists. Called by `desk`.

use std::sync::Arc;

use subtle::ConstantTimeEq;

use crate::limits;
use crate::syncml::auth::{self, AuthType};
use crate::syncml::document::{Access, Alert, Command, Header, Item, Location, Message, Status, Verb};

use super::account::ServerSecret;
use super::carrier::{Answer, Request, Sent};
use super::profile::Profile;
use super::status::{StatusCode, alert};
use super::strangers;

/// A session.
#[expect(clippy::struct_field_names, reason = "SessionID is the standard's name")]
pub struct Session {
    profile: Arc<Profile>,
    session_id: String,
    ver_dtd: String,
    ver_proto: String,
    /// Target of the handset's first message: what it calls us.
    server_uri: String,
    server_id: String,
    device_uri: String,
    token: String,
    scheme: AuthType,
    /// The handset's nonce for its next session.
    next_nonce: Vec<u8>,
    their_msg_id: u32,
    our_msg_id: u32,
    messages: u32,
    proof: Option<Proof>,
    sent: Vec<Sent>,
    /// Statuses of the answer being built.
    statuses: Vec<Command>,
    /// Answers that came in a package that is not complete yet.
    early: Vec<(u32, Answer)>,
    dev_info: Vec<(String, String)>,
}

/// How the server proves itself in this session.
struct Proof {
    secret: ServerSecret,
    mode: ProofMode,
    refusals: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ProofMode {
    /// Cred goes into the next message; what comes then depends on the handset's status.
    Offer,
    /// The handset wants Cred in every message.
    Every,
    /// The handset is content.
    Done,
}

/// What a message of the handset brought.
#[derive(Debug, PartialEq, Eq)]
pub struct Received {
    /// Answers to requests, by the caller's tag. Only with [`Then::Go`] and [`Then::Abort`].
    pub answers: Vec<(u32, Answer)>,
    /// A nonce that the handset uses from now on: must be durable before our next message leaves.
    pub server_nonce: Option<Vec<u8>>,
    /// How to go on.
    pub then: Then,
}

/// How to go on after a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// The handset's package is complete: answer with [`Session::package`].
    Go,
    /// It has more to say: answer with [`Session::next_message`].
    Continue,
    /// It did not accept our credentials and ran nothing: answer with [`Session::again`].
    Again,
    /// It is over: answer with [`Session::last_word`].
    Abort(AbortReason),
}

/// Why a session is over before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AbortReason {
    /// Alert 1223.
    #[error("the handset aborted the session")]
    ByHandset,
    /// The handset refuses our credentials again and again, or wants some where the account has none.
    #[error("the handset does not accept the server's credentials")]
    ServerRefused,
    /// The handset answered the header with this code.
    #[error("the handset refused the message with status {0}")]
    HeaderRefused(u32),
    /// More messages than a session may have.
    #[error("the handset sends messages without end")]
    Endless,
}

/// What a session is made of, beside the handset's first message.
pub struct Opening {
    /// The handset's model.
    pub profile: Arc<Profile>,
    /// Our name.
    pub server_id: String,
    /// How we prove ourselves, where the handset wants it.
    pub server: Option<ServerSecret>,
    /// Session token: goes into RespURI, and must come back with every message.
    pub token: String,
    /// How the handset proved itself.
    pub scheme: AuthType,
    /// The handset's nonce for its next session.
    pub next_nonce: Vec<u8>,
    /// Requests of an earlier session whose answers may still come.
    pub late: Vec<Sent>,
}

impl Session {
    /// Opens a session on an authenticated package 1, which is also its first message.
    pub fn open(message: &Message, opening: Opening) -> (Self, Received) {
        let header = &message.header;
        let mut session = Self {
            profile: opening.profile,
            session_id: header.session_id.clone(),
            ver_dtd: header.ver_dtd.clone(),
            ver_proto: header.ver_proto.clone(),
            server_uri: header.target.uri.split('?').next().unwrap_or_default().to_owned(),
            server_id: opening.server_id,
            device_uri: header.source.uri.clone(),
            token: opening.token,
            scheme: opening.scheme,
            next_nonce: opening.next_nonce,
            their_msg_id: 0,
            our_msg_id: header.msg_id.saturating_sub(1),
            messages: 0,
            proof: opening.server.map(|secret| Proof { secret, mode: ProofMode::Offer, refusals: 0 }),
            sent: opening.late,
            statuses: Vec::new(),
            early: Vec::new(),
            dev_info: Vec::new(),
        };
        let received = session.receive(message);
        session.give_next_nonce();
        (session, received)
    }

    /// Puts the nonce for the next session into our Status for the header, where the scheme has nonces.
    fn give_next_nonce(&mut self) {
        if self.scheme != AuthType::Basic
            && let Some(Command::Status(status)) = self.statuses.first_mut()
        {
            status.chal = Some(auth::challenge(self.scheme, &self.next_nonce));
        }
    }

    /// Whether a message belongs to this session: it names it, and shows the token that only we and the handset know.
    pub fn owns(&self, message: &Message, token: Option<&str>) -> bool {
        let shown = token.is_some_and(|token| bool::from(token.as_bytes().ct_eq(self.token.as_bytes())));
        shown && self.session_id == message.header.session_id
    }

    /// MsgID of the handset's last message.
    pub fn last_msg_id(&self) -> u32 {
        self.their_msg_id
    }

    /// The handset's model.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Whether answers may still come, to requests of this session or of an earlier one.
    pub fn is_waiting(&self) -> bool {
        !self.sent.is_empty()
    }

    /// Whether requests of this session are not answered in full though the handset's package is complete: it will answer in
    /// a later one.
    pub fn is_put_off(&self) -> bool {
        self.sent.iter().any(|sent| !sent.is_of_earlier_session())
    }

    /// Forgets the requests that are under way: nobody waits for their answers.
    pub fn forget_requests(&mut self) {
        self.sent.clear();
        self.early.clear();
    }

    /// What the handset reported of itself in package 1: (URI, value).
    pub fn dev_info(&self) -> &[(String, String)] {
        &self.dev_info
    }

    /// Ends the session; gives back the requests whose answers may come in a later one.
    pub fn close(mut self) -> Vec<Sent> {
        self.sent.retain(|sent| matches!(sent.request, Request::Carry(_)));
        self.sent.iter_mut().for_each(Sent::outlive_session);
        self.sent
    }

    /// Takes a message of the handset.
    pub fn receive(&mut self, message: &Message) -> Received {
        let header = &message.header;
        self.messages += 1;
        self.their_msg_id = header.msg_id;
        self.statuses = strangers::statuses(message, StatusCode::AUTHENTICATED, StatusCode::OK);

        let mut received = Received { answers: Vec::new(), server_nonce: None, then: Then::Go };
        for command in &message.commands {
            match command {
                Command::Status(status) if status.cmd_ref == 0 => self.take_header_status(status, &mut received),
                Command::Status(status) => {
                    self.sent.iter_mut().any(|sent| sent.take_status(status));
                }
                Command::Results(results) => {
                    let profile = Arc::clone(&self.profile);
                    self.sent.iter_mut().any(|sent| sent.take_results(results, &profile));
                }
                Command::Alert(alert) => self.take_alert(alert, &mut received),
                Command::Access(Access { verb: Verb::Replace, items, .. }) => self.take_dev_info(items),
                Command::Unknown { cmd_id, .. } => self.set_status(*cmd_id, StatusCode::UNKNOWN_COMMAND),
                other => self.set_status(other.cmd_id(), StatusCode::NOT_ALLOWED),
            }
        }
        if self.messages > limits::MESSAGES_PER_SESSION && !matches!(received.then, Then::Abort(_)) {
            received.then = Then::Abort(AbortReason::Endless);
        }
        self.settle(message.is_final, &mut received);
        received
    }

    fn settle(&mut self, complete: bool, received: &mut Received) {
        if received.then == Then::Again {
            // It ran none of our commands; it repeated its package 1.
            return;
        }
        let (early, style) = (&mut self.early, self.profile.carrier.style);
        self.sent.retain_mut(|sent| match sent.end(complete, style) {
            Some(answer) => {
                early.push((sent.tag, answer));
                false
            }
            None => true,
        });
        if received.then == Then::Go && !complete {
            received.then = Then::Continue;
        } else {
            received.answers = std::mem::take(&mut self.early);
        }
    }

    /// Our next package: answers to the handset's last message, then these requests. Without any it is the last one, and ends the
    /// session.
    pub fn package(&mut self, requests: Vec<Sent>) -> Message {
        let first = self.sent.len();
        self.sent.extend(requests);
        let mut message = self.answer(true);
        self.command(&mut message, first);
        message
    }

    /// The same requests as before, after the handset refused our credentials; and the nonce, which it does not take from a server that
    /// has not proved itself.
    pub fn again(&mut self, requests: Vec<Sent>) -> Message {
        self.give_next_nonce();
        // Requests of earlier sessions stand first. The handset has taken those.
        let first = self.sent.partition_point(Sent::is_of_earlier_session);
        self.sent.extend(requests);
        let mut message = self.answer(true);
        self.command(&mut message, first);
        message
    }

    /// Asks for the rest of the handset's package.
    pub fn next_message(&mut self) -> Message {
        let mut message = self.answer(false);
        push_alert(&mut message, alert::NEXT_MESSAGE);
        message
    }

    /// Our last message, by which a session ends before its time: after the handset's own abort nothing but statuses.
    pub fn last_word(&mut self, reason: AbortReason) -> Message {
        let mut message = self.answer(true);
        if reason != AbortReason::ByHandset {
            push_alert(&mut message, alert::SESSION_ABORT);
        }
        message
    }

    fn command(&mut self, message: &mut Message, first: usize) {
        for sent in &mut self.sent[first..] {
            let cmd_id = message.commands.len() as u32 + 1;
            message.commands.push(sent.command(self.our_msg_id, cmd_id, &self.profile));
        }
    }

    fn answer(&mut self, is_final: bool) -> Message {
        self.our_msg_id = self.our_msg_id.saturating_add(1);
        let mut source = Location::new(self.server_uri.clone());
        let mut cred = None;
        if let Some(proof) = self.proof.as_mut().filter(|proof| proof.mode != ProofMode::Done) {
            source.name = Some(self.server_id.clone());
            cred = Some(proof.secret.cred());
        }
        let header = Header {
            ver_dtd: self.ver_dtd.clone(),
            ver_proto: self.ver_proto.clone(),
            session_id: self.session_id.clone(),
            msg_id: self.our_msg_id,
            target: Location::new(self.device_uri.clone()),
            source,
            resp_uri: Some(format!("{}?s={}", self.server_uri, self.token)),
            cred,
            ..Header::default()
        };
        Message { header, commands: std::mem::take(&mut self.statuses), is_final }
    }

    fn take_header_status(&mut self, status: &Status, received: &mut Received) {
        let code = StatusCode(status.code);
        let nonce = status.chal.as_ref().and_then(auth::next_nonce);
        let Some(proof) = &mut self.proof else {
            if !code.is_good() {
                let reason =
                    if code.is_challenge() { AbortReason::ServerRefused } else { AbortReason::HeaderRefused(code.0) };
                received.then = Then::Abort(reason);
            }
            return;
        };
        if let Some(nonce) = nonce {
            proof.secret.take_nonce(&nonce);
            received.server_nonce = Some(nonce);
        }
        if code == StatusCode::AUTHENTICATED {
            proof.mode = ProofMode::Done;
        } else if code == StatusCode::OK {
            // For this message alone: the next one needs a proof too, by the nonce that came along where there are nonces.
            let again = received.server_nonce.is_some() || matches!(proof.secret, ServerSecret::Basic(_));
            proof.mode = if again { ProofMode::Every } else { ProofMode::Done };
        } else if code.is_challenge() {
            proof.refusals += 1;
            proof.mode = ProofMode::Offer;
            received.then = if proof.refusals > limits::CHALLENGES_PER_SESSION || received.server_nonce.is_none() {
                Then::Abort(AbortReason::ServerRefused)
            } else {
                Then::Again
            };
        } else if !code.is_good() {
            received.then = Then::Abort(AbortReason::HeaderRefused(code.0));
        }
    }

    fn take_alert(&mut self, alert: &Alert, received: &mut Received) {
        match alert.code {
            Some(alert::SESSION_ABORT) => received.then = Then::Abort(AbortReason::ByHandset),
            Some(alert::GENERIC) => {
                let carried = self.sent.iter().filter(|sent| matches!(sent.request, Request::Carry(_))).count();
                let profile = Arc::clone(&self.profile);
                if !self.sent.iter_mut().any(|sent| sent.take_alert(alert, carried == 1, &profile.carrier)) {
                    self.set_status(alert.cmd_id, StatusCode::UNSUPPORTED_TYPE);
                }
            }
            Some(alert::CLIENT_EVENT) => self.set_status(alert.cmd_id, StatusCode::FEATURE_MISSING),
            Some(alert::SERVER_INITIATED | alert::CLIENT_INITIATED | alert::NEXT_MESSAGE) => {}
            _ => self.set_status(alert.cmd_id, StatusCode::FEATURE_MISSING),
        }
    }

    fn take_dev_info(&mut self, items: &[Item]) {
        let leaves = items.iter().filter_map(|item| {
            let uri = &item.source.as_ref().or(item.target.as_ref())?.uri;
            let value = item.data.as_ref().and_then(|data| data.as_text()).unwrap_or_default();
            Some((uri.clone(), value.trim_end_matches('\0').to_owned()))
        });
        let room = limits::ITEMS_PER_COMMAND.saturating_sub(self.dev_info.len());
        self.dev_info.extend(leaves.take(room));
    }

    fn set_status(&mut self, cmd_ref: u32, code: StatusCode) {
        for command in &mut self.statuses {
            if let Command::Status(status) = command
                && status.cmd_ref == cmd_ref
                && cmd_ref != 0
            {
                status.code = code.0;
            }
        }
    }
}

fn push_alert(message: &mut Message, code: u32) {
    let cmd_id = message.commands.len() as u32 + 1;
    message.commands.push(Command::Alert(Alert { cmd_id, code: Some(code), ..Alert::default() }));
}

/// The model that a handset reported (`./DevInfo/Mod`), if it did.
pub fn model(message: &Message) -> Option<&str> {
    message.commands.iter().find_map(|command| match command {
        Command::Access(Access { verb: Verb::Replace, items, .. }) => items.iter().find_map(|item| {
            let uri = &item.source.as_ref().or(item.target.as_ref())?.uri;
            uri.trim_start_matches("./").eq_ignore_ascii_case("DevInfo/Mod").then(|| item.data.as_ref()?.as_text())?
        }),
        _ => None,
    })
}
