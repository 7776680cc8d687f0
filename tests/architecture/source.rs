//! Reads one source as far as the rules need it: its words, the modules it declares, and every path that it names.
//!
//! No parser of Rust: comments and texts are left out, imports are taken apart, and modules within modules are followed.
//! Knows no rule. Called by `architecture.rs`.

/// A file of the project.
pub(crate) struct Source {
    pub(crate) file: String,
    pub(crate) lines: usize,
    pub(crate) opens_with_doc: bool,
    pub(crate) tokens: Vec<Token>,
    /// The module that the file is; without a name for the roots.
    pub(crate) module: Vec<String>,
}

/// A word, a `::`, or one character; and its line.
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// A path as it is written in the code of `module`.
pub(crate) struct Named {
    pub(crate) path: Vec<String>,
    pub(crate) line: usize,
    pub(crate) module: Vec<String>,
    pub(crate) imported: bool,
}

impl Source {
    /// `file` is its path from the root of the project.
    pub(crate) fn new(file: &str, text: &str) -> Self {
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

    /// Modules that are built for tests only, declared here.
    pub(crate) fn test_modules(&self) -> Vec<Vec<String>> {
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
    pub(crate) fn paths(&self) -> Vec<Named> {
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
