//! `POST /v1/subscribers` with a file: CSV under the contract's header, or JSON lines.
//!
//! Lines are taken while they arrive and written in batches, each with its record in the audit trail, while the next ones are read. A line that is not
//! good is refused by number and reason, and the rest goes on: the answer is a report. Of two lines with one name the later one stays. Holds no more than a
//! batch and a line. Called by the connection, through [`super::Api`].

use std::collections::HashSet;
use std::rc::Rc;
use std::str::FromStr;
use std::time::Duration;

use serde::Serialize;
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use zeroize::Zeroizing;

use crate::config::subscribers::{HEADER, Lines};
use crate::desk::Operation;
use crate::desk::record::{Change, Subscriber, Write};
use crate::http::server::{LocalFuture, Method, RequestHead, Response, Sink};
use crate::http::wire::is_media_type;
use crate::limits;
use crate::store::{self, ReadError, Refused};
use crate::words::DeviceId;

use super::caller::Caller;
use super::fields::Fields;
use super::problem::Problem;
use super::query::Query;
use super::{Admin, Route, json, subscribers};

/// What a file is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Csv,
    JsonLines,
}

/// The format of a request that brings a file.
pub(super) fn format(head: &RequestHead) -> Option<Format> {
    let media_type = head.content_type()?;
    let format = if is_media_type(media_type, "text/csv") {
        Format::Csv
    } else if ["application/x-ndjson", "application/jsonl"].iter().any(|name| is_media_type(media_type, name)) {
        Format::JsonLines
    } else {
        return None;
    };
    (head.method == Method::Post && Route::of(&head.path) == Some(Route::Subscribers)).then_some(format)
}

/// Takes a file, or says why not.
pub(super) fn sink(admin: &Rc<Admin>, head: &RequestHead, caller: Caller, format: Format) -> Box<dyn Sink> {
    let begin = || {
        admin.admit(head, &caller)?;
        let mut query = Query::read(head.query.as_deref())?;
        let existing = query.word::<Existing>("existing")?.unwrap_or(Existing::Replace);
        query.end()?;
        Ok(existing)
    };
    let existing = begin();
    Box::new(Import {
        admin: Rc::clone(admin),
        caller,
        format,
        existing: *existing.as_ref().unwrap_or(&Existing::Refuse),
        failed: existing.err(),
        lines: Lines::default(),
        line: Zeroizing::new(Vec::with_capacity(limits::IMPORT_LINE_OCTETS)),
        skipping: false,
        batch: Vec::with_capacity(limits::IMPORT_BATCH),
        named: HashSet::with_capacity(limits::IMPORT_BATCH),
        written: None,
        report: Report::default(),
        began: tokio::time::Instant::now(),
    })
}

/// What becomes of a subscriber that is there already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Existing {
    /// It replaces that one, whose nonces stay unless the line brings some.
    Replace,
    /// It is refused.
    Refuse,
}

impl FromStr for Existing {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "replace" => Ok(Self::Replace),
            "refuse" => Ok(Self::Refuse),
            _ => Err(format!("`{text}` is not one of replace, refuse")),
        }
    }
}

/// What became of a file.
#[derive(Default, Serialize)]
struct Report {
    /// Lines that were read, without the header and empty ones.
    lines: u64,
    created: u64,
    replaced: u64,
    refused: u64,
    /// The first of those that were refused.
    refusals: Vec<Refusal>,
    #[serde(skip)]
    number: u64,
}

#[derive(Serialize)]
struct Refusal {
    line: u64,
    field: Option<String>,
    reason: String,
}

/// What is wrong with a line: the field, where it is one, and why.
type Mistake = (Option<String>, String);

impl Report {
    fn refuse(&mut self, line: u64, field: Option<String>, reason: String) {
        self.refused += 1;
        if self.refusals.len() < limits::PROBLEMS {
            self.refusals.push(Refusal { line, field, reason });
        }
    }
}

/// A file on its way in.
struct Import {
    admin: Rc<Admin>,
    caller: Caller,
    format: Format,
    existing: Existing,
    /// Why it cannot go on.
    failed: Option<Problem>,
    lines: Lines,
    /// The beginning of a line whose end has not come.
    line: Zeroizing<Vec<u8>>,
    /// The line is too long and was refused: its rest is read over.
    skipping: bool,
    batch: Vec<(u64, Subscriber)>,
    named: HashSet<DeviceId>,
    /// The batch before this one, while it is being written.
    written: Option<Writing>,
    report: Report,
    began: tokio::time::Instant,
}

/// A batch that is being written.
struct Writing {
    rows: Vec<Row>,
    answer: oneshot::Receiver<Result<(), Refused>>,
}

/// What is known of a subscriber that is being written.
struct Row {
    line: u64,
    device: DeviceId,
    replaces: bool,
}

impl Sink for Import {
    fn take<'s>(&'s mut self, octets: &'s [u8]) -> LocalFuture<'s, bool> {
        Box::pin(async move {
            let mut rest = octets;
            while self.failed.is_none() {
                let Some(end) = rest.iter().position(|&octet| octet == b'\n') else {
                    self.keep(rest);
                    break;
                };
                let (line, after) = rest.split_at(end);
                rest = &after[1..];
                if let Err(problem) = self.line(line).await {
                    self.failed = Some(problem);
                }
            }
            self.failed.is_none()
        })
    }

    fn finish(mut self: Box<Self>) -> LocalFuture<'static, Response> {
        Box::pin(async move {
            if self.failed.is_none() {
                self.failed = self.end().await.err();
            }
            // Those that are there already were found out later than those that cannot be read.
            self.report.refusals.sort_by_key(|refusal| refusal.line);
            let response = match self.failed.take() {
                None => json(200, &self.report),
                Some(problem) if self.report.created + self.report.replaced == 0 => problem.into(),
                // What was written stays: the report is needed to go on from there.
                Some(problem) => {
                    let Report { number, created, replaced, .. } = self.report;
                    let detail = format!(
                        "{}; {created} subscribers created and {replaced} replaced before line {number}",
                        problem.detail()
                    );
                    problem.with_detail(detail).into()
                }
            };
            self.admin.around.metrics.api("import", response.status, self.began.elapsed());
            response
        })
    }
}

impl Import {
    /// Keeps the beginning of a line.
    fn keep(&mut self, octets: &[u8]) {
        if self.skipping {
            return;
        }
        if self.line.len() + octets.len() > limits::IMPORT_LINE_OCTETS {
            self.skipping = true;
            self.line.clear();
        } else {
            self.line.extend_from_slice(octets);
        }
    }

    /// Takes the end of a line.
    async fn line(&mut self, end: &[u8]) -> Result<(), Problem> {
        self.report.number += 1;
        self.keep(end);
        let too_long = std::mem::take(&mut self.skipping);
        let read = self.read(too_long);
        self.line.clear();
        match read? {
            None => {}
            Some(Err((field, reason))) => {
                self.report.lines += 1;
                self.report.refuse(self.report.number, field, reason);
            }
            Some(Ok(subscriber)) => {
                self.report.lines += 1;
                if self.batch.len() == limits::IMPORT_BATCH || self.named.contains(&subscriber.device) {
                    self.flush().await?;
                }
                self.named.insert(subscriber.device.clone());
                self.batch.push((self.report.number, subscriber));
            }
        }
        Ok(())
    }

    /// The subscriber of the line, or what is wrong with it; `None` where it is none.
    fn read(&mut self, too_long: bool) -> Result<Option<Result<Subscriber, Mistake>>, Problem> {
        let line = self.line.strip_suffix(b"\r").unwrap_or(&self.line);
        let line = match self.report.number {
            1 => line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line),
            _ => line,
        };
        if self.report.number == 1 && self.format == Format::Csv {
            let is_header = !too_long && line == HEADER.as_bytes();
            let wrong = || Problem::new(422, "header", format!("the first line must be {HEADER}"));
            return if is_header { Ok(None) } else { Err(wrong()) };
        }
        if too_long {
            let reason = format!("is longer than {} octets", limits::IMPORT_LINE_OCTETS);
            return Ok(Some(Err((None, reason))));
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        Ok(Some(match self.format {
            Format::Csv => {
                self.lines.read(line).map(|row| self.admin.settings.enrolment.subscriber(row)).map_err(|error| {
                    match error.split_once(": ") {
                        Some((field, reason)) => (Some(field.to_owned()), reason.to_owned()),
                        None => (None, error),
                    }
                })
            }
            Format::JsonLines => Fields::read(line)
                .and_then(|fields| subscribers::subscriber(&self.admin, fields, None))
                .map_err(Problem::into_parts),
        }))
    }

    /// The end of the file.
    async fn end(&mut self) -> Result<(), Problem> {
        if !self.line.is_empty() || self.skipping || self.report.number == 0 {
            self.line(&[]).await?;
        }
        self.flush().await?;
        self.settle().await
    }

    /// Begins to write what has been gathered, when what was gathered before is written.
    async fn flush(&mut self) -> Result<(), Problem> {
        let batch = std::mem::take(&mut self.batch);
        self.named.clear();
        self.settle().await?;
        if batch.is_empty() {
            return Ok(());
        }
        // This is the only one who writes many; who creates or removes one of these meanwhile makes it refused, and is answered below.
        let devices: Vec<_> = batch.iter().map(|(_, subscriber)| subscriber.device.clone()).collect();
        let known = store::read(&*self.admin.around.store, move |snapshot| {
            let known = |device| match snapshot.subscriber(device) {
                Err(ReadError::Damaged(_)) => Ok(None),
                found => Ok(Some(found?.is_some())),
            };
            devices.iter().map(known).collect::<Result<Vec<_>, _>>()
        })
        .await?;
        let mut rows = Vec::with_capacity(batch.len());
        let mut changes = Vec::with_capacity(batch.len() + 1);
        for ((line, subscriber), known) in batch.into_iter().zip(known) {
            let Some(replaces) = known else {
                let why = "the record that is there is damaged: delete it first".into();
                self.report.refuse(line, Some("device_id".into()), why);
                continue;
            };
            if replaces && self.existing == Existing::Refuse {
                self.report.refuse(line, Some("device_id".into()), "is there already".into());
                continue;
            }
            rows.push(Row { line, device: subscriber.device.clone(), replaces });
            let write = if replaces { Write::Replace } else { Write::Create };
            changes.push(Change::Subscriber(Box::new(subscriber), write));
        }
        if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
            let replaced = rows.iter().filter(|row| row.replaces).count();
            let detail = format!(
                "lines {} to {}, {} to {}: {} created, {replaced} replaced",
                first.line,
                last.line,
                first.device,
                last.device,
                rows.len() - replaced
            );
            changes.push(self.admin.audit(
                &self.caller,
                "subscriber.import",
                format!("{} subscribers", rows.len()),
                detail,
            ));
            let answer = self.begin(changes);
            self.written = Some(Writing { rows, answer });
        }
        Ok(())
    }

    fn begin(&self, changes: Vec<Change>) -> oneshot::Receiver<Result<(), Refused>> {
        let (answer, durable) = oneshot::channel();
        self.admin.around.store.commit(changes, Box::new(move |result| drop(answer.send(result))));
        durable
    }

    /// Waits for what is being written.
    async fn settle(&mut self) -> Result<(), Problem> {
        let Some(Writing { rows, mut answer }) = self.written.take() else { return Ok(()) };
        let mut attempts = 0;
        loop {
            match answer.await.map_err(|_| Problem::no_store())? {
                Ok(()) => break,
                Err(Refused::Full(changes)) if attempts < limits::IMPORT_ATTEMPTS => {
                    attempts += 1;
                    tokio::time::sleep(Duration::from_millis(limits::IMPORT_PAUSE_MS)).await;
                    answer = self.begin(changes);
                }
                Err(Refused::Damaged(what)) => {
                    for row in rows {
                        let why = format!("{what}: lines of one batch are written together");
                        self.report.refuse(row.line, Some("device_id".into()), why);
                    }
                    return Ok(());
                }
                Err(Refused::Exists(device) | Refused::Missing(device)) => {
                    let reason =
                        format!("{device} was created or removed meanwhile: lines of one batch are written together");
                    for row in rows {
                        self.report.refuse(row.line, Some("device_id".into()), reason.clone());
                    }
                    return Ok(());
                }
                Err(refused) => return Err(refused.into()),
            }
        }
        let mut told = JoinSet::new();
        for row in rows {
            if row.replaces {
                self.report.replaced += 1;
                let desks = self.admin.around.desks.clone();
                told.spawn_local(async move { desks.operate(&row.device, Operation::Changed).await });
            } else {
                self.report.created += 1;
            }
        }
        while told.join_next().await.is_some() {}
        Ok(())
    }
}
