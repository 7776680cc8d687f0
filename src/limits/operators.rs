//! Every ceiling of the API for operators and of their commands, with its reason.
//!
//! Called by everybody, as part of [`super`].

/// Entries of `[admin]` that give roles: each request is held against them.
pub const ADMIN_GRANTS: usize = 256;
/// Connections of operators and their programs.
pub const ADMIN_CONNECTIONS: usize = 128;
/// Of them, those of one host that has shown no certificate with a role yet, or of one user without a role: some operators behind one address
/// who come at once.
pub const ADMIN_STRANGERS_PER_HOST: usize = 8;
/// Those of all such hosts and users together.
pub const ADMIN_STRANGERS: usize = 32;
/// Those of one user with a role.
pub const ADMIN_PER_USER: usize = 48;
/// Those that root and the service's own user have by the socket, whoever else is there.
pub const ADMIN_RESERVED: usize = 16;
/// Milliseconds between two words in the log that connections of operators are refused.
pub const ADMIN_REFUSED_TOLD_MS: u64 = 60_000;
/// A body of the API that is no file: the largest is a subscriber, or an IS-683 message in hex.
pub const ADMIN_BODY_OCTETS: usize = 16 * 1024;
/// Entries of one page: about a MiB of exchanges.
pub const ADMIN_PAGE: usize = 1_000;
/// The same unless it is asked for.
pub const ADMIN_PAGE_DEFAULT: usize = 100;
/// Exchanges, deliveries or records of the audit trail that one reading looks at for a page: some milliseconds, for which everybody else's readings wait.
pub const ADMIN_LOOKS: usize = 1_024;
/// Milliseconds for which a page is looked for; what is not found then is for the next one.
pub const ADMIN_LOOK_MS: u64 = 1_000;
/// Milliseconds by which a record of the audit trail may be older than the one before it: threads say when, and the store in which order, it happened.
pub const AUDIT_DISORDER_MS: u64 = 60_000;
/// An answer of the API that our commands take: a page of exchanges has about 600 octets for each.
pub const ADMIN_ANSWER_OCTETS: usize = 16 * 1024 * 1024;
/// A line of a file of audit records: four texts, none of them long.
pub const AUDIT_LINE_OCTETS: usize = 64 * 1024;
/// Seconds that an answer may wait for something to tell.
pub const ADMIN_WAIT_S: u64 = 60;
/// Members of an object of the API: more than any has.
pub const ADMIN_MEMBERS: usize = 64;
/// Subscribers of a file that are written together: enough that a disk's sync is shared by many.
pub const IMPORT_BATCH: usize = 512;
/// A line of such a file: twelve fields as long as they may be, quoted.
pub const IMPORT_LINE_OCTETS: usize = 12 * 1024;
/// Times that a batch is tried again that found no room in the store, and milliseconds between them.
pub const IMPORT_ATTEMPTS: u32 = 50;
/// The pause.
pub const IMPORT_PAUSE_MS: u64 = 200;
/// Octets of a key of requests that must not be done twice.
pub const IDEMPOTENCY_KEY_OCTETS: usize = 255;
/// Requests with such a key that are under way at one time, also those that nobody waits for any more.
pub const IDEMPOTENCY_KEYS: usize = 10_000;
/// URL that an outcome is sent to.
pub const OUTCOME_URL_OCTETS: usize = 1_024;
/// Devices that are attached through the API at one time.
pub const RELAY_SEATS: usize = 4_096;
/// Milliseconds without a word of an OTAF after which the handset that it has attached to is let go, and its seat at the API forgotten: as long as
/// a session without a message.
pub const OTAF_IDLE_MS: u64 = super::SESSION_IDLE_MS;
/// An IS-683 message that is relayed: what SMDPP carries is far shorter.
pub const RELAY_MESSAGE_OCTETS: usize = 2 * 1024;
/// Events that are kept for those who come back to their stream.
pub const EVENTS_KEPT: usize = 4_096;
/// Milliseconds between two looks into the outbox for somebody who waits for it.
pub const KEYS_LOOK_MS: u64 = 200;
/// Streams of events at one time.
pub const EVENT_STREAMS: usize = 64;
/// Of them, those of one caller: what a few people and programs under one name watch.
pub const EVENT_STREAMS_PER_CALLER: usize = 16;
/// Octets of events that are sent at once.
pub const EVENT_PIECE_OCTETS: usize = 64 * 1024;
/// Milliseconds without an event after which a stream says that it is alive, and so finds out whether its reader is.
pub const EVENT_HEARTBEAT_MS: u64 = 15_000;
/// Path of a Unix socket: what the kernel takes, without the NUL behind it.
pub const SOCKET_PATH_OCTETS: usize = 107;
