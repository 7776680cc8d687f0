//! `/v1/campaigns/{name}/devices`: the list of a campaign, brought as a file and shown as a report.
//!
//! Of each line only the name of the device counts, so the subscribers file, and what a report shows, can be brought as they are. Names go into the list
//! in batches, each with its record in the audit trail; those that are in it already are counted and stay where they are. Holds no more than a
//! batch. Called by [`super`]; lines come from [`super::file`].

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use csv_core::{ReadFieldResult, Reader};
use serde::Serialize;
use zeroize::Zeroizing;

use crate::desk::record::campaign::{CampaignState, Member, Stage};
use crate::http::server::{RequestHead, Response, Sink};
use crate::limits;
use crate::serve::campaigns::Refusal;
use crate::store::{self, MemberFilter, Snapshot};
use crate::words::{DeviceId, Outcome};

use super::caller::Caller;
use super::fields::Fields;
use super::file::{self, Format, Mistake, Patience};
use super::problem::Problem;
use super::query::Query;
use super::subscribers::device;
use super::{Admin, Call, campaigns, import, json, moment, page};

/// A device of a campaign as it is shown.
#[derive(Serialize)]
struct View<'m> {
    device_id: &'m str,
    place: u64,
    stage: &'static str,
    exchange: Option<String>,
    outcome: Option<&'static str>,
    cause: Option<&'m str>,
    result_code: Option<u8>,
    at: Option<String>,
}

#[derive(Serialize)]
struct Page<'m> {
    devices: Vec<View<'m>>,
    /// The place to go on after; `null` at the end.
    next: Option<u64>,
}

fn view(member: &Member) -> View<'_> {
    let mut view = View {
        device_id: member.device.as_str(),
        place: member.place,
        stage: member.stage.name().as_str(),
        exchange: member.stage.exchange().map(|id| id.to_string()),
        outcome: None,
        cause: None,
        result_code: None,
        at: None,
    };
    if let Stage::Over { outcome, cause, result_code, at, exchange: _ } = &member.stage {
        view.outcome = Some(Outcome::as_str(*outcome));
        view.cause = cause.as_deref();
        view.result_code = *result_code;
        view.at = Some(moment::written(*at));
    }
    view
}

pub(super) async fn list(admin: &Rc<Admin>, mut call: Call, name: &str) -> Result<Response, Problem> {
    let query = &mut call.query;
    let limit = page(query)?;
    let after = query.number("after", 0, u64::MAX)?.unwrap_or(0);
    let filter = MemberFilter { stage: query.word("stage")?, outcome: query.word("outcome")? };
    call.query.end()?;
    campaigns::find(admin, name).await?;
    let members = wanted(admin, name, filter, after, limit).await?;
    let next = members.last().filter(|_| members.len() == limit).map(|last| last.place);
    Ok(json(200, &Page { devices: members.iter().map(view).collect(), next }))
}

/// So many devices that are wanted. Of millions few may be: each reading looks at a bounded number of them, so that others have their turn.
async fn wanted(
    admin: &Admin,
    name: &str,
    filter: MemberFilter,
    mut after: u64,
    limit: usize,
) -> Result<Vec<Member>, Problem> {
    let all = filter == MemberFilter::default();
    let piece = if all { limit } else { limits::CAMPAIGN_PAGE };
    let mut members = Vec::new();
    loop {
        let name = name.to_owned();
        let read = move |snapshot: &dyn Snapshot| snapshot.members(&name, MemberFilter::default(), after, piece);
        let found = store::read(&*admin.around.store, read).await?;
        let is_last = found.len() < piece;
        after = found.last().map_or(after, |last| last.place);
        let room = limit - members.len();
        members.extend(found.into_iter().filter(|member| filter.fits(member)).take(room));
        if is_last || members.len() == limit {
            return Ok(members);
        }
    }
}

/// What a list without a media type that says what it is made of is told.
pub(super) fn no_file() -> Problem {
    let detail = "this takes text/csv, text/plain or application/x-ndjson";
    Problem::new(415, "media_type", detail).of("Content-Type")
}

/// Takes a file, or says why not.
pub(super) fn sink(
    admin: &Rc<Admin>,
    head: &RequestHead,
    caller: Caller,
    format: Format,
    name: Arc<str>,
) -> Box<dyn Sink> {
    let begin = || {
        admin.admit(head, &caller)?;
        Query::read(head.query.as_deref())?.end()
    };
    let adding = begin().map(|()| Adding {
        admin: Rc::clone(admin),
        caller,
        name,
        names: Names::of(format),
        begun: false,
        batch: Vec::with_capacity(limits::CAMPAIGN_BATCH),
        named: HashSet::with_capacity(limits::CAMPAIGN_BATCH),
    });
    file::sink(admin, format, adding)
}

/// Devices that were written.
#[derive(Default, Serialize)]
struct Counts {
    added: u64,
    /// They were in the list already.
    doubled: u64,
}

impl file::Counts for Counts {
    fn told(&self) -> Option<String> {
        (self.added > 0).then(|| format!("{} devices added", self.added))
    }
}

type Report = file::Report<Counts>;

/// Devices on their way into a list.
struct Adding {
    admin: Rc<Admin>,
    caller: Caller,
    name: Arc<str>,
    names: Names,
    /// There is such a campaign, and it takes devices.
    begun: bool,
    batch: Vec<(u64, DeviceId)>,
    named: HashSet<DeviceId>,
}

impl file::Work for Adding {
    type Counts = Counts;

    fn header(&mut self, line: &[u8]) -> Result<(), Problem> {
        self.names.header(line)
    }

    async fn line(&mut self, line: &[u8], report: &mut Report) -> Result<(), Problem> {
        self.begin().await?;
        match self.names.read(line) {
            Err(mistake) => report.refuse(report.number, mistake),
            Ok(device) if self.named.contains(&device) => report.counts.doubled += 1,
            Ok(device) => {
                self.named.insert(device.clone());
                self.batch.push((report.number, device));
                if self.batch.len() == limits::CAMPAIGN_BATCH {
                    self.flush(report).await?;
                }
            }
        }
        Ok(())
    }

    async fn end(&mut self, report: &mut Report) -> Result<(), Problem> {
        self.begin().await?;
        self.flush(report).await
    }
}

impl Adding {
    /// A large file is not read to its end for a campaign that does not take it. Whether it does is decided with each batch.
    async fn begin(&mut self) -> Result<(), Problem> {
        if !self.begun {
            let campaign = campaigns::find(&self.admin, &self.name).await?;
            if campaign.state != CampaignState::Draft {
                return Err(Problem::new(409, "state", "only a draft takes devices"));
            }
            self.begun = true;
        }
        Ok(())
    }

    /// Writes what has been gathered.
    async fn flush(&mut self, report: &mut Report) -> Result<(), Problem> {
        let batch = std::mem::take(&mut self.batch);
        self.named.clear();
        let known = import::known(&self.admin, batch.iter().map(|(_, device)| device.clone()).collect()).await?;
        let mut devices = Vec::with_capacity(batch.len());
        for ((line, device), known) in batch.into_iter().zip(known) {
            let why = match known {
                Some(true) => {
                    devices.push(device);
                    continue;
                }
                Some(false) => format!("there is no subscriber {device}"),
                None => format!("the record of subscriber {device} is damaged"),
            };
            report.refuse(line, (Some(COLUMN.into()), why));
        }
        let mut patience = Patience::new();
        while !devices.is_empty() {
            let by = Arc::clone(&self.caller.name);
            match self.admin.around.campaigns.add(&self.name, devices.clone(), by).await {
                Ok(done) => {
                    report.counts.added += done.added;
                    report.counts.doubled += done.doubled;
                    break;
                }
                Err(Refusal::Full) if patience.wait().await => {}
                Err(refusal) => return Err(campaigns::refused(refusal, &self.name)),
            }
        }
        Ok(())
    }
}

/// Finds the name of the device in lines.
enum Names {
    Csv {
        reader: Box<Reader>,
        /// The first field of a line, and behind it others, which may be passwords.
        octets: Zeroizing<Vec<u8>>,
        /// How many the header has.
        columns: usize,
    },
    JsonLines,
    Plain,
}

impl Names {
    fn of(format: Format) -> Self {
        match format {
            // Quotes can only make a line shorter.
            Format::Csv => Self::Csv {
                reader: Box::new(Reader::new()),
                octets: Zeroizing::new(vec![0; limits::IMPORT_LINE_OCTETS]),
                columns: 0,
            },
            Format::JsonLines => Self::JsonLines,
            Format::Plain => Self::Plain,
        }
    }

    /// Takes the header of CSV: its first column must be the device's.
    fn header(&mut self, line: &[u8]) -> Result<(), Problem> {
        let Self::Csv { reader, octets, columns } = self else { return Ok(()) };
        let (first, count) = first_column(reader, octets, line);
        if first != COLUMN.as_bytes() {
            let detail = format!("the first line must name the columns, {COLUMN} first");
            return Err(Problem::new(422, "header", detail));
        }
        *columns = count;
        Ok(())
    }

    fn read(&mut self, line: &[u8]) -> Result<DeviceId, Mistake> {
        let name = match self {
            Self::Csv { reader, octets, columns } => {
                let (first, count) = first_column(reader, octets, line);
                if count != *columns {
                    return Err((None, format!("has {count} columns, not {columns}")));
                }
                Zeroizing::new(text(first)?.to_owned())
            }
            // Other members are as other columns: nothing that matters here.
            Self::JsonLines => {
                Fields::of_line(line).and_then(|mut fields| fields.required(COLUMN)).map_err(Problem::into_parts)?
            }
            Self::Plain => Zeroizing::new(text(line)?.to_owned()),
        };
        device(COLUMN, &name).map_err(Problem::into_parts)
    }
}

/// The column, or member, that names the device.
const COLUMN: &str = "device_id";

fn text(octets: &[u8]) -> Result<&str, Mistake> {
    std::str::from_utf8(octets).map_err(|_| (Some(COLUMN.into()), "is not UTF-8".into()))
}

/// The first field of a line of CSV, quotes taken off, and how many there are.
fn first_column<'o>(reader: &mut Reader, octets: &'o mut [u8], line: &[u8]) -> (&'o [u8], usize) {
    reader.reset();
    let (mut rest, mut first, mut written, mut fields) = (line, None, 0, 0);
    loop {
        // Once nothing is left, the empty rest tells the reader that the line is over.
        let (result, taken, more) = reader.read_field(rest, &mut octets[written..]);
        rest = &rest[taken..];
        written += more;
        match result {
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::Field { record_end } => {
                fields += 1;
                // Those behind the first one are written over each other.
                written = *first.get_or_insert(written);
                if record_end {
                    break;
                }
            }
            // A line is never longer than its buffer.
            ReadFieldResult::OutputFull | ReadFieldResult::End => break,
        }
    }
    (&octets[..first.unwrap_or(0)], fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_wherever_it_stands() {
        let read = |format: Format, header: &str, line: &str| {
            let mut names = Names::of(format);
            names.header(header.as_bytes()).map_err(Problem::into_parts)?;
            names.read(line.as_bytes()).map(|device| device.to_string())
        };
        let ours = crate::config::subscribers::HEADER;
        for (format, header, line) in [
            (Format::Csv, "device_id", "MEID:A1"),
            (Format::Csv, "device_id", "\"MEID:A1\""),
            (Format::Csv, "\"device_id\",note", "MEID:A1,\"a, b\"\"c\""),
            (Format::Csv, "device_id,", "MEID:A1,"),
            (Format::Csv, ours, "MEID:A1,u,secret,,,,,,,,,"),
            (Format::JsonLines, "", r#"{"outcome":"failed","at":{"deep":[]},"device_id":"MEID:A1"}"#),
            (Format::Plain, "", "MEID:A1"),
        ] {
            assert_eq!(read(format, header, line), Ok("MEID:A1".into()), "{header}: {line}");
        }
        let name = || Some("device_id".to_owned());
        for (format, header, line, field) in [
            (Format::Csv, "device_id", "MEID:A1,", None),
            (Format::Csv, "device_id,note", "MEID:A1", None),
            (Format::Csv, "device_id,note", ",MEID:A1", name()),
            (Format::Csv, "device_id", "MEID A1", name()),
            (Format::Csv, "device_id", "\"MEID:A1", Some("none".into())),
            (Format::JsonLines, "", r#"{"device":"MEID:A1"}"#, name()),
            (Format::JsonLines, "", r#"{"device_id":7}"#, name()),
            (Format::JsonLines, "", r#""MEID:A1""#, None),
            (Format::JsonLines, "", r#"{"device_id":"MEID:A1","device_id":"MEID:A2"}"#, name()),
            (Format::Plain, "", " MEID:A1", name()),
            (Format::Plain, "", "MEID:A1 MEID:A2", name()),
        ] {
            match read(format, header, line) {
                Err((found, why)) => assert_eq!(found, field, "{line}: {why}"),
                // A quote that is not closed ends with its line.
                Ok(device) => assert_eq!((device.as_str(), field.as_deref()), ("MEID:A1", Some("none"))),
            }
        }
        for header in ["", "device", "note,device_id", "DEVICE_ID", "device_id\t"] {
            assert!(Names::of(Format::Csv).header(header.as_bytes()).is_err(), "{header}");
        }
        let mut plain = Names::of(Format::Plain);
        assert_eq!(plain.read(b"MEID:\xff").unwrap_err(), (name(), "is not UTF-8".into()));
        let mut csv = Names::of(Format::Csv);
        csv.header(b"device_id").unwrap();
        let long = "x".repeat(limits::IMPORT_LINE_OCTETS);
        assert!(csv.read(long.as_bytes()).is_err() && csv.read(b"MEID:A1").is_ok());
    }
}
