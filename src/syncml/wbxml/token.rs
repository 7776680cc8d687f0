//! The numbers of WBXML itself (WAP-192 section 7.1) and of the public ids that SyncML has.

/// WBXML 1.1, the oldest version that is read.
pub(super) const VERSION_1_1: u8 = 0x01;
/// WBXML 1.2, the version that is written: every peer known reads it.
pub(super) const VERSION_1_2: u8 = 0x02;
/// WBXML 1.3, the newest version that is read.
pub(super) const VERSION_1_3: u8 = 0x03;

/// Public id "-//SYNCML//DTD SyncML 1.0//EN".
pub(super) const SYNCML_1_0: u32 = 0x0FD1;
/// Public id "-//SYNCML//DTD SyncML 1.1//EN".
pub(super) const SYNCML_1_1: u32 = 0x0FD3;
/// Public id "-//SYNCML//DTD SyncML 1.2//EN".
pub(super) const SYNCML_1_2: u32 = 0x1201;
/// In place of a number: the public id is a string of the string table.
pub(super) const PUBLIC_ID_IN_TABLE: u32 = 0;

/// Character sets, by their IANA numbers. 0 is "unknown" and read as UTF-8.
pub(super) const CHARSET_UNKNOWN: u32 = 0;
/// US-ASCII, a part of UTF-8.
pub(super) const CHARSET_US_ASCII: u32 = 3;
/// UTF-8.
pub(super) const CHARSET_UTF_8: u32 = 106;

// Global tokens.

pub(super) const SWITCH_PAGE: u8 = 0x00;
pub(super) const END: u8 = 0x01;
pub(super) const ENTITY: u8 = 0x02;
pub(super) const STR_I: u8 = 0x03;
pub(super) const LITERAL: u8 = 0x04;
pub(super) const EXT_I_0: u8 = 0x40;
pub(super) const EXT_I_2: u8 = 0x42;
pub(super) const PI: u8 = 0x43;
pub(super) const EXT_T_0: u8 = 0x80;
pub(super) const EXT_T_2: u8 = 0x82;
pub(super) const STR_T: u8 = 0x83;
pub(super) const EXT_0: u8 = 0xC0;
pub(super) const EXT_2: u8 = 0xC2;
pub(super) const OPAQUE: u8 = 0xC3;

// Parts of a tag token.

pub(super) const HAS_CONTENT: u8 = 0x40;
pub(super) const HAS_ATTRIBUTES: u8 = 0x80;
pub(super) const TAG: u8 = 0x3F;
