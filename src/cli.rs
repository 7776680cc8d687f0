//! Every command and flag, defined once: help comes from here, and so does what runs.
//!
//! Turns arguments into the plain settings of other rooms and exit codes out of what they say: 0 done, 1 failed, 2 wrong usage, 78 wrong configuration.
//! What a command prints for programs goes to standard output, everything else to standard error. Called by `main`.

mod profile;
mod service;

use std::fmt::Display;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Duration;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use crate::config::Config;
use crate::dm::profile::Style;
use crate::handset;
use crate::lab::{codec, demo, dh, load};
use crate::limits;
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
    /// Model profiles: what differs between handset models
    #[command(subcommand)]
    Profile(profile::Command),
    /// Run a service, its authentication centre and N handsets in one process and compare all keys
    Demo(DemoArgs),
    /// Run one simulated handset against a server
    Handset(Box<HandsetArgs>),
    /// Load a server with many simulated handsets and measure it
    Load(Box<LoadArgs>),
    /// Show the octets of a wire format as JSON (SyncML: as XML), or as a tree of fields
    Decode(DecodeArgs),
    /// Turn what decode prints, JSON or XML, from standard input into hex digits
    Encode {
        /// is683-forward, is683-reverse, notification, wsp-push, syncml-wbxml
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
    /// Write each management message to a file in this folder, credentials blotted out; for laboratories
    #[arg(long, value_name = "DIR")]
    trace_dir: Option<PathBuf>,
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
    /// What is spoken with the handset: is683
    #[arg(long, default_value_t = Dialect::Is683)]
    dialect: Dialect,
    /// Whose partial key exists first: bs-first
    #[arg(long, default_value_t = Order::BsFirst)]
    order: Order,
    /// Which secret comes out: a_key
    #[arg(long, default_value_t = Kind::AKey)]
    kind: Kind,
    /// Encoding of management documents: xml, wbxml
    #[arg(long, default_value_t = handset::Encoding::Xml)]
    encoding: handset::Encoding,
    /// How IS-683 messages travel in management commands: exec+1226, exec+results
    #[arg(long, default_value_t = Style::ExecAlert)]
    style: Style,
    /// How both sides prove themselves: md5, basic
    #[arg(long, value_parser = scheme, default_value = "md5")]
    auth: AuthType,
    /// Who drives from the north: software (akeyd asks a software authentication centre), otaf (an OTAF pushes messages)
    #[arg(long, default_value_t = demo::North::Software)]
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
    /// Write each management message to a file in this folder, credentials blotted out
    #[arg(long, value_name = "DIR")]
    trace_dir: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct HandsetArgs {
    /// Where the first message goes, such as http://127.0.0.1:8080/dm
    #[arg(long)]
    url: String,
    /// Name of the handset, such as MEID:A0000000000001
    #[arg(long)]
    device_id: String,
    /// User name; default: the device id
    #[arg(long)]
    user: Option<String>,
    /// File whose first line is the client's password
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// Name of the server
    #[arg(long, default_value = "akeyd")]
    server_id: String,
    /// File whose first line is the server's password
    #[arg(long, value_name = "FILE")]
    server_password_file: Option<PathBuf>,
    /// What it speaks: is683, nodes
    #[arg(long, default_value_t = Dialect::Is683)]
    dialect: Dialect,
    /// How IS-683 messages travel; default: as the profile has it
    #[arg(long, value_parser = values(handset::Style::ALL, handset::Style::as_str))]
    style: Option<handset::Style>,
    /// Encoding of management documents: xml, wbxml
    #[arg(long, default_value_t = handset::Encoding::Xml)]
    encoding: handset::Encoding,
    /// How strings travel in WBXML; default: as the profile has it
    #[arg(long, value_name = "FORM", value_parser = values(handset::WbxmlForm::ALL, handset::WbxmlForm::as_str))]
    wbxml_form: Option<handset::WbxmlForm>,
    /// Version of OMA DM
    #[arg(long, value_name = "VERSION", default_value_t = handset::DmVersion::V1_2, value_parser = values(handset::DmVersion::ALL, handset::DmVersion::as_str))]
    dm_version: handset::DmVersion,
    /// How both sides prove themselves
    #[arg(long, default_value_t = handset::Scheme::Md5, value_parser = values(handset::Scheme::ALL, handset::Scheme::as_str))]
    auth: handset::Scheme,
    /// What the server has to show: nothing, once in a session, always; default: what the profile wants
    #[arg(long, value_parser = values(handset::Demand::ALL, handset::Demand::as_str))]
    demand: Option<handset::Demand>,
    /// Nonce of the first proof, base64; not used once there is a state file
    #[arg(long, value_name = "BASE64")]
    client_nonce: Option<String>,
    /// Nonce of the server's first proof and of notifications, base64; not used once there is a state file
    #[arg(long, value_name = "BASE64")]
    server_nonce: Option<String>,
    /// Whose habits it has
    #[arg(long, default_value_t = handset::Profile::Standard, value_parser = profiles())]
    profile: handset::Profile,
    /// Largest message that it takes, octets; default: the profile's
    #[arg(long, value_name = "OCTETS")]
    max_msg_size: Option<u32>,
    /// Six digits of the service programming code; the lock is open without
    #[arg(long, value_name = "DIGITS")]
    spc: Option<String>,
    /// Provision nothing outside an OTAPA session
    #[arg(long)]
    otapa: bool,
    /// File that keeps nonces and keys; without it each run is a handset fresh from the factory
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// What goes wrong
    #[arg(long, value_name = "NAME", value_parser = faults())]
    fault: Option<handset::Fault>,
    /// The provisioning step that the fault disturbs, counted from 1; default: the first key step
    #[arg(long, value_name = "N", requires = "fault")]
    fault_step: Option<u32>,
    /// Milliseconds that it thinks before each message after the first
    #[arg(long, value_name = "MS", default_value_t = 0)]
    think: u64,
    /// Times that a session which broke off is followed by another
    #[arg(long, value_name = "N", default_value_t = 0)]
    resume: u32,
    /// Begin sessions only when a notification calls: pushes at this UDP address (port 2948 is usual), or - for lines of
    /// hex digits on standard input
    #[arg(long, value_name = "ADDRESS")]
    notify: Option<handset::Notifications>,
    /// Seconds to wait for a notification
    #[arg(long, value_name = "S", default_value_t = limits::HANDSET_PATIENCE_S)]
    patience: u64,
    /// Sessions, one after another; those that follow by themselves are not counted
    #[arg(long, value_name = "N", default_value_t = 1)]
    count: u32,
    /// Print one JSON object per session
    #[arg(long)]
    json: bool,
    /// Show keys in hex digits; for laboratories
    #[arg(long)]
    show_keys: bool,
}

#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
struct LoadArgs {
    /// Where handsets send their first message, such as http://127.0.0.1:8080/dm
    #[arg(long, required_unless_present = "generate")]
    url: Option<String>,
    /// The handsets' accounts: the server's own subscribers file
    #[arg(long, value_name = "FILE")]
    subscribers: PathBuf,
    /// Make that file for so many handsets, and do no more
    #[arg(long, value_name = "N", conflicts_with = "url")]
    generate: Option<u32>,
    /// Device ids of that file; {} is the number in hex
    #[arg(long, default_value = "MEID:A1{}", requires = "generate")]
    pattern: String,
    /// Model of that file's handsets
    #[arg(long, requires = "generate")]
    model: Option<String>,
    /// The server may be on another machine, whose owner agrees
    #[arg(long)]
    beyond_this_machine: bool,
    /// Name of the server
    #[arg(long, default_value = "akeyd")]
    server_id: String,
    /// Sessions that begin in a second, whatever the server does; without it one session follows another
    #[arg(long, value_name = "R")]
    rate: Option<f64>,
    /// Sessions at one time
    #[arg(long, value_name = "N", default_value_t = 64)]
    concurrency: usize,
    /// Sessions in all; default: one for each handset
    #[arg(long, value_name = "N")]
    sessions: Option<u64>,
    /// Seconds in which sessions begin
    #[arg(long, value_name = "S", default_value_t = 60)]
    duration: u64,
    /// Threads
    #[arg(long, value_name = "N", default_value_t = 1)]
    threads: usize,
    /// Compute keys with the fastest arithmetic of this machine, so that the handsets are not what is slow
    #[arg(long)]
    fast: bool,
    /// Let connections serve one session after another
    #[arg(long)]
    reuse: bool,
    /// What the handsets speak
    #[arg(long, default_value_t = Dialect::Is683, value_parser = values(Dialect::ALL, Dialect::as_str))]
    dialect: Dialect,
    /// How IS-683 messages travel; default: as the profile has it
    #[arg(long, value_parser = values(handset::Style::ALL, handset::Style::as_str))]
    style: Option<handset::Style>,
    /// Encoding of management documents
    #[arg(long, default_value_t = handset::Encoding::Xml, value_parser = values(handset::Encoding::ALL, handset::Encoding::as_str))]
    encoding: handset::Encoding,
    /// How both sides prove themselves
    #[arg(long, default_value_t = handset::Scheme::Md5, value_parser = values(handset::Scheme::ALL, handset::Scheme::as_str))]
    auth: handset::Scheme,
    /// Whose habits the handsets have
    #[arg(long, default_value_t = handset::Profile::Standard, value_parser = profiles())]
    profile: handset::Profile,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct DecodeArgs {
    /// is683-forward, is683-reverse, notification, wsp-push, syncml-wbxml
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
        Command::Serve(args) => service::run(&args.config, args.trace_dir),
        Command::CheckConfig { file } => check_config(&file),
        Command::ExampleConfig => {
            print!("{}", Config::example());
            ExitCode::SUCCESS
        }
        Command::Profile(command) => profile::run(command),
        Command::Demo(args) => run_demo(args),
        Command::Handset(args) => run_handset(*args),
        Command::Load(args) => run_load(*args),
        Command::Decode(args) => run_decode(args),
        Command::Encode { format } => {
            end("akeyd encode", codec::encode(format, io::stdin().lock(), &mut io::stdout().lock()))
        }
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
        way: args.way,
        dialect: args.dialect,
        order: args.order,
        kind: args.kind,
        encoding: args.encoding,
        style: args.style,
        auth: args.auth,
        north: args.north,
        group: args.group,
        threads: args.threads,
        net: args.net,
        trace: args.trace_dir,
    };
    service::log_to_stderr("warn");
    match demo::run(&settings) {
        Ok(report) => {
            let shown = if args.json { json(&report) } else { report.to_string() };
            println!("{shown}");
            if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error @ demo::DemoError::NotPossible(_)) => fail(&format_args!("akeyd demo: {error}"), 2),
        Err(error) => fail(&format_args!("akeyd demo: {error}"), 1),
    }
}

fn run_handset(args: HandsetArgs) -> ExitCode {
    let settings = handset::Settings {
        url: args.url,
        device_id: args.device_id,
        user: args.user,
        password_file: args.password_file,
        server_id: args.server_id,
        server_password_file: args.server_password_file,
        dialect: args.dialect,
        style: args.style,
        version: args.dm_version,
        encoding: args.encoding,
        wbxml_form: args.wbxml_form,
        auth: args.auth,
        demand: args.demand,
        client_nonce: args.client_nonce,
        server_nonce: args.server_nonce,
        max_msg_size: args.max_msg_size,
        spc: args.spc,
        otapa: args.otapa,
        profile: args.profile,
        state: args.state,
        fault: args.fault,
        fault_step: args.fault_step,
        think: Duration::from_millis(args.think),
        resume: args.resume,
        notifications: args.notify,
        patience: Duration::from_secs(args.patience),
        count: args.count,
        json: args.json,
        show_keys: args.show_keys,
    };
    service::log_to_stderr("info");
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&format_args!("akeyd handset: {error}"), 1),
    };
    match runtime.block_on(handset::run(&settings, &mut io::stdout())) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error @ handset::RunError::NotPossible(_)) => fail(&format_args!("akeyd handset: {error}"), 2),
        Err(error) => fail(&format_args!("akeyd handset: {error}"), 1),
    }
}

fn run_load(args: LoadArgs) -> ExitCode {
    let failed = |error: load::LoadError| {
        let code = if matches!(error, load::LoadError::NotPossible(_)) { 2 } else { 1 };
        fail(&format_args!("akeyd load: {error}"), code)
    };
    if let Some(count) = args.generate {
        let made = load::write_subscribers(&args.subscribers, count, &args.pattern, args.model.as_deref());
        return made.map_or_else(failed, |()| ExitCode::SUCCESS);
    }
    if let Err(error) = crate::sys::raise_descriptor_limit() {
        eprintln!("akeyd load: the limit of open files stays as it is: {error}");
    }
    let settings = load::Settings {
        url: args.url.unwrap_or_default(),
        beyond_this_machine: args.beyond_this_machine,
        subscribers: args.subscribers,
        server_id: args.server_id,
        rate: args.rate,
        concurrency: args.concurrency,
        sessions: args.sessions,
        duration: Duration::from_secs(args.duration),
        threads: args.threads,
        fast: args.fast,
        reuse: args.reuse,
        dialect: args.dialect,
        style: args.style,
        encoding: args.encoding,
        auth: args.auth,
        profile: args.profile,
    };
    service::log_to_stderr("warn");
    match load::run(&settings) {
        Ok(report) => {
            println!("{}", if args.json { json(&report) } else { report.to_string() });
            if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => failed(error),
    }
}

/// Takes the values that have one spelling each; help lists them.
fn values<T>(all: &[T], spelling: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + FromStr<Err = String> + Send + Sync + 'static,
{
    let values = all.iter().map(|value| PossibleValue::new(spelling(*value)));
    PossibleValuesParser::new(values).try_map(|text| text.parse::<T>())
}

/// The same for profiles, which have other spellings too.
fn profiles() -> impl TypedValueParser<Value = handset::Profile> {
    let values = handset::Profile::ALL.iter().map(|profile| match profile.alias() {
        Some(alias) => PossibleValue::new(profile.as_str()).alias(alias),
        None => PossibleValue::new(profile.as_str()),
    });
    PossibleValuesParser::new(values).try_map(|text| {
        text.parse().or_else(|error: String| {
            let named = |profile: &&handset::Profile| profile.alias() == Some(text.as_str());
            handset::Profile::ALL.iter().find(named).copied().ok_or(error)
        })
    })
}

/// The same for faults, each with what it does.
fn faults() -> impl TypedValueParser<Value = handset::Fault> {
    let values = handset::Fault::ALL.iter().map(|fault| PossibleValue::new(fault.as_str()).help(fault.about()));
    PossibleValuesParser::new(values).try_map(|text| text.parse::<handset::Fault>())
}

fn run_decode(args: DecodeArgs) -> ExitCode {
    let DecodeArgs { format, text, base64, file, tree } = args;
    let text = (!text.is_empty()).then(|| text.join(" "));
    let request = codec::DecodeRequest { text, base64, file, tree };
    end("akeyd decode", codec::decode(format, &request, io::stdin().lock(), &mut io::stdout().lock()))
}

fn run_selftest(as_json: bool) -> ExitCode {
    let report = selftest::run();
    println!("{}", if as_json { json(&report) } else { report.to_string() });
    end("akeyd selftest", report.verdict())
}

fn run_dh(args: DhArgs) -> ExitCode {
    let DhArgs { p, g, exponent, peer, backend } = args;
    match (dh::Request { p, g, exponent, peer, backend }).answer() {
        Ok(answer) => {
            println!("{}", json(&answer));
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error, 1),
    }
}

fn scheme(name: &str) -> Result<AuthType, String> {
    match name {
        "basic" => Ok(AuthType::Basic),
        "md5" => Ok(AuthType::Md5),
        _ => Err(format!("`{name}` is not one of basic, md5")),
    }
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
