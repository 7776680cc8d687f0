//! Sizes of the numbers that this package takes, each with its reason. Nothing here is configured.

/// Smallest P: what handsets of the 64-bit A-key were built for (C.S0016, `A_KEY_P_REV` 2). Policy may ask for more.
pub const MIN_BITS: u32 = 512;
/// Longest P, G or partial key: every length field of C.S0016 is one octet.
pub const FIELD_OCTETS: usize = 255;
/// Largest P, in bits: [`FIELD_OCTETS`] octets.
pub const MAX_BITS: u32 = 2040;
/// Shortest exponent that serves a subscriber (ANSI-41 `AKeyProtocolVersion` speaks of 160-bit exponents). The
/// laboratory may go lower: [`crate::Exponent`] takes any length from 1 bit.
pub const EXPONENT_MIN_BITS: u32 = 160;
/// Longest exponent: longer than P is of no use.
pub const EXPONENT_MAX_BITS: u32 = MAX_BITS;
/// Largest table of a G's powers: half of a second-level cache of 1 MiB, which the table shares with all else. Where no
/// table fits, G is raised like any base.
pub const FIXED_TABLE_OCTETS: usize = 512 * 1024;
/// All tables of all groups together: what an appliance serves at a time, its own P and a few that are given, and no
/// more where a peer brings new ones.
pub const FIXED_TABLES_OCTETS: usize = 8 * 1024 * 1024;
