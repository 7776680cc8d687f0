//! `akeyd subscriber`: who is known.
//!
//! Passwords come from files: a command line can be read by everybody on the machine. Called by [`crate::cli::main`].

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use crate::http::wire::Method;
use crate::limits;
use crate::serve::admin::query::encoded;

use super::upload::{self, Upload};
use super::{Column, Done, Failure, List, Service, Target, WishArgs, cell, changes, pairs, run, say};

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    /// Take over a file of subscribers; tells what was refused, by line and reason
    Import {
        /// CSV under the header of the subscribers file, or JSON lines where its name ends in .jsonl or .ndjson; - is standard input, as CSV
        file: PathBuf,
        /// What becomes of a line whose subscriber is there already: replace, refuse
        #[arg(long, default_value = "replace")]
        existing: String,
    },
    /// Create a subscriber
    Create(Box<CreateArgs>),
    /// Change what is said of a subscriber and leave the rest; an empty text takes a value away
    Set(Box<SetArgs>),
    /// List subscribers in the order of their names
    List {
        /// Only the one with this Mobile Identification Number
        #[arg(long)]
        min: Option<String>,
        /// Only the one with this IMSI
        #[arg(long)]
        imsi: Option<String>,
        /// Only those with this Electronic Serial Number
        #[arg(long)]
        esn: Option<String>,
        /// Only the one with this Mobile Equipment Identifier
        #[arg(long)]
        meid: Option<String>,
        /// Only those behind this name
        #[arg(long, value_name = "DEVICE")]
        after: Option<String>,
        /// At most so many
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    /// Show a subscriber
    Show {
        /// Its name
        device: String,
    },
    /// Delete a subscriber, with its nonces and keys
    Delete {
        /// Its name
        device: String,
    },
}

#[derive(Args)]
pub(in crate::cli) struct CreateArgs {
    /// Its name, such as MEID:A0000000000001
    device: String,
    /// User name of its account
    #[arg(long)]
    user: String,
    /// The password of that account, the first line of a file; - is standard input
    #[arg(long, value_name = "FILE")]
    password_file: PathBuf,
    #[command(flatten)]
    about: About,
}

#[derive(Args)]
pub(in crate::cli) struct SetArgs {
    /// Its name
    device: String,
    /// User name of its account, with its password
    #[arg(long, requires = "password_file")]
    user: Option<String>,
    /// The password of that account, the first line of a file; - is standard input
    #[arg(long, value_name = "FILE", requires = "user")]
    password_file: Option<PathBuf>,
    /// The server proves itself to it no more
    #[arg(long, conflicts_with = "server_password_file")]
    no_server_password: bool,
    #[command(flatten)]
    about: About,
}

/// What is known of a subscriber beside its account.
#[derive(Args)]
struct About {
    /// The password with which the server proves itself, the first line of a file
    #[arg(long, value_name = "FILE")]
    server_password_file: Option<PathBuf>,
    /// The nonce of its next credential, base64
    #[arg(long, value_name = "BASE64")]
    client_nonce: Option<String>,
    /// The nonce of the server's next credential, base64
    #[arg(long, value_name = "BASE64")]
    server_nonce: Option<String>,
    /// Its model profile
    #[arg(long)]
    model: Option<String>,
    /// Mobile Identification Number, 10 digits
    #[arg(long)]
    min: Option<String>,
    /// International Mobile Subscriber Identity
    #[arg(long)]
    imsi: Option<String>,
    /// Electronic Serial Number, 8 hex digits
    #[arg(long)]
    esn: Option<String>,
    /// Mobile Equipment Identifier, 14 hex digits
    #[arg(long)]
    meid: Option<String>,
    /// Its service programming code, the first line of a file
    #[arg(long, value_name = "FILE")]
    spc_file: Option<PathBuf>,
    #[command(flatten)]
    wishes: WishArgs,
}

pub(in crate::cli) fn main(command: Command, target: Target) -> ExitCode {
    run("subscriber", target, async |mut service| match command {
        Command::Import { file, existing } => import(service, &file, &existing).await,
        Command::Create(args) => {
            let created = service.send(Method::Post, "/v1/subscribers", &[], &args.body()?).await?;
            show(&service, &created);
            Ok(ExitCode::SUCCESS)
        }
        Command::Set(args) => {
            let device = args.device.clone();
            let set = service.send(Method::Patch, &path(&device), &[], &args.body()?).await?;
            show(&service, &set);
            Ok(ExitCode::SUCCESS)
        }
        Command::List { min, imsi, esn, meid, after, limit } => {
            let filters = [("min", min), ("imsi", imsi), ("esn", esn), ("meid", meid)];
            list(service, List::new("/v1/subscribers", "subscribers").with(filters).after(after).at_most(limit)).await
        }
        Command::Show { device } => {
            let shown = service.get(&path(&device)).await?;
            show(&service, &shown);
            Ok(ExitCode::SUCCESS)
        }
        Command::Delete { device } => {
            service.send(Method::Delete, &path(&device), &[], &Value::Null).await?;
            Ok(ExitCode::SUCCESS)
        }
    })
}

fn path(device: &str) -> String {
    format!("/v1/subscribers/{}", encoded(device))
}

impl CreateArgs {
    fn body(self) -> Done<Value> {
        let mut body = self.about.body()?;
        let password = secret(&self.password_file)?;
        let texts = [("device_id", self.device), ("user", self.user), ("password", password)];
        body.extend(texts.into_iter().map(|(name, text)| (name.to_owned(), json!(text))));
        Ok(Value::Object(body))
    }
}

impl SetArgs {
    fn body(self) -> Done<Value> {
        let mut body = self.about.body()?;
        let texts = [("user", self.user), ("password", self.password_file.as_deref().map(secret).transpose()?)];
        body.extend(texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), json!(text?)))));
        if self.no_server_password {
            body.insert("server_password".to_owned(), Value::Null);
        }
        changes(body)
    }
}

impl About {
    fn body(self) -> Done<Map<String, Value>> {
        let mut body = Map::new();
        self.wishes.put_into(&mut body);
        let texts = [
            ("server_password", self.server_password_file.as_deref().map(secret).transpose()?),
            ("spc", self.spc_file.as_deref().map(secret).transpose()?),
            ("client_nonce", self.client_nonce),
            ("server_nonce", self.server_nonce),
            ("model", self.model),
            ("min", self.min),
            ("imsi", self.imsi),
            ("esn", self.esn),
            ("meid", self.meid),
        ];
        body.extend(texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), json!(text?)))));
        Ok(body)
    }
}

/// The first line of a file.
fn secret(file: &Path) -> Done<String> {
    let told = |error: io::Error| Failure::Failed(format!("{}: {error}", file.display()));
    let mut text = Zeroizing::new(String::new());
    let most = limits::CREDENTIAL_OCTETS as u64 + 2;
    if file == Path::new("-") {
        io::stdin().lock().take(most).read_to_string(&mut text).map_err(told)?;
    } else {
        File::open(file).and_then(|file| file.take(most).read_to_string(&mut text)).map_err(told)?;
    }
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

async fn import(mut service: Service, file: &Path, existing: &str) -> Done<ExitCode> {
    let url = format!("/v1/subscribers?existing={}", encoded(existing));
    let counts = ["created", "replaced"];
    let media_type = upload::media_type(file, "text/csv");
    let refused = Upload::open(file)?.send(&mut service, &url, media_type, counts).await?;
    Ok(if refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn list(mut service: Service, list: List) -> Done<ExitCode> {
    const COLUMNS: [Column; 7] = [
        ("DEVICE", "/device_id", 24),
        ("MIN", "/min", 10),
        ("IMSI", "/imsi", 15),
        ("MODEL", "/model", 16),
        ("AUTH", "/auth", 5),
        ("LAST CONTACT", "/last_contact", 24),
        ("ADDRESS", "/address", 24),
    ];
    service.table(list, &COLUMNS).await?;
    Ok(ExitCode::SUCCESS)
}

fn show(service: &Service, subscriber: &Value) {
    if service.json {
        say(subscriber);
        return;
    }
    let members = subscriber.as_object().into_iter().flatten();
    let plain = members.clone().filter(|(name, _)| *name != "capability");
    let capability = members.filter(|(name, _)| *name == "capability").filter_map(|(_, value)| value.as_object());
    let capability = capability.flatten().map(|(name, value)| (name.as_str(), cell(value)));
    pairs(plain.map(|(name, value)| (name.as_str(), cell(value))).chain(capability));
}
