//! What goes over a bound link, and what comes back: window, throttling, receipts, silence. Pure.
//!
//! A message that the SMSC has not answered when the link is lost goes out again on the next one: a handset takes a repeated
//! notification for one.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use super::pdu::{self, Heard, Receipt, Submit};
use crate::limits;
use crate::wake::settings::Smpp;
use crate::wake::{Event, Failure, What};
use crate::words::Time;

/// What shall be done.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Send these octets.
    Send(Vec<u8>),
    /// Tell what happened to a push.
    Tell(Event),
    /// Give the link up.
    HangUp(HangUp),
}

/// Why a link is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum HangUp {
    #[error("the SMSC does not answer")]
    Silent,
    #[error("the SMSC unbinds")]
    Unbound,
    #[error("the SMSC does not take the link as bound")]
    NotBound,
}

/// command_status: the link is not bound as it should be; too many messages wait; too many come.
const ESME_RINVBNDSTS: u32 = 0x04;
const ESME_RMSGQFUL: u32 = 0x14;
const ESME_RTHROTTLED: u32 = 0x58;

/// The client's half of SMPP, over any number of links one after the other.
pub(super) struct Link {
    window: usize,
    enquire_ms: u64,
    answer_ms: u64,
    receipts_wanted: bool,
    last_sequence: u32,
    /// Messages that wait for their turn.
    queue: VecDeque<Part>,
    /// Messages that the SMSC has not answered, by sequence number.
    flights: BTreeMap<u32, (Part, Time)>,
    /// Pushes with messages that are not accepted, and how many.
    left: HashMap<u64, usize>,
    /// Messages whose receipts are waited for, by message_id as [`plain`] has it.
    receipts: HashMap<String, (u64, Time)>,
    /// The same by age.
    oldest: BTreeSet<(Time, String)>,
    /// Receipts that nobody waits for while messages have no answer: one may have overtaken it.
    early: VecDeque<Receipt>,
    paused_until: Time,
    pause_ms: u64,
    /// When something was last received.
    heard: Time,
    /// When an enquire_link was sent that has no answer.
    enquired: Option<Time>,
}

/// One message of a push.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    job: u64,
    submit: Submit,
    /// When it is of no use any more.
    until: Time,
}

impl Link {
    pub(super) fn new(settings: &Smpp) -> Self {
        Self {
            window: settings.window,
            enquire_ms: settings.enquire_ms,
            answer_ms: settings.answer_ms,
            receipts_wanted: settings.receipts,
            last_sequence: 0,
            queue: VecDeque::new(),
            flights: BTreeMap::new(),
            left: HashMap::new(),
            receipts: HashMap::new(),
            oldest: BTreeSet::new(),
            early: VecDeque::new(),
            paused_until: Time(0),
            pause_ms: 0,
            heard: Time(0),
            enquired: None,
        }
    }

    /// A number for the next request.
    pub(super) fn sequence(&mut self) -> u32 {
        // 1 to 0x7FFFFFFF.
        self.last_sequence = self.last_sequence % 0x7FFF_FFFF + 1;
        self.last_sequence
    }

    /// Whether another push would find its place in the window soon.
    pub(super) fn has_room(&self) -> bool {
        self.queue.len() < self.window
    }

    /// A link stands and is bound.
    pub(super) fn bound(&mut self, now: Time) -> Vec<Act> {
        self.heard = now;
        self.enquired = None;
        self.paused_until = now;
        let mut out = Vec::new();
        self.pump(now, &mut out);
        out
    }

    /// The link is gone.
    pub(super) fn lost(&mut self) {
        // What goes out again gets another message_id.
        self.early.clear();
        for (_, (part, _)) in std::mem::take(&mut self.flights).into_iter().rev() {
            self.queue.push_front(part);
        }
    }

    /// Takes the messages of a push.
    pub(super) fn submit(&mut self, now: Time, job: u64, submits: Vec<Submit>, until: Time) -> Vec<Act> {
        self.left.insert(job, submits.len());
        self.queue.extend(submits.into_iter().map(|submit| Part { job, submit, until }));
        let mut out = Vec::new();
        self.pump(now, &mut out);
        out
    }

    /// The next moment at which [`timer`](Self::timer) is due, while a link stands.
    pub(super) fn deadline(&self) -> Time {
        let answer = self.flights.values().map(|(_, sent)| *sent).chain(self.enquired).min();
        let answer = answer.map(|sent| sent.plus(self.answer_ms));
        let enquire = self.enquired.is_none().then(|| self.heard.plus(self.enquire_ms));
        let resume = (!self.queue.is_empty() && self.flights.len() < self.window).then_some(self.paused_until);
        [answer, enquire, resume].into_iter().flatten().min().unwrap_or(Time(u64::MAX))
    }

    /// Time has passed.
    pub(super) fn timer(&mut self, now: Time) -> Vec<Act> {
        let mut out = Vec::new();
        let waits = self.flights.values().map(|(_, sent)| *sent).chain(self.enquired).min();
        if waits.is_some_and(|sent| sent.plus(self.answer_ms) <= now) {
            return vec![Act::HangUp(HangUp::Silent)];
        }
        if self.enquired.is_none() && self.heard.plus(self.enquire_ms) <= now {
            self.enquired = Some(now);
            out.push(Act::Send(pdu::enquire(self.sequence())));
        }
        self.pump(now, &mut out);
        out
    }

    /// The SMSC has said something.
    pub(super) fn take(&mut self, now: Time, heard: Heard) -> Vec<Act> {
        self.heard = now;
        self.enquired = None;
        let mut out: Vec<Act> = pdu::answer(&heard).map(Act::Send).into_iter().collect();
        match heard {
            Heard::Answer { sequence, status, message_id } => {
                if let Some((part, _)) = self.flights.remove(&sequence) {
                    self.answered(now, part, status, message_id, &mut out);
                }
            }
            Heard::Deliver { receipt: Some(receipt), .. } if receipt.is_final() => {
                if let Some(job) = self.awaited(&receipt.message_id) {
                    out.push(told(job, receipt));
                } else if self.receipts_wanted && !self.flights.is_empty() {
                    if self.early.len() >= limits::SMPP_EARLY_RECEIPTS {
                        self.early.pop_front();
                    }
                    self.early.push_back(receipt);
                }
            }
            Heard::Unbind { .. } => out.push(Act::HangUp(HangUp::Unbound)),
            Heard::Deliver { .. } | Heard::Enquire { .. } | Heard::Strange { .. } | Heard::Notice => {}
        }
        self.pump(now, &mut out);
        out
    }

    fn answered(&mut self, now: Time, part: Part, status: u32, message_id: Option<String>, out: &mut Vec<Act>) {
        match status {
            0 => {
                self.pause_ms = 0;
                let job = part.job;
                let Some(left) = self.left.get_mut(&job) else { return };
                *left -= 1;
                let is_last = *left == 0;
                if is_last {
                    self.left.remove(&job);
                    out.push(Act::Tell(Event { job, what: What::Accepted }));
                }
                if let Some(id) = message_id.filter(|_| self.receipts_wanted && is_last) {
                    let id = plain(&id);
                    match self.early.iter().position(|early| spellings(&early.message_id).any(|known| known == id)) {
                        Some(at) => out.extend(self.early.remove(at).map(|receipt| told(job, receipt))),
                        None => self.await_receipt(now, job, id),
                    }
                }
            }
            ESME_RTHROTTLED | ESME_RMSGQFUL => {
                self.queue.push_front(part);
                let (least, most) = (*limits::SMPP_PAUSE_MS.start(), *limits::SMPP_PAUSE_MS.end());
                // Several messages of one window are refused together: that is one reason to wait longer, not many.
                if self.paused_until <= now {
                    self.pause_ms = (self.pause_ms * 2).clamp(least, most);
                    self.paused_until = now.plus(self.pause_ms);
                }
            }
            ESME_RINVBNDSTS => {
                self.queue.push_front(part);
                out.push(Act::HangUp(HangUp::NotBound));
            }
            status => self.fail(part.job, Failure::Status(status), out),
        }
    }

    fn await_receipt(&mut self, now: Time, job: u64, id: String) {
        if self.receipts.len() >= limits::SMPP_RECEIPTS
            && let Some((_, oldest)) = self.oldest.pop_first()
        {
            self.receipts.remove(&oldest);
        }
        if let Some((_, since)) = self.receipts.insert(id.clone(), (job, now)) {
            self.oldest.remove(&(since, id.clone()));
        }
        self.oldest.insert((now, id));
    }

    /// Whose receipt this is.
    fn awaited(&mut self, id: &str) -> Option<u64> {
        let known = spellings(id).find(|id| self.receipts.contains_key(id))?;
        let (job, since) = self.receipts.remove(&known)?;
        self.oldest.remove(&(since, known));
        Some(job)
    }

    /// A push has failed: its other messages are of no use.
    fn fail(&mut self, job: u64, failure: Failure, out: &mut Vec<Act>) {
        self.queue.retain(|part| part.job != job);
        if self.left.remove(&job).is_some() {
            out.push(Act::Tell(Event { job, what: What::Failed(failure) }));
        }
    }

    /// Sends as many messages as the window takes.
    fn pump(&mut self, now: Time, out: &mut Vec<Act>) {
        while self.flights.len() < self.window && self.paused_until <= now {
            let Some(part) = self.queue.pop_front() else { return };
            if part.until <= now {
                self.fail(part.job, Failure::Late, out);
                continue;
            }
            let sequence = self.sequence();
            out.push(Act::Send(part.submit.written(sequence)));
            self.flights.insert(sequence, (part, now));
        }
    }
}

/// What a receipt tells of a push.
fn told(job: u64, receipt: Receipt) -> Act {
    let what = if receipt.is_delivered() { What::Delivered } else { What::Undelivered(receipt.state) };
    Act::Tell(Event { job, what })
}

/// A message_id as it is kept: one that may be a number without leading zeros, and in one case.
fn plain(id: &str) -> String {
    if id.bytes().all(|octet| octet.is_ascii_hexdigit()) {
        id.trim_start_matches('0').to_ascii_uppercase()
    } else {
        id.to_owned()
    }
}

/// What the message_id of a receipt may have been when the message was accepted: some centres spell a number in hex then, and in decimal
/// when they deliver, or the other way round.
fn spellings(id: &str) -> impl Iterator<Item = String> {
    let number = |radix| u64::from_str_radix(id, radix).ok();
    [Some(plain(id)), number(10).map(|number| format!("{number:X}")), number(16).map(|number| number.to_string())]
        .into_iter()
        .flatten()
}
