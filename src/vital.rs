//! What must live for as long as the process: threads, and tasks of a thread.
//!
//! Where one of them ends before it is told to, by a panic above all, the rest would go on without it and say that all is well. So the process ends
//! with it; whoever started that (systemd) starts it again, and it goes on from what is durable. Never begins a part anew by itself: nobody knows in
//! what state that was left. Called by `serve` and by the rooms that have threads.

use std::collections::HashMap;
use std::fmt;
use std::future::Future;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::{self, JoinHandle};

use tokio::sync::watch;
use tokio::task::{self, JoinError, JoinSet};

/// Exit code of a process that a part of itself has left.
const EXIT_INCOMPLETE: i32 = 1;

/// Starts a thread that ends the process if it panics. That it returns is for whoever joins it.
///
/// # Errors
/// When the operating system refuses a thread.
pub fn thread(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    let what = format!("thread {name}");
    let guarded = move || {
        if catch_unwind(AssertUnwindSafe(work)).is_err() {
            Ended { what, panicked: true }.leave();
        }
    };
    thread::Builder::new().name(name.to_owned()).spawn(guarded)
}

/// Tasks of one thread, none of which may end before all are told to.
#[derive(Default)]
pub struct Tasks {
    running: JoinSet<()>,
    names: HashMap<task::Id, String>,
}

impl Tasks {
    /// Begins one. Must be called on a thread with a local task set.
    pub fn spawn(&mut self, name: impl Into<String>, work: impl Future<Output = ()> + 'static) {
        let id = self.running.spawn_local(work).id();
        self.names.insert(id, name.into());
    }

    /// Waits for the first that ends; where there is none, for ever.
    pub async fn ended(&mut self) -> Ended {
        let Some(ended) = self.running.join_next_with_id().await else { return std::future::pending().await };
        let id = ended.as_ref().map_or_else(JoinError::id, |(id, ())| *id);
        Ended { what: self.names.remove(&id).unwrap_or_default(), panicked: ended.is_err() }
    }

    /// Waits for the first that ends before all are told to stop, or left alone. One that has heard that, and is through with it before word of it has
    /// come here, is none.
    pub async fn ended_before(&mut self, stop: &mut watch::Receiver<bool>) -> Option<Ended> {
        let ended = tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return None,
            ended = self.ended() => ended,
        };
        let is_told = *stop.borrow() || stop.has_changed().is_err();
        (!is_told).then_some(ended)
    }

    /// Waits until all have done what they were told to.
    pub async fn all_ended(&mut self) {
        while !self.running.is_empty() {
            let ended = self.ended().await;
            if ended.panicked {
                tracing::error!("{ended}");
            }
        }
    }
}

/// A part of the process that is no more.
#[derive(Debug)]
pub struct Ended {
    what: String,
    panicked: bool,
}

impl fmt::Display for Ended {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, panicked } = self;
        write!(out, "{what}: ended {}", if *panicked { "by a panic" } else { "though nobody told it to" })
    }
}

impl Ended {
    /// Ends the process.
    pub fn leave(self) -> ! {
        tracing::error!("{self}; the service cannot go on without it");
        std::process::exit(EXIT_INCOMPLETE)
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    async fn poll_once<T>(future: &mut (impl Future<Output = T> + Unpin)) -> Option<T> {
        tokio::select! {
            biased;
            done = future => Some(done),
            () = std::future::ready(()) => None,
        }
    }

    #[tokio::test]
    async fn the_first_task_that_ends_is_named_however_it_ends() {
        let local = task::LocalSet::new();
        local
            .run_until(async {
                let mut tasks = Tasks::default();
                tasks.spawn("the one that stays", std::future::pending());
                tasks.spawn("a link", async { panic!("as a defect of ours would") });
                assert_eq!(tasks.ended().await.to_string(), "a link: ended by a panic");
                tasks.spawn("a listener", async {});
                assert_eq!(tasks.ended().await.to_string(), "a listener: ended though nobody told it to");
                let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
                let mut tasks = Tasks::default();
                tasks.spawn("a listener", async { drop(stopped.await) });
                drop(stop);
                tasks.all_ended().await;
                // Who has ended because he was told is not missed, though he was faster than whoever waits.
                for gone in [false, true] {
                    let (tell, mut stop) = watch::channel(false);
                    let mut tasks = Tasks::default();
                    tasks.spawn("a link", async {});
                    let mut waits = Box::pin(tasks.ended_before(&mut stop));
                    assert!(poll_once(&mut waits).await.is_none(), "the task has not run yet");
                    // Nobody is woken by this, as if it were not his turn yet.
                    if gone {
                        drop(tell);
                    } else {
                        tell.send_if_modified(|stop| {
                            *stop = true;
                            false
                        });
                    }
                    assert!(waits.await.is_none());
                }
                let (_tell, mut stop) = watch::channel(false);
                let mut tasks = Tasks::default();
                tasks.spawn("a link", async {});
                assert!(tasks.ended_before(&mut stop).await.is_some());
            })
            .await;
    }

    /// Runs itself once more: the end of a thread is the end of that process.
    #[test]
    fn a_thread_that_panics_takes_the_process_along() {
        const SECOND: &str = "AKEYD_TEST_SECOND_PROCESS";
        if std::env::var_os(SECOND).is_some() {
            thread("io-0", || panic!("as a defect of ours would")).unwrap();
            loop {
                thread::park();
            }
        }
        let own = "vital::tests::a_thread_that_panics_takes_the_process_along";
        let mut second = Command::new(std::env::current_exe().unwrap());
        let ended = second.args(["--exact", own, "--nocapture"]).env(SECOND, "1").output().unwrap();
        assert_eq!(ended.status.code(), Some(EXIT_INCOMPLETE), "{ended:?}");
    }
}
