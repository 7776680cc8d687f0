//! Files that requests bring: lines that are taken while they arrive, and a report of what became of them.
//!
//! What is the same for all files stands here: ends of lines, a byte order mark, headers, lines that are too long, their numbers, and what was refused
//! and why. A line that is not good is refused by number and reason, and the rest goes on. Holds no more than a line, and what a [`Work`] holds. Called
//! by the connection; what lines mean says the work: [`super::import`], [`super::members`].

use std::rc::Rc;
use std::time::Duration;

use serde::Serialize;
use zeroize::Zeroizing;

use crate::http::server::{LocalFuture, Response, Sink};
use crate::http::wire::is_media_type;
use crate::limits;

use super::problem::Problem;
use super::{Admin, json};

/// What a file is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// CSV, whose first line names the columns.
    Csv,
    /// A JSON object a line.
    JsonLines,
    /// A name a line.
    Plain,
}

impl Format {
    /// The format of a media type; `None`: it is no file's.
    pub(super) fn of(media_type: &str) -> Option<Self> {
        const NAMES: [(&str, Format); 4] = [
            ("text/csv", Format::Csv),
            ("application/x-ndjson", Format::JsonLines),
            ("application/jsonl", Format::JsonLines),
            ("text/plain", Format::Plain),
        ];
        NAMES.into_iter().find(|(name, _)| is_media_type(media_type, name)).map(|(_, format)| format)
    }
}

/// What is wrong with a line: the field, where it is one, and why.
pub(super) type Mistake = (Option<String>, String);

/// What is made of the lines of a file.
pub(super) trait Work: 'static {
    /// What is counted, beside lines and those that were refused.
    type Counts: Counts;

    /// The first line of CSV.
    fn header(&mut self, line: &[u8]) -> Result<(), Problem>;

    /// Another line, which is not blank; what is wrong with it goes into the report. An error ends the file.
    async fn line(&mut self, line: &[u8], report: &mut Report<Self::Counts>) -> Result<(), Problem>;

    /// There are no more: all is written when this returns.
    async fn end(&mut self, report: &mut Report<Self::Counts>) -> Result<(), Problem>;
}

/// What became of lines that were good.
pub(super) trait Counts: Default + Serialize + 'static {
    /// What has been written, in words; `None`: nothing.
    fn told(&self) -> Option<String>;
}

/// What became of a file.
#[derive(Default, Serialize)]
pub(super) struct Report<C> {
    /// Lines that were read, without the header and empty ones.
    lines: u64,
    #[serde(flatten)]
    pub(super) counts: C,
    refused: u64,
    /// The first of those that were refused.
    refusals: Vec<Refusal>,
    /// The line that is being read, from 1.
    #[serde(skip)]
    pub(super) number: u64,
}

#[derive(Serialize)]
struct Refusal {
    line: u64,
    field: Option<String>,
    reason: String,
}

impl<C> Report<C> {
    /// A line is not taken.
    pub(super) fn refuse(&mut self, line: u64, (field, reason): Mistake) {
        self.refused += 1;
        if self.refusals.len() < limits::PROBLEMS {
            self.refusals.push(Refusal { line, field, reason });
        }
    }
}

/// Takes a file for some work, or says why not.
pub(super) fn sink<W: Work>(admin: &Rc<Admin>, format: Format, work: Result<W, Problem>) -> Box<dyn Sink> {
    let (work, failed) = match work {
        Ok(work) => (Some(work), None),
        Err(problem) => (None, Some(problem)),
    };
    Box::new(Upload {
        admin: Rc::clone(admin),
        format,
        work,
        failed,
        line: Zeroizing::new(Vec::with_capacity(limits::IMPORT_LINE_OCTETS)),
        skipping: false,
        report: Report::default(),
        began: tokio::time::Instant::now(),
    })
}

/// A file on its way in.
struct Upload<W: Work> {
    admin: Rc<Admin>,
    format: Format,
    /// Is there, or it failed before the first line.
    work: Option<W>,
    /// Why it cannot go on.
    failed: Option<Problem>,
    /// The beginning of a line whose end has not come. It may hold a password.
    line: Zeroizing<Vec<u8>>,
    /// The line is too long and was refused: its rest is read over.
    skipping: bool,
    report: Report<W::Counts>,
    began: tokio::time::Instant,
}

impl<W: Work> Sink for Upload<W> {
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
                self.failed = self.line(line).await.err();
            }
            self.failed.is_none()
        })
    }

    fn finish(mut self: Box<Self>) -> LocalFuture<'static, Response> {
        Box::pin(async move {
            if self.failed.is_none() {
                self.failed = self.end().await.err();
            }
            // What the store refused was found out later than what cannot be read.
            self.report.refusals.sort_by_key(|refusal| refusal.line);
            let response = match (self.failed.take(), self.report.counts.told()) {
                (None, _) => json(200, &self.report),
                (Some(problem), None) => problem.into(),
                // What was written stays: the report is needed to go on from there.
                (Some(problem), Some(told)) => {
                    let detail = format!("{}; {told} before line {}", problem.detail(), self.report.number);
                    problem.with_detail(detail).into()
                }
            };
            self.admin.around.metrics.api("import", response.status, self.began.elapsed());
            response
        })
    }
}

impl<W: Work> Upload<W> {
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
        let done = self.whole(too_long).await;
        self.line.clear();
        done
    }

    /// Takes a line that is whole, but for its end where it is too long.
    async fn whole(&mut self, too_long: bool) -> Result<(), Problem> {
        let Some(work) = &mut self.work else { return Ok(()) };
        let report = &mut self.report;
        let is_first = report.number == 1;
        let line = self.line.strip_suffix(b"\r").unwrap_or(&self.line);
        let line = line.strip_prefix("\u{feff}".as_bytes()).filter(|_| is_first).unwrap_or(line);
        if is_first && self.format == Format::Csv {
            // One that is too long is empty by now, and so not what was wanted.
            return work.header(line);
        }
        if too_long {
            report.lines += 1;
            report.refuse(report.number, (None, format!("is longer than {} octets", limits::IMPORT_LINE_OCTETS)));
        } else if !line.iter().all(u8::is_ascii_whitespace) {
            report.lines += 1;
            work.line(line, report).await?;
        }
        Ok(())
    }

    /// The end of the file.
    async fn end(&mut self) -> Result<(), Problem> {
        if !self.line.is_empty() || self.skipping || self.report.number == 0 {
            self.line(&[]).await?;
        }
        match &mut self.work {
            Some(work) => work.end(&mut self.report).await,
            None => Ok(()),
        }
    }
}

/// Asks something again and again for which there is no room, as long as that makes sense: a file is large, and its sender can wait.
pub(super) struct Patience(u32);

impl Patience {
    pub(super) fn new() -> Self {
        Self(limits::IMPORT_ATTEMPTS)
    }

    /// Waits for room. `false`: long enough.
    pub(super) async fn wait(&mut self) -> bool {
        let Some(left) = self.0.checked_sub(1) else { return false };
        self.0 = left;
        tokio::time::sleep(Duration::from_millis(limits::IMPORT_PAUSE_MS)).await;
        true
    }
}
