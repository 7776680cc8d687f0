//! An exchange that an OTAF drives: it attaches to a handset, sends forward messages of any type, and gets the reverse ones, octet
//! for octet (the MSC's part in ANSI-41 SMDPP).
//!
//! Looks at no more of a message than tells how the exchange ends: whether a Commit Response said 0. Never computes, never asks.
//! Called by [`super::Exchange`].

use crate::is683::{OtaspMsgType, ResultCode};
use crate::words::{Outcome, State, Time};

use super::messages;
use super::{Action, Call, Cause, End, Event, Record, South, SouthAnswer, SouthRequest, Tag, Terms, Version};

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
    /// Session not active.
    pub const NO_SESSION: Self = Self(108);
    /// The handset ended the session.
    pub const DISCONNECTED: Self = Self(110);
}

/// The handset as the OTAF holds it.
pub(super) struct Attachment {
    standing: Standing,
    expires: Time,
    answer_ms: u64,
    last_tag: Tag,
    /// The forward message last carried, and its answer if that came too late to be told.
    last: Option<(Vec<u8>, Option<Vec<u8>>)>,
    commit: Commit,
    version: Version,
}

enum Standing {
    /// The handset is being waited for.
    Waiting(Ticket, Time),
    /// It is here and idle.
    Open,
    /// It has a message.
    Carrying(Carrying),
    /// It left; the OTAF does not know yet, or has not let go.
    Gone,
    /// The outcome is on its way to the disk.
    SavingEnd(End),
    Over,
}

struct Carrying {
    /// The push that waits; `None` once it was told that the answer is late.
    ticket: Option<Ticket>,
    tag: Tag,
    deadline: Time,
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

impl Attachment {
    pub(super) fn new(ticket: Ticket, now: Time, terms: &Terms) -> Self {
        Self {
            standing: Standing::Waiting(ticket, now.plus(terms.north_ms)),
            expires: terms.expires,
            answer_ms: terms.north_ms,
            last_tag: Tag(0),
            last: None,
            commit: Commit::NotAsked,
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

    pub(super) fn deadline(&self) -> Option<Time> {
        match &self.standing {
            Standing::Waiting(_, deadline) => Some((*deadline).min(self.expires)),
            Standing::Carrying(Carrying { ticket: Some(_), deadline, .. }) => Some((*deadline).min(self.expires)),
            Standing::SavingEnd(_) | Standing::Over => None,
            _ => Some(self.expires),
        }
    }

    pub(super) fn handle(&mut self, now: Time, event: Event, out: &mut Vec<Action>) {
        match event {
            Event::Opened(_) => self.opened(out),
            Event::Pushed(Push::Forward(ticket, octets)) => self.forward(now, ticket, octets, out),
            Event::Pushed(Push::Release(ticket)) => {
                out.push(Action::Tell(ticket, Told::Released));
                self.let_go(out);
            }
            Event::Answered(tag, answer) => self.answered(tag, answer, out),
            Event::SessionLost => self.session_lost(out),
            Event::Timer => self.time_passed(now, out),
            Event::Durable(SAVING) => {
                if let Standing::SavingEnd(end) = std::mem::replace(&mut self.standing, Standing::Over) {
                    out.push(Action::Finish(end));
                }
            }
            _ => {}
        }
    }

    fn opened(&mut self, out: &mut Vec<Action>) {
        match self.standing {
            Standing::Waiting(ticket, _) => {
                out.push(Action::Tell(ticket, Told::Attached));
                self.standing = Standing::Open;
            }
            Standing::Gone => self.standing = Standing::Open,
            _ => {}
        }
    }

    fn forward(&mut self, now: Time, ticket: Ticket, octets: Vec<u8>, out: &mut Vec<Action>) {
        if let Some((last, late)) = &mut self.last
            && *last == octets
            && let Some(reverse) = late.take()
        {
            // A repeat of a message whose answer came late: nothing runs twice.
            out.push(Action::Tell(ticket, Told::Reverse(reverse)));
            return;
        }
        match &mut self.standing {
            Standing::Open => {
                self.last_tag.0 += 1;
                let tag = self.last_tag;
                if octets.first() == Some(&OtaspMsgType::COMMIT.0) {
                    self.commit = Commit::Asked;
                }
                self.last = Some((octets.clone(), None));
                out.push(Action::South(vec![South { tag, request: SouthRequest::Carry(octets) }]));
                let deadline = now.plus(self.answer_ms);
                self.standing = Standing::Carrying(Carrying { ticket: Some(ticket), tag, deadline });
            }
            Standing::Carrying(carrying) => {
                let repeated = self.last.as_ref().is_some_and(|(last, _)| *last == octets);
                if repeated && carrying.ticket.is_none() {
                    carrying.ticket = Some(ticket);
                    carrying.deadline = now.plus(self.answer_ms);
                } else {
                    out.push(Action::Tell(ticket, Told::Cause(SmsCause::DESTINATION_BUSY)));
                }
            }
            _ => out.push(Action::Tell(ticket, Told::Cause(SmsCause::NO_SESSION))),
        }
    }

    fn answered(&mut self, tag: Tag, answer: SouthAnswer, out: &mut Vec<Action>) {
        let Standing::Carrying(carrying) = &self.standing else { return };
        if carrying.tag != tag {
            return;
        }
        let ticket = carrying.ticket;
        self.standing = Standing::Open;
        match (answer, ticket) {
            (SouthAnswer::Reverse(octets), ticket) => {
                if let (Commit::Asked, [5, code, ..]) = (&self.commit, octets.as_slice()) {
                    let code = ResultCode(*code);
                    self.commit = if code == ResultCode::ACCEPTED { Commit::Accepted } else { Commit::Refused(code) };
                }
                match ticket {
                    Some(ticket) => out.push(Action::Tell(ticket, Told::Reverse(octets))),
                    None => self.last.iter_mut().for_each(|(_, late)| *late = Some(octets.clone())),
                }
            }
            (answer, ticket) => {
                if self.commit == Commit::Asked && messages::never_arrived(&answer) {
                    self.commit = Commit::NotAsked;
                }
                if let Some(ticket) = ticket {
                    out.push(Action::Tell(ticket, Told::Cause(SmsCause::NOT_SUPPORTED)));
                }
            }
        }
    }

    fn session_lost(&mut self, out: &mut Vec<Action>) {
        match std::mem::replace(&mut self.standing, Standing::Gone) {
            Standing::Carrying(Carrying { ticket: Some(ticket), .. }) => {
                out.push(Action::Tell(ticket, Told::Cause(SmsCause::DISCONNECTED)));
            }
            standing @ (Standing::Waiting(..) | Standing::SavingEnd(_) | Standing::Over) => self.standing = standing,
            _ => {}
        }
    }

    fn time_passed(&mut self, now: Time, out: &mut Vec<Action>) {
        match &mut self.standing {
            Standing::Waiting(ticket, deadline) if *deadline <= now || self.expires <= now => {
                out.push(Action::Tell(*ticket, Told::Cause(SmsCause::NO_PAGE_RESPONSE)));
                let end = End { outcome: Outcome::NoContact, cause: None, version: self.version.clone() };
                self.save(end, out);
            }
            Standing::Carrying(carrying) if carrying.deadline <= now => {
                if let Some(ticket) = carrying.ticket.take() {
                    out.push(Action::Tell(ticket, Told::Cause(SmsCause::NO_ACKNOWLEDGMENT)));
                }
            }
            Standing::SavingEnd(_) | Standing::Over => {}
            _ if self.expires <= now => self.let_go(out),
            _ => {}
        }
    }

    fn let_go(&mut self, out: &mut Vec<Action>) {
        match std::mem::replace(&mut self.standing, Standing::Gone) {
            standing @ (Standing::SavingEnd(_) | Standing::Over) => {
                self.standing = standing;
                return;
            }
            Standing::Carrying(Carrying { ticket: Some(ticket), .. }) => {
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
        out.push(Action::CloseSession);
        self.save(End { outcome, cause, version: self.version.clone() }, out);
    }

    fn save(&mut self, end: End, out: &mut Vec<Action>) {
        out.push(Action::Persist(SAVING, Record { state: self.state(), end: Some(end.clone()), key: None }));
        self.standing = Standing::SavingEnd(end);
    }
}
