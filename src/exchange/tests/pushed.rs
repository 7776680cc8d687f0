//! An OTAF that drives a handset of either dialect, message by message.

use super::nodes::{Phone, by_nodes};
use super::*;
use crate::exchange::pushed::{Push, SmsCause, Ticket, Told};

#[test]
fn a_pushed_exchange_passes_octets_unread() {
    let mut world = World::new(terms(Way::Relay));
    world.exchange = Exchange::pushed(terms(Way::Relay), Ticket(1), Time(0));
    assert!(world.bring(Event::Pushed(Push::Forward(Ticket(2), vec![9, 9]))).is_empty());
    assert_eq!(world.log.pop().unwrap(), format!("tell 2 {:?}", Told::Cause(SmsCause::NO_SESSION)));
    world.bring(opened(None));
    assert_eq!(world.log.pop().unwrap(), "tell 1 Attached");

    let asked = world.bring(Event::Pushed(Push::Forward(Ticket(3), vec![255, 1, 2])));
    assert_eq!(asked[0].request, SouthRequest::Carry(vec![255, 1, 2]));
    world.bring(Event::Pushed(Push::Forward(Ticket(4), vec![7])));
    assert_eq!(world.log.pop().unwrap(), format!("tell 4 {:?}", Told::Cause(SmsCause::DESTINATION_BUSY)));
    world.bring(Event::Answered(asked[0].tag, SouthAnswer::Reverse(vec![255, 0, 0, 0])));
    assert_eq!(world.log.pop().unwrap(), format!("tell 3 {:?}", Told::Reverse(vec![255, 0, 0, 0])));

    let asked = world.bring(Event::Pushed(Push::Forward(Ticket(5), vec![5])));
    world.carry(&asked, 5, &[5, 0]);
    world.bring(Event::Pushed(Push::Release(Ticket(6))));
    assert_eq!(world.outcome().0, Outcome::Updated);
}

#[test]
fn a_late_answer_answers_a_repeat_of_the_same_push() {
    let mut world = World::new(terms(Way::Relay));
    world.exchange = Exchange::pushed(terms(Way::Relay), Ticket(1), Time(0));
    world.bring(opened(None));
    let asked = world.bring(Event::Pushed(Push::Forward(Ticket(2), vec![2, 2])));
    world.now = world.exchange.deadline().unwrap();
    world.bring(Event::Timer);
    assert_eq!(world.log.pop().unwrap(), format!("tell 2 {:?}", Told::Cause(SmsCause::NO_ACKNOWLEDGMENT)));
    world.bring(Event::Answered(asked[0].tag, SouthAnswer::Reverse(vec![2, 0])));
    let again = world.bring(Event::Pushed(Push::Forward(Ticket(3), vec![2, 2])));
    assert!(again.is_empty(), "no second Exec");
    assert_eq!(world.log.pop().unwrap(), format!("tell 3 {:?}", Told::Reverse(vec![2, 0])));
}

#[test]
fn a_message_that_is_late_for_ever_does_not_outlive_the_exchange() {
    let mut world = World::new(terms(Way::Relay));
    let terms = Terms { expires: Time(100_000), ..terms(Way::Relay) };
    world.exchange = Exchange::pushed(terms.clone(), Ticket(1), Time(0));
    world.bring(opened(None));
    world.bring(Event::Pushed(Push::Forward(Ticket(2), vec![2, 2])));
    for _ in 0..2 {
        world.now = world.exchange.deadline().unwrap();
        world.bring(Event::Timer);
    }
    assert_eq!(world.now, terms.expires);
    assert_eq!(world.exchange.deadline(), None, "it has ended");
}

#[test]
fn a_pushed_exchange_knows_doubt() {
    let mut world = World::new(terms(Way::Relay));
    world.exchange = Exchange::pushed(terms(Way::Relay), Ticket(1), Time(0));
    world.bring(opened(None));
    world.bring(Event::Pushed(Push::Forward(Ticket(2), vec![5])));
    world.bring(Event::SessionLost);
    assert_eq!(world.log.pop().unwrap(), format!("tell 2 {:?}", Told::Cause(SmsCause::DISCONNECTED)));
    world.bring(Event::Pushed(Push::Release(Ticket(3))));
    assert_eq!(world.outcome().0, Outcome::InDoubt);
}

/// Else the OTAF would take the key for one that was never committed, and the centre would not make it live.
#[test]
fn a_commit_that_the_handset_has_accepted_stays_one_whatever_the_otaf_asks_again() {
    let commit = |ticket| Event::Pushed(Push::Forward(Ticket(ticket), vec![5]));
    let accepted = |ticket: u64| format!("tell {ticket} {:?}", Told::Reverse(vec![5, 0]));
    let mut world = World::new(terms(Way::Relay));
    world.exchange = Exchange::pushed(terms(Way::Relay), Ticket(1), Time(0));
    world.bring(opened(None));
    let asked = world.bring(commit(2));
    world.carry(&asked, 5, &[5, 0]);
    // Its answer was lost behind us, twice.
    for ticket in [3, 4] {
        assert!(world.bring(commit(ticket)).is_empty(), "the handset is not asked");
        assert_eq!(world.log.pop().unwrap(), accepted(ticket));
    }
    // After something else it is another one. What becomes of it does not undo the first.
    let asked = world.bring(Event::Pushed(Push::Forward(Ticket(5), vec![2, 2])));
    world.carry(&asked, 2, &[2, 1]);
    let asked = world.bring(commit(6));
    world.carry(&asked, 5, &[5, 6]);
    assert_eq!(world.exchange.state(), State::Committed);
    let asked = world.bring(commit(7));
    world.bring(Event::Answered(asked[0].tag, SouthAnswer::Refused(405)));
    world.bring(Event::Pushed(Push::Release(Ticket(8))));
    assert_eq!(world.outcome().0, Outcome::Updated);
}

/// Plays the handset for one push; gives what the OTAF is told.
fn push(world: &mut World, phone: &mut Phone, ticket: u64, message: &[u8]) -> String {
    let asked = world.bring(Event::Pushed(Push::Forward(Ticket(ticket), message.to_vec())));
    phone.play(world, asked, "nothing of this name");
    world.log.pop().unwrap()
}

#[test]
fn an_otafs_messages_become_nodes() {
    let told = |ticket: u64, octets: &[u8]| format!("tell {ticket} {:?}", Told::Reverse(octets.to_vec()));
    let mut world = World::new(terms(Way::Relay));
    world.exchange = Exchange::pushed(terms(Way::Relay), Ticket(1), Time(0));
    world.bring(opened(Some(by_nodes())));
    let mut phone = Phone::new();
    // Out of order: there is nothing to generate from, nothing to commit.
    let key_generation = [&[3, 64], octets(BS_RESULT).as_slice()].concat();
    assert_eq!(push(&mut world, &mut phone, 2, &key_generation), told(2, &[3, 6, 0]));
    assert_eq!(push(&mut world, &mut phone, 3, &[5]), told(3, &[5, 6]));
    assert!(phone.seen.is_empty(), "the handset was not asked");

    assert_eq!(push(&mut world, &mut phone, 4, &[6]), told(4, &[6, 0, 0, 0, 2, 1, 2, 1, 4, 0]));
    assert_eq!(push(&mut world, &mut phone, 5, &[2, 3]), told(5, &[2, 3]), "no P and G, no exchange");
    let group = Group::known("demo-512").unwrap();
    let ms_key = [&[2, 2, 64], group.p(), &[20], group.g()].concat();
    assert_eq!(push(&mut world, &mut phone, 6, &ms_key[..80]), told(6, &[2, 2]));
    assert_eq!(push(&mut world, &mut phone, 7, &ms_key), told(7, &[2, 0]));
    assert_eq!(world.temporary.as_deref(), Some("X/0000000000000007"));
    let reverse = [&[3, 0, 64], octets(MS_RESULT).as_slice()].concat();
    assert_eq!(push(&mut world, &mut phone, 8, &key_generation), told(8, &reverse));
    for other in [0_u8, 1, 7, 9, 10, 255] {
        let expected = format!("tell 9 {:?}", Told::Cause(SmsCause::NOT_SUPPORTED));
        assert_eq!(push(&mut world, &mut phone, 9, &[other, 0]), expected, "type {other}");
    }
    assert_eq!(push(&mut world, &mut phone, 10, &[5]), told(10, &[5, 0]));
    assert_eq!(world.temporary, None);
    assert_eq!(phone.key_version, 5);
    assert_eq!(world.exchange.choice(), Some((Way::Relay, Dialect::Nodes)));
    world.bring(Event::Pushed(Push::Release(Ticket(11))));
    assert_eq!(world.outcome().0, Outcome::Updated);
    let steps: Vec<_> = phone.seen.iter().filter_map(|line| line.rsplit_once('/').map(|(_, step)| step)).collect();
    assert_eq!(
        steps,
        [
            "0000000000000007",
            "Revision 2",
            "Kind 64",
            "P 64 octets",
            "G 20 octets",
            "Compute",
            "MSResult",
            "Derive",
            "Commit"
        ]
    );
}

#[test]
fn what_a_handset_speaks_is_found_out_when_it_refuses_to_carry() {
    let capable = |world: &mut World, version: SouthAnswer| {
        let asked = world.bring(Event::Pushed(Push::Forward(Ticket(2), vec![6])));
        assert_eq!(asked[0].request, SouthRequest::Carry(vec![6]));
        let asked = world.bring(Event::Answered(asked[0].tag, SouthAnswer::Refused(404)));
        assert_eq!(asked[0].request, SouthRequest::Read("Ver".into()));
        world.bring(Event::Answered(asked[0].tag, version));
        world.bring(Event::Answered(asked[1].tag, SouthAnswer::Value(b"2".to_vec())));
        world.log.pop().unwrap()
    };
    for (version, told) in [
        (SouthAnswer::Value(b"1".to_vec()), Told::Reverse(vec![6, 0, 0, 0, 1, 1, 2, 0])),
        (SouthAnswer::Refused(404), Told::Cause(SmsCause::NOT_SUPPORTED)),
    ] {
        let mut world = World::new(terms(Way::Relay));
        world.exchange = Exchange::pushed(terms(Way::Relay), Ticket(1), Time(0));
        world.bring(opened(None));
        assert_eq!(capable(&mut world, version), format!("tell 2 {told:?}"));
    }
}

/// Else a handset would be held for as long as an exchange may take, and every attach answered as busy.
#[test]
fn an_otaf_that_says_nothing_more_is_taken_for_gone_and_a_commit_that_has_left_stays_a_doubt() {
    let attached = || {
        let mut world = World::new(terms(Way::Relay));
        let terms = Terms { expires: Time(72 * 3_600_000), ..terms(Way::Relay) };
        world.exchange = Exchange::pushed(terms, Ticket(1), Time(0));
        world.bring(opened(None));
        world
    };
    let silence = |world: &mut World| {
        let heard = world.now;
        for _ in 0..2 {
            if let Some(deadline) = world.exchange.deadline() {
                world.now = deadline;
                world.bring(Event::Timer);
            }
        }
        world.now.since(heard)
    };
    let idle = limits::OTAF_IDLE_MS;
    let push = |octets: &[u8]| Event::Pushed(Push::Forward(Ticket(2), octets.to_vec()));

    let mut world = attached();
    assert_eq!((silence(&mut world), world.outcome().0), (idle, Outcome::Cancelled), "it was attached");

    let mut world = attached();
    world.bring(Event::SessionLost);
    assert_eq!((silence(&mut world), world.outcome().0), (idle, Outcome::Cancelled), "the handset has left");

    // What it says counts, and what it is told.
    let mut world = attached();
    world.now = Time(idle - 1);
    let asked = world.bring(push(&[6]));
    world.now = world.now.plus(10_000);
    world.carry(&asked, 6, &[6, 0]);
    assert_eq!((silence(&mut world), world.outcome().0), (idle, Outcome::Cancelled), "between two messages");

    let mut world = attached();
    world.bring(push(&[6]));
    let late = terms(Way::Relay).push_ms;
    assert_eq!((silence(&mut world), world.outcome().0), (late + idle, Outcome::Cancelled), "an answer is late");

    let mut world = attached();
    world.bring(push(&[5]));
    assert_eq!((silence(&mut world), world.outcome().0), (late + idle, Outcome::InDoubt), "so is a Commit Response");

    let mut world = attached();
    let asked = world.bring(push(&[5]));
    world.carry(&asked, 5, &[5, 0]);
    assert_eq!((silence(&mut world), world.outcome().0), (idle, Outcome::Updated), "the handset has committed");
}
