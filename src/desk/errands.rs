//! What an exchange asks of a handset, in the words of a session, and the answers back.
//!
//! Each request gets a name of its own towards the session, never used twice for one device: an answer counts for the exchange and the
//! request that it belongs to, or for none. Called by [`super::Desk`].

use crate::dm::request::{Answer, Batch, Errand, Payload, Request, Value};
use crate::dm::status::StatusCode;
use crate::exchange::{Leaf, South, SouthAnswer, SouthRequest, Tag};
use crate::is683::{OtaspMsgType, ResultCode};
use crate::words::ExchangeId;

use super::entropy::Entropy;
use super::record::{CommitMark, Happened};

/// The requests of a device that are not answered, by their names towards the session.
#[derive(Default)]
pub(super) struct Errands {
    last: u32,
    open: Vec<Open>,
}

struct Open {
    number: u32,
    purpose: Purpose,
}

/// What a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The exchange wants it.
    Exchange(ExchangeId, Tag, Form),
    /// A handset that must wait is kept busy.
    Harmless,
    /// A temporary node that was left behind is deleted.
    Clean,
}

/// Which form the answer of a request has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Message,
    Text,
    Octets,
    Nothing,
    Step,
}

impl Errands {
    /// Names a request.
    pub(super) fn name(&mut self, purpose: Purpose, request: Request, entropy: &mut Entropy) -> Errand {
        self.last = self.last.wrapping_add(1);
        self.open.push(Open { number: self.last, purpose });
        Errand { tag: self.last, request, correlator: entropy.correlator() }
    }

    /// What an answer is for, if anybody waits for it.
    pub(super) fn take(&mut self, number: u32) -> Option<Purpose> {
        let at = self.open.iter().position(|open| open.number == number)?;
        Some(self.open.swap_remove(at).purpose)
    }

    /// Whether a request is this exchange's, which waits for its answer.
    pub(super) fn is_of(&self, number: u32, exchange: ExchangeId) -> bool {
        let its = |purpose| matches!(purpose, Purpose::Exchange(asked, ..) if asked == exchange);
        self.open.iter().any(|open| open.number == number && its(open.purpose))
    }

    /// Whether something of this kind is under way.
    pub(super) fn has(&self, purpose: Purpose) -> bool {
        self.open.iter().any(|open| open.purpose == purpose)
    }

    /// The exchange waits for no answer any more.
    pub(super) fn clear(&mut self) {
        self.open.retain(|open| open.purpose == Purpose::Clean);
    }

    /// The session is over: what it alone could answer will not be.
    pub(super) fn end_session(&mut self) {
        self.open.retain(|open| matches!(open.purpose, Purpose::Exchange(..)));
    }

    /// A request of an earlier process whose answer may still come, and must not be sent again.
    pub(super) fn before(
        &mut self,
        exchange: ExchangeId,
        South { tag, request }: South,
        prefix: &str,
        correlator: String,
        entropy: &mut Entropy,
    ) -> Errand {
        let (request, form) = request_of(request, prefix);
        Errand { correlator, ..self.name(Purpose::Exchange(exchange, tag, form), request, entropy) }
    }

    /// The requests of an exchange, ready for the session. `prefix`: where the `nodes` object stands.
    pub(super) fn batches(
        &mut self,
        exchange: ExchangeId,
        package: Vec<South>,
        in_sequence: bool,
        prefix: &str,
        commit: Option<&CommitMark>,
        entropy: &mut Entropy,
    ) -> Vec<Batch> {
        let named = |South { tag, request }: South| {
            let (request, form) = request_of(request, prefix);
            let errand = self.name(Purpose::Exchange(exchange, tag, form), request, entropy);
            // A late answer to the Commit must be known in a later process, too.
            let kept = commit.filter(|commit| commit.tag == tag.0).and_then(|commit| commit.correlator.clone());
            Errand { correlator: kept.unwrap_or(errand.correlator), ..errand }
        };
        let errands: Vec<Errand> = package.into_iter().map(named).collect();
        if in_sequence { vec![Batch::Sequence(errands)] } else { errands.into_iter().map(Batch::One).collect() }
    }
}

/// Whether a message of IS-683 has no secret in it: of the key exchange all is public but what never travels. An OTAF may send any other, with
/// SPCs, passwords or an operator's lists.
fn is_open(octets: &[u8]) -> bool {
    let open = [
        OtaspMsgType::MS_KEY,
        OtaspMsgType::KEY_GENERATION,
        OtaspMsgType::COMMIT,
        OtaspMsgType::PROTOCOL_CAPABILITY,
        OtaspMsgType::EXTENDED_PROTOCOL_CAPABILITY,
        OtaspMsgType::OTAPA,
    ];
    octets.first().is_some_and(|first| open.iter().any(|type_| type_.0 == *first))
}

impl Happened {
    /// What is kept of a request: never a secret.
    pub(super) fn of_request(request: &SouthRequest) -> Self {
        let node = |verb: &str, node: &str| Self::Note(format!("{verb} {node}"));
        match request {
            SouthRequest::Carry(octets) if is_open(octets) => Self::Forward(octets.clone()),
            SouthRequest::Carry(octets) => Self::Forward(octets.iter().take(1).copied().collect()),
            SouthRequest::Read(name) | SouthRequest::ReadOctets(name) => node("Get", name),
            SouthRequest::Create(name) => node("Add", name),
            SouthRequest::Write(name, _) => node("Replace", name),
            SouthRequest::Run(name, _) => node("Exec", name),
        }
    }

    /// What is kept of an answer.
    pub(super) fn of_answer(answer: &SouthAnswer) -> Self {
        match answer {
            SouthAnswer::Reverse(octets) if is_open(octets) => Self::Reverse(octets.clone()),
            // Its type, and what is its RESULT_CODE, if it has one.
            SouthAnswer::Reverse(octets) => Self::Reverse(octets.iter().take(2).copied().collect()),
            SouthAnswer::Value(value) => Self::Note(format!("a value of {} octets", value.len())),
            SouthAnswer::Done => Self::Note("done".into()),
            SouthAnswer::Ran(code) => Self::Note(format!("RESULT_CODE {} ({})", code.0, code.meaning())),
            SouthAnswer::Refused(status) => Self::Note(format!("DM status {}", StatusCode(*status))),
            SouthAnswer::Unfetched(status) => {
                Self::Note(format!("the answer was refused: DM status {}", StatusCode(*status)))
            }
        }
    }
}

fn request_of(request: SouthRequest, prefix: &str) -> (Request, Form) {
    let at = |node: String| format!("{prefix}/{node}");
    match request {
        SouthRequest::Carry(octets) => (Request::Carry(octets), Form::Message),
        SouthRequest::Read(node) => (Request::Get(at(node)), Form::Text),
        SouthRequest::ReadOctets(node) => (Request::Get(at(node)), Form::Octets),
        SouthRequest::Create(node) => (Request::Add(at(node), None), Form::Nothing),
        SouthRequest::Write(node, Leaf::Int(number)) => {
            (Request::Replace(at(node), Payload::Int(number)), Form::Nothing)
        }
        SouthRequest::Write(node, Leaf::Octets(octets)) => {
            (Request::Replace(at(node), Payload::Octets(octets)), Form::Nothing)
        }
        SouthRequest::Run(node, data) => (Request::Exec(at(node), data.map(Payload::Octets)), Form::Step),
    }
}

/// An answer, in the words of the exchange.
pub(super) fn answer_of(Answer { code, value, carried, fetching }: Answer, form: Form) -> SouthAnswer {
    let good = code.is_good();
    match (form, value) {
        (Form::Message, Some(value)) if carried => SouthAnswer::Reverse(value.binary()),
        (Form::Message, None) if good => SouthAnswer::Reverse(Vec::new()),
        (Form::Text, value) if good => SouthAnswer::Value(value.map_or(Vec::new(), Value::into_octets)),
        (Form::Octets, value) if good => SouthAnswer::Value(value.map_or(Vec::new(), |value| value.binary())),
        (Form::Nothing, _) if good => SouthAnswer::Done,
        (Form::Step, value) => step(code, value.as_ref()),
        _ if fetching => SouthAnswer::Unfetched(code.0),
        _ => SouthAnswer::Refused(code.0),
    }
}

/// How a step ended: a generic alert, or Item Data of Status 500, say so by a RESULT_CODE; a good Status alone says that it is done.
fn step(code: StatusCode, value: Option<&Value>) -> SouthAnswer {
    let said = value.and_then(Value::text).and_then(|text| text.trim().parse().ok()).map(ResultCode);
    match (said, value) {
        (Some(said), _) if code.is_good() || (code == StatusCode::FAILED && said != ResultCode::ACCEPTED) => {
            SouthAnswer::Ran(said)
        }
        (None, None) if code.is_good() => SouthAnswer::Done,
        // It says something, and nobody can tell what.
        (None, Some(value)) if code.is_good() => SouthAnswer::Value(value.clone().into_octets()),
        _ => SouthAnswer::Refused(code.0),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::dm::account::Challenger;

    fn entropy() -> Entropy {
        Entropy::new([1; 32], Arc::new(Challenger::new([2; 32])))
    }

    fn answer(code: u32, value: Option<&str>, carried: bool) -> Answer {
        Answer { code: StatusCode(code), value: value.map(Into::into), carried, fetching: false }
    }

    #[test]
    fn a_step_ends_by_alert_by_status_or_by_item_data() {
        let ran = |code| SouthAnswer::Ran(ResultCode(code));
        for (code, value, expected) in [
            (200, None, SouthAnswer::Done),
            (200, Some("0"), ran(0)),
            (202, Some("0"), ran(0)),
            (202, Some(" 4\n"), ran(4)),
            (500, Some("6"), ran(6)),
            (500, None, SouthAnswer::Refused(500)),
            (500, Some("0"), SouthAnswer::Refused(500)),
            (500, Some("oops"), SouthAnswer::Refused(500)),
            (405, Some("4"), SouthAnswer::Refused(405)),
            (215, None, SouthAnswer::Refused(215)),
            (202, Some("done"), SouthAnswer::Value(b"done".to_vec())),
            (202, Some("256"), SouthAnswer::Value(b"256".to_vec())),
        ] {
            assert_eq!(answer_of(answer(code, value, false), Form::Step), expected, "{code} {value:?}");
        }
    }

    #[test]
    fn every_form_of_answer_is_read_as_what_was_asked() {
        assert_eq!(answer_of(answer(500, Some("AgA="), true), Form::Message), SouthAnswer::Reverse(vec![2, 0]));
        assert_eq!(answer_of(answer(200, None, true), Form::Message), SouthAnswer::Reverse(vec![]));
        assert_eq!(answer_of(answer(404, None, true), Form::Message), SouthAnswer::Refused(404));
        let fetching = Answer { fetching: true, ..answer(404, None, true) };
        assert_eq!(answer_of(fetching, Form::Message), SouthAnswer::Unfetched(404));
        assert_eq!(answer_of(answer(200, Some("AgA="), false), Form::Octets), SouthAnswer::Value(vec![2, 0]));
        assert_eq!(answer_of(answer(200, Some("2,4"), false), Form::Text), SouthAnswer::Value(b"2,4".to_vec()));
        assert_eq!(answer_of(answer(0, None, false), Form::Text), SouthAnswer::Refused(0));
        assert_eq!(answer_of(answer(200, None, false), Form::Nothing), SouthAnswer::Done);
        assert_eq!(answer_of(answer(418, None, false), Form::Nothing), SouthAnswer::Refused(418));
    }

    #[test]
    fn an_answer_counts_once_for_the_exchange_that_asked() {
        let (mut errands, mut entropy) = (Errands::default(), entropy());
        let south = |tag| South { tag: Tag(tag), request: SouthRequest::Read("Ver".into()) };
        let mut ask = |exchange, tag| {
            let batches =
                errands.batches(ExchangeId(exchange), vec![south(tag)], false, "./CDMA/AKey", None, &mut entropy);
            let [Batch::One(errand)] = batches.as_slice() else { panic!("{batches:?}") };
            assert_eq!(errand.request, Request::Get("./CDMA/AKey/Ver".into()));
            errand.tag
        };
        let (first, second) = (ask(1, 1), ask(2, 1));
        assert_ne!(first, second, "tags of exchanges begin anew, names of requests do not");
        assert_eq!(errands.take(second), Some(Purpose::Exchange(ExchangeId(2), Tag(1), Form::Text)));
        assert_eq!(errands.take(second), None);
        errands.clear();
        assert_eq!(errands.take(first), None);
    }
}
