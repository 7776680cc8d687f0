//! `akeyd ac`: an authentication centre of the laboratory.
//!
//! Part of `cli.rs`.

mod signalling;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use akeyd_hw::Group;
use rustls::ServerConfig;
use tokio::signal::unix::{SignalKind, signal};

use super::{fail, json, out, service};
use crate::lab::ac::Link;
use crate::lab::ac::http::{self, Running, fault::Fault};
use crate::net::tls::files::{self, Files};
use crate::north::wrap::TransportKey;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Where it listens; port 0 takes any, and standard error says which
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// What it speaks: http (JSON over HTTPS); ANSI-41 by m3ua-tcp, m3ua-sctp, ipa
    #[arg(long, default_value_t = Link::Http)]
    link: Link,
    /// File of what it has taken, keys too, which a later run goes on with; default: it is forgotten
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// File of the key under which keys travel to it, which nobody else may read; by http it must be given
    #[arg(long, value_name = "FILE", required_if_eq("link", "http"))]
    transport_key: Option<PathBuf>,
    /// Its certificate, PEM; default: plain HTTP
    #[arg(long, value_name = "FILE", requires = "key")]
    certificate: Option<PathBuf>,
    /// The certificate's private key, PEM
    #[arg(long, value_name = "FILE", requires = "certificate")]
    key: Option<PathBuf>,
    /// Whose certificates clients must show, PEM; default: none
    #[arg(long, value_name = "FILE", requires = "certificate")]
    client_ca: Option<PathBuf>,
    /// P and G of exchanges that it computes: demo-512, demo-768, oakley-1024, modp-1536
    #[arg(long, value_name = "NAME", default_value = "oakley-1024")]
    group: String,
    /// What it does wrong. By http: silence, late, error (500), busy (503), conflict (409), lose (done and not answered), forget (acknowledged
    /// and not done); always, or NAME*N with the first N requests, or NAME/N with each N-th. By signalling: silence, late, error-129 to
    /// error-140, result-N, reject, garbage, wrong-bskey, wrong-modulus, wrong-key, restart; always, or NAME*N with the first N operations
    #[arg(long, value_name = "FAULT")]
    fault: Option<String>,
    /// At the end, and on SIGUSR1, print one JSON object for each subscriber
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    signalling: signalling::SignallingArgs,
}

/// Runs the centre until it is told to stop.
pub(super) fn run(args: Args) -> ExitCode {
    service::log_to_stderr("warn");
    let transport_key = match args.transport_key.as_deref().map(|file| (file, TransportKey::read(file))) {
        Some((_, Ok(key))) => Some(key),
        Some((file, Err(error))) => return fail(&format_args!("akeyd ac: {}: {error}", file.display()), 1),
        None => None,
    };
    if args.link != Link::Http {
        let Args { link, listen, state, fault, json, signalling, .. } = args;
        return match signalling::run(
            &signalling,
            signalling::Common { link, listen, state, transport_key, fault, json },
        ) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(error) => fail(&format_args!("akeyd ac: {error}"), 1),
        };
    }
    let fault = match args.fault.as_deref().map(str::parse::<Fault>).transpose() {
        Ok(fault) => fault,
        Err(error) => return fail(&format_args!("akeyd ac: --fault: {error}"), 2),
    };
    let Some(transport_key) = transport_key else { return fail(&"akeyd ac: --transport-key must be given", 2) };
    let Some(group) = Group::known(&args.group) else {
        let known = Group::KNOWN.join(", ");
        return fail(&format_args!("akeyd ac: --group: `{}` is not one of {known}", args.group), 2);
    };
    let tls = match tls(&args) {
        Ok(tls) => tls,
        Err(error) => return fail(&format_args!("akeyd ac: {error}"), 1),
    };
    let scheme = if tls.is_some() { "https" } else { "http" };
    let (listen, state) = (args.listen, args.state);
    let running = match http::start(http::Settings { listen, tls, state, transport_key, group, fault }) {
        Ok(running) => running,
        Err(error) => return fail(&format_args!("akeyd ac: {error}"), 1),
    };
    match until_stopped(&running, args.json, || eprintln!("akeyd ac: listens at {scheme}://{}/", running.address)) {
        Ok(()) => {
            running.stop();
            ExitCode::SUCCESS
        }
        Err(error) => fail(&format_args!("akeyd ac: signals: {error}"), 1),
    }
}

fn tls(args: &Args) -> Result<Option<Arc<ServerConfig>>, files::FileError> {
    let Some((certificate, key)) = args.certificate.clone().zip(args.key.clone()) else { return Ok(None) };
    let client_ca = args.client_ca.clone();
    files::load(&Files { certificate, key, client_ca, client_required: true, tls_1_2: true }, None).map(Some)
}

/// Says that it is there, and runs until a signal ends it: from then on none does so by surprise.
fn until_stopped(running: &Running, as_json: bool, say: impl FnOnce()) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut term = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut tell = signal(SignalKind::user_defined1())?;
        say();
        loop {
            let goes_on = tokio::select! {
                _ = term.recv() => false,
                _ = interrupt.recv() => false,
                _ = tell.recv() => true,
            };
            for line in running.lines() {
                if as_json {
                    out::say(json(&line));
                } else {
                    out::say(format_args!(
                        "{:<20} {:<8} {}",
                        line.msid,
                        line.state,
                        line.a_key.as_deref().unwrap_or("-")
                    ));
                }
            }
            if !goes_on {
                return Ok(());
            }
        }
    })
}
