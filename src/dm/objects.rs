//! Objects that come in chunks (OMA-TS-DM-Protocol 1.2 section 6.3): put together again before anybody sees them.
//!
//! One at a time, and no more than [`limits::OBJECT_OCTETS`]. Called by [`super::session`].

use crate::limits;
use crate::syncml::document::{Command, Item, Location};

use super::status::{StatusCode, alert};

/// The object that is not whole yet, if there is one.
#[derive(Default)]
pub(super) struct Objects(Option<Chunked>);

struct Chunked {
    /// What came so far: the first command, its last Item still growing.
    command: Command,
    /// Length as the first chunk says it.
    size: Option<u32>,
    /// Why nothing is kept of it any more.
    refused: Option<StatusCode>,
}

/// What a command turned out to be.
pub(super) enum Piece {
    /// Whole as it came.
    Whole,
    /// Whole at last.
    Complete(Box<Command>),
    /// A chunk, answered by this code.
    Chunk(StatusCode),
}

impl Objects {
    /// Whether more is to come.
    pub(super) fn is_open(&self) -> bool {
        self.0.is_some()
    }

    /// What breaks the object off: a command that is neither its next chunk nor about the session. Its place.
    pub(super) fn broken_off(&mut self, command: &Command) -> Option<Item> {
        let apart = match command {
            Command::Status(_) => true,
            Command::Alert(said) => matches!(said.code, Some(alert::NEXT_MESSAGE | alert::SESSION_ABORT)),
            _ => false,
        };
        let chunked = self.0.take_if(|chunked| !apart && !continues(&chunked.command, command))?;
        let last = items(&chunked.command).last().cloned().unwrap_or_default();
        Some(Item { target: last.target, source: last.source, ..Item::default() })
    }

    /// Takes a command: a chunk is kept, the last one makes it whole.
    pub(super) fn take(&mut self, command: &Command) -> Piece {
        let more = items(command).last().is_some_and(|item| item.more_data);
        let continued = self.0.take_if(|chunked| continues(&chunked.command, command));
        if !more && continued.is_none() {
            return Piece::Whole;
        }
        let mut chunked = match continued {
            Some(mut chunked) => {
                chunked.append(items(command));
                chunked
            }
            None => Chunked { command: command.clone(), size: size(command), refused: None },
        };
        chunked.judge(more);
        match chunked.refused {
            Some(code) => {
                self.0 = more.then_some(chunked);
                Piece::Chunk(code)
            }
            None if more => {
                self.0 = Some(chunked);
                Piece::Chunk(StatusCode::CHUNK)
            }
            None => Piece::Complete(Box::new(chunked.command)),
        }
    }
}

impl Chunked {
    fn append(&mut self, more: &[Item]) {
        let Some(own) = items_mut(&mut self.command) else { return };
        let Some((first, rest)) = more.split_first() else { return };
        if let Some(last) = own.last_mut() {
            last.more_data = first.more_data;
            let data = first.data.as_ref().map(|data| data.0.as_slice()).unwrap_or_default();
            last.data.get_or_insert_default().0.extend_from_slice(data);
        }
        let room = limits::ITEMS_PER_COMMAND.saturating_sub(own.len());
        own.extend(rest.iter().take(room).cloned());
    }

    fn judge(&mut self, more: bool) {
        let octets: usize = items(&self.command).iter().filter_map(|item| Some(item.data.as_ref()?.0.len())).sum();
        let last = items(&self.command).last().and_then(|item| item.data.as_ref()).map_or(0, |data| data.0.len());
        let said = self.size.map(|size| size as usize);
        let limit = limits::OBJECT_OCTETS as usize;
        if octets > limit || said.is_some_and(|said| said > limit) {
            self.refused.get_or_insert(StatusCode::TOO_LARGE);
        } else if said.is_some_and(|said| last > said || (!more && last != said)) {
            self.refused.get_or_insert(StatusCode::SIZE_MISMATCH);
        }
        if self.refused.is_some()
            && let Some(own) = items_mut(&mut self.command)
        {
            own.iter_mut().for_each(|item| item.data = None);
        }
    }
}

/// Whether a command is the next chunk of another: of the same kind, about the same node.
fn continues(chunked: &Command, next: &Command) -> bool {
    let about = match (chunked, next) {
        (Command::Results(one), Command::Results(other)) => one.cmd_ref == other.cmd_ref,
        (Command::Alert(one), Command::Alert(other)) => {
            one.code == other.code && (one.correlator == other.correlator || other.correlator.is_none())
        }
        (Command::Access(one), Command::Access(other)) => one.verb == other.verb,
        _ => false,
    };
    let uri = |place: &Option<Location>| place.as_ref().map(|place| place.uri.clone());
    let node = |item: Option<&Item>| item.and_then(|item| uri(&item.source).or_else(|| uri(&item.target)));
    about && node(items(chunked).last()) == node(items(next).first())
}

/// Length of the object that a command's last Item begins.
fn size(command: &Command) -> Option<u32> {
    let inherited = match command {
        Command::Results(results) => results.meta.as_ref(),
        Command::Access(access) => access.meta.as_ref(),
        _ => None,
    };
    let own = items(command).last().and_then(|item| item.meta.as_ref());
    own.and_then(|meta| meta.size).or(inherited.and_then(|meta| meta.size))
}

fn items(command: &Command) -> &[Item] {
    match command {
        Command::Results(results) => &results.items,
        Command::Alert(alert) => &alert.items,
        Command::Access(access) => &access.items,
        _ => &[],
    }
}

fn items_mut(command: &mut Command) -> Option<&mut Vec<Item>> {
    match command {
        Command::Results(results) => Some(&mut results.items),
        Command::Alert(alert) => Some(&mut alert.items),
        Command::Access(access) => Some(&mut access.items),
        _ => None,
    }
}
