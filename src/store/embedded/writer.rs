//! The one thread that writes: everything that waits goes into one transaction, and one sync of the log (without one, of the file).
//!
//! While the disk takes one group the next one gathers. A group is durable before any of its answers is given, and answers come in the order of the
//! commits. Changes that nothing depends on wait a moment for others to ride along with. When the disk is full the group is refused,
//! then every commit, until the store could be opened and written again; when it fails the process leaves ([`super::file`]).

use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError};
use redb::{Database, Durability};

use crate::desk::record::Change;
use crate::limits;
use crate::store::{OnDurable, ReadError, Refused};
use crate::words::Time;

use super::apply::Maker;
use super::file::leave;
use super::forget::{self, Forgetting};
use super::log::{self, Log, Tape};
use super::reseal::Reseal;
use super::tables::{self, Tables};
use super::{Fault, Shared, active, campaigns, opening};

/// A commit on its way.
pub(super) struct Job {
    pub(super) changes: Vec<Change>,
    pub(super) answer: OnDurable,
}

/// What the thread is asked.
pub(super) enum Work {
    Commit(Job),
    /// Everything before this is written; then the thread ends.
    Close,
}

/// How long the file may lack its sync while others wait for nothing.
const SETTLE: Duration = Duration::from_millis(limits::STORE_SETTLE_MS);
/// How long a thread with something of its own to do waits for others' work.
const PAUSE: Duration = Duration::from_millis(limits::STORE_OWN_WORK_MS);

pub(super) struct Writer {
    shared: Arc<Shared>,
    queue: Receiver<Work>,
    /// `None`: each group is synced into the file itself.
    log: Option<Log>,
    /// The file could not take what the log has.
    behind: Option<Fault>,
    reseal: Option<Reseal>,
    /// Whether `active` becomes `settling` in the next transaction.
    turns: bool,
    /// Keys are still to be wiped: those whose time was over at this moment.
    to_wipe: Option<Time>,
    /// Devices of removed campaigns are still there.
    leaves: bool,
    /// What is over and to be removed, and when the last piece of it was.
    forgetting: Forgetting,
    forgot: Instant,
    /// When the disk was found full.
    full: Option<Instant>,
    closing: bool,
}

impl Writer {
    pub(super) fn new(shared: Arc<Shared>, queue: Receiver<Work>, log: Option<Log>, reseal: Option<Reseal>) -> Self {
        let leaves = campaigns::are_leaving(&shared);
        Self {
            shared,
            queue,
            log,
            behind: None,
            reseal,
            turns: false,
            to_wipe: None,
            leaves,
            forgetting: Forgetting::default(),
            forgot: Instant::now(),
            full: None,
            closing: false,
        }
    }

    /// Runs until it is told to close.
    pub(super) fn run(mut self) {
        let mut rested = Instant::now();
        while !self.closing {
            let group = self.gather();
            if self.full.is_some() && !self.is_there_room() {
                refuse(group);
                continue;
            }
            if !group.is_empty() || self.has_own_work() {
                self.write(group);
            }
            if self.reseal.is_some() && rested.elapsed() >= PAUSE {
                self.reseal();
                rested = Instant::now();
            }
            if self.full.is_none() && self.is_time_to_settle() {
                self.settle();
            }
            if self.full.is_none() && self.log.as_ref().is_some_and(Log::is_gone) {
                self.replace_log();
            }
        }
        self.close();
    }

    /// Whether the file has lacked its sync for long enough, and nobody waits.
    fn is_time_to_settle(&self) -> bool {
        let since = self.log.as_ref().and_then(Log::since);
        since.is_some_and(|since| since.elapsed() >= SETTLE) && self.queue.is_empty()
    }

    /// Syncs the file, so that the log can begin anew.
    fn settle(&mut self) {
        let settle = |database: &Database, log: &mut Option<Log>| log::settle(database.begin_write()?, log);
        let settled = match &*self.shared.database() {
            Some(database) => settle(database, &mut self.log),
            None => Err(Fault::Closed),
        };
        if let Err(fault) = settled {
            self.failed(&fault);
        }
    }

    /// The file is whole without its log when the process ends in peace. Where there is no room for that, the next start has the log.
    fn close(&mut self) {
        let Some(log) = self.log.take().filter(|_| self.full.is_none()) else { return };
        let database = self.shared.database();
        if let Some(Err(fault)) = database.as_ref().map(|database| log::close(database, log)) {
            tracing::warn!(%fault, "the store keeps its log: the next start does it to the file");
        }
    }

    /// The disk is full, or the process leaves.
    fn failed(&mut self, fault: &Fault) {
        if !self.shared.disk.was_full() {
            leave(fault);
        }
        tracing::error!(%fault, "the disk is full: commits are refused until there is room");
        self.shared.tell(|meter| meter.full(true));
        self.full = Some(Instant::now());
        // The handle is of no use any more; readers want another one at once.
        self.reopen();
    }

    fn reopen(&mut self) -> bool {
        match self.shared.reopen() {
            Ok(log) => {
                self.log = log;
                true
            }
            Err(error) => {
                tracing::error!(%error, "the store stays closed until there is room");
                false
            }
        }
    }

    /// Whether it has something to write though nobody asks for anything.
    fn has_own_work(&self) -> bool {
        self.to_wipe.is_some() || self.leaves || self.forgetting.is_under_way()
    }

    /// Takes what waits: at once if anything of it is waited for, else when others come or the moment is over.
    fn gather(&mut self) -> Vec<Job> {
        let mut group: Vec<Job> = Vec::new();
        let is_busy = self.full.is_some() || self.reseal.is_some() || self.has_own_work();
        let is_ahead = self.log.as_ref().is_some_and(|log| log.since().is_some());
        let idle = if is_busy {
            PAUSE
        } else if is_ahead {
            SETTLE
        } else {
            Duration::from_hours(1)
        };
        let mut until = Instant::now() + idle;
        let mut urgent = false;
        while group.len() < limits::STORE_GROUP {
            let wait = if urgent { Duration::ZERO } else { until.saturating_duration_since(Instant::now()) };
            match self.queue.recv_timeout(wait) {
                Ok(Work::Commit(job)) => {
                    urgent |= !job.changes.iter().all(is_lazy);
                    if group.is_empty() {
                        until = Instant::now() + Duration::from_millis(limits::STORE_LAZY_MS);
                    }
                    group.push(job);
                }
                Ok(Work::Close) | Err(RecvTimeoutError::Disconnected) => {
                    self.closing = true;
                    break;
                }
                Err(RecvTimeoutError::Timeout) => break,
            }
        }
        group
    }

    /// Makes the changes of a group durable, then answers.
    fn write(&mut self, group: Vec<Job>) {
        let begun = Instant::now();
        match self.attempt(&group) {
            Ok(verdicts) => {
                if let Some(fault) = self.behind.take() {
                    self.failed(&fault);
                }
                self.shared.tell(|meter| meter.group(group.len(), begun.elapsed()));
                for (job, verdict) in group.into_iter().zip(verdicts) {
                    (job.answer)(verdict);
                }
            }
            Err(Fault::Record(error)) => self.write_apart(group, &error),
            Err(fault) => {
                self.failed(&fault);
                refuse(group);
            }
        }
    }

    /// A commit needs a record that cannot be read: it is refused alone, and the others are made.
    fn write_apart(&mut self, mut group: Vec<Job>, error: &ReadError) {
        // What is cleaned up along the way goes on with the next change that asks for it.
        if self.has_own_work() {
            (self.to_wipe, self.leaves, self.forgetting) = (None, false, Forgetting::default());
            return self.write(group);
        }
        if group.len() < 2 {
            tracing::error!(%error, "a commit needs a record that cannot be read: it is refused");
            return group.drain(..).for_each(|job| (job.answer)(Err(Refused::Damaged(error.to_string()))));
        }
        for job in group {
            if self.full.is_some() {
                refuse(vec![job]);
            } else {
                self.write(vec![job]);
            }
        }
    }

    /// One transaction. Nothing of it is kept unless it returns what to answer.
    fn attempt(&mut self, group: &[Job]) -> Result<Vec<Result<(), Refused>>, Fault> {
        let database = self.shared.database();
        let Some(database) = &*database else { return Err(Fault::Closed) };
        let (mut transaction, tape) = (database.begin_write()?, Tape::default());
        if self.turns {
            active::turn(&transaction)?;
        }
        let mut verdicts = Vec::with_capacity(group.len());
        let tables = Tables::open(&transaction, &tape)?;
        let mut maker = Maker::new(tables, &self.shared.keys, self.shared.epoch, &self.shared.damage);
        if let Some(time) = self.to_wipe {
            maker.wipe_before(time)?;
        }
        if self.leaves {
            maker.leaves = campaigns::leave(&mut maker.tables)?;
        }
        maker.forgetting.clone_from(&self.forgetting);
        if self.forgetting.is_under_way() && self.forgot.elapsed() >= PAUSE {
            forget::piece(&mut maker)?;
            self.forgot = Instant::now();
        }
        for job in group {
            let verdict = maker.allow(&job.changes)?;
            if verdict.is_ok() {
                job.changes.iter().try_for_each(|change| maker.apply(change))?;
            }
            verdicts.push(verdict);
        }
        let is_idle = self.to_wipe.is_none() && !self.leaves && !maker.removed.is_any();
        if is_idle && verdicts.iter().all(Result::is_err) {
            self.forgetting = maker.forgetting;
            return Ok(verdicts);
        }
        maker.finish()?;
        // For each that became active two go back, so that the places are free when they are needed.
        let most = (2 * maker.awakened).clamp(1, limits::STORE_SETTLE);
        let turns = active::settle(&mut maker.tables, most, self.shared.epoch, &self.shared.damage)?;
        let (to_wipe, leaves, removed) = (maker.to_wipe, maker.leaves, maker.removed);
        let forgetting = std::mem::take(&mut maker.forgetting);
        drop(maker);
        // Tables that change places are no rows: that goes into the file at once.
        match self.log.as_mut().filter(|log| !self.turns && log.has_room_for(&tape)) {
            Some(log) => {
                transaction.set_durability(Durability::None)?;
                log.append(&tape)?;
                // It is durable now, whatever becomes of the file.
                self.behind = transaction.commit().err().map(Fault::from);
            }
            None => log::settle(transaction, &mut self.log)?,
        }
        (self.turns, self.to_wipe, self.leaves, self.forgetting) = (turns, to_wipe, leaves, forgetting);
        self.shared.tell(|meter| meter.removed(removed.exchanges, removed.deliveries, removed.audit));
        Ok(verdicts)
    }

    /// When it is time: whether the store could be opened and written again.
    fn is_there_room(&mut self) -> bool {
        if self.full.is_some_and(|since| since.elapsed() < Duration::from_millis(limits::STORE_REOPEN_MS)) {
            return false;
        }
        self.full = Some(Instant::now());
        let is_closed = self.shared.database().is_none();
        if is_closed && !self.reopen() {
            return false;
        }
        match self.probe() {
            Ok(()) => {
                if !self.begin_log() {
                    return false;
                }
                tracing::info!("there is room on the disk again: commits are taken");
                self.shared.tell(|meter| meter.full(false));
                self.full = None;
                true
            }
            Err(fault) if self.shared.disk.was_full() => {
                tracing::debug!(%fault, "the disk is still full");
                self.reopen();
                false
            }
            Err(fault) => leave(&fault),
        }
    }

    /// Another log for one that is gone; without room for it there is none.
    fn replace_log(&mut self) {
        if !self.begin_log() {
            self.shared.tell(|meter| meter.full(true));
            self.full = Some(Instant::now());
        }
    }

    /// Where there was no room for a log there may be now. Returns whether the file is open, with a log or without.
    fn begin_log(&mut self) -> bool {
        let is_none = self.log.as_ref().is_none_or(Log::is_gone);
        let begun = match &*self.shared.database() {
            Some(database) if is_none => Log::create(&self.shared.path, database, &self.shared.disk),
            _ => return true,
        };
        match begun {
            Ok(log) => {
                self.log = Some(log);
                true
            }
            // Without one, then; but this handle may be of no use any more.
            Err(fault) if opening::is_full(&fault, &self.shared.disk) => {
                opening::tell_no_room();
                self.reopen()
            }
            Err(fault) => leave(&fault),
        }
    }

    /// Writes something: it stands for the groups to come.
    fn probe(&mut self) -> Result<(), Fault> {
        let database = self.shared.database();
        let Some(database) = &*database else { return Err(Fault::Closed) };
        let transaction = database.begin_write()?;
        {
            let mut meta = transaction.open_table(tables::META)?;
            meta.insert(tables::meta::PROBE, &*vec![0; limits::STORE_PROBE_OCTETS])?;
        }
        log::settle(transaction, &mut self.log)
    }

    fn reseal(&mut self) {
        let Some(reseal) = &mut self.reseal else { return };
        match reseal.step(&self.shared, &mut self.log) {
            Ok(true) => {}
            Ok(false) => self.reseal = None,
            Err(fault) => self.failed(&fault),
        }
    }
}

/// Whether nothing depends on when a change becomes durable.
fn is_lazy(change: &Change) -> bool {
    matches!(change, Change::History(..) | Change::Contact(..) | Change::Capability(..) | Change::Temporary(..))
}

fn refuse(group: Vec<Job>) {
    for Job { changes, answer } in group {
        answer(Err(Refused::Full(changes)));
    }
}
