//! The DM client (OMA-TS-DM_Protocol 1.2): one session, from package 1 to the server's last package.
//!
//! Pure: takes the server's message, gives the next one or the end. It is strict where the standard is, so that it finds
//! a server's mistakes: every answer must have its Status codes and the right identifiers. Commands are run by
//! [`commands`], and only when the server is trusted; what does not fit one message waits in [`outbox`]. Driven by
//! `run.rs`, and by tests.

mod commands;
mod credentials;
mod exec;
mod large;
mod outbox;

use super::Draw;
use super::cause::Cause;
use super::code;
use super::device::faults::Fault;
use super::device::profile::{Refusal, SessionIds, UserName};
use super::device::station::Handset;
use super::encoding::Encoding;
use super::package::{Package, bare_alert};
use super::provisioning::otasp::{Step, StepKind};
use crate::limits;
use crate::syncml::document::{Command, Header, Location, Message, Meta, Status};
use commands::Runner;
use credentials::{Proof, Shown, Trust, Verdict};
use large::LargeObject;
use outbox::Outbox;

/// Alert code: the client came because it was notified.
const SERVER_INITIATED: u32 = 1200;
/// Alert code: the client came by itself.
const CLIENT_INITIATED: u32 = 1201;
/// Alert code: send the next message of the package.
const NEXT_MESSAGE: u32 = 1222;
/// Alert code: the session is aborted.
const SESSION_ABORT: u32 = 1223;

/// Who began the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Initiator {
    /// The handset: the SessionID is drawn.
    Client,
    /// The server, by a notification that names the session: 1 to 4 upper-case hex digits.
    Server {
        /// SessionID.
        session_id: String,
    },
}

/// What to do next.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "made once for each message and taken apart at once")]
pub enum Next {
    /// Send this message to [`Session::target`].
    Send(Message),
    /// Send nothing more. Without a cause the server has ended the session in the regular way.
    Done(Option<Cause>),
}

/// One session of a handset.
#[derive(Debug)]
#[expect(clippy::struct_field_names, reason = "SessionID is the standard's name")]
pub struct Session {
    initiator: Initiator,
    session_id: String,
    target: String,
    /// MsgID of the last message that was sent.
    msg_id: u32,
    /// MsgID of the last message that was read.
    server_msg_id: u32,
    /// Commands of the last message sent that want a Status: CmdID and name.
    unanswered: Vec<(u32, String)>,
    /// Alerts of the last message sent that had been deferred.
    carried: usize,
    proof: Proof,
    trust: Trust,
    /// Set when the last message sent says that the session is over.
    closing: Option<Cause>,
    /// Every provisioning step so far.
    steps: Vec<Step>,
    /// By which the length of a message is measured.
    encoding: Encoding,
    /// What of the handset's package is not sent yet.
    outbox: Outbox,
    /// What of the server's large object has arrived.
    large: Option<LargeObject>,
    /// MaxMsgSize and MaxObjSize of the server.
    server_max_msg_size: Option<u32>,
    server_max_obj_size: Option<u32>,
    /// The fault that disturbs the last message sent.
    disturbed: Option<Fault>,
    /// A Chal was spoiled by a fault switch.
    spoiled_nonce: bool,
}

/// The server's answer: its document, and for a MAC the octets that it came in and the header that signs them.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a> {
    /// The document.
    pub message: &'a Message,
    /// The body as it came.
    pub body: &'a [u8],
    /// The value of `x-syncml-hmac`.
    pub hmac: Option<&'a str>,
}

impl<'a> From<&'a Message> for Heard<'a> {
    fn from(message: &'a Message) -> Self {
        Self { message, body: &[], hmac: None }
    }
}

impl Session {
    /// Begins a session: package 1.
    pub fn start(handset: &mut Handset, initiator: Initiator, draw: &mut Draw<'_>) -> (Self, Message) {
        let session_id = match &initiator {
            Initiator::Server { session_id } => session_id.clone(),
            Initiator::Client => drawn_session_id(handset.habits.session_ids, draw),
        };
        let late = handset.late_reverse.take();
        handset.deliver(late);
        let resync = handset.habits.resync_nonce;
        let nonce = match handset.fault {
            Some(Fault::StaleNonce) => [&handset.nonces.client, [0].as_slice()].concat(),
            Some(Fault::LostNonces) => resync.to_vec(),
            _ => handset.nonces.client.clone(),
        };
        let server_resync = (handset.resync || handset.fault == Some(Fault::LostNonces)).then(|| resync.to_vec());
        let mut session = Self {
            initiator,
            session_id,
            target: handset.account.url.clone(),
            msg_id: 0,
            server_msg_id: 0,
            unanswered: Vec::new(),
            carried: 0,
            proof: Proof::new(&nonce, handset.habits.shy),
            trust: Trust::new(handset.demand, &handset.nonces.server, server_resync),
            closing: None,
            steps: Vec::new(),
            encoding: Encoding::Xml,
            outbox: Outbox::default(),
            large: None,
            server_max_msg_size: None,
            server_max_obj_size: None,
            disturbed: None,
            spoiled_nonce: false,
        };
        let message = session.package_1(handset, Package::default());
        (session, message)
    }

    /// Sets the encoding by which messages are measured where the server bounds them.
    pub const fn measure_in(&mut self, encoding: Encoding) {
        self.encoding = encoding;
    }

    /// The header `x-syncml-hmac` of the last message, whose octets are `body`; `None` where it has none.
    pub fn hmac(&self, handset: &Handset, body: &[u8]) -> Option<String> {
        self.proof.hmac(&handset.account, body)
    }

    /// The fault that disturbs how the last message travels.
    pub(super) const fn disturbed(&self) -> Option<Fault> {
        self.disturbed
    }

    /// Where the next message goes: the account's address, or the last RespURI.
    pub fn target(&self) -> &str {
        &self.target
    }

    /// SessionID.
    pub fn session_id(&self) -> &str {
        &self.session_id
    }

    /// Messages sent so far.
    pub fn messages(&self) -> u32 {
        self.msg_id
    }

    /// Provisioning steps so far, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Takes the server's answer to the last message.
    pub fn handle<'m>(&mut self, handset: &mut Handset, heard: impl Into<Heard<'m>>, draw: &mut Draw<'_>) -> Next {
        self.answer(handset, heard.into(), draw).unwrap_or_else(|cause| Next::Done(Some(cause)))
    }

    fn answer(&mut self, handset: &mut Handset, heard: Heard<'_>, draw: &mut Draw<'_>) -> Result<Next, Cause> {
        let message = heard.message;
        self.check_header(handset, message)?;
        let header_status = self.check_statuses(message)?;
        self.take_bounds(message);
        if let Some(cause) = self.closing.take() {
            return Ok(Next::Done(Some(cause)));
        }
        if self.msg_id >= limits::MESSAGES_PER_SESSION {
            return Err(Cause::TooManyMessages);
        }
        match header_status.code {
            code::OK | code::AUTHENTICATED => {}
            code::UNAUTHORIZED | code::CREDENTIALS_MISSING => {
                only_statuses(message)?;
                self.proof.challenged(&handset.account, header_status)?;
                self.outbox = Outbox::default();
                return Ok(Next::Send(self.package_1(handset, Package::default())));
            }
            code => return Err(Cause::Refused(code)),
        }
        let next_nonce = self.proof.accepted(header_status);
        let shown = Shown { cred: message.header.cred.as_ref(), body: heard.body, hmac: heard.hmac };
        let verdict = self.trust.judge(&handset.account, shown);
        if verdict != Verdict::Trusted {
            return self.distrust(handset, message, verdict, draw);
        }
        // A nonce holds in this session whoever gave it; it is kept only when a trusted server did.
        if let Some(nonce) = next_nonce {
            handset.nonces.client = nonce;
        }
        if self.outbox.is_empty() {
            handset.deferred.drain(..self.carried.min(handset.deferred.len()));
            self.carried = 0;
        }
        let commands = message.commands.iter().filter(|command| !matches!(command, Command::Status(_)));
        if message.is_final && commands.clone().next().is_none() {
            if !self.outbox.is_empty() {
                return Err(Cause::ServerMisbehaved("it ended the session within a package of the handset".into()));
            }
            return Ok(Next::Done(None));
        }
        self.package_3(handset, message, commands, draw)
    }

    /// Answers a trusted server: runs its commands.
    fn package_3<'c>(
        &mut self,
        handset: &mut Handset,
        message: &Message,
        mut commands: impl Iterator<Item = &'c Command>,
        draw: &mut Draw<'_>,
    ) -> Result<Next, Cause> {
        let (code, chal, nonce) = self.trust.accept(&handset.account, draw);
        if let Some(nonce) = nonce {
            handset.nonces.server = nonce;
        }
        let chal = chal.map(|chal| self.spoiled(handset, chal));
        let mut package = Package::default();
        package.status(header_status(handset, message, code, chal));
        let slow = if handset.fault == Some(Fault::SlowExec) { handset.deferred.clone() } else { Vec::new() };
        self.carried = slow.len();
        for alert in slow {
            package.alert(alert);
        }
        let late = if handset.fault == Some(Fault::LaterSession) { None } else { handset.late_reverse.take() };
        let mut runner = Runner {
            handset,
            draw,
            msg_ref: message.header.msg_id,
            package: &mut package,
            steps_before: self.steps.len(),
            steps: Vec::new(),
            large: &mut self.large,
            max_obj_size: self.server_max_obj_size,
        };
        let result = commands.try_for_each(|command| runner.run(command));
        let steps = runner.steps;
        let begun = self.steps.len();
        let committed = steps.iter().any(|step| step.kind == StepKind::Commit && step.result_code == 0);
        let struck = steps.iter().zip(begun..).any(|(step, at)| handset.is_struck(step.kind, at));
        self.steps.extend(steps);
        result?;
        // It was not ready when this message came.
        handset.deliver(late);
        self.disturbed = handset.fault.filter(|_| struck);
        match handset.fault {
            Some(fault @ (Fault::Silent | Fault::Reboot)) if struck => return Err(Cause::Fault(fault)),
            Some(fault @ Fault::DropCommitResponse) if committed => return Err(Cause::Fault(fault)),
            Some(fault @ Fault::Abort) if struck => {
                package.alert(bare_alert(SESSION_ABORT));
                self.closing = Some(Cause::Fault(fault));
            }
            _ => {}
        }
        // A package of the server that goes on is answered by asking for the rest of it, unless it waits for ours.
        if !message.is_final && self.closing.is_none() && self.outbox.is_empty() {
            package.alert(bare_alert(NEXT_MESSAGE));
        }
        let is_final = message.is_final || self.closing.is_some();
        Ok(Next::Send(self.seal(handset, package, is_final)))
    }

    /// Answers a server that is not trusted: nothing is run, and package 1 is sent again.
    fn distrust(
        &mut self,
        handset: &mut Handset,
        message: &Message,
        verdict: Verdict,
        draw: &mut Draw<'_>,
    ) -> Result<Next, Cause> {
        let mut package = Package::default();
        let refusal = handset.habits.refusal;
        if (refusal, verdict) == (Refusal::ZeroAndEnd, Verdict::Missing) {
            package.status(header_status(handset, message, 0, None));
            self.closing = Some(Cause::ServerUnproven);
            return Ok(Next::Send(self.seal(handset, package, true)));
        }
        let chal = self.trust.refuse(&handset.account, draw)?;
        let missing = verdict == Verdict::Missing || refusal == Refusal::AlwaysMissing;
        let code = if missing { code::CREDENTIALS_MISSING } else { code::UNAUTHORIZED };
        let chal = self.spoiled(handset, chal);
        package.status(header_status(handset, message, code, Some(chal)));
        if handset.habits.refuse_each {
            for command in message.commands.iter().filter(|command| !matches!(command, Command::Status(_))) {
                package.status(Status {
                    msg_ref: Some(message.header.msg_id),
                    cmd_ref: command.cmd_id(),
                    cmd: command.name().to_owned(),
                    code,
                    ..Status::default()
                });
            }
        }
        self.outbox = Outbox::default();
        Ok(Next::Send(self.package_1(handset, package)))
    }

    /// The Chal as a fault switch may spoil it, once in a session.
    fn spoiled(&mut self, handset: &Handset, chal: Meta) -> Meta {
        if handset.fault == Some(Fault::WrongNextNonce) && chal.next_nonce.is_some() && !self.spoiled_nonce {
            self.spoiled_nonce = true;
            return Meta { next_nonce: Some("bm90IHRoZSBvbmUgdXNlZA==".into()), ..chal };
        }
        chal
    }

    fn package_1(&mut self, handset: &Handset, mut package: Package) -> Message {
        package.alert(bare_alert(match self.initiator {
            Initiator::Client => CLIENT_INITIATED,
            Initiator::Server { .. } => SERVER_INITIATED,
        }));
        package.report(handset.dev_info());
        self.carried = handset.deferred.len();
        for alert in &handset.deferred {
            package.alert(alert.clone());
        }
        self.seal(handset, package, true)
    }

    /// Puts the header on as much of the package as the server takes in one message, and remembers what it has to answer.
    fn seal(&mut self, handset: &Handset, package: Package, is_final: bool) -> Message {
        self.msg_id += 1;
        self.outbox.add(package.into_commands(), is_final, self.server_msg_id);
        let mut message = Message { header: self.header(handset), commands: Vec::new(), is_final: false };
        let bound = self.server_max_msg_size.filter(|_| handset.habits.splits);
        self.outbox.fill(&mut message, bound.map(|octets| octets as usize), self.encoding);
        if let (true, [_, Command::Access(second), ..]) =
            (handset.habits.sloppy.doubled_cmd_id, message.commands.as_mut_slice())
        {
            second.cmd_id = 1;
        }
        self.unanswered = message
            .commands
            .iter()
            .filter(|command| !matches!(command, Command::Status(_) | Command::Results(_)))
            .map(|command| (command.cmd_id(), command.name().to_owned()))
            .collect();
        match self.disturbed {
            Some(Fault::SkipMsgId) => {
                self.msg_id += 1;
                message.header.msg_id = self.msg_id;
            }
            Some(Fault::OtherSession) => message.header.session_id.push('0'),
            _ => {}
        }
        message
    }

    fn header(&self, handset: &Handset) -> Header {
        let Handset { account, habits, .. } = handset;
        let first = self.msg_id == 1;
        let named = match habits.user_name {
            UserName::Never => false,
            UserName::WithCred => self.proof.is_due(account),
            UserName::FirstMessage => first,
        };
        let both = named && habits.user_name == UserName::FirstMessage;
        let meta = if first {
            Some(Meta {
                max_msg_size: habits.max_msg_size,
                max_obj_size: Some(limits::HANDSET_LEAF_OCTETS as u32),
                ..Meta::default()
            })
        } else {
            let echoed = self.server_max_msg_size.filter(|_| habits.echoes_max_msg_size);
            echoed.map(|octets| Meta { max_msg_size: Some(octets), ..Meta::default() })
        };
        Header {
            ver_dtd: account.version.ver_dtd().into(),
            ver_proto: account.version.ver_proto().into(),
            session_id: self.session_id.clone(),
            msg_id: self.msg_id,
            target: Location { uri: self.target.clone(), name: both.then(|| account.server_id.clone()) },
            source: Location { uri: account.device_id.as_str().to_owned(), name: named.then(|| account.user.clone()) },
            resp_uri: None,
            no_resp: false,
            cred: self.proof.cred(account),
            meta,
        }
    }

    /// Where the server wants the next message, and what it takes at most.
    fn take_bounds(&mut self, message: &Message) {
        if let Some(uri) = message.header.resp_uri.as_deref().map(str::trim).filter(|uri| !uri.is_empty()) {
            uri.clone_into(&mut self.target);
        }
        if let Some(meta) = &message.header.meta {
            self.server_max_msg_size = meta.max_msg_size.or(self.server_max_msg_size);
            self.server_max_obj_size = meta.max_obj_size.or(self.server_max_obj_size);
        }
    }

    /// The identifiers of the header: an answer of another session or out of turn ends this one.
    fn check_header(&mut self, handset: &Handset, message: &Message) -> Result<(), Cause> {
        let header = &message.header;
        expect("VerDTD", handset.account.version.ver_dtd(), &header.ver_dtd)?;
        expect("VerProto", handset.account.version.ver_proto(), &header.ver_proto)?;
        expect("SessionID", &self.session_id, &header.session_id)?;
        expect("Target", handset.device_id(), &header.target.uri)?;
        let aborts = |command: &Command| matches!(command, Command::Alert(alert) if alert.code == Some(SESSION_ABORT));
        if handset.habits.session_alerts && message.commands.iter().any(aborts) {
            return Err(Cause::ServerAborted);
        }
        expect("MsgID", &(self.server_msg_id + 1).to_string(), &header.msg_id.to_string())?;
        self.server_msg_id = header.msg_id;
        let mut ids: Vec<u32> = message.commands.iter().map(Command::cmd_id).collect();
        ids.sort_unstable();
        if ids.first() == Some(&0) || ids.windows(2).any(|pair| pair.first() == pair.last()) {
            return Err(Cause::ServerMisbehaved("CmdID missing, 0, or used twice".into()));
        }
        Ok(())
    }

    /// Every command of the last message must have its Status; the one for SyncHdr is returned.
    fn check_statuses<'m>(&self, message: &'m Message) -> Result<&'m Status, Cause> {
        let statuses = || {
            message.commands.iter().filter_map(|command| match command {
                Command::Status(status) if status.msg_ref.is_none_or(|msg_ref| msg_ref == self.msg_id) => Some(status),
                _ => None,
            })
        };
        for (cmd_id, name) in &self.unanswered {
            if !statuses().any(|status| status.cmd_ref == *cmd_id && status.cmd == *name) {
                return Err(Cause::ServerMisbehaved(format!("no Status for {name} with CmdID {cmd_id}")));
            }
        }
        statuses()
            .find(|status| status.cmd_ref == 0 && status.cmd == "SyncHdr")
            .ok_or_else(|| Cause::ServerMisbehaved("no Status for SyncHdr".into()))
    }
}

/// A SessionID of the handset's own choice.
fn drawn_session_id(kind: SessionIds, draw: &mut Draw<'_>) -> String {
    let mut octets = [0; 2];
    draw(&mut octets);
    let number = u16::from_be_bytes(octets).max(1);
    match kind {
        SessionIds::Hex => format!("{number:X}"),
        SessionIds::Decimal => number.to_string(),
        SessionIds::One => "1".into(),
    }
}

/// Status for the server's SyncHdr.
fn header_status(handset: &Handset, message: &Message, code: u32, chal: Option<Meta>) -> Status {
    // Who leaves out CmdRef leaves out the references too.
    let refs = !handset.habits.sloppy.no_header_cmd_ref;
    let name = |location: &Location| refs.then(|| location.uri.clone()).into_iter().collect();
    Status {
        msg_ref: Some(message.header.msg_id),
        cmd_ref: 0,
        cmd: "SyncHdr".into(),
        target_refs: name(&message.header.target),
        source_refs: name(&message.header.source),
        chal,
        code,
        ..Status::default()
    }
}

/// A challenge may bring nothing but Status commands (OMA-TS-DM_Protocol 1.2 section 9).
fn only_statuses(message: &Message) -> Result<(), Cause> {
    match message.commands.iter().find(|command| !matches!(command, Command::Status(_))) {
        None => Ok(()),
        Some(command) => Err(Cause::ServerMisbehaved(format!("{} beside a challenge", command.name()))),
    }
}

fn expect(field: &str, expected: &str, got: &str) -> Result<(), Cause> {
    if expected == got {
        return Ok(());
    }
    let shown: String = got.chars().take(64).collect();
    Err(Cause::ServerMisbehaved(format!("{field}: expected `{expected}`, got `{shown}`")))
}
