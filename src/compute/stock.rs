//! Ready-made pairs of y and G^y, so that a MakePublic is answered without a power on the way.
//!
//! Kept for what has been asked for, so that nothing is computed before the first device has proved itself. Filled by the
//! batcher from lanes that would stay empty and from moments without work. A pair leaves by [`Stock::take`] once; what is
//! left is wiped when the service stops, when its group goes out of use, or when arithmetic is found wrong. Bounded in
//! pairs and groups, never stored. Called by the engine and by [`Compute::submit`](super::Compute::submit).

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use akeyd_hw::Group;

use super::{Ephemeral, Meter};
use crate::limits;

/// All shelves.
pub(super) struct Stock {
    /// Pairs on a full shelf.
    full: usize,
    shelves: Mutex<Shelves>,
    meter: Arc<dyn Meter>,
}

#[derive(Default)]
struct Shelves {
    /// The one asked for last stands first.
    all: VecDeque<Shelf>,
    /// Moves on when everything is thrown away: what was begun before comes too late.
    edition: Edition,
    closed: bool,
}

/// Pairs of one group and length of y, oldest first.
struct Shelf {
    group: Arc<Group>,
    exponent_bits: u32,
    pairs: VecDeque<Ephemeral>,
}

/// Which stock a pair is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Edition(u64);

impl Stock {
    /// A stock of `full` pairs for each group; 0 keeps none.
    pub(super) fn new(full: usize, meter: Arc<dyn Meter>) -> Self {
        Self { full, shelves: Mutex::default(), meter }
    }

    /// Hands out a pair, if there is one. From now on pairs of this kind are kept.
    pub(super) fn take(&self, group: &Arc<Group>, exponent_bits: u32) -> Option<Ephemeral> {
        if self.full == 0 {
            return None;
        }
        let mut shelves = self.lock();
        let pair = shelves.shelf(group, exponent_bits)?.pairs.pop_front();
        self.tell(&shelves);
        pair
    }

    /// Takes a pair in. One that there is no room or use for is wiped.
    pub(super) fn put(&self, edition: Edition, group: &Group, exponent_bits: u32, pair: Ephemeral) {
        let mut shelves = self.lock();
        if shelves.edition != edition {
            return;
        }
        let shelf = shelves.all.iter_mut().find(|shelf| shelf.is_for(group, exponent_bits));
        if let Some(shelf) = shelf.filter(|shelf| shelf.pairs.len() < self.full) {
            shelf.pairs.push_back(pair);
        }
        self.tell(&shelves);
    }

    /// Pairs of this kind that there is room for.
    pub(super) fn room(&self, group: &Group, exponent_bits: u32) -> usize {
        let shelves = self.lock();
        let shelf = shelves.all.iter().find(|shelf| shelf.is_for(group, exponent_bits));
        shelf.map_or(0, |shelf| self.full.saturating_sub(shelf.pairs.len()))
    }

    /// The kind asked for last that has room for at least `least` pairs.
    pub(super) fn wanted(&self, least: usize) -> Option<(Arc<Group>, u32)> {
        let shelves = self.lock();
        let shelf = shelves.all.iter().find(|shelf| shelf.pairs.len() + least.max(1) <= self.full)?;
        Some((Arc::clone(&shelf.group), shelf.exponent_bits))
    }

    /// The stock that a pair begun now is made for.
    pub(super) fn edition(&self) -> Edition {
        self.lock().edition
    }

    /// Throws all pairs away, and those that are being made.
    pub(super) fn discard(&self) {
        let mut shelves = self.lock();
        shelves.edition.0 += 1;
        shelves.all.iter_mut().for_each(|shelf| shelf.pairs.clear());
        self.tell(&shelves);
    }

    /// Throws the pairs of a group away, and those that are being made: it is out of use.
    pub(super) fn forget(&self, group: &Group) {
        let mut shelves = self.lock();
        shelves.all.retain(|shelf| *shelf.group != *group);
        self.tell(&shelves);
    }

    /// Throws everything away for good.
    pub(super) fn close(&self) {
        let mut shelves = self.lock();
        *shelves = Shelves { closed: true, edition: Edition(shelves.edition.0 + 1), ..Shelves::default() };
        self.tell(&shelves);
    }

    fn lock(&self) -> MutexGuard<'_, Shelves> {
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, shelves: &Shelves) {
        self.meter.ready_pairs(shelves.all.iter().map(|shelf| shelf.pairs.len()).sum());
    }
}

impl Shelves {
    /// The shelf of this kind, now the first; made when there is none, in the place of the one that was asked for longest
    /// ago.
    fn shelf(&mut self, group: &Arc<Group>, exponent_bits: u32) -> Option<&mut Shelf> {
        if self.closed {
            return None;
        }
        let found = self.all.iter().position(|shelf| shelf.is_for(group, exponent_bits));
        let shelf = found.and_then(|at| self.all.remove(at)).unwrap_or_else(|| Shelf {
            group: Arc::clone(group),
            exponent_bits,
            pairs: VecDeque::new(),
        });
        self.all.push_front(shelf);
        self.all.truncate(limits::READY_GROUPS);
        self.all.front_mut()
    }
}

impl Shelf {
    fn is_for(&self, group: &Group, exponent_bits: u32) -> bool {
        self.exponent_bits == exponent_bits && (std::ptr::eq(&raw const *self.group, group) || *self.group == *group)
    }
}
