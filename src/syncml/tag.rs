//! The element names of SyncML and their WBXML tokens: one table per code page, used in both directions.
//!
//! Called by both encodings. Page 0 is OMA-SyncML-RepPro 1.2 (its codes are those of 1.0 and 1.1 too), page 1 is
//! OMA-SyncML-MetInf 1.2. Their names do not overlap, so that a name alone tells the element. Page 2, OMA-TS-DM-TNDS 1.2
//! section 8.6, stands only inside Data: its elements are no `Tag`.

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

/// The names of page 2, from token 05 on.
const DDF: &[&str] = &[
    "AccessType",
    "ACL",
    "Add",
    "b64",
    "bin",
    "bool",
    "chr",
    "CaseSense",
    "CIS",
    "Copy",
    "CS",
    "date",
    "DDFName",
    "DefaultValue",
    "Delete",
    "Description",
    "DFFormat",
    "DFProperties",
    "DFTitle",
    "DFType",
    "Dynamic",
    "Exec",
    "float",
    "Format",
    "Get",
    "int",
    "Man",
    "MgmtTree",
    "MIME",
    "Mod",
    "Name",
    "Node",
    "node",
    "NodeName",
    "null",
    "Occurrence",
    "One",
    "OneOrMore",
    "OneOrN",
    "Path",
    "Permanent",
    "Replace",
    "RTProperties",
    "Scope",
    "Size",
    "time",
    "Title",
    "TStamp",
    "Type",
    "Value",
    "VerDTD",
    "VerNo",
    "xml",
    "ZeroOrMore",
    "ZeroOrN",
    "ZeroOrOne",
];

/// The first token of every page; those below are global.
const FIRST: u8 = 0x05;

/// The code page of `syncml:metinf`.
pub(super) const METINF: u8 = 1;

/// The code page of `syncml:dmddf1.2`.
pub(super) const DMDDF: u8 = 2;

/// The name of a token, on any page.
pub(super) fn name(page: u8, code: u8) -> Option<&'static str> {
    if page == DMDDF {
        DDF.get(usize::from(code.checked_sub(FIRST)?)).copied()
    } else {
        Tag::from_code(page, code).map(Tag::name)
    }
}

impl Tag {
    /// The element's name.
    pub(super) const fn name(self) -> &'static str {
        TABLE[self as usize].3
    }

    /// The element's WBXML code page.
    pub(super) const fn page(self) -> u8 {
        TABLE[self as usize].1
    }

    /// The element's WBXML token, without flags.
    pub(super) const fn code(self) -> u8 {
        TABLE[self as usize].2
    }

    /// The element of a token on a code page.
    pub(super) fn from_code(page: u8, code: u8) -> Option<Self> {
        let index = *CODES.get(usize::from(page))?.get(usize::from(code))?;
        TABLE.get(usize::from(index)).map(|&(tag, ..)| tag)
    }

    /// Whether the element holds text or octets, not elements.
    pub(super) const fn is_leaf(self) -> bool {
        !matches!(
            self,
            Self::SyncML
                | Self::SyncHdr
                | Self::SyncBody
                | Self::Add
                | Self::Alert
                | Self::Atomic
                | Self::Copy
                | Self::Delete
                | Self::Exec
                | Self::Get
                | Self::Map
                | Self::Move
                | Self::Put
                | Self::Replace
                | Self::Results
                | Self::Search
                | Self::Sequence
                | Self::Status
                | Self::Sync
                | Self::Cred
                | Self::Chal
                | Self::Meta
                | Self::Item
                | Self::MapItem
                | Self::Target
                | Self::Source
                | Self::SourceParent
                | Self::TargetParent
                | Self::Filter
                | Self::Field
                | Self::Record
                | Self::MetInf
                | Self::Anchor
                | Self::Mem
        )
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

/// Index into `TABLE` by page and token.
static CODES: [[u8; 0x40]; 2] = {
    let mut codes = [[FREE; 0x40]; 2];
    let mut index = 0;
    while index < TABLE.len() {
        let (_, page, code, _) = TABLE[index];
        codes[page as usize][code as usize] = index as u8;
        index += 1;
    }
    codes
};

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
            assert!((FIRST..0x40).contains(&code));
            assert_eq!(tag.code(), code);
            assert_eq!(Tag::from_name(name), Some(tag));
            assert_eq!(Tag::from_code(page, code), Some(tag));
        }
        for (page, code) in [(0, 0x04), (0, 0x30), (0, 0x3D), (0, 0x3F), (1, 0x17), (2, 0x05), (255, 0x05)] {
            assert_eq!(Tag::from_code(page, code), None, "{page} {code}");
        }
        assert_eq!([name(0, 0x3C), name(1, 0x16)], [Some("Correlator"), Some("FieldLevel")]);
        assert_eq!(
            [name(2, 0x05), name(2, 0x20), name(2, 0x3C)],
            [Some("AccessType"), Some("MgmtTree"), Some("ZeroOrOne")]
        );
        assert_eq!([name(2, 0x04), name(2, 0x3D), name(3, 0x05)], [None; 3]);
        for stranger in ["", "A", "Ad", "Adds", "add", "SyncHDR", "x"] {
            assert_eq!(Tag::from_name(stranger), None, "{stranger}");
        }
    }
}
