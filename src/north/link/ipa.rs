//! One association of IPA: the question who is there, pings, and SCCP frames. Pure.
//!
//! The server asks for the client's unit name and acknowledges it; then both may send. An idle one of several associations
//! in override mode stays connected and is not used.

use super::protocol::{Act, HangUp, Outgoing, State};
use super::settings::{Role, Settings};
use crate::ansi41::ipa::{Ccm, Frame, tag};
use crate::words::Time;

/// One association.
pub(super) struct Ipa {
    role: Role,
    unit_name: String,
    heartbeat_ms: u64,
    answer_ms: u64,
    stage: Stage,
    heard: Time,
    /// When a ping left that has no pong.
    pinged: Option<Time>,
    /// The last ping has left.
    leaves: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Who is there is not settled; when it must be.
    Naming(Time),
    Standby,
    Active,
}

impl Ipa {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            role: settings.role,
            unit_name: settings.unit_name.clone(),
            heartbeat_ms: settings.heartbeat_ms,
            answer_ms: settings.answer_ms,
            stage: Stage::Naming(Time(0)),
            heard: Time(0),
            pinged: None,
            leaves: false,
        }
    }

    pub(super) fn connected(&mut self, now: Time, out: &mut Vec<Act>) {
        self.stage = Stage::Naming(now.plus(self.answer_ms));
        self.heard = now;
        self.pinged = None;
        if self.role == Role::Server {
            send(&Ccm::IdGet(vec![tag::UNIT_ID, tag::UNIT_NAME]), out);
        }
    }

    pub(super) fn take(&mut self, now: Time, octets: &[u8], out: &mut Vec<Act>) {
        self.heard = now;
        self.pinged = None;
        match Frame::read(octets) {
            Ok(Frame::Sccp(_)) if matches!(self.stage, Stage::Naming(_)) => out.push(Act::Count("unexpected")),
            Ok(Frame::Sccp(sccp)) => out.push(Act::Deliver { from: None, sccp: sccp.to_vec() }),
            Ok(Frame::Ccm(ccm)) => self.control(&ccm, out),
            Ok(Frame::Other { .. }) => out.push(Act::Count("other_stream")),
            Err(_) => out.push(Act::Count("malformed")),
        }
    }

    fn control(&mut self, ccm: &Ccm, out: &mut Vec<Act>) {
        let naming = matches!(self.stage, Stage::Naming(_));
        match (ccm, self.role) {
            (Ccm::Ping, _) => send(&Ccm::Pong, out),
            (Ccm::Pong, _) if self.leaves => out.push(Act::HangUp(HangUp::Left)),
            (Ccm::Pong, _) => {}
            (Ccm::IdGet(_), Role::Client) => {
                let name = self.unit_name.as_bytes().to_vec();
                send(&Ccm::IdResponse(vec![(tag::UNIT_NAME, name)]), out);
            }
            (Ccm::IdResponse(_), Role::Server) if naming => {
                send(&Ccm::IdAck, out);
                self.named(out);
            }
            (Ccm::IdAck, Role::Client) if naming => {
                send(&Ccm::IdAck, out);
                self.named(out);
            }
            // The client's answer to ours.
            (Ccm::IdAck, Role::Server) => {}
            (Ccm::IdAck | Ccm::IdResponse(_) | Ccm::IdGet(_) | Ccm::Other(_), _) => out.push(Act::Count("unexpected")),
        }
    }

    fn named(&mut self, out: &mut Vec<Act>) {
        self.stage = Stage::Standby;
        out.push(Act::State(State::Inactive));
    }

    pub(super) fn want(&mut self, active: bool, out: &mut Vec<Act>) {
        let (stage, state) = if active { (Stage::Active, State::Active) } else { (Stage::Standby, State::Inactive) };
        if !matches!(self.stage, Stage::Naming(_)) && self.stage != stage {
            self.stage = stage;
            out.push(Act::State(state));
        }
    }

    pub(super) fn deadline(&self) -> Time {
        match (self.stage, self.pinged) {
            (Stage::Naming(deadline), _) => deadline,
            (_, Some(pinged)) => pinged.plus(self.heartbeat_ms),
            (_, None) => self.heard.plus(self.heartbeat_ms),
        }
    }

    pub(super) fn timer(&mut self, now: Time, out: &mut Vec<Act>) {
        if self.deadline() > now {
            return;
        }
        if matches!(self.stage, Stage::Naming(_)) || self.pinged.is_some() {
            out.push(Act::HangUp(HangUp::Silent));
        } else {
            self.pinged = Some(now);
            send(&Ccm::Ping, out);
        }
    }

    pub(super) fn write_frame(&self, _outgoing: &Outgoing, sccp: &[u8], out: &mut Vec<u8>) {
        // No SCCP message of ours is longer than a frame.
        let _ = Frame::Sccp(sccp).write(out);
    }

    /// IPA has no word for it: a last ping, whose pong says that everything before it has come.
    pub(super) fn farewell(&mut self) -> Vec<u8> {
        self.leaves = true;
        let mut out = Vec::new();
        if !matches!(self.stage, Stage::Naming(_)) {
            send(&Ccm::Ping, &mut out);
        }
        out.into_iter().flat_map(|act| if let Act::Send(octets) = act { octets } else { Vec::new() }).collect()
    }
}

fn send(ccm: &Ccm, out: &mut Vec<Act>) {
    let mut octets = Vec::new();
    // A unit name is short.
    if Frame::Ccm(ccm.clone()).write(&mut octets).is_ok() {
        out.push(Act::Send(octets));
    }
}
