//! Powers of eight different bases at once: a window of four bits, looked up by reading all of the table.
//!
//! What happens and in which order depends on the longest exponent's public length alone. Two batches may be raised
//! together: they take turns operation by operation, so that one fills the processor's units while a chain of carries
//! holds up the other. Called by [`crate::vector`].
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

use zeroize::Zeroizing;

use crate::lanes::{Lanes, Room};
use crate::mont8::{self, Inverse, Modulus};
use crate::{LANES, secret};

/// Bits of the exponent that one multiplication takes in, and squarings before it.
const WINDOW: usize = 4;
/// Powers of a base that are kept: base^0 to base^15.
pub(crate) const ENTRIES: usize = 1 << WINDOW;
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

/// A share of the factor that a window's digit names, looked up while something else is computed.
pub(crate) struct LookUp<'a, L> {
    /// All powers, for each limb of the share.
    pub(crate) table: &'a [[L; ENTRIES]],
    /// A digit for each lane.
    pub(crate) digit: &'a L,
    pub(crate) found: &'a mut [L],
}

/// Limbs of the next factor that one squaring looks up.
pub(crate) const fn share(limbs: usize) -> usize {
    limbs.div_ceil(WINDOW)
}

/// A base's powers, and the one that was looked up last. Limb by limb, in [`WINDOW`] shares, of which the last may go
/// beyond the number.
struct Powers<'a, L> {
    table: &'a mut [[L; ENTRIES]],
    factor: &'a mut [L],
}

/// Raises every batch's value to its exponents.
#[inline(always)]
pub(crate) fn raise<L: Lanes, const N: usize>(batches: &mut [Batch<L, N>]) {
    let limbs = WINDOW * share(N);
    let mut room = Room::<L>::take(batches.len() * limbs * (ENTRIES + 1));
    let mut powers: Vec<Powers<'_, L>> = Vec::with_capacity(batches.len());
    for (batch, room) in batches.iter().zip(room.chunks_exact_mut(limbs * (ENTRIES + 1))) {
        let (table, factor) = room.split_at_mut(limbs * ENTRIES);
        let mut of_base = Powers { table: table.as_chunks_mut().0, factor };
        of_base.fill(batch);
        powers.push(of_base);
    }
    let windows = batches.first().map_or(0, |batch| batch.exponents.windows(WINDOW as u32));
    for position in (0..windows).rev() {
        for part in 0..WINDOW {
            for (batch, powers) in batches.iter_mut().zip(&mut powers) {
                let digit = batch.exponents.window(position, WINDOW as u32);
                let limbs = part * share(N)..(part + 1) * share(N);
                let found = &mut powers.factor[limbs.clone()];
                let look_up = LookUp { table: &powers.table[limbs], digit: &digit, found };
                if position + 1 == windows {
                    L::look_up(look_up);
                } else {
                    L::square_and_look_up(&batch.modulus, &mut batch.value, look_up);
                }
            }
        }
        for (batch, powers) in batches.iter_mut().zip(&powers) {
            let (factor, _) = powers.factor.split_first_chunk().expect("four shares are N limbs or more");
            if position + 1 == windows {
                batch.value = *factor;
            } else {
                L::multiply(&batch.modulus, &mut batch.value, factor);
            }
        }
    }
    for batch in batches {
        mont8::leave(&batch.modulus, &mut batch.value);
    }
}

impl<L: Lanes> Powers<'_, L> {
    /// base^0, base^1, … in Montgomery form.
    #[inline(always)]
    fn fill<const N: usize>(&mut self, batch: &Batch<L, N>) {
        let modulus = &batch.modulus;
        self.keep(0, &modulus.one);
        // R^2 brings the base into Montgomery form.
        let mut base = batch.value;
        L::multiply(modulus, &mut base, &modulus.square);
        self.keep(1, &base);
        let mut power = base;
        for at in 2..ENTRIES {
            if at % 2 == 0 {
                for (limb, entries) in power.iter_mut().zip(&*self.table) {
                    *limb = entries[at / 2];
                }
                L::square(modulus, &mut power);
            } else {
                L::multiply(modulus, &mut power, &base);
            }
            self.keep(at, &power);
        }
        secret::wipe(&mut power);
    }

    #[inline(always)]
    fn keep<const N: usize>(&mut self, at: usize, power: &[L; N]) {
        for (entries, limb) in self.table.iter_mut().zip(power) {
            entries[at] = *limb;
        }
    }
}

/// Squares, and looks up a share of the factor that comes after four squarings, whose limbs are told to `found`. In
/// the shade of the multiplications that costs next to nothing.
#[inline(always)]
pub(crate) fn square_and_look_up<L: Lanes, const N: usize>(
    a: &[L],
    p: &[L],
    inverse: Inverse<L>,
    table: &[L],
    digit: L,
    found: impl FnMut(usize, L),
) -> [L; N] {
    mont8::square(a, p, inverse, spread_over::<_, N>(table, digit, found))
}

/// What looks up a share limb by limb, spread over rows that it is called with.
#[inline(always)]
pub(crate) fn spread_over<L: Lanes, const ROWS: usize>(
    table: &[L],
    digit: L,
    mut found: impl FnMut(usize, L),
) -> impl FnMut(usize) {
    let bits = bits(digit.hold());
    let (tables, _) = table.as_chunks();
    move |row| {
        for (at, entries) in tables.iter().enumerate() {
            if at * ROWS / tables.len() == row {
                found(at, look_up(entries, bits));
            }
        }
    }
}

/// Looks up a share; its limbs are told to `found`.
#[inline(always)]
pub(crate) fn look_up_share<L: Lanes>(table: &[L], digit: L, mut found: impl FnMut(usize, L)) {
    let bits = bits(digit.hold());
    for (at, entries) in table.as_chunks().0.iter().enumerate() {
        found(at, look_up(entries, bits));
    }
}

/// Which bits of the digit are set, lowest first.
#[inline(always)]
fn bits<L: Lanes>(digit: L) -> [L::Mask; WINDOW] {
    [digit.test(L::splat(1)), digit.test(L::splat(2)), digit.test(L::splat(4)), digit.test(L::splat(8))]
}

/// One limb of the entry that each lane's digit names: four rounds of choosing between neighbours, by one bit each.
#[inline(always)]
fn look_up<L: Lanes>(entries: &[L; ENTRIES], bits: [L::Mask; WINDOW]) -> L {
    // Not functions: a closure would be compiled without the lanes' instructions.
    macro_rules! choose {
        (1, $i:expr) => {
            L::select(bits[0], entries[2 * $i + 1], entries[2 * $i].hold())
        };
        (2, $i:expr) => {{
            let clear = choose!(1, 2 * $i);
            L::select(bits[1], choose!(1, 2 * $i + 1), clear)
        }};
        (3, $i:expr) => {{
            let clear = choose!(2, 2 * $i);
            L::select(bits[2], choose!(2, 2 * $i + 1), clear)
        }};
    }
    let clear = choose!(3, 0);
    L::select(bits[3], choose!(3, 1), clear)
}
