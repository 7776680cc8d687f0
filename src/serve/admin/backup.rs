//! `POST /v1/store/backup`: the store at one moment, as a new file in the service's own folder for backups.
//!
//! No caller says where on a disk the service writes: a name at most, and nothing is ever overwritten. Secrets in the copy stay sealed. Answered
//! when the copy is on the disk, which takes a minute for a million subscribers; one is made at a time. Called by [`super`].

use std::fmt::Display;
use std::fs::{self, DirBuilder};
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt;
use std::rc::Rc;

use serde::Serialize;
use tokio::sync::oneshot;

use crate::http::server::Response;
use crate::limits;
use crate::store::NotCopied;

use super::problem::Problem;
use super::{Admin, Call, json, moment};

/// A copy that was made.
#[derive(Serialize)]
struct View {
    /// Its path on the service's machine.
    file: String,
    octets: u64,
    /// The moment that it is of.
    made: String,
}

pub(super) async fn make(admin: &Rc<Admin>, call: Call) -> Result<Response, Problem> {
    let mut fields = call.fields_if_any()?;
    let name = fields.text("name")?;
    fields.end()?;
    call.query.end()?;
    let made = admin.now();
    let name = match name {
        Some(name) if is_plain(&name) => (*name).clone(),
        Some(_) => {
            let most = limits::BACKUP_NAME_OCTETS;
            let detail = format!(
                "is not 1 to {most} letters, digits, `.`, `_` and `-`, the first no `.` or `-`, and no `.new-` among them"
            );
            return Err(Problem::field("name", detail));
        }
        None => format!("akeyd-{}.redb", moment::written(made).replace(':', "")),
    };
    let none = || Problem::new(409, "no_file", "the store is in memory: there is nothing to copy");
    let folder = admin.settings.backups.as_deref().ok_or_else(none)?;
    if let Err(error) = DirBuilder::new().mode(0o700).create(folder)
        && error.kind() != ErrorKind::AlreadyExists
    {
        return Err(failed(&error));
    }
    // Whoever asks may have another working folder.
    let file = folder.join(&name);
    let file = std::path::absolute(&file).unwrap_or(file);
    let exists = || Problem::new(409, "exists", "there is a backup with this name").of("name");
    if file.symlink_metadata().is_ok() {
        return Err(exists());
    }
    // The command goes into the trail before there is a file, and what came to nothing behind it.
    admin.commit(vec![admin.audit(&call.caller, "store.backup", "store", name.clone())]).await?;
    let (answer, copied) = oneshot::channel();
    admin.around.store.copy(file.clone(), made, Box::new(move |result| drop(answer.send(result))));
    if let Err(why) = copied.await.map_err(|_| Problem::no_store())? {
        let problem = match why {
            NotCopied::None => none(),
            NotCopied::Busy => Problem::new(409, "under_way", "another backup is being made"),
            NotCopied::Exists => exists(),
            NotCopied::Full(what) => Problem::full(not_made(&what)),
            NotCopied::Failed(what) => failed(&what),
        };
        // Where not even this can be written the trail says that a backup was asked for, and not that there is none.
        let _ = admin.commit(vec![admin.audit(&call.caller, "store.backup_failed", "store", name)]).await;
        return Err(problem);
    }
    let octets = fs::metadata(&file).map_or(0, |about| about.len());
    let file = file.display().to_string();
    Ok(json(201, &View { file, octets, made: moment::written(made) }))
}

/// Whether a text is the name of a file and nothing else.
fn is_plain(name: &str) -> bool {
    let fits = (1..=limits::BACKUP_NAME_OCTETS).contains(&name.len());
    let good = |octet: u8| octet.is_ascii_alphanumeric() || matches!(octet, b'.' | b'_' | b'-');
    // What is being made has such a name until it is whole, and takes its place from whatever has it.
    fits && name.bytes().all(good) && !name.starts_with(['.', '-']) && !name.contains(".new-")
}

fn failed(what: &dyn Display) -> Problem {
    Problem::new(500, "failed", not_made(what))
}

fn not_made(what: &dyn Display) -> String {
    format!("the backup was not made: {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        for good in ["a", "nightly-2026.redb", "A_1", &"x".repeat(limits::BACKUP_NAME_OCTETS)] {
            assert!(is_plain(good), "{good}");
        }
        let long = "x".repeat(limits::BACKUP_NAME_OCTETS + 1);
        for bad in ["", ".", "..", "../a", "a/b", "/a", ".a", "-a", "a b", "ä", "a\0", "a.new-1", &long] {
            assert!(!is_plain(bad), "{bad}");
        }
    }
}
