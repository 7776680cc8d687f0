//! A large object that the server sends in pieces (OMA-TS-DM_Protocol 1.2 section 7): put together, or mistreated as
//! some clients do.
//!
//! Says what is to be done with the command that brings a piece; runs nothing. Used by `commands.rs`; what has arrived is
//! kept by `client.rs` from message to message.

use crate::handset::code;
use crate::handset::device::profile::Chunks;
use crate::limits;
use crate::syncml::document::{Command, Data, Item, Meta, Verb};

/// What of a large object has arrived.
#[derive(Debug)]
pub(crate) struct LargeObject {
    /// The command that brings it, and the node that it is for.
    name: String,
    uri: String,
    /// Meta of its first piece.
    meta: Option<Meta>,
    octets: Vec<u8>,
}

/// What to do with a command.
pub(crate) enum Piece {
    /// Run it, as it came or put together.
    Run(Box<Command>),
    /// Answer it with this Status, and no more.
    Answer(u32),
}

/// Takes a command that may bring a piece. `broken` is told the node of an object that stays incomplete.
pub(crate) fn take(
    large: &mut Option<LargeObject>,
    command: &Command,
    chunks: Chunks,
    broken: &mut dyn FnMut(&str),
) -> Piece {
    let as_it_is = || Piece::Run(Box::new(command.clone()));
    let part = item(command);
    let target = part.and_then(|item| item.target.as_ref()).map(|target| target.uri.trim()).unwrap_or_default();
    let goes_on = large.as_ref().is_some_and(|large| large.name == command.name() && large.uri == target);
    if let Some(large) = large.take_if(|_| !goes_on)
        && chunks == Chunks::Whole
    {
        broken(&large.uri);
    }
    let Some(part) = part.filter(|item| item.more_data || goes_on) else { return as_it_is() };
    let data = part.data.as_ref().map(|data| data.0.as_slice()).unwrap_or_default();
    let object = large.get_or_insert_with(|| LargeObject {
        name: command.name().to_owned(),
        uri: target.to_owned(),
        meta: part.meta.clone(),
        octets: Vec::new(),
    });
    match chunks {
        Chunks::Whole => {}
        Chunks::FirstPiece if goes_on => {
            large.take_if(|_| !part.more_data);
            return Piece::Answer(code::OK);
        }
        Chunks::LastPiece if part.more_data => return Piece::Answer(code::CHUNK_STORED),
        Chunks::FirstPiece => return whole(command, part.meta.clone(), data.to_vec()),
        Chunks::LastPiece => {
            *large = None;
            return as_it_is();
        }
    }
    let size = object.meta.as_ref().and_then(|meta| meta.size).map(|size| size as usize);
    object.octets.extend_from_slice(data);
    // Base64 text is a third longer than what it stands for.
    let limit = limits::HANDSET_LEAF_OCTETS / 3 * 4 + 4;
    if object.octets.len().max(size.unwrap_or_default()) > limit {
        *large = None;
        return Piece::Answer(code::TOO_LARGE);
    }
    if part.more_data {
        return Piece::Answer(code::CHUNK_STORED);
    }
    let Some(LargeObject { meta, octets, .. }) = large.take() else { return as_it_is() };
    if size.is_some_and(|size| size != octets.len()) {
        return Piece::Answer(code::SIZE_MISMATCH);
    }
    whole(command, meta, octets)
}

/// The command with this value.
fn whole(command: &Command, meta: Option<Meta>, octets: Vec<u8>) -> Piece {
    let mut command = command.clone();
    let item = match &mut command {
        Command::Access(access) => access.items.first_mut(),
        Command::Exec(exec) => Some(&mut exec.item),
        _ => None,
    };
    if let Some(item) = item {
        item.meta = meta.or_else(|| item.meta.take());
        item.data = Some(Data(octets));
        item.more_data = false;
    }
    Piece::Run(Box::new(command))
}

/// The Item of a command that may bring a large object.
fn item(command: &Command) -> Option<&Item> {
    match command {
        Command::Access(access) if matches!(access.verb, Verb::Add | Verb::Replace) => match access.items.as_slice() {
            [item] => Some(item),
            _ => None,
        },
        Command::Exec(exec) => Some(&exec.item),
        _ => None,
    }
}
