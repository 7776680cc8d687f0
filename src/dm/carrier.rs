//! How a request goes out as a management command: carried octets by the model's style, everything else as it is named.
//!
//! Builds commands, never looks into the octets that it carries. Called by [`super::sent`].

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::syncml::document::{Access, Command, Data, Exec, Item, Location, Meta, Verb};

use super::profile::{Format, Profile, Style};
use super::request::{Payload, Request};

/// What commands depend on beside the request.
#[derive(Clone, Copy)]
pub(super) struct Terms<'s> {
    /// The handset's model.
    pub(super) profile: &'s Profile,
    /// Whether the encoding can carry any octets (WBXML), or text alone (XML).
    pub(super) binary: bool,
    /// Whether the session's version has Correlator (1.2 and later).
    pub(super) correlators: bool,
}

/// The command for a request.
pub(super) fn command(request: &Request, cmd_id: u32, correlator: &str, terms: Terms<'_>) -> Command {
    let carrier = &terms.profile.carrier;
    match request {
        Request::Carry(octets) => {
            let format = if carrier.format == Format::Bin && !terms.binary { Format::B64 } else { carrier.format };
            let data = if format == Format::Bin { octets.clone() } else { STANDARD.encode(octets).into_bytes() };
            let item = Item {
                meta: Some(typed(format.as_str(), &carrier.type_)),
                data: Some(Data(data)),
                ..at(&carrier.request_node)
            };
            if carrier.style == Style::ReplaceGet {
                access(Verb::Replace, cmd_id, item)
            } else {
                exec(cmd_id, correlator, item, terms)
            }
        }
        Request::Get(uri) => access(Verb::Get, cmd_id, at(uri)),
        Request::Add(uri, Some(payload)) => access(Verb::Add, cmd_id, filled(uri, payload)),
        Request::Add(uri, None) => {
            let meta = Meta { format: Some("node".into()), ..Meta::default() };
            access(Verb::Add, cmd_id, Item { meta: Some(meta), ..at(uri) })
        }
        Request::Replace(uri, payload) => access(Verb::Replace, cmd_id, filled(uri, payload)),
        Request::Delete(uri) => access(Verb::Delete, cmd_id, at(uri)),
        Request::Copy { from, to } => {
            access(Verb::Copy, cmd_id, Item { source: Some(Location::new(from.clone())), ..at(to) })
        }
        Request::Exec(uri, payload) => {
            let item = payload.as_ref().map_or_else(|| at(uri), |payload| filled(uri, payload));
            exec(cmd_id, correlator, item, terms)
        }
    }
}

/// The Get that asks for the answer to octets that were carried by `exec+get` or `replace+get`.
pub(super) fn poll(cmd_id: u32, profile: &Profile) -> Command {
    access(Verb::Get, cmd_id, at(&profile.carrier.response_node))
}

fn access(verb: Verb, cmd_id: u32, item: Item) -> Command {
    Command::Access(Access { verb, cmd_id, meta: None, items: vec![item] })
}

fn exec(cmd_id: u32, correlator: &str, item: Item, terms: Terms<'_>) -> Command {
    let correlator = terms.correlators.then(|| correlator.to_owned());
    Command::Exec(Exec { cmd_id, meta: None, correlator, item })
}

fn at(uri: &str) -> Item {
    Item { target: Some(Location::new(uri)), ..Item::default() }
}

/// Meta goes into the Item: a widespread client passes over that of the command.
fn filled(uri: &str, payload: &Payload) -> Item {
    let (format, type_, data) = match payload {
        Payload::Text(text) => ("chr", "text/plain", Data::text(text.clone())),
        Payload::Int(number) => ("int", "text/plain", Data::text(number.to_string())),
        Payload::Octets(octets) => ("b64", "application/octet-stream", Data::text(STANDARD.encode(octets))),
    };
    Item { meta: Some(typed(format, type_)), data: Some(data), ..at(uri) }
}

fn typed(format: &str, type_: &str) -> Meta {
    Meta { format: Some(format.to_owned()), type_: Some(type_.to_owned()), ..Meta::default() }
}
