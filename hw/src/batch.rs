//! Any mix of powers, sorted into rounds that the backends take.
//!
//! Powers of one round share a limb count and, where G is raised, P and G: then a table serves all lanes. Called by
//! [`crate::PowerBatch`].

use std::cmp::Reverse;
use std::ptr;
use std::sync::Arc;

use crate::vector::{self, Job};
use crate::{Backend, Base, Group, Power, PowerError, Residue, cpu, scalar, secret};

/// Computes the powers; answers come in their order. What was secret on the way is wiped.
pub(crate) fn run(powers: &[&Power], backend: Backend) -> Vec<Result<Residue, PowerError>> {
    let answers = match backend {
        Backend::Ifma => return in_lanes(powers, cpu::Ifma::detect()),
        Backend::Portable => return in_lanes(powers, None),
        Backend::Scalar => powers.iter().map(|power| alone(power)).collect(),
        #[cfg(feature = "gmp")]
        Backend::Gmp => powers.iter().map(|power| by_gmp(power)).collect(),
    };
    // The vector backends wipe what is theirs. Here the largest frame holds crypto-bigint's tables.
    secret::wipe_stack::<4096>();
    answers
}

fn alone(power: &Power) -> Result<Residue, PowerError> {
    let Power { group, base, exponent } = power;
    let element = power.element()?;
    let table = match base {
        Base::Generator => group.scalar_table(exponent.bits()),
        Base::Element(_) => None,
    };
    let octets = match table {
        Some(table) => scalar::fixed_power(group.modulus(), &table, group.octets(), exponent),
        None => scalar::power(group.modulus(), element, exponent),
    };
    Ok(Residue::new(octets, Arc::clone(group)))
}

#[cfg(feature = "gmp")]
fn by_gmp(power: &Power) -> Result<Residue, PowerError> {
    let octets = crate::gmp::power(power.group.p(), power.element()?, &power.exponent);
    Ok(Residue::new(octets, Arc::clone(&power.group)))
}

/// On the vector kernels; on the portable lanes where there is no token for better ones.
fn in_lanes(powers: &[&Power], cpu: Option<cpu::Ifma>) -> Vec<Result<Residue, PowerError>> {
    let mut answers: Vec<Option<Result<Residue, PowerError>>> = powers.iter().map(|_| None).collect();
    let mut waiting: Vec<Waiting<'_>> = Vec::with_capacity(powers.len());
    for (at, (power, answer)) in powers.iter().zip(&mut answers).enumerate() {
        match power.element() {
            Ok(element) => waiting.push(Waiting { at, power, base: element.as_bytes() }),
            Err(error) => *answer = Some(Err(error)),
        }
    }
    // Long exponents first, so that few lanes wait for longer ones.
    waiting.sort_by_key(|one| (one.limbs(), one.fixed().map(ptr::from_ref), Reverse(one.bits())));
    for alike in waiting.chunk_by(Waiting::may_share) {
        let table = alike[0].fixed().and_then(|group| group.table(cpu, alike[0].bits()));
        for round in alike.chunks(vector::most_jobs(alike[0].limbs())) {
            let jobs: Vec<Job<'_>> = round.iter().map(Waiting::job).collect();
            for (one, octets) in round.iter().zip(vector::raise(cpu, &jobs, table.as_deref())) {
                answers[one.at] = Some(Ok(Residue::new(octets, Arc::clone(&one.power.group))));
            }
        }
    }
    answers.into_iter().map(|answer| answer.expect("every power was in a round")).collect()
}

/// A power that passed the checks.
struct Waiting<'a> {
    at: usize,
    power: &'a Power,
    base: &'a [u8],
}

impl<'a> Waiting<'a> {
    fn limbs(&self) -> usize {
        self.power.group.vector().limbs()
    }

    fn bits(&self) -> u32 {
        self.power.exponent.bits()
    }

    /// The group whose G is raised.
    fn fixed(&self) -> Option<&'a Group> {
        matches!(self.power.base, Base::Generator).then_some(&*self.power.group)
    }

    /// Whether both may be in one round.
    fn may_share(&self, other: &Self) -> bool {
        self.limbs() == other.limbs() && self.fixed().map(ptr::from_ref) == other.fixed().map(ptr::from_ref)
    }

    fn job(&self) -> Job<'a> {
        Job { modulus: self.power.group.vector(), base: self.base, exponent: &self.power.exponent }
    }
}
