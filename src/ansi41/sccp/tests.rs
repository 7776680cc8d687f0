//! SCCP by bytes, by drawn messages, and segments that come and do not come.

use proptest::prelude::*;

use super::*;
use crate::ansi41::PointCode;
use crate::is683::hex::from_hex;
use crate::limits;
use crate::words::Time;

fn hex(text: &str) -> Vec<u8> {
    from_hex(&text.replace(' ', "")).expect("hex")
}

const AC: PointCode = PointCode::of(2, 34, 56);

#[test]
fn a_udt_of_ansi_has_the_subsystem_before_the_point_code() {
    let octets = hex("09 81 03 08 0b 05 c3 0a 38 22 02 03 c1 0c aa 02 e2 00");
    // The calling address is longer than it says; take the right one.
    assert!(Message::read(&octets).is_err());
    let octets = hex("09 81 03 08 0a 05 c3 0a 38 22 02 02 c1 0c 02 e2 00");
    let message = Message::read(&octets).unwrap();
    assert_eq!(message.called, Address::of(AC, Ssn::AC));
    assert_eq!(message.calling, Address::of_ssn(Ssn::OTAF));
    assert_eq!(message.purpose, Purpose::Deliver { in_sequence: true, return_on_error: true });
    assert_eq!(message.data, [0xe2, 0]);
    assert_eq!(message.write(), Ok(octets));
}

#[test]
fn an_international_address_has_the_layout_of_itu() {
    // Indicator: route on SSN, SSN and point code there; point code 1-5-2 of 3-8-3 is 0x082a.
    let octets = hex("09 00 03 07 09 04 43 2a 08 06 02 42 08 01 ff");
    let message = Message::read(&octets).unwrap();
    assert_eq!(message.called.numbering, Numbering::International);
    assert_eq!(message.called.ssn, Some(Ssn::HLR));
    assert_eq!(message.called.point_code.unwrap().number(), 0x082a);
    assert_eq!(message.calling.ssn, Some(Ssn::MSC));
    assert_eq!(message.write(), Ok(octets));
}

#[test]
fn global_titles_pass_unread_in_every_form() {
    for indicator in 1..=15 {
        let title = GlobalTitle { indicator, octets: hex("0a5115552143f0") };
        let called = Address {
            routing: Routing::GlobalTitle,
            ssn: Some(Ssn(0)),
            global_title: Some(title),
            ..Address::default()
        };
        let unitdata = Unitdata { called, calling: Address::of(AC, Ssn::AC), data: vec![1], ..Unitdata::default() };
        let messages = split(&unitdata, Segmenting::default(), 0).unwrap();
        let read = Message::read(&messages[0].write().unwrap()).unwrap();
        assert_eq!(read, messages[0]);
        assert_eq!(read.called.global_title.as_ref().unwrap().octets, hex("0a5115552143f0"));
    }
}

#[test]
fn pointers_decide_where_parts_are() {
    // Data first, then addresses, with a gap between.
    let octets = hex("09 00 07 09 01 02 e2 00 00 02 c1 0a 02 c1 0c");
    let message = Message::read(&octets).unwrap();
    assert_eq!((message.called, message.calling), (Address::of_ssn(Ssn::AC), Address::of_ssn(Ssn::OTAF)));
    assert_eq!(message.data, [0xe2, 0]);
}

#[test]
fn what_is_no_connectionless_message_is_refused_by_name() {
    let said = |text| Message::read(&hex(text)).unwrap_err().to_string();
    assert_eq!(said(""), "message_type at octet 0: ends before it is whole");
    assert_eq!(said("01 00 00"), "message_type at octet 0: 1 is no connectionless message");
    assert_eq!(said("09 02 03 05 07"), "protocol_class at octet 1: expected 0 or 1, found 2");
    assert_eq!(said("09 00 ff 05 07 01"), "called at octet 257: ends before it is whole");
    assert_eq!(said("09 00 00 05 07 01"), "called at octet 2: ends before it is whole");
    assert_eq!(said("09 00 03 05 07 02 c3 0a 02 c1 0a 00"), "called at octet 6: ends before it is whole");
    assert_eq!(said("09 00 03 06 08 03 c1 0a 0b 02 c1 0a 00"), "called at octet 8: 1 octets too many");
}

#[test]
fn what_comes_back_goes_to_its_sender() {
    let unitdata = Unitdata {
        called: Address::of(AC, Ssn::AC),
        calling: Address::of_ssn(Ssn::OTAF),
        return_on_error: true,
        data: vec![7; 600],
        ..Unitdata::default()
    };
    let messages = split(&unitdata, Segmenting::default(), 5).unwrap();
    let back = messages[0].returned(ReturnCause::UNEQUIPPED_USER).unwrap();
    assert_eq!(back.message_type(), 0x12);
    assert_eq!(back.called, unitdata.calling);
    let back = Message::read(&back.write().unwrap()).unwrap();
    let Incoming::Returned(returned, cause) = Reassembly::new(1_000).take(Time(0), None, back.clone()) else {
        panic!()
    };
    assert_eq!((&returned.called, &returned.calling), (&unitdata.called, &unitdata.calling));
    assert!(unitdata.data.starts_with(&returned.data));
    assert_eq!(cause.to_string(), "unequipped user");
    assert_eq!(back.returned(ReturnCause::UNQUALIFIED), None, "nothing comes back twice");
}

fn unitdata(octets: usize) -> Unitdata {
    Unitdata {
        called: Address::of(AC, Ssn::AC),
        calling: Address::of(PointCode::of(1, 1, 1), Ssn::OTAF),
        return_on_error: true,
        data: (0..octets).map(|at| at as u8).collect(),
        ..Unitdata::default()
    }
}

#[test]
fn what_does_not_fit_into_one_message_is_cut() {
    let lengths = |octets| -> Vec<usize> {
        let messages = split(&unitdata(octets), Segmenting::default(), 1).unwrap();
        messages.iter().map(|message| message.write().unwrap().len()).collect()
    };
    assert_eq!(lengths(247), [265], "the most of one UDT with two whole addresses");
    assert_eq!(lengths(248).len(), 2);
    let most = split(&unitdata(16 * 238), Segmenting::default(), 1).unwrap();
    assert_eq!(most.len(), 16);
    assert_eq!(most[0].segmentation().unwrap().remaining, 15);
    assert!(split(&unitdata(16 * 238 + 1), Segmenting::default(), 1).is_err());
    assert!(most.iter().all(|message| message.write().unwrap().len() <= 265));
    let always = Segmenting { extended: true, ..Segmenting::default() };
    assert_eq!(split(&unitdata(3), always, 1).unwrap()[0].message_type(), 0x11);
}

#[test]
fn segments_out_of_order_never_become_whole() {
    let segments = split(&unitdata(900), Segmenting::default(), 9).unwrap();
    let mut reassembly = Reassembly::new(1_000);
    assert_eq!(reassembly.take(Time(0), Some(AC), segments[0].clone()), Incoming::Waiting);
    let Incoming::Dropped(dropped) = reassembly.take(Time(0), Some(AC), segments[2].clone()) else { panic!() };
    assert_eq!(dropped.answer.unwrap().data, segments[0].data, "the first segment goes back");
    assert!(reassembly.is_empty());
    assert_eq!(reassembly.deadline(), None);
    // A later segment without a first.
    let Incoming::Dropped(dropped) = reassembly.take(Time(0), Some(AC), segments[1].clone()) else { panic!() };
    assert_eq!(dropped.cause, ReturnCause::SEGMENTATION_FAILURE);
}

#[test]
fn segments_of_others_do_not_mix() {
    let (one, mut other) = (unitdata(500), unitdata(500));
    other.data.reverse();
    let (ours, theirs) =
        (split(&one, Segmenting::default(), 9).unwrap(), split(&other, Segmenting::default(), 9).unwrap());
    let mut reassembly = Reassembly::new(1_000);
    for (from, message) in [(AC, &ours[0]), (PointCode::of(2, 2, 2), &theirs[0]), (AC, &ours[1])] {
        assert_eq!(reassembly.take(Time(0), Some(from), message.clone()), Incoming::Waiting);
    }
    let Incoming::Whole(whole) = reassembly.take(Time(0), Some(AC), ours[2].clone()) else { panic!() };
    assert_eq!(whole, one);
    assert_eq!(reassembly.len(), 1);
}

#[test]
fn segments_that_never_become_whole_are_few_and_not_kept_for_long() {
    let mut reassembly = Reassembly::new(1_000);
    let first = |reference| split(&unitdata(900), Segmenting::default(), reference).unwrap().swap_remove(0);
    let mut waiting = 0;
    for reference in 0..limits::SCCP_REASSEMBLIES_OF_PEER as u32 + 10 {
        if reassembly.take(Time(reference.into()), Some(AC), first(reference)) == Incoming::Waiting {
            waiting += 1;
        }
    }
    assert_eq!(waiting, limits::SCCP_REASSEMBLIES_OF_PEER);
    // Another peer still has room, the same one none.
    let other = PointCode::of(3, 3, 3);
    assert_eq!(reassembly.take(Time(300), Some(other), first(1)), Incoming::Waiting);
    let Incoming::Dropped(dropped) = reassembly.take(Time(300), Some(AC), first(9_999)) else { panic!() };
    assert_eq!(dropped.cause, ReturnCause::NO_REASSEMBLY);
    // One that begins anew replaces itself.
    assert_eq!(reassembly.take(Time(300), Some(AC), first(1)), Incoming::Waiting);

    assert_eq!(reassembly.deadline(), Some(Time(1_000)));
    assert_eq!(reassembly.expire(Time(999)), None);
    let back = reassembly.expire(Time(1_000)).unwrap().answer.unwrap();
    assert_eq!(back.purpose, Purpose::Return(ReturnCause::SEGMENTATION_FAILURE));
    while reassembly.expire(Time(2_000)).is_some() {}
    assert_eq!((reassembly.len(), reassembly.deadline()), (0, None));
}

fn address() -> impl Strategy<Value = Address> {
    let title = prop::option::of((1..16_u8, prop::collection::vec(any::<u8>(), 0..20)));
    (any::<[bool; 2]>(), prop::option::of(any::<u8>()), prop::option::of(0..=PointCode::MAX), title).prop_map(
        |([national, on_ssn], ssn, code, title)| Address {
            numbering: if national { Numbering::National } else { Numbering::International },
            routing: if on_ssn { Routing::Ssn } else { Routing::GlobalTitle },
            ssn: ssn.map(Ssn),
            point_code: code.and_then(|code| PointCode::new(if national { code } else { code & 0x3fff })),
            global_title: title.map(|(indicator, octets)| GlobalTitle { indicator, octets }),
        },
    )
}

fn message() -> impl Strategy<Value = Message> {
    let purpose = prop_oneof![
        any::<[bool; 2]>().prop_map(|[in_sequence, return_on_error]| Purpose::Deliver { in_sequence, return_on_error }),
        any::<u8>().prop_map(|cause| Purpose::Return(ReturnCause(cause))),
    ];
    let segmentation =
        (any::<[bool; 2]>(), 0..16_u8, 0..1_u32 << 24).prop_map(|([first, in_sequence], remaining, reference)| {
            Segmentation { first, in_sequence, remaining, reference }
        });
    let other = (1..=255_u8, prop::collection::vec(any::<u8>(), 0..5))
        .prop_filter("ours", |(name, _)| *name != 0x10)
        .prop_map(|(name, value)| Optional { name, value });
    let extended = (any::<u8>(), prop::option::of(segmentation), prop::collection::vec(other, 0..3))
        .prop_map(|(hop_counter, segmentation, others)| Extended { hop_counter, segmentation, others });
    let form =
        prop_oneof![Just(Form::Short), extended.clone().prop_map(Form::Extended), extended.prop_map(Form::Long),];
    (form, purpose, address(), address(), prop::collection::vec(any::<u8>(), 0..160))
        .prop_map(|(form, purpose, called, calling, data)| Message { form, purpose, called, calling, data })
}

proptest! {
    #[test]
    fn what_is_written_reads_as_it_was(message in message()) {
        let octets = message.write().unwrap();
        prop_assert_eq!(Message::read(&octets), Ok(message));
        for cut in 0..octets.len() {
            let _ = Message::read(&octets[..cut]);
        }
    }

    #[test]
    fn what_is_read_writes_canonically(octets in prop::collection::vec(any::<u8>(), 0..80), value in 0..6_usize) {
        let octets = [&[[9, 10, 17, 18, 19, 20][value]], &octets[..]].concat();
        if let Ok(message) = Message::read(&octets) && let Ok(written) = message.write() {
            prop_assert_eq!(Message::read(&written), Ok(message));
        }
    }

    #[test]
    fn unitdata_comes_whole_out_of_its_segments(octets in 0..3_700_usize, most in 60..300_usize, extended: bool) {
        let sent = unitdata(octets);
        let segmenting = Segmenting { message_octets: most, extended };
        let Ok(messages) = split(&sent, segmenting, 77) else { return Ok(()) };
        let mut reassembly = Reassembly::new(10);
        let last = messages.len() - 1;
        for (index, message) in messages.into_iter().enumerate() {
            let octets = message.write().unwrap();
            prop_assert!(octets.len() <= most);
            let incoming = reassembly.take(Time(0), Some(AC), Message::read(&octets).unwrap());
            let expected = if index == last { Incoming::Whole(sent.clone()) } else { Incoming::Waiting };
            prop_assert_eq!(incoming, expected);
        }
        prop_assert!(reassembly.is_empty());
    }
}
