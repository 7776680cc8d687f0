//! The thread that empties the queue.
//!
//! Natural batching: while one round is computed the next one gathers in the queue, so lanes fill by themselves under load
//! and a lone job is computed at once. Never waits for company, never ends before the queue is empty. Called by
//! [`Compute::start`](super::Compute::start).

use std::io;
use std::thread::{self, JoinHandle};
use std::time::Instant;

use crossbeam_channel::Receiver;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::engine::Engine;
use super::{Job, Message};

/// Starts the batcher as one of `threads` threads that compute.
pub(super) fn spawn(engine: Engine, threads: usize, work: Receiver<Message>) -> io::Result<JoinHandle<()>> {
    // The pool must be built on the thread that joins it, and a refusal belongs to whoever asked for the start.
    let (ready, started) = crossbeam_channel::bounded(1);
    let batcher = thread::Builder::new().name("akeyd-batcher".into()).spawn(move || match pool(threads) {
        Ok(pool) => {
            let _ = ready.send(Ok(()));
            run(&engine, &pool, work);
        }
        Err(refused) => {
            let _ = ready.send(Err(refused));
        }
    })?;
    started.recv().unwrap_or_else(|_| Err(io::Error::other("the batcher ended before it began")))?;
    Ok(batcher)
}

fn pool(threads: usize) -> io::Result<ThreadPool> {
    ThreadPoolBuilder::new()
        .num_threads(threads.max(1))
        .use_current_thread()
        .thread_name(|index| format!("akeyd-power-{index}"))
        .build()
        .map_err(io::Error::other)
}

fn run(engine: &Engine, pool: &ThreadPool, work: Receiver<Message>) {
    while let Ok(first) = work.recv() {
        let (jobs, stopping) = take_all(engine, first, &work);
        let batches = engine.form(jobs);
        let compute = || batches.into_par_iter().for_each(|batch| engine.compute(batch));
        if stopping {
            // Closes the queue: who comes while the last round is computed hears it at once.
            drop(work);
            return pool.install(compute);
        }
        pool.install(compute);
    }
}

/// Everything that is queued at this moment, and whether the service is to stop after it.
fn take_all(engine: &Engine, first: Message, work: &Receiver<Message>) -> (Vec<Job>, bool) {
    let taken = Instant::now();
    let mut stopping = false;
    let mut jobs = Vec::with_capacity(1 + work.len());
    for message in std::iter::once(first).chain(work.try_iter()) {
        match message {
            Message::Work { job, queued } => {
                engine.meter.waited(taken.saturating_duration_since(queued));
                jobs.push(job);
            }
            Message::Stop => stopping = true,
        }
    }
    (jobs, stopping)
}
