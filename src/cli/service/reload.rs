//! SIGHUP: the configuration is read again, and taken as a whole or not at all.
//!
//! Certificates, limits, what is known of clients and what is logged change for what comes; open connections go on under what they came with.
//! A file with a mistake changes nothing, nor does one that asks for what only a restart can give: the log names those keys. So
//! what runs is always one file. Subscribers and profiles are not read again: their nonces, keys and exchanges live in memory. Called by [`super`].

use std::path::PathBuf;
use std::sync::Arc;

use rustls::ServerConfig;

use crate::config::reload::needs_restart;
use crate::config::{Config, ConfigErrors};
use crate::net::tls::files;
use crate::serve::Running;
use crate::systemd;

use super::{Log, filter, rules, unreadable};

/// The configuration in force.
pub(super) struct Current {
    pub(super) file: PathBuf,
    pub(super) config: Config,
    pub(super) tls: Option<Arc<ServerConfig>>,
    pub(super) log: Log,
}

/// Why the configuration stays as it is.
#[derive(Debug, thiserror::Error)]
enum Stays {
    #[error("{0}")]
    Wrong(#[from] ConfigErrors),
    #[error("{} can change only by a restart", .0.join(", "))]
    Restart(Vec<&'static str>),
}

impl Current {
    /// Reads the file again; says in the log what came of it.
    pub(super) fn reload(&mut self, running: &Running) {
        systemd::reloading();
        match self.read() {
            Ok(()) => {
                running.set_rules(&rules(&self.config, self.tls.clone()));
                (self.log.0)(&filter(&self.config));
                tracing::info!(
                    "the configuration was read again and is in force; subscribers and profiles were not: they stay as they were at the start"
                );
            }
            Err(stays) => tracing::error!("the configuration stays as it was: {stays}"),
        }
        systemd::ready();
    }

    /// Takes the file's configuration, if that is possible.
    fn read(&mut self) -> Result<(), Stays> {
        let (config, warnings) = Config::load(&self.file)?;
        let restart = needs_restart(&self.config, &config);
        if !restart.is_empty() {
            return Err(Stays::Restart(restart));
        }
        let before = self.config.tls.files.as_ref().zip(self.tls.as_ref());
        let tls = config.tls.files.as_ref().map(|files| files::load(files, before)).transpose();
        self.tls = tls.map_err(unreadable)?;
        warnings.iter().for_each(|warning| tracing::warn!("{warning}"));
        self.config = config;
        Ok(())
    }
}
