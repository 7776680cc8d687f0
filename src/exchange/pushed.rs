//! An exchange that an OTAF drives: it attaches to a handset, sends forward messages of any type, and gets the reverse ones, octet
//! for octet (the MSC's part in ANSI-41 SMDPP).
//!
//! Of a handset that speaks IS-683 it looks at no more of a message than tells how the exchange ends: whether a Commit Response said 0. For
//! one that has no such node but speaks `nodes`, `nodes` turns each message into commands. Never computes, never asks. Called by
//! [`super::Exchange`].

mod nodes;

use crate::is683::{OtaspMsgType, ResultCode};
use crate::limits;
use crate::words::{Dialect, Kind, Outcome, State, Time};

use super::choice::Capability;
use super::{Action, Call, Cause, End, Event, Record, South, SouthAnswer, SouthRequest, Tag, Terms, Version};
use super::{messages, values};
use nodes::{Next, Nodes};

/// Names one push towards the north, which gets exactly one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ticket(pub u64);

/// What the OTAF wants of an attached handset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Push {
    /// Carry this forward message, bring the reverse one.
    Forward(Ticket, Vec<u8>),
    /// Let the handset go.
    Release(Ticket),
}

/// The answer to a push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The handset is here.
    Attached,
    /// The reverse message, as the handset sent it.
    Reverse(Vec<u8>),
    /// The handset was let go.
    Released,
    /// It could not be done (SMS_CauseCode, N.S0005).
    Cause(SmsCause),
}

/// SMS_CauseCode values that a push can end with (ANSI-41 6.5.2.125).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmsCause(pub u8);

impl SmsCause {
    /// No page response: the handset did not come.
    pub const NO_PAGE_RESPONSE: Self = Self(32);
    /// Destination busy: another message or exchange is under way.
    pub const DESTINATION_BUSY: Self = Self(33);
    /// No acknowledgment: the handset did not answer in time.
    pub const NO_ACKNOWLEDGMENT: Self = Self(34);
    /// Resource shortage: no room here.
    pub const RESOURCE_SHORTAGE: Self = Self(35);
    /// Service not supported: the management client refused to carry the message.
    pub const NOT_SUPPORTED: Self = Self(100);
    /// Other general problem: the reverse message is longer than can be carried back.
    pub const GENERAL: Self = Self(107);
    /// Session not active.
    pub const NO_SESSION: Self = Self(108);
    /// The handset ended the session.
    pub const DISCONNECTED: Self = Self(110);
}

/// The handset as the OTAF holds it.
pub(super) struct Attachment {
    terms: Terms,
    standing: Standing,
    speech: Speech,
    last_tag: Tag,
    /// When the OTAF has said something last, or was told what it waited for.
    heard: Time,
    /// The forward message last carried, and its answer if that came too late to be told, or is that of a handset which has committed.
    last: Option<(Vec<u8>, Option<Vec<u8>>)>,
    commit: Commit,
    /// Whether the handset has committed before: whatever becomes of another Commit Request, it uses a new key.
    committed: bool,
    version: Version,
}

enum Standing {
    /// The handset is being waited for.
    Waiting(Ticket, Time),
    /// It is here and idle.
    Open,
    /// It has a message.
    Carrying(Carrying),
    /// The mark that these, the Commit Request, will leave is on its way to the disk.
    Marking(Vec<SouthRequest>, Carrying),
    /// It left; the OTAF does not know yet, or has not let go.
    Gone,
    /// The outcome is on its way to the disk.
    SavingEnd(End),
    Over,
}

struct Carrying {
    /// The push that waits; `None` once it was told that the answer is late.
    ticket: Option<Ticket>,
    /// Requests that are not answered.
    due: Vec<Tag>,
    /// What is being found out before the message goes on its way.
    probe: Option<Probe>,
    deadline: Time,
}

/// Which dialect the handset speaks.
enum Speech {
    /// Not known: IS-683, until it refuses.
    Unknown,
    Is683,
    Nodes(Nodes),
}

/// The handset is asked whether it speaks `nodes`.
struct Probe {
    forward: Vec<u8>,
    version: Tag,
    found: Capability,
}

/// What is known of the commit.
#[derive(PartialEq)]
enum Commit {
    NotAsked,
    Asked,
    Accepted,
    Refused(ResultCode),
}

const SAVING: Call = Call(1);
const MARKING: Call = Call(2);

impl Attachment {
    pub(super) fn new(ticket: Ticket, now: Time, terms: &Terms) -> Self {
        Self {
            standing: Standing::Waiting(ticket, now.plus(terms.push_ms)),
            terms: terms.clone(),
            speech: Speech::Unknown,
            last_tag: Tag(0),
            heard: now,
            last: None,
            commit: Commit::NotAsked,
            committed: false,
            version: Version::default(),
        }
    }

    pub(super) fn state(&self) -> State {
        match (&self.standing, &self.commit) {
            (Standing::Waiting(..), _) => State::Requested,
            (_, Commit::Asked) => State::CommitSent,
            (_, Commit::Accepted) => State::Committed,
            _ => State::InSession,
        }
    }

    pub(super) fn dialect(&self) -> Dialect {
        if matches!(self.speech, Speech::Nodes(_)) { Dialect::Nodes } else { Dialect::Is683 }
    }

    pub(super) fn kind(&self) -> Kind {
        self.terms.kind
    }

    /// Whether no Commit Request has left, and it is not ending already.
    pub(super) fn may_be_cancelled(&self) -> bool {
        let ends = matches!(self.standing, Standing::SavingEnd(_) | Standing::Over);
        !ends && !matches!(self.commit, Commit::Asked | Commit::Accepted)
    }

    pub(super) fn version(&self) -> &Version {
        &self.version
    }

    pub(super) fn temporary(&self) -> Option<&str> {
        match &self.speech {
            Speech::Nodes(nodes) => nodes.temporary(),
            Speech::Unknown | Speech::Is683 => None,
        }
    }

    pub(super) fn deadline(&self) -> Option<Time> {
        let expires = self.terms.expires;
        match &self.standing {
            Standing::Waiting(_, deadline) => Some((*deadline).min(expires)),
            Standing::Carrying(Carrying { ticket: Some(_), deadline, .. })
            | Standing::Marking(_, Carrying { ticket: Some(_), deadline, .. }) => Some((*deadline).min(expires)),
            Standing::SavingEnd(_) | Standing::Over => None,
            _ => Some(self.idle_until().min(expires)),
        }
    }

    /// When an OTAF that waits for nothing is taken for one that is gone.
    fn idle_until(&self) -> Time {
        self.heard.plus(limits::OTAF_IDLE_MS)
    }

    /// Whether the OTAF waits for an answer.
    fn is_asked(&self) -> bool {
        match &self.standing {
            Standing::Waiting(..) => true,
            Standing::Carrying(carrying) | Standing::Marking(_, carrying) => carrying.ticket.is_some(),
            Standing::Open | Standing::Gone | Standing::SavingEnd(_) | Standing::Over => false,
        }
    }

    /// Whether the handset is being waited for.
    pub(super) fn is_awaited(&self) -> bool {
        matches!(self.standing, Standing::Waiting(..))
    }

    /// Whether it is over, or its OTAF silent for as long as any answer takes: what attaches then is not the same attach again, nor another OTAF of the
    /// same peer between two messages of the one that is attached.
    pub(super) fn yields(&self, now: Time) -> bool {
        let ends = matches!(self.standing, Standing::SavingEnd(_) | Standing::Over);
        ends || (!self.is_asked() && self.heard.plus(self.terms.push_ms) <= now)
    }

    pub(super) fn handle(&mut self, now: Time, event: Event, out: &mut Vec<Action>) {
        if self.is_asked() || matches!(event, Event::Pushed(_)) {
            self.heard = now;
        }
        match event {
            Event::Opened { known, model } => {
                let wishes = self.terms.asked.or(model.wishes);
                self.terms.kind = wishes.kind.unwrap_or(self.terms.kind);
                self.terms.policy.dialect = wishes.dialect.or(self.terms.policy.dialect);
                self.opened(known, out);
            }
            Event::Absent if matches!(self.standing, Standing::Waiting(..)) && self.terms.calls => {
                out.push(Action::CallHandset);
            }
            Event::Pushed(Push::Forward(ticket, octets)) => self.forward(now, ticket, octets, out),
            Event::Pushed(Push::Release(ticket)) => {
                out.push(Action::Tell(ticket, Told::Released));
                self.leave(out);
            }
            Event::Answered(tag, answer) => self.answered(tag, &answer, out),
            Event::SessionLost => self.session_lost(out),
            Event::Timer => self.time_passed(now, out),
            Event::Cancel if self.may_be_cancelled() => self.leave(out),
            Event::Removed => self.leave(out),
            Event::Reattached(ticket) => {
                if let Standing::Waiting(waiting, deadline) = &mut self.standing {
                    let older = std::mem::replace(waiting, ticket);
                    *deadline = now.plus(self.terms.push_ms);
                    out.push(Action::Tell(older, Told::Cause(SmsCause::DESTINATION_BUSY)));
                }
            }
            // The handset stays, for the OTAF that comes.
            Event::Replaced if self.yields(now) => self.end(out),
            Event::Durable(MARKING) => {
                match std::mem::replace(&mut self.standing, Standing::Open) {
                    Standing::Marking(commit, carrying) => {
                        self.commit = Commit::Asked;
                        self.ask(commit, carrying, out);
                    }
                    // The handset has left meanwhile, and no Commit Request has.
                    standing => self.standing = standing,
                }
            }
            Event::Durable(SAVING) => {
                if let Standing::SavingEnd(end) = std::mem::replace(&mut self.standing, Standing::Over) {
                    out.push(Action::Finish(end));
                }
            }
            _ => {}
        }
    }

    fn opened(&mut self, known: Option<Capability>, out: &mut Vec<Action>) {
        if let (Speech::Unknown, Some(known)) = (&self.speech, known) {
            let wants_nodes = known.key_exchange.is_empty() || self.terms.policy.dialect == Some(Dialect::Nodes);
            self.speech = if known.nodes_version.is_some() && wants_nodes {
                self.nodes(known.nodes_revisions)
            } else {
                Speech::Is683
            };
        }
        match self.standing {
            Standing::Waiting(ticket, _) => {
                out.push(Action::Tell(ticket, Told::Attached));
                self.standing = Standing::Open;
            }
            Standing::Gone => self.standing = Standing::Open,
            _ => {}
        }
    }

    fn nodes(&mut self, revisions: Vec<u8>) -> Speech {
        self.version.feature_p_rev.clone_from(&revisions);
        Speech::Nodes(Nodes::new(revisions, self.terms.kind, self.terms.id.0))
    }

    fn forward(&mut self, now: Time, ticket: Ticket, octets: Vec<u8>, out: &mut Vec<Action>) {
        if let Some((last, late)) = &mut self.last
            && *last == octets
            && let Some(reverse) = late.take()
        {
            // A repeat of a message whose answer came late, or was lost behind us: nothing runs twice.
            *late = Some(reverse.clone()).filter(|_| self.commit == Commit::Accepted);
            out.push(Action::Tell(ticket, Told::Reverse(reverse)));
            return;
        }
        let deadline = now.plus(self.terms.push_ms);
        match &mut self.standing {
            Standing::Open => {
                self.last = Some((octets.clone(), None));
                let carrying = Carrying { ticket: Some(ticket), due: Vec::new(), probe: None, deadline };
                self.take_up(octets, carrying, out);
            }
            Standing::Carrying(carrying) | Standing::Marking(_, carrying) => {
                let repeated = self.last.as_ref().is_some_and(|(last, _)| *last == octets);
                if repeated && carrying.ticket.is_none() {
                    carrying.ticket = Some(ticket);
                    carrying.deadline = deadline;
                } else {
                    out.push(Action::Tell(ticket, Told::Cause(SmsCause::DESTINATION_BUSY)));
                }
            }
            _ => out.push(Action::Tell(ticket, Told::Cause(SmsCause::NO_SESSION))),
        }
    }

    /// Brings a message on its way, in the handset's dialect.
    fn take_up(&mut self, octets: Vec<u8>, carrying: Carrying, out: &mut Vec<Action>) {
        let wants_nodes = self.terms.policy.dialect == Some(Dialect::Nodes);
        match &mut self.speech {
            Speech::Nodes(nodes) => {
                let next = nodes.forward(&octets);
                match next {
                    Next::Ask(commit) if octets.first() == Some(&OtaspMsgType::COMMIT.0) => {
                        self.mark(commit, carrying, out);
                    }
                    next => self.go_on(next, carrying, out),
                }
            }
            Speech::Unknown if wants_nodes => self.probe(octets, carrying, out),
            Speech::Unknown | Speech::Is683 => {
                let commits = octets.first() == Some(&OtaspMsgType::COMMIT.0);
                let carry = vec![SouthRequest::Carry(octets)];
                if commits { self.mark(carry, carrying, out) } else { self.ask(carry, carrying, out) }
            }
        }
    }

    /// A Commit Request leaves when its mark is durable: else a process that dies would take it for one that never left.
    fn mark(&mut self, commit: Vec<SouthRequest>, carrying: Carrying, out: &mut Vec<Action>) {
        let tag = Tag(self.last_tag.0 + 1);
        out.push(Action::Persist(MARKING, Record { commit: Some(tag), ..Record::of(State::CommitSent) }));
        self.standing = Standing::Marking(commit, carrying);
    }

    /// Asks whether the handset speaks `nodes`.
    fn probe(&mut self, forward: Vec<u8>, carrying: Carrying, out: &mut Vec<Action>) {
        let probe = Probe { forward, version: Tag(self.last_tag.0 + 1), found: Capability::default() };
        let carrying = Carrying { probe: Some(probe), ..carrying };
        self.ask(vec![values::version(), values::revisions()], carrying, out);
    }

    fn ask(&mut self, requests: Vec<SouthRequest>, mut carrying: Carrying, out: &mut Vec<Action>) {
        let package: Vec<South> = requests
            .into_iter()
            .map(|request| {
                self.last_tag.0 += 1;
                South { tag: self.last_tag, request }
            })
            .collect();
        carrying.due.extend(package.iter().map(|south| south.tag));
        self.standing = Standing::Carrying(carrying);
        out.push(Action::South(package));
    }

    fn answered(&mut self, tag: Tag, answer: &SouthAnswer, out: &mut Vec<Action>) {
        let Standing::Carrying(carrying) = &mut self.standing else { return };
        let Some(at) = carrying.due.iter().position(|due| *due == tag) else { return };
        carrying.due.swap_remove(at);
        let Standing::Carrying(mut carrying) = std::mem::replace(&mut self.standing, Standing::Open) else { return };
        if let Some(probe) = &mut carrying.probe {
            if tag == probe.version {
                probe.found.nodes_version = values::number(answer);
            } else {
                probe.found.nodes_revisions = values::numbers(answer);
            }
            if carrying.due.is_empty() {
                self.probed(carrying, out);
            } else {
                self.standing = Standing::Carrying(carrying);
            }
            return;
        }
        match (&mut self.speech, answer) {
            (Speech::Nodes(nodes), answer) => {
                let next = nodes.answered(answer);
                if matches!(next, Next::NotSupported) && messages::never_arrived(answer) {
                    self.commit_never_arrived();
                }
                self.go_on(next, carrying, out);
            }
            (Speech::Unknown, SouthAnswer::Refused(404 | 405 | 406 | 501)) => {
                self.commit_never_arrived();
                let forward = self.last.as_ref().map(|(last, _)| last.clone()).unwrap_or_default();
                self.probe(forward, carrying, out);
            }
            (speech, SouthAnswer::Reverse(octets)) => {
                *speech = Speech::Is683;
                self.go_on(Next::Reverse(octets.clone()), carrying, out);
            }
            (_, answer) => {
                if messages::never_arrived(answer) {
                    self.commit_never_arrived();
                }
                self.go_on(Next::NotSupported, carrying, out);
            }
        }
    }

    /// It is known whether the handset speaks `nodes`.
    fn probed(&mut self, mut carrying: Carrying, out: &mut Vec<Action>) {
        let Some(Probe { forward, found, .. }) = carrying.probe.take() else { return };
        if found.nodes_version.is_none() {
            return self.go_on(Next::NotSupported, carrying, out);
        }
        self.speech = self.nodes(found.nodes_revisions.clone());
        out.push(Action::Remember(found));
        self.take_up(forward, carrying, out);
    }

    fn commit_never_arrived(&mut self) {
        if self.commit == Commit::Asked {
            self.commit = if self.committed { Commit::Accepted } else { Commit::NotAsked };
        }
    }

    /// Tells the OTAF what came of its message, or asks the handset for more.
    fn go_on(&mut self, next: Next, carrying: Carrying, out: &mut Vec<Action>) {
        match next {
            Next::Ask(requests) => self.ask(requests, carrying, out),
            Next::Create(node, request) => {
                out.push(Action::Temporary(Some(node)));
                self.ask(vec![request], carrying, out);
            }
            Next::Wait => self.standing = Standing::Carrying(carrying),
            Next::Reverse(octets) => {
                self.standing = Standing::Open;
                let mut is_kept = carrying.ticket.is_none();
                if let (Commit::Asked, [5, code, ..]) = (&self.commit, octets.as_slice()) {
                    let code = ResultCode(*code);
                    let accepts = code == ResultCode::ACCEPTED;
                    self.committed |= accepts;
                    self.commit = if self.committed { Commit::Accepted } else { Commit::Refused(code) };
                    if accepts && matches!(self.speech, Speech::Nodes(_)) {
                        out.push(Action::Temporary(None));
                    }
                    // An OTAF that has not heard it asks again, and the handset would have nothing to commit any more.
                    is_kept |= accepts;
                }
                if let Some((_, late)) = self.last.as_mut().filter(|_| is_kept) {
                    *late = Some(octets.clone());
                }
                if let Some(ticket) = carrying.ticket {
                    out.push(Action::Tell(ticket, Told::Reverse(octets)));
                }
            }
            Next::NotSupported => {
                self.standing = Standing::Open;
                if let Some(ticket) = carrying.ticket {
                    out.push(Action::Tell(ticket, Told::Cause(SmsCause::NOT_SUPPORTED)));
                }
            }
        }
    }

    fn session_lost(&mut self, out: &mut Vec<Action>) {
        if let Speech::Nodes(nodes) = &mut self.speech {
            nodes.lost();
        }
        match std::mem::replace(&mut self.standing, Standing::Gone) {
            Standing::Carrying(Carrying { ticket: Some(ticket), .. })
            | Standing::Marking(_, Carrying { ticket: Some(ticket), .. }) => {
                out.push(Action::Tell(ticket, Told::Cause(SmsCause::DISCONNECTED)));
            }
            standing @ (Standing::Waiting(..) | Standing::SavingEnd(_) | Standing::Over) => self.standing = standing,
            _ => {}
        }
    }

    fn time_passed(&mut self, now: Time, out: &mut Vec<Action>) {
        match &self.standing {
            Standing::Waiting(ticket, deadline) if *deadline <= now || self.terms.expires <= now => {
                out.push(Action::Tell(*ticket, Told::Cause(SmsCause::NO_PAGE_RESPONSE)));
                let end = End { outcome: Outcome::NoContact, cause: None, version: self.version.clone() };
                self.save(end, out);
            }
            Standing::SavingEnd(_) | Standing::Over => {}
            // Also with a message that was told to be late long ago.
            _ if self.terms.expires <= now || (!self.is_asked() && self.idle_until() <= now) => self.leave(out),
            _ => {
                if let Standing::Carrying(carrying) | Standing::Marking(_, carrying) = &mut self.standing
                    && carrying.deadline <= now
                    && let Some(ticket) = carrying.ticket.take()
                {
                    out.push(Action::Tell(ticket, Told::Cause(SmsCause::NO_ACKNOWLEDGMENT)));
                }
            }
        }
    }

    /// Lets the handset go, and ends.
    fn leave(&mut self, out: &mut Vec<Action>) {
        if !matches!(self.standing, Standing::SavingEnd(_) | Standing::Over) {
            out.push(Action::CloseSession);
        }
        self.end(out);
    }

    /// Ends, by what is known of the commit.
    fn end(&mut self, out: &mut Vec<Action>) {
        match std::mem::replace(&mut self.standing, Standing::Gone) {
            standing @ (Standing::SavingEnd(_) | Standing::Over) => {
                self.standing = standing;
                return;
            }
            Standing::Carrying(Carrying { ticket: Some(ticket), .. })
            | Standing::Marking(_, Carrying { ticket: Some(ticket), .. }) => {
                out.push(Action::Tell(ticket, Told::Cause(SmsCause::NO_ACKNOWLEDGMENT)));
            }
            Standing::Waiting(ticket, _) => {
                out.push(Action::Tell(ticket, Told::Cause(SmsCause::NO_PAGE_RESPONSE)));
            }
            _ => {}
        }
        let (outcome, cause) = match self.commit {
            Commit::NotAsked => (Outcome::Cancelled, None),
            Commit::Asked => (Outcome::InDoubt, Some(Cause::Silent("Commit Request"))),
            Commit::Accepted => (Outcome::Updated, None),
            Commit::Refused(code) => (Outcome::Rejected, Some(Cause::ResultCode { message: "Commit Request", code })),
        };
        self.save(End { outcome, cause, version: self.version.clone() }, out);
    }

    fn save(&mut self, end: End, out: &mut Vec<Action>) {
        out.push(Action::Persist(SAVING, Record { end: Some(end.clone()), ..Record::of(self.state()) }));
        self.standing = Standing::SavingEnd(end);
    }
}
