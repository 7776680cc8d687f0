//! Tables of generators' powers: found by the group that they belong to, kept within a bound for all groups together.
//!
//! A group names its tables by [`Slot`]s that do not keep them alive; what does is one list for the whole process, in
//! the order of their last use, from which the oldest ones fall. So a peer that brings a new P with every exchange costs
//! a bounded amount of memory. Tables are public. Called by [`crate::Group`].

use std::any::Any;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::limits::{FIXED_TABLE_OCTETS, FIXED_TABLES_OCTETS};

/// Tables that are kept: each counts as large as one may be.
const MOST: usize = FIXED_TABLES_OCTETS / FIXED_TABLE_OCTETS;

/// The tables in use, the one used last in front.
static KEPT: Mutex<VecDeque<Arc<dyn Any + Send + Sync>>> = Mutex::new(VecDeque::new());

/// Where a group finds one of its tables, which may be gone. A larger table replaces a smaller one.
pub(crate) struct Slot<T>(Mutex<Weak<T>>);

impl<T: Send + Sync + 'static> Slot<T> {
    /// The table that is kept if it serves, else a new one. Who comes while it is made waits for it; other groups do
    /// not.
    pub(crate) fn get(&self, serves: impl FnOnce(&T) -> bool, make: impl FnOnce() -> Option<T>) -> Option<Arc<T>> {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = slot.upgrade();
        if let Some(table) = kept.as_ref().filter(|table| serves(table)) {
            keep(table, None);
            return kept;
        }
        let table = Arc::new(make()?);
        *slot = Arc::downgrade(&table);
        keep(&table, kept.as_ref());
        Some(table)
    }
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

/// Puts a table in front, in place of the one that it replaces, and lets the oldest ones go that there is no room for.
fn keep<T: Send + Sync + 'static>(table: &Arc<T>, replaced: Option<&Arc<T>>) {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let address = |table: &Arc<T>| Arc::as_ptr(table).cast::<()>();
    let own = [Some(address(table)), replaced.map(address)];
    if kept.front().is_some_and(|front| Some(Arc::as_ptr(front).cast::<()>()) == own[0]) {
        return;
    }
    kept.retain(|other| !own.contains(&Some(Arc::as_ptr(other).cast::<()>())));
    kept.push_front(Arc::clone(table) as Arc<dyn Any + Send + Sync>);
    let most = kept.len().min(MOST);
    let dropped = kept.split_off(most);
    // Freeing takes its time, and nobody else needs to wait for it.
    drop(kept);
    drop(dropped);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One test for all, because there is one list.
    #[test]
    fn tables_are_made_once_kept_in_the_order_of_use_and_forgotten_beyond_the_bound() {
        let slots: Vec<Slot<usize>> = (0..=MOST).map(|_| Slot::default()).collect();
        let table = |at: usize, least: usize| slots[at].get(|own| *own >= least, || Some(least)).unwrap();
        let is_kept = |at: usize| slots[at].0.lock().unwrap().upgrade().is_some();
        let first = table(0, 10);
        assert!(Arc::ptr_eq(&first, &table(0, 5)), "the larger one serves");
        assert_eq!(*table(0, 20), 20, "and is replaced where it does not");
        assert_eq!(*first, 10, "who holds one keeps it");
        drop(first);
        for at in 1..MOST {
            table(at, 1);
        }
        assert!((0..MOST).all(is_kept));
        // The first one is used again, so the second is the oldest.
        assert_eq!(*table(0, 20), 20);
        table(MOST, 1);
        assert!(is_kept(0) && !is_kept(1) && is_kept(MOST));
        assert_eq!(*table(1, 1), 1, "made again");
        assert!(slots[2].get(|_| false, || None).is_none(), "too large for any table");
    }
}
