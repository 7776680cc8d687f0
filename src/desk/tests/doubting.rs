//! Doubts: settled by operators in any order, ended by another commit, and what follows on them at which pause.

use super::operating::{anna, doubted, doubted_in, quiet};
use super::*;
use crate::desk::record::Ended;
use crate::words::Dialect;

#[test]
fn an_operator_settles_a_doubt_either_way() {
    for committed in [true, false] {
        // In doubt, and the handset has not come back.
        let (mut world, id) = doubted();
        assert_eq!(world.operate(Operation::Settle(id, committed, anna())), Some(Said::Done));
        let expected = if committed { Outcome::Updated } else { Outcome::Failed };
        assert_eq!((world.outcome_of(id), world.desk.exchanges_in_doubt()), (Some(expected), 0));
        assert!(!world.record(id).is_open());
        assert!(world.actions().contains(&"exchange.settle"), "{:?}", world.actions());

        // It came back without an answer: another exchange is to end the doubt.
        let (mut world, id) = doubted();
        let (_, _) = Handset::come(&mut world, 1);
        let other = world.desk.devices[&device(1)].exchange.as_ref().map(Exchange::id).unwrap();
        assert_ne!(other, id);
        assert!(matches!(world.operate(Operation::Cancel(id, anna())), Some(Said::Conflict(_))));
        assert!(matches!(world.operate(Operation::Settle(other, true, anna())), Some(Said::Conflict(_))));
        assert_eq!(world.operate(Operation::Settle(id, committed, anna())), Some(Said::Done));
        assert_eq!((world.outcome_of(id), world.desk.exchanges_in_doubt()), (Some(expected), 0));
        assert_eq!(world.record(id).discards, !committed, "while the handset is here, nothing is discarded");
    }
}

#[test]
fn a_key_that_no_centre_has_acknowledged_comes_before_its_activation_when_its_doubt_is_settled() {
    let unawaited = Settings { start_on_contact: false, commit_without_ac: true, ..settings(Way::Perform) };
    let mut world = World::new(unawaited);
    world.north_waits = true;
    let (mut world, id) = doubted_in(world);
    // Another exchange is to end the doubt, so the doubt stands apart.
    Handset::come(&mut world, 1);
    assert_eq!(world.desk.devices[&device(1)].doubts.len(), 1);
    world.questions.clear();
    assert_eq!(world.operate(Operation::Settle(id, true, anna())), Some(Said::Done));
    let mut asked = Vec::new();
    for _ in 0..2 {
        let of_it = world.questions.iter().filter(|(exchange, ..)| *exchange == id);
        asked.extend(of_it.map(|(.., ask)| matches!(ask, Ask::Stage { .. })));
        world.answer_north();
    }
    assert_eq!(asked, [true, false], "staged, then made live");
    assert_eq!(world.outcome_of(id), Some(Outcome::Updated));
}

#[test]
fn a_doubt_that_another_commit_supersedes_is_closed_with_it_and_one_that_lasts_is_told_once() {
    let (mut world, id) = doubted();
    assert_eq!((world.desk.doubts_overdue(), world.lasting), (0, 0));
    for _ in 0..5 {
        world.tick(world.desk.settings.in_doubt_alert_ms);
    }
    assert_eq!((world.desk.doubts_overdue(), world.lasting), (1, 1));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    assert_eq!((world.desk.doubts_overdue(), world.desk.exchanges_in_doubt()), (0, 0));
    world.tick(limits::STORE_AGAIN_MS);
    let Some(Ended { outcome, cause, .. }) = &world.record(id).ended else { panic!() };
    assert_eq!(*outcome, Outcome::Failed);
    assert!(cause.as_ref().unwrap().starts_with("superseded by the commit of exchange "), "{cause:?}");
    assert!(world.records.values().all(|record| !record.is_open()));
}

/// A device with two doubts, and an exchange that waits for its handset to end them; a centre that answers when the test says so.
pub(super) fn doubted_twice(settings: Settings) -> (World, ExchangeId, ExchangeId) {
    let mut world = World::new(Settings { start_on_contact: false, ..settings });
    world.ask_for(|_| ());
    for _ in 0..2 {
        let (mut handset, mut ticket) = Handset::come(&mut world, 1);
        while exec(world.reply(ticket)).is_some_and(|(_, _, payload)| payload != [5]) {
            ticket = handset.go_on(&mut world, ticket);
        }
        world.tick(limits::SESSION_IDLE_MS);
    }
    Handset::come(&mut world, 1);
    world.tick(limits::SESSION_IDLE_MS);
    let doubts: Vec<_> = world.desk.devices[&device(1)].doubts.iter().map(|doubt| doubt.record.id).collect();
    let [first, second] = doubts.try_into().unwrap();
    world.asked_north.clear();
    (world, first, second)
}

/// Else the centre would go back to a key that the handset had before.
#[test]
fn a_doubt_that_is_settled_as_committed_ends_older_ones_and_they_cannot_be_settled_any_more() {
    for knows_exchanges in [true, false] {
        let settings = Settings { knows_exchanges, ..settings(Way::Perform) };
        let (mut world, first, second) = doubted_twice(settings);
        assert_eq!(world.operate(Operation::Settle(second, true, anna())), Some(Said::Done));
        assert_eq!((world.outcome_of(first), world.desk.exchanges_in_doubt()), (Some(Outcome::Failed), 0));
        let cause = world.record(first).ended.as_ref().unwrap().cause.clone().unwrap();
        assert!(cause.ends_with(&second.to_string()), "{cause}");
        assert_eq!(world.operate(Operation::Settle(first, true, anna())), Some(Said::NotFound));
        for _ in 0..5 {
            world.tick(limits::DISCARD_WAITS_MS);
        }
        assert_eq!(world.outcome_of(second), Some(Outcome::Updated));
        assert!(world.records.values().all(|record| !record.is_open()), "nothing is left to do");
        let last = world.asked_north.iter().rposition(|id| *id == second).unwrap();
        let discards = world.asked_north[last..].iter().filter(|id| **id == first).count();
        assert_eq!(discards, usize::from(knows_exchanges), "{:?}", world.asked_north);
    }
}

#[test]
fn doubts_may_be_settled_from_the_oldest_to_the_youngest_and_the_centre_hears_of_the_youngest_last() {
    let (mut world, first, second) = doubted_twice(settings(Way::Perform));
    world.north_waits = true;
    assert_eq!(world.operate(Operation::Settle(first, true, anna())), Some(Said::Done));
    assert_eq!(world.operate(Operation::Settle(second, true, anna())), Some(Said::Done));
    // The centre has lost the older one: that is no doubt any more when it has the younger.
    for _ in 0..limits::ACTIVATION_REFUSALS {
        let (exchange, call, _) = world.questions.pop().unwrap();
        assert_eq!(exchange, first);
        world.bring(Event::North(exchange, call, Err(NorthFault::Refused(6))));
        world.tick(limits::DEBT_WAITS_MS);
    }
    let said = world.operate(Operation::Settle(first, true, anna()));
    assert!(matches!(said, Some(Said::Conflict(why)) if why.contains("younger")), "{said:?}");
    world.answer_north();
    assert_eq!((world.outcome_of(first), world.outcome_of(second)), (Some(Outcome::Failed), Some(Outcome::Updated)));
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
    assert!(world.desk.devices.get(&device(1)).is_none_or(|device| device.exchange.is_none()), "nothing to end");
}

/// Of higher priority is what commits first, though it is asked for last.
#[test]
fn which_of_two_doubts_is_older_goes_by_their_commits() {
    let mut world = quiet(Way::Perform);
    let asked = [world.ask_for(|_| ()), world.ask_for(|_| ()), world.ask_for(|start| start.priority = 9)];
    for _ in 0..3 {
        world.tick(1_000);
        let (mut handset, mut ticket) = Handset::come(&mut world, 1);
        while exec(world.reply(ticket)).is_some_and(|(_, _, payload)| payload != [5]) {
            ticket = handset.go_on(&mut world, ticket);
        }
        world.tick(limits::SESSION_IDLE_MS);
    }
    let [first, third, second] = asked;
    assert_eq!(world.desk.devices[&device(1)].exchange.as_ref().map(Exchange::id), Some(third));
    assert_eq!(world.operate(Operation::Settle(second, true, anna())), Some(Said::Done));
    assert_eq!((world.outcome_of(first), world.outcome_of(second)), (Some(Outcome::Failed), Some(Outcome::Updated)));
    assert_eq!(world.operate(Operation::Settle(third, true, anna())), Some(Said::Done));
    assert_eq!(world.outcome_of(third), Some(Outcome::Updated));
}

impl World {
    /// The handset comes, and answers with this RESULT_CODE; gives what was carried.
    fn refused_by_handset(&mut self, code: u8) -> Vec<u8> {
        let (mut handset, ticket) = Handset::come(self, 1);
        handset.refuses = Some(code);
        let carried = play(self, &mut handset, ticket);
        self.tick(1_000);
        carried
    }
}

/// Else a handset that refuses is called, and asked, as fast as it comes.
#[test]
fn exchanges_that_come_to_nothing_do_not_follow_each_other_without_pause_nor_for_ever() {
    let (mut world, id) = doubted();
    let mut pause = limits::SUPERSEDE_AGAIN_MS;
    for _ in 0..limits::SUPERSEDING_ENDS {
        assert_eq!(world.refused_by_handset(4), [2]);
        let ended = world.ended.len();
        for _ in 0..20 {
            assert_eq!(world.refused_by_handset(4), [0_u8; 0], "nothing is asked of it");
        }
        assert_eq!(world.ended.len(), ended);
        assert!(world.desk.devices[&device(1)].exchange.is_none());
        world.tick(pause);
        pause *= 2;
    }
    for _ in 0..10 {
        world.tick(24 * 3_600_000);
        assert_eq!(world.refused_by_handset(4), [0_u8; 0]);
    }
    assert_eq!((world.desk.exchanges_in_doubt(), world.outcome_of(id)), (1, Some(Outcome::InDoubt)));
    // An operator may ask for one at any time; its commit ends the doubt.
    let asked = world.ask_for(|_| ());
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    assert_eq!((world.outcome_of(asked), world.outcome_of(id)), (Some(Outcome::Updated), Some(Outcome::Failed)));
}

#[test]
fn while_a_doubt_rests_what_else_is_queued_has_its_turn_and_an_operators_word_ends_the_rest() {
    let (mut world, id) = doubted();
    world.refused_by_handset(4);
    let probe = world.ask_for(|start| start.probe = true);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6]);
    assert_eq!(world.outcome_of(probe), Some(Outcome::Probed));
    // An OTAF too, whose commit ends the doubt.
    world.bring(Event::Attach(Start::of(device(1), Origin::North("otaf".into())), PushTicket(1)));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(world.told, [(1, Told::Attached)]);
    world.bring(Event::Push(device(1), Origin::North("otaf".into()), Push::Forward(PushTicket(2), vec![5])));
    handset.token = token(world.reply(ticket));
    let ticket = handset.go_on(&mut world, ticket);
    world.bring(Event::Push(device(1), Origin::North("otaf".into()), Push::Release(PushTicket(3))));
    assert!(exec(world.reply(ticket)).is_none(), "it is let go");
    assert_eq!((world.outcome_of(id), world.desk.exchanges_in_doubt()), (Some(Outcome::Failed), 0));

    let (mut world, id) = doubted();
    world.refused_by_handset(4);
    let other = world.desk.devices[&device(1)].doubts.len();
    assert_eq!((other, world.operate(Operation::Settle(id, false, anna()))), (1, Some(Said::Done)));
}

/// Each commit ends the doubt that was there, and leaves another one.
#[test]
fn a_centre_that_makes_no_key_live_does_not_get_one_after_the_other() {
    let mut world = quiet(Way::Perform);
    world.north_waits = true;
    world.ask_for(|_| ());
    let mut committed = 0;
    for _ in 0..200 {
        let (mut handset, mut ticket) = Handset::come(&mut world, 1);
        for _ in 0..100 {
            for (exchange, call, ask) in std::mem::take(&mut world.questions) {
                let activates = matches!(ask, Ask::Activate(_));
                let answer = if activates { Err(NorthFault::Refused(6)) } else { Ok(NorthAnswer::Done) };
                world.bring(Event::North(exchange, call, answer));
            }
            if world.replies.get(&ticket).is_some_and(|reply| exec(reply).is_some()) {
                committed += usize::from(exec(world.reply(ticket)).unwrap().2 == [5]);
                ticket = handset.go_on(&mut world, ticket);
            }
            world.tick(100);
        }
        world.tick(100_000);
    }
    // In six hours the one that was asked for, one at once, and those after 5, 10, 20, 40 and 80 min.
    assert_eq!((committed, world.desk.exchanges_in_doubt()), (7, 1));
}

#[test]
fn a_process_that_begins_anew_lets_a_doubt_rest_first() {
    let mut world = quiet(Way::Perform);
    world.north_waits = true;
    let left = world.ask_for(|_| ());
    let mut record = world.records[&left].bare();
    (record.state, record.choice) = (State::Committed, Some((Way::Perform, Dialect::Is683)));
    record.kind = Some(Kind::AKey);
    let ended = Ended { outcome: Outcome::AcFailed, cause: None, result_code: None, at: Time(1_699_990_000_000) };
    record.ended = Some(ended);
    let mut world = World::new(Settings { start_on_contact: false, calls: true, ..settings(Way::Perform) });
    world.bring(Event::Resume { records: vec![record], restored: None });
    assert_eq!((world.desk.exchanges_in_doubt(), world.calls.len()), (1, 0));
    world.tick(limits::SUPERSEDE_AGAIN_MS);
    assert_eq!(world.calls.len(), 1);
}

#[test]
fn a_handset_that_leaves_every_commit_unanswered_gets_no_more_of_them() {
    let mut world = quiet(Way::Perform);
    world.ask_for(|_| ());
    for contact in 0..limits::DOUBTS_PER_DEVICE + 3 {
        let (mut handset, mut ticket) = Handset::come(&mut world, 1);
        let mut last = None;
        while let Some((_, _, payload)) = exec(world.reply(ticket)).filter(|(_, _, payload)| *payload != [5]) {
            last = Some(payload);
            ticket = handset.go_on(&mut world, ticket);
        }
        assert_eq!(last.is_some(), contact < limits::DOUBTS_PER_DEVICE, "contact {contact}");
        world.tick(limits::SESSION_IDLE_MS);
    }
    assert_eq!(world.desk.exchanges_in_doubt(), limits::DOUBTS_PER_DEVICE);
}
