//! Runs the server's commands on the handset and words the answers, Status and Results. Exec has a file of its own.
//!
//! Comes into play only when the server is trusted: `client.rs` sees to that and calls it, command by command.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::large::{self, LargeObject, Piece};
use crate::handset::Draw;
use crate::handset::cause::Cause;
use crate::handset::code;
use crate::handset::device::faults::Fault;
use crate::handset::device::profile::Known;
use crate::handset::device::station::Handset;
use crate::handset::device::tree::Content;
use crate::handset::device::uri::Address;
use crate::handset::package::{Package, bare_alert, own_item};
use crate::handset::provisioning::carrier::Style;
use crate::handset::provisioning::otasp::{Step, StepKind};
use crate::syncml::document::{
    Access, Alert, Command, Data, Group, Grouping, Item, Location, Meta, Results, Status, Verb,
};

/// One message of commands being run.
pub(crate) struct Runner<'a> {
    /// The handset that they change.
    pub(crate) handset: &'a mut Handset,
    /// Random octets.
    pub(crate) draw: &'a mut Draw<'a>,
    /// MsgID of the server's message.
    pub(crate) msg_ref: u32,
    /// Where the answers go.
    pub(crate) package: &'a mut Package,
    /// Provisioning steps that were run in earlier messages.
    pub(crate) steps_before: usize,
    /// Provisioning steps that were run in this one, in order.
    pub(crate) steps: Vec<Step>,
    /// What of a large object has arrived.
    pub(crate) large: &'a mut Option<LargeObject>,
    /// MaxObjSize of the server.
    pub(crate) max_obj_size: Option<u32>,
}

/// Alert code: the rest of a large object is missing.
const END_OF_DATA_MISSING: u32 = 1225;

/// What one Item came to: its URI and Status code.
type ItemCode = (String, u32);

impl Runner<'_> {
    /// Runs one command and answers it. An error ends the session.
    pub(crate) fn run(&mut self, command: &Command) -> Result<(), Cause> {
        let chunks = self.handset.habits.chunks;
        let mut broken = None;
        let piece = large::take(self.large, command, chunks, &mut |uri| broken = Some(uri.to_owned()));
        if let Some(uri) = broken {
            let item = own_item(&uri);
            self.package.alert(Alert { items: vec![item], ..bare_alert(END_OF_DATA_MISSING) });
        }
        match piece {
            Piece::Run(command) => self.run_whole(&command),
            Piece::Answer(code) => {
                self.status(command.cmd_id(), command.name(), None, code);
                Ok(())
            }
        }
    }

    fn run_whole(&mut self, command: &Command) -> Result<(), Cause> {
        match command {
            Command::Access(access) => {
                let (codes, found) = self.access(access, false);
                self.answer_access(access, &codes, found);
            }
            Command::Exec(exec) => match self.handset.habits.exec {
                Known::Refused(code) => self.status(exec.cmd_id, "Exec", None, code),
                _ => self.exec(exec),
            },
            Command::Group(group) => self.group(group)?,
            Command::Alert(alert) => {
                // 1222 asks for the next message, which this answer is; 1225 takes an object back of which nothing was
                // stored. There is no screen for 1100 to 1104.
                let understood = self.handset.habits.session_alerts && matches!(alert.code, Some(1222 | 1225));
                let code = if understood { code::OK } else { code::UNSUPPORTED_FEATURE };
                self.status(alert.cmd_id, "Alert", None, code);
            }
            Command::Status(_) => {}
            Command::Results(results) => self.status(results.cmd_id, "Results", None, code::NOT_ALLOWED),
            Command::Unknown { name, cmd_id } => self.status(*cmd_id, name, None, code::NOT_IMPLEMENTED),
        }
        Ok(())
    }

    pub(crate) fn status(&mut self, cmd_ref: u32, cmd: &str, target: Option<String>, code: u32) {
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
                Verb::Get => self.get(&uri).map(|items| found.extend(items)),
                Verb::Add => self.add(&uri, access.meta.as_ref(), item, atomic),
                Verb::Replace => self.replace(&uri, access.meta.as_ref(), item, atomic),
                Verb::Delete => self.delete(&uri),
                Verb::Copy if let Known::Refused(code) = self.handset.habits.copy => Err(code),
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

    /// What a Get finds: one Item, or one for each node of a list.
    fn get(&self, uri: &str) -> Result<Vec<Item>, u32> {
        let Handset { tree, account, habits, .. } = &*self.handset;
        let listed = if habits.lists { tree.list(uri, &account.server_id)? } else { None };
        let items = match listed {
            Some(listed) => listed.iter().map(|(uri, content)| self.result_item(uri, content.as_ref())).collect(),
            None => vec![self.result_item(uri, Some(&tree.get(uri, &account.server_id)?))],
        };
        let length = |item: &Item| item.data.as_ref().map_or(0, |data| data.0.len());
        match self.max_obj_size {
            Some(bound) if items.iter().any(|item| length(item) > bound as usize) => Err(code::TOO_LARGE),
            _ => Ok(items),
        }
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
            let kind = StepKind::of(&forward);
            if self.strikes(kind) == Some(Fault::FailExec) {
                self.fail(kind);
                return Err(code::FAILED);
            }
            let reverse = self.provision(&forward);
            self.carry(&reverse, None);
        }
        Ok(())
    }

    fn group(&mut self, group: &Group) -> Result<(), Cause> {
        let (name, known) = match group.grouping {
            Grouping::Sequence => ("Sequence", self.handset.habits.sequence),
            Grouping::Atomic => ("Atomic", self.handset.habits.atomic),
        };
        match (known, group.grouping) {
            (Known::Fatal, _) => Err(Cause::ServerMisbehaved(format!("it sent {name}, which kills this client"))),
            (Known::Refused(code), _) => {
                self.status(group.cmd_id, name, None, code);
                Ok(())
            }
            // The members are run one by one, and nothing speaks for all.
            (Known::Unanswered, _) => group.commands.iter().try_for_each(|command| self.run(command)),
            (Known::Yes, Grouping::Sequence) => {
                self.status(group.cmd_id, name, None, code::OK);
                group.commands.iter().try_for_each(|command| self.run(command))
            }
            (Known::Yes, Grouping::Atomic) => {
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
    pub(crate) fn content(&self, command: Option<&Meta>, item: &Item) -> Result<Content, u32> {
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

    /// An Item of Results: binary values travel as base64 text. A node without a value is only named.
    fn result_item(&self, uri: &str, content: Option<&Content>) -> Item {
        let Some(content) = content else {
            return Item { meta: Some(Meta { format: Some("node".into()), ..Meta::default() }), ..own_item(uri) };
        };
        let (format, mut octets) = match content.format.as_str() {
            "bin" => ("b64", BASE64.encode(&content.octets).into_bytes()),
            other => (other, content.octets.clone()),
        };
        let habits = &self.handset.habits;
        if habits.sloppy.nul_after_property && uri.contains("?prop=") {
            octets.push(0);
        }
        let type_ = (!content.type_.is_empty()).then(|| content.type_.clone());
        let meta = match format {
            "chr" if habits.bare_meta => None,
            _ if habits.bare_meta => {
                Some(Meta { format: Some(format.into()), size: Some(octets.len() as u32), ..Meta::default() })
            }
            _ => Some(Meta { format: Some(format.into()), type_, ..Meta::default() }),
        };
        Item { meta, data: Some(Data(octets)), ..own_item(uri) }
    }
}

pub(crate) fn location(location: Option<&Location>) -> String {
    location.map(|location| location.uri.trim().to_owned()).unwrap_or_default()
}
