//! A desk with one or two handsets written here as documents; store, compute and north answer when the test says so.

mod attaching;
mod by_nodes;
mod calling;
mod doubting;
mod groups;
mod letting_in;
mod one_key;
mod operating;
mod refusing;
mod resuming;
mod simulator;
mod updates;

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use akeyd_hw::{Backend, Base, Exponent, Group, Power as HwPower};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::failures::Source;
use super::record::{AuditEvent, Change, ExchangeRecord, Happened, Place, Subscriber};
use super::*;
use crate::dm::account::{Account, ServerSecret};
use crate::exchange::Key;
use crate::exchange::NorthFault;
use crate::exchange::choice::Wishes;
use crate::exchange::north::{Ask, NorthAnswer, PublicValues};
use crate::exchange::pushed::{Push, Ticket as PushTicket, Told};
use crate::is683::AKeyPRev;
use crate::limits;
use crate::syncml::auth::{self, AuthType};
use crate::syncml::document::{Command, Message};
use crate::syncml::xml;
use crate::words::{Outcome, State, Way};

const MS_RESULT: &str = "91bf7a666f3902d6e9745ede65993280ed4cdf3ea3f898c0301bcd9167863a1bc4a11ea3c50926e351d55043619db53a4b6c020dca9f191ed2c87ee4569a2820";

fn octets(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn device(number: u32) -> DeviceId {
    DeviceId::new(&format!("MEID:A000000000000{number}")).unwrap()
}

fn settings(way: Way) -> Settings {
    Settings {
        server_id: "akeyd".into(),
        auth: AuthType::Md5,
        hold_ms: 5_000,
        hold_rounds: 2,
        sessions: limits::SESSIONS_PER_DESK,
        profiles: HashMap::new(),
        policy: Policy { way: Some(way), dialect: None, revisions: vec![AKeyPRev::A_KEY], north_computes: true },
        order: Order::BsFirst,
        kind: Kind::AKey,
        start_on_contact: true,
        group: Arc::new(Group::known("demo-512").unwrap()),
        exponent_bits: 160,
        exchange_ms: 3_600_000,
        step_ms: 600_000,
        north_ms: 600_000,
        push_ms: 60_000,
        calls: false,
        resync_calls: false,
        commit_without_ac: false,
        knows_exchanges: true,
        in_doubt_alert_ms: 3_600_000,
    }
}

/// A desk and what stands around it.
struct World {
    desk: Desk,
    now: Time,
    subscribers: HashMap<DeviceId, Subscriber>,
    tickets: u64,
    replies: HashMap<u64, Arc<Message>>,
    busy: Vec<u64>,
    said: Vec<(u64, Said)>,
    refused: usize,
    no_room: Vec<&'static str>,
    ended: Vec<(Outcome, String)>,
    /// How long the last one that ended had lasted.
    lasted: u64,
    logins: Vec<LoginResult>,
    powers: usize,
    commits: usize,
    told: Vec<(u64, Told)>,
    calls: Vec<Notification>,
    came: usize,
    /// While set, questions to the north wait here.
    north_waits: bool,
    questions: Vec<(ExchangeId, Call, Ask)>,
    /// While set, durable steps wait here.
    disk_waits: bool,
    steps: Vec<Step>,
    /// While set, nothing is made durable: steps and their changes wait here to be refused.
    disk_is_full: bool,
    unmade: Vec<(Step, Vec<Change>)>,
    /// What the store has.
    records: HashMap<ExchangeId, ExchangeRecord>,
    keys: HashMap<ExchangeId, Key>,
    history: Vec<(ExchangeId, Happened)>,
    audit: Vec<AuditEvent>,
    asked_north: Vec<ExchangeId>,
    lasting: usize,
}

impl World {
    fn new(settings: Settings) -> Self {
        let challenger = Arc::new(Challenger::new([3; 32]));
        let subscribers = (1..=2).map(|number| {
            let server = ServerSecret::new(AuthType::Md5, "akeyd", "server", b"sn".to_vec());
            let account = Account {
                scheme: AuthType::Md5,
                client: auth::user_digest("user", "password"),
                client_nonce: b"nonce".to_vec(),
                last_slot: 0,
                resync_left: false,
                server: Some(server),
            };
            let subscriber = Subscriber {
                device: device(number),
                account,
                model: String::new(),
                wishes: Wishes::default(),
                spc: None,
                place: Place::default(),
                capability: None,
                temporary: None,
                last_contact: None,
            };
            (device(number), subscriber)
        });
        Self {
            subscribers: subscribers.collect(),
            desk: Desk::new(Arc::new(settings), challenger, [4; 32]),
            now: Time(1_700_000_000_000),
            tickets: 0,
            replies: HashMap::new(),
            busy: vec![],
            said: vec![],
            refused: 0,
            no_room: vec![],
            ended: vec![],
            lasted: 0,
            logins: vec![],
            powers: 0,
            commits: 0,
            told: vec![],
            calls: vec![],
            came: 0,
            north_waits: false,
            questions: vec![],
            disk_waits: false,
            steps: vec![],
            disk_is_full: false,
            unmade: vec![],
            records: HashMap::new(),
            keys: HashMap::new(),
            history: vec![],
            audit: vec![],
            asked_north: vec![],
            lasting: 0,
        }
    }

    fn bring(&mut self, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for action in self.desk.handle(self.now, event) {
                match action {
                    Action::Reply(ticket, message) => {
                        let message = Arc::new(message.message.clone());
                        assert!(self.replies.insert(ticket.0, message).is_none(), "two replies to {}", ticket.0);
                    }
                    Action::Busy(ticket) => self.busy.push(ticket.0),
                    Action::Answer(ticket, said) => self.said.push((ticket.0, said)),
                    Action::Load(login, device) => {
                        let found = self.subscribers.get(&device).cloned().map(Box::new);
                        events.push_back(Event::Loaded(login, found));
                    }
                    Action::Persist(step, changes) if self.disk_is_full => self.unmade.push((step, changes)),
                    Action::Persist(step, changes) => {
                        self.commits += usize::from(step != Step::Lazy);
                        changes.into_iter().for_each(|change| self.apply(change));
                        if self.disk_waits && step != Step::Lazy {
                            self.steps.push(step);
                        } else {
                            events.push_back(Event::Durable(step));
                        }
                    }
                    Action::Compute(exchange, call, Power::Public(group, bits)) => {
                        self.powers += 1;
                        let y = Arc::new(Exponent::from_bytes(&[0x5a; 20], bits).unwrap());
                        let power = HwPower { group, base: Base::Generator, exponent: Arc::clone(&y) };
                        let bs_result = power.run(Backend::Scalar).unwrap().into_public();
                        events.push_back(Event::Public(exchange, call, Ok((y, bs_result))));
                    }
                    Action::Compute(exchange, call, Power::Shared(group, element, exponent)) => {
                        self.powers += 1;
                        let power = HwPower { group, base: Base::Element(element), exponent };
                        let shared = power.run(Backend::Scalar).unwrap().into_shared().unwrap();
                        events.push_back(Event::Shared(exchange, call, Ok(shared)));
                    }
                    Action::Ask { exchange, call, ask, .. } if self.north_waits => {
                        self.asked_north.push(exchange);
                        self.questions.push((exchange, call, ask));
                    }
                    Action::Ask { exchange, call, ask, .. } => {
                        self.asked_north.push(exchange);
                        events.push_back(Event::North(exchange, call, Ok(Self::north(&ask))));
                    }
                    Action::Tell(ticket, told) => self.told.push((ticket.0, told)),
                    Action::Call(notification) => self.calls.push(*notification),
                    Action::Came(_) => self.came += 1,
                    Action::Compute(exchange, call, Power::Both(group, bits, element)) => {
                        self.powers += 2;
                        let y = Arc::new(Exponent::from_bytes(&[0x5a; 20], bits).unwrap());
                        let run =
                            |base| HwPower { group: group.clone(), base, exponent: y.clone() }.run(Backend::Scalar);
                        let bs_result = run(Base::Generator).unwrap().into_public();
                        let k = run(Base::Element(element)).unwrap().into_shared().unwrap();
                        events.push_back(Event::Both(exchange, call, Ok((bs_result, k))));
                    }
                    Action::Note(Note::Login(_, result)) => self.logins.push(result),
                    Action::Note(Note::ExchangeEnded { end, millis, .. }) => {
                        self.lasted = millis;
                        let cause = end.cause.map(|cause| cause.to_string()).unwrap_or_default();
                        self.ended.push((end.outcome, cause));
                    }
                    Action::Note(Note::DoubtLasts(..)) => self.lasting += 1,
                    Action::Note(Note::NoRoom(what)) => self.no_room.push(what),
                    Action::Note(Note::StartRefused(_)) => self.refused += 1,
                    Action::Note(_) => {}
                }
            }
        }
    }

    fn north(ask: &Ask) -> NorthAnswer {
        match ask {
            Ask::PublicValues { .. } => {
                let group = Group::known("demo-512").unwrap();
                let (param_p, param_g) = (group.p().to_vec(), group.g().to_vec());
                NorthAnswer::PublicValues(PublicValues {
                    a_key_p_rev: 2,
                    param_p,
                    param_g,
                    bs_result: Some(vec![7; 64]),
                })
            }
            _ => NorthAnswer::Done,
        }
    }

    /// An exchange is asked for, as policy has it.
    fn start(&mut self, number: u32) {
        self.bring(Event::Start(Start::of(device(number), Origin::Contact)));
    }

    fn apply(&mut self, change: Change) {
        match change {
            Change::Login(device, accepted) => {
                let account = &mut self.subscribers.get_mut(&device).unwrap().account;
                account.client_nonce = accepted.next_nonce;
                account.last_slot = accepted.last_slot;
                account.resync_left = accepted.resync_left;
            }
            Change::ServerNonce(device, nonce) => {
                self.subscribers.get_mut(&device).unwrap().account.server.as_mut().unwrap().take_nonce(&nonce);
            }
            Change::Capability(device, remembered) => {
                self.subscribers.get_mut(&device).unwrap().capability = remembered;
            }
            Change::Temporary(device, node) => self.subscribers.get_mut(&device).unwrap().temporary = node,
            Change::Exchange(mut record) => {
                self.keys.extend(record.key.take().map(|key| (record.id, key)));
                if !record.keeps_key() {
                    self.keys.remove(&record.id);
                }
                self.records.insert(record.id, *record);
            }
            Change::History(id, step) => self.history.push((id, step.what)),
            Change::Audit(event) => self.audit.push(*event),
            // What operators and deliveries bring is no business of these tests.
            _ => {}
        }
    }

    fn answer_north(&mut self) {
        for (exchange, call, ask) in std::mem::take(&mut self.questions) {
            self.bring(Event::North(exchange, call, Ok(Self::north(&ask))));
        }
    }

    fn tick(&mut self, millis: u64) {
        self.now = self.now.plus(millis);
        if self.desk.deadline().is_some_and(|deadline| deadline <= self.now) {
            self.bring(Event::Timer);
        }
    }

    /// Sends a document; gives its ticket.
    fn send(&mut self, document: &str, token: Option<&str>) -> u64 {
        self.tickets += 1;
        let message = xml::read(document.as_bytes()).unwrap();
        let mut digest = [0_u8; 32];
        document.bytes().enumerate().for_each(|(at, octet)| {
            digest[at % 32] = digest[at % 32].rotate_left(3) ^ octet;
        });
        let ticket = Ticket(self.tickets);
        let token = token.map(str::to_owned);
        self.bring(Event::Message(Incoming {
            ticket,
            message,
            token,
            digest,
            mac: None,
            binary: false,
            max_message: 65_536,
            source: Source(1),
            peer: None,
        }));
        self.tickets
    }

    fn reply(&self, ticket: u64) -> &Message {
        self.replies.get(&ticket).unwrap_or_else(|| panic!("no reply to {ticket}"))
    }
}

fn document(device: &DeviceId, msg_id: u32, cred: Option<&str>, body: &str) -> String {
    let cred = cred.map_or(String::new(), |data| {
        format!(
            "<Cred><Meta><Format xmlns='syncml:metinf'>b64</Format><Type xmlns='syncml:metinf'>syncml:auth-md5</Type></Meta>\
             <Data>{data}</Data></Cred>"
        )
    });
    format!(
        "<SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID>\
         <MsgID>{msg_id}</MsgID><Target><LocURI>http://192.0.2.1/dm</LocURI></Target><Source><LocURI>{device}</LocURI></Source>\
         {cred}</SyncHdr><SyncBody>{body}<Final/></SyncBody></SyncML>"
    )
}

const OPENING: &str = "<Alert><CmdID>1</CmdID><Data>1201</Data></Alert><Replace><CmdID>2</CmdID><Item><Source>\
    <LocURI>./DevInfo/Mod</LocURI></Source><Data>M</Data></Item></Replace>";

fn cred(nonce: &[u8]) -> String {
    auth::md5(&auth::user_digest("user", "password"), nonce)
}

fn header_code(message: &Message) -> u32 {
    match message.commands.first() {
        Some(Command::Status(status)) => status.code,
        other => panic!("{other:?}"),
    }
}

fn token(message: &Message) -> String {
    message.header.resp_uri.as_deref().and_then(|uri| uri.split_once("?s=")).unwrap().1.to_owned()
}

/// The Exec of a message: its CmdID, Correlator and payload.
fn exec(message: &Message) -> Option<(u32, String, Vec<u8>)> {
    message.commands.iter().find_map(|command| match command {
        Command::Exec(exec) => {
            let data = exec.item.data.as_ref().unwrap().as_text().unwrap();
            Some((exec.cmd_id, exec.correlator.clone().unwrap(), STANDARD.decode(data).unwrap()))
        }
        _ => None,
    })
}

/// A handset in a session: answers each Exec with the reverse message that its type asks for.
struct Handset {
    device: DeviceId,
    msg_id: u32,
    token: String,
    /// RESULT_CODE of its answers, instead of 0.
    refuses: Option<u8>,
    /// Says 202 and no more.
    puts_off: bool,
}

impl Handset {
    /// Comes with the stored nonce; gives the ticket of package 1.
    fn come(world: &mut World, number: u32) -> (Self, u64) {
        let device = device(number);
        let nonce = world.subscribers[&device].account.client_nonce.clone();
        let ticket = world.send(&document(&device, 1, Some(&cred(&nonce)), OPENING), None);
        let token = world.replies.get(&ticket).map(|reply| token(reply)).unwrap_or_default();
        (Self { device, msg_id: 1, token, refuses: None, puts_off: false }, ticket)
    }

    fn answer_to(payload: &[u8]) -> Vec<u8> {
        match payload[0] {
            2 => vec![2, 0],
            3 => [&[3, 0, 64], octets(MS_RESULT).as_slice()].concat(),
            5 => vec![5, 0],
            6 => vec![6, 0, 1, 2, 1, 1, 2, 0],
            other => panic!("message type {other}"),
        }
    }

    /// The document that answers our message `ticket`.
    fn answer(&mut self, world: &World, ticket: u64) -> String {
        self.msg_id += 1;
        let reply = world.reply(ticket);
        let msg_ref = reply.header.msg_id;
        let status = |cmd_ref: u32, cmd: &str, code: u32| {
            format!(
                "<Status><CmdID>{}</CmdID><MsgRef>{msg_ref}</MsgRef><CmdRef>{cmd_ref}</CmdRef><Cmd>{cmd}</Cmd><Data>{code}</Data></Status>",
                cmd_ref + 1
            )
        };
        let mut body = status(0, "SyncHdr", 212);
        for command in &reply.commands {
            match command {
                Command::Access(get) => body += &status(get.cmd_id, "Get", 404),
                Command::Exec(_) => {
                    let (cmd_id, correlator, payload) = exec(reply).unwrap();
                    let mut reverse = Self::answer_to(&payload);
                    reverse[1] = self.refuses.unwrap_or(reverse[1]);
                    let data = STANDARD.encode(reverse);
                    body += &status(cmd_id, "Exec", 202);
                    if self.puts_off {
                        continue;
                    }
                    let alert = format!(
                        "<Alert><CmdID>90</CmdID><Data>1226</Data><Correlator>{correlator}</Correlator><Item><Meta>\
                         <Format xmlns='syncml:metinf'>b64</Format></Meta><Data>{data}</Data></Item></Alert>"
                    );
                    body += &alert;
                }
                _ => {}
            }
        }
        document(&self.device, self.msg_id, None, &body)
    }

    fn go_on(&mut self, world: &mut World, ticket: u64) -> u64 {
        let document = self.answer(world, ticket);
        world.send(&document, Some(&self.token))
    }
}

/// Plays a session to its end; gives the types of the messages that were carried.
fn play(world: &mut World, handset: &mut Handset, mut ticket: u64) -> Vec<u8> {
    let mut carried = Vec::new();
    while let Some((_, _, payload)) = exec(world.reply(ticket)) {
        carried.push(payload[0]);
        ticket = handset.go_on(world, ticket);
    }
    carried
}
