//! From text to types, with every mistake that can be found at once.
//!
//! Each section is read on its own; a key that is wrong is noted and left out, and the rest read again, so that one slip
//! does not hide the next. Knows the place of everything, so that the rules in [`check`] need not. Called by
//! [`Config::parse`] only.

use std::borrow::Cow;
use std::env;
use std::fmt::Display;
use std::net::SocketAddr;
use std::path::{self, Path, PathBuf};
use std::str::FromStr;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error};
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::admin::AdminKeys;
use super::check::{self, GroupKeys, Verdict};
use super::{Config, ConfigErrors, Policy, Problem, ProfilesFolder, StorePlace, Subscribers, Tls};
use crate::limits;
use crate::net::listener::Place;
use crate::net::tls::files::Files;
use crate::syncml::auth::AuthType;

/// Reads an address with its port.
pub(super) fn address<'de, D: Deserializer<'de>>(from: D) -> Result<SocketAddr, D::Error> {
    let text = Cow::<str>::deserialize(from)?;
    text.parse()
        .map_err(|_| D::Error::custom(format!("`{text}` is not ADDRESS:PORT, such as 127.0.0.1:8080 or [::]:8080")))
}

/// Reads an address with its port, a Unix socket, or `none`.
pub(super) fn place_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Place>, D::Error> {
    let text = Cow::<str>::deserialize(from)?;
    match (text.as_ref(), text.strip_prefix("unix:")) {
        ("none", _) => Ok(None),
        (_, Some(path)) if path.starts_with('/') => Ok(Some(Place::Local(path.into()))),
        _ => text.parse().map(|address| Some(Place::Internet(address))).map_err(|_| {
            D::Error::custom(format!(
                "`{text}` is not ADDRESS:PORT, such as 127.0.0.1:8080 or [::]:8080, nor unix:/PATH, nor none"
            ))
        }),
    }
}

/// Reads a list of values by their spelling.
pub(super) fn words<'de, D, T>(from: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    let texts = Vec::<Cow<'_, str>>::deserialize(from)?;
    texts.iter().map(|text| text.parse().map_err(D::Error::custom)).collect()
}

/// Reads a value by its one spelling.
pub(super) fn word<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    Cow::<str>::deserialize(from)?.parse().map_err(D::Error::custom)
}

/// Reads a scheme of credentials that accounts can have.
pub(super) fn scheme<'de, D: Deserializer<'de>>(from: D) -> Result<AuthType, D::Error> {
    match Cow::<str>::deserialize(from)?.as_ref() {
        "basic" => Ok(AuthType::Basic),
        "md5" => Ok(AuthType::Md5),
        "mac" => Ok(AuthType::Mac),
        other => Err(D::Error::custom(format!("`{other}` is not one of basic, md5, mac"))),
    }
}

/// Reads a value by its one spelling, or `auto`.
pub(super) fn word_or_auto<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    match Cow::<str>::deserialize(from)?.as_ref() {
        "auto" => Ok(None),
        text => text.parse().map(Some).map_err(|error: T::Err| D::Error::custom(format!("{error}, auto"))),
    }
}

/// `[subscribers]` as it stands in the file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SubscribersKeys {
    file: Option<PathBuf>,
}

impl SubscribersKeys {
    fn resolve(self, config: &Path) -> Subscribers {
        match self.file {
            Some(file) => Subscribers { file: beside(&file, config), named: true },
            None => Subscribers { file: credential(Path::new("subscribers.csv"), config), named: false },
        }
    }
}

/// `[store]` as it stands in the file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct StoreKeys {
    path: Option<PathBuf>,
    key: Option<PathBuf>,
    old_keys: Vec<PathBuf>,
    cache_mib: Option<usize>,
    keep_exchanges: Option<u32>,
    keep_deliveries: Option<u32>,
    keep_audit: u32,
    must_exist: bool,
}

impl StoreKeys {
    fn resolve(self, config: &Path) -> StorePlace {
        StorePlace {
            path: match self.path {
                None => Some(state_folder(config).join(STORE)),
                Some(none) if none == Path::new("none") => None,
                Some(path) => Some(beside(&path, config)),
            },
            key: match self.key {
                Some(key) => beside(&key, config),
                None => credential(Path::new("store.key"), config),
            },
            old_keys: self.old_keys.iter().map(|key| beside(key, config)).collect(),
            cache_mib: self.cache_mib.unwrap_or(limits::STORE_CACHE_DEFAULT_MIB),
            keep_exchanges: self.keep_exchanges.unwrap_or(limits::KEEP_EXCHANGES_DEFAULT_DAYS),
            keep_deliveries: self.keep_deliveries.unwrap_or(limits::KEEP_DELIVERIES_DEFAULT_DAYS),
            keep_audit: self.keep_audit,
            must_exist: self.must_exist,
        }
    }
}

/// The file name of the store.
const STORE: &str = "akeyd.redb";

/// Where what outlives the process is kept: systemd's state directory, also for commands beside the unit, else beside the configuration file.
pub(super) fn state_folder(config: &Path) -> PathBuf {
    let here = config.parent().unwrap_or(Path::new(""));
    let is_there = |folder: &Path| folder.join(STORE).exists();
    match unit_folder("STATE_DIRECTORY", "var/lib/akeyd", config) {
        Some((folder, told)) if told || is_there(&folder) || !is_there(here) => folder,
        _ => here.into(),
    }
}

/// A folder that systemd makes for the unit, and whether it has told us. It tells the service alone; but from /etc/akeyd/akeyd.toml everybody knows
/// it where it is there, so that `akeyd store` works on the store that the service has, and not on another one beside the configuration.
pub(super) fn unit_folder(variable: &str, beneath: &str, config: &Path) -> Option<(PathBuf, bool)> {
    if let Ok(folders) = env::var(variable) {
        // systemd.exec(5): more than one stand with colons between.
        return folders.split(':').next().map(|folder| (folder.into(), true));
    }
    let config = path::absolute(config).ok()?;
    let folder = config.parent().filter(|folder| folder.ends_with("etc/akeyd"))?;
    let folder = folder.ancestors().nth(2)?.join(beneath);
    // With DynamicUser= it is a link to where root alone looks.
    folder.symlink_metadata().is_ok().then_some((folder, false))
}

/// A file whose relative path starts at the folder of the configuration file.
pub(super) fn beside(file: &Path, config: &Path) -> PathBuf {
    config.parent().unwrap_or(Path::new("")).join(file)
}

/// A secret file: among systemd's credentials if the unit loads it, else beside the configuration file.
pub(super) fn credential(file: &Path, config: &Path) -> PathBuf {
    env::var_os("CREDENTIALS_DIRECTORY")
        .map(|folder| Path::new(&folder).join(file))
        .filter(|file| file.exists())
        .unwrap_or_else(|| beside(file, config))
}

/// `[profiles]` as it stands in the file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ProfilesKeys {
    dir: Option<PathBuf>,
}

impl ProfilesKeys {
    fn resolve(self, config: &Path) -> ProfilesFolder {
        ProfilesFolder { dir: self.dir.map(|dir| beside(&dir, config)) }
    }
}

/// `[tls]` as it stands in the file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct TlsKeys {
    #[serde(deserialize_with = "place_or_none")]
    pub(super) listen: Option<Place>,
    pub(super) certificate: Option<PathBuf>,
    pub(super) key: Option<PathBuf>,
    pub(super) client_ca: Option<PathBuf>,
    pub(super) client_auth: Option<ClientAuth>,
    min_version: TlsVersion,
}

/// What of clients' certificates.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum ClientAuth {
    None,
    Optional,
    Required,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
enum TlsVersion {
    #[default]
    #[serde(rename = "1.2")]
    V12,
    #[serde(rename = "1.3")]
    V13,
}

impl TlsKeys {
    fn resolve(&self, config: &Path) -> Tls {
        let beside = |file: &PathBuf| config.parent().unwrap_or(Path::new("")).join(file);
        let asked = self.client_auth != Some(ClientAuth::None);
        let files = self.certificate.as_ref().zip(self.key.as_ref()).map(|(certificate, key)| Files {
            certificate: beside(certificate),
            key: beside(key),
            client_ca: self.client_ca.as_ref().filter(|_| asked).map(beside),
            client_required: self.client_auth != Some(ClientAuth::Optional),
            tls_1_2: self.min_version == TlsVersion::V12,
        });
        Tls { listen: self.listen.clone(), files }
    }
}

pub(super) fn parse(text: &str, file: &Path) -> Result<(Config, Vec<Problem>), ConfigErrors> {
    let mut document = Document::parse(text);
    let http = document.section("http");
    let tls_keys = document.section::<TlsKeys>("tls");
    let limits = document.section("limits");
    let status = document.section("status");
    let store = document.section::<StoreKeys>("store").resolve(file);
    let admin_keys = document.section::<AdminKeys>("admin");
    let subscribers = document.section::<SubscribersKeys>("subscribers").resolve(file);
    let group_keys = document.section::<GroupKeys>("group");
    let relay = document.section("relay");
    let policy: Policy = document.section("policy");
    let north = document.section("north");
    let outcomes = document.section("outcomes");
    let dm = document.section("dm");
    let keys = document.section("keys");
    let profiles = document.section::<ProfilesKeys>("profiles").resolve(file);
    let wake = document.section("wake");
    let net = document.section("net");
    let compute = document.section("compute");
    let log = document.section("log");
    document.refuse_other_sections();
    // Rules are for values that the operator meant: not for what stands in for a wrong one.
    document.fail_if_wrong(file)?;

    let (group, mut findings) = check::group(&group_keys, policy.min_p_bits, file);
    let tls = tls_keys.resolve(file);
    findings.extend(admin_keys.rules());
    let config = Config {
        http,
        tls,
        limits,
        status,
        store,
        admin: admin_keys.resolve(file),
        subscribers,
        group,
        relay,
        policy,
        north,
        outcomes,
        dm,
        keys,
        profiles,
        wake,
        net,
        compute,
        log,
    };
    findings.extend(check::tls(&tls_keys));
    findings.extend(check::rules(&config));
    let (wrong, doubtful): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| finding.verdict == Verdict::Wrong);
    for finding in wrong {
        document.note(document.place(&finding.key), format!("{}: {}", finding.key, finding.message));
    }
    document.fail_if_wrong(file)?;
    let warnings = doubtful
        .into_iter()
        .map(|finding| Problem {
            file: file.into(),
            line: document.place(&finding.key).map(|offset| document.line(offset)),
            message: format!("{}: {}", finding.key, finding.message),
        })
        .collect();
    Ok((config, warnings))
}

/// A parsed file, what has not been read of it yet, and what was found wrong.
struct Document<'t> {
    text: &'t str,
    root: DeTable<'t>,
    unread: DeTable<'t>,
    sections: Vec<&'static str>,
    wrong: Vec<(Option<usize>, String)>,
}

impl<'t> Document<'t> {
    fn parse(text: &'t str) -> Self {
        let (root, errors) = DeTable::parse_recoverable(text);
        let root = root.into_inner();
        let mut document = Self { text, unread: root.clone(), root, sections: Vec::new(), wrong: Vec::new() };
        for error in errors {
            document.note(error.span().map(|span| span.start), error.message().to_owned());
        }
        if !document.wrong.is_empty() {
            // What the parser made of the rest would only confuse.
            document.unread.clear();
        }
        document
    }

    /// Reads the section `name`; its defaults where it is missing or wrong.
    fn section<T: DeserializeOwned + Default>(&mut self, name: &'static str) -> T {
        self.sections.push(name);
        let Some((header, mut value)) = self.unread.remove_entry(name) else { return T::default() };
        loop {
            let error = match T::deserialize(ValueDeserializer::from(value.clone())) {
                Ok(section) => return section,
                Err(error) => error,
            };
            let offset = error.span().unwrap_or(header.span()).start;
            let DeValue::Table(keys) = value.get_mut() else {
                self.note(Some(offset), format!("{name}: is not a section, write [{name}]"));
                return T::default();
            };
            let wrong = keys.iter().find(|(key, value)| key.span().contains(&offset) || holds(value, offset));
            let Some(key) = wrong.map(|(key, _)| key.get_ref().clone()) else {
                self.note(Some(offset), format!("{name}: {}", error.message()));
                return T::default();
            };
            self.note(Some(offset), format!("{name}.{key}: {}", error.message()));
            keys.remove(key.as_ref());
        }
    }

    fn refuse_other_sections(&mut self) {
        let known = self.sections.join("], [");
        for (key, _) in std::mem::take(&mut self.unread) {
            self.note(Some(key.span().start), format!("{}: is none of the sections [{known}]", key.get_ref()));
        }
    }

    /// Where `section.key` begins, or its section where the key is not given.
    fn place(&self, key: &str) -> Option<usize> {
        let mut table = &self.root;
        let mut place = None;
        for part in key.split('.') {
            let Some((key, value)) = table.get_key_value(part) else { break };
            place = Some(key.span().start);
            let DeValue::Table(inner) = value.get_ref() else { break };
            table = inner;
        }
        place
    }

    fn line(&self, offset: usize) -> usize {
        1 + self.text.bytes().take(offset).filter(|&octet| octet == b'\n').count()
    }

    fn note(&mut self, offset: Option<usize>, message: String) {
        self.wrong.push((offset.map(|offset| self.line(offset)), message));
    }

    fn fail_if_wrong(&mut self, file: &Path) -> Result<(), ConfigErrors> {
        if self.wrong.is_empty() {
            return Ok(());
        }
        let mut wrong = std::mem::take(&mut self.wrong);
        wrong.sort_by_key(|(line, _)| *line);
        let problem = |(line, message)| Problem { file: file.into(), line, message };
        Err(ConfigErrors(wrong.into_iter().map(problem).collect()))
    }
}

/// Whether an octet of the file belongs to `value`. The span of a table may be that of its header alone.
fn holds(value: &Spanned<DeValue<'_>>, offset: usize) -> bool {
    value.span().contains(&offset)
        || value
            .get_ref()
            .as_table()
            .is_some_and(|table| table.iter().any(|(key, value)| key.span().contains(&offset) || holds(value, offset)))
}
