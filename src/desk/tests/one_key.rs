//! A centre that knows no exchange, and holds one key of a device: what it is told, and in which order.

use super::*;
use crate::desk::record::{CommitMark, Ended};
use crate::exchange::Version;
use crate::words::Dialect;

/// A desk whose centre answers when the test says so.
fn world(way: Way) -> World {
    let settings = Settings { start_on_contact: false, knows_exchanges: false, ..settings(way) };
    World { north_waits: true, ..World::new(settings) }
}

impl World {
    fn settle(&mut self, id: ExchangeId, committed: bool) -> Said {
        self.said.clear();
        let settle = Operation::Settle(id, committed, "anna".into());
        self.bring(Event::Operation(device(1), settle, OperationTicket(7)));
        self.said[0].1
    }

    /// The centre answers all questions, and those that follow; says what they were.
    fn asked(&mut self) -> Vec<(u64, &'static str)> {
        let mut asked = Vec::new();
        while !self.questions.is_empty() {
            asked.extend(self.questions.iter().map(|(exchange, _, ask)| (exchange.0, word(ask))));
            self.answer_north();
        }
        asked
    }

    fn current(&self) -> Option<ExchangeId> {
        self.desk.devices.get(&device(1)).and_then(|device| device.exchange.as_ref()).map(Exchange::id)
    }

    fn ended_as(&self, id: ExchangeId) -> Option<Outcome> {
        self.records[&id].ended.as_ref().map(|ended| ended.outcome)
    }

    /// The handset goes on until its Commit has left, which it does not answer; then it is away.
    fn leave_commit_unanswered(&mut self) -> ExchangeId {
        let (mut handset, mut ticket) = Handset::come(self, 1);
        for _ in 0..40 {
            while !self.replies.contains_key(&ticket) {
                assert!(!self.questions.is_empty());
                self.answer_north();
            }
            if exec(self.reply(ticket)).unwrap().2 == [5] {
                break;
            }
            ticket = self.on_behalf_of(&mut handset, ticket);
        }
        let id = self.current().unwrap();
        self.tick(limits::SESSION_IDLE_MS);
        id
    }

    /// The handset answers, once it has been let in.
    fn on_behalf_of(&mut self, handset: &mut Handset, ticket: u64) -> u64 {
        if handset.token.is_empty() {
            handset.token = token(self.reply(ticket));
        }
        handset.go_on(self, ticket)
    }

    /// The handset comes back without an answer, and what is to end the doubt goes on until the centre is asked this.
    fn begin_another(&mut self, until: &str) -> (ExchangeId, Handset, u64) {
        let (mut handset, mut ticket) = Handset::come(self, 1);
        for _ in 0..40 {
            if let Some((exchange, _, ask)) = self.questions.last() {
                if word(ask) == until {
                    return (*exchange, handset, ticket);
                }
                self.answer_north();
            } else {
                ticket = self.on_behalf_of(&mut handset, ticket);
            }
        }
        panic!("it was never asked: {:?}", self.ended);
    }
}

fn word(ask: &Ask) -> &'static str {
    match ask {
        Ask::PublicValues { .. } => "values",
        Ask::Computed => "computed",
        Ask::Generate { .. } => "generate",
        Ask::Stage { .. } => "stage",
        Ask::Activate(_) => "activate",
        Ask::Discard(_) => "discard",
    }
}

fn ask_for(world: &mut World) {
    let start = Start::of(device(1), Origin::Operator("anna".into()));
    world.bring(Event::Start(start));
}

#[test]
fn what_only_the_centre_had_is_not_made_live_when_it_was_asked_for_another_one() {
    let mut world = world(Way::Relay);
    ask_for(&mut world);
    let first = world.leave_commit_unanswered();
    // Nothing was asked since: it may be settled.
    assert_eq!(world.desk.exchanges_in_doubt(), 1);
    let (second, ..) = world.begin_another("generate");
    assert_ne!(first, second);
    world.answer_north();
    let Said::Conflict(why) = world.settle(first, true) else { panic!("{:?}", world.said) };
    assert!(why.contains("another key"), "{why}");
    assert_eq!((world.asked(), world.ended_as(first)), (vec![], Some(Outcome::InDoubt)), "and no 15 has left");
    // Neither when that one has failed.
    world.bring(Event::Operation(device(1), Operation::Cancel(second, "anna".into()), OperationTicket(8)));
    world.asked();
    assert!(matches!(world.settle(first, true), Said::Conflict(_)));
    assert_eq!(world.settle(first, false), Said::Done);
}

#[test]
fn what_the_centre_alone_holds_is_made_live_while_it_holds_nothing_else() {
    let mut world = world(Way::Relay);
    ask_for(&mut world);
    let first = world.leave_commit_unanswered();
    assert_eq!(world.settle(first, true), Said::Done);
    assert_eq!((world.asked(), world.ended_as(first)), (vec![(first.0, "activate")], Some(Outcome::Updated)));

    // Also where another one has begun, and has not come so far: it waits until the first is live.
    ask_for(&mut world);
    let second = world.leave_commit_unanswered();
    world.subscribers.get_mut(&device(1)).unwrap().capability = None;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let third = world.current().unwrap();
    assert!(third != second && world.questions.is_empty(), "the handset is asked first what it supports");
    assert_eq!(world.settle(second, true), Said::Done);
    let ticket = world.on_behalf_of(&mut handset, ticket);
    assert!(!world.replies.contains_key(&ticket));
    let asked: Vec<_> = world.questions.iter().map(|(exchange, _, ask)| (*exchange, word(ask))).collect();
    assert_eq!(asked, [(second, "activate")], "the third asks nothing yet");
    world.answer_north();
    assert_eq!(world.ended_as(second), Some(Outcome::Updated));
    let asked: Vec<_> = world.questions.iter().map(|(exchange, _, ask)| (*exchange, word(ask))).collect();
    assert_eq!(asked, [(third, "values")]);
}

#[test]
fn a_key_of_ours_is_staged_anew_and_not_while_a_younger_one_is_with_the_centre() {
    let mut world = world(Way::Perform);
    ask_for(&mut world);
    let first = world.leave_commit_unanswered();
    let (second, ..) = world.begin_another("stage");
    world.answer_north();
    let Said::Conflict(why) = world.settle(first, true) else { panic!("{:?}", world.said) };
    assert!(why.contains("younger"), "{why}");
    assert_eq!(world.asked(), []);
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.ended_as(second), Some(Outcome::InDoubt), "its Commit had left");
    // It is the youngest doubt now, and its session is lost: still it is with the centre.
    assert!(matches!(world.settle(first, true), Said::Conflict(_)));
    assert_eq!(world.settle(second, false), Said::Done);
    world.asked();
    assert_eq!(world.settle(first, true), Said::Done);
    for _ in 0..5 {
        world.tick(limits::DISCARD_WAITS_MS);
    }
    let mut asked = world.asked();
    asked.retain(|(exchange, _)| *exchange == first.0);
    assert_eq!(asked, [(first.0, "stage"), (first.0, "activate")]);
    assert_eq!(world.ended_as(first), Some(Outcome::Updated));
}

#[test]
fn a_discard_on_its_way_holds_up_the_next_question_and_what_was_asked_since_leaves_nothing_to_discard() {
    let mut world = world(Way::Relay);
    ask_for(&mut world);
    let (first, mut handset, ticket) = {
        let (mut handset, ticket) = Handset::come(&mut world, 1);
        let ticket = handset.go_on(&mut world, ticket);
        world.answer_north();
        (world.current().unwrap(), handset, ticket)
    };
    world.bring(Event::Operation(device(1), Operation::Cancel(first, "anna".into()), OperationTicket(8)));
    assert_eq!(word(&world.questions[0].2), "discard");
    ask_for(&mut world);
    handset.go_on(&mut world, ticket);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    if world.replies.get(&ticket).is_some_and(|reply| exec(reply).is_some()) {
        handset.go_on(&mut world, ticket);
    }
    assert_eq!(world.questions.len(), 1, "the second waits");
    // The centre is away: it is not known what it has heard, but it has not heard it now.
    let (exchange, call, _) = world.questions.pop().unwrap();
    world.bring(Event::North(exchange, call, Err(NorthFault::Unreachable)));
    let second = world.current().unwrap();
    assert_eq!(world.asked()[0], (second.0, "values"));
    assert!(!world.records[&first].is_open(), "nothing of it is left there");
    for _ in 0..10 {
        world.tick(limits::DISCARD_WAITS_MS);
    }
    assert!(world.asked().iter().all(|(exchange, _)| *exchange != first.0));
}

fn left(id: u64, state: State, way: Way, change: impl FnOnce(&mut ExchangeRecord)) -> ExchangeRecord {
    let at = Time(1_699_999_000_000 + id);
    let mut record = ExchangeRecord {
        id: ExchangeId(id),
        start: Start::of(device(1), Origin::Operator("anna".into())),
        created: at,
        at,
        expires: Time(1_700_100_000_000),
        choice: (state >= State::Pending).then_some((way, Dialect::Is683)),
        order: Some(Order::BsFirst),
        kind: Some(Kind::AKey),
        state,
        version: Version { a_key_p_rev: Some(2), ..Version::default() },
        commit: None,
        ended: None,
        pushed: false,
        discards: false,
        key: None,
    };
    change(&mut record);
    record
}

fn doubt(id: u64, way: Way) -> ExchangeRecord {
    left(id, State::CommitSent, way, |record| {
        let at = Time(1_699_999_500_000);
        record.commit = Some(CommitMark { at, correlator: Some("abc".into()), tag: 4 });
        record.ended = Some(Ended { outcome: Outcome::InDoubt, cause: Some("before".into()), result_code: None, at });
        record.key = (way == Way::Perform).then(|| Key::A(akeyd_hw::AKey::new(Box::new([id as u8; 8]))));
    })
}

/// The late Commit Response of exchange 1, in a process that finds these.
fn answered_late(way: Way, records: Vec<ExchangeRecord>) -> (World, Vec<(u64, &'static str)>) {
    let mut world = world(way);
    world.records = records.iter().map(|record| (record.id, record.bare())).collect();
    world.bring(Event::Resume { records, restored: None });
    assert_eq!(world.current(), Some(ExchangeId(1)));
    let late =
        "<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>abc</Correlator><Item><Data>BQA=</Data></Item></Alert>";
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    world.send(&document(&device(1), 1, Some(&cred(&nonce)), &(OPENING.to_owned() + late)), None);
    let asked = world.questions.iter().filter(|(exchange, ..)| exchange.0 == 1).map(|(_, _, ask)| (1, word(ask)));
    let mut asked: Vec<_> = asked.collect();
    if !asked.is_empty() {
        world.answer_north();
        asked.extend(world.questions.iter().filter(|(id, ..)| id.0 == 1).map(|(_, _, ask)| (1, word(ask))));
        world.answer_north();
    }
    (world, asked)
}

#[test]
fn a_late_answer_makes_no_other_key_live_than_its_own() {
    // Alone, the centre still has it.
    let (world, asked) = answered_late(Way::Relay, vec![doubt(1, Way::Relay)]);
    assert_eq!((asked, world.ended_as(ExchangeId(1))), (vec![(1, "activate")], Some(Outcome::Updated)));
    // Another one may have asked before the process died: it is left unsettled.
    let younger = left(2, State::Requested, Way::Relay, |_| ());
    let (world, asked) = answered_late(Way::Relay, vec![doubt(1, Way::Relay), younger]);
    assert_eq!((asked, world.ended_as(ExchangeId(1))), (vec![], Some(Outcome::AcFailed)));
    assert!(world.records[&ExchangeId(1)].is_unsettled());
    assert_eq!(world.current(), Some(ExchangeId(2)), "which another exchange will end");
    // A key of ours is staged anew.
    let younger = left(2, State::Pending, Way::Perform, |_| ());
    let (world, asked) = answered_late(Way::Perform, vec![doubt(1, Way::Perform), younger]);
    assert_eq!(asked, [(1, "stage"), (1, "activate")]);
    assert_eq!(world.ended_as(ExchangeId(1)), Some(Outcome::Updated));
}

/// Nothing else of the device asks the centre before the doubt is durable, and a probe never does.
#[test]
fn what_waits_behind_a_commit_that_may_have_left_has_taken_nothing_from_the_centre() {
    let probe = |state| left(2, state, Way::Relay, |record| record.start.probe = true);
    let sent = || {
        let doubt = doubt(1, Way::Relay);
        ExchangeRecord { ended: None, ..doubt }
    };
    for records in [
        vec![doubt(1, Way::Relay), probe(State::Requested)],
        vec![sent(), probe(State::Requested)],
        vec![sent(), left(2, State::Requested, Way::Relay, |_| ())],
    ] {
        let (world, asked) = answered_late(Way::Relay, records);
        assert_eq!((asked, world.ended_as(ExchangeId(1))), (vec![(1, "activate")], Some(Outcome::Updated)));
    }
}

#[test]
fn a_probe_of_an_earlier_process_leaves_nothing_to_discard() {
    let mut world = world(Way::Relay);
    let probe = left(1, State::Requested, Way::Relay, |record| record.start.probe = true);
    world.records.insert(probe.id, probe.bare());
    world.bring(Event::Resume { records: vec![probe], restored: None });
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6]);
    world.tick(limits::STORE_AGAIN_MS);
    assert_eq!((world.asked(), world.ended_as(ExchangeId(1))), (vec![], Some(Outcome::Probed)));
}

/// The centre may hold what it has computed, though nothing durable says so.
#[test]
fn a_relayed_exchange_that_expired_while_no_process_ran_is_told_and_discarded() {
    let mut world = world(Way::Relay);
    let over = left(1, State::Requested, Way::Relay, |record| record.expires = Time(1_699_999_900_000));
    let driven = left(2, State::InSession, Way::Relay, |record| record.pushed = true);
    world.records = [&over, &driven].map(|record| (record.id, record.bare())).into();
    world.bring(Event::Resume { records: vec![over, driven], restored: None });
    world.tick(limits::STORE_AGAIN_MS);
    assert_eq!(world.asked(), [(1, "discard")]);
    assert_eq!(world.ended_as(ExchangeId(1)), Some(Outcome::NoContact));
    assert!(!world.records[&ExchangeId(1)].is_open());
    assert_eq!(world.ended_as(ExchangeId(2)), Some(Outcome::Cancelled));
    let mut told: Vec<_> = world.ended.iter().map(|(outcome, _)| *outcome).collect();
    told.sort_unstable();
    assert_eq!(told, [Outcome::NoContact, Outcome::Cancelled]);
}
