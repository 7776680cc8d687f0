//! `--trace-dir`: one file for each management message, `SESSION-MSGID-in.xml` and `-out.xml` (or `.wbxml`), credentials blotted out.
//!
//! For laboratories. Files are written by a thread of their own; when that cannot follow, messages are left out and counted. Called by
//! [`super::handsets`].

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded};

use crate::limits;
use crate::syncml::document::{Command, Message};

use super::handsets::Encoding;

/// Which way a message went.
#[derive(Clone, Copy)]
pub(super) enum Direction {
    /// From the handset.
    In,
    /// To the handset.
    Out,
}

/// A way to the writing thread.
#[derive(Clone)]
pub(super) struct Trace(Sender<Page>);

struct Page {
    name: String,
    suffix: &'static str,
    octets: Vec<u8>,
}

const BLOT: &str = "[redacted]";
/// Files of one name, should devices share SessionIDs.
const NAMESAKES: u32 = 10_000;

impl Trace {
    /// Makes the folder, if need be, and starts the writing thread, which ends with the last handle, when all is written.
    pub(super) fn start(folder: &Path) -> io::Result<(Self, JoinHandle<()>)> {
        fs::create_dir_all(folder)?;
        let (sender, pages) = bounded(limits::TRACE_QUEUE);
        let folder = folder.to_owned();
        let writer = thread::Builder::new().name("trace".into()).spawn(move || write_all(&folder, &pages))?;
        Ok((Self(sender), writer))
    }

    /// Notes a message and its body.
    pub(super) fn note(&self, direction: Direction, encoding: Encoding, message: &Message, body: &[u8]) {
        let side = match direction {
            Direction::In => "in",
            Direction::Out => "out",
        };
        let header = &message.header;
        let session: String = header
            .session_id
            .chars()
            .take(limits::SESSION_ID_OCTETS)
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        let (suffix, octets) = match encoding {
            Encoding::Xml => ("xml", redacted(message, body)),
            Encoding::Wbxml => ("wbxml", rewritten(message, encoding)),
        };
        let page = Page { name: format!("{session}-{}-{side}", header.msg_id), suffix, octets };
        if self.0.try_send(page).is_err() {
            tracing::warn!("the trace cannot follow: a message is left out");
        }
    }
}

/// The body as it was, without the credentials in it; where they cannot be found in its octets, the document without them.
fn redacted(message: &Message, body: &[u8]) -> Vec<u8> {
    let secrets: Vec<&str> = credentials(message);
    let Ok(text) = std::str::from_utf8(body) else { return rewritten(message, Encoding::Xml) };
    if secrets.iter().any(|secret| !text.contains(secret)) {
        return rewritten(message, Encoding::Xml);
    }
    secrets.iter().fold(text.to_owned(), |text, secret| text.replace(secret, BLOT)).into_bytes()
}

fn credentials(message: &Message) -> Vec<&str> {
    let of_statuses = message.commands.iter().filter_map(|command| match command {
        Command::Status(status) => status.cred.as_ref(),
        _ => None,
    });
    let all = message.header.cred.iter().chain(of_statuses);
    all.map(|cred| cred.data.trim()).filter(|data| !data.is_empty()).collect()
}

fn rewritten(message: &Message, encoding: Encoding) -> Vec<u8> {
    let mut message = message.clone();
    if let Some(cred) = &mut message.header.cred {
        cred.data = BLOT.into();
    }
    for command in &mut message.commands {
        if let Command::Status(status) = command
            && let Some(cred) = &mut status.cred
        {
            cred.data = BLOT.into();
        }
    }
    encoding.write(&message).unwrap_or_default()
}

fn write_all(folder: &Path, pages: &Receiver<Page>) {
    for page in pages {
        if let Err(error) = write(folder, &page) {
            tracing::warn!(%error, file = page.name, "a trace file cannot be written");
        }
    }
}

fn write(folder: &Path, page: &Page) -> io::Result<()> {
    for namesake in 1..=NAMESAKES {
        let namesake = if namesake == 1 { String::new() } else { format!(".{namesake}") };
        let path: PathBuf = folder.join(format!("{}{namesake}.{}", page.name, page.suffix));
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(mut file) => return file.write_all(&page.octets),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
