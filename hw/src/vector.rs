//! The vector backends: powers of one size packed into lanes, computed, unpacked and wiped.
//!
//! Both implementations of [`Lanes`] go through the same code; `ifma` enters it through functions compiled for its
//! instructions, which only a token of [`crate::cpu`] opens. Called by [`crate::PowerBatch`] with values that were
//! checked before.
#![allow(unsafe_code, reason = "the way into functions compiled for other instructions")]

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

/// Calls a function with the limb count as a constant, and with the block of limbs whose columns fit the registers.
macro_rules! sized {
    ($limbs:expr, $function:ident($($argument:expr),*)) => {
        match $limbs {
            10 => $function::<10, 10>($($argument),*),
            15 => $function::<15, 15>($($argument),*),
            20 => $function::<20, 10>($($argument),*),
            30 => $function::<30, 10>($($argument),*),
            _ => $function::<40, 10>($($argument),*),
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
    let limbs = first.modulus.limbs();
    if cpu.is_some() {
        // SAFETY: the token shows that the processor has these instructions.
        unsafe { sized!(limbs, raise_ifma(jobs, table)) }
    } else {
        sized!(limbs, raise_portable(jobs, table))
    }
}

/// Computes the table of G's powers for exponents of up to `bits` bits; `None` when it would be too large.
pub(crate) fn table(cpu: Option<cpu::Ifma>, modulus: &Modulus, g: &[u8], bits: u32) -> Option<Table> {
    let limbs = modulus.limbs();
    let window = Table::window(limbs, bits)?;
    Some(if cpu.is_some() {
        // SAFETY: the token shows that the processor has these instructions.
        unsafe { sized!(limbs, table_ifma(modulus, g, window, bits)) }
    } else {
        sized!(limbs, table_portable(modulus, g, window, bits))
    })
}

#[target_feature(enable = "avx512f,avx512ifma")]
#[inline(never)]
fn raise_ifma<const N: usize, const K: usize>(jobs: &[Job<'_>], table: Option<&Table>) -> Vec<SecretOctets> {
    let powers = raise_by::<Ifma, N, K>(jobs, table);
    ifma::wipe_registers();
    powers
}

#[target_feature(enable = "avx512f,avx512ifma")]
#[inline(never)]
fn table_ifma<const N: usize, const K: usize>(modulus: &Modulus, g: &[u8], window: u32, bits: u32) -> Table {
    table_by::<Ifma, N, K>(modulus, g, window, bits)
}

/// Blocks of one limb: straight lines of an array's operations would swell to megabytes and be no faster.
#[inline(never)]
fn raise_portable<const N: usize, const K: usize>(jobs: &[Job<'_>], table: Option<&Table>) -> Vec<SecretOctets> {
    raise_by::<Portable, N, 1>(jobs, table)
}

#[inline(never)]
fn table_portable<const N: usize, const K: usize>(modulus: &Modulus, g: &[u8], window: u32, bits: u32) -> Table {
    table_by::<Portable, N, 1>(modulus, g, window, bits)
}

#[inline(always)]
fn raise_by<L: Lanes, const N: usize, const K: usize>(jobs: &[Job<'_>], table: Option<&Table>) -> Vec<SecretOctets> {
    // Loops rather than iterator adaptors, here and below: an adaptor that is not inlined is compiled without the
    // lanes' instructions.
    let mut batches: Vec<Batch<L, N>> = Vec::with_capacity(2);
    for jobs in jobs.chunks(LANES) {
        batches.push(pack(jobs));
    }
    match table {
        Some(table) => table.raise::<L, N, K>(&mut batches),
        None => pow8::raise::<L, N, K>(&mut batches),
    }
    let mut powers = Vec::with_capacity(jobs.len());
    for (jobs, batch) in jobs.chunks(LANES).zip(&batches) {
        unpack(jobs, &batch.value, &mut powers);
    }
    powers
}

#[inline(always)]
fn table_by<L: Lanes, const N: usize, const K: usize>(modulus: &Modulus, g: &[u8], window: u32, bits: u32) -> Table {
    let mut own = [[0; LANES]; N];
    limbs::from_octets::<{ RADIX as usize }>(g, |at, limb| own[at] = [limb; LANES], N);
    Table::new::<L, N, K>(&spread([modulus; LANES]), &load(&own), window, bits)
}

/// Brings up to eight jobs into lanes; lanes without a job repeat the first one's work.
#[inline(always)]
fn pack<L: Lanes, const N: usize>(jobs: &[Job<'_>]) -> Batch<L, N> {
    let job = |lane| jobs.get(lane).unwrap_or(&jobs[0]);
    let bits = jobs.iter().map(|job| job.exponent.bits()).max().unwrap_or(0);
    let digits = bits.div_ceil(EXPONENT_RADIX) as usize;
    let mut bases = [[0; LANES]; N];
    let mut rows = Zeroizing::new(vec![[0; LANES]; digits]);
    for lane in 0..LANES {
        let Job { base, exponent, .. } = job(lane);
        limbs::from_octets::<{ RADIX as usize }>(base, |at, limb| bases[at][lane] = limb, N);
        limbs::from_octets::<{ EXPONENT_RADIX as usize }>(exponent.expose(), |at, limb| rows[at][lane] = limb, digits);
    }
    let modulus = spread(std::array::from_fn(|lane| job(lane).modulus));
    Batch { modulus, exponents: Exponents { limbs: rows, bits }, value: load(&bases) }
}

/// Appends each lane's number as octets, padded to its P's length.
#[inline(always)]
fn unpack<L: Lanes, const N: usize>(jobs: &[Job<'_>], number: &[L; N], powers: &mut Vec<SecretOctets>) {
    let mut rows = Zeroizing::new([[0; LANES]; N]);
    for (row, limb) in rows.iter_mut().zip(number) {
        limb.store(row);
    }
    for (lane, job) in jobs.iter().enumerate() {
        powers.push(secret::octets(job.modulus.octets, |own| limbs::to_octets(|at| rows[at][lane], N, own)));
    }
}

/// The moduli of the lanes, limb-major.
#[inline(always)]
fn spread<L: Lanes, const N: usize>(moduli: [&Modulus; LANES]) -> mont8::Modulus<L, N> {
    let (mut p, mut square, mut inverse) = ([[0; LANES]; N], [[0; LANES]; N], [0; LANES]);
    for (lane, modulus) in moduli.into_iter().enumerate() {
        for (row, limb) in p.iter_mut().zip(&modulus.p) {
            row[lane] = *limb;
        }
        for (row, limb) in square.iter_mut().zip(&modulus.square) {
            row[lane] = *limb;
        }
        inverse[lane] = modulus.inverse;
    }
    mont8::Modulus { p: load(&p), square: load(&square), inverse: L::load(&inverse) }
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
