//! The thread that empties the queue.
//!
//! Natural batching: while one round is computed the next one gathers in the queue, so lanes fill by themselves under load
//! and a lone job is computed at once. With an empty queue it fills the stock, a batch at a time, and then rests. Never waits
//! for company, never ends before the queue is empty. Called by [`Compute::start`](super::Compute::start).

use std::io;
use std::thread::JoinHandle;
use std::time::Instant;

use crossbeam_channel::{Receiver, TryRecvError, select};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::engine::Engine;
use super::{Job, Message};
use crate::vital;

/// Starts the batcher as one of `threads` threads that compute. `room` says that the stock may be filled again.
pub(super) fn spawn(
    engine: Engine,
    threads: usize,
    work: Receiver<Message>,
    room: Receiver<()>,
) -> io::Result<JoinHandle<()>> {
    // The pool must be built on the thread that joins it, and a refusal belongs to whoever asked for the start.
    let (ready, started) = crossbeam_channel::bounded(1);
    let batcher = vital::thread("akeyd-batcher", move || match pool(threads) {
        Ok(pool) => {
            let _ = ready.send(Ok(()));
            run(&engine, &pool, work, &room);
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

fn run(engine: &Engine, pool: &ThreadPool, work: Receiver<Message>, room: &Receiver<()>) {
    while let Some(first) = next(engine, &work, room) {
        let (jobs, stopping) = take_all(engine, first, &work);
        let batches = engine.in_company(engine.form(jobs), pool.current_num_threads());
        let compute = || {
            batches.into_par_iter().for_each(|batch| {
                engine.compute(batch);
            });
        };
        if stopping {
            // Closes the queue: who comes while the last round is computed hears it at once.
            drop(work);
            return pool.install(compute);
        }
        pool.install(compute);
    }
}

/// The next message, with pairs made ready until it comes. `None` when nobody can send one any more.
fn next(engine: &Engine, work: &Receiver<Message>, room: &Receiver<()>) -> Option<Message> {
    loop {
        match work.try_recv() {
            Ok(message) => return Some(message),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) if engine.make_pairs() => {}
            // The stock is full, or cannot be filled: the next word from outside is a reason to try again.
            Err(TryRecvError::Empty) => select! {
                recv(work) -> message => return message.ok(),
                recv(room) -> _ => {}
            },
        }
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
