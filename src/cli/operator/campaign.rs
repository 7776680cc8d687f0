//! `akeyd campaign`: key updates for many devices, from one file.
//!
//! Called by [`crate::cli::main`]; what is shown of one is [`shown`]'s.

mod shown;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Duration;

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use crate::desk::record::campaign::StageName;
use crate::http::wire::Method;
use crate::serve::admin::query::encoded;
use crate::words::Outcome;

use super::upload::{self, Upload};
use super::{AskedArgs, Column, Done, Failure, List, Service, Target, changes, run, say};

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    /// Make a campaign, a draft until it is started
    Create(Box<CreateArgs>),
    /// Add devices to a draft; tells what was refused, by line and reason
    Add {
        /// Its name
        name: String,
        /// Devices: CSV whose first column is `device_id` where its name ends in .csv, JSON lines with `device_id` where it ends in .jsonl or .ndjson,
        /// else a name a line; - is standard input, a name a line
        file: PathBuf,
    },
    /// List campaigns in the order of their names
    List {
        /// At most so many
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    /// Show a campaign: what it does, where it stands, and how its devices ended
    Show {
        /// Its name
        name: String,
    },
    /// Change its pace, its quiet hours or when it stops by itself; what is not given stays
    Set {
        /// Its name
        name: String,
        #[command(flatten)]
        pace: PaceArgs,
        /// No quiet hours any more
        #[arg(long, conflicts_with = "quiet")]
        no_quiet: bool,
    },
    /// Begin with a draft
    Start {
        /// Its name
        name: String,
    },
    /// Begin with no more devices; what is under way goes on
    Pause {
        /// Its name
        name: String,
    },
    /// Go on after a pause, or after it stopped by itself
    Resume {
        /// Its name
        name: String,
    },
    /// End it, and take back what can be taken back
    Cancel {
        /// Its name
        name: String,
    },
    /// List its devices, each with what became of it
    Report(ReportArgs),
    /// Show how it goes on, until it ends: exit 0 where all of its devices are updated
    Watch {
        /// Its name
        name: String,
        /// Seconds from one look to the next
        #[arg(long, value_name = "SECONDS", default_value_t = 2, value_parser = clap::value_parser!(u64).range(1..=3600))]
        every: u64,
    },
    /// Forget a draft, or one that has ended, with its report
    Remove {
        /// Its name
        name: String,
    },
}

#[derive(Args)]
pub(in crate::cli) struct CreateArgs {
    /// Its name: letters, digits, `.`, `_` and `-`
    name: String,
    /// A file of devices, as `add` takes it
    #[arg(long)]
    file: Option<PathBuf>,
    #[command(flatten)]
    pace: PaceArgs,
    #[command(flatten)]
    asked: AskedArgs,
    /// When an exchange is given up that was asked for
    #[arg(long, value_name = "SECONDS")]
    expires_after: Option<u64>,
    /// Ask each device first what it supports; it gets no exchange if it does not
    #[arg(long)]
    probe_first: bool,
    /// Start it at once, unless lines of the file were refused
    #[arg(long)]
    start: bool,
}

/// How fast it goes, when not, and when it stops by itself.
#[derive(Args)]
pub(in crate::cli) struct PaceArgs {
    /// Ask for at most so many exchanges a minute; a device that is probed first takes two
    #[arg(long, value_name = "N")]
    per_minute: Option<u32>,
    /// At most so many devices under way
    #[arg(long, value_name = "N")]
    at_once: Option<u32>,
    /// Begin with none in these hours, such as 22:00-06:00
    #[arg(long, value_name = "FROM-TO", requires = "utc_offset")]
    quiet: Option<Hours>,
    /// How far the clock of those hours is from UTC, such as +02:00
    #[arg(long, value_name = "OFFSET", requires = "quiet", allow_hyphen_values = true)]
    utc_offset: Option<String>,
    /// Stop when more than this share of the devices that are done has failed; 100: never
    #[arg(long, value_name = "PERCENT")]
    stop_failed: Option<u8>,
    /// Stop when more than this share of them is in doubt; 100: never
    #[arg(long, value_name = "PERCENT")]
    stop_in_doubt: Option<u8>,
    /// Look at shares when so many devices are done
    #[arg(long, value_name = "N")]
    stop_after: Option<u32>,
}

/// Hours of the day, as they are written; the service says whether they are any.
#[derive(Clone)]
pub(in crate::cli) struct Hours {
    from: String,
    to: String,
}

impl FromStr for Hours {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        let (from, to) = text.split_once('-').ok_or("is not FROM-TO, such as 22:00-06:00")?;
        Ok(Self { from: from.to_owned(), to: to.to_owned() })
    }
}

#[derive(Args)]
pub(in crate::cli) struct ReportArgs {
    /// Its name
    name: String,
    /// Only devices that stand here: waiting, probing, updating, over
    #[arg(long)]
    stage: Option<StageName>,
    /// Only devices that ended so: updated, rejected, unsupported, no_contact, expired, cancelled, in_doubt, ac_failed, failed
    #[arg(long)]
    outcome: Option<Outcome>,
    /// Print CSV, which `add` takes. For spreadsheets: what one would take for a formula has a ' before it
    #[arg(long, conflicts_with = "json")]
    csv: bool,
}

impl PaceArgs {
    fn put_into(self, body: &mut Map<String, Value>) {
        let quiet =
            self.quiet.map(|hours| json!({ "from": hours.from, "to": hours.to, "utc_offset": self.utc_offset }));
        let stop = [
            ("failed_percent", json!(self.stop_failed)),
            ("in_doubt_percent", json!(self.stop_in_doubt)),
            ("after", json!(self.stop_after)),
        ];
        let stop: Map<_, _> = given(stop).collect();
        let members = [
            ("per_minute", json!(self.per_minute)),
            ("at_once", json!(self.at_once)),
            ("quiet", json!(quiet)),
            ("stop", if stop.is_empty() { Value::Null } else { stop.into() }),
        ];
        body.extend(given(members));
    }
}

/// Members that are there.
fn given<const N: usize>(members: [(&str, Value); N]) -> impl Iterator<Item = (String, Value)> {
    members.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.to_owned(), value))
}

pub(in crate::cli) fn main(command: Command, target: Target) -> ExitCode {
    run("campaign", target, async |mut service| match command {
        Command::Create(args) => create(service, *args).await,
        Command::Add { name, file } => {
            let refused = add(&mut service, &name, open(&file)?).await?;
            Ok(if refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::List { limit } => list(service, limit).await,
        Command::Show { name } => {
            let campaign = service.get(&path(&name)).await?;
            show(&service, &campaign)
        }
        Command::Set { name, pace, no_quiet } => {
            let mut body = Map::new();
            pace.put_into(&mut body);
            if no_quiet {
                body.insert("quiet".into(), Value::Null);
            }
            let campaign = service.send(Method::Patch, &path(&name), &[], &changes(body)?).await?;
            show(&service, &campaign)
        }
        Command::Start { name } => order(service, &name, "start").await,
        Command::Pause { name } => order(service, &name, "pause").await,
        Command::Resume { name } => order(service, &name, "resume").await,
        Command::Cancel { name } => order(service, &name, "cancel").await,
        Command::Report(args) => report(service, args).await,
        Command::Watch { name, every } => watch(service, &name, Duration::from_secs(every)).await,
        Command::Remove { name } => {
            service.send(Method::Delete, &path(&name), &[], &Value::Null).await?;
            Ok(ExitCode::SUCCESS)
        }
    })
}

fn path(name: &str) -> String {
    format!("/v1/campaigns/{}", encoded(name))
}

/// A file of devices, and what it is made of.
type File<'f> = (Upload<'f>, &'static str);

fn open(file: &Path) -> Done<File<'_>> {
    Ok((Upload::open(file)?, upload::media_type(file, "text/plain")))
}

async fn create(mut service: Service, args: CreateArgs) -> Done<ExitCode> {
    let mut body = Map::new();
    args.asked.put_into(&mut body);
    args.pace.put_into(&mut body);
    body.extend(given([
        ("name", json!(args.name)),
        ("expires_after_s", json!(args.expires_after)),
        ("probe_first", json!(args.probe_first)),
    ]));
    // A file that cannot be read leaves no draft.
    let file = args.file.as_deref().map(open).transpose()?;
    let mut campaign = service.send(Method::Post, "/v1/campaigns", &[], &body.into()).await?;
    let mut refused = 0;
    if let Some(file) = file {
        refused = add(&mut service, &args.name, file).await?;
        campaign = service.get(&path(&args.name)).await?;
    }
    if refused > 0 {
        show(&service, &campaign)?;
        return if args.start {
            Err(Failure::Failed("not started: lines were refused".into()))
        } else {
            Ok(ExitCode::FAILURE)
        };
    }
    if args.start { order(service, &args.name, "start").await } else { show(&service, &campaign) }
}

async fn add(service: &mut Service, name: &str, (file, media_type): File<'_>) -> Done<u64> {
    let url = format!("{}/devices", path(name));
    file.send(service, &url, media_type, ["added", "doubled"]).await
}

async fn order(mut service: Service, name: &str, word: &str) -> Done<ExitCode> {
    let campaign = service.send(Method::Post, &format!("{}/{word}", path(name)), &[], &Value::Null).await?;
    show(&service, &campaign)
}

fn show(service: &Service, campaign: &Value) -> Done<ExitCode> {
    let read = if service.json { say(campaign) } else { shown::campaign(campaign) };
    if read { Ok(ExitCode::SUCCESS) } else { Err(Failure::Closed) }
}

async fn list(mut service: Service, limit: Option<usize>) -> Done<ExitCode> {
    const COLUMNS: [Column; 6] = [
        ("NAME", "/name", 24),
        ("STATE", "/state", 9),
        ("DEVICES", "/devices", 9),
        ("CREATED", "/created", 24),
        ("BY", "/by", 16),
        ("WHY", "/why", 0),
    ];
    service.table(List::new("/v1/campaigns", "campaigns").at_most(limit), &COLUMNS).await?;
    Ok(ExitCode::SUCCESS)
}

async fn report(mut service: Service, args: ReportArgs) -> Done<ExitCode> {
    let filters = [("stage", args.stage.map(StageName::as_str)), ("outcome", args.outcome.map(Outcome::as_str))];
    let filters = filters.map(|(name, word)| (name, word.map(str::to_owned)));
    let list = List::new(format!("{}/devices", path(&args.name)), "devices").with(filters);
    let form = match (service.json, args.csv) {
        (true, _) => shown::Form::Json,
        (_, true) => shown::Form::Csv,
        _ => shown::Form::Table,
    };
    service.pages_under(list, || form.head(), |device| form.device(device)).await?;
    Ok(ExitCode::SUCCESS)
}

/// Tells how it stands, whenever that has changed.
async fn watch(mut service: Service, name: &str, every: Duration) -> Done<ExitCode> {
    let path = path(name);
    let mut last = String::new();
    let mut failures = 0;
    loop {
        let campaign = match service.get(&path).await {
            Ok(campaign) => campaign,
            // The service may be starting again.
            Err(Failure::Failed(why)) if !last.is_empty() && failures < ATTEMPTS => {
                failures += 1;
                eprintln!("akeyd campaign: {why}; trying again");
                tokio::time::sleep(every).await;
                continue;
            }
            Err(failure) => return Err(failure),
        };
        failures = 0;
        let now = if service.json { campaign.to_string() } else { shown::progress(&campaign) };
        if now != last && !say(&now) {
            return Err(Failure::Closed);
        }
        last = now;
        match campaign["state"].as_str() {
            Some("done" | "cancelled" | "stopped") => {
                let all = campaign["tally"]["outcomes"]["updated"] == campaign["devices"];
                return Ok(if all { ExitCode::SUCCESS } else { ExitCode::FAILURE });
            }
            _ => tokio::time::sleep(every).await,
        }
    }
}

/// Looks in a row that may fail.
const ATTEMPTS: u32 = 30;
