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
use crate::pow8::{self, LookUp};

global_asm!(include_str!("kernels.s"), options(raw));

/// Where the results go, and where the other arguments are, as far as there are any.
type Kernel = unsafe extern "C" fn(*mut Ifma, *const Ifma, *const Ifma, *const Ifma, *const Ifma, *mut Ifma);

/// Declares kernels.
macro_rules! kernels {
    ($($name:ident)*) => {
        #[allow(improper_ctypes, reason = "pointers to what only our own code reads")]
        unsafe extern "C" {
            $(fn $name(to: *mut Ifma, a: *const Ifma, b: *const Ifma, c: *const Ifma, d: *const Ifma, also_to: *mut Ifma);)*
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
    akeyd_hw_head_of_square_and_look_up_8
    akeyd_hw_head_of_square_and_look_up_8_one
    akeyd_hw_head_of_square_and_look_up_10
    akeyd_hw_head_of_square_and_look_up_10_one
    akeyd_hw_look_up_3
    akeyd_hw_look_up_4
    akeyd_hw_look_up_5
    akeyd_hw_look_up_8
    akeyd_hw_look_up_10
    akeyd_hw_look_up_entry_of_8
    akeyd_hw_look_up_entry_of_4
    akeyd_hw_look_up_entry_of_2
    akeyd_hw_sweep
    akeyd_hw_triangle
    akeyd_hw_sweep_p
}

/// No argument.
const NONE: *const Ifma = ptr::null();
/// No further place for results.
const NOWHERE: *mut Ifma = ptr::null_mut();
/// Limbs of an entry that are looked up at a time.
const ENTRY_LIMBS: usize = 5;

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
    unsafe { kernel(a.as_mut_ptr(), start(modulus), b.as_ptr(), NONE, NONE, NOWHERE) }
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
    unsafe { kernel(a.as_mut_ptr(), start(modulus), NONE, NONE, NONE, NOWHERE) }
    true
}

/// Squares a and looks up a share of a factor; gives back the share where there is no kernel.
#[inline(always)]
pub(super) fn square_and_look_up<'a, const N: usize>(
    modulus: &Modulus<Ifma, N>,
    a: &mut [Ifma; N],
    look_up: LookUp<'a, Ifma>,
) -> Option<LookUp<'a, Ifma>> {
    let kernel: Kernel = match (N, modulus.inverse_is_one) {
        (10, false) => akeyd_hw_square_and_look_up_10,
        (10, true) => akeyd_hw_square_and_look_up_10_one,
        (15, false) => akeyd_hw_square_and_look_up_15,
        (15, true) => akeyd_hw_square_and_look_up_15_one,
        (20, false) => akeyd_hw_square_and_look_up_20,
        (20, true) => akeyd_hw_square_and_look_up_20_one,
        _ => return Some(look_up),
    };
    let LookUp { table, digit, found } = look_up;
    assert!(table.len() == pow8::share(N) && found.len() == pow8::share(N), "a share");
    let (table, found) = (table.as_flattened().as_ptr(), found.as_mut_ptr());
    // SAFETY: see above. The entries of a share are read, and a share is written, which was asserted.
    unsafe { kernel(a.as_mut_ptr(), start(modulus), table, digit, NONE, found) }
    None
}

/// Looks up a share of a factor.
#[inline(always)]
pub(super) fn look_up(look_up: LookUp<'_, Ifma>) {
    let LookUp { table, digit, found } = look_up;
    assert_eq!(table.len(), found.len(), "a share");
    let kernel: Kernel = match table.len() {
        3 => akeyd_hw_look_up_3,
        4 => akeyd_hw_look_up_4,
        5 => akeyd_hw_look_up_5,
        8 => akeyd_hw_look_up_8,
        10 => akeyd_hw_look_up_10,
        length => unreachable!("no numbers have shares of {length} limbs"),
    };
    // SAFETY: see above. The entries of a share are read, and a share is written.
    unsafe { kernel(found.as_mut_ptr(), NONE, table.as_flattened().as_ptr(), digit, NONE, NOWHERE) }
}

/// Looks up limbs of an entry.
#[inline(always)]
pub(super) fn look_up_entry<const GROUPS: usize>(entries: &[Ifma], digit: &Ifma, found: &mut [Ifma]) {
    let kernel: Kernel = match GROUPS {
        8 => akeyd_hw_look_up_entry_of_8,
        4 => akeyd_hw_look_up_entry_of_4,
        2 => akeyd_hw_look_up_entry_of_2,
        _ => unreachable!("no table has {GROUPS} groups"),
    };
    assert!(found.len().is_multiple_of(ENTRY_LIMBS) && entries.len() == found.len() * GROUPS, "whole limbs");
    for (entries, found) in entries.chunks(ENTRY_LIMBS * GROUPS).zip(found.chunks_mut(ENTRY_LIMBS)) {
        // SAFETY: see above. The entries of five limbs are read, and five limbs are written.
        unsafe { kernel(found.as_mut_ptr(), NONE, entries.as_ptr(), digit, NONE, NOWHERE) }
    }
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
    unsafe { kernel(a.as_mut_ptr(), start(modulus), entries.as_ptr(), digit, NONE, NOWHERE) }
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
    assert!(x.len() >= K && N >= K, "a block");
    let factors = ptr::from_mut(factors).cast::<Ifma>();
    // SAFETY: the instructions exist. Twenty columns, ten limbs of x and of P, and the factors are read; ten
    // columns and the factors' q are written.
    unsafe { kernel(columns.as_mut_ptr(), modulus.p.as_ptr(), x.as_ptr(), factors, NONE, NOWHERE) }
}

/// [`crate::blocks8::head_of_square`], with a share of a factor looked up on the way.
#[inline(always)]
pub(super) fn head_of_square<const N: usize>(
    modulus: &Modulus<Ifma, N>,
    columns: &mut [Ifma; 2 * K],
    x: &[Ifma],
    factors: &mut Factors<Ifma>,
    look_up: Option<LookUp<'_, Ifma>>,
) {
    assert!(x.len() >= K && N >= K, "a block");
    if let Some(look_up) = &look_up {
        factors.digit = *look_up.digit;
    }
    let factors = ptr::from_mut(factors).cast::<Ifma>();
    let (columns, p) = (columns.as_mut_ptr(), modulus.p.as_ptr());
    let one = modulus.inverse_is_one;
    let Some(LookUp { table, found, .. }) = look_up else {
        let kernel: Kernel = if one { akeyd_hw_head_of_square_one } else { akeyd_hw_head_of_square };
        // SAFETY: as for `head`.
        return unsafe { kernel(columns, p, x.as_ptr(), factors, NONE, NOWHERE) };
    };
    let kernel: Kernel = match (table.len(), one) {
        (8, false) => akeyd_hw_head_of_square_and_look_up_8,
        (8, true) => akeyd_hw_head_of_square_and_look_up_8_one,
        (10, false) => akeyd_hw_head_of_square_and_look_up_10,
        (10, true) => akeyd_hw_head_of_square_and_look_up_10_one,
        (length, _) => unreachable!("no long numbers have shares of {length} limbs"),
    };
    assert_eq!(table.len(), found.len(), "a share");
    let (table, found) = (table.as_flattened().as_ptr(), found.as_mut_ptr());
    // SAFETY: as for `head`; besides, the entries of a share are read, and a share is written.
    unsafe { kernel(columns, p, x.as_ptr(), factors, table, found) }
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
    unsafe { kernel(columns.as_mut_ptr(), p.as_ptr(), x.as_ptr(), ptr::from_ref(factors).cast(), last, NOWHERE) }
}
