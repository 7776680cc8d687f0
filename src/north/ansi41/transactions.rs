//! The table of transactions: what we have asked and wait for, what others have asked and was answered.
//!
//! Unitdata in, unitdata out; no socket, no clock, no opinion on what an operation means. Everything in it is bounded, as a whole and for each peer,
//! and everything has a deadline. A query that comes again while it is being worked on is dropped, and later gets the answer that was kept. Called
//! by [`super::Signalling`].

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::hash::{BuildHasher, RandomState};

use crate::ansi41::codes::{ErrorCode, OperationCode, PAbortCause, Problem};
use crate::ansi41::parameters::{ParameterId, Parameters};
use crate::ansi41::sccp::{Address, ReturnCause, Unitdata};
use crate::ansi41::tcap::{Component, Content, Package, Step, TransactionId};
use crate::exchange::pushed::SmsCause;
use crate::limits;
use crate::words::{Time, spelled};

spelled! {
    /// What happens to packages, as it is counted.
    Happening {
        /// An invoke of ours left.
        Asked = "asked",
        /// It was answered by a result.
        Result = "result",
        /// It was answered by an error.
        Error = "error",
        /// It was answered by a reject.
        Rejected = "rejected",
        /// It was answered by an abort.
        Aborted = "aborted",
        /// It was not answered in time.
        Silent = "silent",
        /// It came back undelivered.
        Returned = "returned",
        /// The link was lost while it waited.
        Lost = "lost",
        /// An invoke of others came.
        Invoked = "invoked",
        /// It was answered.
        Answered = "answered",
        /// It came again.
        Duplicate = "duplicate",
        /// It found no room.
        NoRoom = "no_room",
        /// It was never answered here.
        Abandoned = "abandoned",
        /// An answer came for which nobody waits: too late, or never asked for.
        Late = "late",
        /// A package could not be read, or makes no sense here.
        Malformed = "malformed",
    }
}

/// Names an invoke of others, which gets one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ticket(u64);

/// What became of an invoke of ours.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It was done.
    Result(Parameters<'static>),
    /// It was refused.
    Error(ErrorCode, Parameters<'static>),
    /// It was not understood.
    Rejected(Problem),
    /// The other side gave it up.
    Aborted,
    /// It was not delivered.
    Returned(ReturnCause),
    /// No answer came in time.
    Silent,
    /// The answer makes no sense.
    Malformed,
}

/// The answer to an invoke of others.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Done.
    Result(Parameters<'static>),
    /// It cannot be done.
    Error(ErrorCode, Parameters<'static>),
    /// It was not understood.
    Reject(Problem),
}

/// An invoke of others.
#[derive(Clone, Debug, PartialEq)]
pub struct Invoke {
    /// Names the answer.
    pub ticket: Ticket,
    /// What to do.
    pub operation: OperationCode,
    /// With what.
    pub parameters: Parameters<'static>,
}

/// What comes of unitdata.
#[derive(Debug)]
pub enum Heard<W> {
    /// Others want something.
    Invoke(Invoke),
    /// Whoever waits gets this; and the other side this, where it waits too.
    Outcome(W, Outcome, Option<Unitdata>),
    /// The other side gets this.
    Send(Unitdata),
    /// Nothing.
    Nothing,
}

/// Transactions under way. `W` is whoever waits for the outcome of one of ours.
pub struct Transactions<W> {
    outgoing: HashMap<TransactionId, Outgoing<W>>,
    incoming: HashMap<Asker, Incoming>,
    tickets: HashMap<Ticket, Asker>,
    running: HashMap<Address, usize>,
    /// Answers in the order in which they are forgotten.
    kept: VecDeque<(Time, Asker, Ticket)>,
    deadlines: BTreeSet<(Time, Due)>,
    last_ticket: u64,
    digest: RandomState,
    bounds: Bounds,
}

/// How much there may be, and how long.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Invokes of ours.
    pub outgoing: usize,
    /// Invokes of others that are being worked on.
    pub running: usize,
    /// The same of one peer.
    pub running_of_peer: usize,
    /// Answers that are kept for queries that come again.
    pub kept: usize,
    /// Milliseconds that they are kept.
    pub keep_ms: u64,
    /// Milliseconds after which an invoke of others is given up here.
    pub work_ms: u64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            outgoing: limits::TCAP_ASKED,
            running: limits::TCAP_RUNNING,
            running_of_peer: limits::TCAP_RUNNING_OF_PEER,
            kept: limits::TCAP_KEPT,
            keep_ms: limits::TCAP_KEEP_MS,
            work_ms: limits::TCAP_WORK_MS,
        }
    }
}

/// A transaction of others: who, and what they call it.
type Asker = (Address, TransactionId);

struct Outgoing<W> {
    waiting: W,
    invoke_id: u8,
    deadline: Time,
}

struct Incoming {
    /// Of the query: another one under the same name is another transaction.
    digest: u64,
    /// Where the query went, and so where the answer comes from.
    called: Address,
    state: State,
}

enum State {
    Running {
        ticket: Ticket,
        invoke_id: Option<u8>,
        deadline: Time,
    },
    /// `instead`: what is answered if no link can carry that.
    Answered {
        octets: Vec<u8>,
        ticket: Ticket,
        instead: Option<Vec<u8>>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    Outgoing(TransactionId),
    Incoming(u64),
}

/// The response that says that the message of its result is too long for the link.
fn too_long(responding: TransactionId, correlation_id: u8) -> Vec<u8> {
    let parameters = Parameters::default().with_code(ParameterId::SMS_CAUSE_CODE, SmsCause::GENERAL.0);
    let result = Component::Result { last: true, correlation_id, parameters };
    Package::new(Step::Response { responding }, vec![result]).write()
}

/// There is no room for another invoke of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

impl<W> Transactions<W> {
    /// An empty table.
    pub fn new(bounds: Bounds) -> Self {
        Self {
            outgoing: HashMap::new(),
            incoming: HashMap::new(),
            tickets: HashMap::new(),
            running: HashMap::new(),
            kept: VecDeque::new(),
            deadlines: BTreeSet::new(),
            last_ticket: 0,
            digest: RandomState::new(),
            bounds,
        }
    }

    /// Begins a transaction of ours under this name, which nobody should be able to guess. Gives the query.
    pub fn ask(
        &mut self,
        originating: TransactionId,
        operation: OperationCode,
        parameters: Parameters<'_>,
        deadline: Time,
        waiting: W,
    ) -> Result<Vec<u8>, Full> {
        if self.outgoing.len() >= self.bounds.outgoing || self.outgoing.contains_key(&originating) {
            return Err(Full);
        }
        // Any will do: a transaction has one invoke.
        let invoke_id = originating.0 as u8;
        let invoke =
            Component::Invoke { last: true, invoke_id: Some(invoke_id), correlation_id: None, operation, parameters };
        let query = Package::new(Step::Query { originating, permission: true }, vec![invoke]);
        self.outgoing.insert(originating, Outgoing { waiting, invoke_id, deadline });
        self.deadlines.insert((deadline, Due::Outgoing(originating)));
        Ok(query.write())
    }

    /// Forgets a transaction of ours; whoever waits is given back.
    pub fn forget(&mut self, originating: TransactionId) -> Option<W> {
        let outgoing = self.outgoing.remove(&originating)?;
        self.deadlines.remove(&(outgoing.deadline, Due::Outgoing(originating)));
        Some(outgoing.waiting)
    }

    /// The link is lost, and with it perhaps every query of ours or its answer: whoever waits is given back, to ask again.
    pub fn lost(&mut self, count: &mut impl FnMut(Happening)) -> Vec<W> {
        let lost: Vec<_> = self.outgoing.keys().copied().collect();
        lost.into_iter().filter_map(|id| self.forget(id)).inspect(|_| count(Happening::Lost)).collect()
    }

    /// Takes what a peer sent.
    pub fn received(&mut self, now: Time, unitdata: Unitdata, count: &mut impl FnMut(Happening)) -> Heard<W> {
        let package = match Package::read(&unitdata.data) {
            Ok(package) => package,
            Err(error) => {
                count(Happening::Malformed);
                tracing::debug!(from = %unitdata.calling, %error, "a package that cannot be read");
                let answer = error.answer().map(|answer| back(&unitdata, answer.write()));
                // An answer to us that cannot be read ends its transaction all the same.
                let ours = error.step.and_then(Step::responding).and_then(|id| self.forget(id));
                return match (ours, answer) {
                    (Some(waiting), answer) => Heard::Outcome(waiting, Outcome::Malformed, answer),
                    (None, Some(answer)) => Heard::Send(answer),
                    (None, None) => Heard::Nothing,
                };
            }
        };
        match package.step {
            Step::Query { originating, permission } => {
                if permission {
                    self.queried(now, &unitdata, originating, &package, count)
                } else {
                    // All that is done here ends its transaction with the answer.
                    count(Happening::Malformed);
                    Heard::Send(back(
                        &unitdata,
                        Package::abort(originating, PAbortCause::PERMISSION_TO_RELEASE).write(),
                    ))
                }
            }
            Step::Response { responding } | Step::Abort { responding } => {
                self.answered(responding, &package, None, count)
            }
            Step::Conversation { originating, responding, .. } => {
                // Nothing here goes on behind the first answer: ours ends the transaction.
                let end = Package::new(Step::Response { responding: originating }, Vec::new());
                let strange = Package::abort(originating, PAbortCause::UNRECOGNIZED_TRANSACTION_ID);
                match self.answered(responding, &package, Some(back(&unitdata, end.write())), count) {
                    Heard::Nothing => Heard::Send(back(&unitdata, strange.write())),
                    heard => heard,
                }
            }
            Step::Unidirectional => {
                count(Happening::Malformed);
                Heard::Nothing
            }
        }
    }

    /// Takes what came back of ours.
    pub fn returned(&mut self, unitdata: &Unitdata, cause: ReturnCause, count: &mut impl FnMut(Happening)) -> Heard<W> {
        count(Happening::Returned);
        let step = Package::read(&unitdata.data).map_or_else(|error| error.step, |package| Some(package.step));
        match step {
            Some(Step::Query { originating, .. }) => match self.forget(originating) {
                Some(waiting) => Heard::Outcome(waiting, Outcome::Returned(cause), None),
                None => Heard::Nothing,
            },
            Some(Step::Response { responding }) if cause == ReturnCause::SEGMENTATION_FAILURE => {
                match self.incoming.get_mut(&(unitdata.called.clone(), responding)) {
                    Some(Incoming { state: State::Answered { octets, instead: Some(shorter), .. }, .. }) => {
                        // Kept for the query, if that comes again.
                        octets.clone_from(shorter);
                        Heard::Send(Unitdata { data: octets.clone(), ..unitdata.clone() })
                    }
                    _ => Heard::Nothing,
                }
            }
            _ => Heard::Nothing,
        }
    }

    fn queried(
        &mut self,
        now: Time,
        unitdata: &Unitdata,
        originating: TransactionId,
        package: &Package<'_>,
        count: &mut impl FnMut(Happening),
    ) -> Heard<W> {
        let asker = (unitdata.calling.clone(), originating);
        let digest = self.digest.hash_one(&unitdata.data);
        if let Some(known) = self.incoming.get(&asker).filter(|known| known.digest == digest) {
            count(Happening::Duplicate);
            return match &known.state {
                State::Running { .. } => Heard::Nothing,
                State::Answered { octets, .. } => Heard::Send(back(unitdata, octets.clone())),
            };
        }
        let reject = |correlation_id, problem| {
            let reject = Component::Reject { correlation_id, problem, parameters: Parameters::default() };
            back(unitdata, Package::new(Step::Response { responding: originating }, vec![reject]).write())
        };
        let (operation, invoke_id, parameters) = match package.components() {
            [Component::Invoke { last: true, invoke_id, correlation_id: None, operation, parameters }] => {
                (*operation, *invoke_id, parameters.clone().into_owned())
            }
            others => {
                count(Happening::Malformed);
                let (id, problem) = problem_of(others);
                return Heard::Send(reject(id, problem));
            }
        };
        count(Happening::Invoked);
        let peers = self.running.get(&unitdata.calling).copied().unwrap_or(0);
        if self.tickets.len() >= self.bounds.running || peers >= self.bounds.running_of_peer {
            count(Happening::NoRoom);
            return Heard::Send(back(unitdata, Package::abort(originating, PAbortCause::RESOURCE_UNAVAILABLE).write()));
        }
        // A name that is used again: what it named before is over for its sender.
        self.end(&asker);
        self.last_ticket += 1;
        let ticket = Ticket(self.last_ticket);
        let deadline = now.plus(self.bounds.work_ms);
        let state = State::Running { ticket, invoke_id, deadline };
        self.incoming.insert(asker.clone(), Incoming { digest, called: unitdata.called.clone(), state });
        self.tickets.insert(ticket, asker);
        self.deadlines.insert((deadline, Due::Incoming(ticket.0)));
        *self.running.entry(unitdata.calling.clone()).or_default() += 1;
        Heard::Invoke(Invoke { ticket, operation, parameters })
    }

    fn answered(
        &mut self,
        responding: TransactionId,
        package: &Package<'_>,
        reply: Option<Unitdata>,
        count: &mut impl FnMut(Happening),
    ) -> Heard<W> {
        let Some(invoke_id) = self.outgoing.get(&responding).map(|outgoing| outgoing.invoke_id) else {
            count(Happening::Late);
            return Heard::Nothing;
        };
        let outcome = match &package.content {
            Content::Abort(_) => Outcome::Aborted,
            Content::Components(components) => outcome_of(components.as_deref().unwrap_or_default(), invoke_id),
        };
        count(match outcome {
            Outcome::Result(_) => Happening::Result,
            Outcome::Error(..) => Happening::Error,
            Outcome::Rejected(_) => Happening::Rejected,
            Outcome::Aborted => Happening::Aborted,
            _ => Happening::Malformed,
        });
        match self.forget(responding) {
            Some(waiting) => Heard::Outcome(waiting, outcome, reply),
            None => Heard::Nothing,
        }
    }

    /// Answers an invoke of others. `None` where its time is over.
    pub fn answer(
        &mut self,
        now: Time,
        ticket: Ticket,
        answer: Answer,
        count: &mut impl FnMut(Happening),
    ) -> Option<Unitdata> {
        let asker = self.tickets.get(&ticket)?.clone();
        let incoming = self.incoming.get_mut(&asker)?;
        let State::Running { invoke_id, deadline, .. } = incoming.state else { return None };
        let carries =
            matches!(&answer, Answer::Result(result) if result.octets(ParameterId::SMS_BEARER_DATA).is_some());
        let instead = invoke_id.filter(|_| carries).map(|correlation_id| too_long(asker.1, correlation_id));
        let component = invoke_id.map(|correlation_id| match answer {
            Answer::Result(parameters) => Component::Result { last: true, correlation_id, parameters },
            Answer::Error(error, parameters) => Component::Error { correlation_id, error, parameters },
            Answer::Reject(problem) => {
                Component::Reject { correlation_id: Some(correlation_id), problem, parameters: Parameters::default() }
            }
        });
        let response = Package::new(Step::Response { responding: asker.1 }, component.into_iter().collect());
        let octets = response.write();
        incoming.state = State::Answered { octets: octets.clone(), ticket, instead };
        let unitdata =
            Unitdata { called: asker.0.clone(), calling: incoming.called.clone(), data: octets, ..Unitdata::default() };
        count(Happening::Answered);
        self.tickets.remove(&ticket);
        self.deadlines.remove(&(deadline, Due::Incoming(ticket.0)));
        self.one_less(&asker.0);
        if self.kept.len() >= self.bounds.kept {
            self.forget_oldest();
        }
        self.kept.push_back((now.plus(self.bounds.keep_ms), asker, ticket));
        Some(unitdata)
    }

    /// The next moment at which [`Self::time_passed`] has something to do.
    pub fn deadline(&self) -> Option<Time> {
        let due = self.deadlines.first().map(|(time, _)| *time);
        let kept = self.kept.front().map(|(time, ..)| *time);
        due.into_iter().chain(kept).min()
    }

    /// Gives up what is over. Gives those whose invoke was not answered.
    pub fn time_passed(&mut self, now: Time, count: &mut impl FnMut(Happening)) -> Vec<W> {
        let mut silent = Vec::new();
        while let Some(&(time, due)) = self.deadlines.first().filter(|(time, _)| *time <= now) {
            self.deadlines.remove(&(time, due));
            match due {
                Due::Outgoing(id) => {
                    if let Some(outgoing) = self.outgoing.remove(&id) {
                        count(Happening::Silent);
                        silent.push(outgoing.waiting);
                    }
                }
                Due::Incoming(ticket) => {
                    if let Some(asker) = self.tickets.get(&Ticket(ticket)).cloned() {
                        count(Happening::Abandoned);
                        self.end(&asker);
                    }
                }
            }
        }
        while self.kept.front().is_some_and(|(time, ..)| *time <= now) {
            self.forget_oldest();
        }
        silent
    }

    /// How many there are: of ours, of others that are being worked on, and kept answers.
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.outgoing.len(), self.tickets.len(), self.kept.len())
    }

    /// Ends a transaction of others, if it is here.
    fn end(&mut self, asker: &Asker) {
        let Some(incoming) = self.incoming.remove(asker) else { return };
        if let State::Running { ticket, deadline, .. } = incoming.state {
            self.tickets.remove(&ticket);
            self.deadlines.remove(&(deadline, Due::Incoming(ticket.0)));
            self.one_less(&asker.0);
        }
    }

    fn forget_oldest(&mut self) {
        let Some((_, asker, ticket)) = self.kept.pop_front() else { return };
        // Its name may have been used again since.
        let is_it = |known: &Incoming| matches!(known.state, State::Answered { ticket: kept, .. } if kept == ticket);
        if self.incoming.get(&asker).is_some_and(is_it) {
            self.incoming.remove(&asker);
        }
    }

    fn one_less(&mut self, peer: &Address) {
        if let Some(running) = self.running.get_mut(peer) {
            *running -= 1;
            if *running == 0 {
                self.running.remove(peer);
            }
        }
    }
}

/// What is wrong with the components of a query that are not one invoke.
fn problem_of(components: &[Component<'_>]) -> (Option<u8>, Problem) {
    match components.first() {
        Some(Component::Invoke { invoke_id, correlation_id: Some(_), .. }) => {
            (*invoke_id, Problem::INVOKE_UNRECOGNIZED_CORRELATION_ID)
        }
        Some(Component::Invoke { invoke_id, .. }) => (*invoke_id, Problem::INCORRECT_COMPONENT_PORTION),
        Some(Component::Result { correlation_id, .. }) => {
            (Some(*correlation_id), Problem::RESULT_UNRECOGNIZED_CORRELATION_ID)
        }
        Some(Component::Error { correlation_id, .. }) => {
            (Some(*correlation_id), Problem::ERROR_UNRECOGNIZED_CORRELATION_ID)
        }
        Some(Component::Reject { .. }) | None => (None, Problem::INCORRECT_COMPONENT_PORTION),
    }
}

/// What the answer to our invoke says.
fn outcome_of(components: &[Component<'_>], invoke_id: u8) -> Outcome {
    for component in components {
        match component {
            Component::Result { correlation_id, parameters, .. } if *correlation_id == invoke_id => {
                return Outcome::Result(parameters.clone().into_owned());
            }
            Component::Error { correlation_id, error, parameters } if *correlation_id == invoke_id => {
                return Outcome::Error(*error, parameters.clone().into_owned());
            }
            Component::Reject { correlation_id, problem, .. } if correlation_id.is_none_or(|id| id == invoke_id) => {
                return Outcome::Rejected(*problem);
            }
            _ => {}
        }
    }
    Outcome::Malformed
}

/// Octets back to whom unitdata came from.
fn back(unitdata: &Unitdata, data: Vec<u8>) -> Unitdata {
    Unitdata {
        called: unitdata.calling.clone(),
        calling: unitdata.called.clone(),
        in_sequence: unitdata.in_sequence,
        data,
        ..Unitdata::default()
    }
}
