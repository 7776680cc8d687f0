//! One session with an authenticated handset, from its package 1 to our last package (OMA-TS-DM-Protocol 1.2 section 8).
//!
//! Takes the handset's messages, tells what was answered, and writes ours. Never waits, never decides what to ask. The caller
//! authenticates package 1 before a session exists. Called by `desk`.

mod listen;

use std::sync::Arc;

use subtle::ConstantTimeEq;

use crate::limits;
use crate::syncml::auth::{self, AuthType};
use crate::syncml::document::{Access, Alert, Command, Header, Location, Message, Meta, Verb};
use crate::words::Time;

use super::account::{Accepted, Account, MacProof, Seal, Shown};
use super::carrier::Terms;
use super::objects::{Objects, Piece};
use super::outbox::{Answers, Outbox};
use super::packing::{self, Draft, Room};
use super::profile::Profile;
use super::proof::Proof;
use super::request::{Answer, Batch};
use super::sent::Sent;
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
    /// What proves the handset; its nonce is the one given last.
    account: Account,
    refusals: u32,
    binary: bool,
    /// The largest message that we take.
    own_max_message: u32,
    max_message: u32,
    max_object: u32,
    their_msg_id: u32,
    our_msg_id: u32,
    messages: u32,
    proof: Option<Proof>,
    outbox: Outbox,
    /// What the handset sends in chunks.
    objects: Objects,
    /// Whether our last message left an object unfinished: our package goes on.
    is_open: bool,
    /// Statuses of the answer being built.
    statuses: Vec<Command>,
    /// Answers that came in a package that is not complete yet.
    early: Answers,
    dev_info: Vec<(String, String)>,
}

/// What comes with a message.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// When.
    pub now: Time,
    /// Its MAC, if it shows one.
    pub mac: Option<MacProof>,
    /// A fresh nonce, for the handset's next proof if it needs one.
    pub nonce: Vec<u8>,
}

/// What a message of the handset brought.
#[derive(Debug, PartialEq, Eq)]
pub struct Received {
    /// Answers to requests, by the caller's tag. Only with [`Then::Go`] and [`Then::Abort`].
    pub answers: Vec<(u32, Answer)>,
    /// A nonce that the handset uses from now on: must be durable before our next message leaves.
    pub server_nonce: Option<Vec<u8>>,
    /// The handset proved itself anew: its nonce is spent, which must be durable before our next message leaves.
    pub accepted: Option<Accepted>,
    /// How to go on.
    pub then: Then,
}

/// How to go on after a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// The handset's package is complete: answer with [`Session::package`] or [`Session::farewell`].
    Go,
    /// It has more to say: answer with [`Session::next_message`].
    Continue,
    /// It did not accept our credentials and ran nothing: answer with [`Session::again`].
    Again,
    /// It did not prove itself, and nothing that it said counts: answer with [`Session::refuse`].
    Refuse,
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
    /// The handset's messages do not prove that they are its own.
    #[error("the handset's messages do not prove themselves")]
    Unproven,
    /// The handset answered the header with this code.
    #[error("the handset refused the message with status {0}")]
    HeaderRefused(StatusCode),
    /// More messages than a session may have.
    #[error("the handset sends messages without end")]
    Endless,
}

/// A message of ours, and what makes its MAC once its octets are there.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The document.
    pub message: Message,
    /// Where the server proves itself by MAC.
    pub seal: Option<Seal>,
}

impl From<Message> for Reply {
    fn from(message: Message) -> Self {
        Self { message, seal: None }
    }
}

/// What a session is made of, beside the handset's first message.
pub struct Opening {
    /// The handset's model.
    pub profile: Arc<Profile>,
    /// Our name.
    pub server_id: String,
    /// How both sides prove themselves. The client's nonce is the one for its next proof.
    pub account: Account,
    /// Session token: goes into RespURI, and must come back with every message.
    pub token: String,
    /// Whether the handset's encoding can carry any octets.
    pub binary: bool,
    /// The largest message that is taken from the handset, octets: our MaxMsgSize.
    pub max_message: u32,
    /// Requests of an earlier session whose answers may still come.
    pub late: Vec<Sent>,
}

impl Session {
    /// Opens a session on an authenticated package 1, which is also its first message.
    pub fn open(message: &Message, opening: Opening, now: Time) -> (Self, Received) {
        let header = &message.header;
        let mut session = Self {
            session_id: header.session_id.clone(),
            ver_dtd: header.ver_dtd.clone(),
            ver_proto: header.ver_proto.clone(),
            server_uri: header.target.uri.split('?').next().unwrap_or_default().to_owned(),
            server_id: opening.server_id,
            device_uri: header.source.uri.clone(),
            token: opening.token,
            refusals: 0,
            binary: opening.binary,
            own_max_message: opening.max_message,
            max_message: opening.profile.max_message,
            max_object: u32::MAX,
            their_msg_id: 0,
            our_msg_id: header.msg_id.saturating_sub(1),
            messages: 0,
            proof: opening.account.server.clone().map(Proof::new),
            account: opening.account,
            outbox: Outbox::with_late(opening.late),
            objects: Objects::default(),
            is_open: false,
            statuses: Vec::new(),
            early: Vec::new(),
            dev_info: Vec::new(),
            profile: opening.profile,
        };
        let received = session.take(message, now);
        session.give_next_nonce();
        (session, received)
    }

    /// Puts the nonce for the handset's next proof into our Status for the header, where the scheme has nonces.
    fn give_next_nonce(&mut self) {
        if self.account.scheme != AuthType::Basic
            && let Some(Command::Status(status)) = self.statuses.first_mut()
        {
            status.chal = Some(auth::challenge(self.account.scheme, &self.account.client_nonce));
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

    /// What the handset has reported of itself so far: (URI, value). To be taken when package 1 is complete, which is to bring it.
    pub fn take_dev_info(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.dev_info)
    }

    /// Takes something to be asked. It goes out with [`Self::package`], as soon as order and size allow. What can never be sent to this
    /// handset is answered at once: 413 for what is too large, 406 for what its model does not have.
    pub fn ask(&mut self, batch: Batch) -> Answers {
        let (room, profile) = (self.room(), Arc::clone(&self.profile));
        self.outbox.take(batch, room, self.terms(&profile))
    }

    /// Whether there is something to send now.
    pub fn is_ready(&self, now: Time) -> bool {
        self.outbox.is_ready(now)
    }

    /// When an answer is to be fetched next: then [`Self::is_ready`].
    pub fn due(&self) -> Option<Time> {
        self.outbox.due()
    }

    /// Whether answers may still come, to requests of this session or of an earlier one.
    pub fn is_waiting(&self) -> bool {
        self.outbox.is_waiting()
    }

    /// Whether requests of this session are not answered in full though the handset's package is complete: it will answer in
    /// a later one.
    pub fn is_put_off(&self) -> bool {
        self.outbox.is_put_off()
    }

    /// Requests of earlier sessions, by the caller's tag, which the handset still has to answer of itself.
    pub fn earlier(&self) -> impl Iterator<Item = u32> {
        self.outbox.earlier()
    }

    /// Forgets the requests that have not gone out.
    pub fn withdraw(&mut self) {
        self.outbox.withdraw();
    }

    /// Forgets all requests: nobody waits for their answers.
    pub fn forget_requests(&mut self) {
        self.outbox.clear();
        self.early.clear();
    }

    /// Ends the session; gives back the requests whose answers may come in a later one.
    pub fn close(self) -> Vec<Sent> {
        self.outbox.into_late(&self.profile)
    }

    /// Takes a message of the handset.
    pub fn receive(&mut self, message: &Message, arrival: Arrival) -> Received {
        let accepted = Accepted {
            next_nonce: arrival.nonce,
            last_slot: self.account.last_slot,
            resync_left: self.account.resync_left,
            resync: None,
        };
        let shown = Shown { cred: message.header.cred.as_ref(), mac: arrival.mac.as_ref() };
        let proven = self.account.proves(shown);
        if self.account.scheme != AuthType::Mac && !proven {
            // The session's token is proof enough. A proof by another nonce than ours is told which that is.
            let received = self.take(message, arrival.now);
            if message.header.cred.is_some() {
                self.give_next_nonce();
            }
            return received;
        }
        // A digest that need not have been shown has spent its nonce all the same.
        self.account.client_nonce.clone_from(&accepted.next_nonce);
        if !proven {
            self.refusals += 1;
            self.their_msg_id = message.header.msg_id;
            self.statuses = strangers::statuses(message, StatusCode::UNAUTHORIZED, StatusCode::UNAUTHORIZED);
            self.give_next_nonce();
            let hopeless = self.refusals > limits::CHALLENGES_PER_SESSION;
            let then = if hopeless { Then::Abort(AbortReason::Unproven) } else { Then::Refuse };
            return Received { answers: Vec::new(), server_nonce: None, accepted: None, then };
        }
        let received = self.take(message, arrival.now);
        self.give_next_nonce();
        Received { accepted: Some(accepted), ..received }
    }

    /// Takes a message that is proven to be the handset's own.
    fn take(&mut self, message: &Message, now: Time) -> Received {
        let header = &message.header;
        self.messages += 1;
        self.their_msg_id = header.msg_id;
        self.take_limits(header.meta.as_ref());

        let good = if self.account.scheme == AuthType::Mac { StatusCode::OK } else { StatusCode::AUTHENTICATED };
        let mut statuses = vec![strangers::header_status(message, good)];
        let mut received = Received { answers: Vec::new(), server_nonce: None, accepted: None, then: Then::Go };
        for command in &message.commands {
            let broken = self.objects.broken_off(command);
            let code = match self.objects.take(command) {
                Piece::Whole => self.take_command(command, &mut received),
                Piece::Complete(whole) => self.take_command(&whole, &mut received),
                Piece::Chunk(code) => Some(code),
            };
            if let Some(code) = code {
                strangers::push_status(&mut statuses, header.msg_id, command, code);
            }
            if let Some(place) = broken {
                let (cmd_id, code) = (statuses.len() as u32 + 1, Some(alert::END_OF_DATA_MISSING));
                statuses.push(Command::Alert(Alert { cmd_id, code, items: vec![place], ..Alert::default() }));
            }
        }
        self.statuses = statuses;
        if self.messages > limits::MESSAGES_PER_SESSION && !matches!(received.then, Then::Abort(_)) {
            received.then = Then::Abort(AbortReason::Endless);
        }
        self.settle(message.is_final && !self.objects.is_open(), now, &mut received);
        received
    }

    fn take_limits(&mut self, meta: Option<&Meta>) {
        let Some(meta) = meta else { return };
        self.max_message = meta.max_msg_size.unwrap_or(self.max_message);
        self.max_object = meta.max_obj_size.unwrap_or(self.max_object);
    }

    fn settle(&mut self, is_final: bool, now: Time, received: &mut Received) {
        if received.then == Then::Again {
            // It ran none of our commands; it repeated its package 1.
            return;
        }
        // While an object of ours is not whole the handset cannot end its package either.
        let complete = is_final || self.is_open;
        let profile = Arc::clone(&self.profile);
        self.early.extend(self.outbox.settle(is_final, &profile, now));
        if received.then == Then::Go && !complete {
            received.then = Then::Continue;
            return;
        }
        let room = self.room();
        self.early.extend(self.outbox.review(room, Terms { profile: &profile, ..self.terms(&profile) }));
        received.answers = std::mem::take(&mut self.early);
    }

    /// Our next package: answers to the handset's last message, then what waits to be asked. Without anything to ask it is the last one,
    /// and ends the session.
    pub fn package(&mut self, now: Time) -> Reply {
        let (room, profile) = (self.room(), Arc::clone(&self.profile));
        let mut draft = Draft::new(self.our_msg_id.saturating_add(1), self.statuses.len(), room);
        self.outbox.fill(&mut draft, self.terms(&profile), now);
        self.is_open = draft.is_open;
        self.answer(draft.commands, !draft.is_open)
    }

    /// Our last package: answers to the handset's last message and nothing else.
    pub fn farewell(&mut self) -> Reply {
        self.is_open = false;
        self.answer(Vec::new(), true)
    }

    /// The same requests as before, after the handset refused our credentials; and the nonce, which it does not take from a server that
    /// has not proved itself.
    pub fn again(&mut self, now: Time) -> Reply {
        self.give_next_nonce();
        self.outbox.take_back(self.our_msg_id);
        self.package(now)
    }

    /// Asks for the rest of the handset's package.
    pub fn next_message(&mut self) -> Reply {
        let alert = self.alert(alert::NEXT_MESSAGE);
        self.answer(vec![alert], false)
    }

    /// Statuses alone, and a challenge.
    pub fn refuse(&mut self) -> Reply {
        self.answer(Vec::new(), true)
    }

    /// Our last message, by which a session ends before its time: after the handset's own abort nothing but statuses.
    pub fn last_word(&mut self, reason: AbortReason) -> Reply {
        let alert = (reason != AbortReason::ByHandset).then(|| self.alert(alert::SESSION_ABORT));
        self.answer(alert.into_iter().collect(), true)
    }

    fn alert(&self, code: u32) -> Command {
        let cmd_id = self.statuses.len() as u32 + 1;
        Command::Alert(Alert { cmd_id, code: Some(code), ..Alert::default() })
    }

    fn terms<'p>(&self, profile: &'p Profile) -> Terms<'p> {
        // Correlator came with version 1.2.
        Terms { profile, binary: self.binary, correlators: self.ver_dtd != "1.1" }
    }

    /// What is left for commands in the message that is being made.
    fn room(&self) -> Room {
        let (message, _) = self.envelope(self.statuses.clone(), true);
        let taken = packing::message_size(&message, self.binary);
        Room { message: (self.max_message as usize).saturating_sub(taken), object: self.max_object as usize }
    }

    fn answer(&mut self, commands: Vec<Command>, is_final: bool) -> Reply {
        self.our_msg_id = self.our_msg_id.saturating_add(1);
        let mut all = std::mem::take(&mut self.statuses);
        all.extend(commands);
        let (message, seal) = self.envelope(all, is_final);
        Reply { message, seal }
    }

    fn envelope(&self, commands: Vec<Command>, is_final: bool) -> (Message, Option<Seal>) {
        let limits = Meta {
            max_msg_size: Some(self.own_max_message),
            max_obj_size: Some(limits::OBJECT_OCTETS),
            ..Meta::default()
        };
        let mut header = Header {
            ver_dtd: self.ver_dtd.clone(),
            ver_proto: self.ver_proto.clone(),
            session_id: self.session_id.clone(),
            msg_id: self.our_msg_id,
            target: Location::new(self.device_uri.clone()),
            source: Location::new(self.server_uri.clone()),
            resp_uri: Some(format!("{}?s={}", self.server_uri, self.token)),
            meta: Some(limits),
            ..Header::default()
        };
        let seal = self.proof.as_ref().and_then(|proof| proof.show(&self.server_id, &mut header));
        (Message { header, commands, is_final }, seal)
    }
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
