//! A request under way, and how its answer is found: by Correlator, then by CmdRef, then by URI.
//!
//! Collects what the handset says of one command until the answer is whole, in whatever order it comes. Called by [`super::outbox`].

use crate::limits;
use crate::syncml::document::{Alert, Command, Results, Status};
use crate::words::Time;

use super::carrier::{self, Terms};
use super::profile::{Profile, Style};
use super::request::{Answer, Errand, Request, Value};
use super::status::StatusCode;

/// A request that is not answered in full.
#[derive(Clone, Debug)]
pub struct Sent {
    errand: Errand,
    /// MsgID and CmdID under which it was sent last; `None` before that, and once that session is over.
    place: Option<(u32, u32)>,
    /// Set once the answer has to be fetched: `exec+get` and `replace+get`.
    poll: Option<Poll>,
    status: Option<StatusCode>,
    /// Data of the Status's Item.
    remark: Option<Value>,
    results: Option<Value>,
    alert: Option<Value>,
}

/// When the answer is fetched next, and how long to wait if it is not there.
#[derive(Clone, Copy, Debug)]
struct Poll {
    due: Option<Time>,
    pause_ms: u64,
}

/// How a request stands when a message of the handset has been read.
pub(super) enum Turn {
    /// This is the answer.
    Answered(Answer),
    /// Something is still to come.
    Waits,
}

impl Sent {
    pub(super) fn new(errand: Errand) -> Self {
        Self { errand, place: None, poll: None, status: None, remark: None, results: None, alert: None }
    }

    /// A request that was sent in a session that is over and not known any more.
    pub fn of_earlier_session(errand: Errand, style: Style) -> Self {
        let mut sent = Self::new(errand);
        sent.outlive_session(style);
        sent
    }

    /// The answer that is a code and nothing else, by its tag.
    pub(super) fn into_refused(self, code: StatusCode) -> (u32, Answer) {
        (self.errand.tag, Answer { code, value: None, carried: self.is_carried(), fetching: self.polls() })
    }

    pub(super) fn tag(&self) -> u32 {
        self.errand.tag
    }

    fn is_carried(&self) -> bool {
        matches!(self.errand.request, Request::Carry(_))
    }

    /// Whether the answer may come in a later session.
    pub(super) fn is_lasting(&self) -> bool {
        matches!(self.errand.request, Request::Carry(_) | Request::Exec(..))
    }

    /// Whether it was sent, in the session that is under way.
    pub(super) fn is_out(&self) -> bool {
        self.place.is_some()
    }

    /// When the answer is to be fetched, if it is.
    pub(super) fn due(&self) -> Option<Time> {
        self.poll?.due
    }

    pub(super) fn polls(&self) -> bool {
        self.poll.is_some()
    }

    /// The command that carries the request, or fetches its answer, as `cmd_id` of our message `msg_id`.
    pub(super) fn command(&mut self, msg_id: u32, cmd_id: u32, terms: Terms<'_>) -> Command {
        self.place = Some((msg_id, cmd_id));
        self.status = None;
        self.remark = None;
        match &mut self.poll {
            Some(poll) => {
                poll.due = None;
                self.results = None;
                carrier::poll(cmd_id, terms.profile)
            }
            None => carrier::command(&self.errand.request, cmd_id, &self.errand.correlator, terms),
        }
    }

    /// Forgets the command's number: it belonged to a session that is over. An answer that has to be fetched is fetched first of all
    /// in the next one; any other is found by its Correlator.
    pub(super) fn outlive_session(&mut self, style: Style) {
        self.place = None;
        self.status = None;
        if self.is_carried() && style.is_fetched() {
            self.poll = Some(Poll { due: Some(Time(0)), pause_ms: limits::POLL_MS });
        }
    }

    /// The command was refused together with its message: it goes out again as it was.
    pub(super) fn take_back(&mut self) {
        self.place = None;
        if let Some(poll) = &mut self.poll {
            poll.due = Some(Time(0));
        }
    }

    /// Whether it stood in our message with this MsgID.
    pub(super) fn is_in(&self, msg_id: u32) -> bool {
        self.place.is_some_and(|(own, _)| own == msg_id)
    }

    /// Takes a Status that names this command by its number.
    pub(super) fn take_status(&mut self, status: &Status, terms: Terms<'_>) -> bool {
        let mine = self.is_at(status.msg_ref, status.cmd_ref) && self.is_named(&status.cmd, terms.profile);
        if mine {
            self.note(status, terms);
        }
        mine
    }

    /// Takes a Status without CmdRef that names this command by its verb and node.
    pub(super) fn take_status_by_uri(&mut self, status: &Status, terms: Terms<'_>) -> bool {
        let named = !status.cmd.is_empty() && self.is_named(&status.cmd, terms.profile);
        let here = status.target_refs.first().is_none_or(|uri| same_uri(uri, self.uri(terms.profile)));
        let mine = self.place.is_some() && self.status.is_none() && named && here;
        if mine {
            self.note(status, terms);
        }
        mine
    }

    fn note(&mut self, status: &Status, terms: Terms<'_>) {
        // Of several, one for each Item, the bad one counts.
        if self.status.is_none_or(StatusCode::is_good) {
            self.status = Some(StatusCode(status.code));
            self.remark = status.items.iter().find_map(|item| Value::of(item, None, terms.binary));
        }
    }

    fn is_named(&self, cmd: &str, profile: &Profile) -> bool {
        cmd.is_empty() || cmd.eq_ignore_ascii_case(self.verb(profile))
    }

    fn verb(&self, profile: &Profile) -> &'static str {
        match self.errand.request {
            _ if self.poll.is_some() => "Get",
            Request::Carry(_) if profile.carrier.style == Style::ReplaceGet => "Replace",
            Request::Carry(_) | Request::Exec(..) => "Exec",
            Request::Get(_) => "Get",
            Request::Add(..) => "Add",
            Request::Replace(..) => "Replace",
            Request::Delete(_) => "Delete",
            Request::Copy { .. } => "Copy",
        }
    }

    /// The node that the command is about.
    fn uri<'s>(&'s self, profile: &'s Profile) -> &'s str {
        match &self.errand.request {
            Request::Carry(_) if self.poll.is_some() => &profile.carrier.response_node,
            Request::Carry(_) => &profile.carrier.request_node,
            Request::Get(uri) | Request::Add(uri, _) | Request::Replace(uri, _) | Request::Delete(uri) => uri,
            Request::Exec(uri, _) | Request::Copy { to: uri, .. } => uri,
        }
    }

    /// Whether a reference means this command. A client that leaves MsgRef out means the message being answered.
    fn is_at(&self, msg_ref: Option<u32>, cmd_ref: u32) -> bool {
        self.place.is_some_and(|(msg_id, cmd_id)| cmd_id == cmd_ref && msg_ref.is_none_or(|msg_ref| msg_ref == msg_id))
    }

    /// Takes Results that name this command by its number.
    pub(super) fn take_results(&mut self, results: &Results, terms: Terms<'_>) -> bool {
        let mine = self.is_at(results.msg_ref, results.cmd_ref);
        if mine {
            self.keep_results(results, terms);
        }
        mine
    }

    /// Takes Results without a CmdRef that is ours, by the node they are of.
    pub(super) fn take_results_by_uri(&mut self, results: &Results, terms: Terms<'_>) -> bool {
        let item = results.items.first();
        let uri = item.and_then(|item| item.source.as_ref()).map(|place| &place.uri).or(results.source_ref.as_ref());
        let carried = self.is_carried();
        let here = uri.is_some_and(|uri| {
            same_uri(uri, self.uri(terms.profile)) || (carried && same_uri(uri, &terms.profile.carrier.response_node))
        });
        let mine = self.place.is_some() && self.results.is_none() && here;
        if mine {
            self.keep_results(results, terms);
        }
        mine
    }

    fn keep_results(&mut self, results: &Results, terms: Terms<'_>) {
        if self.results.is_none() {
            let value = results.items.iter().find_map(|item| Value::of(item, results.meta.as_ref(), terms.binary));
            self.results = Some(value.unwrap_or_default());
        }
    }

    /// Takes a generic alert that names this command's Correlator.
    pub(super) fn take_alert(&mut self, alert: &Alert, terms: Terms<'_>) -> bool {
        let mine = self.is_lasting() && alert.correlator.as_deref() == Some(self.errand.correlator.as_str());
        if mine {
            self.keep_alert(alert, terms);
        }
        mine
    }

    /// Takes a generic alert without Correlator: by its source, or by its type where this is the only message under way (`alone`).
    pub(super) fn take_alert_by_uri(&mut self, alert: &Alert, alone: bool, terms: Terms<'_>) -> bool {
        if !self.is_lasting() || alert.correlator.is_some() || self.alert.is_some() {
            return false;
        }
        let carried = self.is_carried();
        let mine = alert.items.iter().any(|item| {
            let source = item.source.as_ref().map(|place| place.uri.as_str());
            let here = source.is_some_and(|uri| {
                same_uri(uri, self.uri(terms.profile))
                    || (carried && same_uri(uri, &terms.profile.carrier.response_node))
            });
            let type_ = item.meta.as_ref().and_then(|meta| meta.type_.as_deref());
            here || (carried && alone && type_.is_some_and(|type_| same_type(type_, &terms.profile.carrier.alert_type)))
        });
        if mine {
            self.keep_alert(alert, terms);
        }
        mine
    }

    fn keep_alert(&mut self, alert: &Alert, terms: Terms<'_>) {
        if self.alert.is_some() {
            return;
        }
        // Of several Items the one of our type, else the first.
        let typed = alert.items.iter().find(|item| {
            let type_ = item.meta.as_ref().and_then(|meta| meta.type_.as_deref());
            type_.is_some_and(|type_| same_type(type_, &terms.profile.carrier.alert_type))
        });
        let item = typed.or(alert.items.first());
        self.alert = Some(item.and_then(|item| Value::of(item, None, terms.binary)).unwrap_or_default());
    }

    /// How the request stands. A 1226 may come before the Exec's Status: it counts when that has been read. A message that came back
    /// counts whatever the Status says: it tells what the handset did.
    /// `complete`: the handset has nothing more to say in this package. `group`: the code of the group that it stands in.
    pub(super) fn turn(&mut self, complete: bool, group: Option<StatusCode>, profile: &Profile, now: Time) -> Turn {
        let carried = self.is_carried();
        let fetching = self.polls();
        let answered = |code, value| Turn::Answered(Answer { code, value, carried, fetching });
        let code = self.status.or(group.filter(|code| complete && !code.is_good()));
        if self.place.is_none() {
            // In a later session there is no Status to wait for.
            return self.alert.take().map_or(Turn::Waits, |value| answered(StatusCode::ACCEPTED, Some(value)));
        }
        if (code.is_some() || complete)
            && let Some(value) = self.alert.take()
        {
            return answered(code.unwrap_or(StatusCode::ACCEPTED), Some(value));
        }
        let fetched = carried && profile.carrier.style.is_fetched();
        let has_octets = self.results.as_ref().is_some_and(|value| !value.is_empty());
        let carried_back = carried && code.is_some() && has_octets;
        match code {
            Some(code) if !code.is_good() && !carried_back => return answered(code, self.remark.take()),
            Some(code) if carried_back && code != StatusCode::ACCEPTED => return answered(code, self.results.take()),
            _ if !complete => return Turn::Waits,
            _ => {}
        }
        if fetched && !has_octets {
            self.fetch_later(now);
            return Turn::Waits;
        }
        let code = code.unwrap_or(StatusCode::NONE);
        match (&self.errand.request, self.results.take()) {
            (_, Some(value)) => answered(if code == StatusCode::NONE { StatusCode::OK } else { code }, Some(value)),
            (Request::Carry(_), None) => {
                // Done, it says, but there are no Results: nothing will come any more.
                let ended = profile.carrier.style == Style::ExecResults && code.is_good();
                if ended && code != StatusCode::ACCEPTED { answered(code, None) } else { Turn::Waits }
            }
            (Request::Exec(..), None) if code == StatusCode::ACCEPTED || code == StatusCode::NONE => Turn::Waits,
            (_, None) => answered(code, self.remark.take()),
        }
    }

    fn fetch_later(&mut self, now: Time) {
        match &mut self.poll {
            None => self.poll = Some(Poll { due: Some(now), pause_ms: limits::POLL_MS }),
            Some(poll) if poll.due.is_none() => {
                poll.due = Some(now.plus(poll.pause_ms));
                poll.pause_ms = poll.pause_ms.saturating_mul(2);
            }
            Some(_) => {}
        }
    }
}

/// Whether an alert's Type names `wanted`: real senders drop the prefix or the blank after it.
pub(super) fn same_type(sent: &str, wanted: &str) -> bool {
    let (prefix, rest) = sent.split_once(':').unwrap_or(("", sent));
    let bare = if prefix.trim().eq_ignore_ascii_case("reversed-domain-name") { rest } else { sent };
    bare.trim().eq_ignore_ascii_case(wanted)
}

/// Whether two URIs name one node: `./A/B`, `A/B` and `/A/B` do.
pub(super) fn same_uri(one: &str, other: &str) -> bool {
    let bare = |uri: &'_ str| -> String {
        let path = uri.trim().split('?').next().unwrap_or_default();
        path.strip_prefix('.').unwrap_or(path).trim_matches('/').to_owned()
    };
    bare(one) == bare(other)
}
