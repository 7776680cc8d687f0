//! M3UA by bytes and by drawn messages.

use proptest::prelude::*;

use super::*;
use crate::is683::hex::from_hex;

fn hex(text: &str) -> Vec<u8> {
    from_hex(&text.replace([' ', '\n'], "")).expect("hex")
}

/// The codes of what is wrong with a message.
fn code(text: &str) -> ErrorCode {
    Message::read(&hex(text)).unwrap_err().code()
}

#[test]
fn data_of_an_ansi_network() {
    let octets = hex("01 00 01 01 00000030 0006 0008 00000005 0210 001f
                      00 022238 00 010101 03 02 01 0c 0900030507 02c10a02c10c01ff 00 00");
    let octets = &octets[..];
    let mut message =
        Message::read(&[&octets[..4], &(octets.len() as u32).to_be_bytes(), &octets[8..]].concat()).unwrap();
    assert_eq!(message.kind, Kind::DATA);
    assert_eq!(message.routing_contexts(), [5]);
    let data = message.clone().into_protocol_data().unwrap();
    assert_eq!((data.opc.to_string(), data.dpc.to_string()), ("2-34-56".into(), "1-1-1".into()));
    assert_eq!((data.service_indicator, data.network_indicator, data.message_priority, data.sls), (3, 2, 1, 12));
    message.parameters.insert(0, Parameter::NetworkAppearance(7));
    let written = message.write().unwrap();
    assert_eq!(written.len() % 4, 0);
    assert_eq!(Message::read(&written), Ok(message));
}

#[test]
fn what_is_wrong_has_the_code_of_the_rfc() {
    assert_eq!(code("02 00 03 01 00000008"), ErrorCode::INVALID_VERSION);
    assert_eq!(code("01 00 09 01 00000008"), ErrorCode::UNSUPPORTED_CLASS);
    assert_eq!(code("01 00 03 09 00000008"), ErrorCode::UNSUPPORTED_TYPE);
    assert_eq!(code("01 00 03 01 0000000c"), ErrorCode::PROTOCOL_ERROR);
    assert_eq!(code("01 00 03 01 0000000c 0011 0008"), ErrorCode::PROTOCOL_ERROR);
    assert_eq!(code("01 00 03 01 00000010 0011 0003 00000000"), ErrorCode::PROTOCOL_ERROR);
    assert_eq!(code("01 00 03 01 00000010 0011 0007 00000000"), ErrorCode::PARAMETER_FIELD_ERROR);
    assert_eq!(code("01 00 04 01 0000000c 0006 0004"), ErrorCode::PARAMETER_FIELD_ERROR);
    assert_eq!(
        Message::read(&hex("01 00 01 01 00000010 0210 0008 00000000")).unwrap_err().to_string(),
        "protocol_data at octet 8: cannot be"
    );
}

#[test]
fn parameters_of_others_are_passed_over_and_kept() {
    let octets = hex("01 00 03 01 0000001c 7fff 0005 aa000000 0011 0008 0000002a 0004 0004");
    let message = Message::read(&octets).unwrap();
    assert_eq!(message.asp_identifier(), Some(42));
    assert_eq!(message.write(), Ok(octets));
    let unpadded = hex("01 00 03 03 0000000d 0009 0005 aa");
    assert_eq!(Message::read(&unpadded).unwrap().parameters, [Parameter::HeartbeatData(vec![0xaa])]);
}

#[test]
fn frames_are_found_and_those_too_long_refused_by_their_head() {
    let octets = hex("01 00 03 03 0000000c 0009 0004 01 00");
    assert_eq!(frame(&octets), Ok(Some(12)));
    assert_eq!(frame(&octets[..11]), Ok(None));
    assert_eq!(frame(&octets[..7]), Ok(None));
    assert!(frame(&hex("01 00 01 01 00000007")).is_err());
    assert!(frame(&hex("01 00 01 01 00010000")).is_err());
}

#[test]
fn a_heartbeat_comes_back_as_it_went() {
    let beat = Message::new(Kind::BEAT, vec![Parameter::HeartbeatData(vec![1, 2, 3]), Parameter::InfoString(vec![])]);
    let ack = beat.acknowledged(Kind::BEAT_ACK);
    assert_eq!(ack.write().unwrap(), hex("01 00 03 06 00000010 0009 0007 010203 00"));
}

fn parameter() -> impl Strategy<Value = Parameter> {
    let octets = || prop::collection::vec(any::<u8>(), 0..50);
    let code = || (0..=PointCode::MAX).prop_map(|code| PointCode::new(code).unwrap());
    let affected = (any::<u8>(), code()).prop_map(|(mask, point_code)| AffectedPointCode { mask, point_code });
    let data = (code(), code(), any::<[u8; 4]>(), octets()).prop_map(|(opc, dpc, [si, ni, mp, sls], data)| {
        let (service_indicator, network_indicator, message_priority) = (si, ni, mp);
        ProtocolData { opc, dpc, service_indicator, network_indicator, message_priority, sls, data }
    });
    prop_oneof![
        octets().prop_map(Parameter::InfoString),
        octets().prop_map(Parameter::DiagnosticInformation),
        octets().prop_map(Parameter::HeartbeatData),
        prop::collection::vec(any::<u32>(), 1..4).prop_map(Parameter::RoutingContexts),
        any::<u32>().prop_map(|mode| Parameter::TrafficModeType(TrafficModeType(mode))),
        any::<u32>().prop_map(|code| Parameter::ErrorCode(ErrorCode(code))),
        any::<(u16, u16)>().prop_map(|(kind, information)| Parameter::Status(Status { kind, information })),
        any::<u32>().prop_map(Parameter::AspIdentifier),
        prop::collection::vec(affected, 1..4).prop_map(Parameter::AffectedPointCodes),
        any::<u32>().prop_map(Parameter::CorrelationId),
        any::<u32>().prop_map(Parameter::NetworkAppearance),
        any::<(u16, u16)>().prop_map(|(cause, user)| Parameter::UserCause(UserCause { cause, user })),
        any::<u8>().prop_map(Parameter::CongestionLevel),
        code().prop_map(Parameter::ConcernedDestination),
        data.prop_map(Parameter::ProtocolData),
        (0x300..u16::MAX, octets()).prop_map(|(tag, value)| Parameter::Other { tag, value }),
    ]
}

proptest! {
    #[test]
    fn what_is_written_reads_as_it_was(index in 0..NAMES.len(), parameters in prop::collection::vec(parameter(), 0..6)) {
        let message = Message::new(NAMES[index].0, parameters);
        let octets = message.write().unwrap();
        prop_assert_eq!(frame(&octets), Ok(Some(octets.len())));
        prop_assert_eq!(Message::read(&octets), Ok(message));
        for cut in 0..octets.len() {
            prop_assert!(Message::read(&octets[..cut]).is_err());
            prop_assert_eq!(frame(&octets[..cut]), Ok(None));
        }
    }
}
