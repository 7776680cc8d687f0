//! Lanes as a 512-bit register, on processors with AVX-512 IFMA.
//!
//! Every function is inlined into a caller that was compiled for these instructions (a `#[target_feature]` function
//! that asks for a [`crate::cpu::Ifma`] token); called from anywhere else it would be slow, and a fault on a lesser
//! processor. Only [`crate::vector`] names this type.
#![allow(unsafe_code, reason = "vector instructions")]

use std::arch::asm;
use std::arch::x86_64::{
    __m512i, __mmask8, _mm512_add_epi64, _mm512_and_si512, _mm512_cmpeq_epi64_mask, _mm512_loadu_si512,
    _mm512_madd52hi_epu64, _mm512_madd52lo_epu64, _mm512_mask_blend_epi64, _mm512_mask_permutexvar_epi64,
    _mm512_permutexvar_epi64, _mm512_set1_epi64, _mm512_srli_epi64, _mm512_srlv_epi64, _mm512_storeu_si512,
    _mm512_test_epi64_mask,
};

use super::{Lanes, kernels};
use crate::LANES;
use crate::blocks8::{self, Factors};
use crate::mont8::Modulus;
use crate::pow8::LookUp;
use crate::secret::{self, Plain};

/// One register.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub(crate) struct Ifma(__m512i);

impl Plain for Ifma {}

// SAFETY, for every block below: the instructions exist, because values of this type are only made and used below
// `#[target_feature]` functions whose callers hold a token of `crate::cpu`. Loads and stores go through references to
// as many octets as they move.
impl Lanes for Ifma {
    type Mask = __mmask8;

    #[inline(always)]
    fn splat(value: u64) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_set1_epi64(value.cast_signed()) })
    }

    #[inline(always)]
    fn load(values: &[u64; LANES]) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_loadu_si512(values.as_ptr().cast()) })
    }

    #[inline(always)]
    fn store(self, values: &mut [u64; LANES]) {
        // SAFETY: see above.
        unsafe { _mm512_storeu_si512(values.as_mut_ptr().cast(), self.0) }
    }

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_add_epi64(self.0, other.0) })
    }

    #[inline(always)]
    fn and(self, other: Self) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_and_si512(self.0, other.0) })
    }

    #[inline(always)]
    fn shift_right<const BITS: u32>(self) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_srli_epi64::<BITS>(self.0) })
    }

    #[inline(always)]
    fn shift_right_by(self, bits: u32) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_srlv_epi64(self.0, _mm512_set1_epi64(bits.into())) })
    }

    #[inline(always)]
    fn madd_low(self, a: Self, b: Self) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_madd52lo_epu64(self.0, a.0, b.0) })
    }

    #[inline(always)]
    fn madd_high(self, a: Self, b: Self) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_madd52hi_epu64(self.0, a.0, b.0) })
    }

    #[inline(always)]
    fn test(self, bits: Self) -> __mmask8 {
        // SAFETY: see above.
        unsafe { _mm512_test_epi64_mask(self.0, bits.0) }
    }

    #[inline(always)]
    fn equal(self, other: Self) -> __mmask8 {
        // SAFETY: see above.
        unsafe { _mm512_cmpeq_epi64_mask(self.0, other.0) }
    }

    #[inline(always)]
    fn select(mask: __mmask8, set: Self, clear: Self) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_mask_blend_epi64(mask, clear.0, set.0) })
    }

    #[inline(always)]
    fn permute(self, index: Self) -> Self {
        // SAFETY: see above. The permutation takes only the low bits of the index.
        Self(unsafe { _mm512_permutexvar_epi64(index.0, self.0) })
    }

    #[inline(always)]
    fn permute_where(self, mask: __mmask8, table: Self, index: Self) -> Self {
        // SAFETY: as before.
        Self(unsafe { _mm512_mask_permutexvar_epi64(self.0, mask, index.0, table.0) })
    }

    #[inline(always)]
    fn multiply<const N: usize>(modulus: &Modulus<Self, N>, a: &mut [Self; N], b: &[Self; N]) {
        if !kernels::multiply(modulus, a, b) {
            blocks8::multiply(modulus, a, b);
        }
    }

    #[inline(always)]
    fn square<const N: usize>(modulus: &Modulus<Self, N>, a: &mut [Self; N]) {
        if !kernels::square(modulus, a) {
            blocks8::square(modulus, a, None);
        }
    }

    #[inline(always)]
    fn square_and_look_up<const N: usize>(modulus: &Modulus<Self, N>, a: &mut [Self; N], look_up: LookUp<'_, Self>) {
        if let Some(look_up) = kernels::square_and_look_up(modulus, a, look_up) {
            blocks8::square(modulus, a, Some(look_up));
        }
    }

    #[inline(always)]
    fn look_up(look_up: LookUp<'_, Self>) {
        kernels::look_up(look_up);
    }

    #[inline(always)]
    fn look_up_entry<const GROUPS: usize>(entries: &[Self], digit: &Self, found: &mut [Self]) {
        kernels::look_up_entry::<GROUPS>(entries, digit, found);
    }

    #[inline(always)]
    fn multiply_by_entry<const N: usize, const GROUPS: usize>(
        modulus: &Modulus<Self, N>,
        a: &mut [Self; N],
        entries: &[Self],
        digit: &Self,
    ) {
        if !kernels::multiply_by_entry::<N, GROUPS>(modulus, a, entries, digit) {
            let mut factor = [Self::splat(0); N];
            Self::look_up_entry::<GROUPS>(entries, digit, &mut factor);
            Self::multiply(modulus, a, &factor);
            secret::wipe(&mut factor);
        }
    }

    #[inline(always)]
    fn head<const N: usize>(
        modulus: &Modulus<Self, N>,
        columns: &mut [Self; 2 * blocks8::K],
        x: &[Self],
        factors: &mut Factors<Self>,
    ) {
        kernels::head(modulus, columns, x, factors);
    }

    #[inline(always)]
    fn head_of_square<const N: usize>(
        modulus: &Modulus<Self, N>,
        columns: &mut [Self; 2 * blocks8::K],
        x: &[Self],
        factors: &mut Factors<Self>,
        look_up: Option<LookUp<'_, Self>>,
    ) {
        kernels::head_of_square(modulus, columns, x, factors, look_up);
    }

    #[inline(always)]
    fn sweep(columns: &mut [Self], x: &[Self], p: &[Self], factors: &Factors<Self>) {
        kernels::sweep(columns, x, p, factors);
    }

    #[inline(always)]
    fn triangle(columns: &mut [Self; 2 * blocks8::K], x: &[Self], p: &[Self], factors: &Factors<Self>) {
        kernels::triangle(columns, x, p, factors);
    }

    #[inline(always)]
    fn sweep_p(columns: &mut [Self], p: &[Self], factors: &Factors<Self>) {
        kernels::sweep_p(columns, p, factors);
    }
}

/// Clears all 32 vector registers: what a batch computed last is still in them.
///
/// `vzeroall` clears the lower 16 as long as they are; the upper ones are cleared one by one.
#[target_feature(enable = "avx512f,avx512ifma")]
pub(crate) fn wipe_registers() {
    // SAFETY: the instructions exist where this function may be called, and all registers they write are declared.
    unsafe {
        asm!(
            "vzeroall",
            "vpxord zmm16, zmm16, zmm16", "vpxord zmm17, zmm17, zmm17", "vpxord zmm18, zmm18, zmm18",
            "vpxord zmm19, zmm19, zmm19", "vpxord zmm20, zmm20, zmm20", "vpxord zmm21, zmm21, zmm21",
            "vpxord zmm22, zmm22, zmm22", "vpxord zmm23, zmm23, zmm23", "vpxord zmm24, zmm24, zmm24",
            "vpxord zmm25, zmm25, zmm25", "vpxord zmm26, zmm26, zmm26", "vpxord zmm27, zmm27, zmm27",
            "vpxord zmm28, zmm28, zmm28", "vpxord zmm29, zmm29, zmm29", "vpxord zmm30, zmm30, zmm30",
            "vpxord zmm31, zmm31, zmm31",
            out("zmm0") _, out("zmm1") _, out("zmm2") _, out("zmm3") _, out("zmm4") _, out("zmm5") _, out("zmm6") _,
            out("zmm7") _, out("zmm8") _, out("zmm9") _, out("zmm10") _, out("zmm11") _, out("zmm12") _,
            out("zmm13") _, out("zmm14") _, out("zmm15") _, out("zmm16") _, out("zmm17") _, out("zmm18") _,
            out("zmm19") _, out("zmm20") _, out("zmm21") _, out("zmm22") _, out("zmm23") _, out("zmm24") _,
            out("zmm25") _, out("zmm26") _, out("zmm27") _, out("zmm28") _, out("zmm29") _, out("zmm30") _,
            out("zmm31") _,
            options(nomem, nostack, preserves_flags),
        );
    }
}
