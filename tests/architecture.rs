//! The rules of the house, held by reading its sources: which room may use which, what the pure floor must not name, where
//! `unsafe` may stand, and how a file begins and ends.
//!
//! The compiler holds one of them (without the feature `serve` only the pure floor is built); the others would erode
//! unseen. Each rule is shown to bite by planted sources at the end.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A room, and the rooms that it may use. Everybody may use itself and [`COMMON`].
struct Room {
    name: &'static str,
    uses: &'static [&'static str],
    /// Knows no socket, clock, thread, file or random source.
    pure: bool,
}

const fn pure(name: &'static str, uses: &'static [&'static str]) -> Room {
    Room { name, uses, pure: true }
}

const fn room(name: &'static str, uses: &'static [&'static str]) -> Room {
    Room { name, uses, pure: false }
}

/// `cli → lab → serve → (http, north, handset) → desk → (dm, exchange) → (syncml, is683) → hw`, from below. A room in a room
/// (`http::wire`) goes before the room around it.
#[rustfmt::skip]
const HOUSE: &[Room] = &[
    pure("words",        &[]),
    pure("limits",       &[]),
    pure("is683",        &["hw"]),
    pure("syncml",       &["hw"]),
    pure("dm",           &["syncml", "is683", "hw"]),
    pure("exchange",     &["syncml", "is683", "hw"]),
    pure("desk",         &["dm", "exchange", "syncml", "is683", "hw"]),
    // Beside the desk: they carry out what it asks for.
    room("sys",          &[]),
    room("net",          &["sys"]),
    room("compute",      &["hw"]),
    room("store",        &["desk", "dm", "exchange", "syncml", "is683", "hw"]),
    // Both sides of the wire, of which the handset may have the one only.
    room("http::wire",   &[]),
    room("http::client", &["http::wire"]),
    room("http::server", &["http::wire", "net", "desk", "dm", "exchange", "syncml", "is683", "hw"]),
    room("http",         &[]),
    room("north",        &["http::wire", "http::client", "compute", "store", "desk", "dm", "exchange", "syncml", "is683", "hw"]),
    // It proves what the others do, so it shares nothing with them but formats.
    room("handset",      &["http::wire", "http::client", "syncml", "is683", "hw"]),
    // The operator's side.
    room("selftest",     &["hw"]),
    room("systemd",      &[]),
    room("metrics",      &["compute", "hw"]),
    room("config",       &["hw"]),
    room("serve",        &["selftest", "config", "metrics", "systemd", "north", "http::server", "http::client", "http::wire", "store", "compute",
                           "net", "sys", "desk", "dm", "exchange", "syncml", "is683", "hw"]),
    room("lab",          &["serve", "selftest", "handset", "config", "metrics", "systemd", "north", "http::server", "http::client", "http::wire",
                           "store", "compute", "net", "sys", "desk", "dm", "exchange", "syncml", "is683", "hw"]),
    room("cli",          &["lab", "serve", "selftest", "handset", "config", "metrics", "systemd", "north", "http::server", "http::client",
                           "http::wire", "store", "compute", "net", "sys", "desk", "dm", "exchange", "syncml", "is683", "hw"]),
    // The program itself, and the package of arithmetic.
    room("main",         &["cli"]),
    pure("hw",           &[]),
];

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

    let rooms: BTreeSet<_> = sources.iter().filter_map(Source::room).map(|room| room.name).collect();
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
    sources.iter().flat_map(|source| source.violations(&test_modules)).collect()
}

// What a source says.

struct Source {
    file: String,
    lines: usize,
    opens_with_doc: bool,
    tokens: Vec<Token>,
    /// The module that the file is; without a name for the roots.
    module: Vec<String>,
}

/// A word, a `::`, or one character; and its line.
struct Token {
    text: String,
    line: usize,
}

/// A path as it is written in the code of `module`.
struct Named {
    path: Vec<String>,
    line: usize,
    module: Vec<String>,
    imported: bool,
}

impl Source {
    fn new(file: &str, text: &str) -> Self {
        let mut module: Vec<String> = file.trim_end_matches(".rs").split('/').skip(1).map(Into::into).collect();
        if module.last().is_some_and(|last| last == "mod" || last == "lib") {
            module.pop();
        }
        Self {
            file: file.to_owned(),
            lines: text.lines().count(),
            opens_with_doc: text.starts_with("//! "),
            tokens: tokens(text),
            module,
        }
    }

    fn room(&self) -> Option<&'static Room> {
        if self.file.starts_with("hw/src/") {
            return HOUSE.iter().find(|room| room.name == "hw");
        }
        if !self.file.starts_with("src/") {
            return None;
        }
        room_of(&self.module)
    }

    fn violations(&self, test_modules: &BTreeSet<Vec<String>>) -> Vec<String> {
        let mut found = Vec::new();
        let mut tell = |line: usize, what: String| found.push(format!("{}:{line}: {what}", self.file));
        if !self.opens_with_doc {
            tell(1, "does not open with `//!` and what the file does".into());
        }
        if self.lines > LINES {
            tell(self.lines, format!("is longer than {LINES} lines"));
        }
        if self.file != "src/sys.rs" && !self.file.starts_with("hw/") {
            for token in self.tokens.iter().filter(|token| token.text == "unsafe" || token.text == "unsafe_code") {
                tell(token.line, format!("`{}` outside src/sys.rs and hw/", token.text));
            }
        }
        let is_root = self.module.is_empty();
        let Some(room) = self.room() else {
            if self.file.starts_with("src/") && !is_root {
                tell(1, format!("`{}` is no room in the table of tests/architecture.rs", self.module.join("::")));
            }
            return found;
        };
        for named in self.paths() {
            let written = named.path.join("::");
            match self.target(&named) {
                Target::Room(other) if room.name == other || COMMON.contains(&other) || room.uses.contains(&other) => {}
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

    /// Modules that are built for tests only, declared here.
    fn test_modules(&self) -> Vec<Vec<String>> {
        const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
        let words: Vec<&str> = self.tokens.iter().map(|token| token.text.as_str()).collect();
        let mut found = Vec::new();
        for (at, window) in words.windows(MARK.len()).enumerate() {
            let mut rest = words[at + MARK.len()..].iter().skip_while(|word| word.starts_with("pub")).copied();
            if window == MARK && rest.next() == Some("mod") {
                let inner = rest.next().map(ToOwned::to_owned);
                found.push(self.module.iter().cloned().chain(inner).collect());
            }
        }
        found
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }

    /// Every path in the file, imports taken apart into one path for each name.
    fn paths(&self) -> Vec<Named> {
        let mut found = Vec::new();
        let mut module = self.module.clone();
        let mut depth = 0_usize;
        let mut opened_at = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let line = self.tokens[at].line;
            match self.word(at) {
                "{" => depth += 1,
                "}" => {
                    depth = depth.saturating_sub(1);
                    if opened_at.last() == Some(&depth) {
                        opened_at.pop();
                        module.pop();
                    }
                }
                "mod" if self.word(at + 2) == "{" => {
                    module.push(self.word(at + 1).to_owned());
                    opened_at.push(depth);
                }
                "use" if self.word(at + 1) != "<" => {
                    let mut paths = Vec::new();
                    at = self.import(at + 1, &[], &mut paths);
                    let named = |(path, line)| Named { path, line, module: module.clone(), imported: true };
                    found.extend(paths.into_iter().map(named));
                    continue;
                }
                first if is_word(first) => {
                    let mut path = vec![first.to_owned()];
                    while self.word(at + 1) == "::" && is_word(self.word(at + 2)) {
                        path.push(self.word(at + 2).to_owned());
                        at += 2;
                    }
                    if path.len() > 1 {
                        found.push(Named { path, line, module: module.clone(), imported: false });
                    }
                }
                _ => {}
            }
            at += 1;
        }
        found
    }

    /// Reads one tree of an import behind `prefix`, notes its paths, and says where it ends.
    fn import(&self, mut at: usize, prefix: &[String], paths: &mut Vec<(Vec<String>, usize)>) -> usize {
        let mut path = prefix.to_vec();
        while let Some(Token { text, line }) = self.tokens.get(at) {
            at += 1;
            match text.as_str() {
                "{" => {
                    while !matches!(self.word(at), "}" | "") {
                        at = self.import(at, &path, paths);
                        at += usize::from(self.word(at) == ",");
                    }
                    return at + 1;
                }
                "::" => {}
                "self" if !path.is_empty() => {
                    paths.push((path, *line));
                    return self.skip_alias(at);
                }
                name if name == "*" || is_word(name) => {
                    path.push(name.to_owned());
                    if self.word(at) != "::" {
                        paths.push((path, *line));
                        return self.skip_alias(at);
                    }
                }
                _ => return at,
            }
        }
        at
    }

    fn skip_alias(&self, at: usize) -> usize {
        if self.word(at) == "as" { at + 2 } else { at }
    }

    /// What a path leads to.
    fn target(&self, named: &Named) -> Target {
        let (first, rest) = named.path.split_first().expect("a path has a name");
        let mut absolute: Vec<String> = match first.as_str() {
            "akeyd_hw" => return Target::Room("hw"),
            _ if self.file.starts_with("hw/") && matches!(first.as_str(), "crate" | "super" | "self") => {
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
}

enum Target {
    Room(&'static str),
    /// Inside the package of arithmetic.
    Own,
    /// The root itself, or something in it that is no room.
    NoRoom,
    /// Another package.
    Outside,
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

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Takes the source apart; comments, texts, characters and lifetimes are left out.
fn tokens(source: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = source;
    let mut line = 1;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => text(rest),
            'r' | 'b' | 'c' if prefixed_text(rest).is_some() => prefixed_text(rest).unwrap_or(1),
            '\'' => character_or_lifetime(rest),
            c if is_word(&rest[..c.len_utf8()]) => {
                let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                found.push(Token { text: rest[..word].to_owned(), line });
                word
            }
            // A number, with its suffix: no word begins inside it.
            c if c.is_ascii_digit() => rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len()),
            c => {
                let length = if rest.starts_with("::") { 2 } else { c.len_utf8() };
                if !c.is_whitespace() {
                    found.push(Token { text: rest[..length].to_owned(), line });
                }
                length
            }
        };
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    found
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at
}

fn text(rest: &str) -> usize {
    let octets = rest.as_bytes();
    let mut at = 1;
    while at < octets.len() && octets[at] != b'"' {
        at += if octets[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(octets.len())
}

/// The length of `r"…"`, `r#"…"#`, `b"…"`, `br#"…"#`, `c"…"` or `b'…'`, when it is one.
fn prefixed_text(rest: &str) -> Option<usize> {
    let prefix = rest.find(|c: char| !matches!(c, 'r' | 'b' | 'c'))?;
    let body = &rest[prefix..];
    if rest[..prefix].ends_with('r') {
        let hashes = body.find(|c| c != '#')?;
        if prefix > 2 || !body[hashes..].starts_with('"') {
            return None;
        }
        let end = format!("\"{}", "#".repeat(hashes));
        let inner = body[hashes + 1..].find(&end)?;
        return Some(prefix + hashes + 1 + inner + end.len());
    }
    match body.chars().next()? {
        '"' if prefix == 1 => Some(prefix + text(body)),
        '\'' if prefix == 1 => Some(prefix + character_or_lifetime(body)),
        _ => None,
    }
}

fn character_or_lifetime(rest: &str) -> usize {
    let mut inner = rest[1..].chars();
    match (inner.next(), inner.next()) {
        (Some('\\'), Some(escaped)) => {
            let begin = 2 + escaped.len_utf8();
            begin + rest[begin..].find('\'').map_or(0, |end| end + 1)
        }
        (Some(c), Some('\'')) => 2 + c.len_utf8(),
        _ => 1,
    }
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
        ("src/exchange/mod.rs", "use crate::dm;", "exchange may not use dm"),
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
        ("src/dm/mod.rs", "use super::exchange::Step;", "dm may not use exchange"),
        ("src/dm/mod.rs", "mod inner { fn f() { super::super::exchange::g() } }", "dm may not use exchange"),
        ("src/dm/mod.rs", "mod inner {} fn f() { super::exchange::g() }", "dm may not use exchange"),
        ("src/dm/x.rs", "pub(in crate::exchange) fn f() {}", "dm may not use exchange"),
        ("src/dm/x.rs", "pub use crate::exchange as other;", "dm may not use exchange"),
        ("src/handset/a/b.rs", "use crate::dm::Package;", "handset may not use dm"),
        ("src/handset/a.rs", "use crate::http::server::Route;", "handset may not use http::server"),
        ("src/http/wire/mod.rs", "use super::server::Route;", "http::wire may not use http::server"),
        ("src/http/mod.rs", "use crate::desk::Desk;", "http may not use desk"),
        ("src/net/ring.rs", "use crate::desk::Desk;", "net may not use desk"),
        ("src/compute/mod.rs", "use crate::metrics::Metrics;", "compute may not use metrics"),
        ("src/syncml/mod.rs", "use crate::is683::Message;", "syncml may not use is683"),
        ("src/words.rs", "use akeyd_hw::Group;", "words may not use hw"),
        ("src/main.rs", "fn main() { akeyd::serve::run() }", "main may not use serve"),
        ("src/dm/x.rs", "use crate::*;", "`crate::*` leads to no room"),
        ("src/dm/x.rs", "use crate as house;", "`crate` leads to no room"),
        ("src/dm/x.rs", "use super::super::{self as house};", "leads to no room"),
        ("src/dm/mod.rs", "use super::*;", "leads to no room"),
        ("src/attic/mod.rs", "fn f() {}", "`attic` is no room in the table"),
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
        for file in ["src/desk/mod.rs", "src/words.rs", "hw/src/group.rs"] {
            let violations = planted(file, source);
            assert!(violations.iter().any(|violation| violation.contains(" is pure")), "{file}: {source}");
        }
        assert_eq!(planted("src/serve.rs", source), [""; 0]);
    }
}

#[test]
fn planted_unsafe_code_a_long_file_and_a_bare_beginning_are_found() {
    assert_eq!(
        planted("src/net/mod.rs", "fn f() {\n    unsafe { g() }\n}"),
        ["src/net/mod.rs:3: `unsafe` outside src/sys.rs and hw/"]
    );
    assert_eq!(planted("src/lib.rs", "#![allow(unsafe_code)]").len(), 1);
    assert_eq!(planted("tests/x.rs", "unsafe fn f() {}").len(), 1);
    assert_eq!(planted("src/sys.rs", "#![allow(unsafe_code)]\nunsafe fn f() {}"), [""; 0]);
    assert_eq!(planted("hw/src/ifma.rs", "unsafe fn f() {}"), [""; 0]);
    assert_eq!(planted("src/net/mod.rs", &"\n".repeat(LINES)).len(), 1);
    assert_eq!(planted("src/net/mod.rs", &"\n".repeat(LINES - 2)), [""; 0]);
    assert_eq!(judge(&[Source::new("src/net/mod.rs", "use std::io;\n")]).len(), 1);
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
        ("src/dm/mod.rs", "#[cfg(test)]\nmod tests { use super::*; use std::process::Command; }"),
        ("src/http/server/x.rs", "use crate::http::wire::Head; use super::super::wire;"),
        ("src/handset/x.rs", "use crate::http::client::Client; use akeyd_hw::reference;"),
        ("src/main.rs", "fn main() { akeyd::cli::main() }"),
        ("tests/x.rs", "use akeyd::serve; use std::time::Instant;"),
    ] {
        assert_eq!(planted(file, source), [""; 0], "{file}: {source}");
    }
    let declared = [
        Source::new("src/dm/mod.rs", "//! Planted.\n#[cfg(test)]\nmod oracle;\n"),
        Source::new("src/dm/oracle.rs", "//! Planted.\nuse std::process::Command;\n"),
    ];
    assert_eq!(judge(&declared), [""; 0]);
    assert_eq!(judge(&declared[1..]).len(), 1, "the same file outside the tests");
}
