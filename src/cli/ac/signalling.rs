//! `akeyd ac` at the end of a signalling link: from arguments to a link and a centre, and what is printed at the end.
//!
//! Called by [`super`].

use std::net::SocketAddr;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;
use tokio::task::LocalSet;

use super::super::json;
use super::super::out::say;
use crate::ansi41::PointCode;
use crate::ansi41::parameters::ParameterId;
use crate::ansi41::sccp::{Address, Ssn};
use crate::config::subscribers;
use crate::lab::ac::Link;
use crate::lab::ac::ansi41::book::{Book, Subscriber};
use crate::lab::ac::ansi41::centre::{Centre, Settings};
use crate::lab::ac::ansi41::{self, Addresses, Drive, Ended, Line};
use crate::limits;
use crate::north::link;
use crate::north::link::settings::{Role, Side, Transport};
use crate::north::wrap::TransportKey;
use crate::words::{Order, Way};

/// Milliseconds that an exchange may take that the other side performs.
const PATIENCE: Duration = Duration::from_mins(5);
/// From the start to the first exchange: a transfer point knows its peers a moment after they know it, and drops what comes before.
const SETTLE: Duration = Duration::from_secs(1);
/// From a link that was lost, or a restart, to the next one.
const AGAIN: Duration = Duration::from_millis(500);

#[derive(clap::Args)]
#[command(next_help_heading = "At the end of a signalling link")]
pub(super) struct SignallingArgs {
    /// Whom it connects to, in place of --listen
    #[arg(long, value_name = "HOST:PORT", conflicts_with = "listen")]
    connect: Option<String>,
    /// The port that it connects from; a signalling transfer point may know it by that
    #[arg(long, value_name = "ADDRESS:PORT", requires = "connect")]
    local: Option<SocketAddr>,
    /// Its point code
    #[arg(long, value_name = "N-C-M", default_value = "2-2-2")]
    opc: PointCode,
    /// The service's point code
    #[arg(long, value_name = "N-C-M", default_value = "1-1-1")]
    dpc: PointCode,
    /// Its name in IPA
    #[arg(long, value_name = "NAME", default_value = "ac")]
    unit_name: String,
    /// Subscribers that are not in --state yet: a subscribers file of the service
    #[arg(long, value_name = "FILE")]
    subscribers: Option<PathBuf>,
    /// Drive an exchange for each subscriber whose key was never updated, and end: relay (push messages by SMDPP), perform (pull the trigger)
    #[arg(long, value_name = "WAY")]
    drive: Option<Way>,
    /// Exchanges that it drives at one time
    #[arg(long, value_name = "N", default_value_t = 32)]
    at_once: usize,
    /// Which partial key is first where it computes: bs-first, ms-first
    #[arg(long, default_value_t = Order::BsFirst)]
    order: Order,
    /// Number of the private parameter with exchange id and wrapped key, as the service has it
    #[arg(long, value_name = "N")]
    exchange_parameter: Option<u32>,
    /// The same of KeyVersion
    #[arg(long, value_name = "N")]
    key_version_parameter: Option<u32>,
}

/// What every centre has.
pub(super) struct Common {
    /// What carries signalling.
    pub(super) link: Link,
    /// Where it listens.
    pub(super) listen: SocketAddr,
    /// Its file.
    pub(super) state: Option<PathBuf>,
    /// Under what keys are delivered to it.
    pub(super) transport_key: Option<TransportKey>,
    /// What it does wrong.
    pub(super) fault: Option<String>,
    /// How it says what it holds.
    pub(super) json: bool,
}

/// Runs the centre until it is told to stop, or has driven what was to be driven. Gives whether all of that went well.
pub(super) fn run(args: &SignallingArgs, common: Common) -> Result<bool, String> {
    let transport = match common.link {
        Link::M3uaTcp => Transport::M3uaTcp,
        Link::M3uaSctp => Transport::M3uaSctp,
        Link::Ipa => Transport::Ipa,
        Link::Http => return Err("--link: http is no signalling".into()),
    };
    let fault =
        common.fault.as_deref().map(|name| name.parse().map_err(|error| format!("--fault: {error}"))).transpose()?;
    let settings = Settings {
        order: Some(args.order),
        transport_key: common.transport_key,
        exchange_parameter: args.exchange_parameter.map(ParameterId),
        key_version_parameter: args.key_version_parameter.map(ParameterId),
        fault,
        late: None,
    };
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(LocalSet::new().run_until(serve(
        args,
        settings,
        transport,
        common.listen,
        common.state,
        common.json,
    )))
}

async fn serve(
    args: &SignallingArgs,
    settings: Settings,
    transport: Transport,
    listen: SocketAddr,
    state: Option<PathBuf>,
    as_json: bool,
) -> Result<bool, String> {
    let said = |error: std::io::Error| format!("signals: {error}");
    let mut term = signal(SignalKind::terminate()).map_err(said)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(said)?;
    let mut tell = signal(SignalKind::user_defined1()).map_err(said)?;
    let mut fault = settings.fault;
    loop {
        let book = open(args, state.as_deref())?;
        let centre = Rc::new(Centre::new(book.clone(), Settings { fault, ..settings.clone() }));
        let (handle, events, link) = link::open(link(args, transport, listen), Arc::new(()), None)
            .map_err(|error| format!("{}: {error}", args.connect.clone().unwrap_or_else(|| listen.to_string())))?;
        for place in link.places() {
            eprintln!("akeyd ac: listens at {place}");
        }
        let running = tokio::task::spawn_local(link.run());
        let (orders, taken) = mpsc::channel(limits::TCAP_ASKED);
        let addresses = Addresses {
            own: Address::of(args.opc, Ssn::AC),
            msc: Address::of(args.dpc, Ssn::MSC),
            otaf: Address::of(args.dpc, Ssn::OTAF),
        };
        let served = ansi41::run(Rc::clone(&centre), addresses, Rc::new(handle), events, taken);
        let driven = async {
            tokio::time::sleep(SETTLE).await;
            match args.drive {
                Some(way) => {
                    ansi41::drive(&book, &orders, Drive { way, at_once: args.at_once, patience: PATIENCE }).await
                }
                None => std::future::pending().await,
            }
        };
        tokio::pin!(served, driven);
        let ended = loop {
            tokio::select! {
                ended = &mut served => break Some(ended),
                failures = &mut driven => {
                    let lines = ansi41::lines(&book, &failures);
                    print(&lines, as_json);
                    return Ok(lines.iter().all(|line| line.failure.is_none()));
                }
                _ = term.recv() => break None,
                _ = interrupt.recv() => break None,
                _ = tell.recv() => print(&ansi41::lines(&book, &[]), as_json),
            }
        };
        if ended.is_none() {
            print(&ansi41::lines(&book, &[]), as_json);
            return Ok(true);
        }
        if ended == Some(Ended::Restart) {
            eprintln!("akeyd ac: starts anew");
        }
        // What has happened so often does not begin again.
        fault = centre.fault_left();
        running.abort();
        tokio::time::sleep(AGAIN).await;
    }
}

fn open(args: &SignallingArgs, state: Option<&std::path::Path>) -> Result<Book, String> {
    let hex = |number: u64, digits: usize| format!("{number:0digits$X}");
    let rows = match &args.subscribers {
        Some(file) => subscribers::load(file).map_err(|errors| errors.to_string())?.0,
        None => Vec::new(),
    };
    let known = rows.into_iter().map(|row| Subscriber {
        min: row.min,
        imsi: row.imsi,
        esn: row.esn.map(|esn| hex(esn.into(), 8)),
        meid: row.meid.map(|meid| hex(meid, 14)),
        ..Subscriber::default()
    });
    match state {
        Some(file) => Book::open(file, known.collect()).map_err(|error| format!("{}: {error}", file.display())),
        None => Ok(Book::new(known.collect())),
    }
}

fn link(args: &SignallingArgs, transport: Transport, listen: SocketAddr) -> link::settings::Settings {
    let is_client = args.connect.is_some();
    link::settings::Settings {
        role: if is_client { Role::Client } else { Role::Server },
        side: if is_client { Side::Asp } else { Side::Sg },
        local: if is_client { args.local.into_iter().collect() } else { vec![listen] },
        remote: args.connect.iter().cloned().collect(),
        unit_name: args.unit_name.clone(),
        ssns: vec![Ssn::AC, Ssn::OTAF, Ssn::HLR],
        ..link::settings::Settings::between("ac", transport, args.opc, args.dpc)
    }
}

fn print(lines: &[Line], as_json: bool) {
    // Who reads no more stops nothing: the centre goes on.
    let _ = lines.iter().all(|line| {
        if as_json {
            return say(json(line));
        }
        let failure = line.failure.as_deref().unwrap_or_default();
        say(format_args!("{:<20} {:<8} {} {failure}", line.msid, line.state, line.a_key.as_deref().unwrap_or("-")))
    });
}
