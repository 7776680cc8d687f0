//! The store as commands and `akeyd serve` open it: from `[store]` of a configuration to a place that keeps records.
//!
//! Called by [`super::main`] and [`super::service`].

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, Subcommand};

use crate::config::{Config, ConfigErrors, Problem, StorePlace};
use crate::desk::record::{AuditEvent, Change, OURSELVES, Subscriber};
use crate::metrics::Metrics;
use crate::net::listener::Place;
use crate::serve::Past;
use crate::serve::admin::moment;
use crate::store::Store;
use crate::store::embedded::replace::{self, Recovered, Restored};
use crate::store::embedded::{self, EXIT_IO, EmbeddedStore, ImportError, Imported, OpenError, Opened, check, keep};
use crate::store::memory::MemoryStore;
use crate::store::seal::{self, KeyError, MasterKey};
use crate::words::Time;

use super::out::say;
use super::{EXIT_CONFIG, end, fail};

/// What can be done with a store as a whole.
#[derive(Subcommand)]
pub(super) enum Command {
    /// Copy the store at one moment into a new file; a running service is asked to make the copy
    Backup {
        /// The new file
        file: PathBuf,
        #[command(flatten)]
        of: Of,
        #[command(flatten)]
        network: Box<super::operator::Network>,
    },
    /// Put a backup in the place of the store; the service must not run. What was there is kept beside it
    Restore {
        /// The backup
        file: PathBuf,
        #[command(flatten)]
        of: Of,
        /// Make a store where there is none, instead of refusing
        #[arg(long)]
        new: bool,
    },
    /// Let a store go on whose log is damaged or gone, without what was committed last; the service must not run. What was there is kept beside it
    ///
    /// Prints the devices whose last exchange is among what is missing, as far as that can be told, a name a line: `akeyd campaign create
    /// NAME --file -` takes them.
    Recover {
        #[command(flatten)]
        of: Of,
    },
    /// Read everything in the store and say what is wrong; the service must not run
    Check {
        #[command(flatten)]
        of: Of,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Make the file as small as it can be; the service must not run
    Compact {
        #[command(flatten)]
        of: Of,
    },
}

/// Whose store.
#[derive(Args)]
pub(super) struct Of {
    /// Configuration file of the service
    #[arg(long, value_name = "FILE", default_value = "/etc/akeyd/akeyd.toml")]
    config: PathBuf,
}

#[derive(Args)]
pub(super) struct ZeroizeArgs {
    #[command(flatten)]
    of: Of,
    /// Do it: every key in the store, the store's own key and the subscribers file are gone for ever
    #[arg(long)]
    yes: bool,
}

impl Of {
    /// Where operators come in to the service that has the store open.
    fn socket(&self) -> Option<PathBuf> {
        let (config, _) = Config::load(&self.config).ok()?;
        match config.admin.listen? {
            Place::Local(socket) => Some(socket),
            Place::Internet(_) => None,
        }
    }

    /// The store of the configuration, and its path.
    fn place(&self, command: &str) -> Result<(StorePlace, PathBuf), ExitCode> {
        let (config, _) = Config::load(&self.config).map_err(|errors| fail(&errors, EXIT_CONFIG))?;
        let none = || fail(&format_args!("{command}: store.path is none: there is no file"), EXIT_CONFIG);
        let path = config.store.path.clone().ok_or_else(none)?;
        Ok((config.store, path))
    }
}

/// `akeyd keygen`.
pub(super) fn keygen(file: &Path) -> ExitCode {
    if file == Path::new("-") {
        // Elsewhere `-` is standard input, so whoever says it here means standard output, where a key would be seen.
        return fail(&"akeyd keygen: -: a key goes to a file alone; for a file of that name say ./-", 2);
    }
    let made = MasterKey::draw().map_err(io::Error::other).and_then(|key| key.write_new(file));
    end("akeyd keygen", made.map_err(|error| format!("{}: {error}", file.display())))
}

/// `akeyd store …`.
pub(super) fn run(command: Command) -> ExitCode {
    let (name, of) = match &command {
        Command::Backup { of, .. } => ("akeyd store backup", of),
        Command::Restore { of, .. } => ("akeyd store restore", of),
        Command::Recover { of } => ("akeyd store recover", of),
        Command::Check { of, .. } => ("akeyd store check", of),
        Command::Compact { of } => ("akeyd store compact", of),
    };
    let (place, path) = match of.place(name) {
        Ok(place) => place,
        Err(code) => return code,
    };
    let done = match command {
        Command::Backup { ref file, ref of, network } => match keep::backup_file(&path, file, now()) {
            Err(OpenError::Taken(_)) => {
                let folder = path.with_file_name(embedded::BACKUPS);
                return super::operator::backup::bring(name, of.socket(), *network, &folder, file);
            }
            done => done,
        },
        // Where the configuration leads elsewhere than the service's, a backup would be brought back where nobody looks.
        Command::Restore { new: false, .. } if !path.exists() => {
            let what = "there is no store to replace: is this the service's configuration? --new makes one";
            return fail(&format_args!("{name}: {}: {what}", path.display()), 1);
        }
        Command::Restore { file, .. } => return restore(name, &place, &file, &path),
        Command::Recover { .. } => return recover(name, &path),
        Command::Check { json, .. } => return check(name, &place, json),
        Command::Compact { .. } => keep::compact(&path).map(|(before, after)| {
            eprintln!("{name}: from {before} to {after} octets");
        }),
    };
    end(name, done)
}

/// `akeyd store restore`.
fn restore(name: &str, place: &StorePlace, file: &Path, path: &Path) -> ExitCode {
    let keys = settings(place).map(|settings| settings.map(|settings| (settings.key, settings.old_keys)));
    let keys = keys.unwrap_or_else(|errors| {
        eprintln!("{name}: whether the store's key opens the backup will show at the next start, for it is not at hand here: {errors}");
        None
    });
    let Restored { before, report } = match replace::restore(file, path, now(), keys) {
        Ok(restored) => restored,
        Err(error) => return fail(&format_args!("{name}: {error}"), 1),
    };
    if let Some(before) = before {
        eprintln!("{name}: what was there is {} now", before.display());
    }
    if let Some(report) = report.filter(|report| !report.faults.is_empty()) {
        let wrong = report.faults.len() as u64 + report.untold;
        eprintln!("{name}: {wrong} things in the backup are not as they should be: `akeyd store check` tells them");
    }
    ExitCode::SUCCESS
}

/// `akeyd store recover`.
fn recover(name: &str, path: &Path) -> ExitCode {
    let Recovered { before, records, until, written, lost } = match replace::recover(path, now()) {
        Ok(Some(recovered)) => recovered,
        Ok(None) => {
            eprintln!("{name}: nothing is missing: start the service. Nothing was changed");
            return ExitCode::SUCCESS;
        }
        Err(error) => return fail(&format_args!("{name}: {error}"), 1),
    };
    let devices: BTreeSet<_> = lost.values().map(|(device, _)| device).collect();
    eprintln!(
        "{name}: what was there is {} now. The store goes on with {records} records of its log, the last of {}; {}",
        before.display(),
        moment::written(until),
        match written {
            Some(at) if at > until => format!("what was committed from then to {} is missing", moment::written(at)),
            _ => "what was committed after that is missing".to_owned(),
        },
    );
    eprintln!(
        "{name}: the next start challenges every handset anew, holds deliveries, and has each exchange with a key in doubt until its handset comes. \
         It knows nothing of exchanges that began in what is missing: their handset, and the authentication centre, may have a key that is \
         not here. {}. A new exchange gives both a new key: `akeyd campaign create NAME --file FILE` with these devices, and with those whose \
         keys the centre was told in that time",
        if devices.is_empty() {
            "None of them can be told".to_owned()
        } else {
            format!("{} devices that it tells of are on standard output", devices.len())
        }
    );
    for (id, (device, state)) in &lost {
        eprintln!("{name}: {device}: exchange {id} was {state}");
    }
    let _ = devices.into_iter().all(say);
    ExitCode::SUCCESS
}

/// `akeyd store check`: 0 when all is well, 1 when something is wrong in the file.
fn check(name: &str, place: &StorePlace, as_json: bool) -> ExitCode {
    let settings = match settings(place) {
        Ok(Some(settings)) => settings,
        Ok(None) => return ExitCode::SUCCESS,
        Err(errors) => return fail(&errors, EXIT_CONFIG),
    };
    let report = match check::check(&settings.path, settings.key, settings.old_keys) {
        Ok(report) => report,
        Err(error) => return fail(&format_args!("{name}: {error}"), 1),
    };
    if as_json {
        let counts: serde_json::Map<_, _> =
            report.counts.iter().map(|(kind, count)| ((*kind).into(), (*count).into())).collect();
        say(serde_json::json!({ "counts": counts, "faults": report.faults, "untold": report.untold }));
    } else {
        let _ = report.counts.iter().all(|(kind, count)| say(format_args!("{kind:<12} {count:>12}")));
    }
    report.faults.iter().for_each(|fault| eprintln!("{name}: {fault}"));
    if report.untold > 0 {
        eprintln!("{name}: and {} more", report.untold);
    }
    if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// `akeyd zeroize`.
pub(super) fn zeroize(args: &ZeroizeArgs) -> ExitCode {
    let name = "akeyd zeroize";
    let config = match Config::load(&args.of.config) {
        Ok((config, _)) => config,
        Err(errors) => return fail(&errors, EXIT_CONFIG),
    };
    let Some(path) = &config.store.path else {
        return fail(&format_args!("{name}: store.path is none: there is no file"), EXIT_CONFIG);
    };
    let doomed = Doomed::of(&config, &args.of.config);
    if !args.yes {
        let files: Vec<_> = doomed.files().map(|file| file.display().to_string()).collect();
        let files = files.join(", ");
        let what = format!(
            "destroys every key and all subscribers' secrets in {}, and the files {files}, as far as they are there, for ever: say --yes",
            path.display()
        );
        return fail(&format_args!("{name}: {what}"), 2);
    }
    let event = AuditEvent {
        at: now(),
        actor: OURSELVES.into(),
        action: "store.zeroize".into(),
        subject: "store".into(),
        detail: String::new(),
    };
    // Who has it open would go on sealing under a key that is nowhere any more.
    let held = match keep::hold(path) {
        Ok(held) => held,
        Err(error) => return fail(&format_args!("{name}: {error}. Nothing was destroyed"), 1),
    };
    // The keys first: without them what is sealed is noise, whatever happens next.
    let mut done = doomed.destroy(name);
    match held.zeroize(&event) {
        Ok(()) => eprintln!(
            "{name}: {}: no key is in it any more; the old file was overwritten. What a disk keeps of old octets behind our back (worn \
             blocks, snapshots, backups) is sealed under the destroyed key; a copy of that key elsewhere must be destroyed too",
            path.display()
        ),
        Err(error) => {
            eprintln!(
                "{name}: {error}. It stays as it is: what was sealed in it opens under no key that was destroyed"
            );
            done = false;
        }
    }
    for (north, key) in config.north.iter().filter_map(|(name, peer)| Some((name, peer.transport_key.as_ref()?))) {
        eprintln!(
            "{name}: the transport key {} of [north.{north}] stays: it is the authentication centre's as well, and opens keys that were sent \
             there. Destroy it on both sides",
            key.display()
        );
    }
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Files that go with the keys in the store.
struct Doomed {
    /// Those that the store's keys may stand in.
    keys: Vec<PathBuf>,
    /// It holds passwords, and would be taken over at the next start.
    subscribers: PathBuf,
}

impl Doomed {
    fn of(config: &Config, file: &Path) -> Self {
        // What systemd shows of a credential goes with the command; it came from the file of that name beside the configuration.
        let credentials = std::env::var_os("CREDENTIALS_DIRECTORY");
        let source = |shown: &PathBuf| match (&credentials, shown.file_name()) {
            (Some(folder), Some(name)) if shown.starts_with(folder) => file.with_file_name(name),
            _ => shown.clone(),
        };
        let keys = std::iter::once(&config.store.key).chain(&config.store.old_keys);
        Self {
            keys: keys.map(source).flat_map(|key| [encrypted(&key), key]).collect(),
            subscribers: source(&config.subscribers.file),
        }
    }

    fn files(&self) -> impl Iterator<Item = &PathBuf> {
        self.keys.iter().chain([&self.subscribers])
    }

    /// Overwrites and removes what there is. Returns whether nothing stays, and a key was among it.
    fn destroy(&self, name: &str) -> bool {
        let gone = |file: &PathBuf| match seal::destroy(file) {
            Ok(()) => {
                eprintln!("{name}: {}: overwritten and removed", file.display());
                Some(true)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Some(false),
            Err(error) => {
                eprintln!("{name}: {}: NOT destroyed: {error}", file.display());
                None
            }
        };
        let keys: Vec<_> = self.keys.iter().map(gone).collect();
        let subscribers = gone(&self.subscribers);
        let key = keys.contains(&Some(true));
        if !key {
            let looked: Vec<_> = self.keys.iter().map(|file| file.display().to_string()).collect();
            eprintln!("{name}: the store's key was NOT destroyed: it is in none of {}", looked.join(", "));
        }
        key && !keys.contains(&None) && subscribers.is_some()
    }
}

/// Where the shipped unit has a key as an encrypted credential.
fn encrypted(key: &Path) -> PathBuf {
    let mut name = key.as_os_str().to_owned();
    name.push(".cred");
    name.into()
}

fn now() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

/// How the store is opened, its keys read; `None`: it is in memory.
pub(super) fn settings(place: &StorePlace) -> Result<Option<embedded::Settings>, ConfigErrors> {
    let Some(path) = place.path.clone() else { return Ok(None) };
    let read = |file: &PathBuf| {
        MasterKey::read(file).map_err(|error| {
            let message = match error {
                KeyError::File(error) if error.kind() == io::ErrorKind::NotFound => {
                    let encrypted = encrypted(file);
                    if encrypted.exists() {
                        format!(
                            "the key of the store is not there, but {} is: `systemd-run --pty --property LoadCredentialEncrypted=store.key:{} \
                             akeyd …` decrypts it for a command",
                            encrypted.display(),
                            encrypted.display()
                        )
                    } else {
                        "the key of the store is not there: `akeyd keygen` makes one".into()
                    }
                }
                error => format!("the key of the store: {error}"),
            };
            ConfigErrors(vec![Problem { file: file.clone(), line: None, message }])
        })
    };
    let old_keys = place.old_keys.iter().map(read).collect::<Result<_, _>>()?;
    Ok(Some(embedded::Settings {
        path,
        key: read(&place.key)?,
        old_keys,
        cache_mib: place.cache_mib,
        must_exist: place.must_exist,
    }))
}

/// Why the service has no store.
#[derive(Debug, thiserror::Error)]
pub(super) enum NoStore {
    #[error("store: {0}")]
    Open(#[from] OpenError),
    #[error("store: subscribers: {0}")]
    Import(#[from] ImportError),
}

impl NoStore {
    /// 78 where the configuration is to be changed, 74 where the disk or the file is to be looked at.
    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Self::Open(
                OpenError::Key(..) | OpenError::Newer { .. } | OpenError::Missing(_) | OpenError::Strayed(..),
            ) => EXIT_CONFIG,
            Self::Open(OpenError::Taken(_)) => 1,
            Self::Open(
                OpenError::Damaged(..)
                | OpenError::Lost(..)
                | OpenError::System(..)
                | OpenError::NotUpgraded { .. }
                | OpenError::Older(_),
            )
            | Self::Import(_) => EXIT_IO,
        }
    }
}

/// The place that keeps the service's records.
pub(super) struct Kept {
    store: Arc<dyn Store>,
    file: Option<Arc<EmbeddedStore>>,
    /// When the backup was made that was brought back, where nobody has gone on from it yet.
    restored: Option<Time>,
    past: Past,
    /// How many subscribers it has.
    pub(super) subscribers: u64,
}

impl Kept {
    /// Opens it, and takes over subscribers of a file that are not there.
    pub(super) fn open(
        settings: Option<embedded::Settings>,
        subscribers: Vec<Subscriber>,
        file: &Path,
    ) -> Result<Self, NoStore> {
        let Some(settings) = settings else {
            let count = subscribers.len() as u64;
            return Ok(Self {
                store: Arc::new(MemoryStore::new(subscribers)),
                file: None,
                restored: None,
                past: Past::Own,
                subscribers: count,
            });
        };
        let Opened { store, restored, of_backup } = EmbeddedStore::open(settings)?;
        let past = match (restored, of_backup) {
            (Some(_), _) => Past::Backup,
            (None, Some(until)) => Past::BackupUntil(until),
            (None, None) => Past::Own,
        };
        if let Some(at) = restored {
            tracing::warn!(
                backup_ms = at.0,
                "the store was restored from a backup, or recovered without the end of its log: what happened since then is not in it; exchanges with a key are in doubt, \
                 deliveries are held, and every handset is challenged anew"
            );
        }
        let Imported { written, deleted } = store.import(subscribers, |count, first, last| AuditEvent {
            at: now(),
            actor: OURSELVES.into(),
            action: "subscriber.import".into(),
            subject: format!("{count} subscribers"),
            detail: format!("taken over from {}, {first} to {last}: {count} created", file.display()),
        })?;
        if written > 0 {
            tracing::info!(new = written, file = %file.display(), "subscribers were taken over from the file");
        }
        if deleted > 0 {
            tracing::info!(
                deleted,
                "subscribers of the file were deleted here, and stay so: `akeyd subscriber import` brings them back"
            );
        }
        let subscribers = store.subscribers().map_err(ImportError::from)?;
        store.look_for_shared_names();
        let file = Arc::new(store);
        let store = Arc::clone(&file) as Arc<dyn Store>;
        #[cfg(feature = "wrong-answers")]
        let store = crate::store::liar::or_honest(store);
        Ok(Self { store, file: Some(file), restored, past, subscribers })
    }

    pub(super) fn store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.store)
    }

    /// Whose past it tells.
    pub(super) fn past(&self) -> Past {
        self.past
    }

    /// The service goes on from a backup that was brought back, and whose latest moment is `until`: once all that it has done with it at its start is
    /// durable, the next one only has to know which records came with it.
    pub(super) fn gone_on_from_backup(&self, until: Time, now: Time) {
        let (Some(backup), Some(file)) = (self.restored, &self.file) else { return };
        let event = AuditEvent {
            at: now,
            actor: OURSELVES.into(),
            action: "store.restore".into(),
            subject: "store".into(),
            detail: format!("gone on from what was there at {}", backup.0),
        };
        let (answer, durable) = std::sync::mpsc::channel();
        // Commits are made in order: with this one all before it are.
        self.store.commit(
            vec![Change::Audit(Box::new(event))],
            Box::new(move |result| {
                let _ = answer.send(result.is_ok());
            }),
        );
        let settled = durable.recv().unwrap_or(false).then(|| file.restored_is_settled(until));
        if matches!(settled, Some(Ok(()))) {
            tracing::info!("what came with the backup is marked: from now on the store goes its own way");
        } else {
            tracing::warn!("the next start will go on from the backup once more");
        }
    }

    /// What it is, for the log.
    pub(super) fn name(&self) -> &'static str {
        if self.file.is_some() { "file" } else { "memory" }
    }

    /// What it does is counted here.
    pub(super) fn count_by(&self, metrics: &Arc<Metrics>) {
        if let Some(file) = &self.file {
            file.count_by(Arc::clone(metrics) as Arc<dyn embedded::Meter>);
        }
    }

    /// Writes what waits.
    pub(super) fn close(&self) {
        if let Some(file) = &self.file {
            file.close();
        }
    }
}
