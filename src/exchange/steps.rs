//! The states of an exchange that this server drives, a struct for each, both ways (bs-first, dialect `is683`).
//!
//! ```text
//! Requested → Discovering → AwaitPublic → AwaitKeyAccepted → AwaitMobileResult → AwaitKey
//!           → [perform: SavingPending → Staging] → SavingCommitSent → AwaitCommit → SavingCommitted → Activating → SavingEnd
//! ```
//!
//! A state is consumed by what happens to it and gives the next one, so an illegal step does not compile. The two ways differ in
//! [`Half`] alone: who makes BS_RESULT and who takes MS_RESULT. Never called but by [`super::Exchange::handle`].

use std::sync::Arc;

use akeyd_hw::{AKey, Element, Exponent};

use crate::limits;
use crate::words::{Dialect, Outcome, State, Time, Way};

use super::choice::{Capability, Choice, choose};
use super::messages::{self, Request};
use super::north::{Ask, NorthAnswer, PublicValues};
use super::{
    Action, Call, Cause, End, Event, NorthFault, PowerFault, Record, South, SouthAnswer, SouthRequest, Tag, Terms,
    Version,
};

/// What outlives the single state: where the exchange stands and what it waits for.
#[derive(Default)]
pub(super) struct Course {
    pub(super) state: State,
    pub(super) choice: Option<(Way, Dialect)>,
    pub(super) deadline: Option<Time>,
    capability: Option<Capability>,
    version: Version,
    last_tag: u32,
    call: Call,
    /// Sessions that were lost under way.
    losses: u32,
    /// Whether the handset ever came.
    seen: bool,
    /// Whether the north holds something of this exchange that must be discarded when it fails.
    north_holds: bool,
}

/// Where the exchange stands, with all that is needed to go on.
pub(super) enum Stage {
    Requested(Requested),
    Discovering(Discovering),
    AwaitPublic(AwaitPublic),
    AwaitKeyAccepted(AwaitKeyAccepted),
    AwaitMobileResult(AwaitMobileResult),
    AwaitKey(AwaitKey),
    SavingPending(SavingPending),
    Staging(Staging),
    SavingCommitSent(SavingCommitSent),
    AwaitCommit(AwaitCommit),
    SavingDoubt(SavingDoubt),
    InDoubt(InDoubt),
    SavingCommitted(SavingCommitted),
    Activating(Activating),
    Discarding(Discarding),
    SavingEnd(SavingEnd),
}

/// The network's half of the exchange: what differs between the ways.
pub(super) enum Half {
    /// We hold y.
    Perform { y: Arc<Exponent> },
    /// The authentication centre holds y.
    Relay,
}

/// Asked for; the handset is not here.
pub(super) struct Requested;

/// The handset was asked what it supports.
pub(super) struct Discovering {
    otasp: Tag,
    nodes_version: Tag,
    nodes_revisions: Tag,
    open: u32,
    found: Capability,
}

/// BS_RESULT is being made, by us or by the authentication centre.
pub(super) struct AwaitPublic {
    choice: Choice,
}

/// The handset has P and G.
pub(super) struct AwaitKeyAccepted {
    tag: Tag,
    half: Half,
    bs_result: Vec<u8>,
}

/// The handset has BS_RESULT and computes.
pub(super) struct AwaitMobileResult {
    tag: Tag,
    half: Half,
    p_octets: usize,
}

/// MS_RESULT is here; K is being computed, by us or by the authentication centre.
pub(super) struct AwaitKey {
    way: Way,
}

/// Perform: the pending key is on its way to the disk.
pub(super) struct SavingPending {
    key: AKey,
}

/// Perform: the authentication centre is taking the key beside the one in use.
pub(super) struct Staging;

/// The mark that a Commit Request leaves is on its way to the disk.
pub(super) struct SavingCommitSent;

/// The Commit Request has left.
pub(super) struct AwaitCommit {
    tag: Tag,
}

/// The mark that the handset may use either key is on its way to the disk.
pub(super) struct SavingDoubt {
    tag: Tag,
    cause: Cause,
    /// Whether the handset came back meanwhile, without its Commit Response.
    back: bool,
}

/// The Commit Response never came. It may still come, in a later session.
pub(super) struct InDoubt {
    tag: Tag,
    cause: Cause,
}

/// The handset uses the new key; the record of it is on its way to the disk.
pub(super) struct SavingCommitted;

/// The authentication centre is making the new key live.
pub(super) struct Activating {
    attempts: u32,
}

/// The exchange failed; the north is told to forget it.
pub(super) struct Discarding {
    end: End,
    attempts: u32,
}

/// The outcome is on its way to the disk.
pub(super) struct SavingEnd {
    end: End,
}

/// What a step works with, besides its own state.
struct Step<'a> {
    now: Time,
    terms: &'a Terms,
    course: &'a mut Course,
    out: &'a mut Vec<Action>,
}

impl Stage {
    pub(super) fn start() -> Self {
        Self::Requested(Requested)
    }

    /// Takes what happened; `None` when the exchange is over.
    pub(super) fn handle(
        self,
        now: Time,
        event: Event,
        terms: &Terms,
        course: &mut Course,
        out: &mut Vec<Action>,
    ) -> Option<Self> {
        if let Event::Public(call, _) | Event::Shared(call, _) | Event::Durable(call) | Event::North(call, _) = &event
            && *call != course.call
        {
            return Some(self);
        }
        let mut step = Step { now, terms, course, out };
        match event {
            Event::Timer => Some(self.time_passed(&mut step)),
            Event::SessionLost => Some(self.session_lost(&mut step)),
            event => self.advance(event, &mut step),
        }
    }

    fn advance(self, event: Event, step: &mut Step<'_>) -> Option<Self> {
        Some(match (self, event) {
            (Self::Requested(state), Event::Opened(known)) => state.opened(known, step),
            (Self::Discovering(state), Event::Answered(tag, answer)) => state.answered(tag, answer, step),
            (Self::AwaitPublic(state), Event::Public(_, Ok((y, bs_result)))) => state.made(y, bs_result, step),
            (Self::AwaitPublic(_), Event::Public(_, Err(fault))) => step.fail(Outcome::Failed, fault.into()),
            (Self::AwaitPublic(state), Event::North(_, Ok(NorthAnswer::PublicValues(values)))) => {
                state.given(values, step)
            }
            (Self::AwaitKeyAccepted(state), Event::Answered(tag, answer)) if tag == state.tag => {
                state.answered(answer, step)
            }
            (Self::AwaitMobileResult(state), Event::Answered(tag, answer)) if tag == state.tag => {
                state.answered(answer, step)
            }
            (Self::AwaitKey(state), Event::Shared(_, Ok(shared))) => state.computed(shared.a_key(), step),
            (Self::AwaitKey(_), Event::Shared(_, Err(fault))) => step.fail(Outcome::Failed, fault.into()),
            (Self::AwaitKey(state), Event::North(_, Ok(_))) => state.generated(step),
            (Self::SavingPending(state), Event::Durable(_)) => state.durable(step),
            (Self::Staging(_), Event::North(_, Ok(_))) => SavingCommitSent::enter(State::Staged, step),
            (Self::AwaitPublic(_) | Self::AwaitKey(_) | Self::Staging(_), Event::North(_, Err(fault))) => {
                step.fail(Outcome::AcFailed, fault.into())
            }
            (Self::SavingCommitSent(state), Event::Durable(_)) => state.durable(step),
            (Self::AwaitCommit(AwaitCommit { tag: due }), Event::Answered(tag, answer)) if tag == due => {
                AwaitCommit::answered(due, &answer, step)
            }
            (Self::SavingDoubt(state), Event::Opened(_)) => Self::SavingDoubt(SavingDoubt { back: true, ..state }),
            (Self::SavingDoubt(SavingDoubt { tag, cause, back: false }), Event::Durable(_)) => {
                Self::InDoubt(InDoubt { tag, cause })
            }
            // A Commit Response that comes in a later session settles the doubt.
            (
                Self::InDoubt(InDoubt { tag: due, .. }) | Self::SavingDoubt(SavingDoubt { tag: due, .. }),
                Event::Answered(tag, answer),
            ) if tag == due => AwaitCommit::answered(due, &answer, step),
            // The handset came back without it: a new exchange, whose commit supersedes both keys, is the way out.
            (Self::InDoubt(InDoubt { cause, .. }), Event::Opened(_))
            | (Self::SavingDoubt(SavingDoubt { cause, back: true, .. }), Event::Durable(_)) => {
                let end = step.end(Outcome::InDoubt, Some(cause));
                SavingEnd::enter(end, step)
            }
            (Self::SavingCommitted(_), Event::Durable(_)) => {
                step.out.push(Action::CloseSession);
                Activating::enter(0, step)
            }
            (Self::Activating(_), Event::North(_, Ok(_))) => {
                step.course.state = State::Activated;
                let end = step.end(Outcome::Updated, None);
                SavingEnd::enter(end, step)
            }
            (Self::Activating(state), Event::North(_, Err(_))) => {
                // Tried again until it is done: the handset uses the new key already.
                step.course.deadline = Some(step.now.plus(backoff_ms(state.attempts)));
                Self::Activating(state)
            }
            (Self::Discarding(Discarding { end, .. }), Event::North(_, Ok(_))) => SavingEnd::enter(end, step),
            (Self::Discarding(state), Event::North(_, Err(_))) => {
                step.course.deadline = Some(step.now.plus(backoff_ms(state.attempts)));
                Self::Discarding(state)
            }
            (Self::SavingEnd(state), Event::Durable(_)) => {
                step.out.push(Action::Finish(state.end));
                return None;
            }
            (state, _) => state,
        })
    }

    fn time_passed(self, step: &mut Step<'_>) -> Self {
        let due = step.course.deadline.is_some_and(|deadline| deadline <= step.now);
        let expired = step.terms.expires <= step.now && self.may_expire();
        match self {
            state if expired => {
                let outcome = if step.course.seen { Outcome::Expired } else { Outcome::NoContact };
                let end = step.end(outcome, (step.course.seen).then(|| Cause::Silent(state.waits_for())));
                step.finish(end)
            }
            state if !due => state,
            Self::Activating(state) => Activating::enter(state.attempts + 1, step),
            Self::Discarding(state) if state.attempts + 1 >= limits::DISCARD_ATTEMPTS => {
                SavingEnd::enter(state.end, step)
            }
            Self::Discarding(state) => Discarding::enter(state.end, state.attempts + 1, step),
            Self::AwaitPublic(_) | Self::AwaitKey(_) if step.way() == Way::Perform => {
                step.fail(Outcome::Failed, PowerFault::Failed.into())
            }
            Self::AwaitPublic(_) | Self::AwaitKey(_) | Self::Staging(_) => {
                step.fail(Outcome::AcFailed, NorthFault::Unreachable.into())
            }
            state => {
                step.out.push(Action::CloseSession);
                state.session_lost(step)
            }
        }
    }

    /// The handset is gone. Before the Commit Request has left nothing is lost: the exchange starts again at the next
    /// contact, with a fresh y. After it, doubt begins.
    fn session_lost(self, step: &mut Step<'_>) -> Self {
        match self {
            Self::AwaitCommit(state) => SavingDoubt::enter(state.tag, Cause::Silent(Request::Commit.name()), step),
            state @ (Self::Requested(_)
            | Self::SavingDoubt(_)
            | Self::InDoubt(_)
            | Self::SavingCommitted(_)
            | Self::Activating(_)
            | Self::Discarding(_)
            | Self::SavingEnd(_)) => state,
            under_way => {
                step.course.losses += 1;
                if step.course.losses >= limits::SESSIONS_PER_EXCHANGE {
                    return step.fail(Outcome::Failed, Cause::Silent(under_way.waits_for()));
                }
                step.course.call.0 += 1;
                step.course.state = State::Requested;
                step.course.deadline = None;
                Self::Requested(Requested)
            }
        }
    }

    fn waits_for(&self) -> &'static str {
        match self {
            Self::AwaitKeyAccepted(_) => Request::MsKey.name(),
            Self::AwaitMobileResult(_) => Request::KeyGeneration.name(),
            Self::Discovering(_) => Request::Capability.name(),
            _ => "session",
        }
    }

    /// Whether the exchange can still be given up: no Commit Request has left, and it is not ending already.
    pub(super) fn may_expire(&self) -> bool {
        !matches!(
            self,
            Self::AwaitCommit(_)
                | Self::SavingDoubt(_)
                | Self::InDoubt(_)
                | Self::SavingCommitted(_)
                | Self::Activating(_)
                | Self::Discarding(_)
                | Self::SavingEnd(_)
        )
    }

    /// Whether the handset may use either key.
    pub(super) fn is_in_doubt(&self) -> bool {
        matches!(self, Self::SavingDoubt(_) | Self::InDoubt(_))
    }
}

impl Requested {
    fn opened(self, known: Option<Capability>, step: &mut Step<'_>) -> Stage {
        step.course.seen = true;
        step.course.state = State::InSession;
        step.wait_for_handset();
        match known {
            Some(capability) => choose_and_begin(capability, step),
            None => Discovering::enter(step),
        }
    }
}

impl Discovering {
    fn enter(step: &mut Step<'_>) -> Stage {
        let (otasp, nodes_version, nodes_revisions) = (step.tag(), step.tag(), step.tag());
        step.out.push(Action::South(vec![
            South { tag: otasp, request: SouthRequest::Carry(messages::capability_request()) },
            South { tag: nodes_version, request: SouthRequest::Read("Ver") },
            South { tag: nodes_revisions, request: SouthRequest::Read("Revisions") },
        ]));
        let found = Capability::default();
        Stage::Discovering(Self { otasp, nodes_version, nodes_revisions, open: 3, found })
    }

    fn answered(mut self, tag: Tag, answer: SouthAnswer, step: &mut Step<'_>) -> Stage {
        if tag == self.otasp {
            if let Err(cause) = messages::take_capability(&answer, &mut self.found) {
                return step.fail(Outcome::Failed, cause);
            }
        } else if tag == self.nodes_version {
            self.found.nodes_version = messages::number(&answer);
        } else if tag == self.nodes_revisions {
            self.found.nodes_revisions = messages::numbers(&answer);
        } else {
            return Stage::Discovering(self);
        }
        self.open -= 1;
        if self.open > 0 {
            return Stage::Discovering(self);
        }
        step.out.push(Action::Remember(self.found.clone()));
        choose_and_begin(self.found, step)
    }
}

fn choose_and_begin(capability: Capability, step: &mut Step<'_>) -> Stage {
    step.course.version.feature_p_rev.clone_from(&capability.key_exchange);
    let terms = step.terms;
    match choose(&capability, &terms.policy, terms.order, terms.kind) {
        Ok(choice) => {
            step.course.capability = Some(capability);
            step.course.choice = Some((choice.way, choice.dialect));
            step.course.version.a_key_p_rev = Some(choice.a_key_p_rev.0);
            AwaitPublic::enter(choice, step)
        }
        Err(cause) => step.fail(Outcome::Unsupported, cause),
    }
}

impl AwaitPublic {
    fn enter(choice: Choice, step: &mut Step<'_>) -> Stage {
        let call = step.call();
        match choice.way {
            Way::Perform => step.out.push(Action::MakePublic {
                call,
                group: step.terms.group.clone(),
                exponent_bits: step.terms.exponent_bits,
            }),
            Way::Relay => {
                step.course.north_holds = true;
                step.out.push(Action::Ask(call, Ask::PublicValues { revisions: vec![choice.a_key_p_rev.0] }));
            }
        }
        step.wait_for_north();
        Stage::AwaitPublic(Self { choice })
    }

    fn made(self, y: Arc<Exponent>, bs_result: Vec<u8>, step: &mut Step<'_>) -> Stage {
        let group = &step.terms.group;
        let values = PublicValues {
            a_key_p_rev: self.choice.a_key_p_rev.0,
            param_p: group.p().to_vec(),
            param_g: group.g().to_vec(),
            bs_result,
        };
        AwaitKeyAccepted::enter(Half::Perform { y }, values, step)
    }

    fn given(self, values: PublicValues, step: &mut Step<'_>) -> Stage {
        match messages::check_public_values(&values) {
            Ok(()) => AwaitKeyAccepted::enter(Half::Relay, values, step),
            Err(cause) => step.fail(Outcome::AcFailed, cause),
        }
    }
}

impl AwaitKeyAccepted {
    fn enter(half: Half, values: PublicValues, step: &mut Step<'_>) -> Stage {
        match messages::ms_key_request(&values) {
            Ok(octets) => {
                let tag = step.carry(octets);
                Stage::AwaitKeyAccepted(Self { tag, half, bs_result: values.bs_result })
            }
            Err(cause) => step.fail(Outcome::Failed, cause),
        }
    }

    fn answered(self, answer: SouthAnswer, step: &mut Step<'_>) -> Stage {
        if let Err(refusal) = messages::ms_key_accepted(&answer) {
            return step.fail(refusal.outcome, refusal.cause);
        }
        match messages::key_generation_request(&self.bs_result) {
            Ok(octets) => {
                let tag = step.carry(octets);
                Stage::AwaitMobileResult(AwaitMobileResult { tag, half: self.half, p_octets: self.bs_result.len() })
            }
            Err(cause) => step.fail(Outcome::Failed, cause),
        }
    }
}

impl AwaitMobileResult {
    fn answered(self, answer: SouthAnswer, step: &mut Step<'_>) -> Stage {
        let ms_result = match messages::ms_result(&answer, self.p_octets) {
            Ok(value) => value,
            Err(refusal) => return step.fail(refusal.outcome, refusal.cause),
        };
        match self.half {
            Half::Perform { y } => match step.terms.group.check(&ms_result) {
                Ok(element) => AwaitKey::compute(element, y, step),
                Err(error) => {
                    let message = Request::KeyGeneration.name();
                    step.fail(Outcome::Failed, Cause::BadAnswer { message, what: format!("MS_RESULT {error}") })
                }
            },
            Half::Relay => {
                let call = step.call();
                step.out.push(Action::Ask(call, Ask::Generate { ms_result }));
                step.wait_for_north();
                Stage::AwaitKey(AwaitKey { way: Way::Relay })
            }
        }
    }
}

impl AwaitKey {
    fn compute(ms_result: Element, y: Arc<Exponent>, step: &mut Step<'_>) -> Stage {
        let call = step.call();
        step.out.push(Action::Share { call, group: step.terms.group.clone(), ms_result, y });
        step.wait_for_north();
        Stage::AwaitKey(Self { way: Way::Perform })
    }

    fn computed(self, key: AKey, step: &mut Step<'_>) -> Stage {
        step.course.state = State::Pending;
        let call = step.call();
        step.out.push(Action::Persist(call, Record { state: State::Pending, end: None, key: Some(key.copy()) }));
        Stage::SavingPending(SavingPending { key })
    }

    fn generated(self, step: &mut Step<'_>) -> Stage {
        match self.way {
            Way::Relay => SavingCommitSent::enter(State::Pending, step),
            Way::Perform => Stage::AwaitKey(self),
        }
    }
}

impl SavingPending {
    fn durable(self, step: &mut Step<'_>) -> Stage {
        step.course.north_holds = true;
        let call = step.call();
        step.out.push(Action::Ask(call, Ask::Stage { key: self.key }));
        step.wait_for_north();
        Stage::Staging(Staging)
    }
}

impl SavingCommitSent {
    fn enter(from: State, step: &mut Step<'_>) -> Stage {
        step.course.state = from;
        step.course.deadline = None;
        let call = step.call();
        step.out.push(Action::Persist(call, Record { state: State::CommitSent, end: None, key: None }));
        Stage::SavingCommitSent(Self)
    }

    fn durable(self, step: &mut Step<'_>) -> Stage {
        step.course.state = State::CommitSent;
        let tag = step.carry(messages::commit_request());
        Stage::AwaitCommit(AwaitCommit { tag })
    }
}

impl AwaitCommit {
    fn answered(tag: Tag, answer: &SouthAnswer, step: &mut Step<'_>) -> Stage {
        match messages::committed(answer) {
            messages::Committed::Yes => {
                step.course.state = State::Committed;
                step.course.deadline = None;
                let call = step.call();
                step.out.push(Action::Persist(call, Record { state: State::Committed, end: None, key: None }));
                Stage::SavingCommitted(SavingCommitted)
            }
            messages::Committed::No(refusal) => step.fail(refusal.outcome, refusal.cause),
            messages::Committed::Unknown(cause) => {
                step.out.push(Action::CloseSession);
                SavingDoubt::enter(tag, cause, step)
            }
        }
    }
}

impl SavingDoubt {
    fn enter(tag: Tag, cause: Cause, step: &mut Step<'_>) -> Stage {
        step.course.deadline = None;
        let end = step.end(Outcome::InDoubt, Some(cause.clone()));
        let call = step.call();
        step.out.push(Action::Persist(call, Record { state: State::CommitSent, end: Some(end), key: None }));
        Stage::SavingDoubt(Self { tag, cause, back: false })
    }
}

impl Activating {
    fn enter(attempts: u32, step: &mut Step<'_>) -> Stage {
        let way = step.way();
        let call = step.call();
        step.out.push(Action::Ask(call, Ask::Activate(way)));
        step.wait_for_north();
        Stage::Activating(Self { attempts })
    }
}

impl Discarding {
    fn enter(end: End, attempts: u32, step: &mut Step<'_>) -> Stage {
        let way = step.way();
        let call = step.call();
        step.out.push(Action::Ask(call, Ask::Discard(way)));
        step.wait_for_north();
        Stage::Discarding(Self { end, attempts })
    }
}

impl SavingEnd {
    fn enter(end: End, step: &mut Step<'_>) -> Stage {
        step.course.deadline = None;
        let call = step.call();
        let record = Record { state: step.course.state, end: Some(end.clone()), key: None };
        step.out.push(Action::Persist(call, record));
        Stage::SavingEnd(Self { end })
    }
}

impl Step<'_> {
    fn tag(&mut self) -> Tag {
        self.course.last_tag += 1;
        Tag(self.course.last_tag)
    }

    fn call(&mut self) -> Call {
        self.course.call.0 += 1;
        self.course.call
    }

    fn way(&self) -> Way {
        self.course.choice.map_or(Way::Perform, |(way, _)| way)
    }

    fn carry(&mut self, octets: Vec<u8>) -> Tag {
        let tag = self.tag();
        self.out.push(Action::South(vec![South { tag, request: SouthRequest::Carry(octets) }]));
        self.wait_for_handset();
        tag
    }

    fn wait_for_handset(&mut self) {
        self.course.deadline = Some(self.now.plus(self.terms.step_ms));
    }

    fn wait_for_north(&mut self) {
        self.course.deadline = Some(self.now.plus(self.terms.north_ms));
    }

    fn end(&self, outcome: Outcome, cause: Option<Cause>) -> End {
        End { outcome, cause, version: self.course.version.clone() }
    }

    fn fail(&mut self, outcome: Outcome, cause: Cause) -> Stage {
        let end = self.end(outcome, Some(cause));
        self.finish(end)
    }

    /// Ends an exchange whose new key is live nowhere: the handset is let go, the north forgets what it holds.
    fn finish(&mut self, end: End) -> Stage {
        self.out.push(Action::CloseSession);
        if self.course.north_holds { Discarding::enter(end, 0, self) } else { SavingEnd::enter(end, self) }
    }
}

/// Milliseconds until the next try after `attempts` failed ones: 1, 2, 4 … 64 seconds.
fn backoff_ms(attempts: u32) -> u64 {
    1_000 << attempts.min(6)
}
