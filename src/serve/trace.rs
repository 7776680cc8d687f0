//! `--trace-dir`: one file for each management message, `SESSION-MSGID-in.xml` and `-out.xml` (or `.wbxml`), credentials and
//! service programming codes blotted out.
//!
//! For laboratories. Files are written by a thread of their own; when that cannot follow, messages are left out and counted. Called by
//! [`super::handsets`].

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use crossbeam_channel::{Receiver, Sender, bounded};
use zeroize::Zeroizing;

use crate::is683::{OtaspMsgType, Spc, ValidationBlockId};
use crate::limits;
use crate::syncml::document::{Command, Cred, Data, Message};

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

/// The body as it was, without the secrets in it; where they cannot be found in its octets, the document without them.
fn redacted(message: &Message, body: &[u8]) -> Vec<u8> {
    let mut blotted = message.clone();
    let secrets = blot(&mut blotted);
    match std::str::from_utf8(body) {
        Ok(text) if secrets.iter().all(|secret| text.contains(&**secret)) => {
            secrets.iter().fold(text.to_owned(), |text, secret| text.replace(&**secret, BLOT)).into_bytes()
        }
        _ => Encoding::Xml.write(&blotted).unwrap_or_default(),
    }
}

fn rewritten(message: &Message, encoding: Encoding) -> Vec<u8> {
    let mut message = message.clone();
    blot(&mut message);
    encoding.write(&message).unwrap_or_default()
}

/// Takes all secrets out of a message: credentials, and payloads that hold a service programming code.
fn blot(message: &mut Message) -> Vec<Zeroizing<String>> {
    let mut secrets = Vec::new();
    if let Some(cred) = &mut message.header.cred {
        blot_cred(cred, &mut secrets);
    }
    message.commands.iter_mut().for_each(|command| blot_command(command, &mut secrets));
    secrets.retain(|secret| !secret.is_empty());
    secrets
}

fn blot_command(command: &mut Command, secrets: &mut Vec<Zeroizing<String>>) {
    let items = match command {
        Command::Access(access) => access.items.as_mut_slice(),
        Command::Alert(alert) => &mut alert.items,
        Command::Exec(exec) => std::slice::from_mut(&mut exec.item),
        Command::Results(results) => &mut results.items,
        Command::Status(status) => {
            if let Some(cred) = &mut status.cred {
                blot_cred(cred, secrets);
            }
            &mut status.items
        }
        Command::Group(group) => {
            return group.commands.iter_mut().for_each(|command| blot_command(command, secrets));
        }
        Command::Unknown { .. } => return,
    };
    for data in items.iter_mut().filter_map(|item| item.data.as_mut()).filter(|data| holds_spc(&data.0)) {
        let octets = Zeroizing::new(std::mem::replace(data, Data::text(BLOT)).0);
        secrets.push(Zeroizing::new(String::from_utf8_lossy(&octets).trim().to_owned()));
    }
}

fn blot_cred(cred: &mut Cred, secrets: &mut Vec<Zeroizing<String>>) {
    let data = Zeroizing::new(std::mem::replace(&mut cred.data, BLOT.into()));
    secrets.push(Zeroizing::new(data.trim().to_owned()));
}

/// Whether data is a Validation Request with an SPC, as octets or in base64. What follows that block need not be sound: a relay
/// carries it all the same.
fn holds_spc(data: &[u8]) -> bool {
    let text: Vec<u8> = data.iter().copied().filter(|octet| !octet.is_ascii_whitespace() && *octet != b'=').collect();
    shows_spc(data) || STANDARD_NO_PAD.decode(text).is_ok_and(|octets| shows_spc(&Zeroizing::new(octets)))
}

fn shows_spc(octets: &[u8]) -> bool {
    let [kind, _, blocks @ ..] = octets else { return false };
    let mut blocks = blocks;
    if *kind != OtaspMsgType::VALIDATION.0 {
        return false;
    }
    // BLOCK_ID, BLOCK_LEN, and as many octets.
    while let [id, length, rest @ ..] = blocks {
        let Some((param_data, next)) = rest.split_at_checked((*length).into()) else { return false };
        let with_spc = [ValidationBlockId::VERIFY_SPC.0, ValidationBlockId::CHANGE_SPC.0].contains(id);
        if with_spc && param_data.len() >= Spc::DEFAULT.0.len() {
            return true;
        }
        blocks = next;
    }
    false
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

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::STANDARD;

    use super::*;
    use crate::is683::{Forward, KeyGenerationRequest, ValidationBlock, ValidationRequest};
    use crate::syncml::document::{Exec, Group, Grouping, Item};

    fn exec(data: Vec<u8>) -> Command {
        Command::Exec(Exec { cmd_id: 2, item: Item { data: Some(Data(data)), ..Item::default() }, ..Exec::default() })
    }

    fn validation(blocks: Vec<ValidationBlock<'_>>) -> Vec<u8> {
        Forward::ValidationRequest(ValidationRequest { blocks }).write().unwrap()
    }

    fn contains(octets: &[u8], part: &[u8]) -> bool {
        octets.windows(part.len()).any(|window| window == part)
    }

    #[test]
    fn a_service_programming_code_is_blotted_out_in_every_form_that_carries_it() {
        let spc = Spc::of("273645").unwrap();
        let spasm = ValidationBlock::ValidateSpasm(crate::is683::Spasm::default());
        let mut unsound = validation(vec![ValidationBlock::VerifySpc(spc)]);
        unsound.push(7);
        for octets in [
            validation(vec![ValidationBlock::VerifySpc(spc)]),
            validation(vec![spasm, ValidationBlock::ChangeSpc(spc)]),
            unsound,
        ] {
            let text = STANDARD.encode(&octets);
            let joined = Command::Group(Group {
                grouping: Grouping::Sequence,
                cmd_id: 1,
                meta: None,
                commands: vec![exec(text.clone().into_bytes())],
            });
            let message = Message { commands: vec![joined], ..Message::default() };
            let body = Encoding::Xml.write(&message).unwrap();
            assert!(contains(&body, text.as_bytes()));
            let traced = String::from_utf8(redacted(&message, &body)).unwrap();
            assert!(traced.contains("<Data>[redacted]</Data>") && !traced.contains(&text), "{traced}");
            // The rest stands as it was.
            assert_eq!(traced.replace(BLOT, &text).as_bytes(), body);

            let message = Message { commands: vec![exec(octets)], ..Message::default() };
            assert!(contains(&Encoding::Wbxml.write(&message).unwrap(), &spc.0));
            let traced = rewritten(&message, Encoding::Wbxml);
            assert!(contains(&traced, BLOT.as_bytes()) && !contains(&traced, &spc.0));
        }
    }

    #[test]
    fn messages_without_a_code_stay() {
        let spasm = validation(vec![ValidationBlock::ValidateSpasm(crate::is683::Spasm::default())]);
        let public = Forward::KeyGenerationRequest(KeyGenerationRequest { bs_result: &[9, 1, 0, 3, 1, 2, 3] });
        // A Validation Response: two blocks with their results.
        let response = vec![OtaspMsgType::VALIDATION.0, 2, 0, 0, 1, 0];
        for octets in [spasm, public.write().unwrap(), response, vec![OtaspMsgType::VALIDATION.0, 1, 0], Vec::new()] {
            let message = Message { commands: vec![exec(octets.clone())], ..Message::default() };
            let mut blotted = message.clone();
            assert!(blot(&mut blotted).is_empty() && blotted == message, "{octets:02x?}");
            assert!(!holds_spc(STANDARD.encode(&octets).as_bytes()));
        }
    }
}
