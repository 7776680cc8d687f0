//! What `akeyd store backup` does while the service runs: the service makes the copy, in its own folder; the command puts it where it is wanted.
//!
//! Called by [`crate::cli::store`].

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use serde_json::Value;

use crate::http::client::Client;
use crate::http::wire::Method;
use crate::limits;

use super::super::fail;
use super::{Failure, Service};

/// Has the service at this socket make a copy in its `folder`, and brings it to `file`, which must not be there.
pub(in crate::cli) fn bring(name: &str, socket: Option<PathBuf>, folder: &Path, file: &Path) -> ExitCode {
    let Some(socket) = socket else {
        let what = "a service has the store open, and is to be asked over the network: POST /v1/store/backup";
        return fail(&format_args!("{name}: {what}"), 1);
    };
    if file.exists() {
        return fail(&format_args!("{name}: {}: is there already", file.display()), 1);
    }
    let made = match crate::net::epoll::run(ask(&socket)) {
        Ok(Ok(made)) => made,
        Ok(Err(Failure::Config(what) | Failure::Failed(what))) => return fail(&format_args!("{name}: {what}"), 1),
        Ok(Err(Failure::Closed)) => return ExitCode::FAILURE,
        Err(error) => return fail(&format_args!("{name}: {error}"), 1),
    };
    // Whoever runs this may do more than the service: nothing is moved that is not in its folder, whatever it says.
    let made = folder.join(made.file_name().unwrap_or_default());
    match take(&made, file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let made = made.display();
            fail(&format_args!("{name}: {}: {error}; the copy that the service made is {made}", file.display()), 1)
        }
    }
}

async fn ask(socket: &Path) -> Result<PathBuf, Failure> {
    let client = Client::new("http://localhost")?.by_socket(socket);
    let patience = Duration::from_secs(limits::BACKUP_WAIT_S);
    let client = client.with_answer_time(patience).with_answer_limit(limits::ADMIN_ANSWER_OCTETS);
    let mut service = Service { client, json: true };
    let made = service.send(Method::Post, "/v1/store/backup", &[], &Value::Null).await?;
    let file = made["file"].as_str().map(PathBuf::from);
    file.ok_or_else(|| Failure::Failed("the answer names no file".into()))
}

/// Moves a file, across file systems too; never over another one.
fn take(from: &Path, to: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(from)?.is_file() {
        return Err(io::Error::other("the service made no file"));
    }
    match fs::hard_link(from, to) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            let mut new = OpenOptions::new().write(true).create_new(true).mode(0o600).open(to)?;
            let copied = io::copy(&mut File::open(from)?, &mut new).and_then(|_| new.sync_all());
            copied.inspect_err(|_| drop(fs::remove_file(to)))?;
        }
        linked => linked?,
    }
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()?;
    fs::remove_file(from)
}
