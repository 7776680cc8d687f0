//! Handsets that are wanted and not here: called by a notification, once it makes sense, and not because a stranger says so.

use super::*;
use crate::syncml::notification::{Initiator, Received};

fn calling(way: Way) -> World {
    World::new(Settings { start_on_contact: false, calls: true, ..settings(way) })
}

#[test]
fn a_handset_is_called_by_a_notification_that_proves_the_server() {
    let mut world = calling(Way::Perform);
    let place = Place { min: Some("4045550123".into()), ..Place::default() };
    world.subscribers.get_mut(&device(1)).unwrap().place = place.clone();
    world.start(1);
    let [call] = world.calls.as_slice() else { panic!("{:?}", world.calls) };
    assert_eq!((&call.device, &call.place), (&device(1), &place));
    let read = Received::parse(&call.octets).unwrap();
    assert_eq!(read.notification.server_id, "akeyd");
    assert_eq!(read.notification.initiator, Initiator::Server);
    let digest = auth::user_digest("akeyd", "server");
    assert!(read.is_proven(&digest, b"sn"));
    assert!(!read.is_proven(&digest, b"another"));
    world.bring(Event::Called(device(1), true));

    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(world.came, 1, "whoever called is told");
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);
    assert_eq!((world.calls.len(), world.ended.len()), (1, 1));
}

#[test]
fn a_handset_that_is_unknown_is_not_called_and_the_exchange_ends_in_its_time() {
    let mut world = calling(Way::Perform);
    let known = std::mem::take(&mut world.subscribers);
    world.start(1);
    assert_eq!((world.refused, world.desk.deadline()), (1, None), "nothing is asked for whom nobody knows");
    // It is removed when the exchange waits.
    world.subscribers = known;
    world.start(1);
    world.calls.clear();
    world.subscribers.clear();
    while let Some(time) = world.desk.deadline() {
        world.now = time;
        world.bring(Event::Timer);
    }
    assert_eq!(world.ended[0].0, Outcome::NoContact);
}

#[test]
fn a_handset_here_is_not_called() {
    let mut world = calling(Way::Perform);
    let (_, ticket) = Handset::come(&mut world, 1);
    assert!(exec(world.reply(ticket)).is_none());
    world.tick(limits::SESSION_LINGER_MS);
    world.start(1);
    assert_eq!(world.calls.len(), 1);
}

#[test]
fn the_north_thinks_for_longer_than_a_session_and_the_handset_is_called_when_it_has_answered() {
    let mut world = calling(Way::Relay);
    world.start(1);
    world.north_waits = true;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let mut ticket = handset.go_on(&mut world, ticket);
    for _ in 0..2 {
        world.tick(5_000);
        ticket = handset.go_on(&mut world, ticket);
    }
    world.tick(5_000);
    assert!(world.reply(ticket).is_final);
    assert_eq!(world.calls.len(), 1, "the one of the beginning");
    world.tick(limits::SESSION_LINGER_MS);
    assert_eq!(world.calls.len(), 1, "nothing to say to it yet");
    world.answer_north();
    assert_eq!(world.calls.len(), 2);
    world.north_waits = false;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5]);
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
}

#[test]
fn a_session_that_is_not_known_is_aborted_and_a_stranger_cannot_have_a_handset_called_again_and_again() {
    let mut world = calling(Way::Perform);
    world.start(1);
    assert_eq!(world.calls.len(), 1);
    let stray = |msg_id| {
        let item = "<Item><Target><LocURI>./x</LocURI></Target></Item>";
        document(&device(1), msg_id, None, &format!("<Get><CmdID>1</CmdID>{item}</Get>"))
    };
    for msg_id in 2..50 {
        let ticket = world.send(&stray(msg_id), Some("00"));
        let reply = world.reply(ticket);
        assert!(reply.is_final);
        let codes: Vec<_> = reply
            .commands
            .iter()
            .map(|command| match command {
                Command::Status(status) => (status.cmd.clone(), status.code),
                Command::Alert(alert) => ("Alert".into(), alert.code.unwrap_or(0)),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(codes.last(), Some(&("Alert".to_owned(), 1223)), "{codes:?}");
        assert_eq!(codes.len(), 3, "SyncHdr, Get, and the abort: {codes:?}");
    }
    assert_eq!(world.calls.len(), 1, "it was called just now");
    world.now = world.now.plus(limits::CALL_AGAIN_MS);
    world.send(&stray(99), None);
    assert_eq!(world.calls.len(), 2, "but later it is worth a try");
    for minute in 0..600 {
        world.now = world.now.plus(60_000);
        world.send(&stray(100 + minute), None);
        if world.desk.deadline().is_some_and(|deadline| deadline <= world.now) {
            world.bring(Event::Timer);
        }
    }
    assert!(world.calls.len() <= limits::CALLS as usize, "{}", world.calls.len());
    // Nobody wants the other one.
    world.send(&stray(2).replace("0001<", "0002<"), None);
    assert!(world.calls.iter().all(|call| call.device == device(1)));
}

#[test]
fn a_handset_in_doubt_is_called_at_once() {
    let mut world = calling(Way::Perform);
    world.start(1);
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    let before = world.calls.len();
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!((world.desk.exchanges_in_doubt(), world.calls.len()), (1, before + 1));
}

#[test]
fn an_exchange_that_expires_with_a_call_due_comes_to_rest() {
    let mut world = calling(Way::Perform);
    world.start(1);
    world.bring(Event::Called(device(1), true));
    // The next call and the end are due at once.
    world.tick(2 * 3_600_000);
    assert_eq!(world.ended.len(), 1);
    assert_eq!(world.desk.deadline(), None);
}

#[test]
fn a_handset_that_is_wanted_when_its_session_has_just_ended_is_called() {
    let mut world = calling(Way::Perform);
    let (_, ticket) = Handset::come(&mut world, 1);
    assert!(exec(world.reply(ticket)).is_none(), "it is let go");
    world.start(1);
    assert_eq!(world.calls.len(), 1);
    world.tick(limits::SESSION_LINGER_MS);
    assert_eq!(world.calls.len(), 1, "once is enough");

    // So is one for which another exchange waits when the first is done.
    let mut world = calling(Way::Perform);
    world.start(1);
    world.start(1);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);
    assert_eq!((world.ended.len(), world.calls.len()), (1, 2));

    // And for an OTAF.
    let mut world = calling(Way::Relay);
    Handset::come(&mut world, 1);
    let start = Start::of(device(1), Origin::Contact);
    world.bring(Event::Attach(start, PushTicket(1)));
    world.tick(limits::SESSION_LINGER_MS - 1);
    assert_eq!(world.calls.len(), 1);
}

#[test]
fn a_handset_that_never_said_all_of_package_1_is_called_when_its_session_is_forgotten() {
    let mut world = calling(Way::Perform);
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    let first = document(&device(1), 1, Some(&cred(&nonce)), OPENING).replace("<Final/>", "");
    world.send(&first, None);
    world.start(1);
    assert_eq!(world.calls.len(), 0, "it is about to come");
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.calls.len(), 1);
}

#[test]
fn a_notification_proves_the_server_by_the_nonce_that_the_handset_gave_last() {
    let mut world = calling(Way::Perform);
    world.start(1);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    // TDEyMzQ= is the nonce "L1234".
    let with_nonce = handset.answer(&world, ticket).replacen(
        "<Cmd>SyncHdr</Cmd>",
        "<Cmd>SyncHdr</Cmd><Chal><Meta><Format xmlns='syncml:metinf'>b64</Format><Type xmlns='syncml:metinf'>syncml:auth-md5</Type>\
         <NextNonce xmlns='syncml:metinf'>TDEyMzQ=</NextNonce></Meta></Chal>",
        1,
    );
    let mut ticket = world.send(&with_nonce, Some(&handset.token));
    for _ in 0..2 {
        ticket = handset.go_on(&mut world, ticket);
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    // It leaves without an answer to the Commit, and is called for it.
    world.tick(limits::SESSION_IDLE_MS);
    let read = Received::parse(&world.calls.last().unwrap().octets).unwrap();
    assert_eq!(world.calls.len(), 2);
    assert!(read.is_proven(&auth::user_digest("akeyd", "server"), b"L1234"));
}

#[test]
fn a_handset_that_may_have_lost_its_nonce_is_called_by_the_resync_nonce_too_where_that_is_allowed() {
    let digest = auth::user_digest("akeyd", "server");
    for allowed in [true, false] {
        let mut world = World::new(Settings {
            start_on_contact: false,
            calls: true,
            resync_calls: allowed,
            exchange_ms: 72 * 3_600_000,
            ..settings(Way::Perform)
        });
        world.start(1);
        while world.calls.len() < limits::CALLS as usize {
            world.bring(Event::Called(device(1), true));
            world.tick(60_000);
        }
        let proven = |octets: &[u8]| {
            let read = Received::parse(octets).unwrap();
            let nonces: [&[u8]; 3] = [b"sn", &[0; 4], b"0x00000000"];
            nonces.iter().position(|nonce| read.is_proven(&digest, nonce)).unwrap()
        };
        let first: Vec<_> = world.calls.iter().map(|call| proven(&call.octets)).collect();
        let again: Vec<_> = world.calls.iter().map(|call| call.resync.as_deref().map(proven)).collect();
        if allowed {
            assert_eq!(first, [0, 0, 1, 0, 0, 2]);
            assert_eq!(again, [1, 2, 1, 2, 1, 2].map(Some));
        } else {
            assert_eq!((first, again), (vec![0; 6], vec![None; 6]));
        }
        // What it says when it comes is what counts from then on.
        Handset::come(&mut world, 1);
        assert!(world.desk.devices[&device(1)].called.is_none());
    }
}
