//! P and G change while devices wait.

use super::*;
use crate::is683::Forward;

/// PARAM_P of the MS Key Request that a handset gets after the capability was asked for.
fn p_sent(world: &mut World, number: u32) -> Vec<u8> {
    let (mut handset, ticket) = Handset::come(world, number);
    let ticket = handset.go_on(world, ticket);
    let (_, _, payload) = exec(world.reply(ticket)).unwrap();
    match Forward::read(&payload).unwrap() {
        Forward::MsKeyRequest(request) => request.group.unwrap().param_p.to_vec(),
        other => panic!("{}", other.name()),
    }
}

#[test]
fn an_exchange_takes_p_when_its_handset_comes_and_then_keeps_it() {
    let mut world = World::new(settings(Way::Perform));
    let (first, second) = (Group::known("demo-512").unwrap(), Arc::new(Group::known("demo-768").unwrap()));
    // Both are asked for while the first P serves; one handset comes before it is retired.
    for number in [1, 2] {
        let start = Start::of(device(number), Origin::Contact);
        world.bring(Event::Start(start));
    }
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let ticket = handset.go_on(&mut world, ticket);
    world.bring(Event::Group(Arc::clone(&second)));
    assert_eq!(p_sent(&mut world, 2), second.p());
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5], "MS_RESULT is judged by the P that was sent");
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
    assert_ne!(first.p(), second.p());
}
