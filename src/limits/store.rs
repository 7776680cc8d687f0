//! Every ceiling of the stores, with its reason.
//!
//! Called by everybody, as part of [`super`].

// The store on disk.

/// Commits that wait for the store's writer: some seconds' worth; more are refused.
pub const STORE_QUEUE: usize = 8_192;
/// Commits of one transaction: what comes while the disk takes the one before, and bounded so that none waits for long.
pub const STORE_GROUP: usize = 1_024;
/// Milliseconds that changes which nothing depends on wait for a commit to ride along with.
pub const STORE_LAZY_MS: u64 = 50;
/// Readings for operators that wait; more are dropped.
pub const STORE_READS: usize = 1_024;
/// Milliseconds from a full disk to the next attempt.
pub const STORE_REOPEN_MS: u64 = 5_000;
/// Seconds that `akeyd store backup` waits for a service to make the copy: a minute for a million subscribers, and slow disks.
pub const BACKUP_WAIT_S: u64 = 3_600;
/// Seconds that the service manager is kept waiting for the store at a start: an upgrade of millions of subscribers, on a slow disk.
pub const START_WAIT_S: u64 = 3_600;
/// Seconds after which it is told again that the start goes on.
pub const START_PERIOD_S: u64 = 15;
/// Octets of a backup's name.
pub const BACKUP_NAME_OCTETS: usize = 128;
/// Octets of the log beside the file: some tenths of a second's worth under full load, so that syncing the file with it takes no longer; a
/// thousand commits of a quiet hour. One that a crash left is refused when it is shorter than this.
pub const STORE_LOG_OCTETS: usize = 4 * 1024 * 1024;
/// Milliseconds for which the file may lack its sync while the store is not busy.
pub const STORE_SETTLE_MS: u64 = 500;
/// Octets written to see whether there is room again: about what a small group needs.
pub const STORE_PROBE_OCTETS: usize = 64 * 1024;
/// Devices whose recent values stand apart from their rows: an hour's worth, some MiB, which a commit touches in few places.
pub const STORE_ACTIVE: u64 = 16_384;
/// Recent values that go back to their rows in one transaction, at most.
pub const STORE_SETTLE: usize = 64;
/// Keys whose time is over that one transaction wipes: some milliseconds, however many there are.
pub const STORE_WIPES: usize = 1_024;
/// Subscribers that an import writes in one transaction, some 50 MiB of memory: each transaction writes to most pages of a large index, so
/// few large ones are cheap.
pub const STORE_IMPORT: usize = 32_768;
/// Devices of a removed campaign that leave the store in one transaction: some milliseconds.
pub const STORE_LEAVING: usize = 1_024;
/// Milliseconds that the store's writer, with something of its own to do, waits for others' commits first.
pub const STORE_OWN_WORK_MS: u64 = 20;
/// Values that are sealed anew in one transaction: a few milliseconds.
pub const STORE_RESEAL: usize = 256;
/// Rows of an older format that one transaction upgrades: some MiB of memory, and a few hundred transactions for a million subscribers.
pub const STORE_UPGRADE: usize = 4_096;
/// Exchanges that are over and go in one transaction, each with some thirty rows: some milliseconds.
pub const STORE_FORGET: usize = 64;
/// Exchanges or deliveries that one transaction looks at to find such.
pub const STORE_FORGET_LOOKS: usize = 512;
/// Records of the audit trail that go in one transaction: neighbours at its beginning.
pub const STORE_FORGET_AUDIT: usize = 4_096;
/// Damaged records that a process remembers, to tell each once: whoever has more has a damaged file.
pub const STORE_DAMAGED: usize = 1_024;
/// Faults that a check of the store tells; it counts the rest.
pub const STORE_FAULTS: usize = 10_000;
/// A file up to this size is read and checked whole before it is believed: half a second. `akeyd store check` does it for any.
pub const STORE_CHECKED_OCTETS: u64 = 256 * 1024 * 1024;
/// Names that two subscribers have and one alone should, of which the log tells after a start; a check tells all.
pub const STORE_SHARED_NAMES: usize = 100;
/// Devices that have a name in the signalling network, read at once: few have the same ESN, and one has any other.
pub const NAME_HOLDERS: usize = 64;
/// MiB of the file that are kept in memory, unless it is configured.
pub const STORE_CACHE_DEFAULT_MIB: usize = 64;
/// What may be configured for it.
pub const STORE_CACHE_MIB: std::ops::RangeInclusive<usize> = 8..=65_536;
/// Keys that may be given at one time: the one in use, and those before it whose secrets are not yet sealed anew.
pub const STORE_KEYS: usize = 8;

// What a store in memory keeps; a laboratory's run fits.

/// Exchanges that have ended.
pub const EXCHANGES_IN_MEMORY: usize = 10_000;
/// Steps of one exchange's history, in any store: an exchange has about twenty, and a repeated one comes back a few times.
pub const HISTORY_STEPS: usize = 200;
/// Deliveries.
pub const DELIVERIES_IN_MEMORY: usize = 100_000;
/// Records of the audit trail.
pub const AUDIT_IN_MEMORY: usize = 10_000;
