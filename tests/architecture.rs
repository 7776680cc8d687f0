//! The rules of the house, held by reading its sources: which room may use which, what the pure floor must not name,
//! where `unsafe` may stand, and how a file begins and ends.
//!
//! The compiler holds one of them (without the feature `serve` only the pure floor is built); the others would erode
//! unseen. Each rule is shown to bite by planted sources at the end.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "architecture/source.rs"]
mod source;

use source::{Named, Source};

/// A room, and the rooms that it may use. Everybody may use itself and [`COMMON`].
struct Room {
    name: &'static str,
    uses: &'static [&'static [&'static str]],
    /// Knows no socket, clock, thread, file or random source.
    pure: bool,
}

const fn pure(name: &'static str, uses: &'static [&'static [&'static str]]) -> Room {
    Room { name, uses, pure: true }
}

const fn room(name: &'static str, uses: &'static [&'static [&'static str]]) -> Room {
    Room { name, uses, pure: false }
}

const FORMATS: &[&str] = &["syncml", "is683", "ansi41", "hw"];
const DESK: &[&str] = &["desk", "dm", "exchange"];
/// Beside the desk: they carry out what it asks for.
const HANDS: &[&str] = &["store", "compute", "groups", "net", "sys", "vital"];
const HTTP: &[&str] = &["http::wire", "http::client", "http::server"];
const NORTH: &[&str] = &["ansi41", "north", "north::link"];
const OPERATOR: &[&str] = &["config", "metrics", "selftest", "systemd"];

/// `cli → lab → serve → (http, north, handset) → desk → (dm, exchange) → (syncml, is683, ansi41) → hw`, from below. A room in
/// another (`http::wire`) goes before the room around it.
#[rustfmt::skip]
const HOUSE: &[Room] = &[
    pure("words",        &[]),
    pure("limits",       &[]),
    pure("is683",        &[]),
    pure("syncml",       &[]),
    // It carries IS-683 messages and shows them.
    pure("ansi41",       &[&["is683"]]),
    pure("dm",           &[&["syncml"]]),
    pure("exchange",     &[&["is683", "hw"]]),
    pure("desk",         &[&["syncml", "is683", "hw"], DESK]),
    pure("campaign",     &[&["desk"]]),
    room("sys",          &[]),
    room("vital",        &[]),
    room("net",          &[&["sys"]]),
    room("compute",      &[&["hw", "vital"]]),
    room("groups",       &[&["sys", "hw", "vital"]]),
    // It keeps what `desk::record` says is kept.
    room("store",        &[&["syncml", "is683", "hw"], DESK]),
    room("http::wire",   &[]),
    room("http::client", &[&["http::wire"]]),
    room("http::server", &[&["http::wire", "net"]]),
    room("http",         &[]),
    room("north::link",  &[&["ansi41", "sys"]]),
    room("north",        &[FORMATS, DESK, &["north::link", "http::wire", "http::client", "compute", "store"]]),
    room("wake",         &[&["syncml"]]),
    // It proves what the others do, so it shares nothing with them but formats.
    room("handset",      &[&["syncml", "is683", "hw"], &["http::wire", "http::client"]]),
    room("systemd",      &[]),
    room("metrics",      &[&["compute", "groups", "store", "hw", "north", "north::link"]]),
    room("selftest",     &[&["hw"]]),
    room("config",       &[&["ansi41", "dm", "syncml", "groups", "hw", "http::client", "net", "north", "north::link", "wake"]]),
    room("serve",        &[FORMATS, DESK, HANDS, HTTP, OPERATOR, NORTH, &["wake", "campaign"]]),
    room("lab",          &[FORMATS, DESK, HANDS, HTTP, OPERATOR, NORTH, &["wake", "handset", "serve"]]),
    room("cli",          &[FORMATS, DESK, HANDS, HTTP, OPERATOR, NORTH, &["wake", "handset", "serve", "lab"]]),
    room("main",         &[&["cli"]]),
    pure("hw",           &[]),
];

impl Room {
    fn may_use(&self, other: &str) -> bool {
        self.name == other || COMMON.contains(&other) || self.uses.iter().any(|rooms| rooms.contains(&other))
    }
}

/// Plain words and ceilings.
const COMMON: &[&str] = &["words", "limits"];

/// What the pure floor must not name outside its tests. `std::time::Duration` is a number and stays.
const IMPURE: &[&[&str]] = &[
    &["tokio"],
    &["tokio_uring"],
    &["getrandom"],
    &["std", "net"],
    &["std", "time", "SystemTime"],
    &["std", "time", "Instant"],
    &["std", "thread"],
    &["std", "fs"],
    &["std", "env"],
    &["std", "process"],
    &["std", "os"],
];

/// The longest file.
const LINES: usize = 600;

#[test]
fn the_house_keeps_its_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "hw", "tests", "benches"] {
        collect(&root.join(folder), &mut files);
    }
    let sources: Vec<Source> = files
        .iter()
        .map(|file| {
            let name = file.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
            Source::new(&name, &fs::read_to_string(file).expect("UTF-8"))
        })
        .collect();
    assert!(sources.len() > HOUSE.len(), "only {} files found", sources.len());
    let violations = judge(&sources);
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));

    let rooms: BTreeSet<_> = sources.iter().filter_map(room_of_file).map(|room| room.name).collect();
    for room in HOUSE {
        assert!(rooms.contains(room.name), "{}: stands in the table and not in the sources", room.name);
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Everything that breaks a rule, as `file:line: what`.
fn judge(sources: &[Source]) -> Vec<String> {
    let test_modules: BTreeSet<Vec<String>> = sources.iter().flat_map(Source::test_modules).collect();
    sources.iter().flat_map(|source| violations(source, &test_modules)).collect()
}

/// The room that a file belongs to.
fn room_of_file(source: &Source) -> Option<&'static Room> {
    if source.file.starts_with("hw/src/") {
        return HOUSE.iter().find(|room| room.name == "hw");
    }
    if !source.file.starts_with("src/") {
        return None;
    }
    room_of(&source.module)
}

/// What breaks a rule in one file.
fn violations(source: &Source, test_modules: &BTreeSet<Vec<String>>) -> Vec<String> {
    let mut found = Vec::new();
    let mut tell = |line: usize, what: String| found.push(format!("{}:{line}: {what}", source.file));
    if !source.opens_with_doc {
        tell(1, "does not open with `//!` and what the file does".into());
    }
    if source.file.starts_with("src/") && source.file.ends_with("/mod.rs") {
        tell(1, "stands beside its folder and has its name".into());
    }
    if source.lines > LINES {
        tell(source.lines, format!("is longer than {LINES} lines"));
    }
    if source.file != "src/sys.rs" && !source.file.starts_with("hw/") {
        for token in source.tokens.iter().filter(|token| token.text == "unsafe" || token.text == "unsafe_code") {
            tell(token.line, format!("`{}` outside src/sys.rs and hw/", token.text));
        }
    }
    let is_root = source.module.is_empty();
    let Some(room) = room_of_file(source) else {
        if source.file.starts_with("src/") && !is_root {
            tell(1, format!("`{}` is no room in the table of tests/architecture.rs", source.module.join("::")));
        }
        return found;
    };
    for named in source.paths() {
        let written = named.path.join("::");
        match target(source, &named) {
            Target::Room(other) if room.may_use(other) => {}
            Target::Room(other) => tell(named.line, format!("`{written}`: {} may not use {other}", room.name)),
            Target::Own => {}
            Target::NoRoom => tell(named.line, format!("`{written}` leads to no room: name the one that is meant")),
            Target::Outside => {
                let in_test = test_modules.iter().any(|tests| named.module.starts_with(tests));
                if room.pure && !in_test && is_impure(&named) {
                    tell(named.line, format!("`{written}`: {} is pure", room.name));
                }
            }
        }
    }
    found
}

/// Where a path may lead.
enum Target {
    Room(&'static str),
    /// Inside the package of arithmetic.
    Own,
    /// The root itself, or something in it that is no room.
    NoRoom,
    /// Another package.
    Outside,
}

/// What a path leads to.
fn target(source: &Source, named: &Named) -> Target {
    let (first, rest) = named.path.split_first().expect("a path has a name");
    let mut absolute: Vec<String> = match first.as_str() {
        "akeyd_hw" => return Target::Room("hw"),
        _ if source.file.starts_with("hw/") && matches!(first.as_str(), "crate" | "super" | "self") => {
            return Target::Own;
        }
        "crate" | "akeyd" => rest.to_vec(),
        "super" | "self" => {
            let up = named.path.iter().take_while(|name| *name == "super").count();
            let kept = named.module.len().saturating_sub(up);
            let below = named.path.iter().skip_while(|name| *name == "super" || *name == "self");
            named.module[..kept].iter().chain(below).cloned().collect()
        }
        _ => return Target::Outside,
    };
    absolute.retain(|name| name != "*");
    match room_of(&absolute) {
        Some(room) => Target::Room(room.name),
        None => Target::NoRoom,
    }
}

fn room_of(module: &[String]) -> Option<&'static Room> {
    HOUSE.iter().find(|room| {
        let name: Vec<&str> = room.name.split("::").collect();
        module.iter().map(String::as_str).take(name.len()).eq(name)
    })
}

fn is_impure(named: &Named) -> bool {
    let path: Vec<&str> = named.path.iter().map(String::as_str).filter(|name| *name != "*").collect();
    // An import of `std::time` as a whole could hide what is taken from it.
    IMPURE.iter().any(|banned| path.starts_with(banned) || (named.imported && banned.starts_with(&path)))
}

// The rules bite.

/// What is wrong with `source` as the file `file`, behind a proper opening.
fn planted(file: &str, source: &str) -> Vec<String> {
    judge(&[Source::new(file, &format!("//! Planted.\n{source}\n"))])
}

#[test]
fn a_planted_wrong_arrow_is_found_however_it_is_written() {
    for (file, source, found) in [
        (
            "src/dm/x.rs",
            "use crate::exchange::Step;",
            "src/dm/x.rs:2: `crate::exchange::Step`: dm may not use exchange",
        ),
        ("src/exchange.rs", "use crate::dm;", "exchange may not use dm"),
        (
            "src/dm/x.rs",
            "use crate::{\n    words::Time,\n    desk::Desk,\n};",
            "x.rs:4: `crate::desk::Desk`: dm may not use desk",
        ),
        ("src/dm/x.rs", "use crate::{limits, syncml::{document, xml}, serve::{self, a::{b, c}}};", "`crate::serve`"),
        ("src/dm/x.rs", "use crate::{serve::{a::{b as d, c}}};", "`crate::serve::a::c`"),
        ("src/dm/x.rs", "fn f() { crate::store::open(); }", "dm may not use store"),
        ("src/dm/x.rs", "fn f() -> Vec<crate::store::Row> { Vec::<crate::store::Row>::new() }", "dm may not use store"),
        ("src/dm/x.rs", "macro_rules! m { () => { $crate::store::open() } }", "dm may not use store"),
        ("src/dm/x.rs", "use super::super::exchange::Step;", "dm may not use exchange"),
        ("src/dm.rs", "use super::exchange::Step;", "dm may not use exchange"),
        ("src/dm.rs", "mod inner { fn f() { super::super::exchange::g() } }", "dm may not use exchange"),
        ("src/dm.rs", "mod inner {} fn f() { super::exchange::g() }", "dm may not use exchange"),
        ("src/dm/x.rs", "pub(in crate::exchange) fn f() {}", "dm may not use exchange"),
        ("src/dm/x.rs", "pub use crate::exchange as other;", "dm may not use exchange"),
        ("src/handset/a/b.rs", "use crate::dm::Package;", "handset may not use dm"),
        ("src/handset/a.rs", "use crate::http::server::Route;", "handset may not use http::server"),
        ("src/http/wire.rs", "use super::server::Route;", "http::wire may not use http::server"),
        ("src/http.rs", "use crate::desk::Desk;", "http may not use desk"),
        ("src/net/ring.rs", "use crate::desk::Desk;", "net may not use desk"),
        ("src/dm/sent.rs", "use crate::is683::Message;", "dm may not use is683"),
        ("src/dm/account.rs", "use akeyd_hw::Group;", "dm may not use hw"),
        ("src/exchange/steps.rs", "use crate::syncml::document::Cred;", "exchange may not use syncml"),
        ("src/exchange/north.rs", "use crate::ansi41::codes::Digits;", "exchange may not use ansi41"),
        ("src/desk.rs", "use crate::ansi41::codes::Digits;", "desk may not use ansi41"),
        ("src/campaign.rs", "use crate::exchange::End;", "campaign may not use exchange"),
        ("src/http/server.rs", "use crate::syncml::xml;", "http::server may not use syncml"),
        ("src/http/server/door.rs", "use crate::desk::Desk;", "http::server may not use desk"),
        ("src/is683/key.rs", "use akeyd_hw::Group;", "is683 may not use hw"),
        ("src/syncml/auth.rs", "use akeyd_hw::Group;", "syncml may not use hw"),
        ("src/store.rs", "use crate::serve::Plan;", "store may not use serve"),
        ("src/compute.rs", "use crate::metrics::Metrics;", "compute may not use metrics"),
        ("src/syncml.rs", "use crate::is683::Message;", "syncml may not use is683"),
        ("src/words.rs", "use akeyd_hw::Group;", "words may not use hw"),
        ("src/main.rs", "fn main() { akeyd::serve::run() }", "main may not use serve"),
        ("src/dm/x.rs", "use crate::*;", "`crate::*` leads to no room"),
        ("src/dm/x.rs", "use crate as house;", "`crate` leads to no room"),
        ("src/dm/x.rs", "use super::super::{self as house};", "leads to no room"),
        ("src/dm.rs", "use super::*;", "leads to no room"),
        ("src/attic.rs", "fn f() {}", "`attic` is no room in the table"),
        ("src/cellar.rs", "fn f() {}", "`cellar` is no room in the table"),
    ] {
        let violations = planted(file, source);
        assert!(violations.iter().any(|violation| violation.contains(found)), "{file}: {source}\n{violations:#?}");
    }
}

#[test]
fn a_planted_clock_socket_thread_or_file_in_the_pure_floor_is_found() {
    for source in [
        "use std::time::Instant;",
        "use std::time::{Duration, SystemTime};",
        "use std::{fmt, time::{self}};",
        "use std::time;",
        "use std::time::*;",
        "use std as s;",
        "fn f() { std::thread::sleep(d) }",
        "fn f() -> ::std::net::SocketAddr { x }",
        "use std::fs::File;",
        "use tokio::sync::oneshot;",
        "fn f() { getrandom::fill(&mut x) }",
        "mod tests { use std::fs; }",
    ] {
        for file in ["src/desk.rs", "src/words.rs", "hw/src/group.rs"] {
            let violations = planted(file, source);
            assert!(violations.iter().any(|violation| violation.contains(" is pure")), "{file}: {source}");
        }
        assert_eq!(planted("src/serve.rs", source), [""; 0]);
    }
}

#[test]
fn planted_unsafe_code_a_long_file_a_wrong_name_and_a_bare_beginning_are_found() {
    assert_eq!(
        planted("src/net.rs", "fn f() {\n    unsafe { g() }\n}"),
        ["src/net.rs:3: `unsafe` outside src/sys.rs and hw/"]
    );
    assert_eq!(planted("src/lib.rs", "#![allow(unsafe_code)]").len(), 1);
    assert_eq!(planted("tests/x.rs", "unsafe fn f() {}").len(), 1);
    assert_eq!(planted("src/sys.rs", "#![allow(unsafe_code)]\nunsafe fn f() {}"), [""; 0]);
    assert_eq!(planted("hw/src/ifma.rs", "unsafe fn f() {}"), [""; 0]);
    assert_eq!(planted("src/net.rs", &"\n".repeat(LINES)).len(), 1);
    assert_eq!(planted("src/net.rs", &"\n".repeat(LINES - 2)), [""; 0]);
    assert_eq!(planted("src/net/mod.rs", "").len(), 1);
    assert_eq!(judge(&[Source::new("src/net.rs", "use std::io;\n")]).len(), 1);
}

#[test]
fn what_is_right_is_left_alone() {
    for (file, source) in [
        ("src/desk/x.rs", "use crate::{dm::Session, exchange::{self, Step}, limits, words::Time};"),
        ("src/dm/x.rs", "use super::y::Z; use std::time::Duration; fn f() { super::y::g(); self::h() }"),
        (
            "src/dm/x.rs",
            "// use crate::exchange;\n/* crate::exchange::x /* */ unsafe */ const A: &str = \"crate::store::x\";",
        ),
        (
            "src/dm/x.rs",
            "const A: &str = r#\"crate::store::x \"unsafe\"\"#; const B: &[u8] = b\"unsafe\"; const C: char = '\"';",
        ),
        ("src/dm/x.rs", "fn f<'a>(x: &'a str) -> char { '\\'' } const B: u8 = b'\\\\'; const C: &str = \"unsafe\";"),
        ("src/dm/x.rs", "pub(crate) struct A; pub(super) fn f() -> impl Fn() + use<'static> { g }"),
        ("src/dm.rs", "#[cfg(test)]\nmod tests { use super::*; use std::process::Command; }"),
        ("src/http/server/x.rs", "use crate::http::wire::Head; use super::super::wire;"),
        ("src/handset/x.rs", "use crate::http::client::Client; use akeyd_hw::reference;"),
        ("src/main.rs", "fn main() { akeyd::cli::main() }"),
        ("tests/x.rs", "use akeyd::serve; use std::time::Instant;"),
    ] {
        assert_eq!(planted(file, source), [""; 0], "{file}: {source}");
    }
    let declared = [
        Source::new("src/dm.rs", "//! Planted.\n#[cfg(test)]\nmod oracle;\n"),
        Source::new("src/dm/oracle.rs", "//! Planted.\nuse std::process::Command;\n"),
    ];
    assert_eq!(judge(&declared), [""; 0]);
    assert_eq!(judge(&declared[1..]).len(), 1, "the same file outside the tests");
}
