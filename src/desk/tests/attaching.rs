//! Who an OTAF is to a handset, and for how long.

use super::*;
use crate::exchange::pushed::SmsCause;

/// An OTAF that began anew knows nothing of the attach before, and does not let go of it.
#[test]
fn an_otafs_attach_takes_the_place_of_its_own_that_is_idle_and_of_nobody_elses() {
    let otaf = |name: &str| Origin::North(name.into());
    let attach = |name: &str, ticket| Event::Attach(Start::of(device(1), otaf(name)), PushTicket(ticket));
    let forward = |name: &str, ticket, octets: &[u8]| {
        Event::Push(device(1), otaf(name), Push::Forward(PushTicket(ticket), octets.to_vec()))
    };
    let busy = Told::Cause(SmsCause::DESTINATION_BUSY);
    let not_attached = Told::Cause(SmsCause::NO_SESSION);
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Relay) });
    world.bring(attach("a", 1));
    world.bring(attach("b", 2));
    assert_eq!(world.told.pop(), Some((2, busy.clone())));
    // It would not wait any longer for the answer, and attaches again.
    world.tick(30_000);
    world.bring(attach("a", 0));
    assert_eq!(world.told.pop(), Some((1, busy.clone())), "nobody hears it");
    world.tick(50_000);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(world.told.pop(), Some((0, Told::Attached)));
    // Nobody else's messages reach the handset, nor does anybody else let it go.
    world.bring(forward("b", 3, &[5]));
    world.bring(Event::Push(device(1), otaf("b"), Push::Release(PushTicket(4))));
    assert_eq!(std::mem::take(&mut world.told), [(3, not_attached.clone()), (4, not_attached)]);

    world.bring(forward("a", 5, &[5]));
    world.bring(attach("a", 6));
    assert_eq!(world.told.pop(), Some((6, busy.clone())), "it waits for an answer");
    handset.token = token(world.reply(ticket));
    world.tick(60_000);
    assert_eq!(world.told.pop(), Some((5, Told::Cause(SmsCause::NO_ACKNOWLEDGMENT))));
    world.bring(attach("a", 7));
    assert_eq!(world.told.pop(), Some((7, busy.clone())), "the same attach again, for all that is known");
    world.tick(60_000);
    world.bring(attach("b", 8));
    assert_eq!(world.told.pop(), Some((8, busy.clone())));
    // The Commit Request has left: that is a doubt, and stays one. The handset is here for the next.
    world.disk_waits = true;
    world.bring(attach("a", 9));
    world.bring(attach("a", 10));
    assert_eq!(std::mem::take(&mut world.told), [(9, busy)], "the younger waits, until the end is durable");
    world.disk_waits = false;
    for step in std::mem::take(&mut world.steps) {
        world.bring(Event::Durable(step));
    }
    assert_eq!(world.told.pop(), Some((10, Told::Attached)));
    assert_eq!(world.ended, [(Outcome::InDoubt, "Commit Request: no answer from the handset".to_owned())]);
    assert_eq!(world.desk.exchanges_in_doubt(), 1);

    // The late answer to the message before is nobody's; the next one's is told.
    world.bring(forward("a", 11, &[2, 4]));
    let ticket = handset.go_on(&mut world, ticket);
    assert_eq!(world.told, []);
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [2, 4]);
    handset.go_on(&mut world, ticket);
    assert_eq!(world.told, [(11, Told::Reverse(Handset::answer_to(&[2, 4])))]);
}
