//! Runs the server's commands on the handset and words the answers, Status and Results. Exec has a file of its own.
//!
//! Comes into play only when the server is trusted: `client.rs` sees to that and calls it, command by command.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::carrier::Style;
use super::cause::Cause;
use super::code;
use super::credentials::Draw;
use super::otasp::Step;
use super::package::{Package, own_item};
use super::station::Handset;
use super::tree::Content;
use super::uri::Address;
use crate::syncml::document::{Access, Command, Data, Group, Grouping, Item, Location, Meta, Results, Status, Verb};

/// One message of commands being run.
pub(super) struct Runner<'a> {
    /// The handset that they change.
    pub(super) handset: &'a mut Handset,
    /// Random octets.
    pub(super) draw: &'a mut Draw<'a>,
    /// MsgID of the server's message.
    pub(super) msg_ref: u32,
    /// Where the answers go.
    pub(super) package: &'a mut Package,
    /// Provisioning steps that were run, in order.
    pub(super) steps: Vec<Step>,
}

/// What one Item came to: its URI and Status code.
type ItemCode = (String, u32);

impl Runner<'_> {
    /// Runs one command and answers it. An error ends the session.
    pub(super) fn run(&mut self, command: &Command) -> Result<(), Cause> {
        match command {
            Command::Access(access) => {
                let (codes, found) = self.access(access, false);
                self.answer_access(access, &codes, found);
            }
            Command::Exec(exec) => self.exec(exec),
            Command::Group(group) => self.group(group)?,
            Command::Alert(alert) => {
                // 1222 asks for the next message, which this answer is. There is no screen for 1100 to 1104.
                let code = if alert.code == Some(1222) { code::OK } else { code::UNSUPPORTED_FEATURE };
                self.status(alert.cmd_id, "Alert", None, code);
            }
            Command::Status(_) => {}
            Command::Results(results) => self.status(results.cmd_id, "Results", None, code::NOT_ALLOWED),
            Command::Unknown { name, cmd_id } => self.status(*cmd_id, name, None, code::NOT_IMPLEMENTED),
        }
        Ok(())
    }

    pub(super) fn status(&mut self, cmd_ref: u32, cmd: &str, target: Option<String>, code: u32) {
        self.package.status(Status {
            msg_ref: Some(self.msg_ref),
            cmd_ref,
            cmd: cmd.into(),
            target_refs: target.into_iter().collect(),
            code,
            ..Status::default()
        });
    }

    /// Runs a verb over its Items; the codes, and what a Get found.
    fn access(&mut self, access: &Access, atomic: bool) -> (Vec<ItemCode>, Vec<Item>) {
        let mut found = Vec::new();
        let mut codes = Vec::new();
        for item in &access.items {
            let uri = location(item.target.as_ref());
            let done = match access.verb {
                _ if uri.is_empty() => Err(code::INCOMPLETE),
                Verb::Get => self.get(&uri).map(|item| found.push(item)),
                Verb::Add => self.add(&uri, access.meta.as_ref(), item, atomic),
                Verb::Replace => self.replace(&uri, access.meta.as_ref(), item, atomic),
                Verb::Delete => self.delete(&uri),
                Verb::Copy if !self.handset.habits.copy => Err(code::NOT_IMPLEMENTED),
                Verb::Copy => {
                    let source = location(item.source.as_ref());
                    self.handset.tree.copy(&source, &uri, &self.handset.account.server_id)
                }
            };
            codes.push((uri, done.err().unwrap_or(code::OK)));
        }
        (codes, found)
    }

    /// One Status when all Items went alike, else one for each; Results behind it.
    fn answer_access(&mut self, access: &Access, codes: &[ItemCode], found: Vec<Item>) {
        let name = Command::Access(access.clone()).name().to_owned();
        match codes {
            [] => self.status(access.cmd_id, &name, None, code::INCOMPLETE),
            [(_, first), rest @ ..]
                if !self.handset.habits.status_per_item && rest.iter().all(|(_, code)| code == first) =>
            {
                self.package.status(Status {
                    msg_ref: Some(self.msg_ref),
                    cmd_ref: access.cmd_id,
                    cmd: name,
                    target_refs: codes.iter().map(|(uri, _)| uri.clone()).collect(),
                    code: *first,
                    ..Status::default()
                });
            }
            _ => {
                for (uri, code) in codes {
                    self.status(access.cmd_id, &name, Some(uri.clone()), *code);
                }
            }
        }
        if !found.is_empty() {
            self.package.results(Results {
                msg_ref: Some(self.msg_ref),
                cmd_ref: access.cmd_id,
                items: found,
                ..Results::default()
            });
        }
    }

    fn get(&self, uri: &str) -> Result<Item, u32> {
        let content = self.handset.tree.get(uri, &self.handset.account.server_id)?;
        Ok(result_item(uri, &content))
    }

    fn add(&mut self, uri: &str, command: Option<&Meta>, item: &Item, atomic: bool) -> Result<(), u32> {
        let content = self.content(command, item)?;
        let Handset { tree, nodes, keys, account, now, .. } = &mut *self.handset;
        let path = Address::read(uri)?.path;
        let temporary = match nodes {
            Some(nodes) => nodes.takes(&path, &content)?,
            None => false,
        };
        if temporary && atomic {
            // It ends an older exchange, which cannot be rolled back.
            return Err(code::NOT_ALLOWED);
        }
        tree.add(uri, content, &account.server_id)?;
        if let Some(nodes) = nodes.as_mut().filter(|_| temporary) {
            nodes.begin(&path, *now, tree, keys);
        }
        Ok(())
    }

    fn delete(&mut self, uri: &str) -> Result<(), u32> {
        let Handset { tree, nodes, keys, account, .. } = &mut *self.handset;
        tree.delete(uri, &account.server_id)?;
        if let Some(nodes) = nodes {
            nodes.deleted(tree, keys);
        }
        Ok(())
    }

    fn replace(&mut self, uri: &str, command: Option<&Meta>, item: &Item, atomic: bool) -> Result<(), u32> {
        let content = self.content(command, item)?;
        let carrier = &self.handset.carrier;
        let carried = carrier.style == Style::ReplaceGet && Address::read(uri)?.path == carrier.request;
        if carried && atomic {
            // What the mobile does with the message cannot be rolled back.
            return Err(code::NOT_ALLOWED);
        }
        let forward = content.octets.clone();
        self.handset.tree.replace(uri, content, &self.handset.account.server_id)?;
        if carried {
            let reverse = self.provision(&forward);
            self.handset.carrier.answer(&mut self.handset.tree, &reverse, None);
        }
        Ok(())
    }

    fn group(&mut self, group: &Group) -> Result<(), Cause> {
        if !self.handset.habits.groups {
            return Err(Cause::ServerMisbehaved("it sent a Sequence or Atomic, which kills this client".into()));
        }
        match group.grouping {
            Grouping::Sequence => {
                self.status(group.cmd_id, "Sequence", None, code::OK);
                group.commands.iter().try_for_each(|command| self.run(command))
            }
            Grouping::Atomic => {
                self.atomic(group);
                Ok(())
            }
        }
    }

    /// All or nothing: the members run on the tree, which is put back when one fails (OMA-SyncML-RepPro 1.2 section 6.6.2).
    fn atomic(&mut self, group: &Group) {
        let members: Option<Vec<&Access>> = group
            .commands
            .iter()
            .map(|command| match command {
                Command::Access(access) if access.verb != Verb::Get => Some(access),
                _ => None,
            })
            .collect();
        let Some(members) = members else {
            self.status(group.cmd_id, "Atomic", None, code::FAILED);
            return;
        };
        let before = self.handset.tree.clone();
        let mut outcomes: Vec<Vec<ItemCode>> = Vec::new();
        for access in &members {
            let (codes, _) = self.access(access, true);
            let failed = codes.is_empty() || codes.iter().any(|(_, code)| *code != code::OK);
            outcomes.push(codes);
            if failed {
                break;
            }
        }
        let failed = outcomes.last().is_some_and(|codes| codes.is_empty() || codes.iter().any(|(_, c)| *c != code::OK));
        let code = if failed { code::ATOMIC_FAILED } else { code::OK };
        self.status(group.cmd_id, "Atomic", None, code);
        if failed {
            self.handset.tree = before;
        }
        let last = outcomes.len().saturating_sub(1);
        for (index, access) in members.iter().enumerate() {
            let mut codes = match outcomes.get(index) {
                Some(codes) => codes.clone(),
                None => access.items.iter().map(|item| (location(item.target.as_ref()), code::NOT_EXECUTED)).collect(),
            };
            if failed && index < last {
                for (_, code) in &mut codes {
                    *code = code::ROLLED_BACK;
                }
            }
            self.answer_access(access, &codes, Vec::new());
        }
    }

    /// The value that an Item brings, decoded: base64 text becomes a binary value.
    pub(super) fn content(&self, command: Option<&Meta>, item: &Item) -> Result<Content, u32> {
        let command = command.filter(|_| self.handset.habits.command_meta);
        let field = |of: fn(&Meta) -> Option<&String>| {
            item.meta.as_ref().and_then(of).or_else(|| command.and_then(of)).map(|text| text.trim().to_owned())
        };
        if item.more_data {
            return Err(code::TOO_LARGE);
        }
        let octets = item.data.as_ref().map(|data| data.0.clone()).unwrap_or_default();
        let format = field(|meta| meta.format.as_ref()).unwrap_or_else(|| "chr".into()).to_ascii_lowercase();
        let type_ = field(|meta| meta.type_.as_ref());
        match format.as_str() {
            "b64" => {
                let text: Vec<u8> = octets.into_iter().filter(|octet| !octet.is_ascii_whitespace()).collect();
                let octets = BASE64.decode(text).map_err(|_| code::BAD_REQUEST)?;
                Ok(Content {
                    type_: type_.unwrap_or_else(|| "application/octet-stream".into()),
                    ..Content::binary(octets)
                })
            }
            "bin" => Ok(Content { type_: type_.unwrap_or_default(), ..Content::binary(octets) }),
            "node" => Ok(Content { format, type_: type_.unwrap_or_default(), octets: Vec::new() }),
            _ if std::str::from_utf8(&octets).is_err() => Err(code::BAD_REQUEST),
            _ => Ok(Content { format, type_: type_.unwrap_or_else(|| "text/plain".into()), octets }),
        }
    }
}

/// An Item of Results: binary values travel as base64 text.
fn result_item(uri: &str, content: &Content) -> Item {
    let (format, octets) = match content.format.as_str() {
        "bin" => ("b64", BASE64.encode(&content.octets).into_bytes()),
        other => (other, content.octets.clone()),
    };
    let type_ = if content.type_.is_empty() { None } else { Some(content.type_.clone()) };
    Item {
        meta: Some(Meta { type_, ..Meta { format: Some(format.into()), ..Meta::default() } }),
        data: Some(Data(octets)),
        ..own_item(uri)
    }
}

pub(super) fn location(location: Option<&Location>) -> String {
    location.map(|location| location.uri.trim().to_owned()).unwrap_or_default()
}
