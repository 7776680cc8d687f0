//! Token streams as the standard and real senders have them, and hostile ones.

use super::*;
use crate::limits;
use crate::syncml::document::{Access, Command, Data, Item, Location, Message, Meta, Verb};
use crate::syncml::error::Fault;

const HEADER: &[u8] = b"\x02\xA4\x01\x6A\x00";

/// A document whose body has these tokens; page 0 before and needed after.
fn document(body: &[u8]) -> Vec<u8> {
    [HEADER, b"\x6D\x6C\x71\x031.2\0\x01\x5B\x032\0\x01\x01\x6B", body, b"\x01\x01"].concat()
}

fn commands(body: &[u8]) -> Vec<Command> {
    read(&document(body)).unwrap_or_else(|error| panic!("{error}: {body:02x?}")).commands
}

fn fault(body: &[u8]) -> Fault {
    read(&document(body)).expect_err("refused").fault
}

/// The Item of a Replace, from the tokens of its content.
fn item(content: &[u8]) -> Item {
    let commands = commands(&[b"\x60\x54", content, b"\x01\x01"].concat());
    let [Command::Access(Access { verb: Verb::Replace, items, .. })] = &commands[..] else { panic!("{commands:?}") };
    items[0].clone()
}

fn data(content: &[u8]) -> Vec<u8> {
    item(&[b"\x4F", content, b"\x01"].concat()).data.unwrap().0
}

#[test]
fn the_tokens_are_those_of_the_standard() {
    let item = Item {
        meta: Some(Meta { format: Some("b64".to_owned()), ..Meta::default() }),
        data: Some(Data::text("X")),
        ..Item::default()
    };
    let mut message = Message { is_final: true, ..Message::default() };
    let access = |items| Command::Access(Access { verb: Verb::Replace, cmd_id: 3, meta: None, items });
    message.commands.push(access(vec![item.clone()]));
    let octets = write(&message).unwrap();
    assert!(octets.starts_with(b"\x02\xA4\x01\x6A\x00\x6D\x6C"), "WBXML 1.2, SyncML 1.2, UTF-8, no string table");
    let body = b"\x6B\x60\x4B\x033\0\x01\x54\x5A\0\x01\x47\x03b64\0\x01\x01\0\0\x4F\x03X\0\x01\x01\x01\x12\x01\x01";
    assert!(octets.ends_with(body), "{octets:02x?}");

    message.header.ver_dtd = "1.1".to_owned();
    assert!(write(&message).unwrap().starts_with(b"\x02\x9F\x53\x6A\x00"), "SyncML 1.1");

    message.commands = vec![access(vec![
        Item { data: Some(Data::default()), more_data: true, ..Item::default() },
        Item { data: Some(Data(vec![0; 200])), ..Item::default() },
    ])];
    let octets = write(&message).unwrap();
    assert!(octets.windows(4).any(|w| w == b"\x54\x0F\x34\x01"), "empty Data and MoreData: {octets:02x?}");
    assert!(octets.windows(5).any(|w| w == b"\x4F\xC3\x81\x48\0"), "binary is opaque, its length in two octets");
    assert_eq!(read(&octets).unwrap(), message);
}

#[test]
fn either_habit_of_switching_pages_is_read() {
    let meta = Some(Meta { format: Some("b64".to_owned()), ..Meta::default() });
    let after_end = item(b"\x5A\0\x01\x47\x03b64\0\x01\x01\0\0\x4F\x03X\0\x01");
    let before_end = item(b"\x5A\0\x01\x47\x03b64\0\x01\0\0\x01\x4F\x03X\0\x01");
    assert_eq!((after_end.meta.clone(), after_end.data.clone()), (meta, Some(Data::text("X"))));
    assert_eq!(after_end, before_end);
}

#[test]
fn headers_of_all_senders_are_read() {
    let body = &document(b"\x12")[HEADER.len()..];
    for header in [
        &b"\x01\xA4\x01\x6A\0"[..],
        b"\x02\xA4\x01\x6A\0",
        b"\x03\xA4\x01\x6A\0",
        b"\x02\x9F\x53\x6A\0",
        b"\x02\x01\x6A\0",
        b"\x02\x9F\x53\x00\0",
        b"\x02\x9F\x53\x03\0",
        b"\x02\x9F\x53\x6A\x04abc\0",
        b"\x02\x00\x00\x6A\x1D-//SYNCML//DTD SyncML 1.2//EN",
        b"\x02\x00\x02\x6A\x20x\0-//SYNCML//DTD SyncML 1.2//EN\0",
        b"\x02\xA4\x01\x80\x6A\x80\x80\x00",
    ] {
        let message = read(&[header, body].concat()).unwrap_or_else(|error| panic!("{error}: {header:02x?}"));
        assert_eq!((message.header.ver_dtd.as_str(), message.header.msg_id, message.is_final), ("1.2", 2, true));
    }
    let limit = limits::WBXML_STRING_TABLE_OCTETS;
    for (header, expected) in [
        (&b""[..], Fault::EndsEarly),
        (b"\x00\x01\x6A\0", Fault::IllFormed("a version other than WBXML 1.1 to 1.3")),
        (b"\x04\x01\x6A\0", Fault::IllFormed("a version other than WBXML 1.1 to 1.3")),
        (b"<SyncML/>", Fault::IllFormed("a version other than WBXML 1.1 to 1.3")),
        (b"\x02\xA4\x01\x04\0", Fault::Encoding),
        (b"\x02\xFF\xFF\xFF\xFF\xFF\x01\x6A\0", Fault::IllFormed("an integer longer than 32 bits")),
        (b"\x02\x9F\x80\x80\x80\x80\x01\x6A\0", Fault::IllFormed("an integer longer than 32 bits")),
        (b"\x02\x00\x05\x6A\x05abcd\0", Fault::IllFormed("an index outside the string table")),
        (b"\x02\x00\x00\x6A\x00", Fault::IllFormed("an index outside the string table")),
        (b"\x02\xA4\x01\x6A\x90\x00", Fault::EndsEarly),
        (b"\x02\xA4\x01\x6A\x8F\xFF\xFF\xFF\x7F", Fault::Limit { what: "octets of the string table", limit }),
    ] {
        let octets = if header.is_empty() { Vec::new() } else { [header, body].concat() };
        assert_eq!(read(&octets).unwrap_err().fault, expected, "{header:02x?}");
    }
}

#[test]
fn strings_of_every_kind_join() {
    let header = b"\x02\x9F\x53\x6A\x0Bone\0two\0end";
    let tokens = b"\x6D\x6C\x01\x6B\x60\x54\x4F\x83\x00\x03-\0\x83\x04\x83\x05\xC3\x02\0\xFF\x02\x20\x02\x81\x69\x83\x08\x01\x01\x01\x01\x01";
    let message = read(&[&header[..], tokens].concat()).unwrap();
    let [Command::Access(replace)] = &message.commands[..] else { panic!() };
    assert_eq!(replace.items[0].data.as_ref().unwrap().0, b"one-twowo\0\xFF \xC3\xA9end");
    assert_eq!(data(b"\xC3\x00"), b"");
    assert_eq!(data(b"\xC3\x03\0\x01\x02\x03text\0"), b"\0\x01\x02text");
    assert_eq!(item(b"\x67\x57\x03  ./A\n\0\x01\x01").source, Some(Location::new("./A")));
    assert_eq!(item(b"\x67\x57\xC3\x04./A\0\x01\x01").source, Some(Location::new("./A")), "NUL-ended opaque");
    assert_eq!(item(b"\x67\x57\x03./\0\x02\x81\x69\x01\x01").source, Some(Location::new("./\u{E9}")));
}

#[test]
fn a_nonce_as_it_is_becomes_base64() {
    let nonce = |string: &[u8]| {
        let status = commands(&[b"\x69\x49\x5A\0\x01\x50", string, b"\x01\x01\x01\0\0\x01"].concat());
        let [Command::Status(status)] = &status[..] else { panic!("{status:?}") };
        status.chal.as_ref().unwrap().next_nonce.clone().unwrap()
    };
    assert_eq!(nonce(b"\x03WTJ4cFpXNTA=\0"), "WTJ4cFpXNTA=");
    assert_eq!(nonce(b"\xC3\x0CWTJ4cFpXNTA="), "WTJ4cFpXNTA=");
    assert_eq!(nonce(b"\xC3\x04\0\x01\xFE\xFF"), "AAH+/w==");
}

#[test]
fn nested_documents_stay_as_octets_and_trees_become_markup() {
    let nested = b"\x03\x00\x00\x6A\x1B-//OMA//DTD-DM-DDF 1.2//EN\x00\x02\x60\x77\x031.2\0\x01\x01";
    assert_eq!(data(&[b"\xC3", &[nested.len() as u8][..], nested].concat()), nested);

    let tree = b"\x03 \0\0\x02\x60\x77\x031.2\0\x01\x64\x66\x03A&B\0\x01\x2E\x76\xC3\x01<\x01\0\x01\x53\x03t\0\x01\x3F\0\x02\x7F\x60\x01\x01\x0E\x01\x01\0\0";
    assert_eq!(
        std::str::from_utf8(&data(tree)).unwrap(),
        " <MgmtTree xmlns='syncml:dmddf1.2'><VerDTD>1.2</VerDTD><Node><NodeName>A&amp;B</NodeName><Replace></Replace>\
         <Value>&lt;</Value><Type xmlns='syncml:metinf'>t</Type><Copy></Copy></Node></MgmtTree>"
    );
    assert_eq!(fault(b"\x60\x54\x4F\0\x02\x60\xC3\x01\0\x01\x01\x01\x01"), Fault::Character("markup in Data"));
}

#[test]
fn what_means_nothing_is_passed_over() {
    let attributes = b"\x05\x85\x03value\0\x83\x00\xC3\x02\0\x01\x02\x41\0\x07\x04\x00\x40x\0\x80\x00\xC0\x01";
    let table = b"\x02\x9F\x53\x6A\x04abc\0";
    let tokens = [
        &b"\x43\x05\x03x\0\x01\x6D\x6C\x01\x43\x05\x01\x40skipped\0\x80\x00\xC1\x6B\xD3"[..],
        attributes,
        b"\x4B\x037\0\x01\x84\x00",
        attributes,
        b"\x44\x00\x4B\x039\0\x01\x01\x3F\x14\x01\x92",
        attributes,
        b"\x01\x01\x43\x05\x01\0\0",
    ]
    .concat();
    let message = read(&[&table[..], &tokens].concat()).unwrap();
    let [Command::Access(get)] = &message.commands[..] else { panic!("{:?}", message.commands) };
    assert_eq!((get.verb, get.cmd_id, get.items.len(), message.is_final), (Verb::Get, 7, 1, true));
}

#[test]
fn tags_by_name_and_tags_of_no_table_are_kept_apart() {
    let header = b"\x02\x9F\x53\x6A\x0BAlert\0Burn\0";
    let tokens = b"\x6D\x6C\x01\x6B\x44\x00\x4B\x031\0\x01\x01\x44\x06\x4B\x032\0\x01\x01\x7E\x4B\x033\0\x01\x01\
        \0\x07\x46\0\0\x4B\x034\0\x01\x01\x04\x06\x3D\x01\x01";
    let unknown = |name: &str, cmd_id| Command::Unknown { name: name.to_owned(), cmd_id };
    let message = read(&[&header[..], tokens].concat()).unwrap();
    let [Command::Alert(alert), others @ ..] = &message.commands[..] else { panic!("{:?}", message.commands) };
    assert_eq!(alert.cmd_id, 1);
    assert_eq!(others, [unknown("Burn", 2), unknown("token-0-3E", 3), unknown("token-7-06", 4)]);
}

#[test]
fn hostile_tokens_are_refused() {
    let outside = Fault::IllFormed("an index outside the string table");
    let too_long = Fault::IllFormed("an integer longer than 32 bits");
    let depth = Fault::Limit { what: "depth of elements", limit: limits::XML_DEPTH };
    for (body, expected) in [
        (&b"\x60\x54\x4F\x83\x00\x01"[..], outside),
        (b"\x44\x00\x01", outside),
        (b"\x44\xFF\xFF\xFF\xFF\xFF\x01", too_long),
        (b"\x60\x54\x4F\xC3\x8F\xFF\xFF\xFF\x7F", Fault::EndsEarly),
        (b"\x60\x54\x4F\xC3\xFF\xFF\xFF\xFF\x7F", too_long),
        (b"\x60\x54\x4F\xC3\x80\x80\x80\x80\x80\x01", too_long),
        (b"\x60\x54\x4F\x02\x00", Fault::Entity),
        (b"\x60\x54\x4F\x02\x83\xB0\x00", Fault::Entity),
        (b"\x60\x54\x4F\x02\xC4\x80\x00", Fault::Entity),
        (b"\x60\x4B\x03one\0\x01\x01", Fault::Number("CmdID")),
        (b"\x60\x54\x67\x57\x03a\x01b\0\x01\x01\x01\x01", Fault::Character("LocURI")),
        (b"\x60\x54\x67\x57\x03\xE9\0\x01\x01\x01\x01", Fault::Encoding),
        (b"\x60\x54\x67\x57\xC3\x02\xFE\xFF\x01\x01\x01\x01", Fault::Encoding),
        (b"\xD3\x43\x01", Fault::IllFormed("a processing instruction among attributes")),
        (&[0x64; 10_000], depth),
        (&[0x7F; 10_000], depth),
        (&[[0x60, 0x54].as_slice(), &[0x4F; 40]].concat(), depth),
        (b"\x01\x01\x01", Fault::Trailing),
        (b"\x01\x01\x6D", Fault::Trailing),
        (b"\x03unended", Fault::EndsEarly),
    ] {
        assert_eq!(fault(body), expected, "{body:02x?}");
    }
    let root = |body: &[u8]| read(&[HEADER, body].concat()).unwrap_err().fault;
    assert_eq!(root(b"\x6C\x01"), Fault::Root);
    assert_eq!(root(b"\0\x01\x6D\x01"), Fault::Root);
    assert_eq!(root(b"\x03x\0\x6D\x01"), Fault::IllFormed("no element at the start"));
    assert_eq!(root(b"\x01"), Fault::IllFormed("no element at the start"));
    assert_eq!(root(b"\x2D"), Fault::Missing("SyncHdr"));
}

#[test]
fn every_beginning_of_a_document_ends_early() {
    let whole =
        document(b"\x60\x4B\x033\0\x01\x54\x5A\0\x01\x47\x03b64\0\x01\x01\0\0\x4F\xC3\x02\0\x01\x01\x01\x01\x12");
    read(&whole).unwrap();
    for length in 0..whole.len() {
        assert_eq!(read(&whole[..length]).unwrap_err().fault, Fault::EndsEarly, "{length}");
    }
}

#[test]
fn a_string_table_cannot_be_multiplied() {
    let table = vec![b'x'; limits::WBXML_STRING_TABLE_OCTETS];
    let reference = b"\x83\x00".repeat(limits::DOCUMENT_OCTETS / table.len());
    let bomb = |references: &[u8]| {
        let head = [&b"\x02\x9F\x53\x6A\x81\x80\x00"[..], &table, b"\x6D\x6C\x01\x6B\x60\x54\x4F"].concat();
        [&head, references, b"\x01\x01\x01\x01\x01"].concat()
    };
    read(&bomb(&reference)).unwrap();
    let error = read(&bomb(&[&reference[..], b"\x83\x00"].concat())).unwrap_err();
    assert_eq!(error.fault, Fault::Limit { what: "octets of strings", limit: limits::DOCUMENT_OCTETS });
}

#[test]
fn pieces_of_markup_are_counted() {
    let pieces = limits::STRANGER_PIECES;
    let fault = |body: &[u8], pieces| read_within(&document(body), pieces).expect_err("refused").fault;
    let limit = Fault::Limit { what: "pieces of markup", limit: pieces };
    for piece in [&b"\x3E"[..], b"\x7E\x01", b"\x12", b"\x02\x41", b"\xC0", b"\x80\x05", b"\x43\x01"] {
        assert_eq!(fault(&piece.repeat(pieces), pieces), limit, "{piece:02x?}");
    }
    // SyncML, SyncHdr, Source, LocURI, MsgID, SyncBody and a Final.
    let whole = document(b"\x12");
    let count = whole.len();
    let enough = (0..count).find(|&pieces| read_within(&whole, pieces).is_ok());
    assert_eq!(enough, Some(6));
    let strings =
        document(&[b"\x60\x54\x4F".as_slice(), &b"\x03x\0\xC3\x01y".repeat(pieces), b"\x01\x01\x01"].concat());
    read_within(&strings, pieces).expect("strings are no markup");
}
