//! `POST /v1/subscribers` with a file: CSV under the contract's header, or JSON lines.
//!
//! Subscribers are written in batches, each with its record in the audit trail, while the next lines are read. Of two lines with one name the later
//! one stays. Holds no more than two batches. Called by [`super::file`].

use std::collections::HashSet;
use std::rc::Rc;
use std::str::FromStr;

use serde::Serialize;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::config::subscribers::{HEADER, Lines};
use crate::desk::record::{Change, MobileId, Place, Subscriber, Write};
use crate::http::server::{RequestHead, Sink};
use crate::limits;
use crate::store::names::{self, Names};
use crate::store::{self, ReadError, Refused};
use crate::words::DeviceId;

use super::caller::Caller;
use super::fields::Fields;
use super::file::{self, Format, Mistake, Patience};
use super::problem::Problem;
use super::query::Query;
use super::{Admin, subscribers};

/// Takes a file, or says why not.
pub(super) fn sink(admin: &Rc<Admin>, head: &RequestHead, caller: Caller, format: Format) -> Box<dyn Sink> {
    let begin = || {
        admin.admit(head, &caller)?;
        let mut query = Query::read(head.query.as_deref())?;
        let existing = query.word::<Existing>("existing")?.unwrap_or(Existing::Replace);
        query.end()?;
        Ok(existing)
    };
    let import = begin().map(|existing| Import {
        admin: Rc::clone(admin),
        caller,
        format,
        existing,
        lines: Lines::default(),
        batch: Vec::with_capacity(limits::IMPORT_BATCH),
        named: HashSet::with_capacity(limits::IMPORT_BATCH),
        written: None,
    });
    file::sink(admin, format, import)
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

/// Subscribers that were written.
#[derive(Default, Serialize)]
struct Counts {
    created: u64,
    replaced: u64,
}

impl file::Counts for Counts {
    fn told(&self) -> Option<String> {
        let Self { created, replaced } = self;
        (created + replaced > 0).then(|| format!("{created} subscribers created and {replaced} replaced"))
    }
}

type Report = file::Report<Counts>;

/// Subscribers on their way in.
struct Import {
    admin: Rc<Admin>,
    caller: Caller,
    format: Format,
    existing: Existing,
    lines: Lines,
    batch: Vec<(u64, Subscriber)>,
    named: HashSet<DeviceId>,
    /// The batch before this one, while it is being written.
    written: Option<Writing>,
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

impl file::Work for Import {
    type Counts = Counts;

    fn header(&mut self, line: &[u8]) -> Result<(), Problem> {
        let wrong = || Problem::new(422, "header", format!("the first line must be {HEADER}"));
        if self.lines.is_header(line) { Ok(()) } else { Err(wrong()) }
    }

    async fn line(&mut self, line: &[u8], report: &mut Report) -> Result<(), Problem> {
        match self.read(line) {
            Err(mistake) => report.refuse(report.number, mistake),
            Ok(subscriber) => {
                if self.batch.len() == limits::IMPORT_BATCH || self.named.contains(&subscriber.device) {
                    self.flush(report).await?;
                }
                self.named.insert(subscriber.device.clone());
                self.batch.push((report.number, subscriber));
            }
        }
        Ok(())
    }

    async fn end(&mut self, report: &mut Report) -> Result<(), Problem> {
        self.flush(report).await?;
        self.settle(report).await
    }
}

impl Import {
    /// The subscriber of a line, or what is wrong with it.
    fn read(&mut self, line: &[u8]) -> Result<Subscriber, Mistake> {
        if self.format == Format::JsonLines {
            return Fields::of_line(line)
                .and_then(|fields| subscribers::subscriber(&self.admin, fields, None))
                .map_err(Problem::into_parts);
        }
        let row = self.lines.read(line).map_err(|error| match error.split_once(": ") {
            Some((field, reason)) => (Some(field.to_owned()), reason.to_owned()),
            None => (None, error),
        })?;
        Ok(self.admin.settings.enrolment.subscriber(row))
    }

    /// Begins to write what has been gathered, when what was gathered before is written.
    async fn flush(&mut self, report: &mut Report) -> Result<(), Problem> {
        let batch = std::mem::take(&mut self.batch);
        self.named.clear();
        self.settle(report).await?;
        if batch.is_empty() {
            return Ok(());
        }
        // This is the only one who writes many; who creates or removes one of these meanwhile makes it refused, and is answered below.
        let places =
            batch.iter().map(|(_, subscriber)| (subscriber.device.clone(), subscriber.place.clone())).collect();
        let verdicts = judged(&self.admin, places, self.existing).await?;
        let mut rows = Vec::with_capacity(batch.len());
        let mut changes = Vec::with_capacity(batch.len() + 1);
        for ((line, subscriber), verdict) in batch.into_iter().zip(verdicts) {
            let replaces = match verdict {
                Ok(replaces) => replaces,
                Err((field, why)) => {
                    report.refuse(line, (Some(field.into()), why));
                    continue;
                }
            };
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
    async fn settle(&mut self, report: &mut Report) -> Result<(), Problem> {
        let Some(Writing { rows, mut answer }) = self.written.take() else { return Ok(()) };
        let mut patience = Patience::new();
        loop {
            match answer.await.map_err(|_| Problem::no_store())? {
                Ok(()) => break,
                Err(Refused::Full(changes)) if patience.wait().await => answer = self.begin(changes),
                Err(Refused::Damaged(what)) => {
                    refuse(rows, report, &format!("{what}: lines of one batch are written together"));
                    return Ok(());
                }
                Err(Refused::Exists(device) | Refused::Missing(device) | Refused::Taken(_, device)) => {
                    let what = format!("{device} was created, changed or removed meanwhile");
                    refuse(rows, report, &format!("{what}: lines of one batch are written together"));
                    return Ok(());
                }
                Err(refused) => return Err(refused.into()),
            }
        }
        let mut told = JoinSet::new();
        for row in rows {
            if row.replaces {
                report.counts.replaced += 1;
                let desks = self.admin.around.desks.clone();
                told.spawn_local(async move { desks.changed(&row.device).await });
            } else {
                report.counts.created += 1;
            }
        }
        while told.join_next().await.is_some() {}
        Ok(())
    }
}

/// None of these is written.
fn refuse(rows: Vec<Row>, report: &mut Report, why: &str) {
    rows.into_iter().for_each(|row| report.refuse(row.line, (Some("device_id".into()), why.to_owned())));
}

/// Whether a line may be written, and replaces a subscriber; else the member that is wrong with it, and why.
type Verdict = Result<bool, (&'static str, String)>;

/// What is to become of each of these lines, as things stand after those before it.
async fn judged(admin: &Admin, lines: Vec<(DeviceId, Place)>, existing: Existing) -> Result<Vec<Verdict>, Problem> {
    let judged = store::read(&*admin.around.store, move |snapshot| {
        let mut names = Names::default();
        let mut verdicts = Vec::with_capacity(lines.len());
        for (device, place) in &lines {
            let known = match snapshot.subscriber(device) {
                Err(ReadError::Damaged(_)) => None,
                found => Some(found?.is_some()),
            };
            let mut holder = |id: &MobileId, counts: &dyn Fn(&DeviceId) -> bool| names::holder(snapshot, id, counts);
            verdicts.push(match known {
                None => Err(("device_id", "the record that is there is damaged: delete it first".into())),
                Some(true) if existing == Existing::Refuse => Err(("device_id", "is there already".into())),
                Some(replaces) => {
                    if let Some((id, other)) = names.taken(device, place, &mut holder)? {
                        Err((id.kind(), format!("is {other}'s")))
                    } else {
                        names.write(device, Some(place));
                        Ok(replaces)
                    }
                }
            });
        }
        Ok(verdicts)
    });
    Ok(judged.await?)
}

/// Which of these devices are subscribers'; `None`: the record that says so is damaged.
pub(super) async fn known(admin: &Admin, devices: Vec<DeviceId>) -> Result<Vec<Option<bool>>, Problem> {
    let known = store::read(&*admin.around.store, move |snapshot| {
        let known = |device| match snapshot.subscriber(device) {
            Err(ReadError::Damaged(_)) => Ok(None),
            found => Ok(Some(found?.is_some())),
        };
        devices.iter().map(known).collect::<Result<Vec<_>, _>>()
    });
    Ok(known.await?)
}
