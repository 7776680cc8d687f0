//! How long SyncML documents take to read and write, and how often they allocate.
//!
//! `cargo bench --bench syncml` prints a table: time of one document and allocations, counted in a run of their own. The
//! hostile documents have 8 KiB, which is all that a stranger may send: they must stay well below 100 µs, the promise for
//! everything from a request's head to its answer. Half a minute.

use akeyd::limits::{STRANGER_BODY_OCTETS, STRANGER_PIECES};
use akeyd::syncml::{wbxml, xml};
use divan::{Bencher, black_box};

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

/// Octets with a name in the table.
struct Document {
    name: &'static str,
    octets: Vec<u8>,
}

impl std::fmt::Display for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {} octets", self.name, self.octets.len())
    }
}

/// A client's first message, as Motorola's engine writes it: credentials, an alert, and DevInfo.
fn package_1() -> Vec<u8> {
    let leaf = |name: &str, value: &str| {
        format!(
            "<Item><Source><LocURI>./DevInfo/{name}</LocURI></Source><Meta><Format xmlns='syncml:metinf'>chr</Format><Type xmlns='syncml:metinf'>text/plain</Type></Meta><Data>{value}</Data></Item>"
        )
    };
    let leaves: String =
        [("DevId", "MEID:A0000000000001"), ("Man", "Example"), ("Mod", "E1"), ("DmV", "1.2"), ("Lang", "en-US")]
            .map(|(name, value)| leaf(name, value))
            .concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD>\
         <VerProto>DM/1.2</VerProto><SessionID>9AD1</SessionID><MsgID>1</MsgID><Target><LocURI>http://dm.example/dm\
         </LocURI></Target><Source><LocURI>MEID:A0000000000001</LocURI><LocName>alice</LocName></Source><Cred><Meta>\
         <Format xmlns='syncml:metinf'>b64</Format><Type xmlns='syncml:metinf'>syncml:auth-md5</Type></Meta><Data>\
         Zz6EivR3yeaaENcRN6lpAQ==</Data></Cred><Meta><MaxMsgSize xmlns='syncml:metinf'>16384</MaxMsgSize><MaxObjSize \
         xmlns='syncml:metinf'>8192</MaxObjSize></Meta></SyncHdr><SyncBody><Alert><CmdID>1</CmdID><Data>1201</Data>\
         </Alert><Replace><CmdID>2</CmdID>{leaves}</Replace><Final/></SyncBody></SyncML>"
    )
    .into_bytes()
}

fn documents() -> Vec<Document> {
    vec![Document { name: "package 1", octets: package_1() }]
}

/// A document filled up with so much of one thing.
fn filled(name: &'static str, head: &[u8], piece: &[u8], tail: &[u8]) -> Document {
    let mut octets = head.to_vec();
    while octets.len() + piece.len() + tail.len() <= STRANGER_BODY_OCTETS {
        octets.extend_from_slice(piece);
    }
    octets.extend_from_slice(tail);
    Document { name, octets }
}

fn hostile_xml() -> Vec<Document> {
    let body =
        |name, piece: &str| filled(name, b"<SyncML><SyncHdr/><SyncBody>", piece.as_bytes(), b"</SyncBody></SyncML>");
    let data = |name, piece: &str| {
        let head = b"<SyncML><SyncHdr/><SyncBody><Replace><Item><Data>";
        filled(name, head, piece.as_bytes(), b"</Data></Item></Replace></SyncBody></SyncML>")
    };
    vec![
        body("tiny empty tags", "<a/>"),
        body("tiny pairs of tags", "<a></a>"),
        body("commands", "<Get/>"),
        body("tags with many attributes", "<a b='' c='' d='' e=''/>"),
        filled("a tag of attributes", b"<SyncML><a ", b"b='' ", b"/></SyncML>"),
        filled("a text", b"<SyncML><SyncHdr><VerDTD>", b"x", b"</VerDTD></SyncHdr></SyncML>"),
        body("references", "&lt;"),
        body("comments", "<!---->"),
        data("Items in Data", "<a/>"),
        data("pairs in Data", "<a></a>"),
        data("references in Data", "&lt;"),
        data("sections in Data", "<![CDATA[]]>"),
        filled("Items", b"<SyncML><SyncHdr/><SyncBody><Get>", b"<Item/>", b"</Get></SyncBody></SyncML>"),
        filled("nothing but starts", b"<SyncML>", b"<a>", b""),
        filled("elements of the root", b"<SyncML>", b"<a/>", b"</SyncML>"),
    ]
}

fn hostile_wbxml() -> Vec<Document> {
    let head = b"\x02\xA4\x01\x6A\x00\x6D\x6C\x01\x6B";
    let table = b"\x02\xA4\x01\x6A\x04abc\0\x6D\x6C\x01\x6B\x60\x54\x4F";
    let data = [&head[..], b"\x60\x54\x4F"].concat();
    let tail = b"\x01\x01\x01\x01\x01";
    vec![
        filled("empty tags of no table", head, b"\x3E", b"\x01\x01"),
        filled("pairs of tags", head, b"\x7E\x01", b"\x01\x01"),
        filled("Finals", head, b"\x12", b"\x01\x01"),
        filled("page switches", head, b"\x00\x01\x00\x00", b"\x01\x01"),
        filled("empty tags in Data", &data, b"\x12", tail),
        filled("empty strings in Data", &data, b"\x03\0", tail),
        filled("entities in Data", &data, b"\x02\x41", tail),
        filled("strings of the table", table, b"\x83\x00", tail),
    ]
}

#[divan::bench(args = documents())]
fn read_xml(bencher: Bencher, document: &Document) {
    bencher.bench(|| xml::read(black_box(&document.octets)).unwrap());
}

#[divan::bench(args = documents())]
fn read_wbxml(bencher: Bencher, document: &Document) {
    let octets = wbxml::write(&xml::read(&document.octets).unwrap()).unwrap();
    bencher.bench(|| wbxml::read(black_box(&octets)).unwrap());
}

#[divan::bench(args = documents())]
fn write_xml(bencher: Bencher, document: &Document) {
    let message = xml::read(&document.octets).unwrap();
    bencher.bench(|| xml::write(black_box(&message)).unwrap());
}

#[divan::bench(args = documents())]
fn write_wbxml(bencher: Bencher, document: &Document) {
    let message = xml::read(&document.octets).unwrap();
    bencher.bench(|| wbxml::write(black_box(&message)).unwrap());
}

#[divan::bench(args = hostile_xml())]
fn hostile_documents_xml(bencher: Bencher, document: &Document) {
    bencher.bench(|| xml::read_within(black_box(&document.octets), STRANGER_PIECES));
}

#[divan::bench(args = hostile_wbxml())]
fn hostile_documents_wbxml(bencher: Bencher, document: &Document) {
    bencher.bench(|| wbxml::read_within(black_box(&document.octets), STRANGER_PIECES));
}
