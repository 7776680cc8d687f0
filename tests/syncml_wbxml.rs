//! SyncML in WBXML against made-up messages, hostile octets and libwbxml, which was written by others.

mod syncml_support;

use std::path::Path;
use std::process::Command as Process;

use akeyd::syncml::document::{Command, Data, Item, Message};
use akeyd::syncml::{convert, wbxml, xml};
use proptest::prelude::*;
use syncml_support::{Scratch, has_judge, message, messages};

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back(message in message(true)) {
        prop_assert_eq!(wbxml::read(&wbxml::write(&message).unwrap()).unwrap(), message);
    }

    #[test]
    fn a_document_is_the_same_in_either_encoding(message in message(false)) {
        let as_wbxml = wbxml::write(&message).unwrap();
        let as_xml = xml::write(&message).unwrap();
        prop_assert_eq!(xml::read(&convert::to_xml(&as_wbxml).unwrap()).unwrap(), message.clone());
        prop_assert_eq!(wbxml::read(&convert::to_wbxml(&as_xml).unwrap()).unwrap(), message);
    }

    #[test]
    fn octets_that_are_no_document_are_refused_calmly(octets in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(wbxml::read(&octets).is_err());
        let tokens = [&b"\x02\x9F\x53\x6A\x04abc\0\x6D\x6C\x01\x6B"[..], &octets].concat();
        if let Ok(message) = wbxml::read(&tokens) {
            assert_writable(&message);
        }
    }

    #[test]
    fn mutated_documents_are_read_or_refused(
        message in message(true),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), 0..4_u8, any::<u8>()), 1..6),
    ) {
        let mut octets = wbxml::write(&message).unwrap();
        for (index, kind, octet) in edits {
            if octets.is_empty() {
                break;
            }
            let at = index.index(octets.len());
            match kind {
                0 => octets[at] = octet,
                1 => octets.insert(at, octet),
                2 => octets[at] = [0x00, 0x01, 0x02, 0x03, 0x04, 0x40, 0x43, 0x80, 0x83, 0xC0, 0xC3, 0xFF][usize::from(octet) % 12],
                _ => drop(octets.drain(at..(at + usize::from(octet)).min(octets.len()))),
            }
        }
        if let Ok(message) = wbxml::read(&octets) {
            assert_writable(&message);
            let _ = convert::to_xml(&octets);
        }
    }
}

/// What was read can be written, but for commands that no table names.
fn assert_writable(message: &Message) {
    match wbxml::write(message) {
        Ok(written) => assert_eq!(&wbxml::read(&written).expect("own document"), message),
        Err(error) => assert_eq!(error.element, "SyncBody", "{error}"),
    }
}

#[test]
fn libwbxml_makes_the_same_documents_of_our_xml() {
    if !has_judge("xml2wbxml") {
        return;
    }
    let scratch = Scratch::new("xml2wbxml");
    for (n, message) in messages(250, false).iter().map(tame).enumerate() {
        let own = with_doctype(&message);
        let source = scratch.file("own.xml", own.as_bytes());
        let target = scratch.path("theirs.wbxml");
        let version = ["1.1", "1.2", "1.3"][n % 3];
        let mut options = vec!["-k", "-v", version];
        if n % 2 == 0 {
            options.push("-n");
        }
        run("xml2wbxml", &options, &source, &target);
        let theirs = std::fs::read(&target).unwrap();
        assert_same(&wbxml::read(&theirs).unwrap(), &message);
    }
}

#[test]
fn libwbxml_reads_the_same_documents_in_our_wbxml() {
    if !has_judge("wbxml2xml") {
        return;
    }
    let scratch = Scratch::new("wbxml2xml");
    for message in messages(250, false).iter().map(tame) {
        let source = scratch.file("own.wbxml", &wbxml::write(&message).unwrap());
        let target = scratch.path("theirs.xml");
        run("wbxml2xml", &["-k", "-m", "0"], &source, &target);
        let theirs = std::fs::read(&target).unwrap();
        assert_same(&xml::read(&theirs).unwrap(), &message);
    }
}

#[test]
fn libwbxml_finds_the_same_octets_in_our_binary_data() {
    if !has_judge("wbxml2xml") {
        return;
    }
    let scratch = Scratch::new("binary");
    let mut found = 0;
    for mut message in messages(250, true) {
        "1.2".clone_into(&mut message.header.ver_dtd);
        let source = scratch.file("own.wbxml", &wbxml::write(&message).unwrap());
        let target = scratch.path("theirs.xml");
        run("wbxml2xml", &["-k", "-m", "0"], &source, &target);
        let theirs = std::fs::read(&target).unwrap();
        for Data(octets) in data(&message.commands) {
            if std::str::from_utf8(octets).is_err() {
                let shown = as_libwbxml_shows(octets);
                let is_there = |shown: &Vec<u8>| theirs.windows(shown.len()).any(|window| window == shown);
                assert!(shown.iter().any(is_there), "{octets:02x?}");
                found += 1;
            }
        }
    }
    assert!(found > 200, "{found}");
}

#[test]
fn libwbxml_knows_every_token_by_the_same_name() {
    if !has_judge("wbxml2xml") {
        return;
    }
    let scratch = Scratch::new("tokens");
    let in_data =
        |tokens: &[u8]| [b"\x02\xA4\x01\x6A\x00\x6D\x6C\x01\x6B\x60\x54\x4F", tokens, b"\x01\x01\x01\x01\x01"].concat();
    for (page, last) in [(0, 0x3C), (1, 0x16), (2, 0x3C)] {
        let tokens: Vec<u8> = (0x05..=last).filter(|&code| (page, code) != (0, 0x30)).collect();
        let switched = [&[0, page][..], &tokens].concat();
        // Of page 2 libwbxml knows only documents of their own.
        let (theirs, options) = if page == 2 {
            let tree = [b"\x03\x01\x6A\x00\x00\x02\x60", &tokens[..], b"\x01"].concat();
            (tree, &["-k", "-m", "0", "-l", "DMDDF12"][..])
        } else {
            (in_data(&switched), &["-k", "-m", "0"][..])
        };
        let target = scratch.path("theirs.xml");
        run("wbxml2xml", options, &scratch.file("tokens.wbxml", &theirs), &target);
        let theirs = std::fs::read_to_string(&target).unwrap();
        let theirs: Vec<&str> = names(&theirs).filter(|(_, is_empty)| *is_empty).map(|(name, _)| name).collect();

        let message = wbxml::read(&in_data(&switched)).unwrap();
        let ours = data(&message.commands)[0].as_text().unwrap();
        let ours: Vec<&str> = names(ours).map(|(name, _)| name).collect();
        assert_eq!(ours.len(), tokens.len());
        // Their SyncHdr is empty too.
        assert_eq!(theirs[theirs.len() - ours.len()..], ours);
    }
}

/// The names of a document's start tags, and whether each is an empty element.
fn names(document: &str) -> impl Iterator<Item = (&str, bool)> {
    let tags = document.split('<').filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag);
    tags.filter(|tag| !tag.starts_with(['/', '!', '?'])).map(|tag| {
        let end = tag.find([' ', '/']).unwrap_or(tag.len());
        (&tag[..end], tag.ends_with('/'))
    })
}

fn run(program: &str, options: &[&str], source: &Path, target: &Path) {
    let ran = Process::new(program).args(options).arg("-o").arg(target).arg(source).output().unwrap();
    assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
}

/// Our XML with the document type by which libwbxml knows the language.
fn with_doctype(message: &Message) -> String {
    let version = &message.header.ver_dtd;
    let doctype = format!("<!DOCTYPE SyncML PUBLIC \"-//SYNCML//DTD SyncML {version}//EN\" \"syncml.dtd\"><SyncML ");
    String::from_utf8(xml::write(message).unwrap()).unwrap().replacen("<SyncML ", &doctype, 1)
}

/// The Data of all Items.
fn data(commands: &[Command]) -> Vec<&Data> {
    commands
        .iter()
        .flat_map(|command| match command {
            Command::Access(c) => of_items(&c.items),
            Command::Alert(c) => of_items(&c.items),
            Command::Exec(c) => of_items(std::slice::from_ref(&c.item)),
            Command::Results(c) => of_items(&c.items),
            Command::Status(c) => of_items(&c.items),
            Command::Group(c) => data(&c.commands),
            Command::Unknown { .. } => Vec::new(),
        })
        .collect()
}

fn of_items(items: &[Item]) -> Vec<&Data> {
    items.iter().filter_map(|item| item.data.as_ref()).collect()
}

/// Leaves out what libwbxml does not carry: line ends, which it rewrites, the end of a section inside one, and in
/// SyncML 1.1 the elements of 1.2.
fn tame(message: &Message) -> Message {
    let written = String::from_utf8(xml::write(message).unwrap()).unwrap();
    let written = written.replace("&#13;", " ").replace('\n', " ").replace("]]&gt;", "]]");
    let mut tamed = xml::read(written.as_bytes()).unwrap();
    if tamed.header.ver_dtd == "1.1" {
        only_1_1(&mut tamed.commands);
    }
    tamed
}

fn only_1_1(commands: &mut [Command]) {
    for command in commands {
        match command {
            Command::Alert(alert) => alert.correlator = None,
            Command::Exec(exec) => exec.correlator = None,
            Command::Group(group) => only_1_1(&mut group.commands),
            Command::Unknown { name, .. } if name == "Move" => "Put".clone_into(name),
            _ => {}
        }
    }
}

/// What libwbxml makes of Data: a section in Add and Replace, else escaped, octet by octet.
fn as_libwbxml_shows(octets: &[u8]) -> [Vec<u8>; 2] {
    let mut escaped = Vec::new();
    for &octet in octets {
        match octet {
            b'<' => escaped.extend_from_slice(b"&lt;"),
            b'>' => escaped.extend_from_slice(b"&gt;"),
            b'&' => escaped.extend_from_slice(b"&amp;"),
            b'"' => escaped.extend_from_slice(b"&quot;"),
            b'\'' => escaped.extend_from_slice(b"&apos;"),
            _ => escaped.push(octet),
        }
    }
    [[b"<Data><![CDATA[", octets, b"]]></Data>"].concat(), [b"<Data>", &escaped[..], b"</Data>"].concat()]
}

/// Compares messages and shows only where they part.
fn assert_same(theirs: &Message, ours: &Message) {
    let (left, right) = (format!("{theirs:#?}"), format!("{ours:#?}"));
    let parted = left.lines().zip(right.lines()).enumerate().find(|(_, (left, right))| left != right);
    assert_eq!(parted, None);
    assert_eq!(theirs, ours);
}
