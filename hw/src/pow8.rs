//! Powers of eight different bases at once: a window of four bits, looked up by reading all of the table.
//!
//! What happens and in which order depends on the longest exponent's public length alone. Two batches may be raised
//! together: they take turns operation by operation, so that one fills the processor's units while a chain of carries
//! holds up the other. Called by [`crate::vector`].

use crate::lanes::{Lanes, Wiped};
use crate::mont8::Modulus;

/// Bits of the exponent that one multiplication takes in.
const WINDOW: u32 = 4;
/// Powers of a base that are kept: base^0 to base^15.
const ENTRIES: usize = 1 << WINDOW;
/// Bits of an exponent's limb: windows of 4, 5 and 6 bits never straddle two.
pub(crate) const EXPONENT_RADIX: u32 = 60;

/// Exponents of eight lanes in limbs of [`EXPONENT_RADIX`] bits, and the bits that the longest of them has.
pub(crate) struct Exponents<L: Lanes> {
    pub(crate) limbs: Wiped<L, 1>,
    pub(crate) bits: u32,
}

impl<L: Lanes> Exponents<L> {
    /// The window of `bits` bits at a public position, which counts windows from the least significant.
    #[inline(always)]
    pub(crate) fn window(&self, position: u32, bits: u32) -> L {
        let at = position * bits;
        let limb = self.limbs.get((at / EXPONENT_RADIX) as usize).map_or(L::splat(0), |limb| limb[0]);
        limb.shift_right_by(at % EXPONENT_RADIX).and(L::splat((1 << bits) - 1))
    }

    /// Windows of `bits` bits that cover every exponent.
    #[inline(always)]
    pub(crate) fn windows(&self, bits: u32) -> u32 {
        self.bits.div_ceil(bits)
    }
}

/// Eight lanes' work: what is raised, to which power, and the result so far.
pub(crate) struct Batch<L: Lanes, const N: usize> {
    pub(crate) modulus: Modulus<L, N>,
    pub(crate) exponents: Exponents<L>,
    /// Set out with the base, below P; ends as the power, below P.
    pub(crate) value: Wiped<L, N>,
}

/// Raises every batch's value to its exponents.
#[inline(always)]
pub(crate) fn raise<L: Lanes, const N: usize, const K: usize>(batches: &mut [Batch<L, N>]) {
    let mut tables: Vec<Wiped<L, N>> = batches.iter().map(|_| Wiped::new(ENTRIES)).collect();
    for (batch, table) in batches.iter().zip(&mut tables) {
        fill::<L, N, K>(batch, table);
    }
    let windows = batches.iter().map(|batch| batch.exponents.windows(WINDOW)).max().unwrap_or(0);
    let mut factor = Wiped::<L, N>::new(1);
    let mut result = Wiped::<L, N>::new(1);
    for position in (0..windows).rev() {
        if position + 1 < windows {
            for _ in 0..WINDOW {
                for batch in &mut *batches {
                    batch.modulus.square::<K>(&batch.value[0], &mut result[0]);
                    batch.value[0] = result[0];
                }
            }
        }
        for (batch, table) in batches.iter_mut().zip(&tables) {
            look_up(table, batch.exponents.window(position, WINDOW), &mut factor[0]);
            if position + 1 < windows {
                batch.modulus.multiply::<K>(&batch.value[0], &factor[0], &mut result[0]);
                batch.value[0] = result[0];
            } else {
                batch.value[0] = factor[0];
            }
        }
    }
    for batch in batches {
        batch.modulus.leave::<K>(&batch.value[0], &mut result[0]);
        batch.value[0] = result[0];
    }
}

/// base^0, base^1, … in Montgomery form.
#[inline(always)]
fn fill<L: Lanes, const N: usize, const K: usize>(batch: &Batch<L, N>, table: &mut Wiped<L, N>) {
    let [one, base, powers @ ..] = &mut **table else { return };
    batch.modulus.one::<K>(one);
    batch.modulus.multiply::<K>(&batch.value[0], &batch.modulus.square, base);
    let mut last = &*base;
    for power in powers {
        batch.modulus.multiply::<K>(last, base, power);
        last = power;
    }
}

/// The entry that each lane's digit names: four rounds of choosing between neighbours, by one bit of the digit each.
#[inline(always)]
fn look_up<L: Lanes, const N: usize>(table: &Wiped<L, N>, digit: L, entry: &mut [L; N]) {
    let Some(table) = table.first_chunk::<ENTRIES>() else { return };
    let bits: [L::Mask; WINDOW as usize] = std::array::from_fn(|bit| digit.test(L::splat(1 << bit)));
    for (limb, entry) in entry.iter_mut().enumerate() {
        let eight: [L; 8] = std::array::from_fn(|i| L::select(bits[0], table[2 * i + 1][limb], table[2 * i][limb]));
        let four: [L; 4] = std::array::from_fn(|i| L::select(bits[1], eight[2 * i + 1], eight[2 * i]));
        let two: [L; 2] = std::array::from_fn(|i| L::select(bits[2], four[2 * i + 1], four[2 * i]));
        *entry = L::select(bits[3], two[1], two[0]);
    }
}
