//! `akeyd audit`: the audit trail, and the proof that nobody has changed it.
//!
//! The chain is computed here, from what is shown: whoever has written down one hash can prove all that came before it. Called by
//! [`crate::cli::main`].

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use clap::{Args, Subcommand};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::desk::record::AuditEvent;
use crate::is683::hex::{from_hex, to_hex};
use crate::limits;
use crate::serve::admin::moment;

use super::{Column, Done, Failure, List, Service, Target, run, say};

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    /// List the records; all of them with --json as `verify --file` takes them
    List(ListArgs),
    /// Compute the chain anew: exit 0 only where every record is as it was written, and none is missing
    Verify {
        /// What `audit list --json` wrote, instead of the service's; - is standard input
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
        /// A record and its hash that were written down before
        #[arg(long, value_name = "SEQ:HASH")]
        known: Option<Known>,
    },
}

#[derive(Args)]
pub(in crate::cli) struct ListArgs {
    /// The newest first
    #[arg(long)]
    newest: bool,
    /// Only those about this device, exchange or campaign
    #[arg(long, value_name = "NAME")]
    subject: Option<String>,
    /// Only this action, such as key.activate, or all of a kind, such as exchange
    #[arg(long)]
    action: Option<String>,
    /// Only what he did: uid:N, cert:NAME, campaign:NAME, north:NAME, or akeyd for what the service does of itself
    #[arg(long, value_name = "WHO")]
    actor: Option<String>,
    /// Only those of this moment or later, such as 2026-06-01T12:00:00Z
    #[arg(long, value_name = "MOMENT")]
    since: Option<String>,
    /// From the record behind this one on; with --newest, before it
    #[arg(long, value_name = "SEQ")]
    after: Option<u64>,
    /// At most so many
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

/// A place in the chain that is known.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Known {
    seq: u64,
    hash: [u8; 32],
}

impl FromStr for Known {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once(':').and_then(|(seq, hash)| Some((seq.parse().ok()?, octets(hash)?)));
        let (seq, hash) = parts.ok_or("is not SEQ:HASH, a number and 64 hex digits")?;
        Ok(Self { seq, hash })
    }
}

fn octets(hex: &str) -> Option<[u8; 32]> {
    from_hex(hex)?.try_into().ok()
}

pub(in crate::cli) fn main(command: Command, target: Target) -> ExitCode {
    match command {
        Command::List(args) => run("audit", target, async move |service| list(service, args).await),
        Command::Verify { file: Some(file), known } => {
            let json = target.json;
            let mut chain = Chain::new(known);
            let read = read(&file, &mut chain);
            match read.and_then(|()| chain.end(json)) {
                Ok(()) => ExitCode::SUCCESS,
                Err(what) => super::fail(&format_args!("akeyd audit: {}: {what}", file.display()), 1),
            }
        }
        Command::Verify { file: None, known } => run("audit", target, async move |mut service| {
            let chain = RefCell::new(Chain::new(known));
            let mut wrong = None;
            // The first page says where the trail begins. What is removed meanwhile has been walked.
            let begin = |page: &Value| {
                chain.borrow_mut().begin(&page["anchor"]);
                true
            };
            let link = |record: &Value| {
                wrong = wrong.take().or(chain.borrow_mut().link(record).err());
                wrong.is_none()
            };
            let walked = service.pages_and(List::new("/v1/audit", "records"), begin, link).await;
            let chain = chain.into_inner();
            match wrong {
                Some(what) => Err(Failure::Failed(what)),
                None => walked.and_then(|()| chain.end(service.json).map_err(Failure::Failed)),
            }?;
            Ok(ExitCode::SUCCESS)
        }),
    }
}

async fn list(mut service: Service, args: ListArgs) -> Done<ExitCode> {
    const COLUMNS: [Column; 6] = [
        ("SEQ", "/seq", 6),
        ("AT", "/at", 24),
        ("ACTOR", "/actor", 16),
        ("ACTION", "/action", 20),
        ("SUBJECT", "/subject", 24),
        ("DETAIL", "/detail", 0),
    ];
    let ListArgs { newest, subject, action, actor, since, after, limit } = args;
    let filters = [("subject", subject), ("action", action), ("actor", actor), ("since", since)];
    // Where some are left out there is no chain to walk, and so no beginning of it.
    let is_chain = !newest && after.is_none() && filters.iter().all(|(_, value)| value.is_none());
    let list = List::new("/v1/audit", "records").with([("order", newest.then(|| "newest".to_owned()))]);
    let list = list.with(filters).after(after).at_most(limit);
    if !service.json {
        service.table(list, &COLUMNS).await?;
        return Ok(ExitCode::SUCCESS);
    }
    // Alone on a line, for `verify --file`. The first page names its own beginning; those behind it are named by what came before.
    let begin = |page: &Value| !is_chain || page["anchor"].is_null() || say(json!({ "anchor": page["anchor"] }));
    let mut begun = false;
    let begin = |page: &Value| std::mem::replace(&mut begun, true) || begin(page);
    service.pages_and(list, begin, |record| say(record)).await?;
    Ok(ExitCode::SUCCESS)
}

/// Reads a file of records, one to a line.
fn read(file: &Path, chain: &mut Chain) -> Result<(), String> {
    let told = |error: io::Error| error.to_string();
    let from: Box<dyn Read> =
        if file == Path::new("-") { Box::new(io::stdin()) } else { Box::new(File::open(file).map_err(told)?) };
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let most = limits::AUDIT_LINE_OCTETS as u64;
        if from.by_ref().take(most).read_until(b'\n', &mut line).map_err(told)? == 0 {
            break;
        }
        if line.len() as u64 == most {
            return Err(format!("line {number} is longer than {most} octets"));
        }
        if !line.trim_ascii().is_empty() {
            let record: Value = serde_json::from_slice(&line).map_err(|_| format!("line {number} is not JSON"))?;
            match &record["anchor"] {
                Value::Null => chain.link(&record)?,
                anchor => chain.begin(anchor),
            }
        }
    }
    Ok(())
}

/// The chain as far as it has been walked.
struct Chain {
    known: Option<Known>,
    first: Option<u64>,
    last: Option<(u64, [u8; 32])>,
    met: bool,
    /// The last record that was removed from the beginning.
    anchor: Option<(u64, [u8; 32])>,
    /// Records that are not there, by their first and last.
    missing: Vec<(u64, u64)>,
    gaps: usize,
}

impl Chain {
    fn new(known: Option<Known>) -> Self {
        Self { known, first: None, last: None, met: false, anchor: None, missing: Vec::new(), gaps: 0 }
    }

    /// Takes the anchor of a trail whose beginning was removed, unless something was walked already.
    fn begin(&mut self, anchor: &Value) {
        if self.last.is_none() {
            self.anchor = anchor["seq"].as_u64().zip(anchor["hash"].as_str().and_then(octets));
        }
    }

    /// Goes on to the next record, which must follow on the one before.
    fn link(&mut self, record: &Value) -> Result<(), String> {
        let seq = record["seq"].as_u64().ok_or("a record without a place")?;
        let wrong = |what: &str| format!("record {seq}: {what}");
        let text =
            |name: &str| record[name].as_str().map(str::to_owned).ok_or_else(|| wrong(&format!("{name} is not there")));
        let hash = octets(&text("hash")?).ok_or_else(|| wrong("hash is not 64 hex digits"))?;
        let event = AuditEvent {
            at: moment::read(&text("at")?).ok_or_else(|| wrong("at is not a moment"))?,
            actor: text("actor")?,
            action: text("action")?,
            subject: text("subject")?,
            detail: text("detail")?,
        };
        let before = match self.last.or(self.anchor) {
            Some((last, hash)) if last + 1 == seq => Some(hash),
            Some((last, _)) if seq <= last => return Err(wrong("it stands behind a younger one")),
            // What comes behind the gap is looked at all the same.
            Some((last, _)) => {
                self.gaps += 1;
                if self.missing.len() < limits::PROBLEMS {
                    self.missing.push((last + 1, seq - 1));
                }
                None
            }
            None if seq == 1 => Some([0; 32]),
            // The beginning is not here: this record's own hash is taken on trust.
            None => None,
        };
        if let Some(before) = before {
            let computed: [u8; 32] = event.chained(seq, &before, Sha256::new()).finalize().into();
            if computed != hash {
                return Err(wrong("it is not what was written: its hash does not follow from it"));
            }
        }
        if let Some(known) = self.known.as_ref().filter(|known| known.seq == seq) {
            if known.hash != hash {
                return Err(wrong("its hash is another one than is known"));
            }
            self.met = true;
        }
        self.first = self.first.or(Some(seq));
        self.last = Some((seq, hash));
        Ok(())
    }

    /// Tells what was walked.
    fn end(self, as_json: bool) -> Result<(), String> {
        if let Some(known) = self.known.as_ref().filter(|_| !self.met) {
            return Err(format!("record {}, which is known, is not there", known.seq));
        }
        let (first, last) = (self.first.unwrap_or(0), self.last.map_or(0, |(seq, _)| seq));
        if self.gaps > 0 {
            let told = |(from, to): &(u64, u64)| if from == to { from.to_string() } else { format!("{from} to {to}") };
            let missing: Vec<_> = self.missing.iter().map(told).collect();
            let more = if self.gaps > missing.len() { ", …" } else { "" };
            return Err(format!(
                "records {}{more} are missing or cannot be read; the others, {first} to {last}, follow on each other",
                missing.join(", ")
            ));
        }
        let hash = self.last.map(|(_, hash)| to_hex(&hash));
        if as_json {
            let anchor = self.anchor.map(|(seq, hash)| json!({ "seq": seq, "hash": to_hex(&hash) }));
            say(json!({ "first": first, "last": last, "hash": hash, "from_beginning": first <= 1, "anchor": anchor }));
        } else if let Some(hash) = hash {
            say(format_args!("records {first} to {last} are as they were written; the last hash is {hash}"));
            if let Some((seq, hash)) = self.anchor {
                say(format_args!("records up to {seq} were removed; the last of them had the hash {}", to_hex(&hash)));
            } else if first > 1 {
                say(format_args!("records before {first} are not kept here: that hash is taken on trust"));
            }
        } else {
            say("there are no records");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Time;

    fn trail(count: u64) -> Vec<Value> {
        let mut before = [0; 32];
        let record = |seq: u64| {
            let text = |what: &str| format!("{what} ü {seq}");
            let at = Time(1_700_000_000_000 + seq);
            let (actor, action, subject, detail) = (text("a"), text("b"), text("c"), text("d"));
            let event = AuditEvent { at, actor, action, subject, detail };
            before = event.chained(seq, &before, Sha256::new()).finalize().into();
            json!({
                "seq": seq, "at": moment::written(at), "actor": event.actor, "action": event.action,
                "subject": event.subject, "detail": event.detail, "hash": to_hex(&before),
            })
        };
        (1..=count).map(record).collect()
    }

    #[test]
    fn a_trail_whose_beginning_was_removed_is_chained_on_its_anchor() {
        let records = trail(6);
        let with = |anchor: Value| {
            let mut chain = Chain::new(None);
            chain.begin(&anchor);
            records[3..].iter().try_for_each(|record| chain.link(record))?;
            // That of a later page is another's.
            chain.begin(&json!({ "seq": 5, "hash": "00".repeat(32) }));
            chain.end(true)
        };
        assert_eq!(with(json!({ "seq": 3, "hash": records[2]["hash"] })), Ok(()));
        assert!(with(json!({ "seq": 3, "hash": records[1]["hash"] })).unwrap_err().contains("record 4"));
        assert!(with(json!({ "seq": 2, "hash": records[1]["hash"] })).unwrap_err().contains("records 3 are missing"));
    }

    fn verified(records: &[Value], known: Option<Known>) -> Result<(), String> {
        let mut chain = Chain::new(known);
        records.iter().try_for_each(|record| chain.link(record))?;
        chain.end(true)
    }

    #[test]
    fn a_whole_trail_is_good_and_any_change_is_found() {
        let records = trail(5);
        assert_eq!(verified(&records, None), Ok(()));
        assert_eq!(verified(&records[2..], None), Ok(()), "the beginning may be gone");
        for at in 0..5 {
            for member in ["at", "actor", "action", "subject", "detail", "hash"] {
                let mut changed = records.clone();
                let text = changed[at][member].as_str().unwrap().to_owned();
                // The last digit, but for the Z behind a moment.
                let (head, tail) = text.split_at(text.len() - 1 - usize::from(member == "at"));
                let last = tail.chars().next().unwrap();
                let other = if last == '1' { '2' } else { '1' };
                changed[at][member] = format!("{head}{other}{}", &tail[1..]).into();
                assert!(verified(&changed, None).is_err(), "{at} {member}");
            }
            if at > 0 && at < 4 {
                let mut missing = records.clone();
                missing.remove(at);
                let told = verified(&missing, None).unwrap_err();
                assert!(told.contains(&format!("records {} are missing", at + 1)), "{told}");
                // What is wrong behind the gap is found too.
                missing[3]["actor"] = "another".into();
                assert!(verified(&missing, None).is_err_and(|told| told.contains("hash")) || at == 3);
            }
        }
    }

    #[test]
    fn what_was_written_down_before_must_still_be_there() {
        let records = trail(3);
        let hash = records[1]["hash"].as_str().unwrap();
        assert_eq!(verified(&records, Some(format!("2:{hash}").parse().unwrap())), Ok(()));
        assert!(verified(&records, Some(format!("3:{hash}").parse().unwrap())).is_err());
        assert!(verified(&records, Some(format!("4:{hash}").parse().unwrap())).is_err());
        assert!("2".parse::<Known>().is_err() && "2:ab".parse::<Known>().is_err());
    }
}
