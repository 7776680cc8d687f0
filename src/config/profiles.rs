//! Model profiles: the shipped ones, and those of a folder, one TOML file each.
//!
//! A file's name without `.toml` is the model's name; one of the folder goes before a shipped one. Every mistake has its file and line. Called by
//! `cli`.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::{ConfigErrors, Problem};
use crate::dm::profile::Profile;
use crate::limits;

const SHIPPED: [(&str, &str); 2] = [
    ("standard", include_str!("../dm/profiles/standard.toml")),
    ("exec-results", include_str!("../dm/profiles/exec-results.toml")),
];

/// Profiles by model name.
pub type Profiles = HashMap<String, Arc<Profile>>;

/// The shipped profiles, and those of `folder`, if there is one.
///
/// # Errors
/// Every file that is no profile.
pub fn load(folder: Option<&Path>) -> Result<Profiles, ConfigErrors> {
    let mut profiles = Profiles::new();
    let mut wrong = Vec::new();
    for (name, text) in SHIPPED {
        take(name, text, Path::new(name), &mut profiles, &mut wrong);
    }
    for path in folder.map(files).transpose()?.unwrap_or_default() {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        match fs::read_to_string(&path) {
            Ok(text) => take(&name, &text, &path, &mut profiles, &mut wrong),
            Err(error) => wrong.push(problem(&path, None, format!("cannot be read: {error}"))),
        }
    }
    if wrong.is_empty() { Ok(profiles) } else { Err(ConfigErrors(wrong)) }
}

fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>, ConfigErrors> {
    let unreadable = |error| ConfigErrors(vec![problem(folder, None, format!("cannot be read: {error}"))]);
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    Ok(files)
}

fn take(name: &str, text: &str, file: &Path, profiles: &mut Profiles, wrong: &mut Vec<Problem>) {
    match toml::from_str::<Profile>(text) {
        Ok(profile) => {
            let found = judged(&profile);
            wrong.extend(
                found.into_iter().map(|(key, what)| problem(file, line_of(text, key), format!("{key}: {what}"))),
            );
            profiles.insert(name.to_owned(), Arc::new(profile));
        }
        Err(error) => {
            let line = error.span().map(|span| line_at(text, span.start));
            wrong.push(problem(file, line, error.message().to_owned()));
        }
    }
}

/// What the types cannot tell: nodes are URIs of a management tree.
fn judged(profile: &Profile) -> Vec<(&'static str, &'static str)> {
    let nodes = [
        ("harmless_node", &profile.harmless_node),
        ("request_node", &profile.carrier.request_node),
        ("prefix", &profile.nodes.prefix),
    ];
    let bad = nodes.into_iter().filter(|(_, uri)| {
        let segments =
            uri.strip_prefix("./").is_some_and(|rest| !rest.is_empty() && rest.split('/').all(|s| !s.is_empty()));
        !segments || uri.len() > limits::URI_OCTETS || uri.chars().any(char::is_whitespace)
    });
    bad.map(|(key, _)| (key, "is not a node such as ./CDMA/OTASP/Req")).collect()
}

fn line_of(text: &str, key: &str) -> Option<usize> {
    let line = text.lines().position(|line| line.trim_start().starts_with(key))?;
    Some(line + 1)
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|&octet| octet == b'\n').count() + 1
}

fn problem(file: &Path, line: Option<usize>, message: String) -> Problem {
    Problem { file: file.into(), line, message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dm::profile::Style;

    #[test]
    fn the_shipped_standard_says_what_the_defaults_are() {
        let shipped = load(None).unwrap();
        assert_eq!(*shipped["standard"], Profile::default());
        assert_eq!(shipped["exec-results"].carrier.style, Style::ExecResults);
    }

    #[test]
    fn a_folder_adds_replaces_and_is_judged_line_by_line() {
        let folder = std::env::temp_dir().join(format!("akeyd-profiles-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("A780.toml"), "[carrier]\nstyle = \"exec+results\"\n").unwrap();
        fs::write(folder.join("notes.txt"), "not a profile").unwrap();
        assert_eq!(load(Some(&folder)).unwrap().len(), 3);

        fs::write(folder.join("bad.toml"), "[carrier]\n\nstyle = \"exec\"\n").unwrap();
        fs::write(folder.join("worse.toml"), "[nodes]\nprefix = \"CDMA//\"\n").unwrap();
        fs::write(folder.join("worst.toml"), "[carrier]\nnode = 1\n").unwrap();
        let said = load(Some(&folder)).unwrap_err().to_string();
        fs::remove_dir_all(&folder).unwrap();
        assert!(said.contains("bad.toml:3: `exec` is not one of exec+1226, exec+results"), "{said}");
        assert!(said.contains("worse.toml:2: prefix: is not a node"), "{said}");
        assert!(said.contains("worst.toml:2: unknown field"), "{said}");
        assert!(load(Some(Path::new("/nonexistent"))).is_err());
    }
}
