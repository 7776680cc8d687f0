//! Links without sockets: what the core decides, what an association says, what a capture shows.

use std::slice::from_ref;

use super::core::{Core, Effect};
use super::m3ua::M3ua;
use super::protocol::{Act, Outgoing, Way};
use super::settings::{Side, TrafficMode, Transport};
use super::*;
use crate::ansi41::m3ua::{ErrorCode, Kind, Message, Parameter, ProtocolData, TrafficModeType};
use crate::ansi41::pcap::Reader;
use crate::ansi41::sccp::{Address, Segmenting, Ssn, split};
use crate::ansi41::{PointCode, ipa};
use crate::words::Time;

const OURS: PointCode = PointCode::of(1, 1, 1);
const THEIRS: PointCode = PointCode::of(2, 2, 2);

fn settings(mode: TrafficMode, side: Side) -> Settings {
    Settings {
        name: "stp".into(),
        transport: Transport::M3uaTcp,
        role: Role::Client,
        side,
        local: Vec::new(),
        remote: Vec::new(),
        mode,
        opc: OURS,
        dpc: THEIRS,
        routing_context: None,
        network_appearance: None,
        asp_identifier: None,
        network_indicator: 2,
        priority: 0,
        unit_name: String::new(),
        ssns: vec![Ssn::OTAF],
        segmenting: Segmenting::default(),
        reassembly_ms: 1_000,
        heartbeat_ms: 1_000,
        answer_ms: 500,
    }
}

fn unitdata() -> Unitdata {
    Unitdata {
        called: Address::of_ssn(Ssn::AC),
        calling: Address::of_ssn(Ssn::OTAF),
        data: vec![1, 2, 3],
        ..Unitdata::default()
    }
}

fn core(mode: TrafficMode, active: usize) -> Core {
    let mut core = Core::new(settings(mode, Side::Asp), 4, false);
    let mut out = Vec::new();
    (0..active).for_each(|seat| core.state(seat, State::Active, &mut out));
    core
}

/// By which seats so many messages go.
fn seats(core: &mut Core, count: usize, unitdata: &Unitdata) -> Vec<usize> {
    let mut out = Vec::new();
    (0..count).for_each(|_| core.send(unitdata.clone(), &mut out));
    out.iter().map(|effect| if let Effect::Send(seat, _) = effect { *seat } else { panic!("{effect:?}") }).collect()
}

#[test]
fn load_is_shared_and_order_is_kept() {
    let mut core = core(TrafficMode::LoadShare, 3);
    let used = seats(&mut core, 96, &unitdata());
    for seat in 0..3 {
        let part = used.iter().filter(|used| **used == seat).count();
        assert!((20..45).contains(&part), "{part} of 96 by seat {seat}");
    }
    let in_sequence = Unitdata { in_sequence: true, ..unitdata() };
    let used = seats(&mut core, 20, &in_sequence);
    assert!(used.iter().all(|seat| *seat == used[0]), "{used:?}");
}

#[test]
fn the_segments_of_one_go_the_same_way() {
    let mut core = core(TrafficMode::LoadShare, 3);
    let mut out = Vec::new();
    core.send(Unitdata { data: vec![0; 2_000], ..unitdata() }, &mut out);
    assert!(out.len() > 8);
    let of = |effect: &Effect| if let Effect::Send(seat, out) = effect { (*seat, out.sls) } else { panic!() };
    assert!(out.iter().all(|effect| of(effect) == of(&out[0])));
}

#[test]
fn one_of_several_is_wanted_in_override_mode() {
    let mut core = Core::new(settings(TrafficMode::Override, Side::Asp), 3, false);
    let mut out = Vec::new();
    core.state(1, State::Inactive, &mut out);
    core.state(2, State::Inactive, &mut out);
    assert_eq!(out, [Effect::Want(1, true)]);
    out.clear();
    core.state(1, State::Active, &mut out);
    core.state(0, State::Inactive, &mut out);
    assert_eq!(out, [Effect::Tell(Event::Up)]);
    out.clear();
    core.state(1, State::Down, &mut out);
    assert_eq!(out, [Effect::Tell(Event::Down), Effect::Want(0, true)]);
    // Another process has taken over: nobody of ours pushes.
    out.clear();
    core.state(0, State::Active, &mut out);
    core.state(0, State::Inactive, &mut out);
    core.alternate(0);
    core.state(2, State::Inactive, &mut out);
    assert!(!out.iter().any(|effect| matches!(effect, Effect::Want(0, true))), "{out:?}");
}

#[test]
fn a_closed_way_leads_by_another_association() {
    let mut core = core(TrafficMode::LoadShare, 2);
    core.way(0, PointCode::of(2, 2, 0), 8, Way::Closed);
    assert!(seats(&mut core, 10, &unitdata()).iter().all(|seat| *seat == 1));
    core.way(1, THEIRS, 0, Way::Congested(1));
    let mut out = Vec::new();
    core.send(unitdata(), &mut out);
    assert_eq!(out[0], Effect::Count("congested"));
    assert_eq!(out[1], Effect::Tell(Event::Returned(unitdata(), ReturnCause::NETWORK_CONGESTION)));
    // Another destination is not meant.
    let other = Unitdata { called: Address::of(PointCode::of(9, 9, 9), Ssn::AC), ..unitdata() };
    assert_eq!(seats(&mut core, 4, &other).len(), 4);
    core.way(0, THEIRS, 0, Way::Free);
    assert!(seats(&mut core, 4, &unitdata()).iter().all(|seat| *seat == 0));
    // A lost association forgets what it heard.
    core.state(1, State::Down, &mut out);
    core.state(1, State::Active, &mut out);
    assert!(seats(&mut core, 64, &unitdata()).contains(&1));
}

#[test]
fn what_is_too_long_comes_back() {
    let mut core = core(TrafficMode::LoadShare, 1);
    let long = Unitdata { data: vec![0; 5_000], ..unitdata() };
    let mut out = Vec::new();
    core.send(long.clone(), &mut out);
    assert_eq!(out[0], Effect::Count("too_long"));
    assert_eq!(out[1], Effect::Tell(Event::Returned(long, ReturnCause::SEGMENTATION_FAILURE)));
}

fn sent(acts: &[Act]) -> Vec<Message> {
    let octets = acts.iter().filter_map(|act| if let Act::Send(octets) = act { Some(octets) } else { None });
    octets.map(|octets| Message::read(octets).unwrap()).collect()
}

/// An association of this side, and what it does when it hears these messages one after the other.
fn hears(side: Side, messages: &[(Kind, Vec<Parameter>)]) -> (M3ua, Vec<Act>) {
    let mut m3ua = M3ua::new(&settings(TrafficMode::Override, side));
    let mut acts = Vec::new();
    m3ua.connected(Time(0), &mut acts);
    m3ua.want(Time(0), true, &mut acts);
    for (kind, parameters) in messages {
        acts.clear();
        let message = Message::new(*kind, parameters.clone());
        m3ua.take(Time(10), &message.write().unwrap(), &mut acts);
    }
    (m3ua, acts)
}

fn kinds(acts: &[Act]) -> Vec<Kind> {
    sent(acts).iter().map(|message| message.kind).collect()
}

#[test]
fn a_gateway_follows_the_states_of_the_rfc() {
    let up = (Kind::ASPUP, Vec::new());
    let active = (Kind::ASPAC, Vec::new());
    let of = |messages: &[(Kind, Vec<Parameter>)]| kinds(&hears(Side::Sg, messages).1);
    assert_eq!(of(from_ref(&up)), [Kind::ASPUP_ACK, Kind::NTFY]);
    assert_eq!(of(&[up.clone(), active.clone()]), [Kind::ASPAC_ACK, Kind::NTFY]);
    assert_eq!(of(from_ref(&active)), [Kind::ERR]);
    assert_eq!(of(&[up.clone(), active.clone(), up.clone()]), [Kind::ASPUP_ACK, Kind::NTFY, Kind::ERR]);
    assert_eq!(of(&[up.clone(), active.clone(), (Kind::ASPIA, Vec::new())]), [Kind::ASPIA_ACK, Kind::NTFY]);
    assert_eq!(of(&[up.clone(), active.clone(), (Kind::ASPDN, Vec::new())]), [Kind::ASPDN_ACK]);
    let other_mode = vec![Parameter::TrafficModeType(TrafficModeType::BROADCAST)];
    let (_, acts) = hears(Side::Sg, &[up.clone(), (Kind::ASPAC, other_mode)]);
    assert_eq!(sent(&acts)[0].error_code(), Some(ErrorCode::UNSUPPORTED_TRAFFIC_MODE));
    // What only a gateway may be told is not for an ASP, and the other way round.
    assert_eq!(kinds(&hears(Side::Asp, &[up]).1), [Kind::ERR]);
    assert_eq!(of(&[(Kind::ASPUP_ACK, Vec::new())]), [Kind::ERR]);
}

#[test]
fn an_asp_follows_the_states_of_the_rfc() {
    let up = (Kind::ASPUP_ACK, Vec::new());
    let active = (Kind::ASPAC_ACK, Vec::new());
    let (m3ua, acts) = hears(Side::Asp, from_ref(&up));
    assert_eq!(kinds(&acts), [Kind::ASPAC]);
    assert_eq!(m3ua.deadline(), Time(510), "an acknowledgement is awaited");
    let (mut m3ua, acts) = hears(Side::Asp, &[up.clone(), active.clone()]);
    assert_eq!(acts, [Act::State(State::Active)]);
    assert_eq!(m3ua.deadline(), Time(1_010), "a heartbeat is due");
    let mut acts = Vec::new();
    m3ua.timer(Time(1_010), &mut acts);
    assert_eq!(kinds(&acts), [Kind::BEAT]);
    acts.clear();
    m3ua.timer(Time(2_010), &mut acts);
    assert_eq!(acts, [Act::HangUp(HangUp::Silent)]);
    // Taken out of service it asks again, later.
    let (mut m3ua, acts) = hears(Side::Asp, &[up.clone(), active.clone(), (Kind::ASPIA_ACK, Vec::new())]);
    assert_eq!(acts, [Act::State(State::Inactive)]);
    let mut acts = Vec::new();
    m3ua.timer(Time(5_010), &mut acts);
    assert!(kinds(&acts).contains(&Kind::ASPAC));
    let (_, acts) = hears(Side::Asp, &[up.clone(), active.clone(), (Kind::ASPDN_ACK, Vec::new())]);
    assert_eq!(acts, [Act::HangUp(HangUp::Left)]);
    // Before it has asked for traffic none may come.
    let data = ProtocolData {
        opc: THEIRS,
        dpc: OURS,
        service_indicator: 3,
        network_indicator: 2,
        message_priority: 0,
        sls: 0,
        data: vec![9],
    };
    let data = (Kind::DATA, vec![Parameter::ProtocolData(data)]);
    assert_eq!(kinds(&hears(Side::Asp, from_ref(&data)).1), [Kind::ERR]);
    let (_, acts) = hears(Side::Asp, &[up, data]);
    assert_eq!(acts, [Act::Deliver { from: Some(THEIRS), sccp: vec![9] }], "it may come before the acknowledgement");
    assert_eq!(kinds(&hears(Side::Asp, &[(Kind::ERR, Vec::new())]).1), []);
}

#[test]
fn a_capture_shows_nothing_that_may_be_ours() {
    const SECRET: [u8; 8] = *b"a secret";
    let has_secret = |shown: &[u8]| shown.windows(8).any(|part| part == SECRET);
    let back = Unitdata { data: SECRET.to_vec(), return_on_error: true, ..unitdata() };
    let there = split(&back, Segmenting::default(), 0).unwrap().swap_remove(0).write().unwrap();
    let back = back.returned(ReturnCause::UNQUALIFIED).unwrap().write().unwrap();
    let outgoing = Outgoing { to: THEIRS, sls: 0, sccp: Vec::new(), shown: None };
    let m3ua = M3ua::new(&settings(TrafficMode::Override, Side::Asp));
    let in_m3ua = |sccp: &[u8]| {
        let mut out = Vec::new();
        m3ua.write_frame(&outgoing, sccp, &mut out);
        capture::shown(Reader::M3ua, &out)
    };
    let in_ipa = |sccp: &[u8]| {
        let mut out = Vec::new();
        ipa::Frame::Sccp(sccp).write(&mut out).unwrap();
        capture::shown(Reader::Ipa, &out)
    };
    assert!(has_secret(&in_m3ua(&there)) && has_secret(&in_ipa(&there)), "what is not ours is shown as it is");
    for shown in [in_m3ua(&back), in_ipa(&back)] {
        assert!(!has_secret(&shown));
        assert!(shown.len() > SECRET.len() + 10, "everything else is there");
    }
    // Neither in what refuses us, nor in what cannot be read.
    let error = Message::error(ErrorCode::PROTOCOL_ERROR, &SECRET).write().unwrap();
    assert!(!has_secret(&capture::shown(Reader::M3ua, &error)));
    let garbage = [&[1, 0, 99, 99, 0, 0, 0, 16][..], &SECRET].concat();
    assert!(!has_secret(&capture::shown(Reader::M3ua, &garbage)));
    // Nor in a parameter of an ERR that nobody knows, and not in what is not SCCP.
    let unknown = Parameter::Other { tag: 0x7ff0, value: SECRET.to_vec() };
    let error = Message::new(Kind::ERR, vec![Parameter::ErrorCode(ErrorCode::PROTOCOL_ERROR), unknown.clone()]);
    assert!(!has_secret(&capture::shown(Reader::M3ua, &error.write().unwrap())));
    let notify = Message::new(Kind::NTFY, vec![Parameter::Status(crate::ansi41::m3ua::Status::AS_ACTIVE), unknown])
        .write()
        .unwrap();
    assert!(has_secret(&capture::shown(Reader::M3ua, &notify)), "what a peer says of itself is shown");
    let mut other = Vec::new();
    m3ua.write_frame(&outgoing, &SECRET, &mut other);
    let mut other = Message::read(&other).unwrap();
    for parameter in &mut other.parameters {
        if let Parameter::ProtocolData(data) = parameter {
            data.service_indicator = 5;
        }
    }
    assert!(!has_secret(&capture::shown(Reader::M3ua, &other.write().unwrap())));
    assert!(!has_secret(&in_m3ua(&SECRET)) && !has_secret(&in_ipa(&SECRET)));
    assert!(!has_secret(&capture::shown(Reader::Ipa, &[&[0, 8, 0x77][..], &SECRET].concat())));
}
