//! Whole exchanges with a handset and a north written here: each way, each refusal, each loss.

use std::sync::Arc;

use akeyd_hw::{Backend, Base, Exponent, Group, Power};

mod binding;
mod nodes;
mod pushed;

use super::choice::{Capability, Policy, Wishes};
use super::north::{Ask, NorthAnswer, PublicValues};
use super::*;
use crate::is683::AKeyPRev;
use crate::limits;
use crate::words::{Outcome, Way};

/// The vector of the 512-bit group: y, x and what they make.
const Y: &str = "cbf09eaa93a766bddea706a25cbf99c567b81a65";
const MS_RESULT: &str = "91bf7a666f3902d6e9745ede65993280ed4cdf3ea3f898c0301bcd9167863a1bc4a11ea3c50926e351d55043619db53a4b6c020dca9f191ed2c87ee4569a2820";
const BS_RESULT: &str = "993b1c614cd7eff05e06f17c074ba59e302abadf8a9c1dc6a8f342081483425e3d90a0f3f05e5a34eb8f3c3402c9d993963b8273773ded179e43affdead01eb9";
const A_KEY: &str = "e0d83abf6441b6e7";

fn octets(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn terms(way: Way) -> Terms {
    Terms {
        id: ExchangeId(7),
        asked: Wishes::default(),
        policy: Policy { way: Some(way), dialect: None, revisions: vec![AKeyPRev::A_KEY], north_computes: true },
        order: Order::BsFirst,
        kind: Kind::AKey,
        group: Arc::new(Group::known("demo-512").unwrap()),
        exponent_bits: 160,
        expires: Time(1_000_000),
        step_ms: 600_000,
        north_ms: 10_000,
        push_ms: 10_000,
        calls: false,
        a_key_p_rev: None,
        probe: false,
        commit_without_ac: false,
        knows_exchanges: true,
    }
}

/// The handset comes; this is known of it.
fn opened(known: Option<Capability>) -> Event {
    Event::Opened { known, model: Model { survives_session: true, ..Model::default() } }
}

fn capable() -> Capability {
    Capability { key_exchange: vec![2], ..Capability::default() }
}

/// Plays store, compute and north, and writes down what was asked of each, until the handset is asked or all is over.
struct World {
    exchange: Exchange,
    now: Time,
    log: Vec<String>,
    staged: Option<Key>,
    end: Option<End>,
    /// Answers of the north that are to be refusals, by name of the question.
    north_refuses: &'static [&'static str],
    north_is_away: bool,
    closed: bool,
    temporary: Option<String>,
    /// Whether the handset may say any MS_RESULT: a relay passes it on unread.
    takes_any_ms_result: bool,
}

impl World {
    fn new(terms: Terms) -> Self {
        let exchange = Exchange::driven(terms);
        Self {
            exchange,
            now: Time(1_000),
            log: vec![],
            staged: None,
            end: None,
            north_refuses: &[],
            north_is_away: false,
            closed: false,
            temporary: None,
            takes_any_ms_result: false,
        }
    }

    /// Brings one event and everything that follows from it but the handset's answers; gives what is asked of the handset.
    fn bring(&mut self, event: Event) -> Vec<South> {
        let mut asked = Vec::new();
        let mut events = vec![event];
        while !events.is_empty() {
            for action in self.exchange.handle(self.now, events.remove(0)) {
                match action {
                    Action::South(requests) => asked.extend(requests),
                    Action::Sequence(requests) => {
                        self.log.push(format!("sequence of {}", requests.len()));
                        asked.extend(requests);
                    }
                    Action::CallHandset => self.log.push("call the handset".into()),
                    Action::Discard(..) => self.log.push("discard".into()),
                    Action::Forget => self.log.push("forget".into()),
                    Action::Temporary(node) => self.temporary = node,
                    Action::MakeBoth { call, group, exponent_bits, ms_result } => {
                        let y = Arc::new(Exponent::from_bytes(&octets(Y), exponent_bits).unwrap());
                        let run = |base| Power { group: group.clone(), base, exponent: y.clone() }.run(Backend::Scalar);
                        let bs_result = run(Base::Generator).unwrap().into_public();
                        let k = run(Base::Element(ms_result)).unwrap().into_shared().unwrap();
                        self.log.push("compute BS_RESULT and K".into());
                        events.push(Event::Both(call, Ok((bs_result, k))));
                    }
                    Action::CloseSession => self.closed = true,
                    Action::ForgetSouth => {}
                    Action::MakePublic { call, group, exponent_bits } => {
                        assert_eq!(exponent_bits, 160);
                        let y = Arc::new(Exponent::from_bytes(&octets(Y), 160).unwrap());
                        let power = Power { group, base: Base::Generator, exponent: Arc::clone(&y) };
                        let bs_result = power.run(Backend::Scalar).unwrap().into_public();
                        self.log.push("compute BS_RESULT".into());
                        events.push(Event::Public(call, Ok((y, bs_result))));
                    }
                    Action::Share { call, group, ms_result, y } => {
                        let power = Power { group, base: Base::Element(ms_result), exponent: y };
                        let shared = power.run(Backend::Scalar).unwrap().into_shared();
                        self.log.push("compute K".into());
                        events.push(Event::Shared(call, shared.map_err(|_| PowerFault::Trivial)));
                    }
                    Action::Persist(call, record) => {
                        let end = record.end.as_ref().map_or(String::new(), |end| format!(" {}", end.outcome));
                        let key = if record.key.is_some() { " with key" } else { "" };
                        self.log.push(format!("save {}{key}{end}", record.state));
                        events.push(Event::Durable(call));
                    }
                    Action::Remember(_) => self.log.push("remember".into()),
                    Action::Ask(call, ask) => {
                        let (name, answer) = self.answer(ask);
                        self.log.push(format!("ask {name}"));
                        let refused = self.north_refuses.contains(&name);
                        let answer = if self.north_is_away {
                            Err(NorthFault::Unreachable)
                        } else if refused {
                            Err(NorthFault::Refused(2))
                        } else {
                            Ok(answer)
                        };
                        events.push(Event::North(call, answer));
                    }
                    Action::Tell(ticket, told) => self.log.push(format!("tell {} {told:?}", ticket.0)),
                    Action::Finish(end) => self.end = Some(end),
                }
            }
        }
        asked
    }

    fn answer(&mut self, ask: Ask) -> (&'static str, NorthAnswer) {
        match ask {
            Ask::PublicValues { revisions, order, .. } => {
                assert_eq!(revisions, [2]);
                let group = Group::known("demo-512").unwrap();
                let (param_p, param_g) = (group.p().to_vec(), group.g().to_vec());
                let bs_result = (order == Order::BsFirst).then(|| octets(BS_RESULT));
                let values = PublicValues { a_key_p_rev: 2, param_p, param_g, bs_result };
                ("public values", NorthAnswer::PublicValues(values))
            }
            Ask::Generate { ms_result } => {
                assert!(self.takes_any_ms_result || ms_result == octets(MS_RESULT), "{ms_result:?}");
                let ms_first = self.exchange.terms.order == Order::MsFirst;
                let answer = if ms_first { NorthAnswer::BsResult(octets(BS_RESULT)) } else { NorthAnswer::Done };
                ("generate", answer)
            }
            Ask::Computed => ("computed", NorthAnswer::Done),
            Ask::Stage { key } => {
                self.staged = Some(key);
                ("stage", NorthAnswer::Done)
            }
            Ask::Activate(_) => ("activate", NorthAnswer::Done),
            Ask::Discard(_) => ("discard", NorthAnswer::Done),
        }
    }

    /// The one message that is carried, and the handset's answer to it.
    fn carry(&mut self, asked: &[South], first: u8, reverse: &[u8]) -> Vec<South> {
        let [South { tag, request: SouthRequest::Carry(octets) }] = asked else { panic!("{asked:?}") };
        assert_eq!(octets[0], first);
        self.bring(Event::Answered(*tag, SouthAnswer::Reverse(reverse.to_vec())))
    }

    /// Up to the Commit Request.
    fn until_commit(&mut self) -> Vec<South> {
        let asked = self.bring(opened(Some(capable())));
        let asked = self.carry(&asked, 2, &[2, 0]);
        let response = [&[3, 0, 64], octets(MS_RESULT).as_slice()].concat();
        self.carry(&asked, 3, &response)
    }

    fn outcome(&self) -> (Outcome, String) {
        let end = self.end.as_ref().expect("an end");
        (end.outcome, end.cause.as_ref().map(ToString::to_string).unwrap_or_default())
    }
}

#[test]
fn perform_stages_before_the_commit_and_activates_after_it() {
    let mut world = World::new(terms(Way::Perform));
    let asked = world.until_commit();
    assert_eq!(
        world.log,
        ["compute BS_RESULT", "compute K", "save pending with key", "ask stage", "save commit_sent"],
        "nothing may leave before it is durable and staged"
    );
    assert_eq!(world.staged.as_ref().unwrap().expose(), octets(A_KEY));
    assert_eq!(world.exchange.state(), State::CommitSent);
    assert!(world.carry(&asked, 5, &[5, 0]).is_empty());
    assert_eq!(world.log[5..], ["save committed", "ask activate", "save activated updated"]);
    assert_eq!(world.outcome().0, Outcome::Updated);
    assert_eq!(
        world.end.unwrap().version,
        Version { a_key_p_rev: Some(2), feature_p_rev: vec![2], ..Version::default() }
    );
    assert!(world.closed);
}

#[test]
fn relay_asks_and_never_computes() {
    let mut world = World::new(terms(Way::Relay));
    let asked = world.until_commit();
    world.carry(&asked, 5, &[5, 0]);
    assert_eq!(
        world.log,
        [
            "ask public values",
            "ask generate",
            "save commit_sent",
            "save committed",
            "ask activate",
            "save activated updated"
        ]
    );
    assert_eq!(world.outcome().0, Outcome::Updated);
}

#[test]
fn messages_are_the_standards_octets() {
    let mut world = World::new(terms(Way::Perform));
    let asked = world.bring(opened(Some(capable())));
    let group = Group::known("demo-512").unwrap();
    let expected = [&[2, 2, 64], group.p(), &[20], group.g()].concat();
    assert_eq!(asked[0].request, SouthRequest::Carry(expected));
    let asked = world.carry(&asked, 2, &[2, 0]);
    assert_eq!(asked[0].request, SouthRequest::Carry([&[3, 64], octets(BS_RESULT).as_slice()].concat()));
    let asked = world.carry(&asked, 3, &[&[3, 0, 64], octets(MS_RESULT).as_slice()].concat());
    assert_eq!(asked[0].request, SouthRequest::Carry(vec![5]));
}

#[test]
fn capability_is_asked_once_and_remembered() {
    let mut world = World::new(terms(Way::Perform));
    let asked = world.bring(opened(None));
    assert_eq!(asked.len(), 3);
    assert_eq!(asked[0].request, SouthRequest::Carry(vec![6]));
    assert_eq!(asked[1].request, SouthRequest::Read("Ver".into()));
    // MOB_FIRM_REV 1, MOB_MODEL 2, two features: NAM download 2 and key exchange 2; no additional fields.
    let capability = SouthAnswer::Reverse(vec![6, 0, 1, 2, 2, 0, 2, 1, 2, 0]);
    assert!(world.bring(Event::Answered(asked[0].tag, capability)).is_empty());
    assert!(world.bring(Event::Answered(asked[2].tag, SouthAnswer::Refused(404))).is_empty());
    let next = world.bring(Event::Answered(asked[1].tag, SouthAnswer::Refused(404)));
    assert!(matches!(&next[0].request, SouthRequest::Carry(octets) if octets[0] == 2));
    assert_eq!(world.log, ["remember", "compute BS_RESULT"]);
}

#[test]
fn a_handset_without_is683_is_unsupported() {
    for status in [404, 405, 406, 501] {
        let mut world = World::new(terms(Way::Perform));
        for South { tag, .. } in world.bring(opened(None)) {
            world.bring(Event::Answered(tag, SouthAnswer::Refused(status)));
        }
        assert_eq!(world.outcome().0, Outcome::Unsupported);
        assert_eq!(world.log, ["remember", "save in_session unsupported"], "nothing was computed");
    }
}

#[test]
fn every_result_code_names_message_and_meaning() {
    let mut world = World::new(terms(Way::Perform));
    let asked = world.bring(opened(Some(capable())));
    world.carry(&asked, 2, &[2, 10]);
    let (outcome, cause) = world.outcome();
    assert_eq!(outcome, Outcome::Rejected);
    assert!(cause.starts_with("MS Key Request: RESULT_CODE 10 ("), "{cause}");

    let mut world = World::new(terms(Way::Relay));
    let asked = world.bring(opened(Some(capable())));
    let asked = world.carry(&asked, 2, &[2, 0]);
    world.carry(&asked, 3, &[3, 4, 0]);
    assert_eq!(world.outcome().0, Outcome::Rejected);
    assert!(world.log.contains(&"discard".into()), "the centre holds y: {:?}", world.log);
}

#[test]
fn values_that_give_the_key_away_never_reach_a_power() {
    let p = octets(
        "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404ddef9519b3cd3a439dffffffffffffffff",
    );
    let mut top = p.clone();
    *top.last_mut().unwrap() -= 1;
    let above = vec![0xff; 64];
    for bad in [vec![0; 64], vec![1], top, p, above, vec![]] {
        let mut world = World::new(terms(Way::Perform));
        let asked = world.bring(opened(Some(capable())));
        let asked = world.carry(&asked, 2, &[2, 0]);
        let response = [&[3, 0, bad.len() as u8], bad.as_slice()].concat();
        world.carry(&asked, 3, &response);
        let (outcome, cause) = world.outcome();
        assert_eq!(outcome, Outcome::Failed);
        assert!(cause.starts_with("Key Generation Request: MS_RESULT"), "{cause}");
        assert_eq!(world.log, ["compute BS_RESULT", "save in_session failed"]);
    }
}

#[test]
fn a_wrong_answer_is_named() {
    for (reverse, what) in
        [(vec![5, 0], "answered by Commit Response"), (vec![], "otasp_msg_type"), (vec![2, 0, 0], "octet")]
    {
        let mut world = World::new(terms(Way::Perform));
        let asked = world.bring(opened(Some(capable())));
        world.bring(Event::Answered(asked[0].tag, SouthAnswer::Reverse(reverse)));
        let (outcome, cause) = world.outcome();
        assert_eq!(outcome, Outcome::Failed);
        assert!(cause.contains(what), "{cause}");
    }
}

#[test]
fn the_north_may_refuse_at_each_question() {
    for (refused, last) in [("public values", "discard"), ("generate", "discard")] {
        let mut world = World::new(terms(Way::Relay));
        world.north_refuses = if refused == "generate" { &["generate"] } else { &["public values"] };
        if refused == "generate" {
            world.until_commit();
        } else {
            world.bring(opened(Some(capable())));
        }
        assert_eq!(world.outcome().0, Outcome::AcFailed);
        assert!(world.log.contains(&last.to_owned()));
    }
    let mut world = World::new(terms(Way::Perform));
    world.north_refuses = &["stage"];
    assert!(world.until_commit().is_empty(), "no Commit Request without the centre's word");
    assert_eq!(world.outcome().0, Outcome::AcFailed);
}

#[test]
fn activation_is_asked_for_until_it_is_done() {
    let mut world = World::new(terms(Way::Perform));
    let asked = world.until_commit();
    world.north_is_away = true;
    world.carry(&asked, 5, &[5, 0]);
    assert!(world.end.is_none());
    for _ in 0..20 {
        world.now = world.exchange.deadline().expect("a next try");
        world.bring(Event::Timer);
    }
    assert!(world.end.is_none());
    world.north_is_away = false;
    world.now = world.exchange.deadline().unwrap();
    world.bring(Event::Timer);
    assert_eq!(world.outcome().0, Outcome::Updated);
}

#[test]
fn a_session_lost_before_the_commit_starts_again_with_a_fresh_y() {
    let mut world = World::new(terms(Way::Perform));
    let asked = world.bring(opened(Some(capable())));
    world.carry(&asked, 2, &[2, 0]);
    world.bring(Event::SessionLost);
    assert_eq!(world.exchange.state(), State::Requested);
    let asked = world.until_commit();
    world.carry(&asked, 5, &[5, 0]);
    assert_eq!(world.outcome().0, Outcome::Updated);
    assert_eq!(world.log.iter().filter(|line| *line == "compute BS_RESULT").count(), 2);
}

#[test]
fn an_answer_to_an_older_call_is_stale() {
    let mut world = World::new(terms(Way::Perform));
    world.exchange.handle(world.now, opened(Some(capable())));
    world.exchange.handle(world.now, Event::SessionLost);
    world.exchange.handle(world.now, opened(Some(capable())));
    let y = Arc::new(Exponent::from_bytes(&octets(Y), 160).unwrap());
    let stale = Event::Public(Call(1), Ok((y, octets(BS_RESULT))));
    assert!(world.exchange.handle(world.now, stale).is_empty());
}

#[test]
fn sessions_are_not_lost_for_ever() {
    let mut world = World::new(terms(Way::Perform));
    for _ in 0..limits::SESSIONS_PER_EXCHANGE {
        world.bring(opened(Some(capable())));
        world.bring(Event::SessionLost);
    }
    assert_eq!(world.outcome().0, Outcome::Failed);
}

#[test]
fn silence_after_the_commit_is_doubt_and_a_late_answer_settles_it() {
    for late in [vec![5, 0], vec![5, 4]] {
        let mut world = World::new(terms(Way::Perform));
        let asked = world.until_commit();
        world.bring(Event::SessionLost);
        assert!(world.exchange.is_in_doubt());
        assert_eq!(world.log.last().unwrap(), "save commit_sent in_doubt");
        assert!(world.end.is_none());
        assert!(!world.log.iter().any(|line| line == "discard" || line == "ask activate"), "neither");
        world.bring(Event::Answered(asked[0].tag, SouthAnswer::Reverse(late.clone())));
        let (outcome, ask) =
            if late[1] == 0 { (Outcome::Updated, "ask activate") } else { (Outcome::Rejected, "discard") };
        assert_eq!(world.outcome().0, outcome);
        assert!(world.log.contains(&ask.into()));
    }
}

#[test]
fn a_handset_that_comes_back_without_an_answer_needs_a_new_exchange() {
    let mut world = World::new(terms(Way::Perform));
    world.until_commit();
    world.bring(Event::SessionLost);
    world.bring(opened(Some(capable())));
    assert_eq!(world.outcome(), (Outcome::InDoubt, "Commit Request: no answer from the handset".into()));
}

#[test]
fn what_a_status_says_of_the_commit() {
    for (status, expected) in [
        (404, Some(Outcome::Unsupported)),
        (405, Some(Outcome::Unsupported)),
        (403, Some(Outcome::Rejected)),
        (413, Some(Outcome::Failed)),
        (500, None),
        (408, None),
    ] {
        let mut world = World::new(terms(Way::Perform));
        let asked = world.until_commit();
        world.bring(Event::Answered(asked[0].tag, SouthAnswer::Refused(status)));
        assert_eq!(world.end.as_ref().map(|end| end.outcome), expected, "{status}");
        assert_eq!(world.exchange.is_in_doubt(), expected.is_none(), "{status}");
    }
    // The handset took it, and what came of it cannot be read.
    for status in [404, 405, 500] {
        let mut world = World::new(terms(Way::Perform));
        let asked = world.until_commit();
        world.bring(Event::Answered(asked[0].tag, SouthAnswer::Unfetched(status)));
        assert!(world.exchange.is_in_doubt(), "{status}");
        assert!(!world.log.contains(&"discard".to_owned()), "{status}: {:?}", world.log);
    }
}

#[test]
fn every_wait_ends() {
    // The handset never comes.
    let mut world = World::new(terms(Way::Perform));
    world.now = world.exchange.deadline().unwrap();
    world.bring(Event::Timer);
    assert_eq!(world.outcome().0, Outcome::NoContact);

    // It comes and stays silent, again and again.
    let mut world = World::new(terms(Way::Perform));
    for _ in 0..limits::SESSIONS_PER_EXCHANGE {
        if world.end.is_none() {
            world.bring(opened(Some(capable())));
            world.now = world.exchange.deadline().unwrap();
            world.bring(Event::Timer);
        }
    }
    assert_eq!(world.outcome().0, Outcome::Expired);

    // The north stays silent: the exchange is put off, and ends in the end.
    let mut exchange = Exchange::driven(terms(Way::Relay));
    let mut now = Time(1);
    let mut asked = Vec::new();
    for _ in 0..limits::SESSIONS_PER_EXCHANGE {
        exchange.handle(now, opened(Some(capable())));
        now = exchange.deadline().unwrap();
        asked = exchange.handle(now, Event::Timer);
        assert!(asked.iter().any(|action| matches!(action, Action::CloseSession)), "{asked:?}");
    }
    assert!(
        asked.iter().any(|action| matches!(action, Action::Persist(_, Record { discards: true, .. }))),
        "{asked:?}"
    );
}

#[test]
fn no_room_puts_an_exchange_off_and_does_not_end_it() {
    let mut exchange = Exchange::driven(terms(Way::Perform));
    let asked = exchange.handle(Time(1), opened(Some(capable())));
    let [Action::MakePublic { call, .. }] = asked.as_slice() else { panic!("{asked:?}") };
    let actions = exchange.handle(Time(1), Event::Public(*call, Err(PowerFault::Busy)));
    assert!(matches!(actions.as_slice(), [Action::CloseSession, Action::ForgetSouth]), "{actions:?}");
    assert_eq!(exchange.state(), State::Requested);
}

#[test]
fn a_centre_that_has_lost_the_key_does_not_hold_an_exchange_for_ever() {
    let mut world = World::new(terms(Way::Perform));
    let asked = world.until_commit();
    world.north_refuses = &["activate"];
    world.carry(&asked, 5, &[5, 0]);
    for _ in 1..limits::ACTIVATION_REFUSALS {
        assert!(world.end.is_none());
        world.now = world.exchange.deadline().expect("a next try");
        world.bring(Event::Timer);
    }
    assert_eq!(world.outcome().0, Outcome::AcFailed);
}

#[test]
fn ms_result_is_measured_by_p_though_bs_result_is_short() {
    let mut world = World::new(terms(Way::Relay));
    let call = {
        let asked = world.exchange.handle(Time(1), opened(Some(capable())));
        let [Action::Ask(call, Ask::PublicValues { .. })] = asked.as_slice() else { panic!("{asked:?}") };
        *call
    };
    let group = Group::known("demo-512").unwrap();
    let (param_p, param_g) = (group.p().to_vec(), group.g().to_vec());
    let values = PublicValues { a_key_p_rev: 2, param_p, param_g, bs_result: Some(vec![7; 63]) };
    let asked = world.bring(Event::North(call, Ok(NorthAnswer::PublicValues(values))));
    let asked = world.carry(&asked, 2, &[2, 0]);
    let asked = world.carry(&asked, 3, &[&[3, 0, 64], octets(MS_RESULT).as_slice()].concat());
    assert!(matches!(&asked[0].request, SouthRequest::Carry(octets) if *octets == [5]));
}

#[test]
fn public_values_of_the_north_are_checked_before_the_handset_sees_them() {
    let good = || {
        let group = Group::known("demo-512").unwrap();
        let (param_p, param_g) = (group.p().to_vec(), group.g().to_vec());
        PublicValues { a_key_p_rev: 2, param_p, param_g, bs_result: Some(octets(BS_RESULT)) }
    };
    let mut even = good();
    *even.param_p.last_mut().unwrap() &= 0xfe;
    let mut top = good();
    let mut p_less_one = top.param_p.clone();
    *p_less_one.last_mut().unwrap() -= 1;
    top.bs_result = Some(p_less_one);
    let cases = [
        ("a_key_p_rev", PublicValues { a_key_p_rev: 3, ..good() }),
        ("p", even),
        ("p", PublicValues { param_p: vec![], ..good() }),
        ("p", PublicValues { param_p: vec![0xff; 256], ..good() }),
        ("g", PublicValues { param_g: vec![0, 1], ..good() }),
        ("bs_result", top),
        ("bs_result", PublicValues { bs_result: Some(vec![0xff; 65]), ..good() }),
        ("bs_result", PublicValues { bs_result: None, ..good() }),
    ];
    assert_eq!(messages::check_public_values(&good(), 2, Order::BsFirst), Ok(()));
    for (bad, values) in cases {
        let Err(Cause::BadPublicValues { field, .. }) = messages::check_public_values(&values, 2, Order::BsFirst)
        else {
            panic!("{bad}")
        };
        assert_eq!(field, bad);
    }
}

#[test]
fn the_table_of_states_in_the_docs_is_that_of_the_code() {
    let text = include_str!("../../docs/states.md");
    let shown = text.split_once("<!-- states: begin -->\n").unwrap().1.split_once("<!-- states: end -->").unwrap().0;
    let rows = steps::TABLE.iter().map(|row| format!("| {} |\n", row.join(" | ")));
    let head = "| state | told as | waits for | limit | the handset is lost |\n|---|---|---|---|---|\n".to_owned();
    assert_eq!(shown, std::iter::once(head).chain(rows).collect::<String>());
    for told in steps::TABLE.iter().flat_map(|row| row[1].split(", ")).filter(|told| *told != "as it was") {
        assert!(told.parse::<State>().is_ok(), "{told}");
    }
    // The limits that the page names.
    assert_eq!((limits::STEP_MS, limits::NORTH_MS, limits::CLOSING_MS), (600_000, 600_000, 10_000));
    assert_eq!((limits::EXCHANGE_MS, limits::CALL_AGAIN_MS, limits::CALLS), (72 * 3_600_000, 300_000, 6));
    assert_eq!(limits::PUSH_MS, 60_000);
}
