//! Eight 64-bit lanes, each with the arithmetic of one session: all that the kernels know about a processor.
//!
//! The algorithms ([`crate::mont8`], [`crate::pow8`], [`crate::fixed8`]) are written once over [`Lanes`]. `ifma` is the
//! fast implementation, `portable` the plain one that runs under any checker. Every operation takes a time that does
//! not depend on what the lanes hold.
//!
//! The steps in which nearly all time is spent are operations too. Their order decides how well they fill a processor,
//! and a compiler would change it; so `ifma` has them as machine code, for which `record` wrote down what the
//! algorithm does.
#![allow(unsafe_code, reason = "lanes seen as words")]
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

pub(crate) mod ifma;
mod kernels;
pub(crate) mod portable;
#[cfg(test)]
mod record;

use std::cell::Cell;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::{mem, slice};

use crate::blocks8::{self, Factors};
use crate::mont8::{self, Modulus};
use crate::pow8::{self, LookUp};
use crate::secret::{self, Plain};
use crate::{LANES, fixed8};

/// Bits of a limb: what a 52-bit multiplier takes and gives.
pub(crate) const RADIX: u32 = 52;
/// The bits of a lane that a multiplication looks at.
pub(crate) const LIMB: u64 = (1 << RADIX) - 1;

/// Eight entries of a look-up table, in one line of the cache.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub(crate) struct Eight(pub(crate) [u64; 8]);

impl Plain for Eight {}

/// A value in each of [`LANES`] lanes: eight words in memory, but for `record`.
pub(crate) trait Lanes: Plain {
    /// A yes or no for each lane.
    type Mask: Copy;

    /// The same value in all lanes.
    fn splat(value: u64) -> Self;

    /// Lane i from element i.
    fn load(values: &[u64; LANES]) -> Self;

    /// Element i from lane i.
    fn store(self, values: &mut [u64; LANES]);

    /// self + other mod 2^64.
    fn add(self, other: Self) -> Self;

    /// self AND other.
    fn and(self, other: Self) -> Self;

    /// self shifted right by `BITS`, zeros coming in.
    fn shift_right<const BITS: u32>(self) -> Self;

    /// self shifted right by a number of bits below 64, the same for all lanes and public.
    fn shift_right_by(self, bits: u32) -> Self;

    /// self + the 52 low bits of the 104-bit product of a and b, of which the 52 low bits count.
    fn madd_low(self, a: Self, b: Self) -> Self;

    /// self + the 52 high bits of that product.
    fn madd_high(self, a: Self, b: Self) -> Self;

    /// Lanes where self and `bits` have a bit in common.
    fn test(self, bits: Self) -> Self::Mask;

    /// Lanes where both are equal.
    fn equal(self, other: Self) -> Self::Mask;

    /// `set` where the mask is, `clear` elsewhere.
    fn select(mask: Self::Mask, set: Self, clear: Self) -> Self;

    /// In each lane, the element of self that the three low bits of `index` name. All of self is read.
    fn permute(self, index: Self) -> Self;

    /// Where the mask is, the element of `table` that the three low bits of `index` name; elsewhere self. All of the
    /// table is read.
    fn permute_where(self, mask: Self::Mask, table: Self, index: Self) -> Self;

    /// Self, wanted in a register: it is used more than once. Means something to `record` only.
    #[inline(always)]
    fn hold(self) -> Self {
        self
    }

    /// Without the noise above the limb.
    #[inline(always)]
    fn limb(self) -> Self {
        self.and(Self::splat(LIMB))
    }

    /// [`mont8::multiply`], or [`blocks8::multiply`] for long numbers.
    #[inline(always)]
    fn multiply<const N: usize>(modulus: &Modulus<Self, N>, a: &mut [Self; N], b: &[Self; N]) {
        if N < blocks8::FROM {
            *a = mont8::multiply(a, |i| b[i], &modulus.p, modulus.inverse());
        } else {
            blocks8::multiply(modulus, a, b);
        }
    }

    /// [`mont8::square`], or [`blocks8::square`] for long numbers.
    #[inline(always)]
    fn square<const N: usize>(modulus: &Modulus<Self, N>, a: &mut [Self; N]) {
        if N < blocks8::FROM {
            *a = mont8::square(a, &modulus.p, modulus.inverse(), |_| ());
        } else {
            blocks8::square(modulus, a, None);
        }
    }

    /// Squares a, and looks up a share of a factor: [`pow8::square_and_look_up`].
    #[inline(always)]
    fn square_and_look_up<const N: usize>(modulus: &Modulus<Self, N>, a: &mut [Self; N], look_up: LookUp<'_, Self>) {
        if N < blocks8::FROM {
            let LookUp { table, digit, found } = look_up;
            let (table, found) = (table.as_flattened(), |at: usize, limb| found[at] = limb);
            *a = pow8::square_and_look_up(a, &modulus.p, modulus.inverse(), table, *digit, found);
        } else {
            blocks8::square(modulus, a, Some(look_up));
        }
    }

    /// [`pow8::look_up_share`].
    #[inline(always)]
    fn look_up(look_up: LookUp<'_, Self>) {
        let LookUp { table, digit, found } = look_up;
        pow8::look_up_share(table.as_flattened(), *digit, |at, limb| found[at] = limb);
    }

    /// [`fixed8::look_up_limbs`].
    #[inline(always)]
    fn look_up_entry<const GROUPS: usize>(entries: &[Self], digit: &Self, found: &mut [Self]) {
        fixed8::look_up_limbs::<_, GROUPS>(entries, *digit, |at, limb| found[at] = limb);
    }

    /// Multiplies a by an entry of a table: [`fixed8::multiply_by_entry`].
    #[inline(always)]
    fn multiply_by_entry<const N: usize, const GROUPS: usize>(
        modulus: &Modulus<Self, N>,
        a: &mut [Self; N],
        entries: &[Self],
        digit: &Self,
    ) {
        if N < blocks8::FROM {
            *a = fixed8::multiply_by_entry::<_, N, GROUPS>(a, &modulus.p, modulus.inverse(), entries, *digit);
        } else {
            let mut factor = [Self::splat(0); N];
            Self::look_up_entry::<GROUPS>(entries, digit, &mut factor);
            Self::multiply(modulus, a, &factor);
            secret::wipe(&mut factor);
        }
    }

    /// [`blocks8::head`], on its place among the columns.
    #[inline(always)]
    fn head<const N: usize>(
        modulus: &Modulus<Self, N>,
        columns: &mut [Self; 2 * blocks8::K],
        x: &[Self],
        factors: &mut Factors<Self>,
    ) {
        let (left, q) = blocks8::head(*columns, x, &factors.b, factors.corner, &modulus.p, modulus.inverse());
        columns[blocks8::K..].copy_from_slice(&left);
        factors.q = q;
    }

    /// [`blocks8::head_of_square`], likewise.
    #[inline(always)]
    fn head_of_square<const N: usize>(
        modulus: &Modulus<Self, N>,
        columns: &mut [Self; 2 * blocks8::K],
        x: &[Self],
        factors: &mut Factors<Self>,
        look_up: Option<LookUp<'_, Self>>,
    ) {
        let (p, inverse) = (&modulus.p, modulus.inverse());
        let (left, q) = match look_up {
            None => blocks8::head_of_square(*columns, x, p, inverse, |_| ()),
            Some(LookUp { table, digit, found }) => {
                let found = |at: usize, limb| found[at] = limb;
                let aside = pow8::spread_over::<_, { blocks8::K }>(table.as_flattened(), *digit, found);
                blocks8::head_of_square(*columns, x, p, inverse, aside)
            }
        };
        columns[blocks8::K..].copy_from_slice(&left);
        factors.q = q;
    }

    /// [`blocks8::sweep`], over all blocks of columns.
    #[inline(always)]
    fn sweep(columns: &mut [Self], x: &[Self], p: &[Self], factors: &Factors<Self>) {
        blocks8::over_blocks(columns, |at, columns, next, done| {
            let (x, p) = (&x[at * blocks8::K..], &p[at * blocks8::K..]);
            blocks8::sweep(columns, x, p, factors, |j| next[j], |j, column| done[j] = column)
        });
    }

    /// [`blocks8::triangle`], over one block of columns.
    #[inline(always)]
    fn triangle(columns: &mut [Self; 2 * blocks8::K], x: &[Self], p: &[Self], factors: &Factors<Self>) {
        blocks8::over_blocks(columns, |_, columns, next, done| {
            blocks8::triangle(columns, x, p, factors, |j| next[j], |j, column| done[j] = column)
        });
    }

    /// [`blocks8::sweep_p`], over all blocks of columns.
    #[inline(always)]
    fn sweep_p(columns: &mut [Self], p: &[Self], factors: &Factors<Self>) {
        blocks8::over_blocks(columns, |at, columns, next, done| {
            let p = &p[at * blocks8::K..];
            blocks8::sweep_p(columns, p, &factors.q, |j| next[j], |j, column| done[j] = column)
        });
    }
}

/// The lanes as machine words.
pub(crate) fn words<L: Lanes>(lanes: &[L]) -> &[[u64; LANES]] {
    const { assert!(size_of::<L>() == size_of::<[u64; LANES]>()) };
    // SAFETY: a value of an implementation is its eight words, in order, aligned at least as they are.
    unsafe { slice::from_raw_parts(lanes.as_ptr().cast(), lanes.len()) }
}

/// Entries of a table as lanes.
pub(crate) fn entries<L: Lanes>(entries: &[Eight]) -> &[L] {
    const { assert!(size_of::<L>() == size_of::<Eight>() && align_of::<L>() == align_of::<Eight>()) };
    // SAFETY: both are eight words, aligned alike.
    unsafe { slice::from_raw_parts(entries.as_ptr().cast(), entries.len()) }
}

/// The lanes as machine words that may be written.
pub(crate) fn words_mut<L: Lanes>(lanes: &mut [L]) -> &mut [[u64; LANES]] {
    const { assert!(size_of::<L>() == size_of::<[u64; LANES]>()) };
    // SAFETY: as for `words`, and any words are lanes.
    unsafe { slice::from_raw_parts_mut(lanes.as_mut_ptr().cast(), lanes.len()) }
}

thread_local! {
    /// All zeros, and as long as this thread ever needed.
    static ROOM: Cell<Vec<Eight>> = const { Cell::new(Vec::new()) };
}

/// Room for numbers while powers are raised, zeros to begin with: the thread's own, wiped and given back after use, so that
/// a batch neither asks for memory nor clears it twice.
pub(crate) struct Room<L: Lanes> {
    all: Vec<Eight>,
    used: usize,
    lanes: PhantomData<L>,
}

impl<L: Lanes> Room<L> {
    pub(crate) fn take(used: usize) -> Self {
        let mut all = ROOM.take();
        if all.len() < used {
            all.resize(used, Eight([0; LANES]));
        }
        Self { all, used, lanes: PhantomData }
    }
}

impl<L: Lanes> Deref for Room<L> {
    type Target = [L];

    #[inline(always)]
    fn deref(&self) -> &[L] {
        entries(&self.all[..self.used])
    }
}

impl<L: Lanes> DerefMut for Room<L> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [L] {
        let used = &mut self.all[..self.used];
        // SAFETY: as for `entries`, and any words are lanes.
        unsafe { slice::from_raw_parts_mut(used.as_mut_ptr().cast(), used.len()) }
    }
}

impl<L: Lanes> Drop for Room<L> {
    fn drop(&mut self) {
        secret::wipe(&mut self.all[..self.used]);
        ROOM.set(mem::take(&mut self.all));
    }
}

#[cfg(test)]
mod tests {
    use super::ifma::Ifma;
    use super::portable::Portable;
    use super::*;
    use crate::cpu;

    /// Values that carry, overflow and lie outside a limb.
    const VALUES: [u64; 11] =
        [0, 1, 2, 7, LIMB, LIMB - 1, 1 << 51, 1 << 52, u64::MAX, 0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210];

    fn array<L: Lanes>(lanes: L) -> [u64; LANES] {
        let mut values = [0; LANES];
        lanes.store(&mut values);
        values
    }

    fn every_operation<L: Lanes>() {
        let entries = [10, 11, 12, 13, 14, 15, 16, u64::MAX];
        let table = L::load(&entries);
        for (at, start) in VALUES.iter().enumerate() {
            let a: [u64; LANES] = std::array::from_fn(|lane| VALUES[(at + lane) % VALUES.len()]);
            for b in VALUES.map(|value| std::array::from_fn(|lane| value.wrapping_add(lane as u64))) {
                let (x, y, c) = (L::load(&a), L::load(&b), L::splat(*start));
                let each = |of: &dyn Fn(u64, u64) -> u64| -> [u64; LANES] { std::array::from_fn(|i| of(a[i], b[i])) };
                let product = |a: u64, b: u64| u128::from(a & LIMB) * u128::from(b & LIMB);
                let low = each(&|a, b| start.wrapping_add(product(a, b) as u64 & LIMB));
                let high = each(&|a, b| start.wrapping_add((product(a, b) >> RADIX) as u64));
                assert_eq!(array(c.madd_low(x, y)), low);
                assert_eq!(array(c.madd_high(x, y)), high);
                assert_eq!(array(x.add(y)), each(&u64::wrapping_add));
                assert_eq!(array(x.and(y)), each(&|a, b| a & b));
                assert_eq!(array(x.shift_right::<RADIX>()), each(&|a, _| a >> 52));
                assert_eq!(array(x.shift_right_by(36)), each(&|a, _| a >> 36));
                assert_eq!(array(x.limb()), each(&|a, _| a & LIMB));
                assert_eq!(array(L::select(x.test(y), x, c)), each(&|a, b| if a & b == 0 { *start } else { a }));
                assert_eq!(array(L::select(x.equal(y), c, x)), each(&|a, b| if a == b { *start } else { a }));
                assert_eq!(array(table.permute(y)), each(&|_, b| entries[(b & 7) as usize]));
                let picked = each(&|a, b| if a == b { entries[(b & 7) as usize] } else { a });
                assert_eq!(array(x.permute_where(x.equal(y), table, y)), picked);
            }
        }
    }

    #[target_feature(enable = "avx512f,avx512ifma")]
    fn every_operation_of_ifma() {
        every_operation::<Ifma>();
    }

    #[test]
    #[allow(unsafe_code, reason = "a function compiled for other instructions")]
    fn operations_are_those_of_the_machine_words() {
        every_operation::<Portable>();
        if cpu::Ifma::detect().is_some() {
            // SAFETY: the processor has just been asked.
            unsafe { every_operation_of_ifma() }
        }
    }
}
