//! One association of M3UA: the states of an application server process, seen from either side, heartbeat, and DATA. Pure.
//!
//! RFC 4666, sections 4.3 (states), 4.6 (heartbeat), 3.4 (network management). A message that cannot be is answered by ERR and
//! the association stands; an ERR is never answered.

use super::protocol::{Act, HangUp, Outgoing, State, Way};
use super::settings::{Settings, Side, TrafficMode};
use crate::ansi41::PointCode;
use crate::ansi41::m3ua::{
    AffectedPointCode, ErrorCode, Kind, Message, Parameter, ProtocolData, Status, TrafficModeType,
};
use crate::limits;
use crate::words::Time;

/// One association.
pub(super) struct M3ua {
    side: Side,
    mode: TrafficModeType,
    opc: PointCode,
    routing_context: Option<u32>,
    network_appearance: Option<u32>,
    asp_identifier: Option<u32>,
    network_indicator: u8,
    priority: u8,
    heartbeat_ms: u64,
    answer_ms: u64,
    stage: Stage,
    /// Whether it shall be active, where that is for us to say.
    wanted: bool,
    heard: Time,
    /// When a heartbeat left that has no answer, and its number.
    beaten: Option<Time>,
    beats: u32,
    /// Ways that are not free, with the time at which we ask again.
    narrow: Vec<(AffectedPointCode, Time)>,
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// ASPUP, or its acknowledgement; until when.
    Down(Time),
    /// Up, and nobody wants more.
    Inactive,
    /// The acknowledgement of ASPAC; until when. Traffic may come already.
    Activating(Time),
    Active,
}

impl M3ua {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            side: settings.side,
            mode: match settings.mode {
                TrafficMode::Override => TrafficModeType::OVERRIDE,
                TrafficMode::LoadShare => TrafficModeType::LOADSHARE,
            },
            opc: settings.opc,
            routing_context: settings.routing_context,
            network_appearance: settings.network_appearance,
            asp_identifier: settings.asp_identifier,
            network_indicator: settings.network_indicator,
            priority: settings.priority,
            heartbeat_ms: settings.heartbeat_ms,
            answer_ms: settings.answer_ms,
            stage: Stage::Down(Time(0)),
            wanted: false,
            heard: Time(0),
            beaten: None,
            beats: 0,
            narrow: Vec::new(),
        }
    }

    /// Whether we ask to be made active.
    fn asks(&self) -> bool {
        self.side != Side::Sg
    }

    /// Whether we let others become active.
    fn lets(&self) -> bool {
        self.side != Side::Asp
    }

    pub(super) fn connected(&mut self, now: Time, out: &mut Vec<Act>) {
        self.stage = Stage::Down(now.plus(self.answer_ms));
        self.heard = now;
        self.beaten = None;
        self.narrow.clear();
        if self.asks() {
            send(Kind::ASPUP, self.asp_identifier.map(Parameter::AspIdentifier).into_iter().collect(), out);
        }
    }

    pub(super) fn want(&mut self, now: Time, active: bool, out: &mut Vec<Act>) {
        self.wanted = active;
        match (self.side, self.stage, active) {
            (Side::Asp | Side::Ipsp, Stage::Inactive, true) => self.activate(now, out),
            (Side::Asp | Side::Ipsp, Stage::Active | Stage::Activating(_), false) => {
                send(Kind::ASPIA, self.contexts(), out);
            }
            // Another one has taken the traffic over.
            (Side::Sg, Stage::Active, false) => {
                let mut parameters = vec![Parameter::Status(Status::ALTERNATE_ASP_ACTIVE)];
                parameters.extend(self.contexts());
                send(Kind::NTFY, parameters, out);
                self.enter(Stage::Inactive, out);
            }
            _ => {}
        }
    }

    fn activate(&mut self, now: Time, out: &mut Vec<Act>) {
        let mut parameters = vec![Parameter::TrafficModeType(self.mode)];
        parameters.extend(self.contexts());
        send(Kind::ASPAC, parameters, out);
        self.stage = Stage::Activating(now.plus(self.answer_ms));
    }

    fn enter(&mut self, stage: Stage, out: &mut Vec<Act>) {
        self.stage = stage;
        out.push(Act::State(match stage {
            Stage::Down(_) => State::Down,
            Stage::Inactive | Stage::Activating(_) => State::Inactive,
            Stage::Active => State::Active,
        }));
    }

    fn contexts(&self) -> Vec<Parameter> {
        self.routing_context.map(|context| Parameter::RoutingContexts(vec![context])).into_iter().collect()
    }

    pub(super) fn take(&mut self, now: Time, octets: &[u8], out: &mut Vec<Act>) {
        self.heard = now;
        self.beaten = None;
        let message = match Message::read(octets) {
            Ok(message) => message,
            Err(error) => {
                out.push(Act::Count("malformed"));
                return refuse(error.code(), octets, out);
            }
        };
        if let Err(code) = self.check_network(&message).and_then(|()| self.handle(now, message, out)) {
            out.push(Act::Count("unexpected"));
            refuse(code, octets, out);
        }
    }

    /// Whether a message is about the network and the traffic that this association is for.
    fn check_network(&self, message: &Message) -> Result<(), ErrorCode> {
        if message.kind == Kind::ERR {
            return Ok(());
        }
        let contexts = message.routing_contexts();
        if self.routing_context.is_some_and(|ours| !contexts.is_empty() && !contexts.contains(&ours)) {
            return Err(ErrorCode::INVALID_ROUTING_CONTEXT);
        }
        let theirs = message.network_appearance();
        if theirs.is_some_and(|theirs| self.network_appearance.is_some_and(|ours| ours != theirs)) {
            return Err(ErrorCode::INVALID_NETWORK_APPEARANCE);
        }
        Ok(())
    }

    fn handle(&mut self, now: Time, message: Message, out: &mut Vec<Act>) -> Result<(), ErrorCode> {
        match message.kind {
            Kind::DATA => self.data(message, out)?,
            Kind::BEAT => answer(message, Kind::BEAT_ACK, out),
            Kind::BEAT_ACK => {}
            Kind::ERR => self.refused(now, message.error_code(), out),
            Kind::NTFY => self.notified(now, &message, out)?,
            Kind::DUNA | Kind::DAVA | Kind::DRST | Kind::SCON if self.asks() => self.managed(now, &message, out)?,
            Kind::DUPU if self.asks() => out.push(Act::Count("user_unavailable")),
            Kind::SCON if self.lets() => {}
            Kind::DAUD if self.lets() => self.audited(message, out)?,
            Kind::ASPUP_ACK if self.asks() => self.up(now, out),
            Kind::ASPAC_ACK if self.asks() => match self.stage {
                Stage::Activating(_) | Stage::Inactive => self.enter(Stage::Active, out),
                Stage::Active => {}
                Stage::Down(_) => return Err(ErrorCode::UNEXPECTED_MESSAGE),
            },
            Kind::ASPIA_ACK if self.asks() => match self.stage {
                Stage::Active | Stage::Activating(_) => {
                    self.enter(Stage::Inactive, out);
                    // The gateway has taken it out of service, and may let it in again.
                    if self.wanted {
                        self.stage = Stage::Activating(now.plus(limits::LINK_ASK_AGAIN_MS));
                    }
                }
                Stage::Inactive => {}
                Stage::Down(_) => return Err(ErrorCode::UNEXPECTED_MESSAGE),
            },
            Kind::ASPDN_ACK if self.asks() => out.push(Act::HangUp(HangUp::Left)),
            Kind::ASPUP | Kind::ASPAC | Kind::ASPIA | Kind::ASPDN if self.lets() => self.asked(now, message, out)?,
            _ => return Err(ErrorCode::UNEXPECTED_MESSAGE),
        }
        Ok(())
    }

    fn up(&mut self, now: Time, out: &mut Vec<Act>) {
        if matches!(self.stage, Stage::Down(_)) {
            self.enter(Stage::Inactive, out);
            if self.wanted {
                self.activate(now, out);
            }
        }
    }

    fn data(&mut self, message: Message, out: &mut Vec<Act>) -> Result<(), ErrorCode> {
        if !matches!(self.stage, Stage::Active | Stage::Activating(_)) {
            return Err(ErrorCode::UNEXPECTED_MESSAGE);
        }
        let data = message.into_protocol_data().ok_or(ErrorCode::MISSING_PARAMETER)?;
        if data.service_indicator != ProtocolData::SCCP {
            out.push(Act::Count("other_user"));
            return Ok(());
        }
        out.push(Act::Deliver { from: Some(data.opc), sccp: data.data });
        Ok(())
    }

    /// The other side, of which we let become active, asks.
    fn asked(&mut self, now: Time, message: Message, out: &mut Vec<Act>) -> Result<(), ErrorCode> {
        let up = !matches!(self.stage, Stage::Down(_));
        match message.kind {
            Kind::ASPUP => {
                answer(message, Kind::ASPUP_ACK, out);
                if self.side == Side::Ipsp {
                    return Ok(());
                }
                let was_active = self.stage == Stage::Active;
                self.enter(Stage::Inactive, out);
                self.notify(Status::AS_INACTIVE, out);
                // Section 4.3.4.1: it is no longer active, and hears that this was unexpected.
                if was_active { Err(ErrorCode::UNEXPECTED_MESSAGE) } else { Ok(()) }
            }
            Kind::ASPDN => {
                answer(message, Kind::ASPDN_ACK, out);
                if self.side == Side::Sg && up {
                    self.enter(Stage::Down(now.plus(self.answer_ms)), out);
                }
                Ok(())
            }
            Kind::ASPAC => {
                if !up {
                    return Err(ErrorCode::UNEXPECTED_MESSAGE);
                }
                if message.traffic_mode_type().is_some_and(|mode| mode != self.mode) {
                    return Err(ErrorCode::UNSUPPORTED_TRAFFIC_MODE);
                }
                answer(message, Kind::ASPAC_ACK, out);
                if self.side == Side::Sg {
                    self.enter(Stage::Active, out);
                    self.notify(Status::AS_ACTIVE, out);
                }
                Ok(())
            }
            _ => {
                if !up {
                    return Err(ErrorCode::UNEXPECTED_MESSAGE);
                }
                answer(message, Kind::ASPIA_ACK, out);
                if self.side == Side::Sg && self.stage == Stage::Active {
                    self.enter(Stage::Inactive, out);
                    self.notify(Status::AS_INACTIVE, out);
                }
                Ok(())
            }
        }
    }

    fn notify(&self, status: Status, out: &mut Vec<Act>) {
        let mut parameters = vec![Parameter::Status(status)];
        parameters.extend(self.contexts());
        send(Kind::NTFY, parameters, out);
    }

    fn notified(&mut self, now: Time, message: &Message, out: &mut Vec<Act>) -> Result<(), ErrorCode> {
        match message.status().ok_or(ErrorCode::MISSING_PARAMETER)? {
            Status::ALTERNATE_ASP_ACTIVE if self.asks() && self.stage == Stage::Active => {
                self.wanted = false;
                self.enter(Stage::Inactive, out);
                out.push(Act::Alternate);
            }
            // Nobody carries the traffic, and it is not lost yet: whoever can, shall.
            Status::AS_PENDING if self.asks() && self.stage == Stage::Inactive => self.activate(now, out),
            _ => {}
        }
        Ok(())
    }

    /// An ERR has come. Before we are active it is the answer to what we asked.
    fn refused(&mut self, now: Time, code: Option<ErrorCode>, out: &mut Vec<Act>) {
        out.push(Act::Count("refused"));
        match self.stage {
            Stage::Down(_) if self.asks() => {
                out.push(Act::HangUp(HangUp::Refused(code.unwrap_or(ErrorCode::PROTOCOL_ERROR))));
            }
            // It is up, and may be asked again.
            Stage::Activating(_) => {
                self.stage = Stage::Activating(now.plus(limits::LINK_ASK_AGAIN_MS.max(self.answer_ms)));
            }
            Stage::Down(_) | Stage::Inactive | Stage::Active => {}
        }
    }

    /// What the network says about ways.
    fn managed(&mut self, now: Time, message: &Message, out: &mut Vec<Act>) -> Result<(), ErrorCode> {
        let affected = message.affected_point_codes();
        if affected.is_empty() {
            return Err(ErrorCode::MISSING_PARAMETER);
        }
        let way = match message.kind {
            Kind::DUNA => Way::Closed,
            // Without a level, somebody on the way has discarded: the lowest.
            Kind::SCON => match message.congestion_level().unwrap_or(1) {
                0 => Way::Free,
                level => Way::Congested(level.min(3)),
            },
            _ => Way::Free,
        };
        for code in affected.iter().take(limits::LINK_WAYS) {
            self.narrow.retain(|(known, _)| known != code);
            if way != Way::Free && self.narrow.len() < limits::LINK_WAYS {
                self.narrow.push((*code, now.plus(limits::LINK_AUDIT_MS)));
            }
            out.push(Act::Way { to: code.point_code, mask: code.mask, way });
        }
        Ok(())
    }

    /// Somebody asks after ways: what we let in is here.
    fn audited(&self, message: Message, out: &mut Vec<Act>) -> Result<(), ErrorCode> {
        if message.affected_point_codes().is_empty() {
            return Err(ErrorCode::MISSING_PARAMETER);
        }
        let ours = |code: &AffectedPointCode| self.opc.matches(code.point_code, code.mask);
        let (here, unknown): (Vec<_>, Vec<_>) = message.affected_point_codes().iter().copied().partition(ours);
        for (codes, kind) in [(here, Kind::DAVA), (unknown, Kind::DUNA)] {
            if !codes.is_empty() {
                let mut parameters = self.contexts();
                parameters.push(Parameter::AffectedPointCodes(codes));
                send(kind, parameters, out);
            }
        }
        Ok(())
    }

    pub(super) fn deadline(&self) -> Time {
        let step = match self.stage {
            Stage::Down(deadline) | Stage::Activating(deadline) => Some(deadline),
            Stage::Inactive | Stage::Active => None,
        };
        let beat = self.beaten.unwrap_or(self.heard).plus(self.heartbeat_ms);
        let audit = self.narrow.iter().map(|(_, due)| *due).min();
        step.into_iter().chain(audit).fold(beat, Time::min)
    }

    pub(super) fn timer(&mut self, now: Time, out: &mut Vec<Act>) {
        match self.stage {
            Stage::Down(deadline) if deadline <= now => return out.push(Act::HangUp(HangUp::Silent)),
            // An ASP that is up may stand by: asked again it may become active.
            Stage::Activating(deadline) if deadline <= now => self.activate(now, out),
            _ => {}
        }
        if self.beaten.is_some_and(|since| since.plus(self.heartbeat_ms) <= now) {
            return out.push(Act::HangUp(HangUp::Silent));
        }
        if self.beaten.is_none() && self.heard.plus(self.heartbeat_ms) <= now {
            self.beaten = Some(now);
            self.beats = self.beats.wrapping_add(1);
            send(Kind::BEAT, vec![Parameter::HeartbeatData(self.beats.to_be_bytes().to_vec())], out);
        }
        let due: Vec<_> = self.narrow.iter().filter(|(_, due)| *due <= now).map(|(code, _)| *code).collect();
        if !due.is_empty() {
            for (_, due) in self.narrow.iter_mut().filter(|(_, due)| *due <= now) {
                *due = now.plus(limits::LINK_AUDIT_MS);
            }
            let mut parameters = self.contexts();
            parameters.push(Parameter::AffectedPointCodes(due));
            send(Kind::DAUD, parameters, out);
        }
    }

    pub(super) fn write_frame(&self, outgoing: &Outgoing, sccp: &[u8], out: &mut Vec<u8>) {
        let mut parameters = Vec::with_capacity(3);
        parameters.extend(self.network_appearance.map(Parameter::NetworkAppearance));
        parameters.extend(self.contexts());
        parameters.push(Parameter::ProtocolData(ProtocolData {
            opc: self.opc,
            dpc: outgoing.to,
            service_indicator: ProtocolData::SCCP,
            network_indicator: self.network_indicator,
            message_priority: self.priority,
            sls: outgoing.sls,
            data: sccp.to_vec(),
        }));
        // No SCCP message of ours is longer than M3UA carries.
        if let Ok(octets) = Message::new(Kind::DATA, parameters).write() {
            out.extend_from_slice(&octets);
        }
    }

    pub(super) fn farewell(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        if self.asks() {
            if matches!(self.stage, Stage::Active | Stage::Activating(_)) {
                send(Kind::ASPIA, self.contexts(), &mut out);
            }
            send(Kind::ASPDN, Vec::new(), &mut out);
        }
        out.into_iter().flat_map(|act| if let Act::Send(octets) = act { octets } else { Vec::new() }).collect()
    }
}

fn send(kind: Kind, parameters: Vec<Parameter>, out: &mut Vec<Act>) {
    // What we say is short, and what we say back was read.
    if let Ok(octets) = Message::new(kind, parameters).write() {
        out.push(Act::Send(octets));
    }
}

fn answer(message: Message, kind: Kind, out: &mut Vec<Act>) {
    send(kind, message.acknowledged(kind).parameters, out);
}

fn refuse(code: ErrorCode, octets: &[u8], out: &mut Vec<Act>) {
    // An ERR is not answered, whatever is wrong with it.
    let is_error = octets.get(2..4) == Some(&[Kind::ERR.class, Kind::ERR.number]);
    if !is_error && let Ok(octets) = Message::error(code, octets).write() {
        out.push(Act::Send(octets));
    }
}
