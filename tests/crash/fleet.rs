//! Handsets that outlive their server, and the diary that each keeps: what it was given, and when.
//!
//! A handset here is the simulated mobile station of the library; only its way to the server is our own, so that each answer is noted
//! before anything comes of it, and so that a dead server is waited for. Diaries are what a store is judged by: nothing in
//! them comes from the server's own account of itself.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant, SystemTime};

use akeyd::config::subscribers::HEADER;
use akeyd::handset::{
    Account, Arithmetic, Build, Carrier, DmVersion, Encoding, Fault, Groups, Handset, Heard, Initiator, Next, Nonces,
    Scheme, Session,
};
use akeyd::http::client::{Client, ClientError, Reply};
use akeyd::syncml::document::{Command, Message};
use akeyd::words::{DeviceId, Dialect, Time};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use zeroize::Zeroizing;

use super::random::Random;
use super::service::Service;

/// What a handset speaks, and which partial key is first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    Is683,
    Nodes,
    NodesMsFirst,
}

impl Manner {
    const EACH: [Self; 4] = [Self::Is683, Self::Nodes, Self::Is683, Self::NodesMsFirst];

    fn model(self) -> &'static str {
        match self {
            Self::Is683 => "crash-is683",
            Self::Nodes => "crash-nodes",
            Self::NodesMsFirst => "crash-nodes-ms-first",
        }
    }

    /// The files of their model profiles.
    pub(crate) fn profiles() -> [(String, &'static str); 3] {
        [
            (Self::Is683, "[policy]\ndialect = \"is683\"\n"),
            (Self::Nodes, "[policy]\ndialect = \"nodes\"\n"),
            (Self::NodesMsFirst, "[policy]\ndialect = \"nodes\"\norder = \"ms-first\"\n"),
        ]
        .map(|(manner, text)| (format!("{}.toml", manner.model()), text))
    }
}

/// A moment by the clock that the test goes by: octets of a disk's log, or a number of its own.
pub(crate) type Mark = u64;

/// Tells the moment.
pub(crate) type Clock = Rc<dyn Fn() -> Mark>;

/// What a handset knows for sure.
#[derive(Debug, Default)]
pub(crate) struct Diary {
    /// Keys that it has made live, in order.
    pub(crate) keys: Vec<Committed>,
    /// Nonces that it was given for its next proof, each with the moment: the one before it is spent from then on.
    pub(crate) nonces: Vec<(Vec<u8>, Mark)>,
    /// Exchanges that an operator has started for it by the API, each with the moment of the answer.
    pub(crate) started: Vec<(String, Mark)>,
    /// Sessions that the server ended in order.
    pub(crate) sessions: u32,
    /// Sessions that broke off.
    pub(crate) broken: u32,
}

/// A key that a handset has made live.
pub(crate) struct Committed {
    pub(crate) key: Vec<u8>,
    /// When the Commit Request had come.
    pub(crate) asked: Mark,
    /// When the answer to its Commit Response had come.
    pub(crate) acknowledged: Option<Mark>,
}

impl std::fmt::Debug for Committed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "key at {}, acknowledged {:?}", self.asked, self.acknowledged)
    }
}

/// How long a handset bears with a server that is away.
#[derive(Clone, Copy)]
pub(crate) struct Patience {
    /// Before it gives the session up; its next message is as fresh as that.
    pub(crate) away: Duration,
    /// For the session as a whole.
    pub(crate) session: Duration,
}

impl Patience {
    /// For a server that stays.
    pub(crate) const CALM: Self = Self { away: Duration::from_secs(2), session: Duration::from_secs(20) };
}

/// What all handsets of a run have come to so far, for those who watch.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    commits: AtomicU32,
    refused: AtomicU32,
}

impl Tally {
    /// Keys made live.
    pub(crate) fn commits(&self) -> u32 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Messages answered with 503.
    pub(crate) fn refused(&self) -> u32 {
        self.refused.load(Ordering::Relaxed)
    }

    /// Waits until so many keys are live.
    pub(crate) fn wait_for_commits(&self, commits: u32, patience: Duration) {
        let until = Instant::now() + patience;
        while self.commits() < commits {
            assert!(Instant::now() < until, "{} keys are live after {patience:?}, not {commits}", self.commits());
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

/// A handset with its diary.
pub(crate) struct Phone {
    pub(crate) device: DeviceId,
    pub(crate) diary: Diary,
    handset: Handset,
    client: Client,
    /// The way of its operator.
    operator: Client,
    /// A message that has proved it once, and where it went.
    proven: Option<(String, Vec<u8>)>,
    clock: Clock,
    random: Random,
    tally: Arc<Tally>,
}

pub(crate) const PASSWORD: &str = "hunter2, or so they say";
pub(crate) const SERVER_PASSWORD: &str = "swordfish, as they say";

fn name(number: u32) -> String {
    format!("MEID:A2{number:012X}")
}

/// The subscribers file of so many handsets.
pub(crate) fn subscribers(phones: u32) -> String {
    let rows = (1..=phones).map(|number| {
        let (name, model) = (name(number), manner(number).model());
        let nonce = |side| BASE64.encode(first_nonce(side, number));
        format!(
            "{name},user-{number},{PASSWORD:?},{SERVER_PASSWORD:?},{},{},{model},{:010},,,{:014X},",
            nonce('c'),
            nonce('s'),
            7_000_000_000_u64 + u64::from(number),
            0x00A2_0000_0000_0000_u64 + u64::from(number)
        )
    });
    std::iter::once(HEADER.to_owned()).chain(rows).map(|line| line + "\n").collect()
}

fn manner(number: u32) -> Manner {
    Manner::EACH[number as usize % Manner::EACH.len()]
}

fn first_nonce(side: char, number: u32) -> Vec<u8> {
    format!("{side}-nonce-{number:08}").into_bytes()
}

/// Handsets fresh from the factory.
pub(crate) fn phones(count: u32, service: &Service, clock: &Clock, random: &mut Random) -> Vec<Phone> {
    let (groups, tally) = (Groups::default(), Arc::new(Tally::default()));
    let new = |number| Phone::new(number, service, &groups, Rc::clone(clock), random.branch(), Arc::clone(&tally));
    (1..=count).map(new).collect()
}

/// The same, of which some have a fault.
pub(crate) fn faulty_phones(
    count: u32,
    service: &Service,
    random: &mut Random,
    fault: impl Fn(u32) -> Option<Fault>,
) -> Vec<Phone> {
    let (groups, tally, clock) = (Groups::default(), Arc::new(Tally::default()), Rc::new(|| 0));
    let new = |number| {
        let build = Build { fault: fault(number), ..build(number, service, &groups) };
        Phone::of(build, number, service, clock.clone(), random.branch(), Arc::clone(&tally))
    };
    (1..=count).map(new).collect()
}

fn build(number: u32, service: &Service, groups: &Groups) -> Build {
    let account = Account {
        device_id: DeviceId::new(&name(number)).expect("a device id"),
        url: service.url(),
        version: DmVersion::V1_2,
        scheme: Scheme::Md5,
        user: format!("user-{number}"),
        password: Zeroizing::new(PASSWORD.into()),
        server_id: "akeyd".into(),
        server_password: Zeroizing::new(SERVER_PASSWORD.into()),
    };
    let nonces = Nonces { client: first_nonce('c', number), server: first_nonce('s', number) };
    let dialect = if manner(number) == Manner::Is683 { Dialect::Is683 } else { Dialect::Nodes };
    let arithmetic = Arithmetic::Fast(groups.clone());
    Build { nonces, dialect, carrier: Carrier::default(), arithmetic, ..Build::of(account) }
}

impl Phone {
    fn new(number: u32, service: &Service, groups: &Groups, clock: Clock, random: Random, tally: Arc<Tally>) -> Self {
        Self::of(build(number, service, groups), number, service, clock, random, tally)
    }

    fn of(build: Build, number: u32, service: &Service, clock: Clock, random: Random, tally: Arc<Tally>) -> Self {
        let device = DeviceId::new(&name(number)).expect("a device id");
        let diary = Diary { nonces: vec![(build.nonces.client.clone(), 0)], ..Diary::default() };
        let handset = Handset::new(build);
        let client = Client::new(&service.url()).expect("a URL").with_answer_time(Duration::from_secs(15));
        let operator = Client::new("http://localhost/v1/exchanges").expect("a URL").by_socket(&service.admin());
        Self { device, diary, handset, client, operator, proven: None, clock, random, tally }
    }

    /// The live key.
    pub(crate) fn key(&self) -> Option<&[u8]> {
        self.handset.keys().committed.as_ref().map(akeyd::handset::Key::expose)
    }

    /// What its whole fleet has come to.
    pub(crate) fn tally(&self) -> &Arc<Tally> {
        &self.tally
    }

    /// Every moment from which on something must be kept.
    pub(crate) fn promises(&self) -> impl Iterator<Item = Mark> {
        let keys = self.diary.keys.iter().flat_map(|key| [Some(key.asked), key.acknowledged]);
        keys.flatten().chain(self.diary.nonces.iter().skip(1).map(|(_, at)| *at))
    }

    /// One session. An error says why it broke off.
    pub(crate) async fn visit(&mut self, patience: Patience) -> Result<(), String> {
        let ended = self.session(patience).await;
        // What a broken session leaves on a connection would be taken for the next one's answer.
        self.client.close();
        self.handset.end_session();
        match &ended {
            Ok(()) => self.diary.sessions += 1,
            Err(_) => self.diary.broken += 1,
        }
        ended
    }

    async fn session(&mut self, patience: Patience) -> Result<(), String> {
        let deadline = Instant::now() + patience.session;
        let mut random = self.random.branch();
        let draw = &mut move |octets: &mut [u8]| octets.iter_mut().for_each(|octet| *octet = random.next() as u8);
        self.handset.tick(now());
        let (mut session, mut message) = Session::start(&mut self.handset, Initiator::Client, draw);
        let mut committed = false;
        loop {
            let body = Encoding::Xml.write(&message).map_err(|error| error.to_string())?;
            let url = session.target().to_owned();
            let until = deadline.min(Instant::now() + patience.away);
            let reply = self.post(&url, &body, until).await?;
            // The moment by which everything that this answer promises must have been kept.
            let mark = (self.clock)();
            let answer = Encoding::Xml.read(&reply.body).map_err(|error| error.to_string())?;
            if std::mem::take(&mut committed) && goes_on(&answer) {
                let last = self.diary.keys.last_mut().expect("the key that was committed");
                last.acknowledged = Some(mark);
            }
            let version = self.handset.keys().key_version;
            self.handset.tick(now());
            let next =
                session.handle(&mut self.handset, Heard { message: &answer, body: &reply.body, hmac: None }, draw);
            if self.handset.keys().key_version != version {
                let key = self.key().unwrap_or_default().to_vec();
                self.diary.keys.push(Committed { key, asked: mark, acknowledged: None });
                committed = true;
                self.tally.commits.fetch_add(1, Ordering::Relaxed);
            }
            let nonce = &self.handset.nonces().client;
            if self.diary.nonces.last().is_none_or(|(last, _)| last != nonce) {
                self.diary.nonces.push((nonce.clone(), mark));
                self.proven = message.header.cred.is_some().then_some((url, body));
            }
            match next {
                Next::Send(next) => message = next,
                Next::Done(None) => {
                    // Where it was the whole session, the same message again is a retransmission.
                    self.proven.take_if(|_| session.messages() == 1);
                    return Ok(());
                }
                Next::Done(Some(cause)) => return Err(cause.to_string()),
            }
        }
    }

    /// Has its operator start an exchange. A server that is away starts none; one that says it has must remember.
    async fn order(&mut self) {
        let wish = format!("{{\"device_id\":\"{}\"}}", self.device);
        let said = self.operator.post("/v1/exchanges", "application/json", &[], wish.as_bytes()).await;
        self.operator.close();
        let Some(said) = said.ok().filter(|said| said.status == 201) else { return };
        let mark = (self.clock)();
        let exchange: serde_json::Value = serde_json::from_slice(&said.body).expect("JSON");
        self.diary.started.push((exchange["id"].as_str().expect("its name").to_owned(), mark));
    }

    /// Whether an exchange still waits for it.
    async fn is_wanted(&mut self) -> bool {
        let waiting = format!("/v1/exchanges?open=true&state=requested&device_id={}", self.device);
        let said = self.operator.get(&waiting).await.map(|said| said.body).unwrap_or_default();
        self.operator.close();
        let page: serde_json::Value = serde_json::from_slice(&said).unwrap_or_default();
        page["exchanges"].as_array().is_some_and(|waiting| !waiting.is_empty())
    }

    /// Sends a message again that has proved this handset in an earlier session. An error when it proves anything any more; of a
    /// server that is away nothing is known.
    pub(crate) async fn replay(&mut self) -> Result<(), String> {
        let Some((url, body)) = self.proven.take() else { return Ok(()) };
        let reply = self.client.post(&url, Encoding::Xml.media_type(), &[], &body).await;
        self.client.close();
        let Some(reply) = reply.ok().filter(|reply| reply.status == 200) else { return Ok(()) };
        let answer = Encoding::Xml.read(&reply.body).map_err(|error| error.to_string())?;
        if goes_on(&answer) { Err(format!("{}: a spent nonce proves it again", self.device)) } else { Ok(()) }
    }

    /// Posts until there is an answer.
    async fn post(&mut self, url: &str, body: &[u8], until: Instant) -> Result<Reply, String> {
        loop {
            let error = match self.client.post(url, Encoding::Xml.media_type(), &[], body).await {
                Ok(reply) if reply.status == 200 => return Ok(reply),
                Ok(reply) if reply.status == 503 => {
                    self.tally.refused.fetch_add(1, Ordering::Relaxed);
                    "HTTP status 503".to_owned()
                }
                Ok(reply) => return Err(format!("HTTP status {}", reply.status)),
                Err(ClientError::TimedOut) => return Err("no answer in time".into()),
                Err(error) => error.to_string(),
            };
            if Instant::now() >= until {
                return Err(error);
            }
            tokio::time::sleep(Duration::from_millis(10 + self.random.below(20))).await;
        }
    }
}

/// Whether the server takes the message that this answers.
fn goes_on(answer: &Message) -> bool {
    let taken = |command: &Command| matches!(command, Command::Status(status) if status.cmd_ref == 0 && matches!(status.code, 200 | 212));
    let aborts = |command: &Command| matches!(command, Command::Alert(alert) if alert.code == Some(1223));
    answer.commands.iter().any(taken) && !answer.commands.iter().any(aborts)
}

fn now() -> Time {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Time(since_1970.as_millis() as u64)
}

/// How handsets come and go.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// The longest pause between two visits.
    pub(crate) pause_ms: u64,
    /// The longest that one bears with a server that is away.
    pub(crate) away_ms: u64,
    /// Sessions that each is to bring to their end when all is over, and the time for that.
    pub(crate) last: u32,
    pub(crate) last_time: Duration,
}

/// Says that all is over when it goes: with whoever holds it, also when that fails.
struct Over(Arc<AtomicBool>);

impl Drop for Over {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Lets handsets come, as `come` says, while `operate` has its way in a thread of its own; they go home when it is done or has failed.
pub(crate) fn while_they_come<P, T: Send>(
    come: impl FnOnce(&Arc<AtomicBool>) -> P,
    operate: impl FnOnce() -> T + Send,
) -> (P, T) {
    let over = Arc::new(AtomicBool::new(false));
    std::thread::scope(|scope| {
        let held = Over(Arc::clone(&over));
        let operator = scope.spawn(move || {
            let _held = held;
            operate()
        });
        let came = come(&over);
        (came, operator.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// Lets handsets come again and again until `over`, whatever becomes of their sessions.
pub(crate) fn keep_coming(phones: Vec<Phone>, pause_ms: u64, over: &Arc<AtomicBool>) -> Vec<Phone> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, async {
        let come = |mut phone: Phone| {
            let over = Arc::clone(over);
            async move {
                while !over.load(Ordering::Relaxed) {
                    tokio::time::sleep(Duration::from_millis(phone.random.below(pause_ms))).await;
                    let _ = phone.visit(Patience::CALM).await;
                }
                phone
            }
        };
        let mut phones_again = Vec::new();
        for life in phones.into_iter().map(|phone| tokio::task::spawn_local(come(phone))).collect::<Vec<_>>() {
            phones_again.push(life.await.expect("a handset does not panic"));
        }
        phones_again
    })
}

/// Lets handsets come again and again until `over`, then for their last sessions. Gives them back, and what they have against the server.
pub(crate) fn come_and_go(phones: Vec<Phone>, course: Course, over: &Arc<AtomicBool>) -> (Vec<Phone>, Vec<String>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, async {
        let lives = phones.into_iter().map(|phone| tokio::task::spawn_local(phone.live(course, Arc::clone(over))));
        let (mut phones, mut wrong) = (Vec::new(), Vec::new());
        for life in lives.collect::<Vec<_>>() {
            let (phone, complaints) = life.await.expect("a handset does not panic");
            phones.push(phone);
            wrong.extend(complaints);
        }
        (phones, wrong)
    })
}

impl Phone {
    async fn live(mut self, course: Course, over: Arc<AtomicBool>) -> (Self, Vec<String>) {
        let mut wrong = Vec::new();
        while !over.load(Ordering::Relaxed) {
            if self.random.once_in(6) {
                self.order().await;
            }
            let away = Duration::from_millis(self.random.below(course.away_ms));
            let broken = self.visit(Patience { away, ..Patience::CALM }).await.is_err();
            if !broken && self.random.once_in(16) {
                wrong.extend(self.replay().await.err());
            }
            tokio::time::sleep(Duration::from_millis(self.random.below(course.pause_ms))).await;
        }
        let until = Instant::now() + course.last_time;
        let (mut left, mut why) = (course.last, String::new());
        while Instant::now() < until && (left > 0 || course.last > 0 && self.is_wanted().await) {
            match self.visit(Patience::CALM).await {
                Ok(()) => left = left.saturating_sub(1),
                Err(error) => why = error,
            }
        }
        if left > 0 {
            wrong.push(format!("{}: {left} of its last sessions did not end in order: {why}", self.device));
        }
        (self, wrong)
    }
}
