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
use crate::store::embedded::{clear_unfinished, give_name, unfinished};

use super::super::{EXIT_CONFIG, fail};
use super::{Failure, Network, Service};

/// Has the service make a copy in its `folder`, and brings it to `file`, which must not be there. It is asked where `network` says, else at its
/// own socket.
pub(in crate::cli) fn bring(
    name: &str,
    socket: Option<PathBuf>,
    network: Network,
    folder: &Path,
    file: &Path,
) -> ExitCode {
    if file.exists() {
        return fail(&format_args!("{name}: {}: is there already", file.display()), 1);
    }
    let made = match crate::net::epoll::run(ask(socket, network)) {
        Ok(Ok(made)) => made,
        Ok(Err(Failure::Config(what))) => return fail(&format_args!("{name}: {what}"), EXIT_CONFIG),
        Ok(Err(Failure::Failed(what))) => return fail(&format_args!("{name}: {what}"), 1),
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

async fn ask(socket: Option<PathBuf>, network: Network) -> Result<PathBuf, Failure> {
    let client = match (network.client()?, socket) {
        (Some(client), _) => client,
        (None, Some(socket)) => Client::new("http://localhost")?.by_socket(&socket),
        (None, None) => {
            let what =
                "a service has the store open and is asked over the network: give --url, --ca, --certificate and --key";
            return Err(Failure::Failed(what.into()));
        }
    };
    let patience = Duration::from_secs(limits::BACKUP_WAIT_S);
    let client = client.with_answer_time(patience).with_answer_limit(limits::ADMIN_ANSWER_OCTETS);
    let mut service = Service { client, json: true };
    let made = service.send(Method::Post, "/v1/store/backup", &[], &Value::Null).await?;
    let file = made["file"].as_str().map(PathBuf::from);
    file.ok_or_else(|| Failure::Failed("the answer names no file".into()))
}

/// Moves a file, across file systems too; never over another one. It appears whole under its new name, or not at all.
fn take(from: &Path, to: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(from)?.is_file() {
        return Err(io::Error::other("the service made no file"));
    }
    match give_name(from, to) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => copy(from, to)?,
        named => named?,
    }
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()?;
    match fs::remove_file(from) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    clear_unfinished(to);
    let name = unfinished(to);
    let mut new = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&name)?;
    // Who clears up takes it for one that nobody makes any more unless it is held.
    let made = new.lock().and_then(|()| io::copy(&mut File::open(from)?, &mut new)).and_then(|_| new.sync_all());
    let named = made.and_then(|()| give_name(&name, to));
    let _ = fs::remove_file(&name);
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From memory to the disk: killed on the way it leaves no file under the name of a backup.
    #[test]
    fn a_backup_crosses_file_systems_whole() {
        let folder = std::env::temp_dir().join(format!("akeyd-take-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (from, to) = (Path::new("/dev/shm").join(format!("akeyd-take-{}", std::process::id())), folder.join("b"));
        let others = ["b.new-77", "b.new-x", "c.new-77"].map(|name| folder.join(name));
        others.iter().for_each(|file| fs::write(file, "x").unwrap());
        for _ in 0..2 {
            fs::write(&from, "backup").unwrap();
            let took = take(&from, &to);
            assert_eq!(fs::read(&to).unwrap(), b"backup");
            let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            assert!(names.len() == 3 && others[1].exists() && others[2].exists(), "{took:?}: {names:?}");
            // The second time it is there already, and the service's copy stays.
            assert_eq!(took.is_err(), from.exists(), "{took:?}");
        }
        assert!(from.exists());
        fs::remove_file(&from).unwrap();
        fs::remove_dir_all(&folder).unwrap();
    }
}
