//! Whose a name in the signalling network is: a MIN, an IMSI or an MEID is one subscriber's alone, since whoever asks for a key by it means one
//! handset.
//!
//! Held where subscribers are written, in the commit itself, so that of two that come at once the second finds the first. Called by
//! [`judge`](super::judge) for every store, and by those who want to know before they commit.

use std::collections::BTreeMap;

use crate::desk::record::{MobileId, Place};
use crate::limits;
use crate::words::DeviceId;

use super::{ReadError, Snapshot};

/// What becomes of subscribers and their names in one commit, or of several that are written one after the other.
#[derive(Default)]
pub struct Names<'c> {
    /// Where each may be found from now on; `None`: it was removed.
    written: BTreeMap<&'c DeviceId, Option<&'c Place>>,
    given: BTreeMap<MobileId, &'c DeviceId>,
}

/// Finds who has a name, of those devices only that it is to look at.
pub type Holder<'h, E> = dyn FnMut(&MobileId, &dyn Fn(&DeviceId) -> bool) -> Result<Option<DeviceId>, E> + 'h;

impl<'c> Names<'c> {
    /// Whether a device is there; `None`: nothing was said of it.
    pub(super) fn is_there(&self, device: &DeviceId) -> Option<bool> {
        self.written.get(device).map(Option::is_some)
    }

    /// The first name that this device would have and may not, and who has it. `holder` tells how things stood before.
    ///
    /// # Errors
    /// Those of `holder`.
    pub fn taken<E>(
        &self,
        device: &DeviceId,
        place: &Place,
        holder: &mut Holder<'_, E>,
    ) -> Result<Option<(MobileId, DeviceId)>, E> {
        for id in place.mobile_ids().filter(MobileId::is_of_one) {
            if let Some(other) = self.given.get(&id).filter(|other| **other != device) {
                return Ok(Some((id, (*other).clone())));
            }
            let counts = |other: &DeviceId| other != device && !self.written.contains_key(other);
            if let Some(other) = holder(&id, &counts)? {
                return Ok(Some((id, other)));
            }
        }
        Ok(None)
    }

    /// A subscriber is written, or removed: its names are these from now on.
    pub fn write(&mut self, device: &'c DeviceId, place: Option<&'c Place>) {
        let own = |place: &Place| place.mobile_ids().filter(MobileId::is_of_one).collect::<Vec<_>>();
        if let Some(before) = self.written.insert(device, place).flatten() {
            for id in own(before) {
                self.given.remove(&id);
            }
        }
        self.given.extend(place.map(own).unwrap_or_default().into_iter().map(|id| (id, device)));
    }
}

/// Who has a name at this moment, of those devices only that count.
pub fn holder(
    snapshot: &dyn Snapshot,
    id: &MobileId,
    counts: &dyn Fn(&DeviceId) -> bool,
) -> Result<Option<DeviceId>, ReadError> {
    let mut after: Option<DeviceId> = None;
    loop {
        let page = snapshot.devices_of(id, after.as_ref(), limits::NAME_HOLDERS)?;
        let full = page.len() == limits::NAME_HOLDERS;
        after = page.last().cloned();
        match page.into_iter().find(|device| counts(device)) {
            None if full => {}
            found => return Ok(found),
        }
    }
}

/// A name that should be one subscriber's alone and is another's too: whoever asks or tells by it may mean either. Only what was written before
/// this was held can be so.
pub fn shared(snapshot: &dyn Snapshot, place: &Place) -> Result<Option<MobileId>, ReadError> {
    for id in place.mobile_ids().filter(MobileId::is_of_one) {
        if snapshot.devices_of(&id, None, 2)?.len() > 1 {
            return Ok(Some(id));
        }
    }
    Ok(None)
}
