//! Lanes as an array of machine words: slow, and clear enough to judge the fast ones by.
//!
//! Nothing depends on values but through masks.

use super::{LIMB, Lanes, RADIX};
use crate::LANES;
use crate::secret::{Plain, ones_unless_zero};

/// Eight words, aligned as the registers are, so that both implementations share one layout.
#[derive(Clone, Copy)]
#[repr(C, align(64))]
pub(crate) struct Portable([u64; LANES]);

impl Portable {
    #[inline]
    fn each(self, other: Self, of: impl Fn(u64, u64) -> u64) -> Self {
        let (Self(a), Self(b)) = (self, other);
        Self(std::array::from_fn(|lane| of(a[lane], b[lane])))
    }
}

/// A product of limbs, 104 bits.
#[inline]
fn product(a: u64, b: u64) -> u128 {
    u128::from(a & LIMB) * u128::from(b & LIMB)
}

impl Plain for Portable {}

impl Lanes for Portable {
    /// All ones or zero.
    type Mask = Self;

    #[inline]
    fn splat(value: u64) -> Self {
        Self([value; LANES])
    }

    #[inline]
    fn load(values: &[u64; LANES]) -> Self {
        Self(*values)
    }

    #[inline]
    fn store(self, values: &mut [u64; LANES]) {
        *values = self.0;
    }

    #[inline]
    fn add(self, other: Self) -> Self {
        self.each(other, u64::wrapping_add)
    }

    #[inline]
    fn and(self, other: Self) -> Self {
        self.each(other, |a, b| a & b)
    }

    #[inline]
    fn shift_right<const BITS: u32>(self) -> Self {
        self.each(self, |a, _| a >> BITS)
    }

    #[inline]
    fn shift_right_by(self, bits: u32) -> Self {
        self.each(self, |a, _| a >> bits)
    }

    #[inline]
    fn madd_low(self, a: Self, b: Self) -> Self {
        self.each(a.each(b, |a, b| product(a, b) as u64 & LIMB), u64::wrapping_add)
    }

    #[inline]
    fn madd_high(self, a: Self, b: Self) -> Self {
        self.each(a.each(b, |a, b| (product(a, b) >> RADIX) as u64), u64::wrapping_add)
    }

    #[inline]
    fn test(self, bits: Self) -> Self {
        self.each(bits, |a, b| ones_unless_zero(a & b))
    }

    #[inline]
    fn equal(self, other: Self) -> Self {
        self.each(other, |a, b| !ones_unless_zero(a ^ b))
    }

    #[inline]
    fn select(mask: Self, set: Self, clear: Self) -> Self {
        clear.each(mask.each(set.each(clear, |a, b| a ^ b), |a, b| a & b), |a, b| a ^ b)
    }

    #[inline]
    fn permute(self, index: Self) -> Self {
        index.each(index, |index, _| {
            let entries = self.0.iter().zip(0_u64..);
            entries.fold(0, |picked, (entry, at)| picked | entry & !ones_unless_zero(index & 7 ^ at))
        })
    }

    #[inline]
    fn permute_where(self, mask: Self, table: Self, index: Self) -> Self {
        Self::select(mask, table.permute(index), self)
    }
}
