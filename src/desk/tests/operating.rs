//! What operators want: the queue and its order, cancelling, probes, a subscriber that was changed; and what the store hears of it.

use super::doubting::doubted_twice;
use super::*;
use crate::desk::record::{ExchangeRecord, Happened};
use crate::is683::AKeyPRev;
use crate::words::Dialect;

pub(super) fn quiet(way: Way) -> World {
    World::new(Settings { start_on_contact: false, ..settings(way) })
}

pub(super) fn anna() -> Actor {
    "anna".into()
}

impl World {
    /// An operator wants something of device 1; what is said at once.
    pub(super) fn operate(&mut self, operation: Operation) -> Option<Said> {
        let before = self.said.len();
        self.bring(Event::Operation(device(1), operation, OperationTicket(7)));
        self.said.get(before).map(|(ticket, said)| {
            assert_eq!(*ticket, 7);
            *said
        })
    }

    pub(super) fn ask_for(&mut self, change: impl FnOnce(&mut Start)) -> ExchangeId {
        let mut start = Start::of(device(1), Origin::Operator(anna()));
        change(&mut start);
        match self.operate(Operation::Start(Box::new(start))) {
            Some(Said::Started(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    /// What the store has of an exchange.
    pub(super) fn record(&self, id: ExchangeId) -> &ExchangeRecord {
        &self.records[&id]
    }

    pub(super) fn outcome_of(&self, id: ExchangeId) -> Option<Outcome> {
        self.record(id).ended.as_ref().map(|ended| ended.outcome)
    }

    pub(super) fn actions(&self) -> Vec<&str> {
        self.audit.iter().map(|event| event.action.as_str()).collect()
    }
}

/// Up to a Commit of an is683 exchange that nobody answers.
pub(super) fn doubted() -> (World, ExchangeId) {
    doubted_in(quiet(Way::Perform))
}

pub(super) fn doubted_in(mut world: World) -> (World, ExchangeId) {
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

    // What is under way and what waits behind it end alike, and say why.
    let third = world.ask_for(|_| ());
    world.subscribers.clear();
    world.audit.clear();
    assert_eq!(world.operate(Operation::Changed), Some(Said::Done));
    let why = "the subscriber was removed";
    let said: Vec<_> = world.audit.iter().map(|event| (&*event.action, &*event.subject, &*event.detail)).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    for id in [second, third] {
        let ended = world.record(id).ended.as_ref().unwrap();
        assert_eq!((ended.outcome, ended.cause.as_deref()), (Outcome::Cancelled, Some(why)));
        assert!(said.contains(&("exchange.cancel", &*id.to_string(), &*format!("{}; {why}", device(1)))), "{said:?}");
    }
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
        let said =
            world.audit.iter().filter(|event| event.subject == id.to_string() && event.detail.ends_with(removed));
        assert_eq!(said.map(|event| &*event.action).collect::<Vec<_>>(), ["exchange.settle"]);
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
