//! `akeyd demo`: a whole service, its authentication centre and N handsets in one process, over loopback sockets.
//!
//! Every handset comes, gets a new key, and its key is compared with the authentication centre's. Nothing is written anywhere. Called by
//! `cli`; every piece in it is the one that serves in earnest, but for the store, which is memory.
//!
//! * [`centre`]: the authentication centre
//! * [`combination`]: what may differ, and which combinations exist
//! * [`far`]: the one at the far end of a signalling link
//! * [`fleet`]: the handsets and the service
//! * [`report`]: what came of it
//! * [`matrix`]: every combination at once

mod centre;
pub mod combination;
mod far;
mod fleet;
pub mod matrix;
pub mod report;

use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

use akeyd_hw::{Backend, Group};
use indicatif::{ProgressBar, ProgressStyle};

use crate::limits;
use crate::north;
use crate::serve::{self, NetBackend, Running, StartError};
use crate::words::Way;
use centre::Centre;
use combination::Combination;
pub use combination::North;
use far::Far;
use fleet::{Coming, Member, Visit};
pub use report::Report;
use report::Tally;

/// What shall be shown.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Handsets.
    pub handsets: u32,
    /// Handsets that are here at one time.
    pub at_once: usize,
    /// How their exchanges go.
    pub combination: Combination,
    /// Name of the group.
    pub group: String,
    /// IO threads; `None`: one for each core.
    pub threads: Option<usize>,
    /// How sockets are driven.
    pub net: Option<NetBackend>,
    /// Folder for traced messages.
    pub trace: Option<std::path::PathBuf>,
}

/// Why there is nothing to show.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A combination that does not exist.
    #[error("{0}")]
    NotPossible(String),
    /// The service did not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// A thread or runtime could not be had.
    #[error("{0}")]
    System(#[from] std::io::Error),
    /// No certificates could be made.
    #[error("certificates: {0}")]
    Certificates(#[from] rcgen::Error),
    /// The random source gave nothing.
    #[error("no random numbers: {0}")]
    Random(#[from] getrandom::Error),
}

/// Runs the demo. A progress bar goes to standard error, if that is a terminal.
pub fn run(settings: &Settings) -> Result<Report, DemoError> {
    if !(1..=limits::DEMO_HANDSETS).contains(&settings.handsets) {
        let most = limits::DEMO_HANDSETS;
        return Err(DemoError::NotPossible(format!("--handsets: {} is not 1 to {most}", settings.handsets)));
    }
    settings.combination.check().map_err(DemoError::NotPossible)?;
    let Combination { north, way, .. } = settings.combination;
    if north.by_signalling() && way == Way::Relay && !matches!(&*settings.group, "demo-512" | "demo-768") {
        return Err(DemoError::NotPossible("--group: ANSI-41 knows P of 512 and 768 bits".into()));
    }
    let member = |number| Member::new(number, settings.combination);
    let fleet = (0..settings.handsets).map(member).collect::<Result<Vec<_>, _>>()?;
    let stage = Stage::open(settings, settings.combination.north, &fleet)?;
    let coming = stage.coming(&fleet);
    let began = Instant::now();
    let visits = stage.visits(coming)?;
    let seconds = began.elapsed().as_secs_f64();
    let mut tally = Tally::default();
    for visit in &visits {
        tally.count(visit, &stage.centre);
    }
    let report = tally.report(settings, &stage.running, seconds, stage.p_bits, stage.backend);
    stage.close();
    Ok(report)
}

/// A service that stands.
struct Stage {
    running: Rc<Running>,
    centre: Centre,
    at_once: usize,
    p_bits: u32,
    backend: Backend,
}

impl Stage {
    fn open(settings: &Settings, north: North, fleet: &[Member]) -> Result<Self, DemoError> {
        let group = Group::known(&settings.group).ok_or_else(|| {
            DemoError::NotPossible(format!("--group: `{}` is not one of {}", settings.group, Group::KNOWN.join(", ")))
        })?;
        let (north, outside) = match north {
            North::Http => {
                let (north, outside) = centre::over_https(&settings.group)?;
                (north, Some(Centre::Http(outside)))
            }
            North::Ansi41 | North::Ansi41Otaf => {
                let far = Far::begin(fleet, settings.combination.order)?;
                (far.north(group.bits()), Some(Centre::Far(Rc::new(far))))
            }
            North::Software | North::Otaf => (north::Settings::software(), None),
        };
        let plan = fleet::plan(settings, Arc::new(group), fleet, north);
        let (p_bits, backend) = (plan.desk.group.bits(), plan.backend);
        let running = Rc::new(serve::start(plan)?);
        let centre = outside.unwrap_or_else(|| Centre::Software(running.centre.clone()));
        Ok(Self { running, centre, at_once: settings.at_once, p_bits, backend })
    }

    /// The handsets of a fleet, fresh from the factory.
    fn coming(&self, fleet: &[Member]) -> Vec<Coming> {
        let url = format!("http://{}/dm", self.running.plain[0]);
        fleet.iter().map(|member| member.coming(&url)).collect()
    }

    /// Lets them all come once.
    fn visits(&self, coming: Vec<Coming>) -> Result<Vec<Visit>, DemoError> {
        let bar = ProgressBar::new(coming.len() as u64).with_style(
            ProgressStyle::with_template("{bar:40} {pos}/{len} handsets  {per_sec}  {elapsed}")
                .unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let tasks = tokio::task::LocalSet::new();
        let visits = runtime.block_on(tasks.run_until(fleet::visits(
            self.at_once,
            &self.running,
            self.centre.far(),
            coming,
            &bar,
        )));
        bar.finish_and_clear();
        Ok(visits)
    }

    fn close(self) {
        if let Ok(running) = Rc::try_unwrap(self.running) {
            running.stop();
        }
        self.centre.stop();
    }
}
