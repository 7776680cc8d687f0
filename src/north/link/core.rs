//! What a link decides: which association carries what, what is for us, what goes back. Pure.
//!
//! Unitdata is cut and joined here. An association is a seat: it may be empty, stand by, or carry traffic.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::Event;
use super::protocol::{Outgoing, State, Way};
use super::settings::{Settings, Side, TrafficMode, Transport};
use crate::ansi41::PointCode;
use crate::ansi41::sccp::{
    Address, Dropped, Incoming, Message, Numbering, Reassembly, ReturnCause, Routing, Ssn, Unitdata, split,
};
use crate::limits;
use crate::words::Time;

/// What shall be done.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Send a message by this seat.
    Send(usize, Outgoing),
    /// Tell the user.
    Tell(Event),
    /// This seat shall carry traffic, or not.
    Want(usize, bool),
    /// Count something that is not as it should be.
    Count(&'static str),
}

pub(super) struct Core {
    settings: Settings,
    /// Whether what goes out is also written to a capture.
    is_captured: bool,
    seats: Vec<Seat>,
    reassembly: Reassembly,
    /// Names the segments of the next unitdata.
    reference: u32,
    /// Signalling link selection of the next message that needs no order.
    sls: u8,
}

/// An association, or room for one.
struct Seat {
    state: State,
    wanted: bool,
    /// Another process carries its traffic: it does not push itself forward.
    yields: bool,
    narrow: Vec<(PointCode, u8, Way)>,
}

/// Subsystem of SCCP management.
const MANAGEMENT: Ssn = Ssn(1);
/// Its messages: subsystem allowed, subsystem status test.
const SSA: u8 = 1;
const SST: u8 = 3;
/// Five bits are what every MTP has.
const SLS: u8 = 0x1f;

impl Core {
    pub(super) fn new(settings: Settings, seats: usize, is_captured: bool) -> Self {
        let empty = || Seat { state: State::Down, wanted: false, yields: false, narrow: Vec::new() };
        Self {
            is_captured,
            seats: (0..seats).map(|_| empty()).collect(),
            reassembly: Reassembly::new(settings.reassembly_ms),
            reference: 0,
            sls: 0,
            settings,
        }
    }

    /// How many seats are in a state.
    pub(super) fn count(&self, state: State) -> usize {
        self.seats.iter().filter(|seat| seat.state == state).count()
    }

    /// Whether traffic may flow.
    pub(super) fn is_up(&self) -> bool {
        self.count(State::Active) > 0
    }

    /// An association has come so far.
    pub(super) fn state(&mut self, index: usize, state: State, out: &mut Vec<Effect>) {
        let was_up = self.is_up();
        let Some(seat) = self.seats.get_mut(index) else { return };
        seat.state = state;
        if state == State::Down {
            seat.narrow.clear();
            (seat.wanted, seat.yields) = (false, false);
        }
        match self.is_up() {
            true if !was_up => out.push(Effect::Tell(Event::Up)),
            false if was_up => out.push(Effect::Tell(Event::Down)),
            _ => {}
        }
        if self.settings.mode == TrafficMode::Override && state == State::Active {
            self.demote_others(index, out);
        }
        self.balance(out);
    }

    /// Of a gateway in override mode: who becomes active takes the traffic from the others.
    fn demote_others(&mut self, index: usize, out: &mut Vec<Effect>) {
        for (other, seat) in self.seats.iter_mut().enumerate() {
            if other != index && seat.state == State::Active {
                seat.wanted = false;
                out.push(Effect::Want(other, false));
            }
        }
    }

    /// Another process has taken over what this association carried.
    pub(super) fn alternate(&mut self, index: usize) {
        if let Some(seat) = self.seats.get_mut(index) {
            (seat.wanted, seat.yields) = (false, true);
        }
    }

    /// Has those associations made active that shall be.
    fn balance(&mut self, out: &mut Vec<Effect>) {
        // A gateway's peers say themselves what they want to be.
        let is_gateway = self.settings.side == Side::Sg && self.settings.transport != Transport::Ipa;
        if is_gateway {
            return;
        }
        let one = self.settings.mode == TrafficMode::Override;
        if one && self.seats.iter().any(|seat| seat.wanted || seat.state == State::Active) {
            return;
        }
        let ready = |seat: &Seat| seat.state == State::Inactive && !seat.wanted && !seat.yields;
        let most = if one { 1 } else { self.seats.len() };
        for (index, seat) in self.seats.iter_mut().enumerate().filter(|(_, seat)| ready(seat)).take(most) {
            seat.wanted = true;
            out.push(Effect::Want(index, true));
        }
    }

    /// The way to these point codes has changed, as one association hears.
    pub(super) fn way(&mut self, index: usize, to: PointCode, mask: u8, way: Way) {
        let Some(seat) = self.seats.get_mut(index) else { return };
        seat.narrow.retain(|(known, known_mask, _)| (*known, *known_mask) != (to, mask));
        if way == Way::Free {
            // What is free within a group that is not is free.
            seat.narrow.retain(|(known, known_mask, _)| !known.matches(to, mask.max(*known_mask)));
        } else if seat.narrow.len() < limits::LINK_WAYS {
            seat.narrow.push((to, mask, way));
        }
    }

    /// Unitdata of our user. What cannot be sent comes back to it at once.
    pub(super) fn send(&mut self, unitdata: Unitdata, out: &mut Vec<Effect>) {
        let (to, sls) = self.routed(&unitdata.called, unitdata.in_sequence.then_some(&unitdata.calling));
        let refusal = match self.seat_for(to, sls) {
            Ok(seat) => match self.cut(&unitdata, to, sls) {
                Ok(messages) => return out.extend(messages.into_iter().map(|message| Effect::Send(seat, message))),
                Err(cause) => ("too_long", cause),
            },
            Err(refusal) => refusal,
        };
        let (count, cause) = refusal;
        out.push(Effect::Count(count));
        out.push(Effect::Tell(Event::Returned(unitdata, cause)));
    }

    /// Where a message to this address goes, and by which signalling link: always the same between two addresses whose
    /// messages must stay in order.
    fn routed(&mut self, called: &Address, in_sequence_from: Option<&Address>) -> (PointCode, u8) {
        let named = called.point_code.filter(|_| called.numbering == Numbering::National);
        let to = named.unwrap_or(self.settings.dpc);
        let sls = if let Some(calling) = in_sequence_from {
            let mut hasher = DefaultHasher::new();
            (called, calling).hash(&mut hasher);
            hasher.finish() as u8
        } else {
            self.sls = self.sls.wrapping_add(1);
            self.sls
        };
        (to, sls & SLS)
    }

    fn seat_for(&self, to: PointCode, sls: u8) -> Result<usize, (&'static str, ReturnCause)> {
        let active = || self.seats.iter().enumerate().filter(|(_, seat)| seat.state == State::Active);
        let open = || active().filter(|(_, seat)| seat.takes(to, self.settings.priority));
        let turn = match self.settings.mode {
            TrafficMode::Override => 0,
            TrafficMode::LoadShare => usize::from(sls) % open().count().max(1),
        };
        let closed = |seat: &Seat| seat.way(to) == Way::Closed;
        match open().nth(turn) {
            Some((index, _)) => Ok(index),
            None if active().next().is_none() => Err(("down", ReturnCause::MTP_FAILURE)),
            None if active().all(|(_, seat)| closed(seat)) => Err(("unreachable", ReturnCause::MTP_FAILURE)),
            None => Err(("congested", ReturnCause::NETWORK_CONGESTION)),
        }
    }

    /// Another seat for a message whose own takes nothing at the moment.
    pub(super) fn other_seats(&self, than: usize, to: PointCode) -> impl Iterator<Item = usize> {
        let fits = move |(index, seat): &(usize, &Seat)| {
            *index != than && seat.state == State::Active && seat.takes(to, self.settings.priority)
        };
        self.seats.iter().enumerate().filter(fits).map(|(index, _)| index)
    }

    fn cut(&mut self, unitdata: &Unitdata, to: PointCode, sls: u8) -> Result<Vec<Outgoing>, ReturnCause> {
        self.reference = self.reference.wrapping_add(1);
        let written = |unitdata: &Unitdata| -> Result<Vec<Vec<u8>>, ReturnCause> {
            let messages = split(unitdata, self.settings.segmenting, self.reference)?;
            Ok(messages.iter().map(Message::write).collect::<Result<_, _>>()?)
        };
        let octets = written(unitdata)?;
        let mut shown = Vec::new();
        if self.is_captured && !unitdata.secret.is_empty() {
            let mut bare = unitdata.clone();
            let end = unitdata.secret.end.min(bare.data.len());
            bare.data[unitdata.secret.start.min(end)..end].fill(0);
            shown = written(&bare)?;
        }
        let mut shown = shown.into_iter();
        Ok(octets.into_iter().map(|sccp| Outgoing { to, sls, sccp, shown: shown.next() }).collect())
    }

    /// An SCCP message has come.
    pub(super) fn arrived(&mut self, now: Time, from: Option<PointCode>, sccp: &[u8], out: &mut Vec<Effect>) {
        let Ok(message) = Message::read(sccp) else { return out.push(Effect::Count("sccp_malformed")) };
        match self.reassembly.take(now, from, message) {
            Incoming::Whole(unitdata) => self.whole(from, unitdata, out),
            Incoming::Returned(unitdata, cause) => out.push(Effect::Tell(Event::Returned(unitdata, cause))),
            Incoming::Waiting => {}
            Incoming::Dropped(dropped) => self.dropped(from, dropped, out),
        }
    }

    fn dropped(&mut self, from: Option<PointCode>, dropped: Dropped, out: &mut Vec<Effect>) {
        let no_room = dropped.cause == ReturnCause::NO_REASSEMBLY;
        out.push(Effect::Count(if no_room { "reassembly_full" } else { "segments_lost" }));
        if let Some(answer) = dropped.answer {
            self.answer(from, &answer, out);
        }
    }

    fn whole(&mut self, from: Option<PointCode>, mut unitdata: Unitdata, out: &mut Vec<Effect>) {
        match unitdata.called.ssn {
            Some(MANAGEMENT) => return self.management(from, &unitdata, out),
            Some(ssn) if !self.settings.ssns.is_empty() && !self.settings.ssns.contains(&ssn) => {
                out.push(Effect::Count("other_subsystem"));
                return self.give_back(from, &unitdata, ReturnCause::UNEQUIPPED_USER, out);
            }
            _ => {}
        }
        let calling = &mut unitdata.calling;
        if calling.routing == Routing::Ssn && calling.numbering == Numbering::National && calling.point_code.is_none() {
            calling.point_code = from;
        }
        out.push(Effect::Tell(Event::Received(unitdata)));
    }

    /// Sends unitdata that cannot be delivered back, if its sender wants that.
    pub(super) fn give_back(
        &mut self,
        from: Option<PointCode>,
        unitdata: &Unitdata,
        cause: ReturnCause,
        out: &mut Vec<Effect>,
    ) {
        if let Some(answer) = unitdata.returned(cause) {
            self.answer(from, &answer, out);
        }
    }

    fn answer(&mut self, from: Option<PointCode>, answer: &Message, out: &mut Vec<Effect>) {
        let (named, sls) = self.routed(&answer.called, None);
        let to = answer.called.point_code.map_or(from, |_| Some(named)).unwrap_or(named);
        if let (Ok(seat), Ok(sccp)) = (self.seat_for(to, sls), answer.write()) {
            let shown = self.is_captured.then(|| super::capture::without_data(&sccp));
            out.push(Effect::Send(seat, Outgoing { to, sls, sccp, shown }));
        }
    }

    /// SCCP management: a subsystem of ours that is asked after is there.
    fn management(&mut self, from: Option<PointCode>, unitdata: &Unitdata, out: &mut Vec<Effect>) {
        let &[SST, ssn, ..] = unitdata.data.as_slice() else { return };
        if !self.settings.ssns.is_empty() && !self.settings.ssns.contains(&Ssn(ssn)) {
            return;
        }
        let [member, cluster, network] = self.settings.opc.to_wire();
        let mut called = unitdata.calling.clone();
        if called.numbering == Numbering::National && called.point_code.is_none() {
            called.point_code = from;
        }
        let answer = Unitdata {
            called,
            calling: Address::of(self.settings.opc, MANAGEMENT),
            data: vec![SSA, ssn, member, cluster, network, 0],
            ..Unitdata::default()
        };
        self.send(answer, out);
    }

    /// When [`timer`](Self::timer) is due.
    pub(super) fn deadline(&self) -> Option<Time> {
        self.reassembly.deadline()
    }

    /// Time has passed.
    pub(super) fn timer(&mut self, now: Time, out: &mut Vec<Effect>) {
        while let Some(dropped) = self.reassembly.expire(now) {
            self.dropped(None, dropped, out);
        }
    }
}

impl Seat {
    /// What the way to a point code is like from here: the worst that is said of it.
    fn way(&self, to: PointCode) -> Way {
        let said = self.narrow.iter().filter(|(known, mask, _)| known.matches(to, *mask)).map(|(_, _, way)| *way);
        said.max_by_key(|way| match way {
            Way::Free => 0,
            Way::Congested(level) => 1 + *level,
            Way::Closed => u8::MAX,
        })
        .unwrap_or(Way::Free)
    }

    fn takes(&self, to: PointCode, priority: u8) -> bool {
        match self.way(to) {
            Way::Free => true,
            Way::Congested(level) => priority >= level,
            Way::Closed => false,
        }
    }
}
