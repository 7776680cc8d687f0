//! What a session has been asked for: what waits to be sent, what is under way, and how it is laid into messages that the handset can take.
//!
//! Keeps order where it is wanted, keeps messages below the handset's MaxMsgSize, cuts a large object into chunks where the model takes
//! them. Never decides what to ask. Called by [`super::session`].

use std::collections::VecDeque;

use crate::syncml::document::{Alert, Command, Group, Grouping, Results, Status};
use crate::words::Time;

use super::carrier::Terms;
use super::packing::{self, Draft, Room};
use super::profile::Profile;
use super::request::{Answer, Batch};
use super::sent::{Sent, Turn};
use super::status::StatusCode;

/// What waits and what is under way.
#[derive(Default)]
pub(super) struct Outbox {
    queue: VecDeque<Parcel>,
    under_way: Vec<Parcel>,
}

/// Requests that go out together.
struct Parcel {
    grouping: Option<Grouping>,
    /// Whether it is a Sequence that the handset cannot take in one message, but each member of it.
    too_long: bool,
    /// MsgID and CmdID of the group.
    place: Option<(u32, u32)>,
    /// What the handset said of the group.
    code: Option<StatusCode>,
    members: Vec<Sent>,
    /// Of a Sequence that goes out one by one: what comes after the member that is under way.
    rest: VecDeque<Sent>,
    /// Of an object that goes out in chunks: octets of its data that have left.
    chunked: Option<usize>,
}

/// Answers by the caller's tag.
pub(super) type Answers = Vec<(u32, Answer)>;

impl Parcel {
    fn new(grouping: Option<Grouping>, members: Vec<Sent>) -> Self {
        Self { grouping, too_long: false, place: None, code: None, members, rest: VecDeque::new(), chunked: None }
    }

    fn due(&self) -> Option<Time> {
        self.members.iter().filter_map(Sent::due).min()
    }
}

impl Outbox {
    /// Requests of an earlier session, whose answers may still come.
    pub(super) fn with_late(late: Vec<Sent>) -> Self {
        let under_way = late.into_iter().map(|sent| Parcel::new(None, vec![sent])).collect();
        Self { queue: VecDeque::new(), under_way }
    }

    /// Takes a batch, if it can ever be sent; else gives its answers.
    pub(super) fn take(&mut self, batch: Batch, room: Room, terms: Terms<'_>) -> Answers {
        let (grouping, errands) = batch.into_parts();
        if errands.is_empty() {
            return Answers::new();
        }
        let mut parcel = Parcel::new(grouping, errands.into_iter().map(Sent::new).collect());
        if let Some(code) = refused(&mut parcel, room, terms) {
            return answers(parcel.members, code);
        }
        self.queue.push_back(parcel);
        Answers::new()
    }

    /// Looks again at what waits: the handset may take less than before.
    pub(super) fn review(&mut self, room: Room, terms: Terms<'_>) -> Answers {
        let mut out = Answers::new();
        for mut parcel in std::mem::take(&mut self.queue) {
            match refused(&mut parcel, room, terms) {
                Some(code) => out.extend(answers(parcel.members, code)),
                None => self.queue.push_back(parcel),
            }
        }
        out
    }

    /// Whether there is something to send now.
    pub(super) fn is_ready(&self, now: Time) -> bool {
        !self.queue.is_empty() || self.is_chunking() || self.due().is_some_and(|due| due <= now)
    }

    /// When an answer is to be fetched next.
    pub(super) fn due(&self) -> Option<Time> {
        self.under_way.iter().filter_map(Parcel::due).min()
    }

    /// Whether an object is on its way and not all of it has left.
    pub(super) fn is_chunking(&self) -> bool {
        self.under_way.iter().any(|parcel| parcel.chunked.is_some())
    }

    /// Whether answers may still come.
    pub(super) fn is_waiting(&self) -> bool {
        !self.under_way.is_empty() || !self.queue.is_empty()
    }

    /// Whether something that this session sent is not answered, and nothing more can be done for its answer.
    pub(super) fn is_put_off(&self) -> bool {
        let mut sent = self.under_way.iter().flat_map(|parcel| &parcel.members);
        let waits = |sent: &Sent| sent.is_out() && !sent.polls();
        self.queue.is_empty() && self.due().is_none() && sent.any(waits)
    }

    /// Tags of requests of earlier sessions whose answers have not come, and are not fetched either.
    pub(super) fn earlier(&self) -> impl Iterator<Item = u32> {
        let sent = self.under_way.iter().flat_map(|parcel| &parcel.members);
        sent.filter(|sent| !sent.is_out() && !sent.polls()).map(Sent::tag)
    }

    /// Forgets what has not gone out.
    pub(super) fn withdraw(&mut self) {
        self.queue.clear();
        self.under_way.iter_mut().for_each(|parcel| parcel.rest.clear());
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// What may be answered in a later session.
    pub(super) fn into_late(self, profile: &Profile) -> Vec<Sent> {
        let mut late: Vec<Sent> = self.under_way.into_iter().flat_map(|parcel| parcel.members).collect();
        late.retain(Sent::is_lasting);
        late.iter_mut().for_each(|sent| sent.outlive_session(profile.carrier.style));
        late
    }

    /// Lays as much into a message as it can hold.
    pub(super) fn fill(&mut self, draft: &mut Draft, terms: Terms<'_>, now: Time) {
        if let Some(parcel) = self.under_way.iter_mut().find(|parcel| parcel.chunked.is_some()) {
            return parcel.next_chunk(draft, terms);
        }
        let members = self.under_way.iter_mut().flat_map(|parcel| &mut parcel.members);
        for sent in members.filter(|sent| sent.due().is_some_and(|due| due <= now)) {
            let command = sent.command(draft.msg_id, draft.next_cmd_id(), terms);
            let size = packing::size(&command, terms.binary);
            draft.push(command, size);
        }
        while let Some(mut parcel) = self.queue.pop_front() {
            let alone = parcel.is_flattened(terms);
            let command = parcel.command(draft, terms);
            let size = packing::size(&command, terms.binary);
            if !draft.commands.is_empty() && (alone || size > draft.room) {
                self.queue.push_front(parcel);
                return;
            }
            if alone {
                parcel.rest.extend(parcel.members.drain(1..));
            }
            if size <= draft.room {
                draft.push(command, size);
            } else {
                // It was looked at before: it fits when it is cut.
                parcel.chunked = Some(0);
                parcel.next_chunk(draft, terms);
            }
            let full = alone || draft.is_open;
            self.under_way.push(parcel);
            if full {
                return;
            }
        }
    }

    /// The last message was refused as a whole and nothing in it ran: it goes out again.
    pub(super) fn take_back(&mut self, msg_id: u32) {
        let (mut back, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut self.under_way)
            .into_iter()
            .partition(|parcel| parcel.members.iter().any(|sent| sent.is_in(msg_id)));
        self.under_way = kept;
        back.iter_mut().for_each(Parcel::take_back);
        let (fetched, again): (Vec<_>, Vec<_>) = back.into_iter().partition(|parcel| parcel.due().is_some());
        self.under_way.extend(fetched);
        again.into_iter().rev().for_each(|parcel| self.queue.push_front(parcel));
    }

    /// The handset misses the end of an object: it is given up, for what is left would be refused too.
    pub(super) fn break_off(&mut self) -> Answers {
        let (broken, kept) =
            std::mem::take(&mut self.under_way).into_iter().partition(|parcel| parcel.chunked.is_some());
        self.under_way = kept;
        let broken: Vec<Parcel> = broken;
        broken.into_iter().flat_map(|parcel| answers(parcel.members, StatusCode::SIZE_MISMATCH)).collect()
    }

    /// Takes a Status for one of our commands.
    pub(super) fn take_status(&mut self, status: &Status, terms: Terms<'_>) {
        let group = |parcel: &Parcel| {
            parcel.place.is_some_and(|(msg_id, cmd_id)| {
                cmd_id == status.cmd_ref && status.msg_ref.is_none_or(|msg_ref| msg_ref == msg_id)
            })
        };
        if let Some(parcel) = self.under_way.iter_mut().find(|parcel| group(parcel)) {
            parcel.code = Some(StatusCode(status.code));
            return;
        }
        if !self.all().any(|sent| sent.take_status(status, terms)) && status.cmd_ref == 0 {
            self.all().any(|sent| sent.take_status_by_uri(status, terms));
        }
    }

    /// Takes Results.
    pub(super) fn take_results(&mut self, results: &Results, terms: Terms<'_>) -> bool {
        self.all().any(|sent| sent.take_results(results, terms))
            || self.all().any(|sent| sent.take_results_by_uri(results, terms))
    }

    /// Takes a generic alert. Whether it was for one of ours.
    pub(super) fn take_alert(&mut self, alert: &Alert, terms: Terms<'_>) -> bool {
        let alone = self.all().filter(|sent| sent.is_lasting()).count() == 1;
        self.all().any(|sent| sent.take_alert(alert, terms))
            || self.all().any(|sent| sent.take_alert_by_uri(alert, alone, terms))
    }

    fn all(&mut self) -> impl Iterator<Item = &mut Sent> {
        self.under_way.iter_mut().flat_map(|parcel| &mut parcel.members)
    }

    /// What is answered in full. `complete`: the handset has nothing more to say in this package.
    pub(super) fn settle(&mut self, complete: bool, profile: &Profile, now: Time) -> Answers {
        let mut out = Answers::new();
        for mut parcel in std::mem::take(&mut self.under_way) {
            // While it goes out in chunks, only a refusal ends it.
            let complete = complete && parcel.chunked.is_none();
            let code = parcel.code;
            let mut failed = false;
            parcel.members.retain_mut(|sent| match sent.turn(complete, code, profile, now) {
                Turn::Answered(answer) => {
                    failed |= !answer.code.is_good();
                    out.push((sent.tag(), answer));
                    false
                }
                Turn::Waits => true,
            });
            if !parcel.members.is_empty() {
                self.under_way.push(parcel);
            } else if failed {
                out.extend(answers(parcel.rest, StatusCode::NOT_EXECUTED));
            } else if !parcel.rest.is_empty() {
                self.queue.push_front(Parcel::new(parcel.grouping, parcel.rest.into()));
            }
        }
        out
    }
}

impl Parcel {
    /// Whether it is a Sequence that must go out one by one.
    fn is_flattened(&self, terms: Terms<'_>) -> bool {
        self.grouping == Some(Grouping::Sequence) && (!terms.profile.sequence || self.too_long)
    }

    /// Its command as the next of this message.
    fn command(&mut self, draft: &Draft, terms: Terms<'_>) -> Command {
        let (msg_id, mut cmd_id) = (draft.msg_id, draft.next_cmd_id());
        let grouping = self.grouping.filter(|_| !self.is_flattened(terms));
        if let (None, Some(first)) = (grouping, self.members.first_mut()) {
            return first.command(msg_id, cmd_id, terms);
        }
        self.place = Some((msg_id, cmd_id));
        let mut commands = Vec::with_capacity(self.members.len());
        for sent in &mut self.members {
            cmd_id += 1;
            commands.push(sent.command(msg_id, cmd_id, terms));
        }
        let grouping = grouping.unwrap_or(Grouping::Sequence);
        Command::Group(Group { grouping, cmd_id: draft.next_cmd_id(), meta: None, commands })
    }

    /// Puts the next chunk of its object into a message.
    fn next_chunk(&mut self, draft: &mut Draft, terms: Terms<'_>) {
        let mut command = self.command(draft, terms);
        self.chunked = packing::cut(&mut command, self.chunked.unwrap_or_default(), draft.room, terms);
        let size = packing::size(&command, terms.binary);
        draft.push(command, size);
        draft.is_open = self.chunked.is_some();
    }

    fn take_back(&mut self) {
        self.place = None;
        self.code = None;
        self.chunked = None;
        self.members.iter_mut().for_each(Sent::take_back);
        self.gather();
    }

    fn gather(&mut self) {
        self.members.extend(self.rest.drain(..));
    }
}

fn answers(members: impl IntoIterator<Item = Sent>, code: StatusCode) -> Answers {
    members.into_iter().map(|sent| sent.into_refused(code)).collect()
}

/// Why a parcel can never be sent, if so.
fn refused(parcel: &mut Parcel, room: Room, terms: Terms<'_>) -> Option<StatusCode> {
    if parcel.grouping == Some(Grouping::Atomic) && !terms.profile.atomic {
        return Some(StatusCode::FEATURE_MISSING);
    }
    parcel.too_long = false;
    if parcel.grouping == Some(Grouping::Sequence) && !parcel.is_flattened(terms) {
        let whole = parcel.command(&Draft::new(0, 0, room), terms);
        parcel.too_long = packing::size(&whole, terms.binary) > room.message;
    }
    let commands = if parcel.is_flattened(terms) {
        parcel.members.iter_mut().map(|sent| sent.command(0, 1, terms)).collect()
    } else {
        vec![parcel.command(&Draft::new(0, 0, room), terms)]
    };
    let fits = |command: &Command| {
        let object = packing::object(command).and_then(|item| item.data.as_ref()).map(|data| data.0.len());
        let whole = packing::size(command, terms.binary) <= room.message;
        let cut = || terms.profile.large_objects && packing::can_cut(command, room, terms);
        object.is_none_or(|octets| octets <= room.object) && (whole || cut())
    };
    (!commands.iter().all(fits)).then_some(StatusCode::TOO_LARGE)
}
