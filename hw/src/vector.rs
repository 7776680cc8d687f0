//! The vector backends: powers of one size packed into lanes, computed, unpacked and wiped.
//!
//! Both implementations of [`Lanes`] go through the same code; `ifma` enters it through functions compiled for its
//! instructions, which only a token of [`crate::cpu`] opens. Called by [`crate::PowerBatch`] with values that were
//! checked before.
#![allow(unsafe_code, reason = "the way into functions compiled for other instructions")]
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

use std::mem;

use crypto_bigint::{BoxedUint, NonZero};
use zeroize::Zeroizing;

use crate::fixed8::Table;
use crate::lanes::ifma::{self, Ifma};
use crate::lanes::portable::Portable;
use crate::lanes::{LIMB, Lanes, RADIX};
use crate::pow8::{self, Batch, EXPONENT_RADIX, Exponents};
use crate::secret::{self, SecretOctets};
use crate::{Exponent, LANES, cpu, limbs, mont8};

/// Limbs of the numbers modulo a P of so many octets: those of the next size for which kernels exist. R = 2^(52 limbs)
/// must be at least 4 P.
pub(crate) fn limbs_for(octets: usize) -> usize {
    [10, 15, 20, 30].into_iter().find(|limbs| limbs * RADIX as usize >= octets * 8 + 2).unwrap_or(40)
}

/// Calls a function with the limb count as a constant.
macro_rules! sized {
    ($limbs:expr, $function:ident($($argument:expr),*)) => {
        match $limbs {
            10 => $function::<10>($($argument),*),
            15 => $function::<15>($($argument),*),
            20 => $function::<20>($($argument),*),
            30 => $function::<30>($($argument),*),
            _ => $function::<40>($($argument),*),
        }
    };
}

/// What is precomputed for a P, in limbs of 52 bits.
pub(crate) struct Modulus {
    octets: usize,
    p: Box<[u64]>,
    /// R^2 mod P.
    square: Box<[u64]>,
    /// −P^−1 mod 2^52.
    inverse: u64,
}

impl Modulus {
    /// Precomputes for an odd P.
    pub(crate) fn new(octets: &[u8]) -> Self {
        let limbs = limbs_for(octets.len());
        let split = |octets: &[u8]| {
            let mut own = vec![0; limbs];
            limbs::from_octets::<{ RADIX as usize }>(octets, |at, limb| own[at] = limb, limbs);
            own.into_boxed_slice()
        };
        let p = split(octets);
        let bits = 2 * RADIX * limbs as u32;
        let square = BoxedUint::one_with_precision(bits + 1).unbounded_shl_vartime(bits);
        let divisor = NonZero::new(BoxedUint::from_be_slice_vartime(octets)).expect("an odd P is not 0");
        // Newton's iteration: an odd number is its own inverse mod 8, and every step doubles the bits that are right.
        let inverse = (0..5).fold(p[0], |x, _| x.wrapping_mul(2_u64.wrapping_sub(p[0].wrapping_mul(x))));
        Self {
            octets: octets.len(),
            square: split(&square.rem_vartime(&divisor).to_be_bytes()),
            inverse: inverse.wrapping_neg() & LIMB,
            p,
        }
    }

    /// Limbs of the numbers modulo this P: those of one batch have the same.
    pub(crate) fn limbs(&self) -> usize {
        self.p.len()
    }
}

/// One lane's work.
pub(crate) struct Job<'a> {
    pub(crate) modulus: &'a Modulus,
    /// Most significant octet first, below P.
    pub(crate) base: &'a [u8],
    pub(crate) exponent: &'a Exponent,
}

/// Most jobs that [`raise`] takes at once.
pub(crate) fn most_jobs(limbs: usize) -> usize {
    // From 20 limbs on, one chain of carries hides behind its own multiplications, and two tables would fill the cache.
    if limbs < 20 { 2 * LANES } else { LANES }
}

/// Raises every job's base, or with a table its G, to the job's exponent. All P have one limb count, and there are at
/// most [`most_jobs`]; answers are padded to P's length.
pub(crate) fn raise(cpu: Option<cpu::Ifma>, jobs: &[Job<'_>], table: Option<&Table>) -> Vec<SecretOctets> {
    let Some(first) = jobs.first() else { return Vec::new() };
    sized!(first.modulus.limbs(), raise_sized(cpu, jobs, table))
}

/// Computes the table of G's powers for exponents of up to `bits` bits; `None` when it would be too large.
pub(crate) fn table(cpu: Option<cpu::Ifma>, modulus: &Modulus, g: &[u8], bits: u32) -> Option<Table> {
    let window = Table::window(modulus.limbs(), bits)?;
    Some(sized!(modulus.limbs(), table_sized(cpu, modulus, g, window, bits)))
}

/// What goes into a batch and comes out of it, limb-major: filled and emptied by code that was compiled for no special
/// processor, so that nothing but arithmetic is compiled for one.
#[repr(align(64))]
struct Rows<const N: usize> {
    p: [[u64; LANES]; N],
    square: [[u64; LANES]; N],
    inverse: [u64; LANES],
    /// The bases, and in the end the powers.
    value: [[u64; LANES]; N],
    exponents: Zeroizing<Vec<[u64; LANES]>>,
    /// The length of the longest exponent in all rows that are raised together.
    bits: u32,
}

fn raise_sized<const N: usize>(cpu: Option<cpu::Ifma>, jobs: &[Job<'_>], table: Option<&Table>) -> Vec<SecretOctets> {
    let bits = jobs.iter().map(|job| job.exponent.bits()).max().unwrap_or(0);
    let mut rows: Vec<Rows<N>> = jobs.chunks(LANES).map(|jobs| Rows::pack(jobs, bits)).collect();
    if cpu.is_some() {
        // SAFETY: the token shows that the processor has these instructions.
        unsafe { raise_ifma::<N>(&mut rows, table) }
    } else {
        raise_portable::<N>(&mut rows, table);
    }
    let mut powers = Vec::with_capacity(jobs.len());
    for (jobs, rows) in jobs.chunks(LANES).zip(&rows) {
        rows.unpack(jobs, &mut powers);
    }
    powers
}

fn table_sized<const N: usize>(cpu: Option<cpu::Ifma>, modulus: &Modulus, g: &[u8], window: u32, bits: u32) -> Table {
    let mut rows = Rows::<N>::new();
    for lane in 0..LANES {
        rows.set_modulus(lane, modulus);
        limbs::from_octets::<{ RADIX as usize }>(g, |at, limb| rows.value[at][lane] = limb, N);
    }
    if cpu.is_some() {
        // SAFETY: the token shows that the processor has these instructions.
        unsafe { table_ifma::<N>(&rows, window, bits) }
    } else {
        table_portable::<N>(&rows, window, bits)
    }
}

#[target_feature(enable = "avx512f,avx512ifma")]
#[inline(never)]
fn raise_ifma<const N: usize>(rows: &mut [Rows<N>], table: Option<&Table>) {
    raise_by::<Ifma, N>(rows, table);
    ifma::wipe_registers();
}

#[target_feature(enable = "avx512f,avx512ifma")]
#[inline(never)]
fn table_ifma<const N: usize>(rows: &Rows<N>, window: u32, bits: u32) -> Table {
    table_by::<Ifma, N>(rows, window, bits)
}

#[inline(never)]
fn raise_portable<const N: usize>(rows: &mut [Rows<N>], table: Option<&Table>) {
    raise_by::<Portable, N>(rows, table);
}

#[inline(never)]
fn table_portable<const N: usize>(rows: &Rows<N>, window: u32, bits: u32) -> Table {
    table_by::<Portable, N>(rows, window, bits)
}

/// Loops rather than iterator adaptors, here and in what this calls: an adaptor that is not inlined would be compiled
/// without the lanes' instructions.
#[inline(always)]
fn raise_by<L: Lanes, const N: usize>(rows: &mut [Rows<N>], table: Option<&Table>) {
    let mut batches: Vec<Batch<L, N>> = Vec::with_capacity(rows.len());
    for rows in &mut *rows {
        let exponents = Exponents { limbs: mem::take(&mut rows.exponents), bits: rows.bits };
        batches.push(Batch { modulus: modulus(rows), exponents, value: load(&rows.value) });
    }
    match table {
        Some(table) => table.raise::<L, N>(&mut batches),
        None => pow8::raise::<L, N>(&mut batches),
    }
    for (rows, batch) in rows.iter_mut().zip(&batches) {
        for (row, limb) in rows.value.iter_mut().zip(&batch.value) {
            limb.store(row);
        }
    }
}

#[inline(always)]
fn table_by<L: Lanes, const N: usize>(rows: &Rows<N>, window: u32, bits: u32) -> Table {
    Table::new::<L, N>(&modulus(rows), &load(&rows.value), window, bits)
}

#[inline(always)]
fn modulus<L: Lanes, const N: usize>(rows: &Rows<N>) -> mont8::Modulus<L, N> {
    mont8::Modulus { p: load(&rows.p), square: load(&rows.square), inverse: L::load(&rows.inverse) }
}

/// A number in each lane.
#[inline(always)]
fn load<L: Lanes, const N: usize>(rows: &[[u64; LANES]; N]) -> [L; N] {
    let mut number = [L::splat(0); N];
    for (limb, row) in number.iter_mut().zip(rows) {
        *limb = L::load(row);
    }
    number
}

impl<const N: usize> Rows<N> {
    fn new() -> Self {
        let zeros = [[0; LANES]; N];
        Self { p: zeros, square: zeros, inverse: [0; LANES], value: zeros, exponents: Zeroizing::default(), bits: 0 }
    }

    /// Brings up to eight jobs into lanes; lanes without a job repeat the first one's work.
    fn pack(jobs: &[Job<'_>], bits: u32) -> Self {
        let mut rows = Self::new();
        rows.bits = bits;
        let digits = bits.div_ceil(EXPONENT_RADIX) as usize;
        rows.exponents.resize(digits, [0; LANES]);
        for lane in 0..LANES {
            let Job { modulus, base, exponent } = jobs.get(lane).unwrap_or(&jobs[0]);
            rows.set_modulus(lane, modulus);
            limbs::from_octets::<{ RADIX as usize }>(base, |at, limb| rows.value[at][lane] = limb, N);
            let octets = exponent.expose();
            let exponents = &mut rows.exponents;
            limbs::from_octets::<{ EXPONENT_RADIX as usize }>(octets, |at, limb| exponents[at][lane] = limb, digits);
        }
        rows
    }

    fn set_modulus(&mut self, lane: usize, modulus: &Modulus) {
        for (row, limb) in self.p.iter_mut().zip(&modulus.p) {
            row[lane] = *limb;
        }
        for (row, limb) in self.square.iter_mut().zip(&modulus.square) {
            row[lane] = *limb;
        }
        self.inverse[lane] = modulus.inverse;
    }

    /// Appends each lane's power as octets, padded to its P's length.
    fn unpack(&self, jobs: &[Job<'_>], powers: &mut Vec<SecretOctets>) {
        for (lane, job) in jobs.iter().enumerate() {
            let limb = |at: usize| self.value[at][lane];
            powers.push(secret::octets(job.modulus.octets, |own| limbs::to_octets(limb, N, own)));
        }
    }
}

impl<const N: usize> Drop for Rows<N> {
    fn drop(&mut self) {
        secret::wipe(&mut self.value);
    }
}
