//! A store without room: nothing is spent, nothing is lost, nothing runs twice.

use super::*;
use crate::exchange::pushed::SmsCause;

impl World {
    /// Takes the steps that wait, and refuses them; their changes were not made.
    fn refuse(&mut self) -> usize {
        let steps = std::mem::take(&mut self.unmade);
        let count = steps.len();
        for (step, changes) in steps {
            self.bring(Event::Refused(step, changes));
        }
        count
    }
}

fn full(start_on_contact: bool) -> World {
    let mut world = World::new(Settings { start_on_contact, ..settings(Way::Perform) });
    world.disk_is_full = true;
    world
}

#[test]
fn a_login_that_cannot_be_kept_is_turned_away_and_its_nonce_is_good_for_the_next() {
    let mut world = full(true);
    let (_, ticket) = Handset::come(&mut world, 1);
    assert!(world.busy.is_empty() && world.replies.is_empty());
    assert_eq!(world.refuse(), 1);
    assert_eq!(world.busy, [ticket]);
    assert!(world.desk.is_refused(world.now));
    world.disk_is_full = false;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert!(!world.desk.is_refused(world.now));
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);
}

#[test]
fn after_a_while_without_a_word_there_may_be_room_again() {
    let mut world = full(true);
    Handset::come(&mut world, 1);
    world.refuse();
    assert!(world.desk.is_refused(world.now));
    world.tick(2 * limits::STORE_AGAIN_MS);
    assert!(!world.desk.is_refused(world.now));
    assert_eq!(world.desk.deadline(), None);
}

#[test]
fn an_exchange_that_cannot_be_queued_is_not_taken() {
    let mut world = full(false);
    let start = Box::new(Start::of(device(1), Origin::Operator("anna".into())));
    world.bring(Event::Operation(device(1), Operation::Start(start), OperationTicket(3)));
    assert_eq!(world.refuse(), 1);
    assert_eq!(world.said, [(3, Said::Full)]);
    assert!(world.desk.devices.is_empty() && world.desk.exchanges.is_empty());
}

#[test]
fn a_step_of_an_exchange_is_tried_again_until_there_is_room_and_the_handset_waits() {
    let mut world = full(true);
    world.disk_is_full = false;
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..2 {
        ticket = handset.go_on(&mut world, ticket);
    }
    world.disk_is_full = true;
    ticket = handset.go_on(&mut world, ticket);
    // The pending key: refused, and again.
    for _ in 0..3 {
        assert_eq!(world.refuse(), 1);
        assert!(world.desk.is_refused(world.now));
        world.tick(limits::STORE_AGAIN_MS);
        if let Some(reply) = world.replies.get(&ticket) {
            assert!(exec(reply).is_none(), "something harmless");
            if reply.commands.iter().any(|command| matches!(command, Command::Access(_))) {
                ticket = handset.go_on(&mut world, ticket);
            }
        }
    }
    world.disk_is_full = false;
    assert_eq!(world.refuse(), 1);
    world.tick(limits::STORE_AGAIN_MS);
    assert!(!world.desk.is_refused(world.now));
    // It may have been let go meanwhile.
    while world.ended.is_empty() {
        let (mut handset, ticket) = Handset::come(&mut world, 1);
        play(&mut world, &mut handset, ticket);
    }
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
    let pending = world.audit.iter().filter(|event| event.action == "key.pending").count();
    assert!(pending <= 2, "one for each key that was kept");
}

#[test]
fn a_step_that_is_refused_late_does_not_undo_a_younger_one() {
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Perform) });
    world.start(1);
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..2 {
        ticket = handset.go_on(&mut world, ticket);
    }
    world.disk_is_full = true;
    handset.go_on(&mut world, ticket);
    // The pending key is on its way to a store that has room again when the exchange is taken back.
    world.disk_is_full = false;
    let id = *world.desk.exchanges.keys().next().unwrap();
    world.bring(Event::Operation(device(1), Operation::Cancel(id, "anna".into()), OperationTicket(1)));
    assert_eq!(world.said, [(1, Said::Done)]);
    assert_eq!(world.refuse(), 1);
    world.tick(limits::STORE_AGAIN_MS);
    let record = &world.records[&id];
    assert_eq!(record.ended.as_ref().map(|ended| ended.outcome), Some(Outcome::Cancelled));
    assert!(!record.is_open() && world.keys.is_empty());
}

#[test]
fn a_session_goes_on_when_its_nonce_is_durable_and_its_message_runs_once() {
    let mut world = World::new(settings(Way::Relay));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    // TDEyMzQ= is the nonce "L1234".
    let with_nonce = handset.answer(&world, ticket).replacen(
        "<Cmd>SyncHdr</Cmd>",
        "<Cmd>SyncHdr</Cmd><Chal><Meta><Format xmlns='syncml:metinf'>b64</Format><Type xmlns='syncml:metinf'>syncml:auth-md5</Type>\
         <NextNonce xmlns='syncml:metinf'>TDEyMzQ=</NextNonce></Meta></Chal>",
        1,
    );
    world.disk_is_full = true;
    let ticket = world.send(&with_nonce, Some(&handset.token));
    let nonces = world.unmade.iter().filter(|(step, _)| matches!(step, Step::Nonce(..))).count();
    assert_eq!(nonces, 1);
    world.refuse();
    assert_eq!(world.busy, [ticket]);
    let again = world.send(&with_nonce, Some(&handset.token));
    assert_eq!(world.busy, [ticket, again], "still no room");
    world.disk_is_full = false;
    world.tick(limits::STORE_AGAIN_MS);
    let ticket = world.send(&with_nonce, Some(&handset.token));
    assert_eq!(exec(world.reply(ticket)).unwrap().2[0], 2);
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5]);
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
}

/// What the store will never make is not tried again, and nobody waits for it.
#[test]
fn a_step_that_is_impossible_is_let_go_and_who_waits_is_told() {
    fn give_up(world: &mut World) {
        let steps = std::mem::take(&mut world.unmade);
        assert_eq!(steps.len(), 1);
        steps.into_iter().for_each(|(step, _)| world.bring(Event::Impossible(step)));
        assert!(world.unmade.is_empty() && !world.desk.is_refused(world.now));
        assert_eq!(world.desk.deadline(), None);
    }
    let mut world = full(true);
    let (_, ticket) = Handset::come(&mut world, 1);
    give_up(&mut world);
    assert_eq!(world.busy, [ticket]);
    world.disk_is_full = false;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);

    let mut world = full(false);
    let start = || Operation::Start(Box::new(Start::of(device(1), Origin::Operator("anna".into()))));
    world.bring(Event::Operation(device(1), start(), OperationTicket(3)));
    give_up(&mut world);
    assert_eq!(world.said, [(3, Said::Full)]);
    assert!(world.desk.devices.is_empty() && world.desk.exchanges.is_empty());
    world.disk_is_full = false;
    world.bring(Event::Operation(device(1), start(), OperationTicket(4)));
    let Some((4, Said::Started(id))) = world.said.last().copied() else { panic!("{:?}", world.said) };
    world.disk_is_full = true;
    world.bring(Event::Operation(device(1), Operation::Cancel(id, "anna".into()), OperationTicket(5)));
    for (step, _) in std::mem::take(&mut world.unmade) {
        world.bring(Event::Impossible(step));
    }
    assert!(matches!(world.said.last(), Some((5, Said::Conflict(_)))), "{:?}", world.said);
}

/// Else the handset would commit, and a process that dies then would tell that nothing has happened.
#[test]
fn an_otafs_commit_request_does_not_leave_before_its_mark_is_durable() {
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Relay) });
    world.bring(Event::Attach(Start::of(device(1), Origin::North("otaf".into())), PushTicket(1)));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(world.told, [(1, Told::Attached)]);
    world.disk_is_full = true;
    world.bring(Event::Push(device(1), Origin::North("otaf".into()), Push::Forward(PushTicket(2), vec![5])));
    assert!(!world.replies.contains_key(&ticket), "the handset waits");
    let refuse = |world: &mut World| {
        for (step, changes) in std::mem::take(&mut world.unmade) {
            world.bring(Event::Refused(step, changes));
        }
    };
    refuse(&mut world);
    // The OTAF hears in time that there is no answer, and asks again.
    world.tick(60_000);
    assert_eq!(world.told.pop(), Some((2, Told::Cause(SmsCause::NO_ACKNOWLEDGMENT))));
    world.bring(Event::Push(device(1), Origin::North("otaf".into()), Push::Forward(PushTicket(3), vec![5])));
    refuse(&mut world);
    world.disk_is_full = false;
    world.tick(limits::STORE_AGAIN_MS);
    let marked = world.records.values().next().unwrap();
    assert!(marked.state == State::CommitSent && marked.commit.is_some());
    let ticket = world.replies.keys().max().copied().unwrap_or(ticket);
    let ticket = if exec(world.reply(ticket)).is_some() {
        ticket
    } else {
        handset.token = token(world.reply(ticket));
        handset.go_on(&mut world, ticket)
    };
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    handset.token = token(world.reply(ticket));
    handset.go_on(&mut world, ticket);
    assert_eq!(world.told.pop(), Some((3, Told::Reverse(vec![5, 0]))));
}
