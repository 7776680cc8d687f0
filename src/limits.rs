//! Every ceiling in the program, named, with its reason. Sizes of numbers stand in `hw/src/limits.rs`.
//!
//! Nothing here is computed or configured: a limit that an operator may lower is a default in `config.rs` which this file
//! caps. Used by every room.

// Names and texts from outside.

/// Longest device id: URNs seen in the field have at most 50 octets.
pub const DEVICE_ID_OCTETS: usize = 128;
/// Longest SessionID: the standard's are four hex digits, clients send their own counters.
pub const SESSION_ID_OCTETS: usize = 32;
/// Longest URI in a document: DM devices report at most 255, with room for a query.
pub const URI_OCTETS: usize = 1024;

// HTTP.

/// Request line and headers together.
pub const HTTP_HEAD_OCTETS: usize = 8 * 1024;
/// One header line, or the request line.
pub const HTTP_LINE_OCTETS: usize = 4 * 1024;
/// Header lines in one request.
pub const HTTP_HEADERS: usize = 64;
/// Body of a message of a live session.
pub const HTTP_BODY_OCTETS: usize = 64 * 1024;
/// Body of a message that is not part of a live session: a stranger gets no more.
pub const STRANGER_BODY_OCTETS: usize = 8 * 1024;
/// Milliseconds for a request's head to arrive, from its first octet.
pub const HTTP_HEAD_MS: u64 = 10_000;
/// Milliseconds for a request's body to arrive.
pub const HTTP_BODY_MS: u64 = 30_000;
/// Milliseconds for an answer to be taken by the peer.
pub const HTTP_WRITE_MS: u64 = 30_000;
/// Milliseconds that a connection may stay open between requests.
pub const HTTP_IDLE_MS: u64 = 60_000;
/// Connections of one listener thread.
pub const CONNECTIONS_PER_THREAD: usize = 16_384;

// SyncML documents.

/// Depth of elements; the deepest legal SyncML document has about twelve.
pub const XML_DEPTH: usize = 32;
/// Commands in one document, those inside Sequence and Atomic counted.
pub const COMMANDS_PER_MESSAGE: usize = 256;
/// Items in one command.
pub const ITEMS_PER_COMMAND: usize = 256;
/// Characters of a credential, nonce or type string.
pub const META_TEXT_OCTETS: usize = 1024;

// Device management.

/// Sessions in one desk: a session costs about 4 KiB.
pub const SESSIONS_PER_DESK: usize = 32_768;
/// Messages that a handset may send in one session.
pub const MESSAGES_PER_SESSION: u32 = 100;
/// Milliseconds without a message after which a session is forgotten (field practice: 15 minutes).
pub const SESSION_IDLE_MS: u64 = 15 * 60_000;
/// Challenges in one session before it is closed; libdmclient would go on for ever.
pub const CHALLENGES_PER_SESSION: u32 = 3;

// Between threads.

/// Events waiting at one desk; more are answered 503.
pub const DESK_INBOX: usize = 4_096;
/// Powers waiting for the batcher; more are answered 503.
pub const COMPUTE_QUEUE: usize = 8_192;

// Laboratory.

/// Text or file that `decode` and `encode` take: far above any message, far below what would hurt.
pub const CODEC_INPUT_OCTETS: u64 = 1024 * 1024;
