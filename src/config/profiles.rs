//! Model profiles: the shipped ones, and those of a folder, one TOML file each.
//!
//! A file's name without `.toml` is the model's name, and it may name more; one of the folder goes before a shipped one. Every mistake has its file
//! and line. Called by `cli`.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{ConfigErrors, Problem};
use crate::dm::profile::{PolicyProfile, Profile};
use crate::limits;
use crate::words::{Dialect, Kind, Order, spelled};

const SHIPPED: [(&str, &str); 5] = [
    ("standard", include_str!("../dm/profiles/standard.toml")),
    ("libdmclient", include_str!("../dm/profiles/libdmclient.toml")),
    ("motorola", include_str!("../dm/profiles/motorola.toml")),
    ("hostap", include_str!("../dm/profiles/hostap.toml")),
    ("replace-get", include_str!("../dm/profiles/replace-get.toml")),
];

/// Profiles by model name.
pub type Profiles = HashMap<String, Arc<Profile>>;

/// The shipped profiles, and those of `folder`, if there is one.
///
/// # Errors
/// Every file that is no profile.
pub fn load(folder: Option<&Path>) -> Result<Profiles, ConfigErrors> {
    let mut found = named(folder)?;
    let mut wrong = Vec::new();
    let mut aliases = Profiles::new();
    for Named { name, origin, profile } in &found {
        for model in &profile.models {
            let taken =
                found.iter().any(|other| other.name == *model && other.origin == *origin && other.name != *name);
            if taken || aliases.insert(model.clone(), Arc::clone(profile)).is_some() {
                let file =
                    folder.filter(|_| *origin == Origin::Folder).map_or(name.into(), |folder| file_of(folder, name));
                wrong.push(problem(&file, None, format!("models: another profile serves {model} already")));
            }
        }
    }
    if !wrong.is_empty() {
        return Err(ConfigErrors(wrong));
    }
    // A profile of the folder goes before a shipped one; its own name goes before what another lists.
    found.sort_by_key(|named| named.origin == Origin::Folder);
    let own = found.into_iter().map(|named| (named.name, named.profile));
    Ok(aliases.into_iter().chain(own).collect())
}

/// A profile and where it is from.
pub struct Named {
    /// Its name: that of a model.
    pub name: String,
    /// Who made it.
    pub origin: Origin,
    /// The profile.
    pub profile: Arc<Profile>,
}

spelled! {
    /// Where a profile is from.
    Origin {
        /// This program.
        Shipped = "shipped",
        /// The operator's folder.
        Folder = "folder",
    }
}

/// The shipped profiles and those of `folder`, by name; of two with one name the folder's alone.
///
/// # Errors
/// Every file that is no profile.
pub fn named(folder: Option<&Path>) -> Result<Vec<Named>, ConfigErrors> {
    let mut found: BTreeMap<String, Named> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut keep = |name: &str, origin, read: Result<Profile, ConfigErrors>| match read {
        Ok(profile) => {
            let named = Named { name: name.to_owned(), origin, profile: Arc::new(profile) };
            found.insert(name.to_owned(), named);
        }
        Err(ConfigErrors(problems)) => wrong.extend(problems),
    };
    for (name, text) in SHIPPED {
        keep(name, Origin::Shipped, parse(text, Path::new(name)));
    }
    for path in folder.map(files).transpose()?.unwrap_or_default() {
        keep(&path.file_stem().unwrap_or_default().to_string_lossy(), Origin::Folder, read(&path));
    }
    if wrong.is_empty() { Ok(found.into_values().collect()) } else { Err(ConfigErrors(wrong)) }
}

/// Reads one file.
///
/// # Errors
/// All that is wrong with it.
pub fn read(path: &Path) -> Result<Profile, ConfigErrors> {
    match fs::read_to_string(path) {
        Ok(text) => parse(&text, path),
        Err(error) => Err(ConfigErrors(vec![problem(path, None, format!("cannot be read: {error}"))])),
    }
}

fn file_of(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.toml"))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, ConfigErrors> {
    let unreadable = |error| ConfigErrors(vec![problem(folder, None, format!("cannot be read: {error}"))]);
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    Ok(files)
}

fn parse(text: &str, file: &Path) -> Result<Profile, ConfigErrors> {
    match toml::from_str::<Profile>(text) {
        Ok(profile) => {
            let wrong: Vec<_> = judged(&profile)
                .into_iter()
                .map(|(key, what)| problem(file, line_of(text, key), format!("{key}: {what}")))
                .collect();
            if wrong.is_empty() { Ok(profile) } else { Err(ConfigErrors(wrong)) }
        }
        Err(error) => {
            let line = error.span().map(|span| line_at(text, span.start));
            Err(ConfigErrors(vec![problem(file, line, error.message().to_owned())]))
        }
    }
}

/// What the types cannot tell.
fn judged(profile: &Profile) -> Vec<(&'static str, String)> {
    let Profile { carrier, is683, .. } = profile;
    let mut wrong = Vec::new();
    for (key, uri) in [
        ("harmless_node", &profile.harmless_node),
        ("request_node", &carrier.request_node),
        ("response_node", &carrier.response_node),
        ("prefix", &profile.nodes.prefix),
    ] {
        if !is_node(uri) {
            wrong.push((key, "is not a node such as ./CDMA/OTASP/Req".to_owned()));
        }
    }
    for (key, text) in [("type", &carrier.type_), ("alert_type", &carrier.alert_type)] {
        if text.is_empty() || text.len() > limits::META_TEXT_OCTETS || text.chars().any(char::is_control) {
            wrong.push((key, format!("is not 1 to {} characters", limits::META_TEXT_OCTETS)));
        }
    }
    let sizes = limits::MESSAGE_LEAST_OCTETS..=limits::MESSAGE_MOST_OCTETS;
    if !sizes.contains(&profile.max_message) {
        wrong.push(("max_message", format!("is not {} to {} octets", sizes.start(), sizes.end())));
    }
    if is683.pipelining && !profile.can_pipeline() {
        wrong.push(("pipelining", "needs sequence = true and style = \"exec+results\"".to_owned()));
    }
    if profile.nodes.pipelining && !profile.can_join_nodes() {
        wrong.push(("pipelining", "needs sequence = true and a style other than exec+1226".to_owned()));
    }
    let PolicyProfile { dialect, order, kind, .. } = profile.policy;
    if dialect == Some(Dialect::Is683) && order == Some(Order::MsFirst) {
        wrong.push(("order", "`ms-first` is not possible in is683".to_owned()));
    }
    if dialect == Some(Dialect::Is683) && kind == Some(Kind::RootKey) {
        wrong.push(("kind", "`root_key` is not possible in is683".to_owned()));
    }
    if is683.preamble.iter().enumerate().any(|(at, step)| is683.preamble[..at].contains(step)) {
        wrong.push(("preamble", "names a step twice".to_owned()));
    }
    if profile.models.iter().any(|model| model.is_empty() || model.len() > limits::META_TEXT_OCTETS) {
        wrong.push(("models", format!("a model is not 1 to {} characters", limits::META_TEXT_OCTETS)));
    }
    wrong
}

fn is_node(uri: &str) -> bool {
    let segments = uri.strip_prefix("./").is_some_and(|path| path.split('/').all(|s| !s.is_empty() && s != ".."));
    segments && uri.len() <= limits::URI_OCTETS && !uri.chars().any(|c| c.is_whitespace() || c.is_control())
}

fn line_of(text: &str, key: &str) -> Option<usize> {
    let is_key =
        |line: &str| line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    let line = text.lines().position(is_key)?;
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
        for (name, style) in [
            ("libdmclient", Style::ExecAlert),
            ("motorola", Style::ExecResults),
            ("hostap", Style::ReplaceGet),
            ("replace-get", Style::ReplaceGet),
        ] {
            assert_eq!(shipped[name].carrier.style, style);
        }
        let names = |value: &toml::Table| -> Vec<String> { value.keys().cloned().collect() };
        let (said, all): (toml::Table, toml::Table) =
            (toml::from_str(SHIPPED[0].1).unwrap(), toml::Table::try_from(Profile::default()).unwrap());
        assert_eq!(names(&said), names(&all), "standard.toml shows every key");
        for section in ["carrier", "is683", "nodes", "policy"] {
            assert_eq!(names(said[section].as_table().unwrap()), names(all[section].as_table().unwrap()));
        }
    }

    #[test]
    fn a_folder_adds_replaces_and_is_judged_line_by_line() {
        let folder = std::env::temp_dir().join(format!("akeyd-profiles-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("A780.toml"), "[carrier]\nstyle = \"exec+results\"\n").unwrap();
        fs::write(folder.join("notes.txt"), "not a profile").unwrap();
        fs::write(folder.join("motorola.toml"), "models = [\"XT720\"]\nsequence = false\n").unwrap();
        let loaded = load(Some(&folder)).unwrap();
        let mut names: Vec<_> = loaded.keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["A780", "XT720", "hostap", "libdmclient", "motorola", "replace-get", "standard"]);
        assert!(!loaded["motorola"].sequence && Arc::ptr_eq(&loaded["motorola"], &loaded["XT720"]));
        fs::write(folder.join("twice.toml"), "models = [\"XT720\"]\n").unwrap();
        let said = load(Some(&folder)).unwrap_err().to_string();
        assert!(said.contains("twice.toml: models: another profile serves XT720 already"), "{said}");
        fs::remove_file(folder.join("twice.toml")).unwrap();

        fs::write(folder.join("bad.toml"), "[carrier]\n\nstyle = \"exec\"\n").unwrap();
        fs::write(folder.join("worse.toml"), "[nodes]\nprefix = \"CDMA//\"\n").unwrap();
        fs::write(folder.join("worst.toml"), "[carrier]\nnode = 1\n").unwrap();
        let eager =
            "max_message = 1\n[is683]\npipelining = true\npreamble = [\"otapa\", \"otapa\"]\n[carrier]\ntype = \"\"\n";
        fs::write(folder.join("eager.toml"), eager).unwrap();
        let said = load(Some(&folder)).unwrap_err().to_string();
        fs::remove_dir_all(&folder).unwrap();
        assert!(
            said.contains("bad.toml:3: `exec` is not one of exec+1226, exec+results, exec+get, replace+get"),
            "{said}"
        );
        assert!(said.contains("worse.toml:2: prefix: is not a node"), "{said}");
        assert!(said.contains("worst.toml:2: unknown field `node`, expected one of `style`"), "{said}");
        for wrong in [
            "eager.toml:1: max_message: is not 1024 to 1048576 octets",
            "eager.toml:3: pipelining: needs sequence = true",
            "eager.toml:4: preamble: names a step twice",
            "eager.toml:6: type: is not 1 to 1024 characters",
        ] {
            assert!(said.contains(wrong), "{wrong}\n{said}");
        }
        assert!(load(Some(Path::new("/nonexistent"))).is_err());
    }
}
