//! `akeyd profile`: whether files are model profiles, and which there are.
//!
//! Called by [`super::main`].

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::json;

use super::{EXIT_CONFIG, fail, out};
use crate::config::profiles::{self, Named};
use crate::config::{Config, ConfigErrors};
use crate::dm::profile::Profile;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Say whether files are profiles, and where they are not
    Check {
        /// Files, or folders of files MODEL.toml
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// List the shipped profiles and those of a folder
    List(ListArgs),
}

#[derive(Args)]
pub(super) struct ListArgs {
    /// Folder of profiles that go before the shipped ones
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    /// Configuration file that names such a folder
    #[arg(long, value_name = "FILE", conflicts_with = "dir")]
    config: Option<PathBuf>,
    /// Print one JSON object per profile
    #[arg(long)]
    json: bool,
}

pub(super) fn run(command: Command) -> ExitCode {
    let done = match command {
        Command::Check { paths } => check(&paths),
        Command::List(args) => list(&args),
    };
    done.map_or_else(|errors| fail(&errors, EXIT_CONFIG), |()| ExitCode::SUCCESS)
}

fn check(paths: &[PathBuf]) -> Result<(), ConfigErrors> {
    let one =
        |path: &PathBuf| if path.is_dir() { profiles::load(Some(path)).err() } else { profiles::read(path).err() };
    let wrong: Vec<_> = paths.iter().filter_map(one).flat_map(|ConfigErrors(problems)| problems).collect();
    if wrong.is_empty() { Ok(()) } else { Err(ConfigErrors(wrong)) }
}

fn list(args: &ListArgs) -> Result<(), ConfigErrors> {
    let configured = match &args.config {
        Some(file) => Config::load(file)?.0.profiles.dir,
        None => None,
    };
    let folder: Option<&Path> = args.dir.as_deref().or(configured.as_deref());
    // What cannot serve is not listed as if it could.
    profiles::load(folder)?;
    let named = profiles::named(folder)?;
    if args.json {
        for Named { name, origin, profile } in &named {
            out::say(json!({ "name": name, "origin": origin.as_str(), "profile": &**profile }));
        }
        return Ok(());
    }
    out::say(format_args!("{:<16} {:<8} {:<13} {:<32} MODELS", "NAME", "FROM", "STYLE", "TAKES"));
    for Named { name, origin, profile } in &named {
        let (style, models) = (profile.carrier.style, profile.models.join(", "));
        out::say(format_args!("{name:<16} {origin:<8} {style:<13} {:<32} {models}", takes(profile)));
    }
    Ok(())
}

/// What a model takes beside single commands.
fn takes(profile: &Profile) -> String {
    let all = [
        (profile.sequence, "sequence"),
        (profile.atomic, "atomic"),
        (profile.large_objects, "large objects"),
        (profile.can_pipeline(), "pipelining"),
    ];
    let taken: Vec<_> = all.into_iter().filter_map(|(takes, what)| takes.then_some(what)).collect();
    if taken.is_empty() { "-".to_owned() } else { taken.join(", ") }
}
