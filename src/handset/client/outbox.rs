//! The handset's package on its way: what the server does not take in one message waits here for the next.
//!
//! Obeys MaxMsgSize of the server (OMA-SyncML-RepPro 1.2 section 5): a message ends where the next command would not fit,
//! and a value that fits no message goes in pieces (OMA-TS-DM_Protocol 1.2 section 7). What cannot be cut goes whole.
//! Knows nothing of what the commands mean. Used by `client.rs`.

use std::collections::VecDeque;

use crate::handset::encoding::Encoding;
use crate::syncml::document::{Command, Data, Item, Message, Meta, Results};

/// Octets of a value below which it is not worth cutting.
const SMALLEST_PIECE: usize = 16;

/// What waits.
#[derive(Debug, Default)]
pub(crate) struct Outbox {
    waiting: VecDeque<Waiting>,
    /// Whether the last of them ends the package.
    is_final: bool,
    /// Commands that the next message must have, whatever its length: else nothing would ever get on.
    least: usize,
}

#[derive(Debug)]
struct Waiting {
    command: Command,
    /// Pieces of its value have left.
    begun: bool,
}

impl Outbox {
    /// Whether the whole package has left.
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Adds the answer to the server's message `msg_ref`; it goes before what has been waiting.
    pub(crate) fn add(&mut self, commands: Vec<Command>, is_final: bool, msg_ref: u32) {
        let before = std::mem::take(&mut self.waiting);
        self.least = if before.is_empty() { 2 } else { commands.len() + 1 };
        self.is_final = is_final || !before.is_empty() && self.is_final;
        let added = commands.into_iter().map(|command| Waiting { command, begun: false });
        self.waiting = added.chain(before).collect();
        for waiting in &mut self.waiting {
            // A message later, what has no MsgRef would be taken for the answer to another message.
            if let (Command::Results(results), true) = (&mut waiting.command, self.least > 2) {
                results.msg_ref = results.msg_ref.or(Some(msg_ref));
            }
        }
    }

    /// Moves into `message` what its bound in octets allows, and numbers it.
    pub(crate) fn fill(&mut self, message: &mut Message, bound: Option<usize>, encoding: Encoding) {
        message.commands = self.waiting.iter().map(|waiting| waiting.command.clone()).collect();
        message.is_final = self.is_final;
        number(message);
        let Some(bound) = bound.filter(|bound| !fits(message, *bound, encoding)) else {
            self.waiting.clear();
            return;
        };
        message.commands.clear();
        message.is_final = false;
        while let Some(Waiting { command, begun }) = self.waiting.pop_front() {
            message.commands.push(command);
            number(message);
            if fits(message, bound, encoding) {
                continue;
            }
            let forced = message.commands.len() <= self.least;
            let Some(command) = message.commands.pop() else { break };
            let command = match command {
                Command::Results(mut results) if results.items.len() > 1 => {
                    let others = results.items.split_off(1);
                    let later = Results { items: others, ..results.clone() };
                    for results in [later, results] {
                        self.waiting.push_front(Waiting { command: Command::Results(results), begun });
                    }
                    continue;
                }
                Command::Results(results) => {
                    if let Some(rest) = cut(message, &results, begun, bound, forced, encoding) {
                        self.waiting.push_front(Waiting { command: Command::Results(rest), begun: true });
                        break;
                    }
                    Command::Results(results)
                }
                other => other,
            };
            if !forced {
                self.waiting.push_front(Waiting { command, begun });
                break;
            }
            message.commands.push(command);
        }
        message.is_final = self.is_final && self.waiting.is_empty();
        number(message);
    }
}

/// Cuts the value of one Item: as much as fits goes into `message`, the rest is given back. `None` where it cannot be
/// cut.
fn cut(
    message: &mut Message,
    results: &Results,
    begun: bool,
    bound: usize,
    forced: bool,
    encoding: Encoding,
) -> Option<Results> {
    let [Item { data: Some(Data(data)), .. }] = results.items.as_slice() else { return None };
    let size = (!begun).then_some(data.len() as u32);
    let piece = |octets: &[u8], more_data: bool, size: Option<u32>| {
        let mut piece = results.clone();
        if let Some(item) = piece.items.first_mut() {
            item.data = Some(Data(octets.to_vec()));
            item.more_data = more_data;
            item.meta = Some(Meta { size, ..item.meta.take().unwrap_or_default() });
        }
        piece
    };
    let mut fitting = |length: usize| {
        message.commands.push(Command::Results(piece(&data[..length], true, size)));
        number(message);
        let fits = fits(message, bound, encoding);
        message.commands.pop();
        fits
    };
    // The longest piece that fits, by halving.
    let (mut fine, mut too_long) = (0, data.len());
    while too_long - fine > 1 {
        let middle = usize::midpoint(fine, too_long);
        if fitting(middle) { fine = middle } else { too_long = middle }
    }
    let length = if forced { fine.max(SMALLEST_PIECE) } else { fine };
    let length = whole_characters(data, length);
    if length < SMALLEST_PIECE || length >= data.len() {
        return None;
    }
    message.commands.push(Command::Results(piece(&data[..length], true, size)));
    Some(piece(&data[length..], false, None))
}

/// The same length or a little less, so that no character of a text is divided.
fn whole_characters(data: &[u8], length: usize) -> usize {
    match std::str::from_utf8(data) {
        Ok(text) => text.floor_char_boundary(length.min(text.len())),
        Err(_) => length,
    }
}

/// Numbers the commands from 1.
fn number(message: &mut Message) {
    for (command, id) in message.commands.iter_mut().zip(1..) {
        match command {
            Command::Access(command) => command.cmd_id = id,
            Command::Alert(command) => command.cmd_id = id,
            Command::Results(command) => command.cmd_id = id,
            Command::Status(command) => command.cmd_id = id,
            // A handset sends no others (OMA-TS-DM_RepPro 1.2 section 6).
            Command::Exec(_) | Command::Group(_) | Command::Unknown { .. } => {}
        }
    }
}

fn fits(message: &Message, bound: usize, encoding: Encoding) -> bool {
    // What cannot be written at all will be told when it is sent.
    encoding.write(message).map_or(true, |octets| octets.len() <= bound)
}
