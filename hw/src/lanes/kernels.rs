//! The recorded kernels (`kernels.s`), and which of them serves a limb count.
//!
//! What has none is computed by the same algorithm from single operations. Called by [`super::ifma`] alone.
#![allow(unsafe_code, reason = "machine code")]
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

use std::arch::global_asm;

use super::ifma::Ifma;
use super::{Eight, Lanes};
use crate::mont8::{self, Modulus};
use crate::{fixed8, pow8};

global_asm!(include_str!("kernels.s"), options(raw));

#[allow(improper_ctypes, reason = "passed on to code of ours that knows the layout")]
unsafe extern "C" {
    fn akeyd_hw_multiply_10(a: *mut Ifma, b: *const Ifma, modulus: *const Modulus<Ifma, 10>);
    fn akeyd_hw_square_10(a: *mut Ifma, modulus: *const Modulus<Ifma, 10>);
    fn akeyd_hw_square_and_look_up_10(
        a: *mut Ifma,
        modulus: *const Modulus<Ifma, 10>,
        table: *const Ifma,
        digit: *const Ifma,
        found: *mut Ifma,
    );
    fn akeyd_hw_multiply_by_entry_10_of_8(
        a: *mut Ifma,
        modulus: *const Modulus<Ifma, 10>,
        entries: *const Eight,
        digit: *const Ifma,
    );
    fn akeyd_hw_multiply_by_entry_10_of_4(
        a: *mut Ifma,
        modulus: *const Modulus<Ifma, 10>,
        entries: *const Eight,
        digit: *const Ifma,
    );
    fn akeyd_hw_multiply_15(a: *mut Ifma, b: *const Ifma, modulus: *const Modulus<Ifma, 15>);
    fn akeyd_hw_square_15(a: *mut Ifma, modulus: *const Modulus<Ifma, 15>);
    fn akeyd_hw_square_and_look_up_15(
        a: *mut Ifma,
        modulus: *const Modulus<Ifma, 15>,
        table: *const Ifma,
        digit: *const Ifma,
        found: *mut Ifma,
    );
    fn akeyd_hw_multiply_by_entry_15_of_8(
        a: *mut Ifma,
        modulus: *const Modulus<Ifma, 15>,
        entries: *const Eight,
        digit: *const Ifma,
    );
    fn akeyd_hw_multiply_by_entry_15_of_4(
        a: *mut Ifma,
        modulus: *const Modulus<Ifma, 15>,
        entries: *const Eight,
        digit: *const Ifma,
    );
    fn akeyd_hw_multiply_20(a: *mut Ifma, b: *const Ifma, modulus: *const Modulus<Ifma, 20>);
    fn akeyd_hw_square_20(a: *mut Ifma, modulus: *const Modulus<Ifma, 20>);
    fn akeyd_hw_square_and_look_up_20(
        a: *mut Ifma,
        modulus: *const Modulus<Ifma, 20>,
        table: *const Ifma,
        digit: *const Ifma,
        found: *mut Ifma,
    );
    fn akeyd_hw_multiply_by_entry_20_of_8(
        a: *mut Ifma,
        modulus: *const Modulus<Ifma, 20>,
        entries: *const Eight,
        digit: *const Ifma,
    );
    fn akeyd_hw_multiply_by_entry_20_of_4(
        a: *mut Ifma,
        modulus: *const Modulus<Ifma, 20>,
        entries: *const Eight,
        digit: *const Ifma,
    );
}

// SAFETY, for every call below: the instructions exist where a value of `Ifma` does. A kernel for N limbs reads N vectors
// of each number and the first N + 1 of the modulus, and what else a table has for N limbs, which is asserted; it writes
// N vectors of `a` and a share of `found`.

/// a becomes a·b / R mod P.
#[inline(always)]
pub(super) fn multiply<const N: usize>(modulus: &Modulus<Ifma, N>, a: &mut [Ifma; N], b: &[Ifma; N]) {
    let (to, by, under) = (a.as_mut_ptr(), b.as_ptr(), &raw const *modulus);
    // SAFETY: see above.
    unsafe {
        match N {
            10 => akeyd_hw_multiply_10(to, by, under.cast()),
            15 => akeyd_hw_multiply_15(to, by, under.cast()),
            20 => akeyd_hw_multiply_20(to, by, under.cast()),
            _ => *a = mont8::multiply(a, |i| b[i], &modulus.p, modulus.inverse),
        }
    }
}

/// a becomes a·a / R mod P.
#[inline(always)]
pub(super) fn square<const N: usize>(modulus: &Modulus<Ifma, N>, a: &mut [Ifma; N]) {
    let (to, under) = (a.as_mut_ptr(), &raw const *modulus);
    // SAFETY: see above.
    unsafe {
        match N {
            10 => akeyd_hw_square_10(to, under.cast()),
            15 => akeyd_hw_square_15(to, under.cast()),
            20 => akeyd_hw_square_20(to, under.cast()),
            _ => *a = mont8::square(a, &modulus.p, modulus.inverse, |_| ()),
        }
    }
}

/// Squares a and looks up a share of a factor.
#[inline(always)]
pub(super) fn square_and_look_up<const N: usize>(
    modulus: &Modulus<Ifma, N>,
    a: &mut [Ifma; N],
    table: &[[Ifma; pow8::ENTRIES]],
    digit: &Ifma,
    found: &mut [Ifma],
) {
    let share = pow8::share(N);
    assert!(table.len() == share && found.len() == share, "a share");
    let (to, under) = (a.as_mut_ptr(), &raw const *modulus);
    let (entries, digit, limbs) = (table.as_flattened().as_ptr(), &raw const *digit, found.as_mut_ptr());
    // SAFETY: see above.
    unsafe {
        match N {
            10 => akeyd_hw_square_and_look_up_10(to, under.cast(), entries, digit, limbs),
            15 => akeyd_hw_square_and_look_up_15(to, under.cast(), entries, digit, limbs),
            20 => akeyd_hw_square_and_look_up_20(to, under.cast(), entries, digit, limbs),
            _ => {
                let tell = |at: usize, limb| found[at] = limb;
                *a = pow8::square_and_look_up(a, &modulus.p, modulus.inverse, table.as_flattened(), *digit, tell);
            }
        }
    }
}

/// Multiplies a by an entry of a table.
#[inline(always)]
pub(super) fn multiply_by_entry<const N: usize, const GROUPS: usize>(
    modulus: &Modulus<Ifma, N>,
    a: &mut [Ifma; N],
    entries: &[Eight],
    digit: &Ifma,
) {
    assert!(entries.len() == N * GROUPS, "a position of the table");
    let (to, under) = (a.as_mut_ptr(), &raw const *modulus);
    let (from, by) = (entries.as_ptr(), &raw const *digit);
    // SAFETY: see above.
    unsafe {
        match (N, GROUPS) {
            (10, 8) => akeyd_hw_multiply_by_entry_10_of_8(to, under.cast(), from, by),
            (10, 4) => akeyd_hw_multiply_by_entry_10_of_4(to, under.cast(), from, by),
            (15, 8) => akeyd_hw_multiply_by_entry_15_of_8(to, under.cast(), from, by),
            (15, 4) => akeyd_hw_multiply_by_entry_15_of_4(to, under.cast(), from, by),
            (20, 8) => akeyd_hw_multiply_by_entry_20_of_8(to, under.cast(), from, by),
            (20, 4) => akeyd_hw_multiply_by_entry_20_of_4(to, under.cast(), from, by),
            _ => {
                let entry = |at: usize| Ifma::load(&entries[at].0);
                *a = fixed8::multiply_by_entry::<_, N, GROUPS>(a, &modulus.p, modulus.inverse, entry, *by);
            }
        }
    }
}
