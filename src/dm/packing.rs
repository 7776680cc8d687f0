//! Sizes: how much a message of ours may still hold, and how an object is cut that is larger (OMA-TS-DM-Protocol 1.2 section 6.3).
//!
//! Measures commands by writing them. Called by [`super::outbox`] and [`super::session`].

use crate::limits;
use crate::syncml::document::{Command, Item, Message, Meta};
use crate::syncml::{wbxml, xml};

use super::carrier::Terms;

/// What a handset can take in the message that is being made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// Octets for commands: MaxMsgSize less header and statuses.
    pub(super) message: usize,
    /// MaxObjSize.
    pub(super) object: usize,
}

/// A message that is being filled with commands.
pub(super) struct Draft {
    /// Its MsgID.
    pub(super) msg_id: u32,
    /// Octets that commands may still take.
    pub(super) room: usize,
    /// What was put in.
    pub(super) commands: Vec<Command>,
    /// Whether the package goes on in the next message: an object is not whole.
    pub(super) is_open: bool,
    next_cmd_id: u32,
}

impl Draft {
    /// An empty draft whose CmdIDs begin after those of the statuses.
    pub(super) fn new(msg_id: u32, statuses: usize, room: Room) -> Self {
        let next_cmd_id = u32::try_from(statuses).unwrap_or(u32::MAX).saturating_add(1);
        Self { msg_id, room: room.message, commands: Vec::new(), is_open: false, next_cmd_id }
    }

    pub(super) fn next_cmd_id(&self) -> u32 {
        self.next_cmd_id
    }

    pub(super) fn push(&mut self, command: Command, size: usize) {
        let members = if let Command::Group(group) = &command { group.commands.len() } else { 0 };
        self.next_cmd_id += 1 + u32::try_from(members).unwrap_or(u32::MAX);
        self.room = self.room.saturating_sub(size);
        self.commands.push(command);
    }
}

/// Octets of a message as it will be sent.
pub(super) fn message_size(message: &Message, binary: bool) -> usize {
    let written = if binary { wbxml::write(message) } else { xml::write(message) };
    // What cannot be written is found out when it is sent.
    written.map_or(0, |octets| octets.len())
}

/// Octets that a command adds to a message.
pub(super) fn size(command: &Command, binary: bool) -> usize {
    let around = message_size(&Message::default(), binary);
    let message = Message { commands: vec![command.clone()], ..Message::default() };
    message_size(&message, binary).saturating_sub(around) + limits::COMMAND_SLACK_OCTETS
}

/// The one Item of a command whose data may be cut.
pub(super) fn object(command: &Command) -> Option<&Item> {
    match command {
        Command::Access(access) => access.items.first().filter(|_| access.items.len() == 1),
        Command::Exec(exec) => Some(&exec.item),
        _ => None,
    }
    .filter(|item| item.data.is_some())
}

fn object_mut(command: &mut Command) -> Option<&mut Item> {
    match command {
        Command::Access(access) => access.items.first_mut(),
        Command::Exec(exec) => Some(&mut exec.item),
        _ => None,
    }
}

/// Leaves of a command's data what follows octet `from`, or as much of it as there is room for. Where the next chunk begins; `None` after
/// the last. A command that cannot be cut stays whole.
pub(super) fn cut(command: &mut Command, from: usize, room: usize, terms: Terms<'_>) -> Option<usize> {
    let whole = object(command)?.data.as_ref()?.0.clone();
    let rest = whole.get(from..)?;
    let mut set = |data: &[u8], more_data: bool| {
        if let Some(item) = object_mut(command) {
            item.more_data = more_data;
            let size = (from == 0 && more_data).then(|| u32::try_from(whole.len()).unwrap_or(u32::MAX));
            item.meta.get_or_insert_with(Meta::default).size = size;
            if let Some(own) = &mut item.data {
                data.clone_into(&mut own.0);
            }
        }
        size(command, terms.binary)
    };
    if set(rest, false) <= room {
        return None;
    }
    let text = std::str::from_utf8(rest).ok();
    let mut octets = room.saturating_sub(set(&[], true)).clamp(1, rest.len());
    loop {
        let at = text
            .map_or(octets, |text| (octets..rest.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(rest.len()));
        if set(&rest[..at], true) <= room || octets == 1 {
            return Some(from + at).filter(|&next| next < whole.len());
        }
        octets = (octets * 7 / 8).max(1);
    }
}

/// Whether a command's object can be cut so that each chunk fits.
pub(super) fn can_cut(command: &Command, room: Room, terms: Terms<'_>) -> bool {
    let mut chunk = command.clone();
    object(command).is_some()
        && cut(&mut chunk, 0, room.message, terms).is_some()
        && size(&chunk, terms.binary) <= room.message
}
