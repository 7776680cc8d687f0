//! A desk with one or two handsets written here as documents; store, compute and north answer when the test says so.

use std::collections::HashMap;
use std::sync::Arc;

use akeyd_hw::{Backend, Base, Exponent, Group, Power as HwPower};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::record::Subscriber;
use super::*;
use crate::dm::account::{Account, ServerSecret};
use crate::exchange::north::PublicValues;
use crate::is683::AKeyPRev;
use crate::limits;
use crate::syncml::auth::{self, AuthType};
use crate::syncml::document::Command;
use crate::syncml::xml;
use crate::words::{Outcome, State};

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
        hold_ms: 5_000,
        hold_rounds: 2,
        profiles: HashMap::new(),
        policy: Policy { way: Some(way), dialect: None, revisions: vec![AKeyPRev::A_KEY], north_computes: true },
        order: Order::BsFirst,
        kind: Kind::AKey,
        start_on_contact: true,
        group: Arc::new(Group::known("demo-512").unwrap()),
        exponent_bits: 160,
        exchange_ms: 3_600_000,
        step_ms: 600_000,
        north_ms: 60_000,
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
    ended: Vec<(Outcome, String)>,
    logins: Vec<LoginResult>,
    powers: usize,
    commits: usize,
    told: Vec<(u64, Told)>,
    /// While set, questions to the north wait here.
    north_waits: bool,
    questions: Vec<(ExchangeId, Call, Ask)>,
    /// While set, durable steps wait here.
    disk_waits: bool,
    steps: Vec<Step>,
}

impl World {
    fn new(settings: Settings) -> Self {
        let challenger = Arc::new(Challenger::new([3; 32]));
        let subscribers = (1..=2).map(|number| {
            let server = ServerSecret { digest: auth::user_digest("akeyd", "server"), nonce: b"sn".to_vec() };
            let account = Account {
                scheme: AuthType::Md5,
                client: auth::user_digest("user", "password"),
                client_nonce: b"nonce".to_vec(),
                last_slot: 0,
                server: Some(server),
            };
            (device(number), Subscriber { device: device(number), account, model: String::new(), capability: None })
        });
        Self {
            subscribers: subscribers.collect(),
            desk: Desk::new(Arc::new(settings), challenger, [4; 32]),
            now: Time(1_700_000_000_000),
            tickets: 0,
            replies: HashMap::new(),
            busy: vec![],
            ended: vec![],
            logins: vec![],
            powers: 0,
            commits: 0,
            told: vec![],
            north_waits: false,
            questions: vec![],
            disk_waits: false,
            steps: vec![],
        }
    }

    fn bring(&mut self, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for action in self.desk.handle(self.now, event) {
                match action {
                    Action::Reply(ticket, message) => {
                        assert!(self.replies.insert(ticket.0, message).is_none(), "two replies to {}", ticket.0);
                    }
                    Action::Busy(ticket) => self.busy.push(ticket.0),
                    Action::Load(login, device) => {
                        let found = self.subscribers.get(&device).cloned().map(Box::new);
                        events.push_back(Event::Loaded(login, found));
                    }
                    Action::Persist(step, changes) => {
                        self.commits += usize::from(step != Step::Lazy);
                        changes.into_iter().for_each(|change| self.apply(change));
                        if self.disk_waits {
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
                        self.questions.push((exchange, call, ask));
                    }
                    Action::Ask { exchange, call, ask, .. } => {
                        events.push_back(Event::North(exchange, call, Ok(Self::north(&ask))));
                    }
                    Action::Tell(ticket, told) => self.told.push((ticket.0, told)),
                    Action::Note(Note::Login(_, result)) => self.logins.push(result),
                    Action::Note(Note::ExchangeEnded { end, .. }) => {
                        let cause = end.cause.map(|cause| cause.to_string()).unwrap_or_default();
                        self.ended.push((end.outcome, cause));
                    }
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
                NorthAnswer::PublicValues(PublicValues { a_key_p_rev: 2, param_p, param_g, bs_result: vec![7; 64] })
            }
            _ => NorthAnswer::Done,
        }
    }

    fn apply(&mut self, change: Change) {
        match change {
            Change::Login(device, accepted) => {
                let account = &mut self.subscribers.get_mut(&device).unwrap().account;
                account.client_nonce = accepted.next_nonce;
                account.last_slot = accepted.last_slot;
            }
            Change::ServerNonce(device, nonce) => {
                self.subscribers.get_mut(&device).unwrap().account.server.as_mut().unwrap().nonce = nonce;
            }
            Change::Capability(device, remembered) => {
                self.subscribers.get_mut(&device).unwrap().capability = Some(remembered);
            }
            Change::Exchange(_) => {}
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
        self.bring(Event::Message(Incoming { ticket, message, token: token.map(str::to_owned), digest }));
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
}

impl Handset {
    /// Comes with the stored nonce; gives the ticket of package 1.
    fn come(world: &mut World, number: u32) -> (Self, u64) {
        let device = device(number);
        let nonce = world.subscribers[&device].account.client_nonce.clone();
        let ticket = world.send(&document(&device, 1, Some(&cred(&nonce)), OPENING), None);
        let token = world.replies.get(&ticket).map(|reply| token(reply)).unwrap_or_default();
        (Self { device, msg_id: 1, token }, ticket)
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
                    let data = STANDARD.encode(Self::answer_to(&payload));
                    body += &status(cmd_id, "Exec", 202);
                    body += &format!(
                        "<Alert><CmdID>90</CmdID><Data>1226</Data><Correlator>{correlator}</Correlator><Item><Meta>\
                         <Format xmlns='syncml:metinf'>b64</Format></Meta><Data>{data}</Data></Item></Alert>"
                    );
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

#[test]
fn a_whole_update_in_one_session() {
    for (way, powers) in [(Way::Perform, 2), (Way::Relay, 0)] {
        let mut world = World::new(settings(way));
        let (mut handset, ticket) = Handset::come(&mut world, 1);
        assert_eq!(header_code(world.reply(ticket)), 212);
        assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);
        assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
        assert_eq!(world.powers, powers);
        assert_eq!(world.logins, [LoginResult::Good]);
    }
}

#[test]
fn a_known_handset_is_not_asked_again_until_it_is_another() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5]);
    assert_eq!(world.ended.len(), 2);

    let remembered = world.subscribers.get_mut(&device(1)).unwrap().capability.as_mut().unwrap();
    remembered.dev_info.push(("./DevInfo/FwV".into(), "2".into()));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);

    world.now = world.now.plus(limits::CAPABILITY_MS + 1);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);
}

#[test]
fn strangers_are_all_alike_and_cost_nothing() {
    let mut world = World::new(settings(Way::Perform));
    let nobody = DeviceId::new("MEID:A0000000000009").unwrap();
    for (cred, code) in [(None, 407), (Some("d3Jvbmc="), 401)] {
        let known = world.send(&document(&device(1), 1, cred, OPENING), None);
        let unknown = world.send(&document(&nobody, 1, cred, OPENING), None);
        let plain = |ticket| {
            let mut message = world.reply(ticket).clone();
            message.header.target.uri.clear();
            for command in &mut message.commands {
                if let Command::Status(status) = command {
                    status.source_refs.clear();
                    if let Some(chal) = &mut status.chal {
                        assert_eq!(auth::next_nonce(chal).unwrap().len(), 16);
                        chal.next_nonce = None;
                    }
                }
            }
            message
        };
        assert_eq!(header_code(world.reply(known)), code);
        assert_eq!(plain(known), plain(unknown));
    }
    assert_eq!((world.powers, world.commits, world.desk.sessions()), (0, 0, 0));
    assert!(world.desk.devices.is_empty() && world.desk.logins.is_empty(), "nothing is remembered of strangers");
}

#[test]
fn a_challenge_is_answered_in_a_new_message_of_the_session() {
    let mut world = World::new(settings(Way::Perform));
    let ticket = world.send(&document(&device(1), 1, None, OPENING), None);
    let Command::Status(status) = &world.reply(ticket).commands[0] else { panic!() };
    let nonce = auth::next_nonce(status.chal.as_ref().unwrap()).unwrap();
    let answered = document(&device(1), 2, Some(&cred(&nonce)), OPENING);
    let ticket = world.send(&answered, None);
    assert_eq!(header_code(world.reply(ticket)), 212);
    // The same proof in another message proves nothing.
    let replayed = document(&device(1), 3, Some(&cred(&nonce)), OPENING);
    let ticket = world.send(&replayed, None);
    assert_eq!(header_code(world.reply(ticket)), 401);
}

#[test]
fn a_retransmission_gets_the_stored_answer_and_nothing_runs_twice() {
    let mut world = World::new(settings(Way::Perform));
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    let first = document(&device(1), 1, Some(&cred(&nonce)), OPENING);
    let one = world.send(&first, None);
    let two = world.send(&first, None);
    assert_eq!(world.reply(one), world.reply(two));
    let mut handset = Handset { device: device(1), msg_id: 1, token: token(world.reply(one)) };
    let mut ticket = one;
    while exec(world.reply(ticket)).is_some() {
        let document = handset.answer(&world, ticket);
        ticket = world.send(&document, Some(&handset.token));
        let powers = (world.powers, world.commits);
        let again = world.send(&document, Some(&handset.token));
        assert_eq!(world.reply(ticket), world.reply(again));
        assert_eq!((world.powers, world.commits), powers);
    }
    assert_eq!(world.ended.len(), 1);
}

#[test]
fn a_retransmission_before_the_answer_is_there_takes_its_place() {
    let mut world = World::new(settings(Way::Relay));
    world.north_waits = true;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let document = handset.answer(&world, ticket);
    let waiting = world.send(&document, Some(&handset.token));
    let again = world.send(&document, Some(&handset.token));
    assert_eq!(world.busy, [waiting]);
    world.answer_north();
    assert_eq!(exec(world.reply(again)).unwrap().2[0], 2);
}

#[test]
fn who_does_not_know_the_token_is_a_stranger() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let document = handset.answer(&world, ticket);
    for wrong in [None, Some("00"), Some("")] {
        let intruder = world.send(&document, wrong);
        let last = world.reply(intruder).commands.last();
        assert!(matches!(last, Some(Command::Alert(alert)) if alert.code == Some(1223)), "{last:?}");
    }
    let ticket = world.send(&document, Some(&handset.token));
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5], "the handset goes on undisturbed");
}

#[test]
fn another_device_cannot_use_the_token() {
    let mut world = World::new(settings(Way::Perform));
    let (one, ticket) = Handset::come(&mut world, 1);
    let (mut two, _) = Handset::come(&mut world, 2);
    two.token = one.token;
    let document = two.answer(&world, ticket);
    let intruder = world.send(&document, Some(&two.token));
    assert!(exec(world.reply(intruder)).is_none());
}

#[test]
fn a_message_of_a_forgotten_session_is_told_to_begin_anew() {
    let mut world = World::new(settings(Way::Perform));
    let body = "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>212</Data></Status>\
        <Alert><CmdID>2</CmdID><Data>1226</Data></Alert>";
    let ticket = world.send(&document(&device(1), 2, None, body), Some("00"));
    let reply = world.reply(ticket);
    assert!(reply.is_final);
    assert_eq!(reply.commands.len(), 3, "a Status for header and alert, and Alert 1223");
}

#[test]
fn nothing_leaves_before_it_is_durable() {
    let mut world = World::new(settings(Way::Perform));
    world.disk_waits = true;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert!(world.replies.is_empty(), "the spent nonce is not durable yet");
    // A retransmission takes the place of the first, another message waits for its turn.
    let nonce = b"nonce".to_vec();
    let again = world.send(&document(&device(1), 1, Some(&cred(&nonce)), OPENING), None);
    let other = world.send(&document(&device(1), 2, Some(&cred(&nonce)), OPENING), None);
    assert_eq!(world.busy, [ticket, other]);
    for step in std::mem::take(&mut world.steps) {
        world.bring(Event::Durable(step));
    }
    world.disk_waits = false;
    handset.token = token(world.reply(again));
    let mut ticket = again;
    for _ in 0..2 {
        ticket = handset.go_on(&mut world, ticket);
    }
    world.disk_waits = true;
    // MS_RESULT is in: the pending key, then the mark of the Commit Request.
    let ticket = handset.go_on(&mut world, ticket);
    for expected in 0..2 {
        assert!(!world.replies.contains_key(&ticket), "step {expected}");
        let [step] = std::mem::take(&mut world.steps).try_into().unwrap();
        world.bring(Event::Durable(step));
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    let ticket = handset.go_on(&mut world, ticket);
    assert!(!world.replies.contains_key(&ticket), "committed is not durable yet");
    let [step] = std::mem::take(&mut world.steps).try_into().unwrap();
    world.bring(Event::Durable(step));
    assert!(exec(world.reply(ticket)).is_none());
}

#[test]
fn a_slow_north_keeps_the_handset_busy_with_something_harmless() {
    let mut world = World::new(settings(Way::Relay));
    world.north_waits = true;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let mut ticket = handset.go_on(&mut world, ticket);
    for _ in 0..2 {
        assert!(!world.replies.contains_key(&ticket));
        world.tick(4_999);
        assert!(!world.replies.contains_key(&ticket));
        world.tick(1);
        let harmless = world.reply(ticket).commands.iter().any(|command| {
            matches!(command, Command::Access(get) if get.items[0].target.as_ref().unwrap().uri == "./DevInfo/DevId")
        });
        assert!(harmless);
        ticket = handset.go_on(&mut world, ticket);
    }
    world.answer_north();
    assert_eq!(exec(world.reply(ticket)).unwrap().2[0], 2, "the exchange goes on where it stood");
}

#[test]
fn a_north_that_is_too_slow_for_a_session_ends_it() {
    let mut world = World::new(settings(Way::Relay));
    world.north_waits = true;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let mut ticket = handset.go_on(&mut world, ticket);
    for _ in 0..2 {
        world.tick(5_000);
        ticket = handset.go_on(&mut world, ticket);
    }
    world.tick(5_000);
    let last = world.reply(ticket);
    assert!(last.is_final && last.commands.iter().all(|command| matches!(command, Command::Status(_))));
    // At the next contact it begins again.
    world.north_waits = false;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5]);
}

#[test]
fn a_commit_without_an_answer_is_doubt_until_the_next_contact() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    let (_, correlator, payload) = exec(world.reply(ticket)).unwrap();
    assert_eq!(payload, [5]);
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.desk.exchanges_in_doubt(), 1);
    assert!(world.ended.is_empty());

    // It comes back with the Commit Response: settled.
    let late = OPENING.to_owned()
        + &format!(
            "<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>{correlator}</Correlator><Item><Data>BQA=</Data></Item></Alert>"
        );
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    world.send(&document(&device(1), 1, Some(&cred(&nonce)), &late), None);
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
}

#[test]
fn a_commit_without_an_answer_is_superseded_by_a_new_exchange() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    let outcomes: Vec<_> = world.ended.iter().map(|(outcome, _)| *outcome).collect();
    assert_eq!(outcomes, [Outcome::InDoubt, Outcome::Updated]);
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
}

#[test]
fn an_abort_leaves_the_exchange_to_the_next_session() {
    let mut world = World::new(settings(Way::Perform));
    let (handset, _) = Handset::come(&mut world, 1);
    let abort = document(&device(1), 2, None, "<Alert><CmdID>1</CmdID><Data>1223</Data></Alert>");
    let ticket = world.send(&abort, Some(&handset.token));
    assert!(world.reply(ticket).commands.iter().all(|command| matches!(command, Command::Status(_))));
    assert_eq!(world.desk.sessions(), 0);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);
}

#[test]
fn everything_is_forgotten_in_the_end() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    assert_eq!(world.desk.sessions(), 1, "for the retransmission of the last message");
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.desk.sessions(), 0);
    assert!(world.desk.devices.is_empty() && world.desk.exchanges.is_empty() && world.desk.timers.is_empty());
}

#[test]
fn exchanges_wait_in_line_and_run_one_a_session() {
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Perform) });
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert!(play(&mut world, &mut handset, ticket).is_empty(), "nothing was asked for");
    let start = |way| Start { device: device(1), way, dialect: None, order: None, kind: None };
    world.bring(Event::Start(start(None)));
    world.bring(Event::Start(start(Some(Way::Relay))));
    for expected in [vec![6, 2, 3, 5], vec![2, 3, 5], vec![]] {
        let (mut handset, ticket) = Handset::come(&mut world, 1);
        assert_eq!(play(&mut world, &mut handset, ticket), expected);
    }
    assert_eq!((world.ended.len(), world.powers), (2, 2));
}

#[test]
fn an_otaf_drives_a_handset_message_by_message() {
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Relay) });
    world.bring(Event::Attach(device(1), PushTicket(1)));
    let (mut handset, mut waiting) = Handset::come(&mut world, 1);
    assert_eq!(world.told.pop(), Some((1, Told::Attached)));
    for (number, payload) in (2..).zip([vec![2, 4], vec![5]]) {
        world.bring(Event::Push(device(1), Push::Forward(PushTicket(number), payload.clone())));
        assert_eq!(exec(world.reply(waiting)).unwrap().2, payload);
        handset.token = token(world.reply(waiting));
        waiting = handset.go_on(&mut world, waiting);
        let expected = Handset::answer_to(&payload);
        assert_eq!(world.told.pop(), Some((number, Told::Reverse(expected))));
    }
    world.bring(Event::Push(device(1), Push::Release(PushTicket(9))));
    assert!(exec(world.reply(waiting)).is_none(), "the handset is let go");
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
}

#[test]
fn headers_without_a_name_or_number_are_refused() {
    let mut world = World::new(settings(Way::Perform));
    let good = document(&device(1), 1, None, OPENING);
    for bad in [
        good.replace("MEID:A0000000000001", ""),
        good.replace("MEID:A0000000000001", &"x".repeat(200)),
        good.replace("<MsgID>1<", "<MsgID>0<"),
    ] {
        let ticket = world.send(&bad, None);
        assert_eq!(header_code(world.reply(ticket)), 400);
    }
    let ticket = world.send(&good.replace("DM/1.2", "DM/9.9"), None);
    assert_eq!(header_code(world.reply(ticket)), 513);
}

#[test]
fn states_have_one_spelling() {
    // What the store and the metrics will hold: a change here is a change of format.
    let all: Vec<_> = State::ALL.iter().map(|state| state.as_str()).collect();
    assert_eq!(
        all,
        ["requested", "notified", "in_session", "pending", "staged", "commit_sent", "committed", "activated"]
    );
}
