//! The thread that keeps fresh groups in stock and changes the one in service when it has served its exchanges or hours.
//!
//! It runs at the lowest priority, because nothing waits for it but its stock: with none left the old group serves on,
//! and the metric says so. Rests while there is nothing to make and nothing to change. Started by [`super::Groups::keep`].

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use akeyd_hw::Group;
use crossbeam_channel::Sender;

use super::{Groups, Meter, Source, make};
use crate::sys;

/// How long it rests after the disk or the random source has failed.
const PAUSE: Duration = Duration::from_mins(1);

/// The running thread. It ends when this is dropped.
pub struct Keeper {
    stop: Arc<AtomicBool>,
    call: Sender<()>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    pub(super) fn start(
        groups: Groups,
        meter: Arc<dyn Meter>,
        changed: Box<dyn Fn(Arc<Group>) + Send>,
    ) -> io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let call = match &groups.0.source {
            Some(source) => source.call.clone(),
            None => return Err(io::ErrorKind::InvalidInput.into()),
        };
        let stopped = Arc::clone(&stop);
        let thread = thread::Builder::new().name("akeyd-groups".into()).spawn(move || {
            if let Err(error) = sys::lower_priority() {
                tracing::warn!(%error, "fresh groups are made at the priority of everything else");
            }
            if let Some(source) = &groups.0.source {
                Work { groups: &groups, source, meter: &*meter, changed: &*changed, stop: &stopped }.run();
            }
        })?;
        Ok(Self { stop, call, thread: Some(thread) })
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
        let _ = self.call.try_send(());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the keeper of groups ended by a panic");
        }
    }
}

struct Work<'a> {
    groups: &'a Groups,
    source: &'a Source,
    meter: &'a dyn Meter,
    changed: &'a (dyn Fn(Arc<Group>) + Send),
    stop: &'a AtomicBool,
}

impl Work<'_> {
    fn run(&self) {
        while !self.is_stopped() {
            let due = self.groups.is_due(self.source);
            let stock = self.source.stock.len();
            self.meter.group_stock(stock);
            let done = match (due, stock) {
                (true, 0) => {
                    self.meter.group_overdue(true);
                    self.make()
                }
                (true, _) => self.change(),
                (false, _) if stock < self.source.fresh.stock => self.make(),
                (false, _) => {
                    self.rest(self.groups.left(self.source));
                    Ok(())
                }
            };
            if let Err(error) = done {
                tracing::error!(%error, "no fresh group");
                self.meter.group_overdue(self.groups.is_due(self.source));
                self.rest(PAUSE);
            }
        }
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Acquire)
    }

    fn rest(&self, at_most: Duration) {
        let _ = self.source.calls.recv_timeout(at_most);
    }

    /// Makes one for the stock; one in service that has had its time does not wait for it.
    fn make(&self) -> io::Result<()> {
        let was_due = self.groups.is_due(self.source);
        let stop = || {
            let due = !was_due && self.groups.is_due(self.source);
            self.is_stopped() || (due && self.source.stock.len() > 0)
        };
        match make::group(self.source.fresh.bits, &stop).map_err(io::Error::other)? {
            Some(group) => self.source.stock.put(&group),
            None => Ok(()),
        }
    }

    fn change(&self) -> io::Result<()> {
        let Some(group) = self.source.stock.take().map_err(io::Error::other)? else {
            // What was there was nothing: the next round makes one.
            return if self.source.stock.len() == 0 { Ok(()) } else { Err(io::ErrorKind::PermissionDenied.into()) };
        };
        let group = Arc::new(group);
        self.groups.change(Arc::clone(&group));
        self.meter.group_exchanges(0);
        self.meter.group_overdue(false);
        tracing::info!(p_bits = group.bits(), "a fresh group is in service");
        (self.changed)(group);
        // Told last: who sees the change finds it with every desk.
        self.meter.group_changed();
        Ok(())
    }
}
