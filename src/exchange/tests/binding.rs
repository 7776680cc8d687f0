//! Messages of another session, out of order, or repeated yield no key; a handset is called when it is wanted; doors that must be opened
//! first.

use super::nodes::{Phone, by_nodes, names, nodes_terms};
use super::*;
use crate::is683::{ResultCode, Spc};

const REVERSES: [&[u8]; 4] = [&[2, 0], &[5, 0], &[6, 0, 1, 2, 1, 1, 2, 0], &[4, 0, 0, 0, 0, 0, 0, 0]];

/// Whether a key came into being, or a Commit left.
fn made_a_key(world: &World) -> bool {
    world.log.iter().any(|line| line.contains("with key") || line.contains("commit_sent") || line.contains("generate"))
}

#[test]
fn an_answer_of_an_earlier_session_or_attempt_finds_nothing() {
    let mut world = World::new(terms(Way::Perform));
    let first = world.bring(opened(Some(capable())));
    world.bring(Event::SessionLost);
    let second = world.bring(opened(Some(capable())));
    assert_ne!(first[0].tag, second[0].tag);
    for octets in REVERSES {
        assert!(world.bring(Event::Answered(first[0].tag, SouthAnswer::Reverse(octets.to_vec()))).is_empty());
    }
    assert!(world.end.is_none() && !made_a_key(&world));
    assert_eq!(world.carry(&second, 2, &[2, 0]).len(), 1, "the right one is still awaited");
}

#[test]
fn a_repeated_answer_is_taken_once() {
    let mut world = World::new(terms(Way::Perform));
    let asked = world.bring(opened(Some(capable())));
    let next = world.carry(&asked, 2, &[2, 0]);
    let ms_result = [&[3, 0, 64], octets(MS_RESULT).as_slice()].concat();
    // The first request answered again, even with what the second one waits for.
    for again in [vec![2, 0], ms_result.clone()] {
        assert!(world.bring(Event::Answered(asked[0].tag, SouthAnswer::Reverse(again))).is_empty());
    }
    assert!(!made_a_key(&world));
    let commit = world.bring(Event::Answered(next[0].tag, SouthAnswer::Reverse(ms_result.clone())));
    let log = world.log.clone();
    assert!(world.bring(Event::Answered(next[0].tag, SouthAnswer::Reverse(ms_result))).is_empty());
    assert_eq!(world.log, log, "nothing ran twice");
    assert_eq!(world.carry(&commit, 5, &[5, 0]).len(), 0);
    assert_eq!(world.log.iter().filter(|line| line.contains("with key")).count(), 1);
}

#[test]
fn answers_out_of_order_end_the_exchange_without_a_key() {
    let ms_result = [&[3, 0, 64], octets(MS_RESULT).as_slice()].concat();
    for early in [ms_result.as_slice(), &[5, 0], &[6, 0, 1, 2, 1, 1, 2, 0]] {
        let mut world = World::new(terms(Way::Perform));
        let asked = world.bring(opened(Some(capable())));
        world.carry(&asked, 2, early);
        assert_eq!(world.outcome().0, Outcome::Failed);
        assert!(!made_a_key(&world), "{:?}", world.log);
    }
}

#[test]
fn tags_that_were_never_given_and_answers_before_the_handset_came_change_nothing() {
    for way in [Way::Perform, Way::Relay] {
        let mut world = World::new(terms(way));
        for tag in 0..20 {
            for octets in REVERSES {
                world.bring(Event::Answered(Tag(tag), SouthAnswer::Reverse(octets.to_vec())));
            }
            world.bring(Event::Answered(Tag(tag), SouthAnswer::Value(octets(MS_RESULT))));
            world.bring(Event::Answered(Tag(tag), SouthAnswer::Ran(ResultCode::ACCEPTED)));
        }
        assert!(world.log.is_empty() && world.end.is_none());
        let asked = world.bring(opened(Some(capable())));
        world.bring(Event::Answered(Tag(asked[0].tag.0 + 1), SouthAnswer::Reverse(vec![2, 0])));
        assert!(!made_a_key(&world));
    }
}

#[test]
fn every_order_of_any_answers_makes_at_most_one_key_of_the_right_values() {
    // Every pair of answers, each to any tag that is out or will be: a key comes of MS_RESULT in its place alone.
    let ms_result = [&[3, 0, 64], octets(MS_RESULT).as_slice()].concat();
    let answers = [vec![2, 0], ms_result, vec![5, 0], vec![3, 0, 0], vec![]];
    for first in &answers {
        for second in &answers {
            for third in &answers {
                let mut world = World::new(terms(Way::Perform));
                world.bring(opened(Some(capable())));
                for (tag, answer) in [first, second, third].into_iter().enumerate() {
                    world.bring(Event::Answered(Tag(tag as u32 + 1), SouthAnswer::Reverse(answer.clone())));
                }
                let in_order = [first, second] == [&answers[0], &answers[1]];
                assert_eq!(world.staged.is_some(), in_order, "{first:?} {second:?}");
                let committed = world.log.contains(&"ask activate".to_owned());
                assert_eq!(committed, in_order && *third == answers[2]);
            }
        }
    }
}

#[test]
fn a_handset_that_is_wanted_is_called_and_not_for_ever() {
    let expires = Time(10_000_000);
    let mut world = World::new(Terms { calls: true, expires, ..terms(Way::Perform) });
    world.bring(Event::Absent);
    assert_eq!(world.log, ["call the handset"]);
    world.bring(Event::Called(true));
    assert_eq!(world.exchange.state(), State::Notified);
    for _ in 1..limits::CALLS {
        world.now = world.exchange.deadline().unwrap();
        world.bring(Event::Timer);
        world.bring(Event::Called(false));
    }
    assert_eq!(world.log.len(), limits::CALLS as usize);
    assert_eq!(world.exchange.deadline(), Some(expires), "from now on it comes by itself or not at all");
    // It comes, goes, and is called again, but not at once.
    world.bring(opened(Some(capable())));
    world.bring(Event::SessionLost);
    let calls = |world: &World| world.log.iter().filter(|line| *line == "call the handset").count();
    let before = calls(&world);
    world.now = world.exchange.deadline().unwrap();
    world.bring(Event::Timer);
    assert_eq!(calls(&world), before + 1);
}

#[test]
fn a_handset_in_doubt_is_called_at_once() {
    let mut world = World::new(Terms { calls: true, ..terms(Way::Perform) });
    world.until_commit();
    world.bring(Event::SessionLost);
    assert_eq!(world.log[world.log.len() - 2..], ["save commit_sent in_doubt", "call the handset"]);
}

/// A north that thinks: its questions are kept.
fn asks(actions: Vec<Action>) -> Option<Call> {
    actions.into_iter().find_map(|action| match action {
        Action::Ask(call, _) => Some(call),
        _ => None,
    })
}

fn values() -> NorthAnswer {
    let group = Group::known("demo-512").unwrap();
    let (param_p, param_g) = (group.p().to_vec(), group.g().to_vec());
    NorthAnswer::PublicValues(PublicValues { a_key_p_rev: 2, param_p, param_g, bs_result: Some(octets(BS_RESULT)) })
}

#[test]
fn what_the_north_says_after_the_handset_was_let_go_waits_for_it() {
    let mut world = World::new(Terms { calls: true, ..terms(Way::Relay) });
    let call = asks(world.exchange.handle(world.now, opened(Some(capable())))).unwrap();
    world.bring(Event::LetGo);
    assert!(world.bring(Event::North(call, Ok(values()))).is_empty());
    assert_eq!(world.log, ["call the handset"]);
    let asked = world.bring(opened(Some(capable())));
    let asked = world.carry(&asked, 2, &[2, 0]);
    world.carry(&asked, 3, &[&[3, 0, 64], octets(MS_RESULT).as_slice()].concat());
    assert!(world.log.contains(&"save commit_sent".to_owned()), "{:?}", world.log);
}

#[test]
fn a_handset_that_keeps_nothing_restarts_at_ms_key() {
    for survives_session in [true, false] {
        let mut world = World::new(Terms { calls: true, ..terms(Way::Relay) });
        let model = || Model { survives_session, ..Model::default() };
        let back = || Event::Opened { known: Some(capable()), model: model() };
        let asked = world.bring(back());
        let asked = world.carry(&asked, 2, &[2, 0]);
        let [South { tag, .. }] = asked.as_slice() else { panic!("{asked:?}") };
        let answer = SouthAnswer::Reverse([&[3, 0, 64], octets(MS_RESULT).as_slice()].concat());
        let call = asks(world.exchange.handle(world.now, Event::Answered(*tag, answer))).unwrap();
        world.bring(Event::LetGo);
        world.bring(Event::North(call, Ok(NorthAnswer::Done)));
        let asked = world.bring(back());
        let SouthRequest::Carry(octets) = &asked[0].request else { panic!("{asked:?}") };
        assert_eq!(octets[0], if survives_session { 5 } else { 2 });
    }
}

#[test]
fn a_locked_handset_is_opened_and_closed_again() {
    let spc = Spc::of("123456").unwrap();
    let model = || Model { preamble: vec![Preamble::Otapa, Preamble::Validation(spc)], ..Model::default() };
    let mut world = World::new(terms(Way::Perform));
    let asked = world.bring(Event::Opened { known: Some(capable()), model: model() });
    assert_eq!(asked[0].request, SouthRequest::Carry(vec![10, 0x80]));
    let asked = world.carry(&asked, 10, &[10, 0, 0]);
    assert_eq!(asked[0].request, SouthRequest::Carry(vec![9, 1, 0, 3, 0x12, 0x34, 0x56]));
    let asked = world.carry(&asked, 9, &[9, 1, 0, 0]);
    let asked = world.carry(&asked, 2, &[2, 0]);
    let asked = world.carry(&asked, 3, &[&[3, 0, 64], octets(MS_RESULT).as_slice()].concat());
    let asked = world.carry(&asked, 5, &[5, 0]);
    assert_eq!(asked[0].request, SouthRequest::Carry(vec![10, 0]));
    assert!(world.end.is_none());
    world.carry(&asked, 10, &[10, 0, 0]);
    assert_eq!(world.outcome().0, Outcome::Updated);

    for (refused_at, message, expected) in [
        (10, vec![10, 6, 0], "OTAPA Request: RESULT_CODE 6 ("),
        (9, vec![9, 1, 0, 11], "Validation Request: RESULT_CODE 11 ("),
        (9, vec![9, 0], "Validation Request: no block is answered"),
    ] {
        let mut world = World::new(terms(Way::Perform));
        let mut asked = world.bring(Event::Opened { known: Some(capable()), model: model() });
        if refused_at == 9 {
            asked = world.carry(&asked, 10, &[10, 0, 0]);
        }
        world.carry(&asked, refused_at, &message);
        let (_, cause) = world.outcome();
        assert!(cause.starts_with(expected), "{cause}");
    }
}

#[test]
fn a_refusal_names_the_step_of_the_preamble_that_is_missing() {
    let spc = Spc::of("123456").unwrap();
    for (preamble, code, missing) in [
        (vec![], 6, Some("OTAPA Request")),
        (vec![], 10, Some("Validation Request with the subscriber's SPC")),
        (vec![Preamble::Otapa], 10, Some("Validation Request with the subscriber's SPC")),
        (vec![Preamble::Validation(spc)], 6, Some("OTAPA Request")),
        (vec![Preamble::Otapa], 6, None),
        (vec![Preamble::Validation(spc)], 10, None),
        (vec![], 4, None),
    ] {
        let mut world = World::new(terms(Way::Perform));
        let opening = preamble.len();
        let mut asked =
            world.bring(Event::Opened { known: Some(capable()), model: Model { preamble, ..Model::default() } });
        for _ in 0..opening {
            let SouthRequest::Carry(octets) = &asked[0].request else { panic!() };
            let answer = if octets[0] == 10 { vec![10, 0, 0] } else { vec![9, 1, 0, 0] };
            asked = world.bring(Event::Answered(asked[0].tag, SouthAnswer::Reverse(answer)));
        }
        world.carry(&asked, 2, &[2, code]);
        let (outcome, cause) = world.outcome();
        assert_eq!(outcome, Outcome::Rejected);
        assert_eq!(cause.split_once("lacks ").map(|(_, step)| step), missing, "{cause}");
    }
}

#[test]
fn two_messages_of_is683_may_be_joined() {
    let mut world = World::new(terms(Way::Perform));
    let model = Model { joins_messages: true, ..Model::default() };
    let asked = world.bring(Event::Opened { known: Some(capable()), model });
    assert_eq!(asked.len(), 2);
    assert_eq!(world.log.last().unwrap(), "sequence of 2");
    assert!(world.bring(Event::Answered(asked[0].tag, SouthAnswer::Reverse(vec![2, 0]))).is_empty());
    let ms_result = [&[3, 0, 64], octets(MS_RESULT).as_slice()].concat();
    let asked = world.bring(Event::Answered(asked[1].tag, SouthAnswer::Reverse(ms_result)));
    assert_eq!(asked[0].request, SouthRequest::Carry(vec![5]), "Commit goes by itself");

    // The first that is not 0 counts, in whatever order they are read.
    let mut world = World::new(terms(Way::Perform));
    let model = Model { joins_messages: true, ..Model::default() };
    let asked = world.bring(Event::Opened { known: Some(capable()), model });
    world.bring(Event::Answered(asked[1].tag, SouthAnswer::Reverse(vec![3, 6, 0])));
    assert!(world.end.is_none());
    world.bring(Event::Answered(asked[0].tag, SouthAnswer::Reverse(vec![2, 3])));
    assert!(world.outcome().1.starts_with("MS Key Request: RESULT_CODE 3 ("), "{}", world.outcome().1);
}

#[test]
fn a_delayed_answer_of_an_older_attempt_does_not_fill_the_newer_ones_node() {
    let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
    let asked = world.bring(opened(Some(by_nodes())));
    let mut phone = Phone::new();
    let (_, old) = phone.play(&mut world, asked, "/MSResult");
    world.bring(Event::SessionLost);
    let asked = world.bring(opened(Some(by_nodes())));
    let (_, new) = phone.play(&mut world, asked, "/MSResult");
    assert!(names(&new[0].request, "/MSResult"));
    assert!(world.bring(Event::Answered(old[0].tag, SouthAnswer::Value(octets(MS_RESULT)))).is_empty());
    assert!(!made_a_key(&world));
}

/// What a handset may say at any time, sense or nonsense.
fn any_answer(which: u8) -> SouthAnswer {
    let ms_result = || octets(MS_RESULT);
    match which % 14 {
        0 => SouthAnswer::Reverse(vec![2, 0]),
        1 => SouthAnswer::Reverse([&[3, 0, 64], ms_result().as_slice()].concat()),
        2 => SouthAnswer::Reverse(vec![5, 0]),
        3 => SouthAnswer::Reverse(vec![6, 0, 1, 2, 1, 1, 2, 0]),
        4 => SouthAnswer::Reverse(vec![]),
        5 => SouthAnswer::Value(ms_result()),
        6 => SouthAnswer::Value(octets("7e443adf5e2b689f")),
        7 => SouthAnswer::Value(b"4".to_vec()),
        8 => SouthAnswer::Value(b"5".to_vec()),
        9 | 10 => SouthAnswer::Done,
        11 => SouthAnswer::Ran(ResultCode(which % 3)),
        12 => SouthAnswer::Refused(404),
        _ => SouthAnswer::Refused(500),
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(2_000))]

    /// Whatever comes in whatever order: no Commit leaves that is not marked durably, none before its key exists, and what is staged is the
    /// key that MS_RESULT makes.
    #[test]
    fn nothing_that_a_handset_does_gets_a_commit_out_of_turn(
        events in proptest::collection::vec((0_u8..24, proptest::num::u8::ANY), 1..60),
        nodes in proptest::bool::ANY,
        ms_first in proptest::bool::ANY,
        relay in proptest::bool::ANY,
        joined in proptest::bool::ANY,
    ) {
        let way = if relay { Way::Relay } else { Way::Perform };
        let order = if nodes && ms_first { Order::MsFirst } else { Order::BsFirst };
        let known = if nodes { by_nodes() } else { capable() };
        let mut world = World::new(Terms { expires: Time(u64::MAX), ..nodes_terms(way, order) });
        world.takes_any_ms_result = true;
        let (mut asked, mut commits): (Vec<South>, usize) = (Vec::new(), 0);
        for (kind, which) in events {
            if world.end.is_some() {
                break;
            }
            let model = Model { joins_nodes: joined, joins_messages: joined, survives_session: which % 2 == 0, ..Model::default() };
            let event = match kind {
                0 => Event::Opened { known: (which % 4 > 0).then(|| known.clone()), model },
                1 => Event::SessionLost,
                2 => Event::LetGo,
                3 => {
                    world.now = world.now.plus(u64::from(which) * 10_000);
                    Event::Timer
                }
                4 => Event::Absent,
                5 => Event::Called(which % 2 == 0),
                6 => Event::Answered(Tag(u32::from(which % 32)), any_answer(which)),
                // Mostly what was asked is answered, often rightly.
                _ => match asked.get(usize::from(which) % asked.len().max(1)) {
                    Some(south) => Event::Answered(south.tag, likely(&south.request, which)),
                    None => Event::Opened { known: Some(known.clone()), model },
                },
            };
            let new = world.bring(event);
            commits += new.iter().filter(|south| is_commit(&south.request)).count();
            asked.extend(new);
            let marked = world.log.iter().filter(|line| *line == "save commit_sent").count();
            let keys = world.log.iter().filter(|line| line.contains("with key") || *line == "ask generate").count();
            assert!(commits <= marked && marked <= keys, "{:?}", world.log);
            if let Some(key) = &world.staged {
                assert_eq!(key.expose(), octets(A_KEY));
            }
            let activated = world.log.iter().any(|line| line == "ask activate");
            assert!(!activated || commits > 0, "{:?}", world.log);
        }
    }
}

fn is_commit(request: &SouthRequest) -> bool {
    matches!(request, SouthRequest::Carry(octets) if octets == &[5]) || names(request, "/Commit")
}

/// The right answer to a request, or, one time in six, any.
fn likely(request: &SouthRequest, which: u8) -> SouthAnswer {
    if which.is_multiple_of(6) {
        return any_answer(which / 6);
    }
    match request {
        SouthRequest::Carry(octets) => match octets.first() {
            Some(2) => any_answer(0),
            Some(3) => any_answer(1),
            Some(5) => any_answer(2),
            _ => any_answer(3),
        },
        SouthRequest::ReadOctets(node) if node.ends_with("/MSResult") => any_answer(5),
        SouthRequest::ReadOctets(_) => any_answer(6),
        SouthRequest::Read(_) => any_answer(7 + which % 2),
        _ => SouthAnswer::Done,
    }
}
