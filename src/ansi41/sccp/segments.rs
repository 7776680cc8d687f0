//! Unitdata to messages and back: segmentation, and reassembly within bounds of number, size and time.

use std::collections::{BTreeMap, BTreeSet};

use super::Unitdata;
use super::address::Address;
use super::message::{EncodeError, Extended, Form, Message, Purpose, ReturnCause, Segmentation};
use crate::ansi41::PointCode;
use crate::limits;
use crate::words::Time;

/// What a new message may pass.
pub(super) const HOP_COUNTER: u8 = 15;

/// How unitdata becomes messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segmenting {
    /// Octets of the longest message: what one MTP message holds behind its routing label.
    pub message_octets: usize,
    /// XUDT also for what fits into a UDT.
    pub extended: bool,
}

impl Default for Segmenting {
    fn default() -> Self {
        Self { message_octets: limits::SCCP_MESSAGE_OCTETS, extended: false }
    }
}

/// The messages of unitdata, in order: a UDT where it fits, else segments. `reference` names them, 24 bits count: a
/// sender takes another one each time.
pub fn split(unitdata: &Unitdata, segmenting: Segmenting, reference: u32) -> Result<Vec<Message>, EncodeError> {
    let Unitdata { called, calling, in_sequence, return_on_error, data, .. } = unitdata;
    let addresses = called.len() + calling.len();
    let message = |form, in_sequence, data: &[u8]| Message {
        form,
        purpose: Purpose::Deliver { in_sequence, return_on_error: *return_on_error },
        called: called.clone(),
        calling: calling.clone(),
        data: data.to_vec(),
    };
    // Type, class, three pointers, three lengths.
    if !segmenting.extended && data.len() <= 255 && 8 + addresses + data.len() <= segmenting.message_octets {
        return Ok(vec![message(Form::Short, *in_sequence, data)]);
    }
    let extended =
        |segmentation| Form::Extended(Extended { hop_counter: HOP_COUNTER, segmentation, others: Vec::new() });
    // Type, class, hop counter, four pointers, three lengths.
    if data.len() <= 255 && 10 + addresses + data.len() <= segmenting.message_octets {
        return Ok(vec![message(extended(None), *in_sequence, data)]);
    }
    // Segmentation and end are 7 octets, and the pointer to them counts everything before.
    let by_message = segmenting.message_octets.saturating_sub(17 + addresses);
    let by_pointer = 251_usize.saturating_sub(addresses);
    let most = by_message.min(by_pointer);
    let too_long = EncodeError::TooLong { field: "data", most: most * 16, found: data.len() };
    if most == 0 || data.len() > (most * 16).min(limits::SCCP_DATA_OCTETS) {
        return Err(too_long);
    }
    let count = data.len().div_ceil(most);
    let segment = |(index, data)| {
        let remaining = (count - 1 - index) as u8;
        let segmentation = Segmentation {
            first: index == 0,
            in_sequence: *in_sequence,
            remaining,
            reference: reference & 0x00ff_ffff,
        };
        message(extended(Some(segmentation)), true, data)
    };
    Ok(data.chunks(most).enumerate().map(segment).collect())
}

/// What a message turns out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// Unitdata for a user.
    Whole(Unitdata),
    /// Unitdata of ours that came back, called and calling as they were when it left. Of segments only the first comes so.
    Returned(Unitdata, ReturnCause),
    /// A segment; others are awaited.
    Waiting,
    /// Nothing to go on with.
    Dropped(Dropped),
}

/// Segments that will not become whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Why.
    pub cause: ReturnCause,
    /// What goes back to the sender, if it asked for that.
    pub answer: Option<Message>,
}

/// Who sent it, the reference, and the address by which it is one sender's own.
type Key = (Option<PointCode>, u32, Vec<u8>);

/// Joins segments.
#[derive(Debug)]
pub struct Reassembly {
    sets: BTreeMap<Key, Set>,
    deadlines: BTreeSet<(Time, Key)>,
    patience_ms: u64,
}

#[derive(Debug)]
struct Set {
    /// The first segment; its data grows.
    message: Message,
    /// Octets of the first segment alone: what goes back.
    first_octets: usize,
    remaining: u8,
    deadline: Time,
}

impl Reassembly {
    /// Segments are kept `patience_ms` from the first of them.
    pub fn new(patience_ms: u64) -> Self {
        Self { sets: BTreeMap::new(), deadlines: BTreeSet::new(), patience_ms }
    }

    /// Takes a message. `from` is the point code that the routing label says it comes from.
    pub fn take(&mut self, now: Time, from: Option<PointCode>, message: Message) -> Incoming {
        let Some(segmentation) = message.segmentation() else { return whole(message) };
        match message.purpose {
            Purpose::Return(_) if segmentation.first => return whole(message),
            // The first one says it all.
            Purpose::Return(_) => return Incoming::Waiting,
            Purpose::Deliver { .. } => {}
        }
        let mut calling = Vec::with_capacity(message.calling.len());
        // What was read can be written.
        let _ = message.calling.write("calling", &mut calling);
        let key = (from, segmentation.reference, calling);
        if segmentation.first {
            self.begin(now, key, message, segmentation)
        } else {
            self.append(key, message, segmentation)
        }
    }

    fn begin(&mut self, now: Time, key: Key, message: Message, segmentation: Segmentation) -> Incoming {
        // The sender has begun anew: what it left is of no use.
        self.remove(&key);
        if segmentation.remaining == 0 {
            return whole(message);
        }
        let of_peer = self.sets.range((key.0, 0, Vec::new())..).take_while(|((from, ..), _)| *from == key.0);
        if self.sets.len() >= limits::SCCP_REASSEMBLIES || of_peer.count() >= limits::SCCP_REASSEMBLIES_OF_PEER {
            return dropped(&message, ReturnCause::NO_REASSEMBLY);
        }
        let deadline = now.plus(self.patience_ms);
        self.deadlines.insert((deadline, key.clone()));
        let first_octets = message.data.len();
        self.sets.insert(key, Set { message, first_octets, remaining: segmentation.remaining, deadline });
        Incoming::Waiting
    }

    fn append(&mut self, key: Key, message: Message, segmentation: Segmentation) -> Incoming {
        let Some(set) = self.sets.get_mut(&key) else {
            return dropped(&message, ReturnCause::SEGMENTATION_FAILURE);
        };
        let fits = set.message.data.len() + message.data.len() <= limits::SCCP_DATA_OCTETS;
        if !fits || set.remaining != segmentation.remaining + 1 {
            let set = self.remove(&key);
            return set
                .map_or(Incoming::Waiting, |set| Incoming::Dropped(set.dropped(ReturnCause::SEGMENTATION_FAILURE)));
        }
        set.message.data.extend_from_slice(&message.data);
        set.remaining = segmentation.remaining;
        if set.remaining > 0 {
            return Incoming::Waiting;
        }
        self.remove(&key).map_or(Incoming::Waiting, |set| whole(set.message))
    }

    fn remove(&mut self, key: &Key) -> Option<Set> {
        let (key, set) = self.sets.remove_entry(key)?;
        self.deadlines.remove(&(set.deadline, key));
        Some(set)
    }

    /// When [`expire`](Self::expire) is due.
    pub fn deadline(&self) -> Option<Time> {
        self.deadlines.first().map(|(deadline, _)| *deadline)
    }

    /// One set of segments whose time is over, if there is one.
    pub fn expire(&mut self, now: Time) -> Option<Dropped> {
        let (deadline, key) = self.deadlines.first()?;
        if *deadline > now {
            return None;
        }
        let key = key.clone();
        self.remove(&key).map(|set| set.dropped(ReturnCause::SEGMENTATION_FAILURE))
    }

    /// How many sets of segments wait.
    pub fn len(&self) -> usize {
        self.sets.len()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }
}

impl Set {
    fn dropped(mut self, cause: ReturnCause) -> Dropped {
        self.message.data.truncate(self.first_octets);
        Dropped { cause, answer: self.message.returned(cause) }
    }
}

fn dropped(message: &Message, cause: ReturnCause) -> Incoming {
    Incoming::Dropped(Dropped { cause, answer: message.returned(cause) })
}

/// A message that needs no other.
fn whole(message: Message) -> Incoming {
    let asked = message.segmentation().map(|segmentation| segmentation.in_sequence);
    let Message { purpose, called, calling, data, .. } = message;
    match purpose {
        Purpose::Deliver { in_sequence, return_on_error } => {
            let in_sequence = asked.unwrap_or(in_sequence);
            Incoming::Whole(Unitdata { called, calling, in_sequence, return_on_error, data, secret: 0..0 })
        }
        Purpose::Return(cause) => {
            let sent = |called: Address, calling: Address| Unitdata { called, calling, data, ..Unitdata::default() };
            Incoming::Returned(sent(calling, called), cause)
        }
    }
}
