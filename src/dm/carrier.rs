//! How octets travel in management commands, and how an answer is found: by Correlator, then by CmdRef.
//!
//! Builds one command for one request and matches what comes back; never looks into the octets. Called by [`super::session`].

use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};

use crate::syncml::document::{Access, Alert, Command, Data, Exec, Item, Location, Meta, Results, Status, Verb};

use super::profile::{CarrierProfile, Profile, Style};
use super::status::StatusCode;

/// Something that a handset shall do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Take these octets and answer with others.
    Carry(Vec<u8>),
    /// Read a leaf.
    Get(String),
}

/// What the handset answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The octets that came back.
    Octets(Vec<u8>),
    /// The leaf's value.
    Value(Vec<u8>),
    /// Refused with this status code (0 when the handset left the command without any).
    Refused(u32),
}

/// A request that was sent and is not answered in full.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The caller's name for it.
    pub tag: u32,
    /// What was asked.
    pub request: Request,
    /// MsgID and CmdID under which it was sent; `None` once its session is over.
    place: Option<(u32, u32)>,
    correlator: String,
    status: Option<StatusCode>,
    answer: Option<Vec<u8>>,
}

/// Base64 as handsets write it: with or without padding.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

impl Sent {
    /// Notes a request that is to be sent. `correlator` is fresh for each.
    pub fn new(tag: u32, request: Request, correlator: String) -> Self {
        Self { tag, request, place: None, correlator, status: None, answer: None }
    }

    /// The command that carries the request as `cmd_id` of our message `msg_id`.
    pub fn command(&mut self, msg_id: u32, cmd_id: u32, profile: &Profile) -> Command {
        self.place = Some((msg_id, cmd_id));
        self.status = None;
        match &self.request {
            Request::Carry(octets) => exec(cmd_id, &self.correlator, octets, &profile.carrier),
            Request::Get(uri) => {
                let item = Item { target: Some(Location::new(uri.clone())), ..Item::default() };
                Command::Access(Access { verb: Verb::Get, cmd_id, meta: None, items: vec![item] })
            }
        }
    }

    /// Forgets the command's number: it belonged to a session that is over. Only a Correlator can match from now on.
    pub fn outlive_session(&mut self) {
        self.place = None;
    }

    /// Whether it was sent in a session that is over.
    pub fn is_of_earlier_session(&self) -> bool {
        self.place.is_none()
    }

    /// Takes a Status if it answers this command.
    pub fn take_status(&mut self, status: &Status) -> bool {
        let name = match self.request {
            Request::Carry(_) => "Exec",
            Request::Get(_) => "Get",
        };
        let named = status.cmd.is_empty() || status.cmd.eq_ignore_ascii_case(name);
        let mine = named && self.is_at(status.msg_ref, status.cmd_ref);
        if mine && self.status.is_none_or(StatusCode::is_good) {
            self.status = Some(StatusCode(status.code));
        }
        mine
    }

    /// Whether a reference means this command. A client that leaves MsgRef out means the message being answered.
    fn is_at(&self, msg_ref: Option<u32>, cmd_ref: u32) -> bool {
        self.place.is_some_and(|(msg_id, cmd_id)| cmd_id == cmd_ref && msg_ref.is_none_or(|msg_ref| msg_ref == msg_id))
    }

    /// Takes Results if they answer this command.
    pub fn take_results(&mut self, results: &Results, profile: &Profile) -> bool {
        let mine = self.is_at(results.msg_ref, results.cmd_ref);
        let wanted = match self.request {
            Request::Carry(_) => profile.carrier.style == Style::ExecResults,
            Request::Get(_) => true,
        };
        if mine && wanted && self.answer.is_none() {
            let item = results.items.first();
            let data = item.and_then(|item| item.data.as_ref());
            let format =
                item.and_then(|item| item.meta.as_ref()).or(results.meta.as_ref()).and_then(|m| m.format.as_deref());
            self.answer = Some(match self.request {
                Request::Carry(_) => octets(data, format),
                Request::Get(_) => data.map(|data| without_nul(&data.0).to_vec()).unwrap_or_default(),
            });
        }
        mine
    }

    /// Takes a generic alert if it answers this command: by Correlator, or, where the handset left that out, by type
    /// when this is the only message under way (`alone`).
    pub fn take_alert(&mut self, alert: &Alert, alone: bool, profile: &CarrierProfile) -> bool {
        if !matches!(self.request, Request::Carry(_)) || profile.style != Style::ExecAlert {
            return false;
        }
        let item = alert.items.first();
        let meta = item.and_then(|item| item.meta.as_ref());
        let mine = match &alert.correlator {
            Some(correlator) => *correlator == self.correlator,
            None => alone && meta.and_then(|m| m.type_.as_deref()).is_some_and(|t| same_type(t, &profile.alert_type)),
        };
        if mine && self.answer.is_none() {
            let format = meta.and_then(|meta| meta.format.as_deref());
            self.answer = Some(octets(item.and_then(|item| item.data.as_ref()), format));
        }
        mine
    }

    /// The answer, once it is whole. A 1226 may stand before the Exec's Status: it counts when that has been read.
    /// A message that came back counts whatever the Status says: it tells what the handset did.
    /// `package_complete`: the handset has nothing more to say in this package.
    pub fn end(&mut self, package_complete: bool, style: Style) -> Option<Answer> {
        match (self.status, self.answer.take()) {
            (Some(_), Some(octets)) => Some(self.whole(octets)),
            (Some(code), None) if !code.is_good() => Some(Answer::Refused(code.0)),
            // In a later session there is no Status to wait for.
            (None, Some(octets)) if self.place.is_none() || package_complete => Some(self.whole(octets)),
            (status, None) if package_complete && matches!(self.request, Request::Get(_)) => {
                Some(if status.is_some() { Answer::Value(Vec::new()) } else { Answer::Refused(0) })
            }
            // Done, it says, but there are no Results: nothing will come any more.
            (Some(code), None) if package_complete && style == Style::ExecResults && code != StatusCode::ACCEPTED => {
                Some(Answer::Octets(Vec::new()))
            }
            (_, answer) => {
                self.answer = answer;
                None
            }
        }
    }

    fn whole(&self, octets: Vec<u8>) -> Answer {
        match self.request {
            Request::Carry(_) => Answer::Octets(octets),
            Request::Get(_) => Answer::Value(octets),
        }
    }
}

/// Whether an alert's Type names `wanted`: real senders drop the prefix or the blank after it.
pub fn same_type(sent: &str, wanted: &str) -> bool {
    let (prefix, rest) = sent.split_once(':').unwrap_or(("", sent));
    let bare = if prefix.trim().eq_ignore_ascii_case("reversed-domain-name") { rest } else { sent };
    bare.trim().eq_ignore_ascii_case(wanted)
}

fn exec(cmd_id: u32, correlator: &str, octets: &[u8], profile: &CarrierProfile) -> Command {
    let meta = Meta { format: Some("b64".into()), type_: Some(profile.type_.clone()), ..Meta::default() };
    let item = Item {
        target: Some(Location::new(profile.request_node.clone())),
        meta: Some(meta),
        data: Some(Data::text(STANDARD.encode(octets))),
        ..Item::default()
    };
    Command::Exec(Exec { cmd_id, meta: None, correlator: Some(correlator.into()), item })
}

/// Octets of an answer: base64 unless its Format says raw. What is not base64 in spite of its label is taken as it is:
/// some senders put raw octets under `b64`.
fn octets(data: Option<&Data>, format: Option<&str>) -> Vec<u8> {
    let Some(data) = data else { return Vec::new() };
    let raw = without_nul(&data.0);
    if format.is_some_and(|format| format.trim().eq_ignore_ascii_case("bin")) {
        return data.0.clone();
    }
    let text: Vec<u8> = raw.iter().copied().filter(|octet| !octet.is_ascii_whitespace()).collect();
    LENIENT.decode(&text).unwrap_or_else(|_| data.0.clone())
}

/// One client appends a NUL to the values it reports.
fn without_nul(octets: &[u8]) -> &[u8] {
    octets.strip_suffix(&[0]).unwrap_or(octets)
}
