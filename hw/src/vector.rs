//! The vector backends: powers of one size packed into lanes, computed, unpacked and wiped.
//!
//! Both implementations of [`Lanes`] go through the same code; `ifma` enters it through functions compiled for its
//! instructions, which only a token of [`crate::cpu`] opens. Called by [`crate::PowerBatch`] with values that were
//! checked before.
#![allow(unsafe_code, reason = "the way into functions compiled for other instructions")]
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

use std::ptr;

use crypto_bigint::{BoxedUint, NonZero};
use zeroize::Zeroizing;

use crate::fixed8::Table;
use crate::lanes::ifma::{self, Ifma};
use crate::lanes::portable::Portable;
use crate::lanes::{self, LIMB, Lanes, RADIX};
use crate::pow8::{self, Batch, EXPONENT_RADIX, Exponents};
use crate::secret::{self, SecretOctets};
use crate::{Exponent, LANES, blocks8, cpu, limbs, mont8};

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
    /// R mod P.
    one: Box<[u64]>,
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
        let divisor = NonZero::new(BoxedUint::from_be_slice_vartime(octets)).expect("an odd P is not 0");
        let power_of_two = |bits: u32| {
            let power = BoxedUint::one_with_precision(bits + 1).unbounded_shl_vartime(bits);
            split(&power.rem_vartime(&divisor).to_be_bytes())
        };
        // Newton's iteration: an odd number is its own inverse mod 8, and every step doubles the bits that are right.
        let inverse = (0..5).fold(p[0], |x, _| x.wrapping_mul(2_u64.wrapping_sub(p[0].wrapping_mul(x))));
        Self {
            octets: octets.len(),
            square: power_of_two(2 * RADIX * limbs as u32),
            one: power_of_two(RADIX * limbs as u32),
            inverse: inverse.wrapping_neg() & LIMB,
            p,
        }
    }

    /// Limbs of the numbers modulo this P: those of one batch have the same.
    pub(crate) fn limbs(&self) -> usize {
        self.p.len()
    }

    fn bring_into<L: Lanes, const N: usize>(&self, lane: usize, moduli: &mut mont8::Modulus<L, N>) {
        for (row, limb) in self.rows(moduli) {
            row[lane] = limb;
        }
        moduli.inverse_is_one &= self.inverse == 1;
    }

    fn bring_into_all<L: Lanes, const N: usize>(&self, moduli: &mut mont8::Modulus<L, N>) {
        for (row, limb) in self.rows(moduli) {
            *row = [limb; LANES];
        }
        moduli.inverse_is_one = self.inverse == 1;
    }

    /// Rows of lanes, and what of this P belongs into each.
    fn rows<'a, L: Lanes, const N: usize>(
        &'a self,
        moduli: &'a mut mont8::Modulus<L, N>,
    ) -> impl Iterator<Item = (&'a mut [u64; LANES], u64)> {
        let numbers = [(&mut moduli.p, &self.p), (&mut moduli.square, &self.square), (&mut moduli.one, &self.one)];
        let numbers =
            numbers.into_iter().flat_map(|(rows, limbs)| lanes::words_mut(rows).iter_mut().zip(limbs.iter().copied()));
        numbers
            .chain(std::iter::once((&mut lanes::words_mut(std::slice::from_mut(&mut moduli.inverse))[0], self.inverse)))
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

fn raise_sized<const N: usize>(cpu: Option<cpu::Ifma>, jobs: &[Job<'_>], table: Option<&Table>) -> Vec<SecretOctets> {
    if cpu.is_some() {
        // SAFETY: the token shows that the processor has these instructions.
        let powers = raise_by(jobs, |batches: &mut [Batch<Ifma, N>]| unsafe { raise_ifma(batches, table) });
        // The kernels keep short numbers in registers: frames hold digits and a few limbs, less than 4 KiB. The columns
        // of long ones stand on the stack.
        if N < blocks8::FROM {
            secret::wipe_stack::<1024>();
        } else {
            secret::wipe_stack::<4096>();
        }
        powers
    } else {
        let powers = raise_by(jobs, |batches: &mut [Batch<Portable, N>]| raise_portable(batches, table));
        secret::wipe_stack::<8192>();
        powers
    }
}

/// Into lanes, up to the power, and out of them. Lanes are filled and emptied by code that was compiled for no special
/// processor, so that nothing but arithmetic is compiled for one.
fn raise_by<L: Lanes, const N: usize>(jobs: &[Job<'_>], raise: impl FnOnce(&mut [Batch<L, N>])) -> Vec<SecretOctets> {
    let bits = jobs.iter().map(|job| job.exponent.bits()).max().unwrap_or(0);
    let mut batches = Vec::with_capacity(jobs.len().div_ceil(LANES));
    for jobs in jobs.chunks(LANES) {
        batches.push(pack(jobs, bits));
    }
    raise(&mut batches);
    let mut powers = Vec::with_capacity(jobs.len());
    for (jobs, batch) in jobs.chunks(LANES).zip(&batches) {
        unpack(jobs, batch, &mut powers);
    }
    powers
}

fn table_sized<const N: usize>(cpu: Option<cpu::Ifma>, modulus: &Modulus, g: &[u8], window: u32, bits: u32) -> Table {
    if cpu.is_some() {
        let (modulus, g) = in_all_lanes::<Ifma, N>(modulus, g);
        // SAFETY: the token shows that the processor has these instructions.
        unsafe { table_ifma(&modulus, &g, window, bits) }
    } else {
        let (modulus, g) = in_all_lanes::<Portable, N>(modulus, g);
        table_portable(&modulus, &g, window, bits)
    }
}

#[target_feature(enable = "avx512f,avx512ifma")]
#[inline(never)]
fn raise_ifma<const N: usize>(batches: &mut [Batch<Ifma, N>], table: Option<&Table>) {
    raise_batches(batches, table);
    ifma::wipe_registers();
}

#[inline(never)]
fn raise_portable<const N: usize>(batches: &mut [Batch<Portable, N>], table: Option<&Table>) {
    raise_batches(batches, table);
}

/// Loops rather than iterator adaptors in what this calls: an adaptor that is not inlined would be compiled without the
/// lanes' instructions.
#[inline(always)]
fn raise_batches<L: Lanes, const N: usize>(batches: &mut [Batch<L, N>], table: Option<&Table>) {
    match table {
        Some(table) => table.raise(batches),
        None => pow8::raise(batches),
    }
}

#[target_feature(enable = "avx512f,avx512ifma")]
#[inline(never)]
fn table_ifma<const N: usize>(modulus: &mont8::Modulus<Ifma, N>, g: &[Ifma; N], window: u32, bits: u32) -> Table {
    Table::new(modulus, g, window, bits)
}

#[inline(never)]
fn table_portable<const N: usize>(
    modulus: &mont8::Modulus<Portable, N>,
    g: &[Portable; N],
    window: u32,
    bits: u32,
) -> Table {
    Table::new(modulus, g, window, bits)
}

/// Brings up to eight jobs into lanes; lanes without a job repeat the first one's work.
fn pack<L: Lanes, const N: usize>(jobs: &[Job<'_>], bits: u32) -> Batch<L, N> {
    let digits = bits.div_ceil(EXPONENT_RADIX) as usize;
    let exponents = Exponents { limbs: Zeroizing::new(vec![[0; LANES]; digits]), bits };
    let mut batch = Batch { modulus: mont8::Modulus::new(), value: secret::zeros(), exponents };
    let Batch { modulus: moduli, value, exponents } = &mut batch;
    // Mostly one P serves all lanes.
    jobs[0].modulus.bring_into_all(moduli);
    for lane in 0..LANES {
        let Job { modulus, base, exponent } = jobs.get(lane).unwrap_or(&jobs[0]);
        if !ptr::eq(*modulus, jobs[0].modulus) {
            modulus.bring_into(lane, moduli);
        }
        let value = lanes::words_mut(value);
        limbs::from_octets::<{ RADIX as usize }>(base, |at, limb| value[at][lane] = limb, N);
        let (octets, limbs) = (exponent.expose(), &mut exponents.limbs);
        limbs::from_octets::<{ EXPONENT_RADIX as usize }>(octets, |at, limb| limbs[at][lane] = limb, digits);
    }
    batch
}

/// Appends each job's power as octets, padded to its P's length.
fn unpack<L: Lanes, const N: usize>(jobs: &[Job<'_>], batch: &Batch<L, N>, powers: &mut Vec<SecretOctets>) {
    let value = lanes::words(&batch.value);
    for (lane, job) in jobs.iter().enumerate() {
        let limb = |at: usize| value[at][lane];
        powers.push(secret::octets(job.modulus.octets, |own| limbs::to_octets(limb, N, own)));
    }
}

/// One P and one number for all lanes.
fn in_all_lanes<L: Lanes, const N: usize>(modulus: &Modulus, number: &[u8]) -> (mont8::Modulus<L, N>, [L; N]) {
    let (mut moduli, mut value): (_, [L; N]) = (mont8::Modulus::new(), secret::zeros());
    modulus.bring_into_all(&mut moduli);
    for lane in 0..LANES {
        let value = lanes::words_mut(&mut value);
        limbs::from_octets::<{ RADIX as usize }>(number, |at, limb| value[at][lane] = limb, N);
    }
    (moduli, value)
}
