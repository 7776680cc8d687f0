//! What outlives the single state of an exchange, and what a step works with.
//!
//! Keeps which requests are under way, so that an answer counts only while something waits for it: one of another session, of an
//! earlier attempt, or a second one, finds nothing. Called by the states.

use crate::limits;
use crate::words::{Dialect, Kind, Order, Outcome, State, Time, Way};

use super::Stage;
use super::ending::SavingEnd;
use crate::exchange::choice::{Capability, Choice};
use crate::exchange::values::Temporary;
use crate::exchange::{
    Action, Call, Cause, End, Event, Key, Model, South, SouthAnswer, SouthRequest, Tag, Terms, Version,
};

/// Where the exchange stands and what it waits for.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(in crate::exchange) struct Course {
    pub(in crate::exchange) state: State,
    pub(in crate::exchange) choice: Option<Choice>,
    pub(in crate::exchange) deadline: Option<Time>,
    pub(in crate::exchange) version: Version,
    /// What the handset supports, and whether it was asked in this exchange.
    pub(super) capability: Option<(Capability, Asked)>,
    pub(super) model: Model,
    /// Whether the handset is here.
    pub(super) here: bool,
    /// What came while the handset was away, and needs it.
    pub(super) held: Option<Event>,
    /// The temporary node of this attempt.
    pub(super) temporary: Option<Temporary>,
    /// The number of the first attempt of this process, other than all before.
    first_attempt: u32,
    /// How often it had to begin again.
    pub(super) losses: u32,
    /// How many nodes were made for no more than to end what a Commit may still be doing.
    pub(super) fences: u32,
    /// Whether the handset ever came.
    pub(super) seen: bool,
    /// Whether the north holds something of this exchange that must be discarded when it fails.
    pub(in crate::exchange) north_holds: bool,
    /// The key, where the centre has not yet said that it holds it and the Commit did not wait for that.
    pub(in crate::exchange) unstaged: Option<Key>,
    /// The key that a centre holds which may come to hold another one in its place.
    pub(in crate::exchange) staged: Option<Key>,
    /// Whether that may have happened, in an earlier process.
    pub(super) overtaken: bool,
    /// When the handset is to be called, while it is wanted and absent.
    call_at: Option<Time>,
    /// How often it was called in vain.
    calls: u32,
    last_tag: u32,
    call: Call,
    /// Requests whose answers the state waits for.
    due: Vec<Tag>,
    /// Requests that went out ahead of the state that waits for them.
    ahead: Vec<Ahead>,
}

/// Where a capability is from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Now,
    Before,
}

struct Ahead {
    south: South,
    answer: Option<SouthAnswer>,
}

impl Course {
    /// Way and dialect, once they are chosen.
    pub(in crate::exchange) fn choice(&self) -> Option<(Way, Dialect)> {
        self.choice.map(|choice| (choice.way, choice.dialect))
    }

    /// The node that this attempt has on the handset.
    pub(in crate::exchange) fn temporary(&self) -> Option<&str> {
        self.temporary.as_ref().map(Temporary::path)
    }

    /// The moment at which the handset is to be called.
    pub(in crate::exchange) fn call_at(&self) -> Option<Time> {
        self.call_at.filter(|_| !self.here)
    }

    /// Names of requests and calls that are younger than those of an earlier process.
    pub(super) fn go_on_from(tag: Tag, call: Call) -> Self {
        Self { last_tag: tag.0, call, first_attempt: call.0, ..Self::default() }
    }

    /// The answer to this request of an earlier process may still come.
    pub(super) fn expect(&mut self, tag: Tag) {
        self.due.push(tag);
    }

    /// The number of this attempt.
    pub(super) fn attempt(&self) -> u32 {
        self.first_attempt.wrapping_add(self.losses).wrapping_add(self.fences)
    }

    /// The number of the last thing that was waited for.
    pub(in crate::exchange) fn last_call(&self) -> Call {
        self.call
    }

    /// Whether an event answers an older call than the last.
    pub(super) fn is_stale(&self, event: &Event) -> bool {
        match event {
            Event::Public(call, _)
            | Event::Shared(call, _)
            | Event::Both(call, _)
            | Event::Durable(call)
            | Event::North(call, _) => *call != self.call || self.held.is_some(),
            _ => false,
        }
    }

    pub(super) fn opened(&mut self, model: Model) {
        self.here = true;
        self.seen = true;
        self.model = model;
        self.call_at = None;
        self.calls = 0;
        // What went ahead in an earlier session and has no answer will get none: it is asked anew when it is wanted.
        self.ahead.retain(|ahead| ahead.answer.is_some());
    }

    /// The answer, if something waits for it now; one that came early is kept.
    pub(super) fn take_due(&mut self, tag: Tag, answer: SouthAnswer) -> Option<SouthAnswer> {
        if let Some(at) = self.due.iter().position(|due| *due == tag) {
            self.due.swap_remove(at);
            return Some(answer);
        }
        if let Some(ahead) = self.ahead.iter_mut().find(|ahead| ahead.south.tag == tag) {
            ahead.answer.get_or_insert(answer);
        }
        None
    }

    /// An answer that came early, and is due now.
    pub(super) fn early_answer(&mut self) -> Option<(Tag, SouthAnswer)> {
        let due = |ahead: &Ahead| ahead.answer.is_some() && self.due.contains(&ahead.south.tag);
        let at = self.ahead.iter().position(due)?;
        let Ahead { south: South { tag, .. }, answer } = self.ahead.remove(at);
        self.due.retain(|due| *due != tag);
        answer.map(|answer| (tag, answer))
    }
}

/// What a step works with, besides its own state.
pub(super) struct Step<'a> {
    pub(super) now: Time,
    pub(super) terms: &'a Terms,
    pub(super) course: &'a mut Course,
    pub(super) out: &'a mut Vec<Action>,
}

impl Step<'_> {
    pub(super) fn call(&mut self) -> Call {
        self.course.call.0 += 1;
        self.course.call
    }

    pub(super) fn way(&self) -> Way {
        self.course.choice.map_or(Way::Perform, |choice| choice.way)
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.course.choice.map_or(Dialect::Is683, |choice| choice.dialect)
    }

    pub(super) fn order(&self) -> Order {
        self.course.choice.map_or(self.terms.order, |choice| choice.order)
    }

    pub(super) fn kind(&self) -> Kind {
        self.course.choice.map_or(self.terms.kind, |choice| choice.kind)
    }

    /// Sends requests in one package, but for those that went out ahead; gives their tags.
    pub(super) fn south(&mut self, requests: Vec<SouthRequest>) -> Vec<Tag> {
        self.south_ahead(requests, false, Vec::new())
    }

    /// Sends one request.
    pub(super) fn ask(&mut self, request: SouthRequest) -> Tag {
        self.south(vec![request]).first().copied().unwrap_or(Tag(0))
    }

    /// The same, and, where the model takes them joined, those that later states will send.
    pub(super) fn south_ahead(
        &mut self,
        requests: Vec<SouthRequest>,
        join: bool,
        later: Vec<SouthRequest>,
    ) -> Vec<Tag> {
        let mut package = Vec::new();
        let tags: Vec<Tag> = requests
            .into_iter()
            .map(|request| {
                if let Some(ahead) = self.course.ahead.iter().find(|ahead| ahead.south.request == request) {
                    return ahead.south.tag;
                }
                let south = self.named(request);
                package.push(south.clone());
                south.tag
            })
            .collect();
        self.course.due.extend(&tags);
        if !package.is_empty() {
            if join && !later.is_empty() {
                for request in later {
                    let south = self.named(request);
                    package.push(south.clone());
                    self.course.ahead.push(Ahead { south, answer: None });
                }
                self.out.push(Action::Sequence(package));
            } else {
                self.out.push(Action::South(package));
            }
        }
        self.wait_for_handset();
        tags
    }

    /// The name that the next request will have.
    pub(super) fn next_tag(&self) -> Tag {
        Tag(self.course.last_tag + 1)
    }

    fn named(&mut self, request: SouthRequest) -> South {
        self.course.last_tag += 1;
        South { tag: Tag(self.course.last_tag), request }
    }

    /// Whether all answers that the state waits for are in.
    pub(super) fn is_answered(&self) -> bool {
        self.course.due.is_empty()
    }

    pub(super) fn wait_for_handset(&mut self) {
        self.course.deadline = Some(self.now.plus(self.terms.step_ms));
    }

    pub(super) fn wait_for_north(&mut self) {
        self.course.deadline = Some(self.now.plus(self.terms.north_ms));
    }

    /// Whatever is under way does not matter any more.
    pub(super) fn forget(&mut self) {
        self.out.push(Action::ForgetSouth);
        self.course.call.0 += 1;
        self.course.held = None;
        self.course.temporary = None;
        self.course.unstaged = None;
        self.course.staged = None;
        self.forget_answers();
    }

    /// What went out ahead and was answered before the state that asks tells nothing of what has happened since.
    pub(super) fn forget_ahead(&mut self) {
        self.course.ahead.clear();
    }

    /// Whatever was asked of the handset does not matter any more.
    pub(super) fn forget_answers(&mut self) {
        self.course.due.clear();
        self.course.ahead.clear();
    }

    /// The handset is wanted now: it may be called at once.
    pub(super) fn want_handset(&mut self) {
        if !self.course.here {
            self.want_handset_at(self.now);
        }
    }

    /// The handset is wanted: it may be called at this moment.
    pub(super) fn want_handset_at(&mut self, at: Time) {
        if self.terms.calls {
            self.course.calls = 0;
            self.course.call_at = Some(at);
        }
    }

    /// A call that is due later is due now.
    pub(super) fn hurry(&mut self) {
        self.course.call_at = self.course.call_at.map(|_| self.now);
    }

    /// The handset is wanted; one that has just been here gets time to come back by itself.
    pub(super) fn want_handset_later(&mut self) {
        self.want_handset_at(self.now.plus(limits::CALL_AGAIN_MS));
    }

    /// Calls the handset, if its time has come; the pauses double.
    pub(super) fn call_handset(&mut self) {
        if self.course.call_at.is_none_or(|at| at > self.now) {
            return;
        }
        self.out.push(Action::CallHandset);
        let pause = limits::CALL_AGAIN_MS << self.course.calls;
        self.course.calls += 1;
        self.course.call_at = (self.course.calls < limits::CALLS).then(|| self.now.plus(pause));
    }

    /// Forgets a call whose time has come while nothing waits for the handset: the time would stay due for ever.
    pub(super) fn forget_due_call(&mut self) {
        self.course.call_at = self.course.call_at.filter(|&at| at > self.now);
    }

    pub(super) fn end(&self, outcome: Outcome, cause: Option<Cause>) -> End {
        End { outcome, cause, version: self.course.version.clone() }
    }

    pub(super) fn fail(&mut self, outcome: Outcome, cause: Cause) -> Stage {
        let end = self.end(outcome, Some(cause));
        self.finish(end)
    }

    /// Ends an exchange whose new key is live nowhere: the handset is let go, the north forgets what it holds.
    pub(super) fn finish(&mut self, end: End) -> Stage {
        self.forget_answers();
        self.course.held = None;
        self.course.temporary = None;
        self.course.unstaged = None;
        self.out.push(Action::CloseSession);
        SavingEnd::enter(end, self.course.north_holds, self)
    }
}

/// Milliseconds until the next try after `attempts` failed ones: 1, 2, 4 … 64 seconds.
pub(super) fn backoff_ms(attempts: u32) -> u64 {
    1_000 << attempts.min(6)
}
