//! Every message that we write, read by tshark field by field.

use std::process::Command;

use akeyd::ansi41::m3ua::{
    self, AffectedPointCode, ErrorCode, Kind, Parameter, ProtocolData, Status, TrafficModeType, UserCause,
};
use akeyd::ansi41::pcap::{self, Address as Ip, Endpoint, Reader};
use akeyd::ansi41::sccp::{
    Address, Extended, Form, GlobalTitle, Message, Numbering, Purpose, ReturnCause, Routing, Segmentation, Segmenting,
    Ssn, Unitdata, split,
};
use akeyd::ansi41::{PointCode, ipa};

/// Whether tshark can be called. It must be where tests judge for others.
pub(crate) fn is_there() -> bool {
    let there = Command::new("tshark").arg("--version").output().is_ok_and(|output| output.status.success());
    assert!(there || std::env::var_os("CI").is_none(), "tshark is not installed");
    if !there {
        eprintln!("skipped: tshark is not installed");
    }
    there
}

/// What tshark shows of the fields, a line for each record: values of one field are joined with commas.
pub(crate) fn fields(capture: &[u8], names: &[&str]) -> Vec<Vec<String>> {
    let path = std::env::temp_dir().join(format!("akeyd-links-{}-{}.pcap", std::process::id(), capture.len()));
    std::fs::write(&path, capture).unwrap();
    let mut tshark = Command::new("tshark");
    tshark.args(["-n", "-o", "mtp3.standard:ANSI", "-T", "fields", "-E", "separator=|", "-r"]).arg(&path);
    for name in names {
        tshark.args(["-e", name]);
    }
    let output = tshark.output().unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
}

fn end(last: u8, port: u16) -> Endpoint {
    Endpoint { address: Ip::V4([127, 0, 0, last]), port }
}

fn capture(reader: Reader, messages: &[Vec<u8>]) -> Vec<u8> {
    let records = messages
        .iter()
        .flat_map(|message| pcap::record(1_700_000_000_000_001, reader, end(1, 50_001), end(2, 2905), message));
    pcap::header().into_iter().chain(records).collect()
}

/// One record's fields against what is expected. A complaint is a field too.
fn compare(reader: Reader, messages: &[Vec<u8>], expected: &[Vec<(&str, String)>]) {
    let mut names = vec!["_ws.expert.message"];
    expected.iter().flatten().for_each(|(name, _)| {
        if !names.contains(name) {
            names.push(name);
        }
    });
    let shown = fields(&capture(reader, messages), &names);
    assert_eq!(shown.len(), messages.len(), "tshark shows every record");
    for ((shown, expected), octets) in shown.iter().zip(expected).zip(messages) {
        for (name, shown) in names.iter().zip(shown) {
            let value = expected.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value);
            assert_eq!(plain(shown), plain(value), "{name} of {octets:02x?}");
        }
    }
}

/// Numbers of either spelling as decimal ones: which of them tshark shows is a matter of its version.
fn plain(shown: &str) -> String {
    let number = |text: &str| match text.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16).map_or(text.to_owned(), |number| number.to_string()),
        None => text.to_owned(),
    };
    shown.split(',').map(number).collect::<Vec<_>>().join(",")
}

fn code(network: u8, cluster: u8, member: u8) -> PointCode {
    PointCode::of(network, cluster, member)
}

/// SCCP messages of all types and addresses of all forms, with what tshark must show of them.
fn sccp_messages() -> Vec<(Message, Vec<(&'static str, String)>)> {
    let title = |indicator, octets: &[u8]| Some(GlobalTitle { indicator, octets: octets.to_vec() });
    let whole = Address::of(code(2, 34, 56), Ssn::AC);
    let bare = Address::of_ssn(Ssn::HLR);
    let by_title = Address {
        routing: Routing::GlobalTitle,
        ssn: Some(Ssn(0)),
        global_title: title(2, &[10, 0x51, 0x15, 0x55]),
        ..Address::default()
    };
    let by_long_title = Address {
        routing: Routing::GlobalTitle,
        point_code: Some(code(9, 8, 7)),
        ssn: Some(Ssn(8)),
        global_title: title(1, &[10, 0x12, 0x51, 0x15, 0x55]),
        ..Address::default()
    };
    let international = Address {
        numbering: Numbering::International,
        point_code: PointCode::new(0x082a),
        ..Address::of_ssn(Ssn::MSC)
    };
    let deliver = |in_sequence, return_on_error| Purpose::Deliver { in_sequence, return_on_error };
    let segmentation = Segmentation { first: true, in_sequence: true, remaining: 5, reference: 0x12_3456 };
    let extended = |segmentation| Extended { hop_counter: 14, segmentation, others: Vec::new() };
    let forms = [
        (Form::Short, 9),
        (Form::Extended(extended(Some(segmentation))), 17),
        (Form::Extended(extended(None)), 17),
        (Form::Long(extended(None)), 19),
    ];
    let purposes = [deliver(false, false), deliver(true, true), Purpose::Return(ReturnCause::SUBSYSTEM_FAILURE)];
    let addresses = [
        (&whole, &bare),
        (&bare, &whole),
        (&by_title, &by_long_title),
        (&by_long_title, &whole),
        (&international, &whole),
    ];
    let mut all = Vec::new();
    for (form, number) in forms {
        for purpose in purposes {
            for (called, calling) in addresses {
                let message = Message {
                    form: form.clone(),
                    purpose,
                    called: called.clone(),
                    calling: calling.clone(),
                    data: vec![1, 2, 3],
                };
                let mut shown = Vec::new();
                let hex = |number: u8| format!("0x{number:02x}");
                match purpose {
                    Purpose::Deliver { in_sequence, return_on_error } => {
                        shown.push(("sccp.message_type", hex(number)));
                        shown.push(("sccp.class", format!("0x{:x}", u8::from(in_sequence))));
                        shown.push(("sccp.handling", if return_on_error { "0x8" } else { "0x0" }.into()));
                    }
                    Purpose::Return(cause) => {
                        shown.push(("sccp.message_type", hex(number + 1)));
                        shown.push(("sccp.return_cause", hex(cause.0)));
                    }
                }
                if !matches!(form, Form::Short) {
                    shown.push(("sccp.hops", "0x0e".into()));
                }
                if message.segmentation().is_some() {
                    shown.push(("sccp.segmentation.first", "1".into()));
                    shown.push(("sccp.segmentation.class", "1".into()));
                    shown.push(("sccp.segmentation.remaining", "0x05".into()));
                    shown.push(("sccp.segmentation.slr", "0x123456".into()));
                }
                shown.extend(shown_of_address(&CALLED, called));
                shown.extend(shown_of_address(&CALLING, calling));
                if called.numbering == Numbering::International {
                    shown.push(("sccp.called.pc", "2090".into()));
                    let doubt =
                        "Address is coded to international standards.  This doesn't normally happen in ANSI networks.";
                    shown.push(("_ws.expert.message", doubt.into()));
                }
                all.push((message, shown));
            }
        }
    }
    all
}

/// tshark's names for the parts of an address.
const CALLED: [&str; 6] =
    ["sccp.called.ni", "sccp.called.ri", "sccp.called.gti", "sccp.called.ssn", "sccp.called.ansi_pc", "sccp.called.tt"];
const CALLING: [&str; 6] = [
    "sccp.calling.ni",
    "sccp.calling.ri",
    "sccp.calling.gti",
    "sccp.calling.ssn",
    "sccp.calling.ansi_pc",
    "sccp.calling.tt",
];

fn shown_of_address(&[ni, ri, gti, ssn, pc, tt]: &[&'static str; 6], address: &Address) -> Vec<(&'static str, String)> {
    let national = address.numbering == Numbering::National;
    let mut shown = vec![(ni, hex1(u8::from(national))), (ri, hex1(u8::from(address.routing == Routing::Ssn)))];
    shown.push((gti, hex1(address.global_title.as_ref().map_or(0, |title| title.indicator))));
    shown.extend(address.ssn.map(|number| (ssn, number.0.to_string())));
    shown.extend(address.point_code.filter(|_| national).map(|code| (pc, format!("{code},{0},{0}", code.number()))));
    shown.extend(address.global_title.as_ref().map(|_| (tt, "0x0a".into())));
    shown
}

fn hex1(number: u8) -> String {
    format!("0x{number:x}")
}

/// DATA with an SCCP message in it.
fn data(sccp: Vec<u8>) -> Vec<u8> {
    let data = ProtocolData {
        opc: code(2, 34, 56),
        dpc: code(1, 255, 3),
        service_indicator: ProtocolData::SCCP,
        network_indicator: 2,
        message_priority: 1,
        sls: 12,
        data: sccp,
    };
    let parameters =
        vec![Parameter::NetworkAppearance(7), Parameter::RoutingContexts(vec![5]), Parameter::ProtocolData(data)];
    m3ua::Message::new(Kind::DATA, parameters).write().unwrap()
}

fn shown_of_data() -> Vec<(&'static str, String)> {
    [
        ("m3ua.message_class", "1"),
        ("m3ua.message_type", "1"),
        ("m3ua.network_appearance", "7"),
        ("m3ua.routing_context", "5"),
        ("m3ua.protocol_data_opc", "139832"),
        ("m3ua.protocol_data_dpc", "130819"),
        ("m3ua.protocol_data_si", "3"),
        ("m3ua.protocol_data_ni", "2"),
        ("m3ua.protocol_data_mp", "1"),
        ("m3ua.protocol_data_sls", "12"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

#[test]
fn sccp_in_m3ua_and_in_ipa() {
    if !is_there() {
        return;
    }
    let (messages, shown): (Vec<_>, Vec<_>) = sccp_messages().into_iter().unzip();
    let octets: Vec<_> = messages.iter().map(|message| message.write().unwrap()).collect();
    let in_m3ua: Vec<_> = octets.iter().cloned().map(data).collect();
    let expected: Vec<_> = shown.iter().map(|shown| [shown_of_data(), shown.clone()].concat()).collect();
    compare(Reader::M3ua, &in_m3ua, &expected);

    let framed = |octets: &Vec<u8>| {
        let mut frame = Vec::new();
        ipa::Frame::Sccp(octets).write(&mut frame).unwrap();
        frame
    };
    let in_ipa: Vec<_> = octets.iter().map(framed).collect();
    let more = |(shown, octets): (&Vec<_>, &Vec<u8>)| {
        [shown.clone(), vec![("gsm_ipa.protocol", "0xfd".into()), ("gsm_ipa.data_len", octets.len().to_string())]]
            .concat()
    };
    let expected: Vec<_> = shown.iter().zip(&octets).map(more).collect();
    compare(Reader::Ipa, &in_ipa, &expected);
    println!("{} messages, {} fields", octets.len(), expected.iter().map(Vec::len).sum::<usize>());
}

#[test]
fn everything_else_of_m3ua() {
    if !is_there() {
        return;
    }
    let affected = || Parameter::AffectedPointCodes(vec![AffectedPointCode { mask: 8, point_code: code(2, 34, 0) }]);
    let context = || Parameter::RoutingContexts(vec![5, 6]);
    let messages = [
        (Kind::ASPUP, vec![Parameter::AspIdentifier(42), Parameter::InfoString(b"akeyd".to_vec())]),
        (Kind::ASPUP_ACK, vec![]),
        (Kind::ASPDN, vec![]),
        (Kind::ASPDN_ACK, vec![]),
        (Kind::ASPAC, vec![Parameter::TrafficModeType(TrafficModeType::LOADSHARE), context()]),
        (Kind::ASPAC_ACK, vec![Parameter::TrafficModeType(TrafficModeType::OVERRIDE), context()]),
        (Kind::ASPIA, vec![context()]),
        (Kind::ASPIA_ACK, vec![context()]),
        (Kind::BEAT, vec![Parameter::HeartbeatData(vec![1, 2, 3, 4, 5])]),
        (Kind::BEAT_ACK, vec![Parameter::HeartbeatData(vec![1, 2, 3, 4, 5])]),
        (Kind::NTFY, vec![Parameter::Status(Status::AS_ACTIVE), context()]),
        (Kind::ERR, vec![Parameter::ErrorCode(ErrorCode::UNEXPECTED_MESSAGE)]),
        (Kind::DUNA, vec![context(), affected()]),
        (Kind::DAVA, vec![affected()]),
        (Kind::DAUD, vec![affected()]),
        (Kind::SCON, vec![affected(), Parameter::ConcernedDestination(code(1, 1, 1)), Parameter::CongestionLevel(2)]),
        (Kind::DUPU, vec![affected(), Parameter::UserCause(UserCause { cause: 1, user: 3 })]),
    ];
    let mut expected = Vec::new();
    let mut octets = Vec::new();
    for (kind, parameters) in messages {
        let text = |value: u32| value.to_string();
        let mut shown =
            vec![("m3ua.message_class", text(kind.class.into())), ("m3ua.message_type", text(kind.number.into()))];
        for parameter in &parameters {
            match parameter {
                Parameter::AspIdentifier(number) => shown.push(("m3ua.asp_identifier", text(*number))),
                Parameter::InfoString(octets) => {
                    shown.push(("m3ua.info_string", String::from_utf8_lossy(octets).into_owned()));
                }
                Parameter::RoutingContexts(_) => shown.push(("m3ua.routing_context", "5,6".into())),
                Parameter::TrafficModeType(mode) => shown.push(("m3ua.traffic_mode_type", text(mode.0))),
                Parameter::HeartbeatData(_) => shown.push(("m3ua.heartbeat_data", "0102030405".into())),
                Parameter::Status(status) => {
                    shown.push(("m3ua.status_type", text(status.kind.into())));
                    shown.push(("m3ua.status_info", text(status.information.into())));
                }
                Parameter::ErrorCode(code) => shown.push(("m3ua.error_code", text(code.0))),
                Parameter::AffectedPointCodes(codes) => {
                    shown.push(("m3ua.affected_point_code_mask", text(codes[0].mask.into())));
                    shown.push(("m3ua.affected_point_code_pc", text(codes[0].point_code.number())));
                }
                Parameter::ConcernedDestination(code) => shown.push(("m3ua.concerned_dpc", text(code.number()))),
                Parameter::CongestionLevel(level) => shown.push(("m3ua.congestion_level", text((*level).into()))),
                Parameter::UserCause(cause) => {
                    shown.push(("m3ua.unavailability_cause", text(cause.cause.into())));
                    shown.push(("m3ua.user_identity", text(cause.user.into())));
                }
                other => panic!("{other:?}"),
            }
        }
        expected.push(shown);
        octets.push(m3ua::Message::new(kind, parameters).write().unwrap());
    }
    compare(Reader::M3ua, &octets, &expected);
}

#[test]
fn segments_are_joined_by_tshark_as_by_us() {
    if !is_there() {
        return;
    }
    // A result whose question nobody has seen: what is in it stays unread.
    let filler = vec![0x5a; 600];
    let mut tcap = vec![0xe4, 0x82, 0, 0, 0xc7, 4, 1, 2, 3, 4, 0xe8, 0x82, 0, 0];
    let invoke_at = tcap.len();
    tcap.extend([0xea, 0x82, 0, 0, 0xcf, 1, 1, 0xf2, 0x82, 0, 0, 0x9f, 0x65, 0x82, 2, 0x58]);
    tcap.extend(filler);
    let length = |from: usize, to: &[u8]| ((to.len() - from) as u16).to_be_bytes();
    let (all, components, invoke, set) =
        (length(4, &tcap), length(14, &tcap), length(invoke_at + 4, &tcap), length(invoke_at + 11, &tcap));
    for (at, octets) in [(2, all), (12, components), (invoke_at + 2, invoke), (invoke_at + 9, set)] {
        tcap[at..at + 2].copy_from_slice(&octets);
    }
    let unitdata = Unitdata {
        called: Address::of(code(1, 255, 3), Ssn::AC),
        calling: Address::of(code(2, 34, 56), Ssn::HLR),
        data: tcap,
        ..Unitdata::default()
    };
    let segments = split(&unitdata, Segmenting::default(), 0x00a1_b2c3).unwrap();
    assert_eq!(segments.len(), 3);
    let messages: Vec<_> = segments.iter().map(|segment| data(segment.write().unwrap())).collect();
    let shown = fields(&capture(Reader::M3ua, &messages), &["sccp.segmentation.slr", "ansi_tcap.identifier"]);
    assert_eq!(shown[0], ["0xa1b2c3", ""]);
    assert_eq!(shown[2], ["0xa1b2c3", "01020304"], "the last segment shows the whole");
}

#[test]
fn the_start_of_ipa() {
    if !is_there() {
        return;
    }
    let frames = [
        ipa::Frame::Ccm(ipa::Ccm::Ping),
        ipa::Frame::Ccm(ipa::Ccm::Pong),
        ipa::Frame::Ccm(ipa::Ccm::IdGet(vec![ipa::tag::UNIT_NAME])),
        ipa::Frame::Ccm(ipa::Ccm::IdResponse(vec![(ipa::tag::UNIT_NAME, b"akeyd".to_vec())])),
        ipa::Frame::Ccm(ipa::Ccm::IdAck),
    ];
    let octets: Vec<_> = frames
        .iter()
        .map(|frame| {
            let mut out = Vec::new();
            frame.write(&mut out).unwrap();
            out
        })
        .collect();
    let expected: Vec<_> = [0, 1, 4, 5, 6]
        .map(|kind| vec![("gsm_ipa.protocol", "0xfe".to_owned()), ("ipaccess.msg_type", format!("0x{kind:02x}"))])
        .to_vec();
    let shown = fields(
        &capture(Reader::Ipa, &octets),
        &["_ws.expert.message", "gsm_ipa.protocol", "ipaccess.msg_type", "ipaccess.attr_string"],
    );
    for (shown, expected) in shown.iter().zip(&expected) {
        assert_eq!(shown[0], "");
        assert_eq!([&shown[1], &shown[2]], [&expected[0].1, &expected[1].1]);
    }
    assert!(shown[3][3].starts_with("akeyd"), "{:?}", shown[3]);
}
