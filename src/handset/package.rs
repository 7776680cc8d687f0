//! One message of the handset in the making: commands get their CmdIDs as they are added.
//!
//! Knows how a DM client words its Status, Results and Alerts (OMA-TS-DM_Protocol 1.2 section 8), never when. Used by
//! all of [`super`].

use crate::syncml::document::{Access, Alert, Command, Item, Location, Meta, Results, Status, Verb};

/// The commands of a message, in order; CmdIDs count from 1.
#[derive(Debug, Default)]
pub(crate) struct Package {
    commands: Vec<Command>,
}

impl Package {
    /// The commands, done.
    pub(crate) fn into_commands(self) -> Vec<Command> {
        self.commands
    }

    fn next_id(&self) -> u32 {
        self.commands.len() as u32 + 1
    }

    /// Status for a command of the server's message `msg_ref`; `cmd_id` of the given Status is set here.
    pub(crate) fn status(&mut self, status: Status) {
        self.commands.push(Command::Status(Status { cmd_id: self.next_id(), ..status }));
    }

    /// Results; `cmd_id` is set here.
    pub(crate) fn results(&mut self, results: Results) {
        self.commands.push(Command::Results(Results { cmd_id: self.next_id(), ..results }));
    }

    /// Alert; `cmd_id` is set here.
    pub(crate) fn alert(&mut self, alert: Alert) {
        self.commands.push(Command::Alert(Alert { cmd_id: self.next_id(), ..alert }));
    }

    /// Replace of the handset's own leaves (DevInfo), named by Source.
    pub(crate) fn report(&mut self, items: Vec<Item>) {
        let report = Access { verb: Verb::Replace, cmd_id: self.next_id(), meta: None, items };
        self.commands.push(Command::Access(report));
    }
}

/// An Alert of nothing but its code.
pub(crate) fn bare_alert(code: u32) -> Alert {
    Alert { code: Some(code), ..Alert::default() }
}

/// Meta with Format and Type.
pub(crate) fn meta(format: &str, type_: &str) -> Meta {
    Meta { format: Some(format.into()), type_: Some(type_.into()), ..Meta::default() }
}

/// An Item of the handset's own node.
pub(crate) fn own_item(uri: &str) -> Item {
    Item { source: Some(Location::new(uri)), ..Item::default() }
}
