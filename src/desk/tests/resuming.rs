//! What a later process makes of each thing that an earlier one has left.

use super::*;
use crate::desk::record::{CommitMark, Ended};
use crate::exchange::Version;
use crate::words::Dialect;

fn left(id: u64, state: State, change: impl FnOnce(&mut ExchangeRecord)) -> ExchangeRecord {
    let at = Time(1_699_999_000_000 + id);
    let mut record = ExchangeRecord {
        id: ExchangeId(id),
        start: Start::of(device(1), Origin::Operator("anna".into())),
        created: at,
        at,
        expires: Time(1_700_100_000_000),
        choice: (state >= State::Pending).then_some((Way::Perform, Dialect::Is683)),
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

fn ended(outcome: Outcome) -> Ended {
    Ended { outcome, cause: Some("before".into()), result_code: None, at: Time(1_699_999_500_000) }
}

fn sent(correlator: &str) -> CommitMark {
    CommitMark { at: Time(1_699_999_500_000), correlator: Some(correlator.into()), tag: 4 }
}

/// The first process that goes on from a backup with all of these moments; `again`: the next one.
fn from_backup(again: bool) -> Restored {
    Restored { until: Time(1_699_999_999_999), is_first: !again }
}

/// A process that finds these; handsets can be called.
fn resumed(records: Vec<ExchangeRecord>, restored: impl Into<Option<Restored>>) -> World {
    let mut world = World::new(Settings { start_on_contact: false, calls: true, ..settings(Way::Perform) });
    world.records = records.iter().map(|record| (record.id, record.bare())).collect();
    world.bring(Event::Resume { records, restored: restored.into() });
    world
}

impl World {
    fn how(&self, id: u64) -> (State, Option<Outcome>) {
        let record = &self.records[&ExchangeId(id)];
        (record.state, record.ended.as_ref().map(|ended| ended.outcome))
    }
}

const COMMIT_RESPONSE: &str = "<Item><Data>BQA=</Data></Item></Alert>";

#[test]
fn what_had_not_sent_a_commit_begins_again_and_keeps_its_name_and_order() {
    let mut records = vec![left(1, State::Requested, |_| ()), left(2, State::Requested, |r| r.start.priority = 7)];
    records.push(left(3, State::Pending, |_| ()));
    let mut world = resumed(records, None);
    for expected in [3, 2, 1] {
        assert_eq!(world.desk.devices[&device(1)].exchange.as_ref().map(Exchange::id), Some(ExchangeId(expected)));
        let (mut handset, ticket) = Handset::come(&mut world, 1);
        let carried = play(&mut world, &mut handset, ticket);
        assert!(carried.ends_with(&[2, 3, 5]), "{carried:?}");
        assert_eq!(world.how(expected).1, Some(Outcome::Updated));
    }
    assert!(world.records.values().all(|record| !record.is_open()));
}

#[test]
fn a_commit_that_may_have_left_is_in_doubt_and_its_handset_is_called_at_once() {
    let late = format!("<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>abc</Correlator>{COMMIT_RESPONSE}");
    for answers in [true, false] {
        let mut world = resumed(vec![left(1, State::CommitSent, |record| record.commit = Some(sent("abc")))], None);
        assert_eq!(world.how(1), (State::CommitSent, Some(Outcome::InDoubt)));
        assert_eq!((world.desk.exchanges_in_doubt(), world.calls.len()), (1, 1));
        assert_eq!(world.audit[0].action, "exchange.in_doubt");
        let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
        let opening = if answers { OPENING.to_owned() + &late } else { OPENING.to_owned() };
        let ticket = world.send(&document(&device(1), 1, Some(&cred(&nonce)), &opening), None);
        if answers {
            assert_eq!(world.how(1), (State::Activated, Some(Outcome::Updated)));
        } else {
            let reply = world.reply(ticket);
            let mut handset =
                Handset { device: device(1), msg_id: 1, token: token(reply), refuses: None, puts_off: false };
            play(&mut world, &mut handset, ticket);
            assert_eq!(world.how(1).1, Some(Outcome::Failed), "superseded");
            assert_eq!(world.ended.last().unwrap().0, Outcome::Updated);
        }
        assert_eq!(world.desk.exchanges_in_doubt(), 0);
    }
}

/// Else one that dies again and again would call the handset each time.
#[test]
fn a_handset_whose_doubt_was_known_is_not_called_by_each_process_at_once() {
    let mut left = vec![left(1, State::CommitSent, |record| record.commit = Some(sent("abc")))];
    for calls in [1, 0, 0, 0] {
        let mut world = resumed(left, None);
        world.tick(1_000);
        assert_eq!((world.calls.len(), world.desk.exchanges_in_doubt()), (calls, 1));
        left = world.records.values().map(ExchangeRecord::bare).collect();
    }
    let mut world = resumed(left, None);
    world.tick(limits::SUPERSEDE_AGAIN_MS);
    assert_eq!(world.calls.len(), 1);
}

#[test]
fn of_several_doubts_the_youngest_may_be_answered_and_one_commit_ends_all() {
    let doubt = |id, correlator: &str| {
        let commit = sent(correlator);
        left(id, State::CommitSent, |record| {
            (record.commit, record.ended) = (Some(commit), Some(ended(Outcome::InDoubt)));
        })
    };
    let mut world = resumed(vec![doubt(1, "a"), doubt(2, "b"), left(3, State::Requested, |_| ())], None);
    assert_eq!(world.desk.exchanges_in_doubt(), 2);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
    assert_eq!((world.how(1).1, world.how(2).1), (Some(Outcome::Failed), Some(Outcome::Failed)));
    assert_eq!(world.how(3).1, Some(Outcome::Updated), "what was queued ends the doubt: no other one is begun");
    assert_eq!(world.records.len(), 3);
}

#[test]
fn what_the_centre_is_still_to_hear_it_hears_and_nobody_waits_for_that() {
    let discard =
        left(2, State::Pending, |record| (record.ended, record.discards) = (Some(ended(Outcome::Failed)), true));
    let records = vec![left(1, State::Committed, |_| ()), discard, left(3, State::Requested, |_| ())];
    let world = resumed(records, None);
    assert_eq!(world.asked_north, [ExchangeId(1), ExchangeId(2)]);
    assert_eq!(world.how(1), (State::Activated, Some(Outcome::Updated)));
    assert_eq!(world.how(2), (State::Pending, Some(Outcome::Failed)));
    assert!(!world.records[&ExchangeId(2)].is_open());
    assert_eq!(world.desk.devices[&device(1)].exchange.as_ref().map(Exchange::id), Some(ExchangeId(3)));
    assert_eq!(world.audit.iter().filter(|event| event.action == "key.activate").count(), 1);
}

/// They may be the deaths of the process, not the silence of the handset.
#[test]
fn any_number_of_doubts_that_earlier_processes_left_is_ended_by_one_commit() {
    let doubts = 1..=limits::DOUBTS_PER_DEVICE as u64 + 4;
    let doubted = |id| left(id, State::CommitSent, |record| record.ended = Some(ended(Outcome::InDoubt)));
    let mut world = resumed(doubts.clone().map(doubted).collect(), None);
    assert_eq!(world.desk.exchanges_in_doubt(), limits::DOUBTS_PER_DEVICE + 4);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let carried = play(&mut world, &mut handset, ticket);
    assert!(carried.ends_with(&[2, 3, 5]), "{carried:?}");
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
    for id in doubts {
        assert_eq!(world.how(id).1, Some(Outcome::Failed), "superseded");
    }
}

/// Else the last that a centre hears of could be a key that the handset has replaced.
#[test]
fn keys_are_made_live_in_the_order_in_which_the_handset_took_them_into_use() {
    let records = || vec![left(1, State::Committed, |_| ()), left(2, State::Committed, |_| ())];
    let queued = left(3, State::Requested, |_| ());
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Perform) });
    world.records = records().into_iter().map(|record| (record.id, record)).collect();
    world.north_waits = true;
    world.bring(Event::Resume { records: records().into_iter().chain([queued]).collect(), restored: None });
    assert_eq!(world.asked_north, [ExchangeId(1)], "the second waits for the first");
    let [(first, call, _)] = std::mem::take(&mut world.questions).try_into().unwrap();
    world.north_waits = false;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);
    assert_eq!(world.asked_north, [1, 3].map(ExchangeId), "the third is staged, and waits too");
    assert_eq!(world.how(3), (State::Committed, None));
    world.tick(5_000);
    assert_eq!(world.asked_north.len(), 2);
    world.bring(Event::North(first, call, Ok(NorthAnswer::Done)));
    (0..4).for_each(|_| world.tick(10_000));
    assert_eq!(world.asked_north, [1, 3, 2, 3].map(ExchangeId));
    for id in 1..=3 {
        assert_eq!(world.how(id), (State::Activated, Some(Outcome::Updated)));
    }
}

#[test]
fn a_doubt_that_found_no_room_does_not_come_back_when_it_is_settled() {
    let records = || vec![left(1, State::CommitSent, |_| ()), left(2, State::CommitSent, |_| ())];
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Perform) });
    world.records = records().into_iter().map(|record| (record.id, record)).collect();
    world.disk_is_full = true;
    world.bring(Event::Resume { records: records(), restored: None });
    world.disk_is_full = false;
    for (step, changes) in std::mem::take(&mut world.unmade) {
        world.bring(Event::Refused(step, changes));
    }
    let settle = Operation::Settle(ExchangeId(1), false, "anna".into());
    world.bring(Event::Operation(device(1), settle, OperationTicket(1)));
    assert_eq!(world.said, [(1, Said::Done)]);
    world.tick(limits::STORE_AGAIN_MS);
    assert_eq!((world.how(1).1, world.how(2).1), (Some(Outcome::Failed), Some(Outcome::InDoubt)));
    assert_eq!(world.audit.iter().filter(|event| event.action == "exchange.in_doubt").count(), 2, "both are told");
}

#[test]
fn what_an_otaf_drove_is_over_or_in_doubt() {
    let pushed = |id, state| left(id, state, |record| record.pushed = true);
    let world =
        resumed(vec![pushed(1, State::InSession), pushed(2, State::CommitSent), pushed(3, State::Committed)], None);
    assert_eq!(world.how(1).1, Some(Outcome::Cancelled));
    assert_eq!(world.how(2).1, Some(Outcome::InDoubt));
    assert_eq!(world.how(3).1, Some(Outcome::Updated));
    assert_eq!((world.desk.exchanges_in_doubt(), world.desk.devices[&device(1)].exchange.is_none()), (1, true));
    assert!(world.asked_north.is_empty(), "its key is the OTAF's");
    let mut world = world;
    world.bring(Event::Operation(device(1), Operation::Settle(ExchangeId(2), true, "anna".into()), OperationTicket(1)));
    assert_eq!((world.how(2).1, world.asked_north.len()), (Some(Outcome::Updated), 0));
}

#[test]
fn after_a_backup_was_restored_nothing_is_sent_and_what_had_a_key_is_in_doubt() {
    let discard =
        left(3, State::Pending, |record| (record.ended, record.discards) = (Some(ended(Outcome::Failed)), true));
    let records = vec![left(1, State::Pending, |_| ()), left(2, State::Committed, |_| ()), discard];
    let mut world = resumed(records, from_backup(false));
    assert_eq!((world.how(1).1, world.how(2).1), (Some(Outcome::InDoubt), Some(Outcome::InDoubt)));
    assert_eq!((world.desk.exchanges_in_doubt(), world.calls.len(), world.asked_north.len()), (2, 0, 0));
    for _ in 0..5 {
        world.tick(3_600_000);
    }
    assert_eq!((world.calls.len(), world.asked_north.len()), (0, 0));
    // When the handset comes by itself, a new key ends it.
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    assert_eq!((world.desk.exchanges_in_doubt(), world.ended.last().unwrap().0), (0, Outcome::Updated));
}

/// It may have come to a new key since, which its handset uses and the centre has not made live yet.
#[test]
fn after_a_backup_was_restored_nothing_is_discarded_of_what_had_begun_anew() {
    let begun = |state| {
        left(1, state, |record| {
            record.choice = Some((Way::Perform, Dialect::Nodes));
            record.expires = Time(1_700_000_000_000 + 5_000);
        })
    };
    // Alone, or behind another one; ended by its limit or taken back; at once or by a process after that.
    for (is_first, cancelled, again) in
        [(true, false, false), (false, false, false), (true, true, false), (true, false, true)]
    {
        let other = left(2, State::InSession, |record| {
            (record.created, record.choice) = (Time(1), Some((Way::Perform, Dialect::Nodes)));
        });
        let mut records = vec![begun(State::InSession)];
        records.extend((!is_first).then_some(other));
        let mut world = resumed(records, from_backup(false));
        if again {
            world = resumed(world.records.values().map(ExchangeRecord::bare).collect(), from_backup(true));
        }
        if cancelled {
            let cancel = Operation::Cancel(ExchangeId(1), "anna".into());
            world.bring(Event::Operation(device(1), cancel, OperationTicket(1)));
        }
        (0..3).for_each(|_| world.tick(10_000));
        let outcome = if cancelled { Outcome::Cancelled } else { Outcome::NoContact };
        assert_eq!(world.how(1), (State::Requested, Some(outcome)), "{is_first} {cancelled} {again}");
        assert!(!world.records[&ExchangeId(1)].discards && world.asked_north.is_empty());
    }
}

/// It has been told since, most likely. One that knows no exchange forgets whatever key of the device it holds: by then that of another exchange.
#[test]
fn no_process_tells_the_centre_to_discard_what_a_backup_says() {
    let discard =
        || left(1, State::Pending, |record| (record.ended, record.discards) = (Some(ended(Outcome::Failed)), true));
    for knows_exchanges in [false, true] {
        let resume = |records: Vec<ExchangeRecord>, again| {
            let mut world = World::new(Settings { knows_exchanges, start_on_contact: false, ..settings(Way::Perform) });
            world.records = records.iter().map(|record| (record.id, record.bare())).collect();
            world.bring(Event::Resume { records, restored: Some(from_backup(again)) });
            world.tick(1_000);
            world
        };
        // The first may have died before it could note that.
        for again in [false, true] {
            let world = resume(vec![discard()], again);
            assert!(world.asked_north.is_empty() && !world.records[&ExchangeId(1)].is_open());
        }
        // What has failed since is its own.
        let since = ExchangeRecord { at: Time(1_700_000_000_000), ..discard() };
        assert_eq!(resume(vec![since], true).asked_north, [ExchangeId(1)]);
    }
}

#[test]
fn after_a_backup_was_restored_a_handset_that_comes_at_once_ends_its_doubt() {
    let mut world = resumed(vec![left(1, State::Pending, |_| ())], from_backup(false));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket).last(), Some(&5));
    assert_eq!((world.desk.exchanges_in_doubt(), world.ended.last().unwrap().0), (0, Outcome::Updated));
}

/// Another exchange may have made it rise, which the backup does not know: then the centre would be told to use a key that the handset has replaced.
#[test]
fn after_a_backup_was_restored_a_counter_that_has_risen_proves_nothing() {
    let doubt = left(1, State::CommitSent, |record| {
        record.choice = Some((Way::Perform, Dialect::Nodes));
        record.version.key_version_before = Some(5);
        record.ended = Some(ended(Outcome::InDoubt));
    });
    for restored in [None, Some(from_backup(false)), Some(from_backup(true))] {
        let mut world = resumed(vec![doubt.bare()], restored);
        let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
        let ticket = world.send(&document(&device(1), 1, Some(&cred(&nonce)), OPENING), None);
        let reply = world.reply(ticket);
        let asks = format!("{:?}", reply.commands).contains("CDMA/AKey/KeyVersion");
        assert_eq!(asks, restored.is_none(), "{:?}", reply.commands);
        assert!(world.asked_north.is_empty());
    }
}

/// The handset may have come to other keys since, in whatever process that is seen.
#[test]
fn a_later_process_believes_no_word_about_a_key_of_a_backup() {
    let records =
        vec![left(1, State::CommitSent, |record| record.commit = Some(sent("abc"))), left(2, State::Pending, |_| ())];
    let first = resumed(records, from_backup(false));
    let left_by = left;
    let left = || first.records.values().map(ExchangeRecord::bare).collect::<Vec<_>>();
    let late = format!("<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>abc</Correlator>{COMMIT_RESPONSE}");
    let mut world = resumed(left(), from_backup(true));
    assert_eq!(world.desk.exchanges_in_doubt(), 2);
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    let ticket = world.send(&document(&device(1), 1, Some(&cred(&nonce)), &(OPENING.to_owned() + &late)), None);
    assert!(world.asked_north.is_empty() && world.desk.exchanges_in_doubt() == 2);
    // The commit of another one ends both.
    let mut handset =
        Handset { device: device(1), msg_id: 1, token: token(world.reply(ticket)), refuses: None, puts_off: false };
    play(&mut world, &mut handset, ticket);
    assert_eq!((world.how(1).1, world.how(2).1), (Some(Outcome::Failed), Some(Outcome::Failed)));
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
    // What is in doubt since is a later process's own: it may be answered.
    let own = |record: &mut ExchangeRecord| {
        let commit = CommitMark { at: Time(1_700_000_000_000), ..sent("abc") };
        (record.commit, record.ended) = (Some(commit), Some(ended(Outcome::InDoubt)));
    };
    let records = left().into_iter().chain([left_by(3, State::CommitSent, own)]).collect();
    let mut world = resumed(records, from_backup(true));
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    world.send(&document(&device(1), 1, Some(&cred(&nonce)), &(OPENING.to_owned() + &late)), None);
    assert_eq!(world.how(3), (State::Activated, Some(Outcome::Updated)));
    assert_eq!((world.how(1).1, world.desk.exchanges_in_doubt()), (Some(Outcome::Failed), 0), "superseded");
}

/// It holds the key that it heard of last, and what it heard of since the backup nobody knows.
#[test]
fn a_later_process_makes_no_relayed_key_of_a_backup_live_at_a_centre_that_holds_one() {
    for (restored, said) in [(None, true), (Some(from_backup(false)), false), (Some(from_backup(true)), false)] {
        let mut world = World::new(Settings { knows_exchanges: false, ..settings(Way::Relay) });
        let doubt = |id| {
            left(id, State::CommitSent, |record| {
                record.choice = Some((Way::Relay, Dialect::Is683));
                (record.commit, record.ended) = (Some(sent("abc")), Some(ended(Outcome::InDoubt)));
            })
        };
        world.records = HashMap::from([(ExchangeId(1), doubt(1))]);
        world.bring(Event::Resume { records: vec![doubt(1)], restored });
        let settle = Operation::Settle(ExchangeId(1), true, "anna".into());
        world.bring(Event::Operation(device(1), settle, OperationTicket(1)));
        assert_eq!(matches!(world.said[..], [(1, Said::Done)]), said, "{restored:?}: {:?}", world.said);
    }
}

/// Nor does one forget the key of an exchange that had asked, or may have asked, for one when the backup was made.
#[test]
fn a_later_process_discards_nothing_of_what_came_with_a_backup() {
    let policy = Policy { north_computes: true, way: None, ..settings(Way::Relay).policy };
    for (way, since) in [(None, 0), (Some(Way::Perform), 0), (Some(Way::Perform), 1_000_000)] {
        let asked = left(1, if way.is_some() { State::Pending } else { State::Requested }, |record| {
            record.choice = way.map(|way| (way, Dialect::Nodes));
            // Untouched since, or begun by the process before.
            record.at = record.at.plus(since);
            record.expires = Time(1_700_000_000_000 + 5_000);
        });
        let settings = Settings { policy: policy.clone(), start_on_contact: false, ..settings(Way::Relay) };
        let mut world = World::new(settings);
        world.records = HashMap::from([(asked.id, asked.bare())]);
        world.bring(Event::Resume { records: vec![asked], restored: Some(from_backup(true)) });
        (0..3).for_each(|_| world.tick(10_000));
        let outcome = if way.is_some() && since == 0 { Outcome::InDoubt } else { Outcome::NoContact };
        assert_eq!(world.how(1).1, Some(outcome), "{way:?} {since}");
        assert!(world.asked_north.is_empty(), "{way:?} {since}");
    }
}

/// The process died between the removal and its desk hearing of it.
#[test]
fn what_is_left_of_a_subscriber_that_was_removed_ends_as_if_it_had_been_heard_of() {
    let doubt = |id| left(id, State::CommitSent, |record| record.ended = Some(ended(Outcome::InDoubt)));
    let waiting = [left(3, State::Requested, |_| ()), left(4, State::Pending, |_| ())];
    let mut world = resumed([doubt(1), doubt(2)].into_iter().chain(waiting).collect(), None);
    world.subscribers.clear();
    world.bring(Event::Removed(device(1)));
    (0..80).for_each(|_| world.tick(3_600_000));
    for (id, outcome) in [(1, Outcome::Failed), (2, Outcome::Failed), (3, Outcome::Cancelled), (4, Outcome::Cancelled)]
    {
        assert_eq!(world.how(id).1, Some(outcome), "{id}");
    }
    assert!(world.records.values().all(|record| !record.is_open()), "{:?}", world.records);
    assert_eq!((world.desk.exchanges_in_doubt(), world.desk.devices.len()), (0, 0));
}

#[test]
fn a_discard_that_the_centre_refuses_is_not_repeated_for_ever() {
    let discard =
        left(1, State::Pending, |record| (record.ended, record.discards) = (Some(ended(Outcome::Failed)), true));
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Perform) });
    world.records.insert(discard.id, discard.bare());
    world.north_waits = true;
    world.bring(Event::Resume { records: vec![discard], restored: None });
    for _ in 0..limits::ACTIVATION_REFUSALS {
        assert!(world.records[&ExchangeId(1)].is_open());
        let (exchange, call, _) = world.questions.pop().unwrap();
        world.bring(Event::North(exchange, call, Err(NorthFault::Refused(1))));
        world.tick(limits::DEBT_WAITS_MS);
    }
    assert!(!world.records[&ExchangeId(1)].is_open() && world.questions.is_empty());
    assert_eq!(world.how(1), (State::Pending, Some(Outcome::Failed)));
}

#[test]
fn many_handsets_are_called_one_after_the_other() {
    let records = (1..=2).map(|number| {
        let mut record = left(u64::from(number), State::Requested, |_| ());
        record.start.device = device(number);
        record
    });
    let mut world = resumed(records.collect(), None);
    assert_eq!(world.calls.len(), 1);
    world.tick(limits::RESUMED_CALL_MS);
    assert_eq!(world.calls.len(), 2);
}
