//! Every command and flag, defined once: help comes from here, and so does what runs.
//!
//! Turns arguments into the plain settings of other rooms and exit codes out of what they say: 0 done, 1 failed, 2 wrong usage, 78 wrong configuration.
//! What a command prints for programs goes to standard output, everything else to standard error. Called by `main`.

mod ac;
mod operator;
mod out;
mod phones;
mod profile;
mod service;
mod store;

use std::fmt::Display;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use crate::config::Config;
use crate::dm::profile::Style;
use crate::handset;
use crate::lab::{codec, demo, dh};
use crate::selftest;
use crate::serve::NetBackend;
use crate::syncml::auth::AuthType;
use crate::words::{Dialect, Kind, Order, Way};

/// Wrong configuration (sysexits EX_CONFIG).
const EXIT_CONFIG: u8 = 78;

#[derive(Parser)]
#[command(name = "akeyd", version, about, propagate_version = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the service
    Serve(ServeArgs),
    /// Say whether a configuration file is right, and where it is not
    CheckConfig {
        /// The file
        file: PathBuf,
    },
    /// Print the configuration file with all defaults, commented
    ExampleConfig,
    /// Make the key that the store's secrets are sealed under; never overwrites one
    Keygen {
        /// The file: 64 hex digits, for its owner alone
        file: PathBuf,
    },
    /// Copy, restore, check or compact the store
    #[command(subcommand)]
    Store(store::Command),
    /// Destroy all keys in the store, the key that its secrets are sealed under, and the subscribers file; the service must not run
    Zeroize(store::ZeroizeArgs),
    /// Who is known to the running service: import, create, set, list, show, delete
    Subscriber {
        #[command(subcommand)]
        command: operator::subscriber::Command,
        #[command(flatten)]
        target: operator::Target,
    },
    /// Key updates of the running service: start, list, show, cancel, settle, watch
    Exchange {
        #[command(subcommand)]
        command: operator::exchange::Command,
        #[command(flatten)]
        target: operator::Target,
    },
    /// Key updates for many devices of the running service: create, add, list, show, set, start, pause, resume, cancel, report, watch, remove
    Campaign {
        #[command(subcommand)]
        command: operator::campaign::Command,
        #[command(flatten)]
        target: operator::Target,
    },
    /// What is on its way to northern peers, and what those fetch: list, outbox, send, ack
    Key {
        #[command(subcommand)]
        command: operator::key::Command,
        #[command(flatten)]
        target: operator::Target,
    },
    /// Whether the running service is well, and how full it is
    Status {
        #[command(flatten)]
        target: operator::Target,
    },
    /// The audit trail of the running service: list, verify
    Audit {
        #[command(subcommand)]
        command: operator::audit::Command,
        #[command(flatten)]
        target: operator::Target,
    },
    /// Model profiles: what differs between handset models
    #[command(subcommand)]
    Profile(profile::Command),
    /// Run a service, its authentication centre and N handsets in one process and compare all keys
    Demo(DemoArgs),
    /// Run one simulated handset against a server
    Handset(Box<phones::HandsetArgs>),
    /// Run an authentication centre of the laboratory, which tells what it holds
    Ac(Box<ac::Args>),
    /// Load a server with many simulated handsets and measure it
    Load(Box<phones::LoadArgs>),
    /// Show the octets of a wire format as JSON (SyncML: as XML), or as a tree of fields
    Decode(DecodeArgs),
    /// Turn what decode prints, JSON or XML, from standard input into hex digits
    Encode {
        /// What the text becomes
        #[arg(value_parser = format())]
        format: codec::Format,
    },
    /// Ask all arithmetic, digests and the random source for what is known, as the service does before it starts
    Selftest {
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Compute one side of an exchange, to check the arithmetic in a laboratory
    Dh(DhArgs),
}

#[derive(Args)]
struct ServeArgs {
    /// Configuration file
    #[arg(long, value_name = "FILE", default_value = "/etc/akeyd/akeyd.toml")]
    config: PathBuf,
    /// Write each management message to a file in this folder, credentials and SPCs blotted out; for laboratories
    #[arg(long, value_name = "DIR")]
    trace_dir: Option<PathBuf>,
    /// Write what goes over signalling links to this capture file, for Wireshark (-o mtp3.standard:ANSI); zeros stand for wrapped keys
    #[arg(long, value_name = "FILE")]
    pcap: Option<PathBuf>,
}

#[derive(Args)]
struct DemoArgs {
    /// Handsets
    #[arg(long, value_name = "N", default_value_t = 100)]
    handsets: u32,
    /// Handsets that are here at one time
    #[arg(long, value_name = "N", default_value_t = 64)]
    at_once: usize,
    /// Who computes the network's half: perform, relay
    #[arg(long, default_value_t = Way::Perform)]
    way: Way,
    /// What is spoken with the handset: is683, nodes
    #[arg(long, default_value_t = Dialect::Is683)]
    dialect: Dialect,
    /// Whose partial key exists first: bs-first, ms-first
    #[arg(long, default_value_t = Order::BsFirst)]
    order: Order,
    /// Which secret comes out: a_key, root_key
    #[arg(long, default_value_t = Kind::AKey)]
    kind: Kind,
    /// Encoding of management documents: xml, wbxml
    #[arg(long, default_value_t = handset::Encoding::Xml)]
    encoding: handset::Encoding,
    /// How IS-683 messages travel in management commands: exec+1226, exec+results, exec+get, replace+get
    #[arg(long, default_value_t = Style::ExecAlert)]
    style: Style,
    /// Join requests in Sequences, as far as the handset would keep their order
    #[arg(long)]
    pipelining: bool,
    /// One handset for each combination that exists, coming twice; prints the table of round trips
    #[arg(long, conflicts_with_all = ["handsets", "way", "dialect", "order", "kind", "encoding", "style", "auth", "north", "pipelining"])]
    every_combination: bool,
    /// How both sides prove themselves: md5, basic, mac
    #[arg(long, value_parser = scheme, default_value = "md5")]
    auth: AuthType,
    /// Who drives from the north: http (akeyd, with an authentication centre over HTTPS), software (akeyd, with one in software), otaf (an
    /// OTAF pushes messages); ansi41, ansi41-otaf (the same over a signalling link; by ansi41 the centre begins what akeyd performs)
    #[arg(long, default_value_t = demo::North::Http)]
    north: demo::North,
    /// P and G: demo-512, demo-768, oakley-1024, modp-1536
    #[arg(long, value_name = "NAME", default_value = "demo-512")]
    group: String,
    /// IO threads; default: one for each core
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// How sockets are driven: io_uring, epoll; default: io_uring where the kernel allows it
    #[arg(long, value_name = "BACKEND")]
    net: Option<NetBackend>,
    /// Write each management message to a file in this folder, credentials and SPCs blotted out
    #[arg(long, value_name = "DIR")]
    trace_dir: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct DecodeArgs {
    /// What the octets are
    #[arg(value_parser = format())]
    format: codec::Format,
    /// Octets in hex digits; blanks, colons and 0x do not matter. Default: standard input
    text: Vec<String>,
    /// The text is base64
    #[arg(long)]
    base64: bool,
    /// A file of raw octets, or of base64 text with --base64
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    file: Option<PathBuf>,
    /// Show each field with its place and meaning, as a dissector does
    #[arg(long)]
    tree: bool,
}

#[derive(Args)]
struct DhArgs {
    /// P in hex digits
    #[arg(long, value_name = "HEX")]
    p: String,
    /// G in hex digits
    #[arg(long, value_name = "HEX")]
    g: String,
    /// x or y in hex digits. Everyone on this machine can read a command line: for laboratories only
    #[arg(long, value_name = "HEX")]
    exponent: String,
    /// The other side's partial key in hex digits
    #[arg(long, value_name = "HEX")]
    peer: Option<String>,
    /// Which arithmetic; default: the fastest that this processor has
    #[arg(long)]
    backend: Option<akeyd_hw::Backend>,
}

/// Runs the program on its command line.
pub fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Serve(args) => service::run(&args.config, args.trace_dir, args.pcap),
        Command::CheckConfig { file } => check_config(&file),
        Command::ExampleConfig => {
            out::put(Config::example());
            ExitCode::SUCCESS
        }
        Command::Keygen { file } => store::keygen(&file),
        Command::Store(command) => store::run(command),
        Command::Zeroize(args) => store::zeroize(&args),
        Command::Subscriber { command, target } => operator::subscriber::main(command, target),
        Command::Exchange { command, target } => operator::exchange::main(command, target),
        Command::Campaign { command, target } => operator::campaign::main(command, target),
        Command::Key { command, target } => operator::key::main(command, target),
        Command::Status { target } => operator::status::status(target),
        Command::Audit { command, target } => operator::audit::main(command, target),
        Command::Profile(command) => profile::run(command),
        Command::Demo(args) => run_demo(args),
        Command::Handset(args) => phones::run_handset(*args),
        Command::Ac(args) => ac::run(*args),
        Command::Load(args) => phones::run_load(*args),
        Command::Decode(args) => run_decode(args),
        Command::Encode { format } => end("akeyd encode", codec::encode(format, io::stdin().lock(), &mut out::Out)),
        Command::Selftest { json } => run_selftest(json),
        Command::Dh(args) => run_dh(args),
    }
}

fn check_config(file: &std::path::Path) -> ExitCode {
    match service::load(file) {
        Ok(loaded) => {
            loaded.warnings.iter().for_each(|warning| eprintln!("{warning}"));
            ExitCode::SUCCESS
        }
        Err(errors) => fail(&errors, EXIT_CONFIG),
    }
}

fn run_demo(args: DemoArgs) -> ExitCode {
    if let Err(error) = crate::sys::raise_descriptor_limit() {
        eprintln!("akeyd demo: the limit of open files stays as it is: {error}");
    }
    let settings = demo::Settings {
        handsets: args.handsets,
        at_once: args.at_once,
        combination: demo::combination::Combination {
            way: args.way,
            dialect: args.dialect,
            order: args.order,
            kind: args.kind,
            encoding: args.encoding,
            style: args.style,
            auth: args.auth,
            north: args.north,
            pipelining: args.pipelining,
        },
        group: args.group,
        threads: args.threads,
        net: args.net,
        trace: args.trace_dir,
    };
    service::log_to_stderr("warn");
    let shown = if args.every_combination {
        demo::matrix::run(&settings)
            .map(|matrix| (if args.json { json(&matrix) } else { matrix.to_string() }, matrix.is_good()))
    } else {
        demo::run(&settings)
            .map(|report| (if args.json { json(&report) } else { report.to_string() }, report.is_good()))
    };
    match shown {
        Ok((shown, is_good)) => {
            out::say(shown);
            if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error @ demo::DemoError::NotPossible(_)) => fail(&format_args!("akeyd demo: {error}"), 2),
        Err(error) => fail(&format_args!("akeyd demo: {error}"), 1),
    }
}

fn run_decode(args: DecodeArgs) -> ExitCode {
    let DecodeArgs { format, text, base64, file, tree } = args;
    let text = (!text.is_empty()).then(|| text.join(" "));
    let request = codec::DecodeRequest { text, base64, file, tree };
    end("akeyd decode", codec::decode(format, &request, io::stdin().lock(), &mut out::Out))
}

fn run_selftest(as_json: bool) -> ExitCode {
    let report = selftest::run();
    out::say(if as_json { json(&report) } else { report.to_string() });
    end("akeyd selftest", report.verdict())
}

fn run_dh(args: DhArgs) -> ExitCode {
    let DhArgs { p, g, exponent, peer, backend } = args;
    match (dh::Request { p, g, exponent, peer, backend }).answer() {
        Ok(answer) => {
            out::say(json(&answer));
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error, 1),
    }
}

fn scheme(name: &str) -> Result<AuthType, String> {
    match name {
        "basic" => Ok(AuthType::Basic),
        "md5" => Ok(AuthType::Md5),
        "mac" => Ok(AuthType::Mac),
        _ => Err(format!("`{name}` is not one of basic, md5, mac")),
    }
}

fn format() -> impl TypedValueParser<Value = codec::Format> {
    let names = codec::Format::ALL.iter().map(|format| format.as_str());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<codec::Format>())
}

fn json(value: &impl serde::Serialize) -> String {
    // What commands print is made of texts and numbers, which always can be written.
    serde_json::to_string(value).unwrap_or_default()
}

fn end(command: &str, done: Result<(), impl Display>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format_args!("{command}: {error}"), 1),
    }
}

fn fail(error: &dyn Display, code: u8) -> ExitCode {
    eprintln!("{error}");
    ExitCode::from(code)
}
