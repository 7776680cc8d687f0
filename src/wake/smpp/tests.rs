//! The link against answers written here, octet by octet from SMPP 3.4.

use super::*;
use crate::syncml::notification::push;
use crate::wake::settings::tests::smpp;
use crate::wake::settings::{Form, Smpp};

fn pdu(id: u32, status: u32, sequence: u32, body: &[u8]) -> Vec<u8> {
    let words = [16 + body.len() as u32, id, status, sequence];
    [words.map(u32::to_be_bytes).concat(), body.to_vec()].concat()
}

fn hear(octets: &[u8]) -> Heard {
    let mut received = BytesMut::from(octets);
    let heard = pdu::take(&mut received).unwrap().expect("whole");
    assert!(received.is_empty());
    heard
}

fn accepted(sequence: u32, id: &str) -> Heard {
    hear(&pdu(0x8000_0004, 0, sequence, &[id.as_bytes(), b"\0"].concat()))
}

fn refused(sequence: u32, status: u32) -> Heard {
    hear(&pdu(0x8000_0004, status, sequence, b""))
}

fn deliver(sequence: u32, esm_class: u8, text: &[u8], extra: &[u8]) -> Vec<u8> {
    let head = [b"\0\0\0".as_slice(), b"1\0", b"\0\0", b"2\0", &[esm_class], b"\0\0\0\0\0\0\0\0"].concat();
    pdu(5, 0, sequence, &[&head[..], &[text.len() as u8], text, extra].concat())
}

/// Sequence numbers of the requests among what is sent, and the rest.
fn split(acts: Vec<Act>) -> (Vec<u32>, Vec<Act>) {
    let (mut sent, mut rest) = (Vec::new(), Vec::new());
    for act in acts {
        match act {
            Act::Send(octets) if octets[4..8] == [0, 0, 0, 4] => {
                sent.push(u32::from_be_bytes(octets[12..16].try_into().unwrap()));
            }
            other => rest.push(other),
        }
    }
    (sent, rest)
}

fn tell(job: u64, what: What) -> Act {
    Act::Tell(Event { job, what })
}

fn submits(settings: &Smpp, length: usize) -> Vec<pdu::Submit> {
    pdu::submits(settings, "9195551234", &push::wrap(1, &vec![7; length]), 9).unwrap()
}

const FAR: Time = Time(1_000_000_000);

#[test]
fn a_message_has_the_octets_of_the_standard() {
    let sent = submits(&smpp(), 4)[0].written(0x11);
    let body = [
        b"WAP\0".as_slice(),
        b"\x03\x091234\0",
        b"\x02\x019195551234\0",
        b"\x00\x00\x00\0\0\x01\x00\x04\x00",
        b"\x11\x00\x01\x00\xC0\x02\x0B\x84\x01\x06\x03\xC4\xAF\x87\x07\x07\x07\x07",
    ]
    .concat();
    assert_eq!(sent, pdu(4, 0, 0x11, &body), "{sent:02x?}");

    let with_header = submits(&Smpp { form: Form::Udh, ..smpp() }, 4)[0].written(1);
    assert!(with_header.ends_with(b"\x11\x06\x05\x04\x0B\x84\xC0\x02\x01\x06\x03\xC4\xAF\x87\x07\x07\x07\x07"));
    assert_eq!(with_header[40], 0x40, "esm_class: {with_header:02x?}");
    let ports = submits(&Smpp { form: Form::Ports, receipts: false, ..smpp() }, 4)[0].written(1);
    assert!(
        ports
            .ends_with(b"\x0A\x01\x06\x03\xC4\xAF\x87\x07\x07\x07\x07\x02\x0A\x00\x02\xC0\x02\x02\x0B\x00\x02\x0B\x84")
    );

    for form in [Form::Cdma, Form::Udh, Form::Ports] {
        let parts = submits(&Smpp { form, ..smpp() }, 300);
        assert_eq!(parts.len(), 3, "{form}");
        assert!(parts.iter().all(|part| part.written(1).len() < 16 + 40 + 140 + 40), "{form}");
    }
    let last = submits(&Smpp { form: Form::Udh, ..smpp() }, 300)[2].written(1);
    let header = b"\x0B\x05\x04\x0B\x84\xC0\x02\x00\x03\x09\x03\x03";
    assert!(last.windows(header.len()).any(|window| window == header));

    assert_eq!(pdu::bind(1, &smpp()).unwrap(), pdu(9, 0, 1, b"akeyd\0secret\0\0\x34\0\0\0"));
    let long = Smpp { password: zeroize::Zeroizing::new("ninechars".into()), ..smpp() };
    assert_eq!(pdu::bind(1, &long).unwrap_err().to_string(), "password is too long or not ASCII");
    assert!(pdu::submits(&smpp(), &"1".repeat(21), b"push", 1).is_err());
}

#[test]
fn the_window_is_kept_and_answers_are_matched() {
    let mut link = Link::new(&smpp());
    assert!(link.bound(Time(0)).is_empty());
    for job in 1..=4 {
        link.submit(Time(0), job, submits(&smpp(), 4), FAR);
    }
    assert!(!link.has_room(), "two are under way, two wait");
    assert!(link.take(Time(5), accepted(99, "x")).is_empty(), "an answer to nothing");
    let (sent, rest) = split(link.take(Time(5), accepted(2, "m2")));
    assert_eq!((sent, rest), (vec![3], vec![tell(2, What::Accepted)]));
    let (sent, rest) = split(link.take(Time(6), refused(1, 0x0B)));
    assert_eq!((sent, rest), (vec![4], vec![tell(1, What::Failed(Failure::Status(0x0B)))]));
    assert_eq!(Failure::Status(0x0B).to_string(), "refused with command_status 0x0000000b");
    let (sent, _) = split(link.take(Time(7), hear(&pdu(0x8000_0000, 3, 3, b""))));
    assert!(sent.is_empty(), "generic_nack is a refusal too");
    assert_eq!(link.deadline(), Time(6 + 10_000));
}

#[test]
fn a_push_in_parts_is_accepted_whole_or_not() {
    let settings = Smpp { window: 10, ..smpp() };
    let mut link = Link::new(&settings);
    link.bound(Time(0));
    let (sent, _) = split(link.submit(Time(0), 1, submits(&settings, 300), FAR));
    assert_eq!(sent, [1, 2, 3]);
    assert!(link.take(Time(1), accepted(1, "a")).is_empty());
    assert!(link.take(Time(1), accepted(3, "c")).is_empty());
    assert_eq!(link.take(Time(1), accepted(2, "b")), [tell(1, What::Accepted)]);

    let settings = Smpp { window: 1, ..settings };
    let mut link = Link::new(&settings);
    link.bound(Time(0));
    link.submit(Time(0), 1, submits(&settings, 300), FAR);
    let (sent, rest) = split(link.take(Time(1), refused(1, 0x45)));
    assert_eq!((sent.len(), rest), (0, vec![tell(1, What::Failed(Failure::Status(0x45)))]), "the rest is not sent");
}

#[test]
fn an_smsc_that_is_too_busy_is_given_time() {
    let mut link = Link::new(&smpp());
    link.bound(Time(0));
    link.submit(Time(0), 1, submits(&smpp(), 4), FAR);
    link.submit(Time(0), 2, submits(&smpp(), 4), FAR);
    assert!(link.take(Time(10), refused(1, 0x58)).is_empty());
    assert!(link.take(Time(10), refused(2, 0x58)).is_empty(), "the same window, the same reason");
    assert_eq!(link.deadline(), Time(1_010));
    assert!(link.timer(Time(1_009)).is_empty());
    let (sent, _) = split(link.timer(Time(1_010)));
    assert_eq!(sent.len(), 2);
    link.take(Time(1_020), refused(sent[0], 0x14));
    assert_eq!(link.deadline(), Time(3_020), "twice as long");
    link.take(Time(1_020), accepted(sent[1], "x"));
    let (again, _) = split(link.timer(Time(3_020)));
    assert_eq!(link.take(Time(3_021), accepted(again[0], "y")), [tell(2, What::Accepted)]);
}

#[test]
fn what_was_not_answered_goes_out_again_on_the_next_link() {
    let mut link = Link::new(&smpp());
    link.bound(Time(0));
    link.submit(Time(0), 1, submits(&smpp(), 4), FAR);
    link.submit(Time(0), 2, submits(&smpp(), 5), Time(50_000));
    assert_eq!(link.timer(Time(10_000)), [Act::HangUp(HangUp::Silent)]);
    link.lost();
    let (sent, rest) = split(link.bound(Time(60_000)));
    assert_eq!(sent.len(), 1);
    assert_eq!(rest, [tell(2, What::Failed(Failure::Late))], "too late for this one");
    assert_eq!(link.take(Time(60_001), accepted(sent[0], "x")), [tell(1, What::Accepted)]);
}

#[test]
fn silence_is_broken_and_then_not_borne() {
    let mut link = Link::new(&smpp());
    link.bound(Time(0));
    assert_eq!(link.deadline(), Time(30_000));
    assert_eq!(link.timer(Time(30_000)), [Act::Send(pdu(0x15, 0, 1, b""))]);
    assert_eq!(link.deadline(), Time(40_000));
    assert!(link.take(Time(30_010), hear(&pdu(0x8000_0015, 0, 1, b""))).is_empty());
    assert_eq!(link.deadline(), Time(60_010));
    link.timer(Time(60_010));
    assert_eq!(link.timer(Time(70_010)), [Act::HangUp(HangUp::Silent)]);
}

#[test]
fn requests_of_the_smsc_are_answered() {
    let mut link = Link::new(&smpp());
    link.bound(Time(0));
    let mut answer = |request: &[u8]| link.take(Time(1), hear(request));
    assert_eq!(answer(&pdu(0x15, 0, 7, b"")), [Act::Send(pdu(0x8000_0015, 0, 7, b""))]);
    let unbound = [Act::Send(pdu(0x8000_0006, 0, 8, b"")), Act::HangUp(HangUp::Unbound)];
    assert_eq!(answer(&pdu(0x06, 0, 8, b"")), unbound);
    assert_eq!(answer(&pdu(0x77, 0, 9, b"xyz")), [Act::Send(pdu(0x8000_0000, 3, 9, b""))]);
    assert_eq!(
        answer(&pdu(0x05, 0, 10, b"\x01")),
        [Act::Send(pdu(0x8000_0005, 0, 10, b"\0"))],
        "or it would come for ever"
    );
    assert_eq!(answer(&deliver(11, 0, b"hello", b"")), [Act::Send(pdu(0x8000_0005, 0, 11, b"\0"))]);
    assert!(answer(&pdu(0x102, 0, 12, b"")).is_empty(), "alert_notification");
    assert!(answer(&pdu(0x8000_0005, 0, 12, b"")).is_empty());
}

#[test]
fn receipts_find_their_push_however_they_are_spelled() {
    let text = |id: &str, state: &str| {
        format!("id:{id} sub:001 dlvrd:001 submit date:2611251200 done date:2611251200 stat:{state} err:000 text:")
    };
    let by_parameters = [b"\x00\x1E\x00\x05ABCD\0".as_slice(), b"\x04\x27\x00\x01\x03"].concat();
    let payload = text("17", "DELIVRD");
    let in_payload = [b"\x04\x24\x00", &[payload.len() as u8][..], payload.as_bytes()].concat();
    let cases = [
        ("17", deliver(1, 0x04, text("17", "DELIVRD").as_bytes(), b""), Some(What::Delivered)),
        ("1F", deliver(1, 0x04, text("31", "DELIVRD").as_bytes(), b""), Some(What::Delivered)),
        (
            "31",
            deliver(1, 0x04, text("0000001f", "EXPIRED").as_bytes(), b""),
            Some(What::Undelivered("EXPIRED".into())),
        ),
        ("0000002A", deliver(1, 0x04, text("42", "DELIVRD").as_bytes(), b""), Some(What::Delivered)),
        ("43", deliver(1, 0x04, text("0000000043", "DELIVRD").as_bytes(), b""), Some(What::Delivered)),
        ("0000000044", deliver(1, 0x04, text("44", "DELIVRD").as_bytes(), b""), Some(What::Delivered)),
        ("id-Ab1", deliver(1, 0x04, text("id-AB1", "DELIVRD").as_bytes(), b""), None),
        ("17", deliver(1, 0x04, b"", &in_payload), Some(What::Delivered)),
        ("17", deliver(1, 0x04, text("17", "ENROUTE").as_bytes(), b""), None),
        ("17", deliver(1, 0x00, text("17", "DELIVRD").as_bytes(), b""), None),
        ("17", deliver(1, 0x04, text("18", "DELIVRD").as_bytes(), b""), None),
        ("ABCD", deliver(1, 0x04, b"", &by_parameters), Some(What::Undelivered("EXPIRED".into()))),
        ("17", deliver(1, 0x04, b"xid:17 id: stat", b""), None),
    ];
    for (id, receipt, wanted) in cases {
        let mut link = Link::new(&smpp());
        link.bound(Time(0));
        link.submit(Time(0), 5, submits(&smpp(), 4), FAR);
        link.take(Time(1), accepted(1, id));
        let (_, rest) = split(link.take(Time(2), hear(&receipt)));
        let told: Vec<_> = rest.into_iter().filter(|act| matches!(act, Act::Tell(_))).collect();
        assert_eq!(told, wanted.map(|what| tell(5, what)).into_iter().collect::<Vec<_>>(), "{id}");
        let again = link.take(Time(3), hear(&receipt));
        assert_eq!(again.len(), 1, "answered, and told once");
    }
}

#[test]
fn a_receipt_that_overtakes_the_answer_is_kept_for_it() {
    let receipt = |id: u32| hear(&deliver(9, 0x04, format!("id:{id} stat:DELIVRD").as_bytes(), b""));
    let mut link = Link::new(&smpp());
    link.bound(Time(0));
    link.submit(Time(0), 5, submits(&smpp(), 4), FAR);
    assert_eq!(link.take(Time(1), receipt(42)).len(), 1, "answered, nothing told");
    let said = link.take(Time(2), accepted(1, "0000002A"));
    assert_eq!(said, [tell(5, What::Accepted), tell(5, What::Delivered)]);
    assert_eq!(link.take(Time(3), receipt(42)).len(), 1, "told once");

    // Others' receipts push it out, and another link forgets it.
    link.submit(Time(4), 6, submits(&smpp(), 4), FAR);
    for id in 1_000..=1_000 + limits::SMPP_EARLY_RECEIPTS as u32 {
        link.take(Time(5), receipt(id));
    }
    assert_eq!(link.take(Time(6), accepted(2, "1000")), [tell(6, What::Accepted)]);
    link.submit(Time(7), 7, submits(&smpp(), 4), FAR);
    link.take(Time(8), receipt(500));
    link.lost();
    let (sent, _) = split(link.bound(Time(9)));
    assert_eq!(link.take(Time(10), accepted(sent[0], "500")), [tell(7, What::Accepted)]);
}

#[test]
fn what_is_no_smpp_ends_the_link_and_a_part_waits_for_the_rest() {
    let take = |octets: &[u8]| pdu::take(&mut BytesMut::from(octets));
    assert_eq!(take(b""), Ok(None));
    assert_eq!(take(b"\0\0\0"), Ok(None));
    assert_eq!(take(&pdu(0x15, 0, 1, b"")[..15]), Ok(None));
    assert_eq!(take(&[0, 0, 0, 15]), Err(Broken::Length(15)));
    assert_eq!(take(b"HTTP/1.1 400"), Err(Broken::Length(0x4854_5450)));
    let two = [pdu(0x15, 0, 1, b""), pdu(0x15, 0, 2, b"")].concat();
    let mut received = BytesMut::from(&two[..]);
    assert_eq!(pdu::take(&mut received), Ok(Some(Heard::Enquire { sequence: 1 })));
    assert_eq!(pdu::take(&mut received), Ok(Some(Heard::Enquire { sequence: 2 })));
}
