//! Jobs in, batches out, answers to those who asked.
//!
//! Draws every y of a round from one seed, puts like beside like, has a sample of each batch checked before any of its
//! answers leaves, and contains a panic of the arithmetic in its own batch. Knows no queue and no thread. Called by the
//! batcher, and by [`Compute::submit`](super::Compute::submit) where there are no threads.

use std::sync::Arc;
use std::time::Instant;

use akeyd_hw::{Backend, Base, Exponent, Group, LANES, Power, PowerBatch, SharedSecret};
use tokio::sync::oneshot;

use super::backends::{Backends, Octets, Value, in_batches};
use super::both::Joint;
use super::random::{Drawn, Source};
use super::stock::{Edition, Stock};
use super::{Ephemeral, Job, Meter, PowerFault, PowerKind, Random};

/// How jobs are computed; shared by the threads of the pool.
pub(super) struct Engine {
    pub(super) backends: Arc<Backends>,
    pub(super) stock: Arc<Stock>,
    pub(super) meter: Arc<dyn Meter>,
    source: Source,
}

/// One to [`LANES`] tasks of one shape, or up to twice as many that are computed together.
pub(super) struct Batch(Vec<Task>);

/// What is to be computed: for somebody who waits, or for the stock.
enum Errand {
    Job(Job),
    Pair { group: Arc<Group>, exponent_bits: u32 },
}

/// A power, and where its result goes.
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
    Public {
        y: Arc<Exponent>,
        to: oneshot::Sender<Result<Ephemeral, PowerFault>>,
    },
    Share {
        to: oneshot::Sender<Result<SharedSecret, PowerFault>>,
    },
    Pair {
        y: Arc<Exponent>,
        group: Arc<Group>,
        edition: Edition,
    },
    /// One of two results that are told together.
    Half(Arc<Joint>),
}

impl Engine {
    pub(super) fn new(backends: Backends, random: Random, ready_pairs: usize, meter: Arc<dyn Meter>) -> Self {
        backends.names().for_each(|backend| meter.in_service(backend, true));
        Self {
            backends: Arc::new(backends),
            stock: Arc::new(Stock::new(ready_pairs, Arc::clone(&meter))),
            meter,
            source: Source::new(random),
        }
    }

    /// Makes batches of the jobs whose askers still wait. Lanes that would stay empty make pairs for the stock, where that
    /// costs nothing.
    pub(super) fn form(&self, mut jobs: Vec<Job>) -> Vec<Batch> {
        jobs.retain(|job| !job.is_dropped());
        let mut errands: Vec<Errand> = jobs.into_iter().map(Errand::Job).collect();
        if self.backends.has_lanes() {
            self.fill_up(&mut errands);
        }
        let mut tasks = self.draw(errands);
        // Stable: those who wait come before what fills up.
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

    /// Puts two batches of one shape together where that is faster, as long as each of so many threads has one to compute.
    pub(super) fn in_company(&self, batches: Vec<Batch>, threads: usize) -> Vec<Batch> {
        let mut spare = if self.backends.has_lanes() { batches.len().saturating_sub(threads) } else { 0 };
        let mut together: Vec<Batch> = Vec::with_capacity(batches.len());
        for batch in batches {
            match together.last_mut() {
                Some(last) if spare > 0 && last.gains_by(&batch) => {
                    last.0.extend(batch.0);
                    spare -= 1;
                }
                _ => together.push(batch),
            }
        }
        together
    }

    /// Makes pairs for the stock while there is nothing else to do: one batch, so that whoever comes now does not wait for
    /// more than that. `false` when there is no room, or when it could not be done.
    pub(super) fn make_pairs(&self) -> bool {
        let lanes = if self.backends.has_lanes() { LANES } else { 1 };
        let Some((group, exponent_bits)) = self.stock.wanted(lanes) else { return false };
        let pair = || Errand::Pair { group: Arc::clone(&group), exponent_bits };
        let tasks = self.draw((0..lanes).map(|_| pair()).collect());
        tasks.len() == lanes && self.compute(Batch(tasks))
    }

    /// Adds pairs for the stock to the batches of G^y that are not full.
    fn fill_up(&self, errands: &mut Vec<Errand>) {
        let mut partial: Vec<(Shape, Arc<Group>, usize)> = Vec::new();
        for errand in &*errands {
            let Errand::Job(Job::MakePublic { group, .. } | Job::Both { group, .. }) = errand else { continue };
            match partial.iter_mut().find(|(shape, ..)| *shape == errand.shape()) {
                Some((.., used)) => *used += 1,
                None => partial.push((errand.shape(), Arc::clone(group), 1)),
            }
        }
        for (Shape { exponent_bits, .. }, group, used) in partial {
            let empty = used.next_multiple_of(LANES) - used;
            let pairs = empty.min(self.stock.room(&group, exponent_bits));
            errands.extend((0..pairs).map(|_| Errand::Pair { group: Arc::clone(&group), exponent_bits }));
        }
    }

    /// Turns errands into tasks. All that need a y share one seed, and its refusal.
    fn draw(&self, errands: Vec<Errand>) -> Vec<Task> {
        let mut drawn = self.source.draw(errands.iter().map(Errand::random_octets).sum());
        let edition = self.stock.edition();
        errands.into_iter().flat_map(|errand| errand.into_tasks(&mut drawn, edition)).collect()
    }

    /// Computes one batch, checks it and answers it, whatever happens. `false` when it could not be done.
    pub(super) fn compute(&self, Batch(tasks): Batch) -> bool {
        let Some(Shape { kind, .. }) = tasks.first().map(|task| task.shape) else { return true };
        let values = self.values(kind, &tasks);
        let fault = values.as_ref().err().cloned();
        let mut values = values.unwrap_or_default().into_iter();
        for Task { power, answer, .. } in tasks {
            let value = values.next();
            // Whoever gets y gets it alone.
            drop(power);
            answer.give(
                match (&fault, value) {
                    (None, Some(value)) => value.map_err(PowerFault::Refused),
                    (None, None) => Err(PowerFault::Broken),
                    (Some(fault), _) => Err(fault.clone()),
                },
                &self.stock,
            );
        }
        fault.is_none()
    }

    /// The results of a batch in which nothing was found wrong.
    fn values(&self, kind: PowerKind, tasks: &[Task]) -> Result<Vec<Value>, PowerFault> {
        let seat = self.backends.serving().ok_or(PowerFault::NoBackend)?;
        let backend = self.backends.name(seat);
        let sample = self.backends.sample(kind, tasks.iter().map(|task| &task.power));
        let batches = in_batches(tasks.iter().map(|task| &task.power));
        let lanes: Vec<usize> = batches.iter().map(PowerBatch::len).collect();
        let begun = Instant::now();
        let values = self.backends.run(seat, kind, batches).ok_or(PowerFault::Broken)?;
        // Those that were computed together took their share each.
        let took = begun.elapsed() / lanes.len().max(1) as u32;
        lanes.into_iter().for_each(|lanes| self.meter.batch(backend, kind, lanes, took));
        if let Err(wrong) = self.backends.check(seat, &sample, &values) {
            self.mismatch(backend, &wrong);
            return Err(PowerFault::Withheld);
        }
        // Another batch may have found out meanwhile.
        if self.backends.serves(seat) { Ok(values) } else { Err(PowerFault::Withheld) }
    }

    /// Tells of a check that failed. `wrong` are those that it takes out of service.
    fn mismatch(&self, serving: Backend, wrong: &[Backend]) {
        self.meter.mismatch(serving);
        self.stock.discard();
        for &backend in wrong {
            self.meter.in_service(backend, false);
            tracing::error!(%backend, "arithmetic computed a wrong power and is out of service");
        }
        tracing::error!(%serving, "two computations of a power differ: its batch is withheld");
        if self.backends.serving().is_none() {
            self.meter.none_in_service();
            tracing::error!("no arithmetic is left in service: no key will leave until the next start");
        }
    }
}

impl Batch {
    fn has_room_for(&self, shape: Shape) -> bool {
        self.0.len() < LANES && self.0.first().is_some_and(|task| task.shape == shape)
    }

    /// Whether the two of them are faster together.
    fn gains_by(&self, other: &Self) -> bool {
        let shape = |batch: &Self| batch.0.first().map(|task| task.shape);
        let alike = shape(self) == shape(other) && self.0.len() == LANES && other.0.len() <= LANES;
        alike && shape(self).is_some_and(|shape| PowerBatch::gains_by_company(shape.octets))
    }
}

impl Job {
    /// Whether nobody waits for the answer any more.
    fn is_dropped(&self) -> bool {
        match self {
            Self::MakePublic { answer, .. } => answer.is_closed(),
            Self::Share { answer, .. } => answer.is_closed(),
            Self::Both { answer, .. } => answer.is_closed(),
        }
    }
}

impl Errand {
    fn shape(&self) -> Shape {
        match self {
            Self::Job(Job::MakePublic { group, exponent_bits, .. } | Job::Both { group, exponent_bits, .. })
            | Self::Pair { group, exponent_bits } => {
                Shape { kind: PowerKind::Public, octets: group.octets(), exponent_bits: *exponent_bits }
            }
            Self::Job(Job::Share { group, y, .. }) => {
                Shape { kind: PowerKind::Shared, octets: group.octets(), exponent_bits: y.bits() }
            }
        }
    }

    /// Random octets that it needs.
    fn random_octets(&self) -> usize {
        match self.shape() {
            Shape { kind: PowerKind::Public, exponent_bits, .. } => exponent_bits.div_ceil(8) as usize,
            Shape { kind: PowerKind::Shared, .. } => 0,
        }
    }

    /// The powers to compute. None when there is no y for them: then whoever waits has been answered.
    fn into_tasks(self, drawn: &mut Result<Drawn, PowerFault>, edition: Edition) -> Vec<Task> {
        let (shape, octets) = (self.shape(), self.random_octets());
        let mut fresh = |bits| match drawn {
            Ok(drawn) => Ok(Arc::new(Exponent::from_bytes(drawn.take(octets), bits)?)),
            Err(fault) => Err(fault.clone()),
        };
        match self {
            Self::Job(Job::MakePublic { group, exponent_bits, answer }) => match fresh(exponent_bits) {
                Ok(y) => vec![Task {
                    shape,
                    power: Power { group, base: Base::Generator, exponent: Arc::clone(&y) },
                    answer: Answer::Public { y, to: answer },
                }],
                Err(fault) => {
                    let _ = answer.send(Err(fault));
                    Vec::new()
                }
            },
            Self::Job(Job::Share { group, peer, y, answer }) => vec![Task {
                shape,
                power: Power { group, base: Base::Element(peer), exponent: y },
                answer: Answer::Share { to: answer },
            }],
            Self::Job(Job::Both { group, exponent_bits, peer, answer }) => match fresh(exponent_bits) {
                Ok(y) => {
                    let joint = Arc::new(Joint::new(answer));
                    let task = |kind, base| Task {
                        shape: Shape { kind, ..shape },
                        power: Power { group: Arc::clone(&group), base, exponent: Arc::clone(&y) },
                        answer: Answer::Half(Arc::clone(&joint)),
                    };
                    vec![task(PowerKind::Public, Base::Generator), task(PowerKind::Shared, Base::Element(peer))]
                }
                Err(fault) => {
                    let _ = answer.send(Err(fault));
                    Vec::new()
                }
            },
            Self::Pair { group, exponent_bits } => match fresh(exponent_bits) {
                Ok(y) => vec![Task {
                    shape,
                    power: Power { group: Arc::clone(&group), base: Base::Generator, exponent: Arc::clone(&y) },
                    answer: Answer::Pair { y, group, edition },
                }],
                Err(_) => Vec::new(),
            },
        }
    }
}

impl Answer {
    /// Sends what became of the power. Nobody there any more: it is wiped.
    fn give(self, result: Result<Octets, PowerFault>, stock: &Stock) {
        match (self, result) {
            (Self::Public { y, to }, Ok(Octets::Public(bs_result))) => drop(to.send(Ok(Ephemeral { y, bs_result }))),
            (Self::Pair { y, group, edition }, Ok(Octets::Public(bs_result))) => {
                let exponent_bits = y.bits();
                stock.put(edition, &group, exponent_bits, Ephemeral { y, bs_result });
            }
            (Self::Share { to }, Ok(Octets::Shared(secret))) => drop(to.send(Ok(secret))),
            (Self::Public { to, .. }, Err(fault)) => drop(to.send(Err(fault))),
            (Self::Share { to }, Err(fault)) => drop(to.send(Err(fault))),
            (Self::Pair { .. }, Err(_)) => {}
            (Self::Half(joint), result) => joint.take(result),
            // A kind is computed as what it is.
            (Self::Public { to, .. }, Ok(Octets::Shared(_))) => drop(to.send(Err(PowerFault::Broken))),
            (Self::Share { to }, Ok(Octets::Public(_))) => drop(to.send(Err(PowerFault::Broken))),
            (Self::Pair { .. }, Ok(Octets::Shared(_))) => {}
        }
    }
}
