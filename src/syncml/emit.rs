//! From the document model to elements, strictly in the order of the DTD (OMA-SyncML-RepPro 1.2 section 5; readers
//! exist that insist on it).
//!
//! Writes what it is given: CmdIDs, counts and codes are the caller's. Called by the encodings.

use super::document::{
    Access, Alert, Command, Cred, Data, Exec, Group, Header, Item, Location, Message, Meta, Results, Status,
};
use super::error::WriteError;
use super::tag::Tag;
use super::walk::{Sink, is_xml_text};
use crate::limits;

/// Writes a whole message, root element included.
pub(super) fn message(message: &Message, sink: &mut impl Sink) -> Result<(), WriteError> {
    sink.open(Tag::SyncML);
    let mut emit = Emit { sink, command: Tag::SyncHdr.name(), cmd_id: 0 };
    emit.within(Tag::SyncHdr, |emit| emit.header(&message.header))?;
    emit.within(Tag::SyncBody, |emit| {
        emit.commands(&message.commands, limits::XML_DEPTH)?;
        emit.flag(Tag::Final, message.is_final);
        Ok(())
    })?;
    sink.close(Tag::SyncML);
    Ok(())
}

/// The sink, and the command that is being written.
struct Emit<'s, 'm, S> {
    sink: &'s mut S,
    command: &'m str,
    cmd_id: u32,
}

type Done = Result<(), WriteError>;

impl<'m, S: Sink> Emit<'_, 'm, S> {
    fn header(&mut self, header: &Header) -> Done {
        self.text(Tag::VerDTD, &header.ver_dtd)?;
        self.text(Tag::VerProto, &header.ver_proto)?;
        self.text(Tag::SessionID, &header.session_id)?;
        self.number(Tag::MsgID, header.msg_id)?;
        self.location(Tag::Target, &header.target)?;
        self.location(Tag::Source, &header.source)?;
        self.maybe(header.resp_uri.as_ref(), |emit, uri| emit.text(Tag::RespURI, uri))?;
        self.flag(Tag::NoResp, header.no_resp);
        self.maybe(header.cred.as_ref(), Self::cred)?;
        self.maybe(header.meta.as_ref(), Self::meta)
    }

    fn commands(&mut self, commands: &'m [Command], depth: usize) -> Done {
        for command in commands {
            self.command = command.name();
            self.cmd_id = command.cmd_id();
            let Some(tag) = Tag::from_name(command.name()) else {
                return Err(self.error(Tag::SyncBody, "has no such command"));
            };
            self.within(tag, |emit| {
                emit.number(Tag::CmdID, command.cmd_id())?;
                match command {
                    Command::Access(access) => emit.access(access),
                    Command::Alert(alert) => emit.alert(alert),
                    Command::Exec(exec) => emit.exec(exec),
                    Command::Results(results) => emit.results(results),
                    Command::Status(status) => emit.status(status),
                    Command::Group(group) => emit.group(group, depth),
                    Command::Unknown { .. } => Ok(()),
                }
            })?;
        }
        Ok(())
    }

    fn access(&mut self, access: &Access) -> Done {
        self.maybe(access.meta.as_ref(), Self::meta)?;
        self.items(&access.items)
    }

    fn alert(&mut self, alert: &Alert) -> Done {
        self.maybe(alert.code.as_ref(), |emit, &code| emit.number(Tag::Data, code))?;
        self.maybe(alert.correlator.as_ref(), |emit, text| emit.text(Tag::Correlator, text))?;
        self.items(&alert.items)
    }

    fn exec(&mut self, exec: &Exec) -> Done {
        self.maybe(exec.meta.as_ref(), Self::meta)?;
        self.maybe(exec.correlator.as_ref(), |emit, text| emit.text(Tag::Correlator, text))?;
        self.item(&exec.item)
    }

    fn results(&mut self, results: &Results) -> Done {
        self.maybe(results.msg_ref.as_ref(), |emit, &id| emit.number(Tag::MsgRef, id))?;
        self.number(Tag::CmdRef, results.cmd_ref)?;
        self.maybe(results.meta.as_ref(), Self::meta)?;
        self.maybe(results.target_ref.as_ref(), |emit, uri| emit.text(Tag::TargetRef, uri))?;
        self.maybe(results.source_ref.as_ref(), |emit, uri| emit.text(Tag::SourceRef, uri))?;
        self.items(&results.items)
    }

    fn status(&mut self, status: &Status) -> Done {
        self.maybe(status.msg_ref.as_ref(), |emit, &id| emit.number(Tag::MsgRef, id))?;
        self.number(Tag::CmdRef, status.cmd_ref)?;
        self.text(Tag::Cmd, &status.cmd)?;
        status.target_refs.iter().try_for_each(|uri| self.text(Tag::TargetRef, uri))?;
        status.source_refs.iter().try_for_each(|uri| self.text(Tag::SourceRef, uri))?;
        self.maybe(status.cred.as_ref(), Self::cred)?;
        self.maybe(status.chal.as_ref(), |emit, meta| emit.within(Tag::Chal, |emit| emit.meta(meta)))?;
        self.number(Tag::Data, status.code)?;
        self.items(&status.items)
    }

    fn group(&mut self, group: &'m Group, depth: usize) -> Done {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(self.error(Tag::SyncBody, "nests groups too deep"));
        };
        self.maybe(group.meta.as_ref(), Self::meta)?;
        self.commands(&group.commands, depth)
    }

    fn items(&mut self, items: &[Item]) -> Done {
        items.iter().try_for_each(|item| self.item(item))
    }

    fn item(&mut self, item: &Item) -> Done {
        self.within(Tag::Item, |emit| {
            emit.maybe(item.target.as_ref(), |emit, place| emit.location(Tag::Target, place))?;
            emit.maybe(item.source.as_ref(), |emit, place| emit.location(Tag::Source, place))?;
            emit.maybe(item.meta.as_ref(), Self::meta)?;
            emit.maybe(item.data.as_ref(), |emit, Data(octets)| emit.octets(Tag::Data, octets))?;
            emit.flag(Tag::MoreData, item.more_data);
            Ok(())
        })
    }

    fn location(&mut self, tag: Tag, location: &Location) -> Done {
        self.within(tag, |emit| {
            emit.text(Tag::LocURI, &location.uri)?;
            emit.maybe(location.name.as_ref(), |emit, name| emit.text(Tag::LocName, name))
        })
    }

    fn cred(&mut self, cred: &Cred) -> Done {
        self.within(Tag::Cred, |emit| {
            if cred.meta != Meta::default() {
                emit.meta(&cred.meta)?;
            }
            emit.text(Tag::Data, &cred.data)
        })
    }

    fn meta(&mut self, meta: &Meta) -> Done {
        self.within(Tag::Meta, |emit| {
            emit.maybe(meta.format.as_ref(), |emit, text| emit.text(Tag::Format, text))?;
            emit.maybe(meta.type_.as_ref(), |emit, text| emit.text(Tag::Type, text))?;
            emit.maybe(meta.mark.as_ref(), |emit, text| emit.text(Tag::Mark, text))?;
            emit.maybe(meta.size.as_ref(), |emit, &size| emit.number(Tag::Size, size))?;
            emit.maybe(meta.next_nonce.as_ref(), |emit, text| emit.text(Tag::NextNonce, text))?;
            emit.maybe(meta.max_msg_size.as_ref(), |emit, &size| emit.number(Tag::MaxMsgSize, size))?;
            emit.maybe(meta.max_obj_size.as_ref(), |emit, &size| emit.number(Tag::MaxObjSize, size))
        })
    }

    fn maybe<T>(&mut self, value: Option<&T>, write: impl FnOnce(&mut Self, &T) -> Done) -> Done {
        value.map_or(Ok(()), |value| write(self, value))
    }

    fn within(&mut self, tag: Tag, content: impl FnOnce(&mut Self) -> Done) -> Done {
        self.sink.open(tag);
        content(self)?;
        self.sink.close(tag);
        Ok(())
    }

    fn flag(&mut self, tag: Tag, is_set: bool) {
        if is_set {
            self.sink.empty(tag);
        }
    }

    fn number(&mut self, tag: Tag, number: u32) -> Done {
        self.text(tag, &number.to_string())
    }

    fn text(&mut self, tag: Tag, text: &str) -> Done {
        if !is_xml_text(text) {
            return Err(self.error(tag, "holds a character that XML cannot carry"));
        }
        if text.is_empty() {
            self.sink.empty(tag);
        } else {
            self.sink.open(tag);
            self.sink.text(text);
            self.sink.close(tag);
        }
        Ok(())
    }

    fn octets(&mut self, tag: Tag, octets: &[u8]) -> Done {
        if octets.is_empty() {
            self.sink.empty(tag);
            return Ok(());
        }
        self.sink.open(tag);
        self.sink.octets(octets).map_err(|cause| self.error(tag, cause))?;
        self.sink.close(tag);
        Ok(())
    }

    fn error(&self, element: Tag, cause: &'static str) -> WriteError {
        WriteError { command: self.command.to_owned(), cmd_id: self.cmd_id, element: element.name(), cause }
    }
}
