//! Every ceiling in the program, named, with its reason. Those of campaigns, operators and stores stand in files of their own beside this one, sizes of
//! numbers in `hw/src/limits.rs`.
//!
//! Nothing here is computed or configured: a limit that an operator may lower is a default in `config.rs` which this file
//! caps. Used by every room.

mod campaigns;
mod operators;
mod store;

pub use campaigns::*;
pub use operators::*;
pub use store::*;

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
/// The smallest that it may be made: a first message has 1 to 2 KiB, and a handset that obeys MaxMsgSize needs room for its Statuses and a chunk.
pub const HTTP_BODY_LEAST_OCTETS: usize = 4 * 1024;
/// Body of a message that is not part of a live session: a stranger gets no more.
pub const STRANGER_BODY_OCTETS: usize = 8 * 1024;
/// Milliseconds for a request's head to arrive, from its first octet.
pub const HTTP_HEAD_MS: u64 = 10_000;
/// Milliseconds for a request's body to arrive.
pub const HTTP_BODY_MS: u64 = 30_000;
/// Milliseconds for a body that is dealt with while it arrives, as long as something does: a file of millions of lines.
pub const HTTP_STREAMED_BODY_MS: u64 = 3_600_000;
/// Milliseconds for an answer to be taken by the peer.
pub const HTTP_WRITE_MS: u64 = 30_000;
/// Milliseconds that a connection may stay open between requests.
pub const HTTP_IDLE_MS: u64 = 60_000;
/// Milliseconds that a connection which has not asked anything yet has for it when the service begins to stop: its request
/// may be on its way, and it was let in.
pub const HTTP_PARTING_MS: u64 = 250;
/// Milliseconds for a TLS handshake: three round trips over a slow radio, and a retransmission.
pub const TLS_HANDSHAKE_MS: u64 = 15_000;
/// The longest that an operator may make any of these waits: ten minutes.
pub const HTTP_WAIT_MS: u64 = 600_000;
/// The most connections that may be configured: so many descriptors are asked of the system.
pub const CONNECTIONS: usize = 1_000_000;
/// Connections of handsets, unless it is configured: of 100,000 handsets that talk for a minute a day some 70 are here at a
/// time, and a burst of a third of them still fits; idle they cost about 2 KiB each, under TLS about 16.
pub const CONNECTIONS_DEFAULT: usize = 32_768;
/// Connections of the status listener: some scrapers and load balancers.
pub const STATUS_CONNECTIONS: usize = 128;
/// TLS handshakes in progress, unless it is configured: each holds about 20 KiB, and a core does some thousand a second.
pub const HANDSHAKES_DEFAULT: usize = 2_048;
/// Requests that one connection may bring, unless it is configured: a session has about ten.
pub const REQUESTS_PER_CONNECTION_DEFAULT: u32 = 1_000;
/// Networks in one list of the configuration: each connection is held against them.
pub const NETWORKS: usize = 256;
/// A header of the PROXY protocol; those seen have at most some hundred octets.
pub const PROXY_HEADER_OCTETS: usize = 2 * 1024;
/// Connections beyond the cap that are told so at one time; more are closed without a word.
pub const TURNED_AWAY_PER_THREAD: usize = 64;
/// Milliseconds that a closed connection may still send what we do not want, so that it can read our answer.
pub const HTTP_LINGER_MS: u64 = 2_000;
/// The same where nothing more was seen of it: an octet may be on its way.
pub const HTTP_LINGER_BRIEFLY_MS: u64 = 50;
/// Octets read and forgotten on such a connection.
pub const HTTP_LINGER_OCTETS: usize = 256 * 1024;
/// One size line of a chunked body, extensions included.
pub const CHUNK_LINE_OCTETS: usize = 256;
/// What size lines and trailers of one chunked body may weigh together beyond what its content weighs.
pub const CHUNK_FRAMING_OCTETS: usize = 64 * 1024;
/// An answer that our HTTP client takes.
pub const ANSWER_OCTETS: usize = 1024 * 1024;
/// Milliseconds for our HTTP client to connect.
pub const CLIENT_CONNECT_MS: u64 = 10_000;
/// Milliseconds from a request of our HTTP client to the end of its answer.
pub const CLIENT_ANSWER_MS: u64 = 60_000;

// Sockets.

/// Connections that wait in the kernel for accept; the kernel's `somaxconn` caps it too.
pub const LISTEN_BACKLOG: i32 = 1_024;
/// Octets of one pooled buffer: the largest head fits, and so does nearly every message.
pub const BUFFER_OCTETS: usize = HTTP_HEAD_OCTETS;
/// Free buffers that a thread keeps; the rest go back to the allocator.
pub const BUFFERS_KEPT: usize = 256;
/// Submission entries of one ring: operations begun between two visits to the kernel.
pub const RING_ENTRIES: u32 = 1_024;
/// Completion entries of one ring; what does not fit waits in the kernel.
pub const RING_COMPLETIONS: u32 = 8_192;
/// Milliseconds of rest after accept failed for want of descriptors or memory.
pub const ACCEPT_PAUSE_MS: u64 = 50;
/// Descriptors asked of the system at start, as far as the hard limit allows.
pub const DESCRIPTORS: u64 = 1_048_576;

/// Descriptors that are not connections of handsets: rings, listeners, files, and the status listener's connections.
pub const OTHER_DESCRIPTORS: u64 = 512;

// SyncML documents.

/// A document to be read or to be turned from one encoding into the other; HTTP bodies are smaller still.
pub const DOCUMENT_OCTETS: usize = 1024 * 1024;
/// Depth of elements; the deepest legal SyncML document has about twelve.
pub const XML_DEPTH: usize = 32;
/// Pieces of markup in a stranger's document: elements, references, comments and the like. A first message has one for each
/// 25 octets or more, also with all of DevInfo and an answer to our challenge; a document of nothing else costs about 100 ns a piece.
pub const STRANGER_PIECES: usize = 384;
/// The same in a document of a live session: a body that is one long text of references, which have four octets, still passes.
pub const SESSION_PIECES: usize = HTTP_BODY_OCTETS / 4;
/// Commands in one document, those inside Sequence and Atomic counted.
pub const COMMANDS_PER_MESSAGE: usize = 256;
/// The same in a stranger's document: each is answered by a Status, which costs half a microsecond. A first message has an
/// alert or two, DevInfo, and perhaps what a session left behind.
pub const STRANGER_COMMANDS: usize = 64;
/// Items in one command.
pub const ITEMS_PER_COMMAND: usize = 256;
/// String table of a WBXML document; clients seen have at most 60 octets there.
pub const WBXML_STRING_TABLE_OCTETS: usize = 16 * 1024;
/// Milliseconds from one line of the log about a session's document that cannot be read to the next, of one thread.
pub const BAD_DOCUMENT_LINES_MS: u64 = 1_000;
/// Characters of a credential, nonce or type string.
pub const META_TEXT_OCTETS: usize = 1024;

/// A notification: 24 octets, a server id of at most 255, and what the vendor adds.
pub const NOTIFICATION_OCTETS: usize = 1024;
/// User data of a short message, octets of eight bits.
pub const SHORT_MESSAGE_OCTETS: usize = 140;

// Signalling.

/// Largest number of a tag: three octets of seven bits; ANSI-41's largest parameter has a number below 1000.
pub const TAG_NUMBER: u32 = (1 << 21) - 1;
/// A package of TCAP: sixteen segments of SCCP hold less, and the longest of ours, with four numbers of 255 octets, has a quarter.
pub const TCAP_OCTETS: usize = 4 * 1024;
/// Invokes of ours that wait for their answers: a question of every session of two desks.
pub const TCAP_ASKED: usize = 65_536;
/// Invokes of others that are being worked on: an attach waits up to a minute for its handset, about 500 octets each.
pub const TCAP_RUNNING: usize = 32_768;
/// The same of one peer: half, so that no peer shuts another one out.
pub const TCAP_RUNNING_OF_PEER: usize = 16_384;
/// Answers kept for queries that come again, about 300 octets each: at the highest rate those of the last second.
pub const TCAP_KEPT: usize = 16_384;
/// Milliseconds that they are kept: peers that repeat a query do so within some seconds.
pub const TCAP_KEEP_MS: u64 = 60_000;
/// Milliseconds after which an invoke of others is given up here: twice what a handset gets to come, and to answer.
pub const TCAP_WORK_MS: u64 = 120_000;
/// Milliseconds for a peer to answer an invoke of ours.
pub const TCAP_ANSWER_MS: std::ops::RangeInclusive<u64> = 500..=120_000;
/// The same unless it is configured.
pub const TCAP_ANSWER_DEFAULT_MS: u64 = 10_000;
/// Times that an invoke of ours is sent before its question is given back unanswered; the exchange asks again in its own time.
pub const TCAP_ATTEMPTS: u32 = 3;
/// The most of them that may be configured.
pub const TCAP_ATTEMPTS_MOST: u32 = 10;
/// Exchanges whose AKeyProtocolVersion is remembered from one operation to the next.
pub const OTASP_VERSIONS: usize = 65_536;

// Waking handsets.

/// Handsets to be woken, and handsets that came, on their way to the task that wakes them; more are not woken, and counted.
pub const WAKE_QUEUE: usize = 4_096;
/// Handsets that are being woken at one time: about 300 octets each.
pub const WAKES: usize = 65_536;
/// Datagrams that are being sent at one time: each looks up a name and holds a socket.
pub const WAKE_SENDS: usize = 64;
/// Milliseconds for a name to be found and a datagram to leave.
pub const WAKE_SEND_MS: u64 = 5_000;
/// Times that a handset is called at most.
pub const WAKE_ATTEMPTS: u32 = 20;
/// The shortest and the longest time that a handset may get to come, milliseconds: a call costs it battery.
pub const WAKE_ANSWER_MS: std::ops::RangeInclusive<u64> = 1_000..=24 * 3_600_000;
/// Pushes that wait for the SMSC; more are tried by another bearer, or later.
pub const SMPP_QUEUE: usize = 1_024;
/// Octets of one PDU from the SMSC: the longest that it has cause to send is a receipt of some hundred.
pub const SMPP_PDU_OCTETS: usize = 8 * 1024;
/// Messages on their way that the SMSC has not answered.
pub const SMPP_WINDOW: usize = 1_000;
/// Messages whose delivery receipts are waited for.
pub const SMPP_RECEIPTS: usize = 65_536;
/// Receipts that are kept because they may have overtaken the answer to their message: those of a full window come within a second.
pub const SMPP_EARLY_RECEIPTS: usize = 256;
/// What may be configured for the link's silence and the SMSC's answers, milliseconds.
pub const SMPP_WAIT_MS: std::ops::RangeInclusive<u64> = 500..=600_000;
/// Milliseconds from an SMSC's "too fast" to the next message, at first and after many.
pub const SMPP_PAUSE_MS: std::ops::RangeInclusive<u64> = 1_000..=30_000;
/// Milliseconds from a lost link to the next attempt, at first and after many.
pub const SMPP_RECONNECT_MS: std::ops::RangeInclusive<u64> = 1_000..=60_000;

// The northern signalling link.

/// Octets of one SCCP message unless configured: an MTP message of 272 without its ANSI routing label of 7.
pub const SCCP_MESSAGE_OCTETS: usize = 265;
/// What may be configured for it: addresses and the optional part of a segment need some 40 octets.
pub const SCCP_MESSAGE: std::ops::RangeInclusive<usize> = 64..=SCCP_MESSAGE_OCTETS;
/// Octets of unitdata, whole: what 16 segments carry at most.
pub const SCCP_DATA_OCTETS: usize = 16 * 251;
/// Unitdata whose segments are awaited, at most 4 KiB each.
pub const SCCP_REASSEMBLIES: usize = 1_024;
/// The same of one point code: one peer must not keep others' segments out.
pub const SCCP_REASSEMBLIES_OF_PEER: usize = 256;
/// One M3UA message: the longest LUDT that anybody sends us, with room for parameters.
pub const M3UA_OCTETS: usize = 8 * 1024;
/// What one IPA frame carries: the same.
pub const IPA_OCTETS: usize = 8 * 1024;
/// Unitdata on its way out of one link; more is refused. At 10,000 a second, half a second's.
pub const LINK_QUEUE: usize = 4_096;
/// Of it, what waits for one association: a peer that takes nothing must not hold up the others.
pub const LINK_QUEUE_OF_ASSOCIATION: usize = 2_048;
/// Unitdata that has come and waits for its user; more goes back, or is dropped, and counted.
pub const LINK_EVENTS: usize = 4_096;
/// Associations of one link.
pub const LINK_ASSOCIATIONS: usize = 16;
/// Octets that wait for one socket before the next message is looked at.
pub const LINK_OUT_OCTETS: usize = 64 * 1024;
/// Octets read from one socket in one go.
pub const LINK_READ_OCTETS: usize = 64 * 1024;
/// Point codes, or groups of them, that one association remembers to be out of reach or congested.
pub const LINK_WAYS: usize = 64;
/// Milliseconds until the network is asked whether such a way is free again.
pub const LINK_AUDIT_MS: u64 = 5_000;
/// Milliseconds from a lost association to the next attempt, at first and after many.
pub const LINK_RECONNECT_MS: std::ops::RangeInclusive<u64> = 500..=30_000;
/// What may be configured for a link's silences, milliseconds.
pub const LINK_WAIT_MS: std::ops::RangeInclusive<u64> = 100..=600_000;
/// Milliseconds that the associations of a link get to take leave, each half of it: a round trip to a peer that answers at once, and a retransmission.
pub const LINK_LEAVE_MS: u64 = 2_000;
/// Milliseconds after which an ASP that is up and was refused asks again to be active.
pub const LINK_ASK_AGAIN_MS: u64 = 5_000;
/// Milliseconds that transactions under way get when the service stops: what the desks have left is answered at once, and nothing new begins.
pub const TCAP_DRAIN_MS: u64 = 1_000;
/// Messages that wait to be written to a capture file; more are not in it, and counted.
pub const CAPTURE_QUEUE: usize = 8_192;

// Device management.

/// Sessions in one desk, unless it is configured: a session costs about 4 KiB.
pub const SESSIONS_PER_DESK: usize = 32_768;
/// The most sessions of all desks that may be configured: one for each connection.
pub const SESSIONS: usize = CONNECTIONS;
/// First messages of one desk whose credentials are being checked or made durable; more are answered 503.
pub const LOGINS_PER_DESK: usize = 1_024;
/// Exchanges that may wait for one device.
pub const EXCHANGES_PER_DEVICE: usize = 8;
/// Milliseconds for which a device's reported capability is believed: 30 days.
pub const CAPABILITY_MS: u64 = 30 * 24 * 3_600_000;
/// Messages that a handset may send in one session.
pub const MESSAGES_PER_SESSION: u32 = 100;
/// Devices in one desk that are here, were here a minute ago, or have an exchange: so many for each session.
pub const DEVICES_PER_SESSION: usize = 4;
/// Largest MsgID: a session never comes near it.
pub const MSG_ID: u32 = 1_000_000_000;
/// Milliseconds for which a session that is over is kept, for the retransmission of its last message.
pub const SESSION_LINGER_MS: u64 = 60_000;
/// Milliseconds without a message after which a session is forgotten (field practice: 15 minutes).
pub const SESSION_IDLE_MS: u64 = 15 * 60_000;
/// Milliseconds from one attempt to fetch an answer to the next; doubled each time.
pub const POLL_MS: u64 = 1_000;
/// Largest message for a handset that names no MaxMsgSize: what small handsets take.
pub const MESSAGE_DEFAULT_OCTETS: u32 = 10 * 1024;
/// The smallest of such limits: header, statuses and one command need as much.
pub const MESSAGE_LEAST_OCTETS: u32 = 1024;
/// The largest of such limits.
pub const MESSAGE_MOST_OCTETS: u32 = 1024 * 1024;
/// What a handset may report as its DevInfo, names and values together: it is kept with the device, read at each login. Five leaves of at
/// most 255 octets, and as much of a maker's own.
pub const DEV_INFO_OCTETS: usize = 4 * 1024;
/// Octets that a command may turn out longer than it was measured: its numbers have more digits.
pub const COMMAND_SLACK_OCTETS: usize = 8;
/// An object that comes in chunks, whole: far above any message or value that is asked for. MaxObjSize, as handsets are told.
pub const OBJECT_OCTETS: u32 = 16 * 1024;
/// Wrong credentials of one device from one source that cost it nothing: a nonce may be lost on either side.
pub const FAILURES_FREE: u32 = 3;
/// Milliseconds that the answer to the next one waits; doubled each time.
pub const FAILURE_DELAY_MS: u64 = 1_000;
/// The longest such wait: half of what handsets wait for an answer.
pub const FAILURE_DELAY_MOST_MS: u64 = 15_000;
/// Milliseconds for which a device's failures are remembered, and then told in one record.
pub const FAILURE_RECORD_MS: u64 = 3_600_000;
/// Devices whose failures one desk remembers: a few hundred octets each.
pub const FAILURES_PER_DESK: usize = 8_192;
/// Sources of failures that are told apart for one device.
pub const FAILURE_SOURCES: usize = 8;
/// Answers to wrong credentials that wait in one desk, a connection each; more are answered 503.
pub const HELD_ANSWERS: usize = 1_024;
/// Challenges in one session before it is closed; libdmclient would go on for ever.
pub const CHALLENGES_PER_SESSION: u32 = 3;

// Exchanges.

/// Sessions that one exchange may lose before it fails.
pub const SESSIONS_PER_EXCHANGE: u32 = 5;
/// Times that the north may refuse to make a key live before the exchange ends without it.
pub const ACTIVATION_REFUSALS: u32 = 10;

/// Exchanges of which something is still to come when a process starts: as many as thirty desks take on. Each costs about 2 KiB until it is over.
pub const OPEN_EXCHANGES: usize = 4_000_000;
/// Records in one page that is read from the store.
pub const READ_PAGE: usize = 1_000;
/// Exchanges of one device and one process that may leave it open which key the handset uses: one that answers no Commit eight times over is out of order.
pub const DOUBTS_PER_DEVICE: usize = 8;
/// Milliseconds from the end of an exchange that was begun to end a doubt, and did not, to the next one; the pause doubles each time.
pub const SUPERSEDE_AGAIN_MS: u64 = 5 * 60_000;
/// Such exchanges of one device, one after the other, until its doubt is left to an operator: with the pauses they take more than ten hours, and what
/// refuses for so long goes on refusing.
pub const SUPERSEDING_ENDS: u32 = 8;
/// Milliseconds until a step is tried again that the store had no room for; and for which the service counts as not ready after the last.
pub const STORE_AGAIN_MS: u64 = 5_000;
/// What one desk still has to tell the north of exchanges that are over, in memory, about a KiB each: as many as there may be devices. Discards beyond it are
/// told by a later process.
pub const DEBTS_PER_DESK: usize = SESSIONS_PER_DESK * DEVICES_PER_SESSION;
/// The longest pause, milliseconds, between two attempts to tell the north what it is still to hear of an exchange that is over.
pub const DEBT_WAITS_MS: u64 = 10 * 60_000;
/// Milliseconds until a discard is looked at again that must not cross an exchange of its device that is under way: a visit takes about as long.
pub const DISCARD_WAITS_MS: u64 = 5_000;
/// Milliseconds from one handset of one desk to the next that are called for exchanges of an earlier process: a hundred in a second.
pub const RESUMED_CALL_MS: u64 = 10;

/// Milliseconds that an exchange may last from its request (field practice: 72 hours in the queue).
pub const EXCHANGE_MS: u64 = 72 * 3_600_000;
/// Milliseconds that a handset may take for one step: old ones need a minute for their powers, and may come back in a later session.
pub const STEP_MS: u64 = 10 * 60_000;
/// Milliseconds that the north may take for one answer: longer than a session is held open for it, since people may have a part in it.
pub const NORTH_MS: u64 = 10 * 60_000;
/// Milliseconds that an OTAF waits for a handset to come, and for each of its answers.
pub const PUSH_MS: u64 = 60_000;
/// Milliseconds that the authentication centre waits for a handset's last word, which nothing depends on.
pub const CLOSING_MS: u64 = 10_000;
/// Milliseconds until a handset that does not come is called again; the pause doubles each time.
pub const CALL_AGAIN_MS: u64 = 5 * 60_000;
/// Times that a handset is called before an exchange waits for it to come by itself: in two and a half hours.
pub const CALLS: u32 = 6;

// Between threads.

/// Events waiting at one desk; more are answered 503.
pub const DESK_INBOX: usize = 4_096;
/// Milliseconds that an operator's request waits for a desk: a commit takes some, and one that found no room is tried again after five seconds.
pub const OPERATION_MS: u64 = 10_000;
/// Changes of state that a slow listener may be behind before he misses some: a second of a busy appliance, about 200 octets each.
pub const HAPPENINGS: usize = 16_384;
/// Powers waiting for the batcher; more are answered 503.
pub const COMPUTE_QUEUE: usize = 8_192;
/// Ready-made pairs of y and G^y kept for one group: the peak of a second is met, and 64 of 2040 bits are 32 KiB.
pub const READY_PAIRS: usize = 64;
/// Groups for which pairs are kept ready: an appliance serves one of its own, the others are on their way out.
pub const READY_GROUPS: usize = 4;
/// One exchange in so many is computed twice, unless it is configured.
pub const CHECK_EVERY_DEFAULT: u32 = 64;
/// The rarest check: a defect is to show within an hour's exchanges.
pub const CHECK_EVERY: u32 = 65_536;
/// P's that wait to be judged: a second's worth of the largest. More are not judged, and whoever must have a verdict is
/// told to come again.
pub const JUDGE_QUEUE: usize = 256;
/// P's whose verdict is remembered, about 8 KiB each: an operator's centres use a few at a time.
pub const JUDGED: usize = 64;
/// Devices whose P and G of the north are remembered until BS_RESULT comes; and as many before them.
pub const RELAYED_GROUPS: usize = 4_096;
/// Questions on their way to the authentication centre; more are answered as unreachable and asked again.
pub const NORTH_QUEUE: usize = 4_096;
/// Deliveries to one destination that are in memory, about 300 octets each; the others stay in the store until there is room.
pub const OUTBOX_WINDOW: usize = 16_384;
/// The same of those that are held back until an operator lets them go, which need not keep the others out.
pub const OUTBOX_HELD: usize = 65_536;
/// Of the window, what one lane may have: a device whose deliveries are not taken must not keep those of others out.
pub const OUTBOX_LANE: usize = 256;
/// Who waits for one delivery: an exchange asks again now and then while a centre is away, and has given up its oldest questions.
pub const OUTBOX_ASKERS: usize = 8;
/// Deliveries read from the store at one time.
pub const OUTBOX_PAGE: usize = 256;
/// Milliseconds from one look at what waits in the outbox to the next: as fresh as anybody scrapes.
pub const OUTBOX_LOOK_MS: u64 = 5_000;
/// Destinations of deliveries that the configuration does not know and that are told about.
pub const OUTBOX_STRANGERS: usize = 64;
/// Outcomes on their way to one place that an exchange's request named.
pub const OUTCOMES_IN_FLIGHT: usize = 8;
/// Beginnings of URLs that outcomes may go to: each is a line of its own.
pub const OUTCOME_PLACES: usize = 64;
/// Deliveries on their way to one northern peer: each is a connection.
pub const NORTH_IN_FLIGHT: usize = 1_000;
/// The same unless it is configured.
pub const NORTH_IN_FLIGHT_DEFAULT: usize = 32;
/// Questions of relayed exchanges on their way to northern peers: each is a connection.
pub const NORTH_QUESTIONS: usize = 64;
/// Idle connections to one northern peer that are kept.
pub const NORTH_CONNECTIONS_KEPT: usize = 64;
/// Milliseconds from one attempt at a delivery to the next, at first and after many.
pub const NORTH_RETRY_MS: std::ops::RangeInclusive<u64> = 500..=60_000;
/// Seconds of rest that a northern peer may ask for at one time.
pub const NORTH_RETRY_AFTER_S: u64 = 3_600;
/// What may be configured for a northern peer's answers, milliseconds.
pub const NORTH_POST_MS: std::ops::RangeInclusive<u64> = 100..=600_000;
/// The same unless it is configured: its disk may have to wake up.
pub const NORTH_POST_DEFAULT_MS: u64 = 10_000;
/// Octets of a northern peer's answer: two numbers of at most 255 octets in hex, and what it adds.
pub const NORTH_ANSWER_OCTETS: usize = 16 * 1024;
/// Trace files waiting to be written; more are dropped, and counted.
pub const TRACE_QUEUE: usize = 1_024;
/// Milliseconds that running requests get when the service stops.
pub const DRAIN_MS: u64 = 25_000;
/// The same of the side thread, where operators ask and metrics are fetched: nobody's key depends on them.
pub const SIDE_DRAIN_MS: u64 = 2_000;
/// Seconds after which a handset that was answered 503 may come again.
pub const RETRY_AFTER_S: u64 = 5;

// Groups of our own.

/// Fresh groups in stock: at one a day, two months'.
pub const GROUP_STOCK: usize = 64;
/// The same unless it is configured: a day's peak, and time to repair what keeps new ones from being made.
pub const GROUP_STOCK_DEFAULT: usize = 4;
/// Exchanges of one P: whoever breaks it reads them all.
pub const GROUP_EXCHANGES: u64 = 10_000_000;
/// The same unless it is configured.
pub const GROUP_EXCHANGES_DEFAULT: u64 = 100_000;
/// Hours of one P.
pub const GROUP_HOURS: u32 = 31 * 24;
/// The same unless it is configured.
pub const GROUP_HOURS_DEFAULT: u32 = 24;
/// A file of the stock: two numbers of at most 255 octets in hex, and a digest.
pub const GROUP_FILE_OCTETS: u64 = 4 * 1024;

// Configuration.

/// Threads of one kind.
pub const THREADS: usize = 1_024;
/// Longest name of a northern peer: it stands in metrics and logs.
pub const NORTH_NAME_OCTETS: usize = 32;
/// Milliseconds that an answer to a handset may be held: many give up after 30 s.
pub const DM_HOLD_MS: u64 = 25_000;
/// The same unless it is configured.
pub const DM_HOLD_DEFAULT_MS: u64 = 5_000;
/// Packages that may keep a session open: each costs one of [`MESSAGES_PER_SESSION`], and the exchange needs the rest.
pub const DM_HOLD_ROUNDS: u32 = 60;
/// The same unless it is configured.
pub const DM_HOLD_ROUNDS_DEFAULT: u32 = 12;
/// Hours for which a key may be kept after both sides use it: a year.
pub const KEEP_KEY_HOURS: u32 = 366 * 24;
/// The same unless it is configured: a working day finds what went wrong the day before.
pub const KEEP_KEY_DEFAULT_HOURS: u32 = 24;
/// Days for which something that is over may be kept; for ever is another matter.
pub const KEEP_DAYS: u32 = 36_500;
/// The same for exchanges unless it is configured: a quarter's complaints.
pub const KEEP_EXCHANGES_DEFAULT_DAYS: u32 = 90;
/// The same for deliveries that have arrived: they tell when a centre heard of what.
pub const KEEP_DELIVERIES_DEFAULT_DAYS: u32 = 30;
/// Milliseconds from one look for what is over to the next.
pub const FORGET_EVERY_MS: u64 = 60 * 60_000;
/// Milliseconds that a service may have been away, by its clock, for that to be believed at once: two weeks. Else the clock may be wrong, and what was
/// removed by it is gone for good. Never more than half the time for which anything is kept.
pub const FORGET_AWAY_MS: u64 = 14 * 24 * 3_600_000;
/// Milliseconds that a service runs by a clock that may be wrong before it removes anything by it: a week to set it right. Where something is kept for
/// less, that is enough: whatever was there at the start is as old then.
pub const FORGET_DOUBT_MS: u64 = 7 * 24 * 3_600_000;
/// Milliseconds that the system's clock may be behind what the store knows without being worth a warning: clocks are slewed.
pub const CLOCK_BEHIND_MS: u64 = 60_000;
/// Milliseconds from one look at the system's clock to the next; no timer waits for longer without a look at what time it is.
pub const CLOCK_LOOK_MS: u64 = 10_000;
/// Milliseconds that the system's clock may be ahead of the service's without being followed: nothing here is that exact.
pub const CLOCK_AHEAD_MS: u64 = 2_000;
/// Milliseconds after its start for which a process follows the system's clock as far as that is ahead, as a start does: a machine without a clock of its
/// own has the time from the network by then.
pub const CLOCK_STARTING_MS: u64 = 10 * 60_000;
/// Milliseconds that it leaps over in as many, later: a day is what a machine may have slept, or a time zone be taken for another. It takes as much of the
/// time that exchanges and keys have, and a clock that is wrong by more takes no more.
pub const CLOCK_LEAP_MS: u64 = 24 * 3_600_000;
/// Milliseconds from one look for keys whose time is over to the next.
pub const WIPE_EVERY_MS: u64 = 10 * 60_000;
/// Minutes after which an exchange in doubt may be worth an alert: a month.
pub const IN_DOUBT_ALERT_MINUTES: u32 = 31 * 24 * 60;
/// The same unless it is configured: a handset that was called at once has come by then, or is out of reach.
pub const IN_DOUBT_ALERT_DEFAULT_MINUTES: u32 = 60;
/// Handsets of one demo: each is a socket on both sides.
pub const DEMO_HANDSETS: u32 = 1_000_000;
/// The subscribers file: about two million lines.
pub const SUBSCRIBERS_OCTETS: u64 = 512 * 1024 * 1024;
/// A user name, password or nonce of a subscriber, as it stands in the file.
pub const CREDENTIAL_OCTETS: usize = 256;
/// Mistakes told about one file: who makes more has the wrong file.
pub const PROBLEMS: usize = 100;

// The simulated handset.

/// Nodes in its management tree; its own objects have about 50.
pub const HANDSET_NODES: usize = 256;
/// Largest value of a leaf, octets: MaxObjSize as it tells the server.
pub const HANDSET_LEAF_OCTETS: usize = 8 * 1024;
/// Milliseconds after which it gives up an exchange of the nodes dialect.
pub const HANDSET_EXCHANGE_MS: u64 = 15 * 60_000;
/// Times that it asks a busy server again.
pub const HANDSET_BUSY_RETRIES: u32 = 5;
/// Longest time that it waits before it asks again, whatever Retry-After says, milliseconds.
pub const HANDSET_BUSY_WAIT_MS: u64 = 10_000;
/// Times that it sends a message again whose answer did not come.
pub const HANDSET_RETRANSMISSIONS: u32 = 3;
/// Milliseconds before the first of them; each later one waits twice as long.
pub const HANDSET_RETRY_MS: u64 = 500;
/// Milliseconds after which a connection is cut that a fault switch wants cut: the request has left by then.
pub const HANDSET_CUT_MS: u64 = 50;
/// Sessions that it begins by itself to bring what earlier ones owed: an exchange has about five answers.
pub const HANDSET_OWED_SESSIONS: u32 = 16;
/// Seconds that it waits for a notification unless told otherwise.
pub const HANDSET_PATIENCE_S: u64 = 600;

// Laboratory.

/// Sessions that a load test may begin in a second: above what one machine sends.
pub const LOAD_RATE: f64 = 1_000_000.0;
/// Sessions of a load test at one time: each is a socket, and a client has about 28,000 ports to one address.
pub const LOAD_CONCURRENCY: usize = 25_000;
/// Seconds that a load test may last: a day.
pub const LOAD_S: u64 = 86_400;
/// Seconds that sessions may take to their end when the time of a load test is over.
pub const LOAD_GRACE_S: u64 = 60;
/// Causes of failure that a load test tells apart.
pub const LOAD_CAUSES: usize = 32;
/// Text or file that `decode` and `encode` take: far above any message, far below what would hurt.
pub const CODEC_INPUT_OCTETS: u64 = 1024 * 1024;
