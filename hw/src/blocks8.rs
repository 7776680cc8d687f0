//! Multiply and square for numbers of 30 and 40 limbs, whose columns do not fit the registers: in blocks of ten rows.
//!
//! The first ten limbs of ten rows decide the ten multiples q of P that clear ten columns ([`head`], which is
//! [`mont8::rows`]); then the same rows go on over the other limbs, ten at a time, and q·P beside them ([`sweep`]). Ten
//! columns at a time are in registers: one is complete and goes, the next one comes. Bounds are those of
//! [`mont8`]. Called through [`Lanes`].
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

use crate::lanes::{LIMB, Lanes, RADIX};
use crate::mont8::{self, Inverse, Modulus, Product, Square};
use crate::pow8::LookUp;

/// Rows and limbs of a block. Divides the limbs of the numbers.
pub(crate) const K: usize = 10;
/// From so many limbs on numbers are computed in blocks.
pub(crate) const FROM: usize = 30;

/// What ten rows multiply by. The kernels rely on this layout.
#[repr(C)]
pub(crate) struct Factors<L> {
    pub(crate) b: [L; K],
    /// The first of these for the last limb of a block: other than b\[0\] where a square meets its direct neighbour.
    pub(crate) corner: L,
    pub(crate) q: [L; K],
    pub(crate) inverse: L,
    /// Of a factor that is looked up beside.
    pub(crate) digit: L,
}

impl<L: Lanes> Factors<L> {
    #[inline(always)]
    fn new(inverse: L) -> Self {
        let zero = L::splat(0);
        Self { b: [zero; K], corner: zero, q: [zero; K], inverse, digit: zero }
    }
}

/// a becomes a·b / R mod P.
#[inline(always)]
pub(crate) fn multiply<L: Lanes, const N: usize>(modulus: &Modulus<L, N>, a: &mut [L; N], b: &[L; N]) {
    let mut columns = start(modulus);
    let columns = columns.as_flattened_mut();
    let mut factors = Factors::new(modulus.inverse);
    for (at, b) in b.as_chunks::<K>().0.iter().enumerate() {
        (factors.b, factors.corner) = (*b, b[0]);
        L::head(modulus, columns[at * K..].first_chunk_mut().expect("2 N columns"), &a[..K], &mut factors);
        L::sweep(&mut columns[(at + 1) * K..][..N], &a[K..], &modulus.p[K..], &factors);
    }
    finish(columns, a);
}

/// a becomes a·a / R mod P; on the way a share of a factor may be looked up.
#[inline(always)]
pub(crate) fn square<L: Lanes, const N: usize>(
    modulus: &Modulus<L, N>,
    a: &mut [L; N],
    mut look_up: Option<LookUp<'_, L>>,
) {
    let mut columns = start(modulus);
    let columns = columns.as_flattened_mut();
    let mut factors = Factors::new(modulus.inverse);
    for at in (0..N).step_by(K) {
        for (b, i) in factors.b.iter_mut().zip(at..) {
            // As `Square::row` has them, and read by `triangle` as such.
            *b = a[i].add(a[i]);
            if i > 0 {
                *b = b.add(a[i - 1].shift_right::<{ RADIX - 1 }>());
            }
        }
        let neighbour = a[at].add(a[at]);
        factors.corner = if at == K { neighbour } else { factors.b[0] };
        let window = columns[at..].first_chunk_mut().expect("2 N columns");
        if at == 0 {
            L::head_of_square(modulus, window, &a[..K], &mut factors, look_up.take());
        } else {
            L::head(modulus, window, &a[..K], &mut factors);
        }
        // Limbs below the rows': all of each row, and the neighbour in the last block.
        if at > K {
            let before = at - K;
            L::sweep(&mut columns[at + K..][..before], &a[K..before], &modulus.p[K..before], &factors);
            factors.corner = neighbour;
            L::sweep(&mut columns[2 * at - K..][..2 * K], &a[before..at], &modulus.p[before..at], &factors);
        }
        if at > 0 {
            let window = columns[2 * at..].first_chunk_mut().expect("2 N columns");
            L::triangle(window, &a[at..][..K], &modulus.p[at..][..K], &factors);
        }
        // Above there is only P.
        L::sweep_p(&mut columns[2 * at + K..][..N - at], &modulus.p[at + K..], &factors);
    }
    finish(columns, a);
}

#[inline(always)]
fn start<L: Lanes, const N: usize>(modulus: &Modulus<L, N>) -> [[L; N]; 2] {
    [[modulus.inverse().start(); N], [L::splat(0); N]]
}

/// The limbs of the upper half of the columns. These, like the factors, stand on the stack, which [`crate::vector`] wipes.
#[inline(always)]
fn finish<L: Lanes, const N: usize>(columns: &mut [L], a: &mut [L; N]) {
    let mut carry = L::splat(0);
    for (limb, column) in a.iter_mut().zip(&columns[N..]) {
        carry = column.add(carry);
        *limb = carry.and(L::splat(LIMB));
        carry = carry.shift_right::<RADIX>();
    }
}

/// Adds the first ten terms of ten rows to twenty columns and clears ten of them. Gives the other ten, and each q.
#[inline(always)]
pub(crate) fn head<L: Lanes>(
    columns: [L; 2 * K],
    x: &[L],
    b: &[L],
    corner: L,
    p: &[L],
    inverse: Inverse<L>,
) -> ([L; K], [L; K]) {
    let term = |b: &L, i: usize, j: usize| Some((x[j], if (i, j) == (0, K - 1) { corner } else { *b }));
    head_of(columns, Product { row: |i: usize| b[i].hold(), term }, p, inverse, |_| ())
}

/// The same for the first ten limbs of a square. `aside` is called once in each row, as in [`mont8::square`].
#[inline(always)]
pub(crate) fn head_of_square<L: Lanes>(
    columns: [L; 2 * K],
    x: &[L],
    p: &[L],
    inverse: Inverse<L>,
    aside: impl FnMut(usize),
) -> ([L; K], [L; K]) {
    let term = |row: &Square<L>, i: usize, j: usize| row.term(x, i, j);
    head_of(columns, Product { row: |i| Square::row(x, i), term }, p, inverse, aside)
}

#[inline(always)]
fn head_of<L: Lanes, T>(
    mut columns: [L; 2 * K],
    product: Product<impl Fn(usize) -> T, impl Fn(&T, usize, usize) -> Option<(L, L)>>,
    p: &[L],
    inverse: Inverse<L>,
    mut aside: impl FnMut(usize),
) -> ([L; K], [L; K]) {
    let mut all = [L::splat(0); K];
    mont8::rows::<_, K, _>(&mut columns, product, p, inverse, |i, q| {
        all[i] = q;
        aside(i);
    });
    (columns[K..].try_into().expect("the other half"), all)
}

/// Ten rows go over ten limbs, of the first factor and of P. Gives each column that is complete to `done`, and takes a
/// new one from `next`; both by their place in the block.
#[inline(always)]
pub(crate) fn sweep<L: Lanes>(
    columns: [L; K],
    x: &[L],
    p: &[L],
    factors: &Factors<L>,
    next: impl Fn(usize) -> L,
    done: impl FnMut(usize, L),
) -> [L; K] {
    let terms = |j: usize| {
        let x = x[j].hold();
        std::array::from_fn(|i| Some((x, if (i, j) == (0, K - 1) { factors.corner } else { factors.b[i] })))
    };
    sweep_of(columns, terms, |j| p[j], &factors.q, next, done)
}

/// The same where rows and limbs are those of one block of a square.
#[inline(always)]
pub(crate) fn triangle<L: Lanes>(
    columns: [L; K],
    x: &[L],
    p: &[L],
    factors: &Factors<L>,
    next: impl Fn(usize) -> L,
    done: impl FnMut(usize, L),
) -> [L; K] {
    let terms = |j: usize| {
        let own = x[j].hold();
        std::array::from_fn(|i| match i.checked_sub(j)? {
            0 => Some((own, own)),
            1 => {
                let neighbour = x[i].hold();
                Some((own, neighbour.add(neighbour)))
            }
            _ => Some((own, factors.b[i])),
        })
    };
    sweep_of(columns, terms, |j| p[j], &factors.q, next, done)
}

/// The same where the rows have ended and only q·P goes on.
#[inline(always)]
pub(crate) fn sweep_p<L: Lanes>(
    columns: [L; K],
    p: &[L],
    q: &[L; K],
    next: impl Fn(usize) -> L,
    done: impl FnMut(usize, L),
) -> [L; K] {
    sweep_of(columns, |_| [None; K], |j| p[j].hold(), q, next, done)
}

#[inline(always)]
fn sweep_of<L: Lanes>(
    mut columns: [L; K],
    terms: impl Fn(usize) -> [Option<(L, L)>; K],
    p: impl Fn(usize) -> L,
    q: &[L; K],
    next: impl Fn(usize) -> L,
    mut done: impl FnMut(usize, L),
) -> [L; K] {
    for j in 0..K {
        // Column j + i stands at (j + i) mod 10.
        let (terms, p) = (terms(j), p(j));
        let mut complete = columns[j];
        if let Some((x, y)) = terms[0] {
            complete = complete.madd_low(x, y);
        }
        done(j, complete.madd_low(p, q[0]));
        columns[j] = next(j);
        for i in 1..=K {
            let column = &mut columns[(j + i) % K];
            if let Some((x, y)) = terms[i - 1] {
                *column = column.madd_high(x, y);
            }
            if let Some((x, y)) = terms.get(i).copied().flatten() {
                *column = column.madd_low(x, y);
            }
        }
        for i in 1..=K {
            let column = &mut columns[(j + i) % K];
            *column = column.madd_high(p, q[i - 1]);
            if i < K {
                *column = column.madd_low(p, q[i]);
            }
        }
    }
    columns
}

/// Goes over all blocks of ten columns but the last, which takes what comes out of the one before. `block` is told which
/// one it is, and given its columns, those that come next, and room for those that are complete.
pub(crate) fn over_blocks<L: Lanes>(
    columns: &mut [L],
    mut block: impl FnMut(usize, [L; K], &[L; K], &mut [L; K]) -> [L; K],
) {
    let (blocks, _) = columns.as_chunks_mut::<K>();
    for at in 0..blocks.len().saturating_sub(1) {
        let (this, next) = (blocks[at], blocks[at + 1]);
        blocks[at + 1] = block(at, this, &next, &mut blocks[at]);
    }
}
