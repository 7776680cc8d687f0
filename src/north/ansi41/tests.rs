//! The table of transactions alone: what is answered, what is bounded, what is too late.

use super::transactions::Happening::{Abandoned, Answered, Duplicate, Invoked};
use super::transactions::{Answer, Bounds, Happening, Heard, Outcome, Transactions};
use crate::ansi41::codes::{MapError, OperationCode, PAbortCause, Problem};
use crate::ansi41::parameters::{ParameterId, Parameters};
use crate::ansi41::sccp::{Address, ReturnCause, Ssn, Unitdata};
use crate::ansi41::tcap::{Component, Package, Step, TransactionId};
use crate::is683::hex::to_hex;
use crate::words::Time;

const NOW: Time = Time(1_000);

/// A table and what it has counted.
struct Table(Transactions<&'static str>, Vec<Happening>);

impl Table {
    fn new(bounds: Bounds) -> Self {
        Self(Transactions::new(bounds), Vec::new())
    }

    fn received(&mut self, now: Time, unitdata: &Unitdata) -> Heard<&'static str> {
        self.0.received(now, unitdata.clone(), &mut |happening| self.1.push(happening))
    }

    fn answer(&mut self, now: Time, ticket: super::transactions::Ticket) -> Option<Unitdata> {
        let result = Answer::Result(Parameters::default().with_code(ParameterId::OTASP_RESULT_CODE, 0));
        self.0.answer(now, ticket, result, &mut |happening| self.1.push(happening))
    }

    fn ask(&mut self, id: u32, deadline: Time, who: &'static str) -> Vec<u8> {
        self.0.ask(TransactionId(id), OperationCode::OTASPREQ, Parameters::default(), deadline, who).unwrap()
    }
}

fn from(peer: u8, data: Vec<u8>) -> Unitdata {
    let (called, calling) = (Address::of_ssn(Ssn::MSC), Address::of_ssn(Ssn(peer)));
    Unitdata { called, calling, data, ..Unitdata::default() }
}

fn query(id: u32, action: u8) -> Vec<u8> {
    let parameters = Parameters::default().with_code(ParameterId::ACTION_CODE, action);
    let invoke = Component::Invoke {
        last: true,
        invoke_id: Some(7),
        correlation_id: None,
        operation: OperationCode::SMDPP,
        parameters,
    };
    Package::new(Step::Query { originating: TransactionId(id), permission: true }, vec![invoke]).write()
}

fn response(id: u32, components: Vec<Component<'_>>) -> Vec<u8> {
    Package::new(Step::Response { responding: TransactionId(id) }, components).write()
}

#[track_caller]
fn sent(heard: Heard<&'static str>) -> String {
    match heard {
        Heard::Send(unitdata) => to_hex(&unitdata.data),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn outcome(heard: Heard<&'static str>) -> (&'static str, Outcome) {
    match heard {
        Heard::Outcome(who, outcome, None) => (who, outcome),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_invoke_gets_one_answer_and_its_repeats_the_same() {
    let mut table = Table::new(Bounds::default());
    let asked = from(12, query(1, 8));
    let Heard::Invoke(invoke) = table.received(NOW, &asked) else { panic!() };
    assert_eq!(invoke.parameters.code(ParameterId::ACTION_CODE), Ok(Some(8)));
    assert!(matches!(table.received(NOW, &asked), Heard::Nothing), "it is being worked on");
    let answer = table.answer(NOW, invoke.ticket).unwrap();
    assert_eq!((&answer.called, &answer.calling), (&asked.calling, &asked.called));
    assert_eq!(to_hex(&answer.data), "e414c70400000001e80cea0acf0107f2059f813d0100");
    assert_eq!(sent(table.received(NOW, &asked)), to_hex(&answer.data));
    assert_eq!(table.answer(NOW, invoke.ticket), None, "one answer");
    // The same name for something else, or from somebody else, is another transaction.
    assert!(matches!(table.received(NOW, &from(12, query(1, 16))), Heard::Invoke(_)));
    assert!(matches!(table.received(NOW, &from(13, query(1, 8))), Heard::Invoke(_)));
    assert_eq!(table.0.counts(), (0, 2, 1));
    let keep = Bounds::default().keep_ms;
    table.0.time_passed(NOW.plus(keep), &mut |_| {});
    assert_eq!(table.0.counts(), (0, 2, 0), "what was kept is forgotten, what runs is not");
    let work = Bounds::default().work_ms;
    table.0.time_passed(NOW.plus(work), &mut |happening| table.1.push(happening));
    assert_eq!(table.0.counts(), (0, 0, 0));
    assert_eq!(table.0.deadline(), None);
    assert_eq!(table.1, [Invoked, Duplicate, Answered, Duplicate, Invoked, Invoked, Abandoned, Abandoned]);
}

#[test]
fn a_flood_of_one_peer_leaves_room_for_others() {
    let bounds = Bounds { running: 5, running_of_peer: 3, kept: 2, ..Bounds::default() };
    let mut table = Table::new(bounds);
    let mut tickets = Vec::new();
    for id in 1..=3 {
        let Heard::Invoke(invoke) = table.received(NOW, &from(12, query(id, 8))) else { panic!() };
        tickets.push(invoke.ticket);
    }
    let no_room = format!("f609c70400000004d701{:02x}", PAbortCause::RESOURCE_UNAVAILABLE.0);
    assert_eq!(sent(table.received(NOW, &from(12, query(4, 8)))), no_room);
    for id in 1..=2 {
        assert!(matches!(table.received(NOW, &from(13, query(id, 8))), Heard::Invoke(_)));
    }
    assert_eq!(sent(table.received(NOW, &from(14, query(4, 8)))), no_room);
    for ticket in tickets {
        assert!(table.answer(NOW, ticket).is_some());
    }
    assert_eq!(table.0.counts(), (0, 2, 2), "the oldest answer made room");
    assert!(matches!(table.received(NOW, &from(12, query(1, 8))), Heard::Invoke(_)), "and its query is new again");
    assert!(matches!(table.received(NOW, &from(12, query(3, 8))), Heard::Send(_)));
}

#[test]
fn what_is_asked_is_answered_once_or_not_in_time() {
    let mut table = Table::new(Bounds::default());
    let asked = table.ask(0x0102_0304, NOW.plus(10), "first");
    assert_eq!(to_hex(&asked), "e213c70401020304e80be909cf0104d1020938f200");
    let result = |id| Component::Result { last: true, correlation_id: id, parameters: Parameters::default() };
    let answer = from(10, response(0x0102_0304, vec![result(4)]));
    assert_eq!(outcome(table.received(NOW, &answer)), ("first", Outcome::Result(Parameters::default())));
    assert!(matches!(table.received(NOW, &answer), Heard::Nothing), "nobody waits any more");

    let error = Component::Error {
        correlation_id: 5,
        error: MapError::SYSTEM_FAILURE.into(),
        parameters: Parameters::default(),
    };
    let reject = |id| Component::Reject {
        correlation_id: id,
        problem: Problem::UNRECOGNIZED_OPERATION,
        parameters: Parameters::default(),
    };
    for (components, wanted) in [
        (vec![error], Outcome::Error(MapError::SYSTEM_FAILURE.into(), Parameters::default())),
        (vec![reject(Some(5))], Outcome::Rejected(Problem::UNRECOGNIZED_OPERATION)),
        (vec![reject(None)], Outcome::Rejected(Problem::UNRECOGNIZED_OPERATION)),
        (vec![result(6)], Outcome::Malformed),
        (vec![], Outcome::Malformed),
    ] {
        table.ask(5, NOW.plus(10), "again");
        assert_eq!(outcome(table.received(NOW, &from(10, response(5, components)))), ("again", wanted));
    }
    table.ask(5, NOW.plus(10), "given up");
    let abort = Package::abort(TransactionId(5), PAbortCause::UNRECOGNIZED_TRANSACTION_ID).write();
    assert_eq!(outcome(table.received(NOW, &from(10, abort))), ("given up", Outcome::Aborted));
    table.ask(5, NOW.plus(10), "torn");
    let mut torn = response(5, vec![result(5)]);
    torn.pop();
    assert_eq!(outcome(table.received(NOW, &from(10, torn))), ("torn", Outcome::Malformed));

    let query = table.ask(6, NOW.plus(10), "undelivered");
    let back = from(10, query);
    let returned = table.0.returned(&back, ReturnCause(1), &mut |happening| table.1.push(happening));
    assert_eq!(outcome(returned), ("undelivered", Outcome::Returned(ReturnCause(1))));

    table.ask(7, NOW.plus(10), "lost");
    assert_eq!(table.0.lost(&mut |happening| table.1.push(happening)), ["lost"]);
    table.ask(7, NOW.plus(10), "silent");
    assert_eq!(table.0.deadline(), Some(NOW.plus(10)));
    assert_eq!(table.0.time_passed(NOW.plus(9), &mut |_| {}), [""; 0]);
    assert_eq!(table.0.time_passed(NOW.plus(10), &mut |_| {}), ["silent"]);
    assert_eq!(table.0.counts(), (0, 0, 0));
}

/// Nobody would hear of it else, and the query would be repeated in vain.
#[test]
fn a_result_that_is_too_long_for_the_link_is_answered_by_a_cause() {
    let mut table = Table::new(Bounds::default());
    let asked = from(12, query(1, 8));
    let Heard::Invoke(invoke) = table.received(NOW, &asked) else { panic!() };
    let result = Answer::Result(Parameters::default().with(ParameterId::SMS_BEARER_DATA, vec![6; 9_000]));
    let answer = table.0.answer(NOW, invoke.ticket, result, &mut |_| {}).unwrap();
    let Heard::Send(short) = table.0.returned(&answer, ReturnCause::SEGMENTATION_FAILURE, &mut |_| {}) else {
        panic!()
    };
    assert_eq!((&short.called, &short.calling), (&asked.calling, &asked.called));
    let package = Package::read(&short.data).unwrap();
    let [Component::Result { correlation_id: 7, parameters, .. }] = package.components() else { panic!() };
    assert_eq!(parameters.code(ParameterId::SMS_CAUSE_CODE), Ok(Some(107)), "{}", to_hex(&short.data));
    assert_eq!(sent(table.received(NOW, &asked)), to_hex(&short.data), "a repeat is told the same");
    // What comes back for another reason is not answered anew.
    assert!(matches!(table.0.returned(&answer, ReturnCause::MTP_FAILURE, &mut |_| {}), Heard::Nothing));
}

#[test]
fn a_conversation_is_ended_and_a_strange_one_given_up() {
    let mut table = Table::new(Bounds::default());
    table.ask(5, NOW.plus(10), "conversed");
    let step = Step::Conversation { originating: TransactionId(9), responding: TransactionId(5), permission: true };
    let result = Component::Result { last: true, correlation_id: 5, parameters: Parameters::default() };
    let conversation = from(10, Package::new(step, vec![result]).write());
    let Heard::Outcome("conversed", Outcome::Result(_), Some(end)) = table.received(NOW, &conversation) else {
        panic!();
    };
    assert_eq!(to_hex(&end.data), "e408c70400000009e800");
    assert_eq!(sent(table.received(NOW, &conversation)), "f609c70400000009d70104");
}

#[test]
fn what_makes_no_sense_is_answered_and_nothing_stays_of_it() {
    let mut table = Table::new(Bounds::default());
    let originating = TransactionId(1);
    let asked =
        |permission, components| from(10, Package::new(Step::Query { originating, permission }, components).write());
    let result = Component::Result { last: true, correlation_id: 5, parameters: Parameters::default() };
    for (unitdata, wanted) in [
        (asked(true, vec![]), "e412c70400000001e80aec08cf00d5020102f200"),
        (asked(true, vec![result]), "e413c70400000001e80bec09cf0105d5020301f200"),
        (asked(false, vec![]), "f609c70400000001d70105"),
        (from(10, vec![0xe2, 8, 0xc7, 4, 0, 0, 0, 1, 0xe9, 0]), "f609c70400000001d70103"),
    ] {
        assert_eq!(sent(table.received(NOW, &unitdata)), wanted);
    }
    for data in [vec![], vec![1, 2, 3], Package::new(Step::Unidirectional, vec![]).write(), response(9, vec![])] {
        assert!(matches!(table.received(NOW, &from(10, data)), Heard::Nothing));
    }
    assert_eq!((table.0.counts(), table.0.deadline()), ((0, 0, 0), None));
}
