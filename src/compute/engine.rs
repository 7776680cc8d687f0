//! Jobs in, batches out, answers to those who asked.
//!
//! Draws every y of a round in one call, puts like beside like, and contains a panic of the arithmetic in its own batch.
//! Knows no queue and no thread. Called by the batcher, and by [`Compute::submit`](super::Compute::submit) where there are
//! no threads.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use akeyd_hw::{Backend, Base, Exponent, LANES, Power, PowerBatch, PowerError, Residue, SharedSecret};
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use super::{Ephemeral, Job, Meter, PowerFault, PowerKind, Random};

/// What the arithmetic gives back: one result per lane, in the order of pushing.
type Results = Vec<Result<Residue, PowerError>>;

/// How jobs are computed; shared by the threads of the pool.
pub(super) struct Engine {
    backend: Backend,
    random: Mutex<Random>,
    pub(super) meter: Arc<dyn Meter>,
    arithmetic: fn(PowerBatch, Backend) -> Results,
}

/// One to [`LANES`] tasks of one shape.
pub(super) struct Batch(Vec<Task>);

/// A power, and who waits for it.
struct Task {
    shape: Shape,
    power: Power,
    answer: Answer,
}

/// What the lanes of one batch have in common, so that none waits for a longer one. All of it is public.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    kind: PowerKind,
    octets: usize,
    exponent_bits: u32,
}

enum Answer {
    Public { y: Arc<Exponent>, to: oneshot::Sender<Result<Ephemeral, PowerFault>> },
    Share { to: oneshot::Sender<Result<SharedSecret, PowerFault>> },
}

impl Engine {
    pub(super) fn new(backend: Backend, random: Random, meter: Arc<dyn Meter>) -> Self {
        Self { backend, random: Mutex::new(random), meter, arithmetic: PowerBatch::run }
    }

    /// An engine whose arithmetic is replaced, to see what happens when it fails.
    #[cfg(test)]
    pub(super) fn with_arithmetic(self, arithmetic: fn(PowerBatch, Backend) -> Results) -> Self {
        Self { arithmetic, ..self }
    }

    /// Makes batches of the jobs whose askers still wait.
    pub(super) fn form(&self, mut jobs: Vec<Job>) -> Vec<Batch> {
        jobs.retain(|job| !job.is_dropped());
        let mut tasks = self.draw(jobs);
        tasks.sort_by_key(|task| task.shape);
        let mut batches: Vec<Batch> = Vec::with_capacity(tasks.len().div_ceil(LANES));
        for task in tasks {
            match batches.last_mut() {
                Some(batch) if batch.has_room_for(task.shape) => batch.0.push(task),
                _ => batches.push(Batch(vec![task])),
            }
        }
        batches
    }

    /// Turns jobs into tasks. All that need a y share one call to the random source, and its refusal.
    fn draw(&self, jobs: Vec<Job>) -> Vec<Task> {
        let mut drawn = Zeroizing::new(vec![0; jobs.iter().map(Job::random_octets).sum()]);
        let filled = if drawn.is_empty() {
            Ok(())
        } else {
            let mut random = self.random.lock().unwrap_or_else(PoisonError::into_inner);
            random(&mut drawn).map_err(PowerFault::Random)
        };
        let mut unused = drawn.as_slice();
        let mut tasks = Vec::with_capacity(jobs.len());
        for job in jobs {
            let (own, rest) = unused.split_at(job.random_octets());
            unused = rest;
            tasks.extend(job.into_task(filled.clone().map(|()| own)));
        }
        tasks
    }

    /// Computes one batch and answers it, whatever happens.
    pub(super) fn compute(&self, Batch(tasks): Batch) {
        let Some(Shape { kind, .. }) = tasks.first().map(|task| task.shape) else { return };
        let (powers, answers): (PowerBatch, Vec<Answer>) = split(tasks);
        let begun = Instant::now();
        // The closure owns all that it touches: a panic leaves nothing half done behind.
        let computed = catch_unwind(AssertUnwindSafe(|| (self.arithmetic)(powers, self.backend)));
        if computed.is_ok() {
            self.meter.batch(self.backend, kind, answers.len(), begun.elapsed());
        }
        let mut results = computed.unwrap_or_default().into_iter();
        for answer in answers {
            answer.give(results.next());
        }
    }
}

impl Batch {
    fn has_room_for(&self, shape: Shape) -> bool {
        self.0.len() < LANES && self.0.first().is_some_and(|task| task.shape == shape)
    }
}

fn split(tasks: Vec<Task>) -> (PowerBatch, Vec<Answer>) {
    let mut powers = PowerBatch::new();
    let mut answers = Vec::with_capacity(tasks.len());
    for Task { power, answer, .. } in tasks {
        match powers.push(power) {
            Ok(()) => answers.push(answer),
            Err(_) => answer.give(None),
        }
    }
    (powers, answers)
}

impl Job {
    /// Whether nobody waits for the answer any more.
    fn is_dropped(&self) -> bool {
        match self {
            Self::MakePublic { answer, .. } => answer.is_closed(),
            Self::Share { answer, .. } => answer.is_closed(),
        }
    }

    /// Random octets that the job needs.
    fn random_octets(&self) -> usize {
        match self {
            Self::MakePublic { exponent_bits, .. } => exponent_bits.div_ceil(8) as usize,
            Self::Share { .. } => 0,
        }
    }

    /// The power to compute. Nothing when there is no y for the job: then it has been answered.
    fn into_task(self, random: Result<&[u8], PowerFault>) -> Option<Task> {
        match self {
            Self::MakePublic { group, exponent_bits, answer } => {
                let drawn = random.and_then(|octets| Ok(Exponent::from_bytes(octets, exponent_bits)?));
                let y = match drawn {
                    Ok(y) => Arc::new(y),
                    Err(fault) => {
                        let _ = answer.send(Err(fault));
                        return None;
                    }
                };
                Some(Task {
                    shape: Shape { kind: PowerKind::Public, octets: group.octets(), exponent_bits },
                    power: Power { group, base: Base::Generator, exponent: Arc::clone(&y) },
                    answer: Answer::Public { y, to: answer },
                })
            }
            Self::Share { group, peer, y, answer } => Some(Task {
                shape: Shape { kind: PowerKind::Shared, octets: group.octets(), exponent_bits: y.bits() },
                power: Power { group, base: Base::Element(peer), exponent: y },
                answer: Answer::Share { to: answer },
            }),
        }
    }
}

impl Answer {
    /// Sends what became of the lane; no result means that its batch broke off. Nobody there any more: the result is
    /// wiped.
    fn give(self, result: Option<Result<Residue, PowerError>>) {
        let residue = result.map_or(Err(PowerFault::Broken), |result| result.map_err(PowerFault::Refused));
        match self {
            Self::Public { y, to } => {
                let _ = to.send(residue.map(|residue| Ephemeral { y, bs_result: residue.into_public() }));
            }
            Self::Share { to } => {
                let _ = to.send(residue.and_then(|residue| Ok(residue.into_shared()?)));
            }
        }
    }
}
