//! What stands around the desk: store, compute and north, whose answers come when the octets say so; and an operator. The store may be full,
//! and the process may die: then another one goes on from what is durable.

mod documents;

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::{Arc, OnceLock};

use akeyd::desk::failures::Source;
use akeyd::desk::record::{Change, ExchangeRecord, Place, Subscriber};
use akeyd::desk::{
    Action, Desk, Event, Incoming, Operation, OperationTicket, Origin, Power, Restored, Settings, Start, Step, Ticket,
};
use akeyd::dm::account::{Account, Challenger, ServerSecret};
use akeyd::dm::session::Reply;
use akeyd::exchange::choice::{Policy, Wishes};
use akeyd::exchange::north::{Ask, NorthAnswer, PublicValues};
use akeyd::exchange::pushed::{Push, Ticket as PushTicket};
use akeyd::exchange::{Key, NorthFault, PowerFault};
use akeyd::is683::AKeyPRev;
use akeyd::limits;
use akeyd::syncml::auth::{self, AuthType};
use akeyd::syncml::document::{Command, Message};
use akeyd::syncml::xml;
use akeyd::words::{DeviceId, Dialect, ExchangeId, Kind, Order, Time, Way};
use akeyd_hw::{Backend, Base, Element, Exponent, Group, Power as HwPower, SharedSecret};

use documents::Handset;

/// What chooses.
pub struct Octets<'a>(pub &'a [u8]);

impl<'a> Octets<'a> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next one; 0 when there are no more.
    pub fn next(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::from(self.next()) % from.len()]
    }

    pub fn take(&mut self, most: u8) -> &'a [u8] {
        let count = usize::from(self.next() % most).min(self.0.len());
        let (taken, rest) = self.0.split_at(count);
        self.0 = rest;
        taken
    }
}

/// Devices that have an account; one more has none.
const KNOWN: usize = 2;
/// OTASP_MSG_TYPE of a Commit Request.
pub const COMMIT: u8 = 5;

pub struct World {
    desk: Desk,
    now: Time,
    devices: Vec<DeviceId>,
    subscribers: HashMap<DeviceId, Subscriber>,
    handsets: Vec<Handset>,
    last_ticket: u64,
    /// Messages without an answer, by ticket, and whose they are.
    open: BTreeMap<u64, usize>,
    /// Answers on their way to the desk.
    events: VecDeque<Event>,
    /// Whether anybody has proved itself.
    is_proved: bool,
    /// Exchanges whose pending key is being made durable; is durable; is staged.
    keeping: HashMap<Step, ExchangeId>,
    kept: HashSet<ExchangeId>,
    staged: HashSet<ExchangeId>,
    /// Whose exchange it is, and who computes in it, once that is known.
    owners: HashMap<ExchangeId, (DeviceId, Option<Way>)>,
    /// Devices for which an OTAF has handed over a Commit Request: it computes, it stages, and it has said that it may go.
    committed_by_otaf: HashSet<DeviceId>,
    settings: Arc<Settings>,
    /// Processes that have died.
    lives: u8,
    /// The latest moment of the backup that was gone on from, if one was.
    of_backup: Option<Time>,
    records: BTreeMap<(Time, ExchangeId), ExchangeRecord>,
    keys: HashMap<ExchangeId, Key>,
    is_full: bool,
    /// Operations without an answer.
    operations: HashSet<u64>,
}

fn group() -> Arc<Group> {
    static GROUP: OnceLock<Arc<Group>> = OnceLock::new();
    Arc::clone(GROUP.get_or_init(|| Arc::new(Group::known("demo-512").expect("known"))))
}

fn settings(choice: u8) -> Settings {
    let way = if choice & 1 == 0 { Way::Perform } else { Way::Relay };
    let dialect = [None, Some(Dialect::Is683), Some(Dialect::Nodes), None][usize::from(choice >> 1 & 3)];
    let is_nodes = dialect == Some(Dialect::Nodes);
    Settings {
        server_id: "akeyd".into(),
        auth: AuthType::Md5,
        hold_ms: 5_000,
        hold_rounds: 2,
        sessions: limits::SESSIONS_PER_DESK,
        profiles: HashMap::new(),
        policy: Policy { way: Some(way), dialect, revisions: vec![AKeyPRev::A_KEY], north_computes: true },
        order: if is_nodes && choice & 8 != 0 { Order::MsFirst } else { Order::BsFirst },
        kind: if is_nodes && choice & 16 != 0 { Kind::RootKey } else { Kind::AKey },
        start_on_contact: choice & 32 == 0,
        group: group(),
        exponent_bits: 160,
        exchange_ms: 3_600_000,
        step_ms: 600_000,
        north_ms: 600_000,
        push_ms: 60_000,
        calls: choice & 64 != 0,
        resync_calls: true,
        commit_without_ac: false,
        knows_exchanges: true,
        in_doubt_alert_ms: 3_600_000,
    }
}

impl World {
    pub fn new(choice: u8) -> Self {
        let devices: Vec<_> =
            (0..=KNOWN).map(|n| DeviceId::new(&format!("MEID:A000000000000{n}")).expect("a name")).collect();
        let subscriber = |device: &DeviceId| {
            let account = Account {
                scheme: AuthType::Md5,
                client: auth::user_digest("user", "password"),
                client_nonce: b"nonce".to_vec(),
                last_slot: 0,
                resync_left: choice & 128 != 0,
                server: Some(ServerSecret::new(AuthType::Md5, "akeyd", "server", b"sn".to_vec())),
            };
            let subscriber = Subscriber {
                device: device.clone(),
                account,
                model: String::new(),
                wishes: Wishes::default(),
                spc: None,
                place: Place::default(),
                capability: None,
                temporary: None,
                last_contact: None,
            };
            (device.clone(), subscriber)
        };
        let settings = Arc::new(settings(choice));
        Self {
            desk: Desk::new(Arc::clone(&settings), Arc::new(Challenger::new([3; 32])), [4; 32]),
            settings,
            lives: 0,
            of_backup: None,
            records: BTreeMap::new(),
            keys: HashMap::new(),
            is_full: false,
            operations: HashSet::new(),
            now: Time(1_700_000_000_000),
            subscribers: devices[..KNOWN].iter().map(subscriber).collect(),
            handsets: devices.iter().cloned().map(Handset::new).collect(),
            devices,
            last_ticket: 0,
            open: BTreeMap::new(),
            events: VecDeque::new(),
            is_proved: false,
            keeping: HashMap::new(),
            kept: HashSet::new(),
            staged: HashSet::new(),
            owners: HashMap::new(),
            committed_by_otaf: HashSet::new(),
        }
    }

    /// Lets one thing happen.
    pub fn step(&mut self, octets: &mut Octets) {
        match octets.next() % 20 {
            // Most often a handset speaks, and what it causes is answered at once.
            0..=5 => {
                self.speak(octets);
                self.answer_all();
            }
            6 => self.speak(octets),
            7 => {
                let who = usize::from(octets.next()) % self.handsets.len();
                if let Some((message, token, digest)) = self.handsets[who].last.clone() {
                    self.send(who, message, token, digest);
                }
            }
            8 => {
                if let Some(event) = self.events.pop_front() {
                    self.bring(event);
                }
            }
            9 => {
                if let Some(event) = self.events.pop_back() {
                    self.bring(event);
                }
            }
            10 => self.pass(octets.pick(&[1, 500, 4_100, 6_000, 70_000, 16 * 60_000, 2 * 3_600_000])),
            11 => {
                let start = self.start(octets);
                self.bring(Event::Start(start));
            }
            12 => {
                self.last_ticket += 1;
                let ticket = PushTicket(self.last_ticket);
                let device = self.devices[octets.pick(&[0, 1, 2])].clone();
                let what = octets.next();
                // Now and then one that is not attached.
                let otaf = if what < 224 { Origin::Contact } else { Origin::North("otaf".into()) };
                let event = match what % 3 {
                    0 => Event::Attach(Start { origin: otaf, ..self.start(octets) }, ticket),
                    1 => {
                        let forward = octets.take(40).to_vec();
                        if forward.first() == Some(&COMMIT) {
                            self.committed_by_otaf.insert(device.clone());
                        }
                        Event::Push(device, otaf, Push::Forward(ticket, forward))
                    }
                    _ => Event::Push(device, otaf, Push::Release(ticket)),
                };
                self.bring(event);
            }
            13 => {
                let device = self.devices[octets.pick(&[0, 1, 2])].clone();
                self.bring(Event::Called(device, octets.next() & 1 == 0));
            }
            14 => self.bring(Event::Timer),
            15 | 16 => self.operate(octets),
            17 => self.die(octets.next() % 8 == 0),
            18 => self.is_full = octets.next() & 1 == 0,
            _ => self.answer_all(),
        }
    }

    /// An operator wants something.
    fn operate(&mut self, octets: &mut Octets) {
        let known = usize::from(octets.next());
        let exchange = self.records.values().nth(known % self.records.len().max(1)).map(|record| record.id);
        let exchange = exchange.unwrap_or(ExchangeId(1));
        let device = self.devices[octets.pick(&[0, 0, 1, 2])].clone();
        let operation = match octets.next() % 6 {
            0 | 1 => {
                let (priority, probe) = (octets.next() % 3, octets.next() % 4 == 0);
                let origin = Origin::Operator("anna".into());
                let start = Start { priority, probe, origin, device: device.clone(), ..self.start(octets) };
                Operation::Start(Box::new(start))
            }
            2 => Operation::Cancel(exchange, "anna".into()),
            3 | 4 => Operation::Settle(exchange, octets.next() & 1 == 0, "anna".into()),
            _ => Operation::Changed,
        };
        self.last_ticket += 1;
        self.operations.insert(self.last_ticket);
        self.bring(Event::Operation(device, operation, OperationTicket(self.last_ticket)));
    }

    /// The process dies, and another one goes on; perhaps from a backup of this moment.
    fn die(&mut self, is_restored: bool) {
        self.lives = self.lives.wrapping_add(1);
        self.now = self.now.plus(1_000);
        let challenger = Arc::new(Challenger::new([3; 32]));
        let mut seed = [4; 32];
        seed[0] = self.lives;
        seed[1..9].copy_from_slice(&self.now.0.to_be_bytes());
        self.desk = Desk::new(Arc::clone(&self.settings), challenger, seed);
        self.events.clear();
        self.open.clear();
        self.operations.clear();
        self.kept.extend(self.keeping.drain().map(|(_, exchange)| exchange));
        let keys = &self.keys;
        let whole =
            |record: &ExchangeRecord| ExchangeRecord { key: keys.get(&record.id).map(Key::copy), ..record.bare() };
        let records = self.records.values().filter(|record| record.is_open()).map(whole).collect();
        if is_restored {
            self.of_backup = Some(self.now);
        }
        let restored = self.of_backup.map(|until| Restored { until, is_first: is_restored });
        self.bring(Event::Resume { records, restored });
    }

    /// An exchange that somebody asks for.
    fn start(&self, octets: &mut Octets) -> Start {
        let device = octets.pick(&[0, 1, 2]);
        Start {
            way: octets.pick(&[None, Some(Way::Perform), Some(Way::Relay)]),
            dialect: octets.pick(&[None, Some(Dialect::Is683), Some(Dialect::Nodes)]),
            order: octets.pick(&[None, Some(Order::BsFirst), Some(Order::MsFirst)]),
            kind: octets.pick(&[None, Some(Kind::AKey), Some(Kind::RootKey)]),
            ..Start::of(self.devices[device].clone(), Origin::Contact)
        }
    }

    fn speak(&mut self, octets: &mut Octets) {
        let who = octets.pick(&[0, 0, 0, 1, 2]);
        let nonce = self.subscribers.get(&self.devices[who]).map(|known| known.account.client_nonce.clone());
        let others = self.handsets[(who + 1) % self.handsets.len()].token.clone();
        let (message, token) = self.handsets[who].message(octets, nonce.as_deref(), others);
        // Whatever is said differently is another body.
        let mut digest = [0; 32];
        digest[..8].copy_from_slice(&(self.last_ticket + 1).to_be_bytes());
        self.send(who, message, token, digest);
    }

    fn send(&mut self, who: usize, message: Message, token: Option<String>, digest: [u8; 32]) {
        self.handsets[who].last = Some((message.clone(), token.clone(), digest));
        self.last_ticket += 1;
        self.open.insert(self.last_ticket, who);
        let ticket = Ticket(self.last_ticket);
        let binary = self.last_ticket % 2 == 0;
        let source = Source(who as u64);
        let (mac, peer, max_message) = (None, None, 65_536);
        self.bring(Event::Message(Incoming { ticket, message, token, digest, mac, binary, max_message, source, peer }));
    }

    fn pass(&mut self, millis: u64) {
        self.now = self.now.plus(millis);
        // What is due may make something else due, but not for ever.
        for _ in 0..10 {
            if self.desk.deadline().is_none_or(|deadline| deadline > self.now) {
                return;
            }
            self.bring(Event::Timer);
        }
        panic!("time stands still");
    }

    /// Brings what is under way, until nothing is.
    fn answer_all(&mut self) {
        for _ in 0..200 {
            let Some(event) = self.events.pop_front() else { return };
            self.bring(event);
        }
        panic!("the desk never comes to rest");
    }

    /// Lets everything come to its end.
    pub fn settle(&mut self) {
        self.is_full = false;
        self.answer_all();
        for _ in 0..6 {
            self.pass(6_000);
            self.answer_all();
        }
        assert!(self.open.is_empty(), "messages without an answer: {:?}", self.open);
        assert!(self.operations.is_empty(), "operations without an answer: {:?}", self.operations);
        for _ in 0..3 {
            self.pass(2 * 3_600_000);
            self.answer_all();
        }
        assert_eq!(self.desk.sessions(), 0, "sessions end");
    }

    fn bring(&mut self, event: Event) {
        if let Event::Durable(step) = &event
            && let Some(exchange) = self.keeping.remove(step)
        {
            self.kept.insert(exchange);
        }
        let waiting = self.open.len() + 8 * self.records.len();
        let actions = self.desk.handle(self.now, event);
        // Answers to wrong credentials wait, and may become due together.
        assert!(actions.len() <= 64 + waiting, "{} actions at once", actions.len());
        for action in actions {
            self.carry_out(action);
        }
        assert!(self.desk.sessions() <= self.devices.len());
    }

    fn carry_out(&mut self, action: Action) {
        match action {
            Action::Reply(ticket, reply) => self.replied(ticket.0, &reply),
            Action::Busy(ticket) => {
                assert!(self.open.remove(&ticket.0).is_some(), "a second answer to {}", ticket.0);
            }
            Action::Load(login, device) => {
                let found = self.subscribers.get(&device).cloned().map(Box::new);
                self.events.push_back(Event::Loaded(login, found));
            }
            Action::Persist(step, changes) if self.is_full => self.events.push_back(Event::Refused(step, changes)),
            Action::Persist(step, changes) => {
                for change in changes {
                    self.apply(&step, change);
                }
                self.events.push_back(Event::Durable(step));
            }
            Action::Compute(exchange, call, power) => {
                assert!(self.is_proved, "a power for a stranger");
                self.events.push_back(match power {
                    Power::Public(..) => Event::Public(exchange, call, Ok((y(), bs_result()))),
                    Power::Shared(group, peer, y) => Event::Shared(exchange, call, shared(group, peer, y)),
                    Power::Both(group, _, peer) => {
                        Event::Both(exchange, call, shared(group, peer, y()).map(|k| (bs_result(), k)))
                    }
                });
            }
            Action::Ask { exchange, call, device, ask } => {
                self.owners.entry(exchange).or_insert((device, None));
                if matches!(ask, Ask::Stage { .. }) {
                    assert!(self.kept.contains(&exchange), "a key leaves before it is durable");
                    self.staged.insert(exchange);
                }
                let answer = match ask {
                    Ask::PublicValues { order, .. } => Ok(NorthAnswer::PublicValues(PublicValues {
                        a_key_p_rev: 2,
                        param_p: group().p().to_vec(),
                        param_g: group().g().to_vec(),
                        bs_result: (order == Order::BsFirst).then(bs_result),
                    })),
                    Ask::Generate { ms_result } if ms_result.is_empty() => Err(NorthFault::Unreachable),
                    Ask::Generate { .. } => Ok(NorthAnswer::BsResult(bs_result())),
                    _ => Ok(NorthAnswer::Done),
                };
                self.events.push_back(Event::North(exchange, call, answer));
            }
            Action::Call(notification) => {
                self.events.push_back(Event::Called(notification.device.clone(), notification.octets.len() % 2 == 0));
            }
            Action::Answer(ticket, _) => {
                assert!(self.operations.remove(&ticket.0), "a second answer to {ticket:?}");
            }
            Action::Tell(..) | Action::Came(_) | Action::Note(_) => {}
        }
    }

    fn apply(&mut self, step: &Step, change: Change) {
        match change {
            Change::Login(device, accepted) => {
                let account = &mut self.subscribers.get_mut(&device).expect("a known device").account;
                assert_ne!(account.client_nonce, accepted.next_nonce, "a nonce proves once");
                account.client_nonce = accepted.next_nonce;
                account.last_slot = accepted.last_slot;
                self.is_proved = true;
            }
            Change::ServerNonce(device, nonce) => {
                let account = &mut self.subscribers.get_mut(&device).expect("a known device").account;
                account.server.as_mut().expect("a secret").take_nonce(&nonce);
            }
            Change::Capability(device, remembered) => {
                self.subscribers.get_mut(&device).expect("a known device").capability = remembered;
            }
            Change::Temporary(device, node) => {
                self.subscribers.get_mut(&device).expect("a known device").temporary = node;
            }
            Change::Exchange(mut record) => {
                self.owners.insert(record.id, (record.device().clone(), record.choice.map(|(way, _)| way)));
                if let Some(key) = record.key.take() {
                    self.keeping.insert(step.clone(), record.id);
                    self.keys.insert(record.id, key);
                }
                if !record.keeps_key() {
                    self.keys.remove(&record.id);
                }
                self.records.insert((record.created, record.id), *record);
            }
            // What operators read and deliveries need steers no handset.
            _ => {}
        }
    }

    fn replied(&mut self, ticket: u64, reply: &Reply) {
        let who = self.open.remove(&ticket).unwrap_or_else(|| panic!("a second answer to {ticket}"));
        let message = &reply.message;
        let written = xml::write(message).expect("our own document");
        assert!(written.len() <= limits::HTTP_BODY_OCTETS, "{} octets", written.len());
        assert_eq!(xml::read(&written).as_ref(), Ok(message));
        let code = message.commands.first().and_then(|command| match command {
            Command::Status(status) if status.cmd_ref == 0 => Some(status.code),
            _ => None,
        });
        let code = code.expect("an answer begins with the header's Status");
        let asks = |command: &Command| !matches!(command, Command::Status(_) | Command::Alert(_));
        if message.commands.iter().any(asks) {
            assert!(matches!(code, 200 | 212), "commands with status {code}");
            assert!(who < KNOWN, "commands for a stranger");
        }
        self.handsets[who].hear(message);
        if self.handsets[who].is_told_to_commit() {
            let of_device = || self.owners.iter().filter(|(_, (owner, _))| *owner == self.devices[who]);
            let computed_elsewhere = self.committed_by_otaf.contains(&self.devices[who])
                || of_device().any(|(_, (_, way))| *way != Some(Way::Perform));
            let is_staged = of_device().any(|(id, _)| self.staged.contains(id));
            assert!(is_staged || computed_elsewhere, "a Commit Request without a staged key");
        }
    }
}

fn y() -> Arc<Exponent> {
    static Y: OnceLock<Arc<Exponent>> = OnceLock::new();
    Arc::clone(Y.get_or_init(|| Arc::new(Exponent::from_bytes(&[0x5A; 20], 160).expect("160 bits"))))
}

/// G^y, and as good as any for an MS_RESULT.
pub fn bs_result() -> Vec<u8> {
    static BS_RESULT: OnceLock<Vec<u8>> = OnceLock::new();
    let power = || {
        let power = HwPower { group: group(), base: Base::Generator, exponent: y() };
        power.run(Backend::Scalar).expect("a power").into_public()
    };
    BS_RESULT.get_or_init(power).clone()
}

/// K.
fn shared(group: Arc<Group>, peer: Element, exponent: Arc<Exponent>) -> Result<SharedSecret, PowerFault> {
    let power = HwPower { group, base: Base::Element(peer), exponent };
    power.run(Backend::Scalar).and_then(|result| result.into_shared()).map_err(|_| PowerFault::Trivial)
}
