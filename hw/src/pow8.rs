//! Powers of eight different bases at once: a window of four bits, looked up by reading all of the table.
//!
//! What happens and in which order depends on the longest exponent's public length alone. Two batches may be raised
//! together: they take turns operation by operation, so that one fills the processor's units while a chain of carries
//! holds up the other. Called by [`crate::vector`].
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

use zeroize::Zeroizing;

use crate::lanes::{Lanes, Wiped};
use crate::mont8::Modulus;
use crate::{LANES, secret};

/// Bits of the exponent that one multiplication takes in.
const WINDOW: u32 = 4;
/// Powers of a base that are kept: base^0 to base^15.
const ENTRIES: usize = 1 << WINDOW;
/// Bits of an exponent's limb: windows of 4, 5 and 6 bits never straddle two.
pub(crate) const EXPONENT_RADIX: u32 = 60;

/// Exponents of eight lanes in limbs of [`EXPONENT_RADIX`] bits, and the bits that the longest has of all
/// that are raised together.
pub(crate) struct Exponents {
    pub(crate) limbs: Zeroizing<Vec<[u64; LANES]>>,
    pub(crate) bits: u32,
}

impl Exponents {
    /// The window of `bits` bits at a public position, which counts windows from the least significant.
    #[inline(always)]
    pub(crate) fn window<L: Lanes>(&self, position: u32, bits: u32) -> L {
        let at = position * bits;
        let limb = self.limbs.get((at / EXPONENT_RADIX) as usize).map_or(L::splat(0), L::load);
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
    pub(crate) exponents: Exponents,
    /// Set out with the base, below P; ends as the power, below P.
    pub(crate) value: [L; N],
}

impl<L: Lanes, const N: usize> Drop for Batch<L, N> {
    fn drop(&mut self) {
        secret::wipe(&mut self.value);
    }
}

/// Raises every batch's value to its exponents.
#[inline(always)]
pub(crate) fn raise<L: Lanes, const N: usize, const K: usize>(batches: &mut [Batch<L, N>]) {
    let mut tables = Wiped::<L, N>::new(batches.len() * ENTRIES);
    for (batch, table) in batches.iter().zip(tables.as_chunks_mut().0) {
        fill::<L, N, K>(batch, table);
    }
    let windows = batches.first().map_or(0, |batch| batch.exponents.windows(WINDOW));
    let mut factor = [L::splat(0); N];
    for position in (0..windows).rev() {
        if position + 1 < windows {
            for _ in 0..WINDOW {
                for batch in &mut *batches {
                    batch.modulus.square::<K>(&mut batch.value);
                }
            }
        }
        for (batch, table) in batches.iter_mut().zip(tables.as_chunks().0) {
            look_up(table, batch.exponents.window(position, WINDOW), &mut factor);
            if position + 1 < windows {
                batch.modulus.multiply::<K>(&mut batch.value, &factor);
            } else {
                batch.value = factor;
            }
        }
    }
    for batch in batches {
        batch.modulus.leave::<K>(&mut batch.value);
    }
    secret::wipe(&mut factor);
}

/// base^0, base^1, … in Montgomery form.
#[inline(always)]
fn fill<L: Lanes, const N: usize, const K: usize>(batch: &Batch<L, N>, table: &mut [[L; N]; ENTRIES]) {
    table[0] = batch.modulus.square;
    batch.modulus.leave::<K>(&mut table[0]);
    for power in 1..ENTRIES {
        // The first multiplication, by R^2, brings the base into Montgomery form.
        let (last, factor) = match power {
            1 => (batch.value, batch.modulus.square),
            _ => (table[power - 1], table[1]),
        };
        table[power] = last;
        batch.modulus.multiply::<K>(&mut table[power], &factor);
    }
}

/// The entry that each lane's digit names: four rounds of choosing between neighbours, by one bit of the digit each.
#[inline(always)]
fn look_up<L: Lanes, const N: usize>(table: &[[L; N]; ENTRIES], digit: L, entry: &mut [L; N]) {
    let bits: [L::Mask; WINDOW as usize] = std::array::from_fn(|bit| digit.test(L::splat(1 << bit)));
    for (limb, entry) in entry.iter_mut().enumerate() {
        let eight: [L; 8] = std::array::from_fn(|i| L::select(bits[0], table[2 * i + 1][limb], table[2 * i][limb]));
        let four: [L; 4] = std::array::from_fn(|i| L::select(bits[1], eight[2 * i + 1], eight[2 * i]));
        let two: [L; 2] = std::array::from_fn(|i| L::select(bits[2], four[2 * i + 1], four[2 * i]));
        *entry = L::select(bits[3], two[1], two[0]);
    }
}
