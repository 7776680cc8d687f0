//! The `nodes` dialect, with a handset written here.

use super::*;

/// HMAC-SHA256 over the vector by an independent program, and the low 128 bits of its K.
const CHECK: &str = "7e443adf5e2b689f";
const ROOT_KEY: &str = "767984e232afdd3be0d83abf6441b6e7";

pub(super) fn nodes_terms(way: Way, order: Order) -> Terms {
    Terms { order, ..terms(way) }
}

pub(super) fn by_nodes() -> Capability {
    Capability { nodes_version: Some(1), nodes_revisions: vec![2, 4], ..Capability::default() }
}

/// A handset that answers as the vector has it.
pub(super) struct Phone {
    pub(super) key_version: u32,
    pub(super) seen: Vec<String>,
}

impl Phone {
    pub(super) fn new() -> Self {
        Self { key_version: 4, seen: vec![] }
    }

    pub(super) fn answer(&mut self, request: &SouthRequest) -> SouthAnswer {
        let number = |number: u32| SouthAnswer::Value(number.to_string().into_bytes());
        let (line, answer) = match request {
            SouthRequest::Read(node) if node == "KeyVersion" => (format!("read {node}"), number(self.key_version)),
            SouthRequest::Create(node) => (format!("create {node}"), SouthAnswer::Done),
            SouthRequest::Write(node, value) => {
                let value = match value {
                    Leaf::Int(number) => number.to_string(),
                    Leaf::Octets(octets) => format!("{} octets", octets.len()),
                };
                (format!("write {node} {value}"), SouthAnswer::Done)
            }
            SouthRequest::Run(node, data) => {
                if node.ends_with("/Derive") {
                    assert_eq!(data.as_deref(), Some(octets(BS_RESULT).as_slice()));
                } else {
                    assert_eq!(*data, None);
                }
                self.key_version += u32::from(node.ends_with("/Commit"));
                (format!("run {node}"), SouthAnswer::Ran(crate::is683::ResultCode::ACCEPTED))
            }
            SouthRequest::ReadOctets(node) if node.ends_with("/MSResult") => {
                (format!("read {node}"), SouthAnswer::Value(octets(MS_RESULT)))
            }
            SouthRequest::ReadOctets(node) => (format!("read {node}"), SouthAnswer::Value(octets(CHECK))),
            other => panic!("{other:?}"),
        };
        self.seen.push(line);
        answer
    }

    /// Answers packages until nothing more is asked, or `last` was; gives the packages' sizes.
    pub(super) fn play(&mut self, world: &mut World, mut asked: Vec<South>, last: &str) -> (Vec<usize>, Vec<South>) {
        let mut sizes = Vec::new();
        while !asked.is_empty() && !asked.iter().any(|south| names(&south.request, last)) {
            sizes.push(asked.len());
            let package = std::mem::take(&mut asked);
            for south in package {
                let answer = self.answer(&south.request);
                asked.extend(world.bring(Event::Answered(south.tag, answer)));
            }
        }
        (sizes, asked)
    }
}

pub(super) fn names(request: &SouthRequest, what: &str) -> bool {
    match request {
        SouthRequest::Read(node) | SouthRequest::ReadOctets(node) | SouthRequest::Create(node) => node.ends_with(what),
        SouthRequest::Write(node, _) | SouthRequest::Run(node, _) => node.ends_with(what),
        SouthRequest::Carry(_) => false,
    }
}

const NOTHING: &str = "nothing of this name";

fn whole(terms: Terms) -> (World, Phone, Vec<usize>) {
    let mut world = World::new(terms);
    let mut phone = Phone::new();
    let asked = world.bring(opened(Some(by_nodes())));
    let (sizes, _) = phone.play(&mut world, asked, NOTHING);
    (world, phone, sizes)
}

#[test]
fn every_way_and_order_asks_in_its_own_sequence() {
    let perform = |first: &[&str], then: &[&str]| -> Vec<String> {
        let rest = ["save commit_sent", "save committed", "ask activate", "save activated updated"];
        first.iter().chain(then).chain(&rest).map(ToString::to_string).collect()
    };
    for (way, order, log) in [
        (
            Way::Perform,
            Order::BsFirst,
            perform(&["compute BS_RESULT"], &["compute K", "save pending with key", "ask stage"]),
        ),
        (
            Way::Perform,
            Order::MsFirst,
            perform(&[], &["compute BS_RESULT and K", "save pending with key", "ask stage"]),
        ),
        (Way::Relay, Order::BsFirst, perform(&["ask public values"], &["ask generate"])),
        (Way::Relay, Order::MsFirst, perform(&["ask public values"], &["ask computed", "ask generate"])),
    ] {
        let (world, phone, sizes) = whole(nodes_terms(way, order));
        assert_eq!(world.outcome(), (Outcome::Updated, String::new()), "{way} {order}");
        assert_eq!(world.log, log, "{way} {order}");
        let check: &[usize] = if way == Way::Perform { &[1] } else { &[] };
        let expected = [&[2, 4, 1, 1, 1], check, &[1, 1]].concat();
        assert_eq!(sizes, expected, "one Exec a package");
        let version = world.end.unwrap().version;
        assert_eq!((version.key_version_before, version.key_version_after), (Some(4), Some(5)));
        assert_eq!(world.temporary, None, "the handset deletes it by itself");
        let x = "X/0000000000000007";
        let mut lines = vec![
            "read KeyVersion".to_owned(),
            format!("create {x}"),
            format!("write {x}/Revision 2"),
            format!("write {x}/Kind 64"),
            format!("write {x}/P 64 octets"),
            format!("write {x}/G 20 octets"),
            format!("run {x}/Compute"),
            format!("read {x}/MSResult"),
            format!("run {x}/Derive"),
        ];
        lines.extend((way == Way::Perform).then(|| format!("read {x}/Check")));
        lines.extend([format!("run {x}/Commit"), "read KeyVersion".to_owned()]);
        assert_eq!(phone.seen, lines);
        if way == Way::Perform {
            assert_eq!(world.staged.unwrap().expose(), octets(A_KEY));
        }
    }
}

#[test]
fn a_root_key_is_the_low_128_bits() {
    let (world, phone, _) = whole(Terms { kind: Kind::RootKey, ..nodes_terms(Way::Perform, Order::MsFirst) });
    assert_eq!(world.staged.unwrap().expose(), octets(ROOT_KEY));
    assert!(phone.seen.contains(&"write X/0000000000000007/Kind 128".to_owned()));
}

#[test]
fn joined_requests_take_the_fewest_round_trips() {
    for (way, order, expected) in [
        (Way::Perform, Order::BsFirst, vec![10, 2]),
        (Way::Perform, Order::MsFirst, vec![8, 2, 2]),
        (Way::Relay, Order::BsFirst, vec![9, 2]),
        (Way::Relay, Order::MsFirst, vec![8, 1, 2]),
    ] {
        let mut world = World::new(nodes_terms(way, order));
        let mut phone = Phone::new();
        let model = Model { joins_nodes: true, ..Model::default() };
        let asked = world.bring(Event::Opened { known: Some(by_nodes()), model });
        let (sizes, _) = phone.play(&mut world, asked, NOTHING);
        assert_eq!(sizes, expected, "{way} {order}");
        assert_eq!(world.outcome(), (Outcome::Updated, String::new()));
        let version = world.end.unwrap().version;
        assert_eq!((version.key_version_before, version.key_version_after), (Some(4), Some(5)));
    }
}

#[test]
fn the_first_refusal_of_a_sequence_is_the_outcome() {
    let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
    let model = Model { joins_nodes: true, ..Model::default() };
    let asked = world.bring(Event::Opened { known: Some(by_nodes()), model });
    let mut phone = Phone::new();
    for south in asked.iter().rev() {
        let answer = match &south.request {
            request if names(request, "/Compute") => SouthAnswer::Ran(crate::is683::ResultCode(4)),
            request if names(request, "/MSResult") || names(request, "/Derive") || names(request, "/Check") => {
                SouthAnswer::Refused(215)
            }
            request => phone.answer(request),
        };
        assert!(world.bring(Event::Answered(south.tag, answer)).is_empty());
    }
    assert_eq!(
        world.outcome(),
        (Outcome::Rejected, "Exec Compute: RESULT_CODE 4 (rejected, invalid parameter)".into())
    );
}

#[test]
fn a_check_that_differs_keeps_the_commit_from_leaving() {
    let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
    let asked = world.bring(opened(Some(by_nodes())));
    let (_, asked) = Phone::new().play(&mut world, asked, "/Check");
    world.bring(Event::Answered(asked[0].tag, SouthAnswer::Value(octets("7e443adf5e2b689e"))));
    let (outcome, cause) = world.outcome();
    assert_eq!((outcome, cause.as_str()), (Outcome::Failed, "the handset's Check does not fit K"));
    assert!(!world.log.iter().any(|line| line == "ask stage" || line == "save commit_sent"), "{:?}", world.log);
    assert_eq!(world.temporary.as_deref(), Some("X/0000000000000007"), "to be deleted");
}

#[test]
fn every_step_may_be_refused_by_code_or_by_status() {
    for (node, name) in [("/Compute", "Exec Compute"), ("/Derive", "Exec Derive"), ("/Commit", "Exec Commit")] {
        let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
        let asked = world.bring(opened(Some(by_nodes())));
        let (_, asked) = Phone::new().play(&mut world, asked, node);
        world.bring(Event::Answered(asked[0].tag, SouthAnswer::Ran(crate::is683::ResultCode(6))));
        let (outcome, cause) = world.outcome();
        assert_eq!(outcome, Outcome::Rejected);
        assert!(cause.starts_with(&format!("{name}: RESULT_CODE 6 (")), "{cause}");
    }
    for (node, name) in
        [("X/0000000000000007", "Add X/<id>"), ("/P", "Replace in X/<id>"), ("/MSResult", "Get MSResult")]
    {
        let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
        let asked = world.bring(opened(Some(by_nodes())));
        let (_, asked) = Phone::new().play(&mut world, asked, node);
        let refused = asked.iter().find(|south| names(&south.request, node)).unwrap();
        world.bring(Event::Answered(refused.tag, SouthAnswer::Refused(405)));
        assert_eq!(world.outcome(), (Outcome::Unsupported, format!("{name}: DM status 405 (command not allowed)")));
    }
}

#[test]
fn a_value_that_gives_the_key_away_never_reaches_a_power() {
    for bad in [vec![], vec![0; 64], vec![1], vec![0xff; 64], vec![7; 65]] {
        for order in [Order::BsFirst, Order::MsFirst] {
            let mut world = World::new(nodes_terms(Way::Perform, order));
            let asked = world.bring(opened(Some(by_nodes())));
            let (_, asked) = Phone::new().play(&mut world, asked, "/MSResult");
            world.bring(Event::Answered(asked[0].tag, SouthAnswer::Value(bad.clone())));
            let (outcome, cause) = world.outcome();
            assert_eq!(outcome, Outcome::Failed);
            assert!(cause.starts_with("Get MSResult: MS_RESULT"), "{cause}");
            assert!(!world.log.iter().any(|line| line.contains('K')), "{:?}", world.log);
        }
    }
}

#[test]
fn what_was_remembered_is_asked_again_after_a_404() {
    let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
    let asked = world.bring(opened(Some(by_nodes())));
    let again = world.bring(Event::Answered(asked[1].tag, SouthAnswer::Refused(404)));
    assert_eq!(again[0].request, SouthRequest::Carry(vec![6]));
    assert!(world.log.contains(&"forget".to_owned()));
    let capability = SouthAnswer::Reverse(vec![6, 0, 1, 2, 1, 1, 2, 0]);
    world.bring(Event::Answered(again[0].tag, capability));
    world.bring(Event::Answered(again[1].tag, SouthAnswer::Refused(404)));
    let asked = world.bring(Event::Answered(again[2].tag, SouthAnswer::Refused(404)));
    assert!(matches!(&asked[0].request, SouthRequest::Carry(octets) if octets[0] == 2), "it speaks IS-683 by now");
    // Asked just now, a 404 ends it.
    world.bring(Event::Answered(asked[0].tag, SouthAnswer::Refused(404)));
    assert_eq!(world.outcome(), (Outcome::Unsupported, "MS Key Request: DM status 404 (no such node)".into()));
}

#[test]
fn an_exchange_that_dies_half_way_begins_again_under_another_id() {
    let mut world = World::new(nodes_terms(Way::Perform, Order::MsFirst));
    let asked = world.bring(opened(Some(by_nodes())));
    let mut phone = Phone::new();
    phone.play(&mut world, asked, "/Derive");
    assert_eq!(world.exchange.temporary(), Some("X/0000000000000007"));
    world.bring(Event::SessionLost);
    assert_eq!(world.exchange.temporary(), None, "it is nobody's any more");
    let asked = world.bring(opened(Some(by_nodes())));
    phone.play(&mut world, asked, NOTHING);
    assert_eq!(world.outcome().0, Outcome::Updated);
    assert!(phone.seen.contains(&"create X/0000000000000008".to_owned()));
}

/// Up to a Commit whose answer never came; the handset has committed, or has not.
fn in_doubt(phone: &mut Phone, committed: bool) -> (World, South) {
    let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
    let asked = world.bring(opened(Some(by_nodes())));
    let (_, mut asked) = phone.play(&mut world, asked, "/Commit");
    phone.key_version += u32::from(committed);
    world.bring(Event::SessionLost);
    assert!(world.exchange.is_in_doubt());
    (world, asked.remove(0))
}

#[test]
fn key_version_settles_the_doubt() {
    let mut phone = Phone::new();
    let (mut world, _) = in_doubt(&mut phone, true);
    let asked = world.bring(opened(Some(by_nodes())));
    assert_eq!(asked[0].request, SouthRequest::Read("KeyVersion".into()));
    assert!(world.exchange.is_in_doubt());
    phone.play(&mut world, asked, NOTHING);
    assert_eq!(world.outcome(), (Outcome::Updated, String::new()));
    assert_eq!(world.end.unwrap().version.key_version_after, Some(5));
    assert_eq!(world.log.iter().filter(|line| *line == "compute K").count(), 1);

    let mut phone = Phone::new();
    let (mut world, _) = in_doubt(&mut phone, false);
    let asked = world.bring(opened(Some(by_nodes())));
    phone.play(&mut world, asked, NOTHING);
    assert_eq!(world.outcome(), (Outcome::Updated, String::new()), "it began again");
    assert_eq!(world.log.iter().filter(|line| *line == "compute K").count(), 2, "with a fresh y");

    // Somebody else has been at it: only a new exchange helps.
    let mut phone = Phone::new();
    let (mut world, _) = in_doubt(&mut phone, true);
    phone.key_version += 1;
    let asked = world.bring(opened(Some(by_nodes())));
    phone.play(&mut world, asked, NOTHING);
    assert_eq!(world.outcome().0, Outcome::InDoubt);
}

/// It has taken the Commit by 202, and works on it.
#[test]
fn a_key_version_that_has_not_risen_yet_is_no_proof_while_the_handset_may_still_commit() {
    let mut phone = Phone::new();
    let (mut world, _) = in_doubt(&mut phone, false);
    let asked = world.bring(opened(Some(by_nodes())));
    let unchanged = phone.answer(&asked[0].request);
    phone.key_version += 1;
    let asked = world.bring(Event::Answered(asked[0].tag, unchanged));
    assert_eq!(asked[0].request, SouthRequest::Create("X/0000000000000008".into()));
    assert!(world.exchange.is_in_doubt());
    phone.play(&mut world, asked, NOTHING);
    assert_eq!(world.outcome(), (Outcome::Updated, String::new()));
    assert_eq!(world.log.iter().filter(|line| *line == "compute K").count(), 1, "it is that key");
    assert_eq!(world.temporary.as_deref(), Some("X/0000000000000008"), "to be deleted");
}

/// The first command of a Sequence that fails keeps the others from being run.
#[test]
fn a_commit_that_fails_in_an_unknown_way_is_settled_by_key_version_also_where_they_were_joined() {
    let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
    let model = Model { joins_nodes: true, ..Model::default() };
    let mut phone = Phone::new();
    let asked = world.bring(Event::Opened { known: Some(by_nodes()), model });
    let (_, asked) = phone.play(&mut world, asked, "/Commit");
    let [commit, version] = asked.as_slice() else { panic!("{asked:?}") };
    world.bring(Event::Answered(version.tag, SouthAnswer::Refused(215)));
    let asked = world.bring(Event::Answered(commit.tag, SouthAnswer::Refused(500)));
    assert!(world.exchange.is_in_doubt());
    phone.play(&mut world, asked, NOTHING);
    assert_eq!(world.outcome(), (Outcome::Updated, String::new()), "it had not committed, and begins again");
    assert_eq!(world.log.iter().filter(|line| *line == "compute K").count(), 2);
}

#[test]
fn key_version_is_asked_anew_though_it_went_out_with_the_commit() {
    let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
    let model = Model { joins_nodes: true, ..Model::default() };
    let here = || Event::Opened { known: Some(by_nodes()), model: model.clone() };
    let mut phone = Phone::new();
    let asked = world.bring(here());
    let (_, asked) = phone.play(&mut world, asked, "/Commit");
    assert_eq!(asked.len(), 2, "Commit and KeyVersion");
    phone.key_version += 1;
    world.bring(Event::SessionLost);
    let asked = world.bring(here());
    assert_eq!(asked.len(), 1, "it is in another session");
    phone.play(&mut world, asked, NOTHING);
    assert_eq!(world.outcome(), (Outcome::Updated, String::new()));
}

#[test]
fn a_late_answer_to_commit_settles_the_doubt_too() {
    let mut phone = Phone::new();
    let (mut world, commit) = in_doubt(&mut phone, true);
    world.bring(Event::Answered(commit.tag, SouthAnswer::Ran(crate::is683::ResultCode::ACCEPTED)));
    assert_eq!(world.outcome().0, Outcome::Updated);
}

#[test]
fn an_answer_to_commit_that_says_nothing_is_settled_in_the_same_session() {
    let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
    let asked = world.bring(opened(Some(by_nodes())));
    let mut phone = Phone::new();
    let (_, asked) = phone.play(&mut world, asked, "/Commit");
    phone.key_version += 1;
    let asked = world.bring(Event::Answered(asked[0].tag, SouthAnswer::Refused(500)));
    assert!(world.log.contains(&"save commit_sent in_doubt".to_owned()));
    assert_eq!(asked[0].request, SouthRequest::Read("KeyVersion".into()));
    phone.play(&mut world, asked, NOTHING);
    assert_eq!(world.outcome().0, Outcome::Updated);
}

#[test]
fn the_centre_does_not_wait_for_the_last_word() {
    let mut world = World::new(nodes_terms(Way::Perform, Order::BsFirst));
    let asked = world.bring(opened(Some(by_nodes())));
    let mut phone = Phone::new();
    let (_, asked) = phone.play(&mut world, asked, "/Commit");
    let answer = phone.answer(&asked[0].request);
    let asked = world.bring(Event::Answered(asked[0].tag, answer));
    assert_eq!(asked[0].request, SouthRequest::Read("KeyVersion".into()));
    assert!(world.end.is_none());
    world.now = world.exchange.deadline().unwrap();
    world.bring(Event::Timer);
    assert_eq!(world.outcome().0, Outcome::Updated);
    assert_eq!(world.end.unwrap().version.key_version_after, None);
}
