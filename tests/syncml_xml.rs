//! SyncML in XML against made-up messages, hostile octets and an outside judge.

mod syncml_support;

use std::process::Command as Process;
use std::time::{Duration, Instant};

use akeyd::limits;
use akeyd::syncml::document::{Data, Message};
use akeyd::syncml::{Fault, xml};
use proptest::prelude::*;
use syncml_support::{Scratch, has_judge, message, messages};

const VECTOR: &[u8] = include_bytes!("data/hmac-message.xml");

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back(message in message(false)) {
        let written = xml::write(&message).unwrap();
        prop_assert_eq!(xml::read(&written).unwrap(), message);
        assert_dtd_order(std::str::from_utf8(&written).unwrap());
    }

    #[test]
    fn octets_that_are_no_document_are_refused_calmly(octets in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(xml::read(&octets).is_err());
    }

    #[test]
    fn mutated_documents_are_read_or_refused(
        message in message(false),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), 0..4_u8, any::<u8>()), 1..6),
        pieces in proptest::collection::vec(prop::sample::select(PIECES), 1..4),
    ) {
        let mut octets = xml::write(&message).unwrap();
        for (index, kind, octet) in edits {
            let at = index.index(octets.len().max(1)).min(octets.len().saturating_sub(1));
            match kind {
                _ if octets.is_empty() => {}
                0 => octets[at] = octet,
                1 => octets.truncate(at),
                2 => drop(octets.splice(at..at, pieces[usize::from(octet) % pieces.len()].bytes())),
                _ => drop(octets.drain(at..(at + usize::from(octet)).min(octets.len()))),
            }
        }
        if let Ok(message) = xml::read(&octets) {
            assert_writable_or_blamed(&message);
        }
    }
}

/// Markup to spoil a document with.
const PIECES: &[&str] = &[
    "<",
    ">",
    "&",
    "&lt;",
    "&#x41;",
    "&#0;",
    "&x;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml?>",
    "<?x ?>",
    "<!DOCTYPE a>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "</Item>",
    "<Item>",
    "<Data/>",
    "<Sequence>",
    "</Sequence>",
    "\0",
    "\u{FEFF}",
    "'",
    "\"",
];

/// What was read can be written, unless Data holds what only a sloppy sender puts there.
fn assert_writable_or_blamed(message: &Message) {
    match xml::write(message) {
        Ok(written) => assert_eq!(&xml::read(&written).expect("own document"), message),
        Err(error) => assert!(["Data", "SyncBody"].contains(&error.element), "{error}"),
    }
}

/// The commands of SyncBody; their order among each other is free.
const COMMANDS: &[&str] = &[
    "Alert", "Atomic", "Copy", "Exec", "Get", "Results", "Replace", "Add", "Delete", "Sequence", "Status", "Sync",
    "Put", "Map", "Search", "Move",
];

/// Children of an element in the order of the DTD; `*` stands for commands.
fn dtd(element: &str) -> &'static str {
    match element {
        "SyncML" => "SyncHdr SyncBody",
        "SyncHdr" => "VerDTD VerProto SessionID MsgID Target Source RespURI NoResp Cred Meta",
        "SyncBody" => "* Final",
        "Target" | "Source" => "LocURI LocName",
        "Cred" => "Meta Data",
        "Chal" => "Meta",
        "Meta" => "Format Type Mark Size NextNonce MaxMsgSize MaxObjSize",
        "Status" => "CmdID MsgRef CmdRef Cmd TargetRef SourceRef Cred Chal Data Item",
        "Alert" => "CmdID NoResp Cred Data Correlator Item",
        "Exec" => "CmdID NoResp Cred Meta Correlator Item",
        "Get" => "CmdID NoResp Lang Cred Meta Item",
        "Add" | "Copy" | "Replace" => "CmdID NoResp Cred Meta Item",
        "Delete" => "CmdID NoResp Archive SftDel Cred Meta Item",
        "Results" => "CmdID MsgRef CmdRef Meta TargetRef SourceRef Item",
        "Sequence" | "Atomic" => "CmdID NoResp Meta *",
        "Item" => "Target Source SourceParent TargetParent Meta Data MoreData",
        "Sync" | "Put" | "Map" | "Search" | "Move" => "CmdID",
        leaf => panic!("elements in {leaf}"),
    }
}

/// Walks the tags of a document written by us and checks the order of siblings.
fn assert_dtd_order(document: &str) {
    let mut open: Vec<(&str, usize)> = Vec::new();
    for tag in document.split('<').skip(2).filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag) {
        if tag.starts_with('/') {
            open.pop();
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap();
        if let Some((parent, last)) = open.last_mut() {
            let kind = if COMMANDS.contains(&name) { "*" } else { name };
            let rank = dtd(parent).split(' ').position(|child| child == kind);
            let rank = rank.unwrap_or_else(|| panic!("{name} in {parent}"));
            assert!(rank >= *last, "{name} too late in {parent}");
            *last = rank;
        }
        if !tag.ends_with('/') {
            open.push((name, 0));
        }
    }
    assert!(open.is_empty(), "every element ends");
}

#[test]
fn xmllint_finds_every_document_well_formed() {
    if !has_judge("xmllint") {
        return;
    }
    let scratch = Scratch::new("xmllint");
    let files: Vec<_> = messages(300, false)
        .iter()
        .enumerate()
        .map(|(n, message)| scratch.file(&format!("{n}.xml"), &xml::write(message).unwrap()))
        .collect();
    let judged = Process::new("xmllint").arg("--noout").arg("--nonet").args(files).output().unwrap();
    // A namespace that is no absolute URI is the standard's own; xmllint only remarks on it.
    let remarks = String::from_utf8_lossy(&judged.stderr);
    assert!(judged.status.success() && !remarks.contains("parser error"), "{remarks}");
}

#[test]
fn the_published_message_reads_and_is_written_alike() {
    let message = xml::read(VECTOR).unwrap();
    assert_eq!(message.header.source.uri, "IMEI:000000011234564");
    assert_eq!(message.header.source.name.as_deref(), Some("funambol"));
    assert_eq!(message.header.meta.as_ref().unwrap().max_msg_size, Some(122_880));
    assert_eq!((message.commands.len(), message.is_final), (2, true));
    let own = String::from_utf8(xml::write(&message).unwrap()).unwrap();
    let theirs = std::str::from_utf8(VECTOR).unwrap().trim_end().replace("<Data></Data>", "<Data/>");
    assert_eq!(own, theirs);
}

fn message_with(data: &str) -> String {
    let vector = std::str::from_utf8(VECTOR).unwrap();
    vector.replacen("en-US", data, 1)
}

fn data_of(document: &str) -> Result<Data, Fault> {
    let message = xml::read(document.as_bytes()).map_err(|error| error.fault)?;
    let akeyd::syncml::document::Command::Access(replace) = &message.commands[1] else { panic!("Replace") };
    Ok(replace.items[0].data.clone().unwrap())
}

#[test]
fn bombs_cost_bounded_time() {
    let mega = limits::DOCUMENT_OCTETS - 4096;
    let fill = |piece: &str| piece.repeat(mega / piece.len());
    let billion_laughs = format!("<!DOCTYPE a [<!ENTITY b \"{}\">]><SyncML/>", fill("&c;"));
    let documents = [
        (billion_laughs, Err(Fault::InternalSubset)),
        (message_with(&fill("&amp;")), Ok(mega / 5)),
        (message_with(&fill("&#x26;")), Ok(mega / 6)),
        (message_with(&fill("<a/>")), Ok(mega / 4 * 4)),
        (message_with(&fill("<a></a>")), Ok(mega / 7 * 7)),
        (message_with(&fill("<![CDATA[]]>")), Ok(0)),
        (message_with(&fill("<!---->")), Ok(0)),
        (message_with(&fill("\r")), Ok(mega)),
        (message_with(&format!("<a {}/>", fill("b='c' "))), Ok(mega / 6 * 6 + 5)),
        (message_with(&format!("<{}/>", fill("n"))), Ok(mega + 3)),
        (message_with(&fill("<a>")), Err(Fault::Limit { what: "depth of elements", limit: limits::XML_DEPTH })),
        (message_with(&fill("<")), Err(Fault::IllFormed("tags or references that do not match"))),
        (message_with(&fill("&")), Err(Fault::IllFormed("tags or references that do not match"))),
        (message_with(&fill("&lol;")), Err(Fault::Entity)),
        (message_with(&fill("<!--")), Err(Fault::IllFormed("markup without its end"))),
        (message_with(&fill("<a b=\"")), Err(Fault::IllFormed("tags or references that do not match"))),
    ];
    for (document, expected) in documents {
        let begun = Instant::now();
        let found = data_of(&document).map(|data| data.0.len());
        let spent = begun.elapsed();
        assert_eq!(found, expected, "{}", &document[..600]);
        assert!(spent < Duration::from_secs(10), "{spent:?}: {}", &document[..600]);
    }
    let too_long = message_with(&fill("x")) + &" ".repeat(8192);
    let limit = limits::DOCUMENT_OCTETS;
    assert_eq!(data_of(&too_long), Err(Fault::Limit { what: "octets of a document", limit }));
}
