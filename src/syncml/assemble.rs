//! From a walk over elements to the document model.
//!
//! Order does not matter, elements of no use to DM are passed over, and what is missing stays empty: real clients leave
//! things out, double them and reorder them. Only header and locations are strict about doubles: they say who speaks. Counts
//! and lengths are bounded here. Groups are kept on a list of their own, so that depth costs no stack.
//! Called by the encodings.

use std::borrow::Cow;

use super::document::{
    Access, Alert, Command, Cred, Data, Exec, Group, Grouping, Header, Item, Location, Message, Meta, Results, Status,
    Verb,
};
use super::error::{Fault, ReadError};
use super::tag::Tag;
use super::walk::{Child, Elements, Name, is_xml_text};
use crate::limits;

/// Builds the message from a walk that stands in its root element.
pub(super) fn message<'a>(from: &mut impl Elements<'a>) -> Result<Message, ReadError> {
    let mut seen_header = None;
    let mut seen_body = None;
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::SyncHdr => set_once(&mut seen_header, from, tag, header)?,
            Tag::SyncBody => set_once(&mut seen_body, from, tag, body)?,
            _ => from.skip()?,
        }
    }
    let missing = |tag: Tag, from: &mut _| Fault::Missing(tag.name()).at(Elements::offset(from));
    let header = seen_header.ok_or_else(|| missing(Tag::SyncHdr, from))?;
    let (commands, is_final) = seen_body.ok_or_else(|| missing(Tag::SyncBody, from))?;
    Ok(Message { header, commands, is_final })
}

/// Reads an element that may stand only once.
fn set_once<'a, T, E: Elements<'a>>(
    place: &mut Option<T>,
    from: &mut E,
    tag: Tag,
    read: impl FnOnce(&mut E) -> Result<T, ReadError>,
) -> Result<(), ReadError> {
    if place.is_some() {
        return Err(Fault::Twice(tag.name()).at(from.offset()));
    }
    *place = Some(read(from)?);
    Ok(())
}

fn header<'a>(from: &mut impl Elements<'a>) -> Result<Header, ReadError> {
    let (mut ver_dtd, mut ver_proto, mut session_id, mut msg_id) = (None, None, None, None);
    let (mut target, mut source, mut resp_uri, mut cred) = (None, None, None, None);
    let mut header = Header::default();
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::VerDTD => set_once(&mut ver_dtd, from, tag, |f| text(f, tag, limits::META_TEXT_OCTETS))?,
            Tag::VerProto => set_once(&mut ver_proto, from, tag, |f| text(f, tag, limits::META_TEXT_OCTETS))?,
            Tag::SessionID => set_once(&mut session_id, from, tag, |f| text(f, tag, limits::SESSION_ID_OCTETS))?,
            Tag::MsgID => set_once(&mut msg_id, from, tag, |f| number(f, tag))?,
            Tag::Target => set_once(&mut target, from, tag, location)?,
            Tag::Source => set_once(&mut source, from, tag, location)?,
            Tag::RespURI => set_once(&mut resp_uri, from, tag, |f| text(f, tag, limits::URI_OCTETS))?,
            Tag::NoResp => header.no_resp = flag(from)?,
            Tag::Cred => set_once(&mut cred, from, tag, credential)?,
            Tag::Meta => meta(from, &mut header.meta)?,
            _ => from.skip()?,
        }
    }
    header.ver_dtd = ver_dtd.unwrap_or_default();
    header.ver_proto = ver_proto.unwrap_or_default();
    header.session_id = session_id.unwrap_or_default();
    header.msg_id = msg_id.flatten().unwrap_or_default();
    header.target = target.unwrap_or_default();
    header.source = source.unwrap_or_default();
    header.resp_uri = resp_uri;
    header.cred = cred;
    Ok(header)
}

/// The commands of SyncBody, and whether Final stands there.
fn body<'a>(from: &mut impl Elements<'a>) -> Result<(Vec<Command>, bool), ReadError> {
    let mut commands = Vec::new();
    let mut open_groups: Vec<Group> = Vec::new();
    let mut is_final = false;
    let mut quota = Quota::new("commands", limits::COMMANDS_PER_MESSAGE);
    loop {
        let command = match from.enter()? {
            None => match open_groups.pop() {
                Some(group) => Some(Command::Group(group)),
                None => return Ok((commands, is_final)),
            },
            Some(Child::Stranger) => {
                let command = stranger(from)?;
                if command.is_some() {
                    quota.one_more(from)?;
                }
                command
            }
            Some(Child::Known(tag)) => match (tag, open_groups.last_mut()) {
                (Tag::Final, None) => {
                    is_final = flag(from)?;
                    None
                }
                (Tag::CmdID, Some(group)) => {
                    group.cmd_id = number(from, tag)?.unwrap_or_default();
                    None
                }
                (Tag::Meta, Some(group)) => {
                    meta(from, &mut group.meta)?;
                    None
                }
                (Tag::Sequence | Tag::Atomic, _) => {
                    quota.one_more(from)?;
                    let grouping = if tag == Tag::Atomic { Grouping::Atomic } else { Grouping::Sequence };
                    open_groups.push(Group { grouping, cmd_id: 0, meta: None, commands: Vec::new() });
                    None
                }
                _ => {
                    let command = command(from, tag)?;
                    if command.is_some() {
                        quota.one_more(from)?;
                    }
                    command
                }
            },
        };
        if let Some(command) = command {
            open_groups.last_mut().map_or(&mut commands, |group| &mut group.commands).push(command);
        }
    }
}

/// One command that is no group; `None` for an element that is no command.
fn command<'a>(from: &mut impl Elements<'a>, tag: Tag) -> Result<Option<Command>, ReadError> {
    Ok(Some(match tag {
        Tag::Add => access(from, Verb::Add)?,
        Tag::Copy => access(from, Verb::Copy)?,
        Tag::Delete => access(from, Verb::Delete)?,
        Tag::Get => access(from, Verb::Get)?,
        Tag::Replace => access(from, Verb::Replace)?,
        Tag::Alert => alert(from)?,
        Tag::Exec => exec(from)?,
        Tag::Results => results(from)?,
        Tag::Status => status(from)?,
        Tag::Map | Tag::Move | Tag::Put | Tag::Search | Tag::Sync => {
            let cmd_id = cmd_id_only(from)?.unwrap_or_default();
            Command::Unknown { name: tag.name().to_owned(), cmd_id }
        }
        _ => {
            from.skip()?;
            return Ok(None);
        }
    }))
}

/// An element of SyncBody from another vocabulary: a command if it has a CmdID, else nothing.
fn stranger<'a>(from: &mut impl Elements<'a>) -> Result<Option<Command>, ReadError> {
    let name = from.name();
    if let Name::Text(name) = name {
        check(name, "name of an element", limits::META_TEXT_OCTETS, from.offset())?;
    }
    Ok(cmd_id_only(from)?.map(|cmd_id| Command::Unknown { name: name.to_string(), cmd_id }))
}

fn cmd_id_only<'a>(from: &mut impl Elements<'a>) -> Result<Option<u32>, ReadError> {
    let mut cmd_id = None;
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::CmdID => cmd_id = number(from, tag)?,
            _ => from.skip()?,
        }
    }
    Ok(cmd_id)
}

fn access<'a>(from: &mut impl Elements<'a>, verb: Verb) -> Result<Command, ReadError> {
    let mut access = Access { verb, cmd_id: 0, meta: None, items: Vec::new() };
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::CmdID => access.cmd_id = number(from, tag)?.unwrap_or_default(),
            Tag::Meta => meta(from, &mut access.meta)?,
            Tag::Item => push_item(from, &mut access.items)?,
            _ => from.skip()?,
        }
    }
    Ok(Command::Access(access))
}

fn alert<'a>(from: &mut impl Elements<'a>) -> Result<Command, ReadError> {
    let mut alert = Alert::default();
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::CmdID => alert.cmd_id = number(from, tag)?.unwrap_or_default(),
            Tag::Data => alert.code = code(from)?,
            Tag::Correlator => alert.correlator = Some(text(from, tag, limits::META_TEXT_OCTETS)?),
            Tag::Item => push_item(from, &mut alert.items)?,
            _ => from.skip()?,
        }
    }
    Ok(Command::Alert(alert))
}

fn exec<'a>(from: &mut impl Elements<'a>) -> Result<Command, ReadError> {
    let mut exec = Exec::default();
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::CmdID => exec.cmd_id = number(from, tag)?.unwrap_or_default(),
            Tag::Meta => meta(from, &mut exec.meta)?,
            Tag::Correlator => exec.correlator = Some(text(from, tag, limits::META_TEXT_OCTETS)?),
            Tag::Item => exec.item = item(from)?,
            _ => from.skip()?,
        }
    }
    Ok(Command::Exec(exec))
}

fn results<'a>(from: &mut impl Elements<'a>) -> Result<Command, ReadError> {
    let mut results = Results::default();
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::CmdID => results.cmd_id = number(from, tag)?.unwrap_or_default(),
            Tag::MsgRef => results.msg_ref = number(from, tag)?,
            Tag::CmdRef => results.cmd_ref = number(from, tag)?.unwrap_or_default(),
            Tag::Meta => meta(from, &mut results.meta)?,
            Tag::TargetRef => results.target_ref = Some(text(from, tag, limits::URI_OCTETS)?),
            Tag::SourceRef => results.source_ref = Some(text(from, tag, limits::URI_OCTETS)?),
            Tag::Item => push_item(from, &mut results.items)?,
            _ => from.skip()?,
        }
    }
    Ok(Command::Results(results))
}

fn status<'a>(from: &mut impl Elements<'a>) -> Result<Command, ReadError> {
    let mut status = Status::default();
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::CmdID => status.cmd_id = number(from, tag)?.unwrap_or_default(),
            Tag::MsgRef => status.msg_ref = number(from, tag)?,
            Tag::CmdRef => status.cmd_ref = number(from, tag)?.unwrap_or_default(),
            Tag::Cmd => status.cmd = text(from, tag, limits::META_TEXT_OCTETS)?,
            Tag::TargetRef => push_ref(from, tag, &mut status.target_refs)?,
            Tag::SourceRef => push_ref(from, tag, &mut status.source_refs)?,
            Tag::Cred => status.cred = Some(credential(from)?),
            Tag::Chal => challenge(from, &mut status.chal)?,
            Tag::Data => status.code = code(from)?.unwrap_or_default(),
            Tag::Item => push_item(from, &mut status.items)?,
            _ => from.skip()?,
        }
    }
    Ok(Command::Status(status))
}

fn push_ref<'a>(from: &mut impl Elements<'a>, tag: Tag, refs: &mut Vec<String>) -> Result<(), ReadError> {
    Quota { what: "references", limit: limits::ITEMS_PER_COMMAND, taken: refs.len() }.one_more(from)?;
    refs.push(text(from, tag, limits::URI_OCTETS)?);
    Ok(())
}

fn push_item<'a>(from: &mut impl Elements<'a>, items: &mut Vec<Item>) -> Result<(), ReadError> {
    Quota { what: "Items", limit: limits::ITEMS_PER_COMMAND, taken: items.len() }.one_more(from)?;
    items.push(item(from)?);
    Ok(())
}

fn item<'a>(from: &mut impl Elements<'a>) -> Result<Item, ReadError> {
    let mut item = Item::default();
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::Target => item.target = Some(location(from)?),
            Tag::Source => item.source = Some(location(from)?),
            Tag::Meta => meta(from, &mut item.meta)?,
            Tag::Data => item.data = Some(Data(from.octets()?)),
            Tag::MoreData => item.more_data = flag(from)?,
            _ => from.skip()?,
        }
    }
    Ok(item)
}

fn location<'a>(from: &mut impl Elements<'a>) -> Result<Location, ReadError> {
    let (mut uri, mut name) = (None, None);
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::LocURI => set_once(&mut uri, from, tag, |f| text(f, tag, limits::URI_OCTETS))?,
            Tag::LocName => set_once(&mut name, from, tag, |f| text(f, tag, limits::META_TEXT_OCTETS))?,
            _ => from.skip()?,
        }
    }
    Ok(Location { uri: uri.unwrap_or_default(), name })
}

fn credential<'a>(from: &mut impl Elements<'a>) -> Result<Cred, ReadError> {
    let mut seen_meta = None;
    let mut data = String::new();
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::Meta => meta(from, &mut seen_meta)?,
            Tag::Data => data = text(from, tag, limits::META_TEXT_OCTETS)?,
            _ => from.skip()?,
        }
    }
    Ok(Cred { meta: seen_meta.unwrap_or_default(), data })
}

fn challenge<'a>(from: &mut impl Elements<'a>, chal: &mut Option<Meta>) -> Result<(), ReadError> {
    chal.get_or_insert_default();
    while let Some(tag) = from.enter_known()? {
        match tag {
            Tag::Meta => meta(from, chal)?,
            _ => from.skip()?,
        }
    }
    Ok(())
}

/// Reads a Meta on top of what an earlier one said. A MetInf around the content is looked through.
fn meta<'a>(from: &mut impl Elements<'a>, into: &mut Option<Meta>) -> Result<(), ReadError> {
    let meta = into.get_or_insert_default();
    let mut wrappers = 0_u32;
    loop {
        match from.enter_known()? {
            Some(Tag::MetInf) => wrappers += 1,
            None if wrappers == 0 => return Ok(()),
            None => wrappers -= 1,
            Some(tag @ Tag::Format) => meta.format = Some(text(from, tag, limits::META_TEXT_OCTETS)?),
            Some(tag @ Tag::Type) => meta.type_ = Some(text(from, tag, limits::META_TEXT_OCTETS)?),
            Some(tag @ Tag::Mark) => meta.mark = Some(text(from, tag, limits::META_TEXT_OCTETS)?),
            Some(tag @ Tag::NextNonce) => meta.next_nonce = Some(text(from, tag, limits::META_TEXT_OCTETS)?),
            Some(Tag::Size) => meta.size = code(from)?,
            Some(Tag::MaxMsgSize) => meta.max_msg_size = code(from)?,
            Some(Tag::MaxObjSize) => meta.max_obj_size = code(from)?,
            Some(_) => from.skip()?,
        }
    }
}

/// An element that says all by being there.
fn flag<'a>(from: &mut impl Elements<'a>) -> Result<bool, ReadError> {
    from.skip().map(|()| true)
}

/// A number that names a message or a command; `None` when the element is empty. Anything else would let an answer
/// count for another command.
fn number<'a>(from: &mut impl Elements<'a>, tag: Tag) -> Result<Option<u32>, ReadError> {
    let text = from.text()?;
    if text.is_empty() {
        return Ok(None);
    }
    decimal(&text).map(Some).ok_or_else(|| Fault::Number(tag.name()).at(from.offset()))
}

/// A code or size; `None` when it is no number, which is for the reader of the message to answer.
fn code<'a>(from: &mut impl Elements<'a>) -> Result<Option<u32>, ReadError> {
    Ok(decimal(&from.text()?))
}

/// Digits only: `u32::from_str` takes a sign too.
fn decimal(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn text<'a>(from: &mut impl Elements<'a>, tag: Tag, limit: usize) -> Result<String, ReadError> {
    let text: Cow<'a, str> = from.text()?;
    check(&text, tag.name(), limit, from.offset())?;
    Ok(text.into_owned())
}

fn check(text: &str, what: &'static str, limit: usize, offset: usize) -> Result<(), ReadError> {
    if text.len() > limit {
        return Err(Fault::Limit { what, limit }.at(offset));
    }
    if !is_xml_text(text) {
        return Err(Fault::Character(what).at(offset));
    }
    Ok(())
}

/// Something of which a document may have only so many.
struct Quota {
    what: &'static str,
    limit: usize,
    taken: usize,
}

impl Quota {
    fn new(what: &'static str, limit: usize) -> Self {
        Self { what, limit, taken: 0 }
    }

    fn one_more<'a>(&mut self, from: &impl Elements<'a>) -> Result<(), ReadError> {
        if self.taken >= self.limit {
            return Err(Fault::Limit { what: self.what, limit: self.limit }.at(from.offset()));
        }
        self.taken += 1;
        Ok(())
    }
}
