//! Runs all campaigns: brings events to their courses, and carries out their acts.
//!
//! One task on the side thread. What it asks of the store and of desks is answered on a channel that never refuses, for each is the answer to one
//! act, and courses bound those. At the start it takes up what an earlier process left. Called by [`super::super::start()`].

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc;

use crate::campaign::{self, Act, Course, Event, Reading, Refusal, Tally, Ticket, Wish};
use crate::desk::Operation;
use crate::desk::record::campaign::{Campaign, CampaignState};
use crate::desk::record::campaign_actor;
use crate::limits;
use crate::metrics::Metrics;
use crate::serve::clock::Clock;
use crate::serve::desks::Desks;
use crate::serve::events::Events;
use crate::store::{self, Refused, Store};
use crate::words::{DeviceId, ExchangeId, Time};

use super::reading::Of;
use super::{Added, Answer, Letter};

/// The rest of the service, as far as campaigns reach it.
pub(in crate::serve) struct Around {
    pub(in crate::serve) store: Arc<dyn Store>,
    pub(in crate::serve) desks: Desks,
    pub(in crate::serve) events: Events,
    pub(in crate::serve) clock: Clock,
    pub(in crate::serve) metrics: Arc<Metrics>,
    /// Names of exchanges come of it: secret and random.
    pub(in crate::serve) seed: [u8; 32],
}

/// Tells one course from every other of this process, whatever its name.
type Key = u64;

struct Entry {
    course: Course,
    /// When something is due.
    deadline: Option<Time>,
    state: CampaignState,
}

/// Who waits for the answer to a wish.
enum Waiting {
    Created(Answer<()>),
    Added(Answer<Added>),
    Stands(Answer<Campaign>),
    Tally(Answer<Tally>),
}

struct Runner {
    around: Around,
    courses: HashMap<Key, Entry>,
    names: HashMap<Arc<str>, Key>,
    waiting: HashMap<Ticket, Waiting>,
    /// What is to be read, and how many readings the store has: operators read there too.
    to_read: VecDeque<(Key, Reading)>,
    reading: usize,
    /// The last key, ticket and exchange that were given.
    last: u64,
    answers: mpsc::UnboundedSender<(Key, Event)>,
}

/// Runs campaigns for as long as the service runs.
pub(in crate::serve) async fn run(around: Around, mut letters: mpsc::Receiver<Letter>) {
    // Before the store is read: what ends meanwhile is not missed.
    let mut ends = around.events.listen_to_ends();
    let (answers, mut answered) = mpsc::unbounded_channel();
    let clock = around.clock.clone();
    let mut runner = Runner {
        around,
        courses: HashMap::new(),
        names: HashMap::new(),
        waiting: HashMap::new(),
        to_read: VecDeque::new(),
        reading: 0,
        last: 0,
        answers,
    };
    CampaignState::ALL.iter().for_each(|state| runner.around.metrics.campaigns(state.as_str(), 0));
    runner.take_up().await;
    loop {
        let deadline = runner.courses.values().filter_map(|entry| entry.deadline).min();
        let timer = async {
            match deadline {
                Some(time) => tokio::time::sleep_until(clock.instant(time).into()).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            Some((key, event)) = answered.recv() => runner.answered(key, event),
            Some(letter) = letters.recv() => runner.letter(letter),
            end = ends.recv() => match end {
                Ok(end) => {
                    if let Some(&key) = runner.names.get(&end.campaign) {
                        runner.event(key, Event::Happened(end.device, end.exchange));
                    }
                }
                Err(RecvError::Lagged(_)) => runner.each(|| Event::Missed),
                Err(RecvError::Closed) => return,
            },
            () = timer => runner.due(),
        }
    }
}

impl Runner {
    /// Takes up the campaigns that an earlier process left.
    async fn take_up(&mut self) {
        let mut after: Option<Arc<str>> = None;
        loop {
            let first = after.clone();
            let page = move |snapshot: &dyn store::Snapshot| snapshot.campaigns(first.as_deref(), limits::CAMPAIGNS);
            let page = match store::read(&*self.around.store, page).await {
                Ok(page) => page,
                Err(error) => {
                    tracing::error!(%error, "campaigns cannot be read");
                    tokio::time::sleep(Duration::from_millis(limits::CAMPAIGN_AGAIN_MOST_MS)).await;
                    continue;
                }
            };
            let Some(last) = page.last() else { return };
            after = Some(Arc::clone(&last.name));
            for campaign in page {
                let course = Course::resumed(campaign, self.around.clock.now());
                let key = self.take(course);
                self.event(key, Event::Timer);
            }
        }
    }

    fn take(&mut self, course: Course) -> Key {
        let key = self.next();
        let Campaign { name, state, .. } = course.campaign();
        self.around.metrics.campaigns(state.as_str(), 1);
        self.names.insert(Arc::clone(name), key);
        self.courses.insert(key, Entry { state: *state, course, deadline: None });
        key
    }

    fn next(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// Brings what an operator wants to the course that it concerns.
    fn letter(&mut self, letter: Letter) {
        let (name, wish, waiting) = match letter {
            Letter::Create(campaign, answer) => {
                let is_there = self.names.contains_key(&campaign.name);
                if is_there || self.courses.len() >= limits::CAMPAIGNS {
                    let refusal = if is_there { Refusal::Exists } else { Refusal::Full };
                    return Waiting::Created(answer).tell(campaign::Answer::Refused(refusal));
                }
                let name = campaign.name.to_string();
                let now = self.around.clock.now();
                let campaign = Campaign {
                    created: now,
                    changed: now,
                    state: CampaignState::Draft,
                    why: None,
                    devices: 0,
                    ..*campaign
                };
                self.take(Course::new(campaign, now));
                (name, Wish::Create, Waiting::Created(answer))
            }
            Letter::Add { name, devices, by, answer } => (name, Wish::Add(devices, by), Waiting::Added(answer)),
            Letter::Change { name, pace, stop, by, answer } => {
                (name, Wish::Change(pace, stop, by), Waiting::Stands(answer))
            }
            Letter::Order { name, order, by, answer } => (name, Wish::Order(order, by), Waiting::Stands(answer)),
            Letter::Tally(name, answer) => (name, Wish::Tally, Waiting::Tally(answer)),
        };
        match self.names.get(&*name) {
            Some(&key) => {
                let ticket = Ticket(self.next());
                self.waiting.insert(ticket, waiting);
                self.event(key, Event::Wish(ticket, wish));
            }
            None => waiting.tell(campaign::Answer::Refused(Refusal::Missing)),
        }
    }

    fn each(&mut self, event: impl Fn() -> Event) {
        for key in self.courses.keys().copied().collect::<Vec<_>>() {
            self.event(key, event());
        }
    }

    fn due(&mut self) {
        let now = self.around.clock.now();
        let is_due = |entry: &Entry| entry.deadline.is_some_and(|deadline| deadline <= now);
        let due: Vec<_> = self.courses.iter().filter(|(_, entry)| is_due(entry)).map(|(key, _)| *key).collect();
        for key in due {
            self.event(key, Event::Timer);
        }
    }

    fn event(&mut self, key: Key, event: Event) {
        let Some(entry) = self.courses.get_mut(&key) else { return };
        let now = self.around.clock.now();
        let (seed, last) = (&self.around.seed, &mut self.last);
        let acts = entry.course.handle(now, event, &mut || {
            *last += 1;
            name_of(seed, *last)
        });
        entry.deadline = entry.course.deadline(now);
        let state = entry.course.campaign().state;
        if entry.state != state {
            self.around.metrics.campaigns(std::mem::replace(&mut entry.state, state).as_str(), -1);
            self.around.metrics.campaigns(state.as_str(), 1);
            let campaign = entry.course.campaign();
            tracing::info!(campaign = %campaign.name, %state, why = campaign.why, "a campaign stands elsewhere");
        }
        for act in acts {
            self.carry_out(key, act);
        }
    }

    /// Carries out one act. What comes of it comes back as an event, never from inside here.
    fn carry_out(&mut self, key: Key, act: Act) {
        let Some(entry) = self.courses.get(&key) else { return };
        let Around { store, metrics, .. } = &self.around;
        let answers = self.answers.clone();
        match act {
            Act::Commit(changes) => {
                let answer = move |result| {
                    let event = match result {
                        Ok(()) => Event::Durable,
                        // What is damaged the store has told; it may be mended by hand.
                        Err(Refused::Full(_) | Refused::Damaged(_)) => Event::Refused,
                        // No subscriber is written here.
                        Err(Refused::Exists(device) | Refused::Missing(device) | Refused::Taken(_, device)) => {
                            tracing::error!(%device, "a campaign's change was refused");
                            Event::Refused
                        }
                    };
                    let _ = answers.send((key, event));
                };
                store.commit(changes, Box::new(answer));
            }
            Act::Read(reading) => {
                self.to_read.push_back((key, reading));
                self.read();
            }
            Act::Ask(exchange, start) => {
                self.operate(key, start.device.clone(), exchange, Operation::Start(start));
            }
            Act::Cancel(exchange, device) => {
                let by = campaign_actor(&entry.course.campaign().name);
                self.operate(key, device, exchange, Operation::Cancel(exchange, by.into()));
            }
            Act::Answer(ticket, answer) => {
                if let Some(waiting) = self.waiting.remove(&ticket) {
                    waiting.tell(answer);
                }
            }
            Act::Count(outcome) => metrics.campaign_device(outcome),
            Act::Gone => {
                let name = Arc::clone(&entry.course.campaign().name);
                metrics.campaigns(entry.state.as_str(), -1);
                self.names.remove(&name);
                self.courses.remove(&key);
            }
        }
    }

    /// Takes the answer to an act.
    fn answered(&mut self, key: Key, event: Event) {
        use Event::{Found, Known, Members, Seen, Unread};
        if matches!(event, Members(..) | Known(_) | Seen(_) | Found(_) | Unread) {
            self.reading -= 1;
        }
        self.event(key, event);
        self.read();
    }

    /// Brings to the store what is to be read.
    fn read(&mut self) {
        while self.reading < limits::CAMPAIGN_READS
            && let Some((key, reading)) = self.to_read.pop_front()
        {
            let Some(entry) = self.courses.get(&key) else { continue };
            let of = Of::campaign(entry.course.campaign());
            let unread = Unread(Some((self.answers.clone(), key)));
            self.reading += 1;
            self.around.store.read(Box::new(move |snapshot| match of.read(snapshot, reading) {
                Ok(event) => unread.tell(event),
                Err(error) => tracing::error!(campaign = %of.name, %error, "a campaign cannot be read"),
            }));
        }
    }

    /// Asks a device's desk, which answers in time or not.
    fn operate(&self, key: Key, device: DeviceId, exchange: ExchangeId, operation: Operation) {
        let (desks, answers) = (self.around.desks.clone(), self.answers.clone());
        tokio::task::spawn_local(async move {
            let said = desks.operate(&device, operation).await;
            let _ = answers.send((key, Event::Said(exchange, said)));
        });
    }
}

impl Waiting {
    /// Tells whoever waits. Who has gone needs no answer.
    fn tell(self, answer: campaign::Answer) {
        use campaign::Answer::{Added, Refused, Stands, Tally};
        match (self, answer) {
            (Self::Created(to), Stands(_)) => drop(to.send(Ok(()))),
            (Self::Added(to), Added(added)) => drop(to.send(Ok(added))),
            (Self::Stands(to), Stands(campaign)) => drop(to.send(Ok(*campaign))),
            (Self::Tally(to), Tally(tally)) => drop(to.send(Ok(tally))),
            (Self::Created(to), Refused(refusal)) => drop(to.send(Err(refusal))),
            (Self::Added(to), Refused(refusal)) => drop(to.send(Err(refusal))),
            (Self::Stands(to), Refused(refusal)) => drop(to.send(Err(refusal))),
            (Self::Tally(to), Refused(refusal)) => drop(to.send(Err(refusal))),
            _ => {}
        }
    }
}

/// Says that a reading came to nothing, unless it has brought something: the store drops what it has no room for.
struct Unread(Option<(mpsc::UnboundedSender<(Key, Event)>, Key)>);

impl Unread {
    fn tell(mut self, event: Event) {
        if let Some((answers, key)) = self.0.take() {
            let _ = answers.send((key, event));
        }
    }
}

impl Drop for Unread {
    fn drop(&mut self) {
        if let Some((answers, key)) = self.0.take() {
            let _ = answers.send((key, Event::Unread));
        }
    }
}

/// The name of an exchange: HMAC-SHA256(seed, number), of which 64 bits.
fn name_of(seed: &[u8; 32], number: u64) -> ExchangeId {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(seed) else { return ExchangeId(number) };
    mac.update(&number.to_be_bytes());
    let block: [u8; 32] = mac.finalize().into_bytes().into();
    ExchangeId(block[..8].iter().fold(0, |name, octet| name << 8 | u64::from(*octet)))
}
