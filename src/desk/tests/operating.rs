//! What operators want: the queue and its order, cancelling, settling, probes, a subscriber that was changed; and what the store hears of it.

use super::*;
use crate::desk::record::{Ended, ExchangeRecord, Happened};
use crate::is683::AKeyPRev;
use crate::words::Dialect;

fn quiet(way: Way) -> World {
    World::new(Settings { start_on_contact: false, ..settings(way) })
}

fn anna() -> Actor {
    "anna".into()
}

impl World {
    /// An operator wants something of device 1; what is said at once.
    fn operate(&mut self, operation: Operation) -> Option<Said> {
        let before = self.said.len();
        self.bring(Event::Operation(device(1), operation, OperationTicket(7)));
        self.said.get(before).map(|(ticket, said)| {
            assert_eq!(*ticket, 7);
            *said
        })
    }

    fn ask_for(&mut self, change: impl FnOnce(&mut Start)) -> ExchangeId {
        let mut start = Start::of(device(1), Origin::Operator(anna()));
        change(&mut start);
        match self.operate(Operation::Start(Box::new(start))) {
            Some(Said::Started(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    /// What the store has of an exchange.
    fn record(&self, id: ExchangeId) -> &ExchangeRecord {
        &self.records[&id]
    }

    fn outcome_of(&self, id: ExchangeId) -> Option<Outcome> {
        self.record(id).ended.as_ref().map(|ended| ended.outcome)
    }

    fn actions(&self) -> Vec<&str> {
        self.audit.iter().map(|event| event.action.as_str()).collect()
    }
}

/// Up to a Commit of an is683 exchange that nobody answers.
fn doubted() -> (World, ExchangeId) {
    doubted_in(quiet(Way::Perform))
}

fn doubted_in(mut world: World) -> (World, ExchangeId) {
    let id = world.ask_for(|_| ());
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.desk.exchanges_in_doubt(), 1);
    (world, id)
}

#[test]
fn what_is_asked_for_is_durable_before_anybody_hears_and_goes_by_priority_then_age() {
    let mut world = quiet(Way::Perform);
    world.disk_waits = true;
    let start = Box::new(Start::of(device(1), Origin::Operator(anna())));
    assert_eq!(world.operate(Operation::Start(start)), None, "not durable yet");
    // The handset comes meanwhile, and is not let go for want of it.
    let [queued] = std::mem::take(&mut world.steps).try_into().unwrap();
    world.disk_waits = false;
    let (_, ticket) = Handset::come(&mut world, 1);
    assert!(!world.replies.contains_key(&ticket));
    world.bring(Event::Durable(queued));
    assert!(exec(world.reply(ticket)).is_some(), "it begins");
    let (_, Said::Started(first)) = world.said[0] else { panic!("{:?}", world.said) };
    assert_eq!(world.record(first).start.origin, Origin::Operator(anna()));

    let mut asked = |priority| {
        world.now = world.now.plus(1);
        world.ask_for(|start| start.priority = priority)
    };
    let [low, high, higher, last] = [3, 5, 9, 5].map(&mut asked);
    world.operate(Operation::Cancel(first, anna()));
    let order: Vec<_> = world.desk.devices[&device(1)].queue.iter().map(|queued| queued.record.id).collect();
    assert_eq!(world.desk.devices[&device(1)].exchange.as_ref().map(Exchange::id), Some(higher));
    assert_eq!(order, [high, last, low]);
}

/// Who asks for an exchange by its name may ask again, and gets no second one.
#[test]
fn an_exchange_that_is_asked_for_by_its_name_is_one() {
    let mut world = quiet(Way::Perform);
    let name = ExchangeId(0xABCD);
    let named = |number| {
        let start = Start { id: Some(name), ..Start::of(device(number), Origin::Campaign("spring".into())) };
        Operation::Start(Box::new(start))
    };
    world.disk_waits = true;
    assert_eq!(world.operate(named(1)), None, "not durable yet");
    assert!(matches!(world.operate(named(1)), Some(Said::Conflict(_))), "nor asked for twice");
    let [queued] = std::mem::take(&mut world.steps).try_into().unwrap();
    world.disk_waits = false;
    world.bring(Event::Durable(queued));
    assert_eq!(world.said.last(), Some(&(7, Said::Started(name))));
    assert_eq!((world.record(name).start.id, world.record(name).device()), (None, &device(1)));
    // While it waits, is under way and is in doubt.
    assert_eq!(world.operate(named(1)), Some(Said::Started(name)));
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        assert_eq!(world.operate(named(1)), Some(Said::Started(name)));
        ticket = handset.go_on(&mut world, ticket);
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.operate(named(1)), Some(Said::Started(name)), "in doubt");
    world.bring(Event::Operation(device(2), named(2), OperationTicket(7)));
    assert!(matches!(world.said.last(), Some((7, Said::Conflict(_)))), "another device's");
    assert_eq!(world.records.len(), 1);
    assert_eq!(world.actions().iter().filter(|action| **action == "exchange.start").count(), 1);
}

#[test]
fn an_exchange_that_was_asked_for_outlives_the_doubt_that_it_would_have_ended() {
    let (mut world, first) = doubted();
    let second = world.ask_for(|_| ());
    Handset::come(&mut world, 1);
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.desk.devices[&device(1)].exchange.as_ref().map(Exchange::id), Some(second));
    assert_eq!(world.operate(Operation::Settle(first, true, anna())), Some(Said::Done));
    assert_eq!((world.outcome_of(first), world.outcome_of(second)), (Some(Outcome::Updated), None));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    assert_eq!(world.outcome_of(second), Some(Outcome::Updated));
}

#[test]
fn a_device_that_is_unknown_and_a_queue_that_is_full_are_said() {
    let mut world = quiet(Way::Perform);
    let start = |number| Operation::Start(Box::new(Start::of(device(number), Origin::Operator(anna()))));
    world.bring(Event::Operation(device(9), start(9), OperationTicket(1)));
    assert_eq!(world.said.pop(), Some((1, Said::NotFound)));
    for _ in 0..=limits::EXCHANGES_PER_DEVICE {
        world.ask_for(|_| ());
    }
    assert_eq!(world.operate(start(1)), Some(Said::QueueFull));
    assert_eq!(world.operate(Operation::Cancel(ExchangeId(1), anna())), Some(Said::NotFound));
    assert_eq!(world.operate(Operation::Settle(ExchangeId(1), true, anna())), Some(Said::NotFound));
}

#[test]
fn an_exchange_can_be_cancelled_until_its_commit_may_have_left() {
    for stop_after in 0..=4 {
        let mut world = quiet(Way::Perform);
        let id = world.ask_for(|_| ());
        let (mut handset, mut ticket) = Handset::come(&mut world, 1);
        for _ in 0..stop_after {
            ticket = handset.go_on(&mut world, ticket);
        }
        let said = world.operate(Operation::Cancel(id, anna())).unwrap();
        match stop_after {
            0..=2 => {
                assert_eq!(said, Said::Done);
                assert_eq!(world.outcome_of(id), Some(Outcome::Cancelled));
                assert_eq!(world.actions(), ["exchange.start", "exchange.cancel"]);
                assert_eq!(world.audit[1].actor, "anna");
                let ticket = handset.go_on(&mut world, ticket);
                assert!(exec(world.reply(ticket)).is_none(), "and the handset is let go");
            }
            3 => assert!(matches!(said, Said::Conflict(_)), "the Commit has left: {said:?}"),
            _ => assert_eq!(said, Said::NotFound, "it is over"),
        }
    }
}

#[test]
fn what_is_cancelled_when_its_key_is_staged_is_discarded_until_the_centre_has_heard() {
    let mut world = quiet(Way::Perform);
    world.north_waits = true;
    let id = world.ask_for(|_| ());
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    assert!(matches!(world.questions.pop(), Some((_, _, Ask::Stage { .. }))));
    assert_eq!(world.operate(Operation::Cancel(id, anna())), Some(Said::Done));
    assert!(world.record(id).discards && world.record(id).is_open());
    assert_eq!(world.actions(), ["exchange.start", "key.pending", "exchange.cancel", "key.discard"]);
    // The device is free; the centre is asked again and again.
    let next = world.ask_for(|_| ());
    let mut asked = 0;
    while asked < 12 {
        if let Some((exchange, call, ask)) = world.questions.pop() {
            assert!(matches!(ask, Ask::Discard(Way::Perform)), "{ask:?}");
            assert_eq!(exchange, id);
            asked += 1;
            world.bring(Event::North(exchange, call, Err(NorthFault::Unreachable)));
        }
        world.tick(1_000);
    }
    while world.questions.is_empty() {
        world.tick(1_000);
    }
    world.answer_north();
    assert!(!world.record(id).is_open());
    assert_eq!(world.outcome_of(id), Some(Outcome::Cancelled));
    assert_eq!(world.outcome_of(next), None);
}

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
fn doubted_twice(settings: Settings) -> (World, ExchangeId, ExchangeId) {
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
    world.bring(Event::Push(device(1), Push::Forward(PushTicket(2), vec![5])));
    handset.token = token(world.reply(ticket));
    let ticket = handset.go_on(&mut world, ticket);
    world.bring(Event::Push(device(1), Push::Release(PushTicket(3))));
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
    world.bring(Event::Resume { records: vec![record], restored: false });
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

#[test]
fn an_exchange_lasts_from_its_request_and_waits_for_its_handset_meanwhile() {
    let mut world = quiet(Way::Perform);
    world.ask_for(|_| ());
    world.tick(1_200_000);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    assert_eq!(world.ended.last().map(|(outcome, _)| *outcome), Some(Outcome::Updated));
    assert_eq!(world.lasted, 1_200_000);
}

#[test]
fn a_probe_asks_and_changes_nothing() {
    let mut world = quiet(Way::Perform);
    let id = world.ask_for(|start| start.probe = true);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6]);
    assert_eq!((world.outcome_of(id), world.powers), (Some(Outcome::Probed), 0));
    assert_eq!(world.record(id).version.feature_p_rev, [2]);
    assert_eq!(world.record(id).choice, Some((Way::Perform, Dialect::Is683)));
    assert!(world.asked_north.is_empty());
    // Also a handset that is known is asked.
    let id = world.ask_for(|start| start.probe = true);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6]);
    assert_eq!(world.outcome_of(id), Some(Outcome::Probed));
}

#[test]
fn a_request_names_its_revision_and_a_subscriber_goes_before_its_model() {
    let mut world = quiet(Way::Perform);
    let id = world.ask_for(|start| start.a_key_p_rev = Some(AKeyPRev::A_KEY.0 + 1));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6], "it has none but 2");
    assert_eq!(world.outcome_of(id), Some(Outcome::Unsupported));

    let wishes = &mut world.subscribers.get_mut(&device(1)).unwrap().wishes;
    wishes.way = Some(Way::Relay);
    let id = world.ask_for(|_| ());
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5]);
    assert_eq!(world.record(id).choice, Some((Way::Relay, Dialect::Is683)));
}

#[test]
fn a_subscriber_that_was_changed_is_let_go_and_one_that_was_removed_gets_nothing_more() {
    let mut world = quiet(Way::Perform);
    let [first, second] = [world.ask_for(|_| ()), world.ask_for(|_| ())];
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert!(exec(world.reply(ticket)).is_some());
    assert_eq!(world.operate(Operation::Changed), Some(Said::Done));
    let ticket = handset.go_on(&mut world, ticket);
    assert!(exec(world.reply(ticket)).is_none(), "it is let go");
    assert_eq!((world.outcome_of(first), world.outcome_of(second)), (None, None));
    // It comes again, by what counts now, and the exchange goes on.
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket).last(), Some(&5));
    assert_eq!(world.outcome_of(first), Some(Outcome::Updated));

    world.subscribers.clear();
    assert_eq!(world.operate(Operation::Changed), Some(Said::Done));
    assert_eq!(world.outcome_of(second), Some(Outcome::Cancelled));
}

/// An operator comes to an end with a device, whatever it stands at.
#[test]
fn of_a_subscriber_that_was_removed_nothing_is_left_and_nothing_is_begun() {
    let removed = "the subscriber was removed";
    let judge = |mut world: World, id: ExchangeId| {
        world.subscribers.clear();
        assert_eq!(world.operate(Operation::Changed), Some(Said::Done));
        for _ in 0..80 {
            world.tick(3_600_000);
        }
        let ended = world.record(id).ended.as_ref().unwrap();
        assert_eq!((ended.outcome, ended.cause.as_deref()), (Outcome::Failed, Some(removed)));
        assert!(world.records.values().all(|record| !record.is_open()), "{:?}", world.records);
        assert!(world.records.len() <= 3, "none was begun");
        assert_eq!((world.desk.exchanges_in_doubt(), world.desk.devices.len()), (0, 0));
    };
    // Its Commit is in doubt.
    let (world, id) = doubted();
    judge(world, id);
    // Another exchange waits to end the doubt, and one behind it.
    let (mut world, id) = doubted();
    Handset::come(&mut world, 1);
    world.tick(limits::SESSION_IDLE_MS);
    world.ask_for(|start| start.probe = true);
    judge(world, id);
    // Its Commit is with the handset.
    let mut world = quiet(Way::Perform);
    let id = world.ask_for(|_| ());
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    judge(world, id);
}

/// It is by ANSI-41, and knows a device by names that went with its subscriber.
#[test]
fn what_is_owed_to_a_centre_that_cannot_be_told_of_a_removed_subscriber_is_owed_no_more() {
    for committed in [true, false] {
        let (mut world, first, _) = doubted_twice(Settings { knows_exchanges: false, ..settings(Way::Perform) });
        world.north_waits = true;
        assert_eq!(world.operate(Operation::Settle(first, committed, anna())), Some(Said::Done));
        world.subscribers.clear();
        assert_eq!(world.operate(Operation::Changed), Some(Said::Done));
        for _ in 0..20 {
            for (exchange, call, _) in std::mem::take(&mut world.questions) {
                world.bring(Event::North(exchange, call, Err(NorthFault::Removed)));
            }
            world.tick(limits::DEBT_WAITS_MS);
        }
        assert_eq!(world.outcome_of(first), Some(Outcome::Failed));
        assert!(world.records.values().all(|record| !record.is_open()), "{:?}", world.records);
        assert!(world.questions.is_empty() && world.desk.devices.is_empty());
    }
}

/// Its handset has MS_RESULT in its last answer; the Commit that would follow cannot leave in that session.
#[test]
fn a_subscriber_that_was_changed_in_the_middle_leaves_no_doubt_of_a_commit_that_never_left() {
    for slow in [false, true] {
        let mut world = quiet(Way::Perform);
        let id = world.ask_for(|_| ());
        let (mut handset, mut ticket) = Handset::come(&mut world, 1);
        while exec(world.reply(ticket)).unwrap().2[0] != 3 {
            ticket = handset.go_on(&mut world, ticket);
        }
        world.north_waits = slow;
        assert_eq!(world.operate(Operation::Changed), Some(Said::Done));
        let ticket = handset.go_on(&mut world, ticket);
        world.answer_north();
        assert!(exec(world.reply(ticket)).is_none(), "it is let go");
        assert_eq!((world.outcome_of(id), world.desk.exchanges_in_doubt()), (None, 0));
        assert!(world.record(id).state < State::CommitSent && world.record(id).commit.is_none());
        world.north_waits = false;
        let (mut handset, ticket) = Handset::come(&mut world, 1);
        assert_eq!(play(&mut world, &mut handset, ticket).last(), Some(&5));
        assert_eq!(world.outcome_of(id), Some(Outcome::Updated));
    }
}

#[test]
fn the_store_hears_what_happened_and_never_a_service_programming_code() {
    let mut world = quiet(Way::Perform);
    let id = world.ask_for(|_| ());
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    let steps: Vec<_> = world.history.iter().filter(|(of, _)| *of == id).map(|(_, what)| what.clone()).collect();
    let types = |reverse: bool| {
        let of = |what: &Happened| match what {
            Happened::Reverse(octets) if reverse => octets.first().copied(),
            Happened::Forward(octets) if !reverse => octets.first().copied(),
            _ => None,
        };
        steps.iter().filter_map(of).collect::<Vec<_>>()
    };
    assert_eq!((types(false), types(true)), (vec![6, 2, 3, 5], vec![6, 2, 3, 5]));
    assert_eq!(world.actions(), ["exchange.start", "key.pending", "key.commit", "key.activate"]);
    for type_ in (0..=255_u8).filter(|type_| ![2, 3, 5, 6, 10, 16].contains(type_)) {
        let carried = crate::exchange::SouthRequest::Carry(vec![type_, 1, 2, 3, 4]);
        assert_eq!(Happened::of_request(&carried), Happened::Forward(vec![type_]));
        let answer = crate::exchange::SouthAnswer::Reverse(vec![type_, 0, 7, 7]);
        assert_eq!(Happened::of_answer(&answer), Happened::Reverse(vec![type_, 0]));
    }
}
