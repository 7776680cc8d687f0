//! The commands that are handsets: `akeyd handset`, one of them, and `akeyd load`, many.
//!
//! Part of `cli.rs`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Duration;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::{fail, json, out, service};
use crate::handset;
use crate::lab::load;
use crate::limits;
use crate::words::Dialect;

#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
pub(super) struct HandsetArgs {
    /// Where the first message goes, such as http://127.0.0.1:8080/dm
    #[arg(long)]
    url: String,
    /// Whose certificates an https server may show, a PEM file; default: those that the system trusts
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
    /// Trust any https server; for laboratories
    #[arg(long, conflicts_with = "ca")]
    insecure: bool,
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
pub(super) struct LoadArgs {
    /// Where handsets send their first message, such as http://127.0.0.1:8080/dm
    #[arg(long, required_unless_present = "generate")]
    url: Option<String>,
    /// Whose certificates an https server may show, a PEM file; default: those that the system trusts
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
    /// Trust any https server; for laboratories
    #[arg(long, conflicts_with = "ca")]
    insecure: bool,
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

pub(super) fn run_handset(args: HandsetArgs) -> ExitCode {
    let settings = handset::Settings {
        url: args.url,
        ca: args.ca,
        insecure: args.insecure,
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
    match runtime.block_on(handset::run(&settings, &mut out::Out)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error @ handset::RunError::NotPossible(_)) => fail(&format_args!("akeyd handset: {error}"), 2),
        Err(error) => fail(&format_args!("akeyd handset: {error}"), 1),
    }
}

pub(super) fn run_load(args: LoadArgs) -> ExitCode {
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
        ca: args.ca,
        insecure: args.insecure,
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
            out::say(if args.json { json(&report) } else { report.to_string() });
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
