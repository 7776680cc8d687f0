//! Messages made up for the tests of both encodings, and the judges from outside.

#![allow(dead_code, reason = "each test binary uses its own part")]

use std::path::PathBuf;
use std::process::{Command as Process, Stdio};

use akeyd::syncml::document::{
    Access, Alert, Command, Cred, Data, Exec, Group, Grouping, Header, Item, Location, Message, Meta, Results, Status,
    Verb,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// A text that both encodings carry and that no reader trims: no blank at its ends, no control character.
fn word() -> impl Strategy<Value = String> {
    let inner = "[ -~]|\\PC|[\n\t\r]";
    prop_oneof![
        4 => "[./A-Za-z0-9:_-]{1,24}".boxed(),
        1 => (("[!-~]|[À-ÿ]|[一-三]|[😀-😃]"), inner, ("[!-~]|[À-ÿ]")).prop_map(|(a, b, c)| a + &b + &c).boxed(),
    ]
}

/// Data: text of any kind, blanks and all; `binary` adds octets that XML cannot carry.
fn data(binary: bool) -> impl Strategy<Value = Data> {
    let text = prop_oneof![
        Just(String::new()),
        "[ -~]{0,40}",
        "([ \n\t\r<>&'\"]|\\PC|]]>|&amp;|<x/>){0,20}",
        "[A-Za-z0-9+/]{0,80}={0,2}",
    ]
    .prop_map(Data::text);
    let octets = vec(any::<u8>(), 0..200).prop_map(Data);
    if binary { prop_oneof![text, octets].boxed() } else { text.boxed() }
}

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![0..1000_u32, any::<u32>()]
}

fn location() -> impl Strategy<Value = Location> {
    (prop_oneof![9 => word().boxed(), 1 => Just(String::new()).boxed()], option::weighted(0.2, word()))
        .prop_map(|(uri, name)| Location { uri, name })
}

fn meta() -> BoxedStrategy<Meta> {
    (
        option::of(word()),
        option::of(word()),
        option::of(word()),
        option::of(number()),
        option::weighted(0.2, word()),
        option::weighted(0.2, number()),
        option::weighted(0.2, number()),
    )
        .prop_map(|(format, type_, mark, size, next_nonce, max_msg_size, max_obj_size)| Meta {
            format,
            type_,
            mark,
            size,
            next_nonce,
            max_msg_size,
            max_obj_size,
        })
        .boxed()
}

fn cred() -> impl Strategy<Value = Cred> {
    (meta(), word()).prop_map(|(meta, data)| Cred { meta, data })
}

fn item(binary: bool) -> BoxedStrategy<Item> {
    (
        option::of(location()),
        option::of(location()),
        option::of(meta()),
        option::of(data(binary)),
        prop::bool::weighted(0.1),
    )
        .prop_map(|(target, source, meta, data, more_data)| Item { target, source, meta, data, more_data })
        .boxed()
}

fn items(binary: bool) -> impl Strategy<Value = Vec<Item>> {
    vec(item(binary), 0..4)
}

fn access(binary: bool) -> impl Strategy<Value = Command> {
    const VERBS: [Verb; 5] = [Verb::Add, Verb::Copy, Verb::Delete, Verb::Get, Verb::Replace];
    (prop::sample::select(&VERBS[..]), number(), option::of(meta()), items(binary))
        .prop_map(|(verb, cmd_id, meta, items)| Command::Access(Access { verb, cmd_id, meta, items }))
}

fn results(binary: bool) -> impl Strategy<Value = Command> {
    (
        number(),
        option::of(number()),
        number(),
        option::of(meta()),
        option::of(word()),
        option::of(word()),
        items(binary),
    )
        .prop_map(|(cmd_id, msg_ref, cmd_ref, meta, target_ref, source_ref, items)| {
            Command::Results(Results { cmd_id, msg_ref, cmd_ref, meta, target_ref, source_ref, items })
        })
}

fn status(binary: bool) -> impl Strategy<Value = Command> {
    let what = (number(), option::of(number()), number(), word(), number());
    let refs = (vec(word(), 0..3), vec(word(), 0..3), option::weighted(0.2, cred()), option::of(meta()));
    (what, refs, items(binary)).prop_map(
        |((cmd_id, msg_ref, cmd_ref, cmd, code), (target_refs, source_refs, cred, chal), items)| {
            Command::Status(Status { cmd_id, msg_ref, cmd_ref, cmd, target_refs, source_refs, cred, chal, code, items })
        },
    )
}

fn command(binary: bool) -> impl Strategy<Value = Command> {
    let leaf = prop_oneof![
        access(binary),
        (number(), option::of(number()), option::of(word()), items(binary))
            .prop_map(|(cmd_id, code, correlator, items)| Command::Alert(Alert { cmd_id, code, correlator, items })),
        (number(), option::of(meta()), option::of(word()), item(binary))
            .prop_map(|(cmd_id, meta, correlator, item)| { Command::Exec(Exec { cmd_id, meta, correlator, item }) }),
        results(binary),
        status(binary),
        (prop::sample::select(&["Sync", "Put", "Map", "Search", "Move"][..]), number())
            .prop_map(|(name, cmd_id)| Command::Unknown { name: name.to_owned(), cmd_id }),
    ];
    leaf.prop_recursive(4, 12, 3, |inner| {
        (prop::bool::ANY, number(), option::of(meta()), vec(inner, 0..4)).prop_map(
            |(atomic, cmd_id, meta, commands)| {
                let grouping = if atomic { Grouping::Atomic } else { Grouping::Sequence };
                Command::Group(Group { grouping, cmd_id, meta, commands })
            },
        )
    })
}

fn header() -> impl Strategy<Value = Header> {
    let words = (prop::sample::select(&["1.1", "1.2"][..]), word(), "[0-9A-F]{1,32}", number());
    let ends = (location(), location(), option::of(word()), prop::bool::weighted(0.1));
    (words, ends, option::of(cred()), option::of(meta())).prop_map(
        |((ver_dtd, ver_proto, session_id, msg_id), (target, source, resp_uri, no_resp), cred, meta)| Header {
            ver_dtd: ver_dtd.to_owned(),
            ver_proto,
            session_id,
            msg_id,
            target,
            source,
            resp_uri,
            no_resp,
            cred,
            meta,
        },
    )
}

/// Any message; with `binary`, Data may hold octets that only WBXML carries.
pub(crate) fn message(binary: bool) -> impl Strategy<Value = Message> {
    (header(), vec(command(binary), 0..8), any::<bool>()).prop_map(|(header, commands, is_final)| Message {
        header,
        commands,
        is_final,
    })
}

/// `count` messages, the same ones every time.
pub(crate) fn messages(count: usize, binary: bool) -> Vec<Message> {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let strategy = message(binary);
    (0..count).map(|_| strategy.new_tree(&mut runner).expect("generates").current()).collect()
}

/// Whether a judge is installed. Where it must be (continuous integration sets `CI`), its absence fails the test.
pub(crate) fn has_judge(program: &str) -> bool {
    let found = Process::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    assert!(found || std::env::var_os("CI").is_none(), "{program} is not installed");
    if !found {
        eprintln!("skipped: {program} is not installed");
    }
    found
}

/// A directory of this test's own, removed when dropped.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("akeyd-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("scratch directory");
        Self(path)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn file(&self, name: &str, octets: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, octets).expect("scratch file");
        path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
