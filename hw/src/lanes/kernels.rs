//! The recorded kernels (`kernels.s`), and which of them serves a limb count.
//!
//! Functions for numbers of N limbs say `false` where there is no kernel for N. Called by [`super::ifma`] alone.
#![allow(unsafe_code, reason = "machine code")]
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

use std::arch::global_asm;
use std::ptr;

use super::ifma::Ifma;
use crate::blocks8::{Factors, K};
use crate::mont8::Modulus;
use crate::pow8;

global_asm!(include_str!("kernels.s"), options(raw));

/// Where the results go, and where the other arguments are, as far as there are any.
type Kernel = unsafe extern "C" fn(*mut Ifma, *const Ifma, *const Ifma, *const Ifma, *const Ifma);

/// Declares kernels.
macro_rules! kernels {
    ($($name:ident)*) => {
        #[allow(improper_ctypes, reason = "pointers to what only our own code reads")]
        unsafe extern "C" {
            $(fn $name(to: *mut Ifma, a: *const Ifma, b: *const Ifma, c: *const Ifma, d: *const Ifma);)*
        }
    };
}

kernels! {
    akeyd_hw_multiply_10
    akeyd_hw_square_10
    akeyd_hw_square_and_look_up_10
    akeyd_hw_multiply_by_entry_10_of_8
    akeyd_hw_multiply_10_one
    akeyd_hw_square_10_one
    akeyd_hw_square_and_look_up_10_one
    akeyd_hw_multiply_by_entry_10_of_8_one
    akeyd_hw_multiply_15
    akeyd_hw_square_15
    akeyd_hw_square_and_look_up_15
    akeyd_hw_multiply_by_entry_15_of_8
    akeyd_hw_multiply_15_one
    akeyd_hw_square_15_one
    akeyd_hw_square_and_look_up_15_one
    akeyd_hw_multiply_by_entry_15_of_8_one
    akeyd_hw_multiply_20
    akeyd_hw_square_20
    akeyd_hw_square_and_look_up_20
    akeyd_hw_multiply_by_entry_20_of_8
    akeyd_hw_multiply_20_one
    akeyd_hw_square_20_one
    akeyd_hw_square_and_look_up_20_one
    akeyd_hw_multiply_by_entry_20_of_8_one
    akeyd_hw_multiply_by_entry_20_of_4
    akeyd_hw_multiply_by_entry_20_of_4_one
    akeyd_hw_head
    akeyd_hw_head_of_square
    akeyd_hw_head_one
    akeyd_hw_head_of_square_one
    akeyd_hw_sweep
    akeyd_hw_triangle
    akeyd_hw_sweep_p
}

/// No argument.
const NONE: *const Ifma = ptr::null();

// SAFETY, for every call below: the instructions exist where a value of `Ifma` does. A kernel for N limbs reads N vectors
// of each number, and the first N + 1 of the modulus, which are P and its inverse; it writes N vectors of `a`. What else
// it reads or writes is said where that is made sure of.

/// a becomes a·b / R mod P.
#[inline(always)]
pub(super) fn multiply<const N: usize>(modulus: &Modulus<Ifma, N>, a: &mut [Ifma; N], b: &[Ifma; N]) -> bool {
    let kernel: Kernel = match (N, modulus.inverse_is_one) {
        (10, false) => akeyd_hw_multiply_10,
        (10, true) => akeyd_hw_multiply_10_one,
        (15, false) => akeyd_hw_multiply_15,
        (15, true) => akeyd_hw_multiply_15_one,
        (20, false) => akeyd_hw_multiply_20,
        (20, true) => akeyd_hw_multiply_20_one,
        _ => return false,
    };
    // SAFETY: see above.
    unsafe { kernel(a.as_mut_ptr(), start(modulus), b.as_ptr(), NONE, NONE) }
    true
}

/// a becomes a·a / R mod P.
#[inline(always)]
pub(super) fn square<const N: usize>(modulus: &Modulus<Ifma, N>, a: &mut [Ifma; N]) -> bool {
    let kernel: Kernel = match (N, modulus.inverse_is_one) {
        (10, false) => akeyd_hw_square_10,
        (10, true) => akeyd_hw_square_10_one,
        (15, false) => akeyd_hw_square_15,
        (15, true) => akeyd_hw_square_15_one,
        (20, false) => akeyd_hw_square_20,
        (20, true) => akeyd_hw_square_20_one,
        _ => return false,
    };
    // SAFETY: see above.
    unsafe { kernel(a.as_mut_ptr(), start(modulus), NONE, NONE, NONE) }
    true
}

/// Squares a and looks up a share of a factor.
#[inline(always)]
pub(super) fn square_and_look_up<const N: usize>(
    modulus: &Modulus<Ifma, N>,
    a: &mut [Ifma; N],
    table: &[[Ifma; pow8::ENTRIES]],
    digit: &Ifma,
    found: &mut [Ifma],
) -> bool {
    let kernel: Kernel = match (N, modulus.inverse_is_one) {
        (10, false) => akeyd_hw_square_and_look_up_10,
        (10, true) => akeyd_hw_square_and_look_up_10_one,
        (15, false) => akeyd_hw_square_and_look_up_15,
        (15, true) => akeyd_hw_square_and_look_up_15_one,
        (20, false) => akeyd_hw_square_and_look_up_20,
        (20, true) => akeyd_hw_square_and_look_up_20_one,
        _ => return false,
    };
    assert!(table.len() == pow8::share(N) && found.len() == pow8::share(N), "a share");
    let (table, found) = (table.as_flattened().as_ptr(), found.as_mut_ptr());
    // SAFETY: see above. The entries of a share are read, and a share is written, which was asserted.
    unsafe { kernel(a.as_mut_ptr(), start(modulus), table, digit, found) }
    true
}

/// Multiplies a by an entry of a table.
#[inline(always)]
pub(super) fn multiply_by_entry<const N: usize, const GROUPS: usize>(
    modulus: &Modulus<Ifma, N>,
    a: &mut [Ifma; N],
    entries: &[Ifma],
    digit: &Ifma,
) -> bool {
    let kernel: Kernel = match (N, GROUPS, modulus.inverse_is_one) {
        (10, 8, false) => akeyd_hw_multiply_by_entry_10_of_8,
        (10, 8, true) => akeyd_hw_multiply_by_entry_10_of_8_one,
        (15, 8, false) => akeyd_hw_multiply_by_entry_15_of_8,
        (15, 8, true) => akeyd_hw_multiply_by_entry_15_of_8_one,
        (20, 8, false) => akeyd_hw_multiply_by_entry_20_of_8,
        (20, 8, true) => akeyd_hw_multiply_by_entry_20_of_8_one,
        (20, 4, false) => akeyd_hw_multiply_by_entry_20_of_4,
        (20, 4, true) => akeyd_hw_multiply_by_entry_20_of_4_one,
        _ => return false,
    };
    assert!(entries.len() == N * GROUPS, "a position of the table");
    // SAFETY: see above. The entries of a position are read, which was asserted.
    unsafe { kernel(a.as_mut_ptr(), start(modulus), entries.as_ptr(), digit, NONE) }
    true
}

/// P, and behind it the inverse.
#[inline(always)]
fn start<const N: usize>(modulus: &Modulus<Ifma, N>) -> *const Ifma {
    ptr::from_ref(modulus).cast()
}

/// [`crate::blocks8::head`].
#[inline(always)]
pub(super) fn head<const N: usize>(
    modulus: &Modulus<Ifma, N>,
    columns: &mut [Ifma; 2 * K],
    x: &[Ifma],
    factors: &mut Factors<Ifma>,
) {
    let kernel: Kernel = if modulus.inverse_is_one { akeyd_hw_head_one } else { akeyd_hw_head };
    call_head(kernel, modulus, columns, x, factors);
}

/// [`crate::blocks8::head_of_square`].
#[inline(always)]
pub(super) fn head_of_square<const N: usize>(
    modulus: &Modulus<Ifma, N>,
    columns: &mut [Ifma; 2 * K],
    x: &[Ifma],
    factors: &mut Factors<Ifma>,
) {
    let kernel: Kernel = if modulus.inverse_is_one { akeyd_hw_head_of_square_one } else { akeyd_hw_head_of_square };
    call_head(kernel, modulus, columns, x, factors);
}

#[inline(always)]
fn call_head<const N: usize>(
    kernel: Kernel,
    modulus: &Modulus<Ifma, N>,
    columns: &mut [Ifma; 2 * K],
    x: &[Ifma],
    factors: &mut Factors<Ifma>,
) {
    assert!(x.len() >= K && N >= K, "a block");
    let factors = ptr::from_mut(factors).cast::<Ifma>();
    // SAFETY: the instructions exist. Twenty columns, ten limbs of x and of P, the inverse and the factors are read; ten
    // columns and the factors' q are written.
    unsafe { kernel(columns.as_mut_ptr(), modulus.p.as_ptr(), x.as_ptr(), factors, &raw const modulus.inverse) }
}

/// [`crate::blocks8::sweep`], over all blocks of columns.
#[inline(always)]
pub(super) fn sweep(columns: &mut [Ifma], x: &[Ifma], p: &[Ifma], factors: &Factors<Ifma>) {
    call_sweep(akeyd_hw_sweep, columns, x, p, factors);
}

/// [`crate::blocks8::triangle`].
#[inline(always)]
pub(super) fn triangle(columns: &mut [Ifma; 2 * K], x: &[Ifma], p: &[Ifma], factors: &Factors<Ifma>) {
    call_sweep(akeyd_hw_triangle, columns, x, p, factors);
}

/// [`crate::blocks8::sweep_p`], over all blocks of columns.
#[inline(always)]
pub(super) fn sweep_p(columns: &mut [Ifma], p: &[Ifma], factors: &Factors<Ifma>) {
    call_sweep(akeyd_hw_sweep_p, columns, p, p, factors);
}

#[inline(always)]
fn call_sweep(kernel: Kernel, columns: &mut [Ifma], x: &[Ifma], p: &[Ifma], factors: &Factors<Ifma>) {
    let Some(limbs) = columns.len().checked_sub(K).filter(|limbs| *limbs > 0) else { return };
    assert!(limbs % K == 0 && x.len() >= limbs && p.len() >= limbs, "as many limbs as columns, but for the last block");
    let last = columns[limbs..].as_ptr();
    // SAFETY: the instructions exist. All columns are read and written, as many limbs of x and P are read as there are
    // columns before `last`, which was asserted, and the factors.
    unsafe { kernel(columns.as_mut_ptr(), p.as_ptr(), x.as_ptr(), ptr::from_ref(factors).cast(), last) }
}
