//! Which arithmetic is in service, and the check of one by another.
//!
//! The fastest one serves; the next one computes a sample of its powers again before any answer leaves. Where only one is
//! left it computes the sample a second time itself, which finds what passes (a flipped bit) and not what stays (a wrong
//! instruction). Two that disagree are judged by the slow power, and who was wrong is out of service until the next start.
//! Called by the engine.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use akeyd_hw::{Backend, Base, Power, PowerBatch, PowerError, Residue, SharedSecret, reference};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::PowerKind;

/// What the arithmetic gives back: one result per lane, batch by batch, in the order of pushing.
pub(super) type Results = Vec<Result<Residue, PowerError>>;

/// A way to compute, under the name of a backend.
pub(super) struct Arithmetic {
    pub(super) backend: Backend,
    /// Lanes that are left empty cost as much as full ones.
    pub(super) has_lanes: bool,
    pub(super) run: Box<dyn Fn(Vec<PowerBatch>) -> Results + Send + Sync>,
}

impl Arithmetic {
    /// The arithmetic of a backend as it is.
    pub(super) fn of(backend: Backend) -> Self {
        let has_lanes = !matches!(backend, Backend::Scalar);
        let run = move |batches: Vec<_>| PowerBatch::run_all(&batches, backend).into_iter().flatten().collect();
        Self { backend, has_lanes, run: Box::new(run) }
    }
}

/// All that this processor can use, fastest or chosen first.
pub(super) struct Backends {
    all: Vec<Arithmetic>,
    /// A bit for each that was found wrong.
    out: AtomicU32,
    check_every: u64,
    /// Powers computed, by kind: every so many-th is checked.
    counted: [AtomicU64; PowerKind::ALL.len()],
}

/// One of [`Backends`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seat(usize);

/// What came of one power.
pub(super) type Value = Result<Octets, PowerError>;

/// A result, as what its asker wants it.
pub(super) enum Octets {
    Public(Vec<u8>),
    Shared(SharedSecret),
}

/// Powers of a batch that are computed twice, each with its lane.
pub(super) struct Sample {
    kind: PowerKind,
    powers: Vec<(usize, Power)>,
}

impl Backends {
    /// `first`, then all others that this processor can use and that may see secrets. One power in `check_every` of each
    /// kind is checked.
    pub(super) fn usable(first: Backend, check_every: u32) -> Self {
        let others = Backend::all_in_constant_time().filter(|&backend| backend != first);
        Self::new(std::iter::once(first).chain(others).map(Arithmetic::of).collect(), check_every)
    }

    /// The given ones, in the order in which they serve.
    pub(super) fn new(all: Vec<Arithmetic>, check_every: u32) -> Self {
        Self { all, out: AtomicU32::new(0), check_every: u64::from(check_every.max(1)), counted: Default::default() }
    }

    /// Every one, in service or not.
    pub(super) fn names(&self) -> impl Iterator<Item = Backend> {
        self.all.iter().map(|arithmetic| arithmetic.backend)
    }

    /// The one that serves; `None` when all were found wrong.
    pub(super) fn serving(&self) -> Option<Seat> {
        self.in_service().next()
    }

    /// Whether it is in service still.
    pub(super) fn serves(&self, seat: Seat) -> bool {
        self.out.load(Ordering::Acquire) & bit(seat) == 0
    }

    /// What a seat's arithmetic is called.
    pub(super) fn name(&self, seat: Seat) -> Backend {
        self.get(seat).backend
    }

    /// Whether empty lanes of the one that serves are for nothing.
    pub(super) fn has_lanes(&self) -> bool {
        self.serving().is_some_and(|seat| self.get(seat).has_lanes)
    }

    /// Seats are made here, each for a place that there is.
    fn get(&self, Seat(seat): Seat) -> &Arithmetic {
        &self.all[seat]
    }

    fn in_service(&self) -> impl Iterator<Item = Seat> {
        (0..self.all.len()).map(Seat).filter(|&seat| self.serves(seat))
    }

    /// Takes one out of service; `false` when it was out already.
    fn retire(&self, seat: Seat) -> bool {
        self.out.fetch_or(bit(seat), Ordering::AcqRel) & bit(seat) == 0
    }

    /// Computes batches together; `None` when the arithmetic broke off.
    pub(super) fn run(&self, seat: Seat, kind: PowerKind, powers: Vec<PowerBatch>) -> Option<Vec<Value>> {
        let arithmetic = self.get(seat);
        // The closure owns all that it touches: a panic leaves nothing half done behind.
        let results = catch_unwind(AssertUnwindSafe(|| (arithmetic.run)(powers))).ok()?;
        Some(results.into_iter().map(|result| value(kind, result)).collect())
    }

    /// The powers of a batch whose turn it is to be checked; of each kind the first ever is one.
    pub(super) fn sample<'a>(&self, kind: PowerKind, powers: impl ExactSizeIterator<Item = &'a Power>) -> Sample {
        let before = self.counted[kind as usize].fetch_add(powers.len() as u64, Ordering::Relaxed);
        let due = |&(lane, _): &(usize, &Power)| (before + lane as u64).is_multiple_of(self.check_every);
        Sample { kind, powers: powers.enumerate().filter(due).map(|(lane, power)| (lane, power.clone())).collect() }
    }

    /// Computes a sample again and compares.
    ///
    /// # Errors
    /// Who was wrong and is out of service from now on. Where the one that served stands among them or not, none of the
    /// batch's answers is to be trusted.
    pub(super) fn check(&self, seat: Seat, sample: &Sample, values: &[Value]) -> Result<(), Vec<Backend>> {
        if sample.powers.is_empty() {
            return Ok(());
        }
        let checker = self.in_service().find(|&other| other != seat).unwrap_or(seat);
        let powers = in_batches(sample.powers.iter().map(|(_, power)| power));
        let again = self.run(checker, sample.kind, powers).unwrap_or_default();
        let mut disagreed = false;
        let mut wrong = Vec::new();
        for (index, (lane, power)) in sample.powers.iter().enumerate() {
            let (first, second) = (values.get(*lane), again.get(index));
            if agree(first, second) {
                continue;
            }
            disagreed = true;
            if checker == seat {
                // Of one that disagrees with itself no answer counts.
                wrong.push(seat);
                continue;
            }
            // The slow power's time depends on y and K, which is no matter: they are withheld and will never be used.
            let truth = Zeroizing::new(slow(power));
            let heard = [(seat, first), (checker, second)];
            wrong.extend(heard.iter().filter(|(_, said)| !says(*said, power, &truth)).map(|&(seat, _)| seat));
        }
        if !disagreed {
            return Ok(());
        }
        wrong.retain(|&seat| self.retire(seat));
        Err(wrong.into_iter().map(|seat| self.name(seat)).collect())
    }
}

/// Powers in batches, all but the last one full.
pub(super) fn in_batches<'a>(powers: impl Iterator<Item = &'a Power>) -> Vec<PowerBatch> {
    let mut batches: Vec<PowerBatch> = Vec::new();
    for power in powers {
        let refused = match batches.last_mut() {
            Some(batch) => batch.push(power.clone()).err(),
            None => Some(power.clone()),
        };
        if let Some(power) = refused {
            let mut batch = PowerBatch::new();
            // An empty batch has room.
            let _ = batch.push(power);
            batches.push(batch);
        }
    }
    batches
}

fn bit(Seat(seat): Seat) -> u32 {
    1 << seat
}

fn value(kind: PowerKind, result: Result<Residue, PowerError>) -> Value {
    let residue = result?;
    Ok(match kind {
        PowerKind::Public => Octets::Public(residue.into_public()),
        PowerKind::Shared => Octets::Shared(residue.into_shared()?),
    })
}

impl Octets {
    fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Public(octets) => octets,
            Self::Shared(secret) => secret.as_bytes(),
        }
    }
}

fn agree(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (Some(Ok(one)), Some(Ok(other))) => one.as_bytes().ct_eq(other.as_bytes()).into(),
        (Some(Err(one)), Some(Err(other))) => one == other,
        _ => false,
    }
}

/// Whether a backend's word on a power is the truth. A trivial secret has no octets: it is none that the group takes.
fn says(said: Option<&Value>, power: &Power, truth: &[u8]) -> bool {
    match said {
        Some(Ok(octets)) => octets.as_bytes().ct_eq(truth).into(),
        Some(Err(PowerError::TrivialSecret)) => power.group.check(truth).is_err(),
        Some(Err(_)) | None => false,
    }
}

fn slow(power: &Power) -> Vec<u8> {
    let base = match &power.base {
        Base::Generator => power.group.g(),
        Base::Element(element) => element.as_bytes(),
    };
    reference::power(base, power.exponent.expose(), power.group.p())
}
