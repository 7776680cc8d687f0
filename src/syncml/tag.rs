//! The element names of SyncML and their WBXML tokens: one table per code page, used in both directions.
//!
//! Called by both encodings. Page 0 is OMA-SyncML-RepPro 1.2 (its codes are those of 1.0 and 1.1 too), page 1 is
//! OMA-SyncML-MetInf 1.2. Their names do not overlap, so that a name alone tells the element.

macro_rules! tags {
    ($($page:literal: { $($code:literal $name:ident,)+ })+) => {
        /// A known element, spelled as in the standards.
        #[allow(clippy::upper_case_acronyms, missing_docs, reason = "the standard's own names")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Tag { $($($name,)+)+ }

        /// Every element with its code page, token and name, in the order of `Tag`.
        const TABLE: &[(Tag, u8, u8, &str)] = &[$($((Tag::$name, $page, $code, stringify!($name)),)+)+];
    };
}

tags! {
    0: {
        0x05 Add, 0x06 Alert, 0x07 Archive, 0x08 Atomic, 0x09 Chal, 0x0A Cmd, 0x0B CmdID, 0x0C CmdRef,
        0x0D Copy, 0x0E Cred, 0x0F Data, 0x10 Delete, 0x11 Exec, 0x12 Final, 0x13 Get, 0x14 Item,
        0x15 Lang, 0x16 LocName, 0x17 LocURI, 0x18 Map, 0x19 MapItem, 0x1A Meta, 0x1B MsgID, 0x1C MsgRef,
        0x1D NoResp, 0x1E NoResults, 0x1F Put, 0x20 Replace, 0x21 RespURI, 0x22 Results, 0x23 Search, 0x24 Sequence,
        0x25 SessionID, 0x26 SftDel, 0x27 Source, 0x28 SourceRef, 0x29 Status, 0x2A Sync, 0x2B SyncBody, 0x2C SyncHdr,
        0x2D SyncML, 0x2E Target, 0x2F TargetRef, 0x31 VerDTD, 0x32 VerProto, 0x33 NumberOfChanges, 0x34 MoreData,
        0x35 Field, 0x36 Filter, 0x37 Record, 0x38 FilterType, 0x39 SourceParent, 0x3A TargetParent, 0x3B Move,
        0x3C Correlator,
    }
    1: {
        0x05 Anchor, 0x06 EMI, 0x07 Format, 0x08 FreeID, 0x09 FreeMem, 0x0A Last, 0x0B Mark, 0x0C MaxMsgSize, 0x0D Mem,
        0x0E MetInf, 0x0F Next, 0x10 NextNonce, 0x11 SharedMem, 0x12 Size, 0x13 Type, 0x14 Version, 0x15 MaxObjSize,
        0x16 FieldLevel,
    }
}

/// The code page of `syncml:metinf`.
pub(super) const METINF: u8 = 1;

impl Tag {
    /// The element's name.
    pub(super) const fn name(self) -> &'static str {
        TABLE[self as usize].3
    }

    /// The element's WBXML code page.
    pub(super) const fn page(self) -> u8 {
        TABLE[self as usize].1
    }

    /// The element with a local name.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        let mut slot = hash(name.as_bytes());
        loop {
            let &(tag, .., known) = TABLE.get(usize::from(SLOTS[slot]))?;
            if known == name {
                return Some(tag);
            }
            slot = (slot + 1) % SLOTS.len();
        }
    }
}

/// Where a name is looked for first. Reading spends a name on every element: this is why it is no chain of comparisons.
const fn hash(name: &[u8]) -> usize {
    match name {
        [] => 0,
        [first, .., last] => (name.len() * 31 + *first as usize * 7 + *last as usize * 3) % SLOTS.len(),
        [only] => *only as usize % SLOTS.len(),
    }
}

/// An empty slot.
const FREE: u8 = u8::MAX;

/// Index into `TABLE` by hash, the next free slot where hashes meet.
static SLOTS: [u8; 256] = {
    let mut slots = [FREE; 256];
    let mut index = 0;
    while index < TABLE.len() {
        let mut slot = hash(TABLE[index].3.as_bytes());
        while slots[slot] != FREE {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = index as u8;
        index += 1;
    }
    slots
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_tags_and_names_lead_back() {
        for (index, &(tag, page, code, name)) in TABLE.iter().enumerate() {
            assert_eq!(tag as usize, index);
            assert_eq!((tag.name(), tag.page()), (name, page));
            assert!((0x05..0x40).contains(&code));
            assert_eq!(Tag::from_name(name), Some(tag));
        }
        for stranger in ["", "A", "Ad", "Adds", "add", "SyncHDR", "x"] {
            assert_eq!(Tag::from_name(stranger), None, "{stranger}");
        }
    }
}
